"""Two steps of ours in nbgrader's generate_assignment."""

import ast
import hashlib
import json

from nbformat import NotebookNode
from nbgrader.preprocessors import ClearSolutions, NbGraderPreprocessor


class Stubs(ClearSolutions):
    """Clear solutions as nbgrader does, but an answer at a cell's top level becomes `name = ...`.

    `raise NotImplementedError()` there would stop a notebook that is run from top to bottom.
    """

    def _replace_solution_region(self, cell: NotebookNode, language: str) -> bool:
        usual = self.code_stub
        self.code_stub = usual | {"python": answer_stub(cell.source) or usual["python"]}
        try:
            return super()._replace_solution_region(cell, language)
        finally:
            self.code_stub = usual


class Stamp(NbGraderPreprocessor):
    """Write into the notebook which release it is, so that a later build knows whether a learner has changed it."""

    def preprocess(self, nb: NotebookNode, resources: dict) -> tuple[NotebookNode, dict]:
        nb.metadata["workbook"] = {"release": fingerprint(nb)}
        return nb, resources


def fingerprint(nb: NotebookNode) -> str:
    """A digest of what was released: the cells' ids, sources, tags and nbgrader's metadata."""
    cells = [
        [cell.get("id"), cell.source, cell.metadata.get("tags"), cell.metadata.get("nbgrader")] for cell in nb.cells
    ]
    return hashlib.sha256(json.dumps(cells, sort_keys=True).encode()).hexdigest()[:16]


def is_untouched(nb: NotebookNode) -> bool:
    """Whether a notebook is as it was released: no cell changed, none run."""
    ran = any(cell.get("outputs") or cell.get("execution_count") for cell in nb.cells)
    return not ran and nb.metadata.get("workbook", {}).get("release") == fingerprint(nb)


def answer_stub(source: str) -> str:
    """`name = ...` for each name that an unindented solution region assigns; empty where there is no such region."""
    if "\n### BEGIN SOLUTION" not in "\n" + source:
        return ""
    assigned = [node for node in ast.parse(source).body if isinstance(node, ast.Assign)]
    return "\n".join(f"{target.id} = ...  # your answer" for node in assigned for target in node.targets)
