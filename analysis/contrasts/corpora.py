"""Texts and groups of corpora: one by a column of its documents, or two set against one another."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from analysis.errors import InputError, require, unknown
from analysis.given import CorpusTables, error_for_texts, is_corpus
from analysis.words.units import gather_units

SPOKEN = ("voice",)  # columns of sentences: units are passages of one voice
NO_GROUPS = ("doc_id", "text", "title", "words", "published", "published_from", "published_precision", "copy_weight")
NO_GROUPS += ("copy_of", "copy_kind", "copy_similarity")
FIRST, SECOND = "first", "second"


class Grouped(NamedTuple):
    """Texts, the group of each, and its document."""

    texts: pd.Series
    groups: pd.Series
    documents: pd.Series


def group_corpus(corpus: CorpusTables, by: object) -> Grouped:
    """Gather a corpus's texts by a column of its documents, or by voice.

    Raises InputError: no column, or one that there is not.
    """
    choices = [*SPOKEN, *(name for name in corpus.documents if name not in NO_GROUPS)]
    if not isinstance(by, str) or not by:
        raise InputError(
            f"keyness of a corpus asks what to compare: keyness(corpus, by='outlet'); by is one of {choices}; "
            "or a second corpus: keyness(articles, posts)."
        )
    if by not in choices:
        raise unknown("by", by, choices)
    units = gather_units(corpus.sentences, "voice" if by in SPOKEN else "document")
    if by not in SPOKEN:
        units = units.merge(corpus.documents[["doc_id", by]], on="doc_id", how="left")
    return Grouped(units["text"], units[by], units["doc_id"])


def pair_corpora(first: CorpusTables, second: CorpusTables) -> Grouped:
    """Gather the texts of two corpora, each a group, named by the filter that made it.

    Raises InputError: a document that is in both.
    """
    both = set(first.documents["doc_id"]) & set(second.documents["doc_id"])
    require(
        not both,
        f"{len(both)} documents are in both corpora, such as {sorted(both)[:1]}: set parts against one another that "
        "have none in common, corpus.where(kind='article') and corpus.where(kind='post').",
    )
    names = [_name_part(corpus) for corpus in (first, second)]
    names = names if names[0] != names[1] else [FIRST, SECOND]
    parts = [
        gather_units(corpus.sentences, "document").assign(group=name)
        for corpus, name in zip((first, second), names, strict=True)
    ]
    units = pd.concat([pd.DataFrame(part[["text", "doc_id", "group"]]) for part in parts], ignore_index=True)
    return Grouped(units["text"], units["group"], units["doc_id"])


def _name_part(corpus: CorpusTables) -> str:
    """Name a part by its last filter: "kind = post" is post."""
    steps = getattr(corpus, "steps", None)
    if steps is None or not len(steps):
        return ""
    return str(steps["step"].iloc[-1]).partition(" = ")[2]


def gather_groups(texts: object, groups: object, documents: object, by: str) -> Grouped | None:
    """Gather what `keyness` was given, where that is a corpus or two; None for texts and their groups.

    Raises InputError: as `group_corpus` and `pair_corpora`, a table or a path in place of texts.
    """
    if is_corpus(texts):
        if is_corpus(groups):
            return pair_corpora(texts, groups)
        require(documents is None, "documents belong to texts: a corpus knows its own.")
        return group_corpus(texts, by or groups)
    require(not is_corpus(groups), "the first of two is no corpus: keyness(articles, posts) takes two of them.")
    require(
        not by,
        f"by={by!r} names a column of a corpus: keyness(corpus, by={by!r}); of texts give the groups themselves.",
    )
    if isinstance(texts, pd.DataFrame):
        raise error_for_texts(texts, "keyness")
    require(groups is not None, "groups is missing: the group of each text, as many as there are texts.")
    return None
