"""The week's report: its numbers against other implementations, its words, and that nothing in it runs."""

import json
import re
import shutil
import statistics as stock
from html.parser import HTMLParser

import numpy as np
import pytest
from jupyterlab_server.settings_utils import _get_overrides
from nbgrader.api import Gradebook

from autograder import answers, build, cli, gradebook, page, report, statistics, timing
from autograder.source import ROOT, sources
from lib.errors import CourseError

WEEK = "week1"
SOURCE = sources(WEEK)[0]
VOID = {"meta", "br", "img", "input", "hr", "link", "rect", "line"}


class Page(HTMLParser):
    """What a browser would make of a page: tags with their attributes, text by section, and whether tags close."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.open, self.texts, self.heading = [], [], {}, ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))
        if tag not in VOID:
            self.open.append(tag)
        self.heading = "" if tag == "h2" else self.heading

    def handle_endtag(self, tag):
        if tag not in VOID:
            assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open and self.open[-1] == "h2":
            self.heading += data
        self.texts[self.heading] = self.texts.get(self.heading, "") + data

    @property
    def links(self):
        return [attributes["href"] for tag, attributes in self.tags if tag == "a"]


@pytest.fixture(scope="module")
def course(graded_class, tmp_path_factory):
    """A copy of the class's folder; ada's feedback is there, and her notebook tells when it was run."""
    root = tmp_path_factory.mktemp("report") / "course"
    shutil.copytree(graded_class, root)
    feedback = root / "feedback" / "ada" / WEEK / f"{SOURCE.path.stem}.html"
    feedback.parent.mkdir(parents=True)
    feedback.write_text("ada's page")
    stamp(root / "submitted" / "ada" / WEEK / f"{SOURCE.path.stem}.ipynb", {"w1-neuron": 0, "w1-sigmoid": 12})
    return root


def stamp(path, minutes):
    """Write into a notebook when its checks were run, as JupyterLab does."""
    notebook = json.loads(path.read_text())
    for cell in notebook["cells"]:
        if cell["id"] in minutes:
            cell["metadata"]["execution"] = {"iopub.execute_input": f"2026-11-20T10:{minutes[cell['id']]:02}:00.5Z"}
    path.write_text(json.dumps(notebook))


@pytest.fixture(scope="module")
def path(course):
    return report.write(course, WEEK)


@pytest.fixture(scope="module")
def shown(path):
    return Page(path.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def scores(course):
    return gradebook.scores(course, WEEK)


def test_the_page_stands_by_itself_and_is_whole(path, shown):
    assert path.name == "week1.html" and shown.open == []
    assert not {tag for tag, _ in shown.tags} & {"script", "link", "img", "iframe", "object", "form"}
    assert "url(" not in path.read_text(encoding="utf-8")
    assert [link for link in shown.links if "://" in link] == []
    assert not list(path.parent.glob("*.[0-9]*"))


def test_pictures_have_words_and_tables_headers(shown):
    [label] = [attributes["aria-label"] for tag, attributes in shown.tags if tag == "svg"]
    counts = [int(count) for count in re.findall(r"%: (\d+)", label)]
    assert len(counts) == 10 and sum(counts) == 9
    assert sum(tag == "th" for tag, _ in shown.tags) > 50
    assert all("scope" in attributes for tag, attributes in shown.tags if tag == "th" and "class" not in attributes)


def test_what_a_learner_wrote_does_not_run(path, shown):
    text = path.read_text(encoding="utf-8")
    assert "<i>eve" not in text and "&lt;i&gt;eve" in text
    assert "<script" not in text and "<b>bold" not in text
    assert not [name for _, attributes in shown.tags for name in attributes if name.startswith("on")]


def test_links_lead_to_what_is_there_and_only_there(path, shown):
    assert shown.links and {(path.parent / link.partition("#")[0]).resolve() for link in shown.links} == {
        (path.parent.parent / "feedback" / "ada" / WEEK / f"{SOURCE.path.stem}.html").resolve()
    }


def test_an_odd_name_is_linked(tmp_path):
    target = tmp_path / "feedback" / "a b#?%<i>" / "x.html"
    target.parent.mkdir(parents=True)
    target.touch()
    assert page.link(tmp_path / "report" / "week1.html", target) == "../feedback/a%20b%23%3F%25%3Ci%3E/x.html"


def test_it_begins_with_the_hardest_exercise_the_commonest_misconception_and_whom_to_see(shown, scores, course):
    first = shown.texts[""]
    means = {name: stock.mean(row[name][0] / row[name][1] for row in scores.values()) for name in SOURCE.references}
    hardest = re.search(r"Hardest was “.+” \(([\w-]+)\): the class has (\d+)%", first)
    assert means[hardest[1]] == min(means.values()) and round(100 * min(means.values())) == int(hardest[2])
    assert "To see first: cleo (0%)" in first
    told = re.search(r"commonest misconception, (\d) of 9, is in “.+” \(([\w-]+)\): (.+)", first)
    having = [own.student for own in answers.of_class(course, SOURCE) if told[3] in own.told.get(told[2], [])]
    assert len(having) == int(told[1]) >= 2


def test_misconceptions_are_the_known_ones_with_everybody_who_has_them(course):
    found = report.collect(course, SOURCE)
    told = report.what_was_told(SOURCE, found)
    counts = [len(one.students) for one in told]
    assert counts == sorted(counts, reverse=True)
    second = list(SOURCE.references)[1]
    assert any("ben" in one.students and one.known for one in told if one.exercise == second)
    assert not any("cleo" in one.students or "ada" in one.students for one in told)
    [eve] = [one for one in told if one.exercise == "w1-neuron" and "<i>eve" in one.students] or [None]
    assert eve is None or not eve.known


def test_scores_are_what_nbgraders_own_objects_say(course, tmp_path):
    """One query in place of theirs: with marks by hand, extra credit, and answers that wait for them."""
    root = tmp_path / "course"
    root.mkdir()
    shutil.copy(course / "gradebook.db", root)
    names = (SOURCE.path.stem, WEEK, "ada")
    with Gradebook(gradebook.database(root)) as book:
        written = book.find_grade("w1-written-dz", *names)
        written.manual_score, written.needs_manual_grade = 2.5, False
        book.find_grade("w1-neuron", *names).extra_credit = 0.5
        book.db.commit()
        expected = {
            submission.student_id: {
                grade.name: (None if grade.needs_manual_grade else grade.score, grade.max_score)
                for grade in submission.notebooks[0].grades
            }
            for submission in book.find_assignment(WEEK).submissions
        }
    found = gradebook.scores(root, WEEK)
    assert found == expected and list(found) == sorted(expected)
    assert found["ada"]["w1-written-dz"] == (2.5, 4.0) and found["ada"]["w1-neuron"] == (1.5, 1.0)
    assert found["ada"]["w1-written-log-loss"] == (None, 4.0)
    assert gradebook.scores(root, "week2") == {}


def test_shares_and_correlations_are_those_of_the_standard_library():
    rng = np.random.default_rng(0)
    names = ["a", "b", "c", "d"]
    scores = {f"s{place}": {name: (float(rng.integers(0, 5)), 4.0) for name in names} for place in range(30)}
    items = {item.id: item for item in statistics.items(scores, names)}
    for name in names:
        own = [row[name][0] for row in scores.values()]
        rest = [sum(row[other][0] for other in names if other != name) for row in scores.values()]
        assert items[name].share == pytest.approx(stock.mean(own) / 4)
        assert items[name].discrimination == pytest.approx(stock.correlation(own, rest))
        assert items[name].full == sum(score == 4 for score in own)


def test_answers_in_words_count_once_all_are_marked():
    rows = [(4.0, 2.0), (2.0, 3.0), (0.0, 1.0), (3.0, 2.0), (1.0, 0.0), (4.0, 3.0)]
    marked = {f"s{place}": {"a": (a, 4.0), "b": (4 - w, 4.0), "w": (w, 3.0)} for place, (a, w) in enumerate(rows)}
    first, _, written = statistics.items(marked, ["a", "b", "w"])
    assert written.share == pytest.approx(stock.mean(w for _, w in rows) / 3)
    assert first.discrimination is None  # b and w add up to the same for everybody
    unmarked = marked | {"s0": marked["s0"] | {"w": (None, 3.0)}}
    first, _, written = statistics.items(unmarked, ["a", "b", "w"])
    assert (written.share, written.full, written.discrimination) == (None, 0, None)
    assert first.discrimination == pytest.approx(stock.correlation([a for a, _ in rows], [4 - w for _, w in rows]))
    assert statistics.share(unmarked["s0"]) == 6 / 8 and statistics.share(marked["s0"]) == 8 / 11


def test_an_exercise_that_came_later_is_judged_by_those_who_had_it():
    scores = {f"s{place}": {"a": (1.0, 1.0)} | ({"new": (2.0, 4.0)} if place else {}) for place in range(3)}
    [_, new] = statistics.items(scores, ["a", "new"])
    assert (new.share, new.full) == (0.5, 0)


@pytest.mark.parametrize(
    ("own", "rest"),
    [
        ([1, 2, 3, 4], [1, 2, 3, 5]),  # too few
        ([2, 2, 2, 2, 2], [1, 2, 3, 4, 5]),
        ([1, 2, 3, 4, 5], [0, 0, 0, 0, 0]),
        ([1, 2, 3, 4, np.nan], [1, 2, 3, 4, 5]),
    ],
)
def test_where_nothing_correlates_there_is_a_dash(own, rest):
    assert statistics.discrimination(np.array(own, float), np.array(rest, float)) is None
    assert page.number(None) == page.percent(None) == "–"


def test_a_class_of_none_and_of_one_have_a_report_in_numbers():
    assert statistics.items({}, ["a"]) == []
    [item] = statistics.items({"ada": {"a": (None, 2.0)}}, ["a", "elsewhere"])
    assert (item.share, item.discrimination, item.minutes) == (None, None, None)


def test_every_share_is_in_one_step_of_the_histogram():
    assert statistics.histogram([0, 0.05, 0.1, 0.95, 1, 1.2]) == [2, 1, 0, 0, 0, 0, 0, 0, 0, 3]


@pytest.mark.parametrize(
    ("now", "undone", "before", "said"),
    [
        (0.5, 0.3, 0.6, []),
        (0.49, 0.0, None, ["has 49% of the points"]),
        (0.9, 0.4, None, ["has not begun 40% of the exercises"]),
        (0.6, 0.0, 0.8, ["fell from 80% the week before to 60%"]),
        (0.8, 0.0, 0.6, []),
    ],
)
def test_who_needs_help(now, undone, before, said):
    assert statistics.reasons(now, undone, before) == said


def test_the_week_before_is_looked_at(course, monkeypatch):
    week1 = gradebook.scores(course, WEEK)
    assert report.shares_before(course, WEEK) == {}
    assert report.shares_before(course, "week2") == {who: statistics.share(row) for who, row in week1.items()}
    assert report.shares_before(course, "week3") == {}


def test_time_is_from_one_check_to_the_next(course, shown):
    assert timing.of_student(course, SOURCE, "ada") == {"w1-sigmoid": 12.0}
    assert timing.of_student(course, SOURCE, "ben") == timing.of_student(course, SOURCE, "nobody") == {}
    [row] = [line for line in shown.texts["Exercises"].splitlines() if "12 (1)" in line]
    assert "w1-sigmoid" in row


def test_jupyterlab_records_when_cells_run_for_learners(monkeypatch):
    monkeypatch.setenv("JUPYTER_CONFIG_PATH", str(ROOT / "autograder" / "learner"))
    overrides, error = _get_overrides("")
    assert not error and overrides["@jupyterlab/notebook-extension:tracker"] == {"recordTiming": True}


def cell(name, when):
    return {"cell_type": "code", "id": name, "source": "", "metadata": {"execution": {"iopub.execute_input": when}}}


def test_breaks_and_notebooks_run_in_one_go_say_nothing():
    at = "2026-11-20T{}".format
    cells = [
        cell("c", at("14:00:00Z")),
        cell("a", at("10:00:00Z")),
        cell("d", at("14:00:02Z")),
        cell("b", at("10:05:00Z")),
    ]
    assert timing.minutes([*cells, cell("own", at("10:01:00Z"))], ["a", "b", "c", "d"]) == {"b": 5.0}
    assert timing.minutes([cell("a", at("10:00:00Z")), cell("b", at("12:05:00+02:00"))], ["a", "b"]) == {"b": 5.0}


ODD = [None, 7, "", "soon", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", ["2026"], {}, "9" * 10_000]


@pytest.mark.parametrize("when", ODD)
def test_times_that_are_none_are_left_out(when):
    assert timing.minutes([cell("a", "2026-11-20T10:00:00Z"), cell("b", when)], ["a", "b"]) == {}
    odd = [{"id": "a", "metadata": {"execution": when}}]
    assert timing.minutes(odd, ["a"]) == {}


def test_a_copy_is_shown_beside_its_twin_and_no_verdict_is_spoken(shown):
    said = shown.texts["Similar answers"]
    assert "gil and hal: w1-two-loops" in said and "a verdict" in said
    assert said.count(" and ") < 10 and "mo0" not in said and "ada" not in said
    assert "slope_w" in said and "yi" in said


def test_who_is_missing_is_named(course, path, tmp_path):
    root = tmp_path / "course"
    shutil.copytree(course, root)
    (root / "submitted" / "zoe" / WEEK).mkdir(parents=True)
    with Gradebook(gradebook.database(root)) as book:
        book.add_student("yan")
    text = report.write(root, WEEK).read_text(encoding="utf-8")
    assert "Handed in, not graded: zoe." in text and "Nothing handed in: yan." in text
    assert "Nothing handed in" not in path.read_text(encoding="utf-8")


def test_the_command_prints_where_the_page_is(course, monkeypatch, capsys):
    monkeypatch.setattr(build, "BUILD", course)
    monkeypatch.setattr("sys.argv", ["workbook", "report", WEEK])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert not ended.value.code and capsys.readouterr().out.strip() == str(course / "report" / "week1.html")


def test_nothing_graded_is_one_sentence(tmp_path):
    with pytest.raises(CourseError, match="Nothing of week1 is graded yet: run `workbook grade week1` first"):
        report.write(tmp_path, WEEK)
    assert list(tmp_path.iterdir()) == []


def test_a_spoilt_graded_notebook_is_one_sentence(tmp_path):
    path = tmp_path / "autograded" / "ada" / WEEK / f"{SOURCE.path.stem}.ipynb"
    path.parent.mkdir(parents=True)
    for text in ("{", "{}", '{"metadata": {}}'):
        path.write_text(text)
        with pytest.raises(CourseError, match="no graded notebook: delete it and grade again"):
            report.write(tmp_path, WEEK)


def test_a_notebook_graded_before_hints_were_kept_is_read(course, tmp_path):
    path = course / "autograded" / "ben" / WEEK / f"{SOURCE.path.stem}.ipynb"
    notebook = json.loads(path.read_text())
    del notebook["metadata"]["workbook"]["told"], notebook["metadata"]["workbook"]["waiting"]
    old = tmp_path / "ben" / WEEK / path.name
    old.parent.mkdir(parents=True)
    old.write_text(json.dumps(notebook))
    assert (answers.read(old).told, answers.read(old).waiting) == ({}, [])
