"""The sigmoid and its inverse."""

from functools import partial

import numpy as np

from autograder.spec import Exercise


def _is_ordinary_number(z):
    """Neither an array nor far from zero: where no mistake but one in the formula shows."""
    return np.ndim(z) == 0 and abs(z) < 100


sigmoid = Exercise("w1-sigmoid")
sigmoid_formula = partial(sigmoid.mistake, where=_is_ordinary_number)


@sigmoid.part("single numbers")
def _(rng):
    for z in (0.0, 0.7, -2.0, 3.0, 30.0, -30.0, rng.normal()):
        yield (float(z),)


@sigmoid.part("arrays of any shape")
def _(rng):
    yield (np.array([-30.0, -1.5, 0.0, 2.0, 30.0]),)
    yield (rng.normal(size=(2, 3)),)
    yield (2 * rng.normal(size=(4, 1)),)
    yield (rng.normal(size=(3, 2, 5)),)
    yield (np.array([-3, 0, 1, 2]),)  # whole numbers, which have no room for fractions


@sigmoid_formula(
    "The curve falls from 1 to 0 where it should rise: the exponent has the wrong sign. Try z = 3: the result should "
    "be above 0.9, and here it is below 0.1."
)
def minus_lost(z):
    return 1 / (1 + np.exp(z))


@sigmoid_formula(
    "Without brackets Python divides first: 1 / 1 + e is 1 + e. So at z = 0 this gives 2, where 0.5 is right."
)
def brackets_lost(z):
    return 1 / 1 + np.exp(-z)


@sigmoid.mistake(
    "This works on a single number only: functions of the math module and float() can't take an array. "
    "NumPy's own functions take both."
)
def single_numbers_only(z):
    return 1 / (1 + np.exp(-float(z)))


@sigmoid_formula(
    "This is the slope of the sigmoid, a (1 - a). At z = 0 it gives 0.25, where the sigmoid itself is 0.5."
)
def its_slope(z):
    a = 1 / (1 + np.exp(-z))
    return a * (1 - a)


@sigmoid_formula("This is tanh, which runs from -1 to 1. A probability runs from 0 to 1.")
def tanh(z):
    return np.tanh(z)


@sigmoid_formula("In the denominator stands 1 minus the exponential, which is 0 at z = 0. It is a sum.")
def difference_below(z):
    with np.errstate(divide="ignore"):
        return 1 / (1 - np.exp(-z))


@sigmoid_formula(
    "The curve is twice as steep as it should be: at z = 1 it gives 0.88 in place of 0.73. Written with "
    "tanh, the sigmoid needs half of z inside."
)
def twice_as_steep(z):
    return 0.5 * (1 + np.tanh(z))


@sigmoid_formula(
    "This is ReLU, the neuron's cut at zero. The sigmoid squeezes every number into the range from 0 to 1."
)
def relu(z):
    return np.maximum(0, z)


@sigmoid_formula(
    "The 1 in the denominator is missing: 1 divided by e to the power -z is e to the power z, which grows without end."
)
def one_missing(z):
    return 1 / np.exp(-z)


@sigmoid_formula(
    "Without brackets Python divides first: the denominator is 1 alone, and at z = 0 this gives 2, where 0.5 is right."
)
def brackets_lost_below_the_exponential(z):
    return np.exp(z) / 1 + np.exp(z)


@sigmoid_formula("The base is 2 here. The sigmoid uses e, 2.718..., which np.exp knows to all its digits.")
def base_of_two(z):
    return 1 / (1 + 2.0 ** (-z))


@sigmoid_formula("The base is 10 here. The sigmoid uses e, 2.718..., which np.exp knows to all its digits.")
def base_of_ten(z):
    return 1 / (1 + 10.0 ** (-z))


@sigmoid_formula("e is rounded to 2.718 here, and that shows in the fifth digit. np.exp knows all its digits.")
def e_to_three_digits(z):
    return 1 / (1 + 2.718 ** (-z))


@sigmoid_formula("e is rounded to 2.7 here, and that shows. np.exp knows all its digits.")
def e_to_one_digit(z):
    return 1 / (1 + 2.7 ** (-z))


@sigmoid_formula(
    "This runs from -1 to 1, as tanh does, and is 0 at z = 0. A probability runs from 0 to 1: the curve is to be half "
    "as high, and lifted."
)
def tanh_of_half(z):
    return np.tanh(z / 2)


