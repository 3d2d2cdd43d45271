"""The cue list's forms, names, and one name for one person across documents."""

import pandas as pd
import pytest

from analysis.errors import InputError
from analysis.voices import extract_quotes, load_cues, unify_speakers
from analysis.voices.cues import inflect
from analysis.voices.names import guess_sex, strip_titles
from analysis.voices.unify import fold


def forms(entry: str) -> list[str]:
    return [word for word, *_ in inflect(entry)]


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("note", ["note", "notes", "noted", "noting"]),
        ("reply", ["reply", "replies", "replied", "replying"]),
        ("admit", ["admit", "admits", "admitted", "admitting"]),
        ("sum up", ["sum", "sums", "summed", "summing"]),
        ("stress", ["stress", "stresses", "stressed", "stressing"]),
        ("write/wrote/written", ["write", "writes", "wrote", "written", "writing"]),
        ("agree", ["agree", "agrees", "agreed", "agreeing"]),
    ],
)
def test_a_verb_is_listed_once_and_counts_in_all_its_forms(entry, expected):
    assert forms(entry) == expected


def test_the_list_holds_a_couple_of_hundred_verbs_and_some_russian_ones():
    cues = load_cues()
    assert len({cue.lemma for cue in cues.forms.values()}) > 200
    assert cues.forms["заявил"].kinds == {"speech"} and cues.particles["pointed", "out"].lemma == "point out"


def test_a_list_of_ones_own_is_read_and_a_wrong_key_is_named(tmp_path):
    path = tmp_path / "cues.yaml"
    path.write_text("speech: [quack]\n", encoding="utf8")
    assert "quacked" in load_cues(path).forms
    path.write_text("verbs: [quack]\n", encoding="utf8")
    load_cues.cache_clear()
    with pytest.raises(InputError, match=r"keys must be among .*'speech'"):
        load_cues(path)


def test_titles_are_no_part_of_a_name_and_tell_the_sex():
    assert strip_titles(["Russian", "Foreign", "Minister", "Sergei", "Lavrov"]) == (["Sergei", "Lavrov"], "")
    assert strip_titles(["Mrs.", "Clinton"]) == (["Clinton"], "f")


def test_sex_is_guessed_from_given_name_surname_or_role():
    assert [guess_sex("Maria Petrov"), guess_sex("Xyz Zakharova"), guess_sex("Xyz Belov")] == ["f", "f", "m"]
    assert guess_sex("Xyz Roe", "spokeswoman") == "f" and guess_sex("Xyz Roe") == ""


def speakers(*pairs: tuple[str, str | None]) -> list[str | None]:
    table = unify_speakers(pd.DataFrame(pairs, columns=["doc_id", "speaker"]))
    return [name if isinstance(name, str) else None for name in table["speaker"]]


def test_a_surname_takes_the_one_full_name_of_the_corpus():
    assert speakers(("a", "Peskov"), ("b", "Dmitry Peskov")) == ["Dmitry Peskov", "Dmitry Peskov"]


def test_two_people_of_one_surname_stay_two_and_the_surname_alone_stays():
    pairs = ("a", "Bill Clinton"), ("b", "Hillary Clinton"), ("c", "Clinton")
    assert speakers(*pairs) == ["Bill Clinton", "Hillary Clinton", "Clinton"]


def test_spellings_of_one_name_become_the_one_that_most_documents_use():
    pairs = ("a", "Sergei Lavrov"), ("b", "Sergey Lavrov"), ("c", "Sergey Lavrov"), ("c", "Lavrov")
    assert speakers(*pairs) == ["Sergey Lavrov"] * 4
    assert fold("Zelenskyy") == fold("Zelensky") and fold("Mélenchon") == fold("Melenchon")


def test_a_middle_name_makes_no_other_person():
    assert speakers(("a", "Donald J. Trump"), ("b", "Donald Trump"), ("c", "Donald Trump")) == ["Donald Trump"] * 3


def test_descriptions_organisations_and_the_unknown_are_left_alone():
    pairs = ("a", "two senior officials"), ("a", None), ("b", "the White House")
    assert speakers(*pairs) == ["two senior officials", None, "the White House"]


def test_one_documents_text_changes_only_the_spelling_of_anothers_speakers():
    first = {"doc_id": "a", "text": "“It is late,” Peskov said. He added: “Good night to you.”"}
    second = {"doc_id": "b", "text": "Dmitry Peskov said it was early."}
    alone = extract_quotes(pd.DataFrame([first]))
    both = extract_quotes(pd.DataFrame([first, second]))
    both = both[both["doc_id"] == "a"].reset_index(drop=True)
    pd.testing.assert_frame_equal(alone.drop(columns="speaker"), both.drop(columns="speaker"))
    assert alone["speaker"][0] == "Peskov" and both["speaker"][0] == "Dmitry Peskov"
