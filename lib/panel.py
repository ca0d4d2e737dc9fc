"""A verdict as the panel a learner sees: HTML in a notebook, plain text anywhere else."""

import html
import re
import sys
from collections.abc import Iterator
from typing import Any

import numpy as np

from lib.call import Failure
from lib.exercise import Exercise, Quiz
from lib.values import Between, Named, Other
from lib.verdict import Line, Trouble, Verdict

# What each kind of block looks like: (HTML tag, style, indent in text). Colours are Okabe and Ito's blue and vermilion,
# which hold on a light and on a dark page; everything else takes the page's own colours. JupyterLab's pages have rules
# of their own for code: PRE keeps columns under each other, and words whole where there is room.
PRE = "font-family:monospace;font-size:90%;white-space:pre-wrap;word-break:normal;overflow-wrap:anywhere"
LOOK = {
    "title": ("div", "font-weight:600", ""),
    "good": ("div", "margin-top:4px", ""),
    "bad": ("div", "margin-top:4px", ""),
    "text": ("div", "margin:2px 0 2px 1.4em", "    "),
    "hint": ("div", "margin:4px 0 4px 1.4em;padding:4px 8px;border:1px solid #E69F0099;border-radius:4px", "    "),
    "code": ("pre", f"margin:2px 0 2px 1.4em;{PRE}", "    "),
}
EDGE = {"passed": "#0072B2", "partly": "#E69F00", "failed": "#D55E00", "waiting": "#999999"}

PLAIN = str.maketrans({"✓": "[ok]", "✗": "[no]", "█": "#", "░": "."})


def as_html(verdict: Verdict, exercise: Exercise | Quiz | None = None) -> str:
    """The panel as HTML; with `exercise` (the public one), the case that failed is shown with its inputs."""
    blocks = "".join(_html_block(kind, text) for kind, text in _blocks(verdict, exercise))
    return f'<div style="{_frame(_state(verdict))}">{blocks}</div>'


def as_text(verdict: Verdict, exercise: Exercise | Quiz | None = None) -> str:
    """The panel as plain text."""
    blocks = _blocks(verdict, exercise)
    return "\n".join(LOOK[kind][2] + text.replace("\n", "\n" + LOOK[kind][2]) for kind, text in blocks)


def compared(mine: str, theirs: str) -> str:
    """The learner's text and the course's as folded HTML, side by side, or below each other where it is narrow."""
    column = "flex:1 1 20em;min-width:0"
    sides = "".join(
        f'<div style="{column}"><div>{title}</div>{_html_block("code", text.strip())}</div>'
        for title, text in (("Yours", mine), ("The course's", theirs))
        if text
    )
    summary = '<summary style="cursor:pointer">Compare with the course\'s solution</summary>'
    folded = f'{summary}<div style="display:flex;flex-wrap:wrap;gap:4px 16px">{sides}</div>'
    return f'<details style="{_frame("passed")}">{folded}</details>'


def reason(verdict: Verdict) -> str:
    """In one sentence, what to see to first; empty where it passes."""
    wrong = [line for line in verdict.lines if line.share < 1]
    if verdict.problem or not wrong:
        return verdict.problem
    told = [*wrong[0].hints, *(text for _, text in _reasons(wrong[0]))]
    return f"{wrong[0].title}: {told[0]}" if told else wrong[0].title


def printable(text: str) -> str:
    """The text as the terminal can show it: where it has no ticks and bars, words and letters stand for them."""
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    try:
        text.encode(encoding)
        return text
    except UnicodeEncodeError:
        return text.translate(PLAIN).encode(encoding, "replace").decode(encoding)


def _frame(state: str) -> str:
    return f"border-left:4px solid {EDGE[state]};padding:4px 12px;line-height:1.45;overflow-wrap:anywhere"


def _state(verdict: Verdict) -> str:
    if verdict.waiting:
        return "waiting"
    if verdict.passed:
        return "passed"
    return "partly" if verdict.earned else "failed"


def _html_block(kind: str, text: str) -> str:
    tag, style, _ = LOOK[kind]
    shown = html.escape(text).replace("\n", "&#10;")  # in a Markdown export an empty line would end the HTML
    if kind != "code":
        shown = re.sub("`([^`]+)`", r"<code>\1</code>", shown)
    return f'<{tag} style="{style}">{shown}</{tag}>'


