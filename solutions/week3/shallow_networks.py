# %% [markdown] id="w3-title"
# # Week 3: shallow networks
#
# In the middle of a town park lies a flower bed that is itself a flower: eight petals, blue and orange,
# four hundred plants. The plan has been lost. Every spring some plants are missing, and every spring the
# gardeners argue which colour belongs in the gap. Could a program look at the plants that are there, and
# answer for every place in the bed?
#
# One neuron can't. It draws one straight line, blue on this side and orange on that, and no straight line
# follows a petal. Four neurons that look at the bed together, and a fifth that listens to them, can. By the
# end of this notebook you have written that network from the first product to the last gradient, you have
# proved to yourself that the gradients are right, and it has learned the bed in about a second.
#
# **What it takes.** Seven to nine hours, in five evenings: sections 1 to 3; 4 and 5; 6; 7 and 8; 9 and 10.
# The stretch at the end is an hour or two more and earns no points.
#
# **What you need.** Weeks 1 and 2, or something like them: gradient descent, the chain rule along a
# computation graph, logistic regression without loops, shapes and broadcasting.
#
# **What you will be able to do.** Name every array of a network with one hidden layer, with its shape. Send
# all examples through it at once. Choose an activation and take its derivative. Derive the six backward
# equations and write them. Check gradients against measured slopes, and find the array that is wrong.
# Choose a start, train, and say what more hidden units buy and what they don't.

# %% [markdown] id="w3-how"
# ## How a page works
#
# As before: replace `raise NotImplementedError()`, run the cell, then the `check` below it, as often as you
# like. Hints are folded under each exercise. Where the text says *no loop*, a loop earns nothing. Pictures
# that use your functions wait until those are written, and long trainings show a bar.
#
# Run the next two cells first, and again whenever you restart the notebook. The first finds the course.

# %% id="w3-course" tags=["demo"]
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

# %% id="w3-imports"
import ipywidgets as widgets
import numpy as np
from IPython.display import display

from lib.check import check
from lib.data import load_penguins, load_planar
from lib.figures import activations, beds, films, networks, steppers, trainings
from lib.figures.progress import with_bar
from lib.waiting import once_written

# %% [markdown] id="w3-bed-why"
# ## 1. A bed that no line can part
#
# Here it is from above. $X$ has two rows, metres to the east and to the north of the middle, and one column
# for each plant. $Y$ is 0 for blue and 1 for orange. (No gardener measured this: a script drew the points,
# with some disorder. `datasets/README.md` has the recipe. Where a question is better asked of the world, we
# go back to the penguins.)

# %% id="w3-bed" tags=["demo"]
X, Y = load_planar("flower")
print("X", X.shape, " Y", Y.shape, f" orange: {Y.mean():.0%}")
display(beds.plot_bed(X, Y))

# %% [markdown] id="w3-line-why"
# How far does one straight line get? There is no need to train anything to find out. The next cell tries
# lines in every whole degree, each pushed through the bed from one end to the other, and keeps the best.

# %% id="w3-line" tags=["demo"]
beds.plot_best_line(X, Y)

# %% [markdown] id="w3-line-read"
# A finer search wins nothing: 294 is the most that any straight line gets right here, and whole petals lie
# on the wrong side. Logistic regression can't do better, however long you train it and with whatever
# learning rate. The line is what the formula $\sigma(w^T x + b)$ *is*: its probability is one half where
# $w^T x + b = 0$, and that is a straight line.
#
# One could hand it other features, such as products and squares of the coordinates. But which? A hidden
# layer finds its own.

# %% [markdown] id="w3-network-why"
# ## 2. A network and its names
#
# Look at what happens inside one neuron. It does two things, one after the other: a weighted sum, and then
# a bend, its **activation** $g$.

# %% id="w3-two-steps" tags=["demo"]
networks.draw_two_steps()

# %% [markdown] id="w3-network-names"
# Logistic regression is one such neuron with the sigmoid for $g$. Now put four of them side by side. All
# four see the same $x$, each with weights of its own. Their four answers are the input of a fifth.

# %% id="w3-network" tags=["demo"]
networks.draw_network()

# %% [markdown] id="w3-network-read"
# The four in the middle are **hidden**: the data says what goes in and what should come out, and nothing
# about what they ought to say.
#
# A number in square brackets names the layer: $a^{[1]}$ is what layer 1 gives. The input counts as layer 0,
# so $a^{[0]} = x$, but it isn't counted when one says how many layers there are, because nothing is
# computed in it. The picture shows a network of **two layers**. A number in round brackets names the
# example, as before, and a number below names the unit: $a^{[1](7)}_2$ is what unit 2 of layer 1 says about
# example 7.
#
# $W^{[1]}$ has one row for each unit of its layer and one column for each unit of the layer before;
# $b^{[1]}$ is a column with one entry for each unit. What the last layer gives is the network's answer
# $\hat{y}$, here $a^{[2]}$. In code the brackets are dropped: `W1`, `b1`, `A1`.

# %% [markdown] id="w3-layer-sizes-ask"
# ### Count the units
#
# Apart from $m$, the number of examples, all shapes of the week come from three numbers: how many inputs
# $n_x$, how many hidden units $n_h$, how many outputs $n_y$. The data fixes the first and the last. The
# middle one is yours to choose. Read them off.


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

# %% [markdown] id="w3-layer-sizes-hint"
# <details><summary>Hint 1</summary>
#
# Examples stand in columns. So how many numbers describe one example?
#
# </details>
# <details><summary>Hint 2</summary>
#
# As many as there are rows; and the labels are laid out in the same way.
#
# </details>
# <details><summary>Hint 3</summary>
#
# An array's `shape` is a tuple, rows first. Three results with commas between them are returned as a tuple.
#
# </details>

# %% [markdown] id="w3-quiz-layers-ask"
# ### Quiz: names
#
# **1.** A network takes 3 numbers. It has a layer of 4 units, then a layer of 5, then one output unit. How
# many layers does it have, the way the course counts?
#
# - **a** 2
# - **b** 3
# - **c** 4
# - **d** 10
#
# **2.** What is $a^{[0]}$?
#
# - **a** the bias of the first layer
# - **b** what the first hidden layer gives
# - **c** the input $x$
# - **d** the zeros with which training starts
#
# **3.** What does one neuron do?
#
# - **a** it bends every input, then adds them up with weights
# - **b** it adds up its inputs with weights and a bias, then bends the sum
# - **c** it multiplies its inputs with each other, then adds a bias
# - **d** it compares the input with the label
#
# **4.** What is $z^{[1](3)}_2$?
#
# - **a** the weighted sum of unit 3 in layer 1, for example 2
# - **b** the weighted sum of unit 1 in layer 2, for example 3
# - **c** what unit 2 of layer 1 gives for example 3, after the bend
# - **d** the weighted sum of unit 2 in layer 1, for example 3
#
# **5.** In the network of question 1, which shape does $W^{[2]}$ have?
#
# - **a** (4, 5)
# - **b** (5, 4)
# - **c** (4, 3)
# - **d** (1, 5)

# %% nbgrader={"grade_id": "w3-quiz-layers-code", "solution": true}
# A dict: {"1": "...", "2": "...", "3": "...", "4": "...", "5": "..."}
### BEGIN SOLUTION
names_of_a_network = {"1": "b", "2": "c", "3": "b", "4": "d", "5": "b"}
### END SOLUTION

# %% nbgrader={"grade_id": "w3-quiz-layers", "grade": true, "points": 2}
check("w3-quiz-layers", names_of_a_network)

# %% [markdown] id="w3-forward-why"
# ## 3. Forward: from one plant to all of them
#
# What does the network say about a plant? We go there in three strides: one plant and one neuron at a time,
# then one plant and a whole layer, then everything.
#
# The hidden neurons will bend with $\tanh$, the hyperbolic tangent, an S that runs from $-1$ to $1$ and
# passes through 0 (`np.tanh`). The output neuron bends with the sigmoid, because a probability of *orange*
# is wanted. Section 4 asks why, and what else one could take.

# %% [markdown] id="w3-sigmoid-ask"
# ### Bring your sigmoid
#
# Paste yours of week 2, or write it anew. Training will call it thousands of times, and scores can get
# large.


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

# %% [markdown] id="w3-sigmoid-hint"
# <details><summary>Hint 1</summary>
#
# Your notebook of week 2 has it in section 8. It must be free of loops: functions below call it, and they
# refuse loops.
#
# </details>
# <details><summary>Hint 2</summary>
#
# If you write it anew: with $e = e^{-|z|}$ nothing can overflow. `np.where` chooses between two numerators
# over the denominator $1 + e$.
#
# </details>
# <details><summary>Hint 3</summary>
#
# Or there is a short way. The sigmoid is tanh, squeezed to half its height, lifted to lie between 0 and 1,
# and stretched to twice its width. NumPy's tanh is safe for every z.
#
# </details>

# %% [markdown] id="w3-neurons-ask"
# ### One plant, neuron by neuron
#
# Take a plant at $x = (1, 2)$, and a network of two hidden neurons and one output:
#
# $$W^{[1]} = \begin{bmatrix} 1 & 0 \\ 2 & -1 \end{bmatrix} \quad b^{[1]} = \begin{bmatrix} 0 \\ 0 \end{bmatrix} \quad W^{[2]} = \begin{bmatrix} 2 & 5 \end{bmatrix} \quad b^{[2]} = -1$$
#
# Row 1 belongs to the first hidden neuron: $z = 1 \cdot 1 + 0 \cdot 2 + 0 = 1$, and $\tanh 1 \approx
# 0.762$. Row 2: $z = 2 \cdot 1 - 1 \cdot 2 + 0 = 0$, and $\tanh 0 = 0$. The output neuron sees these two
# numbers, and no longer the plant: $z = 2 \cdot 0.762 + 5 \cdot 0 - 1 \approx 0.523$, and $\sigma(0.523)
# \approx 0.628$. So: orange, with probability 0.63.
#
# Write it as slowly as it is told, with a loop over the hidden neurons and one over the output neurons. It
# is the witness for everything faster.


