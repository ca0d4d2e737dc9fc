"""A small scene made of numbers, and what becomes of pictures on their way into a matrix."""

import numpy as np

from lib.figures.diagrams import arrow, canvas, label
from lib.figures.style import BLUE, GREY, INK, ORANGE, Picture, described, picture

SIZE = 64
NIGHT, DAY = np.array([18, 24, 62]), np.array([126, 196, 246])


def scene(hour: float) -> np.ndarray:
    """A hill, a house and the sky over them at that hour of the day, as (64, 64, 3) numbers from 0 to 255."""
    y, x = np.mgrid[0:SIZE, 0:SIZE]
    light = np.clip(1.5 * np.sin((hour - 6) / 14 * np.pi) + 0.1, 0, 1)  # 1 at noon, 0 at night
    canvas = NIGHT + (DAY - NIGHT) * light + (y[..., None] * [1.1, 0.5, 0.1]) * light
    paint_disc(canvas, hour, light)
    shade = 0.3 + 0.7 * light
    hill = y > 50 - 12 * np.exp(-(((x - 44) / 20) ** 2))
    canvas[hill] = np.array([70, 150, 60]) * shade
    canvas[(abs(x - 20) < 9) & (abs(y - 48) < 8)] = np.array([214, 178, 130]) * shade
    canvas[(y >= 30) & (y <= 40) & (abs(x - 20) <= 1.2 * (y - 30))] = np.array([186, 58, 44]) * shade
    canvas[(abs(x - 24) < 3) & (abs(y - 46) < 3)] = [255, 224, 120] if light < 0.5 else [90, 110, 140]
    canvas[(abs(x - 15) < 3) & (y > 47) & (y < 56)] = np.array([110, 70, 40]) * shade
    return np.clip(canvas, 0, 255).astype(np.uint8)


def paint_disc(canvas: np.ndarray, hour: float, light: float) -> None:
    """The sun by day, a pale moon by night, moving from left to right."""
    y, x = np.mgrid[0:SIZE, 0:SIZE]
    day = 6 <= hour <= 20
    way = (hour - 6) / 14 if day else ((hour - 20) % 24) / 10
    disc = (x - (8 + 48 * way)) ** 2 + (y - (30 - 20 * np.sin(np.pi * way))) ** 2
    canvas[disc < 30] = [255, 222, 90] if day else [226, 228, 214]


def show_channels(scene: np.ndarray) -> Picture:
    """A picture, its red, green and blue channels, and its numbers in one column."""
    first = ", ".join(str(n) for n in scene.reshape(-1)[:3])
    figure, axes = picture(10, 2.9, columns=5, gridspec_kw={"width_ratios": [1, 1, 1, 1, 0.75]})
    figure.alt = (
        "A small picture of a house under the sun, then its red, green and blue channels as three "
        "pictures in shades of grey, then a tall column of numbers that begins with the red, green "
        f"and blue of the first pixel: {first}. The column has 12288 numbers."
    )
    axes[0].imshow(scene)
    axes[0].set_title("64 × 64 pixels")
    for k, name in enumerate(["red", "green", "blue"]):
        axes[k + 1].imshow(scene[:, :, k], cmap="gray", vmin=0, vmax=255)
        axes[k + 1].set_title(name)
    for ax in axes:
        ax.axis("off")
    draw_column(axes[4], scene)
    return figure


def draw_column(ax, scene: np.ndarray) -> None:
    """The first two pixels and the last one, number by number, in the order in which NumPy keeps them."""
    numbers = scene.reshape(-1)
    shown = [*numbers[:6], None, *numbers[-3:]]
    ax.set(xlim=(0, 2.4), ylim=(len(shown), 0))
    ax.set_title("12288 × 1")
    for i, number in enumerate(shown):
        if number is None:
            ax.text(0.6, i + 0.5, "⋮", ha="center", va="center")
            continue
        channel = "rgb"[i % 3] if i < 6 else "rgb"[(i - 7) % 3]
        colour = {"r": "#F7C9B8", "g": "#BFE6D5", "b": "#BFDDF2"}[channel]
        ax.fill_between([0.1, 1.1], i + 0.06, i + 0.94, color=colour, linewidth=0)
        ax.text(0.6, i + 0.52, str(number), ha="center", va="center", fontsize=9, color=INK)
        ax.text(1.25, i + 0.52, {"r": "red", "g": "green", "b": "blue"}[channel], va="center", fontsize=9)


