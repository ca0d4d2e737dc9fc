"""Quizzes: a hint for each wrong choice that somebody may make for a reason."""

from autograder.spec import Quiz

quiz_networks = Quiz(
    "w1-quiz-networks",
    wrong={
        "flat": {
            "convolutional": (
                "Four numbers have no neighbourhoods: the floor is no nearer to the age than the area is. A "
                "convolution needs a grid in which neighbours belong together."
            ),
            "recurrent": (
                "Four numbers in a fixed order are no sequence: nothing is lost if the columns of the table "
                "change places."
            ),
        },
        "leaf": {
            "standard": (
                "A standard network can read pixels, but it must learn a spot anew for each place where it "
                "may be. One kind looks at small neighbourhoods, the same way everywhere."
            ),
            "recurrent": (
                "A photograph is given all at once and has no before and after. What matters is which "
                "pixels are neighbours."
            ),
        },
        "subtitles": {
            "convolutional": (
                "The film has pictures, but what the network receives is its sound: one value after the "
                "other, as long as the film lasts."
            ),
            "standard": (
                "A standard network takes a fixed number of inputs. Sound may last a second or two hours, "
                "and the order of its values carries the words."
            ),
        },
        "bill": {
            "convolutional": (
                "There was a photograph, but somebody with a ruler has read it already. The network "
                "receives two numbers."
            ),
            "recurrent": "Length and depth are two numbers, and neither comes before the other.",
        },
        "review": {
            "standard": (
                '"Not good, but short" and "not short, but good" have the same words. The order carries the '
                "meaning, and reviews differ in length."
            ),
            "convolutional": (
                "A review is no picture. Its words come one after another, and one at the beginning may "
                "change what one at the end means."
            ),
        },
        "letter": {
            "recurrent": (
                "A letter is part of a text, but here it is alone, as a scan: a picture with no before and after."
            ),
            "standard": (
                "A scan has pixels, and which of them are neighbours matters: a stroke is a stroke wherever "
                "on the paper it stands."
            ),
        },
    },
)

quiz_structured = Quiz(
    "w1-quiz-structured",
    wrong={
        "weather": {
            "structured": (
                "A table of the weather would be structured. Here the program receives pixels: what does one pixel "
                "of the sky say?"
            ),
        },
        "voicemail": {
            "unstructured": (
                'The sound isn\'t given. Take one number out of what is: 14 under "hour" says what it means.'
            ),
        },
        "receipts": {
            "structured": (
                "The sums on a receipt are structured once somebody has typed them into a table. Here the program "
                "receives scans."
            ),
        },
        "x_ray": {
            "unstructured": (
                "Somebody has read the X-rays already. The program receives two numbers for each, and both have a name."
            ),
        },
        "email": {
            "structured": (
                "An e-mail has fields like date and sender, but here it is its text that is given. What "
                "does one letter of it say?"
            ),
        },
    },
)

_OLD_IDEAS = (
    "The mathematics behind large networks is decades old, and the chain rule centuries: that can't be the reason."
)
_LITTLE_DATA = (
    "With 40 patients it is open which method wins, and six well-chosen measurements often beat a large network. "
    "Its advantage shows when there is a lot to learn from."
)
_MISSING = "What you chose is right, and something is missing: the text counts three things that changed."

quiz_why_now = Quiz(
    "w1-quiz-why-now",
    wrong={
        "a": _MISSING,
        "c": _MISSING,
        "d": _MISSING,
        "a,c": _MISSING,
        "a,d": _MISSING,
        "c,d": _MISSING,
        "a,c,e": _OLD_IDEAS,
        "a,d,e": _OLD_IDEAS,
        "c,d,e": _OLD_IDEAS,
        "a,c,d,e": _OLD_IDEAS,
        "a,b,c": _LITTLE_DATA,
        "a,b,d": _LITTLE_DATA,
        "b,c,d": _LITTLE_DATA,
        "a,b,c,d": _LITTLE_DATA,
        "a,b,c,e": f"{_OLD_IDEAS} {_LITTLE_DATA}",
        "a,b,c,d,e": f"{_OLD_IDEAS} {_LITTLE_DATA}",
    },
)

quiz_columns = Quiz(
    "w1-quiz-columns",
    wrong={
        "a": (
            "The sign of a derivative doesn't know how its numbers are arranged. Books that keep examples "
            "in rows descend as well."
        ),
        "c": "NumPy adds up along any axis: that is what `axis` is for.",
        "d": (
            "Rows and columns may be of any length. An array of shape (m, n_x) holds the same numbers as "
            "one of shape (n_x, m)."
        ),
    },
)

quiz_cross_entropy = Quiz(
    "w1-quiz-cross-entropy",
    wrong={
        "a": (
            "On each of the two dry days the loss is -log 0, which is infinite. Being certain and wrong "
            "even once ruins the mean."
        ),
        "b": (
            "0.5 every day costs 0.693 on the mean. Work out another announcement in the same way: on 8 "
            "days the loss is -log of it, on 2 days -log of the rest."
        ),
        "d": (
            "The decision about the umbrella may be the same, the score isn't: 0.6 costs 0.592 on the mean, "
            "0.99 costs 0.929. The log loss judges the number itself."
        ),
    },
)

quiz_summary = Quiz(
    "w1-quiz-summary",
    wrong={
        "1": {
            "a": (
                "It is the logarithm of the odds that rises by 1, because z is that logarithm. What happens "
                "to a number when its natural logarithm rises by 1?"
            ),
            "c": "They would double if z were a logarithm to base 2. The sigmoid uses another base.",
            "d": ("By how much a rises depends on where z was. The odds are simpler: they are e to the power z."),
        },
        "2": {
            "a": "Less probability for what happened means more loss, not less.",
            "b": (
                "Here the change of the probability, 0.25, was added to the loss. The loss is a logarithm: "
                "work out -log 0.25."
            ),
            "d": (
                "The probability is half as large, and a logarithm turns halving into adding: log 2 is "
                "added, once. Here it was added three times."
            ),
        },
        "3": {
            "a": (
                "Here only the slopes of p and q were added. On each path they are still multiplied by how "
                "J changes: for p that is q, for q that is p."
            ),
            "b": ("Here the slopes of p and q were multiplied. They lie on two different paths, and paths are added."),
            "c": "Here everything was multiplied. Multiply along each of the two paths, then add the paths.",
        },
        "4": {
            "b": ("The size is right. dz = a - y is -0.1, so dw1 is negative, and a step goes against the gradient."),
            "c": "Here a itself was used for dz. How far is a from y?",
            "d": "0.9 is on the right side and still 0.1 away from 1. As long as a is not y, dz is not 0.",
        },
        "5": {
            "a": ("The direction is the same, that is right. But a step has a length too: alpha times the gradient."),
            "c": "m is a positive number, so leaving it out turns nothing round.",
            "d": "Leaving out a division makes a number larger, not smaller.",
        },
        "6": {
            "a": "It would get there with a smaller alpha. Do the first step by hand: the slope at 0 is -6.",
            "b": "Do two steps by hand, then ask what is true after an odd number of them.",
            "c": "Each step is too long, but not longer than the one before. Do two steps by hand.",
        },
    },
)
