"""Columns, rows and what has neither: true columns, the outer product, zeros to begin with."""

import numpy as np

from autograder.spec import Draws, Exercise

as_column = Exercise("w2-column")


@as_column.part("from one dimension, from a row and from a column")
def _(rng):
    yield (np.array([7, 8, 9]),)
    yield (rng.normal(size=(1, 5)),)
    yield (rng.normal(size=(4, 1)),)
    yield (rng.normal(size=6),)
    yield (rng.integers(1, 9, size=(1, 2)),)
    yield (np.array([-0.5]),)


@as_column.mistake(
    "The transpose turns the axes round. With one dimension there is nothing to turn, so (n,) stays (n,), and "
    "a column becomes a row."
)
def transposed(v):
    return v.T


@as_column.mistake("This is a row, of shape (1, n). A column has n rows and one column: (n, 1).")
def as_row(v):
    return v.reshape(1, -1)


@as_column.mistake(
    "All numbers are there, but in one dimension: (n,). A column has two, and the second is 1.",
    where=lambda v: v.size > 1,
)
def one_dimension(v):
    return v.ravel()


@as_column.mistake("Nothing has changed: a true column comes back only where one was given.")
def as_it_was(v):
    return v


@as_column.mistake(
    "A new axis is added in any case, so what had two dimensions has three now. It fits shape (n,) only."
)
def one_axis_more(v):
    return v[:, np.newaxis]


@as_column.mistake(
    "len and shape[0] count the rows, and a row has only one of them. The column needs as many rows as there "
    "are numbers in all."
)
def as_long_as_the_first_axis(v):
    return v.reshape(len(v), 1)


@as_column.mistake(
    "shape[1] is asked for, which an array of one dimension doesn't have. Let the number of all entries "
    "count, or let NumPy find it."
)
def as_long_as_the_second_axis(v):
    return v.reshape(v.shape[1], 1)


@as_column.mistake("The number of rows is fixed, and vectors of other lengths don't fit it.")
def always_three(v):
    return v.reshape(3, 1)


@as_column.mistake(
    "This turns (n,) and a row into a column, and a column into a row: the last step turns it once more."
)
def turned_in_any_case(v):
    return np.atleast_2d(v).T


@as_column.mistake(
    "This works for (n,) only: a row is left as it is. All three shapes can be treated alike, without `if`."
)
def row_left_alone(v):
    return v.reshape(-1, 1) if v.ndim == 1 else v


@as_column.mistake("The column is longer than the vector, or repeats it: there should be each number once.")
def table_of_columns(v):
    return np.tile(v.reshape(-1, 1), (1, v.size))


@as_column.mistake("The numbers have changed their order. A column has them in the order of v, from the top.")
def upside_down(v):
    return v.reshape(-1, 1)[::-1]


@as_column.mistake(
    "The number of rows is written into the reshape, and vectors of another length don't fit it.",
    where=lambda v: v.size > 5,
)
def fixed_number_of_rows(v):
    return v.reshape(5, 1)


@as_column.mistake(
    "More brackets add an axis in front: (n,) becomes the row (1, n), and what had two dimensions has three. reshape "
    "lays the numbers out anew, whatever shape they had."
)
def brackets_around(v):
    return np.array([v])


@as_column.mistake(
    "Brackets and a transpose make a column of (n,), but brackets add an axis in any case, so what had two dimensions "
    "has three now."
)
def brackets_and_transpose(v):
    return np.array([v]).T


@as_column.mistake(
    "squeeze takes away every axis of length 1, so a vector of one number loses all its axes, and there is none left "
    "to index. reshape serves that case, too."
)
def squeezed_first(v):
    return np.squeeze(v)[:, None]


@as_column.mistake("This has three dimensions, (n, 1, 1). A column has two: n rows, and one column.")
def one_dimension_too_many(v):
    return v.reshape(-1, 1, 1)


@as_column.mistake("What stands behind the point is cut off: 0.4 has become 0. The numbers stay as they are.")
def column_cut_off(v):
    return v.reshape(-1, 1).astype(int)


@as_column.mistake("The numbers are sorted by size. A column has them in the order of v, from the top.")
def column_sorted(v):
    return np.sort(v.reshape(-1, 1), axis=0)


@as_column.variant
def ravel_and_new_axis(v):
    return v.ravel()[:, np.newaxis]


@as_column.variant
def with_its_size(v):
    return np.reshape(v.flatten(), (v.size, 1))


@as_column.variant
def row_first(v):
    return v.reshape(1, -1).T


@as_column.variant
def by_lists(v):
    column = []
    for x in v.flat:
        column.append([x])
    return np.array(column)


@as_column.variant
def stacked(v):
    return np.vstack(v.reshape(-1))


@as_column.variant
def case_by_case(v):
    if v.ndim == 1:
        return np.expand_dims(v, 1)
    return v.T if v.shape[0] == 1 else v


