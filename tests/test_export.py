"""Marks arrive in Canvas's and Moodle's form at the right learner; none is guessed, final too early, or a formula."""

import csv
import io

import pytest
from nbgrader.api import Gradebook
from nbgrader.apps import ExportApp
from traitlets.config import Config

from autograder import gradebook
from autograder.export import export, harmless, heading
from autograder.roster import read
from lib.errors import CourseError

LEARNERS = ("ada", "ben", "cleo", "dora")
CANVAS_LIST = """Student,ID,SIS User ID,SIS Login ID,Section,Old task (12),Week 1 (4711),Current Score
    Points Possible,,,,,10.00,61.00,(read only)
"Lovelace, Ada",71,S1,ada,A,3,,90
"Smith, John",73,S3,ben,A,,,90
"Smith, John",74,S4,js2,B,,,90
=1+1,75,S5,cleo,"@sum",,,90
"""
MOODLE_LIST = """First name,Last name,ID number,Email address,Assignment: Week 1 (Real),Last downloaded from this course
Ada,Lovelace,007,ada,-,1700000000
John,Smith,008,ben,-,1700000000
Cleo,Smith,009,cleo@x.org,-,1700000000
"""


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    """A course folder whose gradebook has marks for week1: extra credit, a penalty, a written answer nobody marked."""
    root = tmp_path_factory.mktemp("build")
    with Gradebook(gradebook.database(root)) as book:
        book.add_assignment("week1")
        book.add_notebook("n", "week1")
        book.add_grade_cell("code", "n", "week1", max_score=10, cell_type="code")
        book.add_grade_cell("words", "n", "week1", max_score=2.5, cell_type="markdown")
        for name in LEARNERS:
            book.add_student(name)
            book.add_submission("week1", name)
            mark(book, name, "code", auto_score=7, needs_manual_grade=False)
            mark(book, name, "words", manual_score=1, needs_manual_grade=False)
        mark(book, "ada", "code", extra_credit=0.333333)
        mark(book, "cleo", "code", manual_score=0.5)
        book.find_submission("week1", "cleo").notebooks[0].late_submission_penalty = 100
        book.find_submission("week1", "ben").notebooks[0].late_submission_penalty = 0.5
        mark(book, "dora", "words", manual_score=None, needs_manual_grade=True)
        book.db.commit()
    return root


def mark(book, student, cell, **fields):
    grade = book.find_grade(cell, "n", "week1", student)
    for name, value in fields.items():
        setattr(grade, name, value)


@pytest.fixture
def roster(tmp_path):
    def made(text):
        (tmp_path / "list.csv").write_text(text, encoding="utf-8")
        return read(tmp_path / "list.csv")

    return made


def rows(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def test_canvas_finds_its_users_its_assignment_and_the_points(root, roster, tmp_path):
    done = export(root, "week1", "canvas", roster(CANVAS_LIST), tmp_path)
    assert rows(done.path) == [
        ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "Week 1 (4711)"],
        ["Points Possible", "", "", "", "", "12.5"],
        ["Lovelace, Ada", "71", "S1", "ada", "A", "8.33"],
        ["Smith, John", "73", "S3", "ben", "A", "7.5"],
        ["'=1+1", "75", "S5", "cleo", "'@sum", "0"],
    ]
    assert done.written == 3 and set(done.problems) == {"dora"}


def test_moodle_finds_its_users_by_what_it_listed_them_with(root, roster, tmp_path):
    done = export(root, "week1", "moodle", roster(MOODLE_LIST), tmp_path)
    assert rows(done.path) == [
        ["First name", "Last name", "ID number", "Email address", "Assignment: Week 1 (Real)"],
        ["Ada", "Lovelace", "007", "ada", "8.33"],
        ["John", "Smith", "008", "ben", "7.5"],
    ]
    assert set(done.problems) == {"cleo", "dora"}


@pytest.mark.parametrize(("to", "header"), [("canvas", "SIS Login ID"), ("moodle", "Username")])
def test_without_a_list_the_ids_are_logins(root, tmp_path, to, header):
    first, *others = rows(export(root, "week1", to, None, tmp_path).path)
    assert [row[first.index(header)] for row in others][-3:] == ["ada", "ben", "cleo"] and first[-1] == "week1"


