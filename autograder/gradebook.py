"""nbgrader's own commands on a course folder, and the scores out of its gradebook."""

import importlib.util
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Select, create_engine, func, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import NullPool

from lib.errors import CourseError

if TYPE_CHECKING:
    from nbgrader.apps import NbGraderAPI

try:
    import fcntl
except ImportError:  # on Windows, where nothing is graded
    fcntl = None

# nbgrader calls alembic by its name, which is found beside this Python even where its environment is not activated.
os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])

VARIABLE = "WORKBOOK_DB"  # the environment's word for the gradebook, which nbgrader's commands hear as well
POSTGRES = "postgresql+psycopg"
LOCK = 0x776F726B  # the number of our lock in a PostgreSQL server
CONFIG = Path(__file__).parent / "nbgrader_config.py"


def generate_assignment(root: Path, week: str, url: str | None = None) -> None:
    """Make the learners' notebooks of a week: `root`/source -> `root`/release."""
    _run(_api(root, url).generate_assignment, week)


def autograde(root: Path, week: str, url: str | None = None) -> None:
    """Grade everything that was handed in for a week, by nbgrader's own command: it goes through the same sandbox."""
    _run(_api(root, url).autograde, week, "*")


def generate_feedback(root: Path, week: str, student: str) -> None:
    """Write one learner's feedback: `root`/autograded -> `root`/feedback."""
    _run(_api(root).generate_feedback, week, student)


def scores(root: Path, week: str, url: str | None = None) -> dict[str, dict[str, tuple[float | None, float]]]:
    """By learner and exercise, points earned (None while a person has to mark it) and points there are.

    Nobody's where nothing of the week was ever graded.
    """
    from nbgrader.api import Gradebook

    found: dict[str, dict[str, tuple[float | None, float]]] = {}
    with Gradebook(database(root, url)) as gradebook:
        for student, name, score, points, to_mark in gradebook.db.execute(_grades(week)):
            found.setdefault(student, {})[name] = (None if to_mark else score, points)
    return found


def students(root: Path, url: str | None = None) -> set[str]:
    """Everybody whom the gradebook knows, whether they ever handed in or not."""
    from nbgrader.api import Gradebook, Student

    with Gradebook(database(root, url)) as gradebook:
        return set(gradebook.db.execute(select(Student.id)).scalars())


def _grades(week: str) -> Select:
    """One query for a class: asked through nbgrader's objects, each grade is several."""
    from nbgrader.api import Assignment, BaseCell, Grade, SubmittedAssignment, SubmittedNotebook

    columns = (SubmittedAssignment.student_id, BaseCell.name, Grade.score, Grade.max_score, Grade.needs_manual_grade)
    rows = select(*columns).join(SubmittedNotebook, Grade.notebook_id == SubmittedNotebook.id)
    rows = rows.join(SubmittedAssignment, SubmittedNotebook.assignment_id == SubmittedAssignment.id)
    rows = rows.join(Assignment, SubmittedAssignment.assignment_id == Assignment.id)
    rows = rows.join(BaseCell, Grade.cell_id == BaseCell.id)
    return rows.where(Assignment.name == week).order_by(SubmittedAssignment.student_id)


def database(root: Path, url: str | None = None) -> str:
    """A gradebook's URL in SQLAlchemy's form: the file under `root` where none is given."""
    if not url:
        return f"sqlite:///{(root / 'gradebook.db').as_posix()}"
    scheme, found, place = url.partition("://")
    if scheme not in ("postgres", "postgresql", POSTGRES) or not found:
        return url
    if not importlib.util.find_spec("psycopg"):
        raise CourseError("A gradebook in PostgreSQL needs psycopg: `python -m pip install -e '.[postgres]'`.")
    return f"{POSTGRES}://{place}"


@contextmanager
def alone(root: Path, url: str) -> Iterator[None]:
    """Hold up whoever else wants to prepare this folder or this database, until this is done."""
    with ExitStack() as stack:
        if fcntl:
            root.mkdir(parents=True, exist_ok=True)
            fcntl.flock(stack.enter_context((root / "lock").open("w")), fcntl.LOCK_EX)
        if url.startswith(POSTGRES):
            connection = stack.enter_context(_connection(url))
            connection.execute(select(func.pg_advisory_lock(LOCK)))
        yield


@contextmanager
def _connection(url: str) -> Iterator[Connection]:
    """One connection to a database server. Raises CourseError where there is none."""
    engine = create_engine(url, poolclass=NullPool)
    try:
        connection = engine.connect()
    except (SQLAlchemyError, OSError) as error:
        raise CourseError(f"The gradebook's database does not answer: {_first_line(error)}") from error
    with connection:
        yield connection


def _first_line(error: Exception) -> str:
    return str(getattr(error, "orig", error)).strip().partition("\n")[0]


def _api(root: Path, url: str | None = None) -> "NbGraderAPI":
    from nbgrader.apps import NbGraderAPI  # only where it is needed: to import nbgrader takes seconds
    from traitlets.config import Config, PyFileConfigLoader

    config = PyFileConfigLoader(CONFIG.name, path=str(CONFIG.parent)).load_config()
    config.merge(Config({"CourseDirectory": {"root": str(root), "db_url": database(root, url)}}))
    config.NbGrader.log_level = "WARNING"
    return NbGraderAPI(config=config)


def _run(command: Callable[..., dict], *arguments: str) -> None:
    result = command(*arguments)
    if not result["success"]:
        reason = result["error"].strip().splitlines()[-1]
        if reason == KeyboardInterrupt.__name__:  # nbgrader catches that as well
            raise KeyboardInterrupt
        raise CourseError(f"nbgrader could not finish {command.__name__} {' '.join(arguments)}: {reason}")
