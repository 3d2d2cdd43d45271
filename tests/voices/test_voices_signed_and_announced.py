"""Who signs or announces words: a party in brackets behind a name, statements, roles behind a dash, headings below."""

import pytest
from hearing import speakers


def quoted(text: str) -> list[str | None]:
    """List who says the quotations of a text, in order."""
    return speakers(text, kinds=("direct",))


@pytest.mark.parametrize("party", ["(D-Mass.)", "(R., Fla.)", "(Harbour Party)"])
@pytest.mark.parametrize("stop", ["?", "!"])
def test_who_says_a_question_is_found_behind_a_party_in_brackets(party, stop):
    assert quoted(f'It rained. "If not now, then when will we ever do it{stop}" Rep. Nora Quist {party} said.') == [
        "Nora Quist"
    ]


@pytest.mark.parametrize("verb", ["issued the following statement", "put out a statement", "released this statement"])
def test_who_issues_a_statement_before_a_colon_says_it(verb):
    text = f'Press Secretary Nora Quist {verb}: "Today the court made plain that nobody has a right to it."'
    assert quoted(text) == ["Nora Quist"]


def test_a_label_alone_names_nobody():
    assert quoted('STATEMENT: "Today we lost a friend of the town and of the river."') == [None]


@pytest.mark.parametrize("role", ["game developer", "ferry captain", "nurse"])
def test_a_role_in_small_letters_may_stand_before_the_name_behind_a_dash(role):
    assert quoted(f'"It is silly to say that it rains, and as silly to say that it does not" —{role} Mira Holt') == [
        "Mira Holt"
    ]


def test_a_clause_behind_a_dash_signs_nothing():
    assert quoted('Nora Quist called it "a mess of the worst kind" — nurses wept.') == ["Nora Quist"]


@pytest.mark.parametrize("heading", ["Violence, but not chance", "Ferries, and no end of them"])
def test_a_heading_with_a_comma_below_a_quotation_is_nobody_who_signs_it(heading):
    text = (
        '"They have to win us over first," says Nora Quist.\n\n"They have done the very opposite of it."\n\n'
        f"{heading}\n\nFor all that, it is not as it seems."
    )
    assert quoted(text) == ["Nora Quist", "Nora Quist"]


@pytest.mark.parametrize("firm", ["Moody's", "Ben & Jerry's", "McDonald’s"])
@pytest.mark.parametrize("verb", ["said", "told the Post", "says"])
def test_a_firm_whose_name_ends_like_an_owner_says_it(firm, verb):
    assert speakers(f'It rained. {firm} {verb} the year was "as bleak as any of the last ten."')[-1] == firm


def test_he_has_said_it_where_his_verb_is_shortened():
    assert quoted('Jan Okker left. He\'s said that "this is the worst year of the last ten."') == ["Jan Okker"]


def test_a_family_name_behind_an_adjective_is_who_bears_it_though_no_given_name_is_told():
    text = (
        'President Quist met the press. A defensive Quist said her critics "seem to think that it rains." Quist left.'
    )
    assert quoted(text) == ["Quist"]


def test_a_member_of_a_party_behind_an_adjective_stays_who_the_text_calls_so():
    assert quoted('President Quist left. A senior Republican said the plan was "dead for now."') == [
        "a senior Republican"
    ]


@pytest.mark.parametrize(
    "who",
    ["former mayor and party chairman Nils Berg", "former Ohio governor and National Committee Chairman Nils Berg"],
)
def test_two_titles_before_one_name_are_one_person(who):
    assert quoted(f'"It will be a hard fall for all of us," said {who}.') == ["Nils Berg"]
