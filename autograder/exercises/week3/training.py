"""A step, the training, the predictions."""

import numpy as np

from autograder.exercises.week3.forward import forward
from autograder.exercises.week3.networks import features, network, truth
from autograder.spec import Exercise

update = Exercise("w3-update")


def _step(rng, n_x, n_h, n_y):
    """parameters, grads and learning_rate."""
    grads = {"d" + name: rng.normal(size=array.shape) for name, array in network(rng, n_x, n_h, n_y).items()}
    return network(rng, n_x, n_h, n_y), grads, rng.uniform(0.2, 0.9)


@update.part("one step")
def _(rng):
    parameters = {"W1": [[1.0, 2.0]], "b1": [[0.5]], "W2": [[-1.0]], "b2": [[0.0]]}
    grads = {"dW1": [[1.0, -1.0]], "db1": [[2.0]], "dW2": [[0.5]], "db2": [[1.0]]}
    yield (
        {name: np.array(rows) for name, rows in parameters.items()},
        {name: np.array(rows) for name, rows in grads.items()},
        0.1,
    )
    yield _step(rng, 2, 4, 1)
    yield _step(rng, 3, 1, 2)


@update.part("a long step, a short step, and grads in another order")
def _(rng):
    parameters, grads, _ = _step(rng, 5, 3, 2)
    yield parameters, grads, 3.0
    parameters, grads, _ = _step(rng, 4, 3, 1)
    yield (
        parameters,
        {name: grads[name] for name in ("dW1", "db2", "dW2", "db1")},
        0.01,
    )  # fits, if paired in this order


@update.part("the given parameters stay as they were", weight=0.5, kept=True)
def _(rng):
    yield _step(rng, 4, 3, 1)
    yield _step(rng, 2, 5, 3)


@update.mistake(
    "The step is written into what was given: `-=` changes the caller's arrays, and `parameters[...] =` the caller's "
    "dict. Whoever tries a second learning rate from the same start begins where the first one ended. Make a new dict, "
    "of new arrays."
)
def in_place(parameters, grads, learning_rate):
    for name in parameters:
        parameters[name] -= learning_rate * grads["d" + name]
    return parameters


@update.mistake("The step goes uphill: the gradient is added. Move against it.")
def uphill(parameters, grads, learning_rate):
    return {name: value + learning_rate * grads["d" + name] for name, value in parameters.items()}


@update.mistake("The learning rate is missing: the step is as long as the gradient itself.")
def without_learning_rate(parameters, grads, learning_rate):
    return {name: value - grads["d" + name] for name, value in parameters.items()}


@update.mistake("This is the step alone. It is taken from where the parameters are: the old value minus the step.")
def step_alone(parameters, grads, learning_rate):
    return {name: learning_rate * grads["d" + name] for name in parameters}


@update.mistake("The biases stay where they were. They take their own step, with db1 and db2.")
def biases_never_moved(parameters, grads, learning_rate):
    return {
        name: value - learning_rate * grads["d" + name] * name.startswith("W") for name, value in parameters.items()
    }


@update.mistake("The weights stay where they were. They take a step as the biases do.")
def weights_never_moved(parameters, grads, learning_rate):
    return {
        name: value - learning_rate * grads["d" + name] * name.startswith("b") for name, value in parameters.items()
    }


@update.mistake("Only the first layer moves. W2 and b2 take their step, too.")
def first_layer_only(parameters, grads, learning_rate):
    return {name: value - learning_rate * grads["d" + name] * name.endswith("1") for name, value in parameters.items()}


@update.mistake("Only the second layer moves. W1 and b1 take their step, too.")
def second_layer_only(parameters, grads, learning_rate):
    return {name: value - learning_rate * grads["d" + name] * name.endswith("2") for name, value in parameters.items()}


@update.mistake("Nothing has moved: what comes back is what was given.")
def nothing_moved(parameters, grads, learning_rate):
    return dict(parameters)


@update.mistake("The gradient is divided by the learning rate. A small rate is to make a small step.")
def divided_by_the_rate(parameters, grads, learning_rate):
    return {name: value - grads["d" + name] / learning_rate for name, value in parameters.items()}


