"""The shapes of a network's arrays, a check of them, and random parameters of these shapes."""

import numpy as np

from autograder.spec import Draws, Exercise, Seeded

array_shapes = Exercise("w4-shapes")


@array_shapes.part("one layer")
def _(rng):
    yield [3, 2], 5
    yield [5, 1], 2
    yield [2, 6], 1


@array_shapes.part("several layers", weight=2)
def _(rng):
    yield [3, 6, 2, 5, 4, 7, 9], 8  # the deepest comes first: its entries are those that earn the points
    yield rng.permutation([2, 3, 4, 5]).tolist(), 7
    yield [5, 6, 1], 2
    yield [4, 3, 2], 1


def _shapes(layer_dims, m, W, b, Z):
    """All shapes, where those of W, b and Z are what these functions make of n, n_prev and m."""
    shapes = {}
    for l in range(1, len(layer_dims)):
        n, n_prev = layer_dims[l], layer_dims[l - 1]
        for sign in ("", "d"):
            shapes[f"{sign}W{l}"], shapes[f"{sign}b{l}"] = W(n, n_prev, m), b(n, n_prev, m)
            shapes[f"{sign}Z{l}"] = shapes[f"{sign}A{l}"] = Z(n, n_prev, m)
    return shapes


def _right_W(n, n_prev, m):
    return n, n_prev


def _right_b(n, n_prev, m):
    return n, 1


def _right_Z(n, n_prev, m):
    return n, m


@array_shapes.mistake(
    "W is on its side: (n_prev, n). It has a row for each unit of its own layer and a column for each number that "
    "comes in, so with sizes [3, 2] W1 is (2, 3)."
)
def W_on_its_side(layer_dims, m):
    return _shapes(layer_dims, m, lambda n, k, m: (k, n), _right_b, _right_Z)


@array_shapes.mistake(
    "b has one dimension, (n,). Added to Z, such a b lies down as a row. A column of two dimensions is asked: (n, 1)."
)
def b_flat(layer_dims, m):
    return _shapes(layer_dims, m, _right_W, lambda n, k, m: (n,), _right_Z)


@array_shapes.mistake("b is a row, (1, n). It is a column, (n, 1): one number for each unit, and units are rows of Z.")
def b_as_a_row(layer_dims, m):
    return _shapes(layer_dims, m, _right_W, lambda n, k, m: (1, n), _right_Z)


@array_shapes.mistake(
    "b has a column for each example, (n, m). A unit has one bias, the same for all examples: (n, 1), and "
    "broadcasting repeats it."
)
def b_for_each_example(layer_dims, m):
    return _shapes(layer_dims, m, _right_W, lambda n, k, m: (n, m), _right_Z)


@array_shapes.mistake(
    "b has as many entries as the layer before has units. It belongs to the units of its own layer: with sizes "
    "[3, 2], b1 is (2, 1)."
)
def b_of_the_layer_before(layer_dims, m):
    return _shapes(layer_dims, m, _right_W, lambda n, k, m: (k, 1), _right_Z)


@array_shapes.mistake("There is a single b for the whole layer. Each unit has its own: (n, 1).")
def b_one_number(layer_dims, m):
    return _shapes(layer_dims, m, _right_W, lambda n, k, m: (1, 1), _right_Z)


@array_shapes.mistake("Z and A are on their side: (m, n). Examples are columns, so the m stands last: (n, m).")
def examples_as_rows(layer_dims, m):
    return _shapes(layer_dims, m, _right_W, _right_b, lambda n, k, m: (m, n))


@array_shapes.mistake("Z and A are made for one example, (n, 1). There are m of them, each a column: (n, m).")
def one_example(layer_dims, m):
    return _shapes(layer_dims, m, _right_W, _right_b, lambda n, k, m: (n, 1))


@array_shapes.mistake(
    "Z and A have the height of the layer before. A unit of the layer itself gives one row: with sizes [3, 2] and 5 "
    "examples, Z1 is (2, 5)."
)
def Z_of_the_layer_before(layer_dims, m):
    return _shapes(layer_dims, m, _right_W, _right_b, lambda n, k, m: (k, m))


@array_shapes.mistake(
    "The gradients are missing: dW1, db1, dZ1, dA1 and so on. A gradient has a slope for each entry, so it has the "
    "shape of its array."
)
def without_gradients(layer_dims, m):
    shapes = _shapes(layer_dims, m, _right_W, _right_b, _right_Z)
    return {name: shape for name, shape in shapes.items() if name[0] != "d"}


@array_shapes.mistake(
    "The last layer is missing. The list of sizes begins with the input, so four sizes make three layers, and "
    "range(1, 4) counts 1, 2, 3.",
    where=lambda layer_dims, m: len(layer_dims) > 2,  # an empty dict tells nothing
)
def last_layer_missing(layer_dims, m):
    return _shapes(layer_dims[:-1], m, _right_W, _right_b, _right_Z)


@array_shapes.mistake(
    "Layers are counted from 0, so the arrays of layer 1 are called W0 and b0. Layer 0 is the input, and has none."
)
def counted_from_zero(layer_dims, m):
    shapes = _shapes(layer_dims, m, _right_W, _right_b, _right_Z)
    return {name[:-1] + str(int(name[-1]) - 1): shape for name, shape in shapes.items()}


