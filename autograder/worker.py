"""What runs on a cluster's workers: warm sandboxes, one for each of a worker's threads. Bytes come, and bytes go.

A worker is given inputs and steps, never answers, and needs this course without its teacher's seed or gradebook.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from autograder.inside import wire
from autograder.sandbox import Sandbox
from lib.errors import CourseError

DONE, FAILED = b"+", b"-"  # before what a sandbox gave back; before the reason why it gave nothing
_free: dict[tuple[bytes, bool], list[Sandbox]] = {}
_lock = threading.Lock()


def run(inputs: bytes, request: bytes, seconds: float, confined: bool) -> bytes:
    """Have a sandbox that holds these inputs answer a request."""
    try:
        with _sandbox(inputs, confined) as box:
            return DONE + box.answer(request, seconds)
    except (CourseError, OSError) as error:
        return FAILED + str(error).encode()


@contextmanager
def _sandbox(inputs: bytes, confined: bool) -> Iterator[Sandbox]:
    """A sandbox of one's own for as long as it is needed: one that is warm, where there is one."""
    with _lock:
        free = _of_these_alone(inputs, confined)
        box = free.pop() if free else None
    box = box or Sandbox(wire.unpacked(inputs)["items"], confined)
    try:
        yield box
    finally:
        with _lock:
            free.append(box)


def _of_these_alone(inputs: bytes, confined: bool) -> list[Sandbox]:
    """The free sandboxes for these inputs; those that wait for others are closed."""
    wanted = _free.setdefault((inputs, confined), [])
    for boxes in _free.values():
        while boxes is not wanted and boxes:
            boxes.pop().close()
    return wanted