@update.mistake("The learning rate that is given isn't used: 1.2 is written into the step.")
def rate_fixed(parameters, grads, learning_rate):
    return {name: value - 1.2 * grads["d" + name] for name, value in parameters.items()}


@update.mistake("The learning rate that is given isn't used: 0.01 is written into the step.")
def rate_fixed_small(parameters, grads, learning_rate):
    return {name: value - 0.01 * grads["d" + name] for name, value in parameters.items()}


@update.mistake("The difference is multiplied by the learning rate. Only the gradient is.")
def difference_scaled(parameters, grads, learning_rate):
    return {name: learning_rate * (value - grads["d" + name]) for name, value in parameters.items()}


@update.mistake("The parameter is taken from the step, so the sign of everything is turned: old value minus step.")
def signs_turned(parameters, grads, learning_rate):
    return {name: learning_rate * grads["d" + name] - value for name, value in parameters.items()}


@update.mistake("The parameter is multiplied with its step. It is moved by it: old value minus step.")
def multiplied(parameters, grads, learning_rate):
    return {name: value * (1 - learning_rate * grads["d" + name]) for name, value in parameters.items()}


@update.mistake(
    "There is no entry of that name in the dict. The gradients have a d in front, 'dW1', the parameters none. Or `==` "
    "stands where one `=` is meant."
)
def names_without_d(parameters, grads, learning_rate):
    return {name: value - learning_rate * grads[name] for name, value in parameters.items()}


@update.mistake("The new parameters are called 'dW1' and so on, like the gradients. Their names are 'W1', 'b1', ...")
def names_with_d(parameters, grads, learning_rate):
    return {"d" + name: value - learning_rate * grads["d" + name] for name, value in parameters.items()}


@update.mistake("The new parameters come back one after the other. A dict is asked, with the names they had.")
def in_a_tuple(parameters, grads, learning_rate):
    return tuple(value - learning_rate * grads["d" + name] for name, value in parameters.items())


@update.mistake("Two steps are taken, or one of double length. One is asked.")
def two_steps(parameters, grads, learning_rate):
    return {name: value - 2 * learning_rate * grads["d" + name] for name, value in parameters.items()}


@update.mistake(
    "Parameters and gradients are paired in the order in which they stand in their dicts, which needn't be the same "
    "in both. The name says which belongs to which."
)
def paired_by_order(parameters, grads, learning_rate):
    pairs = zip(parameters.items(), grads.values())
    return {name: value - learning_rate * grad for (name, value), grad in pairs}


@update.mistake(
    "The learning rate is taken from the parameter, and the rest multiplied by the gradient. First rate times "
    "gradient; that is taken away."
)
def rate_subtracted(parameters, grads, learning_rate):
    return {name: (value - learning_rate) * grads["d" + name] for name, value in parameters.items()}


@update.mistake(
    "Only the first parameter comes back: a `return` inside the loop ends the function in its first turn. It belongs "
    "behind the loop."
)
def returned_in_the_loop(parameters, grads, learning_rate):
    name = next(iter(parameters))
    return {name: parameters[name] - learning_rate * grads["d" + name]}


@update.mistake("The learning rate that is given isn't used: 0.1 is written into the step.")
def rate_fixed_tenth(parameters, grads, learning_rate):
    return {name: value - 0.1 * grads["d" + name] for name, value in parameters.items()}


@update.mistake("The biases lack the learning rate: their step is as long as the gradient itself.")
def biases_without_rate(parameters, grads, learning_rate):
    return {
        name: value - (learning_rate if name.startswith("W") else 1) * grads["d" + name]
        for name, value in parameters.items()
    }


@update.mistake("Only the weights come back. The biases belong to the new dict, too, after a step of their own.")
def weights_alone(parameters, grads, learning_rate):
    return {name: parameters[name] - learning_rate * grads["d" + name] for name in ("W1", "W2")}


@update.variant
def through_the_gradients(parameters, grads, learning_rate):
    return {name[1:]: parameters[name[1:]] - learning_rate * grad for name, grad in grads.items()}


@update.variant
def classic(parameters, grads, learning_rate=1.2):
    import copy

    W1, b1 = copy.deepcopy(parameters["W1"]), parameters["b1"]
    W2, b2 = copy.deepcopy(parameters["W2"]), parameters["b2"]
    dW1, db1, dW2, db2 = grads["dW1"], grads["db1"], grads["dW2"], grads["db2"]
    W1 = W1 - learning_rate * dW1
    b1 = b1 - learning_rate * db1
    W2 = W2 - learning_rate * dW2
    b2 = b2 - learning_rate * db2
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}


