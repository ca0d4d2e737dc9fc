# %% [markdown] id="w2-title"
# # Week 2: vectorization and broadcasting
#
# An inn in the hills has a cat, and the cat has a flap in the kitchen door. Everything else on four legs has
# found the flap too. Could a small camera look first, and open for the cat alone?
#
# By the end of this notebook a program of yours answers that question for pictures of 64 by 64 pixels. The
# method is last week's, logistic regression, and you'll see how far it gets and where it fails. But a penguin
# had two numbers and a picture has 12288, and the two loops that served the penguins would keep you waiting.
# So before the cat comes the kitchen: bills, tables of food, recipes. There you learn to calculate with whole
# arrays at once, and every trick you pick up is needed at the door.
#
# **What it takes.** Six to eight hours, in three evenings: sections 1 to 4, sections 5 to 7, sections 8
# to 10. The stretch after section 7 is an hour more and earns no points.
#
# **What you need.** Week 1, or something like it: what logistic regression, a cost and a gradient are. Python
# functions, and NumPy arrays with their `shape`.
#
# **What you will be able to do.** Replace a loop by one operation on whole arrays, and say how much that
# buys. Predict the shape of any sum or product before you run it. Tell an array of shape (5,) from one of
# shape (5, 1) and know why it matters. Write logistic regression without a loop over examples or features,
# train it on pictures, look at what it has learned, and say honestly what it is worth.

# %% [markdown] id="w2-how"
# ## How a page works
#
# As in week 1: each exercise is a function with a hole. Replace `raise NotImplementedError()` by your own
# lines, run the cell, then the `check` cell below it, as often as you like. Hints are folded under the
# exercise. Pictures that use your functions wait until the functions are written.
#
# Something is new. Many exercises of this week **refuse a loop**: the check looks at how your function works,
# and where it finds a `for`, a `while`, a comprehension or a loop in disguise such as `np.vectorize`, it says
# so and gives no points, however right the numbers are. The exercise's text tells you when that is so.
#
# Run the next two cells first, and again whenever you restart the notebook. The first finds the course.

# %% id="w2-course" tags=["demo"]
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

# %% id="w2-imports"
import numpy as np
from IPython.display import display

from lib.check import check
from lib.figures import arrays, cats, filters, kitchen, pictures, timing
from lib.waiting import once_written

# %% [markdown] id="w2-dot-why"
# ## 1. One bill, one dot product
#
# The cook buys 3 kilos of flour at 2 a kilo, 2 kilos of apples at 5, and 4 kilos of potatoes at 1. What does
# the shop ask for? $3 \cdot 2 + 2 \cdot 5 + 4 \cdot 1 = 20$.
#
# Two lists of numbers, the amounts $u = (3, 2, 4)$ and the prices $v = (2, 5, 1)$; multiply them pair by pair
# and add up. That is the **dot product**
#
# $$u \cdot v = \sum_{i=1}^{n} u_i v_i$$
#
# and you have used it all through week 1: the score $z = w_1 x_1 + w_2 x_2 + b$ is the dot product of weights
# and features, plus $b$. A picture's score is the same with 12288 terms. So it is worth knowing how long a
# dot product takes.
#
# ### Write it as a loop
#
# First the slow and clear way, as a witness for everything that follows. Use plain Python: a total that
# starts at zero, a loop, one product at a time.


# %% nbgrader={"grade_id": "w2-dot-loop-code", "solution": true}
def dot_with_a_loop(u, v):
    """The dot product of two vectors, entry by entry.

    u, v: arrays of shape (n,). Returns one number.
    dot_with_a_loop(np.array([1, 2, 3]), np.array([4, 5, 6])) is 32.
    """
    ### BEGIN SOLUTION
    total = 0.0
    for i in range(len(u)):
        total += u[i] * v[i]
    return total
    ### END SOLUTION


# %% nbgrader={"grade_id": "w2-dot-loop", "grade": true, "points": 1}
check("w2-dot-loop", dot_with_a_loop)

# %% [markdown] id="w2-dot-loop-hint"
# <details><summary>Hint 1</summary>
#
# What would you do with a pocket calculator? Clear it, then for each pair multiply and add.
#
# </details>
# <details><summary>Hint 2</summary>
#
# `range(len(u))` gives the places 0, 1, 2, ...; at each of them the two arrays have one entry each.
#
# </details>
# <details><summary>Hint 3</summary>
#
# The total is set to zero once, before the loop, and returned once, after it. A `return` that is indented too
# far ends the function after the first product.
#
# </details>

# %% [markdown] id="w2-dot-ask"
# ### Write it without a loop
#
# NumPy has the whole sum as one operation; any of its several names will do. This exercise refuses a loop.


# %% nbgrader={"grade_id": "w2-dot-code", "solution": true}
def dot(u, v):
    """The dot product of two vectors, without a loop.

    u, v: arrays of shape (n,). Returns one number.
    dot(np.array([1, 2, 3]), np.array([4, 5, 6])) is 32.
    """
    ### BEGIN SOLUTION
    return np.dot(u, v)
    ### END SOLUTION


# %% nbgrader={"grade_id": "w2-dot", "grade": true, "points": 1}
check("w2-dot", dot)

# %% [markdown] id="w2-dot-hint"
# <details><summary>Hint 1</summary>
#
# The operation is named after what it computes.
#
# </details>
# <details><summary>Hint 2</summary>
#
# Or in two steps: what does `u * v` give for two arrays of shape (n,)? And what remains to be done with that?
#
# </details>
# <details><summary>Hint 3</summary>
#
# `np.dot` takes the two arrays, in either order. So does the operator `@`.
#
# </details>

# %% [markdown] id="w2-race-why"
# ### The race
#
# How much faster is the second one? In the lecture that this course follows, a million products took some 300
# times as long in a loop as in NumPy. That was one machine on one day. Yours is another, so measure. Each
# time below is the best of several tries, since other programs on the computer can only add to it.

# %% id="w2-race" tags=["demo"]
sizes = [10, 100, 1000, 10_000, 100_000, 1_000_000]
by_loop, by_numpy = [], []
with once_written():
    for n in sizes:
        amounts, prices = np.random.default_rng(n).random((2, n))
        by_loop.append(timing.seconds(dot_with_a_loop, amounts, prices))
        by_numpy.append(timing.seconds(dot, amounts, prices))
    print(f"{n:,} products: loop {timing.readable(by_loop[-1])}, NumPy {timing.readable(by_numpy[-1])}")
    print(f"the loop takes {by_loop[-1] / by_numpy[-1]:.0f} times as long on this machine")
    display(timing.plot_race(sizes, by_loop, by_numpy))

# %% [markdown] id="w2-race-read"
# Look at the left end as well. For ten entries there is little between the two, because calling a NumPy
# function costs something like a microsecond whatever it then does. The gain comes with length. (If your
# right-hand line bends down at its end, there are two likely reasons. A million pairs are 16 megabytes, and
# where the processor's fast memory can't hold them, NumPy waits for numbers to arrive. Or the computer was
# busy: NumPy shares long arrays out among the processor's cores, and then waits for the last of them.)
#
# Why is there a gain at all? In the loop, Python looks up at each turn what kind of thing `u[i]` is, wraps
# the number into an object, finds out what `*` means for such objects, and throws the objects away again. The
# multiplication itself is the smallest part of the work. NumPy settles those questions once for the whole
# array. Then it runs over numbers that lie side by side in memory, and the processor has instructions that
# treat several of them at a time (SIMD, *single instruction, multiple data*). Graphics processors carry the
# same idea much further.
#
# To write a calculation as operations on whole arrays is called **vectorization**. As a rule of thumb:
# whenever you are about to write a loop over numbers, look for the array operation first.

# %% [markdown] id="w2-elementwise-why"
# ## 2. A function of every entry
#
# In the evening the cook writes down, for each food, how much was left ($+3$) or missing ($-2$). The
# innkeeper wants to know several things about that list. How far off was each food, in either direction? The
# absolute value. How much can be cooked tomorrow? Only what is above zero. Which mistakes were really bad?
# The squares make large ones stand out.
#
# Each of these is one function applied to every entry by itself, and NumPy has it for arrays of any shape:
# `np.abs`, `np.maximum`, `**`. Two more you know from week 1, the exponential in the sigmoid and the
# logarithm in the cost.
#
# There is a trap in `max`. Python's own `max(v, 0)` asks whether the whole array is larger than 0, a question
# without an answer, and stops with *The truth value of an array with more than one element is ambiguous*.
# `np.max` is something else again: the largest entry of an array.
#
# ### Five at once
#
# Return all five in a dict. The logarithm is of the absolute value, since a negative number has none; no
# entry will be 0. This exercise refuses a loop.


# %% nbgrader={"grade_id": "w2-elementwise-code", "solution": true}
def elementwise(v):
    """Five functions of every entry, without a loop.

    v: an array of any shape, no entry 0. Returns a dict of five arrays of the same shape:
    "exp": e to the entry; "log_abs": the natural logarithm of its absolute value; "abs": its absolute value;
    "relu": the entry itself, but 0 where it is negative; "square": its square.
    elementwise(np.array([-2.0, 1.0]))["relu"] is [0, 1].
    """
    ### BEGIN SOLUTION
    return {
        "exp": np.exp(v),
        "log_abs": np.log(np.abs(v)),
        "abs": np.abs(v),
        "relu": np.maximum(v, 0),
        "square": v**2,
    }
    ### END SOLUTION


# %% nbgrader={"grade_id": "w2-elementwise", "grade": true, "points": 2}
check("w2-elementwise", elementwise)

# %% [markdown] id="w2-elementwise-hint"
# <details><summary>Hint 1</summary>
#
# All five begin with `np.` or are an operator. Nothing has to be said about the shape: the functions keep it.
#
# </details>
# <details><summary>Hint 2</summary>
#
# For "log_abs" one function goes inside another. For "relu" you need the larger of two numbers, entry by
# entry.
#
# </details>
# <details><summary>Hint 3</summary>
#
# `np.maximum` (with the long name) compares two things entry by entry, and one of them may be a single
# number. In Python the square is `**`; the sign `^` means something else.
#
# </details>

