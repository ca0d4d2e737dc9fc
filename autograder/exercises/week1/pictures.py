"""Pictures as columns."""

import numpy as np

from autograder.exercises.drawing import labels
from autograder.spec import Exercise


def _picture(rng, *shape):
    """Random colours, none of them full: 255 would hide a division by the picture's own maximum."""
    return rng.integers(0, 250, size=(*shape, 3), dtype=np.uint8)


def _shade(grey, *shape):
    return np.full((*shape, 3), grey, dtype=np.uint8)


picture_to_column = Exercise("w1-picture-to-column")


@picture_to_column.part("one shade of grey: a column of numbers from 0 to 1")
def _(rng):
    yield (_shade(51, 2, 4),)
    yield (_shade(rng.integers(100, 240), 5, 2),)


@picture_to_column.part("every colour of every pixel in its place")
def _(rng):
    for height, width in ((2, 4), (5, 2), (4, 7), (1, 6)):
        yield (_picture(rng, height, width),)


@picture_to_column.mistake(
    "The numbers still run from 0 to 255. Divided by the largest value a pixel can have, they run from 0 to 1."
)
def not_scaled(picture):
    return picture.reshape(-1, 1)


@picture_to_column.mistake(
    "This is a row. A picture is to be one column: as many rows as there are numbers, and one column."
)
def row(picture):
    return picture.reshape(1, -1) / 255


@picture_to_column.mistake(
    "This array has one dimension only: shape (24,), say, where (24, 1) is asked. A column has two, and the "
    "second is 1."
)
def one_dimension(picture):
    return picture.flatten() / 255


@picture_to_column.mistake(
    "All reds come first here, then all greens, then all blues. NumPy's own order, which is asked, keeps "
    "the three numbers of a pixel together: so move no axis before you reshape."
)
def colours_apart(picture):
    return picture.transpose(2, 0, 1).reshape(-1, 1) / 255


@picture_to_column.mistake(
    "Pixels are read down the columns of the picture, not along its rows. That happens with .T or order='F' "
    "before or in the reshape; NumPy's own order needs neither."
)
def read_downwards(picture):
    return picture.T.reshape(-1, 1) / 255


@picture_to_column.mistake("Height and width are exchanged before the picture is laid out. Leave the axes as they are.")
def axes_exchanged(picture):
    return picture.transpose(1, 0, 2).reshape(-1, 1) / 255


@picture_to_column.mistake(
    "Each row here is one pixel with its three colours. The colours go into the column too: height x width "
    "x 3 rows, one number in each."
)
def three_columns(picture):
    return picture.reshape(-1, 3) / 255


@picture_to_column.mistake(
    "Divided by 256, white would be 0.996. There are 256 values, but the largest of them is 255."
)
def divided_by_256(picture):
    return picture.reshape(-1, 1) / 256


@picture_to_column.mistake(
    "Each picture is divided by its own brightest number, so a dark picture and a bright one look alike. "
    "Divide all by the same: the largest value a pixel can have."
)
def own_maximum(picture):
    return picture.reshape(-1, 1) / picture.max()


@picture_to_column.mistake(
    "Everything below 255 has become 0: either // divided without a remainder, or the result was turned "
    "back into integers. The fractions are what is wanted."
)
def fractions_lost(picture):
    return picture.reshape(-1, 1) // 255


@picture_to_column.mistake(
    "The numbers are scaled, but they still stand as a picture, in three dimensions. Lay them out in one column."
)
def still_a_picture(picture):
    return picture / 255


@picture_to_column.mistake(
    "Often this error means a reshape to a fixed number of rows, such as 12288, which fits pictures of 64 x "
    "64 only. Take the sizes from the picture's shape, or let NumPy find the number of rows."
)
def always_64_by_64(picture):
    return picture.reshape(12288, 1) / 255


@picture_to_column.mistake(
    "/= writes its result into the picture's own array, which can hold whole numbers only. Divide into a new array."
)
def divided_in_place(picture):
    picture /= 255
    return picture.reshape(-1, 1)


@picture_to_column.mistake("The numbers are divided by 255 twice, and now run from 0 to 0.004. Once is enough.")
def scaled_twice(picture):
    return picture.reshape(-1, 1) / 255 / 255


@picture_to_column.mistake("The numbers are multiplied by 255. They are to shrink to the range from 0 to 1: divide.")
def multiplied_by_255(picture):
    return picture.reshape(-1, 1) * 255


@picture_to_column.mistake("Only the reds are in the column. All three colours belong in it: height x width x 3 rows.")
def reds_only(picture):
    return picture[:, :, 0].reshape(-1, 1) / 255


@picture_to_column.mistake(
    "The colours of each pixel stand in reverse: blue, green, red. They go into the column as they come."
)
def colours_reversed(picture):
    return picture[:, :, ::-1].reshape(-1, 1) / 255


