"""Make planar.h5: points of the plane in two classes, the same bytes every time: python datasets/planar/make.py"""

from pathlib import Path

import h5py
import numpy as np

HERE = Path(__file__).resolve().parent
ORIGIN = "Neural Networks Workbook, datasets/planar/make.py, seed 3; MIT licence"


def flower(rng, n):
    """Eight petals of the rose r = 4 sin(4 t): class 0 is its first half turn, class 1 its second."""
    Y = np.arange(n) * 2 // n
    t = np.linspace(0, 2 * np.pi, n) + rng.normal(0, 0.2, n)
    return around(4 * np.sin(4 * t) + rng.normal(0, 0.2, n), t), Y


def moons(rng, n):
    """Two half circles, one hooked into the other."""
    Y = np.arange(n) % 2
    X = around(1, rng.uniform(0, np.pi, n))
    X = np.where(Y == 0, X, np.array([[1.0], [0.5]]) - X)
    return X + rng.normal(0, 0.13, (2, n)), Y


def circles(rng, n):
    """A ring around a smaller one."""
    Y = np.arange(n) % 2
    return around(np.where(Y == 0, 1, 0.55), rng.uniform(0, 2 * np.pi, n)) + rng.normal(0, 0.1, (2, n)), Y


def blobs(rng, n):
    """Six round heaps, three of each class, in turn around a hexagon."""
    heap = np.arange(n) % 6
    return around(3, heap * np.pi / 3) + rng.normal(0, 0.7, (2, n)), heap % 2


def spirals(rng, n):
    """Two arms wound around each other, a turn and a quarter each."""
    Y = np.arange(n) % 2
    turn = np.sqrt(rng.uniform(0.02, 1, n))
    return around(4 * turn, (2.5 * turn + Y) * np.pi) + rng.normal(0, 0.12, (2, n)), Y


def around(r, t):
    """The points (2, n) at distance r from the origin in direction t."""
    return r * np.array([np.cos(t), np.sin(t)])


SHAPES = {flower: 400, moons: 300, circles: 300, blobs: 300, spirals: 400}


def make(target: Path = HERE / "planar.h5") -> None:
    """Write a group for each shape: `X` (2, m), one column a point, and `Y` (1, m)."""
    # RandomState's numbers are frozen for ever, and rounding hides how machines differ in the last bit of a cosine.
    rng = np.random.RandomState(3)
    with h5py.File(target, "w", libver=("earliest", "v108")) as file:
        file.attrs["origin"] = np.bytes_(ORIGIN)
        for shape, m in SHAPES.items():
            X, Y = shape(rng, m)
            order = rng.permutation(m)
            group = file.create_group(shape.__name__)
            group.create_dataset("X", data=X[:, order].round(4), track_times=False)
            group.create_dataset("Y", data=Y[order].reshape(1, m).astype(np.int64), track_times=False)


if __name__ == "__main__":
    make()
