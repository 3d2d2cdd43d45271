"""Lines that name who speaks nowhere in a text: bylines, credits of agencies and pictures, links to other pages."""

from __future__ import annotations

import re

from analysis.people.lists import given_names
from analysis.texts.characters import straighten
from analysis.texts.cleaning.bylines import LONGEST, is_byline

TOP = 10  # lines among which a byline stands
_CREDIT = re.compile(
    r"\W*(?:(?:additional|further|with) |(?:photo(?:graph)?s|pictures|words|story|text|images) (?:and|&) )?"
    r"(?:report(?:ing|ed)|edit(?:ing|ed)|writ(?:ing|ten)|compiled|produced|"
    r"translat(?:ion|ed)|posted|published|filed|photo(?:graph|s|graphs|graphy)?|pictures?|images?|illustrations?|"
    r"graphics?|videos?|camera|words|story|text|credits?|sources?|byline|authors?|фото|автор|текст|foto|autor|crédit)"
    r"(?: (?:by|credit|courtesy of|via)\b|\s?[:/©|])",
    re.IGNORECASE,
)


_PERSON = r"[^\W\d_a-z][\w.'-]+(?: [^\W\d_a-z][\w.'-]*){1,3}"
_NAMES = re.compile(rf"(?P<people>{_PERSON}(?:(?:, | and | & ){_PERSON})+)(?: in (?:[A-Z][\w-]+,? ?){{1,3}})?")
_WRITES = "(?:staff )?(?:writer|reporter|correspondent|contributor|editor|columnist)"
_SENT = re.compile(
    rf"From {_PERSON}(?:, [A-Z][\w-]+){{1,2}}|"
    rf"{_PERSON}(?:,| [|/–—-]) (?:[\w'&-]+ ){{0,3}}(?i:{_WRITES})|"
    rf"{_PERSON} (?:reports|writes|reporting) (?:from|in) (?:[A-Z][\w-]+,? ?){{1,3}}"
)
_AGENCY = re.compile(  # Credit Ann Lee/Reuters; Ann Lee/The Harbour Post
    rf"(?:(?:Credit|Photo|Image|Picture)\W? )?{_PERSON} ?/ ?(?:[A-Z][\w&.-]+ ?){{1,5}}"
)
_PROMOTES = re.compile(  # ( Also on the Post: Lee opens a pier)
    r"\W*(?:also on|see also|related|read (?:more|also|next)|more (?:on|from)|watch|listen|photos|slideshow|gallery)"
    r"\b[^:\n]{0,40}:",
    re.IGNORECASE,
)
_BEFORE_BY = re.compile(r"(?:[^\W\d_a-z][\w'-]*:? ){1,2}(?=[Bb][Yy] )")  # EXCLUSIVE by Ann Lee


def list_credits(text: str, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """List the lines of a text that are bylines or credits; lines: where they start and end."""
    return [(start, end) for number, (start, end) in enumerate(lines) if _is_credit(text, start, end, number)]


def _is_credit(text: str, start: int, end: int, number: int) -> bool:
    if end - start > LONGEST:
        return False
    if _CREDIT.match(text, start, end) or _PROMOTES.match(text, start, end):
        return True
    line = straighten(text[start:end]).strip()
    if number >= TOP or is_byline(line):
        return number < TOP
    led = _BEFORE_BY.match(line)
    if _AGENCY.fullmatch(line):
        return True
    led_by = _SENT.fullmatch(line) is not None or (led is not None and is_byline(line[led.end() :]))
    return number > 0 and (led_by or _is_list_of_names(line))


def _is_list_of_names(line: str) -> bool:
    """Tell "Ann Lee and Bob Roy in Oslo": two given names or more with a family name each, and nothing else."""
    found = _NAMES.fullmatch(line)
    people = re.split(r", | and | & ", found["people"]) if found else []
    return len(people) > 1 and all(name.split()[0].lower() in given_names() for name in people)
