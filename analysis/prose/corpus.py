"""What the notebook on the corpus says in words, computed from its tables."""

from __future__ import annotations

import pandas as pd

from analysis.prose.phrases import join, number

SHORT = 50  # words under which a document says little by itself


def read_files(files: pd.DataFrame, refused: pd.DataFrame, steps: pd.DataFrame) -> str:
    """Say what was read, what was refused, and what the filters left.

    files: from account_for_files; refused, steps: the corpus's own.
    """
    documents, words = int(files["documents"].sum()), int(files["words"].sum())
    parts = [f"**{number(len(files), 'file')} read: {number(documents, 'document')} of {number(words, 'word')}.**"]
    if len(refused):
        said = [f"{row.source} ({row.reason})" for row in refused.head(5).itertuples()]
        more = f"; {len(refused) - 5} more" if len(refused) > 5 else ""
        parts.append(f"{number(len(refused), 'file')} refused: {join(said)}{more}.")
    else:
        parts.append("No file was refused.")
    empty = files.loc[files["documents"] == 0, "source"].tolist()
    if empty:
        parts.append(f"No text is left of {number(len(empty), 'file')}: {join(empty[:5])}.")
    several = files[files["documents"] > 1]
    if len(several):
        said = [f"{row.source} ({row.documents})" for row in several.head(5).itertuples()]
        parts.append(f"{number(len(several), 'file')} with more than one document: {join(said)}.")
    for row in steps.itertuples():
        parts.append(f"Filter {row.step}: {row.before:,} -> {row.after:,} documents.")
    return " ".join(parts)


def read_removed(reasons: pd.DataFrame, files: pd.DataFrame) -> str:
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
    said = [f"{row.reason} ({number(row.runs, 'run')})" for row in reasons.head(4).itertuples()]
    most = files.sort_values("share_removed", ascending=False).iloc[0]
    text += (
        f" Most went for {join(said)}. The file that lost most is {most['source']}, {most['share_removed']:.0%} of it."
    )
    if most["share_removed"] > 0.5:
        text += " **Look at what is left of it.**"
    return text


def read_groups(counts: pd.DataFrame, by: str, noun: str) -> str:
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


def read_lengths(documents: pd.DataFrame) -> str:
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
            f" {number(short, 'document')} {'has' if short == 1 else 'have'} under {SHORT} words: their shares and "
            f'means rest on a sentence or two (leave them out with `where = {{"min_words": {SHORT}}}`).'
        )
    return text


def read_dates(documents: pd.DataFrame) -> str:
    """Say how many documents have a date, of what span, and where the dates come from."""
    dated = documents.dropna(subset=["published"])
    if dated.empty:
        return "No document has a date: nothing here can be said over time. Dates can be given in sources.csv."
    origins = dated["published_from"].value_counts()
    names = {
        "sources": "from sources.csv",
        "text": "from a line of the text that is only a date",
        "page": "from the page",
    }
    said = [f"{count:,} {names[origin]}" for origin, count in origins.items()]
    text = (
        f"{len(dated):,} of {number(len(documents), 'document')} have a date, {dated['published'].min():%Y-%m-%d} to "
        f"{dated['published'].max():%Y-%m-%d}: {join(said)}."
    )
    if "page" in origins:
        text += " A page's date may be the day on which it was saved: check it against the text."
    if len(dated) < len(documents):
        text += " Undated documents are left out of everything that is said over time."
    return text


def read_languages(documents: pd.DataFrame, counts: pd.DataFrame) -> str:
    """Say which languages there are, and what is known of translation.

    counts: from count_documents by language.
    """
    known = counts[counts["language"] != "not known"]
    said = [f"{row.language} ({number(int(row.documents), 'document')})" for row in known.itertuples()]
    parts = [f"Language: {join(said)}."] if said else []
    unknown = int(counts.loc[counts["language"] == "not known", "documents"].sum())
    if unknown:
        parts.append(f"{number(unknown, 'document')} too short to tell.")
    others = documents[documents["language"].notna() & documents["language"].ne("en")]
    if len(others):
        parts.append("Sentiment, codebooks and vectors are English: other languages are left out of them and counted.")
    parts.append(f"Marked as translated: {int(documents['translated'].fillna(False).sum())}.")
    open_ = int(documents["translated"].isna().sum())
    if open_:
        parts.append(f"Of {number(open_, 'document')} it is not known whether they were translated.")
    return " ".join(parts)


def read_copies(documents: pd.DataFrame) -> str:
    """Say how many documents are forwarded from elsewhere and how many repeat another word for word."""
    forwarded = documents["forwarded_from"].dropna()
    copies = int(documents["duplicate_of"].notna().sum())
    parts = []
    if len(forwarded):
        first = forwarded.value_counts()
        said = [f"*{channel}* ({count})" for channel, count in first.head(6).items()]
        share = len(forwarded) / len(documents)
        parts.append(f"{number(len(forwarded), 'post')} ({share:.0%} of the documents) forwarded, from {join(said)}.")
    else:
        parts.append("No document is forwarded.")
    if copies:
        parts.append(
            f"**{number(copies, 'document')} repeat an earlier one word for word** (column `duplicate_of`): a text "
            "carried often counts often. Copies with a changed sentence are not found."
        )
    else:
        parts.append("No document repeats another word for word.")
    return " ".join(parts)
