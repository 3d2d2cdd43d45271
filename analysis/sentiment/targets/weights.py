"""The trained weights: the parts that vote on a target, each with its share of the vote."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np
from safetensors.numpy import load_file

WEIGHTS = Path(__file__).parents[2] / "models" / "targets.safetensors"
LINEAR = "linear"  # the part that is no network


@cache
def load_parts(path: Path = WEIGHTS) -> dict[str, dict[str, np.ndarray]]:
    """Read the weights of each part, once a process; tables of word pieces are stored as int8, one step a row."""
    parts: dict[str, dict[str, np.ndarray]] = {}
    for name, values in load_file(path).items():
        part, weight = name.split(".", 1)
        parts.setdefault(part, {})[weight] = values.astype(np.float32)
    return {part: compile_network(parts[part]) if part != LINEAR else parts[part] for part in sorted(parts)}


def compile_network(stored: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """Make a network's weights ready for use: its table at full size, its mixing layers in three blocks.

    stored: as written, in float32. A block each for the piece before, the piece itself and the piece after it.
    """
    weights = dict(stored)
    weights["table"] = weights["table"] * weights.pop("table_steps")[:, None]
    for layer in ("mix1", "mix2"):
        weights[layer] = np.stack(np.split(weights[layer].T, 3))
    return weights
