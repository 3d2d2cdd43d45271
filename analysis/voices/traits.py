"""Traits by which it is weighed whether something is reported: the word, what stands before it and what it governs.

A trait is a short text ("governed=about", "communication|subject=Name"); trait_weights.txt says what each is worth.
"""

from __future__ import annotations

from analysis.voices.cues import Cues
from analysis.voices.lines import Line
from analysis.voices.senses import Sense, Senses
from analysis.voices.tokens import QUOTE
from analysis.words.classes import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    OBJECT_PRONOUNS,
    PERSONAL,
    POSSESSIVES,
    PREPOSITIONS,
)

SMALL = PREPOSITIONS | AUXILIARIES | PERSONAL | POSSESSIVES | CONJUNCTIONS
SMALL |= frozenset([",", "the", "a", "an", "who", "which", "that", "to", "."])
ASKING = frozenset(["who", "which", "whom", "what"])
MOST = 9  # tokens of a content that are told apart
HEADS = 4  # tokens among which the noun of a content is looked for


def name_word(line: Line, at: int, senses: Senses) -> str:
    """Name what stands at a token: a pronoun as it is, Name, comma, preposition, the kind of a noun, verb ..."""
    if not 0 <= at < len(line.lows):
        return ""
    low = line.lows[at]
    if low in PERSONAL or low in ASKING:
        return low
    if line.words[at][0].isupper():
        return "Name"
    if low in PREPOSITIONS:
        return "preposition"
    if low in ("and", "or", "but"):
        return "and"
    if not low[0].isalnum():
        return "comma" if low == "," else "stop"
    if noun := senses.nouns.get(low):
        return noun.kind + ("s" if low.endswith("s") else "")
    if low in senses.verbs:
        return "verb"
    return "plural" if low.endswith("s") else "word"


def name_content(line: Line, start: int) -> str:
    """Name what a content begins with: a pronoun as it is, his, determiner, ing, Name, quote, plural, word."""
    low = line.lows[start]
    if low in OBJECT_PRONOUNS or low in PERSONAL:
        return low
    if low in POSSESSIVES:
        return "his"
    if low in DETERMINERS:
        return "determiner"
    if low.endswith("ing"):
        return "ing"
    if line.words[start][0].isupper():
        return "Name"
    if low == QUOTE:
        return "quote"
    return "plural" if low.endswith("s") else "word"


def list_traits(line: Line, at: int, sense: Sense, governed: str, start: int, senses: Senses, cues: Cues) -> list[str]:
    """List what verbs, nouns and adjectives have in common, before it is known where the content ends."""
    left = line.lows[at - 1] if at else "."
    content, sort, kind = name_content(line, start), sense.sort, sense.kind
    return [
        f"left={left if left in SMALL else 'word'}",
        f"sort={sort}",
        f"{sort}|{governed}",
        f"{governed}|next={name_word(line, start + 1, senses)}",
        f"governed={governed}",
        f"lemma={sense.lemma}",
        f"kind={kind}",
        f"{kind}|{governed}",
        f"{sense.lemma}|{governed}",
        f"content={content}",
        f"{governed}|content={content}",
        f"{kind}|content={content}",
        *_listed(line, at, sense, governed, cues),
    ]


def list_content_traits(line: Line, sense: Sense, governed: str, span: tuple[int, int], senses: Senses) -> list[str]:
    """List how long a content is, and of what kind its first noun is."""
    start, end = span
    nouns = (senses.nouns.get(low) for low in line.lows[start : min(end, start + HEADS)])
    head = next((noun.kind for noun in nouns if noun), "none")
    return [
        f"length={min(end - start, MOST)}|{sense.sort}",
        f"head={head}|{sense.kind}",
        f"head={head}|{governed}",
        f"head={head}",
    ]


def _listed(line: Line, at: int, sense: Sense, governed: str, cues: Cues) -> list[str]:
    """Traits by WordNet's frames and by the lists of cues.yaml."""
    low = line.lows[at]
    if sense.sort == "verb":
        cue = cues.forms.get(low)
        found = [f"{before}governs={frame}" for frame in sense.governs for before in ("", f"{governed}|")]
        kinds = (
            [f"listed={kind}{behind}" for kind in sorted(cue.kinds) for behind in ("", f"|{governed}")] if cue else []
        )
        return [*found, *kinds, f"listed|{governed}"] if cue else found
    return ["listed=noun", f"listed=noun|{governed}"] if low in cues.nouns or low in cues.matters else []


def list_verb_traits(
    sense: Sense, governed: str, subject: str, helpers: list[str], particle: str, content: str
) -> list[str]:
    """List the traits of verbs: who acts, with which helpers and particle."""
    passive = "be" in helpers and sense.form in ("past", "participle")
    state = "passive" if passive else sense.form
    helps = "+".join(sorted(set(helpers))) or "none"
    return [
        f"state={state}",
        f"subject={subject}",
        f"helpers={helps}",
        f"{sense.kind}|subject={subject}",
        f"{governed}|subject={subject}",
        f"{governed}|{state}",
        f"{sense.lemma}|{state}",
        f"{sense.kind}|{state}",
        f"particle={particle}",
        f"{state}|subject={subject}",
        f"{state}|{content}",
        f"{state}|{subject}|{governed}",
        f"{sense.kind}|{state}|{governed}",
        f"{helps}|{governed}",
        f"{sense.lemma}|{particle}" if particle else "plain",
    ]


def list_word_traits(sense: Sense, governed: str, before: str, helper: str) -> list[str]:
    """List the traits of nouns and adjectives: what stands before them."""
    return [
        f"before={before}",
        f"{sense.kind}|before={before}",
        f"helper={helper}",
        f"{sense.sort}|{governed}|{before}",
        f"{sense.lemma}|{before}",
    ]


def list_passive_traits(sense: Sense, helpers: list[str], after: str, subject: str) -> list[str]:
    """List the traits of a passive whose subject is the content."""
    behind = after if after in PREPOSITIONS or after == "to" else "stop" if not after[0].isalnum() else "word"
    return [
        f"passive|next={behind}",
        f"{sense.lemma}|passive|next={behind}",
        f"passive|helpers={'+'.join(sorted(set(helpers)))}",
        f"passive|subject={subject}",
    ]