# %% [markdown] id="w2-products-why"
# ## 3. Two kinds of product
#
# There are two shops. On Monday the cook needs 1 kilo of flour and 2 of apples, on Tuesday 3 and 4. The first
# shop asks 5 for flour and 7 for apples, the second 6 and 8. What would each day cost in each shop?
#
# $$A = \begin{bmatrix} 1 & 2 \\ 3 & 4 \end{bmatrix} \text{ (days by foods)} \qquad B = \begin{bmatrix} 5 & 6 \\ 7 & 8 \end{bmatrix} \text{ (foods by shops)}$$
#
# Monday in the first shop is the dot product of Monday's row with the first shop's column:
# $1 \cdot 5 + 2 \cdot 7 = 19$. Four such dot products, every row with every column, make the **matrix
# product** $AB = \begin{bmatrix} 19 & 22 \\ 43 & 50 \end{bmatrix}$, days by shops. The foods have been added
# up and are gone. In NumPy it is written `A @ B`.
#
# And `A * B`? That multiplies entry by entry and gives $\begin{bmatrix} 5 & 12 \\ 21 & 32 \end{bmatrix}$.
# Here it means nothing: 12 is Monday's apples times the second shop's flour. It would be right for two tables
# with the same rows and the same columns, say amounts and prices of the same day and the same food.
#
# Both run without an error here, because both matrices are square. Only the meaning tells you which one you
# want. When the shapes differ, they help: `@` wants the two inner sides equal.

# %% id="w2-inner-sides" tags=["demo"]
arrays.draw_inner_sides()

# %% [markdown] id="w2-products-ask"
# ### Three products of the same arrays
#
# And `np.dot`? It is two things. For two vectors of shape (n,) it is the dot product, a number. For two
# matrices it is the matrix product, the same as `@`. (For arrays with more than two dimensions `np.dot` and
# `@` part ways; you won't need that here.) It is never the product entry by entry.
#
# Confusing `*` with `@` is perhaps the most common slip in all of this course, so do all three once, side by
# side.


# %% nbgrader={"grade_id": "w2-products-code", "solution": true}
def products(A, B):
    """Three products of the same two matrices.

    A, B: (n, n). Returns a dict: "elementwise": entry times entry (n, n); "matrix": the matrix product
    A B (n, n); "dot": the dot product of the first row of A with the first column of B, one number.
    products(np.array([[1, 2], [3, 4]]), np.array([[5, 6], [7, 8]]))
    is {"elementwise": [[5, 12], [21, 32]], "matrix": [[19, 22], [43, 50]], "dot": 19}.
    """
    ### BEGIN SOLUTION
    return {"elementwise": A * B, "matrix": A @ B, "dot": np.dot(A[0], B[:, 0])}
    ### END SOLUTION


# %% nbgrader={"grade_id": "w2-products", "grade": true, "points": 2}
check("w2-products", products)

# %% [markdown] id="w2-products-hint"
# <details><summary>Hint 1</summary>
#
# The first two need one operator each. They are both named in the text above.
#
# </details>
# <details><summary>Hint 2</summary>
#
# For the third you need one row and one column. `A[0]` is the first row. A colon in an index means *all of
# them*.
#
# </details>
# <details><summary>Hint 3</summary>
#
# The first column of B: all rows, column 0. The result is one number, the upper left entry of the matrix
# product; a whole matrix under "dot" means that the whole A and B went in.
#
# </details>

# %% id="w2-products-picture" tags=["demo"]
A, B = np.array([[1, 2], [3, 4]]), np.array([[5, 6], [7, 8]])
with once_written():
    display(arrays.draw_products(A, B, products(A, B)))

# %% [markdown] id="w2-quiz-products-ask"
# ### Quiz: which shape?
#
# Predicting a shape takes five seconds and finds many a mistake before it happens. `P` has shape (2, 3), `Q`
# has shape (3, 2), `R` has shape (2, 3). Do it on paper first.
#
# | key | expression |
# |---|---|
# | `1` | `P * R` |
# | `2` | `P @ R` |
# | `3` | `P @ Q` |
# | `4` | `Q @ P` |
# | `5` | `P * Q` |
# | `6` | `P.T * Q` |
# | `7` | `np.dot(R, Q)` |
#
# - **a** (2, 2)
# - **b** (2, 3)
# - **c** (3, 2)
# - **d** (3, 3)
# - **e** no shape: it is an error

# %% nbgrader={"grade_id": "w2-quiz-products-code", "solution": true}
# A dict: {"1": "...", "2": "...", "3": "...", "4": "...", "5": "...", "6": "...", "7": "..."}
### BEGIN SOLUTION
product_shapes = {"1": "b", "2": "e", "3": "a", "4": "d", "5": "e", "6": "c", "7": "a"}
### END SOLUTION

# %% nbgrader={"grade_id": "w2-quiz-products", "grade": true, "points": 1}
check("w2-quiz-products", product_shapes)

# %% [markdown] id="w2-broadcast-why"
# ## 4. Broadcasting
#
# A number and a table don't have the same shape, and yet `3 * P` works: every entry is tripled. And in week 1
# a single number $b$ was added to a whole row of scores. Why is that allowed?
#
# NumPy stretches the smaller array until both have the same shape, if its rule allows that. No copy is made;
# the same numbers are read several times. This is called **broadcasting**.

# %% id="w2-stretching" tags=["demo"]
arrays.draw_stretching()

# %% [markdown] id="w2-broadcast-rule"
# The rule has three steps. Write the two shapes one under the other, aligned at the **right**. Where one is
# shorter, fill up with 1 on the **left**. Then compare place by place: two numbers fit together if they are
# equal or if one of them is 1. Where one of them is 1, that array is stretched to the other's number. If any
# place doesn't fit, the whole operation is an error.

# %% id="w2-rule" tags=["demo"]
arrays.draw_rule()

# %% [markdown] id="w2-broadcast-ask"
# The last of the four is the one that surprises people. A table of shape (3, 4) and three numbers, one for
# each row: surely it is clear what is meant? To NumPy it isn't clear at all. It always fills up on the left,
# so (3,) becomes (1, 3), a row, and a row of 3 doesn't fit a table that is 4 wide. If you want a column, say
# so: (3, 1).
#
# The rule knows nothing of the operation. It is the same for `+`, `-`, `*`, `/`, `<`, `np.maximum` and all
# others that work entry by entry. For `@` it is not the rule.
#
# ### Write the rule
#
# You'll apply this rule in your head for years, and the best way to get it there is to teach it to a machine.
# Take two shapes, as tuples of any lengths; return the shape of the result, or raise `ValueError`. A shape
# can also be the empty tuple `()`, that of a single number. Loops are welcome here. (NumPy has the answer
# ready in `np.broadcast_shapes`. Write your own first, then compare.)


# %% nbgrader={"grade_id": "w2-broadcast-shape-code", "solution": true}
def broadcast_shape(first, second):
    """The shape of the result when arrays of these two shapes are added.

    first, second: shapes, tuples of whole numbers, not always equally long. Returns a tuple.
    Raises ValueError where the two don't fit together.
    broadcast_shape((3, 4), (4,)) is (3, 4); broadcast_shape((3, 4), (3,)) raises ValueError.
    """
    ### BEGIN SOLUTION
    n = max(len(first), len(second))
    first = (1,) * (n - len(first)) + tuple(first)
    second = (1,) * (n - len(second)) + tuple(second)
    shape = ()
    for p, q in zip(first, second):
        if p != q and p != 1 and q != 1:
            raise ValueError(f"{p} and {q} don't fit together")
        shape += (q if p == 1 else p,)
    return shape
    ### END SOLUTION


# %% nbgrader={"grade_id": "w2-broadcast-shape", "grade": true, "points": 3}
check("w2-broadcast-shape", broadcast_shape)

# %% [markdown] id="w2-broadcast-shape-hint"
# <details><summary>Hint 1</summary>
#
# Make both shapes equally long first; after that it is a comparison of pairs. Tuples can be added:
# `(1,) + (3, 4)` is `(1, 3, 4)`. And `(1,) * 2` is `(1, 1)`.
#
# </details>
# <details><summary>Hint 2</summary>
#
# For each pair of numbers there are three cases: they are equal; exactly one of them is 1; neither. Which
# number goes into the result in each of them? `zip` walks through two tuples side by side.
#
# </details>
# <details><summary>Hint 3</summary>
#
# In the third case write `raise ValueError(...)` with a sentence for whoever reads it. Returning the word
# "error", or None, is something else. Where one of the pair is 1, the other goes into the result, whichever
# it is.
#
# </details>

# %% [markdown] id="w2-food-why"
# ### A table of calories
#
# Where do the calories in a meal come from? One gram of carbohydrate gives about 4 kilocalories, one of
# protein 4, one of fat 9. The table has the three nutrients in its rows and four foods in its columns, for
# 100 grams of each (rounded, and computed with those three factors).

# %% id="w2-food"
nutrients = ["carbohydrate", "protein", "fat"]
foods = ["bread", "lentils", "cheese", "banana"]
calories = np.array([[196, 80, 4, 92], [36, 36, 100, 4], [27, 4, 297, 3]])
print(calories, calories.shape)

# %% [markdown] id="w2-percentages-ask"
# Bread and lentils give the same 36 kilocalories of protein. Which of the two is richer in it? Bread's 36 are
# part of 259, those of the lentils part of 120, so you need shares: what per cent of each food's calories
# comes from each nutrient. For bread the column adds up to $196 + 36 + 27 = 259$, so carbohydrate is
# $100 \cdot 196 / 259 \approx 75.7$ per cent.
#
# In two nested loops that is twelve divisions. With broadcasting it is one: a table of shape (3, 4), divided
# by a row with the four sums.
#
# ### Shares of a column
#
# `table.sum(axis=0)` adds up **down the columns**. Turn the sums into a row of shape (1, columns), by
# `reshape` or by `keepdims=True`, so that the next reader sees what is stretched. Your function takes a table
# of any size. It refuses a loop.


# %% nbgrader={"grade_id": "w2-percentages-code", "solution": true}
def percentages(table):
    """Each entry as a percentage of the sum of its column.

    table: (rows, columns), nutrients by foods, positive sums in every column. Returns the same shape.
    percentages(np.array([[1.0, 30.0], [3.0, 10.0]])) is [[25, 75], [75, 25]].
    """
    ### BEGIN SOLUTION
    return 100 * table / table.sum(axis=0, keepdims=True)
    ### END SOLUTION


# %% nbgrader={"grade_id": "w2-percentages", "grade": true, "points": 2}
check("w2-percentages", percentages)

# %% [markdown] id="w2-percentages-hint"
# <details><summary>Hint 1</summary>
#
# Two steps: the sums of the columns, then one division of arrays. Per cent means that each column of the
# result adds up to 100.
#
# </details>
# <details><summary>Hint 2</summary>
#
# `axis=0` makes the rows disappear and leaves one sum for each column. If your *rows* add up to 100, it was
# the other axis; if everything together does, there was no axis at all.
#
# </details>
# <details><summary>Hint 3</summary>
#
# The table has shape (rows, columns), the sums with keepdims have (1, columns). Divide the first by the
# second and see that the factor 100 comes in somewhere.
#
# </details>

