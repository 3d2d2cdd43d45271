"""Which documents are copies. Texts are rows of made-up words, so that runs of four can be counted: n words, n - 3."""

import random
from itertools import pairwise

import numpy as np
import pandas as pd
import pytest

from analysis import InputError, find_copies
from analysis.estimates import basis_of
from analysis.texts.copies import candidates, find_copies_among, make_shingles, shingles
from analysis.texts.copies.originals import rank_originals


def words(count, name="w"):
    return [f"{name}{number}" for number in range(count)]


def text(*parts):
    return " ".join(word for part in parts for word in part)


def table_of(*texts, **columns):
    return pd.DataFrame({"doc_id": [f"d{number}" for number in range(len(texts))], "text": list(texts)} | columns)


def found_in(*texts, **columns):
    """Copies as (doc_id, copy_of, kind, similarity), similarity to three digits."""
    found = find_copies(table_of(*texts, **columns))
    return [(*row[:3], round(row[3], 3)) for row in found.itertuples(index=False, name=None)]


STORY = words(100)


def test_the_same_words_are_an_exact_copy_case_marks_and_blanks_aside():
    a = "The minister said: “We won't yield” — and left the room at once."
    b = 'THE MINISTER  said,\n\n"We won’t yield" - and left the room at once'
    assert len(b) == len(a) + 1 and found_in(a, b) == [("d0", "d1", "exact", 1.0)]  # the longer one is the original


def test_other_scripts_have_copies_too():
    russian = "Ещё раз: президент России заявил о новых мерах поддержки экономики и уехал"
    assert found_in(russian, russian.upper().replace("Ё", "Е"))[0][2:] == ("exact", 1.0)
    assert found_in("国家主席今天在北京会见了外国客人。", "国家主席今天在北京会见了外国客人")[0][2] == "exact"
    assert found_in("นายกรัฐมนตรีกล่าวว่าจะไม่ลาออก", "นายกรัฐมนตรีกล่าวว่าจะไม่ลาออก")[0][2] == "exact"


def test_accents_ligatures_and_what_nobody_sees_make_no_difference():
    a = "Le café de la gare est fermé depuis le début de la semaine, official sources say"
    b = a.replace("é", "e\u0301").replace("ffi", "ﬃ").replace("semaine", "se\xadmaine").replace("gare", "gare\u200b")
    assert [row[2:] for row in found_in(a, b)] == [("exact", 1.0)]


def test_an_edited_text_is_near_by_the_share_of_its_runs_of_four_words():
    """One word of 100 changed: 4 of 97 runs hold it."""
    edited = [*STORY[:50], "new", *STORY[51:]]
    assert found_in(text(STORY), text(edited)) == [("d1", "d0", "near", round(93 / 97, 3))]


def test_a_cut_text_stands_within_the_whole_one():
    """Of 97 runs the first 60 words hold 57, over half (near); the first 40 hold 37."""
    assert found_in(text(STORY), text(STORY[:60])) == [("d1", "d0", "near", 1.0)]
    assert found_in(text(STORY), text(STORY[:40])) == [("d1", "d0", "contains", 1.0)]


def test_a_text_headed_footed_and_woven_among_a_papers_own_is_found():
    headed = text(words(8, "head"), STORY, words(20, "foot"))
    assert found_in(text(STORY), headed)[0][2:] == ("near", 1.0)
    own = [words(20, f"own{number}") for number in range(10)]
    woven = text(*[part for number in range(10) for part in (own[number], STORY[10 * number : 10 * number + 10])])
    assert found_in(text(STORY), woven)[0][2:] == ("contains", round(70 / 97, 3))  # ten pieces of 7 runs


def test_two_thirds_of_the_shorter_text_are_needed():
    """Of the first 60 words stand 57 of 97 runs, of the first 70 stand 67."""
    assert found_in(text(STORY), text(STORY[:60], words(40, "x"))) == []
    assert found_in(text(STORY), text(STORY[:70], words(30, "x"))) == [("d1", "d0", "near", round(67 / 97, 3))]


def test_texts_under_eight_words_are_never_copies_and_under_twenty_only_exact_ones():
    assert (
        found_in("Photo", "Photo", "Happy holidays to all of our readers!", "Happy holidays to all of our readers")
        == []
    )
    assert found_in(text(words(8)), text(words(8))) == [("d1", "d0", "exact", 1.0)]
    assert found_in(text(STORY), text(STORY[:19])) == []
    assert found_in(text(STORY), text(STORY[:20])) == [("d1", "d0", "contains", 1.0)]


def test_what_is_not_compared_is_counted():
    found = find_copies(table_of(text(STORY), "Photo", "Photo", None, "", " …! ", text(STORY)))
    assert found["doc_id"].tolist() == ["d6"]
    left_out = [{"reason": "without a text", "count": 3}, {"reason": "under 8 words", "count": 2}]
    assert basis_of(found).n == 2 and list(basis_of(found).left_out) == left_out