@update.variant
def deep_copy(parameters, grads, learning_rate):
    import copy

    parameters = copy.deepcopy(parameters)
    for name in parameters:
        parameters[name] -= np.multiply(learning_rate, grads[f"d{name}"])
    return parameters


@update.variant
def layer_by_layer(parameters, grads, learning_rate):
    moved = {}
    for i in range(1, len(parameters) // 2 + 1):
        for letter in "Wb":
            key = letter + str(i)
            moved[key] = np.add(parameters[key], -learning_rate * grads["d" + key]).tolist()
    return moved


@update.variant
def new_dict_of_old_names(parameters, grads, learning_rate):
    parameters = parameters.copy()
    parameters["W1"] = parameters["W1"] - learning_rate * grads["dW1"]
    parameters["b1"] = parameters["b1"] - learning_rate * grads["db1"]
    parameters["W2"] = parameters["W2"] - learning_rate * grads["dW2"]
    parameters["b2"] = parameters["b2"] - learning_rate * grads["db2"]
    return parameters


train = Exercise("w3-train", rtol=1e-3, atol=2e-4)


def _training(rng, n_x, n_h, m):
    """parameters, X and Y."""
    return network(rng, n_x, n_h, 1), features(rng, n_x, m), truth(rng, 1, m)


def _overshooting():
    """parameters, X and Y, with which steps of length 6 raise the cost at first."""
    W1, b1 = np.array([[1.0, -1.0], [0.5, 2.0]]), np.array([[0.5], [-0.5]])
    parameters = {"W1": W1, "b1": b1, "W2": np.array([[2.0, -1.0]]), "b2": np.array([[0.3]])}
    X = np.array([[1.0, -1.0, 0.5, 2.0, -0.5], [0.5, 1.0, -1.5, 1.0, -1.0]])
    return parameters, X, np.array([[0, 0, 1, 1, 1]])


@train.part("one step")
def _(rng):
    yield *_training(rng, 2, 4, 5), 1, 0.7
    yield *_training(rng, 3, 2, 7), 1, 1.2
    yield *_training(rng, 4, 3, 1), 1, 0.5


@train.part("several steps", weight=2)
def _(rng):
    yield *_training(rng, 2, 4, 7), 2, 0.5
    yield *_training(rng, 3, 5, 8), 9, 0.8
    yield *_training(rng, 2, 1, 5), 5, 1.1
    yield *_training(rng, 1, 3, 6), 4, 0.9
    yield *_training(rng, 3, 2, 1), 3, 0.6
    yield *_training(rng, 2, 3, 9), 6, 1e-3  # who stops where little changes stops too early
    yield *_overshooting(), 4, 6.0  # who stops where the cost rises does, too


@train.part("the given parameters stay as they were", weight=0.5, kept=True)
def _(rng):
    yield *_training(rng, 3, 4, 5), 2, 0.5
    yield *_training(rng, 2, 3, 7), 3, 0.4


LOOP = "for _ in range(num_iterations):\n"
FORWARD = "A2, cache = forward_propagation(X, parameters)"
NOTED = "costs.append(compute_cost(A2, Y))"
BACKWARD = "grads = backward_propagation(parameters, cache, X, Y)"
STEP = "parameters = update_parameters(parameters, grads, learning_rate)"
RETURNED = "return parameters, costs"
COSTS = "costs = []"

train.slip(
    "trained_in_place",
    "The given parameters themselves are moved, by `-=` or by writing into the given dict. A second training from the "
    "same start would begin where this one ended: make new arrays, as `update_parameters` should.",
    STEP,
    'for name in parameters:\n            parameters[name] -= learning_rate * grads["d" + name]',
)
train.slip(
    "uphill",
    "The steps go uphill, and the costs rise: the gradient is added. Move against it.",
    STEP,
    STEP.replace("learning_rate)", "-learning_rate)"),
)
train.slip(
    "never_moved",
    "The parameters never move, and all costs are the same: what `update_parameters` gives has to be stored under "
    "their name again.",
    STEP,
    "update_parameters(parameters, grads, learning_rate)",
)
train.slip(
    "cost_after_the_step",
    "Each cost is noted after its step, so the list lacks the cost of the start. Note it before the parameters move.",
    f"{NOTED}\n        {BACKWARD}\n        {STEP}",
    f"{BACKWARD}\n        {STEP}\n        costs.append(compute_cost(forward_propagation(X, parameters)[0], Y))",
)
train.slip(
    "one_cost_too_many",
    "There is one cost too many: that after the last step doesn't belong to the list, which has one for each step.",
    RETURNED,
    "return parameters, [*costs, compute_cost(forward_propagation(X, parameters)[0], Y)]",
)
train.slip(
    "last_cost_only",
    "Only the last cost comes back, as a list of one: it is made anew in each turn. One for each step is asked.",
    RETURNED,
    "return parameters, costs[-1:]",
)
train.slip(
    "last_cost_as_a_number",
    "The last cost comes back, as a number. A list is asked, with the cost before each step.",
    RETURNED,
    "return parameters, costs[-1]",
)
train.slip(
    "every_hundredth_cost",
    "Only every tenth or hundredth cost is kept, or every thousandth. Here the cost before every step is asked.",
    NOTED,
    "costs += [] if costs else [compute_cost(A2, Y)]",
)
train.slip(
    "no_costs",
    "The list of costs is empty, at least where there is one step. The cost before each step belongs in it.",
    NOTED,
    "pass",
)
train.slip(
    "parameters_only",
    "Only the parameters come back. The list of costs is the second result.",
    RETURNED,
    "return parameters",
)
train.slip(
    "costs_first",
    "The two results have changed places: first the parameters, then the costs.",
    RETURNED,
    "return costs, parameters",
)
train.slip(
    "gradients_for_parameters",
    "The first result is the last gradients. The parameters are asked.",
    RETURNED,
    "return grads, costs",
)
train.slip(
    "returned_in_the_loop",
    "The result is returned from inside the loop, after the first step. `return` ends the function: it belongs behind "
    "the loop.",
    f"{STEP}\n    {RETURNED}",
    f"{STEP}\n        {RETURNED}",
)
train.slip(
    "forward_once",
    "The forward pass is made once, before the loop, so all costs are the same and the gradients belong to the start. "
    "Make it again in each turn.",
    f"{LOOP}        {FORWARD}\n",
    f"{FORWARD}\n    {LOOP}",
)
train.slip(
    "gradient_asked_once",
    "The gradient is asked once, and every step repeats the first. Ask for it again at each new place.",
    BACKWARD,
    f"if len(costs) == 1:\n            {BACKWARD}",
)
train.slip(
    "always_from_the_start",
    "Every step begins at the parameters that were given, so however many there are, it is as if there were one. The "
    "next step begins where the last one ended.",
    f"{COSTS}\n    {LOOP}",
    f"costs, start = [], parameters\n    {LOOP}        parameters = start\n",
)
train.slip(
    "starting_parameters_returned",
    "The parameters that come back are those that were given. Return what they have become.",
    f"{COSTS}\n    {LOOP}        {FORWARD}\n        {NOTED}\n        {BACKWARD}\n        {STEP}\n",
    f"costs, start = [], parameters\n    {LOOP}        {FORWARD}\n        {NOTED}\n        {BACKWARD}\n        {STEP}\n"
    "    parameters = start\n",
)
train.slip(
    "one_step_too_many",
    "There is one step too many. range(n) gives n turns, from 0 to n - 1.",
    "range(num_iterations)",
    "range(num_iterations + 1)",
)
train.slip(
    "one_step_too_few",
    "There is one step too few: Python counts from 0, so range(1, n) has n - 1 turns.",
    "range(num_iterations)",
    "range(1, num_iterations)",
)
train.slip(
    "rate_fixed",
    "The learning rate that is given isn't used: 1.2 is written into the call.",
    STEP,
    STEP.replace("learning_rate)", "1.2)"),
)
train.slip(
    "rate_fixed_small",
    "The learning rate that is given isn't used: 0.01 is written into the call.",
    STEP,
    STEP.replace("learning_rate)", "0.01)"),
)
train.slip(
    "without_rate",
    "The learning rate is missing: each step is as long as the gradient itself.",
    STEP,
    STEP.replace("learning_rate)", "1.0)"),
)
train.slip(
    "start_at_zeros",
    "The training begins at zeros, and the parameters that were given are lost. Begin with those.",
    f"{COSTS}\n",
    "costs, parameters = [], {name: np.zeros(value.shape) for name, value in parameters.items()}\n",
)
train.slip(
    "divided_by_m_again",
    "The gradients are divided by m once more. `backward_propagation` has done that already.",
    BACKWARD,
    f"{BACKWARD}\n        grads = {{name: grad / X.shape[1] for name, grad in grads.items()}}",
)
train.slip(
    "sums_for_costs",
    "The costs are m times what they should be: sums over the examples. The cost is their mean.",
    NOTED,
    "costs.append(compute_cost(A2, Y) * X.shape[1])",
)
train.slip(
    "gradients_summed",
    "The gradients of all steps are added up, so the steps get longer and longer. Each step uses that of its own "
    "place.",
    BACKWARD,
    "found = backward_propagation(parameters, cache, X, Y)\n"
    "        grads = {k: found[k] + (grads[k] if len(costs) > 1 else 0) for k in found}",
)
train.slip(
    "forward_not_unpacked",
    "`forward_propagation` gives two results, A2 and the cache. Here both together are taken for one.",
    FORWARD,
    "A2 = cache = forward_propagation(X, parameters)",
)
train.slip(
    "arguments_exchanged",
    "X and the parameters have changed places in the call of `forward_propagation`: X comes first.",
    FORWARD,
    "A2, cache = forward_propagation(parameters, X)",
)
train.slip(
    "results_exchanged",
    "`forward_propagation` gives A2 first, then the cache. Here they are taken the other way round.",
    FORWARD,
    "cache, A2 = forward_propagation(X, parameters)",
)


train.slip(
    "stopped_when_rising",
    "The training ends where a cost is above the one before. As many steps as `num_iterations` says are asked.",
    f"        {BACKWARD}",
    f"        if len(costs) > 1 and costs[-1] > costs[-2]:\n            break\n        {BACKWARD}",
)


train.slip(
    "cost_arguments_exchanged",
    "A2 and Y have changed places in the call of `compute_cost`: A2 comes first.",
    NOTED,
    "costs.append(compute_cost(Y, A2))",
)


train.slip(
    "costs_alone",
    "Only the costs come back. The parameters are asked first, then the list of costs.",
    RETURNED,
    "return costs",
)


train.slip(
    "three_results",
    "Three results come back. Two are asked: the parameters, and the costs.",
    RETURNED,
    "return parameters, costs, grads",
)


train.slip(
    "number_for_a_range",
    "A number can't be gone through. range(num_iterations) is what a loop goes through.",
    "range(num_iterations)",
    "num_iterations",
)


@train.variant
def all_in_one(parameters, X, Y, num_iterations, learning_rate):
    W1, b1, W2, b2 = (parameters[name].copy() for name in ("W1", "b1", "W2", "b2"))
    m, costs = X.shape[1], np.zeros(num_iterations)
    for k in range(num_iterations):
        A1 = np.tanh(np.dot(W1, X) + b1)
        A2 = 1 / (1 + np.exp(-(np.dot(W2, A1) + b2)))
        costs[k] = -np.sum(Y * np.log(A2) + (1 - Y) * np.log(1 - A2)) / m
        dZ2 = (A2 - Y) / m
        dZ1 = np.dot(W2.T, dZ2) * (1 - A1**2)
        W2 -= learning_rate * np.dot(dZ2, A1.T)
        b2 -= learning_rate * dZ2.sum(axis=1, keepdims=True)
        W1 -= learning_rate * np.dot(dZ1, X.T)
        b1 -= learning_rate * dZ1.sum(axis=1, keepdims=True)
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}, costs


