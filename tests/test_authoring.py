"""Adding an exercise: the page that says how is true, skeletons ask to be filled in, a build names what is wrong."""

import re
import shlex
import subprocess
import sys

import pytest
from adding import EXERCISE, PAGE, SPEC, TITLE, add, enter, fill_in, forget, workbook

from autograder import build, keys, scaffold, source
from autograder.spec import Exercise
from lib.errors import CourseError


@pytest.fixture
def course(tmp_path, monkeypatch):
    """An empty course."""
    yield enter(tmp_path, monkeypatch)
    forget()


@pytest.fixture
def made(course):
    """The page's notebook and its spec."""
    return add()


def complaints(course):
    """The lines of a build's refusal, which changes nothing."""
    forget()
    with pytest.raises(CourseError) as refused:
        build.build(course / "build")
    assert not list((course / "notebooks").glob("*")) and not list((course / "lib").rglob("*.*"))
    return str(refused.value).splitlines()


def test_the_page_can_be_followed_to_the_letter(course, monkeypatch, capsys):
    typed = [shlex.split(line) for line in re.findall(r"^    uv run workbook (.+)$", PAGE, re.MULTILINE)]
    assert [words[0] for words in typed] == ["new", "new", "build"]
    assert [workbook(monkeypatch, *words) for words in typed] == [0, 0, 1]
    notebook = course / "solutions/week5/other_activations.py"
    spec = course / "autograder/exercises/week5/leaky_relu.py"
    asked = [line for path in (notebook, spec) for line in path.read_text().splitlines() if "TODO" in line]
    assert len(capsys.readouterr().err.splitlines()) == len(asked) > 10
    fill_in(notebook, spec)
    assert workbook(monkeypatch, "build") == 0
    assert capsys.readouterr() == ("".join(f"{line}\n" for line in re.findall(r"^    (.+ is new\.)$", PAGE, re.M)), "")
    row = re.search(r"^    (\| .+ \|)$", PAGE, re.MULTILINE)[1]
    assert set(re.findall(r"`(w5[^`]*)`", row)) <= set(re.findall(r'"(w5[^"]*)"', notebook.read_text()))


def test_the_pages_exercise_is_as_the_tests_ask(made):
    spec = keys.specs_of("week5")[EXERCISE]
    [found] = source.sources()
    assert isinstance(spec, Exercise) and len(spec.mistakes) >= 4 and len(spec.variants) >= 2
    for seed in ("public", "another"):
        items = keys.make_key(found, seed)
        assert keys.problems(found, items) == []
        shapes = [case.arguments[0].shape for case in items[0].cases]
        assert all(1 in shape or shape[0] != shape[1] for shape in shapes)


def test_a_skeleton_names_each_thing_to_do_and_nothing_else(course):
    scaffold.week(5, TITLE)
    scaffold.exercise(EXERCISE)
    told = complaints(course)
    assert all(re.search(r"line \d+, is still to do: \w", line) for line in told)
    assert {line.split(",")[0].rsplit("/")[-1] for line in told} == {"other_activations.py", "leaky_relu.py"}


def test_an_exercise_goes_behind_the_cell_that_is_named(made, course):
    before = made[0].read_text(encoding="utf-8")
    scaffold.exercise("w5-leak", after="w5-imports")
    forget()
    [found] = source.sources()
    ids = [cell.id for cell in found.notebook.cells]
    own = ["w5-leak-ask", "w5-leak-code", "w5-leak", "w5-leak-hint"]
    assert ids[:6] == ["w5-title", "w5-imports", *own] and ids[6] == "w5-leaky-relu-ask"
    text = made[0].read_text(encoding="utf-8")
    start = text.index('# %% [markdown] id="w5-leak-ask"')
    rest = text[text.index('# %% [markdown] id="w5-leaky-relu-ask"') :]
    assert text[:start].rstrip() + "\n\n" + rest == before


@pytest.mark.parametrize("after", [None, "w5-imports", "w5-leaky-relu-code", "w5-leaky-relu"])
def test_what_is_written_is_as_ruff_wants_it(made, after):
    pytest.importorskip("ruff")
    paths = scaffold.exercise("w5-leak", after=after)
    for path in paths:
        done = subprocess.run([sys.executable, "-m", "ruff", "format", "--diff", path], capture_output=True, text=True)
        assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("leaky",), "is no exercise's id"),
        (("w5-Leaky",), "is no exercise's id"),
        (("w5-../x",), "is no exercise's id"),
        (("w6-leak",), "There is no 'week6'"),
        ((EXERCISE,), "has a cell w5-leaky-relu-ask already"),
        (("w5-leak", "w5-nowhere"), "No cell of week5 has the id w5-nowhere"),
        (("w5-leak", None, "leaky_relu"), "leaky_relu.py is there already"),
        (("w5-leak", None, "lambda x"), "is no name for a function"),
        (("w5-class",), "is no name for a function"),
    ],
)
def test_an_exercise_that_cannot_be_written_leaves_all_as_it_was(made, course, arguments, said):
    before = {path: path.read_bytes() for path in course.rglob("*") if path.is_file()}
    with pytest.raises(CourseError, match=re.escape(said)):
        scaffold.exercise(*arguments)
    assert {path: path.read_bytes() for path in course.rglob("*") if path.is_file()} == before


