"""Sigmoid, ReLU and leaky ReLU, and the slopes of the four activations.

What the slope is at z = 0, where ReLU has a corner, is a convention: it stands in a part of its own, of small weight.
"""

from dataclasses import replace

import numpy as np

from autograder.exercises.week2 import regression
from autograder.spec import Exercise

sigmoid = replace(regression.sigmoid, id="w3-sigmoid", mistakes=list(regression.sigmoid.mistakes))


def _sigmoid(z):
    return (1 + np.tanh(z / 2)) / 2


@sigmoid.mistake("The curve runs from -0.5 to 0.5: it is squeezed to half its height, and not yet lifted by one half.")
def never_lifted(z):
    return np.tanh(np.divide(z, 2)) / 2


@sigmoid.mistake("Without brackets only the 1 is halved: 0.5 + tanh runs from -0.5 to 1.5. The half takes both.")
def one_halved(z):
    return 0.5 * 1 + np.tanh(np.divide(z, 2))


@sigmoid.mistake(
    "The curve is steeper than it should be: z is doubled inside tanh. Stretched to twice its width means z / 2."
)
def width_turned_round(z):
    return (1 + np.tanh(2 * np.asarray(z))) / 2


@sigmoid.mistake("The curve is lifted, from 0 to 2, and not squeezed: the sum is still to be halved.")
def never_halved(z):
    return 1 + np.tanh(np.divide(z, 2))


relu = Exercise("w3-relu")


@relu.part("arrays of any shape")
def _(rng):
    yield (np.array([-2.0, 0.5, 0.0, 3.0, -0.1]),)
    yield (rng.normal(size=(2, 3)),)
    yield (3 * rng.normal(size=(4, 1)),)
    yield (rng.normal(size=(3, 2, 5)),)
    yield (np.array([[-3, 0, 4, -1]]),)


@relu.part("single numbers", weight=0.5)
def _(rng):
    for z in (-1.5, 2.5, -0.2, 1000.0, -3, 2):
        yield (z,)


@relu.mistake("The negative part is kept and the positive one is 0: at z = 3 this gives 0. It is the other way round.")
def negative_part(z):
    return np.minimum(z, 0)


@relu.mistake("A negative number loses its sign here: -2 becomes 2, which is the absolute value. It becomes 0.")
def absolute_value(z):
    return np.abs(z)


@relu.mistake("This says whether z is positive, 1 or 0: that is ReLU's slope. ReLU itself gives z there: 3 stays 3.")
def switch(z):
    return (np.asarray(z) > 0) * 1.0


@relu.mistake(
    "np.max looks for the largest entry along an axis, and what stands after its comma is the axis. To compare every "
    "entry with 0 there is another function, np.maximum."
)
def largest_along_an_axis(z):
    return np.max(z, 0)


@relu.mistake("np.max(0, z) takes z for an axis. To compare every entry with 0 there is np.maximum.")
def array_for_an_axis(z):
    return np.max(0, z)


@relu.mistake(
    "Python's max and `if` decide once about one number, and here is a whole array, in which some entries are positive "
    "and some negative. NumPy has a function that decides entry by entry."
)
def decided_once(z):
    return max(0, z)


@relu.mistake("This is the leaky ReLU: -2 becomes -0.02. In ReLU it becomes 0.")
def leaky(z):
    return np.where(np.asarray(z) > 0, z, 0.01 * np.asarray(z))


@relu.mistake("Nothing above 1 comes out here: 3 becomes 1. ReLU has no upper end: 3 stays 3.")
def cut_at_one(z):
    return np.clip(z, 0, 1)


@relu.mistake("The cut is at 1 in place of 0: -2 becomes 1.")
def at_least_one(z):
    return np.maximum(z, 1)


@relu.mistake("The negative entries have been left out, so the shape is another. Each entry keeps its place, as a 0.")
def negatives_left_out(z):
    return np.ravel(z)[np.ravel(z) > 0]


@relu.mistake("z comes back as it was: the negative entries are to become 0.")
def unchanged(z):
    return np.asarray(z) * 1


@relu.mistake("The sign is turned round: 3 becomes -3. Where z is positive, z itself comes out.")
def turned_round(z):
    return np.minimum(-np.asarray(z), 0)


@relu.mistake(
    "This works on arrays only: a mask in square brackets picks entries, and a number has none. np.maximum and "
    "np.where take both."
)
def masked_array(z):
    z = z.copy() if isinstance(z, np.ndarray) else z
    z[z < 0] = 0
    return z


@relu.mistake(
    "This works on arrays only: a number has no shape, no copy and no entries. np.maximum and np.where take both."
)
def copied_array(z):
    a = z.copy()
    a[a < 0] = 0
    return a


@relu.mistake(
    "This works on arrays only: a loop over z needs entries, and a number has none. NumPy's functions take both."
)
def loop_over_a_number(z):
    return np.array([np.maximum(entry, 0) for entry in z])


@relu.mistake("The numbers are right and stand in one long row. The result is to have the shape of z.")
def relu_flattened(z):
    return np.maximum(np.ravel(z), 0)


