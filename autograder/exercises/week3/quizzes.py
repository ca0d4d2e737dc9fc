"""Quizzes: a hint for each wrong choice that somebody may make for a reason."""

from autograder.spec import Quiz

_NO_PROBABILITY = "Its values aren't confined to 0 to 1, so they can't be probabilities."

quiz_layers = Quiz(
    "w3-quiz-layers",
    wrong={
        "1": {
            "a": "Those are the hidden layers. The output layer computes something too, and is counted.",
            "c": "The input is layer 0: nothing is computed in it, and it isn't counted.",
            "d": "These are the units. A layer is all the units side by side.",
        },
        "2": {
            "a": "The bias of the first layer is b with a 1 in square brackets.",
            "b": "That is a with a 1. Square brackets count the layers, and the first hidden layer is layer 1.",
            "d": "It isn't a parameter. It is what layer 0 hands on, and which layer is layer 0?",
        },
        "3": {
            "a": "The other way round: the inputs go in as they are, and their weighted sum is bent.",
            "c": "Inputs are multiplied with weights, not with each other.",
            "d": "A neuron never sees the label. Only the cost does.",
        },
        "4": {
            "a": "Round brackets count examples, the number below counts units.",
            "b": "Square brackets count layers, the number below counts units.",
            "c": "After the bend it is called a. z is before it.",
        },
        "5": {
            "a": "One row for each unit of layer 2, one column for each unit before it: 5 rows.",
            "c": "That is the shape of W with a 1: 4 units that see 3 inputs.",
            "d": "That is the shape of W with a 3: the output unit sees 5 units.",
        },
    },
)

quiz_activations = Quiz(
    "w3-quiz-activations",
    wrong={
        "1": {
            "b": "It runs from -1 to 1, and no probability is negative.",
            "c": _NO_PROBABILITY,
            "d": _NO_PROBABILITY,
        },
        "2": {
            "a": "It is flat at both ends: large scores lose their slope.",
            "b": "It is flat at both ends: large scores lose their slope.",
            "d": "It keeps its slope as well, but it is the less common one: usually the plain form is taken.",
        },
        "3": {
            "a": "Smooth it is, but all its values are positive.",
            "c": "It is never negative, and it has a corner.",
            "d": "It has a corner at 0.",
        },
        "4": {
            "b": "In the middle its slope is 1.",
            "c": "For positive z its slope is 1.",
            "d": "For positive z its slope is 1.",
        },
        "5": {
            "c": "This is the one that such units have: where z is negative its slope is exactly 0.",
            "a": "A change of curve would do something, but the usual repair keeps the right side as it is.",
            "b": "A change of curve would do something, but the usual repair keeps the right side as it is.",
        },
    },
)

quiz_linear = Quiz(
    "w3-quiz-linear",
    wrong={
        "1": {
            "a": "However few the examples, a hidden layer without a bend could be left out.",
            "b": "A probability lies between 0 and 1, and z may be any number.",
            "d": "Without a bend it collapses into the layer after it.",
        },
        "2": {
            "a": "However many steps: what it computes is the sigmoid of one weighted sum of the two coordinates.",
            "c": "Gradients flow: the slope of g(z) = z is 1. What they train is another thing.",
            "d": "The 201 collapse into three: two weights and a bias.",
        },
        "3": {
            "a": "It can say any number, 90 among them. It could also say -30.",
            "b": "It can say any number from 0 on, 90 among them.",
        },
    },
)

quiz_summary = Quiz(
    "w3-quiz-summary",
    wrong={
        "1": {
            "a": "That is the shape of W with a 1, and of its gradient.",
            "c": "That is the shape of the output layer's dZ.",
            "d": "That is the shape of b with a 1, where the examples have been added up.",
        },
        "2": {
            "a": "That is so with zeros. With 0.5 the errors do come back, through weights that aren't 0.",
            "b": "The examples differ, but every unit sees all of them with the same weights.",
            "d": "Nothing draws them to zero: they move along their gradient, which isn't zero.",
        },
        "3": {
            "a": "The output layer's gradients are made from it, and they are right.",
            "b": "All the measured slopes come from the cost, and two of them agree with it to ten digits.",
            "c": "A step that is too large would spoil the slopes of the output layer too.",
        },
        "4": {
            "b": "The step is made of the slope, not of the score. What is the slope of tanh at 8?",
            "c": "A saturated unit's weights stay where they are, and that is large.",
            "d": "ReLU has slope 1 at 8 and at 12. And tanh?",
        },
        "5": {
            "a": "It would be another thing, and the shapes, (n_h, m) and (n_h, m), wouldn't even fit.",
            "c": "Both are (n_h, m): a row for each unit, a column for each example.",
            "d": "Examples are added up in dW and db, and not before.",
        },
        "6": {
            "a": "From the plants that it has seen. What is it for?",
            "b": "Plants learned from count for nothing here: the gaps are what it is for.",
            "d": "The cost is the one of the plants learned from. There are two accuracies on plants set aside.",
        },
    },
)