@train.variant
def deep_copies(parameters, X, Y, num_iterations, learning_rate):
    import copy

    parameters, costs, done = copy.deepcopy(parameters), (), 0
    while done < num_iterations:
        A1 = np.tanh(parameters["W1"] @ X + parameters["b1"])
        Z2 = parameters["W2"] @ A1 + parameters["b2"]
        costs += (np.mean(np.logaddexp(0, Z2) - Y * Z2, axis=1, keepdims=True),)
        dZ2 = 0.5 * (1 + np.tanh(Z2 / 2)) - Y
        dZ1 = parameters["W2"].T @ dZ2 / np.cosh(np.arctanh(A1)) ** 2
        grads = {"dW1": dZ1 @ X.T, "db1": dZ1.sum(1)[:, None], "dW2": dZ2 @ A1.T, "db2": dZ2.sum(1)[:, None]}
        for name in ("W1", "b1", "W2", "b2"):
            parameters[name] = parameters[name] - learning_rate / Y.size * grads["d" + name]
        done += 1
    return [parameters | {"costs": costs}, costs]


predict = Exercise("w3-predict")


def _with_scores(rng, n_x, n_h, bands):
    """parameters and X, one example whose Z2 is in each of these bands, in random order."""
    while True:
        parameters, X = network(rng, n_x, n_h, 1), 2 * rng.normal(size=(n_x, 500))
        parameters["W2"] *= 3
        scores = forward.right(X, parameters)[1]["Z2"][0]
        found = [np.flatnonzero((low < scores) & (scores < high)) for low, high in bands]
        if all(map(len, found)):
            return parameters, X[:, rng.permutation([rng.choice(places) for places in found])]


