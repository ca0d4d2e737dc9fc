"""Put a notebook that was handed in back into the course's form, and tell what was mended.

The released notebook gives the order, the locked cells and all metadata; the submission gives what was written into it.
"""

import json
import re
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from lib.errors import CourseError
from lib.notebook import Cell, is_demo, is_locked, is_solution

MOST_BYTES = 100 * 2**20
MOST_BRACKETS = 2_000_000  # of three bytes, an empty list takes seventy once it is read


@dataclass
class Place:
    """A cell of the released notebook with what the learner made of it, and the learner's own cells after it."""

    cell: Cell
    fragments: list[str] = field(default_factory=list)  # code to run for it
    own: list[Cell] = field(default_factory=list)
    untouched: bool = False  # whether a solution is as it was released

    @property
    def code(self) -> list[str]:
        """All that is to be run here; the learner's own cells too, for they may be the rest of one that was split."""
        return self.fragments + [cell["source"] for cell in self.own if cell["cell_type"] == "code"]


@dataclass
class Restored:
    """A submission in the course's form, and a sentence for each thing that was mended."""

    places: list[Place]
    repairs: list[str]


def find(folder: Path, name: str) -> tuple[Path, list[str]]:
    """The notebook of this name in a learner's folder, or the only other one there, with a sentence that says so.

    A link is none: it may lead to another learner's.
    Raises CourseError where there is none, or where nothing tells which it is.
    """
    exact = folder / f"{name}.ipynb"
    notebooks = sorted(path for path in folder.glob("*.ipynb") if path.is_file() and not path.is_symlink())
    if exact in notebooks:
        return exact, []
    others = [path for path in notebooks if path != exact]
    if len(others) == 1:
        called = re.sub(r"[^\w .,()+=-]", "?", others[0].name)  # it is shown as Markdown
        return others[0], [f"The file was called {called}; it was taken for {exact.name}."]
    there = f"{len(others)} notebooks of other names" if others else "no notebook"
    raise CourseError(f"{folder} has {there} and no {exact.name}: put the right one there under that name.")


def read(path: Path) -> list[Cell]:
    """The cells of a notebook of any format. Raises CourseError, one sentence, where it is none."""
    if path.stat().st_size > MOST_BYTES:
        raise CourseError(f"{path} is larger than {MOST_BYTES // 2**20} MB: ask for it without outputs.")
    text = path.read_bytes()
    if text.count(b"[") + text.count(b"{") > MOST_BRACKETS:
        raise CourseError(f"{path} has more parts than a notebook: ask for it without outputs.")
    try:
        content = json.loads(text)  # in any UTF, with a byte order mark or without
    except (ValueError, RecursionError):
        raise CourseError(
            f"{path} is no notebook: it is not JSON. Ask for it again; nothing in it was graded."
        ) from None
    try:
        if content["nbformat"] < 4:
            import nbformat  # only here: it takes a while, and a sandbox imports all of lib

            content = nbformat.convert(nbformat.from_dict(content), 4)
        return [_plain(cell) for cell in content["cells"] if isinstance(cell, dict)]
    except Exception as error:  # of whatever form it is, it is not a notebook's
        what = (str(error).splitlines() or [""])[0][:100]
        raise CourseError(
            f"{path} is no notebook that Jupyter knows ({type(error).__name__}: {what}). Ask for it again."
        ) from None


def restore(theirs: list[Cell], released: list[Cell]) -> Restored:
    """The released notebook with what the learner wrote in its places."""
    known = {cell["id"]: cell for cell in released}
    texts = {_bare(cell["source"]): cell["id"] for cell in released if not is_solution(cell)}
    found = [_known_as(cell, known) or texts.get(_bare(cell["source"])) for cell in theirs]
    repairs = _out_of_order(found, list(known))
    _adopt(theirs, found, known, repairs)
    places = {name: Place(dict(cell)) for name, cell in known.items()}
    first = Place({})
    here = first
    copies: dict[str, list[Cell]] = {}
    for cell, name in zip(theirs, found):
        if name is None:
            here.own.append(cell)
            continue
        here = places[name]
        copies.setdefault(name, []).append(cell)
    defined = "\n".join(cell["source"] for cell in theirs if cell["cell_type"] == "code")
    for name, place in places.items():
        _fill(place, copies.get(name, []), defined, repairs)
    return Restored([first, *places.values()] if first.own else list(places.values()), repairs)


