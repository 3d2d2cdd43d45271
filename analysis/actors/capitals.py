"""When a capital is a government ("Moscow denies", "talks with Ankara") and when a place ("in Moscow").

A capital counts as the government only on evidence: without any, it is a place.
"""

from __future__ import annotations

import re

from analysis.actors.labelling import Sentence
from analysis.actors.labels import Label
from analysis.actors.lexicon import Lexicon

NEAR = 4  # words before a capital that can hold what relates to it


def stands_for_government(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    """Tell whether the capital at this place of the sentence acts or is acted on as a government."""
    return _judge(sentence, at, lexicon) is True


def _judge(sentence: Sentence, at: int, lexicon: Lexicon) -> bool | None:
    """Judge by what follows, then by what stands before; None: no evidence."""
    after = _after(sentence, at, lexicon)
    before = _before(sentence, at, lexicon)
    if before is False or after is False:
        return False
    if after or before:
        return True
    return _coordinated(sentence, at, lexicon)


def _after(sentence: Sentence, at: int, lexicon: Lexicon) -> bool | None:
    """Judge by the words that follow: a verb of acting, 's and a noun, a hyphen and -backed."""
    labels, words = sentence.labels[at + 1 : at + 4], [word.lower() for word in sentence.words[at + 1 : at + 4]]
    words += [""] * (3 - len(words))
    if labels[:1] == Label.POSSESSIVE:
        return (
            words[1] not in lexicon.words["town_nouns"] and labels[1:2] not in Label.OWNED_BY_A_TOWN and bool(words[1])
        )
    if labels[:1] == "-":
        return words[1] in lexicon.words["by_government"] or labels[1:2] in Label.ACTORS or None
    if labels[:1] == Label.COMMA and labels[1:2] in Label.AFTER_A_TOWN:
        return False if labels[1:2] not in (Label.COUNTRY, Label.CAPITAL) or labels[2:3] != Label.AND else None
    if labels[:1] and labels[0] in Label.CONTINUES_A_NAME and not sentence.headline:
        return False
    if words[0] in lexicon.words["governing"]:
        return True
    if words[0] in ("is", "was", "are", "were"):
        return (
            True
            if words[1].endswith("ing") or words[1] in ("ready", "willing", "set", "keen", "determined", "prepared")
            else None
        )
    if words[0] in lexicon.words["deeds"] or words[0] in lexicon.words["speech"]:
        return True
    return False if words[0] in lexicon.words["town_nouns"] else None


def _before(sentence: Sentence, at: int, lexicon: Lexicon) -> bool | None:
    """Judge by the words before: prepositions of place, relations, verbs done to a government."""
    words = [word.lower() for word in sentence.words[max(0, at - NEAR) : at]]
    if not words:
        return None
    last = words[-1]
    if last in lexicon.words["locative"] or last in ("(", "de"):
        return False
    if sentence.labels[at - 1] in Label.BEFORE_A_FAMILY and not sentence.headline:
        return False
    if last in lexicon.words["deeds_toward"] or last in ("pro", "anti"):
        return True
    moves = any(word in lexicon.words["motion"] for word in words)
    if last in lexicon.words["direct"]:
        return not moves
    if last in lexicon.words["related"] and any(word in lexicon.words["relations"] for word in words):
        return not moves
    return False if last in ("to", "from") and moves else None


def _coordinated(sentence: Sentence, at: int, lexicon: Lexicon) -> bool | None:
    """Judge a capital joined to another by that one: Tokyo and Seoul agreed."""
    ahead = re.match(r"K(?:(?:,|,?a)[KC]){1,3}", sentence.labels[at:])
    if ahead and ahead.end() > 1:
        last = at + ahead.end() - 1
        verdict = _after(sentence, last, lexicon)
        if verdict and sentence.labels[last + 1 : last + 2] != Label.POSSESSIVE:
            return True
    back = re.search(r"K(?:,|,?a|,?ad)$", sentence.labels[max(0, at - 4) : at])
    if back:
        other = max(0, at - 4) + back.start()
        return _before(sentence, other, lexicon) or (_after(sentence, other, lexicon) if other else None)
    return None
