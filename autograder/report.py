"""A week's report: what a class found hard, which misconceptions it had, who needs help, and who wrote alike."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from autograder import answers, gradebook, keys, page, similar, statistics, timing
from autograder.beside import Row, rows
from autograder.source import Source, sources
from autograder.statistics import Item, Scores
from lib import files


@dataclass(frozen=True)
class Learner:
    """One learner's line."""

    id: str
    earned: float
    points: float
    share: float  # of the points that are marked
    to_mark: int
    undone: int  # exercises not begun
    repairs: int
    reasons: list[str]  # why this learner needs help
    feedback: str  # the page's address, empty where there is none


@dataclass(frozen=True)
class Told:
    """What the check of an exercise said, and to whom."""

    exercise: str
    text: str
    students: list[str]
    known: bool  # whether it names a misconception; else it says what it saw


@dataclass(frozen=True)
class Alike:
    """Two learners with similar answers: how alike by exercise, and these answers side by side."""

    students: tuple[str, str]
    exercises: dict[str, float]
    texts: dict[str, list[Row]]


@dataclass
class Collected:
    """What is kept of each graded notebook while a class is read, one after the other."""

    told: dict[tuple[str, str], list[str]] = field(default_factory=lambda: defaultdict(list))
    undone: dict[str, int] = field(default_factory=dict)
    repairs: dict[str, int] = field(default_factory=dict)
    times: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    runs: dict[str, dict[str, similar.Runs]] = field(default_factory=lambda: defaultdict(dict))


def write(root: Path, week: str, url: str | None = None) -> Path:
    """Write `root`/report/<week>.html about what was graded. Raises CourseError where nothing was."""
    [source] = sources(week)
    path = root / "report" / f"{week}.html"
    found = collect(root, source)
    scores = {student: row for student, row in gradebook.scores(root, week, url).items() if student in found.undone}
    class_ = learners(root, source, path, found, scores, shares_before(root, week, url))
    items = statistics.items(scores, list(source.titles), found.times)
    told = what_was_told(source, found)
    values = {
        "title": f"{week}: what the class did",
        "titles": source.titles,
        "solutions": page.link(path, root / "review" / f"{week}.html"),
        "made": f"{datetime.now():%d %B %Y, %H:%M}",
        "opening": opening(source, items, told, class_),
        "learners": {learner.id: learner for learner in class_},
        "items": items,
        "told": told,
        "alike": alike(root, source, found),
        "missing": missing(root, week, scores, url),
    }
    files.write(path, page.rendered("report.html", **values))
    return path


def collect(root: Path, source: Source) -> Collected:
    """Read a class's graded notebooks, and the times in what was handed in."""
    found = Collected()
    questions = similar.questions(source)
    for own in answers.of_class(root, source):
        found.undone[own.student], found.repairs[own.student] = len(own.waiting), len(own.repairs)
        for exercise, texts in own.told.items():
            for text in texts:
                found.told[exercise, text].append(own.student)
        for exercise, minutes in timing.of_student(root, source, own.student).items():
            found.times[exercise].append(minutes)
        for exercise in questions.keys() & own.texts.keys():
            found.runs[exercise][own.student] = questions[exercise].peculiar(own.texts[exercise])
    return found


def learners(
    root: Path, source: Source, path: Path, found: Collected, scores: Mapping[str, Scores], before: Mapping[str, float]
) -> list[Learner]:
    """Everybody who was graded, in the gradebook's order."""
    return [_learner(root, source, path, found, student, row, before.get(student)) for student, row in scores.items()]


def _learner(
    root: Path, source: Source, path: Path, found: Collected, student: str, row: Scores, before: float | None
) -> Learner:
    undone, share = found.undone[student], statistics.share(row)
    feedback = root / "feedback" / student / source.week / f"{source.path.stem}.html"
    return Learner(
        student,
        sum(earned or 0 for earned, _ in row.values()),
        sum(points for _, points in row.values()),
        share,
        sum(earned is None for earned, _ in row.values()),
        undone,
        found.repairs[student],
        statistics.reasons(share, undone / len(source.references), before),
        page.link(path, feedback),
    )


def shares_before(root: Path, week: str, url: str | None = None) -> dict[str, float]:
    """By learner, the share of points in the week before; nobody's in the first."""
    weeks = [source.week for source in sources()]
    place = weeks.index(week)
    scores = gradebook.scores(root, weeks[place - 1], url) if place else {}
    return {student: statistics.share(row) for student, row in scores.items()}


def what_was_told(source: Source, found: Collected) -> list[Told]:
    """What checks said, most often said first."""
    known = {exercise: set(item.hints.values()) for exercise, item in keys.specs_of(source.week).items()}
    told = [Told(name, text, who, text in known.get(name, ())) for (name, text), who in found.told.items()]
    return sorted(told, key=lambda one: (-len(one.students), one.exercise))


def opening(source: Source, items: Sequence[Item], told: Sequence[Told], class_: Sequence[Learner]) -> list[str]:
    """The sentences to read before class: the hardest exercise, the commonest misconception, whom to see."""
    tried = [item for item in items if item.share is not None]
    hardest = min(tried, key=lambda item: item.share, default=None)
    common = next((one for one in told if one.known), None)
    said = []
    if hardest and hardest.share < 1:
        said.append(
            f"Hardest was “{source.titles[hardest.id]}” (`{hardest.id}`): the class has {hardest.share:.0%} of its "
            f"points, and {hardest.full} of {len(class_)} have them all."
        )
    if common:
        said.append(
            f"The commonest misconception, {len(common.students)} of {len(class_)}, is in "
            f"“{source.titles[common.exercise]}” (`{common.exercise}`): {common.text}"
        )
    first = sorted((learner for learner in class_ if learner.reasons), key=lambda learner: learner.share)[:5]
    names = ", ".join(f"{learner.id} ({learner.share:.0%})" for learner in first)
    return [*said, f"To see first: {names}." if first else "Nobody needs help by the rule below."]


def alike(root: Path, source: Source, found: Collected) -> list[Alike]:
    """The pairs of learners whose answers are most alike, with these answers."""
    return [_alike(root, source, pair) for pair in similar.pairs(found.runs)]


def _alike(root: Path, source: Source, pair: similar.Pair) -> Alike:
    one, two = (answers.of_student(root, source, student).texts for student in pair.students)
    texts = {exercise: rows(one[exercise], two[exercise]) for exercise in pair.exercises}
    return Alike(pair.students, pair.exercises, texts)


def missing(root: Path, week: str, scores: Mapping[str, Scores], url: str | None = None) -> dict[str, list[str]]:
    """Learners of whom there is no mark, by why."""
    handed_in = {folder.parent.name for folder in (root / "submitted").glob(f"*/{week}") if folder.is_dir()}
    return {
        "Handed in, not graded": sorted(handed_in - set(scores)),
        "Nothing handed in": sorted(gradebook.students(root, url) - handed_in - set(scores)),
    }
