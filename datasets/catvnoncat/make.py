"""Compose the picture-book cats, and animals that are none: python datasets/catvnoncat/make.py

Every outline of silhouettes.h5 is used once, in one picture: enlarged, given a coat, and set on the ground of a scene.
"""

from functools import cache
from pathlib import Path

import h5py
import numpy as np

HERE = Path(__file__).resolve().parent
ORIGIN = "Neural Networks Workbook, datasets/catvnoncat/make.py; outlines from animal_mnist 0.4, (c) 2025 SinaSR-6, MIT"
CLASSES = ("non-cat", "cat")
SEED = 1
TEST = 200  # pictures of cats in the test file, and as many of other animals
BY_DAY_SHARE = 0.78  # of the animals are dark in a light scene; the others are light in a dark one
SIDE = 64
STEP = 5  # between two shades: no eye misses those between, and the files are half as large

# A scene: the sky above and low down, hills, the ground far off and near.
BY_DAY = (
    ((96, 165, 225), (214, 234, 245), (140, 180, 150), (158, 196, 92), (112, 164, 60)),  # meadow
    ((110, 190, 230), (236, 246, 250), (120, 200, 205), (243, 228, 184), (224, 198, 142)),  # beach
    ((176, 198, 226), (238, 238, 242), (200, 212, 226), (247, 249, 252), (218, 228, 242)),  # snow
    ((250, 178, 150), (255, 232, 190), (214, 170, 140), (206, 196, 118), (170, 168, 86)),  # sunrise
    ((140, 192, 235), (250, 238, 206), (170, 190, 140), (238, 208, 112), (212, 172, 76)),  # corn
)
BY_NIGHT = (
    ((14, 20, 56), (52, 64, 118), (34, 46, 84), (32, 66, 56), (20, 42, 38)),  # moonlight
    ((48, 30, 84), (176, 84, 92), (70, 44, 80), (62, 50, 58), (36, 30, 38)),  # dusk
    ((20, 52, 44), (62, 104, 66), (32, 70, 48), (54, 80, 38), (32, 52, 26)),  # wood
)
DARK_COATS = ((38, 35, 40), (72, 72, 82), (98, 64, 42), (140, 74, 36), (84, 88, 104))
LIGHT_COATS = ((246, 242, 234), (240, 218, 178), (236, 170, 98), (204, 208, 214))


def spline(x):
    """The cubic B-spline: a smooth bump over -2..2."""
    x = np.abs(x)
    return np.where(x < 1, 2 / 3 - x**2 * (1 - x / 2), np.clip(2 - x, 0, None) ** 3 / 6)


@cache
def bumps(n):
    """(64, n + 2): n + 2 bumps side by side, the outermost with their tops outside."""
    return spline(np.linspace(1, n, SIDE)[:, None] - np.arange(n + 2))


def smooth_noise(rng, rows, columns):
    """(64, 64): a random landscape of so many bumps each way, from 0 to 1."""
    noise = bumps(rows) @ rng.uniform(0, 1, (rows + 2, columns + 2)) @ bumps(columns).T
    return (noise - noise.min()) / (noise.max() - noise.min())


def enlarged(rng, outline):
    """(64, 64), from 0 to 1: how much of a pixel the animal covers. It stands near the lower edge."""
    rows, columns = np.flatnonzero(outline.any(1)), np.flatnonzero(outline.any(0))
    scale = rng.uniform(1.88, 1.92)
    feet = SIDE - 1 - rng.uniform(5, 6)
    middle = SIDE / 2 + rng.uniform(-0.5, 0.5)
    i = rows[-1] + (np.arange(SIDE) - feet) / scale
    j = (columns[0] + columns[-1]) / 2 + (np.arange(SIDE) - middle) / scale
    up, across = (spline((place[:, None] - np.arange(28)) / 1.2) for place in (i, j))
    cover = up @ outline @ across.T / 1.2**2
    return np.clip((cover - 0.45) * 4 + 0.5, 0, 1), feet


def blend(below, above, cover):
    """The colour `above` laid over `below` where it covers."""
    return below + (np.asarray(above, float) - below) * cover[..., None]


def disc(x, y, width, height):
    """(64, 64): a round spot with a soft edge."""
    i, j = np.mgrid[:SIDE, :SIDE]
    return np.clip((1 - np.hypot((i - y) / height, (j - x) / width)) * 3, 0, 1)


