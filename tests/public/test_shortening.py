"""Runs of a corpus's words become a line that names them, however they are written; quotations stay."""

import json
import re

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.errors import InputError
from analysis.public import mode, shown
from analysis.public.mode import Limits
from analysis.public.shortening import shorten, shorten_cells, shorten_rows
from analysis.public.texts import gather_texts, load_texts
from analysis.public.windows import hash_windows, list_covered, mark_covered
from analysis.public.words import cut_words, hash_words

# 40 different words, w0 to w39; the second sentence, w10 to w19, may be quoted
WORDS = [f"w{number}" for number in range(40)]
TEXT = ". ".join(" ".join(WORDS[begin : begin + 10]) for begin in (0, 10, 20, 30))
QUOTE = " ".join(WORDS[10:20])
TEXTS = gather_texts([("doc", TEXT)], [], {"doc": [QUOTE]}, Limits(25, 3))


def longest_run(text, of=WORDS):
    """The longest run of words of a text that stands in another, counted one by one."""
    words, best = re.findall(r"\w+", text), 0
    joined = f" {' '.join(of)} "
    for begin in range(len(words)):
        while begin + best < len(words) and f" {' '.join(words[begin : begin + best + 1])} " in joined:
            best += 1
    return best


def test_a_run_that_may_not_be_shown_is_named_by_length_document_and_hash():
    """sha256 of "w0 w1 w2 w3 w4 w5 w6 w7 w8", counted with sha256sum."""
    assert shorten(f"He wrote: “{' '.join(WORDS[:9])}” and left.", TEXTS) == (
        "He wrote: “[9 words of doc, sha256:61cf70593eeb]” and left."
    )


def test_a_quotation_that_may_be_shown_stays_and_what_stands_around_it_goes():
    assert shorten(QUOTE, TEXTS) == QUOTE
    shortened = shorten(TEXT, TEXTS)
    before, after = hash_words(WORDS[:10]), hash_words(WORDS[20:])
    assert shortened == f"[10 words of doc, sha256:{before}]. {QUOTE}. [20 words of doc, sha256:{after}]"


def test_seven_words_are_nobodys_text_and_eight_are():
    assert shorten(" ".join(WORDS[20:27]), TEXTS) == " ".join(WORDS[20:27])
    assert shorten(" ".join(WORDS[20:28]), TEXTS).startswith("[8 words of doc")


@pytest.mark.parametrize(
    "written",
    [
        "W20 W21 W22 W23 W24 W25 W26 W27 W28",
        "w20\u00a0w21\u2009w22 w\u00ad23 w2\u200b4 w25 w26 w27 w28",
        "w20, “w21” (w22) — w23… *w24* w25; w26\nw27\tw28",
        "w20 &quot;w21&quot; w&shy;22 w23&nbsp;w24 w&#50;5 w26 w27 w28",
        "ｗ２０ w21 w22 w23 w24 w25 w26 w27 w28",
    ],
)
def test_capitals_blanks_invisible_letters_entities_and_marks_hide_nothing(written):
    assert longest_run(shorten(written, TEXTS)) < 8
    assert "[9 words of doc, sha256:" in shorten(written, TEXTS)


def test_text_split_by_tags_is_one_text_and_its_tags_stay():
    html = '<td title="x">w20 <mark>w21 w22</mark> w23 w24</td><td>w25 <b>w26</b> w27 w28 end</td>'
    shortened = shorten(html, TEXTS, markup=True)
    tags = re.compile("<[^>]*>")
    assert tags.findall(shortened) == tags.findall(html)
    assert "[9 words of doc" in shortened and shortened.endswith(" end</td>") and "w21" not in shortened


def test_text_in_an_attribute_and_in_a_comment_is_found_too():
    text = " ".join(WORDS[20:30])
    for html in (f'<img alt="{text}">', f"<svg><!-- {text} --></svg>", f"<desc>{text}</desc>"):
        shortened = shorten(html, TEXTS, markup=True)
        assert "w21" not in shortened and shortened.count("<") == html.count("<")


def test_words_between_signs_of_less_and_more_are_found_in_plain_text():
    assert "[9 words of doc" in shorten("a <b w20 w21 w22 w23 w24 w25 w26 w27 w28 > c", TEXTS)


