"""Figures with handles: the learner turns one and the picture is drawn anew."""

from collections.abc import Callable
from typing import Any

import ipywidgets as widgets

from lib.figures.descent import plot_path
from lib.figures.graphs import STAGES, draw_stage
from lib.figures.neurons import plot_price
from lib.figures.style import Picture


class Turnable(widgets.VBox):
    """Handles over an HTML widget with a picture, which stands alone where widgets don't run, as in an export."""

    def _repr_mimebundle_(self, **options: Any) -> dict[str, Any]:
        return super()._repr_mimebundle_(**options) | {"text/html": self.children[-1].value}


def with_handles(draw: Callable[..., Picture], *handles: widgets.Widget) -> Turnable:
    """The handles, and under them the picture that draw makes for their values."""
    shown = widgets.HTML()

    def redraw(_: Any = None) -> None:
        shown.value = draw(*[handle.value for handle in handles]).to_html()

    redraw()
    for handle in handles:
        handle.observe(redraw, "value")
    return Turnable([*handles, shown])


def step_through(last: int, draw: Callable[[int], Picture]) -> Turnable:
    """Pictures from stage 0 to the last, with buttons to go forward and back."""
    stage = widgets.IntSlider(0, 0, last, description="stage")
    back, onward = widgets.Button(description="back"), widgets.Button(description="next")
    back.on_click(lambda _: stage.set_trait("value", max(stage.value - 1, stage.min)))
    onward.on_click(lambda _: stage.set_trait("value", min(stage.value + 1, stage.max)))
    view = with_handles(draw, stage)
    view.children = widgets.HBox([back, onward]), *view.children
    return view


def step_through_graph(graph_forward: Callable, graph_backward: Callable) -> Turnable:
    """The graph of J = 3(a + bc), stage by stage."""
    graph_forward(5, 3, 2), graph_backward(5, 3, 2)  # a stub shall say so at once, and not at its stage
    return step_through(len(STAGES) - 1, lambda number: draw_stage(number, graph_forward, graph_backward))


def slide_alpha(gradient_descent: Callable, gradient: Callable) -> Turnable:
    """The path of gradient descent, with a slider for the learning rate."""
    alpha = widgets.FloatSlider(0.1, min=0.01, max=1.1, step=0.01, description="alpha", continuous_update=False)
    return with_handles(lambda value: plot_path(gradient_descent, gradient, value), alpha)


def slide_neuron(neuron: Callable) -> Turnable:
    """The price that a neuron gives over the area, with a slider for its weight and one for its bias."""
    w = widgets.FloatSlider(3, min=-1, max=4, step=0.5, description="w", continuous_update=False)
    b = widgets.FloatSlider(-60, min=-120, max=60, step=10, description="b", continuous_update=False)
    return with_handles(lambda w, b: plot_price(neuron, w, b), w, b)
