"""solutions/COVERAGE.md, the table of what is taught where, says what the notebooks hold."""

import re

import pytest

from autograder.source import SOLUTIONS, sources
from lib.notebook import is_written

TABLE = (SOLUTIONS / "COVERAGE.md").read_text(encoding="utf-8")
WEEKS = dict(re.findall(r"^## Week (\d): .*?\n(.*?)(?=^## |\Z)", TABLE, re.MULTILINE | re.DOTALL))
SOURCES = sources()


def rows(source):
    """The table's rows of this week: what is taught, and the ids of the cells that teach it."""
    found = re.findall(r"^\| (?!taught)(.+?) \| (`.+`) \|$", WEEKS[source.week.removeprefix("week")], re.MULTILINE)
    return [(taught, re.findall(r"`([^`]+)`", cells)) for taught, cells in found]


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.week)
def test_every_cell_in_the_table_is_in_its_notebook(source):
    there = {cell.id for cell in source.notebook.cells}
    assert len(rows(source)) > 10
    assert {name for _, cells in rows(source) for name in cells} <= there


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.week)
def test_every_exercise_is_in_the_table(source):
    written = {cell.id for cell in source.notebook.cells if is_written(cell)}
    told = {name for _, cells in rows(source) for name in cells}
    assert {*source.references, *written} <= told


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.week)
def test_a_line_has_what_its_mark_promises(source):
    """A graded function where `*` stands, a quiz where `q` does, a written answer where `w` does."""
    written = {cell.id for cell in source.notebook.cells if is_written(cell)}
    functions = {name for name, reference in source.references.items() if callable(reference.value)}
    of_kind = {"*": functions, "q": source.references.keys() - functions, "w": written}
    for taught, cells in rows(source):
        for mark in re.findall(r"`([*qw])`", taught):
            assert of_kind[mark] & set(cells), taught
