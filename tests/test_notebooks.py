"""The notebooks of the later weeks run from top to bottom, solved and untouched; week 1 does so in test_nbgrader.py."""

import contextlib
import io
import re
import time

import nbformat
import pytest
from nbclient import NotebookClient

from autograder import submissions
from autograder.source import ROOT, sources
from lib import data
from lib.notebook import is_demo, is_test

LATER = [source for source in sources() if source.week != "week1"]


def run(source, answers, tmp_path):
    """The points earned by each test cell of the notebook, run with these answers; an error in a cell is raised.

    Whatever it draws has alternative text.
    """
    name = f"{source.path.stem}.ipynb"
    submissions.submit(ROOT / "notebooks" / source.week / name, answers, tmp_path / name)
    notebook = nbformat.read(tmp_path / name, as_version=4)
    NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(tmp_path)}}).execute()
    assert without_text(notebook) == []
    return {cell.id: float(cell.outputs[-1].data["text/plain"]) for cell in notebook.cells if is_test(cell)}


def without_text(notebook):
    """The cells that show a picture without saying in words what is in it."""
    shown = [(cell.id, output.get("data", {})) for cell in notebook.cells for output in cell.get("outputs", [])]
    bare = re.compile(r"<img(?! alt=\"[^\"]{20})")
    return [name for name, data in shown if "image/png" in data or bare.search(data.get("text/html", ""))]


@pytest.mark.parametrize("source", LATER, ids=lambda source: source.path.stem)
def test_solved_notebooks_run_to_the_end_and_earn_everything(source, tmp_path):
    points = run(source, submissions.right_answers(source), tmp_path)
    assert points == {reference.id: reference.points for reference in source.references.values()}


@pytest.mark.parametrize("source", LATER, ids=lambda source: source.path.stem)
def test_untouched_notebooks_run_to_the_end_and_earn_nothing(source, tmp_path):
    assert set(run(source, {}, tmp_path).values()) == {0.0}


@pytest.mark.parametrize("source", sources(), ids=lambda source: source.path.stem)
def test_what_is_graded_takes_the_reference_less_than_half_a_second(source):
    """Of processor time, in a warm Python, checks and all."""
    code = [cell for cell in source.notebook.cells if cell.cell_type == "code" and not is_demo(cell)]
    spent = []
    for _ in range(2):
        names, start = {"__name__": "__main__"}, time.process_time()
        with contextlib.redirect_stdout(io.StringIO()):
            for cell in code:
                exec(compile(cell.source, cell.id, "exec"), names)
        spent.append(time.process_time() - start)
    assert spent[-1] < 0.5


WITH_CATS = [source for source in sources() if any("load_cats" in cell.source for cell in source.notebook.cells)]


@pytest.mark.parametrize("source", WITH_CATS, ids=lambda source: source.path.stem)
def test_every_cell_works_on_the_classic_pictures_unchanged(source, classic, monkeypatch, capsys):
    monkeypatch.setattr(data, "classic_cats", lambda: classic)
    names = {"__name__": "__main__"}
    for cell in source.notebook.cells:
        if cell.cell_type == "code":
            exec(compile(cell.source, cell.id, "exec"), names)
    assert "209" in capsys.readouterr().out
