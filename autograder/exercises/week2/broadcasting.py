"""The broadcasting rule, and a table divided by a row."""

import numpy as np

from autograder.spec import Exercise, raises

broadcast_shape = Exercise("w2-broadcast-shape")


def _shape_or_error(first, second):
    try:
        return broadcast_shape.right(first, second)
    except ValueError:
        return raises(ValueError)


def _sides(rng):
    """Three different sides above 1."""
    return [int(side) for side in rng.permutation(np.arange(2, 12))[:3]]


@broadcast_shape.part("as many numbers in both", expected=_shape_or_error, whole=True)
def _(rng):
    yield (3, 4), (1, 4)
    yield (3, 1), (3, 4)
    yield (5, 1), (1, 2)
    yield (2, 6), (2, 6)
    yield (7,), (1,)
    yield (1, 4, 1), (6, 1, 3)
    a, b, c = _sides(rng)
    yield (a, 1, c), (1, b, c)


@broadcast_shape.part("one of them shorter", expected=_shape_or_error, whole=True)
def _(rng):
    yield (3, 4), (4,)
    yield (1,), (2, 5)
    yield (4,), (3, 1)
    yield (8, 1, 6), (7, 1)
    yield (5,), (2, 3, 5)
    yield (6, 1, 2, 1), (4,)
    a, b, c = _sides(rng)
    yield (a, b, 1), (b, c)


@broadcast_shape.part("a single number, of shape ()", weight=0.5, expected=_shape_or_error, whole=True)
def _(rng):
    yield (3, 4), ()
    yield (), (6,)
    yield (), tuple(_sides(rng))


@broadcast_shape.part("ValueError where they don't fit, and only there", expected=_shape_or_error, whole=True)
def _(rng):
    yield (3, 4), (3,)
    yield (5,), (4,)
    yield (5,), (5,)
    yield (2, 3), (3, 2)
    yield (4, 1), (5,)
    yield (3, 6), (3, 2)
    yield (1, 3), (2, 3)
    yield (2, 1, 5), (3, 4, 5)
    yield (4, 2), (4, 2, 3)
    yield (5,), (1, 5)
    yield (2, 4), (8,)
    a, b, c = _sides(rng)
    yield (a, b), (a,)
    yield (a, b, c), (1, c)


def _broadcast(first, second):
    """The reference, with an exception of no words, which stands for a learner's of any words."""
    try:
        return broadcast_shape.right(first, second)
    except ValueError:
        raise ValueError from None


@broadcast_shape.mistake(
    "The shorter shape is filled up with 1 on its right. The shapes are compared from their last numbers "
    "backwards, so the missing ones are on the left."
)
def filled_on_the_right(first, second):
    n = max(len(first), len(second))
    return _broadcast(first + (1,) * (n - len(first)), second + (1,) * (n - len(second)))


@broadcast_shape.mistake(
    "Wherever two numbers differ, the larger one is taken. Only a 1 stretches: 5 and 4 don't fit, and "
    "ValueError is to be raised."
)
def larger_of_any(first, second):
    n = max(len(first), len(second))
    first, second = (1,) * (n - len(first)) + first, (1,) * (n - len(second)) + second
    return tuple(max(p, q) for p, q in zip(first, second))


@broadcast_shape.mistake(
    "zip ends with the shorter of the two, so the numbers that stand alone on the left get lost. Fill up the "
    "shorter shape with 1 first."
)
def shorter_one_counts(first, second):
    n = min(len(first), len(second))
    return _broadcast(first[len(first) - n :], second[len(second) - n :])


@broadcast_shape.mistake(
    "zip pairs the shapes from the left and ends with the shorter. The comparison starts at the last numbers, "
    "and those that stand alone on the left belong to the result."
)
def paired_from_the_left(first, second):
    n = min(len(first), len(second))
    return _broadcast(first[:n], second[:n])


@broadcast_shape.mistake(
    "Only equal numbers are let through. Besides them a 1 fits any number: it is stretched to that."
)
def only_equal_numbers(first, second):
    n = min(len(first), len(second))
    if first[len(first) - n :] != second[len(second) - n :]:
        raise ValueError
    return first if len(first) > n else second


@broadcast_shape.mistake(
    "Shapes of different lengths never fit here: they are refused, or filled up with 0, which fits nothing. The "
    "shorter one is filled up with 1 on its left, and then they may fit."
)
def lengths_must_agree(first, second):
    if len(first) != len(second):
        raise ValueError
    return _broadcast(first, second)


