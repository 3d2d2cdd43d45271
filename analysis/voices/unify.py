"""One name for one person across documents: Lavrov, Sergei Lavrov and Sergey Lavrov."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict

import pandas as pd

from analysis.tables import check_table
from analysis.voices.names import given_names, is_personal, is_sure

# spellings of the same Cyrillic or Arabic letters, folded one after another
SPELLINGS = tuple(
    pair.split("=")
    for pair in [
        "iy=i",
        "yi=i",
        "ij=i",
        "ey=ei",
        "ay=ai",
        "oy=oi",
        "yu=iu",
        "ya=ia",
        "yo=e",
        "ye=e",
        "y=i",
        "ks=x",
        "kh=h",
        "tz=ts",
        "tch=ch",
        "ph=f",
        "w=v",
        "ou=u",
        "ii=i",
        "ss=s",
        "ll=l",
        "nn=n",
        "mm=m",
        "tt=t",
        "ff=f",
    ]
)
# given names, folded, and what else they are written as
NICKNAMES = dict(
    pair.split("=")
    for pair in [
        "alexandr=alexander",
        "alexi=alexei",
        "eugeni=evgeni",
        "nikolas=nikolai",
        "sergi=sergei",
        "mike=michael",
        "joe=joseph",
        "don=donald",
        "bob=robert",
        "bil=viliam",
        "jim=james",
        "tom=thomas",
        "jef=jefrei",
        "chris=christofer",
        "dave=david",
        "ben=benjamin",
    ]
)


def unify_speakers(quotes: pd.DataFrame) -> pd.DataFrame:
    """Give one name to one person in all documents.

    A surname alone takes the full name that other documents give it, if all of them give one person
    only: with two people of one surname (Bill and Hillary Clinton) it stays a surname. Spellings that
    differ only as transliterations do (Sergei, Sergey), by diacritics or by a middle name count as one
    person. The name shown is the one that most documents use, then the longest, then the first in order.
    Returns the same rows with `speaker` changed and nothing else. Rows may come in any order.
    """
    check_table(quotes, "quotes", ("doc_id", "speaker"))
    named = quotes.loc[quotes["speaker"].notna(), ["doc_id", "speaker"]].drop_duplicates()
    counts = Counter(named["speaker"].tolist())
    people = _people(counts)
    canonical = {
        name: max(group, key=lambda form: (counts[form], len(form), form))
        for group in people.values()
        for name in group
    }
    canonical |= _surnames(counts, people, canonical)
    return quotes.assign(speaker=quotes["speaker"].map(lambda name: canonical.get(name, name)).astype("str"))


def _people(counts: Counter[str]) -> dict[tuple[str, str], list[str]]:
    """Group full names by folded given name and surname."""
    people: dict[tuple[str, str], list[str]] = defaultdict(list)
    for name in sorted(counts):
        words = name.split()
        if is_personal(words) and words[0][0].isupper() and words[-1][0].isupper():
            people[(_given(words[0]), fold(words[-1]))].append(name)
    return people


def _surnames(counts: Counter[str], people, canonical: dict[str, str]) -> dict[str, str]:
    """Lead a surname alone to the one person who bears it."""
    bearers: dict[str, set[str]] = defaultdict(set)
    for (_, last), names in people.items():
        if any(is_sure(name.split()) for name in names):
            bearers[last].add(canonical[names[0]])
    alone = (name for name in counts if " " not in name and name[0].isupper() and name.lower() not in given_names())
    return {name: next(iter(bearers[fold(name)])) for name in alone if len(bearers.get(fold(name), ())) == 1}


def fold(word: str) -> str:
    """Write a name so that its spellings meet: without marks, with one letter for one sound."""
    plain = unicodedata.normalize("NFKD", word.lower())
    plain = re.sub(r"[^a-zа-яё]", "", "".join(sign for sign in plain if not unicodedata.combining(sign)))
    for spelling, letter in SPELLINGS:
        plain = plain.replace(spelling, letter)
    return plain


def _given(word: str) -> str:
    folded = fold(word)
    return NICKNAMES.get(folded, folded)
