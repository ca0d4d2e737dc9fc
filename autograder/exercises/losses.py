"""The cost, which weeks 2, 3 and 4 ask for under other names."""

import re
from dataclasses import replace

import numpy as np

from autograder.exercises.week2 import loss
from autograder.spec import Exercise


def cost_of(exercise_id: str, probabilities: str) -> Exercise:
    """Week 2's cost under another id, loops allowed; in its hints A has the name that this week gives it."""
    mistakes = [
        replace(mistake, hint=re.sub(r"\bA\b(?! column)", probabilities, mistake.hint))
        for mistake in loss.cost.mistakes
    ]
    return replace(
        loss.cost,
        id=exercise_id,
        loop_free=False,
        mistakes=mistakes,
        variants=[*loss.cost.variants, with_a_tiny_eps, example_by_example],
    )


def with_a_tiny_eps(A, Y):
    return float(np.sum(-Y * np.log(A + 1e-8) - (1 - Y) * np.log(1 - A + 1e-8)) / Y.shape[1])


def example_by_example(A, Y):
    import math

    J = 0
    for i in range(A.shape[1]):
        a = min(max(A[0, i], 1e-10), 1 - 1e-10)
        J -= math.log(a) if Y[0, i] == 1 else math.log(1 - a)
    return J / A.shape[1]
