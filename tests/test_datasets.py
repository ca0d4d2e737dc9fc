"""The data sets: made as their card says, read as the notebooks expect, and never read when damaged."""

import hashlib
import importlib.util
import io
import pickle
import shutil
from pathlib import Path

import h5py
import numpy as np
import pytest

from lib import data
from lib.errors import CourseError

DATASETS = Path(__file__).parent.parent / "datasets"
PENGUINS = "penguins/penguins.h5"
PLANAR = "planar/planar.h5"
CATS = {part: f"catvnoncat/picture_book_{part}.h5" for part in ("train", "test")}
CLASSIC = ("train_catvnoncat.h5", "test_catvnoncat.h5")  # a learner's own, which no checksum knows
GET_IT_BACK = "get it back with `git restore datasets/{}`, or copy it again from the course's files."


def maker(folder: str, name: str = "make"):
    """The module datasets/`folder`/`name`.py."""
    spec = importlib.util.spec_from_file_location(f"{name}_{folder}", DATASETS / folder / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def datasets(tmp_path, monkeypatch) -> Path:
    """A copy of datasets/ to spoil, which lib.data reads in place of the real one."""
    copy = shutil.copytree(DATASETS, tmp_path / "datasets", ignore=shutil.ignore_patterns(*CLASSIC))
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
    files = [path for suffix in ("csv", "h5") for path in DATASETS.glob(f"*/*.{suffix}") if path.name not in CLASSIC]
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


def test_planar_is_made_again_byte_for_byte(tmp_path):
    rebuilt = tmp_path / "planar.h5"
    maker("planar").make(target=rebuilt)
    with h5py.File(rebuilt) as new, h5py.File(DATASETS / PLANAR) as old:
        assert sorted(new) == sorted(old) == ["blobs", "circles", "flower", "moons", "spirals"]
        assert all(np.array_equal(new[name][key][:], old[name][key][:]) for name in new for key in ("X", "Y"))
    assert hashlib.sha256(rebuilt.read_bytes()).hexdigest() == data.checksum(PLANAR)


@pytest.mark.parametrize("name", ["flower", "moons", "circles", "blobs", "spirals"])
def test_load_planar(name):
    X, Y = data.load_planar(name)
    assert X.shape == (2, Y.size) and X.dtype == np.float64 and Y.dtype == np.int64
    assert Y.shape == (1, Y.size) and Y.sum() * 2 == Y.size >= 300
    assert set(Y.ravel()) == {0, 1} and 0 < abs(np.diff(Y)).sum() < Y.size - 1  # in no simple order


def test_no_line_separates_the_flower():
    X, Y = data.load_planar("flower")
    lines = np.array([(np.cos(t), np.sin(t)) for t in np.linspace(0, 2 * np.pi, 90)]) @ X
    right = [((lines > offset) == Y).mean() for offset in np.linspace(-4, 4, 41)]
    assert max(right) < 0.65


def test_an_unknown_planar_set_is_answered_with_the_names():
    with pytest.raises(CourseError, match="knows no 'rings': the names are blobs, circles, flower, moons, spirals"):
        data.load_planar("rings")


@pytest.fixture(scope="module")
def cats_drawn():
    """The picture-book cats, drawn once more."""
    make = maker("catvnoncat")
    return make.draw(make.SEED)


def test_cats_are_drawn_again_the_same(cats_drawn):
    # Pixels, not bytes: how tightly gzip packs is its own affair. open_dataset compares the bytes.
    for part, (pictures, labels, _) in cats_drawn.items():
        with data.open_dataset(CATS[part]) as file:
            assert sorted(file) == ["list_classes", f"{part}_set_x", f"{part}_set_y"]
            assert np.array_equal(file[f"{part}_set_x"][:], pictures)
            assert np.array_equal(file[f"{part}_set_y"][:], labels)
            assert list(file["list_classes"][:]) == [b"non-cat", b"cat"]
            assert file[f"{part}_set_x"].compression == "gzip"


def test_no_outline_nor_mirror_nor_near_copy_stands_in_both_sets(cats_drawn):
    choose = maker("catvnoncat", "choose")
    with data.open_dataset("catvnoncat/silhouettes.h5") as file:
        outlines = np.unpackbits(file["outlines"][:], axis=1).reshape(-1, 28, 28)
    frames = np.array([choose.framed(outline) for outline in outlines])
    train, test = (cats_drawn[part][2] for part in ("train", "test"))
    assert sorted([*train, *test]) == list(range(len(outlines)))  # each is used once
    assert choose.overlaps(frames[test], frames[train]).max() < choose.ALIKE == 0.9
    mirrored = frames[test][:, :, ::-1]
    assert choose.overlaps(mirrored[:20], frames[test]).max() > 0.99  # the measure does see a mirrored copy


def test_silhouettes_say_whose_they_are():
    with data.open_dataset("catvnoncat/silhouettes.h5") as file:
        kinds = file["kinds"][:]
        assert file["outlines"].shape == (len(kinds), 98) and np.mean(kinds == b"cat") == 0.5
        assert maker("catvnoncat", "choose").SHA256.encode() in file.attrs["origin"]
        assert b"MIT License" in file.attrs["licence"] and b"SinaSR-6" in file.attrs["licence"]


def test_the_wheel_is_read_without_running_anything():
    class Mischief:
        def __reduce__(self):
            return print, ("ran",)

    reader = maker("catvnoncat", "choose").ArraysOnly
    assert np.array_equal(reader(io.BytesIO(OLD_ARRAY)).load(), [1, 2, 3])
    with pytest.raises(pickle.UnpicklingError, match=r"builtins\.print is no part of an array"):
        reader(io.BytesIO(pickle.dumps(Mischief()))).load()


# np.array([1, 2, 3], np.uint8) as NumPy 1 pickled it.
OLD_ARRAY = pickle.dumps(np.array([1, 2, 3], np.uint8), 3).replace(b"numpy._core.multiarray", b"numpy.core.multiarray")


def test_load_cats(capsys):
    X_train, Y_train, X_test, Y_test, classes = data.load_cats()
    assert X_train.shape == (Y_train.size, 64, 64, 3) and X_test.shape == (Y_test.size, 64, 64, 3)
    assert X_train.dtype == X_test.dtype == np.uint8 and Y_train.dtype == Y_test.dtype == np.int64
    assert Y_train.shape == (1, Y_train.size) and Y_test.shape == (1, 400)
    assert Y_train.mean() == Y_test.mean() == 0.5 and classes == ["non-cat", "cat"]
    assert X_train.std() > 30 and capsys.readouterr().out == ""


def test_classic_files_dropped_in_are_read(datasets, classic, capsys):
    for path in classic:
        shutil.copy(path, datasets / "catvnoncat")
    X_train, Y_train, X_test, Y_test, classes = data.load_cats()
    assert capsys.readouterr().out == (
        "Reading your train_catvnoncat.h5 and test_catvnoncat.h5 in place of the course's own pictures.\n"
    )
    assert X_train.shape == (209, 64, 64, 3) and Y_train.shape == (1, 209) and Y_train.dtype == np.int64
    assert X_test.shape == (50, 64, 64, 3) and Y_test.shape == (1, 50) and classes == ["non-cat", "cat"]
    with h5py.File(classic[0]) as file:
        assert np.array_equal(file["train_set_x"][:], X_train) and np.array_equal(file["train_set_y"][:], Y_train[0])
    (datasets / "catvnoncat" / classic[0].name).unlink()
    with pytest.raises(CourseError, match=r"holds test_catvnoncat\.h5 alone: train and test go together"):
        data.load_cats()


def test_classic_files_named_are_read(classic, capsys):
    X_train, _, X_test, _, _ = data.load_cats(*map(str, classic))
    assert len(X_train) == 209 and len(X_test) == 50 and capsys.readouterr().out == ""
    with pytest.raises(CourseError, match="two files or none"):
        data.load_cats(classic[0])
    with pytest.raises(CourseError, match=r"There is no file nowhere\.h5"):
        data.load_cats("nowhere.h5", classic[1])


@pytest.mark.parametrize(
    "name, value, what",
    [
        ("train_set_x", None, "it has no train_set_x"),
        (
            "train_set_x",
            np.zeros((209, 32, 32, 3), np.uint8),
            r"should be \(m, 64, 64, 3\) uint8, and is \(209, 32, 32, 3\)",
        ),
        ("train_set_x", np.zeros((209, 64, 64, 3)), r"and is \(209, 64, 64, 3\) float64"),
        ("train_set_y", np.zeros(50, int), "a 0 or a 1 for each of 209 pictures"),
        ("train_set_y", np.full(209, 2), "a 0 or a 1 for each of 209 pictures"),
        ("list_classes", np.arange(2), "list_classes should be two names"),
        ("list_classes", None, "it has no list_classes"),
    ],
)
def test_a_classic_file_laid_out_otherwise_is_described(classic, name, value, what):
    with h5py.File(classic[0], "a") as file:
        del file[name]
        if value is not None:
            file[name] = value
    with pytest.raises(CourseError, match=r"train_catvnoncat\.h5 is not laid out as the classic.*" + what):
        data.load_cats(*classic)


@pytest.mark.parametrize("spoil", [lambda content: content[:-999], lambda content: b"<html>", lambda content: b""])
def test_a_spoilt_classic_file_is_named(classic, spoil):
    classic[1].write_bytes(spoil(classic[1].read_bytes()))
    with pytest.raises(CourseError, match=r"test_catvnoncat\.h5 is not an HDF5 file, or is cut short or damaged"):
        data.load_cats(*classic)


@pytest.mark.parametrize(
    "name, load",
    [(PLANAR, lambda: data.load_planar("moons")), (CATS["train"], data.load_cats), (CATS["test"], data.load_cats)],
)
def test_spoilt_and_missing_files_of_week_two_and_three_are_named(datasets, name, load):
    content = (datasets / name).read_bytes()
    for spoilt, what in ((altered(content), "is not the file that came"), (content[:9000], "is cut short or damaged")):
        (datasets / name).write_bytes(spoilt)
        with pytest.raises(CourseError, match=f"{name} {what}.*: get it back with `git restore datasets/{name}`"):
            load()
    (datasets / name).unlink()
    with pytest.raises(CourseError, match=f"{name} is missing: get it back with"):
        load()


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
        "planar/make.py",
        "animal_mnist 0.4",
        "SinaSR-6",
        "catvnoncat/make.py",
        maker("catvnoncat", "choose").SHA256,
    ):
        assert fact in card
    assert "(c) 2025 SinaSR-6" in (DATASETS / "catvnoncat/LICENSE").read_text(encoding="utf-8")
    assert "CC0 1.0 Universal" in (DATASETS / "penguins/LICENSE").read_text(encoding="utf-8")
