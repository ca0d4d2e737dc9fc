"""Put a stub or a whole notebook back as it was released, and keep a copy of what was there."""

import json
from pathlib import Path
from typing import Any

from lib.course import Notebook
from lib.errors import CourseError
from lib.files import keep, shown, write


def reset_notebook(notebook: Notebook) -> Path | None:
    """Put the released notebook in the place of the learner's; where that is kept, None if there was nothing."""
    kept = keep(notebook.path) if notebook.path.exists() else None
    write(notebook.path, notebook.released.read_text(encoding="utf-8"))
    return kept


def reset_exercise(notebook: Notebook, exercise_id: str) -> Path | None:
    """Put the exercise's stub back into the learner's notebook, all other cells left as they are; where a copy is.

    A notebook that is missing is put back whole. Raises CourseError where the file is no notebook of the present kind.
    """
    if not notebook.path.exists():
        return reset_notebook(notebook)
    theirs = _read(notebook)
    _put_back(theirs["cells"], notebook, notebook.place_of(exercise_id))
    kept = keep(notebook.path)
    write(notebook.path, json.dumps(theirs, indent=1, ensure_ascii=False) + "\n")
    return kept


def unreadable(notebook: Notebook) -> CourseError:
    """What is said where the learner's file is no notebook."""
    return CourseError(
        f"{shown(notebook.path)} can't be read as a notebook. `workbook reset {notebook.week}` puts the released one "
        "in its place and keeps this file beside it."
    )


def _read(notebook: Notebook) -> dict[str, Any]:
    try:
        theirs = json.loads(notebook.path.read_text(encoding="utf-8"))
        assert all(isinstance(cell["metadata"], dict) for cell in theirs["cells"])
        return theirs
    except (ValueError, KeyError, TypeError, AssertionError, RecursionError):
        raise unreadable(notebook) from None


def _put_back(cells: list[dict[str, Any]], notebook: Notebook, name: str) -> None:
    """The released cell in place of the first of its name, or where it belongs; further ones of that name go."""
    released = next(
        cell for cell in json.loads(notebook.released.read_text(encoding="utf-8"))["cells"] if cell["id"] == name
    )
    places = [place for place, cell in enumerate(cells) if _is(cell, name)]
    for place in reversed(places):
        del cells[place]
    cells.insert(places[0] if places else _place(cells, notebook, name), released)


def _place(cells: list[dict[str, Any]], notebook: Notebook, name: str) -> int:
    """Behind the nearest cell that stands before this one in the release."""
    order = [cell["id"] for cell in notebook.cells]
    before = set(order[: order.index(name)])
    return max((place + 1 for place, cell in enumerate(cells) if any(_is(cell, other) for other in before)), default=0)


def _is(cell: dict[str, Any], name: str) -> bool:
    return name in (cell.get("id"), cell["metadata"].get("nbgrader", {}).get("grade_id"))