@relu.mistake("This is the smooth relative of ReLU, log(1 + e^z): at z = 0 it gives 0.69, where ReLU is 0.")
def softplus(z):
    return np.logaddexp(0, z)


@relu.mistake(
    "np.max gives one number, the largest of all. To compare every entry with 0 there is another function, np.maximum."
)
def largest_of_all(z):
    return np.max(z)


@relu.mistake(
    "This is positive where z is negative: the sign of z is turned before the cut. Where z is positive, z itself "
    "comes out."
)
def cut_of_minus_z(z):
    return np.maximum(0, -np.asarray(z))


@relu.mistake("All entries are added up. Each entry is cut by itself, and the result has the shape of z.")
def relu_of_the_sum(z):
    return np.maximum(0, np.sum(z))


@relu.mistake(
    "NumPy has no relu of its own, and needs none: think which function picks the larger of two numbers, entry by "
    "entry."
)
def from_numpy(z):
    return np.relu(z)


@relu.variant
def relu_by_where(z):
    return np.where(np.asarray(z) > 0, z, 0)


@relu.variant
def times_a_mask(z):
    return z * (np.asarray(z) > 0)


@relu.variant
def with_the_size(z):
    return (z + abs(z)) / 2


@relu.variant
def masked_in_place(z):
    z = np.array(z, dtype=float)
    z[z <= 0] = 0
    return z


@relu.variant
def relu_by_clip(z):
    return np.clip(z, 0, None)


@relu.variant
def relu_number_by_number(z):
    return np.vectorize(lambda x: x if x > 0 else 0.0, otypes=[float])(z)


leaky_relu = Exercise("w3-leaky-relu")


@leaky_relu.part("slope 0.01, which is given by default")
def _(rng):
    yield (np.array([-2.0, 0.5, 3.0, -0.1]),)
    yield (100 * rng.normal(size=(2, 3)),)
    yield (rng.normal(size=(3, 2, 5)) - 0.5,)
    yield (np.array([-30.0, 7.0, 0.0]),)


@leaky_relu.part("other slopes")
def _(rng):
    yield np.array([-3.0, 2.0]), 0.1
    yield 3 * rng.normal(size=(4, 1)), 0.25
    yield rng.normal(size=(2, 5)), 0.5
    yield rng.normal(size=(3, 4)) - 1, rng.uniform(0.02, 0.4)


@leaky_relu.part("whole numbers and single ones", weight=0.5)
def _(rng):
    yield (np.array([[-3, 0, 4, -150]]),)
    yield np.array([5, -2, 1]), 0.3
    for z in (-1.5, 2.5, -200, 3):
        yield (z,)
    yield -4.0, 0.2


@leaky_relu.mistake("The slope isn't used: 0.01 is written into the formula. With slope = 0.1, -2 becomes -0.2.")
def always_one_hundredth(z, slope=0.01):
    return np.where(np.asarray(z) > 0, z, 0.01 * np.asarray(z))


@leaky_relu.mistake("This is ReLU: negative z gives 0. Here a little of it leaks through: -2 becomes -0.02.")
def plain_relu(z, slope=0.01):
    return np.maximum(z, 0)


@leaky_relu.mistake(
    "Where z is negative the slope itself comes out, 0.01 for every z. That is the derivative's value; here it is "
    "multiplied by z: -2 becomes -0.02."
)
def slope_alone(z, slope=0.01):
    return np.where(np.asarray(z) > 0, z, slope)


@leaky_relu.mistake("-2 becomes +0.02 here. The line goes on below zero: slope times z is negative.")
def leak_turned_up(z, slope=0.01):
    return np.where(np.asarray(z) > 0, z, -slope * np.asarray(z))


@leaky_relu.mistake("The smaller of z and slope times z is taken, so -2 stays -2 and 3 becomes 0.03. Take the larger.")
def smaller_of_both(z, slope=0.01):
    return np.minimum(z, slope * np.asarray(z))


@leaky_relu.mistake("All of z is multiplied by the slope: 3 becomes 0.03. Where z is positive, it stays as it is.")
def slope_everywhere(z, slope=0.01):
    return slope * np.asarray(z)


@leaky_relu.mistake("Negative z is divided by the slope, so -2 becomes -200. It is multiplied: -0.02.")
def divided_by_the_slope(z, slope=0.01):
    return np.where(np.asarray(z) > 0, z, np.asarray(z) / slope)


@leaky_relu.mistake("z and slope are compared, not z and slope times z: -2 becomes 0.01. It becomes -0.02.")
def compared_with_the_slope(z, slope=0.01):
    return np.maximum(z, slope)


@leaky_relu.mistake("The slope is taken away where it should multiply: -2 becomes -2.01 in place of -0.02.")
def slope_subtracted(z, slope=0.01):
    return np.where(np.asarray(z) > 0, z, np.asarray(z) - slope)


@leaky_relu.mistake("ReLU of z with slope times z added: 3 becomes 3.03. Each z takes one of the two lines, not both.")
def both_lines_added(z, slope=0.01):
    return np.maximum(z, 0) + slope * np.asarray(z)


