"""`check` as a learner meets it: what it accepts, what it says, what it leaves alone."""

import statistics
import subprocess
import sys
import time
import warnings
from decimal import Decimal
from fractions import Fraction

import h5py
import numpy as np
import pytest

from autograder import keys
from lib.call import Outcome
from lib.check import check
from lib.errors import CourseError
from lib.judge import judge
from lib.panel import show

pytestmark = pytest.mark.usefixtures("toy_keys")


def affine(W, x, b):
    return W @ x + b


def loop_of_lists():
    """A list that contains itself."""
    loop = []
    loop.append(loop)
    return loop


def test_a_right_function_earns_its_points(toy):
    for name, reference in toy.references.items():
        result = check(name, reference.value)
        assert repr(result) == f"{reference.points:g}", str(result)
        assert "✗" not in str(result) and "✓" in result._repr_html_()


def test_the_text_form_is_what_nbgrader_reads():
    assert repr(check("toy-affine", affine)) == "2"
    assert repr(check("toy-affine", lambda W, x, b: W @ x)) == "0"


def test_a_misconception_is_named():
    assert "The bias is missing." in str(check("toy-affine", lambda W, x, b: W @ x))


def test_a_misconception_is_named_in_one_entry_beside_another():
    def both(X, dZ):
        return {"dW": dZ @ X.T, "db": np.sum(dZ, axis=1) / X.shape[1]}

    text = str(check("toy-grads", both))
    assert "where the mean is asked" in text and "keepdims" in text


def test_an_entry_that_only_a_later_case_has_counts_too(toy):
    deep = keys.make_item(keys.specs_of("toy")["toy-layers"], toy)
    wrong_at_2 = [Outcome({f"W{layer}": float(layer % 2) for layer in range(1, n + 1)}) for n in (1, 2)]
    verdict = judge(deep, wrong_at_2)
    assert not verdict.passed and verdict.earned == 1


def test_one_right_entry_earns_its_share():
    result = check("toy-grads", lambda X, dZ: {"dW": dZ @ X.T / X.shape[1], "db": 0.0})
    assert repr(result) == "2"
    assert repr(check("toy-pair", lambda a, b: (a + b, 0.0))) == "1.5"


def test_one_right_part_earns_its_share():
    assert repr(check("toy-root", lambda a: abs(a) ** 0.5)) == "1"


@pytest.mark.parametrize("make", [np.random.default_rng, np.random.RandomState])
def test_random_initialisation_is_judged_by_its_properties(make):
    def initialize(n_x, n_h, rng):
        return {"W": make(7).normal(size=(n_h, n_x)) * 0.01, "b": np.zeros((n_h, 1))}

    assert repr(check("toy-initialize", initialize)) == "2"


def test_a_wrong_distribution_is_named():
    def initialize(n_x, n_h, rng):
        return {"W": rng.random((n_h, n_x)) * 0.01, "b": np.zeros((n_h, 1))}

    result = check("toy-initialize", initialize)
    assert repr(result) == "1" and "no negative numbers" in str(result)


def test_an_unknown_id_suggests_the_nearest():
    with pytest.raises(CourseError, match="no exercise 'toy-afine'; did you mean 'toy-affine'"):
        check("toy-afine", affine)


def test_keys_that_are_gone_or_spoilt_say_how_to_get_them_back(toy_keys):
    (toy_keys / "toys.h5").write_bytes(b"not a key")
    with pytest.raises(CourseError, match=r"git restore lib/keys/toys\.h5"):
        check("toy-affine", affine)
    with h5py.File(toy_keys / "toys.h5", "w") as file:
        file["toy-affine/spec"] = "{}"
    with pytest.raises(CourseError, match=r"git restore lib/keys/toys\.h5"):
        check("toy-affine", affine)
    (toy_keys / "toys.h5").unlink()
    with pytest.raises(CourseError, match="git restore lib/keys"):
        check("toy-affine", affine)


def test_a_stub_is_not_done_yet():
    def affine(W, x, b):
        raise NotImplementedError()

    result = check("toy-affine", affine)
    assert repr(result) == "0" and "`affine` is not written yet" in str(result) and "✗" not in str(result)


