"""Dates: what is written is read as exactly as it is said, and nothing is guessed or filled in."""

from datetime import date, datetime

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.errors import InputError
from analysis.texts.dates import find_order, parse_dates, tell_unread_dates


def said(value, language=None):
    """A value's date as text, as far as it is said: 2024, 2024-12, 2024-12-26, 2024-12-26 11:43:05."""
    found = parse_dates([value], [language])[0]
    forms = {"year": "%Y", "month": "%Y-%m", "day": "%Y-%m-%d", "time": "%Y-%m-%d %H:%M:%S"}
    return found and found.when.strftime(forms[found.precision])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # English
        ("26 December 2024", "2024-12-26"),
        ("December 26, 2024", "2024-12-26"),
        ("Sept. 5, 2023", "2023-09-05"),
        ("5 January 2024, Friday", "2024-01-05"),
        ("Friday 5 January 2024 17.20 GMT", "2024-01-05 17:20:00"),
        ("Dec. 26, 2024 11:43 a.m. ET", "2024-12-26 11:43:00"),
        ("Dec 26, 2024, 11:43:05 PM UTC", "2024-12-26 23:43:05"),
        ("12:05 a.m., December 26, 2024", "2024-12-26 00:05:00"),
        ("Jan. 5th, 2021 at 5:30 p.m. EST", "2021-01-05 17:30:00"),
        # Russian and Ukrainian
        ("26 декабря 2024 г., 12:05", "2024-12-26 12:05:00"),
        ("26 дек. 2024, 11:43", "2024-12-26 11:43:00"),
        ("среда, 3 января 2024", "2024-01-03"),
        ("3 мая 2023 года в 11:43 (мск)", "2023-05-03 11:43:00"),
        ("12 травня 2023 р.", "2023-05-12"),
        # German, French, Spanish, Kazakh, Chinese
        ("Montag, 4. März 2019", "2019-03-04"),
        ("26. Dezember 2024, 11.43 Uhr", "2024-12-26 11:43:00"),
        ("le 3 mars 2019", "2019-03-03"),
        ("1er janvier 2020 à 11h43", "2020-01-01 11:43:00"),
        ("27/03/2020 a les 11:43h", "2020-03-27 11:43:00"),
        ("3 de marzo de 2019", "2019-03-03"),
        ("miércoles, 3 de enero de 2024", "2024-01-03"),
        ("2019 жылғы 3 наурыз", "2019-03-03"),
        ("3 наурыз 2019 ж.", "2019-03-03"),
        ("2024年12月26日", "2024-12-26"),
        # machines
        ("2024-12-26", "2024-12-26"),
        ("2024-12-26T11:43:00+03:00", "2024-12-26 11:43:00"),
        ("2024-12-26T11:43:05.123Z", "2024-12-26 11:43:05"),
        ("20241226T114305Z", "2024-12-26 11:43:05"),
        ("Thu, 26 Dec 2024 11:43:00 +0300", "2024-12-26 11:43:00"),
        ("Thu Dec 26 11:43:00 +0000 2024", "2024-12-26 11:43:00"),
        ("Thu Dec 26 2024 11:43:00 GMT+0300 (Moscow Standard Time)", "2024-12-26 11:43:00"),
        # numbers, where one reading alone is a date
        ("26.12.2024", "2024-12-26"),
        ("12/31/2024", "2024-12-31"),
        ("05/05/2024", "2024-05-05"),
        # labels: the published one counts
        ("Published: 3 May 2023, 11:43", "2023-05-03 11:43:00"),
        ("Published 3 May 2023 Updated 4 May 2023", "2023-05-03"),
        ("Updated 4 May 2023 / Published 3 May 2023", "2023-05-03"),
        ("Jan 2, 2024 (updated Jan 3, 2024)", "2024-01-02"),
        ("Опубликовано 3 мая 2023, обновлено 4 мая 2023", "2023-05-03"),
        ("Publié le 3 mars 2019 à 10h00, mis à jour le 4 mars 2019 à 11h00", "2019-03-03 10:00:00"),
        ("Zuletzt aktualisiert am 3. März 2019 um 10:00 Uhr", "2019-03-03 10:00:00"),
    ],
)
def test_a_date_is_read_in_the_forms_of_news(text, expected):
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-01", "2024-01"),
        ("January 2024", "2024-01"),
        ("январь 2024", "2024-01"),
        ("Januar 2024", "2024-01"),
        ("enero de 2024", "2024-01"),
        ("01/2024", "2024-01"),
        ("2024", "2024"),
        ("2024 г.", "2024"),
    ],
)
def test_a_month_stays_a_month_and_a_year_a_year(text, expected):
    assert said(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "05/06/2024", "01.02.2019", "5-6-2024", "24.12.26", "3. März", "March 3", "26 Dec", "11:43", "today",
        "2 hours ago", "вчера в 11:43", "30 February 2024", "2024-13-45", "31.06.2024", "In January 2022", "nan", "",
        "2024-12-26 25:00", "The talks began on December 26, 2024.", "Version 1.2.2024.5", "12", "123", "none", "May",
        "9" * 500, "2024-" * 40,
    ],
)  # fmt: skip
def test_what_is_no_date_or_could_be_two_is_not_read(text):
    assert parse_dates([text]) == [None]


