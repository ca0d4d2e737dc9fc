"""Forward: the linear step, one layer, the whole network, and the cost."""

import numpy as np

from autograder.exercises.losses import cost_of
from autograder.exercises.week4.networks import logistic, network, passed, relu
from autograder.spec import Exercise

linear_forward = Exercise("w4-linear-forward", atol=1e-7)


def _layer(rng, n_prev, n, m):
    """A, W and b of one layer, b large enough for its absence to show."""
    parameters = network(rng, [n_prev, n])
    return rng.normal(size=(n_prev, m)), parameters["W1"], parameters["b1"]


@linear_forward.part("any sizes", weight=2, weights={"1": 2})
def _(rng):
    yield (
        np.array([[1, 0, 2], [3, -1, 1]]),
        np.array([[2, -1], [0, 1], [1, 1], [-3, 2]]),
        np.array([[1], [0], [-2], [5]]),
    )
    yield _layer(rng, 3, 4, 5)
    yield _layer(rng, 5, 2, 3)
    yield _layer(rng, 2, 6, 7)


@linear_forward.part("one example, one unit, or one number coming in", weights={"1": 2})
def _(rng):
    yield _layer(rng, 4, 3, 1)
    yield _layer(rng, 5, 1, 4)
    yield _layer(rng, 1, 3, 2)
    yield _layer(rng, 2, 1, 1)


@linear_forward.mistake("b is missing. Each unit adds its own bias to its row.")
def b_missing(A, W, b):
    return np.dot(W, A), (A, W, b)


@linear_forward.mistake("b is taken away. It is added to the product.")
def b_taken_away(A, W, b):
    return np.dot(W, A) - b, (A, W, b)


@linear_forward.mistake(
    "W is turned round, and np.dot can't multiply the two. W is (n, n_prev) and A is (n_prev, m): as they stand, the "
    "inner sizes meet."
)
def turned_with_dot(A, W, b):
    return np.dot(W.T, A) + b, (A, W, b)


@linear_forward.mistake(
    "@ can't multiply these two: the inner sizes differ. W is (n, n_prev) and A is (n_prev, m), so W comes first, and "
    "neither is turned round."
)
def turned_with_at(A, W, b):
    return W.T @ A + b, (A, W, b)


@linear_forward.mistake(
    "Z is on its side, (m, n): the product was made as A.T with W.T. Examples are columns here, so Z is (n, m).",
    where=lambda A, W, b: A.shape[1] > 1,
)
def Z_on_its_side(A, W, b):
    return np.dot(A.T, W.T) + b.T, (A, W, b)


@linear_forward.mistake(
    "* multiplies entry by entry, and W and A don't fit for that. A unit's sum over what comes in is a matrix product."
)
def star_for_the_product(A, W, b):
    return W * A + b, (A, W, b)


@linear_forward.mistake(
    "This is what comes after ReLU: no number is below 0. Z is the linear step alone; the activation follows later."
)
def activated(A, W, b):
    return np.maximum(np.dot(W, A) + b, 0), (A, W, b)


@linear_forward.mistake("This is what comes after a sigmoid. Z is the linear step alone; the activation follows later.")
def squashed(A, W, b):
    return 1 / (1 + np.exp(-(np.dot(W, A) + b))), (A, W, b)


@linear_forward.mistake("The products are averaged over what comes in, as a mean is. A unit adds them up.")
def averaged(A, W, b):
    return np.dot(W, A) / A.shape[0] + b, (A, W, b)


@linear_forward.mistake("The biases of all units are added up, and every unit gets the sum. Each has its own.")
def biases_summed(A, W, b):
    return np.dot(W, A) + np.sum(b), (A, W, b)


@linear_forward.mistake("Every unit gets the first bias. Each has its own: b as it is, a column, reaches every row.")
def first_bias_for_all(A, W, b):
    return np.dot(W, A) + b[0], (A, W, b)


