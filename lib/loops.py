"""Does a function go through its data one by one? For exercises that ask for NumPy's operations on whole arrays."""

import dis
from collections.abc import Callable, Iterator
from types import FunctionType

from lib.names import codes, names_used

PYTHONS_LOOPS = {"map", "filter", "reduce"}  # as names of their own: np.add.reduce is no loop
NUMPYS_LOOPS = {"vectorize", "frompyfunc", "fromiter", "fromfunction", "apply_along_axis"}


def loop_in(function: Callable) -> str | None:
    """One sentence where `function`, or a function of the notebook's that it calls, has a loop in it; else None."""
    for found in _reached(function, set()):
        for code in codes(found.__code__):
            steps = list(dis.get_instructions(code))
            disguised = {step.argval for step in steps if _is_disguised(step)}
            if disguised or any(step.opname == "FOR_ITER" or "BACKWARD" in step.opname for step in steps):
                what = f"`{disguised.pop()}`, which is a loop in disguise" if disguised else "a loop"
                return f"`{found.__name__}` has {what}. This exercise asks for operations on whole arrays instead."
    return None


def _is_disguised(step: dis.Instruction) -> bool:
    own_name = step.opname in ("LOAD_GLOBAL", "LOAD_NAME", "LOAD_DEREF")
    return step.argval in NUMPYS_LOOPS or (own_name and step.argval in PYTHONS_LOOPS)


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
