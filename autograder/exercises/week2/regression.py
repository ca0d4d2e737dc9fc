"""Logistic regression without a loop: sigmoid, activation, gradients, propagate, and how far two arrays differ."""

from functools import partial

import numpy as np

from autograder.exercises.drawing import examples, labels
from autograder.spec import Exercise

sigmoid = Exercise("w2-sigmoid")


@sigmoid.part("ordinary numbers")
def _(rng):
    yield (np.array([-30.0, -1.5, 0.0, 2.0, 30.0]),)
    yield (rng.normal(size=(2, 3)),)
    yield (3 * rng.normal(size=(4, 2, 5)),)
    yield (np.array([[-2, 0, 1, 3]]),)
    yield (np.array(-0.6),)  # float() and `if` take this one: so an error elsewhere is another error
    for z in (0.3, -2.1, rng.normal()):
        yield (float(z),)


@sigmoid.part("far from zero: no nan")
def _(rng):
    yield (np.array([-1000.0, -2.0, 0.0, 1.0, 1000.0]),)
    yield (np.array([[-800.0, 0.5, 3.0], [-1.0, -720.0, 900.0]]),)
    yield (rng.uniform(720, 2000, size=(3, 1)),)
    yield (np.array([1000, -2, -1000]),)
    for z in (-1000.0, 1000.0, -0.7):
        yield (z,)


@sigmoid.mistake(
    "The curve falls from 1 to 0 where it should rise. Either a minus sign in an exponent is lost, or the "
    "forms for positive and for negative z stand in each other's place. Try z = 3: the result should be above "
    "0.9."
)
def minus_lost(z):
    with np.errstate(over="ignore"):
        return 1 / (1 + np.exp(z))


@sigmoid.mistake(
    "At z = 1000 this is infinity over infinity, which is nan. This form is safe for negative z only; "
    "positive z needs the other one."
)
def infinity_over_infinity(z):
    with np.errstate(over="ignore", invalid="ignore"):
        return np.exp(z) / (1 + np.exp(z))


@sigmoid.mistake(
    "Without brackets Python divides first: 1 / 1 + e is 1 + e. So at z = 0 this gives 2, where 0.5 is right."
)
def brackets_lost(z):
    with np.errstate(over="ignore"):
        return 1 / 1 + np.exp(-z)


@sigmoid.mistake(
    "`if` can't decide about a whole array, in which some entries are positive and some negative. Choose "
    "entry by entry: with a mask, or with a form that is safe for both."
)
def if_on_an_array(z):
    e = np.exp(-np.abs(z))
    return 1 / (1 + e) if z >= 0 else e / (1 + e)


@sigmoid.mistake(
    "z = -2 gives the same as z = 2. Either the sign of z got lost in an absolute value and never came back in, or the "
    "form for negative z has e to the -z in it. Below zero the curve is below 0.5."
)
def sign_never_restored(z):
    return 1 / (1 + np.exp(-np.abs(z)))


@sigmoid.mistake(
    "For negative z only the numerator is there: at z = -1.5 that gives 0.22, where 0.18 is right. It too is "
    "divided by 1 plus the exponential."
)
def denominator_forgotten(z):
    e = np.exp(-np.abs(z))
    return np.where(np.asarray(z) >= 0, 1 / (1 + e), e)


@sigmoid.mistake(
    "z is cut off so near to zero that it shows: at z = 30 the result stops at 0.99995, and at -30 at "
    "0.00005. exp can take numbers up to about 700."
)
def cut_off_too_near(z):
    return 1 / (1 + np.exp(-np.clip(z, -10, 10)))


@sigmoid.mistake(
    "This is the slope of the sigmoid, a (1 - a). At z = 0 it gives 0.25, where the sigmoid itself is 0.5."
)
def its_slope(z):
    a = 0.5 * (1 + np.tanh(np.asarray(z) / 2))
    return a * (1 - a)


@sigmoid.mistake("This is tanh, which runs from -1 to 1. A probability runs from 0 to 1.")
def tanh(z):
    return np.tanh(z)


@sigmoid.mistake(
    "The curve is twice as steep as it should be: at z = 1 it gives 0.88 in place of 0.73. Written with tanh, "
    "the sigmoid needs half of z inside."
)
def twice_as_steep(z):
    return 0.5 * (1 + np.tanh(z))


@sigmoid.mistake(
    "This works on a single number only: functions of the math module and float() can't take an array. "
    "NumPy's own functions take both."
)
def single_numbers_only(z):
    e = np.exp(-abs(float(z)))
    return (1 if float(z) >= 0 else e) / (1 + e)


@sigmoid.mistake(
    "This works on arrays only: a float has no shape and no entries. np.asarray makes an array of it, and "
    "leaves an array as it is."
)
def arrays_only(z):
    a = np.zeros(z.shape)
    a += np.where(z >= 0, 1, np.exp(-np.abs(z))) / (1 + np.exp(-np.abs(z)))
    return a


@sigmoid.mistake(
    "The results are put into an array that was made like z. Where z holds whole numbers that array does too, "
    "and every fraction in it becomes 0."
)
def array_of_the_same_kind(z):
    z = np.asarray(z)
    a, above = np.zeros_like(z), z >= 0
    a[above] = 1 / (1 + np.exp(-z[above]))
    a[~above] = np.exp(z[~above]) / (1 + np.exp(z[~above]))
    return a


@sigmoid.mistake(
    "The nan of infinity over infinity is turned into 0 afterwards, but at z = 1000 the sigmoid is 1. Choose "
    "a form in which no nan comes up: positive z needs another one than negative z."
)
def nan_turned_into_zero(z):
    with np.errstate(over="ignore", invalid="ignore"):
        return np.nan_to_num(np.exp(z) / (1 + np.exp(z)))


@sigmoid.mistake(
    "It walks through z with a loop, and a single number can't be walked through. NumPy's functions take a number and "
    "an array alike."
)
def loop_over_entries(z):
    return np.array([1 / (1 + np.exp(-entry)) for entry in z])


@sigmoid.mistake(
    "The denominator is 1 minus the exponential, which is 0 at z = 0. It is 1 plus it, and so the value there is 0.5."
)
def minus_in_the_denominator(z):
    with np.errstate(all="ignore"):
        return 1 / (1 - np.exp(-np.asarray(z)))


@sigmoid.mistake(
    "The 1 in the denominator stands outside: 1 + 1 / e^-z. The exponential is added to 1 first, and then 1 is divided "
    "by the sum: mind the brackets."
)
def one_outside_the_fraction(z):
    with np.errstate(all="ignore"):
        return 1 + 1 / np.exp(-np.asarray(z))


@sigmoid.mistake("The 1 in the denominator is missing: 1 / e^-z is e^z, which grows without bound.")
def one_missing_below(z):
    with np.errstate(all="ignore"):
        return 1 / np.exp(-np.asarray(z))


@sigmoid.mistake("This is a step, 0 or 1 with nothing between. The sigmoid rises smoothly: at z = 1 it is 0.73.")
def step_for_sigmoid(z):
    return np.where(np.asarray(z) > 0, 1, 0)


@sigmoid.mistake("This is ReLU, which has no upper end. The sigmoid stays between 0 and 1.")
def relu_of_z(z):
    return np.maximum(z, 0)


@sigmoid.mistake("At z = 0 this gives 0: neither `z > 0` nor `z < 0` holds there. The sigmoid of 0 is 0.5.")
def zero_left_out(z):
    z = np.asarray(z)
    e = np.exp(-np.abs(z))
    return np.where(z > 0, 1 / (1 + e), np.where(z < 0, e / (1 + e), 0))


@sigmoid.mistake(
    "2.718 is e to three digits only, and the fourth digit of the result shows it. NumPy's exponential has all digits."
)
def rounded_e(z):
    with np.errstate(all="ignore"):
        return 1 / (1 + 2.718 ** -np.asarray(z, dtype=float))


