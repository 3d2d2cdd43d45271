"""Train the networks of analysis/sentiment/targets on NewsMTSC's train rows, and measure them on rows kept aside.

    python tools/train_targets.py ROWS.csv[.gz] [--ratings FOLDER] [--out analysis/models/targets.safetensors]

ROWS: columns text, start, end, polarity (-1, 0, 1): the train part of NewsMTSC (Hamborg & Donnay 2021, MIT).
--ratings: the folder of VADER's ground truth (Hutto & Gilbert 2014, MIT; additional_resources in the source
distribution of the package vaderSentiment): sentences with the mean of twenty raters, learnt from first.
Needs torch, scikit-learn and the suite's own packages; the suite itself needs no torch.

A fifth of the sentences, chosen by a hash of their letters, is kept aside until the end; what is written was trained
on the other four fifths, so that the figures printed are those of the file written.
"""

from __future__ import annotations

import argparse
import copy
import hashlib
import re
import time
from pathlib import Path

import numpy as np
import torch
from safetensors.numpy import save_file
from scipy.sparse import csr_matrix, hstack, vstack
from sklearn.linear_model import LogisticRegression
from targets_network import Network
from targets_rows import SHARE_ASIDE, read_rows, report
from torch.nn import functional

from analysis.sentiment.targets.linear import SLOTS, weigh_runs, weigh_windows
from analysis.sentiment.targets.network import predict as predict_written
from analysis.sentiment.targets.pieces import make_batches, measure_target, stack
from analysis.sentiment.targets.weights import LINEAR, WEIGHTS, compile_network

RATINGS = ("amazonReviewSnippets", "movieReviewSnippets", "nytEditorialSnippets", "tweets")
SMOOTHING = 0.05
LINEAR_VOTE = 0.65  # the linear part's share; the networks share the rest


def read_ratings(folder: Path) -> list[tuple[str, float]]:
    """Read sentences with their mean rating, -4 to 4."""
    lines = [
        line
        for name in RATINGS
        for line in (folder / f"{name}_GroundTruth.txt").read_text(encoding="latin-1").splitlines()
    ]
    parts = [line.split("\t", 2) for line in lines]
    return [(part[2], float(part[1])) for part in parts if len(part) == 3 and re.search(r"\w", part[2])]


def draw_batches(items: list, size: int, generator: np.random.Generator) -> list[np.ndarray]:
    """Draw the places of items in random batches, those of about the same length together."""
    order, batches = generator.permutation(len(items)), []
    for begin in range(0, len(order), size * 30):
        near = sorted(order[begin : begin + size * 30], key=lambda place: len(items[place][0]))
        batches += [np.array(near[place : place + size]) for place in range(0, len(near), size)]
    generator.shuffle(batches)
    return batches


