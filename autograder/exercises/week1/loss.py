"""Loss and cost.

What the logarithm of 0 becomes depends on the eps that a learner chose. So a loss is tried with a wide tolerance where
a is inside (0, 1), and only with bounds where a is 0 or 1. The smallest eps there is, 5e-324, makes a loss of 744; more
than 800 means that infinity was replaced afterwards. And mistakes in the formula are told inside (0, 1) only.
"""

from functools import partial

import numpy as np

from autograder.exercises.drawing import labels
from autograder.spec import Between, Exercise

NEXT_TO_NOTHING = 2e-4
LEAST, MOST = 9, 800


def _is_inside(a, y):
    return np.all((a > 0) & (a < 1))


def _shows_eps(a, y):
    """What any eps from 3e-4 to 0.1 makes of the loss at the ends, whether it is a limit or is added."""
    if 0 < a < 1:
        return loss.right(a, y)
    return Between(-0.2, 0.2) if a == y else Between(2, 8.5)


loss = Exercise("w1-loss")
loss_formula = partial(loss.mistake, where=_is_inside)


@loss.part("a between 0 and 1", weight=2, rtol=1e-3)
def _(rng):
    yield from ((0.9, 1.0), (0.9, 0.0), (0.2, 1.0), (0.2, 0.0), (0.5, 1.0))
    for y in (0.0, 1.0):
        yield rng.uniform(0.1, 0.9), y


def _bounds_of_loss(a, y):
    """Right and certain costs next to nothing; wrong and certain much, how much is the eps's business."""
    if 0 < a < 1:
        return Between(loss.right(a, y) / 2.5, 1.5 * loss.right(a, y))
    return Between(-NEXT_TO_NOTHING, NEXT_TO_NOTHING) if a == y else Between(LEAST, MOST)


@loss.part("a of 0 or 1: a finite number of the right size", rtol=1e-3, atol=1e-4, expected=_bounds_of_loss)
def _(rng):
    yield from ((1.0, 1.0), (0.0, 1.0), (0.0, 0.0), (1.0, 0.0), (0.3, 1.0), (0.4, 0.0))


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


@loss_formula(
    "The minus sign in front is missing. A logarithm of a probability is negative, and a loss is to be "
    "positive: small when the prediction is good, large when it is bad."
)
def minus_missing(a, y):
    a = np.clip(a, 1e-12, 1 - 1e-12)
    return y * np.log(a) + (1 - y) * np.log(1 - a)


@loss_formula(
    "The minus reaches only the first term. When y is 0 the first term is gone, and what is left is "
    "negative. Both terms need it: put them in brackets."
)
def minus_on_the_first_term_only(a, y):
    a = np.clip(a, 1e-12, 1 - 1e-12)
    return -y * np.log(a) + (1 - y) * np.log(1 - a)


@loss_formula(
    "Only the half for y = 1 is there, so with y = 0 every prediction costs 0, even a = 0.9. The term for y "
    "= 0 is missing."
)
def second_half_missing(a, y):
    return -y * np.log(np.clip(a, 1e-12, 1))


