"""Handles redraw their pictures, and the pictures stay where widgets don't run."""

import base64
import html
import re

import ipywidgets as widgets
import nbformat
import pytest
from nbconvert import HTMLExporter

from lib.figures import films, steppers
from lib.figures.style import picture


def draw(*values):
    """A small picture whose alternative text names the values."""
    figure, _ = picture(1, 1)
    figure.alt = f"values {values}"
    return figure


def neuron(area, w, b):
    return max(0.0, w * area + b)


def alt(turnable):
    """The alternative text of the picture that is shown now."""
    return html.unescape(re.search('alt="([^"]*)"', turnable.children[-1].value)[1])


MADE = {
    "handles": lambda: steppers.with_handles(draw, widgets.IntSlider(3)),
    "steps": lambda: steppers.step_through(4, draw),
    "neuron": lambda: steppers.slide_neuron(neuron),
    "film": lambda: films.play(3, draw),
}


@pytest.mark.parametrize("name", MADE)
def test_an_export_shows_the_picture_in_place_of_the_widget(name):
    shown = MADE[name]()
    bundle = shown._repr_mimebundle_()
    assert "application/vnd.jupyter.widget-view+json" in bundle
    output = nbformat.v4.new_output("display_data", bundle)
    page, _ = HTMLExporter().from_notebook_node(
        nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(outputs=[output])])
    )
    [drawn] = re.findall(r'src="data:image/png;base64,([^"]+)"', page)
    assert base64.b64decode(drawn).startswith(b"\x89PNG") and alt(shown) in html.unescape(page)


def test_each_handle_redraws_with_the_values_of_all():
    first, second = widgets.IntSlider(1), widgets.IntSlider(2)
    shown = steppers.with_handles(draw, first, second)
    assert alt(shown) == "values (1, 2)"
    second.value = 5
    assert alt(shown) == "values (1, 5)"
    first.value = 7
    assert alt(shown) == "values (7, 5)"


def test_the_buttons_step_to_the_ends_and_no_further():
    shown = steppers.step_through(2, draw)
    back, onward = shown.children[0].children
    told = [(button.click(), alt(shown))[1] for button in (back, onward, onward, onward, back)]
    assert told == [f"values ({stage},)" for stage in (0, 1, 2, 2, 1)]


def test_a_neurons_picture_tells_what_the_learners_neuron_gives():
    shown = steppers.slide_neuron(lambda area, w, b: w * area + b)
    assert "Yours is -30 at 10 square metres and 90 at 50" in alt(shown)
    shown.children[0].value = 1
    assert "Yours is -50 at 10 square metres and -10 at 50" in alt(shown)
