"""What each trait is worth, learned by tools/fit_likely.py, and from which sum on something counts as reported."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

PATH = Path(__file__).with_name("trait_weights.txt")


class Weights(NamedTuple):
    """A logistic model: its constant, the least sum that counts, and the weight of each trait that has one."""

    constant: float
    least: float
    traits: dict[str, float]


@lru_cache(maxsize=1)
def load_trait_weights() -> Weights:
    """Load trait_weights.txt: a weight and a trait a line, "constant" and "least" among them."""
    lines = (line.partition(" ") for line in PATH.read_text(encoding="utf8").splitlines() if line[:1] != "#")
    traits = {trait: float(weight) for weight, _, trait in lines}
    return Weights(traits.pop("constant"), traits.pop("least"), traits)


def score_traits(traits: list[str], weights: Weights) -> float:
    """Sum up what traits are worth; above 0 it is likelier than not that something is reported."""
    return weights.constant + sum(map(weights.traits.get, set(traits) & weights.traits.keys()))