@partial(loss.mistake, where=lambda a, y: 0 < a < 1 or a != y)(
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


@loss_formula(
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
    "At a = 1 there is still a logarithm of 0, that of 1 - a. Either only the lower end is mended, or the eps is so "
    "small that 1 - eps is exactly 1: a float has about 16 digits. Take one between 1e-15 and 1e-5, at both ends."
)
def upper_end_not_mended(a, y):
    a = np.clip(a, 1e-20, 1)
    return -(y * np.log(a) + (1 - y) * np.log(1 - a))


@loss.mistake(
    "At a = 0 there is still a logarithm of 0: only the upper end is mended. Move a away from both ends, 0 and 1."
)
def lower_end_not_mended(a, y):
    a = np.minimum(a, 1 - 1e-12)
    return -(y * np.log(a) + (1 - y) * np.log(1 - a))


@loss.mistake(
    "The label is moved away from 0 and 1, and it is a that has to be: the logarithms are taken of a and 1 - a."
)
def label_moved(a, y):
    y = np.clip(y, 1e-12, 1 - 1e-12)
    return -(y * np.log(a) + (1 - y) * np.log(1 - a))


@loss.mistake(
    "This eps is so large that it shows: certain and right costs something in place of 0, certain and wrong less than"
    " it should. Take one of 1e-5 or less.",
    gives=_shows_eps,
)
def eps_too_large(a, y):
    a = np.clip(a, 1e-3, 1 - 1e-3)
    return -(y * np.log(a) + (1 - y) * np.log(1 - a))


@loss.mistake(
    "np.nan_to_num has turned infinity into the largest float there is, 1.8e308. Two of them already add up to "
    "infinity again. Move a away from both ends by very little before you take logarithms."
)
def infinity_replaced(a, y):
    return np.nan_to_num(-(y * np.log(a) + (1 - y) * np.log(1 - a)))


@loss.mistake(
    "This is how far a is from y. It never costs more than 1, however certain a wrong answer was. The log "
    "loss is asked."
)
def absolute_error(a, y):
    return abs(a - y)


@loss_formula(
    "a and y have changed places: the label picks one of two logarithms, and the logarithm is taken of the probability."
)
def logarithm_of_the_label(a, y):
    y = np.clip(y, 1e-12, 1 - 1e-12)
    return -(a * np.log(y) + (1 - a) * np.log(1 - y))


@loss_formula(
    "This logarithm has base 2: a = 0.9 with y = 1 costs 0.152 here and 0.105 with the natural logarithm, which is "
    "asked."
)
def logarithm_to_base_two(a, y):
    a = np.clip(a, 1e-12, 1 - 1e-12)
    return -(y * np.log2(a) + (1 - y) * np.log2(1 - a))


@loss.mistake(
    "The loss is 0 everywhere. One of y and 1 - y is always 0, so a product of the two terms vanishes: they are added."
)
def always_zero(a, y):
    return 0.0


@partial(loss.mistake, where=lambda a, y: a != 0.5)(
    "This only says whether the guess is on the right side of one half: 0 or 1. The loss also asks how sure it was."
)
def right_or_wrong(a, y):
    return 0 if (a > 0.5) == y else 1


@loss_formula(
    "Both logarithms count here, whatever the label. The label is a switch: where y is 1 only the logarithm of a "
    "counts, where y is 0 only the other."
)
def label_ignored(a, y):
    a = np.clip(a, 1e-12, 1 - 1e-12)
    return -(np.log(a) + np.log(1 - a))


@loss_formula("The label never enters: this is right for y = 1 only. Where y is 0, it is 1 - a whose logarithm counts.")
def always_as_for_one(a, y):
    return -np.log(a)


@loss.mistake("Nothing comes back. `print` only shows a number; `return` hands it to whoever called the function.")
def nothing_at_all(a, y):
    pass


@loss_formula("For y = 0 nothing comes back. A function that reaches its end without `return` gives None.")
def nothing_for_zero(a, y):
    return -np.log(a) if y == 1 else None


@loss.mistake("This is the probability of the label, or its product with -1. The loss is minus the logarithm of it.")
def likelihood(a, y):
    return a**y * (1 - a) ** (1 - y)


@loss_formula("The loss is halved. The factor 1/2 belongs to the squared error; the log loss has none.")
def half_the_loss(a, y):
    a = np.clip(a, 1e-12, 1 - 1e-12)
    return -(y * np.log(a) + (1 - y) * np.log(1 - a)) / 2


@loss.mistake(
    "This eps is so large that it shows even where a is far from 0 and 1. Add one of 1e-5 or less, or use it as a "
    "limit."
)
def one_hundredth_added(a, y):
    return -(y * np.log(a + 0.01) + (1 - y) * np.log(1 - a + 0.01))


@loss.variant
def smallest_float_there_is(a, y):
    p = a if y == 1 else 1 - a
    return -np.log(max(p, 5e-324))


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


cost = Exercise("w1-cost")
cost_formula = partial(cost.mistake, where=_is_inside)


@cost.part("probabilities between 0 and 1", weight=3, rtol=1e-3)
def _(rng):
    yield np.array([[0.1, 0.2, 0.9, 0.6]]), np.array([[1, 1, 0, 1]])
    for m in (3, 5, 8, 1):
        yield rng.uniform(0.1, 0.9, size=(1, m)), labels(rng, m)[np.newaxis]


def _bounds_of_cost(A, Y):
    """The mean of what each example may cost: inside (0, 1) its loss, at the ends as in `_bounds_of_loss`."""
    return _between(A, Y, (-NEXT_TO_NOTHING, NEXT_TO_NOTHING), (LEAST, MOST))


def _between(A, Y, right, wrong):
    """Bounds of the cost where right and certain, and wrong and certain, have these bounds."""
    inside = (A > 0) & (A < 1)
    low, high = (
        np.where(inside, factor * loss.right(A, Y), np.where(A == Y, right[side], wrong[side]))
        for side, factor in enumerate((0.999, 1.001))
    )
    return Between(low.mean(), high.mean())


@cost.part("some of them exactly 0 or 1: a finite number", rtol=1e-3, atol=1e-4, expected=_bounds_of_cost)
def _(rng):
    for m, certain, wrong in ((5, 3, None), (6, 4, 0), (7, 3, 1), (4, 4, None), (3, 1, 1), (1, 1, None)):
        Y = labels(rng, m)[np.newaxis]
        A = rng.uniform(0.2, 0.8, size=(1, m))
        ends = rng.permutation(m)[:certain]
        A[0, ends] = Y[0, ends]
        if wrong is not None:
            A[0, np.flatnonzero(Y[0] == wrong)[0]] = 1 - wrong
        yield A, Y


def _cost_shows_eps(A, Y):
    """As `_shows_eps`."""
    if _is_inside(A, Y):
        return cost.right(A, Y)
    return _between(A, Y, (-0.2, 0.2), (2, 8.5))


@cost_formula(
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


@cost_formula("The minus sign in front is missing, so the best predictions have the highest cost.")
def cost_minus_missing(A, Y):
    A = np.clip(A, 1e-12, 1 - 1e-12)
    return np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))


