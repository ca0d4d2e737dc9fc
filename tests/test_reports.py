"""Whatever bytes a learner's process writes: a sound value, or ValueError, and no more memory than they take."""

import json
import math
import struct
import tracemalloc

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from autograder import reports
from autograder.inside import wire
from lib.attempt import Attempt
from lib.call import Failure, Outcome
from lib.exercise import Case, Exercise, Part
from lib.judge import judge
from lib.panel import as_html

FAILURE = Failure("ValueError", "no", "Traceback", "neuron")
VALUES = [
    1.5,
    np.eye(3),
    {"dW": np.zeros((2, 3)), "db": [1, 2.0, None]},
    (np.arange(4), {"a", "b"}),
    "text",
    object(),
    [[1, 2], [3]],
]
OUTCOMES = [Outcome(value) for value in VALUES] + [
    Outcome(failure=FAILURE, warnings=["RuntimeWarning: x"], changed=[0])
]
VALID = [
    wire.packed(Attempt(outcomes=OUTCOMES)),
    wire.packed(Attempt("There is no `neuron`.")),
    *(wire.packed([value]) for value in ("a", {"1": "b", "2": ["c"]}, {"a"}, None)),
    wire.packed({"w1-imports": ("printed", "Traceback"), "w1-neuron-code": ("", "")}),
    wire.packed({"w2-dot": "", "w2-cost": "`cost` has a loop."}),
]
CASES = [Case((1.0, np.eye(2)), expected) for expected in (1.5, np.eye(3))] * 4
EXERCISE = Exercise("toy", 2.0, "neuron", ["a", "b"], [Part("values", CASES)])
FUZZ = settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))


def read(message: bytes) -> None:
    """Read the message in each way, judge it and show it: ValueError alone may come of reading."""
    for reader in (reports.answer_in, reports.texts_in, reports.loops_in):
        try:
            json.dumps(repr(reader(message))).encode()
        except ValueError:
            continue
    try:
        tried = reports.attempt_in(message, EXERCISE)
    except ValueError:
        return
    assert len(tried.outcomes) <= len(EXERCISE.cases)
    as_html(judge(EXERCISE, tried.outcomes)).encode()


@FUZZ
@given(st.binary(max_size=300))
def test_any_bytes(message):
    read(message)


@FUZZ
@given(st.data(), st.sampled_from(VALID))
def test_a_valid_message_with_bytes_changed(data, message):
    changed = bytearray(message)
    for _ in range(data.draw(st.integers(1, 6))):
        changed[data.draw(st.integers(0, len(changed) - 1))] = data.draw(st.integers(0, 255))
    read(bytes(changed))


@FUZZ
@given(st.data(), st.sampled_from(VALID))
def test_a_valid_message_cut_moved_and_doubled(data, message):
    first, second = sorted(data.draw(st.tuples(*[st.integers(0, len(message))] * 2)))
    piece = data.draw(st.sampled_from([b"", message[first:second] * 2, message[second:], b"NaN", b"\x00" * 8]))
    read(message[:first] + piece + message[second:])


WORDS = ["", "array", "\ud800", "x" * 1000]
NODES = [[], {}, [[]], {"list": []}, {"array": {}}, {"dict": [["a"]]}, {"set": [{"list": []}]}, {"Outcome": {}}]
STRANGE = st.sampled_from([None, True, -1, 0.5, math.nan, math.inf, 10**400, -(2**63), *WORDS, *NODES])


@FUZZ
@given(st.data(), st.sampled_from(VALID))
def test_a_valid_tree_with_nodes_replaced(data, message):
    tree, numbers = wire.parts(message)
    for _ in range(data.draw(st.integers(1, 4))):
        tree = replaced(tree, data)
    read(as_message(tree, numbers.tobytes()))


def replaced(tree, data):
    """The tree with one node, anywhere in it, replaced by something strange."""
    if not isinstance(tree, (dict, list)) or not tree or data.draw(st.integers(0, 3)) == 0:
        return data.draw(STRANGE)
    names = list(tree) if isinstance(tree, dict) else list(range(len(tree)))
    chosen = data.draw(st.sampled_from(names))
    copy = tree.copy()
    copy[chosen] = replaced(tree[chosen], data)
    return copy


def as_message(tree, numbers: bytes = b"") -> bytes:
    text = json.dumps(tree).encode()
    return struct.pack("<II", len(text), len(numbers)) + text + numbers


ARRAY = {"start": 0, "shape": [2], "dtype": "float64"}


@pytest.mark.parametrize(
    "change",
    [
        {"shape": [-2]},
        {"shape": [3]},
        {"shape": [2**62, 2**62]},
        {"shape": [0, 2**62, 2**62]},
        {"shape": [1] * 33},
        {"shape": [True]},
        {"shape": ["2"]},
        {"shape": 2},
        {"start": -1},
        {"start": 1},
        {"start": 10**30},
        {"dtype": "object"},
        {"dtype": "U99999999"},
        {"dtype": "V8"},
        {"dtype": "datetime64[s]"},
        {"dtype": None},
        {"more": 1},
    ],
    ids=str,
)
def test_arrays_that_are_refused(change):
    message = as_message({"list": [{"array": ARRAY | change}]}, bytes(16))
    with pytest.raises(ValueError):
        reports.answer_in(message)


def test_an_array_whose_numbers_are_there_is_read():
    np.testing.assert_array_equal(reports.answer_in(as_message({"list": [{"array": ARRAY}]}, bytes(16))), [0, 0])


def test_numbers_count_once():
    arrays = [{"array": {"start": 0, "shape": [10**6], "dtype": "float64"}}] * 10_000
    message = as_message({"Attempt": {"problem": "", "outcomes": {"list": arrays}}}, bytes(8 * 10**6))
    tracemalloc.start()
    with pytest.raises(ValueError, match="count twice"):
        reports.attempt_in(message, EXERCISE)
    assert tracemalloc.get_traced_memory()[1] < 10**8
    tracemalloc.stop()


@pytest.mark.parametrize("depth", [61, 10**5])
def test_depth_is_refused(depth):
    message = b'{"list":[' * depth + b"]}" * depth
    with pytest.raises(ValueError):
        reports.answer_in(struct.pack("<II", len(message), 0) + message)


def test_texts_are_as_long_as_a_person_reads():
    failure = Failure(*["x" * 10**6] * 4)
    tried = reports.attempt_in(wire.packed(Attempt("y" * 10**6, [Outcome(failure=failure)])), EXERCISE)
    assert len(tried.problem) <= 500
    assert max(map(len, vars(tried.outcomes[0].failure).values())) <= 10_000
    assert max(map(len, reports.texts_in(wire.packed({"a": ("x" * 10**6, "")}))["a"])) <= reports.MOST_TEXT


def test_half_characters_are_replaced():
    [(said, trouble)] = reports.texts_in(wire.packed({"a": ("\ud800", "\udfff")})).values()
    assert (said, trouble) == ("?", "?")
    assert reports.answer_in(wire.packed([{"\ud800": ["\udc00"]}])) == {"?": ["?"]}


def test_a_quizs_answer_is_short():
    with pytest.raises(ValueError, match="too much"):
        reports.answer_in(wire.packed([["a"] * 10_000]))
