"""Backward: the linear step, one layer, the whole network."""

from functools import partial

import numpy as np

from autograder.exercises.week4.networks import logistic, network, passed, relu_slope, returned, task
from autograder.spec import Exercise

linear_backward = Exercise("w4-linear-backward", atol=1e-7)


def _step_back(rng, n_prev, n, m):
    """dZ, and the cache of one layer's linear step; no mean is near 0."""
    parameters = network(rng, [n_prev, n])
    return rng.normal(size=(n, m)) + 0.3, (rng.normal(size=(n_prev, m)) + 0.4, parameters["W1"], parameters["b1"])


@linear_backward.part("any sizes", weight=2)
def _(rng):
    A_prev, W = np.array([[1, 0, 2], [3, -1, 1]]), np.array([[2, -1], [0, 1], [1, 1], [-3, 2]])
    yield np.array([[1, -1, 3], [0, 2, 1], [6, 3, 0], [-2, 1, 4]]), (A_prev, W, np.ones((4, 1)))
    yield _step_back(rng, 3, 4, 5)
    yield _step_back(rng, 5, 2, 4)
    yield _step_back(rng, 2, 6, 7)


@linear_backward.part("one example, one unit, or one number coming in")
def _(rng):
    yield _step_back(rng, 4, 3, 1)
    yield _step_back(rng, 5, 1, 4)
    yield _step_back(rng, 1, 3, 2)
    yield _step_back(rng, 2, 3, 1)


@linear_backward.mistake("dW and db aren't divided by m: they are sums over the examples, and means are asked.")
def never_divided(dZ, cache):
    A_prev, W, _ = cache
    return W.T @ dZ, dZ @ A_prev.T, np.sum(dZ, axis=1, keepdims=True)


@linear_backward.mistake("dW isn't divided by m, db is. Both are means over the examples.")
def dW_not_divided(dZ, cache):
    A_prev, W, _ = cache
    return W.T @ dZ, dZ @ A_prev.T, np.mean(dZ, axis=1, keepdims=True)


@linear_backward.mistake("db isn't divided by m, dW is. Both are means over the examples.")
def db_not_divided(dZ, cache):
    A_prev, W, _ = cache
    return W.T @ dZ, dZ @ A_prev.T / dZ.shape[1], np.sum(dZ, axis=1, keepdims=True)


@linear_backward.mistake("dW and db are divided by m twice. np.mean has a division inside already.")
def divided_twice(dZ, cache):
    A_prev, W, _ = cache
    m = dZ.shape[1]
    return W.T @ dZ, dZ @ A_prev.T / m**2, np.mean(dZ, axis=1, keepdims=True) / m


@linear_backward.mistake("db is divided by m twice: np.mean has a division inside already.")
def db_divided_twice(dZ, cache):
    A_prev, W, _ = cache
    m = dZ.shape[1]
    return W.T @ dZ, dZ @ A_prev.T / m, np.mean(dZ, axis=1, keepdims=True) / m


@linear_backward.mistake(
    "All three are divided by m. dA_prev keeps a column for each example and sums over none of them, so there is "
    "nothing to divide; a network of five layers would divide by m five times."
)
def dA_prev_divided(dZ, cache):
    A_prev, W, _ = cache
    m = dZ.shape[1]
    return W.T @ dZ / m, dZ @ A_prev.T / m, np.mean(dZ, axis=1, keepdims=True)


@linear_backward.mistake(
    "dW and db are divided by the layer's own size: dZ.shape[0] is n. Examples are columns, so m is shape[1]."
)
def divided_by_units(dZ, cache):
    A_prev, W, _ = cache
    return W.T @ dZ, dZ @ A_prev.T / len(dZ), np.sum(dZ, axis=1, keepdims=True) / len(dZ)


@linear_backward.mistake(
    "dW and db are divided by how many numbers come in: A_prev.shape[0] is n_prev. Examples are columns, so m is "
    "shape[1]."
)
def divided_by_inputs(dZ, cache):
    A_prev, W, _ = cache
    return W.T @ dZ, dZ @ A_prev.T / len(A_prev), np.sum(dZ, axis=1, keepdims=True) / len(A_prev)


@linear_backward.mistake("db has lost its second dimension, (n,). It has b's shape, (n, 1): keepdims keeps it.")
def db_flat(dZ, cache):
    A_prev, W, _ = cache
    return W.T @ dZ, dZ @ A_prev.T / dZ.shape[1], np.mean(dZ, axis=1)


@linear_backward.mistake(
    "db is a row: the mean was taken down the columns, over units. It goes over the examples, along a row."
)
def db_over_units(dZ, cache):
    A_prev, W, _ = cache
    return W.T @ dZ, dZ @ A_prev.T / dZ.shape[1], np.mean(dZ, axis=0, keepdims=True)


@linear_backward.mistake("The sum in db goes down the columns, over units. It goes over the examples, along a row.")
def db_summed_over_units(dZ, cache):
    A_prev, W, _ = cache
    return W.T @ dZ, dZ @ A_prev.T / dZ.shape[1], np.sum(dZ, axis=0, keepdims=True) / dZ.shape[1]


@linear_backward.mistake("db is a single number: it sums over all units as well. Each unit has its own b.")
def db_one_number(dZ, cache):
    A_prev, W, _ = cache
    return W.T @ dZ, dZ @ A_prev.T / dZ.shape[1], np.sum(dZ) / dZ.shape[1]


@linear_backward.mistake("db is dZ itself, with a column for each example. There is one b for all: the mean over them.")
def db_for_each_example(dZ, cache):
    A_prev, W, _ = cache
    return W.T @ dZ, dZ @ A_prev.T / dZ.shape[1], dZ


