"""A class in numbers: what each exercise was like, and who needs help."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median

import numpy as np

Scores = Mapping[str, tuple[float | None, float]]  # of one learner: by exercise, points earned and points there are
FEWEST = 5  # learners, for a correlation
HALF, UNDONE, FALL = 0.5, 1 / 3, 0.2  # shares below, at or from which somebody needs help


@dataclass(frozen=True)
class Item:
    """An exercise, as the class did it; None where nothing can be said, as before all answers are marked."""

    id: str
    points: float
    share: float | None  # of its points, on average: how easy it was
    full: int  # learners who have all of its points
    discrimination: float | None
    minutes: float | None  # the median, of those that are known
    timed: int  # of how many learners


def items(
    scores: Mapping[str, Scores], exercises: Sequence[str], times: Mapping[str, Sequence[float]] | None = None
) -> list[Item]:
    """Each exercise, in the given order; `times` are minutes, by exercise."""
    points = {name: found for row in scores.values() for name, (_, found) in row.items()}
    to_mark = {name for row in scores.values() for name, (found, _) in row.items() if found is None}
    known = [name for name in exercises if points.get(name)]
    earned = {name: _column(name, scores, name in to_mark) for name in known}
    total = sum(map(np.nan_to_num, earned.values()))
    return [
        _item(name, points[name], own, total - np.nan_to_num(own), (times or {}).get(name, ()))
        for name, own in earned.items()
    ]


def discrimination(own: np.ndarray, rest: np.ndarray) -> float | None:
    """The correlation of an exercise's points with those of all others; None for few learners or where nothing varies.

    own, rest: (learners,), own NaN where it isn't known.
    """
    there = ~np.isnan(own)
    if there.sum() < FEWEST or np.ptp(own[there]) < 1e-9 or np.ptp(rest[there]) < 1e-9:
        return None
    return float(np.corrcoef(own[there], rest[there])[0, 1])


def share(row: Scores) -> float:
    """The share of the points that are marked so far."""
    marked = [(earned, points) for earned, points in row.values() if earned is not None]
    there = sum(points for _, points in marked)
    return sum(earned for earned, _ in marked) / there if there else 0.0


def histogram(shares: Sequence[float], bins: int = 10) -> list[int]:
    """How many shares lie in each of `bins` equal steps from 0 to 1; more than 1, by extra credit, is in the last."""
    return np.histogram(np.clip(shares, 0, 1), bins, (0, 1))[0].tolist()


def reasons(now: float, undone: float, before: float | None) -> list[str]:
    """Why a learner needs help: shares of points, now and the week before, and of exercises not begun."""
    said = [f"has {now:.0%} of the points"] if now < HALF else []
    said += [f"has not begun {undone:.0%} of the exercises"] if undone >= UNDONE else []
    fell = before is not None and before - now >= FALL
    return said + ([f"fell from {before:.0%} the week before to {now:.0%}"] if fell else [])


def _column(name: str, scores: Mapping[str, Scores], to_mark: bool) -> np.ndarray:
    """Everybody's points (learners,); NaN while answers are unmarked, or where a notebook has no such cell."""
    return np.array([np.nan if to_mark or name not in row else row[name][0] for row in scores.values()])


def _item(name: str, points: float, own: np.ndarray, rest: np.ndarray, times: Sequence[float]) -> Item:
    there = own[~np.isnan(own)]
    mean = float(there.mean()) / points if len(there) else None
    full = int(np.sum(there >= points - 1e-9))
    spent = median(times) if times else None
    return Item(name, points, mean, full, discrimination(own, rest), spent, len(times))
