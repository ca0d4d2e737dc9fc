"""A network of one hidden layer: its parts, the shapes that pass through it, and the way back."""

from itertools import pairwise

from lib.figures.arrays import sides
from lib.figures.diagrams import arrow, box, canvas, circle, label
from lib.figures.style import BLUE, GREEN, GREY, ORANGE, Picture, described


@described(
    "A network in three columns. On the left two inputs, x1 and x2, the input layer, layer 0, which is not counted. In "
    "the middle four hidden units, layer 1, each joined to both inputs by the weights W[1], 4 by 2, and the biases "
    "b[1], 4 by 1. On the right one unit, layer 2, the output, joined to all four by W[2], 1 by 4, and b[2], 1 by 1."
)
def draw_network() -> Picture:
    """Two inputs, four hidden units, one output, with the names of layers and parameters."""
    figure, ax = canvas(8.6, 4.3)
    inputs = [(1.2, 2.9), (1.2, 1.7)]
    hidden = [(4.2, 3.75 - 0.96 * i) for i in range(4)]
    output = (7.0, 2.3)
    for i, at in enumerate(inputs, 1):
        circle(ax, at, f"$x_{i}$", colour=GREY)
        for there in hidden:
            arrow(ax, (at[0] + 0.32, at[1]), (there[0] - 0.36, there[1]), GREY, linewidth=1, mutation_scale=9)
    for i, at in enumerate(hidden, 1):
        circle(ax, at, f"$a^{{[1]}}_{i}$", radius=0.34)
        arrow(ax, (at[0] + 0.36, at[1]), (output[0] - 0.36, output[1]), GREY, linewidth=1, mutation_scale=9)
    circle(ax, output, "$a^{[2]}$", radius=0.34, colour=ORANGE)
    arrow(ax, (7.36, 2.3), (7.85, 2.3))
    label(ax, (8.1, 2.3), r"$\hat{y}$")
    label(ax, (2.7, 3.9), "$W^{[1]}$ (4, 2)\n$b^{[1]}$ (4, 1)", BLUE, fontsize=10)
    label(ax, (5.95, 3.75), "$W^{[2]}$ (1, 4)\n$b^{[2]}$ (1, 1)", ORANGE, fontsize=10)
    for x, text in [(1.2, "layer 0: the input,\nnot counted"), (4.2, "layer 1: hidden"), (7.0, "layer 2: output")]:
        label(ax, (x, 0.22), text, GREY, fontsize=10)
    return figure


@described(
    "One neuron as a large circle with a line down its middle. Arrows from x1 and x2 lead into its left half, where "
    "z = w1 x1 + w2 x2 + b is computed, the weighted sum. From there it goes to the right half, a = g(z), the bend, "
    "and out."
)
def draw_two_steps() -> Picture:
    """One neuron, the two things that it does in turn."""
    figure, ax = canvas(7.6, 2.5)
    circle(ax, (3.8, 1.3), "", radius=1.1)
    ax.plot([3.8, 3.8], [0.2, 2.4], color=BLUE, linewidth=1.5, zorder=4)
    label(ax, (3.26, 1.3), "$z = w_1 x_1$\n$+\\ w_2 x_2 + b$", fontsize=10, zorder=5)
    label(ax, (4.33, 1.3), "$a = g(z)$", fontsize=10, zorder=5)
    for i, y in [(1, 1.9), (2, 0.7)]:
        circle(ax, (0.9, y), f"$x_{i}$", colour=GREY)
        arrow(ax, (1.22, y), (2.72, 1.3 + (y - 1.3) * 0.35), GREY)
        label(ax, (1.95, y + (0.03 if i == 1 else -0.05)), f"$w_{i}$")
    arrow(ax, (4.9, 1.3), (6.1, 1.3))
    label(ax, (6.4, 1.3), "$a$")
    label(ax, (3.0, 2.3), "1. weighted sum", GREY, ha="right", fontsize=10)
    label(ax, (4.6, 2.3), "2. activation", GREY, ha="left", fontsize=10)
    return figure


