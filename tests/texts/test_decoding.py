"""Characters that stand for others: what is measured is what is meant, and every place still leads to the file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import load_corpus
from analysis.texts.characters import STRAIGHT, STYLED, TO_SPACE, plain_blanks, straighten
from analysis.texts.cleaning.invisible import Plain
from analysis.texts.tokens import split_tokens

REST = "\n\nThe council voted on Monday to close the old bridge for a year, and the mayor agreed."


def read(raw):
    return Plain(raw).received


def reasons(raw):
    return sorted({reason for _, _, reason in Plain(raw).edits})


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("AT&amp;T &ldquo;paid&rdquo; 5&nbsp;euros", "AT&T “paid” 5 euros"),
        ("It&#8217;s &#x2013; and &#146;", "It’s – and ’"),
        ("&amp;quot;Yes&amp;quot; &amp;amp;amp; no", '"Yes" & no'),
        ("govern&shy;ment &zwnj;", "government "),
        ("AT&amp;T;", "AT&T;"),
        ("&#8220Yes&#8221 &quot &amp Co", '“Yes” " & Co'),
        ("AT&T, R&D; Q&A; &unknown; &; &# &copy ?a=1&lt=3", "AT&T, R&D; Q&A; &unknown; &; &# &copy ?a=1&lt=3"),
    ],
)
def test_entities_are_the_characters_that_they_stand_for(raw, text):
    assert read(raw) == text


def test_accents_join_their_letters_and_ligatures_part():
    assert read("Me\u0301lenchon e\u0301lu, Vuc\u030cic\u0301") == "Mélenchon élu, Vučić"
    assert read("\ud55c".encode().decode() + " \u1112\u1161\u11ab") == "한 한"
    assert read("o\ufb03ce, \ufb01nal, a\ufb02oat") == "office, final, afloat"
    assert reasons("e\u0301 \ufb01") == ["accent apart from its letter", "ligature"]


def test_times_before_the_lines_of_a_recording_go_and_those_of_a_programme_stay():
    raw = "0:00 so what we saw\n0:04 was a wall of water\n0:09 and nobody\n0:12 had told us\n0:15 of the dam"
    assert read(raw) == "so what we saw\nwas a wall of water\nand nobody\nhad told us\nof the dam"
    assert reasons(raw) == ["time of a transcript's line"]
    for raw in ("9:00 Opening\n10:00 Talk\n11:00 Lunch\n12:00 Talk\n13:00 End", "0:12 so\n0:15 what\n0:02 we saw"):
        assert read(raw) == raw


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("The govern-\nment fell.", "The government fell."),
        ("It fell on Mon-\nday.", "It fell on Monday."),
        ("The govern-\r\n   ment fell.", "The government fell."),
        ("The govern\u00ad\nment fell.", "The government fell."),
        ("GOVERN-\nMENT", "GOVERNMENT"),
        ("прави-\nтельство", "правительство"),
        ("Regie-\nrung", "Regierung"),
        ("fac-\ntor, may-\nor", "factor, mayor"),
        ("a cease-\nfire", "a cease-fire"),
        ("Russian-\nbacked, U.S.-\nled, NATO-\nled", "Russian-backed, U.S.-led, NATO-led"),
        ("pro-\nRussian, Anglo-\nSaxon, COVID-\n19", "pro-Russian, Anglo-Saxon, COVID-19"),
        ("twenty-\nfive, T-\nshirt, mother-in-\nlaw", "twenty-five, T-shirt, mother-in-law"),
        ("ac-\ncord-\ning, al-\nAssad", "according, al-Assad"),
        ("кто-\nто из-\nза вице-\nпрезидента", "кто-то из-за вице-президента"),
        ("est-\nil, CDU-\nPolitiker", "est-il, CDU-Politiker"),
        # as the text itself writes the word elsewhere
        ("a red-\nfish; the redfish", "a redfish; the redfish"),
        ("a snow-\ndrift; the snow-drift", "a snow-drift; the snow-drift"),
        # no cut words
        ("short-\nand long-term", "short-\nand long-term"),
        ("Haupt-\nund Nebenstraßen", "Haupt-\nund Nebenstraßen"),
        ("he said -\nand left", "he said -\nand left"),
        ("one-\n\ntwo", "one-\n\ntwo"),
        ("rates rise-\nThe bank said", "rates rise-\nThe bank said"),
    ],
)
def test_a_word_cut_at_a_lines_end_is_one_word_and_keeps_a_hyphen_of_its_own(raw, text):
    assert read(raw) == text


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ('""We are done,"" Ann Lee said.', '"We are done," Ann Lee said.'),
        ('"""We are done,"" Ann Lee said."', '"We are done," Ann Lee said.'),
        ('"He said ""no"" again."', 'He said "no" again.'),
        ("``We are done,'' Ann Lee said.", "“We are done,” Ann Lee said."),
        ('He left the box "" empty.', 'He left the box "" empty.'),
        ('"We are done," he said. "Yes."', '"We are done," he said. "Yes."'),
    ],
)
def test_doubled_quotation_marks_are_one(raw, text):
    assert read(raw) == text


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("**bold** and __under__ and ~~struck~~ and ||hidden||", "bold and under and struck and hidden"),
        ("**Header **goes on", "Header goes on"),
        ("**Two\nlines**", "Two\nlines"),
        ("he said** Lee** and **Lee**s", "he said Lee and Lees"),
        ("**[Join us](https://t.me/x_y__z)**", "Join us"),
        ("**what the f**k is this**", "what the f**k is this"),
        ("*slanted* (_too_)", "slanted (too)"),
        ("see [the *law*](https://x.org/a_(b)) now", "see the law now"),
        ("![a bridge](https://x.org/b.png) It closed.", " It closed."),
        ("# Heading\n\n> They said so.\n\n## Next", "Heading\n\nThey said so.\n\nNext"),
        ("One<br>two <b>three</b><p class='x'>four</p>", "One\ntwo three\nfour\n"),
        (
            "<p>They came.\n<br/>They left.<br />\nThey <a href='/x'>returned</a>.",
            "\nThey came.\n\nThey left.\n\nThey returned.",
        ),
        ("<div><p>One <br> two</p> <i>three</i></div>", "\n\nOne \n two\n three\n"),
        ("__so__ and __it goes__", "so and it goes"),
    ],
)
def test_marks_of_markup_go(raw, text):
    assert read(raw) == text


