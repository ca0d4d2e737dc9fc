"""The cost and its gradients: those of the output layer, then all of them."""

import numpy as np

from autograder.exercises.losses import cost_of
from autograder.exercises.week3.forward import forward
from autograder.exercises.week3.networks import ONE_OUTPUT, ONES, SEVERAL_OUTPUTS, networks, truth
from autograder.spec import Exercise

cost = cost_of("w3-cost", "A2")


def _sigmoid(z):
    return (1 + np.tanh(z / 2)) / 2


output_gradients = Exercise("w3-output-gradients", rtol=1e-4, atol=1e-6, loop_free=True)


def _outputs(rng, sizes):
    """A1, A2 and Y."""
    for _, n_h, n_y, m in sizes:
        yield rng.uniform(-0.9, 0.9, size=(n_h, m)), rng.uniform(0.05, 0.95, size=(n_y, m)), truth(rng, n_y, m)


@output_gradients.part("one output unit")
def _(rng):
    A1 = np.array([[0.5, -0.5, 1.0], [0.0, 1.0, -1.0]])
    yield A1, np.array([[0.5, 0.75, 0.9]]), np.array([[1, 0, 1]])
    yield from _outputs(rng, ONE_OUTPUT)


@output_gradients.part("several output units")
def _(rng):
    yield from _outputs(rng, SEVERAL_OUTPUTS)


@output_gradients.part("one example, one hidden unit")
def _(rng):
    yield np.array([[1.0, 3.0]]), np.array([[0.5, 0.5]]), np.array([[1, 0]])
    yield from _outputs(rng, ((3, 4, 1, 1), (4, 3, 2, 1), (2, 1, 1, 5), (2, 1, 3, 4)))


@output_gradients.mistake("The sign is wrong: dZ2 is A2 - Y. Gradient descent would climb with this one.")
def labels_minus_probabilities(A1, A2, Y):
    dZ2, m = Y - A2, Y.shape[1]
    return dZ2, dZ2 @ A1.T / m, dZ2.sum(axis=1, keepdims=True) / m


@output_gradients.mistake("dW2 and db2 are never divided by m. The cost is a mean, and so are they.")
def never_divided(A1, A2, Y):
    dZ2 = A2 - Y
    return dZ2, dZ2 @ A1.T, dZ2.sum(axis=1, keepdims=True)


@output_gradients.mistake("dW2 is not divided by m, db2 is. Both are means over the examples.")
def weights_not_divided(A1, A2, Y):
    dZ2, m = A2 - Y, Y.shape[1]
    return dZ2, dZ2 @ A1.T, dZ2.sum(axis=1, keepdims=True) / m


@output_gradients.mistake("db2 is not divided by m, dW2 is. Both are means over the examples.")
def biases_not_divided(A1, A2, Y):
    dZ2, m = A2 - Y, Y.shape[1]
    return dZ2, dZ2 @ A1.T / m, dZ2.sum(axis=1, keepdims=True)


@output_gradients.mistake(
    "dZ2 is divided by m, and so are dW2 and db2 once more. One 1/m is enough; it belongs to dW2 and db2."
)
def divided_twice(A1, A2, Y):
    m = Y.shape[1]
    dZ2 = (A2 - Y) / m
    return dZ2, dZ2 @ A1.T / m, dZ2.sum(axis=1, keepdims=True) / m


@output_gradients.mistake(
    "The 1/m is in dZ2 already. It would work as well, but here it is left to dW2 and db2, as in the lectures."
)
def divided_too_early(A1, A2, Y):
    dZ2 = (A2 - Y) / Y.shape[1]
    return dZ2, dZ2 @ A1.T, dZ2.sum(axis=1, keepdims=True)


@output_gradients.mistake("dW2 and db2 are divided by m twice: np.mean has a division inside already.")
def gradients_divided_twice(A1, A2, Y):
    dZ2, m = A2 - Y, Y.shape[1]
    return dZ2, dZ2 @ A1.T / m**2, dZ2.mean(axis=1, keepdims=True) / m


