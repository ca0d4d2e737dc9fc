"""Gradients measured: the slope of a function by every entry of its parameters, and how far two sets of them differ."""

from functools import partial

import numpy as np

from autograder.exercises.week3.networks import network
from autograder.spec import Exercise, Named

numerical = Exercise("w3-numerical-gradients")


def _moved(f, parameters, name, place, step):
    """f where this one entry is moved by a step, on copies."""
    copies = {key: np.array(array, dtype=float) for key, array in parameters.items()}
    copies[name][place] += step
    return f(copies)


def _slopes(parameters, slope):
    """slope(name, place) for every entry, in the form that is asked."""
    found = {}
    for name, array in parameters.items():
        found[name] = np.zeros(array.shape)
        for place in np.ndindex(array.shape):
            found[name][place] = slope(name, place)
    return found


@numerical.part("wide steps, where one side and both sides differ", weight=2)
def _(rng):
    W1, b1 = np.array([[1.0, 2.0], [0.0, -1.0], [3.0, 1.0]]), np.ones((3, 1))
    yield Named("growing_cubes"), {"W1": W1, "b1": b1, "W2": np.array([[2.0, -1.0, 0.5]]), "b2": np.ones((1, 1))}, 0.5
    yield Named("neighbours"), network(rng, 2, 3, 1), 0.3
    yield Named("growing_cubes"), network(rng, 3, 1, 2), 0.1
    yield Named("growing_squares"), network(rng, 1, 4, 2), 0.25


@numerical.part("the step 1e-5, which is given by default", rtol=1e-6, atol=1e-7)
def _(rng):
    yield Named("growing_cubes"), network(rng, 3, 2, 1)
    yield Named("neighbours"), network(rng, 2, 4, 3)


@numerical.part("other names", weight=0.4)
def _(rng):
    yield Named("neighbours"), {"V": rng.normal(size=(2, 5))}, 0.2
    yield Named("growing_cubes"), network(rng, 2, 3, 4) | {"W3": rng.normal(size=(1, 4)), "b3": np.array([[0.7]])}, 0.1


@numerical.part("whole numbers", weight=0.4)
def _(rng):
    W1, b1 = np.array([[3, -2, 1], [1, 2, -4]]), np.array([[2], [-1]])
    parameters = {"W1": W1, "b1": b1, "W2": np.array([[2, -3]]), "b2": np.array([[4]])}
    yield Named("growing_cubes"), parameters, 0.5
    yield Named("growing_squares"), parameters


@numerical.part("parameters stays as it was", weight=0.4, kept=True)
def _(rng):
    yield Named("growing_squares"), network(rng, 4, 5, 2)
    yield Named("neighbours"), network(rng, 3, 7, 2), 1e-4


@numerical.mistake(
    "This is the one-sided slope, from the entry to h above it. Let the step begin as far below: for a cube at 1 with "
    "h = 0.5 one side gives 4.75, both sides 3.25, and the slope is 3."
)
def one_sided(f, parameters, h=1e-5):
    here = f(parameters)
    return _slopes(parameters, lambda name, place: (_moved(f, parameters, name, place, h) - here) / h)


@numerical.mistake("From h below to h above the run is 2h. Divided by h alone, every slope is twice too large.")
def run_of_one_step(f, parameters, h=1e-5):
    return _slopes(
        parameters,
        lambda name, place: (_moved(f, parameters, name, place, h) - _moved(f, parameters, name, place, -h)) / h,
    )


@numerical.mistake(
    "/ 2 * h divides by 2 and then multiplies by h, because Python works from left to right. 2h needs brackets."
)
def run_without_brackets(f, parameters, h=1e-5):
    return _slopes(
        parameters,
        lambda name, place: (_moved(f, parameters, name, place, h) - _moved(f, parameters, name, place, -h)) / 2 * h,
    )


@numerical.mistake("This is the rise alone. Divide it by the run, from h below the entry to h above it.")
def no_run(f, parameters, h=1e-5):
    return _slopes(
        parameters, lambda name, place: _moved(f, parameters, name, place, h) - _moved(f, parameters, name, place, -h)
    )