def test_dates_in_numbers_are_settled_by_the_others_of_their_column():
    assert [found.when.day for found in parse_dates(["05/06/2024", "25/12/2024"])] == [5, 25]
    assert [found.when.day for found in parse_dates(["05/06/2024", "12/25/2024"])] == [6, 25]
    both = parse_dates(["05/06/2024", "25/12/2024", "12/25/2024"])
    assert [found and found.when.day for found in both] == [None, 25, 25]


def test_the_order_of_a_column_is_what_its_values_show():
    assert find_order(["05/06/2024", "25/12/2024"]) == "day first"
    assert find_order(["05/06/2024", "12/25/2024", None]) == "month first"
    assert find_order(["05/06/2024", "2024-12-25", "25 Dec 2024"]) == "unknown"
    assert find_order(["25/12/2024", "12/25/2024"]) == "contradictory"


def test_dates_with_full_stops_are_day_first_in_russian_german_and_kazakh():
    assert [said("01.02.2019", language) for language in ("ru", "de", "kk")] == ["2019-02-01"] * 3
    assert said("01/02/2019", "ru") is None and said("01.02.2019", "en") is None
    assert parse_dates(["01.02.2019", "12.25.2018", "25.12.2018"], ["ru"] * 3)[0] is None


def test_a_weekday_says_which_of_two_readings_is_meant():
    assert datetime(2024, 5, 6).weekday() == 0 and datetime(2024, 6, 5).weekday() == 2
    assert said("Mon 05/06/2024") == "2024-05-06" and said("среда, 05/06/2024") == "2024-06-05"
    assert said("Sunday 05/06/2024") is None


def test_two_digits_are_a_year_only_where_nothing_else_is_possible():
    assert [said(text) for text in ("31.12.99", "12/31/24", "26-Dec-24", "24.12.26", "01/02/03")] == [
        "1999-12-31", "2024-12-31", "2024-12-26", None, None,
    ]  # fmt: skip


def test_two_digits_of_a_year_are_settled_by_the_order_of_the_column_or_the_language():
    days = [found and found.when for found in parse_dates(["05/06/24", "26/12/24", "31/12/99"])]
    assert days == [datetime(2024, 6, 5), datetime(2024, 12, 26), datetime(1999, 12, 31)]
    assert [found and found.when for found in parse_dates(["05/06/24", "26/12/24", "12/31/24"])] == [
        datetime(2024, 5, 6), None, datetime(2024, 12, 31),
    ]  # fmt: skip
    assert said("26.12.24, 11:43", "ru") == "2024-12-26 11:43:00" and said("26.12.24, 11:43") is None


@pytest.mark.parametrize(
    ("values", "days"),
    [
        (["31.12.19", "01.02.20"], ["2019-12-31", "2020-02-01"]),  # as years 31 and 1, thirty apart; else 19 and 20
        (["01/02/19", "25/02/19"], ["2019-02-01", "2019-02-25"]),
        (["01/02/99", "25/02/24"], ["1999-02-01", "2024-02-25"]),  # 99 is no day
        (["24.12.26", "25.01.03"], [None, None]),  # as years 24 and 25; else 26 and 3
        (["01/02/19", "02/03/19"], [None, None]),  # no first number over 12
        (["19-02-25", "20-03-26"], [None, None]),
        (["25/02/19"], [None]),
    ],
)
def test_a_column_shows_that_its_dates_end_in_their_years_of_two_digits(values, days):
    assert [found and str(found.when.date()) for found in parse_dates(values)] == days


