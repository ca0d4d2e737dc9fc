# %% [markdown] id="w4-title"
# # Skeleton

# %% id="w4-imports"
import numpy as np
from IPython.display import display

from lib.check import check
from lib.waiting import once_written


# %% nbgrader={"grade_id": "w4-shapes-code", "solution": true}
def array_shapes(layer_dims, m):
    """The shape of every array of a network.

    layer_dims: a list of sizes [n_x, n_1, ..., n_L]; m: how many examples.
    Returns a dict from name to shape (a tuple): for each layer l from 1 to L "W1", "b1", "Z1", "A1", and their gradients
    "dW1", "db1", "dZ1", "dA1".
    array_shapes([3, 2], 5)["W1"] is (2, 3).
    """
    ### BEGIN SOLUTION
    shapes = {}
    for l in range(1, len(layer_dims)):
        n, n_prev = layer_dims[l], layer_dims[l - 1]
        for name, shape in {"W": (n, n_prev), "b": (n, 1), "Z": (n, m), "A": (n, m)}.items():
            shapes[f"{name}{l}"] = shapes[f"d{name}{l}"] = shape
    return shapes
    ### END SOLUTION


# %% nbgrader={"grade_id": "w4-shapes", "grade": true, "points": 2}
check("w4-shapes", array_shapes)


# %% nbgrader={"grade_id": "w4-wrong-shapes-code", "solution": true}
def wrong_shapes(arrays, layer_dims, m):
    """The names of the arrays that don't have the shape they should have.

    arrays: a dict from names as in array_shapes to arrays, not necessarily all of them; layer_dims, m: as in array_shapes.
    Returns a list of names, in the order of `arrays`; empty if all is well. No array is reshaped, no broadcasting is assumed.
    """
    ### BEGIN SOLUTION
    shapes = array_shapes(layer_dims, m)
    return [name for name, array in arrays.items() if np.shape(array) != shapes[name]]
    ### END SOLUTION


# %% nbgrader={"grade_id": "w4-wrong-shapes", "grade": true, "points": 2}
check("w4-wrong-shapes", wrong_shapes)


# %% nbgrader={"grade_id": "w4-initialize-code", "solution": true}
def initialize_parameters_deep(layer_dims, rng):
    """Random weights scaled by fan-in, and zero biases.

    layer_dims: a list of sizes [n_x, n_1, ..., n_L]; rng: a NumPy generator.
    Returns a dict: "Wl" (n_l, n_{l-1}), normal with mean 0 and standard deviation sqrt(2 / n_{l-1}); "bl" (n_l, 1), zeros.
    """
    ### BEGIN SOLUTION
    parameters = {}
    for l in range(1, len(layer_dims)):
        n, n_prev = layer_dims[l], layer_dims[l - 1]
        parameters[f"W{l}"] = rng.standard_normal((n, n_prev)) * np.sqrt(2 / n_prev)
        parameters[f"b{l}"] = np.zeros((n, 1))
    return parameters
    ### END SOLUTION


# %% nbgrader={"grade_id": "w4-initialize", "grade": true, "points": 2}
check("w4-initialize", initialize_parameters_deep)


# %% nbgrader={"grade_id": "w4-linear-forward-code", "solution": true}
def linear_forward(A, W, b):
    """The linear step of one layer.

    A: what the layer before gave (n_prev, m); W (n, n_prev); b (n, 1).
    Returns Z (n, m), and a cache: the tuple (A, W, b).
    """
    ### BEGIN SOLUTION
    return W @ A + b, (A, W, b)
    ### END SOLUTION


# %% nbgrader={"grade_id": "w4-linear-forward", "grade": true, "points": 1}
check("w4-linear-forward", linear_forward)


# %% id="w4-sigmoid"
def sigmoid(z):
    """The sigmoid by way of tanh, entry by entry, with no nan however large z is: week 3's."""
    return (1 + np.tanh(np.asarray(z) / 2)) / 2


# %% nbgrader={"grade_id": "w4-linear-activation-forward-code", "solution": true}
def linear_activation_forward(A_prev, W, b, activation):
    """One whole layer.

    A_prev (n_prev, m); W (n, n_prev); b (n, 1); activation: "relu" or "sigmoid".
    Returns A (n, m), and a cache: the tuple (linear_cache, Z), where linear_cache is that of linear_forward.
    """
    ### BEGIN SOLUTION
    Z, linear_cache = linear_forward(A_prev, W, b)
    A = sigmoid(Z) if activation == "sigmoid" else np.maximum(Z, 0)
    return A, (linear_cache, Z)
    ### END SOLUTION


# %% nbgrader={"grade_id": "w4-linear-activation-forward", "grade": true, "points": 2}
check("w4-linear-activation-forward", linear_activation_forward)


