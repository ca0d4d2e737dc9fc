"""Which of its module's names a function uses."""

import dis
from collections.abc import Callable, Iterator
from types import CodeType


def codes(code: CodeType) -> Iterator[CodeType]:
    """A function's code and that of all functions and comprehensions inside it."""
    yield code
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from codes(constant)


def names_used(function: Callable) -> dict[str, object]:
    """By name, what `function` finds in its module: not its own variables, not attributes, not builtins."""
    code = getattr(function, "__code__", None)
    steps = [step for part in codes(code) for step in dis.get_instructions(part)] if code else []
    names = [step.argval for step in steps if step.opname in ("LOAD_GLOBAL", "LOAD_NAME")]
    return {name: function.__globals__[name] for name in names if name in function.__globals__}
