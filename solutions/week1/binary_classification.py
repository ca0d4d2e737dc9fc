# %% [markdown] id="w1-title"
# # Week 1: binary classification
#
# You are holding a ruler, and in front of you stands a penguin. Two lengths of its bill are all you may
# measure. Which of two species is it?
#
# By the end of this notebook a program that you wrote will answer, and be right about nineteen times in
# twenty. It will have learned the answer from 150 birds, and you will have written every step of that
# learning: the guess, the measure of how wrong the guess is, the slope that says which way to improve, and
# the small step in that direction, taken again and again. In the last section you type two lengths, and it
# names the species and says how sure it is.
#
# **What it takes.** Six to nine hours if you have programmed a little, best in four evenings: sections 1 and
# 2; 3 and 4; 5 to 7; 8 to 10. The stretch at the end is an hour more and earns no points.
#
# **What you need.** Python functions and loops; NumPy arrays and their `shape`; school algebra with $e^x$ and
# $\log x$ (here always the natural logarithm, `np.log`). If you have met derivatives before, section 5 is a
# short walk. If you haven't, it starts from a ruler and a triangle.
#
# **What you will be able to do.** Turn a table or a picture into a matrix with one example in each column.
# Turn a score into a probability. Say in one number how wrong a probability is. Take the derivative of a long
# calculation by walking through it backwards. Train a logistic regression by gradient descent, draw the line
# it found, and say how good it is on birds that it has not seen.

# %% [markdown] id="w1-how"
# ## How a page works
#
# Each exercise is a function with a hole in it. Replace `raise NotImplementedError()` by your own lines, run
# that cell, so that Python knows the new version, and then run the `check` cell below it. The check compares
# your function with the reference on many inputs and tells you what is right, and what is wrong and by how
# much. Run both as often as you like; nothing is counted but the last state. The folded hints under an
# exercise go from a first thought to nearly the line.
#
# Where a function goes wrong, the check leaves the input of the first wrong case in a variable called
# `failing_input`. `neuron(*failing_input)` repeats that case: the star hands its parts over one by one, as if
# you had typed them with commas between.
#
# A quiz has three dots where your answer goes, and a check as well. Two answers are in words: a teacher marks
# them, or, if you are on your own, the folded list under each tells you what to look for.
#
# Pictures that use your functions wait until the functions are written. A cell that says "This waits for ..."
# is no error: come back and run it again.
#
# Run the next two cells first, and again whenever you restart the notebook. The first finds the course.

# %% id="w1-course" tags=["demo"]
import importlib
import sys

sys.path.insert(0, "../..")  # the course's folder, where this notebook finds lib/
try:
    importlib.import_module("lib.check")
except ModuleNotFoundError as error:
    raise ModuleNotFoundError(
        f"{error.msg}. Open this notebook in its place in the course's folder, and choose a kernel that has the course: "
        "`%pip install -e ../..` in a cell puts it into this one, which you then restart."
    ) from None

# %% id="w1-imports"
import numpy as np
from IPython.display import display

from lib.check import check
from lib.data import load_penguins
from lib.figures import bills, curves, descent, graphs, neurons, penguins, pictures, slopes
from lib.waiting import once_written

# %% [markdown] id="w1-bill"
# These are the two species, Adelie and Chinstrap, and the two lengths (a bird's **bill** is its beak). The
# numbers are averages. Single birds differ, and one length alone will not always decide.

# %% id="w1-bill-drawing" tags=["demo"]
bills.draw_bills()

# %% [markdown] id="w1-neuron-why"
# ## 1. One neuron
#
# Begin with something simpler than a bird: the price of a flat. Suppose that each square metre adds 3
# (thousand, in whatever money you use), and that the whole line starts 60 below zero. A flat of 50 square
# metres then costs $3 \cdot 50 - 60 = 90$.
#
# And a cupboard of 10 square metres? The line says $-30$. Nobody pays you to take a cupboard, so the sensible
# prediction is 0. A straight line, cut off so that it never goes below zero: that small repair has a name,
# **ReLU**, a rectified linear unit, and a line with a ReLU on its end is the smallest neural network there
# is. It has one input $x$ (the area), one weight $w$ (the price of a square metre), one bias $b$ (where the
# line starts), and one output:
#
# $$\hat{y} = \max(0,\; w x + b)$$

# %% id="w1-neuron-drawing" tags=["demo"]
neurons.draw_neuron()

# %% [markdown] id="w1-neuron-ask"
# ### Write a neuron
#
# All networks in this course are made of this part, a weighted sum and then a bend. The weighted sum `z` is
# there. Return the price: `z` itself where it is above zero, and 0 where it is not.


# %% nbgrader={"grade_id": "w1-neuron-code", "solution": true}
def neuron(area, w, b):
    """The price that one neuron predicts from an area, never below 0.

    area, w, b: numbers. Returns one number.
    neuron(50, 3, -60) is 90; neuron(10, 3, -60) is 0.
    """
    z = w * area + b
    ### BEGIN SOLUTION
    return max(0.0, z)
    ### END SOLUTION


# %% nbgrader={"grade_id": "w1-neuron", "grade": true, "points": 1}
check("w1-neuron", neuron)

# %% [markdown] id="w1-neuron-hint"
# <details><summary>Hint 1</summary>
#
# Two candidates: 0 and `z`. Which of them is the price when `z` is 90? And when `z` is -30?
#
# </details>
# <details><summary>Hint 2</summary>
#
# In both cases it is the larger of the two.
#
# </details>
# <details><summary>Hint 3</summary>
#
# Python has a built-in function that returns the larger of two numbers, and it is named in the formula above.
#
# </details>

# %% id="w1-neuron-line" tags=["demo"]
with once_written():
    display(neurons.plot_price(neuron))

# %% [markdown] id="w1-neuron-slider-why"
# The weight and the bias are the two numbers that training will turn. Turn them by hand first: which of them
# moves the corner?

# %% id="w1-neuron-slider" tags=["demo"]
from lib.figures.steppers import slide_neuron

with once_written():
    display(slide_neuron(neuron))

# %% [markdown] id="w1-neuron-slider-read"
# Both do. The corner is where $wx + b = 0$, at $x = -b/w$. The bias lifts or lowers the whole line, and the
# weight tilts it: twice as steep, and the corner is half as far out.

# %% [markdown] id="w1-stack"
# One neuron knows one straight rise and nothing else. But its output is a number, and a number can be the
# input of another neuron.
#
# Give four facts about a flat to three neurons at once, and let a fourth neuron read their three numbers and
# say the price. Nobody tells the three what to measure: you supply inputs and prices, and training finds
# weights that make the last number come out right. Their names in the picture are our guess.

# %% id="w1-stack-drawing" tags=["demo"]
neurons.draw_stack()

# %% [markdown] id="w1-networks-why"
# ### Which network for which data?
#
# Learning from pairs of a question $x$ and its right answer $y$ is called supervised learning. The kind of
# network follows the shape that $x$ comes in.
#
# A handful of numbers in no particular order goes into a **standard** network, like the one drawn above. A
# picture goes into a **convolutional** network, which looks at small neighbourhoods of pixels, the same way
# everywhere. A sequence, such as sound or a sentence, where the order carries the meaning and the length
# varies, goes into a **recurrent** network, which reads one item after another and remembers. (A newer kind,
# the **transformer**, reads sequences and pictures alike. It is not among the choices here.)

# %% [markdown] id="w1-quiz-networks-ask"
# ### Quiz: match the network to the data
#
# Choose `"standard"`, `"convolutional"` or `"recurrent"`, by what the network receives.
#
# | key | what the network receives | what it should say |
# |---|---|---|
# | `flat` | area, floor, age and distance to the station | the price |
# | `leaf` | a photograph of a leaf | which disease it has, if any |
# | `subtitles` | the sound track of a film | the words that are spoken |
# | `bill` | length and depth of a bill, measured on a photograph with a ruler | the species |
# | `review` | the words of a film review, in their order | whether the film was liked |
# | `letter` | a scan of one handwritten letter | which letter it is |

# %% nbgrader={"grade_id": "w1-quiz-networks-code", "solution": true}
# A dict: {"flat": "...", "leaf": "...", "subtitles": "...", "bill": "...", "review": "...", "letter": "..."}
### BEGIN SOLUTION
networks = {
    "flat": "standard",
    "leaf": "convolutional",
    "subtitles": "recurrent",
    "bill": "standard",
    "review": "recurrent",
    "letter": "convolutional",
}
### END SOLUTION

# %% nbgrader={"grade_id": "w1-quiz-networks", "grade": true, "points": 3}
check("w1-quiz-networks", networks)

# %% [markdown] id="w1-quiz-structured-ask"
# ### Quiz: structured or unstructured?
#
# In **structured** data each number has a name and a meaning of its own. In **unstructured** data a single
# number means next to nothing, and the meaning sits in how thousands of them hang together. People read that
# kind without effort and computers long could not, which is why the recent change feels so large. Which of
# the two does each program receive?
#
# | key | what the program receives |
# |---|---|
# | `weather` | a photograph of the sky, taken once an hour |
# | `voicemail` | for each message on an answering machine: its length, the hour, the day of the week |
# | `receipts` | a shop's receipts, scanned |
# | `x_ray` | for each X-ray of a knee: the width of the joint in millimetres and the patient's age |
# | `email` | the text of an e-mail |

# %% nbgrader={"grade_id": "w1-quiz-structured-code", "solution": true}
# A dict: {"weather": "structured" or "unstructured", "voicemail": ..., "receipts": ..., "x_ray": ..., "email": ...}
### BEGIN SOLUTION
structured = {
    "weather": "unstructured",
    "voicemail": "structured",
    "receipts": "unstructured",
    "x_ray": "structured",
    "email": "unstructured",
}
### END SOLUTION

# %% nbgrader={"grade_id": "w1-quiz-structured", "grade": true, "points": 1}
check("w1-quiz-structured", structured)

# %% [markdown] id="w1-why-now"
# ### Why now?
#
# The main ideas in this notebook are decades old. Three things changed since. **Data**: older methods improve
# as data grows, then level off; a large network goes on improving for longer. **Computation**: the hardware
# for a great deal of arithmetic became fast and cheap. And **algorithms**, where the best-known change is
# tiny. Networks used to bend their sums with the sigmoid, an S-shaped curve that you'll meet in section 3.
# Far from its middle it is almost flat, and a network that learns from how steep its curves are hardly learns
# there at all. The ReLU is just as steep everywhere above zero.

# %% [markdown] id="w1-quiz-why-now-ask"
# ### Quiz: why now?
#
# Five teams put their hopes in a large network. Which of them can point to one of the three changes? Answer
# with the set of all their letters.
#
# - **a** We have 200 million sales on record, and our old method stopped improving at one million.
# - **b** We have 40 patients and six well-chosen measurements of each.
# - **c** We gave up in 2005, when one training took three months. It would take an hour now.
# - **d** Our network stopped learning: nearly all its sigmoids receive numbers beyond 10 or below $-10$.
# - **e** We hear that the mathematics behind these networks has only just been discovered.

# %% nbgrader={"grade_id": "w1-quiz-why-now-code", "solution": true}
# A set of letters, for example {"a", "e"}
### BEGIN SOLUTION
why_now = {"a", "c", "d"}
### END SOLUTION

# %% nbgrader={"grade_id": "w1-quiz-why-now", "grade": true, "points": 1}
check("w1-quiz-why-now", why_now)

# %% [markdown] id="w1-picture-why"
# ## 2. A picture as a column
#
# From here on the answer we want is a yes or a no. Is the sun up in this picture? Is this bird a Chinstrap?
# We write the answer as $y = 1$ for yes and $y = 0$ for no, and the task is called **binary classification**.
#
# The network of section 1 took a short list of numbers, and a picture can be one too, only longer. A screen
# mixes each colour from red, green and blue light. So a picture of 64 by 64 pixels is three tables of 64 by
# 64 brightnesses, each a whole number from 0 (dark) to 255 (full): $64 \cdot 64 \cdot 3 = 12288$ numbers in
# all. Here is a small scene, its three channels, and the same numbers laid out in one long column.

# %% id="w1-picture-channels" tags=["demo"]
pictures.show_channels(pictures.scene(hour=8))

# %% [markdown] id="w1-picture-ask"
# ### One picture, one column
#
# The order of the numbers in the column is free, as long as it is the same for every picture. The network has
# one weight for each place in the column, and a place must mean the same thing each time. We take the order
# in which NumPy keeps an array: the first row of pixels from left to right, for each pixel its red, green and
# blue, then the second row. (Other texts lay out all the red numbers first. That is a different but equally
# good habit.)
#
# One thing more. Numbers up to 255 make sums that are clumsy to learn from, as section 10 will show with
# birds, so we divide by 255 and get numbers from 0 to 1.
#
# Write the function for a picture of any height and width. The result is a true column: two dimensions, the
# second of them 1. An array of shape `(12288,)` has only one dimension. It looks like a column when printed
# in a book and behaves otherwise in a sum; week 2 is partly about the trouble it makes.