@pytest.mark.parametrize(
    "text",
    [
        "a * b, 5 * 3 and 2*3*4", "snake_case_name and _ _", "f**k and s**t", "price* and other*",
        "* an item\n* another",
        "*** three stars ***", "[12] (see) [a](b)", "#tag and # 1 hit", "> 50% of voters",
        "x < y > z", "a <Minister> b",
        "The tag <b> makes text bold, and <div class='x'> is a box.", "A break is <br>.", "price <b>",
        "Between <i> and </i> text leans.", "Write `<br>` or '<p>' for a break.", "<br> is a break\n\nand <hr> a rule",
        "The __init__ method of __main__.py, my __own_name__ and __all__", "run __setup__() first",
        "from 18* years on\n\n*proof of age*",
        "https://x.org/a__b__c_d_/*e*", "@some__user__", "2 ** 3 ** 4",
        "**one\n\ntwo**", "**** and ****", "a || b || c", "rock 'n' roll", "~5 ~ 6",
        "naïve Ärger, Åse, Ñandú, São, “Ã”, 5 £, Привет, 100 °C",
    ],
)  # fmt: skip
def test_what_merely_looks_like_marks_stays(text):
    assert read(text) == text and Plain(text).edits == []


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("â€œWe are doneâ€\x9d, lâ€™Ã©tÃ©", "“We are done”, l’été"),
        ("Ã¢â‚¬â„¢", "’"),
        ("It\x92s \x93so\x94", "It’s “so”"),
        ("Lund – BlÃ¥dal, a song", "Lund – Blådal, a song"),
        ("The port of RÄ«ga is shut", "The port of Rīga is shut"),
        ("ÐŸÑ€Ð¸Ð²ÐµÑ‚ Ð¼Ð¸Ñ€", "Привет мир"),
        ("РџСЂРёРІРµС‚, РјРёСЂ!", "Привет, мир!"),
    ],
)
def test_what_was_decoded_wrongly_is_mended_where_that_is_certain_and_said(raw, text):
    plain = Plain(raw)
    assert plain.received == text
    assert plain.notes[0].endswith("decoded wrongly before the page was saved, put right")
    assert Plain(text).notes == []


def test_a_straight_copy_has_plain_letters_marks_and_hyphens_in_the_same_places():
    text = "The：“x”，ＡＢＣ１ 𝗕𝗼𝗹𝗱 non\u2011binary a\u2010b – — 日本"
    assert straighten(text) == 'The:"x",ABC1 Bold non-binary a-b – — 日本'
    assert read(text) == text
    assert split_tokens(straighten("non\u2011binary")) == ["non-binary"]


@given(st.text(st.sampled_from([*STRAIGHT, *STYLED, *"aé–日😀"]) | st.characters()))
def test_a_straight_copy_is_made_character_by_character(text):
    assert straighten(text) == "".join((STRAIGHT | STYLED).get(char, char) for char in text)
    assert plain_blanks(text) == "".join(TO_SPACE.get(char, char) for char in text)


