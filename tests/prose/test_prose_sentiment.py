"""What is said of sentiment: from tables counted by hand."""

import pandas as pd

from analysis.prose import sentiment as prose


def estimates(by, names, values, lows, highs, documents=9):
    table = pd.DataFrame({by: names, "estimate": values, "low": lows, "high": highs, "n": 20, "documents": documents})
    table[["low", "high"]] = table[["low", "high"]].astype(float)
    return table.assign(note="", se=(table["high"] - table["low"]) / 4)


VOICES = estimates("voice", ["forwarded", "outlet", "speaker"], [0.3, -0.1, 0.2], [None, -0.2, 0.1], [None, 0.0, 0.3])
COVER = estimates("voice", ["forwarded", "outlet", "speaker"], [0.02, 0.08, 0.1], [0.0] * 3, [0.2] * 3)
SCORED = pd.DataFrame(
    {
        "doc_id": ["a", "a", "b"],
        "compound": [0.1, -0.2, None],
        "words": [6, 4, None],
        "known": [2, 0, None],
        "language": ["en", "en", "de"],
    }
)
DIFFERENCES = pd.DataFrame(
    {
        "voice": ["speaker", "forwarded"],
        "against": "outlet",
        "estimate": [0.2, -0.1],
        "low": [0.1, -0.3],
        "high": [0.3, 0.1],
    }
)
ACTORS = estimates("actor", ["Ann", "Bob", "Cid"], [0.4, -0.3, 0.1], [0.2, -0.5, None], [0.6, -0.1, None])


def test_of_what_was_scored_sentences_words_and_masked_hits_are_counted():
    masked = pd.DataFrame({"name": ["United Nations"], "hits": [2]})
    said = prose.tell_scored(SCORED, masked)
    assert "**2 sentences** of 1 document scored" in said
    assert "1 sentence not scored: in de" in said
    assert (
        "knows 20% of their 10 words (of two characters or more, as VADER cuts them); in 50% of the sentences, none"
        in said
    )
    assert "2 rated words in names masked (50% of all): all in United Nations (2)" in said
    assert "No name" in prose.tell_scored(SCORED, masked.head(0))


def test_voices_are_listed_and_not_compared_for_they_stand_in_the_same_documents():
    said = prose.tell_means(VOICES, COVER, "voice")
    assert said.startswith(
        "Mean compound, highest first: forwarded posts: 0.30 (no interval: 9 documents, all alike); quoted speech"
    )
    assert "overlap" not in said and "under 5% of the words of forwarded posts" in said


def test_outlets_are_compared_by_all_pairs():
    means, cover = (table.rename(columns={"voice": "outlet"}).assign(documents=90) for table in (VOICES, COVER))
    means = means.assign(se=means["se"] / 4)
    said = prose.tell_means(means, cover, "outlet")
    assert said.startswith("Mean compound: **speaker** 0.20") and "The two differ." in said
    assert prose.tell_means(means.head(0), cover, "outlet") == "No sentence could be scored."


def test_what_chance_could_explain_is_said_of_a_difference():
    said = prose.tell_differences(DIFFERENCES)
    assert "quoted speech more positive by 0.20 (difference +0.10 to +0.30);" in said
    assert said.endswith(
        "forwarded posts more negative by 0.10 (difference −0.30 to +0.10), which chance could explain."
    )
    assert said.startswith("Against the outlets' own words:")
    assert prose.tell_differences(DIFFERENCES.assign(against="the rest")).startswith("Against the other voices:")
    assert "No two voices were measured" in prose.tell_differences(DIFFERENCES.head(0))


def test_only_actors_that_differ_after_correction_are_named():
    mentions = pd.DataFrame({"actor": ["Ann", "Bob", "Cid", "Cid", "Cid"], "sentence_id": [*"11122"], "kind": "person"})
    said = prose.tell_actors(ACTORS.assign(q=[0.01, 0.2, None]), mentions)
    assert said.startswith(
        "3 actors in 4 pairs of a sentence and an actor. Of 2 actors set against the others of the 3 of most documents"
    )
    assert "spoken of better: Ann by 0.40 (difference +0.20 to +0.60); spoken of worse: none." in said
    assert said.endswith("for fewer than five documents with a value: 1.")
    assert "none is surely spoken of better or worse" in prose.tell_actors(ACTORS.assign(q=[0.1, 0.2, None]), mentions)
    assert "nothing to compare" in prose.tell_actors(ACTORS.head(0).assign(q=1.0), mentions)


