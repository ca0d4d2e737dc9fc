"""Week 1, binary classification: how each exercise is tried, and the mistakes it knows.

What the logarithm of 0 becomes depends on the eps that a learner chose. So a loss is tried with a wide
tolerance where a is inside (0, 1), and only with bounds where a is 0 or 1.
"""

import numpy as np

from autograder.spec import Between, Exercise, Named, Quiz

# One neuron

neuron = Exercise("w1-neuron")


@neuron.part("a price above zero is w times the area, plus b")
def _(rng):
    yield 100.0, 2.0, 50.0
    yield 50.0, -1.5, 100.0
    yield 90.0, 3.0, -40.0
    yield rng.uniform(20, 200), rng.uniform(0.5, 5), rng.uniform(10, 90)


@neuron.part("no price is below zero")
def _(rng):
    yield 50.0, 2.0, -180.0
    yield 60.0, 0.5, -20.0
    yield 20.0, 2.0, -40.0
    yield rng.uniform(20, 40), -rng.uniform(2, 5), rng.uniform(10, 30)


@neuron.mistake(
    "This is the straight line alone. At area 50, w = 2 and b = -180 it gives -80, and nobody is paid to "
    "take a house: the neuron's second step lets no price fall below 0."
)
def line_only(area, w, b):
    return w * area + b


@neuron.mistake(
    "The bias is added after the cut at zero, so with b = -180 a price of 0 becomes -180. Finish the whole "
    "straight line first, then cut."
)
def bias_after_the_cut(area, w, b):
    return max(0, w * area) + b


@neuron.mistake("The bias b is missing: this line always runs through price 0 at area 0.")
def bias_forgotten(area, w, b):
    return max(0, w * area)


@neuron.mistake(
    "The bias is added to the area before the weight multiplies, so b counts w times. The weight belongs to "
    "the area alone."
)
def bias_weighted_too(area, w, b):
    return max(0, w * (area + b))


@neuron.mistake(
    "This takes the smaller of the two numbers: positive prices become 0 and negative ones stay. ReLU keeps the larger."
)
def smaller_kept(area, w, b):
    return min(0, w * area + b)


@neuron.mistake(
    "A price below zero has lost its sign here: -80 became 80. ReLU turns everything below zero into 0 itself."
)
def sign_dropped(area, w, b):
    return abs(w * area + b)


@neuron.mistake("The bias is subtracted. A negative b already lowers the line by itself.")
def bias_subtracted(area, w, b):
    return max(0, w * area - b)


@neuron.mistake("This says only whether the price is above zero. Where it is, the price itself is asked.")
def step(area, w, b):
    return 1.0 if w * area + b > 0 else 0.0


@neuron.mistake(
    "This is a sigmoid, which squeezes every price into the range from 0 to 1. This neuron only cuts off "
    "what is below zero."
)
def squeezed(area, w, b):
    return 1 / (1 + np.exp(-w * area - b))


@neuron.variant
def with_if(area, w, b):
    price = w * area + b
    if price < 0:
        return 0
    return price


@neuron.variant
def with_np_maximum_in_an_array(area, w, b):
    return np.maximum(0.0, np.array([[w]]) @ np.array([[area]]) + b)


@neuron.variant
def with_a_mask(area, w, b):
    z = np.dot(w, area) + b
    return z * (z > 0)


@neuron.variant
def with_clip(area, w, b):
    return np.clip(w * area + b, 0, None)


@neuron.variant
def with_abs(area, w, b):
    return (abs(w * area + b) + w * area + b) / 2


# Pictures as columns


def _picture(rng, *shape):
    """Random colours, none of them full: 255 would hide a division by the picture's own maximum."""
    return rng.integers(0, 250, size=(*shape, 3), dtype=np.uint8)


def _shade(grey, *shape):
    return np.full((*shape, 3), grey, dtype=np.uint8)


picture_to_column = Exercise("w1-picture-to-column")


@picture_to_column.part("one shade of grey: a column of numbers from 0 to 1")
def _(rng):
    yield (_shade(51, 2, 4),)
    yield (_shade(rng.integers(100, 240), 5, 2),)


@picture_to_column.part("every colour of every pixel in its place")
def _(rng):
    for height, width in ((2, 4), (5, 2), (4, 7), (1, 6)):
        yield (_picture(rng, height, width),)


@picture_to_column.mistake(
    "The numbers still run from 0 to 255. Divided by the largest value a pixel can have, they run from 0 to 1."
)
def not_scaled(picture):
    return picture.reshape(-1, 1)


@picture_to_column.mistake(
    "This is a row. A picture is to be one column: as many rows as there are numbers, and one column."
)
def row(picture):
    return picture.reshape(1, -1) / 255


@picture_to_column.mistake(
    "This array has one dimension only: shape (24,), say, where (24, 1) is asked. A column has two, and the "
    "second is 1."
)
def one_dimension(picture):
    return picture.flatten() / 255


@picture_to_column.mistake(
    "All reds come first here, then all greens, then all blues. NumPy's own order, which is asked, keeps "
    "the three numbers of a pixel together: so move no axis before you reshape."
)
def colours_apart(picture):
    return picture.transpose(2, 0, 1).reshape(-1, 1) / 255


@picture_to_column.mistake(
    "Pixels are read down the columns of the picture, not along its rows. That happens with .T or order='F' "
    "before or in the reshape; NumPy's own order needs neither."
)
def read_downwards(picture):
    return picture.T.reshape(-1, 1) / 255


@picture_to_column.mistake("Height and width are exchanged before the picture is laid out. Leave the axes as they are.")
def axes_exchanged(picture):
    return picture.transpose(1, 0, 2).reshape(-1, 1) / 255


@picture_to_column.mistake(
    "Each row here is one pixel with its three colours. The colours go into the column too: height x width "
    "x 3 rows, one number in each."
)
def three_columns(picture):
    return picture.reshape(-1, 3) / 255


@picture_to_column.mistake(
    "Divided by 256, white would be 0.996. There are 256 values, but the largest of them is 255."
)
def divided_by_256(picture):
    return picture.reshape(-1, 1) / 256


@picture_to_column.mistake(
    "Each picture is divided by its own brightest number, so a dark picture and a bright one look alike. "
    "Divide all by the same: the largest value a pixel can have."
)
def own_maximum(picture):
    return picture.reshape(-1, 1) / picture.max()


@picture_to_column.mistake(
    "Everything below 255 has become 0: either // divided without a remainder, or the result was turned "
    "back into integers. The fractions are what is wanted."
)
def fractions_lost(picture):
    return picture.reshape(-1, 1) // 255


@picture_to_column.mistake(
    "The numbers are scaled, but they still stand as a picture, in three dimensions. Lay them out in one column."
)
def still_a_picture(picture):
    return picture / 255


@picture_to_column.mistake(
    "Often this error means a reshape to a fixed number of rows, such as 12288, which fits pictures of 64 x "
    "64 only. Take the sizes from the picture's shape, or let NumPy find the number of rows."
)
def always_64_by_64(picture):
    return picture.reshape(12288, 1) / 255


@picture_to_column.variant
def reshape_with_sizes(picture):
    height, width, channels = picture.shape
    return (picture / 255).reshape((height * width * channels, 1))


@picture_to_column.variant
def three_loops(picture):
    column = []
    for row in range(picture.shape[0]):
        for place in range(picture.shape[1]):
            for channel in range(3):
                column.append([int(picture[row, place, channel]) / 255])
    return np.array(column)


