"""What depth does: to the spread of signals, to gradients, and to functions that can be built in steps."""

from collections.abc import Sequence

import numpy as np
from matplotlib.patches import Rectangle

from lib.figures.diagrams import arrow, canvas, circle, label
from lib.figures.style import BLUE, GREEN, GREY, INK, ORANGE, PALE, PINK, Picture, described, note, picture

STYLES = [(ORANGE, "o-"), (PINK, "s--"), (BLUE, "D-")]


def plot_spreads(spreads: dict[str, Sequence[float]], last: dict[str, np.ndarray]) -> Picture:
    """The spread of the activations after each layer for several starts, and the last layer's activations."""
    figure, axes = picture(11, 4.2, columns=1 + len(last), gridspec_kw={"width_ratios": [2.4, *[1] * len(last)]})
    figure.alt = (
        "Left: spread of the activations against the layer, on a logarithmic axis; straight lines. "
        + " ".join(f"Weights of size {name}: from {s[0]:.2g} to {s[-1]:.2g}." for name, s in spreads.items())
        + " Right: histograms of the last layer's activations, each on a scale of its own."
    )
    ax = axes[0]
    for (name, values), (colour, style) in zip(spreads.items(), STYLES):
        ax.semilogy(values, style, color=colour, markersize=5)
        shown = name.replace("sqrt(2 / 100)", r"$\sqrt{2/100}$")
        shift, side = {1: ((-9, 8), "right"), -1: ((-9, -16), "right"), 0: ((0, 9), "center")}[_direction(values)]
        options = {"xytext": shift, "textcoords": "offset points", "color": colour, "ha": side}
        note(ax, f"weights of size {shown}", (5, values[5]), **options)
    ax.set(title="spread of the activations", xlabel="layer (0: the input)")
    ax.set_ylim(min(map(min, spreads.values())) / 50, max(map(max, spreads.values())) * 50)
    ax.grid()
    for side, (name, A), (colour, _) in zip(axes[1:], last.items(), STYLES):
        side.hist(A.ravel(), bins=24, color=colour)
        side.set_title(f"layer 8, size {name}".replace("sqrt(2 / 100)", r"$\sqrt{2/100}$"), fontsize=10)
        side.set(xlabel="activation", yticks=[], xticks=[0, A.max()], xlim=(0, A.max() * 1.05))
        side.set_xticklabels(["0", f"{A.max():.0e}" if not 1e-2 < A.max() < 100 else f"{A.max():.1f}"])
    return figure


def _direction(values: Sequence[float]) -> int:
    """1 where they grow a hundredfold, -1 where they shrink to a hundredth, else 0."""
    return int(values[-1] > 100 * values[0]) - int(values[-1] < values[0] / 100)


def plot_errors(errors: dict[str, dict[str, float]]) -> Picture:
    """The relative difference for each array, on a logarithmic axis, for several backward passes."""
    figure, axes = picture(11, 3.6, columns=len(errors), sharey=True, squeeze=False)
    figure.alt = "Relative difference between gradient and measured slope for each array. " + " ".join(
        f"{title}: " + ", ".join(f"{name} {error:.1e}" for name, error in found.items()) + "."
        for title, found in errors.items()
    )
    for ax, (title, found) in zip(axes[0], errors.items()):
        names = sorted(found, key=lambda name: (-int(name[1:]), name))  # from the output down
        heights = [max(found[name], 1e-12) for name in names]
        wrong = [height > 1e-6 for height in heights]
        ax.bar(names, heights, bottom=0, color=[ORANGE if bad else BLUE for bad in wrong])
        for place, (height, bad) in enumerate(zip(heights, wrong)):
            if bad:
                ax.annotate(
                    "wrong", (place, height), xytext=(0, 3), textcoords="offset points", ha="center", fontsize=9
                )
        ax.axhline(1e-7, color=INK, linewidth=1, linestyle=":")
        ax.set(yscale="log", ylim=(1e-12, 30), title=title, xlabel="from the output to the input")
        ax.grid(axis="y")
    axes[0, 0].set_ylabel("relative difference")
    note(axes[0, 0], "1e-7: small enough", (0, 1e-7), xytext=(-12, 5), textcoords="offset points")
    return figure


