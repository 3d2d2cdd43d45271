"""What cleaning did, counted: by file, by reason, and what the documents are."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from analysis.errors import require, unknown
from analysis.estimates.basis import describe
from analysis.estimates.behind import record_units
from analysis.estimates.periods import PERIODS, choose_period, list_periods, starts_of
from analysis.estimates.periods import mark_known as mark_known  # with what is counted by period
from analysis.texts.readers.page import file_of

NOT_KNOWN = "not known"
NO_GROUPS = ("doc_id", "title", "text", "words")


def account_for_files(
    documents: pd.DataFrame, spans: pd.DataFrame, removed: pd.DataFrame, files: pd.DataFrame | None = None
) -> pd.DataFrame:
    """Count what became of each file: its documents, and its characters kept and removed.

    files: source, format, encoding, as `load_pages` gives them. Pages, rows and messages of a file count together.
    Returns one row a file, those of most characters first: source, format, kind, documents, words, characters
    (of the texts taken from it), kept, removed (both with the blanks after them; they add up to characters),
    share_removed, encoding.
    """
    kept = (spans["source_end"] - spans["source_start"]).groupby(spans["source"].map(file_of)).sum()
    left_out = (removed["end"] - removed["start"]).groupby(removed["source"].map(file_of)).sum()
    by_file = documents.groupby(documents["source"].map(file_of)).agg(
        kind=("kind", "first"), documents=("doc_id", "size"), words=("words", "sum")
    )
    sources = pd.Index(sorted(set(kept.index) | set(left_out.index)), dtype="str", name="source")
    table = by_file.reindex(sources)
    table["kept"], table["removed"] = kept.reindex(sources).fillna(0), left_out.reindex(sources).fillna(0)
    table["characters"] = table["kept"] + table["removed"]
    about = pd.DataFrame(columns=["source", "format", "encoding"]) if files is None else files
    table = table.join(about.set_index("source")[["format", "encoding"]].astype("str"))
    whole = ["documents", "words", "characters", "kept", "removed"]
    table = table.fillna(dict.fromkeys(whole, 0)).astype(dict.fromkeys(whole, "int64"))
    return _set_out(table.reset_index())


def join_accounts(accounts: Iterable[pd.DataFrame]) -> pd.DataFrame:
    """Join what `account_for_files` counted in parts of a corpus; a file may have pages in several of them.

    accounts: in the order of the parts: what a file is, the first that knows says. Returns one row a file, as
    `account_for_files` gives them of the whole.
    """
    sums = {name: (name, "sum") for name in ("documents", "words", "characters", "kept", "removed")}
    firsts = {name: (name, "first") for name in ("format", "kind", "encoding")}
    return _set_out(pd.concat(list(accounts)).groupby("source").agg(**firsts, **sums).reset_index())


def _set_out(table: pd.DataFrame) -> pd.DataFrame:
    table["share_removed"] = table["removed"] / table["characters"].clip(lower=1)
    table = table.sort_values(["characters", "source"], ascending=[False, True], ignore_index=True)
    counted = ["documents", "words", "characters", "kept", "removed"]
    return table[["source", "format", "kind", *counted, "share_removed", "encoding"]]


def count_removed(removed: pd.DataFrame) -> pd.DataFrame:
    """Count what was left out for each reason.

    Rows and messages of a file are parts of it. Returns one row a reason, the one of most characters first: reason,
    runs, files, characters, example (the beginning of its longest run that stands first).
    """
    lengths = removed.assign(characters=removed["end"] - removed["start"], file=removed["source"].map(file_of))
    lengths = lengths.sort_values(["characters", "source", "start"], ascending=[False, True, True])
    table = lengths.groupby("reason", sort=True).agg(
        runs=("source", "size"),
        files=("file", "nunique"),
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

    by: any column of documents but their texts and numbers (outlet, kind, language, country ...); a missing
    one is called "not known". Returns one row a group, the one of most words first: the column `by`,
    documents, words, share (of all words), shortest, median, longest (words of a document).
    Raises InputError if `by` is none of these.
    """
    groups = [name for name in documents if name not in NO_GROUPS]
    if by not in groups:
        raise unknown("by", by, groups)
    groups = documents[by].astype("str").fillna(NOT_KNOWN)
    table = documents["words"].groupby(groups).agg(["size", "sum", "min", "median", "max"])
    table.columns = pd.Index(["documents", "words", "shortest", "median", "longest"])
    table = table.rename_axis(by).reset_index().sort_values(["words", by], ascending=[False, True], ignore_index=True)
    table.insert(3, "share", table["words"] / max(int(table["words"].sum()), 1))
    cells = dict.fromkeys(("words", "documents", "share"))
    behind = record_units(documents.assign(**{by: groups}), [by], weight="words", cells=cells)
    return describe(table, behind=behind) if behind else table


def count_periods(documents: pd.DataFrame, period: str = "month") -> pd.DataFrame:
    """Count dated documents in each day, week, month, quarter or year, empty ones between the first and the last too.

    Returns one row a period and origin of its dates: start (datetime64), published_from, documents, words.
    Undated documents are not in it, nor those whose date is known less exactly than the period (`mark_known`).
    Raises InputError if the period is none of these.
    """
    if period not in PERIODS:
        raise unknown("period", period, PERIODS)
    dated = documents[mark_known(documents, period)]
    columns = ["start", "published_from", "documents", "words"]
    if dated.empty:
        return pd.DataFrame(columns=columns)
    starts = starts_of(dated["published"], period).rename("start")
    counted = dated.groupby([starts, "published_from"]).agg(documents=("doc_id", "size"), words=("words", "sum"))
    every = list_periods(starts, period)
    require(len(every) <= 20_000, f"period={period!r} gives {len(every):,} periods: choose a longer one.")
    grid = pd.MultiIndex.from_product([every, sorted(dated["published_from"].unique())], names=columns[:2])
    table = counted.reindex(grid, fill_value=0).reset_index()[columns]
    cells = dict.fromkeys(("documents", "words"))
    units = dated.assign(start=starts)
    behind = record_units(units, ["start", "published_from"], weight="words", cells=cells)
    return describe(table, behind=behind) if behind else table


def period_for(documents: pd.DataFrame) -> str:
    """The period by which documents are counted, as everywhere: the finest that holds enough of them."""
    return choose_period(documents)


def list_documents(documents: pd.DataFrame) -> pd.DataFrame:
    """List documents for reading: doc_id, kind, outlet, published, words, forwarded_from, title or first words."""
    firsts = documents["text"].str.split().str[:14].str.join(" ")
    shown = documents[["doc_id", "kind", "outlet", "published", "words", "forwarded_from"]]
    return shown.assign(title_or_first_words=documents["title"].fillna(firsts + " …")).reset_index(drop=True)