@broadcast_shape.mistake(
    "The numbers are picked off from the end and stay in that order, so the result stands backwards. Turn it round."
)
def backwards(first, second):
    return _broadcast(first, second)[::-1]


@broadcast_shape.mistake(
    "Of two numbers the smaller is taken. It is the 1 that stretches, so the other number is the result's."
)
def smaller_one(first, second):
    _broadcast(first, second)
    n = max(len(first), len(second))
    first, second = (1,) * (n - len(first)) + first, (1,) * (n - len(second)) + second
    return tuple(min(p, q) for p, q in zip(first, second))


@broadcast_shape.mistake("Only the second shape is stretched to the first. A 1 in the first one stretches too.")
def second_fits_the_first(first, second):
    if _broadcast(first, second) != tuple(first):
        raise ValueError
    return first


@broadcast_shape.mistake(
    "A shape of one number is taken for a column. Filled up with 1 on its left, (4,) is like the row (1, 4)."
)
def vectors_are_columns(first, second):
    first = (*first, 1) if len(first) == 1 and len(second) > 1 else first
    second = (*second, 1) if len(second) == 1 and len(first) > 1 else second
    return _broadcast(first, second)


@broadcast_shape.mistake("A number that the other is a multiple of is stretched too. Only a 1 is; 2 and 6 don't fit.")
def multiples_fit(first, second):
    n = max(len(first), len(second))
    first, second = (1,) * (n - len(first)) + first, (1,) * (n - len(second)) + second
    if any(max(p, q) % min(p, q) for p, q in zip(first, second)):
        raise ValueError
    return tuple(max(p, q) for p, q in zip(first, second))


@broadcast_shape.mistake(
    "This is the rule of the matrix product, where inner sizes must agree. Broadcasting compares the shapes "
    "number by number, from the last one backwards."
)
def rule_of_the_matrix_product(first, second):
    if len(second) < 2 or first[-1] != second[-2]:
        raise ValueError
    return (*first[:-1], *second[:-2], second[-1])


@broadcast_shape.mistake(
    "Where the shapes don't fit, nothing (None) comes back. An exception is asked: it is raised, not returned."
)
def none_for_an_error(first, second):
    try:
        return _broadcast(first, second)
    except ValueError:
        return None


@broadcast_shape.mistake(
    "Where the shapes don't fit, an exception is asked, and here it is returned like a result. `raise` stops "
    "the program, `return` doesn't."
)
def error_returned(first, second):
    try:
        return _broadcast(first, second)
    except ValueError as error:
        return error


@broadcast_shape.mistake(
    "Where the shapes don't fit, an `assert` stops the program, with an AssertionError. ValueError is asked."
)
def asserted(first, second):
    try:
        return _broadcast(first, second)
    except ValueError:
        raise AssertionError from None


@broadcast_shape.mistake(
    "Where the shapes don't fit, a plain Exception is raised. It should say what kind it is: a ValueError."
)
def plain_exception(first, second):
    try:
        return _broadcast(first, second)
    except ValueError:
        raise Exception from None


@broadcast_shape.mistake(
    "Where the shapes don't fit, a TypeError is raised. Shapes are values, not types: ValueError is asked."
)
def type_error(first, second):
    try:
        return _broadcast(first, second)
    except ValueError:
        raise TypeError from None


@broadcast_shape.mistake(
    "Where the shapes don't fit, False comes back. An exception is asked: it is raised, not returned."
)
def false_for_an_error(first, second):
    try:
        return _broadcast(first, second)
    except ValueError:
        return False


@broadcast_shape.mistake(
    "The shapes are filled up with 1, and then only equal numbers are let through. A 1 fits any number: it is "
    "stretched."
)
def ones_not_stretched(first, second):
    n = max(len(first), len(second))
    first, second = (1,) * (n - len(first)) + first, (1,) * (n - len(second)) + second
    if first != second:
        raise ValueError
    return first


@broadcast_shape.mistake(
    "The two shapes are asked for numbers at the same places, counted from the left, and one of them may be "
    "shorter. Count from the right, and let a missing number be 1."
)
def same_place_from_the_left(first, second):
    shape = ()
    for i in range(len(first)):
        if first[i] != second[i] and 1 not in (first[i], second[i]):
            raise ValueError
        shape += (max(first[i], second[i]),)
    return shape


@broadcast_shape.mistake(
    "The longer shape comes back as it is. Its own 1s are stretched as well, where the other shape has more."
)
def longer_one_unstretched(first, second):
    _broadcast(first, second)
    return first if len(first) >= len(second) else second