def places(tmp_path, raw):
    """Sentences of a page and what the file says in their places."""
    (tmp_path / "page.txt").write_bytes(raw.encode())
    corpus = load_corpus(tmp_path)
    located = corpus.locate(corpus.sentences)
    return [
        (row.text, raw[row.source_start : row.source_end])
        for row in located.itertuples()
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("&ldquo;We are done,&rdquo; Ann Lee said &amp; left.", "“We are done,” Ann Lee said & left."),
        ("E\u0301lu hier soir par le conseil, il part.", "Élu hier soir par le conseil, il part."),
        ("\ufb01nal votes of the council were cast &#46;", "final votes of the council were cast ."),
        (
            "The long govern-\nment crisis of the year is over &hellip;",
            "The long government crisis of the year is over …",
        ),
        ("It was the **end** of [the long road](https://x.org).", "It was the end of the long road."),
        ('""We are done,"" Ann Lee said to the whole council.', '"We are done," Ann Lee said to the whole council.'),
        ("â€œWe are done,â€\x9d Ann Lee said.", "“We are done,” Ann Lee said."),
    ],
)
def test_a_sentence_leads_to_all_of_its_characters_in_the_file(tmp_path, raw, text):
    found = dict(places(tmp_path, raw + REST))
    assert found[text] == raw


def test_a_sentence_in_the_middle_begins_and_ends_with_its_own_characters(tmp_path):
    raw = (
        "The vote &amp; count came. &ldquo;No&rdquo; said &quot;none&quot; and then &lsquo;yes&rsquo; &amp; no &hellip;"
        + REST
    )
    (first, begins), (second, ends), *_ = places(tmp_path, raw)
    assert (first, begins) == ("The vote & count came.", "The vote &amp; count came.")
    assert second == '“No” said "none" and then ‘yes’ & no …'
    assert ends == "&ldquo;No&rdquo; said &quot;none&quot; and then &lsquo;yes&rsquo; &amp; no &hellip;"


def test_what_is_replaced_is_a_span_of_its_own_and_what_is_left_out_a_removed_row(tmp_path):
    (tmp_path / "page.txt").write_text("**AT&amp;T** pays.", encoding="utf-8")
    corpus = load_corpus(tmp_path)
    assert corpus.documents["text"].tolist() == ["AT&T pays."]
    assert corpus.spans[["start", "end", "source_start", "source_end", "decoded"]].to_numpy().tolist() == [
        [0, 2, 2, 4, False], [2, 3, 4, 9, True], [3, 4, 9, 10, False], [4, 10, 12, 18, False],
    ]  # fmt: skip
    assert corpus.removed[["start", "end", "reason"]].to_numpy().tolist() == [
        [0, 2, "Markdown mark"], [10, 12, "Markdown mark"],
    ]  # fmt: skip


def test_words_with_accents_apart_are_the_same_words(tmp_path):
    for name, text in (("a.txt", "Mélenchon élu."), ("b.txt", "Me\u0301lenchon e\u0301lu.")):
        (tmp_path / name).write_text(text + REST, encoding="utf-8")
    texts = load_corpus(tmp_path).documents["text"]
    assert texts[0] == texts[1]


@pytest.mark.parametrize(("on_disk", "listed"), [("e\u0301lu.txt", "élu.txt"), ("élu.txt", "e\u0301lu.txt")])
def test_a_file_and_its_line_of_sources_meet_however_its_accents_are_written(tmp_path, on_disk, listed):
    (tmp_path / on_disk).write_text(REST, encoding="utf-8")
    header = "file,outlet,country,language,translated,published,url,note"
    (tmp_path / "sources.csv").write_text(f"{header}\n{listed},Example,,,,,,\n", encoding="utf-8")
    corpus = load_corpus(tmp_path)
    assert corpus.documents["outlet"].tolist() == ["Example"] and corpus.notes.empty


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (r"\"It is dry,\" she said.\n\nHe left.", '"It is dry," she said.\n\nHe left.'),
        (r"It\u2019s dry \ud83c\udf35 now", "It’s dry 🌵 now"),
        (r"l\'eau et l\'air", "l'eau et l'air"),
        (r"It is dry.\r\n\r\nHe left.", "It is dry.\n\nHe left."),
        (r"the files C:\new\note and \name stay", r"the files C:\new\note and \name stay"),
        (r"a tab of 5\" stays", r"a tab of 5\" stays"),
        ('"Lee said: ""It is dry."""', 'Lee said: "It is dry."'),
        ("<<Il pleut>>, dit-elle, x << 3 >> 1.", "«Il pleut», dit-elle, x << 3 >> 1."),
        ("The govern¬\nment fell, ¬p is no word.", "The government fell, ¬p is no word."),
    ],
)
def test_what_a_program_or_a_scanner_wrote_otherwise_is_read_as_it_was_meant(raw, text):
    assert read(raw) == text
