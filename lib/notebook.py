"""A notebook's cells, and what nbgrader's metadata make of each."""

import json
from pathlib import Path
from typing import Any

Cell = dict[str, Any]  # of a notebook in nbformat 4, as nbformat reads it or as JSON has it, the source as one string


def released_cells(path: Path) -> list[Cell]:
    """The cells of a released notebook, metadata and all."""
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return [dict(cell, source="".join(cell["source"])) for cell in cells]


def is_test(cell: Cell) -> bool:
    """Whether this is an exercise's test cell."""
    return cell["cell_type"] == "code" and cell["metadata"].get("nbgrader", {}).get("grade", False)


def is_written(cell: Cell) -> bool:
    """Whether this is an answer in words, marked by a person."""
    return cell["cell_type"] == "markdown" and cell["metadata"].get("nbgrader", {}).get("solution", False)


def is_demo(cell: Cell) -> bool:
    """Whether this cell only shows something: it is not run when grading."""
    return "demo" in cell["metadata"].get("tags", [])


def is_solution(cell: Cell) -> bool:
    """Whether a learner writes into this released cell."""
    return cell["metadata"].get("nbgrader", {}).get("solution", False)


def is_locked(cell: Cell) -> bool:
    """Whether this released cell comes back as it was, whatever became of it."""
    return cell["metadata"].get("nbgrader", {}).get("locked", False)
