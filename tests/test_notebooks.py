"""The notebooks of the later weeks run from top to bottom, solved and untouched; week 1 does so in test_nbgrader.py."""

import nbformat
import pytest
from nbclient import NotebookClient

from autograder import submissions
from autograder.source import ROOT, is_test, sources

LATER = [source for source in sources() if source.week != "week1"]


def run(source, answers, tmp_path):
    """The points earned by each test cell of the notebook, run with these answers; an error in a cell is raised."""
    name = f"{source.path.stem}.ipynb"
    submissions.submit(ROOT / "notebooks" / source.week / name, answers, tmp_path / name)
    notebook = nbformat.read(tmp_path / name, as_version=4)
    NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(tmp_path)}}).execute()
    return {cell.id: float(cell.outputs[-1].data["text/plain"]) for cell in notebook.cells if is_test(cell)}


@pytest.mark.parametrize("source", LATER, ids=lambda source: source.path.stem)
def test_solved_notebooks_run_to_the_end_and_earn_everything(source, tmp_path):
    points = run(source, submissions.right_answers(source), tmp_path)
    assert points == {reference.id: reference.points for reference in source.references.values()}


@pytest.mark.parametrize("source", LATER, ids=lambda source: source.path.stem)
def test_untouched_notebooks_run_to_the_end_and_earn_nothing(source, tmp_path):
    assert set(run(source, {}, tmp_path).values()) == {0.0}
