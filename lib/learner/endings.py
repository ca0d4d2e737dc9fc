"""How a command ends when something is in its way: one sentence on stderr and a status that isn't zero."""

import contextlib
import errno
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import typer
from rich.console import Console
from typer.core import TyperGroup

from lib.errors import CourseError
from lib.files import shown

STOPPED = "Stopped. Every file is whole, the old one or the new one; the same command does the rest."
FULL = "the disk is full. Make room and run the same command again; what was there is as it was."
REFUSED = "the system does not let you. See with `ls -ld` whose it is, and who may read and write there."
IN_THE_WAY = "a file stands where a folder belongs. Move it away, and run the same command again."
ADVICE = {
    errno.ENOSPC: FULL,
    errno.EDQUOT: FULL,
    errno.EFBIG: "it may not grow any further. Raise the limit (`ulimit -f`), and run the same command again.",
    errno.EACCES: REFUSED,
    errno.EPERM: REFUSED,
    errno.EROFS: "it can only be read. Run the command where you may write.",
    errno.ENOENT: "it is missing. `git restore` brings back a file of the course, `workbook build` what is made of it.",
    errno.ENOTDIR: IN_THE_WAY,
    errno.EEXIST: IN_THE_WAY,
    errno.EISDIR: "it is a folder, and a file is needed. Move it away, and run the same command again.",
    errno.ELOOP: "it is a link that leads back to itself. Remove it, and run the same command again.",
}


class Commands(TyperGroup):
    """Typer's group of commands, in which what the machine refuses becomes a CourseError."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command that was asked for."""
        with told():
            try:
                return super().invoke(ctx)
            finally:
                _flush()


def run(app: Callable) -> None:
    """Run a command line; a CourseError ends it with its message on stderr and status 1."""
    try:
        app()
    except CourseError as error:
        Console(stderr=True, soft_wrap=True).print(str(error), style="bold red", markup=False)
        sys.exit(1)


@contextlib.contextmanager
def told() -> Iterator[None]:
    """Raise a CourseError in place of what is no fault of the program; a reader who has seen enough ends it quietly."""
    try:
        yield
    except BrokenPipeError:
        raise typer.Exit(1) from None
    except KeyboardInterrupt:
        raise CourseError(STOPPED) from None
    except OSError as error:
        raise CourseError(sentence(error)) from error
    except Exception as error:
        if not _is_a_databases(error):
            raise
        raise CourseError(f"The gradebook could not be used: {_reason(error)}. {GRADEBOOK}") from error


GRADEBOOK = "By default it is build/gradebook.db; --db or WORKBOOK_DB name another."


def sentence(error: OSError) -> str:
    """Which file it was, what is wrong with it, and what to do."""
    named = isinstance(error.filename, (str, bytes))
    if not named and error.errno not in ADVICE:
        return f"The system does not go along: {error}."
    name = shown(Path(os.fsdecode(error.filename))) if named else "A file"
    return f"{name} can't be used: {ADVICE.get(error.errno) or f'{error.strerror}.'}"


def _is_a_databases(error: Exception) -> bool:
    """Whether it is SQLAlchemy's, which need not be installed where this runs."""
    return any(kind.__module__.startswith("sqlalchemy.") for kind in type(error).__mro__)


def _reason(error: Exception) -> str:
    return str(getattr(error, "orig", error)).strip().partition("\n")[0].rstrip(".")


def _flush() -> None:
    """Write what is still to be written; where that fails, Python shall not try again at its end."""
    try:
        sys.stdout.flush()
    except OSError:
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise


def _quietly(kind: type, error: BaseException, trace: Any) -> None:
    """Python's excepthook, but for Ctrl-C while a command's modules are still being imported."""
    if issubclass(kind, KeyboardInterrupt):
        print(STOPPED, file=sys.stderr)
    else:
        sys.__excepthook__(kind, error, trace)


sys.excepthook = _quietly
