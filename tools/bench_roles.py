"""How well roles and genders of speakers are told in other languages than English: on tests/gold/sources_*.

python tools/bench_roles.py [GOLD] [LANGUAGE] [errors]: a table; with a language and "errors" what is wrong in the half
that rules were made on (documents of odd numbers). Gold: made-up news in the documents of sources_xx.txt, and
document, speaker, role, gender in sources_xx.csv.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pandas as pd

from analysis import extract_quotes
from analysis.sourcing import gather_sources

HALVES = {"worked": 1, "kept": 0}


def load_sources(folder: Path, language: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Load the documents and the gold of a language."""
    texts = (folder / f"sources_{language}.txt").read_text(encoding="utf-8").strip().split("\n\n")
    documents = pd.DataFrame({"doc_id": [str(at) for at in range(1, len(texts) + 1)], "text": texts})
    gold = pd.read_csv(folder / f"sources_{language}.csv", dtype=str, keep_default_na=False)
    return documents.assign(language=language), gold


def compare_with_gold(folder: Path, language: str) -> pd.DataFrame:
    """Set what was found beside the gold: one row a gold source, with found (the speaker), its role and gender."""
    documents, gold = load_sources(folder, language)
    sources = gather_sources(extract_quotes(documents), documents).drop_duplicates(["doc_id", "speaker"])
    found = sources[["doc_id", "speaker", "role", "gender"]].rename(columns={"doc_id": "document"})
    joined = gold.merge(found, on=["document", "speaker"], how="left", suffixes=("", "_found"), indicator="found")
    return joined.assign(found=joined["found"].eq("both"), gender_found=joined["gender_found"].fillna(""))


def measure_half(rows: pd.DataFrame, half: str) -> dict[str, float]:
    """Measure one half: sources, share found, of these the share with a role, with the right one, the right gender."""
    part = rows[rows["document"].astype(int) % 2 == HALVES[half]]
    found = part[part["found"]]
    told = found[found["role_found"].ne("not known")]
    people = found[found["gender"].ne("")]
    sexed = people[people["gender_found"].isin(["woman", "man"])]
    return {
        "sources": len(part),
        "found": len(found) / len(part),
        "with a role": len(told) / len(found),
        "right": (told["role"] == told["role_found"]).mean(),
        "with a gender": len(sexed) / len(people),
        "gender right": (sexed["gender"] == sexed["gender_found"]).mean(),
    }


def main(folder: str = "tests/gold", language: str = "", errors: str = "") -> None:
    """Print the table, or the errors of one language."""
    if errors:
        rows = compare_with_gold(Path(folder), language)
        rows = rows[rows["document"].astype(int) % 2 == HALVES["worked"]]
        wrong = rows[~rows["found"] | rows["role"].ne(rows["role_found"]) | rows["gender"].ne(rows["gender_found"])]
        print(wrong.to_string(index=False))
        return
    for name in [language] if language else ["ru", "uk", "kk", "de", "fr", "es"]:
        rows = compare_with_gold(Path(folder), name)
        for half in HALVES:
            print(name, half, *(f"{key} {value:.2f}" for key, value in measure_half(rows, half).items()), sep="  ")


if __name__ == "__main__":
    main(*sys.argv[1:])