@numerical.mistake("The difference is halved, but h is missing in the denominator: the run is two steps of length h.")
def run_without_h(f, parameters, h=1e-5):
    return _slopes(
        parameters,
        lambda name, place: (_moved(f, parameters, name, place, h) - _moved(f, parameters, name, place, -h)) / 2,
    )


@numerical.mistake(
    "The step goes h to one side and is divided by 2h, so every slope is about half of what it should be."
)
def one_step_over_two(f, parameters, h=1e-5):
    here = f(parameters)
    return _slopes(parameters, lambda name, place: (_moved(f, parameters, name, place, h) - here) / (2 * h))


@numerical.mistake("Up and down are exchanged, so all signs are wrong.")
def down_minus_up(f, parameters, h=1e-5):
    return _slopes(
        parameters,
        lambda name, place: (_moved(f, parameters, name, place, -h) - _moved(f, parameters, name, place, h)) / (2 * h),
    )


@numerical.mistake("The slopes have lost their sign.")
def without_sign(f, parameters, h=1e-5):
    return _slopes(
        parameters,
        lambda name, place: (
            abs(_moved(f, parameters, name, place, h) - _moved(f, parameters, name, place, -h)) / (2 * h)
        ),
    )


@numerical.mistake("The step goes h / 2 to either side. That is a fine slope too, but here it is a whole h to each.")
def half_steps(f, parameters, h=1e-5):
    return _slopes(
        parameters,
        lambda name, place: (
            (_moved(f, parameters, name, place, h / 2) - _moved(f, parameters, name, place, -h / 2)) / h
        ),
    )


@numerical.mistake(
    "The step is always the same small one here, whatever is given. The caller says how long it is, with h."
)
def step_fixed(f, parameters, h=1e-5):
    return _slopes(
        parameters,
        lambda name, place: (
            (_moved(f, parameters, name, place, 1e-5) - _moved(f, parameters, name, place, -1e-5)) / 2e-5
        ),
    )


@numerical.mistake(
    "h is added to all entries of an array at once, so its slopes are all the same: their sum. Move one entry at a "
    "time."
)
def whole_array_moved(f, parameters, h=1e-5):
    return _slopes(
        parameters,
        lambda name, place: (_moved(f, parameters, name, ..., h) - _moved(f, parameters, name, ..., -h)) / (2 * h),
    )


@numerical.mistake(
    "There is one number for each array: all its entries were moved at once. Each entry has a slope of its own."
)
def one_slope_for_each_array(f, parameters, h=1e-5):
    return {
        name: (_moved(f, parameters, name, ..., h) - _moved(f, parameters, name, ..., -h)) / (2 * h)
        for name in parameters
    }


@numerical.mistake(
    "The entry isn't put back after its turn: it stays moved, and the slopes that follow are measured in another "
    "place. Work on a copy, or put back the value that was there."
)
def never_put_back(f, parameters, h=1e-5):
    slopes = {}
    for name, array in parameters.items():
        slopes[name] = np.zeros(array.shape)
        for place in np.ndindex(array.shape):
            array[place] += h
            up = f(parameters)
            array[place] -= 2 * h
            slopes[name][place] = (up - f(parameters)) / (2 * h)
    return slopes


@numerical.mistake(
    "The copies of the dict share the arrays with it, and so the same entry is moved up and down at once or stays "
    "moved: dict.copy() copies the names, not the arrays. Copy the array that is changed."
)
def shared_arrays(f, parameters, h=1e-5):
    slopes = {}
    for name, array in parameters.items():
        slopes[name] = np.zeros(array.shape)
        for place in np.ndindex(array.shape):
            up, down = parameters.copy(), parameters.copy()
            up[name][place] += h
            down[name][place] -= h
            slopes[name][place] = (f(up) - f(down)) / (2 * h)
    return slopes


