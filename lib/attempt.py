"""A learner's function on an exercise's cases: what came of it, before anybody judges."""

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
    for case in exercise.cases:
        outcome = call(function, case.arguments)
        yield outcome
        if outcome.failure and outcome.failure.kind == NotImplementedError.__name__:
            return