# %% nbgrader={"grade_id": "w4-forward-code", "solution": true}
def L_model_forward(X, parameters):
    """The whole network: ReLU in layers 1 to L - 1, sigmoid in layer L.

    X: examples as columns (n_x, m); parameters: "W1", "b1", ..., "WL", "bL".
    Returns AL (n_L, m), and the list of the caches of layers 1 to L.
    """
    ### BEGIN SOLUTION
    L = len(parameters) // 2
    A, caches = X, []
    for l in range(1, L + 1):
        activation = "sigmoid" if l == L else "relu"
        A, cache = linear_activation_forward(A, parameters[f"W{l}"], parameters[f"b{l}"], activation)
        caches.append(cache)
    return A, caches
    ### END SOLUTION


# %% nbgrader={"grade_id": "w4-forward", "grade": true, "points": 3}
check("w4-forward", L_model_forward)


# %% nbgrader={"grade_id": "w4-cost-code", "solution": true}
def compute_cost(AL, Y):
    """The mean log loss, finite also where a probability is exactly 0 or 1.

    AL: probabilities (1, m); Y: labels (1, m). Returns one number.
    """
    ### BEGIN SOLUTION
    A = np.clip(AL, 1e-12, 1 - 1e-12)
    return np.mean(-Y * np.log(A) - (1 - Y) * np.log(1 - A))
    ### END SOLUTION


# %% nbgrader={"grade_id": "w4-cost", "grade": true, "points": 1}
check("w4-cost", compute_cost)


# %% nbgrader={"grade_id": "w4-linear-backward-code", "solution": true}
def linear_backward(dZ, cache):
    """Back through the linear step of one layer.

    dZ: (n, m); cache: the tuple (A_prev, W, b) of linear_forward.
    Returns dA_prev (n_prev, m), dW (n, n_prev), db (n, 1); dW and db are means over the m examples.
    """
    ### BEGIN SOLUTION
    A_prev, W, _ = cache
    m = A_prev.shape[1]
    return W.T @ dZ, dZ @ A_prev.T / m, dZ.sum(axis=1, keepdims=True) / m
    ### END SOLUTION


# %% nbgrader={"grade_id": "w4-linear-backward", "grade": true, "points": 3}
check("w4-linear-backward", linear_backward)


# %% nbgrader={"grade_id": "w4-linear-activation-backward-code", "solution": true}
def linear_activation_backward(dA, cache, activation):
    """Back through one whole layer.

    dA: (n, m); cache: the tuple (linear_cache, Z) of linear_activation_forward; activation: "relu" or "sigmoid".
    Returns dA_prev (n_prev, m), dW (n, n_prev), db (n, 1).
    """
    ### BEGIN SOLUTION
    linear_cache, Z = cache
    if activation == "sigmoid":
        a = sigmoid(Z)
        slope = a * (1 - a)
    else:
        slope = Z > 0
    return linear_backward(dA * slope, linear_cache)
    ### END SOLUTION


# %% nbgrader={"grade_id": "w4-linear-activation-backward", "grade": true, "points": 3}
check("w4-linear-activation-backward", linear_activation_backward)


# %% nbgrader={"grade_id": "w4-backward-code", "solution": true}
def L_model_backward(AL, Y, caches):
    """The gradients of the cost through the whole network.

    AL (1, m), caches: as L_model_forward returned them; Y: labels (1, m).
    Returns a dict: for each layer l from 1 to L "dWl", "dbl", and "dA0" to "dA{L-1}", the gradients of what goes into the layers.
    """
    ### BEGIN SOLUTION
    L = len(caches)
    grads = {}
    dZ = AL - Y  # dA times the slope of the sigmoid, without dividing by a probability that may be 0
    grads[f"dA{L - 1}"], grads[f"dW{L}"], grads[f"db{L}"] = linear_backward(dZ, caches[-1][0])
    for l in range(L - 1, 0, -1):
        found = linear_activation_backward(grads[f"dA{l}"], caches[l - 1], "relu")
        grads[f"dA{l - 1}"], grads[f"dW{l}"], grads[f"db{l}"] = found
    return grads
    ### END SOLUTION


# %% nbgrader={"grade_id": "w4-backward", "grade": true, "points": 4}
check("w4-backward", L_model_backward)


# %% nbgrader={"grade_id": "w4-update-code", "solution": true}
def update_parameters(parameters, grads, learning_rate):
    """One step of gradient descent.

    parameters: "W1", "b1", ...; grads: "dW1", "db1", ... and maybe more; learning_rate: a number.
    Returns a new dict of parameters; the given one stays as it was.
    """
    ### BEGIN SOLUTION
    return {name: value - learning_rate * grads["d" + name] for name, value in parameters.items()}
    ### END SOLUTION