@array_shapes.mistake(
    "Every W takes its columns from the input, n_x. From layer 2 on what comes in is what the layer before gave: the "
    "width of W2 is the height of A1."
)
def always_from_the_input(layer_dims, m):
    shapes = _shapes(layer_dims, m, _right_W, _right_b, _right_Z)
    return {name: (s[0], layer_dims[0]) if "W" in name else s for name, s in shapes.items()}


@array_shapes.mistake(
    "dW is on its side, where W itself is right. A gradient has the shape of its array: it is subtracted from it."
)
def dW_on_its_side(layer_dims, m):
    shapes = _shapes(layer_dims, m, _right_W, _right_b, _right_Z)
    return {name: s[::-1] if name.startswith("dW") else s for name, s in shapes.items()}


@array_shapes.mistake(
    "db is (n, m), where b itself is right. It is summed over the examples, and has the shape of b: (n, 1)."
)
def db_not_summed(layer_dims, m):
    shapes = _shapes(layer_dims, m, _right_W, _right_b, _right_Z)
    return {name: (s[0], m) if name.startswith("db") else s for name, s in shapes.items()}


@array_shapes.mistake("db has one dimension, where b itself is right: keepdims keeps the sum over examples a column.")
def db_flat(layer_dims, m):
    shapes = _shapes(layer_dims, m, _right_W, _right_b, _right_Z)
    return {name: s[:1] if name.startswith("db") else s for name, s in shapes.items()}


@array_shapes.mistake("These are arrays of the right shapes. The shapes themselves are asked: of an array, its .shape.")
def arrays_for_shapes(layer_dims, m):
    shapes = _shapes(layer_dims, m, _right_W, _right_b, _right_Z)
    return {name: np.zeros(shape) for name, shape in shapes.items()}


@array_shapes.mistake("These are numbers of entries, height times width. A shape is the pair of both.")
def sizes_for_shapes(layer_dims, m):
    shapes = _shapes(layer_dims, m, _right_W, _right_b, _right_Z)
    return {name: shape[0] * shape[1] for name, shape in shapes.items()}


@array_shapes.mistake(
    "The names lack the layer's number, so each layer overwrites the one before. They are W1, W2 and so on."
)
def names_without_numbers(layer_dims, m):
    shapes = _shapes(layer_dims, m, _right_W, _right_b, _right_Z)
    return {name[:-1]: shape for name, shape in shapes.items()}


@array_shapes.mistake(
    "Only one layer comes back: either `return` stands in the loop, or the dict is made anew for each layer."
)
def first_layer_only(layer_dims, m):
    return _shapes(layer_dims[:2], m, _right_W, _right_b, _right_Z)


@array_shapes.mistake("A list comes back. What is asked is a dict, which finds each shape by the name of its array.")
def list_of_shapes(layer_dims, m):
    return list(_shapes(layer_dims, m, _right_W, _right_b, _right_Z).values())


@array_shapes.mistake(
    "The index runs past the end of the list: layer_dims has L + 1 entries, the last of which is layer_dims[L]."
)
def past_the_end(layer_dims, m):
    return {f"W{l}": (layer_dims[l], layer_dims[l - 1]) for l in range(1, len(layer_dims) + 1)}


@array_shapes.mistake("The shape of b is a bare number, n. A shape is a pair, rows and columns: (n, 1).")
def b_bare_number(layer_dims, m):
    return _shapes(layer_dims, m, _right_W, lambda n, k, m: n, _right_Z)


@array_shapes.mistake(
    "W is square, (n, n). It has a row for each unit of its own layer, but a column for each number that comes in: "
    "(n, n_prev)."
)
def W_square(layer_dims, m):
    return _shapes(layer_dims, m, lambda n, k, m: (n, n), _right_b, _right_Z)


def _of_the_layer_before(layer_dims, m, *kinds):
    """The shapes, in which those of these kinds have the height of the layer before."""
    shapes = _shapes(layer_dims, m, _right_W, _right_b, _right_Z)
    return {name: (layer_dims[int(name[-1]) - 1], m) if name[:-1] in kinds else s for name, s in shapes.items()}


@array_shapes.mistake(
    "A has the height of the layer before, where Z is right. What comes into layer 1 is A0; A1 is what it gives, and "
    "has the shape of Z1."
)
def A_of_the_layer_before(layer_dims, m):
    return _of_the_layer_before(layer_dims, m, "A", "dA")


@array_shapes.mistake("Z has the height of the layer before, where A is right. It has a row for each unit, as A has.")
def Z_alone_of_the_layer_before(layer_dims, m):
    return _of_the_layer_before(layer_dims, m, "Z", "dZ")


@array_shapes.mistake(
    "dA has the height of the layer before, where A is right. What layer 1 hands on to the layer before is dA0; dA1 "
    "has the shape of A1."
)
def dA_of_the_layer_before(layer_dims, m):
    return _of_the_layer_before(layer_dims, m, "dA")