# %% nbgrader={"grade_id": "w1-picture-to-column-code", "solution": true}
def picture_to_column(picture):
    """The numbers of one picture as a column, scaled to 0..1, in NumPy's own order.

    picture: (h, w, 3), whole numbers 0..255. Returns (h * w * 3, 1).
    A picture of one pixel, [[[255, 0, 51]]], becomes [[1.0], [0.0], [0.2]].
    """
    ### BEGIN SOLUTION
    return picture.reshape(-1, 1) / 255
    ### END SOLUTION


# %% nbgrader={"grade_id": "w1-picture-to-column", "grade": true, "points": 2}
check("w1-picture-to-column", picture_to_column)

# %% [markdown] id="w1-picture-to-column-hint"
# <details><summary>Hint 1</summary>
#
# Two things happen: the numbers are laid out in another shape, and each is divided by the largest brightness
# there is. Either may come first.
#
# </details>
# <details><summary>Hint 2</summary>
#
# `reshape` lays out the numbers of an array in another shape and keeps their order. How many rows, how many
# columns?
#
# </details>
# <details><summary>Hint 3</summary>
#
# If you give `reshape` a -1 for one of the two dimensions, NumPy works that one out from the number of
# entries. The other one you know: a column is one wide.
#
# </details>

# %% [markdown] id="w1-matrix-why"
# ### Many pictures, one matrix
#
# A classifier learns from many pictures. Put their columns side by side and you have the matrix $X$: one
# **row** for each feature, one **column** for each example. With $n_x$ numbers in a picture and $m$ pictures
# its shape is $(n_x, m)$. The answers go into a row $Y$ of shape $(1, m)$, so that column $i$ of $X$ and
# column $i$ of $Y$ belong together.
#
# How do you get there from an array of shape `(m, h, w, 3)`? There is one famous way to get it wrong. Take
# two grey pictures of 2 by 2 pixels, small enough to follow every number:
#
# $$\text{first: } \begin{bmatrix} 1 & 2 \\ 3 & 4 \end{bmatrix} \qquad \text{second: } \begin{bmatrix} 5 & 6 \\ 7 & 8 \end{bmatrix} \qquad \text{wanted: } X = \begin{bmatrix} 1 & 5 \\ 2 & 6 \\ 3 & 7 \\ 4 & 8 \end{bmatrix}$$
#
# The wanted shape is (4, 2), so why not ask for exactly that?

# %% id="w1-matrix-wrong"
two_pictures = np.array([[[1, 2], [3, 4]], [[5, 6], [7, 8]]])
two_pictures.reshape(4, 2)

# %% [markdown] id="w1-matrix-mixed"
# The shape is right and the content is not. `reshape` takes the numbers in the order in which they are
# stored, 1 2 3 4 5 6 7 8, and fills the new array **row by row**. So the first column is 1, 3, 5, 7: half of
# the first picture and half of the second. No error, no warning; a network will train on it and learn nothing
# worth having. Here is that move below, and above it the two moves that keep each picture whole.

# %% id="w1-matrix-moves" tags=["demo"]
pictures.show_moves()

# %% [markdown] id="w1-matrix-ask"
# Write the two moves for pictures in colour. Think about which dimension of `(m, h, w, 3)` must stay as it is
# while the other three melt into one, and on which side it has to end up. Your function takes pictures of any
# size, together with their labels of shape `(m,)`, and returns both matrices.


# %% nbgrader={"grade_id": "w1-pictures-to-matrix-code", "solution": true}
def pictures_to_matrix(pictures, labels):
    """Pictures as the columns of X, scaled to 0..1, and their labels as the row Y.

    pictures: (m, h, w, 3), whole numbers 0..255; labels: (m,).
    Returns X (h * w * 3, m) and Y (1, m). Column i of X is picture_to_column(pictures[i]).
    Five pictures of 64 x 64 pixels give X of shape (12288, 5) and Y of shape (1, 5).
    """
    ### BEGIN SOLUTION
    m = pictures.shape[0]
    X = pictures.reshape(m, -1).T / 255
    Y = labels.reshape(1, m)
    return X, Y
    ### END SOLUTION


# %% nbgrader={"grade_id": "w1-pictures-to-matrix", "grade": true, "points": 2}
check("w1-pictures-to-matrix", pictures_to_matrix)

# %% [markdown] id="w1-pictures-to-matrix-hint"
# <details><summary>Hint 1</summary>
#
# Go in two steps. First an array in which each picture is one row, so that nothing is mixed; then turn rows
# into columns.
#
# </details>
# <details><summary>Hint 2</summary>
#
# For the first step, reshape so that the first dimension stays m and the rest becomes one dimension. The 2 x
# 2 example would become [[1, 2, 3, 4], [5, 6, 7, 8]].
#
# </details>
# <details><summary>Hint 3</summary>
#
# The second step is the transpose, the attribute `.T` of an array. For the labels, a reshape to one row and m
# columns is enough: nothing is to be mixed there.
#
# </details>

# %% [markdown] id="w1-matrix-look"
# The wrong reshape does the same to real pictures. Here are six scenes at six hours of the day, and below
# them the first column of $X$ made into a picture again, once from the wrong matrix and once from yours.

# %% id="w1-matrix-picture" tags=["demo"]
hours = [8, 11, 14, 18, 22, 3]
scenes = np.stack([pictures.scene(hour) for hour in hours])
sun_is_up = np.array([1, 1, 1, 1, 0, 0])
display(pictures.show_scenes(scenes, sun_is_up, hours))
with once_written():
    X_scenes, Y_scenes = pictures_to_matrix(scenes, sun_is_up)
    print("X", np.shape(X_scenes), " Y", np.shape(Y_scenes))
    display(pictures.show_first_column(scenes.reshape(-1, 6) / 255, X_scenes))

# %% [markdown] id="w1-quiz-columns-ask"
# ### Quiz: why columns?
#
# Many books and libraries put one example in each **row**, and when you read them you will have to translate.
#
# Take two weights as a column $w$ and a bird as a column $x$. Lay $w$ down as a row, which is written $w^T$,
# and "row times column" is the weighted sum: $w^T x = w_1 x_1 + w_2 x_2$. With that in mind: why do we keep
# examples in columns here?
#
# - **a** Gradient descent needs columns. With examples in rows the derivatives come out with the wrong sign.
# - **b** So that one formula serves both: $w^T x + b$ for one example, and with all the columns side by side
#   $w^T X + b$ for all of them. With examples in rows the same numbers appear transposed.
# - **c** NumPy can only add up the rows of an array.
# - **d** An example in a column can have more features than an example in a row.

# %% nbgrader={"grade_id": "w1-quiz-columns-code", "solution": true}
# One letter, for example "a"
### BEGIN SOLUTION
why_columns = "b"
### END SOLUTION

# %% nbgrader={"grade_id": "w1-quiz-columns", "grade": true, "points": 1}
check("w1-quiz-columns", why_columns)

# %% [markdown] id="w1-sigmoid-why"
# ## 3. From a score to a probability
#
# Back to the penguin. Its bill has a length $x_1$ and a depth $x_2$, and we can weigh the evidence the way
# the neuron weighed the area:
#
# $$z = w_1 x_1 + w_2 x_2 + b$$
#
# A large $z$ shall speak for Chinstrap, a negative one for Adelie. But $z$ can be $-7$ or $250$, and we would
# like to say something better than "the score is 250". How sure are we? That calls for a probability, a
# number between 0 and 1.
#
# So we need a curve that takes any number to a number between 0 and 1: close to 0 far on the left, close to 1
# far on the right, one half in the middle, rising all the way. The **sigmoid** does this. It is written with
# the Greek letter sigma, $\sigma$:
#
# $$\sigma(z) = \frac{1}{1 + e^{-z}}$$
#
# Follow it with three numbers. At $z = 0$ the exponential is 1, so $\sigma = 1/2$. At $z = 4$ it is
# $e^{-4} \approx 0.018$, so $\sigma \approx 1/1.018 \approx 0.982$. At $z = -4$ it is $e^{4} \approx 54.6$,
# so $\sigma \approx 1/55.6 \approx 0.018$. The last two add up to 1: a score of the same size on the other
# side gives the opposite opinion with the same confidence, $\sigma(-z) = 1 - \sigma(z)$.
#
# As $z$ grows without end, $e^{-z}$ goes to 0 and $\sigma(z)$ to 1. As $z$ falls without end, $e^{-z}$ grows
# without end and $\sigma(z)$ goes to 0. It gets as close as you like to both and reaches neither.

# %% [markdown] id="w1-sigmoid-ask"
# ### Write the sigmoid
#
# This curve stands at the end of every yes-or-no classifier in this course, so you will call it often. Let it
# accept one number as well as an array of any shape. NumPy's functions do that without any help from you; the
# functions of the `math` module refuse arrays.


# %% nbgrader={"grade_id": "w1-sigmoid-code", "solution": true}
def sigmoid(z):
    """The sigmoid of z, entry by entry.

    z: a number or an array of any shape. Returns the same shape.
    sigmoid(0) is 0.5; sigmoid(np.array([[-4.0, 4.0]])) is about [[0.018, 0.982]].
    """
    ### BEGIN SOLUTION
    return 1 / (1 + np.exp(-z))
    ### END SOLUTION


# %% nbgrader={"grade_id": "w1-sigmoid", "grade": true, "points": 2}
check("w1-sigmoid", sigmoid)

# %% [markdown] id="w1-sigmoid-hint"
# <details><summary>Hint 1</summary>
#
# The formula goes into Python almost letter by letter. The exponential function in NumPy is `np.exp`.
#
# </details>
# <details><summary>Hint 2</summary>
#
# Mind two things: the minus sign in the exponent, and the brackets round the sum under the fraction bar.
#
# </details>
# <details><summary>Hint 3</summary>
#
# `1 / 1 + np.exp(-z)` is read as (1 / 1) + e^(-z), which is 2 at z = 0. You want 0.5 there.
#
# </details>

# %% id="w1-sigmoid-picture" tags=["demo"]
with once_written():
    display(curves.plot_sigmoid(sigmoid))

# %% [markdown] id="w1-stable-why"
# ### A sigmoid that never overflows
#
# Give your sigmoid a score of $-1000$, in a cell of your own, before you read on.
#
# The answer is right, 0, but on the way it asked for $e^{1000}$. No number beyond about
# $1.8 \cdot 10^{308} = e^{709.78}$ fits into 64 bits, so NumPy put infinity and a warning, *overflow
# encountered in exp*. There is another form of the same curve (multiply above and below by $e^{z}$), and it
# has its trouble on the other side:
#
# | $z$ | $1/(1 + e^{-z})$ | $e^{z}/(1 + e^{z})$ |
# |---|---|---|
# | $-1000$ | $1/(1 + \infty)$, which is 0, with a warning | $0/(1 + 0)$, which is 0 |
# | $0$ | $1/(1 + 1)$, which is 0.5 | $1/(1 + 1)$, which is 0.5 |
# | $1000$ | $1/(1 + 0)$, which is 1 | $\infty/\infty$, which is `nan`, not a number |
#
# One `nan` in a training run spreads to every weight within one step. So use each form on the side where it
# is harmless. `np.where(z >= 0, first, second)` alone won't help: both of its arrays are **computed in full
# beforehand**, dangerous halves included. See to it that the exponential is never given a positive number.
#
# The check accepts whatever is right and silent; here, a warning on the way costs points.


# %% nbgrader={"grade_id": "w1-stable-sigmoid-code", "solution": true}
def stable_sigmoid(z):
    """The sigmoid of z, entry by entry, with no overflow on the way however large z is.

    z: a number or an array of any shape. Returns the same shape.
    stable_sigmoid(np.array([-1000.0, 0.0, 1000.0])) is [0, 0.5, 1], without a warning.
    """
    ### BEGIN SOLUTION
    e = np.exp(-np.abs(z))  # never above 1
    return np.where(z >= 0, 1, e) / (1 + e)
    ### END SOLUTION


# %% nbgrader={"grade_id": "w1-stable-sigmoid", "grade": true, "points": 2}
check("w1-stable-sigmoid", stable_sigmoid)

# %% [markdown] id="w1-stable-sigmoid-hint"
# <details><summary>Hint 1</summary>
#
# Look at the two forms: on its own side, each uses e to the power of a number that is 0 or negative. What is
# that number, in terms of the size of z?
#
# </details>
# <details><summary>Hint 2</summary>
#
# On both sides it is minus the absolute value of z. Compute that exponential once; it can't overflow. Then
# both forms have the same denominator.
#
# </details>
# <details><summary>Hint 3</summary>
#
# With e for that exponential, the denominator is 1 + e on both sides. Only the numerator differs: 1 where z
# is at least 0, and e elsewhere. `np.where` can choose it safely now.
#
# </details>

