"""Words before a verb that name nobody: a verb with its object (buy the credits), an adverb, a participle, a time."""

from __future__ import annotations

from bisect import bisect_left

from analysis.people.lists import given_names, load_list
from analysis.voices.cues import load_cues
from analysis.voices.finite_verbs import finite_verbs
from analysis.voices.lines import Line, start_of
from analysis.voices.phrases import DAYTIMES
from analysis.voices.senses import load_senses
from analysis.words.classes import AUXILIARIES, DETERMINERS, MONTHS, PERSONAL, PLURALS, PREPOSITIONS, is_adverb

TIMES = (DAYTIMES | {"hour", "day", "minute", "second", "decade", "century", "time"}) - {"fall", "spring"}
NOBODIES = frozenset(
    [
        *("no", "nobody", "none", "nothing", "everyone", "everybody", "everything", "anyone", "anybody", "anything"),
        *("something", "here's", "here’s", "let's", "let’s", "any", "whichever"),
    ]
)
STANDING = DETERMINERS | PERSONAL | PLURALS | {"others", "more", "most", "former", "latter"}  # that may stand alone
DATES = MONTHS | {"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"}
AROUND = 2000  # characters in which a name is looked for
PARTS_ALONE = frozenset(
    [
        *("another", "other", "half", "third", "quarter", "first", "second", "fourth", "fifth", "last"),
        *("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    ]
)
# with which a sentence begins that gives an order or describes: Click the link; Contrary to claims
NO_ACTORS = frozenset(
    [
        *(
            "add",
            "be",
            "can't",
            "check",
            "click",
            "contrast",
            "could",
            "don't",
            "given",
            "going",
            "gone",
            "keep",
            "know",
        ),
        *("lets", "look", "put", "refuse", "see", "should", "sign", "stop", "try", "want", "was"),
        *("aside", "contrary", "easier", "normal", "nowhere", "prior", "yes", "can’t", "don’t", "thou"),
    ]
)
OBJECTS = DETERMINERS | PREPOSITIONS | {"to", "him", "her", "them", "it", "us", "you", "only", "out", "up"}


def is_nobody(line: Line, first: int, last: int) -> bool:
    """Tell what is no phrase for anybody from a description of somebody, of which the head ends before a token."""
    low = line.lows[first]
    if low in NOBODIES or _breaks_off(line, first, last) or _is_part_alone(line, first, last):
        return True
    if last - first == 1 and is_order(line, first):
        return True
    if last - first == 1 and (
        low == "please" or (low.replace(",", "").isdigit() and line.lows[last : last + 1] != ["in"])
    ):
        return True
    if low in PERSONAL or low in PLURALS or low in DETERMINERS:
        return is_time(line, first, last)
    if last - first == 1 and is_adverb(low) and low not in ("more", "most"):
        return True
    if last - first == 1 and line.words[first][0].islower() and low in load_senses().adjectives:
        return True  # handwritten, of: handwritten notes show
    if line.words[first][0].isupper():
        return last - first == 1 and low.endswith("ed") and _is_only_done(low)
    if not _is_only_done(low):
        return is_time(line, first, last)
    after = line.lows[first + 1] if first + 1 < len(line.lows) else "."
    if low.endswith(("ed", "ing")):
        return last - first == 1 or after in OBJECTS
    return last - first == 1 or after in OBJECTS or is_adverb(after) or line.words[first + 1][0].isupper()


def _is_part_alone(line: Line, first: int, last: int) -> bool:
    """Tell "another", "half" and "the second", which stand for somebody named before, from "another man"."""
    opens = last - first == 2 and line.lows[first] in ("a", "an", "the")
    whole = line.lows[last : last + 1] not in (["in"], ["of"])  # four in ten, half of the voters
    return (last - first == 1 or opens) and line.lows[last - 1] in PARTS_ALONE and whole


def _breaks_off(line: Line, first: int, last: int) -> bool:
    """Tell "Barr's own", "a new", a lone adjective and "that shows" from a phrase with a noun in it."""
    low, senses = line.lows[last - 1], load_senses()
    if last - first == 1:
        relative = first > 0 and line.lows[first - 1] in ("that", "which", "who") and low in senses.verbs
        small = line.words[first][0].islower()
        if is_opening(line, first) and is_no_noun(line.words[first]) and not is_named(line, first):
            return True
        return small and (low in senses.adjectives or relative) and low not in STANDING
    adjective = low in senses.adjectives and line.words[last - 1][0].islower()  # no top Democrat
    return adjective and line.lows[first] != "the" and low not in STANDING


def is_opening(line: Line, at: int) -> bool:
    """Tell whether a sentence begins at a token."""
    number = bisect_left(line.sentences, (at,))
    begins = number < len(line.sentences) and line.sentences[number][0] == at
    return not at or line.words[at - 1] in (".", "?", "!") or begins


def is_order(line: Line, at: int) -> bool:
    """Tell the Click of "Click the link", with which a sentence begins, from somebody who is called Click."""
    return line.lows[at] in NO_ACTORS and is_opening(line, at) and not is_capital_within(line, at)


def is_no_noun(word: str) -> bool:
    """Tell Unable, Choosing and Elevate, with which a sentence begins, from what somebody can be called."""
    low, senses = word.lower(), load_senses()
    if (
        low in STANDING
        or low in senses.things
        or low in senses.speaking
        or low in given_names()
        or word in load_list("family_names")
    ):
        return False
    done = low in senses.verbs and not low.endswith("s") and not word.isupper()
    return low in senses.adjectives or done


def is_named(line: Line, at: int) -> bool:
    """Tell Trump, Rush or Molten, with whom a sentence begins, from a verb and an adjective: a verb follows, or the
    word has its capital in the middle of a sentence close by.
    """
    after = at + 1
    while after < len(line.words) and is_adverb(line.lows[after]):
        after += 1
    acting = after < len(line.words) and (line.lows[after] in finite_verbs() or line.lows[after] in AUXILIARIES)
    return (acting and not line.lows[at].endswith(("ed", "ing"))) or is_capital_within(line, at)


def is_capital_within(line: Line, at: int) -> bool:
    """Tell whether a word has its capital in the middle of a sentence close by: they met Coats."""
    place, word, text = start_of(line, at), line.words[at], line.text
    found = text.find(f" {word}", max(0, place - AROUND), place + AROUND)
    while found > 0:
        before, end = text[found - 1], found + 1 + len(word)
        if ("a" <= before <= "z" or before in ",’'") and not text[end : end + 1].isalnum():
            return True
        found = text.find(f" {word}", end, place + AROUND)
    return False


def is_time(line: Line, first: int, last: int) -> bool:
    """Tell a few days ago, the years, 2010 and March 3 from the night watchman, April and the Harbour Times."""
    if _is_date(line, first, last):
        return True
    last = next((at for at in range(first + 1, last) if line.words[at] == ","), last)  # the report, released last week
    low = line.lows[last - 1]
    time = low in TIMES or low.removesuffix("s") in TIMES
    named = line.words[last - 1][0].isupper() and not is_opening(line, last - 1)
    return low == "ago" or (time and not named) or (low in MONTHS and line.lows[first] in DETERMINERS)


def _is_date(line: Line, first: int, last: int) -> bool:
    """Tell March 3 and the "Oct" of "Oct. 19" from April, who said so."""
    words = line.lows[first:last]
    if DATES.isdisjoint(words) or not all(word in DATES or word.isdigit() for word in words):
        return False
    behind = line.lows[last : last + 2]
    return any(low.isdigit() for low in (*words, *(behind if behind[:1] == ["."] else behind[:1])))


def _is_only_done(low: str) -> bool:
    """Tell a word that is a verb and no noun; most in -s can be a noun in the plural (sides, groups)."""
    senses = load_senses()
    plural = low.endswith("s") and not low.endswith("ss") and low not in finite_verbs() and low not in load_cues().forms
    return low in senses.verbs and low not in senses.nouns and not plural
