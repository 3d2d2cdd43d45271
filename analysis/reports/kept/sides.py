"""Two reports side by side: what each found and what it was made from, for whoever asks what moved between them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from analysis.errors import InputError
from analysis.manifests import load_manifest
from analysis.reports.kept.entries import make_notice, tell_kept
from analysis.reports.kept.found import FILE, Row, load_findings_file, load_found, write_findings_file
from analysis.reports.kept.moved import Move, compare_findings, name_causes


@dataclass(frozen=True)
class Side:
    """What a report found (rows of findings.csv) and the manifest's entry of each page, empty where there is none."""

    rows: list[Row]
    entries: Mapping[str, Mapping] = field(default_factory=dict)


def load_side(path: Path) -> Side:
    """Load a report's folder, a folder of reports made for each value of a column, or a findings.csv by itself.

    Raises InputError if the path is none of them. With a file called findings.csv goes the manifest beside it, if any.
    """
    if path.is_dir():
        found = [path / FILE] if (path / FILE).is_file() else sorted(path.glob(f"*/{FILE}"))
        if not found:
            raise InputError(f"{path} holds no {FILE}. Give a report's folder (outputs/NAME) or a {FILE}.")
        sides = [_load_one(file, file.parent.name if file.parent != path else "") for file in found]
        entries = {name: entry for side in sides for name, entry in side.entries.items()}
        return Side([row for side in sides for row in side.rows], entries)
    if not path.is_file():
        raise InputError(f"{path} is not there. Give a report's folder (outputs/NAME) or a {FILE}.")
    return _load_one(path, "")


def list_missing(before: Side, after: Side) -> tuple[list[str], list[str]]:
    """List the pages of either side that the other was made without: those missing before, those missing after."""
    made = [{row["page"] for row in side.rows} | set(side.entries) for side in (before, after)]
    return sorted(made[1] - made[0]), sorted(made[0] - made[1])


def compare_sides(before: Side, after: Side) -> list[Move]:
    """List the findings that differ on pages of both, with what differs between the manifests of their pages."""
    missing = {page for pages in list_missing(before, after) for page in pages}
    before, after = (
        Side([row for row in side.rows if row["page"] not in missing], side.entries) for side in (before, after)
    )
    pages = {row["page"] for side in (before, after) for row in side.rows}
    causes = {page: name_causes(before.entries.get(page, {}), after.entries.get(page, {})) for page in pages}
    return compare_findings(before.rows, after.rows, causes)


def _load_one(file: Path, under: str) -> Side:
    name = f"{under}/" if under else ""
    rows = [{**row, "page": f"{name}{row['page']}"} for row in load_findings_file(file)]
    entries = load_manifest(file.parent).get("notebooks", {}) if file.name == FILE else {}
    return Side(rows, {f"{name}{page}": entry for page, entry in entries.items()})


def place_findings(
    folder: Path, pages: Mapping[str, Mapping], before: Mapping[str, Mapping], ran: list[str]
) -> list[Move]:
    """Write a report's findings.csv from its executed notebooks; returns the findings that moved.

    pages: the manifest's entries of the pages whose notebooks lie there, in their order; before: those of the last run;
    ran: the pages that ran since. Nothing has moved where there was no findings.csv.
    """
    kept = {name: tell_kept(make_notice(name, entry)) for name, entry in pages.items()}
    rows = [row for name in pages for row in load_found(folder / f"{name}.ipynb", name, kept[name])]
    try:
        old = load_findings_file(folder / FILE)
    except InputError:
        old = None
    write_findings_file(folder / FILE, rows)
    causes = {name: name_causes(before.get(name, {}), pages[name]) for name in ran if name in pages}
    return compare_findings(old, rows, causes) if old is not None else []
