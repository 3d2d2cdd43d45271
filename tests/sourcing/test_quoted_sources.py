"""Sources: quotations with the role and gender of who is quoted, counted by hand."""

import pandas as pd
import pytest

from analysis import extract_quotes
from analysis.estimates import basis_of, estimate_shares
from analysis.sourcing import (
    count_gender_bounds,
    estimate_women,
    gather_sources,
    join_roles,
    pair_quoted,
    select_people,
    select_speakers,
)
from analysis.texts.sentences import split_sentences
from analysis.voices import assign_voices
from analysis.voices.reporting_verbs import gather_reports
from analysis.voices.speech import count_spoken, tabulate_speakers

TEXTS = {
    "a": 'Mayor Anna Berg said the bridge was safe. "It holds," Berg said. The engineer Otto Lind said it was not.',
    "b": "Berg said nothing had changed. A spokeswoman for the police said the road was closed.",
    "c": "Kim Vance said the trains were late. The report said that the tracks were old.",
    "d": "Il sindaco: «Il ponte è chiuso da lunedì e nessuno sa perché», said Ana Sol alla stampa.",
}


@pytest.fixture(scope="module")
def documents():
    table = pd.DataFrame({"doc_id": list(TEXTS), "text": list(TEXTS.values())})
    return table.assign(language=["en", "en", "en", "it"], outlet=["x", "x", "y", "y"])


@pytest.fixture(scope="module")
def sources(documents):
    return gather_sources(extract_quotes(documents), documents)


def told(sources, column):
    return dict(zip(sources["speaker"] + " " + sources["doc_id"], sources[column].fillna(""), strict=True))


def test_roles_come_from_the_document_else_from_what_other_documents_say(sources):
    roles = told(sources, "role")
    assert roles["Anna Berg a"] == roles["Anna Berg b"] == "government"
    assert told(sources, "role_from")["Anna Berg b"] == "corpus"
    assert roles["Otto Lind a"] == "experts"
    assert roles["a spokeswoman for the police b"] == "police and courts"
    assert roles["the report c"] == "documents and polls"
    assert roles["Kim Vance c"] == "not known"


def test_gender_comes_from_names_and_nouns_and_is_never_guessed(sources):
    genders = told(sources, "gender")
    assert genders["Anna Berg b"] == "woman" and genders["Otto Lind a"] == "man"
    assert genders["a spokeswoman for the police b"] == "woman"
    assert told(sources, "gender_from")["a spokeswoman for the police b"] == "noun"
    assert genders["the report c"] == ""  # no person


def test_each_speaker_counts_once_a_document_by_the_weight_person(sources):
    sums = sources.groupby(["doc_id", "speaker_id"])["person"].sum()
    assert sums.round(9).eq(1).all() and len(sources) > len(sums)  # Berg speaks twice in a


def test_another_language_is_left_out_and_counted(documents):
    quotes = extract_quotes(documents)
    italian = quotes["doc_id"].eq("d").sum()
    sources = gather_sources(quotes, documents)
    assert "d" not in set(sources["doc_id"])
    left_out = {one["reason"]: one["count"] for one in basis_of(sources).left_out}
    assert left_out["quotations in another language"] == italian > 0


def test_what_is_left_out_of_speakers_says_that_quotations_are_counted(documents, sources):
    """Two sentences report speech of nobody whom the text names; the footnote counts speakers beside them."""
    text = "It rained, they said. It was said that the road was closed. Anna Berg said that it was open."
    document = pd.DataFrame({"doc_id": ["e"], "text": [text], "language": ["en"]})
    quotes = extract_quotes(document)
    without = int(quotes["speaker"].isna().sum())
    shares = estimate_shares(select_speakers(gather_sources(quotes, document)), of="role", resamples=50)
    assert without > 0
    assert f"{without} quotation{'s' * (without > 1)} without a speaker" in str(basis_of(shares))


def test_the_footnote_of_the_women_says_that_nameless_people_are_left_out_too():
    text = "An official said that it rained. Two aides said that it snowed. Anna Berg said that it was late."
    document = pd.DataFrame({"doc_id": ["e"], "text": [text]})
    women = estimate_women(gather_sources(extract_quotes(document), document), resamples=50)
    assert "2 of groups, bodies, papers and nameless people whose gender no word says" in str(basis_of(women))


def test_what_a_document_says_of_somebody_goes_before_what_others_say():
    texts = [f"Senator Carl Voss said that it {verb}." for verb in ("rained", "snowed", "hailed")]
    texts += ["Carl Voss, a baker, said that it was late. He sold bread.", "Carl Voss, a nurse, said that it was dark.",
              "Voss said that it was cold. Carl Voss was sure."]  # fmt: skip
    documents = pd.DataFrame({"doc_id": list("abcdef"), "text": texts})
    sources = gather_sources(extract_quotes(documents), documents).drop_duplicates("doc_id").set_index("doc_id")
    assert sources.loc["e", ["role", "role_from"]].tolist() == ["citizens", "document"]
    assert sources.loc["f", ["role", "role_from"]].tolist() == ["parliaments and parties", "corpus"]


