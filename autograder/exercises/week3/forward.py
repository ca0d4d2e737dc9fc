"""The forward pass: neuron by neuron, a layer at once, all examples; two linear layers that are one; the start."""

import numpy as np

from autograder.exercises.week3.networks import ONE_OUTPUT, ONES, SEVERAL_OUTPUTS, features, network, networks
from autograder.spec import Draws, Exercise, Named, Seeded


def _sigmoid(z):
    return (1 + np.tanh(z / 2)) / 2


layer_sizes = Exercise("w3-layer-sizes")


@layer_sizes.part("one output unit")
def _(rng):
    yield np.zeros((2, 5)), np.zeros((1, 5)), 4
    yield rng.normal(size=(5, 3)), np.zeros((1, 3), dtype=int), 7
    yield rng.normal(size=(3, 9)), np.ones((1, 9)), 2
    yield rng.normal(size=(2, 6)), np.array([[0, 1], [1, 0], [1, 1]]).T[:1].repeat(2, axis=1), 1
    yield np.zeros((4, 6)), np.zeros((2, 6)), 9


@layer_sizes.part("several output units, one example")
def _(rng):
    yield rng.normal(size=(6, 4)), np.zeros((3, 4)), 5
    yield rng.normal(size=(7, 1)), np.ones((4, 1)), 3
    yield rng.normal(size=(3, 8)), np.zeros((5, 8)), 11


@layer_sizes.mistake(
    "The numbers of columns are given, which is m, the number of examples: 5 in the example. A layer has a unit for "
    "each row."
)
def columns_for_rows(X, Y, n_h):
    return X.shape[1], n_h, Y.shape[1]


@layer_sizes.mistake("n_x is X's number of columns, which is m, the number of examples. Features are its rows.")
def n_x_from_columns(X, Y, n_h):
    return X.shape[1], n_h, Y.shape[0]


@layer_sizes.mistake("n_y is Y's number of columns, which is m, the number of examples. Output units are its rows.")
def n_y_from_columns(X, Y, n_h):
    return X.shape[0], n_h, Y.shape[1]


@layer_sizes.mistake("The hidden layer has 4 units here, whatever is given. The caller says how many, with n_h.")
def always_four(X, Y, n_h):
    return X.shape[0], 4, Y.shape[0]


@layer_sizes.mistake("There is 1 output unit here, whatever Y is. It has as many as Y has rows.")
def always_one_output(X, Y, n_h):
    return X.shape[0], n_h, 1


@layer_sizes.mistake("The order is another: n_x first, then n_h, then n_y, as the data flow.")
def hidden_last(X, Y, n_h):
    return X.shape[0], Y.shape[0], n_h


@layer_sizes.mistake("The order is turned round: n_x comes first and n_y last, as the data flow.")
def from_the_end(X, Y, n_h):
    return Y.shape[0], n_h, X.shape[0]


@layer_sizes.mistake("The order is another: n_h stands in the middle, between n_x and n_y.")
def hidden_first(X, Y, n_h):
    return n_h, X.shape[0], Y.shape[0]


@layer_sizes.mistake("These are whole shapes, pairs such as (2, 5). One number is asked for each layer: how many rows.")
def whole_shapes(X, Y, n_h):
    return X.shape, n_h, Y.shape


@layer_sizes.mistake("size counts all entries, 2 times 5 is 10. A layer has a unit for each row.")
def all_entries(X, Y, n_h):
    return X.size, n_h, Y.size


@layer_sizes.mistake("Two numbers come back. Three are asked: n_x, n_h and n_y, though n_h was given.")
def hidden_left_out(X, Y, n_h):
    return X.shape[0], Y.shape[0]


@layer_sizes.mistake("A dict comes back. Three numbers are asked, one after the other: n_x, n_h, n_y.")
def sizes_in_a_dict(X, Y, n_h):
    return {"n_x": X.shape[0], "n_h": n_h, "n_y": Y.shape[0]}


@layer_sizes.mistake("m has slipped in as a fourth number. Only the units are asked: n_x, n_h, n_y.")
def with_m(X, Y, n_h):
    return X.shape[0], n_h, Y.shape[0], X.shape[1]


@layer_sizes.variant
def by_len(X, Y, n_h):
    return [len(X), n_h, len(Y)]


@layer_sizes.variant
def unpacked_shapes(X, Y, n_h):
    (n_x, _), (n_y, _) = X.shape, Y.shape
    return np.array([n_x, n_h, n_y])


@layer_sizes.variant
def from_the_transposes(X, Y, n_h):
    return np.size(X, 0), float(n_h), Y.T.shape[1]


neurons = Exercise("w3-neurons")


def _one_example(rng, n_x, n_h, n_y):
    """x, W1, b1, W2, b2."""
    return features(rng, n_x, 1), *network(rng, n_x, n_h, n_y).values()


@neurons.part("three hidden units and one at the output")
def _(rng):
    W1, b1 = np.array([[1.0, -1.0], [0.5, 2.0], [-2.0, 0.0]]), np.array([[0.5], [-1.0], [1.0]])
    yield np.array([[1.0], [2.0]]), W1, b1, np.array([[2.0, -1.0, 1.0]]), np.array([[0.5]])
    yield _one_example(rng, 2, 3, 1)
    yield _one_example(rng, 4, 3, 1)


@neurons.part("any number of units")
def _(rng):
    for n_x, n_h, n_y in ((3, 5, 2), (5, 2, 4), (1, 4, 3), (3, 1, 2)):
        yield _one_example(rng, n_x, n_h, n_y)


@neurons.part("whole numbers", weight=0.3)
def _(rng):
    W1, b1 = np.array([[1, -1], [0, 1], [1, 0]]), np.array([[0], [1], [-1]])
    yield np.array([[1], [2]]), W1, b1, np.array([[1, -1, 2]]), np.array([[1]])


@neurons.mistake("b1 is missing: a neuron's z is its weighted sum plus its own bias.")
def hidden_bias_missing(x, W1, b1, W2, b2):
    a1 = np.tanh(W1 @ x)
    return a1, _sigmoid(W2 @ a1 + b2)


@neurons.mistake("b2 is missing: the output neuron has a bias of its own.")
def output_bias_missing(x, W1, b1, W2, b2):
    a1 = np.tanh(W1 @ x + b1)
    return a1, _sigmoid(W2 @ a1)


@neurons.mistake("No bias is added, neither b1 nor b2. A neuron's z is its weighted sum plus its own bias.")
def both_biases_missing(x, W1, b1, W2, b2):
    a1 = np.tanh(W1 @ x)
    return a1, _sigmoid(W2 @ a1)


@neurons.mistake("The hidden neurons have the sigmoid, so all of a1 is between 0 and 1. They have tanh, from -1 to 1.")
def sigmoid_in_hidden(x, W1, b1, W2, b2):
    a1 = _sigmoid(W1 @ x + b1)
    return a1, _sigmoid(W2 @ a1 + b2)


@neurons.mistake("The output neuron has tanh, which may be negative. It gives a probability: sigmoid.")
def tanh_at_output(x, W1, b1, W2, b2):
    a1 = np.tanh(W1 @ x + b1)
    return a1, np.tanh(W2 @ a1 + b2)


@neurons.mistake("The two activations have changed places: tanh belongs to the hidden layer, sigmoid to the output.")
def activations_exchanged(x, W1, b1, W2, b2):
    a1 = _sigmoid(W1 @ x + b1)
    return a1, np.tanh(W2 @ a1 + b2)


