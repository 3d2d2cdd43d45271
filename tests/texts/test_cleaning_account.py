"""The account of a corpus: by file, by reason, by group and date; its charts and readings."""

import pandas as pd
import pytest

from analysis.charts import corpus as charts
from analysis.charts.theme import Chart, NoChart
from analysis.errors import InputError
from analysis.estimates.periods import choose_period
from analysis.prose import corpus as readings
from analysis.texts.cleaning import account, clean_pages
from analysis.texts.readers.page import PLACE


def make_cleaned(*texts):
    sources = [f"p{number}.txt" for number in range(len(texts))]
    return clean_pages(pd.DataFrame({"source": sources, "format": "article", "text": list(texts)}))


@pytest.fixture
def two_pages():
    """Page 0: 9 characters of text with its blanks ("One two.\\n"), 11 of furniture; page 1: furniture alone."""
    return make_cleaned("One two.\nSource link", "Leave a Reply")


@pytest.fixture
def documents():
    table = pd.DataFrame(
        {
            "doc_id": ["a", "b", "c", "d"],
            "source": ["f", "f", "g", "h"],
            "kind": ["article", "post", "post", "post"],
            "outlet": ["News", "News", "Mail", None],
            "language": ["en", "en", "ru", None],
            "translated": pd.array([True, None, None, None], dtype="boolean"),
            "text": ["One.", "Two.", "Three.", "Four."],
            "title": ["Title", None, None, None],
            "words": [100, 300, 50, 10],
            "published": pd.to_datetime(["2024-01-05", "2024-03-01", None, "2024-03-09"]),
            "published_from": ["sources", "page", None, "sources"],
            "forwarded_from": [None, None, "Other", None],
            "published_precision": ["day", "day", None, "day"],
            "copy_of": [None, None, None, "a"],
        }
    )
    return table.astype({"outlet": "str", "language": "str"})


def test_each_files_characters_are_kept_or_removed_and_add_up(two_pages):
    files = account.account_for_files(two_pages.documents, two_pages.spans, two_pages.removed)
    assert files[["source", "documents", "words", "characters", "kept", "removed"]].to_numpy().tolist() == [
        ["p0.txt", 1, 2, 20, 9, 11],
        ["p1.txt", 0, 0, 13, 0, 13],
    ]
    assert files["share_removed"].tolist() == [0.55, 1.0]


def test_the_seeds_account_adds_up_to_their_characters(seed_pages, cleaned_seeds):
    files = account.account_for_files(cleaned_seeds.documents, cleaned_seeds.spans, cleaned_seeds.removed)
    lengths = seed_pages.set_index("source")["text"].str.len()
    assert files.set_index("source")["characters"].sort_index().tolist() == lengths.sort_index().tolist()


def test_reasons_are_counted_with_their_longest_passage(two_pages):
    reasons = account.count_removed(two_pages.removed)
    assert reasons.to_numpy().tolist() == [
        ["comment form", 1, 1, 13, "Leave a Reply"],
        ["source link", 1, 1, 11, "Source link"],
    ]


def test_rows_and_messages_of_a_file_are_one_file(two_pages):
    removed = pd.concat([two_pages.removed.assign(source=f"a.csv{PLACE}{row}", reason="one") for row in (1, 2, 3)])
    assert account.count_removed(removed)[["runs", "files"]].to_numpy().tolist() == [[6, 1]]


def test_passages_to_check_take_turns_between_reasons():
    removed = make_cleaned("One two.\nSource link\nLeave a Reply\nPost Comment").removed
    assert account.pick_removed(removed, 2)["reason"].tolist() == ["comment form", "source link"]
    assert len(account.pick_removed(removed, 9)) == 3


def test_documents_and_words_are_counted_by_group_with_the_unknown_named(documents):
    counts = account.count_documents(documents, "outlet")
    assert counts.to_numpy().tolist() == [
        ["News", 2, 400, 400 / 460, 100, 200.0, 300],
        ["Mail", 1, 50, 50 / 460, 50, 50.0, 50],
        ["not known", 1, 10, 10 / 460, 10, 10.0, 10],
    ]
    with pytest.raises(InputError, match=r"by='oulet' is not one of.*Did you mean 'outlet'"):
        account.count_documents(documents, "oulet")


def test_periods_without_documents_are_counted_as_nought(documents):
    periods = account.count_periods(documents, "month")
    totals = periods.groupby("start")["documents"].sum()
    assert [(f"{month:%Y-%m}", count) for month, count in totals.items()] == [
        ("2024-01", 1),
        ("2024-02", 0),
        ("2024-03", 2),
    ]
    assert account.count_periods(documents.iloc[2:3]).empty
    with pytest.raises(InputError, match=r"period='fortnight' is not one of \['day', 'week', 'month',"):
        account.count_periods(documents, "fortnight")


