"""Gradient descent."""

import numpy as np

from autograder.spec import Exercise, Named

gradient_descent = Exercise("w1-gradient-descent")


@gradient_descent.part("one step")
def _(rng):
    yield Named("bowl_slope"), 0.0, 0.1, 1
    yield Named("steep_slope"), rng.uniform(1, 2), 0.07, 1
    yield Named("ripple_slope"), -2.0, 0.3, 1


@gradient_descent.part("several steps, every w on the way")
def _(rng):
    yield Named("bowl_slope"), 0.0, 0.1, 4
    yield Named("steep_slope"), rng.uniform(1, 2), 0.15, 3
    yield Named("ripple_slope"), rng.uniform(2, 3), 0.3, 7
    yield Named("bowl_slope"), 3.0, 0.1, 3  # at the bottom from the start
    yield Named("bowl_slope"), 1.0, 0.5, 4  # and after one step: there are as many steps all the same


@gradient_descent.mistake(
    "These steps go uphill: where the slope is positive, w grows and J with it. Go against the slope."
)
def uphill(gradient, w, alpha, iterations):
    visited = [w]
    for _ in range(iterations):
        visited.append(visited[-1] + alpha * gradient(visited[-1]))
    return visited


@gradient_descent.mistake(
    "The start is missing from the list. One step visits two places: where it starts and where it ends."
)
def start_missing(gradient, w, alpha, iterations):
    visited = []
    for _ in range(iterations):
        w = w - alpha * gradient(w)
        visited.append(w)
    return visited


@gradient_descent.mistake(
    "The last w is missing from the list: each w is noted before its step, and nobody notes the end. With "
    "the start, iterations + 1 numbers are asked."
)
def end_missing(gradient, w, alpha, iterations):
    visited = []
    for _ in range(iterations):
        visited.append(w)
        w = w - alpha * gradient(w)
    return visited


@gradient_descent.mistake("The learning rate is missing: the step is the whole slope. alpha makes it shorter.")
def alpha_missing(gradient, w, alpha, iterations):
    visited = [w]
    for _ in range(iterations):
        visited.append(visited[-1] - gradient(visited[-1]))
    return visited


@gradient_descent.mistake(
    "All steps use the slope at the start. The slope changes as w does: ask for it again before each step."
)
def slope_of_the_start(gradient, w, alpha, iterations):
    return [w - step * alpha * gradient(w) for step in range(iterations + 1)]


@gradient_descent.mistake("Only the last w comes back. Every w on the way is asked, as a list, the start first.")
def last_w_only(gradient, w, alpha, iterations):
    for _ in range(iterations):
        w = w - alpha * gradient(w)
    return w


@gradient_descent.mistake(
    "w is replaced by the step, not moved by it. =- is not -=: it assigns the negative of what follows."
)
def replaced_by_the_step(gradient, w, alpha, iterations):
    visited = [w]
    for _ in range(iterations):
        visited.append(-alpha * gradient(visited[-1]))
    return visited


@gradient_descent.mistake(
    "There is one step too many. The start is no step: iterations steps visit iterations + 1 places."
)
def one_step_too_many(gradient, w, alpha, iterations):
    visited = [w]
    for _ in range(iterations + 1):
        visited.append(visited[-1] - alpha * gradient(visited[-1]))
    return visited


@gradient_descent.mistake(
    "Each step starts from the same place: the new w goes into the list, but w itself never moves."
)
def w_never_moved(gradient, w, alpha, iterations):
    return [w] + [w - alpha * gradient(w)] * iterations


@gradient_descent.mistake(
    "The list is returned from inside the loop, after one step. `return` ends the function: it belongs behind the loop."
)
def path_returned_too_early(gradient, w, alpha, iterations):
    return [w, w - alpha * gradient(w)]


@gradient_descent.mistake("gradient is a function. It has to be called with a w before there is a number to multiply.")
def gradient_not_called(gradient, w, alpha, iterations):
    return [w, w - alpha * gradient]


@gradient_descent.mistake(
    "The descent stops when it has arrived, so the list is too short. Take as many steps as iterations says; at "
    "the bottom they lead nowhere, and that is fine."
)
def stopped_on_arrival(gradient, w, alpha, iterations):
    visited = [w]
    for _ in range(iterations):
        if abs(gradient(w)) < 1e-9:
            break
        w = w - alpha * gradient(w)
        visited.append(w)
    return visited


