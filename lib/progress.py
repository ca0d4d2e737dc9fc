"""A learner's own record, a line for each check, and all weeks at a glance.

Lines are only ever added to the file, so that two notebooks open at once don't hurt each other.
"""

import html
import json
import os
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from lib import course, files
from lib.panel import printable
from lib.verdict import Verdict

VARIABLE = "WORKBOOK_PROGRESS"  # another file than progress.jsonl in the course's folder
BAR = 20  # characters
BLUE = "#0072B2"


@dataclass(frozen=True)
class Week:
    """What of one notebook's points is earned."""

    title: str
    earned: float
    points: float
    written: int  # answers in words, which no check counts

    @property
    def share(self) -> float:
        """From 0 to 1."""
        return self.earned / self.points if self.points else 1.0

    @property
    def said(self) -> str:
        """The points in words."""
        words = f", and {self.written} answer{'s' * (self.written != 1)} in words" if self.written else ""
        return f"{round(self.earned, 2):g} of {self.points:g} points{words}"


@dataclass(frozen=True, repr=False)
class Progress:
    """All weeks, and the exercise to do next; shown as bars."""

    weeks: list[Week]
    next: str | None

    def __str__(self) -> str:
        width = max(len(week.title) for week in self.weeks)
        bars = ("█" * round(BAR * week.share) for week in self.weeks)
        rows = [f"{week.title:<{width}}  {bar:░<{BAR}}  {week.said}" for week, bar in zip(self.weeks, bars)]
        return printable("\n".join([*rows, self._what_next]))

    __repr__ = __str__

    def _repr_html_(self) -> str:
        rows = "".join(map(_html_row, self.weeks))
        return f'<div style="max-width:46em;line-height:1.45">{rows}<div>{html.escape(self._what_next)}</div></div>'

    @property
    def _what_next(self) -> str:
        return f"Next: {self.next}" if self.next else "Every exercise passes."


def progress() -> Progress:
    """What you have earned so far: for each exercise the best that a check has seen."""
    earned, notebooks = best(), course.notebooks()
    weeks = [
        Week(each.title, sum(_earned(each, earned).values()), sum(each.points.values()), len(each.written))
        for each in notebooks
    ]
    return Progress(weeks, _next(notebooks, earned))


def record(verdict: Verdict) -> None:
    """Note what a check came to; a folder that can't be written has no progress, and nothing else happens."""
    with suppress(OSError):
        if not verdict.waiting and not Path.cwd().is_relative_to(files.ROOT / "build"):  # there a teacher's copies lie
            _add(verdict.id, earned=verdict.earned)


def record_hint(exercise_id: str, number: int) -> None:
    """Note that the learner has seen so many of an exercise's hints."""
    with suppress(OSError):
        _add(exercise_id, hints=number)


def best() -> dict[str, float]:
    """By exercise, the most that a check of it came to."""
    return _most("earned")


def hints_seen(exercise_id: str) -> int:
    """How many of an exercise's hints were shown."""
    return int(_most("hints").get(exercise_id, 0))


def latest() -> str | None:
    """The exercise that was checked last."""
    return next((row["exercise"] for row in reversed(_rows()) if "earned" in row), None)


def current() -> course.Notebook:
    """The notebook that was last worked in; the first, before any check."""
    return _last_worked_in(course.notebooks())


def _last_worked_in(notebooks: list[course.Notebook]) -> course.Notebook:
    name = latest()
    return next((notebook for notebook in notebooks if name in notebook.points), notebooks[0])


def _path() -> Path:
    return Path(os.environ.get(VARIABLE) or files.ROOT / "progress.jsonl")


def _add(exercise_id: str, **what: float) -> None:
    """Each line begins with its line break: one that was torn off spoils no other."""
    row = {"exercise": exercise_id, **what, "at": datetime.now().isoformat(timespec="seconds")}
    with _path().open("a", encoding="utf-8") as file:
        file.write("\n" + json.dumps(row))


def _rows() -> list[dict[str, Any]]:
    """The lines that can be read."""
    try:
        lines = _path().read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return []
    return [row for row in map(_row, lines) if row]


def _row(line: str) -> dict[str, Any]:
    """What a line says; nothing where it is none of ours."""
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return {}
    return row if isinstance(row, dict) and isinstance(row.get("exercise"), str) else {}


def _most(what: str) -> dict[str, float]:
    """By exercise, the largest number of this kind."""
    most: dict[str, float] = {}
    for row in _rows():
        if isinstance(row.get(what), (int, float)) and 0 <= row[what] < 1e6:
            most[row["exercise"]] = max(row[what], most.get(row["exercise"], 0))
    return most


def _earned(notebook: course.Notebook, earned: dict[str, float]) -> dict[str, float]:
    """By exercise, what counts of what was earned: no more than it is worth in this release."""
    return {name: min(earned.get(name, 0), points) for name, points in notebook.points.items()}


def _next(notebooks: list[course.Notebook], earned: dict[str, float]) -> str | None:
    """The first exercise that does not pass: of the notebook last worked in, or else of all."""
    for notebook in (_last_worked_in(notebooks), *notebooks):
        for name, points in notebook.points.items():
            if earned.get(name, 0) < points:
                return name
    return None


def _html_row(week: Week) -> str:
    """The page's own colours and a blue that holds on light and dark; one line, or several where it is narrow."""
    title, said = html.escape(week.title), html.escape(week.said)
    full = f'<div style="width:{week.share:.1%};height:100%;background:{BLUE};border-radius:3px"></div>'
    bar = f'<div style="height:0.6em;border:1px solid {BLUE};border-radius:4px" aria-hidden="true">{full}</div>'
    line = "display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 1em"
    return (
        f'<div style="margin-bottom:8px"><div style="{line}"><span>{title}</span><span>{said}</span></div>{bar}</div>'
    )
