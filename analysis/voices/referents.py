"""Who is meant in one document by a surname, a pronoun or a role."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Container, Iterable
from functools import cached_property

from analysis.people.titles import ROLES, TITLES
from analysis.voices.acting_pronouns import find_pronoun_above, find_pronoun_before
from analysis.voices.ages_meant import find_named_aged, is_aged
from analysis.voices.beside import is_subject
from analysis.voices.described_people import DescribedPeople
from analysis.voices.epithets import (
    ARTISTS,
    WEALTHY,
    bears_no_name,
    can_be_called,
    is_epithet,
    is_placed,
    may_hold_office,
)
from analysis.voices.lately import LoneSubjects, is_otherwise
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
    is_shorter_for,
    parse_asked,
)
from analysis.voices.referents_titles import SHORT_FORMS, BorneTitle
from analysis.voices.speaking_people import FAR, SpeakingPeople
from analysis.words.classes import DETERMINERS, PREPOSITIONS

SENTENCE_END = re.compile(
    r"(?<!\b[A-Z])(?<!\bMr|\bMs|\bDr|\bSt|\bLt|\bMx)(?<!\bMrs|\bSen|\bRep|\bGov|\bGen|\bCol|\bMaj|\bRev|\bSgt|\bAdm)"
    r"(?<!\bSens|\bReps|\bGovs|\bPres|\bProf|\bCapt|\bCmdr)[.!?][”\"]? |[;:\n]|, but "
)
BESIDE = 100  # characters before and behind what is said in which its speaker is named
OFTEN = 5  # times that a text names whom it is about


class Referents(SpeakingPeople):
    """Who is who in one document."""

    def __init__(
        self,
        text: str,
        quoted: list[tuple[int, int]],
        heading: str = "",
        apart: Iterable[tuple[int, str]] = (),
    ) -> None:
        """Read the names of a text, as NearestPeople does."""
        super().__init__(text, quoted, heading, apart)
        self.reporting: set[int] = set()  # where paragraphs in other languages begin that report somebody's words
        self.declined: list[tuple[int, str]] = []  # where the people of paragraphs in other languages are named: who
        self._asked: set[tuple[int, str]] = set()  # where it is being looked for who he or she is
        self._artists: dict[str, str] = {}  # who is called the singer, the star

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
            if not newer and spoken[1].split()[0] in DETERMINERS:  # the caller spoke; then Lund was asked to sing
                newer = self._find_last(bisect_left(self.places, opens) - 1, spoken[2], sex)
                newer = newer if newer and self.sex(newer[1]) == sex else None
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
        """Tell "Holm said, and he left", behind which Holm is not she, if no list tells the sex.

        So is whose plan a sentence opens with: "Turning to Holm's defence of the dam, she said".
        """
        place, name, end = spoken
        number = bisect_left(self.places, place) - 1
        if number >= 0 and self.mentions[number] == name and not self._can_be(number, sex):
            return True
        if self.sex(name):
            return False
        at = self.text.find(name, max(0, place - BESIDE), end + BESIDE)
        return at >= 0 and is_otherwise(self.text[at + len(name) : at + len(name) + BESIDE], sex)

    def _office_before(self, since: int, at: int, sex: str, idle: bool) -> str | None:
        """Name who is called by an office behind the nearest name: Lund lost. Then the mayor left, [he] said.

        idle: whether that name does not act. The office acts, or a sentence ends behind it and before the pronoun.
        """
        end, noun, acts = find_office(self.text, since, at, self.is_quoted)
        if end < 0 or not (acts or (idle and SENTENCE_END.search(self.text, end, at))):
            return None
        who = self.role(["the", *noun.split()], at)
        return who if who and self.is_person(who) and self.fits(who, sex) else None

    def role(self, words: list[str], at: int, but: str | None = None) -> str | None:
        """Find whom "the diplomat" or "the head of the agency" stands for, None if nobody fits.

        That is whom the text calls so, of several the one whose country or body is asked for, else the one who spoke
        last, or who is named last, if another has acted since or none spoke;
        a nameless one if the text has spoken of such a one since ("a senior official"). For a general noun (the
        lawmaker) it may be who has a title that the noun covers. but: a person who cannot be meant ("he cited the
        politician").
        """
        if is_aged(words):
            return self._find_aged(" ".join(words[1:]), at)
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
        if self._spoken and is_shorter_for(asked, self._spoken[-1][1]):
            return self._spoken[-1][1]
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
        wider = self._spoken_as(asked.content, at)
        if not wider and any("-" in low for low in asked.title.about) and is_epithet(words, asked):
            wider = self._find_epithet(asked, at, barred)  # the seven-term lawmaker, who left
        wider = wider or self._wider(asked, at, barred)
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
        """Find whom a description of a public figure means that fits nobody's title: who spoke lately, else "he".

        An artist stays who was called so first, whoever speaks in between.
        """
        called = self._artists.get(asked.title.head) if asked.title.head in ARTISTS else None
        if called and called not in barred:
            return called
        who = self._find_described(asked, at, barred)
        if who and asked.title.head in ARTISTS:
            self._artists[asked.title.head] = who
        return who

    def _find_described(self, asked: AskedTitle, at: int, barred: Container[str | None]) -> str | None:
        opens, above = self._place_paragraphs(at)
        recent = (one for one in reversed(self._spoken[-6:]) if one[0] < at and self.is_somebody(one[1]))
        place, name, end = next(recent, (-1, "", -1))  # the tweet says nothing of who is the singer
        acting = self._nearest(at, max(opens, end), asked.sex, acting=True)
        if acting and not SENTENCE_END.search(self.text, acting[0], at):
            acting = self._nearest(at, acting[0] + 1, asked.sex) or (0, None)  # Roe hit Lund after the senator spoke
        who = acting[1] if acting else name if above <= place < at else self.pronoun(at, asked.sex)
        if self._can_mean(who, asked, barred):
            return who
        wealthy = asked.title.head in WEALTHY and not acting
        who = next(iter(self.list_named(max(opens, end), at)[-1:]), None) if wealthy else None
        return who if self._can_mean(who, asked, barred) else None

    def _can_mean(self, who: str | None, asked: AskedTitle, barred: Container[str | None]) -> bool:
        known = who is not None and who in self.known and who not in barred and self.fits(who, asked.sex)
        return known and can_be_called(who, self.titles.get(who, ()), asked)

    def _find_aged(self, word: str, at: int) -> str | None:
        """Find whose age is said, else who acted or spoke last: the 43-year-old."""
        number = find_named_aged(self.text, word, at, self.places)
        if number is not None:
            return self.mentions[number] if number >= 0 else None
        opens, above = self._place_paragraphs(at)
        place, name, end = next((one for one in reversed(self._spoken[-6:]) if one[0] < at), (-1, "", -1))
        acting = self._nearest(at, max(opens, end), "", acting=True)
        who = acting[1] if acting else name if above <= place else self.pronoun(at, "")
        return who if who in self.known else None

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
