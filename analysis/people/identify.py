"""Speakers looked up in the register: the same identifier for a speaker as for a mention of the same person.

A quotation names its speaker in the words of its document ("Lavrov", "the minister", "the Foreign Ministry").
Where those words hold a mention of an actor, the speaker is that actor; else a person's name is looked up in the
register, and any other name among the mentions of the document, then of the corpus. Who is only described
("two senior officials") keeps the description.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from functools import lru_cache
from typing import NamedTuple

import pandas as pd

from analysis.people.folding import fold
from analysis.people.keys import PARTICLE
from analysis.people.names import is_personal, is_sure
from analysis.people.register import Register
from analysis.people.titles import PARTICLES
from analysis.tables import check_table

DESCRIBED = "described"  # kind of a speaker whom no text names
METONYMS = ("capital as government", "government building")  # said of a government in other words: those are kept
AT_THE_END = 2**62  # of a document: whom its names mean when all are known
ARTICLES = frozenset(("the", "a", "an"))


class Placed(NamedTuple):
    """An actor as a mention names it: where (in the document's text), who, and by which rule."""

    start: int
    end: int
    text: str
    actor_id: str
    actor: str
    kind: str
    rule: str


class Identity(NamedTuple):
    """A speaker's identifier and the name that tables show."""

    actor_id: str
    name: str


def identify_speakers(
    quotes: pd.DataFrame,
    register: Register | None = None,
    mentions: pd.DataFrame | None = None,
    sentences: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Give each quotation the identifier of its speaker, and one name to one speaker in all documents.

    quotes: doc_id, speaker [speaker_start, speaker_end]. register: of the same documents, by their doc_id; one made of
    the speakers' own names if it is not given.
    mentions: from find_actors, with the sentences that they were found in (sentence_id, start).
    A surname alone takes the one full name that the corpus has for it, if nearly all documents mean one person;
    spellings that differ as transliterations do count as one person, and the one that most texts use is shown.
    Returns the same rows with speaker changed and speaker_id filled: "person:lavrov_sergei",
    "organisation:foreign_ministry", "country:russia", or "described:two senior officials"; NA where nobody is named.
    A further column, named, keeps each speaker as its document gives it.
    """
    check_table(quotes, "quotes", ("doc_id", "speaker"))
    named = _mentions_by_document(mentions, sentences) if mentions is not None else {}
    lookup = _Lookup(register or _register_of(quotes), named)
    places = [
        quotes[name].to_numpy().tolist() if name in quotes else [pd.NA] * len(quotes)
        for name in ("speaker_start", "speaker_end")
    ]
    speakers = [quotes[name].to_numpy().tolist() for name in ("doc_id", "speaker")]
    found = _one_name_each(
        [
            lookup.speaker(doc_id, name, start, end) if isinstance(name, str) else Identity("", "")
            for doc_id, name, start, end in zip(*speakers, *places, strict=True)
        ]
    )
    columns = {
        "speaker": pd.Series([one.name or None for one in found], index=quotes.index, dtype="str"),
        "speaker_id": pd.Series([one.actor_id or None for one in found], index=quotes.index, dtype="str"),
    }
    return quotes.assign(**columns, named=quotes["speaker"])


def _mentions_by_document(mentions: pd.DataFrame, sentences: pd.DataFrame) -> dict[str, list[Placed]]:
    """Place mentions in their documents' texts, in the order of the texts."""
    begins = dict(
        zip(sentences["sentence_id"].to_numpy().tolist(), sentences["start"].to_numpy().tolist(), strict=True)
    )
    found: dict[str, list[Placed]] = {doc_id: [] for doc_id in sentences["doc_id"].unique().tolist()}
    columns = ("doc_id", "sentence_id", "start", "end", "text", "actor_id", "actor", "kind", "found_by")
    values = (mentions[column].to_numpy().tolist() for column in columns)  # a column itself makes each value anew
    for doc_id, sentence, start, end, *about in zip(*values, strict=True):
        found[doc_id].append(Placed(begins[sentence] + start, begins[sentence] + end, *about))
    return {doc_id: sorted(rows) for doc_id, rows in found.items()}


def _register_of(quotes: pd.DataFrame) -> Register:
    """Make a register of the speakers' own full names."""
    register = Register()
    for place, (doc_id, name) in enumerate(zip(quotes["doc_id"], quotes["speaker"], strict=True)):
        if isinstance(name, str) and is_personal(name.split()) and name[0].isupper():
            register.add(doc_id, place, tuple(name.split()))
    register.settle()
    return register


@lru_cache(maxsize=200_000)
def fold_phrase(text: str) -> str:
    """Reduce a name of any length to a key that its spellings share, articles aside."""
    return " ".join(fold(word) or word for word in text.lower().split() if word not in ARTICLES)


class _Lookup:
    """Whom the speakers of a corpus are."""

    def __init__(self, register: Register, named: dict[str, list[Placed]]) -> None:
        self.register, self.named = register, named
        self.starts = {doc_id: [one.start for one in rows] for doc_id, rows in named.items()}
        self.here = {doc_id: {fold_phrase(one.text): one for one in rows} for doc_id, rows in named.items()}
        anywhere: dict[str, dict[str, Placed]] = defaultdict(dict)
        for names in self.here.values():
            for phrase, one in names.items():
                anywhere[phrase][one.actor_id] = one
        self.only = {phrase: next(iter(actors.values())) for phrase, actors in anywhere.items() if len(actors) == 1}

    def speaker(self, doc_id: str, name: str, start: object, end: object) -> Identity:
        """Say who a speaker is, from the surest sign to the weakest."""
        words = tuple(name.split())
        beside = self._beside(doc_id, start, end)
        if _is_name(words):
            last = _family(words[-1])
            persons = (one for one in beside if one.kind == "person")
            person = next((one for one in persons if last in map(_family, one.text.split())), None)
            identity = Identity(person.actor_id, person.actor) if person else self._person(doc_id, words)
            if identity:
                return identity
        return self._body(doc_id, name, beside) or Identity(f"{DESCRIBED}:{name.lower()}", name)

    def _beside(self, doc_id: str, start: object, end: object) -> list[Placed]:
        """List the mentions in the words that name a speaker."""
        if pd.isna(start) or doc_id not in self.named:
            return []
        rows, at = self.named[doc_id], max(0, bisect_left(self.starts[doc_id], start) - 1)
        found = []
        while at < len(rows) and rows[at].start < end:
            if rows[at].end > start:
                found.append(rows[at])
            at += 1
        return found

    def _person(self, doc_id: str, words: tuple[str, ...]) -> Identity | None:
        if len(words) == 1:
            if self._is_body(doc_id, words[0]):
                return None
            short = self.register.short(doc_id, AT_THE_END, words)
            person = short[0] if short and short[1] else self.register.known(words)
        else:
            known = self.register.knows(doc_id, words) or (is_personal(list(words)) and is_sure(list(words)))
            person = self.register.full(doc_id, words) if known else None
        return Identity(*person) if person else None

    def _is_body(self, doc_id: str, name: str) -> bool:
        one = self.here.get(doc_id, {}).get(fold_phrase(name))
        return one is not None and one.kind != "person"

    def _body(self, doc_id: str, name: str, beside: list[Placed]) -> Identity | None:
        """Find an organisation or a country by its name: in the words themselves, the document, the corpus.

        A description (the bill, the campaign) is nobody's name, and a person's only where it is written as one.
        """
        phrase = fold_phrase(name)
        if not phrase or name == name.lower():
            return None
        one = next((one for one in beside if fold_phrase(one.text) == phrase), None)
        one = one or self.here.get(doc_id, {}).get(phrase) or self.only.get(phrase)
        if one is None or (one.kind == "person" and not _is_name(tuple(name.split()))):
            return None
        return Identity(one.actor_id, name if one.rule in METONYMS else one.actor)


def _is_name(words: tuple[str, ...]) -> bool:
    """Tell a name from a description ("a spokesman for Clinton"): all its words but particles have a capital."""
    return words[0][0].isupper() and all(
        word[0].isupper() or word in PARTICLES or PARTICLE.match(word) is not None for word in words
    )


@lru_cache(maxsize=200_000)
def _family(word: str) -> str:
    return fold(PARTICLE.sub("", word))


def _one_name_each(found: list[Identity]) -> list[Identity]:
    """Show one name for one person whom only quotations name: that of most of them, then the longest."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for one in found:
        if one.actor_id.startswith(("person:", DESCRIBED)):
            counts[one.actor_id][one.name] += 1
    shown = {who: min(names, key=lambda name: (-names[name], -len(name), name)) for who, names in counts.items()}
    return [one._replace(name=shown.get(one.actor_id, one.name)) for one in found]
