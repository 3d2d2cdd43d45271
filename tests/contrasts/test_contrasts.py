"""Keyness on counts that can be added up by hand, and its guards against chance."""

import itertools
import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import sparse
from scipy.stats import chi2_contingency

from analysis.charts import show
from analysis.charts.contrasts import contrast_dots, show_contrast
from analysis.charts.theme import Chart
from analysis.contrasts import compare_by, count_part, find_contexts, intervals, keyness, keyness_of_parts, pick_terms
from analysis.contrasts.dispersion import score_dispersion
from analysis.contrasts.own_names import list_own_words
from analysis.contrasts.phrases import join_phrases
from analysis.errors import InputError
from analysis.estimates import basis_of, describe, interval_of
from analysis.words.terms import split_terms

TOKENS = [["war", "war", "war", "peace"], ["peace", "peace", "trade", "trade", "trade", "trade"]]


def corpus(n_documents: int = 40, seed: int = 0) -> tuple[pd.Series, list[str]]:
    """Documents of group a and b in turn; "war" is twice as frequent in a, the rest alike."""
    generator = np.random.default_rng(seed)
    words = np.array(["war", "peace", "trade", "law", "state", "people", "said", "day"])
    plain = np.array([1, 1, 2, 2, 2, 2, 3, 3]) / 16
    warlike = np.array([4, 1, 2, 2, 2, 2, 3, 3]) / 19
    groups = ["a" if number % 2 == 0 else "b" for number in range(n_documents)]
    texts = [" ".join(generator.choice(words, 150, p=warlike if group == "a" else plain)) for group in groups]
    return pd.Series(texts), groups


def test_delta_and_z_follow_the_published_formula():
    """war: 3 of 4 in x, 0 of 6 in y; 3 of 10 in all, so with a_0 = 2 its prior is .6."""
    row = keyness(TOKENS, ["x", "y"], a_0=2).set_index("term").loc["war"]
    delta = math.log(3.6 / (4 + 2 - 3.6)) - math.log(0.6 / (6 + 2 - 0.6))
    assert row["delta"] == pytest.approx(delta)
    assert row["z"] == pytest.approx(delta / math.sqrt(1 / 3.6 + 1 / 0.6))
    assert row[["count", "count_rest", "documents", "documents_rest"]].tolist() == [3, 0, 1, 0]
    assert row[["per_1000", "per_1000_rest"]].tolist() == [750, 0]


def test_the_public_name_is_the_function():
    from analysis import keyness as public

    assert public is keyness


def test_two_groups_give_one_row_a_term_the_first_in_the_alphabet_against_the_second():
    table = keyness(TOKENS, ["y", "x"])
    assert len(table) == 3
    assert table["group"].unique().tolist() == ["x"]
    assert table["against"].unique().tolist() == ["y"]
    assert table["term"].tolist()[0] == "trade"


def test_three_groups_are_each_set_against_the_others_together():
    table = keyness([*TOKENS, ["law"] * 3], ["x", "y", "z"], a_0=2)
    law = table[(table["group"] == "z") & (table["term"] == "law")].iloc[0]
    assert law[["count", "count_rest", "against"]].tolist() == [3, 0, "the rest"]
    assert set(table["group"]) == {"x", "y", "z"}
    war = table[(table["group"] == "x") & (table["term"] == "war")].iloc[0]
    assert war["delta"] == pytest.approx(math.log(3.46153846 / 2.53846154) - math.log(0.46153846 / 10.53846154))


def test_g2_and_chi_squared_are_those_of_the_two_by_two_table():
    row = keyness(TOKENS, ["x", "y"]).set_index("term").loc["trade"]
    table = [[0, 4], [4, 2]]
    assert row["chi2"] == pytest.approx(chi2_contingency(table, correction=False).statistic)
    assert row["g2"] == pytest.approx(chi2_contingency(table, correction=False, lambda_="log-likelihood").statistic)