@linear_forward.mistake(
    "The cache holds Z in place of A. Going back, the gradient of W needs what came into the layer."
)
def cache_with_Z(A, W, b):
    Z = np.dot(W, A) + b
    return Z, (Z, W, b)


@linear_forward.mistake("The cache has another order. Whoever unpacks it expects A, W, b.")
def cache_in_another_order(A, W, b):
    return np.dot(W, A) + b, (W, A, b)


@linear_forward.mistake("The cache lacks b. It holds all three that went in: A, W and b.")
def cache_without_b(A, W, b):
    return np.dot(W, A) + b, (A, W)


@linear_forward.mistake("The cache has a fourth thing in it, Z. At this step it holds what went in: A, W and b.")
def cache_with_Z_as_well(A, W, b):
    Z = np.dot(W, A) + b
    return Z, (A, W, b, Z)


@linear_forward.mistake("The cache is a dict. A tuple is asked, which the way back unpacks as A, W, b.")
def cache_as_a_dict(A, W, b):
    return np.dot(W, A) + b, {"A": A, "W": W, "b": b}


@linear_forward.mistake("The cache is empty, or None. It holds all three that went in: A, W and b.")
def no_cache(A, W, b):
    return np.dot(W, A) + b, None


@linear_forward.mistake(
    "Z comes back alone. Two results are asked: Z, and the cache, a tuple of A, W and b.",
    where=lambda A, W, b: len(W) != 2,
)
def Z_alone(A, W, b):
    return np.dot(W, A) + b


@linear_forward.mistake("The two results are exchanged. Z comes first, then the cache.")
def cache_first(A, W, b):
    return (A, W, b), np.dot(W, A) + b


@linear_forward.mistake(
    "Z, A, W and b come back side by side, four results. Two are asked: Z, and a tuple that holds the other three."
)
def four_results(A, W, b):
    return np.dot(W, A) + b, A, W, b


@linear_forward.mistake(
    "A stands first, and @ can't multiply it with W. The n_prev have to meet in the middle: W (n, n_prev), then A "
    "(n_prev, m)."
)
def A_first_with_at(A, W, b):
    return A @ W + b, (A, W, b)


@linear_forward.mistake(
    "b doesn't fit where it is added. It is a column, (n, 1), as it is: turned or flattened it lies along the "
    "examples. And it is added to the product W A, not to A."
)
def b_as_a_row(A, W, b):
    return np.dot(W, A) + b.T, (A, W, b)


@linear_forward.mistake(
    "With one example or one unit Z has lost a dimension: np.squeeze takes away every size of 1. Z is (n, m) always."
)
def Z_squeezed(A, W, b):
    return np.squeeze(np.dot(W, A) + b), (A, W, b)


@linear_forward.mistake("In the cache b stands before W. Whoever unpacks it expects A, W, b.")
def cache_with_b_before_W(A, W, b):
    return np.dot(W, A) + b, (A, b, W)


@linear_forward.variant
def with_dot(A, W, b):
    Z = np.dot(W, A) + b
    cache = [A, W, b]
    return [Z, cache]


@linear_forward.variant
def with_einsum(A, W, b):
    return np.einsum("jk,ki->ji", W, A) + b, (A, W, b)


@linear_forward.variant
def with_loops(A, W, b):
    Z = np.zeros((W.shape[0], A.shape[1]))
    for j in range(Z.shape[0]):
        for i in range(Z.shape[1]):
            Z[j, i] = np.sum(W[j] * A[:, i]) + b[j, 0]
    return Z, (A.copy(), W.copy(), b.copy())


@linear_forward.variant
def turned_and_back(A, W, b):
    Z = np.add(np.matmul(A.T, W.T), b.T).T
    return Z, (A, W, b)


layer_forward = Exercise("w4-linear-activation-forward", atol=1e-7)


