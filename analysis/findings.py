"""What was found, as a sentence and as the numbers in it: what a page opens with and what is kept from run to run."""

from __future__ import annotations

from dataclasses import dataclass

FINDING, LIMIT = "finding", "limit"
FINDINGS = "application/vnd.media-framing.findings+json"  # how a page and the next run read them off a notebook


@dataclass(frozen=True)
class Finding:
    """One thing that was found, or one that limits what was found.

    key: its name within the page, the same from run to run whatever the numbers ("most-frequent-frame");
    sentence: Markdown, computed from the table that `chart` shows, true of it; measure: what the estimate is, with its
    unit ("share of sentences with the frame"); group: of whom or what ("Conflict", "Conflict: bbc against tass");
    estimate, low, high: None where there is none; n of unit, documents: what it rests on; voice: whose words were
    measured ("all voices", "the outlets' own"); stamp: what to be wary of; chart: the name of its chart or table;
    kind: "finding", or "limit" for what a reader must know first; weight: how much it belongs on the front page,
    0 (stays on its page) to 1.
    """

    key: str
    sentence: str
    measure: str = ""
    group: str = ""
    estimate: float | None = None
    low: float | None = None
    high: float | None = None
    n: int = 0
    unit: str = ""
    documents: int = 0
    voice: str = ""
    stamp: str = ""
    chart: str = ""
    kind: str = FINDING
    weight: float = 0.5


def name_one(units: str) -> str:
    """Name one of units that are given in the plural: sentence, copy, speech."""
    if units.endswith("ies"):
        return f"{units[:-3]}y"
    return units.removesuffix("es") if units.endswith(("ches", "shes", "sses", "xes")) else units.removesuffix("s")
