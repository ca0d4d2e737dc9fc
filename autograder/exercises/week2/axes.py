"""Rows, columns and what is kept: lengths of rows, standardized features, softmax."""

from functools import partial

import numpy as np

from autograder.spec import Exercise

normalize_rows = Exercise("w2-row-norms", rtol=1e-4, atol=1e-6, loop_free=True)


@normalize_rows.part("fractions, above and below zero")
def _(rng):
    yield (np.array([[0.3, -0.4, 1.2], [-2.0, 0.5, 1.0]]),)
    yield (rng.normal(size=(4, 3)),)
    yield (5 * rng.normal(size=(2, 6)),)
    yield (rng.normal(size=(3, 1)),)
    yield (rng.normal(size=(1, 4)),)


@normalize_rows.part("whole numbers", weight=0.5)
def _(rng):
    yield (np.array([[3, 4], [0, 2], [-5, 12]]),)
    yield (rng.integers(1, 9, size=(2, 5)) * np.array([1, -1, 1, 1, -1]),)


@normalize_rows.mistake(
    "The lengths come as (n,), which is laid along the columns, so (n, k) and (n,) don't fit. Keep the axis "
    "that was summed away, as a 1: then the lengths stand as a column beside the rows."
)
def lengths_not_kept_as_a_column(A):
    return A / np.linalg.norm(A, axis=1)


@normalize_rows.mistake("Each column is divided by its length. Along axis 0 a sum runs down a column; a row is axis 1.")
def columns_normalized(A):
    return A / np.linalg.norm(A, axis=0, keepdims=True)


@normalize_rows.mistake(
    "All rows are divided by one number, the length of the whole matrix. Each row has a length of its own: "
    "say along which axis."
)
def whole_matrix(A):
    return A / np.linalg.norm(A)


@normalize_rows.mistake("Each row is divided by its sum. Its length is another: square root of the sum of squares.")
def divided_by_the_sum(A):
    return A / np.sum(A, axis=1, keepdims=True)


@normalize_rows.mistake(
    "Each row is divided by the sum of its absolute values. The length asked for is the square root of the "
    "sum of squares."
)
def divided_by_absolute_values(A):
    return A / np.sum(np.abs(A), axis=1, keepdims=True)


@normalize_rows.mistake(
    "Each row is divided by its largest entry. Its length is the square root of the sum of squares."
)
def divided_by_the_largest(A):
    return A / np.max(A, axis=1, keepdims=True)


@normalize_rows.mistake(
    "Each row is divided by its largest absolute value, which is one way to measure it, but not its length."
)
def divided_by_the_largest_size(A):
    return A / np.max(np.abs(A), axis=1, keepdims=True)


@normalize_rows.mistake("The square root is missing: the row (3, 4) has the sum of squares 25 and the length 5.")
def root_missing(A):
    return A / np.sum(A**2, axis=1, keepdims=True)


@normalize_rows.mistake(
    "Each row is divided by the root of the mean of its squares. The length takes their sum, for any k."
)
def root_of_the_mean(A):
    return A / np.sqrt(np.mean(A**2, axis=1, keepdims=True))


@normalize_rows.mistake("These are the lengths. Each row is still to be divided by its own.")
def lengths_only(A):
    return np.linalg.norm(A, axis=1, keepdims=True)


@normalize_rows.mistake("The rows are multiplied by their lengths, which makes long ones longer. Divide.")
def multiplied_by_lengths(A):
    return A * np.linalg.norm(A, axis=1, keepdims=True)


@normalize_rows.mistake(
    "The mean of each row is taken away as well. Only the length is to change, not where the row points."
)
def rows_standardized(A):
    with np.errstate(invalid="ignore"):
        return (A - A.mean(axis=1, keepdims=True)) / A.std(axis=1, keepdims=True)


@normalize_rows.mistake("The signs are lost. The row (-5, 12) becomes (-0.38, 0.92): it points where it pointed.")
def row_signs_lost(A):
    return np.abs(A) / np.linalg.norm(A, axis=1, keepdims=True)


@normalize_rows.mistake("The squares are divided too. Only in the length are the entries squared.")
def squares_divided(A):
    return A**2 / np.sum(A**2, axis=1, keepdims=True)


@normalize_rows.mistake(
    "/= writes into the array itself, and an array of whole numbers takes no fractions. Make a new array: the "
    "caller's matrix stays as it was, too."
)
def rows_in_place(A):
    A /= np.linalg.norm(A, axis=1, keepdims=True)
    return A


@normalize_rows.mistake("The results are put into an array that was made for whole numbers, and there 0.6 becomes 0.")
def rows_of_the_same_kind(A):
    result = np.zeros_like(A)
    result[:] = A / np.linalg.norm(A, axis=1, keepdims=True)
    return result


