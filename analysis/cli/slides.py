"""A notebook as slides: each heading begins one, unless somebody has said in the notebook where slides begin."""

from __future__ import annotations

from nbconvert.preprocessors import Preprocessor
from nbformat import NotebookNode

HIDDEN = {"parameters", "injected-parameters"}  # tags of cells that say what was asked for, not what was found


class BeginSlides(Preprocessor):
    """Gives cells their slide types; `framing lab` has JupyterLab's export to slides use it."""

    def preprocess(self, notebook: NotebookNode, resources: dict) -> tuple[NotebookNode, dict]:
        """Give headings the type "slide", and cells of parameters the type "skip"."""
        if any(cell.metadata.get("slideshow", {}).get("slide_type") for cell in notebook.cells):
            return notebook, resources
        for cell in notebook.cells:
            heading = cell.cell_type == "markdown" and cell.source.lstrip().startswith(("# ", "## "))
            kind = "slide" if heading else "skip" if HIDDEN & set(cell.metadata.get("tags", [])) else ""
            cell.metadata["slideshow"] = {"slide_type": kind or "-"}
        return notebook, resources
