"""Roles of speakers: what the words beside a name say."""

import pytest

from analysis.errors import InputError
from analysis.sourcing.descriptions import describe_in_text, find_descriptions, find_explained
from analysis.sourcing.roles import load_roles, recognise_role, split_phrase, tells_role


@pytest.mark.parametrize(
    ("phrase", "role"),
    [
        ("a spokeswoman for the Interior Ministry", "government"),
        ("a spokesman for the harbour police", "police and courts"),
        ("two senior officials", "government"),
        ("a former government minister", "parliaments and parties"),
        ("opposition lawmakers", "opposition"),
        ("the shadow chancellor", "opposition"),
        ("a Republican lawyer", "police and courts"),
        ("a professor of law at the university", "experts"),
        ("a marine ichthyologist", "experts"),
        ("president of the savings bank", "business"),
        ("the president", "government"),
        ("head of the dockers' union", "civil society"),
        ("the Evening Herald", "media"),
        ("a colonel of the armed forces", "military and armed groups"),
        ("the UN secretary-general", "international organisations"),
        ("two residents of the street", "citizens"),
        ("the report", "documents and polls"),
        ("a goalkeeper", "culture and sport"),
        ("the Security Council of Ruritania", "government"),
        ("the UN Security Council", "international organisations"),
        ("defenders of the forest", ""),
        ("a public defender", "police and courts"),
        ("a vice president of the Brookings Institution", "experts"),
        ("a vice president at the savings bank", "business"),
        ("the vice president", "government"),
        ("the White House chief strategist", "government"),
        ("a Republican strategist", "parliaments and parties"),
        ("a strategist", "parliaments and parties"),
        ("the energy secretary", "government"),
        ("chief U.S. economist at Lund Capital", "experts"),
        ("the superintendent of schools", "government"),
        ("a superintendent", "police and courts"),
        ("the county clerk", "government"),
        ("a clerk at the shop", "citizens"),
        ("the UN special envoy for Ruritania", "international organisations"),
        ("the American envoy to Ruritania", "government"),
        ("a captain for Lund Air Lines", "business"),
        ("an army captain", "military and armed groups"),
        ("her finance director", "business"),
        ("executive director of the food bank", "civil society"),
        ("a retired schoolteacher", "citizens"),
        ("the state senator", "parliaments and parties"),
        ("an elder statesman", "parliaments and parties"),
        ("the New Statesman", "media"),
        ("the voting results", "documents and polls"),
        ("a major advocacy group", "civil society"),
        ("a general of the army", "military and armed groups"),
        ("a major", "military and armed groups"),
        ("a representative", ""),
        ("a social critic", "experts"),
        ("the men", "citizens"),
        ("many", ""),
        ("a spokesman", ""),
    ],
)
def test_a_description_says_a_role_by_its_head_or_by_the_body_beside_it(phrase, role):
    assert recognise_role(split_phrase(phrase), bodies=True) == role


def test_an_organisation_alone_says_a_role_only_where_it_speaks_itself():
    assert recognise_role(split_phrase("Human Rights Watch"), bodies=True) == "civil society"
    assert recognise_role(split_phrase("Human Rights Watch")) == ""


def test_a_person_is_no_document():
    words = split_phrase("the study")
    assert (recognise_role(words), recognise_role(words, person=True)) == ("documents and polls", "")
    assert recognise_role(split_phrase("the president of Right the Record"), person=True) == ""


@pytest.mark.parametrize(
    ("phrase", "role"),
    [
        ("president of the Weavers Guild", ""),
        ("the rowing club president", ""),
        ("student body president", ""),
        ("president of Saving the Meadow", ""),
        ("a vice president of the alumni", ""),
        ("secretary of the gardening club", ""),
        ("president of the Chess Federation", "culture and sport"),
        ("secretary general of the Tennis Federation", "culture and sport"),
        ("president of the Russian Federation", "government"),
        ("president of South Africa", "government"),
        ("president of the Czech Republic", "government"),
        ("president of Ruritania", "government"),
        ("secretary of transportation", "government"),
        ("the president at a conference", "government"),
        ("minister of the Second Baptist Church", "civil society"),
        ("a Methodist minister", "civil society"),
        ("minister of church affairs", "government"),
        ("minister of trade and industry", "government"),
        ("general secretary of the dockers' union", "civil society"),
        ("director general of the World Bank", "international organisations"),
        ("a consul general", "government"),
        ("a general practitioner", "experts"),
    ],
)
def test_who_heads_a_body_is_of_no_government_for_that(phrase, role):
    assert recognise_role(split_phrase(phrase), person=True) == role