@normalize_rows.mistake("The result stands on its side: what were rows are columns now. Turn it back.")
def rows_on_their_side(A):
    return A.T / np.linalg.norm(A, axis=1)


@normalize_rows.mistake("These are the lengths, in one dimension. Each row is still to be divided by its own.")
def lengths_only_flat(A):
    return np.linalg.norm(A, axis=1)


@normalize_rows.mistake("The sum of the row is squared. Each entry is squared by itself, and then they are added.")
def square_of_the_sum(A):
    return A / np.sqrt(np.sum(A, axis=1, keepdims=True) ** 2)


@normalize_rows.mistake(
    "Each row is divided by its standard deviation. Its length is the square root of the sum of squares."
)
def divided_by_the_deviation(A):
    with np.errstate(divide="ignore"):
        return A / np.std(A, axis=1, keepdims=True)


@normalize_rows.mistake(
    "The 1 in np.linalg.norm(A, 1) is no axis: in second place it names another kind of length, and one number comes "
    "back for the whole matrix. The axis has to be called by its name."
)
def kind_of_length_for_the_axis(A):
    return A / np.linalg.norm(A, 1)


@normalize_rows.mistake(
    "The entries are added and the root is taken of that; nothing is squared. The length is the root of the sum of "
    "squares: that of (3, 4) is 5."
)
def root_of_the_plain_sum(A):
    with np.errstate(invalid="ignore"):
        return A / np.sqrt(np.sum(A, axis=1, keepdims=True))


@normalize_rows.mistake("The entries are doubled where they should be squared: * 2 is written, and ** 2 is meant.")
def doubled_for_squared(A):
    with np.errstate(invalid="ignore"):
        return A / np.sqrt(np.sum(A * 2, axis=1, keepdims=True))


@normalize_rows.mistake(
    "In Python ^ is no power but compares bits, and only whole numbers have them. Use ** for powers."
)
def caret_for_a_power(A):
    return A / np.sqrt(np.sum(A ^ 2, axis=1, keepdims=True))


@normalize_rows.mistake(
    "A number such as 0.01 is added to the lengths, and it shows: no row has length 1 any more. No row is all zeros, "
    "so nothing is needed, and 1e-8 does no harm."
)
def eps_in_the_length(A):
    return A / (np.linalg.norm(A, axis=1, keepdims=True) + 1e-2)


@normalize_rows.mistake("The results are cut off to whole numbers: 0.6 has become 0. Leave them as they come.")
def quotients_cut_off(A):
    return (A / np.linalg.norm(A, axis=1, keepdims=True)).astype(int)


@normalize_rows.mistake("Only the first two entries of a row make its length here. All of them count, however many.")
def two_entries_only(A):
    return A / np.sqrt(A[:, :1] ** 2 + A[:, 1:2] ** 2) if A.shape[1] > 1 else A / np.abs(A)


@normalize_rows.mistake(
    "A times its transpose is a table of every row with every row, (n, n). Only its diagonal holds the squares of the "
    "lengths."
)
def table_of_rows(A):
    with np.errstate(invalid="ignore"):
        return A / np.sqrt(np.dot(A, A.T))


@normalize_rows.mistake(
    "There are n lengths, and the reshape asks for another number of them: a fixed one, or that of the columns. Take "
    "the number of rows from A, or let NumPy find it."
)
def two_rows_only(A):
    return A / np.linalg.norm(A, axis=1).reshape(2, 1)


@normalize_rows.variant
def by_root_and_squares(A):
    return A / np.sqrt((A**2).sum(axis=1, keepdims=True))


@normalize_rows.variant
def lengths_reshaped(A):
    return A / np.linalg.norm(A, axis=1).reshape(-1, 1)


@normalize_rows.variant
def rows_transposed_there_and_back(A):
    return (A.T / np.linalg.norm(A, axis=1)).T


@normalize_rows.variant
def rows_by_einsum(A):
    return np.einsum("ij,i->ij", A, np.einsum("ij,ij->i", A, A) ** -0.5)


@normalize_rows.variant
def by_the_diagonal(A):
    return np.diag(1 / np.sqrt(np.diag(A @ A.T))) @ A


@normalize_rows.variant
def new_axis(A):
    lengths = np.sum(np.square(np.abs(A)), 1) ** 0.5
    return np.divide(A, lengths[:, None])


standardize = Exercise("w2-standardize", rtol=1e-4, atol=1e-6, loop_free=True)