# %% [markdown] id="w1-stable-use"
# From here on we call `stable_sigmoid`. If you have not written it yet, call `sigmoid` in its place: for
# scores of ordinary size they agree.

# %% [markdown] id="w1-log-odds-why"
# ### Log-odds: the way back
#
# The method that we are building is called logistic **regression**, and yet it sorts things into classes.
# Regression usually means predicting a number that can be anything. Where is that number?
#
# Ask a bookmaker. A probability of 0.8 means four chances for and one against; the **odds** $p / (1 - p)$ are
# 4. Odds run from 0 to infinity, with "as likely as not" at 1. Their logarithm (the natural one, `np.log`)
# runs over all numbers, with "as likely as not" at 0: odds of 4 to 1 give $\log 4 \approx 1.386$, odds of 1
# to 4 give $-1.386$.
#
# Now start from $p = \sigma(z)$ and compute the odds: $p/(1-p)$ comes out as $e^{z}$, so the log-odds are
# exactly $z$. Our score was the logarithm of the odds all along. Logistic regression fits a straight-line
# formula to the log-odds, which can be any number. That is the regression. It becomes a classifier when you
# take the sigmoid and ask whether the result is above one half. One well-known Chinese textbook calls the
# method *log-odds regression*, which says it better than the English name.
#
# It also tells you how to read a weight. If $w_1 = 0.7$, then one unit more of $x_1$ adds 0.7 to the
# log-odds, and so multiplies the odds by $e^{0.7} \approx 2$.
#
# Write the function that takes a probability back to its score. The picture after it shows both ways on one
# square: each curve is the other's reflection.


# %% nbgrader={"grade_id": "w1-log-odds-code", "solution": true}
def log_odds(p):
    """The logarithm of the odds p / (1 - p), entry by entry.

    p: a number or an array of any shape, between 0 and 1 (both excluded). Returns the same shape.
    log_odds(0.5) is 0; log_odds(0.8) is about 1.386.
    """
    ### BEGIN SOLUTION
    return np.log(p / (1 - p))
    ### END SOLUTION


# %% nbgrader={"grade_id": "w1-log-odds", "grade": true, "points": 1}
check("w1-log-odds", log_odds)

# %% [markdown] id="w1-log-odds-hint"
# <details><summary>Hint 1</summary>
#
# First the odds, then their logarithm.
#
# </details>
# <details><summary>Hint 2</summary>
#
# For p = 0.8 the odds are 0.8 / 0.2 = 4. The natural logarithm in NumPy is `np.log`; `np.log10` is another
# one.
#
# </details>
# <details><summary>Hint 3</summary>
#
# Give `np.log` the fraction with p above and 1 - p below, and mind the brackets round what is below.
#
# </details>

# %% id="w1-log-odds-picture" tags=["demo"]
with once_written():
    display(curves.plot_log_odds(sigmoid, log_odds))

# %% [markdown] id="w1-loss-why"
# ## 4. How wrong is a probability?
#
# A program says: "Chinstrap, with probability 0.9." The bird is a Chinstrap. Good. Another program said 0.99,
# and a third said 0.1. To improve any of them we need one number that says how wrong the program was about
# this bird: the **loss**. Call $a$ the probability that the classifier gives for $y = 1$ (some books write
# $\hat{y}$). The loss should be small when the label is 1 and $a$ is close to 1, or the label is 0 and $a$
# close to 0.
#
# Take the label 1 first. We want something that is 0 at $a = 1$ and grows as $a$ shrinks, and grows steeply
# when a program is certain and wrong. Minus the natural logarithm does that: $-\log 0.99 = 0.01$,
# $-\log 0.9 = 0.105$, $-\log 0.5 = 0.693$, $-\log 0.1 = 2.303$, $-\log 0.01 = 4.605$. Each further step
# towards false certainty costs more. For the label 0 it is the same with $1 - a$ in the place of $a$.
#
# The two cases fit into one line, because $y$ is 0 or 1 and switches one half off:
#
# $$L(a, y) = -\bigl(\, y \log a + (1 - y) \log(1 - a) \,\bigr)$$
#
# At $y = 1$ the second half is multiplied by 0, at $y = 0$ the first.

# %% [markdown] id="w1-loss-ask"
# ### The loss of one example
#
# At the very edge the formula breaks. Suppose $a$ is exactly 0 and the label is 0 too. The program was right
# and certain, so the loss should be 0. But the formula contains $y \log a = 0 \cdot \log 0$, and to NumPy
# $\log 0$ is minus infinity, and $0 \cdot (-\infty)$ is `nan`. A perfect answer would ruin the whole sum.
#
# Can $a$ be exactly 1? The sigmoid never reaches it on paper; in 64 bits it does from about $z = 37$. So keep
# $a$ a hair away from both ends before you take a logarithm: replace what lies below $10^{-12}$ (in Python
# `1e-12`) by $10^{-12}$ and what lies above $1 - 10^{-12}$ by that. The worst loss is then about 27.6 where
# the formula says infinity, and the best one is 0.000000000001 where it says 0. Nobody will miss the
# difference.


# %% nbgrader={"grade_id": "w1-loss-code", "solution": true}
def loss(a, y):
    """The log loss of one example.

    a: the probability that the classifier gives for y = 1, a number from 0 to 1; y: the label, 0 or 1.
    Returns one number, finite also where a is exactly 0 or 1.
    loss(0.9, 1) is about 0.105; loss(0.9, 0) is about 2.303.
    """
    ### BEGIN SOLUTION
    a = np.clip(a, 1e-12, 1 - 1e-12)  # log(0) is minus infinity, and 0 times that is nan
    return -(y * np.log(a) + (1 - y) * np.log(1 - a))
    ### END SOLUTION


# %% nbgrader={"grade_id": "w1-loss", "grade": true, "points": 3}
check("w1-loss", loss)

# %% [markdown] id="w1-loss-hint"
# <details><summary>Hint 1</summary>
#
# Two lines: one that moves a away from 0 and 1, one that is the formula.
#
# </details>
# <details><summary>Hint 2</summary>
#
# `np.clip(value, low, high)` gives the value back, raised to low or lowered to high where it lies outside.
#
# </details>
# <details><summary>Hint 3</summary>
#
# In the formula the minus sign stands before the whole bracket. If loss(0.9, 0) comes out negative, the
# bracket has closed too early; if loss(0.9, 1) and loss(0.9, 0) have changed places, y and 1 - y have.
#
# </details>

# %% id="w1-loss-picture" tags=["demo"]
with once_written():
    display(curves.plot_losses(loss))

# %% [markdown] id="w1-cost-ask"
# ### The cost of many examples
#
# One bird proves little. The **cost** $J$ is the mean of the losses over all $m$ examples:
#
# $$J = \frac{1}{m} \sum_{i=1}^{m} L\bigl(a^{(i)}, y^{(i)}\bigr)$$
#
# The small numbers in round brackets, written as superscripts, count examples: $y^{(3)}$ is the label of the
# third bird, and no power. *Loss* for one and *cost* for all is how this course keeps the two apart;
# elsewhere the words are used freely.
#
# With a sum in place of the mean, a set of 200 birds would look twice as wrong as a set of 100 in which the
# birds are judged just as well.
#
# Your function gets $A$, a row of probabilities, and $Y$, a row of labels. Three birds,
# $A = [0.9, 0.8, 0.1]$, $Y = [1, 1, 0]$: the losses are 0.105, 0.223 and 0.105, their mean is 0.145.


# %% nbgrader={"grade_id": "w1-cost-code", "solution": true}
def cost(A, Y):
    """The mean log loss over m examples.

    A: probabilities (1, m); Y: labels 0 or 1 (1, m).
    Returns one number, finite also where A is exactly 0 or 1.
    cost(np.array([[0.9, 0.8, 0.1]]), np.array([[1, 1, 0]])) is about 0.145.
    """
    ### BEGIN SOLUTION
    A = np.clip(A, 1e-12, 1 - 1e-12)
    return np.mean(-(Y * np.log(A) + (1 - Y) * np.log(1 - A)))
    ### END SOLUTION


# %% nbgrader={"grade_id": "w1-cost", "grade": true, "points": 2}
check("w1-cost", cost)

# %% [markdown] id="w1-cost-hint"
# <details><summary>Hint 1</summary>
#
# NumPy's functions work on every entry of an array, so the formula of the loss can be used on whole rows.
#
# </details>
# <details><summary>Hint 2</summary>
#
# Keep away from 0 and 1 just as in `loss`. Then you have a row of m losses.
#
# </details>
# <details><summary>Hint 3</summary>
#
# What remains is one number from m numbers. `np.mean` takes the mean over all entries; with `np.sum` you
# would still have to divide by m.
#
# </details>

# %% [markdown] id="w1-cost-slip"
# <details><summary>When the cost comes out as 0.110 for those three birds</summary>
#
# Then only the half $y \log a$ is there. The third bird, with label 0, adds nothing whatever its probability
# is, so a false alarm is never punished. A program that says "Chinstrap" to every bird would have the cost 0.
#
# </details>

# %% [markdown] id="w1-likelihood"
# ### Why this formula and no other?
#
# So far $-(y \log a + (1-y) \log(1-a))$ was a curve with a good shape. It is more than that.
#
# Think of a coin that shows 1 with probability $a$. If we saw a 1, what we saw had probability $a$; if we saw
# a 0, it had $1 - a$. A single expression covers both, as you can check by putting in $y = 1$ and $y = 0$:
#
# $$p(y) = a^{y} (1 - a)^{1 - y}$$
#
# A classifier gives each bird a coin of its own. Take two birds. The first has label 1, and the classifier
# gave it $a = 0.9$; the second has label 0, and it gave it $a = 0.2$. Under these coins the labels that we
# really have show up with probability 0.9 and 0.8. Coins know nothing of one another, and the probabilities
# of independent things **multiply**: both together have probability $0.9 \cdot 0.8 = 0.72$. Another
# classifier that says 0.6 and 0.5 reaches only $0.6 \cdot 0.5 = 0.3$.
#
# The best classifier is the one under which the labels that we really have are most probable. That principle
# is called **maximum likelihood**, and you will carry it the rest of the way.

# %% [markdown] nbgrader={"grade_id": "w1-written-log-loss-question", "locked": true}
# ### In your own words: from likelihood to cost
#
# A formula that you can derive is one that you can repair when you have half forgotten it. Starting from
# $p(y) = a^{y}(1 - a)^{1-y}$ for one example, explain in a few lines how maximizing the probability of all
# $m$ labels leads to minimizing the cost $J$. Say what you assume about the examples, what the logarithm is
# good for and why it is allowed, and where the minus sign and the $1/m$ come from. (4 points, marked by a
# person.)
#
# <!-- BEGIN MARK SCHEME -->
# One point each:
# 1. The examples are taken to be independent, so that the probability of all labels is the product of the
#    single ones.
# 2. The logarithm turns the product into a sum (or: prevents tiny products; makes derivatives easy), which
#    gives $y \log a + (1-y) \log(1-a)$ for each example.
# 3. It is allowed because the logarithm rises everywhere, so the same parameters make a quantity and its
#    logarithm largest.
# 4. The minus sign turns the largest into the smallest; dividing by $m$ only scales and moves no minimum.
# <!-- END MARK SCHEME -->

# %% [markdown] nbgrader={"grade_id": "w1-written-log-loss", "grade": true, "solution": true, "points": 4}
# <!-- BEGIN SOLUTION -->
# If the examples are independent, the probability of all labels together is the product of the single ones:
#
# $$\prod_{i=1}^{m} \bigl(a^{(i)}\bigr)^{y^{(i)}} \bigl(1 - a^{(i)}\bigr)^{1 - y^{(i)}}$$
#
# We look for the parameters that make it largest. The logarithm rises everywhere, so the parameters that make
# the product largest also make its logarithm largest, and the logarithm of a product is a sum, which is easy
# to differentiate and doesn't shrink to nothing when $m$ is large:
#
# $$\sum_{i=1}^{m} \Bigl( y^{(i)} \log a^{(i)} + \bigl(1 - y^{(i)}\bigr) \log\bigl(1 - a^{(i)}\bigr) \Bigr)$$
#
# By custom we minimize a cost, so we put a minus sign in front: where the sum is largest, its negative is
# smallest. Dividing by $m$ changes the scale and leaves the place of the minimum where it is. The result is
# $J$, the mean of the losses.
# <!-- END SOLUTION -->

