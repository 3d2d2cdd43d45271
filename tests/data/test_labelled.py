"""Files for SPSS and Stata read back as they were: labels, missing values, Cyrillic, long texts."""

import pandas as pd
import pyreadstat
import pytest

from analysis.data.dictionary import Column, TidyFile
from analysis.data.forms import make_tidy
from analysis.data.labelled import LONGEST_TEXT, cut_names, make_labelled
from analysis.errors import InputError

FILE = TidyFile(
    "f",
    "Файл",
    "a thing",
    {
        "doc_id": Column("doc_id", "Документ", "text", "identifier"),
        "text": Column("text", "Text", "text", "words", missing="none"),
        "voice": Column(
            "voice", "Voice", "category", "whose", missing="none", called={"outlet": "own", "speaker": "quoted"}
        ),
        "frame": Column("frame", "Frame", "category", "which", labelled_by="frames"),
        "score": Column("score", "Score", "number", "how much", missing="none"),
        "present": Column("present", "Present", "yes_no", "whether", missing="none"),
        "published": Column("published", "Published", "time", "when", missing="none"),
        "n": Column("n", "N", "whole", "count", missing="none"),
    },
)
TABLE = pd.DataFrame(
    {
        "doc_id": ["а-01", "b-02"],
        "text": ["ж" * 300, None],
        "voice": ["speaker", None],
        "frame": ["conflict", "morality"],
        "score": [0.25, None],
        "present": [True, None],
        "published": pd.to_datetime(["2024-12-26 10:30", None]),
        "n": [3, None],
    }
)
READ = {"spss": (pyreadstat.read_sav, "t.sav"), "stata": (pyreadstat.read_dta, "t.dta")}


@pytest.mark.parametrize("form", READ)
def test_what_is_written_is_read_back(form, tmp_path):
    read, name = READ[form]
    labels = {"frames": {"morality": "Мораль", "conflict": "Conflict"}}
    make_labelled(make_tidy(TABLE, FILE), FILE, form, labels).write(tmp_path / name)
    table, about = read(str(tmp_path / name))
    assert about.column_names_to_labels["doc_id"] == "Документ" and about.file_label == "Файл"
    assert table["doc_id"].tolist() == ["а-01", "b-02"] and table["text"].tolist() == ["ж" * 300, ""]
    assert table["voice"].tolist()[0] == 2 and about.variable_value_labels["voice"] == {1: "own", 2: "quoted"}
    assert table["frame"].tolist() == [2, 1] and about.variable_value_labels["frame"] == {1: "Мораль", 2: "Conflict"}
    assert table["score"].tolist()[0] == 0.25 and table["present"].tolist()[0] == 1 and table["n"].tolist()[0] == 3
    assert table.loc[1, ["voice", "score", "present", "published", "n"]].isna().all()
    assert table["published"][0] == pd.Timestamp("2024-12-26 10:30")


def test_a_text_over_spss_limit_is_cut_whole_letters_stay_and_the_dictionary_is_told(tmp_path):
    table = make_tidy(TABLE.assign(text=["ж" * 20_000, "short"]), FILE)
    labelled = make_labelled(table, FILE, "spss")
    assert labelled.cut == {"text": 1} and labelled.table["text"].str.len().tolist() == [LONGEST_TEXT["spss"] // 2, 5]
    assert labelled.tell()["text"] == "In .sav 1 text is cut at 32,767 bytes."
    labelled.write(tmp_path / "t.sav")
    assert pyreadstat.read_sav(str(tmp_path / "t.sav"))[0]["text"].str.len().tolist() == [16_383, 5]
    assert make_labelled(table, FILE, "stata").cut == {}


def test_names_are_cut_to_32_letters_without_dots_and_stay_different():
    long = "a" * 40
    names = cut_names(["doc.id", "doc_id", "DOC-ID", long, long + "b", "by", "1st", "колонка", "_x"])
    assert list(names.values()) == [
        "doc_id", "doc_id_2", "DOC_ID_3", "a" * 32, "a" * 30 + "_2", "v_by", "v_1st", "column_8", "x"
    ]  # fmt: skip
    labelled = make_labelled(
        pd.DataFrame({"by": ["x"]}), TidyFile("f", "F", "r", {"by": Column("by", "By", "text", "m")}), "stata"
    )
    assert labelled.tell() == {"by": "In .dta: v_by."}


def test_another_form_is_refused_with_the_choices():
    with pytest.raises(InputError, match=r"form='sas' is not one of \['spss', 'stata'\]"):
        make_labelled(TABLE, FILE, "sas")
