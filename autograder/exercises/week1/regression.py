"""Logistic regression."""

from functools import partial

import numpy as np

from autograder.exercises.drawing import examples
from autograder.spec import Exercise

one_example = Exercise("w1-one-example")


@one_example.part("the four derivatives")
def _(rng):
    yield 0.5, -0.25, 0.1, 2.0, 3.0, 1.0
    yield 0.5, -0.25, 0.1, 2.0, 3.0, 0.0
    yield -0.4, 0.3, 0.7, -1.5, 0.8, 0.0
    for y in (0.0, 1.0):
        yield *rng.uniform(-0.8, 0.8, size=3), *rng.uniform((1.2, -3), (2, -2.2)), y


@one_example.mistake(
    "dz has the wrong sign: it is the prediction minus the label. With y = 1 and a = 0.6 it is negative, so "
    "that a step against it raises z."
)
def label_minus_prediction(w1, w2, b, x1, x2, y):
    dz = y - 1 / (1 + np.exp(-(w1 * x1 + w2 * x2 + b)))
    return {"dz": dz, "dw1": x1 * dz, "dw2": x2 * dz, "db": dz}


@one_example.mistake(
    "z is used where a belongs: the sigmoid is missing. A prediction is a probability, so dz lies between -1 and 1."
)
def no_sigmoid(w1, w2, b, x1, x2, y):
    dz = w1 * x1 + w2 * x2 + b - y
    return {"dz": dz, "dw1": x1 * dz, "dw2": x2 * dz, "db": dz}


@one_example.mistake(
    "The factor a (1 - a) belongs to the squared error. With the log loss it cancels: what is left of dz "
    "has no such factor."
)
def slope_of_the_squared_error(w1, w2, b, x1, x2, y):
    a = 1 / (1 + np.exp(-(w1 * x1 + w2 * x2 + b)))
    dz = (a - y) * a * (1 - a)
    return {"dz": dz, "dw1": x1 * dz, "dw2": x2 * dz, "db": dz}


@one_example.mistake("This is the derivative with respect to a. One more step back, through the sigmoid, leads to dz.")
def stopped_at_da(w1, w2, b, x1, x2, y):
    a = 1 / (1 + np.exp(-(w1 * x1 + w2 * x2 + b)))
    dz = -y / a + (1 - y) / (1 - a)
    return {"dz": dz, "dw1": x1 * dz, "dw2": x2 * dz, "db": dz}


@one_example.mistake("b is missing in z, so the prediction is another one from the start.")
def z_without_b(w1, w2, b, x1, x2, y):
    dz = 1 / (1 + np.exp(-(w1 * x1 + w2 * x2))) - y
    return {"dz": dz, "dw1": x1 * dz, "dw2": x2 * dz, "db": dz}


@one_example.mistake("dz is the prediction alone: the label never enters, and nothing can be learned.")
def label_forgotten(w1, w2, b, x1, x2, y):
    dz = 1 / (1 + np.exp(-(w1 * x1 + w2 * x2 + b)))
    return {"dz": dz, "dw1": x1 * dz, "dw2": x2 * dz, "db": dz}


@one_example.mistake("dw1 and dw2 are not yet multiplied by their inputs. When w1 grows by 1, z grows by x1.")
def inputs_forgotten(w1, w2, b, x1, x2, y):
    dz = 1 / (1 + np.exp(-(w1 * x1 + w2 * x2 + b))) - y
    return {"dz": dz, "dw1": dz, "dw2": dz, "db": dz}


@one_example.mistake("The inputs are exchanged: w1 is the weight of x1, so dw1 goes with x1.")
def inputs_exchanged(w1, w2, b, x1, x2, y):
    dz = 1 / (1 + np.exp(-(w1 * x1 + w2 * x2 + b))) - y
    return {"dz": dz, "dw1": x2 * dz, "dw2": x1 * dz, "db": dz}


@one_example.mistake(
    "dw1 and dw2 are dz times the weight itself. When w1 grows by 1, z grows by what w1 is multiplied with."
)
def parameters_for_inputs(w1, w2, b, x1, x2, y):
    dz = 1 / (1 + np.exp(-(w1 * x1 + w2 * x2 + b))) - y
    return {"dz": dz, "dw1": w1 * dz, "dw2": w2 * dz, "db": dz}


