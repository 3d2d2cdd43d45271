"""Every label is one letter with one name, and the expressions over labels use no letter that has no name."""

import re

from analysis.actors import patterns
from analysis.actors.labels import Label
from analysis.actors.shipped_words import load_lexicon

NAMED = {name: value for name, value in vars(Label).items() if isinstance(value, str) and len(value) == 1}


def test_a_label_is_one_letter_and_no_letter_has_two_names():
    letters = list(NAMED.values())
    assert len(letters) == len(set(letters)) > 50


def test_the_lexicon_gives_no_word_a_label_without_a_name():
    assert set(load_lexicon().labels.values()) <= set(NAMED.values())


def test_the_patterns_use_no_letter_without_a_name():
    for pattern in (patterns.RULES, patterns.NO_ACTOR):
        bare = re.sub(r"\(\?P<\w+>|\{\d*,?\d*\}|\\.", "", pattern.pattern)
        assert set(re.findall(r"[A-Za-z]", bare)) <= set(NAMED.values())
