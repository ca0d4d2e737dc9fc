"""Computation graphs."""

import numpy as np

from autograder.spec import Exercise


def _graph_inputs(rng):
    """The lecture's numbers, a negative one, and any: no two alike, none 0 or 1."""
    yield 5.0, 3.0, 2.0
    yield 4.0, -2.0, 7.0
    yield tuple(rng.uniform((1.2, 2.2, 3.2), (2, 3, 4)))
    yield tuple(rng.uniform((-4, 2.2, 1.2), (-3, 3, 2)))


graph_forward = Exercise("w1-graph-forward")
graph_forward.part("values from left to right")(_graph_inputs)


@graph_forward.mistake(
    "u is the product of b and c, and here it is their sum: 5 in place of 6 for b = 3, c = 2. All that "
    "follows is off with it."
)
def sum_for_product(a, b, c):
    return {"u": b + c, "v": a + b + c, "J": 3 * (a + b + c)}


@graph_forward.mistake("v is the sum of a and u, and here it is their product: 30 in place of 11 for a = 5, u = 6.")
def product_for_sum(a, b, c):
    return {"u": b * c, "v": a * b * c, "J": 3 * a * b * c}


@graph_forward.mistake("The last step is missing: J is three times v.")
def three_forgotten(a, b, c):
    return {"u": b * c, "v": a + b * c, "J": a + b * c}


@graph_forward.mistake("Only a is multiplied by 3. J is three times the whole of v: 33 for a = 5, b = 3, c = 2.")
def three_on_a_only(a, b, c):
    return {"u": b * c, "v": a + b * c, "J": 3 * a + b * c}


@graph_forward.mistake("J is three times v, and here it is v to the third power.")
def cubed(a, b, c):
    return {"u": b * c, "v": a + b * c, "J": (a + b * c) ** 3}


@graph_forward.mistake("a and c have changed places: u multiplies b and c, and a is what is added to it.")
def wrong_pair(a, b, c):
    return {"u": a * b, "v": a * b + c, "J": 3 * (a * b + c)}


@graph_forward.mistake("a has dropped out on the way: J is three times v, and v contains a.")
def a_dropped(a, b, c):
    return {"u": b * c, "v": a + b * c, "J": 3 * b * c}


@graph_forward.mistake("3 is added to v, and v is to be multiplied by it: 33 for v = 11.")
def three_added(a, b, c):
    return {"u": b * c, "v": a + b * c, "J": a + b * c + 3}


@graph_forward.mistake("u and v have changed places: u is the product of b and c, and v is what comes of adding a.")
def names_exchanged(a, b, c):
    return {"u": a + b * c, "v": b * c, "J": 3 * (a + b * c)}


@graph_forward.mistake(
    "b is added to a before c multiplies, so c reaches a too. In a + bc the product comes first, and it is there as u."
)
def sum_before_product(a, b, c):
    return {"u": b * c, "v": (a + b) * c, "J": 3 * (a + b) * c}


@graph_forward.mistake(
    "These are the values for a = 5, b = 3, c = 2, the text's example. They change with the arguments."
)
def text_example_forward(a, b, c):
    return {"u": 6.0, "v": 11.0, "J": 33.0}


@graph_forward.variant
def step_by_step(a, b, c):
    values = {}
    values["u"] = np.multiply(b, c)
    values["v"] = np.add(a, values["u"])
    values["J"] = 3 * values["v"]
    return values


@graph_forward.variant
def multiplied_out(a, b, c):
    return {"J": 3 * a + 3 * b * c, "v": c * b + a, "u": c * b}


@graph_forward.variant
def arrays_and_more_entries(a, b, c):
    u = np.array([[b]]) @ np.array([[c]])
    return {"a": a, "b": b, "c": c, "u": u, "v": a + u, "J": sum([a + u] * 3)}


graph_backward = Exercise("w1-graph-backward")
graph_backward.part("derivatives from right to left", weights={"db": 3, "dc": 3})(_graph_inputs)  # the others: always 3


@graph_backward.mistake(
    "These are the local slopes: how u changes with b, how v changes with a. How J changes with b is the "
    "product of all slopes along the path from J back to b, and J's own step, 3, is one of them."
)
def local_slopes(a, b, c):
    return {"dv": 3.0, "du": 1.0, "da": 1.0, "db": c, "dc": b}


