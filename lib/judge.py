"""From what a learner's code gave back to points and reasons. Runs nothing of theirs: `check` and grading share it."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from lib.call import Failure, Outcome
from lib.compare import entry_of, mismatch, mismatches, other_forms
from lib.exercise import Case, Exercise, Mistake, Part
from lib.symptoms import symptom
from lib.verdict import Line, Trouble, Verdict


class Place(NamedTuple):
    """Where something is wrong: in which part, which of its cases, which entry of the result ("" for the whole)."""

    part: int
    case: int
    entry: str


Reasons = dict[Place, str]


def judge(exercise: Exercise, outcomes: list[Outcome]) -> Verdict:
    """The verdict on one outcome for each of the exercise's cases; fewer count as not given."""
    stub = next((o.failure for o in outcomes if o.failure and o.failure.kind == NotImplementedError.__name__), None)
    if stub:
        return Verdict(exercise.id, exercise.name, exercise.points, problem=_unwritten(exercise, stub), waiting=True)
    rows = list(_split(exercise.parts, outcomes))
    reasons = _reasons(exercise, rows)
    hints = _hints(exercise, rows, reasons) or _symptoms(exercise, rows, reasons)
    lines = [_line(exercise, place, rows[place], reasons, hints) for place in range(len(exercise.parts))]
    return Verdict(exercise.id, exercise.name, exercise.points, lines, notes=_notes(exercise, outcomes, not reasons))


def _split(parts: list[Part], outcomes: list[Outcome]) -> Iterator[list[Outcome]]:
    """The outcomes part by part."""
    start = 0
    for part in parts:
        own = outcomes[start : start + len(part.cases)]
        lost = Outcome(failure=Failure("MissingAnswer", "no answer came back for this case", "", ""))
        yield own + [lost] * (len(part.cases) - len(own))
        start += len(part.cases)


def _reasons(exercise: Exercise, rows: list[list[Outcome | None]]) -> Reasons:
    """All that is wrong, and why."""
    return {
        Place(p, c, entry): reason
        for p, part in enumerate(exercise.parts)
        for c, (case, outcome) in enumerate(zip(part.cases, rows[p]))
        if outcome is not None
        for entry, reason in _wrong(exercise, part, case, outcome).items()
    }


def _wrong(exercise: Exercise, part: Part, case: Case, outcome: Outcome) -> dict[str, str]:
    """What is wrong in one case, entry by entry."""
    if isinstance(case.expected, Failure):
        return {} if _fails_alike(case.expected, outcome) else {"": f"it runs on where a {case.expected.kind} is asked"}
    if outcome.failure:
        return dict.fromkeys(_entries(part, case), f"it stops with {_first_line(outcome.failure)}")
    found = _compared(part, case.expected, outcome.value)
    wrong = {entry: reason for entry, reason in found.items() if reason}
    beside = _beside(exercise, part, outcome)
    return dict.fromkeys(found, beside) | wrong if beside else wrong


def _beside(exercise: Exercise, part: Part, outcome: Outcome) -> str | None:
    """What it did beside giving a result, where the part asks that it doesn't."""
    if part.kept and outcome.changed:
        return f"it changes its argument `{exercise.parameters[outcome.changed[0]]}` in place"
    return f"it warns: {outcome.warnings[0]}" if part.quiet and outcome.warnings else None


def _entries(part: Part, case: Case) -> list[str]:
    return list(_compared(part, case.expected, None))


def _compared(part: Part, expected: Any, got: Any) -> dict[str, str | None]:
    """What is wrong, entry by entry; or all under "" where the part counts as one."""
    if part.whole:
        return {"": mismatch(expected, got, part.tolerance)}
    return mismatches(expected, got, part.tolerance)


def _hints(exercise: Exercise, rows: list[list[Outcome]], reasons: Reasons) -> dict[Place, str]:
    """For each wrong place the hint of a mistake that explains it; of several, the one that explains most.

    A mistake explains a result where it is wrong, if in all such places the learner's code did the same. In the first
    part that went wrong it is enough to be the same there and wrong too elsewhere: a second mistake may hide the first.
    """
    if not reasons:
        return {}
    first = min(place.part for place in reasons)
    partly, wholly = {}, {}
    for mistake, places in _mistaken(exercise):
        own = [place for place in places if place.part == first]
        if not _did_the_same(mistake, own, exercise, rows):
            continue
        if all(place in reasons for place in places):
            partly |= dict.fromkeys(own, mistake.hint)
        if _did_the_same(mistake, [place for place in places if place.part != first], exercise, rows):
            wholly |= dict.fromkeys(places, mistake.hint)
    return partly | wholly


def _symptoms(exercise: Exercise, rows: list[list[Outcome]], reasons: Reasons) -> dict[Place, str]:
    """What the numbers tell, entry by entry in each part, where no known mistake explains anything."""
    groups: dict[tuple[int, str], list[Place]] = {}
    for place in reasons:
        groups.setdefault((place.part, place.entry), []).append(place)
    told = {}
    for places in groups.values():
        text = symptom([_seen(exercise, place, rows) for place in places])
        told |= dict.fromkeys(places, text) if text else {}
    return told


def _seen(exercise: Exercise, place: Place, rows: list[list[Outcome]]) -> tuple[Any, Any, dict[str, Any]]:
    """What is asked there, what came, and the arguments by name."""
    case = exercise.parts[place.part].cases[place.case]
    got = rows[place.part][place.case].value
    given = dict(zip(exercise.parameters, case.arguments))
    return entry_of(case.expected, place.entry), entry_of(got, place.entry), given