@cost_formula(
    "The minus reaches only the first term; the examples with Y = 0 are counted as gains. Put both terms in brackets."
)
def cost_minus_on_the_first_term_only(A, Y):
    A = np.clip(A, 1e-12, 1 - 1e-12)
    return np.mean(-Y * np.log(A) + (1 - Y) * np.log(1 - A))


@cost_formula("Only the examples with Y = 1 count here: the term with 1 - Y is missing.")
def cost_second_half_missing(A, Y):
    A = np.clip(A, 1e-12, 1 - 1e-12)
    return -np.mean(Y * np.log(np.clip(A, 1e-12, 1)))


@cost_formula("These are m losses, one an example. The cost is one number: their mean.")
def one_loss_an_example(A, Y):
    A = np.clip(A, 1e-12, 1 - 1e-12)
    return -(Y * np.log(A) + (1 - Y) * np.log(1 - A))


@cost_formula("The mean is divided by m once more. np.mean has already done it.")
def divided_by_m_twice(A, Y):
    A = np.clip(A, 1e-12, 1 - 1e-12)
    return -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / A.shape[1]


@cost_formula(
    "This is half of the mean. The factor 1/2 belongs to the squared error of linear regression; the log loss has none."
)
def half_the_mean(A, Y):
    A = np.clip(A, 1e-12, 1 - 1e-12)
    return -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / 2


@cost_formula("This is the mean of the squared errors. The mean of the log losses is asked.")
def mean_squared_error(A, Y):
    return np.mean((A - Y) ** 2)


@cost_formula(
    "A column times a row is a table of m x m numbers, every prediction with every label. Only prediction i "
    "and label i belong together."
)
def table_of_products(A, Y):
    A = np.clip(A, 1e-12, 1 - 1e-12)
    return -(Y.T @ np.log(A) + (1 - Y).T @ np.log(1 - A)) / A.shape[1]


@cost_formula("This logarithm has base 10; the natural logarithm is asked, which is 2.3 times as large.")
def cost_to_base_ten(A, Y):
    A = np.clip(A, 1e-12, 1 - 1e-12)
    return -np.mean(Y * np.log10(A) + (1 - Y) * np.log10(1 - A))


@cost_formula("This logarithm has base 2; the natural logarithm is asked, which is 0.69 times as large.")
def cost_to_base_two(A, Y):
    A = np.clip(A, 1e-12, 1 - 1e-12)
    return -np.mean(Y * np.log2(A) + (1 - Y) * np.log2(1 - A))


@cost_formula(
    "The two halves are exchanged, so good predictions cost most. Where Y is 1, it is the logarithm of A that counts."
)
def cost_halves_exchanged(A, Y):
    A = np.clip(A, 1e-12, 1 - 1e-12)
    return -np.mean((1 - Y) * np.log(A) + Y * np.log(1 - A))


