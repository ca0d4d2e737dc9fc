"""A class graded by `workbook grade`: what is put in order, what is kept, and nbgrader's autograde beside it."""

import html
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from datetime import datetime
from pathlib import Path

import nbformat
import numpy as np
import pytest
from nbgrader.api import Gradebook

from autograder import classroom, gradebook, grading, keys, submissions
from autograder.build import refresh_sources
from autograder.source import ROOT, sources
from lib import recovery
from lib.errors import CourseError
from lib.notebook import is_solution, is_test, is_written, released_cells
from lib.verdict import Verdict

WEEK = "week1"
SOURCE = sources(WEEK)[0]
NAME = f"{SOURCE.path.stem}.ipynb"
RELEASED = ROOT / "notebooks" / WEEK / NAME


def hand_in(root, student, answers, mend=lambda notebook: notebook, name=NAME):
    """Put a learner's notebook where it is graded; `mend` may spoil it first, as text or as JSON."""
    path = root / "submitted" / student / WEEK / name
    submissions.submit(RELEASED, answers, path)
    changed = mend(json.loads(path.read_text(encoding="utf-8")))
    path.write_bytes(changed if isinstance(changed, bytes) else json.dumps(changed).encode())
    return path


def cells_of(notebook, name):
    return [cell for cell in notebook["cells"] if cell["metadata"].get("nbgrader", {}).get("grade_id") == name]


def without(*names):
    """Take these cells out."""

    def mend(notebook):
        gone = {cell["id"] for name in names for cell in cells_of(notebook, name)}
        return notebook | {"cells": [cell for cell in notebook["cells"] if cell["id"] not in gone]}

    return mend


def copied(notebook):
    """A copy of a solution cell under it, as JupyterLab makes it, and one of a test cell; an older try before."""
    cells = []
    for cell in notebook["cells"]:
        if cell["id"] == "w1-sigmoid-code":
            cells.append(cell | {"id": "copied-0", "source": "def sigmoid(z):\n    return z"})
        cells.append(cell)
        if cell["id"] in ("w1-neuron-code", "w1-neuron"):
            cells.append(cell | {"id": f"copied-{len(cells)}"})
    return notebook | {"cells": cells}


def split(notebook):
    """A function whose body stands in a cell of its own."""
    cells = []
    for cell in notebook["cells"]:
        cells.append(cell)
        if cell["id"] == "w1-cost-code":
            lines = "".join(cell["source"]).splitlines(keepends=True)
            cells[-1] = cell | {"source": lines[:3]}
            cells.append({"cell_type": "code", "id": "rest", "metadata": {}, "outputs": [], "source": lines[3:]})
    return notebook | {"cells": cells}


def merged(notebook):
    """Two solutions and the test between them in one cell."""
    wanted = ["w1-sigmoid-code", "w1-sigmoid", "w1-stable-sigmoid-code"]
    text = "\n\n".join("".join(cell["source"]) for name in wanted for cell in cells_of(notebook, name))
    cells_of(notebook, wanted[0])[0]["source"] = text
    return without(*wanted[1:])(notebook)


def backwards(notebook):
    return notebook | {"cells": notebook["cells"][::-1]}


def renamed(notebook):
    """Ids of all kinds changed."""
    for number, cell in enumerate(notebook["cells"]):
        cell["id"] = f"cell-{number}"
        if "nbgrader" in cell["metadata"]:
            cell["metadata"]["nbgrader"]["grade_id"] = f"my-{number}"
    return notebook


def greedy(notebook):
    """Metadata and outputs that claim more than there is."""
    for cell in notebook["cells"]:
        if "nbgrader" in cell["metadata"]:
            cell["metadata"]["nbgrader"] |= {"points": 100, "solution": False, "locked": False, "grade": False}
        cell["metadata"]["tags"] = ["demo"]
    return notebook


def locked_changed(notebook):
    cells_of(notebook, "w1-neuron")[0]["source"] = "3.0"
    return notebook


def windows_line_ends(notebook):
    for cell in notebook["cells"]:
        cell["source"] = "".join(cell["source"]).replace("\n", "\r\n") + "\r\n"
    return notebook


