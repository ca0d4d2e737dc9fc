"""The steepest direction on a hillside, and the paths of gradient descent."""

from collections.abc import Callable, Sequence

import numpy as np

from lib.figures.diagrams import canvas, label
from lib.figures.style import BLUE, GREEN, GREY, INK, ORANGE, PINK, Picture, described, note, number, picture, point

STEEPEST = np.degrees(np.arctan2(4, 3))  # the direction of the gradient (3, 4)
# An angle, its colour and name, and where the words stand beside the arrow and beside the curve.
DIRECTIONS = [
    (STEEPEST, ORANGE, "gradient: steepest up", (6, 4), (10, 4)),
    (STEEPEST + 90, GREEN, "level", (-6, 8), (10, 4)),
    (STEEPEST + 270, GREEN, "level", (6, -2), (-12, 4)),
    (STEEPEST + 180, BLUE, "steepest down", (-6, -14), (12, -10)),
]


@described(
    "A right-angled triangle. Its slanted side is a step of length 1 at 53 degrees from east. Its lower side, to the "
    "east, is cos = 0.6 long, and its upright side, to the north, sin = 0.8."
)
def draw_step() -> Picture:
    """A step of length 1 taken apart into its way east and its way north."""
    figure, ax = canvas(5.2, 2.9)
    west, east, south, north = 1.2, 3.0, 0.5, 2.9
    ax.fill([west, east, east], [south, south, north], color=BLUE, alpha=0.08, linewidth=0)
    ax.annotate("", (east, north), (west, south), arrowprops={"arrowstyle": "-|>", "color": ORANGE, "linewidth": 2.5})
    ax.plot([west, east, east], [south, south, north], color=BLUE)
    ax.plot([east - 0.2, east - 0.2, east], [south, south + 0.2, south + 0.2], color=GREY, linewidth=1)
    ax.plot(*(np.array([[west], [south]]) + 0.5 * angle_arc(STEEPEST)), color=GREY, linewidth=1.2)
    label(ax, (west + 0.72, south + 0.3), r"$\theta$")
    label(ax, (1.55, 1.95), "a step of length 1", ORANGE, ha="right")
    label(ax, (2.1, 0.22), r"east: $\cos\theta = 0.6$", BLUE)
    label(ax, (3.15, 1.7), r"north: $\sin\theta = 0.8$", BLUE, ha="left")
    return figure


def angle_arc(degrees: float) -> np.ndarray:
    """Points on the circle of radius 1, from east to the angle."""
    angles = np.radians(np.linspace(0, degrees, 40))
    return np.array([np.cos(angles), np.sin(angles)])


@described(
    "Left, the contour lines of a bowl from above, with four arrows at one point: along the gradient, at 53 "
    "degrees; at right angles to it, along the contour; and against it. Right, the directional derivative against "
    "the angle: a wave with its top, 5, at 53 degrees, zero at 143 and 323 degrees, and its lowest value, -5, at "
    "233 degrees."
)
def plot_directions(directional_derivative: Callable) -> Picture:
    """A bowl from above with four directions at one point, and the slope in every direction."""
    figure, (left, right) = picture(10.4, 4.2, columns=2)
    x, y = np.meshgrid(np.linspace(-2.2, 3.6, 200), np.linspace(-2, 2.6, 200))
    left.contour(x, y, 1.5 * x**2 + 2 * y**2, levels=[0.4, 1.5, 3.5, 6.5, 10.5, 15.5, 21.5], colors=GREY, linewidths=1)
    left.set(title="the bowl from above", xlabel="x (east)", ylabel="y (north)", aspect="equal")
    angles = np.linspace(0, 360, 361)
    right.axhline(0, color=GREY, linewidth=0.8)
    right.plot(angles, [number(directional_derivative(3, 4, np.radians(angle))) for angle in angles], color=INK)
    for angle, colour, text, shift, beside in DIRECTIONS:
        paint_direction(left, angle, colour, text, shift)
        height = number(directional_derivative(3, 4, np.radians(angle)))
        side = "right" if beside[0] < 0 else "left"
        words = f"{angle:.0f}°: {round(height, 1) + 0.0:g}"
        point(right, (angle, height), words, beside, colour, color=colour, ha=side)
    right.set(title="slope in each direction, for the gradient (3, 4)", xlabel="angle from east, in degrees")
    right.set(ylabel="directional derivative", xlim=(0, 360), ylim=(-6, 6.5), xticks=range(0, 361, 45))
    right.grid()
    return figure


def paint_direction(ax, angle: float, colour: str, text: str, shift: tuple) -> None:
    """An arrow of length 1 from the place (1, 1), with a word at its tip."""
    tip = (1 + np.cos(np.radians(angle)), 1 + np.sin(np.radians(angle)))
    ax.annotate("", tip, (1, 1), arrowprops={"arrowstyle": "-|>", "color": colour, "linewidth": 2.5})
    side = "right" if shift[0] < 0 else "left"
    note(ax, text, tip, xytext=shift, textcoords="offset points", color=colour, ha=side)


