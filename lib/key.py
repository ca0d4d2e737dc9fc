"""Read and write keys: the cases of every exercise, what they should give, and what each known mistake gives.

A key is an HDF5 file with a group an exercise, named by its id: `spec`, JSON text, and `numbers`, the entries of all
its arrays one after the other. It holds answers as data, never as code.
"""

import difflib
import io
import json
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

import h5py
import numpy as np

from lib import files
from lib.errors import CourseError
from lib.exercise import Exercise, Quiz
from lib.values import pack, unpack

PUBLIC_KEYS = Path(__file__).parent / "keys"


@lru_cache
def find(exercise_id: str) -> Exercise | Quiz:
    """The exercise or quiz of this id.

    Raises CourseError where no key has it (and names the nearest id), or where the keys can't be read.
    """
    known: list[str] = []
    for path in sorted(PUBLIC_KEYS.glob("*.h5")):
        with _opened(path) as file:
            if exercise_id in file:
                return _read(file[exercise_id])
            known += file
    raise CourseError(_unknown(exercise_id, known))


def read(path: Path) -> list[Exercise | Quiz]:
    """All that a key file holds, in its order."""
    with _opened(path) as file:
        return [_read(group) for group in file.values()]


def write(path: Path, items: list[Exercise | Quiz]) -> None:
    """Write a key file, in one stroke; the same items give the same bytes."""
    content = io.BytesIO()
    with h5py.File(content, "w", track_order=True) as file:
        for item in items:
            tree, numbers = pack(item)
            group = file.create_group(item.id)
            text = np.frombuffer(json.dumps(tree).encode(), dtype=np.uint8)
            group.create_dataset("spec", data=text, compression="gzip")
            group.create_dataset("numbers", data=numbers, compression="gzip")
    files.write(path, content.getvalue())


@contextmanager
def _opened(path: Path) -> Iterator[h5py.File]:
    """The key file. Raises CourseError where it is none, or one of another release of the course."""
    try:
        with h5py.File(path) as file:
            yield file
    except (OSError, AttributeError, KeyError, TypeError, ValueError) as error:
        raise CourseError(
            f"{path.name} can't be read as a key: put it back with `git restore lib/keys/{path.name}`, "
            "or copy lib/keys again from the course's files."
        ) from error


def _unknown(exercise_id: str, known: list[str]) -> str:
    if not known:
        return "The folder lib/keys is empty: put it back with `git restore lib/keys`, or run `workbook build`."
    near = difflib.get_close_matches(exercise_id, known, n=1, cutoff=0)
    return f"There is no exercise {exercise_id!r}; did you mean {near[0]!r}?"


def _read(group: h5py.Group) -> Exercise | Quiz:
    return unpack(json.loads(bytes(group["spec"][()])), group["numbers"][()])
