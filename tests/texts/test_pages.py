"""Saved web pages: the article and what the page says of it are read, its furniture and everything hostile is not."""

import socket
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pytest

from analysis import load_corpus
from analysis.texts.readers.containers import recognise_container, split_content, web_page_tree
from analysis.texts.readers.containers.web_page_facts import parse_timestamp
from analysis.texts.readers.page import HEAD, Content, Note, Recognised, Refused, Settings, SourcePage, Unreadable

EXAMPLES = Path(__file__).with_name("examples")
PARAGRAPH = (
    "<p>The council voted on Monday to close the old bridge, and the mayor said that it would be for nine months.</p>"
)
TEXT = PARAGRAPH[3:-4]


def content_of(data, name="page.html"):
    data = data if isinstance(data, bytes) else data.encode()
    return Content(name, len(data), data[:HEAD], lambda: BytesIO(data))


def taken_from(data, name="page.html"):
    taken = split_content(content_of(data, name), Settings(split_content=split_content))
    return [one for one in taken if not isinstance(one, Recognised)]


def page_of(data, name="page.html"):
    (page,) = [one for one in taken_from(data, name) if isinstance(one, SourcePage)]
    return page


def html(body, head=""):
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"


def test_a_saved_page_gives_its_article_and_what_it_says_of_itself():
    page = page_of((EXAMPLES / "page.html").read_bytes())
    assert page.known == {
        "title": "Bridge to close for nine months", "outlet": "Harbour Post", "language": "en",
        "published": datetime(2024, 3, 5, 9, 30), "published_precision": "time", "author": "Ann Lee; Bo Marsh",
        "url": "https://www.harbourpost.example/2024/03/bridge", "section": "City",
        "page_words": page.known["page_words"],
    }  # fmt: skip
    lines = page.text.split("\n\n")
    assert [line.split()[0] for line in lines] == ["The", "The", "What", "No", "Nobody", "Shops"]
    assert lines[3] == "No cars from the first of April.\nCyclists use the railway bridge."
    assert "“We have waited far too long,” said Ann Marsh" in lines[0]
    assert page.form == "story" and page.encoding == "utf-8"
    for absent in ("Home", "Ferry to run", "Ten islands", "newsletter", "never seen", "color", "<"):
        assert absent not in page.text


def test_the_words_of_a_page_are_counted_without_scripts_and_styles():
    page = page_of(html(f"<nav>Home</nav>{PARAGRAPH * 3}<script>no words here</script>", "<style>p{}</style>"))
    assert page.known["page_words"] == 3 * len(TEXT.split()) + 1


def test_a_page_is_one_document_of_the_corpus_with_its_title_and_date_from_the_file():
    documents = load_corpus(EXAMPLES / "page.html").documents
    assert documents[["doc_id", "kind", "title", "published_from"]].values.tolist() == [
        ["page-01", "article", "Bridge to close for nine months", "file"]
    ]


@pytest.mark.parametrize(("start", "kind"), [
    ("<!DOCTYPE html><html>", "web page"), ("\ufeff<html>", "web page"), ("<!-- saved --><HTML lang=en>", "web page"),
    ('<?xml version="1.0"?><!DOCTYPE html PUBLIC "x"><html>', "web page"),
    ("<div><p>a</p></div><p>b</p>", "web page"),
    ("<b>No</b> was his answer", "plain text"), ("The tag <html> opens a page.", "plain text"),
    ("<rss><item></item></rss>", "plain text"), ("< 5 people came", "plain text"),
])  # fmt: skip
def test_a_page_is_known_by_its_tags_and_not_by_its_name(start, kind):
    assert recognise_container(content_of(f"{start} {TEXT}", "page.txt")) == kind


