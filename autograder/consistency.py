"""What is missing or doesn't fit in the notebooks' sources and in their specs; said before anything of it is run."""

import ast
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

from nbformat import NotebookNode

from autograder import exercises, keys
from autograder.source import REGION, Source, checked_name, telling_lines
from autograder.spec import Exercise
from lib.errors import CourseError, all_of
from lib.files import shown
from lib.notebook import is_solution, is_test, is_written

TODO = re.compile(r'TODO:?\s*(.*?)[")]*$')  # without what closes a text in a spec
MARK = re.compile(r"(BEGIN|END) SOLUTION")
HINTS = 3


def check(sources: list[Source]) -> None:
    """Raise a CourseError with all that is missing or doesn't fit, a sentence a line."""
    weeks = dict.fromkeys(source.week for source in sources)
    all_of(
        [
            *(partial(getattr, source, "notebook") for source in sources),
            *(partial(keys.specs_of, week) for week in weeks),
        ]
    )
    found = [
        *(sentence for source in sources for sentence in source_problems(source)),
        *(sentence for week in weeks for sentence in spec_problems(week, sources)),
        *_repeats(sources),
        *(sentence for path in _texts(sources, weeks) for sentence in todos(path)),
    ]
    if found:
        raise CourseError("\n".join(found))


def todos(path: Path) -> Iterator[str]:
    """What a skeleton still asks for: the file's lines with a TODO."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if match := TODO.search(line):
            yield f"{shown(path)}, line {number}, is still to do: {match[1]}"


def source_problems(source: Source) -> Iterator[str]:
    """What is wrong with a notebook's cells, a sentence each."""
    cells = {cell.id: cell for cell in source.notebook.cells}
    tests = [cell for cell in cells.values() if is_test(cell)]
    sentences = [
        *(sentence for cell in cells.values() for sentence in _cell_problems(cell)),
        *(sentence for cell in tests for sentence in _exercise_problems(cell, cells, source)),
        *_leaks(cells.values()),
        *_foreign_ids(cells, source),
    ]
    yield from (f"{source.path.name}: {sentence}" for sentence in sentences)


def spec_problems(week: str, sources: list[Source]) -> Iterator[str]:
    """What is wrong with a week's specs before their cases are drawn, a sentence each."""
    known = keys.specs_of(week)
    tested = {cell.id for source in sources for cell in source.notebook.cells if is_test(cell)}
    own = {cell.id for source in sources if source.week == week for cell in source.notebook.cells if is_test(cell)}
    for name in sorted(own - set(known)):
        yield f"autograder/exercises/{week}/ has no spec of {name}."
    for name, spec in known.items():
        if name not in tested:
            yield f"autograder/exercises/{week}/ has a spec of {name}, which no test cell checks."
        elif isinstance(spec, Exercise):
            yield from (f"{name}: {sentence}" for sentence in _spec_problems(spec))


def _spec_problems(spec: Exercise) -> Iterator[str]:
    if not spec.parts:
        yield "its spec has no part; without one nothing is tried."
    if not spec.mistakes:
        yield "its spec knows no mistake; one that fails proves that the check can."
    for mistake in spec.mistakes:
        if not mistake.hint.strip():
            yield f"the mistake {mistake.name} has no hint."
    for name, times in Counter(mistake.name for mistake in spec.mistakes).items():
        if times > 1:
            yield f"{times} mistakes are named {name}; each needs a name of its own."
    for part in spec.parts:
        if part.weight <= 0:
            yield f"the part {part.title!r} weighs {part.weight:g}; a weight is above 0."


