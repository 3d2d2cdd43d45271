"""Cleaning: every character accounted for, furniture out by its rules, stories apart, titles, dates, languages."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.errors import InputError
from analysis.texts.characters import plain_blanks, straighten
from analysis.texts.cleaning import clean_pages
from analysis.texts.cleaning.datelines import find_date_in_dateline, find_date_in_line
from analysis.texts.cleaning.furniture import find_rule, load_rules
from analysis.texts.cleaning.invisible import Plain
from analysis.texts.cleaning.languages import detect_language
from analysis.texts.dates.columns import date_from
from analysis.texts.readers.layouts.channel import CHROME, chrome_reason

PARAGRAPH = "The minister met his colleague in the capital and spoke of trade between the two countries."


def make_pages(*texts, form="article"):
    return pd.DataFrame({"source": [f"p{n}.txt" for n in range(len(texts))], "format": form, "text": list(texts)})


def clean_one(text, form="article"):
    return clean_pages(make_pages(text, form=form))


def kept(text, form="article"):
    return clean_one(text, form).documents["text"].tolist()


BLANKS = "".join(char for char in map(chr, range(0x3001)) if char.isspace())


def assert_every_character_is_accounted_for(pages, cleaned):
    texts = dict(zip(cleaned.documents["doc_id"], cleaned.documents["text"], strict=True))
    own = dict.fromkeys(texts, "")
    for source, raw in zip(pages["source"], pages["text"], strict=True):
        spans = cleaned.spans[cleaned.spans["source"] == source]
        removed = cleaned.removed[cleaned.removed["source"] == source]
        runs = [*zip(spans["source_start"], spans["source_end"], strict=True)]
        runs = sorted([*runs, *zip(removed["start"], removed["end"], strict=True)])
        assert [start for start, _ in runs] == [0, *(end for _, end in runs)][: len(runs)]  # no gap, no overlap
        assert (runs[-1][1] if runs else 0) == len(raw)
        assert all(raw[start:end] == text for start, end, text in removed[["start", "end", "text"]].to_numpy())
        for span in spans.itertuples():
            received, length = raw[span.source_start : span.source_end], span.end - span.start
            if span.decoded:  # other characters stand for a run of the page, with no blanks of the page behind them
                assert received != texts[span.doc_id][span.start : span.end] and length
            else:
                assert plain_blanks(received)[:length] == texts[span.doc_id][span.start : span.end]
                assert received[length:].strip(BLANKS) == ""
            own[span.doc_id] += texts[span.doc_id][span.start : span.end]
    for doc_id, text in texts.items():
        assert "".join(own[doc_id].split()) == "".join(text.split())


# every character -------------------------------------------------------------------------------------------------

LINES = st.sampled_from(
    [
        PARAGRAPH, "Bank raises rates | Example News", "01 December 2023", "Leave a Reply", "Related articles", "11:43",
        "Репост из: Other channel", "Показано 3 последних публикаций.", "Видео недоступно для предпросмотра",
        "🎙 A post opens", "#Tag", "Read in full", "“Curly ‘quotes’ «here»”", "Фильтр публикаций", "• an item;", "",
        "Related materials00:01 – October 3 One headline. 00:04 – August 20 Another. He went on.", "\xa0 ", "a\u200bb",
        "Joe Brown Joe Robert BrownBank raises rates MORE said so.", "A heading that opens a story",
        "&ldquo;AT&amp;amp;T&rdquo; fe\u0301vrier &nbsp;", "&nbsp;", "e&#769;&#x200b;ﬁ", "ﬁnal o\ufb03ce",
        "**Bold** [text](https://a.org)",
        "donâ€™t Ã©tÃ© \x93so\x94", "the govern-",
        "ment ﬂed cease-", "fire", "\u00ad", '""We are done,"" he said.', "a<br>b",
        "> quoted", "# heading &gt;", "``so''", "'' &", "_x_ __y__ &lt;b&gt;", "&#10;",
    ]
)  # fmt: skip
BREAKS = st.sampled_from(["\n", "\n\n", "\n\n\n", "\r\n", "\r", " ", "\u2028", "\n \n", "\x0c"])
PAGE = st.lists(st.tuples(LINES | st.text(max_size=30), BREAKS), max_size=25).map(
    lambda parts: "".join(text + after for text, after in parts)
)


@settings(max_examples=25)
@given(st.lists(st.text() | PAGE, min_size=3, max_size=6), st.sampled_from(["article", "channel"]))
def test_every_character_of_any_page_is_in_exactly_one_span_or_one_removed_row(texts, form):
    pages = make_pages(*texts, form=form)
    cleaned = clean_pages(pages)
    assert_every_character_is_accounted_for(pages, cleaned)
    assert not cleaned.documents["text"].str.strip().eq("").any()


def test_every_character_of_every_seed_is_accounted_for(seed_pages, cleaned_seeds):
    assert_every_character_is_accounted_for(seed_pages, cleaned_seeds)


@settings(max_examples=10)
@given(st.permutations(range(4)))
def test_the_order_of_pages_changes_no_document(order):
    texts = [f"Heading number {n}\n\n{PARAGRAPH}\n\nSource link" for n in range(4)]
    documents = clean_pages(make_pages(*texts).iloc[order]).documents
    expected = clean_pages(make_pages(*texts)).documents
    pd.testing.assert_frame_equal(documents.sort_values("doc_id", ignore_index=True), expected)


@pytest.mark.parametrize(
    "text",
    ["word " * 200_000, "x\n" + "\n" * 100_000 + "y", "11:43\n" * 2_000, "a | " * 50_000, "#t\n\n\n" * 400],
)
def test_hostile_pages_are_cleaned_as_well(text):
    pages = make_pages(text, text)
    pages["format"] = ["article", "channel"]
    assert_every_character_is_accounted_for(pages, clean_pages(pages))


# characters ------------------------------------------------------------------------------------------------------


def test_a_document_keeps_the_marks_of_its_page_and_a_straight_copy_has_its_length():
    text = "“Yes,” he said. «It’s „so“», ‘fine’\xa0now."
    document = clean_one(text).documents["text"][0]
    assert document == text.replace("\xa0", " ")
    assert straighten(document) == '"Yes," he said. "It\'s "so"", \'fine\' now.'


def test_a_title_keeps_its_marks_and_loses_the_emoji_before_it():
    documents = clean_one(f"🎙 “Bank’s rates” rise again\n\n{PARAGRAPH}").documents
    assert documents["title"].tolist() == ["“Bank’s rates” rise again"]
    assert documents["text"][0].startswith("🎙 “Bank’s rates” rise again\n\n")


def test_zero_width_characters_go_with_their_reason_but_emoji_and_words_spelt_with_joiners_stay():
    cleaned = clean_one("Ka\u200bzakh\xadstan 👩\u200d🚒 می\u200cخواهم o\u200dk")
    assert cleaned.documents["text"][0] == "Kazakhstan 👩\u200d🚒 می\u200cخواهم ok"
    assert cleaned.removed[["start", "reason"]].to_numpy().tolist() == [
        [2, "zero-width character"],
        [7, "zero-width character"],
        [27, "zero-width character"],
    ]


@settings(max_examples=200)
@given(st.text() | PAGE)
def test_a_plain_text_knows_where_each_of_its_characters_stood(raw):
    plain = Plain(raw)
    assert straighten(plain.received) == plain.text and len(plain.text) == len(plain.received)
    pieces = plain.pieces(0, len(plain.text))
    assert "".join(plain.received[piece.start : piece.end] for piece in pieces) == plain.received
    reached = 0
    for start, end, source_start, source_end, decoded in pieces:
        assert reached <= source_start <= source_end <= len(raw)  # in the order of the page
        reached = source_end
        if not decoded:
            assert plain_blanks(raw[source_start:source_end]) == plain.received[start:end]
            assert [plain.place(at) for at in range(start, end)] == list(range(source_start, source_end))
            assert [plain.place_end(at + 1) for at in range(start, end)] == list(
                range(source_start + 1, source_end + 1)
            )
        else:
            assert plain.place_end(end) == source_end


# furniture -------------------------------------------------------------------------------------------------------

EXAMPLES = [
    (rule.reason, form, example)
    for rule in load_rules()
    for example in [*rule.patterns.values(), *rule.phrases.values()]
    for form in rule.formats
]


@pytest.mark.parametrize(("reason", "form", "example"), EXAMPLES)
def test_each_furniture_rule_finds_its_example(reason, form, example):
    assert find_rule(example, form).reason == reason


@pytest.mark.parametrize(
    ("reason", "example"), [(reason, example) for reason, rules in CHROME.items() for _, example in rules]
)
def test_each_chrome_rule_finds_its_example(reason, example):
    assert chrome_reason(example) == reason


@pytest.mark.parametrize(
    "sentence",
    [
        "The president asked voters to subscribe to his newsletter and called it the most popular in the country.",
        "Popular anger at the reform grew through the summer.",
        "Related charges against two officials were dropped on Friday.",
        '"Follow us on Twitter," the spokesman told reporters.',
        "He shared the story on Facebook, Twitter and Telegram before deleting it.",
        "Source links in the ministry denied the report.",
        "Read in full, the treaty says otherwise.",
        "At 11:43 the dollar stood at 87.45.",
        "USD 87.45 buys a barrel.",
        "Leave a reply to the ultimatum by Monday, the general demanded.",
        "Home prices rose. Search results were altered.",
        "Watch what they do, not what they say.",
        "Video evidence: the court heard on Monday that none was kept.",
        "More than 1,000 people were photographed.",
        "All rights reserved to the state by the constitution were discussed, and the opposition walked out.",
        "Next.",
        "She kept the photograph: a boy on a pier, and nothing else.",
        "The picture was taken by a man from Getty Images who left at noon.",
        "Half of the voters agree, says a poll by Reuters/Harbour.",
        "A file photo of the ferry hung in the hall.",
        "File this under things nobody asked for: a photo of a mayor.",
        "He asked how anybody could verify that they are not robots.",
        "Подписка на газету подорожала вдвое.",
        "Популярность президента выросла.",
        "Показано, что последних запасов хватит на год.",
    ],
)
def test_a_sentence_that_merely_uses_the_words_of_furniture_loses_nothing(sentence):
    text = f"{PARAGRAPH}\n\n{sentence}\n\n{PARAGRAPH}"
    assert kept(text) == [text]
    assert kept(text, "channel") == [text]


def test_the_furniture_of_the_seeds_is_removed_each_with_its_reason(cleaned_seeds):
    removed = cleaned_seeds.removed[~cleaned_seeds.removed["source"].str.startswith("004")]
    assert [
        [source[:3], reason, text[:30].strip()]
        for source, reason, text in zip(removed["source"], removed["reason"], removed["text"], strict=True)
    ] == [
        ["000", "source link", "Source link"],
        ["000", "comment form", "Leave a Reply"],
        ["000", "comment form", "Your email address will not be"],
        ["001", "related links", "Related materials00:01 – Octob"],
        ["002", "repeated heading with the site's name", "Foreign Ministry: citizens of"],
        ["002", "date of the page", "01 December 2023"],
        ["002", "subscription and follow line", "Subscribe to our channels YAND"],
        ["003", "ticker of time or currency", "11:43"],
        ["003", "ticker of time or currency", "USD 87.45"],
        ["003", "ticker of time or currency", "EUR 102.48"],
        ["003", "ticker of time or currency", "RUB 1.10"],
        ["003", "list of popular pages", "Popular"],
    ]


def test_links_glued_into_a_paragraph_go_and_the_articles_own_text_after_them_stays(cleaned_seeds):
    text = cleaned_seeds.documents.set_index("doc_id")["text"]["001_c9550a73d8a5da53-01"]
    assert "\n\nHe called the arguments of the Russian experts, also cited in the publication, “controversial.”" in text
    assert "Talk here" not in text and "00:01" not in text


@pytest.mark.parametrize(
    ("paragraph", "left"),
    [
        (
            "The court adjourned. Related materials 10:15 – March 3 Judge steps down. 09:40 – March 1 Who pays? "
            "He will return on Monday.",
            "The court adjourned. He will return on Monday.",
        ),
        (
            "Материалы по теме00:01 — 3 октября Курс рубля вырос. Почему это важно? 00:04 — 20 августа Банк поднял "
            "ставку. Что дальше? Он заявил, что решение принято.",
            "Он заявил, что решение принято.",
        ),
        ("Related articles 10:15 – March 3 Judge steps down. She denied it.", "She denied it."),
        (
            "Sen. Ann Reed Ann Mary ReedSenate passes budget Governors ask for more MORE (Ohio) agreed.",
            "Sen. Ann Reed (Ohio) agreed.",
        ),
        ("Ann Reed Ann ReedSenate passes the budget at night MORE's plan failed.", "Ann Reed's plan failed."),
        ("The port shut. (RELATED: Why Ships Wait [VIDEO]) It opens again.", "The port shut. It opens again."),
        ("The port shut. (RELATED: Why Ships Wait: A Guide) It opens again.", "The port shut. It opens again."),
        ("Порт закрыли. (Читайте также: Почему суда ждут) Его откроют.", "Порт закрыли. Его откроют."),
        ("They are related (see the map: it shows both).", "They are related (see the map: it shows both)."),
        ("He asked (read: begged) for more.", "He asked (read: begged) for more."),
    ],
)
def test_a_block_of_links_is_cut_out_of_the_middle_of_a_paragraph(paragraph, left):
    assert kept(f"{PARAGRAPH}\n\n{paragraph}") == [f"{PARAGRAPH}\n\n{left}"]


def test_a_related_block_takes_its_headlines_and_stops_at_the_text():
    page = f"A heading\n\n{PARAGRAPH}\n\nRelated articles\n\nBank raises rates\n\nWho pays the bill\n\n{PARAGRAPH}"
    cleaned = clean_one(page)
    assert cleaned.documents["text"].tolist() == [f"A heading\n\n{PARAGRAPH}\n\n{PARAGRAPH}"]
    assert cleaned.removed["reason"].tolist() == ["related links"] * 3


def test_a_page_of_furniture_alone_leaves_no_document_and_says_so():
    cleaned = clean_one("Leave a Reply\n\nSubscribe\n")
    assert cleaned.documents.empty and cleaned.notes.to_numpy().tolist() == [["p0.txt", "no text is left of this page"]]
    assert cleaned.removed["text"].str.cat() == "Leave a Reply\n\nSubscribe\n"


# headings and stories --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("Bank raises rates | Example News", "Bank raises rates"),
        ("Bank raises rates - The Example Times", "Bank raises rates"),
        ("Bank raises rates - minister calls press talks", "Bank raises rates - minister calls press talks"),
        ("Банк поднял ставку | Новости Примера", "Банк поднял ставку"),
        ("Minister: 'We raise rates'", "Minister: 'We raise rates'"),
        ("The bank raised its rates on Monday.", None),
        ("«Мы подняли ставку» — глава банка", "«Мы подняли ставку» — глава банка"),
    ],
)
def test_the_sites_name_leaves_the_heading_and_the_heading_is_the_title(heading, title):
    document = clean_one(f"{heading}\n\n{PARAGRAPH}").documents.iloc[0]
    assert (document["title"] if title else pd.isna(document["title"])) in (title, True)
    assert document["text"].startswith(title or heading)


def test_three_stories_of_one_page_are_set_apart_each_with_its_heading(cleaned_seeds):
    stories = cleaned_seeds.documents[cleaned_seeds.documents["source"].str.startswith("000")]
    assert stories["title"].tolist() == [
        "Moscow comments on the Western saying, “Kazakhstan is Russia’s backyard.”",
        "Medvedev: Europe is boiling",
        "Activists try to prevent Le Pen from participating in a march against anti-Semitism",
    ]
    assert stories["text"].str.split("\n\n").str[-1].str[:14].tolist() == [
        "He added: “It ",
        "He added: “Aft",
        "The leftist “F",
    ]


def test_subheadings_that_carry_the_story_on_do_not_split_it():
    page = (
        "Parliament passes pension reform\n\n"
        "Parliament passed the pension reform on Tuesday after a night of debate about the retirement age.\n\n"
        "The reform raises the retirement age to 65, and unions called the pension law an attack on workers.\n\n"
        "What the reform changes\n\n"
        "Workers born after 1970 will retire at 65 under the reform, and the pension will grow with prices.\n\n"
        "What unions plan\n\n"
        "Unions plan strikes against the reform in every city, and parliament expects protests about the pension."
    )
    assert kept(page) == [page]


def test_files_that_share_a_stem_get_documents_of_different_names():
    pages = make_pages(PARAGRAPH, PARAGRAPH).assign(source=["a/x.txt", "b/x.txt"])
    assert clean_pages(pages).documents["doc_id"].tolist() == ["a/x.txt-01", "b/x.txt-01"]


# channels --------------------------------------------------------------------------------------------------------


def test_the_seeds_channel_holds_its_twenty_posts(cleaned_seeds):
    posts = cleaned_seeds.documents[cleaned_seeds.documents["kind"] == "post"]
    assert len(posts) == 20 and posts["outlet"].eq("Russian MFA 🇷🇺").all()
    note = cleaned_seeds.notes.loc[cleaned_seeds.notes["source"].str.startswith("004"), "note"]
    assert note.tolist() == ["20 posts read, as the page declares"]
    assert [text[:16] for text in posts["text"]] == [
        "🎙 Russia's Forei", "🎙 Russian MFA st", "🇺🇳 On December 2", "🌐 On December 26", "🇷🇺🇮🇳 On December",
        "🔴 #LIVE: Russia'", "🎙Foreign Ministe", "Happy holidays!🇨", "🎙 Comment by For", "🌐 The Leningrad ",
        "🔴 #LIVE: Briefin", "🔴 #LIVE: Russia'", "⚡️ Briefing by D", "#DayOfMilitaryGl", "🎙️Interview of R",
        "🗓 On December 17", "🇷🇺🇦🇿📞 On Decembe", "#KievRegimeCrime", "🇷🇺🇷🇸📞 On Decembe", "🇷🇺 Russia is fam",
    ]  # fmt: skip


def test_forwarded_posts_keep_their_channel_and_wide_gaps_and_hashtags_their_post(cleaned_seeds):
    posts = cleaned_seeds.documents[cleaned_seeds.documents["kind"] == "post"].reset_index()
    assert posts["forwarded_from"].dropna().to_dict() == {
        1: "Russian Mission Geneva",
        4: "Russian Embassy in India",
        7: "Russia in Canada",
        14: "Посольство России в Норвегии - Russlands Ambassade i Norge",
        19: "Embassy of the Russian Federation in London",
    }
    assert "As President Putin said, we are willing" in posts["text"][0]
    assert "Against the backdrop of Russia's progressive" in posts["text"][12]
    assert "The storming of Izmail began" in posts["text"][13]
    assert posts["text"][16].endswith("\n\n#RussiaAzerbaijan")
    assert posts["text"][4].endswith("\n\n🔸 @RusEmbIndia\n\n#RussiaIndia\n#DruzhbaDosti")


def test_the_channels_chrome_is_removed_with_reasons(cleaned_seeds):
    removed = cleaned_seeds.removed[cleaned_seeds.removed["source"].str.startswith("004")]
    assert removed["reason"].value_counts().to_dict() == {
        "channel header": 14,
        "link to the full text": 6,
        "forwarded line": 5,
        "video not available": 4,
        "closing count of posts": 1,
    }


def channel(*posts, declared=None, gap=3):
    header = ["Example channel", "Category: News", "Posts filter"]
    closing = [f"{declared} last posts shown."] if declared else []
    return ("\n" * gap).join([*header, *posts, *closing])


def test_a_channel_without_emoji_is_cut_at_its_wide_gaps():
    posts = [f"{PARAGRAPH} Number {n}.\n\nSecond paragraph." for n in range(5)]
    cleaned = clean_one(channel(*posts), "channel")
    assert cleaned.documents["text"].tolist() == posts
    assert cleaned.notes["note"].tolist() == ["5 posts read; the page declares no count"]
    assert cleaned.documents["outlet"].eq("Example channel").all()


def test_where_posts_open_with_emoji_a_gap_before_plain_text_lies_inside_a_post():
    posts = [f"📌 Post {n} says this.\n\n{PARAGRAPH}" for n in range(5)]
    posts[2] += f"\n\n\n{PARAGRAPH} It goes on."
    assert len(kept(channel(*posts), "channel")) == 5


def test_the_declared_count_decides_whether_a_doubtful_gap_opens_a_post():
    posts = [f"📌 Post {n} says this.\n\n{PARAGRAPH}" for n in range(5)]
    posts[2] += f"\n\n\n{PARAGRAPH} It goes on."
    cleaned = clean_one(channel(*posts, declared=6), "channel")
    assert len(cleaned.documents) == 6
    assert cleaned.notes["note"].tolist() == ["6 posts read as the page declares; its cues alone gave 5"]


def test_a_declared_count_that_cannot_be_reached_is_reported_and_tears_no_post():
    posts = [f"📌 Post {n} says this.\n\n{PARAGRAPH}" for n in range(3)]
    cleaned = clean_one(channel(*posts, declared=9), "channel")
    assert len(cleaned.documents) == 3
    assert cleaned.notes["note"].tolist() == ["the page declares 9 posts, 3 were read: look at the wide gaps"]


def test_english_chrome_gives_the_same_posts_as_russian():
    russian = (
        "Канал\n\n\nКатегория: Политика\n\n\nФильтр публикаций\n\n\nПервый.\n\n\nРепост из: Другой\n"
        "Видео недоступно для предпросмотра\nСмотреть в Telegram\nВторой.\n\n\nПоказано 2 последних публикаций."
    )
    english = (
        "Канал\n\n\nCategory: Politics\n\n\nPosts filter\n\n\nПервый.\n\n\nForward from: Другой\n"
        "Video is unavailable for watching\nShow in Telegram\nВторой.\n\n\n2 last posts shown."
    )
    for page in (russian, english):
        documents = clean_one(page, "channel").documents
        assert documents["text"].tolist() == ["Первый.", "Второй."]
        assert documents["forwarded_from"].fillna("").tolist() == ["", "Другой"]


# dates and languages ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("01 December 2023", "2023-12-01"),
        ("December 26, 2024", "2024-12-26"),
        ("Published: 3 May 2023, 11:43", "2023-05-03"),
        ("Updated on Tuesday, Jan. 5th, 2021 at 5:30 p.m. EST", "2021-01-05"),
        ("📍 December 26, 2024", "2024-12-26"),
        ("26 декабря 2024 г., 12:05", "2024-12-26"),
        ("12:05, 26 декабря 2024", "2024-12-26"),
        ("2024-12-26 10:00", "2024-12-26"),
        ("26.12.2024", "2024-12-26"),
        ("31/12/2024", "2024-12-31"),
        ("12/31/2024", "2024-12-31"),
        ("05/06/2024", None),  # day and month could be swapped
        ("30 February 2024", None),
        ("In January 2022", None),
        ("The talks began on December 26, 2024.", None),
    ],
)
def test_a_line_that_is_only_a_date_gives_its_day(line, day):
    found = date_from(find_date_in_line(line), "unknown", None)
    assert (found and f"{found.when:%Y-%m-%d}") == day


def test_a_dateline_gives_its_day_and_a_day_told_of_an_event_does_not():
    assert find_date_in_dateline("MOSCOW, December 26, 2024 (Agency) - The minister left.").day == 26
    assert find_date_in_dateline("On December 26, 2024, the minister left.") is None
    assert find_date_in_dateline("Putin (December 26, 2024) said so.") is None


def test_the_date_of_the_page_the_text_and_sources_are_told_apart(cleaned_seeds):
    documents = cleaned_seeds.documents.set_index("doc_id")
    dated = documents.dropna(subset=["published"])[["published", "published_from"]]
    assert [[doc_id[:3] + doc_id[-3:], str(day.date()), origin] for doc_id, day, origin in dated.itertuples()] == [
        ["002-01", "2023-12-01", "page"],
        ["004-02", "2024-12-26", "text"],
    ]
    sources = pd.DataFrame({"file": ["p0.txt"], "published": [pd.Timestamp("2020-01-02")], "outlet": ["Example"]})
    known = clean_pages(make_pages(f"A heading\n\n01 December 2023\n\n{PARAGRAPH}"), sources).documents
    assert known[["outlet", "published", "published_from"]].to_numpy().tolist() == [
        ["Example", pd.Timestamp("2020-01-02"), "sources"]
    ]


def test_a_file_that_sources_name_but_that_was_not_read_is_noted_with_the_nearest_name():
    notes = clean_pages(make_pages(PARAGRAPH), pd.DataFrame({"file": ["p00.txt"]})).notes
    assert notes.to_numpy().tolist() == [["p00.txt", "named in sources.csv but not read: did you mean 'p0.txt'?"]]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (PARAGRAPH, "en"),
        ("Министр встретился с коллегой в столице и говорил о торговле между двумя странами.", "ru"),
        ("Министр елордада әріптесімен кездесіп, екі ел арасындағы сауда туралы айтты.", "kk"),
        ("Der Minister traf seinen Kollegen in der Hauptstadt und sprach über den Handel.", "de"),
        ("Happy!", None),
        ("1 2 3 4 5 6 7 8 9 10", None),
    ],
)
def test_the_language_of_a_text_is_named_or_left_open(text, language):
    assert detect_language(text) == language


# paragraphs ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("One.\nTwo.\nThree.", "One.\n\nTwo.\n\nThree."),
        ("It aims at:\n• one;\n• two.", "It aims at:\n• one;\n• two."),
        ("One.\r\n\r\nTwo.\r\n", "One.\n\nTwo."),
        ("One.\n\n\n\n  Two. \n", "One.\n\nTwo."),
        (
            "This line of text was wrapped to a width by the\nprogram that saved it, as old mail programs do when\n"
            "they save a page, and all of it is one paragraph\nof the story and no list.\n\nNext.",
            "This line of text was wrapped to a width by the\nprogram that saved it, as old mail programs do when\n"
            "they save a page, and all of it is one paragraph\nof the story and no list.\n\nNext.",
        ),
    ],
)
def test_paragraphs_stand_between_blank_lines_and_lists_and_wrapped_lines_hold_together(page, text):
    assert kept(page) == [text]


def test_what_clean_pages_cannot_use_is_an_error():
    with pytest.raises(InputError, match=r"the pages table lacks the columns \['text'\]"):
        clean_pages(pd.DataFrame({"source": ["a"], "format": ["article"]}))
    with pytest.raises(InputError, match="format='rss' is not one of"):
        clean_pages(make_pages("A.", form="rss"))


def test_words_are_counted():
    assert (
        clean_one("The well-known U.S. minister didn't say 3.5.").documents["words"][0] == 7
    )  # U.S. and 3.5 are one each


def test_a_date_that_was_not_read_is_noted_only_where_nothing_else_dates_the_page():
    pages = make_pages(f"A heading of four words\n\n05/06/2024\n\n{PARAGRAPH}")
    assert "1 date not read ('05/06/2024')" in clean_pages(pages).notes["note"][0]
    assert clean_pages(pages.assign(published=pd.Timestamp("2024-06-05"))).notes.empty