@picture_to_column.mistake("The numbers are sorted. Each has to stay in its place, or the picture is lost.")
def sorted_numbers(picture):
    return np.sort(picture.reshape(-1, 1) / 255, axis=0)


@picture_to_column.mistake(
    "There are three dimensions, the last of them 1 too. A column has two: rows, and one column."
)
def column_of_three_dimensions(picture):
    return picture.reshape(-1, 1, 1) / 255


@picture_to_column.mistake(
    "Each row here is one row of the picture. A column has one number in each row: height x width x 3 rows."
)
def one_row_for_each_row(picture):
    return picture.reshape(len(picture), -1) / 255


@picture_to_column.variant
def reshape_with_sizes(picture):
    height, width, channels = picture.shape
    return (picture / 255).reshape((height * width * channels, 1))


@picture_to_column.variant
def three_loops(picture):
    column = []
    for row in range(picture.shape[0]):
        for place in range(picture.shape[1]):
            for channel in range(3):
                column.append([int(picture[row, place, channel]) / 255])
    return np.array(column)


@picture_to_column.variant
def ravel_and_new_axis(picture):
    return picture.ravel()[:, np.newaxis] * (1 / 255)


@picture_to_column.variant
def transposed_row(picture):
    return (picture.astype(np.float32).reshape(1, -1) / 255.0).T


@picture_to_column.variant
def stacked_rows(picture):
    return np.vstack([number for row in picture for pixel in row for number in pixel]) / 255


pictures_to_matrix = Exercise("w1-pictures-to-matrix")


@pictures_to_matrix.part("one shade of grey a picture: a column for each")
def _(rng):
    for m, height, width in ((4, 2, 5), (5, 4, 2)):
        shades = rng.choice(np.arange(20, 240), size=m, replace=False)
        yield np.stack([_shade(shade, height, width) for shade in shades]), labels(rng, m)


@pictures_to_matrix.part("every colour of every pixel in its place")
def _(rng):
    for m, height, width in ((5, 2, 4), (7, 4, 2), (8, 1, 6)):
        yield _picture(rng, m, height, width), labels(rng, m)


@pictures_to_matrix.mistake(
    "The shape is right and the columns are not pictures. Reshaped straight to m columns, two pictures of "
    "four numbers, 1 2 3 4 and 5 6 7 8, give the columns 1 3 5 7 and 2 4 6 8. First lay each picture out as "
    "a row, then turn rows into columns."
)
def reshaped_without_transpose(pictures, labels):
    return pictures.reshape(-1, len(pictures)) / 255, labels.reshape(1, -1)


@pictures_to_matrix.mistake(
    "Each picture is a row of X. In this course examples are columns, so X has as many columns as there are pictures."
)
def pictures_as_rows(pictures, labels):
    return pictures.reshape(len(pictures), -1) / 255, labels.reshape(1, -1)


@pictures_to_matrix.mistake("X still runs from 0 to 255. Divide by the largest value a pixel can have.")
def not_scaled_at_all(pictures, labels):
    return pictures.reshape(len(pictures), -1).T, labels.reshape(1, -1)


@pictures_to_matrix.mistake(
    "Y has one dimension, shape (m,), and .T leaves such an array as it is. It is to be a row: shape (1, m)."
)
def labels_unchanged(pictures, labels):
    return pictures.reshape(len(pictures), -1).T / 255, labels.T


@pictures_to_matrix.mistake(
    "Y is a column here. Each example is a column of X, so its label stands in the same column of Y: one "
    "row, m columns."
)
def labels_as_a_column(pictures, labels):
    return pictures.reshape(len(pictures), -1).T / 255, labels.reshape(-1, 1)


@pictures_to_matrix.mistake(
    "Each column holds one picture, with its numbers in another order. That comes of .T on all four axes or of "
    "order='F': the colours come first and rows become columns. Flatten each picture in NumPy's own order first."
)
def all_axes_reversed(pictures, labels):
    return pictures.T.reshape(-1, len(pictures)) / 255, labels.reshape(1, -1)


@pictures_to_matrix.mistake("X and Y come back in the wrong order: X is asked first.")
def answers_exchanged(pictures, labels):
    return labels.reshape(1, -1), pictures.reshape(len(pictures), -1).T / 255


@pictures_to_matrix.mistake(
    "X is divided by the brightest number that happens to be there, so the same picture would give other "
    "numbers in another set. Divide by the largest value a pixel can have."
)
def brightest_number(pictures, labels):
    return pictures.reshape(len(pictures), -1).T / pictures.max(), labels.reshape(1, -1)


@pictures_to_matrix.mistake(
    "X has three dimensions: a stack of m columns. Each picture is to be a column of one matrix, side by side."
)
def stack_of_columns(pictures, labels):
    return pictures.reshape(len(pictures), -1, 1) / 255, labels.reshape(1, -1)


