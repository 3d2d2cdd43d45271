"""What the texts say of their speakers: one row a document and speaker, from which role and gender are told."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

import numpy as np
import pandas as pd

from analysis.people.folding import fold
from analysis.people.names import given_names_by_key, guess_sex, is_personal, is_sure
from analysis.people.titles import FAMILY_FIRST, PARTICLES, ROLES_HE, ROLES_SHE
from analysis.people.together import is_written_as_name, split_together
from analysis.sourcing.bosses import describe_by_boss
from analysis.sourcing.descriptions import SaidBeside, describe_in_text, find_descriptions, find_explained
from analysis.sourcing.languages.speakers import SaidOf, SpeakerReader
from analysis.sourcing.languages.words import list_role_languages
from analysis.sourcing.nouns import count_nouns_beside
from analysis.sourcing.roles import recognise_role, split_phrase, tells_role
from analysis.texts.characters import straighten
from analysis.texts.cleaning.languages import assign_languages, mark_language
from analysis.voices.assign import select_speech
from analysis.words.classes import HE, PRONOUNS, SHE

PERSON, DESCRIBED, COUNTRY = "person:", "described:", "country:"
SIGNS = ["title_m", "title_f", "he", "she", "noun_m", "noun_f"]
FURTHER = ["name_m", "name_f", "verb_m", "verb_f", "one_m", "one_f", "named"]  # of texts in other languages
COLUMNS = ["doc_id", "speaker_id", "role", "words", *SIGNS, *FURTHER]
FIRMS = frozenset(["co", "inc", "llc", "ltd", "corp", "plc", "gmbh"])
OWNER = re.compile(r"(?<=\w)(?:'s|s')\s")  # Balashov's mother, her parents' lawyer


def gather_evidence(quotes: pd.DataFrame, documents: pd.DataFrame) -> pd.DataFrame:
    """Gather what each document says of each of its speakers.

    quotes: doc_id, speaker, speaker_id, speaker_start, speaker_end [named, form]; documents: doc_id, text.
    Returns one row a document and speaker: doc_id, speaker_id, role (that most of the words beside the name say; NA if
    none does), words (the first that say it), and how often signs of a sex were seen: title_m, title_f (Mr, Mrs),
    noun_m, noun_f (spokesman, mother), he, she (pronouns that speak for them); in other languages than English also
    name_m, name_f (given, father's or Slavic family name), verb_m, verb_f (сказала), one_m, one_f (a description of one
    person: жительница) and named (1 where it reads a person's name). Documents in a language that has no list of roles
    are read as English.
    """
    texts = dict(zip(documents["doc_id"], documents["text"], strict=True))
    languages = dict(zip(documents["doc_id"], assign_reading(documents), strict=True))
    speech = select_speech(quotes).dropna(subset="speaker_id")
    readers: dict[str, SpeakerReader] = {}
    rows = []
    for (doc_id, speaker_id), said in _list_named(speech, texts).items():
        language = languages[doc_id]
        if language in list_role_languages():
            if doc_id not in readers:
                readers = {doc_id: SpeakerReader(texts[doc_id], language)}
            rows.append((doc_id, speaker_id, *_read_in(readers[doc_id], speaker_id, said)))
        else:
            found = _read(texts[doc_id], speaker_id, said.names, said.phrases)
            rows.append((doc_id, speaker_id, *found, *[0] * len(FURTHER)))
    return pd.DataFrame(rows, columns=COLUMNS).astype({"role": "str", "words": "str"})


def assign_reading(documents: pd.DataFrame) -> np.ndarray:
    """Say in which language each document is read for roles: en, another that has a list, or "" for none of them."""
    english = mark_language(documents)
    others = assign_languages(documents[~english]).fillna("")
    reading = np.full(len(documents), "en", dtype=object)
    reading[~english] = [name if name in list_role_languages() else "" for name in others]
    return reading


def _list_named(speech: pd.DataFrame, texts: Mapping[str, str]) -> dict[tuple[str, str], SaidOf]:
    """List by document and speaker the names that they have there, and the words that name them where they speak."""
    named = "named" if "named" in speech else "speaker"
    speech = speech if "cue" in speech else speech.assign(cue=None)
    columns = ["doc_id", "speaker_id", named, "speaker", "speaker_start", "speaker_end", "cue"]
    found: dict[tuple[str, str], SaidOf] = {}
    rows = (speech[column].to_numpy(dtype=object, na_value=None).tolist() for column in columns)
    for doc_id, speaker_id, name, shown, start, end, cue in zip(*rows, strict=True):
        if doc_id in texts:
            said = found.setdefault((doc_id, speaker_id), SaidOf({}, [], []))
            said.names.update(dict.fromkeys((name, shown)))
            if start is not None:
                said.phrases.append(texts[doc_id][start:end])
                said.cues.append(cue or "")
    return found


def _read_in(reader: SpeakerReader, speaker_id: str, said: SaidOf) -> tuple:
    """Read one speaker in one document in another language than English: the columns after the first two."""
    names = [name for name in said.names if isinstance(name, str)]
    parts = reader.split_together([*names, *said.phrases], speaker_id.startswith(PERSON))
    if parts:
        each = [_read_in(reader, _identify_part(part), SaidOf({part: None}, [], [])) for part in parts]
        return _read_together(each, len(SIGNS) + len(FURTHER))
    named = any(is_person(speaker_id, name) or reader.is_named(name) for name in names)
    if not named:
        told = [SaidBeside("government" if speaker_id.startswith(COUNTRY) else "", "", "")]
        told += [reader.describe(name) for name in names]
        ones = _count_sexes(told) if speaker_id.startswith(DESCRIBED) else (0, 0)
        return (*_vote(told), *[0] * len(SIGNS), *[0] * 4, *ones, 0)
    told = reader.find(names)
    if not any(one.role for one in told):
        told += reader.describe_phrases(said.phrases, names)
    titles, nouns = (_count_sexes([one for one in told if bool(one.words) == noun], named) for noun in (False, True))
    names_say = reader.count_names(names)
    return (*_vote(told), *titles, *reader.count_pronouns(said.phrases), *nouns, *names_say,
            *reader.count_verbs(said), 0, 0, 1)  # fmt: skip


def _read(text: str, speaker_id: str, names: Iterable[str], phrases: list[str]) -> tuple:
    """Read one speaker in one document: the columns after the first two."""
    parts = next(filter(None, (split_together(str(name)) for name in names)), [])
    if parts:
        return _read_together([_read(text, _identify_part(part), [part], []) for part in parts], len(SIGNS))
    if any(is_person(speaker_id, str(name)) for name in names):
        told = find_descriptions(text, _names_to_find(names))
        told = told or _describe_phrases(phrases, names)
        beside = count_nouns_beside(text, _names_to_find(names))
    else:
        beside = (0, 0)
        told = [SaidBeside("government" if speaker_id.startswith(COUNTRY) else "", "", "")]
        told += [describe_by_boss(text, str(name)) or describe_in_text(text, str(name)) for name in names]
        if not any(one.role for one in told):
            told += find_explained(text, [name for name in names if isinstance(name, str) and name[:1].isupper()])
    pronouns = Counter(phrase.lower() for phrase in phrases)
    he, she = (sum(pronouns[word] for word in words) for words in (HE, SHE))
    nouns = (said + near for said, near in zip(_count_nouns(told), beside, strict=True))
    return (*_vote(told), *_count_sexes(told), he, she, *nouns)


def _identify_part(part: str) -> str:
    """The kind of one of several who speak together: a person by their full name, or somebody described."""
    return PERSON if is_written_as_name(part) else DESCRIBED


def _read_together(each: list[tuple], signs: int) -> tuple:
    """Put together what was read of each of several who speak together: a role that all have, and no sign of a sex."""
    roles = {row[0] for row in each}
    same = roles.pop() if len(roles) == 1 else None
    return (same, " ".join(row[1] or "" for row in each) or None if same else None, *[0] * signs)


def _names_to_find(names: Iterable[str]) -> list[str]:
    """The names under which to look for somebody: the full ones, then the family names."""
    full = [name for name in names if isinstance(name, str) and name]
    return [*full, *(name.split()[-1] for name in full if " " in name and len(name.split()[-1]) > 2)]


def _describe_phrases(phrases: Iterable[str], names: Iterable[str]) -> list[SaidBeside]:
    """Read the words by which somebody is meant without a name: the White House official."""
    parts = {part.lower() for name in names for part in str(name).split()}
    others = [split_phrase(phrase) for phrase in phrases if phrase.lower() not in PRONOUNS]
    return [
        SaidBeside(recognise_role(words, person=True), "", " ".join(words))
        for words in others
        if parts.isdisjoint(words)
    ]


def _vote(told: Iterable[SaidBeside]) -> tuple[str | None, str | None]:
    """The role that most descriptions say, the first of those alike, with the words of the first that says it.

    That somebody is a baker's son counts where nothing else is said of them.
    """
    told = [one for one in told if one.role]
    told = [one for one in told if tells_role(one.role, one.words)] or told
    if not told:
        return None, None
    role = Counter(one.role for one in told).most_common(1)[0][0]
    return role, next(one.words for one in told if one.role == role) or None


def _count_sexes(told: Iterable[SaidBeside], named: bool = False) -> tuple[int, int]:
    """Count the signs of a man and of a woman; named: those too that say it only of who has a name (F)."""
    sexes = Counter(one.sex.lower() if named else one.sex for one in told)
    return sexes["m"], sexes["f"]


def _count_nouns(told: Iterable[SaidBeside]) -> tuple[int, int]:
    words = [set(one.words.split()) for one in told]
    return sum(bool(each & ROLES_HE) for each in words), sum(bool(each & ROLES_SHE) for each in words)


def is_person(speaker_id: str, name: str) -> bool:
    """Whether a speaker is a person with a name, known to the corpus or not (Carol Hill, who is named once)."""
    words = name.split()
    if len(words) > 1 and words[-1].lower().rstrip(".") in FIRMS:
        return False  # Ann Lee Co.
    written = all(word[0].isupper() or word in PARTICLES for word in words)
    unknown = speaker_id.startswith(DESCRIBED) and bool(words) and written
    return speaker_id.startswith(PERSON) or (unknown and is_personal(words) and is_sure(words))


def is_one_person(name: str) -> bool:
    """Whether a description is of one person of whom a noun says the sex: a spokeswoman, her father."""
    words, own = split_phrase(name), split_owned(name)
    one = len(own) < len(words) or (bool(words) and words[0] in ("a", "an", "the", "one", "his", "her", "my", "this"))
    return one and bool(guess_noun(own))


def split_owned(name: str) -> list[str]:
    """Split what stands behind the last owner of a description: "lawyer" of "the woman's lawyer"; all, if none owns."""
    return split_phrase(OWNER.split(straighten(name))[-1])


def guess_noun(words: Iterable[str]) -> str:
    """The sex that the nouns of a description say, "" where none or both."""
    words = set(words)
    sexes = ("m" if words & ROLES_HE else "") + ("f" if words & ROLES_SHE else "")
    return sexes if len(sexes) == 1 else ""


def guess_by_name(name: str) -> str:
    """The sex that a given name or a Slavic family name says, by the shipped lists; "" where none does.

    Of a name whose family name stands first (Kim Jong-un) the first word is no given name.
    """
    words = name.split()
    family_first = len(words) > 1 and words[0] in FAMILY_FIRST and (len(words) == 3 or "-" in words[1])
    if not words or family_first:
        return ""
    return guess_sex(name) or ("" if words[0].isascii() else given_names_by_key().get(fold(words[0]), ""))
