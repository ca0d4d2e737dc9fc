"""A deep network as blocks: the shapes of its arrays, what is kept on the way, and a pass whose numbers fill in."""

from collections.abc import Callable, Sequence
from itertools import pairwise

import numpy as np
from matplotlib.patches import Rectangle

from lib.figures.diagrams import arrow, blank, box, canvas, label
from lib.figures.steppers import Turnable, step_through
from lib.figures.style import BLUE, GREEN, GREY, INK, ORANGE, PINK, Picture, number, picture

CELL = 0.2  # one entry of an array, in inches
STEP = 3.3  # from one layer of a pass to the next, in inches


def draw_shapes(layer_dims: Sequence[int], m: int) -> Picture:
    """For each layer the arrays of Z = W A + b as rectangles of their shapes."""
    heights = [CELL * max(n, n_prev) + 0.75 for n_prev, n in pairwise(layer_dims)]
    figure, ax = canvas(9.4, sum(heights) + 0.1)
    lines = [
        f"layer {l}: W is ({n}, {n_prev}), A of layer {l - 1} is ({n_prev}, {m}), b is ({n}, 1), Z and A are ({n}, {m})"
        for l, (n_prev, n) in enumerate(pairwise(layer_dims), 1)
    ]
    figure.alt = f"The arrays of a network {'-'.join(map(str, layer_dims))} for {m} examples. " + "; ".join(lines) + "."
    top = sum(heights) + 0.1
    for l, (n_prev, n) in enumerate(pairwise(layer_dims), 1):
        bend = "sigmoid" if l == len(layer_dims) - 1 else "ReLU"
        _layer_shapes(ax, l, top - heights[l - 1] / 2 + 0.1, (n, n_prev, m), bend)
        top -= heights[l - 1]
    return figure


def _layer_shapes(ax, l: int, middle: float, sizes: tuple, bend: str) -> None:
    """The arrays of one layer in a line at that height; sizes are its own, that of the layer before, and m."""
    n, n_prev, m = sizes
    label(ax, (0.5, middle), f"layer {l}", GREY)
    parts = [
        (1.6, f"W^{{[{l}]}}", n, n_prev, ORANGE, ""),
        (3.2, "A^{[0]}=X" if l == 1 else f"A^{{[{l - 1}]}}", n_prev, m, BLUE, "@"),
        (4.8, f"b^{{[{l}]}}", n, 1, PINK, "+"),
        (6.3, f"Z^{{[{l}]}}", n, m, GREEN, "="),
        (8.3, f"A^{{[{l}]}}", n, m, BLUE, bend),
    ]
    for x, name, rows, columns, colour, sign in parts:
        _cells(ax, (x, middle), rows, columns, colour)
        label(ax, (x, middle - CELL * rows / 2 - 0.18), f"${name}$  ({rows}, {columns})", colour, fontsize=10)
        label(ax, (x - CELL * columns / 2 - (0.45 if sign == bend else 0.25), middle), sign, INK, fontsize=11)


def _cells(ax, middle: tuple, rows: int, columns: int, colour: str) -> None:
    """An empty grid with its middle there."""
    x, y = middle[0] - CELL * columns / 2, middle[1] - CELL * rows / 2
    for i, j in np.ndindex(rows, columns):
        ax.add_patch(Rectangle((x + j * CELL, y + i * CELL), CELL, CELL, facecolor="white", edgecolor=colour))


def draw_blocks(L: int, backward: bool = True) -> Picture:
    """The blocks of a forward pass with their caches, and on request those of the way back under them."""
    height = 4.35 if backward else 2.4
    figure, ax = canvas(2.9 * L + 2.1, height)
    figure.alt = _blocks_alt(L, backward)
    y = height - 1.1
    label(ax, (0.45, y), "$A^{[0]}=X$", BLUE)
    for l in range(1, L + 1):
        x = 2.9 * l - 0.75
        bend = "sigmoid" if l == L else "ReLU"
        box(ax, (x, y), f"layer {l}\nlinear, {bend}", width=1.5, height=0.75, colour=BLUE)
        if l == 1:
            arrow(ax, (x - 1.2, y), (x - 0.77, y), BLUE)
        arrow(ax, (x, y + 0.72), (x, y + 0.4), GREY)
        label(ax, (x, y + 0.86), f"$W^{{[{l}]}},\\ b^{{[{l}]}}$", GREY)
        label(ax, (x + (1.08 if l == L else 1.45), y + 0.24), f"$A^{{[{l}]}}$", BLUE)
        arrow(ax, (x + 0.77, y), (x + (1.4 if l == L else 2.13), y), BLUE)
        kept = f"cache {l}: $A^{{[{l - 1}]}}, W^{{[{l}]}}, b^{{[{l}]}}, Z^{{[{l}]}}$"
        arrow(ax, (x, y - 0.4), (x, y - 0.83), GREEN, linestyle="--")
        label(ax, (x, y - 1.0), kept, GREEN, fontsize=9)
        if backward:
            _block_back(ax, l, L, (x, y - 2.05))
    label(ax, (2.9 * L + 1.0, y), "cost $J$", INK)
    return figure