def written_name(released: Cell) -> str:
    """The function or variable that a solution cell of the released notebook is there for."""
    names = re.findall(r"^(?:def |class )?(\w+)(?=\(|:| = \.\.\.)", released["source"], re.MULTILINE)
    return names[-1] if names else ""


def _plain(cell: Cell) -> Cell:
    """A cell with what is needed of it, each part in the form it should have."""
    metadata = cell.get("metadata")
    kind = cell.get("cell_type")
    return {
        "cell_type": kind if kind in ("code", "markdown") else "raw",
        "id": str(cell.get("id", "")),
        "metadata": dict(metadata) if isinstance(metadata, dict) else {},
        "source": _text(cell.get("source")),
    }


def _text(source: Any) -> str:
    """A cell's source, half characters that no file can hold replaced."""
    if isinstance(source, list):
        source = "".join(map(str, source))
    return source.encode("utf-8", "replace").decode() if isinstance(source, str) else ""


def _known_as(cell: Cell, known: dict[str, Cell]) -> str | None:
    """Which released cell this one was: by nbgrader's id, the cell's own, or Colab's."""
    marks = cell["metadata"].get("nbgrader")
    names = [marks.get("grade_id") if isinstance(marks, dict) else None, cell["id"], cell["metadata"].get("id")]
    return next((name for name in names if isinstance(name, str) and name in known), None)


def _out_of_order(found: list[str | None], order: list[str]) -> list[str]:
    seen = list(dict.fromkeys(name for name in found if name))
    place = {name: number for number, name in enumerate(order)}
    moved = any(place[a] > place[b] for a, b in pairwise(seen))
    return ["Cells stood in another order: they were graded in the course's."] if moved else []


def _adopt(theirs: list[Cell], found: list[str | None], known: dict[str, Cell], repairs: list[str]) -> None:
    """Give each solution that is missing the last cell without a name that defines what it should."""
    for name, released in known.items():
        if not is_solution(released) or name in found or released["cell_type"] != "code":
            continue
        for number in reversed(range(len(theirs))):
            if found[number] is None and defines(theirs[number]["source"], written_name(released)):
                found[number] = name
                repairs.append(f"{name}: the cell had lost its name, and was known by `{written_name(released)}`.")
                break


def defines(text: str, name: str) -> bool:
    """Whether a line of this text begins to define `name`."""
    return (
        bool(name)
        and re.search(rf"^(?:async )?(?:def {name}\b|class {name}\b|{name}\s*[:=](?!=))", text, re.M) is not None
    )


def _fill(place: Place, copies: list[Cell], defined: str, repairs: list[str]) -> None:
    """Put what the learner wrote into one place of the released notebook."""
    name, released = place.cell["id"], place.cell
    changed = [cell for cell in copies if _bare(cell["source"]) != _bare(released["source"])]
    if is_solution(released):
        _fill_solution(place, copies, changed, defined, repairs)
    elif is_locked(released):
        if changed:
            repairs.append(f"{name}: this locked cell was changed; it was put back.")
        elif not copies:
            repairs.append(f"{name}: this cell was missing; it was put back.")
    elif released["cell_type"] == "code" and not is_demo(released):
        place.fragments = [released["source"], *(cell["source"] for cell in changed)]
        place.cell["source"] = changed[-1]["source"] if changed else released["source"]


def _fill_solution(place: Place, copies: list[Cell], changed: list[Cell], defined: str, repairs: list[str]) -> None:
    name, kind = place.cell["id"], place.cell["cell_type"]
    if any(cell["cell_type"] != kind for cell in copies):
        repairs.append(f"{name}: it had become a {copies[0]['cell_type']} cell; it was read as {kind}.")
    if len(changed) > 1:
        repairs.append(f"{name}: there were {len(changed)} cells of this name; they were run in their order.")
    if changed:
        place.cell["source"] = "\n\n".join(cell["source"] for cell in changed)
    else:
        place.untouched = True
    if not copies:
        elsewhere = kind == "code" and defines(defined, written_name(place.cell))
        where = "what it asks for stood in another cell" if elsewhere else "it was put back empty"
        repairs.append(f"{name}: this cell was missing; {where}.")
        place.cell["source"] = "# this cell was missing" if elsewhere else place.cell["source"]
        place.untouched = not elsewhere
    if kind == "code":
        place.fragments = [cell["source"] for cell in changed] or [place.cell["source"]]


@lru_cache(maxsize=5000)
def _bare(source: str) -> str:
    """Text without what editors change by themselves: line ends, blanks at the end. Most cells of a class are alike."""
    return "\n".join(line.rstrip() for line in source.strip().splitlines())
