"""Quotations are what somebody says: the card of a corpus, its names and a report's front page count the same."""

from analysis.corpus import load_corpus
from analysis.corpus.cards import make_corpus_card
from analysis.reports.drawn.corpora import describe_corpus
from analysis.voices.assign import select_speech
from analysis.voices.speech import count_spoken, tabulate_speakers

TEXT = 'A plan\n\n"The bridge will open in May," Ann Lee said. Ann Lee criticised the delays. Ann Lee wants to leave.\n'


def test_what_is_told_of_somebody_is_no_quotation_on_any_page(tmp_path):
    """Lee says one thing; the outlet tells that she criticised and wants something, which are rows of quotes too."""
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    for texts in (load_corpus(tmp_path, cache=False), load_corpus(tmp_path, cache=False).where(kind="article")):
        assert len(texts.quotes) > 1 and len(select_speech(texts.quotes)) == 1
        assert f"1 quotation of speech (.quotes has {len(texts.quotes)} rows)," in make_corpus_card(texts).lead
        assert f"{len(texts.quotes)} quotes (1 of speech), " in repr(texts)
        names = texts.names
        assert names.loc[names["actor"] == "Ann Lee", "speeches"].sum() == 1
        speakers = tabulate_speakers(texts.quotes, count_spoken(texts.sentences, texts.quotes)).set_index("speaker")
        assert speakers.loc["Ann Lee", ["direct", "indirect", "turn"]].sum() == 1
    assert describe_corpus(tmp_path)["quotes"] == 1
