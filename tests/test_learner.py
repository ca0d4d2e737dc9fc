"""The learner's commands check, hint, reset and solution, on notebooks that a test writes."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import nbformat
import pytest
from typer.testing import CliRunner

from autograder import submissions
from autograder.source import ROOT, sources
from lib import course, files, progress
from lib.errors import CourseError
from lib.learner import hints, own, reset, solutions
from lib.learner.commands import app
from lib.notebook import is_solution, released_cells

WEEK1 = sources("week1")[0]
RELEASE = ROOT / "notebooks" / "week1" / "binary_classification.ipynb"
FIRST = ["w1-neuron", "w1-quiz-networks", "w1-sigmoid", "w1-stable-sigmoid", "w1-log-odds", "w1-cost", "w1-slope"]


DEAF = "while True:\n    try:\n        while True: pass\n    except BaseException: pass"


@pytest.fixture
def mine(tmp_path, monkeypatch):
    """A learner's folder: the notebooks as released, solutions, and a record of its own."""
    shutil.copytree(ROOT / "notebooks", tmp_path / "notebooks", ignore=shutil.ignore_patterns("*.yours-*", ".ipynb*"))
    (tmp_path / "solutions").symlink_to(ROOT / "solutions")
    monkeypatch.setattr(files, "ROOT", tmp_path)
    monkeypatch.setenv(progress.VARIABLE, str(tmp_path / "progress.jsonl"))
    return tmp_path / "notebooks" / "week1" / "binary_classification.ipynb"


def workbook(*arguments):
    """The status of `workbook ...` and what it printed; an error of the course's is raised."""
    done = CliRunner().invoke(app, arguments)
    if isinstance(done.exception, CourseError):
        raise done.exception
    return done.exit_code, done.output


def small(folder, answers):
    """The first few exercises of week 1 as a notebook of their own, without pictures, and a learner's file of it."""
    released = json.loads(RELEASE.read_text(encoding="utf-8"))
    wanted = {"w1-title", "w1-written-dz", *FIRST, *(f"{name}-code" for name in FIRST)}
    released["cells"] = [cell for cell in released["cells"] if cell["id"] in wanted]
    (folder / "released").mkdir()
    notebook = course.Notebook(folder / "released" / "binary_classification.ipynb")
    notebook.released.write_text(json.dumps(released), encoding="utf-8")
    path = folder / "binary_classification.ipynb"
    submissions.submit(notebook.released, answers, path)
    theirs = json.loads(path.read_text(encoding="utf-8"))
    theirs["cells"].insert(1, {"cell_type": "code", "id": "x", "metadata": {}, "source": "import numpy as np"})
    path.write_text(json.dumps(theirs), encoding="utf-8")
    return notebook, path


TROUBLED = {
    "w1-neuron": "def neuron(area, w, b):\n    return float(open('neuron.txt').read()) * max(0.0, w * area + b)",
    "w1-quiz-networks": "networks = {'1': 'a')",
    "w1-sigmoid": "def sigmoid(z):\n    while True:\n        z = z",
    "w1-stable-sigmoid": (
        "def stable_sigmoid(z):\n    while True:\n        try:\n            while True: pass\n"
        "        except BaseException: pass"
    ),
    "w1-log-odds": "import os\ndef log_odds(a):\n    print('x' * 10**7)\n    os._exit(0)",
    "w1-cost": "while True:\n    print('endless')",
}


@pytest.fixture(scope="module")
def troubled(tmp_path_factory):
    """A notebook with everything that may happen, and what came of it; its bytes before and after."""
    folder = tmp_path_factory.mktemp("troubled")
    (folder / "neuron.txt").write_text("1")
    notebook, path = small(folder, TROUBLED)
    before = path.read_bytes()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(own, "STEP_SECONDS", 1.5)
        patch.setattr(own, "GRACE", 1.0)
        report = own.check(notebook, path)
    assert path.read_bytes() == before and sorted(os.listdir(folder)) == [path.name, "neuron.txt", "released"]
    return {each.id: each for each in report.tried}, report


def test_what_stops_one_exercise_stops_no_other(troubled):
    found, report = troubled
    assert list(found) == FIRST == list(report.notebook.points)
    assert [name for name, each in found.items() if each.passed] == ["w1-neuron"]
    assert report.earned == 1 and found["w1-slope"].waiting and not found["w1-cost"].waiting


def test_files_beside_the_notebook_are_found(troubled):
    assert troubled[0]["w1-neuron"].passed


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("w1-quiz-networks", "SyntaxError"),
        ("w1-sigmoid", "`sigmoid` was stopped in case 1 of 12, at line"),
        ("w1-stable-sigmoid", "It took too long"),
        ("w1-log-odds", "It ended the whole process"),
        ("w1-cost", "It took too long"),
        ("w1-slope", "`slope` is not written yet"),
    ],
)
def test_each_is_told_what_became_of_it(troubled, name, said):
    assert said in troubled[0][name].reason and said in troubled[0][name].text


