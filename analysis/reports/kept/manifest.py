"""manifest.json: what a report was made from and what came of it; the memory that reruns go by."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

FORMAT = 1
NAME = "manifest.json"


def load_manifest(folder: Path) -> dict:
    """Read a report's manifest; an empty one if there is none, or none that this version understands."""
    try:
        content = json.loads((folder / NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return content if isinstance(content, dict) and content.get("format") == FORMAT else {}


def write_manifest(folder: Path, content: Mapping[str, object]) -> None:
    """Write a report's manifest, beside first and then in its place."""
    text = json.dumps({"format": FORMAT, **content}, ensure_ascii=False, indent=1)
    write_text(folder / NAME, f"{text}\n")


def write_text(path: Path, text: str) -> None:
    """Write a text file so that a reader sees the old one or the new one, never half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, beside = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=f"-{path.name}")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        Path(beside).chmod(0o666 & ~_umask())
        Path(beside).replace(path)
    finally:
        Path(beside).unlink(missing_ok=True)


def now() -> str:
    """Say the time as the manifest keeps it: UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _umask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
