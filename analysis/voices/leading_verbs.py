"""Verbs right before their object, so that a phrase seems to begin with them: "[corrected] reporters who"."""

from __future__ import annotations

from analysis.voices.lines import Line
from analysis.voices.senses import can_be_noun, load_senses
from analysis.words.classes import OBJECT_PRONOUNS, PERSONAL, PREPOSITIONS, is_adverb

# participles that describe whom they stand before as often as they act on them: developing nations, retired officers
DESCRIBING = frozenset(
    [
        *(
            "acting",
            "aging",
            "ageing",
            "aspiring",
            "breaking",
            "caring",
            "charging",
            "coming",
            "competing",
            "consulting",
        ),
        *("continuing", "convincing", "damaging", "developing", "dissenting", "dying", "emerging", "existing"),
        *(
            "following",
            "founding",
            "governing",
            "growing",
            "incoming",
            "increasing",
            "interesting",
            "lasting",
            "leading",
        ),
        *(
            "living",
            "loving",
            "mounting",
            "objecting",
            "opposing",
            "ongoing",
            "outgoing",
            "outstanding",
            "overwhelming",
        ),
        *("participating", "polling", "practicing", "practising", "protesting", "remaining", "resulting", "returning"),
        *("rising", "ruling", "shocking", "sitting", "staggering", "striking", "struggling", "stunning", "supporting"),
        *("surprising", "surviving", "sweeping", "swing", "trading", "troubling", "unsuspecting", "visiting", "voting"),
        *("warring", "willing", "winning", "working", "writing", "fighting", "understanding", "according", "including"),
        *(
            "accused",
            "added",
            "advanced",
            "affected",
            "aggrieved",
            "alleged",
            "allied",
            "angered",
            "appointed",
            "armed",
        ),
        *(
            "assembled",
            "beloved",
            "charged",
            "combined",
            "committed",
            "concerned",
            "convicted",
            "decorated",
            "dedicated",
        ),
        *("deported", "deposed", "detained", "determined", "devoted", "disabled", "disaffected", "disappointed"),
        *("disgraced", "disgruntled", "displaced", "distinguished", "divided", "divorced", "educated", "elected"),
        *("embattled", "enraged", "esteemed", "exiled", "experienced", "failed", "fired", "frustrated", "gathered"),
        *("hardened", "hated", "heightened", "hired", "imprisoned", "increased", "infected", "informed", "injured"),
        *("insured", "interested", "invited", "jailed", "leaked", "learned", "limited", "married", "masked", "mixed"),
        *("motivated", "needed", "oppressed", "organised", "organized", "ousted", "paid", "perceived", "planned"),
        *("prepared", "privileged", "professed", "proposed", "published", "purported", "registered", "related"),
        *("released", "renewed", "renowned", "repeated", "respected", "retired", "revised", "sealed", "seasoned"),
        *("selected", "signed", "skilled", "so-called", "sophisticated", "supposed", "suspected", "sworn", "talented"),
        *("targeted", "tired", "trained", "trusted", "uniformed", "united", "unsealed", "updated", "vaccinated"),
        *("wealthy", "worried", "wounded", "written"),
    ]
)
MARKS = frozenset([",", "–", "—", "--"])
HELPING = frozenset(["has", "have", "had", "having"])
MEANS = frozenset(["by", "without", "while", "when", "after", "before", "since", "despite"])  # by telling nurses who
SUBJECTS = (PERSONAL | {"which", "who"}) - {"this", "that", "these", "those", "one"}
FOCUSING = frozenset(["only", "also", "then", "later", "again", "never", "even", "just", "repeatedly"])
NOUNS_TOO = frozenset(["find", "help", "elect"])  # verbs all the same: to find rowers; but: to school reformers
LEAST = 2  # tokens of a phrase that holds more than its verb


def is_leading_verb(line: Line, first: int, last: int, lo: int) -> bool:
    """Tell "telling", "corrected" and "find" before what they act on, as the words before show, from "retired"."""
    word = line.words[first]
    if last - first < LEAST or first <= lo or not word.islower() or word in DESCRIBING:
        return False
    if line.words[last : last + 1] == [","] and line.lows[last + 1 : last + 2] not in (["who"], ["which"]):
        return False  # by tapping phones, called
    before, doing = line.lows[first - 1], word.endswith("ing")
    if not doing and not word.endswith("ed") and before != "to":
        return False
    sense, after = load_senses().verbs.get(word), line.lows[first + 1]
    if sense is None or after in PREPOSITIONS or after == "to" or after in OBJECT_PRONOUNS:
        return False
    if before == "to":
        noun = word in load_senses().adjectives or (can_be_noun(word) and word not in NOUNS_TOO)
        base = sense.form == "base" and not noun  # not: to free trade advocates
        return base and line.lows[first - 2] not in SUBJECTS and _has_object(line, first, last)
    if doing:
        return _has_object(line, first, last) and (
            before in MEANS or (before in MARKS and first - 2 > lo and not _describes(line, first - 2))
        )
    return before in SUBJECTS or _is_helped(line, first, lo) or (before == "that" and line.lows[last - 1].endswith("s"))


def _has_object(line: Line, first: int, last: int) -> bool:
    """Tell what a verb acts on, people or things in the plural or a name, from the noun of "a working paper"."""
    low = line.lows[last - 1]
    return low.endswith("s") or low == "people" or line.words[first + 1][0].isupper() or line.lows[first + 1] == "sure"


def _describes(line: Line, at: int) -> bool:
    """Tell the first of two adjectives, "good, caring", from a noun before a comma."""
    low = line.lows[at]
    return low in load_senses().adjectives or low in DESCRIBING or is_adverb(low)


def _is_helped(line: Line, at: int, lo: int) -> bool:
    """Tell "has repeatedly mocked" and ", only carried" from "the widely read"."""
    before = at - 1
    while before > lo and is_adverb(line.lows[before]):
        before -= 1
    if before == at - 1:
        return False
    return line.lows[before] in HELPING or (before == at - 2 and line.lows[at - 1] in FOCUSING)