def test_who_is_somebodys_son_and_a_judge_is_a_judge():
    text = "Carl Voss, the son of a baker, was late. Carl Voss, a son of the town, is tall. "
    text += "Judge Carl Voss said that it rained."
    document = pd.DataFrame({"doc_id": ["e"], "text": [text]})
    assert gather_sources(extract_quotes(document), document)["role"].tolist() == ["police and courts"]


def test_the_share_of_women_is_of_people_whose_gender_is_known_each_once_a_document(sources):
    women = estimate_women(sources, resamples=200)
    people = select_people(sources)
    known = people[people["gender"] != "unknown"].drop_duplicates(["doc_id", "speaker_id"])
    assert women["estimate"].iloc[0] == pytest.approx((known["gender"] == "woman").mean())
    bounds = count_gender_bounds(sources).set_index("counted")
    once = bounds.loc["people once a document"]
    assert once["least"] <= once["share"] <= once["most"] and once["share"] == pytest.approx(women["estimate"].iloc[0])
    assert once["women"] == 4  # Berg in a and in b, the spokeswoman, Vance
    assert bounds.loc["people", "women"] == 3 and women["n"].iloc[0] == once["women"] + once["men"] == len(known)


def test_shares_of_roles_count_speakers_once_a_document_and_agree_with_their_counts(sources):
    shares = estimate_shares(select_speakers(sources), of="role", resamples=200)
    weighed = estimate_shares(sources, of="role", weight="person", resamples=200)
    assert basis_of(shares).unit == "speakers counted once a document"
    assert shares["n"].iloc[0] == sources.groupby(["doc_id", "speaker_id"]).ngroups
    assert shares["estimate"].tolist() == pytest.approx(weighed["estimate"].tolist())
    assert (shares["estimate"] * shares["n"]).tolist() == pytest.approx((shares["estimate"] * shares["n"]).round())


def test_who_has_no_name_is_another_person_in_each_document():
    text = "A spokeswoman said the road was closed. Anna Berg said it was open."
    documents = pd.DataFrame({"doc_id": ["a", "b"], "text": [text, text]})
    bounds = count_gender_bounds(gather_sources(extract_quotes(documents), documents)).set_index("counted")
    assert bounds.loc["people", "women"] == 3 and bounds.loc["people once a document", "women"] == 4


def test_a_relative_called_after_somebody_has_the_sex_of_the_noun_and_not_of_the_owner():
    text = "Petrov's mother said the yard was dark. The woman's lawyer said he would wait. Ivanov's voters said no."
    sources = gather_sources(extract_quotes(d := pd.DataFrame({"doc_id": ["a"], "text": [text]})), d)
    genders = dict(zip(sources["speaker"], sources["gender"], strict=True))
    assert genders["Petrov's mother"] == "woman"
    assert not {"woman", "man"} & {gender for name, gender in genders.items() if name != "Petrov's mother"}


def test_words_of_women_are_those_of_the_table_of_speakers():
    """Two speak in one sentence of 17 words, of which the table gives each the share that their quotation has."""
    text = '"The mill is closed for good," said Anna Berg, and "nobody will open it again," said Carl Lind.'
    documents = pd.DataFrame({"doc_id": ["a"], "text": [text]})
    quotes, sentences = extract_quotes(documents), split_sentences(documents)
    spoken = count_spoken(assign_voices(sentences, quotes, documents), quotes)
    bounds = count_gender_bounds(gather_sources(quotes, documents), spoken).set_index("counted")
    table = tabulate_speakers(quotes, spoken).set_index("speaker")["words"]
    assert bounds.loc["words", ["women", "men"]].tolist() == [table["Anna Berg"], table["Carl Lind"]]


def test_verbs_bear_the_role_of_whom_they_report(documents, sources):
    reports = gather_reports(extract_quotes(documents), split_sentences(documents))
    joined = join_roles(reports, sources)
    assert len(joined) == len(reports) and basis_of(joined).unit == "verbs of saying"
    roles = dict(zip(joined["speaker"], joined["role"], strict=True))
    assert (roles["Anna Berg"], roles["Kim Vance"]) == ("government", "not known")


