"""Make learners' notebooks, for the demo, the benchmark and the tests."""

from collections.abc import Mapping
from pathlib import Path

import nbformat
import numpy as np

from autograder import keys
from autograder.source import Reference, Source
from autograder.spec import Quiz
from lib.notebook import is_written
from lib.reference import MARKS

Answers = Mapping[str, str]  # by exercise, what a learner wrote


def right_answers(source: Source) -> Answers:
    """The solutions, with the model answers to the written questions."""
    written = {cell.id: MARKS.sub("", cell.source) for cell in source.notebook.cells if is_written(cell)}
    return {name: reference.code for name, reference in source.references.items()} | written


def half_right_answers(source: Source) -> Answers:
    """Every other exercise right, the others each with one of its known mistakes."""
    specs = keys.specs_of(source.week)
    references = list(source.references.values())
    wrong = {reference.id: wrong_answer(specs[reference.id], reference) for reference in references[1::2]}
    return right_answers(source) | wrong


def mixed_answers(source: Source, rng: np.random.Generator) -> Answers:
    """A learner drawn by chance: of ten exercises about six right, three with one of their known mistakes, one left."""
    specs = keys.specs_of(source.week)
    answers = dict(right_answers(source))
    for reference in source.references.values():
        luck = rng.random()
        if luck < 0.1:
            del answers[reference.id]
        elif luck < 0.4:
            answers[reference.id] = wrong_answer(specs[reference.id], reference, rng)
    return answers


def wrong_answer(spec: keys.specs.Exercise | Quiz, reference: Reference, rng: np.random.Generator | None = None) -> str:
    """The code of an exercise's first known mistake, or of one that rng chooses; a quiz's first wrong choice."""
    if isinstance(spec, Quiz):
        return f"{reference.name} = {wrong_choice(spec, reference)!r}"
    number = rng.integers(len(spec.mistakes)) if rng else 0
    return keys.wrong_code(spec.mistakes[number], reference)


def wrong_choice(spec: Quiz, reference: Reference) -> object:
    """A quiz's right answer with a wrong choice in one place."""
    if not isinstance(reference.value, dict):
        return next(iter(spec.wrong))
    question, choices = next(iter(spec.wrong.items()))
    return reference.value | {question: next(iter(choices))}


def submit(release: Path, answers: Answers, path: Path) -> None:
    """Write the released notebook to `path` with these answers typed in."""
    notebook = nbformat.read(release, as_version=4)
    for cell in notebook.cells:
        name = cell.metadata.get("nbgrader", {}).get("grade_id", "").removesuffix("-code")
        if cell.metadata.get("nbgrader", {}).get("solution") and name in answers:
            cell.source = answers[name]
    path.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(notebook, path)