@output_gradients.mistake("db2 is divided by m twice: np.mean has a division inside already.")
def biases_divided_twice(A1, A2, Y):
    dZ2, m = A2 - Y, Y.shape[1]
    return dZ2, dZ2 @ A1.T / m, dZ2.mean(axis=1, keepdims=True) / m


@output_gradients.mistake(
    "The sums are divided by n_h, the number of A1's rows. Examples are columns: m is Y.shape[1]."
)
def divided_by_hidden_units(A1, A2, Y):
    dZ2 = A2 - Y
    return dZ2, dZ2 @ A1.T / len(A1), dZ2.sum(axis=1, keepdims=True) / len(A1)


@output_gradients.mistake(
    "The sums are divided by the number of all labels, Y.size. With 2 output units that is twice m: m is Y.shape[1]."
)
def divided_by_all_labels(A1, A2, Y):
    dZ2 = A2 - Y
    return dZ2, dZ2 @ A1.T / Y.size, dZ2.sum(axis=1, keepdims=True) / Y.size


@output_gradients.mistake(
    "db2 has one dimension, (n_y,). Added to b2 as it is it would make a table: keep the axis that was summed away."
)
def biases_flat(A1, A2, Y):
    dZ2, m = A2 - Y, Y.shape[1]
    return dZ2, dZ2 @ A1.T / m, dZ2.sum(axis=1) / m


@output_gradients.mistake(
    "The sum went over all of dZ2, so db2 is a single number. It has b2's shape: a column with a number for each "
    "output unit, also where there is just one."
)
def biases_as_one_number(A1, A2, Y):
    dZ2, m = A2 - Y, Y.shape[1]
    return dZ2, dZ2 @ A1.T / m, np.sum(dZ2) / m


@output_gradients.mistake(
    "db2 is summed along axis 0, over the output units, so there is a number for each example. Sum over the examples."
)
def biases_along_the_wrong_axis(A1, A2, Y):
    dZ2, m = A2 - Y, Y.shape[1]
    return dZ2, dZ2 @ A1.T / m, dZ2.sum(axis=0, keepdims=True) / m


@output_gradients.mistake("db2 is dZ2 divided by m, never added up: (n_y, m) in place of (n_y, 1).")
def biases_never_summed(A1, A2, Y):
    dZ2, m = A2 - Y, Y.shape[1]
    return dZ2, dZ2 @ A1.T / m, dZ2 / m


@output_gradients.mistake(
    "@ can't multiply these two: dZ2 is (n_y, m) and A1 (n_h, m), and m has to stand inside, at both. One of them has "
    "to be turned."
)
def not_turned_with_at(A1, A2, Y):
    dZ2, m = A2 - Y, Y.shape[1]
    return dZ2, dZ2 @ A1 / m, dZ2.sum(axis=1, keepdims=True) / m


@output_gradients.mistake(
    "np.dot can't multiply these two: dZ2 is (n_y, m) and A1 (n_h, m), and m has to stand inside, at both. One of them "
    "has to be turned."
)
def not_turned_in_dot(A1, A2, Y):
    dZ2, m = A2 - Y, Y.shape[1]
    return dZ2, np.dot(dZ2, A1) / m, dZ2.sum(axis=1, keepdims=True) / m


@output_gradients.mistake("dW2 stands on its side, (n_h, n_y). It has W2's shape, (n_y, n_h).")
def weights_on_their_side(A1, A2, Y):
    dZ2, m = A2 - Y, Y.shape[1]
    return dZ2, A1 @ dZ2.T / m, dZ2.sum(axis=1, keepdims=True) / m


@output_gradients.mistake(
    "dZ2 has a factor A2 (1 - A2), which belongs to the squared error. With the log loss it cancels."
)
def slope_of_the_squared_error(A1, A2, Y):
    dZ2, m = (A2 - Y) * A2 * (1 - A2), Y.shape[1]
    return dZ2, dZ2 @ A1.T / m, dZ2.sum(axis=1, keepdims=True) / m