@picture_to_column.variant
def ravel_and_new_axis(picture):
    return picture.ravel()[:, np.newaxis] * (1 / 255)


@picture_to_column.variant
def transposed_row(picture):
    return (picture.astype(np.float32).reshape(1, -1) / 255.0).T


@picture_to_column.variant
def stacked_rows(picture):
    return np.vstack([number for row in picture for pixel in row for number in pixel]) / 255


pictures_to_matrix = Exercise("w1-pictures-to-matrix")


def _labels(rng, m):
    """Labels 1 and 0 in random order, about one in three a 1, never half and half where m is odd."""
    return rng.permutation((np.arange(m) % 3 == 0).astype(np.int64))


@pictures_to_matrix.part("one shade of grey a picture: a column for each")
def _(rng):
    for m, height, width in ((4, 2, 5), (5, 4, 2)):
        shades = rng.choice(np.arange(20, 240), size=m, replace=False)
        yield np.stack([_shade(shade, height, width) for shade in shades]), _labels(rng, m)


@pictures_to_matrix.part("every colour of every pixel in its place")
def _(rng):
    for m, height, width in ((5, 2, 4), (7, 4, 2), (8, 1, 6)):
        yield _picture(rng, m, height, width), _labels(rng, m)


@pictures_to_matrix.mistake(
    "The shape is right and the columns are not pictures. Reshaped straight to m columns, two pictures of "
    "four numbers, 1 2 3 4 and 5 6 7 8, give the columns 1 3 5 7 and 2 4 6 8. First lay each picture out as "
    "a row, then turn rows into columns."
)
def reshaped_without_transpose(pictures, labels):
    return pictures.reshape(-1, len(pictures)) / 255, labels.reshape(1, -1)


@pictures_to_matrix.mistake(
    "Each picture is a row of X. In this course examples are columns, so X has as many columns as there are pictures."
)
def pictures_as_rows(pictures, labels):
    return pictures.reshape(len(pictures), -1) / 255, labels.reshape(1, -1)


@pictures_to_matrix.mistake("X still runs from 0 to 255. Divide by the largest value a pixel can have.")
def not_scaled_at_all(pictures, labels):
    return pictures.reshape(len(pictures), -1).T, labels.reshape(1, -1)


@pictures_to_matrix.mistake(
    "Y has one dimension, shape (m,), and .T leaves such an array as it is. It is to be a row: shape (1, m)."
)
def labels_unchanged(pictures, labels):
    return pictures.reshape(len(pictures), -1).T / 255, labels.T


@pictures_to_matrix.mistake(
    "Y is a column here. Each example is a column of X, so its label stands in the same column of Y: one "
    "row, m columns."
)
def labels_as_a_column(pictures, labels):
    return pictures.reshape(len(pictures), -1).T / 255, labels.reshape(-1, 1)


@pictures_to_matrix.mistake(
    "Each column holds one picture, with its numbers in another order: .T on four axes reverses all four, "
    "so the colours come first and rows become columns. Flatten each picture before you transpose."
)
def all_axes_reversed(pictures, labels):
    return pictures.T.reshape(-1, len(pictures)) / 255, labels.reshape(1, -1)


@pictures_to_matrix.mistake("X and Y come back in the wrong order: X is asked first.")
def answers_exchanged(pictures, labels):
    return labels.reshape(1, -1), pictures.reshape(len(pictures), -1).T / 255


@pictures_to_matrix.mistake(
    "X is divided by the brightest number that happens to be there, so the same picture would give other "
    "numbers in another set. Divide by the largest value a pixel can have."
)
def brightest_number(pictures, labels):
    return pictures.reshape(len(pictures), -1).T / pictures.max(), labels.reshape(1, -1)


@pictures_to_matrix.mistake(
    "X has three dimensions: a stack of m columns. Each picture is to be a column of one matrix, side by side."
)
def stack_of_columns(pictures, labels):
    return pictures.reshape(len(pictures), -1, 1) / 255, labels.reshape(1, -1)


@pictures_to_matrix.mistake(
    "Often this error means a reshape to a fixed size, such as 12288, which fits pictures of 64 x 64 only. "
    "Take the sizes from the shape of the pictures."
)
def all_64_by_64(pictures, labels):
    return pictures.reshape(-1, 12288).T / 255, labels.reshape(1, -1)


@pictures_to_matrix.mistake(
    "Everything below 255 has become 0: // divides without a remainder. The fractions are what is wanted."
)
def fractions_of_all_lost(pictures, labels):
    return pictures.reshape(len(pictures), -1).T // 255, labels.reshape(1, -1)


@pictures_to_matrix.variant
def column_by_column(pictures, labels):
    m, height, width, channels = pictures.shape
    X = np.zeros((height * width * channels, m))
    Y = np.zeros((1, m))
    for i in range(m):
        X[:, i] = pictures[i].ravel() / 255
        Y[0, i] = labels[i]
    return X, Y


@pictures_to_matrix.variant
def examples_moved_last(pictures, labels):
    return [np.moveaxis(pictures, 0, -1).reshape(-1, len(labels)) / 255.0, labels[np.newaxis, :]]


@pictures_to_matrix.variant
def columns_joined(pictures, labels):
    X = np.hstack([picture.reshape(-1, 1) for picture in pictures.astype(np.float32) / 255])
    return X, np.array([labels], dtype=float)


@pictures_to_matrix.variant
def column_major_reshape(pictures, labels):
    X = np.transpose(pictures, (3, 2, 1, 0)).reshape((-1, pictures.shape[0]), order="F") / 255
    return X, labels[None] * 1.0


# The sigmoid and its inverse

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


# Loss and cost

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
        yield rng.uniform(0.1, 0.9, size=(1, m)), _labels(rng, m)[np.newaxis]


def _bounds_of_cost(A, Y):
    """The mean of `_bounds_of_loss`, where A is all 0 and 1."""
    wrong = np.sum(A != Y)
    return Between(9 * wrong / Y.size - 2e-4, np.inf if wrong else 2e-4)


@cost.part("probabilities of exactly 0 and 1: a finite number", expected=_bounds_of_cost)
def _(rng):
    for m, wrong in ((5, None), (5, 0), (7, 1), (1, None)):
        Y = _labels(rng, m)[np.newaxis]
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


# Slopes


def _slopes_to_find(rng):
    """Wide steps, where one-sided, central and halved differences differ, and narrow ones."""
    yield Named("cube"), 2.0, 0.001
    yield Named("cube"), 2.0, 0.5
    yield Named("exponential"), -1.0, 0.25
    yield Named("quartic"), 1.5, 0.1
    yield Named("sine"), rng.uniform(0.2, 1.2), 0.4
    yield Named("cube"), -rng.uniform(0.5, 2), 0.3


slope = Exercise("w1-slope")
slope.part("rise over run, for wide and for narrow steps")(_slopes_to_find)


@slope.mistake(
    "This is the rise alone: for a step of 0.001 it is about 0.012 where the slope is 12. Divide it by the run."
)
def rise_only(f, a, h):
    return f(a + h) - f(a)


@slope.mistake("This steps to both sides of a. That is the next exercise; here the step goes from a to a + h.")
def both_sides(f, a, h):
    return (f(a + h) - f(a - h)) / (2 * h)


@slope.mistake("This steps to the left, from a - h to a. The step asked for goes to the right.")
def to_the_left(f, a, h):
    return (f(a) - f(a - h)) / h