# %% [markdown] id="w1-written-log-loss-look"
# <details><summary>What a good answer contains (open it when yours is written)</summary>
#
# - A sentence that says when one may multiply: what must one bird's label not tell about another's?
# - What happens to a product of many numbers under a logarithm, and what the exponents $y$ and $1 - y$ become.
#   With the two birds: $\log 0.72 = \log 0.9 + \log 0.8$.
# - Why the winner stays the winner: if one number is greater than another, so is its logarithm.
# - Two last touches, each with its reason: one that makes "as large as possible" into "as small as possible",
#   one that makes sets of different size comparable.
#
# Give yourself a point for each of the four. If one is missing, add it in your own words before you go on.
#
# </details>

# %% [markdown] id="w1-quiz-cross-entropy-ask"
# ### Quiz: cross-entropy
#
# The log loss has a second name, **cross-entropy**, from information theory. There, $-\log$ of a probability
# measures surprise: an event that you gave probability 1 doesn't surprise you at all, one that you gave 0.01
# does, by 4.6. The cross-entropy of what happens and what you expected is your average surprise. Libraries
# use this name far more often than the other, so it is good to know that they mean the same thing.
#
# Here is a case to think through with pen and paper. In a town it rains on 8 days out of 10. A forecaster
# must announce the same probability of rain every day, and is scored by the mean log loss over those ten
# days. Which announcement gets the smallest score?
#
# - **a** 1.0, because rain is more likely than not.
# - **b** 0.5, because nobody can know about a single day.
# - **c** 0.8, because then the probability agrees with how often it rains.
# - **d** Any number above 0.5 scores the same, since each leads to the same decision to take an umbrella.

# %% nbgrader={"grade_id": "w1-quiz-cross-entropy-code", "solution": true}
# One letter, for example "a"
### BEGIN SOLUTION
cross_entropy = "c"
### END SOLUTION

# %% nbgrader={"grade_id": "w1-quiz-cross-entropy", "grade": true, "points": 1}
check("w1-quiz-cross-entropy", cross_entropy)

# %% [markdown] id="w1-convex"
# ### Why not the squared error?
#
# Half the squared distance, $\frac{1}{2}(a - y)^2$, is a reasonable way to measure a mistake as well. We
# don't use it here because of what comes later. We'll find good weights by walking downhill on the cost, and
# walking downhill is a good plan in a landscape that is one single bowl (the word is **convex**: a straight
# line between two points of the curve never runs below the curve). With a sigmoid inside, the squared error
# isn't one. It has hills, and shelves where it is almost flat, and whether you arrive at the lowest point
# depends on where you set out. The log loss of the same three examples is a bowl: from anywhere, downhill
# leads to the bottom.
#
# In the picture there are three examples with a single feature, $x = -1, 3, 1$ with labels $0, 0, 1$. The
# bias is held at $-3$, and the weight $w$ runs along the axis. The left picture begins at 0.13, so that small
# differences of height can be seen.

# %% id="w1-convex-picture" tags=["demo"]
with once_written():
    display(curves.plot_two_costs(stable_sigmoid, cost))

# %% [markdown] id="w1-convex-read"
# Start on the left picture at $w = 4$. Downhill is to the right, along a shelf that never ends and never gets
# below 0.167. The valley near $w = 0.4$ is deeper, 0.148, and out of reach behind the hill at 2. On the right
# picture there is nowhere to get stuck.

# %% [markdown] id="w1-slope-why"
# ## 5. Slopes
#
# Downhill needs a notion of steepness. How steep is a curve at one point?
#
# Take $f(x) = x^3$ at $x = 2$, where it is 8. Go a little to the right, to $x = 2.001$. There it is
# $2.001^3 = 8.012006$, about 8.012. We moved by 0.001 and the height rose by about 0.012: twelve times as
# much. Rise over run, height over width of a small triangle: that is the **slope**, and its limit for
# smaller and smaller triangles is the **derivative**. For $x^3$ it is $3x^2$, which at $x = 2$ is 12.
#
# At $x = 1$ the slope of the same curve is 3, at $x = 0$ it is 0. A straight line has one slope; a curve has
# another at every point.
#
# When we say that the derivative of $J$ by $w$ is 12, that is how to read it: move $w$ by a little, and $J$
# moves by twelve times as much.


# %% id="w1-cube"
def cube(x):
    return x**3


# %% [markdown] id="w1-slope-ask"
# ### Rise over run
#
# This one-liner measures the steepness of any function you can call, with no algebra at all. Later, when you
# have derived gradients on paper, it will say whether you got them right. (Here `a` is any place on the axis.
# It has nothing to do with the probability of section 4.)


# %% nbgrader={"grade_id": "w1-slope-code", "solution": true}
def slope(f, a, h):
    """Rise over run of f between a and a + h.

    f: a function of one number; a, h: numbers, h not 0. Returns one number.
    slope(cube, 2, 0.001) is about 12.006.
    """
    ### BEGIN SOLUTION
    return (f(a + h) - f(a)) / h
    ### END SOLUTION


# %% nbgrader={"grade_id": "w1-slope", "grade": true, "points": 1}
check("w1-slope", slope)

# %% [markdown] id="w1-slope-hint"
# <details><summary>Hint 1</summary>
#
# f is a function like any other: inside yours you can call it, as often as you need, with any number.
#
# </details>
# <details><summary>Hint 2</summary>
#
# The run is h. The rise is the difference of two heights: at which two places?
#
# </details>
# <details><summary>Hint 3</summary>
#
# The height at a + h minus the height at a, and the whole difference divided by the run. Mind the brackets
# round the difference.
#
# </details>

# %% id="w1-secants" tags=["demo"]
with once_written():
    display(slopes.plot_secants(slope, cube))

# %% [markdown] id="w1-central-ask"
# ### Better: both sides
#
# At $h = 0.001$ the slope came out as 12.006, a little more than 12. The triangle stands on one side only,
# and the curve bends upwards there. Let it reach the same distance to both sides:
#
# $$\frac{f(a + h) - f(a - h)}{2h}$$
#
# For $x^3$ at 2 with $h = 0.001$ this gives 12.000001. The two bends, one on each side, cancel almost
# completely. Dividing $h$ by 10 makes the error of the one-sided slope 10 times smaller, and that of the
# central slope 100 times smaller.


# %% nbgrader={"grade_id": "w1-central-slope-code", "solution": true}
def central_slope(f, a, h):
    """Rise over run of f between a - h and a + h.

    f: a function of one number; a, h: numbers, h not 0. Returns one number.
    central_slope(cube, 2, 0.001) is about 12.000001.
    """
    ### BEGIN SOLUTION
    return (f(a + h) - f(a - h)) / (2 * h)
    ### END SOLUTION


# %% nbgrader={"grade_id": "w1-central-slope", "grade": true, "points": 1}
check("w1-central-slope", central_slope)

# %% [markdown] id="w1-central-slope-hint"
# <details><summary>Hint 1</summary>
#
# Again two heights and a run. Where does the triangle begin this time, and where does it end?
#
# </details>
# <details><summary>Hint 2</summary>
#
# It begins at a - h. The run is twice as long as before.
#
# </details>
# <details><summary>Hint 3</summary>
#
# In Python `x / 2 * h` divides by 2 and then multiplies by h. Put brackets round the 2 * h.
#
# </details>

# %% id="w1-slope-errors" tags=["demo"]
with once_written():
    display(slopes.plot_slope_errors(slope, central_slope, cube, 2, 12))

# %% [markdown] id="w1-slope-errors-read"
# On the left both curves turn up again. There $h$ is so small that $f(a + h)$ and $f(a)$ agree in almost all
# of their sixteen digits, and the subtraction leaves only the last, rounded ones. Smaller is not always
# better: around $10^{-5}$ is a good $h$ for the central slope, and $10^{-8}$ for the one-sided.

# %% [markdown] id="w1-graph-why"
# ## 6. A calculation, walked backwards
#
# A network is a long calculation. We could measure its slopes by moving each weight in turn, but with 12288
# weights that means running the whole calculation 12288 times more for a single step. Is there a way to get
# all slopes at the price of about two runs?
#
# There is, and it fits on a small example. **For this section $a$, $b$ and $c$ are just three numbers that go
# into a calculation.** They have nothing to do with the probability $a$ and the bias $b$, which come back in
# section 8. Take $J = 3(a + bc)$ and cut it into steps so small that each does one thing only:
#
# $$u = bc \qquad v = a + u \qquad J = 3v$$
#
# Drawn as boxes with arrows this is a **computation graph**. From left to right it computes: with $a = 5$,
# $b = 3$, $c = 2$ we get $u = 6$, then $v = 11$, then $J = 33$. That direction is called forward.

# %% id="w1-graph-drawing" tags=["demo"]
graphs.draw_graph()

# %% [markdown] id="w1-graph-forward-ask"
# ### Forward
#
# The forward pass is plain arithmetic. What matters is that it keeps the numbers in between, since the way
# back will need them. Return all three by name.


# %% nbgrader={"grade_id": "w1-graph-forward-code", "solution": true}
def graph_forward(a, b, c):
    """The values in the graph of J = 3(a + bc), from left to right.

    a, b, c: numbers. Returns a dict with u = bc, v = a + u and J = 3v.
    graph_forward(1, 1, 1) is {"u": 1, "v": 2, "J": 6}.
    """
    ### BEGIN SOLUTION
    u = b * c
    v = a + u
    J = 3 * v
    ### END SOLUTION
    return {"u": u, "v": v, "J": J}


# %% nbgrader={"grade_id": "w1-graph-forward", "grade": true, "points": 1}
check("w1-graph-forward", graph_forward)

# %% [markdown] id="w1-graph-forward-hint"
# <details><summary>Hint 1</summary>
#
# Three lines, one for each box of the drawing, in the order in which the arrows allow it.
#
# </details>
# <details><summary>Hint 2</summary>
#
# u needs b and c only, so it comes first. Then v, which needs a and u.
#
# </details>
# <details><summary>Hint 3</summary>
#
# Each of the three formulas stands in the text above; in Python a product needs its `*`.
#
# </details>

# %% [markdown] id="w1-graph-backward-why"
# ### Backward
#
# How strongly does $J$ react to each quantity? Start at the right end and ask box by box, as with the small
# triangles of section 5.
#
# Nudge $v$ from 11 to 11.001: $J = 3v$ goes from 33 to 33.003. So $dJ/dv = 3$.
#
# Nudge $a$ from 5 to 5.001: then $v$ goes to 11.001, and we know what that does. The change passes through
# two boxes, and its effect is multiplied by the slope of each: $dJ/da = dJ/dv \cdot dv/da = 3 \cdot 1 = 3$.
# That is the **chain rule**: along a path, slopes multiply.
#
# Nudge $b$ from 3 to 3.001: then $u = bc$ moves by 0.002, since $c = 2$. So $du/db = c$, which is 2 here, and
# along the whole path $dJ/db = 3 \cdot 1 \cdot 2 = 6$. For $c$ the same question to its own box gives
# $du/dc = b$.
#
# Look at what was saved. $dJ/dv$ was worked out once and served everything on its left. Each box needs to
# know only how its own output reacts to its own inputs. That is why one walk backwards is enough for all
# derivatives, and it is what **back-propagation** means.

# %% id="w1-graph-slopes" tags=["demo"]
graphs.draw_graph(local_slopes=True)

# %% [markdown] id="w1-graph-backward-ask"
# In code we write `dv` for $dJ/dv$, `db` for $dJ/db$ and so on: the $J$ is understood. Once you have walked
# this graph backwards, the backward pass of a deep network in week 4 is a repetition, with matrices in the
# place of numbers.


# %% nbgrader={"grade_id": "w1-graph-backward-code", "solution": true}
def graph_backward(a, b, c):
    """The derivative of J = 3(a + bc) by every quantity in its graph, from right to left.

    a, b, c: numbers. Returns a dict with dv, du, da, db and dc, where dv means dJ/dv.
    At a = 5, b = 3, c = 2, dv is 3 and db is 6.
    """
    ### BEGIN SOLUTION
    dv = 3
    du = dv * 1
    da = dv * 1
    db = du * c
    dc = du * b
    ### END SOLUTION
    return {"dv": dv, "du": du, "da": da, "db": db, "dc": dc}


# %% nbgrader={"grade_id": "w1-graph-backward", "grade": true, "points": 3}
check("w1-graph-backward", graph_backward)

# %% [markdown] id="w1-graph-backward-hint"
# <details><summary>Hint 1</summary>
#
# Go from right to left: dv first, then du and da, then db and dc. Each line is a derivative that you have
# already, times the slope of one arrow in the drawing.
#
# </details>
# <details><summary>Hint 2</summary>
#
# v = a + u: if u grows by a little, v grows by the same little, so the slope is 1; the same for a.
#
# </details>
# <details><summary>Hint 3</summary>
#
# u = bc: how much does u move when b moves by 1 and c stays? That number is the slope for db. Multiply it by
# du.
#
# </details>

