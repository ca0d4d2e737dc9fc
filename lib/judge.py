"""From what a learner's code gave back to points and reasons. Runs nothing of theirs: `check` and grading share it."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lib.call import Failure, Outcome
from lib.compare import Tolerance, mismatches
from lib.values import stored


@stored
@dataclass(frozen=True)
class Case:
    """One call: its arguments, and the value (or the Failure) that is asked for."""

    arguments: tuple
    expected: Any


@stored
@dataclass(frozen=True)
class Part:
    """Cases that earn their weight together; a quiet part also asks that nothing warns."""

    title: str
    cases: list[Case]
    weight: float = 1
    tolerance: Tolerance = Tolerance()
    quiet: bool = False


@stored
@dataclass(frozen=True)
class Mistake:
    """A known misconception: the outcomes it has in every part's cases, and the hint that names it."""

    name: str
    hint: str
    outcomes: list[list[Outcome]]


@stored
@dataclass(frozen=True)
class Exercise:
    """A function to write, with all that is needed to judge it."""

    id: str
    points: float
    name: str  # of the function
    parameters: list[str]
    parts: list[Part]
    mistakes: list[Mistake] = field(default_factory=list)

    @property
    def cases(self) -> list[Case]:
        """All cases, part after part."""
        return [case for part in self.parts for case in part.cases]


@stored
@dataclass(frozen=True)
class Question:
    """One quiz question: the right choice's digest, and a hint for each digest of a wrong one that has a hint."""

    right: str
    hints: dict[str, str]


@stored
@dataclass(frozen=True)
class Quiz:
    """Questions to choose an answer to; a quiz of one question has it under ""."""

    id: str
    points: float
    name: str  # of the variable
    questions: dict[str, Question]


@dataclass(frozen=True)
class Trouble:
    """The first case of a part that went wrong: which, what came back, and what is wrong with each entry."""

    case: int
    outcome: Outcome
    expected: Any
    wrong: dict[str, str]


@dataclass(frozen=True)
class Line:
    """A part's line in the verdict: the share of it that is right, from 0 to 1, and why not more."""

    title: str
    share: float
    weight: float = 1
    trouble: Trouble | None = None
    hints: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Verdict:
    """What an exercise earned, and why."""

    id: str
    name: str
    points: float
    lines: list[Line] = field(default_factory=list)
    problem: str = ""  # one sentence where nothing could be judged
    waiting: bool = False  # the exercise is not done yet
    notes: list[str] = field(default_factory=list)

    @property
    def earned(self) -> float:
        """Points, to a hundredth."""
        total = sum(line.weight for line in self.lines)
        return round(self.points * sum(line.share * line.weight for line in self.lines) / total, 2) if total else 0.0

    @property
    def passed(self) -> bool:
        """Whether everything is right."""
        return bool(self.lines) and all(line.share == 1 for line in self.lines)

    @property
    def hints(self) -> list[str]:
        """The hints of all lines, each once."""
        return list(dict.fromkeys(hint for line in self.lines for hint in line.hints))


def judge(exercise: Exercise, outcomes: list[Outcome]) -> Verdict:
    """The verdict on one outcome for each of the exercise's cases; fewer count as not given."""
    stub = next((o.failure for o in outcomes if o.failure and o.failure.kind == "NotImplementedError"), None)
    if stub:
        return Verdict(exercise.id, exercise.name, exercise.points, problem=_unwritten(exercise, stub), waiting=True)
    by_part = list(_split(exercise.parts, outcomes))
    scores = [_score(part, own) for part, own in zip(exercise.parts, by_part)]
    likely = _by_likeness(exercise, by_part) if any(any(score) for score in scores) else []
    lines = [
        _line(part, own, score, [(mistake, mistake.outcomes[place]) for mistake in likely])
        for place, (part, own, score) in enumerate(zip(exercise.parts, by_part, scores))
    ]
    return Verdict(exercise.id, exercise.name, exercise.points, lines, notes=_notes(exercise, outcomes))


def judge_quiz(quiz: Quiz, answer: Any) -> Verdict:
    """The verdict on an answer: a string, a set of strings, or a dict of them."""
    answers = answer if isinstance(answer, dict) and "" not in quiz.questions else {"": answer}
    if all(_blank(answers.get(name)) for name in quiz.questions):
        problem = f"`{quiz.name}` has no answer yet: put yours in place of the dots, and run this cell again."
        return Verdict(quiz.id, quiz.name, quiz.points, problem=problem, waiting=True)
    lines = [_quiz_line(quiz.id, name, question, answers.get(name)) for name, question in quiz.questions.items()]
    return Verdict(quiz.id, quiz.name, quiz.points, lines, notes=_unknown_questions(quiz, answers))


def digest(quiz_id: str, question: str, choice: Any) -> str:
    """A choice's fingerprint: the key holds these, so that the answers can't be read off it."""
    text = canonical(choice).encode()
    return hashlib.pbkdf2_hmac("sha256", text, f"{quiz_id}/{question}".encode(), 1000, 16).hex()


def canonical(choice: Any) -> str:
    """One spelling for a choice: case, blanks and the order of several choices don't count."""
    if isinstance(choice, (set, list, tuple)):
        return ",".join(sorted({canonical(item) for item in choice}))
    return ",".join(sorted(item.strip() for item in str(choice).lower().split(",")))


