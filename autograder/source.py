"""Read the source: solutions/weekN/*.py, one notebook a file, in jupytext's percent format."""

import contextlib
import io
import re
import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lib.errors import CourseError
from lib.files import ROOT, shown
from lib.notebook import is_demo, is_test
from lib.reference import MARKS

if TYPE_CHECKING:
    import nbformat

SOLUTIONS = ROOT / "solutions"
KERNEL = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
REGION = re.compile(r"BEGIN SOLUTION[^\n]*\n(.*?)\n?[^\n]*END SOLUTION", re.DOTALL)
LONG = 15  # characters: a line of a solution with more than this is nobody else's
OWN = re.compile(r"#|[/\\]exercises[/\\]")  # a cell's name as a file, or a spec's file
HEADING = re.compile(r"^##+ (.+)$", re.MULTILINE)


@dataclass(frozen=True)
class Reference:
    """An exercise as the source has it: what stands in its solution cell, and what its test cell says of it."""

    id: str
    name: str  # of the function or the quiz's variable
    points: float
    code: str  # the solution cell without the marks
    value: Any  # the function, or the quiz's right answer


@dataclass(frozen=True)
class Source:
    """One notebook's source file."""

    path: Path

    @property
    def week(self) -> str:
        """The week, which is nbgrader's assignment: the name of the file's folder."""
        return self.path.parent.name

    @cached_property
    def text(self) -> str:
        """The file, which as a whole is Python. Raises CourseError where it isn't, or is no text."""
        try:
            text = self.path.read_text(encoding="utf-8")
            compile(text, self.path, "exec", dont_inherit=True)
        except (SyntaxError, UnicodeDecodeError) as error:
            raise CourseError(explained(error, self.path)) from error
        return text

    @cached_property
    def notebook(self) -> "nbformat.NotebookNode":
        """The notebook with its solutions, every cell under its id, nbgrader's metadata filled in."""
        import jupytext  # only here: these two take seconds, and whoever grades a class needs neither
        import nbformat

        notebook = jupytext.reads(self.text, fmt="py:percent")
        notebook.metadata = nbformat.from_dict({"kernelspec": KERNEL, "language_info": {"name": "python"}})
        notebook.nbformat, notebook.nbformat_minor = 4, 5
        for cell in notebook.cells:
            _complete(cell, self.path)
        _refuse_repeats([cell.id for cell in notebook.cells], self.path)
        return notebook

    @cached_property
    def namespace(self) -> dict[str, Any]:
        """The notebook's variables after its graded path: all code but demo and test cells."""
        names: dict[str, Any] = {"__name__": self.path.stem}
        with contextlib.redirect_stdout(io.StringIO()):
            for cell in self.notebook.cells:
                if cell.cell_type == "code" and not is_test(cell) and not is_demo(cell):
                    self._run(cell, names)
        return names

    def _run(self, cell: "nbformat.NotebookNode", names: dict[str, Any]) -> None:
        try:
            exec(compile(cell.source, f"{self.path.name}#{cell.id}", "exec"), names)
        except Exception as error:
            raise CourseError(explained(error, self.path)) from error

    @cached_property
    def references(self) -> dict[str, Reference]:
        """By id, what every test cell tests."""
        return {reference.id: reference for reference in self._references()}

    @cached_property
    def titles(self) -> dict[str, str]:
        """By id, the heading under which each graded cell stands, in the notebook's order."""
        found, heading = {}, ""
        for cell in self.notebook.cells:
            if cell.cell_type == "markdown":
                heading = (HEADING.findall(cell.source) or [heading])[-1]
            if cell.metadata.get("nbgrader", {}).get("grade"):
                found[cell.id] = heading
        return found

    def _references(self) -> Iterator[Reference]:
        cells = {cell.id: cell for cell in self.notebook.cells}
        for cell in filter(is_test, self.notebook.cells):
            name = checked_name(cell, self.path)
            if f"{cell.id}-code" not in cells:
                raise CourseError(f"{self.path.name}: {cell.id} has no solution cell; give it the id {cell.id}-code.")
            code = MARKS.sub("", cells[f"{cell.id}-code"].source)
            if name not in self.namespace:
                raise CourseError(f"{self.path.name}: the test cell {cell.id} checks {name}, which no cell defines.")
            points = cell.metadata.nbgrader.points
            yield Reference(cell.id, name, float(points), code, self.namespace[name])