def test_copies_of_copies_lead_to_one_original():
    first = text(STORY)
    second = text(STORY[:80], words(20, "x"))  # shares 77 of 97 runs with the first
    third = text(STORY[:60], words(20, "y"), words(20, "x"))  # 57 with the first, too few; 57 + 17 with the second
    assert found_in(first, third) == []
    dates = pd.to_datetime(["2020-01-01", "2020-01-02", "2020-01-03"])
    assert [row[:2] for row in found_in(first, second, third, published=dates)] == [("d1", "d0"), ("d2", "d0")]


def test_a_copy_of_a_copy_that_shares_nothing_with_the_original_is_none():
    """A~B and B~C, but not A~C: B is the copy of A, and C stands by itself."""
    b = text(STORY[:70], words(60, "x"))  # 67 of the 97 runs of A
    c = text(words(60, "x"), words(10, "y"))  # 57 of its 67 runs stand in B
    dates = pd.to_datetime(["2020-01-01", "2020-01-02", "2020-01-03"])
    assert [row[:2] for row in found_in(text(STORY), b, c, published=dates)] == [("d1", "d0")]


@pytest.mark.parametrize("dates", [None, ["2020-01-03", "2020-01-01", "2020-01-02"]])
def test_stories_of_one_newsletter_are_no_copies_of_each_other(dates):
    """The newsletter is one with the story that it holds most of; the other story stands by itself."""
    other = words(50, "x")
    columns = {"published": pd.to_datetime(dates)} if dates else {}
    pairs = [row[:2] for row in found_in(text(STORY, other), text(STORY), text(other), **columns)]
    assert pairs == ([("d0", "d1")] if dates else [("d1", "d0")])


def test_the_earliest_is_the_original_and_dated_texts_come_before_undated_ones():
    dates = pd.to_datetime([None, "2020-01-02", "2020-01-01"])
    assert [row[:2] for row in found_in(text(STORY), text(STORY), text(STORY), published=dates)] == [
        ("d0", "d2"), ("d1", "d2"),
    ]  # fmt: skip
    assert found_in(text(STORY), text(STORY), published=["2020-02-01", "2020-01-31"])[0][:2] == ("d0", "d1")
    assert found_in(text(STORY[:90]), text(STORY))[0][:2] == ("d0", "d1")  # no dates: the longer one


def test_an_agencys_own_text_is_the_original_even_if_it_says_a_day_later():
    agency = "KABUL (Reuters) - " + text(STORY)
    columns = {"outlet": ["Daily Post", "Reuters"]}
    later = pd.to_datetime(["2020-01-01", "2020-01-02"])
    assert found_in(text(STORY), agency, published=later, **columns)[0][:2] == ("d0", "d1")
    assert found_in(agency, agency, published=later, **columns)[0][:2] == ("d0", "d1")
    much_later = pd.to_datetime(["2020-01-01", "2020-01-09"])
    assert found_in(text(STORY), agency, published=much_later, **columns)[0][:2] == ("d1", "d0")


def test_a_licence_notice_in_many_texts_makes_no_copies():
    """30 own words and a notice of 90: 87 of 117 runs are shared, three quarters; in sixty texts that is a notice."""
    notice = words(90, "notice")
    posts = [text(words(30, f"own{number}_"), notice) for number in range(60)]
    assert found_in(*posts) == []
    assert len(found_in(*posts[:2])) == 1  # of two nobody can tell


def test_a_story_that_sixty_papers_carry_is_found_under_their_own_heads():
    papers = [text(words(10, f"head{number}_"), STORY) for number in range(60)]
    found = find_copies(table_of(*papers))
    assert len(found) == 59 and len(set(found["copy_of"])) == 1


def test_the_order_of_rows_decides_nothing():
    random_ = random.Random(3)
    texts = [
        text(STORY),
        text(STORY[:60]),
        text(words(30, "x"), STORY),
        text(STORY, words(50, "y")),
        text(words(50, "y")),
    ]
    texts += [text(random_.sample(STORY, 80), words(30, f"z{number}")) for number in range(10)]
    table = table_of(*texts, published=pd.to_datetime(["2020-01-01"] * 15))
    expected = set(find_copies(table).itertuples(index=False, name=None))
    assert len(expected) > 1
    for seed in range(5):
        assert set(find_copies(table.sample(frac=1, random_state=seed)).itertuples(index=False, name=None)) == expected


def test_rows_come_in_the_order_of_the_documents_whatever_their_index():
    table = table_of(text(STORY), text(words(50, "x")), text(STORY), text(words(50, "x"))).set_index(
        pd.Index([7, 7, 7, 7])
    )
    found = find_copies(table)
    assert found["doc_id"].tolist() == ["d2", "d3"] and found.index.tolist() == [0, 1]
    assert found.columns.tolist() == ["doc_id", "copy_of", "kind", "similarity"]