@slope.mistake("The run is the length of the step, h. a + h is where the step ends.")
def run_from_zero(f, a, h):
    return (f(a + h) - f(a)) / (a + h)


@slope.mistake(
    "Python divides before it subtracts, so only the second value is divided by h. The difference needs brackets."
)
def rise_without_brackets(f, a, h):
    return f(a + h) - f(a) / h


@slope.mistake("This is run over rise. For a steep curve it is small, and it should be large.")
def run_over_rise(f, a, h):
    return h / (f(a + h) - f(a))


@slope.mistake(
    "h is added to the value of f, so every slope comes out as 1. The step is taken on the input: what is f there?"
)
def step_on_the_output(f, a, h):
    return (f(a) + h - f(a)) / h


@slope.mistake("Start and end are exchanged, so a rising curve gets a negative slope.")
def start_minus_end(f, a, h):
    return (f(a) - f(a + h)) / h


@slope.mistake("The step has length h, once. Divided by 2h the slope comes out half as large.")
def halved(f, a, h):
    return (f(a + h) - f(a)) / (2 * h)


@slope.mistake("The step ends at h itself. It starts at a, so it ends h further on.")
def end_at_h(f, a, h):
    return (f(h) - f(a)) / h


@slope.variant
def rise_and_run(f, a, h):
    rise = f(a + h) - f(a)
    run = (a + h) - a
    return np.divide(rise, run)


@slope.variant
def by_diff(f, a, h):
    return np.diff([f(a), f(a + h)]) / h


@slope.variant
def term_by_term(f, a, h):
    return np.array([[f(a + h) / h - f(a) / h]])


@slope.variant
def backwards_twice(f, a, h):
    return (f(a) - f(a + h)) / -h


central_slope = Exercise("w1-central-slope")
central_slope.part("a step to either side, wide and narrow")(_slopes_to_find)


@central_slope.mistake(
    "From a - h to a + h the run is two steps long. Divided by h alone, the slope is twice too large."
)
def divided_by_one_step(f, a, h):
    return (f(a + h) - f(a - h)) / h


@central_slope.mistake(
    "This is the one-sided slope. Let the rise start as far to the left of a as it ends to the right."
)
def one_sided(f, a, h):
    return (f(a + h) - f(a)) / h


@central_slope.mistake(
    "/ 2 * h divides by 2 and then multiplies by h, because Python works from left to right. 2h needs brackets."
)
def times_h(f, a, h):
    return (f(a + h) - f(a - h)) / 2 * h


@central_slope.mistake("The step starts at a but is divided by two steps. It is to start at a - h.")
def one_step_over_two(f, a, h):
    return (f(a + h) - f(a)) / (2 * h)


@central_slope.mistake("The two values are added. A rise is a difference.")
def values_added(f, a, h):
    return (f(a + h) + f(a - h)) / (2 * h)


@central_slope.mistake(
    "Half steps to either side give a fine slope too, with another error. Here the step to each side is a whole h."
)
def half_steps(f, a, h):
    return (f(a + h / 2) - f(a - h / 2)) / h


@central_slope.mistake("This is the rise alone. Divide it by the run, which is two steps long.")
def central_rise_only(f, a, h):
    return f(a + h) - f(a - h)


@central_slope.mistake("Left and right are exchanged, so a rising curve gets a negative slope.")
def left_minus_right(f, a, h):
    return (f(a - h) - f(a + h)) / (2 * h)


@central_slope.mistake(
    "The difference is halved, but h is missing in the denominator. The run is two steps of length h."
)
def h_forgotten(f, a, h):
    return (f(a + h) - f(a - h)) / 2


@central_slope.mistake(
    "Python divides before it subtracts, so only the second value is divided. The difference needs brackets."
)
def central_rise_without_brackets(f, a, h):
    return f(a + h) - f(a - h) / (2 * h)


@central_slope.variant
def mean_of_two_slopes(f, a, h):
    right = (f(a + h) - f(a)) / h
    left = (f(a) - f(a - h)) / h
    return (left + right) / 2


@central_slope.variant
def divided_twice(f, a, h):
    return (f(a + h) - f(a - h)) / h / 2


@central_slope.variant
def weights_and_values(f, a, h):
    return np.array([[1, -1]]) @ np.array([[f(a + h)], [f(a - h)]]) * 0.5 / h


@central_slope.variant
def by_ends(f, a, h):
    start, end = a - h, a + h
    return np.asarray((f(end) - f(start)) / (end - start))


# Computation graphs


def _graph_inputs(rng):
    """The lecture's numbers, a negative one, and any: no two alike, none 0 or 1."""
    yield 5.0, 3.0, 2.0
    yield 4.0, -2.0, 7.0
    yield tuple(rng.uniform((1.2, 2.2, 3.2), (2, 3, 4)))
    yield tuple(rng.uniform((-4, 2.2, 1.2), (-3, 3, 2)))


graph_forward = Exercise("w1-graph-forward")
graph_forward.part("values from left to right")(_graph_inputs)


@graph_forward.mistake(
    "u is the product of b and c, and here it is their sum: 5 in place of 6 for b = 3, c = 2. All that "
    "follows is off with it."
)
def sum_for_product(a, b, c):
    return {"u": b + c, "v": a + b + c, "J": 3 * (a + b + c)}


@graph_forward.mistake("v is the sum of a and u, and here it is their product: 30 in place of 11 for a = 5, u = 6.")
def product_for_sum(a, b, c):
    return {"u": b * c, "v": a * b * c, "J": 3 * a * b * c}


@graph_forward.mistake("The last step is missing: J is three times v.")
def three_forgotten(a, b, c):
    return {"u": b * c, "v": a + b * c, "J": a + b * c}


@graph_forward.mistake("Only a is multiplied by 3. J is three times the whole of v: 33 for a = 5, b = 3, c = 2.")
def three_on_a_only(a, b, c):
    return {"u": b * c, "v": a + b * c, "J": 3 * a + b * c}


@graph_forward.mistake("J is three times v, and here it is v to the third power.")
def cubed(a, b, c):
    return {"u": b * c, "v": a + b * c, "J": (a + b * c) ** 3}


@graph_forward.mistake("a and c have changed places: u multiplies b and c, and a is what is added to it.")
def wrong_pair(a, b, c):
    return {"u": a * b, "v": a * b + c, "J": 3 * (a * b + c)}


@graph_forward.mistake("a has dropped out on the way: J is three times v, and v contains a.")
def a_dropped(a, b, c):
    return {"u": b * c, "v": a + b * c, "J": 3 * b * c}


@graph_forward.mistake("3 is added to v, and v is to be multiplied by it: 33 for v = 11.")
def three_added(a, b, c):
    return {"u": b * c, "v": a + b * c, "J": a + b * c + 3}


@graph_forward.variant
def step_by_step(a, b, c):
    values = {}
    values["u"] = np.multiply(b, c)
    values["v"] = np.add(a, values["u"])
    values["J"] = 3 * values["v"]
    return values


@graph_forward.variant
def multiplied_out(a, b, c):
    return {"J": 3 * a + 3 * b * c, "v": c * b + a, "u": c * b}


@graph_forward.variant
def arrays_and_more_entries(a, b, c):
    u = np.array([[b]]) @ np.array([[c]])
    return {"a": a, "b": b, "c": c, "u": u, "v": a + u, "J": sum([a + u] * 3)}


graph_backward = Exercise("w1-graph-backward")
graph_backward.part("derivatives from right to left")(_graph_inputs)


