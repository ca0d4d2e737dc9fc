"""The command `workbook`: the learner's commands, which are lib's, and the teacher's."""

from lib.learner.commands import STUDY, app, console, main  # first: from then on, Ctrl-C ends with a sentence

# isort: split
import contextlib
import os
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn
from rich.table import Table

from lib.errors import CourseError
from lib.files import ROOT, shown

TEACH = "Teach"

new = typer.Typer(help="Write the skeleton of an exercise or of a week; solutions/ADDING.md says how it goes on.")
app.add_typer(new, name="new", no_args_is_help=True, rich_help_panel=TEACH)
Database = Annotated[
    str | None, typer.Option(metavar="URL", envvar="WORKBOOK_DB", help="The gradebook, as in postgresql://HOST/NAME.")
]


@app.command(rich_help_panel=TEACH)
def build(
    check: Annotated[
        bool, typer.Option("--check", help="Change nothing; fail where a committed file is not what a build makes.")
    ] = False,
) -> None:
    """Make notebooks/ and lib/keys/ from solutions/ and autograder/exercises/."""
    from autograder import build as builder

    if not check:
        for line in builder.build() or ["Everything is up to date."]:
            console.print(line)
        return
    stale = builder.stale()
    for path in stale:
        console.print(f"{shown(path)} differs from a rebuild: run `workbook build` and commit it.")
    raise typer.Exit(bool(stale))


@app.command(rich_help_panel=TEACH)
def demo(week: str = "week1") -> None:
    """Build the course, grade three made-up learners, write nbgrader's feedback, and show the scores."""
    from autograder import demo as job

    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn()
    with Progress(*columns, console=console) as progress:
        task = progress.add_task("start", total=job.STEPS)

        def step(what: str) -> None:
            progress.update(task, description=what, advance=0 if what == "build the course" else 1)

        scores = job.run(week, step)
        progress.update(task, description="done", completed=job.STEPS)
    console.print(score_table(scores, f"{week}: ada has everything right, ben half, cleo nothing yet"))
    feedback = sorted((job.FOLDER / "feedback").glob("*/*/*.html"))
    console.print("Feedback, a page a learner:", *[f"  {shown(path)}" for path in feedback], sep="\n")


@app.command(rich_help_panel=TEACH)
def grade(
    week: str,
    jobs: Annotated[int | None, typer.Option(min=1, help="Submissions at a time; as many as processors.")] = None,
    student: Annotated[list[str] | None, typer.Option(help="Only this learner's; may be given several times.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Also what was graded before and hasn't changed.")] = False,
    no_sandbox: Annotated[
        bool, typer.Option("--no-sandbox", help="Run learners' code with your own rights: only where you trust it.")
    ] = False,
    dask: Annotated[
        str | None, typer.Option(metavar="tcp://HOST:PORT", help="Have a Dask cluster's workers run it.")
    ] = None,
    db: Database = None,
) -> None:
    """Grade what was handed in for a week: build/submitted -> build/autograded and the gradebook."""
    from autograder import classroom
    from autograder.build import BUILD

    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()
    stopped = CourseError("Stopped; what was graded is kept. The same command goes on where it was.")
    with Progress(*columns, console=console) as progress, instead_of(KeyboardInterrupt, stopped):
        task = progress.add_task("get ready", total=None)
        rows = classroom.grade(
            BUILD,
            week,
            student,
            jobs,
            force,
            confined=not no_sandbox,
            expected=lambda number: progress.update(task, description=f"grade {week}", total=number),
            done=lambda row: progress.advance(task),
            dask=dask,
            database=db,
        )
    console.print(class_table(rows, week))
    for row in rows:
        if row.problem:
            console.print(f"{row.student}: {row.problem}", markup=False, style="red")
    raise typer.Exit(any(row.problem for row in rows))


