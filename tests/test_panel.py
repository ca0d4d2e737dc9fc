"""The panel in a notebook of either theme, in a terminal and in exports; the course's solution beside one's own."""

import os
import re
import subprocess
import sys
import textwrap
import time

import nbformat
import pytest
from jupyter_client.manager import start_new_kernel
from nbclient import NotebookClient
from nbconvert import HTMLExporter, MarkdownExporter, RSTExporter

from autograder.source import sources
from lib import files, key, progress
from lib.attempt import Interrupted
from lib.check import check
from lib.panel import as_html, compared
from lib.reference import reference


def neuron(area, w, b):
    return max(0.0, w * area + b)  # mine


def wrong(area, w, b):
    """A hint or an exception may have lines and empty lines."""
    raise ValueError("one\n\n<two>")


@pytest.mark.parametrize("source", sources(), ids=lambda source: source.week)
def test_the_reference_is_read_as_jupytext_reads_it(source):
    for name, found in source.references.items():
        assert reference(name) == found.code.strip(), name


def test_there_is_no_reference_without_solutions_or_for_another_id(monkeypatch, tmp_path):
    assert reference("w1-neurons") is None and reference("w1-neuron-code") is None and reference(".*") is None
    monkeypatch.setattr(files, "ROOT", tmp_path)
    assert reference("w1-neuron") is None


def test_what_passes_is_shown_beside_the_reference():
    shown = check("w1-neuron", neuron)._repr_html_()
    assert "<details" in shown and "# mine" in shown and "return max(0.0, z)" in shown and "open" not in shown


def test_what_does_not_pass_shows_no_reference():
    for answer in (lambda area, w, b: 0.0, wrong, 3):
        shown = check("w1-neuron", answer)._repr_html_()
        assert "<details" not in shown and "max(0.0, z)" not in shown


def test_a_class_sees_no_reference(monkeypatch, tmp_path):
    monkeypatch.setattr(files, "ROOT", tmp_path)  # as unpacked from a class's zip: no solutions/
    assert "<details" not in check("w1-neuron", neuron)._repr_html_()


def test_grading_shows_no_reference():
    result = check("w1-neuron", neuron)
    assert "max(0.0, z)" not in as_html(result.verdict)


def test_text_and_markdown_show_no_reference():
    result = check("w1-neuron", neuron)
    assert "max(0.0" not in str(result) + result._repr_markdown_()


def test_a_function_without_text_is_no_trouble():
    shown = check("w1-neuron", eval("lambda area, w, b: max(0.0, w * area + b)"))._repr_html_()
    assert "Yours" not in shown and "max(0.0, z)" in shown


def test_both_texts_are_escaped():
    shown = compared("<script>", "</pre>&")
    assert "<script>" not in shown and shown.count("</pre>") == 2


COLOURS = {"#0072B2", "#E69F00", "#D55E00", "#999999"}


@pytest.mark.parametrize("answer", [neuron, wrong, lambda area, w, b: 0.0])
def test_the_panel_sets_no_colour_of_text_or_page_and_no_width(answer):
    shown = check("w1-neuron", answer)._repr_html_()
    assert {colour[:7] for colour in re.findall("#[0-9A-Fa-f]{6,8}", re.sub("<pre.*?</pre>", "", shown))} <= COLOURS
    assert not re.search(r"(?<!border-)(?<!-)(color|background|width|nowrap)\s*:", shown)
    for block in re.findall(r"<pre style=\"([^\"]*)\"", shown):
        assert {"white-space:pre-wrap", "word-break:normal", "overflow-wrap:anywhere"} <= set(block.split(";"))
        assert "font-family:monospace" in block


def test_html_is_one_line_so_that_markdown_does_not_end_it():
    assert "\n" not in check("w1-neuron", wrong)._repr_html_() and "\n" not in check("w1-neuron", neuron)._repr_html_()


def contrast(one, other):
    """WCAG's contrast of two colours."""

    def light(colour):
        parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("page", ["#ffffff", "#111111"], ids=["light", "dark"])
def test_edges_are_seen_on_both_pages(page):
    for colour in COLOURS:
        assert contrast(colour, page) > 2, colour


NOTEBOOK = """
from lib.check import check
def neuron(area, w, b):
    raise ValueError("one\\n\\n*two*")
check("w1-neuron", neuron)
"""


