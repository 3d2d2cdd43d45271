"""Marks, labels and names of the kinds of which public bug reports tell."""

import pytest
from hearing import list_heard


def said(text: str) -> list[tuple[str | None, str]]:
    return list_heard(text, kinds=("direct", "turn"))


@pytest.mark.parametrize(
    "text",
    [
        '\\"The well is dry again,\\" Ina Moll said.',
        '"Ina Moll said: ""The well is dry again,"""',
        "<<The well is dry again,>> Ina Moll said.",
    ],
)
def test_marks_that_programs_and_keyboards_wrote_otherwise_are_marks(text):
    assert said(text) == [("Ina Moll", "The well is dry again,")]


def test_angle_brackets_of_code_and_tags_are_no_marks():
    assert said('The line x << 3 >> 1 failed, Ina Moll said, and <a href="y">it</a> stopped.') == []


def test_single_marks_open_each_paragraph_of_a_quotation_and_close_the_last():
    text = "'The well is dry, and we all know it,' Ina Moll said.\n\n'It was hers.\n\n'We only kept it clean.'"
    assert said(text) == [
        ("Ina Moll", "The well is dry, and we all know it,"),
        ("Ina Moll", "It was hers."),
        ("Ina Moll", "We only kept it clean."),
    ]
    text = "‘The well is dry,’ Ina Moll said. ‘Nobody came to see it.\n\n‘Now they pay.’"
    assert [words for _, words in said(text)] == ["The well is dry,", "Nobody came to see it.", "Now they pay."]
    assert said("'Twas late in May.\n\n'Tis early now.") == []


@pytest.mark.parametrize(
    "named",
    [
        "who goes by the name “Pepper.”",
        "known as “Pepper.”",
        "who goes by the nickname “Pepper.”",
        "known to everyone as “Pepper,” who mends nets.",
        "known only as Pepper.",
        "who goes by “Pepper.”",
        "who performs as “Pepper.”",
        "who gave his name only as “Pepper.”",
    ],
)
def test_the_name_somebody_goes_by_is_no_quotation(named):
    assert said(f"“They took my tent twice,” said a man {named}") == [("a man", "They took my tent twice,")]


def test_a_chamber_is_stenographed_with_full_stops_behind_names():
    text = (
        "Mr. HOLM. I thank the chairman.\n\nMs. DAHL of Ohio. I object to it.\n\nThe SPEAKER pro tempore. We will vote."
    )
    assert said(text) == [
        ("Holm", "I thank the chairman."),
        ("Dahl", "I object to it."),
        ("the speaker", "We will vote."),
    ]
    assert said("Mr. LEE. I yield.\n\nMs. OH. I object.")[0] == ("Lee", "I yield.")
    assert said("Mr. HOLM (when his name was called). Present.\n\nMs. DAHL (in her seat). Present.") == [
        ("Holm", "Present."),
        ("Dahl", "Present."),
    ]
    assert said("Mr. HOLM. That was the name on the door.") == []


def test_several_call_out_between_the_turns_of_others():
    text = "Ina Moll: We have heard—\n\nOpposition members: No!\n\nIna Moll: We have heard it all."
    assert said(text)[1] == ("opposition members", "No!")
    assert said("The council has two lists.\n\nOpposition members: They want a well.") == []


def test_a_full_width_colon_ends_a_label():
    assert said("Ina Moll：We dug it.\n\nOtto Kern：We did not.") == [
        ("Ina Moll", "We dug it."),
        ("Otto Kern", "We did not."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Ina Moll (00:12):\nWe dug it.\n\nOtto Kern (00:20):\nWe did not.",
        "Ina Moll 0:12\nWe dug it.\n\nOtto Kern 0:20\nWe did not.",
        "Ina Moll 00:12: We dug it.\n\nOtto Kern 00:20: We did not.",
    ],
)
def test_a_time_may_stand_behind_the_name_of_who_speaks(text):
    assert said(text) == [("Ina Moll", "We dug it."), ("Otto Kern", "We did not.")]


