"""A corpus cleaned in parts: each part by itself, with what must be known of all, gives the tables of the whole."""

from io import BytesIO

import pandas as pd
import pytest

from analysis.tables import check_table
from analysis.texts.cleaning import Cleaned, clean_pages, clean_partition
from analysis.texts.cleaning.account import account_for_files, join_accounts
from analysis.texts.cleaning.known import list_unread, match_sources, outlets_of, stems_of
from analysis.texts.cleaning.line_counts import LineCounts, count_places, join_line_counts, list_lines
from analysis.texts.cleaning.outlets import assign_outlets, count_outlets, join_outlets
from analysis.texts.cleaning.repeated import assign_repeated_lines, choose_repeated_lines

NOTICE = "For the Daily Bridge, subscribe to our newsletters."


def write_and_load(table):
    """The table as it comes back from Parquet."""
    file = BytesIO()
    table.to_parquet(file)
    return pd.read_parquet(BytesIO(file.getvalue()))


def clean_in_parts(parts, sources):
    """Clean the parts round by round, all that goes from one to the next through Parquet."""
    names = [source for part in parts for source in part["source"]]
    stems, known = stems_of(names), match_sources(sources, names)
    outlets = [outlets_of(part, known) for part in parts]
    lines = [write_and_load(list_lines(part, said)) for part, said in zip(parts, outlets, strict=True)]
    counts = LineCounts(*map(write_and_load, join_line_counts(lines)))
    places = [write_and_load(count_places(mine, counts, part)) for mine, part in zip(lines, parts, strict=True)]
    repeated = write_and_load(choose_repeated_lines(places, counts))
    cleaned = [
        clean_partition(part, stems, known, assign_repeated_lines(part, said, repeated))
        for part, said in zip(parts, outlets, strict=True)
    ]
    renamed, joined = join_outlets([write_and_load(count_outlets(one.documents)) for one in cleaned])
    cleaned = [one._replace(documents=assign_outlets(one.documents, renamed)) for one in cleaned]
    documents, spans, removed, notes = (pd.concat(tables, ignore_index=True) for tables in zip(*cleaned, strict=True))
    notes = pd.concat([notes, list_unread(known, names), joined], ignore_index=True)
    return Cleaned(check_table(documents, "documents"), spans, removed, notes)


@pytest.fixture(scope="module")
def corpus():
    """Seven pages: two files share a stem, one page holds nothing but blanks, three hold a notice of their outlet."""
    story = "The bridge of {0} closes\n\nThe council of {0} voted on Monday to close its old bridge, and few cheered."
    places = ["Riga", "Vilnius", "Tallinn", "Oslo", "Bergen"]
    texts = [story.format(place) for place in places]
    texts = [text + "\n\n" + NOTICE if at % 2 == 0 else text for at, text in enumerate(texts)] + [" \n", texts[1]]
    names = ["a/1.txt", "b/1.txt", "c.txt", "d.txt", "e.txt", "f.txt", "table.csv#row=1"]
    pages = pd.DataFrame({"source": names, "format": "article", "text": texts, "number": [None] * 6 + ["1"]})
    sources = pd.DataFrame(
        {
            "file": ["a/1.txt", "C.TXT", "e.txt", "g.txt", "table.csv"],
            "outlet": ["Daily A", "daily a", "Daily A", "B", "B"],
        }
    )
    return pages.astype({"number": "str"}), sources


@pytest.mark.parametrize("cuts", [[7], [1, 1, 1, 1, 1, 1, 1], [3, 4], [2, 0, 5], [6, 1]])
def test_parts_give_the_tables_of_the_whole_wherever_they_are_cut(corpus, cuts):
    pages, sources = corpus
    whole = clean_pages(pages, sources)
    ends = pd.Series(cuts).cumsum()
    cut = clean_in_parts([pages.iloc[end - size : end] for size, end in zip(cuts, ends, strict=True)], sources)
    for one, other in zip(whole, cut, strict=True):
        pd.testing.assert_frame_equal(one, other, check_exact=True)


def test_the_whole_knows_what_no_part_knows(corpus):
    """The notice stands once in each of three pages; 1.txt are two files; C.TXT is c.txt, daily a is Daily A."""
    whole = clean_pages(*corpus)
    assert whole.removed["text"].tolist().count(NOTICE) == 3
    assert whole.documents["doc_id"].tolist()[:3] == ["a/1.txt-01", "b/1.txt-01", "c-01"]
    assert whole.documents["outlet"].dropna().tolist() == ["Daily A", "Daily A", "Daily A", "B"]
    assert whole.notes["source"].tolist() == ["f.txt", "g.txt", "c.txt"]


def test_accounts_of_parts_are_summed_by_file():
    """A table's first row has 8 characters, its second 9: one file of 17."""
    pages = pd.DataFrame(
        {
            "source": ["t.csv#row=1", "t.csv#row=2", "u.txt"],
            "format": "article",
            "text": ["One two.", "Three two", "Four."],
        }
    ).assign(number=pd.Series(["1", "2", None], dtype="str"))
    files = pd.DataFrame({"source": ["t.csv", "u.txt"], "format": ["table", "article"], "encoding": ["utf-8", None]})

    def count(cleaned):
        return account_for_files(cleaned.documents, cleaned.spans, cleaned.removed, files)

    stems = stems_of(pages["source"])
    parts = [count(clean_partition(pages.iloc[at : at + 1], stems)) for at in range(3)]
    joined = join_accounts(map(write_and_load, parts))
    pd.testing.assert_frame_equal(joined, count(clean_pages(pages)), check_exact=True)
    assert joined[["source", "documents", "characters"]].to_numpy().tolist() == [["t.csv", 2, 17], ["u.txt", 1, 5]]