outer = Exercise("w2-outer", loop_free=True)


@outer.part("every entry of u with every entry of v")
def _(rng):
    yield np.array([1, 2]), np.array([3, 4, 5])
    yield rng.normal(size=4), rng.normal(size=3)
    yield rng.normal(size=1), rng.normal(size=5)
    yield rng.normal(size=6), rng.normal(size=1)
    yield rng.integers(-4, 5, size=5), rng.normal(size=2)


@outer.mistake(
    "Two vectors of one dimension are multiplied entry by entry, and (n,) and (m,) don't fit. One of them has "
    "to stand as a column."
)
def entry_times_entry(u, v):
    return u * v


@outer.mistake(
    "np.dot sums over the inner sizes, and here they differ: two vectors of one dimension, or a row and then "
    "a column, need as many entries in both. A column first and then a row have the inner size 1."
)
def dot_for_outer(u, v):
    return np.dot(u, v)


@outer.mistake(
    "@ sums over the inner sizes, and here they differ: two vectors of one dimension, or a row and then a "
    "column, need as many entries in both. A column first and then a row have the inner size 1."
)
def at_for_outer(u, v):
    return u @ v


@outer.mistake("The table stands on its side: u belongs to the rows, v to the columns, so its shape is (n, m).")
def table_on_its_side(u, v):
    return np.outer(v, u)


@outer.mistake("These are sums. The entries of the table are products.")
def table_of_sums(u, v):
    return u[:, None] + v


@outer.mistake("All products are there, but in one dimension. They belong into a table of shape (n, m).")
def table_flattened(u, v):
    return np.outer(u, v).ravel()


@outer.mistake("This is one number, all products of the table added up. The table itself is asked.")
def table_summed(u, v):
    return np.sum(u) * np.sum(v)


@outer.mistake("Two columns stand beside each other, and (n, 1) and (m, 1) don't fit. One of the two has to be a row.")
def both_as_columns(u, v):
    return u.reshape(-1, 1) * v.reshape(-1, 1)


@outer.mistake("Two columns can't be multiplied with @: the inner sizes, 1 and m, differ. The second has to be a row.")
def both_as_columns_with_at(u, v):
    return u[:, None] @ v[:, None]


@outer.mistake("These are quotients. The entries of the table are products.")
def table_of_quotients(u, v):
    with np.errstate(divide="ignore", invalid="ignore"):
        return u[:, None] / v


@outer.mistake("These are differences. The entries of the table are products.")
def table_of_differences(u, v):
    return u[:, None] - v


@outer.mistake("The row of u is repeated or the numbers of v stand in other columns: entry (i, j) is u_i times v_j.")
def columns_turned_round(u, v):
    return np.outer(u, v[::-1])


@outer.mistake(
    "Two rows lie upon each other, and (1, n) and (1, m) don't fit. The first of the two has to be a column."
)
def both_as_rows(u, v):
    return u.reshape(1, -1) * v.reshape(1, -1)


@outer.mistake(
    "Two columns can't be multiplied with np.dot: the inner sizes, 1 and m, differ. The second has to be a row."
)
def both_as_columns_in_dot(u, v):
    return np.dot(u.reshape(-1, 1), v.reshape(-1, 1))


@outer.mistake(
    "The reshape asks for more or fewer numbers than the vector has: fixed sizes such as the 2 and 3 of the example, "
    "or u's length for v and v's for u. Take each from its own vector, or let NumPy find it."
)
def sizes_of_the_example(u, v):
    return u.reshape(2, 1) * v.reshape(1, 3)


@outer.mistake(
    "The shape is right, but the products stand in other places: reshape only fills a new shape, row by row, and "
    "doesn't turn the table over. Entry (i, j) is u_i times v_j."
)
def reshaped_for_transposed(u, v):
    return np.outer(v, u).reshape(len(u), len(v))


@outer.mistake("u meets itself here, and v never enters. The table has a row for each u_i, a column for each v_j.")
def first_with_itself(u, v):
    return np.outer(u, u)


@outer.mistake("What stands behind the point is cut off. Leave the products as they come.")
def products_cut_off(u, v):
    return np.outer(u, v).astype(int)


@outer.variant
def by_numpy(u, v):
    return np.outer(u, v)


@outer.variant
def column_and_row_with_at(u, v):
    return u.reshape(-1, 1) @ v.reshape(1, -1)


@outer.variant
def new_axis_alone(u, v):
    return u[:, np.newaxis] * v


@outer.variant
def by_einsum(u, v):
    return np.einsum("i,j->ij", u, v)


@outer.variant
def table_turned_back(u, v):
    return (v[:, None] * u).T


@outer.variant
def by_tensordot(u, v):
    return np.tensordot(u, v, axes=0)