# %% nbgrader={"grade_id": "w4-update", "grade": true, "points": 1}
check("w4-update", update_parameters)


# %% nbgrader={"grade_id": "w4-gradient-check-code", "solution": true}
def gradient_check(parameters, grads, X, Y, h=1e-5):
    """How far each gradient is from the measured slopes of the cost.

    parameters: of any depth; grads: what a backward pass gave for them, "dW1", "db1", ...; X (n_x, m); Y (1, m); h: the step.
    Returns a dict from each parameter's name to ||d - s|| / (||d|| + ||s||), where d is its gradient in grads and s holds the central
    differences of the cost; 0 where both are all zeros. parameters stays as it was.
    """

    ### BEGIN SOLUTION
    def cost(changed):
        return compute_cost(L_model_forward(X, changed)[0], Y)

    errors = {}
    for name, array in parameters.items():
        slopes = np.zeros(array.shape)
        for place in np.ndindex(array.shape):
            step = np.zeros(array.shape)
            step[place] = h
            slopes[place] = (cost({**parameters, name: array + step}) - cost({**parameters, name: array - step})) / (
                2 * h
            )
        d = grads["d" + name]
        size = np.linalg.norm(d) + np.linalg.norm(slopes)
        errors[name] = np.linalg.norm(d - slopes) / size if size else 0.0
    return errors
    ### END SOLUTION


# %% nbgrader={"grade_id": "w4-gradient-check", "grade": true, "points": 3}
check("w4-gradient-check", gradient_check)


# %% nbgrader={"grade_id": "w4-train-code", "solution": true}
def train(parameters, X, Y, num_iterations, learning_rate):
    """Gradient descent from given parameters.

    parameters: where to start, of any depth; X (n_x, m); Y (1, m); num_iterations: how many steps; learning_rate: a number.
    Returns the parameters after the last step, and a list with the cost before each step. The given parameters stay as they were.
    """
    ### BEGIN SOLUTION
    costs = []
    for _ in range(num_iterations):
        AL, caches = L_model_forward(X, parameters)
        costs.append(compute_cost(AL, Y))
        parameters = update_parameters(parameters, L_model_backward(AL, Y, caches), learning_rate)
    return parameters, costs
    ### END SOLUTION


# %% nbgrader={"grade_id": "w4-train", "grade": true, "points": 3}
check("w4-train", train)


# %% nbgrader={"grade_id": "w4-xor-code", "solution": true}
def xor(A, B):
    """The exclusive or of two bits by a network of ReLU units.

    A, B: arrays of the same shape, zeros and ones. Returns that shape: 1 where exactly one of the two is 1.
    Two hidden units, relu(A + B) and relu(A + B - 1), and a linear output that adds and subtracts them.
    """
    ### BEGIN SOLUTION
    return np.maximum(A + B, 0) - 2 * np.maximum(A + B - 1, 0)
    ### END SOLUTION


# %% nbgrader={"grade_id": "w4-xor", "grade": true, "points": 2}
check("w4-xor", xor)


# %% nbgrader={"grade_id": "w4-parity-code", "solution": true}
def parity(bits):
    """Whether the number of ones is odd, by a tree of xor units.

    bits: (n, m), zeros and ones, one example a column; n from 1 on, not always a power of two.
    Returns (1, m): 1 where the column has an odd number of ones. Each level halves the number of rows; a row left over passes on.
    """
    ### BEGIN SOLUTION
    while len(bits) > 1:
        half = len(bits) // 2
        pairs = xor(bits[:half], bits[half : 2 * half])
        bits = np.concatenate([pairs, bits[2 * half :]])
    return bits
    ### END SOLUTION


# %% nbgrader={"grade_id": "w4-parity", "grade": true, "points": 3}
check("w4-parity", parity)


# %% nbgrader={"grade_id": "w4-parity-sizes-code", "solution": true}
def parity_sizes(n):
    """What the parity of n bits costs, deep and with a single hidden layer.

    n: how many bits, from 1 on. Returns a dict: "levels": levels of xor units in the tree; "deep": xor units in it;
    "shallow": hidden units of a single layer that has one for each odd pattern, 2^(n - 1).
    parity_sizes(8) is {"levels": 3, "deep": 7, "shallow": 128}.
    """
    ### BEGIN SOLUTION
    levels, width = 0, n
    while width > 1:
        width = (width + 1) // 2
        levels += 1
    return {"levels": levels, "deep": n - 1, "shallow": 2 ** (n - 1)}
    ### END SOLUTION


# %% nbgrader={"grade_id": "w4-parity-sizes", "grade": true, "points": 2}
check("w4-parity-sizes", parity_sizes)
