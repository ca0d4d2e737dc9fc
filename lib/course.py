"""The course's notebooks as a learner has them, and what is to be earned in each."""

import difflib
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from lib import files, key
from lib.errors import CourseError
from lib.notebook import Cell, is_solution, is_test, is_written, released_cells


@dataclass(frozen=True)
class Notebook:
    """One notebook of the course: `released` is its file as it was released."""

    released: Path

    @cached_property
    def cells(self) -> list[Cell]:
        """The released cells."""
        return released_cells(self.released)

    @cached_property
    def week(self) -> str:
        """The week, as in week1; every cell's id begins with it."""
        return re.sub(r"^w(?=\d)", "week", self.cells[0]["id"].partition("-")[0])

    @property
    def path(self) -> Path:
        """Where the learner works in it."""
        return files.ROOT / "notebooks" / self.week / self.released.name

    @property
    def title(self) -> str:
        """Its first line."""
        return self.cells[0]["source"].partition("\n")[0].lstrip("# ")

    @cached_property
    def points(self) -> dict[str, float]:
        """By exercise, in the notebook's order, the points it is worth."""
        return {cell["id"]: float(cell["metadata"]["nbgrader"]["points"]) for cell in self.cells if is_test(cell)}

    @property
    def written(self) -> list[str]:
        """The answers in words, which a person marks."""
        return [cell["id"] for cell in self.cells if is_written(cell)]

    def cell(self, name: str) -> Cell | None:
        """The released cell of this id."""
        return next((cell for cell in self.cells if cell["id"] == name), None)

    def place_of(self, exercise_id: str) -> str | None:
        """The id of the cell that the learner writes for this exercise or answer in words."""
        cells = (self.cell(name) for name in (f"{exercise_id}-code", exercise_id))
        return next((cell["id"] for cell in cells if cell and is_solution(cell)), None)


def notebooks(week: str | None = None) -> list[Notebook]:
    """The course's notebooks in order, or those of one week.

    Raises CourseError for a week that isn't there, and where lib/keys has no notebook at all.
    """
    found = sorted(
        map(Notebook, key.PUBLIC_KEYS.glob("*.ipynb")), key=lambda notebook: (number(notebook.week), notebook.week)
    )
    if not found:
        raise CourseError("The folder lib/keys has no notebooks: copy it again from the course's files.")
    chosen = [notebook for notebook in found if week in (None, notebook.week)]
    if not chosen:
        weeks = ", ".join(dict.fromkeys(notebook.week for notebook in found))
        raise CourseError(f"There is no {week!r}; the weeks are {weeks}.")
    return chosen


def notebook_with(exercise_id: str) -> Notebook:
    """The notebook that asks for this exercise or answer in words. Raises CourseError, with the nearest id."""
    found = notebooks()
    for notebook in found:
        if notebook.place_of(exercise_id):
            return notebook
    known = [name for notebook in found for name in (*notebook.points, *notebook.written)]
    [near] = difflib.get_close_matches(exercise_id, known, n=1, cutoff=0)
    raise CourseError(f"There is no exercise {exercise_id!r}; did you mean {near!r}?")


def number(week: str) -> int:
    """The number in a week's name, 0 where it has none."""
    return int(re.sub(r"\D", "", week) or 0)
