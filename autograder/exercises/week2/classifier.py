"""The whole classifier: optimize, predict, model."""

import numpy as np

from autograder.exercises.drawing import examples, labels
from autograder.spec import Exercise

optimize = Exercise("w2-optimize", rtol=1e-3, atol=2e-4)


def _start(rng, n_x, m):
    """w, b, X and Y, away from zero, so that a start at zero shows."""
    w, b = rng.normal(size=(n_x, 1)) / (1 + n_x), rng.uniform(0.4, 0.9) * rng.choice([-1.0, 1.0])
    return w, b, *examples(rng, n_x, m)


@optimize.part("one step")
def _(rng):
    yield np.zeros((2, 1)), 0.0, np.array([[1, 3, -1], [2, 4, 5]]), np.array([[1, 0, 0]]), 1, 0.1
    yield *_start(rng, 2, 5), 1, 0.7
    yield *_start(rng, 4, 3), 1, 0.3


@optimize.part("several steps", weight=2)
def _(rng):
    yield *_start(rng, 2, 7), 2, 0.5
    yield *_start(rng, 3, 5), 7, 0.4
    yield *_start(rng, 5, 4), 9, 0.2
    yield *_start(rng, 1, 6), 4, 0.9
    yield *_start(rng, 3, 1), 3, 0.6
    yield *_start(rng, 2, 8), 5, 1e-3  # who stops where little changes stops too early
    up_and_down = np.array([[1.0, 2.0, 3.0], [1.0, 0.5, 2.0]]), np.array([[0, 1, 0]])
    yield np.zeros((2, 1)), 0.0, *up_and_down, 4, 2.0  # who stops where the cost rises does so, too


@optimize.part("its arguments stay as they were", weight=0.5, kept=True)
def _(rng):
    yield *_start(rng, 3, 4), 2, 0.5
    yield *_start(rng, 2, 5), 3, 0.4


STEP = 'w = w - learning_rate * grads["dw"]\n        b = b - learning_rate * grads["db"]'
ASK = "for _ in range(num_iterations):\n        grads, J = propagate(w, b, X, Y)\n        costs.append(J)\n"