@numerical.mistake(
    "The entry is put back by adding what was taken away, and rounding leaves a trace: 0.3 + h - 2h + h need not be "
    "0.3 to the last digit. Keep the old value and put that back, or work on a copy."
)
def put_back_by_arithmetic(f, parameters, h=1e-5):
    slopes = {}
    for name, array in parameters.items():
        slopes[name] = np.zeros(array.shape)
        for place in np.ndindex(array.shape):
            array[place] += h
            up = f(parameters)
            array[place] -= 2 * h
            slopes[name][place] = (up - f(parameters)) / (2 * h)
            array[place] += h
    return slopes


@numerical.mistake(
    "Where a parameter holds whole numbers, 3 + 0.5 is cut to 3 again when it is put into its array or a copy of it. A "
    "copy that takes fractions is made with dtype=float."
)
def copies_of_whole_numbers(f, parameters, h=1e-5):
    slopes = {}
    for name, array in parameters.items():
        slopes[name] = np.zeros(array.shape)
        for place in np.ndindex(array.shape):
            up, down = array.copy(), array.copy()
            up[place] += h
            down[place] -= h
            slopes[name][place] = (f({**parameters, name: up}) - f({**parameters, name: down})) / (2 * h)
    return slopes


@numerical.mistake(
    "The slopes are put into arrays made like the parameters. Where those hold whole numbers, these do too, and cut "
    "off the fractions."
)
def slopes_in_whole_numbers(f, parameters, h=1e-5):
    slopes = numerical.right(f, parameters, h)
    return {name: slopes[name].astype(array.dtype) for name, array in parameters.items()}


@numerical.mistake("The keys have a d: 'dW1'. Here the slopes have the very names of the parameters: 'W1'.")
def names_with_a_d(f, parameters, h=1e-5):
    return {"d" + name: slopes for name, slopes in numerical.right(f, parameters, h).items()}


@numerical.mistake("The slopes have one dimension. Each array of them has the shape of its parameter.")
def slopes_flat(f, parameters, h=1e-5):
    return {name: slopes.ravel() for name, slopes in numerical.right(f, parameters, h).items()}


@numerical.mistake("All slopes come in one long row. A dict is asked, with an array for each parameter.")
def one_long_row(f, parameters, h=1e-5):
    return np.concatenate([slopes.ravel() for slopes in numerical.right(f, parameters, h).values()])


@numerical.mistake("The arrays come in a list. A dict is asked, with the names of the parameters.")
def slopes_in_a_list(f, parameters, h=1e-5):
    return list(numerical.right(f, parameters, h).values())


@numerical.mistake("The slopes stand on their side. Each array of them has the shape of its parameter.")
def slopes_turned(f, parameters, h=1e-5):
    return {name: slopes.T for name, slopes in numerical.right(f, parameters, h).items()}


@numerical.mistake(
    "The names 'W1', 'b1', 'W2' and 'b2' are written into the function. It takes a dict with any names: go through "
    "those that are there."
)
def names_fixed(f, parameters, h=1e-5):
    slopes = numerical.right(f, parameters, h)
    return {name: slopes[name] for name in ("W1", "b1", "W2", "b2")}


@numerical.mistake("f is given one parameter alone. It asks for the whole dict, in which one entry has moved.")
def one_parameter_alone(f, parameters, h=1e-5):
    return _slopes(
        parameters,
        lambda name, place: (
            (_moved(f, {name: parameters[name]}, name, place, h) - _moved(f, {name: parameters[name]}, name, place, -h))
            / (2 * h)
        ),
    )


@numerical.mistake("This says how the slope changes, the second derivative. The slope is one difference over the run.")
def second_derivative(f, parameters, h=1e-5):
    here = f(parameters)
    return _slopes(
        parameters,
        lambda name, place: (
            (_moved(f, parameters, name, place, h) - 2 * here + _moved(f, parameters, name, place, -h)) / h**2
        ),
    )


