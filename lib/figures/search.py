"""A training on points of the plane, and what a search over hyperparameters found."""

from collections.abc import Callable, Sequence

import numpy as np
from matplotlib import colormaps
from matplotlib.colors import LinearSegmentedColormap

from lib.figures.style import BLUE, GREY, INK, ORANGE, Picture, picture

GROUND = LinearSegmentedColormap.from_list("ground", ["#CFE4F2", "white", "#F9DCCB"])


def plot_training(costs: Sequence[float], probabilities: Callable, X: np.ndarray, Y: np.ndarray) -> Picture:
    """The cost over the steps, and the boundary that the training found."""
    figure, (left, right) = picture(10, 4.2, columns=2)
    figure.alt = (
        f"Left: the cost falls from {costs[0]:.2f} to {costs[-1]:.2f} in {len(costs)} steps. Right: {Y.size} points of "
        "two classes in two spirals, and the regions that the network gives to each."
    )
    left.plot(costs, color=BLUE)
    left.set(title="cost", xlabel="steps", ylim=(0, None))
    left.grid()
    paint_regions(right, probabilities, X, Y)
    right.set_title("what it decides")
    return figure


def paint_regions(ax, probabilities: Callable, X: np.ndarray, Y: np.ndarray) -> None:
    """Both classes' regions as a ground, the boundary, and the points."""
    reach = 1.1 * np.abs(X).max()
    line = np.linspace(-reach, reach, 121)
    across, up = np.meshgrid(line, line)
    given = np.reshape(probabilities(np.vstack([across.ravel(), up.ravel()])), across.shape)
    ax.imshow(given, origin="lower", extent=(-reach, reach, -reach, reach), cmap=GROUND, vmin=0, vmax=1)
    if given.min() < 0.5 < given.max():
        ax.contour(across, up, given, [0.5], colors=INK, linewidths=1)
    for label, colour, mark in [(0, BLUE, "o"), (1, ORANGE, "^")]:
        ax.plot(*X[:, Y[0] == label], mark, color=colour, markersize=4)
    ax.set(xticks=[], yticks=[])


def plot_search(tries: Sequence[dict]) -> Picture:
    """Every try at its learning rate, against its accuracy and against its width; the best comes first.

    Networks without a hidden layer have no width, so the second has only the others.
    """
    best, worst = tries[0], tries[-1]
    figure, (left, right) = picture(11, 4.3, columns=2)
    figure.alt = (
        f"{len(tries)} networks. Left: accuracy against the learning rate, with a mark for each depth; the best, "
        f"{best['accuracy']:.0%}, at {best['alpha']:.2g} with {best['L']} layers, the worst, {worst['accuracy']:.0%}, "
        f"at {worst['alpha']:.2g} with {worst['L']}. Right: for those with a hidden layer, the width against the "
        "learning rate, larger and darker dots for higher accuracy."
    )
    _plot_depths(left, tries)
    _plot_widths(right, tries)
    left.plot(best["alpha"], best["accuracy"], "o", markersize=15, markerfacecolor="none", color=INK)
    if best["L"] > 1:
        right.plot(best["alpha"], best["width"], "o", markersize=20, markerfacecolor="none", color=ORANGE)
    for ax in (left, right):
        ax.grid()
    return figure


def _plot_depths(ax, tries: Sequence[dict]) -> None:
    """Accuracy against the learning rate, a mark for each depth."""
    for L, mark in zip(range(1, 6), "os^Dv"):
        some = [one for one in tries if one["L"] == L]
        colour = GREY if L == 1 else BLUE if L < 4 else ORANGE
        filled = colour if L in (1, 2, 4) else "white"
        ax.plot(*_columns(some, "alpha", "accuracy"), mark, color=colour, markerfacecolor=filled, label=f"L = {L}")
    ax.set(xscale="log", xlabel="learning rate", title="right on points to choose by", ylim=(0.35, 1.06))
    ax.legend(loc="center left", bbox_to_anchor=(1, 0.5), fontsize=9)


def _plot_widths(ax, tries: Sequence[dict]) -> None:
    """Width against the learning rate, accuracy as size and shade."""
    hidden = [one for one in tries if one["L"] > 1]
    look = {"cmap": "cividis_r", "vmin": 0.5, "vmax": 1, "edgecolor": INK, "linewidth": 0.6}
    found = np.array([one["accuracy"] for one in hidden])
    ax.scatter(*_columns(hidden, "alpha", "width"), s=_area(found), c=found, **look)
    for one in (0.5, 0.7, 0.9):  # the key
        shade = colormaps["cividis_r"](2 * one - 1)
        ax.scatter([], [], s=_area(one), color=shade, edgecolor=INK, linewidth=0.6, label=f"{one:.0%}")
    ax.legend(loc="center left", bbox_to_anchor=(1, 0.5), fontsize=9, title="right", title_fontsize=9)
    ax.set(xscale="log", yscale="log", xlabel="learning rate", title="units in each hidden layer")
    ax.set_yticks([2, 4, 8, 16, 32], ["2", "4", "8", "16", "32"])
    ax.minorticks_off()
    ax.title.set_fontsize(11)


def _area(accuracy: float | np.ndarray) -> float | np.ndarray:
    """How large a dot stands for an accuracy."""
    return 20 + 220 * np.maximum(np.asarray(accuracy) - 0.5, 0)


def _columns(tries: Sequence[dict], *names: str) -> list[list]:
    return [[one[name] for one in tries] for name in names]
