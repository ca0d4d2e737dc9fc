# %% [markdown] id="w4-title"
# # Week 4: deep networks
#
# The inn in the hills still has its cat flap, and the cat still shares its supper. In week 2 a small program
# looked at pictures from the door and was right about three times in four. It had a single stencil of weights
# to lay over every picture, and a light cat before a dark hill got the wrong end of it.
#
# Since then you have met hidden layers. The innkeeper has heard of them too, and of *deep* learning, and has
# a plain question: **does a deeper network do better at the door?** Everybody at the table has an opinion.
# You'll have a measurement. One program of yours will train three networks, with no hidden layer, with one
# and with three, on the same pictures, and you'll compare them fairly, picture by picture. The answer may be
# less simple than the opinions.
#
# **What it takes.** Seven to nine hours, in four evenings: sections 1 to 3; 4 and 5; 6 and 7; 8 and 9. The
# stretch exercises are an hour more and earn no points.
#
# **What you need.** Week 3, or something like it: a network with one hidden layer, its forward pass, its six
# backward equations, and gradient checking.
#
# **What you will be able to do.** Write down the shape of every array of a network from its layer sizes, and
# find the one that is wrong. Start the weights of a deep network so that signals neither die nor explode.
# Write forward and backward passes for any number of layers, and prove by measurement that the gradients are
# right. Search for good hyperparameters without fooling yourself. Say why depth can help, for which problems
# that is proved, and what a comparison of two networks on 400 pictures can tell.

# %% [markdown] id="w4-how"
# ## How a page works
#
# As before: replace `raise NotImplementedError()` by your own lines, run the cell, then the `check` cell
# under it. Hints are folded. Pictures that use your functions wait until the functions are written.
#
# Most functions of this week are short, three to eight lines, and each one calls the ones before it, as in a
# box of bricks. Where `check` names another function of yours, look there first.
#
# Run the next two cells first, and again whenever you restart the notebook. The first finds the course.

# %% id="w4-course" tags=["demo"]
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

# %% id="w4-imports"
import numpy as np
from IPython.display import display

from lib.check import check
from lib.data import load_planar
from lib.figures import cats, depth, doors, layers, search, timing
from lib.figures.progress import with_bar
from lib.waiting import once_written

# %% [markdown] id="w4-shapes-why"
# ## 1. Count before you multiply
#
# A network is named by the sizes of its layers. 12288-20-7-5-1 means 12288 numbers in (a picture), three
# hidden layers of 20, 7 and 5 units, and one number out. Layers are counted without the input, so this one
# has $L = 4$ of them: $n^{[0]} = 12288$, $n^{[1]} = 20$, $n^{[2]} = 7$, $n^{[3]} = 5$, $n^{[4]} = 1$. The
# logistic regression of week 2 is the network 12288-1, with $L = 1$. It has no hidden layer and it is still a
# member of the family: whatever you write this week does logistic regression as well.
#
# Each layer does the two steps you know,
#
# $$Z^{[l]} = W^{[l]} A^{[l-1]} + b^{[l]} \qquad A^{[l]} = g^{[l]}(Z^{[l]}) \qquad\text{with } A^{[0]} = X$$
#
# and with $L$ layers there are $L$ times the arrays: a $W$, a $b$, a $Z$ and an $A$ each, and the gradients
# of all four. For $L = 4$ that makes 32. How do you keep them apart? By their shapes, and nothing needs to be
# memorised except one product. $A^{[l]}$ has one row for each unit of its layer and one column for each
# example, so it is $(n^{[l]}, m)$. The layer before it hands over $(n^{[l-1]}, m)$. Whatever stands between
# the two must be $(n^{[l]}, n^{[l-1]})$: **rows to where it goes, columns from where it comes.**

# %% id="w4-shapes-picture" tags=["demo"]
layers.draw_shapes([3, 4, 2, 1], 5)

# %% [markdown] id="w4-shapes-ask"
# A gradient holds one slope for each entry of the array it belongs to, so $dW^{[l]}$ has the shape of
# $W^{[l]}$, and so on for the others. And $b^{[l]}$ stays a column $(n^{[l]}, 1)$; broadcasting lays it on
# every example.
#
# ### Every shape from the sizes
#
# When a deep network goes wrong, the first question is always whether the shapes are what they should be. So
# let a function know the answer. Return them in a dict, all layers from 1 to $L$.


# %% nbgrader={"grade_id": "w4-shapes-code", "solution": true}
def array_shapes(layer_dims, m):
    """The shape of every array of a network.

    layer_dims: a list of sizes [n_x, n_1, ..., n_L]; m: how many examples.
    Returns a dict from name to shape (a tuple): for each layer l from 1 to L "W1", "b1", "Z1", "A1", and their
    gradients "dW1", "db1", "dZ1", "dA1".
    array_shapes([3, 2], 5) has "W1": (2, 3), "b1": (2, 1), "Z1": (2, 5), "A1": (2, 5), and the same four for the
    gradients.
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

# %% [markdown] id="w4-shapes-hint"
# <details><summary>Hint 1</summary>
#
# Do it on paper for `[3, 4, 2, 1]` and 5 examples; the picture above shows the answer. Then ask which two
# entries of `layer_dims` layer $l$ needs.
#
# </details>
# <details><summary>Hint 2</summary>
#
# The list has one entry more than there are layers, because the input is entry 0. So the layers are
# `range(1, len(layer_dims))`, and layer l takes entry l and the one before it.
#
# </details>
# <details><summary>Hint 3</summary>
#
# The keys are made with an f-string: `f"W{l}"` is "W1" where l is 1. Put each shape under two keys, with and
# without a d in front. A shape is a tuple, (rows, columns), also where there is only one column.
#
# </details>

# %% id="w4-parameters-count" tags=["demo"]
with once_written():
    shapes = array_shapes([12288, 20, 7, 5, 1], 1040)
    counts = {name: np.prod(shape) for name, shape in shapes.items() if name[0] in "Wb"}
    for name, count in counts.items():
        print(f"{name}: {shapes[name]!s:12} {count:7,} numbers")
    print(f"parameters in all: {sum(counts.values()):,}; in W1 alone: {counts['W1'] / sum(counts.values()):.2%}")

# %% [markdown] id="w4-wrong-shapes-ask"
# Nearly all the weights of this network lie in its first layer, because a picture is so wide. The other three
# layers together have fewer weights than a single unit of the first. Depth is cheap here; remember that when
# the comparison comes.
#
# ### Which array is wrong?
#
# NumPy complains late. Suppose that somebody makes $b^{[2]}$ as `np.zeros(2)`, of shape (2,). In a network
# 3-4-2-1 with 5 examples the line $W^{[2]}A^{[1]} + b^{[2]}$ stops with an error: (2, 5) and (2,) don't fit.
# With 2 examples it doesn't stop. It gives (2, 2), as it should, with the biases laid along the examples
# instead of along the units, and everything after it is wrong in silence.
#
# So write a checker that says **which** array it is. It gets a dict with some arrays of a network, perhaps
# not all of them. It returns the names of those whose shape is not the one it should be. Nothing is forgiven:
# (2,) is not (2, 1).


# %% nbgrader={"grade_id": "w4-wrong-shapes-code", "solution": true}
def wrong_shapes(arrays, layer_dims, m):
    """The names of the arrays that don't have the shape they should have.

    arrays: a dict from names as in array_shapes to arrays, not necessarily all of them; layer_dims, m: as in
    array_shapes.
    Returns a list of names, in the order of `arrays`; empty if all is well. No array is reshaped, no broadcasting
    is assumed.
    wrong_shapes({"W1": np.zeros((2, 3)), "b1": np.zeros(2)}, [3, 2], 5) is ["b1"].
    """
    ### BEGIN SOLUTION
    shapes = array_shapes(layer_dims, m)
    return [name for name, array in arrays.items() if np.shape(array) != shapes[name]]
    ### END SOLUTION


# %% nbgrader={"grade_id": "w4-wrong-shapes", "grade": true, "points": 2}
check("w4-wrong-shapes", wrong_shapes)

# %% [markdown] id="w4-wrong-shapes-hint"
# <details><summary>Hint 1</summary>
#
# Your `array_shapes` knows what should be there. Go through the arrays that you were given, not through the
# shapes: some arrays may be missing, and that is no fault.
#
# </details>
# <details><summary>Hint 2</summary>
#
# `arrays.items()` gives names and arrays in pairs. `array.shape` is a tuple, and two tuples can be compared
# with `!=`.
#
# </details>
# <details><summary>Hint 3</summary>
#
# Collect the names in a list that is empty at first. Compare whole shapes: sizes or numbers of entries would
# let (2,) pass for (2, 1), and (4, 2) for (2, 4).
#
# </details>

# %% [markdown] id="w4-initialize-why"
# ## 2. Where a deep network starts
#
# In week 3 the rule was: small random weights, zero biases. All zeros and the units of a layer stay twins for
# ever; too large and the sigmoid is flat. But how small is small? With one hidden layer 0.01 served. With
# eight?
#
# Try it before you think about it. The next picture sends 1000 random examples through eight ReLU layers of
# 100 units each, and records how widely the activations of each layer are spread (their standard deviation).
# Three starts: random weights of size 0.01, of size 1, and of size $\sqrt{2/100} \approx 0.14$, where the size is
# again a standard deviation.

# %% id="w4-spread" tags=["demo"]
spreads, last = {}, {}
for name, size in [("0.01", 0.01), ("1", 1.0), ("sqrt(2 / 100)", np.sqrt(2 / 100))]:
    rng = np.random.default_rng(4)
    A = rng.standard_normal((100, 1000))
    spreads[name] = [A.std()]
    for _ in range(8):
        A = np.maximum(size * rng.standard_normal((100, 100)) @ A, 0)
        spreads[name].append(A.std())
    last[name] = A
    print(f"weights of size {name}: spread {spreads[name][1]:.3g} after one layer, {spreads[name][-1]:.3g} after eight")
depth.plot_spreads(spreads, last)

# %% [markdown] id="w4-spread-read"
# Look at the logarithmic axis: these are straight lines, so **each layer multiplies the spread by the same
# factor**, and eight layers multiply it eight times. With 0.01 the factor is about 0.07, and nothing is left
# of the input at the end: all examples look alike to the last layer, and the gradients, which run the same
# way back, vanish too. With 1 the factor is about 7, and the numbers explode. In a shallow network you would
# hardly have noticed either. Depth takes a small mistake to the power of $L$. On the right are the activations
# of layer 8. Their histograms have one shape, half of the numbers exactly 0 and the rest tailing off. Only the
# scale under them differs: billionths, tens of millions, and ordinary numbers.
#
# Where does the factor come from? The score of a unit is a sum of $n$ products, with $n$ the number of its
# inputs, its **fan-in**. Independent random numbers partly cancel in a sum, so the spread of the sum grows
# with $\sqrt{n}$ and not with $n$: for 100 inputs and weights of size $s$ it is $10\,s$ times the size of an
# input. In squares that reads: the linear step multiplies the mean square, the mean of the squared numbers, by
# $n s^2$. Then the ReLU cuts away the negative half, and with it half of the mean square. Together each layer
# multiplies it by $n s^2 / 2$. That is 1, and signals keep their size, if
#
# $$s = \sqrt{\frac{2}{n^{[l-1]}}}$$
#
# This choice is known as He initialization, after one of its authors. The wider the layer *before*, the
# smaller the weights. And the deeper the network, the less the factor may differ from 1. The lectures put it
# in a rule of thumb: deeper networks want smaller weights. (Why did the blue line fall to 0.83 in its first
# step, and not stay at 1? Because a spread is measured from the mean, and behind a ReLU the mean is above 0.
# The mean square stays near 1. And the last layer has a sigmoid behind it and would be content with $1/n$. One
# factor of $\sqrt 2$, once, does no harm.)
#
# ### Write the start
#
# The generator comes as an argument, so that you can repeat a start by repeating its seed. NumPy's
# `rng.standard_normal(shape)` gives numbers of spread 1.


# %% nbgrader={"grade_id": "w4-initialize-code", "solution": true}
def initialize_parameters_deep(layer_dims, rng):
    """Random weights scaled by fan-in, and zero biases.

    layer_dims: a list of sizes [n_x, n_1, ..., n_L]; rng: a NumPy generator, as np.random.default_rng(1) makes it.
    Returns a dict: "Wl" (n_l, n_{l-1}), normal with mean 0 and standard deviation sqrt(2 / n_{l-1}); "bl"
    (n_l, 1), zeros.
    initialize_parameters_deep([50, 3, 1], rng) has W1 (3, 50) with deviation 0.2, b1 (3, 1), W2 (1, 3), b2 (1, 1).
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