@neurons.mistake("a1 is z1: tanh is missing in the hidden layer.")
def hidden_without_tanh(x, W1, b1, W2, b2):
    a1 = W1 @ x + b1
    return a1, _sigmoid(W2 @ a1 + b2)


@neurons.mistake("The output is z2, which may be any number. The sigmoid that makes a probability of it is missing.")
def output_without_sigmoid(x, W1, b1, W2, b2):
    a1 = np.tanh(W1 @ x + b1)
    return a1, W2 @ a1 + b2


@neurons.mistake("The sigmoid is taken twice: nothing below 0.5 comes out of it any more.")
def output_sigmoid_twice(x, W1, b1, W2, b2):
    a1 = np.tanh(W1 @ x + b1)
    return a1, _sigmoid(_sigmoid(W2 @ a1 + b2))


@neurons.mistake(
    "W1[i] has one dimension, (n_x,), and x is a column: * makes a table of n_x times n_x products of them, and the "
    "sum goes over all. Take x as one dimension too, or turn it."
)
def sum_of_a_table(x, W1, b1, W2, b2):
    a1 = np.tanh(W1.sum(axis=1, keepdims=True) * x.sum() + b1)
    return a1, _sigmoid(W2.sum(axis=1, keepdims=True) * a1.sum() + b2)


@neurons.mistake(
    "a1 is right. W2[i] has one dimension, (n_h,), and a1 is a column: * makes a table of n_h times n_h products of "
    "them, and the sum goes over all. Take a1 as one dimension too, or turn it."
)
def sum_of_a_table_at_output(x, W1, b1, W2, b2):
    a1 = np.tanh(W1 @ x + b1)
    return a1, _sigmoid(W2.sum(axis=1, keepdims=True) * a1.sum() + b2)


@neurons.mistake("The output neuron is given z1. It sees what the hidden neurons send, a1, after tanh.")
def output_sees_z(x, W1, b1, W2, b2):
    z1 = W1 @ x + b1
    return np.tanh(z1), _sigmoid(W2 @ z1 + b2)


@neurons.mistake(
    "Every hidden neuron uses the weights of the first: all would be alike but for b1. Neuron i has row i."
)
def first_neurons_weights(x, W1, b1, W2, b2):
    a1 = np.tanh(0 * b1 + W1[:1] @ x + b1)
    return a1, _sigmoid(W2 @ a1 + b2)


@neurons.mistake("Every hidden neuron uses the bias of the first, b1[0]. Each has its own.")
def first_neurons_bias(x, W1, b1, W2, b2):
    a1 = np.tanh(W1 @ x + b1[0])
    return a1, _sigmoid(W2 @ a1 + b2)


@neurons.mistake("Only the first hidden neuron has a value, the others are 0: a `return` or a break inside the loop?")
def only_the_first_neuron(x, W1, b1, W2, b2):
    a1 = np.zeros((len(b1), 1))
    a1[0] = np.tanh(W1[:1] @ x + b1[:1])[0]
    return a1, _sigmoid(W2 @ a1 + b2)


@neurons.mistake("The last hidden neuron is still 0. range(n) goes up to n - 1 by itself.")
def last_neuron_left_out(x, W1, b1, W2, b2):
    a1 = np.tanh(W1 @ x + b1)
    a1[-1] = 0
    return a1, _sigmoid(W2 @ a1 + b2)


@neurons.mistake("The first hidden neuron is still 0. Python counts from 0, and range(1, n) begins with the second.")
def first_neuron_left_out(x, W1, b1, W2, b2):
    a1 = np.tanh(W1 @ x + b1)
    a1[0] = 0
    return a1, _sigmoid(W2 @ a1 + b2)


@neurons.mistake("a1 and a2 have one dimension, (n_h,) and (n_y,). Columns are asked, as x is one: (n_h, 1), (n_y, 1).")
def activations_flat(x, W1, b1, W2, b2):
    a1 = np.tanh(W1 @ x + b1)
    return a1.ravel(), _sigmoid(W2 @ a1 + b2).ravel()


@neurons.mistake("a1 and a2 lie on their side, (1, n_h) and (1, n_y). Columns are asked, as x is one.")
def activations_as_rows(x, W1, b1, W2, b2):
    a1 = np.tanh(W1 @ x + b1)
    return a1.T, _sigmoid(W2 @ a1 + b2).T


@neurons.mistake("Only a2 comes back. Two results are asked: a1 is needed later, too.")
def output_only(x, W1, b1, W2, b2):
    return _sigmoid(W2 @ np.tanh(W1 @ x + b1) + b2)


@neurons.mistake("The two results have changed places: first a1, then a2.")
def output_first(x, W1, b1, W2, b2):
    a1 = np.tanh(W1 @ x + b1)
    return _sigmoid(W2 @ a1 + b2), a1


@neurons.mistake(
    "These are z1 and z2 with no activation at all. tanh belongs to the hidden layer, sigmoid to the output."
)
def no_activation(x, W1, b1, W2, b2):
    z1 = W1 @ x + b1
    return z1, W2 @ z1 + b2


@neurons.mistake(
    "The results are put into arrays made like b1 and b2. Where those hold whole numbers these do too, and 0.76 "
    "becomes 0 there."
)
def activations_like_the_biases(x, W1, b1, W2, b2):
    a1, a2 = np.zeros_like(b1), np.zeros_like(b2)
    a1[...] = np.tanh(W1 @ x + b1)
    a2[...] = _sigmoid(W2 @ a1 + b2)
    return a1, a2


@neurons.mistake("b1 is taken away. A neuron's z is its weighted sum plus its bias.")
def hidden_bias_subtracted(x, W1, b1, W2, b2):
    a1 = np.tanh(W1 @ x - b1)
    return a1, _sigmoid(W2 @ a1 + b2)


@neurons.mistake("a2 is a decision, 0 or 1. The probability itself is asked.")
def decision_at_output(x, W1, b1, W2, b2):
    a1 = np.tanh(W1 @ x + b1)
    return a1, (W2 @ a1 + b2 > 0) * 1.0


@neurons.mistake(
    "np.dot was given two arrays of different lengths. A row of W1 goes with x, one row for each hidden neuron; a row "
    "of W2 goes with a1. How many rows there are says len(W1), not the number of columns, and not the length of x.",
    where=lambda x, W1, *others: len(W1) > 1 and len(x) > 1,
)
def hidden_weights_by_column(x, W1, b1, W2, b2):
    a1 = np.tanh(np.array([[np.dot(W1[:, i], x[:, 0])] for i in range(len(W1))]) + b1)
    return a1, _sigmoid(W2 @ a1 + b2)


@neurons.mistake(
    "The columns to be filled have one dimension, and two indices are used. np.zeros((n, 1)), with two pairs of "
    "brackets, makes a column."
)
def filled_flat(x, W1, b1, W2, b2):
    a1 = np.zeros(len(W1))
    for i in range(len(W1)):
        a1[i, 0] = np.tanh(np.dot(W1[i], x[:, 0]) + b1[i, 0])
    return a1, _sigmoid(W2 @ a1 + b2)


@neurons.mistake(
    "The output neurons after the first are still 0: a `return` inside the loop ends the function in its first turn."
)
def returned_too_early(x, W1, b1, W2, b2):
    a1 = np.tanh(W1 @ x + b1)
    a2 = np.zeros(b2.shape)
    for i in range(len(W2)):
        a2[i, 0] = _sigmoid(np.dot(W2[i], a1[:, 0]) + b2[i, 0])
        return a1, a2
    return a1, a2


@neurons.mistake("Every output neuron uses the weights of the first, W2[0]. Each has a row of its own.")
def first_outputs_weights(x, W1, b1, W2, b2):
    a1 = np.tanh(W1 @ x + b1)
    return a1, _sigmoid(W2[:1] @ a1 + b2)