@one_example.mistake("db is dz times b itself. When b grows by 1, z grows by 1, wherever b is.")
def db_times_b(w1, w2, b, x1, x2, y):
    dz = 1 / (1 + np.exp(-(w1 * x1 + w2 * x2 + b))) - y
    return {"dz": dz, "dw1": x1 * dz, "dw2": x2 * dz, "db": b * dz}


@one_example.mistake("b is subtracted in z, so the prediction is another one from the start. It is added.")
def z_minus_b(w1, w2, b, x1, x2, y):
    dz = 1 / (1 + np.exp(-(w1 * x1 + w2 * x2 - b))) - y
    return {"dz": dz, "dw1": x1 * dz, "dw2": x2 * dz, "db": dz}


@one_example.mistake(
    "dz is right, but dw1 and dw2 pass the sigmoid a second time: their factor a (1 - a) is in dz already, where it "
    "has cancelled."
)
def sigmoid_passed_twice(w1, w2, b, x1, x2, y):
    a = 1 / (1 + np.exp(-(w1 * x1 + w2 * x2 + b)))
    dz = a - y
    return {"dz": dz, "dw1": x1 * dz * a * (1 - a), "dw2": x2 * dz * a * (1 - a), "db": dz}


@one_example.mistake(
    "dw1 and dw2 are the inputs alone: that is how z changes with the weights. How the loss changes with z, dz, is "
    "still to be multiplied in."
)
def dz_forgotten(w1, w2, b, x1, x2, y):
    dz = 1 / (1 + np.exp(-(w1 * x1 + w2 * x2 + b))) - y
    return {"dz": dz, "dw1": x1, "dw2": x2, "db": dz}


@one_example.mistake("dz holds the loss itself. It stands for the slope of the loss, how fast the loss changes with z.")
def loss_for_its_slope(w1, w2, b, x1, x2, y):
    a = 1 / (1 + np.exp(-(w1 * x1 + w2 * x2 + b)))
    dz = -(y * np.log(a) + (1 - y) * np.log(1 - a))
    return {"dz": dz, "dw1": x1 * dz, "dw2": x2 * dz, "db": dz}


@one_example.mistake("dz has lost its sign. Where the label is 1 the prediction is too small, and dz is negative.")
def sign_of_dz_lost(w1, w2, b, x1, x2, y):
    dz = abs(1 / (1 + np.exp(-(w1 * x1 + w2 * x2 + b))) - y)
    return {"dz": dz, "dw1": x1 * dz, "dw2": x2 * dz, "db": dz}


@one_example.mistake(
    "The prediction is already a decision here, 0 or 1. The slope needs the probability, which says how sure it was."
)
def decision_for_probability(w1, w2, b, x1, x2, y):
    dz = (1 if w1 * x1 + w2 * x2 + b > 0 else 0) - y
    return {"dz": dz, "dw1": x1 * dz, "dw2": x2 * dz, "db": dz}


@one_example.mistake("Everything is half as large as it should be. The log loss has no factor 1/2.")
def halved_slopes(w1, w2, b, x1, x2, y):
    dz = (1 / (1 + np.exp(-(w1 * x1 + w2 * x2 + b))) - y) / 2
    return {"dz": dz, "dw1": x1 * dz, "dw2": x2 * dz, "db": dz}


@one_example.mistake("This is right where the label is 1 only: 1 is subtracted from a, and the label should be.")
def label_always_one(w1, w2, b, x1, x2, y):
    dz = 1 / (1 + np.exp(-(w1 * x1 + w2 * x2 + b))) - 1
    return {"dz": dz, "dw1": x1 * dz, "dw2": x2 * dz, "db": dz}


@one_example.mistake("Both weights meet x1 in z. w2 is the weight of x2.")
def first_input_twice(w1, w2, b, x1, x2, y):
    dz = 1 / (1 + np.exp(-(w1 * x1 + w2 * x1 + b))) - y
    return {"dz": dz, "dw1": x1 * dz, "dw2": x2 * dz, "db": dz}