@layer_forward.part("ReLU", weights={"1": 2})
def _(rng):
    yield np.array([[1, 0, -2], [3, -1, 1]]), np.array([[2, -1], [0, 1], [1, 1], [-3, 2]]), np.ones((4, 1)), "relu"
    for n_prev, n, m in ((3, 4, 5), (5, 2, 7), (4, 6, 3)):
        yield *_layer(rng, n_prev, n, m), "relu"


@layer_forward.part("the sigmoid", weights={"1": 2})
def _(rng):
    for n_prev, n, m in ((3, 4, 5), (6, 1, 4), (2, 3, 7)):
        yield *_layer(rng, n_prev, n, m), "sigmoid"
    yield np.array([[5, 2, -1], [1, 0, 4]]), np.array([[1, -2], [2, 1], [0, 1], [-1, -1]]), np.zeros((4, 1)), "sigmoid"


@layer_forward.part("one example, one unit, or one number coming in", weight=0.5, weights={"1": 2})
def _(rng):
    for n_prev, n, m in ((4, 5, 1), (5, 1, 6), (1, 3, 4)):
        for activation in ("sigmoid", "relu"):
            yield *_layer(rng, n_prev, n, m), activation


def _activated(A_prev, W, b, activation, for_relu=None, for_sigmoid=None):
    """One layer, with these functions in place of the right ones."""
    Z = np.dot(W, A_prev) + b
    g = (for_sigmoid or logistic) if activation == "sigmoid" else (for_relu or relu)
    return g(Z), ((A_prev, W, b), Z)


@layer_forward.mistake("It is ReLU whatever is asked. `activation` says which of the two it should be.")
def always_relu(A_prev, W, b, activation):
    return _activated(A_prev, W, b, "relu")


@layer_forward.mistake("It is the sigmoid whatever is asked. `activation` says which of the two it should be.")
def always_the_sigmoid(A_prev, W, b, activation):
    return _activated(A_prev, W, b, "sigmoid")


@layer_forward.mistake("The two are exchanged: for 'relu' there comes a sigmoid, and the other way round.")
def exchanged(A_prev, W, b, activation):
    return _activated(A_prev, W, b, "relu" if activation == "sigmoid" else "sigmoid")


@layer_forward.mistake(
    "A is Z itself: the activation is missing. Without it, all the layers together are no more than a single one."
)
def not_activated(A_prev, W, b, activation):
    return _activated(A_prev, W, b, activation, np.array, np.array)


@layer_forward.mistake("In place of ReLU this is its slope, 0 or 1. ReLU lets a positive number through as it is.")
def slope_for_relu(A_prev, W, b, activation):
    return _activated(A_prev, W, b, activation, lambda Z: (Z > 0).astype(float))


@layer_forward.mistake("This ReLU leaks: something of the negative numbers is left. The plain one gives 0 there.")
def leaky(A_prev, W, b, activation):
    return _activated(A_prev, W, b, activation, lambda Z: np.where(Z > 0, Z, 0.01 * Z))


@layer_forward.mistake("In place of ReLU this is the absolute value. Negative numbers become 0, not positive.")
def absolute(A_prev, W, b, activation):
    return _activated(A_prev, W, b, activation, np.abs)


@layer_forward.mistake("This ReLU keeps the negative numbers and drops the others. Take the larger of Z and 0.")
def smaller_of_the_two(A_prev, W, b, activation):
    return _activated(A_prev, W, b, activation, lambda Z: np.minimum(Z, 0))


@layer_forward.mistake("For 'relu' there comes a tanh, as in last week's hidden layer. ReLU is the larger of Z and 0.")
def tanh_for_relu(A_prev, W, b, activation):
    return _activated(A_prev, W, b, activation, np.tanh)


@layer_forward.mistake("For 'sigmoid' there comes a tanh, which runs from -1 to 1. The sigmoid runs from 0 to 1.")
def tanh_for_the_sigmoid(A_prev, W, b, activation):
    return _activated(A_prev, W, b, activation, relu, np.tanh)