FAR = ((-3, -2), (-2, -1.2), (1.2, 2), (2, 3), (-1.2, -0.9))  # a below 0.29 and above 0.76
NEAR = ((-0.8, -0.5), (-0.45, -0.05), (0.05, 0.25), (0.25, 0.45), (0.5, 0.8))


@predict.part("clear cases")
def _(rng):
    yield _with_scores(rng, 2, 4, FAR)
    yield _with_scores(rng, 3, 2, FAR + FAR[1:3])
    yield _with_scores(rng, 5, 3, FAR[:2] + FAR[3:])


@predict.part("close to one half, and one example alone")
def _(rng):
    yield _with_scores(rng, 2, 4, NEAR)
    yield _with_scores(rng, 3, 2, NEAR[1:])
    yield _with_scores(rng, 3, 4, NEAR[2:3])
    yield _with_scores(rng, 2, 3, NEAR[1:2])
    yield _with_scores(rng, 1, 3, NEAR[:3])


@predict.part("exactly one half", weight=0.2)
def _(rng):
    W1, W2 = np.array([[1.0], [-0.5]]), np.array([[2.0, 1.0]])
    parameters = {"W1": W1, "b1": np.zeros((2, 1)), "W2": W2, "b2": np.zeros((1, 1))}
    yield parameters, np.array([[0.0, 2.0, -2.0, 0.0, 1.0]])


