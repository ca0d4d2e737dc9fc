"""Why deep: exclusive or, parity, and what it costs."""

import numpy as np

from autograder.spec import Exercise

xor = Exercise("w4-xor")


def _bits(rng, *shape):
    """Zeros and ones, both of them, in this shape."""
    return rng.permutation(np.arange(np.prod(shape)) % 2).reshape(shape)


@xor.part("the four pairs")
def _(rng):
    yield np.array([0, 0, 1, 1]), np.array([0, 1, 0, 1])
    yield np.array([[1.0, 0.0, 1.0, 0.0]]), np.array([[1.0, 1.0, 0.0, 0.0]])
    order = rng.permutation(4)
    yield np.array([0, 0, 1, 1])[order], np.array([0, 1, 0, 1])[order]


@xor.part("any shape")
def _(rng):
    for shape in ((2, 5), (3, 4), (1, 7), (6, 1), (9,), (2, 3, 4)):
        yield _bits(rng, *shape), _bits(rng, *shape)
    yield _bits(rng, 4, 3).astype(float), _bits(rng, 4, 3).astype(float)


@xor.mistake(
    "At 1, 1 this gives 1: it is `or`. Where both bits are 1, relu(A + B) is 2 and relu(A + B - 1) is 1, so the "
    "second has to be taken away twice."
)
def either(A, B):
    return np.maximum(A + B, 0) - np.maximum(A + B - 1, 0)


@xor.mistake("At 0, 1 this gives 0 and at 1, 1 it gives 1: it is `and`. 1 is asked where exactly one of the two is.")
def both(A, B):
    return A * B


@xor.mistake("At 1, 1 this gives 2: it is the sum. The second hidden unit is there to bring it down to 0.")
def the_sum(A, B):
    return A + B


@xor.mistake("At 1, 1 this gives 3: the second hidden unit is added. It is to be taken away.")
def second_unit_added(A, B):
    return np.maximum(A + B, 0) + np.maximum(A + B - 1, 0)


@xor.mistake("At 1, 1 this gives 4: the second hidden unit is added twice. It is to be taken away twice.")
def second_unit_added_twice(A, B):
    return np.maximum(A + B, 0) + 2 * np.maximum(A + B - 1, 0)


@xor.mistake("At 1, 1 this gives -1: the second hidden unit is taken away three times. Twice is right.")
def three_times(A, B):
    return np.maximum(A + B, 0) - 3 * np.maximum(A + B - 1, 0)


@xor.mistake(
    "At 1, 1 this gives -2: the second hidden unit lacks its bias, so it is no other than the first. It is "
    "relu(A + B - 1)."
)
def without_the_bias(A, B):
    return np.maximum(A + B, 0) - 2 * np.maximum(A + B, 0)


@xor.mistake(
    "At 0, 0 this gives 2: without ReLU the second unit is -1 there, and the whole is a linear function, which no xor "
    "is."
)
def without_relu(A, B):
    return A + B - 2 * (A + B - 1)


@xor.mistake("At 0, 0 this gives 1, and at 0, 1 it gives 0: it is 1 where the bits are equal. The opposite is asked.")
def the_same(A, B):
    return (A == B).astype(int)


@xor.mistake(
    "At 0, 1 this gives -1: the difference has a sign. ReLU on both differences, or an absolute value, would mend it."
)
def the_difference(A, B):
    return A - B


@xor.mistake("At 0, 1 this gives 0: only where A is 1 and B is 0 comes a 1. The other way round counts as well.")
def one_side_only(A, B):
    return np.maximum(A - B, 0)


@xor.mistake(
    "At 1, 1 this gives 0 rightly, but at 0, 0 a 1: it is `not and`. 1 is asked where exactly one of the two is."
)
def not_both(A, B):
    return 1 - A * B


@xor.mistake(
    "At 0, 1 this gives 0 and at 1, 1 it gives 2: it is the second hidden unit alone, twice. The first, relu(A + B), "
    "is there as well, and the second is taken away from it."
)
def second_unit_alone(A, B):
    return np.maximum(A + B - 1, 0) * 2


@xor.mistake(
    "Python's `if`, `and`, `or`, `not` and `max` can't decide about a whole array. Arithmetic and np.maximum go entry "
    "by entry."
)
def decided_by_if(A, B):
    return 1 if A != B else 0


@xor.mistake("^ is xor for whole numbers, and refuses fractions: arrays of 0.0 and 1.0 are asked for as well.")
def hat(A, B):
    return A ^ B


