"""Every page of docs/ has an example that runs, every link leads somewhere, and the glossary is in order."""

import contextlib
import io
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = sorted((ROOT / "docs").glob("*.md"))
WITHOUT_CODE = {"README", "glossary", "licences"}  # an index and lists


BLOCK = re.compile(r"```python\n(?P<code>.*?)```(?P<between>.*?)(?=```python|\Z)", re.DOTALL)
PRINTED = re.compile(r"(?m)^```\n(.*?)^```$", re.DOTALL)


def examples(page):
    """The examples of a page, each with what the page says that it prints (None if it does not say)."""
    found = BLOCK.finditer(page.read_text(encoding="utf-8"))
    return [(block["code"], PRINTED.search(block["between"].split("\n## ")[0])) for block in found]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_examples_of_a_page_run_in_their_order_from_the_projects_folder(page, monkeypatch):
    assert bool(examples(page)) is (page.stem not in WITHOUT_CODE), "a page has an example that runs"
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr("analysis.charts.show.display", lambda shown: None)
    names, shown = {"__name__": page.stem}, ""
    for number, (code, printed) in enumerate(examples(page), start=1):
        said = io.StringIO()
        with contextlib.redirect_stdout(said):
            exec(compile(code, f"{page.name}, example {number}", "exec"), names)
        shown += said.getvalue()
        assert printed is None or printed[1] == said.getvalue()
    assert not examples(page) or shown.strip(), "an example shows what comes out"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_links_of_a_page_lead_to_files_that_are_there(page):
    for link in re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text(encoding="utf-8")):
        assert (page.parent / link).exists(), link


def test_the_index_names_every_page():
    index = (ROOT / "docs" / "README.md").read_text(encoding="utf-8")
    assert {page.name for page in PAGES} - {"README.md"} == set(re.findall(r"\]\(([\w-]+\.md)\)", index))


def test_the_glossary_is_in_alphabetical_order_and_defines_each_term_once():
    text = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    terms = []
    for part in text.split("\n## ")[1:]:
        own = [term.lower() for term in re.findall(r"^\| \*\*(.+?)\*\*", part, flags=re.M)]
        assert own == sorted(own)
        terms += own
    assert len(terms) == len(set(terms)) > 30
