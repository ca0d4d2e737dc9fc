"""What is asked: the records that a key holds."""

from dataclasses import dataclass, field
from typing import Any

from lib.call import Outcome
from lib.compare import Tolerance
from lib.values import stored


@stored
@dataclass(frozen=True)
class Case:
    """One call: its arguments, and the value (or the Failure) that is asked for."""

    arguments: tuple
    expected: Any


@stored
@dataclass(frozen=True)
class Part:
    """Cases that earn their weight together; a quiet part also asks that nothing warns, a kept one that no argument
    is changed in place."""

    title: str
    cases: list[Case]
    weight: float = 1
    tolerance: Tolerance = Tolerance()
    quiet: bool = False
    kept: bool = False
    whole: bool = False  # whether a dict or tuple counts as one, not entry by entry
    weights: dict[str, float] = field(default_factory=dict)  # of a result's entries, 1 where nothing is said


@stored
@dataclass(frozen=True)
class Mistake:
    """A known misconception: its outcomes in every part's cases (None where they don't tell it), and its hint."""

    name: str
    hint: str
    outcomes: list[list[Outcome | None]]


@stored
@dataclass(frozen=True, eq=False)  # one object for one exercise, so that what follows from it is worked out once
class Exercise:
    """A function to write, with all that is needed to judge it."""

    id: str
    points: float
    name: str  # of the function
    parameters: list[str]
    parts: list[Part]
    mistakes: list[Mistake] = field(default_factory=list)
    loop_free: bool = False  # whether a loop is refused
    results: list[str] = field(default_factory=list)  # the names of a tuple's entries
    cpu: float = 5.0  # seconds of processor time for all cases, when grading
    wall: float = 15.0  # seconds on the clock

    @property
    def cases(self) -> list[Case]:
        """All cases, part after part."""
        return [case for part in self.parts for case in part.cases]


@stored
@dataclass(frozen=True)
class Question:
    """One quiz question: the right choice's digest, and a hint for each digest of a wrong one that has a hint."""

    right: str
    hints: dict[str, str]


@stored
@dataclass(frozen=True)
class Quiz:
    """Questions to choose an answer to; a quiz of one question has it under ""."""

    id: str
    points: float
    name: str  # of the variable
    questions: dict[str, Question]