@sigmoid.mistake("The results are rounded to three digits. Leave them as they come.")
def rounded_to_three_digits(z):
    with np.errstate(over="ignore"):
        return np.round(1 / (1 + np.exp(-np.asarray(z, dtype=float))), 3)


@sigmoid.mistake("This is a softmax: the entries share 1 out among themselves. The sigmoid takes each entry by itself.")
def softmax_for_sigmoid(z):
    e = np.exp(z - np.max(z))
    return e / np.sum(e)


@sigmoid.mistake("The results have one dimension, whatever shape z had. Functions of every entry keep the shape.")
def sigmoid_flattened(z):
    with np.errstate(over="ignore"):
        return 1 / (1 + np.exp(-np.ravel(z)))


@sigmoid.variant
def plain(z):
    return 1 / (1 + np.exp(-z))


@sigmoid.variant
def one_exponential(z):
    e = np.exp(-np.abs(z))
    return np.where(np.asarray(z) >= 0, 1, e) / (1 + e)


@sigmoid.variant
def both_branches_computed(z):
    return np.where(np.asarray(z) >= 0, 1 / (1 + np.exp(-z)), np.exp(z) / (1 + np.exp(z)))


@sigmoid.variant
def by_tanh(z):
    return (np.tanh(np.divide(z, 2)) + 1) / 2


@sigmoid.variant
def masks(z):
    z = np.asarray(z, dtype=float)
    a = np.empty_like(z)
    above = z >= 0
    a[above] = 1 / (1 + np.exp(-z[above]))
    a[~above] = np.exp(z[~above]) / (1 + np.exp(z[~above]))
    return a


@sigmoid.variant
def cut_off_far_out(z):
    return np.reciprocal(1 + np.exp(-np.clip(z, -500, 500)))


@sigmoid.variant
def one_number_at_a_time(z):
    import math

    def safe(x):
        return math.exp(x) / (1 + math.exp(x)) if x < 0 else 1 / (1 + math.exp(-x))

    return np.vectorize(safe, otypes=[float])(z)


activation = Exercise("w2-activation", atol=1e-6, loop_free=True)


def _parameters(rng, n_x):
    """w and b, of which b is large enough for its absence, or a wrong sign, to show."""
    return rng.normal(size=(n_x, 1)) / (1 + n_x), rng.uniform(0.4, 0.9) * rng.choice([-1.0, 1.0])


@activation.part("two features")
def _(rng):
    yield np.array([[1], [-1]]), 0, np.array([[2, 1, -3], [1, 1, 2]])
    yield *_parameters(rng, 2), rng.normal(size=(2, 5))
    yield *_parameters(rng, 2), rng.normal(size=(2, 1))


@activation.part("any number of features")
def _(rng):
    for n_x, m in ((3, 4), (5, 2), (1, 6), (4, 1)):
        yield *_parameters(rng, n_x), rng.normal(size=(n_x, m))
    yield np.array([[1], [2], [-1]]), -1, rng.integers(-2, 3, size=(3, 7))


@activation.mistake("These are the scores, w.T X + b. The sigmoid that makes probabilities of them is missing.")
def scores(w, b, X):
    return w.T @ X + b


@activation.mistake("b is missing, so every probability is another one.")
def without_b(w, b, X):
    return 1 / (1 + np.exp(-(w.T @ X)))


@activation.mistake(
    "b counts with the wrong sign. Either it is taken away, or the minus in the exponent reaches only w.T X: both "
    "terms belong in its brackets."
)
def minus_b(w, b, X):
    return 1 / (1 + np.exp(-(w.T @ X - b)))


@activation.mistake("b is added to the probability. It belongs to the score, inside the sigmoid.")
def b_outside(w, b, X):
    return 1 / (1 + np.exp(-(w.T @ X))) + b


@activation.mistake(
    "w is (n_x, 1) and X is (n_x, m): as they stand np.dot can't multiply them. w has to lie on its side."
)
def not_transposed_in_dot(w, b, X):
    return 1 / (1 + np.exp(-(np.dot(w, X) + b)))


@activation.mistake("w is (n_x, 1) and X is (n_x, m): as they stand @ can't multiply them. w has to lie on its side.")
def not_transposed_with_at(w, b, X):
    return 1 / (1 + np.exp(-(w @ X + b)))


@activation.mistake(
    "* multiplies entry by entry: the column w is stretched over all of X, and nothing is added up. A score "
    "is a sum over the features."
)
def star_for_at(w, b, X):
    return 1 / (1 + np.exp(-(w * X + b)))


@activation.mistake(
    "w and X are multiplied with * although they don't fit: w on its side is (1, n_x), X is (n_x, m). The "
    "matrix product is another sign."
)
def star_with_the_transpose(w, b, X):
    return 1 / (1 + np.exp(-(w.T * X + b)))


@activation.mistake(
    "The result is a column. Examples are columns of X, so their probabilities stand in one row: (1, m)."
)
def probabilities_as_a_column(w, b, X):
    return 1 / (1 + np.exp(-(X.T @ w + b)))


@activation.mistake("The result has one dimension, (m,). A row of two dimensions is asked: (1, m).")
def probabilities_flat(w, b, X):
    return (1 / (1 + np.exp(-(w.T @ X + b)))).ravel()


@activation.mistake("These are decisions, 0 or 1. The probabilities themselves are asked.")
def decisions(w, b, X):
    return (w.T @ X + b > 0).astype(int)


@activation.mistake(
    "High scores get low probabilities: either the exponent has lost its minus sign, look at `sigmoid`, or the scores "
    "got one before they went in."
)
def falling(w, b, X):
    return 1 / (1 + np.exp(w.T @ X + b))


@activation.mistake(
    "All scores are added up to a single number. There is one score for each example: sum over the features only."
)
def everything_summed(w, b, X):
    return 1 / (1 + np.exp(-(np.sum(w * X) + b)))


@activation.mistake("The sum goes along axis 1, over the examples. A score is a sum over the features, down a column.")
def summed_over_examples(w, b, X):
    return 1 / (1 + np.exp(-(np.sum(w * X, axis=1, keepdims=True) + b)))


@activation.mistake("This is tanh, which runs from -1 to 1. The sigmoid runs from 0 to 1.")
def tanh_for_sigmoid(w, b, X):
    return np.tanh(w.T @ X + b)


@activation.mistake("The weighted sum is divided by how many there are, as a mean is. A score is a sum.")
def mean_for_sum(w, b, X):
    return 1 / (1 + np.exp(-(w.T @ X / len(w) + b)))


@activation.mistake(
    "b is added to the features, and then multiplied with the weights as well. It is added to the weighted sum."
)
def b_added_to_the_features(w, b, X):
    return 1 / (1 + np.exp(-(w.T @ (X + b))))


@activation.mistake("This is ReLU. The sigmoid makes a probability of every score, also of one below zero.")
def relu_for_sigmoid(w, b, X):
    return np.maximum(0, w.T @ X + b)


@activation.mistake("Only the first two features enter the score. X has n_x of them, and w a weight for each.")
def two_features_only(w, b, X):
    w, X = w[:2], X[:2]
    return 1 / (1 + np.exp(-(w.T @ X + b)))


@activation.mistake("The sigmoid is taken twice. Once makes a probability of the score.")
def sigmoid_of_a_sigmoid(w, b, X):
    A = 1 / (1 + np.exp(-(w.T @ X + b)))
    return 1 / (1 + np.exp(-A))


@activation.mistake("Scores and probabilities come back, two results. One is asked: the probabilities.")
def scores_and_probabilities(w, b, X):
    Z = w.T @ X + b
    return Z, 1 / (1 + np.exp(-Z))


