"""Marks of many kinds, what looks like one, dialogue of dashes, names that sign, titles in marks."""

import pytest
from hearing import list_heard


def said(text: str) -> list[tuple[str | None, str]]:
    return list_heard(text, kinds=("direct",))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("「We stay here,」 Ann Lee said.", ["We stay here,"]),
        ("Ann Lee said：『We stay here.』", ["We stay here."]),
        ("＂We stay,＂ Ann Lee said. ＂All of us.＂", ["We stay,", "All of us."]),
        ("〝We stay here,〟 Ann Lee said.", ["We stay here,"]),
        ("❝We stay here,❞ Ann Lee said.", ["We stay here,"]),
        ("‹We stay here,› Ann Lee said.", ["We stay here,"]),
        ('""We stay,"" said Ann Lee, ""all of us.""', ["We stay,", "all of us."]),
        ('"Ann Lee said ""we stay"" on Monday."', ["we stay"]),
        ("&quot;We stay here,&quot; Ann Lee said.", ["We stay here,"]),
        ("&#8220;We stay here,&#8221; Ann Lee said.", ["We stay here,"]),
        ("Ann Lee said: &laquo;We stay here.&raquo;", ["We stay here."]),
        ("**“We stay here,”** Ann Lee said.", ["We stay here,"]),
        # the opening mark is lost
        ('We stay here," Ann Lee said.', ["We stay here,"]),
        ("The hall was full. Who pays for it?” Ann Lee asked.", ["Who pays for it?"]),
        ("So bleibt es nicht“, sagte Ann Lee.", ["So bleibt es nicht"]),
        # apostrophes
        ("'We can't stop,' Ann Lee said. 'It's the farmers' land.'", ["We can't stop,", "It's the farmers' land."]),
        ("‘They’re the miners’ friends,’ Ann Lee said.", ["They’re the miners’ friends,"]),
        ("Ann Lee called it ‘the ministers’ fault’.", ["the ministers’ fault"]),
        (
            "'It's ours, not the builders' or the banks',' Ann Lee said.",
            ["It's ours, not the builders' or the banks',"],
        ),
        # names in single marks within a quotation in single marks
        ("'We sat in the 'Black Swan' until ten,' Ann Lee said.", ["We sat in the 'Black Swan' until ten,"]),
        (
            "‘The ‘Swan’ and the ‘Crown’ were shut,’ Ann Lee said. ‘Both.’",
            ["The ‘Swan’ and the ‘Crown’ were shut,", "Both."],
        ),
        ("Ann Lee said: 'It says 'Closed' on the door.'", ["It says 'Closed' on the door."]),
        # a closing mark that is lost before the next quotation, written as two, or single
        ("“We need a year, Ann Lee said. “We will not sign.”", ["We need a year,", "We will not sign."]),
        ("“They run fast,’’ Ann Lee said. “All of them.’’", ["They run fast,", "All of them."]),
        ("‘‘They run fast,’’ Ann Lee said.", ["They run fast,"]),
        (
            "“They made it a “cash farm,’” Ann Lee said. “We did not.”",
            ["They made it a “cash farm,’", "We did not."],
        ),
        # inches
        ('"He is 6\'2" tall and fast," Ann Lee said.', ["He is 6'2\" tall and fast,"]),
        ('"A 19" rack, not a 24" one," Ann Lee said. "Old."', ['A 19" rack, not a 24" one,', "Old."]),
        ("“The pipe is 9” wide,” Ann Lee said.", ["The pipe is 9” wide,"]),
        ('"It was in 2012" is what they say. "No, 2013," Ann Lee said.', ["No, 2013,"]),
    ],
)
def test_quotations_are_found_whatever_their_marks(text, words):
    found = said(text)
    assert [quoted for _, quoted in found if quoted in words] == words
    assert {name for name, quoted in found if quoted in words} == {"Ann Lee"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- We will win, - said Ann Lee.", [("Ann Lee", "We will win,")]),
        ("— We go now, — Ann Lee said. — It is late.", [("Ann Lee", "We go now,"), ("Ann Lee", "It is late.")]),
        ("— Нет, — сказала Анна Ли. — Мы идём.", [("Анна Ли", "Нет"), ("Анна Ли", "Мы идём.")]),
        ("—Nos vamos —dijo Ana López—. Es tarde.", [("Ana López", "Nos vamos"), ("Ana López", "Es tarde.")]),
        ("- I will, said the mayor. - And on time.", [("the mayor", "I will,"), ("the mayor", "And on time.")]),
        ("– Where is it? asked the judge.", [("the judge", "Where is it?")]),
        ("— Oui, dit Anne Morel, nous restons.", [("Anne Morel", "Oui"), ("Anne Morel", "nous restons.")]),
        ("— What now? — Nothing, — Ann Lee answered.", [("Ann Lee", "What now? — Nothing,")]),
        ("- Bring water\n- Bring bread - the old kind\n- The mayor said no", []),
        ("- The board closed the bridge - the third in a year - and the mayor said no.", []),
    ],
)
def test_speech_set_off_by_dashes_is_told_from_a_list(text, expected):
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“This is a lie” - Cole", [("Cole", "This is a lie")]),
        ("“We are not afraid” – Ann Lee, nurse, 34", [("Ann Lee", "We are not afraid")]),
        ("“It is over.”\n\n— Ann Lee, nurse", [("Ann Lee", "It is over.")]),
        (
            "The race is on.\n\n“We could lose all of it in the end.\nAnn Lee, a nurse.”",
            [("Ann Lee", "We could lose all of it in the end.")],
        ),
        ("Ann Lee on the strike: “It cannot go on.”", [("Ann Lee", "It cannot go on.")]),
        ("Ли о порте: «Мы готовы ждать»", [("Ли", "Мы готовы ждать")]),
        ("Cole about pay: “It is too low for us.”", [("Cole", "It is too low for us.")]),
        ("The crowd met him with chants of “Go home!”", [(None, "Go home!")]),
        ("The mayor accused Lee, a nurse and a poet, of being “weak and lazy.”", [("the mayor", "weak and lazy.")]),
    ],
)
def test_a_name_speaks_by_its_place_alone(text, expected):
    assert said(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "She wrote “The Art of Waiting” in 1998.",
        "Her novel “The Salt Road” says much about the war, Ann Lee said.",
        "“The Salt Road,” by Ann Lee, says little about the war.",
        "The film “A Long Way Home,” he said, was too long.",
        "In the film “Children of the Ice,” Ann Lee says the ice is thin.",
        "The so-called “shadow fleet” carries oil, the minister said.",
        "The band played “Yesterday” and the mayor said he cried.",
    ],
)
def test_titles_and_terms_are_not_what_somebody_says(text):
    assert said(text) == []


def test_a_line_in_single_marks_is_a_heading_where_the_text_quotes_in_double_ones():
    text = "“We stay here for good,” Ann Lee said.\n\n'Pretty cool here.'\n\nIt rained on Monday."
    assert said(text) == [("Ann Lee", "We stay here for good,")]
    assert len(said(text.replace("“", "‘").replace("”", "’"))) == 2


def test_a_pair_of_single_marks_side_by_side_is_a_double_one():
    assert list_heard("‘’It is ours,’’ said Ann Lund. ‘’We paid for it.‘’") == [
        ("Ann Lund", "It is ours,"),
        ("Ann Lund", "We paid for it."),
    ]


def test_who_is_named_in_full_ends_a_quotation_that_lost_its_mark_though_the_next_paragraph_opens_one():
    text = '"It is ours, said Ann Lund. The town agreed.\n\n"It is not," said Bo Berg.'
    assert list_heard(text) == [("Ann Lund", "It is ours,"), ("Bo Berg", "It is not,")]


def test_a_mark_that_was_escaped_several_times_is_a_mark():
    assert list_heard("&amp;amp;quot;It is ours,&amp;amp;quot; Ann Lund said.") == [("Ann Lund", "It is ours,")]