@standardize.part("fractions, above and below zero")
def _(rng):
    yield (np.array([[1.0, 3.0, 8.0], [-2.0, 0.5, 0.0]]),)
    yield (rng.normal(size=(3, 5)) * [[1.0], [4.0], [0.5]] + [[2.0], [-7.0], [0.3]],)
    yield (rng.uniform(-3, 9, size=(5, 4)),)
    yield (rng.normal(2, 3, size=(1, 6)),)


@standardize.part("whole numbers, near and far from zero", weight=0.5)
def _(rng):
    yield (np.array([[180, 200, 190, 231], [3, 1, 2, 2], [-4, 0, 5, 6]]),)
    yield (np.array([[3400, 4200, 3900], [17, 15, 20]]),)
    yield (rng.integers(1, 90, size=(2, 7)),)


@standardize.mistake(
    "The deviation is divided by m - 1 (ddof=1), as statisticians do for a sample. Here it is the root of the "
    "mean, over m."
)
def divided_by_one_less(X):
    mean, deviation = X.mean(axis=1, keepdims=True), X.std(axis=1, ddof=1, keepdims=True)
    return (X - mean) / deviation, mean, deviation


@standardize.mistake(
    "Each example is standardized over its features: axis 0 runs down a column. A feature is a row, with its "
    "m examples."
)
def along_the_columns(X):
    with np.errstate(invalid="ignore"):
        mean, deviation = X.mean(axis=0, keepdims=True), X.std(axis=0, keepdims=True)
        return (X - mean) / deviation, mean, deviation


@standardize.mistake("One mean and one deviation are taken over all features together. Each row has its own.")
def over_everything(X):
    return (X - X.mean()) / X.std(), X.mean(), X.std()


@standardize.mistake(
    "mean and deviation have one dimension, (n_x,), which is laid along the columns of X, so it doesn't fit. "
    "Keep the axis that was summed away, as a 1."
)
def axis_not_kept(X):
    mean, deviation = X.mean(axis=1), X.std(axis=1)
    return (X - mean) / deviation, mean, deviation


@standardize.mistake(
    "X is right, but mean and deviation come back with one dimension, (n_x,). Columns are asked, (n_x, 1)."
)
def returned_flat(X):
    mean, deviation = X.mean(axis=1), X.std(axis=1)
    return (X - mean[:, None]) / deviation[:, None], mean, deviation


@standardize.mistake("This is divided by the variance. The standard deviation is its square root.")
def variance_for_deviation(X):
    mean, variance = X.mean(axis=1, keepdims=True), X.var(axis=1, keepdims=True)
    return (X - mean) / variance, mean, variance


@standardize.mistake("The mean is taken away, but nothing is divided: the rows keep their own deviations.")
def centred_only(X):
    mean, deviation = X.mean(axis=1, keepdims=True), X.std(axis=1, keepdims=True)
    return X - mean, mean, deviation


@standardize.mistake("X is divided by the deviation, but the mean was never taken away.")
def never_centred(X):
    mean, deviation = X.mean(axis=1, keepdims=True), X.std(axis=1, keepdims=True)
    return X / deviation, mean, deviation


@standardize.mistake(
    "Python divides before it subtracts, so only the mean is divided by the deviation. The difference needs brackets."
)
def only_the_mean_divided(X):
    mean, deviation = X.mean(axis=1, keepdims=True), X.std(axis=1, keepdims=True)
    return X - mean / deviation, mean, deviation


@standardize.mistake("X is divided first, and then the mean is taken away, which by then is another. First the mean.")
def divided_before_centred(X):
    mean, deviation = X.mean(axis=1, keepdims=True), X.std(axis=1, keepdims=True)
    return X / deviation - mean, mean, deviation


@standardize.mistake("mean and deviation have changed places in what is returned: first X, then mean, then deviation.")
def returned_in_another_order(X):
    mean, deviation = X.mean(axis=1, keepdims=True), X.std(axis=1, keepdims=True)
    return (X - mean) / deviation, deviation, mean


@standardize.mistake("This squeezes each row between 0 and 1. Mean 0 and standard deviation 1 are asked.")
def between_zero_and_one(X):
    low, high = X.min(axis=1, keepdims=True), X.max(axis=1, keepdims=True)
    return (X - low) / (high - low), X.mean(axis=1, keepdims=True), X.std(axis=1, keepdims=True)


@standardize.mistake(
    "Three results are asked, and only the first comes back: the mean and the deviation are needed later, too."
)
def one_result(X):
    return (X - X.mean(axis=1, keepdims=True)) / X.std(axis=1, keepdims=True)


