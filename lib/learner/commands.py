"""The learner's commands of `workbook`."""

from lib.learner import endings  # first, so that Ctrl-C during the other imports ends with a sentence too

# isort: split
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.syntax import Syntax
from rich.table import Table

from lib import course
from lib import progress as own_record
from lib.errors import CourseError
from lib.files import shown
from lib.panel import printable

if TYPE_CHECKING:
    from lib.learner.own import Report, Tried

app = typer.Typer(
    cls=endings.Commands, help="The Neural Networks Workbook.", no_args_is_help=True, add_completion=False
)
console = Console(soft_wrap=True, highlight=False)
STUDY = "Study"
SIDE_BY_SIDE = 100  # columns of the terminal

Exercise = Annotated[str, typer.Argument(metavar="EXERCISE", help="As in its check cell: w1-sigmoid.")]


@app.command(rich_help_panel=STUDY)
def check(
    what: Annotated[
        str | None,
        typer.Argument(
            metavar="[WEEK | NOTEBOOK | EXERCISE]",
            help="As in week1, a file's path, or w1-sigmoid. Without it: the week that was last worked in.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Grade my own notebook here, without changing it: what passes, and what to do next.

    Ends with status 0 where all that is asked for passes, and with 1 where it doesn't.
    """
    from lib.learner import own

    tried = []
    for notebook, path in _asked(what):
        with console.status("start") as status:
            report = own.check(notebook, path, status.update)
        asked = [each for each in report.tried if each.id == what]
        tried += asked or report.tried
        if asked:
            _print(asked[0].text)
        else:
            _print_report(report)
    raise typer.Exit(not all(each.passed for each in tried))


@app.command(rich_help_panel=STUDY)
def progress() -> None:
    """All weeks at a glance: the best that each exercise has earned in a check."""
    _print(str(own_record.progress()))


@app.command(rich_help_panel=STUDY)
def hint(exercise: Exercise) -> None:
    """Show an exercise's next hint, one step at a time; all of them once all were shown."""
    from lib.learner import hints

    for each in hints.next_hints(exercise):
        _print(f"Hint {each.number} of {each.of}\n\n{each.text}\n")


@app.command(rich_help_panel=STUDY)
def reset(what: Annotated[str, typer.Argument(metavar="EXERCISE | WEEK", help="As in w1-sigmoid, or week1.")]) -> None:
    """Put the stub of an exercise back, or a week's whole notebook; a copy of what I had is kept beside it."""
    from lib.learner import reset as job

    if what.startswith("week"):
        done = [(notebook, job.reset_notebook(notebook)) for notebook in course.notebooks(what)]
    else:
        notebook = course.notebook_with(what)
        done = [(notebook, job.reset_exercise(notebook, what))]
    for notebook, copy in done:
        kept = f"What you had is kept in {shown(copy)}. " if copy else ""
        _print(
            f"{what} is as it was released, in {shown(notebook.path)}. {kept}"
            "If it is open in JupyterLab, take File, Reload Notebook from Disk."
        )


@app.command(rich_help_panel=STUDY)
def solution(exercise: Exercise) -> None:
    """Once an exercise passes, show mine and the course's solution side by side."""
    from lib.learner import solutions

    mine, theirs = solutions.both(exercise)
    sides = (
        Syntax(text, "python", theme="ansi_dark", background_color="default", word_wrap=True) for text in (mine, theirs)
    )
    if console.width < SIDE_BY_SIDE:
        for title, side in zip(("Yours", "The course's"), sides):
            console.print(f"[bold]{title}[/bold]", side, "", sep="\n", soft_wrap=False)
        return
    table = Table("Yours", "The course's", expand=True)
    table.add_row(*sides)
    console.print(table, soft_wrap=False)


def main() -> None:
    """Run a command; what is in its way ends it with one sentence."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a terminal of another century shows what it can
    endings.run(app)


def _asked(what: str | None) -> list[tuple[course.Notebook, Path]]:
    """Which of the course's notebooks to check, and in which file each stands."""
    from lib.learner.own import notebook_of

    if what is None:
        chosen = [own_record.current()]
    elif what.endswith(".ipynb"):
        if not Path(what).is_file():
            raise CourseError(f"There is no file {what}.")
        return [(notebook_of(Path(what)), Path(what).resolve())]
    elif what.startswith("week"):
        chosen = course.notebooks(what)
    else:
        chosen = [course.notebook_with(what)]
        if what not in chosen[0].points:
            raise CourseError(f"{what} is answered in words: that is for a person to read, not for a check.")
    return [(notebook, notebook.path) for notebook in chosen]


def _print_report(report: "Report") -> None:
    console.print(_table(report), soft_wrap=False)
    for repair in report.repairs:
        _print(repair)
    if report.next:
        _print(f"Next: {report.next.id}\n\n{report.next.text}")


def _table(report: "Report") -> Table:
    """A line an exercise, and one for each answer in words."""
    points = sum(report.notebook.points.values())
    table = Table("exercise", "points", "what to see to", title=report.notebook.title)
    for each in report.tried:
        table.add_row(each.id, f"{each.earned:g} of {each.points:g}", escape(printable(_state(each))))
    table.add_section()
    for name, there in report.written.items():
        table.add_row(name, "in words", "" if there else "not written yet")
    table.add_row("total", f"{round(report.earned, 2):g} of {points:g}", "")
    return table


def _state(tried: "Tried") -> str:
    if tried.passed:
        return "✓"
    return "not done yet" if tried.waiting else tried.reason


def _print(text: str) -> None:
    console.print(printable(text), markup=False)