@linear_backward.mistake("dW is on its side: (n_prev, n). It has the shape of W, (n, n_prev): dZ stands in front.")
def dW_on_its_side(dZ, cache):
    A_prev, W, _ = cache
    return W.T @ dZ, A_prev @ dZ.T / dZ.shape[1], np.mean(dZ, axis=1, keepdims=True)


@linear_backward.mistake("dA_prev is on its side: (m, n_prev). It has the shape of A_prev, with examples as columns.")
def dA_prev_on_its_side(dZ, cache):
    A_prev, W, _ = cache
    return dZ.T @ W, dZ @ A_prev.T / dZ.shape[1], np.mean(dZ, axis=1, keepdims=True)


@linear_backward.mistake(
    "np.dot can't multiply two of these: one isn't turned round that should be, or the order is another. Ask which "
    "size has to vanish: in dW the m, so it stands inside, (n, m) and (m, n_prev); in dA_prev the n."
)
def not_turned_with_dot(dZ, cache):
    A_prev, W, _ = cache
    return np.dot(W, dZ), np.dot(dZ, A_prev.T) / dZ.shape[1], np.mean(dZ, axis=1, keepdims=True)


@linear_backward.mistake(
    "@ can't multiply two of these: one isn't turned round that should be, or the order is another. Ask which size "
    "has to vanish: in dW the m, so it stands inside, (n, m) and (m, n_prev); in dA_prev the n."
)
def not_turned_with_at(dZ, cache):
    A_prev, W, _ = cache
    return W @ dZ, dZ @ A_prev.T / dZ.shape[1], np.mean(dZ, axis=1, keepdims=True)


@linear_backward.mistake(
    "* multiplies entry by entry, and these two don't fit for that. Both dW and dA_prev are matrix products.",
    where=lambda dZ, cache: 1 not in (*dZ.shape, len(cache[0])),
)
def star_for_the_product(dZ, cache):
    A_prev, W, _ = cache
    return W.T * dZ, dZ * A_prev.T / dZ.shape[1], np.mean(dZ, axis=1, keepdims=True)


@linear_backward.mistake("The three results stand in another order: dA_prev is the first, then dW, then db.")
def dA_prev_last(dZ, cache):
    A_prev, W, _ = cache
    return dZ @ A_prev.T / dZ.shape[1], np.mean(dZ, axis=1, keepdims=True), W.T @ dZ


@linear_backward.mistake("dA_prev and dW are exchanged: dA_prev is the first of the three.")
def dW_first(dZ, cache):
    A_prev, W, _ = cache
    return dZ @ A_prev.T / dZ.shape[1], W.T @ dZ, np.mean(dZ, axis=1, keepdims=True)


@linear_backward.mistake("Only dW and db come back. Three results are asked: dA_prev goes on to the layer before.")
def without_dA_prev(dZ, cache):
    A_prev, _, _ = cache
    return dZ @ A_prev.T / dZ.shape[1], np.mean(dZ, axis=1, keepdims=True)


@linear_backward.mistake("The three come back in a dict. They are asked side by side: dA_prev, dW, db.")
def a_dict(dZ, cache):
    A_prev, W, _ = cache
    return {"dA_prev": W.T @ dZ, "dW": dZ @ A_prev.T / dZ.shape[1], "db": np.mean(dZ, axis=1, keepdims=True)}


@linear_backward.mistake(
    "dA_prev is cut off where A_prev isn't positive. That is the slope of the layer before, which that layer takes "
    "itself: here is the linear step alone.",
    where=lambda dZ, cache: np.any(cache[0] > 0),
)
def cut_off_by_A_prev(dZ, cache):
    A_prev, W, _ = cache
    return W.T @ dZ * (A_prev > 0), dZ @ A_prev.T / dZ.shape[1], np.mean(dZ, axis=1, keepdims=True)


@linear_backward.mistake(
    "dZ is cut off where it is negative. A gradient may have either sign, and the activation's slope isn't the matter "
    "of this step."
)
def dZ_cut_off(dZ, cache):
    A_prev, W, _ = cache
    dZ = np.maximum(dZ, 0)
    return W.T @ dZ, dZ @ A_prev.T / dZ.shape[1], np.mean(dZ, axis=1, keepdims=True)


@linear_backward.mistake("The gradients have the wrong sign. The minus belongs to the step, in `update_parameters`.")
def minus(dZ, cache):
    A_prev, W, _ = cache
    return -W.T @ dZ, -dZ @ A_prev.T / dZ.shape[1], -np.mean(dZ, axis=1, keepdims=True)


@linear_backward.mistake(
    "The cache holds three things, and another number of names is made of them. It is the tuple A_prev, W, b."
)
def cache_as_a_pair(dZ, cache):
    A_prev, W = cache
    return W.T @ dZ, dZ @ A_prev.T / dZ.shape[1], np.mean(dZ, axis=1, keepdims=True)


@linear_backward.mistake("db and dW are exchanged: after dA_prev comes dW, then db.")
def db_before_dW(dZ, cache):
    A_prev, W, _ = cache
    return W.T @ dZ, np.mean(dZ, axis=1, keepdims=True), dZ @ A_prev.T / dZ.shape[1]


@linear_backward.mistake("Two results come back. Three are asked: dA_prev, dW, and db behind them.")
def without_db(dZ, cache):
    A_prev, W, _ = cache
    return W.T @ dZ, dZ @ A_prev.T / dZ.shape[1]


@linear_backward.mistake(
    "dW and db are divided by the number of all entries of A_prev, its size. m is the number of columns: shape[1]."
)
def divided_by_the_size(dZ, cache):
    A_prev, W, _ = cache
    return W.T @ dZ, dZ @ A_prev.T / A_prev.size, np.sum(dZ, axis=1, keepdims=True) / A_prev.size