@numerical.mistake("Rises are added where they should be subtracted: f above plus f below, over 2h.")
def values_added(f, parameters, h=1e-5):
    return _slopes(
        parameters,
        lambda name, place: (_moved(f, parameters, name, place, h) + _moved(f, parameters, name, place, -h)) / (2 * h),
    )


@numerical.mistake(
    "Only the first array is measured: a `return` inside the loop over the names ends the function in its first turn. "
    "It belongs behind the loop."
)
def first_array_measured(f, parameters, h=1e-5):
    name = next(iter(parameters))
    return {name: numerical.right(f, parameters, h)[name]}


@numerical.mistake("An array comes back. A dict is asked, with the slopes of every parameter under its name.")
def one_array_for_the_dict(f, parameters, h=1e-5):
    return list(numerical.right(f, parameters, h).values())[-1]


@numerical.mistake(
    "This is the one-sided slope, from h below the entry up to it. Let the step go as far to the other side."
)
def one_sided_below(f, parameters, h=1e-5):
    return _slopes(
        parameters,
        lambda name, place: (_moved(f, parameters, name, place, 0) - _moved(f, parameters, name, place, -h)) / h,
    )


@numerical.mistake("The run is squared below. Divide by 2h, as it is.")
def run_squared(f, parameters, h=1e-5):
    return _slopes(
        parameters,
        lambda name, place: (_moved(f, parameters, name, place, h) - _moved(f, parameters, name, place, -h)) / h**2,
    )


@numerical.mistake(
    "A whole row is moved at once: one index picks a row of an array with two. np.ndindex(array.shape) gives the "
    "place of every entry."
)
def whole_rows_moved(f, parameters, h=1e-5):
    return _slopes(
        parameters,
        lambda name, place: (
            (_moved(f, parameters, name, place[0], h) - _moved(f, parameters, name, place[0], -h)) / (2 * h)
        ),
    )


@numerical.variant
def with_loops_over_rows_and_columns(f, parameters, h=1e-5):
    import copy

    gradients = {}
    for key in parameters:
        rows, columns = parameters[key].shape
        gradients[key] = [[0.0] * columns for _ in range(rows)]
        for i in range(rows):
            for j in range(columns):
                plus, minus = copy.deepcopy(parameters), copy.deepcopy(parameters)
                plus[key] = plus[key].astype(float)
                minus[key] = minus[key].astype(float)
                plus[key][i, j] += h
                minus[key][i][j] -= h
                gradients[key][i][j] = (f(plus) - f(minus)) / (2 * h)
    return gradients


@numerical.variant
def old_value_put_back(f, parameters, h=1e-5):
    values = {name: np.array(array, dtype=float) for name, array in parameters.items()}
    slopes = {name: np.zeros_like(array) for name, array in values.items()}
    for name, array in values.items():
        for place, old in np.ndenumerate(array):
            array[place] = old + h
            slopes[name][place] += f(values) / (2 * h)
            array[place] = old - h
            slopes[name][place] -= f(values) / (2 * h)
            array[place] = old
    return slopes


@numerical.variant
def one_vector(f, parameters, h=1e-5):
    names, shapes = list(parameters), [array.shape for array in parameters.values()]
    ends = np.cumsum([array.size for array in parameters.values()])
    theta = np.concatenate([array.ravel() for array in parameters.values()])

    def dict_of(vector):
        return {name: part.reshape(shape) for name, part, shape in zip(names, np.split(vector, ends[:-1]), shapes)}

    steps = h * np.eye(theta.size)
    return dict_of(np.array([(f(dict_of(theta + step)) - f(dict_of(theta - step))) / (2 * h) for step in steps]))


relative_error = Exercise("w3-relative-error", rtol=1e-4, atol=1e-6)


def _rows(grads, slopes):
    """All entries of both in one row each."""
    g = np.concatenate([np.ravel(grads["d" + name]) for name in slopes])
    return g, np.concatenate([np.ravel(slopes[name]) for name in slopes])


def _neither_is_zero(grads, slopes):
    return all(np.any(row) for row in _rows(grads, slopes))