def test_the_default_prior_is_a_tenth_of_a_small_corpus_and_500_words_of_a_large_one():
    assert keyness(TOKENS, ["x", "y"]).attrs["a_0"] == 1
    texts, groups = corpus(60)
    assert keyness(texts, groups, resamples=10).attrs["a_0"] == 500


def test_a_background_takes_the_place_of_the_texts_own_shares():
    """war is 9 of 10 in the background, trade and peace half an occurrence each: a_w = 2 * 9 / 10."""
    table = keyness(TOKENS, ["x", "y"], a_0=2, background=pd.Series({"war": 9})).set_index("term")
    assert table.loc["war", "delta"] == pytest.approx(math.log(4.8 / (6 - 4.8)) - math.log(1.8 / (8 - 1.8)))


def test_a_planted_word_is_its_groups_and_no_other_is():
    """The others are a little rarer in a, where "war" takes their place: some of them are of b."""
    texts, groups = corpus()
    table = keyness(texts, groups, resamples=500).set_index("term")
    assert table.index[table["word_of"] == "a"].tolist() == ["war"]
    assert table.loc["war", "low"] > 0
    assert table.loc["war", "z"] == table["z"].abs().max()
    assert (table["low"] <= table["delta"]).all()
    assert (table["delta"] <= table["high"]).all()


def test_a_word_of_one_document_is_no_groups_word():
    texts, groups = corpus()
    texts.iloc[0] += " zebra" * 50
    row = keyness(texts, groups, resamples=200).set_index("term").loc["zebra"]
    assert pd.isna(row["word_of"])
    assert pd.isna(row["p"])
    assert row["note"] == "in one document: no interval"
    assert row["dp"] > 0.9


def test_a_word_of_three_documents_is_not_in_the_family():
    texts, groups = corpus()
    texts.iloc[[0, 2, 4]] += " zebra zebra"
    row = keyness(texts, groups, resamples=200).set_index("term").loc["zebra"]
    assert pd.isna(row["q"])
    assert row["note"] == "in fewer than 5 documents: not in the family"


def test_under_five_documents_in_a_group_there_is_no_interval_and_the_table_says_so():
    texts, groups = corpus(8)
    table = keyness(texts, groups, resamples=200)
    assert table[["low", "high", "p", "q"]].isna().all().all()
    assert table["note"].unique().tolist() == ["fewer than 5 documents with a value: no interval"]
    assert table["delta"].notna().all()


def test_parts_of_one_document_are_resampled_together():
    """Ten documents cut into fifty parts are still ten: intervals are those of ten, not of fifty."""
    texts, groups = corpus(50)
    documents = np.arange(50) % 10
    few = keyness(texts, groups, documents=documents, resamples=300)
    assert few["documents"].max() == 5
    assert few["note"].eq("").all()
    whole = keyness(texts.groupby(documents).agg(" ".join), groups[:10], resamples=300)
    pd.testing.assert_frame_equal(*(one.set_index("term")[["low", "high"]].sort_index() for one in (few, whole)))


def test_no_word_is_anyones_where_groups_are_drawn_by_lot():
    texts, _ = corpus(80, seed=3)
    groups = np.random.default_rng(0).permutation(["a", "b"] * 40)
    assert keyness(texts, groups, resamples=300)["word_of"].isna().all()


def test_the_family_is_what_is_tested_and_q_is_never_below_p():
    texts, groups = corpus()
    table = keyness(texts, groups, resamples=200)
    assert table.attrs["family"] == table["q"].notna().sum() == 8
    assert (table["q"] >= table["p"]).all()


def test_a_stronger_prior_draws_differences_towards_nought():
    weak, strong = (keyness(TOKENS, ["x", "y"], a_0=a_0).set_index("term")["z"].abs() for a_0 in (1, 100))
    assert (strong <= weak).all()


def test_ranks_under_other_priors_are_ranks():
    table = keyness(*corpus(), resamples=10)
    for column in ("rank", "rank_weak_prior", "rank_strong_prior"):
        assert sorted(table[column]) == list(range(1, 9))


