"""The cue list: verbs of saying in all their forms."""

import pytest

from analysis.errors import InputError
from analysis.voices import load_cues
from analysis.voices.cues import inflect


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
    with pytest.raises(InputError, match=r"line 1: key 'verbs' .* is not one of speech"):
        load_cues(path)
