"""Functions of one number that exercises take as an argument; a key can hold their names."""

import numpy as np


def square(x):
    """x squared."""
    return x**2


def cube(x):
    """x to the third power."""
    return x**3


def quartic(x):
    """x to the fourth power."""
    return x**4


def sine(x):
    """The sine of x, in radians."""
    return np.sin(x)


def exponential(x):
    """e to the power x."""
    return np.exp(x)


def bowl_slope(w):
    """The slope of (w - 3)^2, a bowl whose bottom is at 3."""
    return 2 * (w - 3)


def steep_slope(w):
    """The slope of 5 (w + 1)^2, a narrow bowl whose bottom is at -1."""
    return 10 * (w + 1)


def ripple_slope(w):
    """A slope that is no straight line: w + sin(3w) / 2."""
    return w + 0.5 * np.sin(3 * w)


FUNCTIONS = {
    function.__name__: function
    for function in (square, cube, quartic, sine, exponential, bowl_slope, steep_slope, ripple_slope)
}