def test_function_words_of_a_language_are_not_listed_but_count_in_the_totals():
    table = keyness(pd.Series(["the war", "the peace"]), ["a", "b"], languages="en").set_index("term")
    assert table.index.tolist() == ["war", "peace"]
    assert table.loc["war", "per_1000"] == 500


def test_texts_without_a_group_are_left_out_and_counted_and_so_are_empty_ones():
    table = keyness(pd.Series(["war", "peace", "war war", ""]), ["a", "b", None, "b"])
    assert table.attrs["without_group"] == 1
    assert table.attrs["empty"] == 1
    assert table.set_index("term").loc["war", "count"] == 1


@settings(max_examples=15)
@given(st.permutations(range(12)))
def test_the_order_of_the_rows_does_not_matter(order):
    texts, groups = corpus(12)
    straight = keyness(texts, groups, resamples=5).drop(columns=["low", "high", "p", "q", "word_of"])
    mixed = keyness(texts.iloc[order], [groups[place] for place in order], resamples=5)
    pd.testing.assert_frame_equal(straight, mixed.drop(columns=["low", "high", "p", "q", "word_of"]))


@settings(max_examples=40)
@given(st.lists(st.lists(st.sampled_from("abcd"), max_size=6), min_size=2, max_size=8))
def test_counts_of_group_and_rest_add_up_to_all_tokens(texts):
    groups = ["x" if number % 2 else "y" for number in range(len(texts))]
    table = keyness(texts, groups)
    assert table["count"].sum() + table["count_rest"].sum() == sum(map(len, texts))
    assert np.isfinite(table["z"]).all()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"groups": ["x"]}, "groups has 1 rows and texts 2"),
        ({"documents": ["d"]}, "documents has 1 rows and texts 2"),
        ({"documents": ["d", None]}, "documents has missing values"),
        ({"groups": ["x", "x"]}, r"groups names 1 group\(s\) \['x'\]"),
        ({"a_0": 0}, "a_0=0 is not above 0"),
        ({"phrases": 4}, "phrases=4 is not 1"),
        ({"languages": "eng"}, "Did you mean 'en'"),
    ],
)
def test_what_cannot_be_is_refused(arguments, message):
    with pytest.raises(InputError, match=message):
        keyness(**{"texts": TOKENS, "groups": ["x", "y"], **arguments})


def test_one_string_is_refused():
    with pytest.raises(InputError, match="one string"):
        keyness("war and peace", ["x"])


def test_dispersion_is_gries_deviation_of_proportions():
    """Two documents of 4 and 6 words. even: 2 and 3, as the lengths. once: all in the first: .6 / (1 - .4) = 1."""
    counts = sparse.csr_array(np.array([[2.0, 1, 1], [3, 0, 3]]))
    assert score_dispersion(counts).tolist() == pytest.approx([0, 1, 0.15 / 0.6])


def test_dispersion_of_a_word_that_never_occurs_is_missing():
    assert np.isnan(score_dispersion(sparse.csr_array(np.array([[1.0, 0], [1, 0]])))[1])


PHRASED = pd.Series(["The White House said. A white fence, a house."] + ["the White House and the White House"] * 5)


def test_a_phrase_counts_once_and_its_words_no_more():
    table = keyness(PHRASED, list("ababab"), phrases=2).set_index("term")
    assert table.loc["white house", ["count", "count_rest"]].sum() == 11
    assert table.loc["white", ["count", "count_rest"]].sum() == 1
    assert table.loc["house", ["count", "count_rest"]].sum() == 1
    assert table.loc["white house", "shown"] == "White House"


def test_phrases_keep_every_token_in_exactly_one_term():
    terms = split_terms(PHRASED)
    joined = join_phrases(terms, 3)
    words = [word for number in joined.running[0] for word in joined.words[number].split()]
    assert words == terms.words[terms.running[0]].tolist()


