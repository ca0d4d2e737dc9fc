"""Training: one step, the gradient check, the descent."""

from functools import partial

import numpy as np

from autograder.exercises.week4.networks import mean_loss, network, passed, returned, slopes, task
from autograder.spec import Exercise

update = Exercise("w4-update", atol=1e-7)


def _gradients(rng, parameters):
    """Gradients for these parameters, and those of the activations that a backward pass gives as well."""
    grads = {"d" + name: rng.normal(size=value.shape) for name, value in parameters.items()}
    return grads | {
        f"dA{l}": rng.normal(size=(parameters[f"W{l}"].shape[0], 9)) for l in range(1, len(parameters) // 2)
    }


def _updates(rng, *sizes):
    """parameters, grads and a learning rate for each of these lists of layer sizes."""
    for layer_dims in sizes:
        parameters = network(rng, layer_dims)
        yield parameters, _gradients(rng, parameters), float(rng.uniform(0.05, 0.9))


@update.part("one layer")
def _(rng):
    W1, b1 = np.array([[1.0, -2.0, 0.5]]), np.array([[0.5]])
    yield {"W1": W1, "b1": b1}, {"dW1": np.array([[2.0, 1.0, -1.0]]), "db1": np.array([[-3.0]])}, 0.1
    yield from _updates(rng, [3, 2], [2, 4])


@update.part("several layers", weight=2)
def _(rng):
    yield from _updates(rng, [2, 6, 4, 3, 5, 1], [3, 4, 2], [5, 3, 4, 1])


@update.part("the parameters that are given stay as they were", weight=0.5, kept=True)
def _(rng):
    yield from _updates(rng, [3, 4, 2, 1], [2, 3, 1])


def _moved(parameters, grads, learning_rate):
    """All parameters one step on."""
    return {name: value - learning_rate * grads["d" + name] for name, value in parameters.items()}


@update.mistake(
    "The arrays that were given are moved themselves. `-=` does that, and so does storing under the names of the "
    "given dict; and `parameters.copy()` copies the dict, but not the arrays in it. `W = W - ...` makes a new array, "
    "to be put into a new dict."
)
def moved_in_place(parameters, grads, learning_rate):
    for name in parameters:
        parameters[name] -= learning_rate * grads["d" + name]
    return parameters


@update.mistake("The step goes uphill: the gradient is added. It points to where the cost rises; step against it.")
def uphill(parameters, grads, learning_rate):
    return _moved(parameters, grads, -learning_rate)


@update.mistake("The learning rate is missing: each step is as long as the gradient itself.")
def learning_rate_missing(parameters, grads, learning_rate):
    return _moved(parameters, grads, 1)


@update.mistake("The gradient is divided by the learning rate. It is multiplied by it: a small rate makes small steps.")
def divided_by_the_learning_rate(parameters, grads, learning_rate):
    return _moved(parameters, grads, 1 / learning_rate)


@update.mistake("Another learning rate is written into the step. That which is given is to be used.")
def learning_rate_fixed(parameters, grads, learning_rate):
    return _moved(parameters, grads, 0.01)


@update.mistake("These are the steps alone. The new parameter is the old one minus the step.")
def steps_alone(parameters, grads, learning_rate):
    return {name: learning_rate * grads["d" + name] for name in parameters}


@update.mistake("These are the steps alone, with a minus. The new parameter is the old one minus the step.")
def minus_the_steps(parameters, grads, learning_rate):
    return {name: -learning_rate * grads["d" + name] for name in parameters}


@update.mistake(
    "The parameters are shrunk as well: the learning rate is a factor of the gradient alone, not of the whole."
)
def whole_scaled(parameters, grads, learning_rate):
    return {name: learning_rate * (value - grads["d" + name]) for name, value in parameters.items()}


@update.mistake("Only the weights move. The biases take their own step, with db.")
def biases_stay(parameters, grads, learning_rate):
    return {n: v if n[0] == "b" else v - learning_rate * grads["d" + n] for n, v in parameters.items()}


@update.mistake("Only the biases move. The weights take their own step, with dW.")
def weights_stay(parameters, grads, learning_rate):
    return {n: v if n[0] == "W" else v - learning_rate * grads["d" + n] for n, v in parameters.items()}


@update.mistake("Nothing moves: the parameters come back as they were.")
def nothing_moves(parameters, grads, learning_rate):
    return {name: value + 0 for name, value in parameters.items()}


@update.mistake("The last layer stays where it was. range leaves out its end, so it has to end at L + 1.")
def last_layer_stays(parameters, grads, learning_rate):
    L = len(parameters) // 2
    moved = _moved(parameters, grads, learning_rate)
    return {**moved, f"W{L}": parameters[f"W{L}"], f"b{L}": parameters[f"b{L}"]}


@update.mistake(
    "Only the first layer moves: either `return` stands in the loop, or there is no loop. All layers take a step.",
    where=lambda parameters, grads, learning_rate: len(parameters) > 2,
)
def first_layer_only(parameters, grads, learning_rate):
    moved = _moved(parameters, grads, learning_rate)
    return {name: moved[name] if name[1:] == "1" else value for name, value in parameters.items()}


@update.mistake("Only two layers move. How many there are follows from `parameters`.")
def two_layers(parameters, grads, learning_rate):
    moved = _moved(parameters, grads, learning_rate)
    return {n: moved[n] if n in ("W1", "b1", "W2", "b2") else 0 * v for n, v in parameters.items()}


@update.mistake(
    "A name is asked for that isn't there. Layers count from 1 to L, and L is half of len(parameters); and `grads` "
    "holds dA1 and more, which have no parameter: go through the names of `parameters`."
)
def asks_for_what_is_missing(parameters, grads, learning_rate):
    L = len(parameters)
    return {f"W{l}": parameters[f"W{l}"] - learning_rate * grads[f"dW{l}"] for l in range(1, L + 1)}


@update.mistake("The results have the names of the gradients, dW1 and so on. They are parameters: W1, b1.")
def names_of_gradients(parameters, grads, learning_rate):
    return {"d" + name: value for name, value in _moved(parameters, grads, learning_rate).items()}


@update.mistake(
    "W moves by db, and b by dW. Each moves by its own derivative.", where=lambda p, grads, rate: len(p) > 2
)
def derivatives_exchanged(parameters, grads, learning_rate):
    other = {"W": "db", "b": "dW"}
    return {n: v - learning_rate * grads[other[n[0]] + n[1:]] for n, v in parameters.items()}


@update.mistake("Every step is that of the first layer, and the sizes don't fit. Each layer has its own dW and db.")
def first_layers_gradients(parameters, grads, learning_rate):
    return {n: v - learning_rate * grads[f"d{n[0]}1"] for n, v in parameters.items()}


@update.mistake("The step is twice as long as it should be.")
def twice(parameters, grads, learning_rate):
    return _moved(parameters, grads, 2 * learning_rate)


@update.mistake("The arrays come back in a list. A dict is asked, with the names of the given one.")
def a_list(parameters, grads, learning_rate):
    return list(_moved(parameters, grads, learning_rate).values())


@update.mistake(
    "With more than one layer a parameter is asked for that isn't there: `grads` holds dA1 and more, which belong to "
    "no parameter. Go through the names of `parameters`.",
    where=lambda parameters, grads, learning_rate: "dA1" in grads,
)
def asks_for_what_the_gradients_have(parameters, grads, learning_rate):
    return {name[1:]: parameters[name[1:]] - learning_rate * grads[name] for name in grads}


@update.mistake(
    "The last layer is missing. range leaves out its end, so it has to end at L + 1.",
    where=lambda parameters, grads, learning_rate: len(parameters) > 2,  # an empty dict tells nothing
)
def last_layer_missing(parameters, grads, learning_rate):
    L = len(parameters) // 2
    moved = _moved(parameters, grads, learning_rate)
    return {name: value for name, value in moved.items() if int(name[1:]) < L}


@update.mistake("Only the first array comes back: `return` stands in the loop. It belongs behind it.")
def first_array_only(parameters, grads, learning_rate):
    name = next(iter(parameters))
    return {name: parameters[name] - learning_rate * grads["d" + name]}


@update.variant
def classic(parameters, grads, learning_rate):
    import copy

    parameters = copy.deepcopy(parameters)
    L = len(parameters) // 2
    for l in range(L):
        parameters["W" + str(l + 1)] -= learning_rate * grads["dW" + str(l + 1)]
        parameters["b" + str(l + 1)] -= learning_rate * grads["db" + str(l + 1)]
    return parameters


@update.variant
def shallow_copy(parameters, grads, learning_rate):
    parameters = parameters.copy()
    for l in range(1, len(parameters) // 2 + 1):
        parameters[f"W{l}"] = parameters[f"W{l}"] - learning_rate * grads[f"dW{l}"]
        parameters[f"b{l}"] = np.subtract(parameters[f"b{l}"], np.multiply(learning_rate, grads[f"db{l}"]))
    return parameters


@update.variant
def all_gradients_gone_through(parameters, grads, learning_rate):
    new = dict(parameters)
    for name, slope in grads.items():
        if name[1:] in parameters:
            new[name[1:]] = parameters[name[1:]] + -learning_rate * slope
    return new


# Wide tolerances: whoever's cost adds 1e-5 to a probability measures slopes that are off by about that.
gradient_check = Exercise("w4-gradient-check", rtol=5e-3, atol=1e-4)
STEP = 2.0**-10  # so that adding and taking away again leaves no trace in the parameters below


def _gradients_of(parameters, X, Y):
    AL, caches = passed(X, parameters)
    return {name: value for name, value in returned(AL - Y, caches).items() if name[1] != "A"}


def _smooth(rng, *layer_dims, m, h):
    """Parameters, their gradients, X and Y, where no score is so near to ReLU's kink that a step of h crosses it."""
    while True:
        parameters, X, Y = task(rng, list(layer_dims), m)
        parameters = {name: np.round(64 * value) / 64 for name, value in parameters.items()}
        scores = np.hstack([Z.ravel() for _, Z in passed(X, parameters)[1][:-1]] or [np.ones(1)])
        grads = _gradients_of(parameters, X, Y)
        if np.abs(scores).min() > 20 * h and all(np.linalg.norm(g) > 0.03 for g in grads.values()):
            return parameters, grads, X, Y


def _spoilt(rng, grads, names):
    """The gradients, in which those of these names are another direction and length."""
    return {n: g * rng.uniform(0.3, 3, size=g.shape) if n in names else g for n, g in grads.items()}


def _checks(rng, *layer_dims, m, spoilt=(), h=1e-5):
    """One case: parameters, grads, X, Y and the step; the gradients of these names are wrong."""
    parameters, grads, X, Y = _smooth(rng, *layer_dims, m=m, h=h)
    return parameters, _spoilt(rng, grads, spoilt), X, Y, h


ALL = ("dW1", "db1", "dW2", "db2", "dW3", "db3")


@gradient_check.part("wrong gradients", weight=2)
def _(rng):
    yield _checks(rng, 2, 3, 2, 1, m=5, spoilt=ALL)
    yield _checks(rng, 2, 4, 1, m=7, spoilt=ALL)
    parameters, grads, X, Y = _smooth(rng, 4, 3, 1, m=6, h=1e-5)
    yield parameters, {n: 2 * g for n, g in grads.items()}, X, Y, 1e-5
    yield parameters, {n: -g for n, g in grads.items()}, X, Y, 1e-5
    yield _checks(rng, 3, 1, m=4, spoilt=ALL)


@gradient_check.part("right ones among wrong ones")
def _(rng):
    yield _checks(rng, 2, 3, 2, 1, m=5, spoilt=("dW2", "db3"))
    yield _checks(rng, 3, 2, 3, 1, m=4, spoilt=("dW1", "db2", "dW3"))
    yield _checks(rng, 4, 2, 3, 1, m=6, spoilt=("db1",))


@gradient_check.part("another step h: one so large that it shows", weight=0.5)
def _(rng):
    for sizes, m in (((3, 4, 1), 5), ((2, 3, 1), 7)):
        parameters, grads, X, Y, _ = _checks(rng, *sizes, m=m)
        yield parameters, grads, X, Y, float(rng.uniform(0.2, 0.3))


@gradient_check.part("all zeros: a layer that is off", weight=0.5)
def _(rng):
    for *layer_dims, m in ((2, 3, 2, 1, 5), (3, 2, 3, 1, 6)):
        parameters, X, Y = task(rng, layer_dims, m)
        parameters["b2"] = np.full(parameters["b2"].shape, -50.0)
        grads = _gradients_of(parameters, X, Y)
        spoilt = {"db3": -2 * grads["db3"]} | {n: grads[n] + 0.5 for n in ("dW1", "db1", "db2") if m == 6}
        yield parameters, grads | spoilt, X, Y, 1e-5
    parameters, X, Y = task(rng, [4, 3, 2, 1], 7)
    parameters["b1"], parameters["b2"] = np.full((3, 1), -50.0), np.full((2, 1), 1.5)
    grads = _gradients_of(parameters, X, Y)
    yield (
        parameters,
        _spoilt(rng, grads, ("db2", "db3")) | {"dW2": grads["dW2"] - 1, "dW3": 3 * grads["dW3"]},
        X,
        Y,
        1e-5,
    )


@gradient_check.part("its arguments stay as they were", weight=0.5, kept=True)
def _(rng):
    yield _checks(rng, 3, 2, 1, m=4, spoilt=ALL, h=STEP)
    yield _checks(rng, 2, 3, 1, m=5, spoilt=ALL, h=STEP)


def _sizes(a, b):
    return np.linalg.norm(a) + np.linalg.norm(b)


def _compared(parameters, grads, X, Y, h, by):
    """By parameter, what `by` makes of its gradient and its slopes."""
    pairs = {name: (grads["d" + name], slopes(parameters, name, X, Y, h)) for name in parameters}
    return {name: by(d, s) if _sizes(d, s) else 0.0 for name, (d, s) in pairs.items()}


def _relative(d, s):
    return np.linalg.norm(d - s) / (_sizes(d, s) or 1.0)


def _not_all_zeros(parameters, grads, X, Y, h):
    return all(np.any(g) for g in grads.values())


def _is_clear(parameters, grads, X, Y, h):
    """Where slopes are compared with an error far above what another step, or another cost at it, makes of them."""
    return _not_all_zeros(parameters, grads, X, Y, h) and h in (1e-5, STEP)


told = partial(gradient_check.mistake, where=_not_all_zeros)


@gradient_check.mistake(
    "Where gradient and slopes are all zeros, this is 0 by 0, which is nan. A unit that is off has such a gradient, "
    "and rightly: decide about that case first."
)
def zero_by_zero(parameters, grads, X, Y, h=1e-5):
    with np.errstate(invalid="ignore"):
        pairs = {name: (grads["d" + name], slopes(parameters, name, X, Y, h)) for name in parameters}
        return {name: np.linalg.norm(d - s) / _sizes(d, s) for name, (d, s) in pairs.items()}


@gradient_check.mistake("Where gradient and slopes are all zeros the result is 1. They don't differ at all: it is 0.")
def one_for_zeros(parameters, grads, X, Y, h=1e-5):
    pairs = {name: (grads["d" + name], slopes(parameters, name, X, Y, h)) for name in parameters}
    return {name: _relative(d, s) if _sizes(d, s) else 1.0 for name, (d, s) in pairs.items()}


@told("This is the length of the difference. It is still to be divided by the sum of both lengths.")
def absolute(parameters, grads, X, Y, h=1e-5):
    return _compared(parameters, grads, X, Y, h, lambda d, s: np.linalg.norm(d - s))


@told("The difference is compared with the length of the gradient alone. Below stands the sum of both lengths.")
def compared_with_the_gradient(parameters, grads, X, Y, h=1e-5):
    return _compared(parameters, grads, X, Y, h, lambda d, s: np.linalg.norm(d - s) / np.linalg.norm(d))


@told("The difference is compared with the length of the slopes alone. Below stands the sum of both lengths.")
def compared_with_the_slopes(parameters, grads, X, Y, h=1e-5):
    return _compared(
        parameters, grads, X, Y, h, lambda d, s: np.linalg.norm(d - s) / (np.linalg.norm(s) or np.linalg.norm(d) or 1)
    )


@told("The difference is compared with the larger of the two lengths. Below stands the sum of both.")
def compared_with_the_larger(parameters, grads, X, Y, h=1e-5):
    return _compared(
        parameters, grads, X, Y, h, lambda d, s: np.linalg.norm(d - s) / max(np.linalg.norm(d), np.linalg.norm(s))
    )


@told("Below stands the length of d + s. Each has its own length, and the two lengths are added.")
def length_of_the_sum(parameters, grads, X, Y, h=1e-5):
    return _compared(parameters, grads, X, Y, h, lambda d, s: np.linalg.norm(d - s) / (np.linalg.norm(d + s) or 1e-300))


@told(
    "The two lengths are compared, not the two arrays: a gradient of the right length in the wrong direction passes. "
    "The difference comes first, then its length."
)
def lengths_compared(parameters, grads, X, Y, h=1e-5):
    return _compared(parameters, grads, X, Y, h, lambda d, s: abs(np.linalg.norm(d) - np.linalg.norm(s)) / _sizes(d, s))


@told("The square roots are missing: these are sums of squares, not lengths.")
def without_roots(parameters, grads, X, Y, h=1e-5):
    return _compared(parameters, grads, X, Y, h, lambda d, s: np.sum((d - s) ** 2) / (np.sum(d**2) + np.sum(s**2)))


@told("The sizes are added as squares, under one root. Take the two roots first, then add.")
def one_root_below(parameters, grads, X, Y, h=1e-5):
    return _compared(
        parameters, grads, X, Y, h, lambda d, s: np.linalg.norm(d - s) / np.sqrt(np.sum(d**2) + np.sum(s**2))
    )


@told("Only the largest entry counts here. The length is the root of the sum of all squares.")
def largest_entries(parameters, grads, X, Y, h=1e-5):
    return _compared(
        parameters, grads, X, Y, h, lambda d, s: np.max(np.abs(d - s)) / (np.max(np.abs(d)) + np.max(np.abs(s)))
    )


@told("This is an answer for each entry of the array. One number is asked for each parameter.")
def entry_by_entry(parameters, grads, X, Y, h=1e-5):
    return _compared(parameters, grads, X, Y, h, lambda d, s: np.abs(d - s) / (np.abs(d) + np.abs(s) + 1e-300))


@told("The result is doubled: the difference is divided by the mean of the lengths. Divide by their sum.")
def compared_with_the_mean(parameters, grads, X, Y, h=1e-5):
    return _compared(parameters, grads, X, Y, h, lambda d, s: 2 * _relative(d, s))


@gradient_check.mistake("This is whether they agree, true or false. How far apart they are is asked, a number.")
def yes_or_no(parameters, grads, X, Y, h=1e-5):
    return _compared(parameters, grads, X, Y, h, lambda d, s: bool(_relative(d, s) < 1e-6))


@gradient_check.mistake(
    "These are differences of the cost, not yet slopes: they have to be divided by the distance, 2h. Without brackets, "
    "`/ 2 * h` divides by 2 and then multiplies by h.",
    where=lambda parameters, grads, X, Y, h: h == 1e-5 and _not_all_zeros(parameters, grads, X, Y, h),
)
def not_divided(parameters, grads, X, Y, h=1e-5):
    return _compared(parameters, grads, X, Y, h, lambda d, s: _relative(d, 2 * h * s))


@gradient_check.mistake(
    "The slopes are twice as large as they should be: from -h to +h it is 2h, and they are divided by h.",
    where=_is_clear,
)
def divided_by_h(parameters, grads, X, Y, h=1e-5):
    return _compared(parameters, grads, X, Y, h, lambda d, s: _relative(d, 2 * s))


@gradient_check.mistake(
    "The slopes have the wrong sign: the cost at -h stands in front. It is the cost at +h, minus that at -h.",
    where=_is_clear,
)
def slopes_turned_round(parameters, grads, X, Y, h=1e-5):
    return _compared(parameters, grads, X, Y, h, lambda d, s: _relative(d, -s))


@gradient_check.mistake(
    "The slopes are those of the sum of losses, m times too large. The cost is the mean.", where=_is_clear
)
def sums_for_means(parameters, grads, X, Y, h=1e-5):
    return _compared(parameters, grads, X, Y, h, lambda d, s: _relative(d, Y.size * s))


def _one_sided(parameters, name, X, Y, h):
    """Slopes from one step forward."""
    array, here = parameters[name], mean_loss(parameters, X, Y)
    found = np.zeros(array.shape)
    for place in np.ndindex(array.shape):
        step = np.zeros(array.shape)
        step[place] = h
        found[place] = (mean_loss({**parameters, name: array + step}, X, Y) - here) / h
    return found


@gradient_check.mistake(
    "The slopes are one-sided, from 0 to h. Central differences go from -h to h, and with a large step they come much "
    "closer.",
    where=lambda parameters, grads, X, Y, h: h > 0.1,
)
def one_sided(parameters, grads, X, Y, h=1e-5):
    return {name: _relative(grads["d" + name], _one_sided(parameters, name, X, Y, h)) for name in parameters}


@gradient_check.mistake(
    "The step is always the same: h isn't used. With a large h the error is larger, and that is to be seen.",
    where=lambda parameters, grads, X, Y, h: h > 0.1,
)
def step_fixed(parameters, grads, X, Y, h=1e-5):
    return _compared(parameters, grads, X, Y, 1e-5, _relative)


@gradient_check.mistake(
    "All entries of a parameter are moved at once, so the slopes are all the same: their sum. Each entry takes its own "
    "step, alone, while the others stay.",
    where=_is_clear,
)
def all_entries_at_once(parameters, grads, X, Y, h=1e-5):
    return _compared(parameters, grads, X, Y, h, lambda d, s: _relative(d, np.full(s.shape, np.sum(s))))


@gradient_check.mistake(
    "Only the slope by the first entry of each parameter is measured. Go through all its entries.", where=_is_clear
)
def first_entry_only(parameters, grads, X, Y, h=1e-5):
    first = {
        name: np.eye(*value.shape) * (np.arange(len(value))[:, np.newaxis] == 0) for name, value in parameters.items()
    }
    return {n: _relative(grads["d" + n], first[n] * slopes(parameters, n, X, Y, h)) for n in parameters}


@told(
    "All parameters are put together into one number. One is asked for each, by name: so it shows which of the "
    "gradients is wrong."
)
def one_number_for_all(parameters, grads, X, Y, h=1e-5):
    d = np.concatenate([np.ravel(grads["d" + name]) for name in parameters])
    s = np.concatenate([np.ravel(slopes(parameters, name, X, Y, h)) for name in parameters])
    return float(_relative(d, s))


@gradient_check.mistake("The gradient of W1 is asked for as W1. In `grads` it has a d in front: dW1.")
def gradients_without_d(parameters, grads, X, Y, h=1e-5):
    return {name: grads[name] for name in parameters}


@told("Only the largest of the numbers comes back. All are asked, in a dict: that shows which gradient is wrong.")
def largest_for_all(parameters, grads, X, Y, h=1e-5):
    return max(_compared(parameters, grads, X, Y, h, _relative).values())


@gradient_check.mistake(
    "The slopes are half as large as they should be: from 0 to h it is h, and they are divided by 2h. Take the cost at "
    "-h as well.",
    where=_is_clear,
)
def one_side_by_two_h(parameters, grads, X, Y, h=1e-5):
    return _compared(parameters, grads, X, Y, h, lambda d, s: _relative(d, s / 2))


@gradient_check.mistake(
    "The slopes are divided by m. The cost is a mean already, and so are its slopes.", where=_is_clear
)
def slopes_divided_by_m(parameters, grads, X, Y, h=1e-5):
    return _compared(parameters, grads, X, Y, h, lambda d, s: _relative(d, s / Y.size))


@told("Above stands a sum of squares, without its root. All three lengths are roots.")
def root_missing_above(parameters, grads, X, Y, h=1e-5):
    return _compared(parameters, grads, X, Y, h, lambda d, s: np.sum((d - s) ** 2) / _sizes(d, s))


@told("Absolute values are added up. The length of an array is the root of its sum of squares: np.linalg.norm.")
def sums_for_lengths(parameters, grads, X, Y, h=1e-5):
    return _compared(
        parameters, grads, X, Y, h, lambda d, s: np.sum(np.abs(d - s)) / (np.sum(np.abs(d)) + np.sum(np.abs(s)))
    )


@told("The mean of the relative differences of single entries is taken. The lengths of whole arrays are asked.")
def mean_over_the_entries(parameters, grads, X, Y, h=1e-5):
    return _compared(parameters, grads, X, Y, h, lambda d, s: np.mean(np.abs(d - s) / (np.abs(d) + np.abs(s) + 1e-300)))


@told("The biases are left out. They are parameters as well: go through all names.")
def weights_only(parameters, grads, X, Y, h=1e-5):
    errors = _compared(parameters, grads, X, Y, h, _relative)
    return {name: value for name, value in errors.items() if name[0] == "W"}


@gradient_check.mistake("The results have the names of the gradients. They have those of the parameters: W1, b1.")
def slopes_names(parameters, grads, X, Y, h=1e-5):
    return {"d" + name: value for name, value in _compared(parameters, grads, X, Y, h, _relative).items()}


@gradient_check.mistake(
    "The numbers come back in a list. A dict is asked, which says of each parameter by name how far its gradient is "
    "off."
)
def numbers_in_a_list(parameters, grads, X, Y, h=1e-5):
    return list(_compared(parameters, grads, X, Y, h, _relative).values())


@gradient_check.mistake(
    "The steps are left in the parameters: each entry is moved and not put back, so the slopes of the next entry are "
    "measured elsewhere, and the caller's parameters are changed. Move a copy."
)
def never_put_back(parameters, grads, X, Y, h=1e-5):
    errors = {}
    for name, array in parameters.items():
        found = np.zeros(array.shape)
        for place in np.ndindex(array.shape):
            array[place] += h
            above = mean_loss(parameters, X, Y)
            array[place] -= 2 * h
            found[place] = (above - mean_loss(parameters, X, Y)) / (2 * h)
        errors[name] = _relative(grads["d" + name], found)
    return errors


@gradient_check.variant
def with_copies(parameters, grads, X, Y, h=1e-5):
    errors = {}
    for key in parameters:
        gradapprox = np.zeros_like(parameters[key])
        for i in range(parameters[key].shape[0]):
            for j in range(parameters[key].shape[1]):
                plus = {name: value.copy() for name, value in parameters.items()}
                plus[key][i, j] += h
                minus = {name: value.copy() for name, value in parameters.items()}
                minus[key][i, j] -= h
                A1, A2 = passed(X, plus)[0], passed(X, minus)[0]
                J_plus = -np.sum(Y * np.log(A1) + (1 - Y) * np.log(1 - A1)) / X.shape[1]
                J_minus = -np.sum(Y * np.log(A2) + (1 - Y) * np.log(1 - A2)) / X.shape[1]
                gradapprox[i][j] = (J_plus - J_minus) / (2 * h)
        numerator = np.linalg.norm(grads["d" + key] - gradapprox)
        denominator = np.linalg.norm(grads["d" + key]) + np.linalg.norm(gradapprox)
        errors[key] = numerator / denominator if denominator != 0 else 0
    return errors


@gradient_check.variant
def put_back_each_time(parameters, grads, X, Y, h=1e-5):
    errors = {}
    for name, array in parameters.items():
        s = []
        for i in range(array.size):
            was = array.flat[i]
            array.flat[i] = was + h
            above = mean_loss(parameters, X, Y)
            array.flat[i] = was - h
            s.append((above - mean_loss(parameters, X, Y)) / 2 / h)
            array.flat[i] = was
        d, s = grads["d" + name].ravel(), np.array(s)
        errors[name] = np.nan_to_num(np.sqrt(np.sum((d - s) ** 2)) / (np.sqrt(d @ d) + np.sqrt(s @ s)))
    return errors


@gradient_check.variant
def plus_and_minus_again(parameters, grads, X, Y, h=1e-5):
    errors = {}
    for name, array in parameters.items():
        d, s = grads["d" + name], np.zeros(array.shape)
        for place in np.ndindex(array.shape):
            array[place] += h
            s[place] += mean_loss(parameters, X, Y) / (2 * h)
            array[place] -= 2 * h
            s[place] -= mean_loss(parameters, X, Y) / (2 * h)
            array[place] += h
        errors[name] = np.array([[np.linalg.norm(d - s) / max(_sizes(d, s), 1e-12)]])
    return errors


train = Exercise("w4-train", rtol=1e-3, atol=2e-4)


def _trainings(rng, *sizes):
    """For each list of layer sizes, then m, how many steps, and the learning rate: a start, X and Y."""
    for *layer_dims, m, num_iterations, learning_rate in sizes:
        yield *task(rng, layer_dims, m), num_iterations, learning_rate


def _too_far(rng):
    """A training whose rate is so large that the cost rises after some step, with no probability near 0 or 1."""
    while True:
        parameters, X, Y = task(rng, [2, 3, 1], 6)
        costs, clearances = zip(*_descent(parameters, X, Y, 4, 4.0))
        steps = np.diff(costs)
        if np.all(np.abs(steps) > 0.02) and steps[1] > 0.1 and min(clearances) > 0.004:
            return parameters, X, Y, 4, 4.0


def _descent(parameters, X, Y, num_iterations, learning_rate):
    """Before each step: the cost, and how near to 0 or 1 the probabilities come."""
    for _ in range(num_iterations):
        AL = passed(X, parameters)[0]
        yield mean_loss(parameters, X, Y), np.min(np.minimum(AL, 1 - AL))
        parameters = _moved(parameters, _gradients_of(parameters, X, Y), learning_rate)


def _nearly_done(rng):
    """A training of a network that is right and sure, so that the costs are small."""
    while True:
        parameters, X, _ = task(rng, [3, 4, 1], 8)
        parameters |= {"W2": 8 * parameters["W2"], "b2": 8 * parameters["b2"]}
        AL = passed(X, parameters)[0]
        if np.all(np.abs(AL - 0.5) > 0.4) and np.all(np.abs(AL - 0.5) < 0.499):
            return parameters, X, (AL > 0.5).astype(int), 4, 0.05


@train.part("one step")
def _(rng):
    parameters = {
        "W1": np.array([[1.0, -1.0], [0.0, 2.0], [-1.0, 1.0]]),
        "b1": np.array([[0.5], [-1.0], [1.0]]),
        "W2": np.array([[1.0, -1.0, 2.0]]),
        "b2": np.array([[-1.0]]),
    }
    yield parameters, np.array([[1, 2, 0, -1, 1], [0, 1, 1, 1, -2]]), np.array([[1, 0, 1, 1, 0]]), 1, 0.3
    yield from _trainings(rng, (3, 4, 1, 5, 1, 0.5), (2, 5, 3, 1, 7, 1, 0.3))


@train.part("several steps", weight=2)
def _(rng):
    yield from _trainings(
        rng, (4, 1, 6, 5, 0.4), (3, 5, 1, 7, 4, 0.3), (2, 6, 4, 3, 1, 8, 6, 0.2), (3, 2, 1, 5, 3, 1e-3)
    )
    yield from _trainings(rng, (2, 5, 3, 4, 2, 1, 9, 3, 0.3), (3, 4, 1, 1, 2, 0.1))
    yield _too_far(rng)
    yield _nearly_done(rng)


@train.part("the parameters that are given stay as they were", weight=0.5, kept=True)
def _(rng):
    yield from _trainings(rng, (3, 4, 1, 5, 2, 0.3), (2, 4, 3, 1, 6, 3, 0.2))


PASS = "AL, caches = L_model_forward(X, parameters)\n"
NOTE = "        costs.append(compute_cost(AL, Y))\n        "
ASK = PASS + NOTE
MOVE = "parameters = update_parameters(parameters, L_model_backward(AL, Y, caches), learning_rate)"
LOOP = "for _ in range(num_iterations):\n        "

train.slip(
    "moved_in_place",
    "The parameters that were given are moved themselves, so whoever tries a second learning rate from the same start "
    "begins where the first one ended. `-=` on an array does that, and so does storing under the names of the given "
    "dict.",
    MOVE,
    "grads = L_model_backward(AL, Y, caches)\n        for name in parameters:\n            "
    'parameters[name] -= learning_rate * grads["d" + name]',
)
train.slip(
    "uphill",
    "The steps go uphill, and the costs rise. Move against the gradient.",
    "caches), learning_rate)",
    "caches), -learning_rate)",
)
train.slip(
    "learning_rate_not_used",
    "The learning rate that is given isn't used: another one is written into the step.",
    "caches), learning_rate)",
    "caches), 0.0075)",
)
train.slip(
    "gradients_not_divided",
    "The steps are m times too long: the gradients are sums over the examples. They are means; `linear_backward` "
    "divides.",
    "caches), learning_rate)",
    "caches), learning_rate * Y.size)",
)
train.slip(
    "divided_by_m_again",
    "The gradients are divided by m once more. `linear_backward` has done that already.",
    "caches), learning_rate)",
    "caches), learning_rate / Y.size)",
)
train.slip(
    "cost_after_the_step",
    "Each cost is noted after its step, so the list lacks the cost of the start. Note it before the parameters move.",
    "costs.append(compute_cost(AL, Y))\n        " + MOVE,
    MOVE + "\n        costs.append(compute_cost(L_model_forward(X, parameters)[0], Y))",
)
train.slip(
    "nothing_moved",
    "The parameters never move: what `update_parameters` gives back has to be stored under their name again.",
    MOVE,
    MOVE.replace("parameters = update", "update"),
)
train.slip(
    "always_from_the_start",
    "Every step begins at the parameters that were given, so however many there are, it is as if there were one. The "
    "next step begins where the last one ended.",
    LOOP + ASK + MOVE + "\n    return parameters",
    LOOP + ASK + MOVE.replace("parameters = ", "moved = ") + "\n    return moved",
)
train.slip(
    "one_pass_for_all_steps",
    "There is a single forward pass, before the loop, and all steps repeat the first: the costs are all the same. Pass "
    "forward and back again at each new place.",
    LOOP + ASK + MOVE,
    PASS + "    " + LOOP + NOTE.lstrip() + MOVE,
)
train.slip(
    "returned_in_the_loop",
    "The result is returned from inside the loop, after the first step. `return` ends the function: it belongs behind "
    "the loop.",
    "    return parameters, costs",
    "        return parameters, costs",
)
train.slip(
    "one_step_too_many",
    "There is one step too many. range(n) gives n turns, from 0 to n - 1.",
    "range(num_iterations)",
    "range(num_iterations + 1)",
)
train.slip(
    "one_step_too_few",
    "There is one step too few: range(1, n) has n - 1 turns, because Python counts from 0.",
    "range(num_iterations)",
    "range(1, num_iterations)",
)
train.slip(
    "last_cost_as_a_number",
    "The last cost comes back, as a number. A list is asked, with the cost before each step.",
    "parameters, costs",
    "parameters, costs[-1]",
)
train.slip(
    "every_hundredth_cost",
    "Only every tenth or hundredth cost is kept, a habit from long trainings. Here the cost before every step is "
    "asked.",
    "return parameters, costs",
    "return parameters, costs[::100]",
)
train.slip(
    "last_cost_only",
    "The list holds only the last cost: it is made anew in each turn. Make it before the loop.",
    "return parameters, costs",
    "return parameters, costs[-1:]",
)
train.slip(
    "one_cost_too_many",
    "There is one cost too many: that after the last step doesn't belong to the list, which has one entry for each "
    "step.",
    "return parameters, costs",
    "return parameters, [*costs, compute_cost(L_model_forward(X, parameters)[0], Y)]",
)
train.slip(
    "sums_for_costs",
    "The costs are m times what they should be: they are sums over the examples. The cost is their mean.",
    "compute_cost(AL, Y)",
    "compute_cost(AL, Y) * Y.size",
)
train.slip(
    "costs_first",
    "The two results are exchanged: the parameters come first, then the costs.",
    "return parameters, costs",
    "return costs, parameters",
)
train.slip(
    "parameters_alone",
    "The parameters come back alone. Two results are asked: the parameters, and the list of costs.",
    "return parameters, costs",
    "return parameters",
)
train.slip(
    "gradients_for_parameters",
    "The gradients come back where the parameters should.",
    "return parameters, costs",
    "return L_model_backward(AL, Y, caches), costs",
)
train.slip(
    "costs_lost",
    "The list of costs is empty: nothing is ever appended to it.",
    "return parameters, costs",
    "return parameters, []",
)
train.slip(
    "random_start",
    "The training doesn't begin at the parameters that were given: they are made anew, or are zeros.",
    "costs = []",
    "costs, parameters = [], {name: np.zeros(np.shape(value)) for name, value in parameters.items()}",
)
train.slip(
    "starting_parameters_returned",
    "The parameters that come back are those that were given. Return what they have become.",
    LOOP + ASK + MOVE,
    "start = parameters\n    " + LOOP + ASK + MOVE + "\n    parameters = start",
)
train.slip(
    "parameters_before_the_last_step",
    "The parameters that come back lack the last step: they are those from before it.",
    MOVE + "\n    return parameters",
    "before = parameters\n        " + MOVE + "\n    return before",
)
train.slip(
    "two_results_as_one",
    "`L_model_forward` gives two results, AL and the caches. Here they are taken as one.",
    "AL, caches = L_model_forward(X, parameters)",
    "AL = caches = L_model_forward(X, parameters)",
)


train.slip(
    "cost_with_arguments_exchanged",
    "The cost is asked with labels and probabilities exchanged: compute_cost takes AL first, then Y.",
    "compute_cost(AL, Y)",
    "compute_cost(Y, AL)",
)

train.slip(
    "moved_once_more",
    "The parameters that come back are one step too far: after the loop they are moved once more.",
    "return parameters, costs",
    "return update_parameters(parameters, L_model_backward(AL, Y, caches), learning_rate), costs",
)

train.slip(
    "stopped_where_it_rises",
    "The training ends as soon as the cost rises. As many steps are asked as num_iterations says, whatever they bring.",
    NOTE,
    NOTE + "if len(costs) > 1 and costs[-1] > costs[-2]:\n            break\n        ",
)

train.slip(
    "costs_rounded",
    "The costs are rounded. Leave them as they are; only what is printed is rounded.",
    "compute_cost(AL, Y)",
    "round(compute_cost(AL, Y), 3)",
)


@train.variant
def in_the_usual_way(parameters, X, Y, num_iterations, learning_rate):
    costs = []
    L = len(parameters) // 2
    for _ in range(num_iterations):
        AL, caches = passed(X, parameters)
        cost = -np.sum(Y * np.log(AL) + (1 - Y) * np.log(1 - AL)) / Y.shape[1]
        grads = returned(AL - Y, caches)
        parameters = parameters.copy()
        for l in range(1, L + 1):
            parameters["W" + str(l)] = parameters["W" + str(l)] - learning_rate * grads["dW" + str(l)]
            parameters["b" + str(l)] = parameters["b" + str(l)] - learning_rate * grads["db" + str(l)]
        costs.append(np.squeeze(cost))
    return parameters, costs


@train.variant
def on_a_copy(parameters, X, Y, num_iterations, learning_rate):
    import copy

    parameters, costs, k = copy.deepcopy(parameters), np.zeros(num_iterations), 0
    while k < num_iterations:
        AL, caches = passed(X, parameters)
        costs[k] = np.mean(-np.log(np.where(Y == 1, AL, 1 - AL) + 1e-5))
        grads = returned(AL - Y, caches)
        for name in parameters:
            parameters[name] -= learning_rate * grads["d" + name]
        k += 1
    return [parameters, costs]


@train.variant
def by_recursion(parameters, X, Y, num_iterations, learning_rate):
    def on(parameters, steps):
        if steps == 0:
            return parameters, ()
        AL, caches = passed(X, parameters)
        grads = returned(AL - Y, caches)
        moved = {name: value - learning_rate * grads["d" + name] for name, value in parameters.items()}
        last, costs = on(moved, steps - 1)
        return last, (mean_loss(parameters, X, Y), *costs)

    return on(parameters, num_iterations)