@one_example.mistake("The exponent of the sigmoid has the wrong sign, so the prediction is 1 - a in place of a.")
def falling_sigmoid(w1, w2, b, x1, x2, y):
    dz = 1 / (1 + np.exp(w1 * x1 + w2 * x2 + b)) - y
    return {"dz": dz, "dw1": x1 * dz, "dw2": x2 * dz, "db": dz}


@one_example.mistake(
    "db is 1 here, which is how z changes with b. It still has to be multiplied by how the loss changes "
    "with z, as dw1 and dw2 are."
)
def db_is_one(w1, w2, b, x1, x2, y):
    dz = 1 / (1 + np.exp(-(w1 * x1 + w2 * x2 + b))) - y
    return {"dz": dz, "dw1": x1 * dz, "dw2": x2 * dz, "db": 1.0}


@one_example.mistake(
    "This is the slope of the sigmoid, da/dz. dz stands for the slope of the loss: da/dz times how the loss "
    "changes with a."
)
def slope_of_the_sigmoid(w1, w2, b, x1, x2, y):
    a = 1 / (1 + np.exp(-(w1 * x1 + w2 * x2 + b)))
    dz = a * (1 - a)
    return {"dz": dz, "dw1": x1 * dz, "dw2": x2 * dz, "db": dz}


@one_example.variant
def one_example_with_math(w1, w2, b, x1, x2, y):
    import math

    a = 1 / (1 + math.exp(-(w1 * x1 + w2 * x2 + b)))
    return {"db": a - y, "dw2": (a - y) * x2, "dw1": (a - y) * x1, "dz": a - y}


@one_example.variant
def as_columns(w1, w2, b, x1, x2, y):
    w, x = np.array([[w1], [w2]]), np.array([[x1], [x2]])
    dz = 1 / (1 + np.exp(-(w.T @ x + b))) - y
    dw = x @ dz.T
    return {"dz": dz, "dw1": dw[0], "dw2": dw[1], "db": np.sum(dz)}


@one_example.variant
def link_by_link(w1, w2, b, x1, x2, y):
    a = 0.5 * (1 + np.tanh((np.dot([w1, w2], [x1, x2]) + b) / 2))
    da = -1 / a if y == 1 else 1 / (1 - a)
    dz = da * a * (1 - a)
    return {"a": a, "da": da, "dz": dz, "dw1": dz * x1, "dw2": dz * x2, "db": dz}


two_loops = Exercise("w1-two-loops", rtol=1e-3)


def _weights_and_examples(rng, n_x, m):
    return 0.5 * rng.normal(size=(n_x, 1)), rng.uniform(0.3, 0.8), *examples(rng, n_x, m)


@two_loops.part("two features")
def _(rng):
    X, Y = np.array([[1.0, -2.0, 3.0], [4.0, 0.5, -1.0]]), np.array([[1, 0, 1]])
    yield np.array([[0.5], [-0.3]]), 0.2, X, Y
    for m in (5, 7):
        yield _weights_and_examples(rng, 2, m)


@two_loops.part("any number of features")
def _(rng):
    for n_x, m in ((3, 5), (4, 7), (5, 3), (1, 6), (3, 1)):
        yield _weights_and_examples(rng, n_x, m)
    # Whole numbers: an array made like X has no room for fractions.
    yield np.array([[0.3], [-0.2], [0.1]]), 0.4, np.array([[2, -1], [1, 3], [-4, 2]]), np.array([[1, 0]])


def _from_scores(Z, X, Y):
    A = 1 / (1 + np.exp(-Z))
    J = -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    return X @ (A - Y).T / Y.size, np.mean(A - Y), J


two_loops_for_three = partial(two_loops.mistake, where=lambda w, b, X, Y: len(X) > 2)


@two_loops.mistake("The sums are never divided by m. With twice the examples every derivative would be twice as large.")
def never_divided(w, b, X, Y):
    A = 1 / (1 + np.exp(-(w.T @ X + b)))
    J = -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    return X @ (A - Y).T, np.sum(A - Y), J


@two_loops.mistake("The sums are divided by m twice. Once, after both loops, is enough.")
def divided_twice_by_m(w, b, X, Y):
    A = 1 / (1 + np.exp(-(w.T @ X + b)))
    J = -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    return X @ (A - Y).T / Y.size**2, np.mean(A - Y) / Y.size, J / Y.size