@leaky_relu.mistake("This is another default: without a slope given, -2 should become -0.02 (slope=0.01).")
def another_default(z, slope=0.1):
    return np.where(np.asarray(z) > 0, z, slope * np.asarray(z))


@leaky_relu.mistake("Positive z comes out as 1, which is its slope. The function gives z itself: 3 stays 3.")
def one_where_positive(z, slope=0.01):
    return np.where(np.asarray(z) > 0, 1, slope * np.asarray(z))


@leaky_relu.mistake("These are the slopes, 1 and 0.01. The function itself is asked: 3 stays 3, -2 becomes -0.02.")
def its_slopes(z, slope=0.01):
    return np.where(np.asarray(z) > 0, 1, slope)


@leaky_relu.mistake(
    "Python's max and `if` decide once about one number, and here is a whole array, in which some entries are positive "
    "and some negative. NumPy has functions that decide entry by entry."
)
def leak_decided_once(z, slope=0.01):
    return z if z > 0 else slope * z


@leaky_relu.mistake(
    "The results are put into an array made like z. Where z holds whole numbers that array does too, and -0.03 in it "
    "becomes 0."
)
def leak_in_whole_numbers(z, slope=0.01):
    a = np.zeros_like(z)
    a[...] = np.where(np.asarray(z) > 0, z, slope * np.asarray(z))
    return a


@leaky_relu.mistake(
    "*= writes into an array, and an array of whole numbers takes no fractions, hence this error. np.where makes a new "
    "array."
)
def leak_in_place(z, slope=0.01):
    a = np.array(z)
    a[a < 0] *= slope
    return a


@leaky_relu.mistake(
    "This works on arrays of fractions only: a number has no copy and no entries, and an array of whole numbers takes "
    "no fractions. np.where takes them all."
)
def leak_on_a_copy(z, slope=0.01):
    a = z.copy()
    a[a < 0] *= slope
    return a


@leaky_relu.mistake(
    "This works on arrays of fractions only: entries are changed in z itself. A number has none, and an array of whole "
    "numbers takes no fractions. np.where makes a new array, and takes them all."
)
def leak_in_z_itself(z, slope=0.01):
    z = z.copy() if isinstance(z, np.ndarray) else z
    z[z < 0] *= slope
    return z


@leaky_relu.mistake("The slope is added to z where it should multiply: -2 becomes -1.99 in place of -0.02.")
def slope_added(z, slope=0.01):
    return np.where(np.asarray(z) > 0, z, np.asarray(z) + slope)


@leaky_relu.mistake(
    "Where z is negative minus the slope comes out, -0.01 for every z. It is multiplied by z: -2 becomes -0.02."
)
def minus_the_slope(z, slope=0.01):
    return np.where(np.asarray(z) > 0, z, -slope)


@leaky_relu.mistake("z is compared with 1 in place of 0: 0.5 is positive already and stays 0.5.")
def leak_below_one(z, slope=0.01):
    return np.where(np.asarray(z) > 1, z, slope * np.asarray(z))


@leaky_relu.mistake("1 - slope is what z is multiplied by: -2 becomes -1.98. Multiplied by the slope it is -0.02.")
def most_leaks(z, slope=0.01):
    return np.where(np.asarray(z) > 0, z, (1 - slope) * np.asarray(z))


@leaky_relu.mistake(
    "A loop over z goes through rows where z has two dimensions, and a single number has nothing to go through. "
    "NumPy's functions take all of them, entry by entry."
)
def leaks_in_a_list(z, slope=0.01):
    return [entry if entry > 0 else slope * entry for entry in z]


@leaky_relu.variant
def larger_of_both(z, slope=0.01):
    return np.maximum(z, slope * np.asarray(z))


@leaky_relu.variant
def leak_by_masks(z, slope=0.01):
    z = np.asarray(z)
    return z * (z > 0) + slope * z * (z <= 0)


@leaky_relu.variant
def two_halves(z, slope=0.01):
    return np.maximum(z, 0) + slope * np.minimum(z, 0)


@leaky_relu.variant
def leak_on_a_float_copy(z, slope=0.01):
    a = np.array(z, dtype=float)
    a[a <= 0] *= slope
    return a


sigmoid_derivative = Exercise("w3-sigmoid-derivative")


def _smooth_arrays(rng):
    yield (np.array([-3.0, 0.0, 0.5, 2.0]),)
    yield (rng.normal(size=(2, 3)),)
    yield (2 * rng.normal(size=(4, 1)),)
    yield (rng.normal(size=(3, 2, 5)),)
    yield (np.array([[-2, 0, 1, 3]]),)


def _smooth_numbers(rng):
    for z in (0, 2.0, -1.5, 1, rng.normal()):
        yield (z,)


sigmoid_derivative.part("arrays of any shape")(_smooth_arrays)
sigmoid_derivative.part("single numbers", weight=0.5)(_smooth_numbers)


@sigmoid_derivative.mistake(
    "The formula a (1 - a) is applied to z itself, as if z were an activation: at z = 2 that is -2, and a slope of the "
    "sigmoid is never negative. First the sigmoid of z, then the formula."
)
def formula_of_z(z):
    return z * (1 - z)


