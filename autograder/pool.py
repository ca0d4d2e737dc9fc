"""Who runs submissions: a thread a slot, each with a sandbox of its own. The interface is concurrent.futures'."""

import os
import threading
from concurrent.futures import Future, ThreadPoolExecutor

from autograder.inside.server import Step
from autograder.sandbox import Returned, Sandbox
from lib.exercise import Exercise, Quiz


class LocalPool:
    """Sandboxes on this machine, `jobs` of them (as many as processors where nothing is said)."""

    def __init__(self, items: list[Exercise | Quiz], jobs: int | None = None, confined: bool = True) -> None:
        self.size = jobs or len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else jobs or os.cpu_count()
        self.boxes = [Sandbox(items, confined) for _ in range(self.size)]
        self.free = list(self.boxes)
        self.lock = threading.Lock()
        self.executor = ThreadPoolExecutor(self.size)

    def __enter__(self) -> "LocalPool":
        return self

    def __exit__(self, *exception: object) -> None:
        for box in self.boxes:
            box.stop()
        self.executor.shutdown(wait=True, cancel_futures=True)
        for box in self.boxes:
            box.close()

    def submit(self, steps: list[Step], seconds: float) -> Future[Returned]:
        """Have the steps run; the future has what came back."""
        return self.executor.submit(self._run, steps, seconds)

    def _run(self, steps: list[Step], seconds: float) -> Returned:
        with self.lock:
            box = self.free.pop()
        try:
            return box.run(steps, seconds)
        finally:
            with self.lock:
                self.free.append(box)
