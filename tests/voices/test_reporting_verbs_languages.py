"""Reporting verbs of other languages: their groups against labels by hand, and that every verb has one."""

from pathlib import Path

import pandas as pd
import pytest

from analysis.voices.languages.rules import list_languages, load_language
from analysis.voices.reporting_verbs import OTHER, load_verb_groups

LABELS = Path(__file__).parents[1] / "gold" / "reporting_verbs.csv"
UNGROUPED = 0.08  # of the forms of a language: some that its endings make are no words


@pytest.mark.parametrize("language", ["ru", "uk", "kk", "de", "fr", "es"])
def test_verbs_of_the_gold_stand_in_the_group_that_a_reader_put_them_in(language):
    labels = pd.read_csv(LABELS).query("language == @language")
    groups = load_verb_groups()
    found = [(groups.find(cue) or (cue, OTHER))[1] for cue in labels["cue"]]
    assert (labels["group"] == found).mean() >= 0.95


@pytest.mark.parametrize("language", ["ru", "uk", "de", "fr", "es"])
def test_nearly_every_verb_of_saying_that_the_rules_know_has_a_group(language):
    rules, groups = load_language(list_languages()[language]), load_verb_groups()
    forms = [verb.cue or f"{form} {verb.particle}".strip() for form, verb in rules.verbs.items() if not verb.seconds]
    without = [form for form in forms if groups.find(form) is None]
    assert len(without) <= UNGROUPED * len(forms), without


@pytest.mark.parametrize(
    ("cue", "group"),
    [
        ("teilten mit", "neutral"), ("nach angaben", "neutral"), ("räumte ein", "endorsing"),
        ("fügte hinzu", "neutral"),
        ("по её мнению", "thoughts"), ("по версии", "doubting"), ("за його словами", "neutral"),
        ("айтуынша", "neutral"), ("à en croire", "doubting"), ("fait savoir", "neutral"), ("martèle", "charged"),
    ],
)  # fmt: skip
def test_particles_and_phrases_have_their_groups(cue, group):
    assert load_verb_groups().find(cue)[1] == group


def test_an_english_verb_is_not_taken_for_one_of_another_language():
    assert load_verb_groups().find("lobte")[1] == "speech acts"
    assert load_verb_groups().find("lobbied for") is None
