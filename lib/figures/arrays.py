"""Arrays drawn as grids of numbers, and what broadcasting, products and sums make of them."""

from collections.abc import Sequence

import numpy as np
from matplotlib.patches import Rectangle

from lib.figures.diagrams import arrow, canvas, label
from lib.figures.style import BLUE, GREEN, GREY, INK, ORANGE, PALE, Picture, described

WIDE, HIGH = 0.56, 0.4  # one cell, in inches
TINTS = {BLUE: "#DCEBF5", ORANGE: "#FBE6DA", GREEN: "#D9F0E7", GREY: "#F2F2F2"}


def cell(ax, corner: tuple, text: str, colour: str, ghost: bool = False) -> None:
    """One number in its box; a ghost is a copy that NumPy only pretends to make."""
    style = {"linestyle": ":", "facecolor": "white"} if ghost else {"facecolor": TINTS[colour]}
    x, y = corner
    ax.add_patch(Rectangle((x, y - HIGH), WIDE, HIGH, edgecolor=colour, linewidth=1.3, zorder=3, **style))
    label(ax, (x + WIDE / 2, y - HIGH / 2 - 0.01), text, GREY if ghost else INK, fontsize=10.5, zorder=4)


def grid(ax, corner: tuple, numbers, colour: str = BLUE, real=None, title: str = "") -> tuple:
    """A matrix with its upper left corner there, `real` False where a number is a ghost. Returns its size in inches."""
    numbers = np.atleast_2d(numbers)
    real = np.broadcast_to(True if real is None else real, numbers.shape)
    for (i, j), number in np.ndenumerate(numbers):
        cell(ax, (corner[0] + j * WIDE, corner[1] - i * HIGH), f"{number:g}", colour, ghost=not real[i, j])
    width, height = numbers.shape[1] * WIDE, numbers.shape[0] * HIGH
    if title:
        label(ax, (corner[0] + width / 2, corner[1] - height - 0.2), title, colour, fontsize=10)
    return width, height


def equation(ax, middle: tuple, parts: Sequence) -> None:
    """Grids and signs in a line, its left end and height given: a part is a text or (numbers, colour, real, title)."""
    x, y = middle
    for part in parts:
        if isinstance(part, str):
            label(ax, (x + 0.2, y), part, fontsize=13)
            x += 0.4
        else:
            numbers, colour, real, title = part
            height = np.atleast_2d(numbers).shape[0] * HIGH
            x += grid(ax, (x, y + height / 2), numbers, colour, real, title)[0]


def draw_products(A: np.ndarray, B: np.ndarray, results: dict) -> Picture:
    """The same two matrices under `*` and `@`, and a row with a column under np.dot, with all shapes."""
    figure, ax = canvas(9.0, 3.1)
    figure.alt = (
        f"A is {A.tolist()}, B is {B.tolist()}. A * B multiplies entry by entry and gives "
        f"{np.round(results['elementwise'], 3).tolist()}. A @ B takes rows of A with columns of B and gives "
        f"{np.round(results['matrix'], 3).tolist()}. The first row of A with the first column of B gives "
        f"{results['dot']:g}, which is also the first entry of A @ B; frames mark these three."
    )
    shape = str(A.shape)
    for y, sign, name in [(2.4, "*", "elementwise"), (0.95, "@", "matrix")]:
        pair = [(A, BLUE, None, shape), sign, (B, ORANGE, None, shape)]
        equation(ax, (0.3, y), [*pair, "=", (results[name], GREEN, None, str(np.shape(results[name])))])
    top = 0.95 + len(A) * HIGH / 2
    second = 0.3 + A.shape[1] * WIDE + 0.4
    outline(ax, (0.3, top), (1, A.shape[1]))
    outline(ax, (second, top), (len(B), 1))
    outline(ax, (second + B.shape[1] * WIDE + 0.4, top), (1, 1))
    label(ax, (5.2, 2.8), "np.dot of a row and a column:", ha="left")
    parts = [(A[0], BLUE, None, f"A[0] {A[0].shape}"), "·", (B[:, 0], ORANGE, None, f"B[:, 0] {B[:, 0].shape}")]
    equation(ax, (5.2, 2.15), [*parts, "=", (results["dot"], GREEN, None, "()")])
    label(
        ax, (5.2, 0.95), "framed: the first entry of A @ B,\nits row of A and its column of B", ha="left", fontsize=10
    )
    return figure


