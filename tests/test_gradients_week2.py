"""Week 2's gradients against HIPS autograd and against measured slopes, on formulas written here a second time."""

import autograd.numpy as anp
import numpy as np
import pytest
from autograd import grad, jacobian
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.source import sources

WEEK2 = sources("week2")[0].namespace
seeds, sizes = st.integers(0, 2**32), st.integers(1, 6)


def log_loss(z, y):
    """The log loss as a function of the score, without a sigmoid: log(1 + e^z) - y z."""
    return anp.logaddexp(0.0, z) - y * z


def cost(w, b, X, Y):
    """The mean log loss of a logistic regression."""
    return anp.mean(log_loss(anp.dot(w.T, X) + b, Y))


def drawn(seed, n_x, m):
    """w, b, X and Y."""
    rng = np.random.default_rng(seed)
    return rng.normal(size=(n_x, 1)), rng.normal(), rng.normal(size=(n_x, m)), rng.integers(0, 2, size=(1, m))


def measured(f, array, h=1e-6):
    """The central slopes of f by every entry of `array`, in its shape."""
    slopes = np.zeros(array.shape)
    for place in np.ndindex(array.shape):
        step = np.zeros(array.shape)
        step[place] = h
        slopes[place] = (f(array + step) - f(array - step)) / (2 * h)
    return slopes


def agree(dw, db, w, b, X, Y):
    """dw and db are both autograd's derivatives of the cost and the measured ones."""
    assert dw.shape == w.shape and np.ndim(db) == 0
    np.testing.assert_allclose(dw, grad(cost, 0)(w, b, X, Y), rtol=1e-6, atol=1e-9)
    np.testing.assert_allclose(db, grad(cost, 1)(w, b, X, Y), rtol=1e-6, atol=1e-9)
    np.testing.assert_allclose(dw, measured(lambda w: cost(w, b, X, Y), w), rtol=1e-4, atol=1e-6)
    np.testing.assert_allclose(db, measured(lambda b: cost(w, b, X, Y), np.array(b)), rtol=1e-4, atol=1e-6)


@settings(deadline=None)
@given(seeds, sizes, sizes)
def test_gradients(seed, n_x, m):
    w, b, X, Y = drawn(seed, n_x, m)
    dw, db = WEEK2["gradients"](X, WEEK2["activation"](w, b, X), Y)
    agree(dw, db, w, b, X, Y)


@settings(deadline=None)
@given(seeds, sizes, sizes)
def test_propagate(seed, n_x, m):
    w, b, X, Y = drawn(seed, n_x, m)
    grads, found = WEEK2["propagate"](w, b, X, Y)
    agree(grads["dw"], grads["db"], w, b, X, Y)
    assert found == pytest.approx(cost(w, b, X, Y))


@settings(deadline=None)
@given(seeds, sizes, sizes, st.integers(1, 9))
def test_optimize_steps_against_the_gradient(seed, n_x, m, num_iterations):
    w, b, X, Y = drawn(seed, n_x, m)
    params, grads, costs = WEEK2["optimize"](w, b, X, Y, num_iterations, 0.3)
    for found in costs:
        assert found == pytest.approx(cost(w, b, X, Y))
        dw, db = grad(cost, 0)(w, b, X, Y), grad(cost, 1)(w, b, X, Y)
        w, b = w - 0.3 * dw, b - 0.3 * db
    np.testing.assert_allclose(params["w"], w)
    np.testing.assert_allclose([params["b"], grads["db"]], [b, db], rtol=1e-6, atol=1e-12)
    np.testing.assert_allclose(grads["dw"], dw, rtol=1e-6, atol=1e-12)
    assert len(costs) == num_iterations
    start = drawn(seed, n_x, m)
    WEEK2["optimize"](*start, num_iterations, 0.3)
    np.testing.assert_array_equal(start[0], drawn(seed, n_x, m)[0])  # the caller's w stays as it was


@settings(deadline=None)
@given(seeds, sizes)
def test_the_cost_by_the_scores_has_the_slope_of_dz(seed, m):
    """cost(sigmoid(Z)) has the slope (A - Y) / m in Z: what `gradients` builds on."""
    rng = np.random.default_rng(seed)
    Z, Y = rng.normal(size=(1, m)), rng.integers(0, 2, size=(1, m))
    dZ = (WEEK2["sigmoid"](Z) - Y) / m
    np.testing.assert_allclose(dZ, grad(lambda Z: anp.mean(log_loss(Z, Y)))(Z), rtol=1e-6, atol=1e-9)
    np.testing.assert_allclose(dZ, measured(lambda Z: WEEK2["cost"](WEEK2["sigmoid"](Z), Y), Z), rtol=1e-4, atol=1e-6)


@given(seeds, sizes)
def test_sigmoid_and_activation(seed, n_x):
    w, b, X, _ = drawn(seed, n_x, 4)
    Z = 100 * (w.T @ X + b)
    np.testing.assert_allclose(WEEK2["sigmoid"](Z), np.exp(-np.logaddexp(0, -Z)), rtol=1e-9)
    np.testing.assert_allclose(WEEK2["activation"](100 * w, 100 * b, X), WEEK2["sigmoid"](Z), rtol=1e-6)


@settings(deadline=None)
@given(seeds, sizes, sizes)
def test_softmax(seed, k, m):
    """Its columns are independent, and its slopes are diag(a) - a a.T."""
    Z = 3 * np.random.default_rng(seed).normal(size=(k, m))
    A = WEEK2["softmax"](Z)
    np.testing.assert_allclose(A.sum(axis=0), 1)
    for a, z in zip(A.T, Z.T):
        slopes = jacobian(lambda z: anp.exp(z) / anp.sum(anp.exp(z)))(z)
        np.testing.assert_allclose(np.diag(a) - np.outer(a, a), slopes, rtol=1e-6, atol=1e-9)
    np.testing.assert_allclose(WEEK2["softmax"](Z + 1000), A, rtol=1e-9)


@given(seeds, sizes, st.integers(2, 9))
def test_standardize_is_undone(seed, n_x, m):
    X = np.random.default_rng(seed).normal(3, 2, size=(n_x, m))
    standardized, mean, deviation = WEEK2["standardize"](X)
    np.testing.assert_allclose(standardized * deviation + mean, X)
    np.testing.assert_allclose(standardized.mean(axis=1), 0, atol=1e-9)
    np.testing.assert_allclose(standardized.var(axis=1), 1)


@settings(deadline=None)
@given(seeds, sizes, sizes)
def test_relative_difference_tells_a_wrong_gradient(seed, n_x, m):
    w, b, X, Y = drawn(seed, n_x, m)
    dw, _ = WEEK2["gradients"](X, WEEK2["activation"](w, b, X), Y)
    slopes = measured(lambda w: cost(w, b, X, Y), w)
    assert WEEK2["relative_difference"](dw, dw) == 0
    if np.linalg.norm(dw) > 1e-3:
        assert WEEK2["relative_difference"](dw, slopes) < 1e-5
        assert WEEK2["relative_difference"](dw, 2 * slopes) == pytest.approx(1 / 3, rel=1e-4)
