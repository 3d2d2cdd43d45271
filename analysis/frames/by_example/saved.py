"""A saved coder as it lies on the disk: data from anybody, held to its kinds, sizes and shapes before it is used.

The heads of its arrays say how large they are; a file that would unpack into more than a coder holds is never unpacked.
"""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import NamedTuple
from zipfile import BadZipFile, ZipFile
from zlib import error as ZlibError

import numpy as np

from analysis.errors import InputError, require
from analysis.frames.by_example.codes import COLUMNS, LABELS, YES_NO
from analysis.frames.by_example.features import vectors_hash
from analysis.frames.by_example.style import NAMES
from analysis.paths import locate_file
from analysis.words.vectors import DIMENSIONS

FORMAT = 1
MOST_BYTES = 300_000_000  # of all arrays together
MOST_ABOUT = 1_000_000  # characters of what is said of the coder
FITTED = ("coefficients", "intercepts", "slopes", "offsets", "thresholds")
TERMS = ("word_terms", "piece_terms")
FEATURES = ("word_terms", "word_idf", "piece_terms", "piece_idf", "style_usual", "style_spread")
KINDS = {name: "U" if name in TERMS else "f" for name in (*FITTED, *FEATURES)} | {"about": "U"}
HEADS = {(1, 0): np.lib.format.read_array_header_1_0, (2, 0): np.lib.format.read_array_header_2_0}
SAYS = {
    "kind": str, "frames": list, "name": str, "seed": int, "vectors": str, "quality": dict, "refused": dict,
}  # fmt: skip
QUALITY = ("frame", "f1", "low", "high", "precision", "recall", "examples", "texts", "documents")
REFUSED = ("frame", "examples", "needed")
BROKEN = (BadZipFile, ZlibError, OSError, EOFError, ValueError, KeyError, RuntimeError, NotImplementedError)


class SavedCoder(NamedTuple):
    """The arrays of a coder by their names, and what it says of itself."""

    arrays: dict[str, np.ndarray]
    about: dict[str, object]


def load_saved_coder(given: str | Path) -> SavedCoder:
    """Load the arrays of a saved coder; raises InputError if the file is none, or was made with other vectors."""
    path = locate_file(given, "path", "a saved coder (.npz)")
    try:
        with ZipFile(path) as archive:
            _check_heads(archive)
            arrays = {name: _load_array(archive, name) for name in KINDS}
        about = json.loads(str(arrays.pop("about")))
        _check_about(about)
    except InputError as cause:
        raise InputError(f"{path.name} is no saved frame coder: {cause}") from None
    except (*BROKEN, RecursionError) as cause:
        raise InputError(f"{path.name} is no saved frame coder, or a broken one: {cause}.") from cause
    require(about["format"] == FORMAT, f"{path.name} has format {about['format']!r}; this suite reads {FORMAT}.")
    if about["vectors"] != vectors_hash():
        raise InputError(f"{path.name} was trained with other sentence vectors than this suite has: train it again.")
    _check_shapes(path.name, arrays, len(about["frames"]))
    return SavedCoder(arrays, about)


def _check_heads(archive: ZipFile) -> None:
    """Require the arrays of a coder and no others, of numbers and texts alone, in all no larger than one may be."""
    held = {info.filename.removesuffix(".npy") for info in archive.infolist()}
    require(held == KINDS.keys(), f"it lacks, or has beside them, one of the arrays {', '.join(KINDS)}.")
    sizes = {}
    for name, kind in KINDS.items():
        with archive.open(f"{name}.npy") as stream:
            version = np.lib.format.read_magic(stream)
            require(version in HEADS, f"its array {name} is of a version that coders do not have.")
            shape, _, dtype = HEADS[version](stream)
        require(dtype.kind == kind and not dtype.hasobject, f"its array {name} holds {dtype}.")
        sizes[name] = math.prod(shape) * dtype.itemsize
    said, size = sizes["about"], sum(sizes.values())
    require(said <= 4 * MOST_ABOUT, f"it says {said:,} bytes of itself; {4 * MOST_ABOUT:,} are the most.")
    require(size <= MOST_BYTES, f"its arrays take {size:,} bytes; {MOST_BYTES:,} are the most.")


def _load_array(archive: ZipFile, name: str) -> np.ndarray:
    with archive.open(f"{name}.npy") as stream:
        return np.lib.format.read_array(stream, allow_pickle=False)


def _check_about(about: object) -> None:
    """Require that a coder says of itself what it must, each thing of its kind."""
    require(isinstance(about, dict) and "format" in about, "it says nothing of itself.")
    wrong = [name for name, kind in SAYS.items() if not isinstance(about.get(name), kind)]
    require(not wrong, f"what it says of {', '.join(wrong)} is missing or of the wrong kind.")
    require(about["kind"] in (LABELS, YES_NO, COLUMNS), f"its kind is none of {LABELS}, {YES_NO} and {COLUMNS}.")
    frames = about["frames"]
    plain = all(isinstance(frame, str | int | float) for frame in frames)
    require(bool(frames) and plain and len(set(frames)) == len(frames), "its frames are no list of names.")
    for name, columns in (("quality", QUALITY), ("refused", REFUSED)):
        table = about[name]
        lists = all(isinstance(table.get(column), list) for column in columns)
        lengths = {len(cells) for cells in table.values() if isinstance(cells, list)}
        require(lists and len(lengths) == 1, f"what it says of its {name} is no table of {', '.join(columns)}.")


def _check_shapes(file: str, arrays: dict[str, np.ndarray], frames: int) -> None:
    """Require that all arrays fit to one another, and that their numbers are numbers."""
    words, pieces = (arrays[name].size for name in TERMS)
    width = DIMENSIONS + words + pieces + len(NAMES)
    shapes = dict.fromkeys(FITTED, (frames,)) | {"coefficients": (frames, width)}
    shapes |= dict.fromkeys(("word_terms", "word_idf"), (words,)) | dict.fromkeys(
        ("piece_terms", "piece_idf"), (pieces,)
    )
    shapes |= dict.fromkeys(("style_usual", "style_spread"), (len(NAMES),))
    wrong = [name for name, shape in shapes.items() if arrays[name].shape != shape]
    wrong += [name for name in TERMS if len(set(arrays[name].ravel().tolist())) != arrays[name].size]
    wrong += [name for name, kind in KINDS.items() if kind == "f" and np.isnan(arrays[name]).any()]
    require(not wrong, f"{file} is no saved frame coder: its arrays {', '.join(wrong)} do not fit the others.")