def test_longer_phrases_come_first_and_overlaps_go_to_the_left():
    texts = pd.Series(["prime minister boris johnson spoke"] * 6)
    joined = join_phrases(split_terms(texts), 3)
    assert joined.words[joined.ids[:2]].tolist() == ["prime minister boris", "johnson spoke"]


def test_phrases_neither_run_over_punctuation_nor_begin_with_function_words():
    texts = pd.Series(["white, house of law"] * 6)
    joined = join_phrases(split_terms(texts), 3, edges=frozenset({"of"}))
    assert "white house" not in set(joined.words)
    assert "house of law" in set(joined.words)
    assert "of law" not in set(joined.words)


def test_words_that_meet_by_chance_are_no_phrase():
    generator = np.random.default_rng(0)
    texts = pd.Series([" ".join(generator.choice(list("abcdefgh"), 200)) for _ in range(10)])
    assert not any(" " in word for word in join_phrases(split_terms(texts), 3).words)


def test_picked_terms_stand_on_their_own_side():
    texts, groups = corpus()
    picked = pick_terms(keyness(texts, groups, resamples=200), n_terms=3)
    assert set(picked["group"]) == {"a", "b"}
    assert (picked["delta"] > 0).all()
    assert (picked["low"] <= picked["delta"]).all()
    assert picked[picked["group"] == "a"].iloc[0][["term", "rank", "sure"]].tolist() == ["war", 1, True]


def test_a_term_of_one_document_is_not_picked():
    """x says "war" in both of its documents and "seal" in one; y has one document alone."""
    texts = [["war", "war", "law"], ["war", "seal", "seal"], ["law", "law", "peace"]]
    assert pick_terms(keyness(texts, ["x", "x", "y"]))["term"].tolist() == ["war"]


def test_contexts_are_of_the_groups_own_texts_and_other_documents():
    texts = pd.Series(["war here", "war there", "no word", "a war of b"])
    groups, documents = ["a", "a", "a", "b"], ["d1", "d1", "d2", "d3"]
    picked = pd.DataFrame({"group": ["a"], "term": ["war"], "shown": ["war"]})
    found = find_contexts(picked, texts, groups, documents)
    assert found[["document", "right", "unit"]].to_numpy().tolist() == [["d1", " here", 0]]


def test_words_of_an_outlets_own_name_are_set_aside_and_counted():
    """Both outlets name themselves in each text, and one writes of ships, the other of trains."""
    own = ["we at the Harbour News saw ships", "the Rail Gazette, RG, counted trains"] * 10
    outlets = ["Harbour News (Web)", "The Rail Gazette"] * 10
    units = pd.DataFrame({"doc_id": range(20), "text": own, "outlet": outlets, "side": outlets})
    contrast = compare_by(units, "outlet", resamples=200)
    picked = contrast.picked.groupby("group")["term"].agg(set).to_dict()
    assert picked["Harbour News (Web)"] == {"ships", "saw", "we", "at"} and "trains" in picked["The Rail Gazette"]
    assert sorted(contrast.terms.attrs["own_names"]) == ["Gazette", "Harbour", "News", "RG", "Rail"]
    aside = contrast.terms[contrast.terms["note"] == "of the outlet's own name: set aside"]
    assert aside["word_of"].isna().all() and {"rg", "harbour"} <= {term.lower() for term in aside["term"]}
    by_side = compare_by(units, "side", resamples=200)
    assert "harbour" in set(by_side.picked["term"]) and not by_side.terms.attrs["own_names"]


@pytest.mark.parametrize(
    ("name", "words", "others"),
    [
        ("The Port Times - News", {"port", "times", "news", "pt", "porttimes", "the"}, {"ptn", "tpt"}),
        ("harbour.example", {"harbour", "example"}, {"he"}),
        ("Quay", {"quay"}, {"q"}),
    ],
)
def test_an_outlets_own_words_are_those_of_its_name_its_initials_and_the_name_in_one_word(name, words, others):
    own = list_own_words(name)
    assert words <= own and not others & own


