"""Symptoms: each is told where it holds in every case, and only there."""

import numpy as np
import pytest

from lib.check import check
from lib.symptoms import symptom

rng = np.random.default_rng(3)
GIVEN = [{"X": rng.normal(size=(3, 5)), "W": rng.normal(size=(2, 3))}, {"X": rng.normal(size=(4, 7))}]
ASKED = [rng.normal(size=(2, 5)), rng.normal(size=(2, 7))]
ROWS = [rng.normal(size=(1, 5)), rng.normal(size=(1, 7))]


def told(change, asked=ASKED):
    return symptom([(expected, change(expected, given), given) for expected, given in zip(asked, GIVEN)])


@pytest.mark.parametrize(
    ("change", "word"),
    [
        (lambda a, given: a.T, "rows and columns have changed places"),
        (lambda a, given: a.ravel(), "keepdims"),
        (lambda a, given: -a, "wrong sign"),
        (lambda a, given: a.sum(), "the sum of the 10"),
        (lambda a, given: a.mean(), "the mean of the 10"),
        (lambda a, given: a * given["X"].shape[1], "5 times as large as is asked, and `X` has 5 columns"),
        (lambda a, given: a / given["X"].shape[1], "divided by their number once too often"),
        (lambda a, given: 2 * a, "2 times what is asked"),
        (lambda a, given: a / np.log(2), "the base 2"),
        (lambda a, given: a + 0.25, "0.25 too large"),
        (lambda a, given: a.round(2), "rounded"),
        (lambda a, given: a[:, ::-1], "another order"),
        (lambda a, given: a.tolist() and (-a).tolist(), "wrong sign"),
    ],
)
def test_each_symptom_is_named(change, word):
    assert word in told(change)


def test_a_table_where_a_row_is_asked():
    assert "a row of 5 has met a column of 5" in told(lambda a, given: a - a.T, ROWS)


def test_what_is_not_added_up():
    assert "their sum is the one" in told(lambda a, given: np.array([a - 1, 1.0]), [3.0, 5.0])


@pytest.mark.parametrize(
    "change",
    [
        lambda a, given: a + rng.normal(size=a.shape),
        lambda a, given: a * a.shape[1] ** 1.5,  # another factor in each case, and no side
        lambda a, given: a.T if a.shape[1] == 5 else -a,  # something else in each case
        lambda a, given: None,
        lambda a, given: "text",
        lambda a, given: np.full(a.shape, np.nan),
        lambda a, given: np.zeros(a.shape),
        lambda a, given: {"a": a},
        lambda a, given: np.zeros((0, 2)),
        lambda a, given: a,  # right: something else is the matter, such as an argument that was changed
        lambda a, given: ["1.0", "2.0"],
    ],
)
def test_where_nothing_holds_throughout_nothing_is_told(change):
    assert told(change) is None


def test_one_number_has_no_factor_worth_telling():
    assert symptom([(3.0, 0.93495, GIVEN[0])]) is None
    assert "2 times" in symptom([(x, 2 * x, {}) for x in (3.0, 1.7, -0.4)])


@pytest.mark.usefixtures("toy_keys")
def test_check_tells_a_symptom_where_no_known_mistake_fits():
    assert "has the wrong sign" in str(check("toy-affine", lambda W, x, b: -(W @ x + b)))
    assert "The bias is missing" in str(check("toy-affine", lambda W, x, b: W @ x))
    one_wrong = str(check("toy-grads", lambda X, dZ: {"dW": dZ @ X.T / X.shape[1], "db": dZ.mean(1)}))
    assert "keepdims" in one_wrong