def outline(ax, corner: tuple, shape: tuple) -> None:
    """A heavy frame round some cells of a grid."""
    (x, y), (rows, columns) = corner, shape
    size = columns * WIDE, rows * HIGH
    ax.add_patch(Rectangle((x, y - size[1]), *size, fill=False, edgecolor=INK, linewidth=2.5, zorder=5))


@described(
    "Three boxes. The first is n high and k wide, the second k high and m wide, their product n high and m wide: the "
    "two inner sides k must be equal, and the result has neither of them."
)
def draw_inner_sides() -> Picture:
    """(n, k) @ (k, m) = (n, m) as boxes whose sides have those lengths."""
    figure, ax = canvas(8.6, 2.15)
    n, k, m = 1.0, 1.7, 1.3
    sides(ax, (1.05, 1.0), (n, k), ("n", "k"), BLUE)
    label(ax, (2.3, 1.0), "@", fontsize=14)
    sides(ax, (3.6, 1.0), (k, m), ("k", "m"), ORANGE)
    label(ax, (4.7, 1.0), "=", fontsize=14)
    sides(ax, (5.9, 1.0), (n, m), ("n", "m"), GREEN)
    label(ax, (6.85, 1.0), "the two sides k meet,\nmust be equal,\nand are gone", ha="left", fontsize=10)
    return figure


def sides(ax, middle: tuple, size: tuple, names: tuple, colour: str, inside: str = "") -> None:
    """A box of the given height and width with names at its left and upper side."""
    (x, y), (height, width) = middle, size
    corner = (x - width / 2, y - height / 2)
    ax.add_patch(Rectangle(corner, width, height, edgecolor=colour, facecolor=TINTS[colour], linewidth=1.5, zorder=3))
    label(ax, (x - width / 2 - 0.18, y), names[0], fontsize=10.5)
    label(ax, (x, y + height / 2 + 0.15), names[1], fontsize=10.5)
    label(ax, middle, inside, zorder=4)


RULES = [  # first shape, second shape, what is shown under each column, verdict
    ((3, 4), (4,), "(3, 4)", "equal, and 1 against 3:\nthe row is used three times"),
    ((3, 4), (3, 1), "(3, 4)", "1 against 4:\nthe column is used four times"),
    ((3, 1), (1, 4), "(3, 4)", "both are stretched,\neach along its 1"),
    ((3, 4), (3,), "error", "4 against 3, and\nneither of them is 1"),
]


@described(
    "Four pairs of shapes, written one under the other and aligned at their right ends, with missing places on the "
    "left filled by a pale 1. (3, 4) and (4,): the second becomes (1, 4), and the result is (3, 4). (3, 4) and (3, 1) "
    "give (3, 4). (3, 1) and (1, 4) give (3, 4). (3, 4) and (3,): the second becomes (1, 3), and 4 against 3 fails."
)
def draw_rule() -> Picture:
    """Shapes aligned at the right, ones filled in on the left, and compared place by place."""
    figure, ax = canvas(9.1, 2.35)
    for k, (first, second, result, why) in enumerate(RULES):
        left = 0.5 + 2.4 * k
        for row, shape in enumerate((first, second)):
            filled = (1,) * (2 - len(shape)) + shape
            for j, number in enumerate(filled):
                ghost = j < 2 - len(shape)
                cell(ax, (left + j * WIDE, 2.25 - row * 0.5), str(number), (BLUE, ORANGE)[row], ghost)
        fits = result != "error"
        ax.plot([left - 0.05, left + 2 * WIDE + 0.05], [1.25, 1.25], color=INK, linewidth=1.2)
        label(ax, (left + WIDE, 1.02), result, GREEN if fits else ORANGE, fontsize=12, fontweight="bold")
        label(ax, (left + WIDE, 0.42), why, fontsize=9.5)
    return figure