optimize.slip(
    "moved_in_place",
    "`w -= ...` writes into the array that was given, also under another name or through a slice of it, and so moves "
    "the caller's own w: whoever tries a second learning rate from the same start begins where the first one ended. "
    "`w = w - ...` makes a new array.",
    STEP,
    STEP.replace("w = w - learning", "w -= learning"),
)
optimize.slip(
    "uphill",
    "The steps go uphill: w and b move along the gradient, and the costs rise. Move against it.",
    STEP,
    STEP.replace("= w -", "= w +").replace("= b -", "= b +"),
)
optimize.slip(
    "cost_after_the_step",
    "Each cost is noted after its step, so the list lacks the cost of the start. Note it before the parameters move.",
    "costs.append(J)\n        " + STEP,
    STEP + "\n        costs.append(propagate(w, b, X, Y)[1])",
)
optimize.slip(
    "learning_rate_missing",
    "The learning rate is missing: each step is as long as the gradient itself.",
    STEP,
    'w = w - grads["dw"]\n        b = b - grads["db"]',
)
optimize.slip(
    "b_never_moved",
    "b stays where it was. It takes its own step, with db.",
    '\n        b = b - learning_rate * grads["db"]',
    "",
)
optimize.slip(
    "w_never_moved",
    "w stays where it was. It takes a step each time round, as b does.",
    'w = w - learning_rate * grads["dw"]',
    "pass",
)
optimize.slip(
    "nothing_moved",
    "Neither w nor b has moved: what is computed in each step has to be stored under their names again.",
    STEP,
    "pass",
)
optimize.slip(
    "b_moved_with_dw",
    "b takes the step of a weight. Its own derivative is db.",
    'b = b - learning_rate * grads["db"]',
    'b = b - learning_rate * grads["dw"][0, 0]',
)
optimize.slip(
    "gradient_asked_once",
    "The gradient is asked once, before the loop, and every step repeats the first: all costs are the same. "
    "Ask for it again at each new place.",
    ASK,
    "grads, J = propagate(w, b, X, Y)\n    for _ in range(num_iterations):\n        costs.append(J)\n",
)
optimize.slip(
    "always_from_the_start",
    "Every step begins at the parameters that were given, so however many there are, it is as if there were "
    "one. The next step begins where the last one ended.",
    "costs = []\n    " + ASK + "        " + STEP,
    "costs = []\n    " + ASK + "    " + STEP.replace("        ", "    "),
)
optimize.slip(
    "two_moments_mixed",
    "b moves by a gradient that was asked after w had already moved. Both move by the gradient of the same place.",
    'b = b - learning_rate * grads["db"]',
    'b = b - learning_rate * propagate(w, b, X, Y)[0]["db"]',
)
optimize.slip(
    "start_at_zeros",
    "The descent begins at zeros, and the parameters that were given are lost. Begin with those.",
    "costs = []",
    "costs, w, b = [], np.zeros(w.shape), 0.0",
)
optimize.slip(
    "last_cost_only",
    "Only the last cost comes back: either the list is made anew in each turn, or the last number is taken "
    "out of it. One cost for each step is asked.",
    "return {",
    "costs = costs[-1:]\n    return {",
)
optimize.slip(
    "last_cost_as_a_number",
    "The last cost comes back, as a number. A list is asked, with the cost before each step.",
    "grads, costs",
    "grads, costs[-1]",
)
optimize.slip(
    "one_cost_too_many",
    "There is one cost too many: that after the last step doesn't belong to the list, which has one entry for "
    "each step.",
    "grads, costs",
    "grads, [*costs, propagate(w, b, X, Y)[1]]",
)
optimize.slip(
    "every_hundredth_cost",
    "Only every tenth or hundredth cost is kept, a habit from long trainings. Here the cost before every step "
    "is asked.",
    "costs.append(J)",
    "costs += [] if costs else [J]",
)
optimize.slip(
    "divided_by_m_again",
    "The gradient is divided by m once more. `propagate` has done that already.",
    STEP,
    STEP.replace('"]', '"] / X.shape[1]'),
)
optimize.slip(
    "gradient_after_the_last_step",
    "The gradient that comes back belongs to the place after the last step. That which the last step used is asked.",
    "grads, costs",
    "propagate(w, b, X, Y)[0], costs",
)
optimize.slip(
    "parameters_as_a_pair",
    "The parameters come back as a pair. A dict is asked, with the keys 'w' and 'b'.",
    '{"w": w, "b": b}',
    "(w, b)",
)
optimize.slip(
    "gradients_as_a_pair",
    "The gradients come back as a pair. A dict is asked, with the keys 'dw' and 'db', as `propagate` gives it.",
    "grads, costs",
    '(grads["dw"], grads["db"]), costs',
)
optimize.slip(
    "parameters_and_costs",
    "Two results come back, and three are asked: the parameters, the gradients of the last step, and the costs.",
    "grads, costs",
    "costs",
)
optimize.slip(
    "another_order",
    "The results stand in another order: first the parameters, then the gradients, then the costs.",
    'return {"w": w, "b": b}, grads, costs',
    'return costs, {"w": w, "b": b}, grads',
)
optimize.slip(
    "gradients_first",
    "Parameters and gradients have changed places: the parameters come first.",
    'return {"w": w, "b": b}, grads, costs',
    'return grads, {"w": w, "b": b}, costs',
)
optimize.slip(
    "returned_in_the_loop",
    "Only the first step is made. Either the result is returned from inside the loop, and `return` ends the function, "
    "or there is no loop over the steps at all.",
    STEP + "\n    return",
    STEP + "\n        return",
)
optimize.slip(
    "one_step_too_many",
    "There is one step too many. range(n) gives n turns, from 0 to n - 1.",
    "range(num_iterations)",
    "range(num_iterations + 1)",
)
optimize.slip(
    "parameters_before_the_last_step",
    "The parameters that come back lack the last step: they are those from before it.",
    STEP + '\n    return {"w": w, "b": b}',
    "before = w, b\n        " + STEP + '\n    return {"w": before[0], "b": before[1]}',
)
optimize.slip(
    "starting_parameters_returned",
    "The parameters that come back are those that were given. Return what they have become.",
    "costs = []\n    " + ASK + "        " + STEP,
    "costs, given = [], (w, b)\n    " + ASK + "        " + STEP + "\n    w, b = given",
)
optimize.slip(
    "learning_rate_fixed",
    "The learning rate that is given isn't used: another one is written into the step.",
    STEP,
    STEP.replace("learning_rate", "0.01"),
)
optimize.slip(
    "gradients_summed",
    "The gradients of all steps are added up, so the steps get longer and longer. Each step uses that of its "
    "own place.",
    "grads, J = propagate(w, b, X, Y)\n",
    "found, J = propagate(w, b, X, Y)\n        grads = {k: found[k] + (grads[k] if costs else 0) for k in found}\n",
)


optimize.slip(
    "parameters_one_by_one",
    "w and b come back one by one. They belong together in a dict; then follow the gradients, in a dict too, "
    "and the costs.",
    'return {"w": w, "b": b}, grads, costs',
    "return w, b, costs",
)
optimize.slip(
    "three_results_of_propagate",
    "`propagate` gives two results: a dict, in which both gradients are, and the cost. Here three are taken from it.",
    "grads, J = propagate(w, b, X, Y)\n",
    "dw, db, J = propagate(w, b, X, Y)\n",
)
optimize.slip(
    "results_of_propagate_exchanged",
    "`propagate` gives the dict of gradients first, then the cost. Here they are taken the other way round, "
    "so a number is asked for its entry.",
    "grads, J = propagate(w, b, X, Y)\n",
    "J, grads = propagate(w, b, X, Y)\n",
)
optimize.slip(
    "one_step_too_few",
    "There is one step too few: range(1, n) and range(n - 1) have n - 1 turns, because Python counts from 0. With a "
    "single iteration there is none at all.",
    "range(num_iterations)",
    "range(1, num_iterations)",
)


