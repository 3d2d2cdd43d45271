"""Titles that a text gives somebody: before the name, behind it, in brackets; and what a bare title asks for."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from analysis.people.titles import LISTS, ROLES, TITLES, TITLES_HE, TITLES_SHE
from analysis.voices.beside import TELLING
from analysis.voices.cues import load_cues
from analysis.voices.described_people import is_person_noun
from analysis.words.classes import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
    is_adverb,
)

COUNTRIES = Path(__file__).parents[1] / "actors" / "countries.csv"
REACH = 100  # characters on either side of a name in which its titles stand
LONGEST = 8  # words of a title before a name
MOST_KEPT = 50_000  # different words of which it is remembered whether they end a title
SHORT_FORMS = {
    "sen": "senator", "rep": "representative", "gov": "governor", "gen": "general", "col": "colonel",
    "lt": "lieutenant", "maj": "major", "capt": "captain", "cmdr": "commander", "adm": "admiral", "sgt": "sergeant",
    "pres": "president", "supt": "superintendent", "amb": "ambassador", "insp": "inspector", "det": "detective",
    "prof": "professor", "dr": "doctor", "rev": "reverend", "congressman": "representative",
    "congresswoman": "representative", "spokeswoman": "spokesman", "spokesperson": "spokesman",
    "chairwoman": "chairman", "chairperson": "chairman", "chair": "chairman", "attorney": "lawyer", "pm": "premier",
    "counsellor": "adviser", "advisor": "adviser", "councilor": "councillor", "democratic": "democrat",
}  # fmt: skip
"""Heads of titles that mean the same."""
SHORT_TITLES = frozenset(["adm", "amb", "brig", "capt", "cmdr", "col", "cpl", "det", "dr", "fr", "gen", "gov", "govs",
    "hon", "insp", "jr", "lt", "maj", "messrs", "mr", "mrs", "ms", "mx", "pres", "prof", "pvt", "rep", "reps", "rev",
    "sen", "sens", "sgt", "st", "supt"])  # fmt: skip
"""Titles behind which a full stop ends no sentence."""
PARTIES = {"D": "democrat", "R": "republican", "I": "independent"}
FORMER = frozenset(["former", "ex", "then", "late", "onetime", "one-time", "ousted"])
ALTERING = frozenset(["vice", "deputy", "prime", "chief", "assistant", "associate", "shadow", "under", "elect",
    "first", "co", "consul", "honorary"])  # fmt: skip
"""Words that make another title of one: a vice president is no president."""
BEFORE_A_HEAD = ALTERING - {"co"}
PAIRED = {
    "general": frozenset(["attorney", "secretary", "solicitor", "surgeon"]),
    "governor": frozenset(["lieutenant"]),
    "lawyer": frozenset(["district"]),
}
"""... and those that do so of one noun alone."""
NO_HEADS = LISTS["title_words"] | TITLES_HE | TITLES_SHE | {"miss", "mx", "messrs", "hon"}
HEADS = (TITLES - NO_HEADS) | ROLES | {"prince", "princess", "king", "queen", "pope", "duke"}
STOPPING = (
    DETERMINERS | (PREPOSITIONS - {"of", "for"}) | CONJUNCTIONS | PRONOUNS | AUXILIARIES | SUBORDINATORS | TELLING
)
EMPTY = DETERMINERS | PREPOSITIONS | CONJUNCTIONS | FORMER | TITLES_HE | TITLES_SHE
INITIALS = re.compile(r"(?:[A-Z]\.)+")
ASIDE = re.compile(
    r"(?:, (?:\d{1,3}, )?|,? who (?:is|was) | (?:is|was) | [—–-] |,? \()"
    r"(?P<phrase>(?:[^,;:()\n“”\".—–]|(?<=[A-Z])\.|(?<=\bSt)\.){2,90})"
)
PARTY = re.compile(r",? \(?(?P<party>[DRI])(?:em|ep)?\.?[-–—](?P<place>[A-Z][\w.]*(?: [A-Z][\w.]*){0,2})")
_PARTY = {"democratic": "democrat", "republican": "republican"}
HEADS_ALL = frozenset(["administration"])  # of whom only "the Obama administration" says what office it is
HEADING = re.compile(r"(?:['’]s)? (?:administration|presidency)\b")
PLACE = re.compile(r" of (?P<place>[A-Z][\w-]+(?: [A-Z][\w-]+)?)")
LISTED = re.compile(r", an(?!d (?:his|her|their) )")  # the mayor, Ann Lee, and the priest; but Ann Lee, and her deputy
ENDS_ASIDE = frozenset(["who", "which", "that", "said", "says", "whose", "told", "where", "as"])


class BorneTitle(NamedTuple):
    """One title: its noun, the words that say of what, whether it is one of the past; which words have a capital."""

    head: str
    about: frozenset[str]
    former: bool = False
    proper: frozenset[str] = frozenset()

    @property
    def kind(self) -> tuple[str, frozenset[str]]:
        """The noun with what makes another title of it: prime minister, chief justice."""
        if self.head == "minister" and "prime" in self.about:
            return "premier", self.about & ALTERING - {"prime"}
        altering = ALTERING | PAIRED.get(self.head, frozenset()) if self.head != "executive" else frozenset()
        return self.head, self.about & altering


def parse_title(words: Sequence[str]) -> BorneTitle | None:
    """Read the words of a noun phrase as a title: "former Prime Minister", "the head of the agency"; None if none."""
    stop = next((at for at, word in enumerate(words) if at and word.lower() in PREPOSITIONS), len(words))
    front = [part for word in words[:stop] for part in _split_word(word) if part]
    while front and (front[-1] in FORMER or not front[-1][0].isalnum()):
        front.pop()
    elect = front[-1:] == ["elect"]
    front = front[: len(front) - elect]
    if not front or not _is_head(front[-1]):
        return None
    head = SHORT_FORMS.get(front[-1], front[-1])
    behind = [_fold_word(word) for word in _until_aside_ends(words[stop:])]
    about = frozenset(fold_place(word) for word in (*front[:-1], *behind)) - EMPTY
    if head == "head" and about & {"state"}:
        head, about = "president", about - {"state"}
    proper = {fold_place(_fold_word(word)) for word in words if word[0].isupper()}
    return BorneTitle(head, about | ({"elect"} if elect else set()), not FORMER.isdisjoint(front), about & proper)


def _is_head(low: str) -> bool:
    return low in HEADS or (len(low) > 4 and low not in PREPOSITIONS and low not in DETERMINERS and is_person_noun(low))


def _until_aside_ends(words: Sequence[str]) -> Sequence[str]:
    return words[: next((at for at, word in enumerate(words) if word.lower() in ENDS_ASIDE), len(words))]


def _fold_word(word: str) -> str:
    low = word.lower().removesuffix("'s").removesuffix("’s").rstrip("'’")
    return low if INITIALS.fullmatch(word) else low.rstrip(".")


def _split_word(word: str) -> list[str]:
    """Split vice-president and ex-governor; a co-founder is one word."""
    low = _fold_word(word)
    parted = "-" in low and (low not in HEADS or low.endswith("-elect") or low.partition("-")[0] in BEFORE_A_HEAD)
    parted = parted and not low.endswith(("-term", "-time"))  # a two-term president
    return [part for part in low.split("-") if part] if parted else [low]


def fold_place(low: str) -> str:
    """Give a country and what is of it the same key: French, France."""
    return load_countries().get(low, low)


def is_country(word: str) -> bool:
    """Tell a country or what is of it: Kenya, Kenyan, and the name that `fold_place` gives."""
    return word.lower() in load_countries()


@lru_cache(maxsize=1)
def load_countries() -> dict[str, str]:
    """Load the names and adjectives of countries that are one word, in small letters: adjective -> country."""
    with COUNTRIES.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    named = [(form, row["name"]) for row in rows for form in (*row["names"].split("|"), *row["adjectives"].split("|"))]
    folded = {form.lower(): name.lower() for form, name in named if form and " " not in form}
    return folded | {name: name for name in folded.values()}


def find_titles(text: str, start: int, end: int) -> list[BorneTitle]:
    """Find the titles that stand beside a name, given by its place without titles."""
    found = [find_title_before(text, start), _title_set_before(text, start, end), *_titles_behind(text, end)]
    titles = [title for title in found if title]
    place = PLACE.match(text, end)
    if place and titles:
        of = frozenset(fold_place(word.lower()) for word in place["place"].split())
        titles = [title._replace(about=title.about | of, proper=title.proper | of) for title in titles]
    partisan = [title._replace(head=_PARTY[low]) for title in titles for low in title.about & _PARTY.keys()]
    return titles + partisan + ([BorneTitle("president", HEADS_ALL)] if HEADING.match(text, end) else [])


def _words_before(text: str, at: int) -> tuple[list[str], bool]:
    """The words right before a place that can be of a title, and whether a noun phrase begins with the first."""
    taken: list[str] = []
    words = text[max(0, at - REACH) : at].rpartition("\n")[2].split()
    opens = len(words) <= LONGEST
    for number in range(len(words) - 1, -1, -1):
        word, before = words[number], words[number - 1] if number else ""
        low, ends = _read_word(word)
        if (low == "the" and before == "of") or (low == "and" and taken and taken[-1][0].isupper() > before.islower()):
            taken.append(word)
            continue
        if ends:
            opens = low in DETERMINERS or ends == "."
            break
        taken.append(word.lstrip(SYMBOLS))
        if taken[-1] != word or len(taken) == LONGEST:
            opens = taken[-1] != word
            break
    return _before_joint(taken[::-1]), opens


SYMBOLS = "".join(map(chr, range(0x21, 0x30))) + "•·#*⚡❗❕‼🔴🟢📌️"


@lru_cache(maxsize=MOST_KEPT)
def _read_word(word: str) -> tuple[str, str]:
    """Give a word before a name as it is looked up, and what parts it from a title behind it."""
    low = _fold_word(word)
    return low, _ends_title(word, low)


def _ends_title(word: str, low: str) -> str:
    """Say what parts a word from a title that stands behind it: a full stop, another mark, the word; "" if nothing."""
    if word.endswith(".") and not (low in SHORT_TITLES or INITIALS.fullmatch(word)):
        return "."
    if not word.lstrip(SYMBOLS) or not (word[-1].isalnum() or word[-1] in ".'’"):
        return word[-1]
    small = word[0].islower()
    cue = load_cues().forms.get(low) if small and not (low in HEADS or low in TITLES) else None
    verb = cue is not None and cue.form in ("past", "third")
    stops = low in STOPPING and not (word.isupper() and len(word) > 1)  # the US secretary of state
    return low if stops or verb or (small and (low.endswith("ed") or is_adverb(low))) else ""


def _before_joint(words: list[str]) -> list[str]:
    """Keep both sides of an "and" within "Minister of Trade and Labour", else what stands behind it."""
    if "and" in words and "of" not in words[: words.index("and")]:
        return words[len(words) - words[::-1].index("and") :]
    return words


def find_title_before(text: str, at: int) -> BorneTitle | None:
    """Find the title right before a name: "U.S. Secretary of State [John Hale]"."""
    if text[at - 1 : at] != " ":
        return None
    words, _ = _words_before(text, at)
    if not words or words[-1] in ("of", "for"):
        return None
    if "for" in words:
        tie = words.index("for")
        if not all(word[0].isupper() for word in words[tie + 1 :]):
            return None  # a lawyer for the computer firm Acme
        if tie and words[tie - 1].islower():
            return parse_title(words[tie + 1 :])  # a spokesman for Senator Ann Lee
    behind_of = words[len(words) - words[::-1].index("of") :] if "of" in words else []
    return parse_title(words) or (parse_title(behind_of) if behind_of else None)  # the arrest of Ambassador Roe


def _title_set_before(text: str, start: int, end: int) -> BorneTitle | None:
    """Find the title to which a name is set: "The prime minister, [Simon Hurst], rose"."""
    behind = text[end : end + 10]
    if text[start - 2 : start] != ", " or behind[:1] not in (",", ".", ";", ")", "\n", "") or LISTED.match(behind):
        return None
    if behind.startswith((", a ", ", the ")):
        return None
    words, opens = _words_before(text, start - 2)
    owned = any(word.endswith(("'s", "’s")) for word in words)
    return parse_title(words) if words and (opens or owned) else None


def _titles_behind(text: str, end: int) -> list[BorneTitle]:
    """Find the titles behind a name: ", the mayor of Hull", ", 44, a plumber", " (D-Calif.)"."""
    party = PARTY.match(text, end)
    if party:
        place = party["place"].lower()
        places = frozenset([place, *place.split()])
        return [BorneTitle(PARTIES[party["party"]], places, proper=places)]
    aside = ASIDE.match(text, end)
    if not aside:
        return []
    phrase = aside["phrase"].split()
    words = _until_aside_ends(phrase)
    if words[:1] in (["one"], ["One"]) or not TELLING.isdisjoint(phrase[len(words) : len(words) + 1]):
        return []  # Lee, a senior official told us
    ended = text[aside.end("phrase") : aside.end("phrase") + 1] in (",", ".", ")", "\n", "", "—", "–", ";")
    if not words or not (ended or words[0].lower() in DETERMINERS or len(words) < len(phrase)):
        return []
    return [title for part in " ".join(words).split(" and ") if part and (title := parse_title(part.split()))]


def agrees(asked: str, told: str) -> bool:
    """Tell whether two places can be one: california, calif.; new york, n.y.; the shorter one's letters in order."""
    long, short = sorted((asked.replace(".", ""), told.replace(".", "")), key=len, reverse=True)
    if long == short or not short or long[0] != short[0]:
        return long == short
    if len(short) > 5 or " " in short:
        return False
    letters = iter(long)
    return all(letter in letters for letter in short)
