"""What each trait is worth, learned by tools/fit_likely.py, and from which sum on something counts as reported."""

from __future__ import annotations

from functools import lru_cache
from itertools import repeat
from pathlib import Path
from typing import NamedTuple

PATH = Path(__file__).with_name("trait_weights.txt")


class Weights(NamedTuple):
    """A logistic model: its constant, the least sum that counts, and the weight of each trait that has one.

    content: the most that the traits of a content (list_content_traits) can add.
    """

    constant: float
    least: float
    content: float
    traits: dict[str, float]


@lru_cache(maxsize=1)
def load_trait_weights() -> Weights:
    """Load trait_weights.txt: a weight and a trait a line, "constant" and "least" among them."""
    traits = load_weight_lines(PATH)
    constant, least = traits.pop("constant"), traits.pop("least")
    return Weights(constant, least, _most(traits), traits)


def load_weight_lines(path: Path) -> dict[str, float]:
    """Load a weight and a trait a line, as the tools that learn them write them."""
    lines = (line.partition(" ") for line in path.read_text(encoding="utf8").splitlines() if line[:1] != "#")
    return {trait: float(weight) for weight, _, trait in lines}


def _most(traits: dict[str, float]) -> float:
    """The most that a length, and the kind of a noun by itself, with its head and with what governs it, can add."""
    most: dict[str, float] = {}
    for trait, weight in traits.items():
        name = trait.partition("=")[0]
        if name in ("length", "head"):
            key = f"{name}{'|' in trait}"
            most[key] = max(most.get(key, 0.0), weight * (2 if key == "headTrue" else 1))
    return sum(most.values())


def score_traits(traits: list[str], weights: Weights) -> float:
    """Sum up what traits are worth; above 0 it is likelier than not that something is reported."""
    # in the order that they were found in: a set's differs from process to process, and with it the last digit
    return weights.constant + sum(map(weights.traits.get, dict.fromkeys(traits), repeat(0.0)))