# %% id="w2-percentages-picture" tags=["demo"]
with once_written():
    print(percentages(calories).round(1))
    display(kitchen.plot_percentages(percentages(calories), nutrients, foods))

# %% [markdown] id="w2-axis-why"
# ## 5. Which way is axis 0?
#
# Everybody mixes this up, and there is a sentence that helps: **the axis you name is the axis that
# disappears.** A table of shape (3, 4) has axis 0, of length 3, and axis 1, of length 4. Sum with `axis=0`
# and the 3 disappears: four numbers are left, one for each column. Sum with `axis=1` and the 4 disappears:
# three numbers are left, one for each row.

# %% id="w2-axes" tags=["demo"]
arrays.draw_axes(calories, nutrients, foods)

# %% [markdown] id="w2-keepdims"
# What does `keepdims` do? Without it the axis vanishes from the shape: (3, 4) becomes (3,). With
# `keepdims=True` a 1 stays in its place: (3, 1), a column that fits back onto the table it came from.
#
# Sums down the columns get by without it: (4,) is filled up on the left to (1, 4), which is the row you
# meant. With one number for each row it is otherwise, and one of two things happens. The lucky one is an
# error, (3, 4) against (3,). The unlucky one comes with a square table. Take
# $\begin{bmatrix} 1 & 3 \\ 10 & 20 \end{bmatrix}$, whose rows have the means 2 and 15, and subtract those
# means as an array of shape (2,). NumPy reads them as a row, and what comes out is
# $\begin{bmatrix} -1 & -12 \\ 8 & 5 \end{bmatrix}$ where it should be
# $\begin{bmatrix} -1 & 1 \\ -5 & 5 \end{bmatrix}$. Three entries of four are wrong, and nobody said a word.
# That is why this course writes `keepdims=True` whenever a sum or mean goes back into a calculation with its
# table.

# %% [markdown] id="w2-quiz-axis-ask"
# ### Quiz: which axis?
#
# `table` has shape (3, 4), nutrients by foods, as above. Which expression gives what is wanted?
#
# | key | what is wanted |
# |---|---|
# | `foods` | the calories of each food, in an array of shape (4,) |
# | `nutrients` | the calories from each nutrient, in an array of shape (3,) |
# | `all` | one number, the calories of everything together |
# | `divisor` | what `table` has to be divided by so that each **row** of the result adds up to 1 |
#
# - **a** `table.sum()`
# - **b** `table.sum(axis=0)`
# - **c** `table.sum(axis=1)`
# - **d** `table.sum(axis=0, keepdims=True)`
# - **e** `table.sum(axis=1, keepdims=True)`

# %% nbgrader={"grade_id": "w2-quiz-axis-code", "solution": true}
# A dict: {"foods": "...", "nutrients": "...", "all": "...", "divisor": "..."}
### BEGIN SOLUTION
which_sum = {"foods": "b", "nutrients": "c", "all": "a", "divisor": "e"}
### END SOLUTION

# %% nbgrader={"grade_id": "w2-quiz-axis", "grade": true, "points": 1}
check("w2-quiz-axis", which_sum)

# %% [markdown] id="w2-row-norms-ask"
# ### Rows of length 1
#
# Two soups: one takes 3 kilos of carrots and 4 of potatoes, the other 30 and 40. Are they different recipes?
# The amounts are; the soup is the same. To compare recipes you'd like to take the size of the pot out of
# them.
#
# Think of a recipe as an arrow, 3 to the east and 4 to the north. By Pythagoras its length, the **norm**, is
# $\sqrt{3^2 + 4^2} = 5$. Divide the row by its own length and you get $(0.6, 0.8)$, for the small pot and for
# the large one. What is left is the direction. Many methods of machine learning prepare their rows this way,
# and the dot product of two such rows is a popular measure of how alike they are: 1 for the same direction, 0
# for arrows at a right angle.
#
# Write it for a matrix with any number of rows, none of them all zeros. It refuses a loop.


# %% nbgrader={"grade_id": "w2-row-norms-code", "solution": true}
def normalize_rows(A):
    """Each row divided by its length.

    A: (n, k), no row all zeros. The length of a row is the square root of the sum of its squares.
    Returns (n, k); every row has length 1.
    normalize_rows(np.array([[3, 4], [0, 2]])) is [[0.6, 0.8], [0, 1]].
    """
    ### BEGIN SOLUTION
    return A / np.linalg.norm(A, axis=1, keepdims=True)
    ### END SOLUTION


# %% nbgrader={"grade_id": "w2-row-norms", "grade": true, "points": 2}
check("w2-row-norms", normalize_rows)

# %% [markdown] id="w2-row-norms-hint"
# <details><summary>Hint 1</summary>
#
# One length for each row: which axis has to disappear, and what shape must the lengths have to fit back onto
# A?
#
# </details>
# <details><summary>Hint 2</summary>
#
# Either build the length yourself (square every entry, sum along the right axis, take the root) or let
# `np.linalg.norm` do it; that function knows `axis` and `keepdims` too.
#
# </details>
# <details><summary>Hint 3</summary>
#
# The lengths of an (n, k) matrix are an (n, 1) column. If your function works for square matrices and fails
# for others, keepdims is missing; if whole columns have length 1 in the result, it was the wrong axis.
#
# </details>

# %% [markdown] id="w2-standardize-ask"
# ### Standardize
#
# In week 1 you were given a function that standardizes the birds: from each feature take away its mean, then
# divide by its standard deviation. You saw what it buys: a training that took thousands of steps in raw
# millimetres took dozens. Now write it.
#
# $X$ is (n_x, m), one **row** for each feature and one column for each example. The mean of a feature is
# taken over the examples. The result has mean 0 and deviation 1 in every row.
#
# Why return the mean and the deviation as well? Because new examples have to be treated with the *old*
# numbers. A picture that arrives tomorrow is measured against the mean of those the program learned from. So
# all three come back, the last two as columns of shape (n_x, 1). No loop, and no feature will be constant.


# %% nbgrader={"grade_id": "w2-standardize-code", "solution": true}
def standardize(X):
    """Every feature with mean 0 and standard deviation 1, and the means and deviations it had.

    X: examples as columns (n_x, m), no feature constant.
    Returns X_standardized (n_x, m), mean (n_x, 1) and deviation (n_x, 1), where deviation is the square root
    of the mean squared distance from the mean (divided by m, as np.std does).
    standardize(np.array([[1.0, 3.0]])) is ([[-1, 1]], [[2]], [[1]]).
    """
    ### BEGIN SOLUTION
    mean = X.mean(axis=1, keepdims=True)
    deviation = X.std(axis=1, keepdims=True)
    return (X - mean) / deviation, mean, deviation
    ### END SOLUTION


# %% nbgrader={"grade_id": "w2-standardize", "grade": true, "points": 3}
check("w2-standardize", standardize)

# %% [markdown] id="w2-standardize-hint"
# <details><summary>Hint 1</summary>
#
# Say it with shapes: from (n_x, m) to one number for each feature, as a column. Which axis disappears, and
# what keeps its place?
#
# </details>
# <details><summary>Hint 2</summary>
#
# An array has the methods `mean` and `std`, and both take `axis` and `keepdims`. With the (n_x, 1) columns in
# hand, broadcasting does the rest.
#
# </details>
# <details><summary>Hint 3</summary>
#
# First subtract, then divide: mind the brackets. If your deviations are a little too large, by a factor such
# as $\sqrt{m / (m - 1)}$, you have divided by m - 1 (`ddof=1`) where this exercise asks for m.
#
# </details>

# %% id="w2-standardize-picture" tags=["demo"]
features = ["weight in grams", "price", "minutes to cook"]
dishes = np.array(
    [
        [350, 420, 280, 510, 390, 460, 300, 330],
        [6.5, 8.0, 5.0, 14.0, 7.5, 11.0, 4.5, 6.0],
        [15, 40, 10, 90, 25, 60, 5, 30],
    ]
)
with once_written():
    standardized, mean, deviation = standardize(dishes)
    print("means", mean.ravel().round(1), " deviations", deviation.ravel().round(1))
    display(kitchen.plot_standardized(dishes, standardized, features))

# %% [markdown] id="w2-softmax-why"
# ## 6. From scores to shares: softmax
#
# The camera at the kitchen door sees something. Three small scoring functions have looked at it: cat 2, dog
# 1, sheep $-1$. How probable is each?
#
# For two possibilities the sigmoid made a probability of a score. For several there is a function built from
# what you have just practised, the **softmax**: make all scores positive with the exponential, then take
# shares of the sum, just as with the calories.
#
# $$p_i = \frac{e^{z_i}}{\sum_j e^{z_j}}$$
#
# Here $e^2 \approx 7.39$, $e^1 \approx 2.72$, $e^{-1} \approx 0.37$; the sum is 10.48, and the shares are
# 0.705, 0.259 and 0.035. (With two scores $z$ and 0 it is the sigmoid again: $e^z / (e^z + 1)$.)
#
# The trap is the one of the sigmoid. A score of 1000 asks for $e^{1000}$, which is infinity in 64 bits, and
# infinity divided by infinity is `nan`. The way out: subtract the same number from all scores of an example,
# and nothing changes, because $e^{z - c} = e^z / e^c$ and the factor $e^c$ stands above and below. So
# subtract the largest score. Then the largest exponent is 0, no exponential is above 1, and the sum is at
# least 1. The smallest may become 0, and that does no harm.
#
# ### Write a stable softmax
#
# The scores of $m$ examples stand in a matrix (k, m), one **column** for each example. Every column of the
# result adds up to 1. Which maximum do you subtract: the one of the whole matrix, or each column's own? Think
# of two columns $(0, 0)$ and $(1000, 1000)$. With one maximum for all, the first column becomes
# $e^{-1000} = 0$ twice, and $0/0$ is `nan` again. No loop here.


# %% nbgrader={"grade_id": "w2-softmax-code", "solution": true}
def softmax(Z):
    """Scores turned into probabilities, column by column.

    Z: (k, m), one column of k scores for each example. Returns (k, m): e to each score, divided by the sum of
    its column; finite also for scores of 1000 and -1000.
    softmax(np.array([[0.0, 1000.0], [0.0, 1000.0]])) is [[0.5, 0.5], [0.5, 0.5]].
    """
    ### BEGIN SOLUTION
    E = np.exp(Z - Z.max(axis=0, keepdims=True))  # never above 1
    return E / E.sum(axis=0, keepdims=True)
    ### END SOLUTION