@pytest.mark.parametrize(("charset", "codec"), [
    ("windows-1251", "cp1251"), ("koi8-r", "koi8-r"), ("iso-8859-2", "iso8859-2"), ("ISO-8859-1", "cp1252"),
    ("shift_jis", "shift_jis"), ("no-such", "utf-8"),
])  # fmt: skip
def test_a_page_is_decoded_as_its_head_says(charset, codec):
    words = {
        "cp1251": "мост",
        "koi8-r": "мост",
        "iso8859-2": "źródło",
        "cp1252": "“naïve”",
        "shift_jis": "日本",
        "utf-8": "été",
    }
    body = html(f"<p>{words[codec]} {TEXT}</p>" + PARAGRAPH * 2, f'<meta charset="{charset}">')
    page = page_of(body.encode(codec))
    assert page.text.startswith(words[codec]) and page.encoding.replace("_", "-") == codec.replace("_", "-")


def test_utf8_stays_utf8_whatever_the_page_says_and_nul_characters_go():
    data = html(PARAGRAPH * 3 + "<p>A café for the mayor, the council and all who came to see the old bridge.</p>",
                "<meta charset=iso-8859-1>").encode().replace(b"bridge", b"bri\x00dge")  # fmt: skip
    assert page_of(data).text.count("bridge") == 4 and "café" in page_of(data).text


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("said", ["", "<meta charset=utf-16>", "<meta charset=utf-8>", "<meta charset=windows-1251>"])
def test_a_page_of_two_bytes_a_letter_is_read_whatever_it_says(codec, said):
    page = page_of(
        html(f"<p>Мост, said the café owner.</p>{PARAGRAPH * 3}", said).replace("<p>", "\r<p>").encode(codec)
    )
    assert page.text.startswith("Мост, said the café owner.\n\n") and page.text.count(TEXT) == 3


@pytest.mark.parametrize("mark", ["\x00", "\x0b", "\x1f", "&#0;", "&#11;", "&#x1;", "&#xFFFF;", "\ufffe", "&#99999999"])
def test_control_characters_in_text_and_attributes_are_left_out(mark):
    body = f'<h1 class="a{mark}">Old {mark}bridge</h1>{TEXT} {mark}<p title="b{mark}">{TEXT}</p>{PARAGRAPH}'
    page = page_of(html(body, f'<title>Old {mark}bridge</title><meta name=author content="Ann {mark}Lee">'))
    assert page.text == "\n\n".join([TEXT] * 3)
    assert page.known["title"] == "Old bridge" and page.known["author"] == "Ann Lee"
    assert page_of(html(f"<h1>Bridge</h1>&#1084;&#x27;s {TEXT}<pre>{mark}{TEXT}\n\n{TEXT}</pre>")).text.startswith(
        "м's The"
    )


def test_an_article_in_several_parts_of_one_kind_is_whole():
    part = '<div class="body">{}</div>'
    sentences = [f"<p>Paragraph {n} says that the council voted on Monday to close the old bridge for nine months.</p>"
                 for n in range(12)]  # fmt: skip
    first, second = (f'<div class="grid">{part.format("".join(some))}</div>' for some in (sentences[:8], sentences[8:]))
    page = page_of(html(f'<main class="m">{first}<div class="ad">Ad</div>{second}</main>'))
    assert [f"Paragraph {n} " in page.text for n in range(12)] == [True] * 12


def test_of_several_articles_the_one_under_the_title_is_read():
    other = "<article><h2>Another</h2><p>Another story tells of the ferry that sank a hundred years ago.</p></article>"
    page = page_of(
        html(f"<article><h1>Bridge to close</h1>{PARAGRAPH * 4}</article>{other * 3}", "<title>Bridge to close</title>")
    )
    assert "ferry" not in page.text and page.known["title"] == "Bridge to close"


def test_several_whole_articles_on_one_page_are_as_many_documents(tmp_path):
    posts = "".join(
        f"<article><h2>Post {name}</h2>{PARAGRAPH.replace('bridge', name) * 6}</article>" for name in ("pier", "quay")
    )
    (tmp_path / "blog.html").write_text(html(f"<h1>My blog</h1><h1>Posts</h1>{posts}"))
    documents = load_corpus(tmp_path).documents
    assert documents["title"].tolist() == ["Post pier", "Post quay"] and documents["doc_id"].tolist() == [
        "blog-01",
        "blog-02",
    ]
    assert documents["source"].tolist() == ["blog.html#article=1", "blog.html#article=2"]
    assert ["quay" in text for text in documents["text"]] == [False, True]
    content = content_of((tmp_path / "blog.html").read_bytes())
    taken = split_content(content, Settings(one_document_per_file=True))
    assert [one.source for one in taken if isinstance(one, SourcePage)] == ["page.html"]


