"""Write what submissions earned into nbgrader's gradebook: the one writer, a transaction a submission.

Manual scores, manual comments and extra credit are not touched.
"""

import random
import time
from collections.abc import Collection, Mapping
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4
from zoneinfo import ZoneInfo

from sqlalchemy import Engine, MetaData, Table, bindparam, column, create_engine, insert, inspect, select, table, update
from sqlalchemy.exc import IntegrityError, OperationalError

from lib.errors import CourseError

WAITS = (0.02, 0.1, 0.5, 2.0, 5.0)  # seconds before another try to write, where two graders meet
TABLES = ["assignment", "notebook", "base_cell", "student"]
TABLES += ["submitted_assignment", "submitted_notebook", "grade", "comment"]
ROWS_FOR = {"grade": ("GradeCell", "TaskCell"), "comment": ("SolutionCell", "TaskCell")}  # a row for each such cell
NEW = {"grade": {"needs_manual_grade": True}, "comment": {}}
NO_RESPONSE = "No response."  # nbgrader's own words


class Marks:
    """The gradebook, open at one assignment.

    The tables are read off the database that nbgrader has made: to import nbgrader would take seconds.
    """

    def __init__(self, url: str, week: str) -> None:
        self.engine = create_engine(url)
        self.tables = _tables(self.engine)
        self.db = self.engine.connect()
        assignment, notebook = self.tables["assignment"], self.tables["notebook"]
        self.assignment: str = self.db.execute(select(assignment.c.id).where(assignment.c.name == week)).scalar_one()
        rows = self.db.execute(
            select(notebook.c.name, notebook.c.id).where(notebook.c.assignment_id == self.assignment)
        )
        self.notebooks: dict[str, str] = dict(rows.all())
        self.cells = {name: self._cells(found) for name, found in self.notebooks.items()}
        self.db.commit()

    def __enter__(self) -> "Marks":
        return self

    def __exit__(self, *exception: object) -> None:
        self.db.close()
        self.engine.dispose()

    def recorded(self) -> set[str]:
        """The learners who have a submission of this assignment in the gradebook."""
        submitted = self.tables["submitted_assignment"].c
        query = select(submitted.student_id).where(submitted.assignment_id == self.assignment)
        found = set(self.db.execute(query).scalars())
        self.db.commit()
        return found

    def record(
        self,
        student: str,
        notebook: str,
        earned: Mapping[str, float | None],
        unanswered: Collection[str],
        timestamp: datetime | None,
    ) -> None:
        """A notebook's automatic scores, None where a person marks; `unanswered` are the cells left as released.

        Another grader may be writing the same rows: whoever comes second begins again and finds them there.
        """
        for wait in WAITS:
            try:
                self._record(student, notebook, earned, unanswered, timestamp)
                return
            except (IntegrityError, OperationalError) as error:
                self.db.rollback()
                reason = error
                time.sleep(wait * random.uniform(0.5, 1.5))
        raise CourseError(f"The gradebook could not be written: {reason.orig}") from reason

    def _record(
        self,
        student: str,
        notebook: str,
        earned: Mapping[str, float | None],
        unanswered: Collection[str],
        timestamp: datetime | None,
    ) -> None:
        submitted = self._submitted(student, notebook, timestamp)
        grades = {cell: earned[name] for cell, name in self.cells[notebook].items() if name in earned}
        self._write_grades(submitted, grades)
        said = {cell: NO_RESPONSE if name in unanswered else None for cell, name in self.cells[notebook].items()}
        self._write_comments(submitted, said)
        self.db.commit()

    def _cells(self, notebook: str) -> dict[str, str]:
        """By the gradebook's own key, the names of a notebook's graded and solution cells."""
        cell = self.tables["base_cell"].c
        return dict(self.db.execute(select(cell.id, cell.name).where(cell.notebook_id == notebook)).all())

    def _submitted(self, student: str, notebook: str, timestamp: datetime | None) -> str:
        """The key of this learner's notebook in the gradebook, with all rows that belong to it."""
        submissions, notebooks = self.tables["submitted_assignment"], self.tables["submitted_notebook"]
        self._add_student(student)
        query = select(submissions.c.id).filter_by(assignment_id=self.assignment, student_id=student)
        submission = self.db.execute(query).scalar() or self._new_submission(student)
        if timestamp is not None:
            self.db.execute(update(submissions).where(submissions.c.id == submission).values(timestamp=timestamp))
        query = select(notebooks.c.id).filter_by(assignment_id=submission, notebook_id=self.notebooks[notebook])
        return self.db.execute(query).scalar_one()

    def _add_student(self, student: str) -> None:
        students = self.tables["student"]
        if self.db.execute(select(students.c.id).where(students.c.id == student)).scalar() is None:
            self.db.execute(insert(students).values(id=student))

    def _new_submission(self, student: str) -> str:
        """As nbgrader's add_submission does: a row for the submission, its notebooks, and all their cells."""
        submission = _new_id()
        row = {"id": submission, "assignment_id": self.assignment, "student_id": student}
        self.db.execute(insert(self.tables["submitted_assignment"]).values(**row))
        for notebook in self.notebooks.values():
            submitted = _new_id()
            row = {"id": submitted, "assignment_id": submission, "notebook_id": notebook, "flagged": False}
            self.db.execute(insert(self.tables["submitted_notebook"]).values(**row))
            self._new_cells(submitted, notebook)
        return submission

    def _new_cells(self, submitted: str, notebook: str) -> None:
        cell = self.tables["base_cell"].c
        for name, kinds in ROWS_FOR.items():
            query = select(cell.id).where(cell.notebook_id == notebook, cell.type.in_(kinds))
            found = self.db.execute(query).scalars()
            rows = [{"id": _new_id(), "notebook_id": submitted, "cell_id": cell_id} | NEW[name] for cell_id in found]
            if rows:
                self.db.execute(insert(self.tables[name]), rows)

    def _write_grades(self, submitted: str, scores: Mapping[str, float | None]) -> None:
        """A grade that a person gave before is to be looked at again, as nbgrader has it."""
        grades = self.tables["grade"]
        known = select(grades.c.cell_id, grades.c.manual_score).where(grades.c.notebook_id == submitted)
        rows = [
            {"cell": cell, "score": scores[cell], "look": manual is not None or scores[cell] is None}
            for cell, manual in self.db.execute(known)
            if cell in scores
        ]
        changed = update(grades).where(grades.c.notebook_id == submitted, grades.c.cell_id == bindparam("cell"))
        self.db.execute(changed.values(auto_score=bindparam("score"), needs_manual_grade=bindparam("look")), rows)

    def _write_comments(self, submitted: str, said: Mapping[str, str | None]) -> None:
        comments = self.tables["comment"]
        chosen = update(comments).where(comments.c.notebook_id == submitted, comments.c.cell_id == bindparam("cell"))
        rows = [{"cell": cell, "said": text} for cell, text in said.items()]
        self.db.execute(chosen.values(auto_comment=bindparam("said")), rows)