@sigmoid_formula("This is a step from 0 to 1. The sigmoid goes up gently: at z = 1 it is 0.73.")
def step_at_zero(z):
    return (z > 0) * 1.0


@sigmoid_formula("e is multiplied by -z here. It is to be raised to that power.")
def e_times_z(z):
    return 1 / (1 + np.e * -z)


@sigmoid_formula(
    "This is always 1 for a single number: it is softmax, which shares out 1 among the entries of an array. The "
    "sigmoid looks at each entry alone."
)
def softmax(z):
    return np.exp(z) / np.sum(np.exp(z))


@sigmoid.mistake("The result is cut to a whole number, 0. The fraction is the probability.")
def fraction_cut_off(z):
    return np.floor(1 / (1 + np.exp(-z)))


@sigmoid.mistake(
    "This works on arrays only: a loop over z needs entries, and a single number has none. NumPy's functions take "
    "both, without a loop."
)
def loop_over_entries(z):
    return np.array([1 / (1 + np.exp(-entry)) for entry in z])


@sigmoid.mistake(
    "The numbers are right and stand in one long row. The result is to have the shape of z: two rows and three "
    "columns stay two rows and three columns."
)
def flattened(z):
    return 1 / (1 + np.exp(-np.ravel(z)))


@sigmoid.mistake(
    "Of an array one number is left: its entries are added up on the way. The sigmoid is taken of each entry by itself."
)
def of_the_sum(z):
    return 1 / (1 + np.exp(-np.sum(z)))


@sigmoid.mistake("Rows and columns are exchanged. The result is to have the shape of z.")
def sigmoid_transposed(z):
    return (1 / (1 + np.exp(-z))).T


@sigmoid.mistake(
    "An array of whole numbers gives only 0 and 1: the results are put into an array made like z, which has no room "
    "for fractions."
)
def no_room_for_fractions(z):
    a = np.zeros_like(z)
    a[...] = 1 / (1 + np.exp(-z))
    return a if np.ndim(z) else 1 / (1 + np.exp(-z))


@sigmoid.variant
def sigmoid_by_tanh(z):
    return 0.5 * (1 + np.tanh(z / 2))


@sigmoid.variant
def exponentials_above_and_below(z):
    return np.exp(z) / (np.exp(z) + 1)


@sigmoid.variant
def number_by_number(z):
    import math

    return np.vectorize(lambda x: 1 / (1 + math.exp(-x)))(z)


@sigmoid.variant
def a_power_of_e(z):
    return np.reciprocal(1 + np.e ** (-z))


@sigmoid.variant
def loop_over_a_copy(z):
    a = np.array(z, dtype=float, ndmin=1)
    for place in np.ndindex(a.shape):
        a[place] = (1 + np.exp(-a[place])) ** -1
    return a


stable_sigmoid = Exercise("w1-stable-sigmoid")
stable_sigmoid_formula = partial(stable_sigmoid.mistake, where=_is_ordinary_number)


@stable_sigmoid.part("ordinary numbers")
def _(rng):
    yield (np.array([-30.0, -1.5, 0.0, 2.0, 30.0]),)
    yield (rng.normal(size=(2, 3)),)
    yield (3 * rng.normal(size=(4, 2, 5)),)
    yield (np.array([-2, 0, 1, 30]),)  # whole numbers, which have no room for fractions


@stable_sigmoid.part("far from zero, without a warning", weight=2, quiet=True)
def _(rng):
    yield (np.array([-1000.0, -2.0, 0.0, 1.0, 1000.0]),)
    yield (rng.uniform(720, 2000, size=(3, 1)),)
    yield (-rng.uniform(750, 2000, size=(2, 4)),)
    yield (np.array([[-800.0, 0.5, 3.0], [-1.0, -720.0, 900.0]]),)


@stable_sigmoid.part("a float in place of an array, without a warning", quiet=True)
def _(rng):
    for z in (0.3, -2.1, -1000.0, 1000.0, rng.normal()):
        yield (float(z),)


@stable_sigmoid.mistake(
    "For z = -1000 this computes e to the power 1000, which is too large for a float. The result happens to "
    "be right, the way to it is not: choose a form whose exponent is never positive."
)
def one_form_for_all(z):
    return 1 / (1 + np.exp(-z))


