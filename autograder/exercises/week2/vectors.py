"""The dot product, functions of every entry, and three products of matrices."""

import numpy as np

from autograder.spec import Exercise


def _pairs_of_vectors(rng):
    yield np.array([1.0, -2.0, 4.0]), np.array([3.0, 5.0, -0.5])
    for n in (2, 7, 1, 12):
        yield rng.normal(size=n), rng.normal(size=n)


def _pairs_of_whole_numbers(rng):
    yield np.array([1, 2, 3]), np.array([4, 5, 6])
    yield np.array([3, -1, 2, 7, 4]), np.array([2, 6, -3, 1, 1])
    yield rng.integers(2, 9, size=4), rng.uniform(0.1, 0.9, size=4)  # fractions get lost in an array of integers


dot_with_a_loop = Exercise("w2-dot-loop", atol=1e-6)
dot_with_a_loop.part("fractions, above and below zero")(_pairs_of_vectors)
dot_with_a_loop.part("whole numbers")(_pairs_of_whole_numbers)


@dot_with_a_loop.mistake(
    "Only the last product is left: each turn of the loop overwrites what the turns before it found. Add to the sum."
)
def last_product_only(u, v):
    return u[-1] * v[-1]


@dot_with_a_loop.mistake(
    "Only the first product is there: `return` stands inside the loop, and it ends the function at the first turn."
)
def returned_in_the_loop(u, v):
    return u[0] * v[0]


@dot_with_a_loop.mistake("The first pair is left out: Python counts from 0, and range(1, n) begins with the second.")
def first_pair_skipped(u, v):
    return float(np.dot(u[1:], v[1:]))


@dot_with_a_loop.mistake("The last pair is left out. range(n) ends before n already, so n - 1 is one too few.")
def last_pair_skipped(u, v):
    return float(np.dot(u[:-1], v[:-1]))


@dot_with_a_loop.mistake("The pairs are added. In a dot product each pair is multiplied, and only the products add up.")
def pairs_added_in_a_loop(u, v):
    return np.sum(u) + np.sum(v)


@dot_with_a_loop.mistake(
    "These are the products, one for each pair. The dot product is one number: all of them added up."
)
def products_in_a_list(u, v):
    return [a * b for a, b in zip(u, v)]


@dot_with_a_loop.mistake(
    "Every entry of u meets every entry of v, as happens with one loop inside the other. Entry i meets entry "
    "i only: one loop, one index."
)
def all_pairs(u, v):
    return sum(a * b for a in u for b in v)


@dot_with_a_loop.mistake(
    "The products are multiplied with one another. Start with 0 and add each of them to what is there."
)
def product_of_products(u, v):
    total = 1.0
    for a, b in zip(u, v):
        total *= a * b
    return total


@dot_with_a_loop.mistake(
    "The sum starts with 0 and is then multiplied, so it stays 0 for ever. Add the products to it."
)
def zero_multiplied(u, v):
    total = 0.0
    for a, b in zip(u, v):
        total *= a * b
    return total


@dot_with_a_loop.mistake("u meets itself here, and v never enters: this is the square of u's length.")
def first_with_itself(u, v):
    return sum(a * a for a in u)


@dot_with_a_loop.mistake("The sum is divided by n. That is the mean of the products; a dot product is their sum.")
def mean_in_a_loop(u, v):
    return sum(a * b for a, b in zip(u, v)) / len(u)


@dot_with_a_loop.mistake("The sum starts with 1, so every result is too large by 1. Nothing is added yet at the start.")
def started_with_one(u, v):
    return 1 + sum(a * b for a, b in zip(u, v))


@dot_with_a_loop.mistake(
    "The numbers are turned into whole numbers on the way, which cuts off what stands behind the point. That "
    "happens with int(), and in an array that was made for integers."
)
def fractions_cut_off_in_a_loop(u, v):
    return int(sum(a * b for a, b in zip(u, v)))


@dot_with_a_loop.mistake(
    "The index runs past the end. n entries have the places 0 to n - 1, which is what range(n) gives."
)
def one_step_too_far(u, v):
    return sum(u[i] * v[i] for i in range(len(u) + 1))


@dot_with_a_loop.mistake(
    "`for i in u` visits the numbers in u, not their places. Either let i count with range(len(u)), or take "
    "the numbers of both vectors at once with zip."
)
def numbers_for_places(u, v):
    total = 0.0
    for i in u:
        total += u[i] * v[i]
    return total


