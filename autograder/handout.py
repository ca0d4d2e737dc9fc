"""A week as a class gets it: a zip of what a learner needs, and of nothing else.

It has one folder, so that a later week's zip, unpacked over it, adds to it and touches no other week's notebook.
"""

import io
import re
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path

import nbformat

from autograder.build import BUILD
from autograder.release import is_untouched
from autograder.source import ROOT, Source, sources, telling_lines
from lib import files, key
from lib.course import number
from lib.errors import CourseError
from lib.files import shown

NAME = "neural-networks-workbook"
LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the first day a zip knows: the same files make the same bytes
TEACHERS = {"jupytext", "nbgrader", "pytest"}  # what the course depends on and a learner doesn't
DATA = {  # what each function of lib.data reads, with its licence
    "load_penguins": ("penguins/penguins.h5", "penguins/LICENSE"),
    "load_planar": ("planar/planar.h5",),
    "load_cats": (
        "catvnoncat/picture_book_train.h5",
        "catvnoncat/picture_book_test.h5",
        "catvnoncat/LICENSE",
    ),
}
ABOUT_DATA = ("README.md", "SHA256SUMS")

README = """# Neural Networks Workbook

Build neural networks from scratch, in Jupyter notebooks, with NumPy and nothing else. Under each exercise stands a
check that tells you in an instant what is right, or what is wrong and why.

## Start

You need Python 3.11 or newer. In this folder, with [uv](https://docs.astral.sh/uv/):

    uv run jupyter lab {notebook}

With pip:

    python -m venv .venv
    .venv/bin/python -m pip install -e .        # on Windows: .venv\\Scripts\\python
    .venv/bin/jupyter lab {notebook}

With conda: `conda env create -f environment.yml`, `conda activate neural-networks-workbook`, `jupyter lab {notebook}`.

## Work

Write into the cells that ask for it and run the check under each. `uv run workbook --help` names what else there is:
the same checks in a terminal, your progress, hints, a fresh copy of a cell.

Your work is in `{notebook}` and nowhere else: save it, and keep a copy. A later week's zip can be
unpacked over this folder; it touches no other week's notebook. If your computer asks whether to replace the notebook
you work in, say no.

## Hand in

Hand in the one file `{notebook}`, saved, under its own name. Leave the names of cells as they are; cells
of your own may stand anywhere.

Code and text: MIT (`LICENSE`). Data: `datasets/README.md`.
"""


def release(week: str, output: Path | None = None) -> Path:
    """Write the zip of a week to `output`, a file or a folder, or under build/; where it is.

    Raises CourseError where a notebook is not as a build made it, or where another file stands in the way.
    """
    path = output or BUILD
    path = path / f"{NAME}-{week}.zip" if path.is_dir() or not output else path
    packing = contents(week)
    _refuse_answers(packing)
    content = packed(packing)
    if path.exists() and not is_handout(path):
        raise CourseError(f"{shown(path)} is there already and is no release of ours: give another name.")
    files.write(path, content)
    return path


def contents(week: str) -> dict[str, bytes]:
    """By their place in the folder, the files of a week's zip. Raises CourseError for a week that isn't there."""
    copied = {path: (ROOT / path).read_bytes() for path in ("LICENSE", *_code(), *_data(_up_to(week)))}
    notebooks = {f"notebooks/{week}/{source.path.stem}.ipynb": _pristine(source) for source in sources(week)}
    keys = {
        f"lib/keys/{source.path.stem}{kind}": _key(source, kind)
        for source in _up_to(week)
        for kind in (".h5", ".ipynb")
    }
    made = {
        "README.md": README.format(notebook=next(iter(notebooks))),
        "pyproject.toml": pyproject(),
        "environment.yml": environment(),
    }
    return copied | notebooks | keys | {path: text.encode() for path, text in made.items()}


