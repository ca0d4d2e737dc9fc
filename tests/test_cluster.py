"""`workbook grade --dask`: a real scheduler and workers over TCP. One is killed in the middle, one sends pickles."""

import json
import os
import pickle
import shutil
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext

import numpy as np
import pytest
from typer.testing import CliRunner

from autograder import classroom, cli, gradebook, hidden, plain, pool, submissions, worker
from autograder.inside import wire
from autograder.inside.server import Step
from autograder.sandbox import request
from autograder.source import sources
from lib.errors import CourseError

WEEK = "week1"
SOURCE = sources(WEEK)[0]
NAME = f"{SOURCE.path.stem}.ipynb"
CLASS = [f"learner-{number:02}" for number in range(12)]
SLOW = {"cell_type": "code", "id": "slow", "metadata": {}, "outputs": [], "source": "import time\ntime.sleep(0.4)"}

# A worker that was broken into: whoever unpickles what it sends leaves a file that is named by its process.
LIAR = """
import os
import pickle

import distributed.worker
from autograder import worker
from autograder.inside import wire
from distributed.protocol import Serialized, serialize

MARK = f"import os; open({os.environ['MARKS']!r} + str(os.getpid()), 'w')"


class Evil(Exception):
    def __reduce__(self):
        return exec, (MARK,)


def lie(inputs, request, seconds, confined):
    kind = wire.unpacked(request)["steps"][0].id
    if kind == "raise":
        raise Evil
    if kind == "silent":
        import time
        time.sleep(600)
    evil = Serialized(*serialize(Evil(), serializers=["pickle"]))
    return {"pickle": evil, "text": "full marks", "torn": b"+torn", "worse": b"-sorry\\x1b[2J"}[kind]


def error_message(error, status="error"):
    evil = distributed.worker.to_serialize(pickle.dumps(Evil()))
    return {"status": status, "exception": evil, "traceback": evil, "exception_text": "", "traceback_text": ""}


worker.run = lie
distributed.worker.error_message = error_message
"""


