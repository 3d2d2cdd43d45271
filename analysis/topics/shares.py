"""A model's topics in any texts, ready to be estimated."""

from __future__ import annotations

import pandas as pd

from analysis.estimates import describe
from analysis.topics.model import TopicModel

MISSING = "with none of the topics' words"


def tabulate_weights(model: TopicModel, units: pd.DataFrame) -> pd.DataFrame:
    """Set a model's weights beside its units, one row a unit and topic, ready for `estimate_means`.

    units: from `gather_units`, those that the model was fitted to or any others; each is rated by its own words.
    Returns the units' columns but text, and topic, label, stable, weight (share of the unit, 0 to 1; NA where
    the unit holds none of the topics' words).
    """
    weights = model.rate(units["text"])
    long = weights.rename_axis("_unit").reset_index()
    long = long.melt("_unit", var_name="topic", value_name="weight").astype({"topic": "int64", "weight": "float64"})
    about = model.summary.set_index("topic")[["label", "stable"]]
    long = long.join(about, on="topic").join(units.drop(columns="text"), on="_unit")
    long = long.drop(columns="_unit")[[*units.columns.drop("text"), "topic", "label", "stable", "weight"]]
    empty = "" if len(long) else model.note or "there are no topics"
    return describe(long, like=units, missing=MISSING, empty=empty)