def _filled(first, second):
    n = max(len(first), len(second))
    return (1,) * (n - len(first)) + first, (1,) * (n - len(second)) + second


@broadcast_shape.mistake(
    "A 1 in the first shape isn't stretched, only one in the second. Whichever of the two numbers is 1, the other one "
    "goes into the result."
)
def ones_of_the_first_refused(first, second):
    first, second = _filled(first, second)
    if any(q not in (1, p) for p, q in zip(first, second)):
        raise ValueError
    return first


@broadcast_shape.mistake(
    "A 1 in the second shape isn't stretched, only one in the first. Whichever of the two numbers is 1, the other one "
    "goes into the result."
)
def ones_of_the_second_refused(first, second):
    first, second = _filled(first, second)
    if any(p not in (1, q) for p, q in zip(first, second)):
        raise ValueError
    return second


@broadcast_shape.mistake(
    "Where the numbers fit, that of the first shape is taken in any case, even if it is the 1. The 1 stretches, so the "
    "other number is the result's."
)
def first_number_in_any_case(first, second):
    _broadcast(first, second)
    return _filled(first, second)[0]


@broadcast_shape.mistake(
    "Where the shapes don't fit, the word 'error' comes back like a result. An exception is asked: it is raised, not "
    "returned."
)
def word_for_an_error(first, second):
    try:
        return _broadcast(first, second)
    except ValueError:
        return "error"


@broadcast_shape.mistake(
    "Where two numbers don't fit, the function goes on without them and gives a shape that is too short. Printing a "
    "message stops nothing: an exception is to be raised."
)
def goes_on_after_a_misfit(first, second):
    return tuple(max(p, q) for p, q in zip(*_filled(first, second)) if p == q or 1 in (p, q))


@broadcast_shape.mistake(
    "The function ends at the first pair of numbers: a `return` in the loop is reached in its first turn. All pairs "
    "are compared before anything is returned."
)
def returned_after_one_pair(first, second):
    for p, q in zip(*_filled(first, second)):
        return _broadcast((p,), (q,))
    return ()


@broadcast_shape.mistake(
    "Only the second shape is filled up. If the first is the shorter one, its ones are missing, and zip pairs the "
    "wrong numbers."
)
def only_the_second_filled(first, second):
    n = min(len(first), len(second))
    second = (1,) * (len(first) - len(second)) + second
    return _broadcast(first[:n] if len(first) == n else first, second[: len(first)])


@broadcast_shape.mistake(
    "Only the first shape is filled up. If the second is the shorter one, its ones are missing, and zip pairs the "
    "wrong numbers."
)
def only_the_first_filled(first, second):
    first = (1,) * (len(second) - len(first)) + first
    return _broadcast(first[: len(second)], second)


@broadcast_shape.mistake(
    "A single 1 is put in front, and the shorter shape may lack more than one: (5,) against (2, 3, 5) lacks two."
)
def filled_with_a_single_one(first, second):
    if len(first) < len(second):
        first = (1, *first)
    elif len(second) < len(first):
        second = (1, *second)
    n = min(len(first), len(second))
    return _broadcast(first[:n], second[:n])


@broadcast_shape.mistake("The two numbers are multiplied. Where they are equal, the result is that number itself.")
def numbers_multiplied(first, second):
    _broadcast(first, second)
    return tuple(p * q for p, q in zip(*_filled(first, second)))


@broadcast_shape.mistake(
    "Where one number is 1, the two are added. The 1 stretches, so the result has the other number."
)
def numbers_added(first, second):
    _broadcast(first, second)
    return tuple(p if p == q else p + q for p, q in zip(*_filled(first, second)))


@broadcast_shape.mistake(
    "(4) is the number 4, and a tuple can't be joined with a number. A tuple of one has a comma in it: (4,)."
)
def comma_forgotten(first, second):
    for p, q in zip(*_filled(first, second)):
        return () + _broadcast((p,), (q,))[0]
    return ()


@broadcast_shape.mistake(
    "A shape without numbers, (), is refused. It is that of a single number, which fits any table: filled up with 1 it "
    "is like the others."
)
def empty_shape_refused(first, second):
    if not first or not second:
        raise ValueError
    return _broadcast(first, second)


@broadcast_shape.mistake(
    "With a shape without numbers, (), the result is () as well. A single number is stretched over the whole of the "
    "other array, so that one's shape is the result's."
)
def empty_shape_wins(first, second):
    if not first or not second:
        return ()
    return _broadcast(first, second)


@broadcast_shape.variant
def by_numpy(first, second):
    return np.broadcast_shapes(first, second)