def test_what_was_begun_comes_before_what_was_not(troubled):
    assert troubled[1].next.id == "w1-quiz-networks"


def test_answers_in_words_are_written_or_not(tmp_path, troubled):
    assert troubled[1].written == {"w1-written-dz": False}
    notebook, path = small(tmp_path, {"w1-written-dz": "Because the two slopes cancel."})
    assert own.check(notebook, path).written == {"w1-written-dz": True}


def test_where_all_the_time_is_spent_the_rest_says_so(tmp_path, monkeypatch):
    monkeypatch.setattr(own, "SECONDS", 0.0)
    notebook, path = small(tmp_path, submissions.right_answers(WEEK1))
    report = own.check(notebook, path)
    assert {each.reason for each in report.tried} == {own.NO_TIME} and report.earned == 0


def test_a_process_that_cannot_start_is_one_sentence(tmp_path, monkeypatch):
    notebook, path = small(tmp_path, {})
    monkeypatch.setattr(sys, "executable", shutil.which("true"))
    with pytest.raises(CourseError, match="could not start"):
        own.check(notebook, path)


def test_checking_counts_as_a_check(tmp_path, monkeypatch):
    monkeypatch.setenv(progress.VARIABLE, str(tmp_path / "progress.jsonl"))
    notebook, path = small(tmp_path, submissions.right_answers(WEEK1))
    report = own.check(notebook, path)
    assert all(each.passed for each in report.tried)
    assert progress.best() == notebook.points


@pytest.mark.skipif(sys.platform != "linux", reason="asks /proc")
@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGKILL])
def test_a_command_that_is_stopped_leaves_no_process(tmp_path, sent):
    told = tmp_path / "pid"
    endless = f"import os\nopen({str(told)!r}, 'w').write(str(os.getpid()))\n" + DEAF
    _, path = small(tmp_path, {"w1-neuron": endless})
    command = subprocess.Popen([sys.executable, "-m", "lib.learner", "check", str(path)], stdout=subprocess.DEVNULL)
    until(lambda: told.exists() and told.read_text())
    command.send_signal(sent)
    assert command.wait(20) != 0
    until(lambda: not is_there(int(told.read_text())), own.STEP_SECONDS - 1)  # sooner than the step's own time is over


def until(condition, seconds=60):
    """Wait until this is so."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.1)


def is_there(process):
    """Whether a process runs; a dead one may wait to be counted."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@pytest.mark.parametrize("name", ["binary_classification.ipynb", "my own.ipynb"])
def test_a_notebook_is_known_by_its_name_or_by_its_cells(tmp_path, name):
    shutil.copy(RELEASE, tmp_path / name)
    assert own.notebook_of(tmp_path / name).week == "week1"


def test_another_notebook_is_refused(tmp_path):
    nbformat.write(nbformat.v4.new_notebook(), tmp_path / "other.ipynb")
    with pytest.raises(CourseError, match="none of the course's notebooks"):
        own.notebook_of(tmp_path / "other.ipynb")


@pytest.fixture
def instant(monkeypatch):
    """`own.check` in no time: w1-neuron passes, all else is waiting; with what it was asked for."""
    asked = []

    def check(notebook, path=None, step=None):
        asked.append((notebook.week, path))
        tried = [
            own.Tried(name, points, points, True, False, "", f"{name} [b]✓")
            if name == "w1-neuron"
            else own.Tried(name, points, waiting=True, text=f"{name} ✗")
            for name, points in notebook.points.items()
        ]
        return own.Report(notebook, tried, {"w1-written-dz": False}, ["A cell [was] put back."])

    monkeypatch.setattr(own, "check", check)
    return asked


def test_check_of_a_week_shows_every_exercise_and_what_is_next(mine, instant):
    status, shown = workbook("check", "week1")
    assert status == 1 and instant == [("week1", mine)]
    assert "1 of 51" in shown and "not written yet" in shown and "A cell [was] put back." in shown
    assert "Next: w1-quiz-networks" in shown and all(name in shown for name in WEEK1.references)


def test_check_of_an_exercise_shows_its_panel_alone_and_its_status_is_that_exercises(mine, instant):
    assert workbook("check", "w1-neuron") == (0, "w1-neuron [b]✓\n")
    assert workbook("check", "w1-sigmoid") == (1, "w1-sigmoid ✗\n")


