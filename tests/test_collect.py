"""What Moodle, Canvas and nbgrader's exchange hand over arrives under the right learner, and nothing else anywhere."""

import os
import stat
import sys
import zipfile
from datetime import UTC, datetime

import pytest

from autograder import incoming
from autograder.collect import collect
from autograder.marks import handed_in_at
from autograder.roster import read
from autograder.source import sources
from lib.errors import CourseError

WEEK = "week1"
[SOURCE] = sources(WEEK)
NAME = f"{SOURCE.path.stem}.ipynb"
CANVAS_LIST = """Student,ID,SIS User ID,SIS Login ID,Section,Week 1 (4711)
    Points Possible,,,,,61.00
"Lovelace, Ada",71,S1,ada@x.org,A,
"O'Neil, Ben",72,S2,ben@x.org,A,
"Smith, John",73,S3,js1@x.org,A,
"Smith, John",74,S4,js2@x.org,B,
"""
WORKSHEET = """Identifier,Full name,Email address,Status,Grade,Last modified (submission)
Participant 501,Ada Lovelace,ada@x.org,Submitted,,"Friday, 20 November 2026, 5:03 PM"
Participant 502,Ben O'Neil,ben@x.org,Submitted,,-
Participant 503,John Smith,js1@x.org,,,
Participant 504,John Smith,js2@x.org,,,
"""


@pytest.fixture
def roster(tmp_path):
    """A class list out of CSV text."""

    def made(text, **how):
        path = tmp_path / "list.csv"
        path.write_text(text, **{"encoding": "utf-8"} | how)
        return read(path)

    return made


@pytest.fixture
def archive(tmp_path):
    """A zip with these files in it; a value may be bytes, or a ZipInfo with bytes."""

    def made(files, name="all.zip"):
        with zipfile.ZipFile(tmp_path / name, "w") as file:
            for entry, content in files:
                file.writestr(entry, content)
        return tmp_path / name

    return made


def submitted(root):
    """By learner, the files of their submission."""
    folders = (root / "submitted").glob(f"*/{WEEK}")
    return {folder.parent.name: {path.name: path.read_bytes() for path in folder.iterdir()} for folder in folders}


def notebooks(root):
    return {student: files[NAME] for student, files in submitted(root).items()}


def written(root):
    """Every file below `root`."""
    return {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()}


MOODLE_FOLDERS = [
    ("Ada Lovelace_501_assignsubmission_file/x.ipynb", b"ada"),
    ("Ben O'Neil_502_assignsubmission_file_/my work/x.ipynb", b"ben"),
    ("Ben O'Neil_502_assignsubmission_onlinetext_/onlinetext.html", b"<p>"),
]
MOODLE_FLAT = [
    ("Ada Lovelace_501_assignsubmission_file_x_1_2.ipynb", b"ada"),
    ("Ben O'Neil_502_assignsubmission_file_x.ipynb", b"ben"),
]
CANVAS = [
    ("lovelaceada_71_9001_binary_classification-1.ipynb", b"ada"),
    ("oneilben_LATE_72_9002_my_12_34_work.ipynb", b"ben"),
]
EXCHANGE = [
    ("ada+week1+2026-11-20 10:00:00.000000 UTC+zzz/x.ipynb", b"older"),
    ("ada+week1+2026-11-20 12:30:00.500000 UTC+aaa/x.ipynb", b"ada"),
    ("ada+week2+2026-11-21 10:00:00.000000 UTC+zzz/x.ipynb", b"another week"),
    ("ben+b+week1+2026-11-20 10:00:00 CET/x.ipynb", b"ben"),
]
FOLDER = [("ada/week1/x.ipynb", b"ada"), ("ada/week2/x.ipynb", b"another week"), ("ben.ipynb", b"ben")]


@pytest.mark.parametrize(
    ("files", "students"),
    [
        (MOODLE_FOLDERS, ["Ada Lovelace", "Ben O'Neil"]),
        (MOODLE_FLAT, ["Ada Lovelace", "Ben O'Neil"]),
        (CANVAS, ["lovelaceada_71", "oneilben_72"]),
        (EXCHANGE, ["ada", "ben+b"]),
        (FOLDER, ["ada", "ben"]),
    ],
    ids=["Moodle", "Moodle, flat", "Canvas", "exchange", "folder"],
)
@pytest.mark.parametrize("packed", [True, False], ids=["zip", "unpacked"])
def test_each_platforms_names_lead_to_their_learners(files, students, packed, archive, tmp_path):
    place = archive(files)
    if not packed:
        zipfile.ZipFile(place).extractall(tmp_path / "unpacked")
        place = tmp_path / "unpacked"
    collect(tmp_path / "build", WEEK, place)
    assert notebooks(tmp_path / "build") == dict(zip(students, (b"ada", b"ben")))