def as_colab(notebook):
    """No ids at the top, one in the metadata; minor version 0."""
    for cell in notebook["cells"]:
        cell["metadata"]["id"] = cell.pop("id")
    return notebook | {"nbformat_minor": 0, "metadata": {"colab": {"provenance": []}}}


def as_vs_code(notebook):
    for cell in notebook["cells"]:
        cell["metadata"]["vscode"] = {"languageId": "python"}
    return notebook | {"metadata": {"language_info": {"name": "python", "version": "3.12"}}}


def as_format_3(notebook):
    old = nbformat.v3.new_notebook(worksheets=[nbformat.v3.new_worksheet()])
    for cell in notebook["cells"]:
        text = "".join(cell["source"])
        kind = cell["cell_type"]
        made = nbformat.v3.new_code_cell(text) if kind == "code" else nbformat.v3.new_text_cell(kind, text)
        made["metadata"] = nbformat.from_dict(cell["metadata"])
        old.worksheets[0].cells.append(made)
    return nbformat.v3.writes_json(old).encode()


def with_a_byte_order_mark(notebook):
    return b"\xef\xbb\xbf" + json.dumps(notebook).encode()


def in_utf_16(notebook):
    return json.dumps(notebook, ensure_ascii=False).encode("utf-16")


def with_much_output(notebook):
    output = {"output_type": "stream", "name": "stdout", "text": "0123456789" * 100_000}
    code = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    for cell in code[:50]:
        cell["outputs"] = [output]
    return notebook


def without_kernelspec(notebook):
    return notebook | {"metadata": {}}


def solution_as_text(notebook):
    [cell] = cells_of(notebook, "w1-neuron-code")
    cell["cell_type"] = "markdown"
    return notebook


# What is mended: the change, and a word that stands in the sentence about it ("" where nothing need be said).
MENDED = {
    "copied": (copied, "w1-sigmoid-code"),
    "split": (split, ""),
    "merged": (merged, "w1-stable-sigmoid-code"),
    "backwards": (backwards, "another order"),
    "renamed": (renamed, "known by `sigmoid`"),
    "greedy": (greedy, ""),
    "locked": (locked_changed, "w1-neuron: this locked cell was changed"),
    "no-tests": (without("w1-neuron", "w1-cost"), "w1-cost: this cell was missing"),
    "windows": (windows_line_ends, ""),
    "colab": (as_colab, ""),
    "vscode": (as_vs_code, ""),
    "format-3": (as_format_3, ""),
    "bom": (with_a_byte_order_mark, ""),
    "utf-16": (in_utf_16, ""),
    "outputs": (with_much_output, ""),
    "no-kernelspec": (without_kernelspec, ""),
    "as-text": (solution_as_text, "it was read as code"),
}
NO_NOTEBOOK = {
    "no-json": (b"not JSON", "it is not JSON"),
    "empty": (b"", "it is not JSON"),
    "no-cells": (b"{}", "no notebook that Jupyter knows"),
    "a-list": (b"[1, 2]", "no notebook that Jupyter knows"),
    "odd-cells": (b'{"nbformat": 4, "cells": 7}', "no notebook that Jupyter knows"),
}


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """A course folder in which nothing has been handed in."""
    root = tmp_path_factory.mktemp("course")
    refresh_sources(root)
    classroom.prepare(root, WEEK)
    return root


@pytest.fixture
def fresh(course, tmp_path):
    """A copy of it of one's own."""
    shutil.copytree(course, tmp_path / "course")
    return tmp_path / "course"


@pytest.fixture(scope="module")
def mended(course, tmp_path_factory):
    """Everything in MENDED and NO_NOTEBOOK handed in with all answers right, and graded; the rows by learner."""
    root = tmp_path_factory.mktemp("mended") / "course"
    shutil.copytree(course, root)
    right = submissions.right_answers(SOURCE)
    for student, (mend, _) in MENDED.items():
        hand_in(root, student, right, mend)
    hand_in(root, "another-name", right, name="my homework (2).ipynb")
    for student, (content, _) in NO_NOTEBOOK.items():
        hand_in(root, student, {}, lambda notebook, content=content: content)
    for name in ("one.ipynb", "two.ipynb"):
        hand_in(root, "two-files", right, name=name)
    return root, {row.student: row for row in classroom.grade(root, WEEK)}