def test_a_run_that_goes_on_in_the_next_cell_is_one_run_and_cells_stay_cells():
    cells = ["w20 w21 w22", "w23 w24", "w25 w26 w27 w28 w29", "7"]
    shortened = shorten_cells(cells, TEXTS)
    assert len(shortened) == 4 and shortened[0].startswith("[10 words of doc") and shortened[1:] == ["", "", "7"]
    assert shorten_cells(["a", "b"], TEXTS) == ["a", "b"]


def test_pieces_of_a_text_that_stand_under_one_another_are_one_run():
    pieces = [" ".join(WORDS[begin : begin + 6]) for begin in (10, 16, 22, 28)]
    rows = [[piece, f"speaker {number}", "said"] for number, piece in enumerate(pieces)]
    assert longest_run(" ".join(row[0] for row in rows)) == 24
    after = shorten_rows(rows, TEXTS)
    assert longest_run(" ".join(row[0] for row in after)) == 10  # w10 to w19, which may be quoted
    assert [row[1:] for row in after] == [row[1:] for row in rows]
    assert shorten_rows([["a"], ["b", "c"]], TEXTS) == [["a"], ["b", "c"]] and shorten_rows([], TEXTS) == []


def test_numbers_are_nobodys_text():
    texts = gather_texts([("doc", " ".join(map(str, range(40))))], [], {}, Limits())
    assert shorten("0 1 2 3 4 5 6 7 8 9 10", texts) == "0 1 2 3 4 5 6 7 8 9 10"


def test_a_sentence_longer_than_the_limit_is_cut_at_it():
    texts = gather_texts([("doc", TEXT)], [], {"doc": [TEXT]}, Limits(25, 3))
    assert shorten(TEXT, texts).count("w") > 25 and longest_run(shorten(TEXT, texts)) == 25


def test_two_quotations_side_by_side_are_no_longer_than_one():
    """20 words of one document and 20 of another, each of which may be quoted: 25 of the 40 are left."""
    parts = [" ".join(f"{letter}{n}" for n in range(20)) for letter in "xy"]
    texts = gather_texts(list(zip("ab", parts, strict=True)), [], {"a": parts[:1], "b": parts[1:]}, Limits(25, 3))
    assert [shorten(part, texts) for part in parts] == parts
    kept, _, _ = shorten(" ".join(parts), texts).partition(" [15 words of b")
    assert kept.split() == " ".join(parts).split()[:25]


def test_words_joined_by_entities_go_as_one_and_are_named_once():
    """Between those that must go stands a quotation, but no letter of it can be told from theirs."""
    shortened = shorten(f"He wrote {'&nbsp;'.join(WORDS)} and left.", TEXTS)
    assert re.fullmatch(r"He wrote \[10 words of doc, sha256:\w+\] and left\.", shortened)


def test_in_a_script_without_blanks_each_sign_counts_as_a_word():
    texts = gather_texts([("doc", "一二三四五六七八九十百千万")], [], {}, Limits())
    assert shorten("三四五六七八九十百", texts).startswith("[9 words of doc")


def test_copies_share_their_quotations_and_neighbours_never_make_a_longer_one():
    """Of two copies one would quote the first and the other the second sentence: 30 words in a row."""
    first, second = (" ".join(f"x{n}" for n in range(begin, begin + 15)) for begin in (0, 15))
    text = f"{first}. {second}."
    texts = gather_texts([("a", text), ("b", text)], [], {"a": [first], "b": [second]}, Limits(25, 3))
    assert longest_run(shorten(text, texts), [f"x{n}" for n in range(30)]) == 15


def test_no_document_shows_more_quotations_than_the_limit_whatever_its_copies_show():
    parts = [" ".join(f"{letter}{n}" for n in range(9)) for letter in "abcdefgh"]
    text = ". ".join(parts)
    picks = {"one": parts[0:5:2], "two": [parts[6]]}
    texts = gather_texts([("one", text), ("two", text)], [], picks, Limits(25, 3))
    shortened = shorten(text, texts)
    assert sum(part in shortened for part in parts) == 3


def test_a_title_stays_and_makes_no_quotation_longer():
    title, quote = " ".join(WORDS[:10]), " ".join(WORDS[10:30])
    texts = gather_texts([("doc", TEXT)], [title], {"doc": [quote]}, Limits(25, 3))
    assert shorten(title, texts) == title
    assert longest_run(shorten(TEXT, texts)) <= 25


