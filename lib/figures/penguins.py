"""Two species of penguin by their bills, and what a classifier makes of them."""

from collections.abc import Callable, Sequence

import numpy as np

from lib.figures.style import BLUE, GREEN, GREY, INK, ORANGE, Picture, described, picture

SPECIES = [(0, "Adelie", BLUE, "o"), (1, "Chinstrap", ORANGE, "^")]


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


def plot_costs(runs: dict[str, Sequence[float]]) -> Picture:
    """The cost over the steps of one or more trainings."""
    ends = "; ".join(f"{name} ends at {costs[-1]:.2f}" for name, costs in runs.items())
    figure, ax = picture(7.6, 3.8)
    figure.alt = f"Cost against the number of steps: {ends}."
    for (name, costs), style, width in zip(runs.items(), ("-", "--", "-"), (2.5, 2.5, 0.8), strict=False):
        ax.plot(costs, linestyle=style, linewidth=width, label=name)
    ax.axhline(np.log(2), color=GREY, linewidth=1.2, linestyle=":", label="0.693: says one half to everything")
    ax.set(xlabel="steps", ylabel="cost J", ylim=(0, None))
    ax.legend()
    return figure


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
    turns = answers != last
    ax.plot(left[turns], depths[turns], color=INK, linewidth=1.5)
    ax.set(xlim=(low, high), ylim=(depths[0], depths[-1]))


def plot_boundary(
    classify: Callable, X: np.ndarray, Y: np.ndarray, X_aside: np.ndarray, Y_aside: np.ndarray
) -> Picture:
    """What the classifier says everywhere, with the birds on top and a ring round those it gets wrong."""
    birds, labels = np.concatenate([X, X_aside], axis=1), np.concatenate([Y, Y_aside], axis=1)
    wrong = np.ravel(classify(birds) != labels)
    figure, ax = picture(8.2, 5.0)
    figure.alt = (
        "The birds again, over two regions that your classifier makes: Adelie on the left, Chinstrap on the "
        "right, with a slanting straight line between them. Filled marks are birds it learned from, hollow "
        f"ones were set aside. {wrong.sum()} of the {wrong.size} lie on the wrong side and have a ring."
    )
    paint_regions(ax, classify, low=31, high=59, depths=np.linspace(15, 22, 60))
    paint_birds(ax, X, Y)
    paint_birds(ax, X_aside, Y_aside, faint=True)
    ax.scatter(*birds[:, wrong], s=150, facecolor="none", edgecolor=INK, linewidth=1.4, label="on the wrong side")
    ax.legend(loc="upper left", bbox_to_anchor=(1, 1))
    return figure


def plot_shuffles(accuracies: Sequence[tuple[float, float]]) -> Picture:
    """Accuracy on the birds learned from and on those set aside, one pair for each way of dealing them out."""
    learned, aside = np.array(accuracies, dtype=float).T
    figure, ax = picture(7.6, 3.6)
    figure.alt = (
        "Accuracy for each of twelve ways to deal out the birds. On the birds learned from it lies between "
        f"{learned.min():.1%} and {learned.max():.1%}; on those set aside it varies more, between "
        f"{aside.min():.1%} and {aside.max():.1%}."
    )
    for i, pair in enumerate(zip(learned, aside, strict=True)):
        ax.plot([i, i], pair, color=GREY, linewidth=1)
    ax.plot(learned, "o", color=GREEN, label="on the 150 it learned from")
    ax.plot(aside, "D", color=ORANGE, label="on the 69 set aside")
    ax.axhline(aside.mean(), color=ORANGE, linestyle="--", linewidth=1)
    ax.set_title(f"on average {aside.mean():.1%} of the birds set aside (dashed line)")
    lowest = min(0.89, aside.min() - 0.03)
    ax.set(xlabel="shuffle", ylabel="accuracy", ylim=(lowest, 1.005), xticks=range(len(aside)))
    ax.legend(loc="lower left", ncols=2)
    return figure
