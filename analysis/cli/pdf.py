"""framing pdf: a report, or one of its pages, as a PDF."""

from __future__ import annotations

import click

from analysis.disk import locate_path
from analysis.errors import unknown
from analysis.manifests import load_manifest
from analysis.reports.asked.configuration import choose_reports, load_reports
from analysis.reports.asked.project import find_outputs, find_project
from analysis.reports.kept.placing import check_file, check_read

FRONT = "index"


@click.command()
@click.argument("names", nargs=-1, metavar="[NAME]...")
@click.option("--page", "pages", multiple=True, metavar="PAGE", help="Only this page (03-framing); repeat for more.")
@click.option("--to", metavar="FILE", help="Where to write it; by default NAME.pdf beside the report's folder.")
@click.option("--outputs", metavar="DIR", help="Folder of the reports, if not the project's outputs/.")
@click.option("--project", metavar="DIR", help="Project's folder, if not the working directory's.")
def pdf(
    names: tuple[str, ...], pages: tuple[str, ...], to: str | None, outputs: str | None, project: str | None
) -> None:
    """Print the reports NAME... as PDF, with contents and page numbers, as they were made last.

    All reports if none is named. Chromium, Chrome or Edge prints (FRAMING_BROWSER names another), WeasyPrint else.
    """
    from analysis.reports.drawn.printing import make_pdf

    chosen = choose_reports(load_reports(find_project(project)), names)
    if to and len(chosen) > 1:
        raise click.UsageError("--to names one file: name one report with it.")
    for report in chosen:
        folder = find_outputs(outputs, project) / report.name
        made = [FRONT, *load_manifest(folder).get("notebooks", [entry.name for entry in report.entries])]
        for page in pages:
            if page not in made:
                raise unknown("page", page, made)
        target = locate_path(to) if to else folder.parent / f"{'-'.join((report.name, *pages))}.pdf"
        check_file(target)
        check_read(target, load_manifest(folder), find_project(project).notebooks)
        by = make_pdf(folder, [page for page in made if not pages or page in pages], target)
        click.echo(f"{report.name}: {target} ({target.stat().st_size / 1e6:.1f} MB, printed by {by})")