def test_a_week_is_never_overwritten(made, course):
    before = {path: path.read_bytes() for path in course.rglob("*") if path.is_file()}
    for title in (TITLE, "Another title"):
        with pytest.raises(CourseError, match="is there already"):
            scaffold.week(5, title)
    with pytest.raises(CourseError, match="makes no file name"):
        scaffold.week(6, "5 things")
    assert {path: path.read_bytes() for path in course.rglob("*") if path.is_file()} == before


def test_a_second_week_stands_in_the_table(made, course):
    scaffold.week(6, "Pooling")
    assert re.findall(r"^## Week (\d): (.+)$", (course / "solutions/COVERAGE.md").read_text(), re.MULTILINE) == [
        ("5", "other activations"),
        ("6", "pooling"),
    ]


IN_CELLS = {
    "no points": (', "points": 2', "", "w5-leaky-relu states no points"),
    "no number of points": ('"points": 2', '"points": "2"', "w5-leaky-relu earns '2' points"),
    "negative points": ('"points": 2', '"points": -2', "w5-leaky-relu earns -2 points"),
    "points are NaN": ('"points": 2', '"points": NaN', "points; it has to be a number above 0"),
    "another test line": ("check(", "print(", 'must be the line check("w5-leaky-relu", its_function)'),
    "another id in the test": ('check("w5-leaky-relu"', 'check("w5-leaky"', "must be the line check("),
    "an unknown function": (", leaky_relu)", ", leak)", "checks leak, which w5-leaky-relu-code does not define"),
    "no solution cell": (
        "w5-leaky-relu-code",
        "w5-relu-code",
        "has no solution cell; give it the id w5-leaky-relu-code",
    ),
    "not marked": (', "solution": true', "", 'holds a solution and does not say so: give it "solution": true'),
    "no end": ("    ### END SOLUTION\n", "", "each BEGIN SOLUTION needs an END SOLUTION after it"),
    "no beginning": ("    ### BEGIN SOLUTION\n", "", "each BEGIN SOLUTION needs an END SOLUTION after it"),
    "two beginnings": ("    ### BEGIN SOLUTION\n", "    ### BEGIN SOLUTION\n" * 2, "no other comes between"),
    "nothing between": (
        "    return np.where(Z > 0, Z, 0.01 * Z)\n",
        "",
        "holds no line between BEGIN SOLUTION and END",
    ),
    "a leak": (
        "learns nothing more.",
        "learns.\n# return np.where(Z > 0, Z, 0.01 * Z)\n#",
        "stands openly in w5-leaky-relu-ask",
    ),
    "no hints": ('id="w5-leaky-relu-hint"', 'id="w5-relu-hint"', "give them a cell with the id w5-leaky-relu-hint"),
    "two hints": ("<details><summary>Hint 3</summary>", "Hint 3", "it has 2 <details> and 3 </details>"),
    "not closed": ("answer for no.\n#\n# </details>", "answer for no.", "it has 3 <details> and 2 </details>"),
    "an id of another week": (
        'id="w5-leaky-relu-ask"',
        'id="w4-leaky-relu-ask"',
        "w4-leaky-relu-ask should begin with w5-",
    ),
    "two cells of one id": ("w5-leaky-relu-ask", "w5-imports", "two cells have the id w5-imports"),
    "no id": (' id="w5-leaky-relu-ask"', "", "a cell needs an id of small letters, digits and hyphens"),
    "a syntax error": ("return np.where(Z", "return np.where)Z", "other_activations.py, line 27: "),
    "a reference that fails": (
        "0.01 * Z)",
        "0.01 * A)",
        "the reference fails in 'ordinary scores' with NameError: name 'A'",
    ),
    "a cell that fails": (
        "from lib.check import check",
        "from lib.check import tick",
        "ImportError: cannot import name 'tick'",
    ),
    "a TODO": ("A unit that never", "TODO: never", "other_activations.py, line 12, is still to do: never"),
}
IN_SPEC = {
    "another id": ('("w5-leaky-relu")', '("w5-leaky")', "has a spec of w5-leaky, which no test cell checks"),
    "no spec": ('Exercise("w5-leaky-relu")', 'Exercise("w5-leaky")', "has no spec of w5-leaky-relu"),
    "a syntax error": ("return np.maximum(Z, 0)", "return np.maximum(Z, 0", "leaky_relu.py, line "),
    "an error at import": (
        '"w5-leaky-relu")',
        '"w5-leaky-relu", 1 / 0)',
        "leaky_relu.py, line 7: ZeroDivisionError: division by",
    ),
    "an unknown module": (
        "import numpy as np",
        "import numppy as np",
        "line 3: ModuleNotFoundError: No module named 'numppy'",
    ),
    "a part without cases": (
        "    yield (np.array([[-1000.0, 0.0, 1000.0]]),)",
        "    return",
        "far from it': it draws no case",
    ),
    "no tuple": ("yield (np.array([[-1000.0, 0.0, 1000.0]]),)", "yield np.zeros(3)", "is written `yield (a,)`"),
    "cases that fail": ("rng.normal(size=(2, 3))", "rng.norm()", "part 'ordinary scores': "),
    "an unknown Named": (
        "(rng.normal(size=(2, 3)),)",
        '(__import__("lib.values").values.Named("cobe"),)',
        "no function cobe",
    ),
    "weights for nothing": (
        '"ordinary scores")',
        '"ordinary scores", weights={"dW": 2})',
        "weights name dW, which no result has",
    ),
    "a weight of nothing": ('"ordinary scores")', '"ordinary scores", weight=0)', "'ordinary scores' weighs 0"),
    "no hint": (
        '"Positive scores shrink too: at z = 3 this gives 0.03, where 3 is right."',
        '" "',
        "leaks_everywhere has no hint",
    ),
    "a mistake that is right": (
        "    return 0.01 * Z\n",
        "    return np.maximum(Z, 0.01 * Z)\n",
        "leaks_everywhere gets full marks",
    ),
    "a mistake told twice": ("return np.where(Z > 0, 0.01 * Z, Z)", "return 0.01 * Z", "not its own hint"),
    "one name twice": ("def sign_lost", "def no_leak", "2 mistakes are named no_leak"),
    "a variant that is wrong": ("z / 100", "z / 10", "entry_by_entry is right, but gets"),
    "a slip of what isn't there": (
        "@leaky_relu.variant\ndef the",
        'leaky_relu.slip("tenth", "A tenth.", "0.07", "0.1")\n\n\n@leaky_relu.variant\ndef the',
        "needs '0.07' once in the solution",
    ),
    "a slip that is no Python": (
        "@leaky_relu.variant\ndef the",
        'leaky_relu.slip("tenth", "A tenth.", "0.01 *", "0.1 )")\n\n\n@leaky_relu.variant\ndef the',
        "mistake tenth: ",
    ),
    "a second spec": (
        "import numpy as np\n",
        'import numpy as np\n\nother = __import__("autograder.spec").spec.Exercise("w5-leaky-relu")\n',
        "there is another spec of w5-leaky-relu; keep one",
    ),
    "a TODO": ("Activations with", "TODO: with", "leaky_relu.py, line 1, is still to do: with"),
}


