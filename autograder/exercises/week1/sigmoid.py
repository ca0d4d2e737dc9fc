"""The sigmoid and its inverse."""

import numpy as np

from autograder.spec import Exercise

sigmoid = Exercise("w1-sigmoid")


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
    yield (np.array(rng.normal()),)  # float() takes this one: so an error here is another error


@sigmoid.mistake(
    "The exponent has lost its minus sign, so the curve falls from 1 to 0 where it should rise. Try z = 3: "
    "the result should be above 0.9, and here it is below 0.1."
)
def minus_lost(z):
    return 1 / (1 + np.exp(z))


@sigmoid.mistake(
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


@sigmoid.mistake(
    "This is the slope of the sigmoid, a (1 - a). At z = 0 it gives 0.25, where the sigmoid itself is 0.5."
)
def its_slope(z):
    a = 1 / (1 + np.exp(-z))
    return a * (1 - a)


@sigmoid.mistake("This is tanh, which runs from -1 to 1. A probability runs from 0 to 1.")
def tanh(z):
    return np.tanh(z)


@sigmoid.mistake("In the denominator stands 1 minus the exponential, which is 0 at z = 0. It is a sum.")
def difference_below(z):
    with np.errstate(divide="ignore"):
        return 1 / (1 - np.exp(-z))


@sigmoid.mistake(
    "The curve is twice as steep as it should be: at z = 1 it gives 0.88 in place of 0.73. Written with "
    "tanh, the sigmoid needs half of z inside."
)
def twice_as_steep(z):
    return 0.5 * (1 + np.tanh(z))


@sigmoid.mistake(
    "This is ReLU, the neuron's cut at zero. The sigmoid squeezes every number into the range from 0 to 1."
)
def relu(z):
    return np.maximum(0, z)


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
    a = np.array(z, ndmin=1)
    for place in np.ndindex(a.shape):
        a[place] = (1 + np.exp(-a[place])) ** -1
    return a


stable_sigmoid = Exercise("w1-stable-sigmoid")


@stable_sigmoid.part("ordinary numbers")
def _(rng):
    yield (np.array([-30.0, -1.5, 0.0, 2.0, 30.0]),)
    yield (rng.normal(size=(2, 3)),)
    yield (3 * rng.normal(size=(4, 2, 5)),)
    yield (np.array(-0.6),)  # float() and `if` take this one: so an error here is another error


@stable_sigmoid.part("far from zero, without a warning", weight=2, quiet=True)
def _(rng):
    yield (np.array([-1000.0, -2.0, 0.0, 1.0, 1000.0]),)
    yield (rng.uniform(720, 2000, size=(3, 1)),)
    yield (-rng.uniform(750, 2000, size=(2, 4)),)
    yield (np.array([[-800.0, 0.5, 3.0], [-1.0, -720.0, 900.0]]),)
    yield (np.array(-900.0),)


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


@stable_sigmoid.mistake(
    "The absolute value keeps the exponent harmless, but z = -2 now gives the same as z = 2. The sign of z "
    "has to come back in: below zero the curve is below 0.5."
)
def sign_never_restored(z):
    return 1 / (1 + np.exp(-np.abs(z)))


@stable_sigmoid.mistake("The two forms stand in each other's place: positive z gives less than 0.5, negative z more.")
def forms_exchanged(z):
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, e, 1) / (1 + e)


@stable_sigmoid.mistake(
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
    a = np.empty_like(z)
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


@log_odds.part("single probabilities")
def _(rng):
    for p in (0.5, 0.9, 0.2, 0.001, rng.uniform(0.05, 0.95)):
        yield (float(p),)


@log_odds.part("arrays of probabilities")
def _(rng):
    yield (rng.uniform(0.05, 0.95, size=5),)
    yield (rng.uniform(0.05, 0.95, size=(2, 3)),)
    yield (np.array([[0.999], [0.5], [0.01], [0.3]]),)
    yield (np.array(rng.uniform(0.05, 0.45)),)  # float() takes this one: so an error here is another error


@log_odds.mistake(
    "These are the odds themselves: 9 at p = 0.9. Their logarithm is still to be taken; it is 0 at p = 0.5 "
    "and negative below."
)
def odds_only(p):
    return p / (1 - p)


@log_odds.mistake(
    "The fraction is upside down, so the sign is wrong: p = 0.9 should give about +2.2. Odds have the "
    "chances for it above, those against it below."
)
def upside_down(p):
    return np.log((1 - p) / p)


@log_odds.mistake(
    "This is the logarithm of the probability, which is never positive. Odds compare p with what is left, 1 - p."
)
def log_of_p(p):
    return np.log(p)


@log_odds.mistake("Without brackets p / 1 - p is p - p, which is 0, and the logarithm of 0 is minus infinity.")
def brackets_missing(p):
    with np.errstate(divide="ignore"):
        return np.log(p / 1 - p)


@log_odds.mistake(
    "One logarithm is divided by the other. The logarithm of a quotient is the difference of the two logarithms."
)
def quotient_of_logs(p):
    return np.log(p) / np.log(1 - p)


@log_odds.mistake(
    "This logarithm has base 10. The sigmoid uses e, so its inverse needs the natural logarithm: p = 0.9 "
    "gives 2.2, where this gives 0.95."
)
def base_ten(p):
    return np.log10(p / (1 - p))


@log_odds.mistake(
    "This logarithm has base 2. The sigmoid uses e, so its inverse needs the natural logarithm: p = 0.9 "
    "gives 2.2, where this gives 3.2."
)
def base_two(p):
    return np.log2(p / (1 - p))


@log_odds.mistake("This is the sigmoid, which goes from z to p. Log-odds go the other way, from p back to z.")
def sigmoid_again(p):
    return 1 / (1 + np.exp(-p))


@log_odds.mistake(
    "This works on a single number only: functions of the math module and float() can't take an array. "
    "NumPy's log takes both."
)
def single_probabilities_only(p):
    return np.log(float(p) / (1 - float(p)))


@log_odds.mistake(
    "Only p is inside the logarithm, and its result is divided by 1 - p. The logarithm is taken of the whole quotient."
)
def log_of_the_numerator(p):
    return np.log(p) / (1 - p)


@log_odds.mistake("The two logarithms are added, which is the logarithm of a product. Odds are a quotient.")
def sum_of_logs(p):
    return np.log(p) + np.log(1 - p)


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