@graph_backward.mistake("db and dc are exchanged. u = b c: when b grows by 1, u grows by c.")
def b_and_c_exchanged(a, b, c):
    return {"dv": 3.0, "du": 3.0, "da": 3.0, "db": 3 * b, "dc": 3 * c}


@graph_backward.mistake(
    "The slope that arrives at u is handed on to b and c as it is. Each passes a multiplication on the way: "
    "when b grows by 1, u grows by more than 1."
)
def handed_on_unchanged(a, b, c):
    return {"dv": 3.0, "du": 3.0, "da": 3.0, "db": 3.0, "dc": 3.0}


@graph_backward.mistake(
    "Along a path slopes are multiplied, and here they are added. At b = 3, c = 2, du = 3 and the slope of "
    "u in b is 2: so db is 6, not 5."
)
def slopes_added(a, b, c):
    return {"dv": 3.0, "du": 3.0, "da": 3.0, "db": 3 + c, "dc": 3 + b}


@graph_backward.mistake(
    "Each slope is multiplied by the node's own value. A derivative says by how much J grows when the node "
    "grows by 1; for v that is 3, whatever v is."
)
def values_multiplied(a, b, c):
    u, v = b * c, a + b * c
    return {"dv": 3 * v, "du": 3 * u, "da": 3 * a, "db": 3 * u, "dc": 3 * u}


@graph_backward.mistake(
    "The journey starts at 1 and never passes J = 3 v: every result is a third of what it should be."
)
def three_never_passed(a, b, c):
    return {"dv": 1.0, "du": 1.0, "da": 1.0, "db": c, "dc": b}


@graph_backward.mistake(
    "db and dc are the slopes of u alone, c and b. Before them on the way back lies the slope that arrives at u, and "
    "the two are multiplied."
)
def slope_of_u_alone(a, b, c):
    return {"dv": 3.0, "du": 3.0, "da": 3.0, "db": c, "dc": b}


@graph_backward.mistake(
    "db and dc both hold the product of b and c, which is u itself. How much u grows with b is the other factor alone."
)
def both_factors(a, b, c):
    return {"dv": 3.0, "du": 3.0, "da": 3.0, "db": 3 * b * c, "dc": 3 * b * c}


@graph_backward.mistake(
    "db and dc pass the 3 twice. It lies once on the way from J to u, and du has it already; da is on another path."
)
def three_passed_twice(a, b, c):
    return {"dv": 3.0, "du": 3.0, "da": 3.0, "db": 9 * c, "dc": 9 * b}


@graph_backward.mistake("du is multiplied by u or by one of its factors. v = a + u: when u grows by 1, v grows by 1.")
def du_with_a_factor(a, b, c):
    return {"dv": 3.0, "du": 3 * b * c, "da": 3.0, "db": 3 * c, "dc": 3 * b}


@graph_backward.mistake(
    "du is multiplied by c, which belongs one step further back. v = a + u: when u grows by 1, v grows by 1."
)
def du_with_c(a, b, c):
    return {"dv": 3.0, "du": 3 * c, "da": 3.0, "db": 3 * c * c, "dc": 3 * c * b}


@graph_backward.mistake("da is multiplied by a. v = a + u: when a grows by 1, v grows by 1, wherever a is.")
def da_with_a(a, b, c):
    return {"dv": 3.0, "du": 3.0, "da": 3 * a, "db": 3 * c, "dc": 3 * b}


@graph_backward.mistake(
    "Each step adds its local slope to what arrives: du is 4 in place of 3. On the way back slopes are multiplied."
)
def every_slope_added(a, b, c):
    return {"dv": 3.0, "du": 4.0, "da": 4.0, "db": 4 + c, "dc": 4 + b}


@graph_backward.mistake("dv holds the value of v. J = 3v is a straight line in v: its slope is the same wherever v is.")
def value_of_v(a, b, c):
    dv = 3 * (a + b * c)
    return {"dv": dv, "du": dv, "da": dv, "db": dv * c, "dc": dv * b}


@graph_backward.mistake("These are the values in the graph. Asked is how fast J changes with each of them.")
def values_for_derivatives(a, b, c):
    return {"dv": a + b * c, "du": b * c, "da": a, "db": b, "dc": c}


@graph_backward.mistake("The slopes are upside down: when v grows by 1, J grows by 3, not by a third.")
def slopes_upside_down(a, b, c):
    return {"dv": 1 / 3, "du": 1 / 3, "da": 1 / 3, "db": 1 / (3 * c), "dc": 1 / (3 * b)}


