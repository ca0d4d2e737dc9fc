"""Random networks of two layers: inputs that this week's exercises share."""

from collections.abc import Iterator

import numpy as np

from autograder.exercises.drawing import labels

ONE_OUTPUT = ((2, 4, 1, 5), (3, 2, 1, 7))  # n_x, n_h, n_y, m: no two alike but 1, so that a transpose shows
SEVERAL_OUTPUTS = ((4, 5, 2, 7), (2, 6, 3, 5))
ONES = ((3, 4, 1, 1), (4, 3, 2, 1), (2, 1, 1, 5), (1, 3, 1, 4))  # one example, one hidden unit, one feature


def network(rng: np.random.Generator, n_x: int, n_h: int, n_y: int) -> dict[str, np.ndarray]:
    """Parameters with biases large enough for their absence to show, and units that aren't saturated."""
    return {
        "W1": rng.normal(size=(n_h, n_x)) / np.sqrt(n_x),
        "b1": _biases(rng, n_h),
        "W2": rng.normal(size=(n_y, n_h)) / np.sqrt(n_h),
        "b2": _biases(rng, n_y),
    }


def features(rng: np.random.Generator, n_x: int, m: int) -> np.ndarray:
    """X (n_x, m), every feature off centre, so that its mean isn't near 0."""
    return rng.normal(size=(n_x, m)) + 0.5


def truth(rng: np.random.Generator, n_y: int, m: int) -> np.ndarray:
    """Y (n_y, m), zeros and ones."""
    return np.array([labels(rng, m) for _ in range(n_y)])


def networks(rng: np.random.Generator, sizes: tuple) -> Iterator[tuple[dict, np.ndarray, np.ndarray]]:
    """Parameters, X and Y for each of these sizes."""
    for n_x, n_h, n_y, m in sizes:
        yield network(rng, n_x, n_h, n_y), features(rng, n_x, m), truth(rng, n_y, m)


def _biases(rng: np.random.Generator, n: int) -> np.ndarray:
    return rng.uniform(0.3, 0.9, size=(n, 1)) * rng.choice([-1.0, 1.0], size=(n, 1))
