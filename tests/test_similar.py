"""Answers that are alike are found under other names; right answers of one's own are not."""

import inspect
import itertools
import time
from collections import Counter

import numpy as np
import pytest
from conftest import COPIED, renamed

from autograder import keys, similar, submissions
from autograder.source import sources

WEEK1 = sources("week1")[0]


@pytest.fixture(scope="module")
def questions():
    return {source.week: similar.questions(source) for source in sources()}


def class_of(source, rng, number=40):
    return {f"s{place}": submissions.mixed_answers(source, rng) for place in range(number)}


def peculiar(questions, answers):
    """By exercise and learner, as `pairs` takes them."""
    names = {name for typed in answers.values() for name in typed}
    return {
        name: {who: questions[name].peculiar(typed[name]) for who, typed in answers.items() if name in typed}
        for name in names
    }


@pytest.mark.parametrize("source", sources(), ids=lambda source: source.week)
def test_learners_who_make_the_known_mistakes_are_not_alike(source, questions):
    """Right answers and known mistakes are the same text here, and that is no sign of anything."""
    answers = class_of(source, np.random.default_rng(1))
    assert similar.pairs(peculiar(questions[source.week], answers)) == []


def test_a_copy_is_found_with_other_names_and_comments(questions):
    answers = class_of(WEEK1, np.random.default_rng(2))
    answers["s3"] = answers["s3"] | {"w1-two-loops": COPIED}
    answers["s7"] = answers["s7"] | {"w1-two-loops": renamed(COPIED)}
    assert renamed(COPIED) != COPIED
    [pair] = similar.pairs(peculiar(questions["week1"], answers))
    assert pair.students == ("s3", "s7") and list(pair.exercises) == ["w1-two-loops"]
    assert pair.exercises["w1-two-loops"] > 0.8 and pair.shared >= similar.FEWEST


OWN = """
def two_loops(w, b, X, Y):
    n, m = X.shape
    gradient = [0.0] * n
    cost = bias = 0.0
    for i in range(m):
        a = stable_sigmoid(b + sum(w[j, 0] * X[j, i] for j in range(n)))
        cost -= np.log(a) if Y[0, i] == 1 else np.log(1 - a)
        bias += a - Y[0, i]
        gradient = [old + X[j, i] * (a - Y[0, i]) for j, old in enumerate(gradient)]
    return np.array(gradient).reshape(n, 1) / m, bias / m, cost / m
"""


def test_two_who_wrote_the_same_function_themselves_are_not_alike(questions):
    answers = {"gil": {"w1-two-loops": COPIED}, "ida": {"w1-two-loops": OWN}}
    assert similar.pairs(peculiar(questions["week1"], answers)) == []


@pytest.mark.parametrize("source", sources(), ids=lambda source: source.week)
def test_right_variants_are_not_alike_even_where_nothing_is_known(source):
    """Each variant of the specs by a learner of their own, with the solution alone taken off."""
    for name, item in keys.specs_of(source.week).items():
        texts = [inspect.getsource(variant) for variant in getattr(item, "variants", [])]
        usual = similar.runs(similar.code_tokens(source.references[name].code))
        own = {f"s{place}": similar.runs(similar.code_tokens(text)) - usual for place, text in enumerate(texts)}
        assert similar.pairs({name: own}) == [], name


def test_what_many_have_is_no_sign(questions):
    """A third of the class may have it from one lecture; of these few share what is theirs alone."""
    answers = {f"s{place}": {"w1-two-loops": COPIED if place < 8 else "x = 1"} for place in range(20)}
    assert similar.pairs(peculiar(questions["week1"], answers)) == []


WORDS = (
    "Imagine that someone flips a bent coin for every single penguin; nobody peeks at the neighbour, hence chances "
    "multiply. Tiny products frighten computers, and so I pass to sums by way of logs, which climb without a break."
)


def test_written_answers_are_compared_by_their_words(questions):
    model = submissions.right_answers(WEEK1)["w1-written-log-loss"]
    answers = {f"s{place}": {"w1-written-log-loss": model} for place in range(3)}
    answers["gil"] = {"w1-written-log-loss": WORDS}
    answers["hal"] = {"w1-written-log-loss": WORDS.upper().replace(";", ".").replace("penguin", "bird")}
    assert [pair.students for pair in similar.pairs(peculiar(questions["week1"], answers))] == [("gil", "hal")]


def test_quoting_the_notebook_is_no_sign(questions):
    said = next(cell.source for cell in WEEK1.notebook.cells if cell.id == "w1-quiz-cross-entropy-ask")
    answers = {who: {"w1-written-log-loss": said} for who in ("gil", "hal")}
    assert similar.pairs(peculiar(questions["week1"], answers)) == []


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("a = b + c  # first", "x=y+z"),
        ('def f(x):\n    """Doc."""\n    return x', "def g(y):\n    return y"),
        ("y =-x", "a = - b"),
        ("print('no')", 'print("yes")'),
    ],
)
def test_names_comments_and_blanks_do_not_count(one, two):
    assert list(similar.code_tokens(one)) == list(similar.code_tokens(two))


@pytest.mark.parametrize(
    ("one", "two"), [("a + b", "a - b"), ("np.sum(x)", "np.mean(x)"), ("x ** 2", "x * 2"), ("sum(x)", "max(x)")]
)
def test_what_is_computed_does(one, two):
    assert list(similar.code_tokens(one)) != list(similar.code_tokens(two))


@pytest.mark.parametrize("text", ["((", '"""never closed', "'", "def f(:\n\t \x00é§", '"""a' * 50_000, "#" * 10**6])
def test_code_that_is_none_is_read_as_far_as_it_goes_and_at_once(text):
    start = time.perf_counter()
    assert len(list(similar.code_tokens(text))) <= similar.LONGEST
    assert time.perf_counter() - start < 1


def test_alike_is_the_share_of_runs_that_both_have():
    """Against a definition in sets, for made-up runs."""
    rng = np.random.default_rng(0)
    own = {f"s{place}": frozenset(rng.choice(300, rng.integers(20, 50), replace=False).tolist()) for place in range(12)}
    for place in range(6):  # some of one learner's, and some of their own
        more = range(1000 * place + 1000, 1001 * place + 1000)
        own[f"t{place}"] = frozenset([*sorted(own[f"s{place}"])[2 * place :], *more])
    found = {pair.students: (pair.exercises["e"], pair.shared) for pair in similar.pairs({"e": own}, most=1000)}
    counts = Counter(run for runs in own.values() for run in runs)
    kept = {run for run, count in counts.items() if count <= max(3, len(own) / 3)}
    expected = {}
    for one, two in itertools.combinations(sorted(own), 2):
        a, b = own[one] & kept, own[two] & kept
        if len(a & b) >= similar.FEWEST and len(a & b) / len(a | b) >= similar.ALIKE:
            expected[one, two] = (pytest.approx(len(a & b) / len(a | b)), len(a & b))
    assert found == expected and 3 < len(found) < 20


def test_two_hundred_take_a_few_seconds(questions):
    answers = class_of(WEEK1, np.random.default_rng(4), 200)
    start = time.process_time()
    assert similar.pairs(peculiar(questions["week1"], answers)) == []
    assert time.process_time() - start < 10
