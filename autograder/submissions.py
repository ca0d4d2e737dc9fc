"""Learners' notebooks: say what is wrong with one, and make some for the demo and the tests."""

from collections.abc import Mapping
from pathlib import Path

import nbformat

from autograder import keys
from autograder.source import MARKS, Reference, Source, is_written
from autograder.spec import Quiz


def unreadable(path: Path) -> str | None:
    """One sentence where a file that was handed in is no notebook; older formats are read like the present one."""
    try:
        nbformat.read(path, as_version=4)
    except nbformat.reader.NotJSONError:
        return f"{path} is no notebook: it is not JSON. Ask for it again; nothing in it was graded."
    except (nbformat.ValidationError, AttributeError, KeyError, TypeError, ValueError) as error:
        return f"{path} is no notebook that Jupyter knows ({str(error).splitlines()[0]}). Ask for it again."
    return None


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


def wrong_answer(spec: keys.specs.Exercise | Quiz, reference: Reference) -> str:
    """The code of the first of an exercise's known mistakes, or a quiz's first wrong choice."""
    if isinstance(spec, Quiz):
        return f"{reference.name} = {wrong_choice(spec, reference)!r}"
    return keys.wrong_code(spec.mistakes[0], reference)


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
