"""What `workbook check` starts beside itself: it runs a notebook's cells and tries the exercises, step by step.

It tells each step before it begins it, so that whoever waits knows which one ended it or takes too long.
"""

import _thread
import json
import os
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread, Timer
from typing import Any, TextIO

from lib import key
from lib.attempt import Interrupted, absent
from lib.cells import Namespace, compiled
from lib.check import examine
from lib.exercise import Exercise, Quiz
from lib.panel import as_text, reason
from lib.verdict import Verdict


def main() -> None:
    """Do the steps that the folder's steps.json names, and add what came of each to its report.jsonl."""
    Thread(target=_end_with, args=(os.getppid(),), daemon=True).start()
    signal.signal(signal.SIGINT, signal.default_int_handler)  # which a shell's background job would ignore
    folder = Path(sys.argv[1])
    asked = json.loads((folder / "steps.json").read_text(encoding="utf-8"))
    with (folder / "report.jsonl").open("a", encoding="utf-8") as report:
        namespace = Namespace()
        for step in asked["steps"]:
            _tell(report, {"begin": step["id"]})
            _tell(report, {"end": step["id"]} | _done(step, namespace, asked["seconds"]))


def _end_with(parent: int) -> None:
    """End this process, whatever it is at, once the one that waits for it has gone without a word."""
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(1)


def _tell(report: TextIO, what: dict[str, Any]) -> None:
    report.write(json.dumps(what) + "\n")
    report.flush()


def _done(step: dict[str, Any], namespace: Namespace, seconds: float) -> dict[str, Any]:
    """Run a cell (its fragments), or try an exercise; what came of it."""
    if "fragments" in step:
        start = time.monotonic()
        with interrupted_after(seconds):
            _, trouble = namespace.run(compiled(step["id"], step["fragments"]))
        return {"trouble": trouble.strip(), "late": time.monotonic() - start >= seconds}
    item = key.find(step["id"])
    verdict = _verdict(item, namespace.names, seconds)
    namespace.output.taken()
    return told(verdict, as_text(verdict, item))


def told(verdict: Verdict, text: str) -> dict[str, Any]:
    """A verdict as it is sent."""
    earned = {"earned": verdict.earned, "passed": verdict.passed, "waiting": verdict.waiting}
    return earned | {"reason": reason(verdict), "text": text}


def _verdict(item: Exercise | Quiz, names: dict[str, Any], seconds: float) -> Verdict:
    if item.name not in names:
        return Verdict(item.id, item.name, item.points, problem=absent(item.name))
    try:
        with interrupted_after(seconds):
            return examine(item, names[item.name])
    except Interrupted as stopped:
        return Verdict(item.id, item.name, item.points, problem=f"It took too long. {stopped}")


@contextmanager
def interrupted_after(seconds: float) -> Iterator[None]:
    """As if somebody pressed Ctrl-C where the block takes longer."""
    timer = Timer(seconds, _thread.interrupt_main)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


if __name__ == "__main__":
    main()
