"""What a corpus holds, in plain values: what was read, kept and removed, and what to be careful about."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from analysis.corpus import Corpus, load_corpus
from analysis.estimates.basis import exploratory
from analysis.prose.phrases import join_some, name_ends, number
from analysis.texts.cleaning.account import NOT_KNOWN, account_for_files, count_removed
from analysis.voices.assign import select_speech

MOST_FILES, MOST_NAMED = 40, 4  # rows of a list for reading; the JSON holds all
_COUNTED = re.compile(r"\b(\d[\d,]*) (\w+?)s?\b")  # "3 runs": 3, run


def describe_corpus(path: str | Path, filters: Mapping[str, object] | None = None) -> dict[str, object]:
    """Read a corpus and say what it holds, as values that fit into JSON.

    filters: as for load_corpus, ways of reading among them.
    Returns: documents, files, sentences, words, sources (one a file read: source, format, documents, words, kept,
    removed in characters), refused (source, reason), removed (reason: runs, characters), notes
    (source, note), steps (step, before, after), formats (name: files), kinds, outlets, languages, copies (kind:
    documents), voices (name: documents or sentences), further (columns that the material brought along), translated,
    undated, first and last (dates, as exactly as known), quotes (those
    that are somebody's speech), and three readings: summary, published, cautions.
    Raises InputError as load_corpus.
    """
    corpus = load_corpus(path, **(filters or {}))
    documents = corpus.documents
    first, last = name_ends(documents) or (None, None)
    sources = _sources(corpus)
    facts: dict[str, object] = {
        "documents": len(documents),
        "files": len(sources),
        "sentences": len(corpus.sentences),
        "quotes": len(select_speech(corpus.quotes)),
        "words": int(documents["words"].sum()),
        "sources": sources,
        "refused": _rows(corpus.refused, ("source", "reason")),
        "removed": _removed(corpus.removed),
        "notes": _rows(corpus.notes, ("source", "note")),
        "steps": _rows(corpus.steps, ("step", "before", "after")),
        "formats": _counts(corpus.files["format"]),
        **{f"{name}s": _counts(documents[name]) for name in ("kind", "outlet", "language")},
        "copies": _counts(documents["copy_kind"].dropna()),
        "further": corpus.further,
        "voices": _counts(corpus.sentences["voice"]),
        "translated": int(documents["translated"].fillna(False).astype(bool).sum()),
        "undated": int(documents["published"].isna().sum()),
        "first": first,
        "last": last,
    }
    return facts | {"summary": _summary(facts), "published": _dates(facts), "cautions": _cautions(facts)}


def tell_corpus(facts: Mapping[str, object], name: str) -> list[str]:
    """Say in lines of text what was read, kept and removed."""
    lines = [f"{name}: {facts['summary']}", "", *_tell_files(facts["sources"])]
    lines += ["", *_tell_alike("Not read", facts["refused"], "reason")]
    removed = [[reason, f"{what['runs']:,}", f"{what['characters']:,}"] for reason, what in facts["removed"].items()]
    lines += ["", *(_table(("removed from the files because", "times", "characters"), removed) if removed else [])]
    for title, key in (("Formats", "formats"), ("Kinds", "kinds"), ("Outlets", "outlets"), ("Languages", "languages")):
        lines.append(f"{title}: {_join(facts[key])}")
    lines.append(f"Sentences by voice: {_join(facts['voices'])}")
    lines.append(f"Published: {facts['published']}")
    lines.append(f"Copies of other documents: {_join(facts['copies'])}")
    lines += [f"Further columns: {', '.join(facts['further'])}"] if facts["further"] else []
    lines += [f"Filter {row['step']}: {row['before']:,} -> {row['after']:,} documents" for row in facts["steps"]]
    return lines + (_tell_alike("Noted", facts["notes"], "note") if facts["notes"] else [])


def _tell_files(sources: list[dict]) -> list[str]:
    """A table of the files, the largest only where there are many."""
    shown = sorted(sources, key=lambda row: -row["kept"] - row["removed"])[:MOST_FILES]
    head = ("file", "format", "documents", "words", "characters kept", "removed")
    numbers = ("documents", "words", "kept", "removed")
    rows = [[row["source"], str(row["format"]), *(f"{row[key]:,}" for key in numbers)] for row in shown]
    lines = _table(head, sorted(rows))
    rest = len(sources) - len(shown)
    return [*lines, f"and {number(rest, 'file')} more, smaller ones (--json names all)"] if rest else lines


def _tell_alike(title: str, rows: list[dict], what: str) -> list[str]:
    """Say what holds of which files, once for those of which the same holds, numbers aside."""
    if not rows:
        return [f"{title}: none."]
    alike: dict[str, list[dict]] = {}
    for row in rows:
        alike.setdefault(_COUNTED.sub(r"# \2", row[what]), []).append(row)
    return [f"{title}:", *(f"  {_name_sources(mine)}: {_said_of(mine, what)}" for mine in alike.values())]


def _name_sources(rows: list[dict]) -> str:
    return join_some(list(dict.fromkeys(row["source"] for row in rows)), MOST_NAMED)


def _said_of(rows: list[dict], what: str) -> str:
    """What is said of the rows: "2 stories on one page", or "2 to 6 stories ..." where the first number differs."""
    numbers = [int(found[1].replace(",", "")) if (found := _COUNTED.search(row[what])) else 0 for row in rows]
    most = rows[numbers.index(max(numbers))][what]
    spread = f"{min(numbers):,} to {max(numbers):,}" if min(numbers) < max(numbers) else ""
    return _COUNTED.sub(lambda found: found[0].replace(found[1], spread, 1), most, count=1) if spread else most


def _summary(facts: Mapping[str, object]) -> str:
    """Say the size of a corpus: "24 documents in 5 files, 812 sentences, 14,203 words"."""
    parts = f"{number(facts['documents'], 'document')} in {number(facts['files'], 'file')}"
    return f"{parts}, {number(facts['sentences'], 'sentence')}, {number(facts['words'], 'word')}"


def _dates(facts: Mapping[str, object]) -> str:
    """Say when the documents were published, and of how many it is not known."""
    undated = number(facts["undated"], "document")
    if facts["first"] is None:
        return f"dates not known ({undated})"
    known = facts["first"] if facts["first"] == facts["last"] else f"{facts['first']} to {facts['last']}"
    return f"{known}, {undated} without a date" if facts["undated"] else known


def _cautions(facts: Mapping[str, object]) -> list[str]:
    """Say what a reader of this corpus's figures should know first."""
    said = []
    if exploratory(facts["documents"]):
        said.append(
            f"Exploratory: {number(facts['documents'], 'document')} cannot stand for an outlet, a country or a period."
        )
    if facts["refused"]:
        names = ", ".join(f"{row['source']} ({row['reason']})" for row in facts["refused"][:5])
        more = f" and {len(facts['refused']) - 5:,} more" if len(facts["refused"]) > 5 else ""
        said.append(f"Not read: {number(len(facts['refused']), 'file')}: {names}{more}.")
    said += [f"Filtered by {row['step']}: {row['before']:,} → {row['after']:,} documents." for row in facts["steps"]]
    if facts["translated"]:
        said.append(
            f"Translated: {number(facts['translated'], 'document')} known to be translations; "
            "be careful with tone and quotations."
        )
    if facts["undated"]:
        said.append(f"No date: {number(facts['undated'], 'document')} of {facts['documents']:,}.")
    if facts["copies"]:
        count, of = sum(facts["copies"].values()), f"of {facts['documents']:,}"
        verb = "repeats" if count == 1 else "repeat"
        said.append(f"Copies: {number(count, 'document')} {of} {verb} another ({_join(facts['copies'])}).")
    return said + [line.strip() for line in _tell_alike("", facts["notes"], "note")[1:]]


def _sources(corpus: Corpus) -> list[dict[str, object]]:
    """What became of each file, by name; a file of removed text alone is there too, unless documents were picked."""
    files = account_for_files(corpus.documents, corpus.spans, corpus.removed, corpus.files).sort_values("source")
    files = files if corpus.steps.empty else files[files["documents"] > 0]
    return _rows(files, ("source", "format", "documents", "words", "kept", "removed"))


def _removed(removed: pd.DataFrame) -> dict[str, dict[str, object]]:
    """Runs and characters left out for each reason, most characters first."""
    return {row.pop("reason"): row for row in _rows(count_removed(removed), ("reason", "runs", "characters"))}


def _rows(table: pd.DataFrame, columns: tuple[str, ...]) -> list[dict[str, object]]:
    return [
        {key: value.item() if hasattr(value, "item") else value for key, value in row.items()}
        for row in table[list(columns)].to_dict("records")
    ]


def _counts(column: pd.Series) -> dict[str, int]:
    counts = column.astype(object).where(column.notna(), NOT_KNOWN).value_counts()
    return {str(name): int(count) for name, count in sorted(counts.items(), key=lambda item: (-item[1], str(item[0])))}


def _join(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{name} {count:,}" for name, count in counts.items()) or "none"


def _table(head: tuple[str, ...], rows: list[list[str]]) -> list[str]:
    """Lay rows out as text: first column left, the others right."""
    widths = [max(len(row[place]) for row in [list(head), *rows]) for place in range(len(head))]
    return [
        "  ".join(
            cell.ljust(width) if not place else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in [list(head), *rows]
    ]
