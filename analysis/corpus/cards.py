"""The card of a corpus: what was read, what is in it, what was left out, and its first documents."""

from __future__ import annotations

import pandas as pd

from analysis.cards import Card, Facts, Prose, Rows, Timeline
from analysis.corpus.held import HeldTables
from analysis.estimates.basis import exploratory
from analysis.estimates.periods import choose_period, list_periods, mark_known, starts_of
from analysis.prose.phrases import first_words, name_ends, number, verb_for
from analysis.tables import COPY_WEIGHT

FIRST = 5  # documents that are listed
NAMED = 5  # values that are named of many
FORMS = {"day": "%Y-%m-%d", "week": "%Y-%m-%d", "month": "%Y-%m", "quarter": "%Y-%m", "year": "%Y"}
ORIGINS = {"sources": "sources.csv", "file": "the file", "text": "the text", "page": "the page around it"}
NEXT = ("corpus.read({!r})", 'corpus.kwic("word")', "corpus.where(outlet=…)", "corpus.summary()", "corpus.words")
MOST_BARS = 5_000  # periods: a date of another age makes more


def make_corpus_card(corpus: HeldTables) -> Card:
    """Make the card of a corpus; nothing is read for it that is not counted or held already, but documents."""
    documents, first = corpus.documents.drop(columns="text"), _list_first(corpus.documents)
    words = int(documents["words"].sum())
    lead = " · ".join(part for part in (_tell_size(corpus), exploratory(len(documents))) if part)
    facts = [
        ("kinds", tell_commonest(documents["kind"])),
        ("outlets", tell_commonest(documents["outlet"], "outlet")),
        ("dates", _tell_dates(documents)),
        ("languages", _tell_languages(documents)),
        ("copies", _tell_copies(documents)),
        ("left out", _tell_left_out(corpus)),
        *[("filters" if not place else "", said) for place, said in enumerate(_tell_steps(corpus.steps))],
    ]
    title = f"Corpus: {number(len(documents), 'document')}, {number(words, 'word')}"
    bars = _draw_dates(documents)
    code = [one.format(documents["doc_id"].iloc[0]) for one in NEXT]
    return Card(title, lead, [Facts(facts), *([bars] if bars else []), first, Prose("", code)])


def tell_commonest(values: pd.Series, noun: str = "", most: int = NAMED) -> str:
    """Name the values of a column, the commonest first, with how many documents each has; what is not known last."""
    counts = values.value_counts()
    named = [f"{value} {count:,}" for value, count in counts.head(most).items()]
    rest = [f"{number(len(counts) - most, 'other')}, {int(counts.iloc[most:].sum()):,}"] if len(counts) > most else []
    missing = int(values.isna().sum())
    unknown = [f"not known {missing:,}"] if missing else []
    total = f"{number(len(counts), noun)}: " if noun and len(counts) > 1 else ""
    return total + ", ".join([*named, *rest, *unknown])


def _tell_size(corpus: HeldTables) -> str:
    speech, rows = corpus._count_speech(), corpus._count("quotes")
    told = f" of speech (.quotes has {number(rows, 'row')})" if rows != speech else ""
    said = [number(corpus._count("sentences"), "sentence"), number(speech, "quotation") + told]
    return f"{', '.join(said)}, {number(corpus._count('mentions'), 'mention')} of actors"


def _tell_dates(documents: pd.DataFrame) -> str:
    ends = name_ends(documents)
    if ends is None:
        return "none is known"
    origins = documents.loc[documents["published"].notna(), "published_from"].value_counts()
    by = ", ".join(f"{ORIGINS.get(origin, origin)} {count:,}" for origin, count in origins.items())
    undated = int(documents["published"].isna().sum())
    period = ends[0] if ends[0] == ends[1] else f"{ends[0]} to {ends[1]}"
    return f"{period}; known from {by}{f'; undated {undated:,}' if undated else ''}"


def _tell_languages(documents: pd.DataFrame) -> str:
    translated = int(documents["translated"].fillna(False).sum())
    return tell_commonest(documents["language"]) + (f"; translated {translated:,}" if translated else "")


