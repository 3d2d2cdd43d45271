"""Codebooks: what they hold once loaded, and that every mistake in one is told with its line."""

import re
import textwrap

import pytest

from analysis.errors import InputError
from analysis.frames.codebooks import Codebook, list_codebooks, load_codebook
from analysis.frames.codebooks.patterns import cut_text, fold_text, parse_word

GOOD = """\
codebook: small
title: A small codebook
source: made for this test
frames:
  - frame: strife
    label: Strife
    definition: People quarrel.
    items:
      - item: quarrel
        question: Do they quarrel?
        words:
          - quarrel*
          - {word: fight, weight: 2, unless: [fight club]}
        statements:
          - They quarrel.
      - item: pictures
        question: Are there pictures of it?
        applies: false
        reason: text has none
"""


def write(tmp_path, text):
    path = tmp_path / "small.yaml"
    path.write_text(textwrap.dedent(text), encoding="utf-8")
    return path


def refusal(tmp_path, old, new):
    """The message for the good codebook with one stretch of it changed."""
    assert old in GOOD
    with pytest.raises(InputError) as caught:
        load_codebook(write(tmp_path, GOOD.replace(old, new)))
    return str(caught.value)


def test_a_codebook_is_loaded_by_path_with_its_items_words_and_statements(tmp_path):
    book = load_codebook(str(write(tmp_path, GOOD)))
    quarrel, pictures = book.frame("strife").items
    assert [word.text for word in quarrel.words] == ["quarrel*", "fight"]
    assert (quarrel.words[1].weight, quarrel.words[1].unless, quarrel.words[1].line) == (2.0, (("fight", "club"),), 13)
    assert quarrel.statements == ("They quarrel.",)
    assert not pictures.applies and pictures.reason == "text has none"
    assert book.frame("strife").source == "made for this test"  # the codebook's, where the frame names none
    assert list(book.table()["item"]) == ["quarrel", "pictures"]


def test_a_codebook_that_is_loaded_already_is_taken_as_it_is():
    book = load_codebook("generic")
    assert isinstance(book, Codebook) and load_codebook(book) is book


@pytest.mark.parametrize("name", list_codebooks())
def test_the_packaged_codebooks_load_and_can_be_measured_both_ways(name):
    book = load_codebook(name)
    assert book.name == name
    book.check_measurable("words")
    book.check_measurable("statements")


def test_generic_has_the_twenty_items_of_its_source_and_leaves_the_visual_one_out():
    """Semetko & Valkenburg 2000: 5 + 5 + 4 + 3 + 3 questions; the one on pictures cannot be asked of text."""
    book = load_codebook("generic")
    assert {frame.name: len(frame.items) for frame in book.frames} == {
        "responsibility": 5,
        "human_interest": 5,
        "conflict": 4,
        "morality": 3,
        "economic": 3,
    }
    assert [item.name for frame in book.frames for item in frame.items if not item.applies] == ["visuals"]


def test_an_unknown_name_is_told_with_the_choices():
    with pytest.raises(InputError, match=r"codebook='generik' is not one of \[.*'generic'.*Did you mean 'generic'\?"):
        load_codebook("generik")
    with pytest.raises(InputError, match="there is no such file"):
        load_codebook("nowhere/own.yaml")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("definition: People", "defnition: People", "line 7: key 'defnition' of a frame|Did you mean 'definition'"),
        ("    label: Strife\n", "", "line 5: a frame lacks label"),
        ("title: A small codebook", "title:", "line 2: title of the codebook is empty"),
        ("weight: 2", "weight: 20", "line 13: weight of .* is 20; a weight is above 0 and at most 10"),
        ("weight: 2", "weight: heavy", "line 13: weight of .* is 'heavy'; write a number"),
        ("- quarrel*", "- quarrel?", r"line 12: .*\['\?'\] means nothing in a word"),
        ("- quarrel*", "- '*'", "line 12: .*two letters in a row"),
        ("- quarrel*", "- treat{y", "line 12: .*braces must be closed"),
        ("- quarrel*", "- fight", "line 13: 'fight' of frame 'strife' stands there already, as 'fight' on line 12"),
        ("applies: false", "applies: perhaps", "line 18: applies of .* write true or false"),
        ("        reason: text has none\n", "", "line 16: item 'pictures' of frame 'strife' does not apply but"),
        ("item: pictures", "item: quarrel", "line 16: item 'quarrel' stands there already"),
        ("item: quarrel", "item: Quarrel!", "line 9: .* a name is small letters"),
        ("frames:", "masks: [quarrel*]\nframes:", r"line 13: 'quarrel\*' could never be found: .*masked on line 4"),
        ("title: A small codebook", "title: A\ntitle: B", "line 3: key 'title' stands twice, first on line 2"),
        ("title: A small codebook", "title: [a", "line 3: not YAML"),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path, old, new, message):
    said = refusal(tmp_path, old, new)
    assert said.startswith("small.yaml, line ")
    for part in message.split("|"):
        assert re.search(part, said), said


def test_aliases_are_refused_so_that_a_file_is_no_larger_than_it_looks(tmp_path):
    with pytest.raises(InputError, match=r"line 3: an alias .* hides what it stands for: write it out"):
        load_codebook(
            write(tmp_path, GOOD.replace("A small codebook", "&a A small codebook").replace("made for this test", "*a"))
        )


def test_a_file_that_is_empty_or_not_utf_8_is_refused(tmp_path):
    with pytest.raises(InputError, match=r"small\.yaml is empty"):
        load_codebook(write(tmp_path, "# nothing\n"))
    path = tmp_path / "latin.yaml"
    path.write_bytes("title: naïve".encode("latin-1"))
    with pytest.raises(InputError, match="not UTF-8 at byte 9"):
        load_codebook(path)


def test_words_like_no_and_on_stay_words(tmp_path):
    """YAML takes a bare `no` for False; a codebook means the word."""
    book = load_codebook(write(tmp_path, GOOD.replace("- quarrel*", "- no")))
    assert book.frames[0].items[0].words[0].text == "no"


def test_a_method_that_a_frame_has_nothing_for_is_refused_by_name(tmp_path):
    book = load_codebook(write(tmp_path, GOOD.replace("        statements:\n          - They quarrel.\n", "")))
    with pytest.raises(InputError, match="no item of strife has statements, which method='meaning' needs"):
        book.check_measurable("statements")


def test_tokens_are_words_without_possessives_and_marks_on_their_own():
    assert cut_text(fold_text("Russia's cease-fire; the U.S. won’t.")) == [
        "russia", "cease", "fire", ";", "the", "u", "s", "won't", ".",
    ]  # fmt: skip


def test_a_word_is_cut_as_text_is():
    assert parse_word("cease-fire") == (("cease", "fire"),)
    assert parse_word("treat{y,ies} * war") == (("treaty", "*", "war"), ("treaties", "*", "war"))


def test_folding_keeps_every_character_in_its_place():
    """'İ' lowers to two characters; offsets would move."""
    assert fold_text("İA’") == "İa'"
