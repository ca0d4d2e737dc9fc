"""Files of the course: where they lie, what people are told of them, and how they are written whole or not at all."""

import contextlib
import itertools
import os
import shutil
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def shown(path: Path) -> str:
    """A path as people are told it: from the course's folder on, where it lies in it."""
    return path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else str(path)


def write(path: Path, content: str | bytes) -> None:
    """Write a file in one stroke, text as UTF-8; its folder is made. Raises OSError with the file's name."""
    write_all({path: content})


def write_all(contents: Mapping[Path, str | bytes]) -> None:
    """Write files, all of them or none, as far as the system's word can be trusted."""
    with contextlib.ExitStack() as places:
        for path, content in contents.items():
            made = places.enter_context(beside(path))
            made.write_bytes(content if isinstance(content, bytes) else content.encode())


@contextlib.contextmanager
def beside(path: Path) -> Iterator[Path]:
    """A place to write what becomes `path` at the block's end; where the block fails, `path` stays as it was.

    Whoever looks sees the old file or the new one, whole. Raises OSError with the file's name.
    """
    made = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        yield made
        made.replace(path)
    except OSError as error:
        error.filename = error.filename or str(path)  # a full disk is told without
        raise
    finally:
        with contextlib.suppress(OSError):
            made.unlink(missing_ok=True)


def keep(path: Path) -> Path:
    """Copy a file to one beside it that says when; which."""
    stamp = f"{path.stem}.yours-{datetime.now():%Y%m%d-%H%M%S}"
    names = itertools.chain([stamp], (f"{stamp}-{number}" for number in itertools.count(2)))
    copies = (path.with_name(f"{name}{path.suffix}") for name in names)
    copy = next(copy for copy in copies if not copy.exists())
    with beside(copy) as made:
        shutil.copy2(path, made)
    return copy