@activation.mistake("Probabilities and scores come back, two results. One is asked: the probabilities.")
def probabilities_and_scores(w, b, X):
    Z = w.T @ X + b
    return 1 / (1 + np.exp(-Z)), Z


@activation.mistake("The weighted sum is divided by m. Nothing is averaged here: each example has a score of its own.")
def divided_by_m(w, b, X):
    return 1 / (1 + np.exp(-(w.T @ X / X.shape[1] + b)))


@activation.mistake(
    "The parameters that are given never enter: every probability is one half, as it is where all of them are zero."
)
def zero_parameters(w, b, X):
    return np.full((1, X.shape[1]), 0.5)


@activation.mistake(
    "An array with several probabilities can't become one number, as float() wants it. There is one for each example: "
    "return the array."
)
def made_a_float(w, b, X):
    return float(1 / (1 + np.exp(-(np.vstack([w.T @ X + b] * 2)))))


@activation.variant
def by_dot(w, b, X):
    return 1 / (1 + np.exp(-(np.dot(w.T, X) + b)))


@activation.variant
def by_sum(w, b, X):
    Z = np.sum(w * X, axis=0, keepdims=True) + b
    e = np.exp(-np.abs(Z))
    return np.where(Z >= 0, 1, e) / (1 + e)


@activation.variant
def column_turned(w, b, X):
    return 0.5 * (1 + np.tanh((X.T @ w + b).T / 2))


@activation.variant
def with_einsum(w, b, X):
    Z = np.einsum("jk,ji->ki", w, X) + np.array([[b]])
    return np.exp(Z) / (np.exp(Z) + 1)


@activation.variant
def b_among_the_weights(w, b, X):
    stacked, ones = np.vstack([w, [[b]]]), np.ones((1, X.shape[1]))
    return np.reciprocal(1 + np.exp(-np.matmul(stacked.T, np.vstack([X, ones]))))


gradients = Exercise("w2-gradients", rtol=1e-4, atol=1e-6, loop_free=True)


def _probabilities(rng, n_x, m):
    """X, A and Y."""
    return rng.normal(size=(n_x, m)), rng.uniform(0.05, 0.95, size=(1, m)), labels(rng, m)[np.newaxis]


@gradients.part("two features")
def _(rng):
    yield np.array([[1.0, 3.0, -2.0], [2.0, 4.0, 0.5]]), np.array([[0.5, 0.75, 0.9]]), np.array([[1, 0, 1]])
    yield _probabilities(rng, 2, 5)
    yield _probabilities(rng, 2, 7)


@gradients.part("any number of features and examples")
def _(rng):
    for n_x, m in ((3, 5), (5, 3), (1, 6), (4, 1)):
        yield _probabilities(rng, n_x, m)
    yield rng.integers(-3, 4, size=(4, 7)), rng.uniform(0.05, 0.95, size=(1, 7)), labels(rng, 7)[np.newaxis]


@gradients.mistake("dZ has the wrong sign: it is A - Y. Gradient descent would climb with this one.")
def labels_minus_probabilities(X, A, Y):
    dZ = Y - A
    return X @ dZ.T / Y.size, np.mean(dZ)


@gradients.mistake(
    "The sums are never divided by m, or by A.shape[0], which is 1. The cost is a mean, and so is its gradient."
)
def never_divided(X, A, Y):
    return X @ (A - Y).T, np.sum(A - Y)


@gradients.mistake("The sums are divided by m twice. np.mean and np.average have a division inside already.")
def divided_twice(X, A, Y):
    return X @ (A - Y).T / Y.size**2, np.mean(A - Y) / Y.size


@gradients.mistake("dw is not divided by m, db is. Both are means over the examples.")
def dw_not_divided(X, A, Y):
    return X @ (A - Y).T, np.mean(A - Y)


@gradients.mistake("db is not divided by m, dw is. Both are means over the examples.")
def db_not_divided(X, A, Y):
    return X @ (A - Y).T / Y.size, np.sum(A - Y)


@gradients.mistake("The sums are divided by the number of features, X.shape[0]. Examples are columns: m is X.shape[1].")
def divided_by_features(X, A, Y):
    return X @ (A - Y).T / len(X), np.sum(A - Y) / len(X)


@gradients.mistake(
    "dZ is a row, (1, m), and np.dot can't multiply X, (n_x, m), by it. To meet the columns of X one by one "
    "it has to stand as a column."
)
def not_turned_in_dot(X, A, Y):
    return np.dot(X, A - Y) / Y.size, np.mean(A - Y)


@gradients.mistake(
    "dZ is a row, (1, m), and X @ can't take it: the inner sizes, m and 1, differ. To meet the columns of X "
    "one by one it has to stand as a column."
)
def not_turned_with_at(X, A, Y):
    return X @ (A - Y) / Y.size, np.mean(A - Y)


@gradients.mistake(
    "X is turned in the product with dZ, and np.dot can't multiply them so. What is summed over are the "
    "examples, so m has to stand inside: (n_x, m) and (m, 1)."
)
def wrong_one_turned_in_dot(X, A, Y):
    return np.dot(X.T, (A - Y).T) / Y.size, np.mean(A - Y)


@gradients.mistake(
    "dw is a table, (n_x, m): * multiplies each feature of each example by its dZ and adds nothing up. dw is "
    "the sum over the examples."
)
def table_for_dw(X, A, Y):
    return X * (A - Y) / Y.size, np.mean(A - Y)


@gradients.mistake(
    "dw has one dimension, (n_x,). It has a derivative for each entry of w, so it has w's shape: (n_x, 1)."
)
def dw_flat(X, A, Y):
    return np.mean(X * (A - Y), axis=1), np.mean(A - Y)


@gradients.mistake("dw is a row. It has a derivative for each entry of w, so it has w's shape: a column.")
def dw_as_a_row(X, A, Y):
    return (A - Y) @ X.T / Y.size, np.mean(A - Y)


@gradients.mistake(
    "dw is a single number: the mean or sum went over the features, too. There is a derivative for each weight."
)
def dw_one_number(X, A, Y):
    return np.mean(X @ (A - Y).T), np.mean(A - Y)


@gradients.mistake(
    "dw sums over the features, axis 0, so there is a number for each example. It should sum over the examples."
)
def dw_summed_over_features(X, A, Y):
    return np.mean(X * (A - Y), axis=0, keepdims=True), np.mean(A - Y)


@gradients.mistake("db is a row with a number for each example. There is one b, so db is one number: their mean.")
def db_as_a_row(X, A, Y):
    return X @ (A - Y).T / Y.size, A - Y


@gradients.mistake(
    "db is a row with a number for each example: each is divided by m, but they are not added up. There is one b."
)
def db_never_summed(X, A, Y):
    return X @ (A - Y).T / Y.size, (A - Y) / Y.size


@gradients.mistake(
    "db has a number for each example: the sum along axis 0 goes over the one row. The examples stand along axis 1."
)
def db_along_the_wrong_axis(X, A, Y):
    return X @ (A - Y).T / Y.size, np.sum(A - Y, axis=0) / Y.size


@gradients.mistake("db is the mean of dw here. It has no X in it: when b grows by 1, every score grows by 1.")
def db_from_dw(X, A, Y):
    dw = X @ (A - Y).T / Y.size
    return dw, np.mean(dw)


@gradients.mistake("dZ holds a factor A (1 - A), which belongs to the squared error. With the log loss it cancels.")
def slope_of_the_squared_error(X, A, Y):
    dZ = (A - Y) * A * (1 - A)
    return X @ dZ.T / Y.size, np.mean(dZ)


@gradients.mistake("The labels never enter: A alone stands where A - Y belongs.")
def labels_forgotten(X, A, Y):
    return X @ A.T / Y.size, np.mean(A)


