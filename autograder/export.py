"""Marks as a file that Canvas's or Moodle's gradebook takes, or nbgrader's own.

One file a week, a row only for who has a mark: an empty cell would wipe out what the platform has. A cell that a
spreadsheet would take for a formula gets an apostrophe before it; platforms find their users by other cells.
"""

import csv
import io
import os
import re
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from nbgrader.api import Assignment, Gradebook, SubmittedAssignment
from nbgrader.plugins import CsvExportPlugin
from sqlalchemy import select

from autograder import gradebook
from autograder.marks import assignment_exists
from autograder.roster import FIRST_NAMES, LAST_NAMES, LOGINS, WHOLE_NAMES, Person, Roster, squashed
from lib import files
from lib.errors import CourseError

CANVAS = ("Student", "ID", "SIS User ID", "SIS Login ID", "Section")  # the columns that it must have, in this order
PEOPLE = (*FIRST_NAMES, *LAST_NAMES, *WHOLE_NAMES, *LOGINS)  # the columns of a class list that Moodle may look at
UNMARKED = (
    "left out, for nobody has marked the written answers yet; --provisional takes what there is.",
    "in it without the written answers, which nobody has marked yet.",
)
UNKNOWN = "left out, for the class list has nobody or several of this id or name."
ODD = "nbgrader writes the name as it is, which a spreadsheet may read otherwise."
FORMULA = ("=", "+", "-", "@")
TITLE = re.compile(r"(?:Assignment: *)?(.*?)(?: *\((?:\d+|Real|Points)\))?")  # Canvas's and Moodle's around a name


@dataclass(frozen=True)
class Mark:
    """What a learner has in a week, as nbgrader counts it, and whether a person has still to mark some of it."""

    student: str
    score: float
    to_mark: bool


@dataclass
class Export:
    """A file that was written."""

    path: Path
    points: float  # that there are
    column: str = ""  # the heading of the marks
    written: int = 0
    problems: dict[str, str] = field(default_factory=dict)  # by learner, why they are not in it as they should be


def export(
    root: Path,
    week: str,
    to: str,
    roster: Roster | None = None,
    folder: Path | None = None,
    provisional: bool = False,
    url: str | None = None,
) -> Export:
    """Write a week's marks for `to`: canvas, moodle or nbgrader. Those still to be marked only if `provisional`.

    A file of other content that is in the way is kept under another name.
    """
    url = gradebook.database(root, url)
    if not assignment_exists(url, week):
        raise CourseError(f"There are no marks for {week} yet: `workbook grade {week}` first.")
    found = marks(url, week)
    done = Export((folder or root / "grades") / f"{week}-{to}.csv", _points(url, week))
    if not provisional:
        done.problems |= {mark.student: UNMARKED[to == "nbgrader"] for mark in found if mark.to_mark}
    if to == "nbgrader":
        text = _by_nbgrader(url, week, done)
    else:
        rows = _rows([mark for mark in found if provisional or not mark.to_mark], roster, done)
        done.column, done.written = heading(roster, week), len(rows)
        text = written(_for_moodle(rows, roster, done) if to == "moodle" else _for_canvas(rows, done))
    _save(text, done.path)
    return done


def marks(url: str, week: str) -> list[Mark]:
    """All learners' marks of a week: points with extra credit, without the penalty for being late, never below 0."""
    columns = (
        SubmittedAssignment.student_id,
        SubmittedAssignment.score,
        SubmittedAssignment.late_submission_penalty,
        SubmittedAssignment.needs_manual_grade,
    )
    query = select(*columns).join(Assignment).where(Assignment.name == week).order_by(SubmittedAssignment.student_id)
    with Gradebook(url) as book:
        rows = book.db.execute(query).all()
    return [Mark(name, max(0.0, score - (penalty or 0.0)), bool(look)) for name, score, penalty, look in rows]


def heading(roster: Roster | None, week: str) -> str:
    """The class list's own heading for a week, as in "Week 1 (4711)", where exactly one fits; the week's name else."""
    fitting = [name for name in roster.headings if squashed(TITLE.fullmatch(name)[1]) == week] if roster else []
    return fitting[0] if len(fitting) == 1 else week


def harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.lstrip().startswith(FORMULA) else cell


def written(rows: list[list[str]]) -> str:
    """Rows as CSV."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows([[harmless(cell) for cell in row] for row in rows])
    return text.getvalue()


def _rows(final: list[Mark], roster: Roster | None, done: Export) -> list[tuple[Person | None, Mark]]:
    """Each mark with the learner's row in the class list; who isn't there is noted."""
    if roster is None:
        return [(None, mark) for mark in final]
    found = [(roster.named(mark.student), mark) for mark in final]
    claimed = [people[0].id for people, _ in found if len(people) == 1]
    clear = [(people[0], mark) for people, mark in found if len(people) == 1 and claimed.count(people[0].id) == 1]
    known = {mark.student for _, mark in clear}
    done.problems |= {mark.student: UNKNOWN for mark in final if mark.student not in known}
    return clear


def _for_canvas(rows: list[tuple[Person | None, Mark]], done: Export) -> list[list[str]]:
    worth = ["Points Possible", *[""] * (len(CANVAS) - 1), _number(done.points)]
    cells = [[*_canvas_cells(person, mark), _number(mark.score)] for person, mark in rows]
    return [[*CANVAS, done.column], worth, *cells]


def _canvas_cells(person: Person | None, mark: Mark) -> list[str]:
    """Who it is, in Canvas's columns; without a class list, the id is taken for a login."""
    if person:
        return [person.says(name.casefold()) for name in CANVAS]
    return [mark.student, "", "", mark.student, ""]


def _for_moodle(rows: list[tuple[Person | None, Mark]], roster: Roster | None, done: Export) -> list[list[str]]:
    columns = [name for name in roster.headings if name.casefold() in PEOPLE] if roster else ["Username"]
    cells = [[person.row.get(name, "") for name in columns] if person else [mark.student] for person, mark in rows]
    return [[*columns, done.column], *[[*who, _number(mark.score)] for who, (_, mark) in zip(cells, rows)]]


def _by_nbgrader(url: str, week: str, done: Export) -> str:
    """What nbgrader's own exporter writes; it takes names as they are, so those that it can't hold are noted."""
    made = done.path.with_name(f".{done.path.name}.{os.getpid()}")
    made.parent.mkdir(parents=True, exist_ok=True)
    exporter = CsvExportPlugin()
    exporter.to, exporter.assignment = str(made), [week]
    with Gradebook(url) as book:
        exporter.export(book)
        people = [(one.id, one.first_name or "", one.last_name or "", one.email or "") for one in book.students]
    done.written = len(people)
    done.problems |= {cells[0]: ODD for cells in people if any(map(_is_odd, cells))}
    text = made.read_text(encoding="utf-8")
    made.unlink()
    return text


def _is_odd(cell: str) -> bool:
    return harmless(cell) != cell or any(sign in cell for sign in ',"\r\n')


def _points(url: str, week: str) -> float:
    with Gradebook(url) as book:
        return book.find_assignment(week).max_score


def _number(points: float) -> str:
    return f"{round(points, 2):g}"


def _save(text: str, path: Path) -> None:
    """Write in one stroke; another file in the way is kept beside it."""
    if path.exists() and path.read_bytes() != text.encode():
        path.rename(path.with_name(f"{path.stem}.until-{datetime.now():%Y%m%d-%H%M%S-%f}{path.suffix}"))
    files.write(path, text)
