"""Collect what was handed in: from Moodle's or Canvas's bulk download, nbgrader's exchange or a folder of learners.

Whose a file is, its name says, in the platform's own form; a class list makes of it the id in the gradebook. What fits
no form, or fits two learners, is named and left. Nothing in an archive names a place on this machine: a notebook goes
to submitted/<learner>/<week>/ under its name in the course.

When something was handed in, only who received it can say. nbgrader's exchange does, and so do a timestamp.txt and the
grading worksheet of Moodle. The times in Moodle's and Canvas's archives are those of the download: they are taken only
for what Canvas marks LATE, which came no later than that. A time without a zone is taken to be this machine's.
"""

import os
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from dateutil import parser
from nbgrader.utils import parse_utc

from autograder.incoming import File, is_plain, opened
from autograder.marks import handed_in_at
from autograder.roster import CANVAS_NUMBER, MOODLE_NUMBER, Person, Roster
from autograder.source import sources
from lib.errors import CourseError
from lib.files import write

STAMP = "%Y-%m-%d %H:%M:%S.%f UTC"  # nbgrader's form
HANDED_IN = "last modified (submission)"  # in Moodle's grading worksheet

CANVAS = re.compile(r"(?:.*/)?(?P<name>[^/]+?)_(?P<late>LATE_)?(?P<number>\d+)_(?P<order>\d+)_(?P<file>[^/]+)")
MOODLE = re.compile(
    r"(?:.*/)?(?P<name>[^/]+?)_(?P<number>\d+)_assignsubmission_(?P<kind>[a-z]+)(?:_?/(?P<path>.+)|_(?P<file>[^/]+))"
)
EXCHANGE = re.compile(
    r"(?:.*/)?(?P<name>[^/]+)\+(?P<week>[^/+]+)\+(?P<time>\d{4}-\d\d-\d\d [^/+]+)(?:\+[^/+]*)?/(?P<file>.+)"
)
FOLDER = re.compile(r"(?P<name>[^/]+)/(?:(?P<week>[^/]+)/)?(?P<file>[^/]+)")
ALONE = re.compile(r"(?P<name>[^/]+)\.ipynb")
NAMELESS = re.compile(r"(?:.*/)?(?:LATE_)?anon_\w+_\d+_[^/]+")  # Canvas's, where who hands in is hidden from who marks


@dataclass(frozen=True)
class Handed:
    """A file whose name says whose it is."""

    source: File
    name: str  # the learner's, as the platform writes it
    file: str  # its own name, as the learner gave it
    number: str = ""  # the learner's on the platform
    heading: str = ""  # under which a class list has that number
    series: str = ""  # of files in one series the platform says which is the newest
    order: tuple = ()  # greatest in the newest
    time: datetime | None = None  # in UTC
    late: bool = False

    @property
    def is_notebook(self) -> bool:
        """Whether its name is a notebook's."""
        return self.file.lower().endswith(".ipynb")


@dataclass(frozen=True)
class Collected:
    """What became of one learner's notebook."""

    student: str
    file: str
    time: datetime | None
    late: bool
    what: str


@dataclass
class Report:
    """What was collected, what was left and why, and who of the class list handed in nothing."""

    rows: list[Collected] = field(default_factory=list)
    left: dict[str, str] = field(default_factory=dict)  # by file or learner, a sentence each
    beside: list[str] = field(default_factory=list)  # files that are no notebooks, beside one that was collected
    missing: list[str] = field(default_factory=list)


def collect(root: Path, week: str, place: Path, roster: Roster | None = None) -> Report:
    """Put what was handed in for a week into `root`/submitted. Raises CourseError where `place` can't be trusted."""
    [source] = sources(week)
    report = Report()
    with opened(place) as files:
        good = [file for file in files if not file.problem]
        report.left |= {_shown(file.name): file.problem for file in files if file.problem}
        handed = list(_recognised(good, week, source.path.stem, report))
        for student, theirs in _by_learner(handed, roster, report).items():
            _take(root, week, source.path.stem, student, theirs, roster, report)
    if roster:
        here = {row.student for row in report.rows}
        report.missing = [person.id for person in roster.people if person.id not in here]
    return report