def test_articles_on_one_page_bear_each_its_own_heading_even_if_their_texts_are_the_same():
    posts = "".join(f"<article><h2>{name}</h2>{PARAGRAPH * 6}</article>" for name in ("The bridge", "Once more"))
    taken = taken_from(html(posts, "<title>The bridge</title>"))
    pages = [one for one in taken if isinstance(one, SourcePage)]
    assert [page.known["title"] for page in pages] == ["The bridge", "Once more"]
    assert [page.text.split("\n\n")[0] for page in pages] == [TEXT, TEXT]


@pytest.mark.parametrize(("body", "reason"), [
    ("<h1>404</h1><p>Page not found</p>", "an error page, not an article: it says '404'"),
    ("<p>We are sorry but there is an error in this document and it is not possible to display it.</p>",
     "an error page, not an article: it says 'error in this document'"),
    ("<p>Please enable JavaScript to go on. Are you a robot?</p>", "a check for robots"),
    ("<p>We use cookies. Accept all?</p>", "a cookie wall"), ("<p>Subscribe to read on.</p>", "a paywall"),
    ("<script>app()</script>", "a web page without"), ("", "a web page without"),
])  # fmt: skip
def test_a_page_without_an_article_is_refused_by_what_it_is(body, reason):
    with pytest.raises(Unreadable, match=reason):
        taken_from(html(body))


def test_a_short_page_is_read_whole_without_its_menu_and_title():
    page = page_of(
        html("<nav>Home</nav><h1>Bridge to close</h1><p>The council voted. &ldquo;Done,&rdquo; Ann Lee said.</p>")
    )
    assert page.text == "The council voted. “Done,” Ann Lee said." and page.known["title"] == "Bridge to close"
    assert page_of(html("Text without a paragraph stands here.<br>And a line.")).text == (
        "Text without a paragraph stands here.\n\nAnd a line."
    )
    law = "<h1>Law on cookies passes</h1><p>The parliament passed a law on cookies on Monday, said its speaker.</p>"
    assert page_of(html(law)).text.startswith("The parliament")


def test_a_front_page_is_refused_and_an_article_at_the_same_address_is_not():
    teasers = "".join(
        f"<div><h2>Headline number {n}</h2><p>A short teaser of story {n}, which goes on there.</p></div>"
        for n in range(20)
    )
    head = '<link rel="canonical" href="https://post.example/">'
    with pytest.raises(Unreadable, match=r"a front page \(https://post.example/\), not an article"):
        taken_from(html(teasers, head))
    assert page_of(html(PARAGRAPH * 5, head)).text


def test_an_article_that_stands_in_the_metadata_alone_is_read_and_noted():
    body = " ".join([TEXT] * 3)
    described = f'{{"@type": "NewsArticle", "articleBody": "{body}"}}'
    taken = taken_from(html("<p>Loading ...</p>", f'<script type="application/ld+json">{described}</script>'))
    assert taken[0].text == body
    assert taken[1] == Note(
        "page.html", "the article's text stands in the web page's metadata (JSON-LD), not on the page"
    )


@pytest.mark.parametrize(("value", "expected"), [
    ("2024-03-05T09:30:00Z", (datetime(2024, 3, 5, 9, 30), "time")), ("2024-03-05", (datetime(2024, 3, 5), "day")),
    ("2024-03", (datetime(2024, 3, 1), "month")), ("2024", (datetime(2024, 1, 1), "year")),
    ("Tue, 05 Mar 2024 09:30:00 GMT", (datetime(2024, 3, 5, 9, 30), "time")),
    ("01/02/2019", None), ("2024-13-01", None), ("yesterday", None), ("", None), (None, None),
    ("9" * 50, None), ([], None),
])  # fmt: skip
def test_dates_of_metadata_are_read_if_they_are_beyond_doubt(value, expected):
    assert parse_timestamp(value) == expected