@lru_cache
def source(path: Path) -> Source:
    """The source at this path, read once."""
    return Source(path)


def sources(week: str | None = None) -> list[Source]:
    """All sources, or those of one week. Raises CourseError for a week that isn't there."""
    paths = sorted(SOLUTIONS.glob(f"{week or 'week*'}/*.py"))
    if week and not paths:
        weeks = ", ".join(sorted({path.parent.name for path in SOLUTIONS.glob("week*/*.py")}))
        raise CourseError(f"There is no {week!r}; the weeks are {weeks}.")
    return [source(path) for path in paths]


def reference(exercise_id: str) -> Reference:
    """The reference of this id, whichever notebook has it."""
    return next(found.references[exercise_id] for found in sources() if exercise_id in found.references)


def explained(error: Exception, path: Path) -> str:
    """In which line of a source, a cell or a spec it went wrong, and what; `path` is the file that was being read."""
    if isinstance(error, SyntaxError):
        return f"{shown(Path(error.filename or path))}, line {error.lineno}: {error.msg}."
    own = [frame for frame in traceback.extract_tb(error.__traceback__) if OWN.search(frame.filename)]
    place = f"{shown(Path(own[-1].filename))}, line {own[-1].lineno}" if own else shown(path)
    return f"{place}: {' '.join(f'{type(error).__name__}: {error}'.split())}."


def checked_name(cell: "nbformat.NotebookNode", path: Path) -> str:
    """What a test cell tests: the second argument of its `check("id", name)`."""
    match = re.fullmatch(r'check\("([^"]+)", (\w+)\)', cell.source.strip())
    if not match or match[1] != cell.id:
        raise CourseError(f'{path.name}: the test cell {cell.id} must be the line check("{cell.id}", its_function).')
    return match[2]


def telling_lines(cell: "nbformat.NotebookNode") -> list[str]:
    """The lines of a cell's solution regions that are long enough to be nobody else's."""
    lines = [line.strip() for region in REGION.findall(cell.source) for line in region.splitlines()]
    return [line for line in lines if len(line) > LONG and not line.startswith(("for ", "def ", "class "))]


def _complete(cell: "nbformat.NotebookNode", path: Path) -> None:
    """Give the cell its id, and nbgrader the fields that follow from those the source states."""
    metadata = dict(cell.metadata)
    stated = metadata.pop("nbgrader", {})
    cell.id = stated.get("grade_id") or metadata.pop("id", "")
    if not re.fullmatch(r"[a-z0-9][a-z0-9-]{0,63}", cell.id):
        raise CourseError(
            f"{path.name}: a cell needs an id of small letters, digits and hyphens: {cell.source[:60]!r}."
        )
    if stated:
        metadata["nbgrader"] = _nbgrader(cell, stated)
    cell.metadata = metadata


def _nbgrader(cell: "nbformat.NotebookNode", stated: dict[str, Any]) -> dict[str, Any]:
    solution = stated.get("solution", False)
    defaults = {"cell_type": cell.cell_type, "grade": False, "locked": not solution, "schema_version": 3}
    return defaults | {"solution": solution, "task": False} | stated


def _refuse_repeats(ids: list[str], path: Path) -> None:
    repeated = {name for name in ids if ids.count(name) > 1}
    if repeated:
        raise CourseError(f"{path.name}: two cells have the id {', '.join(sorted(repeated))}; each needs its own.")
