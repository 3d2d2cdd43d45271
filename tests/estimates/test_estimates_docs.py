"""The examples in docs run, and print what the pages say."""

import contextlib
import io
import re
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[2] / "docs"
BLOCK = re.compile(r"```python\n(.*?)```.*?```\n(.*?)```", re.DOTALL)


@pytest.mark.parametrize("page", ["estimates.md", "contrasts.md"])
def test_examples_print_what_the_page_says(page, monkeypatch):
    monkeypatch.chdir(DOCS.parent)
    monkeypatch.setattr("analysis.charts.show.display", lambda shown: None)
    examples = BLOCK.findall((DOCS / page).read_text(encoding="utf-8"))
    assert examples
    for code, printed in examples:
        said = io.StringIO()
        with contextlib.redirect_stdout(said):
            exec(compile(code, page, "exec"), {})  # the page's own code
        assert said.getvalue() == printed