@dot_with_a_loop.mistake(
    "range needs how many turns there are, a whole number, and here it is given the vector itself."
)
def range_of_a_vector(u, v):
    total = 0.0
    for i in range(u):
        total += u[i] * v[i]
    return total


@dot_with_a_loop.mistake(
    "All sums on the way are kept, one a turn. The dot product is the last of them alone, as one number."
)
def every_sum_on_the_way(u, v):
    return list(np.cumsum(u * v))


@dot_with_a_loop.mistake("The products are subtracted, so the result has the wrong sign.")
def subtracted_in_a_loop(u, v):
    return -sum(a * b for a, b in zip(u, v))


@dot_with_a_loop.mistake(
    "The products are put into an array that was made like u. Where u holds whole numbers that array does "
    "too, and fractions are cut off in it."
)
def products_of_the_same_kind(u, v):
    products = np.zeros_like(u)
    for i in range(len(u)):
        products[i] = u[i] * v[i]
    return products.sum()


@dot_with_a_loop.mistake(
    "The number of turns is fixed at 3, and other vectors are longer or shorter. How many entries has u?"
)
def three_pairs(u, v):
    return sum(u[i] * v[i] for i in range(3))


@dot_with_a_loop.mistake("A sign is lost: the products below zero are counted as if they were above.")
def signs_lost_in_a_loop(u, v):
    return sum(abs(a * b) for a, b in zip(u, v))


@dot_with_a_loop.mistake(
    "Each product is turned into a whole number before it is added, and what stands behind the point is lost. Leave "
    "the products as they come."
)
def products_cut_off(u, v):
    return sum(int(a * b) for a, b in zip(u, v))


@dot_with_a_loop.mistake(
    "The entries are turned into whole numbers before they are multiplied, so 0.5 counts as 0. Take them as they are."
)
def entries_cut_off(u, v):
    return sum(int(a) * int(b) for a, b in zip(u, v))


@dot_with_a_loop.mistake(
    "In each turn the whole of u meets the whole of v, so all products are there, and n times over. A turn adds one "
    "product: that of entry i with entry i."
)
def whole_vectors_in_each_turn(u, v):
    total = 0
    for _ in range(len(u)):
        total += u * v
    return total


@dot_with_a_loop.mistake(
    "The sum has no value when the first product is to be added to it. It begins with 0, before the loop."
)
def sum_never_started(u, v):
    raise UnboundLocalError


@dot_with_a_loop.mistake(
    "The vectors run in opposite directions: the first entry of one meets the last of the other. Entry i meets entry i."
)
def one_backwards(u, v):
    return sum(a * b for a, b in zip(u, v[::-1]))


@dot_with_a_loop.variant
def with_zip(u, v):
    result = 0
    for a, b in zip(u, v):
        result = result + a * b
    return result


@dot_with_a_loop.variant
def with_while(u, v):
    i = s = 0
    while i < u.shape[0]:
        s += v[i] * u[i]
        i += 1
    return s


@dot_with_a_loop.variant
def with_a_generator(u, v):
    return sum(u[i] * v[i] for i in range(u.size))


@dot_with_a_loop.variant
def products_first(u, v):
    parts = []
    for i, a in enumerate(u):
        parts.append(float(a) * float(v[i]))
    return np.sum(parts)


@dot_with_a_loop.variant
def into_an_array(u, v):
    total = np.zeros((1, 1))
    for i in reversed(range(len(v))):
        total[0, 0] += u[i] * v[i]
    return total


@dot_with_a_loop.variant
def without_a_loop(u, v):
    return np.dot(u, v)


dot = Exercise("w2-dot", atol=1e-6, loop_free=True)
dot.part("fractions, above and below zero")(_pairs_of_vectors)
dot.part("whole numbers")(_pairs_of_whole_numbers)


@dot.mistake("These are the products, one for each pair. The dot product is one number: all of them added up.")
def entry_by_entry(u, v):
    return u * v


@dot.mistake("This is the outer product, the table of every entry of u with every entry of v.")
def outer_product(u, v):
    return np.outer(u, v)


@dot.mistake("The pairs are added before all is summed. Each pair is multiplied first.")
def pairs_added(u, v):
    return np.sum(u + v)


@dot.mistake(
    "Each vector is summed on its own, and the two sums are multiplied: every entry of u meets every entry of "
    "v. Multiply pair by pair first, then add up."
)
def sums_multiplied(u, v):
    return np.sum(u) * np.sum(v)


@dot.mistake("u meets itself here, and v never enters: this is the square of u's length.")
def u_with_itself(u, v):
    return np.dot(u, u)


