"""Week 3's network against HIPS autograd and against measured slopes, on formulas written here a second time."""

import autograd.numpy as anp
import numpy as np
import pytest
from autograd import elementwise_grad, grad
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.source import sources

WEEK3 = sources("week3")[0].namespace
NAMES = ("W1", "b1", "W2", "b2")
seeds, sizes = st.integers(0, 2**32), st.integers(1, 6)

ACTIVATIONS = {
    "sigmoid": lambda z: 1 / (1 + anp.exp(-z)),
    "tanh": lambda z: (anp.exp(z) - anp.exp(-z)) / (anp.exp(z) + anp.exp(-z)),
    "relu": lambda z: (z + anp.abs(z)) / 2,
    "leaky_relu": lambda z: 0.505 * z + 0.495 * anp.abs(z),
}


def scores(parameters, X):
    """What comes out of the second layer before its activation."""
    hidden = ACTIVATIONS["tanh"](anp.dot(parameters["W1"], X) + parameters["b1"])
    return anp.dot(parameters["W2"], hidden) + parameters["b2"]


def cost(parameters, X, Y):
    """The log loss, summed over the output units, mean over the examples; log(1 + e^z) - y z, without a sigmoid."""
    z = scores(parameters, X)
    return anp.sum(anp.logaddexp(0.0, z) - Y * z) / X.shape[1]


def drawn(seed, n_x, n_h, n_y, m):
    """parameters, X and Y."""
    rng = np.random.default_rng(seed)
    shapes = {"W1": (n_h, n_x), "b1": (n_h, 1), "W2": (n_y, n_h), "b2": (n_y, 1)}
    parameters = {name: rng.normal(size=shape) for name, shape in shapes.items()}
    return parameters, rng.normal(size=(n_x, m)), rng.integers(0, 2, size=(n_y, m))


def measured(f, array, h=1e-6):
    """The central slopes of f by every entry of `array`, in its shape."""
    slopes = np.zeros(array.shape)
    for place in np.ndindex(array.shape):
        step = np.zeros(array.shape)
        step[place] = h
        slopes[place] = (f(array + step) - f(array - step)) / (2 * h)
    return slopes


def gradients(parameters, X, Y):
    """The reference's gradients, by way of its forward pass."""
    return WEEK3["backward_propagation"](parameters, WEEK3["forward_propagation"](X, parameters)[1], X, Y)


@pytest.mark.parametrize("name", ACTIVATIONS)
@given(st.floats(-8, 8).filter(lambda z: abs(z) > 1e-3))
def test_activations_and_their_derivatives(name, z):
    f, derivative = ACTIVATIONS[name], WEEK3[f"{name}_derivative"]
    g = WEEK3.get(name, np.tanh)
    assert g(z) == pytest.approx(f(z), abs=1e-9)
    assert derivative(z) == pytest.approx(elementwise_grad(f)(z), abs=1e-9)
    assert derivative(z) == pytest.approx((g(z + 1e-6) - g(z - 1e-6)) / 2e-6, abs=1e-6)


@given(st.floats(0.01, 0.9), st.floats(-8, 8).filter(lambda z: abs(z) > 1e-3))
def test_leaky_relu_with_another_slope(slope, z):
    around = [WEEK3["leaky_relu"](z + step, slope) for step in (-1e-6, 1e-6)]
    assert WEEK3["leaky_relu_derivative"](z, slope) == pytest.approx((around[1] - around[0]) / 2e-6, abs=1e-6)


def test_derivatives_at_the_corner():
    assert WEEK3["relu_derivative"](0) == 0
    assert WEEK3["leaky_relu_derivative"](0, 0.3) == 0.3


@settings(deadline=None)
@given(seeds, sizes, sizes, sizes, sizes)
def test_forward(seed, n_x, n_h, n_y, m):
    parameters, X, _ = drawn(seed, n_x, n_h, n_y, m)
    A2, cache = WEEK3["forward_propagation"](X, parameters)
    np.testing.assert_allclose(A2, 1 / (1 + np.exp(-scores(parameters, X))))
    np.testing.assert_allclose(np.tanh(cache["Z1"]), cache["A1"])
    np.testing.assert_allclose(WEEK3["sigmoid"](cache["Z2"]), cache["A2"])
    for i in range(m):  # a column of it is one example, neuron by neuron or layer by layer
        a1, a2 = WEEK3["forward_by_neurons"](X[:, [i]], *(parameters[name] for name in NAMES))
        np.testing.assert_allclose(np.vstack([a1, a2]), np.vstack([cache["A1"], A2])[:, [i]])
        z1, layer = WEEK3["layer_forward"](X[:, [i]], parameters["W1"], parameters["b1"], np.tanh)
        np.testing.assert_allclose(np.hstack([z1, layer]), np.hstack([cache["Z1"][:, [i]], a1]))


