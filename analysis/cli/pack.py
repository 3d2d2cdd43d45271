"""framing pack: a report as one zip that can be sent."""

from __future__ import annotations

from pathlib import Path

import click

from analysis.cli.values import Number
from analysis.disk import locate_path
from analysis.errors import InputError, unknown
from analysis.manifests import NAME, load_manifest
from analysis.reports.asked.project import find_outputs, locate_notebooks
from analysis.reports.kept.packing import MOST, make_pack
from analysis.reports.kept.placing import check_file, check_read


@click.command()
@click.argument("name", required=False)
@click.option(
    "--to", "target", metavar="FILE", help="The zip to write; by default NAME.zip beside the report's folder."
)
@click.option("--most", type=Number(0.001), default=MOST / 1e6, show_default=True, help="Size in MB.")
@click.option("--outputs", metavar="DIR", help="Folder of the reports, instead of the project's outputs/.")
@click.option("--project", metavar="DIR", help="Project's folder, if not the working directory's.")
def pack(name: str | None, target: str | None, most: float, outputs: str | None, project: str | None) -> None:
    """Pack the report NAME of outputs/ into one zip under 25 MB that opens anywhere; the same report, the same bytes.

    Where it would be larger, left out are first charts as PNG (the SVG stays), then Parquet, then the sentences
    behind the numbers, then executed notebooks, CSV and SVG; PACKED.txt in the zip names them, and links to them
    lead there.
    """
    folder = find_outputs(outputs, project)
    there = sorted(path.parent.name for path in folder.glob(f"*/{NAME}"))
    if name is None and len(there) != 1:
        raise InputError(f"{folder} holds {len(there)} reports: name one of {there}.")
    chosen = name or there[0]
    if not (folder / chosen / NAME).is_file() or ".." in Path(chosen).parts:
        raise unknown("report", chosen, there, f"They lie in {folder}; run framing report first.")
    at = locate_path(target).resolve() if target else folder / f"{chosen.replace('/', '-')}.zip"
    check_file(at)
    check_read(at, load_manifest(folder / chosen), locate_notebooks(folder, project))
    packed = make_pack(folder / chosen, at, int(most * 1e6))
    click.echo(f"{packed.path}: {packed.files:,} files, {packed.bytes / 1e6:.1f} MB")
    for what, names in packed.left.items():
        click.echo(f"  left out, {what}: {len(names):,} files")
