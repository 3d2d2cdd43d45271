"""No text makes the extraction raise, and what it returns keeps its promises."""

import re
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.texts.sentences import split_sentences
from analysis.voices import assign_voices, extract_quotes
from analysis.voices.cues import load_cues
from analysis.voices.marks import HAS_MARK, find_runs

MARKS = [
    '"',
    "“",
    "”",
    "„",
    "«",
    "»",
    "‘",
    "’",
    "'",
    "''",
    "``",
    "“No,”",
    "6'2\"",
    "it's",
    "don’t",
    "<a>",
    '""',
    "「",
    "」",
    "&quot;",
    "- ",
]
SIGNS = [
    "\n",
    "\n\n",
    ",",
    ".",
    ":",
    ";",
    "!",
    "?",
    "…",
    "—",
    "-",
    "(",
    ")",
    "***",
    "💬",
    "🔴",
    "❗️",
    "1️⃣",
    "**",
    "[a](https://x.example)",
    "🇷🇺",
    "#",
    "\u200b",
    "\u00a0",
    "\u2028",
]
NAMES = [
    "Ann Lee",
    "Mr.",
    "Mrs. Clinton",
    "Hillary Clinton",
    "Peskov:",
    "he",
    "she",
    "who",
    "the official himself",
    "Ministry",
]
WORDS = [
    "said",
    "says",
    "told",
    "asked",
    "that",
    "to",
    "according to",
    "writing",
    "Said",
    "The",
    "a",
    "of",
    "with",
    "claim",
]
OTHERS = [
    "Question:",
    "Answer:",
    "U.S.",
    "10,000",
    "Я сказал",
    "é",
    "Key points",
    "The letter reads:",
    "Interview with Ann Lee",
]
PIECES = st.sampled_from(MARKS + SIGNS + NAMES + WORDS + OTHERS)
TEXTS = st.one_of(
    st.text(max_size=200), st.lists(PIECES, max_size=60).map(" ".join), st.lists(PIECES, max_size=40).map("".join)
)


def quotes_of(text: str) -> pd.DataFrame:
    return extract_quotes(pd.DataFrame({"doc_id": ["d"], "text": [text]}))


@settings(deadline=None, max_examples=60)
@given(TEXTS)
def test_rows_hold_the_texts_own_words_in_order_without_overlap(text):
    end = 0
    for row in quotes_of(text).itertuples():
        assert end <= row.start < row.end <= len(text)
        assert row.text == text[row.start : row.end] and row.text.strip()
        assert row.kind in ("direct", "indirect", "turn")
        assert row.speaker != "" and row.cue != ""
        if pd.notna(row.speaker_start):
            assert 0 <= row.speaker_start < row.speaker_end <= len(text)
        end = row.end


@settings(deadline=None, max_examples=60)
@given(TEXTS)
def test_direct_and_indirect_rows_stay_in_their_paragraph(text):
    rows = quotes_of(text)
    assert not rows.loc[rows["kind"] != "turn", "text"].str.contains("\n").any()


@settings(deadline=None, max_examples=60)
@given(TEXTS)
def test_runs_of_marks_lie_in_their_paragraph_one_after_another(text):
    end = 0
    for run in find_runs(text, 0, len(text), carried=True):
        assert end <= run.left <= run.start < run.end <= run.right <= len(text)
        end = run.right


@settings(deadline=None, max_examples=60)
@given(st.lists(TEXTS, min_size=2, max_size=3, unique=True), st.randoms())
def test_the_order_of_documents_changes_no_documents_rows(texts, random):
    documents = pd.DataFrame({"doc_id": [f"d{n}" for n in range(len(texts))], "text": texts})
    order = list(range(len(texts)))
    random.shuffle(order)
    rows, again = extract_quotes(documents), extract_quotes(documents.iloc[order])
    again = again.sort_values("doc_id", kind="stable", ignore_index=True)
    pd.testing.assert_frame_equal(rows, again)


