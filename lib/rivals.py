"""One training step by other means: existing libraries, and the bare matrix products as a yardstick."""

import importlib.util
import warnings
from collections.abc import Callable

import numpy as np

NAMES = {"sklearn": "scikit-learn", "torch": "PyTorch"}


def installed(library: str) -> bool:
    """Whether the library is there; if not, say how to get it."""
    if importlib.util.find_spec(library):
        return True
    print(f"{NAMES[library]} is not installed. To have it here: `uv sync --extra compare`, then restart the notebook.")
    return False


def sizes(parameters: dict) -> list[int]:
    """The widths of layers 1 to L."""
    return [len(parameters[f"W{l}"]) for l in range(1, len(parameters) // 2 + 1)]


def sklearn_step(parameters: dict, X: np.ndarray, Y: np.ndarray, learning_rate: float) -> Callable[[], dict]:
    """A function that makes one step of plain gradient descent in scikit-learn and returns the parameters."""
    from sklearn.neural_network import MLPClassifier

    widths = sizes(parameters)
    options = {"solver": "sgd", "momentum": 0, "nesterovs_momentum": False, "alpha": 0, "shuffle": False}
    model = MLPClassifier(widths[:-1], learning_rate_init=learning_rate, batch_size=Y.size, **options)
    rows, labels = np.ascontiguousarray(X.T), Y.ravel().astype(int)  # scikit-learn has examples as rows

    def fit() -> None:
        with warnings.catch_warnings(action="ignore"):
            model.partial_fit(rows, labels, classes=[0, 1])

    fit()  # makes the arrays, which are then overwritten
    for l, (W, b) in enumerate(zip(model.coefs_, model.intercepts_), 1):
        W[...], b[...] = parameters[f"W{l}"].T, parameters[f"b{l}"].ravel()

    def step() -> dict:
        fit()
        found = {}
        for l, (W, b) in enumerate(zip(model.coefs_, model.intercepts_), 1):
            found |= {f"W{l}": W.T, f"b{l}": b.reshape(-1, 1)}
        return found

    return step


def torch_step(parameters: dict, X: np.ndarray, Y: np.ndarray, learning_rate: float) -> Callable[[], dict]:
    """A function that makes one step of plain gradient descent in PyTorch and returns the parameters."""
    import torch

    own = {name: torch.tensor(array, requires_grad=True) for name, array in parameters.items()}
    A0, labels = torch.tensor(X), torch.tensor(Y.astype(X.dtype))

    def step() -> dict:
        A = A0
        for l in range(1, len(own) // 2 + 1):
            Z = own[f"W{l}"] @ A + own[f"b{l}"]
            A = torch.relu(Z)
        torch.nn.functional.binary_cross_entropy_with_logits(Z, labels).backward()
        with torch.no_grad():
            for array in own.values():
                array -= learning_rate * array.grad
                array.grad = None
        return {name: array.detach().numpy() for name, array in own.items()}

    return step


def bare_products(parameters: dict, X: np.ndarray) -> Callable[[], None]:
    """A function that makes the matrix products of one step and nothing else, without the one for dA0."""
    A, pairs = X, []
    for l, n in enumerate(sizes(parameters), 1):
        pairs.append((parameters[f"W{l}"], A, np.ones((n, X.shape[1]), dtype=X.dtype)))
        A = pairs[-1][2]

    def step() -> None:
        for l, (W, A_prev, dZ) in enumerate(pairs):
            W @ A_prev
            dZ @ A_prev.T
            if l:
                W.T @ dZ

    return step
