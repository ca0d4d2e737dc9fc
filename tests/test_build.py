"""What is committed is what a build makes; a build is the same every time and overwrites no learner's work."""

import json
import re
import shutil

import nbformat
import pytest

from autograder import build, release
from autograder.source import ROOT, sources, telling_lines
from lib import key
from lib.reference import MARKS

SOURCES = sources()
NOTEBOOKS = sorted((ROOT / "notebooks").glob("week*/*.ipynb"))


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A build in a folder of its own, published nowhere."""
    root = tmp_path_factory.mktemp("made")
    build.make(root)
    return root


@pytest.fixture
def published(made, tmp_path, monkeypatch):
    """A course folder of its own to publish to."""
    monkeypatch.setattr(build, "NOTEBOOKS", tmp_path / "notebooks")
    monkeypatch.setattr(key, "PUBLIC_KEYS", tmp_path / "keys")
    assert len(publish(made)) == 3 * len(SOURCES)
    [notebook] = (tmp_path / "notebooks" / "week1").glob("*.ipynb")
    return notebook


def publish(made):
    return build.publish(made)


def test_what_is_committed_is_what_a_build_makes(made):
    assert build.differing(made) == []


def test_a_difference_is_named(made, published):
    notebook = nbformat.read(published, as_version=4)
    notebook.cells[0].source += " "
    nbformat.write(notebook, published)
    for name in ("stray.ipynb", "vectors.yours-20261120-200000.ipynb"):
        (published.parent / name).write_text("{}")
    assert {path.name for path in build.differing(made)} == {published.name, "stray.ipynb"}


def test_two_builds_are_the_same_byte_by_byte(made, tmp_path):
    build.make(tmp_path)
    for folder in ("source", "release", "keys"):
        files = [path for path in (made / folder).rglob("*") if path.is_file()]
        assert files
        for path in files:
            assert path.read_bytes() == (tmp_path / folder / path.relative_to(made / folder)).read_bytes(), path.name


def test_publishing_again_changes_nothing(made, published):
    before = published.stat().st_mtime_ns
    assert publish(made) == [] and published.stat().st_mtime_ns == before


def test_a_learners_work_on_this_release_is_left_alone(made, published):
    notebook = nbformat.read(published, as_version=4)
    notebook.cells[7].source += "\n# mine"
    nbformat.write(notebook, published)
    theirs = published.read_bytes()
    assert publish(made) == [] and published.read_bytes() == theirs


def test_a_learners_work_on_an_older_release_is_kept_in_a_copy(made, published):
    notebook = nbformat.read(published, as_version=4)
    notebook.metadata["workbook"]["release"] = "an older one"
    nbformat.write(notebook, published)
    theirs = published.read_bytes()
    lines = publish(made)
    [copy] = published.parent.glob("*.yours-*.ipynb")
    assert copy.read_bytes() == theirs and published.read_bytes() != theirs
    assert any(copy.name in line and "kept" in line for line in lines)


def test_an_untouched_older_release_is_replaced_without_a_copy(made, published):
    notebook = nbformat.read(published, as_version=4)
    notebook.cells[0].source = "# An older title"
    notebook.metadata["workbook"]["release"] = release.fingerprint(notebook)
    nbformat.write(notebook, published)
    assert len(publish(made)) == 1 and len(list(published.parent.iterdir())) == 1


def test_an_older_release_that_was_run_is_kept_in_a_copy(made, published):
    notebook = nbformat.read(published, as_version=4)
    notebook.cells[0].source = "# An older title"
    notebook.metadata["workbook"]["release"] = release.fingerprint(notebook)
    notebook.cells[2].execution_count = 1
    nbformat.write(notebook, published)
    publish(made)
    assert len(list(published.parent.glob("*.yours-*.ipynb"))) == 1


def test_an_untouched_release_with_other_tags_is_replaced(made, published):
    notebook = nbformat.read(published, as_version=4)
    notebook.cells[4].metadata["tags"] = ["other"]
    notebook.metadata["workbook"]["release"] = release.fingerprint(notebook)
    nbformat.write(notebook, published)
    assert len(publish(made)) == 1 and build.differing(made) == []


def test_what_is_no_notebook_is_kept_too(made, published):
    published.write_text("not JSON")
    publish(made)
    [copy] = published.parent.glob("*.yours-*.ipynb")
    assert copy.read_text() == "not JSON" and json.loads(published.read_text(encoding="utf-8"))


def test_a_spoilt_key_is_replaced(made, published):
    path = key.PUBLIC_KEYS / "binary_classification.h5"
    shutil.copy(published, path)
    assert build.differing(made) == [path]
    publish(made)
    assert build.differing(made) == []


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_released_notebooks_hold_no_solution(path):
    """No line of a solution region, no mark, no marking scheme: in notebooks/ or in lib/."""
    handed_out = path.read_text(encoding="utf-8") + _lib()
    for mark in ("BEGIN SOLUTION", "END SOLUTION", "MARK SCHEME", "HIDDEN TESTS"):
        assert mark not in handed_out
    [source] = [source for source in SOURCES if source.path.stem == path.stem]
    released = _visible(nbformat.read(path, as_version=4)) + _lib()
    for cell in source.notebook.cells:
        for line in telling_lines(cell):
            assert line not in released, f"{cell.id}: {line}"


def _lib() -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "lib").rglob("*.py"))


def _visible(notebook) -> str:
    return "\n".join(cell.source for cell in notebook.cells)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_every_cell_has_a_readable_id_and_every_exercise_its_cells(path):
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    names = [cell.id for cell in notebook.cells]
    assert len(set(names)) == len(names)
    for cell in notebook.cells:
        grade_id = cell.metadata.get("nbgrader", {}).get("grade_id", cell.id)
        assert grade_id == cell.id and re.fullmatch(r"w\d-[a-z0-9-]+", cell.id)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_every_function_has_three_folded_hints(path):
    notebook = nbformat.read(path, as_version=4)
    cells = {cell.id: cell for cell in notebook.cells}
    stubs = [name for name, cell in cells.items() if "raise NotImplementedError()" in cell.source and "-code" in name]
    assert len(stubs) > 10
    for name in stubs:
        hint = cells[name.removesuffix("-code") + "-hint"].source
        assert hint.count("<details>") == hint.count("</details>") == 3, name


@pytest.mark.parametrize(
    ("cell", "stub"),
    [
        ('### BEGIN SOLUTION\nletter = "b"\n### END SOLUTION', "letter = ...  # your answer"),
        ("def f():\n    ### BEGIN SOLUTION\n    return 1\n    ### END SOLUTION", ""),
    ],
)
def test_an_answer_at_the_top_becomes_dots(cell, stub):
    assert release.answer_stub(cell) == stub


def test_marks_are_cut_out_whole():
    assert MARKS.sub("", "a\n    ### BEGIN SOLUTION\nb\n<!-- END SOLUTION -->") == "a\nb\n"
