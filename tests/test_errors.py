"""Whatever is in a command's way ends it with one sentence on stderr and a status that isn't zero.

Every command that `workbook` has stands in the table below; a new one fails here until it does.
"""

import ast
import errno
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
import typer
from adding import EXERCISE, workbook
from sqlalchemy.exc import OperationalError
from terminal import Terminal, begin

from autograder import build, cli
from autograder.source import ROOT
from lib import files
from lib.errors import CourseError, all_of
from lib.learner import commands, endings

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="it forks")

INVOCATIONS = {
    "build": ["build"],
    "check": ["check", "week5"],
    "collect": ["collect", "week5", "inbox.zip"],
    "demo": ["demo", "--week", "week5"],
    "export": ["export", "week5", "--to", "canvas"],
    "grade": ["grade", "week5", "--no-sandbox", "--force", "--jobs", "1"],
    "hint": ["hint", EXERCISE],
    "lab": ["lab", "--week", "week5"],
    "new exercise": ["new", "exercise", "w5-leak", "--after", "w5-imports"],
    "new week": ["new", "week", "6", "Pooling"],
    "progress": ["progress"],
    "release": ["release", "week5"],
    "report": ["report", "week5"],
    "reset": ["reset", EXERCISE],
    "review": ["review", "week5"],
    "solution": ["solution", EXERCISE],
}


def names_of(app: typer.Typer) -> list[str]:
    """The names of all commands, those of a group after the group's."""
    own = [command.name or command.callback.__name__.replace("_", "-") for command in app.registered_commands]
    groups = [f"{group.name} {name}" for group in app.registered_groups for name in names_of(group.typer_instance)]
    return sorted(own + groups)


COMMANDS = names_of(cli.app)
every_command = pytest.mark.parametrize("command", [name for name in COMMANDS if name in INVOCATIONS])
BRIEF = [name for name in COMMANDS if name in INVOCATIONS and name != "demo"]  # which is build and grade in one


def test_every_command_is_in_the_table():
    assert set(COMMANDS) <= set(INVOCATIONS)


@pytest.fixture(scope="module")
def started(tmp_path_factory):
    terminal = Terminal(tmp_path_factory.mktemp("there") / "course")
    yield terminal
    terminal.close()


@pytest.fixture(scope="module")
def begun(started):
    done = begin(started)
    assert [ended.status for ended in done] == [0] * len(done), done
    return started


@pytest.fixture
def terminal(begun):
    yield begun
    begun.restore()


def assert_told(ended) -> None:
    """It did its work, or it said in a sentence or two why it could not."""
    assert "Traceback" not in ended.out + ended.err, ended.err
    if ended.status:
        assert (ended.err or ended.out).strip(), ended
        assert len(ended.err.splitlines()) <= 2 or "Usage" in ended.err, ended.err


def leftovers(names) -> list[str]:
    """Files that were to become others."""
    return [name for name in names if re.search(r"/\.[^/]*\.\d+$", name)]


def assert_whole(terminal, before, ended) -> None:
    """Nothing is left of what was begun; and where the command failed, what was there is there as it was."""
    after = terminal.files()
    assert not leftovers(after)
    for name, content in before.items():
        if ended.status and not name.startswith("build/"):
            assert after.get(name) == content, name


@every_command
def test_another_week(terminal, command):
    arguments = [word.replace("week5", "week9").replace("w5-", "w9-") for word in INVOCATIONS[command]]
    before = terminal.files()
    ended = terminal.run(*arguments)
    assert_told(ended)
    assert_whole(terminal, before, ended)
    if arguments != INVOCATIONS[command]:
        assert ended.status and ("week9" in ended.err or "w9-" in ended.err), ended


def remove(name):
    def spoil(folder):
        path = folder / name
        shutil.rmtree(path) if path.is_dir() else path.unlink()

    return spoil


def replace(name, make):
    def spoil(folder):
        remove(name)(folder)
        make(folder / name)

    return spoil


def a_file(path):
    path.write_text("I am in the way.", encoding="utf-8")


def a_loop(path):
    path.symlink_to(path.name)


SPOILT = {
    "no notebooks": remove("notebooks"),
    "no keys": remove("lib/keys"),
    "no source": remove("solutions"),
    "no notebook's source": remove("solutions/week5/other_activations.py"),
    "no specs": remove("autograder/exercises/week5"),
    "no build": remove("build"),
    "no gradebook": remove("build/gradebook.db"),
    "nothing handed in": remove("build/submitted"),
    "nothing released": remove("build/release"),
    "a file for the build": replace("build", a_file),
    "a file for the notebooks": replace("notebooks", a_file),
    "a file for the keys": replace("lib/keys", a_file),
    "a file for the source": replace("solutions", a_file),
    "a file for a week's source": replace("solutions/week5", a_file),
    "a file for a learner": replace("build/submitted/ada", a_file),
    "a folder for the gradebook": replace("build/gradebook.db", lambda path: path.mkdir()),
    "a folder for the key": replace("lib/keys/other_activations.h5", lambda path: path.mkdir()),
    "a folder for a source": replace("solutions/week5/other_activations.py", lambda path: path.mkdir()),
    "a folder for a notebook": replace("notebooks/week5/other_activations.ipynb", lambda path: path.mkdir()),
    "a folder for what was handed in": replace(
        "build/submitted/ada/week5/other_activations.ipynb", lambda path: path.mkdir()
    ),
    "a folder for the seed": replace("secret.seed", lambda path: path.mkdir()),
    "a gradebook that is none": replace("build/gradebook.db", a_file),
    "an empty gradebook": replace("build/gradebook.db", lambda path: path.touch()),
    "a key that is none": replace("lib/keys/other_activations.h5", a_file),
    "a source that is no text": replace(
        "solutions/week5/other_activations.py", lambda path: path.write_bytes(b"\xff\xfe# %%\xff")
    ),
    "a loop for the build": replace("build", a_loop),
    "a loop for the notebooks": replace("notebooks", a_loop),
    "a loop for the keys": replace("lib/keys", a_loop),
    "a loop for the source": replace("solutions", a_loop),
}