@dot.mistake("v meets itself here, and u never enters: this is the square of v's length.")
def v_with_itself(u, v):
    return np.dot(v, v)


@dot.mistake("This is the mean of the products. A dot product is their sum.")
def mean_of_products(u, v):
    return np.mean(u * v)


@dot.mistake("This is the product of the two lengths, which is never negative. Which way the vectors point counts too.")
def lengths_multiplied(u, v):
    return np.linalg.norm(u) * np.linalg.norm(v)


@dot.mistake(
    "The dot product is divided by both lengths, which gives the cosine of the angle between the vectors. The "
    "dot product itself is asked."
)
def cosine(u, v):
    return np.dot(u, v) / (np.linalg.norm(u) * np.linalg.norm(v))


@dot.mistake("The products are multiplied with one another. They are to be added.")
def products_multiplied(u, v):
    return np.prod(u * v)


@dot.mistake("These are all sums on the way from the first product to the last. One number is asked, the whole sum.")
def running_sum(u, v):
    return np.cumsum(u * v)


@dot.mistake(
    "The result is turned into a whole number, which cuts off what stands behind the point. Leave it as it comes."
)
def fractions_cut_off(u, v):
    return int(np.dot(u, v))


@dot.mistake("A sign is lost: the products below zero are counted as if they were above.")
def signs_lost(u, v):
    return np.sum(np.abs(u * v))


@dot.mistake(
    "Two columns can't be multiplied as matrices: the inner sizes, 1 and n, differ. The vectors fit as they "
    "are, with one dimension each."
)
def two_columns(u, v):
    return u.reshape(-1, 1) @ v.reshape(-1, 1)


@dot.mistake(
    "These are the sums of the pairs, entry by entry. A dot product multiplies the pairs and adds them all up."
)
def sums_of_pairs(u, v):
    return u + v


@dot.mistake(
    "np.dot can't multiply two columns as matrices: the inner sizes, 1 and n, differ. The vectors fit as they "
    "are, with one dimension each."
)
def two_columns_in_dot(u, v):
    return np.dot(u.reshape(-1, 1), v.reshape(-1, 1))


@dot.mistake("Three products are written out, and other vectors are longer or shorter. Ask for all pairs at once.")
def three_products(u, v):
    return u[0] * v[0] + u[1] * v[1] + u[2] * v[2]


@dot.mistake(
    "np.sum takes one array; what stands after the comma is an axis, hence this error. Multiply the vectors first, "
    "then sum the one array that results."
)
def two_arrays_to_sum(u, v):
    return np.sum(u, v)


@dot.mistake(
    "This is the length of the array of products, the root of the sum of their squares. Their plain sum is asked."
)
def length_of_the_products(u, v):
    return np.linalg.norm(u * v)


@dot.mistake("Only the largest product is here. All of them are added up.")
def largest_product(u, v):
    return np.max(u * v)


@dot.mistake("Lists can't be multiplied entry by entry. Arrays can, so leave u and v as they are.")
def lists_multiplied(u, v):
    return list(u) * list(v)


@dot.mistake("Each entry of u is raised to the power of its partner: ** is a power, and a product is a single *.")
def powers_for_products(u, v):
    with np.errstate(invalid="ignore"):
        return np.sum(u**v)


@dot.variant
def matrix_sign(u, v):
    return u @ v


@dot.variant
def multiplied_and_summed(u, v):
    return np.sum(u * v)


@dot.variant
def python_sum(u, v):
    return sum(u * v)


@dot.variant
def dot_by_einsum(u, v):
    return np.einsum("i,i->", u, v)


@dot.variant
def row_times_column(u, v):
    return u.reshape(1, -1) @ v.reshape(-1, 1)


@dot.variant
def method_of_the_array(u, v):
    return float(np.multiply(u, v).sum())


@dot.variant
def transposed_for_nothing(u, v):
    return np.dot(u.T, v)


@dot.variant
def inner(u, v):
    return np.inner(v, u)


elementwise = Exercise("w2-elementwise", rtol=1e-4, atol=1e-6, loop_free=True)


@elementwise.part("one row of numbers")
def _(rng):
    yield (np.array([-2.0, 1.0, -0.5, 3.0]),)
    yield (rng.normal(size=7) - 0.3,)
    yield (np.array([-0.4]),)


@elementwise.part("tables and blocks")
def _(rng):
    yield (np.array([[-1.5, 0.2, 2.5], [0.7, -3.0, -0.1]]),)
    yield (rng.normal(size=(4, 1)),)
    yield (rng.normal(size=(3, 2, 5)),)


