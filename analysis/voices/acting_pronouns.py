"""Pronouns that act before "he" and "she" and say who these are: "He met Lund. "...," [he] said"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

NEAR = 600  # characters of a paragraph in which a pronoun is looked for
OWN = r"(?= [a-z-]+,? [a-z])"  # Her love for Lund; Her talk, though, ran long; but not: Her rival, Iris Lund
ACTING = {  # opens a sentence, or stands behind a comma or what joins clauses
    sex: re.compile(
        rf"(?:^|(?<=[\n.!?”\"] )|(?<=\n)|(?<=, )|(?<=[Bb]ut )|(?<=[Aa]nd ))(?P<who>{who}),? [a-z]", re.MULTILINE
    )
    for sex, who in (("m", rf"[Hh]e|His{OWN}"), ("f", rf"[Ss]he|Her{OWN}"))
}


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
