"""A grey picture and what filters make of it."""

import numpy as np

from lib.figures.style import Picture, picture


def show_filtered(images: dict[str, np.ndarray]) -> Picture:
    """Grey pictures in a row, each with its name and its own scale from black to white."""
    figure, axes = picture(10, 2.8, columns=len(images))
    figure.alt = "Grey pictures of a house under the sun: " + "; ".join(images) + "."
    for ax, (name, image) in zip(axes, images.items()):
        ax.imshow(image, cmap="gray")
        ax.set_title(name, loc="center")
        ax.axis("off")
    return figure
