"""What is known of words before any text is read: each word's label, each phrase's label and actor.

A label is one character (labels.py lists them), so that a sentence becomes a string on which patterns.py can run.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from analysis.actors.labels import Label
from analysis.actors.tokens import cut_for_names
from analysis.people.aliases import Aliases, load_aliases
from analysis.people.folding import fold
from analysis.people.lists import load_list
from analysis.people.titles import LISTS as TITLE_LISTS
from analysis.people.titles import ROLES
from analysis.yaml_files import load_yaml

FOLDER = Path(__file__).parent
PEOPLE = FOLDER.parent / "people"
LABELLED_LISTS = {  # class of words.yaml or titles.yaml -> label; later ones win
    "groups": Label.CREED,
    "things": Label.THING,
    "place_nouns": Label.PLACE_NOUN,
    "bodies": Label.BODY_END,
    "posts": Label.POST,
    "states": Label.REPUBLIC,
    "standing_bodies": Label.STANDING_BODY,
    "company_endings": Label.COMPANY_END,
    "titles": Label.TITLE,
    "dates": Label.DATE,
    "abbreviations": Label.ABBREVIATION,
    "generations": Label.JUNIOR,
    "body_nouns": Label.BODY_NOUN,
    "roles": Label.ROLE,
    "officers": Label.OFFICER,
    "government_nouns": Label.GOVERNMENT,
    "capital_government_nouns": Label.GOVERNMENT_NAME,
    "locative": Label.IN,
    "particles": Label.PARTICLE,
    "family_particles": Label.FAMILY_PARTICLE,
}
JOINED = {
    "verbs_of_speech": ("speech", "reporting"),
    "in_office": ("roles", "officers"),
    "by_place": ("may_be_months", "family_first"),
}  # classes read as one
LABELLED_SECTIONS = {  # of the alias files
    "countries": Label.COUNTRY,
    "governments": Label.BUILDING,
    "capitals": Label.CAPITAL,
    "people": Label.PERSON,
    "organisations": Label.BODY,
    "platforms": Label.PLATFORM,
    "not_actors": Label.THING,
}
SMALL_WORDS = {
    "of": Label.OF,
    "and": Label.AND,
    "&": Label.AND,
    "the": Label.THE,
    "The": Label.THE,
    "for": Label.FOR,
    "on": Label.ON,
    "against": Label.ON,
    "to": Label.TO,
}
MARKS = {",": Label.COMMA, "(": Label.OPEN, ")": Label.CLOSE, "-": Label.HYPHEN}
MARKS |= (
    dict.fromkeys(("'s", "’s", "'S", "’S"), Label.POSSESSIVE)
    | dict.fromkeys(":–—", Label.COLON)
    | dict.fromkeys("•.!?…;\n", Label.STOP)
)
MARKS |= dict.fromkeys("'’‘\"“”«»„", Label.QUOTE_MARK)
SURNAME = re.compile(
    r"(?:Mc|Mac|O['’]|Fitz)[A-Z]\w+|\w{2,}(?:[oe]va?|[oe]vich|[oe]vych|sk(?:i|y|iy|yy|yi|aya|aia)|ts(?:ky|kyy|kaya)|enko|enka|chuk|ch[uy]k|shvili|"
    r"adze|idze|yan|ian|[oe]vi[cć]|i[cč]|ić|icz|ssons?|ss?en|oğlu|oglu|[oó]poulos|akis|idis|zadeh|[oe]nko|wala|swamy|raman|asinghe|[eé]scu|stein|berg|berger|mann|witz|baum|feld|quist|lund|strom|ström|ez|ini|elli|etti)"
)
ARTICLED = re.compile(r"(?:al|el|as|ash|an|at)-[A-Z]")  # al-Assad
CONTRACTION = re.compile(r"(?:['’](?:m|ve|re|ll|d|em)|n['’]t)$", re.IGNORECASE)
PARTY_AND_STATE = re.compile(r"[RDI]-[A-Z]\w*")  # Sen. Bob Hargrove, R-Texas


MOST_LABELS, KEPT_LABELS, LONGEST_KEPT = 400_000, 300_000, 60  # a hostile text cannot fill the memory


class Labels(dict):
    """The label of each word: of the lists, and judged by its shape when a word that no list holds is first met."""

    def __init__(self, shape: Callable[[str], str]) -> None:
        super().__init__()
        self.shape = shape

    def __missing__(self, word: str) -> str:
        label = self.shape(word)
        if len(word) > LONGEST_KEPT:
            return label
        self[word] = label
        if len(self) > MOST_LABELS:
            for late in list(self)[KEPT_LABELS:]:
                del self[late]
        return label


@dataclass
class Lexicon:
    """The labels of words and phrases, and the actors that they name."""

    labels: Labels = field(init=False)
    phrases: dict[str, list[tuple[tuple[str, ...], str, str | None]]] = field(default_factory=dict)
    actors: dict[str, str] = field(default_factory=dict)  # of single words
    kinds: dict[str, str] = field(default_factory=dict)  # actor -> kind, where not by its label
    conditions: dict[str, tuple[frozenset[str], frozenset[str]]] = field(default_factory=dict)
    adjectives: dict[str, str] = field(default_factory=dict)  # country -> the adjective in names
    flags: dict[str, str] = field(default_factory=dict)
    words: dict[str, frozenset[str]] = field(default_factory=dict)  # classes of words.yaml
    bodies: dict[str, str] = field(default_factory=dict)  # one name of a body for another
    listed: frozenset[str] = frozenset()  # the words whose labels were read, not judged
    common: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    given: frozenset[str] = frozenset()  # folded
    aliases: Aliases | None = None
    plain_phrases: frozenset[str] = frozenset()  # first words of phrases of which no word by itself is like a name's
    stretches: dict | None = None  # what stands between two blanks, labelled: made by stretches.py
    fixed: dict[str, dict] = field(default_factory=dict)  # keys of the alias files' people and organisations, made once

    def __post_init__(self) -> None:
        self.labels = Labels(self.shape)

    def label(self, word: str) -> str:
        """Give the label of a word, judged by its shape where it is not listed (and kept)."""
        return self.labels[word]

    def shape(self, word: str) -> str:
        """Judge a word that no list holds."""
        first = word[0]
        if first.isdigit():
            return Label.DIGIT
        if not first.isalpha():
            return Label.HASHTAG if first == "#" and len(word) > 1 else Label.OTHER_MARK
        if word.endswith("maker") and len(word) > 7:  # chipmaker
            return Label.BODY_NOUN
        if not first.isupper():
            return Label.FAMILY if "-" in word and ARTICLED.match(word) else Label.OTHER_WORD
        if len(word) == 2 and word[1] == ".":
            return Label.INITIAL
        if len(word) == 1:
            return Label.OTHER_MARK
        return self.capitalised(word)

    def capitalised(self, word: str) -> str:
        """Judge a capitalised word that no list holds."""
        if CONTRACTION.search(word) or PARTY_AND_STATE.fullmatch(word):
            return Label.OTHER_WORD
        if word.isupper() and not re.search(r"['’.]", word):
            return self.all_capitals(word)
        head, _, tail = word.partition("-")
        if tail and Label.BODY_END in (self.label(head), self.label(word.rpartition("-")[2] or head)):
            return Label.BODY_END  # Journal-Constitution
        if tail:
            known = self.label(head)
            compound = head.lower() in self.common and tail.islower()  # High-flying
            return (
                Label.TITLE
                if tail == "elect"
                else Label.GIVEN
                if known in Label.GIVEN + Label.GIVEN_OR_PLACE and tail[0].isupper()
                else Label.WORD
                if compound
                else Label.UNKNOWN
            )
        if word.lower() in self.common or (word[-1] == "s" and word[:-1].lower() in self.common):
            return Label.WORD_OR_FAMILY if word in self.names else Label.WORD
        if word.endswith("bank") and len(word) > 6:
            return Label.STANDING_BODY
        if SURNAME.fullmatch(word):
            return Label.FAMILY
        return Label.GIVEN if fold(word) in self.given else Label.UNKNOWN

    def all_capitals(self, word: str) -> str:
        """Judge a word in capitals: a name or word that is known in small letters (AMY GOODMAN), else an acronym."""
        small = word[0] + word[1:].lower()
        if small in self.words["abbreviations"]:
            return Label.ABBREVIATION
        if small in self.words["openers"] or small in self.words["function_words"]:
            return Label.OTHER_WORD
        other = small != word and len(word) > 3 and word.isalpha()  # mathematical capitals (𝐀𝐁𝐂𝐃) have no small letters
        label = self.label(small) if other else Label.UNKNOWN
        if actor := self.actors.get(small):
            self.actors[word] = actor
        return Label.ACRONYM if label == Label.UNKNOWN else Label.HEADLINE_WORD if label == Label.WORD else label

    def begins_plainly(self) -> Iterator[str]:
        """List the first words of phrases whose words all have labels that are in no name without another."""
        for word, phrases in self.phrases.items():
            if any(set(map(self.label, (word, *rest))) <= set(Label.NEVER_ALONE) for rest, _, _ in phrases):
                yield word

    def standing(self) -> Iterator[str]:
        """List the bodies that stand alone: words, and phrases."""
        yield from (word for word in self.listed if self.labels[word] == Label.STANDING_BODY)
        for word, phrases in self.phrases.items():
            yield from (" ".join((word, *rest)) for rest, label, _ in phrases if label == Label.STANDING_BODY)

    def add(self, name: str, label: str, actor: str | None = None) -> None:
        """Enter a name of one or more words."""
        words = tuple(cut_for_names(name)[0])
        if len(words) == 1:
            self.labels[words[0]] = label
            if actor:
                self.actors[words[0]] = actor
        elif words:
            entries = [entry for entry in self.phrases.get(words[0], []) if entry[0] != words[1:]]
            self.phrases[words[0]] = sorted([*entries, (words[1:], label, actor)], key=lambda entry: -len(entry[0]))


def load_lexicon(aliases: str | Path | None = None) -> Lexicon:
    """Load the shipped lists and, over them, the alias file of a researcher."""
    path = Path(aliases).resolve() if aliases is not None else None
    return _load(path, path.stat().st_mtime_ns if path and path.is_file() else 0)


@lru_cache(maxsize=4)
def _load(path: Path | None, modified: int) -> Lexicon:
    words = load_yaml(FOLDER / "words.yaml").value() | TITLE_LISTS | {"roles": ROLES}
    lexicon = Lexicon(words={name: frozenset(listed) for name, listed in words.items()}, bodies=words["same_bodies"])
    lexicon.words |= {name: frozenset().union(*map(lexicon.words.get, parts)) for name, parts in JOINED.items()}
    lexicon.aliases = load_aliases(PEOPLE / "aliases.yaml", path)
    lexicon.aliases.names["organisations"] = load_companies() | lexicon.aliases.names["organisations"]
    add_people_and_places(lexicon)
    add_word_classes(lexicon)
    add_countries(lexicon)
    add_aliases(lexicon)
    lexicon.listed = frozenset(lexicon.labels)
    lexicon.plain_phrases = frozenset(lexicon.begins_plainly())
    return lexicon


def load_companies() -> dict[str, list[str]]:
    """Read the companies of companies.csv, each with its other names."""
    with (FOLDER / "companies.csv").open(encoding="utf-8", newline="") as file:
        return {row["name"]: [name for name in row["names"].split("|") if name] for row in csv.DictReader(file)}


def add_people_and_places(lexicon: Lexicon) -> None:
    """Enter places, family names, given names and common words, weakest first."""
    given, family, common = (load_list(name) for name in ("given_names", "family_names", "common_words"))
    lexicon.common, lexicon.names = common, given | family
    lexicon.given = frozenset(map(fold, given))
    lexicon.labels.update((name, Label.FAMILY) for name in sorted(family) if name.lower() not in common)
    for place in (FOLDER / "places.txt").read_text(encoding="utf-8").split("\n")[:-1]:
        lexicon.add(place, Label.PLACE)
    for name in sorted(given):
        place = lexicon.labels.get(name) == Label.PLACE and name in lexicon.words["towns_and_names"]
        lexicon.labels[name] = (
            Label.WORD_OR_GIVEN if name.lower() in common else Label.GIVEN_OR_PLACE if place else Label.GIVEN
        )


def add_word_classes(lexicon: Lexicon) -> None:
    """Enter the classes of words.yaml and the small words and marks."""
    for name, label in LABELLED_LISTS.items():
        for word in sorted(lexicon.words[name]):
            lexicon.add(word, label)
    lexicon.labels |= dict.fromkeys(("May", "April", "June", "August"), Label.DATE_OR_NAME)
    for word in lexicon.words["titles"] & (lexicon.names | lexicon.words["titles_and_names"]):
        lexicon.labels[word] = Label.TITLE_OR_NAME
    lexicon.labels |= dict.fromkeys(lexicon.words["titles_of_officers"], Label.OFFICER_TITLE)
    for word in sorted(lexicon.words["parts_of_countries"]):
        lexicon.add(word, Label.PLACE)
    for word in sorted(lexicon.words["goods"]):
        lexicon.add(word, Label.THING)
    lexicon.labels |= {word: lexicon.label(word.lower()) for word in lexicon.words["function_words"]}
    lexicon.labels |= SMALL_WORDS | MARKS | {"St": Label.THING, "St.": Label.THING}


def add_countries(lexicon: Lexicon) -> None:
    """Enter the countries of countries.csv with their adjectives, capitals and flags."""
    with (FOLDER / "countries.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        name = row["name"]
        letters = (chr(0x1F1E6 + ord(letter) - ord("A")) for letter in row["code"])
        lexicon.flags["".join(letters)] = name
        adjectives = [word for word in row["adjectives"].split("|") if word]
        lexicon.adjectives[name] = adjectives[0] if adjectives else name
        for adjective in adjectives:
            lexicon.add(adjective, Label.NATIONALITY, name)
    for row in rows:
        for capital in filter(None, row["capital"].split("|")):
            if lexicon.label(capital) != Label.GIVEN_OR_PLACE:
                lexicon.add(capital, Label.CAPITAL, row["name"])
    for row in rows:
        for name in row["names"].split("|"):
            lexicon.add(
                name,
                Label.GIVEN_OR_PLACE if name in lexicon.words["countries_and_names"] else Label.COUNTRY,
                row["name"],
            )
    lexicon.flags |= {"🇪🇺": "European Union", "🇺🇳": "United Nations"}


def add_aliases(lexicon: Lexicon) -> None:
    """Enter the alias files."""
    for section, label in LABELLED_SECTIONS.items():
        for actor, names in lexicon.aliases.names[section].items():
            own = [] if section in ("governments", "capitals") else [actor]
            for name in [*own, *names]:
                kept = lexicon.labels.get(name) if section == "countries" else None
                if section == "organisations" and name in lexicon.words["standing_bodies"]:
                    continue  # stays a body that the document's own longer name can mean
                like_a_name = label == Label.BODY and name[1:].islower() and name.isalpha()
                actual = (
                    Label.GIVEN_OR_PLACE
                    if kept == Label.GIVEN_OR_PLACE
                    else Label.BODY_OR_FAMILY
                    if like_a_name
                    else label
                )
                lexicon.add(name, actual, None if section == "not_actors" else actor)
            if section == "countries":
                lexicon.kinds[actor] = "country"
            elif section in ("organisations", "platforms"):
                lexicon.kinds[actor] = "organisation"
    lexicon.conditions = lexicon.aliases.conditions