# %% [markdown] id="w4-initialize-hint"
# <details><summary>Hint 1</summary>
#
# The loop over the layers is the one of `array_shapes`, and so are the shapes.
#
# </details>
# <details><summary>Hint 2</summary>
#
# Numbers of spread 1, times $s$, have spread $s$. Fan-in is what comes in: the size of the layer before, which
# is the number of *columns* of W.
#
# </details>
# <details><summary>Hint 3</summary>
#
# `np.sqrt` of 2 divided by the fan-in. If your weights come out too small, you may have multiplied by 2/n
# without the root; if only some do, by the layer's own size.
#
# </details>

# %% [markdown] id="w4-quiz-init-ask"
# ### Quiz: a good start
#
# **1.** Two networks have layers of the same width. One has 2 layers, the other 20, and both start with
# weights a little too large, so that each layer multiplies the spread by 1.5. What happens to the spread by
# the end?
#
# - **a** it is 1.5 times as large in both: the factor depends on the width alone
# - **b** about 2 times in one and about 3300 times in the other
# - **c** 3 times in one and 30 times in the other
# - **d** nothing: the ReLU keeps it in bounds
#
# **2.** One unit has 12288 inputs and another has 20, and the inputs of both are equally large. How do their
# starting weights compare under He initialization?
#
# - **a** equal: the scale belongs to the network
# - **b** those with 12288 inputs are larger, by about 25
# - **c** those with 12288 inputs are smaller, by about 25
# - **d** those with 12288 inputs are smaller, by about 614
#
# **3.** All weights and biases of a four-layer ReLU network start at exactly zero. What does gradient descent
# do?
#
# - **a** it trains, only more slowly
# - **b** only the last bias moves: every hidden activation is 0, and so is every gradient of a weight
# - **c** the units of a layer move, but all in the same way
# - **d** the gradients explode
#
# **4.** Why may the biases start at zero?
#
# - **a** they are too few to matter
# - **b** a bias must never be random
# - **c** zero is where most of them end
# - **d** the random weights already make the units of a layer different

# %% nbgrader={"grade_id": "w4-quiz-init-code", "solution": true}
# A dict: {"1": "...", "2": "...", "3": "...", "4": "..."}
### BEGIN SOLUTION
good_start = {"1": "b", "2": "c", "3": "b", "4": "d"}
### END SOLUTION

# %% nbgrader={"grade_id": "w4-quiz-init", "grade": true, "points": 2}
check("w4-quiz-init", good_start)

# %% [markdown] id="w4-forward-why"
# ## 3. Forward, layer by layer
#
# Four layers could be written out as eight lines. Then somebody asks for five. So we make one brick, a layer,
# and lay it $L$ times.
#
# Each brick does something else that week 3 did in passing: it keeps what the way back will need. Going back
# through $Z = WA + b$ takes the very $A$ and $W$ that went in, and going back through the activation takes
# $Z$. The brick puts them aside in a **cache**.

# %% id="w4-blocks-forward" tags=["demo"]
layers.draw_blocks(3, backward=False)

# %% [markdown] id="w4-small-why"
# To have numbers you can follow by hand, here is a network 2-2-2-1 and one example. You'll meet it until the
# end of section 4.

# %% id="w4-small"
small = {
    "W1": np.array([[1.0, -1.0], [2.0, 0.0]]),
    "b1": np.array([[0.0], [0.0]]),
    "W2": np.array([[1.0, 1.0], [3.0, -1.0]]),
    "b2": np.array([[0.0], [1.0]]),
    "W3": np.array([[1.0, -3.0]]),
    "b3": np.array([[-2.0]]),
}
x, y = np.array([[1.0], [2.0]]), np.array([[1]])

# %% [markdown] id="w4-linear-forward-ask"
# ### The linear step
#
# The input of layer 1 is $x = (1, 2)$. Its first unit gets $1 \cdot 1 - 1 \cdot 2 + 0 = -1$, its second
# $2 \cdot 1 + 0 \cdot 2 + 0 = 2$. Return Z, and the cache as a tuple of what went in, in this order.


# %% nbgrader={"grade_id": "w4-linear-forward-code", "solution": true}
def linear_forward(A, W, b):
    """The linear step of one layer.

    A: what the layer before gave (n_prev, m); W (n, n_prev); b (n, 1).
    Returns Z (n, m), and a cache: the tuple (A, W, b).
    linear_forward(x, small["W1"], small["b1"])[0] is [[-1], [2]].
    """
    ### BEGIN SOLUTION
    Z = W @ A + b
    cache = (A, W, b)
    return Z, cache
    ### END SOLUTION


# %% nbgrader={"grade_id": "w4-linear-forward", "grade": true, "points": 1}
check("w4-linear-forward", linear_forward)

# %% [markdown] id="w4-linear-forward-hint"
# <details><summary>Hint 1</summary>
#
# Say the shapes: (n, n_prev), (n_prev, m), and then a column (n, 1).
#
# </details>
# <details><summary>Hint 2</summary>
#
# A matrix product and a sum. W has its rows where the result goes, so nothing is transposed this week on the
# way forward.
#
# </details>
# <details><summary>Hint 3</summary>
#
# Two things come back: the matrix, a comma, and a tuple in brackets. The A in the cache is what went in, not
# what comes out.
#
# </details>

# %% [markdown] id="w4-sigmoid-why"
# The sigmoid you have written twice, so this time it is given, by way of the hyperbolic tangent. This form
# has no exponential that could overflow: at $z = -1000$ it is 0 and at $z = 1000$ it is 1, without a warning.


# %% id="w4-sigmoid"
def sigmoid(z):
    """The sigmoid by way of tanh, entry by entry, with no nan however large z is."""
    return (1 + np.tanh(np.asarray(z) / 2)) / 2


# %% [markdown] id="w4-linear-activation-forward-ask"
# ### One whole layer
#
# Now the brick: the linear step, then the activation that its name asks for. In layer 1 of the small network
# the ReLU turns $(-1, 2)$ into $(0, 2)$. The cache of the brick is a pair: the cache of the linear step, and
# $Z$.


# %% nbgrader={"grade_id": "w4-linear-activation-forward-code", "solution": true}
def linear_activation_forward(A_prev, W, b, activation):
    """One whole layer.

    A_prev (n_prev, m); W (n, n_prev); b (n, 1); activation: "relu" or "sigmoid".
    Returns A (n, m), and a cache: the tuple (linear_cache, Z), where linear_cache is that of linear_forward.
    linear_activation_forward(x, small["W1"], small["b1"], "relu")[0] is [[0], [2]].
    """
    ### BEGIN SOLUTION
    Z, linear_cache = linear_forward(A_prev, W, b)
    A = sigmoid(Z) if activation == "sigmoid" else np.maximum(Z, 0)
    cache = (linear_cache, Z)
    return A, cache
    ### END SOLUTION


# %% nbgrader={"grade_id": "w4-linear-activation-forward", "grade": true, "points": 2}
check("w4-linear-activation-forward", linear_activation_forward)

# %% [markdown] id="w4-linear-activation-forward-hint"
# <details><summary>Hint 1</summary>
#
# Your `linear_forward` gives two things. Which of them goes through the activation, and which goes straight
# into the cache?
#
# </details>
# <details><summary>Hint 2</summary>
#
# An `if` on the word in `activation`. The sigmoid is a function above; the ReLU is `np.maximum`.
#
# </details>
# <details><summary>Hint 3</summary>
#
# The cache keeps Z as it was *before* the activation: behind the ReLU nobody can tell $-1$ from 0. Its first
# entry is the whole linear cache, a tuple in a tuple.
#
# </details>

# %% [markdown] id="w4-forward-ask"
# ### All L layers
#
# ReLU in layers 1 to $L - 1$, sigmoid in layer $L$, because the last number is a probability. What goes into
# a layer is what came out of the one before, so one name, `A`, can move through the loop.
#
# How many layers are there? The dict has a $W$ and a $b$ for each. In the small network the numbers run
# $(1, 2) \to (0, 2) \to (2, 0) \to 0.5$.


