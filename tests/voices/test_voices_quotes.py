"""Quotations and reported speech in made-up sentences, each with the answer that a reader would give."""

import pandas as pd
import pytest

from analysis.errors import InputError
from analysis.voices import extract_quotes, find_quotes
from analysis.voices.marks import strip_marks


def quotes(*texts: str) -> pd.DataFrame:
    return extract_quotes(pd.DataFrame({"doc_id": [f"d{n}" for n in range(len(texts))], "text": texts}))


def said(text: str, *kinds: str) -> list[tuple[str | None, str]]:
    """List (speaker, words) of a text."""
    rows = quotes(text)
    rows = rows[rows["kind"].isin(kinds or ("direct",))]
    return [
        (name if isinstance(name, str) else None, words)
        for name, words in zip(rows["speaker"], rows["text"], strict=True)
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('"We will go home," Ann Lee said.', "We will go home,"),
        ("“We will go home,” Ann Lee said.", "We will go home,"),
        ("''We will go home,'' Ann Lee said.", "We will go home,"),
        ("``We will go home,'' Ann Lee said.", "We will go home,"),
        ("‘We will go home,’ Ann Lee said.", "We will go home,"),
        ("'We will go home,' Ann Lee said.", "We will go home,"),
        ("«We will go home», Ann Lee said.", "We will go home"),
        ("»We will go home«, Ann Lee said.", "We will go home"),
        ("„We will go home“, Ann Lee said.", "We will go home"),
        ("„We will go home”, Ann Lee said.", "We will go home"),
        ("”We will go home,” Ann Lee said.", "We will go home,"),
        ('“We will go home," Ann Lee said.', "We will go home,"),
        ("« We will go home », Ann Lee said.", "We will go home"),
        ('"We will go home, "Ann Lee said.', "We will go home,"),
    ],
)
def test_direct_speech_is_found_in_every_kind_of_marks(text, words):
    """Curly, straight, doubled single, single, guillemets both ways, low marks, mixed, glued to the wrong word."""
    assert said(text) == [("Ann Lee", words)]


def test_a_lone_mark_before_a_speaker_is_no_part_of_the_name():
    """A mark glued to the wrong sentence leaves the one before Trump without a partner."""
    text = 'It will end the war on energy." It will take no more than 60 days," Trump said of it, "and they go."'
    assert said(text) == [("Trump", "It will take no more than 60 days,"), ("Trump", "and they go.")]
    rows = quotes(text, '"No," said Donald Trump.')
    assert rows["speaker"].tolist() == ["Donald Trump"] * 3
    assert rows["speaker_id"].tolist() == ["person:trump_donald"] * 3


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ('" Trump', "Trump"),
        ("“O'Brien”", "O'Brien"),
        ("Founders’", "Founders"),
        ("'t Hooft", "'t Hooft"),
        ('no "litmus test"', 'no "litmus test"'),
        ("Joe “Exotic”", "Joe “Exotic”"),
        ('"', '"'),
    ],
)
def test_marks_are_stripped_from_the_ends_of_a_name_unless_their_partner_stands_in_it(name, bare):
    assert strip_marks(name) == bare


def test_a_quotation_inside_a_quotation_belongs_to_the_outer_one():
    assert said("“I asked, ‘Are you sure?’ and left,” Ann Lee said.") == [
        ("Ann Lee", "I asked, ‘Are you sure?’ and left,")
    ]


def test_a_quotation_over_paragraphs_that_opens_each_and_closes_once_has_one_speaker():
    text = "Ann Lee wrote:\n\n“It was a long day for us.\n\n“We never saw it coming.”\n\nThe mayor left."
    assert said(text) == [("Ann Lee", "It was a long day for us."), ("Ann Lee", "We never saw it coming.")]


def test_a_quotation_without_its_closing_mark_ends_with_the_paragraph():
    assert said("Ann Lee said: “It was a long day.\n\nThe mayor left.") == [("Ann Lee", "It was a long day.")]


