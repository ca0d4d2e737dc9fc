"""Functions of a number, an array or a dict of arrays that exercises take as an argument; a key can hold a name."""

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


def tanh(z):
    """The hyperbolic tangent of z, entry by entry."""
    return np.tanh(z)


def softplus(z):
    """log(1 + e^z), entry by entry: 0 far to the left, z far to the right, and round in between."""
    return np.logaddexp(0, z)


def bell(z):
    """e to the power -z^2, entry by entry: 1 at z = 0, and falling to both sides."""
    return np.exp(-np.square(z))


def _entries(parameters):
    """All entries of a dict's arrays in one row, in the order of their names, as fractions."""
    return np.concatenate([np.ravel(parameters[name]) for name in sorted(parameters)]).astype(float)


def growing_squares(parameters):
    """v1^2 + 2 v2^2 + 3 v3^2 + ..., over all entries of a dict of arrays."""
    v = _entries(parameters)
    return np.sum(np.arange(1, v.size + 1) * v**2)


def growing_cubes(parameters):
    """v1^3 + 2 v2^3 + 3 v3^3 + ..., over all entries of a dict of arrays."""
    v = _entries(parameters)
    return np.sum(np.arange(1, v.size + 1) * v**3)


def neighbours(parameters):
    """sin(v1) v2 + 2 sin(v2) v3 + ... + e^v1: here the slope by one entry depends on those beside it."""
    v = _entries(parameters)
    return np.sum(np.arange(1, v.size) * np.sin(v[:-1]) * v[1:]) + np.exp(v[0])


FUNCTIONS = {
    function.__name__: function
    for function in (
        *(square, cube, quartic, sine, exponential, bowl_slope, steep_slope, ripple_slope),
        *(tanh, softplus, bell, growing_squares, growing_cubes, neighbours),
    )
}