@array_shapes.variant
def written_out(layer_dims, m):
    shapes = {}
    L = len(layer_dims) - 1
    for l in range(L):
        shapes["W" + str(l + 1)] = (layer_dims[l + 1], layer_dims[l])
        shapes["dW" + str(l + 1)] = (layer_dims[l + 1], layer_dims[l])
        shapes["b" + str(l + 1)] = (layer_dims[l + 1], 1)
        shapes["db" + str(l + 1)] = (layer_dims[l + 1], 1)
        for name in ("Z", "A", "dZ", "dA"):
            shapes[name + str(l + 1)] = (layer_dims[l + 1], m)
    return shapes


@array_shapes.variant
def asked_of_arrays(layer_dims, m):
    shapes = {"A0": (layer_dims[0], m)}
    for l in range(1, len(layer_dims)):
        n_prev, n = layer_dims[l - 1], layer_dims[l]
        W, b, A = np.zeros((n, n_prev)), np.zeros((n, 1)), np.zeros((n, m))
        shapes |= {f"W{l}": W.shape, f"b{l}": b.shape, f"Z{l}": (W @ np.zeros((n_prev, m)) + b).shape, f"A{l}": A.shape}
    return shapes | {"d" + name: shape for name, shape in shapes.items()}


@array_shapes.variant
def with_lists(layer_dims, m):
    shapes = {}
    for l in range(len(layer_dims) - 1, 0, -1):
        n = layer_dims[l]
        shapes.update({f"{d}{x}{l}": np.array([n, m]) for d in ("", "d") for x in "ZA"})
        shapes.update({f"{d}W{l}": [n, layer_dims[l - 1]] for d in ("", "d")})
        shapes.update({f"{d}b{l}": [n, 1] for d in ("", "d")})
    return shapes


wrong_shapes = Exercise("w4-wrong-shapes")


def _arrays(rng, layer_dims, m, **others):
    """Arrays as in array_shapes, but with these other shapes, in random order, some left out."""
    shapes = _shapes(layer_dims, m, _right_W, _right_b, _right_Z) | others
    left_out = set(rng.permutation([name for name in shapes if name not in others])[:3])
    names = [str(name) for name in rng.permutation(list(shapes)) if name not in left_out]
    return {name: rng.normal(size=shapes[name]) for name in names}, layer_dims, m


@wrong_shapes.part("arrays on their side, or of another size", weight=2)
def _(rng):
    hand = {"W2": (1, 4), "W1": (3, 4), "b1": (4, 1), "A1": (4, 2), "Z1": (4, 5)}
    yield {name: np.ones(shape) for name, shape in hand.items()}, [3, 4, 1], 5
    yield _arrays(rng, [3, 5, 2], 4, dW2=(5, 2), W1=(3, 5), A1=(4, 5), b2=(1, 2))
    yield _arrays(rng, [4, 3, 2, 1], 5, Z2=(3, 5), W3=(1, 3), dA1=(3, 4), dW1=(3, 6), db2=(2, 1))
    yield _arrays(rng, [2, 3], 6, Z1=(3, 2), dZ1=(6, 3), dW1=(3, 2))
    yield _arrays(rng, [3, 4, 2], 1, A2=(2, 3), W1=(4, 2), db1=(1, 4))
    yield _arrays(rng, [5, 4, 3, 2], 7)


@wrong_shapes.part("arrays that only look alike: the same numbers, or the same after broadcasting")
def _(rng):
    yield _arrays(rng, [3, 4, 2], 5, b1=(4,), db2=(2,), b2=(), Z2=(10,))
    yield _arrays(rng, [4, 3, 6], 2, W2=(9, 2), dZ2=(3, 4), b1=(1, 1), Z1=(1, 2))
    yield _arrays(rng, [6, 3, 2, 5], 4, db1=(3, 4), A3=(5, 4, 1), W3=(10,), dA2=(2, 1), Z3=(1, 5, 4))
    yield _arrays(rng, [2, 3, 1], 4, b2=(1,), A2=(4,), db1=(3, 1, 1), dW1=(3, 2, 1))


def _wrong_names(arrays, layer_dims, m):
    shapes = _shapes(layer_dims, m, _right_W, _right_b, _right_Z)
    return [name for name in arrays if arrays[name].shape != shapes[name]]


@wrong_shapes.mistake("These are the names of the arrays that are right. The wrong ones are asked.")
def the_right_ones(arrays, layer_dims, m):
    wrong = _wrong_names(arrays, layer_dims, m)
    return [name for name in arrays if name not in wrong]


@wrong_shapes.mistake(
    "Only the number of entries is compared. (2, 6) and (3, 4) both have 12, and so have a W and its transpose."
)
def entries_counted(arrays, layer_dims, m):
    shapes = _shapes(layer_dims, m, _right_W, _right_b, _right_Z)
    return [name for name in arrays if arrays[name].size != np.prod(shapes[name])]


@wrong_shapes.mistake("Only the number of dimensions is compared: a (4, 3) passes for a (3, 4). Compare whole shapes.")
def dimensions_counted(arrays, layer_dims, m):
    return [name for name in arrays if arrays[name].ndim != 2]


