"""The pages of a report that are no notebook's: front page, glossary, references."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from analysis.manifests import write_text
from analysis.public.mode import public_limits
from analysis.reports.asked.wanted import Report
from analysis.reports.drawn.cards import make_card
from analysis.reports.drawn.methods import Run, list_cited, name_references, render_bibliography, tell_methods
from analysis.reports.drawn.site import render_front, render_glossary
from analysis.reports.framed import describe_report
from analysis.reports.kept.entries import make_notice
from analysis.reports.kept.fingerprints import package_versions
from analysis.reports.kept.plan import Step


def write_front(
    folder: Path, report: Report, steps: Mapping[str, Step], entries: Mapping[str, Mapping],
    corpora: Mapping[str, Mapping], moved: Sequence[str],
) -> None:  # fmt: skip
    """Write front page, glossary and references where they changed.

    entries: what the manifest says of each page; moved: lines on the findings that moved.
    """
    about = describe_report(report, steps)
    cards = []
    for name, step in steps.items():
        entry = entries[name]
        card = make_card(step.entry, folder / f"{name}.ipynb", list(entry["outputs"]), entry["error"])
        cards.append(card | {"kept": make_notice(name, entry)})
    runs = [
        Run(frozenset(step.entry.notebook.imports()), entries[name]["inputs"]["parameters"])
        for name, step in steps.items()
    ]
    cited = list_cited(runs)
    write_changed(folder / "references.bib", render_bibliography(cited))
    write_changed(folder / "glossary.html", render_glossary(about))
    methods = {"methods": tell_methods(runs), "references": name_references(cited)}
    known = [(key, one["facts"]) for key, one in corpora.items()]
    front = about | {"about": report.about, "moved": list(moved), "shared": tell_sharing()} | methods
    write_changed(folder / "index.html", render_front(front, known, cards, package_versions()))


def tell_sharing() -> str:
    """Say what of a site may be passed on."""
    limits = public_limits()
    if limits is None:
        return (
            "Its pages and files hold passages of the texts, which belong to their publishers: pass them on as far as "
            "quoting them is allowed. A site made with --public holds short quotations alone."
        )
    return (
        f"It holds no text but quotations of at most {limits.words} words, {limits.each} a document, beside titles, "
        "names and terms: it can be passed on as quotations can."
    )


def write_changed(path: Path, text: str) -> None:
    """Write a text file unless it holds this text already; "" takes it away."""
    if not text:
        path.unlink(missing_ok=True)
        return
    try:
        before = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        before = None
    if before != text:
        write_text(path, text)
