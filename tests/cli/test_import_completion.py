"""Completion of `from analysis import`: the public names and nothing else."""

import pytest
from IPython.core.completer import provisionalcompleter
from IPython.core.interactiveshell import InteractiveShell

import analysis
from analysis.cli.completion import list_public_names, load_ipython_extension


@pytest.mark.parametrize("line", ["from analysis import ", "  from analysis import ("])
def test_an_import_is_offered_the_public_names_and_nothing_else(line):
    assert list_public_names(line) == (analysis.__all__, "")


def test_an_import_is_not_offered_what_it_has_already():
    assert list_public_names("from analysis import load_corpus, lo") == (["load_codebook", "load_events"], "lo")


@pytest.mark.parametrize("line", ["import ", "from analysis", "from analysis.charts import ", "from pandas import "])
def test_other_lines_are_left_to_ipython(line):
    assert list_public_names(line) == ([], "")


def test_ipython_shows_these_alone_and_its_own_elsewhere():
    shell = InteractiveShell()
    load_ipython_extension(shell)
    shell.user_ns |= {"analysis": analysis, "number": 7}

    def completions(text):
        with provisionalcompleter():
            return {one.text for one in shell.Completer.completions(text, len(text))}

    assert completions("from analysis import ") == set(analysis.__all__)
    assert completions("analysis.") == set(analysis.__all__)
    assert "number" in completions("print(numb")
