"""Who is named last between two places of a document: a subject, whom a verb follows, anybody."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from functools import cached_property

from analysis.voices.acting_pronouns import is_of_another
from analysis.voices.beside import acts_himself, acts_in_clause, is_modifier, is_subject, is_told_of, tells_what
from analysis.voices.looking_back import LookingBack
from analysis.voices.named_people import NamedPeople


class NearestPeople(NamedPeople):
    """Who is named in one document, looked for backwards."""

    @cached_property
    def _lookings(self) -> dict[tuple[str, str], LookingBack]:
        return {}  # by what is asked of a mention and the sex

    def _nearest(self, at: int, since: int, sex: str, acting: bool = False) -> tuple[int, str] | None:
        """Return the last subject named between two places, else the last person named there unless acting."""
        last, first = bisect_left(self.places, at) - 1, bisect_left(self.places, since)
        number = self._looking(self._is_subject_of, sex).find(last, first)
        if number < 0 and not acting:
            return self._find_last(last, since, sex) or self._place(self._looking(self._can_be, sex).find(last, first))
        return self._place(number)

    def _find_last(self, last: int, since: int, sex: str) -> tuple[int, str] | None:
        """Find who is named last of those whom a sentence ends with or introduces, or whom a verb follows."""
        first = bisect_left(self.places, since)
        number = self._looking(self._can_be, sex).find(last, first)
        if number >= 0 and not is_told_of(self.text, self.places[number], self.mentions[number]):
            number = self._looking(self._acts_anywhere, sex).find(number, first)
        return self._place(number)

    def _place(self, number: int) -> tuple[int, str] | None:
        return (self.places[number], self.mentions[number]) if number >= 0 else None

    def _looking(self, tell: Callable[[int, str], bool], sex: str) -> LookingBack:
        """The mentions of which something is so for a sex, looked for backwards."""
        asked = tell.__name__, sex
        if asked not in self._lookings:
            self._lookings[asked] = LookingBack(lambda number: tell(number, sex))
        return self._lookings[asked]

    def _can_be(self, number: int, sex: str) -> bool:
        at, name = self.places[number], self.mentions[number]
        return self.fits(name, sex) and not (sex and is_of_another(self.text, at, name.rpartition(" ")[2], sex))

    def _is_subject_of(self, number: int, sex: str) -> bool:
        return self._can_be(number, sex) and self._acts(number)

    def _acts_anywhere(self, number: int, sex: str) -> bool:
        """Whether a verb follows who can be he or she."""
        return self._can_be(number, sex) and acts_in_clause(self.text, self.places[number], self.mentions[number])

    def _acts(self, number: int) -> bool:
        at, name = self.places[number], self.mentions[number]
        if tells_what(self.text, at, name) or acts_himself(self.text, at, name):
            return True
        return is_subject(self.text, at, name) and not self._is_owner(name, at) and not is_modifier(self.text, at, name)

    def _is_owner(self, name: str, at: int) -> bool:
        """Tell "President Lee's decision", of somebody of unknown sex, which is the subject, from President Lee."""
        unknown = name in self._titled and not self.sex(name)
        return unknown and re.match(rf"[^'’]*{re.escape(name)}['’]", self.text[at : at + 60]) is not None
