"""The cost without a loop.

What the logarithm of 0 becomes depends on the eps that a learner chose. So the cost is tried with a wide tolerance
where A is inside (0, 1), and only with bounds where some of A is 0 or 1: the largest loss that any eps gives is 744.
And mistakes in the formula are told inside (0, 1) only.
"""

from functools import partial

import numpy as np

from autograder.exercises.drawing import labels
from autograder.spec import Between, Exercise

NEXT_TO_NOTHING = 2e-4
LEAST, MOST = 9, 800


def _losses(A, Y):
    A = np.clip(A, 1e-12, 1 - 1e-12)
    return -(Y * np.log(A) + (1 - Y) * np.log(1 - A))


def _is_inside(A, Y):
    return np.all((A > 0) & (A < 1))


cost = Exercise("w2-cost", loop_free=True)
in_the_formula = partial(cost.mistake, where=_is_inside)


@cost.part("probabilities between 0 and 1", weight=3, rtol=1e-3)
def _(rng):
    yield np.array([[0.1, 0.2, 0.9, 0.6]]), np.array([[1, 1, 0, 1]])
    for m in (3, 5, 8, 1):
        yield rng.uniform(0.1, 0.9, size=(1, m)), labels(rng, m)[np.newaxis]
    yield rng.uniform(0.1, 0.9, size=(1, 7)), np.zeros((1, 7), dtype=int)
    yield np.array([[0.3]]), np.array([[0.0]])


def _bounds(A, Y):
    """The mean of what each example may cost: inside (0, 1) its loss, at the ends what any small eps makes of it."""
    return _between(A, Y, (-NEXT_TO_NOTHING, NEXT_TO_NOTHING), (LEAST, MOST))


def _between(A, Y, right, wrong):
    """Bounds of the cost where right and certain, and wrong and certain, have these bounds."""
    inside = (A > 0) & (A < 1)
    low, high = (
        np.where(inside, factor * _losses(A, Y), np.where(A == Y, right[side], wrong[side]))
        for side, factor in enumerate((0.999, 1.001))
    )
    return Between(low.mean(), high.mean())


@cost.part("some of them exactly 0 or 1: a finite number", expected=_bounds)
def _(rng):
    yield np.array([[0.0, 0.4, 0.7]]), np.array([[0, 1, 1]])
    yield np.array([[0.6, 1.0, 0.3, 0.2]]), np.array([[0, 1, 0, 0]])
    yield np.array([[0.6, 1.0, 0.3, 0.2]]), np.array([[0, 0, 1, 0]])
    for m, certain, wrong in ((6, 4, 0), (7, 3, 1), (5, 5, None)):
        Y = labels(rng, m)[np.newaxis]
        A = rng.uniform(0.2, 0.8, size=(1, m))
        ends = rng.permutation(m)[:certain]
        A[0, ends] = Y[0, ends]
        if wrong is not None:
            A[0, np.flatnonzero(Y[0] == wrong)[0]] = 1 - wrong
        yield A, Y


@in_the_formula(
    "This is the sum of the losses: twice the examples, twice the cost. The cost is their mean, over m; m is "
    "A.shape[1], while A.shape[0] and len(A) are 1."
)
def sum_of_losses(A, Y):
    A = np.clip(A, 1e-12, 1 - 1e-12)
    return -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A))


@in_the_formula("The minus sign in front is missing, so the best predictions have the highest cost.")
def minus_missing(A, Y):
    A = np.clip(A, 1e-12, 1 - 1e-12)
    return np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))


@in_the_formula(
    "The minus reaches only the first term, and the examples with Y = 0 are counted as gains. Put both terms "
    "in brackets."
)
def minus_on_the_first_term_only(A, Y):
    A = np.clip(A, 1e-12, 1 - 1e-12)
    return np.mean(-Y * np.log(A) + (1 - Y) * np.log(1 - A))


@in_the_formula("Only the examples with Y = 1 count here: the term with 1 - Y is missing.")
def second_half_missing(A, Y):
    A = np.clip(A, 1e-12, 1 - 1e-12)
    return -np.mean(Y * np.log(A))