# %% nbgrader={"grade_id": "w3-neurons-code", "solution": true}
def forward_by_neurons(x, W1, b1, W2, b2):
    """One example through the network, neuron by neuron: tanh in the hidden layer, sigmoid at the output.

    x: one example (n_x, 1); W1 (n_h, n_x), b1 (n_h, 1); W2 (n_y, n_h), b2 (n_y, 1).
    Returns a1 (n_h, 1) and a2 (n_y, 1).
    forward_by_neurons(np.array([[1], [2]]), np.array([[1, 0], [2, -1]]), np.zeros((2, 1)),
    np.array([[2, 5]]), np.array([[-1]])) is about ([[0.762], [0]], [[0.628]]).
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

# %% [markdown] id="w3-neurons-hint"
# <details><summary>Hint 1</summary>
#
# Make two columns of zeros to be filled, one for each layer. `W1[i]` is the row of weights of neuron i, and
# `len(W1)` says how many neurons there are.
#
# </details>
# <details><summary>Hint 2</summary>
#
# The weighted sum is a dot product of two arrays of shape (n_x,): a row of weights, and `x[:, 0]`. The bias
# of neuron i stands in `b1[i, 0]`.
#
# </details>
# <details><summary>Hint 3</summary>
#
# The second loop is the first one again, with other names: what was x is now a1, and the bend is the
# sigmoid. The second loop must not begin before the first has ended.
#
# </details>

# %% [markdown] id="w3-layer-ask"
# ### One plant, a layer at a time
#
# The loop took row after row of $W^{[1]}$ and formed its dot product with $x$. All rows of a matrix with
# one and the same column: that is the matrix product, and a layer is one line of algebra,
#
# $$z^{[l]} = W^{[l]} a^{[l-1]} + b^{[l]} \qquad a^{[l]} = g^{[l]}(z^{[l]})$$
#
# In logistic regression you wrote $w^T x$, because $w$ was a column. Here each neuron's weights already lie
# in a row, and nothing is transposed. The activation comes as an argument: a function can be handed over
# like a number, as `np.tanh`, without brackets after it. No loop.


# %% nbgrader={"grade_id": "w3-layer-code", "solution": true}
def layer_forward(a_prev, W, b, g):
    """One layer at once, for one example.

    a_prev: what the layer before gives (n_prev, 1); W (n, n_prev); b (n, 1); g: the activation, a function.
    Returns z (n, 1) and a = g(z) (n, 1). No loop.
    layer_forward(np.array([[1], [2]]), np.array([[1, 0], [2, -1]]), np.zeros((2, 1)), np.tanh)
    is about ([[1], [0]], [[0.762], [0]]).
    """
    ### BEGIN SOLUTION
    z = W @ a_prev + b
    return z, g(z)
    ### END SOLUTION


# %% nbgrader={"grade_id": "w3-layer", "grade": true, "points": 2}
check("w3-layer", layer_forward)

# %% [markdown] id="w3-layer-hint"
# <details><summary>Hint 1</summary>
#
# Say the shapes: (n, n_prev) with (n_prev, 1), wanted (n, 1).
#
# </details>
# <details><summary>Hint 2</summary>
#
# `*` would stretch the column along the rows and add nothing up. Which product takes rows with columns?
#
# </details>
# <details><summary>Hint 3</summary>
#
# Keep the sum under a name, since it is wanted twice: returned as it is, and put into g. Inside the
# function you don't know which function g is; just call it.
#
# </details>

# %% [markdown] id="w3-layer-twice"
# Two calls are the whole network: `layer_forward(x, W1, b1, np.tanh)`, and then what came out of it with
# `W2`, `b2` and `sigmoid`. The next cell does it with the plant from above and compares it with your loops.

# %% id="w3-layer-try" tags=["demo"]
x, W1, b1 = np.array([[1.0], [2.0]]), np.array([[1.0, 0.0], [2.0, -1.0]]), np.zeros((2, 1))
W2, b2 = np.array([[2.0, 5.0]]), np.array([[-1.0]])
with once_written():
    _, a1 = layer_forward(x, W1, b1, np.tanh)
    _, a2 = layer_forward(a1, W2, b2, sigmoid)
    print("layer by layer:  ", a1.ravel().round(3), a2.ravel().round(3))
    slow_a1, slow_a2 = forward_by_neurons(x, W1, b1, W2, b2)
    print("neuron by neuron:", slow_a1.ravel().round(3), slow_a2.ravel().round(3))

# %% [markdown] id="w3-forward-ask"
# ### All plants at once
#
# And four hundred plants? Put another column beside $x$. In a matrix product every column on the right is
# treated by itself: column $i$ of $W^{[1]} X$ is $W^{[1]}$ times column $i$ of $X$, and knows nothing of
# the others. So the formula stays, and only the letters grow:
#
# $$Z^{[1]} = W^{[1]} X + b^{[1]} \qquad A^{[1]} = \tanh(Z^{[1]}) \qquad Z^{[2]} = W^{[2]} A^{[1]} + b^{[2]} \qquad A^{[2]} = \sigma(Z^{[2]})$$
#
# From left to right through a box of width $m$ you meet the examples, from top to bottom the units. The
# bias is a column (n, 1), and broadcasting gives it to every example.

# %% id="w3-shapes" tags=["demo"]
networks.draw_shapes()

# %% [markdown] id="w3-forward-ask-too"
# Now write it. The parameters come in a dict, as they will in week 4, where there are more of them. Return
# $A^{[2]}$ and also a **cache**, a dict of everything that was computed on the way: the way back will need
# it. With the network of the beginning of this section, and its plant as the only column of $X$, it gives
# $A^{[2]} = 0.628$ once more. No loop.
#
# A slip to know: with biases of shape (n_h,) instead of (n_h, 1), broadcasting lays them along the
# examples. Usually that is an error, (4, 400) with (4,). With exactly four plants it is none, and each
# plant gets a bias of its own.


# %% nbgrader={"grade_id": "w3-forward-code", "solution": true}
def forward_propagation(X, parameters):
    """All examples through the network: tanh in the hidden layer, sigmoid at the output.

    X: examples as columns (n_x, m); parameters: a dict with "W1" (n_h, n_x), "b1" (n_h, 1), "W2" (n_y, n_h),
    "b2" (n_y, 1).
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

# %% [markdown] id="w3-forward-hint"
# <details><summary>Hint 1</summary>
#
# Four lines, one for each formula, in their order.
#
# </details>
# <details><summary>Hint 2</summary>
#
# An entry of the dict is taken out by its name in quotation marks: `parameters["b1"]`. The input of the
# second layer is what the first one gave, after the bend.
#
# </details>
# <details><summary>Hint 3</summary>
#
# Two things are returned: A2, and a dict of four entries in which A2 stands once more. The keys are
# strings, each the name of its array.
#
# </details>

# %% [markdown] id="w3-activations-why"
# ## 4. Which bend?
#
# Why tanh, and not the sigmoid, which you have known for two weeks? And why does everybody today speak of
# ReLU? The answer lies less in the curves than in their **slopes**, because gradient descent lives on
# slopes.
#
# On the way back each neuron multiplies what comes to it by its own slope $g'(z)$. Where the slope is
# nearly zero, next to nothing gets through, and the weights before it stand still. So we need four
# functions, and the derivative of each.
#
# The **sigmoid** is never steeper than 0.25, and what it gives is always positive. **tanh** is the same S,
# four times as steep in the middle, and its outputs lie around 0. Then the next layer gets inputs of both
# signs, which makes its work easier; as a hidden unit tanh is nearly always the better S. Both are flat at
# the ends.
#
# **ReLU**, which you met as a neuron on the first page of week 1, has slope 1 for every positive $z$,
# however large, and is cheap to compute. It is what most networks take today for hidden layers. A unit
# whose $z$ is negative for every example gets no gradient at all, and stays as it is. The **leaky ReLU**
# leaves it a small slope, often 0.01, as a way back.

# %% [markdown] id="w3-relu-ask"
# ### ReLU
#
# You wrote it for one number in week 1. A layer has its scores in an array, whole columns of them at once,
# so now it is to bend every entry.


# %% nbgrader={"grade_id": "w3-relu-code", "solution": true}
def relu(z):
    """z where it is positive, 0 elsewhere.

    z: a number or an array of any shape. Returns the same shape.
    relu(np.array([-2.0, 0.0, 3.0])) is [0, 0, 3].
    """
    ### BEGIN SOLUTION
    return np.maximum(z, 0)
    ### END SOLUTION


# %% nbgrader={"grade_id": "w3-relu", "grade": true, "points": 1}
check("w3-relu", relu)

# %% [markdown] id="w3-relu-hint"
# <details><summary>Hint 1</summary>
#
# For each entry the larger of two numbers.
#
# </details>
# <details><summary>Hint 2</summary>
#
# Python's `max` wants one answer for the whole array. NumPy has a function that compares entry by entry.
#
# </details>
# <details><summary>Hint 3</summary>
#
# It has the long name, `np.maximum`, and you used it in week 2. `np.max` is something else.
#
# </details>

# %% [markdown] id="w3-leaky-relu-ask"
# ### Leaky ReLU
#
# A unit that is flat for every example has stopped for good; this one never is. How much leaks is a
# parameter. At $z = -3$ and a slope of 0.01 the result is $-0.03$.


# %% nbgrader={"grade_id": "w3-leaky-relu-code", "solution": true}
def leaky_relu(z, slope=0.01):
    """z where it is positive, slope times z elsewhere.

    z: a number or an array of any shape; slope: a number between 0 and 1. Returns the same shape.
    leaky_relu(np.array([-3.0, 2.0]), slope=0.1) is [-0.3, 2].
    """
    ### BEGIN SOLUTION
    return np.where(np.asarray(z) > 0, z, slope * np.asarray(z))
    ### END SOLUTION


# %% nbgrader={"grade_id": "w3-leaky-relu", "grade": true, "points": 1}
check("w3-leaky-relu", leaky_relu)

# %% [markdown] id="w3-leaky-relu-hint"
# <details><summary>Hint 1</summary>
#
# Two candidates for each entry, `z` and `slope * z`. Which of them is right is decided by the sign of z.
#
# </details>
# <details><summary>Hint 2</summary>
#
# `np.where(condition, this, that)` takes from `this` where the condition holds, and from `that` elsewhere.
#
# </details>
# <details><summary>Hint 3</summary>
#
# Or look which of the two candidates is larger, for z = 2 and for z = -3 and a slope between 0 and 1. Use
# the parameter `slope` and not the number 0.01.
#
# </details>

# %% [markdown] id="w3-derivatives-why"
# ### Four slopes
#
# The two S-shaped functions have a pleasant property: their slope can be told from their value. With $a =
# g(z)$
#
# $$\sigma'(z) = a (1 - a) \qquad \tanh'(z) = 1 - a^2$$
#
# Try the ends. In the middle, $z = 0$: the sigmoid is 0.5 and its slope $0.5 \cdot 0.5 = 0.25$; tanh is 0
# and its slope 1. At $z = 5$: $\sigma \approx 0.9933$, slope 0.0066; $\tanh 5 \approx 0.9999$, slope
# 0.00018. A unit out there has practically stopped learning: it is **saturated**.
#
# The first formula you met in week 1, on the way to $dz = a - y$. The second follows from it, since tanh is
# a sigmoid in disguise: $\tanh z = 2\sigma(2z) - 1$. By the chain rule its slope is $2 \cdot 2 \cdot
# \sigma(2z)(1 - \sigma(2z))$. Now put in $\sigma(2z) = (1 + a)/2$ and you get $4 \cdot \frac{1 + a}{2}
# \cdot \frac{1 - a}{2} = 1 - a^2$.
#
# All four functions below take $z$, not $a$. Mixing these up is a common and quiet mistake. At $z = 1$ the
# slope of tanh is $1 - 0.762^2 = 0.42$. Hand it $a = 0.762$ in place of $z$, and it says 0.59.