# %% [markdown] id="w1-graph-stages"
# Here is the same graph in six numbered stages: forward in blue down the left column, then backward in orange
# down the right one. Below it is a version with buttons, if you prefer to set the pace yourself.

# %% id="w1-graph-stages-picture" tags=["demo"]
with once_written():
    display(graphs.draw_stages(graph_forward, graph_backward))

# %% id="w1-graph-stepper" tags=["demo"]
from lib.figures.steppers import step_through_graph

with once_written():
    display(step_through_graph(graph_forward, graph_backward))

# %% [markdown] id="w1-two-paths-why"
# ### Two paths
#
# In that graph every quantity reached $J$ by a single path. What if there are two? Let
#
# $$p = a + b \qquad q = bc \qquad J = pq$$
#
# Here $b$ feeds both $p$ and $q$. At $a = 1$, $b = 2$, $c = 3$ we have $p = 3$, $q = 6$ and $J = 18$. Move
# $b$ to 2.001. Then $p$ becomes 3.001 and $q$ becomes 6.003, and $J = 3.001 \cdot 6.003 = 18.015$. It moved
# by 15 times as much as $b$.
#
# Follow the paths one by one. Through $p$: the slope of $p$ by $b$ is 1, and the slope of $J$ by $p$ is
# $q = 6$; product 6. Through $q$: the slope of $q$ by $b$ is $c = 3$, and the slope of $J$ by $q$ is
# $p = 3$; product 9. And $6 + 9 = 15$. **Along a path multiply; over paths add.** These two rules are the
# whole of back-propagation.

# %% id="w1-two-paths-drawing" tags=["demo"]
graphs.draw_two_paths()

# %% [markdown] id="w1-two-paths-ask"
# Each weight of a real network influences the cost along very many paths, through every example and every
# neuron after it. The sum is what code forgets most easily, so here it is the point. Who forgets a path gets
# 6 or 9; who multiplies the two paths gets 54.


# %% nbgrader={"grade_id": "w1-two-paths-code", "solution": true}
def two_paths(a, b, c):
    """The derivatives of J = pq by a, b and c, where p = a + b and q = bc.

    a, b, c: numbers. Returns a dict with da, db and dc.
    At a = 1, b = 2, c = 3, db is 15.
    """
    ### BEGIN SOLUTION
    p = a + b
    q = b * c
    dp = q
    dq = p
    da = dp
    db = dp + dq * c
    dc = dq * b
    return {"da": da, "db": db, "dc": dc}
    ### END SOLUTION


# %% nbgrader={"grade_id": "w1-two-paths", "grade": true, "points": 2}
check("w1-two-paths", two_paths)

# %% [markdown] id="w1-two-paths-hint"
# <details><summary>Hint 1</summary>
#
# First forward, p and q, then backward. J is a product: what is its slope by each of its factors?
#
# </details>
# <details><summary>Hint 2</summary>
#
# Its slope by p is q, and its slope by q is p. Call them dp and dq. Now a reaches J only through p, c only
# through q, and b through both.
#
# </details>
# <details><summary>Hint 3</summary>
#
# For b: dp times the slope of p by b, plus dq times the slope of q by b. Those two slopes are 1 and c.
#
# </details>

# %% [markdown] id="w1-hinton"
# Several people found this, more than once; the idea is older than its fame. The paper that made it known
# appeared in *Nature* in 1986, by David Rumelhart, Geoffrey Hinton and Ronald Williams. Hinton has told how
# much work went into getting it accepted. One of those who judged it for the journal was a psychologist.
# Hinton, who had studied psychology himself, took the trouble to show him in familiar terms what the method
# could do: it could learn what words mean, as lists of features, from examples alone.

# %% [markdown] id="w1-direction-why"
# ## 7. Which way is steepest?
#
# With one weight there are two ways to go, left and right. With two weights you stand on a hillside and can
# walk in any direction of the compass. How steep is it in each?
#
# For this section $x$ and $y$ are places on a map. Take the bowl $f(x, y) = 1.5\,x^2 + 2\,y^2$ and stand at
# $x = 1$, $y = 1$. Two slopes you can work out: $df/dx = 3x$, to the east, is 3 here, and $df/dy = 4y$, to
# the north, is 4. For a direction between, at an angle $\theta$ from east, take a step of length 1 apart in a
# right-angled triangle. Its lower side is how far east the step goes, and its length is called $\cos\theta$;
# its upright side is how far north it goes, $\sin\theta$.

# %% id="w1-direction-step" tags=["demo"]
descent.draw_step()

# %% [markdown] id="w1-direction-formula"
# A short step of length $t$ is the same triangle made smaller: $t \cos\theta$ to the east and
# $t \sin\theta$ to the north. The first lifts you by $3\, t\cos\theta$, the second by $4\, t\sin\theta$.
# Divide by $t$, and you have the **directional derivative**, the slope in that direction:
#
# $$\frac{df}{dx} \cos\theta + \frac{df}{dy} \sin\theta$$
#
# East, at $\theta = 0$, gives 3. North, at 90 degrees, gives 4. The step in the drawing, at 53 degrees, gives
# $3 \cdot 0.6 + 4 \cdot 0.8 = 5$, more than either of them. The opposite way, at 233 degrees, gives $-5$.

# %% [markdown] id="w1-direction-ask"
# ### Write the directional derivative
#
# Why is it called gradient *descent*, and why follow the gradient rather than any other downhill direction?
# Write this function, and the picture after it will answer. The angle comes in radians, which is what NumPy's
# functions of angles expect.


# %% nbgrader={"grade_id": "w1-directional-derivative-code", "solution": true}
def directional_derivative(df_dx, df_dy, theta):
    """The slope of a surface in the direction theta.

    df_dx, df_dy: the slopes to the east and to the north; theta: the angle from east, in radians.
    All are numbers. Returns one number.
    directional_derivative(3, 4, 0) is 3; directional_derivative(3, 4, np.pi / 2) is 4.
    """
    ### BEGIN SOLUTION
    return df_dx * np.cos(theta) + df_dy * np.sin(theta)
    ### END SOLUTION


# %% nbgrader={"grade_id": "w1-directional-derivative", "grade": true, "points": 1}
check("w1-directional-derivative", directional_derivative)

# %% [markdown] id="w1-directional-derivative-hint"
# <details><summary>Hint 1</summary>
#
# How far east does a step of length 1 in the direction theta take you, and how far north?
#
# </details>
# <details><summary>Hint 2</summary>
#
# Those distances are the cosine and the sine of theta. NumPy has them as np.cos and np.sin, both in radians.
#
# </details>
# <details><summary>Hint 3</summary>
#
# Each slope times the distance walked its way, and the two effects added.
#
# </details>

# %% id="w1-direction-picture" tags=["demo"]
with once_written():
    display(descent.plot_directions(directional_derivative))

# %% [markdown] id="w1-direction-read"
# The top of that wave is no accident. Put the two slopes together into one arrow, the **gradient** $(3, 4)$,
# and the direction into another, $(\cos\theta, \sin\theta)$, of length 1. The directional derivative is the
# dot product of the two, and a dot product is the product of the lengths times the cosine of the angle
# between:
#
# $$3\cos\theta + 4\sin\theta \;=\; 5 \cdot 1 \cdot \cos(\text{angle between})$$
#
# A cosine is never above 1, and it is 1 only when the angle is 0. So the surface rises most steeply exactly
# where the gradient points, and the slope there is the gradient's length, 5. The opposite direction falls
# most steeply. At a right angle to the gradient the ground is level. This is why training steps *against* the
# gradient: among all steps of the same small length, that one lowers the cost most.

# %% [markdown] id="w1-one-why"
# ## 8. The gradient of logistic regression
#
# Now put sections 3 to 6 together. From here on $a$ is a probability again and $b$ a bias. One bird, two
# features, one label. The calculation forward is
#
# $$z = w_1 x_1 + w_2 x_2 + b \qquad a = \sigma(z) \qquad L = -\bigl(y \log a + (1 - y)\log(1 - a)\bigr)$$
#
# and we want to know how $L$ reacts to $w_1$, $w_2$ and $b$. Walk backwards. The only hard stretch is from
# $L$ back to $z$, and it ends in a surprise. The logarithms, the fraction and the exponential cancel, and
# what remains is
#
# $$dz = \frac{dL}{dz} = a - y$$
#
# Prediction minus truth. If the program says 0.9 and the label is 1, then $dz = -0.1$: the loss would fall if
# $z$ rose, and only a little is left to gain. If it says 0.9 and the label is 0, $dz = 0.9$, a strong push
# downwards.

# %% [markdown] id="w1-four-slopes"
# ### The four slopes you need
#
# On that stretch stand a fraction, an exponential, two logarithms and a $1 - a$. Four slopes cover them all:
#
# | function | its slope | for example |
# |---|---|---|
# | $x^n$ | $n\,x^{n-1}$ | $x^3$ at 2 has slope 12; $1/x = x^{-1}$ has slope $-1/x^2$, at 2 that is $-0.25$ |
# | $e^x$ | $e^x$, the same again | at 1 the height is 2.718 and so is the slope |
# | $\log x$ | $1/x$ | at 4 the slope is 0.25 |
# | $1 - x$ | $-1$ | one more in $x$ is one less in $1 - x$ |
#
# The last one matters inside another function. In $\log(1 - x)$ there are two boxes in a row, $u = 1 - x$ and
# then $\log u$. Along a path slopes multiply:
#
# $$\text{slope of } \log(1 - x) \;=\; \frac{1}{u} \cdot (-1) \;=\; -\frac{1}{1 - x}$$
#
# At $x = 0.75$ that is $-4$.
#
# The same goes for the sigmoid, as three boxes: $u = e^{-z}$, then $q = 1 + u$, then $a = 1/q$. Their slopes
# are $-e^{-z}$ (the minus from the $-z$ inside), 1, and $-1/q^2$. Multiply:
#
# $$\frac{da}{dz} = \frac{e^{-z}}{q^2} = \frac{1}{q} \cdot \frac{e^{-z}}{q} = a\,(1 - a)$$
#
# The last step holds because $1/q$ is $a$, and because $q = 1 + e^{-z}$ makes $e^{-z}/q$ equal to
# $(q - 1)/q$, which is $1 - 1/q$, or $1 - a$. At $z = 0$ the slope is $0.5 \cdot 0.5 = 0.25$, and it is
# nowhere steeper. Your `central_slope` confirms every one of these.

# %% id="w1-four-slopes-measured" tags=["demo"]
with once_written():
    a_at_2 = stable_sigmoid(2.0)
    for name, function, place, rule in [
        ("x^3", cube, 2.0, 3 * 2.0**2),
        ("1/x", lambda x: 1 / x, 2.0, -1 / 2.0**2),
        ("e^x", np.exp, 1.0, np.exp(1.0)),
        ("log x", np.log, 4.0, 1 / 4.0),
        ("log(1 - x)", lambda x: np.log(1 - x), 0.75, -1 / (1 - 0.75)),
        ("sigmoid", stable_sigmoid, 2.0, a_at_2 * (1 - a_at_2)),
    ]:
        rule, measured = np.squeeze(rule), np.squeeze(central_slope(function, place, 1e-5))
        print(f"{name:10} at {place:4}: rule {rule:9.6f}, measured {measured:9.6f}")

# %% [markdown] nbgrader={"grade_id": "w1-written-dz-question", "locked": true}
# ### In your own words: where a - y comes from
#
# The same cancellation returns in the last layer of every classifier, so it is worth seeing once from close
# by. Derive $dL/dz = a - y$. Begin with $dL/da$, then use the derivative of the sigmoid, $da/dz = a(1 - a)$,
# and the chain rule. Show the steps in which things cancel. (4 points, marked by a person.)
#
# <!-- BEGIN MARK SCHEME -->
# One point each:
# 1. $dL/da = -\frac{y}{a} + \frac{1 - y}{1 - a}$, with both signs right (the second half gains a minus from
#    the inner derivative of $1 - a$).
# 2. The chain rule, written out: $dL/dz = dL/da \cdot da/dz$ with $da/dz = a(1-a)$.
# 3. The cancelling step: $-y(1 - a) + (1 - y)a$.
# 4. Multiplied out and collected to $a - y$ (the terms $ya$ cancel).
#
# A right treatment of the two cases $y = 0$ and $y = 1$ one by one earns the same points.
# <!-- END MARK SCHEME -->

