"""What the notebook on the corpus says in words, computed from its tables."""

from __future__ import annotations

import pandas as pd

from analysis.estimates import NOT_KNOWN
from analysis.findings import Finding
from analysis.prose.found import ALL_VOICES, COUNT, limit_of, limits_of_size
from analysis.prose.phrases import figure, join, join_some, name_ends, number, strong

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
    files_read = f"from {number(len(files), 'file')}" + (f"; {len(refused)} refused" if len(refused) else "")
    n, words = len(documents), number(int(documents["words"].sum()), "word")
    first = f"**{number(n, 'document')} of {words}** ({said}) were read {files_read}."
    about = {"documents": n, "n": n, "unit": "documents", "weight": COUNT, "voice": ALL_VOICES}
    size = Finding("size", first, "documents", "the corpus", float(n), chart="files", **about)
    return [size, *_largest(outlets, about), *_dates(documents, about), *_limits(documents, outlets)]


def _largest(outlets: pd.DataFrame, about: dict) -> list[Finding]:
    """Say whose most of the words are; what has no outlet is no outlet."""
    known = outlets[outlets["outlet"] != NOT_KNOWN]
    if known.empty:
        return []
    row = known.loc[known["words" if "words" in known else "share"].idxmax()]
    share = figure(row["share"], percent=True)
    said = f"Of {number(len(known), 'outlet')}, {strong(row['outlet'])} has most: {share} of the words."
    numbers = {"group": str(row["outlet"]), "estimate": float(row["share"]), "documents": int(row["documents"])}
    more = {"measure": "share of the words", "chart": "words-by-outlet", **numbers}
    return [Finding("largest-outlet", said, **{**about, "n": int(outlets["documents"].sum()), **more})]


def _dates(documents: pd.DataFrame, about: dict) -> list[Finding]:
    """Say from when the documents are."""
    dated = documents["published"].dropna()
    if dated.empty:
        return []
    said = (
        f"{len(dated):,} of {number(len(documents), 'document')} bear a date, from {' to '.join(name_ends(documents))}."
    )
    said = said.replace("bear", "bears", 1) if len(dated) == 1 else said
    more = {"measure": "documents with a date", "estimate": float(len(dated)), "chart": "documents-by-date"}
    return [Finding("dates", said, **{**about, **more})]


def _limits(documents: pd.DataFrame, outlets: pd.DataFrame) -> list[Finding]:
    """Say what missing dates and outlets, copies, languages and numbers do not allow."""
    n = len(documents)
    undated, copies = int(documents["published"].isna().sum()), int(documents["copy_of"].notna().sum())
    nameless = int(outlets.loc[outlets["outlet"] == NOT_KNOWN, "documents"].sum())
    others = (
        int((documents["language"].notna() & documents["language"].ne("en")).sum()) if "language" in documents else 0
    )
    of = number(n, "document")
    cases = (
        ("undated", undated, f"{undated:,} of {of} {'bears' if undated == 1 else 'bear'} no date and stand in nothing "
         "that is said over time.", "documents-by-date"),
        ("no-outlet", nameless, f"For {nameless:,} of {of} the outlet is not known.", "words-by-outlet"),
        ("copies", copies, f"{copies:,} of {of} {'is a copy' if copies == 1 else 'are copies'} of another, and no "
         "second witness.", "copy-flows"),
        ("other-languages", others, f"{others:,} of {of} {'is' if others == 1 else 'are'} not in English: sentiment "
         "and the shipped codebooks say nothing of them.", "words-by-language"),
    )  # fmt: skip
    found = [
        limit_of(key, said, chart=chart, estimate=float(count), n=n, documents=n, unit="documents")
        for key, count, said, chart in cases
        if count
    ]
    said = "Counts stand for the files that were gathered, for nothing else."
    return [*limits_of_size(n), *found, limit_of("gathered", said, weight=0.0, documents=n)]


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
        f"({left_out / max(characters, 1):.1%}) were left out; together that is all of them."
    )
    if reasons.empty:
        return text
    said = [f"{row.reason} ({number(row.runs, 'run')})" for row in reasons.itertuples()]
    most = files.sort_values("share_removed", ascending=False).iloc[0]
    text += f" Most went for {join_some(said, 4)}."
    text += f" The file that lost most is {most['source']}, {most['share_removed']:.0%} of it."
    if most["share_removed"] > 0.5:
        text += " **Look at what is left of it.**"
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
        parts.append(f"{number(len(known), noun)} named; most is by *{first[by]}*: {share}.")
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
    ends = documents.loc[[words.idxmin(), words.idxmax()]]
    names = [f"{row.doc_id} ({number(int(row.words), 'word')})" for row in ends.itertuples()]
    text = f"Median: {words.median():,.0f} words; shortest {names[0]}, longest {names[1]}."
    kinds = documents.groupby("kind")["words"].median()
    if len(kinds) > 1:
        text += f" By kind: {join([f'{kind}s {median:,.0f}' for kind, median in kinds.items()])}."
    short = int((words < SHORT).sum())
    if short:
        text += (
            f" {number(short, 'document')} {'has' if short == 1 else 'have'} under {SHORT} words: such shares and "
            f'means rest on a sentence or two (leave them out with `where = {{"min_words": {SHORT}}}`).'
        )
    return text


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
    text = (
        f"{len(dated):,} of {number(len(documents), 'document')} have a date, "
        f"{' to '.join(name_ends(documents))}: {join(said)}."
    )
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
        parts.append(f"Of {number(open_, 'document')} it is not known whether they were translated.")
    return " ".join(parts)


def tell_forwarded(documents: pd.DataFrame) -> str:
    """Say how many documents are forwarded, and from where."""
    forwarded = documents["forwarded_from"].dropna()
    if forwarded.empty:
        return "No document is forwarded."
    said = [f"*{channel}* ({count})" for channel, count in forwarded.value_counts().items()]
    share = len(forwarded) / len(documents)
    return f"{number(len(forwarded), 'post')} ({share:.0%} of the documents) forwarded, from {join_some(said, 6)}."
