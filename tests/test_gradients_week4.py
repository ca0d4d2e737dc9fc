"""Week 4's networks against HIPS autograd and against measured slopes, on formulas written here a second time."""

import autograd.numpy as anp
import numpy as np
import pytest
from autograd import grad
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.source import sources

WEEK4 = sources("week4")[0].namespace
seeds, bits, examples = st.integers(0, 2**32), st.integers(1, 12), st.integers(1, 6)
networks = st.lists(st.integers(1, 5), min_size=1, max_size=5).map(lambda sizes: [*sizes, 1])  # 1 to 5 layers


def scores(parameters, X):
    """The last layer's Z."""
    L = len(parameters) // 2
    A = X
    for l in range(1, L):
        A = anp.maximum(anp.dot(parameters[f"W{l}"], A) + parameters[f"b{l}"], 0.0)
    return anp.dot(parameters[f"W{L}"], A) + parameters[f"b{L}"]


def cost(parameters, X, Y):
    """The mean log loss, from the scores and without a sigmoid."""
    Z = scores(parameters, X)
    return anp.mean(anp.logaddexp(0.0, Z) - Y * Z)


def drawn(seed, layer_dims, m):
    """Parameters, X and Y."""
    rng = np.random.default_rng(seed)
    parameters = WEEK4["initialize_parameters_deep"](layer_dims, rng)
    for name in parameters:
        if name[0] == "b":
            parameters[name] = parameters[name] + rng.normal(size=parameters[name].shape)
    return parameters, rng.normal(size=(layer_dims[0], m)), rng.integers(0, 2, size=(1, m))


def measured(f, array, h=1e-6):
    """The central slopes of f by every entry of `array`, in its shape."""
    slopes = np.zeros(array.shape)
    for place in np.ndindex(array.shape):
        step = np.zeros(array.shape)
        step[place] = h
        slopes[place] = (f(array + step) - f(array - step)) / (2 * h)
    return slopes


def clear_of_kinks(parameters, X):
    """Whether no hidden score is so near to 0 that a small step crosses ReLU's kink."""
    hidden = [Z for _, Z in WEEK4["L_model_forward"](X, parameters)[1][:-1]]
    return all(np.abs(Z).min() > 1e-3 for Z in hidden)


def backward(parameters, X, Y):
    """The gradients by week 4's own two passes."""
    AL, caches = WEEK4["L_model_forward"](X, parameters)
    return WEEK4["L_model_backward"](AL, Y, caches)


@given(seeds, networks, examples)
def test_forward_and_cost(seed, layer_dims, m):
    parameters, X, Y = drawn(seed, layer_dims, m)
    AL, caches = WEEK4["L_model_forward"](X, parameters)
    np.testing.assert_allclose(AL, np.exp(-np.logaddexp(0, -scores(parameters, X))), rtol=1e-9)
    assert WEEK4["compute_cost"](AL, Y) == pytest.approx(cost(parameters, X, Y), abs=1e-9)
    assert len(caches) == len(layer_dims) - 1
    np.testing.assert_array_equal(caches[0][0][0], X)


@settings(deadline=None)
@given(seeds, networks, examples)
def test_backward_is_what_autograd_finds(seed, layer_dims, m):
    parameters, X, Y = drawn(seed, layer_dims, m)
    grads, right = backward(parameters, X, Y), grad(cost)(parameters, X, Y)
    for name, array in parameters.items():
        assert grads["d" + name].shape == array.shape
        np.testing.assert_allclose(grads["d" + name], right[name], rtol=1e-6, atol=1e-9)


@settings(deadline=None, max_examples=40)
@given(seeds, networks, examples)
def test_backward_is_what_can_be_measured(seed, layer_dims, m):
    parameters, X, Y = drawn(seed, layer_dims, m)
    if clear_of_kinks(parameters, X):
        grads = backward(parameters, X, Y)
        for name, array in parameters.items():
            slopes = measured(lambda moved: cost({**parameters, name: moved}, X, Y), array)  # noqa: B023
            np.testing.assert_allclose(grads["d" + name], slopes, rtol=1e-4, atol=1e-6)


@settings(deadline=None)
@given(seeds, networks, examples)
def test_dA_is_the_gradient_of_what_goes_into_a_layer(seed, layer_dims, m):
    """dA1, ..., of the sum of losses, as they are not divided by m."""
    parameters, X, Y = drawn(seed, layer_dims, m)
    _, caches = WEEK4["L_model_forward"](X, parameters)
    grads, L = backward(parameters, X, Y), len(caches)
    for l in range(1, L):
        rest = {f"{name[0]}{int(name[1:]) - l}": value for name, value in parameters.items() if int(name[1:]) > l}
        right = grad(lambda A: m * cost(rest, A, Y))(caches[l][0][0])  # noqa: B023
        np.testing.assert_allclose(grads[f"dA{l}"], right, rtol=1e-6, atol=1e-9)


@given(seeds, networks, examples)
def test_arrays_have_the_shapes_that_are_told(seed, layer_dims, m):
    parameters, X, Y = drawn(seed, layer_dims, m)
    AL, caches = WEEK4["L_model_forward"](X, parameters)
    grads = {name: value for name, value in backward(parameters, X, Y).items() if name != "dA0"}
    arrays = parameters | {f"Z{l}": Z for l, (_, Z) in enumerate(caches, start=1)} | {f"A{len(caches)}": AL} | grads
    assert WEEK4["wrong_shapes"](arrays, layer_dims, m) == []
    assert all(np.shape(array) == WEEK4["array_shapes"](layer_dims, m)[name] for name, array in arrays.items())


