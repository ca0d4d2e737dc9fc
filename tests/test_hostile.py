"""Hostile submissions among honest ones, graded as a class: they gain nothing and cost nobody else anything."""

import hashlib
import html.parser
import json
import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hostile import ATTACKED, NUMBER, RIGHT, Hostile
from hostile.exhausting import EXHAUSTING
from hostile.forging import FORGING
from hostile.notebooks import NOTEBOOKS
from hostile.protocol import PROTOCOL
from hostile.reaching import REACHING
from hostile.reading import READING

from autograder import classroom, gradebook, grading, submissions
from autograder.keys import specs_of
from autograder.source import ROOT, sources
from lib.notebook import is_written

WEEK = "week1"
SEED = "the-teachers-own-seed"
FAMILIES = {
    "forging": FORGING,
    "reading": READING,
    "reaching": REACHING,
    "exhausting": EXHAUSTING,
    "notebook": NOTEBOOKS,
    "protocol": PROTOCOL,
}
HOSTILE = {f"{family}-{name}": found for family, members in FAMILIES.items() for name, found in members.items()}
GRADED = [name for name, hostile in HOSTILE.items() if not hostile.problem and hostile.raw is str.encode]
SHOWN = [
    name
    for name in HOSTILE
    if "script-" in name or "half-characters" in name or name in ("reaching-escapes-printed", "protocol-printed-halves")
]
HONEST = "honest"
EVERY = 12  # one in so many is honest
SECONDS = 600  # for the whole class, on a busy machine; a quarter of it on one that isn't


@dataclass
class Class:
    """What became of everybody."""

    root: Path
    rows: dict[str, classroom.Row]
    scores: dict[str, dict[str, tuple[float | None, float]]]
    seconds: float
    before: dict[str, str]
    after: dict[str, str]
    processes: set[tuple[int, str]]

    def outputs(self, student: str) -> str:
        """All that the graded notebook shows as output."""
        return json.dumps([cell.get("outputs", []) for cell in self.notebook(student)["cells"]])

    def notebook(self, student: str) -> dict:
        """The graded notebook."""
        path = self.root / "autograded" / student / WEEK / "binary_classification.ipynb"
        return json.loads(path.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def graded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Class]:
    """The class, graded once, with short limits."""
    root = tmp_path_factory.mktemp("class")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WORKBOOK_SEED", SEED)
        patch.setattr(grading, "CELL_SECONDS", 3.0)
        patch.setattr(grading, "SECONDS", 40.0)
        for spec in specs_of(WEEK).values():
            for limit, seconds in (("cpu", 1.0), ("wall", 4.0)):
                if hasattr(spec, limit):
                    patch.setattr(spec, limit, seconds)
        classroom.prepare(root, WEEK)
        hand_in(root)
        yield graded_class(root)


def hand_in(root: Path) -> None:
    """Every hostile notebook, and an honest one after every few."""
    solved, untouched = typed_in(root, True), typed_in(root, False)
    for number, (name, hostile) in enumerate(HOSTILE.items()):
        if number % EVERY == 0:
            write(root, f"{HONEST}-{number:03}", Hostile({ATTACKED: honest(number)}), solved)
        write(root, name, hostile, solved if hostile.solved else untouched)
    (root / "submitted" / "link" / WEEK).mkdir(parents=True)
    (root / "submitted" / "link" / WEEK / "binary_classification.ipynb").symlink_to(root / "True.ipynb")
    (root / "submitted" / os.fsdecode(b"\xff\x1b") / WEEK).mkdir(parents=True)
    (root / "submitted" / f"{HONEST}-000" / WEEK / "timestamp.txt").write_text("9" * 30)
    write(root, f"{HONEST}-last", Hostile({ATTACKED: honest(len(HOSTILE))}), solved)


def honest(number: int) -> str:
    """A right answer that tells whether another left something behind."""
    look = "from os import listdir\nif listdir('/scratch'): print('REACHED', listdir('/scratch'))"
    return f"{look}\n{RIGHT}# WORDS OF ANOTHER, {number}\n"


