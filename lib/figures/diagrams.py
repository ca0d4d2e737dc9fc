"""Circles, boxes and arrows, for networks and computation graphs."""

from typing import Any

from matplotlib.patches import Circle, FancyArrowPatch, FancyBboxPatch

from lib.figures.style import BLUE, INK, picture


def canvas(width: float, height: float) -> tuple:
    """A Picture to draw on, with one unit to the inch and no axes."""
    figure, ax = picture(width, height)
    blank(ax, width, height)
    return figure, ax


def blank(ax, width: float, height: float) -> None:
    """Turn axes into plain paper of the given size."""
    ax.set(xlim=(0, width), ylim=(0, height), aspect="equal")
    ax.axis("off")


def circle(ax, at: tuple, text: str, radius: float = 0.3, colour: str = BLUE, fill: str = "white") -> None:
    """A neuron or an input."""
    ax.add_patch(Circle(at, radius, edgecolor=colour, facecolor=fill, linewidth=2, zorder=3))
    label(ax, at, text, zorder=4)


def box(ax, at: tuple, text: str, width: float = 1.3, height: float = 0.56, colour: str = INK) -> None:
    """An operation, or a quantity with its formula."""
    ax.add_patch(
        FancyBboxPatch(
            (at[0] - width / 2, at[1] - height / 2),
            width,
            height,
            boxstyle="round,pad=0,rounding_size=0.1",
            edgecolor=colour,
            facecolor="white",
            linewidth=1.5,
            zorder=3,
        )
    )
    label(ax, at, text, zorder=4)


def arrow(ax, start: tuple, end: tuple, colour: str = INK, **options: Any) -> None:
    """An arrow from start to end."""
    plain = {"linewidth": 1.5, "mutation_scale": 14, "shrinkA": 0, "shrinkB": 0, "zorder": 2}
    ax.add_patch(FancyArrowPatch(start, end, arrowstyle="-|>", color=colour, **{**plain, **options}))


def label(ax, at: tuple, text: str, colour: str = INK, **options: Any) -> None:
    """A word or formula, its middle at the given place."""
    ax.text(*at, text, color=colour, **{"ha": "center", "va": "center", **options})