# %% nbgrader={"grade_id": "w4-forward-code", "solution": true}
def L_model_forward(X, parameters):
    """The whole network: ReLU in layers 1 to L - 1, sigmoid in layer L.

    X: examples as columns (n_x, m); parameters: "W1", "b1", ..., "WL", "bL".
    Returns AL (n_L, m), and the list of the caches of layers 1 to L.
    L_model_forward(x, small)[0] is [[0.5]], and its list has three caches.
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

# %% [markdown] id="w4-forward-hint"
# <details><summary>Hint 1</summary>
#
# Before the loop: A is X, and the list is empty. In each turn: one brick, and its cache goes to the end of
# the list.
#
# </details>
# <details><summary>Hint 2</summary>
#
# L is half the number of entries of `parameters`; `//` divides without a remainder. The last layer is
# different: either the loop stops before it and one more line follows, or an `if` inside asks for it.
#
# </details>
# <details><summary>Hint 3</summary>
#
# `range(1, L)` ends at L - 1, `range(1, L + 1)` at L. For L = 1 there is no hidden layer at all, and the
# first and only layer has the sigmoid. The list of caches starts counting at 0, the layers at 1.
#
# </details>

# %% [markdown] id="w4-cost-ask"
# ### The cost
#
# The same mean log loss as ever, $-\frac{1}{m}\sum (y \log a + (1 - y)\log(1 - a))$, whatever lies between
# input and output. It is what training brings down, and in section 5 you'll measure slopes with it. Keep the
# probabilities a hair, say $10^{-12}$, away from 0 and 1. For the small network it is
# $-\log 0.5 \approx 0.693$.


# %% nbgrader={"grade_id": "w4-cost-code", "solution": true}
def compute_cost(AL, Y):
    """The mean log loss, finite also where a probability is exactly 0 or 1.

    AL: probabilities (1, m); Y: labels (1, m). Returns one number.
    compute_cost(np.array([[0.5, 0.9]]), np.array([[1, 1]])) is about 0.399.
    """
    ### BEGIN SOLUTION
    A = np.clip(AL, 1e-12, 1 - 1e-12)
    return np.mean(-Y * np.log(A) - (1 - Y) * np.log(1 - A))
    ### END SOLUTION


# %% nbgrader={"grade_id": "w4-cost", "grade": true, "points": 1}
check("w4-cost", compute_cost)

# %% [markdown] id="w4-cost-hint"
# <details><summary>Hint 1</summary>
#
# You have written it in weeks 2 and 3. Nothing in it knows how many layers there are.
#
# </details>
# <details><summary>Hint 2</summary>
#
# All products are entry by entry: each label with its own probability. Then one mean.
#
# </details>
# <details><summary>Hint 3</summary>
#
# `np.clip` with two bounds, before both logarithms.
#
# </details>

# %% [markdown] id="w4-backward-why"
# ## 4. Backward, layer by layer
#
# You have the cost. For each of the weights you now want its slope: if this weight grows a little, how much
# does the cost rise? As in week 1, the answer is found by walking back, and each brick needs to know only its
# own part of the way. It is handed $dA^{[l]}$, the slopes by what it gave. It hands on $dA^{[l-1]}$, the
# slopes by what it took. And it leaves $dW^{[l]}$ and $db^{[l]}$ behind for the update.

# %% id="w4-blocks" tags=["demo"]
layers.draw_blocks(3)

# %% [markdown] id="w4-linear-backward-ask"
# ### Back through the linear step
#
# Suppose that $dZ^{[l]}$ is known. Then
#
# $$dW^{[l]} = \frac{1}{m}\, dZ^{[l]} A^{[l-1]T} \qquad db^{[l]} = \frac{1}{m} \sum_i dZ^{[l](i)} \qquad dA^{[l-1]} = W^{[l]T} dZ^{[l]}$$
#
# If you forget one of them, let the shapes bring it back. $dW$ must be (n, n_prev), and you have $dZ$, (n, m),
# and $A$, (n_prev, m): the examples have to meet in the middle, so $A$ stands upright. $dA^{[l-1]}$ must be
# (n_prev, m), from $W$, (n, n_prev), and $dZ$, (n, m): now the units have to meet, so $W$ stands upright, and
# first. For these two there is no other order in which the shapes fit, unless two sizes happen to be equal.
#
# Only two of the three are divided by $m$. The cost is a mean over the examples, and $W$ and $b$ serve all of
# them, so their slopes are means. A column of $dA$ belongs to a single example; the mean comes later, when
# some layer collects its own $dW$. Divide there as well, and after three layers you have divided by $m$ three
# times. The gradient of layer 1 for 100 examples would be 10000 times too small, and the training would look
# merely slow.
#
# In the small network: layer 3 has $dZ = -0.5$ and took in $A = (2, 0)$. So $dW = (-1, 0)$, $db = -0.5$, and
# $dA = W^T dZ = (1, -3)^T \cdot (-0.5) = (-0.5, 1.5)$.
#
# There are two functions to write this time. The first computes what the layer keeps for itself, $dW$ and $db$. The
# second adds what is handed on, $dA^{[l-1]}$, and calls the first; the check looks at the second.


# %% nbgrader={"grade_id": "w4-linear-backward-code", "solution": true}
def weight_gradients(dZ, A_prev):
    """The half of it that a layer keeps for itself.

    dZ: (n, m); A_prev: what went into the layer (n_prev, m).
    Returns dW (n, n_prev) and db (n, 1), means over the m examples.
    weight_gradients(np.array([[-0.5]]), np.array([[2], [0]])) is ([[-1, 0]], [[-0.5]]).
    """
    ### BEGIN SOLUTION
    m = A_prev.shape[1]
    dW = dZ @ A_prev.T / m
    db = dZ.sum(axis=1, keepdims=True) / m
    return dW, db
    ### END SOLUTION


def linear_backward(dZ, cache):
    """Back through the linear step of one layer.

    dZ: (n, m); cache: the tuple (A_prev, W, b) of linear_forward.
    Returns dA_prev (n_prev, m), dW (n, n_prev), db (n, 1); dW and db are means over the m examples.
    linear_backward(np.array([[-0.5]]), (np.array([[2], [0]]), small["W3"], small["b3"]))
    is ([[-0.5], [1.5]], [[-1, 0]], [[-0.5]]).
    """
    ### BEGIN SOLUTION
    A_prev, W, _ = cache
    dA_prev = W.T @ dZ
    dW, db = weight_gradients(dZ, A_prev)
    return dA_prev, dW, db
    ### END SOLUTION


# %% nbgrader={"grade_id": "w4-linear-backward", "grade": true, "points": 3}
check("w4-linear-backward", linear_backward)

# %% [markdown] id="w4-linear-backward-hint"
# <details><summary>Hint 1</summary>
#
# In the second function, unpack the cache into three names first; the bias will not be needed. m is the number of
# columns.
#
# </details>
# <details><summary>Hint 2</summary>
#
# The three formulas stand above, each one line. Mind the order in which they are returned: what is handed on
# comes first.
#
# </details>
# <details><summary>Hint 3</summary>
#
# db is one number for each unit, as a column: which axis disappears, and what leaves a 1 in its place?
# `np.mean` divides by itself, `@` and `sum` don't.
#
# </details>

# %% [markdown] nbgrader={"grade_id": "w4-written-row-sum-question", "locked": true}
# ### On paper: why a sum?
#
# On the way forward one column $b$ is stretched over $m$ examples. On the way back $db$ is the sum of each
# row of $dZ$, divided by $m$, and $dA^{[l-1]} = W^T dZ$ contains no sum sign at all, and no $1/m$. Derive
# both for one layer $Z = WA + b$. Start from single entries, $Z_{ji} = \sum_k W_{jk} A_{ki} + b_j$, where $j$
# counts the units, $k$ the units of the layer before, and $i$ the examples. The cost is
# $J = \frac{1}{m} \sum_i L_i$, and $dZ_{ji}$ stands for $\partial L_i / \partial Z_{ji}$. (4 points, marked by
# a person.)
#
# <!-- BEGIN MARK SCHEME -->
# One point each:
# 1. $b_j$ goes into $Z_{j1}, \dots, Z_{jm}$, once for every example, each time with slope
#    $\partial Z_{ji} / \partial b_j = 1$.
# 2. The chain rule over all these paths: $\partial J / \partial b_j = \frac{1}{m} \sum_i dZ_{ji} \cdot 1$, the
#    sum of row $j$ of $dZ$ divided by $m$; one number a unit, hence $(n, 1)$.
# 3. $A_{ki}$ goes into $Z_{ji}$ for every unit $j$ of the layer, with slope $W_{jk}$, and only into column $i$;
#    so $dA_{ki} = \sum_j W_{jk}\, dZ_{ji}$.
# 4. That sum is row $k$ of $W^T$ with column $i$ of $dZ$, hence $W^T dZ$; the sum is inside the matrix product.
#    There is no $1/m$ because it concerns one example's loss; $m$ enters where a slope of $J$ is wanted.
#
# Saying "stretched forwards means summed backwards" without the chain rule earns point 1 only. Other names for
# the indices are fine.
# <!-- END MARK SCHEME -->

# %% [markdown] nbgrader={"grade_id": "w4-written-row-sum", "grade": true, "solution": true, "points": 4}
# <!-- BEGIN SOLUTION -->
# The bias $b_j$ takes part in $m$ scores, $Z_{j1}, \dots, Z_{jm}$, one for each example, and in all of them
# with slope 1. The cost depends on it along $m$ paths, and the chain rule adds up the paths:
#
# $$\frac{\partial J}{\partial b_j} = \frac{1}{m} \sum_{i=1}^{m} \frac{\partial L_i}{\partial Z_{ji}} \cdot \frac{\partial Z_{ji}}{\partial b_j} = \frac{1}{m} \sum_{i=1}^{m} dZ_{ji}$$
#
# That is the sum of row $j$, divided by $m$: one number for each unit, a column $(n, 1)$. What was stretched
# on the way forward is summed on the way back.
#
# The activation $A_{ki}$ goes into the scores $Z_{1i}, \dots, Z_{ni}$ of its own example, into the score of
# unit $j$ with the slope $W_{jk}$. Again the paths are added up, this time over the units:
#
# $$dA_{ki} = \frac{\partial L_i}{\partial A_{ki}} = \sum_{j=1}^{n} W_{jk}\, dZ_{ji} = \sum_{j=1}^{n} (W^T)_{kj}\, dZ_{ji} = (W^T dZ)_{ki}$$
#
# The sum is there; it is the one inside the matrix product. It runs over units and not over examples, and it
# concerns the loss of a single example, so nothing is divided by $m$.
# <!-- END SOLUTION -->

# %% [markdown] id="w4-linear-activation-backward-ask"
# ### Back through one whole layer
#
# Before the linear step the way back meets the activation, $A = g(Z)$, entry by entry, so
# $dZ = dA \cdot g'(Z)$, entry by entry. For the ReLU the slope is 1 where $Z$ is above 0 and 0 elsewhere (at
# exactly 0 we take 0): a unit that was shut on the way forward lets nothing through on the way back. For the
# sigmoid it is $a(1 - a)$.
#
# In layer 2 of the small network $Z = (2, -1)$ and $dA = (-0.5, 1.5)$, so $dZ = (-0.5, 0)$. The second unit
# has the larger slope waiting, and doesn't learn from this example at all.


# %% nbgrader={"grade_id": "w4-linear-activation-backward-code", "solution": true}
def linear_activation_backward(dA, cache, activation):
    """Back through one whole layer.

    dA: (n, m); cache: the tuple (linear_cache, Z) of linear_activation_forward; activation: "relu" or "sigmoid".
    Returns dA_prev (n_prev, m), dW (n, n_prev), db (n, 1). Where Z is 0, the slope of ReLU counts as 0.
    Where Z is [[2], [-1]] and dA is [[-0.5], [1.5]], "relu" makes dZ [[-0.5], [0]] of them, and linear_backward
    does the rest.
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

# %% [markdown] id="w4-linear-activation-backward-hint"
# <details><summary>Hint 1</summary>
#
# Two steps, in the opposite order of the way forward: first the activation, then your `linear_backward`.
#
# </details>
# <details><summary>Hint 2</summary>
#
# The slope depends on Z, which is the second entry of the cache, and not on dA. It is multiplied entry by
# entry, so `*`.
#
# </details>
# <details><summary>Hint 3</summary>
#
# `Z > 0` is an array of True and False; multiplied with numbers they count as 1 and 0. For the sigmoid compute
# a from Z first, and then $a(1 - a)$.
#
# </details>

# %% [markdown] id="w4-start-backward-why"
# ### Where the way back begins
#
# The last brick gave $A^{[L]}$, so its $dA^{[L]}$ is the slope of the loss by the probability,
#
# $$dA^{[L]} = -\frac{Y}{A^{[L]}} + \frac{1 - Y}{1 - A^{[L]}}$$
#
# and then comes the slope of the sigmoid, $A^{[L]}(1 - A^{[L]})$. That is how the lectures go, and for
# ordinary probabilities it is right. But a network that is very sure divides by zero. How sure is very sure?

# %% id="w4-saturated"
z = np.array([[5.0, 36.0, 40.0, -1000.0]])
a, label = sigmoid(z), np.array([[1, 1, 1, 0]])
with np.errstate(divide="ignore", invalid="ignore"):
    by_division = (-label / a + (1 - label) / (1 - a)) * a * (1 - a)
print("1 - a:      ", 1 - a)
print("by division:", by_division)
print("a - y:      ", a - label)

# %% [markdown] id="w4-start-backward-read"
# From about $z = 37$ on, $a$ is closer to 1 than 64 bits can tell. It is stored as 1, $1 - a$ is exactly 0,
# and $0/0$ is `nan`; at $z = -1000$ the same happens with $a$ itself. The last two predictions are *right*, and
# a single one like them spoils every weight of the network: a `nan` in $dZ^{[L]}$ is a `nan` in $dW$, after the
# update in $W$, and one step later everywhere.
#
# Multiply the two slopes out on paper before you let the machine do it. What is left is the old acquaintance
# of week 1,
#
# $$dZ^{[L]} = A^{[L]} - Y$$
#
# without any division. `check` accepts both routes where they are both right. One part of the next exercise
# has scores of 1000, and only this one stays finite there.

