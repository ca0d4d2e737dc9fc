"""Files that are no notebooks, or strange ones."""

import json
from collections.abc import Callable

from hostile import ATTACKED, Hostile, broken, edited, forged

NO_JSON, NO_NOTEBOOK = "it is not JSON", "no notebook that Jupyter knows"


def _whole(**changes: object) -> Callable[[str], bytes]:
    """The notebook with these entries."""
    return lambda text: json.dumps(json.loads(text) | changes).encode()


def _cells(change: Callable[[dict], object]) -> Callable[[dict], None]:
    """A change to each cell."""

    def edit(notebook: dict) -> None:
        for cell in notebook["cells"]:
            change(cell)

    return edit


def _first(**changes: object) -> Callable[[dict], None]:
    """A change to the title, which no exercise needs."""
    return lambda notebook: notebook["cells"][0].update(changes)


def _own(number: int, **entries: object) -> Callable[[dict], None]:
    """Cells of one's own at the end."""
    cell = {"cell_type": "code", "id": "own", "metadata": {}, "source": "pass", "outputs": [], "execution_count": None}
    return lambda notebook: notebook["cells"].extend([cell | entries] * number)


def _copies(notebook: dict) -> None:
    notebook["cells"] *= 3


def _outputs(notebook: dict) -> None:
    data = {"image/png": "A" * 5 * 10**7}
    notebook["cells"][5]["outputs"] = [{"output_type": "display_data", "data": data, "metadata": {}}]


def _third_format(text: str) -> bytes:
    notebook = json.loads(text)
    for cell in notebook["cells"]:
        cell["input" if cell["cell_type"] == "code" else "source"] = cell.pop("source")
        cell["language"] = "python"
        cell.get("outputs", []).clear()
    sheet = {"cells": notebook["cells"], "metadata": {}}
    return json.dumps({"nbformat": 3, "nbformat_minor": 0, "metadata": {"name": ""}, "worksheets": [sheet]}).encode()


NOTEBOOKS: dict[str, Hostile] = {
    "empty": broken(lambda text: b"", NO_JSON),
    "cut-short": broken(lambda text: text[:-100].encode(), NO_JSON),
    "binary": broken(lambda text: bytes(range(256)) * 100, NO_JSON),
    "no-utf-8": broken(lambda text: text.encode() + b"\xff", NO_JSON),
    "deep-json": broken(lambda text: b"[" * 10**6 + b"]" * 10**6, NO_JSON),
    "deep-objects": broken(lambda text: b'{"nbformat": 4, "cells": ' + b'{"a":' * 10**5 + b"0" + b"}" * 10**5, NO_JSON),
    "many-lists": broken(lambda text: b"[" + b"[]," * (3 * 10**6) + b"[]]", "more parts than a notebook"),
    "a-list": broken(lambda text: b"[]", NO_NOTEBOOK),
    "a-number": broken(lambda text: b"1e999", NO_NOTEBOOK),
    "a-text": broken(lambda text: b'"nbformat"', NO_NOTEBOOK),
    "long-number": broken(lambda text: b"1" * 10**6, NO_JSON),
    "cells-a-number": broken(_whole(cells=5), NO_NOTEBOOK),
    "format-a-text": broken(_whole(nbformat="4"), NO_NOTEBOOK),
    "format-nothing": broken(_whole(nbformat=None), NO_NOTEBOOK),
    "format-minus": broken(_whole(nbformat=-(10**9)), NO_NOTEBOOK),
    "format-2": broken(_whole(nbformat=2), ""),
    "format-3": Hostile(raw=_third_format, spoils=True),
    "format-99": Hostile(raw=_whole(nbformat=99, nbformat_minor=99)),
    "cells-an-object": Hostile(solved=False, raw=_whole(cells={"cells": []})),
    "no-cells": Hostile(solved=False, raw=_whole(cells=[])),
    "cells-of-all-kinds": edited(
        lambda notebook: notebook["cells"].extend([1, None, "x", [], {}, {"source": 5}, [[]]])
    ),
    "source-a-number": edited(_first(source=5)),
    "source-an-object": edited(_first(source={"a": "b"})),
    "source-a-deep-list": edited(_first(source=[["a"], {"b": 1}, None])),
    "metadata-a-list": edited(_first(metadata=[1, 2])),
    "metadata-everywhere": edited(_cells(lambda cell: cell.update(metadata=["x"]))),
    "marks-a-list": edited(_cells(lambda cell: cell["metadata"].update(nbgrader=["w1-neuron"]))),
    "marks-of-all-kinds": edited(
        _cells(lambda cell: cell["metadata"].update(nbgrader={"grade_id": {"a": []}, "points": "x", "locked": 7}))
    ),
    "kinds-of-cells": edited(_first(cell_type=["code"])),
    "kinds-swapped": edited(_cells(lambda cell: cell.update(cell_type="markdown")), spoils=True),
    "ids-of-10-kb": edited(_own(20, id="x" * 10_000)),
    "ids-of-all-kinds": edited(_cells(lambda cell: cell.update(id={"a": [cell.get("id")]}))),
    "ids-all-the-same": edited(_cells(lambda cell: cell.update(id=ATTACKED, metadata={})), spoils=True),
    "null-bytes": forged("\x00" + "def neuron(area, w, b):\n    return -1.0\n"),
    "null-byte-in-text": edited(_own(1, cell_type="markdown", source="a\x00b\x1b[2J\x0c\x85\u2028")),
    "half-characters": forged(
        "x = '\ud800'\nprint('\udfff' * 3)\n# \udc80\ndef neuron(area, w, b):\n    return -1.0\n"
    ),
    "half-characters-in-text": edited(_own(3, cell_type="markdown", source="\ud800 and \udfff", id="\ud800")),
    "half-characters-printed": forged("""
        def neuron(area, w, b):
            raise ValueError(chr(0xD800))
        print(chr(0xD800)); raise KeyError(chr(0xDFFF))
    """),
    "every-cell-three-times": edited(_copies),
    "20000-cells": edited(_own(20_000)),
    "20000-texts": edited(_own(20_000, cell_type="markdown", source="x")),
    "a-long-text": edited(_own(1, cell_type="markdown", source="[(" * 10**5)),
    "50-mb-of-outputs": edited(_outputs),
    "many-names": edited(_own(2000, source="sigmoid = 1\n" * 50, metadata={"nbgrader": {"grade_id": "w1-title"}})),
    "an-odd-file-name": Hostile(file=b"\xff\xfe \x1b[2J.ipynb"),
    "a-folder": Hostile(problem="no notebook", file=b"binary_classification.ipynb/inside.txt"),
}
