"""Loss and cost.

What the logarithm of 0 becomes depends on the eps that a learner chose. So a loss is tried with a wide tolerance where
a is inside (0, 1), and only with bounds where a is 0 or 1.
"""

import numpy as np

from autograder.exercises.drawing import labels
from autograder.spec import Between, Exercise

loss = Exercise("w1-loss")


@loss.part("a between 0 and 1", weight=2, rtol=1e-3)
def _(rng):
    yield from ((0.9, 1.0), (0.9, 0.0), (0.2, 1.0), (0.2, 0.0), (0.5, 1.0))
    for y in (0.0, 1.0):
        yield rng.uniform(0.1, 0.9), y


def _bounds_of_loss(a, y):
    """Right and certain costs next to nothing; wrong and certain much, how much is the eps's business."""
    return Between(-2e-4, 2e-4) if a == y else Between(9, np.inf)


@loss.part("a exactly 0 or 1: a finite number", expected=_bounds_of_loss)
def _(rng):
    yield from ((1.0, 1.0), (0.0, 1.0), (0.0, 0.0), (1.0, 0.0))


@loss.mistake(
    "At a = 0 or a = 1 one of the logarithms is minus infinity, and 0 times infinity is nan. Move a away "
    "from the two ends by very little before you take logarithms."
)
def log_of_zero(a, y):
    return -(y * np.log(a) + (1 - y) * np.log(1 - a))


@loss.mistake(
    "Right and certain is 0, as it should be, but wrong and certain is infinite: the logarithm of 0. Move a "
    "away from the two ends by very little before you take logarithms."
)
def infinite_when_wrong(a, y):
    return -np.log(a) if y == 1 else -np.log(1 - a)


@loss.mistake(
    "math.log refuses 0 with an error, and here that also happens to the logarithm that y switches off: 0 "
    "times it still has to be computed. Move a away from both ends by very little first."
)
def math_log_of_zero(a, y):
    import math

    return -(y * math.log(a) + (1 - y) * math.log(1 - a))


@loss.mistake(
    "math.log refuses 0 with an error, which strikes where the answer is wrong and certain. Move a away "
    "from both ends by very little first."
)
def math_log_of_zero_when_wrong(a, y):
    import math

    return -math.log(a) if y == 1 else -math.log(1 - a)


@loss.mistake(
    "Right and certain costs 0, and here wrong and certain costs 0 too. That is the worst answer there is: "
    "its loss should be the largest."
)
def zero_at_both_ends(a, y):
    return -(y * np.log(a) + (1 - y) * np.log(1 - a)) if 0 < a < 1 else 0.0


@loss.mistake(
    "The minus sign in front is missing. A logarithm of a probability is negative, and a loss is to be "
    "positive: small when the prediction is good, large when it is bad."
)
def minus_missing(a, y):
    a = np.clip(a, 1e-12, 1 - 1e-12)
    return y * np.log(a) + (1 - y) * np.log(1 - a)


@loss.mistake(
    "The minus reaches only the first term. When y is 0 the first term is gone, and what is left is "
    "negative. Both terms need it: put them in brackets."
)
def minus_on_the_first_term_only(a, y):
    a = np.clip(a, 1e-12, 1 - 1e-12)
    return -y * np.log(a) + (1 - y) * np.log(1 - a)


@loss.mistake(
    "Only the half for y = 1 is there, so with y = 0 every prediction costs 0, even a = 0.9. The term for y "
    "= 0 is missing."
)
def second_half_missing(a, y):
    return -y * np.log(np.clip(a, 1e-12, 1))


@loss.mistake(
    "The two halves are exchanged: a = 0.9 with y = 1 costs 2.3 here and should cost 0.1. Where y is 1, the "
    "logarithm of a counts."
)
def halves_exchanged(a, y):
    a = np.clip(a, 1e-12, 1 - 1e-12)
    return -((1 - y) * np.log(a) + y * np.log(1 - a))


@loss.mistake(
    "This is the squared error. It never costs more than 1, however certain a wrong answer was, and in w it "
    "is not convex. The log loss is asked."
)
def squared_error(a, y):
    return (a - y) ** 2


@loss.mistake(
    "This is half the squared error. It never costs more than 0.5, however certain a wrong answer was, and "
    "in w it is not convex. The log loss is asked."
)
def half_squared_error(a, y):
    return 0.5 * (a - y) ** 2


@loss.mistake(
    "Where a logarithm of a probability should stand, the probability itself stands. a = 0.9 with y = 1 "
    "should cost 0.105."
)
def logarithms_missing(a, y):
    return -(y * a + (1 - y) * (1 - a))


