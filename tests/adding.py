"""The course of one exercise that solutions/ADDING.md makes, for tests to follow, to spoil and to run commands on."""

import importlib
import re
import sys
from pathlib import Path

import pytest

from autograder import build, cli, demo, exercises, hidden, scaffold, source
from lib import files, key

PAGE = (source.SOLUTIONS / "ADDING.md").read_text(encoding="utf-8")
CELLS, SPEC = re.findall(r"^```python\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
TITLE, EXERCISE = "Other activations", "w5-leaky-relu"


def enter(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Have this process work on the course in this folder; an empty one gets what every course has."""
    for module, name, path in (
        (source, "SOLUTIONS", "solutions"),
        (build, "NOTEBOOKS", "notebooks"),
        (build, "BUILD", "build"),
        (demo, "FOLDER", "build/demo"),
        (hidden, "SEED_FILE", "secret.seed"),
        (key, "PUBLIC_KEYS", "lib/keys"),
        (files, "ROOT", "."),
        (cli, "ROOT", "."),
    ):
        monkeypatch.setattr(module, name, folder / path)
    monkeypatch.setattr(exercises, "__path__", [str(folder / "autograder" / "exercises")])
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    table = folder / "solutions" / "COVERAGE.md"
    if not table.exists():
        files.write(table, "# What is taught where\n")
    forget()
    return folder


def forget() -> None:
    """Have sources read, specs imported and keys searched anew, as a new command does."""
    source.source.cache_clear()
    key.find.cache_clear()
    for name in [name for name in sys.modules if name.startswith("autograder.exercises.week5")]:
        del sys.modules[name]
    importlib.invalidate_caches()


def add() -> tuple[Path, Path]:
    """Add what the page adds; the notebook and the spec."""
    notebook, spec = scaffold.week(5, TITLE)[0], scaffold.exercise(EXERCISE)[1]
    fill_in(notebook, spec)
    return notebook, spec


def fill_in(notebook: Path, spec: Path) -> None:
    """The page's cells and spec in place of the skeleton's, and words for the title."""
    text = notebook.read_text(encoding="utf-8")
    head = re.sub("# TODO: .*", "# Leaks.", text[: text.index(f'# %% [markdown] id="{EXERCISE}-ask"')])
    notebook.write_text(f"{head.rstrip()}\n\n{CELLS}", encoding="utf-8")
    spec.write_text(SPEC, encoding="utf-8")
    forget()


def workbook(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    """The exit status of `workbook ...`, run here."""
    forget()
    monkeypatch.setattr(sys, "argv", ["workbook", *arguments])
    try:
        cli.main()
    except SystemExit as ended:
        return ended.code or 0
    return 0