@graph_backward.mistake(
    "db and dc are those of a = 5, b = 3, c = 2, the text's example. They change with b and c: take the arguments."
)
def text_example_backward(a, b, c):
    return {"dv": 3.0, "du": 3.0, "da": 3.0, "db": 6.0, "dc": 9.0}


@graph_backward.variant
def node_by_node(a, b, c):
    dv = 3.0
    du, da = dv * 1, dv * 1
    return {"dc": du * b, "db": du * c, "da": da, "du": du, "dv": dv}


@graph_backward.variant
def nudged(a, b, c):
    h = 1e-5
    J = lambda a, u: 3 * (a + u)  # noqa: E731
    rise = {"db": J(a, (b + h) * c), "dc": J(a, b * (c + h)), "da": J(a + h, b * c), "du": J(a, b * c + h)}
    return {name: (moved - J(a, b * c)) / h for name, moved in rise.items()} | {"dv": 3}


@graph_backward.variant
def slopes_as_arrays(a, b, c):
    db, dc = 3 * np.array([c, b])
    return {"dv": np.array(3), "du": np.array([3]), "da": np.array([[3.0]]), "db": db, "dc": dc}


two_paths = Exercise("w1-two-paths")


@two_paths.part("b reaches J on two paths")
def _(rng):
    yield 1.0, 2.0, 3.0
    yield 4.0, -3.0, 7.0
    yield tuple(rng.uniform((0.3, 2.2, 3.2), (0.8, 3, 4)))
    yield tuple(rng.uniform((3.2, 1.2, -4), (4, 2, -3)))


@two_paths.mistake("b reaches J on two paths, and only the one through p is counted in db.")
def through_p_only(a, b, c):
    return {"da": b * c, "db": b * c, "dc": (a + b) * b}


@two_paths.mistake("b reaches J on two paths, and only the one through q is counted in db.")
def through_q_only(a, b, c):
    return {"da": b * c, "db": (a + b) * c, "dc": (a + b) * b}


@two_paths.mistake(
    "The two paths to b are multiplied. Slopes are multiplied along one path; the paths themselves are added."
)
def paths_multiplied(a, b, c):
    return {"da": b * c, "db": b * c * (a + b) * c, "dc": (a + b) * b}


@two_paths.mistake("db is the mean of its two paths. A nudge of b is felt on both at once, so they are added.")
def paths_averaged(a, b, c):
    return {"da": b * c, "db": (b * c + (a + b) * c) / 2, "dc": (a + b) * b}


@two_paths.mistake(
    "At the product J = p q the slopes are exchanged: when p grows by 1, J grows by q, and the other way round."
)
def p_and_q_exchanged(a, b, c):
    return {"da": a + b, "db": (a + b) + b * c * c, "dc": b * c * b}


@two_paths.mistake("These are the slopes of p and q. Each still has to be multiplied by how J changes with p or q.")
def first_step_only(a, b, c):
    return {"da": 1.0, "db": 1 + c, "dc": b}


@two_paths.mistake(
    "The slopes that arrive at q are handed on as they are. q = b c: on the way back to b they are "
    "multiplied by c, on the way back to c by b."
)
def last_step_forgotten(a, b, c):
    return {"da": b * c, "db": b * c + (a + b), "dc": a + b}


@two_paths.mistake(
    "At q = b c the local slopes are exchanged: when b grows by 1, q grows by c, and the other way round."
)
def local_slopes_of_q_exchanged(a, b, c):
    return {"da": b * c, "db": b * c + (a + b) * b, "dc": (a + b) * c}


@two_paths.mistake("On the path through q one slope is missing: how J changes with q, which is p.")
def p_missing_behind_q(a, b, c):
    return {"da": b * c, "db": b * c + c, "dc": b}


@two_paths.mistake("db and dc have changed places. b is in both p and q, so db is the one with two paths.")
def b_and_c_exchanged_at_the_end(a, b, c):
    return {"da": b * c, "db": (a + b) * b, "dc": b * c + (a + b) * c}


@two_paths.mistake(
    "The second path is subtracted from the first. Both nudge J in their own way, and the two are added."
)
def paths_subtracted(a, b, c):
    return {"da": b * c, "db": b * c - (a + b) * c, "dc": (a + b) * b}


