"""Pictures in a row: a film with a button to play it, a slider to stop at a frame."""

import functools
from collections.abc import Callable

import ipywidgets as widgets

from lib.figures.steppers import Turnable
from lib.figures.style import Picture


def play(frames: int, draw: Callable[[int], Picture], interval: int = 400) -> Turnable:
    """A film of so many frames, with a button to play it and a slider; draw(k) makes frame k when it is looked at."""
    image = functools.cache(lambda k: draw(k).to_html())
    button = widgets.Play(value=0, min=0, max=frames - 1, interval=interval)
    slider = widgets.IntSlider(value=0, min=0, max=frames - 1, readout=False)
    shown = widgets.HTML(image(0))
    widgets.jslink((button, "value"), (slider, "value"))

    def redraw(change: dict) -> None:
        shown.value = image(change["new"])

    slider.observe(redraw, "value")
    return Turnable([widgets.HBox([button, slider]), shown])
