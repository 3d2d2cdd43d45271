"""events.csv: read beside a corpus, never as one of its texts."""

import pytest

from analysis.errors import InputError
from analysis.texts.readers.events import load_events
from analysis.texts.readers.listing import list_files


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a.txt").write_text("A text.", encoding="utf-8")
    return tmp_path


def write(folder, text, encoding="utf-8"):
    (folder / "events.csv").write_bytes(text.encode(encoding))
    return folder


def test_events_are_read_in_the_order_of_their_dates_whatever_the_delimiter(folder):
    events = load_events(write(folder, 'Label;date;note\n"Second; really";2019-12-02;x\nFirst;1 May 2018\n\n'))
    assert [(str(day.date()), label) for day, label in events.itertuples(index=False)] == [
        ("2018-05-01", "First"),
        ("2019-12-02", "Second; really"),
    ]


def test_events_lie_beside_a_file_too_and_without_them_there_are_none(folder):
    assert load_events(folder).empty and load_events(folder / "nowhere").empty
    write(folder, "date,label\n2019-12-02,COP25\n")
    assert len(load_events(folder / "a.txt")) == 1


def test_events_are_no_text_and_a_corpus_that_is_called_so_has_none(folder):
    write(folder, "date,label\n2019-12-02,COP25\n")
    assert list_files(folder).names == ["a.txt"]
    assert load_events(folder / "events.csv").empty


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ("date,label\n2019-13-40,X\n", "line 2: date='2019-13-40' is no date"),
        ("date,label\n\n2019-12-02,X\n,Y\n", "line 4: has no date"),
        ("date,label\n2019-12-02,\n", "line 2: has no label"),
        ("day,what\n2019-12-02,X\n", r"line 1 lacks the columns \['date', 'label'\]"),
        ("", "line 1 lacks the columns"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(folder, lines, message):
    with pytest.raises(InputError, match=f"events.csv {message}"):
        load_events(write(folder, lines))
