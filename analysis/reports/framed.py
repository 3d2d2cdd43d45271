"""What stands around a notebook on its page: as it is asked for now, or as it was where an earlier page stays."""

from __future__ import annotations

from collections.abc import Mapping

from analysis.reports.asked.wanted import Report
from analysis.reports.drawn.site import Page
from analysis.reports.kept.entries import make_notice
from analysis.reports.kept.fingerprints import hash_values
from analysis.reports.kept.plan import Step


def describe_report(report: Report, steps: Mapping[str, Step]) -> dict[str, object]:
    """What all pages of a report are told of it: title, pages, authors, abstract, date, and what it is a part of."""
    pages = [{"name": name, "title": step.entry.title} for name, step in steps.items()]
    said = {"title": report.title, "pages": pages, "authors": list(report.authors)}
    said |= {"abstract": report.abstract, "date": report.date}
    return said | ({"up": {"title": report.up, "href": "../index.html"}} if report.up else {})


def make_frame(step: Step, about: Mapping[str, object], corpora: Mapping[str, Mapping]) -> Page:
    """The frame of a page that is made, or unchanged; corpora: what is known of them, by their key."""
    entry, source = step.entry, step.source
    parameters = [
        {
            "name": name,
            "value": source.shown if name == "corpus" and source else repr(value),
            "comment": entry.parameters[name].comment,
            "given": entry.is_set(name),
        }
        for name, value in step.inputs["parameters"].items()
    ]
    facts = corpora[source.key]["facts"] if source else None
    key = source.key if source else ""
    return Page(entry.name, entry.title, about, parameters, facts, key, step.inputs["packages"], entry.folder)


def describe_frame(page: Page) -> dict[str, object]:
    """What the manifest keeps of a frame, so that the page can be drawn again when all else has changed."""
    return {"parameters": page.parameters, "corpus": page.corpus_name, "facts": hash_values(page.corpus)}


def make_kept_frame(
    step: Step, about: Mapping[str, object], entry: Mapping[str, object], facts: Mapping[str, Mapping]
) -> Page:
    """The frame of a page that stays as it was, with a notice if that is because a later run failed.

    entry: what the manifest says of the page; facts: what is known of corpora, by its hash.
    """
    shown, asked = entry.get("shown", {}), step.entry
    return Page(
        asked.name,
        asked.title,
        about,
        shown.get("parameters", []),
        facts.get(shown.get("facts")),
        shown.get("corpus", ""),
        entry["inputs"]["packages"],
        asked.folder,
        make_notice(asked.name, entry),
    )