@wrong_shapes.mistake("Only the first of the two sizes is compared, the rows. The columns count as well.")
def rows_compared(arrays, layer_dims, m):
    shapes = _shapes(layer_dims, m, _right_W, _right_b, _right_Z)
    return [name for name in arrays if arrays[name].shape[:1] != shapes[name][:1]]


@wrong_shapes.mistake("Only the last of the two sizes is compared, the columns. The rows count as well.")
def columns_compared(arrays, layer_dims, m):
    shapes = _shapes(layer_dims, m, _right_W, _right_b, _right_Z)
    return [name for name in arrays if arrays[name].shape[-1:] != shapes[name][-1:]]


@wrong_shapes.mistake(
    "An array on its side passes here. A W of (3, 4) where (4, 3) belongs has the right numbers in the wrong places."
)
def on_its_side_accepted(arrays, layer_dims, m):
    shapes = _shapes(layer_dims, m, _right_W, _right_b, _right_Z)
    return [name for name in arrays if sorted(arrays[name].shape) != sorted(shapes[name])]


@wrong_shapes.mistake(
    "A shape that broadcasting would stretch to the right one passes here, such as (4,) or (1, 4). NumPy would go on "
    "without a word, which is just why it has to be found."
)
def broadcasting_assumed(arrays, layer_dims, m):
    shapes = _shapes(layer_dims, m, _right_W, _right_b, _right_Z)
    wrong = []
    for name in arrays:
        try:
            stretched = np.broadcast_shapes(arrays[name].shape, shapes[name])
        except ValueError:
            stretched = None
        if stretched != shapes[name]:
            wrong.append(name)
    return wrong


@wrong_shapes.mistake(
    "Sizes of 1 are dropped before comparing, so that a (4,) passes for a (4, 1). They are part of the shape: the one "
    "is added along a row, the other down a column."
)
def squeezed(arrays, layer_dims, m):
    shapes = _shapes(layer_dims, m, _right_W, _right_b, _right_Z)
    return [name for name in arrays if [n for n in arrays[name].shape if n > 1] != [n for n in shapes[name] if n > 1]]


@wrong_shapes.mistake("The names are sorted by the alphabet. The order of `arrays` is asked.")
def sorted_names(arrays, layer_dims, m):
    return sorted(_wrong_names(arrays, layer_dims, m))


@wrong_shapes.mistake("The names come in the order of `array_shapes`, layer by layer. The order of `arrays` is asked.")
def order_of_the_layers(arrays, layer_dims, m):
    wrong = _wrong_names(arrays, layer_dims, m)
    shapes = {}
    for l in range(1, len(layer_dims)):
        for name in "WbZA":
            shapes[f"{name}{l}"] = shapes[f"d{name}{l}"] = ()
    return [name for name in shapes if name in wrong]


@wrong_shapes.mistake(
    "`arrays` is asked for a name that it doesn't have. Not all arrays are always there: go through its names, not "
    "through those of `array_shapes`."
)
def asks_for_what_is_missing(arrays, layer_dims, m):
    shapes = _shapes(layer_dims, m, _right_W, _right_b, _right_Z)
    wrong = [name for name in arrays if name in shapes and arrays[name].shape != shapes[name]]
    missing = [name for name in shapes if name not in arrays]
    return [arrays[name] for name in missing[:1]] + wrong


@wrong_shapes.mistake("Arrays that aren't there at all are called wrong, too. Only those in `arrays` are asked about.")
def missing_called_wrong(arrays, layer_dims, m):
    shapes = _shapes(layer_dims, m, _right_W, _right_b, _right_Z)
    return _wrong_names(arrays, layer_dims, m) + [name for name in shapes if name not in arrays]


@wrong_shapes.mistake(
    "Every name comes back, the right ones too. A shape is a tuple, which never equals a list, nor an array that is "
    "compared with it; and `is not` asks whether it is the same object, not whether it is equal."
)
def every_name(arrays, layer_dims, m):
    return list(arrays)


@wrong_shapes.mistake("Whether something is wrong comes back, as True or False. Which arrays are wrong is asked.")
def yes_or_no(arrays, layer_dims, m):
    return bool(_wrong_names(arrays, layer_dims, m))


@wrong_shapes.mistake("True or False comes back for each array. The names of the wrong ones are asked.")
def yes_or_no_for_each(arrays, layer_dims, m):
    wrong = _wrong_names(arrays, layer_dims, m)
    return [name in wrong for name in arrays]


@wrong_shapes.mistake(
    "Only the first wrong array is named, and there may be more: `return` stands in the loop, or the loop ends there."
)
def first_wrong_one(arrays, layer_dims, m):
    return _wrong_names(arrays, layer_dims, m)[:1]


@wrong_shapes.mistake("How many are wrong comes back. Their names are asked, in a list.")
def number_of_wrong_ones(arrays, layer_dims, m):
    return len(_wrong_names(arrays, layer_dims, m))


@wrong_shapes.mistake("The names come back together with shapes or arrays. A list of the names alone is asked.")
def names_with_shapes(arrays, layer_dims, m):
    return {name: arrays[name].shape for name in _wrong_names(arrays, layer_dims, m)}