optimize.slip(
    "sums_for_costs",
    "The costs begin at m times what they should be: they are sums over the examples. The cost is their mean.",
    "costs.append(J)",
    "costs.append(J * X.shape[1])",
)
optimize.slip(
    "derivatives_exchanged",
    "w moves by db, and b by dw. Each moves by its own derivative.",
    STEP,
    STEP.replace('"dw"', '"d"').replace('"db"', '"dw"').replace('"d"', '"db"'),
)
optimize.slip(
    "step_in_place_of_the_parameter",
    "The new w and b are the step alone. A step is taken from where they are: the old value minus the step.",
    STEP,
    STEP.replace("= w -", "=").replace("= b -", "="),
)


optimize.slip(
    "b_uphill",
    "w goes downhill, but b goes up: its step has a plus. Both move against their derivatives.",
    'b = b - learning_rate * grads["db"]',
    'b = b + learning_rate * grads["db"]',
)
optimize.slip(
    "w_uphill",
    "b goes downhill, but w goes up: its step has a plus. Both move against their derivatives.",
    'w = w - learning_rate * grads["dw"]',
    'w = w + learning_rate * grads["dw"]',
)
optimize.slip(
    "b_grown_to_a_column",
    "b has become a column, because it takes the step of the weights, dw. It is one number, and its own derivative is "
    "db.",
    'b = b - learning_rate * grads["db"]',
    'b = b - learning_rate * grads["dw"]',
)
optimize.slip(
    "four_results",
    "Four results come back. w and b belong together in a dict, so that there are three: parameters, gradients, costs.",
    'return {"w": w, "b": b}, grads, costs',
    "return w, b, grads, costs",
)
optimize.slip(
    "costs_before_gradients",
    "The costs stand in second place, where the gradients belong. First the parameters, then the gradients, then the "
    "costs.",
    "grads, costs",
    "costs, grads",
)
optimize.slip(
    "keys_of_the_gradients",
    "The parameters are there, under the names of the gradients. Their keys are 'w' and 'b'.",
    '{"w": w, "b": b}',
    '{"dw": w, "db": b}',
)
optimize.slip(
    "gradients_of_every_step",
    "The gradients of all steps come back, in a list. Those of the last step are asked: one dict.",
    STEP + '\n    return {"w": w, "b": b}, grads, costs',
    "kept = [*kept, grads] if len(costs) > 1 else [grads]\n        "
    + STEP
    + '\n    return {"w": w, "b": b}, kept, costs',
)
optimize.slip(
    "costs_added_up",
    "Each entry of the list is the sum of all costs so far. The cost before each step is asked, that one alone.",
    "costs.append(J)",
    "costs.append(J + (costs[-1] if costs else 0))",
)
optimize.slip(
    "stops_when_the_cost_rises",
    "The loop ends as soon as the cost has risen. With a bold learning rate it may rise and fall again: num_iterations "
    "says how many steps there are.",
    "costs.append(J)\n",
    "costs.append(J)\n        if len(costs) > 1 and costs[-1] > costs[-2]:\n            break\n",
)
optimize.slip(
    "b_after_the_loop",
    "w moves in every step, b only once, after the last: its line stands outside the loop. Both belong into it.",
    'b = b - learning_rate * grads["db"]\n    return',
    'pass\n    b = b - learning_rate * grads["db"]\n    return',
)
optimize.slip(
    "names_for_gradients",
    "Taking two names from a dict gives its keys, here the words 'dw' and 'db', and a word can't be multiplied by a "
    "learning rate. What stands under a key is asked for with square brackets.",
    STEP,
    "dw, db = grads\n        w = w - learning_rate * dw",
)
optimize.slip(
    "all_in_one_dict",
    "Everything comes back in one dict. Three results are asked, with commas between them: the dict of parameters, the "
    "dict of gradients, the list of costs.",
    'return {"w": w, "b": b}, grads, costs',
    'return {"w": w, "b": b, **grads, "costs": costs}',
)
optimize.slip(
    "gradients_scaled",
    "The gradients that come back hold the learning rate already: they are the steps. The derivatives themselves are "
    "asked.",
    STEP,
    STEP + "\n        grads = {name: learning_rate * grads[name] for name in grads}",
)


@optimize.variant
def classic(w, b, X, Y, num_iterations, learning_rate):
    import copy

    w, b, costs, m = copy.deepcopy(w), copy.deepcopy(b), [], X.shape[1]
    for _ in range(num_iterations):
        A = 1 / (1 + np.exp(-(np.dot(w.T, X) + b)))
        cost = (-1 / m) * np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A))
        dw, db = (1 / m) * np.dot(X, (A - Y).T), (1 / m) * np.sum(A - Y)
        w = w - learning_rate * dw
        b = b - learning_rate * db
        costs.append(cost)
    params = {"w": w, "b": b}
    grads = {"dw": dw, "db": db}
    return params, grads, costs


@optimize.variant
def on_a_copy(w, b, X, Y, num_iterations, learning_rate):
    w, b, costs, k = w.copy(), np.array([[b]]), np.zeros(num_iterations), 0
    while k < num_iterations:
        Z = w.T @ X + b
        D = 0.5 * (1 + np.tanh(Z / 2)) - Y
        costs[k] = np.mean(np.logaddexp(0, Z) - Y * Z)
        grads = {"dw": X @ D.T / D.size, "db": D.mean(axis=1, keepdims=True)}
        w -= learning_rate * grads["dw"]
        b -= learning_rate * grads["db"]
        k += 1
    return [{"b": b, "w": w}, grads, costs]