@gradients.mistake("These are the derivatives by A. One more step back, through the sigmoid, leads to dZ = A - Y.")
def stopped_at_da(X, A, Y):
    dA = -Y / A + (1 - Y) / (1 - A)
    return X @ dA.T / Y.size, np.mean(dA)


@gradients.mistake("A is put through the sigmoid once more. It holds probabilities already.")
def sigmoid_twice(X, A, Y):
    dZ = 1 / (1 + np.exp(-A)) - Y
    return X @ dZ.T / Y.size, np.mean(dZ)


@gradients.mistake("The two results have changed places: first dw, then db.")
def db_first(X, A, Y):
    return np.mean(A - Y), X @ (A - Y).T / Y.size


@gradients.mistake("The distances are taken without their sign, so every step would go the same way.")
def distances(X, A, Y):
    dZ = np.abs(A - Y)
    return X @ dZ.T / Y.size, np.mean(dZ)


@gradients.mistake("The gradient is half as large as it should be. The factor 1/2 belongs to the squared error.")
def halved(X, A, Y):
    return X @ (A - Y).T / Y.size / 2, np.mean(A - Y) / 2


@gradients.mistake(
    "X is turned in the product, and dZ as it stands, (1, m), doesn't fit it. What is summed over are the "
    "examples, so m has to stand inside: (n_x, m) and (m, 1)."
)
def features_turned_in_dot(X, A, Y):
    return np.dot(X.T, A - Y) / Y.size, np.mean(A - Y)


@gradients.mistake(
    "dw is a single number, the mean of the whole table X * dZ. Each row of it belongs to a weight: one mean for each."
)
def dw_mean_of_the_table(X, A, Y):
    return np.mean(X * (A - Y)), np.mean(A - Y)


@gradients.mistake("The sums are multiplied by m. A mean is the sum divided by m.")
def multiplied_by_m(X, A, Y):
    return X @ (A - Y).T * Y.size, np.sum(A - Y) * Y.size


@gradients.mistake("db is divided by m twice: np.mean has a division inside already.")
def db_divided_twice(X, A, Y):
    return X @ (A - Y).T / Y.size, np.mean(A - Y) / Y.size


@gradients.mistake("dw is divided by m twice: np.mean has a division inside already.")
def dw_divided_twice(X, A, Y):
    return X @ (A - Y).T / Y.size**2, np.mean(A - Y)


@gradients.mistake("The two come back in a dict. Two results are asked here, one after the other: dw, then db.")
def dict_of_gradients(X, A, Y):
    return {"dw": X @ (A - Y).T / Y.size, "db": np.mean(A - Y)}


@gradients.mistake(
    "dw has one number for each example: axis 0 sums over the features. Sum over the examples, and keep a column."
)
def dw_summed_over_features_flat(X, A, Y):
    return np.sum(X * (A - Y), axis=0) / Y.size, np.mean(A - Y)


@gradients.mistake(
    "db has a number for each example: the mean along axis 0 is over the one row. The examples stand along axis 1."
)
def db_mean_along_the_wrong_axis(X, A, Y):
    return X @ (A - Y).T / Y.size, np.mean(A - Y, axis=0)


@gradients.mistake(
    "The gradient is twice as large as it should be. The factor 2 comes from a square, and the log loss has none."
)
def doubled(X, A, Y):
    return 2 * X @ (A - Y).T / Y.size, 2 * np.mean(A - Y)


@gradients.mistake("The sign of db is wrong, that of dw is right. Both are built from the same dZ.")
def db_with_the_wrong_sign(X, A, Y):
    return X @ (A - Y).T / Y.size, np.mean(Y - A)


@gradients.mistake(
    "X is turned in the product, and dZ as it stands, (1, m), doesn't fit behind it. What is summed over are the "
    "examples, so m has to stand inside: (n_x, m) and (m, 1)."
)
def features_turned_with_at(X, A, Y):
    return X.T @ (A - Y) / Y.size, np.mean(A - Y)


@gradients.mistake("dw forgets the labels: A alone stands where A - Y belongs. db has them.")
def labels_forgotten_in_dw(X, A, Y):
    return X @ A.T / Y.size, np.mean(A - Y)


@gradients.mistake(
    "Only the part of dw with Y is divided by m. Python divides before it subtracts: put dZ in brackets."
)
def dw_half_divided(X, A, Y):
    return X @ A.T - X @ Y.T / Y.size, np.mean(A - Y)


@gradients.mistake(
    "Only the part of db with Y is divided by m. Python divides before it subtracts: brackets are missing."
)
def db_half_divided(X, A, Y):
    return X @ (A - Y).T / Y.size, np.sum(A) - np.sum(Y) / Y.size


@gradients.mistake(
    "Without brackets only X @ A.T is a product with X, and Y is subtracted from that. dZ is A - Y as a whole."
)
def labels_outside_the_product(X, A, Y):
    return X @ A.T - Y / Y.size, np.mean(A - Y)


@gradients.mistake("dZ is squared. Squares measure the error; the gradient has A - Y as it is, with its sign.")
def squares_of_the_errors(X, A, Y):
    dZ = (A - Y) ** 2
    return X @ dZ.T / Y.size, np.mean(dZ)


@gradients.mistake("Only dw comes back. Two results are asked, dw and db, with a comma between them.")
def dw_alone(X, A, Y):
    return X @ (A - Y).T / Y.size


@gradients.mistake("db is always 0 here, as it happens to be in the example by hand. It is the mean of dZ.")
def db_always_zero(X, A, Y):
    return X @ (A - Y).T / Y.size, 0.0


@gradients.mistake("The sums are divided by m - 1. The mean over m examples is asked.")
def divided_by_one_less(X, A, Y):
    with np.errstate(divide="ignore", invalid="ignore"):
        return X @ (A - Y).T / np.float64(Y.size - 1), np.sum(A - Y) / np.float64(Y.size - 1)


@gradients.mistake("The sums are divided by how many entries X has, n_x times m. m alone is the number of its columns.")
def divided_by_all_entries(X, A, Y):
    return X @ (A - Y).T / X.size, np.sum(A - Y) / X.size


@gradients.mistake("db is the sum of dw here. It has no X in it: when b grows by 1, every score grows by 1.")
def db_summed_from_dw(X, A, Y):
    dw = X @ (A - Y).T / Y.size
    return dw, np.sum(dw)


@gradients.mistake(
    "X is summed over the examples, and so is dZ, and the two sums are multiplied. Each example's x belongs to its own "
    "dz: multiply first, then sum."
)
def sums_multiplied(X, A, Y):
    return X.sum(axis=1, keepdims=True) * np.sum(A - Y) / Y.size, np.mean(A - Y)


@gradients.variant
def gradients_by_dot(X, A, Y):
    m = X.shape[1]
    dZ = A - Y
    return 1 / m * np.dot(X, dZ.T), 1 / m * np.sum(dZ)


@gradients.variant
def gradients_by_means(X, A, Y):
    return np.mean(X * (A - Y), axis=1, keepdims=True), np.mean(A - Y, axis=1, keepdims=True)


@gradients.variant
def row_turned(X, A, Y):
    dw = ((A - Y) @ X.T).T / Y.shape[1]
    return [dw, ((A - Y) @ np.ones((Y.size, 1))).item() / Y.size]


@gradients.variant
def gradients_by_einsum(X, A, Y):
    errors = (A - Y)[0]
    return np.einsum("ji,i->j", X, errors).reshape(-1, 1) / len(errors), np.average(errors)


@gradients.variant
def ones_among_the_features(X, A, Y):
    D = np.vstack([X, np.ones(X.shape[1])]) @ (A - Y).T / A.shape[1]
    return D[:-1], D[-1]


propagate = Exercise("w2-propagate", rtol=1e-3, atol=2e-4)


