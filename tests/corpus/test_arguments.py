"""What load_corpus is given: a path that counts from the project, filters that were written as text."""

from pathlib import Path

import pandas as pd
import pytest

from analysis import InputError, load_corpus
from analysis.corpus.arguments import check_path, parse_where
from reports_project import write_reports


def test_filters_written_as_json_or_yaml_are_the_same_as_a_mapping():
    for where in ({"kind": "post"}, '{"kind": "post"}', "kind: post"):
        assert parse_where(where) == {"kind": "post"}
    for nothing in (None, "", " ", {}, "{}"):
        assert parse_where(nothing) == {}


@pytest.mark.parametrize("wrong", ["post", '["post"]', '{"kind": "post"', 7, ["kind"]])
def test_what_is_no_mapping_is_answered_with_how_it_is_written(wrong):
    with pytest.raises(InputError, match=r'is no filter: write {"kind": "post"}'):
        parse_where(wrong)


def test_where_and_filters_by_name_are_one(tmp_path):
    table = pd.DataFrame({"text": ["One sentence of a text.", "Another of a second one."], "outlet": ["A", "B"]})
    assert load_corpus(table, where='{"outlet": "A"}').documents["outlet"].tolist() == ["A"]
    assert load_corpus(table, where={"outlet": "A"}, min_words=1).documents["outlet"].tolist() == ["A"]
    with pytest.raises(InputError, match="outlet='C' is not one of"):
        load_corpus(table, where={"outlet": "C"})


def test_the_projects_texts_are_found_from_below_it_and_it_is_said_which(tmp_path, monkeypatch, capsys):
    write_reports(tmp_path, "reports: {}")
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "one.txt").write_text("The bridge was closed on Monday. Nobody was hurt there.", "utf-8")
    monkeypatch.chdir(tmp_path / "notebooks")
    assert len(load_corpus("texts").documents) == 1
    assert f"read is {tmp_path.resolve() / 'texts'}, the project's" in capsys.readouterr().err
    assert len(load_corpus("../texts").documents) == 1
    assert capsys.readouterr().err == ""


def test_a_path_that_leads_nowhere_is_left_for_the_error_that_says_so(tmp_path):
    assert check_path("no/such/folder") == Path("no/such/folder")
    with pytest.raises(InputError, match="is not the path of a file or a folder"):
        check_path(" ")
