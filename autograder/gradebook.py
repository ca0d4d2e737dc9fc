"""nbgrader's own commands on a course folder, and the scores out of its gradebook."""

from collections.abc import Callable
from pathlib import Path

from nbgrader.api import Gradebook
from nbgrader.apps import NbGraderAPI
from traitlets.config import Config, PyFileConfigLoader

from lib.errors import CourseError

CONFIG = Path(__file__).parent / "nbgrader_config.py"


def generate_assignment(root: Path, week: str) -> None:
    """Make the learners' notebooks of a week: `root`/source -> `root`/release."""
    _run(_api(root).generate_assignment, week)


def autograde(root: Path, week: str) -> None:
    """Grade everything that was handed in for a week, by nbgrader's own command: it goes through the same sandbox."""
    _run(_api(root).autograde, week, "*")


def generate_feedback(root: Path, week: str, student: str) -> None:
    """Write one learner's feedback: `root`/autograded -> `root`/feedback."""
    _run(_api(root).generate_feedback, week, student)


def scores(root: Path, week: str) -> dict[str, dict[str, tuple[float | None, float]]]:
    """By learner and exercise, points earned (None while a person has to mark it) and points there are."""
    with Gradebook(database(root)) as gradebook:
        submissions = sorted(gradebook.find_assignment(week).submissions, key=lambda found: found.student_id)
        return {
            submission.student_id: {
                grade.name: (None if grade.needs_manual_grade else grade.score, grade.max_score)
                for notebook in submission.notebooks
                for grade in notebook.grades
            }
            for submission in submissions
        }


def database(root: Path) -> str:
    """The URL of the gradebook under `root`."""
    return f"sqlite:///{(root / 'gradebook.db').as_posix()}"


def _api(root: Path) -> NbGraderAPI:
    config = PyFileConfigLoader(CONFIG.name, path=str(CONFIG.parent)).load_config()
    config.merge(Config({"CourseDirectory": {"root": str(root), "db_url": database(root)}}))
    config.NbGrader.log_level = "WARNING"
    return NbGraderAPI(config=config)


def _run(command: Callable[..., dict], *arguments: str) -> None:
    result = command(*arguments)
    if not result["success"]:
        reason = result["error"].strip().splitlines()[-1]
        raise CourseError(f"nbgrader could not finish {command.__name__} {' '.join(arguments)}: {reason}")
