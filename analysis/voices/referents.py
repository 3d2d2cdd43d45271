"""The people of one document: full names, and who is meant by a surname, a pronoun or a role."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from analysis.people.document_names import DocumentNames
from analysis.people.folding import fold
from analysis.people.names import POSSESSIVE, SEQUENCE, guess_sex
from analysis.people.titles import NOT_LAST, ROLES, ROLES_HE, ROLES_SHE, TITLES
from analysis.voices.beside import describe_person, is_introduced, is_subject
from analysis.voices.described_people import (
    find_described_acting,
    find_described_before,
    is_described_person,
    is_plural,
)
from analysis.voices.lately import is_family_name
from analysis.voices.name_runs import (
    bare_words,
    fold_names,
    parse_name,
    split_with_places,
    stands_for_place,
    straighten_capitals,
)
from analysis.words.classes import DETERMINERS, HE, PREPOSITIONS, SHE

MANY = 300  # people of one document whose roles are kept
FAR = 4000  # characters back that a pronoun or a role can lead
GENERIC = frozenset(["politician", "diplomat", "official", "lawmaker", "speaker", "man", "woman"])
PARTISAN = frozenset(["democratic", "republican", "democrat", "labour", "conservative", "liberal"])
# what a general noun can stand for
BROADER = {
    "official": "minister official secretary commissioner administrator deputy",
    "politician": "leader party senator governor deputy congressman congresswoman candidate minister mp mayor "
    "president lawmaker",
    "diplomat": "ambassador envoy foreign minister diplomat ministry",
    "lawmaker": "senator representative congressman congresswoman deputy mp sen rep lawmaker",
    "spokesman": "spokesperson spokeswoman",
    "spokeswoman": "spokesperson spokesman",
    "representative": "spokeswoman spokesman spokesperson",
    "businessman": "billionaire mogul magnate developer tycoon",
    "billionaire": "businessman mogul magnate",
}


class Referents:
    """Who is who in one document."""

    def __init__(
        self,
        text: str,
        quoted: list[tuple[int, int]],
        heading: str = "",
        apart: Iterable[tuple[int, str]] = (),
    ) -> None:
        """Read the names of a text; quoted: the stretches whose names no pronoun outside goes back to.

        apart: names whose words the text parts (Dwayne "The Rock" Johnson), each with its place.
        """
        self.text = text
        self.sexes: dict[str, Counter[str]] = defaultdict(Counter)
        self.full_names: list[tuple[int, tuple[str, ...]]] = []
        self._best: dict[tuple[tuple[str, ...], str], str] = {}
        self._sex: dict[str, str] = {}
        self._spoken: list[tuple[int, str, int]] = []  # where a speech begins, whose it is, where it ends
        self._named: dict[str, list[tuple[int, tuple[str, ...]]]] = defaultdict(list)  # where a person is named in full
        self._described: dict[str, set[str]] = {}
        self._titles: dict[str, set[str]] = defaultdict(set)  # with which a family name stands: President Lee
        self._titled: set[str] = set()  # family names that stand behind a title and with no given name: President Lee
        found = [(match.start(), match[0]) for match in SEQUENCE.finditer(text)]
        for place, sequence in [*((None, match) for match in SEQUENCE.findall(heading)), *apart, *found]:
            for at, words in split_with_places(sequence) if " " in sequence else ():
                if len(words) > 1:  # one word is neither a full name nor has a title
                    self._learn(-1 if place is None else place + at, words)
        self.names = DocumentNames(sorted(self.full_names))
        self.forms = {" ".join(words) for words in self.names.owners}
        self._fill(found, quoted)

    def _learn(self, at: int, words: tuple[str, ...]) -> None:
        name, sex, personal, sure = parse_name(words)
        abbreviated = (
            len(name[0].rstrip(".")) == 1 and name[0] == words[0] and at > 1 and self.text[at - 1] == "."
        )  # the U.S. Navy
        personal = personal and not abbreviated
        sure = sure and not (personal and stands_for_place(self.text, name[0]))
        if personal and (sure or is_introduced(self.text, at, words, len(name) < len(words))):
            name = straighten_capitals(name)
            self.full_names.append((at, name))
            if at >= 0 and len(self._named) < MANY:
                self._named[" ".join(name)].append((at, words))
        if len(name) == 1 and at >= 0:
            self._titles[name[0]] |= {word.lower() for word in words if word != name[0]} & ROLES
            if len(words) > 1 and words[-2].lower().rstrip(".") in TITLES and is_family_name(name[0]):
                self._titled.add(name[0])
        if sex and name and len(name) <= 2:
            self.sexes[" ".join(name).lower()][sex] += 1

    def _fill(self, found: list[tuple[int, str]], quoted: list[tuple[int, int]]) -> None:
        """Note every mention of a person outside quotations: where, and who."""
        starts = [start for start, _ in quoted]
        parts = {"", *self.names.parts, *map(fold, self._titled)}
        likely = (run for run in {run for _, run in found} if not parts.isdisjoint(fold_names(run)))
        meant = {sequence: people for sequence in likely if (people := self._people(sequence))}
        self.places: list[int] = []
        self.mentions: list[str] = []
        for place, people in [(place, meant[sequence]) for place, sequence in found if sequence in meant]:
            for at, name in people:
                run = bisect_right(starts, place + at) - 1
                if run < 0 or place + at >= quoted[run][1]:
                    self.places.append(place + at)
                    self.mentions.append(name)
        self.known = set(self.mentions)

    def _people(self, sequence: str) -> list[tuple[int, str]]:
        """The people whom capitalised words name, each with the place in the words."""
        named = ((at, self._person(words)) for at, words in split_with_places(sequence))
        return [(at, name) for at, name in named if name]

    def _person(self, words: tuple[str, ...]) -> str | None:
        name, sex = bare_words(words)
        alone = len(name) == 1 and (sex or name[0] in self._titled)
        if fold(name[-1]) not in self.names.parts and not alone:
            return None
        full = self.full_name(name, sex)
        if full in self._titled:
            return full
        return full if full in self.forms or (sex and name[-1].lower() not in TITLES) else None

    def described(self, name: str) -> set[str]:
        """What stands around a person's full name, wherever the text has it."""
        if name not in self._described:
            own, named = set(name.split()), self._named.get(name, ())
            told = (describe_person(self.text, at, words, own) for at, words in named)
            self._described[name] = set().union(self._titles.get(name.split()[-1], ()), *told)
        return self._described[name]

    def full_name(self, words: list[str], sex: str = "") -> str:
        """Return the fullest form of a name in the document; the name itself if there is none."""
        key = tuple(words), sex
        if key not in self._best:
            self._best[key] = self.names.full_name(words, sex) or " ".join(words)
        return self._best[key]

    def has_family(self, word: str) -> bool:
        """Tell whether somebody of this family name is named in full."""
        return any(rank == 2 for _, _, rank in self.names.parts.get(fold(word), ()))

    def sex(self, name: str) -> str:
        """Guess "f", "m" or "" from titles in the text, the given name, the surname and the role."""
        if name not in self._sex:
            self._sex[name] = self._guess_sex(name)
        return self._sex[name]

    def _guess_sex(self, name: str) -> str:
        titles = self.sexes.get(name.lower())
        guess = guess_sex(name) or guess_sex(name, " ".join(self.described(name)))
        if (
            not titles
            and not guess
            and len({key for _, key, _ in self.names.parts.get(fold(name.split()[-1]), ())}) <= 1
        ):
            titles = self.sexes.get(name.split()[-1].lower())
        if not titles and not guess and name in self._titled:
            titles = Counter("f" if word[1] in SHE else "m" for word in self._pronouns_behind(name))
        return titles.most_common(1)[0][0] if titles and not guess else guess

    def _pronouns_behind(self, name: str) -> Iterator[re.Match]:
        """Find the first "he" or "she" behind each mention of a name in its clause: a title alone tells no sex."""
        words = "|".join(sorted(HE | SHE))
        return re.finditer(rf"\b{re.escape(name)}\b(?!['’])[^.!?,;\n“”\"]{{0,60}}?\b({words})\b", self.text)

    def _spoken_as(self, content: set[str], at: int) -> str | None:
        """Find who spoke already under no name but these words: "a senior officer", for "the senior officer"."""
        nameless = ((place, name) for place, name, _ in reversed(self._spoken) if name.split()[0] in DETERMINERS)
        return next(
            (name for place, name in nameless if place > at - FAR and content <= set(name.lower().split())), None
        )

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
                unsure = (
                    name in self._titled
                    and not self.sex(name)
                    and re.match(rf"[^'’]*{name}['’]", self.text[at : at + 60])
                )
                if is_subject(self.text, at) and not unsure:
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

    def is_person(self, name: str) -> bool:
        """Tell a person known in this document from an organisation or a description."""
        return name in self.known

    def fits(self, name: str, sex: str) -> bool:
        """Tell whether he ("m") or she ("f") can stand for a person."""
        return not sex or self.sex(name) in ("", sex)

    def first_named(self, start: int, end: int) -> tuple[str, int, int] | None:
        """Return the first person named between two places, with the place of the name."""
        number = bisect_left(self.places, start)
        if number == len(self.places) or self.places[number] >= end:
            return None
        at, name = self.places[number], self.mentions[number]
        return name, at, min(end, at + len(name))

    def role(self, words: list[str], at: int, but: str | None = None) -> str | None:
        """Find whom "the diplomat" or "the head of the agency" stands for, None if nobody fits.

        but: a person who cannot be meant ("he cited the politician").
        """
        lows = [word.lower() for word in words]
        content = {low for low in lows if low not in DETERMINERS and low not in PREPOSITIONS and len(low) > 2}
        sex = "f" if content & ROLES_SHE else "m" if content & ROLES_HE - {"spokesman", "chairman"} else ""
        himself = "himself" in content or "herself" in content
        wider = set().union(*(BROADER.get(low, "").split() for low in content)) | content - {"himself", "herself"}
        last = self._spoken[-1][1] if self._spoken else None
        owners = {POSSESSIVE.sub("", word) for word in words if POSSESSIVE.search(word)}  # Lee's lawyer is not Lee
        if not himself and len(content) == 1 and content <= GENERIC:
            for place, name, _ in reversed(self._spoken):
                named = self.is_person(name) or content <= set(name.lower().split())
                if named and name != but and self.fits(name, sex) and place > at - FAR:
                    return name
        if len(content) > 1 and not owners and (same := self._spoken_as(content, at)):
            return same
        proper = {word.lower() for word in words if word[0].isupper()} & PARTISAN
        scores = {
            name: len(wider & self.described(name)) + len(content & self.described(name))
            for name in self._named
            if name in self.known
            and self.fits(name, sex)
            and name != but
            and not (himself and name == last)
            and owners.isdisjoint(name.split())
            and (not proper or not (self.described(name) & PARTISAN - proper) or proper & self.described(name))
        }
        most = max(scores.values(), default=0)
        best = [name for name, score in scores.items() if score == most and most]
        if len(best) == 1:
            return best[0]
        if best:
            return next((name for _, name, _ in reversed(self._spoken) if name in best), best[0])
        return self.pronoun(at, sex) if len(content) == 1 and content <= GENERIC else None