PASS = "A2, _ = forward_propagation(X, parameters)"
DECISION = "(A2 > 0.5).astype(int)"

predict.slip(
    "probabilities",
    "These are the probabilities. The last step is missing: 1 where one is above 0.5, else 0.",
    DECISION,
    "A2",
)
predict.slip(
    "z_against_one_half",
    "Z2 is compared with 0.5, and A2 is meant. A probability of 0.5 belongs to z = 0: z = 0.3 makes 0.57, which is a "
    "1.",
    f"{PASS}\n    return {DECISION}",
    'Z2 = forward_propagation(X, parameters)[1]["Z2"]\n    return (Z2 > 0.5).astype(int)',
)
predict.slip(
    "classes_exchanged",
    "The classes are exchanged: 1 stands where A2 is below 0.5.",
    DECISION,
    "(A2 < 0.5).astype(int)",
)
predict.slip(
    "predictions_flat",
    "The result has one dimension, (m,). Predictions stand in one row of m columns, like Y: (1, m).",
    DECISION,
    "(A2 > 0.5).astype(int).ravel()",
)
predict.slip(
    "predictions_as_a_column",
    "The result is a column. Examples are columns of X, so their predictions stand in one row: (1, m).",
    DECISION,
    "(A2 > 0.5).astype(int).T",
)
predict.slip(
    "minus_one_and_one",
    "The classes are called -1 and 1 here. In this course they are 0 and 1.",
    DECISION,
    "np.where(A2 > 0.5, 1, -1)",
)
predict.slip(
    "above_zero",
    "Every example is a 1, because a sigmoid is always above 0. The middle between 0 and 1 is what counts.",
    DECISION,
    "(A2 > 0).astype(int)",
)
predict.slip(
    "fractions_cut_off",
    "Every example is a 0: turned into a whole number, a probability loses all that stands behind the point. Compare "
    "it with 0.5.",
    DECISION,
    "A2.astype(int)",
)
predict.slip(
    "another_threshold",
    "A probability has to be above 0.5, and here it has to be above another number.",
    DECISION,
    "(A2 > 0.7).astype(int)",
)
predict.slip(
    "hidden_units_decide",
    "There is a decision for each hidden unit: A1 is compared. The output is A2.",
    f"{PASS}\n    return {DECISION}",
    'A1 = forward_propagation(X, parameters)[1]["A1"]\n    return (A1 > 0.5).astype(int)',
)
predict.slip(
    "not_unpacked",
    "`forward_propagation` gives two results, A2 first, then the cache. Here both together, or the cache alone, are "
    "compared with 0.5.",
    PASS,
    "A2 = forward_propagation(X, parameters)",
)
predict.slip(
    "arguments_exchanged",
    "X and the parameters have changed places in the call of `forward_propagation`: X comes first.",
    PASS,
    "A2, _ = forward_propagation(parameters, X)",
)
predict.slip(
    "if_on_a_row",
    "`if` can't decide about a whole row, in which some probabilities are above one half and some below. A comparison "
    "of arrays decides entry by entry.",
    DECISION,
    "np.ones(A2.shape) if A2 > 0.5 else np.zeros(A2.shape)",
)
predict.slip(
    "probabilities_kept",
    "The probabilities are kept where they are above 0.5. A decision is 1 there, and nothing between 0 and 1.",
    DECISION,
    "np.where(A2 > 0.5, A2, 0)",
)
predict.slip(
    "small_probabilities_left",
    "The probabilities above 0.5 have become 1, but the others are still there. They become 0.",
    DECISION,
    "np.where(A2 > 0.5, 1, A2)",
)
predict.slip(
    "one_decision",
    "There is a single answer about all examples. There is a decision for each of them.",
    DECISION,
    "int(A2.mean() > 0.5)",
)
predict.slip(
    "predictions_and_probabilities",
    "Two results come back. Only the predictions are asked.",
    DECISION,
    "(A2 > 0.5).astype(int), A2",
)


