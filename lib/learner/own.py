"""Grade a learner's own notebook here, with the public key, without changing it."""

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TextIO

from lib import course, files, recovery
from lib.course import Notebook
from lib.errors import CourseError
from lib.learner.reset import unreadable
from lib.notebook import is_written
from lib.recovery import Restored

SECONDS = 120.0  # for a notebook in all
STEP_SECONDS = 10.0  # for one cell, and for trying one exercise
GRACE = 3.0  # for a step to end when its time is over, before the whole process is ended
TICK = 0.05
LATE = "It took too long. Is there a loop that does not end?"
NO_TIME = "There was no time left for it: what comes before it took too long."

Step = dict[str, Any]  # an id, and the fragments to run where it is no exercise


@dataclass(frozen=True)
class Tried:
    """What an exercise came to."""

    id: str
    points: float
    earned: float = 0.0
    passed: bool = False
    waiting: bool = False  # it is not done yet
    reason: str = ""  # what to see to first
    text: str = ""  # the panel


@dataclass(frozen=True)
class Report:
    """What a notebook came to: every exercise, the answers in words, and what else there is to say of it."""

    notebook: Notebook
    tried: list[Tried]
    written: dict[str, bool]  # by answer in words, whether there is one
    repairs: list[str]

    @property
    def earned(self) -> float:
        """The points in all."""
        return sum(each.earned for each in self.tried)

    @property
    def next(self) -> Tried | None:
        """What to see to first: what was begun, and else the first that is to do."""
        open_ones = [each for each in self.tried if not each.passed]
        return next((each for each in open_ones if not each.waiting), next(iter(open_ones), None))


@dataclass
class Run:
    """A notebook on its way: what is known of each step, and which had to be left out and why."""

    deadline: float
    ends: dict[str, Step] = field(default_factory=dict)
    stopped: dict[str, str] = field(default_factory=dict)
    begun: str | None = None  # in the process that is at work
    done: str | None = None


def check(notebook: Notebook, path: Path | None = None, step: Callable[[str], None] = lambda name: None) -> Report:
    """Run the learner's notebook, or the one at `path`, and try every exercise; `step` is told what is at work.

    Raises CourseError where the file is missing or is no notebook.
    """
    path = path or notebook.path
    restored = restore(notebook, path)
    run = _run(list(_steps(restored, notebook)), path.parent, step)
    tried = [_tried(name, points, run) for name, points in notebook.points.items()]
    written = {place.cell["id"]: not place.untouched for place in restored.places if is_written(place.cell)}
    return Report(notebook, tried, written, restored.repairs)


def restore(notebook: Notebook, path: Path) -> Restored:
    """The learner's notebook in the course's form. Raises CourseError where it can't be read."""
    if not path.is_file():
        raise CourseError(f"{files.shown(path)} is missing: `workbook reset {notebook.week}` puts it back.")
    try:
        return recovery.restore(recovery.read(path), notebook.cells)
    except CourseError as error:
        raise (unreadable(notebook) if path == notebook.path else error) from None


def notebook_of(path: Path) -> Notebook:
    """Which of the course's notebooks this file is: by its name, or by the cells it has."""
    known = course.notebooks()
    for notebook in known:
        if notebook.released.name == path.name:
            return notebook
    ids = {cell["id"] for cell in recovery.read(path)}
    shared = {notebook: sum(cell["id"] in ids for cell in notebook.cells) for notebook in known}
    best = max(known, key=lambda notebook: shared[notebook])
    if not shared[best]:
        raise CourseError(f"{path} is none of the course's notebooks: none of its cells is.")
    return best


def _steps(restored: Restored, notebook: Notebook) -> Iterator[Step]:
    """What is to be run and tried, in the notebook's order."""
    for place in restored.places:
        name = place.cell.get("id", "top")
        if name in notebook.points:
            yield {"id": name}
            name = f"{name}-own"
        if place.code:
            yield {"id": name, "fragments": place.code}