@neurons.mistake("Every output neuron uses the bias of the first, b2[0]. Each has its own.")
def first_outputs_bias(x, W1, b1, W2, b2):
    a1 = np.tanh(W1 @ x + b1)
    return a1, _sigmoid(W2 @ a1 + b2[0, 0])


@neurons.mistake("There is one output neuron here, whatever is given. There are as many as W2 has rows.")
def one_output(x, W1, b1, W2, b2):
    a1 = np.tanh(W1 @ x + b1)
    return a1, _sigmoid(W2 @ a1 + b2)[:1]


@neurons.mistake("b1 is added after tanh. The bias belongs to z, inside it.")
def hidden_bias_after_tanh(x, W1, b1, W2, b2):
    a1 = np.tanh(W1 @ x) + b1
    return a1, _sigmoid(W2 @ a1 + b2)


@neurons.mistake("The hidden neurons have ReLU, or max(0, z). In this network they have tanh.")
def relu_in_hidden(x, W1, b1, W2, b2):
    a1 = np.maximum(0, W1 @ x + b1)
    return a1, _sigmoid(W2 @ a1 + b2)


@neurons.mistake("a1 goes through tanh a second time on its way to the output. It is what came out of tanh already.")
def tanh_twice(x, W1, b1, W2, b2):
    a1 = np.tanh(W1 @ x + b1)
    return a1, _sigmoid(W2 @ np.tanh(a1) + b2)


@neurons.mistake(
    "The hidden neurons are counted by the columns of W1, or by the length of x: that is the number of inputs. Each "
    "row of W1 is a neuron, and there are len(W1) of them."
)
def neurons_counted_by_inputs(x, W1, b1, W2, b2):
    a1 = np.zeros((len(x), 1))
    for i in range(len(x)):
        a1[i, 0] = np.tanh(np.dot(W1[i], x[:, 0]) + b1[i, 0])
    a2 = np.zeros(b2.shape)
    for i in range(len(W2)):
        a2[i, 0] = _sigmoid(np.dot(W2[i], a1[:, 0]) + b2[i, 0])
    return a1, a2


@neurons.variant
def at_once(x, W1, b1, W2, b2):
    a1 = np.tanh(np.dot(W1, x) + b1)
    return [a1, 1 / (1 + np.exp(-(np.dot(W2, a1) + b2)))]


@neurons.variant
def three_loops(x, W1, b1, W2, b2):
    import math

    a1, a2 = [], []
    for i in range(W1.shape[0]):
        z = b1[i][0]
        for j in range(W1.shape[1]):
            z += W1[i, j] * x[j, 0]
        a1.append([math.tanh(z)])
    for i in range(W2.shape[0]):
        z = sum(W2[i, j] * a1[j][0] for j in range(W2.shape[1])) + b2[i][0]
        a2.append([1 / (1 + math.exp(-z))])
    return np.array(a1), a2


@neurons.variant
def row_by_row(x, W1, b1, W2, b2):
    a1 = np.zeros((W1.shape[0], 1))
    for i, (w, b) in enumerate(zip(W1, b1)):
        a1[i] = np.tanh(w @ x + b)
    a2 = np.array([_sigmoid(np.sum(w * a1.T) + b) for w, b in zip(W2, b2)])
    return a1, a2.reshape(-1, 1)


@neurons.variant
def column_by_column(x, W1, b1, W2, b2):
    a1 = np.empty(b1.shape)
    for i in range(b1.size):
        a1[i, 0] = np.tanh((W1[i : i + 1].T * x).sum() + b1[i].item())
    a2 = _sigmoid(np.einsum("ij,jk->ik", W2, a1) + b2)
    return a1, a2


layer = Exercise("w3-layer", loop_free=True)


@layer.part("tanh and other activations")
def _(rng):
    yield np.array([[1.0], [2.0]]), np.array([[1.0, -1.0], [0.5, 2.0], [-2.0, 0.0]]), np.array([[0.5], [-1], [1]]), TANH
    for (n_prev, n), g in zip(((4, 2), (3, 5), (2, 4)), ("softplus", "sine", "bell")):
        yield _layer(rng, n_prev, n, g)


@layer.part("one neuron, one input")
def _(rng):
    yield _layer(rng, 4, 1, "tanh")
    yield _layer(rng, 1, 3, "softplus")
    yield np.array([[2], [1], [-1]]), np.array([[1, -1, 2], [0, 3, 1]]), np.array([[1], [-2]]), Named("bell")


TANH = Named("tanh")


def _layer(rng, n_prev, n, g):
    """a_prev, W, b and g."""
    parameters = network(rng, n_prev, n, 1)
    return features(rng, n_prev, 1), parameters["W1"], parameters["b1"], Named(g)


@layer.mistake("b is missing: z is the weighted sum plus b.")
def layer_without_b(a_prev, W, b, g):
    z = W @ a_prev
    return z, g(z)


@layer.mistake("b is added after the activation. It belongs to z, inside g.")
def b_after_g(a_prev, W, b, g):
    z = W @ a_prev
    return z, g(z) + b


@layer.mistake("b is taken away. z is the weighted sum plus b.")
def layer_minus_b(a_prev, W, b, g):
    z = W @ a_prev - b
    return z, g(z)


@layer.mistake("tanh is written into the function. The activation to use is the argument g, whichever it is.")
def always_tanh(a_prev, W, b, g):
    z = W @ a_prev + b
    return z, np.tanh(z)


@layer.mistake("The sigmoid is written into the function. The activation to use is the argument g, whichever it is.")
def always_sigmoid(a_prev, W, b, g):
    z = W @ a_prev + b
    return z, _sigmoid(z)


@layer.mistake("a is z once more: the activation g has not been applied.")
def g_forgotten(a_prev, W, b, g):
    z = W @ a_prev + b
    return z, z


@layer.mistake("z has been through g already. z is what goes in, a is what comes out.")
def g_of_both(a_prev, W, b, g):
    a = g(W @ a_prev + b)
    return a, a


@layer.mistake("g is applied twice: a is g(g(z)), and z comes back as g(z).")
def g_twice(a_prev, W, b, g):
    z = g(W @ a_prev + b)
    return z, g(z)


@layer.mistake("g is applied to what comes in. First the weighted sum and b, then g.")
def g_at_the_entrance(a_prev, W, b, g):
    z = W @ g(a_prev) + b
    return z, z


@layer.mistake("The two results have changed places: first z, then a.")
def a_first(a_prev, W, b, g):
    z = W @ a_prev + b
    return g(z), z


@layer.mistake("Only a comes back. z is asked as well, and comes first: the way back needs it.")
def a_only(a_prev, W, b, g):
    return g(W @ a_prev + b)


@layer.mistake(
    "Two shapes don't fit for an operation entry by entry, * or +, or a table comes out. A weighted sum for each row "
    "is the matrix product of W and a_prev, @, and b is added after that."
)
def layer_by_star(a_prev, W, b, g):
    z = W * a_prev + b
    return z, g(z)


@layer.mistake(
    "* with a_prev on its side gives a table, (n, n_prev), of products that are still to be added up along each row."
)
def layer_table(a_prev, W, b, g):
    z = W * a_prev.T + b
    return z, g(z)


@layer.mistake(
    "@ can't multiply these two: the inner sizes differ. W is (n, n_prev) and a_prev (n_prev, 1), so W stands in "
    "front, and as it is."
)
def w_turned_with_at(a_prev, W, b, g):
    z = W.T @ a_prev + b
    return z, g(z)


