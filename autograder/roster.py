"""A class list as a learning platform exports it: whose a name in a file is, and which row is a learner's.

Canvas's gradebook export, Moodle's gradebook export and its grading worksheet, and a list of one's own with headings as
theirs all do. A learner's id in our gradebook is what the first of LOGINS that the list has says of them.
"""

import csv
import io
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from lib.errors import CourseError

LOGINS = ("sis login id", "username", "id number", "email address", "email", "sis user id", "id")
CANVAS_NUMBER, MOODLE_NUMBER = "id", "identifier"  # of a user; of a participant in one assignment
FIRST_NAMES, LAST_NAMES = ("first name", "firstname"), ("last name", "surname", "lastname")
WHOLE_NAMES = ("student", "full name", "name")


@dataclass(frozen=True)
class Person:
    """A row of the list: the learner's id in the gradebook, and what stands under each heading."""

    id: str
    row: dict[str, str]

    def says(self, *headings: str) -> str:
        """What the row has under the first of these headings that it has, small letters or large."""
        there = {heading.casefold(): value for heading, value in self.row.items()}
        return next((there[heading] for heading in headings if there.get(heading)), "")

    def number(self, heading: str) -> str:
        """The number under this heading, as in 71 or "Participant 71"."""
        found = re.fullmatch(r"\D*(\d+)", self.says(heading))
        return found[1] if found else ""

    @property
    def names(self) -> set[str]:
        """The names that a platform may give this person, squashed."""
        first, last = self.says(*FIRST_NAMES), self.says(*LAST_NAMES)
        both = {first + last, last + first} if first or last else set()
        return {squashed(name) for name in {self.says(*WHOLE_NAMES), *both}} - {""}

    def is_called(self, name: str) -> bool:
        """Whether this is one of the person's ids, or their name, or both as `workbook collect` joins them."""
        ids = {self.says(heading).casefold() for heading in LOGINS} - {""}
        number = self.number(CANVAS_NUMBER)
        joined = {f"{known}{number}" for known in self.names if number}
        return name.casefold() in ids or squashed(name) in self.names | joined


@dataclass(frozen=True)
class Roster:
    """A class list."""

    headings: list[str]
    people: list[Person]

    def named(self, name: str) -> list[Person]:
        """Everybody who has this id or this name."""
        return [person for person in self.people if person.is_called(name)]

    def numbered(self, number: str, heading: str) -> list[Person]:
        """Everybody who has this number under this heading."""
        return [person for person in self.people if person.number(heading) == number]

    def has(self, heading: str) -> bool:
        """Whether the list has this heading, small letters or large."""
        return heading in map(str.casefold, self.headings)


def read(path: Path) -> Roster:
    """The list in a CSV file. Raises CourseError where it is none, names nobody, or names somebody twice."""
    rows = _rows(path)
    headings = rows[0] if rows else []
    login = next((name for name in LOGINS if name in map(str.casefold, headings)), None)
    if login is None:
        raise CourseError(
            f"{path} has no heading that tells learners apart: one of {', '.join(LOGINS)} has to be in its first line."
        )
    found = [Person("", dict(zip(headings, map(str.strip, row)))) for row in rows[1:]]
    people = [Person(person.says(login), person.row) for person in found if person.says(login)]
    twice = [name for name, times in Counter(person.id for person in people).items() if times > 1]
    if twice or not people:
        raise CourseError(f"{path} has {twice[0]!r} twice." if twice else f"{path} has nobody in it.")
    return Roster(headings, people)


def squashed(name: str) -> str:
    """A name as a platform may write it in a file's name: letters and digits, all small."""
    return "".join(letter for letter in unicodedata.normalize("NFKC", name).casefold() if letter.isalnum())


def _rows(path: Path) -> list[list[str]]:
    """The rows of a file with commas, semicolons or tabs between the columns."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise CourseError(f"The class list {path} can't be read ({error.strerror}).") from None
    except UnicodeDecodeError:
        raise CourseError(f"{path} is no CSV in UTF-8: save it again as such.") from None
    first = text.partition("\n")[0]
    separator = max(",;\t", key=first.count)
    try:
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
        return [[*map(str.strip, row)] if number == 0 else row for number, row in enumerate(rows) if row]
    except csv.Error as error:
        raise CourseError(f"{path} is no CSV that can be read: {error}.") from None
