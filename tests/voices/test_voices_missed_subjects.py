"""Who reports something where a verb looks like a noun, a name ends in a full stop, or a place stands between."""

import pytest
from hearing import ASIDE, list_heard, speakers


def first_speaker(text: str) -> str | None:
    """Name who speaks first in a text."""
    return speakers(text)[0]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The guild now estimates that the pier will leak.", "the guild"),
        ("Rowers will worry that the pier leaks.", "rowers"),
        ("The Weir Board memo falsely claims that Moll built it.", "the Weir Board memo"),
        ("And backers of the Weir Act fear that, even now, it leaks.", "backers of the Weir Act"),
        ("Friends of a quietly famous rower claim that it leaks.", "friends of a quietly famous rower"),
        ("Rep. Ida Moll (D-Ill.), a key voice on piers, estimates that most leak.", "Ida Moll"),
        ("Rowers, however, hope that it holds.", "Rowers"),
        ("It is late, but the Weir Post reports that most piers leak.", "Weir Post"),
        ("Scholars once thought that the pier leaked.", "scholars"),
    ],
)
def test_a_verb_spelt_like_a_noun_reports_with_a_subject(text, speaker):
    """What stands between subject and verb tells: an adverb, a modal, an aside, or nothing."""
    assert first_speaker(text).lower() == speaker.lower()


@pytest.mark.parametrize(
    "text",
    [
        "There were early hopes that the pier would hold.",
        "It came amid growing fears that the pier would leak.",
        "Democratic claims that the pier leaks are old.",
        "It brought angry looks, long nights, charges that the pier leaks.",
        "One of the lines in the report that I liked is old.",
    ],
)
def test_the_noun_alone_has_nobody(text):
    """What cannot govern a verb stands before it."""
    assert {who for who, _ in list_heard(text, aside=ASIDE)} <= {None}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Weir Boat Co. said it will sell the pier.", "Weir Boat Co."),
        ("It will sell the pier, Moll Brothers Ltd. said.", "Moll Brothers Ltd."),
        ("The U.N. notes that the pier leaks.", "U.N."),
        ("But the F.B.I. has said it knew nothing.", "F.B.I."),
        ('"We thank her," Ida Moll, head of Weir Cards, Inc. said.', "Ida Moll"),
        ("Lou M. (name changed), 23, a former rower, spoke of the pier.", "Lou M."),
        ("Police in Weir, Ore. declared that the pier leaks.", "police"),
        ("She met a nurse from Weir, Ohio, who refused to row.", "a nurse from Weir"),
        ("Now Chairwoman Ida Moll, D-Calif., said that it leaks.", "Ida Moll"),
    ],
)
def test_a_full_stop_belongs_to_a_shortened_name(text, speaker):
    """U.N., Co. and Inc. speak; the region behind a town does not."""
    assert first_speaker(text).lower() == speaker.lower()


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Rowers across the county said it leaks.", "rowers"),
        ("If it holds, mayors around the lake have said they will come.", "mayors"),
        ("Exit polls out of Weir showed that few rowed.", "Exit polls"),
        ("All of the rowers agreed that it leaks.", "all of the rowers"),
    ],
)
def test_what_belongs_to_a_phrase_does_not_part_it_from_its_verb(text, speaker):
    """Across, around, out of and "all of" tie what stands behind them to what stands before."""
    assert first_speaker(text).lower() == speaker.lower()


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ida Moll, who at one point said it leaks, left.", "Ida Moll"),
        ("Ida Moll, who for years said it leaks, left.", "Ida Moll"),
        ("The Weir Board less than two weeks ago said it leaks.", "Weir Board"),
        ("People 2,000 years ago understood that it leaks.", "people"),
        ("A notice put up by rowers after the storm indicated that it leaks.", "notice"),
        ("Rowers learned from Moll's experience that it leaks.", "rowers"),
    ],
)
def test_a_time_before_a_verb_is_no_part_of_who_acts(text, speaker):
    """At one point, for years, two weeks ago and after the storm stand between them."""
    assert first_speaker(text).lower().removeprefix("a ") == speaker.lower()


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Moll's helpers hope that it holds.", "Moll's helpers"),
        ("Her office claims that it leaks.", "her office"),
        ("When Moll left, her doctor could not guarantee that she would row.", "her doctor"),
        ("Nearly a third of rowers surveyed by Weir Polls say it leaks.", "a third of rowers"),
        ("Farm hands pushed aside by another dam say that it leaks.", "farm hands"),
    ],
)
def test_whom_somebody_has_and_what_was_done_to_them(text, speaker):
    """Somebody's people report themselves; who surveyed them does not."""
    assert first_speaker(text).lower() == speaker.lower()