def learn(
    network: Network, items: list, goals: np.ndarray, loss, epochs: int, size: int, rate: float, seed: int
) -> None:
    """Lower the loss over the items, the step size rising at first and then falling to nothing."""
    torch.manual_seed(seed)
    generator = np.random.default_rng(seed)
    goals = torch.from_numpy(goals)
    trained = [values for values in network.parameters() if values.requires_grad]
    optimiser = torch.optim.AdamW(trained, lr=rate, weight_decay=0.01)
    step, steps = 0, epochs * -(-len(items) // size)
    network.train()
    for _ in range(epochs):
        for rows in draw_batches(items, size, generator):
            for group in optimiser.param_groups:
                group["lr"] = rate * max(0.0, min((step + 1) / (0.05 * steps), (steps - step) / steps))
            step += 1
            optimiser.zero_grad()
            loss(network, stack(items, rows), goals[torch.from_numpy(rows)]).backward()
            optimiser.step()


def rating_loss(network: Network, batch, goals: torch.Tensor) -> torch.Tensor:
    return functional.mse_loss(network.rate(batch), goals)


def polarity_loss(network: Network, batch, goals: torch.Tensor) -> torch.Tensor:
    return functional.cross_entropy(network(batch), goals, label_smoothing=SMOOTHING)


def learn_ratings(ratings: list[tuple[str, float]], epochs: int = 4, seed: int = 0) -> Network:
    """Make a network that has learnt how whole sentences are rated (or an untrained one, without ratings)."""
    torch.manual_seed(seed)
    network = Network()
    if ratings:
        sentences = [measure_target(text, 0, 0) for text, _ in ratings]
        rated = np.array([rating for _, rating in ratings], np.float32)
        learn(network, sentences, rated, rating_loss, epochs=epochs, size=64, rate=1e-3, seed=seed)
    return network


def learn_targets(start: Network, targets: list, goals: np.ndarray, seed: int, epochs: int = 8) -> Network:
    """Train a copy of a network on targets; goals: 0 negative, 1 neutral, 2 positive."""
    network = copy.deepcopy(start)
    learn(network, targets, goals, polarity_loss, epochs=epochs, size=64, rate=1e-3, seed=seed)
    return network


def predict(network: Network, targets: list) -> np.ndarray:
    """Give a network's chances (negative, neutral, positive)."""
    chances = np.zeros((len(targets), 3))
    network.eval()
    with torch.inference_mode():
        for batch in make_batches(targets):
            chances[batch.rows] = network(batch).softmax(dim=1).numpy()
    return chances


def read_linear(targets: list) -> tuple[np.ndarray, csr_matrix]:
    """Read what the linear part is given: windows (dense) and runs of pieces (sparse)."""
    batches = make_batches(targets)
    windows, runs = [weigh_windows(batch) for batch in batches], [weigh_runs(batch) for batch in batches]
    order = np.argsort(np.concatenate([batch.rows for batch in batches]))
    sparse = [_sparse(slots, weights) for slots, weights in runs]
    return np.concatenate(windows)[order], vstack(sparse).tocsr()[order]


def _sparse(slots: np.ndarray, weights: np.ndarray) -> csr_matrix:
    rows = np.repeat(np.arange(len(slots)), slots.shape[1])
    return csr_matrix((weights.ravel(), (rows, slots.ravel())), shape=(len(slots), SLOTS))


def learn_linear(targets: list, goals: np.ndarray) -> dict[str, np.ndarray]:
    """Fit the linear part: runs seen in two targets or more, the rarer the louder; every polarity weighs the same."""
    windows, runs = read_linear(targets)
    runs.eliminate_zeros()
    seen = np.asarray((runs > 0).sum(axis=0)).ravel()
    loudness = np.where(seen >= 2, np.log(len(targets) / np.maximum(seen, 1)) / 2, 0)
    kept = np.flatnonzero(loudness)
    given = hstack([csr_matrix(windows), runs[:, kept].multiply(loudness[kept])]).tocsr()
    model = LogisticRegression(C=0.12, class_weight="balanced", max_iter=300).fit(given, goals)
    weights = np.zeros((SLOTS, 3))
    weights[kept] = model.coef_[:, windows.shape[1] :].T * loudness[kept, None]
    parts = {"windows": model.coef_[:, : windows.shape[1]], "runs": weights, "bias": model.intercept_}
    return {name: np.ascontiguousarray(values.astype(np.float16)) for name, values in parts.items()}


def main() -> None:
    """Train, measure on the rows kept aside, write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("rows", type=Path)
    parser.add_argument("--ratings", type=Path)
    parser.add_argument("--networks", type=int, default=2)
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    given = parser.parse_args()
    began = time.perf_counter()
    table = read_rows(given.rows)
    targets = [measure_target(row.text, row.start, row.end) for row in table.itertuples()]
    goals = table["polarity"].to_numpy() + 1
    known = np.flatnonzero(table["draw"] >= SHARE_ASIDE)
    learnt = [targets[place] for place in known]
    parts = {LINEAR: {**learn_linear(learnt, goals[known]), "vote": np.float32([LINEAR_VOTE])}}
    start = learn_ratings(read_ratings(given.ratings) if given.ratings else [])
    for number in range(given.networks):
        network = learn_targets(start, learnt, goals[known], seed=number)
        vote = np.float32([(1 - LINEAR_VOTE) / given.networks])
        parts[f"network{number}"] = {**network.export(), "vote": vote}
        check_export(network, parts[f"network{number}"], learnt[:500])
    save_file(
        {f"{part}.{name}": values for part, weights in parts.items() for name, values in weights.items()}, given.out
    )
    print(f"trained_on {len(known)}  seconds {time.perf_counter() - began:.0f}")
    print(f"sha256 {hashlib.sha256(given.out.read_bytes()).hexdigest()}  bytes {given.out.stat().st_size}")
    report(table[table["draw"] < SHARE_ASIDE], given.out)


def check_export(network: Network, weights: dict[str, np.ndarray], targets: list) -> None:
    """Print how far the chances of the network as written lie from those of the network in torch."""
    read = compile_network({name: values.astype(np.float32) for name, values in weights.items()})
    written = np.zeros((len(targets), 3))
    for batch in make_batches(targets):
        written[batch.rows] = torch.from_numpy(predict_written(batch, read)).softmax(dim=1).numpy()
    print(f"largest_difference_as_written {np.abs(written - predict(network, targets)).max():.4f}")


if __name__ == "__main__":
    main()
