"""Charts and readings of sentiment: their geometry, their labels, their words, from tables counted by hand."""

import pandas as pd

from analysis.charts.sentiment import actor_tones, document_means, sentiment_means, tone_bars
from analysis.charts.theme import NoChart
from analysis.prose import sentiment as readings


def estimates(by, names, values, lows, highs, documents=9):
    table = pd.DataFrame({by: names, "estimate": values, "low": lows, "high": highs, "n": 20, "documents": documents})
    return table.assign(note="")


VOICES = estimates("voice", ["forwarded", "outlet", "speaker"], [0.3, -0.1, 0.2], [None, -0.2, 0.1], [None, 0.0, 0.3])
COVER = estimates("voice", ["forwarded", "outlet", "speaker"], [0.02, 0.08, 0.1], [0.0] * 3, [0.2] * 3)
LABELS = {"outlet": "own words", "speaker": "speech", "forwarded": "forwarded"}


def test_means_stand_beside_the_share_of_words_known_in_the_order_of_the_labels():
    chart = sentiment_means(VOICES, COVER, "voice", "By voice", labels=LABELS)
    means, share = chart.figure.axes
    assert [label.get_text() for label in means.get_yticklabels()] == ["own words", "speech", "forwarded"]
    dots = {tuple(point) for dots in means.collections for point in getattr(dots, "get_offsets", list)()}
    assert {(-0.1, 0.0), (0.2, 1.0), (0.3, 2.0)} <= dots
    assert sorted(map(tuple, share.collections[0].get_offsets())) == [(0.02, 2.0), (0.08, 0.0), (0.1, 1.0)]
    assert "lexicon knows 8%" in chart.alt and chart.name == "sentiment-by-voice"


def test_bars_of_tones_fill_the_whole_and_name_their_shares():
    shares = pd.DataFrame({"voice": "outlet", "tone": ["negative", "neutral", "positive"], "estimate": [0.5, 0.3, 0.2]})
    axes = tone_bars(shares, "voice", LABELS).figure.axes[0]
    assert [round(bar.get_x(), 2) for bar in axes.patches] == [0, 0.5, 0.8]
    assert [text.get_text() for text in axes.texts] == ["50%", "30%", "20%"]


def documents(count):
    values = [(place - count / 2) / count for place in range(count)]
    table = pd.DataFrame({"label": [f"Title {place}" for place in range(count)], "estimate": values, "n": 7})
    return table.assign(lower=table["estimate"] - 0.1, upper=table["estimate"] + 0.1)


def test_documents_are_drawn_from_lowest_to_highest_and_the_middle_of_many_is_told():
    axes = document_means(documents(4).iloc[::-1]).figure.axes[0]
    assert next(label.get_text() for label in axes.get_yticklabels()) == "Title 0 (7)"
    many = document_means(documents(100))
    assert len(many.figure.axes[0].get_yticklabels()) == 30 and len(many.data) == 100
    assert any("70 between them" in text.get_text() for text in many.figure.texts)


def test_actors_best_spoken_of_come_first_whatever_the_voice():
    table = pd.concat(
        estimates("actor", ["Ann", "Bob"], values, [None, None], [None, None]).assign(voice=voice)
        for voice, values in {"outlet": [-0.5, 0.4], "speaker": [0.1, -0.1]}.items()
    )
    axes = actor_tones(table, "voice", LABELS).figure.axes[0]
    assert [label.get_text() for label in axes.get_yticklabels()] == ["Bob", "Ann"]


def test_an_empty_table_makes_no_chart():
    for draw in (lambda: document_means(documents(0)), lambda: sentiment_means(VOICES.head(0), COVER, "voice", "x")):
        assert isinstance(draw(), NoChart)


def test_reading_of_what_was_scored_counts_sentences_words_and_masked_hits():
    scored = pd.DataFrame(
        {
            "doc_id": ["a", "a", "b"],
            "compound": [0.1, -0.2, None],
            "words": [6, 4, None],
            "known": [2, 0, None],
            "language": ["en", "en", "de"],
        }
    )
    masked = pd.DataFrame({"name": ["United Nations"], "hits": [2]})
    said = readings.read_scored(scored, masked)
    assert "**2 sentences** of 1 document scored" in said
    assert "1 sentence not scored: in de" in said
    assert "knows 20% of their 10 words; in 50% of them, none" in said
    assert "2 rated words in names masked (50% of all): most in United Nations (2)" in said
    assert "No name" in readings.read_scored(scored, masked.head(0))


def test_reading_of_means_says_when_ends_are_apart_and_when_the_lexicon_knows_too_little():
    said = readings.read_means(VOICES, COVER, "voice")
    assert said.startswith(
        "Mean compound, highest first: forwarded posts: 0.30 (no interval: 9 documents); quoted speech"
    )
    assert "cannot be told apart" in said
    assert "under 5% of the words of forwarded posts" in said
    assert "do not overlap" in readings.read_means(VOICES.iloc[1:], COVER.iloc[1:], "voice")
    assert "overlap" not in readings.read_means(VOICES, COVER, "voice", ends=False)


def test_reading_of_differences_names_what_chance_could_explain():
    table = pd.DataFrame(
        {"voice": ["speaker", "forwarded"], "estimate": [0.2, -0.1], "low": [0.1, -0.3], "high": [0.3, 0.1]}
    )
    said = readings.read_difference(table)
    assert "quoted speech more positive by 0.20 (difference +0.10 to +0.30);" in said
    assert said.endswith(
        "forwarded posts more negative by 0.10 (difference -0.30 to +0.10), which chance could explain."
    )
    assert "only one voice" in readings.read_difference(table.head(0))


def test_reading_of_actors_names_only_those_that_differ_after_correction():
    table = estimates("actor", ["Ann", "Bob", "Cid"], [0.4, -0.3, 0.1], [0.2, -0.5, None], [0.6, -0.1, None])
    said = readings.read_actors(
        table.assign(q=[0.01, 0.2, None]), pd.DataFrame({"actor": ["Ann", "Bob", "Cid", "Cid"]})
    )
    assert "3 actors in 4 pairs" in said
    assert "better than the others: Ann by 0.40 (difference +0.20 to +0.60)." in said
    assert "worse than the others: none." in said
    assert said.endswith("for fewer than five documents: 1.")
    assert "nothing to compare" in readings.read_actors(table.head(0), pd.DataFrame({"actor": []}))


def test_caution_tells_translation_from_not_knowing():
    table = pd.DataFrame({"outlet": ["a", "a", "b"], "translated": pd.array([True, True, False], dtype="boolean")})
    assert "**2 documents of 3 machine-translated.**" in readings.caution_translated(table)
    assert "Each outlet is either translated or not" in readings.caution_translated(table)
    unknown = table.assign(translated=pd.array([pd.NA] * 3, dtype="boolean"))
    assert "Of 3 documents it is not known" in readings.caution_translated(unknown)
    assert readings.caution_translated(table.tail(1)) == "No document is marked as translated."


def test_reading_of_documents_names_the_ends():
    said = readings.read_documents(documents(4).assign(n=[7, 7, 7, 2]))
    assert "Of 4 documents, 2 have a mean below zero" in said
    assert "Lowest: *Title 0* (-0.50, 7 sentences); highest: *Title 3* (+0.25, 2 sentences)" in said
    assert "1 have under five sentences" in said