@linear_backward.mistake(
    "dA_prev is made with dW. It is W of the cache that leads back: a step in A changes Z by W, and the slopes follow."
)
def dW_for_W(dZ, cache):
    A_prev, _, _ = cache
    dW = dZ @ A_prev.T / dZ.shape[1]
    return dW.T @ dZ, dW, np.mean(dZ, axis=1, keepdims=True)


@linear_backward.variant
def classic(dZ, cache):
    A_prev, W, b = cache
    m = A_prev.shape[1]
    dW = 1 / m * np.dot(dZ, A_prev.T)
    db = 1.0 / m * np.sum(dZ, axis=1, keepdims=True)
    dA_prev = np.dot(W.T, dZ)
    assert dA_prev.shape == A_prev.shape
    assert dW.shape == W.shape
    assert db.shape == b.shape
    return dA_prev, dW, db


@linear_backward.variant
def with_einsum(dZ, cache):
    m = dZ.shape[1]
    db = np.einsum("ji->j", dZ).reshape(-1, 1) / m
    return [np.einsum("jk,ji->ki", cache[1], dZ), np.einsum("ji,ki->jk", dZ, cache[0]) / m, db]


@linear_backward.variant
def with_ones(dZ, cache):
    A_prev, W, _ = cache
    m = dZ.shape[-1]
    return (dZ.T @ W).T, (A_prev @ dZ.T).T / m, dZ @ np.ones((m, 1)) / m


@linear_backward.variant
def example_by_example(dZ, cache):
    A_prev, W, b = cache
    dW, db, m = np.zeros(W.shape), np.zeros(b.shape), A_prev.shape[1]
    columns = []
    for i in range(m):
        dz, a = dZ[:, [i]], A_prev[:, [i]]
        columns.append(W.T @ dz)
        dW, db = dW + dz * a.T, db + dz
    return np.hstack(columns), dW / m, db / m


layer_backward = Exercise("w4-linear-activation-backward", atol=1e-7)


def _two_signs(rng, n_prev, n, m, activation):
    """dA, a layer's cache in which about half of Z is positive, and the layer's activation."""
    while True:
        dA, linear_cache = _step_back(rng, n_prev, n, m)
        A_prev, W, b = linear_cache
        Z = W @ A_prev + b
        if 0.3 < np.mean(Z > 0) < 0.7:
            return dA, (linear_cache, Z), activation


@layer_backward.part("ReLU")
def _(rng):
    A_prev, W = np.array([[1, 0, 2], [3, -1, 1]]), np.array([[2, -1], [0, 1], [1, 1], [-3, 2]])
    dA, b = np.array([[1.0, -1, 3], [0, 2, 1], [6, 3, 0], [-2, 1, 4]]), np.full((4, 1), 0.5)
    yield dA, ((A_prev, W, b), W @ A_prev + b), "relu"
    for n_prev, n, m in ((3, 4, 5), (5, 2, 7), (4, 6, 3)):
        yield _two_signs(rng, n_prev, n, m, "relu")


@layer_backward.part("the sigmoid")
def _(rng):
    for n_prev, n, m in ((3, 4, 5), (6, 3, 4), (2, 5, 7)):
        yield _two_signs(rng, n_prev, n, m, "sigmoid")


@layer_backward.part("one example, one unit, or one number coming in", weight=0.5)
def _(rng):
    for n_prev, n, m in ((4, 6, 1), (5, 1, 4), (1, 3, 2)):
        for activation in ("sigmoid", "relu"):
            yield _two_signs(rng, n_prev, n, m, activation)


@layer_backward.part("where Z is exactly 0", weight=0.25)
def _(rng):
    A_prev, W = np.array([[1, 0, 2, -1], [2, 1, 1, 3]]), np.array([[2, -1], [1, 1], [-1, 0]])
    b = np.array([[0], [-1], [1]])
    yield np.array([[1.0, -1, 3, 2], [2, 2, 1, -1], [6, 3, -2, 5]]), ((A_prev, W, b), W @ A_prev + b), "relu"


def _is_sigmoid(dA, cache, activation):
    return activation == "sigmoid"


def _logistic_slope(Z):
    return logistic(Z) * (1 - logistic(Z))


def _back(dA, cache, activation, for_relu=None, for_sigmoid=None):
    """Back through a layer, with these slopes, functions of Z, in place of the right ones."""
    (A_prev, W, _), Z = cache
    slope = (for_sigmoid or _logistic_slope) if activation == "sigmoid" else (for_relu or relu_slope)
    return _linear(dA * slope(Z), A_prev, W)


def _linear(dZ, A_prev, W, m=None):
    """Back through the linear step."""
    m = m or dZ.shape[1]
    return np.dot(W.T, dZ), np.dot(dZ, A_prev.T) / m, np.sum(dZ, axis=1, keepdims=True) / m


@layer_backward.mistake(
    "The activation's slope is missing: dA goes into the linear step as if it were dZ. dZ is dA times the slope at Z."
)
def slope_missing(dA, cache, activation):
    return _back(dA, cache, activation, np.ones_like, np.ones_like)


@layer_backward.mistake("ReLU's slope is taken whatever is asked. `activation` says which of the two it should be.")
def always_relu(dA, cache, activation):
    return _back(dA, cache, "relu")


@layer_backward.mistake(
    "The sigmoid's slope is taken whatever is asked. `activation` says which of the two it should be."
)
def always_the_sigmoid(dA, cache, activation):
    return _back(dA, cache, "sigmoid")


@layer_backward.mistake(
    "The two slopes are exchanged: for 'relu' there comes that of the sigmoid, and the other way round."
)
def exchanged(dA, cache, activation):
    return _back(dA, cache, "relu" if activation == "sigmoid" else "sigmoid")


@layer_backward.mistake(
    "For 'sigmoid' dA is multiplied by the sigmoid itself. Its slope is asked: a (1 - a), never more than 0.25."
)
def sigmoid_for_its_slope(dA, cache, activation):
    return _back(dA, cache, activation, relu_slope, logistic)


