"""A grey picture and what filters make of it."""

import numpy as np

from lib.figures.style import Picture, picture


def show_filtered(images: dict[str, np.ndarray]) -> Picture:
    """Grey pictures in a row, each with its name and its own scale from black to white."""
    figure, axes = picture(10, 2.8, columns=len(images))
    figure.alt = (
        f"Grey pictures of a house under the sun: {'; '.join(images)}. The mean blurs every edge. A difference is "
        "mid-grey where nothing changes and light or dark along the edges: right minus left shows walls and door, "
        "lower minus upper the eaves and the ground, and both show the slopes of roof and hill."
    )
    for ax, (name, image) in zip(axes, images.items()):
        ax.imshow(image, cmap="gray")
        ax.set_title(name, loc="center")
        ax.axis("off")
    return figure