@wrong_shapes.mistake(
    "The gradients aren't looked at. Their shapes can be wrong as well, and each has the shape of its array."
)
def gradients_passed_over(arrays, layer_dims, m):
    return [name for name in _wrong_names(arrays, layer_dims, m) if name[0] != "d"]


@wrong_shapes.mistake("Only parameters are looked at, W and b. Z, A and the gradients can be wrong as well.")
def parameters_only(arrays, layer_dims, m):
    return [name for name in _wrong_names(arrays, layer_dims, m) if name[0] in "Wb"]


@wrong_shapes.mistake("The names stand in one string. A list with a string for each array is asked.")
def one_string(arrays, layer_dims, m):
    return ", ".join(_wrong_names(arrays, layer_dims, m))


@wrong_shapes.mistake("The names come in the order of the shapes, layer by layer. They keep the order of `arrays`.")
def order_of_the_layers_gradients_behind(arrays, layer_dims, m):
    wrong = _wrong_names(arrays, layer_dims, m)
    names = (f"{sign}{name}{l}" for l in range(1, len(layer_dims)) for sign in ("", "d") for name in "WbZA")
    return [name for name in names if name in wrong]


@wrong_shapes.mistake(
    "The loop goes through all names of `array_shapes`, and calls those wrong that aren't there. A missing array is no "
    "fault: go through `arrays`."
)
def missing_called_wrong_in_their_order(arrays, layer_dims, m):
    wrong = _wrong_names(arrays, layer_dims, m)
    names = (f"{sign}{name}{l}" for l in range(1, len(layer_dims)) for sign in ("", "d") for name in "WbZA")
    return [name for name in names if name in wrong or name not in arrays]


@wrong_shapes.mistake(
    "The list is always empty: the names are printed but not put into it, or it is made anew after the loop."
)
def always_empty(arrays, layer_dims, m):
    return []


@wrong_shapes.mistake("Only the first of the arrays is looked at: `return` stands in the loop. It belongs behind it.")
def first_array_only(arrays, layer_dims, m):
    wrong = _wrong_names(arrays, layer_dims, m)
    return [name for name in list(arrays)[:1] if name in wrong]


@wrong_shapes.mistake(
    "One name comes back, and not in a list: `return` stands in the loop. Collect all of them, and return the list "
    "behind it."
)
def first_wrong_name(arrays, layer_dims, m):
    return (_wrong_names(arrays, layer_dims, m) or [[]])[0]


@wrong_shapes.mistake("These are the shapes of the wrong arrays. Their names are asked, which are the dict's keys.")
def shapes_for_names(arrays, layer_dims, m):
    return [arrays[name].shape for name in _wrong_names(arrays, layer_dims, m)]


@wrong_shapes.mistake("These are the wrong arrays themselves. Their names are asked, which are the dict's keys.")
def arrays_for_names(arrays, layer_dims, m):
    return [arrays[name] for name in _wrong_names(arrays, layer_dims, m)]


@wrong_shapes.mistake(
    "An array of one dimension passes here, (n,) for (n, 1) or (n, m). Nothing is forgiven: compare whole shapes."
)
def one_dimension_accepted(arrays, layer_dims, m):
    shapes = _shapes(layer_dims, m, _right_W, _right_b, _right_Z)
    return [n for n in _wrong_names(arrays, layer_dims, m) if arrays[n].shape != shapes[n][:1]]


@wrong_shapes.variant
def by_a_loop(arrays, layer_dims, m):
    wrong = []
    for name, array in arrays.items():
        l, what = int(name[-1]), name.lstrip("d")[0]
        n = layer_dims[l]
        right = {"W": (n, layer_dims[l - 1]), "b": (n, 1)}.get(what, (n, m))
        if tuple(array.shape) == right:
            continue
        wrong += [name]
    return wrong


@wrong_shapes.variant
def by_filter(arrays, layer_dims, m):
    shapes = array_shapes.right(layer_dims, m)
    return tuple(filter(lambda name: list(arrays[name].shape) != list(shapes[name]), arrays))


@wrong_shapes.variant
def by_np_array_equal(arrays, layer_dims, m):
    shapes = array_shapes.right(layer_dims, m)
    return [name for name in list(arrays) if not np.array_equal(arrays[name].shape, shapes[name])]


initialize = Exercise("w4-initialize")


def _random(spread):
    """What comes back where the weights have this spread, a function of n and n_prev, and the biases are 0."""

    def given(layer_dims, rng):
        pairs = list(enumerate(zip(layer_dims[1:], layer_dims), start=1))
        weights = {f"W{l}": Draws((n, n_prev), 0.0, float(spread(n, n_prev))) for l, (n, n_prev) in pairs}
        return weights | {f"b{l}": np.zeros((n, 1)) for l, (n, _) in pairs}

    return given


asked = _random(lambda n, n_prev: np.sqrt(2 / n_prev))


@initialize.part("one layer", expected=asked, whole=True)
def _(rng):
    yield [40, 20], Seeded(int(rng.integers(2**32)))
    yield [400, 1], Seeded(int(rng.integers(2**32)))