def handed_in_at(folder: Path) -> datetime | None:
    """When a submission came, in UTC, as nbgrader's timestamp.txt in its folder says; None where nothing says so."""
    try:
        day, clock, *zone = (folder / "timestamp.txt").read_text(encoding="utf-8").split()
        moment = datetime.fromisoformat(f"{day} {clock}")
        zoned = moment.replace(tzinfo=ZoneInfo(zone[0])) if zone else moment
        return zoned.astimezone(UTC).replace(tzinfo=None) if zoned.tzinfo else zoned
    except (OSError, OverflowError, ValueError, KeyError):  # a zone that isn't there is a KeyError
        return None


def assignment_exists(url: str, week: str) -> bool:
    """Whether the gradebook has this assignment."""
    engine = create_engine(url)
    try:
        if "assignment" not in inspect(engine).get_table_names():
            return False
        query = select(column("id")).select_from(table("assignment")).where(column("name") == week)
        with engine.connect() as connection:
            return connection.execute(query).first() is not None
    finally:
        engine.dispose()


def _tables(engine: Engine) -> Mapping[str, Table]:
    metadata = MetaData()
    metadata.reflect(engine, only=TABLES)
    return metadata.tables


def _new_id() -> str:
    """As nbgrader makes them."""
    return uuid4().hex
