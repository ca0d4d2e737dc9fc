"""Sources and packages are as ruff wants them, and functions are short."""

import ast
import statistics
import subprocess
import sys

import pytest

from autograder.source import ROOT

CODE = [path for folder in ("lib", "autograder") for path in (ROOT / folder).rglob("*.py")]


@pytest.mark.parametrize("command", [["check"], ["format", "--check"]], ids=" ".join)
def test_ruff(command):
    done = subprocess.run([sys.executable, "-m", "ruff", *command], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def test_functions_are_short():
    lengths = {
        f"{path.name}: {node.name}": _length(node)
        for path in CODE
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef)
    }
    assert statistics.median(lengths.values()) <= 6
    assert {name: length for name, length in lengths.items() if length > 25} == {}


def _length(function: ast.FunctionDef) -> int:
    """Lines of its body, the docstring left out."""
    body = function.body[1:] if ast.get_docstring(function) else function.body
    return body[-1].end_lineno - body[0].lineno + 1 if body else 0


def test_public_functions_say_what_they_do():
    bare = [
        f"{path.name}: {node.name}"
        for path in CODE
        if "exercises" not in path.parts
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)) and not node.name.startswith("_")
        if not ast.get_docstring(node)
    ]
    assert bare == []
