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


def load_planar(name: str) -> tuple[np.ndarray, np.ndarray]:
    """X (2, m): points of the plane, one column a point. Y (1, m): 0 or 1, the class of each."""
    with open_dataset("planar/planar.h5") as file:
        if name not in file:
            raise CourseError(f"load_planar knows no {name!r}: the names are {', '.join(file)}.")
        return file[name]["X"][:], file[name]["Y"][:]


def load_cats(
    train: str | Path | None = None, test: str | Path | None = None
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray, list[str]]:
    """Pictures (m, 64, 64, 3) uint8 and labels (1, m), 1 for a cat, to train on; the same to test on; the classes.

    `train` and `test` name two files of the classic layout. Without them, train_catvnoncat.h5 and test_catvnoncat.h5
    are read if they lie in datasets/catvnoncat, and the course's own picture-book cats if they don't.
    """
    if (train is None) != (test is None):
        raise CourseError("load_cats takes two files or none: load_cats(train=..., test=...).")
    if train is None:
        train, test = classic_cats() or (None, None)
    X_train, Y_train, classes = read_cats("train", train)
    X_test, Y_test, _ = read_cats("test", test)
    return X_train, Y_train, X_test, Y_test, classes


def classic_cats() -> list[Path] | None:
    """The classic files, if a learner has put them beside the course's own."""
    paths = [DATASETS / f"catvnoncat/{part}_catvnoncat.h5" for part in ("train", "test")]
    there = [path.name for path in paths if path.exists()]
    if len(there) == 1:
        raise CourseError(
            f"datasets/catvnoncat holds {there[0]} alone: train and test go together, so add or remove one."
        )
    if there:
        print(f"Reading your {there[0]} and {there[1]} in place of the course's own pictures.")
    return paths if there else None


def read_cats(part: str, path: str | Path | None) -> tuple[np.ndarray, np.ndarray, list[str]]:
    """Pictures, labels and names of one part, "train" or "test", from the course's own file or the one at `path`."""
    if path is None:
        with open_dataset(f"catvnoncat/picture_book_{part}.h5") as file:
            return cats_in(file, part)
    try:
        with h5py.File(path, "r") as file:
            return cats_in(file, part)
    except FileNotFoundError:
        raise CourseError(f"There is no file {path}.") from None
    except OSError:
        raise CourseError(f"{path} is not an HDF5 file, or is cut short or damaged: copy it again.") from None
    except ValueError as error:
        raise CourseError(f"{path} is not laid out as the classic cat pictures are: {error}.") from None


def cats_in(file: h5py.File, part: str) -> tuple[np.ndarray, np.ndarray, list[str]]:
    """Pictures, labels and names in an open file; a ValueError says what is not as it should be."""
    arrays = []
    for name in (f"{part}_set_x", f"{part}_set_y", "list_classes"):
        if not isinstance(file.get(name), h5py.Dataset):
            raise ValueError(f"it has no {name}")
        arrays.append(file[name][()])
    pictures, labels, classes = arrays
    if pictures.shape[1:] != (64, 64, 3) or pictures.dtype != np.uint8:
        raise ValueError(f"{part}_set_x should be (m, 64, 64, 3) uint8, and is {pictures.shape} {pictures.dtype}")
    if labels.shape != pictures.shape[:1] or not np.isin(labels, (0, 1)).all():
        raise ValueError(f"{part}_set_y should be a 0 or a 1 for each of {len(pictures)} pictures")
    if classes.shape != (2,) or classes.dtype.kind not in "SO":
        raise ValueError("list_classes should be two names")
    names = [name.decode() if isinstance(name, bytes) else str(name) for name in classes]
    return pictures, labels.astype(np.int64).reshape(1, -1), names


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
