"""Does a function go through its data one by one? For exercises that ask for NumPy's operations on whole arrays."""

import dis
from collections.abc import Callable, Iterable, Iterator
from types import CodeType, FunctionType

from lib.names import codes, names_in, names_used

PYTHONS_LOOPS = {"map", "filter", "reduce"}  # as names of their own: np.add.reduce is no loop
NUMPYS_LOOPS = {"vectorize", "frompyfunc", "fromiter", "fromfunction", "apply_along_axis"}
HIDING_PLACES = {"exec", "eval", "compile", "__import__"}


def loop_in(function: Callable) -> str | None:
    """One sentence where `function`, or a function of the notebook's that it calls, has a loop in it; else None."""
    return _first_loop((found.__name__, found.__code__) for found in _reached(function, set()))


def loop_in_text(name: str, bound: dict[str, CodeType]) -> str | None:
    """The same, told without running anything: `bound` has for every name the code of the statement that last gave it
    a value, as `binding` collects them.
    """
    return _first_loop((found, bound[found]) for found in _reachable(name, bound, set()))


def binding(statement: CodeType) -> dict[str, CodeType]:
    """By name, a compiled top-level statement for each name that it gives a value."""
    steps = dis.get_instructions(statement)
    return {step.argval: statement for step in steps if step.opname in ("STORE_NAME", "STORE_GLOBAL")}


def _first_loop(found: Iterable[tuple[str, CodeType]]) -> str | None:
    for name, code in found:
        what = _loop_in_code(code)
        if what:
            return f"`{name}` has {what}. This exercise asks for operations on whole arrays instead."
    return None


def _loop_in_code(code: CodeType) -> str | None:
    for part in codes(code):
        steps = list(dis.get_instructions(part))
        disguised = {step.argval for step in steps if _is_disguised(step)}
        if disguised:
            return f"`{min(disguised)}`, which is a loop in disguise"
        if any(step.opname == "FOR_ITER" or "BACKWARD" in step.opname for step in steps):
            return "a loop"
    return None


def _is_disguised(step: dis.Instruction) -> bool:
    own_name = step.opname in ("LOAD_GLOBAL", "LOAD_NAME", "LOAD_DEREF")
    return step.argval in NUMPYS_LOOPS or (own_name and step.argval in PYTHONS_LOOPS | HIDING_PLACES)


def _reached(function: Callable, seen: set[str]) -> Iterator[FunctionType]:
    """The function, and the functions beside it in its module that it calls by name."""
    function = getattr(function, "__wrapped__", function)
    if not isinstance(function, FunctionType) or function.__name__ in seen:
        return
    seen.add(function.__name__)
    yield function
    for called in names_used(function).values():
        if isinstance(called, FunctionType) and called.__module__ == function.__module__:
            yield from _reached(called, seen)


def _reachable(name: str, bound: dict[str, CodeType], seen: set[str]) -> Iterator[str]:
    """The name, and the names that its statement looks up, and theirs."""
    if name in seen or name not in bound:
        return
    seen.add(name)
    yield name
    for called in names_in(bound[name]):
        yield from _reachable(called, bound, seen)
