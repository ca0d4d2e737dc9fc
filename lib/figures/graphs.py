"""Computation graphs: J = 3(a + bc), whose numbers fill in stage by stage, and one with two paths."""

from collections.abc import Callable, Iterable

from lib.figures.diagrams import arrow, blank, box, canvas, label
from lib.figures.style import BLUE, GREY, ORANGE, Picture, described, number, picture

PLACES = {
    "a": (1.0, 3.5),
    "b": (1.0, 2.1),
    "c": (1.0, 0.7),
    "u": (3.25, 1.4),
    "v": (5.65, 2.45),
    "J": (7.85, 2.45),
}
FORMULAS = {"a": "$a$", "b": "$b$", "c": "$c$", "u": "$u = bc$", "v": "$v = a + u$", "J": "$J = 3v$"}
EDGES = {  # the slope of each arrow, and how far over the arrow it is written
    "bu": (r"$\frac{du}{db} = c$", 0.4),
    "cu": (r"$\frac{du}{dc} = b$", -0.4),
    "av": (r"$\frac{dv}{da} = 1$", 0.36),
    "uv": (r"$\frac{dv}{du} = 1$", -0.44),
    "vJ": (r"$\frac{dJ}{dv} = 3$", 0.36),
}
STAGES = [  # what is known at each stage, and how to call it
    (["a", "b", "c"], [], "the inputs"),
    (["a", "b", "c", "u"], [], "forward: u"),
    (["a", "b", "c", "u", "v"], [], "forward: v"),
    (["a", "b", "c", "u", "v", "J"], [], "forward: J"),
    (["a", "b", "c", "u", "v", "J"], ["dv"], "backward: dv"),
    (["a", "b", "c", "u", "v", "J"], ["dv", "du", "da"], "backward: du and da"),
    (["a", "b", "c", "u", "v", "J"], ["dv", "du", "da", "db", "dc"], "backward: db and dc"),
]
WIDTH, HEIGHT = 8.7, 4.1
TWO_PATHS = {
    "a": (0.7, 3.9),
    "b": (0.7, 2.15),
    "c": (0.7, 0.4),
    "p": (3.7, 3.0),
    "q": (3.7, 1.3),
    "J": (6.9, 2.15),
}
TWO_PATHS_EDGES = {  # colour, slope, and how far over the arrow it is written
    "ap": (GREY, "", 0),
    "cq": (GREY, "", 0),
    "bp": (BLUE, r"$\frac{dp}{db} = 1$", 0.4),
    "pJ": (BLUE, r"$\frac{dJ}{dp} = q$", 0.4),
    "bq": (ORANGE, r"$\frac{dq}{db} = c$", -0.4),
    "qJ": (ORANGE, r"$\frac{dJ}{dq} = p$", -0.4),
}


def paint_graph(ax, values: dict, local_slopes: bool = False) -> None:
    """The graph on the given axes, with the known values at its boxes and the known derivatives under them."""
    blank(ax, WIDTH, HEIGHT)
    half = half_widths(PLACES)
    for (start, end), (slope, shift) in EDGES.items():
        (x0, y0), (x1, y1) = PLACES[start], PLACES[end]
        x0, x1 = x0 + half[start], x1 - half[end]
        arrow(ax, (x0, y0), (x1, y1), colour=GREY)
        if local_slopes:
            label(ax, ((x0 + x1) / 2, (y0 + y1) / 2 + shift), slope, ORANGE, fontsize=13)
    for name, (x, y) in PLACES.items():
        box(ax, (x, y), FORMULAS[name], width=2 * half[name])
        if name in values:
            beside = (x - 0.6, y) if name in "abc" else (x, y + 0.5)
            label(ax, beside, f"{number(values[name]):g}", BLUE, weight="bold")
        if "d" + name in values:
            label(ax, (x, y - 0.52), f"d{name} = {number(values['d' + name]):g}", ORANGE, weight="bold")


def half_widths(names: Iterable[str]) -> dict[str, float]:
    """Half the width of each box: inputs are narrow, boxes with a formula wide."""
    return {name: 0.35 if name in "abc" else 0.65 for name in names}