@pytest.fixture(scope="module")
def points():
    return sum(reference.points for reference in SOURCE.references.values())


@pytest.mark.parametrize("student", [*MENDED, "another-name"])
def test_whatever_can_be_graded_is(mended, points, student):
    root, rows = mended
    assert (rows[student].earned, rows[student].problem) == (points, "")
    row = gradebook.scores(root, WEEK)[student]
    assert sum(earned or 0 for earned, _ in row.values()) == points


@pytest.mark.parametrize("student", MENDED)
def test_what_was_mended_is_told_and_only_that(mended, student):
    root, rows = mended
    _, said = MENDED[student]
    told = " ".join(rows[student].repairs)
    assert said in told and bool(said) == bool(told)
    graded = json.loads((root / "autograded" / student / WEEK / NAME).read_text())
    first = graded["cells"][0]["source"]
    assert ("was put in order" in first) == bool(said)


def test_another_file_name_is_taken_and_told(mended):
    _, rows = mended
    assert "my homework (2).ipynb" in rows["another-name"].repairs[0]


@pytest.mark.parametrize("student", NO_NOTEBOOK)
def test_what_is_no_notebook_is_one_sentence_and_costs_nobody_else(mended, student):
    root, rows = mended
    assert NO_NOTEBOOK[student][1] in rows[student].problem and rows[student].problem.count("\n") == 0
    assert not (root / "autograded" / student).exists() and student not in gradebook.scores(root, WEEK)


def test_two_files_of_other_names_are_not_guessed_at(mended):
    assert "2 notebooks of other names" in mended[1]["two-files"].problem


def test_graded_notebooks_are_notebooks(mended):
    root, _ = mended
    for path in (root / "autograded").rglob("*.ipynb"):
        nbformat.validate(nbformat.read(path, as_version=4))


def test_nothing_handed_in_is_touched(course, fresh):
    path = hand_in(fresh, "ada", submissions.right_answers(SOURCE))
    before = path.read_bytes(), path.stat().st_mtime_ns
    classroom.grade(fresh, WEEK)
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before


def test_the_panel_shows_no_hidden_input(mended):
    root, _ = mended
    hand_in(root, "ben", submissions.half_right_answers(SOURCE))
    classroom.grade(root, WEEK, ["ben"])
    text = (root / "autograded" / "ben" / WEEK / NAME).read_text()
    assert "✗" in json.loads(json.dumps(text)) or "\\u2717" in text
    assert "expected:" not in text and "yours:" not in text


def test_what_the_checks_said_is_kept_as_data(graded_class):
    """Of known mistakes the hint that the panel shows; what was not begun apart; of what is right nothing."""
    specs = keys.specs_of(WEEK)
    kept = {}
    for student in ("ada", "ben", "cleo"):
        notebook = json.loads((graded_class / "autograded" / student / WEEK / NAME).read_text())
        kept[student] = notebook["metadata"]["workbook"]
        panels = {cell["id"]: cell["outputs"][0]["data"]["text/html"] for cell in notebook["cells"] if is_test(cell)}
        for name, texts in kept[student]["told"].items():
            bare = html.unescape(re.sub("<[^>]+>", "", panels[name]))
            assert texts and all(text.replace("`", "") in bare for text in texts)
    assert kept["ada"]["told"] == {} and kept["ada"]["waiting"] == []
    assert kept["cleo"]["told"] == {} and kept["cleo"]["waiting"] == list(SOURCE.references)
    wrong = list(SOURCE.references)[1::2]
    assert set(wrong) <= set(kept["ben"]["told"]) and kept["ben"]["waiting"] == []
    own = [name for name in wrong if next(iter(specs[name].hints.values())) in kept["ben"]["told"][name]]
    assert len(own) >= len(wrong) - 3  # a mistake may spoil an exercise that builds on it


