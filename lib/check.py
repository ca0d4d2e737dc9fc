"""`check`: what a notebook's test cells call."""

import inspect
import sys
import textwrap
from dataclasses import dataclass, replace
from typing import Any

from lib import key
from lib.attempt import Interrupted, attempt
from lib.errors import CourseError
from lib.exercise import Case, Exercise, Quiz
from lib.judge import judge
from lib.names import names_used
from lib.panel import as_html, as_text, compared, printable
from lib.progress import record
from lib.quiz import judge_quiz
from lib.reference import reference
from lib.values import fresh
from lib.verdict import Verdict

_latest: dict[str, Verdict] = {}  # by the function's name, in this session


@dataclass(frozen=True, repr=False)
class Result:
    """A verdict to look at: the panel in a notebook and in a terminal.

    In a notebook its plain text is the points, from which nbgrader reads partial credit; an export to PDF takes the
    Markdown.
    """

    verdict: Verdict
    exercise: Exercise | Quiz
    answer: Any = None

    def __repr__(self) -> str:
        return str(self) if _at_a_prompt() else f"{self.verdict.earned:g}"

    def __str__(self) -> str:
        return printable(as_text(self.verdict, self.exercise))

    def _repr_markdown_(self) -> str:
        return textwrap.indent(as_text(self.verdict, self.exercise), "    ", lambda line: True)

    def _repr_html_(self) -> str:
        panel = as_html(self.verdict, self.exercise)
        return panel + self._beside_the_reference() if self.verdict.passed and callable(self.answer) else panel

    def _beside_the_reference(self) -> str:
        """The learner's function and the course's, side by side; nothing where there are no solutions."""
        theirs = reference(self.verdict.id)
        return compared(_source(self.answer), theirs) if theirs else ""


def check(exercise_id: str, answer: Any) -> Result:
    """Try `answer`, a function or a quiz's choice, on the exercise's public cases.

    Each case is called once, on copies. Where a function fails, `failing_input` in the notebook holds the arguments of
    the first case that went wrong, so that `function(*failing_input)` repeats it.
    Raises CourseError for an id that no exercise has.
    """
    if not isinstance(exercise_id, str):
        raise CourseError('check takes the id first and then the function, as in check("w1-neuron", neuron).')
    exercise = key.find(exercise_id)
    try:
        verdict = examine(exercise, answer)
    except Interrupted as stopped:
        _leave_input(exercise.cases[stopped.case])
        raise Interrupted(stopped.case, f"{stopped} {_again(exercise, 'that case')}") from None
    if any(line.trouble for line in verdict.lines):
        _leave_input(_first_wrong(exercise, verdict))
        verdict = replace(verdict, notes=[*verdict.notes, _again(exercise, "the first case that went wrong")])
    return Result(verdict, exercise, answer)


def examine(exercise: Exercise | Quiz, answer: Any) -> Verdict:
    """The verdict on an answer, noted in the learner's record. Raises Interrupted where it is stopped."""
    verdict = judge_quiz(exercise, answer) if isinstance(exercise, Quiz) else _tried(exercise, answer)
    record(verdict)
    return verdict


def _tried(exercise: Exercise, function: Any) -> Verdict:
    tried = attempt(exercise, function)
    if tried.problem:
        verdict = Verdict(exercise.id, exercise.name, exercise.points, problem=tried.problem)
    else:
        verdict = judge(exercise, tried.outcomes)
    _latest[exercise.name] = verdict
    if verdict.passed or not verdict.lines:
        return verdict
    return replace(verdict, notes=verdict.notes + _unfinished_business(exercise, function))


def _first_wrong(exercise: Exercise, verdict: Verdict) -> Case:
    place = next(place for place, line in enumerate(verdict.lines) if line.trouble)
    return exercise.parts[place].cases[verdict.lines[place].trouble.case]


def _leave_input(case: Case) -> None:
    """Put a case's arguments where the learner can play with them: the notebook's own variables."""
    sys.modules["__main__"].failing_input = fresh(case.arguments)


def _again(exercise: Exercise, what: str) -> str:
    return f"`{exercise.name}(*failing_input)` repeats {what}."


def _unfinished_business(exercise: Exercise, function: Any) -> list[str]:
    """The learner's other functions that this one calls and whose own check has not passed."""
    called = sorted(names_used(function).keys() - {exercise.name})
    behind = [f"`{name}`" for name in called if name in _latest and not _latest[name].passed]
    return [f"It calls {' and '.join(behind)}, whose last check did not pass: see to that first."] if behind else []


def _at_a_prompt() -> bool:
    """Whether results are shown in a terminal, to a person who types."""
    return hasattr(sys, "ps1") and sys.stdout is not None and sys.stdout.isatty()


def _source(function: Any) -> str:
    """A function's text, if it can be had."""
    try:
        return textwrap.dedent(inspect.getsource(function))
    except (OSError, TypeError, IndentationError):
        return ""
