"""The teacher's side of the sandbox: starts it with bubblewrap, gives it steps, and takes back bytes."""

import contextlib
import os
import selectors
import shutil
import site
import struct
import subprocess
import sys
import sysconfig
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from autograder.inside import wire
from autograder.inside.server import Step
from lib.errors import CourseError
from lib.exercise import Exercise, Quiz

ROOT = Path(__file__).resolve().parents[1]  # as in source.py, whose imports would keep a cluster's worker waiting
INSIDE = "/course"
SCRATCH = "/scratch"  # and not /tmp, below which the course itself may lie
SCRATCH_BYTES = 16 * 2**20
TEACHERS = ("autograder", "solutions", "build", "tests", "lib/keys", "secret.seed", ".git")
HEAD = struct.Struct("<BiI")  # of a block in a reply
GRACE = 20.0  # seconds beyond a submission's own, after which the sandbox itself is taken for broken
VARIABLES = {
    "PATH": "/usr/bin:/bin",
    "LANG": "C.UTF-8",
    "MPLBACKEND": "agg",
    "OPENBLAS_NUM_THREADS": "1",  # a child may start no threads
    "OMP_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "PYTHONHASHSEED": "0",
    "PYTHONDONTWRITEBYTECODE": "1",
}


@dataclass(frozen=True)
class Returned:
    """What a sandbox gave back for one submission: by step number the bytes, or the reason why there are none."""

    frames: dict[int, bytes] = field(default_factory=dict)
    ended: dict[int, str] = field(default_factory=dict)


class Sandbox:
    """One warm Python behind bubblewrap, which runs one submission at a time.

    Use it as a context manager. Raises CourseError where bubblewrap is missing, unless `confined` is False.
    """

    def __init__(self, items: list[Exercise | Quiz], confined: bool = True) -> None:
        self.items = items
        self.command = _confined() if confined else _bare()
        self.confined = confined
        self.stopped = False
        self.process: subprocess.Popen | None = None
        self.scratch: tempfile.TemporaryDirectory | None = None

    def __enter__(self) -> "Sandbox":
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def run(self, steps: list[Step], seconds: float) -> Returned:
        """Run the steps within `seconds`. Raises CourseError where the sandbox itself breaks down, twice over."""
        return returned(self.answer(request(steps, seconds), seconds))

    def answer(self, message: bytes, seconds: float) -> bytes:
        """The answer to a request, unread. Raises CourseError as `run` does."""
        for _ in range(2):
            process = self._running()
            try:
                wire.send(process.stdin, message)
                return _reply(process, time.monotonic() + seconds + GRACE)
            except OSError as error:
                reason = error
                self.close()
                if self.stopped:
                    break
        raise CourseError(f"The sandbox broke down ({reason}); nothing was graded.")

    def stop(self) -> None:
        """End what is running, from another thread."""
        self.stopped = True
        if self.process:
            self.process.kill()

    def close(self) -> None:
        """End the sandbox and all that runs in it: kindly, so that its times are counted, then by force."""
        if self.process:
            with contextlib.suppress(OSError):
                self.process.stdin.close()
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.process.wait(2)
            self.process.kill()
            self.process.wait()
            self.process.stdout.close()
            self.process = None
        if self.scratch:
            self.scratch.cleanup()
            self.scratch = None

    def _running(self) -> subprocess.Popen:
        """The process, started again where it has ended."""
        if self.process and self.process.poll() is not None:
            self.close()
        if not self.process:
            self.process = self._start()
            wire.send(self.process.stdin, wire.packed({"items": self.items}))
        return self.process

    def _start(self) -> subprocess.Popen:
        options: dict = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
        options["start_new_session"] = True  # Ctrl-C is for us to hear
        if not self.confined:
            self.scratch = tempfile.TemporaryDirectory()
            own = VARIABLES | {"PYTHONPATH": str(ROOT), "HOME": self.scratch.name, "TMPDIR": self.scratch.name}
            options |= {"cwd": self.scratch.name, "env": os.environ | own}
        return subprocess.Popen(self.command, **options)


def is_installed() -> bool:
    """Whether bubblewrap is there."""
    return shutil.which("bwrap") is not None


def _reply(process: subprocess.Popen, deadline: float) -> bytes:
    """The next message from the process. Raises OSError where it ends or the deadline passes."""
    with selectors.DefaultSelector() as selector:
        selector.register(process.stdout, selectors.EVENT_READ)
        buffer = bytearray()
        while len(buffer) < 8 or len(buffer) < 8 + struct.unpack_from("<Q", buffer)[0]:
            if not selector.select(max(0.0, deadline - time.monotonic())):
                raise TimeoutError("it did not answer")
            block = os.read(process.stdout.fileno(), 2**20)
            if not block:
                raise OSError("it ended")
            buffer += block
    return bytes(buffer[8:])