def test_a_verb_behind_a_modal_acts_in_no_clause():
    """Voters who backed X because he could deliver found ...: nobody is called "deliver"."""
    assert "deliver" not in speakers("Voters who backed Moll because she could deliver found that it leaks.")


def test_a_family_name_that_is_an_adverb_behind_a_given_name():
    """Ann Long said is no Ann who long said it."""
    assert first_speaker('"It leaks," the town\'s clerk Ida Hanna Long said.') == "Ida Hanna Long"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("But aside from admitting that it leaks, Ida Moll did nothing.", "Ida Moll"),
        ("“It leaks,” Otto Rau said.\n\n“I row,” the 51-year old said.", "Otto Rau"),
        ("Credit Kurt Voss/Weir Post\n\nIn his note, he was careful to say that it leaks.", None),
    ],
)
def test_who_else_it_is_not(text, speaker):
    """What stands beside, an age without its hyphen, and who took the picture."""
    assert {who for who, _ in list_heard(text)} == {speaker}


def test_regarding_is_a_preposition():
    """It governs what a rule is about, and nobody says it."""
    assert not list_heard("The guild eased rules regarding old piers.")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Judge Otto Rau and lawyer Ida Moll said that it leaks.", "Otto Rau and Ida Moll"),
        ("Rower Otto Rau and nurse Ida Moll said no.", "Otto Rau and Ida Moll"),
        ("The U.N. and the U.S. said that talks had failed.", "U.N. and U.S."),
    ],
)
def test_two_of_whom_the_second_has_a_role_or_the_first_a_full_stop(text, speaker):
    """Both speak."""
    assert first_speaker(text) == speaker


@pytest.mark.parametrize(
    "text",
    [
        "Neither Ida Moll nor Otto Rau said that it leaks.",
        "Niemand sagte, dass es leckt. Ida Moll sagte, sie rudere.",
        "Weder Ida Moll noch Otto Rau sagten, dass es leckt.",
        "Personne n'a dit que c'était vrai.",
        "Ningún ministro dijo que era verdad.",
        "Никто не сказал, что это правда.",
        "Ніхто не сказав, що це правда.",
    ],
)
def test_nobody_speaks_in_any_language(text):
    """The row stays, without a speaker, and whoever speaks next is somebody."""
    assert first_speaker(text) is None
    assert not {"Niemand", "Personne", "Никто"} & set(speakers(text))


@pytest.mark.parametrize("bubble", ["💬 ", "🗣 ", "💬"])
@pytest.mark.parametrize("said", ['"I row," said Ida Moll.', "“I row,” Ida Moll said.", "« Je rame », a dit Ida Moll."])
def test_a_bubble_before_a_quotation_is_no_label(bubble, said):
    """Its marks and its verb tell who says what, and the next paragraph is the post's own."""
    assert [who for who, _ in list_heard(f"{bubble}{said}\n\nThe board did not comment.")] == ["Ida Moll"]


@pytest.mark.parametrize("line", ["( Also on the Post: Kurt Voss opens a pier)", "WATCH: Kurt Voss opens a pier"])
def test_a_link_to_another_page_names_nobody_who_is_meant_by_he(line):
    """The judge of the paragraph above it is."""
    text = f"Judge Otto Rau found that the pier leaks.\n\n{line}\n\nHe ruled that Weir owes “a fair share.”"
    assert set(speakers(text)) == {"Otto Rau"}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Rower Otto Rau who lives less than 50 yards from the pier told the paper that it leaks.", "Otto Rau"),
        ("The Weir poll, taken May 16–20, indicated that few rowed.", "Weir poll"),
    ],
)
def test_measures_within_what_is_said_of_somebody(text, speaker):
    """Less than 50 yards and from the 16th to the 20th end no phrase."""
    assert first_speaker(text).removeprefix("the ") == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Another suit remains after a federal judge in Weir ruled that piers leak.", "a federal judge in Weir"),
        ("The storm ended a week in which the board said it had hoped for calm.", "the board"),
        ("And veteran rower Ida Rather wrote that it leaks.", "Ida Rather"),
        ("A study published by the Weir Academy of Sciences reports that it leaks.", "Weir Academy of Sciences"),
    ],
)
def test_where_a_phrase_that_acts_begins(text, speaker):
    """Not behind a preposition of its own, and not before "in which"."""
    assert first_speaker(text) == speaker