@elementwise.part("whole numbers", weight=0.5)
def _(rng):
    yield (np.array([-3, 1, 2, -1, 4]),)
    yield (np.array([[5, -2], [-4, 3], [1, 6]]),)


@elementwise.mistake(
    "The logarithm is taken of the numbers themselves, and a negative number has none, hence nan. Take the "
    "absolute value first."
)
def log_of_negatives(v):
    with np.errstate(invalid="ignore"):
        log = np.log(v)
    return {"exp": np.exp(v), "log_abs": log, "abs": np.abs(v), "relu": np.maximum(v, 0), "square": v**2}


@elementwise.mistake(
    "The logarithm comes first here and the absolute value after it. A negative number has no logarithm, "
    "hence nan, and log 0.5, about -0.69, loses its sign."
)
def abs_of_the_log(v):
    with np.errstate(invalid="ignore"):
        log = np.abs(np.log(v))
    return {"exp": np.exp(v), "log_abs": log, "abs": np.abs(v), "relu": np.maximum(v, 0), "square": v**2}


@elementwise.mistake("This logarithm has base 10. The natural logarithm is asked: that of 3 is about 1.10.")
def base_ten(v):
    log = np.log10(np.abs(v))
    return {"exp": np.exp(v), "log_abs": log, "abs": np.abs(v), "relu": np.maximum(v, 0), "square": v**2}


@elementwise.mistake("This logarithm has base 2. The natural logarithm is asked: that of 3 is about 1.10.")
def base_two(v):
    log = np.log2(np.abs(v))
    return {"exp": np.exp(v), "log_abs": log, "abs": np.abs(v), "relu": np.maximum(v, 0), "square": v**2}


@elementwise.mistake("1 is added before the logarithm is taken. There is no 0 among the entries, so nothing is needed.")
def log_of_one_more(v):
    log = np.log1p(np.abs(v))
    return {"exp": np.exp(v), "log_abs": log, "abs": np.abs(v), "relu": np.maximum(v, 0), "square": v**2}


@elementwise.mistake(
    "The exponent has a minus sign, which belongs to the sigmoid. Here e is taken to the entry itself."
)
def exponent_negated(v):
    log = np.log(np.abs(v))
    return {"exp": np.exp(-v), "log_abs": log, "abs": np.abs(v), "relu": np.maximum(v, 0), "square": v**2}


@elementwise.mistake("This is 2 to the power of the entry. The base is e, about 2.718.")
def powers_of_two(v):
    log = np.log(np.abs(v))
    return {"exp": 2.0**v, "log_abs": log, "abs": np.abs(v), "relu": np.maximum(v, 0), "square": v**2}


@elementwise.mistake("ReLU gives the entry itself where it is positive. These are only the answers to whether it is.")
def relu_as_a_switch(v):
    log = np.log(np.abs(v))
    return {"exp": np.exp(v), "log_abs": log, "abs": np.abs(v), "relu": v > 0, "square": v**2}


@elementwise.mistake("ReLU turns negative entries into 0; here they lose their sign, which is the absolute value.")
def relu_as_abs(v):
    log = np.log(np.abs(v))
    return {"exp": np.exp(v), "log_abs": log, "abs": np.abs(v), "relu": np.abs(v), "square": v**2}


@elementwise.mistake(
    "This ReLU keeps the negative entries and turns the positive ones into 0. It is the other way round."
)
def relu_below_zero(v):
    log = np.log(np.abs(v))
    return {"exp": np.exp(v), "log_abs": log, "abs": np.abs(v), "relu": np.minimum(v, 0), "square": v**2}


@elementwise.mistake("This ReLU ends at 1: an entry of 3 has become 1. Above zero every entry stays as it is.")
def relu_cut_at_one(v):
    log = np.log(np.abs(v))
    return {"exp": np.exp(v), "log_abs": log, "abs": np.abs(v), "relu": np.clip(v, 0, 1), "square": v**2}


@elementwise.mistake(
    "The negative entries have been left out of ReLU's result, so its shape is another. Each entry keeps its "
    "place; a negative one becomes 0."
)
def relu_selects(v):
    log = np.log(np.abs(v))
    return {"exp": np.exp(v), "log_abs": log, "abs": np.abs(v), "relu": v[v > 0], "square": v**2}


