"""Each notebook's first cell finds the course from the notebook's own folder, and says what to do where it can't."""

import os
import subprocess
import sys
import sysconfig

import pytest

from autograder.source import ROOT, sources

PACKAGES = sysconfig.get_paths()["purelib"]


def first_cell(source):
    return next(cell for cell in source.notebook.cells if cell.id == f"w{source.week[-1]}-course")


def run(code, folder, packages):
    """Run code in a Python without the course and its site, as another program's kernel is."""
    environment = os.environ | {"PYTHONPATH": packages}
    command = [sys.executable, "-S", "-c", code]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)


@pytest.mark.parametrize("source", sources(), ids=lambda source: source.week)
def test_it_finds_the_course_that_is_not_installed(source):
    code = f"{first_cell(source).source}\nimport pathlib, lib.check; print(pathlib.Path(lib.check.__file__).resolve())"
    done = run(code, ROOT / "notebooks" / source.week, PACKAGES)
    assert done.stdout.strip() == str(ROOT / "lib" / "check.py"), done.stderr


@pytest.mark.parametrize(("packages", "missing"), [("", "h5py"), (PACKAGES, "lib")])
def test_it_says_in_one_sentence_what_to_do(packages, missing, tmp_path):
    folder = tmp_path if packages else ROOT / "notebooks" / "week1"
    done = run(first_cell(sources("week1")[0]).source, folder, packages)
    *above, last = done.stderr.strip().splitlines()
    assert done.returncode == 1 and len(above) < 12
    assert last.startswith(f"ModuleNotFoundError: No module named '{missing}") and "`%pip install -e ../..`" in last


def test_it_is_the_first_code_and_the_same_in_all_weeks():
    firsts = [next(cell for cell in source.notebook.cells if cell.cell_type == "code") for source in sources()]
    assert [cell.id for cell in firsts] == [f"w{source.week[-1]}-course" for source in sources()]
    assert len({cell.source for cell in firsts}) == 1