def test_check_of_nothing_is_of_the_week_last_worked_in(mine, instant):
    workbook("check")
    progress._add("w3-tanh-derivative", earned=0)
    progress._add("w2-dot-loop", earned=1)
    workbook("check")
    assert [week for week, _ in instant] == ["week1", "week2"]


def test_check_of_a_file_is_of_that_file(mine, instant, tmp_path):
    shutil.copy(mine, tmp_path / "copy.ipynb")
    workbook("check", str(tmp_path / "copy.ipynb"))
    assert instant == [("week1", tmp_path / "copy.ipynb")]


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("week9", "the weeks are week1, week2"),
        ("w1-sigmod", "did you mean 'w1-sigmoid'"),
        ("gone.ipynb", "There is no file gone.ipynb"),
    ],
)
def test_what_is_not_there_is_one_sentence(mine, what, said):
    with pytest.raises(CourseError, match=said):
        workbook("check", what)


def test_a_missing_notebook_says_how_to_get_it_back(mine):
    mine.unlink()
    with pytest.raises(CourseError, match="`workbook reset week1` puts it back"):
        workbook("check", "week1")


def test_a_broken_notebook_says_how_to_get_it_back(mine):
    mine.write_text("no JSON")
    with pytest.raises(CourseError, match="`workbook reset week1` puts the released one in its place"):
        workbook("check", "week1")


def test_an_answer_in_words_is_for_no_check(mine):
    with pytest.raises(CourseError, match="answered in words"):
        workbook("check", "w1-written-dz")


def test_hints_come_one_at_a_time_and_then_all(mine):
    steps = [hints.next_hints("w1-neuron") for _ in range(4)]
    assert [[hint.number for hint in step] for step in steps] == [[1], [2], [3], [1, 2, 3]]
    assert "Two candidates: 0 and `z`" in workbook("hint", "w1-neuron")[1]
    assert workbook("hint", "w1-sigmoid")[1].startswith("Hint 1 of 3")


def test_every_exercise_with_hints_gives_what_stands_in_its_source():
    for source in sources():
        for cell in source.notebook.cells:
            if cell.id.endswith("-hint") and cell.id.removesuffix("-hint") in source.references:
                found = hints.hints_of(cell.id.removesuffix("-hint"))
                assert len(found) == 3 and all(hint.text in cell.source for hint in found)


def test_a_quiz_has_no_hints():
    with pytest.raises(CourseError, match="has no hints"):
        hints.next_hints("w1-quiz-networks")


@pytest.fixture
def worked(mine):
    """The learner's notebook with all answers typed in and outputs on every code cell."""
    submissions.submit(mine, submissions.right_answers(WEEK1), mine)
    notebook = nbformat.read(mine, as_version=4)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.execution_count, cell.outputs = 7, [nbformat.v4.new_output("stream", text="seen")]
    notebook.cells.insert(5, nbformat.v4.new_markdown_cell("my own ünïcode note"))
    nbformat.write(notebook, mine)
    return mine


def cells_of(path):
    return json.loads(path.read_text(encoding="utf-8"))["cells"]


@pytest.mark.parametrize("exercise_id", ["w1-neuron", "w1-quiz-summary", "w1-written-dz"])
def test_reset_puts_one_cell_back_and_touches_no_other(worked, exercise_id):
    before, bytes_before = cells_of(worked), worked.read_bytes()
    status, shown = workbook("reset", exercise_id)
    after = cells_of(worked)
    changed = [new["id"] for old, new in zip(before, after) if old != new]
    assert status == 0 and len(before) == len(after)
    assert changed == [course.Notebook(RELEASE).place_of(exercise_id)]
    [new] = [cell for cell in after if cell["id"] in changed]
    assert new == next(cell for cell in cells_of(RELEASE) if cell["id"] in changed)
    [copy] = worked.parent.glob("*.yours-*.ipynb")
    assert copy.read_bytes() == bytes_before and copy.name in shown and "Reload Notebook from Disk" in shown
    nbformat.validate(nbformat.read(worked, as_version=4))


def test_what_is_reset_from_a_right_notebook_is_waiting_and_a_whole_reset_is_the_release(worked):
    for cell in filter(is_solution, released_cells(RELEASE)):
        reset.reset_exercise(course.Notebook(RELEASE), cell["id"].removesuffix("-code"))
    theirs = [cell["source"] for cell in cells_of(worked) if cell["id"] in {each["id"] for each in cells_of(RELEASE)}]
    assert theirs == [cell["source"] for cell in cells_of(RELEASE)]
    workbook("reset", "week1")
    assert worked.read_bytes() == RELEASE.read_bytes()


