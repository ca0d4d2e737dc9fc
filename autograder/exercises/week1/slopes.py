"""Slopes."""

import numpy as np

from autograder.spec import Exercise, Named


def _slopes_to_find(rng):
    """Wide steps, where one-sided, central and halved differences differ, and narrow ones."""
    yield Named("cube"), 2.0, 0.001
    yield Named("cube"), 2.0, 0.5
    yield Named("exponential"), -1.0, 0.25
    yield Named("quartic"), 1.5, 0.1
    yield Named("sine"), rng.uniform(0.2, 1.2), 0.4
    yield Named("cube"), -rng.uniform(0.5, 2), 0.3


slope = Exercise("w1-slope")
slope.part("rise over run, for wide and for narrow steps")(_slopes_to_find)


@slope.mistake(
    "This is the rise alone: for a step of 0.001 it is about 0.012 where the slope is 12. Divide it by the run."
)
def rise_only(f, a, h):
    return f(a + h) - f(a)


@slope.mistake("This steps to both sides of a. That is the next exercise; here the step goes from a to a + h.")
def both_sides(f, a, h):
    return (f(a + h) - f(a - h)) / (2 * h)


@slope.mistake("This steps to the left, from a - h to a. The step asked for goes to the right.")
def to_the_left(f, a, h):
    return (f(a) - f(a - h)) / h


@slope.mistake("The run is the length of the step, h. a + h is where the step ends.")
def run_from_zero(f, a, h):
    return (f(a + h) - f(a)) / (a + h)


@slope.mistake(
    "Python divides before it subtracts, so only the second value is divided by h. The difference needs brackets."
)
def rise_without_brackets(f, a, h):
    return f(a + h) - f(a) / h


@slope.mistake("This is run over rise. For a steep curve it is small, and it should be large.")
def run_over_rise(f, a, h):
    return h / (f(a + h) - f(a))


@slope.mistake(
    "h is added to the value of f, so every slope comes out as 1. The step is taken on the input: what is f there?"
)
def step_on_the_output(f, a, h):
    return (f(a) + h - f(a)) / h


@slope.mistake("Start and end are exchanged, so a rising curve gets a negative slope.")
def start_minus_end(f, a, h):
    return (f(a) - f(a + h)) / h


@slope.mistake("The step has length h, once. Divided by 2h the slope comes out half as large.")
def halved(f, a, h):
    return (f(a + h) - f(a)) / (2 * h)


@slope.mistake("The step ends at h itself. It starts at a, so it ends h further on.")
def end_at_h(f, a, h):
    return (f(h) - f(a)) / h


@slope.variant
def rise_and_run(f, a, h):
    rise = f(a + h) - f(a)
    run = (a + h) - a
    return np.divide(rise, run)


@slope.variant
def by_diff(f, a, h):
    return np.diff([f(a), f(a + h)]) / h


@slope.variant
def term_by_term(f, a, h):
    return np.array([[f(a + h) / h - f(a) / h]])


@slope.variant
def backwards_twice(f, a, h):
    return (f(a) - f(a + h)) / -h


central_slope = Exercise("w1-central-slope")
central_slope.part("a step to either side, wide and narrow")(_slopes_to_find)


@central_slope.mistake(
    "From a - h to a + h the run is two steps long. Divided by h alone, the slope is twice too large."
)
def divided_by_one_step(f, a, h):
    return (f(a + h) - f(a - h)) / h


@central_slope.mistake(
    "This is the one-sided slope. Let the rise start as far to the left of a as it ends to the right."
)
def one_sided(f, a, h):
    return (f(a + h) - f(a)) / h


@central_slope.mistake(
    "/ 2 * h divides by 2 and then multiplies by h, because Python works from left to right. 2h needs brackets."
)
def times_h(f, a, h):
    return (f(a + h) - f(a - h)) / 2 * h


@central_slope.mistake("The step starts at a but is divided by two steps. It is to start at a - h.")
def one_step_over_two(f, a, h):
    return (f(a + h) - f(a)) / (2 * h)


@central_slope.mistake("The two values are added. A rise is a difference.")
def values_added(f, a, h):
    return (f(a + h) + f(a - h)) / (2 * h)


@central_slope.mistake(
    "Half steps to either side give a fine slope too, with another error. Here the step to each side is a whole h."
)
def half_steps(f, a, h):
    return (f(a + h / 2) - f(a - h / 2)) / h


@central_slope.mistake("This is the rise alone. Divide it by the run, which is two steps long.")
def central_rise_only(f, a, h):
    return f(a + h) - f(a - h)


@central_slope.mistake("Left and right are exchanged, so a rising curve gets a negative slope.")
def left_minus_right(f, a, h):
    return (f(a - h) - f(a + h)) / (2 * h)


@central_slope.mistake(
    "The difference is halved, but h is missing in the denominator. The run is two steps of length h."
)
def h_forgotten(f, a, h):
    return (f(a + h) - f(a - h)) / 2


@central_slope.mistake(
    "Python divides before it subtracts, so only the second value is divided. The difference needs brackets."
)
def central_rise_without_brackets(f, a, h):
    return f(a + h) - f(a - h) / (2 * h)


@central_slope.variant
def mean_of_two_slopes(f, a, h):
    right = (f(a + h) - f(a)) / h
    left = (f(a) - f(a - h)) / h
    return (left + right) / 2


@central_slope.variant
def divided_twice(f, a, h):
    return (f(a + h) - f(a - h)) / h / 2


@central_slope.variant
def weights_and_values(f, a, h):
    return np.array([[1, -1]]) @ np.array([[f(a + h)], [f(a - h)]]) * 0.5 / h


@central_slope.variant
def by_ends(f, a, h):
    start, end = a - h, a + h
    return np.asarray((f(end) - f(start)) / (end - start))