@two_paths.mistake("dc stops at q. q = b c: one step further back to c, the slope is multiplied by b.")
def dc_stopped_at_q(a, b, c):
    return {"da": b * c, "db": b * c + (a + b) * c, "dc": a + b}


@two_paths.mistake(
    "db stops at q on its second path. q = b c: one step further back to b, the slope is multiplied by c."
)
def db_stopped_at_q(a, b, c):
    return {"da": b * c, "db": b * c + (a + b), "dc": (a + b) * b}


@two_paths.mistake("dc is reached through q, and how J changes with q is p. Here q itself stands in its place.")
def q_for_p_on_the_way_to_c(a, b, c):
    return {"da": b * c, "db": b * c + (a + b) * c, "dc": b * c * b}


@two_paths.mistake("da is multiplied by a. p = a + b: when a grows by 1, p grows by 1, wherever a is.")
def a_multiplied(a, b, c):
    return {"da": b * c * a, "db": b * c + (a + b) * c, "dc": (a + b) * b}


@two_paths.mistake("The path through p is multiplied by b. p = a + b: when b grows by 1, p grows by 1.")
def b_multiplied_on_the_path_through_p(a, b, c):
    return {"da": b * c, "db": b * c * b + (a + b) * c, "dc": (a + b) * b}


@two_paths.mistake("These are the slopes of the graph before, J = 3(a + bc). Here J is the product of p and q.")
def the_graph_before(a, b, c):
    return {"da": 3.0, "db": 3 * c, "dc": 3 * b}


@two_paths.variant
def collected_path_by_path(a, b, c):
    p, q = a + b, b * c
    grad = {"da": 0.0, "db": 0.0, "dc": 0.0}
    grad["da"] += q
    grad["db"] += q
    grad["db"] += p * c
    grad["dc"] += p * b
    return grad


@two_paths.variant
def all_multiplied_out(a, b, c):
    return {"da": b * c, "db": a * c + 2 * b * c, "dc": a * b + b**2}


@two_paths.variant
def paths_as_matrices(a, b, c):
    local = np.array([[1.0, 1.0, 0.0], [0.0, c, b]])
    da, db, dc = (np.array([[b * c, a + b]]) @ local)[0]
    return {"da": da, "db": db, "dc": np.array([[dc]])}


@two_paths.variant
def nudged_to_both_sides(a, b, c):
    h = 1e-4
    J = lambda a, b, c: (a + b) * b * c  # noqa: E731
    return {
        "da": (J(a + h, b, c) - J(a - h, b, c)) / (2 * h),
        "db": (J(a, b + h, c) - J(a, b - h, c)) / (2 * h),
        "dc": (J(a, b, c + h) - J(a, b, c - h)) / (2 * h),
    }


directional_derivative = Exercise("w1-directional-derivative")


@directional_derivative.part("in all directions")
def _(rng):
    yield 3.0, 4.0, 0.0
    yield 3.0, 4.0, np.pi / 2
    yield 3.0, -4.0, np.pi
    yield 2.0, 5.0, np.pi / 6
    yield rng.uniform(1, 2), rng.uniform(-4, -3), rng.uniform(2, 3)


@directional_derivative.mistake(
    "Sine and cosine are exchanged. At theta = 0 the direction is east, so only df_dx should count."
)
def sine_and_cosine_exchanged(df_dx, df_dy, theta):
    return df_dx * np.sin(theta) + df_dy * np.cos(theta)


@directional_derivative.mistake("theta is already in radians; it is converted as if it were in degrees.")
def taken_for_degrees(df_dx, df_dy, theta):
    return df_dx * np.cos(np.radians(theta)) + df_dy * np.sin(np.radians(theta))


@directional_derivative.mistake(
    "The angle is taken from the gradient, so theta = 0 is the steepest direction. Here theta is measured from east."
)
def angle_from_the_gradient(df_dx, df_dy, theta):
    return np.hypot(df_dx, df_dy) * np.cos(theta)


@directional_derivative.mistake(
    "The second term is subtracted. A step in direction theta goes some way east and some way north, and "
    "both changes add up."
)
def second_term_subtracted(df_dx, df_dy, theta):
    return df_dx * np.cos(theta) - df_dy * np.sin(theta)


@directional_derivative.mistake(
    "Only the share of the way east is there. The step also goes north, by the sine of theta."
)
def east_only(df_dx, df_dy, theta):
    return df_dx * np.cos(theta)


