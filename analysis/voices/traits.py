"""Traits by which it is weighed whether something is reported: the word, what stands before it and what it governs.

A trait is a short text ("governed=about", "communication|subject=Name"); trait_weights.txt says what each is worth.
Traits that hang on one thing (who acts, how long a content is) are listed together, and weighed together (TraitRow). No
two rows of a candidate have a trait in common; traits of a row that are alike count once.
"""

from __future__ import annotations

from functools import lru_cache

from analysis.voices.senses import load_senses
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
MOST_KEPT = 100_000  # different words of which it is remembered what they are called
MOST = 9  # tokens of a content that are told apart
HEADS = 4  # tokens among which the noun of a content is looked for


@lru_cache(maxsize=MOST_KEPT)
def name_word(word: str) -> str:
    """Name what stands at a token: a pronoun as it is, Name, comma, preposition, the kind of a noun, verb ..."""
    low, senses = word.lower(), load_senses()
    if low in PERSONAL or low in ASKING:
        return low
    if word[0].isupper():
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


@lru_cache(maxsize=1)
def list_word_names() -> frozenset[str]:
    """List all that name_word gives."""
    kinds = {noun.kind for noun in load_senses().nouns.values()}
    others = ["Name", "preposition", "and", "comma", "stop", "verb", "plural", "word"]
    return frozenset([*PERSONAL, *ASKING, *kinds, *(f"{kind}s" for kind in kinds), *others])


@lru_cache(maxsize=MOST_KEPT)
def name_content(word: str) -> str:
    """Name what a content begins with: a pronoun as it is, his, determiner, ing, Name, quote, plural, word."""
    low = word.lower()
    if low in OBJECT_PRONOUNS or low in PERSONAL:
        return low
    if low in POSSESSIVES:
        return "his"
    if low in DETERMINERS:
        return "determiner"
    if low.endswith("ing"):
        return "ing"
    if word[0].isupper():
        return "Name"
    if low == QUOTE:
        return "quote"
    return "plural" if low.endswith("s") else "word"


def list_verb(
    kind: str, governed: str, state: str, known: tuple[tuple[str, ...], frozenset[str] | None, bool]
) -> list[str]:
    """List the traits of what a kind of verb governs, and of the lists that it is on.

    known: WordNet's frames of the verb, its kinds in cues.yaml (None: on no list), whether it has no particle.
    """
    governs, listed, plain = known
    frames = [f"{before}governs={frame}" for frame in governs for before in ("", f"{governed}|")]
    kinds = [f"listed={one}{behind}" for one in sorted(listed or ()) for behind in ("", f"|{governed}")]
    lists = [*frames, *kinds, *([] if listed is None else [f"listed|{governed}"])]
    return [*_list_kind("verb", kind, governed, state), *lists, *(["particle=", "plain"] if plain else [])]


def list_word(sort: str, kind: str, governed: str, listed: bool) -> list[str]:
    """List the traits of what a kind of noun or adjective governs; listed: on the lists of cues.yaml."""
    lists = ["listed=noun", f"listed=noun|{governed}"] if listed else []
    return [*_list_kind(sort, kind, governed, ""), *lists]


def _list_kind(sort: str, kind: str, governed: str, state: str) -> list[str]:
    """List the traits of what a kind of word governs; state: of a verb, else ""."""
    alone = [f"sort={sort}", f"governed={governed}", f"kind={kind}", f"{sort}|{governed}", f"{kind}|{governed}"]
    states = [f"state={state}", f"{governed}|{state}", f"{kind}|{state}", f"{kind}|{state}|{governed}"]
    return [*alone, *(states if state else [])]


def list_lemma(sort: str, kind: str, governed: str, state: str, lemma: str) -> list[str]:
    """List the traits of the word itself, but for those that it shares: a change is of the kind change."""
    ruling = [f"{lemma}|{governed}"] if lemma not in (sort, kind) else []
    stated = [f"{lemma}|{state}"] if state and lemma not in (kind, governed) else []
    return [f"lemma={lemma}", *ruling, *stated]


def list_particle(known: tuple[str, str, str]) -> list[str]:
    """List the traits of a verb's particle."""
    lemma, governed, particle = known
    own = [f"{lemma}|{particle}"] if particle != governed else []  # they ran out out of fear
    return [f"particle={particle}", *own]


def list_left(left: str) -> list[str]:
    """List the trait of the token before."""
    return [f"left={left}"]