@given(st.lists(st.sampled_from([*WORDS[:20], "and", "the"]), max_size=60), st.integers(8, 25))
def test_whatever_is_shown_holds_no_run_longer_than_a_quotation(words, most):
    texts = gather_texts([("doc", TEXT)], [], {"doc": [" ".join(WORDS[4:16])]}, Limits(most, 1))
    assert longest_run(shorten(" ".join(words), texts)) <= max(most, 7)


def test_runs_are_written_to_a_file_and_read_back(tmp_path):
    TEXTS.write(tmp_path / "texts.npz")
    again = load_texts(tmp_path / "texts.npz")
    assert again.names == ["doc"] and again.limits == Limits(25, 3) and shorten(TEXT, again) == shorten(TEXT, TEXTS)
    assert load_texts(tmp_path / "none.npz") is None


def test_windows_are_as_many_as_words_with_seven_after_them():
    assert len(hash_windows(WORDS)) == 33 and len(hash_windows(WORDS[:7])) == 0
    assert list_covered(mark_covered(np.array([True, False, False]), 10)) == [(0, 8)]
    assert cut_words("Don’t can't naïve") == ["don", "t", "can", "t", "naïve"]


@pytest.fixture
def on(monkeypatch):
    monkeypatch.setenv(mode.MODE, "25,3")
    monkeypatch.delenv(mode.RUNS, raising=False)
    monkeypatch.setitem(shown._held, "texts", None)
    documents = pd.DataFrame({"doc_id": ["doc"], "text": [TEXT], "title": [None]})
    sentences = pd.DataFrame(
        {
            "sentence_id": [f"s{n}" for n in range(4)],
            "doc_id": "doc",
            "text": TEXT.split(". "),
            "quoted": [0, 0, 0, 1.0],
        }
    )
    removed = pd.DataFrame({"source": ["file.txt"], "text": [" ".join(f"gone{n}" for n in range(9))]})
    shown.add_texts(documents, removed, sentences, pd.DataFrame({"sentence_id": ["s2"]}))


def test_speech_is_quoted_before_other_sentences_and_neighbours_are_not(on):
    """s3 has speech; s2, which names somebody, is its neighbour; of s0 and s1, the last choice, the first is left."""
    assert [shown.public_text(part) == part for part in TEXT.split(". ")] == [True, False, False, True]


def test_what_was_left_out_of_a_file_is_text_too_and_named_by_its_file(on):
    assert shown.public_text(" ".join(f"gone{n}" for n in range(9))).startswith("[9 words of file.txt")


def test_a_table_keeps_its_numbers_and_columns_and_loses_its_texts(on):
    table = pd.DataFrame({"n": [1, 2], "text": [" ".join(WORDS[20:30]), "short"], "x": [0.5, None]})
    public = shown.public_table(table)
    assert public["text"].tolist() == [f"[10 words of doc, sha256:{hash_words(WORDS[20:30])}]", "short"]
    assert public[["n", "x"]].equals(table[["n", "x"]]) and table["text"][0].startswith("w20")


def test_values_of_json_are_gone_through(on):
    value = {"a": [" ".join(WORDS[20:30]), 1], "b": None}
    assert json.dumps(shown.public_values(value)).count("w21") == 0 and shown.public_values(value)["b"] is None


def test_where_the_mode_is_off_all_stays_as_it_is(monkeypatch):
    monkeypatch.delenv(mode.MODE, raising=False)
    monkeypatch.setitem(shown._held, "texts", None)
    shown.add_texts(*[pd.DataFrame()] * 4)
    table = pd.DataFrame({"text": [TEXT]})
    assert shown.public_text(TEXT) == TEXT and shown.public_table(table) is table
    assert shown.mark_quotable(table["text"]).all()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("25", "is not WORDS,EACH"),
        ("7,3", "words=7 is not within 8 to 100"),
        ("25,99", "each=99 is not within 0 to 20"),
    ],
)
def test_limits_that_cannot_be_kept_are_refused(monkeypatch, text, said):
    monkeypatch.setenv(mode.MODE, text)
    with pytest.raises(InputError, match=said):
        mode.public_limits()