def spoil(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize(("old", "new", "said"), IN_CELLS.values(), ids=IN_CELLS)
def test_what_is_wrong_in_the_cells_is_named(made, course, old, new, said):
    spoil(made[0], old, new)
    told = complaints(course)
    assert any(said in line for line in told), told
    assert not any("Traceback" in line for line in told)


@pytest.mark.parametrize(("old", "new", "said"), IN_SPEC.values(), ids=IN_SPEC)
def test_what_is_wrong_in_the_spec_is_named(made, course, old, new, said):
    spoil(made[1], old, new)
    told = complaints(course)
    assert any(said in line for line in told), told
    assert not any("Traceback" in line for line in told)


def test_a_spec_without_parts_or_mistakes_is_named(made, course):
    made[1].write_text(SPEC[: SPEC.index("@leaky_relu.part")], encoding="utf-8")
    told = complaints(course)
    assert len(told) == 2 and "has no part" in told[0] and "knows no mistake" in told[1]


def test_all_that_is_wrong_is_named_at_once(made, course):
    spoil(made[0], ', "points": 2', "")
    spoil(made[0], "</details>", "")
    spoil(made[1], "Activations with", "TODO with")
    spoil(made[1], '"ordinary scores")', '"ordinary scores", weight=-1)')
    assert len(complaints(course)) == 4


def test_what_fails_on_the_cases_is_named_at_once(made, course):
    spoil(made[1], "rng.normal(size=(2, 3))", "rng.norm()")
    spoil(made[1], "np.array([[-1000.0", "np.arrray([[-1000.0")
    assert len(complaints(course)) == 2


def test_two_broken_files_are_named_at_once(made, course):
    spoil(made[0], "return np.where(Z", "return np.where)Z")
    spoil(made[1], "return np.maximum(Z, 0)", "return np.maximum(Z, 0")
    assert len(complaints(course)) == 2


def test_a_week_without_a_package_of_specs_is_named(made, course):
    (course / "autograder/exercises/week5").rename(course / "elsewhere")
    assert complaints(course) == ["autograder/exercises/week5/ is missing: the specs of week5 belong there."]


def test_notebooks_that_share_ids_or_a_name_are_named(made, course):
    scaffold.week(6, TITLE)
    other = course / "solutions/week6/other_activations.py"
    text = other.read_text(encoding="utf-8").replace("w6-title", "w5-title")
    other.write_text(re.sub("TODO.*", "Pooling.", text), encoding="utf-8")
    told = complaints(course)
    assert any("2 notebooks are called other_activations" in line for line in told)
    assert any("both have a cell w5-title" in line for line in told)
