"""Research on how media frame events: the public names, loaded when first used."""

from __future__ import annotations

import os
from importlib import import_module

if os.path.expanduser("~") == "~":  # noqa: PTH111  neither HOME nor the system says where it is: NLTK will not be imported
    os.environ["HOME"] = "/nonexistent"  # nothing is kept there, and nothing of somebody else's is read

_HOMES = {
    "load_corpus": "corpus",
    "load_events": "texts.readers.events",
    "Corpus": "corpus",
    "extract_quotes": "voices",
    "score_sentiment": "sentiment",
    "score_targets": "sentiment.targets",
    "fit_topics": "topics",
    "TopicModel": "topics",
    "load_codebook": "frames.codebooks",
    "Codebook": "frames.codebooks",
    "rate_frames": "frames",
    "code_frames": "frames",
    "train_frame_coder": "frames.by_example",
    "FrameCoder": "frames.by_example",
    "keyness": "contrasts",
    "find_actors": "actors",
    "find_copies": "texts.copies",
    "InputError": "errors",
}
__all__ = sorted(_HOMES)


def __getattr__(name: str) -> object:
    """Import a public name's module on first use: `framing --help` need not wait for scikit-learn."""
    if name not in _HOMES:
        raise AttributeError(f"module 'analysis' has no attribute {name!r}")
    return getattr(import_module(f"analysis.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return __all__
