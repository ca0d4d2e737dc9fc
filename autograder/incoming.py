"""What was handed in, as it comes: the files of an archive or a folder, nothing unpacked and no name trusted.

An archive is refused whole where it has been tampered with: no learning platform makes such a one. A file that merely
can't be taken keeps its `problem`, so that one learner doesn't hold up the class.
"""

import os
import re
import stat
import unicodedata
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from lzma import LZMAError
from pathlib import Path

from lib.errors import CourseError
from lib.recovery import MOST_BYTES

MOST_IN_ALL = 100 * MOST_BYTES
NOISE = ("__MACOSX", ".ipynb_checkpoints", "Thumbs.db", "desktop.ini")  # what computers leave beside files
DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)  # to Windows, wherever they stand
TOO_LARGE = f"it is larger than {MOST_BYTES // 2**20} MB: ask for it without outputs."


@dataclass(frozen=True)
class File:
    """A file that was handed in: its path with / between folders, when it was last changed, a way to its bytes."""

    name: str
    time: datetime  # in UTC; of a learning platform's archive, when that was made
    read: Callable[[], bytes]  # raises CourseError where it can't be read
    problem: str = ""  # why it must not be taken


@contextmanager
def opened(place: Path) -> Iterator[list[File]]:
    """The files in a zip or a folder. Raises CourseError where it is neither, or where the zip is not to be trusted."""
    if place.is_dir():
        yield [file for file in _in_folder(place) if not _is_noise(file.name)]
        return
    try:
        archive = zipfile.ZipFile(place)
    except FileNotFoundError:
        raise CourseError(f"There is no file or folder {place}.") from None
    except (OSError, ValueError, zipfile.BadZipFile):
        raise CourseError(f"{place} is neither a folder nor a zip that can be read: download it again.") from None
    with archive:
        yield [file for file in _in_archive(archive, place) if not _is_noise(file.name)]


def is_plain(name: str) -> bool:
    """Whether a name can stand for a file or folder on every system, and is one: no path, no device, no glob."""
    plain = name.isprintable() and name == name.strip() and not re.search(r'[\\/:*?"<>|\[\]]', name)
    return plain and 0 < len(name) <= 128 and not name.startswith(".") and not DEVICES.fullmatch(name)


def _in_archive(archive: zipfile.ZipFile, place: Path) -> list[File]:
    members = archive.infolist()
    wrong = next(filter(None, map(_tampering, members)), "")
    names = [_name(member) for member in members]
    [(commonest, times)] = Counter(names).most_common(1) or [("", 0)]
    if times > 1:
        wrong = wrong or f"{commonest!r} is in it twice"
    if sum(member.file_size for member in members) > MOST_IN_ALL:
        wrong = wrong or f"it unpacks to more than {MOST_IN_ALL // 2**30} GB"
    if wrong:
        raise CourseError(f"Nothing was taken from {place}: {wrong}. Download it again from the platform itself.")
    return [_member(archive, member, name) for member, name in zip(members, names) if not member.is_dir()]


def _tampering(member: zipfile.ZipInfo) -> str:
    """What no learning platform writes into its archive, in words; empty for an honest entry."""
    name = member.orig_filename
    parts = re.split(r"[\\/]", name)
    if parts[0] == "" or ".." in parts or any(re.match(r"[A-Za-z]:", part) for part in parts):
        return f"the path {name!r} leads out of the archive"
    if stat.S_IFMT(member.external_attr >> 16) not in (0, stat.S_IFREG, stat.S_IFDIR):
        return f"{name!r} is a link or a device, not a file"
    return f"{name!r} is encrypted" if member.flag_bits & 1 else ""


def _name(member: zipfile.ZipInfo) -> str:
    """An entry's name: some programs write UTF-8 without saying so, which zipfile then reads as cp437."""
    name = member.orig_filename.replace("\\", "/")
    if not member.flag_bits & 0x800:
        with suppress(UnicodeError):
            name = name.encode("cp437").decode("utf-8")
    return unicodedata.normalize("NFC", name)


def _member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str) -> File:
    def read() -> bytes:
        try:
            return archive.read(member)
        except (zipfile.BadZipFile, zlib.error, LZMAError, NotImplementedError, EOFError, OSError, ValueError):
            raise CourseError("it is damaged in the archive: download it again.") from None

    return File(name, _zip_time(member), read, _problem(name, member.file_size))


def _zip_time(member: zipfile.ZipInfo) -> datetime:
    """A zip has local times and doesn't say where: this machine's zone is taken."""
    try:
        return datetime(*member.date_time).astimezone(UTC)
    except (ValueError, OverflowError, OSError):
        return datetime(1980, 1, 1, tzinfo=UTC)


def _in_folder(folder: Path) -> Iterator[File]:
    for here, folders, names in os.walk(folder, onerror=_give_up):
        folders.sort()
        links = [name for name in folders if Path(here, name).is_symlink()]
        for name in sorted([*names, *links]):
            path = Path(here, name)
            yield _on_disk(path, path.relative_to(folder).as_posix())


def _give_up(error: OSError) -> None:
    raise CourseError(f"{error.filename} can't be read ({error.strerror}).")


def _on_disk(path: Path, name: str) -> File:
    found = path.lstat()
    problem = _problem(name, found.st_size) if stat.S_ISREG(found.st_mode) else "it is a link or a device, not a file."

    def read() -> bytes:
        try:
            with open(os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0)), "rb") as file:
                return file.read(MOST_BYTES)
        except OSError as error:
            raise CourseError(f"it can't be read ({error.strerror}).") from None

    return File(unicodedata.normalize("NFC", name), datetime.fromtimestamp(found.st_mtime, UTC), read, problem)


def _problem(name: str, size: int) -> str:
    if not name.isprintable() or any(DEVICES.fullmatch(part) for part in name.split("/")):
        return "its name is no plain file's: ask for it under another."
    return TOO_LARGE if size > MOST_BYTES else ""


def _is_noise(name: str) -> bool:
    parts = name.split("/")
    return any(part in NOISE for part in parts) or parts[-1].startswith(".")
