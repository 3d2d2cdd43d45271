"""Who speaks and who acts in one document, in order: whom a pronoun or a role further on can lead to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from analysis.people.lists import load_list
from analysis.people.titles import NOT_LAST, ROLES
from analysis.voices.described_people import is_described_person, is_plural
from analysis.voices.nearest_people import NearestPeople
from analysis.voices.referents_titles import is_country
from analysis.words.classes import DETERMINERS

BODY = re.compile(r"(?!Mac|Mc|De|La|Le|Di|Van|Du)[A-Z][a-z]+[A-Z]")  # BuzzFeed, ProPublica
FAR = 4000  # characters back that a pronoun or a role can lead


class SpeakingPeople(NearestPeople):
    """Who has spoken in one document so far, and who acts in it."""

    @cached_property
    def _spoken(self) -> list[tuple[int, str, int]]:
        return []  # where a speech begins, whose it is, where it ends

    @cached_property
    def _furthest(self) -> list[int]:
        return []  # of each speech, the furthest place where it or one before it begins

    def _spoken_as(self, content: set[str], at: int) -> str | None:
        """Find who spoke already under no name but these words: "a senior officer", for "the senior officer"."""
        nameless = (name for name in self._list_lately(at) if name.split()[0] in DETERMINERS)
        return next((name for name in nameless if content <= set(name.lower().split())), None)

    def _list_lately(self, at: int) -> Iterator[str]:
        """List whose speeches a role can lead to, the latest first; where all before are too far, it ends."""
        for number in range(len(self._spoken) - 1, -1, -1):
            if self._furthest[number] <= at - FAR:
                return
            if self._spoken[number][0] > at - FAR:
                yield self._spoken[number][1]

    def speaks(self, at: int, name: str, end: int = -1) -> None:
        """Remember that a speech from this place to that one is this person's."""
        self._spoken.append((at, name, max(at, end)))
        self._furthest.append(max([at, *self._furthest[-1:]]))

    def list_spoken(self, most: int) -> list[tuple[int, str]]:
        """List the last speeches, the latest first: where each begins and whose it is."""
        return [(at, name) for at, name, _ in self._spoken[: -most - 1 : -1]]

    def is_somebody(self, name: str) -> bool:
        """Tell whom he or she can stand for: a known person, a role, a lone surname; no office and no plural."""
        lows = name.lower().split()
        if self.is_person(name) or (not is_plural(lows) and any(word in ROLES for word in lows)):
            return True
        if lows[0] in DETERMINERS and not is_plural(lows):
            return is_described_person(lows)
        name = name.removesuffix(" Jr")
        surname = " " not in name and name[0].isupper() and not name.isupper() and name.lower() not in NOT_LAST
        if not surname or name in load_list("family_names"):
            return surname
        return not (name.endswith("s") or is_country(name) or BODY.match(name))

    def _place_paragraphs(self, at: int) -> tuple[int, int]:
        """Where the paragraph of a place begins, and the one above it; no further back than a role leads."""
        far = max(0, at - FAR)
        opens = max(self.text.rfind("\n", far, at) + 1, at - FAR)
        stop = len(self.text[far : max(0, opens)].rstrip()) + far
        return opens, self.text.rfind("\n", far, stop) + 1
