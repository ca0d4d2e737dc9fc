"""Errors that a learner or a teacher can act on."""

from collections.abc import Callable, Iterable
from typing import Any


class CourseError(Exception):
    """Something is wrong with the course's files or with how they are called; the message says what to do."""

    def _render_traceback_(self) -> list[str]:
        """IPython shows this in place of a traceback through the course's own code."""
        return [str(self)]


def all_of(jobs: Iterable[Callable[[], Any]]) -> list:
    """What each job gives. Raises one CourseError with all that they complain of, a line each."""
    done, wrong = [], []
    for job in jobs:
        try:
            done.append(job())
        except CourseError as error:
            wrong.append(str(error))
    if wrong:
        raise CourseError("\n".join(dict.fromkeys(wrong)))
    return done
