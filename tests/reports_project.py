"""Small projects with notebooks of their own, for the tests of reports, the command and the site."""

import json

PARAMETERS = {
    "corpus": 'corpus: str = "../seeds"  # file or folder to read',
    "where": "where: dict = {}  # filters",
    "seed": "seed: int = 0  # random seed",
    "save_to": 'save_to: str = ""  # folder for charts and tables',
}
KERNEL = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
CHART = """
figure, grid = theme.new_chart("Three values", "a subtitle", "n = 3 documents.")
grid[0, 0].barh(["a", "b", "c"], [1, 2, 3])
"""


def markdown(text, name):
    return {"cell_type": "markdown", "id": name, "metadata": {}, "source": text}


def code(text, name, *tags):
    metadata = {"tags": list(tags)} if tags else {}
    return {
        "cell_type": "code",
        "id": name,
        "metadata": metadata,
        "source": text.strip(),
        "outputs": [],
        "execution_count": None,
    }


def write_notebook(
    project, name, *cells, parameters=("seed", "save_to"), own=(), title="A title", opening="An opening."
):
    """Write notebooks/NAME.ipynb: title, parameters, then the cells (texts are code)."""
    lines = [*(PARAMETERS[parameter] for parameter in parameters), *own]
    content = [markdown(f"# {title}\n\n{opening}", "title"), code("\n".join(lines), "parameters", "parameters")]
    content += [code(cell, f"cell-{number}") if isinstance(cell, str) else cell for number, cell in enumerate(cells)]
    path = project / "notebooks" / f"{name}.ipynb"
    path.parent.mkdir(parents=True, exist_ok=True)
    notebook = {"cells": content, "metadata": KERNEL, "nbformat": 4, "nbformat_minor": 5}
    path.write_text(json.dumps(notebook, indent=1), encoding="utf-8")
    return path


def write_reports(project, text):
    path = project / "notebooks" / "reports.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def table_cell(rows="{'frame': ['conflict', 'morality'], 'share': [0.25, seed / 10]}", name="frames"):
    """Code that saves a table of the rows."""
    return (
        "import pandas as pd\nfrom analysis.charts.show import save_into, show_table\n"
        f"save_into(save_to)\nshow_table(pd.DataFrame({rows}), {name!r}, caption='Shares.')"
    )


def chart_cell(name="bars", alt="Three bars, the longest is c."):
    """Code that shows and saves a chart."""
    return (
        "import pandas as pd\nfrom analysis.charts import theme\nfrom analysis.charts.show import save_into, show\n"
        f"{CHART.strip()}\n"
        "values = pd.DataFrame({'bar': ['a', 'b', 'c'], 'value': [1, 2, 3]})\n"
        f"save_into(save_to)\nshow(theme.finish(figure, {name!r}, values, {alt!r}))"
    )