@layer.mistake(
    "np.dot can't multiply these two: the inner sizes differ. W is (n, n_prev) and a_prev (n_prev, 1), so W stands in "
    "front, and as it is."
)
def w_turned_in_dot(a_prev, W, b, g):
    z = np.dot(W.T, a_prev) + b
    return z, g(z)


@layer.mistake("z and a have one dimension, (n,). A column is asked, (n, 1), as a_prev is one.")
def layer_flat(a_prev, W, b, g):
    z = np.ravel(W @ a_prev + b)
    return z, g(z)


@layer.mistake("z and a are rows, (1, n). A column is asked, (n, 1), as a_prev is one.")
def layer_as_a_row(a_prev, W, b, g):
    z = (W @ a_prev + b).T
    return z, g(z)


@layer.mistake(
    "A column of shape (n, 1) and numbers of shape (n,) are added, which gives a table of n times n. keepdims keeps "
    "the sums a column."
)
def table_of_sums_and_biases(a_prev, W, b, g):
    z = np.sum(W * a_prev.T, axis=1) + b
    return z, g(z)


@layer.mistake("All weighted sums are added to a single one. There is one for each neuron, a row of W.")
def one_sum_for_all(a_prev, W, b, g):
    z = np.sum(W @ a_prev) + b
    return z, g(z)


@layer.mistake(
    "z lacks b, though a has it. z is the weighted sum plus b; keep the whole sum under its name and put it into g."
)
def b_in_a_alone(a_prev, W, b, g):
    z = W @ a_prev
    return z, g(z + b)


@layer.mistake("Every neuron gets the same bias, the first or their sum. b is a column, with a number for each.")
def bias_of_the_first(a_prev, W, b, g):
    z = W @ a_prev + b[0, 0]
    return z, g(z)


@layer.mistake(
    "g goes to work twice: before the weighted sum and after it. What comes in has been through the activation of its "
    "own layer."
)
def g_before_and_after(a_prev, W, b, g):
    z = W @ g(a_prev) + b
    return z, g(z)


@layer.mistake("a is g(g(z)): g is applied once too often.")
def a_bent_twice(a_prev, W, b, g):
    z = W @ a_prev + b
    return z, g(g(z))


@layer.mistake("The two come back in a dict. Here they are asked one after the other: z, then a.")
def layer_in_a_dict_of_two(a_prev, W, b, g):
    z = W @ a_prev + b
    return {"z": z, "a": g(z)}


@layer.mistake(
    "The second result is the function g itself, or something that isn't numbers. g(z), with brackets, calls it."
)
def g_not_called(a_prev, W, b, g):
    z = W @ a_prev + b
    return z, g


@layer.variant
def layer_by_dot(a_prev, W, b, g):
    z = np.dot(W, a_prev) + b
    a = g(z)
    return [z, a]


@layer.variant
def layer_by_sum(a_prev, W, b, g):
    z = np.sum(W * a_prev.T, axis=1, keepdims=True) + b
    return z, g(z)


@layer.variant
def layer_by_einsum(a_prev, W, b, g):
    z = np.add(np.einsum("ij,jk->ik", W, a_prev), b)
    return z, g(z)


@layer.variant
def layer_turned_twice(a_prev, W, b, g):
    z = (a_prev.T @ W.T + b.T).T
    return z, g(z.copy())


forward = Exercise("w3-forward", loop_free=True)


def _x_and_parameters(rng, sizes):
    for parameters, X, _ in networks(rng, sizes):
        yield X, parameters


@forward.part("one output unit")
def _(rng):
    W1, b1 = np.array([[1.0, -1.0], [0.5, 2.0], [-2.0, 0.0], [1.0, 1.0]]), np.array([[0.5], [-1.0], [1.0], [0.0]])
    parameters = {"W1": W1, "b1": b1, "W2": np.array([[2.0, -1.0, 1.0, 0.5]]), "b2": np.array([[0.5]])}
    yield np.array([[1, 0, -1], [2, 1, 0]]), parameters
    yield from _x_and_parameters(rng, ONE_OUTPUT)


@forward.part("several output units")
def _(rng):
    yield from _x_and_parameters(rng, SEVERAL_OUTPUTS)


@forward.part("parameters in another order", weight=0.3)
def _(rng):
    for X, parameters in _x_and_parameters(rng, ((3, 4, 1, 5), (2, 5, 1, 7))):
        yield X, {name: parameters[name] for name in ("W1", "b2", "W2", "b1")}  # fits, if taken in this order


@forward.part("one example, one hidden unit, one feature")
def _(rng):
    yield from _x_and_parameters(rng, ONES)


HIDDEN = 'parameters["W1"] @ X + parameters["b1"]'
OUTPUT = 'parameters["W2"] @ A1 + parameters["b2"]'
CACHE = '{"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}'

forward.slip(
    "hidden_sigmoid",
    "The hidden layer has the sigmoid, so nothing in A1 is below 0. It has tanh, from -1 to 1.",
    "np.tanh(Z1)",
    "sigmoid(Z1)",
)
forward.slip(
    "output_tanh", "The output has tanh. It gives probabilities, from 0 to 1: sigmoid.", "sigmoid(Z2)", "np.tanh(Z2)"
)
forward.slip(
    "tanh_forgotten",
    "A1 is Z1: tanh is missing, and two layers without it do no more than one.",
    "np.tanh(Z1)",
    "Z1",
)
forward.slip(
    "sigmoid_forgotten",
    "A2 is Z2, which may be any number. The sigmoid that makes probabilities of it is missing.",
    "sigmoid(Z2)",
    "Z2",
)
forward.slip(
    "hidden_relu",
    "The hidden layer has ReLU, so A1 has many zeros. In this network it has tanh.",
    "np.tanh(Z1)",
    "np.maximum(Z1, 0)",
)
forward.slip("b1_missing", "b1 is missing in Z1.", HIDDEN, 'parameters["W1"] @ X')
forward.slip("b2_missing", "b2 is missing in Z2.", OUTPUT, 'parameters["W2"] @ A1')
forward.slip(
    "output_from_z1",
    "The output layer is given Z1. It sees what the hidden layer sends, A1, after tanh.",
    OUTPUT,
    'parameters["W2"] @ Z1 + parameters["b2"]',
)
forward.slip(
    "tanh_again",
    "tanh is taken once more on the way into the output layer: A1 has been through it.",
    OUTPUT,
    'parameters["W2"] @ np.tanh(A1) + parameters["b2"]',
)
forward.slip(
    "sigmoid_again",
    "The sigmoid is taken twice, so no probability is below 0.5.",
    "sigmoid(Z2)",
    "sigmoid(sigmoid(Z2))",
)
forward.slip(
    "cache_as_a_tuple",
    "The cache is a tuple. A dict is asked, with the keys 'Z1', 'A1', 'Z2', 'A2', so that each is found by its name.",
    CACHE,
    "(Z1, A1, Z2, A2)",
)
forward.slip(
    "a_as_z",
    "In the cache 'Z1' holds A1, or is overwritten by it. Z1 is what goes into tanh, A1 what comes out.",
    CACHE,
    CACHE.replace('"Z1": Z1', '"Z1": A1'),
)
forward.slip(
    "z2_overwritten",
    "In the cache 'Z2' holds A2. Z2 is what goes into the sigmoid, A2 what comes out.",
    CACHE,
    CACHE.replace('"Z2": Z2', '"Z2": A2'),
)
forward.slip(
    "small_letters",
    "The names in the cache have small letters. They are 'Z1', 'A1', 'Z2' and 'A2': large ones for all m examples.",
    CACHE,
    CACHE.lower().replace(": z", ": Z").replace(": a", ": A"),
)
forward.slip(
    "cache_only",
    "Only the cache comes back. Two results are asked: A2, and the cache.",
    "return A2, {",
    "return {",
)
forward.slip("a2_only", "Only A2 comes back. Two results are asked: A2, and the cache.", "A2, " + CACHE, "A2")
forward.slip(
    "cache_first", "The two results have changed places: first A2, then the cache.", "A2, " + CACHE, CACHE + ", A2"
)
forward.slip(
    "z2_for_a2",
    "The first result is Z2. The probabilities are asked, A2, after the sigmoid.",
    "return A2, ",
    "return Z2, ",
)
forward.slip(
    "by_star",
    "The shapes of two arrays don't fit for an operation entry by entry, * or +. Weighted sums are the matrix product, "
    "@ or np.dot, and what is added to one is its own bias, a column: b1 (n_h, 1), b2 (n_y, 1).",
    HIDDEN,
    'parameters["W1"] * X + parameters["b1"]',
)
forward.slip(
    "x_turned",
    "@ was given two matrices whose inner sizes differ. W1 is (n_h, n_x) and X (n_x, m), so W1 stands in front of X, "
    "neither of them turned; and so do W2 and A1.",
    HIDDEN,
    'parameters["W1"] @ X.T + parameters["b1"]',
)
forward.slip(
    "dot_does_not_fit",
    "np.dot was given two matrices whose inner sizes differ. W1 is (n_h, n_x) and X (n_x, m), so W1 stands in front of "
    "X, neither of them turned; and so do W2 and A1.",
    HIDDEN,
    'np.dot(parameters["W1"], X.T) + parameters["b1"]',
)
forward.slip(
    "probabilities_flat",
    "A2 has lost a dimension. Its shape is (n_y, m): one row for each output unit.",
    "return A2, {",
    "A2 = A2.ravel()\n    return A2, {",
)
forward.slip(
    "everything_turned",
    "A2 stands on its side. Examples are columns: its shape is (n_y, m).",
    "return A2, {",
    "A2 = A2.T\n    return A2, {",
)
forward.slip(
    "decisions",
    "These are decisions, 0 or 1. The probabilities themselves are asked; `predict` comes later.",
    "return A2, {",
    "A2 = (A2 > 0.5) * 1\n    return A2, {",
)
forward.slip(
    "b1_subtracted",
    "b1 is taken away. Z1 is W1 X plus b1.",
    HIDDEN,
    'parameters["W1"] @ X - parameters["b1"]',
)