@in_the_formula(
    "The two halves are exchanged, so good predictions cost most. Where Y is 1, it is the logarithm of A that counts."
)
def halves_exchanged(A, Y):
    A = np.clip(A, 1e-12, 1 - 1e-12)
    return -np.mean((1 - Y) * np.log(A) + Y * np.log(1 - A))


@in_the_formula("These are m losses, one an example. The cost is one number: their mean.")
def one_loss_an_example(A, Y):
    A = np.clip(A, 1e-12, 1 - 1e-12)
    return -(Y * np.log(A) + (1 - Y) * np.log(1 - A))


@in_the_formula(
    "The mean is taken along the wrong axis, over the one row, so all m losses are still there. The cost is one number."
)
def mean_along_the_wrong_axis(A, Y):
    A = np.clip(A, 1e-12, 1 - 1e-12)
    return -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A), axis=0)


@in_the_formula("The mean is divided by m once more. np.mean has already done it.")
def divided_by_m_twice(A, Y):
    A = np.clip(A, 1e-12, 1 - 1e-12)
    return -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / A.shape[1]


@in_the_formula(
    "This is half of the mean. The factor 1/2 belongs to the squared error of linear regression; the log loss has none."
)
def half_the_mean(A, Y):
    A = np.clip(A, 1e-12, 1 - 1e-12)
    return -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / 2


@in_the_formula("This is the mean of the squared errors. The mean of the log losses is asked.")
def mean_squared_error(A, Y):
    return np.mean((A - Y) ** 2)


@in_the_formula("This is the mean distance of A from Y. The mean of the log losses is asked.")
def mean_distance(A, Y):
    return np.mean(np.abs(A - Y))


@in_the_formula("This logarithm has base 10; the natural logarithm is asked, which is 2.3 times as large.")
def to_base_ten(A, Y):
    A = np.clip(A, 1e-12, 1 - 1e-12)
    return -np.mean(Y * np.log10(A) + (1 - Y) * np.log10(1 - A))


@in_the_formula("This logarithm has base 2; the natural logarithm is asked, which is 0.69 times as large.")
def to_base_two(A, Y):
    A = np.clip(A, 1e-12, 1 - 1e-12)
    return -np.mean(Y * np.log2(A) + (1 - Y) * np.log2(1 - A))


@in_the_formula(
    "A column times a row is a table of m x m numbers, every prediction with every label. Only prediction i "
    "and label i belong together."
)
def table_of_products(A, Y):
    A = np.clip(A, 1e-12, 1 - 1e-12)
    return -(Y.T @ np.log(A) + (1 - Y).T @ np.log(1 - A)) / A.shape[1]


@in_the_formula(
    "This is made of a table of m x m numbers, every prediction with every label, summed up. Only prediction "
    "i and label i belong together."
)
def sum_of_the_table(A, Y):
    A = np.clip(A, 1e-12, 1 - 1e-12)
    return -np.sum(Y.T @ np.log(A) + (1 - Y).T @ np.log(1 - A)) / A.shape[1]


@in_the_formula(
    "This is the mean of a table of m x m numbers, every prediction with every label. Only the pairs count."
)
def mean_of_the_table(A, Y):
    A = np.clip(A, 1e-12, 1 - 1e-12)
    return -np.mean(Y.T @ np.log(A) + (1 - Y).T @ np.log(1 - A))


@in_the_formula(
    "The mean probability is put into the loss. The cost is the mean of the losses: first the logarithms, "
    "then the mean."
)
def loss_of_the_means(A, Y):
    a, y = np.mean(A), np.mean(Y)
    return -(y * np.log(a) + (1 - y) * np.log(1 - a))


@in_the_formula(
    "Where a logarithm of a probability should stand, the probability itself stands. The best cost is 0, not -1."
)
def without_logarithms(A, Y):
    A = np.clip(A, 1e-12, 1 - 1e-12)
    return -np.mean(Y * A + (1 - Y) * (1 - A))


@in_the_formula("A is a probability already: here the sigmoid is applied to it once more.")
def sigmoid_twice(A, Y):
    A = np.clip(A, 1e-12, 1 - 1e-12)
    A = 1 / (1 + np.exp(-A))
    return -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))


