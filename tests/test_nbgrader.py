"""nbgrader's own commands, as its documentation gives them, on a copy of the course in a folder of its own."""

import csv
import os
import shutil
import subprocess
import sys
import zipfile

import nbformat
import pytest
from copies import copy_course

from autograder import gradebook, keys, submissions
from autograder.source import ROOT, sources
from lib.exercise import Quiz
from lib.judge import judge
from lib.key import find
from lib.notebook import is_written
from lib.quiz import judge_quiz

WEEK = "week1"
LEARNERS = {"ada": submissions.right_answers, "ben": submissions.half_right_answers, "cleo": lambda source: {}}


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """A copy of the course after generate_assignment, zip_collect, autograde, generate_feedback and export."""
    course = copy_course(tmp_path_factory.mktemp("course"))
    nbgrader(course, "generate_assignment", WEEK)
    hand_in(course)
    for command in ("zip_collect", "autograde", "generate_feedback"):
        nbgrader(course, command, WEEK)
    nbgrader(course, "export")
    return course


def nbgrader(course, *arguments, status=0):
    """Run an nbgrader command in the course's autograder/; what it printed."""
    done = subprocess.run(
        [sys.executable, "-m", "nbgrader", *arguments],
        cwd=course / "autograder",
        env=os.environ | {"PYTHONPATH": str(course)},
        capture_output=True,
        text=True,
    )
    assert done.returncode == status, done.stderr
    return done.stdout + done.stderr


def hand_in(course):
    """Put an archive of the learners' notebooks where zip_collect looks."""
    archive = course / "build" / "downloaded" / WEEK / "archive" / "all.zip"
    archive.parent.mkdir(parents=True)
    with zipfile.ZipFile(archive, "w") as file:
        for learner, answers in LEARNERS.items():
            for source in sources(WEEK):
                name = f"{source.path.stem}.ipynb"
                submissions.submit(course / "notebooks" / WEEK / name, answers(source), course / "handed_in" / name)
                file.write(course / "handed_in" / name, f"{learner}_attempt_2026-11-20_{name}")


@pytest.fixture(scope="module")
def scores(course):
    return gradebook.scores(course / "build", WEEK)


def test_the_release_is_what_is_committed(course):
    for source in sources(WEEK):
        name = f"{WEEK}/{source.path.stem}.ipynb"
        assert (course / "build/release" / name).read_bytes() == (ROOT / "notebooks" / name).read_bytes()


def test_all_right_earns_everything_but_what_a_person_marks(scores):
    written = {cell.id for source in sources(WEEK) for cell in source.notebook.cells if is_written(cell)}
    for name, (earned, points) in scores["ada"].items():
        assert earned == (None if name in written else points), name


def test_untouched_notebooks_earn_nothing(scores):
    assert {earned for earned, _ in scores["cleo"].values()} == {0}


@pytest.mark.parametrize("learner", ["ada", "cleo"])
def test_solved_and_untouched_notebooks_run_to_the_end(course, learner):
    for path in (course / "build/autograded" / learner / WEEK).glob("*.ipynb"):
        code = [cell for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "code"]
        assert all(cell.execution_count for cell in code if cell.source)
        assert not [cell.id for cell in code for output in cell.outputs if output.output_type == "error"]


def test_partial_credit_arrives(scores):
    earned = [share for share, points in scores["ben"].values() if share is not None and 0 < share < points]
    assert earned, "no exercise of the half-right notebook was right in part"


def test_the_gradebook_has_what_the_judge_says(scores):
    """Where a mistake does not spoil an exercise that builds on it, its points are the judge's own."""
    for source in sources(WEEK):
        specs = keys.specs_of(WEEK)
        for reference in list(source.references.values())[1::2]:
            item, spec = find(reference.id), specs[reference.id]
            if isinstance(item, Quiz):
                verdict = judge_quiz(item, submissions.wrong_choice(spec, reference))
            else:
                wrong = keys.wrong_function(spec.mistakes[0], source, reference)
                verdict = judge(item, keys.outcomes(item, wrong))
            assert scores["ben"][reference.id][0] == pytest.approx(verdict.earned), reference.id