@layer_backward.mistake(
    "For 'sigmoid' Z (1 - Z) stands where a (1 - a) belongs: a is the sigmoid of Z. At Z = 3 the one is -6, the other "
    "0.05."
)
def Z_for_a(dA, cache, activation):
    return _back(dA, cache, activation, relu_slope, lambda Z: Z * (1 - Z))


@layer_backward.mistake("For 'sigmoid' this is the slope of tanh, 1 - a^2. That of the sigmoid is a (1 - a).")
def slope_of_tanh_of_the_sigmoid(dA, cache, activation):
    return _back(dA, cache, activation, relu_slope, lambda Z: 1 - logistic(Z) ** 2)


@layer_backward.mistake("For 'sigmoid' the slope is a (1 + a). It is a (1 - a): nearly flat where a is close to 1.")
def plus_in_the_slope(dA, cache, activation):
    return _back(dA, cache, activation, relu_slope, lambda Z: logistic(Z) * (1 + logistic(Z)))


@layer_backward.mistake("For 'sigmoid' the slope is 1 - a. The other factor, a, is missing: the slope is a (1 - a).")
def one_factor_only(dA, cache, activation):
    return _back(dA, cache, activation, relu_slope, lambda Z: 1 - logistic(Z))


@layer_backward.mistake(
    "For 'sigmoid' the sigmoid is taken twice: a is made from Z, and then the sigmoid of a. The slope is a (1 - a), "
    "with a the sigmoid of Z, once."
)
def sigmoid_twice(dA, cache, activation):
    return _back(dA, cache, activation, relu_slope, lambda Z: _logistic_slope(logistic(Z)))


@layer_backward.mistake(
    "For 'relu' dA is multiplied by ReLU itself, the larger of Z and 0. Its slope is asked: 1 where Z is positive, "
    "else 0."
)
def relu_for_its_slope(dA, cache, activation):
    return _back(dA, cache, activation, lambda Z: np.maximum(Z, 0))


@layer_backward.mistake(
    "For 'relu' the gradient is let through where Z is negative, and stopped where it is positive. It is the other way "
    "round."
)
def stopped_where_positive(dA, cache, activation):
    return _back(dA, cache, activation, lambda Z: Z <= 0)


@layer_backward.mistake("For 'relu' something leaks where Z is negative. The plain ReLU is flat there: slope 0.")
def leaky(dA, cache, activation):
    return _back(dA, cache, activation, lambda Z: np.where(Z > 0, 1, 0.01))


@layer_backward.mistake("For 'relu' the slope is that of tanh, as in last week's network. ReLU's is 1 or 0.")
def slope_of_tanh_for_relu(dA, cache, activation):
    return _back(dA, cache, activation, lambda Z: 1 - np.tanh(Z) ** 2)


@layer_backward.mistake(
    "For 'relu' negative gradients are cut off. What counts is the sign of Z, not that of dA: a gradient may be "
    "negative."
)
def sign_of_dA(dA, cache, activation):
    (A_prev, W, _), _ = cache
    return _back(dA, cache, "sigmoid") if activation == "sigmoid" else _linear(np.maximum(dA, 0), A_prev, W)


@layer_backward.mistake(
    "For 'relu' Z's sign decides rightly, but what is let through is Z or 1, and not dA: the gradient that came in is "
    "lost."
)
def dA_lost(dA, cache, activation):
    (A_prev, W, _), Z = cache
    return _back(dA, cache, "sigmoid") if activation == "sigmoid" else _linear((Z > 0) * 1.0, A_prev, W)


@layer_backward.mistake(
    "The slope is taken at A_prev, what came into the layer, and the sizes don't fit. It is taken at the layer's own "
    "Z.",
    where=lambda dA, cache, activation: activation == "relu" and 1 not in (len(dA), len(cache[0][0])),
)
def slope_at_A_prev(dA, cache, activation):
    (A_prev, W, _), _ = cache
    return _linear(dA * (A_prev > 0), A_prev, W)


@layer_backward.mistake(
    "The slope is a matrix product with dA, and @ can't do it. It goes entry by entry: each unit of each example has "
    "its own slope.",
    where=_is_sigmoid,
)
def product_with_at(dA, cache, activation):
    (A_prev, W, _), Z = cache
    return _linear(dA @ _logistic_slope(Z), A_prev, W)


@layer_backward.mistake(
    "The slope is a matrix product with dA, and np.dot can't do it. It goes entry by entry: each unit of each example "
    "has its own slope.",
    where=_is_sigmoid,
)
def product_with_dot(dA, cache, activation):
    (A_prev, W, _), Z = cache
    return _linear(np.dot(dA, _logistic_slope(Z)), A_prev, W)


@layer_backward.mistake(
    "Python's `if` can't decide about a whole array, in which some entries are positive and some negative. A "
    "comparison such as Z > 0 gives a whole array of answers, to multiply with."
)
def if_about_an_array(dA, cache, activation):
    (A_prev, W, _), Z = cache
    return _back(dA, cache, "sigmoid") if activation == "sigmoid" else _linear(dA if Z > 0 else 0 * dA, A_prev, W)


@layer_backward.mistake("dW and db aren't divided by m. `linear_backward` does that.")
def not_divided(dA, cache, activation):
    dA_prev, dW, db = _back(dA, cache, activation)
    return dA_prev, dW * dA.shape[1], db * dA.shape[1]


@layer_backward.mistake("dW and db are divided by m once more. `linear_backward` has done that already.")
def divided_again(dA, cache, activation):
    dA_prev, dW, db = _back(dA, cache, activation)
    return dA_prev, dW / dA.shape[1], db / dA.shape[1]