@new.command("exercise")
def new_exercise(
    id: Annotated[str, typer.Argument(help="As in w5-pooling: the week, then a name of its own.")],
    after: Annotated[str | None, typer.Option(metavar="ID", help="The cell to put it behind; else the last.")] = None,
    function: Annotated[str | None, typer.Option(metavar="NAME", help="What learners write; else as the id.")] = None,
) -> None:
    """Write an exercise's cells into its week's notebook, and a spec; what is left to do is marked TODO."""
    from autograder import scaffold

    say_written(scaffold.exercise(id, after, function))


@new.command("week")
def new_week(
    number: Annotated[int, typer.Argument(min=1)],
    title: Annotated[str, typer.Argument(help="As in 'Convolutional networks'; it names the notebook.")],
) -> None:
    """Write a week's notebook without exercises, and the package for their specs."""
    from autograder import scaffold

    say_written(scaffold.week(number, title))


@app.command(rich_help_panel=TEACH)
def report(week: str, db: Database = None) -> None:
    """Write what the class found hard, its misconceptions and who needs help: build/report/<week>.html."""
    from autograder import report as reporter
    from autograder.build import BUILD

    console.print(shown(reporter.write(BUILD, week, db)), markup=False)


@app.command(rich_help_panel=TEACH)
def review(
    week: str,
    student: Annotated[list[str] | None, typer.Option(help="This learner's answers beside the solutions.")] = None,
    db: Database = None,
) -> None:
    """Write the solutions with their figures and known mistakes: build/review/<week>.html."""
    from autograder import review as reviewer
    from autograder.build import BUILD

    if student:
        paths = [reviewer.write_student(BUILD, week, name, db) for name in student]
    else:
        paths = [reviewer.write_solutions(BUILD, week, lambda: console.print(f"Running the solutions of {week} ..."))]
    for path in paths:
        console.print(shown(path), markup=False)


@app.command(rich_help_panel=STUDY, context_settings={"allow_extra_args": True, "ignore_unknown_options": True})
def lab(
    context: typer.Context,
    week: str = "week1",
    instructor: Annotated[
        bool, typer.Option("--instructor", help="With nbgrader's formgrader and assignment tools.")
    ] = False,
) -> None:
    """Open JupyterLab at a week's notebook; further options go to JupyterLab, as in `--no-browser`."""
    from autograder.source import sources

    notebook = ROOT / "notebooks" / week / f"{sources(week)[0].path.stem}.ipynb"
    if not notebook.exists():
        raise CourseError(f"{shown(notebook)} is missing: run `workbook build`, or `git restore {shown(notebook)}`.")
    from jupyterlab.labapp import main as jupyterlab

    settings = ROOT / "autograder" if instructor else ROOT / "autograder" / "learner"
    paths = [str(settings), os.environ.get("JUPYTER_CONFIG_PATH", "")]
    os.environ["JUPYTER_CONFIG_PATH"] = os.pathsep.join(filter(None, paths))
    page = f"--LabApp.default_url=/lab/tree/{shown(notebook)}"
    jupyterlab([f"--notebook-dir={ROOT}", page, *context.args])


def say_written(paths: list[Path]) -> None:
    """Name the files that a skeleton went into, and what comes next."""
    for path in paths:
        console.print(f"{shown(path)} is written.", markup=False)
    console.print("Fill in each TODO; `workbook build` names those that are left.", markup=False)


@app.command(rich_help_panel=TEACH)
def release(
    week: str,
    output: Annotated[Path | None, typer.Option(help="A file or a folder; by default, the folder build.")] = None,
) -> None:
    """Make the zip that a class gets for a week: no solution, no grading, no later week."""
    from autograder import handout

    console.print(f"{shown(handout.release(week, output).absolute())} is ready to be handed out.", markup=False)


@app.command(rich_help_panel=TEACH)
def collect(
    week: str,
    place: Annotated[
        Path,
        typer.Argument(metavar="FILE", help="A zip or a folder: Moodle's, Canvas's, nbgrader's inbound, your own."),
    ],
    roster: Annotated[Path | None, typer.Option(help="The class list, as the platform exports it in CSV.")] = None,
) -> None:
    """Put what was handed in into build/submitted; what can't be told whose it is, is named and left."""
    from autograder import collect as job
    from autograder import roster as lists
    from autograder.build import BUILD

    report = job.collect(BUILD, week, place, lists.read(roster) if roster else None)
    console.print(collected_table(report.rows, week))
    say(report.left)
    if report.beside:
        console.print(f"No notebooks, and left: {', '.join(report.beside)}", markup=False)
    if report.missing:
        console.print(f"On the class list, and nothing handed in: {', '.join(report.missing)}", markup=False)
    raise typer.Exit(bool(report.left))