EDGES = {
    "|": [(0.5, 0.15), (0.5, 0.85)],
    "-": [(0.15, 0.5), (0.85, 0.5)],
    "/": [(0.2, 0.2), (0.8, 0.8)],
    "\\": [(0.2, 0.8), (0.8, 0.2)],
}


@described(
    "Three rows joined by arrows. At the bottom four edges: upright, level, rising and falling. In the middle three "
    "parts made of such edges: an ear of a rising and a falling one, a leg of two upright and a level one, a tail "
    "of a level and a rising one. At the top a cat put together from ears, legs and a tail, each part in its own "
    "colour."
)
def draw_parts() -> Picture:
    """Edges, parts, a whole."""
    figure, ax = canvas(9.6, 5.4)
    for y, name in [(4.3, "a whole"), (2.5, "parts"), (0.75, "edges")]:
        label(ax, (0.2, y), name, GREY, ha="left")
    edges = dict(zip(EDGES, (2.2, 4.1, 6.0, 7.9)))
    parts = {2.9: ("ear", "/\\", ORANGE), 5.05: ("leg", "|-", PINK), 7.2: ("tail", "-/", GREEN)}
    for kind, x in edges.items():
        _frame(ax, (x, 0.75), [EDGES[kind]], BLUE)
    strokes = {
        "ear": [[(0.15, 0.2), (0.5, 0.85)], [(0.5, 0.85), (0.85, 0.2)]],
        "leg": [[(0.35, 0.9), (0.35, 0.15)], [(0.65, 0.9), (0.65, 0.15)], [(0.35, 0.15), (0.65, 0.15)]],
        "tail": [[(0.1, 0.3), (0.55, 0.3)], [(0.55, 0.3), (0.9, 0.85)]],
    }
    for x, (name, kinds, colour) in parts.items():
        _frame(ax, (x, 2.5), strokes[name], colour)
        label(ax, (x + 0.55, 2.5), name, INK, ha="left", fontsize=10)
        for kind in kinds:
            arrow(ax, (edges[kind], 1.22), (x, 2.03), GREY, linewidth=1, mutation_scale=10)
        arrow(ax, (x, 2.97), (5.05 + (x - 5.05) * 0.4, 3.5), GREY, linewidth=1, mutation_scale=10)
    _cat(ax, (5.05, 3.58))
    return figure


def _frame(ax, middle: tuple, strokes: Sequence, colour: str, size: float = 0.9) -> None:
    """A small square of the picture, and the strokes in it."""
    x, y = middle[0] - size / 2, middle[1] - size / 2
    ax.add_patch(Rectangle((x, y), size, size, facecolor="#F7F7F7", edgecolor=PALE, zorder=1))
    for stroke in strokes:
        across, up = np.transpose(stroke)
        ax.plot(x + size * across, y + size * up, color=colour, linewidth=4, solid_capstyle="round", zorder=3)


def _cat(ax, at: tuple) -> None:
    """A cat of straight strokes, in the colours of its parts, its feet at the given height."""
    x, y = at
    body = [(-0.9, 0.45), (-0.9, 1.0), (0.7, 1.0), (0.7, 0.45), (-0.9, 0.45)]
    head = [(0.7, 0.8), (0.7, 1.35), (1.3, 1.35), (1.3, 0.8), (0.7, 0.8)]
    parts = [(body, INK), (head, INK), ([(0.7, 1.35), (0.82, 1.65), (0.97, 1.35)], ORANGE)]
    parts += [([(1.03, 1.35), (1.18, 1.65), (1.3, 1.35)], ORANGE), ([(-0.9, 0.95), (-1.3, 0.95), (-1.6, 1.45)], GREEN)]
    parts += [([(f, 0.45), (f, 0.0), (f + 0.18, 0.0), (f + 0.18, 0.45)], PINK) for f in (-0.85, -0.5, 0.1, 0.45)]
    for stroke, colour in parts:
        across, up = np.transpose(stroke)
        ax.plot(
            x + across, y + up, color=colour, linewidth=3, solid_capstyle="round", solid_joinstyle="round", zorder=3
        )


