"""The host, and whoever is graded next."""

from hostile import ATTACKED, RIGHT, WRONG, Hostile, forged, trying

SCRIPT = "<script>stolen()</script><img src=x onerror=stolen()><a href='javascript:stolen()'>1</a>"
LINKS = "[1](javascript:stolen()) [2][two] [3](JaVaScRiPt&colon;stolen())\n\n[two]: javascript:stolen()"
MARKDOWN = f"{SCRIPT}\n\n{LINKS}\n\n<svg/onload=stolen()><iframe srcdoc='<script>stolen()</script>'>"


def _written(notebook: dict) -> None:
    """A script in the answers in words, in a cell of one's own, and in ids and metadata."""
    for cell in notebook["cells"]:
        marks = cell["metadata"].get("nbgrader", {})
        if marks.get("grade") and marks.get("solution"):
            cell["source"] = MARKDOWN
    own = {
        "cell_type": "markdown",
        "id": "<script>stolen()</script>",
        "metadata": {"tags": [SCRIPT]},
        "source": MARKDOWN,
    }
    output = {"output_type": "display_data", "data": {"text/html": SCRIPT}, "metadata": {}}
    shown = {"cell_type": "code", "metadata": {}, "source": "1", "outputs": [output], "execution_count": None}
    notebook["cells"] += [own, own | {"cell_type": "raw"}, shown]