def test_a_folder_around_a_platforms_files_is_no_matter(archive, tmp_path):
    collect(tmp_path, WEEK, archive([(f"submissions/{name}", content) for name, content in CANVAS]))
    assert set(notebooks(tmp_path)) == {"lovelaceada_71", "oneilben_72"}


@pytest.mark.parametrize(("files", "text"), [(CANVAS, CANVAS_LIST), (MOODLE_FOLDERS, WORKSHEET)])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_class_list_gives_the_ids(files, text, separator, archive, roster, tmp_path):
    if separator != ",":
        text = text.replace(", ", "\0").replace(",", separator).replace("\0", ", ")
    report = collect(tmp_path, WEEK, archive(files), roster(text, encoding="utf-8-sig"))
    assert notebooks(tmp_path) == {"ada@x.org": b"ada", "ben@x.org": b"ben"}
    assert report.missing == ["js1@x.org", "js2@x.org"]


def test_two_of_one_name_are_told_apart_by_the_platforms_number_alone(archive, roster, tmp_path):
    files = [("smithjohn_73_1_x.ipynb", b"one"), ("smithjohn_74_2_x.ipynb", b"two")]
    assert collect(tmp_path, WEEK, archive(files), roster(CANVAS_LIST)).left == {}
    assert notebooks(tmp_path) == {"js1@x.org": b"one", "js2@x.org": b"two"}


def test_two_of_one_name_are_refused_where_nothing_tells_them_apart(archive, roster, tmp_path):
    files = [
        ("John Smith_503_assignsubmission_file_/x.ipynb", b""),
        ("John Smith_504_assignsubmission_file_/x.txt", b""),
    ]
    assert "--roster" in collect(tmp_path, WEEK, archive(files)).left["John Smith"]
    names = "First name,Last name,Email address\nJohn,Smith,js1@x.org\nJohn,Smith,js2@x.org\n"
    assert len(collect(tmp_path, WEEK, archive(files), roster(names)).left) == 2
    assert submitted(tmp_path) == {}


def test_who_is_not_on_the_list_is_named_and_not_taken_for_the_namesake_who_is(archive, roster, tmp_path):
    report = collect(tmp_path, WEEK, archive([("lovelaceada_99_1_x.ipynb", b"")]), roster(CANVAS_LIST))
    assert list(report.left) == ["lovelaceada_99_1_x.ipynb"] and submitted(tmp_path) == {}


@pytest.mark.parametrize("stranger", ["x.ipynb", "readme.txt", "ada/x.ipynb", "a/b/c/d.ipynb", "ada_x.ipynb"])
@pytest.mark.parametrize("files", [CANVAS, MOODLE_FLAT, EXCHANGE], ids=["Canvas", "Moodle", "exchange"])
def test_a_file_in_no_platforms_form_is_named_and_left(files, stranger, archive, tmp_path):
    report = collect(tmp_path, WEEK, archive([*files, (stranger, b"whose?")]))
    assert list(report.left) == [stranger] and len(submitted(tmp_path)) == 2


@pytest.mark.parametrize("name", [NAME, f"final {NAME}", "anon_q3xYz_77_x.ipynb", "LATE_anon_12345_77_x.ipynb"])
def test_a_file_that_says_nobodys_name_is_left(name, archive, tmp_path):
    assert list(collect(tmp_path, WEEK, archive([(name, b"")])).left) == [name]
    assert submitted(tmp_path) == {}


@pytest.mark.parametrize(
    "files",
    [
        [("ada/a.ipynb", b"1"), ("ada/b.ipynb", b"2")],
        [("ada/a.ipynb", b"1"), ("ada/week1/a.ipynb", b"2")],
        [("ada.ipynb", b"1"), (f"ada/{NAME}", b"2")],
        [(f"Ada_5_assignsubmission_file_/{name}", b"") for name in (NAME, "b.ipynb")],
        [("ada_71_1_a.ipynb", b"1"), ("ada_71_2_b.ipynb", b"2")],
        [("ada+week1+2026-11-20 10:00:00 UTC/a.ipynb", b"1"), ("ada+week1+2026-11-20 10:00:00 UTC/b.ipynb", b"2")],
        [("ada_71_1_notes.pdf", b"1")],
    ],
    ids=["folder", "two folders", "file and folder", "Moodle", "Canvas", "exchange", "none"],
)
def test_where_nothing_says_which_notebook_counts_none_is_taken(files, archive, tmp_path):
    [(learner, reason)] = collect(tmp_path, WEEK, archive(files)).left.items()
    assert learner.lower().startswith("ada") and submitted(tmp_path) == {} and "notebook" in reason


