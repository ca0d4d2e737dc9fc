"""Read what a learner's process wrote. Any bytes may come; what is not sound raises ValueError, and that is all.

Checked before anything is built: kinds, names, sizes and ranges. No text of theirs is longer here than a person reads.
"""

import math
from dataclasses import fields, replace
from typing import Any

import numpy as np

from autograder.inside import wire
from lib.attempt import Attempt
from lib.call import Failure, Outcome
from lib.exercise import Exercise
from lib.values import CONTAINERS, LARGEST_INT, Other, unpack

MOST_JSON = 8 * 2**20
DEEPEST = 60
MOST_WARNINGS = 10
RECORDS = {record.__name__: {field.name for field in fields(record)} for record in (Attempt, Outcome, Failure, Other)}
DTYPES = {"bool", "float16", "float32", "float64", "longdouble"} | {
    f"{sign}int{bits}" for sign in ("", "u") for bits in (8, 16, 32, 64)
}


def attempt_in(message: bytes, exercise: Exercise) -> Attempt:
    """What came of trying this exercise."""
    tried = _value(message)
    if not isinstance(tried, Attempt) or not isinstance(tried.problem, str) or not isinstance(tried.outcomes, list):
        raise ValueError("this is no attempt")
    outcomes = [_sound(outcome, exercise) for outcome in tried.outcomes[: len(exercise.cases)]]
    return Attempt(tried.problem[:500], outcomes)


def answer_in(message: bytes) -> Any:
    """A quiz's answer."""
    match _value(message):
        case [answer]:
            return answer
    raise ValueError("this is no answer")


def texts_in(message: bytes) -> dict[str, Any]:
    """By cell or exercise, a text or a pair of texts: what a cell printed and its traceback, or where a loop is."""
    texts = _value(message)
    if not isinstance(texts, dict) or not all(map(_is_text, texts.values())):
        raise ValueError("these are no texts")
    return texts


def _is_text(value: Any) -> bool:
    return isinstance(value, str) or (isinstance(value, tuple) and all(isinstance(item, str) for item in value))


def _value(message: bytes) -> Any:
    try:
        [text, _] = wire.LENGTHS.unpack_from(message)
        if text > MOST_JSON:
            raise ValueError("there is too much of it")
        tree, numbers = wire.parts(message)
        _check(tree, len(numbers), DEEPEST)
        with np.errstate(invalid="ignore"):
            return unpack(tree, numbers)
    except ValueError:
        raise
    except Exception as error:  # whatever it is that they found to send, it is not sound
        raise ValueError(type(error).__name__) from None


def _check(tree: Any, size: int, depth: int) -> None:
    """Raise ValueError unless `unpack` can make a plain value of this tree and `size` numbers."""
    if isinstance(tree, int) and abs(tree) > LARGEST_INT:
        raise ValueError("the number is too large")
    if not isinstance(tree, dict):
        if isinstance(tree, list):
            raise ValueError("a list without its kind")
        return
    if depth == 0:
        raise ValueError("it is nested too deeply")
    [(kind, content)] = tree.items()
    for part in _parts(kind, content, size):
        _check(part, size, depth - 1)


def _parts(kind: str, content: Any, size: int) -> list:
    """What is inside a node, once its own form is checked."""
    if kind == "array":
        _check_array(size, **content)
        return []
    if kind == "dict":
        if not all(isinstance(name, str) for name, _ in content):
            raise ValueError("a dict with a strange key")
        return [item for _, item in content]
    if kind in CONTAINERS:
        if kind == "set" and any(isinstance(item, dict) for item in content):
            raise ValueError("a set of what no set holds")
        return list(content)
    if RECORDS.get(kind) != set(content):
        raise ValueError(f"there is no {kind!r} like this")
    return list(content.values())


def _check_array(size: int, start: int, shape: list[int], dtype: str) -> None:
    whole = [start, *shape]
    if not all(type(number) is int and number >= 0 for number in whole) or len(shape) > 32 or dtype not in DTYPES:
        raise ValueError("an array of a strange form")
    if start + math.prod(shape) > size:
        raise ValueError("an array without its numbers")


def _sound(outcome: Any, exercise: Exercise) -> Outcome:
    """An outcome whose fields are what they should be, its texts shortened."""
    if not isinstance(outcome, Outcome) or not isinstance(outcome.failure, Failure | None):
        raise ValueError("this is no outcome")
    if not all(type(place) is int and 0 <= place < len(exercise.parameters) for place in outcome.changed):
        raise ValueError("it changes what is no argument")
    warnings = [str(text)[:500] for text in outcome.warnings[:MOST_WARNINGS]]
    return replace(outcome, failure=outcome.failure and _shortened(outcome.failure), warnings=warnings)


def _shortened(failure: Failure) -> Failure:
    kind, message, trace, place = (str(text) for text in vars(failure).values())
    return Failure(kind[:100], message[:2000], trace[:10_000], place[:100])