JSON = '<script type="application/ld+json">{}</script>'
HOSTILE = {
    "nested": "<div>" * 40_000 + PARAGRAPH,
    "bold": "<b>" * 20_000 + PARAGRAPH,
    "tables": "<table><tr><td>" * 10_000 + PARAGRAPH,
    "data": PARAGRAPH * 3 + f'<img src="data:image/png;base64,{"A" * 1_000_000}">',
    "unclosed": PARAGRAPH * 3 + "<p " + "a=1 " * 100_000,
    "ampersands": PARAGRAPH * 3 + "&" * 100_000,
    "json": JSON.format("[" * 100_000) + PARAGRAPH * 3,
    "network": PARAGRAPH * 3
    + '<iframe src="http://a.example"></iframe><link rel=stylesheet href="http://a.example/a.css">',
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_page_is_read_or_refused_and_nothing_is_fetched(name, monkeypatch):
    def refuse(*_, **__):
        raise AssertionError("a page reached for the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    try:
        assert set(page_of(html(HOSTILE[name])).text) <= set(TEXT + "\n&")
    except Unreadable as problem:
        assert "web page" in str(problem)


def test_entities_that_multiply_or_name_files_are_not_followed():
    bomb = ('<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
            '<!ENTITY f SYSTEM "file:///etc/passwd">]>')  # fmt: skip
    text = page_of(
        f"{bomb}<html><body>{PARAGRAPH * 4}<p>Then &b; and &f; came, said the mayor on Monday.</p></body></html>"
    ).text
    assert "aaaaaaaaaa" not in text and "root:" not in text


def test_pictures_that_are_written_into_a_page_do_not_make_it_too_large(monkeypatch):
    monkeypatch.setattr(web_page_tree, "LARGEST_PAGE", 10_000)
    assert page_of(html(f'<img src="data:image/png;base64,{"A" * 50_000}">{PARAGRAPH * 4}')).text.count("Monday") == 4


def test_a_page_too_large_or_too_slow_is_refused_with_the_limit(monkeypatch):
    monkeypatch.setattr(web_page_tree, "LARGEST_PAGE", 1_000)
    with pytest.raises(
        Unreadable, match=r"a web page of [\d,]+ bytes, the most is 1,000: save the article's text as plain text"
    ):
        taken_from(html(PARAGRAPH * 20))
    monkeypatch.undo()
    monkeypatch.setattr(web_page_tree, "MOST_ELEMENTS", 10)
    with pytest.raises(Unreadable, match="a web page of over 10 elements"):
        taken_from(html(PARAGRAPH * 20))
    with pytest.raises(Unreadable, match=r"took longer than 0.01 seconds"), web_page_tree.within_seconds(0.01):
        while True:
            pass


def test_what_cannot_be_read_is_a_row_of_refused(tmp_path):
    (tmp_path / "good.html").write_text(html(PARAGRAPH * 4))
    (tmp_path / "bad.html").write_text(html("<h1>404</h1>"))
    from analysis.texts.readers import load_pages

    loaded = load_pages(tmp_path)
    assert loaded.pages["source"].tolist() == ["good.html"]
    assert loaded.refused["source"].tolist() == ["bad.html"] and "an error page" in loaded.refused["reason"][0]
    assert not isinstance(loaded.refused["reason"][0], Refused)


def test_an_author_keeps_a_name_that_ends_in_a_word_for_by():
    for name in ("Abby Goodnough", "Ruby Von Trapp", "Ursula von der Leyen"):
        assert page_of(html(PARAGRAPH * 3, f'<meta name=author content="By {name}">')).known["author"] == name
        assert page_of(html(PARAGRAPH * 3, f'<meta name=author content="{name}">')).known["author"] == name


def test_an_article_within_an_aside_is_read_and_the_notice_beside_it_is_not():
    notice = "<div id=cookie><p>We use cookies to make our site better for all of our readers.</p></div>"
    page = page_of(html(f"{notice}<aside><h1>Ferry stops</h1>{PARAGRAPH * 3}</aside><aside><p>Read on.</p></aside>"))
    assert "cookies" not in page.text
    assert page.text.count(TEXT.split(".")[0]) == 3
