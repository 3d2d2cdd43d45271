"""A researcher's alias file, taken over the shipped one."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from test_actors import actors

from analysis.actors.shipped_words import load_lexicon
from analysis.errors import InputError
from analysis.people import aliases as module

SHIPPED = Path(module.__file__).with_name("aliases.yaml")


def written(folder: Path, text: str) -> Path:
    path = folder / "own.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_own_names_lead_to_own_actors(tmp_path):
    path = written(tmp_path, "organisations:\n  The West: [collective West, the West]\npeople:\n  Xan Ulf: [Xanu]\n")
    found = actors(["He blamed the collective West and Xanu."], aliases=path)
    assert found == [("collective West", "The West", "o"), ("Xanu", "Xan Ulf", "p")]
    assert actors(["He blamed the collective West and Xanu."]) == []


def test_own_meaning_goes_before_the_shipped_one(tmp_path):
    path = written(tmp_path, "organisations:\n  Cat Institute: [CIS]\n")
    assert actors(["The CIS met."], aliases=path) == [("CIS", "Cat Institute", "o")]
    assert actors(["The CIS met."]) == [("CIS", "Commonwealth of Independent States", "o")]


def test_own_list_of_no_actors_takes_names_out(tmp_path):
    path = written(tmp_path, "not_actors: [NATO]\n")
    assert actors(["NATO met Russia."], aliases=path) == [("Russia", "Russia", "c")]


def test_conditions_need_or_exclude_words_of_the_document(tmp_path):
    path = written(tmp_path, "organisations:\n  Cat Club: {names: [the Cats], only_with: [milk], not_with: [dog]}\n")
    assert actors(["He met the Cats."], aliases=path) == []
    assert actors(["He met the Cats.", "They had milk."], aliases=path) == [("the Cats", "Cat Club", "o")]
    assert actors(["He met the Cats.", "They had milk.", "A dog came."], aliases=path) == []


def test_a_changed_file_is_read_again(tmp_path):
    path = written(tmp_path, "organisations:\n  Cat Club: [Xerb]\n")
    assert actors(["He met Xerb."], aliases=path) == [("Xerb", "Cat Club", "o")]
    path.write_text("organisations:\n  Dog Club: [Xerb]\n# longer\n", encoding="utf-8")
    assert actors(["He met Xerb."], aliases=path) == [("Xerb", "Dog Club", "o")]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("organizations: {}", r"section of own.yaml='organizations' is not one of .*Did you mean 'organisations'"),
        ("people:\n  Ann: {name: [x]}", r"key of Ann in own.yaml='name' is not one of \['names'"),
        ("people:\n  Ann: Annie", r"names of 'Ann' must be a list of names .* not 'Annie'"),
        ("people:\n  Ann: [1]", r"names of 'Ann' must be a list of names"),
        ("people: [Ann]", r"people must map each actor to a list"),
        ("people:\n  12: [Ann]", r"12 in people is no name"),
        ("- Ann", r"own.yaml must map sections to names"),
        ("people: [", r"own.yaml, line \d: not YAML"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_with_what_would_do(tmp_path, text, message):
    with pytest.raises(InputError, match=message):
        actors(["x"], aliases=written(tmp_path, text))


def test_a_missing_file_is_refused_with_its_path(tmp_path):
    with pytest.raises(InputError, match=r"aliases='.*none.yaml' is not a file"):
        actors(["x"], aliases=tmp_path / "none.yaml")


def test_an_empty_file_changes_nothing(tmp_path):
    assert actors(["NATO met."], aliases=written(tmp_path, "")) == [("NATO", "NATO", "o")]


def test_no_shipped_alias_stands_for_two_actors():
    """Within the kinds that name organisations, people and countries."""
    content = yaml.safe_load(SHIPPED.read_text(encoding="utf-8"))
    owner: dict[str, str] = {}
    for section in ("countries", "people", "organisations", "platforms"):
        for actor, entry in content[section].items():
            names = entry.get("names", []) if isinstance(entry, dict) else entry
            for name in {actor, *names}:
                assert owner.setdefault(name, actor) == actor, name


def test_every_list_of_words_holds_words_only():
    for name, listed in load_lexicon().words.items():
        assert all(isinstance(word, str) and word.strip() == word for word in listed), name