@pytest.mark.parametrize(
    ("text", "role", "sex"),
    [
        ("Foreign Minister Anna Berg left early.", "government", ""),
        ("The mayor's adviser, Anna Berg, left.", "government", ""),
        ("Anna Berg, 41, a nurse from the north, left.", "citizens", ""),
        ("Anna Berg (R-Ohio) left.", "parliaments and parties", ""),
        ("Anna Berg, who teaches history at the University of Graz, left.", "experts", ""),
        ("Anna Berg of the Evening Herald left.", "media", ""),
        ("The president of Ruritania, Anna Berg, left.", "government", ""),
        ("Anna Berg, who leads a human rights group, left.", "civil society", ""),
        ("The Ministry of Trade spokeswoman Anna Berg left.", "government", ""),
        ("They spoke to the GOP. Anna Berg left.", "", ""),
        ("Anna Berg is a retired colonel.", "military and armed groups", ""),
        ("The new Minister of Trade and Social Affairs of Ruritania Anna Berg left.", "government", ""),
        ("The former Minister of Trade of Ruritania Anna Berg left.", "parliaments and parties", ""),
        ("Head of the Bridge Agency Anna Berg left.", "government", ""),
        ("Director of the Institute for Peace Anna Berg left.", "experts", ""),
        ("Ambassador to Ruritania Anna Berg left.", "government", ""),
        ("The friend of Professor Anna Berg left.", "experts", ""),
        ("Ohio state Senator Anna Berg left.", "parliaments and parties", ""),
        ("Anna Berg, a vice president at the Harbour Institute, left.", "experts", ""),
        ("The head of the Bridge Agency, Anna Berg, left.", "government", ""),
        ("A harbour entrepreneur named Anna Berg left.", "business", ""),
        ("Governor Ray Anna Berg left.", "government", ""),
        ("The police Lt. Anna Berg left.", "police and courts", ""),
        ("The Evening News' Anna Berg left.", "media", ""),
        ("Anna Berg, who has worked as a hotel maid, left.", "citizens", ""),
        ("The Republican chair of the Federal Harbour Commission, Anna Berg, left.", "government", ""),
        ("- Anna Berg, The Evening Post", "media", ""),
        ("Senator Lund spoke first. Lund spokeswoman Anna Berg left.", "parliaments and parties", ""),
        ("Lund spokeswoman Anna Berg left.", "", ""),
        ("They accused former Senator Anna Berg of it.", "parliaments and parties", ""),
    ],
)
def test_titles_appositions_and_parties_beside_a_name_say_a_role(text, role, sex):
    found = [(one.role, one.sex) for one in find_descriptions(text, ["Anna Berg"])]
    assert found == ([(role, sex)] if role else [])


def test_a_clause_behind_a_name_is_no_apposition():
    assert find_descriptions("Berg, said the president, left. Berg, and the lawyer left.", ["Berg"]) == []


def test_a_title_says_a_sex_and_a_name_within_a_word_is_nobodys():
    assert [one.sex for one in find_descriptions("Mrs. Berg met Mr. Bergman.", ["Berg"])] == ["f"]


def test_every_role_has_a_definition_and_no_head_is_a_body_of_the_anybody_kind():
    roles = load_roles()
    assert len(roles.definitions) == 13 and all(roles.definitions.values())
    assert set(roles.anybody.values()) - {""} <= set(roles.definitions)


def test_a_file_that_is_no_list_of_roles_is_refused(tmp_path):
    path = tmp_path / "roles.yaml"
    path.write_text("government: {definition: x, heads: [a]}\n")
    with pytest.raises(InputError, match="lacks"):
        load_roles(path)


def test_a_body_whose_name_tells_nothing_is_what_the_text_says_between_commas():
    text = "It rose, according to Zelt, a real estate firm, and Mond, after a week."
    assert [one.role for one in find_explained(text, ["Zelt", "Mond"])] == ["business"]


