"""One training step of the course's network, 12288-20-7-5-1 on its own pictures, beside other ways to make it.

    uv run --extra compare python benchmarks/training.py [--json] [--dtype float64] [--rounds 30]

Beside it: PyTorch on the processor, scikit-learn's MLPClassifier (full batch, plain gradient descent), and the step's
matrix products alone. All start from the same weights in the same dtype; that they arrive at the same ones is checked
first. Each round times every contender once, so that whatever else the machine does meets them all; a ratio is the
median over the rounds of ours over theirs.
"""

import argparse
import json
import statistics
import time
from collections.abc import Callable

import numpy as np

from autograder.source import sources
from lib import rivals
from lib.data import load_cats

LAYERS = [12288, 20, 7, 5, 1]
LEARNING_RATE = 0.01
PAUSE = 0.05  # seconds in which the threads of the last contender's library go to sleep


def main() -> None:
    """Measure, and print a table or JSON."""
    options = parsed()
    steps = contenders(np.dtype(options.dtype))
    agree(steps)
    times = measure(steps, options.rounds)
    result = {"dtype": options.dtype, "layers": LAYERS, "rounds": options.rounds} | summary(times)
    print(json.dumps(result, indent=1) if options.json else table(result))


def parsed() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--dtype", choices=["float32", "float64"], default="float32")
    parser.add_argument("--rounds", type=int, default=30)
    return parser.parse_args()


def contenders(dtype: np.dtype) -> dict[str, Callable]:
    """By name, a function that makes one step; those of libraries that are not installed are left out."""
    X, Y = data(dtype)
    [source] = sources("week4")
    start = source.namespace["initialize_parameters_deep"](LAYERS, np.random.default_rng(0))
    parameters = {name: array.astype(dtype) for name, array in start.items()}
    found = {
        "ours": own_step(source.namespace, parameters, X, Y),
        "matmul": rivals.bare_products(parameters, X),
    }
    for name, step in (("torch", rivals.torch_step), ("sklearn", rivals.sklearn_step)):
        if rivals.installed(name):
            found[name] = step(parameters, X, Y, LEARNING_RATE)
    return found


def data(dtype: np.dtype) -> tuple[np.ndarray, np.ndarray]:
    """The training pictures as columns, from -0.5 to 0.5, and their labels."""
    pictures, Y, *_ = load_cats()
    return pictures.reshape(len(pictures), -1).T / dtype.type(255) - dtype.type(0.5), Y.astype(dtype)


def own_step(names: dict, parameters: dict, X: np.ndarray, Y: np.ndarray) -> Callable[[], dict]:
    """The reference solutions' step: forward, cost, backward, update. It goes on from where it was, as others do."""
    now = [parameters]

    def step() -> dict:
        AL, caches = names["L_model_forward"](X, now[0])
        names["compute_cost"](AL, Y)
        grads = names["L_model_backward"](AL, Y, caches)
        now[0] = names["update_parameters"](now[0], grads, LEARNING_RATE)
        return now[0]

    return step


def agree(steps: dict[str, Callable]) -> None:
    """Stop unless every contender's first step leads to the same weights."""
    after = {name: step() for name, step in steps.items() if name != "matmul"}
    for name, parameters in after.items():
        for key, array in after["ours"].items():
            np.testing.assert_allclose(parameters[key], array, rtol=1e-3, atol=1e-5, err_msg=f"{name} {key}")


def measure(steps: dict[str, Callable], rounds: int) -> dict[str, list[float]]:
    """Seconds of each contender in each round, whoever begins changing from round to round."""
    times: dict[str, list[float]] = {name: [] for name in steps}
    for turn in range(rounds):
        names = list(steps)
        for name in names[turn % len(names) :] + names[: turn % len(names)]:
            time.sleep(PAUSE)
            start = time.perf_counter()
            steps[name]()
            times[name].append(time.perf_counter() - start)
    return times


def summary(times: dict[str, list[float]]) -> dict[str, float]:
    """Median milliseconds of each, and the ratios of ours to the others."""
    medians = {f"ms_{name}": 1000 * statistics.median(found) for name, found in times.items()}
    ratios = {
        f"ratio_{name}": statistics.median(own / other for own, other in zip(times["ours"], found))
        for name, found in times.items()
        if name != "ours"
    }
    return medians | ratios


def table(result: dict) -> str:
    """The result for people."""
    names = {"ours": "the course's step", "torch": "PyTorch", "sklearn": "scikit-learn", "matmul": "bare products"}
    lines = [f"one step of {'-'.join(map(str, LAYERS))} in {result['dtype']}, median of {result['rounds']} rounds"]
    for name, shown in names.items():
        if f"ms_{name}" in result:
            ratio = f"   ours / theirs {result[f'ratio_{name}']:.2f}" if f"ratio_{name}" in result else ""
            lines.append(f"{shown:>18} {result[f'ms_{name}']:8.1f} ms{ratio}")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
