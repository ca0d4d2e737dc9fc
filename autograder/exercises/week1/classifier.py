"""A first classifier."""

from functools import partial

import numpy as np

from autograder.exercises.drawing import examples, labels
from autograder.spec import Exercise

train = Exercise("w1-train", rtol=1e-3)


@train.part("the first steps")
def _(rng):
    yield np.array([[1.0, -2.0, 3.0], [4.0, 0.5, -1.0]]), np.array([[1, 0, 1]]), 0.1, 1
    yield *examples(rng, 2, 5), 0.7, 2
    yield *examples(rng, 3, 7), 0.3, 4
    yield np.array([[2.0]]), np.array([[1]]), 0.5, 2  # here a weight for each example fits


@train.part("a longer training")
def _(rng):
    yield *examples(rng, 2, 7), 0.4, 20
    yield *examples(rng, 4, 9), 0.8, 15
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
    "The learning rate is missing, or always 1: each step is as long as the gradient itself. alpha makes it shorter.",
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
    "w_moved_with_b",
    "w takes the step of b: its own derivative is dw, with an entry for each weight.",
    "w = w - alpha * dw",
    "w = w - alpha * db",
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
    "Only some of the costs are kept, the first and then every hundredth. Here the cost before every step is asked.",
    "for _ in range(iterations):\n        dw, db, J = two_loops(w, b, X, Y)\n        costs.append(J)",
    "for i in range(iterations):\n        dw, db, J = two_loops(w, b, X, Y)\n"
    "        costs += [J] if i % 100 == 0 else []",
)
train.slip(
    "every_tenth_cost",
    "Only some of the costs are kept, the first and then every tenth. Here the cost before every step is asked.",
    "for _ in range(iterations):\n        dw, db, J = two_loops(w, b, X, Y)\n        costs.append(J)",
    "for i in range(iterations):\n        dw, db, J = two_loops(w, b, X, Y)\n"
    "        costs += [J] if i % 10 == 0 else []",
)
train.slip(
    "returned_in_the_loop",
    "The training ends after one step: `return` stands inside the loop, and it ends the function. It belongs behind "
    "the loop.",
    "b = b - alpha * db\n    return",
    "b = b - alpha * db\n        return",
)
train.slip(
    "w_never_moved",
    "w stays zero all the way. It takes a step of its own, with dw, as b does with db.",
    "w = w - alpha * dw",
    "w = 0.0 * w",
)
train.slip(
    "nothing_moved",
    "w and b stay zero all the way, so all costs are the same. What a step computes has to become the new w and b.",
    "w = w - alpha * dw\n        b = b - alpha * db",
    "w, b = 0.0 * w, 0.0 * b",
)
train.slip(
    "zeros_in_the_loop",
    "Every step starts from zero again, because the zeros are set inside the loop. They are the start: they belong "
    "before it.",
    "dw, db, J = two_loops(w, b, X, Y)",
    "w, b = np.zeros((X.shape[0], 1)), 0.0\n        dw, db, J = two_loops(w, b, X, Y)",
)
train.slip(
    "step_times_m",
    "The steps are m times too long, while the costs begin right. `two_loops` is to give means, and they are used as "
    "they are.",
    "w = w - alpha * dw\n        b = b - alpha * db",
    "w = w - alpha * dw * X.shape[1]\n        b = b - alpha * db * X.shape[1]",
)
train.slip(
    "alpha_missing_in_b",
    "In the step of b the learning rate is missing. w and b share it.",
    "b = b - alpha * db",
    "b = b - db",
)
train.slip(
    "alpha_missing_in_w",
    "In the step of w the learning rate is missing. w and b share it.",
    "w = w - alpha * dw",
    "w = w - dw",
)
train.slip(
    "alpha_fixed",
    "The learning rate is always 0.1 here, whatever is given. It is an argument, alpha.",
    "w = w - alpha * dw\n        b = b - alpha * db",
    "w = w - 0.1 * dw\n        b = b - 0.1 * db",
)
train.slip(
    "b_starts_at_one",
    "b starts at 1. Everything starts at zero here, so that the first cost is log 2, about 0.693.",
    "0.0, []",
    "1.0, []",
)
train.slip(
    "one_step_missing",
    "There is one step too few: range(1, iterations) begins with 1 and ends before iterations.",
    "range(iterations)",
    "range(1, iterations)",
)
train.slip(
    "one_step_too_many",
    "There is one step too many, and so one cost too many. iterations says how many steps there are.",
    "range(iterations)",
    "range(iterations + 1)",
)
train.slip(
    "two_results_of_three",
    "`two_loops` gives three results, dw, db and J. Take all three; the cost is the third.",
    "dw, db, J = two_loops(w, b, X, Y)\n        costs.append(J)",
    "dw, db = two_loops(w, b, X, Y)\n        costs.append(0)",
)
train.slip(
    "results_in_another_order",
    "What `two_loops` gives is taken in the wrong order: it gives dw, db and J, J last.",
    "dw, db, J = two_loops(w, b, X, Y)",
    "J, dw, db = two_loops(w, b, X, Y)",
)
train.slip(
    "always_two_features",
    "There is a weight for each row of X, and here there are always two. How many rows has X?",
    "np.zeros((X.shape[0], 1))",
    "np.zeros((2, 1))",
)
train.slip(
    "w_returned_as_a_row",
    "w comes back as a row. It is to be a column: (n_x, 1).",
    "return w, b, costs",
    "return w.T, b, costs",
)
train.slip(
    "costs_first",
    "The results come back in the wrong order: w is asked first, then b, then the costs.",
    "return w, b, costs",
    "return costs, w, b",
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
    yield _with_scores(rng, 2, [-2, -0.9, -0.8, 0.7, 0.9, 1.0, 2])  # b left out, or taken off, shows
    yield _with_scores(rng, 3, [-0.9, 0.8, 0.9, 1.1, 4])
    yield _with_scores(rng, 4, [-2, -1.1, -0.9, -0.8, 0.9, 0.8])
    yield _with_scores(rng, 1, [-1, -0.8, 0.9])
    yield _with_scores(rng, 2, [0.7, 0.9, 1.5])  # ones from the first to the last


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
    "These are the scores z. From a score to a decision two steps are missing: its probability, and 1 where that is "
    "above 0.5, else 0."
)
def scores(w, b, X):
    return w.T @ X + b


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


