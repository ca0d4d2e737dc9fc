"""The command `workbook`: what it starts, what it prints, and how it ends when something is wrong."""

import os
import sys

import pytest
from rich.console import Console

from autograder import build, classroom, cli, demo
from autograder import export as exporting
from autograder.source import ROOT
from lib.errors import CourseError


def run(monkeypatch, *arguments: str) -> int:
    """The exit status of `workbook ...`."""
    monkeypatch.setattr(sys, "argv", ["workbook", *arguments])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    return ended.value.code or 0


@pytest.fixture
def jupyterlab(monkeypatch):
    """JupyterLab's arguments and configuration path, in place of JupyterLab."""
    started = {}

    def start(arguments):
        started.update(arguments=arguments, paths=os.environ["JUPYTER_CONFIG_PATH"].split(os.pathsep))

    monkeypatch.setattr("jupyterlab.labapp.main", start)
    monkeypatch.setenv("JUPYTER_CONFIG_PATH", "elsewhere")
    return started


def test_lab_opens_week_1_without_nbgraders_tools(monkeypatch, jupyterlab):
    assert run(monkeypatch, "lab") == 0
    assert "--LabApp.default_url=/lab/tree/notebooks/week1/binary_classification.ipynb" in jupyterlab["arguments"]
    assert jupyterlab["paths"] == [str(ROOT / "autograder" / "learner"), "elsewhere"]
    assert (ROOT / "autograder" / "learner" / "jupyter_server_config.json").exists()


def test_lab_for_an_instructor_finds_nbgraders_configuration(monkeypatch, jupyterlab):
    assert run(monkeypatch, "lab", "--instructor", "--no-browser") == 0
    assert jupyterlab["arguments"][-1] == "--no-browser"
    assert jupyterlab["paths"] == [str(ROOT / "autograder"), "elsewhere"]


def test_an_unknown_week_is_one_sentence(monkeypatch, capsys):
    assert run(monkeypatch, "lab", "--week", "week9") == 1
    out, err = capsys.readouterr()
    assert err.startswith("There is no 'week9'; the weeks are week1") and err.count("\n") == 1 and out == ""


def test_a_notebook_that_is_gone_says_how_to_get_it_back(monkeypatch, capsys, tmp_path):
    monkeypatch.setattr(cli, "ROOT", tmp_path)
    assert run(monkeypatch, "lab") == 1
    assert "run `workbook build`" in capsys.readouterr().err


@pytest.mark.parametrize(("stale", "status"), [([], 0), ([ROOT / "notebooks/week1/x.ipynb"], 1)])
def test_build_check_names_what_differs(monkeypatch, capsys, stale, status):
    monkeypatch.setattr(build, "stale", lambda: stale)
    assert run(monkeypatch, "build", "--check") == status
    assert ("notebooks/week1/x.ipynb differs" in capsys.readouterr().out) == bool(stale)


def test_what_a_build_did_is_said(monkeypatch, capsys):
    monkeypatch.setattr(build, "build", list)
    assert run(monkeypatch, "build") == 0
    assert "up to date" in capsys.readouterr().out


def test_the_demo_shows_the_gradebooks_scores(monkeypatch, capsys, tmp_path):
    scores = {"ada": {"w1-a": (2.0, 2.0), "w1-b": (None, 4.0)}, "ben": {"w1-a": (4 / 3, 2.0), "w1-b": (0.0, 4.0)}}
    page = tmp_path / "feedback" / "ada" / "week1" / "x.html"
    monkeypatch.setattr(demo, "FOLDER", tmp_path)
    monkeypatch.setattr(demo, "run", lambda week, step: (step("build the course"), scores)[1])
    page.parent.mkdir(parents=True)
    page.touch()
    assert run(monkeypatch, "demo") == 0
    shown = capsys.readouterr().out
    assert "1.33" in shown and "to mark" in shown and str(page) in shown


