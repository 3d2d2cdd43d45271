"""Pronouns that act before "he" and "she" and say who these are: "He met Lund. "...," [he] said"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from analysis.people.titles import ROLES, TITLES
from analysis.words.classes import PREPOSITIONS, SUBORDINATORS

NEAR = 600  # characters of a paragraph in which a pronoun is looked for
OWN = r"(?= [a-z-]+,? [a-z])"  # Her love for Lund; Her talk, though, ran long; but not: Her rival, Iris Lund
ACTING = {  # opens a sentence, or stands behind a comma or what joins clauses
    sex: re.compile(
        rf"(?:^|(?<=[\n.!?”\"] )|(?<=\n)|(?<=, )|(?<=[Bb]ut )|(?<=[Aa]nd )|(?<= as )|(?<= when )|(?<= while ))"
        rf"(?P<who>{who}),? [a-z]",
        re.MULTILINE,
    )
    for sex, who in (("m", rf"[Hh]e|His{OWN}"), ("f", rf"[Ss]he|Her{OWN}"))
}
OTHERS = {"m": re.compile(r"[^,.;:!?\n“”\"]{0,80}, he [a-z]"), "f": re.compile(r"[^,.;:!?\n“”\"]{0,80}, she [a-z]")}
FRONTED = re.compile(
    r"(?:^|[.!?”\"] |\n)(?P<first>In|At|During|After|Before|On|Of|About|With|Like|Unlike|As for|Regarding|Despite|"
    r"Asked|Pressed|Questioned|Challenged|When (?:asked|pressed|questioned)|[A-Z][a-z]+ing)"
    r"(?P<rest> [^,.;:!?\n“”\"]*)?\Z"
)
OPENING = re.compile(r"(?:In|At|During|After|Before|On|Of|About|With|Like|Unlike) ")
ASKED = frozenset(["Asked", "Pressed", "Questioned", "Challenged"])
CLAUSE = frozenset(["if", "whether", "why", "how", "what", "when", "that", "by"])  # whose subject may be she
SPOKEN_OF = ASKED | {"Of", "About", "Regarding"}
BESIDE = SPOKEN_OF | {"On", "Like", "Unlike", "Addressing", "Facing", "Citing", "Quoting", "Defending", "Attacking"}
WHEN = frozenset(["During", "Following"])  # Lund's speech, she said
TYING = PREPOSITIONS - SUBORDINATORS
FAR = 120  # characters of such a phrase before a name


def is_of_another(text: str, at: int, family: str, sex: str) -> bool:
    """Tell whom a sentence has to do with whose subject is another: "Asked about [Lund], she left"; "Like [Lund], she".

    at, family: where the name stands, and its last word; sex: of the pronoun that could mean them.
    """
    end = text.find(family, at, at + FAR) + len(family)
    if end < at + len(family) or not OTHERS[sex].match(text, end):
        return False
    at = opening.end() if (opening := OPENING.match(text, at)) else at  # a capital is read as part of the name
    opened = FRONTED.search(text[max(0, at - FAR) : at].rstrip())
    if opened is None or opened["first"] == "According":
        return False
    owns = text.startswith(("'", "’"), end)
    asked = opened["first"] in ASKED or opened["first"].startswith("When ")
    if asked and CLAUSE.isdisjoint((opened["rest"] or "").split()):
        return True  # Asked about the Lund plan, she said
    words = [opened["first"], *(opened["rest"] or "").split()]
    while len(words) > 1 and (words[-1][0].isupper() or words[-1].lower() in ROLES | TITLES):
        words.pop()
    alone = len(words) == 1 and words[0] in BESIDE
    ties = alone or (len(words) > 1 and words[-1].lower() in TYING)
    turned = opened["first"].endswith("ing") and opened["first"] not in WHEN  # Turning to Lund's plan, she said
    return ties and (not owns or turned or opened["first"] in SPOKEN_OF)


def find_pronoun_before(text: str, opens: int, at: int, sex: str, is_quoted: Callable[[int], bool]) -> int:
    """Find the first pronoun of a sex that acts in a paragraph before a place: "He met Lund"; -1 if none does."""
    return next(_list_acting(text, max(opens, at - NEAR), at, sex, is_quoted), -1)


def find_pronoun_above(text: str, opens: int, since: int, sex: str, is_quoted: Callable[[int], bool]) -> int:
    """Find the last pronoun that acts in the paragraph above: "There sat Lund. He was tired. / "...," he said"."""
    stop = len(text[max(0, opens - NEAR) : opens].rstrip()) + max(0, opens - NEAR)
    start = max(text.rfind("\n", max(0, stop - NEAR), stop) + 1, opens - NEAR, since)
    return max(_list_acting(text, start, stop, sex, is_quoted), default=-1)


def _list_acting(text: str, start: int, stop: int, sex: str, is_quoted: Callable[[int], bool]) -> Iterator[int]:
    found = ACTING[sex].finditer(text, start, stop) if sex else ()
    return (one.start("who") for one in found if not is_quoted(one.start("who")))