def _block_back(ax, l: int, L: int, at: tuple) -> None:
    """The block of layer l on the way back, its middle there."""
    x, y = at
    box(ax, (x, y), f"layer {l}\nbackward", width=1.5, height=0.75, colour=ORANGE)
    arrow(ax, (x, y + 0.86), (x, y + 0.4), GREEN, linestyle="--")
    arrow(ax, (x + (1.4 if l == L else 2.13), y), (x + 0.77, y), ORANGE)
    arrow(ax, (x, y - 0.4), (x, y - 0.75), GREY)
    label(ax, (x, y - 0.92), f"$dW^{{[{l}]}},\\ db^{{[{l}]}}$", GREY)
    if l < L:
        label(ax, (x + 1.45, y + 0.24), f"$dA^{{[{l}]}}$", ORANGE)
    else:
        label(ax, (x + 1.9, y), f"$A^{{[{L}]}}-Y$", ORANGE)
    if l == 1:
        arrow(ax, (x - 0.77, y), (x - 1.2, y), ORANGE)
        label(ax, (x - 1.6, y), "$dA^{[0]}$", ORANGE)
        label(ax, (x - 1.6, y - 0.27), "not needed", GREY, fontsize=9)


def _blocks_alt(L: int, backward: bool) -> str:
    forward = (
        f"{L} blue boxes in a row, one for each layer; X goes into the first, each box hands its A to the next, and "
        "the last one's A leads to the cost. W and b enter each box from above. Under each box stands its cache: the A "
        "that came in, W, b and Z."
    )
    back = (
        " Below are as many orange boxes, walked from right to left, each fed by its cache from above. It begins with "
        "AL minus Y at the right; each box hands dA to its left neighbour and leaves dW and db below. What leaves the "
        "first box, dA0, is not needed."
    )
    return forward + (back if backward else "")


def numbers_of_a_pass(
    x: np.ndarray, y: np.ndarray, parameters: dict, forward: Callable, cost: Callable, backward: Callable
) -> dict:
    """Everything that the learner's functions compute for one example: W, b, Z, A, J, dW, db, dA by name."""
    AL, caches = forward(x, parameters)
    numbers = {**parameters, "A0": x, f"A{len(caches)}": AL, "J": number(cost(AL, y)), "y": number(y)}
    for l, ((A_prev, _, _), Z) in enumerate(caches, 1):
        numbers |= {f"Z{l}": Z, f"A{l - 1}": A_prev}
    return {**numbers, **backward(AL, y, caches)}


def _layers(numbers: dict) -> int:
    return sum(name[0] == "W" for name in numbers)


def _stages(L: int) -> list[str]:
    forward = [f"forward: layer {l}" for l in range(1, L + 1)]
    return ["the input", *forward, "the cost", *(f"backward: layer {l}" for l in range(L, 0, -1))]


def _written(array) -> str:
    """A column as (1, 2), a matrix line by line."""
    array = np.round(np.asarray(array, dtype=float), 3) + 0.0  # no minus before a zero
    if array.shape[1] == 1:
        column = ", ".join(f"{entry:g}" for entry in array[:, 0])
        return f"({column})" if len(array) > 1 else column
    return "\n".join("(" + "  ".join(f"{entry:g}" for entry in row) + ")" for row in array)


