"""Codebooks: frames as YAML, checked line by line when they are loaded.

A codebook says what each frame is, who says so, its items (questions), and for each item words (found on tokens)
and statements (sentences that say what the item asks about). docs/frames.md shows one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Literal

from analysis.errors import InputError, require, unknown
from analysis.frames.codebooks.book import Codebook, Frame, Item
from analysis.frames.codebooks.own import HOW, OWN, make_own_book, name_frames
from analysis.frames.codebooks.patterns import Pattern, make_pattern, parse_word
from analysis.frames.codebooks.sizes import check_book_size
from analysis.paths import locate_file
from analysis.projects import locate_in_project
from analysis.texts.cleaning.languages import check_language
from analysis.yaml_files import Place, load_yaml, parse_yaml, shorten_value

__all__ = ["Codebook", "Frame", "Item", "Pattern", "list_codebooks", "load_codebook"]

CodebookName = Literal["elements", "foreign-policy", "generic", "policy"]
FOLDER = Path(__file__).parent
HEAVIEST = 10.0
_NAME = re.compile(r"[a-z][a-z0-9_-]*")
_BOOK = ("codebook", "title", "source", "frames", "language", "status", "note", "masks")
_FRAME = ("frame", "label", "definition", "source", "items", "words", "statements")
_ITEM = ("item", "question", "words", "statements", "applies", "reason")


def list_codebooks() -> list[str]:
    """Name the codebooks that lie in the package's folder."""
    return sorted(path.stem for path in FOLDER.glob("*.yaml"))


def load_codebook(codebook: CodebookName | str | Path | Mapping | Codebook) -> Codebook:
    """Load a codebook by name (a file in analysis/frames/codebooks/) or by the path of a .yaml file, or make one.

    Frames with their words make one, as they are written in a notebook: {"Security": ["secur*", "threat*"],
    "Economy": ["trade", "econom*"]}; in place of its words a frame may have what a file says of it: {"definition": ...,
    "words": [...], "statements": [...]}. A Codebook is returned as it is. Raises InputError: an unknown name with the
    choices, a path that is not there, and anything wrong in the file, with its line.
    """
    if isinstance(codebook, Codebook):
        return codebook
    if isinstance(codebook, Mapping):
        return _parse_book(*make_own_book(codebook))
    wrong = isinstance(codebook, str | Path) and str(codebook).strip()
    require(bool(wrong), f"codebook={codebook!r} {HOW}")
    named = str(codebook)
    if named in list_codebooks():
        path = FOLDER / f"{named}.yaml"
    elif Path(named).suffix in (".yaml", ".yml"):
        path = locate_in_project(Path(named)) or Path(named)
        locate_file(path, "codebook", "a .yaml file")
    else:
        remedy = "Give one of these names or the path of a .yaml file."
        raise unknown("codebook", named, list_codebooks(), remedy)
    return _make_book(path)


def _make_book(path: Path) -> Codebook:
    return _fill_book(load_yaml(path, "the codebook"), sha256(path.read_bytes()).hexdigest())


def _parse_book(text: str, lines: dict[int, str]) -> Codebook:
    """Make a codebook of frames written in a notebook; its errors name the frame in place of a line."""
    try:
        return _fill_book(parse_yaml(text, OWN, "the codebook"), sha256(text.encode()).hexdigest())
    except InputError as cause:
        raise InputError(name_frames(str(cause), lines)) from None


def _fill_book(top: Place, digest: str) -> Codebook:
    require(not top.empty, f"{top.file} is empty; a codebook has a title, a source and frames.")
    parts = top.keys(_BOOK, required=("codebook", "title", "source", "frames"))
    check_book_size(top.file, parts)
    frames = tuple(_make_frame(place, parts["source"].text()) for place in parts["frames"].each("a frame"))
    _refuse_twins(parts["frames"], [frame.name for frame in frames], "frame")
    masks = _make_patterns(parts["masks"], "mask") if "masks" in parts else ()
    _refuse_masked_words(top, masks, frames)
    return Codebook(
        name=_checked_name(parts["codebook"]),
        title=parts["title"].text(),
        language=_make_language(parts["language"]) if "language" in parts else "en",
        source=parts["source"].text(),
        status=parts["status"].text() if "status" in parts else "not validated",
        note=parts["note"].text() if "note" in parts else "",
        masks=masks,
        frames=frames,
        sha256=digest,
    )


def _make_language(place: Place) -> str:
    try:
        return check_language(place.text())
    except InputError as cause:
        raise place.error("is no language: write its code of two letters, such as en or ru.") from cause


