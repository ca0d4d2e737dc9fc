"""`--db postgresql://...`: a real server, two graders at once, nbgrader's own commands on the same gradebook."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
import pytest
from nbgrader.api import Gradebook
from sqlalchemy import create_engine, text
from traitlets.config import PyFileConfigLoader

from autograder import classroom, gradebook, marks, submissions
from autograder.source import ROOT, sources
from lib.errors import CourseError

WEEK = "week1"
SOURCE = sources(WEEK)[0]
NAME = f"{SOURCE.path.stem}.ipynb"
CLASS = [f"learner-{number:02}" for number in range(20)]
GRADER = """
import sys
import tempfile
from pathlib import Path
from autograder import classroom
rows = classroom.grade(Path(sys.argv[1]), "week1", jobs=1, database=sys.argv[2])
assert not [row.problem for row in rows if row.problem], rows
print(sum(row.fresh for row in rows))
"""


def server_programs():
    """The folder of PostgreSQL's server programs."""
    found = shutil.which("initdb")
    places = [Path(found).resolve().parent] if found else sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    if not places:
        pytest.fail("There is no PostgreSQL server to test against: `sudo apt install postgresql`.")
    return places[-1]


def as_server(*command):
    """Run a command as the user who may own a database: PostgreSQL refuses root."""
    user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    subprocess.run([*user, *map(str, command)], check=True, cwd="/", stdout=subprocess.DEVNULL)


@pytest.fixture(scope="module")
def server():
    """The URL of a database server of our own, without a database's name; its folder is one that its user can enter."""
    programs, folder = server_programs(), Path(tempfile.mkdtemp())
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    data = folder / "data"
    as_server(programs / "initdb", "-D", data, "-U", "teacher", "-A", "trust", "-E", "UTF8", "--no-sync")
    options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off"
    as_server(programs / "pg_ctl", "-w", "-D", data, "-l", folder / "log", "-o", options, "start")
    yield f"postgresql://teacher@127.0.0.1:{port}"
    as_server(programs / "pg_ctl", "-D", data, "-m", "immediate", "stop")
    shutil.rmtree(folder)