@pytest.mark.parametrize(
    "files",
    [
        [("ada_71_9002_x-1.ipynb", b"right"), ("ada_71_9001_x.ipynb", b"older")],
        [("ada_71_900_x-10.ipynb", b"older"), ("ada_71_1001_x-9.ipynb", b"right")],
        [(f"ada+week1+2026-11-20 10:00:00 UTC/{name}", name.encode()) for name in ("a.ipynb", NAME)],
    ],
    ids=["Canvas's suffix", "Canvas's number", "the course's name in the exchange"],
)
def test_the_newest_is_taken_where_the_platform_says_so(files, archive, tmp_path):
    collect(tmp_path, WEEK, archive(files))
    [taken] = notebooks(tmp_path).values()
    assert taken in (b"right", NAME.encode())


def test_other_files_beside_a_notebook_are_named_and_no_failure(archive, tmp_path):
    report = collect(tmp_path, WEEK, archive([("ada/x.ipynb", b"1"), ("ada/notes.pdf", b"2")]))
    assert report.beside == ["ada/notes.pdf"] and report.left == {} and set(submitted(tmp_path)["ada"]) == {NAME}


# Times


@pytest.fixture
def in_berlin(monkeypatch):
    """This machine, an hour east of Greenwich in November."""
    import time

    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def at(*when):
    return datetime(*when, tzinfo=UTC)


needs_zones = pytest.mark.skipif(sys.platform == "win32", reason="Windows can't be moved to another zone")


def handed_in(root, student):
    """What nbgrader reads, without a zone."""
    return handed_in_at(root / "submitted" / student / WEEK)


@needs_zones
def test_times_are_those_that_the_platform_vouches_for(archive, roster, tmp_path, in_berlin):
    collect(tmp_path, WEEK, archive(EXCHANGE))
    assert handed_in(tmp_path, "ada") == datetime(2026, 11, 20, 12, 30, 0, 500000)
    assert handed_in(tmp_path, "ben+b") == datetime(2026, 11, 20, 9)
    collect(tmp_path, WEEK, archive(MOODLE_FLAT), roster(WORKSHEET))
    assert handed_in(tmp_path, "ada@x.org") == datetime(2026, 11, 20, 16, 3)
    assert handed_in(tmp_path, "ben@x.org") is None
    collect(
        tmp_path, WEEK, archive([("eve/week1/timestamp.txt", b"2026-11-20 10:00:00 UTC"), ("eve/week1/x.ipynb", b"")])
    )
    assert handed_in(tmp_path, "eve") == datetime(2026, 11, 20, 10)


@needs_zones
def test_who_was_late_on_canvas_is_late_here_and_nobody_else(archive, tmp_path, in_berlin):
    entries = [zipfile.ZipInfo(name, (2026, 11, 22, 9, 0, 0)) for name, _ in CANVAS]
    report = collect(tmp_path, WEEK, archive([(entry, b"") for entry in entries]))
    assert handed_in(tmp_path, "lovelaceada_71") is None
    assert handed_in(tmp_path, "oneilben_72") == datetime(2026, 11, 22, 8)
    assert [row.late for row in report.rows] == [False, True]


@pytest.mark.parametrize("stamp", [b"", b"yesterday-ish", b"\xff" * 300, b"9999-99-99"])
def test_what_is_no_time_is_none(stamp, archive, tmp_path):
    collect(tmp_path, WEEK, archive([("eve/timestamp.txt", stamp), ("eve/x.ipynb", b"")]))
    assert handed_in(tmp_path, "eve") is None and "eve" in submitted(tmp_path)


# Again and again


def test_a_second_time_changes_nothing(archive, tmp_path):
    collect(tmp_path, WEEK, archive(EXCHANGE))
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "submitted").rglob("*")}
    report = collect(tmp_path, WEEK, archive(EXCHANGE))
    assert {row.what for row in report.rows} == {"as before"}
    assert before == {path: path.stat().st_mtime_ns for path in (tmp_path / "submitted").rglob("*")}
    assert not (tmp_path / "replaced").exists()


