"""The sandbox's first process: a warm Python that forks a keeper for each submission, which forks children.

A child runs the cells and calls the functions. The keeper runs nothing of a learner's, bounds the child's time, and
passes on what it wrote. A step that ends the child or outlasts its time is left out, and a new child goes on without
it: the exercises before it keep their answers, those after it get their turn. The keeper ends with its submission, and
the first process never holds a word of a learner's: nobody finds another's work in the memory that a child inherits.
"""

import contextlib
import itertools
import mmap
import os
import select
import shutil
import signal
import struct
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, BinaryIO

from autograder.inside import confine, wire
from lib import check
from lib.attempt import Attempt, absent, attempt
from lib.cells import Namespace, compiled
from lib.exercise import Exercise, Quiz
from lib.loops import binding, loop_in_text
from lib.values import stored

FRAME = struct.Struct("<iI")  # which step, how many bytes
FACTS, CELLS, END = -1, -2, -3  # in place of a step: what was told before anything ran, what the cells printed, the end
MOST_BYTES = 64 * 2**20  # of one submission's answers
TICK = 0.02  # seconds between two looks at the child's clock
MEMORY = 3 * confine.GIGABYTE
MOST_FILES = 1000  # in the scratch folder, for it to be cleaned rather than thrown away


@stored
@dataclass(frozen=True)
class Step:
    """A cell to run (its fragments), or an exercise or quiz to try; and the time it may take, in seconds."""

    id: str
    fragments: list[str] = field(default_factory=list)
    wall: float = 15.0
    cpu: float = 5.0

    @property
    def is_cell(self) -> bool:
        """Whether there is something to run."""
        return bool(self.fragments)


@dataclass
class Run:
    """One submission on its way: its steps, and what is known so far."""

    steps: list[Step]
    deadline: float
    frames: dict[int, bytes] = field(default_factory=dict)
    ended: dict[int, str] = field(default_factory=dict)  # by step, why it had to be left out
    room: int = MOST_BYTES  # for what is still to come

    def to_do(self, number: int) -> bool:
        """Whether a child has this step before it: a cell is run every time, an exercise until it has an answer."""
        return number not in self.ended and (self.steps[number].is_cell or number not in self.frames)

    def keep(self, number: int, content: bytes) -> None:
        """Take a frame, the first of each number, if it is one that counts; and none before the facts."""
        known = number in (FACTS, CELLS) or (0 <= number < len(self.steps) and not self.steps[number].is_cell)
        if known and number not in self.frames and (FACTS in self.frames or number == FACTS):
            self.frames[number] = content
            self.room -= len(content)


def main() -> None:
    """Serve requests from standard input until it is closed: first the inputs to keep, then steps to run."""
    requests, replies = os.fdopen(os.dup(0), "rb", buffering=0), os.fdopen(os.dup(1), "wb")
    _to_nowhere(0, 1)
    if confine.ON_LINUX:
        confine.hide()
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # as PID 1, to hear no signal from within
    if message := wire.receive(requests):
        _empty()  # not before: whoever starts this by hand in some folder sends no message
        items = {item.id: item for item in wire.unpacked(message)["items"]}
        while _kept(lambda: _serve(requests, replies, items)):
            pass


def _kept(serve: Callable[[], bool]) -> bool:
    """Have a keeper serve one submission; whether all is as it was before, else another sandbox takes over."""
    keeper = os.fork()
    if keeper == 0:
        _leave_after(serve)
    _, status = os.waitpid(keeper, 0)
    if os.getpid() == 1:
        _kill(-1)
    return status == 0


def _leave_after(work: Callable[[], bool]) -> None:
    """Do this process's work and end it."""
    status = 1
    try:
        status = 0 if work() else 1
    finally:
        os._exit(status)


def _serve(requests: BinaryIO, replies: BinaryIO, items: dict) -> bool:
    """In the keeper: run one submission's steps and tell what they left; whether the scratch folder is clean again."""
    message = wire.receive(requests)
    if message is None:
        return False
    request = wire.unpacked(message)
    run = Run(request["steps"], time.monotonic() + request["seconds"])
    mode = os.stat(".").st_mode
    _finish(run, items, request["seconds"])
    clean = _cleaned(mode)
    wire.send(replies, _reply(run))
    return clean


