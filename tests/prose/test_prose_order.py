"""An order is claimed only as far as it holds: ties are ties, overlapping intervals unsettled; and 1 has its verb."""

import pandas as pd
import pytest

from analysis.estimates import describe
from analysis.prose import corpus, frames, groups, languages, sentiment, sourcing, topics, voices
from analysis.prose.corpus_limits import list_limits
from analysis.prose.frame_order import tell_order
from analysis.prose.order import count_tied

NA = float("nan")
STAMPS = pd.DataFrame({"frame": ["a"], "stamp": ["not validated"]})


def table(of="frame", width=0.01, **shares):
    """Rows of one share each, their intervals so wide; of 40 sentences in 9 documents."""
    rows = [
        {of: name, "estimate": share, "low": share - width, "high": share + width, "se": width / 2}
        for name, share in shares.items()
    ]
    return pd.DataFrame(rows).assign(n=40, documents=9)


def said(found):
    return {one.key: one.sentence for one in found}


def test_values_are_tied_only_if_they_are_the_same():
    assert [count_tied(values) for values in ([3, 3, 3, 1], [2, 1, 1], [0.1 + 0.2, 0.3], [5])] == [3, 1, 2, 1]


def test_two_frames_of_one_share_are_neither_first_nor_second():
    told = said(tell_order(table(A=0.2, B=0.2, C=0.1, D=0.05, E=0.05)))
    assert told["most-frequent-frame"] == (
        "**A** and **B** are equally frequent, and no frame more, each in 20% of 40 sentences of 9 documents."
    )
    assert "second-frame" not in told
    assert told["least-frequent-frame"] == "**D** and **E** are least frequent, each in 5% of the sentences."
    assert said(tell_order(table(A=0.2, B=0.1, C=0.1))).keys() == {"most-frequent-frame", "second-frame"}
    assert said(tell_order(table(A=0.2, B=0.1, C=0.1)))["second-frame"] == (
        "**B** and **C** follow, each in 10% of the sentences."
    )
    assert said(tell_order(table(A=0.2, B=0.2))).keys() == {"most-frequent-frame"}


def test_a_frame_is_second_or_last_only_as_far_as_its_interval_says_so():
    told = said(tell_order(table(A=0.3, B=0.12, C=0.11, width=0.02)))
    assert "not surely" not in told["most-frequent-frame"]
    assert told["second-frame"].endswith("of the sentences, not surely ahead of **C** (11%).")
    assert told["least-frequent-frame"].endswith("of the sentences, not surely less than **B** (12%).")
    all_open = said(tell_order(table(A=0.13, B=0.12, C=0.11, width=0.02)))["second-frame"]
    assert all_open.endswith("; which of the two is first is not settled, nor is it surely ahead of **C** (11%).")
    assert len(all_open.split()) < 35
    text = frames.tell_frames(table(A=0.2, B=0.2, C=0.11, D=0.1, width=0.02))
    assert text.endswith(
        "The first two are equally frequent. The intervals of the last two overlap or are missing: their order is not "
        "settled."
    )


ALIKE = "The second and third are equally frequent, as are the last two."


def test_of_frames_that_are_alike_all_are_counted():
    ends = [
        ({"A": 0.2, "B": 0.1, "C": 0.0, "D": 0.0, "E": 0.0}, "The last 3 are equally frequent."),
        ({"A": 0.2, "B": 0.2, "C": 0.2, "D": 0.1, "E": 0.05}, "The first 3 are equally frequent."),
        ({"A": 0.3, "B": 0.2, "C": 0.2, "D": 0.2, "E": 0.1}, "The 3 behind the first are equally frequent."),
        ({"A": 0.3, "B": 0.2, "C": 0.2, "D": 0.1, "E": 0.1}, ALIKE),
        ({"A": 0.3, "B": 0.2, "C": 0.2}, "The last two are equally frequent."),
        ({"A": 0.2, "B": 0.2, "C": 0.2}, "All 3 are equally frequent."),
        ({"A": 0.2, "B": 0.2}, "The two are equally frequent."),
    ]
    for shares, end in ends:
        assert frames.tell_frames(table(**shares, width=0.001)).endswith(end)
    assert "equally" not in frames.tell_frames(table(A=0.3, B=0.2, C=0.1, width=0.001))