@cost_formula(
    "Only the last example is left: each turn of the loop puts its loss in place of what was there. Add to the sum "
    "(+=)."
)
def last_loss_only(A, Y):
    A = np.clip(A, 1e-12, 1 - 1e-12)
    return -(Y * np.log(A) + (1 - Y) * np.log(1 - A))[0, -1] / A.shape[1]


@cost_formula(
    "The result is returned from inside the loop, after the first example. `return` ends the function: it belongs "
    "behind the loop."
)
def first_loss_only(A, Y):
    A = np.clip(A, 1e-12, 1 - 1e-12)
    return -(Y * np.log(A) + (1 - Y) * np.log(1 - A))[0, 0] / A.shape[1]


@cost_formula("The first example is never visited: Python counts from 0, and range(1, m) begins with the second.")
def first_loss_skipped(A, Y):
    A = np.clip(A, 1e-12, 1 - 1e-12)
    return -np.sum((Y * np.log(A) + (1 - Y) * np.log(1 - A))[0, 1:]) / A.shape[1]


@cost_formula("The last example is never visited: range(m - 1) ends before it.")
def last_loss_skipped(A, Y):
    A = np.clip(A, 1e-12, 1 - 1e-12)
    return -np.sum((Y * np.log(A) + (1 - Y) * np.log(1 - A))[0, :-1]) / A.shape[1]


@cost_formula("This is half the mean of the squared errors. The mean of the log losses is asked, without a factor.")
def half_mean_squared_error(A, Y):
    return np.mean((A - Y) ** 2) / 2


@cost_formula("This is the mean distance of A from Y. The mean of the log losses is asked.")
def mean_absolute_error(A, Y):
    return np.mean(np.abs(A - Y))


@cost_formula("The sum is divided by m without a remainder, which is what // does. The cost has a fraction: use /.")
def whole_cost(A, Y):
    A = np.clip(A, 1e-12, 1 - 1e-12)
    return -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) // A.shape[1]


@cost_formula(
    "The mean is taken along the wrong axis, over the one row, so all m losses are still there. The cost is one number."
)
def mean_along_the_wrong_axis(A, Y):
    A = np.clip(A, 1e-12, 1 - 1e-12)
    return -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A), axis=0)


@cost_formula(
    "The mean probability is put into the loss. The cost is the mean of the losses: first the logarithms, then the "
    "mean."
)
def loss_of_the_means(A, Y):
    A = np.clip(A, 1e-12, 1 - 1e-12)
    a, y = np.mean(A), np.mean(Y)
    return -(y * np.log(a) + (1 - y) * np.log(1 - a))


@cost_formula(
    "This is the mean of a table of m x m numbers, every prediction with every label. Only prediction i and label i "
    "belong together."
)
def mean_of_the_table(A, Y):
    A = np.clip(A, 1e-12, 1 - 1e-12)
    return -np.mean(Y.T @ np.log(A) + (1 - Y).T @ np.log(1 - A))


@cost_formula(
    "Where a logarithm of a probability should stand, the probability itself stands. The best cost is 0, not -1."
)
def cost_without_logarithms(A, Y):
    return -np.mean(Y * A + (1 - Y) * (1 - A))


@cost_formula("The cost is 0 everywhere, and only the best predictions deserve that.")
def cost_always_zero(A, Y):
    return 0.0


@cost_formula(
    "These are m losses, each divided by m, and they are still to be added up. That also happens where a loop runs "
    "over A itself: it visits rows, and there is only one, so the whole row comes at once."
)
def losses_not_added(A, Y):
    A = np.clip(A, 1e-12, 1 - 1e-12)
    return -(Y * np.log(A) + (1 - Y) * np.log(1 - A))[0] / A.shape[1]


@cost_formula("This is the median. The mean of the losses is asked, to which every example adds its share.")
def median_loss(A, Y):
    A = np.clip(A, 1e-12, 1 - 1e-12)
    return -np.median(Y * np.log(A) + (1 - Y) * np.log(1 - A))


@cost.mistake(
    "An example that is wrong and certain has an infinite loss, the logarithm of 0, and then the mean is infinite too. "
    "Move A away from the two ends by very little before you take logarithms, as in `loss`."
)
def cost_infinite_when_wrong(A, Y):
    return -np.mean(np.log(np.where(Y == 1, A, 1 - A)))