# %% nbgrader={"grade_id": "w2-softmax", "grade": true, "points": 3}
check("w2-softmax", softmax)

# %% [markdown] id="w2-softmax-hint"
# <details><summary>Hint 1</summary>
#
# Three steps: shift every column, take the exponential, divide by the sum of every column. Twice something of
# shape (1, m) goes back onto something of shape (k, m).
#
# </details>
# <details><summary>Hint 2</summary>
#
# The scores of one example stand below one another. The axis along which you take the maximum and the sum is
# the one that runs down.
#
# </details>
# <details><summary>Hint 3</summary>
#
# Both `max` and `sum` take `axis` and `keepdims`. Compute the exponentials once, keep them under a name, and
# use that name above and below the fraction bar.
#
# </details>

# %% id="w2-softmax-picture" tags=["demo"]
with once_written():
    display(kitchen.plot_softmax(softmax, [2, 1, -1], ["cat", "dog", "sheep"]))

# %% [markdown] id="w2-vectors-why"
# ## 7. (5,) is neither a row nor a column
#
# The shopping list of section 1, three amounts, is an array of shape (3,). Print it and it looks like a row.
# Ask for its transpose and you'd expect a column. What do you get?

# %% id="w2-vectors-code"
u = np.array([3, 2, 4])
print("u", u.shape, "  u.T", u.T.shape)
print("np.dot(u, u.T) is", np.dot(u, u.T))

# %% [markdown] id="w2-vectors-read"
# That is the **first surprise**: transposing does nothing. An array of shape (3,) has one axis, and there is
# no second one to exchange it with. Such an array is called a *rank-1 array*, and it is neither a row nor a
# column.
#
# The **second surprise** follows. A column times its transpose, $u u^T$, ought to be a 3 by 3 table of all
# products. Here it is one number, $9 + 4 + 16 = 29$, the dot product of `u` with itself.
#
# Below are the three things that five numbers can be. Only two of them have a second axis.

# %% id="w2-vectors-picture" tags=["demo"]
arrays.draw_vectors()

# %% [markdown] id="w2-vectors-trouble"
# It would be harmless if it were always an error. Often it is broadcasting in place of an error. Suppose that
# the predictions are a row, $A = \begin{bmatrix} 0.9 & 0.2 \end{bmatrix}$, and the labels were loaded as a
# column by mistake, $Y = \begin{bmatrix} 1 \\ 0 \end{bmatrix}$. Then `A - Y` is
#
# $$\begin{bmatrix} -0.1 & -0.8 \\ 0.9 & 0.2 \end{bmatrix} \quad\text{where you wanted}\quad \begin{bmatrix} -0.1 & 0.2 \end{bmatrix}$$
#
# every prediction against every label. The cruel part: the mean of the wrong table is 0.05, and so is the
# mean of the right row. A check of that one number would notice nothing.
#
# Two habits cure it. Make true columns and rows, (n, 1) and (1, n), as soon as data comes in; `reshape` costs
# next to nothing, since it moves no numbers. And write down what you believe, as an `assert`, which is silent
# when it is true and stops the program at the right line when it isn't:

# %% id="w2-assert"
amounts = u.reshape(3, 1)
assert amounts.shape == (3, 1)
assert amounts.T.shape == (1, 3)
print((amounts @ amounts.T).shape)

# %% [markdown] id="w2-column-ask"
# ### A true column
#
# Take `v` of shape (n,), (n, 1) or (1, n) and return its numbers as a column (n, 1). You'll use it at the
# kitchen door, where 12288 numbers of a picture become a column of $X$.


# %% nbgrader={"grade_id": "w2-column-code", "solution": true}
def as_column(v):
    """The same numbers as a true column.

    v: of shape (n,), (n, 1) or (1, n). Returns (n, 1).
    as_column(np.array([7, 8, 9])) is [[7], [8], [9]].
    """
    ### BEGIN SOLUTION
    return v.reshape(-1, 1)
    ### END SOLUTION


# %% nbgrader={"grade_id": "w2-column", "grade": true, "points": 1}
check("w2-column", as_column)

# %% [markdown] id="w2-column-hint"
# <details><summary>Hint 1</summary>
#
# One operation serves all three shapes, and it is not the transpose.
#
# </details>
# <details><summary>Hint 2</summary>
#
# The result has as many rows as there are entries, and one column. `v.size` is the number of entries whatever
# the shape.
#
# </details>
# <details><summary>Hint 3</summary>
#
# `reshape` works out one of the dimensions by itself if you write -1 for it.
#
# </details>

# %% [markdown] id="w2-outer-ask"
# ### The table of all products
#
# Three amounts and four prices: what would each amount cost at each price? That is the **outer product**, a
# table (n, m) with $u_i v_j$ in row $i$ and column $j$. It will come back in every gradient of this course:
# error times input, for all pairs at once.
#
# You get two arrays of shape (n,) and (m,). If you multiply them as they are, you get an error, or, when n
# and m happen to be equal, only the n products of equal places. No loop.


# %% nbgrader={"grade_id": "w2-outer-code", "solution": true}
def outer(u, v):
    """The table of all products u_i v_j.

    u: (n,); v: (m,). Returns (n, m).
    outer(np.array([1, 2]), np.array([3, 4, 5])) is [[3, 4, 5], [6, 8, 10]].
    """
    ### BEGIN SOLUTION
    return u.reshape(-1, 1) * v.reshape(1, -1)
    ### END SOLUTION


# %% nbgrader={"grade_id": "w2-outer", "grade": true, "points": 1}
check("w2-outer", outer)

# %% [markdown] id="w2-outer-hint"
# <details><summary>Hint 1</summary>
#
# Look at the third pair in the picture of the broadcasting rule.
#
# </details>
# <details><summary>Hint 2</summary>
#
# A column (n, 1) and a row (1, m) together give (n, m). Which of the two arrays has to stand upright?
#
# </details>
# <details><summary>Hint 3</summary>
#
# u as a column, v as a row, and then the product entry by entry; for a column and a row of these shapes `@`
# gives the same.
#
# </details>

# %% [markdown] id="w2-quiz-rank-one-ask"
# ### Quiz: three vectors
#
# `v` has shape (5,), `column` has shape (5, 1), `row` has shape (1, 5). What is the shape of each result? Use
# the rule, then check in a cell of your own if you like.
#
# | key | expression |
# |---|---|
# | `1` | `v.T` |
# | `2` | `column + v` |
# | `3` | `row + v` |
# | `4` | `np.dot(v, v.T)` |
#
# - **a** (5,)
# - **b** (5, 1)
# - **c** (1, 5)
# - **d** (5, 5)
# - **e** one number, without any dimension
# - **f** none: it is an error

# %% nbgrader={"grade_id": "w2-quiz-rank-one-code", "solution": true}
# A dict: {"1": "...", "2": "...", "3": "...", "4": "..."}
### BEGIN SOLUTION
rank_one = {"1": "a", "2": "d", "3": "c", "4": "e"}
### END SOLUTION

# %% nbgrader={"grade_id": "w2-quiz-rank-one", "grade": true, "points": 2}
check("w2-quiz-rank-one", rank_one)

# %% [markdown] id="w2-stretch-patches-ask"
# ### Stretch: all neighbourhoods at once
#
# This one earns no points and needs everything so far. There is no check under it either: try the example of
# the docstring in a cell of your own, then look at the pictures. A filter looks at a small square of pixels,
# weighs them, and writes one number; then it moves on by one pixel. Written as it is told, that is four loops
# inside one another.
#
# The trick that fast libraries have long used: lay out **every** square as a column of one large matrix. For
# a grey picture (h, w) and squares of `size` by `size` there are $(h - size + 1)(w - size + 1)$ positions, so
# the matrix has that many columns, and a row for each of the `size * size` places in a square. Any filter is
# then a single product, the weights as a row times that matrix: the same $w^T X$ as in logistic regression,
# with little squares as examples. (It is known as *im2col*. Convolutional networks, which you will meet after
# this course, can be computed this way.)
#
# Can you build that matrix without a loop? Think of the picture as one long array. In it the pixel of row
# $r$, column $c$ has the number $r w + c$. The upper left corners of all squares are one set of such numbers;
# the way from a corner to the pixels of its square is another, the same for every corner. Add the second as a
# column to the first as a row, and broadcasting gives you the whole table of pixel numbers, with which you
# can index the long array in one go.


# %% nbgrader={"grade_id": "w2-stretch-patches-code", "solution": true}
def patches(picture, size):
    """Every square of size by size pixels, laid out as a column.

    picture: (h, w), one number for each pixel. Returns (size * size, (h - size + 1) * (w - size + 1)).
    Both the pixels of a square and the positions go from left to right, row by row.
    patches(np.array([[1, 2, 3], [4, 5, 6]]), 2) is [[1, 2], [2, 3], [4, 5], [5, 6]].
    """
    ### BEGIN SOLUTION
    h, w = picture.shape
    corners = np.arange(h - size + 1).reshape(-1, 1) * w + np.arange(w - size + 1)
    steps = np.arange(size).reshape(-1, 1) * w + np.arange(size)
    return picture.ravel()[steps.reshape(-1, 1) + corners.reshape(1, -1)]
    ### END SOLUTION


# %% [markdown] id="w2-stretch-patches-hint"
# <details><summary>Hint 1</summary>
#
# Begin with the numbers of the upper left corners, as a table: its rows come from r w for r = 0, 1, ..., its
# columns from c = 0, 1, .... A column plus a row.
#
# </details>
# <details><summary>Hint 2</summary>
#
# The way from a corner to the pixels of its square is a table of the same kind, only smaller: r and c run up
# to `size`, and the factor is still the width w of the whole picture.
#
# </details>
# <details><summary>Hint 3</summary>
#
# Now flatten both tables, the ways as a column, the corners as a row, and add. `picture.ravel()` indexed with
# a table of whole numbers gives a table of pixels.
#
# </details>

# %% id="w2-stretch-try" tags=["demo"]
grey = pictures.scene(hour=14).mean(axis=2)
weights_of = {
    "mean of 5 by 5": np.full((5, 5), 1 / 25),
    "right minus left": np.array([[-1, 0, 1]] * 3),
    "lower minus upper": np.array([[-1] * 3, [0] * 3, [1] * 3]),
}
with once_written():
    filtered = {"the picture": grey}
    for name, weights in weights_of.items():
        side = 64 - len(weights) + 1
        filtered[name] = (weights.reshape(1, -1) @ patches(grey, len(weights))).reshape(side, side)
    display(filters.show_filtered(filtered))