def test_groups_that_are_all_at_one_value_have_no_highest_and_no_lowest():
    same = describe(table("outlet", A=0.0, B=0.0, C=0.0), apart=["outlet"])
    text = groups.tell_groups(same, "outlet", "share", percent=True)
    assert text.startswith("Share, 3 outlets with an interval: all are at 0%. Of 3 pairs none differs")
    two = describe(table("outlet", A=0.3, B=0.3, C=0.0), apart=["outlet"])
    assert "the highest is **A** 30% (95% interval 29% to 31%), as **B** is, the lowest **C**" in groups.tell_groups(
        two, "outlet", "share", percent=True
    )


def test_topics_and_roles_are_named_with_which_of_them_are_not_surely_ahead():
    summary = pd.DataFrame({"topic": [0, 1, 2], "label": ["a", "b", "c"], "stable": True})
    shares = table(a=0.5, b=0.21, c=0.2, width=0.02).assign(topic=[0, 1, 2])
    text = topics.tell_topics(shares, summary)
    assert "and *c* with 20% (95% interval 18% to 22%) of the text. Not surely ahead of the next: *b*." in text
    one = topics.tell_topics(shares.head(1), summary.head(1))
    assert one.startswith("1 of 1 topic is stable: *a* with 50%") and "largest" not in one
    roles = table("role", government=0.4, media=0.4, experts=0.1, width=0.03)
    assert "Not surely ahead of the next: **government**." in sourcing.tell_roles(roles)
    women, bounds = table("x", w=0.5), pd.DataFrame({"counted": ["people"], "women": 0, "men": 0})
    verbs = pd.DataFrame({"verb_group": [], "outlet": [], "estimate": []})
    told = said(sourcing.tell_sourcing(roles, women, bounds, verbs))
    assert told["most-quoted-role"] == (
        "The most frequent roles of those quoted are **government** and **media**, each with 40% of them, counted once "
        "a document."
    )
    close = said(sourcing.tell_sourcing(roles.assign(estimate=[0.41, 0.4, 0.1]), women, bounds, verbs))
    assert close["most-quoted-role"].endswith("each counted once a document, not surely ahead of **media** (40%).")


def test_speakers_of_as_many_words_are_quoted_alike():
    speakers = pd.DataFrame({"speaker": ["Ada", "Bo", "Cy"], "words": [40, 40, 20], "documents": [2, 2, 2]})
    shares, quotes = table("voice", speaker=0.4), pd.DataFrame({"speaker": ["Ada"]})
    told = said(voices.tell_findings(shares, speakers, quotes))
    assert told["most-quoted"] == (
        "**Ada** and **Bo** are quoted alike, and nobody more: each has 40% of the 100 words given to speakers."
    )
    assert told["speakers-once"] == "0 of 3 speakers stand in one document only."
    pairs = pd.DataFrame({"speaker": ["Ada", "Bo", "Cy"], "actor": "Oslo", "sentences": [3, 3, 1], "documents": 2})
    assert ": 3 sentences in 2 documents, and 1 other pair as often." in voices.tell_pairs(pairs)
    beside = pd.DataFrame({"speaker": list("abcde"), "other": "z", "documents": [4, 3, 2, 2, 2], "either": 9})
    assert "; 2 more pairs as often as the last." in sourcing.tell_beside(beside.assign(expected=1.0))


def test_of_pairs_that_all_stand_alike_none_stands_out():
    pairs = pd.DataFrame({"speaker": ["Ada", "Bo"], "actor": ["Oslo", "Bern"], "sentences": 1, "documents": 1})
    told = voices.tell_pairs(pairs)
    assert told.startswith("No pair of a speaker and an actor stands out: each of 2 stands in 1 sentence. In all, 2")
    assert voices.tell_pairs(pairs.head(1)).startswith("Most often, **Ada** speaks of **Oslo**")
    beside = pd.DataFrame({"speaker": list("abcd"), "other": "z", "documents": 2, "either": 9, "expected": 1.0})
    assert sourcing.tell_beside(beside) == "No pair stands out: each of 4 pairs is quoted together in 2 documents."
    below = sourcing.tell_beside(beside.assign(expected=[3.0, 1, 1, 1]))
    assert below.endswith(" Of 4 pairs in the table 1 stands below chance, **a** and **z** (2 against 3.0).")
    assert sourcing.tell_beside(beside.head(3)).startswith("Most often quoted together: **a** and **z**")


