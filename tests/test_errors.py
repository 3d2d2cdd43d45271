"""Errors say what would do, and are shown in a sentence."""

import re
import subprocess
import sys
from pathlib import Path

import nbclient
import nbformat
import pytest

from analysis.errors import InputError, require, unknown

ROOT = Path(__file__).parents[1]


def test_an_unknown_value_is_shown_with_every_choice_and_the_nearest_one():
    error = unknown("outlet", "gaurdian", ["guardian", "times"])
    assert str(error) == "outlet='gaurdian' is not one of ['guardian', 'times']. Did you mean 'guardian'?"


def test_a_long_list_of_choices_is_cut_and_counted():
    message = str(unknown("doc_id", "x", [f"d{i}" for i in range(45)]))
    assert "'d19', … (45 in all)" in message and "d20" not in message


@pytest.mark.parametrize(
    ("value", "meant"),
    [
        ("THE EVENING STAR", "Did you mean 'The Evening Star'?"),
        ("evening-post", "Did you mean 'eveningpost'?"),
        ("Evenning Post", "Did you mean 'eveningpost'?"),
        ("star", "Did you mean 'The Evening Star' or 'Starlight Daily'?"),
        ("mrs berg", "Did you mean 'Mrs Berg of Oslo'?"),
        ("the North Herald of Sunday", "Did you mean 'North Herald'?"),
        ("!?", ""),
        ("zq", ""),
    ],
)
def test_what_is_meant_is_found_whatever_its_case_its_blanks_and_what_stands_beside(value, meant):
    choices = ["The Evening Star", "eveningpost", "Starlight Daily", "Mrs Berg of Oslo", "North Herald", "…"]
    said = str(unknown("outlet", value, choices))
    assert said.partition("]. ")[2] == meant


def test_no_more_than_five_that_hold_a_word_are_named():
    said = str(unknown("actor", "berg", [f"Berg {letter}" for letter in "abcdefg"]))
    assert said.endswith("Did you mean 'Berg a', 'Berg b', 'Berg c', 'Berg d' or 'Berg e'?")


def test_a_remedy_ends_the_message():
    assert str(unknown("corpus", "?", ["a"], "Name a folder.")).endswith("['a']. Name a folder.")


def test_require_raises_only_when_the_condition_fails():
    require(True, "never")
    with pytest.raises(InputError, match=r"^always$"):
        require(False, "always")


def shown_in_ipython(lines):
    """What IPython shows on standard output of a session's lines, colours aside."""
    command = [
        sys.executable,
        "-m",
        "IPython",
        "--no-banner",
        "--simple-prompt",
        "--colors=NoColor",
        "--no-confirm-exit",
    ]
    done = subprocess.run(command, input="\n".join(lines), capture_output=True, text=True, check=True, cwd=ROOT)
    return re.sub(r"\x1b\[[0-9;]*m", "", done.stdout)


RAISE = 'from analysis.errors import InputError\ndef f(): raise InputError("x=1 is none of [2].")\n'


def test_ipython_shows_the_sentence_of_an_error_alone_and_all_of_it_when_asked():
    said = shown_in_ipython([f"exec({RAISE!r})", "f()", "print('marked')", "%tb"])
    before, after = said.split("marked")
    assert "InputError: x=1 is none of [2]." in before and "Traceback" not in before and "in f()" not in before
    assert "Traceback (most recent call last)" in after and "in f()" in after


def test_ipython_shows_other_errors_as_ever():
    assert "Traceback (most recent call last)" in shown_in_ipython(["1 / 0"])


def test_a_kernel_gives_the_error_as_one_line_with_its_name_and_message():
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(f"{RAISE}f()")])
    nbclient.NotebookClient(notebook, kernel_name="python3", allow_errors=True).execute()
    (output,) = notebook.cells[0].outputs
    assert (output.ename, output.evalue) == ("InputError", "x=1 is none of [2].")
    assert [re.sub(r"\x1b\[[0-9;]*m", "", line) for line in output.traceback] == ["InputError: x=1 is none of [2]."]
