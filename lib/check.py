"""`check`: what a notebook's test cells call."""

import sys
from dataclasses import dataclass, replace
from typing import Any

from lib import key
from lib.attempt import attempt
from lib.errors import CourseError
from lib.exercise import Exercise, Quiz
from lib.judge import judge
from lib.names import names_used
from lib.panel import as_html, as_text
from lib.quiz import judge_quiz
from lib.values import fresh
from lib.verdict import Verdict

_latest: dict[str, Verdict] = {}  # by the function's name, in this session


@dataclass(frozen=True, repr=False)
class Result:
    """A verdict to look at: the panel in a notebook, the points as text (nbgrader reads partial credit from them)."""

    verdict: Verdict
    exercise: Exercise | Quiz

    def __repr__(self) -> str:
        return f"{self.verdict.earned:g}"

    def __str__(self) -> str:
        return as_text(self.verdict, self.exercise)

    def _repr_html_(self) -> str:
        return as_html(self.verdict, self.exercise)


def check(exercise_id: str, answer: Any) -> Result:
    """Try `answer`, a function or a quiz's choice, on the exercise's public cases.

    Each case is called once, on copies. Where a function fails, `failing_input` in the notebook holds the arguments of
    the first case that went wrong, so that `function(*failing_input)` repeats it.
    Raises CourseError for an id that no exercise has.
    """
    if not isinstance(exercise_id, str):
        raise CourseError('check takes the id first and then the function, as in check("w1-neuron", neuron).')
    exercise = key.find(exercise_id)
    if isinstance(exercise, Quiz):
        return Result(judge_quiz(exercise, answer), exercise)
    verdict = _tried(exercise, answer)
    _latest[exercise.name] = verdict
    return Result(verdict, exercise)


def _tried(exercise: Exercise, function: Any) -> Verdict:
    tried = attempt(exercise, function)
    if tried.problem:
        return Verdict(exercise.id, exercise.name, exercise.points, problem=tried.problem)
    verdict = judge(exercise, tried.outcomes)
    if verdict.passed or verdict.waiting:
        return verdict
    _leave_input(exercise, verdict)
    return replace(verdict, notes=verdict.notes + _unfinished_business(exercise, function))


def _leave_input(exercise: Exercise, verdict: Verdict) -> None:
    """Put the first failing case's arguments where the learner can play with them: the notebook's own variables."""
    place = next(place for place, line in enumerate(verdict.lines) if line.trouble)
    case = exercise.parts[place].cases[verdict.lines[place].trouble.case]
    sys.modules["__main__"].failing_input = fresh(case.arguments)


def _unfinished_business(exercise: Exercise, function: Any) -> list[str]:
    """The learner's other functions that this one calls and whose own check has not passed."""
    called = sorted(names_used(function).keys() - {exercise.name})
    behind = [f"`{name}`" for name in called if name in _latest and not _latest[name].passed]
    notes = [f"It calls {' and '.join(behind)}, whose last check did not pass: see to that first."] if behind else []
    return [*notes, f"`{exercise.name}(*failing_input)` repeats the first case that went wrong."]