@sigmoid_derivative.mistake("This is the sigmoid itself, 0.5 at z = 0. Its slope there is 0.25.")
def no_slope(z):
    return _sigmoid(z)


@sigmoid_derivative.mistake(
    "The sigmoid is taken twice, and the formula of that: at z = 0 this gives 0.235 in place of 0.25."
)
def sigmoid_of_the_sigmoid(z):
    a = _sigmoid(_sigmoid(z))
    return a * (1 - a)


@sigmoid_derivative.mistake("A plus stands where a minus belongs: at z = 0, 0.5 (1 + 0.5) is 0.75. The slope is 0.25.")
def plus_for_minus(z):
    a = _sigmoid(z)
    return a * (1 + a)


@sigmoid_derivative.mistake("The sign is wrong: a rising curve gets negative slopes, -0.25 at z = 0.")
def sigmoid_slope_turned(z):
    a = _sigmoid(z)
    return a * (a - 1)


@sigmoid_derivative.mistake(
    "This is 1 - a, or e^-z / (1 + e^-z): 0.5 at z = 0. It is still to be multiplied by a, which squares the "
    "denominator: 0.25."
)
def factor_missing(z):
    return 1 - _sigmoid(z)


@sigmoid_derivative.mistake(
    "1 - a^2 is the slope of tanh. Of the sigmoid, at z = 0, it would make 0.75; 0.25 is right."
)
def formula_of_tanh(z):
    return 1 - _sigmoid(z) ** 2


@sigmoid_derivative.mistake("This is the slope of tanh, 1 at z = 0. The sigmoid is less steep: 0.25.")
def slope_of_tanh(z):
    return 1 - np.tanh(z) ** 2


@sigmoid_derivative.mistake("One of the two factors is z: a (1 - z). Both are made of the activation a, not of z.")
def one_minus_z(z):
    return _sigmoid(z) * (1 - z)


@sigmoid_derivative.mistake("One of the two factors is z: z (1 - a). Both are made of the activation a, not of z.")
def z_times(z):
    return z * (1 - _sigmoid(z))


@sigmoid_derivative.mistake("The numerator is 1 here: at z = 2 this gives 0.78, the square of the sigmoid, not 0.105.")
def square_of_the_sigmoid(z):
    return _sigmoid(z) ** 2


@sigmoid_derivative.mistake(
    "Without brackets Python multiplies before it subtracts: a * 1 - a is 0 everywhere. 1 - a needs brackets."
)
def sigmoid_brackets_missing(z):
    return 0 * np.asarray(z)


@sigmoid_derivative.mistake("This is a minus twice a, -0.5 at z = 0. The slope is a minus the square of a: 0.25.")
def doubled_in_place_of_squared(z):
    return _sigmoid(z) - 2 * _sigmoid(z)


@sigmoid_derivative.mistake(
    "This works on a single number only: `float` and the math module can't take an array. NumPy's functions take both."
)
def sigmoid_slope_of_numbers(z):
    a = 1 / (1 + np.exp(-float(z)))
    return a * (1 - a)


@sigmoid_derivative.mistake(
    "This works on arrays only: a number has no shape, no copy and no entries. NumPy's functions take both."
)
def sigmoid_slope_of_arrays(z):
    a = np.zeros(z.shape)
    a[...] = _sigmoid(z)
    return a * (1 - a)


@sigmoid_derivative.mistake("Two results come back, the activation and its slope. Only the slope is asked.")
def slope_and_activation(z):
    a = _sigmoid(z)
    return a, a * (1 - a)


@sigmoid_derivative.mistake(
    "All entries are added up, by a sum or by np.dot. Each entry has a slope of its own: multiply a and 1 - a with *.",
    where=lambda z: np.ndim(z) == 1,
)
def sigmoid_slopes_added_up(z):
    a = _sigmoid(z)
    return np.dot(a, 1 - a)


@sigmoid_derivative.mistake(
    "One of the two factors is squared: at z = 0 this gives 0.125. The slope is a (1 - a), 0.25."
)
def first_factor_squared(z):
    a = _sigmoid(z)
    return a**2 * (1 - a)


@sigmoid_derivative.mistake(
    "This is a (1 - a^2): at z = 0 it gives 0.375. Nothing is squared in the sigmoid's slope, a (1 - a)."
)
def second_square(z):
    a = _sigmoid(z)
    return a * (1 - a**2)


@sigmoid_derivative.mistake(
    "The formula is right, but a is tanh(z) in it, so at z = 0 it gives 0. Here a is the sigmoid of z."
)
def tanh_for_the_sigmoid(z):
    a = np.tanh(z)
    return a * (1 - a)


@sigmoid_derivative.variant
def by_exponentials(z):
    return np.exp(-z) / (1 + np.exp(-z)) ** 2


@sigmoid_derivative.variant
def minus_the_square(z):
    a = 1 / (1 + np.exp(-np.asarray(z)))
    return a - np.square(a)


@sigmoid_derivative.variant
def both_sides(z):
    return _sigmoid(z) * _sigmoid(-z)


