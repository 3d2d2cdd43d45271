"""Verb or noun by the word before it, with which a verb has to agree: "her sharp comments", "the paper comments"."""

from __future__ import annotations

from analysis.people.titles import ROLES
from analysis.voices.bare_nouns import (
    goes_on_in_past,
    is_only_adjective,
    is_reported,
    opens_relative,
)
from analysis.voices.cues import Cue, load_cues
from analysis.voices.inner_verbs import is_only_verb
from analysis.voices.lines import Line
from analysis.voices.phrases import phrase_before
from analysis.voices.senses import Sense, load_senses
from analysis.voices.tokens import QUOTE
from analysis.words.classes import (
    ADJECTIVES,
    AUXILIARIES,
    BE,
    DETERMINERS,
    MODALS,
    NEGATIONS,
    PERSONAL,
    PLURALS,
    POSSESSIVES,
    PREPOSITIONS,
    REGIONS,
    RELATIVES,
    SINGULAR_S,
    STUDIES,
    SUBORDINATORS,
    is_adverb,
)

HELD = PREPOSITIONS - SUBORDINATORS - {"of"}  # what a noun hangs on; after, as, before open clauses
# verbs whose third person is as often a plural noun: for her sharp comments
NOUNS = frozenset(
    [
        *("answer", "attack", "call", "charge", "claim", "comment", "complaint", "demand", "doubt", "estimate", "fear"),
        *("forecast", "hope", "label", "note", "offer", "plan"),
        *("post", "promise", "protest", "question", "quote", "regret"),
        *("remark", "reply", "report", "request", "show", "signal", "state", "text", "tweet", "view", "vow", "worry"),
    ]
)
STATING = ("letter", "report", "memo", "statement", "document", "law", "bill", "release", "video", "ad", "site", "page")
STATING += ("post", "complaint", "filing", "indictment", "affidavit", "suit", "notice", "sign", "caption", "article")
STATING += ("study", "rule", "order", "policy", "constitution", "contract", "agreement", "ruling", "summary", "email")
STATING += ("transcript", "tweet", "endorsement", "resolution", "amendment", "text", "book", "paper", "petition")
STATING += ("motion", "opinion")
SHORT_ADJECTIVES = frozenset([  # that no ending gives away
    "new", "old", "last", "first", "second", "third", "next", "top", "key", "big", "latest", "recent", "own",
    "same", "other", "high", "low", "main", "major", "good", "great", "long", "short", "late", "early",
    "strict", "tough", "bad", "best", "worst", "clear", "current", "different", "fresh", "harsh", "sharp",
    "strong", "weak", "wild"])  # fmt: skip
NOT_HER = POSSESSIVES - {"her"}
ARTICLES = frozenset(["a", "an", "the", "no", "final", "much"])
ONE_ALONE = frozenset(["it", "this", "he", "she", "which", "who"])  # behind which no noun but a verb stands
NEAR = 5  # tokens between "one" and the noun of what it is one of
FAR = 10  # tokens between a plural and its verb
OPENERS = frozenset(
    [",", ".", "but", "that", ":", ";", "–", "—", "--", "while", "because", "though", "although", QUOTE]
)
ALONE = RELATIVES | PERSONAL | {"all", "many", "some", "both", "few", "most"}  # determiners that may stand alone
SEVERAL = frozenset(["these", "those", "many", "few", "both", "several", "most", "some", "all"])  # of no "says"
BESIDE_NOUNS = DETERMINERS - ALONE
# behind which "that" points: in that post
POINTED = frozenset(["of", "on", "for", "about", "with", "against", "from", "to", "in", "at", "by", "under", "over"])
CLAUSAL = SUBORDINATORS - PREPOSITIONS  # they open clauses and nothing else
SUBJECTS = PERSONAL - {"this", "these", "those", "one"}
OF_SOMETHING = frozenset(
    ["accuse", "suspect", "convict", "warn", "approve", "disapprove", "complain", "speak", "dream"]
)
VERBAL = frozenset(  # of which no noun is spelt like the verb
    [
        *("say", "think", "believe", "argue", "contend", "insist", "acknowledge", "know", "agree", "deny", "admit"),
        *("suggest", "predict", "describe", "recall", "maintain", "allege", "assert", "concede", "complain", "expect"),
    ]
)