# %% [markdown] nbgrader={"grade_id": "w1-written-dz", "grade": true, "solution": true, "points": 4}
# <!-- BEGIN SOLUTION -->
# The derivative of $\log a$ is $1/a$, and the derivative of $\log(1 - a)$ is $-1/(1 - a)$, so
#
# $$\frac{dL}{da} = -\frac{y}{a} + \frac{1 - y}{1 - a}$$
#
# By the chain rule, with $da/dz = a(1 - a)$,
#
# $$\frac{dL}{dz} = \Bigl(-\frac{y}{a} + \frac{1 - y}{1 - a}\Bigr)\, a(1 - a) = -y(1 - a) + (1 - y)\,a$$
#
# In the first term $a$ cancelled, in the second $1 - a$. Multiplied out this is $-y + ya + a - ya$. The two
# terms $ya$ cancel, and $a - y$ is left.
# <!-- END SOLUTION -->

# %% [markdown] id="w1-written-dz-look"
# <details><summary>What a good answer contains (open it when yours is written)</summary>
#
# - The slope of $L$ by $a$ as two fractions, one for each half of the loss. Check your signs with numbers: at
#   $y = 1$, $a = 0.5$ it must be $-2$, and at $y = 0$, $a = 0.5$ it must be $2$.
# - The chain rule said in so many words: which two slopes are multiplied, and which of them was worked out
#   above.
# - The line in which each denominator meets its equal and disappears. At that moment two products are left.
# - The brackets multiplied out, and a sentence on what happens to the two terms with $y$ and $a$ in them.
#
# A point for each. Doing $y = 1$ and $y = 0$ one after the other is just as good.
#
# </details>

# %% [markdown] id="w1-one-ask"
# ### One example
#
# From $z$ on the walk is short. $z = w_1 x_1 + w_2 x_2 + b$ moves by $x_1$ when $w_1$ moves by 1, by $x_2$
# when $w_2$ does, and by 1 when $b$ does. So
#
# $$dw_1 = x_1\, dz \qquad dw_2 = x_2\, dz \qquad db = dz$$
#
# With numbers: $w_1 = 0.5$, $w_2 = -1$, $b = 2$, and a bird with $x_1 = 2$, $x_2 = 3$, $y = 1$. Then
# $z = 1 - 3 + 2 = 0$, $a = 0.5$, $dz = -0.5$, and the gradient is $dw_1 = -1$, $dw_2 = -1.5$, $db = -0.5$.
# All three are negative, so all three parameters should grow, and the largest feature asks for the largest
# change.
#
# From here on you write whole functions. This one is the heart of all training in week 1: forward, then
# backward, for one example.


# %% nbgrader={"grade_id": "w1-one-example-code", "solution": true}
def one_example(w1, w2, b, x1, x2, y):
    """The gradient of the loss of logistic regression for one example with two features.

    All arguments are numbers; y is 0 or 1. Returns a dict with dz, dw1, dw2 and db.
    one_example(0.5, -1, 2, 2, 3, 1) is {"dz": -0.5, "dw1": -1.0, "dw2": -1.5, "db": -0.5}.
    """
    ### BEGIN SOLUTION
    z = w1 * x1 + w2 * x2 + b
    a = stable_sigmoid(z)
    dz = a - y
    return {"dz": dz, "dw1": x1 * dz, "dw2": x2 * dz, "db": dz}
    ### END SOLUTION


# %% nbgrader={"grade_id": "w1-one-example", "grade": true, "points": 3}
check("w1-one-example", one_example)

# %% [markdown] id="w1-one-example-hint"
# <details><summary>Hint 1</summary>
#
# Forward you need two lines: z and then a. The loss itself isn't needed for its gradient.
#
# </details>
# <details><summary>Hint 2</summary>
#
# Backward begins with dz, prediction minus truth. The sign matters: the other way round, training climbs.
#
# </details>
# <details><summary>Hint 3</summary>
#
# Each weight's derivative is dz times the feature that this weight multiplies; the bias multiplies a constant
# 1.
#
# </details>

# %% id="w1-one-measured" tags=["demo"]
with once_written():
    gradient = one_example(0.5, -1, 2, 2, 3, 1)
    measured = central_slope(lambda w1: loss(stable_sigmoid(w1 * 2 + -1 * 3 + 2), 1), 0.5, 1e-5)
    derived, measured = np.squeeze(gradient["dw1"]), np.squeeze(measured)
    print(f"dw1 derived: {derived:.6f}   dw1 measured with central_slope: {measured:.6f}")

# %% [markdown] id="w1-loops-ask"
# ### Many examples, two loops
#
# The cost is the mean of $m$ losses, and the derivative of a mean is the mean of the derivatives. So go
# through the examples one after another, add up what each contributes to $J$, to $dw$ and to $db$, and
# **divide by $m$ once, at the end**.
#
# Loops stand at two depths. The outer one goes over the $m$ examples. Inside it the $n_x$ features are needed
# twice, since by now there may be more than two: one inner loop collects $z$ before you know $dz$, and a
# second one hands out $dw$ after. In the matrix $X$ feature $j$ of example $i$ is `X[j, i]`. The weights form
# a column of shape $(n_x, 1)$, and so does `dw`.
#
# Follow two examples with all weights at zero. $X = \begin{bmatrix} 1 & 3 \\ 2 & 4 \end{bmatrix}$ and
# $Y = \begin{bmatrix} 1 & 0 \end{bmatrix}$. Both predictions are 0.5, so $dz$ is $-0.5$ and then $0.5$. For
# the first weight: $1 \cdot (-0.5) + 3 \cdot 0.5 = 1$, divided by $m = 2$ gives 0.5. For the second:
# $2 \cdot (-0.5) + 4 \cdot 0.5 = 1$, again 0.5. For the bias: $-0.5 + 0.5 = 0$. The cost is 0.693.
#
# A loop is the slow way, and you'll see how slow in week 2, where all of them disappear. It is also the clear
# way, and the fast version will be compared with this one.


# %% nbgrader={"grade_id": "w1-two-loops-code", "solution": true}
def two_loops(w, b, X, Y):
    """The gradient and the cost of logistic regression over m examples.

    w: weights (n_x, 1); b: a number; X: examples as columns (n_x, m); Y: labels (1, m).
    Returns dw (n_x, 1), db and J, each a mean over the examples.
    two_loops(np.zeros((2, 1)), 0, np.array([[1, 3], [2, 4]]), np.array([[1, 0]]))
    is ([[0.5], [0.5]], 0, 0.693).
    """
    ### BEGIN SOLUTION
    n_x, m = X.shape
    dw, db, J = np.zeros((n_x, 1)), 0.0, 0.0
    for i in range(m):
        z = b
        for j in range(n_x):
            z += w[j, 0] * X[j, i]
        a = stable_sigmoid(z)
        dz = a - Y[0, i]
        for j in range(n_x):
            dw[j, 0] += X[j, i] * dz
        db += dz
        J += loss(a, Y[0, i])
    return dw / m, db / m, J / m
    ### END SOLUTION


# %% nbgrader={"grade_id": "w1-two-loops", "grade": true, "points": 4}
check("w1-two-loops", two_loops)

# %% [markdown] id="w1-two-loops-hint"
# <details><summary>Hint 1</summary>
#
# Before the loop: how many features and how many examples there are (both stand in X.shape), and dw, db and J
# all at zero. After the loop: divide, return.
#
# </details>
# <details><summary>Hint 2</summary>
#
# In the loop over i, first collect z: start at b and add w[j, 0] * X[j, i] for each feature j. Then a, then
# dz, as in one_example.
#
# </details>
# <details><summary>Hint 3</summary>
#
# Then a second loop over j adds X[j, i] * dz to dw[j, 0], and outside it db and J take what is theirs: dz,
# and the loss of this example. Nothing is divided until the loop over i is finished.
#
# </details>

# %% [markdown] id="w1-two-loops-slip"
# <details><summary>When dw comes out as 0.25 for the two examples, or as 0.75 and 1</summary>
#
# 0.25 means that $m$ divides twice, inside the loop and again at the end. With 150 birds the gradient would
# be 150 times too small, and training would look like a learning rate that is far too timid. 0.75 and 1 are
# half of what the second example alone gives: the sums were set to zero inside the loop, so each example
# erased the one before.
#
# </details>

# %% [markdown] id="w1-descent-why"
# ## 9. Gradient descent
#
# You know which way is downhill. How far should you go?
#
# Take the simplest landscape, a bowl with one weight: $J(w) = (w - 3)^2$, whose bottom is at 3 and whose
# slope is $2(w - 3)$. Then repeat
#
# $$w := w - \alpha\, dw$$
#
# Read $:=$ as "becomes": the new $w$ is the old one minus something. $dw$ is the slope at the old $w$, and
# $\alpha$ (alpha), the **learning rate**, is a small positive number. To the right of the bottom the slope is
# positive, and subtracting it takes $w$ to the left. To the left of the bottom the slope is negative, and
# subtracting it takes $w$ to the right. Either way it moves towards the bottom, and as the ground levels out,
# the steps grow shorter by themselves.
#
# With $\alpha = 0.25$ from $w = 0$: the slope is $-6$, so $w$ becomes 1.5. There it is $-3$, so $w$ becomes
# 2.25. Then $-1.5$ and 2.625. Each step halves the distance to 3.


# %% id="w1-bowl"
def bowl_slope(w):
    return 2 * (w - 3)


# %% [markdown] id="w1-descent-ask"
# ### Walk downhill
#
# All training in this course, up to the deepest network, is this loop with more numbers in it. Return every
# $w$ you visit, the start included, so that we can look at the path.


# %% nbgrader={"grade_id": "w1-gradient-descent-code", "solution": true}
def gradient_descent(gradient, w, alpha, iterations):
    """The places that gradient descent visits, from w on.

    gradient: a function of one number, the slope at that place; w: the start; alpha: the learning rate;
    iterations: how many steps. Returns a list of iterations + 1 numbers.
    gradient_descent(bowl_slope, 0, 0.25, 3) is [0, 1.5, 2.25, 2.625].
    """
    ### BEGIN SOLUTION
    visited = [w]
    for _ in range(iterations):
        w = w - alpha * gradient(w)
        visited.append(w)
    return visited
    ### END SOLUTION


# %% nbgrader={"grade_id": "w1-gradient-descent", "grade": true, "points": 2}
check("w1-gradient-descent", gradient_descent)

# %% [markdown] id="w1-gradient-descent-hint"
# <details><summary>Hint 1</summary>
#
# Begin with a list that holds the start, then repeat one step and append where it took you.
#
# </details>
# <details><summary>Hint 2</summary>
#
# `gradient` is a function. The slope at the present place is what it returns for w; it has to be asked again
# before each step.
#
# </details>
# <details><summary>Hint 3</summary>
#
# A step takes away alpha times that slope. With a plus in place of the minus the path climbs out of the bowl.
#
# </details>

# %% id="w1-descent-picture" tags=["demo"]
with once_written():
    display(descent.plot_paths(gradient_descent, bowl_slope, alphas=[0.03, 0.3, 1.05]))

# %% [markdown] id="w1-descent-read"
# The third path runs away, though nothing is wrong with its gradient. In this bowl one step takes the
# distance to the bottom times $1 - 2\alpha$. For $\alpha = 0.03$ that is 0.94: six per cent of the way in
# each step, which is slow. For 0.3 it is 0.4, and a few steps are enough. For 1.05 it is $-1.1$: each step
# jumps across the bottom and lands a tenth further out than it started.
#
# The 2 in $1 - 2\alpha$ says how strongly this bowl bends: it is the slope of the slope, the **curvature**.
# In a bowl of curvature $k$ a step takes the distance times $1 - k\alpha$, and so $\alpha$ must stay below
# $2/k$. The more it bends, the shorter the steps have to be. Keep this for the end of section 10.
#
# In a bowl the start hardly matters, as long as $\alpha$ is small enough: every path ends at the bottom. Try
# it yourself; the cell below has a slider.

# %% id="w1-descent-slider" tags=["demo"]
from lib.figures.steppers import slide_alpha

with once_written():
    display(slide_alpha(gradient_descent, bowl_slope))

# %% [markdown] id="w1-birds-why"
# ## 10. A first classifier
#
# Time for the birds. The measurements come from islands near Palmer Station in Antarctica, where Kristen
# Gorman and her colleagues weighed and measured penguins for several years and gave the data to everybody
# (Gorman, Williams and Fraser, 2014, CC0). We take the two species from the beginning, Adelie and Chinstrap,
# and two features, the length and the depth of the bill in millimetres.

# %% id="w1-birds"
X, Y = load_penguins()
print("X", X.shape, " Y", Y.shape, " Chinstraps:", Y.sum())
print("first bird:", X[:, 0], "mm, label", Y[0, 0])

# %% id="w1-birds-picture" tags=["demo"]
penguins.plot_penguins(X, Y)

