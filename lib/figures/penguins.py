"""Two species of penguin by their bills, and what a classifier makes of them."""

from collections.abc import Callable, Sequence

import numpy as np

from lib.figures.bills import SPECIES
from lib.figures.style import BLUE, GREEN, GREY, INK, ORANGE, Picture, described, note, number, picture

# The costs of the two raw runs further on, worked out beforehand: after so many steps, so much.
LATER = {
    0.003: {300: 0.320, 500: 0.250, 800: 0.196, 1200: 0.158, 2000: 0.122, 3061: 0.100, 4000: 0.0888},
    0.01: {230: 0.419, 260: 0.235, 300: 0.129, 400: 0.118, 500: 0.110, 677: 0.100, 1000: 0.0875, 2000: 0.0689},
}


def paint_birds(ax, X: np.ndarray, Y: np.ndarray, faint: bool = False) -> None:
    """The birds as points, one colour and one shape for each species."""
    for label, name, colour, marker in SPECIES:
        here = Y[0] == label
        ax.scatter(
            *X[:, here],
            color=colour if not faint else "none",
            edgecolor=colour,
            marker=marker,
            s=30,
            linewidth=1,
            label=name + (", set aside" if faint else ""),
        )
    ax.set(xlabel="length of the bill in mm", ylabel="depth of the bill in mm")


@described(
    "Depth against length of the bill. The Adelies lie on the left, around 39 mm long, the Chinstraps on the "
    "right, around 49 mm. Both are about 18 mm deep. The two clouds touch around 43 mm."
)
def plot_penguins(X: np.ndarray, Y: np.ndarray) -> Picture:
    """All the birds."""
    figure, ax = picture(7.2, 4.4)
    paint_birds(ax, X, Y)
    ax.legend(loc="lower right")
    ax.grid()
    return figure


def plot_costs(costs: Sequence[float]) -> Picture:
    """The cost over the steps of a training."""
    costs = [number(J) for J in costs]
    figure, ax = picture(7.6, 3.6)
    figure.alt = (
        f"Cost against the number of steps. It begins at {costs[0]:.3f}, should fall steeply in the first ten steps "
        f"and ever more gently after, and ends at {costs[-1]:.3f}."
    )
    ax.plot(costs, linewidth=2.5)
    ax.axhline(np.log(2), color=GREY, linewidth=1.2, linestyle=":")
    note(ax, "0.693: one half to everything", (len(costs) / 2, np.log(2)), ha="center", va="center", color=GREY)
    ax.set(xlabel="steps", ylabel="cost J", ylim=(0, None))
    return figure


@described(
    "The cost of three trainings against the number of steps, both axes in powers of ten. In standard units it falls "
    "at once and passes 0.1 after 39 steps. In raw millimetres with alpha = 0.003 it creeps down and reaches 0.1 "
    "after 3061 steps. With alpha = 0.01 it jumps up and down between 0.3 and 3 for some 250 steps, then creeps down "
    "as well and reaches 0.1 after 677."
)
def plot_raw_costs(standard: Sequence[float], raw: dict[float, Sequence[float]]) -> Picture:
    """The learner's costs in standard units and in raw millimetres, the latter continued from LATER."""
    figure, ax = picture(8.2, 4.2)
    paint_costs(ax, standard, GREEN, 2.5, "standard units, α = 1")
    for (alpha, costs), colour, width in zip(raw.items(), (BLUE, ORANGE), (2.5, 0.8)):
        paint_costs(ax, costs, colour, width, f"raw millimetres, α = {alpha:g}")
        ax.plot(LATER[alpha].keys(), LATER[alpha].values(), ":o", color=colour, markersize=4, linewidth=1.2)
    ax.axhline(0.1, color=GREY, linewidth=1, linestyle="--")
    note(ax, "39 steps", (39, 0.1), xytext=(-8, -14), textcoords="offset points", ha="right", color=GREEN)
    note(ax, "677", (677, 0.1), xytext=(-2, -16), textcoords="offset points", ha="right", color=ORANGE)
    note(ax, "3061", (3061, 0.1), xytext=(4, 6), textcoords="offset points", color=BLUE)
    ax.set(xscale="log", yscale="log", xlabel="steps", ylabel="cost J", xlim=(1, 6000))
    ax.set(yticks=[0.05, 0.1, 0.2, 0.5, 1, 2], yticklabels=["0.05", "0.1", "0.2", "0.5", "1", "2"])
    ax.set(xticks=[1, 10, 100, 1000], xticklabels=["1", "10", "100", "1000"])
    ax.minorticks_off()
    ax.legend(loc="upper right", bbox_to_anchor=(1.0, 1.0), fontsize=10)
    return figure


def paint_costs(ax, costs: Sequence[float], colour: str, width: float, name: str) -> None:
    """Costs against the number of steps taken, from the first step on."""
    ax.plot(range(1, len(costs)), [number(J) for J in costs[1:]], color=colour, linewidth=width, label=name)


