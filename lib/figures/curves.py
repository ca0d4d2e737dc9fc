"""The sigmoid and its log-odds, the two halves of the loss, and two costs over a weight."""

from collections.abc import Callable

import numpy as np

from lib.figures.style import BLUE, GREEN, GREY, ORANGE, Picture, described, note, number, picture, point

# Where to look on the squared error: a weight, a word, and where the word stands.
PLACES_ON_THE_LEFT = [
    (0.44, "valley", (-22, -20)),
    (1.96, "hill", (-14, 8)),
    (4, "start here", (6, 6)),
    (8, "shelf", (-22, -18)),
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
        a = number(sigmoid(at))
        point(ax, (at, a), f"σ({at}) = {a:.3f}".replace("-", "−"), shift)
    note(ax, "limit 1 as z grows", (-7.9, 1.0), va="center", color=GREY)
    note(ax, "limit 0 as z falls", (7.9, 0.0), va="center", ha="right", color=GREY)
    ax.set(xlabel="score z", xlim=(-8, 8))
    ax.set(ylabel="probability", ylim=(-0.08, 1.08), yticks=[0, 0.25, 0.5, 0.75, 1])
    return figure


@described(
    "A square plot with two curves and the dashed line on which both axes agree. The sigmoid lies flat between "
    "heights 0 and 1. Your log-odds stand upright between 0 and 1 on the horizontal axis, falling without end near "
    "0 and rising without end near 1. Each should be the other's mirror image in the dashed line. One pair of "
    "points is marked: the sigmoid takes 1.386 to 0.8, the log-odds take 0.8 to 1.386."
)
def plot_log_odds(sigmoid: Callable, log_odds: Callable) -> Picture:
    """There and back on one square: the sigmoid, and the log-odds as its mirror image."""
    figure, ax = picture(5.6, 5.4)
    z, p = np.linspace(-4, 4, 201), np.linspace(0.015, 0.985, 400)
    ax.plot([-4, 4], [-4, 4], color=GREY, linestyle="--", linewidth=1)
    ax.plot(z, sigmoid(z), color=BLUE, label="sigmoid: score to probability")
    ax.plot(p, log_odds(p), color=GREEN, label="log-odds: probability to score")
    score = number(log_odds(0.8))
    back = number(sigmoid(score))
    point(ax, (score, back), f"{score:.3f} to {back:.1f}", (8, -16), BLUE)
    point(ax, (0.8, score), f"0.8 to {score:.3f}", (-88, 8), GREEN)
    ax.set(xlabel="what goes in", xlim=(-4, 4), ylabel="what comes out", ylim=(-4, 4), aspect="equal")
    ax.legend(loc="lower right", bbox_to_anchor=(1.0, 0.02), fontsize=10)
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
        ax.plot(
            predictions,
            [number(loss(a, y)) for a in predictions],
            color=colour,
            linestyle=style,
            label=f"label y = {y}",
        )
    for a, shift in [(0.1, (10, 4)), (0.5, (-16, 14)), (0.9, (-10, 10))]:
        height = number(loss(a, 1))
        point(ax, (a, height), f"{height:.3f}", shift, BLUE, color=BLUE)
    ax.set(xlabel="prediction a", ylabel="loss", xlim=(0, 1), ylim=(0, 5))
    ax.legend(loc="upper center")
    return figure


@described(
    "Two curves over the weight w, for the same three examples. The axis of the squared error is cut so that little "
    "differences show: it has a valley of height 0.148 near 0.4, a hill of height 0.240 near 2, and then a shelf that "
    "sinks to the right towards 0.167 and never below. The log loss is a single bowl with its lowest point near 0.7."
)
def plot_two_costs(sigmoid: Callable, cost: Callable) -> Picture:
    """The squared error and the log loss of three examples, as functions of one weight."""
    figure, (left, right) = picture(9.6, 3.7, columns=2)
    x, Y = np.array([[-1, 3, 1]]), np.array([[0, 0, 1]])
    weights = np.linspace(-6, 9, 301)
    predictions = [sigmoid(w * x - 3) for w in weights]
    squared = [np.mean((A - Y) ** 2) / 2 for A in predictions]
    left.plot(weights, squared, color=ORANGE)
    right.plot(weights, [number(cost(A, Y)) for A in predictions], color=BLUE)
    for w, text, shift in PLACES_ON_THE_LEFT:
        height = np.interp(w, weights, squared)
        point(left, (w, height), f"{text} {height:.3f}", shift, GREY)
    for ax, title in [(left, "half the squared error"), (right, "log loss")]:
        ax.set(title=title, xlabel="weight w", xlim=(-6, 9), ylim=(0, None))
        ax.grid()
    left.set_ylim(0.13, 0.29)
    left.set_ylabel("mean over three examples")
    return figure