# %% [markdown] id="w2-stretch-read"
# Do yours look like that: the second picture is the first, only blurred, and the other two are grey where
# nothing changes? *Right minus left* is light where the picture gets lighter from left to right and dark
# where it gets darker, so it finds upright edges, the walls and the door. *Lower minus upper* finds those
# that lie, the eaves and the ground. If your pictures are sheared or scrambled, look at the factor $w$ and at
# which table became a column and which a row.

# %% [markdown] id="w2-regression-why"
# ## 8. Logistic regression without loops
#
# Back to learning. Last week's gradient went through the examples one by one, and inside that through the
# features one by one. For each example $i$:
#
# $$z^{(i)} = \sum_j w_j x_j^{(i)} + b \qquad a^{(i)} = \sigma(z^{(i)}) \qquad dz^{(i)} = a^{(i)} - y^{(i)}$$
#
# then $x_j^{(i)} dz^{(i)}$ was added to $dw_j$ for each feature $j$, and $dz^{(i)}$ to $db$, and at the end
# everything was divided by $m$. We now replace these loops one at a time. Keep the two examples of week 1 at
# hand:
#
# $$X = \begin{bmatrix} 1 & 3 \\ 2 & 4 \end{bmatrix} \qquad Y = \begin{bmatrix} 1 & 0 \end{bmatrix}$$
#
# with all weights at zero, so that both predictions are 0.5, the gradient is $dw = (0.5,\, 0.5)$, $db = 0$,
# and the cost is 0.693.

# %% [markdown] id="w2-sigmoid-ask"
# ### Bring your sigmoid
#
# The course's library holds no answers, so bring your own: paste your `stable_sigmoid` of week 1 (or write it
# anew) under the shorter name. With 12288 features scores get large, and one `nan` would spoil the training. If
# yours has a loop in it, write it anew: several exercises below call it, and they refuse loops all the way
# down. (NumPy may warn of an overflow on the way. Week 1 asked you to avoid that; here it costs nothing, as
# long as the result is right.)


# %% nbgrader={"grade_id": "w2-sigmoid-code", "solution": true}
def sigmoid(z):
    """The sigmoid of z, entry by entry: your stable one of week 1.

    z: a number or an array of any shape. Returns the same shape, with no nan however large z is.
    sigmoid(np.array([-1000.0, 0.0, 1000.0])) is [0, 0.5, 1].
    """
    ### BEGIN SOLUTION
    e = np.exp(-np.abs(z))  # never above 1
    return np.where(z >= 0, 1, e) / (1 + e)
    ### END SOLUTION


# %% nbgrader={"grade_id": "w2-sigmoid", "grade": true, "points": 1}
check("w2-sigmoid", sigmoid)

# %% [markdown] id="w2-sigmoid-hint"
# <details><summary>Hint 1</summary>
#
# Open your notebook of week 1, section 3, and copy what stands under `def stable_sigmoid(z):`.
#
# </details>
# <details><summary>Hint 2</summary>
#
# If you write it anew: $1/(1 + e^{-z})$ is harmless where z is at least 0, and $e^z/(1 + e^z)$ where it is
# below.
#
# </details>
# <details><summary>Hint 3</summary>
#
# With $e = e^{-|z|}$, which is never above 1, both have the denominator 1 + e. The numerator is 1 on one side
# and e on the other; `np.where` chooses.
#
# </details>

# %% [markdown] id="w2-initialize-ask"
# ### Where to start
#
# One weight for each feature, as a true column, and a bias, all zero. It is a single line, and its point is
# the shape: `np.zeros(n_x)` would be a rank-1 array, and everything after it would come out in shapes that
# you didn't plan.


# %% nbgrader={"grade_id": "w2-initialize-code", "solution": true}
def initialize_with_zeros(n_x):
    """The parameters before the first step.

    n_x: how many features. Returns w, zeros of shape (n_x, 1), and b, the number 0.0.
    initialize_with_zeros(2) is ([[0], [0]], 0.0).
    """
    ### BEGIN SOLUTION
    return np.zeros((n_x, 1)), 0.0
    ### END SOLUTION


# %% nbgrader={"grade_id": "w2-initialize", "grade": true, "points": 1}
check("w2-initialize", initialize_with_zeros)

# %% [markdown] id="w2-initialize-hint"
# <details><summary>Hint 1</summary>
#
# `np.zeros` takes a shape.
#
# </details>
# <details><summary>Hint 2</summary>
#
# A shape with two numbers is a tuple, so there are two pairs of brackets.
#
# </details>
# <details><summary>Hint 3</summary>
#
# Two results are returned with a comma between them. The second is the number 0.0, without any shape.
#
# </details>

# %% [markdown] id="w2-activation-ask"
# ### All probabilities at once
#
# The inner loop of $z^{(i)}$ is a dot product: the weights with column $i$ of $X$. And all those dot products
# together, one for each column, are a matrix product. Turn the column $w$ into a row, (1, n_x), put it before
# $X$, (n_x, m), and the inner sides meet:
#
# $$Z = w^T X + b$$
#
# a row (1, m) with every score in it. Both loops are gone. The bias joins by broadcasting, and the sigmoid
# works on every entry.
#
# Here is the whole plan as boxes. The lower line is the way back, and follows with the gradients.

# %% id="w2-shapes-picture" tags=["demo"]
arrays.draw_shapes_of_a_pass()

# %% [markdown] id="w2-activation-ask-too"
# Write the upper line. From here on the text gives you the formula and the shapes, and the way to the code is
# yours. This one refuses a loop.


# %% nbgrader={"grade_id": "w2-activation-code", "solution": true}
def activation(w, b, X):
    """The probability of y = 1 for every example.

    w: weights (n_x, 1); b: a number; X: examples as columns (n_x, m). Returns A (1, m).
    activation(np.array([[1], [-1]]), 0, np.array([[2, 1], [1, 1]])) is about [[0.731, 0.5]].
    """
    ### BEGIN SOLUTION
    return sigmoid(w.T @ X + b)
    ### END SOLUTION


# %% nbgrader={"grade_id": "w2-activation", "grade": true, "points": 2}
check("w2-activation", activation)

# %% [markdown] id="w2-activation-hint"
# <details><summary>Hint 1</summary>
#
# First the scores, then your sigmoid of them. Say the shapes aloud: (n_x, 1), (n_x, m), wanted (1, m).
#
# </details>
# <details><summary>Hint 2</summary>
#
# `w * X` runs without an error: by broadcasting it multiplies every column by the weights. But nothing is
# added up then, and the result is (n_x, m).
#
# </details>
# <details><summary>Hint 3</summary>
#
# The matrix product needs n_x against n_x inside, so w has to be transposed. If check says that sigmoid has a
# loop, look there: your function calls it.
#
# </details>

# %% [markdown] nbgrader={"grade_id": "w2-written-broadcast-question", "locked": true}
# ### In your own words: why b fits
#
# In $Z = w^T X + b$ the bias is a single number for all examples. Some people keep it as a Python float,
# others as an array of shape (1, 1). Explain step by step, by the rule of section 4, why both can be added to
# $w^T X$, what shape the sum has, and what happens to the bias on the way. (3 points, marked by a person.)
#
# <!-- BEGIN MARK SCHEME -->
# One point each:
# 1. The shape of $w^T X$ is worked out: (1, n_x) times (n_x, m) gives (1, m).
# 2. The float has the shape (), the rule fills it up on the left with ones to (1, 1); so both cases are the
#    same.
# 3. The comparison place by place: 1 against 1 is equal, m against 1 fits because one of them is 1; the bias
#    is stretched to (1, m), every example gets the same b, and the sum has shape (1, m).
#
# Saying that no copy is made earns nothing extra; leaving it out costs nothing.
# <!-- END MARK SCHEME -->

# %% [markdown] nbgrader={"grade_id": "w2-written-broadcast", "grade": true, "solution": true, "points": 3}
# <!-- BEGIN SOLUTION -->
# $w$ has shape $(n_x, 1)$, so $w^T$ has $(1, n_x)$, and its product with $X$ of shape $(n_x, m)$ has shape
# $(1, m)$.
#
# A float has the empty shape (). Aligned at the right with (1, m) it lacks two places, which are filled on
# the left with 1, so it counts as (1, 1). From here on the float and the array of shape (1, 1) are the same
# case.
#
# Now compare the places. The last one: $m$ against 1. One of them is 1, so they fit, and the bias is
# stretched to $m$. The first one: 1 against 1, equal. The result has shape $(1, m)$, and the same $b$ has
# been added to the score of every example.
# <!-- END SOLUTION -->

# %% [markdown] id="w2-cost-ask"
# ### The cost of a row
#
# The gradients tell which way to step; whether the steps did any good you read off the cost. Same formula as in
# week 1, same care at the edges: keep the probabilities a hair, say $10^{-12}$, away from 0 and 1 before you
# take a logarithm. You may have written it without a loop already; then paste it. This time a loop is refused.


# %% nbgrader={"grade_id": "w2-cost-code", "solution": true}
def cost(A, Y):
    """The mean log loss over m examples.

    A: probabilities (1, m); Y: labels 0 or 1 (1, m).
    Returns one number, finite also where A is exactly 0 or 1.
    cost(np.array([[0.9, 0.8, 0.1]]), np.array([[1, 1, 0]])) is about 0.145.
    """
    ### BEGIN SOLUTION
    A = np.clip(A, 1e-12, 1 - 1e-12)
    return -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    ### END SOLUTION


# %% nbgrader={"grade_id": "w2-cost", "grade": true, "points": 2}
check("w2-cost", cost)

# %% [markdown] id="w2-cost-hint"
# <details><summary>Hint 1</summary>
#
# The loss of one example is $-(y \log a + (1 - y) \log(1 - a))$. All of its operations work on rows as they
# stand.
#
# </details>
# <details><summary>Hint 2</summary>
#
# Labels and probabilities of the same example are multiplied with each other, so these are products entry by
# entry. Then one mean over everything.
#
# </details>
# <details><summary>Hint 3</summary>
#
# `np.clip` keeps the probabilities between two bounds. Do it before the logarithms, for a and for 1 - a
# alike.
#
# </details>

