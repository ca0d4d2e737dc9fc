"""How long things take on this machine, measured and drawn."""

from collections.abc import Callable, Sequence
from time import perf_counter
from typing import Any

from lib.figures.style import BLUE, GREY, ORANGE, Picture, note, picture


def seconds(function: Callable, *arguments: Any) -> float:
    """How long function(*arguments) takes: the best of several tries, since other programs only ever add time."""
    times = [once(function, *arguments) for _ in range(3)]
    while sum(times) < 0.2 and len(times) < 1000:
        times.append(once(function, *arguments))
    return min(times)


def once(function: Callable, *arguments: Any) -> float:
    """How long a single call takes."""
    start = perf_counter()
    function(*arguments)
    return perf_counter() - start


def readable(seconds: float) -> str:
    """A time in the unit that suits it."""
    for unit, name in [(1, "s"), (1e-3, "ms")]:
        if seconds >= unit:
            return f"{seconds / unit:.3g} {name}"
    return f"{seconds / 1e-6:.3g} µs"


def plot_race(sizes: Sequence[int], loop: Sequence[float], whole: Sequence[float]) -> Picture:
    """Seconds by loop and by NumPy against the number of entries, and how many times faster the second is."""
    ratios = [slow / quick for slow, quick in zip(loop, whole, strict=True)]
    figure, (times, faster) = picture(10, 3.9, columns=2)
    figure.alt = (
        "Left: seconds against the number of entries, on logarithmic axes. The loop's line rises evenly to "
        f"{readable(loop[-1])} for {sizes[-1]:,} entries; NumPy's is flat at first and ends at {readable(whole[-1])}. "
        f"Right: how many times faster NumPy is, from {ratios[0]:.0f} to {ratios[-1]:.0f}."
    )
    times.loglog(sizes, loop, "o-", color=ORANGE, label="your loop")
    times.loglog(sizes, whole, "D--", color=BLUE, label="your NumPy call")
    times.set(title="seconds for one dot product", xlabel="entries n")
    times.legend()
    faster.loglog(sizes, ratios, "s-", color=BLUE)
    faster.axhline(300, color=GREY, linestyle=":", linewidth=1.5)
    note(faster, "the lecture: about 300", (sizes[0], 300), xytext=(0, 6), textcoords="offset points")
    faster.set(title="loop time divided by NumPy time", xlabel="entries n")
    faster.set_ylim(min(0.5, *ratios) / 1.5, max(1000, *ratios) * 1.5)
    for ax in (times, faster):
        ax.grid()
    return figure


def plot_bars(times: dict[str, float], title: str) -> Picture:
    """One bar for each time, with the time written beside it."""
    figure, ax = picture(8.2, 0.9 + 0.55 * len(times))
    figure.alt = f"Bars. {title}: " + ", ".join(f"{name} {readable(value)}" for name, value in times.items()) + "."
    for place, value in enumerate(times.values()):
        ax.barh(place, value, height=0.6, color=(ORANGE, BLUE, GREY)[place % 3])
        ax.annotate(readable(value), (value, place), xytext=(6, 0), textcoords="offset points", va="center")
    ax.set(xlim=(0, max(times.values()) * 1.15), xlabel="seconds", title=title)
    ax.set_yticks(range(len(times)), list(times))
    ax.invert_yaxis()
    return figure