@broadcast_shape.variant
def by_adding_arrays(first, second):
    return (np.zeros(first) + np.ones(second)).shape


@broadcast_shape.variant
def from_the_end(first, second):
    from itertools import zip_longest

    result = []
    for p, q in zip_longest(first[::-1], second[::-1], fillvalue=1):
        if p == q or q == 1:
            result.append(p)
        elif p == 1:
            result.append(q)
        else:
            raise ValueError("no")
    return tuple(result[::-1])


@broadcast_shape.variant
def as_a_list(first, second):
    a, b = list(first), list(second)
    while len(a) < len(b):
        a.insert(0, 1)
    while len(b) < len(a):
        b.insert(0, 1)
    for i in range(len(a)):
        if a[i] == 1:
            a[i] = b[i]
        elif b[i] != 1 and b[i] != a[i]:
            raise ValueError
    return a


@broadcast_shape.variant
def by_recursion(first, second):
    def fit(p, q):
        if not p or not q:
            return p or q
        if 1 not in (p[-1], q[-1]) and p[-1] != q[-1]:
            raise ValueError(f"{p[-1]} against {q[-1]}")
        return (*fit(p[:-1], q[:-1]), max(p[-1], q[-1]))

    return fit(first, second)


@broadcast_shape.variant
def with_negative_places(first, second):
    shape = []
    for place in range(-max(len(first), len(second)), 0):
        sizes = {shape_[place] for shape_ in (first, second) if len(shape_) >= -place} - {1}
        if len(sizes) > 1:
            raise ValueError("sizes differ")
        shape += sizes or {1}
    return tuple(shape)


percentages = Exercise("w2-percentages", loop_free=True)


@percentages.part("a column at a time")
def _(rng):
    yield (np.array([[1.0, 30.0], [3.0, 10.0], [4.0, 20.0]]),)
    yield (rng.uniform(0.5, 90, size=(3, 4)),)
    yield (rng.uniform(0.5, 90, size=(5, 2)),)
    yield (rng.uniform(2, 60, size=(4, 1)),)
    yield (np.array([[12.5, 3.0, 40.0]]),)


@percentages.part("whole numbers, and nothing of a nutrient", weight=0.5)
def _(rng):
    yield (np.array([[56, 0, 4, 68], [1, 104, 52, 8], [2, 135, 99, 1]]),)
    yield (rng.integers(1, 150, size=(2, 5)),)
    yield (np.array([[3, 0], [0, 7], [5, 1], [4, 4]]),)


@percentages.mistake(
    "Each entry is divided by the sum of its row. Along axis 1 a sum runs through a row; the foods stand in columns."
)
def of_its_row(table):
    return 100 * table / table.sum(axis=1, keepdims=True)


@percentages.mistake(
    "This sum has one number for each row, and it is laid along the columns, which are of another number. "
    "Along axis 1 a sum runs through a row; the sums of the columns are asked."
)
def of_its_row_without_keepdims(table):
    return 100 * table / table.sum(axis=1)


@percentages.mistake(
    "Each entry is divided by the sum of the whole table, so all of them together are 100. Each column on its "
    "own should add up to 100."
)
def of_everything(table):
    return 100 * table / table.sum()


@percentages.mistake("These are fractions, and their columns add up to 1. As percentages they add up to 100.")
def fractions(table):
    return table / table.sum(axis=0)


@percentages.mistake("These are the sums of the columns. They are what each entry is to be divided by.")
def sums_only(table):
    return table.sum(axis=0, keepdims=True)


@percentages.mistake("Each entry is divided by the largest of its column. A share is measured against the sum.")
def of_the_largest(table):
    return 100 * table / table.max(axis=0)


@percentages.mistake(
    "Each entry is divided by the mean of its column, so its columns add up to 100 for every row there is. "
    "Divide by the sum."
)
def of_the_mean(table):
    return 100 * table / table.mean(axis=0)


@percentages.mistake(
    "Fractions of a per cent get lost, by rounding or by // which divides without a remainder. Leave the "
    "numbers as they are."
)
def rounded_down(table):
    return 100 * table // table.sum(axis=0)


@percentages.mistake("The percentages are rounded to whole numbers. Leave them as they come out of the division.")
def rounded(table):
    return np.round(100 * table / table.sum(axis=0))


@percentages.mistake("The result stands on its side: its rows are the foods. Keep the shape of the table.")
def on_its_side(table):
    return (100 * table / table.sum(axis=0)).T


@percentages.mistake(
    "Python works from left to right, so / 100 * sum divides by 100 and then multiplies by the sum. What each "
    "entry is to be divided by is the sum alone."
)
def multiplied_by_the_sum(table):
    return table / 100 * table.sum(axis=0)


