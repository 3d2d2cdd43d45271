"""What is known of a whole sentence when it is weighed what it reports: cues, quotations, the nearest verb."""

from analysis.voices.attributions import find_attributions
from analysis.voices.cues import load_cues
from analysis.voices.lines import make_line
from analysis.voices.sentence_facts import find_verb_before, gather_sentence_facts
from analysis.voices.tokens import make_tokens
from analysis.voices.trait_weights import list_traits
from analysis.voices.traits import list_word_names, name_word

TEXT = "Ann Lee said the mill closes, and Bob Ray denied that the council backed the plan."


def read(text):
    tokens = make_tokens(text, begins=[0])
    cued = [at for at, low in enumerate(tokens.lows) if low in load_cues().forms]
    line = make_line(tokens, 0, len(text), [], cued)
    return line, (0, len(line.words))


def test_the_nearest_cues_on_both_sides_of_a_head_are_traits():
    line, sentence = read(TEXT)
    about = gather_sentence_facts(line, sentence, find_attributions(line, sentence, load_cues()), [])
    traits = list_traits(about.list_of(line.lows.index("closes"), "object"))
    assert {"cue before=say", "cue behind=deny", "first=Name", "taken=0", "taken=0|object"} <= {*traits}
    assert "cue before=deny" in list_traits(about.list_of(line.lows.index("backed"), "object"))


def test_counts_beyond_the_largest_that_is_told_apart_are_one():
    line, sentence = read(TEXT)
    few, many = (gather_sentence_facts(line, sentence, [], [(0, 1)] * times) for times in (4, 40))
    assert few == many != gather_sentence_facts(line, sentence, [], [(0, 1)])


def test_the_next_verb_to_the_left_is_looked_for_near_the_head_alone():
    line, _ = read("Ann Lee hopes to sell the old red brick mill by the river in the far north and leave.")
    assert list_traits([find_verb_before(line, line.lows.index("sell"), 0)]) == ["verb before=hope"]
    assert list_traits([find_verb_before(line, 0, 0)]) == ["verb before="]
    far, _ = read("Ann Lee hopes, " + "of the, " * 8 + "sell the mill.")
    assert list_traits([find_verb_before(far, far.lows.index("sell"), 0)]) == ["verb before="]


def test_all_that_a_word_can_be_called_is_listed():
    words = [
        "Ann",
        "he",
        "who",
        "by",
        ",",
        ".",
        "and",
        "closes",
        "plan",
        "plans",
        "letters",
        "zzz",
        "zzzs",
        "nurse",
        "mill",
        "12",
        "fear",
    ]
    assert {name_word(word) for word in words} <= list_word_names()
