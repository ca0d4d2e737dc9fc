"""Judge a quiz by fingerprints, so that its answers can be read neither in a notebook nor in lib."""

import hashlib
import re
from functools import lru_cache
from typing import Any

import numpy as np

from lib.exercise import Question, Quiz
from lib.values import Other
from lib.verdict import Line, Verdict


def judge_quiz(quiz: Quiz, answer: Any) -> Verdict:
    """The verdict on an answer: a string, a set of strings, or a dict of them."""
    if "" in quiz.questions:
        answers = {"": answer}
    elif isinstance(answer, dict):
        answers = {canonical(name): choice for name, choice in answer.items()}
    else:
        answers = {}
    if _blank(answer) or (answers and all(map(_blank, answers.values()))):
        problem = f"`{quiz.name}` has no answer yet: put yours in place of the dots, run that cell, then this."
        return Verdict(quiz.id, quiz.name, quiz.points, problem=problem, waiting=True)
    lines = [_line(quiz.id, name, question, answers.get(canonical(name))) for name, question in quiz.questions.items()]
    return Verdict(quiz.id, quiz.name, quiz.points, lines, notes=_notes(quiz, answers))


def digest(quiz_id: str, question: str, choice: Any) -> str:
    """A choice's fingerprint: the key holds these."""
    return _fingerprint(canonical(choice), f"{quiz_id}/{question}")


@lru_cache(maxsize=10_000)
def _fingerprint(text: str, salt: str) -> str:
    """Slow on purpose; a class gives the same few answers."""
    return hashlib.pbkdf2_hmac("sha256", text.encode(), salt.encode(), 1000, 16).hex()


def canonical(choice: Any) -> str:
    """One spelling for a choice: case, blanks, brackets and the order of several choices don't count."""
    if isinstance(choice, (set, frozenset, list, tuple, np.ndarray)):
        choice = " ".join(map(str, choice))
    return ",".join(sorted(set(re.findall(r"\w+", str(choice).lower()))))


def _blank(answer: Any) -> bool:
    if answer is None or answer is ... or isinstance(answer, Other):
        return True
    return isinstance(answer, (str, set, frozenset, list, tuple, dict)) and not canonical(list(answer))


def _line(quiz_id: str, name: str, question: Question, choice: Any) -> Line:
    title = name or "your choice"
    if _blank(choice):
        return Line(title, 0.0, hints=["No answer yet."])
    chosen = digest(quiz_id, name, choice)
    if question.right in (chosen, digest(quiz_id, name, " ".join(canonical(choice)))):  # "abd" for {"a", "b", "d"}
        return Line(title, 1.0)
    return Line(title, 0.0, hints=[question.hints.get(chosen, f"Your answer was read as {canonical(choice)}.")])


def _notes(quiz: Quiz, answers: dict[str, Any]) -> list[str]:
    names = {canonical(name) for name in quiz.questions}
    unknown = [name for name in answers if name not in names]
    if not unknown and answers:
        return []
    asked = "{" + ", ".join(f"{name!r}: ..." for name in quiz.questions) + "}"
    return [*(f"There is no question {name!r}." for name in unknown), f"Answer with a dict like this: {asked}"]