def test_the_export_has_the_gradebooks_sums(course, scores):
    with (course / "autograder" / "grades.csv").open() as file:
        rows = {row["student_id"]: row for row in csv.DictReader(file)}
    for learner, row in scores.items():
        assert float(rows[learner]["raw_score"]) == pytest.approx(sum(earned or 0 for earned, _ in row.values()))


def test_feedback_shows_the_panel_and_the_hint(course):
    specs = keys.specs_of(WEEK)
    source = sources(WEEK)[0]
    pages = {name: (course / f"build/feedback/{name}/{WEEK}/{source.path.stem}.html").read_text() for name in LEARNERS}
    second = list(source.references.values())[1]
    hint = specs[second.id].mistakes[0].hint if hasattr(specs[second.id], "mistakes") else ""
    assert "✓" in pages["ada"] and "✗" not in pages["ada"] and "✗" in pages["ben"]
    assert hint.split("'")[0].split('"')[0][:40] in pages["ben"]


def test_the_marking_scheme_is_there_for_the_formgrader_and_not_before(course):
    source = sources(WEEK)[0]
    for folder, there in (("autograded/ada", True), ("autograded/cleo", True), ("release", False)):
        cells = nbformat.read(course / "build" / folder / WEEK / f"{source.path.stem}.ipynb", as_version=4).cells
        questions = [
            cell.source for cell in cells if cell.id.startswith("w1-written") and cell.id.endswith("-question")
        ]
        assert questions and all(("BEGIN MARK SCHEME" in text) == there for text in questions), folder


def test_validate_passes_the_solved_and_fails_the_untouched(course):
    solved = course / "build" / "source" / WEEK / f"{sources(WEEK)[0].path.stem}.ipynb"
    assert "Success! Your notebook passes all the tests." in nbgrader(course, "validate", str(solved))
    untouched = course / "notebooks" / WEEK / solved.name
    assert "VALIDATION FAILED" in nbgrader(course, "validate", str(untouched)).upper()


def test_generating_again_with_submissions_there_is_no_error(course):
    nbgrader(course, "generate_assignment", WEEK, "--force")


def test_nbgrader_says_the_sentence_too_and_grades_the_others(course):
    path = course / "build" / "submitted" / "emil" / WEEK / "binary_classification.ipynb"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"not JSON")
    assert "it is not JSON. Ask for it again" in nbgrader(course, "autograde", WEEK, status=1)
    shutil.rmtree(path.parents[1])


def test_an_older_format_is_graded_alike(course, scores):
    source = sources(WEEK)[0]
    path = course / "build" / "submitted" / "fay" / WEEK / f"{source.path.stem}.ipynb"
    submissions.submit(course / "notebooks" / WEEK / path.name, submissions.half_right_answers(source), path)
    notebook = nbformat.read(path, as_version=4)
    for cell in notebook.cells:
        del cell["id"]
    notebook.nbformat_minor = 2
    nbformat.write(notebook, path)
    nbgrader(course, "autograde", WEEK, "--student", "fay")
    assert gradebook.scores(course / "build", WEEK)["fay"] == scores["ben"]


NOISY = """
def neuron(area, w, b):
    import sys, warnings
    warnings.warn("overflow encountered", RuntimeWarning)
    np.log(np.zeros(2))
    print("to stderr", file=sys.stderr)
    return max(0.0, w * area + b)
"""


def test_a_broken_cell_costs_its_own_exercise_alone_and_a_warning_nothing(course):
    source = sources(WEEK)[0]
    odd = {"w1-log-odds": "def log_odds(p):\n    return ((", "w1-neuron": NOISY}
    answers = dict(submissions.right_answers(source)) | odd
    path = course / "build" / "submitted" / "dora" / WEEK / f"{source.path.stem}.ipynb"
    submissions.submit(course / "notebooks" / WEEK / path.name, answers, path)
    nbgrader(course, "autograde", WEEK, "--student", "dora")
    row = gradebook.scores(course / "build", WEEK)["dora"]
    lost = {name for name, (earned, points) in row.items() if earned is not None and earned < points}
    assert lost == {"w1-log-odds"}
