# %% [markdown] id="w3-title"
# # Skeleton

# %% id="w3-imports"
import numpy as np
from IPython.display import display

from lib.check import check
from lib.waiting import once_written


# %% nbgrader={"grade_id": "w3-layer-sizes-code", "solution": true}
def layer_sizes(X, Y, n_h):
    """How many units each layer has.

    X: examples as columns (n_x, m); Y: labels (n_y, m); n_h: units in the hidden layer.
    Returns n_x, n_h, n_y.
    layer_sizes(np.zeros((2, 5)), np.zeros((1, 5)), 4) is (2, 4, 1).
    """
    ### BEGIN SOLUTION
    return X.shape[0], n_h, Y.shape[0]
    ### END SOLUTION


# %% nbgrader={"grade_id": "w3-layer-sizes", "grade": true, "points": 1}
check("w3-layer-sizes", layer_sizes)


# %% nbgrader={"grade_id": "w3-sigmoid-code", "solution": true}
def sigmoid(z):
    """The sigmoid of z, entry by entry, with no nan however large z is.

    z: a number or an array of any shape. Returns the same shape.
    sigmoid(np.array([-1000.0, 0.0, 1000.0])) is [0, 0.5, 1].
    """
    ### BEGIN SOLUTION
    return (1 + np.tanh(np.asarray(z) / 2)) / 2
    ### END SOLUTION


# %% nbgrader={"grade_id": "w3-sigmoid", "grade": true, "points": 1}
check("w3-sigmoid", sigmoid)


# %% nbgrader={"grade_id": "w3-neurons-code", "solution": true}
def forward_by_neurons(x, W1, b1, W2, b2):
    """One example through the network, neuron by neuron: tanh in the hidden layer, sigmoid at the output.

    x: one example (n_x, 1); W1 (n_h, n_x), b1 (n_h, 1); W2 (n_y, n_h), b2 (n_y, 1).
    Returns a1 (n_h, 1) and a2 (n_y, 1).
    """
    ### BEGIN SOLUTION
    a1, a2 = np.zeros(b1.shape), np.zeros(b2.shape)
    for i in range(len(W1)):
        z = np.dot(W1[i], x[:, 0]) + b1[i, 0]
        a1[i, 0] = np.tanh(z)
    for i in range(len(W2)):
        z = np.dot(W2[i], a1[:, 0]) + b2[i, 0]
        a2[i, 0] = sigmoid(z)
    return a1, a2
    ### END SOLUTION


# %% nbgrader={"grade_id": "w3-neurons", "grade": true, "points": 2}
check("w3-neurons", forward_by_neurons)


# %% nbgrader={"grade_id": "w3-layer-code", "solution": true}
def layer_forward(a_prev, W, b, g):
    """One layer at once, for one example.

    a_prev: what the layer before gives (n_prev, 1); W (n, n_prev); b (n, 1); g: the activation, a function.
    Returns z (n, 1) and a = g(z) (n, 1). No loop.
    """
    ### BEGIN SOLUTION
    z = W @ a_prev + b
    return z, g(z)
    ### END SOLUTION


# %% nbgrader={"grade_id": "w3-layer", "grade": true, "points": 2}
check("w3-layer", layer_forward)


# %% nbgrader={"grade_id": "w3-forward-code", "solution": true}
def forward_propagation(X, parameters):
    """All examples through the network: tanh in the hidden layer, sigmoid at the output.

    X: examples as columns (n_x, m); parameters: a dict with "W1" (n_h, n_x), "b1" (n_h, 1), "W2" (n_y, n_h), "b2" (n_y, 1).
    Returns A2 (n_y, m), and a cache: a dict with "Z1", "A1" (n_h, m) and "Z2", "A2" (n_y, m). No loop.
    """
    ### BEGIN SOLUTION
    Z1 = parameters["W1"] @ X + parameters["b1"]
    A1 = np.tanh(Z1)
    Z2 = parameters["W2"] @ A1 + parameters["b2"]
    A2 = sigmoid(Z2)
    return A2, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}
    ### END SOLUTION