# %% [markdown] id="w3-sigmoid-derivative-ask"
# ### The slope of the sigmoid
#
# You'll want it when you ask why hidden layers avoid the sigmoid: this number, never above 0.25, is what
# each unit would multiply the error by.


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

# %% [markdown] id="w3-sigmoid-derivative-hint"
# <details><summary>Hint 1</summary>
#
# The formula speaks of $a$, and your function is given $z$. So first make the one from the other.
#
# </details>
# <details><summary>Hint 2</summary>
#
# You have a function that does it. Keep its result under a name, because the formula needs it twice.
#
# </details>
# <details><summary>Hint 3</summary>
#
# Mind the brackets around 1 minus a. At z = 0 the result is 0.25, at z = 3 and z = -3 it is 0.045.
#
# </details>

# %% [markdown] id="w3-tanh-derivative-ask"
# ### The slope of tanh
#
# This is the one on which the whole way back of this week rests.


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

# %% [markdown] id="w3-tanh-derivative-hint"
# <details><summary>Hint 1</summary>
#
# As before: first the activation, then the formula with it.
#
# </details>
# <details><summary>Hint 2</summary>
#
# The square is `**`, and it is the square of the activation, not of z.
#
# </details>
# <details><summary>Hint 3</summary>
#
# The result lies between 0 and 1, and is 1 at z = 0. If you get 0.25 there, it is the sigmoid's.
#
# </details>

# %% [markdown] id="w3-relu-derivative-ask"
# ### The slope of ReLU, and what to do at the corner
#
# Left of zero ReLU is flat, right of it the slope is 1. And at $z = 0$ exactly? There is a corner, and a
# corner has no slope. Coming from the left you'd say 0, from the right 1, and the central difference of
# week 1, which looks to both sides, says $\frac{h - 0}{2h} = 0.5$.
#
# In practice it hardly matters, since a score is almost never exactly 0. But a program has to return
# something, so one agrees on it: **this course takes 0** at $z = 0$. (Others take 1. Both work.)


# %% nbgrader={"grade_id": "w3-relu-derivative-code", "solution": true}
def relu_derivative(z):
    """The slope of ReLU at z, entry by entry; at z = 0 the course takes 0.

    z: a number or an array of any shape. Returns the same shape: 1 where z is positive, 0 elsewhere.
    relu_derivative(np.array([-2.0, 0.0, 3.0])) is [0, 0, 1].
    """
    ### BEGIN SOLUTION
    return np.where(np.asarray(z) > 0, 1.0, 0.0)
    ### END SOLUTION


# %% nbgrader={"grade_id": "w3-relu-derivative", "grade": true, "points": 1}
check("w3-relu-derivative", relu_derivative)

# %% [markdown] id="w3-relu-derivative-hint"
# <details><summary>Hint 1</summary>
#
# Only the sign of each entry counts, not its size.
#
# </details>
# <details><summary>Hint 2</summary>
#
# A comparison such as `>` gives True and False for each entry. What about an entry that is exactly 0?
#
# </details>
# <details><summary>Hint 3</summary>
#
# `np.where` turns the comparison into numbers; so does `astype(float)`, for arrays.
#
# </details>

# %% [markdown] id="w3-leaky-relu-derivative-ask"
# ### The slope of the leaky ReLU
#
# Two slopes again, and a corner. At $z = 0$ the course takes the slope of the left side.


# %% nbgrader={"grade_id": "w3-leaky-relu-derivative-code", "solution": true}
def leaky_relu_derivative(z, slope=0.01):
    """The slope of the leaky ReLU at z; at z = 0 the course takes `slope`.

    z: a number or an array of any shape; slope: as in leaky_relu. Returns the same shape.
    leaky_relu_derivative(np.array([-3.0, 0.0, 2.0]), slope=0.1) is [0.1, 0.1, 1].
    """
    ### BEGIN SOLUTION
    return np.where(np.asarray(z) > 0, 1.0, slope)
    ### END SOLUTION


# %% nbgrader={"grade_id": "w3-leaky-relu-derivative", "grade": true, "points": 1}
check("w3-leaky-relu-derivative", leaky_relu_derivative)

# %% [markdown] id="w3-leaky-relu-derivative-hint"
# <details><summary>Hint 1</summary>
#
# It differs from the slope of ReLU in one of the two numbers.
#
# </details>
# <details><summary>Hint 2</summary>
#
# The slope on the left is a constant; z itself isn't in it any more.
#
# </details>
# <details><summary>Hint 3</summary>
#
# If check says that a case with another slope is wrong, look for a 0.01 in your lines.
#
# </details>

# %% [markdown] id="w3-activations-picture-why"
# Are the four derivatives right? You needn't believe a formula: week 1 taught you to measure a slope. The
# dots below are measured on *your* activations, by a step of $10^{-5}$ to either side. They should lie on
# the dashed lines, which are your derivatives.

# %% id="w3-activations-picture" tags=["demo"]
with once_written():
    functions = {
        "sigmoid": (sigmoid, sigmoid_derivative),
        "tanh": (np.tanh, tanh_derivative),
        "ReLU": (relu, relu_derivative),
        "leaky ReLU, slope 0.1": (lambda z: leaky_relu(z, 0.1), lambda z: leaky_relu_derivative(z, 0.1)),
    }
    display(activations.plot_activations(functions))
    z = np.linspace(-4, 4, 1000)  # no entry is 0, where two of them have a corner
    for name, (g, g_prime) in functions.items():
        print(f"{name}: furthest from the measured slope {np.max(np.abs(g_prime(z) - activations.measured(g, z))):.1e}")

# %% [markdown] id="w3-quiz-activations-ask"
# ### Quiz: which activation, where, and why?
#
# | key | what is wanted |
# |---|---|
# | `1` | the output layer of a network that says *orange* with a probability |
# | `2` | the hidden layers of most networks today, because large positive scores keep their slope |
# | `3` | a hidden layer whose outputs lie on both sides of 0 and whose curve is smooth |
# | `4` | the one whose slope is never above 0.25 |
# | `5` | the repair for units that give 0 for every example and get no gradient any more |
#
# - **a** sigmoid
# - **b** tanh
# - **c** ReLU
# - **d** leaky ReLU

# %% nbgrader={"grade_id": "w3-quiz-activations-code", "solution": true}
# A dict: {"1": "...", "2": "...", "3": "...", "4": "...", "5": "..."}
### BEGIN SOLUTION
which_activation = {"1": "a", "2": "c", "3": "b", "4": "a", "5": "d"}
### END SOLUTION

# %% nbgrader={"grade_id": "w3-quiz-activations", "grade": true, "points": 2}
check("w3-quiz-activations", which_activation)

# %% [markdown] id="w3-collapse-why"
# ## 5. And without any bend?
#
# Four curves to choose from. Why not choose none? Let the hidden neurons give their weighted sums as they
# are, $a = z$. It would save computing, and there are still two layers with many weights. Would it still be
# a network that can follow a petal?
#
# Try it with one input and two hidden neurons: $a_1 = 2x + 1$ and $a_2 = -x + 3$, and an output $3 a_1 + 4
# a_2 - 5$. Put the one into the other: $6x + 3 - 4x + 12 - 5 = 2x + 10$. The two layers are one neuron with
# weight 2 and bias 10, and always were.
#
# ### Collapse two layers into one
#
# It is the same with matrices. Multiply out
#
# $$W^{[2]} \left( W^{[1]} x + b^{[1]} \right) + b^{[2]}$$
#
# and read off the one $W$ and the one $b$ that do the same for every $x$. To see it once in your own code
# is to know for good why a hidden layer needs a bend.


# %% nbgrader={"grade_id": "w3-collapse-code", "solution": true}
def collapse(W1, b1, W2, b2):
    """The one layer that does what two linear layers do.

    W1 (n_h, n_x), b1 (n_h, 1), W2 (n_y, n_h), b2 (n_y, 1).
    Returns W (n_y, n_x) and b (n_y, 1) with W x + b = W2 (W1 x + b1) + b2 for every x.
    collapse(np.array([[2], [-1]]), np.array([[1], [3]]), np.array([[3, 4]]), np.array([[-5]])) is ([[2]], [[10]]).
    """
    ### BEGIN SOLUTION
    return W2 @ W1, W2 @ b1 + b2
    ### END SOLUTION


# %% nbgrader={"grade_id": "w3-collapse", "grade": true, "points": 2}
check("w3-collapse", collapse)

# %% [markdown] id="w3-collapse-hint"
# <details><summary>Hint 1</summary>
#
# Do away with the brackets on paper. What stands before x in the end? What stands alone?
#
# </details>
# <details><summary>Hint 2</summary>
#
# The order matters with matrices: (n_y, n_h) times (n_h, n_x) is what fits.
#
# </details>
# <details><summary>Hint 3</summary>
#
# The first bias has to pass through the second layer too. `b1 + b2` alone would leave that out; in the
# example it would be two numbers and not the 10.
#
# </details>

# %% [markdown] id="w3-collapse-picture-why"
# The same seven weights and biases three times, with one input $x$ and two hidden neurons: as they are,
# with tanh, and with ReLU. The first curve is the line of your `collapse`. Dotted, for comparison: the
# straight line between the two ends of each curve.

# %% id="w3-collapse-picture" tags=["demo"]
W1, b1 = np.array([[2.0], [-1.5]]), np.array([[1.0], [1.5]])
W2, b2 = np.array([[1.0, 1.5]]), np.array([[-1.0]])
bends = {"no bend": lambda z: z, "tanh": np.tanh, "ReLU": relu}


def network_of(g):
    """The network above as a function of its input, with g in the hidden layer and nothing at the output."""
    return lambda x: W2 @ layer_forward(x, W1, b1, g)[1] + b2


with once_written():
    W, b = collapse(W1, b1, W2, b2)
    print(f"collapsed: weight {W.item():g}, bias {b.item():g}")
    display(activations.plot_bends({name: network_of(g) for name, g in bends.items()}))

# %% [markdown] id="w3-collapse-read"
# With a sigmoid at the output it is no better: a linear hidden layer with a sigmoid after it is logistic
# regression, with more weights than it needs and the same straight line.
#
# There is one place where no bend is right: the **output** of a network that is to predict a number which
# may be anything, such as tomorrow's temperature. A sigmoid there would allow nothing below 0 or above 1.
# The hidden layers of such a network still bend.

