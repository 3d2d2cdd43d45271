"""Reading: encodings, what is refused and why, formats told apart, sources.csv."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import load_corpus
from analysis.errors import InputError
from analysis.texts import readers
from analysis.texts.readers import format_module, formats, load_pages, load_sources
from analysis.texts.readers.encodings import Undecodable, decode_text
from analysis.texts.readers.lines import split_lines

SEEDS = Path(__file__).parents[2] / "seeds"
ENGLISH = "The minister said “no” – it’s over.\n\nHe then left."
RUSSIAN = "Министр сказал: «Нет». Переговоры в Казахстане продолжаются, сообщает агентство."
GERMAN = "Der Außenminister sagte, die Gespräche über die Länder müssten für alle „schwierig“ gewesen sein."
HEADER = "columns file, outlet, country, language, translated, published, url, note"
COLUMNS = "file,outlet,country,language,translated,published,url,note"


def test_the_five_seeds_are_four_articles_and_a_channel_told_apart_by_content(tmp_path):
    for number, seed in enumerate(sorted(SEEDS.glob("0*.txt"))):
        (tmp_path / f"page{number}").write_bytes(seed.read_bytes())  # no name or ending that could give it away
    pages, refused, *_ = load_pages(tmp_path)
    assert pages["format"].tolist() == ["article", "article", "article", "article", "channel"]
    assert pages["encoding"].eq("utf-8").all() and refused.empty
    assert pages["bytes"].tolist() == [4122, 2500, 4051, 3289, 42223]


@pytest.mark.parametrize(
    ("text", "encoding", "named"),
    [
        (RUSSIAN, "utf-8", "utf-8"),
        (RUSSIAN, "utf-8-sig", "utf-8"),
        (RUSSIAN, "utf-16", "utf-16"),
        (RUSSIAN, "utf-16-le", "utf-16-le"),
        (RUSSIAN, "utf-16-be", "utf-16-be"),
        (RUSSIAN, "utf-32", "utf-32"),
        (RUSSIAN, "cp1251", "cp1251"),
        (RUSSIAN.upper(), "cp1251", "cp1251"),
        (RUSSIAN.replace("«", "").replace("»", ""), "koi8-r", "koi8-r"),
        (ENGLISH, "utf-16-le", "utf-16-le"),
        (ENGLISH, "cp1252", "cp1252"),
        (GERMAN, "cp1252", "cp1252"),
        (GERMAN.replace("„", '"').replace("“", '"'), "latin-1", "cp1252"),
    ],
)
def test_every_encoding_is_read_letter_by_letter_and_named(text, encoding, named):
    assert decode_text(text.encode(encoding)) == (text, named)


@pytest.mark.parametrize(
    ("data", "text", "named"),
    [
        (ENGLISH.encode() + b"\n" + ENGLISH.encode("cp1252"), f"{ENGLISH}\n{ENGLISH}", "utf-8 and cp1252"),
        (RUSSIAN.encode() + b"\r" + RUSSIAN.encode("cp1251"), f"{RUSSIAN}\r{RUSSIAN}", "utf-8 and cp1251"),
        ("“No” ".encode() + "“yes”".encode("cp1252"), "“No” “yes”", "utf-8 and cp1252"),
        ("\ufeff“No”\n".encode() + "“yes”".encode("cp1252"), "“No”\n“yes”", "utf-8 and cp1252"),
        (RUSSIAN.encode() + "ы".encode()[:1], RUSSIAN + "\ufffd", "utf-8"),
        ("It’s “so” – at the café.\r".encode("mac-roman"), "It’s “so” – at the café.\r", "mac-roman"),
        ("été à Noël".encode("cp1252"), "été à Noël", "cp1252"),
        ("Mówi się, że są już w drodze.".encode("cp1250"), "Mówi się, że są już w drodze.", "cp1250"),
        ("Ο δήμος και η πόλη, από την αρχή.".encode("cp1253"), "Ο δήμος και η πόλη, από την αρχή.", "cp1253"),
        ("Şirket açıldı.\nKapı kapalı kaldı.".encode("cp1254"), "Şirket açıldı.\nKapı kapalı kaldı.", "cp1254"),
        ("Für 3 € öffnet Uwe.".encode("iso8859-15"), "Für 3 € öffnet Uwe.", "iso8859-15"),
        ("Řekl, že může přijít, když chce.".encode("cp1250"), "Řekl, že může přijít, když chce.", "cp1250"),
        ("Řekl, že šest lidí není tady.".encode("iso8859-2"), "Řekl, že šest lidí není tady.", "iso8859-2"),
        ("Mówi się, że są już w drodze.".encode("iso8859-2"), "Mówi się, że są już w drodze.", "iso8859-2"),
        ("Também é só um, één voor één.".encode("cp1252"), "Também é só um, één voor één.", "cp1252"),
        ("Dışişleri Bakanı aynı şeyi açıkladı.".encode("cp1254"), "Dışişleri Bakanı aynı şeyi açıkladı.", "cp1254"),
        (RUSSIAN.replace("«", "").replace("»", "").encode("cp866"), RUSSIAN.replace("«", "").replace("»", ""), "cp866"),
    ],
)
def test_two_encodings_in_one_file_and_what_is_cut_off_are_read_and_named(data, text, named):
    assert decode_text(data) == (text, named)


def test_lines_of_utf8_among_bytes_that_are_no_text_are_refused():
    with pytest.raises(Undecodable, match="not text in an encoding that the suite reads"):
        decode_text("“No”\n".encode() + "这是一个中文文本".encode("gbk"))


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_any_text_in_utf8_comes_back_as_it_was(text):
    assert decode_text(text.encode("utf-8"))[0] == text.removeprefix("\ufeff")


@given(st.binary())
def test_any_bytes_are_read_or_refused_and_nothing_else_happens(data):
    try:
        text, encoding = decode_text(data)
    except Undecodable as refusal:
        assert str(refusal)
    else:
        assert isinstance(text, str) and encoding


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \r\n\t\n", "blank"),
        (b"%PDF-1.7 and so on", "a broken PDF"),
        (b"PK\x03\x04\x14\x00", "a broken zip archive"),
        (bytes(range(256)) * 4, "binary"),
        (b"\xff\xfe\x00", "utf-16"),
        (RUSSIAN.encode("gb18030"), "windows-1251"),
    ],
)
def test_what_is_no_text_is_refused_with_its_reason(tmp_path, data, reason):
    (tmp_path / "a.txt").write_text("A text that can be read.")
    (tmp_path / "b.txt").write_bytes(data)
    pages, refused, *_ = load_pages(tmp_path)
    assert pages["source"].tolist() == ["a.txt"]
    assert refused[["source", "bytes"]].to_numpy().tolist() == [["b.txt", len(data)]]
    assert reason in refused["reason"][0]


def test_a_huge_file_a_closed_one_and_a_broken_link_are_refused_by_name(tmp_path, monkeypatch):
    monkeypatch.setattr(readers.page, "LARGEST", 100)
    (tmp_path / "a.txt").write_text("A text that can be read.")
    (tmp_path / "big.txt").write_text("word " * 100)
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    closed = tmp_path / "closed.txt"
    closed.write_text("No one may read this.")
    opening = Path.open
    monkeypatch.setattr(Path, "open", lambda file, *how: _refuse() if file == closed else opening(file, *how))
    refused = load_pages(tmp_path).refused
    reasons = dict(zip(refused["source"], refused["reason"], strict=True))
    assert "500 bytes, the most is 100" in reasons["big.txt"]
    assert reasons["closed.txt"] == "cannot be opened: Permission denied"
    assert reasons["gone.txt"].startswith("cannot be opened: No such file")


def _refuse():
    raise PermissionError(13, "Permission denied")


def test_folders_are_read_in_order_and_notes_and_hidden_files_are_skipped(tmp_path):
    for name in ("b/two.txt", "a.txt", "README.md", "sources.csv", ".hidden", ".git/config", "b/README.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"The text of {name}.")
    pages, refused, *_ = load_pages(tmp_path)
    assert pages["source"].tolist() == ["a.txt", "b/two.txt"] and refused.empty


def test_a_table_of_sources_in_a_folder_within_is_not_used_and_that_is_said(tmp_path):
    (tmp_path / "in").mkdir()
    for name in ("a.txt", "in/b.txt"):
        (tmp_path / name).write_text("One text.")
    for name in ("sources.csv", "in/sources.csv"):
        (tmp_path / name).write_text("file,outlet\nb.txt,Example\n")
    _, _, notes, _ = load_pages(tmp_path)
    assert notes["source"].tolist() == ["in/sources.csv"]
    assert notes["note"][0].startswith("not used: it counts in the folder that is loaded alone; put its lines there")


def test_a_single_file_is_read_under_its_name(tmp_path):
    (tmp_path / "one.txt").write_text("One text.")
    assert load_pages(tmp_path / "one.txt")[0]["source"].tolist() == ["one.txt"]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("nowhere", "is not there.*Give a file or a folder of texts, tables, pages or exports"),
        ("empty", "folder without texts.*Put texts, tables, pages or exports into it"),
        ("unreadable", "no text that can be read: x.txt: empty"),
    ],
)
def test_a_path_that_gives_nothing_raises_and_says_what_to_do(tmp_path, name, message):
    (tmp_path / "empty").mkdir()
    (tmp_path / "unreadable").mkdir()
    (tmp_path / "unreadable" / "x.txt").write_bytes(b"")
    with pytest.raises(InputError, match=message):
        load_pages(tmp_path / name)


def test_a_channel_in_english_chrome_is_recognised_and_an_article_about_posts_is_not():
    channel = "Example\n\n\nPosts filter\n\n\nFirst post\n\n\nForward from: Other\nSecond\n\n\n2 last posts shown."
    article = "Bank raises rates\n\nThe bank showed 20 posts on its channel. A category of news was forwarded."
    assert readers.recognise_format(channel) == "channel"
    assert readers.recognise_format(article) == "article"


def test_every_format_module_keeps_the_contract_of_a_format():
    named = {"article", "channel", "factiva", "lexisnexis", "post", "proquest", "ris", "story"}
    named |= {"exported chat", "telegram copy", "whatsapp chat"}
    assert set(formats()) == named
    for name, module in formats().items():
        assert name == module.FORMAT and module.KIND in ("article", "post")
        assert 0 <= module.recognise("Some text.") <= 1
        layout = module.lay_out(split_lines("Some text."))
        assert [line.text for story in layout.stories for line in story.lines] == ["Some text."]


def test_an_unknown_format_names_those_there_are():
    with pytest.raises(
        InputError, match=r"format='chanel' is not one of \['article', 'channel', .*'factiva', .*'story'.*\].*'channel'"
    ):
        format_module("chanel")


def test_sources_are_read_with_unknown_as_missing(tmp_path):
    (tmp_path / "sources.csv").write_text(f'{COLUMNS}\na.txt,"News, Daily",,en,Yes,2024-12-26,,\n\nb.txt,,,,,,,\n')
    table = load_sources(tmp_path / "sources.csv")
    assert table["outlet"].tolist()[0] == "News, Daily" and table["outlet"].isna().tolist() == [False, True]
    assert table["translated"].tolist()[0] is True and table["translated"].isna()[1]
    assert str(table["published"][0].date()) == "2024-12-26"


def test_the_seeds_sources_name_every_seed_once():
    assert load_sources(SEEDS / "sources.csv")["file"].tolist() == sorted(file.name for file in SEEDS.glob("0*.txt"))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "is empty: its first line names the columns file, outlet"),
        ("outlet,note\nb,c\n", "line 1 lacks the column 'file'"),
        (COLUMNS.replace("outlet", "oulet") + "\n", "line 1: column='oulet' is not one of.*Did you mean 'outlet'"),
        (f"{COLUMNS}\na.txt,,,,maybe,,,\n", r"line 2: translated='maybe' is not one of \['yes', 'no'\]"),
        (f"{COLUMNS}\na.txt,,,,,soon,,\n", "line 2: published='soon' is no date: write YYYY-MM-DD"),
        (f"{COLUMNS}\na.txt,News, Daily,,,,,,\n", "line 2 has 9 cells, its header 8: put a text with commas in"),
        (f"{COLUMNS}\n,News,,,,,,\n", "line 2 has no file"),
        (f"{COLUMNS}\na.txt,,,,,,,\na.txt,,,,,,,\n", r"names \['a.txt'\] more than once"),
    ],
)
def test_a_wrong_sources_file_is_an_error_that_names_the_line_and_the_choices(tmp_path, text, message):
    (tmp_path / "sources.csv").write_text(text)
    with pytest.raises(InputError, match=message):
        load_sources(tmp_path / "sources.csv")


def test_a_sources_file_that_is_not_there_says_which_columns_it_has(tmp_path):
    with pytest.raises(InputError, match=HEADER):
        load_sources(tmp_path / "sources.csv")


def test_a_file_that_a_reader_fails_on_costs_the_others_nothing(tmp_path, monkeypatch):
    (tmp_path / "a.txt").write_text("A text that can be read.")
    (tmp_path / "b.txt").write_text("A text that breaks its reader.")
    decoding = readers.containers.plain_text.decode_text
    monkeypatch.setattr(
        readers.containers.plain_text, "decode_text", lambda data: decoding(data) if b"can" in data else 1 / 0
    )
    pages, refused, *_ = load_pages(tmp_path)
    assert pages["source"].tolist() == ["a.txt"]
    assert refused["reason"].tolist() == [
        "its reader failed on it (ZeroDivisionError: division by zero); save it in another format, or tell us"
    ]


def test_a_few_nul_characters_are_left_out_with_their_reason_and_many_are_no_text(tmp_path):
    """The text has 104 characters; one NUL in 105 bytes is a mistake, two in 106 are none."""
    text = (
        "The council voted on Monday to close the bridge. " + "The mayor said that it was old and would be mended soon"
    )
    assert len(text) == 104
    for encoding, word in (("utf-8", "soon"), ("cp1252", "soön")):
        (tmp_path / "a.txt").write_bytes(text.replace("soon", word).encode(encoding).replace(b"mayor", b"may\x00or"))
        corpus = load_corpus(tmp_path / "a.txt")
        assert corpus.documents["text"].tolist() == [text.replace("soon", word)]
        assert corpus.removed[["reason", "text"]].values.tolist() == [["control character", "\x00"]]
    (tmp_path / "a.txt").write_bytes(text.encode().replace(b"mayor", b"m\x00ay\x00or"))
    with pytest.raises(InputError, match="binary: it holds NUL bytes and is not UTF-16"):
        load_corpus(tmp_path / "a.txt")


def test_a_files_name_that_is_no_utf8_is_shown_with_its_odd_bytes_by_number(tmp_path):
    odd = os.fsdecode(b"caf\xe9.txt")
    try:
        (tmp_path / odd).write_text("A text of the café.")
    except OSError:
        pytest.skip("this file system takes no such name")
    (tmp_path / "ok.txt").write_text("Another text.")
    pages, refused, _, files = load_pages(tmp_path)
    assert pages["source"].tolist() == files["source"].tolist() == [r"caf\xe9.txt", "ok.txt"] and refused.empty
    assert load_pages(tmp_path / odd).pages["source"].tolist() == [r"caf\xe9.txt"]
