"""What the front page says of a notebook: its findings, three sentences of them, or else its first paragraph."""

import json
from types import SimpleNamespace

import pytest

from analysis.reports.drawn.cards import make_card

OPENING = "What is in these texts?"


def card(tmp_path, *said, line=""):
    """A card of a notebook that was run, whose cell tagged `headline` said this."""
    outputs = [{"output_type": "display_data", "data": {"text/markdown": text}} for text in said]
    cells = [{"cell_type": "code", "metadata": {"tags": ["headline"]}, "source": "x", "outputs": outputs}]
    (tmp_path / "n.ipynb").write_text(json.dumps({"cells": cells}))
    entry = SimpleNamespace(name="n", title="N", line=line, notebook=SimpleNamespace(opening=OPENING))
    return make_card(entry, tmp_path / "n.ipynb", [], None)["line"]


def test_the_first_thing_that_a_headline_says_is_shown_without_its_marks(tmp_path):
    assert card(tmp_path, "**Conflict** has 5%.", "A caution.") == "Conflict has 5%."


def test_of_many_sentences_three_are_shown_and_a_number_ends_none(tmp_path):
    assert card(tmp_path, "One is 0.5 (q < 0.05). Two. Three! Four.") == "One is 0.5 (q < 0.05). Two. Three!"


def test_sentences_that_have_no_room_are_left_out_whole(tmp_path):
    long = "b" * 600 + "."
    assert card(tmp_path, f"A first one. {long} Third.") == "A first one."


def test_a_first_sentence_without_room_is_cut_after_a_word(tmp_path):
    line = card(tmp_path, "word " * 200)
    assert line.endswith("word …") and len(line) <= 522


@pytest.mark.parametrize(("line", "shown"), [("Said in reports.yaml.", "Said in reports.yaml."), ("", OPENING)])
def test_a_notebook_without_a_headline_is_told_by_its_line_or_its_opening(tmp_path, line, shown):
    assert card(tmp_path, line=line) == shown