@sigmoid_derivative.variant
def by_the_slope_of_tanh(z):
    return (1 - np.tanh(np.divide(z, 2)) ** 2) / 4


@sigmoid_derivative.variant
def sigmoid_slope_number_by_number(z):
    import math

    return np.vectorize(lambda x: 1 / (2 + math.exp(x) + math.exp(-x)), otypes=[float])(z)


tanh_derivative = Exercise("w3-tanh-derivative")
tanh_derivative.part("arrays of any shape")(_smooth_arrays)
tanh_derivative.part("single numbers", weight=0.5)(_smooth_numbers)


@tanh_derivative.mistake(
    "The formula 1 - a^2 is applied to z itself, as if z were an activation: at z = 2 that is -3, but tanh rises. "
    "First tanh of z, then the formula."
)
def tanh_formula_of_z(z):
    return 1 - z**2


@tanh_derivative.mistake("The square is missing: at z = 2 this gives 0.036, and 1 - 0.964^2 is 0.071.")
def tanh_square_missing(z):
    return 1 - np.tanh(z)


@tanh_derivative.mistake("This is tanh itself, 0 at z = 0. Its slope there is 1.")
def tanh_no_slope(z):
    return np.tanh(z)


@tanh_derivative.mistake(
    "a (1 - a) is the formula of the sigmoid. Of tanh at z = 0 it makes 0, and there tanh is steepest, 1."
)
def formula_of_the_sigmoid(z):
    return np.tanh(z) * (1 - np.tanh(z))


@tanh_derivative.mistake("This is the slope of the sigmoid, 0.25 at z = 0. The slope of tanh there is 1.")
def slope_of_the_sigmoid(z):
    return _sigmoid(z) * (1 - _sigmoid(z))


@tanh_derivative.mistake(
    "tanh is taken twice: at z = 2 this gives 0.44 in place of 0.071. z is no activation; tanh(z) is."
)
def tanh_of_tanh(z):
    return 1 - np.tanh(np.tanh(z)) ** 2


@tanh_derivative.mistake("A plus stands where a minus belongs: far from 0 tanh is flat, its slope 0, not 2.")
def tanh_plus_for_minus(z):
    return 1 + np.tanh(z) ** 2


@tanh_derivative.mistake("The sign is wrong: a rising curve gets negative slopes, -1 at z = 0.")
def tanh_slope_turned(z):
    return np.tanh(z) ** 2 - 1


@tanh_derivative.mistake("z is squared inside: tanh(z^2). The square is taken of tanh(z).")
def square_inside(z):
    return 1 - np.tanh(np.asarray(z) ** 2)


@tanh_derivative.mistake("This is (1 - a)^2, 0.001 at z = 2. The square belongs to a alone: 1 - 0.964^2 is 0.071.")
def difference_squared(z):
    return (1 - np.tanh(z)) ** 2


@tanh_derivative.mistake("a is doubled where it should be squared: at z = 2, 1 - 2 * 0.96 is below zero.")
def tanh_doubled(z):
    return 1 - 2 * np.tanh(z)


@tanh_derivative.mistake("1 / cosh(z) is only the root of it: at z = 2 that is 0.27, and its square is 0.071.")
def one_over_cosh(z):
    return 1 / np.cosh(z)


@tanh_derivative.mistake(
    "This is 1 / (1 + z^2), the slope of the inverse tangent. At z = 2 it is 0.2; that of tanh is 0.071."
)
def slope_of_arctan(z):
    return 1 / (1 + np.asarray(z) ** 2)


@tanh_derivative.mistake("1 - a^2 with the sigmoid for a: at z = 0 that is 0.75. Here a is tanh(z).")
def sigmoid_for_tanh(z):
    return 1 - _sigmoid(z) ** 2


@tanh_derivative.mistake(
    "np.tan is the tangent, another curve, periodic and without limits. The function here is np.tanh."
)
def tangent(z):
    return 1 - np.tan(z) ** 2


@tanh_derivative.mistake(
    "This works on a single number only: `float` and the math module can't take an array. NumPy's functions take both."
)
def tanh_slope_of_numbers(z):
    return 1 - np.tanh(float(z)) ** 2


@tanh_derivative.mistake(
    "This works on arrays only: a number has no shape, no copy and no entries. NumPy's functions take both."
)
def tanh_slope_of_arrays(z):
    a = np.ones(z.shape)
    return a - np.tanh(z) ** 2


@tanh_derivative.mistake(
    "In Python ^ is no power but compares bits, and only whole numbers have them. A power is written **."
)
def tanh_caret(z):
    return 1 - np.tanh(z) ^ 2


@tanh_derivative.mistake(
    "All entries are added up, by a sum or by np.dot. Each entry has a slope of its own: its square is a**2 or a * a.",
    where=lambda z: np.ndim(z) == 1,
)
def tanh_squares_added_up(z):
    a = np.tanh(z)
    return 1 - np.dot(a, a)


@tanh_derivative.mistake("This is the square of tanh, 0 at z = 0. It is taken from 1: tanh is steepest there, 1.")
def square_alone(z):
    return np.tanh(z) ** 2