@layer_backward.mistake(
    "dZ is divided by m before the linear step, so dA_prev is too small, and dW and db are divided twice."
)
def dZ_divided(dA, cache, activation):
    return _back(dA / dA.shape[1], cache, activation)


@layer_backward.mistake(
    "dA_prev is dZ itself. To get to the layer before it goes through W: `linear_backward` does that."
)
def dZ_for_dA_prev(dA, cache, activation):
    _, Z = cache
    slope = _logistic_slope(Z) if activation == "sigmoid" else Z > 0
    return dA * slope, *_back(dA, cache, activation)[1:]


@layer_backward.mistake(
    "Only dZ comes back. The linear step is still to come: `linear_backward` makes three results of it.",
    where=lambda dA, cache, activation: len(dA) != 3,
)
def dZ_alone(dA, cache, activation):
    _, Z = cache
    return dA * (_logistic_slope(Z) if activation == "sigmoid" else Z > 0)


@layer_backward.mistake(
    "With 'relu' it works, with 'sigmoid' dZ was never made: there is no branch for it, or it waits for another word."
)
def no_branch_for_sigmoid(dA, cache, activation):
    if activation == "relu":
        dA_prev, dW, db = _back(dA, cache, activation)
    return dA_prev, dW, db


@layer_backward.mistake("The last step is left out: nothing (None) comes back in one of the two branches.")
def nothing_for_relu(dA, cache, activation):
    return _back(dA, cache, activation) if activation == "sigmoid" else None


@layer_backward.mistake(
    "For 'relu' the gradient is let through where Z is exactly 0. There the slope could be chosen, and here it is 0: "
    "Z > 0 lets through, >= doesn't belong."
)
def let_through_at_zero(dA, cache, activation):
    return _back(dA, cache, activation, lambda Z: Z >= 0)


@layer_backward.mistake(
    "For 'relu' all of dA is let through. The slope is 1 only where Z is positive, and 0 elsewhere: a unit that was "
    "shut passes nothing on."
)
def relu_slope_missing(dA, cache, activation):
    return _back(dA, cache, activation, np.ones_like)


@layer_backward.mistake(
    "For 'relu' the ReLU of Z itself comes, as on the way forward. The gradient that came in, dA, is lost: it is let "
    "through where Z is positive."
)
def relu_for_dZ(dA, cache, activation):
    (A_prev, W, _), Z = cache
    return _back(dA, cache, "sigmoid") if activation == "sigmoid" else _linear(np.maximum(Z, 0), A_prev, W)


@layer_backward.mistake("For 'sigmoid' the slope stands alone: dA, the gradient that came in, is lost.")
def dA_lost_at_the_sigmoid(dA, cache, activation):
    (A_prev, W, _), Z = cache
    return _back(dA, cache, "relu") if activation == "relu" else _linear(_logistic_slope(Z), A_prev, W)


@layer_backward.mistake(
    "For 'sigmoid' brackets are missing: dA * a * 1 - a takes a away at the end. It is a * (1 - a)."
)
def brackets_missing(dA, cache, activation):
    (A_prev, W, _), Z = cache
    return _back(dA, cache, "relu") if activation == "relu" else _linear(dA * logistic(Z) - logistic(Z), A_prev, W)


@layer_backward.mistake("For 'sigmoid' dA is divided by the slope. It is multiplied by it, as the chain rule says.")
def divided_by_the_slope(dA, cache, activation):
    return _back(dA, cache, activation, relu_slope, lambda Z: 1 / _logistic_slope(Z))


@layer_backward.mistake("For 'sigmoid' the slope is that of tanh of Z, 1 - tanh(Z)^2. It is a (1 - a), a the sigmoid.")
def slope_of_tanh_for_the_sigmoid(dA, cache, activation):
    return _back(dA, cache, activation, relu_slope, lambda Z: 1 - np.tanh(Z) ** 2)


@layer_backward.mistake(
    "`linear_backward` is given the whole cache, a pair. It takes the first half of it, the linear cache with A_prev, "
    "W and b."
)
def whole_cache_handed_on(dA, cache, activation):
    A_prev, W, _ = cache
    return _linear(dA, A_prev, W)


@layer_backward.mistake(
    "The cache is unpacked the other way round: the linear cache comes first, then Z.",
    where=lambda dA, cache, activation: activation == "relu",
)
def cache_unpacked_backwards(dA, cache, activation):
    Z, _ = cache
    return dA * (Z > 0)


@layer_backward.variant
def with_branches(dA, cache, activation):
    linear_cache, Z = cache
    if activation == "relu":
        dZ = np.array(dA, copy=True)
        dZ[Z <= 0] = 0
        dA_prev, dW, db = linear_backward.right(dZ, linear_cache)
    elif activation == "sigmoid":
        s = 1 / (1 + np.exp(-Z))
        dZ = dA * s * (1 - s)
        dA_prev, dW, db = linear_backward.right(dZ, linear_cache)
    return dA_prev, dW, db


@layer_backward.variant
def in_place(dA, cache, activation):
    (A_prev, W, _), Z = cache
    if activation == "relu":
        dA[Z <= 0] = 0
    else:
        dA *= np.exp(-Z) / (1 + np.exp(-Z)) ** 2
    m = A_prev.shape[1]
    return W.T @ dA, dA @ A_prev.T / m, np.mean(dA, axis=1, keepdims=True)


@layer_backward.variant
def from_a_table(dA, cache, activation):
    slopes = {"relu": lambda z: np.heaviside(z, 0), "sigmoid": lambda z: 0.25 / np.cosh(z / 2) ** 2}
    return linear_backward.right(np.multiply(slopes[activation](cache[1]), dA), cache[0])