@graph_backward.mistake(
    "These are the local slopes: how u changes with b, how v changes with a. How J changes with b is the "
    "product of all slopes along the path from J back to b, and J's own step, 3, is one of them."
)
def local_slopes(a, b, c):
    return {"dv": 3.0, "du": 1.0, "da": 1.0, "db": c, "dc": b}


@graph_backward.mistake("db and dc are exchanged. u = b c: when b grows by 1, u grows by c.")
def b_and_c_exchanged(a, b, c):
    return {"dv": 3.0, "du": 3.0, "da": 3.0, "db": 3 * b, "dc": 3 * c}


@graph_backward.mistake(
    "The slope that arrives at u is handed on to b and c as it is. Each passes a multiplication on the way: "
    "when b grows by 1, u grows by more than 1."
)
def handed_on_unchanged(a, b, c):
    return {"dv": 3.0, "du": 3.0, "da": 3.0, "db": 3.0, "dc": 3.0}


@graph_backward.mistake(
    "Along a path slopes are multiplied, and here they are added. At b = 3, c = 2, du = 3 and the slope of "
    "u in b is 2: so db is 6, not 5."
)
def slopes_added(a, b, c):
    return {"dv": 3.0, "du": 3.0, "da": 3.0, "db": 3 + c, "dc": 3 + b}


@graph_backward.mistake(
    "Each slope is multiplied by the node's own value. A derivative says by how much J grows when the node "
    "grows by 1; for v that is 3, whatever v is."
)
def values_multiplied(a, b, c):
    u, v = b * c, a + b * c
    return {"dv": 3 * v, "du": 3 * u, "da": 3 * a, "db": 3 * u, "dc": 3 * u}


@graph_backward.mistake(
    "The journey starts at 1 and never passes J = 3 v: every result is a third of what it should be."
)
def three_never_passed(a, b, c):
    return {"dv": 1.0, "du": 1.0, "da": 1.0, "db": c, "dc": b}


@graph_backward.variant
def node_by_node(a, b, c):
    dv = 3.0
    du, da = dv * 1, dv * 1
    return {"dc": du * b, "db": du * c, "da": da, "du": du, "dv": dv}


@graph_backward.variant
def nudged(a, b, c):
    h = 1e-5
    J = lambda a, u: 3 * (a + u)  # noqa: E731
    rise = {"db": J(a, (b + h) * c), "dc": J(a, b * (c + h)), "da": J(a + h, b * c), "du": J(a, b * c + h)}
    return {name: (moved - J(a, b * c)) / h for name, moved in rise.items()} | {"dv": 3}


@graph_backward.variant
def slopes_as_arrays(a, b, c):
    db, dc = 3 * np.array([c, b])
    return {"dv": np.array(3), "du": np.array([3]), "da": np.array([[3.0]]), "db": db, "dc": dc}


two_paths = Exercise("w1-two-paths")


@two_paths.part("b reaches J on two paths")
def _(rng):
    yield 1.0, 2.0, 3.0
    yield 4.0, -3.0, 7.0
    yield tuple(rng.uniform((0.3, 2.2, 3.2), (0.8, 3, 4)))
    yield tuple(rng.uniform((3.2, 1.2, -4), (4, 2, -3)))


@two_paths.mistake("b reaches J on two paths, and only the one through p is counted in db.")
def through_p_only(a, b, c):
    return {"da": b * c, "db": b * c, "dc": (a + b) * b}


@two_paths.mistake("b reaches J on two paths, and only the one through q is counted in db.")
def through_q_only(a, b, c):
    return {"da": b * c, "db": (a + b) * c, "dc": (a + b) * b}


@two_paths.mistake(
    "The two paths to b are multiplied. Slopes are multiplied along one path; the paths themselves are added."
)
def paths_multiplied(a, b, c):
    return {"da": b * c, "db": b * c * (a + b) * c, "dc": (a + b) * b}


@two_paths.mistake("db is the mean of its two paths. A nudge of b is felt on both at once, so they are added.")
def paths_averaged(a, b, c):
    return {"da": b * c, "db": (b * c + (a + b) * c) / 2, "dc": (a + b) * b}


@two_paths.mistake(
    "At the product J = p q the slopes are exchanged: when p grows by 1, J grows by q, and the other way round."
)
def p_and_q_exchanged(a, b, c):
    return {"da": a + b, "db": (a + b) + b * c * c, "dc": b * c * b}


@two_paths.mistake("These are the slopes of p and q. Each still has to be multiplied by how J changes with p or q.")
def first_step_only(a, b, c):
    return {"da": 1.0, "db": 1 + c, "dc": b}


@two_paths.mistake(
    "The slopes that arrive at q are handed on as they are. q = b c: on the way back to b they are "
    "multiplied by c, on the way back to c by b."
)
def last_step_forgotten(a, b, c):
    return {"da": b * c, "db": b * c + (a + b), "dc": a + b}


@two_paths.mistake(
    "At q = b c the local slopes are exchanged: when b grows by 1, q grows by c, and the other way round."
)
def local_slopes_of_q_exchanged(a, b, c):
    return {"da": b * c, "db": b * c + (a + b) * b, "dc": (a + b) * c}


@two_paths.mistake("On the path through q one slope is missing: how J changes with q, which is p.")
def p_missing_behind_q(a, b, c):
    return {"da": b * c, "db": b * c + c, "dc": b}


@two_paths.variant
def collected_path_by_path(a, b, c):
    p, q = a + b, b * c
    grad = {"da": 0.0, "db": 0.0, "dc": 0.0}
    grad["da"] += q
    grad["db"] += q
    grad["db"] += p * c
    grad["dc"] += p * b
    return grad


@two_paths.variant
def all_multiplied_out(a, b, c):
    return {"da": b * c, "db": a * c + 2 * b * c, "dc": a * b + b**2}


@two_paths.variant
def paths_as_matrices(a, b, c):
    local = np.array([[1.0, 1.0, 0.0], [0.0, c, b]])
    da, db, dc = (np.array([[b * c, a + b]]) @ local)[0]
    return {"da": da, "db": db, "dc": np.array([[dc]])}


@two_paths.variant
def nudged_to_both_sides(a, b, c):
    h = 1e-4
    J = lambda a, b, c: (a + b) * b * c  # noqa: E731
    return {
        "da": (J(a + h, b, c) - J(a - h, b, c)) / (2 * h),
        "db": (J(a, b + h, c) - J(a, b - h, c)) / (2 * h),
        "dc": (J(a, b, c + h) - J(a, b, c - h)) / (2 * h),
    }


directional_derivative = Exercise("w1-directional-derivative")


@directional_derivative.part("in all directions")
def _(rng):
    yield 3.0, 4.0, 0.0
    yield 3.0, 4.0, np.pi / 2
    yield 3.0, -4.0, np.pi
    yield 2.0, 5.0, np.pi / 6
    yield rng.uniform(1, 2), rng.uniform(-4, -3), rng.uniform(2, 3)


@directional_derivative.mistake(
    "Sine and cosine are exchanged. At theta = 0 the direction is east, so only df_dx should count."
)
def sine_and_cosine_exchanged(df_dx, df_dy, theta):
    return df_dx * np.sin(theta) + df_dy * np.cos(theta)


@directional_derivative.mistake("theta is already in radians; it is converted as if it were in degrees.")
def taken_for_degrees(df_dx, df_dy, theta):
    return df_dx * np.cos(np.radians(theta)) + df_dy * np.sin(np.radians(theta))