@described(
    "Three sums. The matrix [[1, 2, 3], [4, 5, 6]] plus the row [10, 20, 30]: the row is repeated for both rows and "
    "the result is [[11, 22, 33], [14, 25, 36]]. Plus the column [[100], [200]]: the column is repeated for all three "
    "columns, result [[101, 102, 103], [204, 205, 206]]. Plus the number 7: it stands everywhere, result "
    "[[8, 9, 10], [11, 12, 13]]. The repeated numbers are dotted: no copy is really made."
)
def draw_stretching() -> Picture:
    """A matrix with a row, with a column and with a number, the stretched copies dotted."""
    figure, ax = canvas(7.1, 4.1)
    M = np.array([[1, 2, 3], [4, 5, 6]])
    others = [
        ("row", np.array([[10, 20, 30]]), np.array([[True] * 3, [False] * 3]), "(3,) or (1, 3)"),
        ("column", np.array([[100], [200]]), np.array([[True, False, False]] * 2), "(2, 1)"),
        ("number", np.array([[7]]), np.array([[True, False, False], [False] * 3]), "()"),
    ]
    for k, (name, other, real, shape) in enumerate(others):
        y = 3.6 - 1.35 * k
        label(ax, (0.1, y), name, ha="left")
        stretched = np.broadcast_to(other, M.shape)
        parts = [(M, BLUE, None, "(2, 3)"), "+", (stretched, ORANGE, real, shape), "="]
        equation(ax, (1.2, y), [*parts, (M + other, GREEN, None, "(2, 3)")])
    return figure


def draw_axes(table: np.ndarray, rows: Sequence[str], columns: Sequence[str]) -> Picture:
    """The table, its column sums below (axis 0 is gone) and its row sums beside it (axis 1 is gone)."""
    figure, ax = canvas(7.0, 3.0)
    down, across = table.sum(axis=0), table.sum(axis=1)
    figure.alt = (
        f"A table of {len(rows)} rows and {len(columns)} columns. An arrow down: axis=0 adds up down the "
        f"columns and leaves one sum for each of them, {down.tolist()}. An arrow to the right: axis=1 leaves one sum "
        f"for each row, {across.tolist()}. With keepdims the first stays a row (1, 4) and the second a column (3, 1)."
    )
    x, y = 1.7, 2.65
    width, height = grid(ax, (x, y), table)
    for j, name in enumerate(columns):
        label(ax, (x + (j + 0.5) * WIDE, y + 0.18), name, fontsize=9)
    for i, name in enumerate(rows):
        label(ax, (x - 0.12, y - (i + 0.5) * HIGH), name, fontsize=9, ha="right")
    arrow(ax, (x + width / 2, y - height - 0.08), (x + width / 2, y - height - 0.62))
    label(ax, (x + width / 2 + 0.15, y - height - 0.33), "axis=0", ORANGE, ha="left")
    grid(ax, (x, y - height - 0.7), down, ORANGE, title="(4,), with keepdims (1, 4)")
    arrow(ax, (x + width + 0.1, y - height / 2), (x + width + 1.1, y - height / 2))
    label(ax, (x + width + 0.6, y - height / 2 + 0.18), "axis=1", GREEN)
    grid(ax, (x + width + 1.2, y), across.reshape(-1, 1), GREEN, title="(3,), with keepdims (3, 1)")
    return figure