@loss.mistake(
    "This logarithm has base 10: a = 0.9 with y = 1 costs 0.046 here and 0.105 with the natural logarithm, "
    "which is asked."
)
def logarithm_to_base_ten(a, y):
    a = np.clip(a, 1e-12, 1 - 1e-12)
    return -(y * np.log10(a) + (1 - y) * np.log10(1 - a))


@loss.mistake("a is already the sigmoid's output. Here the sigmoid is applied to it once more.")
def sigmoid_twice(a, y):
    s = 1 / (1 + np.exp(-a))
    return -(y * np.log(s) + (1 - y) * np.log(1 - s))


@loss.mistake(
    "This eps is so small that 1 - eps is still exactly 1: a float has about 16 digits. Take a larger one, "
    "between 1e-15 and 1e-5."
)
def eps_vanishes(a, y):
    a = np.clip(a, 1e-20, 1 - 1e-20)
    return -(y * np.log(a) + (1 - y) * np.log(1 - a))


@loss.mistake(
    "This eps is so large that it shows: certain and right costs 0.001 and not 0, certain and wrong only "
    "6.9. Take one of 1e-5 or less."
)
def eps_too_large(a, y):
    a = np.clip(a, 1e-3, 1 - 1e-3)
    return -(y * np.log(a) + (1 - y) * np.log(1 - a))


@loss.mistake(
    "This is how far a is from y. It never costs more than 1, however certain a wrong answer was. The log "
    "loss is asked."
)
def absolute_error(a, y):
    return abs(a - y)


@loss.mistake(
    "a and y have changed places: the label picks one of two logarithms, and the logarithm is taken of the probability."
)
def logarithm_of_the_label(a, y):
    y = np.clip(y, 1e-12, 1 - 1e-12)
    return -(a * np.log(y) + (1 - a) * np.log(1 - y))


@loss.variant
def clipped(a, y):
    a = np.clip(a, 1e-12, 1 - 1e-12)
    return -(y * np.log(a) + (1 - y) * np.log(1 - a))


@loss.variant
def eps_added_in_the_logarithm(a, y):
    return -(y * np.log(a + 1e-5) + (1 - y) * np.log(1 - a + 1e-5))


@loss.variant
def loss_by_if(a, y):
    import math

    p = a if y == 1 else 1 - a
    return -math.log(max(p, 1e-15))


@loss.variant
def likelihood_first(a, y):
    a, y = np.array([[a]]), np.array([[y]])
    return -np.log(a**y * (1 - a) ** (1 - y) + 1e-8)


@loss.variant
def smallest_eps(a, y):
    a = min(max(a, 1e-15), 1 - 1e-15)
    return -y * np.log(a) - (1 - y) * np.log1p(-a)


@loss.variant
def logarithm_cut_off(a, y):
    with np.errstate(divide="ignore"):
        return -(y * max(np.log(a), -100) + (1 - y) * max(np.log(1 - a), -100))


@loss.variant
def nan_to_number(a, y):
    return np.nan_to_num(-(y * np.log(a) + (1 - y) * np.log(1 - a)))


cost = Exercise("w1-cost")


@cost.part("probabilities between 0 and 1", rtol=1e-3)
def _(rng):
    for m in (3, 5, 8, 1):
        yield rng.uniform(0.1, 0.9, size=(1, m)), labels(rng, m)[np.newaxis]


def _bounds_of_cost(A, Y):
    """The mean of `_bounds_of_loss`, where A is all 0 and 1."""
    wrong = np.sum(A != Y)
    return Between(9 * wrong / Y.size - 2e-4, np.inf if wrong else 2e-4)


@cost.part("probabilities of exactly 0 and 1: a finite number", expected=_bounds_of_cost)
def _(rng):
    for m, wrong in ((5, None), (5, 0), (7, 1), (1, None)):
        Y = labels(rng, m)[np.newaxis]
        A = Y.astype(float)
        if wrong is not None:
            A[0, np.flatnonzero(Y[0] == wrong)[0]] = 1 - wrong
        yield A, Y


@cost.mistake(
    "This is the sum of the losses: twice the examples, twice the cost. The cost is their mean, over m; m "
    "is A.shape[1], while A.shape[0] and len(A) are 1."
)
def sum_of_losses(A, Y):
    A = np.clip(A, 1e-12, 1 - 1e-12)
    return -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A))