@xor.mistake("All entries are added up to a single number. The result has the shape of A and B.")
def summed_up(A, B):
    return np.sum(np.abs(A - B))


@xor.mistake("This is the probability of a sigmoid. The output is linear: 0 and 1 come out exactly.")
def squashed(A, B):
    return 1 / (1 + np.exp(-(np.maximum(A + B, 0) - 2 * np.maximum(A + B - 1, 0))))


@xor.mistake(
    "At 0, 1 this gives 2 and at 1, 1 it gives 3: the 2 stands before the first hidden unit. The second is the one "
    "that is taken away twice."
)
def factors_exchanged(A, B):
    return 2 * np.maximum(A + B, 0) - np.maximum(A + B - 1, 0)


@xor.mistake(
    "np.max gives the largest number of the array, or takes the 0 for an axis. np.maximum compares entry by entry."
)
def largest_of_all(A, B):
    return np.max(A + B, 0) - 2 * np.max(A + B - 1, 0)


@xor.variant
def logical(A, B):
    return np.logical_xor(A, B)


@xor.variant
def remainder(A, B):
    return (A + B) % 2


@xor.variant
def two_differences(A, B):
    return np.maximum(A - B, 0) + np.maximum(B - A, 0)


@xor.variant
def unequal(A, B):
    return np.where(A != B, 1.0, 0.0)


@xor.variant
def as_a_network(A, B):
    hidden = np.maximum(np.array([[1, 1], [1, 1]]) @ np.stack([A.ravel(), B.ravel()]) + np.array([[0], [-1]]), 0)
    return (np.array([[1, -2]]) @ hidden).reshape(A.shape)


parity = Exercise("w4-parity")


@parity.part("two, four, eight, sixteen bits")
def _(rng):
    yield (np.array([[0, 0, 1, 1, 1], [0, 1, 0, 1, 1], [0, 1, 1, 1, 0], [0, 0, 1, 1, 0]]),)
    yield (np.array([[0, 0, 1], [0, 1, 1]]),)
    for n, m in ((4, 7), (8, 6), (16, 9), (2, 3)):
        yield (_columns(rng, n, m),)
    yield (_columns(rng, 8, 5).astype(float),)


@parity.part("a row left over: three, five, six, seven bits")
def _(rng):
    for n, m in ((3, 5), (5, 8), (7, 4), (6, 9), (11, 7), (3, 6)):
        yield (_columns(rng, n, m),)


@parity.part("one example, or one bit", weight=0.5)
def _(rng):
    for n in (3, 4, 5, 6):
        yield (_columns(rng, n, 1),)
        yield (np.ones((n, 1), dtype=int),)
    yield (_columns(rng, 1, 5),)