def request(steps: list[Step], seconds: float) -> bytes:
    """What is sent to have these steps run."""
    return wire.packed({"steps": steps, "seconds": seconds})


def returned(reply: bytes) -> Returned:
    """The blocks of a reply: kind, step, length, content. Raises CourseError where it is no such thing."""
    found, start = Returned(), 0
    try:
        while start < len(reply):
            kind, number, length = HEAD.unpack_from(reply, start)
            content = reply[start + HEAD.size : start + HEAD.size + length]
            start += HEAD.size + length
            if kind:
                found.frames[number] = content
            else:
                found.ended[number] = content.decode()
    except (struct.error, ValueError) as error:
        raise CourseError(f"What the sandbox gave back can't be read ({error}).") from error
    return found


def _bare() -> list[str]:
    if not hasattr(os, "fork"):
        raise CourseError("Grading needs Linux, macOS or WSL: this system can't fork a process.")
    return [sys.executable, "-m", "autograder.inside.server"]


def _confined() -> list[str]:
    """The command line of bubblewrap around the server: read-only Python and lib, no network, no /proc."""
    bwrap = shutil.which("bwrap")
    if not bwrap:
        raise CourseError(
            "Grading runs learners' code in bubblewrap, which is not installed: `sudo apt install bubblewrap` (or dnf, "
            "pacman); or take --no-sandbox where you have read the code and trust it."
        )
    arguments = [bwrap, "--unshare-all", "--die-with-parent", "--new-session", "--as-pid-1", "--clearenv"]
    arguments += ["--cap-drop", "ALL", "--hostname", "sandbox"]  # root would keep all it may do
    for path in _visible():
        arguments += ["--ro-bind", str(path), str(path)]
    arguments += _covered()
    arguments += ["--symlink", "usr/bin", "/bin"] if not Path("/bin").exists() or Path("/bin").is_symlink() else []
    for name in ("lib", "datasets", "autograder/__init__.py", "autograder/inside"):
        arguments += ["--ro-bind", str(ROOT / name), f"{INSIDE}/{name}"]
    arguments += ["--tmpfs", f"{INSIDE}/lib/keys", "--remount-ro", f"{INSIDE}/lib/keys"]
    arguments += ["--dev", "/dev", "--remount-ro", "/dev", "--size", str(SCRATCH_BYTES), "--tmpfs", SCRATCH]
    arguments += ["--ro-bind", str(_fonts()), "/cache"]
    own = {"PYTHONPATH": INSIDE, "MPLCONFIGDIR": "/cache", "HOME": SCRATCH, "TMPDIR": SCRATCH}
    for name, value in (VARIABLES | own).items():
        arguments += ["--setenv", name, value]
    return [*arguments, "--chdir", SCRATCH, "--remount-ro", "/", sys.executable, "-m", "autograder.inside.server"]


def _fonts() -> Path:
    """Matplotlib's cache, with the list of fonts, which takes seconds to make: see matplotlib.get_cachedir."""
    base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    cache = Path(os.environ.get("MPLCONFIGDIR") or base / "matplotlib")
    if not any(cache.glob("fontlist-*.json")):
        subprocess.run([sys.executable, "-c", "import matplotlib.font_manager"], capture_output=True)
        cache.mkdir(parents=True, exist_ok=True)
    return cache


def _covered() -> list[str]:
    """What covers the teacher's side where the whole course lies below a folder that is shown, as in /usr/src."""
    if not any(ROOT.is_relative_to(path) for path in _visible()):
        return []
    there = [path for name in TEACHERS if (path := ROOT / name).exists()]
    return [argument for path in there for argument in _cover(path)]


def _cover(path: Path) -> list[str]:
    return ["--tmpfs", str(path), "--remount-ro", str(path)] if path.is_dir() else ["--ro-bind", os.devnull, str(path)]


def _visible() -> list[Path]:
    """What of the host can be seen in there: the system's libraries, Python, and its packages."""
    system = [path for path in map(Path, ("/usr", "/lib", "/lib64", "/etc/ld.so.cache")) if path.exists()]
    python = {Path(sys.prefix), Path(sys.base_prefix), *map(Path, site.getsitepackages())}
    python.add(Path(sysconfig.get_path("stdlib")).parent)
    wanted = [*system, *sorted(python)]
    return [path for path in wanted if not any(path != other and path.is_relative_to(other) for other in wanted)]
