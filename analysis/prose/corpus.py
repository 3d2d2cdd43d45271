"""What the notebook on the corpus says in words, computed from its tables."""

from __future__ import annotations

import pandas as pd

from analysis.estimates import NOT_KNOWN
from analysis.findings import Finding
from analysis.prose.corpus_limits import list_limits
from analysis.prose.found import ALL_VOICES, COUNT
from analysis.prose.order import MOST_TIED
from analysis.prose.phrases import figure, join, join_some, name_ends, number, strong, verb_for

SHORT = 50  # words under which a document says little by itself


def tell_findings(
    documents: pd.DataFrame, files: pd.DataFrame, outlets: pd.DataFrame, refused: pd.DataFrame
) -> list[Finding]:
    """Say how much text there is, whose it is, from when, and what that limits.

    documents: the corpus's, as filtered; files: from account_for_files; outlets: from count_documents by outlet;
    refused: the corpus's own.
    """
    kinds = documents["kind"].value_counts()
    said = join([number(int(count), str(kind)) for kind, count in kinds.items()])
    files_read = f"from {number(len(files), 'file')}" + (f"; {len(refused):,} refused" if len(refused) else "")
    n, words = len(documents), number(int(documents["words"].sum()), "word")
    first = f"**{number(n, 'document')} of {words}** ({said}) {verb_for(n, 'was', 'were')} read {files_read}."
    about = {"documents": n, "n": n, "unit": "documents", "weight": COUNT, "voice": ALL_VOICES}
    size = Finding("size", first, "documents", "the corpus", float(n), chart="files", **about)
    return [size, *_largest(outlets, about), *_dates(documents, about), *list_limits(documents, outlets)]


def _largest(outlets: pd.DataFrame, about: dict) -> list[Finding]:
    """Say whose most of the words are; what has no outlet is no outlet."""
    known = outlets[outlets["outlet"] != NOT_KNOWN]
    if known.empty:
        return []
    row = known.loc[known["words" if "words" in known else "share"].idxmax()]
    share, alike = figure(row["share"], percent=True), known[known["share"] == row["share"]]["outlet"]
    said = f"Of {number(len(known), 'outlet')}, {strong(row['outlet'])} has most: {share} of the words."
    if len(known) == 1:
        said = f"One outlet is known, {strong(row['outlet'])}: {share} of the words."
    elif len(alike) > 1:
        names = join_some([strong(name) for name in alike], MOST_TIED)
        said = f"Of {number(len(known), 'outlet')}, {names} have most: {share} of the words each."
    numbers = {"group": str(row["outlet"]), "estimate": float(row["share"]), "documents": int(row["documents"])}
    more = {"measure": "share of the words", "chart": "words-by-outlet", **numbers}
    return [Finding("largest-outlet", said, **{**about, "n": int(outlets["documents"].sum()), **more})]


def _dates(documents: pd.DataFrame, about: dict) -> list[Finding]:
    """Say from when the documents are."""
    dated = documents["published"].dropna()
    if dated.empty:
        return []
    bear = verb_for(len(dated), "bears", "bear")
    said = f"{len(dated):,} of {number(len(documents), 'document')} {bear} a date, {tell_span(documents)}."
    more = {"measure": "documents with a date", "estimate": float(len(dated)), "chart": "documents-by-date"}
    return [Finding("dates", said, **{**about, **more})]


def tell_files(files: pd.DataFrame, refused: pd.DataFrame, steps: pd.DataFrame) -> str:
    """Say what was read, what was refused, and what the filters left.

    files: from account_for_files; refused, steps: the corpus's own.
    """
    documents, words = int(files["documents"].sum()), int(files["words"].sum())
    parts = [f"**{number(len(files), 'file')} read: {number(documents, 'document')} of {number(words, 'word')}.**"]
    if len(refused):
        said = [f"{row.source} ({row.reason})" for row in refused.itertuples()]
        parts.append(f"{number(len(refused), 'file')} refused: {join_some(said)}.")
    empty = files.loc[files["documents"] == 0, "source"].tolist()
    if empty:
        parts.append(f"No text is left of {number(len(empty), 'file')}: {join_some(empty)}.")
    several = files[files["documents"] > 1]
    if len(several):
        said = [f"{row.source} ({row.documents})" for row in several.itertuples()]
        parts.append(f"{number(len(several), 'file')} with more than one document: {join_some(said)}.")
    for row in steps.itertuples():
        parts.append(f"Filter {row.step}: {row.before:,} -> {row.after:,} documents.")
    return " ".join(parts)


def tell_removed(reasons: pd.DataFrame, files: pd.DataFrame) -> str:
    """Say how much was left out, of which files most, and that nothing is unaccounted for.

    reasons: from count_removed; files: from account_for_files.
    """
    left_out, characters = int(files["removed"].sum()), int(files["characters"].sum())
    text = (
        f"Of {characters:,} characters, {int(files['kept'].sum()):,} are text and {left_out:,} "
        f"({figure(left_out / max(characters, 1), True, 3)}) were left out; together that is all of them."
    )
    if reasons.empty:
        return text
    said = [f"{row.reason} ({number(row.runs, 'run')})" for row in reasons.itertuples()]
    text += f" They went for {join_some(said, 4)}."
    if len(files) < 2:
        return text
    worst = files[files["share_removed"] == files["share_removed"].max()]
    lost = figure(worst["share_removed"].iloc[0], percent=True)
    text += f" The file that lost most is {worst['source'].iloc[0]}, {lost} of it."
    if len(worst) > 1:
        text = text.rpartition(" The file")[0] + f" {len(worst):,} files lost most, {lost} of each."
    if worst["share_removed"].iloc[0] > 0.5:
        text += " **Look at what is left of it.**" if len(worst) == 1 else " **Look at what is left of them.**"
    return text


