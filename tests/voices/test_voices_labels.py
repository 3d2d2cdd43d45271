"""Labels that are nobody's name: roles of a court, numbers, accounts, papers that ask."""

import pytest
from hearing import list_heard


def spoken(text: str) -> list[tuple[str | None, str]]:
    return list_heard(text, kinds=("direct", "turn"))


def test_a_court_speaks_under_its_roles():
    text = "THE COURT: Be seated.\n\nMS. ABEL: I object.\n\nTHE COURT: Denied.\n\nTHE WITNESS: I was asleep."
    assert spoken(text) == [
        ("the court", "Be seated."),
        ("Abel", "I object."),
        ("the court", "Denied."),
        ("the witness", "I was asleep."),
    ]


@pytest.mark.parametrize("label", ["Speaker 2", "Witness 14", "Juror 7"])
def test_a_role_with_a_number_is_a_label(label):
    assert spoken(f"{label}: I saw it.\nMR. ROE: Did you?\n{label}: I did.")[0] == (label, "I saw it.")


def test_a_party_in_brackets_may_stand_before_the_office_and_a_title_may_be_a_family_name():
    text = "REP. ANNA POPE (R), MAINE: I will not go.\n\nHOST: Why not?\n\nPOPE: I have work."
    assert spoken(text) == [("Anna Pope", "I will not go."), ("HOST", "Why not?"), ("Anna Pope", "I have work.")]


def test_a_chamber_speaks_under_forms_of_address_and_names_in_brackets():
    text = "Mr Speaker: Order.\n\nMs Ada Frost (Hull) (Lab): Will it open?\n\nThe Minister (Sir Guy Lane): In May."
    assert spoken(text) == [("the speaker", "Order."), ("Ada Frost", "Will it open?"), ("Guy Lane", "In May.")]


@pytest.mark.parametrize("line", ["Ann Kant @ann_kant · May 3", "Ann Kant (@ann_kant) 3 May 2019"])
def test_a_line_of_name_account_and_date_says_who_posted(line):
    assert spoken(f"{line}\nThe count was a joke. Stop it!") == [("Ann Kant", "The count was a joke. Stop it!")]


def test_a_surname_alone_is_a_label_where_it_comes_again_and_talks():
    text = "DIE ZEIT: Do you miss it?\n\nBrandl: No. I do not.\n\nDIE ZEIT: Really?\n\nBrandl: Yes, I sleep well."
    assert [words for name, words in spoken(text) if name == "Brandl"] == ["No. I do not.", "Yes, I sleep well."]
    assert spoken("Brandl: It rains in Hull again.") == []


def test_a_bubble_over_a_signed_quotation_is_the_signers():
    assert spoken("💬 “This is all we have,” — Minister Raul Prado.") == [("Raul Prado", "This is all we have,")]


def test_a_paper_asks_under_its_name_whom_the_next_paragraph_names():
    text = "The Gazette: Why did you sing?\n\nMaria Kant: I was glad.\n\nThe Gazette: Will you sing again?"
    assert spoken(text)[:2] == [("The Gazette", "Why did you sing?"), ("Maria Kant", "I was glad.")]
    assert spoken("Analysis: Why did she sing?\n\nShe was glad, her friends think.") == []


def test_a_post_repeats_an_account_unless_it_says_itself_who_speaks():
    assert spoken("RT @ann_kant: The count was a joke. Stop it!") == [("@ann_kant", "The count was a joke. Stop it!")]
    assert spoken('@ann_kant: "I will go home."') == [("@ann_kant", '"I will go home."')]
    assert spoken("@town_news: The mayor said the road was closed.") == []


@pytest.mark.parametrize(
    "text",
    [
        '"The boat has gone" – Minister Pekka Salo',
        "“We wait here, said General Pekka Salo.\n\nThe road is closed.",
        "“We wait here, Pekka Salo said on Monday.\n\nThe road is closed.",
    ],
)
def test_who_signs_with_a_title_and_who_is_named_though_no_mark_closes(text):
    assert [name for name, _ in spoken(text)] == ["Pekka Salo"]
    assert "said" not in spoken(text)[0][1]


def test_a_paragraph_that_the_next_one_goes_on_from_needs_no_closing_mark():
    text = "“And so, said my aunt, we left the house for good.\n\n“It was cold,” Ann Kant said."
    assert spoken(text)[0][1] == "And so, said my aunt, we left the house for good."


def test_french_dialogue_may_have_no_comma_before_its_dash():
    assert spoken("–Nous restons ici –dit le maire Jean Brun.") == [("Jean Brun", "Nous restons ici")]
