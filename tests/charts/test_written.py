"""Tables as files: the CSV is cut, the Parquet file beside it holds all, and a note and the page say so."""

import pandas as pd
import pytest

from analysis.charts import show as showing
from analysis.charts import written
from analysis.charts.written import make_table_files

LONG = pd.DataFrame({"term": [f"w{n}" for n in range(30)], "mixed": [1, "a", None] * 10, "share": [1 / 3] * 30})


@pytest.fixture
def small(monkeypatch):
    """Files of twenty rows at most."""
    monkeypatch.setattr(written, "MOST_WRITTEN", 20)


def test_a_short_table_is_a_csv_alone(tmp_path):
    files = make_table_files(LONG, "short")
    files.write(tmp_path)
    assert files.tell("tables/") == "all are in tables/short.csv"
    assert [path.name for path in tmp_path.iterdir()] == ["short.csv"]


def test_a_table_of_many_rows_is_written_whole_as_parquet_and_its_first_rows_as_csv(tmp_path, small):
    files = make_table_files(LONG, "long")
    files.write(tmp_path)
    assert files.tell() == "the first 20 are in long.csv, all in long.parquet"
    assert (tmp_path / "long-note.txt").read_text() == "Of 30 rows the first 20 are in long.csv, all in long.parquet.\n"
    assert pd.read_csv(tmp_path / "long.csv")["term"].tolist() == LONG["term"].tolist()[:20]
    whole = pd.read_parquet(tmp_path / "long.parquet")
    assert whole["term"].tolist() == LONG["term"].tolist() and whole["mixed"].tolist()[:2] == ["1", "a"]
    assert whole["share"].tolist() == pytest.approx([1 / 3] * 30, rel=1e-7)


def test_a_page_says_where_the_rows_are_that_it_does_not_show(tmp_path, small, monkeypatch):
    shown = []
    monkeypatch.setattr(showing, "display", lambda page: shown.append(page.data))
    monkeypatch.setitem(showing._written, "to", str(tmp_path))
    showing.show_table(LONG, "long", most=5)
    assert "5 of 30 rows shown; the first 20 are in tables/long.csv, all in tables/long.parquet." in shown[0]
    monkeypatch.setitem(showing._written, "to", "")
    showing.show_table(LONG, "long", most=5)
    assert "5 of 30 rows shown." in shown[1], "nothing was written"


def test_a_table_does_not_hide_one_row_alone(monkeypatch):
    shown = []
    monkeypatch.setattr(showing, "display", lambda page: shown.append(page.data))
    monkeypatch.setitem(showing._written, "to", "")
    showing.show_table(LONG.head(10), "nearly", most=9)
    showing.show_table(LONG.head(11), "over", most=9)
    assert "rows shown" not in shown[0] and shown[0].count("<tr") == shown[1].count("<tr") + 1
    assert "9 of 11 rows shown." in shown[1]


def test_a_table_of_long_texts_is_cut_by_its_bytes_at_the_end_of_a_row(tmp_path, monkeypatch):
    monkeypatch.setattr(written, "MOST_CSV", 1_000)
    texts = pd.DataFrame({"text": ["two\nlines, " * 10] * 30})
    kept = make_table_files(texts, "texts")
    kept.write(tmp_path)
    assert (tmp_path / "texts.csv").stat().st_size <= 1_000
    assert 6 <= kept.in_csv == len(pd.read_csv(tmp_path / "texts.csv")) <= 8, "a row has some 120 bytes"
    assert pd.read_csv(tmp_path / "texts.csv")["text"].tolist() == texts["text"].tolist()[: kept.in_csv]


def test_a_table_too_large_even_for_parquet_is_cut_there_too_and_says_so(tmp_path, small, monkeypatch):
    monkeypatch.setattr(written, "MOST_PARQUET", 3_000)
    table = pd.DataFrame({"number": range(10_000), "other": [n * n % 9973 for n in range(10_000)]})
    kept = make_table_files(table, "huge")
    kept.write(tmp_path)
    assert 20 < kept.in_parquet == len(pd.read_parquet(tmp_path / "huge.parquet")) < 10_000
    assert (
        kept.tell()
        == f"the first 20 are in huge.csv, the first {kept.in_parquet:,} in huge.parquet; no larger file is kept"
    )


def test_of_a_table_that_is_cut_the_first_of_each_group_are_kept(tmp_path, small):
    ranked = pd.DataFrame({"group": ["a"] * 15 + ["b"] * 15, "rank": [*range(15), *range(15)]})
    make_table_files(ranked, "ranked", cut_by="rank").write(tmp_path)
    assert pd.read_csv(tmp_path / "ranked.csv")["group"].tolist() == ["a", "b"] * 10
    make_table_files(ranked.head(18), "whole", cut_by="rank").write(tmp_path)
    kept = pd.read_csv(tmp_path / "whole.csv")["group"].tolist()
    assert kept == ["a"] * 15 + ["b"] * 3, "a whole table keeps its order"


@pytest.mark.parametrize("rows", [0, 1, 30])
def test_tables_of_any_types_are_written(tmp_path, small, rows):
    table = LONG.assign(when=pd.Timestamp("2024-05-01"), yes=True, none=None).head(rows)
    files = make_table_files(table, "any")
    files.write(tmp_path)
    assert (files.rows, files.in_csv, files.in_parquet) == (rows, min(rows, 20), 30 if rows == 30 else 0)
