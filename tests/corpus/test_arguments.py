"""What load_corpus is given: a path that counts from the project, filters that were written as text."""

import inspect
from pathlib import Path

import pandas as pd
import pytest

from analysis import InputError, load_corpus
from analysis.contrasts import keyness
from analysis.corpus.arguments import check_path, parse_where
from analysis.corpus.verbs import OF_KEYNESS, OF_TOPICS
from analysis.topics import fit_topics
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


BOOK = {"Work": ["job*", "wages"], "Nature": ["seal*", "bay"]}
HARBOUR = "The harbour brings jobs to town number {}. Seals have left the bay there. The council met on Monday evening."


@pytest.fixture(scope="module")
def dated():
    rows = [
        {"text": HARBOUR.format(one), "outlet": "North", "published": f"20{17 + one % 2}-0{one % 6 + 1}-03"}
        for one in range(1, 11)
    ]
    return load_corpus(pd.DataFrame(rows).assign(RE=[one > 3 for one in range(10)]), cache=False)


@pytest.mark.parametrize(
    ("ask", "said"),
    [
        (lambda c: c.actors("Ford"), r"actors\(most='Ford'\): most is a whole number.*\.evidence\('Ford'\)"),
        (lambda c: c.targets("Ford"), "most is a whole number"),
        (lambda c: c.speakers(most="x"), "most is a whole number, 1 or more"),
        (lambda c: c.keyness(outlet="North"), r"has no argument 'outlet'.*corpus.where\(outlet='North'\).keyness"),
        (lambda c: c.keyness(n_terms="x"), "n_terms is a whole number"),
        (lambda c: c.topics(k=5), "has no argument 'k'.*Did you mean n_topics="),
        (lambda c: c.topics(2, runs="x"), "runs is a whole number"),
        (lambda c: c.frames(BOOK, seed="x"), "seed is a whole number"),
        (lambda c: c.sentiment("vadr"), "mask_names is True or False"),
        (lambda c: c.sentiment(more_names=5), "more_names are texts"),
        (lambda c: c.frames(BOOK).evidence(most="five"), "most is a whole number"),
        (lambda c: c.frames(BOOK).evidence(most=-3), "most is a whole number"),
        (lambda c: c.frames(BOOK).evidence(most=2.5), "most is a whole number"),
        (lambda c: c.frames(BOOK).evidence("Work", "North"), "'North' is a value of no column of this table"),
        (lambda c: c.frames(BOOK).using("guess"), "method='guess' is not one of"),
        (lambda c: c.frames(BOOK).compare(), "missing a required argument: 'by'"),
        (lambda c: c.frames(BOOK).by(5), "a column is a text"),
        (lambda c: c.frames(BOOK).plot("bar"), r"\.plot\.bar\("),
        (lambda c: c.frames(BOOK).over_time("year").evidence(period="1918"), r"not one of \['2017', '2018'\]"),
        (lambda c: c.frames(BOOK).over_time("year").evidence(period="soon"), "is no period"),
    ],
)  # fmt: skip
def test_what_a_verb_cannot_use_is_answered_with_a_sentence(dated, ask, said):
    with pytest.raises(InputError, match=said):
        ask(dated)


def test_a_value_without_its_column_is_of_the_first_one(dated):
    frames = dated.frames(BOOK).by("voice")
    assert frames.evidence("Work")["text"].tolist() == frames.evidence(frame="work")["text"].tolist()
    assert len(dated.frames(BOOK).evidence(2)) == 4
    assert len(frames.by("voice", "voice")) == len(frames)


@pytest.mark.parametrize(
    ("period", "shown"), [("year", "2018"), ("quarter", "2018 Q1"), ("month", "2018-02")]
)  # fmt: skip
def test_a_period_is_shown_as_it_is_typed(dated, period, shown):
    table = dated.frames(BOOK).over_time(period)
    assert f" {shown} " in repr(table) and f">{shown}<" in table._repr_html_()
    found = table.evidence(period=shown, most=20)
    found = dated.with_documents(found.merge(dated.sentences[["sentence_id", "doc_id"]], on="sentence_id"))
    assert len(set(found["published"].dt.to_period(period[0].upper()))) == 1
    day = found["published"].iloc[0]
    assert len(table.evidence(period=f"{day:%Y-%m-%d}", most=20)) == len(found)


def test_yes_and_no_are_typed_as_they_are_shown(dated):
    table = dated.frames(BOOK).by("RE")
    assert " yes " in repr(table)
    assert len(table.evidence(RE="yes", most=20)) == len(table.evidence(RE=True, most=20)) > 0


def test_further_arguments_of_a_verb_are_those_of_the_function_behind_it():
    for settings, function in ((OF_TOPICS, fit_topics), (OF_KEYNESS, keyness)):
        assert set(settings) < set(inspect.signature(function).parameters)