def test_a_period_of_pandas_is_read_as_exactly_as_all_of_it_is():
    given = {"M": "2019-02", "D": "2019-02-03", "Y": "2019", "Q": "2019Q2", "h": "2019-02-03 05:00"}
    found = parse_dates([pd.Period(value, freq) for freq, value in given.items()])
    assert [(str(one.when), one.precision) for one in found] == [
        ("2019-02-01 00:00:00", "month"), ("2019-02-03 00:00:00", "day"), ("2019-01-01 00:00:00", "year"),
        ("2019-01-01 00:00:00", "year"), ("2019-02-03 05:00:00", "time"),
    ]  # fmt: skip


def test_numbers_are_what_all_numbers_of_the_column_can_be():
    noon = datetime(2024, 12, 26, 12)
    seconds = int((noon - datetime(1970, 1, 1)).total_seconds())
    days = (noon - datetime(1899, 12, 30)).days
    for column in ([seconds], [seconds * 1000], [str(seconds)], [float(seconds), float("nan")], [days + 0.5]):
        found = parse_dates(column)[0]
        assert (found.when, found.precision) == (noon, "time")
    assert [found.precision for found in parse_dates([days, days + 1])] == ["day", "day"]
    assert said(days) == "2024-12-26" and said("20241226") == "2024-12-26" and said(2024) == "2024"
    assert parse_dates([days, 12, None, True]) == [None, None, None, None]
    assert [found and found.when for found in parse_dates([seconds, 0])] == [noon, None]


def test_dates_of_python_and_pandas_keep_their_wall_clock_and_midnights_alone_are_days():
    moscow = pd.Timestamp("2024-12-26 11:43", tz="Europe/Moscow")
    found = parse_dates([moscow, pd.NaT, date(2024, 12, 26), datetime(2024, 12, 27)])
    assert [entry and tuple(entry) for entry in found] == [
        (datetime(2024, 12, 26, 11, 43), "time"), None,
        (datetime(2024, 12, 26), "day"), (datetime(2024, 12, 27), "time"),
    ]  # fmt: skip
    days = pd.Series(pd.to_datetime(["2024-12-26", "2024-12-27"]))
    assert [entry.precision for entry in parse_dates(days)] == ["day", "day"]
    assert said("2024-12-26 00:00:00") == "2024-12-26"


def test_as_many_languages_as_values():
    with pytest.raises(InputError, match="languages has 1 entries, values 2"):
        parse_dates(["2024", "2025"], ["en"])


@given(st.lists(st.one_of(st.text(max_size=40), st.floats(), st.integers(), st.none(), st.datetimes(), st.binary())))
def test_any_column_gives_one_date_or_none_a_value(values):
    assert len(parse_dates(values)) == len(values)


@given(st.datetimes(datetime(1900, 1, 1), datetime(2099, 12, 31)).map(lambda when: when.replace(microsecond=0)))
def test_what_python_writes_is_read_back(when):
    for form in ("%Y-%m-%dT%H:%M:%S", "%d %B %Y %H:%M:%S", "%a, %d %b %Y %H:%M:%S +0000", "%b %d, %Y, %I:%M:%S %p"):
        found = parse_dates([when.strftime(form)])[0]
        assert found.when == when


def test_what_was_not_read_of_a_column_is_counted_and_told():
    values = ["05/06/2024", "06/07/2024", "soon", "31.12.99", "2024-01-02", None, "", float("nan")]
    assert tell_unread_dates(values, parse_dates(values)) == [
        "1 date not read, for they are none ('soon')",
        "2 dates read day first, as others or the language show",
        "1 date with a year of two digits read as one of 1969 to 2068",
    ]
    values = ["05/06/2024", "25/06/2024", "06/25/2024"]
    assert tell_unread_dates(values, parse_dates(values)) == [
        "1 date not read, for day and month could be swapped ('05/06/2024'); the column writes dates both ways"
    ]
    assert tell_unread_dates(["2024-01-02", 45652], parse_dates(["2024-01-02", 45652])) == []


def test_years_and_days_in_digits_stand_beside_others_and_a_point_nought_is_nothing():
    assert [found.precision for found in parse_dates(["2024", "20241226", "2024-12"])] == ["year", "day", "month"]
    assert said("2024.0") == "2024" and said("20241226.0") == "2024-12-26"


def test_spanish_a_stands_before_the_date_of_an_update():
    written = parse_dates(["27/11/2017 01:57 | Actualizado a 28/11/2017 19:20"])[0]
    assert (str(written.when), written.precision) == ("2017-11-27 01:57:00", "time")
