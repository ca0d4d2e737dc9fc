"""A class graded by `workbook grade` beside stock nbgrader, in one run, on submissions made from the specs.

    uv run python benchmarks/grading.py [--json] [--week week1] [--students 200] [--sample 10] [--scale]

Three things are timed on the same learners, drawn by chance from right answers, known mistakes and stubs:
stock nbgrader with its own defaults, demo cells taken out of its copy, on a sample; ours with the sandbox on, all of
them; and the floor, a bare exec of the same cells in one warm process. Each runs in a process of its own, so that its
processor time is its own. `--scale` grades classes of 50, 200 and 800 and prints their time and memory.
"""

import argparse
import contextlib
import io
import json
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

from autograder import classroom
from autograder.source import ROOT, sources
from lib.notebook import is_demo

SCALES = (50, 200, 800)
SCHEME = re.compile(r"<!-- BEGIN MARK SCHEME -->.*?<!-- END MARK SCHEME -->", re.DOTALL)


def main() -> None:
    """Measure, and print a table or JSON. With --only, be one of the processes that are measured."""
    options = parsed()
    if options.only:
        globals()[f"only_{options.only}"](Path(options.root), options.week)
        return
    with tempfile.TemporaryDirectory() as folder:
        result = measured(Path(folder), options)
    print(json.dumps(result, indent=1) if options.json else table(result))


def parsed() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--week", default="week1")
    parser.add_argument("--students", type=int, default=200)
    parser.add_argument("--sample", type=int, default=10, help="how many of them stock nbgrader grades")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--scale", action="store_true", help="classes of 50, 200 and 800 as well")
    parser.add_argument("--only", choices=["ours", "floor", "nothing"], help=argparse.SUPPRESS)
    parser.add_argument("--root", help=argparse.SUPPRESS)
    return parser.parse_args()


def measured(folder: Path, options: argparse.Namespace) -> dict:
    """All figures, by name."""
    from autograder.build import refresh_sources  # not above: the processes that are measured need none of it

    root = folder / "course"
    refresh_sources(root)
    classroom.prepare(root, options.week)
    hand_in(root, options.week, options.students, options.seed)
    one = only(root, options.week, 1)
    process("ours", one, options.week)  # makes the hidden key
    alone, ours = process("ours", one, options.week), process("ours", root, options.week)
    start, floor = process("nothing", root, options.week), process("floor", root, options.week)
    stock = stock_nbgrader(folder, root, options)
    count = options.students
    floor_each = 1000 * (floor["cpu"] - start["cpu"]) / count
    result = {
        "week": options.week,
        "students": count,
        "processors": len(os.sched_getaffinity(0)),
        "stock_seconds_each": stock["wall"] / options.sample,
        "ours_seconds_each": ours["wall"] / count,
        "ratio": stock["wall"] / options.sample / (ours["wall"] / count),
        "floor_cpu_ms": floor_each,
        "ours_cpu_ms": 1000 * ours["cpu"] / count,
        "cpu_above_floor_ms": 1000 * ours["cpu"] / count - floor_each,
        "one_more_cpu_ms": 1000 * (ours["cpu"] - alone["cpu"]) / (count - 1),
    }
    return result | ({"scale": scaled(folder, options)} if options.scale else {})


def hand_in(root: Path, week: str, count: int, seed: int) -> None:
    """Made-up learners' notebooks."""
    from autograder import submissions

    [source] = sources(week)
    rng = np.random.default_rng(seed)
    released = root / "release" / week / f"{source.path.stem}.ipynb"
    for number in range(count):
        path = root / "submitted" / f"learner{number:04d}" / week / released.name
        submissions.submit(released, submissions.mixed_answers(source, rng), path)


def only(root: Path, week: str, count: int) -> Path:
    """A copy of the course folder with the first learners alone."""
    copy = root.with_name(f"first-{count}")
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(root, copy, ignore=shutil.ignore_patterns("submitted", "autograded"))
    for folder in sorted((root / "submitted").iterdir())[:count]:
        shutil.copytree(folder, copy / "submitted" / folder.name)
    shutil.rmtree(copy / "hidden", ignore_errors=True)
    (root / "hidden").mkdir(exist_ok=True)
    (copy / "hidden").symlink_to(root / "hidden")
    return copy


def process(what: str, root: Path, week: str) -> dict[str, float]:
    """Run one of the three in a process of its own: wall and processor seconds, and the most memory in MB."""
    command = [sys.executable, __file__, "--only", what, "--root", str(root), "--week", week]
    return timed(command, os.environ | {"PYTHONPATH": str(ROOT)})