@optimize.variant
def with_numpys_functions(w, b, X, Y, num_iterations, learning_rate):
    costs = ()
    for _ in range(num_iterations):
        A = np.reciprocal(1 + np.exp(-np.sum(w * X, axis=0, keepdims=True) - b))
        costs += (-np.mean(np.log(np.where(Y == 1, A, 1 - A) + 1e-8)),)
        dw, db = np.mean(X * (A - Y), axis=1, keepdims=True), np.mean(A - Y)
        w = np.subtract(w, np.multiply(learning_rate, dw))
        b += -learning_rate * db
    return {"w": w, "b": b, "n": num_iterations}, {"db": db, "dw": dw}, costs


@optimize.variant
def stacked_parameter(w, b, X, Y, num_iterations, learning_rate):
    X, theta, costs = np.vstack([X, np.ones(X.shape[1])]), np.vstack([w, [[b]]]), []
    for _ in range(num_iterations):
        A = 1 / (1 + np.exp(-theta.T @ X))
        costs += [float(-(Y @ np.log(A).T + (1 - Y) @ np.log(1 - A).T).item() / Y.size)]
        step = X @ (A - Y).T / Y.size
        theta = theta - learning_rate * step
    return {"w": theta[:-1], "b": theta[-1]}, {"dw": step[:-1], "db": step[-1]}, costs


predict = Exercise("w2-predict", loop_free=True)


def _with_scores(rng, n_x, scores):
    """w, b and X such that z takes these values in random order; |b| = 1.2, so that leaving b out shows."""
    w, b = rng.normal(size=(n_x, 1)), 1.2 * rng.choice([-1.0, 1.0])
    X = rng.normal(size=(n_x, len(scores)))
    return w, b, X + w * (rng.permutation(scores) - w.T @ X - b) / (w.T @ w)


@predict.part("clear cases")
def _(rng):
    yield _with_scores(rng, 2, [-3, -1.8, -0.8, 0.7, 0.9, 1.8, 4])
    yield _with_scores(rng, 3, [-1.7, -0.9, 0.8, 1.1, 1.7])
    yield _with_scores(rng, 4, [-2, -1.1, -0.9, -0.8, 0.9, 0.8])
    yield _with_scores(rng, 1, [-1, -0.8, 0.9])
    yield np.array([[2], [-1]]), -1, np.array([[3, -1, 0, 1, -2], [2, 1, 4, -2, 0]])


@predict.part("close to one half, and one example alone")
def _(rng):
    yield _with_scores(rng, 2, [-0.4, -0.1, 0.1, 0.3, 0.45, 0.9])  # 0.6 belongs to z = 0.405
    yield _with_scores(rng, 5, [-0.45, -0.3, -0.2, 0.05, 0.2, 0.4, 0.8])
    yield _with_scores(rng, 3, [-0.9, -0.3, -0.2, -0.05, 0.3, 0.7])
    yield _with_scores(rng, 3, [0.3])
    yield _with_scores(rng, 4, [-0.2])


@predict.part("exactly one half", weight=0.5)
def _(rng):
    yield np.array([[1], [-1]]), 0, np.array([[1, 3, 1], [1, 2, 4]])
    yield np.zeros((3, 1)), 0.0, rng.normal(size=(3, 5))


@predict.mistake("These are the probabilities. The last step is missing: 1 where a is above 0.5, else 0.")
def probabilities(w, b, X):
    return 1 / (1 + np.exp(-(w.T @ X + b)))


@predict.mistake(
    "z is compared with 0.5, and a is meant. a = 0.5 belongs to z = 0, so a picture with z = 0.3 has a = 0.57 "
    "and is a 1."
)
def z_against_one_half(w, b, X):
    return (w.T @ X + b > 0.5).astype(int)


@predict.mistake("b is missing in z, so many decisions fall on the wrong side.")
def predicted_without_b(w, b, X):
    return (w.T @ X > 0).astype(int)


@predict.mistake("b is taken away. The score is the weighted sum plus b.")
def predicted_with_minus_b(w, b, X):
    return (w.T @ X - b > 0).astype(int)


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
    return np.ones((1, X.shape[1]))


@predict.mistake(
    "Every example is a 0. That happens when a probability is turned into a whole number, which cuts off all that "
    "stands behind the point, or is compared with 1, which it never reaches: compare it with 0.5."
)
def fractions_cut_off(w, b, X):
    return np.zeros((1, X.shape[1]))


@predict.mistake("w is (n_x, 1) and X is (n_x, m): as they stand np.dot can't multiply them. w has to lie on its side.")
def w_not_transposed_in_dot(w, b, X):
    return (np.dot(w, X) + b > 0).astype(int)


@predict.mistake("w is (n_x, 1) and X is (n_x, m): as they stand @ can't multiply them. w has to lie on its side.")
def w_not_transposed_with_at(w, b, X):
    return (w @ X + b > 0).astype(int)