# %% [markdown] nbgrader={"grade_id": "w4-written-no-division-question", "locked": true}
# ### On paper: the division that cancels
#
# Show for one example that $dA \cdot \sigma'(z)$, with $dA = -\frac{y}{a} + \frac{1 - y}{1 - a}$ and
# $a = \sigma(z)$, is $a - y$. Then explain why two formulas that are equal on paper behave differently in the
# machine at $z = 1000$, $y = 1$, and which of the two numbers that come out is the right one. (4 points,
# marked by a person.)
#
# <!-- BEGIN MARK SCHEME -->
# One point each:
# 1. $\sigma'(z) = a(1 - a)$ is used.
# 2. Multiplied out: $-y(1 - a) + (1 - y)a = a - y$, each denominator cancelled by its own factor.
# 3. In the machine $\sigma(1000)$ is exactly 1 after rounding, so $1 - a = 0$ and $(1 - y)/(1 - a) = 0/0$ is nan (for
#    $y = 0$: 1/0, infinity, times 0, again nan). Cancelling on paper is allowed for $0 < a < 1$, which always holds on
#    paper; rounding leaves that range.
# 4. $a - y = 0$ is right up to rounding: the exact value is $-1/(1 + e^{1000})$, closer to 0 than any number the
#    machine has.
#
# For point 4 it is enough to say that the true value is negative and immeasurably small, so that 0 is right.
# <!-- END MARK SCHEME -->

# %% [markdown] nbgrader={"grade_id": "w4-written-no-division", "grade": true, "solution": true, "points": 4}
# <!-- BEGIN SOLUTION -->
# With $\sigma'(z) = a(1 - a)$,
#
# $$\left(-\frac{y}{a} + \frac{1 - y}{1 - a}\right) a (1 - a) = -y(1 - a) + (1 - y)a = -y + ya + a - ya = a - y$$
#
# The first term lends its $a$ to cancel, the second its $1 - a$. That is allowed because on paper $a$ is never
# 0 and never 1.
#
# In the machine it is. $\sigma(1000)$ differs from 1 by about $e^{-1000}$, far less than the $10^{-16}$ that 64
# bits resolve near 1, so $a$ is stored as exactly 1. Then $(1 - y)/(1 - a)$ is $0/0$, which is nan, and nan times
# anything stays nan. The form $a - y$ has no quotient: $1 - 1 = 0$.
#
# The exact value is $-1/(1 + e^{1000})$, a negative number so close to 0 that the machine has none nearer. So 0 is
# the right answer, and nan is the formula's fault, not the network's.
# <!-- END SOLUTION -->

# %% [markdown] id="w4-backward-ask"
# ### Back through all L layers
#
# Now walk through the bricks from last to first. Layer $L$ is special, it begins with
# $dZ^{[L]} = A^{[L]} - Y$. All the others are alike: they take `grads["dA" + ...]` of their own number, which
# the layer above has just left there, and put new entries into the dict. The cache of layer $l$ is number
# $l - 1$ in the list.
#
# A warning. Many a backward pass is written with the two layers of week 3 in mind: the loop starts one layer
# too low, or every hidden layer is handed the slopes of the last one, or the sigmoid creeps into a middle
# layer. For $L = 2$ there is only one hidden layer and nothing shows. So `check` tries $L = 1, 2, 3$ and 5,
# with unequal widths.
#
# At the very end the recipe gives $dA^{[0]}$, the slopes of the cost by the *pixels*. Nobody updates a pixel, so
# training doesn't need it. (It has its uses: it tells which pixels a decision hangs on.) But for pictures this one
# product, $W^{[1]T} dZ^{[1]}$, makes the largest array of the pass, as large as all the pictures together. `check`
# takes your dict with it or without. If you like to save it: layer 1 needs $dZ^{[1]}$ and then your
# `weight_gradients`, no more. With $L = 1$ there is only that. What it costs you'll measure in section 9.


# %% nbgrader={"grade_id": "w4-backward-code", "solution": true}
def L_model_backward(AL, Y, caches):
    """The gradients of the cost through the whole network.

    AL (1, m), caches: as L_model_forward returned them; Y: labels (1, m).
    Returns a dict: for each layer l from 1 to L "dWl" and "dbl", and "dA1" to "dA{L-1}", the gradients of what goes
    from layer to layer ("dA0" may be there, too); finite and right also where AL is exactly 0 or 1.
    For the small network (AL, caches = L_model_forward(x, small)) "dW2" is [[0, -1], [0, 0]].
    """
    ### BEGIN SOLUTION
    grads = {}
    dZ = AL - Y  # dA times the slope of the sigmoid, without dividing by a probability that may be 0
    for l in range(len(caches), 1, -1):
        dA, grads[f"dW{l}"], grads[f"db{l}"] = linear_backward(dZ, caches[l - 1][0])
        grads[f"dA{l - 1}"] = dA
        dZ = dA * (caches[l - 2][1] > 0)  # through the ReLU of the layer below
    X = caches[0][0][0]
    grads["dW1"], grads["db1"] = weight_gradients(dZ, X)  # without dA0, a product as large as all the pictures
    return grads
    ### END SOLUTION


# %% nbgrader={"grade_id": "w4-backward", "grade": true, "points": 4}
check("w4-backward", L_model_backward)

# %% [markdown] id="w4-backward-hint"
# <details><summary>Hint 1</summary>
#
# Layer L first, by itself. You have dZ there, so it is your `linear_backward` that it needs, with the linear
# half of the last cache.
#
# </details>
# <details><summary>Hint 2</summary>
#
# Then a loop downwards: `range(L - 1, 0, -1)` gives L - 1, L - 2, ..., 1. Each turn is one call of your
# `linear_activation_backward`, which returns three things for three keys. (To save "dA0", let the loop end a layer
# earlier and treat layer 1 by itself.)
#
# </details>
# <details><summary>Hint 3</summary>
#
# Layer l takes "dA" of its own number l and leaves "dA" of number l - 1; f-strings make both keys. All layers
# in the loop are ReLU layers. A cache is a pair, the linear cache and Z, and the linear cache begins with what went
# into the layer.
#
# </details>

# %% [markdown] id="w4-fill-why"
# Here is the small network with its numbers, as your functions compute them. Go through it with a pencil
# once. In the second picture you can step forward and back.

# %% id="w4-fill" tags=["demo"]
with once_written():
    numbers = layers.numbers_of_a_pass(x, y, small, L_model_forward, compute_cost, L_model_backward)
    display(layers.draw_pass(numbers))

# %% id="w4-fill-steps" tags=["demo"]
with once_written():
    numbers = layers.numbers_of_a_pass(x, y, small, L_model_forward, compute_cost, L_model_backward)
    display(layers.step_through_pass(numbers))

# %% [markdown] id="w4-update-ask"
# ### One step
#
# Every parameter moves against its slope, and a parameter's slope has its name with a d in front. Return a
# *new* dict with new arrays. `value -= ...` would change the arrays that the caller still holds, and a second
# experiment would begin where the first one ended.


# %% nbgrader={"grade_id": "w4-update-code", "solution": true}
def update_parameters(parameters, grads, learning_rate):
    """One step of gradient descent.

    parameters: "W1", "b1", ...; grads: "dW1", "db1", ... and maybe more; learning_rate: a number.
    Returns a new dict of parameters; the given one stays as it was.
    update_parameters({"W1": 2.0, "b1": 1.0}, {"dW1": 5.0, "db1": -1.0, "dA0": 7.0}, 0.1) is {"W1": 1.5, "b1": 1.1}.
    """
    ### BEGIN SOLUTION
    return {name: value - learning_rate * grads["d" + name] for name, value in parameters.items()}
    ### END SOLUTION


# %% nbgrader={"grade_id": "w4-update", "grade": true, "points": 1}
check("w4-update", update_parameters)

# %% [markdown] id="w4-update-hint"
# <details><summary>Hint 1</summary>
#
# Go through the parameters, not through the gradients: `grads` has entries that belong to no parameter.
#
# </details>
# <details><summary>Hint 2</summary>
#
# `parameters.items()` gives names and arrays in pairs. The gradient of "W1" is under "dW1".
#
# </details>
# <details><summary>Hint 3</summary>
#
# Downhill is minus. Build a new dict, in a loop or as a comprehension; `value - ...` makes a new array.
#
# </details>

# %% [markdown] id="w4-gradient-check-why"
# ## 5. Can you trust it?
#
# A wrong gradient doesn't crash. It often even trains, only worse, and you would blame the learning rate. So
# measure. As in week 3: push one parameter up by $h$ and down by $h$, and see what the cost does,
#
# $$s = \frac{J(\theta + h) - J(\theta - h)}{2h}$$
#
# then compare the measured slopes with those of the backward pass by their relative difference
# $\lVert d - s \rVert / (\lVert d \rVert + \lVert s \rVert)$. This time we keep the arrays apart and return one
# number **for each of them**. With 10 arrays you want to know more than that something is wrong. You want its
# name.
#
# Why not use this for training, and save the whole backward pass? Count. The network 12288-20-7-5-1 has
# 245,973 parameters, and each needs two forward passes: 491,946 of them for a single step. The backward pass
# costs about as much as two. So the check is done on a small network of the same depth; the code doesn't know
# the difference.
#
# ### Check every array
#
# It uses your `L_model_forward` and `compute_cost`, and works for any depth. Where both slopes are all zeros,
# the answer is 0. Leave the caller's parameters as they are.