@directional_derivative.mistake(
    "The angle is taken from the gradient, so theta = 0 is the steepest direction. Here theta is measured from east."
)
def angle_from_the_gradient(df_dx, df_dy, theta):
    return np.hypot(df_dx, df_dy) * np.cos(theta)


@directional_derivative.mistake(
    "The second term is subtracted. A step in direction theta goes some way east and some way north, and "
    "both changes add up."
)
def second_term_subtracted(df_dx, df_dy, theta):
    return df_dx * np.cos(theta) - df_dy * np.sin(theta)


@directional_derivative.mistake(
    "Only the share of the way east is there. The step also goes north, by the sine of theta."
)
def east_only(df_dx, df_dy, theta):
    return df_dx * np.cos(theta)


@directional_derivative.mistake(
    "The two slopes are added without regard to the direction. Weight each with how far a step of length 1 "
    "goes along its axis."
)
def direction_ignored(df_dx, df_dy, theta):
    return df_dx + df_dy


@directional_derivative.mistake(
    "These are the two shares, of the way east and of the way north. The derivative is one number: their sum."
)
def shares_not_added(df_dx, df_dy, theta):
    return np.array([df_dx * np.cos(theta), df_dy * np.sin(theta)])


@directional_derivative.variant
def with_math(df_dx, df_dy, theta):
    import math

    return df_dx * math.cos(theta) + df_dy * math.sin(theta)


@directional_derivative.variant
def dot_product(df_dx, df_dy, theta):
    return np.dot([df_dx, df_dy], [np.cos(theta), np.sin(theta)])


@directional_derivative.variant
def row_times_column(df_dx, df_dy, theta):
    return np.array([[df_dx, df_dy]]) @ np.array([[np.cos(theta)], [np.sin(theta)]])


@directional_derivative.variant
def angle_between(df_dx, df_dy, theta):
    return np.hypot(df_dx, df_dy) * np.cos(theta - np.arctan2(df_dy, df_dx))


# Logistic regression

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


def _examples(rng, n_x, m):
    return rng.normal(size=(n_x, m)), _labels(rng, m)[np.newaxis]


def _weights_and_examples(rng, n_x, m):
    return 0.5 * rng.normal(size=(n_x, 1)), rng.uniform(0.3, 0.8), *_examples(rng, n_x, m)


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


# Gradient descent

gradient_descent = Exercise("w1-gradient-descent")


@gradient_descent.part("one step")
def _(rng):
    yield Named("bowl_slope"), 0.0, 0.1, 1
    yield Named("steep_slope"), rng.uniform(1, 2), 0.07, 1
    yield Named("ripple_slope"), -2.0, 0.3, 1


@gradient_descent.part("several steps, every w on the way")
def _(rng):
    yield Named("bowl_slope"), 0.0, 0.1, 4
    yield Named("steep_slope"), rng.uniform(1, 2), 0.15, 3
    yield Named("ripple_slope"), rng.uniform(2, 3), 0.3, 7


@gradient_descent.mistake(
    "These steps go uphill: where the slope is positive, w grows and J with it. Go against the slope."
)
def uphill(gradient, w, alpha, iterations):
    visited = [w]
    for _ in range(iterations):
        visited.append(visited[-1] + alpha * gradient(visited[-1]))
    return visited


@gradient_descent.mistake(
    "The start is missing from the list. One step visits two places: where it starts and where it ends."
)
def start_missing(gradient, w, alpha, iterations):
    visited = []
    for _ in range(iterations):
        w = w - alpha * gradient(w)
        visited.append(w)
    return visited


@gradient_descent.mistake(
    "The last w is missing from the list: each w is noted before its step, and nobody notes the end. With "
    "the start, iterations + 1 numbers are asked."
)
def end_missing(gradient, w, alpha, iterations):
    visited = []
    for _ in range(iterations):
        visited.append(w)
        w = w - alpha * gradient(w)
    return visited


@gradient_descent.mistake("The learning rate is missing: the step is the whole slope. alpha makes it shorter.")
def alpha_missing(gradient, w, alpha, iterations):
    visited = [w]
    for _ in range(iterations):
        visited.append(visited[-1] - gradient(visited[-1]))
    return visited


@gradient_descent.mistake(
    "All steps use the slope at the start. The slope changes as w does: ask for it again before each step."
)
def slope_of_the_start(gradient, w, alpha, iterations):
    return [w - step * alpha * gradient(w) for step in range(iterations + 1)]


@gradient_descent.mistake("Only the last w comes back. Every w on the way is asked, as a list, the start first.")
def last_w_only(gradient, w, alpha, iterations):
    for _ in range(iterations):
        w = w - alpha * gradient(w)
    return w


@gradient_descent.mistake(
    "w is replaced by the step, not moved by it. =- is not -=: it assigns the negative of what follows."
)
def replaced_by_the_step(gradient, w, alpha, iterations):
    visited = [w]
    for _ in range(iterations):
        visited.append(-alpha * gradient(visited[-1]))
    return visited


@gradient_descent.mistake(
    "There is one step too many. The start is no step: iterations steps visit iterations + 1 places."
)
def one_step_too_many(gradient, w, alpha, iterations):
    visited = [w]
    for _ in range(iterations + 1):
        visited.append(visited[-1] - alpha * gradient(visited[-1]))
    return visited


@gradient_descent.mistake(
    "Each step starts from the same place: the new w goes into the list, but w itself never moves."
)
def w_never_moved(gradient, w, alpha, iterations):
    return [w] + [w - alpha * gradient(w)] * iterations


@gradient_descent.mistake(
    "The list is returned from inside the loop, after one step. `return` ends the function: it belongs behind the loop."
)
def path_returned_too_early(gradient, w, alpha, iterations):
    return [w, w - alpha * gradient(w)]


@gradient_descent.mistake("gradient is a function. It has to be called with a w before there is a number to multiply.")
def gradient_not_called(gradient, w, alpha, iterations):
    return [w, w - alpha * gradient]


@gradient_descent.variant
def with_while(gradient, w, alpha, iterations):
    path = [w]
    while len(path) <= iterations:
        path += [path[-1] - alpha * gradient(path[-1])]
    return tuple(path)


@gradient_descent.variant
def into_an_array(gradient, w, alpha, iterations):
    path = np.zeros(iterations + 1)
    path[0] = w
    for i in range(iterations):
        path[i + 1] = path[i] - alpha * gradient(path[i])
    return path


@gradient_descent.variant
def path_by_recursion(gradient, w, alpha, iterations):
    if iterations == 0:
        return [w]
    return [w, *path_by_recursion(gradient, w - alpha * gradient(w), alpha, iterations - 1)]


@gradient_descent.variant
def array_changed_in_place(gradient, w, alpha, iterations):
    w, visited = np.array([[w]]), []
    for _ in range(iterations):
        visited.append(w.copy())
        w -= alpha * gradient(w)
    return [*visited, w]


# A first classifier

train = Exercise("w1-train", rtol=1e-3)


@train.part("the first steps")
def _(rng):
    yield np.array([[1.0, -2.0, 3.0], [4.0, 0.5, -1.0]]), np.array([[1, 0, 1]]), 0.1, 1
    yield *_examples(rng, 2, 5), 0.7, 2
    yield *_examples(rng, 3, 7), 0.3, 4
    yield np.array([[2.0]]), np.array([[1]]), 0.5, 2  # here a weight for each example fits