@layer_backward.variant
def with_where(dA, cache, activation):
    (A_prev, W, _), Z = cache
    A = 0.5 + 0.5 * np.tanh(Z / 2)
    dZ = np.where(Z > 0, dA, 0) if activation == "relu" else dA * (A - A**2)
    return [np.einsum("jk,ji->ki", W, dZ), np.einsum("ji,ki->jk", dZ, A_prev) / Z.shape[1], dZ.mean(1)[:, np.newaxis]]


backward = Exercise("w4-backward", rtol=1e-4, atol=1e-8)
LIGHTER = {f"dA{l}": 0.5 for l in range(9)}  # dW and db are what it is for


def _way_back(rng, *layer_dims, m):
    """AL, Y and caches, where every hidden unit is on for some example, and none of the layers is on throughout."""
    while True:
        parameters, X, Y = task(rng, list(layer_dims), m)
        AL, caches = passed(X, parameters)
        on = [np.mean(Z > 0, axis=1) for _, Z in caches[:-1]]
        if all((m == 1 or unit.min() > 0) and 0 < unit.mean() < 0.95 for unit in on):
            return AL, Y, caches


@backward.part("one layer", weight=0.5, weights=LIGHTER)
def _(rng):
    yield _way_back(rng, 3, 1, m=5)
    yield _way_back(rng, 4, 1, m=7)
    yield _way_back(rng, 2, 1, m=3)


@backward.part("two layers", weights=LIGHTER)
def _(rng):
    parameters = {
        "W1": np.array([[1, -1], [0, 2], [-1, 1]]),
        "b1": np.array([[0.5], [-1], [1]]),
        "W2": np.array([[1, -1, 2]]),
        "b2": np.array([[-1]]),
    }
    AL, caches = passed(np.array([[1, 2, 0, -1, 1], [0, 1, 1, 1, -2]]), parameters)
    yield AL, np.array([[1, 0, 1, 1, 0]]), caches
    yield _way_back(rng, 3, 4, 1, m=5)
    yield _way_back(rng, 5, 2, 1, m=7)


@backward.part("three and five layers", weight=2, weights=LIGHTER)
def _(rng):
    yield _way_back(rng, 2, 6, 4, 3, 5, 1, m=8)
    yield _way_back(rng, 3, 5, 4, 1, m=7)
    yield _way_back(rng, 6, 2, 4, 3, 5, 1, m=9)


@backward.part("one example", weight=0.5, weights=LIGHTER)
def _(rng):
    yield _way_back(rng, 3, 4, 2, 1, m=1)
    yield _way_back(rng, 2, 3, 5, 1, m=1)


@backward.part("outputs of exactly 0 and 1", weight=0.5, weights=LIGHTER)
def _(rng):
    yield _certain(rng, 3, 5, 4, 1, m=7)
    yield _certain(rng, 4, 3, 1, m=5)


def _certain(rng, *layer_dims, m):
    """AL, Y and caches where some examples are so far out that AL is exactly 0 or 1, rightly or wrongly."""
    while True:
        parameters, X, Y = task(rng, list(layer_dims), m)
        AL, caches = passed(X * np.where(np.arange(m) % 3, 1e4, 1), parameters)
        far = np.abs(caches[-1][1][0]) > 1000
        kinds = set(zip(AL[0, far], Y[0, far]))
        on = [np.any(Z[:, far] > 0, axis=1) for _, Z in caches[:-1]]  # so that a nan reaches every unit, masked or not
        if len(kinds) >= 3 and np.all(np.concatenate(on)) and np.all((AL[0, ~far] > 1e-4) & (AL[0, ~far] < 1 - 1e-4)):
            return AL, Y, caches


def _by_division(AL, Y, caches, slope=None):
    """The last layer's dZ by way of dAL."""
    with np.errstate(divide="ignore", invalid="ignore"):
        return -(np.divide(Y, AL) - np.divide(1 - Y, 1 - AL)) * (slope or _logistic_slope)(caches[-1][1])


def _is_uncertain(AL, Y, caches):
    return np.all((AL > 0) & (AL < 1))


def _is_deep(AL, Y, caches):
    return len(caches) > 1


in_the_formula = partial(backward.mistake, where=_is_uncertain)


@backward.mistake(
    "Where AL is exactly 0 or 1 a division by 0 makes nan, which spreads through all layers. Multiplied out by hand, "
    "dAL times the sigmoid's slope needs no division at all."
)
def divided_by_zero(AL, Y, caches):
    return returned(_by_division(AL, Y, caches), caches)


@backward.mistake(
    "Where AL is exactly 0 and the label 1, or the other way round, the gradient comes out as 0: the division is kept "
    "from infinity, but is then multiplied by a slope of 0. Just the worst errors would teach nothing. Multiplied out "
    "by hand, dAL times the sigmoid's slope is plain, and 1 or -1 there."
)
def silent_where_wrong(AL, Y, caches):
    A = np.clip(AL, 1e-12, 1 - 1e-12)
    return returned(_by_division(A, Y, caches), caches)


@backward.mistake("The last dZ has the wrong sign, and so has every gradient: descent would climb.")
def wrong_sign(AL, Y, caches):
    return returned(Y - AL, caches)


@backward.mistake(
    "AL - Y is taken for dAL, and the sigmoid's slope comes in once more. AL - Y is already dZ of the last layer: "
    "it goes straight into the linear step."
)
def slope_twice(AL, Y, caches):
    return returned((AL - Y) * _logistic_slope(caches[-1][1]), caches)


@in_the_formula(
    "The last layer is gone through with ReLU's slope. It has the sigmoid: 'sigmoid' there, 'relu' in the others."
)
def relu_in_the_last_layer(AL, Y, caches):
    return returned(_by_division(AL, Y, caches, relu_slope), caches)


@in_the_formula("The last layer's slope is missing: dAL goes into the linear step as if it were dZ.")
def last_slope_missing(AL, Y, caches):
    return returned(_by_division(AL, Y, caches, np.ones_like), caches)


