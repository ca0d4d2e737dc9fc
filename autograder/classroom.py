"""Grade a class: everything handed in for a week, side by side, what is unchanged left out.

A submission is done once its graded notebook lies in `root`/autograded, which is the last thing that happens to it. So
a run that was stopped at any moment can be started again: it goes on with the first that isn't done.
"""

import hashlib
import json
import os
import re
import shutil
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path

from autograder import gradebook, grading
from autograder.grading import Assignment, Graded
from autograder.hidden import hidden_key
from autograder.inside.server import Step
from autograder.marks import Marks, assignment_exists, handed_in_at
from autograder.pool import ClusterLost, DaskPool, LocalPool, pool_of
from autograder.sandbox import Returned
from autograder.source import Source, sources
from lib import files, recovery
from lib.errors import CourseError
from lib.notebook import is_test
from lib.recovery import Restored

GRADED = re.compile(rb'"graded": "([0-9a-f]{16})"')


@dataclass(frozen=True)
class Submission:
    """One learner's notebook: where it lies, and what it would be graded as now."""

    student: str
    path: Path
    digest: str
    repairs: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Begun:
    """A submission on its way."""

    submission: Submission
    restored: Restored
    steps: list[Step]
    future: Future[Returned]


@dataclass(frozen=True)
class Row:
    """What became of one submission."""

    student: str
    earned: float = 0.0
    points: float = 0.0
    to_mark: int = 0
    repairs: list[str] = field(default_factory=list)
    problem: str = ""  # why nothing was graded
    fresh: bool = True  # whether it was graded now


def grade(
    root: Path,
    week: str,
    students: list[str] | None = None,
    jobs: int | None = None,
    force: bool = False,
    confined: bool = True,
    done: Callable[[Row], None] = lambda row: None,
    expected: Callable[[int], None] = lambda number: None,
    dask: str | None = None,
    database: str | None = None,
) -> list[Row]:
    """Grade what is new or changed (or all, with `force`) of a week; a row for each submission.

    `expected` is told how many there are, `done` is called with each row as it comes. `dask` is the address of a
    cluster that runs them, `database` the gradebook's URL where it isn't the file under `root`.
    """
    notebooks = sources(week)
    url = gradebook.database(root, database)
    prepare(root, week, url)
    rows = []
    for source in notebooks:
        assignment = assignment_of(root, source)
        with Marks(url, week) as marks:
            found, rejected = _submissions(root, week, assignment, students)
            expected(len(found) + len(rejected))
            pool = pool_of(assignment.key.inputs, jobs, confined, dask)
            for row in chain(rejected, _graded(root, week, assignment, marks, found, pool, force)):
                rows.append(row)
                done(row)
    return rows


def prepare(root: Path, week: str, url: str | None = None) -> None:
    """Have nbgrader make the assignment, where it hasn't or its source is newer; one grader at a time."""
    url = url or gradebook.database(root)
    with gradebook.alone(root, url):
        made = [(path, source.path) for source in sources(week) for path in _made(root, source)]
        if not all(_is_newer(path, source) for path, source in made) or not assignment_exists(url, week):
            from autograder.build import refresh_sources  # only here: it takes seconds, as nbgrader does

            refresh_sources(root)
            gradebook.generate_assignment(root, week, url)


def assignment_of(root: Path, source: Source) -> Assignment:
    """A notebook's released form and its hidden key."""
    return grading.assignment_of(hidden_key(source, root), *_made(root, source))


def _made(root: Path, source: Source) -> list[Path]:
    """nbgrader's released notebook, and the one with solutions from which it is made."""
    return [root / kind / source.week / f"{source.path.stem}.ipynb" for kind in ("release", "source")]


def _is_newer(path: Path, than: Path) -> bool:
    return path.exists() and path.stat().st_mtime >= than.stat().st_mtime


def _submissions(
    root: Path, week: str, assignment: Assignment, students: list[str] | None
) -> tuple[list[Submission], list[Row]]:
    """What can be graded, and a row for what can't."""
    folders = sorted(folder for folder in (root / "submitted").glob(f"*/{week}") if folder.is_dir())
    there = {folder.parent.name: folder for folder in folders}
    unknown = sorted(set(students or []) - set(there))
    if unknown or not there:
        who = f" of {', '.join(unknown)}" if unknown else ""
        raise CourseError(f"There is no submission{who} in {root / 'submitted'} for {week}.")
    found, rejected = [], []
    for student in students or there:
        if not student.isprintable():
            rejected.append(Row(ascii(student), problem="this folder's name can't be written down: rename it."))
            continue
        try:
            found.append(submission(there[student], student, assignment))
        except (CourseError, OSError) as error:
            rejected.append(Row(student, problem=str(error)))
    return found, rejected


