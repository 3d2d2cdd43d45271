"""What cleaning did, counted: by file, by reason, and what the documents are."""

from __future__ import annotations

import pandas as pd

from analysis.errors import require, unknown

NOT_KNOWN = "not known"
GROUPS = ("outlet", "kind", "language", "country", "source", "forwarded_from", "published_from", "translated")


def account_for_files(documents: pd.DataFrame, spans: pd.DataFrame, removed: pd.DataFrame) -> pd.DataFrame:
    """Count what became of each file: its documents, and its characters kept and removed.

    Returns one row a file, those of most characters first: source, kind, documents, words, characters
    (of the file), kept, removed (both with the blanks after them; they add up to characters), share_removed.
    """
    kept = (spans["source_end"] - spans["source_start"]).groupby(spans["source"]).sum()
    left_out = (removed["end"] - removed["start"]).groupby(removed["source"]).sum()
    by_file = documents.groupby("source").agg(
        kind=("kind", "first"), documents=("doc_id", "size"), words=("words", "sum")
    )
    sources = pd.Index(sorted(set(kept.index) | set(left_out.index)), dtype="str", name="source")
    table = by_file.reindex(sources)
    table["kept"], table["removed"] = kept.reindex(sources).fillna(0), left_out.reindex(sources).fillna(0)
    table["characters"] = table["kept"] + table["removed"]
    whole = ["documents", "words", "characters", "kept", "removed"]
    table = table.fillna(dict.fromkeys(whole, 0)).astype(dict.fromkeys(whole, "int64")).reset_index()
    table["share_removed"] = table["removed"] / table["characters"].clip(lower=1)
    table = table.sort_values(["characters", "source"], ascending=[False, True], ignore_index=True)
    return table[["source", "kind", "documents", "words", "characters", "kept", "removed", "share_removed"]]


def count_removed(removed: pd.DataFrame) -> pd.DataFrame:
    """Count what was left out for each reason.

    Returns one row a reason, the one of most characters first: reason, runs, files, characters,
    example (the beginning of its longest run that stands first).
    """
    lengths = removed.assign(characters=removed["end"] - removed["start"])
    lengths = lengths.sort_values(["characters", "source", "start"], ascending=[False, True, True])
    table = lengths.groupby("reason", sort=True).agg(
        runs=("source", "size"),
        files=("source", "nunique"),
        characters=("characters", "sum"),
        example=("text", "first"),
    )
    table["example"] = table["example"].str.split().str.join(" ").str.slice(0, 120)
    return table.reset_index().sort_values(["characters", "reason"], ascending=[False, True], ignore_index=True)


def pick_removed(removed: pd.DataFrame, most: int = 12) -> pd.DataFrame:
    """Pick passages to check: the longest of each reason, then the second longest of each, and so on.

    Returns at most so many rows of removed: reason, text (blanks made single), source, start, end.
    """
    lengths = removed.assign(characters=removed["end"] - removed["start"])
    lengths = lengths[lengths["text"].str.strip().ne("")]
    lengths = lengths.sort_values(["characters", "source", "start"], ascending=[False, True, True])
    turn = lengths.groupby("reason").cumcount()
    picked = lengths.assign(turn=turn).sort_values("turn", kind="stable").head(most)
    return picked.assign(text=picked["text"].str.split().str.join(" "))[
        ["reason", "text", "source", "start", "end"]
    ].reset_index(drop=True)


def count_documents(documents: pd.DataFrame, by: str) -> pd.DataFrame:
    """Count documents and words in each group.

    by: outlet, kind, language, country, source, forwarded_from, published_from or translated; a missing
    one is called "not known". Returns one row a group, the one of most words first: the column `by`,
    documents, words, share (of all words), shortest, median, longest (words of a document).
    Raises InputError if `by` is none of these.
    """
    if by not in GROUPS:
        raise unknown("by", by, GROUPS)
    groups = documents[by].astype("str").fillna(NOT_KNOWN)
    table = documents["words"].groupby(groups).agg(["size", "sum", "min", "median", "max"])
    table.columns = pd.Index(["documents", "words", "shortest", "median", "longest"])
    table = table.rename_axis(by).reset_index().sort_values(["words", by], ascending=[False, True], ignore_index=True)
    table.insert(3, "share", table["words"] / max(int(table["words"].sum()), 1))
    return table


def count_periods(documents: pd.DataFrame, period: str = "month") -> pd.DataFrame:
    """Count dated documents in each day, month or year, empty ones between the first and the last included.

    Returns one row a period and origin of its dates: start (datetime64), published_from, documents, words.
    Undated documents are not in it. Raises InputError if the period is none of these.
    """
    codes = {"day": "D", "month": "M", "year": "Y"}
    if period not in codes:
        raise unknown("period", period, codes)
    dated = documents.dropna(subset=["published"])
    columns = ["start", "published_from", "documents", "words"]
    if dated.empty:
        return pd.DataFrame(columns=columns)
    periods = dated["published"].dt.to_period(codes[period])
    counted = dated.groupby([periods.rename("start"), "published_from"]).agg(
        documents=("doc_id", "size"), words=("words", "sum")
    )
    every = pd.period_range(periods.min(), periods.max(), freq=codes[period], name="start")
    require(len(every) <= 20_000, f"period={period!r} gives {len(every):,} periods: choose a longer one.")
    grid = pd.MultiIndex.from_product([every, sorted(dated["published_from"].unique())], names=columns[:2])
    table = counted.reindex(grid, fill_value=0).reset_index()
    return table.assign(start=table["start"].dt.to_timestamp())[columns]


def period_for(documents: pd.DataFrame) -> str:
    """The period that gives a readable number of bars: day up to two months, month up to six years, else year."""
    dates = documents["published"].dropna()
    days = (dates.max() - dates.min()).days if len(dates) else 0
    return "day" if days <= 62 else "month" if days <= 6 * 366 else "year"


def list_documents(documents: pd.DataFrame) -> pd.DataFrame:
    """List documents for reading: doc_id, kind, outlet, published, words, forwarded_from, title or first words."""
    firsts = documents["text"].str.split().str[:14].str.join(" ")
    shown = documents[["doc_id", "kind", "outlet", "published", "words", "forwarded_from"]]
    return shown.assign(title_or_first_words=documents["title"].fillna(firsts + " …")).reset_index(drop=True)
