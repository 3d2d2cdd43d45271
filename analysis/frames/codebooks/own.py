"""A codebook written in a notebook: frames with their words, as a dict, set out as the file that they stand for."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping

from analysis.errors import InputError, require

OWN = "codebook"
HOW = (
    "is no codebook: give a name ('generic'), the path of a .yaml file, or frames with their words: "
    "{'Security': ['secur*', 'threat*'], 'Economy': ['trade', 'econom*']}."
)
FIELDS = ("label", "definition", "source", "words", "statements", "items")
HEAD = ("title", "source", "language", "status", "note", "masks")
_LINE = re.compile(r"^codebook, line (\d+): ")


def make_own_book(frames: Mapping) -> tuple[str, dict[int, str]]:
    """Write frames as the text of a codebook's file; also which frame each line is of.

    frames: words by the frame's name, or what a file says of the frame; or {"title": ..., "frames": {...}}.
    Raises InputError: no frames, a frame without words, what is no text.
    """
    head = {name: frames[name] for name in HEAD if name in frames} if "frames" in frames else {}
    frames = frames["frames"] if "frames" in frames and isinstance(frames["frames"], Mapping) else frames
    require(isinstance(frames, Mapping) and bool(frames), f"codebook={frames!r} {HOW}")
    head = {"codebook": "own", "title": "Own codebook", "source": "written for this corpus", **head}
    lines = [f"{name}: {_write(value, name)}" for name, value in head.items()] + ["frames:"]
    of_line: dict[int, str] = {}
    for label, said in frames.items():
        begin = len(lines)
        lines += _write_frame(str(label), said)
        of_line |= dict.fromkeys(range(begin + 1, len(lines) + 1), str(label))
    return "\n".join(lines) + "\n", of_line


def name_frames(message: str, of_line: Mapping[int, str]) -> str:
    """Put the frame into an error in place of the line, which nobody has written."""
    found = _LINE.match(message)
    if not found:
        return message
    frame = of_line.get(int(found[1]))
    return message.replace(found[0], f"codebook, {frame!r}: " if frame else "codebook: ", 1)


def _write_frame(label: str, said: object) -> list[str]:
    if isinstance(said, str):
        raise InputError(f"codebook, {label!r}: its words are one text, {said!r}: write a list, [{said!r}].")
    fields = dict(said) if isinstance(said, Mapping) else {"words": list(said) if _is_list(said) else said}
    require(
        _is_list(fields.get("words", [])),
        f"codebook, {label!r}: {said!r} is no list of words: write ['trade', 'econom*'].",
    )
    unknown = [name for name in fields if name not in FIELDS]
    require(not unknown, f"codebook, {label!r}: {unknown} are none of {list(FIELDS)}.")
    full = {"label": label, "definition": f"Texts that speak of {label} in these words.", **fields}
    lines = [f"  - frame: {_write(fold_name(label), 'frame')}"]
    return lines + [f"    {name}: {_write(value, name)}" for name, value in full.items()]


def fold_name(label: str) -> str:
    """Make the name of a frame of its label: "Human interest" is human_interest."""
    plain = unicodedata.normalize("NFKD", label).encode("ascii", "ignore").decode().lower()
    name = re.sub(r"[^a-z0-9]+", "_", plain).strip("_")
    return name if name[:1].isalpha() else f"frame_{name or sum(map(ord, label))}"


def _write(value: object, name: str) -> str:
    """Write a value as YAML: JSON is YAML."""
    try:
        return json.dumps(value, ensure_ascii=False)
    except TypeError as cause:
        raise InputError(f"codebook: {name} holds {value!r}, which is neither text, number nor list.") from cause


def _is_list(value: object) -> bool:
    return isinstance(value, list | tuple | set | frozenset)
