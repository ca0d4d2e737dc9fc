"""The solutions as a page, and a learner's answers beside them: complete, marked where they differ, and inert."""

import html
import re
import shutil

import nbformat
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder import beside, build, cli, keys, page, review, submissions
from autograder.source import sources
from lib.errors import CourseError
from lib.notebook import is_test, is_written

WEEK = "week1"
SOURCE = sources(WEEK)[0]


def joined(pieces):
    return "".join(text for text, _ in pieces)


LINES = st.lists(st.text("ab (é\t<", max_size=8), max_size=6).map("\n".join)


@settings(max_examples=200, deadline=None)
@given(LINES, LINES)
def test_both_texts_are_there_whole_and_in_order(left, right):
    rows = beside.rows(left, right)
    for side, text in (("left", left), ("right", right)):
        shown = [joined(getattr(row, side)) for row in rows if getattr(row, side) is not None]
        assert shown == [line.rstrip() for line in text.strip("\n").splitlines()]


@settings(max_examples=200, deadline=None)
@given(LINES, LINES)
def test_rows_are_marked_exactly_where_they_differ(left, right):
    for row in beside.rows(left, right):
        same = row.left is not None and row.right is not None and joined(row.left) == joined(row.right)
        assert row.differs != same


def test_the_piece_that_differs_is_marked():
    [row] = beside.rows("return np.sum(dZ, axis=1) / m", "return np.sum(dZ, axis=0) / m")
    assert [text for text, differs in row.left if differs] == ["1"]
    assert [text for text, differs in row.right if differs] == ["0"]
    [row] = beside.rows("return max(0, z)", "while True: pass  # nothing of it")
    assert row.differs and not any(differs for _, differs in row.left + row.right)


def test_blanks_at_the_end_do_not_count_and_what_is_long_is_cut():
    assert not any(row.differs for row in beside.rows("a = 1  \r\nb", "a = 1\nb\n\n"))
    rows = beside.rows("", "x" * 10_000 + "\n" + "y\n" * 10_000)
    assert len(rows) == beside.MOST_LINES + 1 and "9701 lines more" in joined(rows[-1].right)
    assert len(joined(rows[0].right)) < 2 * beside.MOST_CHARACTERS


@pytest.fixture(scope="module")
def course(graded_class, tmp_path_factory):
    """A copy of the class's folder."""
    root = tmp_path_factory.mktemp("review") / "course"
    shutil.copytree(graded_class, root)
    return root


@pytest.fixture(scope="module")
def pages(course):
    return {who: review.write_student(course, WEEK, who).read_text("utf-8") for who in ("ada", "ben", "cleo", "<i>eve")}


def section(text, name):
    return text.partition(f'<section id="{name}">')[2].partition("</section>")[0]


def said(text):
    return html.unescape(re.sub(r"<[^>]+>", "", text))


def test_every_exercise_is_there_in_the_notebooks_order(pages):
    graded = [cell.id for cell in SOURCE.notebook.cells if is_test(cell) or is_written(cell)]
    assert all(re.findall(r'<section id="([\w-]+)">', text) == graded for text in pages.values())


def test_the_solution_itself_differs_nowhere(pages):
    assert "≠</td>" not in pages["ada"] and "<ins>" not in pages["ada"]
    assert "def neuron(area, w, b):" in section(pages["ada"], "w1-neuron")


def test_a_known_mistake_is_marked_and_its_hint_stands_above_it(pages):
    specs = keys.specs_of(WEEK)
    wrong = list(SOURCE.references)[1::2]
    told = [name for name in wrong if next(iter(specs[name].hints.values())).replace("`", "") in said(pages["ben"])]
    assert len(told) >= len(wrong) - 3, "a mistake may spoil an exercise that builds on it, not more"
    for name in wrong:
        part = section(pages["ben"], name)
        assert "≠</td>" in part and 'class="told"' in part, name
    assert "≠</td>" not in section(pages["ben"], next(iter(SOURCE.references)))


def test_what_was_not_begun_says_so_and_points_are_those_of_the_gradebook(pages):
    assert "not begun, worth 2" in section(pages["cleo"], "w1-sigmoid")
    assert "2 of 2" in section(pages["ada"], "w1-sigmoid")
    total = sum(reference.points for reference in SOURCE.references.values())
    assert f"{total:g} of {total + 8:g} points, and 2 answers to mark" in said(pages["ada"])


def test_words_stand_beside_their_marking_scheme(pages):
    for cell in filter(is_written, SOURCE.notebook.cells):
        part = said(section(pages["ada"], cell.id))
        question = next(other.source for other in SOURCE.notebook.cells if other.id == f"{cell.id}-question")
        scheme = question.partition("BEGIN MARK SCHEME -->")[2].partition("<!-- END")[0].strip()
        assert scheme and scheme in part and part.count(submissions.right_answers(SOURCE)[cell.id].strip()) == 2


