"""The names that were joined: which forms of a name the suite takes for which actor, for reading and correcting."""

from __future__ import annotations

import pandas as pd

COLUMNS = ["actor_id", "actor", "kind", "form", "joined_by", "mentions", "speeches", "documents"]


def tabulate_names(mentions: pd.DataFrame, quotes: pd.DataFrame) -> pd.DataFrame:
    """List every form of a name with the actor that it was taken for.

    mentions: from find_actors; quotes: from extract_quotes, with speaker, speaker_id, named and, where not all of them
    are somebody's speech, speech (whether it is: what the outlet tells of somebody is not, but names them).
    Returns one row an actor and form: actor_id, actor (the name shown), kind (person, organisation, country,
    described), form (as the texts have it), joined_by (the rule of most of its mentions; "speaker" where it only
    speaks), mentions, speeches (how often), documents. Actors of most documents first, then their forms. What is
    wrong there is put right by an alias file (aliases.yaml beside the texts; docs/actors.md).
    """
    spoken = _list_spoken(quotes)
    found = mentions.rename(columns={"text": "form", "found_by": "joined_by"}).assign(mentions=1)
    found["form"] = found["form"].str.split().str.join(" ")
    both = pd.concat([found, spoken], ignore_index=True).fillna({"mentions": 0, "speeches": 0})
    keys = ["actor_id", "form"]
    rules = found.groupby([*keys, "joined_by"], as_index=False).size()
    rules = rules.sort_values(["size", "joined_by"], ascending=[False, True])  # of equal ones the first by name
    first = rules.drop_duplicates(keys)
    rule = dict(zip(zip(first["actor_id"], first["form"], strict=True), first["joined_by"], strict=True))
    table = both.groupby(keys, as_index=False).agg(
        actor=("actor", "first"),
        kind=("kind", "first"),
        mentions=("mentions", "sum"),
        speeches=("speeches", "sum"),
        documents=("doc_id", "nunique"),
    )
    named = zip(table["actor_id"], table["form"], strict=True)
    table["joined_by"] = [rule.get(pair, "speaker") for pair in named]
    table = table.astype({"mentions": "int64", "speeches": "int64"})
    spread = both.groupby("actor_id")["doc_id"].nunique()
    order = table.assign(_spread=table["actor_id"].map(spread))
    order = order.sort_values(
        ["_spread", "actor_id", "documents", "form"], ascending=[False, True, False, True], ignore_index=True
    )
    return order[COLUMNS].astype({"joined_by": "str"})


def _list_spoken(quotes: pd.DataFrame) -> pd.DataFrame:
    """List the form by which each quotation's speaker is named, one row a quotation whose speaker is known."""
    return pd.DataFrame(
        {
            "actor_id": quotes["speaker_id"],
            "actor": quotes["speaker"],
            "kind": quotes["speaker_id"].str.replace(r":.*", "", regex=True),
            "form": quotes["named"],
            "joined_by": "speaker",
            "doc_id": quotes["doc_id"],
            "speeches": quotes["speech"].astype(int) if "speech" in quotes else 1,
        }
    ).dropna(subset="actor_id")
