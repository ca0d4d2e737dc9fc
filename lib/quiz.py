"""Judge a quiz by fingerprints, so that its answers can be read neither in a notebook nor in lib."""

import hashlib
import re
from functools import lru_cache
from typing import Any

import numpy as np

from lib.compare import describe
from lib.exercise import Question, Quiz
from lib.values import Other
from lib.verdict import Line, Verdict

COLLECTIONS = (set, frozenset, list, tuple, np.ndarray)


def judge_quiz(quiz: Quiz, answer: Any) -> Verdict:
    """The verdict on an answer: a string, a set of strings, or a dict of them."""
    answers = _by_question(quiz, answer)
    if _blank(answer) or (answers and all(map(_blank, answers.values()))):
        problem = f"`{quiz.name}` has no answer yet: put yours in place of the dots, run that cell, then this."
        return Verdict(quiz.id, quiz.name, quiz.points, problem=problem, waiting=True)
    if answers is None:
        problem = f"{_asked(quiz)} `{quiz.name}` is {describe(answer)}."
        return Verdict(quiz.id, quiz.name, quiz.points, problem=problem)
    lines = [_line(quiz.id, name, question, answers.get(canonical(name))) for name, question in quiz.questions.items()]
    return Verdict(quiz.id, quiz.name, quiz.points, lines, notes=_notes(quiz, answers))


def _by_question(quiz: Quiz, answer: Any) -> dict[str, Any] | None:
    """The choice for each question, a lone question's under ""; None where a dict is asked and this is none."""
    if "" in quiz.questions:
        return {"": answer}
    return {canonical(name): choice for name, choice in answer.items()} if isinstance(answer, dict) else None


def digest(quiz_id: str, question: str, choice: Any) -> str:
    """A choice's fingerprint: the key holds these."""
    return _fingerprint(canonical(choice), f"{quiz_id}/{question}")


@lru_cache(maxsize=10_000)
def _fingerprint(text: str, salt: str) -> str:
    """Slow on purpose; a class gives the same few answers."""
    return hashlib.pbkdf2_hmac("sha256", text.encode(), salt.encode(), 1000, 16).hex()


def canonical(choice: Any) -> str:
    """One spelling for a choice: case, blanks, brackets and the order of several choices don't count."""
    if isinstance(choice, COLLECTIONS):
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
    chosen = [digest(quiz_id, name, reading) for reading in _readings(choice)]
    if question.right in chosen:
        return Line(title, 1.0)
    told = (question.hints[each] for each in chosen if each in question.hints)
    return Line(title, 0.0, hints=[next(told, f"Your answer was read as {canonical(choice)}.")])


def _readings(choice: Any) -> list[str]:
    """What a choice may mean: what it says; {"a", "b", "d"} for "abd"; and "b" for "b) because ..."."""
    several = choice if isinstance(choice, COLLECTIONS) else [choice]
    return [canonical(choice), canonical(" ".join(canonical(choice))), canonical(list(map(_letter, several)))]


def _letter(choice: Any) -> str:
    """The letter or digit that a choice begins with, as in "b) because ..."; all of it where there are several."""
    letters = re.findall(r"(?<!\w)(\w)[).](?!\w)", str(choice))
    return letters[0] if len(letters) == 1 and re.match(rf"\W*{letters[0]}[).]", str(choice)) else str(choice)


def _notes(quiz: Quiz, answers: dict[str, Any]) -> list[str]:
    names = {canonical(name) for name in quiz.questions}
    unknown = [f"There is no question {name!r}." for name in answers if name not in names]
    return [*unknown, _asked(quiz)] if unknown or not answers else []


def _asked(quiz: Quiz) -> str:
    return "Answer with a dict like this: {" + ", ".join(f"{name!r}: ..." for name in quiz.questions) + "}."
