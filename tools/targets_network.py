"""The network of analysis/sentiment/targets/network.py in torch, for training; `export` writes what it reads."""

from __future__ import annotations

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from analysis.sentiment.targets.network import HEADS, KEY
from analysis.sentiment.targets.pieces import EACH_SIDE, FEATURES, SPECIAL, Batch
from analysis.words.vectors import load_vectors

LAYERS = 2


class Network(nn.Module):
    """Word vectors (fixed, projected, plus a learned difference), convolutions, attention from the target."""

    def __init__(self, width: int = 128, hidden: int = 128, drop: float = 0.3, blank: float = 0.15):
        super().__init__()
        vectors = torch.from_numpy(load_vectors().copy())
        vectors = vectors / vectors.norm(dim=1).mean() * 4
        pieces = len(vectors) + SPECIAL
        self.vectors = nn.Parameter(torch.cat([vectors, torch.zeros(SPECIAL, vectors.shape[1])]), requires_grad=False)
        self.project = nn.Linear(vectors.shape[1], width)
        self.learned = nn.Embedding(pieces, width)
        nn.init.zeros_(self.learned.weight)
        self.distance = nn.Embedding(2 * EACH_SIDE + 2, width)  # the last: no target (whole sentences)
        nn.init.normal_(self.distance.weight, std=0.02)
        self.features = nn.Linear(len(FEATURES), width, bias=False)
        self.mix = nn.ModuleList(nn.Linear(3 * width, width) for _ in range(LAYERS))
        self.norm = nn.ModuleList(nn.LayerNorm(width) for _ in range(LAYERS + 1))
        self.ask, self.key = nn.Linear(width, HEADS * KEY), nn.Linear(width, HEADS * KEY, bias=False)
        self.near = nn.Embedding(2 * EACH_SIDE + 2, HEADS)
        nn.init.zeros_(self.near.weight)
        self.value = nn.Linear(width, width)
        self.hidden, self.out = nn.Linear(4 * width, hidden), nn.Linear(hidden, 3)
        self.rating = nn.Linear(2 * width, 1)
        self.drop, self.blank = nn.Dropout(drop), blank

    def encode(self, batch: Batch, sentence: bool) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        """Give each piece its state; with them which are no padding, and the distances from the target."""
        pieces, kept = torch.from_numpy(batch.pieces).long(), torch.from_numpy(batch.kept)[..., None]
        distance = torch.from_numpy(batch.distance)
        distance = torch.full_like(distance, 2 * EACH_SIDE + 1) if sentence else distance
        states = self.project(self.vectors[pieces]) + self.learned(pieces) + self.distance(distance)
        states = states + self.features(torch.from_numpy(batch.features))
        if self.training:  # blank some pieces, as a missing word would
            states = states * (torch.rand(states.shape[:2]) > self.blank)[..., None]
        states = self.norm[0](states) * kept
        for mix, norm in zip(self.mix, self.norm[1:], strict=True):
            wide = functional.pad(states, (0, 0, 1, 1))
            windows = torch.cat([wide[:, :-2], states, wide[:, 2:]], dim=2)
            states = norm(states + self.drop(functional.relu(mix(windows)))) * kept
        return states, kept, distance

    def pool(self, states: torch.Tensor, kept: torch.Tensor) -> list[torch.Tensor]:
        """Give the largest and the mean of the pieces' states."""
        return [(states - 1e4 * (1 - kept)).max(dim=1).values, states.sum(dim=1) / kept.sum(dim=1)]

    def rate(self, batch: Batch) -> torch.Tensor:
        """Rate whole sentences, for the training on them that comes first."""
        states, kept, _ = self.encode(batch, sentence=True)
        return self.rating(self.drop(torch.cat(self.pool(states, kept), dim=1)))[:, 0]

    def forward(self, batch: Batch) -> torch.Tensor:
        """Give the logits of negative, neutral and positive."""
        states, kept, distance = self.encode(batch, sentence=False)
        rows = len(states)
        target = states[torch.arange(rows), torch.from_numpy(batch.target)]
        asked = self.ask(target).view(rows, HEADS, KEY)
        keys = self.key(states).view(rows, -1, HEADS, KEY)
        scores = torch.einsum("bhk,bnhk->bnh", asked, keys) / KEY**0.5 + self.near(distance) - 1e4 * (1 - kept)
        values = self.value(states).view(rows, states.shape[1], HEADS, -1)
        seen = torch.einsum("bnh,bnhd->bhd", scores.softmax(dim=1), values).reshape(rows, -1)
        gathered = self.drop(torch.cat([target, seen, *self.pool(states, kept)], dim=1))
        return self.out(self.drop(functional.relu(self.hidden(gathered))))

    def export(self) -> dict[str, np.ndarray]:
        """Give the weights that analysis.sentiment.targets.network reads: table of pieces folded, stored as int8."""
        table = self.vectors @ self.project.weight.T + self.project.bias + self.learned.weight
        steps = table.abs().amax(dim=1) / 127
        weights = {
            "table": torch.round(table / steps[:, None]).to(torch.int8), "table_steps": steps,
            "distance": self.distance.weight[:-1], "features": self.features.weight,
            "ask": self.ask.weight, "ask_bias": self.ask.bias, "key": self.key.weight,
            "near": self.near.weight[:-1], "value": self.value.weight, "value_bias": self.value.bias,
            "hidden": self.hidden.weight, "hidden_bias": self.hidden.bias,
            "out": self.out.weight, "out_bias": self.out.bias,
        }  # fmt: skip
        for layer, norm in enumerate(self.norm):
            weights |= {f"scale{layer}": norm.weight, f"shift{layer}": norm.bias}
        for layer, mix in enumerate(self.mix, 1):
            weights |= {f"mix{layer}": mix.weight, f"mix{layer}_bias": mix.bias}
        return {name: _shrink(values.detach().numpy()) for name, values in weights.items()}


def _shrink(values: np.ndarray) -> np.ndarray:
    return np.ascontiguousarray(values if values.dtype == np.int8 else values.astype(np.float16))