@standardize.mistake(
    "These are the means and deviations of the result, about 0 and 1. Those that X had before are asked."
)
def measured_afterwards(X):
    S = (X - X.mean(axis=1, keepdims=True)) / X.std(axis=1, keepdims=True)
    return S, S.mean(axis=1, keepdims=True), S.std(axis=1, keepdims=True)


@standardize.mistake(
    "-= and /= write into the array itself, and an array of whole numbers takes no fractions. Make a new "
    "array: the caller's X stays as it was, too."
)
def standardized_in_place(X):
    mean, deviation = X.mean(axis=1, keepdims=True), X.std(axis=1, keepdims=True)
    X -= mean
    X /= deviation
    return X, mean, deviation


@standardize.mistake("The deviation is the length of the centred row, a sum of squares. Its mean is asked, over m.")
def sum_for_mean(X):
    mean = X.mean(axis=1, keepdims=True)
    deviation = np.linalg.norm(X - mean, axis=1, keepdims=True)
    return (X - mean) / deviation, mean, deviation


@standardize.mistake(
    "The deviation is the mean of the absolute distances. The standard deviation takes the mean of their "
    "squares, and its root."
)
def mean_distance(X):
    mean = X.mean(axis=1, keepdims=True)
    deviation = np.mean(np.abs(X - mean), axis=1, keepdims=True)
    return (X - mean) / deviation, mean, deviation


@standardize.mistake("The middle value of each row, its median, is taken for the mean.")
def median_for_mean(X):
    mean, deviation = np.median(X, axis=1, keepdims=True), X.std(axis=1, keepdims=True)
    return (X - mean) / deviation, mean, deviation


@standardize.mistake(
    "Means and deviations are those of the examples, one for each column, because axis 0 runs down a column. "
    "A feature is a row, with its m examples."
)
def along_the_columns_flat(X):
    with np.errstate(invalid="ignore"):
        mean, deviation = X.mean(axis=0), X.std(axis=0)
        return (X - mean) / deviation, mean, deviation


@standardize.mistake(
    "The mean is a column, but the deviation has one dimension, (n_x,), and doesn't fit. Keep its axis, too, as a 1."
)
def only_the_deviation_flat(X):
    mean, deviation = X.mean(axis=1, keepdims=True), X.std(axis=1)
    return (X - mean) / deviation, mean, deviation


@standardize.mistake(
    "The deviation is a column, but the mean has one dimension, (n_x,), and doesn't fit. Keep its axis, too, as a 1."
)
def only_the_mean_flat(X):
    mean, deviation = X.mean(axis=1), X.std(axis=1, keepdims=True)
    return (X - mean) / deviation, mean, deviation


@standardize.mistake("The three results stand in another order: first X, then mean, then deviation.")
def result_last(X):
    mean, deviation = X.mean(axis=1, keepdims=True), X.std(axis=1, keepdims=True)
    return mean, deviation, (X - mean) / deviation


@standardize.mistake("X comes back on its side, one row an example. Keep its shape.")
def standardized_on_its_side(X):
    mean, deviation = X.mean(axis=1, keepdims=True), X.std(axis=1, keepdims=True)
    return ((X - mean) / deviation).T, mean, deviation


@standardize.mistake(
    "The deviation is measured from 0, the root of the mean square. It is measured from the row's own mean."
)
def measured_from_zero(X):
    mean = X.mean(axis=1, keepdims=True)
    deviation = np.sqrt(np.mean(X**2, axis=1, keepdims=True))
    return (X - mean) / deviation, mean, deviation


@standardize.mistake("The sums are divided by the number of features. Each row has m numbers, which is X.shape[1].")
def divided_by_features(X):
    mean = np.sum(X, axis=1, keepdims=True) / len(X)
    deviation = np.sqrt(np.sum((X - mean) ** 2, axis=1, keepdims=True) / len(X))
    return (X - mean) / deviation, mean, deviation


@standardize.mistake("X is divided by its range, largest minus smallest, and not by its standard deviation.")
def divided_by_the_range(X):
    mean, deviation = X.mean(axis=1, keepdims=True), X.std(axis=1, keepdims=True)
    return (X - mean) / (X.max(axis=1, keepdims=True) - X.min(axis=1, keepdims=True)), mean, deviation


@standardize.mistake(
    "X is divided by the square of the deviation, which is the variance. Divided by the deviation, its own is 1."
)
def divided_by_the_square(X):
    mean, deviation = X.mean(axis=1, keepdims=True), X.std(axis=1, keepdims=True)
    return (X - mean) / deviation**2, mean, deviation


@standardize.mistake(
    "The sign is turned: what was above the mean is below 0 now. X comes first, and the mean is taken away."
)
def mean_minus_x(X):
    mean, deviation = X.mean(axis=1, keepdims=True), X.std(axis=1, keepdims=True)
    return (mean - X) / deviation, mean, deviation