@initialize.part("several layers", weight=2, expected=asked, whole=True)
def _(rng):
    yield [60, 20, 40], Seeded(int(rng.integers(2**32)))
    yield [30, 50, 25, 300, 1], Seeded(int(rng.integers(2**32)))
    yield [35, 20, 45, 15, 60, 25], Seeded(int(rng.integers(2**32)))


@initialize.mistake(
    "The weights are scaled by a fixed number, 0.01 or the like. In a deep network every layer then makes its input "
    "smaller, and after five of them nothing is left. The scale follows from how many numbers come in.",
    gives=_random(lambda n, n_prev: 0.01),
)
def fixed_scale(layer_dims, rng):
    parameters = {}
    for l in range(1, len(layer_dims)):
        parameters[f"W{l}"] = rng.normal(size=(layer_dims[l], layer_dims[l - 1])) * 0.01
        parameters[f"b{l}"] = np.zeros((layer_dims[l], 1))
    return parameters


@initialize.mistake(
    "The 2 is missing: this is the root of 1 / n_prev, for tanh. ReLU lets only half of the numbers through, and the "
    "2 makes up for that.",
    gives=_random(lambda n, n_prev: np.sqrt(1 / n_prev)),
)
def without_the_two(layer_dims, rng):
    parameters = {}
    for l in range(1, len(layer_dims)):
        parameters[f"W{l}"] = rng.normal(size=(layer_dims[l], layer_dims[l - 1])) / np.sqrt(layer_dims[l - 1])
        parameters[f"b{l}"] = np.zeros((layer_dims[l], 1))
    return parameters


@initialize.mistake(
    "The root is missing: 2 / n_prev is the variance. The numbers are multiplied by a standard deviation, its root.",
    gives=_random(lambda n, n_prev: 2 / n_prev),
)
def variance_for_deviation(layer_dims, rng):
    parameters = {}
    for l in range(1, len(layer_dims)):
        parameters[f"W{l}"] = rng.normal(size=(layer_dims[l], layer_dims[l - 1])) * 2 / layer_dims[l - 1]
        parameters[f"b{l}"] = np.zeros((layer_dims[l], 1))
    return parameters


@initialize.mistake(
    "The root is taken of the 2 below the line, or of n_prev alone, but not of the whole: sqrt(2) / n_prev or "
    "2 / sqrt(n_prev). The root goes over 2 / n_prev as one.",
    gives=_random(lambda n, n_prev: np.sqrt(2) / n_prev),
)
def root_of_the_two_only(layer_dims, rng):
    parameters = {}
    for l in range(1, len(layer_dims)):
        parameters[f"W{l}"] = rng.normal(size=(layer_dims[l], layer_dims[l - 1])) * np.sqrt(2) / layer_dims[l - 1]
        parameters[f"b{l}"] = np.zeros((layer_dims[l], 1))
    return parameters


@initialize.mistake(
    "The root goes over n_prev alone, and the 2 stands outside: 2 / sqrt(n_prev) is too large by 1.41. The root is "
    "that of 2 / n_prev as one.",
    gives=_random(lambda n, n_prev: 2 / np.sqrt(n_prev)),
)
def root_of_the_inputs_only(layer_dims, rng):
    parameters = {}
    for l in range(1, len(layer_dims)):
        parameters[f"W{l}"] = rng.normal(size=(layer_dims[l], layer_dims[l - 1])) * 2 / np.sqrt(layer_dims[l - 1])
        parameters[f"b{l}"] = np.zeros((layer_dims[l], 1))
    return parameters


@initialize.mistake(
    "The numbers are uniform, from -1 to 1, so their standard deviation is not 1 but 0.58. Normal ones are asked: "
    "rng.standard_normal.",
    gives=_random(lambda n, n_prev: np.sqrt(2 / n_prev / 3)),
)
def uniform_weights(layer_dims, rng):
    parameters = {}
    for l in range(1, len(layer_dims)):
        n, n_prev = layer_dims[l], layer_dims[l - 1]
        parameters[f"W{l}"] = rng.uniform(-1, 1, size=(n, n_prev)) * np.sqrt(2 / n_prev)
        parameters[f"b{l}"] = np.zeros((n, 1))
    return parameters


@initialize.mistake(
    "The last layer has a scale of its own, the root of 1 / n_prev. It would do, but the same is asked of all layers: "
    "the root of 2 / n_prev.",
    gives=lambda layer_dims, rng: {
        name: Draws(value.shape, 0.0, value.std / 2**0.5) if name == f"W{len(layer_dims) - 1}" else value
        for name, value in asked(layer_dims, rng).items()
    },
)
def last_layer_by_another_rule(layer_dims, rng):
    parameters, L = {}, len(layer_dims) - 1
    for l in range(1, L + 1):
        n, n_prev = layer_dims[l], layer_dims[l - 1]
        parameters[f"W{l}"] = rng.normal(size=(n, n_prev)) * np.sqrt((1 if l == L else 2) / n_prev)
        parameters[f"b{l}"] = np.zeros((n, 1))
    return parameters