@pytest.mark.parametrize("command", BRIEF)
@pytest.mark.parametrize("spoil", SPOILT.values(), ids=SPOILT)
def test_something_is_missing_or_in_the_way(terminal, command, spoil):
    spoil(terminal.folder)
    before = terminal.files()
    ended = terminal.run(*INVOCATIONS[command])
    assert_told(ended)
    assert_whole(terminal, before, ended)


@pytest.mark.parametrize("command", BRIEF)
@pytest.mark.parametrize("room", [0, 20_000])
def test_a_full_disk(terminal, command, room):
    (terminal.folder / "solutions/week5/other_activations.py").touch()  # so that everything is to be made anew
    before = terminal.files()
    ended = terminal.run(*INVOCATIONS[command], limit=room)
    assert_told(ended)
    assert_whole(terminal, before, ended)


@pytest.mark.parametrize("command", BRIEF)
@pytest.mark.parametrize("seconds", [0, 0.2, 1])
def test_ctrl_c(terminal, command, seconds):
    """What it had written by then is whole: as it was, or as it is when nobody stops it."""
    before = terminal.files()
    ended = terminal.run(*INVOCATIONS[command], interrupt=seconds)
    after = terminal.files()
    if ended.status != -signal.SIGINT or ended.err:  # else Python was at its end already
        assert_told(ended)
    assert not leftovers(after)
    changed = [name for name in before if not name.startswith("build/") and after.get(name) != before[name]]
    if changed:
        terminal.restore()
        terminal.run(*INVOCATIONS[command])
        done = terminal.files()
        assert [name for name in changed if after.get(name) != done[name]] == []


@pytest.mark.parametrize("command", BRIEF)
def test_what_is_printed_finds_no_room(terminal, command):
    assert_told(terminal.run(*INVOCATIONS[command], out="/dev/full"))


def test_a_reader_who_has_seen_enough_ends_a_command_quietly(monkeypatch, capsys):
    def stop():
        raise BrokenPipeError(errno.EPIPE, "Broken pipe")

    monkeypatch.setattr(build, "build", stop)
    assert workbook(monkeypatch, "build") == 1
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (
            OSError(errno.ENOSPC, "No space left on device", str(ROOT / "notebooks/x")),
            "notebooks/x can't be used: the disk",
        ),
        (OSError(errno.ENOSPC, "No space left on device"), "A file can't be used: the disk is full. Make room"),
        (
            PermissionError(errno.EACCES, "Permission denied", "/there"),
            "/there can't be used: the system does not let you",
        ),
        (PermissionError(errno.EROFS, "Read-only", b"/there"), "/there can't be used: it can only be read"),
        (OSError(errno.EIO, "Input/output error", "/there"), "/there can't be used: Input/output error."),
        (TimeoutError("too slow"), "The system does not go along: too slow."),
        (KeyboardInterrupt(), "Stopped."),
        (
            OperationalError("select", {}, Exception("disk I/O error\nmore")),
            "could not be used: disk I/O error. By default",
        ),
    ],
    ids=lambda each: type(each).__name__,
)
def test_what_the_system_says_becomes_a_sentence(monkeypatch, capsys, error, said):
    def refuse():
        raise error

    monkeypatch.setattr(build, "build", refuse)
    assert workbook(monkeypatch, "build") == 1
    out, err = capsys.readouterr()
    assert said in err and err.count("\n") == 1 and out == ""


def test_a_fault_of_the_programs_own_is_not_hidden(monkeypatch):
    def fail():
        raise KeyError("a fault")

    monkeypatch.setattr(build, "build", fail)
    with pytest.raises(KeyError):
        workbook(monkeypatch, "build")


def test_ctrl_c_while_a_command_is_still_being_imported():
    code = "from lib.learner import endings; raise KeyboardInterrupt"
    ended = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert ended.returncode and ended.stderr == f"{endings.STOPPED}\n"
    for module, first in ((cli, "lib.learner.commands"), (commands, "lib.learner.endings")):
        imports = [
            node for node in ast.parse(Path(module.__file__).read_text()).body if isinstance(node, ast.ImportFrom)
        ]
        assert first in (imports[0].module, f"{imports[0].module}.{imports[0].names[0].name}")


def test_files_are_written_all_or_none(tmp_path):
    old, new, blocked = tmp_path / "old", tmp_path / "folder" / "new", tmp_path / "old" / "below"
    old.write_text("old")
    with pytest.raises(OSError) as refused:
        files.write_all({old: "changed", new: "new", blocked: "no"})
    assert old.read_text() == "old" and not list(new.parent.glob("*")) and refused.value.filename
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["old"]
    files.write_all({old: "changed", new: b"new"})
    assert old.read_text() == "changed" and new.read_text() == "new"


def test_all_jobs_are_tried_before_any_complains():
    def complain(text):
        raise CourseError(text)

    assert all_of([lambda: 1, lambda: 2]) == [1, 2]
    with pytest.raises(CourseError) as said:
        all_of([lambda: complain("a"), lambda: 1, lambda: complain("b"), lambda: complain("a")])
    assert str(said.value) == "a\nb"
