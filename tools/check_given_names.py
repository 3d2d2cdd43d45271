"""Check the sexes of the shipped given names against two lists that others made.

Run: pip install gender-guesser Faker, then python tools/check_given_names.py
The lists: nam_dict.txt of gender-guesser 0.4 (Jörg Michael 2008, checked by native speakers of many countries; GNU Free
Documentation License) and the given names of Faker's locales (MIT). Nothing of them is copied: the output says how many
names of analysis/people/given_sexes.yaml and analysis/voices/languages/*.yaml they know, how many they give the same
sex, and on which no list that knows them agrees. A name that the files give to both sexes is not asked for.
"""

from __future__ import annotations

import importlib
import pkgutil
import unicodedata
from collections import Counter
from pathlib import Path

from analysis.people.lists import FOLDER
from analysis.voices.languages.rules import list_languages, load_language
from analysis.yaml_files import load_yaml

SEXES = {"male": "m", "mostly_male": "m", "female": "f", "mostly_female": "f", "andy": "both"}
LATIN = dict(zip("абвгдезийклмнопрстуфыэіїєґәғқңөұүһё", "abvgdeziyklmnoprstufyeiiegagknouuhe", strict=True))
LATIN |= {"ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "ю": "yu", "я": "ya", "ь": "", "'": "", "’": ""}
CLEAR = 2  # times as many locales of one sex as of the other


def main() -> None:
    """Print one line a list of names, and one a name that differs."""
    sexes = load_yaml(FOLDER / "given_sexes.yaml").value()
    lists = {"given_sexes.yaml": (sexes["male"], sexes["female"])}
    for path in list_languages().values():
        rules = load_language(path)
        lists[path.name] = (sorted(rules["men"] - rules["women"]), sorted(rules["women"] - rules["men"]))
    faker, guess = gather_faker(), make_guesser()
    for title, (men, women) in lists.items():
        counts: Counter[str] = Counter()
        for name, sex in [*((str(one), "m") for one in men), *((str(one), "f") for one in women)]:
            known = [found for found in (guess(name), faker.get(name.lower())) if found]
            told = "unknown" if not known else "agree" if sex in known else "differ"
            counts[told] += 1
            if told == "differ":
                print(f"  {name}: here {sex}, there {known}")
        print(title, sum(counts.values()), dict(counts))


def gather_faker() -> dict[str, str]:
    """The names of Faker in small letters, with and without diacritics: m, f or both."""
    people = importlib.import_module("faker.providers.person")
    places: dict[str, Counter[str]] = {}
    for module in pkgutil.iter_modules(people.__path__):
        if not module.ispkg:
            continue
        provider = importlib.import_module(f"{people.__name__}.{module.name}").Provider
        for sex, end in (("m", "male"), ("f", "female")):
            for name in {str(one).lower().strip() for one in getattr(provider, f"first_names_{end}", ())}:
                for spelling in {name, strip_signs(name)}:
                    places.setdefault(spelling, Counter())[sex] += 1
    return {name: judge(count["m"], count["f"]) for name, count in places.items()}


def judge(men: int, women: int) -> str:
    """Say whose name it is by the number of lists."""
    return "m" if men > CLEAR * women else "f" if women > CLEAR * men else "both"


def strip_signs(name: str) -> str:
    """Strip the diacritics of a name."""
    return "".join(letter for letter in unicodedata.normalize("NFD", name) if not unicodedata.combining(letter))


def make_guesser():
    """Make a function that looks a name up in nam_dict.txt, one in Cyrillic letters by its Latin spelling."""
    detector = importlib.import_module("gender_guesser.detector").Detector(case_sensitive=False)

    def guess(name: str) -> str | None:
        latin = "".join(LATIN.get(letter, letter) for letter in name.lower())
        spellings = (name, latin, latin.replace("iy", "y"), latin.replace("iy", "i"), latin.replace("kh", "h"))
        found = (SEXES.get(detector.get_gender(one.title())) for one in spellings)
        return next((one for one in found if one), None)

    return guess


if __name__ == "__main__":
    print(Path(__file__).name)
    main()
