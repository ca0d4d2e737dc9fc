"""Choose the outlines in silhouettes.h5 from the wheel that holds them. Only whoever wants to check them needs this:

pip download --no-deps animal_mnist==0.4
python datasets/catvnoncat/choose.py animal_mnist-0.4-py3-none-any.whl
"""

import gzip
import hashlib
import io
import pickle
import sys
import zipfile
from pathlib import Path

import h5py
import numpy as np

HERE = Path(__file__).resolve().parent
SHA256 = "aeebf3d9de4552d6fd2d5701424e1a5b9020f8e5115d68df9db252f2f53ce2ce"
ORIGIN = f"animal_mnist 0.4 (animal_mnist-0.4-py3-none-any.whl, sha256 {SHA256}), (c) 2025 SinaSR-6, MIT licence"
KINDS = ("bear", "bird", "cat", "cow", "dog", "elephant", "giraffe", "horse", "sheep", "zebra")
# As many cats as other animals. No zebras: they were drawn with their stripes, so that they are more than outlines.
WANTED = {"cat": 720, **{kind: 90 for kind in KINDS if kind not in ("cat", "zebra")}}
SMALLEST = 60  # pixels of 784
ALIKE = 0.9  # from this overlap on, one outline is a near copy of another
FRAME = 24


class ArraysOnly(pickle.Unpickler):
    """Reads pickled arrays, and refuses everything else that a pickle can do."""

    allowed = {
        ("numpy.core.multiarray", "_reconstruct"): np._core.multiarray._reconstruct,
        ("numpy", "ndarray"): np.ndarray,
        ("numpy", "dtype"): np.dtype,
    }

    def find_class(self, module, name):
        if (module, name) not in self.allowed:
            raise pickle.UnpicklingError(f"{module}.{name} is no part of an array")
        return self.allowed[module, name]


def read_wheel(path: Path) -> tuple[np.ndarray, np.ndarray]:
    """The 10,000 outlines (m, 28, 28) bool, and which of KINDS each is (m,)."""
    content = path.read_bytes()
    assert hashlib.sha256(content).hexdigest() == SHA256, f"{path} is not animal_mnist 0.4"
    with zipfile.ZipFile(io.BytesIO(content)) as wheel:
        masks, kinds = (
            ArraysOnly(
                io.BytesIO(gzip.decompress(wheel.read(f"animal_mnist/data/Animal_MNIST/animal_{part}_version_3.gz")))
            ).load()
            for part in ("data", "label")
        )
    return masks > 127, kinds


def framed(outline: np.ndarray) -> np.ndarray:
    """The outline trimmed, its longer side stretched to FRAME, in the middle of a square: (FRAME, FRAME) bool."""
    rows, columns = np.flatnonzero(outline.any(1)), np.flatnonzero(outline.any(0))
    trimmed = outline[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    step = max(trimmed.shape) / FRAME
    i, j = (np.floor((np.arange(FRAME) + 0.5) * step - (FRAME * step - side) / 2).astype(int) for side in trimmed.shape)
    padded = np.pad(trimmed, 1)  # what lies outside is empty
    return padded[np.clip(i + 1, 0, padded.shape[0] - 1)][:, np.clip(j + 1, 0, padded.shape[1] - 1)]


def overlaps(some: np.ndarray, others: np.ndarray) -> np.ndarray:
    """How alike two framed outlines are, (a, b): the area both cover over the area either covers, at best,
    as one of them is mirrored or not and moved by up to a pixel each way."""
    A = some.reshape(len(some), -1).astype(np.float32)
    best = np.zeros((len(some), len(others)), np.float32)
    for facing in (others, others[:, :, ::-1]):
        for shift in np.ndindex(3, 3):
            B = np.roll(facing, np.array(shift) - 1, (1, 2)).reshape(len(others), -1).astype(np.float32)
            both = A @ B.T
            best = np.maximum(best, both / (A.sum(1)[:, None] + B.sum(1) - both))
    return best


def choose(outlines: np.ndarray, kinds: np.ndarray) -> np.ndarray:
    """The places of the first WANTED of each kind that are large enough and no near copy of one taken before."""
    large = [
        place
        for kind, wanted in WANTED.items()
        for place in np.flatnonzero((kinds == KINDS.index(kind)) & (outlines.sum((1, 2)) >= SMALLEST))[
            : wanted * 3 // 2
        ]
    ]
    frames = np.array([framed(outline) for outline in outlines[large]])
    alike = np.maximum(overlap := overlaps(frames, frames), overlap.T) >= ALIKE
    taken, left = [], dict(WANTED)
    for n, place in enumerate(large):
        kind = KINDS[kinds[place]]
        if left[kind] and not alike[n, taken].any():
            taken.append(n)
            left[kind] -= 1
    assert not any(left.values()), left
    return np.array(large)[taken]


def write(outlines: np.ndarray, kinds: np.ndarray, target: Path = HERE / "silhouettes.h5") -> None:
    """Write `outlines` (m, 98), the 784 pixels of each as bits, and `kinds` (m,), its animal's name."""
    with h5py.File(target, "w", libver=("earliest", "v108")) as file:
        file.attrs["origin"] = np.bytes_(ORIGIN)
        file.attrs["licence"] = np.bytes_((HERE / "LICENSE").read_text(encoding="utf-8"))
        file.create_dataset(
            "outlines", data=np.packbits(outlines.reshape(len(outlines), -1), axis=1), track_times=False
        )
        file.create_dataset("kinds", data=np.array(KINDS, dtype="S")[kinds], track_times=False)


if __name__ == "__main__":
    outlines, kinds = read_wheel(Path(sys.argv[1]))
    chosen = choose(outlines, kinds)
    write(outlines[chosen], kinds[chosen])
