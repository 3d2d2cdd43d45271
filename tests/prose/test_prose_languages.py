"""What is said of texts that a measure does not know, and of several languages set against one another."""

import pandas as pd

from analysis.estimates import describe, estimate_means
from analysis.prose import contrasts, frames, sentiment, topics, voices
from analysis.prose.languages import caution_languages, tell_language

OTHER = "in another language"


def shares(scores):
    """Shares of one frame over a sentence in each of as many documents."""
    rows = pd.DataFrame({"sentence_id": [f"{n}:1" for n in range(len(scores))], "frame": "A", "present": scores})
    rows = describe(rows.assign(doc_id=rows["sentence_id"]), unit="sentences", missing=OTHER)
    return estimate_means(rows, "present", by="frame")


def documents(*languages):
    return pd.DataFrame({"language": languages})


def test_units_left_out_for_their_language_are_counted():
    assert tell_language(shares([1.0] * 6)) == ""
    said = tell_language(shares([1.0] * 6 + [None] * 2))
    assert said == (
        "2 of 8 sentences are in another language than this measure knows: nothing is said of them, not even zero."
    )
    assert tell_language(shares([None] * 3)).startswith("All 3 sentences are in another language")
    assert tell_language() == ""


LEFT = "sentences are in another language than this measure knows: nothing is said of them, not even zero."


def test_findings_on_frames_say_what_was_left_out_and_end_early_where_that_is_all():
    none, stamps = pd.DataFrame({"frame": [], "voice": [], "outlet": []}), pd.DataFrame({"stamp": []})
    found = frames.tell_findings(shares([1.0] * 6 + [None] * 2), none, none, stamps)
    assert [one.sentence for one in found if one.key == "other-languages"] == [f"2 of 8 {LEFT}"]
    found = frames.tell_findings(shares([None] * 3), none, none, stamps)
    assert [one.key for one in found] == ["nothing-coded", "other-languages"]
    assert found[1].sentence == f"All 3 {LEFT}" and all(one.kind == "limit" for one in found)
    assert frames.tell_frames(shares([None] * 3)) == "No sentence was coded."


def test_findings_on_voices_and_sentiment_of_another_language_alone_say_so():
    empty = describe(pd.DataFrame({"voice": [], "estimate": []}), unit="sentences", left_out={OTHER: 4})
    first, second = voices.tell_findings(empty, None, None)
    assert first.sentence == "No words were counted, so there is nothing to find."
    assert second.sentence == f"All 4 {LEFT} Quotation marks are read in any language."
    scored = pd.DataFrame({"compound": pd.Series([], dtype=float), "doc_id": []})
    assert f"All 4 {LEFT}" in [one.sentence for one in sentiment.tell_findings(scored, empty, empty, empty)]


def test_several_languages_are_named_with_their_documents_and_the_remedy():
    said = caution_languages(documents("en", "en", "ru", None))
    assert "**Several languages: en (2 documents) and ru (1 document).**" in said
    assert 'set `where = {"language": "…"}`' in said
    assert said.endswith(
        "Function words of en are left out and not those of ru: set `languages` to what the texts are in, where there "
        "is a list of it."
    )


def test_one_language_whose_function_words_are_left_out_needs_no_word():
    assert caution_languages(documents("en", "en-GB", None)) == ""
    assert caution_languages(documents("ru"), ["ru"]) == ""
    assert "of en are left out and not those of ru" in caution_languages(documents("ru"), "en")
    assert topics.caution_languages is contrasts.caution_languages is caution_languages