def bowl(w):
    """The height of the bowl in which the paths run."""
    return (np.asarray(w) - 3) ** 2


def paint_path(ax, gradient_descent: Callable, gradient: Callable, alpha: float, colour: str, steps: int = 12) -> None:
    """The bowl, and the places that gradient descent visits in it."""
    w = np.linspace(-3.2, 9.2, 300)
    path = np.array([number(place) for place in gradient_descent(gradient, 0.0, alpha, steps)])
    ax.plot(w, bowl(w), color=GREY, linewidth=1.2)
    ax.plot(path, bowl(path), "o-", color=colour, markersize=5, linewidth=1.2)
    ax.plot(path[0], bowl(path[0]), "o", color=INK, markersize=7)
    ax.set(
        xlabel="w",
        xlim=(-3.2, 9.2),
        ylim=(-2, 38),
        title=f"α = {alpha:g}: {where_to(path)}",
    )
    note(ax, "start", (path[0], bowl(path[0])), xytext=(-8, -4), textcoords="offset points", ha="right")


def where_to(path: np.ndarray) -> str:
    """Where a path ends, or after how many steps it leaves the picture."""
    outside = np.flatnonzero(abs(path - 3) > 6.2)
    if outside.size:
        return f"step {outside[0]} leaves the picture"
    return f"w = {path[-1]:.2f} after {path.size - 1} steps"


@described(
    "Three bowls with the path of twelve steps from w = 0. With the small learning rate the steps creep and stop "
    "half way. With the good one they reach the bottom at 3 after a few steps. With the large one they jump from "
    "side to side, further out each time, until they leave the picture."
)
def plot_paths(gradient_descent: Callable, gradient: Callable, alphas: Sequence[float]) -> Picture:
    """Twelve steps in the same bowl for several learning rates."""
    figure, axes = picture(10.8, 3.6, columns=len(alphas), sharey=True)
    for ax, alpha, colour in zip(axes, alphas, (BLUE, GREEN, ORANGE), strict=False):
        paint_path(ax, gradient_descent, gradient, alpha, colour)
    axes[0].set_ylabel("cost J(w)")
    return figure


def plot_path(gradient_descent: Callable, gradient: Callable, alpha: float) -> Picture:
    """Twelve steps for one learning rate."""
    last = number(gradient_descent(gradient, 0.0, alpha, 12)[-1])
    figure, ax = picture(6, 3.8)
    figure.alt = (
        f"The path of gradient descent in a bowl with its bottom at 3, for alpha = {alpha:g}. It starts at "
        f"w = 0 and is at w = {last:.2f} after twelve steps."
    )
    paint_path(ax, gradient_descent, gradient, alpha, PINK)
    ax.set_ylabel("cost J(w)")
    return figure


@described(
    "The cost over the two weights, seen from above as contour lines, with the bias held at 0. Left, in raw "
    "millimetres: a valley so narrow that its walls are nearly parallel lines, running from upper left to lower "
    "right. The path of steps jumps from wall to wall across it and hardly moves along it. Right, in standard "
    "units: rounded contours, and a path that goes down towards the bottom without a single turn back."
)
def plot_valleys(raw: tuple, standard: tuple) -> Picture:
    """Two landscapes of the cost, each (cost of two weights, path of the weights), the same method in both."""
    figure, (left, right) = picture(10.4, 4.4, columns=2)
    across, y = np.meshgrid(np.linspace(-1, 1, 121) ** 3, np.linspace(-1.3, 0.6, 40))
    paint_valley(left, *raw, across - 0.438 * y, y)  # the grid leans like the valley and is fine on its floor
    paint_valley(right, *standard, *np.meshgrid(np.linspace(-1, 6.5, 60), np.linspace(-4.5, 3, 60)))
    left.set(xlim=(-0.35, 0.65))
    left.set(title="raw millimetres, α = 0.01: 40 steps")
    right.set(title="standard units, α = 1: 40 steps")
    return figure


def paint_valley(ax, height: Callable, path: np.ndarray, x: np.ndarray, y: np.ndarray) -> None:
    """Contour lines of a cost over the weights x and y, and a path on it."""
    heights = np.array([number(height(*weights)) for weights in zip(x.flat, y.flat)]).reshape(x.shape)
    levels = np.geomspace(heights.min() * 1.02, heights.max(), 12)
    ax.contour(x, y, heights, levels=levels, colors=GREY, linewidths=0.9)
    ax.plot(*np.transpose(path), "o-", color=ORANGE, markersize=3.5, linewidth=1.3)
    ax.plot(*path[0], "o", color=INK)
    note(ax, "start", path[0], xytext=(6, 6), textcoords="offset points")
    ax.set(xlabel="weight of the length", ylabel="weight of the depth")