@output_gradients.mistake(
    "dZ2 has a factor 1 - A2^2, the slope of tanh. The output is a sigmoid, and its slope cancels."
)
def slope_of_tanh(A1, A2, Y):
    dZ2, m = (A2 - Y) * (1 - A2**2), Y.shape[1]
    return dZ2, dZ2 @ A1.T / m, dZ2.sum(axis=1, keepdims=True) / m


@output_gradients.mistake("This is dA2, the derivative by A2. One more step back, through the sigmoid, leads to dZ2.")
def stopped_at_da(A1, A2, Y):
    dA2, m = -Y / A2 + (1 - Y) / (1 - A2), Y.shape[1]
    return dA2, dA2 @ A1.T / m, dA2.sum(axis=1, keepdims=True) / m


@output_gradients.mistake("dW2 is computed from A2. W2 multiplies what the hidden layer gave, A1.")
def weights_from_a2(A1, A2, Y):
    dZ2, m = A2 - Y, Y.shape[1]
    return dZ2, dZ2 @ A2.T / m, dZ2.sum(axis=1, keepdims=True) / m


@output_gradients.mistake("dW2 has A1's slope in it, 1 - A1^2. That belongs to the hidden layer's dZ1; dW2 takes A1.")
def slope_in_the_weights(A1, A2, Y):
    dZ2, m = A2 - Y, Y.shape[1]
    return dZ2, dZ2 @ (1 - A1**2).T / m, dZ2.sum(axis=1, keepdims=True) / m


@output_gradients.mistake("The distances are taken without their sign, so every step would go the same way.")
def distances(A1, A2, Y):
    dZ2, m = np.abs(A2 - Y), Y.shape[1]
    return dZ2, dZ2 @ A1.T / m, dZ2.sum(axis=1, keepdims=True) / m


@output_gradients.mistake("A2 is put through the sigmoid once more. It holds probabilities already.")
def sigmoid_twice(A1, A2, Y):
    dZ2, m = _sigmoid(A2) - Y, Y.shape[1]
    return dZ2, dZ2 @ A1.T / m, dZ2.sum(axis=1, keepdims=True) / m


@output_gradients.mistake("The results stand in another order: first dZ2, then dW2, then db2.")
def another_order(A1, A2, Y):
    dZ2, m = A2 - Y, Y.shape[1]
    return dZ2 @ A1.T / m, dZ2.sum(axis=1, keepdims=True) / m, dZ2


@output_gradients.mistake(
    "Two results come back, dW2 and db2. dZ2 is asked as well, and first: the way back goes on from it."
)
def without_dz(A1, A2, Y):
    dZ2, m = A2 - Y, Y.shape[1]
    return dZ2 @ A1.T / m, dZ2.sum(axis=1, keepdims=True) / m


@output_gradients.mistake("The three come back in a dict. Here they are asked one after the other: dZ2, dW2, db2.")
def in_a_dict(A1, A2, Y):
    dZ2, m = A2 - Y, Y.shape[1]
    return {"dZ2": dZ2, "dW2": dZ2 @ A1.T / m, "db2": dZ2.sum(axis=1, keepdims=True) / m}


@output_gradients.mistake(
    "dW2 and db2 are twice as large as they should be. A factor 2 comes from a square; there is none."
)
def doubled(A1, A2, Y):
    dZ2, m = A2 - Y, Y.shape[1]
    return dZ2, 2 * dZ2 @ A1.T / m, 2 * dZ2.sum(axis=1, keepdims=True) / m


@output_gradients.mistake(
    "dZ2 and A1 are multiplied entry by entry here, with *. Examples have to be added up: that is a matrix product."
)
def by_star(A1, A2, Y):
    dZ2, m = A2 - Y, Y.shape[1]
    return dZ2, dZ2 * A1 / m, dZ2.sum(axis=1, keepdims=True) / m


@output_gradients.mistake(
    "The factors of dW2 stand in the wrong order. (n_y, m) comes first, then (m, n_h): dZ2 in front, A1 turned behind "
    "it."
)
def order_of_the_factors(A1, A2, Y):
    dZ2, m = A2 - Y, Y.shape[1]
    return dZ2, np.dot(A1.T, dZ2) / m, dZ2.sum(axis=1, keepdims=True) / m