class Platform(StrEnum):
    """Where marks can go."""

    canvas = "canvas"
    moodle = "moodle"
    nbgrader = "nbgrader"


@app.command(rich_help_panel=TEACH)
def export(
    week: Annotated[list[str], typer.Argument(help="One or several; a file is written for each.")],
    to: Annotated[Platform, typer.Option(help="Whose gradebook takes the file.")],
    roster: Annotated[Path | None, typer.Option(help="The class list, as the platform exports it in CSV.")] = None,
    output: Annotated[Path | None, typer.Option(help="A folder; by default, build/grades.")] = None,
    provisional: Annotated[
        bool, typer.Option("--provisional", help="Also who has written answers that nobody marked yet.")
    ] = False,
    db: Database = None,
) -> None:
    """Write a week's marks as a file for Canvas's or Moodle's gradebook, or as nbgrader does."""
    from autograder import export as job
    from autograder import roster as lists
    from autograder.build import BUILD

    known = lists.read(roster) if roster else None
    done = [job.export(BUILD, name, to.value, known, output, provisional, db) for name in week]
    for one in done:
        column = f", in the column {one.column!r}" if one.column else ""
        what = f"{one.written} learners, out of {one.points:g} points{column}"
        console.print(f"{shown(one.path.absolute())}: {what}.", markup=False)
        say(one.problems)
    raise typer.Exit(any(one.problems for one in done))


def score_table(scores: dict, title: str) -> Table:
    """Learners in columns, exercises in rows; a dash where a person has to mark."""
    table = Table("exercise", "of", *scores, title=title)
    exercises = next(iter(scores.values()))
    for exercise, (_, points) in exercises.items():
        table.add_row(exercise, f"{points:g}", *[_points(row[exercise][0]) for row in scores.values()])
    table.add_section()
    total = sum(points for _, points in exercises.values())
    table.add_row(
        "total", f"{total:g}", *[_points(sum(earned or 0 for earned, _ in row.values())) for row in scores.values()]
    )
    return table


@contextlib.contextmanager
def instead_of(kind: type[BaseException], error: Exception) -> Iterator[None]:
    """Raise `error` where the block raises this kind."""
    try:
        yield
    except kind:
        raise error from None


def class_table(rows: list, week: str) -> Table:
    """A line a submission: points, what a person has to mark, what was put in order before grading."""
    graded = sum(row.fresh and not row.problem for row in rows)
    table = Table("learner", "points", "to mark", "put in order", title=f"{week}: {graded} of {len(rows)} graded now")
    for row in rows:
        points = "not graded" if row.problem else f"{round(row.earned, 2):g} of {row.points:g}"
        table.add_row(escape(row.student), points, str(row.to_mark or ""), str(len(row.repairs) or ""))
    return table


def collected_table(rows: list, week: str) -> Table:
    """A line a learner: the file as it was called, when it was handed in, what was done with it."""
    table = Table("learner", "file", "handed in (UTC)", "", title=f"{week}: {len(rows)} collected")
    for row in rows:
        time = f"{row.time:%Y-%m-%d %H:%M}" if row.time else ""
        table.add_row(escape(row.student), escape(row.file), f"late, by {time}" if row.late else time, row.what)
    return table


def say(problems: dict[str, str]) -> None:
    """What is wrong with files or learners, a line for all with whom it is the same."""
    for problem in dict.fromkeys(problems.values()):
        names = ", ".join(name for name, theirs in problems.items() if theirs == problem)
        console.print(f"{names}: {problem}", markup=False, style="red")


def _points(earned: float | None) -> str:
    return "to mark" if earned is None else f"{round(earned, 2):g}"


if __name__ == "__main__":
    main()
