"""Who is meant in one document by a surname, a pronoun or a role."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Container, Iterable, Iterator
from functools import cached_property

from analysis.people.lists import load_list
from analysis.people.titles import NOT_LAST, ROLES, TITLES
from analysis.voices.acting_pronouns import find_pronoun_above, find_pronoun_before, is_of_another
from analysis.voices.beside import acts_himself, is_modifier, is_subject, tells_what
from analysis.voices.described_people import DescribedPeople, is_described_person, is_plural
from analysis.voices.epithets import bears_no_name, can_be_called, is_epithet, is_placed, may_hold_office
from analysis.voices.lately import LoneSubjects, is_otherwise
from analysis.voices.looking_back import LookingBack
from analysis.voices.named_people import NamedPeople
from analysis.voices.offices_meant import find_office
from analysis.voices.referents_roles import (
    ANYBODY,
    MEMBERS,
    AskedTitle,
    choose_bearers,
    find_nameless,
    group_alike,
    is_covered,
    is_described,
    parse_asked,
)
from analysis.voices.referents_titles import SHORT_FORMS, BorneTitle
from analysis.words.classes import DETERMINERS, PREPOSITIONS

SENTENCE_END = re.compile(
    r"(?<!\b[A-Z])(?<!\bMr|\bMs|\bDr|\bSt|\bLt|\bMx)(?<!\bMrs|\bSen|\bRep|\bGov|\bGen|\bCol|\bMaj|\bRev|\bSgt|\bAdm)"
    r"(?<!\bSens|\bReps|\bGovs|\bPres|\bProf|\bCapt|\bCmdr)[.!?][”\"]? |[;:\n]|, but "
)
BESIDE = 100  # characters before and behind what is said in which its speaker is named
OFTEN = 5  # times that a text names whom it is about
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
        """Read the names of a text, as NamedPeople does."""
        super().__init__(text, quoted, heading, apart)
        self.reporting: set[int] = set()  # where paragraphs in other languages begin that report somebody's words
        self.declined: list[tuple[int, str]] = []  # where the people of paragraphs in other languages are named: who
        self._spoken: list[tuple[int, str, int]] = []  # where a speech begins, whose it is, where it ends
        self._furthest: list[int] = []  # of each speech, the furthest place where it or one before it begins
        self._asked: set[tuple[int, str]] = set()  # where it is being looked for who he or she is
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

    def pronoun(self, at: int, sex: str, steps: int = 2) -> str | None:
        """Find who he or she is: a subject or else anyone named in the paragraph, else a subject since the last speech.

        If there is none either, it is who spoke last. A pronoun before a name that does not act is who it was: so many
        steps back.
        """
        asked = at, sex
        if asked in self._asked:
            return None  # the senator is who he is, and he the senator
        self._asked.add(asked)
        try:
            return self._find_meant(at, sex, steps)
        finally:
            self._asked.discard(asked)

    def _find_meant(self, at: int, sex: str, steps: int) -> str | None:
        opens = max(self.text.rfind("\n", max(0, at - FAR), at) + 1, at - FAR)
        recent = (pair for pair in reversed(self._spoken[-6:]) if pair[0] < at and self.is_somebody(pair[1]))
        spoken = next(
            (pair for pair in recent if self.fits(pair[1], sex) and not self._spoke_otherwise(pair, sex)), None
        )
        lately = spoken[0] if spoken else 0
        since = max(opens, lately)
        near = self._nearest(at, since, sex, acting=lately >= opens and spoken is not None)
        idle = near is not None and not is_subject(self.text, *near)
        if idle and steps and (earlier := find_pronoun_before(self.text, opens, near[0], sex, self.is_quoted)) >= 0:
            return self.pronoun(earlier, sex, steps - 1)
        if office := self._office_before(max(since, near[0] if near else 0), at, sex, idle if near else since == opens):
            return office
        if near:
            place, name = near
            called = self._called_by_role.find_acting(opens, place, sex)
            return (self.role(called.split(), at, but=name) or called) if called else name
        said = spoken[2] if spoken else -1
        if steps and (above := find_pronoun_above(self.text, opens, said, sex, self.is_quoted)) >= 0:
            return self.pronoun(above, sex, steps - 1)
        if spoken:
            newer = self._nearest(opens, spoken[2], sex, acting=True)
            if newer:
                return newer[1]
            return spoken[1] if lately > at - FAR else None
        above = self._nearest(opens, at - FAR, sex)
        return above[1] if above else self._called_by_role.find_before(at, sex)

    @cached_property
    def lone_subjects(self) -> LoneSubjects:
        """The lone surnames that act."""
        return LoneSubjects(self.text)

    @cached_property
    def _alike(self) -> dict[tuple[BorneTitle, ...], list[str]]:
        """The people of the text by their titles."""
        return group_alike(self.titles)

    @cached_property
    def _called_by_role(self) -> DescribedPeople:
        return DescribedPeople(self.text)

    def _spoke_otherwise(self, spoken: tuple[int, str, int], sex: str) -> bool:
        """Tell "Holm said, and he left", behind which Holm is not she, if no list tells the sex."""
        place, name, end = spoken
        if self.sex(name):
            return False
        at = self.text.find(name, max(0, place - BESIDE), end + BESIDE)
        return at >= 0 and is_otherwise(self.text[at + len(name) : at + len(name) + BESIDE], sex)

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
        if tells_what(self.text, at, name) or acts_himself(self.text, at, name):
            return True
        return is_subject(self.text, at, name) and not self._is_owner(name, at) and not is_modifier(self.text, at, name)

    def _office_before(self, since: int, at: int, sex: str, idle: bool) -> str | None:
        """Name who is called by an office behind the nearest name: Lund lost. Then the mayor left, [he] said.

        idle: whether that name does not act. The office acts, or a sentence ends behind it and before the pronoun.
        """
        end, noun, acts = find_office(self.text, since, at, self.is_quoted)
        if end < 0 or not (acts or (idle and SENTENCE_END.search(self.text, end, at))):
            return None
        who = self.role(["the", *noun.split()], at)
        return who if who and self.is_person(who) and self.fits(who, sex) else None

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
        return surname and (not name.endswith("s") or name in load_list("family_names"))

    def role(self, words: list[str], at: int, but: str | None = None) -> str | None:
        """Find whom "the diplomat" or "the head of the agency" stands for, None if nobody fits.

        That is whom the text calls so, of several the one whose country or body is asked for, else the one who spoke
        last, or who is named last, if another has acted since or none spoke;
        a nameless one if the text has spoken of such a one since ("a senior official"). For a general noun (the
        lawmaker) it may be who has a title that the noun covers. but: a person who cannot be meant ("he cited the
        politician").
        """
        asked = parse_asked(words)
        if asked is None:
            return None
        barred = {but, self._spoken[-1][1] if asked.himself and self._spoken else None}
        if (
            not asked.owned
            and (len(asked.content) > 1 or asked.nameless)
            and (same := self._spoken_as(asked.content, at))
        ):
            return same
        if asked.nameless:
            return None
        if own := self._name_behind(words):
            return own
        bearers = choose_bearers(asked, self._alike, lambda name: name not in barred and self.fits(name, asked.sex))
        placed = is_epithet(words, asked) and is_placed(asked, [self.titles[name] for name in bearers])
        if placed and (who := self._find_epithet(asked, at, barred)):
            return who  # of two Democrats the Ohio Democrat
        named = (self._last_heard(bearers, at) or self.last_named(bearers, at)) if bearers else None
        unnamed = find_nameless(self.text, asked, at, self.is_quoted)
        if unnamed >= 0 and (not named or named[0] < unnamed or named[0] > at or self._opens_alone(unnamed, named[0])):
            return self._spoken_as(asked.content, at)
        if named:
            return named[1]
        wider = self._spoken_as(asked.content, at) or self._wider(asked, at, barred)
        wider = wider or (self._find_epithet(asked, at, barred) if is_epithet(words, asked) else None)
        return wider or (self._leading if bears_no_name(words, asked) and self._leading not in barred else None)

    @cached_property
    def _leading(self) -> str | None:
        """Who a text is about: the one it names most often, twice as often as anybody else, and calls nothing else."""
        named = Counter(self.mentions).most_common(2)
        often = bool(named) and named[0][1] >= OFTEN and (len(named) < 2 or named[0][1] >= 2 * named[1][1])
        often = often and not named[0][0].endswith(" Jr")
        return named[0][0] if often and may_hold_office(self.titles.get(named[0][0], ())) else None

    def _last_heard(self, bearers: list[str], at: int) -> tuple[int, str] | None:
        """Find who of several of one title spoke last of all, unless another of them has acted since: the senator."""
        begin, name, end = self._spoken[-1] if self._spoken and len(bearers) > 1 else (at, "", at)
        if begin >= at or end < at - FAR or name not in bearers:
            return None
        first, last = bisect_left(self.places, end), bisect_left(self.places, at)
        others = set(bearers) - {name}
        acted = any(self.mentions[number] in others and self._acts(number) for number in range(first, last))
        return None if acted else (max(end, self.last_named([name], at)[0]), name)

    def _opens_alone(self, unnamed: int, named: int) -> bool:
        """Tell "A Democrat met Senator Lund", with whom a paragraph opens and not with who is named behind."""
        opens = not unnamed or self.text[unnamed - 1] == "\n"
        return opens and self.text.find("\n", unnamed, named) < 0 and not is_subject(self.text, named)

    def _find_epithet(self, asked: AskedTitle, at: int, barred: Container[str | None]) -> str | None:
        """Find whom a description of a public figure means that fits nobody's title: who spoke lately, else "he"."""
        opens = max(self.text.rfind("\n", max(0, at - FAR), at) + 1, at - FAR)
        stop = len(self.text[max(0, at - FAR) : max(0, opens)].rstrip()) + max(0, at - FAR)
        above = self.text.rfind("\n", max(0, at - FAR), stop) + 1
        place, name, end = next((one for one in reversed(self._spoken[-6:]) if one[0] < at), (-1, "", -1))
        acting = self._nearest(at, max(opens, end), asked.sex, acting=True)
        if acting and not SENTENCE_END.search(self.text, acting[0], at):
            acting = self._nearest(at, acting[0] + 1, asked.sex) or (0, None)  # Roe hit Lund after the senator spoke
        who = acting[1] if acting else name if above <= place < at else self.pronoun(at, asked.sex)
        known = who is not None and who in self.known and who not in barred and self.fits(who, asked.sex)
        return who if known and can_be_called(who, self.titles.get(who, ()), asked) else None

    def _name_behind(self, words: list[str]) -> str | None:
        """Find the name with which a title ends: "head of the agency Jan Kos", but not "a friend of Jan Kos"."""
        if "," in words:
            aside, words = words[words.index(",") + 1 :], words[: words.index(",")]
            if len(aside) > 1 and (name := self.full_name(aside)) in self.known:
                return name  # the chairman, Jan Kos
        if len(words) == 2 and words[0].lower().rstrip(".") in SHORT_FORMS and self.has_family(words[1]):
            return self.full_name(words[1:])  # Sen. Boxer
        if len(words) < 4 or not (words[-1][0].isupper() and words[-2][0].isupper()):
            return None
        before = words[:-2]
        link = next((at for at in range(len(before) - 1, -1, -1) if before[at].lower() in PREPOSITIONS), -1)
        between = [word.lower() for word in before[link + 1 :] if word != "State"]
        other = link >= 0 and set(between) <= TITLES | ROLES | DETERMINERS and before[-1] != "State"
        name = self.full_name(words[-2:])
        return name if name in self.known and not other and (link < 0 or before[-1][0].isupper()) else None

    def _wider(self, asked: AskedTitle, at: int, barred: Container[str | None]) -> str | None:
        """Find whom a general noun covers: the lawmaker, of a senator; who spoke last of them, else who was named."""
        fit = {name for name in self.few if name not in barred and self.fits(name, asked.sex)}
        beside = [name for name in fit if is_described(asked, self.titles.get(name, ()), self.described(name))]
        if len(beside) == 1:
            return beside[0]
        covered = {name for name in fit if is_covered(asked, self.titles.get(name, ()))}
        spoken = next((name for name in self._list_lately(at) if name in covered), None)
        if asked.title.head in MEMBERS:  # nothing says of which party
            return spoken if spoken and self._spoken[-1][1] == spoken else None
        named = self.last_named(covered, at) if covered and not spoken else None
        if spoken or (named and at - FAR < named[0] < at):
            return spoken or named[1]
        who = self.pronoun(at, asked.sex) if asked.content <= ANYBODY else None
        return who if who in fit and not (asked.title.head == "politician" and self.titles.get(who)) else None
