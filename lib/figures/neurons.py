"""One neuron, and several of them stacked."""

from collections.abc import Callable

from lib.figures.diagrams import arrow, canvas, circle
from lib.figures.style import BLUE, GREY, ORANGE, Picture, described, number, picture, point


@described(
    "One neuron. Two arrows lead into it: from the area x, marked with the weight w, and from above the bias b. The "
    "neuron computes the larger of 0 and w x + b, and an arrow leads from it to the price."
)
def draw_neuron() -> Picture:
    """The smallest network: one input, one weighted sum with a ReLU, one output."""
    figure, ax = canvas(7.2, 2.5)
    circle(ax, (0.9, 0.95), "$x$", colour=GREY)
    circle(ax, (3.6, 0.95), r"$\max(0,\ wx+b)$", radius=0.72)
    circle(ax, (6.3, 0.95), r"$\hat{y}$", colour=ORANGE)
    arrow(ax, (1.22, 0.95), (2.84, 0.95))
    arrow(ax, (4.36, 0.95), (5.96, 0.95))
    arrow(ax, (3.6, 2.12), (3.6, 1.71))
    ax.text(2.0, 1.1, "$w$", ha="center")
    ax.text(3.6, 2.2, "$b$", ha="center")
    for x, text in [(0.9, "area"), (6.3, "price")]:
        ax.text(x, 0.42, text, ha="center", color=GREY, fontsize=10)
    return figure


def plot_price(neuron: Callable, w: float = 3, b: float = -60) -> Picture:
    """The learner's neuron as a curve: prices over areas, beside the line it cuts off."""
    figure, ax = picture(7.2, 3.4)
    ax.axhline(0, color=GREY, linewidth=0.8)
    ax.plot([0, 80], [b, 80 * w + b], color=GREY, linestyle=":", label=f"the line alone, ${w:g}x{b:+g}$")
    prices = [number(neuron(area, w, b)) for area in range(81)]
    ax.plot(range(81), prices, color=BLUE, linewidth=3, label=f"neuron(area, {w:g}, {b:g})")
    for area, shift in [(10, (8, 8)), (30, (8, -12)), (50, (8, -12))]:
        point(ax, (area, prices[area]), f"{area} m²: {prices[area]:g}", shift)
    ax.set(xlabel="area in square metres", ylabel="price in thousands", xlim=(0, 80), ylim=(-130, 300))
    ax.legend(loc="upper left")
    figure.alt = (
        f"Predicted price against area, as your neuron computes it with a weight of {w:g} and a bias of {b:g}, and the "
        f"line {w:g}x {b:+g}: the price should be the line's where that is above 0, and 0 elsewhere. Yours is "
        f"{prices[10]:g} at 10 square metres and {prices[50]:g} at 50."
    )
    return figure


@described(
    "A small network. Four inputs, namely area, floor, age and distance to the station, are each joined by an "
    "arrow to each of three neurons in the middle, which might stand for room, quiet and way to work. All three "
    "are joined to a last neuron, which gives the price."
)
def draw_stack() -> Picture:
    """Four inputs, three neurons in the middle, one at the end; every input reaches every neuron."""
    figure, ax = canvas(8.2, 3.7)
    inputs = [("area", 3.3), ("floor", 2.4), ("age", 1.5), ("distance", 0.6)]
    hidden = [("room?", 3.0), ("quiet?", 1.95), ("way to\nwork?", 0.9)]
    for name, y in inputs:
        circle(ax, (1.7, y), "", radius=0.2, colour=GREY)
        ax.text(1.35, y, name, ha="right", va="center")
        for _, there in hidden:
            arrow(ax, (1.92, y), (3.98, there), colour=GREY, linewidth=1, mutation_scale=10)
    for name, y in hidden:
        circle(ax, (4.4, y), name, radius=0.4, colour=BLUE)
        ax.texts[-1].set_fontsize(9)
        arrow(ax, (4.82, y), (6.48, 1.95), linewidth=1, mutation_scale=10)
    circle(ax, (6.8, 1.95), r"$\hat{y}$", colour=ORANGE)
    ax.text(7.2, 1.95, "price", va="center")
    return figure
