"""Grade one submission: restore it, have it run elsewhere, judge what came back, write down what it earned."""

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from autograder import reports
from autograder.hidden import HiddenKey
from autograder.inside.server import CELLS, FACTS, Step
from autograder.sandbox import Returned
from lib.exercise import Exercise, Quiz
from lib.judge import judge
from lib.notebook import Cell, is_written, released_cells
from lib.panel import as_html
from lib.quiz import judge_quiz
from lib.recovery import Place, Restored
from lib.verdict import Verdict

TAG_OR_LINK = re.compile(r"<(?=[A-Za-z/!?])|\](?=[(:])")  # where one begins, in Markdown
SECONDS = 60.0  # for one submission in all
CELL_SECONDS = 10.0  # for one cell, on the clock and of processor time
LONGEST = 300  # characters kept of a hint: some quote what a learner gave


@dataclass(frozen=True)
class Assignment:
    """One notebook of the course, as everybody's submission of it is graded."""

    released: list[Cell]
    schemes: dict[str, str]  # by cell, the written questions with their marking schemes: for whoever marks
    key: HiddenKey

    @property
    def name(self) -> str:
        """The notebook's name, which is its file's."""
        return self.key.source.path.stem


@dataclass(frozen=True)
class Graded:
    """What one submission earned, and its notebook as nbgrader keeps it."""

    earned: dict[str, Verdict]  # by exercise
    scores: dict[str, float | None]  # by graded cell, None where a person marks
    unanswered: set[str]  # the solution cells that are as they were released
    repairs: list[str]
    notebook: dict[str, Any]

    @property
    def to_mark(self) -> int:
        """How many answers a person has to mark."""
        return sum(score is None for score in self.scores.values())


def steps(restored: Restored, assignment: Assignment) -> list[Step]:
    """What is to be run and tried, in the notebook's order; demo cells are left out."""
    return [step for place in restored.places for step in _steps(place, assignment)]


def _steps(place: Place, assignment: Assignment) -> Iterator[Step]:
    name = place.cell.get("id", "top")
    if item := assignment.key.items.get(name):
        yield Step(name) if isinstance(item, Quiz) else Step(name, wall=item.wall, cpu=item.cpu)
        name = f"{name}-own"
    if place.code:
        yield Step(name, place.code, CELL_SECONDS, CELL_SECONDS)


def verdicts(returned: Returned, tried: list[Step], assignment: Assignment) -> dict[str, Verdict]:
    """By exercise, what it earned."""
    loops = _told(reports.loops_in, returned, FACTS)
    numbers = {step.id: number for number, step in enumerate(tried) if not step.is_cell}
    return {
        name: _verdict(item, returned, numbers[name], loops.get(name, _unknown(item)))
        for name, item in assignment.key.items.items()
    }


def _verdict(item: Exercise | Quiz, returned: Returned, number: int, loop: str) -> Verdict:
    """Nothing in what came back can do more than earn nothing."""
    if number not in returned.frames:
        return _nothing(item, f"It could not be tried: {returned.ended.get(number, 'no answer came back')}.")
    if loop:
        return _nothing(item, loop)
    try:
        if isinstance(item, Quiz):
            return judge_quiz(item, reports.answer_in(returned.frames[number]))
        tried = reports.attempt_in(returned.frames[number], item)
        return _nothing(item, tried.problem) if tried.problem else judge(item, tried.outcomes)
    except Exception as error:
        return _nothing(item, f"What it gave back could not be read ({error}).")


def _unknown(item: Exercise | Quiz) -> str:
    """What is said of an exercise of which nothing told whether it has a loop."""
    return "It could not be told whether it has a loop." if getattr(item, "loop_free", False) else ""


def _nothing(item: Exercise | Quiz, problem: str) -> Verdict:
    return Verdict(item.id, item.name, item.points, problem=problem)


def _told(read: Callable[[bytes], dict], returned: Returned, number: int) -> dict[str, Any]:
    """What one of the two frames beside the answers says; nothing where it can't be read."""
    try:
        return read(returned.frames[number])
    except (KeyError, ValueError):
        return {}


def graded(restored: Restored, tried: list[Step], returned: Returned, assignment: Assignment, digest: str) -> Graded:
    """Judge what came back. `digest` says what was graded: the notebook keeps it, so that it need not be done again."""
    earned = verdicts(returned, tried, assignment)
    found = scores(restored, earned)
    notebook = _notebook(restored, returned, tried, earned)
    for cell in notebook["cells"]:
        cell["source"] = assignment.schemes.get(cell["id"], cell["source"])
    unanswered = {place.cell["id"] for place in restored.places if place.cell and place.untouched}
    result = Graded(earned, found, unanswered, restored.repairs, notebook)
    notebook["metadata"]["workbook"] = {
        "repairs": restored.repairs,
        "to_mark": result.to_mark,
        "told": told(earned),
        "waiting": [name for name, verdict in earned.items() if verdict.waiting],
        "graded": digest,
    }
    return result