def submission(folder: Path, student: str, assignment: Assignment) -> Submission:
    """The notebook in a learner's folder. Raises CourseError where there is none, or several of other names."""
    path, repairs = recovery.find(folder, assignment.name)
    return Submission(student, path, _digest(path, assignment), repairs)


def begin(submission: Submission, assignment: Assignment, pool: LocalPool | DaskPool) -> Begun:
    """Put a submission into the course's form and have it run. Raises CourseError where it is no notebook."""
    found = recovery.restore(recovery.read(submission.path), assignment.released)
    restored = replace(found, repairs=[*submission.repairs, *found.repairs])
    steps = grading.steps(restored, assignment)
    return Begun(submission, restored, steps, pool.submit(steps, grading.SECONDS))


def finish(begun: Begun, assignment: Assignment) -> Graded:
    """Wait until it has run, and judge. Raises CourseError where the sandbox or the cluster breaks down."""
    return grading.graded(begun.restored, begun.steps, begun.future.result(), assignment, begun.submission.digest)


def _digest(path: Path, assignment: Assignment) -> str:
    made_by = hashlib.sha256(assignment.key.digest.encode() + os.fsencode(path.name))
    made_by.update(path.read_bytes())
    made_by.update(str(handed_in_at(path.parent)).encode())
    return made_by.hexdigest()[:16]


def _graded(
    root: Path,
    week: str,
    assignment: Assignment,
    marks: Marks,
    found: list[Submission],
    pool: LocalPool | DaskPool,
    force: bool,
) -> Iterator[Row]:
    """Rows as they come; a few submissions are on their way at a time, so that memory stays flat."""
    recorded = marks.recorded()
    with pool:
        under_way: deque[Begun] = deque()
        for submission in found:
            target = _target(root, week, submission, assignment)
            if not force and submission.student in recorded and _graded_as(target) == submission.digest:
                yield _known_row(submission, target)
                continue
            try:
                under_way.append(begin(submission, assignment, pool))
            except ClusterLost:
                raise
            except (CourseError, OSError) as error:
                yield Row(submission.student, problem=str(error))
            if len(under_way) > 2 * pool.size:
                yield _recorded(root, week, assignment, marks, under_way.popleft())
        while under_way:
            yield _recorded(root, week, assignment, marks, under_way.popleft())


def _target(root: Path, week: str, submission: Submission, assignment: Assignment) -> Path:
    return root / "autograded" / submission.student / week / f"{assignment.name}.ipynb"


def _recorded(root: Path, week: str, assignment: Assignment, marks: Marks, begun: Begun) -> Row:
    """Judge, record, and last of all put the graded notebook in its place."""
    submission = begun.submission
    try:
        graded = finish(begun, assignment)
    except ClusterLost:
        raise
    except CourseError as error:
        return Row(submission.student, problem=str(error))
    handed_in = handed_in_at(submission.path.parent)
    marks.record(submission.student, assignment.name, graded.scores, graded.unanswered, handed_in)
    target = _target(root, week, submission, assignment)
    _copy_timestamp(submission.path.parent, target.parent)
    files.write(target, json.dumps(graded.notebook) + "\n")  # with indent, it would take ten times as long
    points = sum(verdict.points for verdict in graded.earned.values())
    earned = sum(score or 0 for score in graded.scores.values())
    return Row(submission.student, earned, points, graded.to_mark, graded.repairs)


def _known_row(submission: Submission, target: Path) -> Row:
    """The row of a submission that was graded before, from its graded notebook."""
    notebook = json.loads(target.read_text(encoding="utf-8"))
    known = notebook["metadata"]["workbook"]
    tested = [cell for cell in notebook["cells"] if is_test(cell)]
    earned = sum(float("".join(cell["outputs"][0]["data"]["text/plain"])) for cell in tested)
    points = sum(cell["metadata"]["nbgrader"]["points"] for cell in tested)
    return Row(submission.student, earned, points, known["to_mark"], known["repairs"], fresh=False)


def _graded_as(path: Path) -> str | None:
    """The digest of the submission that this graded notebook was made from; it stands near the file's end."""
    try:
        with path.open("rb") as file:
            file.seek(-min(100_000, path.stat().st_size), os.SEEK_END)
            match = GRADED.search(file.read())
    except OSError:
        return None
    return match[1].decode() if match else None


def _copy_timestamp(source: Path, target: Path) -> None:
    if (source / "timestamp.txt").is_file():
        with files.beside(target / "timestamp.txt") as made:
            shutil.copyfile(source / "timestamp.txt", made)