@two_loops.mistake(
    "The division by m stands inside the loop over the examples, so the first ones are divided again and "
    "again. It belongs after the loop."
)
def divided_inside_the_loop(w, b, X, Y):
    dw, db, J, m = np.zeros(w.shape), 0.0, 0.0, X.shape[1]
    for x, y in zip(X.T, Y[0], strict=True):
        a = 1 / (1 + np.exp(-(x @ w[:, 0] + b)))
        dw, db = (dw + (x * (a - y)).reshape(-1, 1)) / m, (db + a - y) / m
        J = (J - y * np.log(a) - (1 - y) * np.log(1 - a)) / m
    return dw, db, J


@two_loops.mistake("The sums are divided by the number of features, X.shape[0]. Examples are columns: m is X.shape[1].")
def divided_by_features(w, b, X, Y):
    A = 1 / (1 + np.exp(-(w.T @ X + b)))
    J = -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    return X @ (A - Y).T / len(X), np.sum(A - Y) / len(X), J / len(X)


@two_loops.mistake(
    "Only the last example is left: each turn of the loop overwrites what the turns before it found. Add to "
    "the sums (+=)."
)
def last_example_only(w, b, X, Y):
    A, m = 1 / (1 + np.exp(-(w.T @ X + b))), X.shape[1]
    J = -(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    return X[:, -1:] * (A - Y)[0, -1] / m, (A - Y)[0, -1] / m, J[0, -1] / m


@two_loops.mistake("The first example is never visited: Python counts from 0, and range(1, m) begins with the second.")
def first_example_skipped(w, b, X, Y):
    A, m = 1 / (1 + np.exp(-(w.T @ X + b))), X.shape[1]
    J = -(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    return X[:, 1:] @ (A - Y)[:, 1:].T / m, np.sum((A - Y)[:, 1:]) / m, np.sum(J[:, 1:]) / m


@two_loops.mistake("The last example is never visited: range(m - 1) ends before it.")
def last_example_skipped(w, b, X, Y):
    A, m = 1 / (1 + np.exp(-(w.T @ X + b))), X.shape[1]
    J = -(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    return X[:, :-1] @ (A - Y)[:, :-1].T / m, np.sum((A - Y)[:, :-1]) / m, np.sum(J[:, :-1]) / m


@two_loops.mistake(
    "Too much stands inside the loop over the features: db and J grow once for every feature, where an "
    "example has one dz and one loss. Only dw belongs there."
)
def counted_for_every_feature(w, b, X, Y):
    A, n_x = 1 / (1 + np.exp(-(w.T @ X + b))), X.shape[0]
    J = -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    return X @ (A - Y).T / Y.size, n_x * np.mean(A - Y), n_x * J


@two_loops.mistake("dw and db have the wrong sign: dz is the prediction minus the label. Gradient descent would climb.")
def label_minus_predictions(w, b, X, Y):
    A = 1 / (1 + np.exp(-(w.T @ X + b)))
    J = -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    return X @ (Y - A).T / Y.size, np.mean(Y - A), J


@two_loops.mistake(
    "J is negative: the loss of each example carries a minus sign, or is subtracted where it should be added."
)
def negative_cost(w, b, X, Y):
    A = 1 / (1 + np.exp(-(w.T @ X + b)))
    return X @ (A - Y).T / Y.size, np.mean(A - Y), np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))


@two_loops.mistake("b is missing in z, so every prediction is another one from the start.")
def loops_without_b(w, b, X, Y):
    A = 1 / (1 + np.exp(-(w.T @ X)))
    J = -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    return X @ (A - Y).T / Y.size, np.mean(A - Y), J


@two_loops.mistake("dz holds a factor a (1 - a), which belongs to the squared error. With the log loss it cancels.")
def squared_error_slopes(w, b, X, Y):
    A = 1 / (1 + np.exp(-(w.T @ X + b)))
    dZ = (A - Y) * A * (1 - A)
    return X @ dZ.T / Y.size, np.mean(dZ), -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))


@two_loops.mistake(
    "dw has one dimension, shape (n_x,). It has a derivative for each entry of w, so it has w's shape: (n_x, 1)."
)
def dw_of_one_dimension(w, b, X, Y):
    A = 1 / (1 + np.exp(-(w.T @ X + b)))
    J = -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    return (X @ (A - Y).T / Y.size).ravel(), np.mean(A - Y), J