@tanh_derivative.mistake("The formula is right for tanh(z / 2). Here a is tanh(z), whole z inside.")
def tanh_of_half(z):
    return 1 - np.tanh(np.divide(z, 2)) ** 2


@tanh_derivative.mistake("This is 1 - |a|. The square is no absolute value: at z = 2, 1 - 0.96^2 is 0.07.")
def size_for_square(z):
    return 1 - np.abs(np.tanh(z))


@tanh_derivative.variant
def with_power(z):
    return 1 - np.power(np.tanh(z), 2)


@tanh_derivative.variant
def by_cosh(z):
    return 1 / np.cosh(z) ** 2


@tanh_derivative.variant
def two_factors(z):
    a = np.tanh(z)
    return (1 - a) * (1 + a)


@tanh_derivative.variant
def tanh_by_exponentials(z):
    a = (np.exp(z) - np.exp(-np.asarray(z))) / (np.exp(z) + np.exp(-np.asarray(z)))
    return np.subtract(1, np.square(a))


relu_derivative = Exercise("w3-relu-derivative")


@relu_derivative.part("arrays of any shape")
def _(rng):
    yield (np.array([-2.0, 0.5, 3.0, -0.1]),)
    yield (rng.normal(size=(2, 3)),)
    yield (3 * rng.normal(size=(4, 1)),)
    yield (rng.normal(size=(3, 2, 5)),)
    yield (np.array([[-3, 4, -1, 2]]),)


@relu_derivative.part("single numbers", weight=0.5)
def _(rng):
    for z in (-1.5, 2.5, -3, 2):
        yield (z,)


@relu_derivative.part("z = 0, by convention 0", weight=0.2)
def _(rng):
    yield (np.array([-2.0, 0.0, 3.0]),)
    yield (np.array([[0, 5], [0, -1], [1, 0]]),)


@relu_derivative.mistake(
    "At z = 0 this gives 1. ReLU has a corner there and no slope; the course takes 0, so z > 0, not z >= 0."
)
def one_at_zero(z):
    return np.where(np.asarray(z) >= 0, 1.0, 0.0)


@relu_derivative.mistake("At z = 0 this gives one half, the mean of both sides. The course takes 0 there.")
def half_at_zero(z):
    return (1 + np.sign(z)) / 2


@relu_derivative.mistake("At z = 0 this divides 0 by 0, which is nan. Ask for the sign of z in place of dividing by z.")
def zero_by_zero(z):
    with np.errstate(invalid="ignore"):
        return np.maximum(z, 0) / np.asarray(z)


@relu_derivative.mistake("This is ReLU itself, 3 at z = 3. Its slope is 1 wherever z is positive.")
def relu_itself(z):
    return np.maximum(z, 0)


@relu_derivative.mistake("Positive and negative are exchanged: at z = 3 this gives 0, where ReLU rises with slope 1.")
def sides_exchanged(z):
    return np.where(np.asarray(z) > 0, 0.0, 1.0)


@relu_derivative.mistake("Below zero this gives -1, the slope of the absolute value. ReLU is flat there: 0.")
def sign(z):
    return np.sign(z)


@relu_derivative.mistake("The slope is 1 everywhere here. Below zero ReLU is flat: 0.")
def one_everywhere(z):
    return 0 * np.asarray(z) + 1.0


@relu_derivative.mistake("Below zero this gives 0.01, the slope of the leaky ReLU. ReLU is flat there: 0.")
def leaky_slope(z):
    return np.where(np.asarray(z) > 0, 1.0, 0.01)


@relu_derivative.mistake("z is compared with 1 in place of 0: at z = 0.5 ReLU rises already, with slope 1.")
def compared_with_one(z):
    return np.where(np.asarray(z) > 1, 1.0, 0.0)


@relu_derivative.mistake("Below zero z itself comes out. ReLU is flat there: its slope is 0.")
def negatives_left(z):
    return np.where(np.asarray(z) > 0, 1.0, z)


@relu_derivative.mistake(
    "`if` and Python's max decide once about one number, and here is a whole array, in which some entries are positive "
    "and some negative. A comparison of arrays decides entry by entry."
)
def slope_decided_once(z):
    return 1.0 if z > 0 else 0.0


@relu_derivative.mistake(
    "This works on arrays only: a mask in square brackets picks entries, and a number has none. np.where takes both."
)
def slope_by_masks(z):
    a = np.zeros(np.shape(z))
    a[z > 0] = 1 + 0 * z[z > 0]
    return a


@relu_derivative.mistake(
    "This works on arrays only: a number has no shape, no copy and no entries. np.where takes both."
)
def slope_on_a_copy(z):
    a = z.copy()
    a[z > 0] = 1
    a[z <= 0] = 0
    return a


@relu_derivative.mistake(
    "This works on arrays only: entries are set in z itself, and a number has none. It also changes the caller's z, "
    "which the layer may need again. np.where makes a new array, and takes both."
)
def slope_in_place(z):
    z = z.copy() if isinstance(z, np.ndarray) else z
    z[z <= 0] = 0
    z[z > 0] = 1
    return z