# %% [markdown] id="w2-gradients-ask"
# ### The gradient in two lines
#
# Now the loop over examples on the way back. $dZ = A - Y$ is a row with all errors. The derivative by weight
# $j$ was a sum over the examples,
#
# $$dw_j = \frac{1}{m} \sum_{i=1}^{m} x_j^{(i)}\, dz^{(i)}$$
#
# Look at it for a moment: feature $j$ of every example, times the error of every example, added up. That is
# row $j$ of $X$ in a dot product with $dZ$. All rows of $X$ with one and the same vector: a matrix product
# once more, with $dZ$ standing upright,
#
# $$dw = \frac{1}{m} X\, dZ^T \qquad db = \frac{1}{m} \sum_{i=1}^{m} dz^{(i)}$$
#
# By hand with the two examples: $dZ = \begin{bmatrix} -0.5 & 0.5 \end{bmatrix}$. Row 1 of $X$:
# $1 \cdot (-0.5) + 3 \cdot 0.5 = 1$, halved 0.5. Row 2: $2 \cdot (-0.5) + 4 \cdot 0.5 = 1$, halved 0.5. And
# $db = 0$. All as in week 1.
#
# Two slips to know. `X * dZ` runs, since the row is stretched down over $X$, and gives an (n_x, m) table in
# which nothing has been added up; its first row here is $(-0.5,\, 1.5)$. And `np.mean(X * dZ)` without an
# axis throws all features into one number. No loop in this one.


# %% nbgrader={"grade_id": "w2-gradients-code", "solution": true}
def gradients(X, A, Y):
    """The derivatives of the cost by w and by b.

    X: examples as columns (n_x, m); A: probabilities (1, m); Y: labels (1, m).
    Returns dw (n_x, 1) and db, a number.
    gradients(np.array([[1, 3], [2, 4]]), np.array([[0.5, 0.5]]), np.array([[1, 0]])) is ([[0.5], [0.5]], 0).
    """
    ### BEGIN SOLUTION
    dZ = A - Y
    return X @ dZ.T / X.shape[1], np.mean(dZ)
    ### END SOLUTION


# %% nbgrader={"grade_id": "w2-gradients", "grade": true, "points": 3}
check("w2-gradients", gradients)

# %% [markdown] id="w2-gradients-hint"
# <details><summary>Hint 1</summary>
#
# First the row of errors: prediction minus truth. Then the two formulas above, which share the factor 1/m.
#
# </details>
# <details><summary>Hint 2</summary>
#
# For dw, say the shapes: (n_x, m) times something of shape (m, 1). For db, one number from a whole row.
#
# </details>
# <details><summary>Hint 3</summary>
#
# m is the number of columns of X. Divide exactly once: `np.mean` has divided already, `np.sum` has not, and
# neither has `@`.
#
# </details>

# %% [markdown] nbgrader={"grade_id": "w2-written-gradient-question", "locked": true}
# ### In your own words: the sum inside a product
#
# No sum sign and no loop is left in $dw = \frac{1}{m} X\, dZ^T$, and yet it adds up what all examples
# contribute. Show why. Start from a single entry of the product, the one that belongs to weight $j$; write it
# out as a sum; compare it with what the two loops of week 1 collect; and say where the shape $(n_x, 1)$ and
# the factor $1/m$ come from. (4 points, marked by a person.)
#
# <!-- BEGIN MARK SCHEME -->
# One point each:
# 1. An entry of a matrix product is the dot product of a row of the first with a column of the second: here
#    row $j$ of $X$ with the only column of $dZ^T$.
# 2. Written out: $\sum_i x_j^{(i)} dz^{(i)}$, with $i$ running over the $m$ examples (row $j$ of $X$ holds
#    feature $j$ of every example, and the column of $dZ^T$ holds the error of every example).
# 3. This is what the loops collect: example $i$ adds $x_j^{(i)} dz^{(i)}$, the derivative of its own loss by
#    $w_j$, to $dw_j$.
# 4. There is one such entry for each of the n_x rows, hence $(n_x, 1)$; the cost is the mean of the losses,
#    so its derivative is the mean of their derivatives, hence $1/m$.
#
# A right argument by adding up m tables, each column $i$ of $X$ times $dz^{(i)}$, earns the same points.
# <!-- END MARK SCHEME -->

# %% [markdown] nbgrader={"grade_id": "w2-written-gradient", "grade": true, "solution": true, "points": 4}
# <!-- BEGIN SOLUTION -->
# $X$ is $(n_x, m)$ and $dZ^T$ is $(m, 1)$. The entry in row $j$ of their product is the dot product of row
# $j$ of $X$ with the single column of $dZ^T$. Row $j$ of $X$ holds feature $j$ of every example, and the
# column holds the error of every example, so
#
# $$(X\, dZ^T)_j = \sum_{i=1}^{m} X_{ji}\, dZ_{1i} = \sum_{i=1}^{m} x_j^{(i)}\, dz^{(i)}$$
#
# The two loops do the same additions one after another: for each example $i$ they add $x_j^{(i)} dz^{(i)}$,
# the derivative of that example's loss by $w_j$, to the sum for weight $j$.
#
# There is one such sum for each row of $X$, so the product has the shape $(n_x, 1)$, like $w$. The cost is
# the mean of the $m$ losses; the derivative of a mean is the mean of the derivatives, so the sums are divided
# by $m$.
# <!-- END SOLUTION -->

# %% [markdown] id="w2-propagate-ask"
# ### Forward and backward
#
# Put the parts together: probabilities, gradients, cost. The lectures call one such pass `propagate`, forward
# propagation and backward propagation in one. The gradients come back in a dict, so that nobody has to
# remember which was first; deeper networks will have many of them.


# %% nbgrader={"grade_id": "w2-propagate-code", "solution": true}
def propagate(w, b, X, Y):
    """Forward and backward once: the gradients and the cost.

    w: weights (n_x, 1); b: a number; X: examples as columns (n_x, m); Y: labels (1, m).
    Returns grads, a dict of "dw" (n_x, 1) and "db", and the cost, a number.
    propagate(np.zeros((2, 1)), 0.0, np.array([[1, 3], [2, 4]]), np.array([[1, 0]]))
    is ({"dw": [[0.5], [0.5]], "db": 0.0}, 0.693).
    """
    ### BEGIN SOLUTION
    A = activation(w, b, X)
    dw, db = gradients(X, A, Y)
    return {"dw": dw, "db": db}, cost(A, Y)
    ### END SOLUTION


# %% nbgrader={"grade_id": "w2-propagate", "grade": true, "points": 3}
check("w2-propagate", propagate)

# %% [markdown] id="w2-propagate-hint"
# <details><summary>Hint 1</summary>
#
# You have written all of it: three of your functions are called, one after another.
#
# </details>
# <details><summary>Hint 2</summary>
#
# The probabilities are needed twice, for the gradients and for the cost. Compute them once.
#
# </details>
# <details><summary>Hint 3</summary>
#
# `gradients` returns two things, so two names stand on the left. At the end there are two results again: the
# dict with the keys "dw" and "db", and the cost.
#
# </details>

# %% [markdown] id="w2-agree-why"
# ### Is it still the same?
#
# A fast answer is worth nothing if it is a different answer. The loops are the witness. But how do you
# compare two columns of 12288 numbers? They won't be equal to the last digit: 64 bits hold about 16 digits,
# and adding up in another order rounds differently.
#
# So measure how far apart they are, and compare that with how large they are. A difference of 0.001 is much
# for numbers around 0.002 and nothing for numbers around a million. With $\lVert p \rVert$ for the length of
# an array, the root of the sum of all its squares,
#
# $$\frac{\lVert p - q \rVert}{\lVert p \rVert + \lVert q \rVert}$$
#
# is 0 for equal arrays and never above 1. Something like $10^{-15}$ means *equal but for rounding*. In week 3
# you'll check the gradients of a whole network with this number.
#
# ### Write the relative difference
#
# It takes arrays of any shape, both the same. If both are all zeros, the formula says $0/0$; return 0.0 then,
# since they agree.


# %% nbgrader={"grade_id": "w2-loops-agree-code", "solution": true}
def relative_difference(p, q):
    """How far apart two arrays are, compared with their own size.

    p, q: arrays of one shape, whichever. Returns the length of p - q, divided by the length of p plus the
    length of q; 0.0 where both are all zeros. The length is the square root of the sum of all squares.
    relative_difference(np.array([3.0, 4.0]), np.array([3.0, 0.0])) is 4 / (5 + 3) = 0.5.
    """
    ### BEGIN SOLUTION
    size = np.linalg.norm(p) + np.linalg.norm(q)
    return np.linalg.norm(p - q) / size if size > 0 else 0.0
    ### END SOLUTION


# %% nbgrader={"grade_id": "w2-loops-agree", "grade": true, "points": 2}
check("w2-loops-agree", relative_difference)

# %% [markdown] id="w2-loops-agree-hint"
# <details><summary>Hint 1</summary>
#
# Three lengths: of the difference, and of each of the two arrays. Subtract before you take the length, since
# two different arrays can be equally long.
#
# </details>
# <details><summary>Hint 2</summary>
#
# `np.linalg.norm` without further arguments gives the length of an array of any shape.
#
# </details>
# <details><summary>Hint 3</summary>
#
# Compute what stands under the fraction bar first, and look whether it is zero before you divide.
#
# </details>

# %% [markdown] id="w2-agree-ask"
# Now call the witness. The next cell computes the gradient of 100 made-up pictures (12288 numbers each)
# twice: by your `gradients`, and by one dot product after another with your `dot_with_a_loop`, as the two
# loops did, first for each example and then for each feature.


# %% id="w2-agree" tags=["demo"]
def gradients_by_loops(w, b, X, Y):
    """dw and db with a loop inside every dot product and a loop around them."""
    errors = np.zeros(X.shape[1])
    for i in range(X.shape[1]):
        errors[i] = sigmoid(dot_with_a_loop(w[:, 0], X[:, i]) + b) - Y[0, i]
    sums = np.zeros(w.shape)
    for j in range(X.shape[0]):
        sums[j, 0] = dot_with_a_loop(X[j], errors)
    return sums / X.shape[1], sum(errors) / X.shape[1]


def gradients_at_once(w, b, X, Y):
    return gradients(X, activation(w, b, X), Y)


rng = np.random.default_rng(3)
X, Y = rng.normal(size=(12288, 100)), rng.integers(0, 2, size=(1, 100))
w, b = rng.normal(size=(12288, 1)) / 100, 0.5
with once_written():
    dw_at_once, db_at_once = gradients_at_once(w, b, X, Y)
    dw_by_loops, db_by_loops = gradients_by_loops(w, b, X, Y)
    print(f"relative difference of dw: {relative_difference(dw_by_loops, dw_at_once):.1e}, ", end="")
    print(f"of db: {relative_difference(db_by_loops, db_at_once):.1e}")
    slow, quick = timing.once(gradients_by_loops, w, b, X, Y), timing.seconds(gradients_at_once, w, b, X, Y)
    print(f"the loops take {slow / quick:.0f} times as long on this machine")
    title = "one gradient of 100 pictures"
    display(timing.plot_bars({"loops": slow, "whole arrays": quick}, title))