def draw_graph(local_slopes: bool = False) -> Picture:
    """The graph of J = 3(a + bc) with its inputs; on request with each box's own slopes."""
    figure, ax = canvas(WIDTH, HEIGHT)
    figure.alt = (
        "The computation graph of J = 3(a + bc). Arrows lead from b and c to u = bc, from a and u to "
        "v = a + u, and from v to J = 3v."
        + (
            " Each arrow carries its own slope: du/db = c, du/dc = b, dv/da = 1, dv/du = 1, dJ/dv = 3."
            if local_slopes
            else " The inputs are a = 5, b = 3 and c = 2."
        )
    )
    paint_graph(ax, {} if local_slopes else {"a": 5, "b": 3, "c": 2}, local_slopes)
    return figure


def known_at(stage: int, graph_forward: Callable, graph_backward: Callable) -> dict:
    """The values and derivatives that are known at one of the STAGES, as the learner's functions give them."""
    inputs = {"a": 5, "b": 3, "c": 2}
    names, derivatives, _ = STAGES[stage]
    known = {**inputs, **graph_forward(**inputs)} if stage else inputs
    if derivatives:
        known = {**known, **graph_backward(**inputs)}
    return {name: known[name] for name in names + derivatives}


@described(
    "Six copies of the graph, numbered. In the left column, 1 to 3, the values of u, v and J appear one after the "
    "other; with right functions they are 6, 11 and 33. In the right column, 4 to 6, the derivatives appear under "
    "their boxes from right to left; they should be dv = 3, then du = 3 and da = 3, then db = 6 and dc = 9."
)
def draw_stages(graph_forward: Callable, graph_backward: Callable) -> Picture:
    """The graph at six stages, forward in the left column and backward in the right one."""
    figure, axes = picture(12, 10, rows=3, columns=2)
    for stage, ax in enumerate(axes.T.flat, 1):
        paint_graph(ax, known_at(stage, graph_forward, graph_backward))
        ax.set_title(f"{stage}. {STAGES[stage][2]}", color=BLUE if stage < 4 else ORANGE)
    return figure


def draw_stage(stage: int, graph_forward: Callable, graph_backward: Callable) -> Picture:
    """The graph at one stage."""
    known = known_at(stage, graph_forward, graph_backward)
    numbers = ", ".join(f"{name} = {number(value):g}" for name, value in known.items())
    figure, ax = canvas(WIDTH, HEIGHT + 0.4)
    figure.alt = f"The graph of J = 3(a + bc), stage {stage} of {len(STAGES) - 1}. Known: {numbers}."
    paint_graph(ax, known)
    ax.set_title(f"{stage}. {STAGES[stage][2]}", color=BLUE if stage < 4 else ORANGE)
    return figure


@described(
    "The graph of J = pq. Arrows lead from a and b to p = a + b, from b and c to q = bc, and from p and q to J. "
    "The two paths from b to J stand out: through p, blue and solid, with slopes 1 and q; through q, orange and "
    "dashed, with slopes c and p."
)
def draw_two_paths() -> Picture:
    """The graph of J = pq with p = a + b and q = bc: from b two paths start, each with its own line."""
    figure, ax = canvas(7.8, 4.3)
    half = half_widths(TWO_PATHS)
    for (start, end), (colour, slope, shift) in TWO_PATHS_EDGES.items():
        (x0, y0), (x1, y1) = TWO_PATHS[start], TWO_PATHS[end]
        x0, x1 = x0 + half[start], x1 - half[end]
        line = {GREY: {"linewidth": 1.5}, ORANGE: {"linewidth": 2.5, "linestyle": (0, (4, 2))}}
        arrow(ax, (x0, y0), (x1, y1), colour=colour, **line.get(colour, {"linewidth": 2.5}))
        label(ax, ((x0 + x1) / 2, (y0 + y1) / 2 + shift), slope, colour, fontsize=13)
    for name, formula in [*zip("abc", "abc"), ("p", "p = a + b"), ("q", "q = bc"), ("J", "J = pq")]:
        box(ax, TWO_PATHS[name], f"${formula}$", width=2 * half[name])
    return figure
