"""Secants that close in on a tangent, and how fast two ways of measuring a slope become right."""

from collections.abc import Callable

import numpy as np

from lib.figures.style import BLUE, GREY, ORANGE, Picture, described, note, number, picture


@described(
    "Three plots of the same curve, x cubed, with a line through the points at x = 2 and x = 2 + h, for h = 1, "
    "0.5 and 0.1. Under each line stands its triangle. The closer the two points, the nearer the slope of the "
    "line comes to 12."
)
def plot_secants(slope: Callable, f: Callable, at: float = 2.0) -> Picture:
    """The curve of f, and the line through two of its points for three widths of the triangle."""
    figure, axes = picture(10, 3.5, columns=3, sharey=True)
    x = np.linspace(0.9, 3.3, 200)
    for ax, h in zip(axes, (1.0, 0.5, 0.1), strict=True):
        steepness = number(slope(f, at, h))
        ax.plot(x, f(x), color=BLUE)
        ax.plot(x, f(at) + steepness * (x - at), color=ORANGE, linewidth=1.5)
        ax.plot([at, at + h, at + h], [f(at), f(at), f(at + h)], color=GREY, linewidth=1.2)
        ax.plot([at, at + h], [f(at), f(at + h)], "o", color=ORANGE)
        ax.set(title=f"h = {h:g}: slope {steepness:.2f}", xlabel="x", ylim=(-3, 34), xlim=(0.9, 3.3))
    axes[0].set_ylabel("f(x) = x³")
    return figure


@described(
    "The error of the measured slope against h, both in powers of ten. The one-sided error falls ten times for "
    "each power of ten of h, until h is about 1e-8; the central one falls a hundred times, until h is about 1e-5. "
    "For smaller h both rise again, raggedly, from rounding."
)
def plot_slope_errors(slope: Callable, central_slope: Callable, f: Callable, at: float, exact: float) -> Picture:
    """The errors of both measured slopes, against the width h, with both axes in powers of ten."""
    figure, ax = picture(7.8, 4.0)
    widths = 10.0 ** np.arange(-13, 0.01, 0.25)
    for measure, colour, marker, name in [
        (slope, ORANGE, "o", "one-sided"),
        (central_slope, BLUE, "s", "central"),
    ]:
        errors = [max(abs(number(measure(f, at, h)) - exact), 1e-14) for h in widths]
        ax.loglog(widths, errors, color=colour, marker=marker, markersize=4, linewidth=1.2, label=name)
    note(ax, "rounding wins", (2e-13, 3e-9), color=GREY)
    ax.set(xlabel="h", ylabel="distance from the true slope")
    ax.grid()
    ax.legend(loc="upper center")
    return figure
