"""Quizzes: a hint for each wrong choice that somebody may make for a reason."""

from autograder.spec import Quiz

_MULTIPLIES_MATRICES = (
    "`*` multiplies entry by entry, and keeps the shape that both have. This would be a matrix product."
)
_SWAPPED = "The outer sizes stand in the order of the factors: rows of the first, columns of the second."
_STRETCHES_NOTHING = (
    "Broadcasting stretches a 1 and nothing else, and there is no 1 here: 2 and 3 don't fit, nor do 3 and 2."
)

quiz_products = Quiz(
    "w2-quiz-products",
    wrong={
        "1": {
            "e": "Both have the same shape, so entry meets entry. Only the matrix product would refuse them.",
            "a": _MULTIPLIES_MATRICES,
            "d": _MULTIPLIES_MATRICES,
            "c": "Nothing is turned here: the result keeps the shape that both have.",
        },
        "2": {
            "b": "`@` isn't `*`. Its inner sizes must agree, and here they are 3 and 2.",
            "a": "That would be P times R.T. As they stand the inner sizes are 3 and 2.",
            "d": "That would be P.T times R. As they stand the inner sizes are 3 and 2.",
        },
        "3": {
            "d": "The inner sizes, both 3, vanish. What is left is the rows of P and the columns of Q.",
            "b": "The result has P's rows, but its columns are those of Q.",
            "c": "The result has neither P's shape turned nor Q's: it has P's rows and Q's columns.",
            "e": "The inner sizes are 3 and 3: they agree.",
        },
        "4": {
            "a": _SWAPPED,
            "b": "The result has Q's rows and P's columns.",
            "c": "The result has Q's rows, but its columns are those of P.",
            "e": "The inner sizes are 2 and 2: they agree.",
        },
        "5": {
            "a": "That is P @ Q. `*` goes entry by entry.",
            "d": _STRETCHES_NOTHING,
            "b": _STRETCHES_NOTHING,
            "c": _STRETCHES_NOTHING,
        },
        "6": {
            "b": "P.T has shape (3, 2) already, which is Q's shape.",
            "d": "That would be a matrix product of P.T with something of two rows. `*` goes entry by entry.",
            "a": "`*` goes entry by entry, and nothing is summed away.",
            "e": "P.T has shape (3, 2), and so has Q: entry meets entry.",
        },
        "7": {
            "d": _SWAPPED,
            "e": "For arrays of two dimensions np.dot is the matrix product, and the inner sizes, 3 and 3, agree.",
            "b": "For arrays of two dimensions np.dot is the matrix product: rows of R, columns of Q.",
            "c": "For arrays of two dimensions np.dot is the matrix product: rows of R, columns of Q.",
        },
    },
)

quiz_axis = Quiz(
    "w2-quiz-axis",
    wrong={
        "foods": {
            "c": (
                "The axis that is named is the one that vanishes. Of (3, 4) axis 1 leaves (3,), one number a nutrient."
            ),
            "d": "These are the right sums, but with keepdims the shape is (1, 4).",
            "e": "This sums along the rows, and keeps two dimensions: (3, 1).",
            "a": "Without an axis everything is added up to one number.",
        },
        "nutrients": {
            "b": "The axis that is named is the one that vanishes. Of (3, 4) axis 0 leaves (4,), one number a food.",
            "e": "These are the right sums, but with keepdims the shape is (3, 1).",
            "d": "This sums down the columns, and keeps two dimensions: (1, 4).",
            "a": "Without an axis everything is added up to one number.",
        },
        "all": {
            "b": "One axis vanishes and the other stays: these are four numbers.",
            "c": "One axis vanishes and the other stays: these are three numbers.",
            "d": "One axis is summed and the other stays: these are four numbers.",
            "e": "One axis is summed and the other stays: these are three numbers.",
        },
        "divisor": {
            "c": (
                "These are the sums of the rows, but of shape (3,), which is laid along the columns: (3, 4) and (3,) "
                "don't fit."
            ),
            "b": "Divided by the sums of the columns, each column adds up to 1.",
            "d": "Divided by the sums of the columns, each column adds up to 1.",
            "a": "Divided by the sum of everything, the whole table adds up to 1.",
        },
    },
)