@initialize.mistake(
    "b is a row, (1, n). It is a column, (n, 1): one number for each unit, and units are rows.",
    gives=lambda layer_dims, rng: {
        name: value if name[0] == "W" else value.T for name, value in asked(layer_dims, rng).items()
    },
)
def biases_as_rows(layer_dims, rng):
    return {
        name: rng.normal(size=value.shape) * (2 / value.shape[1]) ** 0.5 if name[0] == "W" else value.T
        for name, value in _zeros(layer_dims).items()
    }


@initialize.mistake(
    "The scale follows from the layer's own size n. How large a sum gets depends on how many numbers come in: n_prev.",
    gives=_random(lambda n, n_prev: np.sqrt(2 / n)),
)
def scaled_by_fan_out(layer_dims, rng):
    parameters = {}
    for l in range(1, len(layer_dims)):
        parameters[f"W{l}"] = rng.normal(size=(layer_dims[l], layer_dims[l - 1])) * np.sqrt(2 / layer_dims[l])
        parameters[f"b{l}"] = np.zeros((layer_dims[l], 1))
    return parameters


@initialize.mistake(
    "The scale is made of both sizes, 2 / (n + n_prev). Here it follows from n_prev alone, the numbers that come in.",
    gives=_random(lambda n, n_prev: np.sqrt(2 / (n + n_prev))),
)
def scaled_by_both(layer_dims, rng):
    parameters = {}
    for l in range(1, len(layer_dims)):
        n, n_prev = layer_dims[l], layer_dims[l - 1]
        parameters[f"W{l}"] = rng.normal(size=(n, n_prev)) * np.sqrt(2 / (n + n_prev))
        parameters[f"b{l}"] = np.zeros((n, 1))
    return parameters


@initialize.mistake(
    "Every layer is scaled by the size of the input, n_x. What comes into layer 2 is what layer 1 gave: as many "
    "numbers as layer 1 has units.",
    gives=lambda layer_dims, rng: {
        name: Draws(value.shape, 0.0, float(np.sqrt(2 / layer_dims[0]))) if name[0] == "W" else value
        for name, value in asked(layer_dims, rng).items()
    },
)
def scaled_by_the_input(layer_dims, rng):
    parameters = {}
    for l in range(1, len(layer_dims)):
        parameters[f"W{l}"] = rng.normal(size=(layer_dims[l], layer_dims[l - 1])) * np.sqrt(2 / layer_dims[0])
        parameters[f"b{l}"] = np.zeros((layer_dims[l], 1))
    return parameters


@initialize.mistake(
    "The weights aren't scaled at all: their standard deviation is 1. With 40 numbers coming in, a sum is then about "
    "6 times as large as what it is made of, and so on from layer to layer.",
    gives=_random(lambda n, n_prev: 1.0),
)
def not_scaled(layer_dims, rng):
    parameters = {}
    for l in range(1, len(layer_dims)):
        parameters[f"W{l}"] = rng.normal(size=(layer_dims[l], layer_dims[l - 1]))
        parameters[f"b{l}"] = np.zeros((layer_dims[l], 1))
    return parameters


@initialize.mistake(
    "The weights are divided by sqrt(2 / n_prev), and so get larger the more numbers come in. Multiply by it.",
    gives=_random(lambda n, n_prev: np.sqrt(n_prev / 2)),
)
def divided_by_the_scale(layer_dims, rng):
    parameters = {}
    for l in range(1, len(layer_dims)):
        parameters[f"W{l}"] = rng.normal(size=(layer_dims[l], layer_dims[l - 1])) / np.sqrt(2 / layer_dims[l - 1])
        parameters[f"b{l}"] = np.zeros((layer_dims[l], 1))
    return parameters


@initialize.mistake(
    "`random` gives numbers from 0 to 1, none of them negative, with a mean of 0.5. A normal distribution around 0 "
    "is asked.",
    gives=lambda layer_dims, rng: {
        name: Draws(value.shape, value.std / 2, value.std / 12**0.5) if name[0] == "W" else value
        for name, value in asked(layer_dims, rng).items()
    },
)
def never_negative(layer_dims, rng):
    parameters = {}
    for l in range(1, len(layer_dims)):
        n, n_prev = layer_dims[l], layer_dims[l - 1]
        parameters[f"W{l}"] = rng.random((n, n_prev)) * np.sqrt(2 / n_prev)
        parameters[f"b{l}"] = np.zeros((n, 1))
    return parameters


def _zeros(layer_dims):
    """Zero weights and biases."""
    pairs = list(enumerate(zip(layer_dims[1:], layer_dims), start=1))
    return {f"W{l}": np.zeros(pair) for l, pair in pairs} | {f"b{l}": np.zeros((pair[0], 1)) for l, pair in pairs}


@initialize.mistake("The weights are all 0. All units of a layer then do the same for ever: they have to start apart.")
def zero_weights(layer_dims, rng):
    return _zeros(layer_dims)