def paint_regions(ax, classify: Callable, low: float, high: float, depths: np.ndarray) -> None:
    """A colour for each answer: for every depth, halve the way until the length is found where the answer turns."""
    left, right = np.full_like(depths, low), np.full_like(depths, high)
    answers = np.ravel(classify(np.array([left, depths])))
    last = np.ravel(classify(np.array([right, depths])))
    for _ in range(30):
        middle = (left + right) / 2
        same = np.ravel(classify(np.array([middle, depths]))) == answers
        left, right = np.where(same, middle, left), np.where(same, right, middle)
    for label, colour in [(0, "#DCEBF5"), (1, "#FBE6DA")]:
        ax.fill_betweenx(depths, low, left, where=answers == label, color=colour, linewidth=0)
        ax.fill_betweenx(depths, left, high, where=last == label, color=colour, linewidth=0)
    ax.set(xlim=(low, high), ylim=(depths[0], depths[-1]))


def plot_boundary(classify: Callable, length_at: Callable, learned: tuple, aside: tuple) -> Picture:
    """What the classifier says everywhere, with lines of equal probability, and a ring round each wrong bird.

    length_at(p, depth) is the length at which a bird of that depth has probability p; learned and aside are (X, Y).
    """
    wrong = [X[:, np.ravel(classify(X) != Y)] for X, Y in (learned, aside)]
    figure, ax = picture(8.6, 5.0)
    figure.alt = (
        "The birds again, over two regions that your classifier makes: Adelie on the left, Chinstrap on the "
        "right, with a slanting straight line between them, where the probability is 0.5. Parallel to it run lines "
        "for 0.1 and 0.9. Filled marks are birds it learned from, hollow ones were set aside. A ring is round each "
        f"bird on the wrong side: {wrong[0].shape[1]} of those it learned from, {wrong[1].shape[1]} of those set aside."
    )
    paint_regions(ax, classify, low=31, high=59, depths=np.linspace(15, 22, 60))
    paint_birds(ax, *learned)
    paint_birds(ax, *aside, faint=True)
    paint_levels(ax, length_at)
    style = {"facecolor": "none", "edgecolor": INK, "linewidth": 1.4, "label": "on the wrong side"}
    ax.scatter(*np.concatenate(wrong, axis=1), s=150, **style)
    ax.legend(loc="upper left", bbox_to_anchor=(1, 1))
    return figure


def paint_levels(ax, length_at: Callable) -> None:
    """The lines on which the classifier gives probability 0.1, 0.5 and 0.9."""
    for p, style in [(0.1, ":"), (0.5, "-"), (0.9, ":")]:
        lengths = [number(length_at(p, depth)) for depth in (0, 16, 40)]
        ax.plot(lengths, (0, 16, 40), color=INK, linewidth=1.5, linestyle=style)
        note(ax, f"{p:g}", (lengths[1], 16), ha="center", va="center", fontsize=9)


def plot_shuffles(accuracies: Sequence[tuple]) -> Picture:
    """For each way of dealing out the birds: right on those learned from, right on those set aside, "Adelie" always."""
    rows = np.array([[number(value) for value in row] for row in accuracies])
    learned, aside, always = rows[np.argsort(rows[:, 1], kind="stable")].T
    figure, ax = picture(7.8, 4.0)
    figure.alt = (
        "Accuracy for each of twelve ways to deal out the birds, sorted. On the birds learned from it lies between "
        f"{learned.min():.0%} and {learned.max():.0%}; on those set aside it varies more, between "
        f"{aside.min():.0%} and {aside.max():.0%}. Saying Adelie to each bird set aside is right for "
        f"{always.min():.0%} to {always.max():.0%} of them, far below."
    )
    ax.plot(learned, "o", color=GREEN, label="on the 150 it learned from")
    ax.plot(aside, "D", color=ORANGE, label="on the 69 set aside")
    ax.plot(always, "_", color=GREY, markersize=14, markeredgewidth=2, label='on the 69, saying "Adelie" to each')
    ax.axhline(aside.mean(), color=ORANGE, linestyle="--", linewidth=1)
    ax.set_title(f"on average about {20 * aside.mean():.0f} in 20 of the birds set aside (dashed line)")
    ax.set(xlabel="twelve shuffles, sorted", ylabel="accuracy", xticks=[], ylim=(min(0.5, aside.min() - 0.05), 1.02))
    ax.legend(loc="center left", bbox_to_anchor=(0, 0.62))
    return figure


def plot_verdict(classify: Callable, length_at: Callable, X: np.ndarray, Y: np.ndarray, bird: tuple) -> Picture:
    """Where one bird, (length, depth), stands among the others."""
    length, depth = bird
    figure, ax = picture(7.2, 4.0)
    figure.alt = f"The two regions and all the birds, with a star at length {length:g} mm and depth {depth:g} mm."
    depths = np.linspace(min(15, depth - 1), max(22, depth + 1), 60)
    paint_regions(ax, classify, low=min(31, length - 2), high=max(59, length + 2), depths=depths)
    paint_birds(ax, X, Y)
    paint_levels(ax, length_at)
    ax.plot(length, depth, "*", color=INK, markersize=18, markeredgecolor="white", label="yours")
    ax.legend(loc="upper left", bbox_to_anchor=(1, 1))
    return figure
