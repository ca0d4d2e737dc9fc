"""The teacher's pages: self-contained HTML out of templates/, in which everything is escaped unless said otherwise."""

import os
import re
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from autograder import statistics, timing

TEMPLATES = Path(__file__).parent / "templates"


def prose(text: str) -> Markup:
    """A sentence of ours or a learner's: what stands between backticks is code."""
    return Markup(re.sub("`([^`]+)`", r"<code>\1</code>", str(escape(text))))


def percent(value: float | None) -> str:
    """A share; a dash where it isn't known."""
    return "–" if value is None else f"{value:.0%}"


def number(value: float | None) -> str:
    """A number to a hundredth; a dash where there is none."""
    return "–" if value is None else f"{round(value, 2) + 0.0:g}"


def link(page: Path, target: Path) -> str:
    """The address of one file as another one's page knows it; empty where it isn't there."""
    return quote(Path(os.path.relpath(target, page.parent)).as_posix()) if target.exists() else ""


def rendered(template: str, **values: Any) -> str:
    """A template with these values in it."""
    return TEMPLATING.get_template(template).render(values)


TEMPLATING = Environment(
    loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
)
TEMPLATING.globals |= {"statistics": statistics, "timing": timing}  # for the rules that a page states
TEMPLATING.filters |= {"prose": prose, "percent": percent, "number": number}
