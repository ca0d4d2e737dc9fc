"""What is accepted, what is refused, and what the reason says."""

import numpy as np
import pytest

from lib.compare import Tolerance, mismatch, mismatches
from lib.values import Between, Draws, Other

T = Tolerance()


@pytest.mark.parametrize(
    "got",
    [0.5, np.float64(0.5), np.float32(0.5), np.array(0.5), np.array([0.5]), np.array([[0.5]]), 0.5 + 1e-9],
    ids=repr,
)
def test_one_number_may_come_in_any_form(got):
    assert mismatch(0.5, got, T) is None


@pytest.mark.parametrize(
    ("got", "reason"),
    [
        (None, "returns nothing"),
        ("0.5", "a value of type str"),
        ([0.5], "a list of 1"),
        (np.array([0.5, 0.5]), "an array of shape (2,)"),
        (0.51, "0.51 where 0.5"),
        (float("nan"), "nan where 0.5"),
        (float("inf"), "inf where 0.5"),
        (Other("generator"), "a value of type generator"),
    ],
    ids=repr,
)
def test_what_is_not_this_number_is_named(got, reason):
    assert reason in mismatch(0.5, got, T)


def test_shape_is_judged_before_value():
    assert "its shape is (3,) where (1, 3)" in mismatch(np.ones((1, 3)), np.zeros(3), T)


@pytest.mark.parametrize("dtype", [np.float32, np.int64, np.bool_, np.uint8])
def test_any_real_dtype_is_accepted(dtype):
    assert mismatch(np.array([[0.0, 1.0, 1.0]]), np.array([[0, 1, 1]], dtype=dtype), T) is None


def test_the_worst_entry_is_pointed_at():
    got = np.array([[1.0, 2.0, 3.0], [4.0, 9.0, 6.5]])
    assert "2 of 6 numbers are off; the worst, at [1, 1], is 9 where 5" in mismatch(
        np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]), got, T
    )


def test_nan_is_the_worst():
    assert "at [0], is nan" in mismatch(np.array([1.0, 2.0]), np.array([np.nan, 50.0]), T)


def test_an_array_of_objects_is_refused():
    assert "array of object" in mismatch(np.ones(2), np.array([1, None], dtype=object), T)


def test_every_entry_of_a_dict_is_judged_on_its_own():
    wrong = mismatches({"dW": np.ones((2, 3)), "db": 1.0, "J": 2.0}, {"dW": np.ones((2, 3)), "db": 3.0, "more": 1}, T)
    assert wrong["dW"] is None and "3 where 1" in wrong["db"] and "no entry 'J'" in wrong["J"]


@pytest.mark.parametrize("got", [[1.0, 2.0], (1, 2), np.array([1.0, 2.0])], ids=repr)
def test_a_tuple_may_come_as_any_sequence(got):
    assert mismatches((1.0, 2.0), got, T) == {"1": None, "2": None}


@pytest.mark.parametrize("got", [np.zeros(3), np.array(["a"]), None, 1.0], ids=repr)
def test_a_word_is_asked_and_something_else_came(got):
    assert "where 'a' is asked" in mismatch("a", got, T)


def test_too_few_results_are_counted():
    assert "a tuple of 2 results is asked" in mismatches((1.0, 2.0), 1.0, T)["1"]


@pytest.mark.parametrize("got", [[1.0, 2.0, 3.0], (1.0, 2.0, 3.0), np.array([1.0, 2.0, 3.0])], ids=repr)
def test_a_list_of_numbers_may_come_as_any_sequence(got):
    assert mismatch([1.0, 2.0, 3.0], got, T) is None


def test_a_list_is_judged_by_length_then_entries():
    assert "2 entries where 3" in mismatch([1.0, 2.0, 3.0], [1.0, 2.0], T)
    assert "entry 2" in mismatch([1.0, 2.0, 3.0], [1.0, 5.0, 3.0], T)


@pytest.mark.parametrize("got", [{"a": 1.0}, None, 0.0, []], ids=repr)
def test_an_empty_dict_is_no_other_result(got):
    assert mismatches({}, {}, T) == {"": None}
    assert "an empty dict is asked" in mismatches({}, got, T)[""]


def test_nothing_is_asked_and_nothing_came():
    assert mismatch(None, None, T) is None
    assert "where nothing" in mismatch(None, 0.0, T)


@pytest.mark.parametrize(
    ("got", "right"), [(20.0, True), (1e300, True), (3.0, False), (np.inf, False), (np.nan, False)]
)
def test_a_range_asks_for_a_finite_number(got, right):
    assert (mismatch(Between(9.0, float("inf")), got, T) is None) is right


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("make", [np.random.default_rng, np.random.RandomState])
def test_draws_from_any_generator_are_accepted(seed, make):
    got = make(seed).normal(size=(30, 20)) * 0.01
    assert mismatch(Draws((30, 20), 0.0, 0.01), got, T) is None


@pytest.mark.parametrize(
    ("got", "reason"),
    [
        (np.random.default_rng(0).random((30, 20)) * 0.01, "a mean of"),
        (np.random.default_rng(0).normal(size=(30, 20)), "a standard deviation of"),
        (np.random.default_rng(0).normal(size=(20, 30)) * 0.01, "its shape is (20, 30)"),
        (np.zeros((30, 20)), "equal numbers"),
        (np.full((30, 20), np.nan), "nan"),
    ],
)
def test_what_is_no_such_draw_is_named(got, reason):
    assert reason in mismatch(Draws((30, 20), 0.0, 0.01), got, T)


@pytest.mark.parametrize("size", [1, 2, 3, 10])
def test_few_draws_are_hardly_ever_refused(size):
    rng = np.random.default_rng(size)
    drawn = 0.01 * rng.normal(size=(2000, size, 1))
    assert not [got for got in drawn if mismatch(Draws((size, 1), 0.0, 0.01), got, T)]