def typed_in(root: Path, solved: bool) -> str:
    [source] = sources(WEEK)
    path = root / f"{solved}.ipynb"
    answers = submissions.right_answers(source) if solved else {}
    submissions.submit(root / "release" / WEEK / f"{source.path.stem}.ipynb", answers, path)
    return path.read_text(encoding="utf-8")


def write(root: Path, student: str, hostile: Hostile, text: str) -> None:
    notebook = json.loads(text)
    for cell in notebook["cells"]:
        name = cell["metadata"].get("nbgrader", {}).get("grade_id", "").removesuffix("-code")
        if name in hostile.answers and cell["metadata"]["nbgrader"]["solution"]:
            answer = hostile.answers[name].replace("@COURSE@", str(ROOT)).replace("@CLASS@", str(root))
            cell["source"] = answer
    hostile.change(notebook)
    path = Path(os.fsdecode(os.path.join(os.fsencode(root / "submitted" / student / WEEK), hostile.file)))
    path.parent.mkdir(parents=True)
    path.write_bytes(hostile.raw(json.dumps(notebook)))


def graded_class(root: Path) -> Class:
    (root / "sentinel").mkdir()
    (root / "sentinel" / "untouched.txt").write_text("untouched")
    before, processes, start = state(root), set(), time.monotonic()
    rows = classroom.grade(root, WEEK, jobs=2, done=lambda row: processes.update(descendants()))
    seconds = time.monotonic() - start
    scores = gradebook.scores(root, WEEK)
    return Class(root, {row.student: row for row in rows}, scores, seconds, before, state(root), processes)