@described(
    "Boxes to scale, in two lines. Hidden layer: W1 (n_h, n_x) times X (n_x, m), plus the column b1, gives Z1 (n_h, "
    "m), and tanh gives A1 of the same shape. Output layer: W2 (1, n_h) times A1 (n_h, m), plus b2, gives Z2 (1, m), "
    "and the sigmoid gives A2 (1, m). In a box of width m a column belongs to one example, a row to one unit."
)
def draw_shapes() -> Picture:
    """All m examples through both layers, each array a box with its sides named."""
    figure, ax = canvas(11, 4.5)
    n_x, n_h, n_y, m = 0.7, 1.35, 0.32, 1.9
    top, low = 3.3, 1.05
    sides(ax, (0.95, top), (n_h, n_x), ("$n_h$", "$n_x$"), BLUE, "W1")
    sides(ax, (3.0, top), (n_x, m), ("$n_x$", "m"), ORANGE, "X")
    label(ax, (4.2, top), "+", fontsize=12)
    sides(ax, (4.75, top), (n_h, 0.32), ("", "1"), BLUE, "b1")
    label(ax, (5.2, top), "=", fontsize=12)
    sides(ax, (6.65, top), (n_h, m), ("$n_h$", "m"), GREEN, "Z1")
    arrow(ax, (7.7, top), (8.35, top))
    label(ax, (8.0, top + 0.2), "tanh", fontsize=10)
    sides(ax, (9.75, top), (n_h, m), ("", "m"), GREEN, "A1")
    sides(ax, (0.95, low), (n_y, n_h), ("1", "$n_h$"), BLUE, "W2")
    sides(ax, (3.0, low), (n_h, m), ("$n_h$", "m"), GREEN, "A1")
    label(ax, (4.2, low), "+", fontsize=12)
    sides(ax, (4.75, low), (n_y, 0.32), ("", "1"), BLUE, "b2")
    label(ax, (5.2, low), "=", fontsize=12)
    sides(ax, (6.65, low), (n_y, m), ("1", "m"), GREEN, "Z2")
    arrow(ax, (7.7, low), (8.35, low))
    label(ax, (8.0, low + 0.2), "sigmoid", fontsize=10)
    sides(ax, (9.75, low), (n_y, m), ("", "m"), GREEN, "A2")
    return figure


@described(
    "A chain of boxes from left to right: X (n_x, m), Z1 (n_h, m), A1 (n_h, m), Z2 (1, m), A2 (1, m), J. Below it "
    "orange arrows lead back: from J to dZ2 = A2 - Y; from dZ2, by the transpose of W2, to dA1 under A1; from there, "
    "times g'(Z1) entry by entry, to dZ1. Down from dZ2 go dW2 and db2, with A1 and 1/m; down from dZ1 go dW1 and db1, "
    "with X and 1/m."
)
def draw_backward() -> Picture:
    """Forward above, backward below, and where each gradient branches off."""
    figure, ax = canvas(11, 4.4)
    places = {"X": 0.8, "Z1": 2.9, "A1": 5.0, "Z2": 7.1, "A2": 9.0, "J": 10.5}
    high, middle, low = 3.9, 2.35, 0.75
    forward = {"Z1": "W1, b1", "A1": "tanh", "Z2": "W2, b2", "A2": "sigmoid", "J": "Y"}
    names = list(places)
    for before, name in pairwise(names):
        start, end = places[before] + 0.32, places[name] - 0.32
        arrow(ax, (start, high), (end, high), GREY)
        label(ax, ((start + end) / 2, high + 0.2), forward[name], GREY, fontsize=10)
    for name, x in places.items():
        box(ax, (x, high), name, width=0.64, height=0.5, colour=BLUE)
    for x, name in [(2.9, "dZ1"), (5.0, "dA1"), (7.1, "dZ2")]:
        box(ax, (x, middle), name, width=0.84, height=0.5, colour=ORANGE)
    arrow(ax, (10.5, high - 0.27), (7.55, middle), ORANGE, connectionstyle="angle,angleA=-90,angleB=0,rad=8")
    label(ax, (9.0, middle + 0.22), "A2 − Y", ORANGE, fontsize=10)
    arrow(ax, (6.66, middle), (5.44, middle), ORANGE)
    label(ax, (6.05, middle + 0.2), "by $W2^T$", ORANGE, fontsize=10)
    arrow(ax, (4.56, middle), (3.34, middle), ORANGE)
    label(ax, (3.95, middle + 0.22), "times $g'(Z1)$", ORANGE, fontsize=10)
    for x, text, needs in [(7.1, "dW2, db2", "with A1\nand 1/m"), (2.9, "dW1, db1", "with X\nand 1/m")]:
        arrow(ax, (x, middle - 0.27), (x, low + 0.3), GREEN)
        label(ax, (x + 0.15, (middle + low) / 2), needs, GREEN, ha="left", fontsize=10)
        box(ax, (x, low), text, width=1.3, height=0.5, colour=GREEN)
    return figure