def _tell_copies(documents: pd.DataFrame) -> str:
    copies = documents[["copy_of", "copy_kind"]].dropna(subset="copy_of")
    weighed = "; weighed by 1 over their number" if COPY_WEIGHT in documents else ""
    if copies.empty:
        return f"none{weighed}"
    kinds = ", ".join(f"{kind} {count:,}" for kind, count in copies["copy_kind"].value_counts().items())
    copy = verb_for(len(copies), "copies", "copy")
    return f"{number(len(copies), 'document')} {copy} {number(copies['copy_of'].nunique(), 'other')} ({kinds}){weighed}"


def _tell_left_out(corpus: HeldTables) -> str:
    """What was not read, and what was taken out of what was read, each with its commonest reasons."""
    refused, removed = corpus.refused, corpus._load_columns("removed", ["reason", "start", "end"])
    parts = []
    if len(refused):
        parts.append(f"{number(len(refused), 'file')} or parts refused ({_tell_reasons(refused['reason'])})")
    if len(removed):
        size = removed["end"] - removed["start"]
        parts.append(f"{int(size.sum()):,} characters of page furniture and the like ({_tell_sizes(removed, size)})")
    remarks = f"; {number(len(corpus.notes), 'remark')}: corpus.notes" if len(corpus.notes) else ""
    where = ", of all files, whatever the filters" if parts and len(corpus.steps) else ""
    return ("; ".join(parts) or "nothing") + where + remarks


def _tell_reasons(reasons: pd.Series) -> str:
    counts = reasons.value_counts()
    named = [f"{first_words(str(reason), 60)} {count:,}" for reason, count in counts.head(3).items()]
    return ", ".join([*named, *([f"{number(len(counts) - 3, 'other reason')}"] if len(counts) > 3 else [])])


def _tell_sizes(removed: pd.DataFrame, size: pd.Series) -> str:
    sums = size.groupby(removed["reason"]).sum().sort_values(ascending=False)
    named = [f"{reason} {share:.0%}" for reason, share in (sums.head(3) / max(int(sums.sum()), 1)).items()]
    return ", ".join([*named, *([f"{number(len(sums) - 3, 'other reason')}"] if len(sums) > 3 else [])])


def _tell_steps(steps: pd.DataFrame) -> list[str]:
    return [f"{first_words(str(row.step), 90)}: {row.before:,} → {row.after:,} documents" for row in steps.itertuples()]


def _draw_dates(documents: pd.DataFrame) -> Timeline | None:
    """Bars of documents over time, by the period that everything else is followed by; None where there are no two."""
    period = choose_period(documents)
    known = documents.loc[mark_known(documents, period), "published"]
    starts = starts_of(known, period)
    if starts.nunique() < 2:
        return None
    every = list_periods([starts.min(), starts.max()], period)
    if len(every) > MOST_BARS:
        return None
    counts = starts.value_counts().reindex(every, fill_value=0).tolist()
    first, last = (f"{one:{FORMS[period]}}" for one in (every[0], every[-1]))
    top = every[counts.index(max(counts))]
    heading = f"Documents by {period}"
    left = len(documents) - len(known)
    heading += f" ({left:,} without a date so exact)" if left else ""
    alike = counts.count(max(counts)) - 1
    about = f"Bars: documents by {period} from {first} to {last}, most ({max(counts):,}) in {top:{FORMS[period]}}"
    about += f" and {number(alike, f'other {period}')}." if alike else "."
    return Timeline(heading, counts, first, last, about)


def _list_first(documents: pd.DataFrame) -> Rows:
    shown = documents.head(FIRST)
    rows = [
        [
            row.doc_id,
            first_words(" ".join(str(row.text[:200] if pd.isna(row.title) else row.title).split()), 80),
            "" if pd.isna(row.outlet) else row.outlet,
            "" if pd.isna(row.published) else f"{row.published:%Y-%m-%d}",
            f"{row.words:,}",
        ]
        for row in shown.itertuples()
    ]
    heading = (
        "All documents" if len(rows) == len(documents) else f"The first {len(rows)} of {len(documents):,} documents"
    )
    head = ["doc_id", "title or first words", "outlet", "published", "words"]
    return Rows(heading, head, rows, numbers=[3, 4], wide=[0, 4])
