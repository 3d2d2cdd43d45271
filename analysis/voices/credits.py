"""Lines that name who made a page and who speaks nowhere in it: bylines, credits of agencies and pictures."""

from __future__ import annotations

import re

from analysis.texts.characters import straighten
from analysis.texts.cleaning.bylines import LONGEST, is_byline

TOP = 10  # lines among which a byline stands
_CREDIT = re.compile(
    r"\W*(?:(?:additional|further|with) )?(?:report(?:ing|ed)|edit(?:ing|ed)|writ(?:ing|ten)|compiled|produced|"
    r"translat(?:ion|ed)|posted|published|filed|photo(?:graph|s|graphs|graphy)?|pictures?|images?|illustrations?|"
    r"graphics?|videos?|credits?|sources?|byline|authors?|фото|автор|текст|foto|autor|crédit)"
    r"(?: (?:by|credit|courtesy of|via)\b|\s?[:/©|])",
    re.IGNORECASE,
)


def list_credits(text: str, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """List the lines of a text that are bylines or credits; lines: where they start and end."""
    return [(start, end) for number, (start, end) in enumerate(lines) if _is_credit(text, start, end, number)]


def _is_credit(text: str, start: int, end: int, number: int) -> bool:
    if end - start > LONGEST:
        return False
    if _CREDIT.match(text, start, end):
        return True
    return number < TOP and is_byline(straighten(text[start:end]).strip())