@elementwise.mistake(
    "np.max looks for the largest entry of one array; what stands after the comma is an axis. To compare "
    "entry by entry with 0 there is another function."
)
def relu_by_max(v):
    log = np.log(np.abs(v))
    return {"exp": np.exp(v), "log_abs": log, "abs": np.abs(v), "relu": np.max(v, 0), "square": v**2}


@elementwise.mistake(
    "np.max with 0 first takes the array for an axis, hence this error. To compare entry by entry with 0 "
    "there is another function."
)
def relu_by_max_of_zero(v):
    log = np.log(np.abs(v))
    return {"exp": np.exp(v), "log_abs": log, "abs": np.abs(v), "relu": np.max(0, v), "square": v**2}


@elementwise.mistake(
    "Python's max and `if` decide once about one number, and here is a whole array, in which some entries are "
    "above zero and some below. NumPy has a function that compares entry by entry."
)
def relu_by_python_max(v):
    log = np.log(np.abs(v))
    return {"exp": np.exp(v), "log_abs": log, "abs": np.abs(v), "relu": max(0, v), "square": v**2}


@elementwise.mistake("This is twice the entry. Its square is the entry times itself: that of 3 is 9.")
def doubled(v):
    log = np.log(np.abs(v))
    return {"exp": np.exp(v), "log_abs": log, "abs": np.abs(v), "relu": np.maximum(v, 0), "square": 2 * v}


@elementwise.mistake("This is the square root. The square is asked, the entry times itself.")
def square_root(v):
    log = np.log(np.abs(v))
    with np.errstate(invalid="ignore"):
        return {"exp": np.exp(v), "log_abs": log, "abs": np.abs(v), "relu": np.maximum(v, 0), "square": np.sqrt(v)}


@elementwise.mistake(
    "In Python ^ is no power but compares bits, and only whole numbers have them. A power is written **."
)
def caret(v):
    log = np.log(np.abs(v))
    return {"exp": np.exp(v), "log_abs": log, "abs": np.abs(v), "relu": np.maximum(v, 0), "square": v ^ 2}


@elementwise.mistake("@ is the matrix product. The square of every entry is a product entry by entry.")
def matrix_square(v):
    log = np.log(np.abs(v))
    return {"exp": np.exp(v), "log_abs": log, "abs": np.abs(v), "relu": np.maximum(v, 0), "square": v @ v}


@elementwise.mistake(
    "The square is that of ReLU's result, in which negative entries are 0 already. Either v was changed in place for "
    "ReLU and squared afterwards, or the wrong name is squared."
)
def relu_spoils_the_square(v):
    exp, log, size = np.exp(v), np.log(np.abs(v)), np.abs(v)
    relu = v.copy()
    relu[relu < 0] = 0
    return {"exp": exp, "log_abs": log, "abs": size, "relu": relu, "square": relu**2}


@elementwise.mistake("The absolute value is the entry without its sign, so none is negative. These still have theirs.")
def signs_kept(v):
    log = np.log(np.abs(v))
    return {"exp": np.exp(v), "log_abs": log, "abs": v, "relu": np.maximum(v, 0), "square": v**2}


@elementwise.mistake(
    "Every sign is turned round, so the positive entries are negative now. The absolute value turns only the "
    "negative ones."
)
def signs_turned(v):
    log = np.log(np.abs(v))
    return {"exp": np.exp(v), "log_abs": log, "abs": -v, "relu": np.maximum(v, 0), "square": v**2}


@elementwise.mistake(
    "The math module's functions take one number, not an array. NumPy has functions of the same names that take both."
)
def math_module(v):
    import math

    return {"exp": math.exp(v), "log_abs": math.log(abs(v)), "abs": abs(v), "relu": max(v, 0), "square": v**2}


@elementwise.mistake(
    "np.linalg.norm gives one number, the length of the whole array. The absolute value is asked of every entry "
    "by itself."
)
def absolute_value_by_norm(v):
    log = np.log(np.abs(v))
    return {"exp": np.exp(v), "log_abs": log, "abs": np.linalg.norm(v), "relu": np.maximum(v, 0), "square": v**2}


@elementwise.mistake(
    "np.max(v) is a single number, the largest entry of all. ReLU gives a number for every entry: the larger of "
    "it and 0."
)
def largest_for_relu(v):
    log = np.log(np.abs(v))
    return {"exp": np.exp(v), "log_abs": log, "abs": np.abs(v), "relu": np.max(v), "square": v**2}