def _recognised(files: list[File], week: str, stem: str, report: Report) -> Iterator[Handed]:
    """The files that fit the platform's form; the others are left."""
    platform = _platform(files, week, stem)
    for file in files:
        found = platform(file)
        if isinstance(found, Handed):
            yield found
        elif found:
            report.left[_shown(file.name)] = found


Platform = Callable[[File], Handed | str | None]  # the reason why it is left, or None for what isn't this week's


def _platform(files: list[File], week: str, stem: str) -> Platform:
    """The form that these files' names have; that of one platform, even where another would fit some."""
    stamps = {file.name: file for file in files if file.name.endswith("/timestamp.txt")}
    forms = {
        EXCHANGE: lambda file: _of_exchange(file, week, stem),
        MOODLE: _of_moodle,
        CANVAS: _of_canvas,
        NAMELESS: _of_canvas,
    }
    for form, platform in forms.items():
        if any(form.fullmatch(file.name) for file in files):
            return platform
    return lambda file: _of_folder(file, week, stem, stamps)


def _of_exchange(file: File, week: str, stem: str) -> Handed | str | None:
    found = EXCHANGE.fullmatch(file.name)
    if not found:
        return "it is in no submission's folder."
    if found["week"] != week or found["file"] in ("timestamp.txt", "submission_secret.txt"):
        return None
    time = _utc(found["time"])
    if time is None:
        return f"{found['time']!r} is no time."
    return Handed(file, found["name"], found["file"], order=(time, found["file"] == f"{stem}.ipynb"), time=time)


def _of_moodle(file: File) -> Handed | str | None:
    found = MOODLE.fullmatch(file.name)
    if not found:
        return "its name has not the form that Moodle gives it."
    if found["kind"] != "file":
        return "it was typed into Moodle and is no file."
    own = found["path"] or found["file"]
    return Handed(file, found["name"], own, found["number"], MOODLE_NUMBER, series=own)


def _of_canvas(file: File) -> Handed | str | None:
    if NAMELESS.fullmatch(file.name):
        return "Canvas hides whose it is: show the names there, and download again."
    found = CANVAS.fullmatch(file.name)
    if not found:
        return "its name has not the form that Canvas gives it."
    series = re.sub(r"-\d+(?=\.ipynb$)", "", found["file"])
    who = found["name"], found["file"], found["number"], CANVAS_NUMBER
    late = bool(found["late"])
    return Handed(file, *who, series, (int(found["order"]),), file.time if late else None, late)


def _of_folder(file: File, week: str, stem: str, stamps: dict[str, File]) -> Handed | str | None:
    found = FOLDER.fullmatch(file.name)
    if found and found["week"] in (None, week):
        stamp = stamps.get(file.name.removesuffix(found["file"]) + "timestamp.txt")
        time = _utc(_text(stamp)) if stamp else None
        return None if file is stamp else Handed(file, found["name"], found["file"], series=found["file"], time=time)
    alone = ALONE.fullmatch(file.name)
    if alone and stem not in alone["name"]:
        return Handed(file, alone["name"], file.name, series=file.name)
    return "its name doesn't say whose it is."


def _by_learner(handed: list[Handed], roster: Roster | None, report: Report) -> dict[str, list[Handed]]:
    """What was handed in by each learner's id in the gradebook; who can't be told is left."""
    found: dict[str, list[Handed]] = {}
    for one in handed:
        student, problem = _student(one, roster)
        if problem:
            report.left[_shown(one.source.name)] = problem
        else:
            found.setdefault(student, []).append(one)
    for student, theirs in list(found.items()):
        if len({one.number for one in theirs}) > 1:
            del found[student]
            report.left[_shown(student)] = "two learners have this name: give a class list, with --roster."
    return found


