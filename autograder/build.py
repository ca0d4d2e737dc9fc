"""Build the course: solutions/*.py -> nbgrader's source -> notebooks/, and the public keys.

Everything is first made under build/; only what differs then goes to notebooks/ and lib/keys/.
"""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path

import nbformat
import numpy as np

from autograder import consistency, gradebook, keys
from autograder.release import is_untouched
from autograder.source import ROOT, Source, sources
from lib import files, key
from lib.errors import CourseError, all_of
from lib.files import shown
from lib.values import pack

BUILD = ROOT / "build"
NOTEBOOKS = ROOT / "notebooks"


def build(root: Path = BUILD) -> list[str]:
    """Make everything under `root` and publish what differs; what was done, a line each."""
    make(root)
    return publish(root)


def make(root: Path) -> None:
    """Make nbgrader's source and release notebooks and the public keys under `root`.

    Raises CourseError with all that is inconsistent in the specs, or with nbgrader's reason for refusing.
    """
    consistency.check(sources())
    made = dict(zip(sources(), all_of(partial(keys.make_key, source) for source in sources())))
    wrong = [problem for source, items in made.items() for problem in keys.problems(source, items)]
    if wrong:
        raise CourseError("\n".join(wrong))
    shutil.rmtree(root / "source", ignore_errors=True)
    refresh_sources(root)
    for week in dict.fromkeys(source.week for source in sources()):
        gradebook.generate_assignment(root, week)
    for source, items in made.items():
        key.write(root / "keys" / _key_name(source), items)


def publish(root: Path) -> list[str]:
    """Put what was made under `root` and differs into its place; what was done, a line each.

    All of it is first written beside its place: where that fails, nothing is published.
    """
    with ExitStack() as places:
        return [line for source in sources() for line in _publish(source, root, places)]


def stale() -> list[Path]:
    """The committed files that differ from a rebuild."""
    with tempfile.TemporaryDirectory() as folder:
        make(Path(folder))
        return differing(Path(folder))


def differing(root: Path) -> list[Path]:
    """The committed files that differ from what was made under `root`, or that it does not have."""
    pairs = [pair for source in sources() for pair in _products(source, root)]
    made = {committed for _, committed in pairs}
    there = {*NOTEBOOKS.glob("week*/*.ipynb"), *key.PUBLIC_KEYS.glob("*.*")} - {*NOTEBOOKS.glob("*/*.yours-*")}
    return sorted({committed for new, committed in pairs if not _same(new, committed)} | (there - made))


def refresh_sources(root: Path) -> None:
    """Write the notebooks with solutions to `root`/source, where the text is newer or they are missing."""
    for source in sources():
        path = root / "source" / source.week / f"{source.path.stem}.ipynb"
        if not path.exists() or path.stat().st_mtime < source.path.stat().st_mtime:
            files.write(path, nbformat.writes(source.notebook) + "\n")


def _key_name(source: Source) -> str:
    return f"{source.path.stem}.h5"


def _products(source: Source, root: Path) -> list[tuple[Path, Path]]:
    """Each file made under `root` with the place where it is committed: a notebook twice, to work in and to keep."""
    name, key_name = f"{source.path.stem}.ipynb", _key_name(source)
    made = root / "release" / source.week / name
    return [
        (made, NOTEBOOKS / source.week / name),
        (made, key.PUBLIC_KEYS / name),
        (root / "keys" / key_name, key.PUBLIC_KEYS / key_name),
    ]


def _publish(source: Source, root: Path, places: ExitStack) -> Iterator[str]:
    for new, committed in _products(source, root):
        touched = committed.is_relative_to(NOTEBOOKS) and committed.exists() and not _is_release(committed)
        if _same(new, committed) or (touched and _of_this_release(new, committed)):
            continue
        if touched:
            yield f"{shown(committed)} had changes of yours: they are kept in {shown(files.keep(committed))}."
        shutil.copyfile(new, places.enter_context(files.beside(committed)))
        yield f"{shown(committed)} is new."


def _same(new: Path, committed: Path) -> bool:
    """Keys are compared by their numbers, which the last bit of exp may change from one processor to another."""
    if not committed.exists():
        return False
    if new.read_bytes() == committed.read_bytes():
        return True
    try:
        return new.suffix == ".h5" and _alike(key.read(new), key.read(committed))
    except CourseError:
        return False


def _alike(new: list, committed: list) -> bool:
    (tree, numbers), (old_tree, old_numbers) = pack(new), pack(committed)
    if numbers.shape != old_numbers.shape:
        return False
    return np.allclose(numbers, old_numbers, rtol=1e-9, atol=1e-12, equal_nan=True) and _trees_alike(tree, old_tree)


def _trees_alike(new: object, old: object) -> bool:
    if isinstance(new, float) and isinstance(old, float):
        return bool(np.isclose(new, old, rtol=1e-9, atol=1e-12, equal_nan=True))
    if isinstance(new, dict) and isinstance(old, dict):
        return list(new) == list(old) and all(_trees_alike(new[name], old[name]) for name in new)
    if isinstance(new, list) and isinstance(old, list):
        return len(new) == len(old) and all(map(_trees_alike, new, old))
    return new == old


def _of_this_release(new: Path, committed: Path) -> bool:
    """Whether a learner works in this very release: then there is nothing new for them."""
    theirs = _read_notebook(committed)
    return theirs is not None and theirs.metadata.get("workbook") == _read_notebook(new).metadata.workbook


def _is_release(path: Path) -> bool:
    notebook = _read_notebook(path)
    return notebook is not None and is_untouched(notebook)


def _read_notebook(path: Path) -> nbformat.NotebookNode | None:
    try:
        return nbformat.read(path, as_version=4)
    except Exception:  # whatever is wrong with it, it is not ours to overwrite
        return None