quiz_rank_one = Quiz(
    "w2-quiz-rank-one",
    wrong={
        "1": {
            "c": "The transpose turns the order of the axes round. With one axis there is nothing to turn.",
            "b": "The transpose turns the order of the axes round. With one axis there is nothing to turn.",
            "d": "Nothing is multiplied here: the transpose has the same five numbers.",
            "e": "All five numbers are still there.",
            "f": "There is only one axis to turn, which is no error: nothing happens.",
        },
        "2": {
            "b": "By the rule (5,) is filled up on its left, to (1, 5). Beside (5, 1) both 1s are stretched.",
            "a": "By the rule (5,) is filled up on its left, to (1, 5). Beside (5, 1) both 1s are stretched.",
            "c": "By the rule (5,) is filled up on its left, to (1, 5). The 1 of the column is stretched as well.",
            "f": "A 1 fits any number: (5, 1) and (1, 5) are both stretched.",
            "e": "Nothing is added up over the entries: every entry of one meets every entry of the other.",
        },
        "3": {
            "a": "The result has as many dimensions as the longer of the two shapes, and that is two.",
            "b": "(5,) is filled up on its left, not on its right: (1, 5).",
            "d": "(5,) is filled up on its left, to (1, 5), which is the row's own shape. Nothing is stretched.",
            "f": "(5,) is filled up on its left, to (1, 5), which is the row's own shape.",
            "e": "Nothing is added up over the entries: entry meets entry.",
        },
        "4": {
            "d": "That is what a column times a row gives. v.T is v itself, and np.dot of two vectors is one number.",
            "a": "np.dot multiplies the pairs and adds them up.",
            "b": "v has one dimension, and so has v.T: there is no matrix here.",
            "c": "v has one dimension, and so has v.T: there is no matrix here.",
            "f": "v.T is v itself, so both have five entries, and their dot product exists.",
        },
    },
)

quiz_summary = Quiz(
    "w2-quiz-summary",
    wrong={
        "1": {
            "a": (
                "That would be so with weights of shape (12288, 1). With one dimension the transpose does nothing, "
                "and the result has one dimension, too."
            ),
            "b": "The 200 examples stay, but nothing here makes a second dimension.",
            "d": (
                "The 12288 of both meet, so np.dot is content. That is why the missing dimension goes unnoticed for a "
                "while."
            ),
        },
        "2": {
            "a": "NumPy turns nothing round. It stretches every 1 that it finds: there is one in each shape.",
            "b": "An error would be a help. 1 fits 100, in both places, so the rule has nothing against it.",
            "c": "There is a 1 in Y's shape, too, and it is stretched like that in A's.",
        },
        "3": {
            "b": (
                "That is what exp without a shift does. A stable softmax takes the largest score away first: what is "
                "left?"
            ),
            "c": "Only differences within a column count: e to the 1001 by e to the 1002 is e to the -1.",
            "d": "By differences of 1 the odds change by e, wherever the scores are: that is not hardly.",
        },
        "4": {
            "a": "The contribution to db is a - y, and a differs.",
            "c": "Where the label is 1, a = 0.99 is nearly right. The contribution is a - y, and not a.",
            "d": "Both are a - y with a below 1 and y = 1: both are negative.",
        },
        "5": {
            "a": "The sums have shape (3,). Is that laid along the rows or along the columns of a (3, 4) table?",
            "b": "axis=1 sums each row. But their shape is (3,), and what does the rule say to (3, 4) and (3,)?",
            "d": "There is one sum for each row. But what does the rule say to (3, 4) and (3,)?",
        },
        "6": {
            "a": "The 99 % are of pictures that it has learned from. What will it do with new ones?",
            "c": (
                "A mean with pictures that it has learned from says nothing about new ones, and those are what it is "
                "for."
            ),
            "d": "Pictures that it has learned from count for nothing here: new ones are what it is for.",
        },
    },
)
