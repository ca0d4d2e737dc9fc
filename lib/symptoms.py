"""What the numbers alone tell of an answer that no known mistake explains: turned over, scaled, shifted, not added up.

A symptom is told only where it holds in every case that went wrong.
"""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import numpy as np

FEW = 3  # fewer numbers than this have a factor or a shift by chance
CLOSE = {"rtol": 1e-5, "atol": 1e-9}
LOGARITHMS = {1 / np.log(2): "2", 1 / np.log(10): "10"}


class Seen(NamedTuple):
    """One case of one entry: what is asked, what came, and by name the arrays that were given."""

    expected: np.ndarray
    got: np.ndarray
    given: dict[str, np.ndarray]


class Symptom(NamedTuple):
    """A symptom, by which cases are compared, and the sentence about it."""

    kind: str
    text: str


def symptom(cases: list[tuple[Any, Any, dict[str, Any]]]) -> str | None:
    """One sentence about what these wrong answers have in common; None where nothing shows.

    Each case is what is asked, what came, and the arguments by name.
    """
    seen = [_seen(*case) for case in cases]
    if not seen or None in seen or any(_alike(case, lambda expected: expected) for case in seen):
        return None
    few = sum(case.expected.size for case in seen) < FEW
    for look in LOOKS_AT_SHAPES if few else LOOKS_AT_SHAPES + LOOKS_AT_NUMBERS:
        found = [{each.kind: each.text for each in look(case)} for case in seen]
        common = [kind for kind in found[0] if all(kind in each for each in found)]
        if common:
            return found[0][common[0]]
    return None


def _seen(expected: Any, got: Any, given: dict[str, Any]) -> Seen | None:
    arrays = {name: value for name, value in given.items() if isinstance(value, np.ndarray)}
    pair = [_numbers(value) for value in (expected, got)]
    return None if any(value is None for value in pair) else Seen(*pair, arrays)


def _numbers(value: Any) -> np.ndarray | None:
    """A value as an array of finite numbers, if it is one."""
    if isinstance(value, (str, dict, set)) or value is None:
        return None
    try:
        array = np.asarray(value)
    except (TypeError, ValueError):
        return None
    fine = array.dtype.kind in "biuf" and array.size and np.isfinite(array).all()
    return array.astype(float) if fine else None


def _turned(case: Seen) -> Iterator[Symptom]:
    expected, got, _ = case
    if got.ndim == 2 and got.T.shape == expected.shape != got.shape and np.allclose(got.T, expected, **CLOSE):
        shapes = f"{got.shape} where {expected.shape} is asked"
        yield Symptom("turned", f"The numbers are right, but rows and columns have changed places: {shapes}.")


def _another_shape(case: Seen) -> Iterator[Symptom]:
    expected, got, _ = case
    if got.shape != expected.shape and got.size == expected.size > 1 and np.allclose(got.ravel(), expected.ravel()):
        lost = "; a sum or mean without keepdims loses a dimension" if got.ndim < expected.ndim else ""
        shapes = f"the shape is {got.shape} where {expected.shape} is asked{lost}"
        yield Symptom("shape", f"The numbers are right and in their order; only {shapes}.")


def _table_for_row(case: Seen) -> Iterator[Symptom]:
    """(m, m) where m numbers are asked: a row has met a column."""
    expected, got, _ = case
    m = expected.size
    if m > 1 and got.shape == (m, m) and expected.shape in ((m,), (1, m), (m, 1)):
        text = f"a row of {m} has met a column of {m}, and broadcasting made a table of them. Look at the two shapes."
        yield Symptom("table", f"{m} numbers are asked and a table {got.shape} came: {text}")


def _added_up(case: Seen) -> Iterator[Symptom]:
    expected, got, _ = case
    if expected.size > 1 and got.size == 1:
        for what, number in (("sum", expected.sum()), ("mean", expected.mean())):
            if np.isclose(got.item(), number, **CLOSE):
                yield Symptom(what, f"One number came, the {what} of the {expected.size} that are asked.")