def _start(rng, n_x, m):
    """w, b, X and Y."""
    return *_parameters(rng, n_x), *examples(rng, n_x, m)


@propagate.part("two features", weights={"1": 2})
def _(rng):
    yield np.zeros((2, 1)), 0.0, np.array([[1, 3, -1], [2, 4, 5]]), np.array([[1, 0, 0]])
    yield _start(rng, 2, 5)
    yield _start(rng, 2, 7)


@propagate.part("any number of features and examples", weights={"1": 2})
def _(rng):
    for n_x, m in ((3, 4), (5, 8), (1, 6), (4, 1)):
        yield _start(rng, n_x, m)


@propagate.mistake("dw and db have the wrong sign: dZ is A - Y. Gradient descent would climb with these.")
def climbing(w, b, X, Y):
    A = 1 / (1 + np.exp(-(w.T @ X + b)))
    J = -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    return {"dw": X @ (Y - A).T / Y.size, "db": np.mean(Y - A)}, J


@propagate.mistake("Neither the gradients nor the cost are divided by m. All three are means over the examples.")
def sums_for_means(w, b, X, Y):
    A = 1 / (1 + np.exp(-(w.T @ X + b)))
    J = -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    return {"dw": X @ (A - Y).T, "db": np.sum(A - Y)}, J


@propagate.mistake("dw and db are not divided by m. Like the cost, they are means over the examples.")
def gradients_not_divided(w, b, X, Y):
    A = 1 / (1 + np.exp(-(w.T @ X + b)))
    J = -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    return {"dw": X @ (A - Y).T, "db": np.sum(A - Y)}, J


@propagate.mistake("dw is not divided by m, db is. Both are means over the examples.")
def weights_not_divided(w, b, X, Y):
    A = 1 / (1 + np.exp(-(w.T @ X + b)))
    J = -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    return {"dw": X @ (A - Y).T, "db": np.mean(A - Y)}, J


@propagate.mistake("db is not divided by m, dw is. Both are means over the examples.")
def bias_not_divided(w, b, X, Y):
    A = 1 / (1 + np.exp(-(w.T @ X + b)))
    J = -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    return {"dw": X @ (A - Y).T / Y.size, "db": np.sum(A - Y)}, J


@propagate.mistake("The gradients are divided by m once more: `gradients` has done that already.")
def gradients_divided_again(w, b, X, Y):
    A = 1 / (1 + np.exp(-(w.T @ X + b)))
    J = -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    return {"dw": X @ (A - Y).T / Y.size**2, "db": np.mean(A - Y) / Y.size}, J


@propagate.mistake("The cost is divided by m once more: it is a mean already.")
def cost_divided_again(w, b, X, Y):
    A = 1 / (1 + np.exp(-(w.T @ X + b)))
    J = -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / Y.size
    return {"dw": X @ (A - Y).T / Y.size, "db": np.mean(A - Y)}, J


@propagate.mistake("The cost is the sum of the losses. Their mean is asked.")
def cost_not_divided(w, b, X, Y):
    A = 1 / (1 + np.exp(-(w.T @ X + b)))
    J = -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    return {"dw": X @ (A - Y).T / Y.size, "db": np.mean(A - Y)}, J


@propagate.mistake("The cost is negative: the minus sign in front of the mean is missing.")
def negative_cost(w, b, X, Y):
    A = 1 / (1 + np.exp(-(w.T @ X + b)))
    J = np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    return {"dw": X @ (A - Y).T / Y.size, "db": np.mean(A - Y)}, J


@propagate.mistake("b is missing in the scores, so every probability is another one from the start.")
def propagated_without_b(w, b, X, Y):
    A = 1 / (1 + np.exp(-(w.T @ X)))
    J = -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    return {"dw": X @ (A - Y).T / Y.size, "db": np.mean(A - Y)}, J


def _scores_for_probabilities(w, b, X, Y):
    """What the cost is then depends on the eps, so a right one stands here."""
    Z = w.T @ X + b
    J = np.mean(np.logaddexp(0, Z) - Y * Z)
    return {"dw": X @ (Z - Y).T / Y.size, "db": np.mean(Z - Y)}, J


@propagate.mistake(
    "The sigmoid is missing: scores stand where probabilities belong, so dZ isn't between -1 and 1.",
    gives=_scores_for_probabilities,
)
def without_sigmoid(w, b, X, Y):
    Z = w.T @ X + b
    A = np.clip(Z, 1e-12, 1 - 1e-12)
    J = -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    return {"dw": X @ (Z - Y).T / Y.size, "db": np.mean(Z - Y)}, J


@propagate.mistake("The two results have changed places: first the dict of gradients, then the cost.")
def cost_first(w, b, X, Y):
    A = 1 / (1 + np.exp(-(w.T @ X + b)))
    J = -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    return J, {"dw": X @ (A - Y).T / Y.size, "db": np.mean(A - Y)}


@propagate.mistake("The gradients come back as a pair. A dict is asked, with the keys 'dw' and 'db'.")
def pair_of_gradients(w, b, X, Y):
    A = 1 / (1 + np.exp(-(w.T @ X + b)))
    J = -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    return (X @ (A - Y).T / Y.size, np.mean(A - Y)), J


@propagate.mistake(
    "Three results come back. The two gradients belong together in a dict; the cost is the second result."
)
def three_results(w, b, X, Y):
    A = 1 / (1 + np.exp(-(w.T @ X + b)))
    J = -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    return X @ (A - Y).T / Y.size, np.mean(A - Y), J


@propagate.mistake("Only the gradients come back. The cost is the second result.")
def gradients_only(w, b, X, Y):
    A = 1 / (1 + np.exp(-(w.T @ X + b)))
    return {"dw": X @ (A - Y).T / Y.size, "db": np.mean(A - Y)}


@propagate.mistake("One dict with everything comes back. Two results are asked: the dict of gradients, and the cost.")
def one_dict(w, b, X, Y):
    A = 1 / (1 + np.exp(-(w.T @ X + b)))
    J = -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    return {"dw": X @ (A - Y).T / Y.size, "db": np.mean(A - Y), "cost": J}


@propagate.mistake("dw is a row. It has w's shape: a column.")
def row_of_gradients(w, b, X, Y):
    A = 1 / (1 + np.exp(-(w.T @ X + b)))
    J = -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    return {"dw": (A - Y) @ X.T / Y.size, "db": np.mean(A - Y)}, J


@propagate.mistake("dw and db stand under each other's names in the dict. `gradients` gives dw first.")
def names_exchanged(w, b, X, Y):
    A = 1 / (1 + np.exp(-(w.T @ X + b)))
    J = -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    return {"db": X @ (A - Y).T / Y.size, "dw": np.mean(A - Y)}, J


@propagate.mistake("This is the mean of the squared errors. The cost is the mean of the log losses.")
def squared_errors(w, b, X, Y):
    A = 1 / (1 + np.exp(-(w.T @ X + b)))
    return {"dw": X @ (A - Y).T / Y.size, "db": np.mean(A - Y)}, np.mean((A - Y) ** 2)


@propagate.mistake("dZ holds a factor A (1 - A), which belongs to the squared error. With the log loss it cancels.")
def squared_error_slopes(w, b, X, Y):
    A = 1 / (1 + np.exp(-(w.T @ X + b)))
    J, dZ = -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A)), (A - Y) * A * (1 - A)
    return {"dw": X @ dZ.T / Y.size, "db": np.mean(dZ)}, J


@propagate.mistake("db is a row with a number for each example. There is one b, so db is one number: their mean.")
def row_for_db(w, b, X, Y):
    A = 1 / (1 + np.exp(-(w.T @ X + b)))
    J = -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    return {"dw": X @ (A - Y).T / Y.size, "db": A - Y}, J