# %% nbgrader={"grade_id": "w4-gradient-check-code", "solution": true}
def gradient_check(parameters, grads, X, Y, h=1e-5):
    """How far each gradient is from the measured slopes of the cost.

    parameters: of any depth; grads: what a backward pass gave for them, "dW1", "db1", ...; X (n_x, m); Y (1, m); h:
    the step.
    Returns a dict from each parameter's name to ||d - s|| / (||d|| + ||s||), where d is its gradient in grads and
    s holds the central differences of the cost; 0 where both are all zeros. parameters stays as it was.
    For a right gradient the numbers are about 1e-7 or smaller; for one of twice the size they are 1/3.
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

# %% [markdown] id="w4-gradient-check-hint"
# <details><summary>Hint 1</summary>
#
# Three loops of thought: over the arrays, over the entries of an array, and the two sides of each entry. Your
# week 3 did the same for four arrays.
#
# </details>
# <details><summary>Hint 2</summary>
#
# `np.ndindex(array.shape)` walks through all places of an array. `{**parameters, name: other}` is a new dict
# in which a single array has been exchanged.
#
# </details>
# <details><summary>Hint 3</summary>
#
# For each place make an array of zeros with h in that place; the array plus it, and minus it, give the two
# costs. Divide by 2h. Only when the whole array of slopes is there, compare it with `grads["d" + name]`.
#
# </details>

# %% [markdown] id="w4-gradient-check-use"
# Now turn it on your own backward pass: a network 4-6-5-3-1, eight examples. And beside it, a saboteur. In
# the second pass somebody has turned round the sign of $Z^{[2]}$ in the cache, so that the ReLU of layer 2
# lets through what it should stop and stops what it should let through. Which arrays do you expect to be
# wrong? All of them, those of layer 2, or more than those?

# %% id="w4-gradient-check-yours" tags=["demo"]
rng = np.random.default_rng(6)
X, Y = rng.standard_normal((4, 8)), rng.integers(0, 2, size=(1, 8))
with once_written():
    parameters = initialize_parameters_deep([4, 6, 5, 3, 1], rng)
    A4, caches = L_model_forward(X, parameters)
    errors = {"your backward pass": gradient_check(parameters, L_model_backward(A4, Y, caches), X, Y)}
    caches[1] = (caches[1][0], -caches[1][1])
    errors["sabotaged in layer 2"] = gradient_check(parameters, L_model_backward(A4, Y, caches), X, Y)
    for title, found in errors.items():
        print(title + ":", ", ".join(name for name, error in found.items() if error > 1e-6) or "all arrays agree")
    display(depth.plot_errors(errors))

# %% [markdown] id="w4-gradient-check-read"
# If your backward pass is right, the layers above the sabotage agree to many digits, and all from layer 2
# *down* is off. Errors flow with the gradient, from the output to the input. So read the list from the last
# layer backwards: **the first array that disagrees is where the fault is**. If only a single $db$ disagrees, it
# is a sum that should be a mean, or one without its axis. If only the $dW$ do, look at the $A$ in the cache.
#
# And what is small enough? With $h = 10^{-5}$ expect $10^{-7}$ or less. $10^{-3}$ is a mistake, or, rarely, a
# ReLU whose score is so close to 0 that a step of $h$ jumps over its corner; another seed tells which.

# %% [markdown] id="w4-train-why"
# ## 6. Train, and choose what can't be trained
#
# Forward, cost, backward, update, and again. This loop is the same for every depth, and it is all there is to
# the training of a network.
#
# ### Train
#
# Start from given parameters. Return the last ones, and a list with the cost before each step.


# %% nbgrader={"grade_id": "w4-train-code", "solution": true}
def train(parameters, X, Y, num_iterations, learning_rate):
    """Gradient descent from given parameters.

    parameters: where to start, of any depth; X (n_x, m); Y (1, m); num_iterations: how many steps; learning_rate: a
    number.
    Returns the parameters after the last step, and a list with the cost before each step. The given parameters stay
    as they were.
    train(small, x, y, 1, 0.1)[1] is [0.693].
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

# %% [markdown] id="w4-train-hint"
# <details><summary>Hint 1</summary>
#
# The four words above are four calls, in that order, inside one loop.
#
# </details>
# <details><summary>Hint 2</summary>
#
# `L_model_forward` gives the probabilities for the cost and the caches for the way back. The name
# `parameters` may be given a new dict in each turn.
#
# </details>
# <details><summary>Hint 3</summary>
#
# The cost is noted before the update, so a list of `num_iterations` costs begins with the cost of the start.
# Not a step too many: count them for `num_iterations = 1`.
#
# </details>

# %% [markdown] id="w4-spirals-why"
# Try it on something small, where a training takes a second: two spirals wound into each other, 400 points of
# which 200 are to learn from. Three hidden layers of 12 units, 600 steps. Change the numbers and run it again,
# as often as you like.


# %% id="w4-spirals" tags=["demo"]
def three_parts(name):
    """A planar data set, standardized: 200 points to learn from, 100 to choose by, 100 for the drawer."""
    X, Y = load_planar(name)
    X = (X - X.mean(axis=1, keepdims=True)) / X.std(axis=1, keepdims=True)
    return [(X[:, part], Y[:, part]) for part in (slice(0, 200), slice(200, 300), slice(300, 400))]


def accuracy(X, Y, parameters):
    """The fraction of right decisions."""
    return np.mean((L_model_forward(X, parameters)[0] > 0.5) == Y)


layer_dims, learning_rate, num_iterations = [2, 12, 12, 12, 1], 0.3, 600
(X_learn, Y_learn), (X_choose, Y_choose), _ = three_parts("spirals")
with once_written():
    start = initialize_parameters_deep(layer_dims, np.random.default_rng(1))
    trained, costs = train(start, X_learn, Y_learn, num_iterations, learning_rate)
    print(f"right: {accuracy(X_learn, Y_learn, trained):.1%} of those it learned from, ", end="")
    print(f"{accuracy(X_choose, Y_choose, trained):.1%} of 100 others")
    display(search.plot_training(costs, lambda points: L_model_forward(points, trained)[0], X_learn, Y_learn))

# %% [markdown] id="w4-hyperparameters-why"
# Who said 12 units, three layers, 0.3? I did, after some trying. Gradient descent finds the **parameters**,
# all the $W$ and $b$. It can't find the numbers that steer it: the learning rate $\alpha$, the number of
# steps, the number of layers $L$, their widths $n^{[l]}$, the choice of activation. Those are the
# **hyperparameters**, and they decide what the parameters become. There is no formula for good ones. There is
# experience, which tells the order of magnitude, and there is trying.
#
# ### Search with a plan
#
# How do you try? Two pieces of advice save most of the time. Draw **at random** instead of on a grid: among 36
# points of a 6 by 6 grid you see only 6 different learning rates, among 36 random ones 36. And draw what can be
# large or small **on a logarithmic scale**: between 0.003 and 3 lie three powers of ten, and
# `rng.uniform(0.003, 3)` would spend nine tenths of its tries on the last of them. Draw the exponent instead,
# $\alpha = 10^{r}$ with $r$ uniform.
#
# The spirals would be too easy. We take the flower of week 3, whose petals run into each other. Each network
# learns from the same 200 points, and is judged by 100 points that it has not seen. The other 100 stay in the
# drawer.

# %% id="w4-search" tags=["demo"]
rng = np.random.default_rng(5)
tries = []
(X_learn, Y_learn), (X_choose, Y_choose), (X_last, Y_last) = three_parts("flower")
with once_written():
    for _ in with_bar(range(36), "networks trained"):
        alpha, L, width = 10 ** rng.uniform(-2.5, 0.5), int(rng.integers(1, 6)), int(2 ** rng.uniform(1, 5))
        layer_dims = [2] + [width] * (L - 1) + [1]
        with np.errstate(all="ignore"):  # some of them will explode, and that is a result
            parameters, _ = train(initialize_parameters_deep(layer_dims, rng), X_learn, Y_learn, 500, alpha)
            found = accuracy(X_choose, Y_choose, parameters)
        tries.append({"accuracy": found, "alpha": alpha, "L": L, "width": width, "parameters": parameters})
    tries.sort(key=lambda one: -one["accuracy"])
    for one in [*tries[:3], tries[-1]]:
        print(f"{one['accuracy']:.0%} with alpha = {one['alpha']:.3g}, L = {one['L']}, width {one['width']}")
    best = accuracy(X_last, Y_last, tries[0]["parameters"])
    print(f"the best of them, on the 100 points in the drawer: {best:.0%}")
    display(search.plot_search(tries))

# %% [markdown] id="w4-search-read"
# Read the left picture from left to right. With a small $\alpha$, 500 steps are seldom enough to get anywhere, and
# the best networks stand in the middle. On the right good and bad ones stand side by side, and it looks as if a large
# $\alpha$ sometimes drove the training off the road. Now look for the bad ones in the other picture, which has the
# widths of all networks with a hidden layer. They have two or three units in a layer, and these can seldom bend the
# boundary round every petal. With ten units or more, even such large rates get three quarters of the points right, or
# more. So look at everything that varied before you blame one thing. With $L = 1$, by the way, no learning rate helps:
# no straight line parts the petals. And a single try of a setting says little.
#
# Why the drawer? The best of 36 was chosen *because* it did well on the 100 points. Some of that is skill and
# some is luck, and the maximum of many tries collects the luck. So the number by which you chose is too kind,
# on average, and the honest one comes from points that had no say. The three parts are called the training
# set, the development (or validation) set, and the test set.

# %% [markdown] id="w4-quiz-hyperparameters-ask"
# ### Quiz: parameters and hyperparameters
#
# Which of these are found by gradient descent (**a**), which do you have to choose before it begins (**b**),
# and which are neither, but results of a run (**c**)?
#
# | key | what |
# |---|---|
# | `1` | the learning rate $\alpha$ |
# | `2` | $b^{[2]}$ |
# | `3` | the number of units in layer 3 |
# | `4` | $dW^{[1]}$ in step 50 |
# | `5` | ReLU or tanh in the hidden layers |
# | `6` | the accuracy on the test set |
# | `7` | the number of steps |
# | `8` | $W^{[1]}$ |
#
# And two more:
#
# `9`: someone tries 200 settings, picks the one with the best accuracy on 400 test pictures, 88.5 %, and
# reports that number. On new pictures, what is to be expected?
#
# - **a** more: the training can go on
# - **b** 88.5 %: the pictures were not trained on
# - **c** rather less: the setting was chosen for these pictures
#
# `10`: You want a learning rate between 0.0001 and 1. How do you draw it?
#
# - **a** `rng.uniform(0.0001, 1)`
# - **b** `10 ** rng.uniform(-4, 0)`
# - **c** `rng.choice([0.25, 0.5, 0.75, 1.0])`

# %% nbgrader={"grade_id": "w4-quiz-hyperparameters-code", "solution": true}
# A dict: {"1": "...", "2": "...", ..., "10": "..."}
### BEGIN SOLUTION
hyperparameters = {
    "1": "b",
    "2": "a",
    "3": "b",
    "4": "c",
    "5": "b",
    "6": "c",
    "7": "b",
    "8": "a",
    "9": "c",
    "10": "b",
}
### END SOLUTION

# %% nbgrader={"grade_id": "w4-quiz-hyperparameters", "grade": true, "points": 2}
check("w4-quiz-hyperparameters", hyperparameters)

# %% [markdown] id="w4-deep-why"
# ## 7. Why deep?
#
# Week 3 ended with a fact: one hidden layer, if it is wide enough, can bend its boundary as you like. So why
# stack layers at all? Because wide enough may be very wide.
#
# The usual story goes like this. To recognise a cat, begin with something small: **edges**, places where light
# meets dark. A few edges in the right arrangement make a **part**, an ear or a paw. Parts in the right
# arrangement make the **whole**. Each level is a small step from the one before, and a part, once found, serves
# many wholes. A network with one hidden layer would have to go from pixels to cats in one leap, a stencil for
# every kind of cat in every place.

# %% id="w4-parts" tags=["demo"]
depth.draw_parts()

# %% [markdown] id="w4-parts-read"
# It is a good story, and in large networks for photographs people have found units that respond to edges in the
# first layers and to faces or wheels in later ones. But it is a story about what *can* happen. Nobody tells the
# network to do it, and ours may do something else; in section 8 you'll look at what its first layer has
# learned. For a reason that can be proved, take a simpler problem.
#
# ### Exclusive or
#
# The kitchen has two switches for one lamp, one at each door. Either one turns the lamp on, and the other turns
# it off again: the lamp is on if exactly one switch is up. That is the **exclusive or**, XOR. No line separates
# its four points, so no single unit does it, but two ReLU units do, with weights simple enough to guess:
#
# | $a$ | $b$ | relu(a + b) | relu(a + b - 1) | xor |
# |---|---|---|---|---|
# | 0 | 0 | 0 | 0 | 0 |
# | 0 | 1 | 1 | 0 | 1 |
# | 1 | 0 | 1 | 0 | 1 |
# | 1 | 1 | 2 | 1 | 0 |
#
# How do you combine the third and the fourth column to get the fifth? Write it as such a network, for whole
# arrays of bits at once.


