"""A learner's and a teacher's first minutes, in a real JupyterLab in Chromium. Pictures stay in build/screenshots."""

import re

import nbformat
import pytest
from browsing import TOKEN, Notebook, browser, lab, new_page, photograph
from copies import copy_course
from nbgrader.api import Gradebook
from playwright.sync_api import Page, expect

from autograder import gradebook, submissions
from autograder.sandbox import is_installed
from autograder.source import sources
from lib.notebook import is_demo, is_test

HINT = "The curve falls from 1 to 0 where it should rise"
WIDGETS = {  # a week's cell with handles, and the cells that show it something
    "week3": ["w3-course", "w3-bed", "w3-flower", "w3-film-strip", "w3-film", "w3-sizes", "w3-sizes-slider"],
    "week4": ["w4-course", "w4-fill-steps"],
}


@pytest.fixture(scope="module")
def chromium():
    with browser() as started:
        yield started


@pytest.fixture(scope="module")
def elsewhere():
    """The addresses outside this machine that the pages asked for."""
    return []


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """A copy of the course, where a learner has done week 1 but for the sigmoid."""
    course = copy_course(tmp_path_factory.mktemp("course"))
    [source] = sources("week1")
    answers = {name: text for name, text in submissions.right_answers(source).items() if name != "w1-sigmoid"}
    path = course / "notebooks" / "week1" / f"{source.path.stem}.ipynb"
    submissions.submit(path, answers, path)
    for week in WIDGETS:
        shorten(course, week)
    return course


def shorten(course, week):
    """Solve a week's notebook, and leave out its demos and checks but for the widgets: trainings take a while."""
    [source] = sources(week)
    path = course / "notebooks" / week / f"{source.path.stem}.ipynb"
    submissions.submit(path, submissions.right_answers(source), path)
    notebook = nbformat.read(path, as_version=4)
    notebook.cells = [
        cell
        for cell in notebook.cells
        if cell.id in WIDGETS[week] or (cell.cell_type == "code" and not is_demo(cell) and not is_test(cell))
    ]
    nbformat.write(notebook, path)


@pytest.fixture(scope="module")
def address(course):
    with lab(course) as address:
        yield address


@pytest.fixture(scope="module")
def notebook(chromium, address, elsewhere):
    """Week 1, as `workbook lab` opens it, after Run All."""
    notebook = Notebook(new_page(chromium, elsewhere), address)
    notebook.run_all()
    return notebook


@pytest.fixture
def day(notebook):
    notebook.menu("Settings", "Theme", "JupyterLab Light")
    return notebook


def test_week_1_runs_to_the_end_with_one_exercise_undone(notebook):
    assert notebook.errors() == []
    assert notebook.pictures() and all(re.search('alt="[^"]{20}', picture) for picture in notebook.pictures())
    expect(notebook.output("w1-sigmoid")).to_contain_text("not done yet")
    expect(notebook.output("w1-sigmoid-picture")).to_contain_text("This waits for `sigmoid`")


def test_a_wrong_sigmoid_is_told_its_mistake_by_name(day):
    panel = day.answer("w1-sigmoid", "return 1 / (1 + np.exp(z))")
    expect(panel).to_contain_text(HINT)
    expect(panel).to_contain_text("0 of 2 points")
    photograph("hint", day.cell("w1-sigmoid-code"), day.cell("w1-sigmoid"))


def test_a_right_one_passes_and_is_read_easily_in_the_dark_theme(day):
    panel = day.answer("w1-sigmoid", "return 1 / (1 + np.exp(-z))")
    expect(panel).to_contain_text("2 of 2 points")
    expect(panel).not_to_contain_text(HINT)
    day.menu("Settings", "Theme", "JupyterLab Dark")
    expect(day.page.locator("body")).to_have_attribute("data-jp-theme-light", "false")
    photograph("passed", day.cell("w1-sigmoid-code"), day.cell("w1-sigmoid"))
    assert contrast(day.page, panel.locator("div div").first) > 7


def test_a_boundary_is_drawn_once_the_sigmoid_is_there(day):
    day.answer("w1-sigmoid", "return 1 / (1 + np.exp(-z))")
    for name in ("w1-train", "w1-result"):
        day.run(name)
    image = day.output("w1-result").locator("img")
    expect(image).to_have_attribute("alt", re.compile("line"))
    photograph("boundary", day.drawn("w1-result"))


