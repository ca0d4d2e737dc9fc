"""One look for all figures, and a figure that carries its own alternative text."""

import base64
import functools
import html
import io
from collections.abc import Callable
from typing import Any

import matplotlib
import numpy as np
from matplotlib.figure import Figure

# Okabe and Ito's colours, which people with any kind of colour vision can tell apart.
BLUE, ORANGE, GREEN, SKY, PINK = "#0072B2", "#D55E00", "#009E73", "#56B4E9", "#CC79A7"
INK, GREY, PALE = "#222222", "#767676", "#E6E6E6"

matplotlib.rcParams.update(
    {
        "font.size": 11,
        "axes.titlesize": 12,
        "axes.titlelocation": "left",
        "axes.titlepad": 10,
        "axes.labelcolor": INK,
        "axes.edgecolor": GREY,
        "axes.spines.top": False,
        "axes.spines.right": False,
        "axes.prop_cycle": matplotlib.cycler(color=[BLUE, ORANGE, GREEN, PINK, SKY]),
        "axes.axisbelow": True,
        "xtick.color": GREY,
        "ytick.color": GREY,
        "xtick.labelcolor": INK,
        "ytick.labelcolor": INK,
        "text.color": INK,
        "grid.color": PALE,
        "legend.frameon": False,
        "lines.linewidth": 2,
    }
)


class Picture(Figure):
    """A figure that a notebook shows as an image with alternative text, live and in exported HTML alike."""

    alt = ""

    def png(self) -> bytes:
        """The figure as a PNG file, at twice the size it is shown at."""
        file = io.BytesIO()
        self.savefig(file, format="png", dpi=160, facecolor="white")
        return file.getvalue()

    def to_html(self) -> str:
        """The figure as an <img> element."""
        data = base64.b64encode(self.png()).decode()
        width = round(80 * self.get_figwidth())
        return (
            f'<img alt="{html.escape(self.alt)}" src="data:image/png;base64,{data}" '
            f'style="width: {width}px; max-width: 100%; height: auto">'
        )

    def _repr_mimebundle_(self, **kwargs: Any) -> dict[str, str]:
        return {"text/html": self.to_html(), "text/plain": self.alt}


def number(value: Any) -> float:
    """One number, also where a function gave it as an array with a single entry."""
    return float(np.squeeze(value))


def described(alt: str) -> Callable:
    """Give the Picture that the decorated function draws this alternative text."""

    def decorate(draw: Callable[..., Picture]) -> Callable[..., Picture]:
        @functools.wraps(draw)
        def drawn(*args: Any, **kwargs: Any) -> Picture:
            figure = draw(*args, **kwargs)
            figure.alt = alt
            return figure

        return drawn

    return decorate


def picture(width: float, height: float, rows: int = 1, columns: int = 1, **options: Any) -> tuple:
    """An empty Picture of the given size in inches, and its axes."""
    figure = Picture(figsize=(width, height), layout="constrained")
    figure.get_layout_engine().set(w_pad=0.1, h_pad=0.1)
    return figure, figure.subplots(rows, columns, **options)


def note(ax, text: str, at: tuple, **options: Any) -> None:
    """A short remark inside a plot, on a ground that keeps it readable."""
    ground = {"facecolor": "white", "edgecolor": "none", "alpha": 0.85, "pad": 1.5}
    ax.annotate(text, at, **{"fontsize": 10, "bbox": ground, **options})


def point(ax, at: tuple, text: str, shift: tuple, colour: str = ORANGE, **options: Any) -> None:
    """A dot, and a remark that stands `shift` points away from it."""
    ax.plot(*at, "o", color=colour)
    note(ax, text, at, xytext=shift, textcoords="offset points", **options)
