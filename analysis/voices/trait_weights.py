"""What each trait is worth, learned by tools/fit_likely.py, and from which sum on something counts as reported."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

PATH = Path(__file__).with_name("trait_weights.txt")
MOST_KEPT = 100_000  # values of which it is remembered what they are worth


class Weights(NamedTuple):
    """A logistic model: its constant, the least sum that counts, and the weight of each trait that has one.

    ruled: the least sum with which what a rule has found is kept.
    """

    constant: float
    least: float
    ruled: float
    traits: dict[str, float]


@lru_cache(maxsize=1)
def load_trait_weights() -> Weights:
    """Load trait_weights.txt: a weight and a trait a line, "constant", "least" and "ruled" among them."""
    traits = load_weight_lines(PATH)
    constant, least, ruled = (traits.pop(name) for name in ("constant", "least", "ruled"))
    return Weights(constant, least, ruled, traits)


def load_weight_lines(path: Path) -> dict[str, float]:
    """Load a weight and a trait a line, as the tools that learn them write them."""
    lines = (line.partition(" ") for line in path.read_text(encoding="utf8").splitlines() if line[:1] != "#")
    return {trait: float(weight) for weight, _, trait in lines}


class TraitRow(dict[Hashable, float]):
    """What the traits that hang on one thing are worth together, by what that is (who acts: he, Name ...).

    The same few come again and again, so each is spelt out and summed up when it first comes.
    """

    def __init__(self, lister: Callable[..., list[str]], *known: Hashable) -> None:
        """lister: gives the traits, of what is known and of the one thing that differs."""
        super().__init__()
        self.lister, self.known = lister, known

    def __missing__(self, value: Hashable) -> float:
        if len(self) >= MOST_KEPT:
            self.clear()
        self[value] = worth = score_traits(self.lister(*self.known, value), load_trait_weights())
        return worth


make_row = lru_cache(maxsize=MOST_KEPT)(TraitRow)  # one for all candidates of which the same is known
Fact = tuple[TraitRow, Hashable]


def score_traits(traits: Iterable[str], weights: Weights) -> float:
    """Sum up what traits are worth, each once."""
    # in the order that they were found in: a set's differs from process to process, and with it the last digit
    return sum([weights.traits.get(trait, 0.0) for trait in dict.fromkeys(traits)])


def weigh_facts(facts: Iterable[Fact]) -> float:
    """Sum up what facts are worth; with the constant, above 0 it is likelier than not that something is reported."""
    worth = load_trait_weights().constant
    for row, value in facts:
        worth += row[value]
    return worth


def list_traits(facts: Iterable[Fact]) -> list[str]:
    """List the traits of facts, each once."""
    return list(dict.fromkeys(trait for row, value in facts for trait in row.lister(*row.known, value)))
