"""What lies beside the pages of a report: the front page, the glossary, the references."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from analysis.manifests import write_text
from analysis.reports.asked.configuration import Report
from analysis.reports.drawn.cards import make_card
from analysis.reports.drawn.methods import Run, list_cited, name_references, render_bibliography, tell_methods
from analysis.reports.drawn.site import render_front, render_glossary
from analysis.reports.framed import describe_report
from analysis.reports.kept.entries import make_notice
from analysis.reports.kept.fingerprints import package_versions
from analysis.reports.kept.plan import Step


def place_front(
    folder: Path,
    report: Report,
    steps: Mapping[str, Step],
    entries: Mapping[str, Mapping],
    corpora: Mapping[str, Mapping],
    moved: list[str],
) -> Path:
    """Put index.html, glossary.html and references.bib into a report's folder; returns the path of the first.

    entries: what the manifest says of each page; corpora: what is known of them, by their key; moved: lines on what
    moved. A file that says the same already is left alone.
    """
    about = describe_report(report, steps)
    runs = [Run(frozenset(step.entry.notebook.imports()), step.inputs["parameters"]) for step in steps.values()]
    cited = list_cited(runs)
    cards = []
    for name, step in steps.items():
        card = make_card(step.entry, folder / f"{name}.ipynb", list(entries[name]["outputs"]), entries[name]["error"])
        cards.append(card | {"kept": make_notice(name, entries[name])})
    facts = [(key, known["facts"]) for key, known in corpora.items()]
    told = {"about": report.about, "moved": moved, "methods": tell_methods(runs), "references": name_references(cited)}
    _keep_text(folder / "references.bib", render_bibliography(cited))
    _keep_text(folder / "glossary.html", render_glossary(about))
    _keep_text(folder / "index.html", render_front(about | told, facts, cards, package_versions()))
    return folder / "index.html"


def _keep_text(path: Path, text: str) -> None:
    """Write a file that is not there or says something else; "" takes it away."""
    if not text:
        path.unlink(missing_ok=True)
    elif not path.is_file() or path.read_text(encoding="utf-8") != text:
        write_text(path, text)