@percentages.mistake("The fraction is upside down: the sum is divided by the entry. A share is the entry by the sum.")
def sum_by_entry(table):
    with np.errstate(divide="ignore"):
        return 100 * table.sum(axis=0) / table


@percentages.mistake(
    "The sums of the columns are to be laid out as a row of 4, which fits a table of four columns only. Take "
    "the number of columns from the table, or let NumPy find it."
)
def four_columns_only(table):
    return 100 * table / table.sum(axis=0).reshape(1, 4)


@percentages.mistake(
    "/= and *= write into the array itself, and an array of whole numbers takes no fractions. Make a new "
    "array: the caller's table stays as it was, too."
)
def in_place(table):
    table /= table.sum(axis=0)
    return 100 * table


@percentages.mistake(
    "The fractions are put into an array that was made for whole numbers, which cuts off what stands behind the point."
)
def into_the_same_kind(table):
    result = np.empty_like(table)
    result[:] = 100 * table / table.sum(axis=0)
    return result


@percentages.mistake(
    "The percentages are rounded to two digits after the point. Leave them as they come out of the division."
)
def rounded_to_two_digits(table):
    return np.round(100 * table / table.sum(axis=0), 2)


@percentages.mistake(
    "The sums of the columns are laid out as a column, and then they stand beside the rows. One sum above "
    "each column: they have to stay a row."
)
def sums_as_a_column(table):
    return 100 * table / table.sum(axis=0).reshape(-1, 1)


@percentages.mistake("The fractions are divided by 100. A fraction of 0.25 is 25 per cent.")
def fractions_divided_by_100(table):
    return table / table.sum(axis=0) / 100


@percentages.mistake(
    "The percentages are rounded to one digit after the point. Leave them as they come out of the division; the "
    "notebook rounds only what it prints."
)
def rounded_to_one_digit(table):
    return np.round(100 * table / table.sum(axis=0), 1)


@percentages.mistake("The factor 100 comes in twice, so the columns add up to 10000.")
def hundred_twice(table):
    return 100 * table / table.sum(axis=0) * 100


@percentages.mistake("These are the sums of the columns, in one dimension. Each entry is to be divided by its own.")
def sums_only_flat(table):
    return table.sum(axis=0)


@percentages.mistake(
    "This is each column's share of the whole table. The share of each entry in its column is asked, a table of the "
    "same shape."
)
def shares_of_the_columns(table):
    return 100 * table.sum(axis=0) / table.sum()


@percentages.mistake(
    "The table is turned on its side, the sums are not, so (columns, rows) meets (columns,). Leave the table as it "
    "stands."
)
def only_the_table_turned(table):
    return 100 * table.T / table.sum(axis=0)


@percentages.mistake(
    "// divides without a remainder, and comes first here: an entry is smaller than the sum of its column, so nothing "
    "is left but 0. The plain division is /."
)
def whole_division(table):
    return 100 * (table // table.sum(axis=0))


@percentages.mistake("Only the first three rows are added up, and other tables have more rows or fewer.")
def three_rows_added(table):
    return 100 * table / (table[0] + table[1] + table[2])


@percentages.mistake(
    "Python works from left to right: the sum is taken away here, and nothing is divided. A share is a quotient."
)
def sums_taken_away(table):
    return 100 * table - table.sum(axis=0)


@percentages.mistake(
    "It computes with `calories`, the notebook's own table, whatever table it is given. Use the name that stands in "
    "the brackets of `def`."
)
def own_table_of_the_notebook(table):
    table = np.array([[196, 80, 4, 92], [36, 36, 100, 4], [27, 4, 297, 3]])
    return 100 * table / table.sum(axis=0)


@percentages.variant
def without_keepdims(table):
    return table / np.sum(table, axis=0) * 100


@percentages.variant
def reshaped(table):
    sums = table.sum(0).reshape(1, table.shape[1])
    return np.divide(table, sums) * 100.0


@percentages.variant
def by_matrix_products(table):
    return 100 * table @ np.diag(1 / (np.ones(len(table)) @ table))


@percentages.variant
def transposed_there_and_back(table):
    return (table.T / table.T.sum(axis=1)[:, np.newaxis] * 100).T


@percentages.variant
def percentages_by_einsum(table):
    return np.einsum("ij,j->ij", table, 100 / np.einsum("ij->j", table))


@percentages.variant
def sum_of_rows(table):
    return np.true_divide(100 * table, sum(table))