def draw_tree(bits: Sequence[int]) -> Picture:
    """The parity of some bits by a tree of exclusive ors, with the value at each of them."""
    levels, places = _tree(bits)
    figure, ax = canvas(9.4, 1.15 * len(levels))
    figure.alt = (
        f"A tree. The bits {list(bits)} stand below; pairs meet in XOR units, level by level: "
        + ", then ".join(map(str, levels[1:]))
        + ". The last one is the parity."
    )
    for height, (row, across) in enumerate(zip(levels, places)):
        y = 0.5 + 1.1 * height
        label(ax, (0.1, y), f"level {height}" if height else "bits", GREY, ha="left")
        radius = 0.31 if height else 0.24
        for k, (bit, x) in enumerate(zip(row, across)):
            colour = ORANGE if bit else GREY
            circle(ax, (x, y), f"xor\n{bit}" if height else f"{bit}", radius, colour)
            ax.texts[-1].set_fontsize(10)
            if height + 1 < len(levels):
                arrow(ax, (x, y + radius), (places[height + 1][k // 2], y + 0.78), colour, linewidth=1.3)
    return figure


def _tree(bits: Sequence[int]) -> tuple[list, list]:
    """The values on each level of a tree over so many bits, and how far to the right they stand."""
    levels, places = [list(bits)], [[1.0 + 8.0 * (k + 0.5) / len(bits) for k in range(len(bits))]]
    while len(levels[-1]) > 1:
        pairs = range(0, len(levels[-1]), 2)
        levels.append([sum(levels[-1][k : k + 2]) % 2 for k in pairs])
        places.append([sum(places[-1][k : k + 2]) / 2 for k in pairs])
    return levels, places


def plot_sizes(sizes: Sequence[dict]) -> Picture:
    """How many units the parity of n bits takes, in a tree and in a single layer of stencils."""
    n = np.arange(1, len(sizes) + 1)
    figure, ax = picture(8.6, 4.2)
    figure.alt = (
        f"Units against the number of bits n, from 1 to {n[-1]}, on a logarithmic axis. One layer with a unit for each "
        f"odd pattern: a straight line up to {sizes[-1]['shallow']:,}. The tree of XOR units: a flat curve up to "
        f"{sizes[-1]['deep']}, in {sizes[-1]['levels']} levels."
    )
    lines = [
        ("shallow", "o-", ORANGE, "one layer, a unit for each odd pattern: $2^{n-1}$", (-8, 10), "right"),
        ("deep", "D-", BLUE, "tree: $n-1$ XOR units", (0, 9), "left"),
        ("levels", "s:", GREEN, "levels of the tree", (0, -17), "left"),
    ]
    for name, style, colour, text, shift, side in lines:
        values = np.array([one[name] for one in sizes], dtype=float)
        ax.semilogy(n[values > 0], values[values > 0], style, color=colour, markersize=4)
        middle = n[len(n) // 2], values[len(n) // 2]
        note(ax, text, middle, xytext=shift, textcoords="offset points", color=colour, ha=side)
    ax.set(xlabel="bits n", ylabel="how many", ylim=(0.7, None))
    ax.grid()
    return figure


def plot_folds(t: np.ndarray, folds: Sequence[np.ndarray]) -> Picture:
    """A line, and what is left of it after each fold."""
    figure, axes = picture(11, 2.9, columns=len(folds), sharey=True)
    teeth = [int(np.sum(np.diff(np.sign(np.diff(np.asarray(fold, dtype=float)))) < 0)) for fold in folds]
    figure.alt = "The line from 0 to 1, and the same line folded: " + ", ".join(
        f"{count} teeth after {k} folds" for k, count in enumerate(teeth) if k
    )
    for k, (ax, fold) in enumerate(zip(axes, folds)):
        ax.plot(t, fold, color=BLUE, linewidth=1.8)
        title = "the line" if k == 0 else f"{k} fold{'s' * (k > 1)}, {2 * k} units"
        ax.set(title=title, xticks=[0, 1], yticks=[0, 1])
        ax.title.set_fontsize(10.5)
        ax.grid()
    return figure