# %% nbgrader={"grade_id": "w4-xor-code", "solution": true}
def xor(A, B):
    """The exclusive or of two bits by a network of ReLU units.

    A, B: arrays of the same shape, zeros and ones. Returns that shape: 1 where exactly one of the two is 1.
    Two hidden units, relu(A + B) and relu(A + B - 1), and a linear output that adds and subtracts them.
    xor(np.array([0, 0, 1, 1]), np.array([0, 1, 0, 1])) is [0, 1, 1, 0].
    """
    ### BEGIN SOLUTION
    return np.maximum(A + B, 0) - 2 * np.maximum(A + B - 1, 0)
    ### END SOLUTION


# %% nbgrader={"grade_id": "w4-xor", "grade": true, "points": 2}
check("w4-xor", xor)

# %% [markdown] id="w4-xor-hint"
# <details><summary>Hint 1</summary>
#
# In three of the four rows the third column is already right. How much has to be taken away in the last row?
#
# </details>
# <details><summary>Hint 2</summary>
#
# The fourth column is different from 0 in the last row alone. A multiple of it can be subtracted.
#
# </details>
# <details><summary>Hint 3</summary>
#
# In the last row a 2 has to become 0, and what you can take away is a 1, as often as you like. `np.maximum` is
# the ReLU; one formula serves all entries.
#
# </details>

# %% [markdown] id="w4-parity-why"
# ### Parity
#
# Now a corridor with eight doors, each with a switch: the lamp is on if an odd number of switches is up. That is
# the **parity** of eight bits. And there is an obvious way to build it from what you have: ask in pairs. Four
# XORs turn eight bits into four, two turn those into two, and one gives the answer. Seven XORs in three levels,
# because $2^3 = 8$.

# %% id="w4-tree" tags=["demo"]
depth.draw_tree([1, 0, 1, 1, 0, 0, 1, 0])

# %% [markdown] id="w4-parity-ask"
# ### Write the tree
#
# The bits are rows, the examples columns. Each level halves the number of rows. Which rows make a pair doesn't
# matter, for parity doesn't care about order, but every row must be used exactly once. With an odd number of
# rows one is left over, and it passes on to the next level as it is. Use your `xor`. (If a cell runs on and on,
# stop it with the square button: some level of yours has not become shorter than the one before.)


