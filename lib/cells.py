"""Run a notebook's cells one after the other in one namespace, as a kernel would, and keep what they print."""

import ast
import io
import linecache
import re
import sys
import traceback
import types
from types import CodeType

MAGIC = re.compile(r"^[ \t]*[%!?]|\?[ \t]*$|^[ \t]*\w+[ \t]*=[ \t]*[%!]", re.MULTILINE)
MOST_TEXT = 20_000  # characters that a cell may print before the rest is left out


class Output(io.TextIOBase):
    """What a cell prints, up to MOST_TEXT."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.room = MOST_TEXT

    def writable(self) -> bool:
        """It is a file to write to."""
        return True

    def write(self, text: str) -> int:
        """Keep what there is room for."""
        if self.room > 0:
            self.pieces.append(text[: self.room] + "\n[what follows is left out]\n" * (len(text) > self.room))
            self.room -= len(text)
        return len(text)

    def taken(self) -> str:
        """All that was written since the last time."""
        text = "".join(self.pieces)
        self.pieces, self.room = [], MOST_TEXT
        return text


class Shell:
    """In place of IPython's: a magic that runs its cell runs it, every other does nothing."""

    def __init__(self, names: dict) -> None:
        self.names = names

    def run_line_magic(self, name: str, line: str, *arguments: object, **options: object) -> None:
        """Nothing: %matplotlib inline and the like change no result."""

    def run_cell_magic(self, name: str, line: str, cell: str) -> None:
        """Run the cell of %%time and its kin."""
        if name in ("time", "timeit", "capture", "prun"):
            exec(cell, self.names)

    def system(self, command: str) -> None:
        """Nothing: there is no shell here."""

    getoutput = system


class Namespace:
    """The variables of one notebook, and what its cells printed."""

    def __init__(self) -> None:
        module = types.ModuleType("__main__")
        sys.modules["__main__"] = module
        self.names = vars(module)
        self.names["get_ipython"] = lambda: Shell(self.names)
        self.output = Output()
        sys.stdout = sys.stderr = self.output

    def run(self, fragments: list[list[CodeType] | str]) -> tuple[str, str]:
        """Run a compiled cell: what it printed, and the tracebacks of the errors that ended its fragments."""
        trouble = "".join(self._run_one(fragment) for fragment in fragments)
        return self.output.taken(), trouble[:MOST_TEXT]

    def _run_one(self, statements: list[CodeType] | str) -> str:
        if isinstance(statements, str):
            return statements
        try:
            for statement in statements:
                value = eval(statement, self.names)
                if value is not None:
                    print(repr(value))
        except BaseException as error:  # SystemExit, KeyboardInterrupt and a learner's own kind end the cell alone
            return told(error)
        return ""


def told(error: BaseException) -> str:
    """An error's traceback from the learner's own line on."""
    own = error.__traceback__.tb_next if error.__traceback__ else None
    try:
        return "".join(traceback.format_exception(type(error), error, own))
    except Exception:
        return f"{type(error).__name__}, whose text can't be printed\n"


def compiled(name: str, fragments: list[str]) -> list[list[CodeType] | str]:
    """Each fragment's statements, or the traceback of its syntax error.

    Where a fragment is no Python by itself and all of them together are, a cell was split: then they are one.
    """
    found = [_statements(name, fragment) for fragment in fragments]
    if len(found) > 1 and any(isinstance(each, str) for each in found):
        joined = _statements(name, "\n".join(fragments))
        return found if isinstance(joined, str) else [joined]
    return found


def _statements(name: str, text: str) -> list[CodeType] | str:
    file = f"<cell {name}>"
    try:
        source = _without_magic(text) if MAGIC.search(text) else text
        linecache.cache[file] = (len(source), None, source.splitlines(keepends=True), file)
        body = ast.parse(source, file).body
        return [_compiled(node, file, node is body[-1]) for node in body]
    except Exception as error:
        return "".join(traceback.format_exception_only(error))


def _without_magic(text: str) -> str:
    """IPython's magic as the calls that it stands for."""
    from IPython.core.inputtransformer2 import TransformerManager  # not by those who only read what came of it

    return TransformerManager().transform_cell(text)


def _compiled(node: ast.stmt, file: str, last: bool) -> CodeType:
    """One statement; the last one's value is shown if it has one."""
    if last and isinstance(node, ast.Expr):
        return compile(ast.Expression(node.value), file, "eval")
    return compile(ast.Module([node], []), file, "exec")