# %% [markdown] id="w2-agree-read"
# If the second bar can't be seen, that is the result. In section 10 you'll take 400 steps, each with the
# gradient of a good thousand pictures. Multiply both times by 4000 to feel the difference.
#
# One loop stays, by the way: the one over the steps of gradient descent. Each step starts from where the last
# one ended, so they can't be done at once.

# %% [markdown] id="w2-optimize-ask"
# ## 9. Train, predict, and the whole model
#
# ### Optimize
#
# Gradient descent as in week 1, now with `propagate` in it. Three slips have cost people an evening here.
#
# The cost belongs to the parameters *before* the update, so the first one, from zeros, is
# $\log 2 \approx 0.693$. Both parameters have to move by the gradients of the same moment: call `propagate`
# once in each step. And `w -= learning_rate * dw` changes the array itself, the one that the caller still
# holds. The caller's start would then no longer be at the start, and the second of two learning rates that
# you compare would begin where the first one ended. Write `w = w - ...`, which makes a new array, or work on
# a copy.
#
# This time a loop over the steps is right. It returns the parameters in a dict, the last gradients in a dict,
# and the list of costs.


# %% nbgrader={"grade_id": "w2-optimize-code", "solution": true}
def optimize(w, b, X, Y, num_iterations, learning_rate):
    """Gradient descent from the given parameters.

    w: weights (n_x, 1), which stay as they are in the caller's hands; b: a number; X: (n_x, m); Y: (1, m);
    num_iterations: how many steps, at least 1; learning_rate: the alpha of week 1.
    Returns params, a dict of "w" and "b" after the last step; grads, a dict of "dw" and "db" as the last step
    used them; and costs, a list with the cost before each step.
    optimize(np.zeros((2, 1)), 0.0, np.array([[1, 3], [2, 4]]), np.array([[1, 0]]), 1, 0.1)
    is ({"w": [[-0.05], [-0.05]], "b": 0.0}, {"dw": [[0.5], [0.5]], "db": 0.0}, [0.693]).
    """
    ### BEGIN SOLUTION
    costs = []
    for _ in range(num_iterations):
        grads, J = propagate(w, b, X, Y)
        costs.append(J)
        w = w - learning_rate * grads["dw"]
        b = b - learning_rate * grads["db"]
    return {"w": w, "b": b}, grads, costs
    ### END SOLUTION


# %% nbgrader={"grade_id": "w2-optimize", "grade": true, "points": 4}
check("w2-optimize", optimize)

# %% [markdown] id="w2-optimize-hint"
# <details><summary>Hint 1</summary>
#
# An empty list before the loop. In each turn: propagate, note the cost, move w, move b.
#
# </details>
# <details><summary>Hint 2</summary>
#
# The gradients come out of a dict: `grads["dw"]`. Downhill means to subtract.
#
# </details>
# <details><summary>Hint 3</summary>
#
# After the loop, `grads` still holds what the last step used; return it as it is, between the dict of "w" and
# "b" and the list. If check says that an argument was changed, look for `-=`.
#
# </details>

# %% [markdown] id="w2-predict-ask"
# ### Predict
#
# The flap opens or it doesn't: 1 where the probability is above one half, else 0, for all columns at once. A
# loop is refused now.


# %% nbgrader={"grade_id": "w2-predict-code", "solution": true}
def predict(w, b, X):
    """The decision for each example: 1 where the probability is above one half, else 0.

    w: weights (n_x, 1); b: a number; X: examples as columns (n_x, m). Returns (1, m), zeros and ones.
    predict(np.array([[1], [-1]]), 0, np.array([[2, 1], [1, 3]])) is [[1, 0]].
    """
    ### BEGIN SOLUTION
    return (activation(w, b, X) > 0.5).astype(int)
    ### END SOLUTION


# %% nbgrader={"grade_id": "w2-predict", "grade": true, "points": 2}
check("w2-predict", predict)

# %% [markdown] id="w2-predict-hint"
# <details><summary>Hint 1</summary>
#
# You have a function for the probabilities. What does a comparison such as `>` give when one side is an
# array?
#
# </details>
# <details><summary>Hint 2</summary>
#
# An `if` can't decide for a whole row; the comparison itself does it, entry by entry, with True and False.
#
# </details>
# <details><summary>Hint 3</summary>
#
# `.astype(int)` makes 1 and 0 of True and False. Mind the brackets: first compare, then convert.
#
# </details>

# %% [markdown] id="w2-model-ask"
# ### The model
#
# The last exercise puts the week together: start at zeros, optimize on the training examples, predict on both
# sets, and count how often each is right. Accuracies are fractions, 0.8 for 80 per cent. The test examples
# are used for nothing but the last number: a classifier that has seen them, even once, is being asked about
# cases whose answers it knows.


# %% nbgrader={"grade_id": "w2-model-code", "solution": true}
def model(X_train, Y_train, X_test, Y_test, num_iterations, learning_rate):
    """Logistic regression from zeros to its two accuracies.

    X_train (n_x, m_train) and Y_train (1, m_train): to learn from; X_test (n_x, m_test) and Y_test (1, m_test):
    set aside; num_iterations, learning_rate: as in optimize.
    Returns a dict: "w" (n_x, 1), "b", "costs" (a list), and "train_accuracy" and "test_accuracy", the
    fractions of right decisions, from 0 to 1.
    """
    ### BEGIN SOLUTION
    w, b = initialize_with_zeros(X_train.shape[0])
    params, _, costs = optimize(w, b, X_train, Y_train, num_iterations, learning_rate)
    right_train = predict(params["w"], params["b"], X_train) == Y_train
    right_test = predict(params["w"], params["b"], X_test) == Y_test
    accuracies = {"train_accuracy": np.mean(right_train), "test_accuracy": np.mean(right_test)}
    return {**params, "costs": costs, **accuracies}
    ### END SOLUTION


# %% nbgrader={"grade_id": "w2-model", "grade": true, "points": 3}
check("w2-model", model)

# %% [markdown] id="w2-model-hint"
# <details><summary>Hint 1</summary>
#
# Three calls in a row: initialize_with_zeros with the number of features, optimize, and predict, the last one
# twice.
#
# </details>
# <details><summary>Hint 2</summary>
#
# The trained parameters are in the first thing that optimize returns. The w with which you started is still
# all zeros.
#
# </details>
# <details><summary>Hint 3</summary>
#
# The mean of True and False is the fraction of True. For each set, compare its predictions with its own
# labels, then take the mean.
#
# </details>

# %% [markdown] id="w2-cats-why"
# ## 10. Who is at the door?
#
# Time to open the box of pictures. First, what they are, plainly: **nobody photographed these animals.**
# Photographs of cats that may be handed on freely are hard to come by, so a script composed picture-book
# pages. It took black outlines of animals that someone gave away under a free licence, enlarged them, filled
# them with a coat colour, and set each before a simple scene of sky and ground. Half of the animals are cats;
# the others are bears, birds, cows, dogs, elephants, giraffes, horses and sheep. Each outline is used once,
# and no outline of the test set has its mirror image or a near copy among the training pictures. How hard the
# pictures are was chosen too: most animals are dark in a light scene, some are light in a dark one.
# (`datasets/README.md` tells the whole story. The pictures lie in two files in the format HDF5, which is made
# for large arrays with names. If you own the classic files `train_catvnoncat.h5` and `test_catvnoncat.h5`,
# photographs in the same format, put them into `datasets/catvnoncat`, and all cells below use them. The
# animals I speak of are then others.)

# %% id="w2-cats" tags=["demo"]
from lib.data import load_cats

pictures_train, Y_train, pictures_test, Y_test, classes = load_cats()
print("to learn from:", pictures_train.shape, " set aside:", pictures_test.shape)
print(f"cats among them: {Y_train.mean():.1%} and {Y_test.mean():.1%}")
shown = slice(120, 144)  # 24 in which both kinds of scene come with cats and without
display(cats.show_pictures(pictures_train[shown], [classes[label] for label in Y_train[0, shown]]))

# %% [markdown] id="w2-cats-prepare"
# Each picture becomes a column, by your `as_column`, and each of the 12288 features is standardized, by your
# `standardize`. The test pictures are treated with the mean and the deviation of the training pictures, and
# there is your broadcasting again: (12288, m) minus (12288, 1).
#
# The first number to beat is what you get without looking: always give the more frequent answer. (This cell
# and the next two that draw curves train the model, which takes from a few seconds to half a minute each.)


# %% id="w2-cats-train" tags=["demo"]
def columns_of(pictures):
    """Pictures (m, 64, 64, 3) as the columns of a matrix (12288, m), numbers from 0 to 1."""
    return np.hstack([as_column(picture.ravel()) for picture in pictures]) / 255


def cat_data():
    """The training and test pictures as standardized columns, with the mean and deviation used."""
    if "X_train" not in kept:
        X_train, mean, deviation = standardize(columns_of(pictures_train))
        X_test = (columns_of(pictures_test) - mean) / deviation
        kept.update(X_train=X_train, X_test=X_test, mean=mean, deviation=deviation)
    return kept


def cat_model():
    """The same with a model trained on them: its w, b, costs and accuracies."""
    data = cat_data()
    if "w" not in kept:
        sets = data["X_train"], Y_train, data["X_test"], Y_test
        kept.update(model(*sets, num_iterations=400, learning_rate=0.001))
    return kept


kept = {}  # what takes a while is done once; run this cell again after you have changed a function
with once_written():
    cat = cat_model()
    guess = max(Y_test.mean(), 1 - Y_test.mean())
    print(f"without looking, right on the test pictures: {guess:.1%}")
    print(f"trained, right on the test pictures:         {cat['test_accuracy']:.1%}")
    print(f"trained, right on those it learned from:     {cat['train_accuracy']:.1%}")

# %% [markdown] id="w2-cats-read"
# So it has learned something, and by no means everything. Which of the two accuracies do you report? As with
# the penguins: the one on examples that it has not seen. How do the two move as training goes on?