def test_what_kept_an_exercise_from_being_judged_is_told_too_and_cut():
    tried = Verdict("w1-a", "a", 2, problem="no answer " * 100)
    told = grading.told({"w1-a": tried, "w1-b": Verdict("w1-b", "b", 1, problem="not written", waiting=True)})
    assert list(told) == ["w1-a"] and told["w1-a"] == [("no answer " * 100)[: grading.LONGEST]]


def test_the_marking_scheme_stands_under_the_question_for_whoever_marks(graded_class):
    written = [cell.id for cell in filter(is_written, SOURCE.notebook.cells)]
    assert written
    for student in ("ada", "cleo"):
        notebook = json.loads((graded_class / "autograded" / student / WEEK / NAME).read_text())
        for name in written:
            [question] = cells_of(notebook, f"{name}-question")
            assert "".join(question["source"]).count("BEGIN MARK SCHEME") == 1
            [answer] = cells_of(notebook, name)
            assert "MARK SCHEME" not in "".join(answer["source"])
    assert "MARK SCHEME" not in RELEASED.read_text()


def test_only_what_is_new_or_changed_is_graded(fresh):
    for student in ("ada", "ben"):
        hand_in(fresh, student, submissions.right_answers(SOURCE))
    assert [row.fresh for row in classroom.grade(fresh, WEEK)] == [True, True]
    again = classroom.grade(fresh, WEEK)
    assert [row.fresh for row in again] == [False, False] and again[0].earned == again[0].points
    hand_in(fresh, "ben", {})
    assert {row.student: row.fresh for row in classroom.grade(fresh, WEEK)} == {"ada": False, "ben": True}
    assert [row.fresh for row in classroom.grade(fresh, WEEK, force=True)] == [True, True]
    (fresh / "gradebook.db").unlink()
    assert [row.fresh for row in classroom.grade(fresh, WEEK)] == [True, True]


def test_a_time_that_becomes_known_is_recorded(fresh):
    path = hand_in(fresh, "ada", {})
    classroom.grade(fresh, WEEK)
    (path.parent / "timestamp.txt").write_text("2026-11-20 17:03:00 CET")
    assert [row.fresh for row in classroom.grade(fresh, WEEK)] == [True]
    with Gradebook(gradebook.database(fresh)) as book:
        assert book.find_submission(WEEK, "ada").timestamp == datetime(2026, 11, 20, 16, 3)
    assert [row.fresh for row in classroom.grade(fresh, WEEK)] == [False]


def test_another_seed_grades_anew(fresh, monkeypatch):
    hand_in(fresh, "ada", submissions.right_answers(SOURCE))
    for seed, expected in (("one", True), ("one", False), ("two", True)):
        monkeypatch.setenv("WORKBOOK_SEED", seed)
        [row] = classroom.grade(fresh, WEEK)
        assert row.fresh == expected and row.earned == row.points


def test_what_a_person_gave_survives(fresh):
    hand_in(fresh, "ada", submissions.right_answers(SOURCE))
    classroom.grade(fresh, WEEK)
    written = next(cell.id for cell in SOURCE.notebook.cells if cell.id.startswith("w1-written") and is_answer(cell))
    names = (Path(NAME).stem, WEEK, "ada")
    with Gradebook(gradebook.database(fresh)) as book:
        book.find_grade(written, *names).manual_score = 1.5
        book.find_grade("w1-neuron", *names).extra_credit = 0.5
        book.find_comment(written, *names).manual_comment = "Well put."
        book.db.commit()
    classroom.grade(fresh, WEEK, force=True)
    with Gradebook(gradebook.database(fresh)) as book:
        grade = book.find_grade(written, *names)
        assert (grade.manual_score, grade.needs_manual_grade, grade.score) == (1.5, True, 1.5)
        assert book.find_grade("w1-neuron", *names).extra_credit == 0.5
        assert book.find_comment(written, *names).manual_comment == "Well put."


