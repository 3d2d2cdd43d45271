"""One report made many times over: for each outlet, month, speaker ... its own pages in a folder of its own."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from analysis.errors import InputError
from analysis.reports.asked.wanted import Entry, Report

PERIODS = ("year", "quarter", "month")
MOST_REPORTS, LONGEST_SLUG = 200, 60
# what a folder must not be called beside index.html, or on Windows
TAKEN = {"index", "manifest", "findings", "charts", "tables", "con", "prn", "aux", "nul"}
TAKEN |= {f"{name}{number}" for name in ("com", "lpt") for number in range(10)}


@dataclass(frozen=True)
class DocumentGroup:
    """Documents of one value. where: the filters that choose them; value: as it is shown; slug: of its folder."""

    value: str
    documents: int
    where: Mapping[str, object] = field(default_factory=dict)
    slug: str = ""


def keep_large_groups(report: Report, groups: Sequence[DocumentGroup]) -> list[DocumentGroup]:
    """Keep the groups that have documents enough for a report of their own, each with the name of its folder.

    Raises InputError: none has enough, or more than MOST_REPORTS have.
    """
    chosen = [group for group in groups if group.documents >= report.fewest]
    if not chosen:
        most = max((group.documents for group in groups), default=0)
        raise InputError(
            f"{report.name}: for each {report.each}: none of {len(groups):,} values has {report.fewest} documents "
            f"(the most is {most}). Lower `fewest documents:`."
        )
    if len(chosen) > MOST_REPORTS:
        raise InputError(
            f"{report.name}: for each {report.each}: {len(chosen):,} values would make as many reports, and "
            f"{MOST_REPORTS} are the most. Raise `fewest documents:` (now {report.fewest}), or filter with `where`."
        )
    slugs = make_slugs(group.value for group in chosen)
    return [replace(group, slug=slug) for group, slug in zip(chosen, slugs, strict=True)]


def split_report(report: Report, groups: Iterable[DocumentGroup]) -> list[Report]:
    """Split a report into one a group: its title and name with the value, its notebooks on these documents alone."""
    return [
        replace(
            report,
            name=f"{report.name}/{group.slug}",
            title=f"{report.title}: {group.value}",
            entries=tuple(_narrow(entry, group.where) for entry in report.entries),
            each="",
            up=report.title,
        )
        for group in groups
    ]


def check_entries(report: Report) -> None:
    """Raise InputError unless every notebook of a report that is split takes filters."""
    for entry in report.entries:
        if "where" not in entry.parameters:
            raise InputError(
                f"{report.name}: for each {report.each}: {entry.name} has no parameter `where`, so it cannot be made "
                f"for one {report.each}. Leave it out, or give it the parameter."
            )


def make_slugs(values: Iterable[str]) -> list[str]:
    """Make names of folders, in order: safe on every disk, different for different values, the same from run to run.

    Letters a to z, digits and -; what is lost of a value, or shared with another, is told apart by a piece of its hash.
    """
    values = list(values)
    plain = [_plain(value) for value in values]
    counts = Counter(plain)
    readable = [counts[slug] == 1 and _says_all(slug, value) for slug, value in zip(plain, values, strict=True)]
    told = list(zip(plain, values, readable, strict=True))
    slugs = [
        slug if whole else f"{slug[: LONGEST_SLUG - 9]}-{_digest(value)}".strip("-") for slug, value, whole in told
    ]
    counts = Counter(slugs)  # a value may be written so as to look like another with its hash
    return [slug if counts[slug] == 1 else _digest(value, 48) for slug, value in zip(slugs, values, strict=True)]


def _plain(value: str) -> str:
    letters = unicodedata.normalize("NFKD", value).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")


def _says_all(slug: str, value: str) -> bool:
    """Whether a value can be read off its slug: it lost nothing but capitals, blanks and the marks between words."""
    kept = re.sub(r"[\s_.,'’&/-]+", "-", value.lower()).strip("-")
    return bool(slug) and slug == kept and len(slug) <= LONGEST_SLUG and slug not in TAKEN


def _digest(value: str, letters: int = 8) -> str:
    return hashlib.sha256(value.encode("utf-8", "surrogatepass")).hexdigest()[:letters]


def _narrow(entry: Entry, where: Mapping[str, object]) -> Entry:
    """Let a notebook read the documents of a group alone; of two bounds of time the narrower holds."""
    own = dict(entry.given.get("where", entry.parameters["where"].default))
    narrowed = own | dict(where)
    for name in ("since", "until"):
        if name in own and name in where:
            narrowed[name] = _narrower(name, str(own[name]), str(where[name]))
    return replace(entry, given=entry.given | {"where": narrowed})


def _narrower(name: str, one: str, other: str) -> str:
    if one.startswith(other) or other.startswith(one):
        return max(one, other, key=len)
    return max(one, other) if name == "since" else min(one, other)
