"""A learner's record: what is noted, what is shown of it, and what can't hurt it."""

import json
import os
import re
import subprocess
import sys

import pytest

from autograder.source import ROOT, sources
from lib import course, files, key, progress
from lib.check import check
from lib.panel import printable


@pytest.fixture
def record(tmp_path, monkeypatch):
    """A record of its own."""
    monkeypatch.setenv(progress.VARIABLE, str(tmp_path / "progress.jsonl"))
    return tmp_path / "progress.jsonl"


def right(exercise_id):
    """The reference of an exercise."""
    return next(each.references[exercise_id].value for each in sources() if exercise_id in each.references)


def test_the_best_of_all_checks_counts(record):
    for answer in (lambda area, w, b: 0.0, right("w1-neuron"), lambda area, w, b: 0.0):
        check("w1-neuron", answer)
    assert progress.best() == {"w1-neuron": 1.0}
    assert "1 of 51 points, and 2 answers in words" in str(progress.progress())


def test_a_stub_is_not_noted(record):
    def neuron(area, w, b):
        raise NotImplementedError()

    check("w1-neuron", neuron)
    assert not record.exists()


def test_points_are_those_of_the_keys():
    for notebook in course.notebooks():
        items = key.read(notebook.released.with_suffix(".h5"))
        assert notebook.points == {item.id: item.points for item in items}


def test_weeks_titles_and_answers_in_words_are_the_sources():
    for notebook, source in zip(course.notebooks(), sources()):
        assert (notebook.week, notebook.path) == (
            source.week,
            files.ROOT / "notebooks" / source.week / notebook.path.name,
        )
        assert source.notebook.cells[0].source.startswith(f"# {notebook.title}\n")
        assert len(notebook.written) + len(notebook.points) == sum(
            bool(cell.metadata.get("nbgrader", {}).get("points")) for cell in source.notebook.cells
        )


@pytest.mark.parametrize(
    ("done", "following"),
    [
        ([], "w1-neuron"),
        (["w1-neuron"], "w1-quiz-networks"),
        (["w1-neuron", "w2-dot-loop"], "w2-dot-numpy"),  # in the week that was last worked in
        (["w2-dot-loop", "w1-neuron"], "w1-quiz-networks"),
    ],
)
def test_the_next_exercise_is_the_first_open_one_of_the_week_last_worked_in(record, done, following):
    open_ones = list(course.notebooks("week2")[0].points)
    following = open_ones[1] if following == "w2-dot-numpy" else following
    for name in done:
        progress._add(name, earned=course.notebook_with(name).points[name])
    assert progress.progress().next == following


def test_when_all_passes_nothing_is_next(record):
    for notebook in course.notebooks():
        for name, points in notebook.points.items():
            progress._add(name, earned=points)
    shown = progress.progress()
    assert shown.next is None and "Every exercise passes." in str(shown)
    assert all(week.share == 1 for week in shown.weeks)


JUNK = [
    "", "{", "null", "3", "[]", '{"exercise": 3}', '{"exercise": "w1-neuron"}', "\x00\ud7ff", "[" * 5000,
    '{"exercise": "w1-neuron", "earned": "1"}', '{"exercise": "w1-neuron", "earned": NaN}',
    '{"exercise": "w1-neuron", "earned": -4}', '{"exercise": "w1-neuron", "earned": 1e300}',
    '{"exercise": "w1-neuron", "earned": [1]}', '{"exercise": "w9-unknown", "earned": 7}',
]  # fmt: skip


@pytest.mark.parametrize("junk", JUNK, ids=range(len(JUNK)))
def test_a_spoilt_line_spoils_no_other(record, junk):
    progress._add("w1-neuron", earned=1.0)
    with record.open("a", encoding="utf-8") as file:
        file.write("\n" + junk)  # torn off: no line end
    progress._add("w1-sigmoid", earned=2.0)
    with record.open("ab") as file:
        file.write(b"\n\xff\xfe\x00")
    shown = progress.progress()
    assert shown.weeks[0].earned == 3.0 and shown.next == "w1-quiz-networks"
    assert shown._repr_html_() and str(shown)


def test_more_than_a_release_gives_does_not_count(record):
    progress._add("w1-neuron", earned=100.0)
    assert progress.progress().weeks[0].earned == 1.0


def test_a_folder_that_cannot_be_written_has_no_progress_and_its_checks_go_on(monkeypatch, tmp_path):
    monkeypatch.setenv(progress.VARIABLE, str(tmp_path / "missing" / "progress.jsonl"))
    assert repr(check("w1-neuron", right("w1-neuron"))) == "1"
    assert progress.best() == {} and progress.progress().next == "w1-neuron"
    progress.record_hint("w1-neuron", 1)
    monkeypatch.setenv(progress.VARIABLE, str(tmp_path))  # a folder
    assert repr(check("w1-neuron", right("w1-neuron"))) == "1" and progress.best() == {}


@pytest.mark.skipif(os.name != "posix", reason="where a folder in use can be removed")
def test_a_folder_that_is_gone_fails_no_check(record, monkeypatch, tmp_path):
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    assert repr(check("w1-neuron", right("w1-neuron"))) == "1"


def test_it_lies_in_the_courses_folder_and_not_in_git(monkeypatch, tmp_path):
    monkeypatch.delenv(progress.VARIABLE)
    monkeypatch.setattr(files, "ROOT", tmp_path)
    check("w1-neuron", right("w1-neuron"))
    assert json.loads((tmp_path / "progress.jsonl").read_text())["exercise"] == "w1-neuron"
    assert subprocess.run(["git", "check-ignore", "-q", "progress.jsonl"], cwd=ROOT).returncode == 0


def test_what_a_teacher_runs_under_build_is_not_noted(record, monkeypatch, tmp_path):
    monkeypatch.setattr(files, "ROOT", tmp_path)
    (tmp_path / "build" / "source").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "build" / "source")
    check("w1-neuron", right("w1-neuron"))
    assert not record.exists()


def test_two_kernels_write_side_by_side(record):
    code = "from lib import progress\nfor number in range(200): progress._add('w1-cost', earned=number % 3)"
    kernels = [subprocess.Popen([sys.executable, "-c", code]) for _ in range(2)]
    assert [kernel.wait() for kernel in kernels] == [0, 0]
    assert len(progress._rows()) == 400


def test_hints_seen_are_no_points(record):
    progress.record_hint("w1-neuron", 2)
    assert progress.hints_seen("w1-neuron") == 2 and progress.best() == {} and progress.latest() is None


def test_as_html_it_takes_the_pages_colours_and_tells_all_in_words(record):
    progress._add("w1-neuron", earned=1.0)
    shown = progress.progress()._repr_html_()
    text = " ".join(re.sub("<[^>]+>", " ", shown).split())
    assert "1 of 51 points" in text and "Next: w1-quiz-networks" in text and "\n" not in shown
    assert set(re.findall("#[0-9A-Fa-f]{6}", shown)) == {progress.BLUE}  # no colour for text or page
    assert not re.search(r"[^-]width:\s*\d+px", shown)


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_a_terminal_without_bars_gets_letters(record, encoding):
    code = "from lib.progress import progress; print(progress())"
    done = subprocess.run(
        [sys.executable, "-c", code], env=os.environ | {"PYTHONIOENCODING": encoding}, capture_output=True
    )
    assert done.returncode == 0 and b"...................." in done.stdout, done.stderr


def test_what_can_be_printed_is_left_as_it_is():
    assert printable("✓ █ −") == "✓ █ −"
