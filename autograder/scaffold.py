"""Skeletons of an exercise and of a week: cells and a spec, with a TODO in every place that a person has to fill in."""

import keyword
import re
from pathlib import Path

from autograder import exercises, source
from autograder.source import Source
from lib import files
from lib.errors import CourseError
from lib.files import shown

ID = re.compile(r"w(\d+)-[a-z0-9]+(?:-[a-z0-9]+)*")

NOTEBOOK = """
# %% [markdown] id="w{number}-title"
# # Week {number}: {title}
#
# TODO: what the week is about, what it takes, and what a learner can do afterwards.

# %% id="w{number}-imports"
import numpy as np

from lib.check import check
"""

CELLS = '''
# %% [markdown] id="{id}-ask"
# ### TODO: a heading that says what to write
#
# TODO: the question, with all that is needed to answer it.


# %% nbgrader={{"grade_id": "{id}-code", "solution": true}}
def {name}(a):
    """TODO: what it returns, the shapes of what it takes, and an example in numbers.

    a: (n, m). Returns (n, m).
    """
    ### BEGIN SOLUTION
    return a  # TODO: the solution
    ### END SOLUTION


# %% nbgrader={{"grade_id": "{id}", "grade": true, "points": 2}}
check("{id}", {name})

# %% [markdown] id="{id}-hint"
# <details><summary>Hint 1</summary>
#
# TODO: where to look.
#
# </details>
# <details><summary>Hint 2</summary>
#
# TODO: which step comes first.
#
# </details>
# <details><summary>Hint 3</summary>
#
# TODO: all but the last line.
#
# </details>
'''

SPEC = '''
"""TODO: what these exercises are about, in a line."""

from autograder.spec import Exercise

{name} = Exercise("{id}")


@{name}.part("TODO: what these cases are, in a few words")
def _(rng):
    yield (rng.normal(size=(2, 3)),)  # TODO: a tuple of arguments for each call, all sides of different length


@{name}.mistake("TODO: the hint that names this misconception.")
def misconception(a):
    return -a  # TODO: what a learner would write who has it


@{name}.variant
def written_otherwise(a):
    return a  # TODO: another right solution
'''


def exercise(name: str, after: str | None = None, function: str | None = None) -> list[Path]:
    """Write the cells of a new exercise behind the cell `after`, or at the end, and a new spec; the files.

    Raises CourseError where the id is not of the form w5-name or not new, or where the spec's file is there already.
    """
    week_name, function = _week_of(name), function or name.partition("-")[2].replace("-", "_")
    if not function.isidentifier() or keyword.iskeyword(function):
        raise CourseError(f"{function!r} is no name for a function; give one with --function.")
    home = _home(week_name, after)
    _refuse_known(name)
    spec = _specs(week_name) / f"{function}.py"
    _refuse_existing(spec)
    text = _inserted(home, after, CELLS.format(id=name, name=function))
    return _written({home.path: text, spec: SPEC.format(id=name, name=function).lstrip()})


def week(number: int, title: str) -> list[Path]:
    """Write the notebook and the package of specs of a new week, and its heading in the table of what is taught where.

    Raises CourseError where one of them is there already.
    """
    name = f"week{number}"
    stem = re.sub(r"\W+", "_", title.lower()).strip("_")
    if not stem.isascii() or not stem.isidentifier():
        raise CourseError(
            f"The title {title!r} makes no file name: begin it with a letter, and write it in plain ones."
        )
    notebook, package = source.SOLUTIONS / name / f"{stem}.py", _specs(name) / "__init__.py"
    table = source.SOLUTIONS / "COVERAGE.md"
    for path in (*notebook.parent.glob("*.py"), package):
        _refuse_existing(path)
    told = table.read_text(encoding="utf-8").rstrip("\n")
    return _written(
        {
            notebook: NOTEBOOK.format(number=number, title=title.lower()).lstrip(),
            package: f'"""Specs of week {number}: {title.lower()}."""\n',
            table: f"{told}\n\n## Week {number}: {title.lower()}\n\n| taught | cells |\n|---|---|\n",
        }
    )


def _written(contents: dict[Path, str]) -> list[Path]:
    files.write_all(contents)
    return list(contents)


def _week_of(name: str) -> str:
    match = ID.fullmatch(name)
    if not match:
        raise CourseError(f"{name!r} is no exercise's id: it begins with its week, as in w5-pooling, in small letters.")
    return f"week{match[1]}"


def _specs(week_name: str) -> Path:
    return Path(exercises.__path__[0]) / week_name


def _home(week_name: str, after: str | None) -> Source:
    """The notebook that has the cell `after`, or the only one of the week."""
    found = source.sources(week_name)
    if after:
        found = [each for each in found if any(cell.id == after for cell in each.notebook.cells)]
    if not found:
        raise CourseError(f"No cell of {week_name} has the id {after}; the ids stand in solutions/{week_name}/.")
    if len(found) > 1:
        raise CourseError(f"{week_name} has {len(found)} notebooks: say with --after behind which cell it goes.")
    return found[0]


def _refuse_known(name: str) -> None:
    for each in source.sources():
        taken = [cell.id for cell in each.notebook.cells if re.fullmatch(rf"{name}(-ask|-code|-hint)?", cell.id)]
        if taken:
            raise CourseError(f"{shown(each.path)} has a cell {taken[0]} already; choose another id.")


def _refuse_existing(path: Path) -> None:
    if path.exists():
        raise CourseError(f"{shown(path)} is there already, and stays as it is; move it away or choose another name.")


def _inserted(home: Source, after: str | None, cells: str) -> str:
    """The notebook's text with these cells behind the cell `after`, or at the end."""
    starts = [match.start() for match in re.finditer(r"^# %%", home.text, re.MULTILINE)]
    ends = [*starts[1:], len(home.text)]
    place = [cell.id for cell in home.notebook.cells].index(after) if after else -1
    before, rest = home.text[: ends[place]], home.text[ends[place] :]
    gap = before[len(before.rstrip("\n")) :] if rest else ""
    return f"{before.rstrip()}\n\n\n{cells.strip()}\n{gap.removeprefix(chr(10))}{rest}"