# %% nbgrader={"grade_id": "w4-parity-code", "solution": true}
def parity(bits):
    """Whether the number of ones is odd, by a tree of xor units.

    bits: (n, m), zeros and ones, one example a column; n from 1 on, not always a power of two.
    Returns (1, m): 1 where the column has an odd number of ones. Each level halves the number of rows; a row left
    over passes on.
    parity(np.array([[1, 1], [1, 0], [1, 1]])) is [[1, 0]].
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

# %% [markdown] id="w4-parity-hint"
# <details><summary>Hint 1</summary>
#
# As long as there is more than one row, make a level. Your `xor` takes two arrays of rows and pairs them up.
#
# </details>
# <details><summary>Hint 2</summary>
#
# For instance the first half of the rows against the second half; `len(bits) // 2` is half, rounded down. Or
# every second row against the others, `bits[0::2]` and `bits[1::2]`.
#
# </details>
# <details><summary>Hint 3</summary>
#
# What is left over are the rows from number 2 * half on: one row or none. `np.concatenate` puts it under the
# pairs. A slice such as `bits[6:]` keeps two dimensions, `bits[6]` doesn't.
#
# </details>

# %% [markdown] id="w4-parity-sizes-ask"
# ### What does it cost?
#
# What would a single layer do, whose units answer to one pattern each, as a stencil does? It would need a unit
# for every pattern of $n$ bits with an odd number of ones, and that is half of all $2^n$ patterns, $2^{n-1}$.
# Could one unit serve several odd patterns, by ignoring a bit in which they differ? Not here. Flip any single bit,
# and the answer flips. So a unit that ignores even one bit answers to an even pattern for every odd one.
#
# The tree has how many XOR units, and how many levels? Count both for any $n$, also where $n$ is not a power of
# two.


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

# %% [markdown] id="w4-parity-sizes-hint"
# <details><summary>Hint 1</summary>
#
# Each XOR turns two bits into one. How many have to vanish until one is left?
#
# </details>
# <details><summary>Hint 2</summary>
#
# For the levels, halve and count. With 5 rows there are 2 pairs and one left over, so 3 rows go on: halves are
# rounded up.
#
# </details>
# <details><summary>Hint 3</summary>
#
# Try n = 1 (no XOR, no level), n = 5 (three levels) and n = 9 (four). A logarithm to base 2, rounded up, gives
# the levels too; before you trust one in floating point, look at `math.log(2 ** 29, 2)`.
#
# </details>

# %% id="w4-parity-picture" tags=["demo"]
with once_written():
    sizes = [parity_sizes(n) for n in range(1, 33)]
    print("32 bits:", sizes[-1])
    display(depth.plot_sizes(sizes))

# %% [markdown] id="w4-parity-read"
# For 32 switches 31 small units in five levels stand against more than two thousand million. That is the
# argument for depth in its purest form: a function that is cheap when built in steps, and hopeless when looked
# up in a list. For circuits of AND and OR gates it is a theorem: with two levels it takes $2^{n-1}$ gates in the
# first, and for any fixed number of levels the count still grows faster than every power of $n$.
#
# What does it *not* say? First, a ReLU unit can do more than answer to one pattern. It can count. All switches
# added up give a number from 0 to $n$, and a zigzag of $n$ ReLU units in one layer turns that number into its
# parity. So for parity itself a clever shallow network is not so bad. Where it becomes bad is a zigzag with
# very many teeth, and such a zigzag is what depth makes at no cost. Feed one number into both inputs of your
# `xor`: it rises from 0 to 1 and falls back, the number line is folded once. Fold the folded line again, and
# again. Each fold is two more units and doubles the teeth. In a single hidden layer, each unit adds one corner
# at most.

# %% id="w4-folds" tags=["demo"]
t = np.linspace(0, 1, 513)
folds = [t]
with once_written():
    for _ in range(4):
        folds.append(xor(folds[-1], folds[-1]))
    display(depth.plot_folds(t, folds))

# %% [markdown] id="w4-folds-read"
# Second, that a deep network *can* represent something does not mean that gradient descent *finds* it. (Parity
# is notorious for that: try to train it, and be patient.) And third, that depth helps with some problems does
# not mean that it helps with yours. That has to be measured. The cat is waiting.

# %% [markdown] id="w4-quiz-brain-ask"
# ### Quiz: like the brain?
#
# Networks like these are often said to work like a brain. A unit that adds up what comes in and answers above a
# threshold does look a little like a nerve cell, and that is where the name comes from. Which of these
# statements are fair?
#
# - **a** A unit is a drastic simplification of a nerve cell, which is far more complicated and not fully
#   understood.
# - **b** The brain learns by backpropagation and gradient descent; that has been established.
# - **c** It is unknown whether the brain does anything like backpropagation.
# - **d** Because they are built like a brain, deep networks understand what they see as we do.
# - **e** The comparison was a source of ideas, and is a poor guide to what these programs can and can't do.
#
# Answer with the set of the letters of all fair ones.

# %% nbgrader={"grade_id": "w4-quiz-brain-code", "solution": true}
# A set of letters, for example {"b", "d"}
### BEGIN SOLUTION
brain = {"a", "c", "e"}
### END SOLUTION

# %% nbgrader={"grade_id": "w4-quiz-brain", "grade": true, "points": 1}
check("w4-quiz-brain", brain)

# %% [markdown] id="w4-door-why"
# ## 8. Who is at the door?
#
# The same picture book as in week 2: no photographs, but outlines of animals that a script has coloured and set
# into simple scenes, half of them cats; most animals dark in a light scene, some light in a dark one. 1040
# pictures to learn from, 400 set aside. (If you own the classic files `train_catvnoncat.h5` and
# `test_catvnoncat.h5`, put them into `datasets/catvnoncat`, and all cells below use them.)
#
# Three networks compete: 12288-1, which is logistic regression; 12288-7-1, with one hidden layer; and
# 12288-20-7-5-1, with three. They get the same pictures, the same learning rate and the same number of steps,
# and your functions train them all.

# %% id="w4-door-data" tags=["demo"]
from lib.data import load_cats

pictures_train, Y_train, pictures_test, Y_test, classes = load_cats()


def columns_of(pictures):
    """Pictures (m, 64, 64, 3) as the columns of a matrix (12288, m), numbers from 0 to 1 in 32 bits."""
    return pictures.reshape(len(pictures), -1).T / np.float32(255)


X_train, X_test = columns_of(pictures_train), columns_of(pictures_test)
mean_picture = X_train.mean(axis=1, keepdims=True)
X_train, X_test = X_train - mean_picture, X_test - mean_picture
print(
    "to learn from:", X_train.shape, " set aside:", X_test.shape, f" cats: {Y_train.mean():.0%} and {Y_test.mean():.0%}"
)
print(f"in 32 bits {X_train.nbytes / 1e6:.0f} MB, in 64 bits it would be {X_train.size * 8 / 1e6:.0f} MB")
display(cats.show_pictures(pictures_train[:16], [classes[label] for label in Y_train[0, :16]]))

# %% [markdown] id="w4-float32"
# ### Half the digits
#
# NumPy computes in 64 bits unless told otherwise, with some 16 digits. A pixel has at most three. So the pictures
# are kept in 32 bits (`float32`, about 7 digits), which halves the memory and nearly halves the time, because a
# training step of this size is mostly a matter of carrying numbers from memory to the processor. There are three
# traps, and all of them are silent:

# %% id="w4-float32-traps"
A, Y = np.array([[0.25]], dtype=np.float32), np.array([[1]])
print("32-bit A minus whole-number Y has", (A - Y).dtype, "and minus 32-bit Y", (A - Y.astype(np.float32)).dtype)
print("a generator's weights come as    ", np.random.default_rng(1).standard_normal(3).dtype)
print("is 1 - 1e-12 equal to 1?         ", 1 - 1e-12 == 1, "in 64 bits,", np.float32(1 - 1e-12) == 1, "in 32")

# %% [markdown] id="w4-float32-read"
# One array of 64 bits, and every result it touches has 64 bits again: after a single update the weights would
# have, too, and the gain would be gone. So labels and starting weights are converted below. The third trap is in
# your cost, which keeps probabilities $10^{-12}$ away from 1. With 7 digits there is no such number, so a cost
# that suddenly says `nan` while everything else goes on well has met a probability of exactly 1. The training
# doesn't suffer from it, for it begins with $A^{[L]} - Y$ and never looks at the cost. (The gradient check, by the
# way, needs all 16 digits: it divides a tiny difference of costs by $2h$.)
#
# ### Three networks
#
# This takes about a minute, or several if the machine is old or busy. While it runs: what do you expect? Write
# it down, with numbers.


# %% id="w4-door-train" tags=["demo"]
def in_32_bits(arrays):
    """The same dict with every array as float32."""
    return {name: array.astype(np.float32) for name, array in arrays.items()}


def run_at_the_door(layer_dims, seed=2, learning_rate=0.02, chunks=16, steps=25):
    """Train from scratch; look at both accuracies after each chunk of so many steps."""
    parameters = in_32_bits(initialize_parameters_deep(layer_dims, np.random.default_rng(seed)))
    run = {"costs": [], "steps": [], "train": [], "test": [], "start": parameters["W1"]}
    for chunk in with_bar(range(chunks), "-".join(map(str, layer_dims))):
        parameters, costs = train(parameters, X_train, Y_32, steps, learning_rate)
        run["costs"] += costs
        run["steps"].append((chunk + 1) * steps)
        run["train"].append(accuracy(X_train, Y_train, parameters))
        run["test"].append(accuracy(X_test, Y_test, parameters))
    return {**run, "parameters": parameters}


networks = {"logistic regression": [12288, 1], "two layers": [12288, 7, 1], "four layers": [12288, 20, 7, 5, 1]}
Y_32 = Y_train.astype(np.float32)
kept = {}  # what takes a while is done once; run this cell again after you have changed a function


def all_runs():
    """The three networks, each with its training."""
    for name, layer_dims in networks.items():
        if name not in kept:
            kept[name] = run_at_the_door(layer_dims)
    return kept


with once_written():
    runs = all_runs()
    for name, run in runs.items():
        print(f"{name:20} learned pictures {run['train'][-1]:.1%}   test pictures {run['test'][-1]:.1%}")
    display(doors.plot_runs(runs))

# %% [markdown] id="w4-door-train-read"
# There are two comparisons in this, and they come out differently.
#
# Look at the cost first: the deeper network takes longer to get going. After 400 steps nobody has finished, and with
# patience all three curves fall further.
#
# Is a hidden layer worth it? On the course's pictures there is no doubt: the step from no hidden layer to one is
# large, on both sets. What logistic regression could not do, welcome a dark shape in one picture and a light one
# in the next, seven units together can.
#
# Are three hidden layers worth more than one? Compare the two numbers, and then hold back for a moment. How much
# of such a difference would chance alone produce? Two networks with almost the same accuracy may be right on
# *different* pictures. Look only at those on which they disagree. If neither were better, each of these would be
# a coin toss.

# %% id="w4-door-compare" tags=["demo"]
with once_written():
    runs = all_runs()
    right = {name: (L_model_forward(X_test, run["parameters"])[0] > 0.5) == Y_test for name, run in runs.items()}
    for one, other in [("logistic regression", "two layers"), ("two layers", "four layers")]:
        for_one, for_other = np.sum(right[one] & ~right[other]), np.sum(right[other] & ~right[one])
        tosses = for_one + for_other
        print(f"{one} and {other} disagree on {tosses} of {Y_test.size} pictures: {for_one} to {for_other}.")
        print(f"  {tosses} tosses of a coin: {tosses / 2:g}, give or take {np.sqrt(tosses):.0f}, nearly always.")
    display(doors.plot_patterns(right))

# %% [markdown] id="w4-door-compare-read"
# (*Nearly always*: in about 95 of 100 cases the heads lie within $\sqrt{n}$ of $n/2$, which is two standard
# deviations.)
#
# A count outside that range says that these two *trained networks* differ. It does not say yet that the depths
# do, for another start of the weights gives another network. Write `seed=1` in the definition above and run the
# training and the comparison once more. When I did that with the course's pictures, four layers had been ahead by 21
# to 12 with `seed=2`, which is within what coins do, and then two layers were ahead by 36 to 15, which is outside. Both
# results are true, each of its own two networks. Whoever makes only one of the runs will tell only one of the stories.
#
# So a claim about depth needs many runs. The picture book was dealt out anew several times, and each network was
# trained from three starts on each of four draws that had not served for choosing anything (600 steps at a rate of
# 0.02; `datasets/README.md` has the table). Right on the test pictures:
#
# | network | mean | single runs |
# |---|---|---|
# | 12288-1 | 74.8 % | 72.8 to 77.2 % |
# | 12288-7-1 | 82.9 % | 78.2 to 86.0 % |
# | 12288-20-7-5-1 | 83.5 % | 80.8 to 87.2 % |
#
# Both networks beat logistic regression on every draw. Between two layers and four there are six tenths of a
# point, and single runs of either differ by more than five. **At this door depth does not show.** If the
# innkeeper asks: take the network with one hidden layer. It is as good, smaller, and trains faster.
#
# In the lectures that this course follows, the same contest on the classic photographs ended at about 70, 72 and
# 80 per cent. Why did depth win there and not here? I don't know, and can only say what it might be. Those
# photographs are harder, with cats of all sizes in all corners, and may reward building up from edges and parts;
# ours need a handful of stencils for dark and light shapes, and seven units provide them. Perhaps three hidden
# layers want more than 1040 pictures before they pay. And perhaps there was less to explain than it seems: that
# test set has 50 photographs, so 72 and 80 per cent are 36 and 40 right. A difference of
# four photographs is what another start can make of one and the same network.
#
# What is *not* a reason: that something must be wrong with the four layers. Your gradient check says no, and on
# the pictures it learned from it does very well. Very well on those and less well on others is overfitting, and
# all three suffer from it.
#
# ### What the hidden layers rescue
#
# Here are test pictures that logistic regression gets wrong and both networks get right. The three numbers over
# each are the probabilities of a cat, from logistic regression, two and four layers.

# %% id="w4-door-rescued" tags=["demo"]
with once_written():
    runs = all_runs()
    given = np.vstack([L_model_forward(X_test, run["parameters"])[0] for run in runs.values()])
    verdicts = np.vstack(list(right.values()))
    titles = [f"{classes[Y_test[0, i]]}\n" + "  ".join(f"{p:.2f}" for p in given[:, i]) for i in range(Y_test.size)]
    rescued = np.flatnonzero(~verdicts[0] & verdicts[1] & verdicts[2])
    light = doors.lighter_than_scene(pictures_test)
    print(f"rescued: {len(rescued)}; their middle is lighter than their border in {light[rescued].mean():.0%} ", end="")
    print(f"of them, and in {light.mean():.0%} of all test pictures")
    chosen = rescued[np.argsort(-np.abs(given[0] - Y_test[0])[rescued])][:12]
    display(doors.show_cases(pictures_test[chosen], [titles[i] for i in chosen]))

# %% [markdown] id="w4-door-rescued-read"
# On the course's pictures there are far more light animals in dark scenes among the rescued than in the whole test
# set. That was to be hoped. And now those that all three get wrong, the most certain first. These are the ones to
# think about. Would you have known?

# %% id="w4-door-wrong" tags=["demo"]
with once_written():
    all_runs()
    everyone = np.flatnonzero(~verdicts.any(axis=0))
    print(f"wrong by all three: {len(everyone)} of {Y_test.size}, {Y_test[0, everyone].sum()} of them cats kept out")
    chosen = everyone[np.argsort(-np.abs(given - Y_test).mean(axis=0)[everyone])][:12]
    display(doors.show_cases(pictures_test[chosen], [titles[i] for i in chosen]))

# %% [markdown] id="w4-door-weights-why"
# ### What has the first layer learned?
#
# Each unit of the first layer has 12288 weights, one for each number of a picture, so it can be laid out as a
# picture again, as in week 2. Orange means that brightness there raises the unit's score, violet that it lowers
# it. The number is the unit's share in the answer: how much the score of the last layer would change, on average,
# if the unit were silent.

# %% id="w4-door-weights" tags=["demo"]
with once_written():
    runs, shares = all_runs(), {}
    for name in ["two layers", "four layers"]:
        parameters = runs[name]["parameters"]
        score = L_model_forward(X_test, parameters)[1][-1][1]
        shares[name] = []
        for unit in range(len(parameters["W1"])):
            W1, b1 = parameters["W1"].copy(), parameters["b1"].copy()
            W1[unit], b1[unit] = 0, 0
            silent = L_model_forward(X_test, {**parameters, "W1": W1, "b1": b1})[1][-1][1]
            shares[name].append(np.mean(np.abs(silent - score)))
    two, four = runs["two layers"], runs["four layers"]
    display(doors.show_stencils(two["parameters"]["W1"], shares["two layers"], "two layers, the weights"))
    added = two["parameters"]["W1"] - two["start"]
    display(doors.show_stencils(added, shares["two layers"], "two layers, what training has added"))
    added = four["parameters"]["W1"] - four["start"]
    display(doors.show_stencils(added, shares["four layers"], "four layers, what training has added"))

# %% [markdown] id="w4-door-weights-read"
# The first row looks like noise, and that is what it mostly is: the random weights of the start are still there.
# Subtract them, and you see what training has added. Do you find edges in it? Hardly. You find blurred silhouettes
# of something that sits or stands in the middle of a page: a head above, legs or a broad body below. Look for two
# units that are each other's negative, orange where the other is violet. That is the answer to the riddle of week 2:
# one stencil for dark animals in the light and one for light animals in the dark, and a layer behind that listens to
# both.
#
# So the story of edges, parts and wholes is not what happened here, and there is a reason. A unit of this network
# looks at the whole picture, every pixel has a weight of its own, and an edge learned in one corner is of no use in
# another. Networks for photographs use units that look at small neighbourhoods and share their weights over all
# places, which are called **convolutional**; it is there that the edges appear.
#
# ### Your own picture
#
# Once more: the name of a picture file between the quotation marks, and three opinions on it. Without a path the
# cell takes the little house from week 1.

# %% id="w4-door-own" tags=["demo"]
from lib.figures import pictures

path = ""  # for example "my_cat.jpg"

mine = cats.open_picture(path) if path else pictures.scene(hour=8)
with once_written():
    column = columns_of(mine.reshape(1, 64, 64, 3)) - mean_picture
    opinions = {name: L_model_forward(column, run["parameters"])[0].item() for name, run in all_runs().items()}
    print(", ".join(f"{name}: {opinion:.3f}" for name, opinion in opinions.items()))
    display(cats.show_answer(mine, opinions["four layers"]))

# %% [markdown] id="w4-door-own-read"
# As in week 2, don't take it seriously. Depth has not taught the program to say *I don't know this*. It may be
# very sure about a house.

# %% [markdown] id="w4-stretch-why"
# ### Stretch: two ways to do better
#
# These two exercises earn no points. Both are short. The first saves time, and the second gives the network
# something that no further layer gave it.
#
# **Minibatches.** So far every step looks at all 1040 pictures before it moves by an inch. Is that a good bargain?
# 32 pictures show only roughly where it goes downhill, but at a thirtieth of the price, and thirty rough steps
# lead farther than a single careful one. So shuffle the examples, cut them into batches of 32, and make a step
# after each batch; when all have had their turn, shuffle again. One such pass over all examples is called an
# **epoch**. Write the shuffling and cutting. Every example is used exactly once, it keeps its own label, and the
# last batch may be smaller.


# %% nbgrader={"grade_id": "w4-stretch-minibatches-code", "solution": true}
def minibatches(X, Y, size, rng):
    """All examples, shuffled and cut into batches.

    X (n_x, m); Y (1, m); size: how many examples in a batch; rng: a NumPy generator.
    Returns a list of pairs (X_batch, Y_batch) of shapes (n_x, size) and (1, size); the last may be narrower.
    For m = 10 and size 4 there are three batches, of 4, 4 and 2 examples.
    """
    ### BEGIN SOLUTION
    order = rng.permutation(X.shape[1])
    parts = [order[start : start + size] for start in range(0, len(order), size)]
    return [(X[:, part], Y[:, part]) for part in parts]
    ### END SOLUTION


# %% [markdown] id="w4-stretch-minibatches-hint"
# <details><summary>Hint 1</summary>
#
# Shuffle the numbers of the columns, not the columns: `rng.permutation(m)` is a list of all numbers from 0 to
# m - 1 in random order.
#
# </details>
# <details><summary>Hint 2</summary>
#
# `X[:, part]` with a list of numbers picks these columns. Picked from X and from Y with the same list, examples
# and labels stay together.
#
# </details>
# <details><summary>Hint 3</summary>
#
# `range(0, m, size)` gives the place where each batch begins. A slice that reaches over the end simply stops
# there.
#
# </details>

# %% id="w4-stretch-minibatches-try"
with once_written():
    numbered = np.arange(10).reshape(1, 10)
    batches = minibatches(np.vstack([numbered, 10 * numbered]), numbered % 2, 4, np.random.default_rng(1))
    print("sizes 4, 4, 2:              ", [part.shape[1] for part, _ in batches] == [4, 4, 2])
    used = np.hstack([part[0] for part, _ in batches])
    print("every example exactly once: ", sorted(used) == list(range(10)))
    print("shuffled:                   ", list(used) != list(range(10)))
    print("labels with their examples: ", all(np.array_equal(part[:1] % 2, labels) for part, labels in batches))

# %% [markdown] id="w4-stretch-mirror-ask"
# **Mirror images.** A cat that looks to the left is still a cat when it looks to the right. You know that, and the
# network doesn't; to its stencils the mirror image is a new picture. Tell it: exchange left and right in every
# picture, and you have twice as many examples. (Would that be allowed for handwritten letters?)


# %% nbgrader={"grade_id": "w4-stretch-mirror-code", "solution": true}
def mirrored(pictures):
    """Every picture with left and right exchanged.

    pictures: (m, height, width, 3). Returns the same shape.
    """
    ### BEGIN SOLUTION
    return pictures[:, :, ::-1]
    ### END SOLUTION


# %% [markdown] id="w4-stretch-mirror-hint"
# <details><summary>Hint 1</summary>
#
# Which of the four axes runs from left to right?
#
# </details>
# <details><summary>Hint 2</summary>
#
# A slice with the step -1 walks backwards; a colon leaves an axis as it is.
#
# </details>
# <details><summary>Hint 3</summary>
#
# Turn only one axis. If the picture below stands on its head, it was the wrong one; if its colours are odd, it was
# the last.
#
# </details>

# %% id="w4-stretch-mirror-try" tags=["demo"]
with once_written():
    print("twice is once nothing:", np.array_equal(mirrored(mirrored(pictures_train)), pictures_train))
    pairs = np.stack([pictures_train[:4], mirrored(pictures_train[:4])], axis=1).reshape(8, 64, 64, 3)
    display(cats.show_pictures(pairs, ["as it was", "mirrored"] * 4))

# %% [markdown] id="w4-stretch-measure"
# Now measure, and this time as it should be done: three starts for each, 10 epochs of batches of 32. Look at the
# time as well: the training in section 8 looked at every picture 400 times, this one at every picture 10 times. And
# look at the ranges, not at the means alone. When I ran it with the course's pictures, the mirror images were worth
# nearly three points to two layers and two points to four, which is more than the further layers gave.


# %% id="w4-stretch-train" tags=["demo"]
from time import perf_counter


def run_in_batches(layer_dims, X, Y, seed, epochs=10, size=32, learning_rate=0.02):
    """The accuracy on the test pictures after so many epochs."""
    rng = np.random.default_rng(seed)
    parameters = in_32_bits(initialize_parameters_deep(layer_dims, rng))
    for _ in range(epochs):
        for X_batch, Y_batch in minibatches(X, Y, size, rng):
            parameters, _ = train(parameters, X_batch, Y_batch, 1, learning_rate)
    return accuracy(X_test, Y_test, parameters)


with once_written():
    X_mirrored = columns_of(mirrored(pictures_train)) - mean_picture
    sets = {
        "as they are": (X_train, Y_32),
        "and mirrored": (np.hstack([X_train, X_mirrored]), np.hstack([Y_32, Y_32])),
    }
    plans = [(name, kind, seed) for name in ["two layers", "four layers"] for kind in sets for seed in (1, 2, 3)]
    results = {}
    for name, kind, seed in with_bar(plans, "trainings in batches"):
        began = perf_counter()
        found = run_in_batches(networks[name], *sets[kind], seed)
        results.setdefault((name, kind), []).append((found, perf_counter() - began))
    for (name, kind), found in results.items():
        accuracies, times = np.array(found).T
        print(
            f"{name:12} pictures {kind:13} {accuracies.mean():.1%} ({accuracies.min():.1%} to {accuracies.max():.1%}), ",
            end="",
        )
        print(f"{times.min():.1f} s a training")

# %% [markdown] id="w4-library-why"
# ## 9. The same network in an existing library
#
# Nobody in practice writes the backward pass by hand. So what do the libraries do that you didn't? A fair way to
# find out is to give one of them your starting weights, let both make the same steps, and compare the weights.
# scikit-learn has a network of this kind, the `MLPClassifier` (for *multi-layer perceptron*, an old name). It has
# to be told to leave out what you have left out: no momentum, no penalty on large weights, all pictures in every
# step.

# %% id="w4-library" tags=["demo"]
from lib import rivals

with once_written():
    start = initialize_parameters_deep([12288, 20, 7, 5, 1], np.random.default_rng(1))
    some, labels = X_train[:, :100].astype(float), Y_train[:, :100]
    if rivals.installed("sklearn"):
        step = rivals.sklearn_step(start, some, labels, 0.03)
        theirs = [step() for _ in range(10)][-1]
        mine, _ = train(start, some, labels, 10, 0.03)
        for name in mine:
            print(f"{name}: moved by up to {np.abs(mine[name] - start[name]).max():.1e} in ten steps, ", end="")
            print(f"largest difference from scikit-learn {np.abs(mine[name] - theirs[name]).max():.1e}")

# %% [markdown] id="w4-library-read"
# The same weights but for rounding: what the library does at each step is what you do. (Its source is open. It
# begins with $A^{[L]} - Y$, too, and divides by $m$ in the same two places.)
#
# ### How fast are yours?
#
# One step of training, 12288-20-7-5-1, all pictures, 32 bits. The bare matrix products are the yardstick: the
# multiplications that a step needs and nothing else. Beside them is the one product that it doesn't need,
# $dA^{[0]} = W^{[1]T} dZ^{[1]}$.

# %% id="w4-race" tags=["demo"]
with once_written():
    start = in_32_bits(initialize_parameters_deep([12288, 20, 7, 5, 1], np.random.default_rng(1)))
    times = {"your functions": timing.seconds(train, start, X_train, Y_32, 1, 0.03)}
    times["the bare products"] = timing.seconds(rivals.bare_products(start, X_train))
    dZ = np.ones((20, X_train.shape[1]), dtype=np.float32)
    times["dA0 by itself"] = timing.seconds(lambda: start["W1"].T @ dZ)
    for library, make_step in [("sklearn", rivals.sklearn_step), ("torch", rivals.torch_step)]:
        if rivals.installed(library):
            times[rivals.NAMES[library]] = timing.seconds(make_step(start, X_train, Y_32, 0.03))
    display(timing.plot_bars(times, "one step of training"))

# %% [markdown] id="w4-race-read"
# Expect to be within a small factor of the bare products. NumPy hands the products to the same kind of compiled
# code that the libraries use, and there is little else to do. And expect the product that nobody needs to cost about
# as much as the two others of layer 1. If your backward pass makes it, a good part of every step is spent on an array
# of the size of all the pictures, which is then thrown away; leave it out and see your bar shrink. For logistic
# regression, where layer 1 is all there is, the difference is larger still.
#
# So what are the libraries for? They find the gradients of *any* calculation by themselves, by the method of week
# 1, every operation knowing its own derivative. And they run on graphics processors, which do such products many
# times faster.

# %% [markdown] id="w4-summary"
# ## Summary
#
# Rows to where it goes, columns from where it comes: $W^{[l]}$ is $(n^{[l]}, n^{[l-1]})$, and every gradient has
# the shape of its array. A layer multiplies the spread of what passes through it by a factor, $L$ layers multiply
# it $L$ times, and $\sqrt{2/n^{[l-1]}}$ makes the factor 1 behind ReLUs. One brick, linear step and activation,
# with a cache; laid $L$ times forward, and walked back from the last to the first: $dZ = dA * g'(Z)$, then $dW$,
# $db$ and the $dA$ for the brick below. It begins with $A^{[L]} - Y$, without a division. The gradient check names
# the array that is wrong, and the fault is in the first one seen from the output. Hyperparameters are searched at
# random, on logarithmic scales, and judged on data that had no say in the choice. Depth makes some functions
# cheap: parity in a tree, folds upon folds. Whether it helps with yours has to be measured, and at the inn one
# hidden layer was as good as three.

# %% [markdown] id="w4-quiz-summary-ask"
# ### Quiz: the whole week
#
# **1.** A network 50-8-3-1 and 20 examples. Which shape has $dA^{[1]}$?
#
# - **a** (8, 20)
# - **b** (50, 20)
# - **c** (8, 50)
# - **d** (3, 20)
#
# **2.** In the cache of layer $l$ somebody keeps $A^{[l]}$ in place of $A^{[l-1]}$. All layers happen to have the
# same width. What happens on the way back?
#
# - **a** an error about shapes
# - **b** $dW^{[l]}$ is wrong, and nothing complains
# - **c** nothing: the two are interchangeable
# - **d** $db^{[l]}$ is wrong, and nothing complains
#
# **3.** The gradient check of a network with five layers gives about $10^{-9}$ for W5, b5, W4, b4 and b3, and 0.4
# for W3. W2, b2, W1 and b1 are about $10^{-9}$. Where is the fault?
#
# - **a** in the activation of layer 3
# - **b** in $dA^{[2]}$
# - **c** in $dW^{[3]}$ alone, for example in its order or its $A$
# - **d** in layer 1: the error shows higher up
#
# **4.** A backward pass divides by $m$ in $dW$, $db$ and also in $dA$. There are 100 examples and four layers. By
# what factor is $dW^{[1]}$ too small?
#
# - **a** 100
# - **b** 10,000
# - **c** 1,000,000
# - **d** 100,000,000
#
# **5.** In a ReLU layer there is a unit whose score $Z$ is negative for every example. What does this unit learn in
# the next step?
#
# - **a** nothing: its slope is 0 for every example
# - **b** it is pushed up, since it is too low
# - **c** only its bias moves
# - **d** twice as much as the others
#
# **6.** Network P is right on 84 % of 400 test pictures, network Q on 85 %. They disagree on 52 pictures, 24 to
# 28. What can you say?
#
# - **a** Q is better, if only a little
# - **b** a difference like this is what chance alone produces
# - **c** both are equally good, that is now proved
# - **d** nothing, because 400 is not 1000

# %% nbgrader={"grade_id": "w4-quiz-summary-code", "solution": true}
# A dict: {"1": "...", "2": "...", "3": "...", "4": "...", "5": "...", "6": "..."}
### BEGIN SOLUTION
summary = {"1": "a", "2": "b", "3": "c", "4": "c", "5": "a", "6": "b"}
### END SOLUTION

# %% nbgrader={"grade_id": "w4-quiz-summary", "grade": true, "points": 4}
check("w4-quiz-summary", summary)

# %% id="w4-progress" tags=["demo"]
from lib.progress import progress

progress()  # the best that your checks have seen, in all weeks

# %% [markdown] id="w4-next"
# ## Where to go next
#
# You have written, from the first neuron on, everything that a deep network needs to learn, and there is no step in
# it that you could not explain. That was the course. What lies next to it?
#
# **Training better**: momentum and Adam, weight decay, dropout, all of them small changes to your `train`.
# **Pictures**: convolutional networks, whose units share their weights over all places; the *im2col* stretch of
# week 2 is half of one. **Sequences and text**: recurrent networks and transformers. And **tools**: in PyTorch or
# JAX you write the forward pass alone. Try your network of section 8 in one of them. You'll recognise every line.
#
# And keep two habits from this week, whatever you build. Measure a gradient before you trust it. And when
# something deeper, larger or newer is said to be better, ask on how many pictures, and in how many runs.