@standardize.mistake(
    "mean and deviation come back as rows. There is one for each feature, so they are columns, (n_x, 1)."
)
def rows_for_columns(X):
    mean, deviation = X.mean(axis=1, keepdims=True), X.std(axis=1, keepdims=True)
    return (X - mean) / deviation, mean.T, deviation.T


@standardize.mistake("The mean is added. It is to be taken away, so that the rows lie around 0.")
def mean_added(X):
    mean, deviation = X.mean(axis=1, keepdims=True), X.std(axis=1, keepdims=True)
    return (X + mean) / deviation, mean, deviation


@standardize.mistake("X is multiplied by the deviation, so a wide row gets wider still. Divided by it, its own is 1.")
def multiplied_by_the_deviation(X):
    mean, deviation = X.mean(axis=1, keepdims=True), X.std(axis=1, keepdims=True)
    return (X - mean) * deviation, mean, deviation


@standardize.mistake("The mean is a sum here: it was never divided by m.")
def sums_for_means(X):
    mean, deviation = X.sum(axis=1, keepdims=True), X.std(axis=1, keepdims=True)
    return (X - mean) / deviation, mean, deviation


@standardize.mistake(
    "The squares are divided by the number of features, which is len(X). Each row has m numbers, which is X.shape[1]."
)
def squares_divided_by_features(X):
    mean = X.mean(axis=1, keepdims=True)
    deviation = np.sqrt(np.sum((X - mean) ** 2, axis=1, keepdims=True) / len(X))
    return (X - mean) / deviation, mean, deviation


@standardize.mistake("The means are those of the rows, but the deviations those of the columns. Both go along axis 1.")
def deviations_of_the_columns(X):
    mean, deviation = X.mean(axis=1, keepdims=True), X.std(axis=0, keepdims=True)
    with np.errstate(divide="ignore", invalid="ignore"):
        return (X - mean) / deviation, mean, deviation


@standardize.mistake("Each row has its own mean, but all share one deviation: std was given no axis.")
def one_deviation_for_all(X):
    mean, deviation = X.mean(axis=1, keepdims=True), X.std()
    return (X - mean) / deviation, mean, deviation


@standardize.mistake("One mean is taken of all features together, without an axis. Each row has its own.")
def one_mean_for_all(X):
    mean, deviation = X.mean(), X.std(axis=1, keepdims=True)
    return (X - mean) / deviation, mean, deviation


@standardize.mistake("A second root is taken: np.std is a root already, that of the variance.")
def root_of_the_deviation(X):
    mean, deviation = X.mean(axis=1, keepdims=True), np.sqrt(X.std(axis=1, keepdims=True))
    return (X - mean) / deviation, mean, deviation


@standardize.mistake(
    "The means are laid out as a row, (1, n_x), and X has m columns, another number. A feature is a row of X, so they "
    "stand as a column beside it."
)
def laid_out_as_rows(X):
    mean, deviation = X.mean(axis=1).reshape(1, -1), X.std(axis=1).reshape(1, -1)
    return (X - mean) / deviation, mean, deviation


@standardize.mistake("Two results come back: X and the mean. The deviation is the third.")
def deviation_kept_back(X):
    mean, deviation = X.mean(axis=1, keepdims=True), X.std(axis=1, keepdims=True)
    return (X - mean) / deviation, mean


@standardize.mistake("The three come back in a dict. Three results are asked, one after the other: X, mean, deviation.")
def dict_of_three(X):
    mean, deviation = X.mean(axis=1, keepdims=True), X.std(axis=1, keepdims=True)
    return {"X": (X - mean) / deviation, "mean": mean, "deviation": deviation}


@standardize.variant
def by_reshape(X):
    mean = np.mean(X, axis=1).reshape(-1, 1)
    deviation = np.std(X, axis=1).reshape(-1, 1)
    return (X - mean) / deviation, mean, deviation


@standardize.variant
def written_out(X):
    m = X.shape[1]
    mu = np.sum(X, axis=1, keepdims=True) / m
    sigma = np.sqrt(np.sum((X - mu) ** 2, axis=1, keepdims=True) / m)
    return [(X - mu) / sigma, mu, sigma]


@standardize.variant
def with_a_small_eps(X):
    mu, sigma = X.mean(1)[:, None], X.std(1)[:, None]
    return (X - mu) / (sigma + 1e-8), mu, sigma


@standardize.variant
def mean_of_squares(X):
    mu = X @ np.ones((X.shape[1], 1)) / X.shape[1]
    sigma = (np.mean(X**2, axis=1, keepdims=True) - mu**2) ** 0.5
    return (X - mu) / sigma, mu, sigma