def told(earned: dict[str, Verdict]) -> dict[str, list[str]]:
    """By exercise that was tried and isn't right, the hints in its panel, or what kept it from being judged."""
    said = {name: verdict.hints or [verdict.problem] for name, verdict in earned.items() if not verdict.waiting}
    return {name: [text[:LONGEST] for text in texts] for name, texts in said.items() if any(texts)}


def _notebook(restored: Restored, returned: Returned, tried: list[Step], earned: dict[str, Verdict]) -> dict[str, Any]:
    """The notebook as nbgrader keeps it after autograding, with what was printed and every exercise's panel."""
    printed = _told(reports.texts_in, returned, CELLS)
    stopped = {tried[number].id: reason for number, reason in returned.ended.items() if tried[number].is_cell}
    cells = [_mended(restored.repairs)] if restored.repairs else []
    for place in restored.places:
        cells += _cells(place, printed, stopped, earned)
    for number, cell in enumerate(cell for cell in cells if cell["cell_type"] == "code"):
        cell["execution_count"] = number + 1
        for output in cell["outputs"]:
            if output["output_type"] == "execute_result":
                output["execution_count"] = number + 1
    kernel = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
    metadata = {"kernelspec": kernel, "language_info": {"name": "python"}}
    return {"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}


def _cells(place: Place, printed: dict, stopped: dict, earned: dict[str, Verdict]) -> Iterator[Cell]:
    if place.cell:
        name = place.cell["id"]
        outputs = _panel(earned[name]) if name in earned else _said(name, printed, stopped)
        yield _cell(_tame(place.cell) if is_written(place.cell) else place.cell, name, place.cell["metadata"], outputs)
    name = place.cell.get("id", "top")
    for number, own in enumerate(place.own):
        last = number == len(place.own) - 1 and (not place.cell or name in earned)
        outputs = _said(f"{name}-own" if place.cell else name, printed, stopped) if last else []
        yield _cell(_tame(own), f"{name[:50]}-own-{number}", {}, outputs)


def _tame(cell: Cell) -> Cell:
    """What a learner wrote in words, tags and links in it shown: a script would run where a teacher opens the page."""
    return cell if cell["cell_type"] == "code" else cell | {"source": TAG_OR_LINK.sub(r"\g<0> ", cell["source"])}


def _cell(cell: Cell, name: str, metadata: dict, outputs: list) -> Cell:
    made = {"cell_type": cell["cell_type"], "id": name, "metadata": metadata, "source": cell["source"]}
    return made | {"outputs": outputs, "execution_count": None} if cell["cell_type"] == "code" else made


def _said(name: str, printed: dict, stopped: dict) -> list[dict]:
    """A cell's outputs: its text, and its traceback."""
    text, trouble = printed.get(name, ("", ""))
    outputs = [{"output_type": "stream", "name": "stdout", "text": text}] if text else []
    if name in stopped:
        trouble = f"This cell was left out: {stopped[name]}."
    if trouble.strip():
        last = trouble.strip().splitlines()[-1]
        kind, _, message = last.partition(": ")
        outputs.append({"output_type": "error", "ename": kind, "evalue": message, "traceback": trouble.splitlines()})
    return outputs


def _panel(verdict: Verdict) -> list[dict]:
    """A test cell's output: the points, from which nbgrader reads partial credit, and the panel without inputs."""
    data = {"text/plain": f"{verdict.earned:g}", "text/html": as_html(verdict)}
    return [{"output_type": "execute_result", "data": data, "metadata": {}, "execution_count": None}]


def _mended(repairs: list[str]) -> Cell:
    lines = "\n".join(f"- {html.escape(repair)}" for repair in repairs)
    text = f"**Before grading, this notebook was put in order:**\n\n{lines}"
    return {"cell_type": "markdown", "id": "put-in-order", "metadata": {}, "source": text}


def scores(restored: Restored, earned: dict[str, Verdict]) -> dict[str, float | None]:
    """By graded cell, its points: None where a person marks, 0 where there is nothing to mark."""
    written = {place.cell["id"]: place for place in restored.places if place.cell and is_written(place.cell)}
    found: dict[str, float | None] = {name: float(f"{verdict.earned:g}") for name, verdict in earned.items()}
    return found | {name: 0.0 if place.untouched else None for name, place in written.items()}


def assignment_of(key: HiddenKey, released: Path, source: Path) -> Assignment:
    """The assignment of this key: nbgrader's released notebook, and its source with the marking schemes."""
    schemes = {cell["id"]: cell["source"] for cell in released_cells(source) if "BEGIN MARK SCHEME" in cell["source"]}
    return Assignment(released_cells(released), schemes, key)