@train.part("a longer training")
def _(rng):
    yield *_examples(rng, 2, 7), 0.4, 20
    yield *_examples(rng, 4, 9), 0.8, 15
    yield np.array([[-1.5]]), np.array([[0]]), 0.3, 6


train.slip(
    "uphill_in_w_and_b",
    "The steps go uphill: the costs rise from 0.693 on. Move against the gradient.",
    "w = w - alpha * dw\n        b = b - alpha * db",
    "w = w + alpha * dw\n        b = b + alpha * db",
)
train.slip(
    "cost_after_the_step",
    "Each cost is noted after its step, so the list lacks the cost of the start. With all parameters at "
    "zero the first entry is log 2, about 0.693.",
    "costs.append(J)\n        w = w - alpha * dw\n        b = b - alpha * db",
    "w = w - alpha * dw\n        b = b - alpha * db\n        costs.append(two_loops(w, b, X, Y)[2])",
)
train.slip(
    "learning_rate_missing",
    "The learning rate is missing: each step is as long as the gradient itself. alpha makes it shorter.",
    "w = w - alpha * dw\n        b = b - alpha * db",
    "w = w - dw\n        b = b - db",
)
train.slip(
    "b_never_moved",
    "b stays 0 all the way. It is a parameter like the weights, and takes its own step, with db.",
    "b = b - alpha * db",
    "b = 0.0 * b",
)
train.slip(
    "b_moved_with_w",
    "b takes the step of a weight: its own derivative is db.",
    "b = b - alpha * db",
    "b = b - alpha * dw[0, 0]",
)
train.slip(
    "gradient_asked_once",
    "The gradient is asked once, before the loop, and every step repeats the first: all costs are the same. "
    "Ask for it again at each new place.",
    "for _ in range(iterations):\n        dw, db, J = two_loops(w, b, X, Y)\n",
    "dw, db, J = two_loops(w, b, X, Y)\n    for _ in range(iterations):\n",
)
train.slip(
    "two_moments_mixed",
    "b moves by a gradient that was asked after w had already moved. Both move by the gradient of the same "
    "place: ask once a step, then move both.",
    "b = b - alpha * db",
    "b = b - alpha * two_loops(w, b, X, Y)[1]",
)
train.slip(
    "start_at_ones",
    "The weights start at 1. Everything starts at zero here, so that the first cost is log 2, about 0.693.",
    "np.zeros((X.shape[0], 1))",
    "np.ones((X.shape[0], 1))",
)
train.slip(
    "weight_for_each_example",
    "There is a weight for each feature, which is a row of X, and here one is made for each example. How "
    "many rows has X?",
    "X.shape[0]",
    "X.shape[1]",
)
train.slip(
    "sums_for_means",
    "The costs begin at m times 0.693: `two_loops` gives sums here, and its means are asked. Look whether "
    "it divides by m at the end.",
    "dw, db, J = two_loops(w, b, X, Y)",
    "dw, db, J = (X.shape[1] * mean for mean in two_loops(w, b, X, Y))",
)
train.slip(
    "divided_by_m_again",
    "The gradient is divided by m once more. `two_loops` has done that already; its dw and db are means.",
    "w = w - alpha * dw\n        b = b - alpha * db",
    "w = w - alpha * dw / X.shape[1]\n        b = b - alpha * db / X.shape[1]",
)
train.slip(
    "last_cost_only",
    "One cost comes back, the last. The cost before each step is asked, as a list.",
    "return w, b, costs",
    "return w, b, costs[-1]",
)
train.slip(
    "one_cost_too_many",
    "There is one cost too many: the cost after the last step doesn't belong to the list, which has one "
    "entry for each step.",
    "return w, b, costs",
    "return w, b, [*costs, two_loops(w, b, X, Y)[2]]",
)
train.slip(
    "every_hundredth_cost",
    "Only every hundredth cost is kept, which is a habit from long trainings. Here the cost before every "
    "step is asked.",
    "for _ in range(iterations):\n        dw, db, J = two_loops(w, b, X, Y)\n        costs.append(J)",
    "for i in range(iterations):\n        dw, db, J = two_loops(w, b, X, Y)\n"
    "        costs += [J] if i % 100 == 0 else []",
)
train.slip(
    "w_returned_flat",
    "w has one dimension, shape (n_x,). It is to be a column: (n_x, 1).",
    "return w, b, costs",
    "return w.ravel(), b, costs",
)
train.slip(
    "zeros_of_one_dimension",
    "Often this error means that w has one index only, because it was made as np.zeros(n_x). `two_loops` "
    "expects a column, shape (n_x, 1).",
    "np.zeros((X.shape[0], 1))",
    "np.zeros(X.shape[0])",
)


@train.variant
def trained_without_loops_over_examples(X, Y, alpha, iterations):
    w, b, costs = np.zeros((X.shape[0], 1)), 0, []
    for _ in range(iterations):
        A = 1 / (1 + np.exp(-(np.dot(w.T, X) + b)))
        costs.append(-np.mean(Y * np.log(A + 1e-5) + (1 - Y) * np.log(1 - A + 1e-5)))
        w -= alpha * np.dot(X, (A - Y).T) / X.shape[1]
        b -= alpha * np.mean(A - Y)
    return w, b, costs


@train.variant
def trained_with_arrays_for_numbers(X, Y, alpha, iterations):
    (n_x, m), costs = X.shape, np.zeros(iterations)
    w, b = np.zeros((n_x, 1)), np.zeros((1, 1))
    for i in range(iterations):
        A = np.clip(0.5 * (1 + np.tanh((w.T @ X + b) / 2)), 1e-12, 1 - 1e-12)
        costs[i] = -(Y @ np.log(A).T + (1 - Y) @ np.log(1 - A).T).item() / m
        w, b = w - alpha * X @ (A - Y).T / m, b - alpha * (A - Y).mean(axis=1, keepdims=True)
    return [w, b, costs]


@train.variant
def trained_number_by_number(X, Y, alpha, iterations):
    import math

    (n_x, m), w, b, costs = X.shape, [0.0] * len(X), 0.0, ()
    for _ in range(iterations):
        z = [b + sum(w[j] * X[j, i] for j in range(n_x)) for i in range(m)]
        a = [1 / (1 + math.exp(-score)) for score in z]
        costs += (sum(-math.log(p if y == 1 else 1 - p) for p, y in zip(a, Y[0])) / m,)
        w = [w[j] - alpha * sum((a[i] - Y[0, i]) * X[j, i] for i in range(m)) / m for j in range(n_x)]
        b -= alpha * sum(a[i] - Y[0, i] for i in range(m)) / m
    return np.array(w).reshape(n_x, 1), b, costs


@train.variant
def trained_with_a_stacked_parameter(X, Y, alpha, iterations):
    X = np.vstack([np.ones((1, X.shape[1])), X])
    theta, costs = np.zeros((len(X), 1)), []
    for _ in range(iterations):
        A = 1 / (1 + np.exp(-theta.T @ X))
        costs.append(np.mean(-np.log(np.where(Y == 1, A, 1 - A)), axis=1))
        theta = theta - alpha * np.einsum("ji,i->j", X, (A - Y)[0])[:, np.newaxis] / Y.size
    return theta[1:], theta[0], costs


predict = Exercise("w1-predict")