def _is_before_words(line: Line, after: int) -> bool:
    """Tell whether words in marks or behind a colon follow: reads "...", reads: ..., read, "..."."""
    after += line.lows[after - 1] == "read" and line.words[after : after + 2] == [",", QUOTE]
    return line.words[after : after + 1] in ([QUOTE], [":"])


def agrees_not(line: Line, at: int, cue: Cue, after: int) -> bool:
    """Tell a noun from a verb by the word before it, which a verb would have to agree with."""
    low, word = line.lows[at], line.words[at]
    if low == "that" and at and line.lows[at - 1] in POINTED:
        return True  # critics of that plan
    if low == "that" and cue.form == "third" and cue.lemma in NOUNS and at and is_reported(line, at - 1, after):
        return True  # reports that charges against Lee
    if low in ("who", "that", "which") or low in SUBJECTS or low in (",", ")", QUOTE, "-", "–", "—"):
        stated = cue.lemma == "state" and (low == "," or (low == QUOTE and cue.form == "base"))  # "...," state Sen.
        placed = low == "," and cue.form == "base" and at > 2 and line.words[at - 2] == ","
        stated = stated or (placed and line.lows[at - 1] in REGIONS)  # the Norwood, Ohio, attack
        return stated or (low == "," and line.lows[after : after + 1] in (["by"], ["for"], ["from"], ["of"]))
    if cue.lemma == "put it":
        return False
    if cue.form == "base" and (_follows_article(low, cue) or _is_acting_alone(line, at) or _is_described(line, at)):
        return True
    if cue.form == "third" and low in SEVERAL:
        return True  # denies these claims
    if cue.form == "third" and line.lows[after : after + 1] == ["of"] and _takes_object(cue):
        return True  # Lund's sharper rebukes of Roth
    if cue.form == "base" and cue.lemma not in NOUNS and line.lows[after : after + 1] == ["that"]:
        return low in POSSESSIVES or (low in BESIDE_NOUNS and opens_relative(line, after + 1))
    if cue.lemma == "read" and low != "to" and _is_before_words(line, after):
        return low in DETERMINERS  # a sign on the door read "..."
    if cue.form == "base" and cue.lemma in VERBAL and line.lows[after : after + 1] not in (["tank"], ["tanks"]):
        return low in ARTICLES or low in NOT_HER
    if cue.form in ("base", "third") and cue.lemma == "show" and _is_shown(line, at, after):
        return False
    if cue.form == "base":
        return not _may_govern_base(line, at, cue, after)
    if (low in BESIDE_NOUNS and low != "one") or low in PREPOSITIONS or low in NEGATIONS:
        return True
    if low in AUXILIARIES and word[0].islower():  # in May
        return True
    stopped = cue.lemma not in VERBAL and line.lows[after : after + 1] in ([","], ["."], [";"])  # for her daily rants,
    if (cue.lemma in NOUNS or stopped) and word[0].islower() and low not in ROLES and _hangs_on_preposition(line, at):
        return True
    if cue.form == "third" and cue.lemma not in VERBAL and goes_on_in_past(line, after):
        return True  # a number of fashion brands apologised
    if word[0].isupper():
        return low in ("united", "member")
    if at and (low in SHORT_ADJECTIVES or low in load_senses().adjectives) and _opens_phrase(line.lows[at - 1]):
        return True  # the new rules, Lund's bellicose tweets
    if cue.lemma == "quote" and line.lows[after : after + 1] == ["from"]:
        return True
    if cue.lemma == "state" and (low == "member" or not (low in ROLES or low.endswith(STATING))):
        return not _is_stated(line, at)
    adjective = (
        low.endswith(ADJECTIVES) or (word[0].islower() and is_only_adjective(low, cue.lemma))
    ) and cue.lemma not in VERBAL  # but "the proposal says"
    plural = low.endswith("s") and not low.endswith("ss") and low not in SINGULAR_S and cue.lemma not in VERBAL
    return low not in ROLES and (adjective or plural)


def _is_stated(line: Line, at: int) -> bool:
    """Tell "one of the memos [states]" and "the letter in part [states]" from "the Gulf states"."""
    one = "one" in line.lows[max(0, at - NEAR) : at] and line.lows[at].removesuffix("s").endswith(STATING)
    return one or (line.lows[at - 1 : at + 1] == ["in", "part"] and line.lows[at - 2].endswith(STATING))