@pictures_to_matrix.mistake(
    "Often this error means a reshape to a fixed size, such as 12288, which fits pictures of 64 x 64 only, or to sizes "
    "in the wrong order. Take them from the shape of the pictures: the first is how many there are."
)
def all_64_by_64(pictures, labels):
    return pictures.reshape(-1, 12288).T / 255, labels.reshape(1, -1)


@pictures_to_matrix.mistake(
    "Everything below 255 has become 0: // divides without a remainder. The fractions are what is wanted."
)
def fractions_of_all_lost(pictures, labels):
    return pictures.reshape(len(pictures), -1).T // 255, labels.reshape(1, -1)


@pictures_to_matrix.mistake(
    "The shape is right and the columns are not pictures: with order='F' the reshape takes the numbers in another "
    "order, a pixel from each picture in turn. First lay each picture out as a row, then turn rows into columns."
)
def reshaped_in_the_other_order(pictures, labels):
    return pictures.reshape(-1, len(pictures), order="F") / 255, labels.reshape(1, -1)


@pictures_to_matrix.mistake(
    "All pictures stand below one another in one long column. Each is to have a column of its own, side by side."
)
def one_long_column(pictures, labels):
    return pictures.reshape(-1, 1) / 255, labels.reshape(1, -1)


@pictures_to_matrix.mistake(
    "X holds the first picture only. That happens where `return` stands inside a loop: it ends the function at once."
)
def first_picture_only(pictures, labels):
    return pictures[0].reshape(-1, 1) / 255, labels.reshape(1, -1)


@pictures_to_matrix.mistake(
    "X holds the last picture only: each turn of the loop puts its picture in place of the one before."
)
def last_picture_only(pictures, labels):
    return pictures[-1].reshape(-1, 1) / 255, labels.reshape(1, -1)


@pictures_to_matrix.mistake("X is divided by 255 twice, and now runs from 0 to 0.004. Once is enough.")
def all_scaled_twice(pictures, labels):
    return pictures.reshape(len(pictures), -1).T / 255 / 255, labels.reshape(1, -1)


@pictures_to_matrix.mistake("The labels are divided by 255 too. They are no brightnesses: 0 and 1 stay as they are.")
def labels_scaled(pictures, labels):
    return pictures.reshape(len(pictures), -1).T / 255, labels.reshape(1, -1) / 255


@pictures_to_matrix.mistake("The row Y is all zeros: the labels that are given have not been put into it.")
def labels_left_out(pictures, labels):
    return pictures.reshape(len(pictures), -1).T / 255, np.zeros((1, len(labels)))


@pictures_to_matrix.mistake(
    "The numbers of X are scaled, but they still stand as pictures, in four dimensions. X is a matrix: a column for "
    "each picture."
)
def still_pictures(pictures, labels):
    return pictures / 255, labels.reshape(1, -1)


@pictures_to_matrix.mistake(
    "In each column all reds come first, then all greens, then all blues. NumPy's own order, which is asked, keeps "
    "the three numbers of a pixel together."
)
def colours_apart_in_all(pictures, labels):
    return np.moveaxis(pictures, 3, 1).reshape(len(pictures), -1).T / 255, labels.reshape(1, -1)


@pictures_to_matrix.mistake(
    "Height and width of the pictures are exchanged before they are laid out. Leave their axes as they are."
)
def all_turned_over(pictures, labels):
    return pictures.transpose(0, 2, 1, 3).reshape(len(pictures), -1).T / 255, labels.reshape(1, -1)


@pictures_to_matrix.mistake(
    "/= writes its result into the array of the pictures, which can hold whole numbers only. Divide into a new array."
)
def all_divided_in_place(pictures, labels):
    pictures /= 255
    return pictures.reshape(len(pictures), -1).T, labels.reshape(1, -1)


@pictures_to_matrix.mistake("The pictures are sorted by their labels. Each stays in its place: column i is picture i.")
def sorted_by_label(pictures, labels):
    order = np.argsort(labels)
    return pictures.reshape(len(pictures), -1)[order].T / 255, labels[order].reshape(1, -1)


@pictures_to_matrix.variant
def column_by_column(pictures, labels):
    m, height, width, channels = pictures.shape
    X = np.zeros((height * width * channels, m))
    Y = np.zeros((1, m))
    for i in range(m):
        X[:, i] = pictures[i].ravel() / 255
        Y[0, i] = labels[i]
    return X, Y


@pictures_to_matrix.variant
def examples_moved_last(pictures, labels):
    return [np.moveaxis(pictures, 0, -1).reshape(-1, len(labels)) / 255.0, labels[np.newaxis, :]]


@pictures_to_matrix.variant
def columns_joined(pictures, labels):
    X = np.hstack([picture.reshape(-1, 1) for picture in pictures.astype(np.float32) / 255])
    return X, np.array([labels], dtype=float)


@pictures_to_matrix.variant
def column_major_reshape(pictures, labels):
    X = np.transpose(pictures, (3, 2, 1, 0)).reshape((-1, pictures.shape[0]), order="F") / 255
    return X, labels[None] * 1.0
