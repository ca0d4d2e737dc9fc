"""The sigmoid and its log-odds, the two halves of the loss, and two costs over a weight."""

from collections.abc import Callable

import numpy as np

from lib.figures.style import BLUE, GREEN, GREY, ORANGE, Picture, described, note, picture, point

# Where to look on the squared error: a weight, a word, and where the word stands.
PLACES_ON_THE_LEFT = [
    (0.44, "valley", (-16, -20)),
    (1.96, "hill", (-8, 8)),
    (4, "start here", (4, 12)),
    (7.5, "shelf", (-14, 10)),
]


@described(
    "Your sigmoid from z = -8 to 8. It should be an S-shaped curve that rises from near 0 to near 1, through one "
    "half at z = 0, between two dotted lines at 0 and 1."
)
def plot_sigmoid(sigmoid: Callable) -> Picture:
    """The learner's sigmoid, with its limits and three points to check by hand."""
    figure, ax = picture(7.6, 3.6)
    z = np.linspace(-8, 8, 321)
    for limit in (0, 1):
        ax.axhline(limit, color=GREY, linestyle=":", linewidth=1.2)
    ax.plot(z, sigmoid(z), color=BLUE, linewidth=3)
    for at, shift in [(-4, (-62, 12)), (0, (12, -5)), (4, (-10, -24))]:
        a = float(sigmoid(at))
        point(ax, (at, a), f"σ({at}) = {a:.3f}".replace("-", "−"), shift)
    note(ax, "limit 1 as z grows", (-7.9, 1.0), va="center", color=GREY)
    note(ax, "limit 0 as z falls", (7.9, 0.0), va="center", ha="right", color=GREY)
    ax.set(xlabel="score z", xlim=(-8, 8))
    ax.set(ylabel="probability", ylim=(-0.08, 1.08), yticks=[0, 0.25, 0.5, 0.75, 1])
    return figure


@described(
    "Two plots. On the left the sigmoid takes scores to probabilities. On the right your log-odds take "
    "probabilities back to scores: it is the same curve with its axes exchanged, low near probability 0, zero at "
    "one half, high near 1."
)
def plot_log_odds(sigmoid: Callable, log_odds: Callable) -> Picture:
    """There and back: from score to probability, and from probability to score."""
    figure, (left, right) = picture(9.4, 3.6, columns=2)
    z, p = np.linspace(-5, 5, 201), np.linspace(0.007, 0.993, 400)
    left.plot(z, sigmoid(z), color=BLUE)
    right.plot(p, log_odds(p), color=GREEN)
    score = float(log_odds(0.8))
    back = float(sigmoid(score))
    point(left, (score, back), f"z = {score:.3f}, p = {back:.1f}", (8, -14))
    point(right, (0.8, score), f"p = 0.8, z = {score:.3f}", (-118, 6))
    left.set(xlabel="score z", ylabel="probability p", xlim=(-5, 5), ylim=(0, 1))
    right.set(xlabel="probability p", ylabel="score z", xlim=(0, 1), ylim=(-5, 5))
    for ax, title in [(left, "sigmoid: score to probability"), (right, "log-odds: probability to score")]:
        ax.set_title(title)
        ax.grid()
    return figure


@described(
    "Your loss against the prediction a. For label 1 it should fall from very high near a = 0 to 0 at a = 1; for "
    "label 0 it should be the mirror image. The curves cross at a = 0.5, at 0.693."
)
def plot_losses(loss: Callable) -> Picture:
    """The learner's loss over the prediction, one curve for each label."""
    figure, ax = picture(7.6, 3.8)
    predictions = np.linspace(0.004, 0.996, 400)
    for y, colour, style in [(1, BLUE, "-"), (0, ORANGE, "--")]:
        ax.plot(predictions, [loss(a, y) for a in predictions], color=colour, linestyle=style, label=f"label y = {y}")
    for a, shift in [(0.1, (10, 4)), (0.5, (-16, 14)), (0.9, (-10, 10))]:
        point(ax, (a, loss(a, 1)), f"{loss(a, 1):.3f}", shift, BLUE, color=BLUE)
    ax.set(xlabel="prediction a", ylabel="loss", xlim=(0, 1), ylim=(0, 5))
    ax.legend(loc="upper center")
    return figure


@described(
    "Two curves over the weight w, for the same three examples. The squared error has a valley near 0.4, a hill "
    "near 2, and then a shelf that slopes gently down to the right without end. The log loss is a single bowl "
    "with its lowest point near 0.7."
)
def plot_two_costs(sigmoid: Callable, cost: Callable) -> Picture:
    """The squared error and the log loss of three examples, as functions of one weight."""
    figure, (left, right) = picture(9.6, 3.7, columns=2)
    x, Y = np.array([[-1, 3, 1]]), np.array([[0, 0, 1]])
    weights = np.linspace(-6, 9, 301)
    predictions = [sigmoid(w * x - 3) for w in weights]
    squared = [np.mean((A - Y) ** 2) / 2 for A in predictions]
    left.plot(weights, squared, color=ORANGE)
    right.plot(weights, [cost(A, Y) for A in predictions], color=BLUE)
    for w, text, shift in PLACES_ON_THE_LEFT:
        point(left, (w, np.interp(w, weights, squared)), text, shift, GREY)
    for ax, title in [(left, "half the squared error"), (right, "log loss")]:
        ax.set(title=title, xlabel="weight w", xlim=(-6, 9), ylim=(0, None))
        ax.grid()
    left.set_ylabel("mean over three examples")
    return figure
