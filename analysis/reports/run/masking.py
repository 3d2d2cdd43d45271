"""A site without texts: whatever a run left passes once more through what may be shown, in files and metadata alike.

Where the mode is off nothing is read or written here.
"""

from __future__ import annotations

import base64
import csv
import io
import json
from collections.abc import Mapping
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
from nbformat import NotebookNode, from_dict
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from analysis.public.mode import public_limits
from analysis.public.shown import public_rows, public_table, public_text, public_values

MARKUP = (".svg", ".html", ".md", ".txt", ".xml", ".bib", ".cff", ".yaml")
PICTURE = "image/png"


def mask_notebook(notebook: NotebookNode) -> NotebookNode:
    """Take texts that may not be shown out of a notebook's outputs: data, metadata, messages, errors."""
    if public_limits() is None:
        return notebook
    for cell in notebook.cells:
        outputs = cell.get("outputs", [])
        for place, output in enumerate(outputs):
            outputs[place] = from_dict(_mask_output(output))
    return notebook


def mask_files(folder: Path, endings: tuple[str, ...] = ()) -> None:
    """Take them out of the files that a run wrote: tables, pictures' descriptions, pages, JSON.

    endings: of the files that are looked into; all that can hold texts if none is named.
    """
    if public_limits() is None:
        return
    masks = {".csv": _mask_csv, ".parquet": _mask_parquet, ".png": _mask_png, ".json": _mask_json}
    masks |= dict.fromkeys(MARKUP, _mask_markup)
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        if path.suffix in masks and path.suffix in (endings or masks):
            before = path.read_bytes()
            after = masks[path.suffix](before)
            if after != before:
                path.write_bytes(after)


def mask_page(html: str) -> str:
    """Take them out of a page."""
    return html if public_limits() is None else public_text(html, markup=True)


def mask_facts(facts: dict[str, object]) -> dict[str, object]:
    """Take them out of what is said of a corpus, and say first what may be shared."""
    limits = public_limits()
    if limits is None:
        return facts
    masked = public_values(facts)
    return {**masked, "cautions": [limits.tell(), *masked["cautions"]]}


def _mask_output(output: Mapping) -> dict:
    pictures = {kind: data for kind, data in output.get("data", {}).items() if kind == PICTURE}
    rest = {key: value for key, value in output.items() if key != "data"}
    masked = public_values(dict(rest))
    if "data" in output:
        others = {kind: data for kind, data in output["data"].items() if kind not in pictures}
        masked["data"] = {kind: _mask_picture(data) for kind, data in pictures.items()} | public_values(dict(others))
    return masked


def _mask_picture(data: str) -> str:
    before = base64.b64decode(data)
    after = _mask_png(before)
    return data if after == before else base64.b64encode(after).decode("ascii")


def _mask_csv(content: bytes) -> bytes:
    csv.field_size_limit(2**31 - 1)
    text = content.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline="")))
    masked = public_rows(rows)
    if masked == rows:
        return content
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows(masked)
    return out.getvalue().encode("utf-8-sig" if content.startswith(b"\xef\xbb\xbf") else "utf-8")


def _mask_parquet(content: bytes) -> bytes:
    table = pq.read_table(io.BytesIO(content))
    before = table.to_pandas()
    after = public_table(before)
    changed = [name for name in before if after[name] is not before[name] and not after[name].equals(before[name])]
    if not changed:
        return content
    if "text" in changed and "marked" in after:  # places of words within a text that is another now
        after = after.assign(marked=after["marked"].where(after["text"] == before["text"], ""))
        changed.append("marked")
    for name in changed:
        place = table.schema.get_field_index(name)
        table = table.set_column(place, name, pa.array(after[name], pa.string(), from_pandas=True))
    out = io.BytesIO()
    pq.write_table(table, out, compression="zstd")
    return out.getvalue()


def _mask_png(content: bytes) -> bytes:
    picture = Image.open(io.BytesIO(content))
    texts = dict(getattr(picture, "text", {}))
    masked = {key: public_text(text) for key, text in texts.items()}
    if masked == texts:
        return content
    about, out = PngInfo(), io.BytesIO()
    for key, text in masked.items():
        about.add_itxt(key, text)
    picture.save(out, format="png", pnginfo=about, dpi=picture.info.get("dpi"))
    return out.getvalue()


def _mask_json(content: bytes) -> bytes:
    return json.dumps(public_values(json.loads(content)), ensure_ascii=False, indent=1).encode("utf-8")


def _mask_markup(content: bytes) -> bytes:
    return public_text(content.decode("utf-8"), markup=True).encode("utf-8")
