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
    for weights in parts.values():
        if "table" in weights:
            weights["table"] *= weights.pop("table_steps")[:, None]
            for layer in ("mix1", "mix2"):  # one block for the piece before, one for its own, one for that after
                blocks = np.split(weights[layer].T, 3)
                weights[layer] = np.stack(blocks)
    return {part: parts[part] for part in sorted(parts)}