@layer_forward.mistake("The sigmoid falls where it should rise: the minus sign in its exponent is lost.")
def falling_sigmoid(A_prev, W, b, activation):
    return _activated(A_prev, W, b, activation, relu, lambda Z: 1 / (1 + np.exp(Z)))


@layer_forward.mistake(
    "Python's max can't decide about a whole array, in which some entries are positive and some negative. np.maximum "
    "decides entry by entry, and so does np.where."
)
def pythons_max(A_prev, W, b, activation):
    return _activated(A_prev, W, b, activation, lambda Z: max(Z, 0))


@layer_forward.mistake(
    "np.max gives the largest number of the whole array, or takes the 0 for an axis. np.maximum compares two, entry "
    "by entry."
)
def largest_of_all(A_prev, W, b, activation):
    return _activated(A_prev, W, b, activation, lambda Z: np.max(Z, 0))


@layer_forward.mistake("The activation is applied to what comes in. The linear step is first, the activation second.")
def activated_first(A_prev, W, b, activation):
    A = logistic(A_prev) if activation == "sigmoid" else relu(A_prev)
    Z = np.dot(W, A) + b
    return Z, ((A_prev, W, b), Z)


@layer_forward.mistake("b is missing in Z, so every number is another one. Look at `linear_forward`.")
def without_b(A_prev, W, b, activation):
    return _activated(A_prev, W, 0 * b, activation)[0], ((A_prev, W, b), np.dot(W, A_prev))


@layer_forward.mistake(
    "With 'relu' it works, with 'sigmoid' A was never made: there is no branch for it, or it waits for another word."
)
def no_branch_for_sigmoid(A_prev, W, b, activation):
    if activation == "relu":
        A, cache = _activated(A_prev, W, b, "relu")
    return A, cache


@layer_forward.mistake(
    "With 'sigmoid' it works, with 'relu' A was never made: there is no branch for it, or it waits for another word."
)
def no_branch_for_relu(A_prev, W, b, activation):
    if activation == "sigmoid":
        A, cache = _activated(A_prev, W, b, "sigmoid")
    return A, cache


@layer_forward.mistake(
    "The cache holds A where Z belongs. The slope on the way back is taken at Z, from before the activation."
)
def A_in_the_cache(A_prev, W, b, activation):
    A, (linear_cache, _) = _activated(A_prev, W, b, activation)
    return A, (linear_cache, A)


@layer_forward.mistake("The cache has another order. It is the linear step's cache first, then Z.")
def Z_first_in_the_cache(A_prev, W, b, activation):
    A, (linear_cache, Z) = _activated(A_prev, W, b, activation)
    return A, (Z, linear_cache)


@layer_forward.mistake(
    "The cache is flat, A_prev, W, b and Z side by side. It is a tuple of two: the linear step's own cache, and Z."
)
def flat_cache(A_prev, W, b, activation):
    A, (linear_cache, Z) = _activated(A_prev, W, b, activation)
    return A, (*linear_cache, Z)


@layer_forward.mistake(
    "The cache holds only that of the linear step. Z belongs to it as well: there the slope is taken."
)
def linear_cache_alone(A_prev, W, b, activation):
    A, (linear_cache, _) = _activated(A_prev, W, b, activation)
    return A, linear_cache


@layer_forward.mistake("The cache holds only Z. The linear step's cache belongs to it as well, in front.")
def Z_alone_in_the_cache(A_prev, W, b, activation):
    A, (_, Z) = _activated(A_prev, W, b, activation)
    return A, Z


@layer_forward.mistake(
    "A comes back alone. Two results are asked: A, and the cache.", where=lambda A, W, b, g: len(W) != 2
)
def A_alone(A_prev, W, b, activation):
    return _activated(A_prev, W, b, activation)[0]