@elementwise.mistake(
    "Under 'relu' all entries have been added up to one number. Every entry keeps its place and its own result."
)
def relu_summed(v):
    log = np.log(np.abs(v))
    return {"exp": np.exp(v), "log_abs": log, "abs": np.abs(v), "relu": np.maximum(v, 0).sum(), "square": v**2}


@elementwise.mistake(
    "Negative entries keep a hundredth of themselves here, which is the leaky ReLU. The plain one makes them 0."
)
def leaky_relu(v):
    log = np.log(np.abs(v))
    return {"exp": np.exp(v), "log_abs": log, "abs": np.abs(v), "relu": np.maximum(v, 0.01 * v), "square": v**2}


@elementwise.mistake(
    "Under 'relu' what stands behind the point is cut off: 0.7 has become 0. Leave the positive entries as they are."
)
def relu_cut_off(v):
    log = np.log(np.abs(v))
    return {"exp": np.exp(v), "log_abs": log, "abs": np.abs(v), "relu": np.maximum(v, 0).astype(int), "square": v**2}


@elementwise.mistake(
    "2.718 is e to three digits only, and the powers show it: 20.079 for an entry of 3, where 20.086 is right. "
    "NumPy's exponential has all digits."
)
def rounded_e(v):
    log = np.log(np.abs(v))
    return {"exp": 2.718**v, "log_abs": log, "abs": np.abs(v), "relu": np.maximum(v, 0), "square": v**2}


@elementwise.mistake(
    "This is the exponential less 1, which is what np.expm1 computes. The exponential itself is asked: that of 0 is 1."
)
def exponential_less_one(v):
    log = np.log(np.abs(v))
    return {"exp": np.expm1(v), "log_abs": log, "abs": np.abs(v), "relu": np.maximum(v, 0), "square": v**2}


@elementwise.mistake(
    "The absolute value is taken before the exponential. Only the logarithm needs it: e to the -2 is 0.135."
)
def exponential_of_the_size(v):
    log = np.log(np.abs(v))
    return {"exp": np.exp(np.abs(v)), "log_abs": log, "abs": np.abs(v), "relu": np.maximum(v, 0), "square": v**2}


@elementwise.mistake(
    "This is 2 to the power of the entry. The square has the entry below and the 2 above: that of 3 is 9, and 2 "
    "to the 3 is 8."
)
def power_of_two_for_the_square(v):
    log = np.log(np.abs(v))
    return {"exp": np.exp(v), "log_abs": log, "abs": np.abs(v), "relu": np.maximum(v, 0), "square": 2**v}


@elementwise.mistake(
    "The minus sign serves the negative entries, and now the positive ones have no logarithm, hence nan. The "
    "absolute value serves both."
)
def log_of_the_negated(v):
    with np.errstate(all="ignore"):
        return {"exp": np.exp(v), "log_abs": np.log(-v), "abs": np.abs(v), "relu": np.maximum(v, 0), "square": v**2}


@elementwise.mistake(
    "The logarithm is taken of what ReLU left, so the negative entries give minus infinity. Take it of the "
    "absolute value."
)
def log_of_relu(v):
    with np.errstate(all="ignore"):
        return {
            "exp": np.exp(v),
            "log_abs": np.log(np.maximum(v, 0)),
            "abs": np.abs(v),
            "relu": np.maximum(v, 0),
            "square": v**2,
        }


@elementwise.mistake("The absolute value is taken twice, once too often: log 0.5, about -0.69, keeps its sign.")
def size_of_the_log(v):
    with np.errstate(all="ignore"):
        return {
            "exp": np.exp(v),
            "log_abs": np.abs(np.log(np.abs(v))),
            "abs": np.abs(v),
            "relu": np.maximum(v, 0),
            "square": v**2,
        }


@elementwise.mistake(
    "'abs' and 'log_abs' stand under each other's names. Logarithms can be negative, absolute values can't."
)
def names_exchanged(v):
    with np.errstate(all="ignore"):
        return {
            "exp": np.exp(v),
            "log_abs": np.abs(v),
            "abs": np.log(np.abs(v)),
            "relu": np.maximum(v, 0),
            "square": v**2,
        }


@elementwise.mistake(
    "The five come back in a row, one after the other. A dict is asked, in which each stands under its name."
)
def tuple_of_five(v):
    return np.exp(v), np.log(np.abs(v)), np.abs(v), np.maximum(v, 0), v**2


@elementwise.mistake(
    "The array is flattened, so the results have one dimension whatever v had. Functions of every entry keep the shape."
)
def five_flattened(v):
    v = v.ravel()
    log = np.log(np.abs(v))
    return {"exp": np.exp(v), "log_abs": log, "abs": np.abs(v), "relu": np.maximum(v, 0), "square": v**2}