def test_the_table_sums_what_is_marked():
    scores = {"ada": {"w1-a": (2.0, 2.0), "w1-b": (None, 4.0)}}
    console = Console(width=80, record=True, file=open(os.devnull, "w"))  # noqa: SIM115
    console.print(cli.score_table(scores, "title"))
    total = [line for line in console.export_text().splitlines() if "total" in line]
    assert total and total[0].split("│")[2:4] == [" 6  ", " 2       "]


def test_no_traceback_for_a_course_error(monkeypatch, capsys):
    def spoilt():
        raise CourseError("The course is [spoilt]: do this.")

    monkeypatch.setattr(build, "build", spoilt)
    assert run(monkeypatch, "build") == 1
    assert capsys.readouterr().err.strip() == "The course is [spoilt]: do this."


def row(student, **fields):
    return classroom.Row(student, **{"earned": 3.5, "points": 4.0} | fields)


@pytest.mark.parametrize(("problem", "status"), [("", 0), ("mia/week1 has no notebook.", 1)])
def test_grading_shows_a_line_a_learner_and_fails_where_one_could_not_be_graded(monkeypatch, capsys, problem, status):
    rows = [row("[b]ada", to_mark=2, repairs=["a cell was put back"]), row("mia", problem=problem)]
    monkeypatch.setattr(classroom, "grade", lambda *arguments, **options: rows)
    assert run(monkeypatch, "grade", "week1") == status
    shown = capsys.readouterr().out
    assert "[b]ada" in shown and "3.5 of 4" in shown and ("not graded" in shown) == bool(problem)
    assert problem in shown


def test_grading_that_is_stopped_says_how_to_go_on(monkeypatch, capsys):
    def stop(*arguments, **options):
        raise KeyboardInterrupt

    monkeypatch.setattr(classroom, "grade", stop)
    assert run(monkeypatch, "grade", "week1") == 1
    assert "goes on where it was" in capsys.readouterr().err


def test_a_release_says_where_it_is(monkeypatch, capsys, tmp_path):
    assert run(monkeypatch, "release", "week1", "--output", str(tmp_path)) == 0
    assert f"{tmp_path}/neural-networks-workbook-week1.zip is ready" in capsys.readouterr().out


@pytest.mark.parametrize(("stranger", "status"), [("ada/notes.pdf", 0), ("whose?.txt", 1)])
def test_collecting_shows_a_line_a_learner_and_fails_where_something_was_left(
    monkeypatch, capsys, tmp_path, stranger, status
):
    monkeypatch.setattr(build, "BUILD", tmp_path / "build")
    for name in ("ada/[b]x.ipynb", stranger):
        (tmp_path / "in" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "in" / name).touch()
    (tmp_path / "list.csv").write_text("Username\nada\nben\n")
    assert run(monkeypatch, "collect", "week1", str(tmp_path / "in"), "--roster", str(tmp_path / "list.csv")) == status
    shown = capsys.readouterr().out
    assert "[b]x.ipynb" in shown and stranger in shown and "nothing handed in: ben" in shown
    assert (tmp_path / "build/submitted/ada/week1/binary_classification.ipynb").exists()


@pytest.mark.parametrize(("problems", "status"), [({}, 0), ({"[b]ada": "left out.", "ben": "left out."}, 1)])
def test_exporting_names_file_column_and_who_is_not_in_it(monkeypatch, capsys, tmp_path, problems, status):
    calls = []

    def exported(*arguments):
        calls.append(arguments[1:3])
        return exporting.Export(tmp_path / "x.csv", 59.0, "Week 1 (4711)", 7, problems)

    monkeypatch.setattr(exporting, "export", exported)
    assert run(monkeypatch, "export", "week1", "week2", "--to", "canvas") == status
    shown = capsys.readouterr().out
    assert "x.csv: 7 learners, out of 59 points" in shown and "Week 1 (4711)" in shown
    assert ("[b]ada, ben: left out." in shown) == bool(problems)
    assert calls == [("week1", "canvas"), ("week2", "canvas")]