@gradient_descent.mistake("The learning rate is the 0.25 of the example, whatever is given. It is an argument, alpha.")
def alpha_of_the_example(gradient, w, alpha, iterations):
    visited = [w]
    for _ in range(iterations):
        visited.append(visited[-1] - 0.25 * gradient(visited[-1]))
    return visited


@gradient_descent.mistake("The learning rate is fixed at 0.1 here, whatever is given. It is an argument, alpha.")
def alpha_of_one_tenth(gradient, w, alpha, iterations):
    visited = [w]
    for _ in range(iterations):
        visited.append(visited[-1] - 0.1 * gradient(visited[-1]))
    return visited


@gradient_descent.mistake("The descent starts at 0, whatever is given. Where it starts the caller says, with w.")
def start_at_zero(gradient, w, alpha, iterations):
    visited = [0.0]
    for _ in range(iterations):
        visited.append(visited[-1] - alpha * gradient(visited[-1]))
    return visited


@gradient_descent.mistake(
    "Every slope is that of the bowl. The slope to follow is the argument `gradient`, a function."
)
def always_the_bowl(gradient, w, alpha, iterations):
    visited = [w]
    for _ in range(iterations):
        visited.append(visited[-1] - alpha * 2 * (visited[-1] - 3))
    return visited


@gradient_descent.mistake("w never moves: the same number stands in the list again and again.")
def no_step_at_all(gradient, w, alpha, iterations):
    return [w] * (iterations + 1)


@gradient_descent.mistake(
    "The list holds slopes. The places are asked: the w from which each step starts, and the end."
)
def slopes_in_the_list(gradient, w, alpha, iterations):
    visited = [w]
    for _ in range(iterations):
        w = w - alpha * gradient(w)
        visited.append(gradient(w))
    return visited


@gradient_descent.mistake(
    "Start and step have changed places: the start is subtracted from the step, so w jumps to the other side of 0."
)
def step_minus_start(gradient, w, alpha, iterations):
    visited = [w]
    for _ in range(iterations):
        visited.append(alpha * gradient(visited[-1]) - visited[-1])
    return visited


@gradient_descent.mistake(
    "Each step is multiplied by w too. Its length is the learning rate times the slope, nothing more."
)
def step_times_w(gradient, w, alpha, iterations):
    visited = [w]
    for _ in range(iterations):
        visited.append(visited[-1] - alpha * gradient(visited[-1]) * visited[-1])
    return visited


@gradient_descent.mistake(
    "The steps are divided by how many there are, so more iterations lead no further. Every step is alpha times the "
    "slope."
)
def divided_by_iterations(gradient, w, alpha, iterations):
    visited = [w]
    for _ in range(iterations):
        visited.append(visited[-1] - alpha * gradient(visited[-1]) / iterations)
    return visited


@gradient_descent.mistake(
    "The learning rate shrinks from step to step here. It is to stay the same, alpha, all the way."
)
def shrinking_alpha(gradient, w, alpha, iterations):
    visited = [w]
    for step in range(iterations):
        visited.append(visited[-1] - alpha / (step + 1) * gradient(visited[-1]))
    return visited


@gradient_descent.variant
def with_while(gradient, w, alpha, iterations):
    path = [w]
    while len(path) <= iterations:
        path += [path[-1] - alpha * gradient(path[-1])]
    return tuple(path)


@gradient_descent.variant
def into_an_array(gradient, w, alpha, iterations):
    path = np.zeros(iterations + 1)
    path[0] = w
    for i in range(iterations):
        path[i + 1] = path[i] - alpha * gradient(path[i])
    return path


@gradient_descent.variant
def path_by_recursion(gradient, w, alpha, iterations):
    if iterations == 0:
        return [w]
    return [w, *path_by_recursion(gradient, w - alpha * gradient(w), alpha, iterations - 1)]


@gradient_descent.variant
def array_changed_in_place(gradient, w, alpha, iterations):
    w, visited = np.array([[w]]), []
    for _ in range(iterations):
        visited.append(w.copy())
        w -= alpha * gradient(w)
    return [*visited, w]
