"""A verdict as the panel a learner sees: HTML in a notebook, plain text anywhere else."""

import html
from collections.abc import Iterator
from typing import Any

import numpy as np

from lib.judge import Exercise, Line, Quiz, Trouble, Verdict

# What each kind of block looks like: (HTML tag, style, indent in text). Colours are Okabe and Ito's blue and vermilion,
# which hold on a light and on a dark page; everything else takes the page's own colours.
LOOK = {
    "title": ("div", "font-weight:600", ""),
    "good": ("div", "margin-top:4px", ""),
    "bad": ("div", "margin-top:4px", ""),
    "text": ("div", "margin:2px 0 2px 1.4em", "    "),
    "hint": ("div", "margin:4px 0 4px 1.4em;padding:4px 8px;border:1px solid #E69F0099;border-radius:4px", "    "),
    "code": ("pre", "margin:2px 0 2px 1.4em;white-space:pre-wrap;overflow-wrap:anywhere;font-size:90%", "    "),
}
EDGE = {"passed": "#0072B2", "partly": "#E69F00", "failed": "#D55E00", "waiting": "#999999"}


def as_html(verdict: Verdict, exercise: Exercise | Quiz | None = None) -> str:
    """The panel as HTML; with `exercise` (the public one), the case that failed is shown with its inputs."""
    blocks = "".join(_html_block(kind, text) for kind, text in _blocks(verdict, exercise))
    edge = EDGE[_state(verdict)]
    return f'<div style="border-left:4px solid {edge};padding:4px 12px;line-height:1.45">{blocks}</div>'


def as_text(verdict: Verdict, exercise: Exercise | Quiz | None = None) -> str:
    """The panel as plain text."""
    blocks = _blocks(verdict, exercise)
    return "\n".join(LOOK[kind][2] + text.replace("\n", "\n" + LOOK[kind][2]) for kind, text in blocks)


def _state(verdict: Verdict) -> str:
    if verdict.waiting:
        return "waiting"
    if verdict.passed:
        return "passed"
    return "partly" if verdict.earned else "failed"


def _html_block(kind: str, text: str) -> str:
    tag, style, _ = LOOK[kind]
    return f'<{tag} style="{style}">{html.escape(text)}</{tag}>'


def _blocks(verdict: Verdict, exercise: Exercise | Quiz | None) -> Iterator[tuple[str, str]]:
    yield "title", f"{verdict.name}: {_points(verdict)}"
    if verdict.problem:
        yield "text", verdict.problem
    told: set[str] = set()
    for place, line in enumerate(verdict.lines):
        yield ("good", f"✓ {line.title}") if line.share == 1 else ("bad", f"✗ {line.title}{_share(line)}")
        yield from _trouble_blocks(line, verdict, exercise, place, told)
        told.update(line.hints)
    for note in verdict.notes:
        yield "text", note


def _points(verdict: Verdict) -> str:
    if verdict.waiting:
        return f"not done yet (worth {verdict.points:g})"
    return f"{verdict.earned:g} of {verdict.points:g} point{'s' * (verdict.points != 1)}"


def _share(line: Line) -> str:
    return f" ({line.share:.0%} of it)" if line.share else ""


def _trouble_blocks(
    line: Line, verdict: Verdict, exercise: Exercise | Quiz | None, place: int, told: set[str]
) -> Iterator[tuple[str, str]]:
    if line.trouble:
        yield from (("text", _sentence(name, what)) for name, what in line.trouble.wrong.items())
    yield from (("hint", hint) for hint in line.hints if hint not in told)
    if line.trouble and line.trouble.outcome.failure:
        yield "code", line.trouble.outcome.failure.traceback.rstrip() or line.trouble.outcome.failure.message
    if line.trouble and isinstance(exercise, Exercise):
        yield "code", _case(exercise, place, line.trouble)


def _sentence(name: str, what: str) -> str:
    return f"{name}: it gives {what}." if name else f"It gives {what}."


def _case(exercise: Exercise, place: int, trouble: Trouble) -> str:
    arguments = exercise.parts[place].cases[trouble.case].arguments
    shown = [f"{name} = {show(value)}" for name, value in zip(exercise.parameters, arguments)]
    shown.append(f"asked: {show(trouble.expected)}")
    if not trouble.outcome.failure:
        shown.append(f"yours: {show(trouble.outcome.value)}")
    return "\n".join(shown)


def show(value: Any) -> str:
    """A value as a learner would print it, long arrays shortened."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name!r}: {show(item)}" for name, item in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        ends = "[]" if isinstance(value, list) else "()"
        return ends[0] + ", ".join(map(show, value)) + ends[1]
    if isinstance(value, np.ndarray):
        text = np.array2string(value, precision=5, threshold=40, edgeitems=2, suppress_small=False)
        return f"{text}   shape {value.shape}"
    return f"{value:.8g}" if isinstance(value, (float, np.floating)) else repr(value)
