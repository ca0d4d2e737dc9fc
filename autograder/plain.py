"""Pickles from a cluster: none may name anything, so that they hold bytes, numbers and text, and run nothing.

Dask's client unpickles more than results: a task's type, an exception, a warning, as a worker sent them. So that it is
not Dask which has to be trusted, Python itself is asked to refuse, by the event that it raises before a name is found.
"""

import functools
import sys
from collections.abc import Iterator
from contextlib import contextmanager

NAMES = {("builtins", "bytes")}  # a header's type
_watchers: list[object] = []


@contextmanager
def bytes_alone() -> Iterator[None]:
    """Within this, a pickle that names a class or function raises TypeError wherever in this process it is read."""
    _install()
    watcher = object()
    _watchers.append(watcher)
    try:
        yield
    finally:
        _watchers.remove(watcher)


@functools.cache
def _install() -> None:
    """Once in a process: there is no way to remove it."""
    sys.addaudithook(_refuse)


def _refuse(event: str, arguments: tuple) -> None:
    if event == "pickle.find_class" and _watchers and arguments not in NAMES:
        raise TypeError(f"a pickle names {arguments[0]}.{arguments[1]}")