# %% [markdown] id="w1-split-why"
# Could you draw a straight line between the two species? Nearly. A few birds will always stand on the wrong
# side, and no line can help that.
#
# If we judge the classifier by the birds from which it learned, we ask it about cases whose answers it has
# seen. So before we train, some birds are set aside, and the training never sees them. The file lists one
# species after the other, so we shuffle first: the permutation mixes the *columns*, in the same order in $X$
# and in $Y$. Its seed is fixed, so you and I get the same birds.

# %% id="w1-split"
order = np.random.default_rng(1).permutation(Y.shape[1])
X_train, Y_train = X[:, order[:150]], Y[:, order[:150]]
X_test, Y_test = X[:, order[150:]], Y[:, order[150:]]
print("to learn from:", Y_train.shape[1], " set aside:", Y_test.shape[1])

# %% [markdown] id="w1-standardize-why"
# The lengths lie around 42 mm and the depths around 18 mm, both far from zero compared with how much they
# vary. That makes training slow, and you'll see by how much. The usual cure is to **standardize**: from each
# feature take away its mean, then divide by its standard deviation. A bill of average length becomes 0, an
# unusually long one 1 or 2, an unusually short one $-1$ or $-2$. The mean and the deviation are taken from
# the training birds alone and then used for all; the birds set aside must not influence anything. (`axis=1`
# takes the mean along each row, and `keepdims` keeps it a column. Week 2 has more about both.)

# %% id="w1-standardize"
mean = X_train.mean(axis=1, keepdims=True)
deviation = X_train.std(axis=1, keepdims=True)


def standardize(X):
    return (X - mean) / deviation


print("means", mean.ravel().round(1), "mm, deviations", deviation.ravel().round(1), "mm")

# %% [markdown] id="w1-train-ask"
# ### Train
#
# You have every part: `two_loops` gives the gradient and the cost, and a step is $w := w - \alpha\,dw$,
# $b := b - \alpha\,db$. Start with all parameters at zero (for logistic regression that is a fine start;
# for networks with hidden layers it is not, and week 3 shows why).
#
# This function is the whole of learning, in about eight lines. Keep the cost *before* each update, so that
# the list begins at $\log 2 \approx 0.693$, the cost of a classifier that says one half to everything. If
# your list begins elsewhere, the start is not zero or the cost was noted after the step.


# %% nbgrader={"grade_id": "w1-train-code", "solution": true}
def train(X, Y, alpha, iterations):
    """Logistic regression trained by gradient descent, from zeros.

    X: examples as columns (n_x, m); Y: labels (1, m); alpha: the learning rate; iterations: how many steps.
    Returns w (n_x, 1), b and costs, the list of the costs before each step (iterations numbers).
    train(np.array([[1, 3], [2, 4]]), np.array([[1, 0]]), 0.1, 1) is ([[-0.05], [-0.05]], 0, [0.693]).
    """
    ### BEGIN SOLUTION
    w, b, costs = np.zeros((X.shape[0], 1)), 0.0, []
    for _ in range(iterations):
        dw, db, J = two_loops(w, b, X, Y)
        costs.append(J)
        w = w - alpha * dw
        b = b - alpha * db
    return w, b, costs
    ### END SOLUTION


# %% nbgrader={"grade_id": "w1-train", "grade": true, "points": 4}
check("w1-train", train)

# %% [markdown] id="w1-train-hint"
# <details><summary>Hint 1</summary>
#
# It is gradient_descent again, with two things that move, w and b, and a list of costs in place of a list of
# places.
#
# </details>
# <details><summary>Hint 2</summary>
#
# How many weights are there? As many as X has rows, as a column. Then repeat: ask two_loops, note the cost,
# move w, move b.
#
# </details>
# <details><summary>Hint 3</summary>
#
# Both parameters move by the gradients of the same moment, so call two_loops once in each round, before
# either moves, and unpack its three results.
#
# </details>

# %% id="w1-train-birds" tags=["demo"]
with once_written():
    w, b, costs = train(standardize(X_train), Y_train, alpha=1.0, iterations=200)
    first, last = np.squeeze(costs[0]), np.squeeze(costs[-1])
    print(f"w = {np.ravel(w).round(2)}, b = {np.squeeze(b):.2f}, cost from {first:.3f} to {last:.3f}")
    display(penguins.plot_costs(costs))

# %% [markdown] id="w1-train-read"
# Read the two weights. The first is positive and the second negative: a longer bill speaks for Chinstrap, a
# deeper one for Adelie. And in log-odds: one standard deviation more of length adds the first weight to the
# score.

# %% [markdown] id="w1-predict-ask"
# ### Predict
#
# A probability is an opinion, and sooner or later somebody needs a decision. The rule is simple: 1 where
# $a > 0.5$, else 0. Write the function for all columns of $X$ at once, with loops or without.


# %% nbgrader={"grade_id": "w1-predict-code", "solution": true}
def predict(w, b, X):
    """The decision for each example: 1 where the probability is above one half, else 0.

    w: weights (n_x, 1); b: a number; X: examples as columns (n_x, m). Returns (1, m), zeros and ones.
    predict(np.array([[1], [-1]]), 0, np.array([[2, 1], [1, 3]])) is [[1, 0]].
    """
    ### BEGIN SOLUTION
    A = stable_sigmoid(np.dot(w.T, X) + b)
    return (A > 0.5).astype(int)
    ### END SOLUTION


# %% nbgrader={"grade_id": "w1-predict", "grade": true, "points": 2}
check("w1-predict", predict)

# %% [markdown] id="w1-predict-hint"
# <details><summary>Hint 1</summary>
#
# For each example: the score z, the probability a, the comparison with 0.5. The result is a row with one
# entry for each column of X.
#
# </details>
# <details><summary>Hint 2</summary>
#
# With loops: begin with a row of zeros of shape (1, m), go through the columns, and set an entry to 1 where
# its probability is above one half. Without: np.dot of w transposed with X gives all the scores as a row.
#
# </details>
# <details><summary>Hint 3</summary>
#
# Comparing an array with a number gives an array of True and False. `.astype(int)` turns it into ones and
# zeros.
#
# </details>

# %% [markdown] id="w1-accuracy-ask"
# ### Accuracy
#
# Count the agreements and divide by the number of examples. Accuracy is the number that people ask for. It
# can't replace the cost in training, because it doesn't move when a weight moves by a little: its slope is 0
# nearly everywhere.


# %% nbgrader={"grade_id": "w1-accuracy-code", "solution": true}
def accuracy(predictions, Y):
    """The fraction of predictions that agree with the labels.

    predictions, Y: zeros and ones (1, m). Returns one number from 0 to 1.
    accuracy(np.array([[1, 0, 1]]), np.array([[1, 1, 1]])) is about 0.667.
    """
    ### BEGIN SOLUTION
    return np.mean(predictions == Y)
    ### END SOLUTION


# %% nbgrader={"grade_id": "w1-accuracy", "grade": true, "points": 1}
check("w1-accuracy", accuracy)

# %% [markdown] id="w1-accuracy-hint"
# <details><summary>Hint 1</summary>
#
# Compare the two rows entry by entry. What does `==` give for two arrays?
#
# </details>
# <details><summary>Hint 2</summary>
#
# It gives True where they agree. In a sum, True counts as 1 and False as 0.
#
# </details>
# <details><summary>Hint 3</summary>
#
# The fraction is the mean of those ones and zeros.
#
# </details>


# %% id="w1-result" tags=["demo"]
def length_at(p, depth):
    """The length at which a bird of this depth gets probability p: log_odds says which score that needs."""
    w1, w2 = np.ravel(w)
    from_depth = w2 * (depth - mean[1, 0]) / deviation[1, 0]
    return mean[0, 0] + deviation[0, 0] * (log_odds(p) - b - from_depth) / w1


with once_written():
    w, b, costs = train(standardize(X_train), Y_train, alpha=1.0, iterations=200)
    on_train = np.squeeze(accuracy(predict(w, b, standardize(X_train)), Y_train))
    on_test = np.squeeze(accuracy(predict(w, b, standardize(X_test)), Y_test))
    print(f"right on the birds it learned from: {on_train:.1%}   on the birds set aside: {on_test:.1%}")
    learned, aside = (X_train, Y_train), (X_test, Y_test)
    display(penguins.plot_boundary(lambda X: predict(w, b, standardize(X)), length_at, learned, aside))

# %% [markdown] id="w1-result-read"
# Which of the two numbers do you tell your friends? The second, 65 of 69. The first one, 147 of 150,
# flatters, since the line was placed so as to suit those very birds.
#
# Is 65 of 69 good? Somebody who says "Adelie" to each of those 69 birds is right for 42 of them, 61 per cent.
# A classifier is worth something only above that.
#
# Look at the seven birds with a ring. All of them lie near the line, and the program was not sure about any:
# it gave them probabilities between 0.31 and 0.63. A person who knew all 219 answers could lay a straight
# line with only three birds on the wrong side. Ours knew 150 of the answers, and it wanted good probabilities
# more than few mistakes.
#
# Even the second number is a matter of luck: with 69 birds set aside, one bird more or less is one and a half
# per cent. So shuffle twelve times with twelve seeds, train again each time, and look at all twelve. "About
# 19 in 20" is a fair summary of the picture; a decimal place would not be.


# %% id="w1-shuffles" tags=["demo"]
def train_on_shuffle(seed):
    """Accuracy on 150 birds to learn from and on the other 69, and the share of Adelies among these."""
    order = np.random.default_rng(seed).permutation(Y.shape[1])
    learn, aside = order[:150], order[150:]
    mean, deviation = X[:, learn].mean(axis=1, keepdims=True), X[:, learn].std(axis=1, keepdims=True)
    Z = (X - mean) / deviation
    w, b, _ = train(Z[:, learn], Y[:, learn], alpha=1.0, iterations=200)
    says = np.asarray(predict(w, b, Z))
    return accuracy(says[:, learn], Y[:, learn]), accuracy(says[:, aside], Y[:, aside]), 1 - Y[:, aside].mean()


with once_written():
    display(penguins.plot_shuffles([train_on_shuffle(seed) for seed in range(12)]))

# %% [markdown] id="w1-raw-why"
# ### What did standardizing buy?
#
# Train once more on the raw millimetres. The birds and the method are the same, and the landscape is another
# one. Here is the cost over the two weights, seen from above, with the bias held at 0 so that it can be drawn.


# %% id="w1-raw-valley" tags=["demo"]
def two_weights(X, alpha, iterations):
    """The path of the two weights when the bias stays at 0."""
    path = [np.zeros((2, 1))]
    for _ in range(iterations):
        path.append(path[-1] - alpha * np.reshape(two_loops(path[-1], 0.0, X, Y_train)[0], (2, 1)))
    return np.array(path)[:, :, 0]


def cost_of_weights(X):
    return lambda w1, w2: cost(stable_sigmoid(w1 * X[:1] + w2 * X[1:]), Y_train)


with once_written():
    Z_train = standardize(X_train)
    raw = cost_of_weights(X_train), two_weights(X_train, alpha=0.01, iterations=40)
    standard = cost_of_weights(Z_train), two_weights(Z_train, alpha=1.0, iterations=40)
    display(descent.plot_valleys(raw, standard))

# %% [markdown] id="w1-raw-valley-read"
# In millimetres it is a long narrow valley, and the steps jump from wall to wall of it while they hardly get
# on along its floor. Two things make it narrow.
#
# How strongly the cost bends along a weight grows with the *square* of its feature: around 42 for the length,
# and always 1 for the bias. At the start the curvature is 439 along the first weight, 84 along the second and
# 0.25 along the bias. And no bird is anywhere near 0: all of them measure roughly 42 by 18. So the two
# features act almost alike, and almost like the bias. Raise the first weight, lower the second a little more
# than twice as far, and nearly every score stays as it was. That is the floor of the valley. Raise both, and
# every score moves at once. That is its wall.
#
# With the bias counted in, the steepest direction at the start bends about 470 000 times as strongly as the
# flattest. In standard units it is 1.9 times. Remember from section 9 that $\alpha$ must stay below 2 divided
# by the curvature. In millimetres the steepest direction allows 0.0038 at most, and the flat ones then crawl.
# In standard units it allows 6.1, and no direction is left behind.

# %% id="w1-raw" tags=["demo"]
with once_written():
    _, _, standard_costs = train(standardize(X_train), Y_train, alpha=1.0, iterations=200)
    raw_costs = {alpha: train(X_train, Y_train, alpha, iterations=200)[2] for alpha in (0.003, 0.01)}
    display(penguins.plot_raw_costs(standard_costs, raw_costs))

