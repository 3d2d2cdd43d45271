"""Who is named last between two places of a document: a subject, whom a verb follows, anybody."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable

from analysis.voices.acting_pronouns import is_of_another
from analysis.voices.beside import acts_himself, acts_in_clause, is_modifier, is_subject, is_told_of, tells_what
from analysis.voices.looking_back import LookingBack
from analysis.voices.named_people import NamedPeople


class NearestPeople(NamedPeople):
    """Who is named in one document, looked for backwards."""

    def __init__(
        self,
        text: str,
        quoted: list[tuple[int, int]],
        heading: str = "",
        apart: Iterable[tuple[int, str]] = (),
    ) -> None:
        """Read the names of a text, as NamedPeople does."""
        super().__init__(text, quoted, heading, apart)
        self._fit: dict[str, LookingBack] = {}
        self._act: dict[str, LookingBack] = {}
        self._act_anywhere: dict[str, LookingBack] = {}

    def _nearest(self, at: int, since: int, sex: str, acting: bool = False) -> tuple[int, str] | None:
        """Return the last subject named between two places, else the last person named there unless acting."""
        last, first = bisect_left(self.places, at) - 1, bisect_left(self.places, since)
        number = self._acting(sex).find(last, first)
        if number < 0 and not acting:
            return self._find_last(last, since, sex) or self._place(self._fitting(sex).find(last, first))
        return self._place(number)

    def _find_last(self, last: int, since: int, sex: str) -> tuple[int, str] | None:
        """Find who is named last of those whom a sentence ends with or introduces, or whom a verb follows."""
        first = bisect_left(self.places, since)
        number = self._fitting(sex).find(last, first)
        if number >= 0 and not is_told_of(self.text, self.places[number], self.mentions[number]):
            number = self._acting_anywhere(sex).find(number, first)
        return self._place(number)

    def _place(self, number: int) -> tuple[int, str] | None:
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

    def _acting_anywhere(self, sex: str) -> LookingBack:
        """Those that a verb follows."""
        if sex not in self._act_anywhere:
            self._act_anywhere[sex] = LookingBack(
                lambda number: (
                    self._can_be(number, sex) and acts_in_clause(self.text, self.places[number], self.mentions[number])
                )
            )
        return self._act_anywhere[sex]

    def _can_be(self, number: int, sex: str) -> bool:
        at, name = self.places[number], self.mentions[number]
        return self.fits(name, sex) and not (sex and is_of_another(self.text, at, name.rpartition(" ")[2], sex))

    def _acts(self, number: int) -> bool:
        at, name = self.places[number], self.mentions[number]
        if tells_what(self.text, at, name) or acts_himself(self.text, at, name):
            return True
        return is_subject(self.text, at, name) and not self._is_owner(name, at) and not is_modifier(self.text, at, name)

    def _is_owner(self, name: str, at: int) -> bool:
        """Tell "President Lee's decision", of somebody of unknown sex, which is the subject, from President Lee."""
        unknown = name in self._titled and not self.sex(name)
        return unknown and re.match(rf"[^'’]*{re.escape(name)}['’]", self.text[at : at + 60]) is not None
