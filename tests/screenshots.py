"""Make the README's pictures anew: what test_browser.py saw, small, and the demo's table, all into docs/.

python tests/screenshots.py
"""

import re
import sys
import tempfile
from pathlib import Path

import pytest
from browsing import SHOTS
from PIL import Image
from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console

from autograder import cli, demo
from autograder.source import ROOT

DOCS = ROOT / "docs"
SHOWN = ["hint", "passed", "w3-sizes-slider", "formgrader"]
COLOURS = 64  # a page has few, and a file with few is small


def shrink(name: str) -> None:
    """A screenshot with fewer colours, into docs/."""
    image = Image.open(SHOTS / f"{name}.png").convert("RGB")
    image.quantize(COLOURS, dither=Image.Dither.NONE).save(DOCS / f"{name}.png", optimize=True)


def draw_demo() -> None:
    """The table of `workbook demo`, as a drawing that asks for no font from elsewhere."""
    with tempfile.TemporaryDirectory() as folder:
        scores = demo.run("week1", lambda what: None, Path(folder))
    console = Console(record=True, width=62, file=sys.stderr)
    console.print(cli.score_table(scores, "week1: ada has everything right, ben half, cleo nothing yet"))
    plain = re.sub(r"@font-face \{\{.*?\}\}\s*", "", CONSOLE_SVG_FORMAT, flags=re.DOTALL)
    console.save_svg(str(DOCS / "demo.svg"), title="uv run workbook demo", code_format=plain)


if __name__ == "__main__":
    DOCS.mkdir(exist_ok=True)
    if pytest.main([str(ROOT / "tests" / "test_browser.py")]):
        sys.exit("The pictures are only as good as the tests that took them: see above.")
    for name in SHOWN:
        shrink(name)
    draw_demo()