# %% [markdown] id="w3-quiz-linear-ask"
# ### Quiz: the place for no bend
#
# **1.** Where does the activation $g(z) = z$ belong?
#
# - **a** in the hidden layers, when there are few examples
# - **b** at the output of a network that says orange or blue
# - **c** at the output of a network that predicts how many degrees it will have tomorrow
# - **d** in the first hidden layer, before a second one with tanh
#
# **2.** A network has 50 hidden units with $g(z) = z$ and a sigmoid at the output. What can it do on the bed?
#
# - **a** follow the petals, given enough steps
# - **b** what logistic regression can do
# - **c** nothing, its gradients are all zero
# - **d** more than logistic regression, since it has 201 parameters
#
# **3.** The price of a flat in thousands is predicted. With which output can the network never say 90?
#
# - **a** $g(z) = z$
# - **b** ReLU
# - **c** the sigmoid

# %% nbgrader={"grade_id": "w3-quiz-linear-code", "solution": true}
# A dict: {"1": "...", "2": "...", "3": "..."}
### BEGIN SOLUTION
linear_places = {"1": "c", "2": "b", "3": "c"}
### END SOLUTION

# %% nbgrader={"grade_id": "w3-quiz-linear", "grade": true, "points": 1}
check("w3-quiz-linear", linear_places)

# %% [markdown] id="w3-cost-why"
# ## 6. Backward: six equations
#
# The network says 0.628 for a plant that is orange. How should each of its weights move? As in week 1 we
# need the derivative of one number, the cost, by every parameter, and we get it by walking backwards
# through the calculation.
#
# ### Cost
#
# First the number itself. Nothing new here: the mean log loss of week 2, with the probabilities kept a hair
# away from 0 and 1. The network's output is a row of probabilities like any other.


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

# %% [markdown] id="w3-cost-hint"
# <details><summary>Hint 1</summary>
#
# It is your `cost` of week 2, with another name for its first argument.
#
# </details>
# <details><summary>Hint 2</summary>
#
# For each example $-(y \log a + (1 - y) \log(1 - a))$, all of it entry by entry, then the mean.
#
# </details>
# <details><summary>Hint 3</summary>
#
# Where a is exactly 0 or 1 a logarithm would be minus infinity, and 0 times that is nan. `np.clip`
# beforehand, with a distance such as $10^{-12}$ from both ends.
#
# </details>

# %% [markdown] id="w3-backward-map-why"
# ### The map of the way back
#
# Above, the way forward. Below it, from right to left, the way back. Each orange box has the shape of the
# quantity above it, and holds in column $i$ the derivative of the **loss** of example $i$ by it.
#
# From each $dZ$ the gradients of that layer's own weights branch off. A weight acts on all examples, so
# there the columns are added up, and there the $\frac{1}{m}$ comes in: the cost is the mean of the losses.

# %% id="w3-backward-map" tags=["demo"]
networks.draw_backward()

# %% [markdown] id="w3-output-gradients-ask"
# ### The output layer
#
# The last layer is logistic regression. Only its inputs are no longer the plant's coordinates but what the
# hidden neurons said, $A^{[1]}$ in place of $X$. So you know its gradients from week 2; in the new notation
#
# $$dZ^{[2]} = A^{[2]} - Y \qquad dW^{[2]} = \frac{1}{m}\, dZ^{[2]} A^{[1]T} \qquad db^{[2]} = \frac{1}{m} \sum_{i=1}^{m} dz^{[2](i)}$$
#
# In week 2 $dw$ was $\frac{1}{m} X\, dZ^T$, a column, because $w$ was one. $W^{[2]}$ is a row (1, n_h), and
# its gradient has its shape: hence the other order. Every gradient has the shape of its parameter, and that
# is the first thing to look at when something is wrong.
#
# By hand, for the one plant of section 3 ($m = 1$), if it is orange: $dz^{[2]} = 0.628 - 1 = -0.372$, so
# $dW^{[2]} = -0.372 \cdot (0.762,\ 0) = (-0.283,\ 0)$ and $db^{[2]} = -0.372$.
#
# The $\frac{1}{m}$ stands in $dW$ and $db$, once each, and not in $dZ$, of which each column knows its own
# example only. Put it into $dZ^{[2]}$ as well, and with 400 plants every step is four hundred times too
# short. Nothing crashes; training just seems to be asleep. No loop.


# %% nbgrader={"grade_id": "w3-output-gradients-code", "solution": true}
def output_gradients(A1, A2, Y):
    """The gradients of the output layer.

    A1: what the hidden layer gave (n_h, m); A2: the probabilities (n_y, m); Y: labels (n_y, m).
    Returns dZ2 (n_y, m), dW2 (n_y, n_h), db2 (n_y, 1). The cost is the mean over m examples; dZ2 leaves the
    1/m to dW2 and db2. No loop.
    output_gradients(np.array([[1.0, 3.0]]), np.array([[0.5, 0.5]]), np.array([[1, 0]]))
    is ([[-0.5, 0.5]], [[0.5]], [[0]]).
    """
    ### BEGIN SOLUTION
    m = Y.shape[1]
    dZ2 = A2 - Y
    return dZ2, dZ2 @ A1.T / m, dZ2.sum(axis=1, keepdims=True) / m
    ### END SOLUTION


# %% nbgrader={"grade_id": "w3-output-gradients", "grade": true, "points": 2}
check("w3-output-gradients", output_gradients)

# %% [markdown] id="w3-output-gradients-hint"
# <details><summary>Hint 1</summary>
#
# Three formulas, three lines, and m from a shape.
#
# </details>
# <details><summary>Hint 2</summary>
#
# For dW2 the examples have to meet inside the product: (n_y, m) with (m, n_h). Which of the two arrays has
# to be transposed for that?
#
# </details>
# <details><summary>Hint 3</summary>
#
# db2 is a column with one entry for each output. Sum along the axis of the examples, and keep that axis as
# a 1.
#
# </details>

# %% [markdown] id="w3-hidden-gradients-why"
# ### The hidden layer
#
# Who is to blame for the error? A hidden neuron doesn't know the label. It knows how loud it was heard: its
# weight in $W^{[2]}$. If the output was too low by 0.372, a neuron with weight 2 should have said more, one
# with weight 5 even more so, and one with a negative weight less. So the error goes back along the same
# weights on which the answers came forward: $W^{[2]T} dZ^{[2]}$.
#
# That product is $dA^{[1]}$ on the map: how the loss changes with the neurons' **outputs** $a$. But what
# the weights before a neuron move is its sum $z$, and from there to $a$ the way leads through the bend. So
# its own slope comes in:
#
# $$dZ^{[1]} = W^{[2]T} dZ^{[2]} * g'(Z^{[1]})$$
#
# The star is a product entry by entry: each neuron and each example has a slope of its own. Then the last
# two, just as in the output layer, with $X$ for what came in:
#
# $$dW^{[1]} = \frac{1}{m}\, dZ^{[1]} X^T \qquad db^{[1]} = \frac{1}{m} \sum_{i=1}^{m} dz^{[1](i)}$$
#
# By hand with the one plant: $W^{[2]T} dz^{[2]} = (2, 5) \cdot (-0.372) = (-0.744,\ -1.861)$. The slopes of
# tanh are $1 - 0.762^2 = 0.42$ and $1 - 0^2 = 1$. So $dz^{[1]} = (-0.313,\ -1.861)$, and with $x = (1, 2)$
#
# $$dW^{[1]} = \begin{bmatrix} -0.313 & -0.625 \\ -1.861 & -3.721 \end{bmatrix} \qquad db^{[1]} = \begin{bmatrix} -0.313 \\ -1.861 \end{bmatrix}$$
#
# (Worked out with all digits, and rounded at the end. If you go on from the rounded $-0.372$ you get
# $-1.860$ here and there.) The second neuron said nothing at all, 0, and yet it has the larger gradient: it
# stands where tanh is steepest, and it has the larger weight.

# %% [markdown] nbgrader={"grade_id": "w3-written-dz1-question", "locked": true}
# ### In your own words: where the hidden layer's error comes from
#
# Derive $dZ^{[1]} = W^{[2]T} dZ^{[2]} * g'(Z^{[1]})$. Begin with **one** example and **one** hidden unit
# $j$, and let there be several output units $k$, so that the sum shows. Write $z^{[2]}_k$ as a function of
# the $a^{[1]}_j$. Use the chain rule: along which paths does a small change of $z^{[1]}_j$ reach the loss?
# Then put all hidden units and all examples together, and say why one product is a matrix product, why
# $W^{[2]}$ is transposed, why the other product goes entry by entry, and which shape everything has. (5
# points, marked by a person.)
#
# <!-- BEGIN MARK SCHEME -->
# One point each:
# 1. Forward, for one example: $z^{[2]}_k = \sum_j W^{[2]}_{kj} a^{[1]}_j + b^{[2]}_k$ with
#    $a^{[1]}_j = g(z^{[1]}_j)$, hence $\partial z^{[2]}_k / \partial a^{[1]}_j = W^{[2]}_{kj}$.
# 2. Chain rule with a sum over paths: the loss depends on $a^{[1]}_j$ through every output unit, so
#    $da^{[1]}_j = \sum_k W^{[2]}_{kj}\, dz^{[2]}_k$. (With a single output unit the sum has one term; whoever
#    says so in so many words gets the point.)
# 3. This sum runs over the **first** index of $W^{[2]}$: row $j$ of $W^{[2]T}$ with the column $dz^{[2]}$, hence
#    the transpose and the matrix product.
# 4. $z^{[1]}_j$ changes only $a^{[1]}_j$ of its own unit and example, by $g'(z^{[1]}_j)$, so the two factors of
#    the same place are multiplied: entry by entry.
# 5. All examples as columns, which don't influence each other's losses, and the shapes:
#    $(n_h, n_y)(n_y, m) = (n_h, m)$, the same as $Z^{[1]}$ and $g'(Z^{[1]})$. (The $1/m$ of the mean is left to
#    $dW$ and $db$; leaving that unsaid costs nothing.)
#
# A formula without a reason earns nothing; a right argument in another order or with differentials earns the
# same points.
# <!-- END MARK SCHEME -->

# %% [markdown] nbgrader={"grade_id": "w3-written-dz1", "grade": true, "solution": true, "points": 5}
# <!-- BEGIN SOLUTION -->
# One example. Output unit $k$ computes $z^{[2]}_k = \sum_j W^{[2]}_{kj}\, a^{[1]}_j + b^{[2]}_k$, and
# $a^{[1]}_j = g(z^{[1]}_j)$.
#
# A small change of $a^{[1]}_j$ changes every $z^{[2]}_k$, by $W^{[2]}_{kj}$ times as much, and each of
# these changes the loss by $dz^{[2]}_k$ times as much. By the chain rule one multiplies along a path and
# adds up over the paths:
#
# $$da^{[1]}_j = \sum_k W^{[2]}_{kj}\, dz^{[2]}_k$$
#
# The sum runs over the first index of $W^{[2]}$. In a matrix product with the column $dz^{[2]}$ the sum
# runs over the second index of the matrix, so the matrix is $W^{[2]T}$, whose entry $(j, k)$ is
# $W^{[2]}_{kj}$. All hidden units at once: $da^{[1]} = W^{[2]T} dz^{[2]}$.
#
# A change of $z^{[1]}_j$ reaches the loss only through its own $a^{[1]}_j$, and is multiplied there by
# $g'(z^{[1]}_j)$. So $dz^{[1]}_j = da^{[1]}_j \cdot g'(z^{[1]}_j)$, place by place, a product entry by
# entry.
#
# For $m$ examples the columns stand side by side. What one example's scores do to that example's loss has
# nothing to do with the others, and a matrix product treats each column on the right by itself. So
# $dZ^{[1]} = W^{[2]T} dZ^{[2]} * g'(Z^{[1]})$, with the shapes $(n_h, n_y)(n_y, m) = (n_h, m)$, times
# $(n_h, m)$ entry by entry.
# <!-- END SOLUTION -->