def test_of_one_thing_nothing_is_called_most_first_or_lowest():
    outlets = pd.DataFrame({"outlet": ["Wave"], "words": [9], "documents": [1], "share": [1.0]})
    assert corpus.tell_sizes(outlets, "outlet", "outlet") == (
        "1 outlet named; all is by *Wave*: 100% of the words (1 document)."
    )
    documents = pd.DataFrame({"doc_id": ["d"], "kind": ["post"], "words": [9]})
    assert corpus.tell_lengths(documents).startswith("The one document has 9 words. 1 document has under 50 words")
    files = pd.DataFrame({"source": ["f"], "characters": [10], "kept": [5], "removed": [5], "share_removed": [0.5]})
    assert "lost most" not in corpus.tell_removed(pd.DataFrame({"reason": ["menu"], "runs": [1]}), files)
    two = pd.concat([files, files.assign(source="g")])
    assert "2 files lost most, 50% of each." in corpus.tell_removed(pd.DataFrame({"reason": ["x"], "runs": [1]}), two)
    means = pd.DataFrame({"label": ["T"], "estimate": [0.1], "n": [7]})
    assert sentiment.tell_documents(means) == "The one document, *T* (+0.10, 7 sentences), has the mean in brackets."
    same = pd.concat([means, means], ignore_index=True)
    assert sentiment.tell_documents(same).startswith(
        "Of 2 documents, 0 have a mean below zero. 2 documents have the same mean, +0.10."
    )
    tones = table("voice", outlet=0.1)
    assert sentiment.tell_means(tones, tones, "voice").startswith("Mean compound: the outlets' own words: 0.10")


def limits(count, of=27):
    known = pd.to_datetime(pd.Series([None] * count + ["2024-01-01"] * (of - count)))
    copy_of = [f"d{place}" if place < count else None for place in range(of)]
    language = ["ru"] * count + ["en"] * (of - count)
    documents = pd.DataFrame({"published": known, "copy_of": copy_of, "language": language})
    return said(list_limits(documents, pd.DataFrame({"outlet": ["A"], "documents": [of]})))


@pytest.mark.parametrize(("count", "expected"), [
    (0, {}),
    (1, {
        "undated": "1 of 27 documents bears no date and stands in nothing that is said over time.",
        "copies": "1 of 27 documents is a copy of another, and no second witness.",
        "other-languages": "1 of 27 documents is not in English: "
        "sentiment and the shipped codebooks say nothing of it.",
    }),
    (2, {
        "undated": "2 of 27 documents bear no date and stand in nothing that is said over time.",
        "copies": "2 of 27 documents are copies of others, and no second witnesses.",
        "other-languages": "2 of 27 documents are not in English: "
        "sentiment and the shipped codebooks say nothing of them.",
    }),
])  # fmt: skip
def test_verbs_agree_with_their_number(count, expected):
    told = limits(count)
    assert {key: told[key] for key in ("undated", "copies", "other-languages") if key in told} == expected


def test_further_sentences_agree_with_one():
    assert (
        topics.tell_timeline(pd.DataFrame({"period": [1]}), 1, 3) == "2 dated documents in 1 period; 1 bears no date."
    )
    assert "1 of 2 documents bears a date" in topics.tell_timeline(pd.DataFrame(), 1, 2)
    kinds = pd.DataFrame({"kind": ["turn", "scare quotes"], "outlet": [0, 1], "all": [1, 1], "quotations": [1, 0]})
    assert sourcing.tell_kinds(kinds) == (
        "Quotations: 1 turn. Scare quotes stand in 1 place, in an outlet's own sentence."
    )
    assert "in 1 place, not in an outlet's" in sourcing.tell_kinds(kinds.assign(outlet=0))
    measured = describe(pd.DataFrame({"estimate": [0.1]}), unit="sentences", n=3, left_out={"in another language": 1})
    assert languages.tell_language(measured) == (
        "1 of 4 sentences is in another language than this measure knows: nothing is said of it, not even zero."
    )
    shares, quotes = table("voice", outlet=1.0), pd.DataFrame({"kind": [], "speaker": []})
    assert voices.tell_shares(shares, quotes).endswith("No speech was found.")
    stamps = pd.DataFrame({"frame": ["a", "b"], "stamp": ["agreement not known", "agreement not known"]})
    text = frames.tell_agreement(stamps, {"a": "A", "b": "B"})
    assert text.startswith("On none of 2 frames can these texts say whether the instruments agree.")
