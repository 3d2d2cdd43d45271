"""Reporting verbs: grouped by what they do to the words that they announce."""

import pandas as pd
import pytest

from analysis import extract_quotes
from analysis.errors import InputError
from analysis.estimates import basis_of, estimate_shares
from analysis.texts.sentences import split_sentences
from analysis.voices.reporting_verbs import gather_reports, label_verbs, load_verb_groups
from analysis.voices.speech import keep_particular

TEXT = 'Berg claimed the bridge was safe. Lind pointed out that it was not. Voss slammed the plan. "Well," said Berg.'


@pytest.mark.parametrize(
    ("cue", "verb", "group"),
    [
        ("said", "say", "neutral"),
        ("according to", "according to", "neutral"),
        ("claiming", "claim", "doubting"),
        ("alleges", "allege", "doubting"),
        ("pointed out", "point out", "endorsing"),
        ("pointing to", "point to", "endorsing"),
        ("admitted", "admit", "endorsing"),
        ("slammed", "slam", "charged"),
        ("fired back", "fire back", "charged"),
        ("vowed", "vow", "speech acts"),
        ("believes", "believe", "thoughts"),
        ("утверждает", "утвержда*", "doubting"),
        ("behauptete", "behaupte*", "doubting"),
        ("зазначив", "зазнач*", "endorsing"),
        ("twirled", "twirled", "other"),
    ],
)
def test_a_cue_leads_to_its_verb_and_its_group_in_all_forms(cue, verb, group):
    (row,) = label_verbs(pd.DataFrame({"cue": [cue]})).to_dict("records")
    assert (row["verb"], row["verb_group"]) == (verb, group)


def test_a_colon_and_a_speaker_carried_on_have_no_verb():
    labelled = label_verbs(pd.DataFrame({"cue": [":", pd.NA]}))
    assert labelled["verb_group"].isna().all()


def test_reports_stand_once_in_their_sentence_with_the_words_that_were_found():
    documents = pd.DataFrame({"doc_id": ["a"], "text": [TEXT]})
    reports = gather_reports(extract_quotes(documents), split_sentences(documents))
    found = reports[["speaker", "verb", "verb_group", "evidence"]].to_numpy().tolist()
    assert found == [
        ["Berg", "claim", "doubting", "claimed"],
        ["Lind", "point out", "endorsing", "pointed out"],
        ["Voss", "slam", "charged", "slammed"],
        ["Berg", "say", "neutral", "said"],
    ]
    assert reports["sentence_id"].nunique() == 4 and basis_of(reports).unit == "verbs of saying"


def test_what_somebody_did_is_no_report_of_their_words():
    text = "Berg backed the plan. Lind targeted the firm. Voss condemned the plan. Berg grunted that it was late."
    documents = pd.DataFrame({"doc_id": ["a"], "text": [text]})
    quotes = extract_quotes(documents)
    reports = gather_reports(quotes, split_sentences(documents))
    assert not {"backed", "targeted"} & set(reports["verb"]) and "condemn" in set(reports["verb"])
    (left,) = basis_of(reports).left_out
    assert left == {"reason": "quotations without a verb of saying", "count": len(quotes) - len(reports)}


def test_what_nobody_said_is_no_report():
    denied = [
        "Nobody has confirmed that the weir holds.", "No clerk admitted it.", "Neither Berg nor Lind has admitted it.",
        "None of them acknowledged that the weir leaked.", "Hardly anybody admitted it.",
    ]  # fmt: skip
    made = ["No. 10 confirmed that the weir holds.", "No fewer than ten clerks admitted it.",
            "None other than Anna Berg admitted it.", "Berg said that nobody had confirmed it."]  # fmt: skip
    documents = pd.DataFrame({"doc_id": [str(at) for at in range(len(denied + made))], "text": denied + made})
    reports = gather_reports(extract_quotes(documents), split_sentences(documents))
    assert sorted(set(reports["doc_id"])) == [str(at) for at in range(len(denied), len(denied + made))]
    left_out = {one["reason"]: one["count"] for one in basis_of(reports).left_out}
    assert left_out["quotations that nobody is said to have said"] == len(denied)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Niemand hat bestätigt, dass das Wehr hält."),
        ("de", "Kein Sprecher räumte ein, dass das Wehr leckt."),
        ("fr", "Personne n'a confirmé que le barrage tient."),
        ("fr", "Aucun élu n'a reconnu que le barrage fuit."),
        ("es", "Ningún portavoz reconoció que la presa pierde agua."),
        ("ru", "Никто не подтвердил, что плотина цела."),
        ("ru", "Ни один чиновник не признал, что плотина цела."),
        ("uk", "Ніхто не підтвердив, що гребля ціла."),
    ],
)
def test_nobody_reports_in_other_languages_either_and_is_no_speaker_of_the_table(language, text):
    documents = pd.DataFrame({"doc_id": ["a"], "text": [text], "language": [language]})
    quotes = extract_quotes(documents)
    assert len(quotes) == 1 and gather_reports(quotes, split_sentences(documents)).empty
    assert keep_particular(pd.Series(["Niemand", "Aucun élu", "Никто", "Nona Keinath"])).notna().sum() == 1


def test_shares_count_verbs_not_sentences():
    documents = pd.DataFrame({"doc_id": ["a"], "text": ["Berg claimed it was safe, and Lind said that it was not."]})
    reports = gather_reports(extract_quotes(documents), split_sentences(documents))
    shares = estimate_shares(reports, of="verb_group")
    assert len(reports) == 2 and len(set(reports["sentence_id"])) == 1
    assert (shares["n"] == 2).all() and sorted(shares["estimate"]) == [0.5, 0.5]


def test_every_group_says_what_it_is_and_no_verb_stands_in_two():
    assert all(load_verb_groups().definitions.values())


def test_a_verb_in_two_groups_and_a_group_without_a_definition_are_refused(tmp_path):
    path = tmp_path / "verbs.yaml"
    path.write_text("a: {definition: x, en: [hum]}\nb: {definition: y, en: [hum]}\n")
    with pytest.raises(InputError, match="'hum' stands in the groups 'a' and 'b'"):
        load_verb_groups(path)
    path.write_text("c: {en: [hum]}\n")
    with pytest.raises(InputError, match="line 1: 'c' of the list of groups needs a definition"):
        load_verb_groups(path)
