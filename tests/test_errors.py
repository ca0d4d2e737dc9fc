"""Whatever is in a command's way ends it with one sentence on stderr and a status that isn't zero.

Every command that `workbook` has stands in the table below; a new one fails here until it does.
"""

import re
import shutil
import sys

import pytest
import typer
from adding import EXERCISE
from terminal import Terminal, begin

from autograder import cli

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


def commands(app: typer.Typer) -> list[str]:
    """The names of all commands, those of a group after the group's."""
    own = [command.name or command.callback.__name__.replace("_", "-") for command in app.registered_commands]
    groups = [f"{group.name} {name}" for group in app.registered_groups for name in commands(group.typer_instance)]
    return sorted(own + groups)


COMMANDS = commands(cli.app)
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


def assert_whole(terminal, before, ended) -> None:
    """Nothing is left of what was begun; and where the command failed, what was there is there as it was."""
    after = terminal.files()
    assert not [name for name in after if re.search(r"/\.[^/]*\.\d+$", name)]
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


@every_command
@pytest.mark.parametrize("seconds", [0, 0.2, 1])
def test_ctrl_c(terminal, command, seconds):
    before = terminal.files()
    ended = terminal.run(*INVOCATIONS[command], interrupt=seconds)
    assert_told(ended)
    assert_whole(terminal, before, ended)


@every_command
def test_what_is_printed_finds_no_room(terminal, command):
    assert_told(terminal.run(*INVOCATIONS[command], out="/dev/full"))
