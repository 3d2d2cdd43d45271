"""A report as one zip that can be sent: under a size, the same bytes each time, and nothing left out in silence."""

from __future__ import annotations

import html
import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, unquote

from analysis.disk import write_bytes
from analysis.errors import InputError

NOTE = "PACKED.txt"
MOST = 25_000_000  # bytes, what most mail still carries
OVERHEAD = 200  # bytes of a zip for each file, besides what is in it
DATE = (1980, 1, 1, 0, 0, 0)
LINK = re.compile(r'(<a\b[^>]*?\bhref=")([^"#]+)([^"]*")', re.IGNORECASE)
Kind = Callable[[str, frozenset[str]], bool]
# what is left out first, and so on until the rest fits
KINDS: tuple[tuple[str, Kind], ...] = (
    (
        "charts as PNG of which the SVG is there",
        lambda name, all_: name.endswith(".png") and f"{name[:-4]}.svg" in all_,
    ),
    ("whole tables as Parquet", lambda name, all_: name.endswith(".parquet")),
    ("sentences behind the numbers (evidence)", lambda name, all_: "evidence" in Path(name).parts),
    ("notebooks as they were run", lambda name, all_: name.endswith(".ipynb")),
    ("tables as CSV", lambda name, all_: name.endswith(".csv") and "/" in name and not name.endswith("findings.csv")),
    ("charts as SVG", lambda name, all_: name.endswith(".svg")),
)


@dataclass(frozen=True)
class Packed:
    """What was packed: the zip, its bytes, files in it; left: what was left out, files by kind."""

    path: Path
    bytes: int
    files: int
    left: Mapping[str, Sequence[str]]


def make_pack(folder: Path, target: Path, most: int = MOST) -> Packed:
    """Pack a report's folder into one zip of at most `most` bytes: sorted names, fixed times, a note of what is not in.

    Links of pages to what was left out lead to the note, PACKED.txt. Raises InputError: no report there, or one whose
    pages alone are too large.
    """
    files = _list_files(folder, target)
    if "index.html" not in files or "manifest.json" not in files:
        raise InputError(f"{folder} is no finished report: it has no index.html or manifest.json. Run framing report.")
    left = _choose_left(folder.name, files, most)
    out = frozenset(name for names in left.values() for name in names)
    kept = {name: path for name, path in files.items() if name not in out}
    content = {name: _with_links(path, name, out) for name, path in kept.items()}
    outside = sorted({link for name, path in kept.items() for link in _list_outside(path, name, files)})
    content[NOTE] = _tell_packed(folder.name, files, kept, left, outside).encode()
    packed = _compress(folder.name, content)
    if len(packed) > most:
        raise InputError(_too_large(folder.name, len(packed), most))
    write_bytes(target, packed)
    return Packed(target, len(packed), len(content), left)


def _list_files(folder: Path, target: Path) -> dict[str, Path]:
    found = sorted(path for path in folder.rglob("*") if path.is_file() and path != target and not path.is_symlink())
    names = {path.relative_to(folder).as_posix(): path for path in found}
    return {name: path for name, path in names.items() if not any(part.startswith(".") for part in Path(name).parts)}


def _choose_left(report: str, files: Mapping[str, Path], most: int) -> dict[str, list[str]]:
    """Leave out one kind after the other until the rest fits; by kind, the files left out."""
    sizes = {name: len(zlib.compress(path.read_bytes(), 9)) + OVERHEAD + 2 * len(name) for name, path in files.items()}
    left: dict[str, list[str]] = {}
    names = frozenset(files)
    for what, belongs in KINDS:
        if sum(sizes.values()) <= most * 0.99 - 2000:
            break
        out = [name for name in sizes if belongs(name, names)]
        for name in out:
            del sizes[name]
        left |= {what: out} if out else {}
    if sum(sizes.values()) > most:
        raise InputError(_too_large(report, sum(sizes.values()), most))
    return left


def _too_large(report: str, size: int, most: int) -> str:
    return (
        f"the pages of {report} alone are {size / 1e6:.3g} MB, more than {most / 1e6:g}: give a larger --most, "
        "or make a report of fewer pages."
    )


def _with_links(path: Path, name: str, out: frozenset[str]) -> bytes:
    """The bytes of a file; in a page or a picture with links, those to what was left out lead to the note."""
    if not out or not name.endswith((".html", ".svg")):
        return path.read_bytes()
    base = posixpath.dirname(name)
    note = quote(posixpath.relpath(NOTE, base or "."))

    def mended(found: re.Match) -> str:
        return f'{found[1]}{note}"' if _target(found[2], base) in out else found[0]

    return (
        LINK.sub(mended, path.read_text(encoding="utf-8")).replace(f'href="{note}" download', f'href="{note}"').encode()
    )


def _list_outside(path: Path, name: str, files: Mapping[str, Path]) -> list[str]:
    """Name the links of a page that lead to files which are not in the folder."""
    if not name.endswith(".html"):
        return []
    base = posixpath.dirname(name)
    links = {found[2] for found in LINK.finditer(path.read_text(encoding="utf-8"))}
    return [f"{name}: {html.unescape(link)}" for link in links if _target(link, base) not in {*files, None}]


def _target(link: str, base: str) -> str | None:
    """The file that a link leads to, by its name in the report; None for one to another site."""
    link = html.unescape(link)
    if re.match(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//", link):
        return None
    return posixpath.normpath(posixpath.join(base, unquote(link.split("?")[0])))


def _tell_packed(
    name: str,
    files: Mapping[str, Path],
    kept: Mapping[str, Path],
    left: Mapping[str, Sequence[str]],
    outside: list[str],
) -> str:
    lines = [f"{name}: {len(kept):,} of {len(files):,} files. Open index.html; no network is needed.", ""]
    if not left:
        lines.append("Nothing was left out.")
    for what, names in left.items():
        size = sum(files[one].stat().st_size for one in names)
        lines += [f"Left out, {what}: {len(names):,} files, {size / 1e6:.1f} MB", *(f"  {one}" for one in names), ""]
    if outside:
        lines += ["Links that lead out of this folder, and work only where it lay:", *(f"  {one}" for one in outside)]
    return "\n".join(lines).rstrip() + "\n"


def _compress(name: str, content: Mapping[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for inside in sorted(content):
            info = zipfile.ZipInfo(f"{name}/{inside}", DATE)
            info.compress_type, info.create_system, info.external_attr = zipfile.ZIP_DEFLATED, 3, 0o100644 << 16
            archive.writestr(info, content[inside], compresslevel=9)
    return packed.getvalue()