@standardize.variant
def through_the_transpose(X):
    mu, variance = np.average(X.T, axis=0), np.var(X.T, axis=0)
    return ((X.T - mu) / np.sqrt(variance)).T, mu[np.newaxis].T, np.sqrt(variance)[np.newaxis].T


softmax = Exercise("w2-softmax", rtol=1e-4, atol=1e-6, loop_free=True)


def _is_ordinary(Z):
    return np.all(np.abs(Z) < 100)


in_ordinary_scores = partial(softmax.mistake, where=_is_ordinary)  # in others it matters how the scores are moved


@softmax.part("ordinary scores", weight=2)
def _(rng):
    yield (np.array([[1.0, 0.0, -2.0], [2.0, 0.0, 3.0]]),)
    yield (rng.normal(size=(3, 5)),)
    yield (2 * rng.normal(size=(5, 2)),)
    yield (rng.normal(size=(4, 1)),)
    yield (rng.normal(size=(1, 3)),)
    yield (rng.integers(-4, 5, size=(3, 4)),)


@softmax.part("scores of a thousand: finite numbers")
def _(rng):
    yield (np.array([[1000.0, 1.0, -1000.0], [1001.0, 0.5, -1002.0]]),)
    yield (np.array([[990.0, -990.0], [1000.0, -1000.0], [995.0, -991.5]]),)
    yield (np.array([[500.0], [501.0], [498.5], [500.5]]),)  # twice 500 is too much for exp, 500 is not
    yield (np.array([[-400.0, 2.0], [-401.0, 1.0], [400.0, 3.0]]),)  # so is the distance of 800
    yield (np.array([[-700.0], [700.0], [-698.0], [-699.0], [699.0]]),)
    yield (np.array([[-1000, 0, 1000, 3], [1000, 0, -998, 5], [999, 2, -1000, 4]]),)


@in_ordinary_scores(
    "Each row adds up to 1. An example is a column here, so the columns should: axis 0 runs down a column."
)
def along_the_rows(Z):
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)


@in_ordinary_scores("The whole matrix adds up to 1. Each column on its own should: say along which axis.")
def over_the_matrix(Z):
    E = np.exp(Z - Z.max())
    return E / E.sum()


@softmax.mistake(
    "e to the 1000 is too large for a float, and e to the -1000 is 0, so infinity over infinity or 0 over 0 "
    "gives nan. Only differences within a column matter: move each column before you take exp."
)
def without_a_shift(Z):
    E = np.exp(Z)
    return E / E.sum(axis=0, keepdims=True)


@softmax.mistake(
    "All columns are moved by the largest score of the whole matrix. A column far below it becomes all zeros, "
    "and 0 over 0 is nan. Each column has a largest score of its own."
)
def shifted_by_the_largest_of_all(Z):
    E = np.exp(Z - np.max(Z))
    return E / E.sum(axis=0, keepdims=True)


@softmax.mistake(
    "Each row is moved by its largest score, which changes the differences within a column. Move every column "
    "by one number: its own largest."
)
def shifted_along_the_rows(Z):
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    return E / E.sum(axis=0, keepdims=True)


@softmax.mistake(
    "The largest score is added, which makes large ones larger still. It is to be taken away, so that no "
    "exponent is above 0."
)
def shift_added(Z):
    E = np.exp(Z + Z.max(axis=0, keepdims=True))
    return E / E.sum(axis=0, keepdims=True)


@softmax.mistake(
    "The smallest score is taken away, so all exponents are positive, and far apart scores overflow. With the "
    "largest taken away none is above 0."
)
def shifted_by_the_smallest(Z):
    E = np.exp(Z - Z.min(axis=0, keepdims=True))
    return E / E.sum(axis=0, keepdims=True)


@softmax.mistake(
    "The mean is taken away, so the exponents of far apart scores can still be too large. With the largest "
    "score taken away none is above 0."
)
def shifted_by_the_mean(Z):
    E = np.exp(Z - Z.mean(axis=0, keepdims=True))
    return E / E.sum(axis=0, keepdims=True)


@softmax.mistake(
    "The scores are cut off before exp, so 1000 and 1001 come out the same. Moving a whole column keeps the "
    "differences.",
    where=lambda Z: np.all((np.abs(Z) < 100) | (np.abs(Z) > 800)),
)
def scores_cut_off(Z):
    E = np.exp(np.clip(Z, -300, 300))
    return E / E.sum(axis=0, keepdims=True)


