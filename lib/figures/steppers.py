"""Figures with a handle: the learner turns it and the picture is drawn anew."""

from collections.abc import Callable

import ipywidgets as widgets

from lib.figures.descent import plot_path
from lib.figures.graphs import STAGES, draw_stage
from lib.figures.style import Picture


def with_handle(handle: widgets.Widget, draw: Callable[[float], Picture]) -> widgets.Widget:
    """The handle, and under it the picture that draw makes for the handle's value."""
    shown = widgets.HTML(draw(handle.value).to_html())

    def redraw(change: dict) -> None:
        shown.value = draw(change["new"]).to_html()

    handle.observe(redraw, "value")
    return widgets.VBox([handle, shown])


def step_through_graph(graph_forward: Callable, graph_backward: Callable) -> widgets.Widget:
    """The graph of J = 3(a + bc) with buttons to go forward and back, stage by stage."""
    graph_forward(5, 3, 2), graph_backward(5, 3, 2)  # a stub shall say so at once, and not at its stage
    stage = widgets.IntSlider(0, 0, len(STAGES) - 1, description="stage")
    back, onward = widgets.Button(description="back"), widgets.Button(description="next")
    back.on_click(lambda _: stage.set_trait("value", max(stage.value - 1, stage.min)))
    onward.on_click(lambda _: stage.set_trait("value", min(stage.value + 1, stage.max)))
    view = with_handle(stage, lambda number: draw_stage(number, graph_forward, graph_backward))
    return widgets.VBox([widgets.HBox([back, onward]), view])


def slide_alpha(gradient_descent: Callable, gradient: Callable) -> widgets.Widget:
    """The path of gradient descent, with a slider for the learning rate."""
    alpha = widgets.FloatSlider(0.1, min=0.01, max=1.1, step=0.01, description="alpha", continuous_update=False)
    return with_handle(alpha, lambda value: plot_path(gradient_descent, gradient, value))
