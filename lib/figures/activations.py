"""Activation functions with their slopes, and layers that have none."""

from collections.abc import Callable

import numpy as np

from lib.figures.style import BLUE, GREY, INK, ORANGE, Picture, picture


def plot_activations(functions: dict[str, tuple[Callable, Callable]]) -> Picture:
    """For each name (g, its derivative): both curves, and slopes measured on g by a small step to either side."""
    figure, axes = picture(11.5, 3.3, columns=len(functions), sharey=True)
    z = np.linspace(-4, 4, 401)
    places = np.arange(-3.5, 4, 1.0)
    told = []
    for ax, (name, (g, g_prime)) in zip(np.ravel(axes), functions.items()):
        ax.axhline(0, color=GREY, linewidth=0.8)
        ax.axvline(0, color=GREY, linewidth=0.8)
        ax.plot(z, g(z), color=BLUE, label="g(z)")
        slope = np.where(np.abs(z) < 1e-9, np.nan, g_prime(z)) if "ReLU" in name else g_prime(z)
        ax.plot(z, slope, color=ORANGE, linestyle="--", label="your derivative")
        ax.plot(places, measured(g, places), "o", color=INK, markersize=4, label="measured slope of g")
        ax.set(title=name, xlabel="z", xlim=(-4, 4), ylim=(-1.35, 2.6), xticks=[-4, -2, 0, 2, 4])
        told.append(f"{name}: slope {float(np.squeeze(g_prime(np.array([1.0])))):.3g} at z = 1")
    figure.legend(*np.ravel(axes)[0].get_legend_handles_labels(), loc="outside lower center", ncols=3, fontsize=10)
    figure.alt = (
        "Four plots, each with an activation, its derivative as you wrote it, and dots with slopes measured on the "
        "curve, which should lie on it. The sigmoid rises from 0 to 1 and its slope is a bump of height 0.25, "
        "tanh rises from -1 to 1 with a bump of height 1; ReLU is 0, then rises evenly, its slope jumps from 0 to 1; "
        f"leaky ReLU has a slight slope on the left. {'; '.join(told)}."
    )
    return figure


def measured(g: Callable, z: np.ndarray, h: float = 1e-5) -> np.ndarray:
    """The slope of g by a small step to either side."""
    return (np.ravel(g(z + h)) - np.ravel(g(z - h))) / (2 * h)


def plot_bends(networks: dict[str, Callable]) -> Picture:
    """For each name a network of one input, as a curve over that input."""
    figure, axes = picture(10.4, 3.1, columns=len(networks), sharey=True)
    x = np.linspace(-3, 3, 301)
    for ax, (name, network) in zip(axes, networks.items()):
        y = np.array([float(np.squeeze(network(np.array([[value]])))) for value in x])
        ax.axhline(0, color=GREY, linewidth=0.8)
        ax.plot(x, y, color=BLUE, linewidth=2.5)
        chord = y[0] + (y[-1] - y[0]) * (x - x[0]) / (x[-1] - x[0])
        ax.plot(x, chord, color=GREY, linestyle=":", linewidth=1.5)
        apart = np.max(np.abs(y - chord))
        ax.set(title=name, xlabel=f"x\noff the dotted line by up to {apart:.2f}", xlim=(-3, 3))
    axes[0].set_ylabel("what the network gives")
    figure.alt = (
        f"The same weights with different hidden activations: {', '.join(networks)}. Without a bend the curve is a "
        "straight line. With tanh it is a smooth wave, with ReLU a line with a corner for every hidden unit."
    )
    return figure