# %% nbgrader={"grade_id": "w3-forward", "grade": true, "points": 3}
check("w3-forward", forward_propagation)


# %% nbgrader={"grade_id": "w3-relu-code", "solution": true}
def relu(z):
    """z where it is positive, 0 elsewhere.

    z: a number or an array of any shape. Returns the same shape.
    """
    ### BEGIN SOLUTION
    return np.maximum(z, 0)
    ### END SOLUTION


# %% nbgrader={"grade_id": "w3-relu", "grade": true, "points": 1}
check("w3-relu", relu)


# %% nbgrader={"grade_id": "w3-leaky-relu-code", "solution": true}
def leaky_relu(z, slope=0.01):
    """z where it is positive, slope times z elsewhere.

    z: a number or an array of any shape; slope: a number between 0 and 1. Returns the same shape.
    """
    ### BEGIN SOLUTION
    return np.where(np.asarray(z) > 0, z, slope * np.asarray(z))
    ### END SOLUTION


# %% nbgrader={"grade_id": "w3-leaky-relu", "grade": true, "points": 1}
check("w3-leaky-relu", leaky_relu)


# %% nbgrader={"grade_id": "w3-sigmoid-derivative-code", "solution": true}
def sigmoid_derivative(z):
    """The slope of the sigmoid at z, entry by entry.

    z: a number or an array of any shape, not an activation. Returns the same shape.
    sigmoid_derivative(0) is 0.25.
    """
    ### BEGIN SOLUTION
    a = sigmoid(z)
    return a * (1 - a)
    ### END SOLUTION


# %% nbgrader={"grade_id": "w3-sigmoid-derivative", "grade": true, "points": 1}
check("w3-sigmoid-derivative", sigmoid_derivative)


# %% nbgrader={"grade_id": "w3-tanh-derivative-code", "solution": true}
def tanh_derivative(z):
    """The slope of tanh at z, entry by entry.

    z: a number or an array of any shape, not an activation. Returns the same shape.
    tanh_derivative(0) is 1.
    """
    ### BEGIN SOLUTION
    return 1 - np.tanh(z) ** 2
    ### END SOLUTION


# %% nbgrader={"grade_id": "w3-tanh-derivative", "grade": true, "points": 1}
check("w3-tanh-derivative", tanh_derivative)


# %% nbgrader={"grade_id": "w3-relu-derivative-code", "solution": true}
def relu_derivative(z):
    """The slope of ReLU at z, entry by entry; at z = 0 the course takes 0.

    z: a number or an array of any shape. Returns the same shape: 1 where z is positive, 0 elsewhere.
    """
    ### BEGIN SOLUTION
    return np.where(np.asarray(z) > 0, 1.0, 0.0)
    ### END SOLUTION


# %% nbgrader={"grade_id": "w3-relu-derivative", "grade": true, "points": 1}
check("w3-relu-derivative", relu_derivative)


# %% nbgrader={"grade_id": "w3-leaky-relu-derivative-code", "solution": true}
def leaky_relu_derivative(z, slope=0.01):
    """The slope of the leaky ReLU at z; at z = 0 the course takes `slope`.

    z: a number or an array of any shape; slope: as in leaky_relu. Returns the same shape.
    """
    ### BEGIN SOLUTION
    return np.where(np.asarray(z) > 0, 1.0, slope)
    ### END SOLUTION


# %% nbgrader={"grade_id": "w3-leaky-relu-derivative", "grade": true, "points": 1}
check("w3-leaky-relu-derivative", leaky_relu_derivative)


# %% nbgrader={"grade_id": "w3-collapse-code", "solution": true}
def collapse(W1, b1, W2, b2):
    """The one layer that does what two linear layers do.

    W1 (n_h, n_x), b1 (n_h, 1), W2 (n_y, n_h), b2 (n_y, 1).
    Returns W (n_y, n_x) and b (n_y, 1) with W x + b = W2 (W1 x + b1) + b2 for every x.
    """
    ### BEGIN SOLUTION
    return W2 @ W1, W2 @ b1 + b2
    ### END SOLUTION