def _gradients(rng, n_x, n_h, n_y):
    """Arrays in the shapes of a network's parameters, with entries of different size in each."""
    return {
        name: size * rng.normal(size=array.shape)
        for (name, array), size in zip(network(rng, n_x, n_h, n_y).items(), (1, 3, 0.5, 2))
    }


def _with_d(slopes):
    return {"d" + name: array for name, array in slopes.items()}


compared = partial(relative_error.mistake, where=_neither_is_zero)  # what 0 below gives is another question


@relative_error.part("different gradients", weight=2)
def _(rng):
    yield (
        {"dW1": np.array([[3.0, 0.0]]), "db1": np.array([[4.0]])},
        {"W1": np.array([[3.0, 0.0]]), "b1": np.array([[0.0]])},
    )
    for n_x, n_h, n_y in ((2, 4, 1), (3, 5, 2), (4, 1, 3)):
        yield _with_d(_gradients(rng, n_x, n_h, n_y)), _gradients(rng, n_x, n_h, n_y)


@relative_error.part("nearly the same", rtol=1e-3, atol=1e-14)
def _(rng):
    for sizes, step in (((2, 4, 1), 1e-4), ((3, 2, 1), 1e-7)):
        slopes = _gradients(rng, *sizes)
        grads = {name: array + step * (rng.normal(size=array.shape) + 2) for name, array in _with_d(slopes).items()}
        yield grads, slopes


@relative_error.part("zeros: in some arrays, in one set, in both")
def _(rng):
    slopes = _gradients(rng, 2, 3, 1)
    zeros = {name: np.zeros(array.shape) for name, array in slopes.items()}
    yield _with_d(zeros), zeros
    yield _with_d(zeros), slopes
    yield _with_d(slopes), zeros
    yield _with_d(slopes | {"b1": zeros["b1"]}), _gradients(rng, 2, 3, 1) | {"b1": zeros["b1"], "b2": zeros["b2"]}


@relative_error.part("the arrays in another order", weight=0.4)
def _(rng):
    for sizes in ((2, 4, 1), (3, 1, 2)):
        grads = _with_d(_gradients(rng, *sizes))
        yield dict(reversed(grads.items())), _gradients(rng, *sizes)


@relative_error.mistake(
    "Where both are all zeros this is 0 divided by 0, which is nan. Decide about that case first: the result is 0 "
    "there."
)
def zero_by_zero(grads, slopes):
    g, s = _rows(grads, slopes)
    with np.errstate(invalid="ignore"):
        return np.linalg.norm(g - s) / (np.linalg.norm(g) + np.linalg.norm(s))


@relative_error.mistake(
    "Where both are all zeros this divides 0.0 by 0.0, and Python's own numbers refuse that. Decide about that case "
    "first: the result is 0 there."
)
def zero_by_zero_in_python(grads, slopes):
    g, s = _rows(grads, slopes)
    return float(np.linalg.norm(g - s)) / float(np.linalg.norm(g) + np.linalg.norm(s))


@compared(
    "Each array has a norm of its own here, and they are added up. One norm goes over all entries of all arrays "
    "together: the lengths 3 and 4 make 5, not 7."
)
def norms_added(grads, slopes):
    above = sum(np.linalg.norm(grads["d" + name] - slopes[name]) for name in slopes)
    below = sum(np.linalg.norm(grads["d" + name]) + np.linalg.norm(slopes[name]) for name in slopes)
    return above / (below or 1.0)


@compared("Each array has a relative error of its own here, and this is their mean. One for all entries is asked.")
def mean_of_the_arrays(grads, slopes):
    errors = [
        np.linalg.norm(grads["d" + name] - slopes[name])
        / (np.linalg.norm(grads["d" + name]) + np.linalg.norm(slopes[name]) or 1.0)
        for name in slopes
    ]
    return np.mean(errors)


@compared("Each array has a relative error of its own here, and this is the largest. One for all entries is asked.")
def worst_of_the_arrays(grads, slopes):
    return max(
        np.linalg.norm(grads["d" + name] - slopes[name])
        / (np.linalg.norm(grads["d" + name]) + np.linalg.norm(slopes[name]) or 1.0)
        for name in slopes
    )


