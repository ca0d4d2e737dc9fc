"""What the table of foods becomes: shares, standardized rows, and scores turned into probabilities."""

from collections.abc import Callable, Sequence

import numpy as np

from lib.figures.style import BLUE, GREEN, INK, ORANGE, Picture, picture

LOOKS = [(BLUE, "", "white"), ("#F0B48A", "//", INK), ("#9AD3BF", "..", INK)]  # colour, hatching, ink of the number


def plot_percentages(shares: np.ndarray, nutrients: Sequence[str], foods: Sequence[str]) -> Picture:
    """One bar for each food, cut into the shares of its nutrients."""
    figure, ax = picture(8.2, 3.2)
    figure.alt = "Bars cut into shares. " + " ".join(
        f"{food}: " + ", ".join(f"{name} {share:.0f} %" for name, share in zip(nutrients, column)) + "."
        for food, column in zip(foods, np.transpose(shares))
    )
    starts = np.zeros(len(foods))
    for row, name, (colour, hatch, ink) in zip(shares, nutrients, LOOKS):
        ax.barh(foods, row, left=starts, color=colour, hatch=hatch, edgecolor="white", height=0.65, label=name)
        for place, (start, share) in enumerate(zip(starts, row)):
            if share > 8:
                ground = {"facecolor": colour, "edgecolor": "none", "pad": 1.5}
                ax.text(start + share / 2, place, f"{share:.0f}", ha="center", va="center", color=ink, bbox=ground)
        starts = starts + row
    ax.set(xlim=(0, 100), xlabel="per cent of the food's calories")
    ax.invert_yaxis()
    ax.legend(ncols=3, loc="lower left", bbox_to_anchor=(0, 1))
    return figure


def plot_softmax(softmax: Callable, scores: Sequence[float], names: Sequence[str]) -> Picture:
    """Scores beside the probabilities that softmax makes of them."""
    probabilities = np.ravel(softmax(np.reshape(scores, (-1, 1))))
    figure, (before, after) = picture(9, 2.9, columns=2)
    figure.alt = "Two bar charts. Scores: " + ", ".join(f"{n} {s:g}" for n, s in zip(names, scores))
    figure.alt += ". Probabilities: " + ", ".join(f"{n} {p:.3f}" for n, p in zip(names, probabilities)) + "."
    bars(before, names, scores, "{:g}", ORANGE)
    before.set_title("scores z")
    bars(after, names, probabilities, "{:.3f}", GREEN)
    after.set(title="softmax: they add up to 1", ylim=(0, 1))
    return figure


def bars(ax, names: Sequence[str], heights: Sequence[float], form: str, colour: str) -> None:
    """Upright bars with their heights written on them."""
    drawn = ax.bar(names, heights, color=colour, width=0.6)
    ax.bar_label(drawn, [form.format(height).replace("-", "\N{MINUS SIGN}") for height in heights], padding=3)
    ax.axhline(0, color=INK, linewidth=1)
    ax.margins(y=0.18)


def plot_standardized(X: np.ndarray, X_standardized: np.ndarray, names: Sequence[str]) -> Picture:
    """Each feature as a row of points, before and after."""
    figure, axes = picture(9.5, 2.9, columns=2)
    spread = ", ".join(f"{name} {row.min():g} to {row.max():g}" for name, row in zip(names, X))
    figure.alt = (
        f"Left: the features as they were, on one axis: {spread}; the small ones are squeezed together near 0. "
        "Right: the same, standardized: all three are spread about 0, mostly between -2 and 2."
    )
    for ax, values, title in zip(axes, (X, X_standardized), ("as measured", "standardized")):
        for place, (row, marker) in enumerate(zip(values, "o^s")):
            ax.plot(row, np.full(len(row), place), marker, alpha=0.65, markersize=8)
        ax.axvline(0, color=INK, linewidth=1)
        ax.set(title=title, ylim=(-0.6, len(names) - 0.4))
        ax.set_yticks(range(len(names)), names)
        ax.invert_yaxis()
    return figure