@cost.mistake(
    "Where A is exactly 0 or 1, 0 times the logarithm of 0 is nan, and one nan makes the mean nan. Move A "
    "away from the two ends by very little before you take logarithms."
)
def log_of_zero(A, Y):
    with np.errstate(divide="ignore", invalid="ignore"):
        return -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))


@cost.mistake(
    "An example that is wrong and certain has an infinite loss, the logarithm of 0, and then the mean is "
    "infinite too. Move A away from the two ends by very little before you take logarithms."
)
def infinite_when_wrong(A, Y):
    with np.errstate(divide="ignore"):
        return -np.mean(np.log(np.where(Y == 1, A, 1 - A)))


@cost.mistake(
    "With A of exactly 1 there is still a logarithm of 0, that of 1 - A. Either only the lower end is mended, "
    "or the eps is so small that 1 - eps is exactly 1. Take one between 1e-15 and 1e-5, at both ends."
)
def upper_end_not_mended(A, Y):
    A = np.clip(A, 1e-20, 1)
    with np.errstate(divide="ignore", invalid="ignore"):
        return -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))


@cost.mistake(
    "The labels are moved away from 0 and 1, and it is A that has to be: the logarithms are taken of A and 1 - A."
)
def labels_moved(A, Y):
    Y = np.clip(Y, 1e-12, 1 - 1e-12)
    with np.errstate(divide="ignore", invalid="ignore"):
        return -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))


def _shows_eps(A, Y):
    """What any eps from 3e-4 to 0.1 makes of the cost at the ends, whether it is a limit or is added."""
    if _is_inside(A, Y):
        return cost.right(A, Y)
    return _between(A, Y, (-0.2, 0.2), (2, 8.5))


@cost.mistake(
    "The eps is so large that it shows: certain and right costs something in place of 0, certain and wrong "
    "less than it should. Take one of 1e-5 or less.",
    gives=_shows_eps,
)
def eps_too_large(A, Y):
    A = np.clip(A, 1e-3, 1 - 1e-3)
    return -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))


@cost.mistake(
    "np.nan_to_num has turned infinity into the largest float there is, 1.8e308, and the mean is still beyond "
    "all measure. Move A away from the two ends by very little before you take logarithms."
)
def infinity_replaced(A, Y):
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.mean(np.nan_to_num(-(Y * np.log(A) + (1 - Y) * np.log(1 - A))))


@cost.mistake(
    "The nan are left out of the mean, and with them examples that were right and certain; the wrong ones are "
    "still infinite. Move A away from the two ends by very little before you take logarithms."
)
def nan_left_out(A, Y):
    import warnings

    with warnings.catch_warnings(), np.errstate(divide="ignore", invalid="ignore"):
        warnings.simplefilter("ignore")
        return np.nanmean(-(Y * np.log(A) + (1 - Y) * np.log(1 - A)))


@cost.mistake(
    "np.dot can't multiply two rows of shape (1, m) as matrices: the inner sizes, m and 1, differ. Multiply "
    "entry by entry with * and add up, or turn the second row into a column."
)
def rows_with_dot(A, Y):
    return -(np.dot(Y, np.log(A)) + np.dot(1 - Y, np.log(1 - A))) / A.shape[1]


@cost.mistake(
    "@ can't multiply two rows of shape (1, m): the inner sizes, m and 1, differ. Multiply entry by entry "
    "with * and add up, or turn the second row into a column."
)
def rows_with_at(A, Y):
    return -(Y @ np.log(A) + (1 - Y) @ np.log(1 - A)) / A.shape[1]


@cost.mistake(
    "Python's `if`, `min` and `max` can't decide about a whole row, in which entries differ. NumPy's own "
    "functions decide entry by entry."
)
def decision_about_a_row(A, Y):
    return -np.mean(np.log(A if Y == 1 else 1 - A))


@cost.mistake("The math module's logarithm takes one number, not a row. NumPy's takes both.")
def math_log_of_a_row(A, Y):
    import math

    return -np.mean(Y * math.log(A) + (1 - Y) * math.log(1 - A))