@output_gradients.mistake("dZ2 is A2 + Y. The error is a difference: A2 - Y.")
def sum_for_difference(A1, A2, Y):
    dZ2, m = A2 + Y, Y.shape[1]
    return dZ2, dZ2 @ A1.T / m, dZ2.sum(axis=1, keepdims=True) / m


@output_gradients.variant
def classic(A1, A2, Y):
    m = Y.shape[1]
    dZ2 = A2 - Y
    dW2 = 1 / m * np.dot(dZ2, A1.T)
    db2 = 1 / m * np.sum(dZ2, axis=1, keepdims=True)
    return dZ2, dW2, db2


@output_gradients.variant
def the_long_way(A1, A2, Y):
    dA2 = -np.divide(Y, A2) + np.divide(1 - Y, 1 - A2)
    dZ2 = dA2 * A2 * (1 - A2)
    return [dZ2, (A1 @ dZ2.T).T / A1.shape[1], np.mean(dZ2, axis=1).reshape(-1, 1)]


@output_gradients.variant
def output_by_einsum(A1, A2, Y):
    dZ2 = np.subtract(A2, Y)
    dW2 = np.einsum("ik,jk->ij", dZ2, A1) / len(Y[0])
    return dZ2, dW2, dZ2.mean(1)[:, np.newaxis]


@output_gradients.variant
def ones_among_the_units(A1, A2, Y):
    dZ2 = A2 - Y
    both = np.matmul(dZ2, np.vstack([A1, np.ones((1, A1.shape[1]))]).T) / Y.shape[-1]
    return dZ2, both[:, :-1], both[:, -1:]


backward = Exercise("w3-backward", rtol=1e-4, atol=1e-6, loop_free=True)
SHARES = {"dW1": 3, "db1": 2}  # the hidden layer is what is new


def _passes(rng, sizes):
    """parameters, cache, X and Y."""
    for parameters, X, Y in networks(rng, sizes):
        yield parameters, forward.right(X, parameters)[1], X, Y


@backward.part("one output unit", weight=2, weights=SHARES)
def _(rng):
    yield from _passes(rng, ONE_OUTPUT)
    yield from _passes(rng, ((5, 3, 1, 8),))


@backward.part("several output units", weights=SHARES)
def _(rng):
    yield from _passes(rng, SEVERAL_OUTPUTS)


@backward.part("parameters and cache in another order", weight=0.3, weights=SHARES)
def _(rng):
    for parameters, cache, X, Y in _passes(rng, ((3, 4, 1, 6), (2, 5, 3, 4))):
        moved = {name: parameters[name] for name in ("W1", "b1", "b2", "W2")}  # fits, if taken in this order
        yield moved, {name: cache[name] for name in ("A1", "Z1", "A2", "Z2")}, X, Y


@backward.part("one example, one hidden unit, one feature", weights=SHARES)
def _(rng):
    yield from _passes(rng, ONES)


SLOPE = "(1 - A1**2)"
BACK = 'parameters["W2"].T @ dZ2'
OUTPUT = 'output_gradients(A1, cache["A2"], Y)'
WEIGHTS = "dZ1 @ X.T / m"
BIASES = "dZ1.sum(axis=1, keepdims=True) / m"
RETURNED = '{"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}'