@pytest.mark.parametrize(("name", "handles"), [("w1-neuron-slider", 2), ("w1-descent-slider", 1)])
def test_a_slider_redraws_its_picture(day, name, handles):
    for handle in range(handles):
        day.turn(name, handle)
    photograph(name, day.drawn(name))


def test_a_button_goes_on_to_the_next_stage(day):
    picture = day.output("w1-graph-stepper").locator("img")
    first = picture.get_attribute("alt")
    day.output("w1-graph-stepper").get_by_role("button", name="next").click()
    expect(picture).not_to_have_attribute("alt", first)


@pytest.mark.parametrize(("week", "names"), [("week3", ["w3-sizes-slider", "w3-film"]), ("week4", ["w4-fill-steps"])])
def test_the_later_weeks_handles_move_their_pictures(chromium, address, elsewhere, week, names):
    path = f"notebooks/{week}/{sources(week)[0].path.stem}.ipynb"
    notebook = Notebook(new_page(chromium, elsewhere), address, path)
    notebook.run_all()
    assert notebook.errors() == []
    for name in names:
        notebook.turn(name)
        photograph(name, notebook.drawn(name))
    notebook.page.close()


def test_nothing_is_asked_of_the_internet(notebook, elsewhere):
    expect(notebook.cell("w1-neuron-why").locator("mjx-container").first).to_be_visible()
    assert elsewhere == []


@pytest.mark.skipif(not is_installed(), reason="grading needs bubblewrap")
def test_a_teacher_generates_and_grades_by_the_formgraders_buttons(chromium, course, elsewhere):
    [source] = sources("week1")
    name = f"{source.path.stem}.ipynb"
    released = course / "lib" / "keys" / name
    learners = {"ada": submissions.right_answers, "ben": submissions.half_right_answers}
    for learner, answers in learners.items():
        folder = course / "build" / "submitted" / learner / "week1"
        submissions.submit(released, answers(source), folder / name)
        (folder / "timestamp.txt").write_text("2026-11-20 18:30:00 UTC\n")
    with Gradebook(gradebook.database(course / "build")) as book:
        for learner in learners:
            book.add_student(learner, first_name=learner.title(), last_name="Example")
    with lab(course, "--instructor") as address:
        page = new_page(chromium, elsewhere)
        page.goto(f"{address}/formgrader?token={TOKEN}")
        press(page, "week1", ".assign")
        row(page, "week1").locator(".num-submissions a").click()
        for learner in learners:
            press(page, learner, ".autograde")
        points = sum(reference.points for reference in source.references.values())
        expect(row(page, "ada").locator(".score")).to_contain_text(re.compile(rf"^{points:g} / "))
        assert 0 < float(row(page, "ben").locator(".score").inner_text().split("/")[0]) < points
        photograph("formgrader", page.locator(".breadcrumb"), page.locator("table").first)
    assert elsewhere == []


def row(page: Page, name: str):
    """The line of a week or a learner in one of the formgrader's tables."""
    return page.locator("#main-table tr", has=page.get_by_text(name, exact=True))


def press(page: Page, name: str, button: str) -> None:
    """Press a button in a line, and close the window that tells of success."""
    row(page, name).locator(f"{button} a").click()
    window = page.locator("#success-modal")
    expect(window).to_be_visible()
    window.get_by_role("button", name="Close").last.click()
    expect(page.locator("#success-modal, .modal-backdrop")).to_have_count(0)


COLOURS = """element => {
    let behind = element;
    while (getComputedStyle(behind).backgroundColor === 'rgba(0, 0, 0, 0)') behind = behind.parentElement;
    return [getComputedStyle(element).color, getComputedStyle(behind).backgroundColor];
}"""


def contrast(page: Page, part) -> float:
    """How much a text stands out from what is behind it, as the Web's accessibility guidelines reckon: 1 to 21."""
    texts = part.evaluate(COLOURS)
    bright, dark = sorted((luminance(*map(int, re.findall(r"\d+", text)[:3])) for text in texts), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def luminance(*colour: int) -> float:
    """The relative luminance of an sRGB colour."""
    parts = [c / 255 / 12.92 if c <= 10 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in colour]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), parts))
