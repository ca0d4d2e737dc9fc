"""Two texts side by side, with what differs marked."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

MOST_LINES, MOST_CHARACTERS = 300, 200  # of a text and of a line: what is longer is cut, and says so
ALIKE = 0.5  # from here on, pieces of two lines are marked, and else the lines as wholes

Pieces = list[tuple[str, bool]]  # a line in pieces, each with whether the other text lacks it


@dataclass(frozen=True)
class Row:
    """A line of each text; None where one has no such line."""

    left: Pieces | None
    right: Pieces | None
    differs: bool = False


def rows(left: str, right: str) -> list[Row]:
    """The lines of two texts, those that belong together in one row; blanks at a line's end don't count."""
    one, two = _lines(left), _lines(right)
    found: list[Row] = []
    for kind, a, b, c, d in SequenceMatcher(None, one, two, autojunk=False).get_opcodes():
        if kind == "equal":
            found += [Row([(line, False)], [(line, False)]) for line in one[a:b]]
        else:
            found += [_differing(*pair) for pair in zip_longest(one[a:b], two[c:d])]
    return found


def _lines(text: str) -> list[str]:
    lines = [_cut(line.rstrip()) for line in text.strip("\n").splitlines()]
    rest = len(lines) - MOST_LINES
    return lines if rest <= 0 else [*lines[:MOST_LINES], f"... and {rest} lines more"]


def _cut(line: str) -> str:
    return line if len(line) <= MOST_CHARACTERS else f"{line[:MOST_CHARACTERS]} ..."


def _differing(left: str | None, right: str | None) -> Row:
    if left is None or right is None:
        return Row(left if left is None else [(left, False)], right if right is None else [(right, False)], True)
    one, two = (re.findall(r"\w+|\s+|.", line) for line in (left, right))
    compared = SequenceMatcher(None, one, two, autojunk=False)
    if compared.ratio() < ALIKE:
        return Row([(left, False)], [(right, False)], differs=True)
    codes = compared.get_opcodes()
    return Row(
        [("".join(one[a:b]), kind != "equal") for kind, a, b, _, _ in codes if a < b],
        [("".join(two[c:d]), kind != "equal") for kind, _, _, c, d in codes if c < d],
        differs=True,
    )