@layer_forward.mistake(
    "The ReLU was put into Z itself, so the cache holds a Z without negative numbers. `A = Z` is no copy: change a "
    "copy, or let np.maximum make a new array."
)
def Z_overwritten_by_relu(A_prev, W, b, activation):
    A, (linear_cache, Z) = _activated(A_prev, W, b, activation)
    return A, (linear_cache, A if activation == "relu" else Z)


@layer_forward.mistake(
    "The linear cache begins with A, what the layer gives. It is that of `linear_forward`, and begins with what came "
    "in, A_prev."
)
def A_in_the_linear_cache(A_prev, W, b, activation):
    A, (_, Z) = _activated(A_prev, W, b, activation)
    return A, ((A, W, b), Z)


@layer_forward.mistake("For 'relu' Z comes back as it is. ReLU gives 0 where Z is negative.")
def nothing_done_for_relu(A_prev, W, b, activation):
    return _activated(A_prev, W, b, activation, np.array)


@layer_forward.mistake(
    "The sigmoid lacks its brackets: 1 / 1 + exp(-Z) divides first. All of 1 + exp(-Z) stands below the line."
)
def brackets_missing_in_the_sigmoid(A_prev, W, b, activation):
    return _activated(A_prev, W, b, activation, relu, lambda Z: 1 / 1 + np.exp(-Z))


@layer_forward.mistake("The slope of the sigmoid is there, a (1 - a). On the way forward it is the sigmoid itself.")
def slope_of_the_sigmoid(A_prev, W, b, activation):
    return _activated(A_prev, W, b, activation, relu, lambda Z: logistic(Z) * (1 - logistic(Z)))


@layer_forward.mistake("The two results are exchanged: A comes first, then the cache.")
def cache_before_A(A_prev, W, b, activation):
    return _activated(A_prev, W, b, activation)[::-1]


@layer_forward.mistake(
    "Three results come back, A, the linear cache and Z. Two are asked: A, and a tuple in brackets of the other two."
)
def three_results(A_prev, W, b, activation):
    A, (linear_cache, Z) = _activated(A_prev, W, b, activation)
    return A, linear_cache, Z


@layer_forward.variant
def classic(A_prev, W, b, activation):
    linear_cache = (A_prev, W, b)
    Z = np.dot(W, A_prev) + b
    if activation == "sigmoid":
        A, activation_cache = 1 / (1 + np.exp(-Z)), Z
    elif activation == "relu":
        A, activation_cache = np.maximum(0, Z), Z
    assert A.shape == (W.shape[0], A_prev.shape[1])
    cache = (linear_cache, activation_cache)
    return A, cache


@layer_forward.variant
def by_masks(A_prev, W, b, activation):
    Z, linear_cache = linear_forward.right(A_prev, W, b)
    A = Z * (Z > 0) if activation == "relu" else np.reciprocal(np.exp(-Z) + 1)
    return [A, [linear_cache, Z]]


@layer_forward.variant
def in_place_on_a_copy(A_prev, W, b, activation):
    Z = np.einsum("jk,ki->ji", W, A_prev) + b
    A = Z.copy()
    if activation == "relu":
        A[A < 0] = 0
    else:
        A = np.exp(-np.logaddexp(0, -Z))
    return A, ([A_prev, W, b], Z)


@layer_forward.variant
def from_a_table(A_prev, W, b, activation):
    functions = {"relu": lambda z: np.where(z > 0, z, 0.0), "sigmoid": lambda z: 0.5 + 0.5 * np.tanh(z / 2)}
    Z, cache = W @ A_prev + b, (A_prev, W, b)
    return functions[activation](Z), (cache, Z)


forward = Exercise("w4-forward", rtol=1e-4, atol=1e-7)


def _networks(rng, *sizes):
    """X and parameters for each of these lists of sizes, the last of which is m."""
    for *layer_dims, m in sizes:
        yield rng.normal(size=(layer_dims[0], m)), network(rng, layer_dims)