def _with_scores(rng, n_x, scores):
    """w, b and X such that z takes these values in random order; |b| = 1.2, so that leaving b out shows."""
    w, b = rng.normal(size=(n_x, 1)), 1.2 * rng.choice([-1.0, 1.0])
    X = rng.normal(size=(n_x, len(scores)))
    return w, b, X + w * (rng.permutation(scores) - w.T @ X - b) / (w.T @ w)


@predict.part("clear cases")
def _(rng):
    yield _with_scores(rng, 2, [-3, -0.9, -0.8, 0.7, 0.9, 1.0, 2])
    yield _with_scores(rng, 3, [-0.9, 0.8, 0.9, 1.1, 4])
    yield _with_scores(rng, 4, [-2, -1.1, -0.9, -0.8, 0.9, 0.8])
    yield _with_scores(rng, 1, [-1, -0.8, 0.9])


@predict.part("close to one half")
def _(rng):
    yield _with_scores(rng, 2, [-0.4, -0.1, 0.1, 0.3, 0.9])
    yield _with_scores(rng, 5, [-0.45, -0.3, -0.2, 0.05, 0.2, 0.4, 0.8])
    yield _with_scores(rng, 3, [-0.9, -0.3, -0.2, -0.05, 0.3, 0.7])
    yield _with_scores(rng, 1, [-0.4, 0.3, -0.1, 0.6])


@predict.mistake("These are the probabilities. The last step is missing: 1 where a is above 0.5, else 0.")
def probabilities(w, b, X):
    return 1 / (1 + np.exp(-(w.T @ X + b)))


@predict.mistake(
    "z is compared with 0.5, and a is meant. a = 0.5 belongs to z = 0, so a bird with z = 0.3 has a = 0.57 and is a 1."
)
def z_against_one_half(w, b, X):
    return (w.T @ X + b > 0.5).astype(int)


@predict.mistake("b is missing in z: the line that parts the classes runs through the origin.")
def predicted_without_b(w, b, X):
    return (w.T @ X > 0).astype(int)


@predict.mistake("The classes are exchanged: 1 stands where a is below 0.5.")
def classes_exchanged(w, b, X):
    return (w.T @ X + b < 0).astype(int)


@predict.mistake("The result has one dimension. Predictions stand in one row of m columns, like Y: shape (1, m).")
def predictions_of_one_dimension(w, b, X):
    return (w.T @ X + b > 0).astype(int).ravel()


@predict.mistake(
    "The result is a column. Examples are columns of X, so their predictions stand in one row: shape (1, m)."
)
def predictions_as_a_column(w, b, X):
    return (X.T @ w + b > 0).astype(int)


@predict.mistake("The classes are called -1 and 1 here. In this course they are 0 and 1.")
def minus_one_and_one(w, b, X):
    return np.sign(w.T @ X + b)


@predict.mistake(
    "Every example is a 1, because a sigmoid is always above 0. The middle between 0 and 1 is what counts."
)
def above_zero(w, b, X):
    return (1 / (1 + np.exp(-(w.T @ X + b))) > 0).astype(int)


@predict.mistake(
    "Every example is a 0. That happens when a probability is turned into an integer, which cuts off all "
    "that stands behind the point: compare it with 0.5."
)
def fractions_cut_off(w, b, X):
    return (1 / (1 + np.exp(-(w.T @ X + b)))).astype(int)


@predict.mistake(
    "w is (n_x, 1) and X is (n_x, m): as they stand they can't be multiplied as matrices. w has to lie on its side."
)
def w_not_transposed(w, b, X):
    return (np.dot(w, X) + b > 0).astype(int)


@predict.mistake(
    "`if` can't decide about a whole row, in which some probabilities are above one half and some below. A "
    "comparison of arrays decides entry by entry."
)
def if_on_a_row(w, b, X):
    return np.array([[1 if 1 / (1 + np.exp(-(w.T @ X + b))) > 0.5 else 0]])


@predict.variant
def example_by_example(w, b, X):
    predictions = np.zeros((1, X.shape[1]))
    for i in range(X.shape[1]):
        if 1 / (1 + np.exp(-(np.dot(w[:, 0], X[:, i]) + b))) > 0.5:
            predictions[0, i] = 1
    return predictions


@predict.variant
def as_booleans(w, b, X):
    return 1 / (1 + np.exp(-(w.T @ X + b))) > 0.5


@predict.variant
def with_where(w, b, X):
    return np.where(np.dot(w.T, X) + b > 0, 1, 0)


@predict.variant
def with_round(w, b, X):
    return np.round(1 / (1 + np.exp(-np.sum(w * X, axis=0, keepdims=True) - b)))


@predict.variant
def with_lists(w, b, X):
    z = np.einsum("ji,jk->i", X, w) + b
    return np.array([[1 if score >= 0 else 0 for score in z]])


accuracy = Exercise("w1-accuracy")


def _guesses(rng, m, wrong):
    """Predictions of which so many are wrong, and the labels."""
    Y = _labels(rng, m)[np.newaxis]
    flip = rng.permutation(np.arange(m) < wrong)[np.newaxis]
    return np.where(flip, 1 - Y, Y), Y


@accuracy.part("the fraction that is right")
def _(rng):
    yield np.array([[1, 0, 0, 1, 1]]), np.array([[1, 0, 1, 1, 0]])
    yield np.array([[1, 1, 0, 0, 0, 0, 0]]), np.array([[1, 0, 0, 1, 0, 0, 0]])
    for m, wrong in ((8, 1), (7, 5), (9, 0), (3, 3)):
        yield _guesses(rng, m, wrong)


@accuracy.mistake("This is the accuracy in per cent. A fraction from 0 to 1 is asked.")
def per_cent(predictions, Y):
    return 100 * np.mean(predictions == Y)


@accuracy.mistake(
    "This is how many are right. Divide by how many there are: m, which is Y.shape[1], while len(Y) and "
    "Y.shape[0] are 1."
)
def count(predictions, Y):
    return np.sum(predictions == Y)


@accuracy.mistake("This is the fraction that is wrong. The accuracy is what is left.")
def fraction_wrong(predictions, Y):
    return np.mean(predictions != Y)


@accuracy.mistake(
    "Only the ones that were found are counted, because 0 times 0 is 0. A 0 where 0 is right is right too."
)
def ones_only(predictions, Y):
    return np.mean(predictions * Y)


@accuracy.mistake(
    "This is the share of the true ones that were found. The accuracy looks at all m examples, the zeros too."
)
def share_of_ones_found(predictions, Y):
    return np.sum(predictions * Y) / np.sum(Y)


@accuracy.mistake("This asks whether all predictions are right, which is yes or no. What fraction of them is?")
def all_or_nothing(predictions, Y):
    return float(np.array_equal(predictions, Y))


@accuracy.mistake(
    "These are m answers, right or wrong, one an example. The accuracy is one number: the fraction of them "
    "that is right."
)
def answer_by_answer(predictions, Y):
    return predictions == Y


@accuracy.mistake(
    "The differences are averaged with their signs, so a 1 for a 0 and a 0 for a 1 cancel out. Ask of each "
    "prediction whether it is right."
)
def signed_differences(predictions, Y):
    return 1 - np.mean(predictions - Y)


@accuracy.variant
def with_a_count(predictions, Y):
    right = 0
    for i in range(Y.shape[1]):
        if predictions[0, i] == Y[0, i]:
            right += 1
    return right / Y.shape[1]


@accuracy.variant
def one_minus_the_error(predictions, Y):
    return 1 - np.mean(np.abs(predictions - Y))


