"""manifest.json: what a folder was made from and what came of it, the memory that reruns go by; files written whole."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from analysis.disk import write_bytes

FORMAT = 1
NAME = "manifest.json"
# what is read of manifests, where it is there: of another shape, somebody has written into it by hand
SHAPES = {
    **dict.fromkeys(("notebooks", "corpora", "earlier", "fingerprint"), dict),
    **dict.fromkeys(("parts", "used", "moved", "reports"), list),
    **dict.fromkeys(("listing", "whole"), str),
    "seen_ns": int,
}


def load_manifest(folder: Path) -> dict:
    """Load a report's or a prepared corpus's manifest; an empty one if there is none that this version understands."""
    try:
        content = json.loads((folder / NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    known = isinstance(content, dict) and content.get("format") == FORMAT
    return content if known and all(isinstance(content.get(key, kind()), kind) for key, kind in SHAPES.items()) else {}


def write_manifest(folder: Path, content: Mapping[str, object]) -> None:
    """Write a folder's manifest, beside first and then in its place."""
    text = json.dumps({"format": FORMAT, **content}, ensure_ascii=False, indent=1)
    write_bytes(folder / NAME, f"{text}\n".encode("utf-8", "backslashreplace"))  # names may hold bytes that are no text


def write_text(path: Path, text: str) -> None:
    """Write a text file so that a reader sees the old one or the new one, never half of it.

    Raises InputError: it cannot be written.
    """
    write_bytes(path, text.encode("utf-8"))


def now() -> str:
    """Say the time as the manifest keeps it: UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