def test_a_stub_that_is_called_is_the_one_to_write():
    def helper(x):
        raise NotImplementedError()

    def affine(W, x, b):
        return helper(x)

    assert "`affine` calls `helper`, which is not written yet" in str(check("toy-affine", affine))


@pytest.mark.parametrize("answer", [..., None, "", set()], ids=repr)
def test_an_empty_choice_is_not_done_yet(answer):
    result = check("toy-letter", answer)
    assert repr(result) == "0" and "no answer yet" in str(result)


@pytest.mark.parametrize(
    "answer", ["b", "B", " b ", ["b"], {"b"}, "b) the second", "(b) yes, a dot", "B. Two."], ids=repr
)
def test_a_choice_may_be_spelt_in_any_way(answer):
    assert repr(check("toy-letter", answer)) == "1"


@pytest.mark.parametrize(
    "several",
    ["a,c", "C A", ["c", "a"], ("a", "c"), frozenset("ca"), np.array(["a", "c"]), "a) c)", ["a) one", "c. three"]],
    ids=lambda answer: "".join(sorted(map(str, answer))),
)
def test_several_choices_may_come_in_any_form(several):
    assert repr(check("toy-quiz", {"Colour ": "BLUE", "several": several})) == "2"


def test_questions_may_be_numbers():
    assert repr(check("toy-numbered", {1: "b", 2: "a"})) == "1"


def test_a_choice_without_a_hint_is_read_back():
    assert "Your answer was read as green" in str(check("toy-quiz", {"colour": "Green", "several": "a,c"}))


@pytest.mark.parametrize("answer", ["b", ["blue", "a"], 3, np.array(["a"]), {"color": "blue"}], ids=repr)
def test_an_answer_to_other_questions_says_how_to_answer(answer):
    result = check("toy-quiz", answer)
    assert repr(result) == "0" and "{'colour': ..., 'several': ...}" in str(result)


@pytest.mark.parametrize("answer", ["b) or a)", "not b)", "ab) b", "a) b"], ids=repr)
def test_a_letter_counts_only_where_the_choice_begins_with_it_and_names_no_other(answer):
    assert repr(check("toy-letter", answer)) == "0"


def test_a_letter_with_its_text_gets_the_hint_of_the_letter():
    assert "Not a." in str(check("toy-letter", "a) the first"))


@pytest.mark.parametrize("answer", [["blue", "a"], "blue", 3], ids=repr)
def test_an_answer_that_is_no_dict_is_not_said_to_be_missing(answer):
    text = str(check("toy-quiz", answer))
    assert "No answer yet" not in text and "Answer with a dict like this" in text


def test_wrong_choices_get_their_hints():
    result = check("toy-quiz", {"colour": "red", "several": "A, C"})
    assert repr(result) == "1" and "Not red." in str(result)
    assert "There is one more." in str(check("toy-quiz", {"colour": "blue", "several": {"a"}}))


def test_a_misspelt_question_is_pointed_out():
    assert "no question 'color'" in str(check("toy-quiz", {"color": "blue", "several": "a,c"}))


def test_a_wrong_signature_is_one_sentence():
    text = str(check("toy-affine", lambda W, x: W @ x))
    assert "can't be called with the 3 arguments (W, x, b)" in text and "Traceback" not in text


def test_what_is_no_function_is_one_sentence():
    assert "check needs the function itself" in str(check("toy-affine", affine(np.eye(2), np.eye(2), 0)))


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        (lambda W, x, b: None, "returns nothing"),
        (lambda W, x, b: "W", "of type str"),
        (lambda W, x, b: np.full((W.shape[0], x.shape[1]), np.nan), "is nan"),
        (lambda W, x, b: print, "of type builtin_function_or_method"),
        (lambda W, x, b: (row for row in W), "of type generator"),
        (lambda W, x, b: [[1.0], [2.0, 3.0]], "a list of 2 where an array"),
        (lambda W, x, b: 10**400, "int, too large"),
        (lambda W, x, b: loop_of_lists(), "of type list"),
        (lambda W, x, b: (W @ x + b).astype(str).astype(object), "array of object"),
    ],
)
def test_a_return_of_the_wrong_kind_is_named(wrong, reason):
    result = check("toy-affine", wrong)
    assert repr(result) == "0" and reason in str(result)