def test_a_deputy_speaks_under_the_office_alone():
    text = "Ina Moll: Order!\n\nThe DEPUTY SPEAKER: I call the member.\n\nIna Moll: I will not go."
    assert said(text)[1] == ("the deputy speaker", "I call the member.")


def test_the_time_before_a_post_is_no_part_of_who_speaks():
    assert said("⏰ 12:30 The Water Board said: “The well is full.”") == [("Water Board", "The well is full.")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We go home now.” Ina Moll said.", [("Ina Moll", "We go home now.")]),
        ("Ina Moll said. “Come home at once.”", [("Ina Moll", "Come home at once.")]),
        ("“Rowers,” Ina Moll began, “lend me a boat.”", [("Ina Moll", "Rowers,"), ("Ina Moll", "lend me a boat.")]),
        (
            "“Who pays for it? Ina Moll asked.\n\n“We do,” Otto Kern said.",
            [("Ina Moll", "Who pays for it?"), ("Otto Kern", "We do,")],
        ),
        (
            "“What now? he asked.\n\n“We wait,” Ina Moll said.",
            [(None, "What now?"), ("Ina Moll", "We wait,")],
        ),
    ],
)
def test_a_full_stop_or_a_lost_mark_parts_nobody_from_what_they_say(text, expected):
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("„Ich flicke Netze“, sagte Otto Kern, genannt „der alte Haken“.", "Otto Kern"),
        ("«Я чиню сети», — сказал Иван Корнев по прозвищу «Старый крюк».", "Иван Корнев"),
        ("« Je répare les filets », a dit Jean Aubry, surnommé « le vieux crochet ».", "Jean Aubry"),
    ],
)
def test_what_somebody_is_called_beside_their_name_is_no_quotation_in_other_languages(text, speaker):
    assert [who for who, _ in said(text)] == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("In April Moll left. “It is dry,” Moll said.", "Moll"),
        ("Last June Otto Kern left. “It is dry,” Kern said.", "Otto Kern"),
        ("They met in May. Since June Otto Kern has been ill. “It is dry,” Kern said.", "Otto Kern"),
        ("A letter from June Moll came. “It is dry,” Moll wrote.", "June Moll"),
        ("April Roe left. “It is dry,” Roe said.", "April Roe"),
    ],
)
def test_the_month_before_a_name_belongs_to_it_unless_it_says_when(text, speaker):
    assert [who for who, _ in said(text)] == [speaker]


@pytest.mark.parametrize(
    ("behind", "speaker"),
    [
        ("said an aide to the mayor.", "an aide to the mayor"),
        ("an adviser to Mr. Kern said.", "an adviser to Mr. Kern"),
        ("said the envoy to France, Ina Moll.", "Ina Moll"),
        ("said a source close to people in the party.", "a source close to people"),
        ("said the mayor, who told an aide to leave.", "the mayor"),
    ],
)
def test_whose_aide_somebody_is_belongs_to_what_they_are_called(behind, speaker):
    assert said(f"“The well is dry,” {behind}") == [(speaker, "The well is dry,")]


@pytest.mark.parametrize("some", ["one of the divers", "one of the women", "one of Kern’s aides"])
def test_who_is_one_of_several_and_named_beside_it_speaks_by_name(some):
    assert said(f"“The well is dry,” said {some}, Ina Moll, on Friday.") == [("Ina Moll", "The well is dry,")]
    assert said(f"“The well is dry,” said {some}, and Ina Moll nodded.")[0][0] == some


def test_a_line_of_a_name_and_who_writes_names_nobody_who_speaks():
    text = "Well to be dug\n\nIna Moll, Staff Writer\n\nThe well will be dug by May.\n\n“It had to be,” she said."
    assert said(text) == [(None, "It had to be,")]


def test_single_angle_marks_may_point_inward():
    assert said("›Der Brunnen ist leer‹, sagte Otto Kern.") == [("Otto Kern", "Der Brunnen ist leer")]


def test_a_thing_that_calls_somebody_something_is_not_called_so():
    assert said('A leaflet printed in the autumn called Otto Kern "a friend of the banks."')[0][0] == "a leaflet"
    assert said('A man called Otto Kern said: "I never saw it."')[0][0] == "Otto Kern"


