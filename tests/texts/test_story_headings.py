"""Where one story of a page ends and the next begins: subheadings and remarks in brackets cut nothing."""

from analysis.texts.readers.layouts import headings
from analysis.texts.readers.layouts.headings import find_story_headings, load_weights, looks_like_heading, story_signs
from analysis.texts.readers.lines import split_lines

BRIDGE = [
    "Harbour bridge to close for a year",
    "The harbour council voted on Monday to close the old bridge for a year, and the mayor spoke of two million.",
    "Shop owners near the bridge fear for their customers, and some of them plan to protest in front of the council.",
    "The council says that the bridge is not safe, for engineers found cracks in two of its pillars in the spring.",
]  # fmt: skip
GRAIN = [
    "Farmers expect a poor wheat crop",
    "Farmers in the north expect the poorest wheat crop since 1993 after eleven weeks without rain, their union says.",
    "Wheat on sandy fields has dried up, and many farmers will plough it under before the summer ends.",
    "The union asks the ministry of agriculture for help, and a decision is expected at the fair in September.",
]


def lines_of(*paragraphs):
    return split_lines("\n\n".join(paragraphs))


def signs_at(lines, at):
    return dict(story_signs(lines, [at]))[at]


def test_a_heading_of_another_matter_opens_a_story_and_a_subheading_does_not():
    assert find_story_headings(lines_of(*BRIDGE, *GRAIN)) == [4]
    subheading = "What the council plans for the bridge"
    assert find_story_headings(lines_of(*BRIDGE, subheading, *BRIDGE[1:])) == []


def test_a_page_that_was_copied_whole_must_be_surer_of_a_second_story(monkeypatch):
    """A heading that passes the first threshold by 1 does not open a story there, one that passes it by 3 does."""
    lines = lines_of(*BRIDGE, *GRAIN)
    fitted = load_weights()
    score = fitted["intercept"] + sum(fitted["weights"][name] * value for name, value in signs_at(lines, 4).items())
    monkeypatch.setattr(headings, "load_weights", lambda: fitted | {"first": score - 1})
    assert find_story_headings(lines) == [4] and find_story_headings(lines, dumped=True) == []
    monkeypatch.setattr(headings, "load_weights", lambda: fitted | {"first": score - 3})
    assert find_story_headings(lines, dumped=True) == [4]


def test_the_words_of_the_pages_first_lines_are_looked_for_below_a_heading():
    """Below another story's heading none of the lede's words come again; below a subheading all of them do."""
    assert signs_at(lines_of(*BRIDGE, *GRAIN), 4)["lede_again"] < 0.1
    assert signs_at(lines_of(*BRIDGE, "What it means", *BRIDGE), 4)["lede_again"] == 1


def test_a_place_in_capitals_or_an_agency_makes_a_dateline():
    for opening, dated in (("RIGA, Latvia - ", 1), ("Riga (AP) - ", 1), ("RIGA – ", 1), ("", 0), ("NATO said ", 0)):
        lines = lines_of(*BRIDGE, GRAIN[0], opening + GRAIN[1])
        assert signs_at(lines, 4)["dateline"] == dated, opening


def test_a_line_in_brackets_is_no_heading():
    lines = lines_of("(Graphic: Wheat in the north - here)", GRAIN[1])
    assert not looks_like_heading(lines[0]._replace(gap=1), lines[1])


def test_the_weights_are_those_of_the_signs():
    assert list(load_weights()["weights"]) == list(signs_at(lines_of(*BRIDGE, *GRAIN), 4))


def test_signs_far_from_a_heading_speak_against_an_opening_so_that_they_need_no_look_where_the_others_do():
    weights = load_weights()["weights"]
    assert all(weights[name] <= 0 for name in ("known", "carried_on", "names_carried_on", "lede_again"))
    assert all(weights[name] >= 0 for name in ("new_said_again", "new_names_again"))