@forward.mistake(
    "The parameters are taken in the order in which they stand in the dict, and in another dict that may be another. "
    "Take each by its name: parameters['W1']."
)
def by_their_order(X, parameters):
    W1, b1, W2, b2 = parameters.values()
    Z1 = W1 @ X + b1
    A1 = np.tanh(Z1)
    Z2 = W2 @ A1 + b2
    A2 = _sigmoid(Z2)
    return A2, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}


@forward.mistake(
    "An entry of a dict is no attribute: it is taken out with square brackets and its name in quotation marks, "
    "parameters['W1']."
)
def by_a_point(X, parameters):
    return parameters.W1 @ X, {}


@forward.mistake("b1 is added after tanh. The bias belongs to Z1, inside it.")
def b1_after_tanh(X, parameters):
    Z1 = parameters["W1"] @ X
    A1 = np.tanh(Z1) + parameters["b1"]
    Z2 = parameters["W2"] @ A1 + parameters["b2"]
    A2 = _sigmoid(Z2)
    return A2, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}


@forward.mistake("In the cache 'A1' holds Z1. Z1 is what goes into tanh, A1 what comes out.")
def z1_kept_as_a1(X, parameters):
    Z1 = parameters["W1"] @ X + parameters["b1"]
    A1 = np.tanh(Z1)
    Z2 = parameters["W2"] @ A1 + parameters["b2"]
    A2 = _sigmoid(Z2)
    return A2, {"Z1": Z1, "A1": Z1, "Z2": Z2, "A2": A2}


@forward.mistake(
    "Every hidden unit gets the same bias, the sum of b1 or its first entry. b1 is a column, with a number for each."
)
def biases_added_up(X, parameters):
    Z1 = parameters["W1"] @ X + parameters["b1"].sum()
    A1 = np.tanh(Z1)
    Z2 = parameters["W2"] @ A1 + parameters["b2"]
    A2 = _sigmoid(Z2)
    return A2, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}


@forward.mistake("np.tan is the tangent, another curve, without limits. The function here is np.tanh.")
def tangent_in_hidden(X, parameters):
    Z1 = parameters["W1"] @ X + parameters["b1"]
    A1 = np.tan(Z1)
    Z2 = parameters["W2"] @ A1 + parameters["b2"]
    A2 = _sigmoid(Z2)
    return A2, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}


@forward.mistake(
    "@ was given W2 and A1 with inner sizes that differ. W2 is (n_y, n_h) and A1 (n_h, m): it stands in front of A1 "
    "as it is, not turned."
)
def w2_turned(X, parameters):
    Z1 = parameters["W1"] @ X + parameters["b1"]
    A1 = np.tanh(Z1)
    Z2 = parameters["W2"].T @ A1 + parameters["b2"]
    A2 = _sigmoid(Z2)
    return A2, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}


@forward.variant
def classic(X, parameters):
    W1, b1 = parameters["W1"], parameters["b1"]
    W2, b2 = parameters["W2"], parameters["b2"]
    Z1 = np.dot(W1, X) + b1
    A1 = np.tanh(Z1)
    Z2 = np.dot(W2, A1) + b2
    A2 = 1 / (1 + np.exp(-Z2))
    assert A2.shape == (W2.shape[0], X.shape[1])
    cache = {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}
    return A2, cache


@forward.variant
def with_more_in_the_cache(X, parameters):
    cache = {"A0": X, **parameters}
    cache["Z1"] = np.einsum("ij,jk->ik", cache["W1"], X) + cache["b1"]
    cache["A1"] = 2 * _sigmoid(2 * cache["Z1"]) - 1
    cache["Z2"] = np.matmul(cache["W2"], cache["A1"]) + cache["b2"]
    cache["A2"] = _sigmoid(cache["Z2"])
    return [cache["A2"], cache]


@forward.variant
def biases_among_the_weights(X, parameters):
    ones = np.ones((1, X.shape[1]))
    Z1 = np.hstack([parameters["W1"], parameters["b1"]]) @ np.vstack([X, ones])
    A1 = np.tanh(Z1)
    Z2 = np.hstack([parameters["W2"], parameters["b2"]]) @ np.vstack([A1, ones])
    e = np.exp(-np.abs(Z2))
    A2 = np.where(Z2 >= 0, 1, e) / (1 + e)
    return A2, {"Z2": Z2, "Z1": Z1, "A2": A2, "A1": A1}


collapse = Exercise("w3-collapse")


@collapse.part("one output unit")
def _(rng):
    W1, b1 = np.array([[1.0, 2.0], [0.0, -1.0], [3.0, 1.0]]), np.array([[1.0], [0.0], [-1.0]])
    yield W1, b1, np.array([[2.0, 1.0, -1.0]]), np.array([[0.5]])
    yield np.array([[2], [-1]]), np.array([[1], [3]]), np.array([[3, 4]]), np.array([[-5]])
    yield tuple(network(rng, 2, 4, 1).values())
    yield tuple(network(rng, 5, 3, 1).values())


