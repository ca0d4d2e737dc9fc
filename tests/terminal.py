"""A course of one exercise in a folder of its own, and its command `workbook` as from a terminal.

One process imports the course's code and forks for every command, so that a hundred commands take seconds.
"""

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import threading
from dataclasses import dataclass
from pathlib import Path

from adding import EXERCISE, fill_in

from autograder.source import ROOT

SERVER = """
import contextlib, gc, json, os, resource, signal, sys, types, typer
sys.modules["jupyterlab.labapp"] = types.SimpleNamespace(main=lambda arguments: None)  # no JupyterLab in a test
from autograder import build, classroom, cli, demo, scaffold
with open(os.devnull, "w") as nowhere, contextlib.redirect_stdout(nowhere), contextlib.suppress(SystemExit):
    typer.main.get_command(cli.app).main(["build", "--help"])  # what Typer imports late
gc.freeze()
signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
for line in sys.stdin:
    job = json.loads(line)
    child = os.fork()
    if not child:
        for number in (0, 1, 2):
            os.dup2(os.open(job["ends"][number], os.O_RDONLY if number == 0 else os.O_WRONLY), number)
        if job["limit"] is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (job["limit"], job["limit"]))
        sys.stdin, sys.stdout, sys.stderr = open(0), open(1, "w"), open(2, "w")
        sys.argv = ["workbook", *job["arguments"]]
        signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGINT])
        cli.main()
        sys.exit()
    print(child, flush=True)
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""
WITHOUT = shutil.ignore_patterns("__pycache__", "week*", "keys")
DATA = ("solutions", "notebooks", "build", "lib/keys", "autograder/exercises/week5", "secret.seed", "progress.jsonl")


@dataclass(frozen=True)
class Ended:
    """How a command ended."""

    status: int
    out: str
    err: str


class Terminal:
    """A course in `folder`, with somebody at the keyboard."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.kept, self.pipes = folder, folder.with_name("kept"), folder.with_name("pipes")
        _copy_code(folder)
        self.pipes.mkdir()
        for name in ("out", "err"):
            os.mkfifo(self.pipes / name)
        self.server = subprocess.Popen(
            [sys.executable, "-c", SERVER],
            cwd=folder,
            env=os.environ | {"PYTHONPATH": str(folder), **_compiled(folder)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def close(self) -> None:
        """End the server."""
        self.server.stdin.close()
        self.server.wait()

    def run(
        self, *arguments: str, limit: int | None = None, out: str | None = None, interrupt: float | None = None
    ) -> Ended:
        """Run `workbook ...`.

        No file may grow beyond `limit` bytes. What it prints goes to the device `out`, where one is named. After
        `interrupt` seconds somebody presses Ctrl-C.
        """
        ends = ["/dev/null", out or str(self.pipes / "out"), str(self.pipes / "err")]
        job = {"arguments": arguments, "limit": limit, "ends": ends}
        print(json.dumps(job), file=self.server.stdin, flush=True)
        child = int(self.server.stdout.readline())
        if interrupt is not None:
            threading.Timer(interrupt, _press, [child]).start()
        printed: dict[str, str] = {}
        readers = [threading.Thread(target=_drain, args=(path, printed)) for path in ends[1:] if "/dev/" not in path]
        for reader in readers:
            reader.start()
        status = int(self.server.stdout.readline())
        for reader in readers:
            reader.join()
        return Ended(status, printed.get("out", ""), printed["err"])

    def keep(self) -> None:
        """Remember the course's files as they are."""
        for name in DATA:
            _copy(self.folder / name, self.kept / name)

    def restore(self) -> None:
        """Have the files as they were when `keep` was called."""
        for name in DATA:
            _remove(self.folder / name)
            _copy(self.kept / name, self.folder / name)

    def files(self) -> dict[str, bytes]:
        """All files that commands read or write, but the scratch below build/."""
        found = [path for name in DATA for path in [self.folder / name, *(self.folder / name).rglob("*")]]
        return {str(path.relative_to(self.folder)): path.read_bytes() for path in found if path.is_file()}


def _copy_code(folder: Path) -> None:
    for name in ("lib", "autograder"):
        shutil.copytree(ROOT / name, folder / name, ignore=WITHOUT)
    shutil.copy(ROOT / "autograder" / "keys.py", folder / "autograder")
    for name in ("pyproject.toml", "README.md", "LICENSE", "environment.yml", "requirements.txt"):
        shutil.copy(ROOT / name, folder)
    shutil.copytree(ROOT / "datasets", folder / "datasets")
    (folder / "solutions").mkdir()
    (folder / "solutions" / "COVERAGE.md").write_text("# What is taught where\n", encoding="utf-8")


def begin(terminal: Terminal) -> list[Ended]:
    """Make the page's course, have two learners hand in, and grade them; how each command ended."""
    folder = terminal.folder
    done = [terminal.run("new", "week", "5", "Other activations"), terminal.run("new", "exercise", EXERCISE)]
    fill_in(folder / "solutions/week5/other_activations.py", folder / "autograder/exercises/week5/leaky_relu.py")
    done.append(terminal.run("build"))
    for learner in ("ada", "ben"):
        _copy(folder / "notebooks/week5", folder / f"build/submitted/{learner}/week5")
    done.append(terminal.run("grade", "week5", "--no-sandbox"))
    terminal.keep()
    return done


def _compiled(folder: Path) -> dict[str, str]:
    """Have Python keep what it compiles, wherever the tests themselves run: many processes import the same."""
    return {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(folder.with_name("compiled"))}


def _press(child: int) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.kill(child, signal.SIGINT)


def _drain(path: str, printed: dict[str, str]) -> None:
    printed[Path(path).name] = Path(path).read_text(encoding="utf-8")


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.is_dir():
        shutil.copytree(source, target)
    elif source.exists():
        shutil.copy2(source, target)


def _remove(path: Path) -> None:
    if path.is_symlink() or path.is_file():
        path.unlink()
    elif path.exists():
        shutil.rmtree(path)