def packed(packing: dict[str, bytes]) -> bytes:
    """These files as a zip; the same files give the same bytes."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for path in sorted(packing):
            entry = zipfile.ZipInfo(f"{NAME}/{path}", LONG_AGO)
            entry.create_system, entry.external_attr = 3, 0o100644 << 16
            archive.writestr(entry, packing[path], zipfile.ZIP_DEFLATED)
    return written.getvalue()


def is_handout(path: Path) -> bool:
    """Whether this file is a zip that `release` made."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
    except (OSError, zipfile.BadZipFile):
        return False
    return f"{NAME}/pyproject.toml" in names and all(name.startswith(f"{NAME}/") for name in names)


def needs() -> list[str]:
    """What a learner has to install: the course's dependencies without the teacher's."""
    return [line for line in _project()["dependencies"] if not _is_teachers(line)]


def pyproject() -> str:
    """The learner's pyproject.toml: what to install, and the command `workbook`."""
    project = _project()
    lines = "".join(f'    "{line}",\n' for line in needs())
    return f'''[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"

[project]
name = "{NAME}"
version = "{project["version"]}"
description = "{project["description"]}"
readme = "README.md"
license = "{project["license"]}"
requires-python = "{project["requires-python"]}"
dependencies = [
{lines}]

[project.scripts]
workbook = "lib.learner.commands:main"

[tool.hatch.build.targets.wheel]
packages = ["lib"]
'''


def environment() -> str:
    """The learner's environment.yml: the course's without what is the teacher's."""
    lines = (ROOT / "environment.yml").read_text(encoding="utf-8").splitlines(keepends=True)
    return "".join(line for line in lines if not _is_teachers(line.strip(" -\n")))


def _refuse_answers(packing: dict[str, bytes]) -> None:
    """Raise CourseError where a text holds a line of a solution, as somebody's own file in lib/ may.

    A notebook may hold what an earlier week's exercise asked for: later weeks build on it.
    """
    answers = [
        (number(source.week), line)
        for source in sources()
        for cell in source.notebook.cells
        for line in telling_lines(cell)
    ]
    for path, content in packing.items():
        text, first = _text_in(path, content)
        for week, found in answers:
            if week >= first and found in text:
                raise CourseError(f"{path} holds a line of a solution, {found!r}: nothing was written.")


def _text_in(path: str, content: bytes) -> tuple[str, int]:
    """A file's text, a notebook's as it is read, and the week from which on it must not hold an answer."""
    if path.endswith(".h5"):
        return "", 0
    if not path.endswith(".ipynb"):
        return content.decode(), 0
    week = next(source.week for source in sources() if source.path.stem == Path(path).stem)
    cells = nbformat.reads(content.decode(), as_version=4).cells
    return "\n".join(cell.source for cell in cells), number(week)


def _up_to(week: str) -> list[Source]:
    """The sources of the weeks up to this one, in the order of their numbers."""
    last = number(sources(week)[0].week)
    return [source for source in sources() if number(source.week) <= last]


def _code() -> Iterator[str]:
    """The course's own code that notebooks import."""
    for path in (ROOT / "lib").rglob("*"):
        if path.suffix in (".py", ".json") and path.is_file():
            yield path.relative_to(ROOT).as_posix()


def _data(used_by: list[Source]) -> Iterator[str]:
    """The data sets that these notebooks load, and what says whose they are."""
    text = "\n".join(cell.source for source in used_by for cell in source.notebook.cells)
    loaded = [path for name, paths in DATA.items() if name in text for path in paths]
    yield from (f"datasets/{path}" for path in (*ABOUT_DATA, *loaded))


def _pristine(source: Source) -> bytes:
    """The notebook as a build released it, whoever works in notebooks/."""
    content = _key(source, ".ipynb")
    if not is_untouched(nbformat.reads(content.decode(), as_version=4)):
        raise CourseError(f"lib/keys/{source.path.stem}.ipynb is not as it was released: run `workbook build`.")
    return content


def _key(source: Source, kind: str) -> bytes:
    path = key.PUBLIC_KEYS / f"{source.path.stem}{kind}"
    if not path.exists():
        raise CourseError(f"{shown(path)} is missing: run `workbook build`.")
    return path.read_bytes()


def _project() -> dict:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def _is_teachers(need: str) -> bool:
    return re.split(r"[^\w-]", need, maxsplit=1)[0] in TEACHERS
