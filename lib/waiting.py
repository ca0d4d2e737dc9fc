"""Cells that need a function the learner has not written yet say so, and let the notebook run on."""

import traceback
from collections.abc import Iterator
from contextlib import contextmanager


def unwritten(error: NotImplementedError) -> str:
    """The name of the function whose stub raised `error`."""
    return traceback.extract_tb(error.__traceback__)[-1].name


@contextmanager
def once_written() -> Iterator[None]:
    """Run the block; where it meets a stub, print what it waits for."""
    try:
        yield
    except NotImplementedError as error:
        print(f"This waits for `{unwritten(error)}`: write it above, then run this cell again.")