@predict.mistake(
    "`if` can't decide about a whole row, in which some probabilities are above one half and some below. A "
    "comparison of arrays decides entry by entry."
)
def if_on_a_row(w, b, X):
    return np.array([[1 if 1 / (1 + np.exp(-(w.T @ X + b))) > 0.5 else 0]]).reshape(1, -1)


@predict.mistake("A probability has to be above 0.5, and here it has to be above another number.")
def another_threshold(w, b, X):
    return (1 / (1 + np.exp(-(w.T @ X + b))) > 0.7).astype(int)


@predict.mistake(
    "The probabilities are kept where they are above 0.5. A decision is 1 there, and nothing between 0 and 1."
)
def probabilities_kept(w, b, X):
    A = 1 / (1 + np.exp(-(w.T @ X + b)))
    return np.where(A > 0.5, A, 0)


@predict.mistake("Both answers are joined to a single one about all examples. There is a decision for each of them.")
def one_decision(w, b, X):
    return int(np.mean(1 / (1 + np.exp(-(w.T @ X + b)))) > 0.5)


@predict.mistake("The probabilities above 0.5 have become 1, but the others are still there. They become 0.")
def small_probabilities_left(w, b, X):
    A = 1 / (1 + np.exp(-(w.T @ X + b)))
    return np.where(A > 0.5, 1, A)


@predict.mistake("At a probability of exactly one half there is a 1 here: >= is written, and above one half is asked.")
def one_half_counts(w, b, X):
    return (w.T @ X + b >= 0).astype(int)


@predict.mistake(
    "A probability of exactly one half stays in the result: it is neither above nor below. There the answer is 0."
)
def one_half_left(w, b, X):
    Z = w.T @ X + b
    return np.where(Z == 0, 0.5, Z > 0)


@predict.mistake("A probability has to be above 0.6 here. The bound is one half.")
def threshold_a_little_higher(w, b, X):
    return (1 / (1 + np.exp(-(w.T @ X + b))) > 0.6).astype(int)


@predict.mistake(
    "w and X are multiplied with *, and nothing is added up, so there is a decision for each feature of each example. "
    "A score is a sum over the features."
)
def decisions_about_features(w, b, X):
    return (w * X + b > 0).astype(int)


@predict.mistake("Probabilities and decisions come back, two results. One is asked: the decisions.")
def probabilities_and_decisions(w, b, X):
    A = 1 / (1 + np.exp(-(w.T @ X + b)))
    return A, (A > 0.5).astype(int)


@predict.mistake(
    "np.where with the condition alone gives the places where it holds. With two more arguments it chooses between "
    "them: what stands where it holds, and what stands elsewhere."
)
def places_of_the_ones(w, b, X):
    return np.where(w.T @ X + b > 0)


@predict.mistake(
    "An array with several answers can't become one number, as int() wants it. An array has a method that turns all "
    "its entries into whole numbers."
)
def int_of_a_row(w, b, X):
    return int(np.vstack([w.T @ X + b > 0] * 2))


@predict.mistake("This is how many ones there are. The decision for each example is asked.")
def ones_counted(w, b, X):
    return np.sum(w.T @ X + b > 0)


@predict.mistake("Only the probabilities above 0.5 come back, the others are left out. Every example gets a decision.")
def only_the_large_ones(w, b, X):
    A = 1 / (1 + np.exp(-(w.T @ X + b)))
    return A[A > 0.5]


@predict.mistake("np.argmax gives the place of the largest number. Each probability is compared with one half.")
def place_of_the_largest(w, b, X):
    return np.argmax(w.T @ X + b)


@predict.mistake("A single example gets a 1, that with the largest probability. Each is compared with one half.")
def largest_only(w, b, X):
    Z = w.T @ X + b
    return (Z.max() == Z).astype(int)


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
def into_zeros(w, b, X):
    A = 0.5 * (1 + np.tanh((np.einsum("jk,ji->ki", w, X) + b) / 2))
    predictions = np.zeros_like(A)
    predictions[A > 0.5] = 1
    return predictions


@predict.variant
def with_heaviside(w, b, X):
    return np.heaviside((X.T @ w + b).T, 0)


model = Exercise("w2-model", rtol=1e-3, atol=2e-4)


def _train_and_test(rng, n_x, m, m_test):
    """Two sets of examples. In each, two alike have different labels, so that no accuracy is 1."""
    return *_at_odds(rng, n_x, m), *_at_odds(rng, n_x, m_test)


def _at_odds(rng, n_x, m):
    """One example in three is a 1, those a little further out; the last one is the first with the other label."""
    Y = labels(rng, m)[np.newaxis]
    X = rng.normal(size=(n_x, m)) + 0.8 * Y
    X[:, -1], Y[0, -1] = X[:, 0], 1 - Y[0, 0]
    return X, Y


@model.part("a short training")
def _(rng):
    yield *_train_and_test(rng, 2, 7, 5), 1, 0.3
    yield *_train_and_test(rng, 3, 11, 8), 3, 0.7
    yield *_train_and_test(rng, 1, 5, 7), 2, 0.9