@pytest.mark.parametrize(
    ("phrase", "role"),
    [
        ("captain of the football team", "culture and sport"),
        ("the team captain", "culture and sport"),
        ("captain of the ferry", ""),
        ("a captain", "military and armed groups"),
        ("a captain of the harbour fire department", "government"),
        ("the Harbour Department spokeswoman", "government"),
        ("a spokesman for the Harbour Department", "government"),
        ("the Senate Judiciary Committee chairman", "parliaments and parties"),
        ("the group president", "government"),
        ("the top investment officer at Lund Capital", "business"),
        ("the Harbour Department chief privacy officer", "government"),
        ("a navy officer", "military and armed groups"),
        ("the officer", "police and courts"),
        ("a Republican consultant", "parliaments and parties"),
        ("a consultant", "experts"),
        ("a model contract", "documents and polls"),
        ("the model", "culture and sport"),
        ("two people familiar with the plan", ""),
        ("people close to the White House", "government"),
    ],
)
def test_a_rank_or_office_takes_the_role_of_the_body_beside_it(phrase, role):
    assert recognise_role(split_phrase(phrase), bodies=True) == role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The president of Ruritania, Anna Berg, left.", "government"),
        ("The president of Acme, Anna Berg, left.", ""),
        ("The president of Acme, Anna Berg, left. In Acme the snow had gone.", "government"),
        ("The president of Acme, Anna Berg, left. Acmeans cheered.", "government"),
        ("The president of Ruritania, Anna Berg, left. She began at Ruritania as a clerk.", ""),
        ("Anna Berg, president of Acme, left. Acme, a software firm, is new.", "business"),
        ("The president of Acme, Anna Berg, left. Acme, a software firm, is new.", "business"),
    ],
)
def test_whether_a_name_that_nobody_knows_is_a_state_is_told_by_what_stands_around_it(text, role):
    assert [one.role for one in find_descriptions(text, ["Anna Berg"])] == ([role] if role else [])


def test_a_given_name_spelt_like_a_title_is_none_behind_a_title():
    assert [one.role for one in find_descriptions("Sen. Dean Berg left.", ["Berg"])] == ["parliaments and parties"]
    assert [one.role for one in find_descriptions("The law school Dean Berg left.", ["Berg"])] == ["experts"]


def test_a_relative_of_the_same_family_name_is_somebody_else():
    text = "Cpl. Olaf Berg was hurt. Anna Berg wept. Mayor Berg left."
    assert [one.role for one in find_descriptions(text, ["Anna Berg", "Berg"])] == ["government"]


def test_a_word_that_ends_the_line_or_sentence_before_a_name_is_no_title():
    assert find_descriptions("He was a husband and father. Berg said so.", ["Berg"]) == []
    assert find_descriptions("The new mayor\nBerg said so.", ["Berg"]) == []


def test_a_spokesman_of_a_body_takes_what_the_text_says_of_it():
    text = "Acme, a software firm, is new. A spokesman for Acme said so."
    assert describe_in_text(text, "A spokesman for Acme").role == "business"


@pytest.mark.parametrize(
    ("beside", "role"),
    [
        ("the U.S. ambassador to Ruritania", "government"),
        ("the St. Ives mayor", "government"),
        ("a U.N. envoy", "international organisations"),
        ("who met them. The mayor", ""),
    ],
)
def test_an_abbreviation_ends_no_apposition_and_a_sentence_does(beside, role):
    told = find_descriptions(f"Dana Holt, {beside}, said on Tuesday that it was over.", ["Dana Holt"])
    assert "".join(one.role for one in told) == role


@pytest.mark.parametrize(
    ("role", "words", "tells"),
    [
        ("citizens", "a retired baker's nurse", True),
        ("citizens", "the son of a baron", False),
        ("citizens", "to tell people what", False),
        ("citizens", "immigrants", False),
        ("citizens", "a nurse and mother of two", True),
        ("citizens", "жительница посёлка", True),
        ("citizens", "madre de la víctima", False),
        ("government", "the son of a minister", True),
    ],
)
def test_whose_somebody_is_and_a_noun_for_several_tell_no_role(role, words, tells):
    assert tells_role(role, words) is tells
