"""Python values as JSON and one flat array of numbers: the form in which keys, inputs and outputs are stored and sent.

Nothing here runs code that it reads, so a value may come from anywhere.
"""

import numbers as number_types
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import numpy as np

from lib.functions import FUNCTIONS

Tree = Any  # what json can hold
CONTAINERS = {"list": list, "tuple": tuple, "set": set}
RECORDS: dict[str, type] = {}
LARGEST_INT = 2**63 - 1


def stored(record: type) -> type:
    """Class decorator: instances of this dataclass can be packed, field by field."""
    RECORDS[record.__name__] = record
    return record


@stored
@dataclass(frozen=True)
class Between:
    """Stands for any finite number in [low, high]."""

    low: float
    high: float


@stored
@dataclass(frozen=True)
class Draws:
    """Stands for any array of this shape whose entries are independent draws with this mean and standard deviation."""

    shape: tuple[int, ...]
    mean: float
    std: float


@stored
@dataclass(frozen=True)
class Named:
    """Stands for a function of lib.functions, as an argument."""

    name: str


@stored
@dataclass(frozen=True)
class Seeded:
    """Stands for a fresh numpy Generator with this seed, as an argument."""

    seed: int


@stored
@dataclass(frozen=True)
class Other:
    """Stands for a value that has no form here: a figure, a generator, an array of objects."""

    kind: str


def pack(value: Any) -> tuple[Tree, np.ndarray]:
    """`value` as a JSON tree and the numbers of all its arrays, one after the other (1-D float64)."""
    numbers = _Numbers()
    tree = _to_tree(value, numbers)
    return tree, np.concatenate([np.zeros(0), *numbers.blocks])


def unpack(tree: Tree, numbers: np.ndarray) -> Any:
    """The value that `pack` was given; every call makes new arrays, lists and dicts."""
    if not isinstance(tree, dict):
        return tree
    [(kind, content)] = tree.items()
    if kind == "array":
        return _array(numbers, **content)
    if kind == "dict":
        return {key: unpack(item, numbers) for key, item in content}
    if kind in CONTAINERS:
        return CONTAINERS[kind](unpack(item, numbers) for item in content)
    fields = {name: unpack(field, numbers) for name, field in content.items()}
    return RECORDS[kind](**fields)


def as_data(value: Any) -> Any:
    """A copy of `value` as it would arrive elsewhere: what can't be sent becomes an Other."""
    try:
        return unpack(*pack(value))
    except RecursionError:  # it contains itself
        return Other(type(value).__name__[:100])


def fresh(arguments: tuple) -> tuple:
    """Copies to hand out, with the functions that are named and new generators for their seeds."""
    return tuple(_argument(value) for value in unpack(*pack(arguments)))


class _Numbers:
    """The numbers of all arrays so far."""

    def __init__(self) -> None:
        self.blocks: list[np.ndarray] = []
        self.size = 0

    def add(self, array: np.ndarray) -> int:
        """Take an array's numbers; where they start."""
        start = self.size
        self.blocks.append(array.astype(float).ravel())
        self.size += array.size
        return start


def _argument(value: Any) -> Any:
    if isinstance(value, Named):
        return FUNCTIONS[value.name]
    return np.random.default_rng(value.seed) if isinstance(value, Seeded) else value


def _to_tree(value: Any, numbers: _Numbers) -> Tree:
    if isinstance(value, (np.generic, number_types.Rational, Decimal)) and not isinstance(value, int):
        value = value.item() if isinstance(value, np.generic) else float(value)
    if isinstance(value, int) and abs(value) > LARGEST_INT:
        value = Other("int, too large for an array")
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    if isinstance(value, np.ndarray):
        return _array_tree(value, numbers)
    if isinstance(value, dict):
        return {"dict": [[str(key), _to_tree(item, numbers)] for key, item in value.items()]}
    if type(value).__name__ in RECORDS:
        return {type(value).__name__: {name: _to_tree(field, numbers) for name, field in vars(value).items()}}
    for name, container in CONTAINERS.items():
        if isinstance(value, container):
            items = sorted(value, key=str) if name == "set" else value
            return {name: [_to_tree(item, numbers) for item in items]}
    return _to_tree(Other(type(value).__name__[:100]), numbers)


def _array_tree(array: np.ndarray, numbers: _Numbers) -> Tree:
    if array.dtype.kind == "O" and all(isinstance(item, number_types.Real) for item in array.flat):
        array = array.astype(float)  # as np.frompyfunc makes them
    if array.dtype.kind not in "biuf":
        return _to_tree(Other(f"array of {array.dtype.name}"), numbers)
    return {"array": {"start": numbers.add(array), "shape": list(array.shape), "dtype": array.dtype.name}}


def _array(numbers: np.ndarray, start: int, shape: list[int], dtype: str) -> np.ndarray:
    size = int(np.prod(shape, dtype=int))
    return numbers[start : start + size].reshape(shape).astype(dtype)