# %% [markdown] id="w3-backward-ask"
# ### All six
#
# Now the whole way back. The output layer is written; call it. For the slope of tanh you have two ways:
# your `tanh_derivative` of $Z^{[1]}$, or, without computing tanh a second time, the formula with $A^{[1]}$
# that the cache holds. Both are right. `tanh_derivative` of $A^{[1]}$ is not. For the one plant, labelled
# orange, the four gradients are those that you have just followed by hand.
#
# Two slips with shapes. Summed without an axis, $db^{[1]}$ is one number, and every hidden neuron gets the
# same. Summed without `keepdims` it has shape (4,). The update then takes a (4,) from a (4, 1),
# broadcasting makes a (4, 4) of it, and the error message comes only in the next forward pass, far from its
# cause. No loop.


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

# %% [markdown] id="w3-backward-hint"
# <details><summary>Hint 1</summary>
#
# Follow the map from right to left. The first box and what branches off from it is one call of your
# `output_gradients`, which returns three things.
#
# </details>
# <details><summary>Hint 2</summary>
#
# For dZ1 two products follow one another: first a matrix product, (n_h, n_y) with (n_y, m), then one entry
# by entry with the slopes, (n_h, m). The parameters hold the one array, the cache the other.
#
# </details>
# <details><summary>Hint 3</summary>
#
# dW1 and db1 are made from dZ1 just as dW2 and db2 from dZ2, with X where A1 stood, and divided by m as
# well. If only dW1 and db1 are wrong, it is dZ1: is it the slope of tanh, at the right place?
#
# </details>

# %% [markdown] id="w3-numerical-why"
# ## 7. Are they right?
#
# Suppose one of your six lines were wrong. Would you notice? The program would run. The cost might even
# fall, more slowly than it could, since a wrong gradient often still points downhill a little. People have
# trained networks like that for weeks.
#
# But you own a witness. A derivative is a slope, and a slope can be measured: move one weight a hair up,
# compute the cost; a hair down, compute it again; divide the difference by $2h$. That uses the way forward
# only, and none of the six equations.
#
# ### Measure every slope
#
# Write it once for good, for any dict of parameters and any function `f` of it: week 4 will use it for deep
# networks. For each entry of each array
#
# $$\frac{f(\ldots, \theta + h, \ldots) - f(\ldots, \theta - h, \ldots)}{2h}$$
#
# with everything else as it was. That is a loop over all entries, and a loop is fine here. (In the
# docstring, `lambda p: ...` is a function of `p` that hasn't been given a name.)
#
# Two slips to know. If you move an entry in the array itself and don't put it back, all later slopes are
# measured somewhere else, and the caller's network has moved. And in an array of whole numbers a step of
# $10^{-5}$ is rounded away to nothing, so that every slope is 0.


# %% nbgrader={"grade_id": "w3-numerical-gradients-code", "solution": true}
def numerical_gradients(f, parameters, h=1e-5):
    """The slope of f in every entry of every parameter, by central differences.

    f: a function that takes such a dict and gives one number; parameters: a dict of arrays; h: the step.
    Returns a dict with the same names, each with an array of the parameter's shape. parameters stays as it was.
    numerical_gradients(lambda p: np.sum(p["W"] ** 2), {"W": np.array([[3.0, -1.0]])}) is about {"W": [[6, -2]]}.
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

# %% [markdown] id="w3-numerical-gradients-hint"
# <details><summary>Hint 1</summary>
#
# Two loops: one over the names, one over the places of that array. `np.ndindex(array.shape)` gives all
# places as tuples, and an array can be indexed with such a tuple.
#
# </details>
# <details><summary>Hint 2</summary>
#
# For each place make two copies of the array, of floats, and move one entry in each. A dict like the given
# one but with another array under one name is `{**parameters, name: copy}`.
#
# </details>
# <details><summary>Hint 3</summary>
#
# f is called twice for each entry, with whole dicts. The difference is divided by twice the step; mind the
# brackets around that. Write the slope into an array of zeros of the same shape.
#
# </details>

# %% [markdown] id="w3-relative-error-ask"
# ### How far apart?
#
# Two sets of gradients, now in dicts: yours, under the names `"dW1"`, `"db1"`, ..., and the measured ones
# under `"W1"`, `"b1"`, .... Their difference alone says little: 0.001 is nothing between slopes of 10, and
# everything between slopes of 0.001. So compare them with the number of week 2, the relative difference
#
# $$\frac{\lVert p - q \rVert}{\lVert p \rVert + \lVert q \rVert}$$
#
# where $p$ and $q$ are **all** entries of all arrays in one long row each. With $dW = 3$, $db = 4$ against
# measured 3 and 0, it is $4 / (5 + 3) = 0.5$.
#
# As for reading it: with $h = 10^{-5}$ a right gradient comes out at $10^{-7}$ or less. Above $10^{-4}$
# something is wrong. In between, look again.


# %% nbgrader={"grade_id": "w3-relative-error-code", "solution": true}
def relative_error(grads, slopes):
    """How far two sets of gradients are apart, measured against their size.

    grads: a dict with "dW1", "db1", ...; slopes: a dict with "W1", "b1", ... of the same shapes.
    Returns ||grads - slopes|| / (||grads|| + ||slopes||), where a norm goes over all entries of all arrays
    together; 0 if both are all zeros.
    relative_error({"dW": np.array([[3.0]]), "db": np.array([[4.0]])}, {"W": np.array([[3.0]]),
    "b": np.array([[0.0]])}) is 0.5.
    """
    ### BEGIN SOLUTION
    g = np.concatenate([np.ravel(grads["d" + name]) for name in slopes])
    s = np.concatenate([np.ravel(slopes[name]) for name in slopes])
    size = np.linalg.norm(g) + np.linalg.norm(s)
    return np.linalg.norm(g - s) / size if size else 0.0
    ### END SOLUTION


# %% nbgrader={"grade_id": "w3-relative-error", "grade": true, "points": 2}
check("w3-relative-error", relative_error)

# %% [markdown] id="w3-relative-error-hint"
# <details><summary>Hint 1</summary>
#
# First make one long array of each dict, the names in the same order for both. Then it is week 2's formula.
#
# </details>
# <details><summary>Hint 2</summary>
#
# `np.ravel` flattens an array, and `np.concatenate` joins a list of flat ones. Going through the names of
# `slopes`, the partner's name is that name with a "d" before it.
#
# </details>
# <details><summary>Hint 3</summary>
#
# One norm for everything together: the sum of the norms of single arrays is another number. Look whether
# the sum below is 0 before you divide.
#
# </details>

# %% [markdown] id="w3-check-why"
# ### Put yourself to the test
#
# The next cell takes a network of four hidden neurons, measures all 17 slopes on the flower, and compares
# them with your `backward_propagation`. Below it stand five gradients that were broken on purpose. You
# could train with any of the first four: after 600 of the steps of section 8 more than nine plants in ten
# are right, and nobody would suspect a thing.

# %% id="w3-check-gradients" tags=["demo"]
rng = np.random.default_rng(1)
shapes = {"W1": (4, 2), "b1": (4, 1), "W2": (1, 4), "b2": (1, 1)}
here = {name: 0.5 * rng.standard_normal(shape) for name, shape in shapes.items()}
elsewhere = {name: array + 0.1 for name, array in here.items()}


def measured_slopes():
    """The slopes of the cost in all 17 parameters, by your numerical_gradients."""
    return numerical_gradients(lambda p: compute_cost(forward_propagation(X, p)[0], Y), here)


def right_and_broken():
    """Your gradients, and five that are broken on purpose."""
    grads = backward_propagation(here, forward_propagation(X, here)[1], X, Y)
    nearly = np.array(grads["dW1"])
    nearly[0, 0] *= 1.01
    return {
        "yours": grads,
        "one entry of dW1 too large by 1 %": {**grads, "dW1": nearly},
        "db2 with the wrong sign": {**grads, "db2": -grads["db2"]},
        "the cache of other parameters": backward_propagation(here, forward_propagation(X, elsewhere)[1], X, Y),
        "dW2 multiplied by 2": {**grads, "dW2": 2 * grads["dW2"]},
        "dW1 without the 1/m": {**grads, "dW1": X.shape[1] * grads["dW1"]},
    }


with once_written():
    slopes = measured_slopes()
    display(trainings.plot_errors({name: relative_error(these, slopes) for name, these in right_and_broken().items()}))

# %% [markdown] id="w3-check-read"
# Wrong by one per cent in one entry of seventeen, and it is found.
#
# And where is the mistake? Compare array by array. If `dW2` and `db2` agree and `dW1` and `db1` don't, the
# slip is between $dZ^{[2]}$ and $dZ^{[1]}$. If `db1` agrees and `dW1` doesn't, it is in the one line of
# `dW1`. If all four disagree, look at $dZ^{[2]}$, from which all of them come, or at what your function was
# given.

# %% id="w3-check-where" tags=["demo"]
with once_written():
    slopes, gradients = measured_slopes(), right_and_broken()
    for title in ["yours", "the cache of other parameters", "dW1 without the 1/m"]:
        errors = [relative_error({"d" + name: gradients[title]["d" + name]}, {name: slopes[name]}) for name in slopes]
        print(f"{title:30}", "  ".join(f"d{name} {error:.0e}" for name, error in zip(slopes, errors)))

# %% [markdown] id="w3-check-honest"
# Three remarks, so that the witness isn't asked the wrong thing.
#
# The weights above are about 0.5 in size, and not the tiny ones with which training will start. With
# weights of 0.01 all scores lie in the middle of tanh, where its slope is practically 1. Someone who
# forgets $g'$ altogether has a relative error of 0.0002 on the flower with such weights, hardly past the
# mark, and of 0.3 with those of the test. Check where the bend is felt.
#
# With ReLU, a score within $h$ of the corner makes the measured slope wrong, not yours.
#
# And why not train with measured slopes, if they are so easy? 17 parameters need 34 passes forward for one
# gradient, where backward propagation needs a single pass there and back. The deep network of week 4 has
# 245,973 parameters. One step would take about half a million passes.

# %% [markdown] id="w3-initialize-why"
# ## 8. Train
#
# Everything is there but a place to begin. In logistic regression you began with zeros. Would you here?
#
# Think it through with all weights and biases 0. Every hidden neuron says $\tanh 0 = 0$. On the way back,
# each is multiplied by its weight in $W^{[2]}$, which is 0, so $dZ^{[1]}$ is 0; and $dW^{[2]}$ is made of
# $A^{[1]}$, which is 0. No weight moves, today or ever.
#
# And all weights 0.5? Then something moves. But all hidden neurons compute the same, are heard with the
# same weight, get the same gradient, and take the same step. After it they are still the same. Four neurons
# that always say the same are one neuron. Whatever makes them differ has to be there from the start, and
# chance is the simplest thing that does.
#
# ### Small, and by chance
#
# So the **weights** are random numbers around zero, small ones, such as 0.01 times a standard normal: then
# all scores begin in the middle of tanh, where it is steep. The **biases** may be zero, since the weights
# break the symmetry already. (How small is right depends on the network; section 9 tries it.)
#
# The random numbers come from a generator that is handed to your function, `rng.standard_normal(shape)`.
# With the same seed it gives the same numbers, so that you can have the same training twice. Your numbers
# are judged by their shape, mean and spread, not one by one. (If you draw $W^{[1]}$ first and $W^{[2]}$
# after it, your pictures below are those that the text speaks of.)


# %% nbgrader={"grade_id": "w3-initialize-code", "solution": true}
def initialize_parameters(n_x, n_h, n_y, rng):
    """Small random weights and zero biases.

    n_x, n_h, n_y: how many units; rng: a NumPy generator, such as np.random.default_rng(1).
    Returns a dict: "W1" (n_h, n_x) and "W2" (n_y, n_h), normal with mean 0 and standard deviation 0.01; "b1"
    (n_h, 1) and "b2" (n_y, 1), zeros.
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