backward.slip(
    "slope_missing",
    "dZ1 lacks a factor: W2.T dZ2 is dA1. Through tanh it has to be multiplied by its slope, entry by entry.",
    f"{BACK} * {SLOPE}",
    BACK,
)
backward.slip(
    "sigmoids_slope_in_hidden",
    "The slope in dZ1 is the sigmoid's, A1 (1 - A1). The hidden layer has tanh: where A1 is 0, its slope is 1, not 0.",
    SLOPE,
    "A1 * (1 - A1)",
)
backward.slip(
    "tanh_twice",
    "tanh is applied to A1, which has been through it: the slope is 1 - A1^2, without another tanh.",
    SLOPE,
    "(1 - np.tanh(A1) ** 2)",
)
backward.slip(
    "square_missing",
    "The square is missing in the slope of tanh: 1 - A1 is 1.5 where A1 is -0.5, and 1 - A1^2 is 0.75.",
    SLOPE,
    "(1 - A1)",
)
backward.slip(
    "slope_of_z",
    "Z1 is squared in the slope of tanh. 1 - a^2 takes what comes out of tanh, A1, not what goes in.",
    SLOPE,
    '(1 - cache["Z1"] ** 2)',
)
backward.slip(
    "relus_slope",
    "The slope in dZ1 is ReLU's, 1 or 0. The hidden layer has tanh.",
    SLOPE,
    "(A1 > 0)",
)
backward.slip(
    "slope_of_the_output",
    "The slope is computed from A2. dZ1 belongs to the hidden layer, and its slope to A1.",
    SLOPE,
    '(1 - cache["A2"] ** 2)',
)
backward.slip(
    "sigmoid_applied",
    "The slope is the sigmoid's, taken at A1. The hidden layer has tanh, and A1 is what came out of it.",
    SLOPE,
    "sigmoid(A1) * (1 - sigmoid(A1))",
)
backward.slip(
    "plus_in_the_slope", "The slope of tanh is 1 minus A1^2. With a plus it is never below 1.", SLOPE, "(1 + A1**2)"
)
backward.slip(
    "brackets_missing",
    "Without brackets Python multiplies first: W2.T dZ2 * 1 - A1^2 takes A1^2 from the product. Put 1 - A1^2 in "
    "brackets.",
    SLOPE,
    "1 - A1**2",
)
backward.slip(
    "difference_squared",
    "The bracket closes too late: (1 - A1)^2 is 2.25 where A1 is -0.5, and 1 - A1^2 is 0.75.",
    SLOPE,
    "(1 - A1) ** 2",
)
backward.slip(
    "a1_doubled",
    "A1 is doubled where it should be squared, in the slope of tanh.",
    SLOPE,
    "(1 - 2 * A1)",
)
backward.slip(
    "x_not_turned",
    "@ can't multiply two of these: their inner sizes differ. On the way back W2 is turned, so that (n_h, n_y) meets "
    "dZ2, (n_y, m); and X is turned, so that m meets m.",
    WEIGHTS,
    "dZ1 @ X / m",
)
backward.slip(
    "not_turned_in_dot",
    "np.dot can't multiply two of these: their inner sizes differ. On the way back W2 is turned, so that (n_h, n_y) "
    "meets dZ2, (n_y, m); and X is turned, so that m meets m.",
    WEIGHTS,
    "np.dot(dZ1, X) / m",
)
backward.slip(
    "w2_not_turned",
    "W2 can't be multiplied by dZ2 as it is. On the way back it is turned: (n_h, n_y) meets (n_y, m).",
    BACK,
    'parameters["W2"] @ dZ2',
)
backward.slip(
    "w2_not_turned_in_dot",
    "np.dot can't multiply W2 by dZ2 as it is. On the way back W2 is turned: (n_h, n_y) meets (n_y, m).",
    BACK,
    'np.dot(parameters["W2"], dZ2)',
)
backward.slip(
    "gradient_sent_back",
    "dW2 is sent back in place of W2. What the output layer passes to the hidden one goes through its weights.",
    BACK,
    "dW2.T @ dZ2",
)
backward.slip(
    "hidden_never_divided",
    "dW1 and db1 are not divided by m, dW2 and db2 are. All four are means over the examples.",
    f"{WEIGHTS}\n    db1 = {BIASES}",
    f"{WEIGHTS.removesuffix(' / m')}\n    db1 = {BIASES.removesuffix(' / m')}",
)
backward.slip("dw1_not_divided", "dW1 is not divided by m, db1 is. Both are means.", WEIGHTS, "dZ1 @ X.T")
backward.slip(
    "db1_not_divided", "db1 is not divided by m, dW1 is. Both are means.", BIASES, "dZ1.sum(axis=1, keepdims=True)"
)
backward.slip(
    "dw2_not_divided",
    "dW2 is not divided by m. Like the other three, it is a mean over the examples.",
    OUTPUT,
    f"{OUTPUT}\n    dW2 = dW2 * m",
)
backward.slip(
    "db2_not_divided",
    "db2 is not divided by m. Like the other three, it is a mean over the examples.",
    OUTPUT,
    f"{OUTPUT}\n    db2 = db2 * m",
)
backward.slip(
    "weights_not_divided",
    "Neither dW1 nor dW2 is divided by m; the biases' gradients are. All four are means over the examples.",
    f"{WEIGHTS}\n",
    "dZ1 @ X.T\n    dW2 = dW2 * m\n",
)
backward.slip(
    "biases_not_divided",
    "Neither db1 nor db2 is divided by m; the weights' gradients are. All four are means over the examples.",
    f"{BIASES}\n",
    "dZ1.sum(axis=1, keepdims=True)\n    db2 = db2 * m\n",
)
backward.slip(
    "hidden_divided_twice",
    "dW1 and db1 are divided by m twice: dZ1, or the dZ2 it comes from, has been divided already. One 1/m is enough.",
    f"{BACK} * {SLOPE}",
    f"{BACK} * {SLOPE} / m",
)
backward.slip(
    "all_never_divided",
    "No gradient is divided by m. The cost is a mean over the examples, and so are all four.",
    OUTPUT,
    f"{OUTPUT}\n    dW2, db2, m = dW2 * m, db2 * m, 1",
)
backward.slip(
    "all_divided_twice",
    "All four gradients are divided by m twice: dZ2 is divided, and then each of them. One 1/m is enough.",
    OUTPUT,
    f"[dZ / m for dZ in {OUTPUT}]",
)
backward.slip(
    "output_divided_again",
    "dW2 and db2 are divided by m once more. `output_gradients` has done that already.",
    RETURNED,
    '{"dW1": dW1, "db1": db1, "dW2": dW2 / m, "db2": db2 / m}',
)
backward.slip(
    "divided_by_features",
    "dW1 and db1 are divided by the number of features. Examples are columns: m is X.shape[1].",
    "m = X.shape[1]",
    "m = X.shape[0]",
)
backward.slip(
    "db1_flat",
    "db1 has one dimension, (n_h,). b1 - 0.1 * db1 would become a table of n_h times n_h: keepdims keeps the column.",
    BIASES,
    "dZ1.sum(axis=1) / m",
)
backward.slip(
    "db2_flat",
    "db2 has one dimension, (n_y,). A column is asked, (n_y, 1): keepdims keeps it.",
    OUTPUT,
    f"{OUTPUT}\n    db2 = db2.ravel()",
)
backward.slip(
    "db2_one_number",
    "db2 is a single number: the sum went over all of dZ2. It has b2's shape, a column with a number for each output "
    "unit.",
    OUTPUT,
    f"{OUTPUT}\n    db2 = np.sum(dZ2) / m",
)
backward.slip(
    "both_biases_numbers",
    "db1 and db2 are single numbers: the sums went over all units. Each has a column's shape, a number for each unit: "
    "sum along axis 1 only, and keep it.",
    BIASES,
    "np.sum(dZ1) / m\n    db2 = np.sum(dZ2) / m",
)
backward.slip(
    "both_biases_flat",
    "db1 and db2 have one dimension. Columns are asked, (n_h, 1) and (n_y, 1): keepdims keeps them.",
    RETURNED,
    '{"dW1": dW1, "db1": db1.ravel(), "dW2": dW2, "db2": db2.ravel()}',
)
backward.slip(
    "db1_one_number",
    "The sum went over all of dZ1, so db1 is a single number. It has b1's shape, a column with a number for each "
    "hidden unit.",
    BIASES,
    "np.sum(dZ1) / m",
)
backward.slip(
    "db1_along_the_wrong_axis",
    "db1 is summed along axis 0, over the hidden units, so there is a number for each example. Sum over the examples.",
    BIASES,
    "dZ1.sum(axis=0, keepdims=True) / m",
)
backward.slip(
    "db1_from_the_output",
    "db1 is made of dZ2. It belongs to the hidden layer: dZ1.",
    BIASES,
    "dZ2.sum(axis=1, keepdims=True) / m",
)
backward.slip(
    "dw1_from_a1",
    "dW1 is made of dZ1 and A1. W1 multiplies what comes into the hidden layer, which is X.",
    WEIGHTS,
    "dZ1 @ A1.T / m",
)
backward.slip(
    "dw1_from_dz2",
    "dW1 is made of dZ2. It belongs to the hidden layer: dZ1, with a row for each hidden unit.",
    WEIGHTS,
    "dZ2 @ X.T / m",
)
backward.slip("dw1_turned", "dW1 stands on its side. It has W1's shape, (n_h, n_x).", WEIGHTS, "(dZ1 @ X.T / m).T")
backward.slip(
    "uphill",
    "All signs are wrong: dZ2 is A2 - Y, and here it is Y - A2. Gradient descent would climb.",
    RETURNED,
    '{"dW1": -dW1, "db1": -db1, "dW2": -dW2, "db2": -db2}',
)
backward.slip(
    "output_turned",
    "dW2 and db2 have the wrong sign: dZ2 is A2 - Y. What is built on it has then, too.",
    RETURNED,
    '{"dW1": dW1, "db1": db1, "dW2": -dW2, "db2": -db2}',
)
backward.slip(
    "squared_error",
    "dZ2 has a factor A2 (1 - A2), which belongs to the squared error. With the log loss it cancels: A2 - Y.",
    f"{OUTPUT}\n",
    'None, None, None\n    A2 = cache["A2"]\n    dZ2 = (A2 - Y) * A2 * (1 - A2)\n'
    "    dW2, db2 = dZ2 @ A1.T / m, dZ2.sum(axis=1, keepdims=True) / m\n",
)
backward.slip(
    "in_a_tuple",
    "The four come back one after the other. A dict is asked, with the keys 'dW1', 'db1', 'dW2' and 'db2'.",
    RETURNED,
    "dW1, db1, dW2, db2",
)
backward.slip(
    "names_of_the_parameters",
    "The keys lack their d: 'W1' is the parameter, 'dW1' its gradient.",
    RETURNED,
    '{"W1": dW1, "b1": db1, "W2": dW2, "b2": db2}',
)
backward.slip(
    "layers_exchanged",
    "The layers have changed places in the dict: dW1 belongs to the hidden layer and has W1's shape.",
    RETURNED,
    '{"dW1": dW2, "db1": db2, "dW2": dW1, "db2": db1}',
)


