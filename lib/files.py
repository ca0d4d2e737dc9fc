"""Write files so that nothing of anybody's is lost."""

import shutil
from datetime import datetime
from itertools import chain, count
from pathlib import Path


def write(path: Path, text: str) -> None:
    """Put `text` there in one stroke: whatever happens, the file is the old one or the new one."""
    made = path.with_name(f".{path.name}.new")
    made.write_text(text, encoding="utf-8")
    made.replace(path)


def keep(path: Path) -> Path:
    """Copy a file to one beside it that says when; which."""
    stamp = f"{path.stem}.yours-{datetime.now():%Y%m%d-%H%M%S}"
    names = chain([stamp], (f"{stamp}-{number}" for number in count(2)))
    copies = (path.with_name(f"{name}{path.suffix}") for name in names)
    copy = next(copy for copy in copies if not copy.exists())
    shutil.copy2(path, copy)
    return copy