@settings(deadline=None)
@given(seeds, sizes, sizes, sizes, sizes)
def test_collapse_is_the_composition(seed, n_x, n_h, n_y, m):
    parameters, X, _ = drawn(seed, n_x, n_h, n_y, m)
    W1, b1, W2, b2 = (parameters[name] for name in NAMES)
    W, b = WEEK3["collapse"](W1, b1, W2, b2)
    np.testing.assert_allclose(W @ X + b, W2 @ (W1 @ X + b1) + b2, atol=1e-9)


@settings(deadline=None)
@given(seeds, sizes, sizes, sizes, sizes)
def test_backward(seed, n_x, n_h, n_y, m):
    parameters, X, Y = drawn(seed, n_x, n_h, n_y, m)
    found, by_autograd = gradients(parameters, X, Y), grad(cost)(parameters, X, Y)
    for name, array in parameters.items():
        slopes = measured(lambda array, name=name: cost({**parameters, name: array}, X, Y), array)
        assert found[f"d{name}"].shape == array.shape
        np.testing.assert_allclose(found[f"d{name}"], by_autograd[name], rtol=1e-6, atol=1e-9)
        np.testing.assert_allclose(found[f"d{name}"], slopes, rtol=1e-4, atol=1e-6)


@settings(deadline=None)
@given(seeds, sizes, sizes, sizes)
def test_cost_and_its_slope_by_z2(seed, n_x, n_h, m):
    """The cost by way of the sigmoid has the slope dZ2 / m in Z2: what `output_gradients` builds on."""
    parameters, X, Y = drawn(seed, n_x, n_h, 1, m)
    A2, cache = WEEK3["forward_propagation"](X, parameters)
    assert WEEK3["compute_cost"](A2, Y) == pytest.approx(cost(parameters, X, Y))
    dZ2, _, _ = WEEK3["output_gradients"](cache["A1"], A2, Y)
    slopes = measured(lambda Z: WEEK3["compute_cost"](WEEK3["sigmoid"](Z), Y), cache["Z2"])
    np.testing.assert_allclose(dZ2 / m, slopes, rtol=1e-4, atol=1e-6)


@settings(deadline=None, max_examples=50)
@given(seeds, sizes, sizes, sizes)
def test_the_gradient_check_tells_right_from_wrong(seed, n_x, n_h, m):
    parameters, X, Y = drawn(seed, n_x, n_h, 1, m)
    slopes = WEEK3["numerical_gradients"](lambda parameters: cost(parameters, X, Y), parameters)
    found = gradients(parameters, X, Y)
    for name in NAMES:
        np.testing.assert_allclose(slopes[name], grad(cost)(parameters, X, Y)[name], rtol=1e-4, atol=1e-8)
    assert WEEK3["relative_error"](found, {name: found[f"d{name}"] for name in NAMES}) == 0
    if max(np.abs(slope).max() for slope in slopes.values()) > 1e-3:
        assert WEEK3["relative_error"](found, slopes) < 1e-6
        doubled = {name: 2 * array for name, array in found.items()}
        assert WEEK3["relative_error"](doubled, slopes) == pytest.approx(1 / 3, rel=1e-4)
        assert WEEK3["relative_error"](found, {name: -slope for name, slope in slopes.items()}) == pytest.approx(1)


@settings(deadline=None, max_examples=50)
@given(seeds, sizes, sizes, sizes, st.integers(1, 6))
def test_train_steps_against_the_gradient(seed, n_x, n_h, m, num_iterations):
    parameters, X, Y = drawn(seed, n_x, n_h, 1, m)
    trained, costs = WEEK3["train"](parameters, X, Y, num_iterations, 0.3)
    for name, array in drawn(seed, n_x, n_h, 1, m)[0].items():
        np.testing.assert_array_equal(parameters[name], array)  # the caller's parameters stay as they were
    for found in costs:
        assert found == pytest.approx(cost(parameters, X, Y))
        slopes = grad(cost)(parameters, X, Y)
        parameters = {name: array - 0.3 * slopes[name] for name, array in parameters.items()}
    assert len(costs) == num_iterations
    for name in NAMES:
        np.testing.assert_allclose(trained[name], parameters[name], rtol=1e-6, atol=1e-9)
    np.testing.assert_array_equal(WEEK3["predict"](trained, X), scores(parameters, X) > 0)


@given(seeds, sizes, sizes)
def test_a_start_at_zero_keeps_the_hidden_units_alike(seed, n_x, m):
    _, X, Y = drawn(seed, n_x, 3, 1, m)
    zeros = {name: np.zeros(array.shape) for name, array in drawn(seed, n_x, 3, 1, m)[0].items()}
    trained, _ = WEEK3["train"](zeros, X, Y, 5, 0.7)
    for name in ("W1", "b1"):
        np.testing.assert_array_equal(trained[name], np.repeat(trained[name][:1], 3, axis=0))
    started = WEEK3["initialize_parameters"](n_x, 3, 1, np.random.default_rng(seed))
    assert {name: array.shape for name, array in started.items()} == {n: a.shape for n, a in zeros.items()}
    assert len(np.unique(started["W1"])) == 3 * n_x and not np.any(started["b1"])