@directional_derivative.mistake(
    "The two slopes are added without regard to the direction. Weight each with how far a step of length 1 "
    "goes along its axis."
)
def direction_ignored(df_dx, df_dy, theta):
    return df_dx + df_dy


@directional_derivative.mistake(
    "These are the two shares, of the way east and of the way north. The derivative is one number: their sum."
)
def shares_not_added(df_dx, df_dy, theta):
    return np.array([df_dx * np.cos(theta), df_dy * np.sin(theta)])


@directional_derivative.mistake(
    "theta is turned into degrees first. NumPy's sine and cosine take radians, and theta is in radians already."
)
def turned_into_degrees(df_dx, df_dy, theta):
    return df_dx * np.cos(np.degrees(theta)) + df_dy * np.sin(np.degrees(theta))


@directional_derivative.mistake(
    "This is the length of the gradient, the slope in the steepest direction. Here the direction is given: theta."
)
def length_of_the_gradient(df_dx, df_dy, theta):
    return np.hypot(df_dx, df_dy)


@directional_derivative.mistake(
    "Both slopes are weighted with the cosine. The cosine says how far the step goes to the east; to the north it "
    "goes by the sine."
)
def cosine_twice(df_dx, df_dy, theta):
    return (df_dx + df_dy) * np.cos(theta)


@directional_derivative.mistake(
    "Both slopes are weighted with the sine. The sine says how far the step goes to the north; to the east it goes "
    "by the cosine."
)
def sine_twice(df_dx, df_dy, theta):
    return (df_dx + df_dy) * np.sin(theta)


@directional_derivative.mistake(
    "Only the share of the way north is there. The step also goes east, by the cosine of theta."
)
def north_only(df_dx, df_dy, theta):
    return df_dy * np.sin(theta)


@directional_derivative.mistake(
    "The result is divided by the length of the gradient. The direction is to have length 1, which theta sees to; the "
    "gradient keeps its own."
)
def divided_by_the_length(df_dx, df_dy, theta):
    return (df_dx * np.cos(theta) + df_dy * np.sin(theta)) / np.hypot(df_dx, df_dy)


@directional_derivative.mistake(
    "The two shares are put together as in Pythagoras. They are changes of height along the same step: they add up, "
    "with their signs."
)
def shares_as_in_pythagoras(df_dx, df_dy, theta):
    return np.hypot(df_dx * np.cos(theta), df_dy * np.sin(theta))


@directional_derivative.mistake("The slope has lost its sign. Downhill it is negative.")
def always_uphill(df_dx, df_dy, theta):
    return abs(df_dx * np.cos(theta) + df_dy * np.sin(theta))


@directional_derivative.mistake(
    "The sign is turned round. This is how the height changes if you step in direction theta; against it you go only "
    "when descending."
)
def against_the_direction(df_dx, df_dy, theta):
    return -(df_dx * np.cos(theta) + df_dy * np.sin(theta))


@directional_derivative.mistake(
    "This is an angle, the direction of steepest ascent. The slope in direction theta is asked."
)
def steepest_direction(df_dx, df_dy, theta):
    return np.arctan2(df_dy, df_dx)


@directional_derivative.mistake("This is the mean of the two shares. One step makes both changes, so they add up.")
def shares_averaged(df_dx, df_dy, theta):
    return (df_dx * np.cos(theta) + df_dy * np.sin(theta)) / 2


@directional_derivative.mistake("The two shares are multiplied. One step makes both changes, so they add up.")
def shares_multiplied(df_dx, df_dy, theta):
    return df_dx * np.cos(theta) * df_dy * np.sin(theta)


@directional_derivative.variant
def with_math(df_dx, df_dy, theta):
    import math

    return df_dx * math.cos(theta) + df_dy * math.sin(theta)


@directional_derivative.variant
def dot_product(df_dx, df_dy, theta):
    return np.dot([df_dx, df_dy], [np.cos(theta), np.sin(theta)])


@directional_derivative.variant
def row_times_column(df_dx, df_dy, theta):
    return np.array([[df_dx, df_dy]]) @ np.array([[np.cos(theta)], [np.sin(theta)]])


@directional_derivative.variant
def angle_between(df_dx, df_dy, theta):
    return np.hypot(df_dx, df_dy) * np.cos(theta - np.arctan2(df_dy, df_dx))
