"""What a child in the sandbox can do and see; and loops that hide where an exercise refuses them."""

import errno
import time
import types
from collections.abc import Iterator

import pytest
from hostile.reading import READING

from autograder import grading, hidden, sandbox
from autograder.inside import wire
from autograder.inside.server import CELLS, Step
from autograder.keys import specs_of
from autograder.sandbox import VARIABLES, Sandbox
from autograder.source import ROOT, sources
from lib import key
from lib.errors import CourseError


@pytest.fixture(scope="module", autouse=True)
def seed() -> Iterator[None]:
    """A teacher's seed, so that none is made here."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(hidden.SEED_VARIABLE, "the-teachers-own-seed")
        yield


@pytest.fixture(scope="module")
def box() -> Iterator[Sandbox]:
    """A sandbox with the inputs of one exercise of week 2, which refuses loops."""
    with Sandbox([hidden.without_answers(key.find("w2-dot"))]) as box:
        yield box


def printed(box: Sandbox, code: str, seconds: float = 60.0) -> str:
    """What a cell prints in there, its traceback after it."""
    returned = box.run([Step("cell", [code], seconds, seconds)], seconds)
    return "".join(wire.unpacked(returned.frames[CELLS])["cell"]) if CELLS in returned.frames else str(returned.ended)


REFUSED = {
    "fork": "os.fork()",
    "thread": "__import__('_thread').start_new_thread(print, ())",
    "command": "os.execv('/usr/bin/true', ['true'])",
    "spawn": "os.posix_spawn('/usr/bin/true', ['true'], {})",
    "internet": "socket.socket(socket.AF_INET)",
    "unix": "socket.socket(socket.AF_UNIX)",
    "netlink": "socket.socket(socket.AF_NETLINK, socket.SOCK_RAW)",
    "pair": "socket.socketpair()",
    "kill": "os.kill(1, 2)",
    "kill-parent": "os.kill(os.getppid(), 9)",
    "kill-all": "os.kill(-1, 9)",
    "priority": "os.setpriority(os.PRIO_PROCESS, 1, 19)",
    "processors": "os.sched_setaffinity(1, {0})",
    "scheduler": "os.sched_setscheduler(1, os.SCHED_IDLE, os.sched_param(0))",
    "limit": "resource.setrlimit(resource.RLIMIT_CPU, (1, 1))",
    "chroot": "os.chroot('/scratch')",
    "rights-of-a-device": "os.chmod('/dev/null', 0o666)",
    "rights-of-nowhere": "os.fchmod(0, 0o666)",
    "owner": "os.chown('/dev/null', os.getuid(), os.getgid())",
    "time": "os.utime('/dev/null')",
    "attribute": "os.setxattr('/scratch', 'user.a', b'b')",
    "memory": "os.memfd_create('a')",
    "unshare": "done(libc.unshare(0x10000000))",
    "mount": "done(libc.mount(b'proc', b'/scratch', b'proc', 0, None))",
    "trace": "done(libc.ptrace(16, 1, 0, 0))",
    "trace-me": "done(libc.ptrace(0, 0, 0, 0))",
    "read-memory": "done(libc.process_vm_readv(1, None, 0, None, 0, 0))",
    "shared-memory": "done(libc.shmget(7, 100, 0o1600))",
    "semaphore": "done(libc.semget(7, 1, 0o1600))",
    "messages": "done(libc.msgget(7, 0o1600))",
    "other-abi": "done(libc.syscall(0x40000000 + 39))",
}
CALLS = """
import ctypes, os, resource, socket
libc = ctypes.CDLL(None, use_errno=True)
def done(result):
    if result < 0: raise OSError(ctypes.get_errno(), "refused")
try:
    {}
    print("done")
except OSError as error:
    print(error.errno)
except (RuntimeError, ValueError) as error:
    print(error)