def _make_frame(place: Place, source: str) -> Frame:
    parts = place.keys(_FRAME, required=("frame", "label", "definition"))
    name = _checked_name(parts["frame"])
    place = place.named(f"frame {name!r}")
    short = [key for key in ("words", "statements") if key in parts]
    if ("items" in parts) == bool(short):
        raise place.error("needs either items, or words and statements of its own; not both, not neither.")
    if short:
        items = (_item_from({key: parts[key] for key in short}, name, parts["definition"].text(), place),)
    else:
        items = tuple(_make_item(each, name) for each in parts["items"].each(f"an item of frame {name!r}"))
        _refuse_twins(parts["items"], [item.name for item in items], "item")
    _refuse_repeated_words(place, items)
    if not any(item.applies for item in items):
        raise place.error("has no item that applies: it could not be scored.")
    label, definition = parts["label"].text(), parts["definition"].text()
    return Frame(name, label, definition, parts["source"].text() if "source" in parts else source, items)


def _make_item(place: Place, frame: str) -> Item:
    parts = place.keys(_ITEM, required=("item", "question"))
    name = _checked_name(parts["item"])
    place = place.named(f"item {name!r} of frame {frame!r}")
    applies = parts["applies"].yes_no() if "applies" in parts else True
    if not applies:
        if "reason" not in parts:
            raise place.error("does not apply but gives no reason.")
        return Item(name, parts["question"].text(), applies=False, reason=parts["reason"].text())
    return _item_from(parts, name, parts["question"].text(), place)


def _item_from(parts: dict[str, Place], name: str, question: str, place: Place) -> Item:
    words = _make_patterns(parts["words"], f"word of {name!r}") if "words" in parts else ()
    said = tuple(each.text() for each in parts["statements"].each("a statement")) if "statements" in parts else ()
    if not words and not said:
        raise place.error("has neither words nor statements: nothing could be found by it.")
    return Item(name, question, words, said)


def _make_patterns(place: Place, called: str) -> tuple[Pattern, ...]:
    return tuple(_make_pattern(each) for each in place.each(f"a {called}"))


def _make_pattern(place: Place) -> Pattern:
    if isinstance(place.content, str):
        return _pattern(place, place)
    parts = place.keys(("word", "weight", "unless"), required=("word",))
    weight = parts["weight"].number() if "weight" in parts else 1.0
    if not 0 < weight <= HEAVIEST:
        raise parts["weight"].error(f"is {weight:g}; a weight is above 0 and at most {HEAVIEST:g}.")
    unless = [_parse(each) for each in parts["unless"].each("an exception")] if "unless" in parts else []
    return _pattern(place, parts["word"], weight, tuple(variant for variants in unless for variant in variants))


def _pattern(place: Place, word: Place, weight: float = 1.0, unless: tuple[tuple[str, ...], ...] = ()) -> Pattern:
    _parse(word)
    return make_pattern(word.text(), weight, unless, place.line)


def _parse(place: Place) -> tuple[tuple[str, ...], ...]:
    try:
        return parse_word(place.text())
    except ValueError as cause:
        raise place.error(f"{shorten_value(place.text())}: {cause}.") from None


def _checked_name(place: Place) -> str:
    name = place.text()
    if not _NAME.fullmatch(name):
        raise place.error(f"is {shorten_value(name)}; a name is small letters, digits, _ and -, a letter first.")
    return name


def _refuse_twins(place: Place, names: list[str], kind: str) -> None:
    seen: set[str] = set()
    for name, each in zip(names, place.each(kind), strict=True):
        if name in seen:
            raise each.named(f"{kind} {name!r}").error("stands there already; names must differ.")
        seen.add(name)


def _refuse_repeated_words(place: Place, items: tuple[Item, ...]) -> None:
    seen: dict[tuple, Pattern] = {}
    for word in (word for item in items for word in item.words):
        for variant in zip(word.variants, word.capitals, strict=True):
            if variant in seen:
                first = seen[variant]
                raise InputError(
                    f"{place.file}, line {word.line}: {word.text!r} of {place.called} stands there already, "
                    f"as {first.text!r} on line {first.line}: a token counts once in a frame."
                )
            seen[variant] = word


def _refuse_masked_words(top: Place, masks: tuple[Pattern, ...], frames: tuple[Frame, ...]) -> None:
    masked = {variant: mask for mask in masks for variant in zip(mask.variants, mask.capitals, strict=True)}
    for word in (word for frame in frames for item in frame.items for word in item.words):
        for variant in zip(word.variants, word.capitals, strict=True):
            if variant in masked:
                raise InputError(
                    f"{top.file}, line {word.line}: {word.text!r} could never be found: "
                    f"it is masked on line {masked[variant].line}."
                )
