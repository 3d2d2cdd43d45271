"""Speakers looked up in the register: the same identifier for a speaker as for a mention of the same person.

A quotation names its speaker in the words of its document ("Lavrov", "the minister", "the Foreign Ministry").
Where those words hold a mention of an actor, the speaker is that actor; else a person's name is looked up in the
register, and any other name among the mentions of the document, then of the corpus. Who is only described
("two senior officials") keeps the description.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from typing import NamedTuple

import pandas as pd

from analysis.people.keys import PARTICLE, fold_part
from analysis.people.names import is_personal, is_sure
from analysis.people.placed import Meant, PlacedMentions, choose_only, fold_phrase
from analysis.people.register import Register
from analysis.people.titles import PARTICLES
from analysis.tables import check_table

DESCRIBED = "described"  # kind of a speaker whom no text names
AT_THE_END = 2**62  # of a document: whom its names mean when all are known


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
    placed = PlacedMentions(mentions, sentences) if mentions is not None else None
    only = choose_only([placed.count_phrases()] if placed else [])
    found = identify_in_documents(quotes, register or _register_of(quotes), placed, only)
    return unify_speakers(found, choose_shown([count_speakers(found)]))


def identify_in_documents(
    quotes: pd.DataFrame, register: Register, placed: PlacedMentions | None, only: Mapping[str, Meant]
) -> pd.DataFrame:
    """Identify the speakers of some documents as `identify_speakers` does, before one name is shown for each.

    register, placed: of these documents; only: names that mean one actor in all documents, from `choose_only`.
    Returns the quotations with speaker, speaker_id and named.
    """
    lookup = _Lookup(register, placed, only)
    places = [
        quotes[name].to_numpy().tolist() if name in quotes else [pd.NA] * len(quotes)
        for name in ("speaker_start", "speaker_end")
    ]
    speakers = [quotes[name].to_numpy().tolist() for name in ("doc_id", "speaker")]
    found = [
        lookup.speaker(doc_id, name, start, end) if isinstance(name, str) else Identity("", "")
        for doc_id, name, start, end in zip(*speakers, *places, strict=True)
    ]
    columns = {
        "speaker": pd.Series([one.name or None for one in found], index=quotes.index, dtype="str"),
        "speaker_id": pd.Series([one.actor_id or None for one in found], index=quotes.index, dtype="str"),
    }
    return quotes.assign(**columns, named=quotes["speaker"])


def _register_of(quotes: pd.DataFrame) -> Register:
    """Make a register of the speakers' own full names."""
    register = Register()
    for place, (doc_id, name) in enumerate(zip(quotes["doc_id"], quotes["speaker"], strict=True)):
        if isinstance(name, str) and is_personal(name.split()) and name[0].isupper():
            register.add(doc_id, place, tuple(name.split()))
    register.settle()
    return register