@pytest.mark.parametrize(
    "form", [np.asarray, np.ndarray.tolist, np.float32, lambda z: tuple(map(tuple, z)), lambda z: z.astype(object)]
)
def test_right_numbers_are_right_in_any_form(form):
    assert repr(check("toy-affine", lambda W, x, b: form(W @ x + b))) == "2"


def test_a_form_that_may_trip_later_is_noted():
    assert "a list; `np.array(...)`" in str(check("toy-affine", lambda W, x, b: (W @ x + b).tolist()))
    result = check("toy-named", lambda a, b: (np.array([a + b]), a * b))
    assert repr(result) == "2" and "total comes as an array of shape (1,)" in str(result)
    for plain in (lambda a, b: (np.float64(a + b), a * b), lambda a, b: None, lambda a, b: np.ones((2, 3))):
        assert "comes as" not in str(check("toy-named", plain))
    assert repr(check("toy-grads", lambda X, dZ: (np.ones((2, 3)), [1]))) == "0"


def test_a_second_mistake_does_not_hide_the_first():
    def affine(W, x, b):
        return W @ x if x.shape[1] > 1 else np.full((len(W), 1), np.nan)

    assert "The bias is missing." in str(check("toy-affine", affine))


def test_a_fraction_is_a_number():
    assert repr(check("toy-pair", lambda a, b: (Fraction(a) + Fraction(b), Decimal(a) * Decimal(b)))) == "3"


def test_one_object_may_be_filled_again_and_again():
    kept = {}

    def grads(X, dZ):
        kept.update(dW=dZ @ X.T / X.shape[1], db=np.mean(dZ, axis=1, keepdims=True))
        return kept

    assert repr(check("toy-grads", grads)) == "4"


def test_entries_of_a_tuple_are_called_by_their_names():
    text = str(check("toy-named", lambda a, b: (a + b, 0.0)))
    assert "product: it returns 0 where 10 is asked" in text and "total:" not in text


def test_one_reason_for_all_entries_is_said_once():
    text = str(check("toy-grads", lambda X, dZ: None))
    assert text.count("returns nothing") == 1 and "It returns nothing" in text


def test_an_entry_that_goes_wrong_later_is_told_too():
    def grads(X, dZ):
        m = X.shape[1]
        return {"dW": dZ @ X.T, "db": np.sum(dZ, axis=1, keepdims=True) / m - (m == 1)}

    assert "db: 4 of 4 numbers are off" in str(check("toy-grads", grads)) and "(in a later case)" in str(
        check("toy-grads", grads)
    )


def test_a_hint_is_not_given_where_its_mistake_does_otherwise():
    """`other_way` fails on the first part too, with a ValueError; this fails with another message, or not at all."""
    hint = "The product is the other way round."
    assert hint in str(check("toy-affine", lambda W, x, b: x @ W + b))
    assert hint not in str(check("toy-affine", lambda W, x, b: W.no_such_thing))
    assert hint not in str(check("toy-affine", lambda W, x, b: np.zeros(3).reshape(2, 2)))
    assert hint not in str(check("toy-affine", lambda W, x, b: W @ x + b if W.shape == (2, 3) else x @ W + b))


def test_the_traceback_of_a_later_part_is_shown():
    def root(a):
        return 0.0 if a > 0 else None.sqrt

    text = str(check("toy-root", root))
    assert "None.sqrt" in text and "AttributeError: 'NoneType'" in text


def test_weights_share_a_part_out_among_entries(toy):
    assert repr(check("toy-weighed", lambda a: {"easy": a, "hard": 0.0})) == "1"
    assert repr(check("toy-weighed", lambda a: {"easy": 0.0, "hard": 2 * a})) == "3"


def test_a_part_may_count_as_a_whole():
    result = check("toy-shape", lambda A: (2, *A.shape[1:]))
    assert repr(result) == "0" and "Entry 1: it returns 2 where 4 is asked" in str(result)