@propagate.mistake(
    "w is (n_x, 1) and X is (n_x, m): as they stand np.dot can't multiply them. w has to lie on its side."
)
def weights_not_transposed(w, b, X, Y):
    A = 1 / (1 + np.exp(-(np.dot(w, X) + b)))
    J = -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    return {"dw": X @ (A - Y).T / Y.size, "db": np.mean(A - Y)}, J


@propagate.mistake(
    "Two matrices were given to `@` that don't fit: their inner sizes differ. Either w isn't turned in front "
    "of X, or dZ isn't turned behind it."
)
def matrices_do_not_fit(w, b, X, Y):
    A = 1 / (1 + np.exp(-(w @ X + b)))
    J = -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    return {"dw": X @ (A - Y).T / Y.size, "db": np.mean(A - Y)}, J


@propagate.mistake(
    "dZ is a row, and np.dot can't multiply X by it. To meet the columns of X one by one it has to stand as a "
    "column; `gradients` does that already."
)
def errors_not_turned_in_dot(w, b, X, Y):
    A = 1 / (1 + np.exp(-(w.T @ X + b)))
    J = -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    return {"dw": np.dot(X, A - Y) / Y.size, "db": np.mean(A - Y)}, J


@propagate.mistake(
    "dZ is a row, and @ can't multiply X by it. To meet the columns of X one by one it has to stand as a "
    "column; `gradients` does that already."
)
def errors_not_turned_with_at(w, b, X, Y):
    A = 1 / (1 + np.exp(-(w.T @ X + b)))
    J = -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    return {"dw": X @ (A - Y) / Y.size, "db": np.mean(A - Y)}, J


@propagate.mistake(
    "dw is a table, (n_x, m): * adds nothing up. dw is a sum over the examples, one number for each weight."
)
def table_of_gradients(w, b, X, Y):
    A = 1 / (1 + np.exp(-(w.T @ X + b)))
    J = -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    return {"dw": X * (A - Y) / Y.size, "db": np.mean(A - Y)}, J


@propagate.mistake("dw has one dimension, (n_x,). It has w's shape: (n_x, 1).")
def flat_gradients(w, b, X, Y):
    A = 1 / (1 + np.exp(-(w.T @ X + b)))
    J = -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    return {"dw": np.mean(X * (A - Y), axis=1), "db": np.mean(A - Y)}, J


@propagate.mistake("The labels are taken for 1 everywhere in the cost: the term with 1 - Y is missing.")
def half_of_the_cost(w, b, X, Y):
    A = 1 / (1 + np.exp(-(w.T @ X + b)))
    return {"dw": X @ (A - Y).T / Y.size, "db": np.mean(A - Y)}, -np.mean(Y * np.log(A))


@propagate.mistake("The gradients are there, under the names of the parameters. Their keys are 'dw' and 'db'.")
def keys_of_the_parameters(w, b, X, Y):
    A = 1 / (1 + np.exp(-(w.T @ X + b)))
    J = -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    return {"w": X @ (A - Y).T / Y.size, "b": np.mean(A - Y)}, J


@propagate.mistake("The second result are the probabilities. The cost is asked, one number.")
def probabilities_for_the_cost(w, b, X, Y):
    A = 1 / (1 + np.exp(-(w.T @ X + b)))
    return {"dw": X @ (A - Y).T / Y.size, "db": np.mean(A - Y)}, A


@propagate.mistake("The second result are m losses, one an example. The cost is one number: their mean.")
def losses_for_the_cost(w, b, X, Y):
    A = 1 / (1 + np.exp(-(w.T @ X + b)))
    return {"dw": X @ (A - Y).T / Y.size, "db": np.mean(A - Y)}, -(Y * np.log(A) + (1 - Y) * np.log(1 - A))


@propagate.mistake("The sigmoid is taken twice: `activation` gives probabilities already.")
def propagated_through_two_sigmoids(w, b, X, Y):
    A = 1 / (1 + np.exp(-1 / (1 + np.exp(-(w.T @ X + b)))))
    J = -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    return {"dw": X @ (A - Y).T / Y.size, "db": np.mean(A - Y)}, J


@propagate.mistake(
    "The parameters that are given never enter: it is as if all of them were zero, and the cost is log 2 each time."
)
def propagated_from_zeros(w, b, X, Y):
    dZ = 0.5 - Y
    return {"dw": X @ dZ.T / Y.size, "db": np.mean(dZ)}, np.log(2)


@propagate.mistake(
    "The cost is called with labels and probabilities exchanged, so it takes the logarithm of 0. First A, then Y."
)
def cost_of_exchanged_arguments(w, b, X, Y):
    A, labels = 1 / (1 + np.exp(-(w.T @ X + b))), np.clip(Y, 1e-12, 1 - 1e-12)
    J = -np.mean(A * np.log(labels) + (1 - A) * np.log(1 - labels))
    return {"dw": X @ (A - Y).T / Y.size, "db": np.mean(A - Y)}, J


@propagate.mistake(
    "`activation` is called with its arguments in another order, and then the shapes inside it don't fit. It takes w, "
    "b, X, as its `def` line says.",
    where=lambda w, b, X, Y: min(X.shape) > 1,
)
def arguments_in_another_order(w, b, X, Y):
    return np.dot(X.T, b) + w


propagate.slip(
    "arguments_in_another_order_with_at",
    "`activation` is called with its arguments in another order, so that @ stands between a number and an array. It "
    "takes w, b, X, as its `def` line says.",
    "activation(w, b, X)",
    "activation(X, w, b)",
)


@propagate.variant
def classic(w, b, X, Y):
    m = X.shape[1]
    A = 1 / (1 + np.exp(-(np.dot(w.T, X) + b)))
    cost = -1 / m * np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    dw = 1 / m * np.dot(X, (A - Y).T)
    db = 1 / m * np.sum(A - Y)
    return {"dw": dw, "db": db}, np.squeeze(np.array(cost))


@propagate.variant
def from_the_scores(w, b, X, Y):
    Z = X.T @ w + b
    D = 0.5 * (1 + np.tanh(Z / 2)) - Y.T
    J = np.mean(np.logaddexp(0, Z) - Y.T * Z, axis=0)
    return {"db": D.mean(axis=0), "dw": X @ D / len(D)}, J


@propagate.variant
def example_by_example(w, b, X, Y):
    (n_x, m), dw, db, J = X.shape, np.zeros(w.shape), 0.0, 0.0
    for i in range(m):
        z = b + sum(w[j, 0] * X[j, i] for j in range(n_x))
        a = 1 / (1 + np.exp(-z))
        J -= np.log(a) if Y[0, i] == 1 else np.log(1 - a)
        db += a - Y[0, i]
        dw[:, 0] += X[:, i] * (a - Y[0, i])
    return {"dw": dw / m, "db": db / m}, J / m


@propagate.variant
def with_an_eps_and_more(w, b, X, Y):
    A = 1 / (1 + np.exp(-np.einsum("jk,ji->ki", w, X) - b))
    J = -np.mean(Y * np.log(A + 1e-5) + (1 - Y) * np.log(1 - A + 1e-5), axis=1, keepdims=True)
    dZ = A - Y
    grads = {"dZ": dZ, "dw": np.mean(X * dZ, axis=1, keepdims=True), "db": np.mean(dZ, axis=1, keepdims=True)}
    return [grads, J]


def _neither_is_zero(p, q):
    return np.any(p) and np.any(q)


relative_difference = Exercise("w2-loops-agree")
compared = partial(relative_difference.mistake, where=_neither_is_zero)  # what 0 below gives is another question


