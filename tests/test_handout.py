"""A class's zip: all that a learner needs, no answer in any file of it, and the same bytes every time."""

import ast
import importlib.metadata
import json
import os
import re
import subprocess
import sys
import tomllib
import zipfile
from functools import cache
from itertools import pairwise
from pathlib import Path

import nbformat
import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from autograder import handout, submissions
from autograder.source import ROOT, sources, telling_lines
from lib import data, key
from lib.errors import CourseError

WEEKS = [source.week for source in sources()]
OPTIONAL = {"sklearn", "torch"}  # lib.rivals says how to get them


@pytest.fixture(scope="module")
def zips(tmp_path_factory):
    """By week, the zip."""
    folder = tmp_path_factory.mktemp("zips")
    return {week: handout.release(week, folder / f"{week}.zip") for week in WEEKS}


def files(path) -> dict[str, bytes]:
    """What is in a zip, by its place in the one folder."""
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        return {name.removeprefix("neural-networks-workbook/"): archive.read(name) for name in archive.namelist()}


def code_in(path: str, content: bytes) -> str:
    """The Python in a file: a notebook's cells, magics left out."""
    if not path.endswith(".ipynb"):
        return content.decode()
    cells = nbformat.reads(content.decode(), as_version=4).cells
    return "\n\n".join(re.sub(r"^%.*", "", cell.source, flags=re.M) for cell in cells if cell.cell_type == "code")


@pytest.mark.parametrize("week", WEEKS)
def test_only_what_a_learner_needs_is_in_it(zips, week):
    names = set(files(zips[week]))
    assert {Path(name).parts[0] for name in names} == {
        *("README.md", "LICENSE", "pyproject.toml", "environment.yml", "lib", "notebooks", "datasets")
    }
    earlier = [source.path.stem for source in sources()[: WEEKS.index(week) + 1]]
    keys = {f"lib/keys/{stem}{kind}" for stem in earlier for kind in (".h5", ".ipynb")}
    assert {name for name in names if name.startswith("lib/keys/")} == keys
    assert [name for name in names if name.startswith("notebooks/")] == [f"notebooks/{week}/{earlier[-1]}.ipynb"]
    own = {path.relative_to(ROOT).as_posix() for path in (ROOT / "lib").rglob("*.py")}
    assert own <= names and not [name for name in names if "__pycache__" in name]


@pytest.mark.parametrize("week", WEEKS)
def test_no_file_holds_an_answer_a_mark_or_the_secret(zips, week):
    secret = (ROOT / "secret.seed").read_bytes().strip() if (ROOT / "secret.seed").exists() else b"no secret yet"
    for name, content in files(zips[week]).items():
        for mark in (b"BEGIN SOLUTION", b"END SOLUTION", b"MARK SCHEME", b"HIDDEN TESTS", secret):
            assert mark not in content, name
        if not name.endswith(".h5"):
            for line in forbidden_lines(name):
                assert line not in content.decode(), name


def forbidden_lines(name: str) -> list[str]:
    """As JSON has them in a notebook; a later week's may show what an earlier one asked for."""
    later = [source for source in sources() if source.week >= week_of(name)]
    lines = [line for source in later for cell in source.notebook.cells for line in telling_lines(cell)]
    return [json.dumps(line)[1:-1] for line in lines] if name.endswith(".ipynb") else lines


def week_of(name: str) -> str:
    return next((source.week for source in sources() if name.endswith(f"/{source.path.stem}.ipynb")), "")


@pytest.mark.parametrize("week", WEEKS)
def test_no_function_in_it_is_a_solution_whatever_its_names_and_layout(zips, week):
    """Compared as syntax trees with all names and constants alike, so that another spelling is the same."""
    for name, content in files(zips[week]).items():
        if name.endswith((".py", ".ipynb")):
            answers = {shape for source in sources() if source.week >= week_of(name) for shape in shapes_of(source)}
            there = {shape(function) for function in functions_in(code_in(name, content))}
            assert not there & answers, name