@predict.mistake("b is subtracted in z. It is added: a positive b makes a 1 more likely.")
def predicted_minus_b(w, b, X):
    return (w.T @ X - b > 0).astype(int)


@predict.mistake(
    "@ needs w on its side: w is a column of shape (n_x, 1), and its inner size has to be n_x, as that of X is."
)
def w_with_at(w, b, X):
    return (w @ X + b > 0).astype(int)


@partial(predict.mistake, where=lambda w, b, X: len(X) > 2)(
    "This is right for two features and leaves the others out. X has as many rows as there are weights."
)
def predicted_from_two_features(w, b, X):
    return (w[:2].T @ X[:2] + b > 0).astype(int)


@predict.mistake(
    "Only the first example is decided and the others keep their 0. `return` ends the function: it belongs behind the"
    " loop."
)
def first_decision_only(w, b, X):
    return (w.T @ X + b > 0) * (np.arange(X.shape[1]) == 0)


@predict.mistake("The last example is never decided: range(m - 1) ends before it.")
def last_decision_missing(w, b, X):
    return (w.T @ X + b > 0) * (np.arange(X.shape[1]) < X.shape[1] - 1)


@predict.mistake("The first example is never decided: Python counts from 0, and range(1, m) begins with the second.")
def first_decision_missing(w, b, X):
    return (w.T @ X + b > 0) * (np.arange(X.shape[1]) > 0)


@predict.mistake('The decisions are texts, "0" and "1". Numbers are asked: 0 and 1 without quotation marks.')
def decisions_as_texts(w, b, X):
    return np.where(w.T @ X + b > 0, "1", "0")


@predict.mistake("The ones are there, and where a is below 0.5 the probability still stands. That is to become 0.")
def zeros_missing(w, b, X):
    A = 1 / (1 + np.exp(-(w.T @ X + b)))
    return np.where(A > 0.5, 1, A)


@predict.mistake("The zeros are there, and where a is above 0.5 the probability still stands. That is to become 1.")
def ones_missing(w, b, X):
    A = 1 / (1 + np.exp(-(w.T @ X + b)))
    return np.where(A > 0.5, A, 0)


