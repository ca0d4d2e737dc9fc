"""For instructors: the solutions with their figures as a page, and a learner's answers beside them."""

import hashlib
import os
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbconvert import HTMLExporter
from nbformat import NotebookNode

from autograder import answers, gradebook, keys, page
from autograder.beside import Row, rows
from autograder.source import MARKS, ROOT, Source, sources
from autograder.spec import Mistake, Quiz, Slip
from autograder.statistics import Scores
from lib import files, progress
from lib.errors import CourseError
from lib.notebook import is_test

SCHEME = re.compile(r"<!-- BEGIN MARK SCHEME -->\s*(.*?)\s*<!-- END MARK SCHEME -->", re.DOTALL)
COLOUR = re.compile(r"\x1b\[[0-9;]*m")  # a terminal's
CELL_SECONDS = 600  # for one cell: the longest trainings take a minute


@dataclass(frozen=True)
class Reviewed:
    """A learner's answer to one exercise beside the course's."""

    id: str
    title: str
    earned: float | None  # None where a person has to mark
    points: float
    waiting: bool
    told: list[str]
    rows: list[Row]  # code, beside the solution
    text: str = ""  # words, which stand beside the marking scheme
    model: str = ""
    scheme: str = ""


def write_solutions(root: Path, week: str, begin: Callable[[], None] = lambda: None) -> Path:
    """Write `root`/review/<week>.html: the solutions, run, with the mistakes that each check knows.

    A page made from the same files is left as it is; `begin` is called where it has to be made.
    """
    [source] = sources(week)
    path = root / "review" / f"{week}.html"
    stamp = f"<!-- made from {_digest(source)} -->\n"
    if not (path.exists() and path.read_text(encoding="utf-8").endswith(stamp)):
        begin()
        exporter = HTMLExporter(template_name="lab")
        text, _ = exporter.from_notebook_node(annotated(executed(source.notebook), source), _named(week))
        files.write(path, text + stamp)
    return path


def write_student(root: Path, week: str, student: str, url: str | None = None) -> Path:
    """Write `root`/review/<week>/<student>.html: this learner's answers beside the course's.

    Raises CourseError where nothing of theirs was graded.
    """
    [source] = sources(week)
    path = root / "review" / week / f"{student}.html"
    own = answers.of_student(root, source, student)
    scores = gradebook.scores(root, week, url).get(student, {})
    earned = [score for score, _ in scores.values() if score is not None]
    values = {
        "title": f"{student}, {week}: beside the solutions",
        "student": student,
        "repairs": own.repairs,
        "earned": sum(earned),
        "points": sum(points for _, points in scores.values()),
        "to_mark": len(scores) - len(earned),
        "feedback": page.link(path, root / "feedback" / student / week / f"{source.path.stem}.html"),
        "reviewed": reviewed(source, own, scores),
    }
    files.write(path, page.rendered("review.html", **values))
    return path


def executed(notebook: NotebookNode) -> NotebookNode:
    """A copy of a notebook of ours, run in the course's folder. Raises CourseError where a cell stops."""
    ran = nbformat.from_dict(notebook)
    for cell in ran.cells:
        cell.source = MARKS.sub("", cell.source)
    command = [sys.executable, "-m", "nbconvert", "--stdin", "--stdout", "--to", "notebook", "--execute"]
    command += [f"--ExecutePreprocessor.timeout={CELL_SECONDS}"]
    own = {progress.VARIABLE: os.devnull}  # what passes here is nobody's progress
    text = nbformat.writes(ran)
    done = subprocess.run(command, input=text, capture_output=True, encoding="utf-8", cwd=ROOT, env=os.environ | own)
    if done.returncode:
        reason = COLOUR.sub("", (done.stderr.strip().splitlines() or ["no word of why"])[-1])
        raise CourseError(f"The solutions stop with {reason}. Run them in JupyterLab.")
    return nbformat.reads(done.stdout, as_version=4)


def annotated(notebook: NotebookNode, source: Source) -> NotebookNode:
    """The notebook with each exercise's known mistakes, folded, under its check."""
    for cell in filter(is_test, notebook.cells):
        shown = page.rendered("mistakes.html", mistakes=known_mistakes(source, cell.id))
        cell.outputs.append(nbformat.v4.new_output("display_data", {"text/html": shown}))
    return notebook


def known_mistakes(source: Source, exercise: str) -> list[tuple[str, str, str]]:
    """What the check of an exercise knows: each mistake or wrong choice, its hint, and how its code is wrong."""
    item, reference = keys.specs_of(source.week)[exercise], source.references[exercise]
    if isinstance(item, Quiz):
        return [(choice, hint, "") for choice, hint in item.hints.items()]
    return [(one.name.replace("_", " "), one.hint, _wrong(one, reference)) for one in item.mistakes]


def reviewed(source: Source, own: answers.Answers, scores: Scores) -> list[Reviewed]:
    """Every exercise, in the notebook's order."""
    return [
        Reviewed(
            name,
            title,
            *scores.get(name, (None, 0.0)),
            name in own.waiting,
            own.told.get(name, []),
            **(_code(source, own, name) if name in source.references else _words(source, own, name)),
        )
        for name, title in source.titles.items()
    ]


def _code(source: Source, own: answers.Answers, name: str) -> dict:
    return {"rows": rows(source.references[name].code, own.texts.get(name, ""))}


def _words(source: Source, own: answers.Answers, name: str) -> dict:
    cells = {cell.id: cell.source for cell in source.notebook.cells}
    scheme = SCHEME.search(cells.get(f"{name}-question", ""))
    model = MARKS.sub("", cells[name]).strip()
    return {"rows": [], "text": own.texts.get(name, ""), "model": model, "scheme": scheme[1] if scheme else ""}


def _wrong(mistake: Mistake, reference: keys.Reference) -> str:
    """A slip as what is replaced and by what; other mistakes whole."""
    if not isinstance(mistake.code, Slip):
        return keys.wrong_code(mistake, reference)
    old, new = (text.strip().splitlines() for text in (mistake.code.old, mistake.code.new))
    return "\n".join([*(f"- {line}" for line in old), *(f"+ {line}" for line in new)])


def _named(week: str) -> dict:
    return {"metadata": {"name": f"{week}: the solutions"}}


def _digest(source: Source) -> str:
    """Of all that the page of solutions follows from."""
    made_by = hashlib.sha256(source.path.read_bytes())
    folders = ROOT / "lib", ROOT / "autograder" / "exercises" / source.week, page.TEMPLATES
    for path in sorted(path for folder in folders for path in folder.rglob("*") if path.suffix in (".py", ".html")):
        made_by.update(path.read_bytes())
    return made_by.hexdigest()[:16]