@cache
def shapes_of(source) -> set[str]:
    found = [shape(node) for item in source.references.values() for node in functions_in(item.code)]
    return {text for text in found if len(text) > 200}  # `return a * b` may be anybody's


def functions_in(code: str) -> list[ast.FunctionDef]:
    return [node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.FunctionDef)]


def shape(function: ast.FunctionDef) -> str:
    """The body without its docstring, all names taken off it."""
    body = function.body[1:] if ast.get_docstring(function) is not None else function.body
    return re.sub(r"(id|arg|name|value|attr)='\w*'", r"\1", "".join(map(ast.dump, body)))


def test_an_answer_that_got_into_a_file_stops_the_release(monkeypatch, tmp_path):
    [line, *_] = [line for cell in sources("week3")[0].notebook.cells for line in telling_lines(cell)]
    honest = handout.contents("week1")
    monkeypatch.setattr(handout, "contents", lambda week: honest | {"lib/scratch.py": f"x = 1\n{line}\n".encode()})
    with pytest.raises(CourseError, match=r"lib/scratch\.py holds a line of a solution"):
        handout.release("week1", tmp_path / "week1.zip")
    assert list(tmp_path.iterdir()) == []


RUN = """
import ast, json, sys
from pathlib import Path
sys.path[:] = [place for place in sys.path if Path(place).resolve() != Path(sys.argv[2])]
sys.modules |= dict.fromkeys(("autograder", "nbgrader", "jupytext", "pytest"))  # None: they can't be imported
names, earned = {"__name__": "__main__"}, {}
for cell in json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))["cells"]:
    source = "".join(cell["source"])
    if cell["metadata"].get("nbgrader", {}).get("grade") and cell["cell_type"] == "code":
        earned[cell["id"]] = float(repr(eval(source, names)))
    elif cell["cell_type"] == "code" and "demo" not in cell["metadata"].get("tags", []):
        exec(compile(source, cell["id"], "exec"), names)
import lib.data
for call in sys.argv[3:]:
    eval(f"lib.data.{call}")
print(json.dumps({"earned": earned, "lib": lib.__file__}))
"""
LOADS = {"load_penguins": "load_penguins()", "load_planar": "load_planar('moons')", "load_cats": "load_cats()"}