def show_scenes(scenes: np.ndarray, labels: np.ndarray, hours: list[int]) -> Picture:
    """A row of pictures with their hours and labels."""
    names = ", ".join(f"{hour} o'clock with label {y}" for hour, y in zip(hours, labels))
    figure, axes = picture(10, 2.0, columns=len(scenes))
    figure.alt = (
        f"The same house at several hours, from left to right: {names}. Where the label is 1 the sun is in the sky, "
        "further right the later it is; where it is 0 the scene is dark, with a moon and a lit window."
    )
    for ax, scene, y, hour in zip(axes, scenes, labels, hours, strict=True):
        ax.imshow(scene)
        ax.set_title(f"{hour}:00, y = {y}", loc="center", fontsize=11)
        ax.axis("off")
    return figure


@described(
    "Two pictures made from first columns. The one from the wrong matrix is a scramble of small ghosts of all six "
    "scenes. The one from your matrix should be the first scene, unharmed."
)
def show_first_column(wrong: np.ndarray, right: np.ndarray) -> Picture:
    """The first columns of two matrices of numbers from 0 to 1, each made into a picture again."""
    figure, axes = picture(7, 3.3, columns=2)
    for ax, X, title in zip(axes, (wrong, right), ("reshape alone", "your pictures_to_matrix"), strict=True):
        ax.imshow(np.clip(np.reshape(np.asarray(X)[:, 0], (SIZE, SIZE, 3)), 0, 1))
        ax.set_title(title, loc="center")
        ax.axis("off")
    return figure


@described(
    "Eight numbered cells, 1 to 4 blue for the first picture and 5 to 8 orange for the second. Above, two moves. The "
    "stack of two squares becomes two rows, one blue and one orange; then the rows become two columns, one blue and "
    "one orange. Below, the stack goes straight into four rows of two, and each column is half blue, half orange."
)
def show_moves() -> Picture:
    """How two pictures of 2 by 2 become columns, and how a reshape alone mixes them."""
    figure, ax = canvas(9.9, 4.5)
    stack = np.arange(1, 9).reshape(2, 2, 2)
    for top, words in [(4.1, "each picture stays whole"), (1.8, "reshape(4, 2) alone")]:
        for k, left in enumerate((0.3, 1.4)):
            paint_cells(ax, stack[k], left, top)
        label(ax, (0.3, top + 0.2), words, GREY, ha="left", fontsize=10)
    paint_cells(ax, stack.reshape(2, 4), 3.9, 4.1)
    paint_cells(ax, stack.reshape(2, 4).T, 7.7, 4.1)
    paint_cells(ax, stack.reshape(4, 2), 7.7, 1.8)
    for start, end, y, words in [(2.5, 3.7, 3.68, "rows"), (5.8, 7.5, 3.68, "columns"), (2.5, 7.5, 1.38, "row by row")]:
        arrow(ax, (start, y), (end, y), colour=GREY)
        label(ax, ((start + end) / 2, y + 0.18), words, GREY, fontsize=10)
    for y, words in [(3.25, "one picture\nin each column"), (0.95, "half of each\nin each column")]:
        label(ax, (8.65, y), words, ha="left", fontsize=10)
    return figure


def paint_cells(ax, numbers: np.ndarray, left: float, top: float, side: float = 0.42) -> None:
    """A table of numbers as cells, coloured by the picture they come from."""
    for (row, column), n in np.ndenumerate(numbers):
        x, y = left + side * column, top - side * (row + 1)
        colour = BLUE if n <= 4 else ORANGE
        ax.fill([x, x + side, x + side, x], [y, y, y + side, y + side], facecolor=colour, alpha=0.25, linewidth=0)
        ax.plot([x, x + side, x + side, x, x], [y, y, y + side, y + side, y], color="white", linewidth=1.5)
        label(ax, (x + side / 2, y + side / 2), str(n))