@collapse.part("any number of units")
def _(rng):
    for n_x, n_h, n_y in ((4, 2, 3), (3, 5, 2), (1, 4, 3), (4, 1, 2)):
        yield tuple(network(rng, n_x, n_h, n_y).values())
    yield np.array([[1, -2, 0], [3, 1, 1]]), np.array([[2], [-1]]), np.arange(8).reshape(4, 2), np.array([[1]] * 4)


@collapse.mistake(
    "@ can't multiply two of these: their inner sizes differ. x meets W1 first, so W1 stands nearest to it, on the "
    "right of W2; and b1 comes in after W1, so only W2 is still ahead of it."
)
def wrong_order_with_at(W1, b1, W2, b2):
    return W1 @ W2, W2 @ b1 + b2


@collapse.mistake(
    "np.dot can't multiply two of these: their inner sizes differ. x meets W1 first, so W1 stands nearest to it, on "
    "the right of W2; and b1 comes in after W1, so only W2 is still ahead of it."
)
def wrong_order_in_dot(W1, b1, W2, b2):
    return np.dot(W1, W2), np.dot(W2, b1) + b2


@collapse.mistake("b lacks b2, which the second layer adds at the end.")
def second_bias_lost(W1, b1, W2, b2):
    return W2 @ W1, W2 @ b1


@collapse.mistake("b is b2 alone. b1 passes through the second layer and arrives multiplied by W2.")
def first_bias_lost(W1, b1, W2, b2):
    return W2 @ W1, b2


@collapse.mistake(
    "b1 and b2 are added as they are, (n_h, 1) and (n_y, 1). b1 passes through the second layer first: in the example "
    "with W2 = (2, 1, -1) and b1 = (1, 0, -1) it arrives as 3."
)
def biases_added(W1, b1, W2, b2):
    return W2 @ W1, b1 + b2


@collapse.mistake("b2 is multiplied by W2 as well. Only b1 passes through W2; b2 is added after it.")
def both_biases_multiplied(W1, b1, W2, b2):
    return W2 @ W1, W2 @ (b1 + b2)


@collapse.mistake("The weights are added. One layer after the other multiplies them.")
def weights_added(W1, b1, W2, b2):
    return W1 + W2, b1 + b2


@collapse.mistake("The weights are multiplied entry by entry. One layer after the other is the matrix product.")
def weights_by_star(W1, b1, W2, b2):
    return W2 * W1, W2 * b1 + b2


@collapse.mistake("W stands on its side: its shape is (n_y, n_x), a row for each output.")
def w_turned(W1, b1, W2, b2):
    return (W2 @ W1).T, W2 @ b1 + b2


@collapse.mistake("The two results have changed places: first W, then b.")
def b_first(W1, b1, W2, b2):
    return W2 @ b1 + b2, W2 @ W1


@collapse.mistake("Only W comes back. b is the second result.")
def w_only(W1, b1, W2, b2):
    return W2 @ W1


@collapse.mistake("b has one dimension, (n_y,). A column is asked: (n_y, 1).")
def b_flat(W1, b1, W2, b2):
    return W2 @ W1, (W2 @ b1 + b2).ravel()


@collapse.mistake("A tanh has got in between. The two layers here are linear, which is why they collapse.")
def with_tanh(W1, b1, W2, b2):
    return W2 @ np.tanh(W1), W2 @ np.tanh(b1) + b2


@collapse.mistake("b2 is taken away. What the second layer adds stays added.")
def second_bias_subtracted(W1, b1, W2, b2):
    return W2 @ W1, W2 @ b1 - b2


@collapse.mistake("b has got into W. W is what multiplies x, b what is left where x is 0.")
def bias_in_the_weights(W1, b1, W2, b2):
    return W2 @ (W1 + b1) + b2, W2 @ b1 + b2


@collapse.mistake("The two come back in a dict. Two results are asked, one after the other: W, then b.")
def layer_in_a_dict(W1, b1, W2, b2):
    return {"W": W2 @ W1, "b": W2 @ b1 + b2}


@collapse.mistake("b is W2 b1 times b2 here. Behind W2 b1 a plus stands: b2 is added.")
def second_bias_multiplied(W1, b1, W2, b2):
    return W2 @ W1, (W2 @ b1) * b2


@collapse.mistake("b1 is added up without its weights. Each bias is heard with its weight in W2: W2 @ b1.")
def first_biases_summed(W1, b1, W2, b2):
    return W2 @ W1, b1.sum() + b2


@collapse.mistake("b adds up all of W2 b1, so every output gets the same. W2 @ b1 is a column with a number for each.")
def one_sum_of_biases(W1, b1, W2, b2):
    return W2 @ W1, np.sum(W2 * b1.T) + b2


@collapse.mistake(
    "W is right, and in b the star multiplies entry by entry. b1 passes through the second layer by the matrix "
    "product, too: W2 @ b1."
)
def bias_by_star(W1, b1, W2, b2):
    return W2 @ W1, W2 * b1 + b2


@collapse.mistake(
    "The biases go the wrong way: b2 is sent through the first layer. It is b1 that passes through the second one, W2 "
    "@ b1, and b2 is added."
)
def biases_exchanged(W1, b1, W2, b2):
    return W2 @ W1, W1 @ b2 + b1


@collapse.variant
def collapse_by_dot(W1, b1, W2, b2):
    return np.dot(W2, W1), np.dot(W2, b1) + b2


@collapse.variant
def collapse_by_einsum(W1, b1, W2, b2):
    return [np.einsum("ij,jk->ik", W2, W1), np.add(b2, np.einsum("ij,jk->ik", W2, b1))]


@collapse.variant
def by_trying_it(W1, b1, W2, b2):
    def both(X):
        return W2 @ (W1 @ X + b1) + b2

    b = both(np.zeros((W1.shape[1], 1)))
    return both(np.eye(W1.shape[1])) - b, b


@collapse.variant
def collapse_by_loops(W1, b1, W2, b2):
    W, b = np.zeros((len(W2), W1.shape[1])), np.array(b2, dtype=float)
    for i in range(len(W2)):
        for j in range(len(W1)):
            W[i] += W2[i, j] * W1[j]
            b[i] += W2[i, j] * b1[j]
    return W, b


initialize = Exercise("w3-initialize")


def _weights(n_x, n_h, n_y, rng):
    return {"W1": Draws((n_h, n_x), 0.0, 0.01), "W2": Draws((n_y, n_h), 0.0, 0.01)}


def _start(n_x, n_h, n_y, rng):
    return _weights(n_x, n_h, n_y, rng) | {"b1": np.zeros((n_h, 1)), "b2": np.zeros((n_y, 1))}


def _drawn(scale_1=0.01, scale_2=None, mean=0.0):
    """For `gives=`: weights with another spread or mean."""

    def gives(n_x, n_h, n_y, rng):
        one, two = (scale(n) if callable(scale) else scale for scale, n in ((scale_1, n_x), (scale_2 or scale_1, n_h)))
        weights = {"W1": Draws((n_h, n_x), mean, one), "W2": Draws((n_y, n_h), mean, two)}
        return _start(n_x, n_h, n_y, rng) | weights

    return gives


@initialize.part("the weights: small, random, about 0", expected=_weights)
def _(rng):
    yield 30, 25, 20, Seeded(int(rng.integers(1000)))
    yield 40, 32, 24, Seeded(int(rng.integers(1000)))


@initialize.part("all four, their shapes, the biases zero", expected=_start, whole=True)
def _(rng):
    for n_x, n_h, n_y in ((2, 45, 1), (20, 3, 17), (5, 50, 40), (3, 60, 45)):  # enough weights to judge them by
        yield n_x, n_h, n_y, Seeded(int(rng.integers(1000)))


