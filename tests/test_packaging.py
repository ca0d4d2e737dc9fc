"""What is written down twice agrees, and what must not be written down isn't."""

import re
import subprocess
import sys
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from autograder.source import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
CONDA_NAMES = {"matplotlib": "matplotlib-base"}  # the same package without a desktop's windows


def declared() -> list[Requirement]:
    return [Requirement(line) for line in PROJECT["project"]["dependencies"]]


def pinned() -> list[Requirement]:
    lines = (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()
    return [Requirement(line) for line in lines if line]


def committed() -> list[str]:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True)
    return listed.stdout.splitlines()


def test_conda_has_what_pip_has():
    text = (ROOT / "environment.yml").read_text(encoding="utf-8")
    listed = set(re.findall(r"^  - ([a-z][^\s:]*)$", text, re.MULTILINE))
    wanted = {f"{CONDA_NAMES.get(need.name, need.name)}{need.specifier}" for need in declared()}
    normal = {f"{Requirement(line).name}{Requirement(line).specifier}" for line in listed - {"pip", "conda-forge"}}
    python = {line for line in normal if line.startswith(("python<", "python>"))}
    assert normal - python == wanted
    assert PROJECT["project"]["requires-python"] in python.pop().removeprefix("python").split(",")
    assert re.search(r"^channels:\n  - conda-forge$", text, re.MULTILINE) and "- -e ." in text


@pytest.mark.parametrize(
    "need", [*declared(), *map(Requirement, PROJECT["project"]["optional-dependencies"]["dev"])], ids=str
)
def test_the_tested_versions_satisfy_what_is_declared(need):
    pins = [pin for pin in pinned() if canonicalize_name(pin.name) == canonicalize_name(need.name)]
    assert pins, f"{need.name} is not in requirements.txt: export it again"
    for pin in pins:
        [exact] = pin.specifier
        assert exact.operator == "==" and need.specifier.contains(exact.version)


@pytest.mark.parametrize("version", ["3.11", "3.12", "3.13"])
def test_every_package_has_one_tested_version(version):
    environment = {"python_version": version, "python_full_version": f"{version}.1"}
    names = [pin.name for pin in pinned() if not pin.marker or pin.marker.evaluate(environment)]
    assert len(names) == len(set(names)) > 50


def test_no_committed_file_names_a_registry_host():
    hosts = re.compile(
        "|".join(["py" + r"pi\.org", "pythonhosted" + r"\.", "anaconda" + r"\.(org|com)", "npm" + r"js\."])
    )
    assert "README.md" in committed()
    for name in committed():
        text = (ROOT / name).read_bytes().decode("utf-8", errors="ignore")
        assert not hosts.search(text), name


def test_the_readme_has_every_module_on_its_map():
    rooms = (ROOT / "README.md").read_text(encoding="utf-8").partition("## The map")[2]
    for folder in ("lib", "autograder"):
        for path in (ROOT / folder).iterdir():
            if not path.name.startswith("__"):
                assert re.search(rf"\b{re.escape(path.name)}\b", rooms), f"{folder}/{path.name}"


def test_lock_files_that_name_hosts_are_ignored():
    for name in ("uv.lock", "pylock.toml", "build/gradebook.db"):
        assert subprocess.run(["git", "check-ignore", "-q", name], cwd=ROOT).returncode == 0, name


def test_lib_is_not_swallowed_by_a_stock_ignore_list(tmp_path):
    stock = tmp_path / "stock"
    stock.write_text("lib/\nlib64/\nbuild/\n*.h5\n", encoding="utf-8")
    command = ["git", "-c", f"core.excludesFile={stock}", "check-ignore", "-q", "lib/check.py"]
    assert subprocess.run(command, cwd=ROOT).returncode == 1


def test_the_command_is_installed():
    shown = subprocess.run([sys.executable, "-m", "autograder.cli", "--help"], capture_output=True, text=True)
    assert shown.returncode == 0 and "build" in shown.stdout and "demo" in shown.stdout and "lab" in shown.stdout