@model.part("a longer training")
def _(rng):
    yield *_train_and_test(rng, 2, 9, 13), 30, 0.5
    yield *_train_and_test(rng, 4, 11, 7), 20, 0.8
    yield *_train_and_test(rng, 7, 6, 11), 25, 0.4


RIGHT_TEST = 'right_test = predict(params["w"], params["b"], X_test) == Y_test'
TRAINED = "params, _, costs = optimize(w, b, X_train, Y_train, num_iterations, learning_rate)"
ACCURACIES = 'accuracies = {"train_accuracy": np.mean(right_train), "test_accuracy": np.mean(right_test)}'
COSTS = '"costs": costs'

model.slip(
    "per_cent",
    "The accuracies are in per cent. Fractions from 0 to 1 are asked.",
    ACCURACIES,
    ACCURACIES.replace("np.mean", "100 * np.mean"),
)
model.slip(
    "how_many_are_right",
    "These are how many decisions are right. Divided by how many there are, they are fractions from 0 to 1.",
    ACCURACIES,
    ACCURACIES.replace("np.mean", "np.sum"),
)
model.slip(
    "fractions_wrong",
    "These are the fractions that are wrong. The accuracy is what is left.",
    ACCURACIES,
    ACCURACIES.replace("np.mean", "1 - np.mean"),
)
model.slip(
    "tested_on_the_training_set",
    "The test accuracy is measured on the training examples once more. Predict for X_test, and compare with Y_test.",
    RIGHT_TEST,
    "right_test = right_train",
)
model.slip(
    "accuracies_exchanged",
    "The two accuracies have changed places.",
    ACCURACIES,
    ACCURACIES.replace("right_train", "RIGHT").replace("right_test", "right_train").replace("RIGHT", "right_test"),
)
model.slip(
    "trained_on_the_test_set",
    "The training sees the test examples, so the test accuracy says nothing any more. Learn from X_train and Y_train.",
    TRAINED,
    TRAINED.replace("train", "test"),
)
model.slip(
    "untrained_parameters_tried",
    "The accuracies belong to the parameters before the training, all zero. Predict with those that came back from it.",
    ACCURACIES,
    "right_train = predict(w, b, X_train) == Y_train\n    right_test = predict(w, b, X_test) == Y_test\n    "
    + ACCURACIES,
)
model.slip(
    "untrained_parameters_returned",
    "The w and b that come back are those of the start, all zero. Return what the training made of them.",
    "return {**params",
    'return {"w": w, "b": b',
)
model.slip(
    "last_cost_only",
    "One cost comes back, the last. The cost before each step is asked, as a list.",
    COSTS,
    '"costs": costs[-1]',
)
model.slip(
    "b_forgotten_in_predictions",
    "The predictions are made without b: a 0 stands in its place.",
    ACCURACIES,
    'right_train = predict(params["w"], 0, X_train) == Y_train\n'
    '    right_test = predict(params["w"], 0, X_test) == Y_test\n    ' + ACCURACIES,
)
model.slip(
    "probabilities_compared",
    "Both accuracies are 0. Either probabilities are compared with the labels, which are never equal, and the "
    "decisions are meant; or it is asked whether all decisions are right, and the fraction is meant.",
    ACCURACIES,
    'right_train = activation(params["w"], params["b"], X_train) == Y_train\n'
    '    right_test = activation(params["w"], params["b"], X_test) == Y_test\n    ' + ACCURACIES,
)
model.slip(
    "mean_probability_of_the_label",
    "1 minus the mean distance is the accuracy for decisions of 0 and 1. Here it is taken of probabilities.",
    ACCURACIES,
    'right_train = 1 - np.abs(activation(params["w"], params["b"], X_train) - Y_train)\n'
    '    right_test = 1 - np.abs(activation(params["w"], params["b"], X_test) - Y_test)\n    ' + ACCURACIES,
)
model.slip(
    "signed_differences",
    "The differences are averaged with their signs, so a 1 for a 0 and a 0 for a 1 cancel out. Ask of each "
    "decision whether it is right.",
    ACCURACIES,
    'right_train = 1 - (predict(params["w"], params["b"], X_train) - Y_train)\n'
    '    right_test = 1 - (predict(params["w"], params["b"], X_test) - Y_test)\n    ' + ACCURACIES,
)
model.slip(
    "shares_of_ones_found",
    "This is how many of the true ones were found. The accuracy looks at all examples, the zeros too.",
    ACCURACIES,
    'right_train = predict(params["w"], params["b"], X_train)[Y_train == 1]\n'
    '    right_test = predict(params["w"], params["b"], X_test)[Y_test == 1]\n    ' + ACCURACIES,
)
model.slip(
    "decisions_in_place_of_accuracies",
    "There is an answer for each example, right or wrong. The accuracy is one number: the fraction that is right.",
    ACCURACIES,
    'accuracies = {"train_accuracy": right_train, "test_accuracy": right_test}',
)
model.slip(
    "predictions_in_place_of_accuracies",
    "These are the decisions for each example. How often they agree with the labels is asked, as a fraction.",
    ACCURACIES,
    'accuracies = {"train_accuracy": predict(params["w"], params["b"], X_train), "test_accuracy": '
    'predict(params["w"], params["b"], X_test)}',
)
model.slip(
    "weight_for_each_example",
    "There is a weight for each feature, which is a row of X_train, and here one is made for each example.",
    "X_train.shape[0]",
    "X_train.shape[1]",
)
model.slip(
    "start_at_ones",
    "The training starts at ones. It starts at zeros, so that the first cost is log 2, about 0.693.",
    "w, b = initialize_with_zeros(X_train.shape[0])",
    "w, b = np.ones((X_train.shape[0], 1)), 0.0",
)
model.slip(
    "iterations_and_rate_exchanged",
    "The number of iterations and the learning rate have changed places in the call of `optimize`. Compare "
    "the order of its arguments.",
    TRAINED,
    TRAINED.replace("num_iterations, learning_rate)", "learning_rate, num_iterations)"),
)
model.slip(
    "learning_rate_fixed",
    "The learning rate that is given isn't used: another one is written into the call.",
    TRAINED,
    TRAINED.replace("num_iterations, learning_rate)", "num_iterations, 0.01)"),
)
model.slip(
    "iterations_fixed",
    "The number of iterations that is given isn't used: another one is written into the call.",
    TRAINED,
    TRAINED.replace("num_iterations, learning_rate)", "100, learning_rate)"),
)
model.slip(
    "a_tuple_for_a_dict",
    "The results come back one after the other. A dict is asked, so that each has its name.",
    "return {**params, " + COSTS + ", **accuracies}",
    'return params["w"], params["b"], costs, *accuracies.values()',
)
model.slip(
    "parameters_in_a_dict_of_their_own",
    "w and b are hidden in a dict inside the dict. They stand in it under their own names, 'w' and 'b'.",
    "**params, ",
    '"params": params, ',
)


