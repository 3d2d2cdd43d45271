"""Whom a pronoun or a role goes back to, among the people of one document and those who have spoken in it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from analysis.people.titles import NOT_LAST, ROLES
from analysis.voices.beside import is_subject
from analysis.voices.described_people import (
    find_described_acting,
    find_described_before,
    is_described_person,
    is_plural,
)
from analysis.voices.named_people import NamedPeople
from analysis.voices.role_words import GENERIC, NAMELESS, OFFICIAL, MeantRole, parse_role_words, rank_by_role
from analysis.words.classes import DETERMINERS

FAR = 4000  # characters back that a pronoun or a role can lead


class Referents(NamedPeople):
    """Who is who in one document."""

    def __init__(
        self,
        text: str,
        quoted: list[tuple[int, int]],
        heading: str = "",
        apart: Iterable[tuple[int, str]] = (),
    ) -> None:
        """Read the names of a text, as `NamedPeople` does; nobody has spoken yet."""
        super().__init__(text, quoted, heading, apart)
        self._spoken: list[tuple[int, str, int]] = []  # where a speech begins, whose it is, where it ends

    def speaks(self, at: int, name: str, end: int = -1) -> None:
        """Remember that a speech from this place to that one is this person's."""
        self._spoken.append((at, name, max(at, end)))

    def list_spoken(self, most: int) -> list[tuple[int, str]]:
        """List the last speeches, the latest first: where each begins and whose it is."""
        return [(at, name) for at, name, _ in self._spoken[: -most - 1 : -1]]

    def pronoun(self, at: int, sex: str) -> str | None:
        """Find who he or she is: a subject or else anyone named in the paragraph, else a subject since the last speech.

        If there is none either, it is who spoke last.
        """
        opens = self.text.rfind("\n", 0, at) + 1
        recent = (pair for pair in reversed(self._spoken[-6:]) if pair[0] < at and self.is_somebody(pair[1]))
        spoken = next((pair for pair in recent if self.fits(pair[1], sex)), None)
        lately = spoken[0] if spoken else 0
        since = max(opens, lately)
        near = self._nearest(at, since, sex, acting=lately >= opens and spoken is not None)
        if near:
            place, name = near
            called = find_described_acting(self.text, opens, place, sex)
            return (self.role(called.split(), at, but=name) or called) if called else name
        if spoken:
            newer = self._nearest(opens, spoken[2], sex, acting=True)
            if newer:
                return newer[1]
            return spoken[1] if lately > at - FAR else None
        above = self._nearest(opens, at - FAR, sex)
        return above[1] if above else find_described_before(self.text, at, sex)

    def _nearest(self, at: int, since: int, sex: str, acting: bool = False) -> tuple[int, str] | None:
        """Return the last subject named between two places, else the last person named there unless acting."""
        anyone = None
        for number in range(bisect_left(self.places, at) - 1, -1, -1):
            at, name = self.places[number], self.mentions[number]
            if at < since:
                break
            if self.fits(name, sex):
                if is_subject(self.text, at) and not self._is_owner(name, at):
                    return at, name
                anyone = anyone or (at, name)
        return None if acting else anyone

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
        surname = " " not in name and name[0].isupper() and not name.isupper() and not name.endswith("s")
        return surname and name.lower() not in NOT_LAST

    def role(self, words: Sequence[str], at: int, but: str | None = None) -> str | None:
        """Find whom "the diplomat" or "the head of the agency" stands for, None if nobody fits.

        but: a person who cannot be meant ("he cited the politician").
        """
        meant = parse_role_words(words)
        if meant.content & NAMELESS:
            return None
        if not meant.himself and len(meant.content) == 1 and meant.content <= GENERIC:
            spoken = self._spoken_lately(meant, at, but)
            if spoken:
                return spoken
        if len(meant.content) > 1 and not meant.owners and (same := self._spoken_as(meant.content, at)):
            return same
        last = self._spoken[-1][1] if self._spoken else None
        among = (
            name
            for name in self._named
            if name in self.known
            and self.fits(name, meant.sex)
            and name != but
            and not (meant.himself and name == last)
        )
        best = rank_by_role(meant, ((name, self.described(name)) for name in among))
        if len(best) > 1:
            return next((name for _, name, _ in reversed(self._spoken) if name in best), best[0])
        if best:
            return best[0]
        return self.pronoun(at, meant.sex) if len(meant.content) == 1 and meant.content <= GENERIC - OFFICIAL else None

    def _can_be(self, name: str, meant: MeantRole) -> bool:
        """Tell whether a person can be "the official": one whom the text calls something of the kind."""
        known = self.is_person(name)
        return known and not (meant.content <= OFFICIAL and self.described(name).isdisjoint(meant.wider))

    def _spoken_lately(self, meant: MeantRole, at: int, but: str | None) -> str | None:
        """Find who spoke last, for a word as general as "the politician"."""
        for place, name, _ in reversed(self._spoken):
            named = self._can_be(name, meant) or meant.content <= set(name.lower().split())
            if named and name != but and self.fits(name, meant.sex) and place > at - FAR:
                return name
        return None

    def _spoken_as(self, content: set[str], at: int) -> str | None:
        """Find who spoke already under no name but these words: "a senior officer", for "the senior officer"."""
        nameless = ((place, name) for place, name, _ in reversed(self._spoken) if name.split()[0] in DETERMINERS)
        return next(
            (name for place, name in nameless if place > at - FAR and content <= set(name.lower().split())), None
        )
