"""Tables: which column is which, what each row gives, what is refused; the same for every kind of file."""

import math
from datetime import datetime

import pandas as pd
import pytest
from tables_of_tests import BRIDGE, EXAMPLES, FERRY, pages_of

from analysis import load_corpus
from analysis.errors import InputError
from analysis.texts.readers.files import load_pages
from analysis.texts.readers.page import Note, Refused, Settings, SourcePage
from analysis.texts.readers.tables import gather_table
from analysis.texts.readers.tables.gathering import outlet_of
from analysis.texts.readers.tables.markup import forward_of, has_markup, reply_of, strip_markup
from analysis.texts.readers.tables.naming import fold_column_name, list_candidates, load_column_names, looks_like_posts
from analysis.texts.readers.tables.values import ColumnSketch, parse_count, parse_own_cell, parse_yes_no, plain_value


def known_of(page):
    left_out = ("source", "format", "text", "encoding", "bytes", "number")
    return {key: value for key, value in page.items() if key not in left_out and not pd.isna(value)}


def kind_of(*cells):
    sketch = ColumnSketch("column")
    for cell in cells:
        sketch.add(cell)
    return sketch.kind


# --- names


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("publishedAt", "published_at"),
        ("Media Name", "media_name"),
        ("\ufefftext", "text"),
        ("ТекстСтатьи", "текст_статьи"),
        ("source.name", "source.name"),
        ("pub-date", "pub_date"),
        ("text (2)", "text"),
    ],
)
def test_a_columns_name_is_known_however_it_is_written(name, key):
    assert fold_column_name(name) == key


def test_every_name_of_the_list_is_written_as_it_is_looked_up_and_stands_once_in_its_role():
    for names in load_column_names().values():
        assert [fold_column_name(name) for name in names] == list(names)


def test_nested_keys_count_together_and_then_by_their_last_one():
    assert list_candidates(["id", "fields.bodyText", "body"], "text") == ["body", "fields.bodyText"]
    assert list_candidates(["source.id", "source.name"], "outlet") == ["source.name"]
    assert list_candidates(["forwarded.title", "data.title"], "title") == ["data.title"]


def test_a_table_of_posts_has_a_column_that_only_posts_have_and_another_of_theirs():
    assert looks_like_posts(["id", "message", "views", "forwards"])
    assert looks_like_posts(["text", "public_metrics.retweet_count", "public_metrics.like_count"])
    assert looks_like_posts(["created_at", "id", "id_str", "full_text", "user.name", "user.screen_name"])
    assert looks_like_posts(["id", "date", "text", "views", "channel"])
    assert not looks_like_posts(["title", "date", "text", "views", "channel"])
    assert not looks_like_posts(["id", "message", "views"])
    assert not looks_like_posts(["title", "text", "likes", "views"])


# --- values


@pytest.mark.parametrize(
    ("cells", "kind", "first"),
    [
        (["1", "20"], "whole", 1),
        (["1.5", "20"], "number", 1.5),
        (["1,5", "20"], "comma", 1.5),
        (["1.234,5", "0,5"], "comma", 1234.5),
        (["1,234.5", "1,234"], "number", 1234.5),
        (["1,234", "2,345"], "text", "1,234"),
        (["007", "012"], "text", "007"),
        (["12345678901234567890", "1"], "text", "12345678901234567890"),
        (["TRUE", "FALSE"], "yes_no", True),
        (["ИСТИНА", "ЛОЖЬ"], "yes_no", True),
        (["yes", "no"], "text", "yes"),
        (["1", "two"], "text", "1"),
        ([1, 2.5], "number", 1),
        ([True, False], "yes_no", True),
        ([5, "five"], "text", "5"),
    ],
)
def test_a_column_is_numbers_or_yes_and_no_where_all_its_cells_are(cells, kind, first):
    assert kind_of(*cells) == kind
    assert parse_own_cell(cells[0], kind) == first and type(parse_own_cell(cells[0], kind)) is type(first)


@pytest.mark.parametrize("value", ["", " NA ", "nan", "NULL", r"\N", None, math.nan, math.inf, pd.NA, pd.NaT])
def test_what_is_missing_is_missing_however_it_is_written(value):
    assert plain_value(value) is None


@pytest.mark.parametrize("value", ["yes", "Да", "ja", "OUI", "sí", "true", "1", True])
def test_yes_is_read_in_five_languages(value):
    assert parse_yes_no(value) is True


