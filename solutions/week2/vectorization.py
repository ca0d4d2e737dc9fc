# %% [markdown] id="w2-title"
# # Week 2: vectorization and broadcasting
#
# (Skeleton: prose and pictures follow. Functions, docstrings, solutions and quizzes are meant to stay.)

# %% id="w2-imports"
import numpy as np
from IPython.display import display

from lib.check import check
from lib.waiting import once_written


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

# %% [markdown] id="w2-quiz-products-ask"
# ### Quiz: which shape?
#
# `P` has shape (2, 3), `Q` has shape (3, 2), `R` has shape (2, 3).
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
# Answers: **a** (2, 2), **b** (2, 3), **c** (3, 2), **d** (3, 3), **e** an error.

# %% nbgrader={"grade_id": "w2-quiz-products-code", "solution": true}
# A dict: {"1": "...", "2": "...", "3": "...", "4": "...", "5": "...", "6": "...", "7": "..."}
### BEGIN SOLUTION
product_shapes = {"1": "b", "2": "e", "3": "a", "4": "d", "5": "e", "6": "c", "7": "a"}
### END SOLUTION

# %% nbgrader={"grade_id": "w2-quiz-products", "grade": true, "points": 1}
check("w2-quiz-products", product_shapes)


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

# %% [markdown] id="w2-quiz-axis-ask"
# ### Quiz: which axis?
#
# `table` has shape (3, 4): three nutrients (rows), four foods (columns).
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

# %% [markdown] id="w2-quiz-rank-one-ask"
# ### Quiz: the three vectors
#
# `v` has shape (5,), `column` has shape (5, 1), `row` has shape (1, 5). What is the shape of each?
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

# %% [markdown] nbgrader={"grade_id": "w2-written-broadcast-question", "locked": true}
# ### In your own words: why b fits
#
# (Question and marking scheme follow.)
#
# <!-- BEGIN MARK SCHEME -->
# One point each:
# <!-- END MARK SCHEME -->

# %% [markdown] nbgrader={"grade_id": "w2-written-broadcast", "grade": true, "solution": true, "points": 3}
# <!-- BEGIN SOLUTION -->
# ...
# <!-- END SOLUTION -->


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

# %% [markdown] nbgrader={"grade_id": "w2-written-gradient-question", "locked": true}
# ### In your own words: the sum inside a product
#
# (Question and marking scheme follow.)
#
# <!-- BEGIN MARK SCHEME -->
# One point each:
# <!-- END MARK SCHEME -->

# %% [markdown] nbgrader={"grade_id": "w2-written-gradient", "grade": true, "solution": true, "points": 4}
# <!-- BEGIN SOLUTION -->
# ...
# <!-- END SOLUTION -->


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
