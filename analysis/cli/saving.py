"""What JupyterLab does when it saves a notebook of the suite: outputs and traces of the run are left out.

`framing lab` names this hook to the server, so that a clone needs no setting of git. Notebooks in notebooks/ are what
reports are made of: their results lie in outputs/. In explore/, and anywhere else, a notebook is saved as it is.
"""

from __future__ import annotations

from pathlib import PurePosixPath

STRIPPED = "notebooks"  # folder of the project
KERNEL = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}
OF_NOTEBOOK = ("widgets", "signature", "papermill", "orig_nbformat")
OF_CELL = ("collapsed", "scrolled", "execution", "ExecuteTime", "papermill", "trusted", "heading_collapsed", "hidden")
SAYS_NOTHING = {"tags": [], "jupyter": {}, "slideshow": {"slide_type": ""}, "editable": True, "deletable": True}


def strip_on_save(model: dict, path: str, contents_manager: object = None) -> None:
    """Strip a notebook that is about to be saved, if it is one of the suite's: Jupyter's pre_save_hook."""
    folder = PurePosixPath(path.strip("/")).parts[:-1]
    if model.get("type") == "notebook" and folder[:1] == (STRIPPED,) and model.get("content"):
        strip_run(model["content"])


def strip_run(notebook: dict) -> None:
    """Take out of a notebook what a run and JupyterLab leave in it: outputs, counts, times, how cells were shown."""
    notebook["metadata"] = _without(notebook.get("metadata", {}), OF_NOTEBOOK) | KERNEL
    for cell in notebook.get("cells", []):
        cell["metadata"] = _strip_cell(cell.get("metadata", {}))
        if cell.get("cell_type") == "code":
            cell["outputs"], cell["execution_count"] = [], None


def _strip_cell(metadata: dict) -> dict:
    kept = _without(metadata, OF_CELL)
    if "jupyter" in kept:
        kept["jupyter"] = _without(kept["jupyter"], ("outputs_hidden",))
    return {name: value for name, value in kept.items() if name not in SAYS_NOTHING or value != SAYS_NOTHING[name]}


def _without(metadata: dict, names: tuple[str, ...]) -> dict:
    return {name: value for name, value in metadata.items() if name not in names}