# %% nbgrader={"grade_id": "w3-collapse", "grade": true, "points": 2}
check("w3-collapse", collapse)


# %% nbgrader={"grade_id": "w3-initialize-code", "solution": true}
def initialize_parameters(n_x, n_h, n_y, rng):
    """Small random weights and zero biases.

    n_x, n_h, n_y: how many units; rng: a NumPy generator, such as np.random.default_rng(1).
    Returns a dict: "W1" (n_h, n_x) and "W2" (n_y, n_h), normal with mean 0 and standard deviation 0.01; "b1" (n_h, 1) and
    "b2" (n_y, 1), zeros.
    """
    ### BEGIN SOLUTION
    return {
        "W1": 0.01 * rng.standard_normal((n_h, n_x)),
        "b1": np.zeros((n_h, 1)),
        "W2": 0.01 * rng.standard_normal((n_y, n_h)),
        "b2": np.zeros((n_y, 1)),
    }
    ### END SOLUTION


# %% nbgrader={"grade_id": "w3-initialize", "grade": true, "points": 2}
check("w3-initialize", initialize_parameters)


# %% nbgrader={"grade_id": "w3-cost-code", "solution": true}
def compute_cost(A2, Y):
    """The mean log loss, finite also where a probability is exactly 0 or 1.

    A2: probabilities (1, m); Y: labels (1, m). Returns one number.
    compute_cost(np.array([[0.5, 0.5]]), np.array([[1, 0]])) is about 0.693.
    """
    ### BEGIN SOLUTION
    A = np.clip(A2, 1e-12, 1 - 1e-12)
    return np.mean(-Y * np.log(A) - (1 - Y) * np.log(1 - A))
    ### END SOLUTION


# %% nbgrader={"grade_id": "w3-cost", "grade": true, "points": 1}
check("w3-cost", compute_cost)


# %% nbgrader={"grade_id": "w3-output-gradients-code", "solution": true}
def output_gradients(A1, A2, Y):
    """The gradients of the output layer.

    A1: what the hidden layer gave (n_h, m); A2: the probabilities (n_y, m); Y: labels (n_y, m).
    Returns dZ2 (n_y, m), dW2 (n_y, n_h), db2 (n_y, 1). The cost is the mean over m examples; dZ2 leaves the 1/m to dW2 and db2.
    """
    ### BEGIN SOLUTION
    m = Y.shape[1]
    dZ2 = A2 - Y
    return dZ2, dZ2 @ A1.T / m, dZ2.sum(axis=1, keepdims=True) / m
    ### END SOLUTION


# %% nbgrader={"grade_id": "w3-output-gradients", "grade": true, "points": 2}
check("w3-output-gradients", output_gradients)


# %% nbgrader={"grade_id": "w3-backward-code", "solution": true}
def backward_propagation(parameters, cache, X, Y):
    """The gradients of the cost with respect to all parameters.

    parameters, cache: as in forward_propagation; X (n_x, m); Y (n_y, m).
    Returns a dict: "dW1" (n_h, n_x), "db1" (n_h, 1), "dW2" (n_y, n_h), "db2" (n_y, 1). No loop.
    """
    ### BEGIN SOLUTION
    m = X.shape[1]
    A1 = cache["A1"]
    dZ2, dW2, db2 = output_gradients(A1, cache["A2"], Y)
    dZ1 = parameters["W2"].T @ dZ2 * (1 - A1**2)
    dW1 = dZ1 @ X.T / m
    db1 = dZ1.sum(axis=1, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}
    ### END SOLUTION


# %% nbgrader={"grade_id": "w3-backward", "grade": true, "points": 4}
check("w3-backward", backward_propagation)