@given(seeds, networks)
def test_gradients_are_right_where_outputs_are_certain(seed, layer_dims):
    """Scores of thousands make AL exactly 0 or 1: all stays finite, and is autograd's gradient."""
    parameters, X, Y = drawn(seed, layer_dims, 5)
    grads, right = backward(parameters, 1e5 * X, Y), grad(cost)(parameters, 1e5 * X, Y)
    for name in parameters:
        np.testing.assert_allclose(grads["d" + name], right[name], rtol=1e-6, atol=1e-6)


@settings(deadline=None)
@given(seeds, st.integers(1, 5), st.integers(1, 5), examples, st.sampled_from(["relu", "sigmoid"]))
def test_one_layer_back(seed, n_prev, n, m, activation):
    rng = np.random.default_rng(seed)
    A_prev, W, b = rng.normal(size=(n_prev, m)), rng.normal(size=(n, n_prev)), rng.normal(size=(n, 1))
    weights = rng.normal(size=(n, m))  # a mean over the examples of sums of A with weights has dA = weights
    g = {"relu": lambda z: anp.maximum(z, 0.0), "sigmoid": lambda z: 0.5 + 0.5 * anp.tanh(z / 2)}[activation]

    def total(A_prev, W, b):
        return anp.sum(weights * g(anp.dot(W, A_prev) + b)) / m

    A, cache = WEEK4["linear_activation_forward"](A_prev, W, b, activation)
    np.testing.assert_allclose(A, g(W @ A_prev + b), rtol=1e-9, atol=1e-12)
    found = WEEK4["linear_activation_backward"](weights, cache, activation)
    right = [grad(total, place)(A_prev, W, b) for place in range(3)]
    for one, other in zip(found, [m * right[0], *right[1:]]):
        np.testing.assert_allclose(one, other, rtol=1e-6, atol=1e-9)


@settings(deadline=None, max_examples=30)
@given(seeds, networks, examples)
def test_gradient_check_tells_right_from_wrong(seed, layer_dims, m):
    parameters, X, Y = drawn(seed, layer_dims, m)
    grads = backward(parameters, X, Y)
    if clear_of_kinks(parameters, X):
        right = WEEK4["gradient_check"](parameters, grads, X, Y)
        twice = WEEK4["gradient_check"](parameters, {name: 2 * value for name, value in grads.items()}, X, Y)
        for name in parameters:
            if np.linalg.norm(grads["d" + name]) > 1e-3:
                assert right[name] < 1e-5
                assert twice[name] == pytest.approx(1 / 3, rel=1e-3)
            elif not np.any(grads["d" + name]):
                assert right[name] == twice[name] == 0


@settings(deadline=None)
@given(seeds, networks, examples, st.integers(1, 6))
def test_train_steps_against_the_gradient(seed, layer_dims, m, num_iterations):
    start, X, Y = drawn(seed, layer_dims, m)
    parameters, costs = WEEK4["train"](start, X, Y, num_iterations, 0.1)
    by_hand = start
    for found in costs:
        assert found == pytest.approx(cost(by_hand, X, Y), abs=1e-9)
        slopes = grad(cost)(by_hand, X, Y)
        by_hand = {name: value - 0.1 * slopes[name] for name, value in by_hand.items()}
    assert len(costs) == num_iterations
    for name, array in drawn(seed, layer_dims, m)[0].items():
        np.testing.assert_allclose(parameters[name], by_hand[name], rtol=1e-6, atol=1e-9)
        np.testing.assert_array_equal(start[name], array)  # the caller's own stay as they were


def test_a_forward_pass_keeps_its_size_through_many_layers():
    """With weights scaled by fan-in the mean square of what layers give neither vanishes nor explodes."""
    rng = np.random.default_rng(4)
    parameters = WEEK4["initialize_parameters_deep"]([200] * 11, rng)
    _, caches = WEEK4["L_model_forward"](rng.normal(size=(200, 30)), parameters)
    sizes = [np.mean(A_prev**2) for (A_prev, _, _), _ in caches]
    assert all(0.3 < size < 3 for size in sizes)


@given(seeds, bits, examples)
def test_parity(seed, n, m):
    columns = np.random.default_rng(seed).integers(0, 2, size=(n, m))
    np.testing.assert_array_equal(WEEK4["parity"](columns), [[sum(column) % 2 for column in columns.T.tolist()]])
    np.testing.assert_array_equal(WEEK4["xor"](columns, columns[::-1]), columns ^ columns[::-1])


@given(bits)
def test_parity_sizes(n):
    """Levels and units as they are counted when the tree is walked, and the odd patterns one by one."""
    sizes, width, levels, units = WEEK4["parity_sizes"](n), n, 0, 0
    while width > 1:
        width, levels, units = width - width // 2, levels + 1, units + width // 2
    odd = sum(bin(pattern).count("1") % 2 for pattern in range(2**n))
    assert sizes == {"levels": levels, "deep": units, "shallow": odd}