@softmax.mistake("These are the exponentials. Each is still to be divided by the sum of its column.")
def not_divided(Z):
    return np.exp(Z - Z.max(axis=0, keepdims=True))


@softmax.mistake(
    "The scores themselves are divided by their sum. e to each score comes first: that makes them positive."
)
def without_exponentials(Z):
    with np.errstate(divide="ignore", invalid="ignore"):
        return Z / Z.sum(axis=0, keepdims=True)


@in_ordinary_scores("The exponents have the wrong sign: the smallest score gets the largest probability.")
def sign_turned(Z):
    E = np.exp(Z.min(axis=0, keepdims=True) - Z)
    return E / E.sum(axis=0, keepdims=True)


@softmax.mistake(
    "This is the sigmoid of each score, for yes or no. A softmax shares 1 out among the k scores of a column."
)
def sigmoid_of_each(Z):
    return 0.5 * (1 + np.tanh(Z / 2))


@softmax.mistake(
    "The largest score gets 1 and the others 0. A softmax is soft: it shares 1 out, and all get something."
)
def hard_maximum(Z):
    return np.equal(Z, Z.max(axis=0, keepdims=True)) * 1.0


@softmax.mistake("These are the logarithms of the probabilities. The columns should add up to 1.")
def logarithms(Z):
    S = Z - Z.max(axis=0, keepdims=True)
    return S - np.log(np.exp(S).sum(axis=0, keepdims=True))


@in_ordinary_scores("The result stands on its side, one row an example. Keep the shape of Z.")
def softmax_on_its_side(Z):
    E = np.exp(Z - Z.max(axis=0, keepdims=True))
    return (E / E.sum(axis=0, keepdims=True)).T


@in_ordinary_scores(
    "The sums are taken along axis 1, one for each row, and laid along the columns, which doesn't fit. A "
    "column's own sum is taken along axis 0."
)
def rows_without_keepdims(Z):
    E = np.exp(Z)
    return E / E.sum(axis=1)


@softmax.mistake("These are the exponentials of the scores. Each is still to be divided by the sum of its column.")
def exponentials_alone(Z):
    with np.errstate(over="ignore"):
        return np.exp(Z)


@softmax.mistake(
    "The nan of infinity over infinity are turned into 0 afterwards, and what they should have been is lost. "
    "Move each column before you take exp, so that none comes up."
)
def nan_turned_into_zero(Z):
    with np.errstate(over="ignore", invalid="ignore"):
        E = np.exp(Z)
        return np.nan_to_num(E / E.sum(axis=0))


@softmax.mistake(
    "A small number is added to the sum. That prevents 0 over 0, but far below zero all probabilities become "
    "0, and infinity over infinity is nan as before. Move each column before you take exp."
)
def small_number_in_the_sum(Z):
    with np.errstate(over="ignore", invalid="ignore"):
        E = np.exp(Z)
        return E / (E.sum(axis=0) + 1e-8)


@softmax.mistake(
    "The scores are moved above but not in the sum below, so the columns don't add up to 1. Take the same "
    "exponentials in both places."
)
def moved_above_only(Z):
    with np.errstate(over="ignore", invalid="ignore"):
        return np.exp(Z - Z.max(axis=0)) / np.exp(Z).sum(axis=0)


@softmax.mistake(
    "Python's max compares whole rows, which can't be decided. NumPy's function takes an axis, and gives the "
    "largest score of each column."
)
def python_max(Z):
    E = np.exp(Z - max(Z))
    return E / E.sum(axis=0)


@softmax.mistake(
    "All scores are moved by the same fixed number. That helps for scores near it, and the others become all "
    "zeros. Each column is moved by its own largest score."
)
def moved_by_a_thousand(Z):
    with np.errstate(over="ignore", invalid="ignore"):
        E = np.exp(Z - 1000)
        return E / E.sum(axis=0)


@softmax.mistake("The exponentials are divided by k, how many there are. Divided by their sum, they add up to 1.")
def divided_by_k(Z):
    return np.exp(Z - Z.max(axis=0)) / len(Z)


@in_ordinary_scores(
    "The largest scores are taken along axis 1, one for each row, and laid along the columns, which doesn't "
    "fit. A column's own largest score is taken along axis 0."
)
def largest_of_rows_without_keepdims(Z):
    E = np.exp(Z - Z.max(axis=1))
    return E / E.sum(axis=1)


@in_ordinary_scores(
    "The largest score is taken column by column, but the sum has no axis: it is that of the whole matrix. Each column "
    "is divided by its own sum."
)
def one_sum_for_all(Z):
    E = np.exp(Z - Z.max(axis=0, keepdims=True))
    return E / E.sum()