def scene(rng, by_day):
    """(64, 64, 3): sky, clouds or stars, sun or moon, hills, ground."""
    palette = BY_DAY if by_day else BY_NIGHT
    high, low, hills, far, near = np.array(palette[rng.randint(len(palette))]) + rng.normal(0, 6, (5, 3))
    row = np.arange(SIDE)[:, None] * np.ones(SIDE)
    horizon = rng.uniform(34, 44)
    picture = blend(np.broadcast_to(high, (SIDE, SIDE, 3)), low, np.clip(row / horizon, 0, 1))
    if by_day:
        clouds = np.clip(smooth_noise(rng, 7, 3) * 3 - 1.8, 0, 0.8)
        picture = blend(picture, (255, 255, 255), clouds)
    else:
        stars = rng.uniform(0, 1, (SIDE, SIDE)) > 0.992
        picture = blend(picture, (255, 250, 220), 0.8 * stars)
    if rng.uniform() < 0.6:
        light = (255, 244, 190) if by_day else (250, 246, 225)
        size = rng.uniform(5, 6)
        picture = blend(picture, light, disc(rng.uniform(6, 58), rng.uniform(6, 18), size, size))
    ridge = horizon - 10 * smooth_noise(rng, 1, 4)[:1]
    picture = blend(picture, hills, np.clip(row - ridge, 0, 1))
    edge = horizon + 3 * smooth_noise(rng, 1, 3)[:1]
    depth = np.clip((row - horizon) / (SIDE - horizon), 0, 1) + 0.25 * (smooth_noise(rng, 24, 8) - 0.5)
    ground = blend(np.broadcast_to(far, (SIDE, SIDE, 3)), near, depth)
    flowers = (rng.uniform(0, 1, (SIDE, SIDE)) > 0.985) & (row > horizon + 6)
    ground = blend(ground, ground.mean() + rng.uniform(-70, 90, 3), 0.7 * flowers)
    return blend(picture, ground, np.clip((row - edge) / 2, 0, 1))


def coat(rng, coats):
    """(64, 64, 3): fur of one colour with patches of a neighbouring shade, tabby or plain."""
    colour = np.array(coats[rng.randint(len(coats))]) * rng.uniform(0.85, 1.15) + rng.normal(0, 3, 3)
    fur = np.broadcast_to(colour, (SIDE, SIDE, 3))
    shade = colour * rng.uniform(0.7, 1.25)
    patches = smooth_noise(rng, *((12, 3) if rng.uniform() < 0.4 else (4, 4)))
    return blend(fur, shade, np.clip(patches * 4 - 2, 0, 1))


def compose(rng, outline):
    """(64, 64, 3) uint8: one picture."""
    by_day = rng.uniform() < BY_DAY_SHARE
    cover, feet = enlarged(rng, outline)
    picture = scene(rng, by_day)
    columns = np.flatnonzero(cover.any(0))
    shadow = disc(columns.mean() + 2, feet, np.ptp(columns) / 2 + 5, 4)
    picture = blend(picture, 0.6 * picture, shadow)
    fur = coat(rng, DARK_COATS if by_day else LIGHT_COATS)
    rim = np.clip(cover - np.roll(cover, (2, 1), (0, 1)), 0, 1)  # light falls on it from above
    fur = blend(fur, (255, 248, 230), 0.25 * rim)
    picture = blend(picture, fur, cover)
    grain = rng.normal(0, 3, (SIDE, SIDE, 1))
    steps = np.clip((picture + grain) / STEP, 0, 255 // STEP).round()
    return (steps * STEP).astype(np.uint8)


def split(rng, is_cat):
    """The places of the training outlines and of the test outlines, each in random order."""
    cats, others = (rng.permutation(np.flatnonzero(is_cat == wanted)) for wanted in (True, False))
    train, test = np.append(cats[TEST:], others[TEST:]), np.append(cats[:TEST], others[:TEST])
    return rng.permutation(train), rng.permutation(test)


def draw(seed):
    """Pictures (m, 64, 64, 3) and labels (m,) of the training and the test set, and which outlines each used."""
    with h5py.File(HERE / "silhouettes.h5") as file:
        outlines = np.unpackbits(file["outlines"][:], axis=1).reshape(-1, 28, 28)
        is_cat = file["kinds"][:] == b"cat"
    rng = np.random.RandomState(seed)  # its numbers are frozen for ever
    sets = {}
    for part, places in zip(("train", "test"), split(rng, is_cat)):
        pictures = np.array([compose(rng, outlines[place]) for place in places])
        sets[part] = pictures, is_cat[places].astype(np.int64), places
    return sets


def make(seed: int = SEED, folder: Path = HERE) -> None:
    """Write picture_book_train.h5 and picture_book_test.h5, laid out as the classic cat files are."""
    for part, (pictures, labels, _) in draw(seed).items():
        with h5py.File(folder / f"picture_book_{part}.h5", "w", libver=("earliest", "v108")) as file:
            file.attrs["origin"] = np.bytes_(ORIGIN)
            options = {
                "track_times": False,
                "chunks": (50, SIDE, SIDE, 3),
                "compression": "gzip",
                "compression_opts": 9,
            }
            file.create_dataset(f"{part}_set_x", data=pictures, **options)
            file.create_dataset(f"{part}_set_y", data=labels, track_times=False)
            file.create_dataset("list_classes", data=np.array(CLASSES, dtype="S"), track_times=False)


if __name__ == "__main__":
    make()
