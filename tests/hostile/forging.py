"""Marks by other ways than an answer."""

import json

from hostile import ATTACKED, SINKS, Hostile, edited, forged, selfish
from lib.key import find


def _table(name: str) -> str:
    """Code that knows the public cases of an exercise by heart."""
    exercise = find(name)
    known = [(repr(case.arguments), case.expected) for part in exercise.parts for case in part.cases]
    return f"KNOWN = {dict(known)!r}\ndef {exercise.name}(*arguments):\n    return KNOWN.get(repr(arguments), -1.0)\n"


def _each(kind: str, change: object) -> object:
    """A change to all test cells or all solution cells of a notebook."""

    def edit(notebook: dict) -> None:
        for cell in notebook["cells"]:
            marks = cell["metadata"].get("nbgrader", {})
            if marks.get(kind):
                change(cell, marks)

    return edit


def _fake_outputs(cell: dict, marks: dict) -> None:
    data = {"text/plain": str(marks.get("points", 9)), "text/html": "<b>9 of 9 points</b>"}
    cell["outputs"] = [{"output_type": "execute_result", "data": data, "metadata": {}, "execution_count": 1}]


def _test_cell_twice(notebook: dict) -> None:
    [test] = [cell for cell in notebook["cells"] if cell.get("id") == ATTACKED]
    notebook["cells"].append(json.loads(json.dumps(test)) | {"source": "print(1)\n1"})


def _no_tests(notebook: dict) -> None:
    notebook["cells"] = [cell for cell in notebook["cells"] if not cell["metadata"].get("nbgrader", {}).get("grade")]


def _solution_as_test(notebook: dict) -> None:
    for cell in notebook["cells"]:
        if cell.get("id") == f"{ATTACKED}-code":
            cell["metadata"]["nbgrader"] |= {"grade_id": ATTACKED, "grade": True, "locked": True, "points": 100}
            cell["id"] = ATTACKED