@pytest.mark.parametrize("source", sources(), ids=WEEKS)
def test_a_learner_can_work_from_it_alone(zips, source, tmp_path):
    zipfile.ZipFile(zips[source.week]).extractall(tmp_path)
    folder = tmp_path / "neural-networks-workbook"
    notebook = folder / "notebooks" / source.week / f"{source.path.stem}.ipynb"
    submissions.submit(notebook, submissions.right_answers(source), notebook)
    loads = [call for name, call in LOADS.items() if name in notebook.read_text(encoding="utf-8")]
    done = subprocess.run(
        [sys.executable, "-c", RUN, notebook, ROOT, *loads],
        cwd=notebook.parent,
        env={**os.environ, "PYTHONPATH": str(folder), "MPLBACKEND": "agg"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    said = json.loads(done.stdout.splitlines()[-1])
    assert said["earned"] == {reference.id: reference.points for reference in source.references.values()}
    assert Path(said["lib"]).is_relative_to(folder)


def test_the_notebook_is_the_one_that_was_released(zips):
    for source in sources():
        place = f"notebooks/{source.week}/{source.path.stem}.ipynb"
        assert files(zips[source.week])[place] == (key.PUBLIC_KEYS / f"{source.path.stem}.ipynb").read_bytes()


def test_a_week_over_an_earlier_one_touches_no_notebook_and_changes_only_what_names_its_week(zips):
    for week, later in pairwise(WEEKS):
        before, after = files(zips[week]), files(zips[later])
        gone = set(before) - set(after)
        assert gone == {name for name in before if name.startswith("notebooks/")}
        assert {name for name in set(before) & set(after) if before[name] != after[name]} == {"README.md"}


# What has to be installed


def test_its_pyproject_asks_for_the_courses_own_versions(zips):
    course = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    project = tomllib.loads(files(zips["week1"])["pyproject.toml"].decode())["project"]
    assert set(course["dependencies"]) - set(project["dependencies"]) == {
        line for line in course["dependencies"] if Requirement(line).name in handout.TEACHERS
    }
    assert set(project["dependencies"]) < set(course["dependencies"])
    assert project["requires-python"] == course["requires-python"]
    assert project["scripts"] == {"workbook": "lib.learner.commands:main"}


def test_conda_has_what_pip_has(zips):
    wanted = {Requirement(line).name for line in handout.needs()} | {"python", "pip"}
    listed = re.findall(r"^  - ([\w-]+)", handout.environment().replace("matplotlib-base", "matplotlib"), re.MULTILINE)
    assert set(listed) == wanted | {"conda-forge"} and "- -e ." in handout.environment()


def test_what_lib_and_the_notebooks_import_is_installed(zips):
    providers = importlib.metadata.packages_distributions()
    installed = with_all_they_need(handout.needs())
    for name, content in files(zips[WEEKS[-1]]).items():
        if name.endswith((".py", ".ipynb")):
            for module in imported(code_in(name, content)):
                assert {canonicalize_name(found) for found in providers[module]} & installed, f"{name}: {module}"


def imported(code: str) -> set[str]:
    nodes = list(ast.walk(ast.parse(code)))
    plain = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    given = {node.module for node in nodes if isinstance(node, ast.ImportFrom) and not node.level}
    return {name.partition(".")[0] for name in plain | given} - sys.stdlib_module_names - {"lib"} - OPTIONAL


def with_all_they_need(lines: list[str]) -> set[str]:
    """The distributions of these requirements and, in turn, of what each requires."""
    known: set[str] = set()
    waiting = [Requirement(line) for line in lines]
    while waiting:
        need = waiting.pop()
        name = canonicalize_name(need.name)
        if name not in known and (not need.marker or need.marker.evaluate({"extra": ""})):
            known.add(name)
            waiting += map(Requirement, importlib.metadata.requires(name) or [])
    return known


def test_every_data_set_that_can_be_loaded_is_known():
    assert set(handout.DATA) == {name for name in vars(data) if name.startswith("load_")} == set(LOADS)


# The file itself


def test_the_same_bytes_every_time(zips, tmp_path):
    again = handout.release("week1", tmp_path)
    assert again.name == "neural-networks-workbook-week1.zip"
    assert again.read_bytes() == zips["week1"].read_bytes()


def test_another_release_is_replaced_and_nothing_else(zips, tmp_path):
    path = tmp_path / "handout.zip"
    path.write_bytes(zips["week1"].read_bytes())
    handout.release("week2", path)
    assert path.read_bytes() == zips["week2"].read_bytes() and list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("mine", [b"", b"my own file", "zip"])
def test_a_file_of_the_teachers_is_left(mine, tmp_path):
    path = tmp_path / "handout.zip"
    if mine == "zip":
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("neural-networks-workbook/pyproject.toml", "")
            archive.writestr("marks.csv", "")
    else:
        path.write_bytes(mine)
    before = path.read_bytes()
    with pytest.raises(CourseError, match="is there already"):
        handout.release("week1", path)
    assert path.read_bytes() == before


def test_a_notebook_that_is_not_as_released_is_not_handed_out(monkeypatch, tmp_path):
    for path in key.PUBLIC_KEYS.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    monkeypatch.setattr(key, "PUBLIC_KEYS", tmp_path)
    path = tmp_path / f"{sources('week1')[0].path.stem}.ipynb"
    notebook = nbformat.read(path, as_version=4)
    notebook.cells[2].source += "\n# my notes"
    nbformat.write(notebook, path)
    with pytest.raises(CourseError, match="workbook build"):
        handout.contents("week1")
    path.unlink()
    with pytest.raises(CourseError, match="workbook build"):
        handout.contents("week1")


def test_an_unknown_week_is_one_sentence():
    with pytest.raises(CourseError, match="the weeks are week1"):
        handout.contents("week9")
