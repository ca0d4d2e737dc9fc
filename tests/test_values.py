"""Values survive the way through JSON and numbers, and every reading makes new ones."""

import json

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as npst

from lib.functions import FUNCTIONS
from lib.values import Between, Draws, Named, Other, Seeded, fresh, pack, unpack

arrays = npst.arrays(
    st.sampled_from([np.float64, np.float32, np.int64, np.uint8, np.bool_]),
    npst.array_shapes(min_dims=0, max_dims=3, min_side=0, max_side=4),
).filter(lambda array: array.dtype != np.int64 or np.abs(array.astype(float)).max(initial=0) < 2**53)
scalars = st.none() | st.booleans() | st.integers(-(10**12), 10**12) | st.floats() | st.text(max_size=5)
leaves = st.just(Between(1.0, float("inf"))) | st.just(Draws((2, 3), 0.0, 0.5)) | st.just(Named("cube"))
values = st.recursive(
    scalars | arrays | leaves,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.lists(inner, max_size=3).map(tuple)
        | st.dictionaries(st.text(max_size=3), inner, max_size=3)
    ),
    max_leaves=8,
)


def equal(a: object, b: object) -> bool:
    """Equality that looks into arrays, and takes nan for nan."""
    if type(a) is not type(b):
        return False
    if isinstance(a, np.ndarray):
        return a.dtype == b.dtype and a.shape == b.shape and np.array_equal(a, b, equal_nan=a.dtype.kind == "f")
    if isinstance(a, dict):
        return list(a) == list(b) and all(equal(a[name], b[name]) for name in a)
    if isinstance(a, (list, tuple)):
        return len(a) == len(b) and all(map(equal, a, b))
    return a == b or (a != a and b != b)


@given(values)
def test_what_is_packed_comes_back(value):
    tree, numbers = pack(value)
    assert equal(unpack(json.loads(json.dumps(tree)), numbers), value)


def test_numpy_scalars_come_back_as_numbers():
    assert unpack(*pack((np.float64(0.5), np.int64(3), np.bool_(True)))) == (0.5, 3, True)


def test_what_has_no_form_is_named():
    assert unpack(*pack([iter([]), np.array(["a"]), 1j])) == [
        Other("list_iterator"),
        Other("array of str32"),
        Other("complex"),
    ]


def test_fresh_arguments_share_nothing():
    given = (np.zeros((2, 3)), [np.ones(4)], {"W": np.ones((1, 2))})
    taken = fresh(given)
    taken[0][:], taken[1][0][:], taken[2]["W"][:] = 9, 9, 9
    assert given[0].max() == 0 and given[1][0].max() == 1 and given[2]["W"].max() == 1


def test_fresh_arguments_have_the_functions_and_generators_themselves():
    f, rng = fresh((Named("cube"), Seeded(4)))
    assert f is FUNCTIONS["cube"] and f(2.0) == 8.0
    assert rng.random() == np.random.default_rng(4).random()