def test_a_politician_called_somebodys_son_keeps_the_role_that_other_documents_say():
    texts = ["Senator Carl Voss said that it rained."] * 2 + ["Carl Voss, the son of a baker, said that it snowed."]
    documents = pd.DataFrame({"doc_id": ["a", "b", "c"], "text": texts})
    sources = gather_sources(extract_quotes(documents), documents)
    assert set(sources["role"]) == {"parliaments and parties"}


def test_titles_outweigh_given_names_and_pronouns_need_two():
    documents = pd.DataFrame(
        {
            "doc_id": ["a", "b", "c"],
            "text": [
                "Ms. Robin Tarrow said that it rained. Tarrow said it would stop.",
                "Zyrel Ombo said that it rained. He said it was late.",
                "Vanu Ombar said that it rained. He said it was late. He said that it was cold.",
            ],
        }
    )
    sources = gather_sources(extract_quotes(documents), documents).drop_duplicates("doc_id").set_index("doc_id")
    assert sources.loc["a", "gender"] == "woman"
    assert sources.loc["b", "gender"] == "unknown"
    assert sources.loc["c", ["gender", "gender_from"]].tolist() == ["man", "pronoun"]


def test_a_family_name_that_stands_first_is_no_given_name():
    documents = pd.DataFrame({"doc_id": ["a"], "text": ["Kim Dae-ho said that it rained."]})
    assert gather_sources(extract_quotes(documents), documents)["gender"].tolist() == ["unknown"]


def quoted(*rows):
    table = pd.DataFrame(rows, columns=["doc_id", "start", "speaker"])
    return table.assign(end=table["start"] + 5, speaker_id="person:" + table["speaker"].str.lower())


def placed(*rows):
    return pd.DataFrame(rows, columns=["doc_id", "start", "paragraph"])


def test_pairs_are_quoted_in_the_same_document_and_counted_against_chance():
    quotes = quoted(
        ("a", 0, "Berg"), ("a", 20, "Lind"), ("a", 30, "Lind"), ("b", 0, "Berg"), ("b", 20, "Lind"), ("c", 0, "Berg"),
        ("d", 0, "Voss"),
    )  # fmt: skip
    sentences = placed(*((doc, start, start // 20) for doc in "abcd" for start in (0, 20, 30)))
    pairs = pair_quoted(quotes, sentences, resamples=100)
    (row,) = pairs.to_dict("records")
    assert (row["pair"], row["documents"], row["either"]) == ("Berg and Lind", 2, 3)
    assert row["estimate"] == pytest.approx(2 / 3) and row["expected"] == pytest.approx(3 * 2 / 4)
    assert row["chance"] == pytest.approx(1.5 / (3 + 2 - 1.5))  # 1.5 of both, of the documents that quote either


def test_names_of_one_identifier_are_two_speakers_and_no_pair():
    places = [("a", 0, "Palace"), ("a", 10, "Ruritania"), ("a", 20, "Berg"), ("b", 0, "Palace"), ("b", 20, "Berg")]
    quotes = quoted(*places, ("c", 0, "Ruritania"))
    quotes["speaker_id"] = quotes["speaker_id"].replace(
        {"person:palace": "country:ruritania", "person:ruritania": "country:ruritania"}
    )
    pairs = pair_quoted(quotes, placed(*((doc, 0, 0) for doc in "abc")), fewest=1, resamples=50)
    assert dict(zip(pairs["pair"], pairs["documents"], strict=True)) == {"Berg and Palace": 2, "Berg and Ruritania": 1}
    assert pairs["either"].tolist() == [2, 3]


def test_pairs_that_the_table_does_not_hold_are_counted():
    quotes = quoted(*((doc, 10 * place, name) for doc in "ab" for place, name in enumerate(["Berg", "Lind", "Voss"])))
    pairs = pair_quoted(quotes, placed(("a", 0, 0), ("b", 0, 0)), most=1, resamples=50)
    assert len(pairs) == 1
    assert {"reason": "pairs beyond the 1 of most documents", "count": 2} in [
        dict(one) for one in basis_of(pairs).left_out
    ]


def test_within_a_paragraph_both_must_stand_in_it():
    quotes = quoted(("a", 0, "Berg"), ("a", 10, "Lind"), ("b", 0, "Berg"), ("b", 20, "Lind"))
    sentences = placed(("a", 0, 0), ("a", 10, 0), ("b", 0, 0), ("b", 20, 1))
    assert pair_quoted(quotes, sentences, within="paragraph", fewest=1, resamples=50)["documents"].tolist() == [1]
    assert pair_quoted(quotes, sentences, fewest=1, resamples=50)["documents"].tolist() == [2]


def test_without_a_pair_the_table_is_empty_and_says_why():
    pairs = pair_quoted(quoted(("a", 0, "Berg")), placed(("a", 0, 0)))
    assert pairs.empty and basis_of(pairs).empty.startswith("no two named speakers")