def _blocks(verdict: Verdict, exercise: Exercise | Quiz | None) -> Iterator[tuple[str, str]]:
    yield "title", f"{verdict.name}: {_points(verdict)}"
    if verdict.problem:
        yield "text", verdict.problem
    told: set[str] = set()
    for line in verdict.lines:
        yield ("good", f"✓ {line.title}") if line.share == 1 else ("bad", f"✗ {line.title}{_share(line)}")
        yield from _reasons(line)
        yield from (("hint", hint) for hint in line.hints if hint not in told)
        told.update(line.hints)
    yield from _first_trouble(verdict, exercise)
    for note in verdict.notes:
        yield "text", note


def _points(verdict: Verdict) -> str:
    if verdict.waiting:
        return f"not done yet (worth {verdict.points:g})"
    return f"{verdict.earned:g} of {verdict.points:g} point{'s' * (verdict.points != 1)}"


def _share(line: Line) -> str:
    return f" ({line.share:.0%} of its points)" if line.share else ""


def _reasons(line: Line) -> Iterator[tuple[str, str]]:
    """What is wrong, entries with the same reason together."""
    wrong = line.trouble.wrong if line.trouble else {}
    for reason in dict.fromkeys(wrong.values()):
        names = ", ".join(name for name in wrong if name and wrong[name] == reason and not _is_all(line, wrong))
        yield "text", f"{names}: {reason}." if names else f"{reason[0].upper()}{reason[1:]}."


def _is_all(line: Line, wrong: dict[str, str]) -> bool:
    """Whether everything is wrong, and for one reason: then no entry need be named."""
    return not line.share and len(set(wrong.values())) == 1


def _first_trouble(verdict: Verdict, exercise: Exercise | Quiz | None) -> Iterator[tuple[str, str]]:
    """The first traceback, and the inputs of the first case that went wrong."""
    troubles = [(place, line.trouble) for place, line in enumerate(verdict.lines) if line.trouble]
    failures = [trouble.outcome.failure for _, trouble in troubles if trouble.outcome.failure]
    for failure in failures[:1]:
        yield "code", failure.traceback.rstrip() or failure.message
    if troubles and isinstance(exercise, Exercise):
        place, trouble = troubles[0]
        yield "code", _case(exercise, exercise.parts[place].cases[trouble.case].arguments, trouble)


def _case(exercise: Exercise, arguments: tuple, trouble: Trouble) -> str:
    shown = dict(zip(exercise.parameters, arguments)) | {"expected": trouble.expected}
    if not trouble.outcome.failure:
        shown["yours"] = trouble.outcome.value
    width = max(map(len, shown))
    rows = [f"{name:>{width}}: {show(value)}" for name, value in shown.items()]
    return "\n".join(row.replace("\n", "\n" + " " * (width + 2)) for row in rows)


def show(value: Any) -> str:
    """A value as a learner would print it, what is long shortened."""
    if isinstance(value, dict):
        return "{" + ", ".join(_shown([f"{name!r}: {show(item)}" for name, item in value.items()])) + "}"
    if isinstance(value, (list, tuple)):
        inside = ", ".join(_shown(list(map(show, value))))
        return f"[{inside}]" if isinstance(value, list) else f"({inside}{',' * (len(value) == 1)})"
    if isinstance(value, np.ndarray):
        return _array(value)
    if isinstance(value, Failure):
        return f"a {value.kind}"
    if isinstance(value, Between):
        return f"a number from {value.low:g} to {value.high:g}"
    if isinstance(value, (Named, Other)):
        return value.name if isinstance(value, Named) else f"a value of type {value.kind}"
    return f"{value:.8g}" if isinstance(value, float) else repr(value)[:200]


def _shown(items: list[str]) -> list[str]:
    return items if len(items) <= 12 else [*items[:5], f"... ({len(items)} in all)", *items[-3:]]


def _array(array: np.ndarray) -> str:
    if array.ndim > 2:
        return f"an array of shape {array.shape}, {array.dtype}; failing_input holds it"
    tall = array.ndim == 2 and array.shape[1] == 1 and len(array) > 4
    text = np.array2string(array.T if tall else array, precision=5, threshold=40, edgeitems=2)
    return f"{text}{'.T' * tall}   shape {array.shape}"