# %% [markdown] id="w3-initialize-hint"
# <details><summary>Hint 1</summary>
#
# Four arrays in a dict. Their shapes stand in the docstring; two are random, two are zeros.
#
# </details>
# <details><summary>Hint 2</summary>
#
# `rng.standard_normal` takes a shape as a tuple, and so does `np.zeros`: two pairs of brackets each. With
# one pair NumPy takes the second number for a data type, and says that it can't interpret it.
#
# </details>
# <details><summary>Hint 3</summary>
#
# A standard normal has deviation 1. Multiplied by 0.01 it has deviation 0.01. `rng.random` would be
# something else: numbers from 0 to 1, none of them negative.
#
# </details>

# %% [markdown] id="w3-update-ask"
# ### One step
#
# Four parameters, four gradients, one rule: $\theta := \theta - \alpha\, d\theta$. Return a **new** dict.
# Below, several trainings begin from the same parameters, and `parameters["W1"] -= ...` would move the
# start under all of them.


# %% nbgrader={"grade_id": "w3-update-code", "solution": true}
def update_parameters(parameters, grads, learning_rate):
    """One step of gradient descent.

    parameters: "W1", "b1", ...; grads: "dW1", "db1", ... of the same shapes; learning_rate: a number.
    Returns a new dict of parameters; the given one stays as it was.
    Where "W1" is [[1.0]], "dW1" is [[2.0]] and the rate is 0.1, the new "W1" is [[0.8]].
    """
    ### BEGIN SOLUTION
    return {name: value - learning_rate * grads["d" + name] for name, value in parameters.items()}
    ### END SOLUTION


# %% nbgrader={"grade_id": "w3-update", "grade": true, "points": 1}
check("w3-update", update_parameters)

# %% [markdown] id="w3-update-hint"
# <details><summary>Hint 1</summary>
#
# Downhill means to subtract. Each parameter moves by its own gradient.
#
# </details>
# <details><summary>Hint 2</summary>
#
# Four lines, one for each parameter, will do. A loop over the names is shorter and serves week 4 as well.
#
# </details>
# <details><summary>Hint 3</summary>
#
# The gradient of the parameter called name is called "d" + name. `a - b` makes a new array, `a -= b`
# changes the old one.
#
# </details>

# %% [markdown] id="w3-train-ask"
# ### Gradient descent
#
# Forward, cost, backward, update, and again. The loop is yours this time, whole. The cost that you note
# belongs to the parameters *before* the step; the first one, from tiny weights, is close to $\log 2 \approx
# 0.693$.


