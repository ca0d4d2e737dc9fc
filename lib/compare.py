"""The one comparison: is what came back what was asked for, and if not, what is the first thing wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import singledispatch
from typing import Any

import numpy as np

from lib.values import Between, Draws, Other, stored


@stored
@dataclass(frozen=True)
class Tolerance:
    """Numbers agree where |got - expected| <= atol + rtol |expected|, as in numpy.isclose."""

    rtol: float = 1e-5
    atol: float = 1e-8


def mismatches(expected: Any, got: Any, tolerance: Tolerance) -> dict[str, str | None]:
    """For each entry of a dict or tuple that is asked for ("" where the result is one value), what is wrong with it."""
    if isinstance(expected, dict) and expected:
        return _entries(expected, _dict_entries(expected, got), tolerance)
    if isinstance(expected, tuple) and expected:
        return _entries(dict(_numbered(expected)), _tuple_entries(expected, got), tolerance)
    return {"": mismatch(expected, got, tolerance)}


def entry_of(value: Any, name: str) -> Any:
    """The entry that `mismatches` calls by this name; None where there is none."""
    if not name:
        return value
    if isinstance(value, Mapping):
        return value.get(name)
    return dict(_numbered(value)).get(name) if isinstance(value, (tuple, list)) else None


def other_forms(expected: Any, got: Any) -> dict[str, str]:
    """For each entry ("" for the whole) in another form than is asked: that form, and what is safer."""
    if isinstance(expected, dict) and isinstance(got, Mapping):
        pairs = {name: (value, got.get(name)) for name, value in expected.items()}
    elif isinstance(expected, tuple) and _is_sequence(got):
        pairs = {name: pair for (name, _), pair in zip(_numbered(expected), zip(expected, got))}
    else:
        pairs = {"": (expected, got)}
    return {name: form for name, pair in pairs.items() if (form := _other_form(*pair))}


def _other_form(expected: Any, got: Any) -> str | None:
    if isinstance(expected, (int, float, Between)) and isinstance(got, np.ndarray) and got.shape and got.size == 1:
        return f"an array of shape {got.shape}; a plain number, as from `w[0, 0]` or `float(...)`, trips nobody later."
    if (
        isinstance(expected, np.ndarray)
        and isinstance(got, (list, tuple))
        and getattr(_as_array(got), "shape", None) == expected.shape
    ):
        return f"a {type(got).__name__}; `np.array(...)` makes an array of it, which has a shape and a transpose."
    return None


@singledispatch
def mismatch(expected: Any, got: Any, tolerance: Tolerance) -> str | None:
    """What is wrong with `got`, shape before value, as one phrase; None where nothing is."""
    return (
        None
        if type(got) is type(expected) and got == expected
        else f"it returns {describe(got)} where {expected!r} is asked"
    )


@mismatch.register(type(None))
def _(expected: None, got: Any, tolerance: Tolerance) -> str | None:
    return None if got is None else f"it returns {describe(got)} where nothing (None) is asked"


@mismatch.register(str)
def _(expected: str, got: Any, tolerance: Tolerance) -> str | None:
    if isinstance(got, str):
        return None if got == expected else f"it returns {got[:200]!r} where {expected!r} is asked"
    return f"it returns {describe(got)} where {expected!r} is asked"


@mismatch.register(int)
@mismatch.register(float)
@mismatch.register(np.generic)
def _(expected: float, got: Any, tolerance: Tolerance) -> str | None:
    number = _single_number(got)
    if number is None:
        return f"it returns {describe(got)} where one number is asked"
    return _unlike(np.asarray(expected), number, tolerance)


@mismatch.register(np.ndarray)
def _(expected: np.ndarray, got: Any, tolerance: Tolerance) -> str | None:
    if expected.ndim == 0:
        return mismatch(expected[()], got, tolerance)
    got = _as_array(got)
    if not isinstance(got, np.ndarray):
        return f"it returns {describe(got)} where an array of shape {expected.shape} is asked"
    if got.shape != expected.shape:
        return f"its shape is {got.shape} where {expected.shape} is asked"
    return _unlike(expected, got, tolerance)


@mismatch.register(list)
@mismatch.register(tuple)
def _(expected: list | tuple, got: Any, tolerance: Tolerance) -> str | None:
    if not _is_sequence(got):
        return f"it returns {describe(got)} where a {type(expected).__name__} of {len(expected)} is asked"
    if len(got) != len(expected):
        return f"it has {_entries_of(len(got))} where {len(expected)} {_are(len(expected))} asked"
    return _first(_entries(dict(_numbered(expected)), dict(_numbered(got)), tolerance))


@mismatch.register(dict)
def _(expected: dict, got: Any, tolerance: Tolerance) -> str | None:
    if not expected and not (isinstance(got, Mapping) and not got):
        return f"it returns {describe(got)} where an empty dict is asked"
    return _first(_entries(expected, _dict_entries(expected, got), tolerance))


@mismatch.register(Between)
def _(expected: Between, got: Any, tolerance: Tolerance) -> str | None:
    number = _single_number(got)
    if number is None:
        return f"it returns {describe(got)} where one number is asked"
    if not np.isfinite(number):
        return f"it returns {number.item():g} where a finite number is asked"
    if expected.low <= number <= expected.high:
        return None
    return f"it returns {number.item():.6g} where a number from {expected.low:g} to {expected.high:g} is asked"


@mismatch.register(Draws)
def _(expected: Draws, got: Any, tolerance: Tolerance) -> str | None:
    if not isinstance(got, np.ndarray) or got.dtype.kind not in "fiu":
        return f"it returns {describe(got)} where an array of shape {expected.shape} is asked"
    if got.shape != tuple(expected.shape):
        return f"its shape is {got.shape} where {tuple(expected.shape)} is asked"
    return _unlikely(expected, got)


def describe(value: Any) -> str:
    """A value's kind, in words."""
    if value is None:
        return "nothing (None; is there a `return`?)"
    if isinstance(value, Other):
        return f"a value of type {value.kind}"
    if isinstance(value, np.ndarray):
        return f"an array of shape {value.shape}"
    if isinstance(value, (bool, int, float, np.generic)):
        return f"the number {value:g}"
    if isinstance(value, (list, tuple, set, dict)):
        return f"a {type(value).__name__} of {len(value)}"
    return f"a value of type {type(value).__name__}"