@elementwise.variant
def by_signs(v):
    size = v * np.sign(v)
    log = 0.5 * np.log(v**2)
    return {"exp": np.e**v, "log_abs": log, "abs": size, "relu": (v + size) / 2, "square": size * size}


@elementwise.variant
def by_switches(v):
    d = {}
    d["square"] = np.square(v)
    d["relu"] = v * (v > 0)
    d["abs"] = np.where(v < 0, -v, v)
    d["log_abs"] = np.log(d["abs"])
    d["exp"] = np.power(np.e, v)
    return d


@elementwise.variant
def on_a_copy(v):
    relu = v.copy()
    relu[v < 0] = 0
    return {"exp": np.exp(v), "log_abs": np.log(np.fabs(v)), "abs": abs(v), "relu": relu, "square": np.power(v, 2)}


@elementwise.variant
def by_clip_and_root(v):
    return {
        "exp": np.expm1(v) + 1,
        "log_abs": np.log2(np.absolute(v)) / np.log2(np.e),
        "abs": np.sqrt(v * v),
        "relu": np.clip(v, 0, None),
        "square": np.multiply(v, v),
    }


products = Exercise("w2-products")


@products.part("two by two")
def _(rng):
    yield np.array([[1, 2], [3, 4]]), np.array([[5, 6], [7, 8]])
    yield rng.normal(size=(2, 2)), rng.normal(size=(2, 2))


@products.part("larger ones")
def _(rng):
    yield rng.normal(size=(3, 3)), rng.normal(size=(3, 3))
    yield rng.integers(-5, 6, size=(4, 4)), rng.integers(-5, 6, size=(4, 4))
    yield rng.normal(size=(5, 5)), rng.normal(size=(5, 5))


@products.mistake("The first two are exchanged: * multiplies entry by entry, @ is the matrix product.")
def signs_exchanged(A, B):
    return {"elementwise": A @ B, "matrix": A * B, "dot": A[0] @ B[:, 0]}


@products.mistake("This is entry times entry once more. In the matrix product rows of A meet columns of B.")
def matrix_entry_by_entry(A, B):
    return {"elementwise": A * B, "matrix": A * B, "dot": A[0] @ B[:, 0]}


@products.mistake(
    "For arrays of two dimensions np.dot is the matrix product too. For entry times entry there is *, or np.multiply."
)
def elementwise_by_dot(A, B):
    return {"elementwise": np.dot(A, B), "matrix": A @ B, "dot": A[0] @ B[:, 0]}


@products.mistake("This is B A. Matrices can't change places: the rows come from A, the columns from B.")
def changed_places(A, B):
    return {"elementwise": A * B, "matrix": B @ A, "dot": A[0] @ B[:, 0]}


@products.mistake("B is transposed in the matrix product, so rows of A meet rows of B. They are to meet its columns.")
def second_transposed(A, B):
    return {"elementwise": A * B, "matrix": A @ B.T, "dot": A[0] @ B[:, 0]}


@products.mistake(
    "A is transposed in the matrix product, so columns of A meet columns of B. A's rows are to meet them."
)
def first_transposed(A, B):
    return {"elementwise": A * B, "matrix": A.T @ B, "dot": A[0] @ B[:, 0]}


@products.mistake(
    "Under 'dot' is a whole matrix: the product of all rows with all columns. One row of A and one column of "
    "B are asked."
)
def dot_of_all(A, B):
    return {"elementwise": A * B, "matrix": A @ B, "dot": np.dot(A, B)}


@products.mistake("This is the dot product of the two first rows. B[0] is a row; its first column is written B[:, 0].")
def dot_of_rows(A, B):
    return {"elementwise": A * B, "matrix": A @ B, "dot": A[0] @ B[0]}


@products.mistake("This is the dot product of the two first columns. From A the first row is asked.")
def dot_of_columns(A, B):
    return {"elementwise": A * B, "matrix": A @ B, "dot": A[:, 0] @ B[:, 0]}


@products.mistake("Rows and columns are exchanged: this is A's first column with B's first row.")
def column_with_row(A, B):
    return {"elementwise": A * B, "matrix": A @ B, "dot": A[:, 0] @ B[0]}


@products.mistake("Under 'dot' are the products of the pairs. A dot product is one number: all of them added up.")
def dot_not_summed(A, B):
    return {"elementwise": A * B, "matrix": A @ B, "dot": A[0] * B[:, 0]}


