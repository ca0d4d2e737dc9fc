"""Random networks of any depth, and passes through them that can be led astray: what this week's specs share.

Written out here rather than called from the solutions, so that a mistake is whole in itself.
"""

import numpy as np

from autograder.exercises.drawing import examples


def network(rng: np.random.Generator, layer_dims: list[int]) -> dict[str, np.ndarray]:
    """Parameters "W1", "b1", ..., with biases large enough for their absence to show."""
    parameters = {}
    for l in range(1, len(layer_dims)):
        n, n_prev = layer_dims[l], layer_dims[l - 1]
        parameters[f"W{l}"] = rng.normal(size=(n, n_prev)) / np.sqrt(n_prev)
        parameters[f"b{l}"] = rng.uniform(0.2, 0.7, size=(n, 1)) * rng.choice([1.0, 1.0, -1.0], size=(n, 1))
    return parameters


def task(rng: np.random.Generator, layer_dims: list[int], m: int) -> tuple[dict, np.ndarray, np.ndarray]:
    """Parameters, X and Y."""
    return network(rng, layer_dims), *examples(rng, layer_dims[0], m)


def relu(Z):
    """Z where it is positive, else 0."""
    return np.maximum(Z, 0)


def relu_slope(Z):
    """1 where Z is positive, else 0."""
    return Z > 0


def logistic(Z):
    """The sigmoid."""
    return (1 + np.tanh(Z / 2)) / 2


def passed(X, parameters, hidden=None, last=None):
    """AL and the caches of all layers; `hidden` (ReLU) in layers 1 to L - 1, `last` (the sigmoid) in layer L."""
    L = len(parameters) // 2
    A, caches, hidden, last = X, [], hidden or relu, last or logistic
    for l in range(1, L + 1):
        W, b = parameters["W" + str(l)], parameters["b" + str(l)]
        Z = np.dot(W, A) + b
        caches.append(((A, W, b), Z))
        A = last(Z) if l == L else hidden(Z)
    return A, caches


def returned(dZ, caches, slope=None, m=None):
    """The gradients of all layers from the last layer's dZ; `slope` is that of the hidden layers, else ReLU's."""
    grads, L = {}, len(caches)
    m, slope = m or dZ.shape[1], slope or relu_slope
    for l in range(L, 0, -1):
        (A_prev, W, _), Z = caches[l - 1]
        dZ = dZ if l == L else grads["dA" + str(l)] * slope(Z)
        grads["dW" + str(l)] = np.dot(dZ, A_prev.T) / m
        grads["db" + str(l)] = np.sum(dZ, axis=1, keepdims=True) / m
        grads["dA" + str(l - 1)] = np.dot(W.T, dZ)
    return grads


def mean_loss(parameters, X, Y):
    """The cost of a network's predictions."""
    A = np.clip(passed(X, parameters)[0], 1e-12, 1 - 1e-12)
    return -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))


def slopes(parameters, name, X, Y, h):
    """The measured slopes of the cost by every entry of the parameter `name`."""
    array = parameters[name]
    found = np.zeros(array.shape)
    for place in np.ndindex(array.shape):
        step = np.zeros(array.shape)
        step[place] = h
        above, below = ({**parameters, name: array + sign * step} for sign in (1, -1))
        found[place] = (mean_loss(above, X, Y) - mean_loss(below, X, Y)) / (2 * h)
    return found