def test_groups_of_few_documents_are_left_out_by_name():
    texts, groups = corpus(20)
    units = pd.DataFrame({"doc_id": range(21), "text": [*texts, "war"], "outlet": [*groups, "small"]})
    table = compare_by(units, "outlet", resamples=50).terms
    assert table.attrs["small"] == {"small": 1}
    assert table["group"].unique().tolist() == ["a"]
    alone = compare_by(units[units["outlet"] == "a"], "outlet")
    assert alone.terms.empty and alone.picked.empty and alone.contexts.empty
    assert str(basis_of(alone.terms)) == "n = 0 units (left out: 10 without another group to compare)"
    with pytest.raises(InputError, match="Did you mean 'outlet'"):
        compare_by(units, "outlets")


def test_units_without_a_group_or_of_too_small_a_group_are_not_in_n_and_are_named():
    """Twenty texts of a and b, one of a small outlet, two of no outlet, one of a without a word: n is 20."""
    texts, groups = corpus(20)
    units = pd.DataFrame(
        {
            "doc_id": [*range(20), 20, 21, 22, 0],
            "text": [*texts, "war", "war", "war", "..."],
            "outlet": [*groups, "small", None, None, "a"],
        }
    )
    units = describe(units, unit="passages")
    contrast = compare_by(units, "outlet", resamples=50)
    for table in (contrast.terms, contrast.picked, contrast.contexts):
        assert str(basis_of(table)) == (
            "n = 20 passages in 20 documents (left out: 1 without a word, 2 without an outlet, "
            "1 of outlets with fewer than 5 documents)"
        )
        assert (basis_of(table).corpus, basis_of(table).source) == (23, "Monroe, Colaresi & Quinn 2008")
    assert "20 passages in 20 documents" in contrast_dots(contrast.picked, "x", "X").alt
    assert str(basis_of(keyness(texts, groups, resamples=5))) == "n = 20 texts in 20 documents"


def test_a_contrast_is_shown_whole_and_nothing_to_compare_is_one_sentence_and_what_was_left_out(monkeypatch):
    pages = []
    monkeypatch.setattr(show, "display", lambda page: pages.append(page if isinstance(page, Chart) else page.data))
    texts, groups = corpus(20)
    units = pd.DataFrame({"doc_id": range(20), "text": texts, "side": groups})
    contrast = compare_by(units, "side", n_terms=2, resamples=50)
    show_contrast(contrast, labels={"a": "Side A", "b": "Side B"})
    chart, said, prior, *tables = pages
    assert chart.name == "contrast-by-side" and chart.figure.axes[0].get_title(loc="left") == "Side A"
    assert "Side A" in said and "prior" in prior
    assert [table.count("<tr>") - 1 for table in tables] == [len(contrast.picked), 5, len(contrast.contexts)]
    pages.clear()
    show_contrast(compare_by(units.head(4), "side"))
    assert len(pages) == 2 and "no chart, because fewer than two groups hold 5 documents" in pages[0]


def test_missing_empty_and_function_word_texts_and_lists_of_tokens_are_counted():
    """Of seven texts three hold no word and one the function words "the of" alone, which count in totals."""
    texts = pd.Series(["war war", "peace", None, "the of", "", "war and peace", "12 !"])
    groups = ["a", "b", "a", "a", "b", "b", "a"]
    table = keyness(texts, groups, languages="en")
    assert (table.attrs["empty"], table.attrs["only_function_words"]) == (3, 1)
    assert basis_of(table).left_out == ({"reason": "without a word", "count": 3},)
    assert table.set_index("term").loc["war", "per_1000"] == 500  # 2 of the 4 words of group a
    tokens = keyness([["war"], None, ["peace"], []], ["a", "b", "b", "a"])
    assert tokens.attrs["empty"] == 2 and tokens["term"].tolist() == ["war", "peace"]


