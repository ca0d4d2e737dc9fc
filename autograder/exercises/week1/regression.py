"""Logistic regression."""

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
    "dz is multiplied by the parameter itself. When w1 grows by 1, z grows by what w1 is multiplied with; "
    "when b grows by 1, z grows by 1."
)
def parameters_for_inputs(w1, w2, b, x1, x2, y):
    dz = 1 / (1 + np.exp(-(w1 * x1 + w2 * x2 + b))) - y
    return {"dz": dz, "dw1": w1 * dz, "dw2": w2 * dz, "db": b * dz}


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


@two_loops.mistake(
    "This is right for two features and leaves the others out. Let the inner loop run over all rows of X."
)
def two_features_only(w, b, X, Y):
    A = 1 / (1 + np.exp(-(w[:2].T @ X[:2] + b)))
    J = -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    return np.resize(X[:2] @ (A - Y).T / Y.size, (2, 1)), np.mean(A - Y), J


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
    raise ValueError  # what NumPy says to dw[j, 0] += dz where dz is an array; before 2.4 it only warned


@two_loops.mistake(
    "Often this error means that a function of the math module is given an array: w[j] and np.dot(w.T, X[:, "
    "i]) are arrays of one number, and then so is z. Take the number out, as in w[j, 0]."
)
def array_for_math(w, b, X, Y):
    raise TypeError  # what math.exp says to an array of one number; before NumPy 2.4 it only warned


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
