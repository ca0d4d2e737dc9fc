"""Slopes."""

import numpy as np

from autograder.spec import Exercise, Named


def _slopes_to_find(rng):
    """Wide steps, where one-sided, central and halved differences differ, and narrow ones; up, down and backwards."""
    yield Named("cube"), 2.0, 0.001
    yield Named("cube"), 2.0, 0.5
    yield Named("exponential"), -1.0, 0.25
    yield Named("quartic"), 1.5, 0.1
    yield Named("sine"), rng.uniform(0.2, 1.2), 0.4
    yield Named("cube"), -rng.uniform(0.5, 2), 0.3
    yield Named("square"), -1.5, 0.5  # a falling function, and h to the other side
    yield Named("sine"), rng.uniform(2, 3), 0.2
    yield Named("cube"), 1.0, -0.25


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


@slope.mistake(
    "The slope has lost its sign. Where the function falls the rise is negative, and then the slope is negative too."
)
def sign_lost(f, a, h):
    return abs((f(a + h) - f(a)) / h)


@slope.mistake("The rise has lost its sign. Where the function falls from a to a + h the rise is a negative number.")
def sign_of_the_rise_lost(f, a, h):
    return abs(f(a + h) - f(a)) / h


@slope.mistake(
    "The run has lost its sign. h may be negative: then the step goes to the left, and the run is negative as well."
)
def sign_of_the_run_lost(f, a, h):
    return (f(a + h) - f(a)) / abs(h)


@slope.mistake("This is the slope of the cube, whatever function is given. The function to use is the argument f.")
def always_the_cube(f, a, h):
    return ((a + h) ** 3 - a**3) / h


@slope.mistake("This is 3 times a squared, the exact slope of the cube. Rise over run is asked, of any function f.")
def exact_slope_of_the_cube(f, a, h):
    return 3 * a**2


@slope.mistake(
    "The step always has the same small length here, whatever is given. The caller says how long it is, with h."
)
def always_the_same_step(f, a, h):
    return (f(a + 0.001) - f(a)) / 0.001


@slope.mistake("The rise is divided by a, the place. The run is how far the step goes, and that is h.")
def divided_by_the_place(f, a, h):
    return (f(a + h) - f(a)) / a


@slope.mistake("h is taken for the place where the step ends. It is the length of the step, which begins at a.")
def from_a_to_h(f, a, h):
    return (f(h) - f(a)) / (h - a)


@slope.mistake("The step begins at 2, the place in the text's example. It begins at a.")
def always_from_two(f, a, h):
    return (f(2 + h) - f(2)) / h


@slope.mistake("a itself is subtracted, a place. The rise is a difference of two values of f.")
def place_subtracted(f, a, h):
    return (f(a + h) - a) / h


@slope.mistake("// divides without a remainder, so the slope is cut down to a whole number.")
def whole_slope(f, a, h):
    return (f(a + h) - f(a)) // h


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


@central_slope.mistake(
    "Python divides and multiplies from left to right, before it subtracts: only the second value is halved, and "
    "then multiplied by h. Both the difference and the 2h need brackets."
)
def no_brackets_at_all(f, a, h):
    return f(a + h) - f(a - h) / 2 * h


@central_slope.mistake("This step goes from a - h to a, to the left only. It is to end as far to the right of a.")
def left_side_only(f, a, h):
    return (f(a) - f(a - h)) / h


@central_slope.mistake(
    "The slope has lost its sign. Where the function falls the rise is negative, and then the slope is negative too."
)
def central_sign_lost(f, a, h):
    return abs((f(a + h) - f(a - h)) / (2 * h))


@central_slope.mistake("The rise has lost its sign. Where the function falls the rise is a negative number.")
def sign_of_the_central_rise_lost(f, a, h):
    return abs(f(a + h) - f(a - h)) / (2 * h)


@central_slope.mistake("The run has lost its sign. h may be negative, and then the run is negative as well.")
def sign_of_the_central_run_lost(f, a, h):
    return (f(a + h) - f(a - h)) / (2 * abs(h))


@central_slope.mistake(
    "This is the slope of the cube, whatever function is given. The function to use is the argument f."
)
def always_the_cube_to_both_sides(f, a, h):
    return ((a + h) ** 3 - (a - h) ** 3) / (2 * h)


@central_slope.mistake(
    "This comes out as the exact slope of the cube, 3 times a squared, or nearly so. Rise over run is asked, of any f."
)
def exact_slope_again(f, a, h):
    return 3 * a**2


@central_slope.mistake(
    "The step always has the same small length here, whatever is given. The caller says how long it is, with h."
)
def always_the_same_central_step(f, a, h):
    return (f(a + 0.001) - f(a - 0.001)) / 0.002


@central_slope.mistake(
    "This step goes 2h to the right and starts at a. It is to have a in its middle, one h to either side."
)
def double_step_to_the_right(f, a, h):
    return (f(a + 2 * h) - f(a)) / (2 * h)


@central_slope.mistake("The rise is divided by 2a, a place. The run is how far the step goes, from a - h to a + h.")
def divided_by_twice_the_place(f, a, h):
    return (f(a + h) - f(a - h)) / (2 * a)


@central_slope.mistake(
    "This says how the slope changes, which is the second derivative. The slope itself is one difference of two "
    "values over the run."
)
def second_derivative(f, a, h):
    return (f(a + h) - 2 * f(a) + f(a - h)) / h**2


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
