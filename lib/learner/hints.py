"""The folded hints of an exercise, one step at a time."""

import re
from dataclasses import dataclass

from lib import course, progress
from lib.errors import CourseError

FOLDED = re.compile(r"<details><summary>.*?</summary>(.*?)</details>", re.DOTALL)


@dataclass(frozen=True)
class Hint:
    """One step, and how many there are."""

    number: int
    of: int
    text: str


def next_hints(exercise_id: str) -> list[Hint]:
    """The first hint that was not shown yet, which counts as shown then; all of them once all were.

    Raises CourseError where there is no such exercise, or where it has no hints.
    """
    hints = hints_of(exercise_id)
    seen = progress.hints_seen(exercise_id)
    if seen >= len(hints):
        return hints
    progress.record_hint(exercise_id, seen + 1)
    return [hints[seen]]


def hints_of(exercise_id: str) -> list[Hint]:
    """All hints, from a first thought to nearly the line."""
    cell = course.notebook_with(exercise_id).cell(f"{exercise_id}-hint")
    texts = FOLDED.findall(cell["source"]) if cell else []
    if not texts:
        raise CourseError(
            f"{exercise_id} has no hints. Where an answer is wrong, `workbook check {exercise_id}` says why."
        )
    return [Hint(number, len(texts), text.strip()) for number, text in enumerate(texts, 1)]
