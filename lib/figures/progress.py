"""A bar that fills while a long training runs."""

import html
from collections.abc import Iterator, Sequence
from typing import Any

from IPython.display import display


class Bar:
    """So much of the work is done; shown as a bar, and as a line of text where there is no HTML."""

    def __init__(self, label: str, done: int, total: int) -> None:
        self.label, self.done, self.total = label, done, total

    def _repr_mimebundle_(self, **kwargs: Any) -> dict[str, str]:
        text = f"{self.label}: {self.done} of {self.total}"
        bar = f'<progress max="{self.total}" value="{self.done}" aria-label="{html.escape(self.label)}"></progress>'
        return {"text/plain": text, "text/html": f"{bar} {html.escape(text)}"}


def with_bar(items: Sequence, label: str) -> Iterator:
    """The items one by one, with a bar above that says how many are done."""
    handle = display(Bar(label, 0, len(items)), display_id=True)
    for done, item in enumerate(items, 1):
        yield item
        if handle is not None:  # outside a notebook there is nothing to update
            handle.update(Bar(label, done, len(items)))