@initialize.mistake(
    "The weights have a standard deviation of about 1, a hundred times too large: tanh would be flat for most of them. "
    "The factor 0.01 is missing, or it stands where `normal` takes the mean.",
    gives=_drawn(1.0),
)
def not_small(n_x, n_h, n_y, rng):
    W1, W2 = rng.normal(size=(n_h, n_x)), rng.normal(size=(n_y, n_h))
    return {"W1": W1, "b1": np.zeros((n_h, 1)), "W2": W2, "b2": np.zeros((n_y, 1))}


@initialize.mistake(
    "The weights have a standard deviation of about 0.1, ten times too large. 0.01 is the standard deviation, not its "
    "square.",
    gives=_drawn(0.1),
)
def ten_times_too_large(n_x, n_h, n_y, rng):
    W1, W2 = 0.1 * rng.normal(size=(n_h, n_x)), 0.1 * rng.normal(size=(n_y, n_h))
    return {"W1": W1, "b1": np.zeros((n_h, 1)), "W2": W2, "b2": np.zeros((n_y, 1))}


@initialize.mistake(
    "The weights have a standard deviation of about 0.0001: they are made small twice.",
    gives=_drawn(0.0001),
)
def small_twice(n_x, n_h, n_y, rng):
    W1, W2 = 0.01 * rng.normal(0, 0.01, size=(n_h, n_x)), 0.01 * rng.normal(0, 0.01, size=(n_y, n_h))
    return {"W1": W1, "b1": np.zeros((n_h, 1)), "W2": W2, "b2": np.zeros((n_y, 1))}


@initialize.mistake(
    "The weights have a standard deviation of about 0.001, ten times too small. 0.01 is asked.", gives=_drawn(0.001)
)
def ten_times_too_small(n_x, n_h, n_y, rng):
    W1, W2 = 0.001 * rng.normal(size=(n_h, n_x)), 0.001 * rng.normal(size=(n_y, n_h))
    return {"W1": W1, "b1": np.zeros((n_h, 1)), "W2": W2, "b2": np.zeros((n_y, 1))}


@initialize.mistake(
    "All weights are positive: `random` and `rand` draw evenly from 0 to 1. A normal distribution about 0 is asked.",
    gives=_drawn(0.01 / 12**0.5, mean=0.005),
)
def never_negative(n_x, n_h, n_y, rng):
    W1, W2 = 0.01 * rng.random((n_h, n_x)), 0.01 * rng.random((n_y, n_h))
    return {"W1": W1, "b1": np.zeros((n_h, 1)), "W2": W2, "b2": np.zeros((n_y, 1))}


@initialize.mistake(
    "The weights are between 0 and 1, all positive, and not small. A normal distribution about 0 is asked, times 0.01.",
    gives=_drawn(1 / 12**0.5, mean=0.5),
)
def between_zero_and_one(n_x, n_h, n_y, rng):
    W1, W2 = rng.random((n_h, n_x)), rng.random((n_y, n_h))
    return {"W1": W1, "b1": np.zeros((n_h, 1)), "W2": W2, "b2": np.zeros((n_y, 1))}


@initialize.mistake(
    "The weights are spread evenly between -0.01 and 0.01, which makes a standard deviation of 0.0058. A normal "
    "distribution with 0.01 is asked.",
    gives=_drawn(0.01 / 3**0.5),
)
def evenly_about_zero(n_x, n_h, n_y, rng):
    W1, W2 = rng.uniform(-0.01, 0.01, size=(n_h, n_x)), rng.uniform(-0.01, 0.01, size=(n_y, n_h))
    return {"W1": W1, "b1": np.zeros((n_h, 1)), "W2": W2, "b2": np.zeros((n_y, 1))}


@initialize.mistake(
    "All weights are 0. Then all hidden units do the same, get the same gradient, and stay alike for ever."
)
def zero_weights(n_x, n_h, n_y, rng):
    return {"W1": np.zeros((n_h, n_x)), "b1": np.zeros((n_h, 1)), "W2": np.zeros((n_y, n_h)), "b2": np.zeros((n_y, 1))}


@initialize.mistake(
    "All weights are 0.01. Equal weights keep all hidden units alike for ever; they have to differ at random."
)
def equal_weights(n_x, n_h, n_y, rng):
    W1, W2 = np.full((n_h, n_x), 0.01), np.full((n_y, n_h), 0.01)
    return {"W1": W1, "b1": np.zeros((n_h, 1)), "W2": W2, "b2": np.zeros((n_y, 1))}


@initialize.mistake(
    "W1 and W2 stand on their side. A row of W is a unit of its own layer: W1 is (n_h, n_x), W2 (n_y, n_h).",
    gives=lambda n_x, n_h, n_y, rng: (
        _start(n_x, n_h, n_y, rng) | {"W1": Draws((n_x, n_h), 0.0, 0.01), "W2": Draws((n_h, n_y), 0.0, 0.01)}
    ),
)
def shapes_turned(n_x, n_h, n_y, rng):
    W1, W2 = 0.01 * rng.normal(size=(n_x, n_h)), 0.01 * rng.normal(size=(n_h, n_y))
    return {"W1": W1, "b1": np.zeros((n_h, 1)), "W2": W2, "b2": np.zeros((n_y, 1))}


@initialize.mistake(
    "The biases are random. Zeros are enough for them: the random weights make the units differ already.",
    gives=lambda n_x, n_h, n_y, rng: (
        _start(n_x, n_h, n_y, rng) | {"b1": Draws((n_h, 1), 0.0, 0.01), "b2": Draws((n_y, 1), 0.0, 0.01)}
    ),
    where=lambda n_x, n_h, n_y, rng: min(n_h, n_y) > 15,
)
def random_biases(n_x, n_h, n_y, rng):
    W1, W2 = 0.01 * rng.normal(size=(n_h, n_x)), 0.01 * rng.normal(size=(n_y, n_h))
    return {"W1": W1, "b1": 0.01 * rng.normal(size=(n_h, 1)), "W2": W2, "b2": 0.01 * rng.normal(size=(n_y, 1))}


@initialize.mistake(
    "The biases are random, and large beside the weights: their standard deviation is about 1. Zeros are enough for "
    "them.",
    gives=lambda n_x, n_h, n_y, rng: (
        _start(n_x, n_h, n_y, rng) | {"b1": Draws((n_h, 1), 0.0, 1.0), "b2": Draws((n_y, 1), 0.0, 1.0)}
    ),
    where=lambda n_x, n_h, n_y, rng: min(n_h, n_y) > 15,
)
def large_random_biases(n_x, n_h, n_y, rng):
    W1, W2 = 0.01 * rng.normal(size=(n_h, n_x)), 0.01 * rng.normal(size=(n_y, n_h))
    return {"W1": W1, "b1": rng.normal(size=(n_h, 1)), "W2": W2, "b2": rng.normal(size=(n_y, 1))}


@initialize.mistake(
    "The biases have one dimension, (n_h,) and (n_y,). Columns are asked, with two: (n_h, 1), (n_y, 1).",
    gives=lambda n_x, n_h, n_y, rng: _start(n_x, n_h, n_y, rng) | {"b1": np.zeros(n_h), "b2": np.zeros(n_y)},
)
def biases_flat(n_x, n_h, n_y, rng):
    W1, W2 = 0.01 * rng.normal(size=(n_h, n_x)), 0.01 * rng.normal(size=(n_y, n_h))
    return {"W1": W1, "b1": np.zeros(n_h), "W2": W2, "b2": np.zeros(n_y)}


