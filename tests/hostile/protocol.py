"""The way by which answers leave the child: garbage in it, half frames, frames of others, and a child that ends."""

import textwrap

from hostile import NUMBER, SINKS, Hostile, forged


def sends(expression: str, after: str = "") -> Hostile:
    """A cell that sends this for its exercise, and whose answer is wrong."""
    return forged(f"{SINKS}\nforge({expression})\n{textwrap.dedent(after)}")


def answers(tree: str, numbers: str = 'b""') -> Hostile:
    """The frame of the exercise, forged: an attempt whose first outcome has this value."""
    return sends(f"frame({NUMBER}, attempt(*[outcome({tree})] * 12), {numbers})")


def array(**form: object) -> str:
    """An array as the child describes it."""
    return repr({"array": {"start": 0, "shape": [1], "dtype": "float64"} | form})


ONE = 'struct.pack("<d", 1.0)'

PROTOCOL: dict[str, Hostile] = {
    "garbage": sends("os.urandom(10_000)", "os._exit(0)"),
    "garbage-and-on": forged(SINKS + "forge(bytes(range(256)) * 100)\n", spoils=True),
    "half-a-head": sends('b"\\x05"', "os._exit(0)"),
    "half-a-frame": sends(f'struct.pack("<iI", {NUMBER}, 100) + b"half"', "os._exit(0)"),
    "giant-length": sends(f'struct.pack("<iI", {NUMBER}, 2 ** 32 - 1)', "os._exit(0)"),
    "giant-frame": forged(
        SINKS
        + f"""
forge(struct.pack("<iI", {NUMBER}, 2 ** 32 - 1))
while True: forge(bytes(10 ** 6))
"""
    ),
    "frames-without-end": forged(SINKS + "while True: forge(*[frame(number, 0) for number in range(100, 9999)])\n"),
    "negative-numbers": sends('*[frame(-number, "x") for number in range(4, 999)]', "os._exit(0)"),
    "numbers-beyond": sends('*[frame(2 ** 31 - number, "x") for number in range(1, 999)]', "os._exit(0)"),
    "the-last-one-first": forged(SINKS + "forge(*[frame(number, 0) for number in (2, 60)]); os._exit(0)\n"),
    "printed-by-threes": forged(
        SINKS
        + """
forge(frame(-2, {"dict": [[name, {"tuple": ["a", "b", "c"]}] for name in ("w1-imports", "w1-neuron-code", "w1-cube")]}))
"""
    ),
    "printed-as-text": forged(SINKS + 'forge(frame(-2, {"dict": [["w1-imports", "abc"], ["w1-cube", ""]]}))\n'),
    "printed-blank": forged(SINKS + 'forge(frame(-2, {"dict": [["w1-imports", {"tuple": ["", "\\n \\x1c"]}]]}))\n'),
    "printed-long": forged(SINKS + 'forge(frame(-2, {"dict": [["w1-imports", {"tuple": ["x" * 7 * 10**6, "y"]}]]}))\n'),
    "printed-halves": forged(
        SINKS + 'forge(frame(-2, {"dict": [["w1-imports", {"tuple": [chr(0xD800), chr(0xDFFF)]}]]}))\n'
    ),
    "no-json": sends(f"frame({NUMBER}, b'{{')"),
    "no-attempt": sends(f"frame({NUMBER}, 1)"),
    "numbers-in-json": answers("float('nan')"),
    "large-numbers-in-json": sends(
        f'frame({NUMBER}, json.dumps(attempt(outcome(7))).replace("7", "9" * 4000).encode())'
    ),
    "infinite": answers("float('inf')"),
    "negative-shape": answers(array(shape=[-1]), ONE),
    "negative-start": answers(array(start=-1), ONE),
    "start-beyond": answers(array(start=10**6), ONE),
    "empty-but-wide": answers(array(shape=[0, 2**62, 2**62]), ONE),
    "forty-dimensions": answers(array(shape=[1] * 40), ONE),
    "objects": answers(array(dtype="object"), ONE),
    "long-texts": answers(array(dtype="U99999999"), ONE),
    "raw-memory": answers(array(dtype="V8"), ONE),
    "dates": answers(array(dtype="datetime64[s]"), ONE),
    "shape-a-text": answers(array(shape="11"), ONE),
    "shape-of-truths": answers(array(shape=[True]), ONE),
    "shape-of-fractions": answers(array(shape=[1.0]), ONE),
    "numbers-shared": sends(
        f'frame({NUMBER}, attempt(outcome({{"list": [{array(shape=[10**6])}] * 20_000}})), bytes(8 * 10 ** 6))'
    ),
    "nested-100000-deep": sends(f'frame({NUMBER}, b\'{{"list":[\' * 10 ** 5 + b"]}}" * 10 ** 5)'),
    "millions-of-items": answers('{"list": [0] * 10 ** 6}'),
    "other-records": answers('{"Between": {"low": -1e308, "high": 1e308}}'),
    "unknown-records": answers('{"__import__": {"name": "os"}}'),
    "long-record": answers('{"x" * 10 ** 5: {"list": []}}'),
    "long-kind": answers('{"Other": {"kind": "x" * 10 ** 5}}'),
    "kind-a-number": answers('{"Other": {"kind": 5}}'),
    "outcome-in-an-outcome": answers("outcome(outcome(1))"),
    "outcomes-a-number": sends(f'frame({NUMBER}, {{"Attempt": {{"problem": "", "outcomes": 5}}}})'),
    "problem-a-number": sends(f'frame({NUMBER}, {{"Attempt": {{"problem": 5, "outcomes": {{"list": []}}}}}})'),
    "failure-of-numbers": sends(
        f"""frame({NUMBER}, attempt({{"Outcome": {{"value": None, "warnings": 5, "changed": 5, "failure": {{"Failure":
        {{"kind": 1, "message": None, "traceback": 0.5, "raised_in": True}}}}}}}}))"""
    ),
    "no-outcomes": sends(f"frame({NUMBER}, attempt())"),
    "too-many-outcomes": sends(f"frame({NUMBER}, attempt(*[outcome(-1.0)] * 10_000))"),
    "pipe-closed": forged(SINKS + "for sink in sinks(): os.close(sink)\n"),
    "pipe-closed-and-on": forged(SINKS + "for sink in sinks(): os.close(sink)\nwhile True: pass\n"),
    "pipe-replaced": forged(
        SINKS
        + """
nowhere = os.open("/dev/null", os.O_RDWR)
for sink in list(sinks()):
    if sink != nowhere: os.dup2(nowhere, sink)
""",
        spoils=True,
    ),
    "ends-in-a-cell": forged("import os\nos._exit(0)\n"),
    "ends-in-a-function": forged("import os\ndef neuron(area, w, b):\n    os._exit(0)\n"),
    "ends-while-packed": forged("""
        import os
        class Last(list):
            def __iter__(self): os._exit(0)
        def neuron(area, w, b):
            return Last([1])
    """),
    "ends-when-told": forged("""
        import os
        class Last(Exception):
            def __str__(self): os._exit(0)
        def neuron(area, w, b):
            raise Last()
    """),
    "exits": forged("import sys\ndef neuron(area, w, b):\n    sys.exit(0)\nsys.exit(0)\n"),
    "stops-itself": forged("import os\ndef neuron(area, w, b):\n    os.kill(os.getpid(), 19)\n    return -1.0\n"),
    "kills-itself": forged("import os\ndef neuron(area, w, b):\n    os.kill(os.getpid(), 9)\n    return -1.0\n"),
    "aborts": forged("import os\ndef neuron(area, w, b):\n    os.abort()\n"),
    "segfault": forged("import ctypes\ndef neuron(area, w, b):\n    return ctypes.string_at(8)\n"),
    "segfault-in-a-cell": forged("import ctypes\nctypes.string_at(8)\n"),
    "place-forged": forged(
        """
        import gc, mmap, struct, sys
        place = sys._getframe()
        while place and "place" not in place.f_locals: place = place.f_back
        clock = place.f_locals["place"]
        def neuron(area, w, b):
            number = 0
            while True:
                number += 1
                clock[:4] = struct.pack("<i", number % 99 - 5)
    """,
        spoils=True,
    ),
    "place-blames-another": forged("""
        import os, struct, sys
        place = sys._getframe()
        while place and "place" not in place.f_locals: place = place.f_back
        clock = place.f_locals["place"]
        def neuron(area, w, b):
            clock[:4] = struct.pack("<i", 60)
            os._exit(0)
    """),
}
