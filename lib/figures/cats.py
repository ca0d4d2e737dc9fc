"""The cat flap's pictures, and what logistic regression makes of them."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from matplotlib import colormaps
from PIL import Image

from lib.figures.style import BLUE, GREEN, GREY, INK, ORANGE, PINK, Picture, picture

SIZE = 64


def show_pictures(pictures: np.ndarray, titles: Sequence[str], columns: int = 8) -> Picture:
    """Small pictures in rows, each with a title."""
    rows = -(-len(pictures) // columns)
    figure, axes = picture(10, 1.5 * rows * 8 / columns, rows=rows, columns=columns, squeeze=False)
    figure.alt = f"{len(pictures)} small pictures with these titles: " + "; ".join(titles) + "."
    for ax in axes.flat:
        ax.axis("off")
    for ax, image, title in zip(axes.flat, pictures, titles):
        ax.imshow(image)
        ax.set_title(title, loc="center", fontsize=10, pad=3)
    return figure


def plot_learning(
    costs: Sequence[float], steps: Sequence[int], train: Sequence[float], test: Sequence[float]
) -> Picture:
    """The cost after every step, and the two accuracies at some of them."""
    figure, (left, right) = picture(10, 3.7, columns=2)
    figure.alt = (
        f"Left: the cost falls from {costs[0]:.2f} to {costs[-1]:.2f} in {len(costs)} steps. Right: accuracy. On the "
        f"training pictures it ends at {train[-1]:.0%}, on the test pictures at {test[-1]:.0%}."
    )
    left.plot(costs, color=BLUE)
    left.set(title="cost on the training pictures", xlabel="steps", ylim=(0, None))
    right.plot(steps, train, "o-", color=GREEN, markersize=4, label="training pictures")
    right.plot(steps, test, "D--", color=ORANGE, markersize=4, label="test pictures")
    right.set(title="accuracy", xlabel="steps", ylim=(min(0.45, *test), 1.02))
    right.legend(loc="best")
    for ax in (left, right):
        ax.grid()
    return figure


def plot_rates(runs: dict[float, Sequence[float]]) -> Picture:
    """The cost over the steps for several learning rates; what runs out of the picture is too large."""
    figure, ax = picture(8, 3.9)
    figure.alt = "Cost against steps. " + " ".join(
        f"Learning rate {rate:g}: from {costs[0]:.2f} to {costs[-1]:.2f}, at most {max(costs):.2f}."
        for rate, costs in runs.items()
    )
    for (rate, costs), style, colour in zip(runs.items(), ("-", "--", "-.", "-"), (BLUE, GREEN, PINK, ORANGE)):
        width = 1.2 if max(costs) > 1.5 * costs[0] else 2.2
        ax.plot(costs, style, color=colour, linewidth=width, label=f"learning rate {rate:g}")
    ax.axhline(np.log(2), color=GREY, linewidth=1.2, linestyle=":", label="0.693: says one half to everything")
    ax.set(xlabel="steps", ylabel="cost", ylim=(0, 2))
    ax.legend(loc="upper left", bbox_to_anchor=(1, 1))
    return figure


def show_weights(w: np.ndarray, mean: np.ndarray) -> Picture:
    """The weights as a picture, as a map of what speaks for a cat, and the mean picture beside them."""
    weights = np.reshape(w, (SIZE, SIZE, 3))
    summed = np.abs(weights.sum(axis=2))
    upper, lower = np.quantile(np.nonzero(summed >= np.quantile(summed, 0.98))[0], [0.1, 0.9])
    figure, axes = picture(9.4, 3.3, columns=3)
    figure.alt = (
        "Three pictures of 64 by 64. First the mean of all training pictures, blurred. Then the weights as colours: "
        "coloured noise in which blurred shapes can be made out. Then the three channels added, orange where "
        f"brightness speaks for a cat and violet where it speaks against; the strongest weights lie between rows "
        f"{upper:.0f} and {lower:.0f}, counted from the top."
    )
    axes[0].imshow(np.clip(np.reshape(mean, (SIZE, SIZE, 3)), 0, 1))
    axes[0].set_title("the mean picture", loc="center")
    reach = np.quantile(np.abs(weights), 0.99)
    axes[1].imshow(np.clip(0.5 + weights / (2 * reach), 0, 1))
    axes[1].set_title("the weights as colours", loc="center")
    show_map(figure, axes[2], weights.sum(axis=2))
    for ax in axes:
        ax.axis("off")
    return figure


def show_map(figure: Picture, ax, weights: np.ndarray) -> None:
    """One number for each pixel, orange above zero and violet below."""
    reach = np.quantile(np.abs(weights), 0.99)
    drawn = ax.imshow(weights, cmap=colormaps["PuOr_r"], vmin=-reach, vmax=reach)
    ax.set_title("red + green + blue", loc="center")
    bar = figure.colorbar(drawn, ax=ax, shrink=0.75, ticks=[-reach, 0, reach])
    bar.ax.set_yticklabels(["against a cat", "0", "for a cat"])


def open_picture(path: str | Path) -> np.ndarray:
    """A picture from a file, its middle square made into 64 x 64 x 3 numbers from 0 to 255."""
    with Image.open(path) as image:
        image = image.convert("RGB")
        side = min(image.size)
        left, top = (image.width - side) // 2, (image.height - side) // 2
        square = image.crop((left, top, left + side, top + side))
        return np.asarray(square.resize((SIZE, SIZE), Image.Resampling.LANCZOS))


def show_answer(image: np.ndarray, probability: float) -> Picture:
    """A picture as the classifier sees it, and the probability it gives."""
    figure, (left, right) = picture(6.4, 2.5, columns=2, gridspec_kw={"width_ratios": [1, 1.6]})
    figure.alt = f"A picture of 64 by 64 pixels, and a bar: the probability of a cat is {probability:.3f}."
    left.imshow(image)
    left.axis("off")
    right.barh([0], [probability], color=GREEN if probability > 0.5 else ORANGE, height=0.4)
    right.axvline(0.5, color=INK, linewidth=1, linestyle=":")
    right.set(xlim=(0, 1), ylim=(-0.8, 0.8), yticks=[], title=f"probability of a cat: {probability:.3f}")
    return figure