def test_an_empty_table_and_one_without_copies_give_an_empty_table():
    for table in (table_of(), table_of(text(STORY)), table_of(None, None)):
        found = find_copies(table)
        assert found.empty and found.columns.tolist() == ["doc_id", "copy_of", "kind", "similarity"]
        assert basis_of(found).empty == "No document is a copy of another."


def test_one_word_a_million_times_and_a_word_of_a_million_letters_are_borne():
    repeated, long = "word " * 1_000_000, "w" * 1_200_000
    found = found_in(repeated, long, repeated + "word", long, repeated, text(STORY))
    assert found == [("d4", "d0", "exact", 1.0)]  # one run of four words only, too little to be near


def test_a_text_of_many_pieces_has_the_words_of_its_pieces_together(monkeypatch):
    monkeypatch.setattr(shingles, "LONGEST", 100)
    whole, counts = shingles.words_of([" ".join(["abcd"] * 60), "one two"])
    assert counts.tolist() == [60, 2] and len(set(whole[:60].tolist())) == 1


def test_a_thousand_like_texts_make_three_thousand_pairs_at_most(monkeypatch):
    texts = pd.Series([text(STORY, [f"number{number}"]) for number in range(1000)])
    split = shingles.list_shingles(texts, texts.str.len().to_numpy()).shingles
    parts = [candidates.choose_sample(split[:600], 0), candidates.choose_sample(split[600:], 600)]
    samples = candidates.gather_samples(parts, np.arange(1000), np.ones(1000, dtype=bool))
    pairs = candidates.pair_documents(samples)
    assert sum(map(len, pairs.values())) <= 3 * 1000
    monkeypatch.setattr(candidates, "_MOST_PAIRS", 1000)  # in many rounds
    assert candidates.pair_documents(samples) == pairs


@pytest.mark.parametrize("cuts", [[0, 6], [0, 1, 2, 3, 4, 5, 6], [0, 3, 3, 6]])
def test_parts_have_the_copies_of_the_whole_wherever_they_are_cut(cuts, tmp_path):
    """Of six texts d2 is d0 word for word, d4 is d1 with a word changed; d3 has seven words, d5 no text."""
    texts = [text(STORY), text(words(60, "v")), text(STORY), "seven words are too few to copy", None, None]
    texts[4] = text(words(60, "v")[:-1], ["new"])
    table = table_of(*texts, published=["2020-01-02", None, "2020-01-01", None, "2020-01-03", None])
    for at, (start, end) in enumerate(pairwise(cuts)):
        make_shingles(table.iloc[start:end]).to_parquet(tmp_path / f"{at}.parquet")
    found = find_copies_among(pd.read_parquet(tmp_path / f"{at}.parquet") for at in range(len(cuts) - 1))
    whole = find_copies(table)
    assert whole["doc_id"].tolist() == ["d0", "d1"] and whole["copy_of"].tolist() == ["d2", "d4"]
    pd.testing.assert_frame_equal(found, whole, check_exact=True)
    assert basis_of(found) == basis_of(whole)


def test_a_document_in_two_parts_is_refused():
    part = make_shingles(table_of("x"))
    with pytest.raises(InputError, match="doc_id repeats: \\['d0'\\]"):
        find_copies_among([part, part])


def test_words_that_change_letters_with_each_other_are_other_texts():
    a, b = ["ab", "cd", "ef", "gh", "ij", "kl", "mn", "op"], ["ac", "bd", "ef", "gh", "ij", "kl", "mn", "op"]
    assert found_in(text(a), text(b)) == []


def test_what_cannot_be_used_is_refused_in_words():
    with pytest.raises(InputError, match="lacks the columns \\['text'\\]"):
        find_copies(pd.DataFrame({"doc_id": ["a"]}))
    with pytest.raises(InputError, match="doc_id is missing in 1 rows"):
        find_copies(pd.DataFrame({"doc_id": ["a", None], "text": ["x", "y"]}))
    with pytest.raises(InputError, match="doc_id repeats: \\['a'\\]"):
        find_copies(pd.DataFrame({"doc_id": ["a", "a"], "text": ["x", "y"]}))
    with pytest.raises(InputError, match=r"documents\.text holds 3, a int"):
        find_copies(table_of("x", 3))
    with pytest.raises(InputError, match=r"'01\.02\.2019', which is no date in ISO form \(1 such\): give"):
        find_copies(table_of("x", "y", published=["01.02.2019", "2020-01-01"]))


def test_dates_with_a_zone_and_missing_ones_are_ranked():
    table = table_of("x", "y", "z", published=["2020-01-02T00:00+02:00", None, "2020-01-01T10:00Z"])
    assert rank_originals(table, np.array([1, 1, 1])).tolist() == [2, 0, 1]
