"""The language in which autograder/exercises says how an exercise is tried and which mistakes it knows."""

import ast
import inspect
import re
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from autograder.source import Reference, reference
from lib.call import Failure
from lib.compare import Tolerance
from lib.names import names_used
from lib.values import Between, Draws, Named, Seeded

__all__ = ["Between", "Draws", "Exercise", "Named", "Part", "Quiz", "Seeded", "Slip", "raises"]

Drawer = Callable[[np.random.Generator], Iterator[tuple]]


@dataclass(frozen=True)
class Part:
    """A share of the points: how to draw its cases, and how exact and how quiet the answers must be."""

    title: str
    draw: Drawer
    weight: float = 1
    tolerance: Tolerance = Tolerance()
    quiet: bool = False
    kept: bool = False  # arguments must not be changed in place: for those that the docstring promises to leave alone
    expected: Callable | None = None  # in place of the reference, where exact numbers are not what is asked
    whole: bool = False  # a dict or tuple counts as one, not entry by entry
    weights: dict[str, float] = field(default_factory=dict)  # of a result's entries, 1 where nothing is said


@dataclass(frozen=True)
class Slip:
    """The reference with one piece of its source replaced."""

    name: str
    old: str
    new: str


@dataclass(frozen=True)
class Mistake:
    """A known misconception: wrong code, and the hint that names it."""

    hint: str
    code: Callable | Slip
    gives: Callable | None = None  # what it gives, where that is random or has a range
    where: Callable | None = None  # the cases that tell it, where in others more comes into play

    @property
    def name(self) -> str:
        """The misconception in a few words with underscores."""
        return self.code.name if isinstance(self.code, Slip) else self.code.__name__


@dataclass
class Exercise:
    """The spec of a function to write; the reference stands in solutions/, the points in its test cell."""

    id: str
    rtol: float = 1e-5
    atol: float = 1e-8
    loop_free: bool = False  # a loop is refused, with a sentence that says so
    cpu: float = 5.0  # seconds of processor time for all cases, when grading
    wall: float = 15.0  # seconds on the clock, for code that only waits
    parts: list[Part] = field(default_factory=list)
    mistakes: list[Mistake] = field(default_factory=list)
    variants: list[Callable] = field(default_factory=list)

    @property
    def hints(self) -> dict[str, str]:
        """By mistake, the hint that names it."""
        return {mistake.name: mistake.hint for mistake in self.mistakes}

    @property
    def reference(self) -> Reference:
        """What stands in solutions/ under this id."""
        return reference(self.id)

    def right(self, *arguments: Any) -> Any:
        """The reference's result: for mistakes and bounds that start from the right answer."""
        return self.reference.value(*arguments)

    def part(
        self,
        title: str,
        weight: float = 1,
        rtol: float | None = None,
        atol: float | None = None,
        quiet: bool = False,
        kept: bool = False,
        expected: Callable | None = None,
        whole: bool = False,
        weights: dict[str, float] | None = None,
    ) -> Callable[[Drawer], Drawer]:
        """Decorate a function that draws a part's cases: from a Generator, one tuple of arguments for each call."""
        tolerance = Tolerance(self.rtol if rtol is None else rtol, self.atol if atol is None else atol)

        def keep(draw: Drawer) -> Drawer:
            self.parts.append(Part(title, draw, weight, tolerance, quiet, kept, expected, whole, weights or {}))
            return draw

        return keep

    def mistake(
        self, hint: str, gives: Callable | None = None, where: Callable[..., bool] | None = None
    ) -> Callable[[Callable], Callable]:
        """Decorate a wrong implementation.

        `gives(*arguments)` says what it returns, where that is random or has a range. With `where(*arguments)`, only
        the cases in which it holds tell the mistake; in others what comes back depends on more, say on the eps.
        """

        def keep(wrong: Callable) -> Callable:
            self.mistakes.append(Mistake(hint, wrong, gives, where))
            return wrong

        return keep

    def slip(self, name: str, hint: str, old: str, new: str) -> None:
        """A mistake that is the reference with `old`, which must occur once, replaced by `new`."""
        self.mistakes.append(Mistake(hint, Slip(name, old, new)))

    def variant(self, right: Callable) -> Callable:
        """Decorate a right solution written in another way: it must get full marks."""
        self.variants.append(right)
        return right


@dataclass
class Quiz:
    """The spec of a quiz: hints for wrong choices; the right ones stand in solutions/."""

    id: str
    wrong: dict[str, Any] = field(default_factory=dict)

    @property
    def hints(self) -> dict[str, str]:
        """By wrong choice, its question named first where there are several, the hint."""
        nested = {name: hint if isinstance(hint, dict) else {"": hint} for name, hint in self.wrong.items()}
        return {
            f"{name}: {choice}".removesuffix(": "): hint
            for name, hints in nested.items()
            for choice, hint in hints.items()
        }


def raises(kind: type[Exception]) -> Failure:
    """For `expected=`: the call must raise this exception."""
    return Failure(kind.__name__, "", "", "")


def code_of(function: Callable, name: str) -> str:
    """A spec's function as a learner would have written it: under `name`, undecorated, with what it needs before it."""
    names = names_used(function)
    helpers = [code_of(value, key) for key, value in names.items() if inspect.isfunction(value)]
    rights = [value.reference for value in names.values() if isinstance(value, Exercise)]
    constants = [f"{key} = {value!r}" for key, value in names.items() if isinstance(value, (int, float))]
    tree = ast.parse(textwrap.dedent(inspect.getsource(function)))
    tree.body[0].name = name
    tree.body[0].decorator_list = []
    own = re.sub(r"\b(\w+)\.right\(", lambda call: f"right_{names[call[1]].reference.name}(", ast.unparse(tree))
    return "\n\n".join([*constants, *(_renamed(right.code, right.name) for right in rights), *helpers, own])


def _renamed(code: str, name: str) -> str:
    return re.sub(rf"^def {name}\(", f"def right_{name}(", code, flags=re.MULTILINE)