def _finish(run: Run, items: dict, seconds: float) -> None:
    """Children one after the other, each without the steps that ended those before it, until one comes to the end."""
    while (stopped := _one_child(run, items, seconds)) is not None:
        step, reason = stopped
        if step is None or time.monotonic() > run.deadline:
            break
        run.ended[step] = reason
    for number in range(len(run.steps)):
        if run.to_do(number) and (not run.steps[number].is_cell or stopped):
            run.ended[number] = "there was no time left for it"


def _reply(run: Run) -> bytes:
    """What each step left: its frame, or the reason why there is none."""
    blocks = [(1, number, frame) for number, frame in run.frames.items()]
    blocks += [(0, number, reason.encode()) for number, reason in run.ended.items()]
    return b"".join(struct.pack("<BiI", kind, number, len(data)) + data for kind, number, data in blocks)


def _one_child(run: Run, items: dict, seconds: float) -> tuple[int | None, str] | None:
    """Fork a child and take its frames. Which step had to be stopped and why; None where all are done."""
    place = mmap.mmap(-1, 4)  # shared: the child writes which step it is at
    source, sink = os.pipe()
    child = os.fork()
    if child == 0:
        _leave_after(lambda: _confined(lambda: _work(run, items, place, sink), sink, seconds))
    os.close(sink)
    try:
        reason = _watch(run, child, source, place)
    finally:
        _kill(child)
        os.close(source)  # not before: it would go on to the next step, which would be blamed
    return None if reason is None else (_culprit(run, _at(place)), reason)


def _culprit(run: Run, claimed: int) -> int | None:
    """The step that ended a child: where it says it was, if it can have been there, else the exercise it was due at.

    Before the facts nothing of a learner's has run, and any cell may have been too much for the compiler.
    """
    to_do = [number for number in range(len(run.steps)) if run.to_do(number)]
    due = next((number for number in to_do if not run.steps[number].is_cell), len(run.steps))
    possible = [number for number in to_do if number <= due or FACTS not in run.frames]
    return claimed if claimed in possible else due if due in to_do else next(reversed(possible), None)


def _at(place: mmap.mmap) -> int:
    return struct.unpack("<i", place[:4])[0]


def _confined(work: Callable[[], None], sink: int, seconds: float) -> bool:
    """Confine this process and let it work."""
    _to_nowhere(0, 1, 2)
    confine.close_all_but(sink)
    if confine.ON_LINUX:
        confine.limit(MEMORY, round(seconds) + 1)
        confine.refuse_system_calls()
    work()
    return True


def _work(run: Run, items: dict, place: mmap.mmap, sink: int) -> None:
    """In the child: tell what the text alone says, then run cell after cell and try exercise after exercise."""
    codes = {}
    for number, step in enumerate(run.steps):
        place[:4] = struct.pack("<i", number)
        if step.is_cell and number not in run.ended:
            codes[number] = compiled(step.id, step.fragments)
    _write(sink, FACTS, wire.packed(_loops(run.steps, codes, items)))
    namespace, printed = Namespace(), {}
    for number, step in enumerate(run.steps):
        if not run.to_do(number):
            continue
        place[:4] = struct.pack("<i", number)
        if step.is_cell:
            printed[step.id] = namespace.run(codes[number])
            _write(sink, number, b"")  # where it closed the pipe, it ends here
        else:
            _write(sink, number, wire.packed(_tried(items[step.id], namespace.names)))
            namespace.output.taken()
    _write(sink, CELLS, wire.packed(printed))
    _write(sink, END, b"")


def _loops(steps: list[Step], codes: dict, items: dict) -> dict[str, str]:
    """By exercise that refuses a loop, the sentence that says where one is."""
    bound, found = {}, {}
    for number, step in enumerate(steps):
        for fragment in codes.get(number, []):
            for statement in fragment if isinstance(fragment, list) else []:
                bound |= binding(statement)
        if not step.is_cell and getattr(items[step.id], "loop_free", False):
            found[step.id] = (loop_in_text(items[step.id].name, bound) or "")[:500]
    return found


