"""Bars: after two seconds, where somebody looks on, with rate and rest; nowhere else."""

import io
import sys
import time
from types import SimpleNamespace

import pytest

from analysis import progress
from analysis.progress import QUIET, InNotebook, count_off, say_aside, shown_bars, tell_progress


def watched(monkeypatch):
    """Standard error as a terminal that somebody looks at; set in a test itself, for pytest sets it before each."""
    screen = io.StringIO()
    screen.isatty = lambda: True
    monkeypatch.setattr(sys, "stderr", screen)
    return screen


@pytest.fixture
def notebook(monkeypatch):
    """A live kernel: what is shown in it, in order."""
    shown = []

    def display(content, raw, display_id):
        shown.append(content)
        return SimpleNamespace(update=lambda content, raw: shown.append(content))

    monkeypatch.setattr("IPython.get_ipython", lambda: SimpleNamespace(kernel=1))
    monkeypatch.setattr("IPython.display.display", display)
    return shown


def test_rate_and_rest_are_told_of_what_is_done_so_far():
    """300 kB of 1.2 MB in 3 s are 100 kB a second: 9 s are left."""
    assert tell_progress("reading", 300_000, 1_200_000, 0, 3.0, "B") == "reading: 300k of 1.20MB, 100kB/s, 00:09 left"
    assert tell_progress("measuring", 0, 4, 2, 3.0, " parts") == "measuring: 0 of 4 parts, 00:03 so far, 2 refused"


def test_nothing_is_shown_in_a_pipe_nor_where_it_is_said_that_nobody_looks_on(monkeypatch):
    watched(monkeypatch)
    monkeypatch.setenv(QUIET, "1")
    with shown_bars() as told:
        assert told is None
    monkeypatch.delenv(QUIET)
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    with shown_bars() as told:
        assert told is None


def test_a_terminal_shows_nothing_of_what_is_done_at_once_and_a_bar_of_what_is_not(monkeypatch):
    terminal = watched(monkeypatch)
    assert list(count_off("ab", "measuring")) == ["a", "b"]
    assert terminal.getvalue() == ""
    with shown_bars(unit=" parts") as told:
        told("measuring", 0, 4, 0)
        told.look()
        assert "measuring" in terminal.getvalue()


def test_a_bar_that_is_always_asked_for_stays(monkeypatch):
    terminal = watched(monkeypatch)
    with shown_bars(always=True) as told:
        told("reading", 0, 10, 0)
        told("reading", 10, 10, 3)
    assert "100%" in terminal.getvalue().splitlines()[-1] and "3 refused" in terminal.getvalue()


def test_a_notebook_has_a_bar_that_goes_when_the_work_is_done(notebook):
    with shown_bars() as told:
        assert isinstance(told, InNotebook)
        for done in (0, 10):
            told("<reading>", done, 10, 0)
            told.look()
    first, last, gone = notebook
    assert '<progress value="0" max="10"' in first["text/html"] and "&lt;reading&gt;" in first["text/html"]
    assert '<progress value="10" max="10"' in last["text/html"]
    assert gone == {"text/html": "", "text/plain": ""}


def test_a_notebook_shows_nothing_of_two_seconds(notebook):
    assert list(count_off("ab", "measuring")) == ["a", "b"] and notebook == []


def test_a_stage_that_says_nothing_is_shown_all_the_same_after_two_seconds(notebook, monkeypatch):
    monkeypatch.setattr(progress, "AFTER", 0)
    monkeypatch.setattr(progress, "EVERY", 0.01)
    with shown_bars() as told:
        told("reading", 0, 10, 0)
        until = time.monotonic() + 20
        while not notebook and time.monotonic() < until:
            time.sleep(0.01)
        assert "reading: 0 of 10B" in notebook[0]["text/plain"]


def test_work_within_work_has_no_bar_of_its_own(monkeypatch):
    watched(monkeypatch)
    with shown_bars() as outer, shown_bars() as inner:
        assert outer is not None and inner is None
    with shown_bars() as again:
        assert again is not None


def test_an_aside_is_said_under_the_cell_or_on_standard_error_and_not_in_a_report(notebook, capsys, monkeypatch):
    say_aside("here")
    monkeypatch.setattr("IPython.get_ipython", lambda: None)
    say_aside("there")
    monkeypatch.setenv(QUIET, "1")
    say_aside("nowhere")
    assert capsys.readouterr() == ("here\n", "there\n")


def test_work_that_was_broken_off_in_one_cell_takes_no_bar_from_the_next(monkeypatch):
    cell = SimpleNamespace(kernel=1, execution_count=3)
    monkeypatch.setattr("IPython.get_ipython", lambda: cell)
    broken_off = count_off("ab", "measuring")
    next(broken_off)
    with shown_bars() as told:
        assert told is None
    cell.execution_count = 4
    with shown_bars() as told:
        assert told is not None
    broken_off.close()
    assert progress._shown == []
