"""Quizzes: a hint for each wrong choice that somebody may make for a reason."""

from autograder.spec import Quiz

_CHOSEN = "Gradient descent never touches it: it has to be there before the first step, and stays."
_FOUND = "Every step of gradient descent moves it. That is what training means."

quiz_init = Quiz(
    "w4-quiz-init",
    wrong={
        "1": {
            "a": "The factor of one layer depends on the width. But how often is the spread multiplied by it?",
            "c": "Each layer multiplies what the layer before has given. 1.5 is not added, it is raised to a power.",
            "d": "The ReLU cuts off what is below 0. Above 0 it has no upper bound.",
        },
        "2": {
            "a": "He initialization looks at each layer by itself: how many inputs does a unit of it have?",
            "b": "The more terms a sum has, the wider it spreads. So with more inputs each weight has to be smaller.",
            "d": "That is the ratio of the fan-ins. The standard deviation goes with the square root of it.",
        },
        "3": {
            "a": "Work out the first step: what comes out of a ReLU layer whose weights and biases are all 0?",
            "c": (
                "With equal weights that are not zero it would be so. With zeros all hidden activations are 0, and W "
                "of the layer above is 0 as well: what is left in dW = dZ A.T and in dA = W.T dZ?"
            ),
            "d": "Every product on the way back has a factor 0 in it.",
        },
        "4": {
            "a": "Their number isn't the reason: ask what the random numbers are needed for at all.",
            "b": "It may. It just isn't necessary: ask what the random numbers are needed for at all.",
            "c": "They may end anywhere. Ask what the random numbers are needed for at all.",
        },
    },
)

quiz_hyperparameters = Quiz(
    "w4-quiz-hyperparameters",
    wrong={
        "1": {"a": _CHOSEN, "c": "It goes into a run and doesn't come out of it."},
        "2": {"b": _FOUND, "c": "A bias is moved by every step and kept: the network consists of such numbers."},
        "3": {"a": _CHOSEN, "c": "It goes into a run and doesn't come out of it."},
        "4": {
            "a": "What gradient descent looks for are the weights. This slope is used for one step and is gone.",
            "b": "Nobody chooses a gradient: the backward pass computes it.",
        },
        "5": {"a": _CHOSEN, "c": "It goes into a run and doesn't come out of it."},
        "6": {
            "a": "Gradient descent lowers the cost on the training set. The test set has no part in it.",
            "b": "If only one could. It is measured when all is over.",
        },
        "7": {"a": _CHOSEN, "c": "It goes into a run and doesn't come out of it."},
        "8": {"b": _FOUND, "c": "Weights are moved by every step and kept: the network consists of such numbers."},
        "9": {
            "a": "There is no more training in it. And what made this one of 200 settings come out on top?",
            "b": (
                "Not trained on, but chosen by. The largest of 200 results owes a part of it to luck, and on new "
                "pictures the luck is not repeated."
            ),
        },
        "10": {
            "a": "Nine tenths of such draws lie above 0.1, and hardly one in a thousand lies below 0.001.",
            "c": "All four lie within one power of ten, and the range has four of them.",
        },
    },
)

_MISSING = "What you chose is fair, and it isn't all."
_LEARNS = (
    "Of b: how the brain learns is not known, and nobody has shown that errors travel backwards through it as they do "
    "here."
)
_UNDERSTANDS = (
    "Of d: what is built after a loose likeness need not work alike. A network gives a number for everything, and that "
    "is not seeing."
)

_BOTH = ["b,d", "a,b,d", "b,c,d", "b,d,e", "a,b,c,d", "a,b,d,e", "b,c,d,e", "a,b,c,d,e"]

quiz_brain = Quiz(
    "w4-quiz-brain",
    wrong={
        **dict.fromkeys(["a", "c", "e", "a,c", "a,e", "c,e"], _MISSING),
        **dict.fromkeys(["b", "a,b", "b,e", "a,b,e", "a,b,c,e", "a,b,c", "b,c", "b,c,e"], _LEARNS),
        **dict.fromkeys(["d", "a,d", "c,d", "d,e", "a,c,d", "a,d,e", "c,d,e", "a,c,d,e"], _UNDERSTANDS),
        **dict.fromkeys(_BOTH, f"{_LEARNS} {_UNDERSTANDS}"),
    },
)

quiz_summary = Quiz(
    "w4-quiz-summary",
    wrong={
        "1": {
            "b": "That is the shape of X, and of dA0. A gradient has the shape of its own array.",
            "c": "That is the shape of W1. dA1 has the shape of A1.",
            "d": "That is the shape of A2. Layer 1 has 8 units.",
        },
        "2": {
            "a": "The widths are equal, so all products still fit.",
            "c": "dW = dZ A.T / m asks which input met which error: it has to be what went in.",
            "d": "db is made of dZ alone, and dZ of Z: A is not in it.",
        },
        "3": {
            "a": "Then dZ3 would be wrong, and with it b3 and everything below.",
            "b": "Then everything below layer 3 would be wrong. But W2 and W1 are right.",
            "d": "Errors flow from the output to the input: a fault in layer 1 can't show in W3.",
        },
        "4": {
            "a": "Count how many dA lie between the output and layer 1. Each is divided once too often.",
            "b": "From layer 4 down to layer 1 there are dA3, dA2 and dA1: three, not two.",
            "d": "One of four divisions by m belongs there, the one in dW itself.",
        },
        "5": {
            "b": "The slope of the ReLU knows no direction below 0: it is 0 there, whatever dA says.",
            "c": "db is a mean of dZ, and dZ = dA times the slope.",
            "d": "dZ = dA times the slope of the ReLU. What is that slope below 0?",
        },
        "6": {
            "a": "If each of the 52 were the toss of a coin, how often would 28 or more heads come up?",
            "c": "Not to find a difference is not to find that there is none: with 52 pictures only a large one shows.",
            "d": "400 pictures tell something: a difference of twenty points would have shown clearly.",
        },
    },
)