@in_the_formula(
    "Without brackets Python multiplies before it subtracts: 1 - Y * log(...) isn't (1 - Y) times the logarithm."
)
def brackets_missing(A, Y):
    A = np.clip(A, 1e-12, 1 - 1e-12)
    return -np.mean(Y * np.log(A) + 1 - Y * np.log(1 - A))


@in_the_formula(
    "Every example counts with the logarithm of A, as if all labels were 1. Where Y is 0, it is that of 1 - A."
)
def all_labels_taken_for_one(A, Y):
    return -np.mean(np.log(np.clip(A, 1e-12, 1)))


@in_the_formula("Only the examples with Y = 0 count here: the term with Y is missing.")
def first_half_missing(A, Y):
    A = np.clip(A, 1e-12, 1 - 1e-12)
    return -np.mean((1 - Y) * np.log(1 - A))


def _roles_exchanged(A, Y):
    """What any eps from 1e-16 to 1e-5 makes of the logarithm of 0, times how far A is from Y."""
    return Between(11 * np.mean(np.abs(A - Y)), 40 * np.mean(np.abs(A - Y)))


@in_the_formula(
    "A and Y have changed their roles: the logarithms are taken of the labels, which are 0 and 1. They belong to the "
    "probabilities.",
    gives=_roles_exchanged,
)
def roles_exchanged(A, Y):
    Y = np.clip(Y, 1e-12, 1 - 1e-12)
    return -np.mean(A * np.log(Y) + (1 - A) * np.log(1 - Y))


@cost.mistake(
    "A and Y have changed their roles: the logarithms are taken of the labels, and that of 0 is minus infinity. They "
    "belong to the probabilities."
)
def log_of_labels(A, Y):
    with np.errstate(divide="ignore", invalid="ignore"):
        return -np.mean(A * np.log(Y) + (1 - A) * np.log(1 - Y))


@in_the_formula("This is half of the mean squared error. The mean of the log losses is asked.")
def half_the_squared_error(A, Y):
    return np.mean((A - Y) ** 2) / 2


@cost.mistake(
    "The nan is turned into 0 after everything is added up, so one certain example makes the whole cost 0. Move A away "
    "from the two ends by very little before you take logarithms.",
    where=lambda A, Y: np.all((A > 0) & (A < 1)) or np.any(((A == 0) | (A == 1)) & (A == Y)),
)
def cost_of_nothing(A, Y):
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.nan_to_num(-np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A)))


@cost.mistake(
    "A small number is added to A, so A = 1 ends up above 1, and 1 - A is negative: it has no logarithm, hence nan. "
    "Both ends have to be kept inside."
)
def moved_up_at_both_ends(A, Y):
    A = A + 1e-12
    with np.errstate(divide="ignore", invalid="ignore"):
        return -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))


@cost.variant
def by_where(A, Y):
    return np.mean(-np.log(np.maximum(np.where(Y == 1, A, 1 - A), 1e-15)), axis=1)


@cost.variant
def by_dot(A, Y):
    m = Y.shape[1]
    return -(np.dot(Y, np.log(A + 1e-5).T) + np.dot(1 - Y, np.log(1 - A + 1e-5).T)) / m


@cost.variant
def by_einsum(A, Y):
    A = np.clip(A, 1e-7, 1 - 1e-7)
    return np.einsum("ij,ij->", Y, -np.log(A)) / Y.size + np.einsum("ij,ij->", 1 - Y, -np.log(1 - A)) / Y.size


@cost.variant
def by_masks(A, Y):
    A = np.clip(A, 1e-9, 1 - 1e-9)
    return -(np.log(A[Y == 1]).sum() + np.log(1 - A[Y == 0]).sum()) / A.shape[1]


@cost.variant
def by_likelihood(A, Y):
    return float(np.squeeze(np.sum(-np.log(A**Y * (1 - A) ** (1 - Y) + 1e-8)) / A.shape[-1]))


@cost.variant
def by_log1p(A, Y):
    A = np.minimum(np.maximum(A, 1e-15), 1 - 1e-15)
    return np.average(-Y * np.log(A) - (1 - Y) * np.log1p(-A), axis=1)