@outer.variant
def columns_of_both(u, v):
    u, v = u.reshape((len(u), 1)), v.reshape((len(v), 1))
    return np.dot(u, v.T)


initialize = Exercise("w2-initialize")


@initialize.part("a column of zeros and the number 0", whole=True)
def _(rng):
    for n_x in (12, 30, int(rng.integers(40, 60))):
        yield (n_x,)


@initialize.mistake(
    "w has one dimension, shape (n_x,). It is to be a column, (n_x, 1): np.zeros takes a whole shape, in "
    "brackets of its own."
)
def flat_zeros(n_x):
    return np.zeros(n_x), 0.0


@initialize.mistake("w is a row. It has one weight under the other: shape (n_x, 1).")
def row_of_zeros(n_x):
    return np.zeros((1, n_x)), 0.0


@initialize.mistake("The weights are ones. From zeros every probability begins at one half.")
def ones(n_x):
    return np.ones((n_x, 1)), 0.0


@initialize.mistake("b is 1 here. It begins at 0, as the weights do.")
def b_is_one(n_x):
    return np.zeros((n_x, 1)), 1.0


@initialize.mistake("b is an array with a number for each feature. There is only one b, a single number.")
def b_for_each_feature(n_x):
    return np.zeros((n_x, 1)), np.zeros((n_x, 1))


@initialize.mistake("Only w comes back. Two results are asked, w and b.")
def w_only(n_x):
    return np.zeros((n_x, 1))


@initialize.mistake("The two results have changed places: first w, then b.")
def b_first(n_x):
    return 0.0, np.zeros((n_x, 1))


@initialize.mistake("w is a square matrix. There is one weight a feature: n_x of them, in one column.")
def square_of_zeros(n_x):
    return np.zeros((n_x, n_x)), 0.0


@initialize.mistake("w is a single number. There is one weight for each of the n_x features.")
def single_zero(n_x):
    return 0.0, 0.0


@initialize.mistake(
    "np.zeros takes the whole shape as its first argument, a tuple. A second argument is taken for the kind "
    "of numbers, hence this error."
)
def shape_without_brackets(n_x):
    return np.zeros(n_x, 1), 0.0


@initialize.mistake(
    "The weights are drawn at random. Networks with hidden layers need that, logistic regression doesn't: "
    "zeros are asked.",
    gives=lambda n_x: (Draws((n_x, 1), 0.0, 0.01), 0.0),
)
def small_random_weights(n_x):
    return 0.01 * np.random.default_rng(n_x).normal(size=(n_x, 1)), 0.0


@initialize.mistake(
    "The weights are drawn at random, and large ones. Networks with hidden layers need small random numbers; "
    "logistic regression begins at zeros.",
    gives=lambda n_x: (Draws((n_x, 1), 0.0, 1.0), 0.0),
)
def large_random_weights(n_x):
    return np.random.default_rng(n_x).normal(size=(n_x, 1)), 0.0


@initialize.mistake(
    "The weights are drawn at random between 0 and 1. Zeros are asked: logistic regression finds its way from there.",
    gives=lambda n_x: (Draws((n_x, 1), 0.5, 12**-0.5), 0.0),
)
def random_from_zero_to_one(n_x):
    return np.random.default_rng(n_x).uniform(size=(n_x, 1)), 0.0


@initialize.mistake("The two come back in a dict. Two results are asked, one after the other: w, then b.")
def dict_of_both(n_x):
    return {"w": np.zeros((n_x, 1)), "b": 0.0}


@initialize.mistake("w has two weights, however many are asked. n_x says how many.")
def two_weights(n_x):
    return np.zeros((2, 1)), 0.0


@initialize.mistake("w has one weight too many. There is one for each of the n_x features, and b is kept apart.")
def one_weight_too_many(n_x):
    return np.zeros((n_x + 1, 1)), 0.0


@initialize.mistake("b is an array with n_x zeros, in one dimension. There is only one b, a single number.")
def b_for_each_feature_flat(n_x):
    return np.zeros((n_x, 1)), np.zeros(n_x)


@initialize.mistake(
    "w and b come back as a single column with one number more. Two results are asked, with a comma between them."
)
def both_in_one_column(n_x):
    return np.zeros((n_x + 1, 1))


@initialize.mistake("The shapes come back, and the zeros are asked: np.zeros makes an array of a shape.")
def shape_only(n_x):
    return (n_x, 1), 0.0


@initialize.variant
def reshaped(n_x):
    w = np.zeros(n_x).reshape(n_x, 1)
    return w, 0


@initialize.variant
def b_as_an_array(n_x):
    return [np.zeros(shape=(n_x, 1)), np.zeros((1, 1))]


@initialize.variant
def nested_lists(n_x):
    return [[0.0] for _ in range(n_x)], np.float64(0)


@initialize.variant
def full_of_nothing(n_x):
    b = float(0)
    return np.full((n_x, 1), b), b
