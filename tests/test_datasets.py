"""The data sets: made as their card says, read as the notebooks expect, and never read when damaged."""

import hashlib
import importlib.util
import shutil
from pathlib import Path

import h5py
import numpy as np
import pytest

from lib import data
from lib.errors import CourseError

DATASETS = Path(__file__).parent.parent / "datasets"
PENGUINS = "penguins/penguins.h5"
GET_IT_BACK = "get it back with `git restore datasets/{}`, or copy it again from the course's files."


def maker(folder: str):
    """The module datasets/`folder`/make.py."""
    spec = importlib.util.spec_from_file_location(f"make_{folder}", DATASETS / folder / "make.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def datasets(tmp_path, monkeypatch) -> Path:
    """A copy of datasets/ to spoil, which lib.data reads in place of the real one."""
    copy = shutil.copytree(DATASETS, tmp_path / "datasets")
    monkeypatch.setattr(data, "DATASETS", copy)
    return copy


def test_penguins_are_made_again_byte_for_byte(tmp_path):
    rebuilt = tmp_path / "penguins.h5"
    maker("penguins").make(target=rebuilt)
    with h5py.File(rebuilt) as new, h5py.File(DATASETS / PENGUINS) as old:
        assert sorted(new) == sorted(old) == ["measurements", "species"]
        assert all(np.array_equal(new[key][:], old[key][:]) for key in new)
    assert hashlib.sha256(rebuilt.read_bytes()).hexdigest() == data.checksum(PENGUINS)


def test_every_data_file_has_its_checksum():
    listed = dict(reversed(line.split()) for line in (DATASETS / "SHA256SUMS").read_text().splitlines())
    files = [path for suffix in ("csv", "h5") for path in DATASETS.glob(f"*/*.{suffix}")]
    assert listed == {
        path.relative_to(DATASETS).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files
    }


def test_penguins_file_says_units_and_origin():
    with h5py.File(DATASETS / PENGUINS) as file:
        assert file["measurements"].shape == (4, 342) and file["species"].shape == (342,)
        assert list(file["measurements"].attrs["units"]) == [b"mm", b"mm", b"mm", b"g"]
        assert list(file["measurements"].attrs["rows"])[:2] == [b"bill_length_mm", b"bill_depth_mm"]
        assert b"CC0" in file.attrs["origin"] and b"Gorman" in file.attrs["origin"]


def test_load_penguins():
    X, Y = data.load_penguins()
    assert X.shape == (2, 219) and X.dtype == np.float64
    assert Y.shape == (1, 219) and Y.dtype == np.int64
    assert Y.sum() == 68 and set(Y.ravel()) == {0, 1}
    assert list(X[:, 0]) == [39.1, 18.7] and Y[0, 0] == 0
    assert X[0, Y[0] == 1].mean() > 48 > 40 > X[0, Y[0] == 0].mean()
    assert X[1].min() > 13 and X[1].max() < 22


def test_penguins_agree_with_the_csv_file():
    birds = [
        bird
        for bird in maker("penguins").measured_birds(DATASETS / "penguins/penguins.csv")
        if bird["species"] in ("Adelie", "Chinstrap")
    ]
    X, Y = data.load_penguins()
    assert [[float(bird["bill_length_mm"]), float(bird["bill_depth_mm"])] for bird in birds] == X.T.tolist()
    assert [int(bird["species"] == "Chinstrap") for bird in birds] == Y[0].tolist()


def altered(content: bytes) -> bytes:
    """One bit of one measurement flipped."""
    middle = len(content) // 2
    return content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1 :]


@pytest.mark.parametrize(
    "spoil, what",
    [
        (lambda content: content[:5000], "is cut short or damaged"),
        (lambda content: content[:-1], "is cut short or damaged"),
        (altered, "is not the file that came with the course"),
        (lambda content: b"<html>not found</html>", "is not an HDF5 file"),
        (lambda content: b"", "is not an HDF5 file"),
    ],
)
def test_a_spoilt_file_is_named(datasets, spoil, what):
    path = datasets / PENGUINS
    path.write_bytes(spoil(path.read_bytes()))
    with pytest.raises(CourseError) as caught:
        data.load_penguins()
    assert str(caught.value) == f"datasets/{PENGUINS} {what}: {GET_IT_BACK.format(PENGUINS)}"


@pytest.mark.parametrize("name", [PENGUINS, "SHA256SUMS"])
def test_a_missing_file_is_named(datasets, name):
    (datasets / name).unlink()
    with pytest.raises(CourseError) as caught:
        data.load_penguins()
    assert str(caught.value) == f"datasets/{name} is missing: {GET_IT_BACK.format(name)}"


def test_a_folder_in_place_of_a_file_is_named(datasets):
    (datasets / PENGUINS).unlink()
    (datasets / PENGUINS).mkdir()
    with pytest.raises(CourseError, match=r"penguins\.h5 can't be read \(.+\): get it back"):
        data.load_penguins()


def test_a_missing_checksum_is_named(datasets):
    (datasets / "SHA256SUMS").write_bytes(b"\xff\xfe nonsense\r\n\r\n")
    with pytest.raises(CourseError, match=f"SHA256SUMS has no line for {PENGUINS}: get it back"):
        data.load_penguins()


def test_checksums_survive_windows_line_endings(datasets):
    sums = datasets / "SHA256SUMS"
    sums.write_bytes(sums.read_bytes().replace(b"\n", b"\r\n"))
    assert data.load_penguins()[0].shape == (2, 219)


def test_the_card_says_whose_and_on_what_terms():
    card = (DATASETS / "README.md").read_text(encoding="utf-8")
    for fact in (
        "Gorman",
        "palmerpenguins 0.1.6",
        "CC0 1.0",
        "penguins/make.py",
        "5c3be9af84dd703a25f1aaeadeac6ac770cfd38c1620d00089f581c023129ee0",
    ):
        assert fact in card
    assert "CC0 1.0 Universal" in (DATASETS / "penguins/LICENSE").read_text(encoding="utf-8")
