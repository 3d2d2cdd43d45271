"""The suite's notebooks are articles with parameters: short cells, no logic, no outputs, names that stay."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from IPython.core.interactiveshell import InteractiveShell

from analysis.reports.asked.configuration import load_reports
from analysis.reports.asked.notebooks import load_notebook, source
from analysis.reports.asked.parameters import parse_parameters
from analysis.reports.asked.project import Project
from analysis.reports.asked.style import COMMON, find_faults, find_remarks
from reports_project import code, markdown, write_notebook

ROOT = Path(__file__).parents[1]
EVERY = sorted((ROOT / "notebooks").glob("*.ipynb"))
TOUR = ROOT / "notebooks" / "tour.ipynb"  # for whoever begins, no page of a report
PATHS = [path for path in EVERY if path != TOUR]
COMMON_ALL = ("corpus", "where", "seed", "save_to")


@pytest.fixture(params=PATHS, ids=lambda path: path.stem)
def notebook(request):
    return load_notebook(request.param)


@pytest.mark.parametrize("path", EVERY, ids=lambda path: path.stem)
def test_a_notebook_has_no_fault_and_no_remark(path):
    notebook = load_notebook(path)
    assert find_faults(notebook) + find_remarks(notebook) == []


def test_a_notebook_begins_with_its_question_and_its_caveats(notebook):
    opening = source(notebook.cells[0])
    assert notebook.opening, "the title is followed by a paragraph"
    assert len(opening.split()) > 30, "the first cell says the question, what the answer looks like, the caveats"


def test_prose_stands_before_code_in_each_part_of_a_notebook(notebook):
    kinds = [cell["cell_type"] for cell in notebook.cells]
    assert kinds.count("markdown") >= 3
    run = longest = 0
    for kind in kinds:
        run = run + 1 if kind == "code" else 0
        longest = max(longest, run)
    assert longest <= 5, f"{longest} code cells stand under one another without a word between them"


def test_most_code_cells_are_short(notebook):
    lines = [len(source(cell).splitlines()) for cell in notebook.cells if cell["cell_type"] == "code"]
    assert sum(count <= 5 for count in lines) > len(lines) / 2


def test_a_notebook_says_its_findings_before_it_shows_a_chart_or_a_table(notebook):
    (headline,) = notebook.tagged("headline")
    place = notebook.cells.index(headline)
    assert source(notebook.cells[place - 1]).startswith("## Findings") and "tell_findings(" in source(headline)
    before = [source(cell) for cell in notebook.cells[:place] if cell["cell_type"] == "code"]
    assert not any(word in text for text in before for word in ("show(", "show_table(", "show_contrast("))


def test_a_notebook_has_some_four_hundred_words_of_prose(notebook):
    assert 350 <= len(notebook.prose.split()) <= 500


def test_a_cell_of_seven_lines_passes_and_one_of_eight_does_not_be_it_of_parameters(tmp_path):
    seven = [f"p{number}: int = 1  # number" for number in range(7 - len(COMMON))]
    notebook = small(tmp_path, code("\n".join(["1"] * 7), "cell"), own=seven)
    assert find_remarks(notebook) == []
    (remark,) = find_remarks(small(tmp_path, own=[*seven, "more: int = 1  # number"]))
    assert "has 8 lines, more than 7" in remark


@pytest.mark.parametrize("path", EVERY, ids=lambda path: path.stem)
def test_a_notebook_is_written_as_jupyter_writes_it_so_that_diffs_stay_small(path):
    text = path.read_text(encoding="utf-8")
    assert text == json.dumps(json.loads(text), indent=1, ensure_ascii=False, sort_keys=True) + "\n"


def test_the_tour_leads_from_the_seeds_to_a_chart_its_sentences_and_a_picture_on_the_disk(tmp_path, monkeypatch):
    monkeypatch.chdir(TOUR.parent)
    shell = InteractiveShell()
    shown = []
    for cell in load_notebook(TOUR).cells:
        if cell["cell_type"] == "code":
            more = f"\nsave_to = {str(tmp_path)!r}" if "parameters" in cell["metadata"].get("tags", []) else ""
            done = shell.run_cell(source(cell) + more)
            assert done.success, source(cell)
            shown.append(done.result)
    kinds = [type(one).__name__ for one in shown]
    assert {"Frames", "Passages", "Chart"} <= set(kinds)
    passages = shown[kinds.index("Passages")]
    assert len(passages) == 5 and set(passages["voice"]) == {"outlet"} and passages["evidence"].notna().all()
    assert {path.name for path in tmp_path.rglob("*")} >= {"frames-by-voice.png", "frames-by-voice.csv"}


def test_every_notebook_is_in_a_report():
    used = {entry.notebook.name for report in load_reports(Project(ROOT)).values() for entry in report.entries}
    assert used == {path.stem for path in PATHS}


def small(tmp_path, *cells, **more):
    return load_notebook(write_notebook(tmp_path, "n", *cells, parameters=COMMON_ALL, **more))


def test_a_plain_notebook_passes(tmp_path):
    notebook = small(tmp_path, "from analysis.charts.show import say\nsay('x')")
    assert find_faults(notebook) == find_remarks(notebook) == []


@pytest.mark.parametrize(
    ("cell", "remark"),
    [
        (code("def f():\n    pass", "cell"), "holds a function"),
        (code("f = lambda: 1", "cell"), "holds a lambda"),
        (code("while True:\n    pass", "cell"), "holds a loop"),
        (code("class A:\n    pass", "cell"), "holds a class"),
        (code("\n".join(["1"] * 8), "cell"), "has 8 lines, more than 7"),
        (code("from pandas import DataFrame", "cell"), "imports pandas; notebooks import from analysis alone"),
        (code("from . import x", "cell"), "imports .; notebooks"),
        (code("1", "Cell 1"), "the cell id 'Cell 1' is no readable name"),
        (code("1", "title"), "the cell id 'title' is there 2 times"),
        (code("1", "cell") | {"outputs": [{"output_type": "stream"}]}, "has outputs"),
        (code("1", "cell") | {"execution_count": 3}, "has outputs"),
        (code("1 +", "cell"), "cell cell: n.ipynb, cell cell, line 1"),
    ],
)
def test_what_is_not_like_the_suites_notebooks_is_remarked_on(tmp_path, cell, remark):
    remarks = find_remarks(small(tmp_path, cell))
    assert any(remark in line for line in remarks), remarks


def test_a_notebook_without_title_comments_or_the_common_parameters_is_remarked_on(tmp_path):
    path = write_notebook(tmp_path, "n", parameters=(), own=["seed: int = 1", "k: int = 2"])
    content = json.loads(path.read_text())
    content |= {"cells": content["cells"][1:], "nbformat_minor": 4, "metadata": {}}
    path.write_text(json.dumps(content))
    assert find_remarks(load_notebook(path)) == [
        "n: is of format 4.4, which has no cell ids; use 4.5",
        "n: does not begin with a title: `# …` in the first cell, the question and the caveats under it",
        "n: asks for the kernel None, not 'python3'",
        "n: lacks the parameter `corpus: str = '../seeds'`",
        "n: lacks the parameter `where: dict = {}`",
        "n: has `seed: int = 1`, not `seed: int = 0` as all have",
        "n: lacks the parameter `save_to: str = ''`",
        "n: parameter seed has no comment that says what it is",
        "n: parameter k has no comment that says what it is",
    ]


def test_the_common_parameters_are_the_ones_that_the_command_sets(tmp_path):
    assert list(COMMON) == list(COMMON_ALL)
    assert list(parse_parameters(small(tmp_path, markdown("x", "prose")))) == list(COMMON_ALL)


def test_a_notebook_runs_under_papermill_from_any_folder_with_filters_written_as_json(tmp_path):
    """As `papermill notebooks/00-corpus.ipynb out.ipynb -p corpus seeds -p where '{"kind": "article"}'` does it."""
    where, quiet = '{"kind": "article"}', ("--no-progress-bar", "--log-level", "ERROR")
    given = ("-p", "corpus", "seeds", "-p", "where", where)
    command = [sys.executable, "-m", "papermill", str(ROOT / "notebooks" / "00-corpus.ipynb"), "out.ipynb"]
    done = subprocess.run([*command, *given, *quiet], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["out.ipynb"], "nothing else is written"
    cells = json.loads((tmp_path / "out.ipynb").read_text(encoding="utf-8"))["cells"]
    outputs = [output for cell in cells for output in cell.get("outputs", [])]
    streams = {output["name"]: "".join(output["text"]) for output in outputs if output["output_type"] == "stream"}
    assert streams.keys() == {"stdout"} and "the project's" in streams["stdout"]
