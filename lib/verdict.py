"""What an answer earned, and why."""

from dataclasses import dataclass, field
from typing import Any

from lib.call import Outcome


@dataclass(frozen=True)
class Trouble:
    """The first case of a part that went wrong: which, what came back, and what is wrong with each entry."""

    case: int
    outcome: Outcome
    expected: Any
    wrong: dict[str, str]


@dataclass(frozen=True)
class Line:
    """A part's line in the verdict: the share of it that is right, from 0 to 1, and why not more."""

    title: str
    share: float
    weight: float = 1
    trouble: Trouble | None = None
    hints: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Verdict:
    """What an exercise earned, and why."""

    id: str
    name: str
    points: float
    lines: list[Line] = field(default_factory=list)
    problem: str = ""  # one sentence where nothing could be judged
    waiting: bool = False  # the exercise is not done yet
    notes: list[str] = field(default_factory=list)

    @property
    def earned(self) -> float:
        """Points, to a hundredth."""
        total = sum(line.weight for line in self.lines)
        return round(self.points * sum(line.share * line.weight for line in self.lines) / total, 2) if total else 0.0

    @property
    def passed(self) -> bool:
        """Whether everything is right."""
        return bool(self.lines) and all(line.share == 1 for line in self.lines)

    @property
    def hints(self) -> list[str]:
        """The hints of all lines, each once."""
        return list(dict.fromkeys(hint for line in self.lines for hint in line.hints))
