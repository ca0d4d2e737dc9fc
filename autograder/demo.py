"""The main job from end to end, on three learners that it makes itself."""

import shutil
from collections.abc import Callable
from pathlib import Path

from autograder import classroom, gradebook, submissions
from autograder.build import BUILD, build
from autograder.sandbox import is_installed
from autograder.source import sources

FOLDER = BUILD / "demo"
LEARNERS: dict[str, Callable] = {
    "ada": submissions.right_answers,
    "ben": submissions.half_right_answers,
    "cleo": lambda source: {},
}


def run(week: str, step: Callable[[str], None], root: Path = FOLDER) -> dict:
    """Build the course, submit, grade and give feedback under `root`; the scores, out of the gradebook.

    Calls `step` with what comes next; there are STEPS of them.
    """
    shutil.rmtree(root, ignore_errors=True)
    step("build the course")
    build(root)
    for learner, answers in LEARNERS.items():
        for source in sources(week):
            notebook = f"{source.path.stem}.ipynb"
            submissions.submit(
                root / "release" / week / notebook, answers(source), root / "submitted" / learner / week / notebook
            )
    step("grade all three")
    classroom.grade(root, week, confined=is_installed())
    for learner in LEARNERS:
        step(f"write feedback for {learner}")
        gradebook.generate_feedback(root, week, learner)
    return gradebook.scores(root, week)


STEPS = 2 + len(LEARNERS)