# %% nbgrader={"grade_id": "w3-numerical-gradients-code", "solution": true}
def numerical_gradients(f, parameters, h=1e-5):
    """The slope of f in every entry of every parameter, by central differences.

    f: a function that takes such a dict and gives one number; parameters: a dict of arrays; h: the step.
    Returns a dict with the same names, each with an array of the parameter's shape. parameters stays as it was.
    """
    ### BEGIN SOLUTION
    slopes = {}
    for name, array in parameters.items():
        slopes[name] = np.zeros(array.shape)
        for place in np.ndindex(array.shape):
            up, down = np.array(array, dtype=float), np.array(array, dtype=float)
            up[place] += h
            down[place] -= h
            slopes[name][place] = (f({**parameters, name: up}) - f({**parameters, name: down})) / (2 * h)
    return slopes
    ### END SOLUTION


# %% nbgrader={"grade_id": "w3-numerical-gradients", "grade": true, "points": 3}
check("w3-numerical-gradients", numerical_gradients)


# %% nbgrader={"grade_id": "w3-relative-error-code", "solution": true}
def relative_error(grads, slopes):
    """How far two sets of gradients are apart, measured against their size.

    grads: a dict with "dW1", "db1", ...; slopes: a dict with "W1", "b1", ... of the same shapes.
    Returns ||grads - slopes|| / (||grads|| + ||slopes||), where a norm goes over all entries of all arrays together; 0 if both are all zeros.
    """
    ### BEGIN SOLUTION
    g = np.concatenate([np.ravel(grads["d" + name]) for name in slopes])
    s = np.concatenate([np.ravel(slopes[name]) for name in slopes])
    size = np.linalg.norm(g) + np.linalg.norm(s)
    return np.linalg.norm(g - s) / size if size else 0.0
    ### END SOLUTION


# %% nbgrader={"grade_id": "w3-relative-error", "grade": true, "points": 2}
check("w3-relative-error", relative_error)


# %% nbgrader={"grade_id": "w3-update-code", "solution": true}
def update_parameters(parameters, grads, learning_rate):
    """One step of gradient descent.

    parameters: "W1", "b1", ...; grads: "dW1", "db1", ... of the same shapes; learning_rate: a number.
    Returns a new dict of parameters; the given one stays as it was.
    """
    ### BEGIN SOLUTION
    return {name: value - learning_rate * grads["d" + name] for name, value in parameters.items()}
    ### END SOLUTION


# %% nbgrader={"grade_id": "w3-update", "grade": true, "points": 1}
check("w3-update", update_parameters)


# %% nbgrader={"grade_id": "w3-train-code", "solution": true}
def train(parameters, X, Y, num_iterations, learning_rate):
    """Gradient descent from given parameters.

    parameters: where to start; X (n_x, m); Y (1, m); num_iterations: how many steps; learning_rate: a number.
    Returns the parameters after the last step, and a list with the cost before each step. The given parameters stay as they were.
    """
    ### BEGIN SOLUTION
    costs = []
    for _ in range(num_iterations):
        A2, cache = forward_propagation(X, parameters)
        costs.append(compute_cost(A2, Y))
        grads = backward_propagation(parameters, cache, X, Y)
        parameters = update_parameters(parameters, grads, learning_rate)
    return parameters, costs
    ### END SOLUTION


# %% nbgrader={"grade_id": "w3-train", "grade": true, "points": 3}
check("w3-train", train)


# %% nbgrader={"grade_id": "w3-predict-code", "solution": true}
def predict(parameters, X):
    """The class of each example: 1 where the probability is above one half.

    parameters: as in forward_propagation; X (n_x, m). Returns (1, m), zeros and ones.
    """
    ### BEGIN SOLUTION
    A2, _ = forward_propagation(X, parameters)
    return (A2 > 0.5).astype(int)
    ### END SOLUTION


# %% nbgrader={"grade_id": "w3-predict", "grade": true, "points": 1}
check("w3-predict", predict)