def _tried(item: Exercise | Quiz, names: dict[str, Any]) -> Any:
    """What the judge needs: an Attempt, or a quiz's answer in a list."""
    if item.name not in names:
        return Attempt(absent(item.name))
    return [names[item.name]] if isinstance(item, Quiz) else attempt(item, names[item.name])


def _write(sink: int, number: int, content: bytes) -> None:
    view = memoryview(FRAME.pack(number, len(content)) + content)
    while view:
        view = view[os.write(sink, view) :]


def _watch(run: Run, child: int, source: int, place: mmap.mmap) -> str | None:
    """Take frames until the child ends; None where it came to the end, else why it had to go."""
    buffer = bytearray()
    step, since = None, (0.0, 0.0)
    while True:
        ready, _, _ = select.select([source], [], [], TICK)
        if ready:
            block = os.read(source, 2**20)
            if not block:
                return "it ended the whole process"
            buffer += block
            if _take(run, buffer):
                return None
            if len(buffer) > run.room:
                return "its answer is too large"
        now = (time.monotonic(), _processor_time(child))
        if _at(place) != step:
            step, since = _at(place), now
        reason = _too_long(run, step, now, since)
        if reason:
            return reason


def _take(run: Run, buffer: bytearray) -> bool:
    """Move whole frames from the buffer to the run; whether the end has come."""
    while len(buffer) >= FRAME.size:
        number, length = FRAME.unpack_from(buffer)
        if len(buffer) < FRAME.size + length:
            return False
        if number == END:
            return True
        content = bytes(buffer[FRAME.size : FRAME.size + length])
        del buffer[: FRAME.size + length]
        run.keep(number, content)
    return False


def _too_long(run: Run, step: int, now: tuple[float, float], since: tuple[float, float]) -> str | None:
    limits = run.steps[min(max(step, 0), len(run.steps) - 1)]
    if now[1] - since[1] > limits.cpu or now[0] - since[0] > limits.wall:
        return f"it took longer than {limits.cpu if now[1] - since[1] > limits.cpu else limits.wall:g} seconds"
    return "there was no time left for it" if now[0] > run.deadline else None


def _processor_time(child: int) -> float:
    """Seconds of processor time that the child has used, by its own clock (see clock_getcpuclockid on Linux)."""
    return time.clock_gettime((~child << 3) | 2) if confine.ON_LINUX else 0.0


def _kill(process: int) -> None:
    """End a process (-1: all that can be seen), and wait for all that have ended."""
    with contextlib.suppress(ProcessLookupError):
        os.kill(process, signal.SIGKILL)
    with contextlib.suppress(ChildProcessError):
        while True:
            os.waitpid(-1, 0)


def _empty() -> None:
    """Remove what warming up has left in the scratch folder."""
    for entry in os.scandir():
        shutil.rmtree(entry.path) if entry.is_dir(follow_symlinks=False) else os.unlink(entry.path)


def _cleaned(mode: int) -> bool:
    """Remove the few plain files that a child left in the scratch folder; False where it is changed beyond that."""
    try:
        left = list(itertools.islice(os.scandir(), MOST_FILES + 1))
        plain = all(entry.is_file(follow_symlinks=False) for entry in left)
        if not plain or len(left) > MOST_FILES or os.stat(".").st_mode != mode:
            return False
        for entry in left:
            os.unlink(entry.path)
    except OSError:
        return False
    return True


def _to_nowhere(*descriptors: int) -> None:
    nowhere = os.open(os.devnull, os.O_RDWR)
    for descriptor in descriptors:
        os.dup2(nowhere, descriptor)
    os.close(nowhere)


def warm_up() -> None:
    """Import what notebooks import, so that no child has to; a notebook's own `check` does nothing here."""
    import gc
    import importlib
    import pkgutil

    import lib
    from lib import figures

    for package in (lib, figures):
        for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
            importlib.import_module(module.name)
    importlib.import_module("IPython.core.inputtransformer2")
    check.check = lambda *arguments, **options: None
    gc.collect()
    gc.freeze()  # so that a child's collector doesn't copy what it shares with us


if __name__ == "__main__":
    warm_up()
    main()