def test_what_a_learner_wrote_is_text(pages):
    text = pages["<i>eve"]
    for bad in ("<script", "<img", "<i>eve", "</textarea>", "<b>bold"):
        assert bad not in text
    assert "# </pre><script>alert(1)</script>" in said(text)
    assert "< script>alert(3)< /script> & < b>bold" in said(
        text
    )  # in words, tags are tame in the graded notebook already


def test_lines_of_a_further_cell_belong_to_the_answer_before_it(course, tmp_path):
    cells = [
        {"cell_type": "code", "id": "w1-a-code", "metadata": {"nbgrader": {"solution": True}}, "source": ["a", " = 1"]},
        {"cell_type": "markdown", "id": "w1-a-code-own-0", "metadata": {}, "source": "words"},
        {"cell_type": "code", "id": "w1-a-code-own-1", "metadata": {}, "source": "b = 2"},
        {"cell_type": "code", "id": "w1-a", "metadata": {"nbgrader": {"grade": True}}, "source": "check(...)"},
        {"cell_type": "code", "id": "w1-a-own-0", "metadata": {}, "source": "c = 3"},
    ]
    from autograder.answers import _texts

    assert _texts(cells) == {"w1-a": "a = 1\n\nb = 2"}


@pytest.mark.parametrize("who", ["nobody", "", "..", "../ada", "ada/week1"])
def test_a_learner_of_whom_nothing_is_graded_is_one_sentence(course, who):
    with pytest.raises(CourseError, match="graded for week1: check the name, or run `workbook grade week1`"):
        review.write_student(course, WEEK, who)


@pytest.fixture
def unrun(monkeypatch):
    """Solutions that are neither run nor written out: how often they would have been."""
    runs = []
    monkeypatch.setattr(review, "executed", lambda notebook: runs.append(1))
    monkeypatch.setattr(review, "annotated", lambda notebook, source: nbformat.v4.new_notebook())
    return runs


def test_the_solutions_are_run_again_only_when_they_change(unrun, tmp_path, monkeypatch):
    begun = []
    path = review.write_solutions(tmp_path, WEEK, lambda: begun.append(1))
    first = path.read_bytes()
    assert review.write_solutions(tmp_path, WEEK, lambda: begun.append(1)) == path == tmp_path / "review" / "week1.html"
    assert (len(unrun), len(begun), path.read_bytes()) == (1, 1, first)
    monkeypatch.setattr(review, "_digest", lambda source: "another")
    review.write_solutions(tmp_path, WEEK, lambda: begun.append(1))
    assert (len(unrun), len(begun)) == (2, 2)


def test_what_the_page_follows_from_is_in_its_digest(monkeypatch, tmp_path):
    path = tmp_path / "week1" / SOURCE.path.name
    path.parent.mkdir()
    shutil.copyfile(SOURCE.path, path)
    before = review._digest(type(SOURCE)(path))
    assert before == review._digest(SOURCE) != review._digest(sources("week2")[0])
    path.write_text(path.read_text() + "# more\n")
    assert review._digest(type(SOURCE)(path)) != before
    monkeypatch.setattr(page, "TEMPLATES", tmp_path)
    assert review._digest(SOURCE) != before


def test_every_check_is_followed_by_the_mistakes_it_knows_and_can_be_linked_to(tmp_path, monkeypatch):
    monkeypatch.setattr(review, "executed", nbformat.from_dict)
    text = review.write_solutions(tmp_path, WEEK).read_text("utf-8")
    for name, item in keys.specs_of(WEEK).items():
        assert f'id="cell-id={name}"' in text, name
        part = said(text.partition(f'id="cell-id={name}"')[2].partition('id="cell-id=')[0])
        for hint in item.hints.values():
            assert re.sub("`([^`]+)`", r"\1", hint) in part, (name, hint)


def test_figures_and_failures_of_the_solutions():
    code = nbformat.v4.new_code_cell
    plot = "import matplotlib.pyplot as plt\n### BEGIN SOLUTION\nplt.plot([1, 2]);\n### END SOLUTION"
    ran = review.executed(nbformat.v4.new_notebook(cells=[code(plot), code("import lib\nlib.__name__")]))
    assert any("image/png" in output.get("data", {}) for output in ran.cells[0].outputs)
    assert "SOLUTION" not in ran.cells[0].source and ran.cells[1].outputs[0].data["text/plain"] == "'lib'"
    with pytest.raises(CourseError, match=r"^The solutions stop with ZeroDivisionError: division by zero\. Run them"):
        review.executed(nbformat.v4.new_notebook(cells=[code("1 / 0")]))


def test_the_commands_print_where_the_pages_are(course, unrun, monkeypatch, capsys):
    monkeypatch.setattr(build, "BUILD", course)
    for arguments, names in (
        ([], ["week1.html"]),
        (["--student", "ada", "--student", "ben"], ["ada.html", "ben.html"]),
    ):
        monkeypatch.setattr("sys.argv", ["workbook", "review", WEEK, *arguments])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        shown = capsys.readouterr().out.strip().splitlines()
        assert not ended.value.code and [line.rpartition("/")[2] for line in shown[-len(names) :]] == names
    assert "Running" not in shown[0]
