"""Which sentences of a document may be quoted: chosen by the corpus alone, so that all pages quote the same."""

from __future__ import annotations

import pandas as pd

from analysis.public.mode import Limits
from analysis.public.windows import SIZE
from analysis.public.words import cut_words


def pick_quotations(sentences: pd.DataFrame, mentions: pd.DataFrame, limits: Limits) -> dict[str, list[str]]:
    """Pick sentences to quote: of each document those with speech first, then those that name somebody, in order.

    sentences: sentence_id, doc_id, text, quoted; mentions: sentence_id. Two neighbours are never both picked, and
    the first two of a document come last: its title may stand there. Sentences of under eight words need no leave.
    Returns the sentences of each document by its doc_id, in their order.
    """
    naming = sentences["sentence_id"].isin(mentions["sentence_id"])
    rank = (~(sentences["quoted"].fillna(0) > 0)).astype(int) * 2 + (~naming).astype(int)
    place = sentences.groupby("doc_id", sort=False).cumcount()
    table = pd.DataFrame({"doc_id": sentences["doc_id"], "text": sentences["text"], "place": place, "rank": rank})
    table.loc[table["place"] < 2, "rank"] += 10
    ordered = table.sort_values(["doc_id", "rank", "place"], kind="stable")
    return {doc_id: _pick(group, limits) for doc_id, group in ordered.groupby("doc_id", sort=False)}


def _pick(ranked: pd.DataFrame, limits: Limits) -> list[str]:
    picked: dict[int, str] = {}
    for place, text in zip(ranked["place"].tolist(), ranked["text"].tolist(), strict=True):
        if len(picked) == limits.each:
            break
        if not {place - 1, place + 1} & picked.keys() and len(cut_words(text)) >= SIZE:
            picked[place] = text
    return [picked[place] for place in sorted(picked)]
