"""Stretches between blanks, cut and labelled once, give what a cut of the whole text gives."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from analysis.actors.labelling import label_if_named, label_sentence
from analysis.actors.patterns import match_names
from analysis.actors.shipped_words import load_lexicon
from analysis.actors.stretches import LABELS, WORDS, _split_words, join_starts, list_stretches
from analysis.actors.tokens import cut_for_names

LEXICON = load_lexicon()
PLAIN = "Mr. J. B. U.S. J.K. Lavrov Lavrov's US-led Ji-hoon #UkraineWar #war the He Park said said. 5 \"I ( ), IS group"
OTHERS = ["May", "al-Assad", "x.", "é.", "www.a.b", "NATO,", "&", "", "\n", "\x0b"]
PIECES = [*PLAIN.split(), *OTHERS]
TEXTS = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=9).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=9).map("".join),
    st.text("aAé.-'#5 \n\x0b@_&+,sS", max_size=14),
)


@given(TEXTS)
@example('Plan B. "I left')
@example("Plan B.  J. Smith")
@example("#ukraine u #UkraineWar")
def test_a_text_in_stretches_has_the_words_and_places_of_the_whole(text):
    words, starts = _split_words(*cut_for_names(text), LEXICON)
    stretches = list_stretches(text, LEXICON)
    assert [word for stretch in map(WORDS, stretches) for word in stretch] == words
    assert join_starts(text, stretches, LEXICON) == starts
    assert "".join(map(LABELS, stretches)) == "".join(map(LEXICON.label, words))


@given(TEXTS)
@example("He Ji-hoon")
@example("IS group said")
@example("MAY SAYS IT IS SO")
def test_a_text_left_out_holds_no_name(text):
    if label_if_named(text, LEXICON) is None:
        assert list(match_names(label_sentence(text, LEXICON).labels)) == []
