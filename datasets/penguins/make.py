"""Make penguins.h5 from penguins.csv, the same bytes every time: python datasets/penguins/make.py"""

import csv
from pathlib import Path

import h5py
import numpy as np

HERE = Path(__file__).resolve().parent
MEASUREMENTS = ("bill_length_mm", "bill_depth_mm", "flipper_length_mm", "body_mass_g")
UNITS = ("mm", "mm", "mm", "g")
ORIGIN = "palmerpenguins 0.1.6, penguins.csv; Gorman, Williams and Fraser 2014; CC0 1.0"


def measured_birds(source: Path) -> list[dict[str, str]]:
    """The rows of the CSV file in which no measurement is missing."""
    with source.open(newline="", encoding="utf-8") as file:
        return [bird for bird in csv.DictReader(file) if all(bird[name] != "NA" for name in MEASUREMENTS)]


def make(source: Path = HERE / "penguins.csv", target: Path = HERE / "penguins.h5") -> None:
    """Write `measurements` (4, m), one column a bird, and `species` (m,)."""
    birds = measured_birds(source)
    columns = [[float(bird[name]) for bird in birds] for name in MEASUREMENTS]
    # The earliest format keeps no times in its headers, and HDF5 1.14 and 2.0 write it alike.
    with h5py.File(target, "w", libver=("earliest", "v108")) as file:
        file.attrs["origin"] = np.bytes_(ORIGIN)
        measurements = file.create_dataset("measurements", data=np.array(columns), track_times=False)
        measurements.attrs["rows"] = np.array(MEASUREMENTS, dtype="S")
        measurements.attrs["units"] = np.array(UNITS, dtype="S")
        species = np.array([bird["species"] for bird in birds], dtype="S")
        file.create_dataset("species", data=species, track_times=False)


if __name__ == "__main__":
    make()
