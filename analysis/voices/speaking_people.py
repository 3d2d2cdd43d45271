"""Who speaks and who acts in one document, in order: whom a pronoun or a role further on can lead to."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from analysis.people.lists import load_list
from analysis.people.titles import NOT_LAST, ROLES
from analysis.voices.acting_pronouns import is_of_another
from analysis.voices.beside import is_modifier, is_subject, tells_what
from analysis.voices.described_people import is_described_person, is_plural
from analysis.voices.looking_back import LookingBack
from analysis.voices.named_people import NamedPeople
from analysis.voices.referents_titles import is_country
from analysis.words.classes import DETERMINERS

BODY = re.compile(r"(?!Mac|Mc|De|La|Le|Di|Van|Du)[A-Z][a-z]+[A-Z]")  # BuzzFeed, ProPublica
FAR = 4000  # characters back that a pronoun or a role can lead


class SpeakingPeople(NamedPeople):
    """Who has spoken in one document so far, and who acts in it."""

    def __init__(
        self,
        text: str,
        quoted: list[tuple[int, int]],
        heading: str = "",
        apart: Iterable[tuple[int, str]] = (),
    ) -> None:
        """Read the names of a text, as NamedPeople does; nobody has spoken yet."""
        super().__init__(text, quoted, heading, apart)
        self._spoken: list[tuple[int, str, int]] = []  # where a speech begins, whose it is, where it ends
        self._furthest: list[int] = []  # of each speech, the furthest place where it or one before it begins
        self._fit: dict[str, LookingBack] = {}
        self._act: dict[str, LookingBack] = {}

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

    def _nearest(self, at: int, since: int, sex: str, acting: bool = False) -> tuple[int, str] | None:
        """Return the last subject named between two places, else the last person named there unless acting."""
        last, first = bisect_left(self.places, at) - 1, bisect_left(self.places, since)
        number = self._acting(sex).find(last, first)
        if number < 0 and not acting:
            number = self._fitting(sex).find(last, first)
        return (self.places[number], self.mentions[number]) if number >= 0 else None

    def _fitting(self, sex: str) -> LookingBack:
        """The mentions of those who can be he or she."""
        if sex not in self._fit:
            self._fit[sex] = LookingBack(lambda number: self._can_be(number, sex))
        return self._fit[sex]

    def _acting(self, sex: str) -> LookingBack:
        """Those of them that are subjects."""
        if sex not in self._act:
            self._act[sex] = LookingBack(lambda number: self._can_be(number, sex) and self._acts(number))
        return self._act[sex]

    def _can_be(self, number: int, sex: str) -> bool:
        at, name = self.places[number], self.mentions[number]
        return self.fits(name, sex) and not (sex and is_of_another(self.text, at, name.rpartition(" ")[2], sex))

    def _acts(self, number: int) -> bool:
        at, name = self.places[number], self.mentions[number]
        if tells_what(self.text, at, name):
            return True
        return is_subject(self.text, at, name) and not self._is_owner(name, at) and not is_modifier(self.text, at, name)

    def _is_owner(self, name: str, at: int) -> bool:
        """Tell "President Lee's decision", of somebody of unknown sex, which is the subject, from President Lee."""
        unknown = name in self._titled and not self.sex(name)
        return unknown and re.match(rf"[^'’]*{re.escape(name)}['’]", self.text[at : at + 60]) is not None

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