def test_entities_of_the_numbers_of_old_code_pages_are_marks():
    assert said("&#147;The well is dry,&#148; Ina Moll said.") == [("Ina Moll", "The well is dry,")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("″The well is dry,″ Ina Moll said. ″Always.″", [("Ina Moll", "The well is dry,"), ("Ina Moll", "Always.")]),
        (
            ",,The well is dry,'' Ina Moll said. ,,It was.''",
            [("Ina Moll", "The well is dry,"), ("Ina Moll", "It was.")],
        ),
        (
            "'The well is dry,' Ina Moll said. 'Don't ask.'",
            [("Ina Moll", "The well is dry,"), ("Ina Moll", "Don't ask.")],
        ),
        ("The 12″ pipe and the 14″ one burst, Ina Moll said.", []),
    ],
)
def test_primes_and_low_commas_are_marks_and_a_contraction_is_no_title(text, expected):
    assert said(text) == expected


def test_words_in_marks_that_are_part_of_another_word_are_nobodys():
    text = "Ina Moll wore a “Dry Wells”-themed shirt that said “Water for all of us.”"
    assert said(text) == [("a “Dry Wells”-themed shirt", "Water for all of us.")]
    assert said("“The well is dry,”-said Ina Moll.") == [("Ina Moll", "The well is dry,")]


def test_a_heading_without_a_stop_may_quote_three_words():
    assert said('Head of water board quits: "I am tired"') == [("Head of water board", "I am tired")]
    assert said('Film of the week: "The Dry Well"') == []


@pytest.mark.parametrize("when", ["On Monday", "Last night", "Yesterday", "Earlier this week"])
def test_who_acts_behind_a_time_is_who_is_named_and_not_what_is_said_of_them(when):
    text = f"{when} Ina Moll, a well digger, said the well was dry. “It is,” she said."
    assert said(text) == [("Ina Moll", "It is,")]
    assert said("First Harbour, a bank, said: “It is dry.”") == [("Harbour", "It is dry.")]


def test_a_quotation_that_dashes_break_is_one_speakers():
    text = "“We will” — she looked up — “never sell the well,” Ina Moll said."
    assert said(text) == [("Ina Moll", "We will"), ("Ina Moll", "never sell the well,")]


def test_a_chamber_is_stenographed_with_seats_times_and_dashes_behind_names():
    text = (
        "Mr HOLM (Kent—Treasurer) (3.18 pm)—I welcome the plan.\n\nMs DAHL (Dover) (3.20 pm)—It is no plan.\n\n"
        "The DEPUTY SPEAKER—Order!\n\nMr HOLM—I withdraw."
    )
    assert said(text) == [
        ("Holm", "I welcome the plan."),
        ("Dahl", "It is no plan."),
        ("the deputy speaker", "Order!"),
        ("Holm", "I withdraw."),
    ]
    assert said("Mr HOLM — a farmer — left early.") == []


@pytest.mark.parametrize(
    ("head", "who"),
    [
        ("A note from the office of Mayor Ina Moll reads:", "a note from the office of Mayor Ina Moll"),
        ("A statement from Ina Moll read:", "a statement from Ina Moll"),
        ("A tweet from Mayor Ina Moll read,", "a tweet from Mayor Ina Moll"),
        ("Ina Moll read:", "Ina Moll"),
    ],
)
def test_what_a_paper_reads_is_no_part_of_who_sent_it(head, who):
    assert said(f"{head} “The well is dry.”") == [(who, "The well is dry.")]


def test_a_man_called_per_is_no_source():
    assert said("“The well is dry,” Per Holm said.") == [("Holm", "The well is dry,")]
    heard = list_heard("Per the Kent Post, the well is dry.", "The well is dry, per the Kent Post.")
    assert [who for who, _ in heard] == ["Kent Post", "Kent Post"]