def tell_sizes(counts: pd.DataFrame, by: str, noun: str) -> str:
    """Say who has most of the words, and for how many documents the group is not known.

    counts: from count_documents by the same column; noun: what a group is called ("outlet").
    """
    unknown = counts[counts[by] == "not known"]
    known = counts[counts[by] != "not known"]
    parts = []
    if len(known):
        first = known.iloc[0]
        share = f"{first['share']:.0%} of the words ({number(int(first['documents']), 'document')})"
        alike = int((known["words"] == first["words"]).sum()) - 1 if "words" in known else 0
        as_much = f"; as much by {number(alike, f'other {noun}')}" if alike else ""
        most = "all that has one" if len(known) == 1 and len(unknown) else "all" if len(known) == 1 else "most"
        parts.append(f"{number(len(known), noun)} named; {most} is by *{first[by]}*: {share}{as_much}.")
        if first["share"] > 0.5 and len(counts) > 1:
            parts.append(f"**More than half of the corpus is one {noun}'s**: what holds for all may hold for it alone.")
    if len(unknown):
        row = unknown.iloc[0]
        parts.append(
            f"Of {number(int(row['documents']), 'document')} ({row['share']:.0%} of the words) the {noun} is not "
            "known; sources.csv is the place to say it."
        )
    return " ".join(parts)


def tell_lengths(documents: pd.DataFrame) -> str:
    """Say how long documents are and how many are too short to say much by themselves."""
    words = documents["words"]
    if len(words) == 1:
        text = f"The one document has {number(int(words.iloc[0]), 'word')}."
    else:
        text = f"Median: {_median(words)} words; shortest {_end(documents, words.min())}, "
        text += f"longest {_end(documents, words.max())}."
    kinds = documents.groupby("kind")["words"]
    if kinds.ngroups > 1:
        text += f" By kind: {join([f'{kind}s {_median(lengths)}' for kind, lengths in kinds])}."
    short = int((words < SHORT).sum())
    if short:
        text += (
            f" {number(short, 'document')} {'has' if short == 1 else 'have'} under {SHORT} words: such shares and "
            f'means rest on a sentence or two (leave them out with `where = {{"min_words": {SHORT}}}`).'
        )
    return text


def _median(words: pd.Series) -> str:
    """Write the middle of lengths, with the half that it may have."""
    return f"{words.median():,.1f}".removesuffix(".0")


def _end(documents: pd.DataFrame, words: int) -> str:
    """Name a document of this length, and count the others of it."""
    there = documents.loc[documents["words"] == words, "doc_id"]
    more = f" and {number(len(there) - 1, 'other')} of this length" if len(there) > 1 else ""
    return f"{there.iloc[0]} ({number(int(words), 'word')}){more}"


def tell_span(documents: pd.DataFrame) -> str:
    """Write from when dated documents are: "from 2024-01-01 to 2024-12-26", "2024-01-01"."""
    first, last = name_ends(documents)
    return f"from {first} to {last}" if first != last else first


def tell_dates(documents: pd.DataFrame) -> str:
    """Say how many documents have a date, of what span, and where the dates come from."""
    dated = documents.dropna(subset=["published"])
    if dated.empty:
        return "No document has a date: nothing here can be said over time. Dates can be given in sources.csv."
    origins = dated["published_from"].value_counts()
    names = {
        "sources": "from sources.csv",
        "file": "from the file beside the text (a column, a message's stamp, a page's own data)",
        "text": "from a line of the text that is only a date",
        "page": "from the page",
    }
    said = [f"{count:,} {names[origin]}" for origin, count in origins.items()]
    text = f"{len(dated):,} of {number(len(documents), 'document')} {verb_for(len(dated), 'has', 'have')} a date, "
    text += f"{tell_span(documents).removeprefix('from ')}: {join(said)}."
    if "page" in origins:
        text += " A page's date may be the day on which it was saved: check it against the text."
    coarse = dated["published_precision"].isin(["month", "year"])
    if coarse.any():
        text += f" Of {number(int(coarse.sum()), 'document')} only the month or the year is known."
    if len(dated) < len(documents):
        text += " Undated documents are left out of everything that is said over time."
    return text


def tell_languages(documents: pd.DataFrame, counts: pd.DataFrame) -> str:
    """Say which languages there are, and what is known of translation.

    counts: from count_documents by language.
    """
    known = counts[counts["language"] != "not known"]
    said = [f"{row.language} ({number(int(row.documents), 'document')})" for row in known.itertuples()]
    parts = [f"Language: {join_some(said)}."] if said else []
    unknown = int(counts.loc[counts["language"] == "not known", "documents"].sum())
    if unknown:
        parts.append(f"{number(unknown, 'document')} too short to tell.")
    others = documents[documents["language"].notna() & documents["language"].ne("en")]
    if len(others):
        parts.append("Sentiment, codebooks and vectors are English: other languages are left out of them and counted.")
    parts.append(f"Marked as translated: {int(documents['translated'].fillna(False).sum()):,}.")
    open_ = int(documents["translated"].isna().sum())
    if open_:
        were = verb_for(open_, "it was", "they were")
        parts.append(f"Of {number(open_, 'document')} it is not known whether {were} translated.")
    return " ".join(parts)


def tell_forwarded(documents: pd.DataFrame) -> str:
    """Say how many documents are forwarded, and from where."""
    forwarded = documents["forwarded_from"].dropna()
    if forwarded.empty:
        return "No document is forwarded."
    said = [f"*{channel}* ({count})" for channel, count in forwarded.value_counts().items()]
    share = len(forwarded) / len(documents)
    return f"{number(len(forwarded), 'post')} ({share:.0%} of the documents) forwarded, from {join_some(said, 6)}."
