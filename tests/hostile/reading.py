"""Answers and other people's work. All is tried, nothing may be reached; @COURSE@ and @CLASS@ stand for folders."""

from hostile import Hostile, trying

READING: dict[str, Hostile] = {
    "files": trying("""
        import os
        for place in ("@COURSE@", "@CLASS@", "/course", "..", "."):
            for name in ("solutions", "notebooks", "build", "autograder/exercises", "tests", ".git", "hidden",
                         "release", "source", "submitted", "autograded", "gradebook.db", "secret.seed",
                         "autograder/hidden.py", "autograder/keys.py", "lib/keys/week1.h5"):
                reached(name, os.stat, os.path.join(place, name))
        reached("keys", lambda: os.listdir("/course/lib/keys") or False)
        for place in ("/etc/passwd", "/etc/shadow", "/root/.ssh", "/home", "/var", "/run", "/sys", "/opt", "/srv"):
            reached(place, os.stat, place)
    """),
    "proc": trying("""
        import os
        for name in ("self", "1/environ", "1/fd", "1/mem", "1/maps", "self/maps", "self/mem", "mounts", "kallsyms"):
            reached(name, os.stat, f"/proc/{name}")
            reached(name, open, f"/proc/{name}", "rb")
    """),
    "environment": trying("""
        import os
        for name, value in os.environ.items():
            reached(name, lambda: value if name == "WORKBOOK_SEED" or "@COURSE@" in value else False)
        print(dict(os.environ))
    """),
    "imports": trying("""
        import importlib
        for name in ("autograder.exercises", "autograder.exercises.week1", "autograder.keys", "autograder.hidden",
                     "autograder.source", "autograder.grading", "autograder.spec"):
            reached(name, importlib.import_module, name)
        from lib import key
        reached("key", key.find, "w1-neuron")
    """),
    "gradebook": trying("""
        def rows():
            import sqlite3
            return sqlite3.connect("file:@CLASS@/gradebook.db?mode=ro", uri=True).execute("select 1 from grade")
        reached("rows", rows)
    """),
    "memory-of-others": trying("""
        import ctypes, os
        libc = ctypes.CDLL(None, use_errno=True)
        class Iovec(ctypes.Structure):
            _fields_ = [("base", ctypes.c_void_p), ("length", ctypes.c_size_t)]
        room = ctypes.create_string_buffer(64)
        local, remote = Iovec(ctypes.addressof(room), 64), Iovec(id(room), 64)
        for process in (1, os.getppid(), os.getpid() - 1):
            reached("ptrace", lambda: libc.ptrace(16, process, 0, 0) == 0)
            reached("seize", lambda: libc.ptrace(0x4206, process, 0, 0) == 0)
            pair = ctypes.byref(local), 1, ctypes.byref(remote), 1, 0
            reached("vm", lambda: libc.process_vm_readv(process, *pair) > 0)
            reached("pidfd", lambda: libc.syscall(434, process, 0) >= 0)
    """),
    "own-memory-for-others-work": trying("""
        import ctypes, os
        libc = ctypes.CDLL(None, use_errno=True)
        libc.sbrk.restype = ctypes.c_void_p
        backwards = b"REHTONA FO SDROW"  # so that it is not found here
        source, sink = os.pipe()
        def found(low, high):
            for place in range(low & ~4095, high, 4096):
                if libc.write(sink, ctypes.c_void_p(place), ctypes.c_size_t(4096)) > 0:
                    block = os.read(source, 4096)
                    if backwards in block[::-1]: return True
            return False
        top = libc.sbrk(0)
        reached("heap", found, top - 2 ** 26, top)
        for thing in (object(), "x" * 5000, [1] * 10000):
            reached("arena", found, id(thing) - 2 ** 24, id(thing) + 2 ** 24)
    """),
    "objects": trying("""
        import gc
        for thing in gc.get_objects():
            if type(thing).__name__ == "Case" and thing.expected is not None:
                print("REACHED", thing)
            if type(thing).__name__ in ("Mistake", "Question", "Source", "Reference", "Spec"):
                print("REACHED", thing)
    """),
    "descriptors": trying("""
        import os
        there = []
        for number in range(3, 1024):
            try: there.append((number, os.fstat(number).st_mode))
            except OSError: continue
            os.set_blocking(number, False)
            reached(f"descriptor {number}", lambda: os.read(number, 1000) or False)
            os.set_blocking(number, True)
        reached("more than one", lambda: there if len(there) > 1 else False)
        for number in (0, 1, 2):
            reached("standard", lambda: os.read(number, 100) or False)
    """),
    "frames": trying("""
        import sys
        place = sys._getframe()
        while place:
            for name, value in list(place.f_locals.items()) + list(place.f_globals.items()):
                for item in value.values() if isinstance(value, dict) and name == "items" else []:
                    known = [case for case in getattr(item, "cases", []) if case.expected is not None]
                    if known or getattr(item, "questions", None) or getattr(item, "mistakes", None):
                        print("REACHED", item)
            place = place.f_back
    """),
}