def test_documents_are_counted_by_the_period_that_everything_else_is_followed_by(documents):
    assert account.period_for(documents) == choose_period(documents) == "year"
    assert account.period_for(pd.concat([documents.iloc[[0]]] * 5)) == "day"


def test_a_bar_is_as_long_as_its_reason_has_characters(two_pages):
    chart = charts.removed_bars(account.count_removed(two_pages.removed), files=2, characters=33)
    assert [bar.get_width() for bar in chart.figure.axes[0].patches] == [13, 11]
    assert [label.get_text() for label in chart.figure.axes[0].get_yticklabels()] == ["comment form", "source link"]
    assert "24 of 33 characters (72.7%)" in chart.alt


def test_groups_beyond_the_most_are_drawn_as_one_bar(documents):
    many = pd.concat([documents.iloc[:1].assign(outlet=f"Outlet {n:02d}", words=100) for n in range(25)])
    chart = charts.words_bars(account.count_documents(many, "outlet"), "outlet")
    assert [bar.get_width() for bar in chart.figure.axes[0].patches] == [100] * 20 + [500]
    assert chart.figure.axes[0].get_yticklabels()[-1].get_text() == "5 others"


def test_every_document_is_a_dot_at_its_length(documents):
    chart = charts.length_dots(documents)
    drawn = sorted(x for dots in chart.figure.axes[0].collections[:2] for x, _ in dots.get_offsets())
    assert drawn == [10, 50, 100, 300]


@pytest.mark.parametrize(
    "words, ticks",
    [
        ([26, 26, 26], ["20", "25", "30", "35"]),
        ([40, 130], ["30", "40", "50", "70", "100", "150"]),
        ([100, 4000], ["100", "200", "500", "1,000", "2,000", "5,000"]),
        ([2, 90_000], ["10", "100", "1,000", "10,000", "100,000"]),
        ([1, 1], ["1"]),
    ],
)
def test_an_axis_of_lengths_has_round_numbers_however_narrow_it_is(documents, words, ticks):
    few = documents.head(1).merge(pd.DataFrame({"words": words}), how="cross", suffixes=("_old", ""))
    axes = charts.length_dots(few).figure.axes[0]
    assert [f"{tick:,.0f}" for tick in axes.get_xticks()] == ticks


def test_there_is_no_chart_where_it_would_say_nothing(documents):
    few = charts.date_bars(account.count_periods(documents), "month", undated=1)
    assert isinstance(few, NoChart) and few.reason == "only 3 of 4 documents have a date"
    one = charts.words_bars(account.count_documents(documents.iloc[:2], "outlet"), "outlet")
    assert isinstance(one, NoChart) and one.reason == "there is only one: News"
    assert isinstance(charts.removed_bars(account.count_removed(make_cleaned("One.").removed), 1, 4), NoChart)


def test_dated_documents_are_stacked_by_where_their_dates_come_from(documents):
    many = pd.concat([documents] * 3)
    chart = charts.date_bars(account.count_periods(many, "month"), "month", undated=3)
    assert isinstance(chart, Chart)
    assert sorted(bar.get_height() for bar in chart.figure.axes[0].patches) == [0, 0, 0, 3, 3, 3]


def test_the_readings_say_the_numbers_of_their_tables(two_pages, documents):
    files = account.account_for_files(two_pages.documents, two_pages.spans, two_pages.removed)
    refused = pd.DataFrame({"source": ["x.pdf"], "reason": ["not plain text but a PDF"], "bytes": [9]})
    steps = pd.DataFrame({"step": ["kind = post"], "before": [4], "after": [3]})
    said = readings.tell_files(files, refused, steps)
    assert "**2 files read: 1 document of 2 words.**" in said and "x.pdf (not plain text but a PDF)" in said
    assert "No text is left of 1 file: p1.txt" in said and "Filter kind = post: 4 -> 3 documents." in said
    removed = readings.tell_removed(account.count_removed(two_pages.removed), files)
    assert "Of 33 characters, 9 are text and 24 (72.7%) were left out" in removed and "Look at what is left" in removed
    groups = readings.tell_sizes(account.count_documents(documents, "outlet"), "outlet", "outlet")
    assert "*News*: 87% of the words (2 documents)" in groups and "More than half of the corpus" in groups
    assert "2 documents have under" not in readings.tell_lengths(documents)
    assert "1 document has under 50 words" in readings.tell_lengths(documents)
    dates = readings.tell_dates(documents)
    assert "3 of 4 documents have a date, 2024-01-05 to 2024-03-09: 2 from sources.csv and 1 from the page" in dates
    assert "may be the day on which it was saved" in dates
    languages = readings.tell_languages(documents, account.count_documents(documents, "language"))
    assert "en (2 documents) and ru (1 document)" in languages and "1 document too short to tell" in languages
    forwarded = readings.tell_forwarded(documents)
    assert forwarded == "1 post (25% of the documents) forwarded, from *Other* (1)."