backward.slip(
    "slope_of_the_sigmoid_at_z1",
    "The slope in dZ1 is sigmoid_derivative of Z1. The hidden layer has tanh: tanh_derivative.",
    SLOPE,
    'sigmoid_derivative(cache["Z1"])',
)


backward.slip(
    "dw2_from_z1",
    "dW2 is made of Z1. W2 multiplies what the hidden layer sends, A1, after tanh.",
    OUTPUT,
    f'{OUTPUT}\n    dW2 = dZ2 @ cache["Z1"].T / m',
)


backward.slip(
    "weights_for_biases",
    "dW1 and db1 have changed places in the dict.",
    RETURNED,
    RETURNED.replace('"dW1": dW1, "db1": db1', '"dW1": db1, "db1": dW1'),
)


backward.slip(
    "stepped_too_early",
    "W2 has taken its step before the error is sent back through it. All gradients belong to the same place: first "
    "all four, then the steps.",
    BACK,
    '(parameters["W2"] - dW2).T @ dZ2',
)


backward.slip(
    "slope_sent_back",
    "The slope comes too early, at the output: dZ2 is multiplied by one before it goes through W2. It is the hidden "
    "layer's, and comes after W2.T dZ2.",
    f"{BACK} * {SLOPE}",
    'parameters["W2"].T @ (dZ2 * (1 - cache["A2"] ** 2))',
)