def test_no_copy_takes_the_place_of_another(worked):
    names = {reset.reset_exercise(course.Notebook(RELEASE), "w1-neuron").name for _ in range(4)}
    assert len(names) == 4 == len(list(worked.parent.glob("*.yours-*.ipynb")))
    ignored = subprocess.run(["git", "check-ignore", *names], cwd=ROOT, capture_output=True, text=True)
    assert set(ignored.stdout.split()) == names


def test_a_cell_that_is_gone_comes_back_in_its_place_and_a_second_one_goes(worked):
    notebook = nbformat.read(worked, as_version=4)
    place = next(number for number, cell in enumerate(notebook.cells) if cell.id == "w1-sigmoid-code")
    ids = [cell.id for cell in notebook.cells]
    del notebook.cells[place]
    nbformat.write(notebook, worked)
    workbook("reset", "w1-sigmoid")
    assert [cell["id"] for cell in cells_of(worked)] == ids
    notebook = nbformat.read(worked, as_version=4)
    notebook.cells.append(nbformat.from_dict({**notebook.cells[place], "id": "another"}))
    nbformat.write(notebook, worked)
    workbook("reset", "w1-sigmoid")
    assert [cell["id"] for cell in cells_of(worked)] == ids


def test_a_notebook_that_is_gone_or_broken_is_put_back(mine):
    mine.write_text("no JSON")
    with pytest.raises(CourseError, match="`workbook reset week1` puts the released one in its place"):
        workbook("reset", "w1-neuron")
    workbook("reset", "week1")
    [copy] = mine.parent.glob("*.yours-*.ipynb")
    assert copy.read_text() == "no JSON" and mine.read_bytes() == RELEASE.read_bytes()
    shutil.rmtree(mine.parent)
    assert "kept" not in workbook("reset", "w1-neuron")[1]
    assert mine.read_bytes() == RELEASE.read_bytes()


def test_a_solution_is_shown_once_the_exercise_passes(worked, monkeypatch):
    with pytest.raises(CourseError, match="`workbook check w1-sigmoid` says what to see to"):
        monkeypatch.setattr(own, "check", lambda notebook: own.Report(notebook, [], {}, []))
        workbook("solution", "w1-sigmoid")
    progress._add("w1-sigmoid", earned=2)
    mine, theirs = solutions.both("w1-sigmoid")
    assert mine.strip() == theirs == WEEK1.references["w1-sigmoid"].code.strip()
    shown = workbook("solution", "w1-sigmoid")[1]
    assert shown.index("Yours") < shown.index("def sigmoid") < shown.index("The course's")


def test_a_class_has_no_solutions(worked):
    (files.ROOT / "solutions").unlink()
    progress._add("w1-sigmoid", earned=2)
    with pytest.raises(CourseError, match="There is no solution to w1-sigmoid"):
        workbook("solution", "w1-sigmoid")


def test_progress_is_shown(mine):
    progress._add("w1-sigmoid", earned=2)
    assert "2 of 51 points" in workbook("progress")[1]


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory):
    """What a class's zip has: lib/, notebooks/ and datasets/, no teacher's part."""
    folder = tmp_path_factory.mktemp("unpacked")
    for name in ("lib", "notebooks"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__", "*.yours-*"))
    (folder / "datasets").symlink_to(ROOT / "datasets")
    return folder


COMMANDS = """
import sys
sys.modules["autograder"] = None
sys.path.insert(0, ".")
from lib.learner.commands import main
for line in sys.stdin.read().splitlines():
    sys.argv = ["workbook", *line.split()]
    try:
        main()
    except SystemExit as ended:
        print("status", ended.code or 0)
"""


def test_all_commands_work_where_there_is_no_teachers_part(unpacked):
    path = unpacked / "notebooks" / "week1" / "binary_classification.ipynb"
    submissions.submit(path, {"w1-neuron": WEEK1.references["w1-neuron"].code}, path)
    lines = "check w1-neuron", "progress", "hint w1-sigmoid", "solution w1-neuron", "reset week1", "--help"
    environment = {name: value for name, value in os.environ.items() if name not in (progress.VARIABLE, "PYTHONPATH")}
    done = subprocess.run(
        [sys.executable, "-c", COMMANDS],
        cwd=unpacked,
        env=environment,
        input="\n".join(lines),
        capture_output=True,
        text=True,
    )
    said = done.stdout.split("status")
    assert [text.split()[0] for text in said[1:]] == ["0", "0", "0", "1", "0", "0"], done.stderr
    assert "1 of 1 point" in said[0] and "1 of 51 points" in said[1] and "Hint 1 of 3" in said[2]
    assert done.stderr == "There is no solution to w1-neuron in this copy of the course.\n"
    assert path.read_bytes() == RELEASE.read_bytes() and "grade " not in said[5]