model.slip(
    "trained_accuracy_on_the_test_set",
    "The training accuracy is measured on the test examples. Predict for X_train, and compare with Y_train.",
    ACCURACIES,
    "right_train = right_test\n    " + ACCURACIES,
)
model.slip(
    "labels_of_the_other_set",
    "Predictions are compared with the labels of the other set, which has another number of examples.",
    RIGHT_TEST,
    RIGHT_TEST.replace("Y_test", "Y_train"),
)
model.slip(
    "parameters_not_unpacked",
    "`optimize` gives a dict of parameters first, then a dict of gradients. Here they are taken for w and b "
    "themselves.",
    ACCURACIES,
    "w, b, _ = optimize(w, b, X_train, Y_train, num_iterations, learning_rate)\n"
    "    right_train = predict(w, b, X_train) == Y_train\n    " + ACCURACIES,
)


@model.mistake(
    "w has a weight for each example, and np.dot can't multiply it with X_train. There is a weight for each feature, "
    "and a feature is a row of X_train."
)
def weight_for_each_example_in_dot(X_train, Y_train, X_test, Y_test, num_iterations, learning_rate):
    return np.dot(np.zeros((X_train.shape[1], 1)).T, X_train)


model.slip(
    "two_results_of_optimize",
    "`optimize` gives three results: parameters, gradients and costs. Here two are taken from it.",
    TRAINED,
    TRAINED.replace("_, ", ""),
)
model.slip(
    "divided_by_the_training_examples",
    "The right test decisions are divided by the number of training examples. Each set is divided by its own number.",
    RIGHT_TEST,
    RIGHT_TEST + "\n    right_test = right_test * right_test.size / right_train.size",
)
model.slip(
    "differences_averaged",
    "This is the mean of prediction minus label, in which the two kinds of error cancel out. How often they are equal "
    "is asked.",
    ACCURACIES,
    'right_train = predict(params["w"], params["b"], X_train) - Y_train\n'
    '    right_test = predict(params["w"], params["b"], X_test) - Y_test\n    ' + ACCURACIES,
)
model.slip(
    "shares_of_ones",
    "This is how often 1 was predicted, right or wrong. The predictions have to be compared with the labels.",
    ACCURACIES,
    'right_train = predict(params["w"], params["b"], X_train)\n'
    '    right_test = predict(params["w"], params["b"], X_test)\n    ' + ACCURACIES,
)
model.slip(
    "trained_once_more_on_the_test_set",
    "Before the test it is trained once more, on the test examples, so the test says nothing any more. One training, "
    "on X_train and Y_train.",
    RIGHT_TEST,
    "params, _, _ = optimize(params['w'], params['b'], X_test, Y_test, num_iterations, learning_rate)\n    "
    + RIGHT_TEST,
)
model.slip(
    "accuracies_rounded",
    "The accuracies are rounded to two digits. Leave them as they come; whoever prints them can round.",
    ACCURACIES,
    ACCURACIES.replace("np.mean(right_train)", "round(float(np.mean(right_train)), 2)").replace(
        "np.mean(right_test)", "round(float(np.mean(right_test)), 2)"
    ),
)
model.slip(
    "accuracies_alone",
    "Only the two accuracies come back. A dict is asked, in which w, b and the costs stand as well.",
    "return {**params, " + COSTS + ", **accuracies}",
    "return tuple(accuracies.values())",
)
model.slip(
    "gradients_for_parameters",
    "The last gradients are taken for w and b. The trained parameters are the first thing that `optimize` returns.",
    TRAINED,
    TRAINED.replace("params, _, costs", "_, grads, costs") + "\n    params = {'w': grads['dw'], 'b': grads['db']}",
)
model.slip(
    "labels_on_their_side",
    "Every prediction is compared with every label, a table of m x m answers. Predictions and labels are rows, both "
    "(1, m): leave them so.",
    ACCURACIES,
    'right_train = predict(params["w"], params["b"], X_train) == Y_train.T\n'
    '    right_test = predict(params["w"], params["b"], X_test) == Y_test.T\n    ' + ACCURACIES,
)
model.slip(
    "ones_in_both",
    "Prediction times label is 1 only where both are 1. Where both are 0 the decision is right as well.",
    ACCURACIES,
    'right_train = predict(params["w"], params["b"], X_train) * Y_train\n'
    '    right_test = predict(params["w"], params["b"], X_test) * Y_test\n    ' + ACCURACIES,
)