def _tried(name: str, points: float, run: Run) -> Tried:
    if name in run.stopped:
        return Tried(name, points, reason=run.stopped[name], text=f"{name}: {run.stopped[name]}")
    end = run.ends[name]
    cell = f"{name}-code"
    trouble = [run.ends.get(cell, {}).get("trouble"), run.stopped.get(cell)]
    if any(trouble) and not end["passed"]:
        told = "\n".join(filter(None, trouble))
        end |= {"text": f"{end['text']}\n\nIts cell:\n{told}", "reason": told.splitlines()[-1]}
    return Tried(name, points, **end)


def _run(steps: list[Step], folder: Path, step: Callable[[str], None]) -> Run:
    """Processes one after the other, each without what ended those before it, until one comes to the end."""
    run = Run(time.monotonic() + SECONDS)
    while (reason := _one_process(run, [each for each in steps if _to_do(each, run)], folder, step)) is not None:
        if time.monotonic() > run.deadline:
            run.stopped |= {each["id"]: NO_TIME for each in steps if each["id"] not in run.ends}
            break
        run.stopped[run.begun] = reason
    return run


def _to_do(step: Step, run: Run) -> bool:
    """A cell is run in every process, an exercise tried until it has an answer."""
    return step["id"] not in run.stopped and ("fragments" in step or step["id"] not in run.ends)


def _one_process(run: Run, steps: list[Step], folder: Path, step: Callable[[str], None]) -> str | None:
    """Have a process of its own do these steps; None where it came to the end, else why it had to go."""
    if not steps:
        return None
    run.begun = run.done = None
    with tempfile.TemporaryDirectory(prefix="workbook-") as scratch:
        asked = {"steps": steps, "seconds": STEP_SECONDS}
        Path(scratch, "steps.json").write_text(json.dumps(asked), encoding="utf-8")
        report = Path(scratch, "report.jsonl")
        report.touch()
        process = _started(scratch, folder)
        try:
            with report.open(encoding="utf-8") as lines:
                return _watched(process, lines, run, steps[-1]["id"], step)
        finally:
            _end(process)


def _started(scratch: str, folder: Path) -> subprocess.Popen:
    """The process, in the notebook's folder as its kernel is; without windows, input or a terminal."""
    paths = [str(files.ROOT), os.environ.get("PYTHONPATH", "")]
    environment = os.environ | {"MPLBACKEND": "agg", "PYTHONPATH": os.pathsep.join(filter(None, paths))}
    return subprocess.Popen(
        [sys.executable, "-m", "lib.learner.inside", scratch],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def _watched(process: subprocess.Popen, lines: TextIO, run: Run, last: str, step: Callable[[str], None]) -> str | None:
    """Read what the process tells until its last step is done; None then, else why it had to go."""
    ended, said, since = False, "", time.monotonic()
    while True:
        *whole, said = (said + lines.read()).split("\n")
        for message in map(json.loads, whole):
            since = time.monotonic()
            _take(message, run, step)
        if run.done == last:
            return None
        if ended:
            return _ended(run)
        if reason := _too_long(run, since):
            return reason
        ended = process.poll() is not None  # what it wrote before that is still to be read
        time.sleep(0 if ended else TICK)


def _take(message: Step, run: Run, step: Callable[[str], None]) -> None:
    if "begin" in message:
        run.begun = message["begin"]
        step(run.begun)
    else:
        run.done = message.pop("end")
        run.ends[run.done] = message
        if message.get("late"):  # so that it need not be waited for again
            run.stopped[run.done] = LATE


def _ended(run: Run) -> str:
    """Raises CourseError where it is not a step that ended the process."""
    if run.begun is None:
        raise CourseError("Python could not start a process for the notebook: is the folder lib/ whole?")
    return "It ended the whole process."


def _too_long(run: Run, since: float) -> str | None:
    now = time.monotonic()
    if run.begun and now - since > STEP_SECONDS + GRACE:
        return LATE
    return NO_TIME if now > run.deadline else None


def _end(process: subprocess.Popen) -> None:
    """End the process and what it started."""
    if hasattr(os, "killpg"):
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.wait()