def _not_added_up(case: Seen) -> Iterator[Symptom]:
    expected, got, _ = case
    if expected.size == 1 and got.size > 1:
        for what, number in (("sum", got.sum()), ("mean", got.mean())):
            if np.isclose(expected.item(), number, **CLOSE):
                yield Symptom(what, f"{got.size} numbers came; their {what} is the one that is asked.")


def _negated(case: Seen) -> Iterator[Symptom]:
    if _alike(case, lambda expected: -expected):
        yield Symptom(
            "negated", "Every number has the wrong sign: a difference is the wrong way round, or a minus lost."
        )


def _scaled(case: Seen) -> Iterator[Symptom]:
    """A factor that is a side of what was given, or the same in all cases."""
    factor = _factor(case)
    if factor is None:
        return
    for name, axis, side in _sides(case.given):
        lines = f"`{name}` has {side} {'columns' if axis == 1 else 'rows' if case.given[name].ndim == 2 else 'entries'}"
        if np.isclose(factor, side, **CLOSE):
            text = f"{side} times as large as is asked, and {lines}: is a division by their number missing?"
            yield Symptom(f"{name} {axis} missing", f"Every number is {text}")
        if np.isclose(factor, 1 / side, **CLOSE):
            text = f"what is asked divided by {side}, and {lines}: is it divided by their number once too often?"
            yield Symptom(f"{name} {axis} twice", f"Every number is {text}")
    yield _constant_factor(factor)


def _constant_factor(factor: float) -> Symptom:
    for known, base in LOGARITHMS.items():
        if np.isclose(factor, known, **CLOSE):
            return Symptom(
                f"log {base}", f"This is the logarithm to the base {base}; the natural one, np.log, is asked."
            )
    return Symptom(
        f"factor {factor:.5g}", f"Every number is {factor:.5g} times what is asked: a factor is too much or lost."
    )


def _factor(case: Seen) -> float | None:
    """The one number by which all that is asked is multiplied, if there is one."""
    expected, got, _ = case
    size = np.sum(expected**2)
    if got.shape != expected.shape or size == 0:
        return None
    factor = np.sum(got * expected) / size
    trivial = np.isclose(factor, 0) or np.isclose(factor, 1)
    return None if trivial or not np.allclose(got, factor * expected, **CLOSE) else float(factor)


def _sides(given: dict[str, np.ndarray]) -> Iterator[tuple[str, int, int]]:
    """By argument and axis, the lengths above 1; columns first, since examples are columns."""
    for axis in (1, 0):
        for name, array in given.items():
            if axis < array.ndim and array.shape[axis] > 1:
                yield name, axis, array.shape[axis]


def _shifted(case: Seen) -> Iterator[Symptom]:
    expected, got, _ = case
    if got.shape != expected.shape or expected.size < 2:
        return
    by = float(np.mean(got - expected))
    if by and np.allclose(got - by, expected, **CLOSE):
        much = f"{abs(by):.4g} too {'large' if by > 0 else 'small'}"
        yield Symptom(
            "shifted", f"Every number is too {'large' if by > 0 else 'small'} by the same: the first is {much}."
        )


def _rounded(case: Seen) -> Iterator[Symptom]:
    for digits in range(1, 5):
        if _alike(case, lambda expected, digits=digits: np.round(expected, digits)):
            yield Symptom(
                "rounded", "The numbers are rounded. Leave them as they are; only what is printed is rounded."
            )


def _another_order(case: Seen) -> Iterator[Symptom]:
    expected, got, _ = case
    if got.shape == expected.shape and expected.size > 2 and np.allclose(np.sort(got, None), np.sort(expected, None)):
        yield Symptom("order", "The numbers are the right ones in another order.")


def _alike(case: Seen, change: Callable[[np.ndarray], np.ndarray]) -> bool:
    return case.got.shape == case.expected.shape and np.allclose(case.got, change(case.expected), **CLOSE)


LOOKS_AT_SHAPES = [_turned, _another_shape, _table_for_row, _added_up, _not_added_up, _negated]
LOOKS_AT_NUMBERS = [
    _rounded,
    _scaled,
    _shifted,
    _another_order,
]
