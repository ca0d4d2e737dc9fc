"""More than there is of something: the exercise that takes it earns nothing, and all others what they earn."""

from hostile import ATTACKED, Hostile, forged


def returns(expression: str, before: str = "") -> Hostile:
    """An answer that gives back this."""
    return forged(f"{before}\ndef neuron(area, w, b):\n    return {expression}\n")


def late(code: str) -> Hostile:
    """An attack in the cell of a later exercise."""
    return Hostile({"w1-cost": code}, nothing=frozenset({"w1-cost"}))


EXHAUSTING: dict[str, Hostile] = {
    "loop-in-a-cell": forged("while True: pass"),
    "loop-in-a-function": forged("def neuron(area, w, b):\n    while True: pass\n"),
    "loop-that-catches-all": forged("""
        def neuron(area, w, b):
            while True:
                try:
                    while True: pass
                except BaseException: pass
    """),
    "loop-at-import": forged("""
        import sys
        open("/scratch/endless.py", "w").write("while True: pass"); sys.path.insert(0, "/scratch")
        import endless
    """),
    "sleep": forged("import time\ndef neuron(area, w, b):\n    time.sleep(1000)\n"),
    "signals-ignored": forged("""
        import signal
        for number in range(1, 65):
            try: signal.signal(number, signal.SIG_IGN)
            except (OSError, ValueError): pass
        signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 65))
        while True: pass
    """),
    "fork-bomb": forged("""
        import os
        def neuron(area, w, b):
            while True:
                try: os.fork()
                except OSError: pass
    """),
    "thread-bomb": forged("""
        import threading
        def neuron(area, w, b):
            for _ in range(10 ** 4): threading.Thread(target=neuron, args=(1, 2, 3)).start()
    """),
    "memory-at-once": returns("np.ones(10 ** 11).sum()"),
    "memory-slowly": forged("""
        def neuron(area, w, b):
            kept = []
            while True: kept.append(bytearray(2 ** 26))
    """),
    "output-without-end": forged("""
        def neuron(area, w, b):
            while True: print("x" * 10 ** 6)
    """),
    "error-output-without-end": forged("""
        import sys, warnings
        while True: print("x" * 10 ** 6, file=sys.stderr)
    """),
    "disk": forged("""
        def neuron(area, w, b):
            with open("/scratch/full", "wb") as file:
                while True: file.write(bytes(2 ** 20)); file.flush()
    """),
    "inodes": forged("""
        import os
        def neuron(area, w, b):
            number = 0
            while True: os.close(os.open(f"/scratch/{number}", os.O_CREAT | os.O_WRONLY)); number += 1
    """),
    "descriptors": forged("""
        import os
        kept = []
        def neuron(area, w, b):
            while True: kept.extend(os.pipe())
    """),
    "recursion": forged("def neuron(area, w, b):\n    return neuron(area, w, b)\n"),
    "recursion-in-c": forged("""
        import sys
        def neuron(area, w, b):
            sys.setrecursionlimit(10 ** 9)
            nested = []
            for _ in range(10 ** 7): nested = [nested]
            return repr(nested) == repr(nested)
    """),
    "stack": forged("""
        import sys
        sys.setrecursionlimit(2 ** 31 - 1)
        class Deep:
            def __getattr__(self, name): return getattr(self, name + "x")
        def neuron(area, w, b):
            return Deep().x
    """),
    "array-without-memory": returns("np.broadcast_to(0.0, (10 ** 6, 10 ** 6))"),
    "large-array": returns("np.zeros(10 ** 7)"),
    "many-arrays": returns("[np.zeros(10 ** 5)] * 1000"),
    "deep-list": returns("nested", "nested = []\nfor _ in range(10 ** 6): nested = [nested]"),
    "deep-dict": returns("nested", "nested = {}\nfor _ in range(500): nested = {'array': nested}"),
    "large-dict": returns("dict.fromkeys(range(10 ** 7), 0)"),
    "large-text": returns("'x' * 10 ** 9"),
    "large-number": returns("10 ** 10 ** 6"),
    "contains-itself": returns("itself", "itself = []\nitself.append(itself)"),
    "contains-itself-twice": returns("itself", "itself = {}\nitself['a'] = itself['b'] = [itself, itself]"),
    "doubled-fifty-times": returns("nested", "nested = [0.0]\nfor _ in range(50): nested = [nested, nested]"),
    "long-name": returns("type('x' * 10 ** 7, (), {})()"),
    "long-traceback": forged("""
        def neuron(area, w, b):
            raise ValueError("x" * 10 ** 8)
    """),
    "many-warnings": forged("""
        import warnings
        def neuron(area, w, b):
            for number in range(10 ** 5): warnings.warn(f"{number}" + "x" * 1000)
            return -1.0
    """),
    "many-printed": forged("""
        def neuron(area, w, b):
            return -1.0
        for number in range(10 ** 5): print("\\U0001F600" * 100)
    """),
    "regular-expression": forged("""
        import re
        def neuron(area, w, b):
            return re.match(r"(a+)+$", "a" * 60 + "b")
    """),
    "power": returns("9 ** 9 ** 9 > 0"),
    "slow-array": forged("""
        import time
        class Slow(list):
            def __iter__(self):
                while True:
                    time.sleep(0.001)
                    yield 0.0
        def neuron(area, w, b):
            return Slow()
    """),
    "slow-attribute": forged("""
        class Slow:
            @property
            def __class__(self):
                while True: pass
        def neuron(area, w, b):
            return Slow()
    """),
    "nested-source": late("cost = " + "(" * 10**5 + "1" + ")" * 10**5),
    "signs": late("cost = " + "-" * 10**5 + "1"),
    "sums": late("cost = 1" + " + 1" * 10**5),
    "comparisons": late("cost = 1" + " if 1 else 1" * 3 * 10**4),
    "decorators": late("@print\n" * 10**5 + "def cost(A, Y):\n    return 1\n"),
    "indented": late("\n".join(" " * depth + "if 1:" for depth in range(99)) + "\n" + " " * 99 + "cost = 1"),
    "long-cell": late("cost = [" + "1," * 5 * 10**6 + "]"),
    "blank-lines": late("\n" * 3 * 10**6),
    "blank-lines-with-magics": late("%time\n" + "x = 1\n" * 10**5 + "?"),
    "two-exercises-end": Hostile(
        {
            ATTACKED: "def neuron(area, w, b):\n    while True: pass\n",
            "w1-slope": "import os\nos._exit(3)",
            "w1-accuracy": "def accuracy(A, Y):\n    return 'x' * 10**9\n",
        },
        nothing=frozenset({ATTACKED, "w1-slope", "w1-accuracy"}),
    ),
}