@compared("Each array has a relative error of its own here, and this is their sum. One for all entries is asked.")
def sum_of_the_arrays(grads, slopes):
    return sum(
        np.linalg.norm(grads["d" + name] - slopes[name])
        / (np.linalg.norm(grads["d" + name]) + np.linalg.norm(slopes[name]) or 1.0)
        for name in slopes
    )


@relative_error.mistake("A dict of errors comes back, one for each array. One number for all of them is asked.")
def error_of_each_array(grads, slopes):
    return {
        name: np.linalg.norm(grads["d" + name] - slopes[name])
        / (np.linalg.norm(grads["d" + name]) + np.linalg.norm(slopes[name]) or 1.0)
        for name in slopes
    }


@compared("Only the last array counts: each turn of the loop puts its result in place of the one before.")
def last_array_only(grads, slopes):
    name = list(slopes)[-1]
    g, s = grads["d" + name], slopes[name]
    return np.linalg.norm(g - s) / (np.linalg.norm(g) + np.linalg.norm(s) or 1.0)


@compared("Only the first array counts: a `return` inside the loop, or only W1? All arrays belong together.")
def first_array_only(grads, slopes):
    name = next(iter(slopes))
    g, s = grads["d" + name], slopes[name]
    return np.linalg.norm(g - s) / (np.linalg.norm(g) + np.linalg.norm(s) or 1.0)


@compared("The biases are left out. All arrays belong together, those named b too.")
def weights_only(grads, slopes):
    g, s = _rows(grads, {name: array for name, array in slopes.items() if name.startswith("W")})
    return np.linalg.norm(g - s) / (np.linalg.norm(g) + np.linalg.norm(s) or 1.0)


@relative_error.mistake(
    "The gradients are looked up under the names of the slopes. Theirs have a d in front: 'dW1' belongs to 'W1'."
)
def names_without_d(grads, slopes):
    g = np.concatenate([np.ravel(grads[name]) for name in slopes])
    s = np.concatenate([np.ravel(slopes[name]) for name in slopes])
    return np.linalg.norm(g - s) / (np.linalg.norm(g) + np.linalg.norm(s))


@relative_error.mistake(
    "The slopes are looked up under the names of the gradients. Theirs have no d: 'W1' belongs to 'dW1'."
)
def names_with_d(grads, slopes):
    s = np.concatenate([np.ravel(slopes[name]) for name in grads])
    g = np.concatenate([np.ravel(grads[name]) for name in grads])
    return np.linalg.norm(g - s) / (np.linalg.norm(g) + np.linalg.norm(s))


@relative_error.mistake(
    "The arrays are put in a row in the order in which each dict has them, and that may be another in one than in the "
    "other. Take them by name."
)
def by_order(grads, slopes):
    g = np.concatenate([np.ravel(array) for array in grads.values()])
    s = np.concatenate([np.ravel(array) for array in slopes.values()])
    return np.linalg.norm(g - s) / (np.linalg.norm(g) + np.linalg.norm(s) or 1.0)


@relative_error.mistake("This is the length of the difference. It is still to be divided by the sum of both lengths.")
def absolute_difference(grads, slopes):
    g, s = _rows(grads, slopes)
    return np.linalg.norm(g - s)


@compared("The difference is compared with the length of the gradients alone. Both lengths are added up below.")
def compared_with_the_first(grads, slopes):
    g, s = _rows(grads, slopes)
    return np.linalg.norm(g - s) / (np.linalg.norm(g) or 1.0)


@compared("The difference is compared with the length of the slopes alone. Both lengths are added up below.")
def compared_with_the_second(grads, slopes):
    g, s = _rows(grads, slopes)
    return np.linalg.norm(g - s) / (np.linalg.norm(s) or 1.0)