@accuracy.variant
def both_kinds_by_dot(predictions, Y):
    return (np.dot(Y, predictions.T) + np.dot(1 - Y, 1 - predictions.T)) / Y.size


@accuracy.variant
def non_zeros(predictions, Y):
    return np.count_nonzero(predictions == Y) / predictions.shape[1]


@accuracy.variant
def along_the_row(predictions, Y):
    return (predictions == Y).mean(axis=1)


# Quizzes: a hint for each wrong choice that somebody may make for a reason

quiz_networks = Quiz(
    "w1-quiz-networks",
    wrong={
        "flat": {
            "convolutional": (
                "Four numbers have no neighbourhoods: the floor is no nearer to the age than the area is. A "
                "convolution needs a grid in which neighbours belong together."
            ),
            "recurrent": (
                "Four numbers in a fixed order are no sequence: nothing is lost if the columns of the table "
                "change places."
            ),
        },
        "leaf": {
            "standard": (
                "A standard network can read pixels, but it must learn a spot anew for each place where it "
                "may be. One kind looks at small neighbourhoods, the same way everywhere."
            ),
            "recurrent": (
                "A photograph is given all at once and has no before and after. What matters is which "
                "pixels are neighbours."
            ),
        },
        "subtitles": {
            "convolutional": (
                "The film has pictures, but what the network receives is its sound: one value after the "
                "other, as long as the film lasts."
            ),
            "standard": (
                "A standard network takes a fixed number of inputs. Sound may last a second or two hours, "
                "and the order of its values carries the words."
            ),
        },
        "bill": {
            "convolutional": (
                "There was a photograph, but somebody with a ruler has read it already. The network "
                "receives two numbers."
            ),
            "recurrent": "Length and depth are two numbers, and neither comes before the other.",
        },
        "review": {
            "standard": (
                '"Not good, but short" and "not short, but good" have the same words. The order carries the '
                "meaning, and reviews differ in length."
            ),
            "convolutional": (
                "A review is no picture. Its words come one after another, and one at the beginning may "
                "change what one at the end means."
            ),
        },
        "letter": {
            "recurrent": (
                "A letter is part of a text, but here it is alone, as a scan: a picture with no before and after."
            ),
            "standard": (
                "A scan has pixels, and which of them are neighbours matters: a stroke is a stroke wherever "
                "on the paper it stands."
            ),
        },
    },
)

quiz_structured = Quiz(
    "w1-quiz-structured",
    wrong={
        "weather": {
            "unstructured": (
                'Take one number out of the table: does its column say what it means? 1013 under "pressure" does.'
            ),
        },
        "voicemail": {
            "structured": (
                "Take one number out of the recording, the loudness at one instant. What does it tell about "
                "the message?"
            ),
        },
        "receipts": {
            "unstructured": (
                "Take one number out: it stands in a column called price, or number sold. That is a meaning of its own."
            ),
        },
        "x_ray": {
            "structured": (
                "An X-ray is stored as a tidy grid, but a single pixel says nothing about the knee. It is "
                "the meaning of a single number that decides."
            ),
        },
        "email": {
            "structured": (
                "An e-mail has fields like date and sender, but here it is its text that is given. What "
                "does one letter of it say?"
            ),
        },
    },
)

_CHAIN_RULE = "The chain rule is more than three hundred years old: it can't explain what changed recently."
_LITTLE_DATA = (
    "On very little data the order is open, and a well-chosen feature often beats a large network. Its "
    "advantage shows when there is a lot to learn from."
)
_MISSING = "What you chose is right, and something is missing: the text counts three things that changed."

quiz_why_now = Quiz(
    "w1-quiz-why-now",
    wrong={
        "a": _MISSING,
        "b": _MISSING,
        "d": _MISSING,
        "a,b": _MISSING,
        "a,d": _MISSING,
        "b,d": _MISSING,
        "a,b,c": _CHAIN_RULE,
        "a,c,d": _CHAIN_RULE,
        "b,c,d": _CHAIN_RULE,
        "a,b,c,d": _CHAIN_RULE,
        "a,b,e": _LITTLE_DATA,
        "a,d,e": _LITTLE_DATA,
        "b,d,e": _LITTLE_DATA,
        "a,b,d,e": _LITTLE_DATA,
        "a,b,c,e": f"{_CHAIN_RULE} {_LITTLE_DATA}",
        "a,b,c,d,e": f"{_CHAIN_RULE} {_LITTLE_DATA}",
    },
)

quiz_columns = Quiz(
    "w1-quiz-columns",
    wrong={
        "a": (
            "The sign of a derivative doesn't know how its numbers are arranged. Books that keep examples "
            "in rows descend as well."
        ),
        "c": "NumPy adds up along any axis: that is what `axis` is for.",
        "d": (
            "Rows and columns may be of any length. An array of shape (m, n_x) holds the same numbers as "
            "one of shape (n_x, m)."
        ),
    },
)

quiz_cross_entropy = Quiz(
    "w1-quiz-cross-entropy",
    wrong={
        "a": (
            "On each of the two dry days the loss is -log 0, which is infinite. Being certain and wrong "
            "even once ruins the mean."
        ),
        "b": (
            "0.5 every day costs 0.693 on the mean. Work out another announcement in the same way: on 8 "
            "days the loss is -log of it, on 2 days -log of the rest."
        ),
        "d": (
            "The decision about the umbrella may be the same, the score isn't: 0.6 costs 0.592 on the mean, "
            "0.99 costs 0.929. The log loss judges the number itself."
        ),
    },
)

quiz_summary = Quiz(
    "w1-quiz-summary",
    wrong={
        "1": {
            "a": (
                "It is the logarithm of the odds that rises by 1, because z is that logarithm. What happens "
                "to a number when its natural logarithm rises by 1?"
            ),
            "c": "They would double if z were a logarithm to base 2. The sigmoid uses another base.",
            "d": ("By how much a rises depends on where z was. The odds are simpler: they are e to the power z."),
        },
        "2": {
            "a": "Less probability for what happened means more loss, not less.",
            "b": (
                "Here the change of the probability, 0.25, was added to the loss. The loss is a logarithm: "
                "work out -log 0.25."
            ),
            "d": (
                "The probability is half as large, and a logarithm turns halving into adding: log 2 is "
                "added, once. Here it was added three times."
            ),
        },
        "3": {
            "a": (
                "Here only the slopes of p and q were added. On each path they are still multiplied by how "
                "J changes: for p that is q, for q that is p."
            ),
            "b": ("Here the slopes of p and q were multiplied. They lie on two different paths, and paths are added."),
            "d": "Here everything was multiplied. Multiply along each of the two paths, then add the paths.",
        },
        "4": {
            "b": ("The size is right. dz = a - y is -0.1, so dw1 is negative, and a step goes against the gradient."),
            "c": "Here a itself was used for dz. How far is a from y?",
            "d": "0.9 is on the right side and still 0.1 away from 1. As long as a is not y, dz is not 0.",
        },
        "5": {
            "a": ("The direction is the same, that is right. But a step has a length too: alpha times the gradient."),
            "b": "m is a positive number, so leaving it out turns nothing round.",
            "d": "Leaving out a division makes a number larger, not smaller.",
        },
        "6": {
            "a": "It would get there with a smaller alpha. Do the first step by hand: the slope at 0 is -6.",
            "b": "Do two steps by hand, then ask what is true after an odd number of them.",
            "d": "Each step is too long, but not longer than the one before. Do two steps by hand.",
        },
    },
)
