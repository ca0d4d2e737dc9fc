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


def names_in(code: CodeType) -> list[str]:
    """The names that a piece of code looks up outside itself: not its own variables, not attributes."""
    steps = [step for part in codes(code) for step in dis.get_instructions(part)]
    return [step.argval for step in steps if step.opname in ("LOAD_GLOBAL", "LOAD_NAME")]


def names_used(function: Callable) -> dict[str, object]:
    """By name, what `function` finds in its module: not its own variables, not attributes, not builtins."""
    code = getattr(function, "__code__", None)
    names = names_in(code) if code else []
    return {name: function.__globals__[name] for name in names if name in function.__globals__}
