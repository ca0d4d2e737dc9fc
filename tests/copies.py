"""A copy of the course in a folder of its own, where a test may do what a learner or a teacher does."""

import shutil
from pathlib import Path

from autograder.source import ROOT


def copy_course(folder: Path) -> Path:
    """The course without what git ignores, under `folder`."""
    for name in ("lib", "autograder", "solutions", "notebooks", "datasets"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__", "*.yours-*"))
    return folder