@in_the_formula(
    "In dAL the two fractions are added up. The loss is -(Y log AL + (1 - Y) log(1 - AL)), and the inner derivative of "
    "1 - AL is -1, so the second fraction has the other sign."
)
def fractions_added(AL, Y, caches):
    return returned(-(Y / AL + (1 - Y) / (1 - AL)) * _logistic_slope(caches[-1][1]), caches)


@backward.mistake("dW and db aren't divided by m: they are sums over the examples, and means are asked.")
def nothing_divided(AL, Y, caches):
    return returned(AL - Y, caches, m=1)


@backward.mistake(
    "dZ of the last layer is divided by m, and dW and db are again in `linear_backward`. The division stands in one "
    "place only."
)
def last_dZ_divided(AL, Y, caches):
    return returned((AL - Y) / Y.size, caches)


@backward.mistake("dW and db are divided by m twice. `linear_backward` has done it already.")
def divided_once_more(AL, Y, caches):
    return {name: g if name[1] == "A" else g / Y.size for name, g in returned(AL - Y, caches).items()}


@backward.mistake(
    "The gradients are divided by m once more in every layer, so they vanish on their way back: dA is divided too. "
    "Only dW and db are means."
)
def divided_in_every_layer(AL, Y, caches):
    grads, L = returned(AL - Y, caches), len(caches)
    return {name: g / Y.size ** (L - int(name[2:])) for name, g in grads.items()}


@backward.mistake("The hidden layers are gone through with the sigmoid's slope. They have ReLU.")
def the_sigmoid_everywhere(AL, Y, caches):
    return returned(AL - Y, caches, _logistic_slope)


@backward.mistake("The hidden layers are gone through with the slope of tanh, 1 - a^2, as last week's. They have ReLU.")
def tanh_in_hidden_layers(AL, Y, caches):
    return returned(AL - Y, caches, lambda Z: 1 - np.tanh(Z) ** 2)


@backward.mistake(
    "The hidden layers are gone through with 1 - a^2, a slope for tanh, although a comes from ReLU. ReLU's slope is 1 "
    "or 0."
)
def slope_of_tanh_at_relu(AL, Y, caches):
    return returned(AL - Y, caches, lambda Z: 1 - np.maximum(Z, 0) ** 2)


@backward.mistake(
    "The hidden layers' slope is missing: units that gave 0 get a gradient as well. ReLU's slope is 0 there."
)
def hidden_slope_missing(AL, Y, caches):
    return returned(AL - Y, caches, np.ones_like)


@backward.mistake("The hidden layers' gradients are multiplied by ReLU itself. Its slope is asked, 1 or 0.")
def hidden_relu_for_its_slope(AL, Y, caches):
    return returned(AL - Y, caches, lambda Z: np.maximum(Z, 0))


@backward.mistake(
    "In the hidden layers negative gradients are cut off. What counts is the sign of Z, not that of dA: a gradient may "
    "be negative."
)
def sign_of_dA_for_Z(AL, Y, caches):
    grads, L, m = returned(AL - Y, caches), len(caches), Y.size
    for l in range(L - 1, 0, -1):
        A_prev, W, _ = caches[l - 1][0]
        dZ = np.maximum(grads[f"dA{l}"], 0)
        grads |= {f"dA{l - 1}": W.T @ dZ, f"dW{l}": dZ @ A_prev.T / m, f"db{l}": np.mean(dZ, axis=1, keepdims=True)}
    return grads


@in_the_formula(
    "dA1 and so on are missing: only dW and db come back. The gradient of each hidden layer's A is asked as well."
)
def without_dA(AL, Y, caches):
    return {name: value for name, value in returned(AL - Y, caches).items() if name[1] != "A"}


@in_the_formula(
    "The numbers of dA are one too high. dA1 is the gradient of A1: what comes out of the way back through layer 2, "
    "and what goes into that through layer 1."
)
def dA_counted_one_too_high(AL, Y, caches):
    grads = returned(AL - Y, caches)
    return {f"dA{int(name[2:]) + 1}" if name[1] == "A" else name: value for name, value in grads.items()}


@backward.mistake(
    "Every hidden layer starts from the same dA, that of the last layer, and the sizes don't fit. Each starts from the "
    "dA that the layer after it gave: dA{l} for layer l.",
    where=lambda AL, Y, caches: len(caches) > 2,
)
def same_dA_for_every_layer(AL, Y, caches):
    grads, L = returned(AL - Y, caches), len(caches)
    return [grads[f"dA{L - 1}"] * (caches[l - 1][1] > 0) for l in range(L - 1, 0, -1)]


@backward.mistake(
    "A dA and a cache of different layers meet, and the sizes don't fit. The list counts from 0, so layer l has "
    "caches[l - 1]; and layer l is gone through with dA of the same l.",
    where=_is_deep,
)
def neighbours_cache(AL, Y, caches):
    grads, L = returned(AL - Y, caches), len(caches)
    return np.dot(caches[L - 2][0][1].T, AL - Y) if L > 1 else grads


@backward.mistake(
    "The cache is another layer's than the dA or dZ that meets it, and @ can't multiply them. The list counts from 0, "
    "so layer l has caches[l - 1], and layer L the last one, caches[L - 1]; dA has the layer's own number.",
    where=_is_deep,
)
def neighbours_cache_with_at(AL, Y, caches):
    return caches[0][0][1].T @ np.ones((len(caches[0][0][1]) + 1, 1))


@backward.mistake(
    "`linear_backward` is given the whole last cache, a pair. It takes the first half of it, with A_prev, W and b."
)
def whole_last_cache_handed_on(AL, Y, caches):
    A_prev, W, b = caches[-1]
    return A_prev, W, b


