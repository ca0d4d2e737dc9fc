"""Trainings side by side: costs, the paths of weights, flat places, and how far gradients are off."""

from collections.abc import Callable, Sequence

import numpy as np

from lib.figures.style import BLUE, GREEN, GREY, INK, ORANGE, PINK, SKY, Picture, note, number, picture

COLOURS, STYLES = (BLUE, GREEN, ORANGE, PINK, SKY), ("-", "--", "-", "-.", ":")


def plot_costs(runs: dict[str, Sequence[float]], top: float | None = None) -> Picture:
    """The cost over the steps of each training."""
    figure, ax = picture(8.2, 3.6)
    figure.alt = "Cost against steps. " + " ".join(
        f"{name}: from {costs[0]:.3f} to {costs[-1]:.3f} in {len(costs)} steps." for name, costs in runs.items()
    )
    for (name, costs), colour, style in zip(runs.items(), COLOURS, STYLES):
        width = 1.0 if np.max(np.abs(np.diff(costs[10:]))) > 0.3 else 2.0
        ax.plot([number(J) for J in costs], style, color=colour, linewidth=width, label=name)
    ax.axhline(np.log(2), color=GREY, linewidth=1.2, linestyle=":", label="0.693: one half to everything")
    ax.set(xlabel="steps", ylabel="cost J", ylim=(0, top))
    ax.legend(loc="upper left", bbox_to_anchor=(1, 1))
    return figure


def plot_weights(paths: dict[str, np.ndarray], every: int) -> Picture:
    """For each start the weights of the hidden units for the first input, (records, n_h), over the steps."""
    figure, axes = picture(10.6, 3.3, columns=len(paths), sharey=True)
    told = []
    for ax, (name, path) in zip(axes, paths.items()):
        apart = np.max(np.ptp(path, axis=1))
        for unit, (weights, colour) in enumerate(zip(path.T, COLOURS)):
            ax.plot(
                every * np.arange(len(path)), weights, color=colour, linewidth=6 - 1.4 * unit, label=f"unit {unit + 1}"
            )
        ax.set(title=name, xlabel="steps")
        ax.grid()
        apart_in_words = f"up to {apart:.1f} apart" if apart > 1e-6 else "all four the same"
        note(ax, apart_in_words, (0.03, 0.93), xycoords="axes fraction", va="top", fontsize=9.5)
        told.append(f"{name}: {apart_in_words}, at the end " + ", ".join(f"{w:.2f}" for w in path[-1]))
    axes[0].set_ylabel("weight of input 1")
    axes[-1].legend(loc="upper left", bbox_to_anchor=(1, 1))
    figure.alt = f"The weights of the hidden units over the steps of a training, a line for each. {'; '.join(told)}."
    return figure


def plot_flat_places(slope: Callable, scores: dict[str, np.ndarray]) -> Picture:
    """Where the hidden scores lie on tanh, for several starts, and how many stand where it is flat."""
    figure, axes = picture(10.6, 3.1, columns=len(scores), sharey=True)
    told = []
    for ax, (name, Z) in zip(axes, scores.items()):
        Z = np.ravel(Z)
        flat = np.mean(np.ravel(slope(Z)) < 0.01)
        reach = max(3.2, 1.05 * np.max(np.abs(Z)))
        z = np.linspace(-reach, reach, 801)
        ax.plot(z, np.tanh(z), color=GREY, linewidth=1.4)
        ax.plot(Z, np.tanh(Z), "o", color=BLUE, markersize=4, alpha=0.25, markeredgewidth=0)
        ax.set(title=name, xlabel="hidden score z", xlim=(-reach, reach), ylim=(-1.5, 1.25))
        note(ax, f"slope below 0.01: {flat:.0%}", (0.5, 0.03), xycoords="axes fraction", ha="center")
        told.append(
            f"{name}: scores up to {np.max(np.abs(Z)):.2g} in size, {flat:.0%} of them where the slope is under 0.01"
        )
    axes[0].set_ylabel("tanh(z)")
    figure.alt = f"The curve of tanh with the scores of all hidden units and plants on it. {'; '.join(told)}."
    return figure


def plot_errors(errors: dict[str, float]) -> Picture:
    """Relative errors of several gradients on an axis in powers of ten, with the zones that one can trust."""
    figure, ax = picture(9.2, 1.1 + 0.42 * len(errors))
    figure.alt = "Relative errors, from left (right) to right (wrong). " + "; ".join(
        f"{name}: {error:.1e}" for name, error in errors.items()
    )
    ax.axvspan(1e-13, 1e-7, color="#D9F0E7", linewidth=0)
    ax.axvspan(1e-4, 3, color="#FBE6DA", linewidth=0)
    for place, error in enumerate(errors.values()):
        error = max(error, 1e-13)
        colour, marker = (GREEN, "o") if error < 1e-7 else (ORANGE, "D")
        ax.plot(error, place, marker, color=colour, markersize=9)
        ax.annotate(
            f"{error:.1e}",
            (error, place),
            xytext=(-9, 0),
            textcoords="offset points",
            ha="right",
            va="center",
            fontsize=10,
        )
    for at, text in [(1e-10, "right, but for rounding"), (3e-6, "look again"), (2e-2, "wrong")]:
        ax.text(at, -0.85, text, ha="center", color=INK, fontsize=10)
    ax.set(xscale="log", xlim=(1e-13, 3), ylim=(len(errors) - 0.4, -1.3), xlabel="relative error")
    ax.set_yticks(range(len(errors)), list(errors))
    return figure


def plot_shuffles(line: Sequence[float], network: Sequence[float]) -> Picture:
    """Accuracy on what was set aside, for each way to deal out the examples: without and with a hidden layer."""
    order = np.argsort(line, kind="stable")
    line, network = np.asarray(line)[order], np.asarray(network)[order]
    figure, ax = picture(7.6, 3.3)
    figure.alt = (
        f"Accuracy on birds set aside for {len(line)} ways to deal them out. A line: from {line.min():.1%} "
        f"to {line.max():.1%}, {line.mean():.1%} on average. With four hidden units: from {network.min():.1%} to "
        f"{network.max():.1%}, {network.mean():.1%} on average."
    )
    ax.plot(line, "o", color=BLUE, markersize=9, markerfacecolor="none", markeredgewidth=2, label="a line")
    ax.plot(network, "D", color=ORANGE, markersize=5, label="four hidden units")
    ax.set(xlabel=f"{len(line)} ways to deal out the birds", ylabel="accuracy", xticks=[], ylim=(0.8, 1.01))
    ax.set_title(f"birds set aside: a line {line.mean():.1%} on average, four hidden units {network.mean():.1%}")
    ax.legend(loc="lower right")
    return figure


def recorded(train: Callable, start: dict, X: np.ndarray, Y: np.ndarray, every: int, times: int, learning_rate: float):
    """The parameters at the start and after each `every` steps of the learner's train: a list of times + 1."""
    states = [start]
    for _ in range(times):
        states.append(train(states[-1], X, Y, every, learning_rate)[0])
    return states
