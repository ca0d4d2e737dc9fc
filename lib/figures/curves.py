"""The sigmoid and its log-odds, the two halves of the loss, and two costs over a weight."""

from collections.abc import Callable

import numpy as np

from lib.figures.style import BLUE, GREEN, GREY, ORANGE, Picture, note, picture


def plot_sigmoid(sigmoid: Callable) -> Picture:
    """The learner's sigmoid, with its limits and three points to check by hand."""
    figure, ax = picture(
        7.6,
        3.6,
        "Your sigmoid from z = -8 to 8. It should be an S-shaped curve that rises from near 0 to "
        "near 1, through one half at z = 0, between two dotted lines at 0 and 1.",
    )
    z = np.linspace(-8, 8, 321)
    for limit in (0, 1):
        ax.axhline(limit, color=GREY, linestyle=":", linewidth=1.2)
    ax.plot(z, sigmoid(z), color=BLUE, linewidth=3)
    for at, shift in [(-4, (-62, 12)), (0, (12, -5)), (4, (-10, -24))]:
        a = float(sigmoid(at))
        ax.plot(at, a, "o", color=ORANGE)
        note(ax, f"σ({at}) = {a:.3f}".replace("-", "−"), (at, a), xytext=shift, textcoords="offset points")
    note(ax, "limit 1 as z grows", (-7.9, 1.0), va="center", color=GREY)
    note(ax, "limit 0 as z falls", (7.9, 0.0), va="center", ha="right", color=GREY)
    ax.set(
        xlabel="score z",
        ylabel="probability",
        xlim=(-8, 8),
        ylim=(-0.08, 1.08),
        yticks=[0, 0.25, 0.5, 0.75, 1],
    )
    return figure


def plot_log_odds(sigmoid: Callable, log_odds: Callable) -> Picture:
    """There and back: from score to probability, and from probability to score."""
    figure, (left, right) = picture(
        9.4,
        3.6,
        "Two plots. On the left the sigmoid takes scores to probabilities. On the right "
        "your log-odds take probabilities back to scores: it is the same curve with its axes exchanged, "
        "low near probability 0, zero at one half, high near 1.",
        columns=2,
    )
    z = np.linspace(-5, 5, 201)
    left.plot(z, sigmoid(z), color=BLUE)
    left.set(
        title="sigmoid: score to probability",
        xlabel="score z",
        ylabel="probability p",
        xlim=(-5, 5),
        ylim=(0, 1),
    )
    p = np.linspace(0.007, 0.993, 400)
    right.plot(p, log_odds(p), color=GREEN)
    right.set(
        title="log-odds: probability to score",
        xlabel="probability p",
        ylabel="score z",
        xlim=(0, 1),
        ylim=(-5, 5),
    )
    score = float(log_odds(0.8))
    right.plot(0.8, score, "o", color=ORANGE)
    left.plot(score, float(sigmoid(score)), "o", color=ORANGE)
    note(right, f"p = 0.8, z = {score:.3f}", (0.8, score), xytext=(-118, 6), textcoords="offset points")
    note(
        left,
        f"z = {score:.3f}, p = {float(sigmoid(score)):.1f}",
        (score, float(sigmoid(score))),
        xytext=(8, -14),
        textcoords="offset points",
    )
    for ax in (left, right):
        ax.grid()
    return figure


def plot_losses(loss: Callable) -> Picture:
    """The learner's loss over the prediction, one curve for each label."""
    figure, ax = picture(
        7.6,
        3.8,
        "Your loss against the prediction a. For label 1 it should fall from very high near a = 0 to 0 "
        "at a = 1; for label 0 it should be the mirror image. The curves cross at a = 0.5, at 0.693.",
    )
    a = np.linspace(0.004, 0.996, 400)
    for y, colour, style in [(1, BLUE, "-"), (0, ORANGE, "--")]:
        ax.plot(
            a,
            [loss(prediction, y) for prediction in a],
            color=colour,
            linestyle=style,
            label=f"label y = {y}",
        )
    for prediction, shift in [(0.1, (10, 4)), (0.5, (-16, 14)), (0.9, (-10, 10))]:
        ax.plot(prediction, loss(prediction, 1), "o", color=BLUE)
        note(
            ax,
            f"{loss(prediction, 1):.3f}",
            (prediction, loss(prediction, 1)),
            xytext=shift,
            textcoords="offset points",
            color=BLUE,
        )
    ax.set(xlabel="prediction a", ylabel="loss", xlim=(0, 1), ylim=(0, 5))
    ax.legend(loc="upper center")
    return figure


def plot_two_costs(sigmoid: Callable, cost: Callable) -> Picture:
    """The squared error and the log loss of three examples, as functions of one weight."""
    figure, (left, right) = picture(
        9.6,
        3.7,
        "Two curves over the weight w, for the same three examples. The squared error has a "
        "valley near 0.4, a hill near 2, and then a shelf that slopes gently down to the right without "
        "end. The log loss is a single bowl with its lowest point near 0.7.",
        columns=2,
    )
    x, Y = np.array([[-1, 3, 1]]), np.array([[0, 0, 1]])
    w = np.linspace(-6, 9, 301)
    A = [sigmoid(weight * x - 3) for weight in w]
    squared = np.array([np.mean((a - Y) ** 2) / 2 for a in A])
    left.plot(w, squared, color=ORANGE)
    left.set(
        title="half the squared error", xlabel="weight w", ylabel="mean over three examples", ylim=(0, None)
    )
    right.plot(w, [cost(a, Y) for a in A], color=BLUE)
    right.set(title="log loss", xlabel="weight w", ylim=(0, None))
    for at, text, shift in [
        (0.44, "valley", (-16, -20)),
        (1.96, "hill", (-8, 8)),
        (4, "start here", (4, 12)),
        (7.5, "shelf", (-14, 10)),
    ]:
        height = np.interp(at, w, squared)
        left.plot(at, height, "o", color=GREY)
        note(left, text, (at, height), xytext=shift, textcoords="offset points")
    for ax in (left, right):
        ax.grid()
        ax.set_xlim(-6, 9)
    return figure
