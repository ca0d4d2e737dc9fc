"""Call what a learner wrote, once, on copies of the inputs, and record all that happened."""

import contextlib
import inspect
import sys
import traceback
import warnings
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from lib.values import as_data, fresh, stored


@stored
@dataclass(frozen=True)
class Failure:
    """An exception that left the learner's code, with the traceback from the learner's first line on."""

    kind: str
    message: str
    traceback: str
    raised_in: str  # the function that raised it


@stored
@dataclass(frozen=True)
class Outcome:
    """What one call did: a value or a failure, and what it did on the side."""

    value: Any = None
    failure: Failure | None = None
    warnings: list[str] = field(default_factory=list)
    changed: list[int] = field(default_factory=list)  # positions of the arguments that were changed in place


def call(function: Callable, arguments: tuple) -> Outcome:
    """The outcome of `function(*arguments)`; `arguments` stays as it was.

    The value is taken as data at once, so that a function may fill and return the same object every time.
    What it prints is shown; what it writes to stderr is shown as if printed, because nbgrader takes stderr for failure.
    """
    given = fresh(arguments)
    with warnings.catch_warnings(record=True) as caught, contextlib.redirect_stderr(sys.stdout):
        warnings.simplefilter("always")
        try:
            value, failure = as_data(function(*given)), None
        except (Exception, SystemExit) as error:  # whatever it is, it is for the learner to see
            value, failure = None, _failure(error)
    return Outcome(
        value=value,
        failure=failure,
        warnings=sorted({f"{warning.category.__name__}: {warning.message}" for warning in caught}),
        changed=[place for place, (was, now) in enumerate(zip(arguments, given)) if _differ(was, now)],
    )


def signature_problem(function: Callable, arguments: tuple, parameters: list[str]) -> str | None:
    """One sentence where `function` can't take these arguments; None where it can, or where Python can't tell."""
    try:
        signature = inspect.signature(function)
    except (TypeError, ValueError):
        return None
    try:
        signature.bind(*arguments)
    except TypeError:
        name = getattr(function, "__name__", "your function")
        asked = f"{len(parameters)} argument{'s' * (len(parameters) != 1)} ({', '.join(parameters)})"
        return f"`{name}{signature}` can't be called with the {asked} that this exercise gives it: mend its `def` line."
    return None


def _failure(error: BaseException) -> Failure:
    own = error.__traceback__.tb_next  # the first frame is `call` itself
    frames = traceback.extract_tb(own)
    return Failure(
        kind=type(error).__name__,
        message=_text(error),
        traceback="".join(traceback.format_exception(type(error), error, own)),
        raised_in=frames[-1].name if frames else "",
    )


def _text(error: BaseException) -> str:
    """The exception's message, or a word in its place where a class of the learner's own can't be printed."""
    try:
        return str(error)
    except Exception:
        return "an exception whose text can't be printed"


def _differ(was: Any, now: Any) -> bool:
    """Whether an argument was changed, arrays entry by entry; functions and generators don't count."""
    if isinstance(was, np.ndarray):
        return was.shape != now.shape or not np.array_equal(was, now, equal_nan=True)
    if isinstance(was, dict):
        return was.keys() != now.keys() or any(_differ(was[key], now[key]) for key in was)
    if isinstance(was, (list, tuple)):
        return len(was) != len(now) or any(map(_differ, was, now))
    return False