REACHING: dict[str, Hostile] = {
    "network": trying("""
        import socket, urllib.request
        for family in (socket.AF_INET, socket.AF_INET6, socket.AF_UNIX, 16, 17):
            for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM, socket.SOCK_RAW):
                reached("socket", socket.socket, family, kind)
        reached("pair", socket.socketpair)
        reached("connection", socket.create_connection, ("127.0.0.1", 22), 1)
        reached("page", urllib.request.urlopen, "http://127.0.0.1/", None, 1)
    """),
    "writing": trying("""
        import os
        for place in ("/", "/course", "/course/lib", "/course/lib/keys", "/course/datasets", "/cache", "/usr", "/etc",
                      "/dev", "/dev/shm", "/dev/pts", "/home", "@COURSE@", "@CLASS@", "@COURSE@/.venv"):
            reached(place, open, os.path.join(place, "left_behind"), "w")
            reached(place, os.mkdir, os.path.join(place, "left_behind_too"))
            reached(place, os.symlink, "/scratch", os.path.join(place, "left_behind_link"))
            reached(place, lambda: os.chmod(place, 0o777) or True)
        for name in ("null", "zero", "full", "random", "urandom", "tty", "ptmx", "pts"):
            place = os.path.join("/dev", name)
            reached(place, lambda: os.chmod(place, os.stat(place).st_mode & 0o7777) or True)
            reached(place, lambda: os.chown(place, os.getuid(), os.getgid()) or True)
            reached(place, lambda: os.utime(place) or True)
        reached("nowhere", lambda: os.fchmod(0, 0o666) or True)
        for name in (np.__file__, os.__file__, "/course/lib/check.py", "/course/autograder/inside/server.py"):
            reached(name, open, name, "r+")
            reached(name, lambda: os.rename(name, name + "x") or True)
    """),
    "files-left": trying("""
        import os
        for name in ("left", ".hidden", "numpy.py", "lib.py", "x" * 200, "a\\nb"):
            open(os.path.join("/scratch", name), "w").write("left behind")
        open(os.fsencode("/scratch/") + b"\\xff", "w").close()
    """),
    "folders-left": trying("""
        import os
        os.makedirs("/scratch/.cache/left", exist_ok=True); os.makedirs("/scratch/left/deep")
    """),
    "pipes-left": trying("import os; os.mkfifo('/scratch/pipe')\n"),
    "links-left": trying("""
        import os
        os.symlink("/course/lib", "/scratch/link"); os.symlink("/scratch/loop", "/scratch/loop")
        reached("through the link", open, "/scratch/link/left_behind", "w")
    """),
    "many-files-left": trying("""
        for number in range(5000):
            open(f"/scratch/{number}", "w").close()
    """),
    "scratch-closed": trying("import os; reached('closed', lambda: os.chmod('/scratch', 0) or True)\n"),
    "scratch-read-only": trying("import os; reached('closed', lambda: os.chmod('/scratch', 0o555) or True)\n"),
    "scratch-marked": trying("""
        import os
        for name in ("user.left", "trusted.left", "security.left", "system.posix_acl_access"):
            reached(name, lambda: os.setxattr("/scratch", name, b"left") or True)
    """),
    "modules-changed": trying("""
        import builtins, os, sys
        np.left_behind = builtins.left_behind = os.left_behind = True
        os.environ["LEFT_BEHIND"] = "1"; sys.path.insert(0, "/scratch"); sys.setrecursionlimit(200)
    """),
    "shared-memory": trying("""
        import ctypes, multiprocessing, os
        from multiprocessing import shared_memory
        reached("block", shared_memory.SharedMemory, "left", True, 100)
        reached("semaphore", multiprocessing.Lock)
        libc = ctypes.CDLL(None, use_errno=True)
        for number, arguments in ((29, (7, 100, 0o1600)), (64, (7, 1, 0o1600)), (68, (7, 0o1600)), (319, (b"x", 0))):
            reached(f"call {number}", lambda: libc.syscall(number, *arguments) >= 0)
        reached("queue", lambda: libc.syscall(240, b"left", 0o102, 0o600, None) >= 0)
        reached("key", lambda: libc.syscall(248, b"user", b"left", b"x", 1, -3) >= 0)
    """),
    "processes": trying("""
        import ctypes, os, subprocess, threading
        libc = ctypes.CDLL(None, use_errno=True)
        def forked():
            process = os.fork()
            if process == 0: os._exit(0)
            return process
        reached("fork", forked)
        reached("command", subprocess.run, ["/usr/bin/true"])
        reached("shell", lambda: os.system("true") == 0)
        reached("spawn", os.posix_spawn, "/usr/bin/true", ["true"], {})
        reached("exec", os.execv, "/usr/bin/true", ["true"])
        reached("thread", lambda: threading.Thread(target=print).start() or True)
        for number in (56, 57, 58, 435): reached(f"call {number}", lambda: libc.syscall(number, 17, 0, 0, 0, 0) > 0)
        for number in (0x40000000 + 57, 0x40000000 + 39): reached("x32", lambda: libc.syscall(number) > 0)
    """),
    "signals": trying("""
        import os, signal
        for number in [*range(1, 32), 34, 64]:
            for process in (1, os.getppid(), -1, 0, os.getpid() - 1):
                reached(f"signal {number} to {process}", lambda: os.kill(process, number) or True)
            reached("group", lambda: os.killpg(os.getpgid(0), number) or True)
    """),
    "namespaces": trying("""
        import ctypes
        libc = ctypes.CDLL(None, use_errno=True)
        for flag in (0x10000000, 0x00020000, 0x40000000, 0x20000000, 0x02000000, 0x7E020000):
            reached("unshare", lambda: libc.unshare(flag) == 0)
        reached("proc", lambda: libc.mount(b"proc", b"/scratch", b"proc", 0, None) == 0)
        reached("bind", lambda: libc.mount(b"/course", b"/scratch", None, 4096, None) == 0)
        reached("writable", lambda: libc.mount(None, b"/", None, 32, None) == 0)
        reached("keys", lambda: libc.umount2(b"/course/lib/keys", 2) == 0)
        reached("chroot", lambda: libc.chroot(b"/scratch") == 0)
        reached("pivot", lambda: libc.syscall(155, b"/scratch", b"/scratch") == 0)
        reached("name", lambda: libc.sethostname(b"left", 4) == 0)
        for number in (428, 430, 432, 442, 308, 304, 321, 298, 425, 323, 175, 246, 169, 170):
            reached(f"call {number}", lambda: libc.syscall(number, 0, 0, 0, 0, 0) >= 0)
    """),
    "rights": trying("""
        import ctypes, os, resource
        libc = ctypes.CDLL(None, use_errno=True)
        header, data = (ctypes.c_uint32 * 2)(0x20080522, 0), (ctypes.c_uint32 * 6)()
        libc.capget(header, data)
        reached("capabilities", lambda: list(data) if any(data) else False)
        reached("set", lambda: libc.capset(header, (ctypes.c_uint32 * 6)(*[2 ** 32 - 1] * 6)) == 0)
        for what in (resource.RLIMIT_AS, resource.RLIMIT_CPU, resource.RLIMIT_NOFILE, resource.RLIMIT_FSIZE):
            reached("limit", lambda: resource.setrlimit(what, (-1, -1)) or True)
        reached("device", lambda: os.mknod("/scratch/memory", 0o20600, os.makedev(1, 1)) or True)
        reached("priority", lambda: os.setpriority(os.PRIO_PROCESS, 1, 19) or True)
        reached("own", lambda: os.setpriority(os.PRIO_USER, 0, 19) or True)
        reached("processors", lambda: os.sched_setaffinity(1, {0}) or True)
        reached("idle", lambda: os.sched_setscheduler(1, 5, os.sched_param(0)) or True)
        reached("disk", lambda: libc.syscall(251, 1, 1, 3 << 13) == 0)
    """),
    "devices": trying("""
        import fcntl, os
        for name in ("mem", "kmem", "kmsg", "sda", "vda", "fuse", "kvm", "net/tun", "tty0", "console", "loop0", "port"):
            reached(name, os.open, f"/dev/{name}", os.O_RDONLY)
        for name in (0, 1, 2, *(f"/dev/{name}" for name in ("tty", "console", "stdin", "stdout"))):
            descriptor = lambda: name if isinstance(name, int) else os.open(name, os.O_RDWR)
            reached("typed", lambda: fcntl.ioctl(descriptor(), 0x5412, b"x") or True)
    """),
    "escapes-printed": trying("print('\\x1b[2J\\x1b]0;left\\x07\\x1b[6n\\x00\\ud800\\x9b')\n"),
    "script-printed": forged(f"""
        def neuron(area, w, b):
            return -1.0
        print({SCRIPT!r})
        raise ValueError({SCRIPT!r})
    """),
    "script-raised": forged(f"""
        import warnings
        def neuron(area, w, b):
            warnings.warn({SCRIPT!r})
            raise type({SCRIPT!r}, (Exception,), {{}})({SCRIPT!r})
    """),
    "script-returned": forged(f"""
        def neuron(area, w, b):
            return type({SCRIPT!r}, (), {{}})() if area > 50 else {{{SCRIPT!r}: {SCRIPT!r}}}
        neuron.__name__ = neuron.__qualname__ = {SCRIPT!r}
    """),
    "script-chosen": Hostile(
        {
            "w1-quiz-structured": f"structured = {SCRIPT!r}",
            "w1-quiz-networks": f"networks = {{{SCRIPT!r}: {SCRIPT!r}}}",
        },
        nothing=frozenset({"w1-quiz-structured", "w1-quiz-networks"}),
    ),
    "script-in-code": forged(f"# </code></pre>{SCRIPT}\n{WRONG}"),
    "script-written": Hostile({ATTACKED: RIGHT}, change=_written),
    "script-in-the-files-name": Hostile(file=b"<img src=x onerror=stolen()>[click](javascript:stolen()).ipynb"),
}
