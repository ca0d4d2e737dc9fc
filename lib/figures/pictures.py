"""A small scene made of numbers, and what becomes of pictures on their way into a matrix."""

import numpy as np

from lib.figures.style import INK, Picture, described, picture

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


def show_scenes(scenes: np.ndarray, labels: np.ndarray) -> Picture:
    """A row of pictures with their labels."""
    hours = ", ".join(str(label) for label in labels)
    figure, axes = picture(10, 2.0, columns=len(scenes))
    figure.alt = (
        "The same house at several hours, at night under a moon and by day under a sun, with the "
        f"labels {hours}, where 1 means that the sun is up."
    )
    for ax, scene, label in zip(axes, scenes, labels, strict=True):
        ax.imshow(scene)
        ax.set_title(f"y = {label}", loc="center")
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
        ax.imshow(np.clip(np.reshape(X[:, 0], (SIZE, SIZE, 3)), 0, 1))
        ax.set_title(title, loc="center")
        ax.axis("off")
    return figure