@pytest.mark.parametrize("value", ["no", "нет", "Nein", "non", "false", "0", False])
def test_no_is_read_in_five_languages(value):
    assert parse_yes_no(value) is False


@pytest.mark.parametrize(
    ("value", "count"),
    [
        (1204, 1204),
        ("1204.0", 1204),
        ("1.2K", 1200),
        ("3,4 тыс.", 3400),
        ("1 204", 1204),
        ("2M", 2_000_000),
        ("many", None),
    ],
)
def test_views_are_read_as_channels_write_them(value, count):
    assert parse_count(value) == count


# --- what a cell holds


def test_a_cell_of_html_gives_its_words_in_paragraphs_and_one_that_compares_stays():
    assert has_markup("<p>One</p>") and has_markup("one<br>two")
    assert not has_markup("if a < b and c > d") and not has_markup("a <b> tag is named")
    cell = "<div><p>One &amp; two.</p><script>x = 1</script><p>Three<br/>four <b>bold</b></p></div>"
    assert strip_markup(cell) == "One & two.\n\nThree\nfour bold"
    assert strip_markup("One <a href='b'>two</a>.\n\nThree &lt; four.") == "One two.\n\nThree < four."


def test_whom_a_post_is_forwarded_from_is_read_of_names_and_of_what_telethon_writes():
    assert forward_of("Ferry Line") == "Ferry Line"
    assert forward_of("MessageFwdHeader(from_id=PeerChannel(channel_id=2002), from_name=None)") == "2002"
    assert forward_of("{'from_name': 'Ann Lee', 'date': 1}") == "Ann Lee"
    assert forward_of("True") == "not named" and forward_of("False") is None
    assert reply_of("MessageReplyHeader(reply_to_msg_id=11, forum_topic=False)") == "11"
    assert reply_of("11.0") == "11" and reply_of("0") is None


@pytest.mark.parametrize(
    ("address", "outlet"),
    [
        ("https://www.news.example/a?b=1", "news.example"),
        ("news.example", "news.example"),
        ("none", ""),
        ("http://[", ""),
    ],
)
def test_an_outlet_is_taken_from_an_address(address, outlet):
    assert outlet_of(address) == outlet


# --- columns chosen


def test_columns_are_said_and_the_others_kept_as_they_are(tmp_path):
    data = f'id,body,created_at,bias,share\n7,"{BRIDGE}",25.02.2019,left,"0,5"\n9,"{FERRY}",03.02.2019,right,"1,5"\n'
    pages, refused, notes = pages_of(tmp_path, "a.csv", data)
    assert [page["text"] for page in pages] == [BRIDGE, FERRY] and refused.empty
    assert known_of(pages[1]) == {
        "id": 9, "bias": "right", "share": 1.5, "published": pd.Timestamp("2019-02-03"), "published_precision": "day",
    }  # fmt: skip
    assert notes == [
        "text from 'body', date from 'created_at' (day first, settled by 1 cell); kept as they are: id, bias, share"
    ]


def test_a_column_called_like_one_of_documents_with_another_meaning_is_called_own(tmp_path):
    data = f'text,outlet,source,words,views\n"{BRIDGE}",Example,web,9,12\n'
    pages, _, notes = pages_of(tmp_path, "a.csv", data)
    assert known_of(pages[0]) == {"outlet": "Example", "own_source": "web", "own_words": 9, "own_views": 12}
    assert "own_source (its column 'source')" in notes[0]


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("title,text,outlet,published,url", "English"),
        ("заголовок,текст,источник,дата,ссылка", "Russian"),
        ("Überschrift,Inhalt,Quelle,Datum,Link", "German"),
        ("Titre,Texte,Média,date_publication,lien", "French"),
        ("título,cuerpo,fuente,fecha,enlace", "Spanish"),
    ],
)
def test_columns_are_known_in_five_languages(tmp_path, header, language):
    pages, _, _ = pages_of(tmp_path, "a.csv", f'{header}\nBridge,"{BRIDGE}",Example,2024-01-02,https://example.org/a\n')
    assert pages[0]["text"] == BRIDGE and known_of(pages[0]) == {
        "title": "Bridge", "outlet": "Example", "url": "https://example.org/a",
        "published": pd.Timestamp("2024-01-02"), "published_precision": "day",
    }, language  # fmt: skip


def test_the_text_is_found_by_its_length_where_no_name_says_it(tmp_path):
    data = f'nr;teaser line;what they wrote\n1;A short line of words;"{BRIDGE} {FERRY}"\n'
    pages, _, notes = pages_of(tmp_path, "a.csv", data)
    assert pages[0]["text"] == f"{BRIDGE} {FERRY}"
    assert notes[0].startswith("text from 'what they wrote' (by its content)")