@compared("The difference is compared with the larger of the two lengths. Their sum is asked.")
def compared_with_the_larger(grads, slopes):
    g, s = _rows(grads, slopes)
    return np.linalg.norm(g - s) / (max(np.linalg.norm(g), np.linalg.norm(s)) or 1.0)


@compared("The two lengths are multiplied below. They are to be added.")
def compared_with_the_product(grads, slopes):
    g, s = _rows(grads, slopes)
    return np.linalg.norm(g - s) / (np.linalg.norm(g) * np.linalg.norm(s) or 1.0)


@compared("This is the length of the sum below. Each set has its own length, and the two lengths are added.")
def length_of_the_sum(grads, slopes):
    g, s = _rows(grads, slopes)
    return np.linalg.norm(g - s) / (np.linalg.norm(g + s) or 1.0)


@compared("The lengths are subtracted above: both may be equally long and still differ. First the difference.")
def difference_of_lengths(grads, slopes):
    g, s = _rows(grads, slopes)
    return abs(np.linalg.norm(g) - np.linalg.norm(s)) / (np.linalg.norm(g) + np.linalg.norm(s) or 1.0)


@compared("The square roots are missing: these are sums of squares, not lengths.")
def without_roots(grads, slopes):
    g, s = _rows(grads, slopes)
    return np.sum((g - s) ** 2) / (np.sum(g**2) + np.sum(s**2) or 1.0)


@compared("The squares of both are added under one root below. Take the two roots first, then add.")
def one_root_below(grads, slopes):
    g, s = _rows(grads, slopes)
    return np.linalg.norm(g - s) / np.sqrt(np.sum(g**2) + np.sum(s**2) or 1.0)


@compared("Absolute values are added up in place of squares. A norm is the root of the sum of all squares.")
def absolute_values(grads, slopes):
    g, s = _rows(grads, slopes)
    return np.sum(np.abs(g - s)) / (np.sum(np.abs(g)) + np.sum(np.abs(s)) or 1.0)


@compared(
    "Without brackets Python divides by the first length only, and then adds the second. The sum below needs brackets."
)
def brackets_missing(grads, slopes):
    g, s = _rows(grads, slopes)
    return np.linalg.norm(g - s) / (np.linalg.norm(g) or 1.0) + np.linalg.norm(s)


@compared("The sum stands above where the difference belongs, so equal gradients get 1 and not 0.")
def sum_above(grads, slopes):
    g, s = _rows(grads, slopes)
    return np.linalg.norm(g + s) / (np.linalg.norm(g) + np.linalg.norm(s) or 1.0)


@compared("The result is doubled: the difference is divided by the mean of the lengths. Divide by their sum.")
def compared_with_the_mean(grads, slopes):
    g, s = _rows(grads, slopes)
    return 2 * np.linalg.norm(g - s) / (np.linalg.norm(g) + np.linalg.norm(s) or 1.0)


@relative_error.mistake("Where both are all zeros, the result is 1 here. They don't differ at all, so it should be 0.")
def one_for_zeros(grads, slopes):
    g, s = _rows(grads, slopes)
    size = np.linalg.norm(g) + np.linalg.norm(s)
    return np.linalg.norm(g - s) / size if size else 1.0


@relative_error.mistake(
    "Where one of the two is all zeros, the result is 0 here, and it should be 1. Only where both are is it 0."
)
def either_is_zero(grads, slopes):
    g, s = _rows(grads, slopes)
    if not np.any(g) or not np.any(s):
        return 0.0
    return np.linalg.norm(g - s) / (np.linalg.norm(g) + np.linalg.norm(s))


@relative_error.mistake(
    "Where both are all zeros, nothing (None) comes back: that way through the function has no `return`."
)
def nothing_for_zeros(grads, slopes):
    g, s = _rows(grads, slopes)
    size = np.linalg.norm(g) + np.linalg.norm(s)
    return np.linalg.norm(g - s) / size if size else None