@predict.mistake(
    "Each probability is compared with the mean of all, so a prediction hangs on the other examples. The limit is one"
    " half."
)
def above_the_mean(w, b, X):
    A = 1 / (1 + np.exp(-(w.T @ X + b)))
    return (A.mean() < A).astype(int)


@predict.mistake("This is the score with all below 0 cut off, a ReLU. A decision is 0 or 1.")
def positive_scores(w, b, X):
    return np.maximum(0, w.T @ X + b)


@predict.mistake("One decision comes back for all examples together. Each column of X has its own.")
def one_decision_for_all(w, b, X):
    return int(np.mean(1 / (1 + np.exp(-(w.T @ X + b)))) > 0.5)


@predict.mistake(
    "w * X multiplies row by row and doesn't add up, so there is a decision for each feature and example. An example "
    "has one score, the sum."
)
def scores_of_features(w, b, X):
    return (w * X + b > 0).astype(int)


@predict.variant
def decisions_as_nested_lists(w, b, X):
    return [[int(score > 0) for score in (w.T @ X + b)[0]]]


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
    Y = labels(rng, m)[np.newaxis]
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


@accuracy.mistake(
    "This is 1 where all predictions are right and else 0. That comes of // or int(), which cut the fraction off, or "
    "of comparing the rows as a whole. What fraction of the predictions is right?"
)
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


@accuracy.mistake(
    "This is the share of the predicted ones that are right, the precision. The accuracy looks at all m examples, the "
    "zeros too."
)
def precision(predictions, Y):
    return np.sum(predictions * Y) / np.sum(predictions)


@accuracy.mistake(
    "One of the rows has become a column, so every prediction is compared with every label, m x m times. Only entries"
    " in the same place belong together."
)
def every_pair(predictions, Y):
    return np.mean(predictions == Y.T)


@accuracy.mistake(
    "Only the first prediction is looked at: `return` inside the loop ends the function. It belongs behind the loop."
)
def first_prediction_only(predictions, Y):
    return (predictions[0, 0] == Y[0, 0]) / Y.shape[1]


@accuracy.mistake("The last prediction is never looked at: range(m - 1) ends before it.")
def last_prediction_skipped(predictions, Y):
    return np.sum((predictions == Y)[0, :-1]) / Y.shape[1]


@accuracy.mistake(
    "The first prediction is never looked at: Python counts from 0, and range(1, m) begins with the second."
)
def first_prediction_skipped(predictions, Y):
    return np.sum((predictions == Y)[0, 1:]) / Y.shape[1]


@accuracy.mistake("The fraction is rounded to two digits. Return it as it is; rounding is for printing.")
def two_digits(predictions, Y):
    return round(float(np.mean(predictions == Y)), 2)


@accuracy.mistake("The fraction is rounded to three digits. Return it as it is; rounding is for printing.")
def three_digits(predictions, Y):
    return round(float(np.mean(predictions == Y)), 3)


@accuracy.mistake("This is how often a 1 is predicted. The labels say how often that is right.")
def share_of_predicted_ones(predictions, Y):
    return np.mean(predictions)


@accuracy.mistake(
    "This is the mean of the differences, with their signs: 0 where all is right. The fraction that agrees is asked."
)
def mean_difference(predictions, Y):
    return np.mean(predictions - Y)


@accuracy.mistake(
    "len() of a row of shape (1, m) is 1, the number of rows, whatever is in it. Count the agreements and divide by m."
)
def length_for_count(predictions, Y):
    return len(predictions == Y) / Y.shape[1]


@accuracy.mistake(
    "The mean is taken along the wrong axis, over the one row, so m answers are left. One number is asked."
)
def along_the_wrong_axis(predictions, Y):
    return np.mean(predictions == Y, axis=0)


@accuracy.mistake("The number of examples is fixed at 150 here. It is m, the number of columns.")
def always_one_hundred_and_fifty(predictions, Y):
    return np.sum(predictions == Y) / 150


@accuracy.mistake("The number of examples is fixed at 3 here, as in the example. It is m, the number of columns.")
def always_three(predictions, Y):
    return np.sum(predictions == Y) / 3


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