def test_a_quotation_broken_by_he_said_is_two_rows_of_one_speaker():
    assert said("“We will,” Ann Lee said, “go back to the start.”") == [
        ("Ann Lee", "We will,"),
        ("Ann Lee", "go back to the start."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        'The "Titanic" sank near the coast.',
        'The "Law and Justice" party won the vote.',
        "The film “The Long Goodbye” was shown again.",
        'He is 6\'2" tall and has a 42" screen.',
        "The so-called “peace plan” was dropped.",
        "The workers' union and the teachers' union met.",
        '<a href="https://example.org/a-long-address" title="A long title">Link</a> was removed.',
    ],
)
def test_names_titles_scare_quotes_inches_and_tags_are_not_speech(text):
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "speaker", "cue"),
    [
        ("“It is late,” said Ann Lee.", "Ann Lee", "said"),
        ("“It is late,” Ann Lee, a nurse from Ohio, told reporters.", "Ann Lee", "told"),
        ("“It is late,” Ann Lee (D-Ohio) said.", "Ann Lee", "said"),
        ("Ann Lee pointed out: “It is late.”", "Ann Lee", "pointed out"),
        ("Said Ann Lee: “It is late.”", "Ann Lee", "said"),
        ("In turn, Ann Lee, the mayor, wrote on Twitter: “It is late.”", "Ann Lee", "wrote"),
        ("“It is late,” Ann Lee quacked.", "Ann Lee", "quacked"),
        ("“It is late,” according to Ann Lee.", "Ann Lee", "according to"),
        ("Ann Lee called it “an insult to us all.”", "Ann Lee", "called"),
        ("The talks failed, with Ann Lee yelling: “It is late.”", "Ann Lee", "yelling"),
        ("“It is late,” said a spokeswoman, Ann Lee.", "Ann Lee", "said"),
        ("Head of the agency Ann Lee said: “It is late.”", "Ann Lee", "said"),
        ("«Уже поздно для всех нас», — сказала Анна Ли.", "Анна Ли", "сказала"),
        ("„Es ist spät für uns“, sagte Angela Merkel.", "Angela Merkel", "sagte"),
        ("« Il est tard pour nous », a déclaré Emmanuel Macron.", "Emmanuel Macron", "déclaré"),
    ],
)
def test_the_speaker_stands_before_after_or_beside_the_cue(text, speaker, cue):
    row = quotes(text).iloc[-1]
    assert (row["speaker"], row["cue"]) == (speaker, cue)


def test_a_surname_a_pronoun_and_a_role_lead_to_the_full_name():
    text = (
        "Kremlin spokesman Ivan Belov spoke on Monday.\n\n“It is late,” Belov said. He added: “We go home now.”\n\n"
        "“Good night to you,” the spokesman said."
    )
    assert [name for name, _ in said(text)] == ["Ivan Belov"] * 3


def test_he_and_she_lead_to_different_people_of_one_surname():
    text = (
        "Mr. Clinton met Mrs. Clinton. Hillary Clinton smiled. Bill Clinton waved. "
        "He said it was time. She said no way."
    )
    assert said(text, "indirect") == [("Bill Clinton", "it was time"), ("Hillary Clinton", "no way")]


def test_a_role_that_names_nobody_stays_as_the_text_says_it():
    assert said("“It is late,” said two senior officials.") == [("two senior officials", "It is late,")]


def test_a_quotation_without_cue_is_the_last_speakers():
    text = "“It is late,” Ann Lee said. “We go home.” Bob Ray was there.\n\n“Nobody stays here at night.”"
    assert [name for name, _ in said(text)] == ["Ann Lee"] * 3


@pytest.mark.parametrize(
    "text",
    [
        "“The whole idea of it needs to stop.”\n\n- Michelle Marks, Ohio.",
        "“The whole idea of it needs to stop.”\n\nMichelle Marks, New York Times",
        "“The whole idea of it needs to stop.” Michelle Marks, New York Times\n\nThe mayor left.",
    ],
)
def test_a_signature_behind_a_quotation_names_the_speaker(text):
    assert said(text) == [("Michelle Marks", "The whole idea of it needs to stop.")]


def test_a_reply_is_given_by_whom_the_message_went_to():
    text = "He sent two letters to the defenders of the fort. The reply was brief:\n\n“We will never surrender it.”"
    assert said(text) == [("the defenders of the fort", "We will never surrender it.")]


