"""Answers that are more alike than chance makes them: a hint for a person to look, not a verdict.

An answer is cut into runs of tokens, in which a learner's own names are all one. What the exercise brings with it is
taken off: the stub, the solution, the known mistakes, and whatever many in the class have. What is left is peculiar to
few, and two who share most of it are named.
"""

import builtins
import inspect
import keyword
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from autograder import keys, spec
from autograder.source import Reference, Source
from lib.notebook import is_written

Runs = frozenset[int]

RUN = 5  # tokens
FEWEST = 8  # peculiar runs that two answers must share
ALIKE = 0.6  # of the peculiar runs of both, how many are shared
MANY = 1 / 3  # of the class: what more have is no sign of anything
LONGEST = 20_000  # characters of an answer that are looked at
KEPT = {*keyword.kwlist, *keyword.softkwlist, *dir(builtins)}  # names that are nobody's own
TOKEN = re.compile(
    r"""(?P<left>\#.*|(?P<quotes>\"{3}|'{3})[\s\S]*?(?:(?P=quotes)|\Z))  # comments and docstrings say what they like
    |(?P<text>"[^"\n]*"?|'[^'\n]*'?)|(?P<name>[^\W\d]\w*)
    |\.\s*[^\W\d]\w*|\d[\w.]*|\*\*|//|[-+*/@%&|^=!<>:]=|->|\S""",
    re.VERBOSE,
)


@dataclass(frozen=True)
class Pair:
    """Two learners, and by exercise how alike their answers are, from ALIKE to 1."""

    students: tuple[str, str]
    exercises: dict[str, float]
    shared: int  # peculiar runs, in all these exercises


@dataclass(frozen=True)
class Question:
    """How answers to an exercise are cut into tokens, and the runs that nobody need have from another."""

    tokens: Callable[[str], Iterator[str]]
    usual: Runs

    def peculiar(self, text: str) -> Runs:
        """The runs of an answer that are not the usual ones."""
        return runs(self.tokens(text)) - self.usual


def runs(tokens: Iterable[str]) -> Runs:
    """All runs of tokens, as numbers that hold in this process."""
    listed = list(tokens)
    return frozenset(hash(tuple(listed[start : start + RUN])) for start in range(len(listed) - RUN + 1))


def code_tokens(text: str) -> Iterator[str]:
    """The tokens of code, comments and strings left out, every name of one's own called alike; it need not compile."""
    for match in TOKEN.finditer(text[:LONGEST]):
        own = match["name"] and match["name"] not in KEPT
        if not match["left"]:
            yield "name" if own else '""' if match["text"] else match[0]


def word_tokens(text: str) -> Iterator[str]:
    """The words of a text."""
    yield from re.findall(r"\w+", text[:LONGEST].lower())


def questions(source: Source) -> dict[str, Question]:
    """By exercise, what is usual: in words all that the notebook says, in code the solution and the known mistakes."""
    written = [cell.id for cell in source.notebook.cells if is_written(cell)]
    said = _runs_of(word_tokens, (cell.source for cell in source.notebook.cells if cell.cell_type == "markdown"))
    specs = keys.specs_of(source.week)
    code = {
        name: _runs_of(code_tokens, [reference.code, *_known(specs[name], reference)])
        for name, reference in source.references.items()
    }
    found = {name: Question(code_tokens, usual) for name, usual in code.items()}
    return found | {name: Question(word_tokens, said) for name in written}


def pairs(answers: Mapping[str, Mapping[str, Runs]], most: int = 20) -> list[Pair]:
    """The pairs of learners who share most, those with most first.

    answers: by exercise and learner, the peculiar runs of what was written.
    """
    found: dict[tuple[str, str], dict[str, tuple[float, int]]] = {}
    for exercise, by_student in answers.items():
        for students, alike, shared in _alike(by_student):
            found.setdefault(students, {})[exercise] = alike, shared
    listed = [
        Pair(students, {name: alike for name, (alike, _) in told.items()}, sum(shared for _, shared in told.values()))
        for students, told in found.items()
    ]
    return sorted(listed, key=lambda pair: (-pair.shared, pair.students))[:most]


def _runs_of(tokens: Callable[[str], Iterator[str]], texts: Iterable[str]) -> Runs:
    return frozenset().union(*(runs(tokens(text)) for text in texts))


def _known(item: spec.Exercise | spec.Quiz, reference: Reference) -> Iterator[str]:
    """The mistakes and variants that an exercise knows, as a learner would write them."""
    if isinstance(item, spec.Exercise):
        yield from (keys.wrong_code(mistake, reference) for mistake in item.mistakes)
        yield from map(inspect.getsource, item.variants)


def _alike(by_student: Mapping[str, Runs]) -> Iterator[tuple[tuple[str, str], float, int]]:
    """Learners whose answers to one exercise are alike: who, how much, and how many runs they share."""
    counts = Counter(run for own in by_student.values() for run in own)
    several = {run for run, count in counts.items() if count > max(3, MANY * len(by_student))}
    left = {student: own - several for student, own in by_student.items()}
    students = sorted(student for student, own in left.items() if len(own) >= FEWEST)
    column = {run: number for number, run in enumerate(run for run in counts if counts[run] > 1 and run not in several)}
    there = np.zeros((len(students), len(column)), np.float32)
    for row, student in enumerate(students):
        there[row, [column[run] for run in left[student] if run in column]] = 1
    shared = there @ there.T
    sizes = np.array([len(left[student]) for student in students], np.float32)
    alike = shared / np.maximum(sizes[:, None] + sizes - shared, 1)
    for one, two in np.argwhere(np.triu((shared >= FEWEST) & (alike >= ALIKE), 1)):
        yield (students[one], students[two]), float(alike[one, two]), int(shared[one, two])
