"""A toy course of one exercise a kind, so that the mechanism is tested apart from the weeks' content."""

import importlib.util
import os
import re
import shutil
import sys
import types
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # tests side by side: their threads would wait for each other

import h5py
import numpy as np
import pytest

from autograder import keys, spec
from autograder.source import Source
from lib import key, progress

# `pip install -e .` alone leaves out the extra `dev`. What needs it is then left out here too, and named at the end.
NEEDED = {
    "test_gradients.py": ("autograd", "hypothesis"),
    "test_gradients_week2.py": ("autograd", "hypothesis"),
    "test_gradients_week3.py": ("autograd", "hypothesis"),
    "test_gradients_week4.py": ("autograd", "hypothesis"),
    "test_values.py": ("hypothesis",),
    "test_reports.py": ("hypothesis",),
    "test_review.py": ("hypothesis",),
    "test_style.py": ("ruff",),
    "test_cluster.py": ("distributed",),
    "test_postgres.py": ("psycopg",),
    "test_browser.py": ("playwright",),
}
LINUX_ALONE = ["test_cluster.py", "test_postgres.py"]  # for bubblewrap; for a server out of a package
CHROMIUMS = ("chromium", "chromium-browser", "google-chrome")
wanting = [name for name, needed in NEEDED.items() if not all(map(importlib.util.find_spec, needed))]
elsewhere = [name for name in LINUX_ALONE if sys.platform != "linux" and name not in wanting]
blind = [name for name in ["test_browser.py"] if not any(map(shutil.which, CHROMIUMS)) and name not in wanting]
collect_ignore = wanting + elsewhere + blind


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Name the files that were left out."""
    reasons = {"for want of the extra `dev`": wanting, "for they need Linux": elsewhere, "for want of Chromium": blind}
    for why, names in reasons.items():
        if names:
            terminalreporter.line(f"Left out {why}: {', '.join(names)}", yellow=True)


TOY = '''
# %% [markdown] id="toy-title"
# # Toys

# %% id="toy-imports"
import numpy as np

from lib.check import check

# %% nbgrader={"grade_id": "toy-affine-code", "solution": true}
def affine(W, x, b):
    """W x + b. W (n, k), x (k, m), b (n, 1) -> (n, m)."""
    ### BEGIN SOLUTION
    return W @ x + b
    ### END SOLUTION

# %% nbgrader={"grade_id": "toy-affine", "grade": true, "points": 2}
check("toy-affine", affine)

# %% nbgrader={"grade_id": "toy-grads-code", "solution": true}
def grads(X, dZ):
    ### BEGIN SOLUTION
    m = X.shape[1]
    return {"dW": dZ @ X.T / m, "db": np.sum(dZ, axis=1, keepdims=True) / m}
    ### END SOLUTION

# %% nbgrader={"grade_id": "toy-grads", "grade": true, "points": 4}
check("toy-grads", grads)

# %% nbgrader={"grade_id": "toy-pair-code", "solution": true}
def pair(a, b):
    ### BEGIN SOLUTION
    return a + b, a * b
    ### END SOLUTION

# %% nbgrader={"grade_id": "toy-pair", "grade": true, "points": 3}
check("toy-pair", pair)

# %% nbgrader={"grade_id": "toy-initialize-code", "solution": true}
def initialize(n_x, n_h, rng):
    ### BEGIN SOLUTION
    return {"W": rng.normal(size=(n_h, n_x)) * 0.01, "b": np.zeros((n_h, 1))}
    ### END SOLUTION

# %% nbgrader={"grade_id": "toy-initialize", "grade": true, "points": 2}
check("toy-initialize", initialize)

# %% nbgrader={"grade_id": "toy-slope-code", "solution": true}
def slope(f, a):
    ### BEGIN SOLUTION
    return (f(a + 0.01) - f(a)) / 0.01
    ### END SOLUTION

# %% nbgrader={"grade_id": "toy-slope", "grade": true, "points": 1}
check("toy-slope", slope)

# %% nbgrader={"grade_id": "toy-nothing-code", "solution": true}
def nothing(a):
    ### BEGIN SOLUTION
    return None if a > 0 else -a
    ### END SOLUTION

# %% nbgrader={"grade_id": "toy-nothing", "grade": true, "points": 1}
check("toy-nothing", nothing)

# %% nbgrader={"grade_id": "toy-root-code", "solution": true}
def root(a):
    ### BEGIN SOLUTION
    if a < 0:
        raise ValueError("negative")
    return a**0.5
    ### END SOLUTION

# %% nbgrader={"grade_id": "toy-root", "grade": true, "points": 2}
check("toy-root", root)

# %% nbgrader={"grade_id": "toy-named-code", "solution": true}
def named(a, b):
    ### BEGIN SOLUTION
    total, product = a + b, a * b
    return total, product
    ### END SOLUTION

# %% nbgrader={"grade_id": "toy-named", "grade": true, "points": 2}
check("toy-named", named)

# %% nbgrader={"grade_id": "toy-weighed-code", "solution": true}
def weighed(a):
    ### BEGIN SOLUTION
    return {"easy": a, "hard": 2 * a}
    ### END SOLUTION

# %% nbgrader={"grade_id": "toy-weighed", "grade": true, "points": 4}
check("toy-weighed", weighed)

# %% nbgrader={"grade_id": "toy-step-code", "solution": true}
def step(w, dw):
    ### BEGIN SOLUTION
    return w - dw
    ### END SOLUTION

# %% nbgrader={"grade_id": "toy-step", "grade": true, "points": 3}
check("toy-step", step)

# %% nbgrader={"grade_id": "toy-shape-code", "solution": true}
def shape(A):
    ### BEGIN SOLUTION
    return A.shape
    ### END SOLUTION

# %% nbgrader={"grade_id": "toy-shape", "grade": true, "points": 2}
check("toy-shape", shape)

# %% nbgrader={"grade_id": "toy-layers-code", "solution": true}
def layers(n):
    ### BEGIN SOLUTION
    return {f"W{layer}": float(layer) for layer in range(1, n + 1)}
    ### END SOLUTION

# %% nbgrader={"grade_id": "toy-layers", "grade": true, "points": 2}
check("toy-layers", layers)

# %% nbgrader={"grade_id": "toy-numbered-code", "solution": true}
### BEGIN SOLUTION
numbered = {"1": "b", "2": "a"}
### END SOLUTION

# %% nbgrader={"grade_id": "toy-numbered", "grade": true, "points": 1}
check("toy-numbered", numbered)

# %% nbgrader={"grade_id": "toy-letter-code", "solution": true}
### BEGIN SOLUTION
letter = "b"
### END SOLUTION

# %% nbgrader={"grade_id": "toy-letter", "grade": true, "points": 1}
check("toy-letter", letter)

# %% nbgrader={"grade_id": "toy-quiz-code", "solution": true}
### BEGIN SOLUTION
quiz = {"colour": "blue", "several": {"a", "c"}}
### END SOLUTION

# %% nbgrader={"grade_id": "toy-quiz", "grade": true, "points": 2}
check("toy-quiz", quiz)
'''


def one_row(n):
    """A column (n, 1) of zeros under a 1."""
    return np.eye(n)[:, :1]


def toy_specs() -> types.ModuleType:
    """autograder.exercises.toy.all, made here."""
    module = types.ModuleType("autograder.exercises.toy.all")

    module.affine = affine = spec.Exercise("toy-affine")

    @affine.part("ordinary")
    def _(rng):
        yield rng.normal(size=(2, 3)), rng.normal(size=(3, 4)), rng.normal(size=(2, 1))

    @affine.part("one example")
    def _(rng):
        yield rng.normal(size=(3, 2)), rng.normal(size=(2, 1)), rng.normal(size=(3, 1))

    @affine.mistake("The bias is missing.")
    def no_bias(W, x, b):
        return W @ x

    @affine.mistake("Only the first row is right.", where=lambda W, x, b: len(W) > 2)
    def first_row(W, x, b):
        return (W @ x + b) * one_row(len(W))

    @affine.mistake("The product is the other way round.")
    def other_way(W, x, b):
        return x @ W + b

    module.grads = grads = spec.Exercise("toy-grads")

    @grads.part("values")
    def _(rng):
        yield rng.normal(size=(3, 5)), rng.normal(size=(2, 5))
        yield rng.normal(size=(2, 1)), rng.normal(size=(4, 1))

    grads.slip("sum_for_mean", "dW is a sum here, where the mean is asked.", "X.T / m", "X.T")
    grads.slip("flat", "db has lost its second dimension: keepdims.", ", keepdims=True", "")

    module.pair = pair = spec.Exercise("toy-pair")

    @pair.part("numbers")
    def _(rng):
        yield 2.0, 5.0
        yield tuple(rng.normal(size=2))

    module.initialize = initialize = spec.Exercise("toy-initialize")

    def small(n_x, n_h, rng):
        return {"W": spec.Draws((n_h, n_x), 0.0, 0.01), "b": np.zeros((n_h, 1))}

    @initialize.part("small and random", expected=small)
    def _(rng):
        yield 40, 30, spec.Seeded(1)

    @initialize.mistake(
        "rand gives no negative numbers.",
        gives=lambda n_x, n_h, rng: small(n_x, n_h, rng) | {"W": spec.Draws((n_h, n_x), 0.005, 0.0029)},
    )
    def uniform(n_x, n_h, rng):
        return {"W": rng.random((n_h, n_x)) * 0.01, "b": np.zeros((n_h, 1))}

    module.slope = slope = spec.Exercise("toy-slope")

    @slope.part("functions")
    def _(rng):
        yield spec.Named("cube"), 2.0
        yield spec.Named("square"), -1.5

    module.nothing = nothing = spec.Exercise("toy-nothing")

    @nothing.part("both signs")
    def _(rng):
        yield (2.0,)
        yield (-3.0,)

    module.root = root = spec.Exercise("toy-root")

    @root.part("a root")
    def _(rng):
        yield (9.0,)

    @root.part("no root", expected=lambda a: spec.raises(ValueError))
    def _(rng):
        yield (-9.0,)

    module.named = named = spec.Exercise("toy-named")

    @named.part("numbers")
    def _(rng):
        yield 2.0, 5.0

    module.weighed = weighed = spec.Exercise("toy-weighed")

    @weighed.part("numbers", weights={"hard": 3})
    def _(rng):
        yield (1.5,)

    module.step = step = spec.Exercise("toy-step")

    @step.part("a step", weight=2)
    def _(rng):
        yield rng.normal(size=3), rng.normal(size=3)

    @step.part("w stays as it was", kept=True)
    def _(rng):
        yield rng.normal(size=4), rng.normal(size=4)

    @step.mistake("-= changes the caller's own w.")
    def moved_in_place(w, dw):
        w -= dw
        return w

    module.shape = shape = spec.Exercise("toy-shape", loop_free=True)

    @shape.part("any number of dimensions", whole=True)
    def _(rng):
        yield (np.zeros((2, 3)),)
        yield (np.zeros((4, 5, 6)),)

    module.layers = layers = spec.Exercise("toy-layers")

    @layers.part("one layer and two")
    def _(rng):
        yield (1,)
        yield (2,)

    module.numbered = spec.Quiz("toy-numbered")
    module.letter = spec.Quiz("toy-letter", wrong={"a": "Not a."})
    module.quiz = spec.Quiz("toy-quiz", wrong={"colour": {"red": "Not red."}, "several": {"a": "There is one more."}})
    return module


@pytest.fixture(scope="session", autouse=True)
def no_progress_of_yours(tmp_path_factory: pytest.TempPathFactory) -> None:
    """What tests check goes into no learner's record, not in the processes that they start either."""
    os.environ[progress.VARIABLE] = str(tmp_path_factory.mktemp("progress") / "progress.jsonl")