def helper_with_a_loop(A):
    """Called by a function that must not loop."""
    return tuple(len(np.moveaxis(A, axis, 0)) for axis in range(A.ndim))


def for_loop(A):
    for size in A.shape:
        assert size
    return A.shape


def while_loop(A):
    sizes = list(A.shape)
    while len(sizes) > A.ndim:
        sizes.pop()
    return tuple(sizes)


def numpy_in_disguise(A):
    return tuple(np.vectorize(int)(A.shape))


@pytest.mark.parametrize(
    "looping",
    [
        for_loop,
        while_loop,
        numpy_in_disguise,
        lambda A: tuple([size for size in A.shape]),  # noqa: C416
        lambda A: tuple(map(int, A.shape)),
        lambda A: helper_with_a_loop(A),
    ],
)
def test_a_loop_is_refused_where_none_is_asked(looping):
    result = check("toy-shape", looping)
    assert repr(result) == "0" and "operations on whole arrays" in str(result)


@pytest.mark.parametrize(
    "loopless",
    [np.shape, lambda A: A.shape + 0 * (np.add.reduce(A[:0].ravel()),)[:0], lambda A: (*A.shape,) if A.size else None],
)
def test_no_loop_is_seen_where_there_is_none(loopless):
    assert repr(check("toy-shape", loopless)) == "2"


def test_long_values_are_shortened():
    text = str(check("toy-pair", lambda a, b: list(range(100_000))))
    assert len(text) < 2000 and "100000 in all" in text


def test_arguments_in_the_wrong_order_are_one_sentence():
    with pytest.raises(CourseError, match="takes the id first"):
        check(affine, "toy-affine")


def test_an_exception_shows_the_learners_own_lines():
    def inner(x):
        return x.no_such_thing

    def affine(W, x, b):
        return inner(x)

    text = str(check("toy-affine", affine))
    assert "AttributeError" in text and "return inner(x)" in text and "return x.no_such_thing" in text
    assert "lib/call.py" not in text


@pytest.mark.parametrize("leave", [SystemExit, RecursionError, MemoryError])
def test_what_would_end_the_notebook_does_not(leave):
    def affine(W, x, b):
        raise leave

    assert leave.__name__ in str(check("toy-affine", affine))


def test_an_exception_that_cannot_be_printed_is_one_all_the_same():
    class Mute(Exception):
        def __str__(self):
            raise RuntimeError

    def affine(W, x, b):
        raise Mute

    assert "It stops with Mute: an exception whose text can't be printed" in str(check("toy-affine", affine))


def test_an_interrupt_stays_an_interrupt():
    def affine(W, x, b):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        check("toy-affine", affine)


def test_the_failing_input_is_left_to_play_with():
    main = sys.modules["__main__"]
    check("toy-affine", lambda W, x, b: W @ x)
    W, x, b = main.failing_input
    assert W.shape == (2, 3) and not np.allclose(W @ x, affine(W, x, b))
    W[:] = 0
    assert repr(check("toy-affine", affine)) == "2"  # the key is not what was played with


def test_a_function_whose_own_check_failed_is_pointed_at():
    namespace: dict = {}
    exec("def affine(W, x, b): return W @ x\ndef pair(a, b): affine; pair; return a, b", namespace)
    check("toy-affine", namespace["affine"])
    for _ in range(2):
        assert "It calls `affine`, whose last check did not pass" in str(check("toy-pair", namespace["pair"]))

    def an_attribute_of_that_name(a, b):
        return a, np.zeros(1).affine

    assert "whose last check" not in str(check("toy-pair", an_attribute_of_that_name))


def test_arguments_are_copies_and_a_change_is_noted():
    def affine(W, x, b):
        W *= 1
        x += 1
        return W @ (x - 1) + b

    result = check("toy-affine", affine)
    assert repr(result) == "2" and "`x` in place" in str(result) and "`W` in place" not in str(result)
    assert repr(check("toy-affine", affine)) == "2"