"""


@pytest.mark.parametrize("call", REFUSED.values(), ids=REFUSED)
def test_a_call_is_refused(box, call):
    refusals = {str(errno.EPERM), "can't start new thread", "not allowed to raise maximum limit"}
    assert printed(box, CALLS.format(call)).strip() in refusals


def test_it_has_no_capabilities(box):
    code = """
import ctypes
header, data = (ctypes.c_uint32 * 2)(0x20080522, 0), (ctypes.c_uint32 * 6)()
ctypes.CDLL(None).capget(header, data)
print(list(data))
"""
    assert printed(box, code).strip() == str([0] * 6)


def test_its_environment_is_ours(box):
    code = "import os\nprint(*sorted(os.environ), sep='\\n')"
    allowed = {*VARIABLES, "PYTHONPATH", "MPLCONFIGDIR", "HOME", "TMPDIR", "PWD", "LC_CTYPE"}
    assert set(printed(box, code).split()) <= allowed


def test_it_has_one_way_out_and_an_empty_folder(box):
    code = """
import os
def is_open(number):
    try: os.fstat(number)
    except OSError: return False
    return True
print(sum(map(is_open, range(3, 4096))), os.listdir("."), os.getcwd())
"""
    assert printed(box, code).strip() == "1 [] /scratch"


WALK = """
import os
for folder, _, names in os.walk("/"):
    packages = folder.startswith("/usr/") or "site-packages" in folder
    for path in [os.path.join(folder, name) for name in names]:
        for word in {names!r}:
            if word in path: print("FOUND", word, path)
        if packages or os.path.islink(path) or not os.path.isfile(path) or os.path.getsize(path) > 2 ** 22:
            continue
        with open(path, "rb") as file: text = file.read()
        for word in {wanted!r}:
            if word.encode() in text: print("FOUND", word, path)
"""
KNOWN = "A value as JSON and numbers, each with its length before it."  # a line of wire.py, which is there


def test_all_that_can_be_seen_holds_no_answer(box):
    [source] = sources("week1")
    hints = [spec.mistakes[0].hint[:40] for spec in specs_of("week1").values() if hasattr(spec, "mistakes")]
    lines = [line for reference in source.references.values() for line in reference.code.splitlines() if len(line) > 50]
    names = ["/solutions/week", "/exercises/week", "secret.seed", "/lib/keys/", str(ROOT / "build")]
    found = printed(box, WALK.format(wanted=[*hints, *lines, hidden.secret_seed(), KNOWN], names=names), 300.0)
    assert found.splitlines() == [f"FOUND {KNOWN} /course/autograder/inside/wire.py"]


def test_nobody_finds_the_last_ones_work_in_memory(box):
    scan = READING["own-memory-for-others-work"].answers["w1-neuron"]
    printed(box, f"# WORDS OF ANOTHER\n{'x = 1 # WORDS OF ANOTHER' * 1000}\nprint('WORDS OF ANOTHER' * 100)")
    found = printed(box, f"import numpy as np\n{scan}")
    assert "TRIED" in found and "REACHED" not in found


def test_the_scan_would_find_it(box):
    scan = READING["own-memory-for-others-work"].answers["w1-neuron"]
    assert "REACHED" in printed(box, f"import numpy as np\nkept = ''.join(['WORDS OF', ' ANOTHER'])\n{scan}")


def test_a_cell_that_ends_the_process_ends_alone(box):
    steps = [Step("a", ["import os"]), Step("b", ["os._exit(0)"]), Step("c", ["print('here')"])]
    returned = box.run(steps, 60.0)
    assert list(returned.ended) == [1] and wire.unpacked(returned.frames[CELLS])["c"] == ("here\n", "")


def test_a_submission_ends_in_its_time_whatever_its_steps_take(box):
    waits = "import time\ntime.sleep(2)"
    start = time.monotonic()
    returned = box.run([Step(f"cell-{number}", [waits], 9.0, 9.0) for number in range(20)], 3.0)
    assert time.monotonic() - start < 8
    assert returned.ended[19] == "there was no time left for it"


def test_a_course_below_a_visible_folder_is_covered(monkeypatch):
    """As where it lies in /usr/src, which is in /usr."""
    visible = [path for path in sandbox._visible() if not path.is_relative_to(ROOT)]
    monkeypatch.setattr(sandbox, "_visible", lambda: [*visible, ROOT])
    look = "import os\nfor name in {}: print(os.path.isdir(name) and os.listdir(name))"
    folders = [str(ROOT / name) for name in ("autograder", "solutions", "tests", "lib/keys")]
    with Sandbox([]) as box:
        assert printed(box, look.format(folders)).split() == ["[]"] * 4


def test_without_bubblewrap_it_says_what_to_do(monkeypatch):
    monkeypatch.setattr("shutil.which", lambda name: None)
    with pytest.raises(CourseError, match="sudo apt install bubblewrap"):
        Sandbox([])


LOOP = """
    total = 0.0
    for i in range(len(a)):
        total += a[i] * b[i]
    return total