@pytest.mark.parametrize("to", ["canvas", "moodle"])
def test_what_nobody_marked_goes_out_only_if_that_is_asked_for(root, tmp_path, to):
    final = export(root, "week1", to, None, tmp_path)
    assert "dora" not in final.path.read_text() and "--provisional" in final.problems["dora"]
    early = export(root, "week1", to, None, tmp_path, provisional=True)
    assert rows(early.path)[-1][-1] == "7" and early.problems == {}


@pytest.mark.parametrize("collected", ["lovelaceada_71", "Lovelace Ada", "S1", "ADA"])
def test_ids_that_collecting_makes_without_a_list_are_found_on_it_later(roster, collected):
    [person] = roster(CANVAS_LIST).named(collected)
    assert person.id == "ada"


@pytest.mark.parametrize("stranger", ["lovelaceada_72", "lovelace", "Smith, John", "smithjohn", "71x", ""])
def test_nobody_is_found_by_half_a_name_or_two_by_one(roster, stranger):
    assert len(roster(CANVAS_LIST).named(stranger)) != 1


def test_two_ids_of_one_row_are_both_left(root, roster, tmp_path):
    done = export(root, "week1", "moodle", roster("Username,Name\nada,ben\n"), tmp_path)
    assert {"ada", "ben"} <= set(done.problems) and done.written == 0


@pytest.mark.parametrize(
    ("headings", "chosen"),
    [
        ("Week 1 (4711)", "Week 1 (4711)"),
        ("Assignment: WEEK-1 (Real)", "Assignment: WEEK-1 (Real)"),
        ("week1", "week1"),
        ("Week 10 (1),Week 11 (2)", "week1"),
        ("Week 1 (1),Week 1 (2)", "week1"),
    ],
)
def test_the_platforms_own_heading_is_taken_where_one_alone_fits(roster, headings, chosen):
    assert heading(roster(f"Username,{headings}\nada\n"), "week1") == chosen


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@sum(a1)", "\t=1", "\r=1", " =1", '=HYPERLINK("x")', "-"])
def test_no_cell_is_a_formula(cell):
    assert harmless(cell) == f"'{cell}" and harmless(harmless(cell)) == harmless(cell)


def test_a_name_may_hold_anything_that_csv_has_to_quote(root, roster, tmp_path):
    name = 'a "quoted", ; name'
    text = io.StringIO()
    csv.writer(text).writerows([["Username", "Full name"], ["ada", name]])
    assert rows(export(root, "week1", "moodle", roster(text.getvalue()), tmp_path).path)[1][1] == name


def test_nbgraders_file_is_what_nbgrader_writes(root, tmp_path, monkeypatch):
    done = export(root, "week1", "nbgrader", None, tmp_path)
    monkeypatch.chdir(tmp_path)
    app = ExportApp(config=Config({"CourseDirectory": {"db_url": gradebook.database(root)}}))
    app.initialize(["--to", "theirs.csv"])
    app.start()
    assert done.path.read_bytes() == (tmp_path / "theirs.csv").read_bytes()
    assert list(done.problems) == ["dora"] and done.written == 4


def test_a_name_that_nbgrader_can_not_write_is_told(tmp_path):
    with Gradebook(gradebook.database(tmp_path)) as book:
        book.add_assignment("week1")
        book.add_student("=cmd()")
        book.add_student("eve", last_name="Smith, Jr.")
        book.add_student("fay", last_name="Smith")
    assert set(export(tmp_path, "week1", "nbgrader").problems) == {"=cmd()", "eve"}


def test_a_file_with_other_content_is_kept(root, tmp_path):
    path = export(root, "week1", "moodle", None, tmp_path).path
    export(root, "week1", "moodle", None, tmp_path)
    assert list(tmp_path.iterdir()) == [path]
    path.write_text("mine")
    export(root, "week1", "moodle", None, tmp_path)
    [kept] = set(tmp_path.iterdir()) - {path}
    assert kept.read_text() == "mine" and path.read_text() != "mine"


def test_by_default_it_is_under_build(root):
    assert export(root, "week1", "canvas").path == root / "grades" / "week1-canvas.csv"


def test_a_week_without_marks_is_one_sentence(tmp_path):
    with pytest.raises(CourseError, match="workbook grade week2"):
        export(tmp_path, "week2", "canvas")