# %% nbgrader={"grade_id": "w3-train-code", "solution": true}
def train(parameters, X, Y, num_iterations, learning_rate):
    """Gradient descent from given parameters.

    parameters: where to start; X (n_x, m); Y (1, m); num_iterations: how many steps; learning_rate: a number.
    Returns the parameters after the last step, and a list with the cost before each step. The given parameters
    stay as they were.
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

# %% [markdown] id="w3-train-hint"
# <details><summary>Hint 1</summary>
#
# An empty list before the loop. In each turn four of your functions are called, one after another.
#
# </details>
# <details><summary>Hint 2</summary>
#
# The way forward gives two things: the probabilities, for the cost, and the cache, for the way back.
#
# </details>
# <details><summary>Hint 3</summary>
#
# Give the result of the update the name under which the next turn looks for the parameters. If the costs
# don't change at all, it goes under a name that nobody reads.
#
# </details>

# %% [markdown] id="w3-predict-ask"
# ### Blue or orange
#
# A gardener with a plant in each hand doesn't want a probability. Decide: 1 where the probability of orange
# is above one half, for all places at once. The plant of section 3, at 0.628, gets a 1.


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

# %% [markdown] id="w3-predict-hint"
# <details><summary>Hint 1</summary>
#
# You have a function for the probabilities. It returns two things, of which you need the first.
#
# </details>
# <details><summary>Hint 2</summary>
#
# A comparison with an array gives True and False for every entry.
#
# </details>
# <details><summary>Hint 3</summary>
#
# As in week 2: compare, put brackets round it, and make whole numbers of it.
#
# </details>

# %% [markdown] id="w3-flower-why"
# ### The bed
#
# Four hidden neurons, 2000 steps with a learning rate of 1.2. That is a bold rate; but the first steps need
# it, because tiny weights make tiny gradients. The coordinates are a few metres in size and centred at the
# middle of the bed, so there is no need to standardize them.


# %% id="w3-flower" tags=["demo"]
def answer_of(parameters):
    """The probability of orange at each place, as a function of places (2, number of places)."""
    return lambda points: forward_propagation(points, parameters)[0]


def trained_network():
    """Four hidden units after 2000 steps, and the costs on the way."""
    if "trained" not in kept:
        start = initialize_parameters(2, 4, 1, np.random.default_rng(1))
        kept["trained"] = train(start, X, Y, num_iterations=2000, learning_rate=1.2)
    return kept["trained"]


kept = {}  # what takes a while is done once; run this cell again after you have changed a function
with once_written():
    trained, costs = trained_network()
    print(f"cost: {costs[0]:.3f} at first, {costs[-1]:.3f} at last")
    print(f"right: {np.mean(predict(trained, X) == Y):.1%}")
    display(trainings.plot_costs({"four hidden units": costs}))
    display(beds.plot_map(answer_of(trained), X, Y, "four hidden units"))

# %% [markdown] id="w3-flower-read"
# There are the petals. The plants with a ring are on ground of the other colour. Many of them stand near
# the middle, where the petals run together, and some are strays in the midst of a petal. Nobody could get
# those right by rule, and a network that did would have learned them by heart.
#
# How does it do that with straight lines only? Each hidden neuron still draws one: on one side it says 1,
# on the other $-1$, and near the line something between. Here they are, one by one: orange ground where the
# neuron says 1, blue where it says $-1$, and above it the weight with which it is heard at the output. A
# negative weight turns the colours over.


# %% id="w3-hidden" tags=["demo"]
def hidden_of(parameters):
    """What the hidden units say at each place: (n_h, number of places)."""
    return lambda points: forward_propagation(points, parameters)[1]["A1"]


with once_written():
    trained, _ = trained_network()
    display(beds.show_hidden(hidden_of(trained), answer_of(trained), trained["W2"], X, Y))

# %% [markdown] id="w3-hidden-read"
# Straight cuts, added up, each as loud as its weight. Three lines through one point make six sectors, and
# if you go round the bed in its picture and count how often the colour changes, you'll find six changes
# too: eight petals, and two pairs of neighbours of one colour. So three neurons might do, and it is common
# that one of four ends up with little to say.
#
# ### The boundary as it grows
#
# Now watch it happen. First as a strip that you can also print, then as a film: press the triangle, or move
# the slider by hand.


# %% id="w3-film-strip" tags=["demo"]
def map_at(step):
    """The map after so many steps, a multiple of 10 up to 600, with its title."""
    if "states" not in kept:
        start = initialize_parameters(2, 4, 1, np.random.default_rng(1))
        kept["states"] = trainings.recorded(train, start, X, Y, every=10, times=60, learning_rate=1.2)
    return f"step {step}", answer_of(kept["states"][step // 10]), X, Y


with once_written():
    display(beds.show_maps([map_at(step) for step in (0, 20, 50, 80, 200, 600)]))

# %% id="w3-film" tags=["demo"]
steps = [*range(0, 200, 10), *range(200, 601, 50)]
with once_written():
    display(films.play(len(steps), lambda frame: beds.show_maps([map_at(steps[frame])], columns=1, size=4.4)))

# %% [markdown] id="w3-starts-why"
# ## 9. Where you begin
#
# Section 8 claimed that zeros never wake up, and that equal weights stay equal. Claims about a training can
# be tested. Three starts, four hidden neurons each, 300 steps, and a line for each neuron's weight of the
# first input: zeros; all weights 0.5; small random weights.

# %% id="w3-symmetry" tags=["demo"]
starts = {name: {"b1": np.zeros((4, 1)), "b2": np.zeros((1, 1))} for name in ("all zeros", "all 0.5")}
starts["all zeros"].update(W1=np.zeros((4, 2)), W2=np.zeros((1, 4)))
starts["all 0.5"].update(W1=np.full((4, 2), 0.5), W2=np.full((1, 4), 0.5))
with once_written():
    starts["small random"] = initialize_parameters(2, 4, 1, np.random.default_rng(1))
    paths = {name: trainings.recorded(train, first, X, Y, 5, 60, 1.2) for name, first in starts.items()}
    first_weights = {name: np.array([state["W1"][:, 0] for state in path]) for name, path in paths.items()}
    display(trainings.plot_weights(first_weights, every=5))
    display(beds.show_maps([(name, answer_of(path[-1]), X, Y) for name, path in paths.items()]))

# %% [markdown] id="w3-symmetry-read"
# With zeros nothing moves at all, not even the last bias, because half of the plants are orange and the
# guess of one half is right on average. (With another share $b^{[2]}$ would move, alone.) With 0.5
# everywhere the weights do learn, but as one: four lines on top of each other, and a bed that is cut once.
# A fifth or fiftieth neuron would join them. The random start is the only one in which the lines part.
#
# ### Too large
#
# If random is good, why not boldly random, 10 times a standard normal in place of 0.01? Look where the
# hidden scores begin. Each dot is one plant in one hidden neuron.


# %% id="w3-saturation" tags=["demo"]
def start_of_size(size, n_h=4, seed=1):
    """Your start with weights about 0.01, made larger: the same random numbers with weights about `size`."""
    small = initialize_parameters(2, n_h, 1, np.random.default_rng(seed))
    return {name: size / 0.01 * array for name, array in small.items()}


with once_written():
    caches = {f"weights about {size:g}": forward_propagation(X, start_of_size(size))[1] for size in (0.01, 1, 10)}
    display(trainings.plot_flat_places(tanh_derivative, {name: cache["Z1"] for name, cache in caches.items()}))

# %% [markdown] id="w3-saturation-read"
# With weights of about 10 nearly nine scores in ten stand on the flat parts (mind the axes: it is the same
# curve three times, and the third is drawn from $-60$ to 60), where the slope, and with it $dZ^{[1]}$, is
# practically zero. The neurons are saturated before they have learned anything. The output is saturated as
# well: it is quite certain, and wrong about many, which is what the log loss punishes most. Now train from
# the three starts.

# %% id="w3-scales" tags=["demo"]
with once_written():
    runs, maps = {}, []
    for size in with_bar([0.01, 1, 10], "starts trained"):
        last, runs[f"weights about {size:g}"] = train(start_of_size(size), X, Y, num_iterations=1000, learning_rate=1.2)
        maps.append((f"weights about {size:g}", answer_of(last), X, Y))
    display(trainings.plot_costs(runs, top=2))
    display(beds.show_maps(maps))

# %% [markdown] id="w3-scales-read"
# From the largest start the cost most likely came to rest far above the other two, with whole sectors left
# pale, in which the network says about one half whatever grows there. But a single run proves little, since
# each start is a throw of dice. So throw ten times, with small and with large weights. How many of the
# starts get nine plants in ten right after 500 steps?

# %% id="w3-seeds" tags=["demo"]
with once_written():
    shares = {0.01: [], 10: []}
    for seed in with_bar(range(10), "seeds tried"):
        for size, found in shares.items():
            last, _ = train(start_of_size(size, seed=seed), X, Y, num_iterations=500, learning_rate=1.2)
            found.append(np.mean(predict(last, X) == Y))
    for size, found in shares.items():
        print(f"weights about {size:g}: {sum(share > 0.9 for share in found)} of {len(found)} above 90 %; ", end="")
        print("all of them:", ", ".join(f"{share:.0%}" for share in sorted(found)))

# %% [markdown] id="w3-seeds-read"
# The large starts get stuck more often. And the small ones aren't safe either: gradient descent goes
# downhill from where it is put, and now and then it is put above a valley that leads nowhere good. In week
# 1 the bowl had a single bottom, and the start didn't matter. This landscape has many. People train from
# several starts and keep the best.

# %% [markdown] id="w3-sizes-why"
# ## 10. How many hidden neurons?
#
# One neuron draws one line. How many does the bed need, and do fifty serve better than four? First look.
# Each network below trains for 600 steps.


# %% id="w3-sizes" tags=["demo"]
def network_with(n_h, X, Y, steps=600, learning_rate=1.2, seed=1):
    """A network of n_h hidden units, trained on X and Y."""
    first = initialize_parameters(X.shape[0], n_h, 1, np.random.default_rng(seed))
    return train(first, X, Y, steps, learning_rate)[0]


with once_written():
    maps = []
    for n_h in with_bar([1, 2, 3, 5, 20, 50], "networks trained"):
        maps.append((f"{n_h} hidden", answer_of(network_with(n_h, X, Y)), X, Y))
    display(beds.show_maps(maps))

# %% [markdown] id="w3-sizes-slider-why"
# The same with a handle. Each move trains a network, so give it a second.

# %% id="w3-sizes-slider" tags=["demo"]
with once_written():
    handle = widgets.SelectionSlider(
        options=[1, 2, 3, 4, 5, 10, 20, 50], value=4, description="hidden", continuous_update=False
    )
    display(
        steppers.with_handles(
            lambda n_h: beds.plot_map(answer_of(network_with(n_h, X, Y)), X, Y, f"{n_h} hidden units"), handle
        )
    )

# %% [markdown] id="w3-sizes-aside-why"
# One or two can't do it, three can if the start is a good one, and from then on the map changes little.
# (Two may get fewer plants right than one. Training lowers the cost, from 0.59 with one to 0.50 with two,
# and the cost doesn't count plants.) But these are plants it has learned from. The gaps are what it is for,
# so ask it about plants that it hasn't seen: set 100 of the 400 aside, learn from the others, and do that
# three times with other plants set aside.

# %% id="w3-sizes-aside" tags=["demo"]
sizes, deals = [1, 2, 3, 5, 20, 50], 3
learned, aside = np.zeros((len(sizes), deals)), np.zeros((len(sizes), deals))
with once_written():
    for row, deal in with_bar([(i, d) for i in range(len(sizes)) for d in range(deals)], "networks trained"):
        order = np.random.default_rng(deal).permutation(Y.size)
        known, unknown = order[:300], order[300:]
        network = network_with(sizes[row], X[:, known], Y[:, known], steps=500, seed=deal)
        learned[row, deal] = np.mean(predict(network, X[:, known]) == Y[:, known])
        aside[row, deal] = np.mean(predict(network, X[:, unknown]) == Y[:, unknown])
    display(beds.plot_sizes(sizes, learned, aside))

# %% [markdown] id="w3-sizes-aside-read"
# Each short mark is one deal, the line goes through the means. From five units on, the network is right a
# little less often on plants that it hasn't seen than on those it has learned from. (A low mark at three
# units is a start that got stuck. With more units that becomes rare, which is an honest reason to take a
# few more than needed.) Beyond five, more neurons buy nothing here. They cost time, and with many more
# steps they begin to follow single plants: after 8000 steps, fifty units are right about 97 % of the plants
# they have learned from, and still about 92 % of the others. The number of hidden units is a
# **hyperparameter**, like the learning rate. Plants set aside tell you about it, plants learned from don't.

# %% [markdown] id="w3-shapes-why"
# ### Four more beds
#
# The town has other beds: two crescents that hook into each other, a ring round a disc, six round heaps,
# and two spirals. All of them come from the same script as the flower, and in none of them does a line part
# the colours.

# %% id="w3-shapes-beds" tags=["demo"]
with once_written():
    maps = []
    for name in with_bar(["moons", "circles", "blobs", "spirals"], "beds learned"):
        bed = load_planar(name)
        maps.append((f"{name}, 4 hidden", answer_of(network_with(4, *bed, steps=1000)), *bed))
    display(beds.show_maps(maps, columns=4))

# %% [markdown] id="w3-shapes-read"
# Four neurons do for three of them. Follow an arm of the spiral from the middle outwards, and count how
# often a network would have to bend its boundary: that takes more neurons. It takes something else as well.
# Here are twenty neurons on the spirals, from the usual small start and from one with weights about 1, with
# a more cautious learning rate of 0.3.

# %% id="w3-spirals" tags=["demo"]
with once_written():
    bed, maps = load_planar("spirals"), []
    for size in with_bar([0.01, 1], "starts trained"):
        last, costs = train(start_of_size(size, n_h=20), *bed, num_iterations=1500, learning_rate=0.3)
        print(f"weights about {size:g}: cost {costs[0]:.3f} at first, {costs[-1]:.3f} at last")
        maps.append((f"weights about {size:g}", answer_of(last), *bed))
    display(beds.show_maps(maps, columns=2))

# %% [markdown] id="w3-spirals-read"
# So *small* isn't a law. From 0.01, with this learning rate, the training comes to a plain where nearly
# nothing moves, and stays there for thousands of steps. With the 1.2 of the four neurons it gets away after
# two thousand; from weights about 1 that takes a hundred. On the flower, though, large weights were the
# trouble. Between too small to wake up and too large to move there is a right size, which depends on how
# many inputs a neuron adds up. Week 4 has a formula for it.

# %% [markdown] id="w3-penguins-why"
# ### Is a hidden layer always better?
#
# Beds drawn by a script were made so that a line fails. What about measured data? In week 1 a line told
# Adelie from Chinstrap penguins by their bills, and was right about nineteen times in twenty. Does a hidden
# layer do better? As in week 1 the birds are dealt out in twelve ways, 150 to learn from and 69 set aside.
#
# The line costs nothing extra: an output layer fed with $X$ itself **is** logistic regression, so your
# `output_gradients` trains it.


# %% id="w3-penguins" tags=["demo"]
def line_through(X, Y, steps=300, learning_rate=1.0):
    """Logistic regression as a network without a hidden layer: its W (1, n_x) and b (1, 1)."""
    W, b = np.zeros((1, len(X))), np.zeros((1, 1))
    for _ in range(steps):
        _, dW, db = output_gradients(X, sigmoid(W @ X + b), Y)
        W, b = W - learning_rate * dW, b - learning_rate * db
    return W, b


bills, species = load_penguins()
line, network = [], []
with once_written():
    for deal in with_bar(range(12), "deals"):
        order = np.random.default_rng(deal).permutation(species.size)
        known, unknown = order[:150], order[150:]
        mean, deviation = bills[:, known].mean(axis=1, keepdims=True), bills[:, known].std(axis=1, keepdims=True)
        birds = (bills - mean) / deviation
        W, b = line_through(birds[:, known], species[:, known])
        line.append(np.mean((W @ birds[:, unknown] + b > 0) == species[:, unknown]))
        layered = network_with(4, birds[:, known], species[:, known], steps=500)
        network.append(np.mean(predict(layered, birds[:, unknown]) == species[:, unknown]))
    display(trainings.plot_shuffles(line, network))

# %% [markdown] id="w3-penguins-read"
# Compare the two averages with how far the dots lie apart from one deal to the next. A difference of one
# bird in 69 is 1.4 per cent. Where a line does well already, a hidden layer has little left to win. The
# simpler model has three parameters, trains faster, and you can say in a sentence what it does.

# %% [markdown] id="w3-place-why"
# ### Fill a gap
#
# Back to the park. A plant is missing 2 metres east and 1 metre north of the middle. Which colour? Put in
# places of your own.

# %% id="w3-place" tags=["demo"]
east, north = 2.0, 1.0

with once_written():
    display(beds.plot_place(answer_of(trained_network()[0]), X, Y, (east, north)))

# %% [markdown] id="w3-place-read"
# Try $(9, 2)$, which is on the lawn, five metres from the nearest petal, and compare the probability with
# that of $(2, 1)$. It is practically the same. In both places every hidden neuron has reached its flat end,
# and going further changes nothing. The network knows on which side of its lines a place lies, and nothing
# of how far the next plant is. Being sure and knowing are two things, as with the house at the cat flap.

# %% [markdown] id="w3-stretch-ask"
# ## 11. Stretch
#
# Two pieces without points, for those who want more. Both take your own functions one step further, and
# both come with a way to see whether they are right.

# %% [markdown] id="w3-stretch-inputs-ask"
# ### Which way to the other colour?
#
# The way back stopped at $dW^{[1]}$, since the inputs aren't ours to change. But the chain goes on: how
# does an example's loss change when the **plant** is moved a little? Between $X$ and $Z^{[1]}$ stand the
# weights $W^{[1]}$, just as $W^{[2]}$ stood between $A^{[1]}$ and $Z^{[2]}$. Go one step further back.
#
# Take each example's own loss, not the mean, so that there is no $1/m$. People use this gradient to see
# which pixels of a picture a network looks at, and, in the other direction, to fool it with changes too
# small to see.


# %% nbgrader={"grade_id": "w3-stretch-inputs-code", "solution": true}
def input_gradients(parameters, X, Y):
    """How each example's own loss changes with its inputs.

    parameters: as in forward_propagation; X (n_x, m); Y (1, m).
    Returns dX (n_x, m): in column i the derivative of the loss of example i by its inputs.
    """
    ### BEGIN SOLUTION
    A2, cache = forward_propagation(X, parameters)
    dZ1 = parameters["W2"].T @ (A2 - Y) * tanh_derivative(cache["Z1"])
    return parameters["W1"].T @ dZ1
    ### END SOLUTION


# %% [markdown] id="w3-stretch-inputs-hint"
# <details><summary>Hint 1</summary>
#
# Forward first. Then the way back as far as dZ1, as in `backward_propagation`, without any m.
#
# </details>
# <details><summary>Hint 2</summary>
#
# From dZ2 to what the layer before gave, the error went through the transpose of the weights. It is the
# same one layer earlier.
#
# </details>
# <details><summary>Hint 3</summary>
#
# The shapes leave no choice: (n_h, n_x) is to become something that takes (n_h, m) to (n_x, m). The input
# layer has no bend, so no slope comes in.
#
# </details>

# %% [markdown] id="w3-stretch-inputs-try-why"
# Your `numerical_gradients` is the witness, with the plants themselves as the "parameters". Then every
# plant is pushed 40 centimetres the way its loss rises fastest, and for comparison 40 centimetres any way
# at all. Uphill, about twice as many should get another colour.

# %% id="w3-stretch-inputs-try" tags=["demo"]
with once_written():
    trained, _ = trained_network()
    dX = input_gradients(trained, X, Y)
    few = slice(0, 20)
    measured = numerical_gradients(  # 20 times the mean is the sum of the losses, and each plant moves its own only
        lambda p: 20 * compute_cost(forward_propagation(p["X"], trained)[0], Y[:, few]), {"X": X[:, few]}
    )
    print(f"relative error against measured slopes: {relative_error({'dX': dX[:, few]}, measured):.1e}")
    uphill = dX / np.maximum(np.linalg.norm(dX, axis=0), 1e-300)
    angles = np.random.default_rng(0).uniform(0, 2 * np.pi, Y.size)
    for way, push in [("uphill", uphill), ("any way", np.array([np.cos(angles), np.sin(angles)]))]:
        changed = np.mean(predict(trained, X + 0.4 * push) != predict(trained, X))
        print(f"pushed by 40 cm {way}: {changed:.1%} of the plants get another colour")
    display(beds.plot_arrows(answer_of(trained), dX, X, Y))

# %% [markdown] id="w3-stretch-bends-ask"
# ### Any bend you like
#
# Your network can only tanh. Make the hidden activation an argument, together with its derivative, and the
# four functions of section 4 find their place. The output keeps its sigmoid. In one function:
# `num_iterations` times forward, backward and update. Return the last parameters; costs aren't needed.


# %% nbgrader={"grade_id": "w3-stretch-bends-code", "solution": true}
def train_with(parameters, X, Y, num_iterations, learning_rate, g, g_prime):
    """Gradient descent with a hidden activation of your choice.

    g, g_prime: the activation and its derivative, both functions of Z1; everything else as in train.
    Returns the parameters after the last step.
    """
    ### BEGIN SOLUTION
    for _ in range(num_iterations):
        Z1, A1 = layer_forward(X, parameters["W1"], parameters["b1"], g)
        _, A2 = layer_forward(A1, parameters["W2"], parameters["b2"], sigmoid)
        dZ2, dW2, db2 = output_gradients(A1, A2, Y)
        dZ1 = parameters["W2"].T @ dZ2 * g_prime(Z1)
        dW1, db1 = dZ1 @ X.T / X.shape[1], dZ1.mean(axis=1, keepdims=True)
        grads = {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}
        parameters = update_parameters(parameters, grads, learning_rate)
    return parameters
    ### END SOLUTION


# %% [markdown] id="w3-stretch-bends-hint"
# <details><summary>Hint 1</summary>
#
# `layer_forward` takes an activation as an argument already, and nothing in it minds that X has many
# columns.
#
# </details>
# <details><summary>Hint 2</summary>
#
# The way back is that of `backward_propagation`, with g_prime where the slope of tanh stood. Now it has to
# be called with Z1: only for the S-shaped functions is there a formula with A1.
#
# </details>
# <details><summary>Hint 3</summary>
#
# With tanh and its derivative your function must end at the same numbers as `train`. That is a good test.
#
# </details>

# %% id="w3-stretch-bends-try" tags=["demo"]
with once_written():
    first = start_of_size(0.5, n_h=8, seed=2)
    same = train_with(first, X, Y, 50, 0.3, np.tanh, tanh_derivative)["W1"] - train(first, X, Y, 50, 0.3)[0]["W1"]
    print(f"tanh, furthest from what train gives: {np.max(np.abs(same)):.1e}")
    maps = []
    for name, (g, g_prime) in with_bar(list(functions.items()), "activations tried"):
        last = train_with(first, X, Y, 1000, 0.3, g, g_prime)

        def answer(points, p=last, g=g):
            return layer_forward(layer_forward(points, p["W1"], p["b1"], g)[1], p["W2"], p["b2"], sigmoid)[1]

        maps.append((name, answer, X, Y))
    display(beds.show_maps(maps, columns=4))

# %% [markdown] id="w3-stretch-read"
# Look at the boundaries: round where the bend is round, and made of straight pieces with corners where it
# is ReLU. Which one gets furthest in the same number of steps depends on the start and on the learning
# rate, so one picture is no verdict.

# %% [markdown] id="w3-summary"
# ## Summary
#
# A neuron adds up its inputs with weights and a bias and then bends the sum. A layer is $Z = WA + b$ and $A
# = g(Z)$, with a row of $W$ for each unit and a column of $A$ for each example; layers are counted without
# the input, and $a^{[0]} = x$. Without a bend two layers are one. The sigmoid belongs to the output of a
# yes or no, no bend at all to the output of a number of any size, and tanh or ReLU to hidden layers. The
# six equations:
#
# $$dZ^{[2]} = A^{[2]} - Y \qquad dW^{[2]} = \tfrac{1}{m}\, dZ^{[2]} A^{[1]T} \qquad db^{[2]} = \tfrac{1}{m} \textstyle\sum dZ^{[2]}$$
#
# $$dZ^{[1]} = W^{[2]T} dZ^{[2]} * g'(Z^{[1]}) \qquad dW^{[1]} = \tfrac{1}{m}\, dZ^{[1]} X^T \qquad db^{[1]} = \tfrac{1}{m} \textstyle\sum dZ^{[1]}$$
#
# each gradient in the shape of its parameter, sums along the examples with keepdims. Measured slopes tell
# whether they are right. Equal weights stay equal for ever, large ones saturate; small random ones with
# zero biases are a place to begin. More hidden units make richer boundaries, up to a point that only
# examples set aside can show.

# %% [markdown] id="w3-quiz-summary-ask"
# ### Quiz: the whole week
#
# **1.** $n_x = 3$, $n_h = 5$, $n_y = 1$, $m = 200$. Which shape does $dZ^{[1]}$ have?
#
# - **a** (5, 3)
# - **b** (5, 200)
# - **c** (1, 200)
# - **d** (5, 1)
#
# **2.** All weights of a network start at 0.5, all biases at 0; it has 10 hidden units with tanh. What will the
# 10 units be after 1000 steps of gradient descent?
#
# - **a** as they were: the gradients are zero
# - **b** different from each other, since the examples are
# - **c** changed, and all equal to each other
# - **d** all zero
#
# **3.** A gradient check of each array gives $dW^{[2]}$ and $db^{[2]}$ an error of $10^{-10}$, $dW^{[1]}$ and
# $db^{[1]}$ one of 0.3. Where do you look?
#
# - **a** at $dZ^{[2]}$
# - **b** at the cost
# - **c** at the step $h$, which is too large
# - **d** at $dZ^{[1]}$
#
# **4.** A hidden unit with tanh has scores between 8 and 12 for all examples. What happens to its incoming
# weights in the next steps?
#
# - **a** they hardly move, because the slope there is nearly zero
# - **b** they move fast, because the scores are large
# - **c** they become zero
# - **d** the same as with ReLU
#
# **5.** In $W^{[2]T} dZ^{[2]} * g'(Z^{[1]})$, why is the second product taken entry by entry?
#
# - **a** because a matrix product would be slower
# - **b** because the score of a unit acts only on that unit's own output for that example
# - **c** because both factors are rows
# - **d** so that the examples are added up
#
# **6.** Five hidden units: 95 % right on plants learned from, 92 % on plants set aside. Fifty: 99 % and 90 %.
# Which do you plant with?
#
# - **a** fifty, it has learned more
# - **b** fifty, since $99 + 90$ is more than $95 + 92$
# - **c** five, since it is better on plants that it hasn't seen
# - **d** that can't be said without the cost

# %% nbgrader={"grade_id": "w3-quiz-summary-code", "solution": true}
# A dict: {"1": "...", "2": "...", "3": "...", "4": "...", "5": "...", "6": "..."}
### BEGIN SOLUTION
summary = {"1": "b", "2": "c", "3": "d", "4": "a", "5": "b", "6": "c"}
### END SOLUTION

# %% nbgrader={"grade_id": "w3-quiz-summary", "grade": true, "points": 3}
check("w3-quiz-summary", summary)

# %% id="w3-progress" tags=["demo"]
from lib.progress import progress

progress()  # the best that your checks have seen, in all weeks

# %% [markdown] id="w3-next"
# ## Where to go next
#
# Your network has one hidden layer, and nothing in its equations depends on that. What a layer does forward
# is $W a + b$ and a bend, whatever stands before and after it; what it does backward is to take a $dZ$ and
# hand one on. **Week 4: deep networks** writes that step once and repeats it, for as many layers as you
# like. Then it goes back to the door with the cat flap, where one stencil wasn't enough.
#
# What comes back most from this week is section 6. If the six equations still feel like spells, take the
# plant of section 3 with the label 0 in place of 1, work out all four gradients on paper, and let
# `backward_propagation` tell you whether you are right.
