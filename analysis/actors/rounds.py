"""Names of many partitions to mentions, in rounds: a function for each partition, a join of what it gives, and again.

A partition is some documents with all their sentences. What a name means is decided by the whole corpus, of which
nobody holds more than what the joins need: names and how often they stand.

    names = extract_names(sentences)                            of each partition: all that is read from texts
    support = join_support(list_support(names) ...)             which guesses are names
    counts = join_counts(count_names(names, support) ...)       how often each form of a name stands
    known = learn_actors(counts, support)                       what all documents together tell
    mentions = identify_names(names, known)                     of each partition
    register = make_register(names, known)                      of each partition, for its speakers

Whatever the partitions, and in whatever order they come, the mentions are the same. What is joined can be pickled, and
joins can be joined again.
"""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from analysis.actors.conditions import find_asked
from analysis.actors.findings import find_names
from analysis.actors.gathered import BODIES_IN_TEXTS, GatheredActors
from analysis.actors.guesses import GUESSED_PEOPLE, SURE_PEOPLE, Support, gather_support
from analysis.actors.known_actors import ActorCounts, KnownActors, people_of
from analysis.actors.known_organisations import learn_organisations
from analysis.actors.labels import Label
from analysis.actors.lexicon import Lexicon
from analysis.actors.named import Named
from analysis.actors.names import BETWEEN, Sentences, list_findings
from analysis.actors.naming import identify_findings
from analysis.actors.organisations import Organisations
from analysis.actors.shipped_words import load_lexicon
from analysis.collector import collector_paused
from analysis.people.known import learn_people
from analysis.people.register import Register
from analysis.tables import make_table

PEOPLE = SURE_PEOPLE | GUESSED_PEOPLE | {"known"}


def list_support(names: pd.DataFrame) -> Support:
    """List what a partition says of guessed names; names: from extract_names. See `join_support`."""
    guesses = names["rule"].isin(GUESSED_PEOPLE)
    beside = names["doc_id"].isin(names.loc[guesses, "doc_id"].unique()) & (names["rule"] == "single")
    alone = beside & names["labels"].isin(list(Label.FAMILY_ALONE))
    with collector_paused():
        return gather_support(list_findings(names, names["rule"].isin(PEOPLE) | alone))


def count_names(names: pd.DataFrame, support: Support, aliases: str | Path | None = None) -> ActorCounts:
    """Count how often a partition has each form of a name; support: of the whole corpus. See `join_counts`."""
    shows = names["labels"].isin((Label.UNKNOWN, Label.ACRONYM)) & names["signs"].notna()
    actors = GatheredActors(load_lexicon(aliases))
    counted = (names["rule"] != "single") | names["labels"].isin(BODIES_IN_TEXTS) | shows
    with collector_paused():
        actors.add(list_findings(names, counted), support.judged())
        return actors.count(support.told_apart())


def learn_actors(counts: ActorCounts, support: Support, aliases: str | Path | None = None) -> KnownActors:
    """Learn from the counts of all partitions what name each actor shows, and whom the short ones mean."""
    return _learn(counts, support, load_lexicon(aliases))


def _learn(counts: ActorCounts, support: Support, lexicon: Lexicon) -> KnownActors:
    return KnownActors(
        support.judged(),
        learn_people(counts.people, support.told_apart(), people_of(lexicon)),
        learn_organisations(counts.organisations, Organisations(lexicon).fixed),
        frozenset(counts.single_bodies),
    )


def identify_names(
    names: pd.DataFrame, known: KnownActors, aliases: str | Path | None = None, *, metonyms: bool = True
) -> pd.DataFrame:
    """Say whom the names of a partition mean: its mentions, as find_actors returns them; known: see `learn_actors`."""
    actors = GatheredActors(load_lexicon(aliases), metonyms)
    actors.know(known)
    asked = names[names["asked"].notna()]
    words = (frozenset(words.split(BETWEEN)) for words in asked["asked"])
    actors.asked = dict(zip(asked["doc_id"].tolist(), words, strict=True))
    with collector_paused():
        documents = list(list_findings(names))
        actors.add(documents, known.judged)
        named = [one for document in documents for one in identify_findings(document, actors)]
    named.sort(key=lambda one: (one.finding.row, one.finding.start))
    return make_table("mentions", _columns(named, names))


def make_register(names: pd.DataFrame, known: KnownActors, aliases: str | Path | None = None) -> Register:
    """Make the register of the people of a partition, by doc_id; known: see `learn_actors`."""
    actors = GatheredActors(load_lexicon(aliases))
    actors.know(known)
    with collector_paused():
        actors.add(list_findings(names, names["rule"].isin(PEOPLE)), known.judged)
    return actors.people


def identify_in_document(document: Sentences, lexicon: Lexicon) -> list[Named]:
    """Name the actors of one document's sentences (row, text made plain) by what it says itself."""
    found = [find_names(0, document, lexicon)]
    support, actors = gather_support(found), GatheredActors(lexicon)
    actors.add(found, support.judged())
    actors.know(_learn(actors.count(support.told_apart()), support, lexicon))
    actors.asked = {0: find_asked((text for _, text in document), lexicon)}
    return list(identify_findings(found[0], actors))


def _columns(named: list[Named], names: pd.DataFrame) -> dict[str, list]:
    """Lay mentions out as columns; names: the table that their findings stand in."""
    ids, doc_ids, starts, texts = (names[name].tolist() for name in ("sentence_id", "doc_id", "start", "text"))
    findings = [one.finding for one in named]
    return {
        "sentence_id": [ids[finding.at] for finding in findings],
        "doc_id": [doc_ids[finding.at] for finding in findings],
        "start": [finding.start for finding in findings],
        "end": [finding.end for finding in findings],
        "text": [texts[one.at][one.start - starts[one.at] : one.end - starts[one.at]] for one in findings],
        "actor_id": [one.actor_id for one in named],
        "actor": [one.actor for one in named],
        "kind": [one.kind for one in named],
        "country": pd.array([one.country for one in named], dtype="str"),
        "found_by": pd.array([one.rule for one in named], dtype="str"),
    }