@stable_sigmoid.mistake(
    "np.where computes both of its branches for every entry and then picks, so the exponential that "
    "overflows is still computed. Make the exponent harmless before it reaches exp."
)
def both_branches_computed(z):
    return np.where(z >= 0, 1 / (1 + np.exp(-z)), np.exp(z) / (1 + np.exp(z)))


@stable_sigmoid.mistake(
    "At z = 1000 this is infinity over infinity, which is nan. This form is safe for negative z only; "
    "positive z needs the other one."
)
def infinity_over_infinity(z):
    return np.exp(z) / (1 + np.exp(z))


@stable_sigmoid.mistake(
    "`if` can't decide about a whole array, in which some entries are positive and some negative. Choose "
    "entry by entry: with a mask, or with a form that is safe for both."
)
def if_on_an_array(z):
    return 1 / (1 + np.exp(-z)) if z >= 0 else np.exp(z) / (1 + np.exp(z))


@stable_sigmoid_formula(
    "The absolute value keeps the exponent harmless, but z = -2 now gives the same as z = 2. The sign of z "
    "has to come back in: below zero the curve is below 0.5."
)
def sign_never_restored(z):
    return 1 / (1 + np.exp(-np.abs(z)))


@stable_sigmoid_formula(
    "The curve falls where it should rise: positive z gives less than 0.5, negative z more. Either an exponent has the "
    "wrong sign, or the two forms stand in each other's place."
)
def forms_exchanged(z):
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, e, 1) / (1 + e)


@stable_sigmoid_formula(
    "For negative z only the numerator is there: at z = -1.5 that gives 0.22, where 0.18 is right. It too "
    "is divided by 1 plus the exponential."
)
def denominator_forgotten(z):
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1 / (1 + e), e)


@stable_sigmoid.mistake(
    "z is cut off so near to zero that it shows: at z = 30 the result stops at 0.99995, and at -30 at "
    "0.00005. exp can take numbers up to about 700."
)
def cut_off_too_near(z):
    return 1 / (1 + np.exp(-np.clip(z, -10, 10)))


@stable_sigmoid.mistake(
    "This works on a single number only: functions of the math module and float() can't take an array. "
    "NumPy's own functions take both."
)
def stable_for_single_numbers(z):
    e = np.exp(-abs(float(z)))
    return (1 if float(z) >= 0 else e) / (1 + e)


@stable_sigmoid.mistake(
    "This works on arrays only: a float has no shape and no entries. np.asarray makes an array of it, and "
    "leaves an array as it is."
)
def stable_for_arrays_only(z):
    a = np.zeros(z.shape)
    a += np.where(z >= 0, 1, np.exp(-np.abs(z))) / (1 + np.exp(-np.abs(z)))
    return a


@stable_sigmoid_formula(
    "Without brackets Python divides first: at z = 0 this gives 2, where 0.5 is right. The denominator is the whole "
    "sum."
)
def stable_without_brackets(z):
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1, e) / 1 + e


@stable_sigmoid_formula("This is a step from 0 to 1. The sigmoid goes up gently: at z = 1 it is 0.73.")
def stable_step(z):
    return np.where(z > 0, 1.0, np.where(z < 0, 0.0, 0.5))


@stable_sigmoid_formula(
    "The curve is twice as steep as it should be: at z = 1 it gives 0.88 in place of 0.73. Written with tanh, the "
    "sigmoid needs half of z inside."
)
def stable_and_twice_as_steep(z):
    return 0.5 * (1 + np.tanh(z))


@stable_sigmoid_formula("This is tanh, or runs as it does from -1 to 1. A probability runs from 0 to 1.")
def stable_tanh_of_half(z):
    return np.tanh(z / 2)


@stable_sigmoid.mistake(
    "z = 0 belongs to neither of the two cases, the one above 0 and the one below, so it keeps a 0. One of the two has "
    "to take it along; the result is 0.5."
)
def zero_left_out(z):
    e = np.exp(-np.abs(z))
    return (z > 0) / (1 + e) + (z < 0) * e / (1 + e)