@two_loops.mistake("dw is a row. It has a derivative for each entry of w, so it has w's shape: a column.")
def dw_as_a_row(w, b, X, Y):
    A = 1 / (1 + np.exp(-(w.T @ X + b)))
    J = -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    return (A - Y) @ X.T / Y.size, np.mean(A - Y), J


@two_loops_for_three(
    "This is right for two features and leaves the others out. Let the inner loop run over all rows of X."
)
def two_features_only(w, b, X, Y):
    A = 1 / (1 + np.exp(-(w[:2].T @ X[:2] + b)))
    J = -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    return two_loops.right(w, b, X, Y)[0], np.mean(A - Y), J


@two_loops.mistake(
    "w is a column of shape (n_x, 1). Before it can be multiplied as a matrix with an example, or with all "
    "of X, it has to lie on its side."
)
def column_not_transposed(w, b, X, Y):
    A = 1 / (1 + np.exp(-(np.dot(w, X) + b)))
    J = -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    return X @ (A - Y).T / Y.size, np.mean(A - Y), J


@two_loops.mistake(
    "The errors A - Y are a row. To meet the examples one by one in a product with X, which has them as "
    "columns, the row has to become a column."
)
def errors_not_transposed(w, b, X, Y):
    A = 1 / (1 + np.exp(-(w.T @ X + b)))
    J = -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    return np.dot(X, A - Y) / Y.size, np.mean(A - Y), J


@two_loops.mistake(
    "Often this error means that an array is put into one place of dw: w[j] and np.dot(w.T, X[:, i]) are "
    "arrays of one number, and then so are z, a and dz. Take the number out, as in w[j, 0]."
)
def array_in_one_place(w, b, X, Y):
    raise ValueError("setting an array element with a sequence.")  # to dw[j, 0] += dz; NumPy before 2.4 only warned


@two_loops.mistake(
    "Often this error means that a function of the math module is given an array: w[j] and np.dot(w.T, X[:, "
    "i]) are arrays of one number, and then so is z. Take the number out, as in w[j, 0]."
)
def array_for_math(w, b, X, Y):
    # What math.exp says to an array of one number; before NumPy 2.4 it only warned.
    raise TypeError("only 0-dimensional arrays can be converted to Python scalars")


