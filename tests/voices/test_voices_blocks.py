"""Quotations of several paragraphs and who signs them, marks of two kinds, who is announced before a colon."""

import pandas as pd
import pytest
from hearing import list_heard

from analysis.texts.sentences import split_sentences
from analysis.voices import extract_quotes


def hear(text: str) -> list[tuple[str, str | None]]:
    return [(said, who) for who, said in list_heard(text, kinds=("direct",))]


def test_a_signature_holds_for_every_paragraph_of_what_it_signs():
    text = (
        "Papers differ.\n\n“The bridge was needed.”\n\nNina Holm, Coast Post\n\n"
        "“From day one they knew the price…\n\n“Nobody asked us…\n\n“Now it pays.”\n\nOscar Brandt, Daily Ferry"
    )
    assert [who for _, who in hear(text)] == ["Nina Holm", "Oscar Brandt", "Oscar Brandt", "Oscar Brandt"]


def test_a_signature_ends_where_more_is_told():
    text = "“I have no plans to sell the docks.”\n\n-- Governor Nina Holm talking to the Coast Post about the sale"
    assert hear(text) == [("I have no plans to sell the docks.", "Nina Holm")]
    text = '"We did not know of it until Monday." -- Mayor Oscar Brandt when asked about the leak'
    assert hear(text) == [("We did not know of it until Monday.", "Oscar Brandt")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "\"It never rains here,'' Nina Holm says. \"We like it.'' It is late.",
            ["It never rains here,", "We like it."],
        ),
        ('\'\'It never rains here," Nina Holm says. "We like it."', ["It never rains here,", "We like it."]),
        ("\"He told me ''no'' twice,\" Nina Holm says.", ["He told me ''no'' twice,"]),
        ('“They wrote “never” on the door and left," Nina Holm said.', ["They wrote “never” on the door and left,"]),
    ],
)
def test_marks_of_two_kinds_are_partners(text, said):
    found = hear(text)
    assert [one for one, _ in found] == said
    assert {who for _, who in found} == {"Nina Holm"}


def test_a_heading_without_a_verb_announces_nobody():
    text = (
        "Nina Holm said that the port would close. First, an attempt to calm the town:\n\n"
        "“It is clear that all of us are sorry for what was lost.”"
    )
    assert [who for _, who in hear(text)] == ["Nina Holm"]
    text = "The square was full. Then a teacher from the school:\n\n“We have been here since dawn and will stay.”"
    assert hear(text)[0][1] == "a teacher from the school"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Oscar Brandt’s dictum was, “A port is a promise to the sea.”", "Oscar Brandt"),
        ("Nobody asked. Nina Holm's last answer: “I would do it again.”", "Nina Holm"),
        ("Nina Holm said of Oscar Brandt’s request: “They have all they need from us.”", "Nina Holm"),
        ("The report said so. There’s a simple answer: “Nobody has been as careless as that.”", "the report"),
        ("Editor’s note: “The road is open again after the flood of last week.”", None),
    ],
)
def test_words_before_a_colon_are_their_owners(text, who):
    assert [name for _, name in hear(text)] == [who]


def test_what_is_quoted_of_an_idea_leaves_the_paragraph_to_its_writer():
    text = (
        '"The rude are a sign of the times," Nina Holm writes, calling out Oscar Brandt\'s suggestion that friends '
        '"push back" at them. "The town is so divided that nobody speaks."'
    )
    assert hear(text)[-1] == ("The town is so divided that nobody speaks.", "Nina Holm")


def test_who_is_asked_or_warned_says_nothing():
    assert hear("Nina Holm was asked, “Why now and not before the vote?”") == [
        ("Why now and not before the vote?", None)
    ]
    assert hear("Nina Holm was warned: “Do not go down to the docks.”") == [("Do not go down to the docks.", None)]


def test_another_and_several_can_speak():
    rows = extract_quotes(
        pd.DataFrame({"doc_id": ["d"], "text": ["Two left. Another wrote: “The boat is gone.” Several said it sank."]})
    )
    assert rows["cue"].tolist() == ["wrote", "said"]
    assert rows["speaker"].isna().tolist() == [True, False]
    assert hear("Another alleged victim was at the docks with two reported thieves.") == []


