"""A learner's function on an exercise's cases: what came of it, before anybody judges."""

import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from lib.call import Outcome, call, signature_problem
from lib.compare import describe
from lib.exercise import Exercise
from lib.loops import loop_in
from lib.values import stored


@stored
@dataclass(frozen=True)
class Attempt:
    """The outcomes of an exercise's cases, or one sentence that says why it was not tried."""

    problem: str = ""
    outcomes: list[Outcome] = field(default_factory=list)


class Interrupted(KeyboardInterrupt):
    """The learner stopped a check: the case it was in, and a sentence that says where."""

    def __init__(self, case: int, told: str) -> None:
        super().__init__(told)
        self.case = case

    def _render_traceback_(self) -> list[str]:
        """IPython shows this in place of a traceback through the course's own code."""
        return [str(self)]


def absent(name: str) -> str:
    """What is said where nothing of this name is defined."""
    return f"There is no `{name}`: the cell that defines it is missing, or ended with an error."


def attempt(exercise: Exercise, function: Any) -> Attempt:
    """Each case called once, on copies; no more after the first that meets a stub."""
    problem = _unusable(exercise, function)
    return Attempt(problem) if problem else Attempt(outcomes=list(_outcomes(exercise, function)))


def _unusable(exercise: Exercise, function: Any) -> str | None:
    if not callable(function):
        return (
            f"check needs the function itself, as in check({exercise.id!r}, {exercise.name}); "
            f"it was given {describe(function)}."
        )
    problem = signature_problem(function, exercise.cases[0].arguments, exercise.parameters)
    return problem or (loop_in(function) if exercise.loop_free else None)


def _outcomes(exercise: Exercise, function: Callable) -> Iterator[Outcome]:
    for number, case in enumerate(exercise.cases):
        try:
            outcome = call(function, case.arguments)
        except KeyboardInterrupt as stop:
            raise Interrupted(number, _where(exercise, number, function, stop)) from None
        yield outcome
        if outcome.failure and outcome.failure.kind == NotImplementedError.__name__:
            return


def _where(exercise: Exercise, number: int, function: Callable, stop: KeyboardInterrupt) -> str:
    """Which case and which line of the learner's notebook an interrupt found."""
    notebook = getattr(function, "__globals__", None)
    frames = traceback.StackSummary.extract(
        (frame, line) for frame, line in traceback.walk_tb(stop.__traceback__) if frame.f_globals is notebook
    )
    line = f", at line {frames[-1].lineno} of `{frames[-1].name}`'s cell: `{frames[-1].line}`" if frames else ""
    case = f"`{exercise.name}` was stopped in case {number + 1} of {len(exercise.cases)}{line}"
    return f"{case}. Is there a loop that does not end?"