@relative_error.mistake("Small differences are taken for none. How small they are is just what is asked.")
def small_ones_forgiven(grads, slopes):
    g, s = _rows(grads, slopes)
    size = np.linalg.norm(g) + np.linalg.norm(s)
    return 0.0 if np.allclose(g, s, rtol=1e-2, atol=1e-3) else np.linalg.norm(g - s) / size


@relative_error.mistake(
    "The small number that is added below to avoid 0 by 0 is so large that it shows. Decide about that case by `if`."
)
def eps_too_large(grads, slopes):
    g, s = _rows(grads, slopes)
    return np.linalg.norm(g - s) / (np.linalg.norm(g) + np.linalg.norm(s) + 0.1)


@relative_error.mistake(
    "Where the gradients alone are all zeros, the result is 0 here, and it should be 1. Only where both sets are is "
    "it 0."
)
def gradients_are_zero(grads, slopes):
    g, s = _rows(grads, slopes)
    return np.linalg.norm(g - s) / (np.linalg.norm(g) + np.linalg.norm(s)) if np.any(g) else 0.0


@relative_error.mistake(
    "Where the slopes alone are all zeros, the result is 0 here, and it should be 1. Only where both sets are is it 0."
)
def slopes_are_zero(grads, slopes):
    g, s = _rows(grads, slopes)
    return np.linalg.norm(g - s) / (np.linalg.norm(g) + np.linalg.norm(s)) if np.any(s) else 0.0


@relative_error.mistake(
    "An error for each entry comes back. One number for all is asked: the length of the difference stands above, not "
    "its entries.",
    where=_neither_is_zero,
)
def error_of_each_entry(grads, slopes):
    g, s = _rows(grads, slopes)
    return np.abs(g - s) / (np.linalg.norm(g) + np.linalg.norm(s))


@relative_error.mistake(
    "The names 'W1', 'b1', 'W2' and 'b2' are written into the function, and a dict with others stops it. Go through "
    "the names that are there."
)
def names_written_in(grads, slopes):
    g = np.concatenate([np.ravel(grads["d" + name]) for name in ("W1", "b1", "W2", "b2")])
    s = np.concatenate([np.ravel(slopes[name]) for name in ("W1", "b1", "W2", "b2")])
    size = np.linalg.norm(g) + np.linalg.norm(s)
    return np.linalg.norm(g - s) / size if size else 0.0


@relative_error.variant
def squares_array_by_array(grads, slopes):
    above = below_g = below_s = 0.0
    for name in slopes:
        above += np.sum((grads["d" + name] - slopes[name]) ** 2)
        below_g += np.sum(grads["d" + name] ** 2)
        below_s += np.sum(slopes[name] ** 2)
    if below_g + below_s == 0:
        return 0
    return np.sqrt(above) / (np.sqrt(below_g) + np.sqrt(below_s))


@relative_error.variant
def one_column(grads, slopes):
    names = sorted(grads)
    g = np.vstack([grads[name].reshape(-1, 1) for name in names])
    s = np.vstack([slopes[name[1:]].reshape(-1, 1) for name in names])
    if np.array_equal(g, s):
        return np.array([[0.0]])
    return np.sqrt((g - s).T @ (g - s)) / (np.sqrt(g.T @ g) + np.sqrt(s.T @ s))


@relative_error.variant
def with_a_tiny_eps(grads, slopes):
    g, s = [], []
    for name, array in slopes.items():
        g += list(grads["d" + name].flat)
        s += array.flatten().tolist()
    g, s = np.array(g), np.array(s)
    return np.linalg.norm(g - s, 2) / (np.linalg.norm(g, 2) + np.linalg.norm(s, 2) + 1e-15)


@relative_error.variant
def norms_of_norms(grads, slopes):
    above = np.linalg.norm([np.linalg.norm(grads["d" + name] - slopes[name]) for name in slopes])
    below = np.linalg.norm([np.linalg.norm(grads["d" + name]) for name in slopes]) + np.linalg.norm(
        [np.linalg.norm(slopes[name]) for name in slopes]
    )
    return float(np.divide(above, below, where=below > 0, out=np.zeros(())))