@products.mistake(
    "Under 'dot' is the sum of all entries times entries. Only the first row of A and B's first column count."
)
def dot_over_everything(A, B):
    return {"elementwise": A * B, "matrix": A @ B, "dot": np.sum(A * B)}


@products.mistake("A's first row meets all columns of B here. Only its first column is asked.")
def dot_with_all_columns(A, B):
    return {"elementwise": A * B, "matrix": A @ B, "dot": A[0] @ B}


@products.mistake("Python counts from 0: A[1] is the second row, and B[:, 1] the second column.")
def second_of_each(A, B):
    return {"elementwise": A * B, "matrix": A @ B, "dot": A[1] @ B[:, 1]}


@products.mistake("Only the first entries of the row and the column are multiplied. All their pairs count.")
def corner_only(A, B):
    return {"elementwise": A * B, "matrix": A @ B, "dot": A[0, 0] * B[0, 0]}


@products.mistake("Under 'dot' is the outer product, a table of all products. A dot product is one number.")
def outer_for_dot(A, B):
    return {"elementwise": A * B, "matrix": A @ B, "dot": np.outer(A[0], B[:, 0])}


@products.mistake(
    "Two rows and two columns are written out, which is all there is for (2, 2) only. Larger matrices have more."
)
def two_by_two_only(A, B):
    matrix = np.array([[A[0] @ B[:, 0], A[0] @ B[:, 1]], [A[1] @ B[:, 0], A[1] @ B[:, 1]]])
    return {"elementwise": A * B, "matrix": matrix, "dot": A[0] @ B[:, 0]}


@products.mistake("Only two pairs are multiplied and added under 'dot'. A row of a larger matrix has more entries.")
def two_pairs_only(A, B):
    return {"elementwise": A * B, "matrix": A @ B, "dot": A[0, 0] * B[0, 0] + A[0, 1] * B[1, 0]}


@products.mistake(
    "Under 'matrix' is np.outer, a table of every entry of A with every entry of B. The matrix product adds up."
)
def outer_for_matrix(A, B):
    return {"elementwise": A * B, "matrix": np.outer(A, B), "dot": A[0] @ B[:, 0]}


@products.mistake("Under 'elementwise' are sums. Entry times entry is asked.")
def sums_for_products(A, B):
    return {"elementwise": A + B, "matrix": A @ B, "dot": A[0] @ B[:, 0]}


@products.mistake("Under 'dot' the entries on the diagonal are added up. Only the upper left of them is asked.")
def trace_for_dot(A, B):
    return {"elementwise": A * B, "matrix": A @ B, "dot": np.trace(A @ B)}


@products.mistake("Under 'dot' the whole matrix product is added up. One row with one column is asked.")
def sum_of_the_matrix(A, B):
    return {"elementwise": A * B, "matrix": A @ B, "dot": np.sum(A @ B)}


@products.mistake("Under 'matrix' is the right table turned on its side: days by shops has become shops by days.")
def matrix_on_its_side(A, B):
    return {"elementwise": A * B, "matrix": (A @ B).T, "dot": A[0] @ B[:, 0]}


@products.mistake(
    "The three come back in a row, one after the other. A dict is asked, in which each stands under its name."
)
def tuple_of_three(A, B):
    return A * B, A @ B, A[0] @ B[:, 0]


@products.variant
def functions_of_numpy(A, B):
    return {"elementwise": np.multiply(A, B), "matrix": np.matmul(A, B), "dot": np.sum(A[0] * B[:, 0])}


@products.variant
def corner_of_the_product(A, B):
    C = np.dot(A, B)
    return {"elementwise": B * A, "matrix": C, "dot": C[0, 0]}


@products.variant
def with_slices(A, B):
    return {"dot": A[:1] @ B[:, :1], "elementwise": A * B, "matrix": A.dot(B)}


@products.variant
def products_by_loops(A, B):
    n = len(A)
    C, D = np.zeros((n, n)), np.zeros((n, n))
    for i in range(n):
        for j in range(n):
            C[i, j] = A[i, j] * B[i, j]
            for k in range(n):
                D[i, j] += A[i, k] * B[k, j]
    return {"elementwise": C, "matrix": D, "dot": D[0, 0]}


@products.variant
def products_by_einsum(A, B):
    matrix = np.einsum("ik,kj->ij", A, B)
    return {"elementwise": np.einsum("ij,ij->ij", A, B), "matrix": matrix, "dot": np.vdot(A[0, :], B[:, 0])}