@relu_derivative.mistake("a (1 - a) is the slope of the sigmoid. ReLU is made of two straight lines: slope 1, and 0.")
def relu_slope_as_the_sigmoids(z):
    return _sigmoid(z) * (1 - _sigmoid(z))


@relu_derivative.mistake(
    "One answer comes back for the whole array. Each entry has a slope of its own: 1 where it is positive, 0 "
    "elsewhere.",
    where=lambda z: np.ndim(z) > 0,
)
def any_positive(z):
    return 1.0 if np.any(np.asarray(z) > 0) else 0.0


@relu_derivative.mistake(
    "This is the slope of the sigmoid's own curve, or the sigmoid itself: something between 0 and 1. ReLU's slope is "
    "0 or 1."
)
def sigmoid_as_slope(z):
    return _sigmoid(z)


@relu_derivative.mistake(
    "A comparison with a single number gives plain True or False, which have no astype. np.where takes numbers and "
    "arrays; so does np.asarray(z) > 0."
)
def astype_of_a_comparison(z):
    return (z > 0).astype(float)


@relu_derivative.mistake(
    "The cut of z at 0 and 1 isn't the slope: at z = 0.5 it gives 0.5. Wherever z is positive, the slope is 1."
)
def cut_at_zero_and_one(z):
    return np.clip(z, 0, 1)


@relu_derivative.mistake(
    "A loop over z goes through rows where z has two dimensions, and a single number has nothing to go through. "
    "NumPy's functions take all of them, entry by entry."
)
def slopes_in_a_list(z):
    return [1 if entry > 0 else 0 for entry in z]


@relu_derivative.variant
def as_booleans(z):
    return np.asarray(z) > 0


@relu_derivative.variant
def as_integers(z):
    return (np.array(z) > 0).astype(int)


@relu_derivative.variant
def with_heaviside(z):
    return np.heaviside(z, 0)


@relu_derivative.variant
def times_one(z):
    return 1.0 * (np.greater(z, 0))


@relu_derivative.variant
def set_on_a_copy(z):
    a = np.array(z, dtype=float)
    a[a <= 0] = 0
    a[a > 0] = 1
    return a


@relu_derivative.variant
def sign_of_relu(z):
    return np.sign(np.maximum(0, z))


leaky_relu_derivative = Exercise("w3-leaky-relu-derivative")


@leaky_relu_derivative.part("slope 0.01, which is given by default")
def _(rng):
    yield (np.array([-2.0, 0.5, 3.0, -0.1]),)
    yield (rng.normal(size=(2, 3)),)
    yield (rng.normal(size=(3, 2, 5)),)


@leaky_relu_derivative.part("other slopes")
def _(rng):
    yield np.array([-2.0, 0.5, 3.0, -0.1]), 0.1
    yield 3 * rng.normal(size=(4, 1)), 0.25
    yield rng.normal(size=(2, 5)), rng.uniform(0.3, 0.9)


@leaky_relu_derivative.part("whole numbers and single ones", weight=0.5)
def _(rng):
    yield (np.array([[-3, 4, -1, 2]]),)
    yield np.array([5, -2, 1]), 0.3
    for z in (-1.5, 2.5, -3, 2):
        yield (z,)
    yield -4.0, 0.2


@leaky_relu_derivative.part("z = 0, by convention the slope of the left side", weight=0.2)
def _(rng):
    yield (np.array([-2.0, 0.0, 3.0]),)
    yield np.array([[0.0, 5.0], [-0.5, 0.0], [1.0, 0.0]]), 0.2


@leaky_relu_derivative.mistake(
    "At z = 0 this gives 1. There is a corner and no slope; the course takes that of the left side, `slope`, so the 1 "
    "is for z > 0, not z >= 0."
)
def leaky_one_at_zero(z, slope=0.01):
    return np.where(np.asarray(z) >= 0, 1.0, slope)


@leaky_relu_derivative.mistake("At z = 0 this gives 0. The course takes the slope of the left side there, `slope`.")
def leaky_zero_at_zero(z, slope=0.01):
    return (np.asarray(z) > 0) + slope * (np.asarray(z) < 0)


@leaky_relu_derivative.mistake("At z = 0 this gives the mean of both sides. The course takes the left one, `slope`.")
def leaky_mean_at_zero(z, slope=0.01):
    return (1 + slope) / 2 + (1 - slope) / 2 * np.sign(z)


@leaky_relu_derivative.mistake(
    "At z = 0 this divides 0 by 0, which is nan. Ask for the sign of z in place of dividing by z."
)
def leaky_zero_by_zero(z, slope=0.01):
    with np.errstate(invalid="ignore"):
        return np.maximum(z, slope * np.asarray(z)) / np.asarray(z)


@leaky_relu_derivative.mistake(
    "The slope isn't used: 0.01 is written into the formula. With slope = 0.1 it is 0.1 below zero."
)
def slope_fixed(z, slope=0.01):
    return np.where(np.asarray(z) > 0, 1.0, 0.01)


@leaky_relu_derivative.mistake("This is ReLU's slope: 0 below zero. The leaky one rises there too, by `slope`.")
def relus_slope(z, slope=0.01):
    return np.where(np.asarray(z) > 0, 1.0, 0.0)


