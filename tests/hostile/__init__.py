"""Notebooks of people who want marks they did not earn, or everybody else's harm. One family a module."""

import textwrap
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

ATTACKED = "w1-neuron"
NUMBER = 2  # its step, after the imports and its own cell
WRONG = """
def neuron(area, w, b):
    return -1.0
"""
RIGHT = """
def neuron(area, w, b):
    return max(0.0, w * area + b)
"""

# Whoever tries to reach something prints REACHED where it succeeds, and TRIED at the end.
TRY = """
def reached(what, attempt, *arguments):
    try:
        found = attempt(*arguments)
    except BaseException:
        return
    if found is not False:
        print("REACHED", what, repr(found)[:200])
"""

# What is another's should be gone: files, changed modules, a lower priority.
LEFT = """
def look_for_what_was_left():
    import builtins, os, sys
    import numpy as np
    found = [where.__name__ for where in (np, builtins, os) if hasattr(where, "left_behind")]
    found += os.listdir("/scratch") + [name for name in os.environ if name == "LEFT_BEHIND"]
    found += [f"priority {os.getpriority(os.PRIO_PROCESS, 0)}"] * (os.getpriority(os.PRIO_PROCESS, 0) != 0)
    if found:
        print("REACHED", "what another left:", found)

look_for_what_was_left()
"""

# The descriptor that leads out of the child is found by trying all; frames are forged as the server writes them.
SINKS = """
import json, os, struct

def sinks():
    for number in range(3, 64):
        try:
            os.fstat(number)
        except OSError:
            continue
        yield number

def frame(number, tree, numbers=b""):
    text = tree if isinstance(tree, bytes) else json.dumps(tree).encode()
    body = struct.pack("<II", len(text), len(numbers)) + text + numbers
    return struct.pack("<iI", number, len(body)) + body

def forge(*blocks):
    for sink in sinks():
        for block in blocks:
            os.write(sink, block)

def outcome(value):
    fields = {"value": value, "failure": None, "warnings": {"list": []}, "changed": {"list": []}}
    return {"Outcome": fields}

def attempt(*outcomes):
    return {"Attempt": {"problem": "", "outcomes": {"list": list(outcomes)}}}
"""


@dataclass(frozen=True)
class Hostile:
    """A notebook with every answer right but these, and what it has to come to."""

    answers: Mapping[str, str] = field(default_factory=dict)  # by exercise, what is typed in
    solved: bool = True  # whether the other exercises are answered
    nothing: frozenset[str] = frozenset()  # exercises that must earn nothing; all others, everything
    spoils: bool = False  # whether it may cost exercises beyond those that it attacks: its author's own loss
    tried: bool = False  # whether its cell has to come to its end, and to have reached nothing
    change: Callable[[dict], object] = lambda notebook: None  # done to the notebook
    raw: Callable[[str], bytes] = str.encode  # its text as a file
    problem: str = ""  # where nothing can be graded, what is said
    file: bytes = b"binary_classification.ipynb"


def forged(code: str, **options: object) -> Hostile:
    """An attack on the first exercise, whose answer is wrong."""
    code = code if "def neuron" in code else code + WRONG
    return Hostile({ATTACKED: textwrap.dedent(code)}, nothing=frozenset({ATTACKED}), **options)


def selfish(code: str) -> Hostile:
    """An attack on all exercises of a notebook in which none is answered."""
    return Hostile({ATTACKED: textwrap.dedent(code) + WRONG}, solved=False, spoils=True)


def trying(code: str) -> Hostile:
    """An attack on what is beyond the notebook, in which everything is answered."""
    return Hostile({ATTACKED: TRY + LEFT + textwrap.dedent(code) + 'print("TRIED")\n' + RIGHT}, tried=True)


def edited(change: Callable[[dict], object], **options: object) -> Hostile:
    """A wrong answer to the first exercise, in a notebook that was edited."""
    return Hostile({ATTACKED: WRONG}, nothing=frozenset({ATTACKED}), change=change, **options)


def broken(raw: Callable[[str], bytes], problem: str) -> Hostile:
    """A file that is no notebook."""
    return Hostile(raw=raw, problem=problem)
