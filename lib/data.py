"""The course's data sets. Each file is compared with its checksum before anything is read from it."""

import hashlib
import io
from pathlib import Path

import h5py
import numpy as np

from lib.errors import CourseError

DATASETS = Path(__file__).resolve().parent.parent / "datasets"


def load_penguins() -> tuple[np.ndarray, np.ndarray]:
    """X (2, m): bill length and bill depth in millimetres. Y (1, m): 1 for a Chinstrap, 0 for an Adelie."""
    with open_dataset("penguins/penguins.h5") as file:
        bills = file["measurements"][:2]
        species = file["species"][:]
    X = bills[:, species != b"Gentoo"]
    Y = (species[species != b"Gentoo"] == b"Chinstrap").astype(np.int64)
    return X, Y.reshape(1, -1)


def open_dataset(name: str) -> h5py.File:
    """Open datasets/`name`, once its bytes are known to be the course's own."""
    content = read_file(name)
    if hashlib.sha256(content).hexdigest() != checksum(name):
        raise broken(name, what_happened(content))
    return h5py.File(io.BytesIO(content), "r")


def read_file(name: str) -> bytes:
    """The bytes of datasets/`name`."""
    try:
        return (DATASETS / name).read_bytes()
    except FileNotFoundError:
        raise broken(name, "is missing") from None
    except OSError as error:
        raise broken(name, f"can't be read ({error.strerror})") from None


def checksum(name: str) -> str:
    """The SHA-256 that datasets/SHA256SUMS gives for `name`."""
    lines = read_file("SHA256SUMS").decode(errors="replace").splitlines()
    sums = {words[1]: words[0] for words in map(str.split, lines) if len(words) == 2}
    if name not in sums:
        raise broken("SHA256SUMS", f"has no line for {name}")
    return sums[name]


def what_happened(content: bytes) -> str:
    """Why `content` is not the file it should be, as far as the bytes tell."""
    if not content.startswith(b"\x89HDF\r\n\x1a\n"):
        return "is not an HDF5 file"
    try:
        h5py.File(io.BytesIO(content), "r").close()
    except OSError:
        return "is cut short or damaged"
    return "is not the file that came with the course"


def broken(name: str, what: str) -> CourseError:
    """One sentence: what is wrong with the file and how to get it back."""
    path = f"datasets/{name}"
    return CourseError(
        f"{path} {what}: get it back with `git restore {path}`, or copy it again from the course's files."
    )
