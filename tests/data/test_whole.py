"""`framing data` writes every table complete, the same whether the corpus is measured at once or in parts."""

import csv
from pathlib import Path

import pandas as pd
import pyreadstat
import pytest
from click.testing import CliRunner

from analysis import load_corpus
from analysis.cli.command import framing
from analysis.corpus import Corpus
from analysis.data.dictionary import load_dictionary
from analysis.data.whole import write_whole
from analysis.errors import InputError
from analysis.tables import strip_formula_marks

TEXTS = (
    "Mayor Ann Lee said: “The war over the bridge must stop.” The council of Paris met on Monday in anger.",
    "Prices fell in Berlin. Bo Ray told reporters that nobody was to blame for the attack. It cost millions.",
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("texts")
    rows = [{"title": f"=T{place}", "text": text, "outlet": "a\nb"} for place, text in enumerate(TEXTS)]
    pd.DataFrame(rows).to_csv(folder / "texts.csv", index=False)
    return folder


@pytest.fixture(scope="module")
def made(folder, tmp_path_factory):
    target = tmp_path_factory.mktemp("data")
    arguments = ["data", str(folder), "--to", str(target), "--codebook", "generic", "--codebook", "policy"]
    forms = [f"--for={form}" for form in ("csv", "parquet", "spss", "stata")]
    result = CliRunner().invoke(framing, [*arguments, *forms])
    assert result.exit_code == 0, result.output
    return target, result.output


def test_every_file_of_the_dictionary_is_written_in_every_form_and_nothing_else_stays(made):
    target, said = made
    names = {f"{name}{ending}" for name in load_dictionary() for ending in (".csv", ".parquet", ".sav", ".dta")}
    assert {path.name for path in target.iterdir()} == names | {"dictionary.csv", "dictionary.md"}
    assert "documents: 2 rows" in said


def test_all_forms_hold_the_same_rows_and_columns(made, folder):
    corpus = load_corpus(folder)
    for name in load_dictionary():
        parquet = pd.read_parquet(made[0] / f"{name}.parquet")
        with (made[0] / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.reader(file))
        sav, _ = pyreadstat.read_sav(str(made[0] / f"{name}.sav"))
        dta, _ = pyreadstat.read_dta(str(made[0] / f"{name}.dta"))
        assert rows[0] == list(parquet)
        assert len(rows) - 1 == len(parquet) == len(sav) == len(dta)
    assert len(pd.read_parquet(made[0] / "sentences.parquet")) == len(corpus.sentences)
    titles = pd.read_csv(made[0] / "documents.csv")["title"].astype("str")
    assert titles.tolist() == ["'=T0", "'=T1"] and strip_formula_marks(titles).tolist() == ["=T0", "=T1"]


def test_frames_of_two_codebooks_stand_under_one_another_and_a_label_leads_to_each(made):
    frames = pd.read_parquet(made[0] / "frames.parquet")
    codes = pd.read_parquet(made[0] / "document-frames.parquet")
    assert set(frames["codebook"]) == {"generic", "policy"}
    assert len(codes) == 2 * 2 * len(frames), "two documents by two instruments"
    table, _ = pyreadstat.read_sav(str(made[0] / "document-frames.sav"), apply_value_formats=True)
    economic = {"Economic consequences / Economic"}  # a name that both codebooks have
    assert set(table["frame"]) - economic < set(frames["label"]) and economic < set(table["frame"])


def test_a_corpus_in_parts_gives_the_same_tables(made, folder, tmp_path, monkeypatch):
    def halves(corpus):
        for doc_id in corpus.documents["doc_id"]:
            yield corpus.where(doc_id=doc_id)

    monkeypatch.setattr(Corpus, "parts", halves)
    write_whole(load_corpus(folder), tmp_path, codebooks=["generic", "policy"], say=lambda line: None)
    for name in load_dictionary():
        assert (tmp_path / f"{name}.csv").read_bytes().count(b"\xef\xbb\xbf") == 1
        whole, parts = (pd.read_parquet(place / f"{name}.parquet") for place in (made[0], tmp_path))
        order = list(whole.columns)
        pd.testing.assert_frame_equal(
            parts.sort_values(order, ignore_index=True), whole.sort_values(order, ignore_index=True), rtol=1e-5
        )


def test_parquet_alone_leaves_no_csv(folder, tmp_path):
    write_whole(load_corpus(folder), tmp_path, forms=["stata"], say=lambda line: None)
    assert {path.suffix for path in Path(tmp_path).iterdir()} == {".dta", ".csv", ".md"}
    assert [path.name for path in Path(tmp_path).glob("*.csv")] == ["dictionary.csv"]


def test_what_cannot_be_used_is_refused_and_leaves_nothing(folder, tmp_path):
    corpus = load_corpus(folder)
    with pytest.raises(InputError, match=r"form='sas' is not one of \['csv', 'parquet', 'spss', 'stata'\]"):
        write_whole(corpus, tmp_path, forms=["sas"])
    with pytest.raises(InputError, match="name one twice"):
        write_whole(corpus, tmp_path, codebooks=["generic", "generic"])
    assert list(tmp_path.iterdir()) == []
    result = CliRunner().invoke(framing, ["data", str(folder), "--to", str(tmp_path), "--where", "post"])
    assert "is no filter" in str(result.exception)