class _Lookup:
    """Whom the speakers of some documents are."""

    def __init__(self, register: Register, placed: PlacedMentions | None, only: Mapping[str, Meant]) -> None:
        self.register, self.placed, self.only = register, placed, only
        self._told: dict[tuple[Hashable, str], Identity] = {}  # of a document's speakers beside whom no mention stands

    def speaker(self, doc_id: Hashable, name: str, start: object, end: object) -> Identity:
        """Say who a speaker is."""
        beside = [] if self.placed is None or pd.isna(start) else self.placed.beside(doc_id, start, end)
        if beside:
            return self._identify(doc_id, name, beside)
        if (doc_id, name) not in self._told:
            self._told[doc_id, name] = self._identify(doc_id, name, beside)
        return self._told[doc_id, name]

    def _identify(self, doc_id: Hashable, name: str, beside: list[int]) -> Identity:
        """Say who a speaker is, from the surest sign to the weakest; beside: mentions in the words that name them."""
        words = tuple(name.split())
        if _is_name(words):
            identity = self._named(words, beside) or self._person(doc_id, words)
            if identity:
                return identity
        return self._body(doc_id, name, beside) or Identity(f"{DESCRIBED}:{name.lower()}", name)

    def _named(self, words: tuple[str, ...], beside: list[int]) -> Identity | None:
        """Find the person whose mention in the words that name a speaker has the family name."""
        last = fold_part(words[-1])
        for at in beside:
            one = self.placed.meant[at]
            fuller = len(words) > 1 and " " not in one.actor  # Joaquín "El Chapo" Guzmán, mentioned as Guzmán alone
            if one.is_person() and not fuller and last in map(fold_part, self.placed.texts[at].split()):
                return Identity(one.actor_id, one.actor)
        return None

    def _person(self, doc_id: Hashable, words: tuple[str, ...]) -> Identity | None:
        if len(words) == 1:
            one = self._here(doc_id, fold_phrase(words[0]))
            if one and not one.is_person():
                return None
            sex = self.register.title_sex(doc_id, words[0])
            short = self.register.short(doc_id, AT_THE_END, words, sex)
            person = short[0] if short and short[1] else self.register.meant(words, sex=sex)
        else:
            known = self.register.knows(doc_id, words) or (is_personal(list(words)) and is_sure(list(words)))
            person = self.register.full(doc_id, words) if known else None
        return Identity(*person) if person else None

    def _here(self, doc_id: Hashable, phrase: str) -> Meant | None:
        at = self.placed.here(doc_id).get(phrase) if self.placed else None
        return None if at is None else self.placed.meant[at]

    def _body(self, doc_id: Hashable, name: str, beside: list[int]) -> Identity | None:
        """Find an organisation or a country by its name: in the words themselves, the document, the corpus.

        A description (the bill, the campaign) is nobody's name, and a person's only where it is written as one.
        """
        phrase = fold_phrase(name)
        if not phrase or name == name.lower():
            return None
        one = next((self.placed.meant[at] for at in beside if fold_phrase(self.placed.texts[at]) == phrase), None)
        one = one or self._here(doc_id, phrase) or self.only.get(phrase)
        if one is None or (one.is_person() and not _is_name(tuple(name.split()))):
            return None
        return Identity(one.actor_id, name if one.metonym else one.actor)


def _is_name(words: tuple[str, ...]) -> bool:
    """Tell a name from a description ("a spokesman for Clinton"): all its words but particles have a capital."""
    return words[0][0].isupper() and all(
        word[0].isupper() or word in PARTICLES or PARTICLE.match(word) is not None for word in words
    )


def list_phrases(quotes: pd.DataFrame) -> set[str]:
    """List the phrases, folded, by which speakers may be looked up among all mentions of a corpus."""
    names = quotes["speaker"].dropna().unique().tolist()
    return {fold_phrase(name) for name in names if name != name.lower()} - {""}


def count_speakers(quotes: pd.DataFrame) -> pd.DataFrame:
    """Count the names of speakers whom no list names, for `choose_shown`; quotes: from `identify_in_documents`.

    Returns one row a speaker and name: speaker_id, speaker, quotes (how many).
    """
    counted = quotes[["speaker_id", "speaker"]].value_counts(sort=False).reset_index(name="quotes")
    return counted[counted["speaker_id"].str.startswith(("person:", DESCRIBED))]


def choose_shown(parts: Iterable[pd.DataFrame]) -> dict[str, str]:
    """Choose the name of each speaker who has several: that of most quotations, then the longest.

    parts: `count_speakers` of each partition, in any order.
    """
    parts = list(parts)
    if not parts:
        return {}
    counted = pd.concat(parts).groupby(["speaker_id", "speaker"], sort=False, as_index=False)["quotes"].sum()
    several = counted[counted["speaker_id"].duplicated(keep=False)]
    several = several.assign(length=several["speaker"].str.len())
    several = several.sort_values(["quotes", "length", "speaker"], ascending=[False, False, True])
    first = several.drop_duplicates("speaker_id")
    return dict(zip(first["speaker_id"].tolist(), first["speaker"].tolist(), strict=True))


def unify_speakers(quotes: pd.DataFrame, shown: Mapping[str, str]) -> pd.DataFrame:
    """Show one name for one speaker; quotes: from `identify_in_documents`; shown: from `choose_shown`."""
    names = quotes["speaker_id"].map(shown).astype("str")
    return quotes.assign(speaker=names.where(names.notna(), quotes["speaker"]))
