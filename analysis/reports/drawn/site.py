"""What all pages of a site share: the frame, the style, the front page."""

from __future__ import annotations

import textwrap
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import jinja2
from markupsafe import Markup

from analysis.findings import Finding
from analysis.reports.drawn.findings import choose_findings, choose_limits, render_inline, tell_ground
from analysis.reports.drawn.glossary import PAGE, load_terms, render_terms
from analysis.reports.kept.entries import tell_kept
from analysis.reports.kept.fingerprints import hash_file, project_version

TEMPLATES = Path(__file__).resolve().parent / "templates"
TURNS = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])  # a name with one turns the page around it
MOST_LETTERS = 240  # of a caution; what was noticed while reading stands whole on the page of the corpus
SAID_BY_PAGES = {
    "small-corpus": "Exploratory:",
    "undated": "No date:",
    "copies": "Copies:",
}  # cautions that limits say too
NOTHING_MORE = {"authors": (), "abstract": "", "date": "", "moved": (), "methods": (), "references": (), "shared": ""}
Error = Mapping[str, object]  # cell (its id or None), prompt, code (the line that failed), name, message


@dataclass(frozen=True)
class Page:
    """What a page says beside its notebook. report: title and pages, for the navigation.

    parameters: name, value, comment, given (not the notebook's default). folder: of its charts and tables.
    kept: of a page whose new run failed: made (when this one was), failed (when), reason, page (the failed run's).
    """

    name: str
    heading: str
    report: Mapping[str, object]
    parameters: Sequence[Mapping[str, object]] = ()
    corpus: Mapping[str, object] | None = None
    corpus_name: str = ""
    versions: Mapping[str, str] = field(default_factory=dict)
    folder: str = ""
    kept: Mapping[str, str] | None = None


def render_page(
    page: Page, article: str, sections: Sequence[Mapping[str, str]], files: Sequence[str], error: Error | None
) -> str:
    """Put the frame around an article (HTML, built from cleaned parts; "" where a run left none)."""
    return render_template(
        "page.html.j2",
        **page.report,
        current=page.name,
        heading=page.heading,
        article=Markup(article),
        sections=sections,
        parameters=page.parameters,
        corpus=page.corpus,
        corpus_name=page.corpus_name,
        versions=page.versions,
        tables=[file for file in files if file.endswith((".csv", ".parquet")) and "tables/" in file],
        data=[file for file in files if Path(file).parent.name == "data"],
        error=error,
        kept=page.kept,
    )


def hash_look() -> dict[str, str]:
    """Hash what decides how pages look: a change there draws them anew without running anything."""
    here = Path(__file__).parent
    files = [*sorted(TEMPLATES.rglob("*.*")), *sorted(here.glob("*.py"))]
    return {file.name: hash_file(file) for file in files}


def render_front(
    report: Mapping[str, object],
    corpora: Sequence[tuple[str, Mapping[str, object]]],
    cards: Sequence[Mapping[str, object]],
    versions: Mapping[str, str],
) -> str:
    """Render a report's index.html: findings, what to know first, the corpus in numbers, a card for each notebook.

    report: title, about, pages; where they are known authors (a list), abstract, date, moved (lines), methods
    (paragraphs), references (lines), shared (what may be passed on).
    """
    pages = {str(card["name"]): card["findings"] for card in cards if not card["kept"]}
    kept = {str(card["name"]): card["findings"] for card in cards if card["kept"]}
    runs = {str(card["name"]): tell_kept(card["kept"]) for card in cards}
    limits = choose_limits(pages)
    return render_template(
        "index.html.j2",
        **NOTHING_MORE | report,
        current="",
        findings=[_told(*pair) for pair in choose_findings(pages)],
        earlier=[_told(*pair, runs[pair[0]]) for pair in choose_findings(kept)],
        limits=[_told(*pair) for pair in limits],
        cautions=[
            textwrap.shorten(line, MOST_LETTERS, placeholder=" …")
            for _, facts in corpora
            for line in keep_unsaid(facts["cautions"], {one.key for _, one in limits})
        ],
        corpora=[
            {"name": name, "facts": facts, "tiles": _tiles(facts), "lines": _lines(facts)} for name, facts in corpora
        ],
        cards=cards,
        failed=sum(bool(card["error"]) for card in cards),
        versions=versions,
    )


def keep_unsaid(cautions: Sequence[str], limits: Collection[str]) -> list[str]:
    """Keep the cautions of a corpus that the limits of pages, by their keys, do not say too."""
    said = tuple(start for key, start in SAID_BY_PAGES.items() if key in limits)
    return [line for line in cautions if not line.startswith(said)]


def render_glossary(report: Mapping[str, object]) -> str:
    """Render glossary.html, to which terms on the pages lead; report: title, pages. "" where there is no glossary."""
    terms = render_terms()
    return (
        render_template("glossary.html.j2", **report, current="glossary", sections=(), terms=Markup(terms))
        if terms
        else ""
    )


def _told(page: str, finding: Finding, run: str = "") -> dict[str, object]:
    """What the front page says of a finding: sentence, ground (and of which run, if not the last), its chart."""
    place = f"#figure-{finding.chart}" if finding.chart else ""
    return {
        "sentence": render_inline(finding.sentence),
        "ground": " · ".join(part for part in (tell_ground(finding), run) if part),
        "href": f"{page}.html{place}",
    }


def render_template(template: str, **content: object) -> str:
    """Render a template of the site; what is no Markup is escaped, marks that turn the direction of text are out."""
    glossary = PAGE if load_terms() else ""
    page = _environment().get_template(template).render(version=project_version(), glossary=glossary, **content)
    return page.translate(TURNS)


@lru_cache(maxsize=1)
def _environment() -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES), autoescape=True, undefined=jinja2.StrictUndefined
    )


def _tiles(facts: Mapping[str, object]) -> list[dict[str, str]]:
    counted = (
        ("document", facts["documents"]),
        ("file", facts["files"]),
        ("sentence", facts["sentences"]),
        ("word", facts["words"]),
        ("quotation", facts["quotes"]),
    )
    of = {"quotation": " of speech"}  # rows of quotes tell too what speech was about, and what somebody wants
    return [
        {"value": f"{count:,}", "what": (noun if count == 1 else f"{noun}s") + of.get(noun, "")}
        for noun, count in counted
    ]


def _lines(facts: Mapping[str, object]) -> list[dict[str, str]]:
    lines = [{"what": "Published:", "text": facts["published"]}]
    for what, key in (("Outlets:", "outlets"), ("Kinds:", "kinds"), ("Languages:", "languages")):
        counts = list(facts[key].items())
        shown = ", ".join(f"{name} ({count:,})" for name, count in counts[:8])
        lines.append({"what": what, "text": shown + (f" and {len(counts) - 8:,} more" if len(counts) > 8 else "")})
    runs = sum(what["runs"] for what in facts["removed"].values())
    characters = sum(what["characters"] for what in facts["removed"].values())
    if runs:
        reasons = ", ".join([*list(facts["removed"])[:4], *(["…"] if len(facts["removed"]) > 4 else [])])
        places = f"{runs:,} {'place' if runs == 1 else 'places'}"
        lines.append({"what": "Left out:", "text": f"{characters:,} characters in {places}: {reasons}"})
    return lines