# %% id="w2-cats-learning" tags=["demo"]
steps, on_train, on_test, costs = [], [], [], []
with once_written():
    cat = cat_data()
    w, b = initialize_with_zeros(len(cat["X_train"]))
    for step in range(40, 401, 40):
        params, grads, more = optimize(w, b, cat["X_train"], Y_train, num_iterations=40, learning_rate=0.001)
        w, b = params["w"], params["b"]
        costs += more
        steps.append(step)
        on_train.append(np.mean(predict(w, b, cat["X_train"]) == Y_train))
        on_test.append(np.mean(predict(w, b, cat["X_test"]) == Y_test))
    display(cats.plot_learning(costs, steps, on_train, on_test))

# %% [markdown] id="w2-cats-learning-read"
# The cost still falls when you stop, and more steps would press it down further. But compare the two curves
# on the right. Once the training accuracy goes on climbing and the test accuracy no longer follows, the model
# is learning things that are true of these very pictures and of no others. With 12288 weights it has more
# than enough room for that. It is called **overfitting**, and it is why the test pictures must stay out of
# the training.
#
# ### Several learning rates
#
# How bold may a step be? The same start and the same pictures, with four learning rates. What do you expect
# of the largest? Remember the bowl of week 1, where one path jumped across the valley and landed higher than
# it had started.

# %% id="w2-cats-rates" tags=["demo"]
runs = {}
with once_written():
    cat = cat_data()
    for rate in [0.0001, 0.001, 0.003, 0.02]:
        w, b = initialize_with_zeros(len(cat["X_train"]))
        runs[rate] = optimize(w, b, cat["X_train"], Y_train, num_iterations=100, learning_rate=rate)[2]
        print(f"learning rate {rate:g}: last cost {runs[rate][-1]:.3f}, highest {max(runs[rate]):.3f}")
    display(cats.plot_rates(runs))

# %% [markdown] id="w2-cats-rates-read"
# A line that leaves the picture at the top belongs to steps that are far too long. One that jumps up first
# and then comes down spends most of its steps on repairing the damage. And one that hardly falls is only
# slow, which costs nothing but patience.
#
# A lower cost after 100 steps is no promise of a better classifier: the cost is that of the training
# pictures. It only tells how fast one gets down. The rate is one of those numbers that gradient descent can't
# find for you. Such numbers are called hyperparameters, and week 4 has more about them.
#
# ### What has it learned?
#
# There is one weight for each of the 12288 numbers in a picture. So the weights can be laid out as a picture
# themselves. Where a weight is positive, brightness speaks for a cat; where it is negative, brightness speaks
# against.

# %% id="w2-cats-weights" tags=["demo"]
with once_written():
    cat = cat_model()
    display(cats.show_weights(cat["w"], cat["mean"]))

# %% [markdown] id="w2-cats-weights-read"
# Do you see an outline in it? The score of a picture is the dot product of these weights with the picture, a
# single stencil laid over every page of the book. Logistic regression has no notion of an ear. It knows that in
# cat pictures this place tends to be darker and that one lighter than usual.
#
# In the course's own pictures, look at the violet band just above the ground, rows 46 to 53 from the top.
# Many of the other animals stand, and between their legs the scene shows through. Most cats sit or lie, and
# nothing does. So in light scenes the middle of that band is brighter without a cat, at 0.54 of full
# brightness on average, against 0.42 with one. The classifier leans on it: set the weights of these eight
# rows to zero, and 63 per cent of the test pictures are decided rightly in place of 77.
#
# A cat that sits somewhere else gets the wrong end of the stencil. So does a light cat before a dark hill where
# most cats are dark: one and the same weight can't welcome brightness in one picture and darkness in the next.
# That takes several stencils and something that combines them: a hidden layer.
#
# ### Where it fails
#
# The number of mistakes says less than the mistakes themselves. Here are the test pictures about which the
# classifier was most certain and wrong, each with its true class and the probability it gave for a cat.

# %% id="w2-cats-wrong" tags=["demo"]
with once_written():
    cat = cat_model()
    A = activation(cat["w"], cat["b"], cat["X_test"])
    wrong = np.flatnonzero(predict(cat["w"], cat["b"], cat["X_test"]) != Y_test)
    worst = wrong[np.argsort(-np.abs(A - Y_test)[0, wrong])][:12]
    missed = np.sum(Y_test[0, wrong] == 1)
    print(f"{len(wrong)} of {Y_test.size} wrong: {missed} cats kept out, {len(wrong) - missed} others let in")
    titles = [f"{classes[Y_test[0, i]]}, a = {A[0, i]:.2f}" for i in worst]
    display(cats.show_pictures(pictures_test[worst], titles, columns=6))

# %% [markdown] id="w2-cats-wrong-read"
# In the course's own pictures, look at the light animals before a night sky. What does a stencil that was made
# for dark animals do with them? Think of the violet band before you unfold the answer.
#
# <details><summary>An answer, with numbers</summary>
#
# It reads them the wrong way round. Take the weights of the rows 46 to 53 alone, that band. In the light
# scenes of the test set they add 0.83 to a cat's score on average and take 0.85 from another animal's. In the
# dark scenes they take 1.31 from a cat's and add 0.74 to another animal's. With all weights, 83 per cent of
# the 315 light scenes are decided rightly, and 55 per cent of the 85 dark ones, hardly more than by tossing a
# coin.
#
# </details>
#
# A cat kept out in the rain and a bear let into the kitchen are different mistakes, and accuracy counts them
# as one. Whoever builds a real flap would decide which is worse and move the threshold away from one half
# accordingly.
#
# ### Your own picture
#
# Put the name of a picture file between the quotation marks, for example a photograph of a cat that you have
# copied into the folder of this notebook. Its middle square is shrunk to 64 by 64 pixels and treated like the
# others. Without a path the cell takes the little house from week 1.

# %% id="w2-cats-own" tags=["demo"]
path = ""  # for example "my_cat.jpg"

mine = cats.open_picture(path) if path else pictures.scene(hour=8)
with once_written():
    cat = cat_model()
    x = (columns_of(mine.reshape(1, 64, 64, 3)) - cat["mean"]) / cat["deviation"]
    display(cats.show_answer(mine, activation(cat["w"], cat["b"], x).item()))

# %% [markdown] id="w2-cats-own-read"
# Don't take that answer seriously, whatever it was. The classifier has seen picture-book outlines in one
# style. It has never seen a photograph, a house, a cat's face, or two animals at once, and it has no way to
# say *I don't know this*: the sigmoid gives a number for everything. Even if your cat was recognized, one
# right answer out of one proves as little as one wrong one. A classifier is worth something on pictures of
# the kind it was trained and tested on. On anything else nobody has measured it.

# %% [markdown] id="w2-summary"
# ## Summary
#
# A loop over numbers in Python pays for its overhead at every turn; one operation on whole arrays pays once.
# `*` multiplies entry by entry, `@` takes rows with columns, and `np.dot` is the dot product for vectors and
# the matrix product for matrices. Broadcasting aligns shapes at the right, fills up with ones on the left,
# and stretches ones. The axis you name disappears, unless `keepdims` leaves a 1 in its place. An array of
# shape (5,) is neither a row nor a column; make true columns, and assert what you believe. For logistic
# regression $Z = w^T X + b$, $A = \sigma(Z)$, $dZ = A - Y$, $dw = \frac{1}{m} X\, dZ^T$, $db$ the mean of
# $dZ$: the numbers of the two loops, at a fraction of the time. One stencil of weights can tell many cats
# from other animals, and by no means all.

# %% [markdown] id="w2-quiz-summary-ask"
# ### Quiz: the whole week
#
# **1.** Someone keeps the weights in an array of shape (12288,). $X$ has shape (12288, 200). Which shape has
# `np.dot(w.T, X) + 0.5`?
#
# - **a** (1, 200)
# - **b** (200, 1)
# - **c** (200,)
# - **d** none, it is an error
#
# **2.** $A$ has shape (1, 100), but $Y$ was loaded with shape (100, 1). What does `A - Y` do?
#
# - **a** it gives shape (1, 100): NumPy turns $Y$ round
# - **b** it raises an error
# - **c** it gives shape (100, 1)
# - **d** it gives shape (100, 100), without a word
#
# **3.** The scores of one example are 1001, 1002 and 1000; those of another are 1, 2 and 0. What does a
# stable softmax make of the two?
#
# - **a** the same probabilities
# - **b** nan for the first, ordinary probabilities for the second
# - **c** the first are nearly 1 and 0, since the scores are so large
# - **d** three times one third for the first, as the scores hardly differ
#
# **4.** Two pictures with label 1. The program gives one of them $a = 0.99$ and the other $a = 0.2$. How do
# their contributions to $db$ compare?
#
# - **a** they are equal, because the labels are
# - **b** the second is 80 times as large as the first
# - **c** the first is about 5 times as large as the second
# - **d** they have opposite signs
#
# **5.** `table` has shape (3, 4). Someone wants every **row** to add up to 1 and writes
# `table / table.sum(axis=1)`. What happens?
#
# - **a** each row adds up to 1
# - **b** each column adds up to 1
# - **c** an error: (3, 4) and (3,) don't fit together
# - **d** everything adds up to 1
#
# **6.** A classifier is right for 99 % of its 200 training pictures and for 70 % of 50 others. What do you
# report, and what has happened?
#
# - **a** 99 %; the other pictures happen to be harder
# - **b** 70 %; part of what it learned holds only for the pictures it has seen
# - **c** 84.5 %, the mean; that is fair to both
# - **d** 93 %; all 250 pictures count the same

# %% nbgrader={"grade_id": "w2-quiz-summary-code", "solution": true}
# A dict: {"1": "...", "2": "...", "3": "...", "4": "...", "5": "...", "6": "..."}
### BEGIN SOLUTION
summary = {"1": "c", "2": "d", "3": "a", "4": "b", "5": "c", "6": "b"}
### END SOLUTION

# %% nbgrader={"grade_id": "w2-quiz-summary", "grade": true, "points": 4}
check("w2-quiz-summary", summary)

# %% id="w2-progress" tags=["demo"]
from lib.progress import progress

progress()  # the best that your checks have seen, in all weeks

# %% [markdown] id="w2-next"
# ## Where to go next
#
# One neuron is one stencil. What if several neurons look at the picture, each with its own weights, and
# another one listens to them all? That is the drawing from the first page of week 1, and you now have every
# tool it needs: the weights of several neurons are several rows, a row becomes a matrix, $w^T X + b$ becomes
# $W X + b$, and broadcasting adds a column of biases. **Week 3: shallow networks** builds it, works out its
# gradients, and begins with data that no straight line can separate.
#
# What comes back most from this week is section 5 and the shapes of section 8. If they still feel slippery,
# take a table of 2 by 3 on paper and sum it in both directions, with keepdims and without.