def is_answer(cell):
    return bool(cell.metadata.get("nbgrader", {}).get("solution"))


def test_a_late_time_is_kept(fresh):
    path = hand_in(fresh, "ada", {})
    (path.parent / "timestamp.txt").write_text("2026-11-20 10:30:00 UTC")
    classroom.grade(fresh, WEEK)
    with Gradebook(gradebook.database(fresh)) as book:
        assert str(book.find_submission(WEEK, "ada").timestamp) == "2026-11-20 10:30:00"


KILLED = """
import sys
from pathlib import Path
from autograder import classroom
classroom.grade(Path(sys.argv[1]), "week1", jobs=1, done=lambda row: print(row.student, flush=True))
"""


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT])
def test_a_run_that_is_stopped_goes_on_where_it_was(fresh, how):
    for number in range(30):
        hand_in(fresh, f"s{number}", submissions.right_answers(SOURCE))
    run = subprocess.Popen(
        [sys.executable, "-c", KILLED, str(fresh)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    seen = [run.stdout.readline().strip()]
    run.send_signal(how)
    seen += run.communicate()[0].split()
    assert run.returncode != 0 and len(seen) < 30
    rows = {row.student: row for row in classroom.grade(fresh, WEEK)}
    assert not [student for student in seen if rows[student].fresh]
    assert all(row.earned == row.points for row in rows.values()) and len(rows) == 30
    assert not list((fresh / "autograded").rglob("*.[0-9]*"))


def test_no_process_is_left_behind(fresh):
    hand_in(fresh, "ada", {})
    classroom.grade(fresh, WEEK)
    time.sleep(0.2)
    listed = subprocess.run(["ps", "-eo", "ppid,args"], capture_output=True, text=True).stdout
    assert not [line for line in listed.splitlines() if line.split()[0] == str(os.getpid()) and "bwrap" in line]


def test_nbgrader_gives_the_same_scores(fresh, points):
    """Learners drawn by chance, some spoilt: submission by submission, exercise by exercise."""
    rng = np.random.default_rng(7)
    spoil = [lambda notebook: notebook, copied, backwards, as_colab, renamed, locked_changed]
    for number, mend in enumerate(spoil):
        hand_in(fresh, f"s{number}", submissions.mixed_answers(SOURCE, rng), mend)
    hand_in(fresh, "named", submissions.half_right_answers(SOURCE), name="other.ipynb")
    classroom.grade(fresh, WEEK)
    ours = gradebook.scores(fresh, WEEK)
    shutil.rmtree(fresh / "autograded")
    (fresh / "gradebook.db").rename(fresh / "ours.db")
    gradebook.generate_assignment(fresh, WEEK)
    gradebook.autograde(fresh, WEEK)
    assert gradebook.scores(fresh, WEEK) == ours and len(ours) == 7
    assert len({sum(earned or 0 for earned, _ in row.values()) for row in ours.values()}) > 4


def test_a_missing_bubblewrap_is_one_sentence(fresh, monkeypatch):
    hand_in(fresh, "ada", {})
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(CourseError, match="apt install bubblewrap"):
        classroom.grade(fresh, WEEK)
    [row] = classroom.grade(fresh, WEEK, confined=False)
    assert row.fresh and row.earned == 0


def test_an_unknown_learner_is_one_sentence(fresh):
    hand_in(fresh, "ada", {})
    with pytest.raises(CourseError, match="no submission of bob"):
        classroom.grade(fresh, WEEK, ["bob"])


def test_every_released_solution_knows_what_it_is_for():
    released = released_cells(RELEASED)
    names = {cell["id"]: recovery.written_name(cell) for cell in released if is_solution(cell)}
    for cell in filter(is_test, SOURCE.notebook.cells):
        assert names[f"{cell.id}-code"] == SOURCE.references[cell.id].name


def test_a_class_is_graded_without_what_is_slow_to_import():
    code = "import sys; from autograder import classroom; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert not {"nbgrader", "nbformat", "jupytext", "matplotlib", "IPython"} & set(loaded.stdout.split())