def test_a_column_that_is_called_text_and_holds_numbers_of_texts_is_not_the_text(tmp_path):
    data = f'text,written\na1,"{BRIDGE} {FERRY}"\na2,"{FERRY} {BRIDGE}"\n'
    pages, _, _ = pages_of(tmp_path, "a.csv", data)
    assert pages[0]["text"] == f"{BRIDGE} {FERRY}"


def test_of_two_texts_none_is_guessed(tmp_path):
    with pytest.raises(
        InputError, match=r"more than one column could be the text: 'content' \(1 cell.*--columns text="
    ):
        pages_of(tmp_path, "a.csv", f'text,content\n"{BRIDGE}","{FERRY} And more."\n')
    assert pages_of(tmp_path, "a.csv", f'text,content\n"{BRIDGE}","{FERRY}"\n', text="content")[0][0]["text"] == FERRY


def test_a_column_with_blanks_in_its_name_is_named_as_a_shell_takes_it(tmp_path):
    """Two columns of texts of one length, of which neither is called like a text."""
    data = f'first answer,second answer\n"{BRIDGE}","{BRIDGE}"\n"{FERRY}","{FERRY}"\n'
    with pytest.raises(InputError, match=r"""\{"text": "first answer"\} in Python, --columns 'text=first answer' on"""):
        pages_of(tmp_path, "a.csv", data)


def test_a_column_that_says_it_is_the_whole_text_and_one_without_html_go_before(tmp_path):
    data = f'text,full_text,id\n"{BRIDGE[:60]} …","{BRIDGE}",1\n'
    assert pages_of(tmp_path, "a.csv", data)[0][0]["text"] == BRIDGE
    data = f'body,body_text,id\n"<p>{BRIDGE}</p><p></p>","{BRIDGE}",1\n'
    assert pages_of(tmp_path, "b.csv", data)[0][0]["text"] == BRIDGE


def test_a_column_that_was_asked_for_and_is_not_there_is_an_error_with_the_nearest(tmp_path):
    data = f'body_text,bias\n"{BRIDGE}",left\n'
    with pytest.raises(
        InputError, match=r"columns: text='body_txt' is not one of .*Did you mean 'body_text'\?.*a\.csv"
    ):
        pages_of(tmp_path, "a.csv", data, text="body_txt")
    with pytest.raises(InputError, match=r"columns: column of documents='txt' is not one of .*Did you mean 'text'"):
        pages_of(tmp_path, "a.csv", data, txt="body_text")
    with pytest.raises(InputError, match="gives one column two meanings"):
        pages_of(tmp_path, "a.csv", data, text="bias", title="bias")


def test_a_table_of_titles_and_addresses_is_refused_with_the_remedy():
    with pytest.raises(InputError, match=r"addresses and titles only.*--columns text=title"):
        load_pages(EXAMPLES / "mediacloud.csv")
    pages = load_pages(EXAMPLES / "mediacloud.csv", Settings(columns={"text": "title"})).pages
    assert pages["text"].tolist() == [
        "Council votes to close the old bridge for a year",
        "A ferry will cross the river from May",
    ]
    assert pages["outlet"].tolist() == ["example.org", "sample.example"]


def test_an_address_gives_the_outlet_only_where_no_column_names_one(tmp_path):
    pages, _, notes = pages_of(tmp_path, "a.csv", f'url,text\nhttps://www.example.org/a,"{BRIDGE}"\n')
    assert pages[0]["outlet"] == "example.org" and "outlet from the addresses in 'url'" in notes[0]
    pages, _, notes = pages_of(tmp_path, "a.csv", f'url,text,outlet\nhttps://www.example.org/a,"{BRIDGE}",Example\n')
    assert pages[0]["outlet"] == "Example" and "addresses" not in notes[0]


# --- dates


def test_dates_that_could_be_two_days_are_not_read_and_counted(tmp_path):
    rows = "".join(f'"{BRIDGE}",0{day}/02/2024\n' for day in (1, 3, 5))
    pages, _, notes = pages_of(tmp_path, "a.csv", f"text,date\n{rows}")
    assert not any("published" in known_of(page) for page in pages)
    assert notes[1].startswith("3 of 3 dates in 'date' are not read: day and month could be swapped ('01/02/2024')")


