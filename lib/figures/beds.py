"""Flower beds of two colours, and what a network says should grow at every place of them."""

from collections.abc import Callable, Sequence

import numpy as np
from matplotlib.colors import LinearSegmentedColormap

from lib.figures.style import BLUE, GREEN, GREY, INK, ORANGE, Picture, picture

COLOURS = [(0, "blue", BLUE, "o"), (1, "orange", ORANGE, "^")]  # label, name, colour, mark
TINTS = LinearSegmentedColormap.from_list("bed", ["#B5D8EF", "#FAFAFA", "#F9CFB4"])
Answer = Callable[[np.ndarray], np.ndarray]  # points (2, k) -> probability of orange (1, k)


def paint_plants(ax, X: np.ndarray, Y: np.ndarray, size: float = 22) -> None:
    """The plants, one colour and one shape for each label."""
    for label, name, colour, marker in COLOURS:
        ax.scatter(
            *X[:, Y[0] == label], color=colour, marker=marker, s=size, linewidth=0.4, edgecolor="white", label=name
        )
    ax.set_aspect("equal")


def plot_bed(X: np.ndarray, Y: np.ndarray) -> Picture:
    """All plants of a bed."""
    figure, ax = picture(6.6, 5.2)
    figure.alt = (
        f"A bed from above, {X.shape[1]} plants in the shape of a flower with eight petals. "
        "Going round from the east, the petals are blue, orange, blue, orange, orange, blue, orange, blue: next to "
        "each other two orange ones in the west and two blue ones in the east. Near the middle the colours mix."
    )
    paint_plants(ax, X, Y, size=30)
    ax.set(xlabel="metres to the east", ylabel="metres to the north")
    ax.legend(loc="upper left", bbox_to_anchor=(1, 1))
    ax.grid()
    return figure


def best_line(X: np.ndarray, Y: np.ndarray) -> tuple[float, float, int]:
    """The straight line with most plants on their own side: its direction in degrees, its offset, how many are right.

    Tries every whole degree and, for each, a line between any two neighbouring plants: orange where the plants lie
    beyond the offset in that direction.
    """
    best = (0.0, 0.0, 0)
    for degrees in range(360):
        along = np.array([np.cos(np.radians(degrees)), np.sin(np.radians(degrees))]) @ X
        order = np.argsort(along)
        right = Y.sum() + np.concatenate([[0], np.cumsum(1 - 2 * Y[0, order])])[:-1]
        k = int(np.argmax(right))
        if right[k] > best[2]:
            offset = along[order[0]] - 1 if k == 0 else (along[order[k - 1]] + along[order[k]]) / 2
            best = (float(degrees), float(offset), int(right[k]))
    return best


def plot_best_line(X: np.ndarray, Y: np.ndarray) -> Picture:
    """The best of all straight lines, and what it gets wrong."""
    degrees, offset, right = best_line(X, Y)
    m = X.shape[1]
    direction = np.array([[np.cos(np.radians(degrees))], [np.sin(np.radians(degrees))]])
    figure, ax = picture(6.6, 5.2)
    figure.alt = (
        f"The bed, cut by a straight line into a blue half and an orange half. {right} of {m} plants, {right / m:.1%}, "
        "have the colour of their side. Whole petals lie on the wrong side."
    )
    paint_answer(ax, lambda points: (direction.T @ points > offset).astype(float))
    paint_plants(ax, X, Y)
    ax.set(xlabel="metres to the east", ylabel="metres to the north")
    ax.set_title(f"the best of all straight lines: {right} of {m} right, {right / m:.1%}")
    return figure


def paint_answer(ax, answer: Answer, reach: tuple = (-4.6, 4.6, -4.6, 4.6), fine: int = 160) -> None:
    """The answer at every place: blue to orange, and a dark line where it is one half."""
    x, y = np.meshgrid(np.linspace(*reach[:2], fine), np.linspace(*reach[2:], fine))
    p = np.reshape(answer(np.array([x.ravel(), y.ravel()])), x.shape)
    ax.imshow(p, extent=reach, origin="lower", cmap=TINTS, vmin=0, vmax=1, interpolation="bilinear", aspect="equal")
    if p.min() < 0.5 < p.max():
        ax.contour(x, y, p, levels=[0.5], colors=INK, linewidths=1.4)
    ax.set(xlim=reach[:2], ylim=reach[2:])


def reach_of(X: np.ndarray) -> tuple:
    """A square a little larger than the bed."""
    half = 1.12 * np.max(X.max(axis=1) - X.min(axis=1)) / 2
    x, y = (X.max(axis=1) + X.min(axis=1)) / 2
    return (x - half, x + half, y - half, y + half)


def accuracy(answer: Answer, X: np.ndarray, Y: np.ndarray) -> float:
    """The share of plants on ground of their own colour."""
    return float(np.mean((np.reshape(answer(X), Y.shape) > 0.5) == Y))


