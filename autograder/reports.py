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
MOST_OF_A_CHOICE = 10_000  # bytes of a quiz's answer
MOST_TEXT = 21_000  # characters that a cell prints, the note that more is left out among them
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
    return Attempt(legible(tried.problem, 500), outcomes)


def answer_in(message: bytes) -> Any:
    """A quiz's answer."""
    if len(message) > MOST_OF_A_CHOICE:
        raise ValueError("there is too much of it")
    match _value(message):
        case [answer]:
            return _legible_all(answer)
    raise ValueError("this is no answer")


def loops_in(message: bytes) -> dict[str, str]:
    """By exercise, the sentence that says where a loop is."""
    return {name: legible(text, 500) for name, text in _named(message, str).items()}


def texts_in(message: bytes) -> dict[str, tuple[str, str]]:
    """By cell, what it printed and its traceback."""
    pairs = _named(message, tuple)
    if not all(len(pair) == 2 and all(isinstance(text, str) for text in pair) for pair in pairs.values()):
        raise ValueError("these are no texts")
    return {name: (legible(said, MOST_TEXT), legible(trouble, MOST_TEXT)) for name, (said, trouble) in pairs.items()}


def legible(text: str, most: int) -> str:
    """The beginning of a text, half characters that no file can hold replaced."""
    return text[:most].encode("utf-8", "replace").decode()


def _legible_all(answer: Any) -> Any:
    """A quiz's answer with all its texts legible."""
    if isinstance(answer, str):
        return legible(answer, MOST_OF_A_CHOICE)
    if isinstance(answer, dict):
        return {legible(name, 100): _legible_all(choice) for name, choice in answer.items()}
    if isinstance(answer, (list, tuple, set)):
        return type(answer)(map(_legible_all, answer))
    return answer


def _named(message: bytes, kind: type) -> dict[str, Any]:
    values = _value(message)
    if not isinstance(values, dict) or not all(isinstance(value, kind) for value in values.values()):
        raise ValueError("these are no texts")
    return values


def _value(message: bytes) -> Any:
    try:
        [text, _] = wire.LENGTHS.unpack_from(message)
        if text > MOST_JSON:
            raise ValueError("there is too much of it")
        tree, numbers = wire.parts(message)
        if _check(tree, len(numbers), DEEPEST) > len(numbers):
            raise ValueError("numbers that count twice")
        with np.errstate(invalid="ignore"):
            return unpack(tree, numbers)
    except ValueError:
        raise
    except Exception as error:  # whatever it is that they found to send, it is not sound
        raise ValueError(type(error).__name__) from None


def _check(tree: Any, size: int, depth: int) -> int:
    """Raise ValueError unless `unpack` can make a plain value of this tree and `size` numbers. How many it takes."""
    if isinstance(tree, int) and abs(tree) > LARGEST_INT:
        raise ValueError("the number is too large")
    if not isinstance(tree, dict):
        if isinstance(tree, list):
            raise ValueError("a list without its kind")
        return 0
    if depth == 0:
        raise ValueError("it is nested too deeply")
    [(kind, content)] = tree.items()
    if kind == "array":
        return _check_array(size, **content)
    return sum(_check(part, size, depth - 1) for part in _parts(kind, content))


def _parts(kind: str, content: Any) -> list:
    """What is inside a node, once its own form is checked."""
    if kind == "dict":
        if not all(isinstance(name, str) for name, _ in content):
            raise ValueError("a dict with a strange key")
        return [item for _, item in content]
    if kind in CONTAINERS:
        if kind == "set" and any(isinstance(item, dict) for item in content):
            raise ValueError("a set of what no set holds")
        return list(content)
    if RECORDS.get(kind) != set(content):
        raise ValueError(f"there is no {kind[:100]!r} like this")
    if kind == Other.__name__:
        _check_name(content["kind"])
    return list(content.values())


def _check_array(size: int, start: int, shape: list[int], dtype: str) -> int:
    whole = [start, *shape]
    if not all(type(number) is int and number >= 0 for number in whole) or len(shape) > 32 or dtype not in DTYPES:
        raise ValueError("an array of a strange form")
    if start + math.prod(shape) > size:
        raise ValueError("an array without its numbers")
    return math.prod(shape)


def _check_name(name: Any) -> None:
    if not isinstance(name, str) or len(name) > 100 or not name.isprintable():
        raise ValueError("a type of a strange name")


def _sound(outcome: Any, exercise: Exercise) -> Outcome:
    """An outcome whose fields are what they should be, its texts shortened."""
    if not isinstance(outcome, Outcome) or not isinstance(outcome.failure, Failure | None):
        raise ValueError("this is no outcome")
    if not isinstance(outcome.changed, list) or not isinstance(outcome.warnings, list):
        raise ValueError("this is no outcome")
    if not all(type(place) is int and 0 <= place < len(exercise.parameters) for place in outcome.changed):
        raise ValueError("it changes what is no argument")
    warnings = [_text(warning, 500) for warning in outcome.warnings[:MOST_WARNINGS]]
    return replace(outcome, failure=outcome.failure and _shortened(outcome.failure), warnings=warnings)


def _shortened(failure: Failure) -> Failure:
    kind, message, trace, place = vars(failure).values()
    return Failure(_text(kind, 100), _text(message, 2000), _text(trace, 10_000), _text(place, 100))


def _text(value: Any, most: int) -> str:
    if not isinstance(value, str):
        raise ValueError("this is no text")
    return legible(value, most)
