"""Who runs submissions: sandboxes on this machine, or on a Dask cluster. The interface is concurrent.futures'."""

import logging
import os
import time
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from contextlib import ExitStack
from queue import SimpleQueue
from typing import TYPE_CHECKING

from autograder import plain, worker
from autograder.inside import wire
from autograder.inside.server import MOST_BYTES, Step
from autograder.sandbox import GRACE, Returned, Sandbox, request, returned
from lib.errors import CourseError
from lib.exercise import Exercise, Quiz

if TYPE_CHECKING:
    import distributed

FORMATS = ["msgpack", "error"]  # in which results may come: never as a pickle
SECONDS_TO_CONNECT = 10
SECONDS_FOR_WORKERS = 60  # they may have been started a moment ago
MOST_ANSWER = 2 * MOST_BYTES
PATIENCE = 5.0  # how many times a submission's longest time may pass without any answer from the cluster


class ClusterLost(CourseError):
    """The cluster itself is gone: there is no use in asking it for the next submission."""


def pool_of(
    items: list[Exercise | Quiz], jobs: int | None = None, confined: bool = True, dask: str | None = None
) -> "LocalPool | DaskPool":
    """A pool for these inputs: on the cluster whose scheduler has the address `dask`, else on this machine."""
    return DaskPool(dask, items, confined) if dask else LocalPool(items, jobs, confined)


class LocalPool:
    """Sandboxes on this machine, `jobs` of them (as many as processors where nothing is said)."""

    def __init__(self, items: list[Exercise | Quiz], jobs: int | None = None, confined: bool = True) -> None:
        self.size = jobs or _processors()
        self.boxes = [Sandbox(items, confined) for _ in range(self.size)]
        self.free: SimpleQueue[Sandbox] = SimpleQueue()
        for box in self.boxes:
            self.free.put(box)
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
        box = self.free.get()
        try:
            return box.run(steps, seconds)
        finally:
            self.free.put(box)


def _processors() -> int:
    """How many this process may use; on macOS and Windows, how many there are."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class DaskPool:
    """Sandboxes on the workers of a Dask cluster, one a thread. Workers are given inputs, and only bytes are taken."""

    def __init__(self, address: str, items: list[Exercise | Quiz], confined: bool = True) -> None:
        self.address = address
        self.inputs = wire.packed({"items": items})
        self.confined = confined
        self.heard = time.monotonic()  # when the cluster last gave an answer

    def __enter__(self) -> "DaskPool":
        with ExitStack() as stack:
            stack.enter_context(plain.bytes_alone())
            self.executor = ThreadPoolExecutor()
            stack.callback(self.executor.shutdown, cancel_futures=True)
            self.client = _client(self.address)
            stack.callback(self.client.close)
            self.size = _threads(self.client, self.address)
            self.opened = stack.pop_all()
        return self

    def __exit__(self, *exception: object) -> None:
        self.opened.close()

    def submit(self, steps: list[Step], seconds: float) -> Future[Returned]:
        """Have the steps run on some worker, on another where that one is lost; the future has what came back."""
        sent = (self.inputs, request(steps, seconds), seconds, self.confined)
        try:
            answer = self.client.submit(worker.run, *sent, pure=False)
        except Exception as error:
            raise self._lost(error) from error
        return self.executor.submit(self._read, answer, PATIENCE * (seconds + GRACE))

    def _read(self, answer: "distributed.Future", patience: float) -> Returned:
        """Wait until the answer is there, however often the cluster has to begin again, unless it has gone silent."""
        while True:
            try:
                content = answer.result(timeout=GRACE)
            except TimeoutError as error:
                if time.monotonic() - self.heard > patience:
                    raise self._lost(f"no answer in {patience:g} seconds") from error
            except CancelledError as error:
                raise self._lost("its scheduler has gone") from error
            except Exception as error:
                raise CourseError(_why_refused(error)) from error
            else:
                self.heard = time.monotonic()
                return _checked(content)

    def _lost(self, reason: object) -> ClusterLost:
        return ClusterLost(f"The cluster at {self.address} is lost ({reason}); run this again to go on where it was.")


def _client(address: str) -> "distributed.Client":
    """A client that takes results as msgpack alone, and nothing to show from a worker."""
    try:
        from distributed import Client
    except ImportError as error:
        raise CourseError("Grading on a cluster needs dask: `python -m pip install -e '.[cluster]'`.") from error
    logging.getLogger("distributed").setLevel(logging.CRITICAL + 1)  # what matters is said in one sentence
    options = {"timeout": SECONDS_TO_CONNECT, "set_as_default": False, "direct_to_workers": False}
    try:
        client = Client(address, serializers=FORMATS, deserializers=FORMATS, **options)
    except (OSError, ValueError, TypeError) as error:
        raise ClusterLost(f"No Dask scheduler answers at {address}: start one with `dask scheduler`.") from error
    for topic in ("print", "warn"):
        client.unsubscribe_topic(topic)
    return client


def _threads(client: "distributed.Client", address: str) -> int:
    """How many submissions the cluster can run at a time."""
    try:
        client.wait_for_workers(1, SECONDS_FOR_WORKERS)
    except TimeoutError as error:
        raise ClusterLost(f"The cluster at {address} has no worker: start one with `dask worker {address}`.") from error
    return sum(client.nthreads().values())


def _why_refused(error: Exception) -> str:
    if "KilledWorker" in str(error):
        return "Every worker that ran it ended while it did; nothing was graded."
    return "A worker of the cluster could not run it, or sent no plain bytes: is this course installed there?"


def _checked(content: object) -> Returned:
    """What a worker sent, if it is what it should be. Raises CourseError with the worker's reason otherwise."""
    if not isinstance(content, bytes) or len(content) > MOST_ANSWER or content[:1] not in (worker.DONE, worker.FAILED):
        raise CourseError("A worker of the cluster gave back something else than an answer; nothing was graded.")
    if content[:1] == worker.FAILED:
        said = content[1:500].decode(errors="replace")
        raise CourseError("".join(letter if letter.isprintable() else " " for letter in said))
    return returned(content[1:])