@backward.mistake(
    "Parameters or cache are taken in the order in which they stand in the dict, and in another dict that may be "
    "another. Take each by its name: cache['A1']."
)
def by_their_order(parameters, cache, X, Y):
    _, _, W2, _ = parameters.values()
    _, A1, _, A2 = cache.values()
    m, dZ2 = X.shape[1], A2 - Y
    dZ1 = W2.T @ dZ2 * (1 - A1**2)
    return {
        "dW1": dZ1 @ X.T / m,
        "db1": dZ1.sum(axis=1, keepdims=True) / m,
        "dW2": dZ2 @ A1.T / m,
        "db2": dZ2.sum(axis=1, keepdims=True) / m,
    }


@backward.variant
def backward_classic(parameters, cache, X, Y):
    m = X.shape[1]
    W1, W2 = parameters["W1"], parameters["W2"]
    A1, A2 = cache["A1"], cache["A2"]
    dZ2 = A2 - Y
    dW2 = 1 / m * np.dot(dZ2, A1.T)
    db2 = 1 / m * np.sum(dZ2, axis=1, keepdims=True)
    dZ1 = np.multiply(np.dot(W2.T, dZ2), 1 - np.power(A1, 2))
    dW1 = 1 / m * np.dot(dZ1, X.T)
    db1 = 1 / m * np.sum(dZ1, axis=1, keepdims=True)
    assert dW1.shape == W1.shape
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}