@stable_sigmoid.mistake(
    "One of the two forms is chosen for the whole array. Where large and small numbers stand side by side, neither "
    "form is safe for all: choose entry by entry."
)
def one_form_for_the_whole_array(z):
    return 1 / (1 + np.exp(-z)) if np.all(z >= 0) else np.exp(z) / (1 + np.exp(z))


@stable_sigmoid.mistake(
    "The results are repaired after the overflow has happened, and the warning is still there. Make the exponent "
    "harmless before it reaches exp."
)
def repaired_afterwards(z):
    return np.nan_to_num(np.exp(z) / (1 + np.exp(z)), nan=1.0)


@stable_sigmoid.mistake(
    "An array of whole numbers gives only 0 and 1: the results are put into an array made like z, which has no room "
    "for fractions."
)
def array_made_like_z(z):
    a = np.zeros_like(np.asarray(z))
    a[...] = 0.5 * (1 + np.tanh(np.asarray(z) / 2))
    return a


@stable_sigmoid.mistake(
    "math.exp stops with an OverflowError where NumPy's exp warns and goes on with infinity. Choose a form whose "
    "exponent is never positive."
)
def overflow_of_math(z):
    import math

    return np.vectorize(lambda x: 1 / (1 + math.exp(-x)), otypes=[float])(z)


@stable_sigmoid.mistake(
    "This works on arrays only: a mask or an index in square brackets picks entries, and a float has none. np.asarray "
    "makes an array of it, and leaves an array as it is."
)
def masks_on_a_float(z):
    a = np.zeros(np.shape(z))
    above = z >= 0
    a[above] = 0.5 * (1 + np.tanh(z[above] / 2))
    a[~above] = 0.5 * (1 + np.tanh(z[~above] / 2))
    return a


@stable_sigmoid.mistake(
    "This works on arrays only: a loop over z needs entries, and a float has none. NumPy's functions take both, "
    "without a loop."
)
def loop_over_a_float(z):
    return np.array([0.5 * (1 + np.tanh(entry / 2)) for entry in z])


@stable_sigmoid.mistake("The numbers are right and stand in one long row. The result is to have the shape of z.")
def stable_and_flattened(z):
    return 0.5 * (1 + np.tanh(np.ravel(z) / 2))


@stable_sigmoid.variant
def one_exponential(z):
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1, e) / (1 + e)


@stable_sigmoid.variant
def stable_by_tanh(z):
    return (np.tanh(z / 2) + 1) / 2


@stable_sigmoid.variant
def cut_off_far_out(z):
    return 1 / (1 + np.exp(-np.clip(z, -500, 500)))


@stable_sigmoid.variant
def masks(z):
    z = np.asarray(z)
    a = np.empty(z.shape)
    above = z >= 0
    a[above] = 1 / (1 + np.exp(-z[above]))
    a[~above] = np.exp(z[~above]) / (1 + np.exp(z[~above]))
    return a


@stable_sigmoid.variant
def by_logarithm(z):
    return np.exp(-np.logaddexp(0, -z))


@stable_sigmoid.variant
def one_number_at_a_time(z):
    import math

    def safe(x):
        if x < 0:
            return math.exp(x) / (1 + math.exp(x))
        return 1 / (1 + math.exp(-x))

    return np.vectorize(safe, otypes=[float])(z)


@stable_sigmoid.variant
def minimum_and_maximum(z):
    return np.exp(np.minimum(z, 0)) / (1 + np.exp(-np.abs(z)))


log_odds = Exercise("w1-log-odds")
log_odds_formula = partial(log_odds.mistake, where=_is_ordinary_number)


@log_odds.part("single probabilities")
def _(rng):
    for p in (0.5, 0.9, 0.2, 0.001, rng.uniform(0.05, 0.95)):
        yield (float(p),)


@log_odds.part("arrays of probabilities")
def _(rng):
    yield (rng.uniform(0.05, 0.95, size=5),)
    yield (rng.uniform(0.05, 0.95, size=(2, 3)),)
    yield (np.array([[0.999], [0.5], [0.01], [0.3]]),)


@log_odds_formula(
    "These are the odds themselves: 9 at p = 0.9. Their logarithm is still to be taken; it is 0 at p = 0.5 "
    "and negative below."
)
def odds_only(p):
    return p / (1 - p)


@log_odds_formula(
    "The fraction is upside down, so the sign is wrong: p = 0.9 should give about +2.2. Odds have the "
    "chances for it above, those against it below."
)
def upside_down(p):
    return np.log((1 - p) / p)