predict.slip(
    "one_half_counts",
    "Where the probability is exactly one half, this gives 1. It is 1 only above one half: >, not >=.",
    DECISION,
    "(A2 >= 0.5).astype(int)",
)


predict.slip(
    "number_made_whole",
    "Here 0.5 itself is to be made a whole number. Put brackets round the comparison: (A2 > 0.5).astype(int).",
    DECISION,
    "A2 > (0.5).astype(int)",
)


predict.slip(
    "int_of_an_array",
    "int() makes a whole number of one number, and here is a row. For an array there is .astype(int).",
    DECISION,
    "int(A2 > 0.5)",
)


@predict.variant
def as_booleans(parameters, X):
    A1 = np.tanh(parameters["W1"] @ X + parameters["b1"])
    return parameters["W2"] @ A1 + parameters["b2"] > 0


@predict.variant
def with_round(parameters, X):
    A1 = np.tanh(np.dot(parameters["W1"], X) + parameters["b1"])
    return np.round(1 / (1 + np.exp(-np.dot(parameters["W2"], A1) - parameters["b2"])))


@predict.variant
def into_zeros(parameters, X):
    A1 = np.tanh(np.dot(parameters["W1"], X) + parameters["b1"])
    A2 = 1 / (1 + np.exp(-np.dot(parameters["W2"], A1) - parameters["b2"]))
    predictions = np.zeros((1, X.shape[1]))
    for i in range(A2.shape[1]):
        if A2[0, i] > 0.5:
            predictions[0, i] = 1
    return predictions


@predict.variant
def with_where(parameters, X):
    A1 = np.tanh(parameters["W1"] @ X + parameters["b1"])
    return np.where(1 / (1 + np.exp(-parameters["W2"] @ A1 - parameters["b2"])) > 0.5, 1, 0).tolist()