def test_another_submission_replaces_the_earlier_which_is_kept_whole(archive, tmp_path):
    root = tmp_path / "build"
    for content in (b"first", b"second", b"third"):
        (root / "submitted/ada/week1").mkdir(parents=True, exist_ok=True)
        (root / "submitted/ada/week1/notes.txt").write_bytes(content)
        [row] = collect(root, WEEK, archive([("ada.ipynb", content)])).rows
    assert notebooks(root) == {"ada": b"third"} and "kept in replaced" in row.what
    kept = sorted((root / "replaced/ada/week1").iterdir())
    assert [(folder / NAME).read_bytes() for folder in kept[-2:]] == [b"first", b"second"]
    assert [(folder / "notes.txt").read_bytes() for folder in kept[-2:]] == [b"second", b"third"]


def test_an_older_submission_does_not_replace_a_newer(archive, tmp_path):
    for hour, content in ((12, b"newer"), (10, b"older")):
        name = f"ada+week1+2026-11-20 {hour}:00:00 UTC/x.ipynb"
        [row] = collect(tmp_path, WEEK, archive([(name, content)])).rows
    assert notebooks(tmp_path) == {"ada": b"newer"} and "newer" in row.what


def test_a_time_that_becomes_known_later_is_added(archive, roster, tmp_path):
    collect(tmp_path, WEEK, archive(MOODLE_FLAT), roster(WORKSHEET.replace("Friday, 20 November 2026, 5:03 PM", "-")))
    collect(tmp_path, WEEK, archive(MOODLE_FLAT), roster(WORKSHEET))
    assert handed_in(tmp_path, "ada@x.org")


# Archives that are not to be trusted


def link(name):
    entry = zipfile.ZipInfo(name)
    entry.create_system, entry.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
    return entry


@pytest.mark.parametrize(
    "name",
    [
        "/ada/x.ipynb",
        "../ada.ipynb",
        "ada/../../x.ipynb",
        "ada/..",
        "C:/ada/x.ipynb",
        "c:ada.ipynb",
        "ada\\..\\x.ipynb",
        "\\\\server\\share\\x.ipynb",
        link("ada/x.ipynb"),
    ],
    ids=str,
)
def test_an_archive_that_leads_elsewhere_is_refused_whole(name, archive, tmp_path):
    place = archive([("ben.ipynb", b"honest"), (name, b"../../../etc/passwd")])
    before = written(tmp_path)
    with pytest.raises(CourseError, match="Nothing was taken"):
        collect(tmp_path / "build", WEEK, place)
    assert written(tmp_path) == before


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_name_that_is_there_twice_is_refused(archive, tmp_path):
    with pytest.raises(CourseError, match="twice"):
        collect(tmp_path, WEEK, archive([("ada.ipynb", b"1"), ("ada.ipynb", b"2")]))


def test_an_encrypted_archive_is_refused(archive, tmp_path):
    place = archive([("ada.ipynb", b"1")])
    content = bytearray(place.read_bytes())
    for signature, flags in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        content[content.index(signature) + flags] |= 1
    place.write_bytes(content)
    with pytest.raises(CourseError, match="encrypted"):
        collect(tmp_path, WEEK, place)


@pytest.mark.parametrize("content", [None, b"", b"no zip", b"PK\5\6" + b"\0" * 9])
def test_what_is_no_archive_is_one_sentence(content, tmp_path):
    if content is not None:
        (tmp_path / "all.zip").write_bytes(content)
    with pytest.raises(CourseError) as caught:
        collect(tmp_path, WEEK, tmp_path / "all.zip")
    assert "\n" not in str(caught.value)


def test_an_archive_that_unpacks_to_too_much_is_refused(archive, tmp_path, monkeypatch):
    monkeypatch.setattr(incoming, "MOST_IN_ALL", 1000)
    with pytest.raises(CourseError, match="unpacks to more"):
        collect(tmp_path, WEEK, archive([(f"{n}.ipynb", b" " * 400) for n in range(3)]))


def test_a_file_that_is_too_large_costs_its_learner_alone(archive, tmp_path, monkeypatch):
    monkeypatch.setattr(incoming, "MOST_BYTES", 1000)
    report = collect(tmp_path, WEEK, archive([("ada.ipynb", b" " * 1001), ("ben.ipynb", b" " * 1000)]))
    assert list(report.left) == ["ada.ipynb"] and set(submitted(tmp_path)) == {"ben"}


def test_a_damaged_file_costs_its_learner_alone(archive, tmp_path):
    place = archive([("ada.ipynb", b"spoilt here"), ("ben.ipynb", b"good")])
    place.write_bytes(place.read_bytes().replace(b"spoilt here", b"spoilt then"))
    report = collect(tmp_path, WEEK, place)
    assert list(report.left) == ["ada"] and set(submitted(tmp_path)) == {"ben"}