@pytest.fixture(scope="module")
def ran():
    """A notebook with a failing check, run by a kernel."""
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(NOTEBOOK)])
    NotebookClient(notebook).execute()
    return notebook


def test_nbgrader_reads_points(ran):
    assert ran.cells[0].outputs[-1].data["text/plain"] == "0"


@pytest.mark.parametrize("exporter", [HTMLExporter, MarkdownExporter, RSTExporter])
def test_exports_show_the_panel(ran, exporter):
    text, _ = exporter().from_notebook_node(ran)
    shown = text.partition("neuron: 0 of 1 point")[2]
    assert "It stops with ValueError" in shown and "expected: 250" in shown
    if exporter is MarkdownExporter:  # there an empty line would end the block
        assert shown.partition("expected: 250")[0].count("\n") == 0


def test_markdown_is_the_panel_as_it_stands():
    lines = check("w1-neuron", wrong)._repr_markdown_().splitlines()
    assert all(line.startswith("    ") for line in lines)
    assert textwrap.dedent("\n".join(lines)).splitlines()[0] == "neuron: 0 of 1 point"


@pytest.mark.parametrize(("encoding", "tick"), [("utf-8", "✓".encode()), ("cp1252", b"[ok]"), ("ascii", b"[ok]")])
def test_any_terminal_can_print_a_panel(encoding, tick):
    code = 'from lib.check import check\nprint(check("w1-neuron", lambda a, w, b: max(0.0, w * a + b)))'
    done = subprocess.run(
        [sys.executable, "-c", code], env=os.environ | {"PYTHONIOENCODING": encoding}, capture_output=True
    )
    assert done.returncode == 0 and tick in done.stdout, done.stderr


def test_at_a_prompt_the_panel_is_shown(monkeypatch):
    result = check("w1-neuron", wrong)
    assert repr(result) == "0"
    monkeypatch.setattr(sys, "ps1", ">>> ", raising=False)
    assert repr(result) == "0"  # a kernel has a prompt as well, and no terminal
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert repr(result) == str(result)


def library():
    """Where an interrupt may find it: in a module that is not the learner's."""
    raise KeyboardInterrupt


def stopped():
    """What check says of a function that is interrupted in its second case."""
    text = """
def helper(area):
    library()

def neuron(area, w, b):
    if area != first:
        helper(area)
    return 0
"""
    first = key.find("w1-neuron").cases[0].arguments[0]
    exec(compile(text, "<cell 1>", "exec"), names := {"first": first, "library": library})
    with pytest.raises(KeyboardInterrupt) as stop:
        check("w1-neuron", names["neuron"])
    return stop.value


def test_an_interrupt_says_in_which_case_and_line_in_one_sentence():
    told = stopped()
    cases = len(key.find("w1-neuron").cases)
    assert isinstance(told, Interrupted) and told._render_traceback_() == [str(told)]
    assert f"in case 2 of {cases}, at line 3 of `helper`'s cell" in str(told)
    assert sys.modules["__main__"].failing_input == key.find("w1-neuron").cases[1].arguments


def test_an_interrupted_check_is_not_noted(monkeypatch, tmp_path):
    monkeypatch.setenv(progress.VARIABLE, str(tmp_path / "progress.jsonl"))
    stopped()
    assert progress.latest() is None


ENDLESS = """
from lib.check import check
def neuron(area, w, b):
    while True:
        pass
check("w1-neuron", neuron)
"""


@pytest.fixture
def kernel():
    """A kernel and its client."""
    manager, client = start_new_kernel()
    yield manager, client
    client.stop_channels()
    manager.shutdown_kernel(now=True)


def test_interrupting_a_kernel_shows_one_sentence(kernel):
    manager, client = kernel
    client.execute("import lib.check", reply=True, timeout=60)
    request = client.execute(ENDLESS)
    time.sleep(1.5)
    manager.interrupt_kernel()
    reply = client.get_shell_msg(timeout=30)
    while reply["parent_header"].get("msg_id") != request:
        reply = client.get_shell_msg(timeout=30)
    [told] = reply["content"]["traceback"]
    assert "`neuron` was stopped in case 1 of" in told and "`neuron(*failing_input)` repeats that case." in told