@lru_cache(maxsize=512)
def _mistaken(exercise: Exercise) -> list[tuple[Mistake, list[Place]]]:
    """Each mistake with the places where it is wrong, those with few first."""
    found = [(mistake, list(_reasons(exercise, mistake.outcomes))) for mistake in exercise.mistakes]
    return sorted(found, key=lambda pair: len(pair[1]))


def _did_the_same(mistake: Mistake, places: list[Place], exercise: Exercise, rows: list[list[Outcome]]) -> bool:
    """Whether in all these places the learner's code gave what the mistake gives."""
    return all(_same(mistake.outcomes[p][c], rows[p][c], entry, exercise.parts[p]) for p, c, entry in places)


def _same(known: Outcome, own: Outcome, entry: str, part: Part) -> bool:
    """Whether two outcomes are the same, in one entry or ("") as a whole."""
    if known.failure or own.failure:
        return known.failure is not None and _fails_alike(known.failure, own)
    if part.quiet and bool(known.warnings) != bool(own.warnings):
        return False
    if part.kept and known.changed != own.changed:
        return False
    found = _compared(part, known.value, own.value)
    if entry not in found and isinstance(own.value, dict) and entry in own.value:
        return False  # what the mistake leaves out is there
    return not (found[entry] if entry in found else any(found.values()))


def _fails_alike(known: Failure, outcome: Outcome) -> bool:
    """The same type, and a message that begins alike, numbers left out; a known failure without message is any."""
    if outcome.failure is None or outcome.failure.kind != known.kind:
        return False
    return not known.message or _gist(known.message) == _gist(outcome.failure.message)


def _gist(message: str) -> list[str]:
    return re.findall(r"[a-z]+", message.lower())[:5]


def _first_line(failure: Failure) -> str:
    message = failure.message.strip().splitlines()
    return f"{failure.kind}: {message[0][:200]}" if message else failure.kind


def _line(exercise: Exercise, place: int, outcomes: list[Outcome], reasons: Reasons, hints: dict[Place, str]) -> Line:
    part = exercise.parts[place]
    wrong = [found for found in reasons if found.part == place]
    if not wrong:
        return Line(part.title, 1.0, part.weight)
    told = list(dict.fromkeys(hints[found] for found in wrong if found in hints))
    return Line(part.title, _share(part, wrong), part.weight, _trouble(exercise, wrong, outcomes, reasons), told)


def _share(part: Part, wrong: list[Place]) -> float:
    """The weight of the entries that are right in every case, as a share of all entries' weight."""
    entries = dict.fromkeys(entry for case in part.cases for entry in _entries(part, case))
    weights = {entry: part.weights.get(entry, 1.0) for entry in entries}
    lost = {found.entry for found in wrong}
    if "" in lost:
        return 0.0
    return sum(weight for entry, weight in weights.items() if entry not in lost) / sum(weights.values())


def _trouble(exercise: Exercise, wrong: list[Place], outcomes: list[Outcome], reasons: Reasons) -> Trouble:
    """The first case that went wrong; and for each entry, what is wrong where it first is."""
    case = wrong[0].case
    first = {found.entry: found for found in reversed(wrong)}
    said = {
        _named(exercise, entry): reasons[found] + (" (in a later case)" if found.case > case else "")
        for entry, found in sorted(first.items(), key=lambda item: wrong.index(item[1]))
    }
    return Trouble(case, outcomes[case], exercise.parts[wrong[0].part].cases[case].expected, said)


def _unwritten(exercise: Exercise, stub: Failure) -> str:
    if stub.raised_in == exercise.name:
        return f"`{exercise.name}` is not written yet: replace its `raise NotImplementedError()`, run it, then this."
    return f"`{exercise.name}` calls `{stub.raised_in}`, which is not written yet: do that one first."


def _notes(exercise: Exercise, outcomes: list[Outcome], right: bool) -> list[str]:
    changed = sorted({place for outcome in outcomes for place in outcome.changed})
    warned = sorted({warning for outcome in outcomes for warning in outcome.warnings})
    quiet, kept = (any(getattr(part, what) for part in exercise.parts) for what in ("quiet", "kept"))
    notes = [
        f"It changes its argument `{exercise.parameters[place]}` in place. The caller's own data changes with it; "
        "that costs nothing here, but copy it first if you can."
        for place in changed
        if not kept
    ]
    notes += [f"Python warned: {warning}. A warning costs nothing." for warning in warned if not quiet]
    return notes + (_forms(exercise, outcomes) if right else [])


def _forms(exercise: Exercise, outcomes: list[Outcome]) -> list[str]:
    """Results that are accepted in a form that may trip what is written later."""
    given = [other_forms(case.expected, outcome.value) for case, outcome in zip(exercise.cases, outcomes)]
    forms = {_named(exercise, entry): form for found in given for entry, form in found.items()}
    return [f"{name or 'The result'} comes as {form} That costs nothing here." for name, form in forms.items()]


def _named(exercise: Exercise, entry: str) -> str:
    """The name of a tuple's entry, where the reference has one."""
    number = int(entry) - 1 if entry.isdigit() else len(exercise.results)
    return exercise.results[number] if number < len(exercise.results) else entry