@two_loops.mistake(
    "The result is returned from inside the loop, after the first example. `return` ends the function: it "
    "belongs behind the loop."
)
def returned_too_early(w, b, X, Y):
    A, m = 1 / (1 + np.exp(-(w.T @ X + b))), X.shape[1]
    J = -(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    return X[:, :1] * (A - Y)[0, 0] / m, (A - Y)[0, 0] / m, J[0, 0] / m


@two_loops.mistake("z is carried over from one example to the next. Each example begins its own sum.")
def z_carried_over(w, b, X, Y):
    A = 1 / (1 + np.exp(-np.cumsum(w.T @ X + b, axis=1)))
    J = -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    return X @ (A - Y).T / Y.size, np.mean(A - Y), J


@two_loops.mistake(
    "z starts at b once, before the loop over the examples, and is never set back. Each example begins anew."
)
def z_never_set_back(w, b, X, Y):
    return _from_scores(np.cumsum(w.T @ X, axis=1) + b, X, Y)


@two_loops.mistake(
    "b stands inside the loop over the features, so z gets it once for each of them. An example has one b."
)
def b_for_every_feature(w, b, X, Y):
    return _from_scores(w.T @ X + len(X) * b, X, Y)


@two_loops.mistake("b is subtracted in z, so every prediction is another one from the start. It is added.")
def loops_minus_b(w, b, X, Y):
    return _from_scores(w.T @ X - b, X, Y)


@two_loops.mistake("The exponent of the sigmoid has the wrong sign, so every prediction is 1 - a in place of a.")
def loops_with_a_falling_sigmoid(w, b, X, Y):
    return _from_scores(-(w.T @ X + b), X, Y)


@two_loops.mistake(
    "The sigmoid is missing: dz is made of the score z, and a prediction is a probability between 0 and 1."
)
def loops_without_sigmoid(w, b, X, Y):
    dZ = w.T @ X + b - Y
    return X @ dZ.T / Y.size, np.mean(dZ), two_loops.right(w, b, X, Y)[2]


@two_loops.mistake("dw is never divided by m. It is a mean over the examples, as db and J are.")
def dw_never_divided(w, b, X, Y):
    dw, db, J = two_loops.right(w, b, X, Y)
    return dw * Y.size, db, J


@two_loops.mistake("db is never divided by m. It is a mean over the examples, as dw and J are.")
def db_never_divided(w, b, X, Y):
    dw, db, J = two_loops.right(w, b, X, Y)
    return dw, db * Y.size, J


@two_loops.mistake("J is never divided by m. It is a mean over the examples, as dw and db are.")
def J_never_divided(w, b, X, Y):
    dw, db, J = two_loops.right(w, b, X, Y)
    return dw, db, J * Y.size


@two_loops.mistake(
    "db stands inside the loop over the features, so it grows once for each of them. An example has one dz."
)
def db_for_every_feature(w, b, X, Y):
    dw, db, J = two_loops.right(w, b, X, Y)
    return dw, len(X) * db, J


@two_loops.mistake(
    "The loss stands inside the loop over the features, so J grows once for each of them. An example has one loss."
)
def J_for_every_feature(w, b, X, Y):
    dw, db, J = two_loops.right(w, b, X, Y)
    return dw, db, len(X) * J


@two_loops.mistake(
    "In dw only the last example is left: each turn of the loop overwrites what the turns before it found. Add to it "
    "(+=)."
)
def dw_overwritten(w, b, X, Y):
    dz = 1 / (1 + np.exp(-(w.T @ X[:, -1:] + b))) - Y[:, -1:]
    return X[:, -1:] * dz / Y.size, *two_loops.right(w, b, X, Y)[1:]


@two_loops.mistake("dw is dz times the weights. When w grows by 1, z grows by what w is multiplied with: the input.")
def weights_for_inputs(w, b, X, Y):
    _, db, J = two_loops.right(w, b, X, Y)
    return w * db, db, J


@two_loops.mistake("dw is not multiplied by the inputs: all its entries are the same. When w grows by 1, z grows by x.")
def inputs_left_out(w, b, X, Y):
    dw, db, J = two_loops.right(w, b, X, Y)
    return db * np.ones(dw.shape), db, J


@two_loops.mistake("J is the mean of the squared errors. The mean of the log losses is asked.")
def squared_errors_for_J(w, b, X, Y):
    dw, db, _ = two_loops.right(w, b, X, Y)
    return dw, db, np.mean((1 / (1 + np.exp(-(w.T @ X + b))) - Y) ** 2)


@two_loops.mistake("The results come back in the wrong order: dw is asked first, then db, then J.")
def J_first(w, b, X, Y):
    dw, db, J = two_loops.right(w, b, X, Y)
    return J, dw, db


@two_loops.mistake("The results come back in the wrong order: dw is asked before db.")
def db_first(w, b, X, Y):
    dw, db, J = two_loops.right(w, b, X, Y)
    return db, dw, J


@two_loops.mistake(
    "Often this error means that rows and columns of X are exchanged: feature j of example i stands in row j and "
    "column i, and X.shape gives n_x, then m. Or a loop runs one too far: the m columns are counted from 0."
)
def rows_and_columns_exchanged(w, b, X, Y):
    m, n_x = X.shape
    dw, db, J = np.zeros((n_x, 1)), 0.0, 0.0
    for i in range(m):
        z = b + sum(w[j, 0] * X[j, i] for j in range(n_x))
        dz = 1 / (1 + np.exp(-z)) - Y[0, i]
        dw, db, J = dw + dz, db + dz, J + dz
    return dw / m, db / m, J / m


@two_loops.mistake(
    "w * X multiplies row by row and doesn't add up, so there is a score for each feature and example. An example has "
    "one score, the sum."
)
def scores_not_added(w, b, X, Y):
    return _from_scores(w * X + b, X, Y)


@two_loops.mistake(
    "dw is made like X, and where X holds whole numbers dw has no room for fractions: they are cut off at every step."
)
def dw_made_like_X(w, b, X, Y):
    dZ = 1 / (1 + np.exp(-(w.T @ X + b))) - Y
    dw = np.zeros_like(X[:, 0])
    for i in range(X.shape[1]):
        for j in range(len(X)):
            dw[j] += X[j, i] * dZ[0, i]
    return dw[:, np.newaxis] / Y.size, *two_loops.right(w, b, X, Y)[1:]


@two_loops.mistake(
    "@ needs w on its side: w is a column of shape (n_x, 1), and its inner size has to be n_x, as that of X is."
)
def column_with_at(w, b, X, Y):
    return _from_scores(w @ X + b, X, Y)


@two_loops.mistake(
    "@ needs the errors A - Y as a column: X has an example in each column, and the products are added over the "
    "examples."
)
def errors_with_at(w, b, X, Y):
    A = 1 / (1 + np.exp(-(np.dot(w.T, X) + b)))
    return X @ (A - Y) / Y.size, *two_loops.right(w, b, X, Y)[1:]


@two_loops.mistake(
    "Python's `if`, `min` and `max` can't decide about a whole row, in which labels differ. Either something here does "
    "that or a function that is called, such as `loss`: go through the examples one by one."
)
def decision_about_all_examples(w, b, X, Y):
    A = 1 / (1 + np.exp(-(w.T @ X + b)))
    dZ, J = (A - 1, -np.log(A)) if Y == 1 else (A, -np.log(1 - A))
    return X @ dZ.T / Y.size, np.mean(dZ), np.mean(J)


@two_loops.variant
def gradient_as_nested_lists(w, b, X, Y):
    from fractions import Fraction

    dw, db, J = two_loops.right(w, b, X, Y)
    return dw.tolist(), Fraction(db), J


@two_loops.variant
def loops_with_math(w, b, X, Y):
    import math

    n_x, m = X.shape
    dw, db, J = np.zeros((n_x, 1)), 0, 0
    for i in range(m):
        z = b
        for j in range(n_x):
            z += w[j, 0] * X[j, i]
        a = 1 / (1 + math.exp(-z))
        J += -math.log(a) if Y[0, i] == 1 else -math.log(1 - a)
        for j in range(n_x):
            dw[j, 0] += X[j, i] * (a - Y[0, i])
        db += a - Y[0, i]
    return dw / m, db / m, J / m


@two_loops.variant
def loops_over_small_arrays(w, b, X, Y):
    n_x, m = X.shape
    dw, db, J = np.zeros((n_x, 1)), 0, 0
    for i in range(m):
        a = 1 / (1 + np.exp(-(np.dot(w.T, X[:, i]) + b)))
        J += -(Y[:, i] * np.log(a + 1e-5) + (1 - Y[:, i]) * np.log(1 - a + 1e-5))
        dz = a - Y[:, i]
        for j in range(n_x):
            dw[j] += X[j, i] * dz
        db += dz
    return dw / m, db / m, J / m


@two_loops.variant
def one_loop(w, b, X, Y):
    m = Y.shape[1]
    dw, db, J = 0, 0, 0
    for i in range(m):
        x, y = X[:, [i]], Y[:, [i]]
        a = 1 / (1 + np.exp(-(w.T @ x + b)))
        J = J - np.log(a if y == 1 else 1 - a)
        dw, db = dw + x * (a - y), db + (a - y)
    return [dw / m, db / m, J / m]


@two_loops.variant
def no_loop(w, b, X, Y):
    A = np.clip(1 / (1 + np.exp(-(np.dot(w.T, X) + b))), 1e-7, 1 - 1e-7)
    J = -(np.dot(Y, np.log(A).T) + np.dot(1 - Y, np.log(1 - A).T)) / X.shape[1]
    return np.dot(X, (A - Y).T) / X.shape[1], np.mean(A - Y, axis=1, keepdims=True), J


@two_loops.variant
def loops_by_einsum(w, b, X, Y):
    A = 0.5 + 0.5 * np.tanh((np.einsum("jk,ji->ki", w, X) + b) / 2)
    dw = np.einsum("ji,ki->jk", X, A - Y) / len(Y[0])
    return dw, (A - Y).mean(), np.mean(-np.log(np.where(Y, A, 1 - A)))