"""
LOOPS = {
    "plain": f"def dot(a, b):{LOOP}",
    "finder-patched": f"""
import lib.attempt, lib.loops
lib.attempt.loop_in = lib.loops.loop_in = lib.loops.loop_in_text = lib.loops._loop_in_code = lambda *arguments: None
def dot(a, b):{LOOP}""",
    "unwrapped": f"""
def dot(a, b):{LOOP}
dot.__wrapped__ = lambda a, b: a @ b""",
    "wraps": f"""
import functools
def wrap(function):
    @functools.wraps(lambda a, b: a @ b)
    def dot(a, b): return function(a, b)
    return dot
@wrap
def dot(a, b):{LOOP}""",
    "partial": f"""
import functools
def loop(c, a, b):{LOOP}
dot = functools.partial(loop, None)""",
    "cached": f"""
import functools
@functools.singledispatch
def dot(a, b):{LOOP}""",
    "callable": f"""
class Dot:
    def __call__(self, a, b):{LOOP.replace(chr(10), chr(10) + "    ")}
dot = Dot()""",
    "method": f"""
class Maths:
    @staticmethod
    def product(a, b):{LOOP.replace(chr(10), chr(10) + "    ")}
dot = Maths.product""",
    "helper": f"""
def helper(a, b):{LOOP}
def between(a, b): return helper(a, b)
def dot(a, b): return between(a, b)""",
    "lambda": "dot = lambda a, b: sum(x * y for x, y in zip(a, b))",
    "map": "def dot(a, b): return sum(map(float.__mul__, map(float, a), map(float, b)))",
    "vectorize": "def dot(a, b): return np.vectorize(lambda x, y: x * y)(a, b).sum()",
    "executed": f'exec("""def dot(a, b):{LOOP}""")',
    "long-name": f"def {'x' * 9 * 10**6}(a, b):{LOOP}\ndot = {'x' * 9 * 10**6}",
    "facts-patched": f"""
import sys
place = sys._getframe()
while place:
    place.f_globals["loop_in_text"] = place.f_globals["_loops"] = lambda *arguments: None
    place = place.f_back
def dot(a, b):{LOOP}""",
}


def judged(box: Sandbox, cells: list[str]) -> float:
    """What an answer to w2-dot earns."""
    steps = [Step(f"cell-{number}", [f"import numpy as np\n{code}"]) for number, code in enumerate(cells)]
    steps.append(Step("w2-dot"))
    items = types.SimpleNamespace(items={"w2-dot": key.find("w2-dot")})
    return grading.verdicts(box.run(steps, 60.0), steps, types.SimpleNamespace(key=items))["w2-dot"].earned


def test_without_a_loop_it_earns_its_point(box):
    assert judged(box, ["def dot(a, b): return a @ b"]) == key.find("w2-dot").points


@pytest.mark.parametrize("code", LOOPS.values(), ids=LOOPS)
def test_a_hidden_loop_earns_nothing(box, code):
    assert judged(box, [code]) == 0