def _as_array(got: Any) -> Any:
    """Lists of numbers as the array they describe; anything else as it is."""
    if not isinstance(got, (list, tuple)):
        return got
    try:
        array = np.asarray(got)
    except ValueError:  # rows of unequal length
        return got
    return array if array.dtype.kind in "biuf" else got


class _Missing:
    """Stands for an entry that did not come back; `why` says so."""

    def __init__(self, why: str) -> None:
        self.why = why


def _entries(expected: dict[str, Any], got: dict[str, Any], tolerance: Tolerance) -> dict[str, str | None]:
    return {
        name: got[name].why if isinstance(got[name], _Missing) else mismatch(value, got[name], tolerance)
        for name, value in expected.items()
    }


def _is_sequence(value: Any) -> bool:
    return isinstance(value, (list, tuple)) or (isinstance(value, np.ndarray) and value.ndim > 0)


def _numbered(values: Any) -> list[tuple[str, Any]]:
    return [(str(number), value) for number, value in enumerate(values, start=1)]


def _dict_entries(expected: dict, got: Any) -> dict[str, Any]:
    if not isinstance(got, Mapping):
        missing = _Missing(f"it returns {describe(got)} where a dict with {', '.join(map(repr, expected))} is asked")
        return dict.fromkeys(expected, missing)
    return {name: got[name] if name in got else _Missing(f"the dict has no entry {name!r}") for name in expected}


def _tuple_entries(expected: tuple, got: Any) -> dict[str, Any]:
    if _is_sequence(got) and len(got) == len(expected):
        return dict(_numbered(got))
    missing = _Missing(f"it returns {describe(got)} where a tuple of {len(expected)} results is asked")
    return dict.fromkeys(dict(_numbered(expected)), missing)


def _first(wrong: dict[str, str | None]) -> str | None:
    return next((f"entry {name}: {what}" for name, what in wrong.items() if what), None)


def _single_number(got: Any) -> np.ndarray | None:
    """`got` as a 0-d array where it is one number of whatever form: float, NumPy scalar, array of size 1."""
    if not isinstance(got, (bool, int, float, np.generic, np.ndarray)):
        return None
    array = np.asarray(got)
    return array.reshape(()) if array.size == 1 and array.dtype.kind in "biuf" else None


def _unlike(expected: np.ndarray, got: np.ndarray, tolerance: Tolerance) -> str | None:
    if got.dtype.kind not in "biuf":
        return f"it returns an array of {got.dtype.name} where numbers are asked"
    expected, got = expected.astype(float), got.astype(float)
    wrong = ~_close(got, expected, tolerance)
    if not wrong.any():
        return None
    where = _worst(np.where(wrong, np.abs(got - expected), -1))
    what = f"{got[where]:.6g} where {expected[where]:.6g} is asked"
    if got.ndim == 0:
        return f"it returns {what}"
    off = f"{wrong.sum()} of {wrong.size} numbers {_are(wrong.sum())} off"
    return f"{off}; the worst, at [{', '.join(map(str, where))}], is {what}"


def _close(got: np.ndarray, expected: np.ndarray, tolerance: Tolerance) -> np.ndarray:
    """numpy.isclose with equal_nan, at a quarter of its time on small arrays."""
    with np.errstate(invalid="ignore"):  # inf - inf
        near = np.abs(got - expected) <= tolerance.atol + tolerance.rtol * np.abs(expected)
    infinite = ~np.isfinite(expected)
    return np.where(infinite, (got == expected) | (np.isnan(got) & np.isnan(expected)), near)


def _are(count: int) -> str:
    return "is" if count == 1 else "are"


def _entries_of(count: int) -> str:
    return "1 entry" if count == 1 else f"{count} entries"


def _worst(difference: np.ndarray) -> tuple[int, ...]:
    difference = np.where(np.isnan(difference), np.inf, difference)
    return tuple(int(i) for i in np.unravel_index(np.argmax(difference), difference.shape))


def _unlikely(expected: Draws, got: np.ndarray) -> str | None:
    """Six standard errors: a right answer fails about twice in a thousand million."""
    if not np.isfinite(got).all():
        return "it has nan or infinity where random numbers are asked"
    if got.size > 1 and len(np.unique(got)) < got.size:
        return "it has equal numbers in places that should be drawn independently"
    if abs(got.mean() - expected.mean) > 6 * max(got.std(), expected.std) / np.sqrt(got.size):
        return f"it has a mean of {got.mean():.3g} where about {expected.mean:g} is asked"
    if abs(got.std() / expected.std - 1) > 6 / np.sqrt(2 * got.size):
        return f"it has a standard deviation of {got.std():.3g} where about {expected.std:g} is asked"
    return None