def test_dates_with_years_of_two_digits_are_read_where_the_column_shows_their_order(tmp_path):
    data = 'text,date\n"{}",{}\n"{}",{}\n'
    pages, _, notes = pages_of(tmp_path, "a.csv", data.format(BRIDGE, "31.12.19", FERRY, "01.02.20"))
    assert [str(page["published"].date()) for page in pages] == ["2019-12-31", "2020-02-01"]
    assert "date from 'date' (day first, for its last numbers are plainly years)" in notes[0]
    pages, _, notes = pages_of(tmp_path, "b.csv", data.format(BRIDGE, "01.02.19", FERRY, "02.03.19"))
    assert not any("published" in known_of(page) for page in pages)
    said = "2 of 2 dates in 'date' are not read: day, month and year could be swapped ('01.02.19'); write them as 2024-"
    assert notes[1].startswith(said)


def test_dates_of_texts_in_cyrillic_letters_are_day_first():
    pages = load_pages(EXAMPLES / "statyi.tsv").pages
    assert pages["published"].tolist() == [pd.Timestamp("2024-01-15"), pd.Timestamp("2024-02-03")]
    assert pages["encoding"].eq("utf-16").all()


def test_a_month_stays_a_month_and_what_is_no_date_is_counted(tmp_path):
    pages, _, notes = pages_of(tmp_path, "a.csv", f'text,date\n"{BRIDGE}",2024-01\n"{FERRY}",2024-02\n"{FERRY}",soon\n')
    assert [known_of(page).get("published_precision") for page in pages] == ["month", "month", None]
    assert notes[1] == "1 of 3 dates in 'date' cannot be read ('soon')"


# --- rows


def test_rows_without_a_text_are_named_up_to_twenty_and_then_counted(tmp_path):
    data = f'id,text\n0,"{BRIDGE}"\n' + "".join(f"{number},\n" for number in range(1, 25))
    pages, refused, _ = pages_of(tmp_path, "a.csv", data)
    assert len(pages) == 1 and len(refused) == 21
    assert refused.iloc[0]["source"] == "a.csv#row=3" and refused.iloc[0]["reason"] == "row without a text"
    assert refused.iloc[-1]["reason"] == "4 more rows without a text, or not readable"


def test_a_text_that_was_deleted_is_none_and_a_cut_one_is_said():
    pages, refused, notes, _ = load_pages(EXAMPLES / "newsapi.json")
    assert pages["source"].tolist() == ["newsapi.json#item=1", "newsapi.json#item=2"]
    assert refused["reason"].tolist() == ["row without a text: '[Removed]' stands in its place"]
    assert pages["text"].str.endswith("…").all() and pages["outlet"].eq("The Daily Example").all()
    assert notes["note"].iloc[-1] == "2 of 2 texts are cut off by the service that gave them ([… chars])"
    assert pages["published"].iloc[0] == pd.Timestamp("2024-01-15 08:30") and pages["author"].eq("Cora Moss").all()


def test_the_mark_of_a_text_that_was_cut_off_has_no_plus_everywhere(tmp_path):
    """GNews writes three full stops and a number; without them the brackets are part of the text."""
    data = f'text,n\n"{BRIDGE} ... [1234 chars]",1\n"{FERRY} It holds [80 chars]",2\n'
    pages, _, notes = pages_of(tmp_path, "a.csv", data)
    assert [page["text"] for page in pages] == [f"{BRIDGE} ...", f"{FERRY} It holds [80 chars]"]
    assert notes[-1] == "1 of 2 texts are cut off by the service that gave them ([… chars])"


def test_posts_of_4cat_have_their_channel_views_answers_and_forwards():
    pages, refused, *_ = load_pages(EXAMPLES / "posts_4cat.csv")
    assert pages["format"].eq("post").all() and pages["outlet"].eq("rivertown").all()
    assert pages["views"].tolist() == [1204, 980] and refused["source"].tolist() == ["posts_4cat.csv#row=4"]
    assert pages["forwarded_from"].tolist()[1] == "Ferry Line" and pages["forwarded_from"].isna()[0]
    assert pages["reply_to"].tolist()[1] == "11" and pages["edited"].iloc[1] == pd.Timestamp("2024-02-03 09:10")


def test_posts_of_telethon_are_read_from_what_it_writes_of_its_objects():
    pages = load_pages(EXAMPLES / "posts_telethon.csv").pages
    assert pages["format"].eq("post").all() and pages["views"].tolist() == [1204, 980]
    assert pages["forwarded_from"].tolist()[1] == "2002" and pages["reply_to"].tolist()[1] == "11"
    assert pages["published"].iloc[0] == pd.Timestamp("2024-01-15 08:30")