class Cluster:
    """A scheduler and its workers, each a process of its own."""

    def __init__(self, folder):
        self.folder = folder
        self.processes = []
        self.scheduler = self._start("scheduler", "--host", "127.0.0.1", "--port", "0")
        while not (folder / "scheduler.json").exists():
            assert self.scheduler.poll() is None, (folder / "log").read_text()
            time.sleep(0.05)
        self.address = json.loads((folder / "scheduler.json").read_text())["address"]

    def worker(self, *options):
        """Start a worker of one thread."""
        return self._start(
            "worker", "--nthreads", "1", "--no-nanny", "--local-directory", str(self.folder / "scratch"), *options
        )

    def _start(self, role, *options):
        command = [sys.executable, "-m", "dask", role, "--scheduler-file", str(self.folder / "scheduler.json")]
        variables = {name: value for name, value in os.environ.items() if name != hidden.SEED_VARIABLE}
        variables["MARKS"] = str(self.folder / "ran-in-")
        with (self.folder / "log").open("ab") as log:
            process = subprocess.Popen([*command, "--no-dashboard", *options], stdout=log, stderr=log, env=variables)
        self.processes.append(process)
        return process

    def stop(self):
        for process in reversed(self.processes):
            process.terminate()
        for process in self.processes:
            try:
                process.wait(5)
            except subprocess.TimeoutExpired:  # a liar who sleeps
                process.kill()
                process.wait()


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """A course folder with a class's submissions, of all sorts, each of which takes its time."""
    root = tmp_path_factory.mktemp("course")
    classroom.prepare(root, WEEK)
    for number, student in enumerate(CLASS):
        path = root / "submitted" / student / WEEK / NAME
        answers = submissions.mixed_answers(SOURCE, np.random.default_rng(number))
        submissions.submit(root / "release" / WEEK / NAME, answers, path)
        notebook = json.loads(path.read_text(encoding="utf-8"))
        path.write_text(json.dumps(notebook | {"cells": [SLOW, *notebook["cells"]]}), encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def liars(tmp_path_factory):
    """A cluster whose only worker is not to be trusted."""
    made = Cluster(tmp_path_factory.mktemp("liars"))
    (made.folder / "liar.py").write_text(LIAR, encoding="utf-8")
    made.worker("--preload", str(made.folder / "liar.py"))
    yield made
    made.stop()


def test_a_cluster_gives_the_same_scores_though_a_worker_is_killed(course, tmp_path):
    """The worker is killed as the second row comes: it is in the middle of a submission then."""
    cluster = Cluster(tmp_path)
    try:
        workers = [cluster.worker(), cluster.worker()]
        local, far = tmp_path / "local", tmp_path / "far"
        shutil.copytree(course, local)
        shutil.copytree(course, far)
        classroom.grade(local, WEEK)
        rows = []

        def kill_one(row):
            rows.append(row)
            if len(rows) == 2:
                workers[0].kill()

        classroom.grade(far, WEEK, dask=cluster.address, done=kill_one)
        assert workers[0].wait(5) == -9 and workers[1].poll() is None
    finally:
        cluster.stop()
    assert [row.student for row in rows] == CLASS and not [row.problem for row in rows if row.problem]
    assert gradebook.scores(far, WEEK) == gradebook.scores(local, WEEK)
    assert len({row.earned for row in rows}) > 6
    for student in CLASS:
        there = [root / "autograded" / student / WEEK / NAME for root in (local, far)]
        assert there[0].read_bytes() == there[1].read_bytes()


def test_what_is_sent_holds_inputs_alone(course):
    """No expected value, no mistake, no fingerprint of an answer, no seed; and the function goes by its name."""
    key = classroom.assignment_of(course, SOURCE).key
    sent = pool.DaskPool("tcp://nobody:1", key.inputs).inputs
    for item in wire.unpacked(sent)["items"]:
        assert not getattr(item, "questions", {}) and not getattr(item, "mistakes", [])
        cases = [case for part in getattr(item, "parts", []) for case in part.cases]
        assert [case.expected for case in cases] == [None] * len(cases)
    assert hidden.secret_seed().encode() not in sent and b"### " not in sent
    assert b"autograder.worker" in pickle.dumps(worker.run) and len(pickle.dumps(worker.run)) < 60


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("pickle", "sent no plain bytes"),
        ("raise", "sent no plain bytes"),
        ("text", "something else than an answer"),
        ("torn", "can't be read"),
        ("worse", r"sorry \[2J"),
    ],
)
def test_pickles_of_a_worker_are_refused(liars, kind, said):
    with pool.DaskPool(liars.address, []) as cluster, pytest.raises(CourseError, match=said):
        cluster.submit([Step(kind, ["pass"])], 1.0).result(60)
    assert not (liars.folder / f"ran-in-{os.getpid()}").exists()


def test_without_the_refusal_they_would_run(liars, monkeypatch):
    """So that the test above tells something: by what Dask offers to restrict alone, an exception is unpickled."""
    monkeypatch.setattr(plain, "bytes_alone", nullcontext)
    with pool.DaskPool(liars.address, []) as cluster, pytest.raises(CourseError):
        cluster.submit([Step("raise", ["pass"])], 1.0).result(60)
    (liars.folder / f"ran-in-{os.getpid()}").unlink()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (worker.DONE + b"torn", "can't be read"),
        (worker.DONE + b"\0\0\0\0\0\1\0\0\0\xff", "can't be read"),
        (worker.FAILED + b"no bubblewrap\x1b[2J" + b"!" * 1000, r"^no bubblewrap \[2J!{100,500}$"),
        (b"", "something else"),
        ("+text", "something else"),
    ],
)
def test_what_is_no_answer_is_refused(content, said):
    with pytest.raises(CourseError, match=said):
        pool._checked(content)