@described(
    "Three vectors with the numbers 1 to 5 and what transposing does. The one of shape (5,) is a loose string of five "
    "numbers and stays what it is. The column (5, 1) becomes a row (1, 5), and the row becomes a column."
)
def draw_vectors() -> Picture:
    """(5,), (5, 1) and (1, 5) with their transposes."""
    figure, ax = canvas(10, 2.75)
    numbers = np.arange(1, 6)
    y = 1.55
    loose(ax, (0.2, y + 0.75), numbers)
    arrow(ax, (1.6, y + 0.25), (1.6, y - 0.25))
    label(ax, (1.85, y), ".T")
    loose(ax, (0.2, y - 0.4), numbers)
    label(ax, (1.6, 0.3), "(5,) stays (5,)")
    grid(ax, (4.2, 2.6), numbers.reshape(-1, 1), ORANGE)
    arrow(ax, (4.85, y), (5.25, y), ORANGE)
    label(ax, (5.05, y + 0.22), ".T", ORANGE)
    grid(ax, (5.35, y + HIGH / 2), numbers, GREEN)
    arrow(ax, (8.25, y), (8.65, y), GREEN)
    label(ax, (8.45, y + 0.22), ".T", GREEN)
    grid(ax, (8.75, 2.6), numbers.reshape(-1, 1), ORANGE)
    for x, text in [(4.48, "(5, 1)"), (6.75, "(1, 5)"), (9.03, "(5, 1)")]:
        label(ax, (x, 0.3), text)
    return figure


def loose(ax, corner: tuple, numbers: np.ndarray) -> None:
    """A one-dimensional array: numbers on a string, neither a row nor a column."""
    x, y = corner
    ax.plot([x, x + 2.8], [y - 0.2, y - 0.2], color=PALE, linewidth=19, solid_capstyle="round", zorder=2)
    for k, number in enumerate(numbers):
        label(ax, (x + 0.28 + k * 0.56, y - 0.21), f"{number:g}", zorder=4)


@described(
    "Boxes to scale, in two lines. Forward: the row w.T (1, n_x) times the box X (n_x, m), plus b, gives the row Z "
    "(1, m), and the sigmoid makes the row A (1, m) of it. Backward: the row dZ = A - Y (1, m), and the box X (n_x, m) "
    "times the column dZ.T (m, 1), divided by m, gives the column dw (n_x, 1)."
)
def draw_shapes_of_a_pass() -> Picture:
    """Logistic regression forward and backward, each array a box with its sides named."""
    figure, ax = canvas(10, 4.5)
    tall, wide, thin = 1.35, 1.9, 0.3
    sides(ax, (1.0, 3.3), (thin, tall), ("1", r"$n_x$"), BLUE, r"$w^T$")
    label(ax, (1.86, 3.3), "@", fontsize=12)
    sides(ax, (3.25, 3.3), (tall, wide), (r"$n_x$", "m"), ORANGE, "X")
    label(ax, (4.6, 3.3), "+ b  =", fontsize=12)
    sides(ax, (6.3, 3.3), (thin, wide), ("1", "m"), GREEN, "Z")
    arrow(ax, (7.33, 3.3), (7.7, 3.3))
    sides(ax, (9.0, 3.3), (thin, wide), ("1", "m"), GREEN, r"A = $\sigma$(Z)")
    sides(ax, (1.3, 1.2), (thin, wide), ("1", "m"), GREEN, "dZ = A - Y")
    arrow(ax, (2.35, 1.2), (2.75, 1.2))
    sides(ax, (4.2, 1.2), (tall, wide), (r"$n_x$", "m"), ORANGE, "X")
    label(ax, (5.38, 1.2), "@", fontsize=12)
    sides(ax, (6.1, 1.2), (wide, 0.55), ("m", "1"), GREEN, r"$dZ^T$")
    label(ax, (6.9, 1.2), r"$/\, m$   =", fontsize=12)
    sides(ax, (8.0, 1.2), (tall, 0.5), (r"$n_x$", "1"), BLUE, "dw")
    return figure