@pytest.mark.parametrize("note", ["[3]", "[3][12]", "[Lund 2:14]"])
def test_the_number_of_a_note_parts_no_quotation_from_who_says_it(note):
    assert said(f"“The well is dry,”{note} Ina Moll said.") == [("Ina Moll", "The well is dry,")]
    assert said(f'"Is it dry?"{note} the mayor asked.') == [("the mayor", "Is it dry?")]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("« C'est fini ! » a déclaré Marie Roux.", "Marie Roux"),
        ("« Qui vient ? » demande Luc Morel.", "Luc Morel"),
        ("« Venez tous ! » s'est écriée Marie Roux.", "Marie Roux"),
    ],
)
def test_a_few_french_words_with_blanks_inside_their_marks_are_said(text, who):
    assert [speaker for speaker, _ in said(text)] == [who]


def test_a_name_of_another_behind_a_semicolon_stands_for_who_says_the_same():
    assert said("Holm called it “a well”; Dahl, “a hole.”") == [("Holm", "a well"), ("Dahl", "a hole.")]
    assert said("Holm called it “a well”; on Monday, “a hole.”") == [("Holm", "a well"), ("Holm", "a hole.")]


def test_each_line_of_a_post_on_what_somebody_speaks_of_is_theirs():
    heard = list_heard("News.\n\n▪️Fire on the quay: two sheds burn there.\n▪️Lanov on the budget: we have money enough.")
    assert heard == [("Lanov", "we have money enough")]


def test_small_words_within_a_spanish_name_are_part_of_it():
    assert said("Maria de los Santos Vega said: “Yes.” “No,” said Ana de las Heras Ruiz.") == [
        ("Maria de los Santos Vega", "Yes."),
        ("Ana de las Heras Ruiz", "No,"),
    ]


@pytest.mark.parametrize("woman", ["Ute Senn", "Gesine Senn", "Odile Senn", "Niamh Senn"])
def test_he_is_no_woman_of_whom_only_her_given_name_tells(woman):
    text = f"Mayor {woman} opened the bridge with Rolf Kast on Sunday.\n\n“It will stand,” he said."
    assert said(text) == [("Rolf Kast", "It will stand,")]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The well was called “a hole” by Mayor Ina Moll.", "Ina Moll"),
        ("The well has been described as “a waste of water” by the union.", "the union"),
        ("It was denounced on Monday as “a theft” by critics such as Ina Moll.", "critics"),
        ("The well was called “the eye of the town” by night.", None),
        ("The song was called “Home” by Ina Moll.", None),
    ],
)
def test_who_acts_in_a_passive_stands_behind_what_something_is_called_too(text, who):
    assert {speaker for speaker, _ in said(text)} <= {who}
    assert who is None or said(text)


@pytest.mark.parametrize("break_", ["\n", "\n\n"])
@pytest.mark.parametrize(
    ("one", "other"), [("INA MOLL", "OTTO KERN"), ("Ina Moll", "Otto Kern"), ("Moll", "Interviewer")]
)
def test_labels_may_have_lines_to_themselves(one, other, break_):
    text = f"{one}:{break_}We thank you all.\n\n{other}:{break_}Is it dry?\n\n{one}:{break_}It is, we think."
    heard = said(text)
    assert [words for _, words in heard] == ["We thank you all.", "Is it dry?", "It is, we think."]
    assert [who for who, _ in heard] == [one.title(), other.title(), one.title()]


def test_lines_that_end_in_a_colon_are_labels_only_if_they_name_who_speaks():
    assert said("Ingredients:\n\nTwo eggs and milk.\n\nMethod:\n\nBeat the eggs well.") == []
    assert said("The mayor said:\n\nWe go home.\n\nThe clerk said:\n\nWe stay.") == []


@pytest.mark.parametrize(
    "asked", ["when asked if the well is dry", "asked whether it is dry", "when asked why it is dry"]
)
def test_a_question_ends_before_the_verb_of_who_was_asked(asked):
    heard = list_heard(f"Ina Moll, {asked}, said nobody knew.")
    assert heard[-1] == ("Ina Moll", "nobody knew")
    assert all("said" not in words for _, words in heard)
