"""The language in which autograder/exercises says how an exercise is tried and which mistakes it knows."""

import ast
import inspect
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from lib.call import Failure
from lib.compare import Tolerance
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
    """A known misconception: wrong code, the hint that names it, and what it gives where that is random."""

    hint: str
    code: Callable | Slip
    gives: Callable | None = None

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
    parts: list[Part] = field(default_factory=list)
    mistakes: list[Mistake] = field(default_factory=list)
    variants: list[Callable] = field(default_factory=list)

    def part(
        self,
        title: str,
        weight: float = 1,
        rtol: float | None = None,
        atol: float | None = None,
        quiet: bool = False,
        expected: Callable | None = None,
        whole: bool = False,
        weights: dict[str, float] | None = None,
    ) -> Callable[[Drawer], Drawer]:
        """Decorate a function that draws a part's cases: from a Generator, one tuple of arguments for each call."""
        tolerance = Tolerance(self.rtol if rtol is None else rtol, self.atol if atol is None else atol)

        def keep(draw: Drawer) -> Drawer:
            self.parts.append(Part(title, draw, weight, tolerance, quiet, expected, whole, weights or {}))
            return draw

        return keep

    def mistake(self, hint: str, gives: Callable | None = None) -> Callable[[Callable], Callable]:
        """Decorate a wrong implementation; `gives(*arguments)` says what it returns where that is random."""

        def keep(wrong: Callable) -> Callable:
            self.mistakes.append(Mistake(hint, wrong, gives))
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


def raises(kind: type[Exception]) -> Failure:
    """For `expected=`: the call must raise this exception."""
    return Failure(kind.__name__, "", "", "")


def source_as(function: Callable, name: str) -> str:
    """A spec's function as a learner would have written it: under the exercise's name, without its decorator."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(function)))
    tree.body[0].name = name
    tree.body[0].decorator_list = []
    return ast.unparse(tree)
