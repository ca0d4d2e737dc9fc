"""One neuron."""

import numpy as np

from autograder.spec import Exercise

neuron = Exercise("w1-neuron")


@neuron.part("a price above zero is w times the area, plus b")
def _(rng):
    yield 100.0, 2.0, 50.0
    yield 50.0, -1.5, 99.5
    yield 90.0, 3.0, -40.0
    yield 40.0, 0.25, -9.6  # 0.4 and 0.6: above zero, if not by much
    yield 45.0, 0.2, -8.4
    yield rng.uniform(20, 200), rng.uniform(0.5, 5), rng.uniform(10, 90)


@neuron.part("no price is below zero")
def _(rng):
    yield 50.0, 2.0, -180.0
    yield 60.0, 0.5, -20.0
    yield 20.0, 2.0, -40.0
    yield rng.uniform(20, 40), -rng.uniform(2, 5), rng.uniform(10, 30)


@neuron.mistake(
    "This is the straight line alone. At area 50, w = 2 and b = -180 it gives -80, and nobody is paid to "
    "take a house: the neuron's second step lets no price fall below 0."
)
def line_only(area, w, b):
    return w * area + b


@neuron.mistake(
    "The bias is added after the cut at zero, so with b = -180 a price of 0 becomes -180. Finish the whole "
    "straight line first, then cut."
)
def bias_after_the_cut(area, w, b):
    return max(0, w * area) + b


@neuron.mistake("The bias b is missing: this line always runs through price 0 at area 0.")
def bias_forgotten(area, w, b):
    return max(0, w * area)


@neuron.mistake(
    "The bias is added to the area before the weight multiplies, so b counts w times. The weight belongs to "
    "the area alone."
)
def bias_weighted_too(area, w, b):
    return max(0, w * (area + b))


@neuron.mistake(
    "This takes the smaller of the two numbers: positive prices become 0 and negative ones stay. ReLU keeps the larger."
)
def smaller_kept(area, w, b):
    return min(0, w * area + b)


@neuron.mistake(
    "A price below zero has lost its sign here: -80 became 80. ReLU turns everything below zero into 0 itself."
)
def sign_dropped(area, w, b):
    return abs(w * area + b)


@neuron.mistake("The bias is subtracted. A negative b already lowers the line by itself.")
def bias_subtracted(area, w, b):
    return max(0, w * area - b)


@neuron.mistake("This says only whether the price is above zero. Where it is, the price itself is asked.")
def step(area, w, b):
    return 1.0 if w * area + b > 0 else 0.0


@neuron.mistake(
    "This is a sigmoid, which squeezes every price into the range from 0 to 1. This neuron only cuts off "
    "what is below zero."
)
def squeezed(area, w, b):
    return 1 / (1 + np.exp(-w * area - b))


@neuron.mistake("Prices between 0 and 1 become 0 too. The cut is at 0: every number above it stays as it is.")
def cut_at_one(area, w, b):
    return w * area + b if w * area + b >= 1 else 0


@neuron.mistake(
    "Where the line is below zero nothing comes back. A function that reaches its end without `return` gives "
    "None; the 0 has to be returned too."
)
def nothing_below_zero(area, w, b):
    if w * area + b > 0:
        return w * area + b


@neuron.mistake("Nothing comes back. `print` only shows a number; `return` hands it to whoever called the function.")
def nothing_at_all(area, w, b):
    pass


@neuron.mistake("The price is always 0 here. Where the line is above zero, the price is on the line.")
def always_free(area, w, b):
    return 0.0


@neuron.mistake("The price is cut to a whole number. What stands behind the point belongs to the price.")
def whole_prices(area, w, b):
    return max(0, int(w * area + b))


@neuron.mistake("The price is rounded to a whole number. What stands behind the point belongs to the price.")
def rounded_prices(area, w, b):
    return max(0, round(w * area + b))


@neuron.mistake(
    "w and b are the numbers of the text here, 3 and -60, whatever is given. They are arguments: every neuron has its"
    " own."
)
def numbers_of_the_text(area, w, b):
    return max(0, 3 * area - 60)


@neuron.mistake("Below zero a little of the price is left, as in a leaky ReLU. This neuron gives 0 there.")
def leaking(area, w, b):
    return max(0.01 * (w * area + b), w * area + b)


@neuron.variant
def with_if(area, w, b):
    price = w * area + b
    if price < 0:
        return 0
    return price


@neuron.variant
def with_np_maximum_in_an_array(area, w, b):
    return np.maximum(0.0, np.array([[w]]) @ np.array([[area]]) + b)


@neuron.variant
def with_a_mask(area, w, b):
    z = np.dot(w, area) + b
    return z * (z > 0)


@neuron.variant
def with_clip(area, w, b):
    return np.clip(w * area + b, 0, None)


@neuron.variant
def with_abs(area, w, b):
    return (abs(w * area + b) + w * area + b) / 2