@forward.part("one layer", weights={"1": 2})
def _(rng):
    yield from _networks(rng, (3, 1, 5), (4, 2, 3), (2, 1, 7))


@forward.part("two layers", weights={"1": 2})
def _(rng):
    X = np.array([[1, 2, 0, -1, 1], [0, 1, 1, 1, -2]])
    parameters = {
        "W1": np.array([[1, -1], [0, 2], [-1, 1]]),
        "b1": np.array([[0], [-1], [1]]),
        "W2": np.array([[1, -1, 2]]),
        "b2": np.array([[-1]]),
    }
    yield X, parameters
    yield from _networks(rng, (3, 4, 1, 5), (5, 2, 1, 7), (2, 6, 3, 4))


@forward.part("three and five layers", weight=2, weights={"1": 2})
def _(rng):
    yield from _networks(rng, (3, 5, 4, 1, 7), (2, 6, 4, 3, 5, 1, 8), (6, 3, 5, 2, 4))


@forward.part("one example, or layers of one unit", weight=0.5, weights={"1": 2})
def _(rng):
    yield from _networks(rng, (3, 4, 2, 1, 1), (2, 3, 1, 4, 1, 5), (1, 3, 1, 2))


def _is_deep(X, parameters):
    return len(parameters) > 2


@forward.mistake(
    "The last layer uses ReLU as the hidden ones do. Layer L uses the sigmoid: AL is a row of probabilities."
)
def relu_in_the_last_layer(X, parameters):
    return passed(X, parameters, relu, relu)


@forward.mistake("Every layer uses the sigmoid. That is for layer L; layers 1 to L - 1 use ReLU.")
def the_sigmoid_everywhere(X, parameters):
    return passed(X, parameters, logistic, logistic)


@forward.mistake("The activations are exchanged: the sigmoid in the hidden layers, ReLU in the last one.")
def activations_exchanged(X, parameters):
    return passed(X, parameters, logistic, relu)


@forward.mistake("The hidden layers use tanh, as last week's did. Here they use ReLU.")
def tanh_in_hidden_layers(X, parameters):
    return passed(X, parameters, np.tanh)


@forward.mistake("The hidden layers are linear: no activation. Then all layers together are no more than a single one.")
def linear_hidden_layers(X, parameters):
    return passed(X, parameters, np.array)


@forward.mistake("The last layer has no activation: these are scores. The sigmoid makes probabilities of them.")
def scores(X, parameters):
    return passed(X, parameters, relu, np.array)


@forward.mistake("These are decisions, 0 or 1. The probabilities themselves are asked.")
def decisions(X, parameters):
    return passed(X, parameters, relu, lambda Z: (Z > 0).astype(int))


@forward.mistake("ReLU leaks in the hidden layers. Below 0 the plain one gives 0. Look at the layer's own function.")
def leaky_hidden_layers(X, parameters):
    return passed(X, parameters, lambda Z: np.where(Z > 0, Z, 0.01 * Z))


@forward.mistake(
    "The last layer is left out: AL is what the last hidden layer gave. The loop over hidden layers ends at L - 1, and "
    "layer L follows behind it; or range needs one more, because it leaves out its end."
)
def last_layer_left_out(X, parameters):
    L = len(parameters) // 2
    AL, caches = passed(X, {name: value for name, value in parameters.items() if int(name[1:]) < L}, relu, relu)
    return AL, caches


@forward.mistake(
    "One layer too few, and the sigmoid comes in the layer before the last: the loop ends a layer too early. range "
    "leaves out its end."
)
def sigmoid_one_layer_too_early(X, parameters):
    L = len(parameters) // 2
    return passed(X, {name: value for name, value in parameters.items() if int(name[1:]) < L})


@forward.mistake(
    "It asks for a W or b that isn't there. Layers are counted from 1, so there is no W0; and a layer has two "
    "parameters, W and b, so L is half of len(parameters)."
)
def asks_for_what_is_missing(X, parameters):
    L = len(parameters)
    return passed(X, parameters)[0], [parameters["W" + str(l)] for l in range(1, L + 1)]