def wrong_entries(part: Part, case: Case, outcome: Outcome) -> dict[str, str]:
    """What is wrong in one case, entry by entry ("" for the whole)."""
    if isinstance(case.expected, Failure):
        return {} if _fails_alike(case.expected, outcome) else {"": f"it runs on where a {case.expected.kind} is asked"}
    if outcome.failure:
        return dict.fromkeys(mismatches(case.expected, None, part.tolerance), f"it stops with {outcome.failure.kind}")
    wrong = mismatches(case.expected, outcome.value, part.tolerance)
    if part.quiet and outcome.warnings:
        return dict.fromkeys(wrong, f"it warns: {outcome.warnings[0]}") | _true(wrong)
    return _true(wrong)


def _true(wrong: dict[str, str | None]) -> dict[str, str]:
    return {name: what for name, what in wrong.items() if what}


def _split(parts: list[Part], outcomes: list[Outcome]) -> Iterator[list[Outcome]]:
    start = 0
    for part in parts:
        own = outcomes[start : start + len(part.cases)]
        lost = Outcome(failure=Failure("MissingAnswer", "No answer came back for this case.", "", ""))
        yield own + [lost] * (len(part.cases) - len(own))
        start += len(part.cases)


def _score(part: Part, outcomes: list[Outcome]) -> list[dict[str, str]]:
    return [wrong_entries(part, case, outcome) for case, outcome in zip(part.cases, outcomes)]


def _line(
    part: Part, outcomes: list[Outcome], score: list[dict[str, str]], likely: list[tuple[Mistake, list[Outcome]]]
) -> Line:
    wrong = list(dict.fromkeys(name for case in score for name in case))
    if not wrong:
        return Line(part.title, 1.0, part.weight)
    first = next(place for place, case in enumerate(score) if case)
    trouble = Trouble(first, outcomes[first], part.cases[first].expected, score[first])
    hints = [_hint(part, outcomes, name, likely) for name in wrong]
    entries = mismatches(part.cases[0].expected, None, part.tolerance)
    share = 0.0 if "" in wrong else 1 - len(wrong) / len(entries)
    return Line(part.title, share, part.weight, trouble, list(dict.fromkeys(filter(None, hints))))


def _hint(part: Part, outcomes: list[Outcome], entry: str, likely: list[tuple[Mistake, list[Outcome]]]) -> str | None:
    """The hint of the first mistake that gave the same as the learner in every case, as far as this entry goes."""
    for mistake, known in likely:
        if all(same(theirs, ours, entry, part) for theirs, ours in zip(known, outcomes)):
            return mistake.hint
    return None


def _by_likeness(exercise: Exercise, by_part: list[list[Outcome]]) -> list[Mistake]:
    """The mistakes, those that agree with the learner in most cases first."""

    def agreement(mistake: Mistake) -> int:
        rows = zip(exercise.parts, mistake.outcomes, by_part)
        return sum(same(a, b, "", part) for part, known, own in rows for a, b in zip(known, own))

    return sorted(exercise.mistakes, key=agreement, reverse=True)


def same(known: Outcome, own: Outcome, entry: str, part: Part) -> bool:
    """Whether two outcomes are the same, in one entry or ("") as a whole."""
    if known.failure or own.failure:
        return bool(known.failure and own.failure) and _fails_alike(known.failure, own)
    if part.quiet and bool(known.warnings) != bool(own.warnings):
        return False
    if entry and isinstance(known.value, (dict, tuple)):
        return not mismatches(known.value, own.value, part.tolerance).get(entry, "absent")
    return not any(mismatches(known.value, own.value, part.tolerance).values())


def _fails_alike(expected: Failure, outcome: Outcome) -> bool:
    return outcome.failure is not None and outcome.failure.kind == expected.kind


def _unwritten(exercise: Exercise, stub: Failure) -> str:
    if stub.raised_in == exercise.name:
        return (
            f"`{exercise.name}` is not written yet: replace its `raise NotImplementedError()` and run this cell again."
        )
    return f"`{exercise.name}` calls `{stub.raised_in}`, which is not written yet: do that one first."


def _notes(exercise: Exercise, outcomes: list[Outcome]) -> list[str]:
    changed = sorted({place for outcome in outcomes for place in outcome.changed})
    warned = sorted({warning for outcome in outcomes for warning in outcome.warnings})
    quiet = any(part.quiet for part in exercise.parts)
    notes = [
        f"It changes its argument `{exercise.parameters[place]}` in place. The caller's own data changes with it; "
        "that costs nothing here, but copy it first if you can."
        for place in changed
        if place < len(exercise.parameters)
    ]
    return notes + [f"Python warned: {warning}. A warning costs nothing." for warning in warned if not quiet]


def _blank(answer: Any) -> bool:
    return answer is None or answer is ... or answer == "" or answer == set()


def _quiz_line(quiz_id: str, name: str, question: Question, answer: Any) -> Line:
    title = name or "your choice"
    if _blank(answer):
        return Line(title, 0.0, hints=[f"{name}: no answer yet." if name else "No answer yet."])
    chosen = digest(quiz_id, name, answer)
    if chosen == question.right:
        return Line(title, 1.0)
    return Line(title, 0.0, hints=[question.hints[chosen]] if chosen in question.hints else [])


def _unknown_questions(quiz: Quiz, answers: dict) -> list[str]:
    unknown = [str(name) for name in answers if name not in quiz.questions]
    return [f"There is no question {name!r}; they are {', '.join(map(repr, quiz.questions))}." for name in unknown]
