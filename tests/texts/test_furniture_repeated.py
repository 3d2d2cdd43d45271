"""Lines that an outlet repeats: furniture goes wherever it stands, what documents say again stays."""

import pandas as pd
import pytest

from analysis.texts.cleaning import clean_pages
from analysis.texts.cleaning.line_keys import fold_line, split_keys
from analysis.texts.cleaning.repeated import RepeatedLines, find_repeated_lines, is_furniture, mark_repeated_lines
from analysis.texts.readers.lines import split_lines

PLACES = ["Riga", "Vilnius", "Tallinn", "Oslo", "Bergen", "Turku", "Malmo", "Gdansk"]


def story(number, *lines):
    """A story of its own about a bridge in one of the places, with some lines after its first paragraph."""
    place = PLACES[number]
    return "\n\n".join(
        [
            f"The bridge of {place} closes",
            f"The council of {place} voted on Monday to close its old bridge for {number + 2} years, and few cheered.",
            *lines,
            f"In {place} the shops by the river fear for their customers, a baker of {place} told us in the morning.",
        ]
    )


def clean(texts, outlets=None):
    names = [f"{number}.txt" for number in range(len(texts))]
    sources = pd.DataFrame({"file": names, "outlet": outlets or ["Example"] * len(texts)})
    return clean_pages(pd.DataFrame({"source": names, "format": "article", "text": texts}), sources)


def repeated_in(cleaned):
    return cleaned.removed.loc[cleaned.removed["reason"].eq("repeated line of the outlet"), "text"].str.strip().tolist()


NOTICE = "For the Daily Bridge, subscribe to our newsletters."
CAPTION = "The bridge in image {} of the archive"


def test_a_notice_and_a_caption_with_numbers_go_from_the_three_stories_that_hold_them():
    texts = [story(number, NOTICE, CAPTION.format(number)) for number in range(3)] + [story(3), story(4)]
    cleaned = clean(texts)
    assert repeated_in(cleaned) == [line for n in range(3) for line in (NOTICE, CAPTION.format(n))]
    assert cleaned.documents["text"].tolist() == [story(number) for number in range(5)]


def test_two_documents_are_too_few_and_other_outlets_do_not_count():
    assert repeated_in(clean([story(0, NOTICE), story(1, NOTICE)])) == []
    three = [story(number, NOTICE) for number in range(3)]
    assert repeated_in(clean(three, ["A", "A", "B"])) == []
    assert len(repeated_in(clean(three, ["Daily A", "daily  a", "Daily A "]))) == 3


def test_where_no_outlet_is_known_the_folder_groups_the_pages():
    texts = [story(number, NOTICE) for number in range(3)]
    pages = pd.DataFrame({"source": ["a/1.txt", "a/2.txt", "b/3.txt"], "format": "article", "text": texts})
    assert find_repeated_lines(pages, {}) == {}
    found = find_repeated_lines(pages.assign(source=["a/1.txt", "a/2.txt", "a/3.txt"]), {})
    assert found == dict.fromkeys(["a/1.txt", "a/2.txt", "a/3.txt"], RepeatedLines(frozenset([fold_line(NOTICE)])))


@pytest.mark.parametrize(
    "line",
    [
        "And the river flows on to the sea.",
        "God bless you, and God bless the city.",
        "Thank you very much.",
        "(Applause.)",
        "ANN LEE:",
        "Ann Lee",
        "What happened",
        "The old bridge, built in 1931, carries twelve thousand cars a day, and its pillars have been known to crack.",
        '"Click here for your future," Ann Lee said of her plan.',
    ],
)
def test_what_stories_say_again_stays(line):
    """A refrain, a blessing, a label, a heading, a background paragraph and somebody's words in eight documents."""
    texts = [story(number, line) for number in range(8)]
    cleaned = clean(texts)
    assert repeated_in(cleaned) == [] and cleaned.documents["text"].tolist() == texts


def test_copies_of_one_story_are_no_furniture():
    texts = [story(0, NOTICE)] * 4 + [story(1), story(2)]
    assert repeated_in(clean(texts)) == []


def test_most_of_a_document_never_goes():
    lines = split_lines("Bridge\n\nSubscribe to our newsletters for the news of the bridge")
    keys = RepeatedLines(frozenset([fold_line(lines[1].text)]))
    assert mark_repeated_lines(lines, keys) == lines


def test_a_menu_goes_as_a_run_if_two_of_its_lines_say_so_and_a_shorter_run_stays():
    """Four lines in a row of which two are sure; three in a row stay but for the sure ones."""
    keys = RepeatedLines(frozenset(["subscribe", "sign in"]), frozenset(["harbour", "ferries"]))
    text = "Harbour\nFerries\nSubscribe\nSign in\n" + "The council voted on Monday. " * 8
    marked = mark_repeated_lines(split_lines(text), keys)
    assert [line.reason is not None for line in marked] == [True] * 4 + [False]
    short = mark_repeated_lines(split_lines(text.replace("Harbour\n", "")), keys)
    assert [line.reason is not None for line in short] == [False, True, True, False]


@pytest.mark.parametrize(
    ("line", "at_edge", "furniture"),
    [
        ("sign up for our daily briefing.", False, True),
        ("the daily example is a paper of the city.", True, True),
        ("the daily example is a paper of the city.", False, False),
        ("this article is based on reports of agencies.", True, True),
        ("this article of the treaty binds both states.", False, False),
        ("he wrote to the council again.", True, False),
        ("follow us", False, True),
        ("___", True, False),
    ],
)
def test_what_a_repeated_line_must_show_to_be_furniture(line, at_edge, furniture):
    assert is_furniture(line, at_edge, "daily example") == furniture


def test_lines_differ_in_case_blanks_and_numbers_and_share_a_key():
    assert fold_line("Photo 12  of 37") == fold_line("PHOTO 3 of 9") == "photo 0 of 0"
    assert split_keys("Photo 12  of 37\r\n\r\n  B ") == [("photo 0 of 0", False), ("b", False)]


def test_the_posts_of_channels_are_left_alone():
    texts = [story(number, NOTICE) for number in range(3)]
    pages = pd.DataFrame({"source": ["1", "2", "3"], "format": "channel", "text": texts})
    assert find_repeated_lines(pages, {}) == {}