def timed(command: list[str], environment: dict[str, str], cwd: Path | None = None) -> dict[str, float]:
    """Wall and processor seconds of a command with all its children, and its own most memory in MB."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    done = subprocess.run(command, env=environment, cwd=cwd, capture_output=True, text=True)
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        raise SystemExit(f"{' '.join(command)} failed:\n{done.stderr[-3000:]}")
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    memory = json.loads(done.stdout.splitlines()[-1])["memory_mb"] if done.stdout.startswith("{") else 0.0
    return {"wall": wall, "cpu": cpu, "memory_mb": memory}


def only_ours(root: Path, week: str) -> None:
    """Grade the class."""
    rows = classroom.grade(root, week, force=True)
    problems = [row for row in rows if row.problem]
    if problems:
        raise SystemExit(str(problems))
    print(json.dumps({"memory_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))


def only_floor(root: Path, week: str) -> None:
    """Execute the same cells, demo cells left out, one notebook after the other, warm."""
    [source] = sources(week)
    demos = {cell.id for cell in source.notebook.cells if is_demo(cell)}
    for path in sorted((root / "submitted").glob(f"*/{week}/*.ipynb")):
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        code = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code" and cell["id"] not in demos]
        bare_exec(code)


def bare_exec(code: list[str]) -> None:
    """The cells in one namespace; an error ends its own cell."""
    names: dict = {"__name__": "__main__"}
    with contextlib.redirect_stdout(io.StringIO()):
        for text in code:
            with contextlib.suppress(Exception):
                exec(text, names)


def only_nothing(root: Path, week: str) -> None:
    """Start as the floor does, and end: importing what the cells import, and the cells once."""
    [source] = sources(week)
    bare_exec([cell.source for cell in source.notebook.cells if cell.cell_type == "code" and not is_demo(cell)])


def stock_nbgrader(folder: Path, root: Path, options: argparse.Namespace) -> dict[str, float]:
    """nbgrader's own defaults on the first learners: its autograde command, from start to end."""
    course = folder / "stock"
    [source] = sources(options.week)
    copy_without_demos(root / "source" / options.week / f"{source.path.stem}.ipynb", course / "source" / options.week)
    for path in sorted((root / "submitted").glob("*"))[: options.sample]:
        copy_without_demos(
            path / options.week / f"{source.path.stem}.ipynb", course / "submitted" / path.name / options.week
        )
    (course / "nbgrader_config.py").write_text("c = get_config()\n", encoding="utf-8")
    environment = os.environ | {"PYTHONPATH": str(ROOT), "JUPYTER_CONFIG_DIR": str(course / "none")}
    run = [sys.executable, "-m", "nbgrader"]
    timed([*run, "generate_assignment", options.week, f"--course-dir={course}"], environment, course)
    return timed([*run, "autograde", options.week, f"--course-dir={course}"], environment, course)


def copy_without_demos(path: Path, folder: Path) -> None:
    """A notebook without the cells that only show something, and without marking schemes, at which it stops."""
    import nbformat

    notebook = nbformat.read(path, as_version=4)
    notebook.cells = [cell for cell in notebook.cells if not is_demo(cell)]
    for cell in notebook.cells:
        cell.source = SCHEME.sub("", cell.source)
    folder.mkdir(parents=True)
    nbformat.write(notebook, folder / path.name)


def scaled(folder: Path, options: argparse.Namespace) -> list[dict[str, float]]:
    """Time and memory of classes of several sizes."""
    root = folder / "scale"
    shutil.copytree(folder / "course", root, ignore=shutil.ignore_patterns("submitted", "autograded"))
    hand_in(root, options.week, max(SCALES), options.seed)
    return [{"students": count} | process("ours", only(root, options.week, count), options.week) for count in SCALES]


def table(result: dict) -> str:
    """The result for people."""
    lines = [
        f"{result['week']}, {result['students']} submissions, {result['processors']} processors",
        f"stock nbgrader   {result['stock_seconds_each']:8.3f} s each",
        f"ours             {result['ours_seconds_each']:8.3f} s each: {result['ratio']:.0f} times as many in a time",
        f"processor time   {result['ours_cpu_ms']:8.1f} ms each, the start of all processes shared out",
        f"one more costs   {result['one_more_cpu_ms']:8.1f} ms",
        f"the floor        {result['floor_cpu_ms']:8.1f} ms each: a bare exec of the same cells",
        f"above the floor  {result['cpu_above_floor_ms']:8.1f} ms each",
    ]
    for row in result.get("scale", []):
        each = 1000 * row["wall"] / row["students"]
        lines.append(
            f"{row['students']:4.0f} submissions {row['wall']:8.1f} s ({each:.0f} ms each), {row['memory_mb']:.0f} MB"
        )
    return "\n".join(lines)


if __name__ == "__main__":
    main()