@pytest.mark.parametrize(
    ("text", "speaker", "words", "form"),
    [
        ("Ann Lee said that prices fell.", "Ann Lee", "that prices fell", "that"),
        ("Ann Lee said prices fell.", "Ann Lee", "prices fell", "clause"),
        ("Ann Lee believes that prices will fall.", "Ann Lee", "that prices will fall", "that"),
        ("According to Ann Lee, prices fell.", "Ann Lee", "prices fell", "according"),
        ("Prices fell in May, according to two experts.", "two experts", "Prices fell in May", "according"),
        ("Prices fell sharply in May, Ann Lee said.", "Ann Lee", "Prices fell sharply in May", "before"),
        ("Prices fell sharply, said Ann Lee, a nurse.", "Ann Lee", "Prices fell sharply", "before"),
        ("Ann Lee asked whether prices fell.", "Ann Lee", "whether prices fell", "question"),
        ("Ann Lee vowed to cut prices.", "Ann Lee", "to cut prices", "to"),
        ("Ann Lee urged Congress to cut prices.", "Ann Lee", "Congress to cut prices", "order"),
        ("Ann Lee wants to cut prices.", "Ann Lee", "to cut prices", "wish"),
        ("Ann Lee criticized the price cut.", "Ann Lee", "the price cut", "object"),
        ("Ann Lee told reporters that prices fell.", "Ann Lee", "that prices fell", "that"),
        ("Belov: prices are falling\n\nMore on this soon.", "Belov", "prices are falling", "headline"),
    ],
)
def test_reported_speech_is_the_content_without_the_cue(text, speaker, words, form):
    row = quotes(text).iloc[0]
    assert (row["kind"], row["speaker"], row["text"], row["form"]) == ("indirect", speaker, words, form)


def test_the_clause_of_a_noun_is_its_owners_and_what_was_done_with_it_the_subjects():
    rows = quotes("Bob Ray rejected Ann Lee's claim that prices fell.")
    assert rows[["speaker", "text", "form"]].to_numpy().tolist() == [
        ["Bob Ray", "Ann Lee's claim", "object"],
        ["Ann Lee", "that prices fell", "that"],
    ]


def test_a_clause_around_the_speaker_gives_two_rows():
    assert said("The plan for the town, Ann Lee said, will fail soon.", "indirect") == [
        ("Ann Lee", "The plan for the town"),
        ("Ann Lee", "will fail soon"),
    ]


def test_a_clause_with_a_quotation_inside_is_cut_around_it():
    rows = quotes("Ann Lee said that the plan “is a very bad idea” for the town.")
    assert rows[["kind", "text"]].to_numpy().tolist() == [
        ["indirect", "that the plan"],
        ["direct", "is a very bad idea"],
        ["indirect", "for the town"],
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The United States and its member states met.",
        "His claims were long and his reports are due.",
        "Recent attacks on the town were heavy.",
        "It is known that the mission ended.",
    ],
)
def test_nouns_and_passives_without_a_speaker_report_nothing(text):
    assert said(text, "indirect") == []


def test_the_speakers_place_is_where_the_text_names_them():
    text = "Later, Ann Lee, a nurse, said: “It is late.”"
    row = quotes(text).iloc[0]
    assert text[row["speaker_start"] : row["speaker_end"]] == "Ann Lee, a nurse"


def test_a_table_without_text_is_refused_by_name():
    with pytest.raises(InputError, match=r"the documents table lacks the columns \['text'\]"):
        extract_quotes(pd.DataFrame({"doc_id": ["a"]}))


def test_no_documents_and_empty_texts_give_an_empty_table_of_the_same_columns():
    columns = ["doc_id", "start", "end", "text", "kind", "speaker", "speaker_id", "speaker_start", "speaker_end"]
    columns += ["cue", "form", "named"]
    for texts in ([], [""], [None]):
        table = extract_quotes(pd.DataFrame({"doc_id": ["a"][: len(texts)], "text": texts}))
        assert table.columns.tolist() == columns and table.empty


def test_a_surname_that_two_people_bear_is_the_one_named_most_and_then_first():
    text = "Donald Trump spoke. Melania Trump listened. Trump said it was late."
    assert said(text, "indirect") == [("Donald Trump", "it was late")]
    assert said("Melania Trump left. " + text, "indirect") == [("Melania Trump", "it was late")]


def test_hope_that_somebody_expresses_is_theirs_and_a_rejected_claim_is_nobodys():
    assert said("Ann Lee expressed hope that it will end.", "indirect") == [("Ann Lee", "that it will end")]
    assert said("Ann Lee rejected the claim that it will end.", "indirect") == [
        ("Ann Lee", "the claim"),
        (None, "that it will end"),
    ]


def test_a_documents_quotes_are_the_same_alone_and_beside_others():
    """Lee of b is nobody's family name there, whoever a names; partitions of a corpus may be read apart."""
    texts = [
        'Ann Lee spoke. "We will go there soon," Lee said.',
        '"They will never go there," Lee said.',
        "No words.",
        "",
    ]
    documents = pd.DataFrame({"doc_id": list("abcd"), "text": texts})
    apart = [find_quotes(documents.iloc[[at]]) for at in range(len(texts))]
    together = pd.concat([rows for rows in apart if len(rows)], ignore_index=True)
    assert find_quotes(documents)["speaker"].tolist() == ["Ann Lee", "Lee"]
    pd.testing.assert_frame_equal(find_quotes(documents), together)