# %% [markdown] id="w1-raw-read"
# The solid lines are your 200 steps; the dots further on were worked out beforehand, because your two loops
# would need a while. In standard units the cost is below 0.1 after 39 steps. In raw millimetres the careful
# run, with an $\alpha$ a little under the limit, needs 3061 steps for that. The bold one, far beyond the limit,
# jumps from wall to wall for some 250 steps, at times with a cost more than four times that of a classifier
# that says one half to everything. Then it has moved along to where the walls are less steep, settles, and
# needs 677 in all.

# %% [markdown] id="w1-your-bird"
# ### A bird of your own
#
# Here you are, with a ruler and a penguin. Type the two lengths, in millimetres, and run the cell; then move
# one of them by a millimetre and see how sure the program stays.

# %% id="w1-your-bird-answer" tags=["demo"]
length, depth = 44.5, 18.0

with once_written():
    w, b, _ = train(standardize(X_train), Y_train, alpha=1.0, iterations=200)
    w1, w2 = np.ravel(w)
    x1, x2 = standardize(np.array([[length], [depth]])).ravel()
    p = np.squeeze(stable_sigmoid(w1 * x1 + w2 * x2 + b))
    print(f"{'Chinstrap' if p > 0.5 else 'Adelie'}, with probability {max(p, 1 - p):.2f}")
    bird = length, depth
    display(penguins.plot_verdict(lambda X: predict(w, b, standardize(X)), length_at, X, Y, bird))

# %% [markdown] id="w1-your-bird-read"
# It knows two species and nothing else in the world. Type the length and width of your thumb: it will name a
# penguin, and it may be very sure. Its probabilities mean something for birds like those it learned from.

# %% [markdown] id="w1-summary"
# ## Summary
#
# | formula | what it does | your function |
# |---|---|---|
# | $\hat{y} = \max(0, wx + b)$ | a weighted sum, then a bend: one neuron | `neuron` |
# | $X$: $(n_x, m)$, $Y$: $(1, m)$ | one example in each column | `picture_to_column`, `pictures_to_matrix` |
# | $a = \sigma(z) = 1/(1 + e^{-z})$ | from a score to a probability | `sigmoid`, `stable_sigmoid` |
# | $z = \log\frac{p}{1 - p}$ | from a probability back to its score | `log_odds` |
# | $L = -(y \log a + (1 - y)\log(1 - a))$ | how wrong one probability is | `loss` |
# | $J = \frac{1}{m}\sum L$ | how wrong many are; least where the labels are most probable | `cost` |
# | $\frac{f(a + h) - f(a - h)}{2h}$ | a slope, measured | `slope`, `central_slope` |
# | along a path multiply; over paths add | all slopes in one walk backwards | `graph_forward`, `graph_backward`, `two_paths` |
# | $\frac{df}{dx}\cos\theta + \frac{df}{dy}\sin\theta$ | the slope in any direction, greatest along the gradient | `directional_derivative` |
# | $dz = a - y$, $dw = x\,dz$, $db = dz$ | how the loss reacts to each parameter | `one_example`, `two_loops` |
# | $w := w - \alpha\,dw$ | a step downhill | `gradient_descent`, `train` |
# | 1 where $a > 0.5$ | from a probability to a decision, and how often it is right | `predict`, `accuracy` |
#
# Two more things have no formula. Standardize, or the valley is narrow. And judge on examples that took no
# part in the learning.

# %% [markdown] id="w1-quiz-summary-ask"
# ### Quiz: the whole week
#
# Six questions that need a little thought and at most a little arithmetic. Answering them tomorrow rather
# than now tells you more about what will stay.
#
# **1.** A score $z$ rises by 1. What happens to the odds $a / (1 - a)$?
#
# - **a** they rise by 1
# - **b** they are multiplied by about 2.72
# - **c** they double
# - **d** that depends on where $z$ was
#
# **2.** For a bird with label 1 the program said 0.5; its loss is 0.693. Another program said 0.25. What is
# its loss?
#
# - **a** 0.347
# - **b** 0.943
# - **c** 1.386
# - **d** 2.773
#
# **3.** $J = pq$, where $p$ and $q$ both depend on $b$. At the moment $p = 2$, $q = 5$, $dp/db = 3$ and
# $dq/db = 4$. What is $dJ/db$?
#
# - **a** 7
# - **b** 12
# - **c** 120
# - **d** 23
#
# **4.** One example with $x_1 = 2$, $y = 1$ and $a = 0.9$. One step of gradient descent with $\alpha = 0.1$
# on this example alone. What happens to $w_1$?
#
# - **a** it grows by 0.02
# - **b** it shrinks by 0.02
# - **c** it grows by 0.18
# - **d** it stays, because the prediction is right already
#
# **5.** You forget to divide the gradient by $m = 150$ and keep your $\alpha$. What happens to a step?
#
# - **a** nothing, the direction is the same
# - **b** it goes the same way, 150 times as far
# - **c** it turns round
# - **d** it becomes 150 times as short
#
# **6.** In the bowl $J = (w - 3)^2$ you start at $w = 0$ with $\alpha = 1$. Where are you after 1001 steps?
#
# - **a** at 3
# - **b** at 0
# - **c** very far away
# - **d** at 6

# %% nbgrader={"grade_id": "w1-quiz-summary-code", "solution": true}
# A dict: {"1": "...", "2": "...", "3": "...", "4": "...", "5": "...", "6": "..."}
### BEGIN SOLUTION
summary = {"1": "b", "2": "c", "3": "d", "4": "a", "5": "b", "6": "d"}
### END SOLUTION

# %% nbgrader={"grade_id": "w1-quiz-summary", "grade": true, "points": 4}
check("w1-quiz-summary", summary)

# %% [markdown] id="w1-stretch-engine"
# ## Stretch: let the machine walk backwards
#
# This part is optional and earns no points. It is for the evening on which you would like to know what the
# large libraries do when they say *automatic differentiation*.
#
# In section 6 every box did the same thing on the way back: it took the derivative that arrived from the
# right, multiplied it by the slope of each of its arrows, and added the result to what stood on its left. So
# let each number remember how it was made: its parents, and its slope by each of them. Then one function can
# walk back through any calculation whatever.
#
# In the class below, `Value(number, parents, slopes)` is such a number. Fill in what a sum, a product, an
# exponential and a logarithm remember, and then the walk. Before the walk the values must be put in order, so
# that each one is visited only when everything on its right is finished; the loop for that is given.
#
# You are done when the cell under the hints prints nine lines and in each of them both numbers agree to all
# five decimals.


# %% nbgrader={"grade_id": "w1-stretch-engine-code", "solution": true}
class Value:
    """A number that remembers how it was made, so that backward() can find every derivative.

    number: its value; parents: the Values it was made from; slopes: its derivative by each parent, in the
    same order; gradient: the derivative of the final result by this Value, once backward() has run.
    x = Value(3.0); y = x * x; y.backward(); then y.number is 9 and x.gradient is 6.
    """

    def __init__(self, number, parents=(), slopes=()):
        self.number = number
        self.parents = parents
        self.slopes = slopes
        self.gradient = 0.0

    def __add__(self, other):
        """self + other."""
        ### BEGIN SOLUTION
        return Value(self.number + other.number, (self, other), (1.0, 1.0))
        ### END SOLUTION

    def __mul__(self, other):
        """self * other."""
        ### BEGIN SOLUTION
        return Value(self.number * other.number, (self, other), (other.number, self.number))
        ### END SOLUTION

    def exp(self):
        """e to the power of self."""
        ### BEGIN SOLUTION
        result = np.exp(self.number)
        return Value(result, (self,), (result,))
        ### END SOLUTION

    def log(self):
        """The natural logarithm of self."""
        ### BEGIN SOLUTION
        return Value(np.log(self.number), (self,), (1 / self.number,))
        ### END SOLUTION

    def backward(self):
        """Set the gradient of every Value that this one was made from."""
        order = []  # parents always before what was made from them

        def visit(value):
            if value not in order:
                for parent in value.parents:
                    visit(parent)
                order.append(value)

        visit(self)
        for value in order:
            value.gradient = 0.0
        self.gradient = 1.0
        ### BEGIN SOLUTION
        for value in reversed(order):
            for parent, slope in zip(value.parents, value.slopes):
                parent.gradient += slope * value.gradient
        ### END SOLUTION


# %% [markdown] id="w1-stretch-engine-hint"
# <details><summary>Hint 1</summary>
#
# In a sum both slopes are 1. In a product each is the number of the other factor. For x * x both parents are
# the same Value, and that is fine: two paths, two contributions.
#
# </details>
# <details><summary>Hint 2</summary>
#
# The slope of e^x is e^x itself, which you have just computed; the slope of log x is 1 / x.
#
# </details>
# <details><summary>Hint 3</summary>
#
# In the walk, go through `order` from its end. For each value and each of its parents, add (with +=, since
# there may be several paths) the slope times the value's own gradient.
#
# </details>

# %% [markdown] id="w1-stretch-try"
# Three tries against the slopes that we measure: the graph of $J = 3(a + bc)$, the two paths, and the loss of
# one example with label 1, which is $-\log \sigma(z) = \log(1 + e^{-z})$.


# %% id="w1-stretch-try-code" tags=["demo"]
def three_a_plus_bc(a, b, c):
    return Value(3.0) * (a + b * c)


def two_paths_product(a, b, c):
    return (a + b) * (b * c)


def loss_of_label_one(w1, w2, b):
    z = w1 * Value(2.0) + w2 * Value(3.0) + b
    return (Value(1.0) + (Value(-1.0) * z).exp()).log()


def along(calculation, numbers, i):
    """The calculation as a function of its number i alone."""
    return lambda n: calculation(*map(Value, [*numbers[:i], n, *numbers[i + 1 :]])).number


def compare(calculation, numbers):
    values = [Value(number) for number in numbers]
    calculation(*values).backward()
    for i, value in enumerate(values):
        measured = np.squeeze(central_slope(along(calculation, numbers, i), numbers[i], 1e-5))
        print(f"{calculation.__name__}, number {i + 1}: engine {value.gradient:.5f}, measured {measured:.5f}")


with once_written():
    compare(three_a_plus_bc, [5.0, 3.0, 2.0])
    compare(two_paths_product, [1.0, 2.0, 3.0])
    compare(loss_of_label_one, [0.5, -1.0, 2.0])

# %% id="w1-progress" tags=["demo"]
from lib.progress import progress

progress()  # the best that your checks have seen, in all weeks

# %% [markdown] id="w1-next"
# ## Where to go next
#
# One training above took a fraction of a second, for 150 birds with two numbers each. A picture of section 2
# has 12288 numbers. With as many pictures as birds, the same 200 steps would take your two loops some
# minutes; with ten thousand pictures and two thousand steps, more than a day. **Week 2: vectorization and
# broadcasting** removes the loops: the same mathematics, the same results, and your `two_loops` to prove that
# nothing was lost. At its end the same logistic regression looks at pictures and says whether there is a cat.
#
# If something in this week stayed foggy, the parts that come back most are `one_example` and the walk
# backwards through a graph. Take three numbers of your own and follow them on paper.
#
# To read next: the four pages by Rumelhart, Hinton and Williams, "Learning representations by
# back-propagating errors", *Nature* 323, 1986. You know enough now to follow most of them.

# %% [markdown] id="w1-symbols"
# ## Symbols
#
# | symbol | in code | meaning | shape |
# |---|---|---|---|
# | $n_x$, $m$ | `n_x`, `m` | how many features, how many examples | numbers |
# | $x$, $X$ | `x1`, `X` | one feature or one example; all examples, as columns | $(n_x, m)$ |
# | $y$, $Y$ | `y`, `Y` | a label, 0 or 1; all labels, as a row | $(1, m)$ |
# | $x^{(i)}$, $y^{(i)}$ | `X[:, i]`, `Y[0, i]` | the example number $i$ and its label (no power) | |
# | $w$, $b$ | `w`, `b` | weights and bias, what training changes | $(n_x, 1)$, a number |
# | $w^T$ | `w.T` | the column $w$ laid down as a row | $(1, n_x)$ |
# | $z$ | `z` | the score, the log-odds | a number each |
# | $\sigma$ | `sigmoid` | sigma, the sigmoid | |
# | $a$, $A$, also $\hat{y}$ | `a`, `A` | the probability given for $y = 1$ | $(1, m)$ |
# | $L$, $J$ | `loss`, `cost` | the loss of one example, the mean over all | numbers |
# | $\log$ | `np.log` | the natural logarithm | |
# | $\frac{dJ}{dw}$, in short $dw$ | `dw` | the slope of $J$ by $w$; likewise `db`, `dz` | as $w$ |
# | $\alpha$ | `alpha` | alpha, the learning rate | a number |
# | $:=$ | `=` | becomes | |
#
# In section 5 $a$ was a place on an axis, and in section 6 $a$, $b$ and $c$ were three plain numbers.