def show_maps(maps: Sequence[tuple], columns: int = 3, size: float = 3.1) -> Picture:
    """Several maps in a grid, each (title, answer, X, Y): the ground as the network sees it, and the plants on it."""
    rows = -(-len(maps) // columns)
    figure, axes = picture(size * columns, (size + 0.25) * rows, rows=rows, columns=columns, squeeze=False)
    told = []
    for ax, (title, answer, X, Y) in zip(axes.flat, maps):
        right = accuracy(answer, X, Y)
        paint_answer(ax, answer, reach_of(X), fine=110)
        paint_plants(ax, X, Y, size=4 * size)
        ax.set_title(f"{title}: {right:.1%}", fontsize=10.5)
        ax.set(xticks=[], yticks=[])
        told.append(f"{title}, {right:.1%} of the plants on ground of their colour")
    for ax in axes.flat[len(maps) :]:
        ax.axis("off")
    figure.alt = f"{len(maps)} maps of the ground, blue or orange, with the plants on it: {'; '.join(told)}."
    return figure


def plot_map(answer: Answer, X: np.ndarray, Y: np.ndarray, title: str) -> Picture:
    """One map, with a ring round each plant on ground of the wrong colour."""
    wrong = (np.reshape(answer(X), Y.shape) > 0.5)[0] != Y[0]
    figure, ax = picture(6.2, 5.2)
    figure.alt = (
        f"{title}. The ground is blue or orange as the network says, with a dark line between, and the {Y.size} plants "
        f"stand on it. A ring is round each of the {wrong.sum()} plants on ground of the wrong colour."
    )
    paint_answer(ax, answer, reach_of(X))
    paint_plants(ax, X, Y, size=24)
    ax.scatter(*X[:, wrong], s=110, facecolor="none", edgecolor=INK, linewidth=1.1)
    ax.set_title(f"{title}: {Y.size - wrong.sum()} of {Y.size} right")
    ax.set(xlabel="metres to the east", ylabel="metres to the north")
    return figure


def show_hidden(hidden: Callable, answer: Answer, weights: np.ndarray, X: np.ndarray, Y: np.ndarray) -> Picture:
    """What each hidden unit says everywhere, and what the output makes of all of them.

    hidden(points) gives (n_h, k), numbers from -1 to 1; weights (1, n_h): how much the output makes of each.
    """
    weights = np.ravel(weights)
    n = len(weights)
    figure, axes = picture(2.35 * (n + 1), 2.9, columns=n + 1)
    for i, ax in enumerate(axes[:n]):
        paint_answer(ax, lambda points, i=i: (1 + hidden(points)[i]) / 2, reach_of(X), fine=90)
        ax.set_title(f"unit {i + 1}, weight {weights[i]:.1f}".replace("-", "−"), fontsize=10.5)
    paint_answer(axes[n], answer, reach_of(X), fine=90)
    paint_plants(axes[n], X, Y, size=5)
    axes[n].set_title("the output", fontsize=10.5)
    for ax in axes:
        ax.set(xticks=[], yticks=[])
    figure.alt = (
        f"{n} small maps, one for each hidden unit: every one is cut by a single straight line into a side where the "
        "unit says -1 and a side where it says 1. A last map shows the output, which puts them together with the "
        f"weights {', '.join(f'{w:.1f}' for w in weights)} and {accuracy(answer, X, Y):.1%} of the plants right."
    )
    return figure


def plot_sizes(sizes: Sequence[int], learned: np.ndarray, aside: np.ndarray) -> Picture:
    """Accuracy against the number of hidden units, on plants learned from and on plants set aside: (sizes, deals)."""
    figure, ax = picture(7.6, 3.8)
    named = [("plants it learned from", learned, GREEN, "o", "-"), ("plants set aside", aside, ORANGE, "D", "--")]
    told = []
    for name, shares, colour, marker, style in named:
        means = np.mean(shares, axis=1)
        ax.plot(sizes, means, marker + style, color=colour, markersize=6, label=name)
        for row, size in zip(shares, sizes):
            ax.plot([size] * len(row), row, "_", color=colour, markersize=9, alpha=0.7)
        told.append(f"{name}: " + ", ".join(f"{n} units {a:.0%}" for n, a in zip(sizes, means)))
    figure.alt = f"Mean accuracy against the number of hidden units. {'. '.join(told)}."
    ax.set_xscale("log")
    ax.set(xticks=sizes, xticklabels=[str(n) for n in sizes], xlabel="hidden units", ylabel="accuracy")
    ax.minorticks_off()
    ax.grid()
    ax.legend(loc="lower right")
    return figure


def plot_arrows(answer: Answer, arrows: np.ndarray, X: np.ndarray, Y: np.ndarray, every: int = 4) -> Picture:
    """At every few plants an arrow (2, m), drawn with one length, in the direction in which the loss falls or rises."""
    figure, ax = picture(6.4, 5.4)
    figure.alt = (
        "The map with the plants, and at every fourth plant a short arrow in the direction in which its loss rises "
        "fastest: most of them point across the nearest dark line, to ground of the other colour."
    )
    paint_answer(ax, answer, reach_of(X))
    paint_plants(ax, X, Y, size=12)
    lengths = np.linalg.norm(arrows, axis=0)
    shown = np.flatnonzero(lengths > 1e-12)[::every]
    unit = arrows[:, shown] / lengths[shown]
    ax.quiver(*X[:, shown], *unit, color=INK, angles="xy", scale=22, width=0.004, zorder=5)
    ax.set(xlabel="metres to the east", ylabel="metres to the north")
    return figure


def plot_place(answer: Answer, X: np.ndarray, Y: np.ndarray, place: tuple) -> Picture:
    """One place in the bed, and what the network would plant there."""
    p = float(np.squeeze(answer(np.array(place, dtype=float).reshape(2, 1))))
    name = COLOURS[int(p > 0.5)][1]
    figure, ax = picture(6.0, 4.9)
    figure.alt = f"The map with a star at {place[0]:g} m east and {place[1]:g} m north: {name}, probability {p:.2f}."
    paint_answer(ax, answer, reach_of(np.hstack([X, np.reshape(place, (2, 1))])))
    paint_plants(ax, X, Y, size=8)
    ax.plot(*place, "*", color=INK, markersize=17, markeredgecolor="white")
    ax.set_title(f"orange with probability {p:.2f}: plant {name}")
    ax.set(xlabel="metres to the east", ylabel="metres to the north")
    ax.tick_params(colors=GREY, labelcolor=INK)
    return figure
