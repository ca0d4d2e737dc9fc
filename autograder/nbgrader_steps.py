"""Our grading as nbgrader's: what its autograde does in place of cleaning, executing and restoring locked cells."""

import functools
import json
from pathlib import Path
from typing import Any

import nbformat
from nbconvert.exporters import NotebookExporter
from nbformat import NotebookNode
from nbgrader.preprocessors import NbGraderPreprocessor
from traitlets import Bool

from autograder import classroom
from autograder.grading import Assignment
from autograder.pool import LocalPool
from autograder.source import sources
from lib.errors import CourseError

SUBMISSION = "workbook_submission"  # in nbconvert's resources: where a submission was read from


class Lenient(NotebookExporter):
    """Reads a submission whatever its form, because Grade puts it in order; everything else as nbconvert does."""

    def from_filename(self, filename: str, resources: Any = None, **options: Any) -> tuple[str, Any]:
        """The notebook at this place, or the only other one in its folder where there is none of its name."""
        if not any(isinstance(step, Grade) for step in self._preprocessors):
            return super().from_filename(filename, resources=resources, **options)
        resources = {**resources, SUBMISSION: Path(filename), "metadata": {"name": Path(filename).stem}}
        return self.from_notebook_node(nbformat.v4.new_notebook(), resources=resources, **options)


class Grade(NbGraderPreprocessor):
    """Restore, run in the sandbox, judge: the notebook that comes out has every exercise's points and panel."""

    confined = Bool(True, help="Whether learners' code runs in the sandbox.").tag(config=True)

    def preprocess(self, nb: NotebookNode, resources: Any) -> tuple[NotebookNode, Any]:
        """The graded notebook in place of the empty one that Lenient hands on."""
        path: Path = resources[SUBMISSION]
        root, week = path.parents[3], resources["nbgrader"]["assignment"]
        assignment, pool = _ready(root, week, path.stem, self.confined)
        try:
            submission = classroom.submission(path.parent, resources["nbgrader"]["student"], assignment)
            graded = classroom.finish(classroom.begin(submission, assignment, pool), assignment)
        except CourseError as error:
            print(error)  # nbgrader's own words for it would be a traceback
            raise
        return nbformat.from_dict(json.loads(json.dumps(graded.notebook))), resources


def take_the_only_notebook(assignment: str, student: str, notebooks: list[str]) -> None:
    """nbgrader's hook before a submission: a notebook of another name is looked for under the course's."""
    [source] = sources(assignment)
    if notebooks and source.path.stem not in {Path(path).stem for path in notebooks}:
        notebooks[:] = [str(Path(notebooks[0]).parent / f"{source.path.stem}.ipynb")]


@functools.cache
def _ready(root: Path, week: str, name: str, confined: bool) -> tuple[Assignment, LocalPool]:
    """The assignment and a warm sandbox for it, kept until this process ends."""
    [source] = [source for source in sources(week) if source.path.stem == name]
    assignment = classroom.assignment_of(root, source)
    return assignment, LocalPool(assignment.key.inputs, 1, confined)