@relative_difference.part("different arrays", weight=2)
def _(rng):
    yield np.array([3.0, 4.0]), np.array([3.0, 0.0])
    yield rng.normal(size=5), rng.normal(size=5)
    yield rng.normal(size=(4, 1)), 3 * rng.normal(size=(4, 1))
    yield 2 * rng.normal(size=(3, 7)), rng.normal(size=(3, 7))
    yield rng.normal(size=(2, 3, 5)), rng.normal(size=(2, 3, 5))
    yield np.array([2, -6, 3]), np.array([1, 4, -8])
    yield np.array([-1.5]), np.array([4.0])


@relative_difference.part("nearly the same", rtol=1e-3, atol=1e-14)
def _(rng):
    for shape, step in (((4, 1), 1e-4), ((6,), 1e-7), ((2, 5), 1e-6)):
        p = rng.normal(size=shape) + 3
        yield p, p + step * rng.normal(size=shape)


@relative_difference.part("zeros: one of them, or both")
def _(rng):
    yield np.zeros((3, 1)), np.zeros((3, 1))
    yield np.zeros(4), rng.normal(size=4)
    yield rng.normal(size=(2, 3)), np.zeros((2, 3))
    yield np.zeros(2, dtype=int), np.zeros(2, dtype=int)
    yield np.array([0.0, 2.0, 0.0]), np.array([0.0, 0.0, 3.0])
    yield np.array([1.5, -1.5]), np.array([-2.0, 2.0])
    yield np.array([1.0, 5.0]), np.array([1.0, 5.0])


@relative_difference.mistake(
    "Where both are all zeros this is 0 divided by 0, which is nan. Decide about that case first: the result "
    "is 0.0 there."
)
def zero_by_zero(p, q):
    with np.errstate(invalid="ignore"):
        return np.linalg.norm(p - q) / (np.linalg.norm(p) + np.linalg.norm(q))


@relative_difference.mistake(
    "Where both are all zeros this divides 0.0 by 0.0, and Python's own numbers refuse that. Decide about "
    "that case first: the result is 0.0 there."
)
def zero_by_zero_in_python(p, q):
    return float(np.linalg.norm(p - q)) / float(np.linalg.norm(p) + np.linalg.norm(q))


@relative_difference.mistake(
    "This is the length of the difference. Compared with the sizes of p and q it is still to be divided by their sum."
)
def absolute_difference(p, q):
    return np.linalg.norm(p - q)


@compared("The difference is compared with the length of p alone. The lengths of both are added up below.")
def compared_with_the_first(p, q):
    size = np.linalg.norm(p)
    return np.linalg.norm(p - q) / size if size > 0 else float(np.any(q))


@compared("The difference is compared with the length of q alone. The lengths of both are added up below.")
def compared_with_the_second(p, q):
    size = np.linalg.norm(q)
    return np.linalg.norm(p - q) / size if size > 0 else 0.0


@compared("The difference is compared with the larger of the two lengths. Their sum is asked.")
def compared_with_the_larger(p, q):
    size = max(np.linalg.norm(p), np.linalg.norm(q))
    return np.linalg.norm(p - q) / size if size > 0 else 0.0


@compared("The lengths of p and q are multiplied below. They are to be added.")
def compared_with_the_product(p, q):
    size = np.linalg.norm(p) * np.linalg.norm(q)
    return np.linalg.norm(p - q) / size if size > 0 else np.inf


@compared("This is the length of p + q below. Each has its own length, and the two lengths are added.")
def length_of_the_sum(p, q):
    size = np.linalg.norm(p + q)
    return np.linalg.norm(p - q) / size if size > 0 else 0.0


@compared(
    "The lengths are subtracted above: p and q may be equally long and still be different. The difference "
    "comes first, then its length."
)
def difference_of_lengths(p, q):
    size = np.linalg.norm(p) + np.linalg.norm(q)
    return abs(np.linalg.norm(p) - np.linalg.norm(q)) / size if size > 0 else 0.0


@compared("The square roots are missing: these are sums of squares, not lengths.")
def without_roots(p, q):
    size = np.sum(np.square(p)) + np.sum(np.square(q))
    return np.sum(np.square(p - q)) / size if size > 0 else 0.0


@compared("The sizes are added as squares, under one root. Take the two roots first, then add.")
def one_root_below(p, q):
    size = np.sqrt(np.sum(np.square(p)) + np.sum(np.square(q)))
    return np.linalg.norm(p - q) / size if size > 0 else 0.0


@compared("Absolute values are added up in place of squares. The length is the square root of the sum of all squares.")
def absolute_values(p, q):
    size = np.sum(np.abs(p)) + np.sum(np.abs(q))
    return np.sum(np.abs(p - q)) / size if size > 0 else 0.0


@compared("Only the largest entry counts here. The length is the square root of the sum of all squares.")
def largest_entries(p, q):
    size = np.max(np.abs(p)) + np.max(np.abs(q))
    return np.max(np.abs(p - q)) / size if size > 0 else 0.0


@compared("This is an answer for each entry, or for each column. One number is asked for the whole arrays.")
def entry_by_entry(p, q):
    with np.errstate(invalid="ignore"):
        return np.nan_to_num(np.abs(p - q) / (np.abs(p) + np.abs(q)))


@compared(
    "Without brackets Python divides by the first length only, and then adds the second. The sum below needs brackets."
)
def brackets_missing(p, q):
    return np.linalg.norm(p - q) / np.linalg.norm(p) + np.linalg.norm(q) if np.any(p) else 0.5 * np.any(q)


@compared("p + q stands above where p - q belongs, so equal arrays get 1 and not 0.")
def sum_above(p, q):
    size = np.linalg.norm(p) + np.linalg.norm(q)
    return np.linalg.norm(p + q) / size if size > 0 else 0.0


@relative_difference.mistake("This is how much they agree. The difference is what is missing to 1.")
def agreement(p, q):
    size = np.linalg.norm(p) + np.linalg.norm(q)
    return 1 - np.linalg.norm(p - q) / size if size > 0 else 1.0


@compared("The result is doubled: the difference is divided by the mean of the lengths. Divide by their sum.")
def compared_with_the_mean(p, q):
    size = (np.linalg.norm(p) + np.linalg.norm(q)) / 2
    return np.linalg.norm(p - q) / size if size > 0 else 0.0


@relative_difference.mistake("Small differences are taken for none. How small they are is just what is asked.")
def small_ones_forgiven(p, q):
    size = np.linalg.norm(p) + np.linalg.norm(q)
    return 0.0 if np.allclose(p, q, rtol=1e-3) else np.linalg.norm(p - q) / size


@relative_difference.mistake(
    "Where one of the two is all zeros, the result is 0 here, and it should be 1. Only where both are is it 0."
)
def either_is_zero(p, q):
    if not np.any(p) or not np.any(q):
        return 0.0
    return np.linalg.norm(p - q) / (np.linalg.norm(p) + np.linalg.norm(q))


@relative_difference.mistake(
    "`if` can't decide about a whole array, entry by entry. Ask about one number, such as the sum of the two lengths."
)
def if_about_an_array(p, q):
    if p == 0 and q == 0:
        return 0.0
    return np.linalg.norm(p - q) / (np.linalg.norm(p) + np.linalg.norm(q))


@relative_difference.mistake(
    "@ and np.dot with p's own transpose are meant for one dimension. Square every entry and add all of them "
    "up: that suits arrays of any shape."
)
def for_one_dimension(p, q):
    size = np.sqrt(p @ p) + np.sqrt(q @ q)
    return np.sqrt((p - q) @ (p - q)) / size if size > 0 else 0.0


@compared("The result is in per cent. A fraction is asked, from 0 to 1.")
def per_cent(p, q):
    return 100 * np.linalg.norm(p - q) / (np.linalg.norm(p) + np.linalg.norm(q) or 1.0)