def state(root: Path) -> dict[str, str]:
    """What should stay as it is: files with their contents, folders with their names."""
    kept = [path for folder in (ROOT / "lib", ROOT / "datasets", root / "sentinel") for path in folder.rglob("*")]
    files = [path for path in kept if path.is_file() and "__pycache__" not in path.parts]
    found = {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
    return found | {
        str(folder): " ".join(sorted(map(ascii, os.listdir(folder))))
        for folder in (Path.home(), "/dev/shm", root / "submitted")
    }


def descendants() -> set[tuple[int, str]]:
    """This process's children and theirs: number and starting time."""
    parents = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            _, _, rest = path.read_text().rpartition(") ")
        except OSError:  # it has just ended
            continue
        parents[int(path.parent.name)] = (int(rest.split()[1]), rest.split()[19])
    return {(number, begun) for number, (_, begun) in parents.items() if is_below(number, parents)}


def is_below(number: int, parents: dict[int, tuple[int, str]]) -> bool:
    while number in parents:
        number = parents[number][0]
        if number == os.getpid():
            return True
    return False


def points(graded: Class, student: str) -> dict[str, tuple[float, float]]:
    """By exercise that is judged, earned and possible."""
    [source] = sources(WEEK)
    written = {cell.id for cell in source.notebook.cells if is_written(cell)}
    return {name: pair for name, pair in graded.scores[student].items() if name not in written}


def test_there_are_enough_of_them():
    assert len(HOSTILE) >= 60 and len(FAMILIES) == 6


def test_the_attacked_exercise_is_where_the_forgers_think():
    [source] = sources(WEEK)
    assert next(iter(source.references)) == ATTACKED and NUMBER == 2


@pytest.mark.parametrize("name", GRADED)
def test_an_attack_earns_nothing(graded: Class, name: str):
    hostile = HOSTILE[name]
    earned = points(graded, name)
    attacked = hostile.nothing if hostile.solved else set(earned)
    assert {exercise: earned[exercise][0] for exercise in attacked} == dict.fromkeys(attacked, 0)
    assert all(0 <= share <= most for share, most in earned.values())


@pytest.mark.parametrize("name", [name for name in GRADED if not HOSTILE[name].spoils])
def test_the_other_exercises_keep_their_points(graded: Class, name: str):
    lost = {exercise for exercise, (share, most) in points(graded, name).items() if share != most}
    assert lost == HOSTILE[name].nothing


@pytest.mark.parametrize("name", [name for name in GRADED if HOSTILE[name].tried])
def test_what_is_out_of_reach_is_not_reached(graded: Class, name: str):
    outputs = graded.outputs(name)
    assert "TRIED" in outputs
    assert "REACHED" not in outputs


@pytest.mark.parametrize("name", [name for name in HOSTILE if name not in GRADED])
def test_what_is_no_notebook_is_refused_in_a_sentence_or_graded(graded: Class, name: str):
    row = graded.rows[name]
    assert HOSTILE[name].problem in row.problem and "\n" not in row.problem
    assert bool(row.problem) != (name in graded.scores)


@pytest.mark.parametrize("number", [*(f"{number:03}" for number in range(0, len(HOSTILE), EVERY)), "last"])
def test_honest_neighbours_keep_everything(graded: Class, number: str):
    student = f"{HONEST}-{number}"
    assert {exercise for exercise, (share, most) in points(graded, student).items() if share != most} == set()
    assert "REACHED" not in graded.outputs(student)


def test_everybody_has_a_row(graded: Class):
    assert set(HOSTILE) <= set(graded.rows)
    broken = {name: row.problem for name, row in graded.rows.items() if "broke down" in row.problem}
    assert broken == {}


def test_a_link_is_no_notebook(graded: Class):
    assert "no notebook" in graded.rows["link"].problem


def test_a_folder_whose_name_is_no_text_is_told(graded: Class):
    assert "rename it" in graded.rows[ascii(os.fsdecode(b"\xff\x1b"))].problem


def test_the_seed_is_in_nobodys_notebook(graded: Class):
    assert [name for name in graded.scores if SEED in json.dumps(graded.notebook(name))] == []


def test_no_graded_notebook_is_large(graded: Class):
    sizes = {name: len(json.dumps(graded.notebook(name)["cells"])) for name in GRADED}
    assert {
        name: size
        for name, size in sizes.items()
        if size > 4 * 10**6 and "long-cell" not in name and "blank-lines" not in name
    } == {}


def test_nothing_outside_changed(graded: Class):
    assert graded.before == graded.after


def test_no_process_is_left(graded: Class):
    assert graded.processes, "no sandbox was seen at work"
    assert graded.processes & descendants_of_all() == set()


def descendants_of_all() -> set[tuple[int, str]]:
    """All processes, number and starting time."""
    found = set()
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            found.add((int(path.parent.name), path.read_text().rpartition(") ")[2].split()[19]))
        except OSError:
            continue
    return found


def test_it_ends_in_its_time(graded: Class):
    assert graded.seconds < SECONDS


class Page(html.parser.HTMLParser):
    """Collects what a browser would run of a learner's, in a feedback page."""

    def __init__(self) -> None:
        super().__init__()
        self.scripts: list[str] = []
        self.inside = False

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """A script, or an attribute that runs one."""
        self.inside = tag == "script"
        self.scripts += [
            f"{tag} {name}={value}" for name, value in attributes if "stolen" in (value or "") and runs(name)
        ]

    def handle_data(self, data: str) -> None:
        """The text of a script."""
        self.scripts += [data] if self.inside and "stolen" in data else []


def runs(attribute: str) -> bool:
    return attribute.startswith("on") or attribute in ("href", "src", "srcdoc", "action", "data", "xlink:href")


@pytest.mark.parametrize("name", SHOWN)
def test_a_feedback_page_runs_nothing(graded: Class, name: str):
    gradebook.generate_feedback(graded.root, WEEK, name)
    [path] = (graded.root / "feedback" / name / WEEK).glob("*.html")
    page = Page()
    page.feed(path.read_text(encoding="utf-8"))
    assert page.scripts == []