def _student(one: Handed, roster: Roster | None) -> tuple[str, str]:
    """The id in the gradebook, and why there is none."""
    if roster is None:
        stays = one.heading == CANVAS_NUMBER  # Moodle's number is another in every assignment
        student = f"{one.name}_{one.number}" if stays else one.name
    else:
        people = _people(one, roster)
        if len(people) != 1:
            return "", "nobody on the class list fits it." if not people else "several on the class list fit it."
        student = people[0].id
    return (student, "") if is_plain(student) else ("", f"{student!r} can't be a folder's name.")


def _people(one: Handed, roster: Roster) -> list[Person]:
    """By the platform's number where the list has such; otherwise by the name."""
    if one.heading and roster.has(one.heading):
        return roster.numbered(one.number, one.heading)
    return roster.named(one.name)


def _take(
    root: Path, week: str, stem: str, student: str, theirs: list[Handed], roster: Roster | None, report: Report
) -> None:
    """Put one learner's notebook in its place, or say why not."""
    try:
        newest = _newest(theirs)
        content = newest.source.read()
        time = newest.time or _time_on(roster, student)
        what = _put(root / "submitted" / student / week, f"{stem}.ipynb", content, time, root / "replaced")
    except CourseError as error:
        report.left[student] = str(error)
        return
    report.rows.append(Collected(student, newest.file, time, newest.late, what))
    if theirs[0].series:  # nbgrader hands in whole folders
        report.beside += [_shown(one.source.name) for one in theirs if not one.is_notebook]


def _newest(theirs: list[Handed]) -> Handed:
    """The only notebook, or the one of which the platform says that it is the newest."""
    notebooks = sorted((one for one in theirs if one.is_notebook), key=lambda one: one.order)
    names = ", ".join(_shown(one.file) for one in notebooks or theirs)
    if not notebooks:
        raise CourseError(f"there is no notebook, only {names}.")
    alike = len({one.series for one in notebooks}) == 1
    if len(notebooks) > 1 and not (alike and notebooks[-1].order > notebooks[-2].order):
        raise CourseError(f"{len(notebooks)} notebooks, and nothing says which counts: {names}.")
    return notebooks[-1]


def _time_on(roster: Roster | None, student: str) -> datetime | None:
    """When a learner handed in, as Moodle's grading worksheet has it."""
    rows = [person for person in roster.people if person.id == student] if roster else []
    return next((_utc(person.says(HANDED_IN)) for person in rows), None)


def _put(folder: Path, name: str, content: bytes, time: datetime | None, replaced: Path) -> str:
    """Put a notebook into its folder, what was there into `replaced`; what was done, in words."""
    before = handed_in_at(folder)
    if (folder / name).is_file() and (folder / name).read_bytes() == content:
        if time and not before:
            _stamp(folder, time)
        return "as before"
    there = folder.is_dir() and any(folder.iterdir())
    if there and time and before and time.replace(tzinfo=None) < before:
        return "left: the one in place is newer"
    made = folder.with_name(f".{folder.name}.{os.getpid()}")
    shutil.rmtree(made, ignore_errors=True)
    made.mkdir(parents=True)
    (made / name).write_bytes(content)
    if time:
        _stamp(made, time)
    if there:
        kept = replaced / folder.parent.name / folder.name / f"{datetime.now(UTC):%Y%m%d-%H%M%S-%f}"
        kept.parent.mkdir(parents=True, exist_ok=True)
        folder.rename(kept)
    made.rename(folder)
    return f"new; the earlier one is kept in {replaced.name}" if there else "new"


def _stamp(folder: Path, time: datetime) -> None:
    write(folder / "timestamp.txt", f"{time:{STAMP}}\n")


def _text(file: File) -> str:
    """A small file's text; empty where it can't be read."""
    try:
        return file.read()[:200].decode("utf-8", "replace").strip()
    except CourseError:
        return ""


def _utc(text: str) -> datetime | None:
    """A time in nbgrader's form or a person's, in UTC; None where it is none."""
    try:
        if re.match(r"\d{4}-", text):
            return parse_utc(text).replace(tzinfo=UTC)
        return parser.parse(text).astimezone(UTC)
    except (OverflowError, ValueError, TypeError):
        return None


def _shown(name: str) -> str:
    """A name that may hold anything, fit to be printed."""
    return name if name.isprintable() else ascii(name)
