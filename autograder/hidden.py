"""The hidden keys: a week's cases drawn anew from the teacher's secret seed. They never leave the teacher's side."""

import hashlib
import os
import secrets
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from autograder import keys
from autograder.source import ROOT, Source
from lib import key
from lib.errors import CourseError
from lib.exercise import Case, Exercise, Quiz

SEED_FILE = ROOT / "secret.seed"
SEED_VARIABLE = "WORKBOOK_SEED"


@dataclass(frozen=True)
class HiddenKey:
    """What one notebook is graded by, and a digest that changes when it does."""

    source: Source
    path: Path

    @property
    def digest(self) -> str:
        """Names this key; two keys of the same name are the same."""
        return self.path.stem.rpartition("-")[2]

    @cached_property
    def items(self) -> dict[str, Exercise | Quiz]:
        """By id, all exercises and quizzes, with their answers."""
        return {item.id: item for item in key.read(self.path)}

    @cached_property
    def inputs(self) -> list[Exercise | Quiz]:
        """The same without anything to go by: for the sandbox."""
        return [without_answers(item) for item in self.items.values()]


def hidden_key(source: Source, root: Path) -> HiddenKey:
    """The notebook's hidden key, kept in `root`/hidden and made where it is missing or out of date."""
    path = root / "hidden" / f"{source.path.stem}-{_digest(source)}.h5"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        key.write(path, keys.make_key(source, secret_seed()))
    return HiddenKey(source, path)


def secret_seed() -> str:
    """The teacher's seed: from the environment, or from a file that git ignores and that is made on first use."""
    if seed := os.environ.get(SEED_VARIABLE):
        return seed
    if not SEED_FILE.exists():
        _make_seed()
    seed = SEED_FILE.read_text(encoding="utf-8").strip()
    if not seed or seed == keys.PUBLIC_SEED:
        raise CourseError(f"{SEED_FILE.name} holds no seed: delete it, and a new one is made.")
    return seed


def without_answers(item: Exercise | Quiz) -> Exercise | Quiz:
    """What a learner's process may know: names and inputs."""
    if isinstance(item, Quiz):
        return replace(item, questions={})
    parts = [replace(part, cases=[Case(case.arguments, None) for case in part.cases]) for part in item.parts]
    return replace(item, parts=parts, mistakes=[])


def _make_seed() -> None:
    """Write a new seed, where nobody did so in the meantime; an empty file is none, and doesn't stay."""
    descriptor = os.open(SEED_FILE, os.O_CREAT | os.O_WRONLY | os.O_EXCL, 0o600)
    try:
        with open(descriptor, "w", encoding="utf-8") as file:
            file.write(secrets.token_hex(16))
    except BaseException as error:
        SEED_FILE.unlink()
        if isinstance(error, OSError):
            error.filename = error.filename or str(SEED_FILE)
        raise


def _digest(source: Source) -> str:
    """Of all that the key follows from."""
    made_by = hashlib.sha256(secret_seed().encode())
    for path in sorted(_makers(source)):
        made_by.update(path.read_bytes())
    return made_by.hexdigest()[:16]


def _makers(source: Source) -> Iterable[Path]:
    yield source.path
    yield from (ROOT / "autograder" / "exercises").rglob("*.py")
    yield from (ROOT / "autograder" / name for name in ("spec.py", "keys.py"))
    yield from (ROOT / "lib").glob("*.py")