FORGING: dict[str, Hostile] = {
    "check-replaced": forged("""
        import lib.check
        class Full:
            def __repr__(self): return "1"
            def _repr_html_(self): return "<b>1 of 1 point</b>"
        lib.check.check = check = lambda *arguments: Full()
    """),
    "judge-patched": forged("""
        import lib.compare, lib.judge, lib.verdict
        right = lib.verdict.Verdict("w1-neuron", "neuron", 1, [lib.verdict.Line("", 1.0)])
        lib.judge.judge = lambda exercise, outcomes: right
        lib.judge.mismatch = lib.compare.mismatch = lambda *arguments: None
        lib.judge.mismatches = lib.compare.mismatches = lambda *arguments: {"": None}
        lib.compare._close = lambda *arguments: True
        lib.verdict.Verdict.earned = property(lambda self: self.points)
    """),
    "numpy-patched": forged(
        """
        for name in ("allclose", "isclose", "array_equal", "all", "any"):
            setattr(np, name, lambda *arguments, **options: True)
    """,
        spoils=True,
    ),
    "builtins-patched": selfish("""
        import builtins
        builtins.abs = lambda number: 0
        builtins.all = builtins.any = lambda *arguments: True
        builtins.len = lambda value: 1
    """),
    "modules-replaced": selfish("""
        import sys, types
        for name in [name for name in sys.modules if name.startswith(("lib", "autograder"))] + ["numpy", "json"]:
            sys.modules[name] = types.ModuleType(name)
    """),
    "points-printed": forged("""
        from IPython.display import HTML, display
        def neuron(area, w, b):
            print("1.0"); display(1.0)
            return -1.0
        print("1"); display(HTML("<div>neuron: 1 of 1 point</div>"))
        1
    """),
    "equal-to-everything": forged("""
        class Anything:
            __eq__ = __le__ = __ge__ = __lt__ = __gt__ = lambda self, other: True
            __float__ = __abs__ = lambda self: 1.0
            __array__ = lambda self, *arguments, **options: np.full((), np.nan)
            __getattr__ = lambda self, name: self
            __call__ = __sub__ = __rsub__ = __iter__ = lambda self, *arguments: self
            __hash__ = lambda self: 0
        def neuron(area, w, b):
            return Anything()
    """),
    "float-that-lies": forged("""
        class Lie(float):
            __eq__ = __le__ = __ge__ = lambda self, other: True
            __sub__ = __rsub__ = __abs__ = lambda self, *arguments: 0.0
            __repr__ = __str__ = lambda self: "[1, 2"
        def neuron(area, w, b):
            return Lie(-1)
    """),
    "int-that-lies": forged("""
        class Lie(int):
            __abs__ = lambda self: 0
            __gt__ = lambda self, other: False
            __repr__ = lambda self: "NaN"
        def neuron(area, w, b):
            return Lie(-(10 ** 30))
    """),
    "array-that-lies": forged("""
        class Lie(np.ndarray):
            shape = property(lambda self: (10 ** 6, 10 ** 6))
            dtype = property(lambda self: np.dtype("float64"))
            astype = ravel = __sub__ = lambda self, *arguments, **options: self
            __eq__ = lambda self, other: True
            __len__ = lambda self: -1
        def neuron(area, w, b):
            return np.zeros(3).view(Lie)
    """),
    "dict-that-lies": forged("""
        class Lie(dict):
            __contains__ = lambda self, key: True
            __getitem__ = lambda self, key: 0
            items = lambda self: [(object(), object()), ("array", {"start": 0})]
        def neuron(area, w, b):
            return Lie()
    """),
    "stands-for-any-number": forged("""
        class Between:
            def __init__(self): self.low, self.high = -1e300, 1e300
        def neuron(area, w, b):
            return Between()
    """),
    "is-an-outcome": forged("""
        from lib.call import Failure, Outcome
        def neuron(area, w, b):
            return Outcome(value=Outcome(value=0.0))
    """),
    "is-a-failure": forged("""
        from lib.call import Failure
        def neuron(area, w, b):
            return Failure("NotImplementedError", "", "", "neuron")
    """),
    "not-a-number": forged("""
        def neuron(area, w, b):
            return np.nan if area > 50 else np.inf
    """),
    "generator": forged("""
        def neuron(area, w, b):
            yield -1.0
    """),
    "coroutine": forged("""
        async def neuron(area, w, b):
            return max(0.0, w * area + b)
    """),
    "class-of-that-name": forged("""
        class neuron:
            def __init__(self, area, w, b): self.value = max(0.0, w * area + b)
            def __float__(self): return self.value
    """),
    "frames-for-all": selfish(
        SINKS
        + """
for value in (True, 1.0, {"Other": {"kind": "x"}}):
    forge(*(frame(number, attempt(*[outcome(value)] * 30)) for number in range(-9, 99)))
"""
    ),
    "end-forged": selfish(SINKS + "forge(struct.pack('<iI', -3, 0))\n"),
    "facts-forged": selfish(
        SINKS
        + """
forge(frame(-1, {"dict": [["w1-neuron", ""]]}), frame(-1, b"nothing"), frame(-2, {"dict": [["w1-neuron", "1 of 1"]]}))
"""
    ),
    "panel-forged": forged(
        SINKS
        + """
forge(frame(-2, {"dict": [["w1-neuron", {"tuple": ["1", "1 of 1 point"]}]]}))
"""
    ),
    "public-cases-by-heart": Hostile({ATTACKED: _table(ATTACKED)}, nothing=frozenset({ATTACKED})),
    "learns-over-calls": forged("""
        seen = []
        def neuron(area, w, b):
            seen.append((area, w, b))
            return float(len(seen)) * -1
    """),
    "exception-that-lies": forged("""
        class Full(Exception):
            __str__ = __repr__ = lambda self: "1 of 1 point"
        Full.__name__ = Full.__qualname__ = "1.0"
        def neuron(area, w, b):
            raise Full()
    """),
    "exception-without-text": forged("""
        class Mute(Exception):
            def __str__(self): raise Mute()
            __repr__ = __str__
        def neuron(area, w, b):
            raise Mute()
        raise Mute()
    """),
    "exception-chain": forged("""
        def neuron(area, w, b):
            error = ValueError("x" * 10 ** 7)
            error.__cause__ = error.__context__ = error
            error.add_note("y" * 10 ** 7)
            raise error
    """),
    "not-an-exception": forged(
        """
        class Out(BaseException): pass
        def neuron(area, w, b):
            raise Out()
    """
    ),
    "traced": forged(
        """
        import sys
        def trace(frame, event, argument):
            for name in ("value", "expected", "wrong", "failure"):
                if name in frame.f_locals: frame.f_locals[name] = None
            return trace
        sys.settrace(trace); sys.setprofile(lambda *arguments: None)
    """,
        spoils=True,
    ),
    "frames-walked": forged(
        """
        import sys
        place = sys._getframe()
        while place:
            for name, value in list(place.f_locals.items()):
                if name == "printed": value["w1-neuron"] = ("1", "")
                if name == "codes": value.clear()
                if name == "items": value["w1-neuron"].parts.clear()
            place.f_globals["attempt"] = lambda item, function: 1.0
            place = place.f_back
    """,
        spoils=True,
    ),
    "attempt-patched": forged(
        """
        import lib.attempt, lib.call
        lib.attempt.call = lambda function, arguments: lib.call.Outcome(value=True)
        lib.attempt.signature_problem = lib.attempt.loop_in = lambda *arguments: None
    """,
        spoils=True,
    ),
    "collected": forged(
        """
        import gc
        for thing in gc.get_objects():
            if type(thing).__name__ in ("Run", "Step", "Exercise", "Part", "Case", "Namespace"):
                try: vars(thing).update(tolerance=None, weight=0, frames={}, steps=[], cases=[])
                except Exception: pass
    """,
        spoils=True,
    ),
    "at-exit": forged("""
        import atexit
        atexit.register(print, "1"); atexit._run_exitfuncs()
    """),
    "deleted-late": forged("""
        import os
        class Late:
            def __del__(self): os._exit(0)
        left = Late()
        def neuron(area, w, b):
            global left
            left = None
    """),
    "import-hook": forged(
        """
        import builtins, sys
        class Hook:
            def find_spec(self, name, path=None, target=None): raise SystemExit("1")
        sys.meta_path.insert(0, Hook()); sys.path_hooks.clear(); sys.path.clear()
        builtins.__import__ = lambda *arguments, **options: np
    """,
        spoils=True,
    ),
    "transformed": forged("""
        shell = get_ipython()
        shell.ast_node_transformers.append(lambda node: None)
        shell.input_transformers_post.append(lambda lines: ["check = print"])
    """),
    "json-patched": forged(
        """
        import json
        json.dumps = lambda value, **options: '{"Attempt": {"problem": "", "outcomes": {"list": []}}}'
    """,
        spoils=True,
    ),
    "quiz-of-all-choices": Hostile(
        {
            f"w1-quiz-{name}": code
            for name, code in {
                "structured": "structured = ['a', 'b', 'c', 'd', 'e']",
                "why-now": "class A(str):\n    __eq__ = lambda self, other: True\nwhy_now = A('e')",
                "columns": "why_columns = {'a': 'a', 'b': 'b', '': 'abcd'}",
                "cross-entropy": "cross_entropy = np.array(['a', 'b', 'c', 'd'])",
            }.items()
        },
        nothing=frozenset(f"w1-quiz-{name}" for name in ("structured", "why-now", "columns", "cross-entropy")),
    ),
    "quiz-without-end": Hostile(
        {"w1-quiz-structured": "structured = ['a'] * 10 ** 6", "w1-quiz-columns": "why_columns = np.arange(8e6)"},
        nothing=frozenset({"w1-quiz-structured", "w1-quiz-columns"}),
    ),
    "points-edited": edited(_each("grade", lambda cell, marks: marks.update(points=10**6, grade_id=marks["grade_id"]))),
    "locks-removed": edited(_each("grade", lambda cell, marks: marks.update(locked=False, solution=True, grade=False))),
    "ids-removed": edited(_each("grade", lambda cell, marks: cell.update(metadata={}, id="x"))),
    "ids-swapped": edited(_each("grade", lambda cell, marks: marks.update(grade_id="w1-cost")), spoils=True),
    "demo-tags": edited(_each("grade", lambda cell, marks: cell["metadata"].update(tags=["demo"]))),
    "solutions-as-demos": edited(_each("solution", lambda cell, marks: cell["metadata"].update(tags=["demo"]))),
    "outputs-faked": edited(_each("grade", _fake_outputs)),
    "tests-edited": edited(_each("grade", lambda cell, marks: cell.update(source="print(1)\n1"))),
    "test-twice": edited(_test_cell_twice),
    "tests-removed": edited(_no_tests),
    "solution-as-test": edited(_solution_as_test),
}