@model.variant
def written_out(X_train, Y_train, X_test, Y_test, num_iterations, learning_rate):
    w, b, costs, m = np.zeros((X_train.shape[0], 1)), 0, [], X_train.shape[1]
    for _ in range(num_iterations):
        A = 1 / (1 + np.exp(-(np.dot(w.T, X_train) + b)))
        costs.append(-np.sum(Y_train * np.log(A + 1e-5) + (1 - Y_train) * np.log(1 - A + 1e-5)) / m)
        w = w - learning_rate * np.dot(X_train, (A - Y_train).T) / m
        b = b - learning_rate * np.sum(A - Y_train) / m
    train = (np.dot(w.T, X_train) + b > 0).astype(int)
    test = (np.dot(w.T, X_test) + b > 0).astype(int)
    return {
        "w": w,
        "b": b,
        "costs": costs,
        "train_accuracy": 1 - np.mean(np.abs(train - Y_train)),
        "test_accuracy": 1 - np.mean(np.abs(test - Y_test)),
        "learning_rate": learning_rate,
    }


@model.variant
def by_counting(X_train, Y_train, X_test, Y_test, num_iterations, learning_rate):
    theta, costs = np.zeros((X_train.shape[0] + 1, 1)), np.zeros(num_iterations)
    ones = np.vstack([X_train, np.ones(X_train.shape[1])])
    for k in range(num_iterations):
        Z = theta.T @ ones
        costs[k] = np.mean(np.logaddexp(0, Z) - Y_train * Z)
        theta = theta - learning_rate * ones @ (0.5 * (1 + np.tanh(Z / 2)) - Y_train).T / Z.size
    w, b, right = theta[:-1], theta[-1:], []
    for X, Y in ((X_train, Y_train), (X_test, Y_test)):
        right.append(sum(int((w[:, 0] @ X[:, i] + b[0, 0] > 0) == Y[0, i]) for i in range(Y.size)) / Y.size)
    return {"test_accuracy": right[1], "train_accuracy": right[0], "costs": costs, "b": b, "w": w}


@model.variant
def with_booleans_and_arrays(X_train, Y_train, X_test, Y_test, num_iterations, learning_rate):
    def probabilities(X):
        return np.reciprocal(1 + np.exp(-np.sum(w * X, axis=0, keepdims=True) - b))

    w, b, costs = np.zeros((len(X_train), 1)), np.zeros(1), ()
    for _ in range(num_iterations):
        A = probabilities(X_train)
        costs += (np.mean(-np.log(np.where(Y_train == 1, A, 1 - A)), axis=1),)
        w, b = (
            w - learning_rate * np.mean(X_train * (A - Y_train), 1, keepdims=True),
            b - learning_rate * np.mean(A - Y_train),
        )
    accuracies = [
        np.count_nonzero((probabilities(X) > 0.5) == (Y == 1)) / Y.shape[1]
        for X, Y in ((X_train, Y_train), (X_test, Y_test))
    ]
    return {"w": w, "b": b, "costs": costs, "train_accuracy": accuracies[0], "test_accuracy": accuracies[1]}


@model.variant
def example_by_example(X_train, Y_train, X_test, Y_test, num_iterations, learning_rate):
    import math

    (n_x, m), w, b, costs = X_train.shape, [0.0] * len(X_train), 0.0, []

    def probability(x):
        return 1 / (1 + math.exp(-b - sum(weight * value for weight, value in zip(w, x))))

    def share(X, Y):
        return sum((probability(x) > 0.5) == (y == 1) for x, y in zip(X.T, Y[0])) / len(Y[0])

    for _ in range(num_iterations):
        a = [probability(x) for x in X_train.T]
        costs.append(sum(-math.log(p if y == 1 else 1 - p) for p, y in zip(a, Y_train[0])) / m)
        errors = [p - y for p, y in zip(a, Y_train[0])]
        w = [w[j] - learning_rate * sum(e * x for e, x in zip(errors, X_train[j])) / m for j in range(n_x)]
        b -= learning_rate * sum(errors) / m
    accuracies = {"train_accuracy": share(X_train, Y_train), "test_accuracy": share(X_test, Y_test)}
    return {"w": [[weight] for weight in w], "b": b, "costs": costs, **accuracies}
