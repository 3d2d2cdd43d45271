"""Somebody who is called by a role or a noun alone: the pilot, one of the guests; and who are several."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from analysis.people.titles import ROLES, ROLES_HE, ROLES_SHE, TITLES
from analysis.voices.looking_back import LookingBack
from analysis.voices.senses import load_senses
from analysis.words.classes import PLURALS, PREPOSITIONS

DESCRIBED = re.compile(  # The pilot had ...; A nurse, 43, ...; the first letter leads, which is found faster
    r"[TAO](?:(?<=[.!?”\"] .)|(?<=\n.)|(?<![\s\S].))(?:(?<=T)he|(?<=A)n?|(?<=O)ne) "
    r"(?:[a-z\d-]+ ){0,2}?(?P<noun>[a-z-]+)"
    r"(?: (?:of|from|at|in|with|for) (?:the |an? )?[\w’'-]+)?"
    r"(?=(?P<acts>,| (?:had|was|is|has|who|said|told|did|could|would|lost|left|came|went|took|saw|felt|got|stood|"
    r"[a-z]+ed)\b))"
)
CLAUSE = 300  # characters that a clause seldom exceeds
CLAUSE_END = re.compile(r"[.!?,;:\n]|\b(?:that|and|but|said|says)\b")
PERSON_NOUNS = frozenset(
    [
        *("guard", "nurse", "witness", "guest", "mother", "father", "wife", "husband", "son", "daughter", "brother"),
        *(
            "sister",
            "boy",
            "girl",
            "lad",
            "caller",
            "clerk",
            "cook",
            "bride",
            "groom",
            "widow",
            "widower",
            "aunt",
            "uncle",
        ),
        *("veteran", "monk", "nun", "priest", "saint", "tourist", "patient", "accused", "victim", "cyclist", "pilot"),
        "builder",  # what soap is made with, to WordNet
    ]
)
PERSON_ENDINGS = ("er", "or", "ist", "man", "woman", "ian", "ee", "mate", "eer")
THING_ENDINGS = ("paper", "letter", "centre", "center", "committee", "order", "computer", "answer", "poster", "sticker",
    "chapter", "power", "charter", "minister's", "error", "mirror", "sector", "tower", "quarter", "banner", "register",
    "offer", "number", "matter", "weather", "folder", "newsletter", "border", "water", "carrier", "broadcaster",
    "caucus", "coffee", "fee", "user", "server", "chamber", "cover", "river", "corner", "career",
    "voucher", "agree", "guarantee", "degree", "decree", "tree", "knee", "spree", "jubilee")  # fmt: skip


class DescribedPeople:
    """The subjects of a text that are called by a role alone; looked for once, however many pronouns ask for them."""

    def __init__(self, text: str) -> None:
        self._text = text
        found = [one for one in DESCRIBED.finditer(text) if is_described_person(["the", one["noun"]])]
        found = [one for one in found if not text.startswith(" asked ", one.end())]  # who then answers is another
        self._found = [(one.start(), one.end(), one["noun"]) for one in found]
        self._acting = [one.end("acts") for one in found]  # where each is known to act, in order
        self._fitting = {
            sex: LookingBack(lambda number, sexes=("", sex): _role_sex(self._found[number][2]) in sexes)
            for sex in ("", "f", "m")
        }

    def find_before(self, at: int, sex: str) -> str | None:
        """Find the last one: "The pilot had no time. ..., he said"."""
        since = max(0, self._text.rfind("\n", 0, max(0, self._text.rfind("\n", 0, at) - 1)))
        first = bisect_left(self._found, (since,))
        number = self._fitting[sex].find(bisect_right(self._acting, at) - 1, first)
        return f"the {self._found[number][2]}" if number >= 0 else None

    def find_acting(self, since: int, at: int, sex: str) -> str | None:
        """Find who acts on the person named at a place: "The mayor fired Lee"."""
        noun = None
        for number in range(bisect_right(self._acting, at) - 1, -1, -1):
            start, end, called = self._found[number]
            if start < since or at - end > CLAUSE or CLAUSE_END.search(self._text[end:at]):
                break
            noun = called if self._text[end] == " " else noun
        return f"the {noun}" if noun and _role_sex(noun) in ("", sex) else None


def _role_sex(noun: str) -> str:
    return "f" if noun in ROLES_SHE else "m" if noun in ROLES_HE - {"spokesman", "chairman"} else ""


def is_described_person(lows: list[str]) -> bool:
    """Tell "the guard" and "one of the guests" from the report, the company and the government."""
    if lows[0] == "one":
        return True
    head = next((at for at, low in enumerate(lows) if at and (low in PREPOSITIONS or low == ",")), len(lows))
    noun = lows[head - 1]
    return noun in ROLES or is_person_noun(noun)


def is_person_noun(low: str) -> bool:
    """Tell a villager, a nurse and a roofer from a letter and a bank."""
    if low in PERSON_NOUNS or (low.endswith(PERSON_ENDINGS) and not low.endswith(THING_ENDINGS)):
        return True
    sense = load_senses().nouns.get(low)
    return sense is not None and sense.kind == "person"


def is_plural_of_people(low: str) -> bool:
    """Tell tenants, hikers and officials from "insists", offers and banks."""
    one = f"{low[:-3]}y" if low.endswith("ies") else low[:-1]
    return low.endswith("s") and (one in ROLES or (is_person_noun(one) and (one in PERSON_NOUNS or not _is_done(one))))


def _is_done(low: str) -> bool:
    """Tell "offer" and "insist", which somebody does, from a hiker and a guest."""
    noun = load_senses().nouns.get(low)
    return low in load_senses().verbs and (noun is None or noun.kind != "person")


def is_plural(lows: list[str]) -> bool:
    """Tell whom "he" and "she" cannot be: two senior officials, Republican voters, police."""
    low = lows[-1]
    titled = low in TITLES and low.endswith("s") and low[:-1] in TITLES  # MPs
    return low in PLURALS or is_plural_of_people(low) or titled or "and" in lows
