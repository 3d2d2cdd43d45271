"""The words of a language that say a role or a sex, in all of their forms; read from its YAML file.

A language that has rules of quotations (`analysis/voices/languages/`) is added by a file beside this one. Its keys:
- language; each role of roles.yaml with heads and bodies; anybody, past and unplaced, as in roles.yaml. Nouns are
  declined by the language's rules, `*` stands for any ending, a stroke (житель/жительница) for a man's and a woman's
  form of one noun, both in ordinary use, so that either says the sex; two strokes (журналист//журналистка) where the
  man's form is said of women too: the other then says the sex of who has a name, and of nobody who has none, lest
  women alone be counted;
- endings: further endings of nouns; glued: true where compounds are one word (Polizeisprecher);
- titles: before a name, each with its sex; joins: prepositions inside a title (эксперт по ...); posted: heads behind
  which any preposition may follow (посол в ...); of: prepositions behind a name, before an organisation; walls: further
  words that are part of no title; common: nouns of one form for both sexes, of whom the article before them tells the
  sex (la portavoz); apposed: true where a comma may stand between a title and the name.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from analysis.errors import require
from analysis.sourcing.roles import UNPLACED, WORD, RoleWords, load_roles, measure_entries
from analysis.texts.characters import straighten
from analysis.voices.languages.rules import LanguageRules, list_languages, load_language
from analysis.yaml_files import load_yaml

FOLDER = Path(__file__).parent
LISTS = ("endings", "joins", "posted", "of", "walls", "past", "common")
SHORTEST = 4  # letters of a noun in which a compound may end
GLUE = ("", "s", "n", "en", "es")  # what joins the parts of a German compound


class BaseWord(NamedTuple):
    """A word of a phrase: in small letters as it stands, its base form if a list has it, the sex that it says.

    sex: m, f, or F: of who has a name, for the man's form is used of both.
    """

    low: str
    base: str
    sex: str


@dataclass(eq=False)
class LanguageRoles:
    """The words of one language: its rules of quotations, its roles, and the base form of each form."""

    rules: LanguageRules
    roles: RoleWords
    titles: dict[str, str]
    lists: dict[str, frozenset[str]]
    glued: bool
    apposed: bool
    bases: dict[str, str] = field(default_factory=dict)
    stems: dict[str, str] = field(default_factory=dict)
    sexes: dict[str, str] = field(default_factory=dict)
    nominatives: set[str] = field(default_factory=set)
    listed: set[str] = field(default_factory=set)

    def is_nominative(self, word: BaseWord) -> bool:
        """Whether a word of the list stands as the list has it; of those with any ending nobody can tell."""
        return word.low in self.nominatives or word.base.endswith("*")

    def has(self, low: str) -> bool:
        """Whether the lists have a word, in small letters, or a compound of its parts."""
        return any(part.base in self.listed for part in self.split_word(low))

    def split(self, text: str) -> list[BaseWord]:
        """Split a phrase into words with their base forms; a compound gives its parts: Polizei, Sprecher."""
        return [part for word in WORD.findall(straighten(text)) for part in self.split_word(word.lower())]

    def split_word(self, low: str) -> list[BaseWord]:
        """Split a word in small letters that no list has into parts that one has."""
        low = low.rpartition("'")[2] if low.rpartition("'")[0] in self.rules["elided"] else low
        if low in self.bases:
            return [BaseWord(low, self.bases[low], self.sexes.get(low, ""))]
        stem = next((low[:end] for end in range(len(low), 1, -1) if low[:end] in self.stems), "")
        if stem:
            return [BaseWord(low, self.stems[stem], self.sexes.get(stem, ""))]
        if "-" in low:
            return [part for piece in low.split("-") if piece for part in self.split_word(piece)]
        return self._split_compound(low) if self.glued else [BaseWord(low, low, "")]

    def _split_compound(self, low: str) -> list[BaseWord]:
        for at in range(3, len(low) - SHORTEST + 1):
            if low[at:] in self.bases:
                front = next((low[: at - len(end)] for end in GLUE if low[:at].endswith(end)
                              and low[: at - len(end)] in self.bases), low[:at])  # fmt: skip
                first, base = BaseWord(front, self.bases.get(front, front), ""), self.bases[low[at:]]
                if front not in self.bases and self.roles.anybody.get(base):
                    base = low  # the president of something unknown: Handwerkspräsident
                return [first, BaseWord(low[at:], base, self.sexes.get(low[at:], ""))]
        return [BaseWord(low, low, "")]


@lru_cache(maxsize=1)
def list_role_languages() -> dict[str, Path]:
    """The languages other than English in which roles are read, each with its file."""
    return {path.stem: path for path in sorted(FOLDER.glob("*.yaml"))}


@lru_cache(maxsize=16)
def load_language_roles(path: Path) -> LanguageRoles:
    """Load the words of a language's file; raises InputError for a role that roles.yaml does not have."""
    content = load_yaml(path, "the roles of speakers").value()
    definitions = load_roles().definitions
    rules = load_language(list_languages()[content.pop("language")])
    lists = {name: frozenset(content.pop(name, None) or ()) for name in LISTS}
    titles, anybody = content.pop("titles", None) or {}, content.pop("anybody")
    glued, apposed = bool(content.pop("glued", False)), bool(content.pop("apposed", False))
    empty = RoleWords(definitions, {}, {}, {}, lists["past"], {})
    known = LanguageRoles(rules, empty, titles, lists, glued, apposed)
    unplaced = dict.fromkeys(content.pop(UNPLACED, None) or (), "")
    unknown = sorted(set(content) - set(definitions))
    require(not unknown, f"{path}: {unknown} are no roles of roles.yaml, which has {sorted(definitions)}.")
    kinds: dict[str, dict[str, str]] = {
        "heads": {entry: role for role, about in content.items() for entry in about["heads"] or ()},
        "bodies": unplaced | {entry: role for role, about in content.items() for entry in about.get("bodies") or ()},
        "anybody": {entry: role or "" for entry, role in anybody.items()},
    }
    split = [entry.split() for entries in kinds.values() for entry in entries]
    for word in [words[0] for words in sorted(split, key=len)] + [word for words in split for word in words[1:]]:
        _enter_forms(known, word)
    keyed = {kind: {_key_of(known, entry): role for entry, role in entries.items()} for kind, entries in kinds.items()}
    known.roles = empty._replace(**keyed, longest=measure_entries([key for keys in keyed.values() for key in keys]))
    return known


def _enter_forms(known: LanguageRoles, word: str) -> None:
    """Enter all forms of a word of an entry; a form of two words belongs to the first."""
    man, _, woman = word.partition("/")
    both, woman = not woman.startswith("/"), woman.lstrip("/")
    known.listed.add(man)
    for form, sex in ((man, "m" if woman and both else ""), (woman, "f" if both else "F")):
        if form.endswith("*"):
            known.stems.setdefault(form[:-1], man)
            known.sexes.setdefault(form[:-1], sex)
        elif form:
            known.nominatives.add(form)
            for one in _list_forms(known, form):
                known.bases.setdefault(one, man)
                known.sexes.setdefault(one, sex)


def _list_forms(known: LanguageRoles, word: str) -> list[str]:
    ends = [word + end for end in known.lists["endings"]]
    return [word, *known.rules.list_noun_forms(word), *ends]


def _key_of(known: LanguageRoles, entry: str) -> str:
    """The base forms of an entry's words, as `split` gives them."""
    words = [part for word in entry.split() for part in known.split_word(word.partition("/")[0].rstrip("*"))]
    return " ".join(word.base for word in words)
