"""Pictures in a row: a film with a button to play it, a slider to stop at a frame."""

import functools
from collections.abc import Callable

import ipywidgets as widgets

from lib.figures.style import Picture


def play(
    frames: int, draw: Callable[[int], Picture], title: Callable[[int], str], interval: int = 400
) -> widgets.Widget:
    """A film of so many frames; draw(k) makes frame k when it is first looked at, title(k) says what it shows."""
    image = functools.cache(lambda k: draw(k).to_html())
    button = widgets.Play(value=0, min=0, max=frames - 1, interval=interval)
    slider = widgets.IntSlider(value=0, min=0, max=frames - 1, readout=False)
    widgets.jslink((button, "value"), (slider, "value"))
    name, shown = widgets.Label(title(0)), widgets.HTML(image(0))

    def redraw(change: dict) -> None:
        name.value, shown.value = title(change["new"]), image(change["new"])

    slider.observe(redraw, "value")
    return widgets.VBox([widgets.HBox([button, slider, name]), shown])