@forward.mistake(
    "It always takes two layers, W1 and W2. How many there are follows from `parameters`: a loop goes through them."
)
def two_layers(X, parameters):
    first = {name: parameters[name] for name in ("W1", "b1", "W2", "b2")}
    return passed(X, first)


@forward.mistake(
    "The sizes don't fit: a layer is given something else than what the layer before gave. Either X or the same W goes "
    "into every layer, or a layer is passed over or gone through twice. In layer 1 A is X; after each turn it is what "
    "the turn gave."
)
def X_into_every_layer(X, parameters):
    caches = []
    for l in range(1, len(parameters) // 2 + 1):
        W, b = parameters["W" + str(l)], parameters["b" + str(l)]
        Z = W @ X + b
        caches.append(((X, W, b), Z))
    return logistic(Z), caches


@forward.mistake(
    "np.dot can't multiply: a layer is given something else than what the layer before gave. Either X or the same W "
    "goes into every layer, or a layer is passed over or gone through twice. In layer 1 A is X; after each turn it is "
    "what the turn gave."
)
def X_into_every_layer_with_dot(X, parameters):
    caches = []
    for l in range(1, len(parameters) // 2 + 1):
        W, b = parameters["W" + str(l)], parameters["b" + str(l)]
        Z = np.dot(W, X) + b
        caches.append(((X, W, b), Z))
    return logistic(Z), caches


@forward.mistake(
    "From three layers on the sizes don't fit: layer 2 isn't given what layer 1 gave. Either X or W1 goes into every "
    "turn of the loop, or the loop doesn't run from 1 to L - 1. After each turn A is what the turn gave."
)
def X_into_every_hidden_layer(X, parameters):
    A, caches, L = X, [], len(parameters) // 2
    for l in range(1, L):
        W, b = parameters["W" + str(l)], parameters["b" + str(l)]
        Z = W @ X + b
        A = relu(Z)
        caches.append(((X, W, b), Z))
    W, b = parameters["W" + str(L)], parameters["b" + str(L)]
    Z = W @ A + b
    return logistic(Z), [*caches, ((A, W, b), Z)]


@forward.mistake(
    "What comes back first is what went into the last layer, not what it gave. The last line has a result, too: "
    "return that."
)
def what_went_into_the_last_layer(X, parameters):
    _, caches = passed(X, parameters)
    return caches[-1][0][0], caches


@forward.mistake("The result is returned after the first layer: `return` stands in the loop. It belongs behind it.")
def returned_after_the_first_layer(X, parameters):
    _, caches = passed(X, parameters)
    Z = caches[0][1]
    return relu(Z) if len(caches) > 1 else logistic(Z), caches[:1]


@forward.mistake(
    "len(parameters) / 2 has a decimal point, also where it is whole, and `range` takes whole numbers only: `//` gives "
    "one."
)
def divided_with_a_remainder(X, parameters):
    return [passed(X, parameters) for _ in range(1, len(parameters) / 2)]


@forward.mistake(
    "`caches = caches.append(...)` loses the list: append changes the list itself and gives back nothing (None). Write "
    "it without `caches =`."
)
def result_of_append(X, parameters):
    AL, all_caches = passed(X, parameters)
    caches = []
    for cache in all_caches:
        caches = caches.append(cache)
    return AL, caches


@forward.mistake("The biases are missing in every layer. Look at `linear_forward`.")
def biases_missing(X, parameters):
    return passed(X, {name: value if name[0] == "W" else 0 * value for name, value in parameters.items()})


@forward.mistake(
    "The last layer's cache is missing. It is appended after the last layer, too: the way back begins with it."
)
def last_cache_missing(X, parameters):
    AL, caches = passed(X, parameters)
    return AL, caches[:-1]


@forward.mistake(
    "Only one cache comes back, that of the last layer. All are asked, in a list: append each.", where=_is_deep
)
def last_cache_only(X, parameters):
    AL, caches = passed(X, parameters)
    return AL, caches[-1]


@forward.mistake("The list holds only the last layer's cache: it is made anew in each turn. Make it before the loop.")
def list_made_anew(X, parameters):
    AL, caches = passed(X, parameters)
    return AL, caches[-1:] if len(caches) > 1 else []


@forward.mistake("The caches come in reverse order. That of layer 1 is the first.")
def caches_reversed(X, parameters):
    AL, caches = passed(X, parameters)
    return AL, caches[::-1]


@forward.mistake("There is one cache too many: the input has none. caches[0] belongs to layer 1.")
def cache_of_the_input(X, parameters):
    AL, caches = passed(X, parameters)
    return AL, [X, *caches]


@forward.mistake("The list holds only the linear steps' caches, without Z. Each entry is a layer's whole cache.")
def linear_caches(X, parameters):
    AL, caches = passed(X, parameters)
    return AL, [linear_cache for linear_cache, _ in caches]


@forward.mistake("The list holds activations, not caches. Each entry is what a layer gave as its second result.")
def activations_for_caches(X, parameters):
    AL, caches = passed(X, parameters)
    return AL, [relu(Z) for _, Z in caches[:-1]] + [AL]


@forward.mistake("The caches are in a dict. A list is asked, whose entry 0 belongs to layer 1.")
def dict_of_caches(X, parameters):
    AL, caches = passed(X, parameters)
    return AL, {str(l): cache for l, cache in enumerate(caches, start=1)}


@forward.mistake(
    "The caches hang together as one long list: `+=` with a tuple adds its entries one by one. `append` adds the tuple "
    "as one.",
    where=_is_deep,
)
def caches_run_together(X, parameters):
    AL, caches = passed(X, parameters)
    return AL, [entry for cache in caches for entry in cache]


@forward.mistake(
    "AL comes back alone. Two results are asked: AL, and the list of caches.",
    where=lambda X, parameters: len(parameters[f"W{len(parameters) // 2}"]) != 2,
)
def AL_alone(X, parameters):
    return passed(X, parameters)[0]


@forward.mistake("The two results are exchanged: AL comes first, then the caches.")
def caches_first(X, parameters):
    AL, caches = passed(X, parameters)
    return caches, AL


@forward.variant
def with_the_layers_function(X, parameters):
    caches = []
    A = X
    L = len(parameters) // 2
    for l in range(1, L):
        A_prev = A
        A, cache = layer_forward.right(A_prev, parameters["W" + str(l)], parameters["b" + str(l)], "relu")
        caches.append(cache)
    AL, cache = layer_forward.right(A, parameters["W" + str(L)], parameters["b" + str(L)], "sigmoid")
    caches.append(cache)
    return AL, caches


@forward.variant
def by_matmul(X, parameters):
    A, caches, l = X, (), 1
    while f"W{l}" in parameters:
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = np.matmul(W, A) + b
        caches += (((A, W, b), Z),)
        A = np.where(Z > 0, Z, 0) if f"W{l + 1}" in parameters else 1 / (1 + np.exp(-Z))
        l += 1
    return A, caches


@forward.variant
def by_recursion(X, parameters):
    def on(A, layers):
        (W, b), *rest = layers
        Z = np.einsum("jk,ki->ji", W, A) + b
        if not rest:
            return np.exp(-np.logaddexp(0, -Z)), [[[A, W, b], Z]]
        AL, caches = on(Z.clip(min=0), rest)
        return AL, [[[A, W, b], Z], *caches]

    L = sum(name.startswith("W") for name in parameters)
    return on(X, [(parameters[f"W{l}"], parameters[f"b{l}"]) for l in range(1, L + 1)])


cost = cost_of("w4-cost", "AL")