def test_of_many_actors_three_a_side_are_named_and_the_others_counted():
    names = [f"A{place}" for place in range(10)]
    many = estimates("actor", names, [0.1 * place for place in range(1, 11)], [0.01] * 10, [2.0] * 10).assign(q=0.001)
    said = prose.tell_actors(many, many.assign(sentence_id="1", kind="person"))
    assert "better: A9 by 1.00" in said and "and 7 more; spoken of worse: none" in said


def test_findings_give_each_voice_the_differences_the_actors_and_the_limit():
    found = {
        one.key: one for one in prose.tell_findings(SCORED, VOICES, DIFFERENCES, ACTORS.assign(q=[0.01, 0.2, None]))
    }
    assert found["tone-speaker"].sentence == (
        "**Quoted speech**: mean compound 0.20 (95% interval 0.10 to 0.30), from −1 to 1, of 20 sentences."
    )
    assert (found["tone-speaker"].estimate, found["tone-speaker"].low) == (0.2, 0.1)
    assert found["tone-forwarded"].low is None
    assert found["difference-speaker"].sentence.startswith(
        "**Quoted speech**: more positive than the outlets' own words by 0.20"
    )
    assert found["difference-forwarded"].sentence.endswith(", which chance could explain.")
    assert found["toward-actors"].sentence == (
        "**Ann** is spoken of better than the others of the 3 of most documents, by 0.40 (difference +0.20 to "
        "+0.60); 1 of 2 actors differs "
        "(q < 0.05)."
    )
    assert found["lexicon"].kind == "limit" and "knows 20% of the words" in found["lexicon"].sentence
    nothing = SCORED.assign(compound=None)
    (only,) = prose.tell_findings(nothing, VOICES.head(0), DIFFERENCES.head(0), ACTORS.head(0))
    assert "nothing to find" in only.sentence


def test_translation_is_told_from_not_knowing():
    def limits(documents):
        found = prose.tell_findings(SCORED, VOICES, DIFFERENCES, ACTORS.assign(q=[0.01, 0.2, None]), documents)
        return {one.key: one.sentence for one in found if one.key.startswith("translated")}

    table = pd.DataFrame({"outlet": ["a", "a", "b"], "translated": pd.array([True, True, False], dtype="boolean")})
    assert limits(table)["translated"] == "2 of 3 documents are translated: the words rated are the translator's."
    assert limits(table)["translated-outlets"].startswith("Each outlet is either translated or not")
    unknown = table.assign(translated=pd.array([pd.NA] * 3, dtype="boolean"))
    assert limits(unknown)["translated-unknown"].startswith("Of 3 documents it is not known")
    assert limits(table.tail(1)) == {}


def test_the_lowest_and_the_highest_document_are_named():
    """Title 2 has the highest mean and two sentences: it is counted, and is no end."""
    documents = pd.DataFrame(
        {"label": ["*Title* 0", "Title 1", "Title 2"], "estimate": [-0.5, 0.25, 0.9], "n": [7, 5, 2]}
    )
    said = prose.tell_documents(documents)
    assert "Of 3 documents, 1 has a mean below zero" in said
    assert "Lowest: *Title 0* (−0.50, 7 sentences); highest: *Title 1* (+0.25, 5 sentences)" in said
    assert "1 document of under five sentences is drawn and not named" in said


def test_only_the_short_documents_that_are_drawn_are_said_to_be():
    means = [place / 100 for place in range(40)]
    documents = pd.DataFrame(
        {"label": "a", "estimate": means, "n": [3 if place in (1, 20) else 9 for place in range(40)]}
    )
    assert "1 document of under five sentences is drawn" in prose.tell_documents(documents)
    assert "under five" not in prose.tell_documents(documents[documents.index != 1].assign(n=9))
