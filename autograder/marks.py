"""Write what submissions earned into nbgrader's gradebook: the one writer, a transaction a submission.

Manual scores, manual comments and extra credit are not touched.
"""

import random
import time
from collections.abc import Collection, Mapping
from datetime import datetime
from pathlib import Path

from nbgrader.api import (
    Assignment,
    BaseCell,
    Comment,
    Grade,
    Gradebook,
    Notebook,
    Student,
    SubmittedAssignment,
    SubmittedNotebook,
    new_uuid,
)
from nbgrader.utils import parse_utc
from sqlalchemy import bindparam, insert, select, update
from sqlalchemy.exc import IntegrityError, OperationalError

from lib.errors import CourseError

WAITS = (0.02, 0.1, 0.5, 2.0, 5.0)  # seconds before another try to write, where two graders meet
NO_RESPONSE = "No response."  # nbgrader's own words


class Marks:
    """The gradebook, open at one assignment."""

    def __init__(self, url: str, week: str) -> None:
        self.gradebook = Gradebook(url)
        self.db = self.gradebook.db
        self.assignment: str = self.gradebook.find_assignment(week).id
        rows = self.db.execute(select(Notebook.name, Notebook.id).where(Notebook.assignment_id == self.assignment))
        self.notebooks: dict[str, str] = dict(rows.all())
        self.cells = {name: self._cells(found) for name, found in self.notebooks.items()}

    def __enter__(self) -> "Marks":
        return self

    def __exit__(self, *exception: object) -> None:
        self.gradebook.close()

    def recorded(self) -> set[str]:
        """The learners who have a submission of this assignment in the gradebook."""
        query = select(SubmittedAssignment.student_id).where(SubmittedAssignment.assignment_id == self.assignment)
        return set(self.db.execute(query).scalars())

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
        rows = self.db.execute(select(BaseCell.id, BaseCell.name).where(BaseCell.notebook_id == notebook))
        return dict(rows.all())

    def _submitted(self, student: str, notebook: str, timestamp: datetime | None) -> str:
        """The key of this learner's notebook in the gradebook, with all rows that belong to it."""
        if self.db.get(Student, student) is None:
            self.db.execute(insert(Student).values(id=student))
        query = select(SubmittedAssignment.id).filter_by(assignment_id=self.assignment, student_id=student)
        submission = self.db.execute(query).scalar()
        if submission is None:
            submission = self._new_submission(student)
        if timestamp is not None:
            chosen = update(SubmittedAssignment).where(SubmittedAssignment.id == submission)
            self.db.execute(chosen.values(timestamp=timestamp))
        query = select(SubmittedNotebook.id).filter_by(assignment_id=submission, notebook_id=self.notebooks[notebook])
        return self.db.execute(query).scalar_one()

    def _new_submission(self, student: str) -> str:
        """As nbgrader's add_submission does: a row for the submission, its notebooks, and all their cells."""
        submission = new_uuid()
        row = {"id": submission, "assignment_id": self.assignment, "student_id": student}
        self.db.execute(insert(SubmittedAssignment).values(**row))
        for name, notebook in self.notebooks.items():
            submitted = new_uuid()
            row = {"id": submitted, "assignment_id": submission, "notebook_id": notebook}
            self.db.execute(insert(SubmittedNotebook).values(**row))
            self._new_cells(submitted, name)
        return submission

    def _new_cells(self, submitted: str, name: str) -> None:
        source = self.gradebook.db.get(Notebook, self.notebooks[name])
        graded = [cell.id for cell in [*source.grade_cells, *source.task_cells]]
        answered = [cell.id for cell in [*source.solution_cells, *source.task_cells]]
        for kind, cells in ((Grade, graded), (Comment, answered)):
            rows = [{"id": new_uuid(), "notebook_id": submitted, "cell_id": cell} for cell in cells]
            if rows:
                self.db.execute(insert(kind), rows)

    def _write_grades(self, submitted: str, scores: Mapping[str, float | None]) -> None:
        """A grade that a person gave before is to be looked at again, as nbgrader has it."""
        grades = Grade.__table__
        known = select(grades.c.cell_id, grades.c.manual_score).where(grades.c.notebook_id == submitted)
        rows = [
            {"cell": cell, "score": scores[cell], "look": manual is not None or scores[cell] is None}
            for cell, manual in self.db.execute(known)
            if cell in scores
        ]
        changed = update(grades).where(grades.c.notebook_id == submitted, grades.c.cell_id == bindparam("cell"))
        self.db.connection().execute(
            changed.values(auto_score=bindparam("score"), needs_manual_grade=bindparam("look")), rows
        )

    def _write_comments(self, submitted: str, said: Mapping[str, str | None]) -> None:
        comments = Comment.__table__
        chosen = update(comments).where(comments.c.notebook_id == submitted, comments.c.cell_id == bindparam("cell"))
        rows = [{"cell": cell, "said": text} for cell, text in said.items()]
        self.db.connection().execute(chosen.values(auto_comment=bindparam("said")), rows)


def handed_in_at(folder: Path) -> datetime | None:
    """When a submission came, as nbgrader's timestamp.txt in its folder says; None where nothing says so."""
    try:
        return parse_utc((folder / "timestamp.txt").read_text(encoding="utf-8").strip())
    except (OSError, OverflowError, ValueError):
        return None


def assignment_exists(url: str, week: str) -> bool:
    """Whether the gradebook has this assignment."""
    with Gradebook(url) as gradebook:
        return gradebook.db.execute(select(Assignment.id).filter_by(name=week)).scalar() is not None
