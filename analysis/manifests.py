"""manifest.json: what a folder was made from and what came of it, the memory that reruns go by; files written whole."""

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
    """Load a report's or a prepared corpus's manifest; an empty one if there is none that this version understands."""
    try:
        content = json.loads((folder / NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return content if isinstance(content, dict) and content.get("format") == FORMAT else {}


def write_manifest(folder: Path, content: Mapping[str, object]) -> None:
    """Write a folder's manifest, beside first and then in its place."""
    text = json.dumps({"format": FORMAT, **content}, ensure_ascii=False, indent=1)
    write_text(folder / NAME, f"{text}\n")


def write_text(path: Path, text: str) -> None:
    """Write a text file so that a reader sees the old one or the new one, never half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, beside = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=f"-{path.name}")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        Path(beside).chmod(mode_for(0o666))
        Path(beside).replace(path)
    finally:
        Path(beside).unlink(missing_ok=True)


def now() -> str:
    """Say the time as the manifest keeps it: UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def mode_for(most: int) -> int:
    """The permissions that a new file or folder gets from the user's umask; most: without it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return most & ~mask
