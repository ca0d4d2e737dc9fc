"""A learner's solution beside the course's, once it passes."""

from lib import course, progress
from lib.errors import CourseError
from lib.learner import own
from lib.reference import reference


def both(exercise_id: str) -> tuple[str, str]:
    """The learner's solution as it stands in their notebook, and the course's.

    Raises CourseError where solutions/ is not there, and where the exercise has not passed.
    """
    notebook = course.notebook_with(exercise_id)
    theirs = reference(exercise_id)
    if theirs is None:
        raise CourseError(f"There is no solution to {exercise_id} in this copy of the course.")
    if not _passed(exercise_id, notebook):
        raise CourseError(f"{exercise_id} does not pass yet: `workbook check {exercise_id}` says what to see to.")
    return _mine(notebook, exercise_id), theirs


def _passed(exercise_id: str, notebook: course.Notebook) -> bool:
    """Whether a check has seen it pass, or sees it now."""
    points = notebook.points.get(exercise_id, float("inf"))
    if progress.best().get(exercise_id, 0) >= points:
        return True
    return any(each.passed for each in own.check(notebook).tried if each.id == exercise_id)


def _mine(notebook: course.Notebook, exercise_id: str) -> str:
    name = notebook.place_of(exercise_id)
    places = own.restore(notebook, notebook.path).places
    return next(place.cell["source"] for place in places if place.cell.get("id") == name)
