"""The lexicon as it is shipped: lists of names and words, countries, companies, alias files, one over another."""

from __future__ import annotations

import csv
from functools import lru_cache
from pathlib import Path

from analysis.actors.labels import Label
from analysis.actors.lexicon import Lexicon
from analysis.paths import locate_file
from analysis.people.aliases import load_aliases
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


def load_lexicon(aliases: str | Path | None = None) -> Lexicon:
    """Load the shipped lists and, over them, the alias file of a researcher."""
    path = locate_file(aliases, "aliases", "a YAML file of aliases").resolve() if aliases is not None else None
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
        for name in [*row["names"].split("|"), *_shorten_quarter(row["name"])]:
            lexicon.add(
                name,
                Label.GIVEN_OR_PLACE if name in lexicon.words["countries_and_names"] else Label.COUNTRY,
                row["name"],
            )
    lexicon.flags |= {"🇪🇺": "European Union", "🇺🇳": "United Nations"}


def _shorten_quarter(name: str) -> list[str]:
    """Give the forms of headings of a country that bears a quarter of the compass: N Korea, N. Korea."""
    quarter, _, rest = name.partition(" ")
    return [f"{quarter[0]} {rest}", f"{quarter[0]}. {rest}"] if quarter in ("North", "South", "East", "West") else []


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