def test_a_change_in_place_costs_what_an_exercise_says_and_is_named():
    def in_place(w, dw):
        w -= dw
        return w

    def in_place_and_wrong(w, dw):
        w += dw
        return w

    def another_argument(w, dw):
        dw *= -1
        return w + dw

    result = check("toy-step", in_place)
    assert repr(result) == "2" and "`w` in place" in str(result) and "the caller's own w" in str(result)
    assert "costs nothing" not in str(result)
    assert "the caller's own w" not in str(check("toy-step", in_place_and_wrong))
    other = check("toy-step", another_argument)
    assert repr(other) == "2" and "`dw` in place" in str(other) and "the caller's own w" not in str(other)


def test_each_case_is_called_once(toy):
    calls = []

    def affine(W, x, b):
        calls.append(W.shape)
        return W @ x + b

    check("toy-affine", affine)
    assert calls == [(2, 3), (3, 2)]


def test_a_warning_costs_nothing_and_nothing_goes_to_stderr(capsys):
    def affine(W, x, b):
        np.log(np.zeros(1))
        warnings.warn("careful", stacklevel=1)
        print("seen", file=sys.stderr)
        return W @ x + b

    result = check("toy-affine", affine)
    out, err = capsys.readouterr()
    assert repr(result) == "2" and "careful" in str(result) and err == "" and "seen" in out


def test_html_is_escaped():
    def affine(W, x, b):
        raise ValueError("<script>alert(1)</script>")

    assert "<script>" not in check("toy-affine", affine)._repr_html_()


def test_names_of_code_look_like_code():
    assert "<code>affine(*failing_input)</code>" in check("toy-affine", lambda W, x, b: W @ x)._repr_html_()


def test_a_passing_check_takes_under_50_ms(toy):
    def seconds(name: str) -> float:
        start = time.perf_counter()
        check(name, toy.references[name].value)._repr_html_()
        return time.perf_counter() - start

    for name in toy.references:
        assert statistics.median(seconds(name) for _ in range(9)) < 0.050, name


def test_importing_check_imports_nothing_heavy():
    heavy = {"matplotlib", "IPython", "jupytext", "nbformat", "typer", "rich"}
    code = f"import sys, lib.check; sys.exit(bool({heavy} & sys.modules.keys()))"
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0


def test_another_seed_draws_other_cases(toy):
    public, hidden = keys.make_key(toy), keys.make_key(toy, seed="a teacher's own")
    arguments = [item[0].cases[0].arguments[0] for item in (public, hidden)]
    assert arguments[0].shape == arguments[1].shape and not np.allclose(*arguments)


def test_a_mistake_is_told_by_the_cases_where_it_is_said_to_be():
    def first_row(W, x, b):
        result = W @ x + b
        result[1:] = 0
        return result

    hint = "Only the first row is right."
    assert hint in str(check("toy-affine", first_row))
    assert hint in str(check("toy-affine", lambda W, x, b: first_row(W, x, b) if len(W) > 2 else np.ones((2, 4))))


def test_a_key_shows_no_source(toy, toy_keys):
    content = (toy_keys / "toys.h5").read_bytes()
    assert b"toy-affine" in content and b"Traceback" not in content and b"W @ x" not in content


def test_the_toy_course_is_consistent(toy):
    assert keys.problems(toy, keys.make_key(toy)) == []


def test_what_is_wrong_throughout_is_said_once_without_names():
    def in_place(w, dw):
        w -= dw
        return w

    assert "It changes its argument `w` in place." in str(check("toy-step", in_place))
    assert "It stops with ZeroDivisionError" in str(check("toy-pair", lambda a, b: 1 / 0))


def test_a_form_is_no_matter_where_the_value_is_wrong():
    assert "That costs nothing here" in str(check("toy-slope", lambda f, a: np.array([(f(a + 0.01) - f(a)) / 0.01])))
    assert "That costs nothing here" not in str(check("toy-slope", lambda f, a: np.array([9.0])))


def test_one_entry_and_an_error_are_shown_as_python_has_them():
    assert show((4,)) == "(4,)" and show((4, 5)) == "(4, 5)"
    assert "expected: a ValueError" in str(check("toy-root", lambda a: 3.0))