@pytest.mark.parametrize("text", ["", None, "the of"])
def test_texts_of_which_none_holds_a_word_give_an_empty_table(text):
    assert keyness(pd.Series([text] * 4), ["a", "b"] * 2, languages="en").empty


@pytest.mark.parametrize("cuts", [[20], [1, 2, 39], [0, 13]])
def test_keyness_of_parts_is_that_of_the_whole_to_the_byte(cuts):
    texts, groups = corpus()
    texts[3], texts[7], texts[8] = "", "War WAR NATO Nato 12", "Nato"
    texts, bounds = texts.str.replace("law", "Law"), [0, *cuts, 40]
    runs = [slice(begin, end) for begin, end in itertools.pairwise(bounds)]
    parts = [count_part(texts[run], groups[run], list(range(40))[run]) for run in runs]
    whole = keyness(texts, groups, languages="en", resamples=50)
    joined = keyness_of_parts(parts, languages="en", resamples=50)
    pd.testing.assert_frame_equal(joined, whole, check_exact=True)
    assert joined.attrs == whole.attrs


def test_words_that_a_group_never_uses_keep_the_interval_that_resampling_them_would_give(monkeypatch):
    texts, groups = corpus(60)
    groups = [group if number % 5 else "c" for number, group in enumerate(groups)]
    texts[1:40:3] += " zebra zebra"
    quick = keyness(texts, groups, resamples=200)
    monkeypatch.setattr(intervals, "SLACK", math.inf)  # then every word is drawn
    pd.testing.assert_frame_equal(quick, keyness(texts, groups, resamples=200), check_exact=True)


def test_of_very_many_words_those_near_the_rest_have_no_interval_and_nobodys_word_changes(monkeypatch):
    texts, groups = corpus(60)
    groups = [group if number % 5 else "c" for number, group in enumerate(groups)]
    texts[1:40:3] += " zebra zebra"
    texts[[1, 2, 3, 4, 6]] += " yak"  # rare, and never in c: by chance
    whole = keyness(texts, groups, resamples=200)
    monkeypatch.setattr("analysis.contrasts.contrast.MANY", 0)
    large = keyness(texts, groups, resamples=200)
    keys = ["group", "term"]
    both = whole.merge(large, on=keys, how="left", suffixes=("", "_large"), indicator=True)
    gone = both["_merge"] == "left_only"
    assert gone.any() and (both["count"][gone] == 0).all() and (both["z"][gone] >= -1).all()
    both = both[~gone]
    near = both["z"].abs() < 1
    assert near.any() and both["low_large"][near].isna().all()
    assert both["note_large"][near].str.startswith("within one standard error of the rest").all()
    assert (both["p_large"][near] <= both["p"][near]).all() and (both["p_large"][near] > 0.3).all()
    for column in ("low", "high", "p", "word_of", "count", "documents"):
        pd.testing.assert_series_equal(
            both[column][~near], both[f"{column}_large"][~near], check_names=False, check_dtype=False
        )
    assert large["q"].notna().sum() == large.attrs["family"]


def test_contexts_end_with_the_first_documents_that_have_the_term():
    picked = pd.DataFrame({"group": ["a"], "term": ["peace"], "shown": ["peace"]})
    texts = pd.Series(["peace and peace", "no peace", "peace again"])
    found = find_contexts(picked, texts, ["a"] * 3, ["x", "x", "y"], n_contexts=2)
    assert found["unit"].tolist() == [0, 2]
    assert found["document"].tolist() == ["x", "y"]


@given(st.integers(1, 60), st.integers(0, 9))
def test_the_interval_of_sorted_draws_is_that_of_all_estimates(n_draws, seed):
    draws = np.sort(np.random.default_rng(seed).normal(size=(3, n_draws)), axis=1)
    assert (intervals._interval_of_sorted(draws) == interval_of(draws, axis=1)).all()
