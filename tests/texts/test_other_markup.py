"""Feeds give a document an item; XML of other kinds, vertical text, YAML and TeX are refused by name."""

import pytest
from tables_of_tests import BRIDGE, FERRY, pages_of

from analysis.errors import InputError
from analysis.texts.readers.containers import recognise_container
from analysis.texts.readers.page import Content

RSS = f"""<?xml version="1.0" encoding="utf-8"?>
<!-- made by hand -->
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>The Daily Example</title><language>en-gb</language><link>https://daily.example/</link>
<item><title>Bridge</title><link>https://daily.example/1</link><pubDate>Tue, 02 Jan 2024 10:00:00 GMT</pubDate>
<dc:creator>Ann Lee</dc:creator><category>City</category><description>In short.</description>
<content:encoded><![CDATA[<p>{BRIDGE}</p><p>It was old.</p>]]></content:encoded></item>
<item><title>Ferry</title><guid>https://daily.example/2</guid><description>{FERRY}</description></item>
<item><title>Nothing</title></item>
</channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Evening Sample</title>
<entry><title>Bridge</title><link rel="self" href="https://no.example/"/><link href="https://sample.example/1"/>
<updated>2024-01-05T10:00:00Z</updated><published>2024-01-02T10:00:00Z</published><author><name>Bob Roy</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{BRIDGE}</p><p>It was old.</p></div></content>
</entry></feed>"""


def kind_of(text, name="a.txt"):
    data = text.encode()
    return recognise_container(Content(name, len(data), data, lambda: None))


def test_each_item_of_a_feed_is_a_document_with_what_the_feed_says_of_it(tmp_path):
    """Of three items one has its whole text, one a summary alone, one neither."""
    pages, refused, notes = pages_of(tmp_path, "rss.xml", RSS)
    first, second = pages
    assert first["text"] == f"{BRIDGE}\n\nIt was old." and second["text"] == FERRY
    assert [page["source"] for page in pages] == ["rss.xml#item=1", "rss.xml#item=2"]
    told = [first[name] for name in ("title", "outlet", "language", "url", "author", "section")]
    assert told == ["Bridge", "The Daily Example", "en", "https://daily.example/1", "Ann Lee", "City"]
    assert str(first["published"]) == "2024-01-02 10:00:00" and second["url"] == "https://daily.example/2"
    assert refused["source"].tolist() == ["rss.xml#item=3"] and refused["reason"].tolist() == ["row without a text"]
    assert notes[0] == "1 of 3 items give a summary and no whole text"


def test_an_entry_of_atom_has_the_address_of_its_page_and_the_day_it_was_published(tmp_path):
    (page,), _, _ = pages_of(tmp_path, "atom.xml", ATOM)
    assert page["text"] == f"{BRIDGE}\n\nIt was old." and page["url"] == "https://sample.example/1"
    assert (page["outlet"], page["author"], str(page["published"].date())) == (
        "Evening Sample",
        "Bob Roy",
        "2024-01-02",
    )


def test_a_feed_follows_no_entity_and_one_that_breaks_off_is_read_as_far_as_it_goes(tmp_path):
    hostile = '<!DOCTYPE rss [<!ENTITY f SYSTEM "file:///etc/passwd">]>'
    data = (
        RSS.replace("<!-- made by hand -->", hostile).replace("It was old.", "&f; old.").replace(FERRY, f"{FERRY} &f;")
    )
    pages, _, _ = pages_of(tmp_path, "a.xml", data)
    assert len(pages) == 2 and not any("root:" in page["text"] for page in pages)
    pages, _, notes = pages_of(tmp_path, "b.xml", RSS[: RSS.index("<item><title>Nothing")])
    assert len(pages) == 2 and notes[0].startswith("broken XML, read as far as it can be: ")


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (f'<?xml version="1.0"?><corpus><doc id="1"><p>{BRIDGE}</p></doc></corpus>', "XML of a kind .*<corpus>"),
        (f"<doc id='1'>\n{BRIDGE}\n</doc>\n<doc id='2'>\n{FERRY}\n</doc>", "XML of a kind .*<doc>"),
        ('<!DOCTYPE lol [<!ENTITY a "b"><!ENTITY c "&a;&a;">]><lol>&c;</lol>', "XML of a kind .*<lol>"),
        ("<text id='1'>\nThe\tDT\tthe\nbridge\tNN\tbridge\n</text>", "vertical text, a word a line .*<text>"),
        (f"- title: Bridge\n  text: >\n    {BRIDGE}\n- title: Ferry\n  text: {FERRY}\n", "YAML"),
        (
            f"% a comment\n\\documentclass{{article}}\n\\begin{{document}}\n{BRIDGE}\n\\end{{document}}",
            "a TeX document",
        ),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_markup_of_another_kind_is_refused_by_name_with_the_remedy(tmp_path, data, name, encoding):
    with pytest.raises(InputError, match=f"{name}.*: save the texts as plain text, one a file, or as a table"):
        pages_of(tmp_path, "a.txt", data.encode(encoding))


def test_an_export_in_utf16_is_the_export_that_it_is(tmp_path):
    article = f"<headline>Bridge</headline><sourceName>Example</sourceName><tailParagraphs>{BRIDGE}</tailParagraphs>"
    xml = f'<?xml version="1.0" encoding="UTF-16"?><ppsarticle><article>{article}</article></ppsarticle>'
    (page,), _, _ = pages_of(tmp_path, "a.xml", xml.encode("utf-16"))
    assert page["text"].strip() == BRIDGE and page["outlet"] == "Example"


@pytest.mark.parametrize(
    "text",
    [
        f"<Laughter> {BRIDGE}\n\nThe tag <text> was new, </text> they said.",
        f"The file began with <corpus> and ended with </corpus>.\n\n{BRIDGE}",
        f"---\ntitle: Bridge\n---\n\n{BRIDGE}",
        f"Ann: {BRIDGE}\nBob: {FERRY}\nAnn: Yes.",
        f"- Ann: {BRIDGE}\n- Bob: {FERRY}\n- Ann: Yes.",
        f"He typed \\begin{{document}} and left.\n\n{BRIDGE}",
        f"<b>Bridge</b>\n\n{BRIDGE}",
    ],
)
def test_an_article_that_quotes_a_tag_or_a_key_stays_an_article(text):
    assert kind_of(text) == "plain text"