@pytest.fixture(scope="session")
def toy(tmp_path_factory: pytest.TempPathFactory) -> Source:
    """The toy course's source, its specs importable."""
    path = tmp_path_factory.mktemp("solutions") / "toy" / "toys.py"
    path.parent.mkdir()
    path.write_text(TOY.lstrip(), encoding="utf-8")
    package = types.ModuleType("autograder.exercises.toy")
    package.__path__ = [str(tmp_path_factory.mktemp("specs"))]
    Path(package.__path__[0], "all.py").touch()  # so that a listing of the package has it
    sys.modules |= {"autograder.exercises.toy": package, "autograder.exercises.toy.all": toy_specs()}
    return Source(path)


@pytest.fixture
def toy_keys(toy: Source, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder with the toy course's key, which `check` reads instead of the public ones."""
    key.write(tmp_path / "toys.h5", keys.make_key(toy))
    monkeypatch.setattr(key, "PUBLIC_KEYS", tmp_path)
    key.find.cache_clear()
    yield tmp_path
    key.find.cache_clear()


@pytest.fixture
def classic(tmp_path) -> list[Path]:
    """Two files of the classic layout and its sizes, with made-up pictures."""
    rng = np.random.default_rng(0)
    paths = []
    for part, m in (("train", 209), ("test", 50)):
        paths.append(tmp_path / f"{part}_catvnoncat.h5")
        with h5py.File(paths[-1], "w") as file:
            file[f"{part}_set_x"] = rng.integers(0, 256, (m, 64, 64, 3), dtype=np.uint8)
            file[f"{part}_set_y"] = rng.integers(0, 2, m)
            file["list_classes"] = np.array([b"non-cat", b"cat"])
    return paths


COPIED = '''
def two_loops(w, b, X, Y):
    """Loop over everything."""
    count = X.shape[1]
    slope_w, slope_b, total = np.zeros(w.shape), 0.0, 0.0
    for column in range(count):
        score = b
        for row in range(X.shape[0]):
            score = score + w[row, 0] * X[row, column]
        guess = 1 / (1 + np.exp(-1.0 * score))
        truth = Y[0, column]
        total = total + (-(truth * np.log(guess)) - (1 - truth) * np.log(1 - guess)) / count
        for row in range(X.shape[0]):
            slope_w[row, 0] = slope_w[row, 0] + X[row, column] * (guess - truth) / count
        slope_b = slope_b + (guess - truth) / count
    return slope_w, slope_b, total
'''
NAMES = {"count": "m", "slope_w": "dw", "slope_b": "db", "total": "J", "score": "zi", "guess": "p", "truth": "yi"}


def renamed(code: str) -> str:
    """The same code with other variables and other comments, as somebody who copies it changes it."""
    for old, new in NAMES.items():
        code = re.sub(rf"\b{old}\b", new, code)
    return code.replace('"""Loop over everything."""', "# all my own work").replace(" = b\n", " = b  # first b\n")


@pytest.fixture(scope="session")
def graded_class(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course folder with week 1 graded for a class of nine; it is read, never changed.

    ada has all right, ben half, cleo nothing; eve's words and code are HTML; hal copied from gil; the rest is chance.
    """
    from autograder import classroom, submissions
    from autograder.source import sources

    root, [source] = tmp_path_factory.mktemp("class"), sources("week1")
    right, rng = submissions.right_answers(source), np.random.default_rng(3)
    hostile = {
        "w1-neuron": "def neuron(area, w, b):\n    # </pre><script>alert(1)</script>\n    return '<img src=x>'",
        "w1-quiz-columns": "why_columns = '<script>alert(2)</script>'",
        "w1-written-dz": "</textarea><script>alert(3)</script> & <b>bold</b>",
    }
    answers = {
        "ada": right,
        "ben": submissions.half_right_answers(source),
        "cleo": {},
        "<i>eve": right | hostile,
        "gil": right | {"w1-two-loops": COPIED},
        "hal": right | {"w1-two-loops": renamed(COPIED)},
    }
    answers |= {f"mo{number}": submissions.mixed_answers(source, rng) for number in range(3)}
    classroom.prepare(root, "week1")
    name = f"{source.path.stem}.ipynb"
    for student, typed in answers.items():
        submissions.submit(root / "release" / "week1" / name, typed, root / "submitted" / student / "week1" / name)
    rows = classroom.grade(root, "week1")
    assert not [row.problem for row in rows if row.problem]
    return root