@in_ordinary_scores(
    "The columns are moved by their own largest score, but then the rows are divided by their sums: axis 0 above, axis "
    "1 below. Both run down a column."
)
def moved_down_and_summed_across(Z):
    E = np.exp(Z - Z.max(axis=0, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)


@in_ordinary_scores(
    "The sum below is made of moved scores and the numbers above are not, so the columns don't add up to 1. Compute "
    "the exponentials once, and use them in both places."
)
def moved_below_only(Z):
    return np.exp(Z) / np.exp(Z - Z.max(axis=0)).sum(axis=0)


@in_ordinary_scores(
    "The scores are divided by the largest of their column. That changes their distances; taking the largest away "
    "doesn't."
)
def scores_divided_by_the_largest(Z):
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        E = np.exp(Z / Z.max(axis=0, keepdims=True))
        return E / E.sum(axis=0, keepdims=True)


@in_ordinary_scores(
    "The largest score is taken away from the exponentials, after exp. It has to go first, inside the brackets of exp."
)
def moved_after_the_exponential(Z):
    E = np.exp(Z) - Z.max(axis=0, keepdims=True)
    return E / E.sum(axis=0, keepdims=True)


@in_ordinary_scores(
    "The exponential of the largest score is taken away, which makes the largest 0. What is taken away is the largest "
    "score, before exp."
)
def largest_exponential_taken_away(Z):
    with np.errstate(divide="ignore", invalid="ignore"):
        E = np.exp(Z) - np.exp(Z.max(axis=0))
        return E / E.sum(axis=0)


@in_ordinary_scores(
    "The moved scores themselves are divided by their sum: the exponential is missing. It makes all of them positive."
)
def moved_without_exponentials(Z):
    with np.errstate(divide="ignore", invalid="ignore"):
        S = Z - Z.max(axis=0)
        return S / S.sum(axis=0)


@in_ordinary_scores(
    "Below stands the exponential of the sum. The sum of the exponentials is asked: first exp, then sum."
)
def exponential_of_the_sum(Z):
    S = Z - Z.max(axis=0)
    return np.exp(S) / np.exp(np.sum(S, axis=0))


@in_ordinary_scores("The probabilities are in per cent. As fractions each column adds up to 1.")
def in_per_cent(Z):
    E = np.exp(Z - Z.max(axis=0))
    return 100 * E / E.sum(axis=0)


@softmax.mistake(
    "The largest absolute value is taken away. In a column of large negative scores that moves them further down "
    "still, all exponentials are 0, and 0 over 0 is nan. Take the largest score itself, with its sign."
)
def moved_by_the_largest_size(Z):
    with np.errstate(invalid="ignore"):
        E = np.exp(Z - np.abs(Z).max(axis=0))
        return E / E.sum(axis=0)


@softmax.mistake(
    "Scores above a bound are cut off before exp, so 1000 and 1001 come out the same, and far below zero all "
    "exponentials are 0. Moving a whole column keeps the differences.",
    where=lambda Z: np.all((np.abs(Z) < 100) | (np.abs(Z) > 800)),
)
def scores_cut_off_above(Z):
    with np.errstate(invalid="ignore"):
        E = np.exp(np.minimum(Z, 300))
        return E / E.sum(axis=0)


@in_ordinary_scores("Only the first two scores of a column enter the sum. All k of them do, however many.")
def two_scores_only(Z):
    E = np.exp(Z - Z.max(axis=0))
    return E / (E[0] + E[1]) if len(Z) > 1 else E


@in_ordinary_scores("The base is 2 here. A softmax has base e, about 2.718: use the exponential.")
def powers_of_two(Z):
    E = 2.0 ** (Z - Z.max(axis=0))
    return E / E.sum(axis=0)


@softmax.variant
def keepdims_left_out(Z):
    E = np.exp(Z - np.max(Z, axis=0))
    return E / np.sum(E, axis=0)


@softmax.variant
def by_logarithms(Z):
    top = Z.max(axis=0)
    return np.exp(Z - top - np.log(np.sum(np.exp(Z - top), axis=0)))


@softmax.variant
def softmax_through_the_transpose(Z):
    rows = Z.T
    rows = np.exp(rows - rows.max(1)[:, None])
    return (rows / rows.sum(1)[:, None]).T


@softmax.variant
def with_reshape(Z):
    k, m = Z.shape
    top = np.amax(Z, axis=0).reshape(1, m)
    E = np.exp(Z - top)
    return np.divide(E, np.ones((1, k)) @ E)


@softmax.variant
def by_differences(Z):
    return 1 / np.sum(np.exp(np.minimum(Z[:, None] - Z[None], 700)), axis=0)