@initialize.mistake(
    "The biases lie on their side. There is one for each row of W, so they are columns: (n_h, 1), (n_y, 1).",
    gives=lambda n_x, n_h, n_y, rng: _start(n_x, n_h, n_y, rng) | {"b1": np.zeros((1, n_h)), "b2": np.zeros((1, n_y))},
)
def biases_as_rows(n_x, n_h, n_y, rng):
    W1, W2 = 0.01 * rng.normal(size=(n_h, n_x)), 0.01 * rng.normal(size=(n_y, n_h))
    return {"W1": W1, "b1": np.zeros((1, n_h)), "W2": W2, "b2": np.zeros((1, n_y))}


@initialize.mistake(
    "The biases are single numbers, 0. Arrays are asked: (n_h, 1) and (n_y, 1), one bias for each unit.",
    gives=lambda n_x, n_h, n_y, rng: _start(n_x, n_h, n_y, rng) | {"b1": 0, "b2": 0},
)
def biases_as_numbers(n_x, n_h, n_y, rng):
    W1, W2 = 0.01 * rng.normal(size=(n_h, n_x)), 0.01 * rng.normal(size=(n_y, n_h))
    return {"W1": W1, "b1": 0, "W2": W2, "b2": 0}


@initialize.mistake(
    "The biases are ones. They start at zero.",
    gives=lambda n_x, n_h, n_y, rng: _start(n_x, n_h, n_y, rng) | {"b1": np.ones((n_h, 1)), "b2": np.ones((n_y, 1))},
)
def biases_of_one(n_x, n_h, n_y, rng):
    W1, W2 = 0.01 * rng.normal(size=(n_h, n_x)), 0.01 * rng.normal(size=(n_y, n_h))
    return {"W1": W1, "b1": np.ones((n_h, 1)), "W2": W2, "b2": np.ones((n_y, 1))}


@initialize.mistake(
    "The parameters come back one after the other. A dict is asked, with the keys 'W1', 'b1', 'W2' and 'b2'.",
    gives=lambda n_x, n_h, n_y, rng: tuple(_start(n_x, n_h, n_y, rng)[name] for name in ("W1", "b1", "W2", "b2")),
)
def parameters_as_a_tuple(n_x, n_h, n_y, rng):
    W1, W2 = 0.01 * rng.normal(size=(n_h, n_x)), 0.01 * rng.normal(size=(n_y, n_h))
    return W1, np.zeros((n_h, 1)), W2, np.zeros((n_y, 1))


@initialize.mistake(
    "The weights shrink with the number of inputs, 1 / sqrt(n). That is for deep networks; here it is 0.01 for all.",
    gives=_drawn(lambda n: n**-0.5),
)
def scaled_by_the_inputs(n_x, n_h, n_y, rng):
    W1, W2 = rng.normal(size=(n_h, n_x)) / np.sqrt(n_x), rng.normal(size=(n_y, n_h)) / np.sqrt(n_h)
    return {"W1": W1, "b1": np.zeros((n_h, 1)), "W2": W2, "b2": np.zeros((n_y, 1))}


@initialize.mistake(
    "The weights shrink with the number of inputs, sqrt(2 / n). That is for deep networks; here it is 0.01 for all.",
    gives=_drawn(lambda n: (2 / n) ** 0.5),
)
def scaled_for_relu(n_x, n_h, n_y, rng):
    W1, W2 = rng.normal(size=(n_h, n_x)) * np.sqrt(2 / n_x), rng.normal(size=(n_y, n_h)) * np.sqrt(2 / n_h)
    return {"W1": W1, "b1": np.zeros((n_h, 1)), "W2": W2, "b2": np.zeros((n_y, 1))}


@initialize.mistake(
    "W2 is not small: the factor 0.01 belongs to both weight matrices, and here only W1 has it.",
    gives=_drawn(0.01, 1.0),
)
def second_not_small(n_x, n_h, n_y, rng):
    W1, W2 = 0.01 * rng.normal(size=(n_h, n_x)), rng.normal(size=(n_y, n_h))
    return {"W1": W1, "b1": np.zeros((n_h, 1)), "W2": W2, "b2": np.zeros((n_y, 1))}


@initialize.mistake(
    "A shape is one argument, a tuple: rng.standard_normal((n_h, n_x)), with two pairs of brackets, and "
    "np.zeros((n_h, 1)) as well."
)
def one_pair_of_brackets(n_x, n_h, n_y, rng):
    return {"W1": rng.standard_normal(n_h, n_x) * 0.01}


@initialize.mistake("rng is no function: it is a generator, with functions in it, such as rng.standard_normal.")
def generator_called(n_x, n_h, n_y, rng):
    return {"W1": rng((n_h, n_x)) * 0.01}


@initialize.mistake(
    "W2 is (n_y, n_x) here. The output layer looks at the hidden units: (n_y, n_h).",
    gives=lambda n_x, n_h, n_y, rng: _start(n_x, n_h, n_y, rng) | {"W2": Draws((n_y, n_x), 0.0, 0.01)},
)
def output_sees_x(n_x, n_h, n_y, rng):
    W1, W2 = rng.normal(0, 0.01, (n_h, n_x)), rng.normal(0, 0.01, (n_y, n_x))
    return {"W1": W1, "b1": np.zeros((n_h, 1)), "W2": W2, "b2": np.zeros((n_y, 1))}


@initialize.mistake(
    "There is one output unit here, whatever n_y is: W2 is (n_y, n_h), b2 (n_y, 1).",
    gives=lambda n_x, n_h, n_y, rng: _start(n_x, n_h, 1, rng),
)
def always_one_output_unit(n_x, n_h, n_y, rng):
    W1, W2 = rng.normal(0, 0.01, (n_h, n_x)), rng.normal(0, 0.01, (1, n_h))
    return {"W1": W1, "b1": np.zeros((n_h, 1)), "W2": W2, "b2": np.zeros((1, 1))}


@initialize.mistake(
    "W1 stands on its side. A row of it is a hidden unit: (n_h, n_x).",
    gives=lambda n_x, n_h, n_y, rng: _start(n_x, n_h, n_y, rng) | {"W1": Draws((n_x, n_h), 0.0, 0.01)},
)
def w1_turned(n_x, n_h, n_y, rng):
    W1, W2 = rng.normal(0, 0.01, (n_x, n_h)), rng.normal(0, 0.01, (n_y, n_h))
    return {"W1": W1, "b1": np.zeros((n_h, 1)), "W2": W2, "b2": np.zeros((n_y, 1))}


@initialize.variant
def by_normal(n_x, n_h, n_y, rng):
    W1, W2 = rng.normal(0, 0.01, (n_h, n_x)), rng.normal(loc=0.0, scale=0.01, size=(n_y, n_h))
    return {"b1": np.zeros((n_h, 1)), "b2": np.zeros((n_y, 1)), "W1": W1, "W2": W2}


@initialize.variant
def by_the_old_generator(n_x, n_h, n_y, rng):
    np.random.seed(2)
    W1, W2 = np.random.randn(n_h, n_x) * 0.01, np.random.randn(n_y, n_h) * 0.01
    b1, b2 = np.zeros(shape=(n_h, 1)), np.zeros(shape=(n_y, 1))
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2, "n_h": n_h}


@initialize.variant
def one_by_one(n_x, n_h, n_y, rng):
    return {
        "W1": np.array([[rng.normal() * 0.01 for _ in range(n_x)] for _ in range(n_h)]),
        "b1": [[0] for _ in range(n_h)],
        "W2": rng.standard_normal(n_y * n_h).reshape(n_y, n_h) / 100,
        "b2": np.zeros((n_y, 1), dtype=int),
    }