@compared(
    "The lengths are subtracted above, and with a sign. p and q may be equally long and still be different: "
    "the difference comes first, then its length."
)
def signed_difference_of_lengths(p, q):
    return (np.linalg.norm(p) - np.linalg.norm(q)) / (np.linalg.norm(p) + np.linalg.norm(q) or 1.0)


@relative_difference.mistake(
    "p.all() asks whether no entry at all is 0, so one 0 among other numbers is taken for all zeros. Ask "
    "whether any entry isn't 0, or about the sum of the lengths."
)
def one_zero_for_all(p, q):
    if not p.all() and not q.all():
        return 0.0
    return np.linalg.norm(p - q) / (np.linalg.norm(p) + np.linalg.norm(q))


@relative_difference.mistake(
    "For a matrix np.linalg.norm(p, 2) is another number, how much p stretches a vector at most. Without the "
    "2 it is the root of the sum of all squares, for every shape.",
    where=lambda p, q: p.ndim < 3 and _neither_is_zero(p, q),
)
def stretch_of_a_matrix(p, q):
    return np.linalg.norm(p - q, 2) / (np.linalg.norm(p, 2) + np.linalg.norm(q, 2) or 1.0)


@relative_difference.mistake(
    "Where both are all zeros, nothing (None) comes back: that way through the function has no `return`."
)
def nothing_for_zeros(p, q):
    size = np.linalg.norm(p) + np.linalg.norm(q)
    return np.linalg.norm(p - q) / size if size > 0 else None


@relative_difference.mistake(
    "Where both are all zeros, the result is 1 here. They don't differ at all, so it should be 0."
)
def one_for_zeros(p, q):
    size = np.linalg.norm(p) + np.linalg.norm(q)
    return np.linalg.norm(p - q) / size if size > 0 else 1.0


@compared("The lengths are subtracted below. They are to be added, and then the result is never above 1.")
def lengths_subtracted_below(p, q):
    size = np.linalg.norm(p) - np.linalg.norm(q)
    return np.linalg.norm(p - q) / size if size else 0.0


@compared(
    "Above stands the sum of the differences, in which plus and minus cancel out. The length is the root of the sum of "
    "their squares."
)
def sum_of_differences(p, q):
    return np.sum(p - q) / (np.linalg.norm(p) + np.linalg.norm(q) or 1.0)


@compared("Above the root is missing: the square of a length stands over the sum of two lengths.")
def root_missing_above(p, q):
    return np.sum(np.square(p - q)) / (np.linalg.norm(p) + np.linalg.norm(q) or 1.0)


@compared("Above is a length, but below the squares are added up without their roots. Three lengths are asked.")
def roots_missing_below(p, q):
    return np.linalg.norm(p - q) / (np.sum(np.square(p)) + np.sum(np.square(q)) or 1)


@relative_difference.mistake(
    "Every entry is compared by itself, and then the mean is taken. The arrays are compared as wholes: lengths first, "
    "then one division.",
    where=lambda p, q: np.all(p) and np.all(q),
)
def mean_over_entries(p, q):
    sizes = np.abs(p) + np.abs(q)
    return np.mean(np.abs(p - q) / np.where(sizes == 0, 1, sizes))


@relative_difference.mistake(
    "`axis=0` asks for a length of each column. One length for the whole array is asked, so no axis is named.",
    where=lambda p, q: _neither_is_zero(p, q) and min(p.shape) > 1,
)
def along_the_first_axis(p, q):
    sizes = np.linalg.norm(p, axis=0) + np.linalg.norm(q, axis=0)
    return np.linalg.norm(p - q, axis=0) / np.where(sizes == 0, 1, sizes)


@relative_difference.mistake(
    "An array of shape (n,) has no axis 1, hence this error. One length for the whole array is asked, so no axis is "
    "named."
)
def along_the_second_axis(p, q):
    return np.linalg.norm(p - q, axis=1) / (np.linalg.norm(p, axis=1) + np.linalg.norm(q, axis=1))


@relative_difference.mistake(
    "np.dot of an array with itself is the square of its length for one dimension only. Square every entry and add all "
    "of them up: that suits arrays of any shape."
)
def dot_for_one_dimension(p, q):
    size = np.sqrt(np.dot(p, p)) + np.sqrt(np.dot(q, q))
    return np.sqrt(np.dot(p - q, p - q)) / size if size > 0 else 0.0


@compared(
    "A number such as 0.01 is added below, and it shows. Only where both are all zeros does anything have to be done."
)
def eps_below(p, q):
    return np.linalg.norm(p - q) / (np.linalg.norm(p) + np.linalg.norm(q) + 1e-2)


@relative_difference.mistake(
    "np.allclose takes arrays for equal whose numbers agree to five digits, and 0 comes back. Just such small "
    "differences are to be measured."
)
def close_ones_forgiven(p, q):
    size = np.linalg.norm(p) + np.linalg.norm(q)
    return 0.0 if np.allclose(p, q) else np.linalg.norm(p - q) / size


@relative_difference.mistake(
    "Where p is all zeros, the result is 0 here, whatever q is. Only where both are is it 0; otherwise it is 1 then."
)
def first_is_zero(p, q):
    if not np.any(p):
        return 0.0
    return np.linalg.norm(p - q) / (np.linalg.norm(p) + np.linalg.norm(q))


@relative_difference.mistake(
    "The entries are added up to see whether all are zero, and 1 and -1 add up to 0, too. The sum of the lengths is 0 "
    "for zeros alone."
)
def sums_that_cancel(p, q):
    if np.sum(p) + np.sum(q) == 0:
        return 0.0
    return np.linalg.norm(p - q) / (np.linalg.norm(p) + np.linalg.norm(q))


@relative_difference.mistake(
    "The result is rounded. How small a difference is, that is just what is asked: keep all digits."
)
def rounded_difference(p, q):
    return round(float(np.linalg.norm(p - q) / (np.linalg.norm(p) + np.linalg.norm(q) or 1.0)), 7)


@compared(
    "p is overwritten by the difference, and what is divided by below is no longer its own length. Give the difference "
    "a name of its own."
)
def first_overwritten(p, q):
    p = p - q
    return np.linalg.norm(p) / (np.linalg.norm(p) + np.linalg.norm(q) or 1.0)


@relative_difference.variant
def lengths_written_out(p, q):
    above = np.sqrt(np.sum((p - q) ** 2))
    below = np.sqrt(np.sum(p**2)) + np.sqrt(np.sum(q**2))
    if below == 0:
        return 0
    return above / below


@relative_difference.variant
def with_a_tiny_eps(p, q):
    return np.linalg.norm(p - q) / (np.linalg.norm(p) + np.linalg.norm(q) + 1e-300)


@relative_difference.variant
def flattened(p, q):
    p, q = p.ravel(), q.ravel()
    if not p.any() and not q.any():
        return 0.0
    return (
        (p - q) @ (p - q) / (((p - q) @ (p - q)) ** 0.5 * ((p @ p) ** 0.5 + (q @ q) ** 0.5)) if (p - q).any() else 0.0
    )


@relative_difference.variant
def nan_repaired(p, q):
    return np.nan_to_num(np.linalg.norm(p - q) / (np.linalg.norm(p) + np.linalg.norm(q)), nan=0.0)


@relative_difference.variant
def all_equal_first(p, q):
    if np.array_equal(p, q):
        return np.array([[0.0]])
    return np.array([[np.linalg.norm(p - q)]]) / (np.linalg.norm(p) + np.linalg.norm(q))


@relative_difference.variant
def by_loops(p, q):
    import math

    above = below_p = below_q = 0.0
    for a, b in zip(p.flat, q.flat):
        above, below_p, below_q = above + (a - b) ** 2, below_p + a * a, below_q + b * b
    size = math.sqrt(below_p) + math.sqrt(below_q)
    return math.sqrt(above) / size if size else 0.0