def _takes_object(cue: Cue | Sense) -> bool:
    """Tell a verb that takes an object and nothing else (slams), which no "of" follows, from a noun."""
    kinds = getattr(cue, "kinds", frozenset())
    alone = " " not in cue.lemma and cue.lemma not in OF_SOMETHING
    return alone and "stance" in kinds and kinds.isdisjoint(("speech", "thought", "hearer"))


def _follows_article(low: str, cue: Cue) -> bool:
    """Tell "during the debate that" from "the sense that it rains", of which a list of nouns tells."""
    return low in ("a", "an", "the") and cue.lemma not in load_cues().nouns and cue.lemma != "point"


def _opens_phrase(low: str) -> bool:
    return low in DETERMINERS or low in POSSESSIVES or low.isdigit() or low.endswith(("'s", "’s"))


def _is_described(line: Line, at: int) -> bool:
    """Tell "a failed [recall]", "federal and [state] courts" from what several do: the poor say, are old and demand."""
    beside = at - 1 if line.lows[at] == "and" else at
    low, before = line.lows[beside], line.lows[beside - 1] if beside else ""
    if low in SEVERAL or low in PLURALS or not (low.endswith(("ed", *ADJECTIVES)) or low in load_senses().adjectives):
        return False
    if beside < at:
        return low.endswith(ADJECTIVES) and not (before in BE or is_adverb(before) or before == "the")
    return before in ("a", "an", "every", "another", "this") or (before == "the" and "-" in low)


def _is_acting_alone(line: Line, at: int) -> bool:
    """Tell the verb of "this makes sense", behind which there is no other, from the plural of "these makers sense"."""
    low = line.lows[at]
    one = at > 0 and line.lows[at - 1] in ONE_ALONE
    return one and low.endswith("s") and low in load_senses().verbs


def _may_govern_base(line: Line, at: int, cue: Cue, after: int) -> bool:
    """Tell whether a verb's base form can stand behind a word: a modal, a plural, "and"."""
    low = line.lows[at]
    plural = low.endswith("s") and not low.endswith(("ss", "us", "'s", "’s")) and low not in SINGULAR_S
    return (
        low in MODALS
        or (plural and low not in DETERMINERS and low not in AUXILIARIES and not is_only_verb(low))
        or low in PLURALS
        or low == "and"
        or ((cue.lemma not in NOUNS or _can_report(line, at, after)) and _has_plural_head(line, at))
    )


def _can_report(line: Line, at: int, after: int) -> bool:
    """Tell "members of the guild [claim] that" from "the arguments in the [report] that I found"."""
    low = line.lows[at]
    return line.lows[after : after + 1] == ["that"] and not (low in DETERMINERS or low in POSSESSIVES)


def _is_shown(line: Line, at: int, after: int) -> bool:
    """Tell "footage from the game [shows that ...]", "the average of polls [shows Lee ahead]" from a TV show."""
    if after >= len(line.words) or STUDIES.isdisjoint(line.lows[max(0, at - FAR) : at + 1]):
        return False
    return line.lows[after] == "that" or line.lows[after] in PERSONAL or line.words[after][0].isupper()


def _has_plural_head(line: Line, at: int) -> bool:
    """Tell "Residents living near the plant [say]": the plural with which a clause begins, and what hangs on it."""
    for here in range(at - 1, max(0, at - FAR), -1):
        low, before = line.lows[here], line.lows[here - 1]
        if not low[0].isalnum() or low in CLAUSAL or low == "and":
            return False
        hung = (
            low in PREPOSITIONS
            or low in ("who", "whose")
            or (line.words[here][0].islower() and low.endswith(("ing", "ed")))
        )
        plural = (
            before in PLURALS
            or before.endswith("men")
            or (before.endswith("s") and not before.endswith(("ss", "us", "'s", "’s")))
        )
        known = before in SINGULAR_S or before in DETERMINERS or before in REGIONS  # Lee of Illinois called the figure
        if hung and plural and not known:
            first, last = phrase_before(line, here, 0)
            opens = first == 0 or line.lows[first - 1] in OPENERS or line.words[first - 1] == "And"
            return last == here and opens
    return False


def _hangs_on_preposition(line: Line, at: int) -> bool:
    """Tell "for her sharp comments" from "the paper comments": the phrase that ends here hangs on a preposition."""
    first = at
    while first and line.words[first][0].islower() and line.lows[first] not in DETERMINERS and at - first < 3:
        first -= 1
    return bool(first and line.lows[first] in DETERMINERS and line.lows[first - 1] in HELD)