@settings(deadline=None, max_examples=60)
@given(TEXTS)
def test_shares_lie_between_none_and_all_and_voices_follow_them(text):
    documents = pd.DataFrame({"doc_id": ["d"], "text": [text.strip()]})
    rows = assign_voices(split_sentences(documents), extract_quotes(documents), documents)
    assert rows["quoted"].between(0, 1).all()
    assert ((rows["voice"] == "speaker") == (rows["quoted"] >= 0.5)).all()


@pytest.mark.parametrize(
    "unit",
    [
        '"',
        "“",
        "''",
        "'a ",
        "“ a” ",
        "Mr. Smith said that he said ",
        "Ann Lee ",
        "X, a nurse, ",
        "<a ",
        "Ann: yes.\n",
        "💬 ",
        "(",
        "of ",
    ],
)
def test_long_hostile_texts_are_read_to_their_end(unit):
    """Forty thousand characters of each: what took squared time would not come back."""
    text = unit * (40_000 // len(unit))
    rows = quotes_of(text)
    assert ((rows["start"] < rows["end"]) & (rows["end"] <= len(text))).all()


@given(st.text(alphabet=st.sampled_from([*"a '`\"“«‘.\n"])))
def test_a_text_has_a_mark_where_one_stands_or_an_apostrophe_opens_a_word(text):
    """The expression is written so that it is searched fast; this one is written so that it is read."""
    plain = re.search(r"''|``|[\"“”„‟«»‘‚‹]|(?<!\w)'(?=\w)", text)
    found = HAS_MARK.search(text)
    assert (found is None) == (plain is None) and (found is None or found.start() == plain.start())


GOLD = Path(__file__).parents[1] / "gold"


@pytest.mark.parametrize("path", sorted(GOLD.glob("quotes_*.txt")), ids=lambda path: path.stem)
def test_a_sentence_that_breaks_off_anywhere_is_read(path):
    lines = [line.split() for line in path.read_text(encoding="utf-8").splitlines() if line.strip()][:120]
    begun = [" ".join(words[: 1 + number % len(words)]) for number, words in enumerate(lines)]
    ended = [" ".join(words[number % len(words) :]) for number, words in enumerate(lines)]
    text = "\n".join([*begun, *ended])
    quotes = extract_quotes(pd.DataFrame({"doc_id": ["a"], "text": [text]}))
    assert [text[start:end] for start, end in zip(quotes["start"], quotes["end"], strict=True)] == quotes[
        "text"
    ].tolist()


def test_a_clause_that_ends_where_the_main_one_would_begin_is_nobodys():
    assert extract_quotes(pd.DataFrame({"doc_id": ["a"], "text": ["As Ann Lee noted,"]})).empty


SMALL = "to for of that who which a the he she they and but by in on if not said was has will 52 $ Lund Mayor Rep."
CUED = [*SMALL.split(), *sorted(load_cues().forms)[::9], ",", ".", ":", '"', "-", "("]


@settings(deadline=None, max_examples=200)
@given(st.lists(st.sampled_from(CUED), min_size=1, max_size=7), st.sampled_from([str, str.upper, str.capitalize]))
def test_scraps_of_cues_and_small_words_are_read(words, changed):
    text = changed(" ".join(words))
    rows = extract_quotes(pd.DataFrame({"doc_id": ["d"], "text": [text]}))
    assert all(text[row.start : row.end] == row.text for row in rows.itertuples())


@pytest.mark.parametrize(
    "text", ["ASKED TO", "47 CAUTIONS, WILL ABOUT DÉCLARE HIS", ". повторило ( ): прем'єрові", "Питаючи. Відрізала, Це"]
)
def test_scraps_that_end_where_something_should_follow_are_read(text):
    rows = extract_quotes(pd.DataFrame({"doc_id": ["d"], "text": [text]}))
    assert len(rows) <= 1 and all(text[row.start : row.end] == row.text for row in rows.itertuples())


def test_no_break_blanks_without_a_word_behind_them_are_passed_over_once():
    """Were they tried from each of them, this would take the better part of an hour."""
    rows = extract_quotes(pd.DataFrame({"doc_id": ["a"], "text": ['"We go," said Ann Lund.' + "\u00a0" * 150_000]}))
    assert list(rows["speaker"]) == ["Ann Lund"]