def _columns(rng, n, m):
    """Zeros and ones, among them columns with an odd and an even number of ones; n (n > 2) not all that counts."""
    bits = rng.integers(0, 2, size=(n, m))
    bits[0, : m // 2] = (1 + bits[1:, : m // 2].sum(axis=0)) % 2
    bits[0, m // 2 :] = bits[1:, m // 2 :].sum(axis=0) % 2
    return bits if n > 1 else np.arange(m)[np.newaxis] % 2


def _even_parts(bits, pairs):
    """Level by level, with the pairs that this makes of the rows."""
    while len(bits) > 1:
        bits = pairs(bits)
    return bits


@parity.mistake(
    "A row that is left over is lost: of three bits the last one doesn't count. It has no partner on its level, and "
    "passes on to the next."
)
def leftover_lost(bits):
    def pairs(bits):
        half = len(bits) // 2
        return np.abs(bits[:half] - bits[half : 2 * half])

    return _even_parts(bits, pairs)


@parity.mistake(
    "A row that is left over is lost: each bit meets its neighbour, and of three the last one has none. It passes on "
    "to the next level."
)
def leftover_neighbour_lost(bits):
    def pairs(bits):
        half = len(bits) // 2
        return np.abs(bits[0 : 2 * half : 2] - bits[1 : 2 * half : 2])

    return _even_parts(bits, pairs)


@parity.mistake(
    "With an odd number of rows the two halves don't fit: 2 and 3 of five. Or, worse, a single row is stretched over "
    "two, and no error tells. Pair equal numbers of rows, and let the one left over pass on."
)
def unequal_halves(bits):
    def pairs(bits):
        half = len(bits) // 2
        return np.abs(bits[:half] - bits[half:])

    return _even_parts(bits, pairs)


@parity.mistake(
    "With an odd number of rows the even and the odd ones don't fit: 3 and 2 of five. Or, worse, a single row is "
    "stretched over two, and no error tells. Pair equal numbers of rows, and let the one left over pass on."
)
def unequal_neighbours(bits):
    def pairs(bits):
        return np.abs(bits[::2] - bits[1::2])

    return _even_parts(bits, pairs)


@parity.mistake(
    "There is one level only: the rows are halved once. Four bits need two levels, eight need three: go on until one "
    "row is left."
)
def one_level(bits):
    half = len(bits) // 2
    return np.concatenate([np.abs(bits[:half] - bits[half : 2 * half]), bits[2 * half :]])


@parity.mistake("These are the numbers of ones. Whether they are odd is asked: 1 or 0.")
def counted(bits):
    return np.sum(bits, axis=0, keepdims=True)


@parity.mistake("1 stands where the number of ones is even. Where it is odd is asked.")
def even(bits):
    return 1 - np.sum(bits, axis=0, keepdims=True) % 2


@parity.mistake(
    "1 stands where there is any one at all, as `or` gives it. With two ones the parity is 0 again: look at `xor`."
)
def any_one(bits):
    return np.max(bits, axis=0, keepdims=True)


@parity.mistake("1 stands only where all bits are 1. An odd number of ones is asked for: 1 of four, or 3.")
def all_ones(bits):
    return np.min(bits, axis=0, keepdims=True)


@parity.mistake("1 stands where most of the bits are 1. Whether their number is odd is asked.")
def most_of_them(bits):
    return (np.mean(bits, axis=0, keepdims=True) > 0.5).astype(int)


@parity.mistake("1 stands where exactly one bit is 1. Three and five are odd as well.")
def exactly_one(bits):
    return (np.sum(bits, axis=0, keepdims=True) == 1).astype(int)


@parity.mistake("Only the first two rows are taken. All n bits of a column count.")
def first_two(bits):
    return np.sum(bits[:2], axis=0, keepdims=True) % 2


@parity.mistake("The result has one dimension, (m,). A row of two dimensions is asked: (1, m).")
def flat(bits):
    return np.sum(bits, axis=0) % 2


@parity.mistake("The parity is taken along the rows, over the examples. An example is a column: go down the rows.")
def over_the_examples(bits):
    return np.sum(bits, axis=1, keepdims=True) % 2


@parity.mistake("The result is a column. Examples are columns of `bits`, so their parities stand in a row: (1, m).")
def a_column(bits):
    return (np.sum(bits, axis=0, keepdims=True) % 2).T


@parity.mistake("This is a single number, the parity of all bits together. Each column has its own.")
def all_columns_together(bits):
    return np.sum(bits) % 2


@parity.mistake("A row that is left over is compared with itself, which always gives 0. It passes on as it is.")
def leftover_with_itself(bits):
    def pairs(bits):
        half = len(bits) // 2
        return np.concatenate([np.abs(bits[:half] - bits[half : 2 * half]), 0 * bits[2 * half :]])

    return _even_parts(bits, pairs)


@parity.mistake(
    "A row that is left over is turned round, 0 for 1: it is paired with a row of ones. It passes on as it is, as if "
    "paired with zeros."
)
def leftover_turned(bits):
    def pairs(bits):
        half = len(bits) // 2
        return np.concatenate([np.abs(bits[:half] - bits[half : 2 * half]), 1 - bits[2 * half :]])

    return _even_parts(bits, pairs)


@parity.mistake(
    "With a single bit nothing (None) comes back, or an empty array. Its parity is the bit itself: return it as it is."
)
def nothing_for_one_bit(bits):
    return np.sum(bits, axis=0, keepdims=True) % 2 if len(bits) > 1 else None


@parity.mistake("The levels end too early, where two rows are left. Go on until there is one.")
def two_rows_left(bits):
    while len(bits) > 2:
        half = len(bits) // 2
        bits = np.concatenate([(bits[:half] + bits[half : 2 * half]) % 2, bits[2 * half :]])
    return bits


@parity.mistake(
    "A row that is left over is compared with every pair of its level. It has no partner: put it under the pairs, as a "
    "row for the next level."
)
def leftover_with_every_pair(bits):
    while len(bits) > 1:
        half = len(bits) // 2
        rest = bits[2 * half :]
        bits = (bits[:half] + bits[half : 2 * half]) % 2
        bits = (bits + rest) % 2 if len(rest) else bits
    return bits


@parity.mistake(
    "A single row is never the end, so the function calls itself for ever. The parity of one bit is the bit."
)
def calls_without_end(bits):
    def tree(rows):
        half = len(rows) // 2
        return xor.right(rows[:1], rows[1:]) if len(rows) == 2 else xor.right(tree(rows[:half]), tree(rows[half:]))

    return tree(bits)


@parity.variant
def by_the_remainder(bits):
    return np.sum(bits, axis=0, keepdims=True) % 2


@parity.variant
def tree_of_neighbours(bits):
    while bits.shape[0] > 1:
        pairs = [xor.right(bits[k : k + 1], bits[k + 1 : k + 2]) for k in range(0, len(bits) - 1, 2)]
        if len(bits) % 2 == 1:
            pairs.append(bits[-1:])
        bits = np.vstack(pairs)
    return bits


@parity.variant
def by_recursion(bits):
    def tree(bits):
        if len(bits) == 1:
            return bits
        half = len(bits) // 2
        return np.logical_xor(tree(bits[:half]), tree(bits[half:]))

    return tree(bits)


@parity.variant
def a_chain(bits):
    result = bits[0]
    for row in bits[1:]:
        result = np.where(result != row, 1, 0)
    return result.reshape(1, -1)


@parity.variant
def by_products(bits):
    return (1 - np.prod(1 - 2 * bits, axis=0, keepdims=True)) / 2


@parity.variant
def padded_with_zeros(bits):
    while len(bits) > 1:
        if len(bits) % 2:
            bits = np.vstack([bits, np.zeros((1, bits.shape[1]))])
        bits = np.abs(bits[::2] - bits[1::2])
    return bits


parity_sizes = Exercise("w4-parity-sizes", rtol=1e-9)


@parity_sizes.part("powers of two")
def _(rng):
    for n in (8, 4, 16, 32, 2):
        yield (n,)


@parity_sizes.part("numbers between")
def _(rng):
    for n in (5, 3, 6, 7, 12, 17, 33, int(rng.integers(18, 32))):
        yield (n,)


@parity_sizes.part("one bit, two bits", weight=0.5)
def _(rng):
    yield (1,)
    yield (2,)


def _costs(n, levels=None, deep=None, shallow=None):
    """What is asked, with these in place of the right numbers."""
    exact, width = 0, n
    while width > 1:
        width, exact = (width + 1) // 2, exact + 1
    right = {"levels": exact, "deep": n - 1, "shallow": 2 ** (n - 1)}
    other = {"levels": levels, "deep": deep, "shallow": shallow}
    return {name: value if other[name] is None else other[name] for name, value in right.items()}


@parity_sizes.mistake(
    "The levels are rounded down: five bits would need 2. A row that is left over passes on and needs a level in the "
    "end, so 5, 3, 2, 1 makes 3. Round up."
)
def rounded_down(n):
    return _costs(n, levels=int(np.log2(n)))


@parity_sizes.mistake("The levels aren't a whole number. A level that is begun counts: round up.")
def not_rounded(n):
    return _costs(n, levels=np.log2(n))


@parity_sizes.mistake(
    "The levels are rounded to the nearest number, so five bits would need 2. A level that is begun counts: round up."
)
def rounded_to_the_nearest(n):
    return _costs(n, levels=round(np.log2(n)))


@parity_sizes.mistake(
    "With powers of two there is a level too many: the halving of 8 goes 4, 2, 1, which are 3 levels. One row is the "
    "end."
)
def one_level_more(n):
    return _costs(n, levels=int(np.log2(n)) + 1)


@parity_sizes.mistake(
    "The bits themselves are counted as a level. Levels are of xor units: 8 bits need 3, and one bit none."
)
def the_bits_as_a_level(n):
    return _costs(n, levels=_costs(n)["levels"] + 1)


@parity_sizes.mistake("The logarithm has base e. Each level halves, so the base is 2: 8 bits make 3 levels.")
def base_e(n):
    return _costs(n, levels=int(np.ceil(np.log(n))))


@parity_sizes.mistake(
    "These levels are n / 2, the units of the first level. Each level halves what is left: 8, 4, 2, 1 are 3 steps."
)
def half_for_levels(n):
    return _costs(n, levels=n // 2)


@parity_sizes.mistake(
    "These levels are those of a chain, one unit after the other. In a tree the units of a level work side by side."
)
def levels_of_a_chain(n):
    return _costs(n, levels=n - 1)


@parity_sizes.mistake(
    "There are n xor units here, one for each bit. Each unit makes one bit of two, so from n bits to one there are n "
    "- 1."
)
def a_unit_for_each_bit(n):
    return _costs(n, deep=n)


@parity_sizes.mistake("These are the units of the first level only. The others count as well: with 8 bits 4 + 2 + 1.")
def first_level_only(n):
    return _costs(n, deep=n // 2)


@parity_sizes.mistake(
    "'deep' holds the levels. The xor units of all levels are asked, n - 1: each makes one bit of two."
)
def levels_for_units(n):
    return _costs(n, deep=_costs(n)["levels"])


@parity_sizes.mistake("'deep' counts the two hidden ReLU units of each xor. The xor units themselves are asked.")
def relu_units(n):
    return _costs(n, deep=2 * (n - 1))


@parity_sizes.mistake("'deep' counts the bits as well as the units. The xor units alone are asked: 7 for 8 bits.")
def bits_and_units(n):
    return _costs(n, deep=2 * n - 1)


@parity_sizes.mistake(
    "'deep' is that of a full tree over the next power of two. A row left over needs no unit on its level, so three "
    "bits need 2 and not 3."
)
def full_tree(n):
    return _costs(n, deep=2 ** _costs(n)["levels"] - 1)


@parity_sizes.mistake("'shallow' counts all patterns, 2^n. Only half of them are odd: 2^(n - 1).")
def all_patterns(n):
    return _costs(n, shallow=2**n)


@parity_sizes.mistake(
    "'shallow' is 2^n - 1. Half of all patterns are odd, and half of 2^n is 2^(n - 1): the brackets matter."
)
def brackets_missing(n):
    return _costs(n, shallow=2**n - 1)


@parity_sizes.mistake("'shallow' is 2 (n - 1). It is a power: each bit more doubles the number of patterns.")
def doubled_for_power(n):
    return _costs(n, shallow=2 * (n - 1))


@parity_sizes.mistake(
    "'shallow' is (n - 1)^2. It is the other way round, 2 to the power n - 1: each bit more doubles it."
)
def square_for_power(n):
    return _costs(n, shallow=(n - 1) ** 2)


@parity_sizes.mistake("In Python ^ isn't a power: it is xor, of the bits of two numbers. A power is **.")
def hat_for_power(n):
    return _costs(n, shallow=2 ^ (n - 1))


@parity_sizes.mistake(
    "For a single bit the logarithm or a formula gives something else: no level, no unit, and 1 pattern that is odd."
)
def wrong_for_one_bit(n):
    return _costs(n) if n > 1 else {"levels": 1, "deep": 1, "shallow": 1}


@parity_sizes.mistake(
    "The three numbers come back in a tuple or list. A dict is asked, with 'levels', 'deep' and 'shallow'."
)
def a_tuple(n):
    return tuple(_costs(n).values())


@parity_sizes.mistake("The levels end too early, where two rows are left: these need one xor more, and one level.")
def two_rows_left_over(n):
    levels, rows = 0, n
    while rows > 2:
        rows, levels = (rows + 1) // 2, levels + 1
    return {"levels": levels, "deep": n - 1, "shallow": 2 ** (n - 1)}


@parity_sizes.mistake(
    "'deep' counts the rows that go on from level to level, also those that were left over. Each xor makes one bit of "
    "two: n - 1 in all."
)
def rows_for_units(n):
    levels, rows, deep = 0, n, 0
    while rows > 1:
        rows = (rows + 1) // 2
        levels, deep = levels + 1, deep + rows
    return {"levels": levels, "deep": deep, "shallow": 2 ** (n - 1)}


@parity_sizes.mistake(
    "n itself is halved in the loop, and is 1 at its end, so 'deep' and 'shallow' are those of one bit. Halve another "
    "number."
)
def n_used_up(n):
    return {"levels": (n - 1).bit_length(), "deep": 0, "shallow": 1}


@parity_sizes.variant
def by_the_logarithm(n):
    return {"levels": int(np.ceil(np.log2(n))), "deep": n - 1, "shallow": 2 ** (n - 1)}


@parity_sizes.variant
def by_bit_length(n):
    return {"shallow": float(1 << (n - 1)), "deep": n - 1.0, "levels": (n - 1).bit_length()}


@parity_sizes.variant
def counted_level_by_level(n):
    import math

    width, units = n, []
    while width != 1:
        units.append(width // 2)
        width = math.ceil(width / 2)
    return {"levels": len(units), "deep": sum(units), "shallow": math.pow(2, n - 1), "n": n}
