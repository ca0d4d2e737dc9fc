"""What learners wrote and were told, read out of their graded notebooks."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from autograder.source import Source
from lib.errors import CourseError
from lib.notebook import Cell, is_solution


@dataclass(frozen=True)
class Answers:
    """One learner's graded notebook."""

    student: str
    texts: dict[str, str]  # by exercise, what was written for it
    told: dict[str, list[str]]  # by exercise that isn't right, the hints in its panel
    waiting: list[str]  # exercises that were not begun
    repairs: list[str]


def of_class(root: Path, source: Source) -> Iterator[Answers]:
    """Everybody's, one after the other. Raises CourseError where nothing was graded."""
    paths = sorted((root / "autograded").glob(f"*/{source.week}/{source.path.stem}.ipynb"))
    if not paths:
        raise CourseError(f"Nothing of {source.week} is graded yet: run `workbook grade {source.week}` first.")
    yield from map(read, paths)


def of_student(root: Path, source: Source, student: str) -> Answers:
    """One learner's. Raises CourseError where nothing of theirs was graded."""
    folder = root / "autograded" / student
    path = folder / source.week / f"{source.path.stem}.ipynb"
    if folder.parent != root / "autograded" or folder.name != student or not path.is_file():
        week = source.week
        raise CourseError(f"Nothing of {student} is graded for {week}: check the name, or run `workbook grade {week}`.")
    return read(path)


def read(path: Path) -> Answers:
    """What stands in a graded notebook. Raises CourseError where it is none."""
    try:
        notebook = json.loads(path.read_text(encoding="utf-8"))
        known = notebook["metadata"]["workbook"]
        told, waiting = known.get("told", {}), known.get("waiting", [])
        return Answers(path.parents[1].name, _texts(notebook["cells"]), told, waiting, known["repairs"])
    except (KeyError, ValueError):
        raise CourseError(f"{path} is no graded notebook: delete it and grade again.") from None


def _texts(cells: list[Cell]) -> dict[str, str]:
    """What was written into each solution cell, and into the learner's own cells of code after it."""
    texts: dict[str, str] = {}
    here = ""
    for cell in cells:
        text = "".join(cell["source"])
        if is_solution(cell):
            here = cell["id"]
            texts[here] = text
        elif here and cell["cell_type"] == "code" and cell["id"].startswith(f"{here[:50]}-own-"):
            texts[here] += f"\n\n{text}"
    return {name.removesuffix("-code"): text for name, text in texts.items()}