@initialize.mistake(
    "The biases start at 1. Only the weights have to start apart; the biases start at 0.",
    gives=lambda layer_dims, rng: {
        name: value if name[0] == "W" else np.ones(value.shape) for name, value in asked(layer_dims, rng).items()
    },
)
def biases_of_one(layer_dims, rng):
    return {
        name: rng.normal(size=value.shape) * (2 / value.shape[1]) ** 0.5 if name[0] == "W" else np.ones(value.shape)
        for name, value in _zeros(layer_dims).items()
    }


@initialize.mistake(
    "The shape of W is turned round: (n_prev, n). It has a row for each unit of the layer, and a column for each "
    "number that comes in.",
    gives=lambda layer_dims, rng: {
        name: Draws(value.shape[::-1], 0.0, value.std) if name[0] == "W" else value
        for name, value in asked(layer_dims, rng).items()
    },
)
def weights_on_their_side(layer_dims, rng):
    return {
        name: rng.normal(size=value.shape[::-1]) * (2 / value.shape[1]) ** 0.5 if name[0] == "W" else value
        for name, value in _zeros(layer_dims).items()
    }


@initialize.mistake(
    "b has one dimension, (n,). A column is asked, (n, 1): np.zeros takes the shape as a pair, in its own brackets.",
    gives=lambda layer_dims, rng: {
        name: value if name[0] == "W" else np.zeros(len(value)) for name, value in asked(layer_dims, rng).items()
    },
)
def biases_flat(layer_dims, rng):
    return {
        name: rng.normal(size=value.shape) * (2 / value.shape[1]) ** 0.5 if name[0] == "W" else value[:, 0]
        for name, value in _zeros(layer_dims).items()
    }


@initialize.mistake(
    "The last layer has no parameters. layer_dims has the input in front, so with four sizes there are layers 1, 2, 3.",
    gives=lambda layer_dims, rng: asked(layer_dims[:-1], rng),
    where=lambda layer_dims, rng: len(layer_dims) > 2,  # with one layer nothing comes back, which tells nothing
)
def no_last_layer(layer_dims, rng):
    return {
        name: rng.normal(size=value.shape) * (2 / value.shape[1]) ** 0.5 if name[0] == "W" else value
        for name, value in _zeros(layer_dims[:-1]).items()
    }


@initialize.mistake(
    "The layers are counted from 0, so the first weights are called W0. Layer 0 is the input, which has none.",
    gives=lambda layer_dims, rng: {
        f"{name[0]}{int(name[1:]) - 1}": value for name, value in asked(layer_dims, rng).items()
    },
)
def layers_from_zero(layer_dims, rng):
    return {
        f"{name[0]}{int(name[1:]) - 1}": rng.normal(size=value.shape) * (2 / value.shape[1]) ** 0.5
        if name[0] == "W"
        else value
        for name, value in _zeros(layer_dims).items()
    }


@initialize.mistake(
    "`rng` is a generator of the newer kind, and has no such method: randn and rand belong to the old np.random. Its "
    "own are standard_normal(shape) and normal(size=shape)."
)
def old_method(layer_dims, rng):
    return {f"W{l}": rng.randn(layer_dims[l], layer_dims[l - 1]) for l in range(1, len(layer_dims))}


@initialize.mistake(
    "standard_normal takes the shape as one pair, in brackets of its own. Of two numbers it takes the second for "
    "something else."
)
def shape_as_two_numbers(layer_dims, rng):
    return {f"W{l}": rng.standard_normal(layer_dims[l], layer_dims[l - 1]) for l in range(1, len(layer_dims))}


@initialize.mistake(
    "The index runs past the end of the list: layer_dims has L + 1 entries, the last of which is layer_dims[L]."
)
def beyond_the_end(layer_dims, rng):
    return {f"W{l}": np.zeros((layer_dims[l], layer_dims[l - 1])) for l in range(1, len(layer_dims) + 1)}


@initialize.variant
def with_the_scale_inside(layer_dims, rng):
    parameters = {}
    L = len(layer_dims)
    for l in range(1, L):
        std = (2.0 / layer_dims[l - 1]) ** 0.5
        parameters["W" + str(l)] = rng.normal(0, std, (layer_dims[l], layer_dims[l - 1]))
        parameters["b" + str(l)] = np.full((layer_dims[l], 1), 0)
    return parameters


@initialize.variant
def by_the_old_generator(layer_dims, rng):
    np.random.seed(3)
    parameters = {}
    for l in range(len(layer_dims) - 1):
        n_prev, n = layer_dims[l : l + 2]
        parameters[f"W{l + 1}"] = np.random.randn(n, n_prev) / np.sqrt(n_prev / 2)
        parameters[f"b{l + 1}"] = np.zeros(shape=(n, 1), dtype=int)
    return parameters


@initialize.variant
def in_one_go(layer_dims, rng):
    L = len(layer_dims) - 1
    weights = {
        f"W{l}": np.sqrt(2) * rng.normal(scale=layer_dims[l - 1] ** -0.5, size=(layer_dims[l], layer_dims[l - 1]))
        for l in range(1, L + 1)
    }
    return weights | {f"b{l}": np.array([[0.0]] * layer_dims[l]) for l in range(1, L + 1)}