@backward.variant
def from_z1(parameters, cache, X, Y):
    m = Y.shape[1]
    dZ2 = cache["A2"] - Y
    dZ1 = (dZ2.T @ parameters["W2"]).T * (1 - np.tanh(cache["Z1"]) ** 2)
    return {
        "dZ1": dZ1,
        "dZ2": dZ2,
        "dW2": dZ2 @ np.tanh(cache["Z1"]).T / m,
        "db2": dZ2.mean(axis=1).reshape(-1, 1),
        "dW1": (X @ dZ1.T).T / m,
        "db1": np.mean(dZ1, axis=1, keepdims=True),
    }


@backward.variant
def all_anew(parameters, cache, X, Y):
    Z1 = parameters["W1"] @ X + parameters["b1"]
    A1 = np.tanh(Z1)
    A2 = 1 / (1 + np.exp(-(parameters["W2"] @ A1 + parameters["b2"])))
    dZ2 = (A2 - Y) / X.shape[1]
    dZ1 = np.einsum("ji,jk->ik", parameters["W2"], dZ2) / np.cosh(Z1) ** 2
    ones = np.ones((X.shape[1], 1))
    return {"dW1": dZ1 @ X.T, "db1": dZ1 @ ones, "dW2": dZ2 @ A1.T, "db2": dZ2 @ ones}


@backward.variant
def by_the_chain_rule(parameters, cache, X, Y):
    A1, A2 = cache["A1"], cache["A2"]
    dA2 = -(np.divide(Y, A2) - np.divide(1 - Y, 1 - A2))
    dZ2 = dA2 * A2 * (1 - A2)
    grads = {"dW2": dZ2 @ A1.T / X.shape[1], "db2": dZ2.sum(1, keepdims=True) / X.shape[1]}
    dA1 = parameters["W2"].T @ dZ2
    dZ1 = dA1 * (1 - A1) * (1 + A1)
    grads["dW1"], grads["db1"] = dZ1 @ X.T / X.shape[1], dZ1.sum(1, keepdims=True) / X.shape[1]
    return grads


@backward.variant
def mask_of_the_slope(parameters, cache, X, Y):
    dZ2 = cache["A2"] - Y
    dZ1 = parameters["W2"].T @ dZ2
    dZ1 *= 1 - cache["A1"] * cache["A1"]
    grads = {
        "dW1": dZ1 @ X.T,
        "db1": np.sum(dZ1, 1)[:, None],
        "dW2": dZ2 @ cache["A1"].T,
        "db2": np.sum(dZ2, 1)[:, None],
    }
    grads["dW1"] /= Y.shape[1]
    grads["db1"] /= Y.shape[1]
    grads["dW2"] /= Y.shape[1]
    grads["db2"] /= Y.shape[1]
    return grads
