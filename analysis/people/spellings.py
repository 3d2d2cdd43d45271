"""One person in several alphabets: names of the East Slavic and Turkic worlds as English, German and French write them.

Владимир Зеленский, Volodymyr Zelensky and Wolodymyr Selenskyj fold to three keys (folding.py), because their letters do
not tell which language wrote them. Here a full name is read by the signs of one (w, tsch, ou, ï), its given name by the
forms that it has in Russian, Ukrainian and Belarusian. What German cannot tell apart (s and z, sh and zh) is one here.
Names are joined in the register alone, where the family name is of that world for sure.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Mapping
from functools import lru_cache
from pathlib import Path

from analysis.people.folding import CYRILLIC, LETTERS, strip_accents
from analysis.people.keys import Key
from analysis.yaml_files import load_yaml

WRITTEN = re.compile("[а-яёіїєґәғқңөұүһ]")
GERMAN, LIKE_GERMAN = re.compile(r"w|tsch|sch"), re.compile(r"(?<=\w)j(?=[aeou])|[eiy]j\b")
FRENCH = re.compile(r"ï|ou|tch|gue[iï]|gui|ine\b|ieff\b|\bch")
SOUNDS = {  # in this order; `c` stands for the sound of church
    "german": [("schtsch", "sh"), ("tsch", "c"), ("dsch", "sh"), ("sch", "sh"), ("ch", "kh"), ("w", "v"), ("z", "ts")],
    "french": [
        ("tch", "c"),
        ("ch", "sh"),
        ("dj", "sh"),
        ("j", "sh"),
        ("ou", "u"),
        ("gu(?=[eiï])", "g"),
        (r"ine\b", "in"),
    ],
    "english": [("shch", "sh"), ("tch", "c"), ("ch", "c"), ("dzh", "sh"), (r"\bj(?=a)", "sh")],
}
COMMON = [
    *[
        ("zh", "sh"),
        ("kh", "h"),
        ("ie?ff\\b", "iev"),
        ("t[sz]", "s"),
        ("z", "s"),
        ("ck|q", "k"),
        ("x", "ks"),
        ("[jy]", "i"),
    ],
    *[("i+(?=[aeou])", ""), ("[^a-z]", ""), (r"(.)\1+", r"\1"), ("(?<=c)ov|(?<=sh)ov", "ev")],
]
TABLES = {
    language: [(re.compile(written), sound) for written, sound in sounds + COMMON]
    for language, sounds in SOUNDS.items()
}
STRONG = re.compile(  # how a family name of that world ends, in any of the languages
    r"(?:[oe][vw]a?|sk[iyj]{1,3}|ska(?:ya|ja|ïa|ia)?|enko|[ct]?s?chuk|tschuk|[oe](?:vi|vy|wi|wy)t?s?ch|[iyj]an|shvili|"
    r"schwili|chvili|dze|dse)$"
)
_NAMES = load_yaml(Path(__file__).parent / "given_names.yaml").value()
GIVEN = {form: name for name, forms in _NAMES["languages"].items() for form in (name, *forms)}
INTERNATIONAL = frozenset(_NAMES["international"])


@lru_cache(maxsize=100_000)
def fold_spelling(name: str) -> tuple[str, str, bool]:
    """Reduce a full name to what its spellings share: family name, given name, whether it is surely of that world."""
    low = name.lower()
    words = low.split()
    cyrillic = WRITTEN.search(low) is not None
    signs = (("english", WRITTEN), ("german", GERMAN), ("french", FRENCH), ("german", LIKE_GERMAN))
    language = next((language for language, sign in signs if sign.search(low)), "english")
    family, given = _sound(words[-1], language), _sound(words[0], language)
    known = GIVEN.get(given)
    sure = cyrillic or STRONG.search(words[-1]) is not None or (known is not None and known not in INTERNATIONAL)
    return family, known or given, sure


@lru_cache(maxsize=100_000)  # given names come again and again
def _sound(word: str, language: str) -> str:
    """Write a word as it sounds, roughly, whatever language it is written in."""
    word = word.replace("ё", "io").translate(CYRILLIC)
    for written, sound in TABLES[language][: len(SOUNDS[language])]:
        word = written.sub(sound, word)
    word = word if word.isascii() else strip_accents(word.translate(LETTERS))
    for written, sound in TABLES[language][len(SOUNDS[language]) :]:
        word = written.sub(sound, word)
    return word


def join_spellings(
    forms: Mapping[Key, Counter[str]], documents: Mapping[Key, int], fixed: Container[Key] = ()
) -> dict[Key, Key]:
    """Find the keys that are one person's in several spellings, each with that of the alias files or most documents.

    forms: how often each form of a name is used. None is joined that has a generation or middle initials (Jr.).
    """
    groups: dict[tuple[str, str], list[Key]] = defaultdict(list)
    surely: set[tuple[str, str]] = set()
    for key, counted in forms.items():
        shown = min(counted, key=lambda form: (-counted[form], -len(form), form), default="")
        if not key[1] or key[2] or " " not in shown:
            continue
        family, given, sure = fold_spelling(shown)
        groups[family, given].append(key)
        if sure:
            surely.add((family, given))
    joined = {}
    for name in surely:
        first = min(groups[name], key=lambda key: (key not in fixed, -documents.get(key, 0), key))
        joined.update({key: first for key in groups[name] if key != first})
    return joined


def gather_sounds(shown: Mapping[Key, str], joined: Mapping[Key, Key]) -> dict[tuple[str, str], tuple[Key, bool]]:
    """Gather the people of a corpus by what the spellings of their names share, but for names that several bear."""
    found: dict[tuple[str, str], tuple[Key, bool]] = {}
    several: set[tuple[str, str]] = set()
    for key, name in shown.items():
        if key in joined or not key[1] or key[2] or " " not in name:
            continue
        family, given, sure = fold_spelling(name)
        if (family, given) in found:
            several.add((family, given))
        found[family, given] = key, sure
    return {name: pair for name, pair in found.items() if name not in several}
