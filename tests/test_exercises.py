"""Every exercise of every week: the reference is right, every mistake is caught and named, every variant accepted."""

import numpy as np
import pytest

from autograder import keys
from autograder.source import sources
from autograder.spec import Quiz as QuizSpec
from lib.check import check
from lib.exercise import Exercise, Quiz
from lib.judge import judge
from lib.key import find
from lib.panel import show
from lib.quiz import digest, judge_quiz
from lib.values import pack, unpack

SOURCES = sources()
HIDDEN_SEEDS = ["a teacher's own", "another", "a third"]
EXERCISES = [(source, name) for source in SOURCES for name in source.references]
FUNCTIONS = [(source, name) for source, name in EXERCISES if not isinstance(keys.specs_of(source.week)[name], QuizSpec)]

# Where the exercise itself asks for square matrices: both products of two arrays exist only for them.
SQUARE = {"w2-products"}


def ids(pairs: list) -> list[str]:
    return [name for _, name in pairs]


def spec_of(source, name):
    return keys.specs_of(source.week)[name]


@pytest.mark.parametrize("seed", [keys.PUBLIC_SEED, *HIDDEN_SEEDS])
@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.path.stem)
def test_specs_are_consistent_whatever_the_seed(source, seed):
    assert keys.problems(source, keys.make_key(source, seed)) == []


@pytest.mark.parametrize(("source", "name"), EXERCISES, ids=ids(EXERCISES))
def test_the_solution_earns_everything_in_the_committed_key(source, name):
    reference = source.references[name]
    result = check(name, reference.value)
    assert repr(result) == f"{reference.points:g}", str(result)


@pytest.mark.parametrize(("source", "name"), FUNCTIONS, ids=ids(FUNCTIONS))
def test_there_are_enough_mistakes_and_variants(source, name):
    spec = spec_of(source, name)
    assert len(spec.mistakes) >= 4
    assert len(spec.variants) >= 2
    assert len({mistake.hint for mistake in spec.mistakes}) == len(spec.mistakes)


@pytest.mark.parametrize(("source", "name"), FUNCTIONS, ids=ids(FUNCTIONS))
def test_answers_without_thought_earn_nothing(source, name):
    item = find(name)
    assert isinstance(item, Exercise)
    for thoughtless in without_thought(item):
        verdict = judge(item, keys.outcomes(item, thoughtless))
        assert verdict.earned == 0, f"{thoughtless.__name__} gets {verdict.earned}"


def without_thought(item: Exercise) -> list:
    """Functions that ignore what is asked: constants in the right shape, and their own arguments."""

    def nothing(*arguments):
        return None

    def first_argument(*arguments):
        return arguments[0]

    def last_argument(*arguments):
        return arguments[-1]

    def stop(*arguments):
        raise ValueError

    constants = [constant(item, value) for value in (0.0, 1.0, 0.5, np.nan) if not is_constant(item, value)]
    return [nothing, first_argument, last_argument, stop, *constants]


def is_constant(item: Exercise, value: float) -> bool:
    """Whether this constant is what is asked, as for an initialization with zeros."""
    return all(show(filled(case.expected, value)) == show(case.expected) for case in item.cases)


def constant(item: Exercise, value: float):
    """A function that fills the shape of the expected result with one number."""
    expected = iter([case.expected for case in item.cases])

    def always(*arguments):
        return filled(next(expected), value)

    always.__name__ = f"always {value}"
    return always


def filled(expected, value):
    if isinstance(expected, dict):
        return {name: filled(entry, value) for name, entry in expected.items()}
    if isinstance(expected, (list, tuple)):
        return type(expected)(filled(entry, value) for entry in expected)
    return np.full(expected.shape, value) if isinstance(expected, np.ndarray) else value


@pytest.mark.parametrize(("source", "name"), FUNCTIONS, ids=ids(FUNCTIONS))
def test_every_mistake_loses_points_and_every_part_tells_some_of_them(source, name):
    item, reference = find(name), source.references[name]
    told = set()
    for mistake in spec_of(source, name).mistakes:
        verdict = judge(item, keys.outcomes(item, keys.wrong_function(mistake, source, reference)))
        assert verdict.earned < reference.points and mistake.hint in verdict.hints, mistake.name
        told |= {line.title for line in verdict.lines if line.share < 1}
    assert told == {part.title for part in item.parts}


@pytest.mark.parametrize(("source", "name"), FUNCTIONS, ids=ids(FUNCTIONS))
def test_every_mistake_can_be_handed_in(source, name):
    """As code in a learner's notebook it earns what it earns here, so that it can stand for a learner in a test."""
    item, reference = find(name), source.references[name]
    for mistake in spec_of(source, name).mistakes:
        names = dict(source.namespace)
        exec(keys.wrong_code(mistake, reference), names)
        handed_in = judge(item, keys.outcomes(item, names[reference.name]))
        here = judge(item, keys.outcomes(item, keys.wrong_function(mistake, source, reference)))
        assert handed_in.earned == here.earned, mistake.name


@pytest.mark.parametrize(("source", "name"), FUNCTIONS, ids=ids(FUNCTIONS))
def test_no_shape_is_what_it_is_by_accident(source, name):
    """No matrix is square, so that a transpose shows."""
    item = find(name)
    matrices = [[a.shape for a in case.arguments if isinstance(a, np.ndarray) and a.ndim == 2] for case in item.cases]
    for shape in (shape for shapes in matrices for shape in shapes):
        assert 1 in shape or shape[0] != shape[1] or name in SQUARE, shape


@pytest.mark.parametrize(("source", "name"), FUNCTIONS, ids=ids(FUNCTIONS))
def test_hints_give_no_line_of_the_solution_away(source, name):
    lines = [line.strip() for line in source.references[name].code.splitlines()]
    telling = [
        line for line in lines if len(line) > 12 and not line.startswith(("def ", '"""', "return {", "#", "for "))
    ]
    for mistake in spec_of(source, name).mistakes:
        assert not [line for line in telling if line in mistake.hint], mistake.name


def test_no_answer_stands_in_a_key():
    for source, name in EXERCISES:
        item = find(name)
        if isinstance(item, Quiz):
            right = source.references[name].value
            entries = right.values() if isinstance(right, dict) else [right]
            assert not [text for text in _texts(pack(item.questions)[0]) if text in {str(entry) for entry in entries}]


def test_quizzes_take_the_answer_in_any_spelling():
    for source, name in EXERCISES:
        item = find(name)
        if isinstance(item, Quiz):
            right = source.references[name].value
            shouted = {k: _shout(v) for k, v in right.items()} if isinstance(right, dict) else _shout(right)
            assert judge_quiz(item, shouted).passed, name
            assert digest("another", "", "a") != digest(name, "", "a")


def _shout(choice):
    return [_shout(each) for each in choice] if isinstance(choice, (set, list)) else f" {choice.upper()} "


def _texts(tree) -> list[str]:
    if isinstance(tree, dict):
        return [text for entry in tree.values() for text in _texts(entry)]
    if isinstance(tree, list):
        return [text for entry in tree for text in _texts(entry)]
    return [tree] if isinstance(tree, str) else []


def test_outcomes_travel_as_data():
    """What a function gave can be sent as JSON and numbers and is judged the same."""
    for source, name in FUNCTIONS:
        item = find(name)
        outcomes = keys.outcomes(item, source.references[name].value)
        assert judge(item, unpack(*pack(outcomes))).passed, name
