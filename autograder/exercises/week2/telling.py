"""Mistakes that only some of the cases tell."""

from collections.abc import Callable
from typing import Any

from autograder.spec import Exercise


def told_where(exercise: Exercise, holds: Callable[..., bool], right: Callable) -> Callable[[str], Callable]:
    """A decorator like `exercise.mistake(hint)`, whose mistakes are told by the cases in which `holds(*arguments)`.

    A hint is given where the learner's code does as the mistake does wherever the mistake is wrong. In the other
    cases what comes back depends on more than this mistake, say on the eps, so a right answer stands there.
    """

    def mistake(hint: str) -> Callable[[Callable], Callable]:
        def keep(wrong: Callable) -> Callable:
            def gives(*arguments: Any) -> Any:
                return (wrong if holds(*arguments) else right)(*arguments)

            return exercise.mistake(hint, gives)(wrong)

        return keep

    return mistake