def test_no_pickle_can_name_anything():
    """Neither by any of pickle's ways to name, nor in another thread."""
    names = [pickle.dumps(os.getcwd, protocol) for protocol in range(6)] + [b"(S'ls'\nios\nsystem\n."]
    with plain.bytes_alone():
        for content in names:
            with pytest.raises(TypeError, match="a pickle names"):
                pickle.loads(content)
        with ThreadPoolExecutor() as another, pytest.raises(TypeError, match="a pickle names"):
            another.submit(pickle.loads, names[0]).result()
        plain_values = {"a": [b"bytes", 1, 2.0, "text", None]}
        assert pickle.loads(pickle.dumps(plain_values)) == plain_values
    assert pickle.loads(names[0]) is os.getcwd


def test_a_worker_without_bubblewrap_says_so(monkeypatch):
    monkeypatch.setattr("shutil.which", lambda name: None)
    answer = worker.run(wire.packed({"items": []}), request([Step("a", ["1"])], 1.0), 1.0, True)
    with pytest.raises(CourseError, match="bubblewrap"):
        pool._checked(answer)


def test_a_worker_keeps_its_sandbox_warm_until_other_inputs_come():
    one, two = wire.packed({"items": []}), wire.packed({"items": [], "week": 2})
    message = request([Step("a", ["print(1)"])], 5.0)
    worker.run(one, message, 5.0, True)
    [box] = worker._free[one, True]
    process = box.process
    worker.run(one, message, 5.0, True)
    assert worker._free[one, True] == [box] and box.process is process
    worker.run(two, message, 5.0, True)
    assert not worker._free[one, True] and process.poll() is not None
    worker._of_these_alone(one, True)


def test_a_lost_scheduler_ends_the_run_with_a_sentence(tmp_path, monkeypatch):
    monkeypatch.setattr(pool, "SECONDS_FOR_WORKERS", 1)
    cluster = Cluster(tmp_path)
    try:
        with pytest.raises(pool.ClusterLost, match="has no worker: start one with `dask worker tcp://127"):
            pool.DaskPool(cluster.address, []).__enter__()
        (tmp_path / "liar.py").write_text(LIAR, encoding="utf-8")
        cluster.worker("--preload", str(tmp_path / "liar.py"))
        monkeypatch.setattr(pool, "SECONDS_FOR_WORKERS", 60)
        with pool.DaskPool(cluster.address, []) as far, pytest.raises(pool.ClusterLost, match=r"is lost \("):
            answer = far.submit([Step("silent", ["pass"])], 1.0)
            cluster.scheduler.kill()
            answer.result(60)
    finally:
        for process in cluster.processes:
            process.kill()
            process.wait()


def test_a_silent_cluster_ends_the_run_with_a_sentence(liars, monkeypatch):
    monkeypatch.setattr(pool, "GRACE", 0.5)
    with pool.DaskPool(liars.address, []) as far, pytest.raises(pool.ClusterLost, match="no answer in"):
        far.submit([Step("silent", ["pass"])], 0.1).result(60)


def test_no_scheduler_and_no_dask_are_said_in_a_sentence(monkeypatch):
    monkeypatch.setattr(pool, "SECONDS_TO_CONNECT", 1)
    for address in ("tcp://127.0.0.1:1", "nonsense://x"):
        with pytest.raises(pool.ClusterLost, match="No Dask scheduler answers at"):
            pool.DaskPool(address, []).__enter__()
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(CourseError, match=r"pip install -e '\.\[cluster\]'"):
        pool.DaskPool("tcp://127.0.0.1:1", []).__enter__()


def test_the_command_hands_both_addresses_on(monkeypatch):
    asked = {}
    monkeypatch.setattr(classroom, "grade", lambda *arguments, **options: asked.update(options) or [])
    CliRunner().invoke(cli.app, ["grade", WEEK, "--dask", "tcp://a:1", "--db", "postgresql://b/c"])
    assert asked["dask"] == "tcp://a:1" and asked["database"] == "postgresql://b/c"
