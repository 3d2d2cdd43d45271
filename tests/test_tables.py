import pandas as pd
import pytest

from analysis.errors import InputError
from analysis.tables import COLUMNS, check_table, make_table


def test_every_table_can_be_empty_and_keeps_its_columns_and_types():
    for name, columns in COLUMNS.items():
        table = make_table(name)
        assert list(table) == list(columns) and table.empty
        assert {column: str(kind) for column, kind in table.dtypes.items()} == columns


def test_columns_not_given_are_missing_and_extra_ones_come_last():
    table = make_table("quotes", [{"doc_id": "a", "start": 0, "end": 2, "text": "hi", "kind": "direct", "mark": "«"}])
    assert pd.isna(table.loc[0, "speaker"]) and pd.isna(table.loc[0, "speaker_start"])
    assert list(table)[-1] == "mark"


@pytest.mark.parametrize(
    ("name", "rows", "message"),
    [
        ("documents", {"doc_id": ["a", "a"], "words": [1, 1]}, r"documents.doc_id repeats: \['a'\]"),
        (
            "documents",
            {"doc_id": ["a"], "kind": ["tweet"], "words": [1]},
            r"documents.kind holds \['tweet'\], not one of",
        ),
        ("documents", {"doc_id": ["a"], "outlet": [""], "words": [1]}, 'documents.outlet holds "" where NA belongs'),
    ],
)
def test_a_broken_table_is_refused_by_what_is_wrong(name, rows, message):
    with pytest.raises(InputError, match=message):
        make_table(name, rows)


def test_what_is_no_table_is_refused_by_its_type():
    with pytest.raises(
        InputError,
        match=r"documents must be a DataFrame with the columns \['text'\] or a corpus; 'text' is a text or a path",
    ):
        check_table("text", "documents", ("text",))


def test_a_missing_column_is_named_beside_those_there_are():
    with pytest.raises(InputError, match=r"sentences table lacks the columns \['text'\]; it has \['doc_id'\]"):
        check_table(pd.DataFrame({"doc_id": ["a"]}), "sentences", ("doc_id", "text"))


def test_a_number_that_is_not_given_is_missing():
    assert (
        make_table("sentences", [{"sentence_id": "a:1", "paragraph": 0, "start": 0, "end": 1}])["quoted"].isna().all()
    )