@cost.mistake(
    "Where A is exactly 0 or 1, 0 times the logarithm of 0 is nan, and one nan makes the mean nan. Move A "
    "away from the two ends by very little before you take logarithms, as in `loss`."
)
def cost_log_of_zero(A, Y):
    return -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))


@cost.mistake("The minus sign in front is missing, so the best predictions have the highest cost.")
def cost_minus_missing(A, Y):
    A = np.clip(A, 1e-12, 1 - 1e-12)
    return np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))


@cost.mistake(
    "The minus reaches only the first term; the examples with Y = 0 are counted as gains. Put both terms in brackets."
)
def cost_minus_on_the_first_term_only(A, Y):
    A = np.clip(A, 1e-12, 1 - 1e-12)
    return np.mean(-Y * np.log(A) + (1 - Y) * np.log(1 - A))


@cost.mistake("Only the examples with Y = 1 count here: the term with 1 - Y is missing.")
def cost_second_half_missing(A, Y):
    return -np.mean(Y * np.log(np.clip(A, 1e-12, 1)))


@cost.mistake("These are m losses, one an example. The cost is one number: their mean.")
def one_loss_an_example(A, Y):
    A = np.clip(A, 1e-12, 1 - 1e-12)
    return -(Y * np.log(A) + (1 - Y) * np.log(1 - A))


@cost.mistake("The mean is divided by m once more. np.mean has already done it.")
def divided_by_m_twice(A, Y):
    A = np.clip(A, 1e-12, 1 - 1e-12)
    return -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / A.shape[1]


@cost.mistake(
    "This is half of the mean. The factor 1/2 belongs to the squared error of linear regression; the log loss has none."
)
def half_the_mean(A, Y):
    A = np.clip(A, 1e-12, 1 - 1e-12)
    return -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / 2


@cost.mistake("This is the mean of the squared errors. The mean of the log losses is asked.")
def mean_squared_error(A, Y):
    return np.mean((A - Y) ** 2)


@cost.mistake(
    "Two rows of shape (1, m) can't be multiplied as matrices: the inner sizes, m and 1, differ. Multiply "
    "entry by entry with * and add up, or turn the second row into a column."
)
def rows_as_matrices(A, Y):
    A = np.clip(A, 1e-12, 1 - 1e-12)
    return -(np.dot(Y, np.log(A)) + np.dot(1 - Y, np.log(1 - A))) / A.shape[1]


@cost.mistake(
    "A column times a row is a table of m x m numbers, every prediction with every label. Only prediction i "
    "and label i belong together."
)
def table_of_products(A, Y):
    A = np.clip(A, 1e-12, 1 - 1e-12)
    return -(Y.T @ np.log(A) + (1 - Y).T @ np.log(1 - A)) / A.shape[1]


@cost.mistake(
    "Often this error means that a loop runs over A itself. It visits the rows of A, and there is only one: "
    "the whole row comes at once, too much for `if` and the math module. Let i count the columns and take "
    "A[0, i]."
)
def row_for_an_example(A, Y):
    raise TypeError  # what math.log(row) does; before NumPy 2.4 not for a row of one


@cost.variant
def cost_by_loop(A, Y):
    import math

    total = 0
    for i in range(A.shape[1]):
        p = A[0, i] if Y[0, i] == 1 else 1 - A[0, i]
        total += -math.log(p + 1e-12)
    return total / A.shape[1]


@cost.variant
def cost_by_dot(A, Y):
    m = Y.shape[1]
    return -(np.dot(Y, np.log(A + 1e-5).T) + np.dot(1 - Y, np.log(1 - A + 1e-5).T)) / m


@cost.variant
def cost_by_where(A, Y):
    return np.mean(-np.log(np.maximum(np.where(Y == 1, A, 1 - A), 1e-15)), axis=1)


@cost.variant
def cost_by_einsum(A, Y):
    A = np.clip(A, 1e-7, 1 - 1e-7)
    return np.einsum("ij,ij->", Y, -np.log(A)) / Y.size + np.einsum("ij,ij->", 1 - Y, -np.log(1 - A)) / Y.size


@cost.variant
def cost_by_masks(A, Y):
    A = np.clip(A, 1e-9, 1 - 1e-9)
    return -(np.log(A[Y == 1]).sum() + np.log(1 - A[Y == 0]).sum()) / Y.shape[1]


@cost.variant
def cost_nan_to_number(A, Y):
    return np.squeeze(np.nan_to_num(-(Y * np.log(A) + (1 - Y) * np.log(1 - A))).mean(axis=1, keepdims=True))