def test_two_words_behind_a_colon_are_a_quotation():
    assert hear("Nina Holm made a promise to the town: “No tolls.” It held.") == [("No tolls.", "Nina Holm")]
    text = "Nina Holm said her first thought was: “First Holm, now Brandt. Look out.” More came."
    assert hear(text) == [("First Holm, now Brandt. Look out.", "Nina Holm")]


def test_who_goes_unnamed_goes_on():
    text = (
        "Nina Holm won.\n\nThe family wept. “We cannot say how sad it is,” they said.\n\n“We will never see him again.”"
    )
    first, second = hear(text)
    assert first[1] == second[1]


def test_the_place_of_who_is_named_ends_with_the_name():
    text = "(Then there was Nina Holm: “Not worth a coin.” And Oscar Brandt: “As useful as rust.”)"
    rows = extract_quotes(pd.DataFrame({"doc_id": ["d"], "text": [text]})).dropna(subset="speaker_start")
    last = rows.iloc[-1]
    assert text[int(last["speaker_start"]) : int(last["speaker_end"])].endswith("Oscar Brandt")


@pytest.mark.parametrize(
    "verb",
    ["claimed", "boasted", "lamented on Sunday", "testified", "vowed in a letter", "shot back", "exploded", "shrugged"],
)
def test_somebody_behind_a_cry_and_any_verb_of_saying_says_it(verb):
    assert hear(f"“We can win this with your help!” Nina Holm {verb}. Then she left.")[0][1] == "Nina Holm"
    assert hear(f"“Who would do such a thing to us?” the mayor {verb}. Rain fell.")[0][1] == "the mayor"


def test_what_does_something_behind_a_cry_begins_a_sentence():
    texts = pd.DataFrame(
        {"doc_id": ["d"], "text": ["“Why now?” The police reported a theft. “Help!” A man offered a hand."]}
    )
    assert split_sentences(texts)["text"].tolist()[1::2] == ["The police reported a theft.", "A man offered a hand."]


@pytest.mark.parametrize("who", ["the statement", "the letter", "the sign"])
def test_what_reads_so_ends_before_its_verb(who):
    assert hear(f"“It is clear to all of us that the port must stay,” {who} read.")[0][1] == who


def test_a_noun_that_is_spelt_like_a_verb_ends_a_sentence_behind_a_quotation_as_its_verb():
    assert hear("“We oppose any toll on the bridge to the north,” the platform states.")[0][1] == "the platform"


def test_a_paper_named_after_times_is_no_time_and_a_short_paragraph_no_heading():
    assert hear("“The decision stems from a suit of 2017,” the Harbour Times said.")[0][1] == "Harbour Times"
    assert hear("Paul Norden won.\n\n“We will never go back to it,” Mr. Norden said.")[0][1] == "Paul Norden"


@pytest.mark.parametrize("verb", ["plans", "hopes", "attempts", "hoped", "seeks"])
def test_the_verb_on_which_saying_hangs_is_no_part_of_who_says_it(verb):
    assert hear(f"Nina Holm {verb} to argue that “it was a mistake to sell the port”.")[0][1] == "Nina Holm"


def test_who_signs_without_a_name_has_said_it_and_nobody_before():
    text = "Nina Holm left. “No,” she said.\n\n“It is cold.”\n\n– Anonymous\n\n“Warm it up for us.”\n\n– Name withheld"
    assert [who for _, who in hear(text)] == ["Nina Holm", None, None]
    assert hear("“It is cold in here and dark.”\n\n– A reader, Northgate")[0][1] == "a reader"


def test_the_verb_of_a_short_sentence_is_no_part_of_who_speaks_behind_it():
    assert hear("The school closes.\n\n“It is only a building to them.”")[0][1] == "the school"


@pytest.mark.parametrize("asked", ["Asked about the envoy", "Pressed on the sale by the Coast Post", "Questioned why"])
def test_who_is_asked_acts_behind_what_was_asked(asked):
    text = f"{asked}, Nina Holm shrugged and said: “Should I be afraid of him?”"
    assert hear(text) == [("Should I be afraid of him?", "Nina Holm")]