def _cell_problems(cell: NotebookNode) -> Iterator[str]:
    """What is wrong with a cell by itself."""
    marks = MARK.findall(cell.source)
    if marks != ["BEGIN", "END"] * (len(marks) // 2):
        yield f"in {cell.id} each BEGIN SOLUTION needs an END SOLUTION after it, and no other comes between."
    elif marks and not is_solution(cell):
        yield f'{cell.id} holds a solution and does not say so: give it "solution": true, or it would be handed out.'
    elif is_solution(cell) and not any(region.strip() for region in REGION.findall(cell.source)):
        yield f"{cell.id} holds no line between BEGIN SOLUTION and END SOLUTION."
    if is_test(cell) or is_written(cell):
        yield from _points_problems(cell)


def _points_problems(cell: NotebookNode) -> Iterator[str]:
    points = cell.metadata.nbgrader.get("points")
    if points is None:
        yield f'{cell.id} states no points; say how many it earns, as in "points": 2.'
    elif isinstance(points, bool) or not isinstance(points, (int, float)) or not points > 0:
        yield f"{cell.id} earns {points!r} points; it has to be a number above 0."


def _exercise_problems(test: NotebookNode, cells: dict[str, NotebookNode], source: Source) -> Iterator[str]:
    """What is wrong with the cells that belong to a test cell."""
    code = cells.get(f"{test.id}-code")
    try:
        name = checked_name(test, source.path)
    except CourseError as error:
        yield str(error).partition(": ")[2]
        return
    if code is None:
        yield f"{test.id} has no solution cell; give it the id {test.id}-code."
    elif not is_solution(code):
        yield f'{code.id} is not marked as the solution of {test.id}: give it "solution": true.'
    elif name not in (defined := _defined(code.source)):
        yield f"the test cell {test.id} checks {name}, which {code.id} does not define."
    elif isinstance(defined[name], ast.FunctionDef):
        yield from _hint_problems(test.id, cells.get(f"{test.id}-hint"))


def _hint_problems(name: str, hint: NotebookNode | None) -> Iterator[str]:
    if hint is None:
        yield f"{name} has no hints; give them a cell with the id {name}-hint."
        return
    opened, closed = hint.source.count("<details>"), hint.source.count("</details>")
    if not opened == closed == HINTS:
        yield f"{hint.id} needs {HINTS} folded hints; it has {opened} <details> and {closed} </details>."


def _defined(code: str) -> dict[str, ast.stmt]:
    """By name, what a cell defines or assigns at its top level."""
    found: dict[str, ast.stmt] = {}
    for node in ast.parse(code).body:
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            found[node.name] = node
        elif isinstance(node, ast.Assign):
            found |= {target.id: node for target in node.targets if isinstance(target, ast.Name)}
    return found


def _leaks(cells: Iterable[NotebookNode]) -> Iterator[str]:
    """Lines of a solution that are handed out, in its own cell or in another."""
    released = {cell.id: {line.strip() for line in REGION.sub("", cell.source).splitlines()} for cell in cells}
    for cell in cells:
        for line in telling_lines(cell):
            for other in (name for name, lines in released.items() if line in lines):
                yield f"a line of the solution in {cell.id} stands openly in {other}: {line}"


def _foreign_ids(cells: Iterable[str], source: Source) -> Iterator[str]:
    number = source.week.removeprefix("week")
    for name in cells:
        if number.isdigit() and not name.startswith(f"w{number}-"):
            yield f"the id {name} should begin with w{number}-, as all of {source.week}."


def _repeats(sources: list[Source]) -> Iterator[str]:
    """Ids and file names that two notebooks share."""
    for name, times in Counter(source.path.stem for source in sources).items():
        if times > 1:
            yield f"{times} notebooks are called {name}; their keys would have the same file."
    homes: dict[str, set[str]] = {}
    for source in sources:
        for cell in source.notebook.cells:
            homes.setdefault(cell.id, set()).add(shown(source.path))
    for name, files in homes.items():
        if len(files) > 1:
            yield f"{' and '.join(sorted(files))} both have a cell {name}; each id stands once in the course."


def _texts(sources: list[Source], weeks: Iterable[str]) -> Iterator[Path]:
    """The files that a person writes for these notebooks."""
    yield from (source.path for source in sources)
    for week in weeks:
        yield from sorted((Path(exercises.__path__[0]) / week).glob("*.py"))
