"""The reference gradients against HIPS autograd and against measured slopes, on formulas written here a second time."""

import autograd.numpy as anp
import numpy as np
import pytest
from autograd import grad
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.source import sources

WEEK1 = sources("week1")[0].namespace
numbers = st.floats(-3, 3)
probabilities = st.floats(0.01, 0.99)


def log_loss(z, y):
    """The log loss as a function of the score, without a sigmoid: log(1 + e^z) - y z."""
    return anp.logaddexp(0.0, z) - y * z


def measured(f, arguments, place, h=1e-6):
    """The central slope of f in its argument number `place`."""
    ahead, behind = list(arguments), list(arguments)
    ahead[place] += h
    behind[place] -= h
    return (f(*ahead) - f(*behind)) / (2 * h)


def agree(gradients, f, arguments, names):
    """Each of `gradients` (a dict) is both autograd's and the measured derivative."""
    for place, name in enumerate(names):
        assert gradients[name] == pytest.approx(grad(f, place)(*arguments), rel=1e-6, abs=1e-8)
        assert gradients[name] == pytest.approx(measured(f, arguments, place), rel=1e-4, abs=1e-5)


@given(numbers, numbers, numbers)
def test_graph_backward(a, b, c):
    gradients = WEEK1["graph_backward"](a, b, c)
    agree(gradients, lambda a, b, c: 3 * (a + b * c), (a, b, c), ["da", "db", "dc"])
    agree(gradients, lambda v: 3 * v, (a + b * c,), ["dv"])
    agree(gradients, lambda u: 3 * (a + u), (b * c,), ["du"])


@given(numbers, numbers, numbers)
def test_two_paths(a, b, c):
    agree(WEEK1["two_paths"](a, b, c), lambda a, b, c: (a + b) * (b * c), (a, b, c), ["da", "db", "dc"])


@given(numbers, numbers, numbers, numbers, numbers, st.sampled_from([0.0, 1.0]))
def test_one_example(w1, w2, b, x1, x2, y):
    gradients = WEEK1["one_example"](w1, w2, b, x1, x2, y)
    agree(gradients, lambda w1, w2, b: log_loss(w1 * x1 + w2 * x2 + b, y), (w1, w2, b), ["dw1", "dw2", "db"])
    agree(gradients, lambda z: log_loss(z, y), (w1 * x1 + w2 * x2 + b,), ["dz"])


@settings(deadline=None)
@given(st.integers(0, 2**32), st.integers(1, 5), st.integers(1, 9))
def test_two_loops(seed, n_x, m):
    rng = np.random.default_rng(seed)
    w, b, X = rng.normal(size=(n_x, 1)), rng.normal(), rng.normal(size=(n_x, m))
    Y = rng.integers(0, 2, size=(1, m))

    def cost(w, b):
        return anp.mean(log_loss(anp.dot(w.T, X) + b, Y))

    dw, db, J = WEEK1["two_loops"](w, b, X, Y)
    np.testing.assert_allclose(dw, grad(cost, 0)(w, b), rtol=1e-6, atol=1e-9)
    np.testing.assert_allclose(db, grad(cost, 1)(w, b), rtol=1e-6, atol=1e-9)
    np.testing.assert_allclose(J, cost(w, b), rtol=1e-9)
    np.testing.assert_allclose(db, measured(cost, [w, b], 1), rtol=1e-4, atol=1e-6)
    for row in range(n_x):
        step = np.zeros((n_x, 1))
        step[row] = 1e-6
        np.testing.assert_allclose(dw[row], (cost(w + step, b) - cost(w - step, b)) / 2e-6, rtol=1e-4, atol=1e-6)


@given(numbers, numbers, st.floats(-7, 7))
def test_directional_derivative(x, y, theta):
    def f(x, y):
        return x**2 + 3 * x * y - y**3

    slope = WEEK1["directional_derivative"](grad(f, 0)(x, y), grad(f, 1)(x, y), theta)
    along = measured(lambda t: f(x + t * np.cos(theta), y + t * np.sin(theta)), [0.0], 0)
    assert slope == pytest.approx(along, rel=1e-4, abs=1e-5)


@given(st.floats(-2, 2))
def test_measured_slopes_of_the_cube(a):
    def cube(a):
        return a**3

    assert WEEK1["central_slope"](cube, a, 1e-4) == pytest.approx(grad(cube)(a), abs=1e-6)
    assert WEEK1["slope"](cube, a, 1e-6) == pytest.approx(grad(cube)(a), abs=1e-4)


@given(st.floats(-500, 500))
def test_both_sigmoids_and_log_odds(z):
    stable, p = WEEK1["stable_sigmoid"](z), float(np.exp(-np.logaddexp(0.0, -z)))
    assert stable == pytest.approx(p, rel=1e-9, abs=0)
    assert WEEK1["sigmoid"](min(max(z, -30.0), 30.0)) == pytest.approx(
        float(np.exp(-np.logaddexp(0, -np.clip(z, -30, 30))))
    )
    if abs(z) < 15:
        assert WEEK1["log_odds"](stable) == pytest.approx(z, rel=1e-6, abs=1e-6)


@given(probabilities, st.sampled_from([0, 1]))
def test_loss_is_the_log_loss(a, y):
    assert WEEK1["loss"](a, y) == pytest.approx(log_loss(np.log(a / (1 - a)), y))