@log_odds_formula(
    "This is the logarithm of the probability, which is never positive. Odds compare p with what is left, 1 - p."
)
def log_of_p(p):
    return np.log(p)


@log_odds_formula("Without brackets p / 1 - p is p - p, which is 0, and the logarithm of 0 is minus infinity.")
def brackets_missing(p):
    with np.errstate(divide="ignore"):
        return np.log(p / 1 - p)


@log_odds_formula(
    "One logarithm is divided by the other. The logarithm of a quotient is the difference of the two logarithms."
)
def quotient_of_logs(p):
    return np.log(p) / np.log(1 - p)


@log_odds_formula(
    "This logarithm has base 10. The sigmoid uses e, so its inverse needs the natural logarithm: p = 0.9 "
    "gives 2.2, where this gives 0.95."
)
def base_ten(p):
    return np.log10(p / (1 - p))


@log_odds_formula(
    "This logarithm has base 2. The sigmoid uses e, so its inverse needs the natural logarithm: p = 0.9 "
    "gives 2.2, where this gives 3.2."
)
def base_two(p):
    return np.log2(p / (1 - p))


@log_odds_formula("This is the sigmoid, which goes from z to p. Log-odds go the other way, from p back to z.")
def sigmoid_again(p):
    return 1 / (1 + np.exp(-p))


@log_odds.mistake(
    "This works on a single number only: functions of the math module and float() can't take an array. "
    "NumPy's log takes both."
)
def single_probabilities_only(p):
    return np.log(float(p) / (1 - float(p)))


@log_odds_formula(
    "Only p is inside the logarithm, and its result is divided by 1 - p. The logarithm is taken of the whole quotient."
)
def log_of_the_numerator(p):
    return np.log(p) / (1 - p)


@log_odds_formula("The two logarithms are added, which is the logarithm of a product. Odds are a quotient.")
def sum_of_logs(p):
    return np.log(p) + np.log(1 - p)


@log_odds_formula("The quotient is of p and 1 + p here. Odds compare p with what is left, 1 - p.")
def plus_below(p):
    return np.log(p / (1 + p))


@log_odds_formula("The sign is lost. Below p = 0.5 the chances against are better, and the log-odds are negative.")
def sign_of_the_odds_lost(p):
    return np.abs(np.log(p / (1 - p)))


@log_odds_formula(
    "This is the logarithm of 1 plus the odds, which is what log1p computes. It is 0.69 at p = 0.5, where 0 is right."
)
def one_plus_the_odds(p):
    return np.log1p(p / (1 - p))


@log_odds_formula("This is e to the power of the odds. The logarithm goes the other way.")
def exponential_of_the_odds(p):
    return np.exp(p / (1 - p))


@log_odds_formula(
    "The log-odds are multiplied by p once more. They are the logarithm of the quotient and nothing else."
)
def times_p(p):
    return p * np.log(p / (1 - p))


@log_odds_formula("This is 1 where p is above one half. The log-odds are a score, any number: 2.2 at p = 0.9.")
def side_of_one_half(p):
    return (p > 0.5) * 1.0


@log_odds_formula("Both terms are weighted with their probability, as in an entropy. Log-odds have no weights.")
def entropy(p):
    return -(p * np.log(p) + (1 - p) * np.log(1 - p))


@log_odds.mistake("The numbers are right and stand in one long row. The result is to have the shape of p.")
def log_odds_flattened(p):
    return np.log(np.ravel(p) / (1 - np.ravel(p)))


@log_odds.mistake(
    "This works on arrays only: a loop over p needs entries, and a single number has none. NumPy's log takes both, "
    "without a loop."
)
def loop_over_probabilities(p):
    return np.array([np.log(entry / (1 - entry)) for entry in p])


@log_odds.variant
def difference_of_logs(p):
    return np.log(p) - np.log(1 - p)


@log_odds.variant
def by_arctanh(p):
    return 2 * np.arctanh(2 * p - 1)


@log_odds.variant
def minus_log_of_the_inverse(p):
    return -np.log(1 / p - 1)


@log_odds.variant
def one_probability_at_a_time(p):
    import math

    return np.vectorize(lambda x: math.log(x) - math.log1p(-x))(p)