def test_the_program_of_a_tweet_is_no_outlet(tmp_path):
    data = f'id,text,source,retweet_count,favorite_count\n1,"{BRIDGE}",Web App,3,4\n'
    pages, _, _ = pages_of(tmp_path, "a.csv", data)
    assert known_of(pages[0])["own_source"] == "Web App" and "outlet" not in known_of(pages[0])


# --- a table given in Python


def test_what_a_program_writes_of_an_object_is_no_name(tmp_path):
    """Telethon's media are pictures; a header without a name says that a post was forwarded, not from whom."""
    header = "id,message,views,forwards,fwd_from,reply_to,media,chat"
    chat = "\"Channel(id=5, title='x')\""
    rows = [f'1,"{BRIDGE}",5,1,"MessageFwdHeader(date=datetime.datetime(2024, 12, 26))",,MessageMediaPhoto,{chat}',
            f"2,\"{FERRY}\",6,1,,\"MessageReplyHeader(forum_topic=False)\",MessageMediaPhoto,{chat}"]  # fmt: skip
    pages, _, _ = pages_of(tmp_path, "a.csv", "\n".join([header, *rows]))
    assert pages[0]["forwarded_from"] == "not named" and pages[0]["media"] == "MessageMediaPhoto"
    assert not any("outlet" in page and isinstance(page["outlet"], str) for page in pages)
    assert not any("reply_to" in page and isinstance(page["reply_to"], str) for page in pages)


@pytest.mark.parametrize("name", ["pubtitle", "Publication Title"])
def test_the_publication_of_databases_of_literature_is_the_outlet(tmp_path, name):
    data = f'{name},text,url\nThe Times,"{BRIDGE}",https://search.example/1\nThe Times,"{FERRY}",https://search.example/2\n'
    assert [page["outlet"] for page in pages_of(tmp_path, "a.csv", data)[0]] == ["The Times", "The Times"]


def test_a_table_of_python_gives_pages_as_a_file_does():
    frame = pd.DataFrame(
        {"body": [BRIDGE, None, FERRY], "when": pd.to_datetime(["2024-01-02"] * 3), "bias": ["l", "l", "r"]}
    )
    taken = list(gather_table(frame, "mine"))
    pages = [one for one in taken if isinstance(one, SourcePage)]
    assert [page.source for page in pages] == ["mine#row=1", "mine#row=3"] and [page.text for page in pages] == [
        BRIDGE,
        FERRY,
    ]
    assert pages[1].known == {"bias": "r", "published": datetime(2024, 1, 2), "published_precision": "day"}
    assert [one for one in taken if isinstance(one, Refused)] == [Refused("mine#row=2", "row without a text")]
    assert Note("mine", "text from 'body', date from 'when' (by its content); kept as they are: bias") in taken
    assert frame.columns.tolist() == ["body", "when", "bias"]


def test_an_index_with_a_name_is_a_column():
    frame = pd.DataFrame({"text": [BRIDGE]}, index=pd.Index([17], name="number_of_case"))
    page = next(one for one in gather_table(frame) if isinstance(one, SourcePage))
    assert page.known == {"number_of_case": 17}


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ([BRIDGE], "mine: a DataFrame is asked for, not list"),
        (pd.DataFrame({"text": []}), "mine is a DataFrame without rows"),
        (pd.DataFrame({"a": [1, 2]}), r"mine: no column is plainly the text \(columns 'a'\)"),
    ],
)
def test_what_is_no_table_of_texts_is_an_error(given, message):
    with pytest.raises(InputError, match=message):
        list(gather_table(given, "mine"))


@pytest.mark.parametrize(
    "header",
    [
        "numer,tytuł,treść",
        "numero,titolo,testo",
        "número,título,conteúdo",
        "номер,заголовок,зміст",
        "nummer,titel,tekst",
    ],
)
def test_columns_are_known_by_their_names_in_further_languages(tmp_path, header):
    (tmp_path / "a.csv").write_text(f"{header}\n1,Bridge,The bridge closed.\n2,Ferry,The ferry runs.\n", "utf-8")
    documents = load_corpus(tmp_path).documents
    assert documents["title"].tolist() == ["Bridge", "Ferry"] and header.split(",")[0] in documents
    assert documents["words"].tolist() == [3, 3]
