"""How long exercises took, estimated from when JupyterLab ran their checks."""

from collections.abc import Collection
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

from autograder.source import Source
from lib import recovery
from lib.errors import CourseError
from lib.notebook import Cell

SHORTEST, LONGEST = 0.25, 60.0  # minutes: less is a notebook run from the top, more a break


def of_student(root: Path, source: Source, student: str) -> dict[str, float]:
    """By exercise, the minutes that this learner's notebook tells of, as it was handed in."""
    try:
        path, _ = recovery.find(root / "submitted" / student / source.week, source.path.stem)
        return minutes(recovery.read(path), source.references)
    except (CourseError, OSError):
        return {}


def minutes(cells: list[Cell], exercises: Collection[str]) -> dict[str, float]:
    """By exercise, the minutes from the check run before its own to its own, each as it ran last.

    What says nothing is left out: the first, a notebook run in one go, a break.
    """
    checks = {cell["id"]: when for cell in cells if cell["id"] in exercises and (when := _ran(cell))}
    order = sorted(checks, key=checks.__getitem__)
    took = {name: (checks[name] - checks[before]).total_seconds() / 60 for before, name in pairwise(order)}
    return {name: spent for name, spent in took.items() if SHORTEST <= spent <= LONGEST}


def _ran(cell: Cell) -> datetime | None:
    """When a cell was run last; a learner's metadata may say anything."""
    times = cell["metadata"].get("execution")
    when = times.get("iopub.execute_input") if isinstance(times, dict) else None
    try:
        found = datetime.fromisoformat(when)
        return found if found.tzinfo else found.replace(tzinfo=UTC)
    except (TypeError, ValueError):
        return None
