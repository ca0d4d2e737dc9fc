"""The heads of two penguins, with what is measured on them."""

import numpy as np
from matplotlib.patches import Ellipse, PathPatch, Wedge
from matplotlib.path import Path

from lib.figures.diagrams import canvas, label
from lib.figures.style import BLUE, GREY, INK, ORANGE, Picture, described

SPECIES = [(0, "Adelie", BLUE, "o"), (1, "Chinstrap", ORANGE, "^")]  # label, name, colour, mark
SCALE = 0.034  # inches a millimetre


@described(
    "The heads of two penguins in profile, looking right. The Adelie has a black head, a white ring round its eye and "
    "a short bill. The Chinstrap has a white face, a black cap and a thin black line under its chin, and a longer "
    "bill. On both the length of the bill is marked along its upper edge, from the feathers to the tip, and its depth "
    "from the upper to the lower edge: 39 and 18 mm for the Adelie, 49 and 18 for the Chinstrap."
)
def draw_bills() -> Picture:
    """Two heads, drawn to scale, with the length and the depth of their bills."""
    figure, ax = canvas(9.2, 2.75)
    for left, length, species in [(2.0, 39, SPECIES[0]), (6.4, 49, SPECIES[1])]:
        _, name, colour, _ = species
        paint_head(ax, (left - 0.85, 1.6), strap=name == "Chinstrap")
        paint_bill(ax, (left, 1.55), length * SCALE)
        measure(ax, (left, 2.15), (left + length * SCALE, 2.15), f"length {length} mm", colour, (0, 0.2))
        measure(ax, (left + 0.28, 1.55 - 9 * SCALE), (left + 0.28, 1.55 + 9 * SCALE), "", colour, (0, 0))
        label(ax, (left + 0.28, 0.95), "depth 18 mm", colour, ha="left")
        label(ax, (left - 0.85, 0.2), name, colour, weight="bold")
    return figure


def paint_head(ax, at: tuple, strap: bool) -> None:
    """A head: all black with a white ring round the eye, or white with a cap and a strap."""
    x, y = at
    ax.add_patch(Ellipse(at, 2.0, 1.9, facecolor="white" if strap else INK, edgecolor=INK, linewidth=1.5))
    eye = (x + 0.32, y + 0.3)
    if strap:
        cap = Ellipse(at, 2.0, 1.9, facecolor=INK)
        ax.add_patch(cap)
        cap.set_clip_path(Wedge((x - 0.1, y + 0.42), 1.4, -4, 195, transform=ax.transData))
        turn = np.linspace(np.radians(190), np.radians(318), 60)
        ax.plot(x + 0.9 * np.cos(turn), y + 0.12 + 0.72 * np.sin(turn), color=INK, linewidth=2)
    ax.add_patch(Ellipse(eye, 0.3, 0.3, facecolor="white", edgecolor=GREY if strap else "white", zorder=4))
    ax.add_patch(Ellipse(eye, 0.17, 0.17, facecolor=INK, zorder=5))


def paint_bill(ax, at: tuple, length: float) -> None:
    """A bill with a hooked tip; `at` is the middle of its root."""
    x, y = at
    half = 9.6 * SCALE
    corners = [(x - 0.08, y + half), (x + 0.6 * length, y + half), (x + length, y - 0.75 * half)]
    corners += [(x + 0.85 * length, y - 0.35 * half), (x + 0.5 * length, y - 1.02 * half), (x - 0.08, y - half)]
    turns = [Path.MOVETO, Path.CURVE3, Path.CURVE3, Path.LINETO, Path.CURVE3, Path.CURVE3]
    ax.add_patch(PathPatch(Path(corners, turns), facecolor="#D9CDBF", edgecolor=INK, linewidth=1.2, zorder=3))
    ax.plot([x - 0.05, x + 0.87 * length], [y - 0.1, y - 0.3 * half], color=INK, linewidth=0.8, zorder=4)


def measure(ax, start: tuple, end: tuple, text: str, colour: str, shift: tuple) -> None:
    """A line with two arrowheads, and a word beside its middle."""
    ax.annotate("", end, start, arrowprops={"arrowstyle": "<->", "color": colour, "linewidth": 1.6}, zorder=6)
    middle = ((start[0] + end[0]) / 2 + shift[0], (start[1] + end[1]) / 2 + shift[1])
    if text:
        label(ax, middle, text, colour)