def paint_pass(ax, numbers: dict, stage: int) -> None:
    """The network on the given axes with what is known at that stage."""
    L = _layers(numbers)
    blank(ax, STEP * L + 2.0, 3.5)
    label(ax, (0.5, 2.5), f"$A^{{[0]}}$\n{_written(numbers['A0'])}", BLUE)
    for l in range(1, L + 1):
        x = STEP * l - 1.2
        box(ax, (x, 2.5), "", 1.85, 1.05, GREY)
        label(ax, (x, 2.5), _weights(numbers[f"W{l}"], numbers[f"b{l}"]), family="monospace", zorder=4)
        label(ax, (x, 3.22), f"layer {l}, {'sigmoid' if l == L else 'ReLU'}", GREY, fontsize=10)
        arrow(ax, (x - 1.65 if l > 1 else 0.85, 2.5), (x - 0.95, 2.5), GREY, linewidth=1)
        if stage >= l:
            label(ax, (x, 1.72), f"Z = {_written(numbers[f'Z{l}'])}", BLUE, weight="bold")
            label(ax, (x + 1.32, 2.5), f"$A^{{[{l}]}}$\n{_written(numbers[f'A{l}'])}", BLUE, weight="bold")
        if stage >= 2 * L + 2 - l:
            _paint_back(ax, numbers, l, x)
    if stage > L:
        x = STEP * L + 1.15
        label(ax, (x, 2.5), f"y = {numbers['y']:g}\nJ = {numbers['J']:.3f}", INK, weight="bold")


def _weights(W: np.ndarray, b: np.ndarray) -> str:
    """The rows of W and of b side by side, in letters of one width."""
    lines = [" ".join(f"{w:4g}" for w in row) + f"   {bias:4g}" for row, bias in zip(W, b[:, 0])]
    head = "W".rjust(5 * W.shape[1] - 3 if W.shape[1] > 1 else 4).ljust(5 * W.shape[1] - 1) + "      b"
    return "\n".join([head, *lines])


def _paint_back(ax, numbers: dict, l: int, x: float) -> None:
    """What the way back leaves at layer l."""
    dW = _written(numbers[f"dW{l}"]).replace("\n", " ")
    label(ax, (x, 1.02), f"dZ = db = {_written(numbers[f'db{l}'])}\ndW = {dW}", ORANGE, weight="bold", fontsize=10)
    if f"dA{l - 1}" not in numbers:  # that of the input may be left out
        return
    arrow(ax, (x - 0.95, 0.35), (x - 1.9, 0.35), ORANGE, linewidth=1)
    if l > 1:
        at = (x - STEP / 2 + 0.05, 0.62)
    else:
        at = (0.62, 0.62)
    label(ax, at, f"$dA^{{[{l - 1}]}}$ = {_written(numbers[f'dA{l - 1}'])}", ORANGE, weight="bold", fontsize=10)


def _known(numbers: dict, stage: int) -> str:
    L = _layers(numbers)
    names = [f"{kind}{l}" for l in range(1, min(stage, L) + 1) for kind in "ZA"]
    names += ["J"] if stage > L else []
    back = range(L, 2 * L + 1 - stage, -1)
    names += [f"{kind}{l - (kind == 'dA')}" for l in back for kind in ("dW", "db", "dA")]
    return (
        ", ".join(f"{name} = {np.round(numbers[name], 3).tolist()}" for name in names if name in numbers)
        or "the input alone"
    )


def draw_pass(numbers: dict) -> Picture:
    """The small network three times: forward done, back through the last layer, and all done."""
    L = _layers(numbers)
    stages = [L + 1, L + 2, 2 * L + 1]
    figure, axes = picture(STEP * L + 2.0, 11.6, rows=3)
    figure.alt = f"A network with {L} layers and one example, three times. " + " ".join(
        f"{_stages(L)[stage]}: known are {_known(numbers, stage)}." for stage in stages[::2]
    )
    for ax, stage in zip(axes, stages):
        paint_pass(ax, numbers, stage)
        ax.set_title(
            ("forward, up to the cost", "back through the last layer", "back through all layers")[stages.index(stage)]
        )
    return figure


def draw_stage(numbers: dict, stage: int) -> Picture:
    """The small network at one stage."""
    L = _layers(numbers)
    figure, ax = canvas(STEP * L + 2.0, 4.0)
    figure.alt = f"Stage {stage} of {2 * L + 1}, {_stages(L)[stage]}. Known: {_known(numbers, stage)}."
    paint_pass(ax, numbers, stage)
    ax.set_title(f"{stage}. {_stages(L)[stage]}", color=ORANGE if stage > L + 1 else BLUE)
    return figure


def step_through_pass(numbers: dict) -> Turnable:
    """The small network, stage by stage."""
    return step_through(2 * _layers(numbers) + 1, lambda stage: draw_stage(numbers, stage))
