"""Three networks at the cat flap: their training, what each gets wrong, and what their first layers look like."""

from collections.abc import Sequence

import numpy as np
from matplotlib import colormaps

from lib.figures.cats import SIZE, show_pictures
from lib.figures.style import BLUE, GREEN, GREY, ORANGE, Picture, picture

STYLES = {0: (GREY, ":"), 1: (BLUE, "-"), 2: (ORANGE, "--")}


def plot_runs(runs: dict[str, dict]) -> Picture:
    """Cost and both accuracies over the steps, one line a network."""
    figure, axes = picture(12, 4, columns=3)
    figure.alt = "Three plots against the steps: cost, accuracy on the training and on the test pictures. " + " ".join(
        f"{name}: cost {run['costs'][0]:.2f} to {run['costs'][-1]:.2f}, at the end {run['train'][-1]:.1%} and "
        f"{run['test'][-1]:.1%}."
        for name, run in runs.items()
    )
    for (name, run), (colour, line) in zip(runs.items(), STYLES.values()):
        axes[0].plot(run["costs"], line, color=colour, label=name)
        axes[1].plot(run["steps"], run["train"], line, color=colour)
        axes[2].plot(run["steps"], run["test"], line, color=colour)
    axes[0].set(title="cost on the training pictures", ylim=(0, None))
    axes[0].legend(loc="lower left", fontsize=10)
    for ax, title in zip(axes[1:], ("right, training pictures", "right, test pictures")):
        ax.set(title=title, ylim=(0.48, 1.01))
    for ax in axes:
        ax.set_xlabel("steps")
        ax.grid()
    return figure


def plot_patterns(right: dict[str, np.ndarray]) -> Picture:
    """How many pictures each combination of networks gets right: one bar for each combination."""
    names = list(right)
    table = np.vstack(list(right.values()))
    patterns = sorted({tuple(column) for column in table.T.tolist()}, key=lambda pattern: (-sum(pattern), pattern))
    counts = [table.T.tolist().count(list(pattern)) for pattern in patterns]
    figure, (left, ax) = picture(
        10, 0.9 + 0.42 * len(patterns), columns=2, sharey=True, gridspec_kw={"width_ratios": [1, 2.2]}
    )
    figure.alt = "Test pictures by who gets them right. " + "; ".join(
        (" and ".join(name for name, good in zip(names, pattern) if good) or "nobody") + f": {count}"
        for pattern, count in zip(patterns, counts)
    )
    for place, (pattern, count) in enumerate(zip(patterns, counts)):
        for k, good in enumerate(pattern):
            left.plot(k, place, "o" if good else "x", color=GREEN if good else ORANGE, markersize=9)
        ax.barh(place, count, color=BLUE if any(pattern) else GREY, height=0.6)
        ax.annotate(f"{count}", (count, place), xytext=(5, 0), textcoords="offset points", va="center")
    left.set_xticks(range(len(names)), [name.replace(" ", "\n") for name in names], fontsize=9)
    left.set(xlim=(-0.5, len(names) - 0.5), yticks=[], title="right (o) or wrong (x)")
    left.spines[:].set_visible(False)
    left.tick_params(length=0)
    ax.set(title="test pictures", xlim=(0, max(counts) * 1.12))
    left.invert_yaxis()
    return figure


def lighter_than_scene(pictures: np.ndarray) -> np.ndarray:
    """For each picture whether its middle is lighter than its border."""
    grey = pictures.mean(axis=3)
    middle = grey[:, 24:44, 20:44].mean(axis=(1, 2))
    border = np.concatenate([grey[:, :, :8], grey[:, :, -8:]], axis=2).mean(axis=(1, 2))
    return middle > border


def show_cases(pictures: np.ndarray, titles: Sequence[str]) -> Picture:
    """Pictures in rows of six, with two lines over each."""
    if not len(pictures):
        figure, ax = picture(4, 0.8)
        figure.alt = "No pictures of this kind."
        ax.text(0, 0.5, "There are none.")
        ax.axis("off")
        return figure
    figure = show_pictures(pictures, titles, columns=6)
    figure.set_size_inches(10, 2.15 * -(-len(pictures) // 6))
    figure.alt = figure.alt.replace("\n", " ")
    return figure


def show_stencils(W: np.ndarray, shares: Sequence[float], title: str) -> Picture:
    """The weights of each unit as a picture, colours added up, the unit with the largest share first."""
    order = np.argsort(-np.asarray(shares))
    columns = min(len(W), 10) if len(W) > 7 else len(W)
    rows = -(-len(W) // columns)
    figure, axes = picture(11, 11 / columns * 1.2 * rows + 0.4, rows=rows, columns=columns, squeeze=False)
    figure.alt = (
        f"{title}: {len(W)} pictures, one for each unit of the first layer, orange where brightness raises the score "
        "and violet where it lowers it; noise, and blurred shapes in some. The units' shares in the answer go from "
        f"{max(shares):.2f} down to {min(shares):.2f}."
    )
    for ax in axes.flat:
        ax.axis("off")
    for ax, unit in zip(axes.flat, order):
        stencil = W[unit].reshape(SIZE, SIZE, 3).sum(axis=2)
        reach = np.quantile(np.abs(stencil), 0.98)
        ax.imshow(stencil, cmap=colormaps["PuOr_r"], vmin=-reach, vmax=reach)
        ax.set_title(f"{shares[unit]:.2f}", loc="center", fontsize=10, pad=3)
    figure.suptitle(title, x=0.01, ha="left", fontsize=12)
    return figure