@leaky_relu_derivative.mistake(
    "Below zero slope times z comes out, -0.02 at z = -2: the function. Its slope is 0.01 there."
)
def slope_times_z(z, slope=0.01):
    return np.where(np.asarray(z) > 0, 1.0, slope * np.asarray(z))


@leaky_relu_derivative.mistake(
    "This is the leaky ReLU itself, 3 at z = 3. Its slope is 1 there, and `slope` below zero."
)
def function_itself(z, slope=0.01):
    return np.where(np.asarray(z) > 0, z, slope * np.asarray(z))


@leaky_relu_derivative.mistake("Where z is positive z itself comes out, 3 at z = 3. The slope is 1 there.")
def z_where_positive(z, slope=0.01):
    return np.where(np.asarray(z) > 0, z, slope)


@leaky_relu_derivative.mistake("The two sides are exchanged: at z = 3 this gives 0.01, where the slope is 1.")
def leaky_sides_exchanged(z, slope=0.01):
    return np.where(np.asarray(z) > 0, slope, 1.0)


@leaky_relu_derivative.mistake("Below zero the sign is wrong: -0.01. The line rises there too, if only a little.")
def slope_turned(z, slope=0.01):
    return np.where(np.asarray(z) > 0, 1.0, -slope)


@leaky_relu_derivative.mistake("This is another default: without a slope given, it is 0.01 below zero.")
def leaky_another_default(z, slope=0.1):
    return np.where(np.asarray(z) > 0, 1.0, slope)


@leaky_relu_derivative.mistake("Below zero this gives 1 - slope, 0.99. It is `slope` itself there, 0.01.")
def one_minus_slope(z, slope=0.01):
    return np.where(np.asarray(z) > 0, 1.0, 1 - slope)


@leaky_relu_derivative.mistake("Above zero the slope is added to the 1: 1.01. Each side has one slope: 1, or `slope`.")
def added_above(z, slope=0.01):
    return (np.asarray(z) > 0) + slope


@leaky_relu_derivative.mistake(
    "`if` decides once about one number, and here is a whole array, in which some entries are positive and some "
    "negative. A comparison of arrays decides entry by entry."
)
def leaky_slope_decided_once(z, slope=0.01):
    return 1.0 if z > 0 else slope


@leaky_relu_derivative.mistake(
    "The results are put into an array made like z. Where z holds whole numbers that array does too, and 0.01 in it "
    "becomes 0."
)
def ones_like_z(z, slope=0.01):
    a = np.ones_like(z)
    a[np.asarray(z) <= 0] = slope
    return a


@leaky_relu_derivative.mistake(
    "This works on arrays only: a number has no shape, no copy and no entries. np.where takes both."
)
def leaky_slope_of_arrays(z, slope=0.01):
    a = np.ones(z.shape)
    a[z <= 0] = slope
    return a


@leaky_relu_derivative.mistake(
    "This works on arrays of fractions only: entries are set in z itself. A number has none, and in an array of whole "
    "numbers 0.01 becomes 0. np.where makes a new array, and takes them all."
)
def leaky_slope_in_z_itself(z, slope=0.01):
    z = z.copy() if isinstance(z, np.ndarray) else z
    z[z > 0] = 1
    z[z <= 0] = slope
    return z


@leaky_relu_derivative.mistake(
    "z itself is compared with the slope, so 3 stays 3. The slope is one of two numbers, whatever the size of z."
)
def larger_of_z_and_slope(z, slope=0.01):
    return np.maximum(z, slope)


@leaky_relu_derivative.mistake("z is compared with 1 in place of 0: at z = 0.5 the line rises already with slope 1.")
def slope_below_one(z, slope=0.01):
    return np.where(np.asarray(z) > 1, 1.0, slope)


@leaky_relu_derivative.mistake(
    "The 1 is multiplied by the slope as well, and below zero there is 0. Above zero it is 1, below `slope`."
)
def switch_times_slope(z, slope=0.01):
    return (np.asarray(z) > 0) * slope


@leaky_relu_derivative.mistake(
    "A loop over z goes through rows where z has two dimensions, and a single number has nothing to go through. "
    "NumPy's functions take all of them, entry by entry."
)
def leaky_slopes_in_a_list(z, slope=0.01):
    return [1 if entry > 0 else slope for entry in z]


@leaky_relu_derivative.variant
def leaky_by_sums(z, slope=0.01):
    z = np.asarray(z)
    return (z > 0) + slope * (z <= 0)


@leaky_relu_derivative.variant
def leaky_set_on_ones(z, slope=0.01):
    a = np.ones(np.shape(z))
    a[np.asarray(z) <= 0] = slope
    return a


@leaky_relu_derivative.variant
def larger_of_switch_and_slope(z, slope=0.01):
    return np.maximum(np.heaviside(z, 0), slope)


@leaky_relu_derivative.variant
def leaky_slope_number_by_number(z, slope=0.01):
    return np.vectorize(lambda x: 1.0 if x > 0 else slope, otypes=[float])(z)