@backward.mistake(
    "Only the last two layers' gradients come back: `return` stands in the loop. It belongs behind it.",
    where=lambda AL, Y, caches: len(caches) > 2,
)
def returned_in_the_loop(AL, Y, caches):
    grads, L = returned(AL - Y, caches), len(caches)
    left = [f"dA{L - 1}", f"dW{L}", f"db{L}", f"dA{L - 2}", f"dW{L - 1}", f"db{L - 1}"]
    return {name: grads[name] for name in left}


@backward.mistake(
    "The index runs past the end of the list of caches. It counts from 0: layer L has caches[L - 1], which is "
    "caches[-1]."
)
def past_the_end(AL, Y, caches):
    return returned(AL - Y, caches), caches[len(caches)]


@backward.mistake(
    "A dA is asked for that isn't there. Either the loop doesn't run from layer L - 1 down to 1, or the numbers of dA "
    "are off: going back through layer l takes dA of number l, and leaves dA of number l - 1 for the next turn. Layer "
    "L leaves that of number L - 1.",
    where=lambda AL, Y, caches: len(caches) > 2,
)
def from_the_first_layer_on(AL, Y, caches):
    return {}["dA1"]


@backward.mistake(
    "Only the last layer's gradients come back: the loop over the hidden layers is never gone through. A range that "
    "runs downwards needs the step -1.",
    where=_is_deep,
)
def last_layer_only(AL, Y, caches):
    L = len(caches)
    return {
        name: value for name, value in returned(AL - Y, caches).items() if name in (f"dW{L}", f"db{L}", f"dA{L - 1}")
    }


@backward.mistake(
    "Layer 1 is left out: there is no dW1. range leaves out its end, so on the way down to layer 1 it has to end at 0.",
    where=_is_deep,
)
def first_layer_left_out(AL, Y, caches):
    return {name: value for name, value in returned(AL - Y, caches).items() if name not in ("dW1", "db1", "dA0")}


@backward.mistake(
    "It only goes back through two layers, and calls them 1 and 2. How many there are is len(caches).",
    where=lambda AL, Y, caches: len(caches) > 2,
)
def two_layers(AL, Y, caches):
    return returned(AL - Y, caches[-2:])


@backward.mistake("The gradients are called W1, b1 and so on. They have a d in front: dW1, db1.", where=_is_uncertain)
def without_d(AL, Y, caches):
    return {n if n[1] == "A" else n[1:]: value for n, value in returned(AL - Y, caches).items()}


@backward.mistake(
    "The gradients of W are exchanged with those of b, or of A: `linear_backward` gives dA_prev, dW, db, in this order."
)
def results_exchanged(AL, Y, caches):
    grads = returned(AL - Y, caches)
    return {
        {"W": f"dA{int(n[2:]) - 1}", "b": f"dW{n[2:]}", "A": f"db{int(n[2:]) + 1}"}[n[1]]: v for n, v in grads.items()
    }


@backward.mistake("db has lost its second dimension. It has b's shape, (n, 1). Look at `linear_backward`.")
def biases_flat(AL, Y, caches):
    return {name: value[:, 0] if name[1] == "b" else value for name, value in returned(AL - Y, caches).items()}


@backward.mistake("The gradients come back in a list. A dict is asked, which finds each by its name: dW1, db1, dA1.")
def a_list(AL, Y, caches):
    return list(returned(AL - Y, caches).values())


@backward.variant
def with_the_layers_functions(AL, Y, caches):
    grads = {}
    L = len(caches)
    Y = Y.reshape(AL.shape)
    dZ = AL - Y
    current_cache = caches[L - 1]
    grads["dA" + str(L - 1)], grads["dW" + str(L)], grads["db" + str(L)] = linear_backward.right(dZ, current_cache[0])
    for l in reversed(range(L - 1)):
        current_cache = caches[l]
        dA_prev, dW, db = layer_backward.right(grads["dA" + str(l + 1)], current_cache, "relu")
        grads["dA" + str(l)] = dA_prev
        grads["dW" + str(l + 1)] = dW
        grads["db" + str(l + 1)] = db
    return grads


@backward.variant
def with_extra_entries(AL, Y, caches):
    L, m = len(caches), AL.shape[1]
    grads = {f"dA{L}": np.where(Y == 1, -1.0, 1.0), f"dZ{L}": AL - Y}
    for l in range(L, 0, -1):
        (A_prev, W, b), _ = caches[l - 1]
        dZ = grads[f"dZ{l}"]
        grads[f"dW{l}"] = np.einsum("ji,ki->jk", dZ, A_prev) / m
        grads[f"db{l}"] = np.mean(dZ, axis=1).reshape(b.shape)
        grads[f"dA{l - 1}"] = W.T @ dZ
        if l > 1:
            grads[f"dZ{l - 1}"] = np.where(caches[l - 2][1] <= 0, 0, grads[f"dA{l - 1}"])
    return grads


@backward.variant
def relu_told_by_what_it_gave(AL, Y, caches):
    grads, dZ = {}, AL - Y
    for l, ((A_prev, W, _), _) in reversed(list(enumerate(caches, start=1))):
        dA, grads[f"dW{l}"] = np.dot(W.T, dZ), np.dot(dZ, A_prev.T) / dZ.shape[1]
        grads[f"db{l}"] = dZ.sum(axis=1, keepdims=True) / dZ.shape[1]
        grads[f"dA{l - 1}"], dZ = dA, dA * (A_prev > 0)
    return grads


@backward.variant
def by_recursion(AL, Y, caches):
    def back(dZ, l):
        (A_prev, W, _), _ = caches[l - 1]
        dA, dW, db = linear_backward.right(dZ, (A_prev, W, None))
        own = {f"dA{l - 1}": dA, f"dW{l}": dW, f"db{l}": db}
        return own if l == 1 else own | back(dA * np.sign(np.maximum(caches[l - 2][1], 0)), l - 1)

    return back(AL - Y, len(caches))