@pytest.mark.parametrize("name", ["con.ipynb", "NUL.ipynb", "lpt1.ipynb", "a\x1b[2Jb.ipynb", "a\nb.ipynb"])
@pytest.mark.parametrize("form", ["Ada_5_assignsubmission_file_/{}", "{}"])
def test_a_name_that_is_none_costs_its_learner_alone_and_is_shown_tame(name, form, archive, tmp_path):
    ben = ("Ben_6_assignsubmission_file_/x.ipynb", b"")
    report = collect(tmp_path, WEEK, archive([(form.format(name), b""), ben]))
    assert len(report.left) == 1 and all(left.isprintable() for left in report.left)
    assert set(submitted(tmp_path)) == {"Ben"}


def test_a_name_that_ends_early_is_read_to_its_end(archive, tmp_path):
    place = archive([("ada/x.ipynb?.png", b""), ("ben.ipynb", b"")])
    place.write_bytes(place.read_bytes().replace(b"x.ipynb?.png", b"x.ipynb\0.png"))
    assert list(collect(tmp_path, WEEK, place).left) == [ascii("ada/x.ipynb\0.png")]
    assert set(submitted(tmp_path)) == {"ben"}


@pytest.mark.parametrize("name", ["..", ".hidden", "a*", "[a]", "?", " ada", "x" * 129, "con", "a:b"])
def test_an_id_that_is_no_folders_name_is_refused(name, roster, archive, tmp_path):
    text = f'Name,Username\n"Ada","{name} "\n' if name != " ada" else "Name,Username\nAda,a/b\n"
    report = collect(tmp_path, WEEK, archive([("Ada.ipynb", b"")]), roster(text))
    assert list(report.left) == ["Ada.ipynb"] and submitted(tmp_path) == {}


def test_links_in_a_folder_are_not_followed(tmp_path):
    (tmp_path / "in/ada").mkdir(parents=True)
    (tmp_path / "secret.ipynb").write_bytes(b"another's")
    (tmp_path / "in/ada/x.ipynb").symlink_to(tmp_path / "secret.ipynb")
    (tmp_path / "in/ben").symlink_to(tmp_path)
    report = collect(tmp_path / "build", WEEK, tmp_path / "in")
    assert set(report.left) == {"ada/x.ipynb", "ben"} and submitted(tmp_path / "build") == {}


def test_a_file_that_becomes_a_link_after_it_was_looked_at_is_not_followed(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in/ada.ipynb").write_bytes(b"hers")
    with incoming.opened(tmp_path / "in") as [file]:
        (tmp_path / "in/ada.ipynb").unlink()
        (tmp_path / "in/ada.ipynb").symlink_to(__file__)
        if hasattr(os, "O_NOFOLLOW"):
            with pytest.raises(CourseError):
                file.read()


def test_what_computers_leave_beside_files_is_not_mentioned(archive, tmp_path):
    noise = [("__MACOSX/._ada.ipynb", b""), (".DS_Store", b""), ("ada/.ipynb_checkpoints/x-checkpoint.ipynb", b"")]
    report = collect(tmp_path, WEEK, archive([("ada/x.ipynb", b"1"), *noise]))
    assert (report.left, report.beside) == ({}, []) and set(submitted(tmp_path)) == {"ada"}


def test_names_in_utf8_that_the_archive_does_not_declare_are_read(archive, tmp_path):
    place = archive([("Zo?? N??mcov??_5_assignsubmission_file_/x.ipynb", b"")])
    name = "Zoë Němcová".encode()
    place.write_bytes(place.read_bytes().replace(b"Zo?? N??mcov??", name))
    collect(tmp_path, WEEK, place)
    assert set(submitted(tmp_path)) == {"Zoë Němcová"}


# Class lists


@pytest.mark.parametrize(
    ("text", "match"),
    [
        ("", "no heading"),
        ("Student,Section\nAda,A\n", "no heading"),
        ("Username\n", "nobody"),
        ("Username\nada\nada\n", "'ada' twice"),
        ('Username,Name\nada,"Ada\n', "no CSV"),
    ],
)
def test_a_list_that_is_none_is_one_sentence(text, match, roster):
    with pytest.raises(CourseError, match=match):
        roster(text)


def test_a_list_in_another_encoding_is_refused_rather_than_misread(roster):
    with pytest.raises(CourseError, match="UTF-8"):
        roster("Username,Name\nzoe,Zoë\n", encoding="cp1252")