def list_next(governed: str, after: str) -> list[str]:
    """List the trait of the second token of a content."""
    return [f"{governed}|next={after}"]


def list_content(kind: str, governed: str, state: str, lemma: str, content: str) -> list[str]:
    """List the traits of what a content begins with; state: of a verb; lemma: of one that is spelt like a state."""
    stated = [f"{state}|{content}"] if state and (state, content) != (lemma, governed) else []  # to base that
    return [f"content={content}", f"{governed}|content={content}", f"{kind}|content={content}", *stated]


def list_subject(kind: str, governed: str, state: str, subject: str) -> list[str]:
    """List the traits of who acts."""
    pairs = [f"{one}|subject={subject}" for one in (kind, governed, state)]
    return [f"subject={subject}", *pairs, f"{state}|{subject}|{governed}"]


def list_helpers(governed: str, lemma: str, helps: str) -> list[str]:
    """List the traits of the helpers of a verb; lemma: of one that is spelt like a helper."""
    return [f"helpers={helps}", *([f"{helps}|{governed}"] if helps != lemma else [])]  # they did do


def list_before(sort: str, kind: str, governed: str, known: tuple[str, str]) -> list[str]:
    """List the traits of what stands before a noun or an adjective."""
    before, helper = known
    return [f"before={before}", f"helper={helper}", f"{kind}|before={before}", f"{sort}|{governed}|{before}"]


def list_own_before(known: tuple[str, str]) -> list[str]:
    """List the trait of a noun or an adjective with what stands before it."""
    return ["|".join(known)]


def list_passive(governed: str, known: tuple[str, str, str, str]) -> list[str]:
    """List the traits of a passive whose subject is the content: what stands behind it, its helpers, its subject."""
    behind, after, helps, subject = known
    return [
        f"passive|next={behind}",
        f"{governed}|next={after}",
        f"passive|helpers={helps}",
        f"passive|subject={subject}",
    ]


def list_own_passive(known: tuple[str, str]) -> list[str]:
    """List the trait of a passive verb with what stands behind it."""
    return ["{}|passive|next={}".format(*known)]


def list_length(sort: str, length: int) -> list[str]:
    """List the trait of how long a content is."""
    return [f"length={length}|{sort}"]


def list_head(kind: str, governed: str, known: tuple[str, str]) -> list[str]:
    """List the traits of the first noun of a content: its kind, and the noun itself, if there is one."""
    head, noun = known
    own = [f"noun={noun}", f"noun={noun}|{kind}", f"noun={noun}|{governed}"] if noun else []
    return [f"head={head}|{kind}", f"head={head}|{governed}", f"head={head}", *own]


def list_behind(governed: str, behind: str) -> list[str]:
    """List the traits of what stands behind a content."""
    return [f"behind={behind}", f"behind={behind}|{governed}"]


def list_verb_before(lemma: str) -> list[str]:
    """List the trait of the next verb to the left."""
    return [f"verb before={lemma}"]


def list_sentence(governed: str, known: tuple[int, int]) -> list[str]:
    """List the traits of a sentence: how many quotations are in it, and how much is reported and taken already."""
    quotations, taken = known
    counts = [f"quotations={quotations}", f"taken={taken}"]
    return [*counts, *(f"{one}|{governed}" for one in counts)]


def list_opening(known: tuple[str, int]) -> list[str]:
    """List the traits of the first word of a sentence, and of how many cues it has."""
    return [f"first={known[0]}", f"cues={known[1]}"]


def list_cue_before(lemma: str) -> list[str]:
    """List the trait of the next cue to the left."""
    return [f"cue before={lemma}"]


def list_cue_behind(lemma: str) -> list[str]:
    """List the trait of the next cue to the right."""
    return [f"cue behind={lemma}"]


def list_outer(governed: str, form: str) -> list[str]:
    """List the traits of what would take in something that a rule has found; form: of the cue that governs that."""
    return ["outer", f"outer|{governed}", f"outer|cue={form}"]


def list_rule(known: tuple[str, str, str, frozenset[str]]) -> list[str]:
    """List the traits of what a rule has found: its form, with the cue, the cue's form and its kinds in cues.yaml."""
    form, lemma, cue, kinds = known
    alone = ["rule", f"rule={form}", f"rule={form}|{lemma}", f"rule={form}|cue={cue}"]
    return [*alone, *(f"rule={form}|kind={kind}" for kind in sorted(kinds))]