def empty_database(server, name):
    """The URL of a new database."""
    engine = create_engine(gradebook.database(Path(), f"{server}/postgres"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    return f"{server}/{name}"


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """A course folder with a class's submissions."""
    root = tmp_path_factory.mktemp("course")
    classroom.prepare(root, WEEK)
    for number, student in enumerate(CLASS):
        answers = submissions.mixed_answers(SOURCE, np.random.default_rng(number))
        submissions.submit(root / "release" / WEEK / NAME, answers, root / "submitted" / student / WEEK / NAME)
    return root


def copy(course, folder):
    """The course with nothing graded."""
    shutil.copytree(course, folder, ignore=shutil.ignore_patterns("autograded", "gradebook.db"))
    return folder


def at_once(roots, url):
    """Grade in processes of their own, all at once; how many submissions each graded."""
    command = [sys.executable, "-W", "ignore", "-c", GRADER]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True, "cwd": ROOT}
    graders = [subprocess.Popen([*command, str(root), url], **pipes) for root in roots]
    said = [grader.communicate(timeout=300) for grader in graders]
    assert [grader.returncode for grader in graders] == [0] * len(graders), said
    return [int(out) for out, _ in said]


def rows(url):
    """How many rows there are of each kind that a grader writes."""
    engine = create_engine(gradebook.database(Path(), url))
    with engine.connect() as connection:
        tables = ("student", "submitted_assignment", "submitted_notebook", "grade", "comment")
        return {table: connection.execute(text(f"SELECT count(*) FROM {table}")).scalar() for table in tables}


def mark_by_hand(url, student):
    """Give this learner a person's points, comment and extra credit."""
    with Gradebook(url) as book:
        found = book.find_submission_notebook(SOURCE.path.stem, WEEK, student)
        written = next(grade for grade in found.grades if grade.needs_manual_grade)
        written.manual_score, written.extra_credit, written.needs_manual_grade = 1.5, 0.5, False
        found.comments[0].manual_comment = "See me."
        book.db.commit()
        return written.name


def by_hand(url, student, name):
    with Gradebook(url) as book:
        found = book.find_submission_notebook(SOURCE.path.stem, WEEK, student)
        [grade] = [grade for grade in found.grades if grade.name == name]
        return grade.manual_score, grade.extra_credit, found.comments[0].manual_comment


@pytest.fixture(scope="module")
def by_sqlite(course):
    """How many each of two graders graded who started at once in one folder, and the scores, in SQLite."""
    return at_once([course, course], ""), gradebook.scores(course, WEEK)


@pytest.fixture(scope="module")
def by_postgres(course, server, tmp_path_factory):
    """The same on one server, from its first moment, where each has a folder of its own: they meet in every row."""
    folder, database = tmp_path_factory.mktemp("graders"), empty_database(server, "course")
    roots = [copy(course, folder / name) for name in ("one", "two")]
    return roots[0], database, at_once(roots, database)


def test_two_graders_in_one_folder_on_sqlite(by_sqlite):
    """Neither is told that the database is locked, and everybody is graded."""
    graded, scores = by_sqlite
    assert sum(graded) >= len(CLASS) == len(scores)


def test_two_graders_on_one_server(by_sqlite, by_postgres):
    root, database, graded = by_postgres
    assert graded == [len(CLASS)] * 2
    assert gradebook.scores(root, WEEK, database) == by_sqlite[1]
    there = rows(database)
    assert there["student"] == there["submitted_assignment"] == there["submitted_notebook"] == len(CLASS)
    assert there["grade"] == len(CLASS) * len(by_sqlite[1][CLASS[0]])
    assert not (root / "gradebook.db").exists()


def test_what_a_person_gave_stays(by_postgres):
    root, database, _ = by_postgres
    url, there = gradebook.database(root, database), rows(database)
    marked = mark_by_hand(url, CLASS[3])
    classroom.grade(root, WEEK, CLASS[2:5], force=True, database=database)
    assert by_hand(url, CLASS[3], marked) == (1.5, 0.5, "See me.")
    assert rows(database) == there


def test_whoever_is_in_the_way_is_waited_for_and_then_named(by_postgres, monkeypatch):
    root, database, _ = by_postgres
    url = gradebook.database(root, database)
    monkeypatch.setattr(marks, "WAITS", (0.01, 0.01))
    arguments = (CLASS[0], SOURCE.path.stem, {"w1-sigmoid": 0.25}, [], None)
    with create_engine(url).connect() as other, marks.Marks(url, WEEK) as book:
        other.execute(text("LOCK TABLE grade IN EXCLUSIVE MODE"))
        book.db.execute(text("SET lock_timeout = '50ms'"))
        book.db.commit()
        with pytest.raises(CourseError, match=r"The gradebook could not be written: .*lock timeout"):
            book.record(*arguments)
        other.rollback()
        book.record(*arguments)
    assert gradebook.scores(root, WEEK, database)[CLASS[0]]["w1-sigmoid"][0] == 0.25


def test_nbgraders_own_commands_use_the_same_gradebook(course, by_sqlite, server, tmp_path, monkeypatch):
    """The environment's word reaches the configuration that nbgrader's commands and the formgrader read."""
    root, database = copy(course, tmp_path / "one"), empty_database(server, "nbgrader")
    monkeypatch.setenv(gradebook.VARIABLE, database)
    config = PyFileConfigLoader(gradebook.CONFIG.name, path=str(gradebook.CONFIG.parent)).load_config()
    assert config.CourseDirectory.db_url == gradebook.database(root, database)
    for student in CLASS[2:]:
        shutil.rmtree(root / "submitted" / student)
    gradebook.generate_assignment(root, WEEK, database)
    gradebook.autograde(root, WEEK, database)
    gradebook.generate_assignment(root, WEEK, database)
    assert gradebook.scores(root, WEEK, database) == {student: by_sqlite[1][student] for student in CLASS[:2]}
    assert not (root / "gradebook.db").exists()


def test_a_server_that_does_not_answer_is_said_in_a_sentence(tmp_path, monkeypatch):
    with pytest.raises(CourseError, match="The gradebook's database does not answer"):
        classroom.grade(tmp_path, WEEK, database="postgresql://nobody@127.0.0.1:1/none")
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(CourseError, match=r"pip install -e '\.\[postgres\]'"):
        gradebook.database(tmp_path, "postgresql://somewhere/course")


def test_urls_are_taken_as_they_are_usually_written():
    schemes = ("postgres", "postgresql", gradebook.POSTGRES)
    urls = {gradebook.database(Path(), f"{scheme}://a:b@c/d") for scheme in schemes}
    assert urls == {"postgresql+psycopg://a:b@c/d"}
    assert gradebook.database(Path("/x"), "sqlite:////y.db") == "sqlite:////y.db"
    assert gradebook.database(Path("/x")) == gradebook.database(Path("/x"), "") == "sqlite:////x/gradebook.db"