@cost.mistake(
    "math.log refuses 0 with an error, and here that also happens to the logarithm that the label switches off. Move "
    "the probabilities away from both ends by very little first, as in `loss`."
)
def cost_by_math_log(A, Y):
    import math

    total = 0
    for a, y in zip(A[0], Y[0], strict=True):
        total -= y * math.log(a) + (1 - y) * math.log(1 - a)
    return total / A.shape[1]


@cost.mistake(
    "math.log refuses 0 with an error, which strikes where an example is wrong and certain. Move the probabilities "
    "away from both ends by very little first, as in `loss`."
)
def cost_by_math_log_of_one_term(A, Y):
    import math

    return sum(-math.log(a if y == 1 else 1 - a) for a, y in zip(A[0], Y[0], strict=True)) / A.shape[1]


@cost.mistake(
    "The labels are moved away from 0 and 1, and it is A that has to be: the logarithms are taken of A and 1 - A."
)
def labels_moved(A, Y):
    Y = np.clip(Y, 1e-12, 1 - 1e-12)
    return -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))


@cost.mistake(
    "With A of exactly 1 there is still a logarithm of 0, that of 1 - A. Either only the lower end is mended, or the "
    "eps is so small that 1 - eps is exactly 1. Take one between 1e-15 and 1e-5, at both ends."
)
def cost_upper_end_not_mended(A, Y):
    A = np.clip(A, 1e-20, 1)
    return -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))


@cost.mistake(
    "The eps is so large that it shows: certain and right costs something in place of 0, certain and wrong less than "
    "it should. Take one of 1e-5 or less.",
    gives=_cost_shows_eps,
)
def cost_eps_too_large(A, Y):
    A = np.clip(A, 1e-3, 1 - 1e-3)
    return -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))


@cost.mistake(
    "np.nan_to_num has turned infinity into the largest float there is, 1.8e308, and the mean is still beyond all "
    "measure. Move A away from the two ends by very little before you take logarithms."
)
def cost_infinity_replaced(A, Y):
    return np.mean(np.nan_to_num(-(Y * np.log(A) + (1 - Y) * np.log(1 - A))))


@cost.mistake(
    "The nan are left out of the mean, and with them examples that were right and certain; the wrong ones are still "
    "infinite. Move A away from the two ends by very little before you take logarithms."
)
def nan_left_out(A, Y):
    losses = -(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    return np.nanmean(losses)


@cost.mistake(
    "Two rows of shape (1, m) can't be multiplied as matrices: the inner sizes, m and 1, differ. Multiply "
    "entry by entry with * and add up, or turn the second row into a column."
)
def rows_as_matrices(A, Y):
    return -(np.dot(Y, np.log(A)) + np.dot(1 - Y, np.log(1 - A))) / A.shape[1] if A.size > 1 else cost.right(A, Y)


@cost.mistake(
    "@ can't multiply two rows of shape (1, m): the inner sizes, m and 1, differ. Multiply entry by entry with * and "
    "add up, or turn the second row into a column."
)
def rows_with_at(A, Y):
    return -(Y @ np.log(A) + (1 - Y) @ np.log(1 - A)) / A.shape[1] if A.size > 1 else cost.right(A, Y)


@cost.mistake(
    "Python's `if`, `min` and `max` can't decide about a whole row, in which entries differ. Either something here "
    "does that or a function that is called, such as `loss`: go through the examples one by one, or use NumPy's "
    "functions."
)
def decision_about_a_row(A, Y):
    return -np.mean(np.log(A if Y == 1 else 1 - A))


@cost.mistake("A and Y have one row, so A[1] asks for a row that isn't there. Example i is in column i: A[0, i].")
def row_for_a_column(A, Y):
    return sum(loss.right(A[i], Y[i]) for i in range(A.shape[1])) / A.shape[1]


@cost.mistake(
    "The loop runs one too far: Python counts the m columns from 0, so the last is column m - 1, and range(m) ends "
    "there."
)
def one_column_too_far(A, Y):
    return sum(loss.right(A[0, i], Y[0, i]) for i in range(A.shape[1] + 1)) / A.shape[1]


@cost.mistake(
    "Often this error means that a loop runs over A itself. It visits the rows of A, and there is only one: "
    "the whole row comes at once, too much for the math module. Let i count the columns and take A[0, i]."
)
def row_for_an_example(A, Y):
    if A.size == 1:  # some versions of NumPy take this one
        return cost.right(A, Y)
    raise TypeError("only 0-dimensional arrays can be converted to Python scalars")


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
