"""Labels that are nobody's name: THE COURT, WITNESS 10, Speaker 1, @handle, and a paper that asks."""

from __future__ import annotations

import re
from typing import NamedTuple

from analysis.people.lists import load_list
from analysis.people.titles import ROLES
from analysis.words.classes import is_page_part

POSTED = re.compile(  # Ann Lee @ann_lee · May 3; Ann Lee (@ann_lee) 3 May 2019
    r"(?P<name>[A-ZÀ-ÖØ-ÞА-ЯЁІЇЄҐ][\w.’'-]*(?: [\w.’'-]+){0,4}) ?\(?@\w{2,40}\)?[ ·•|–—-]{0,4}"
    r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?|\d{1,2} [A-Z][a-z]{2,8}\.?(?: \d{4})?|"
    r"\d{1,2} ?[hm]|\d[\d./-]{5,9})\W{0,3}"
)
CLOCK = r"\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d{1,3})?"
TIME = (
    rf"[\[(]?{CLOCK}(?: ?-{{1,2}}> ?{CLOCK})?(?: ?[AaPp]\.?[Mm]\.?)?[\])]?"  # [00:01.000 --> 00:04.200], (1:38:39 PM)
)
DATED = (  # [7 Jun 2022 at 16:05] and 12/03/2023, 09:14 - before who writes in a chat
    r"[\[(]?(?:\d{1,4}[./ -](?:\d{1,2}|[A-Z][a-z]{2,8})\.?[./ -]\d{2,4}|[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4})"
    rf"(?:,? at)?,? {CLOCK}(?: ?[AaPp]\.?[Mm]\.?)?[\])]?"
)
STAMPED = re.compile(  # Ann Lee (00:12):, Ann Lee 0:12, [10:37 AM] Ann Lee
    rf"[^\w\n]{{0,3}}(?P<before>{TIME}[ –—-]{{1,3}})?(?P<name>[A-ZÀ-ÖØ-ÞА-ЯЁІЇЄҐ][\w.’'-]*(?: [\w.’'-]+){{0,4}}?)"
    rf"(?P<behind>,? +{TIME})?:?\s*"
)
CHATTING = re.compile(  # ferryfan — 05/12/2023 10:14 AM
    rf"[^\w\n]{{0,3}}(?P<name>[^\W\d_][\w.’'-]{{1,30}}(?: [\w.’'-]+){{0,3}}),? ?[–—-]? ?(?P<behind>{DATED})\s*"
)
NAME_LINE = re.compile(r"[^\w\n]{0,3}(?P<name>[A-ZÀ-ÖØ-ÞА-ЯЁІЇЄҐ][\w.’'-]*(?: [\w.’'-]+){0,4})[^\w\n.:!?,]{0,4}")
ACCOUNT = re.compile(r"@\w{2,40}(?: ?[·•|–—-] ?[\w ,./]{2,20})?\W{0,3}")  # alone, or with a date behind it
HANDLE = re.compile(r"[^\w\n@.\"“«]{0,4}\.?(?:RT[ \t]+)?(?P<name>@\w{2,40}): ?(?=\S)")  # RT @ann_lee: ...
ADDRESSING = frozenset(["mr", "mrs", "ms", "madam", "madame"])
AT_COURT = frozenset(
    ["bailiff", "clerk", "court", "foreperson", "interpreter", "jury", "juror", "operator", "registrar"]
)
NUMBERED = (
    ROLES
    | AT_COURT
    | frozenset(["caller", "female", "guest", "interviewee", "male", "man", "participant", "person", "respondent"])
    | frozenset(["unknown", "voice", "woman", "sprecher", "sprecherin", "спикер", "диктор", "locuteur", "hablante"])
)
GROUPS = frozenset(["audience", "crowd", "deputies", "members", "protesters", "senators", "voices"])
AT_TALK = frozenset(
    ["caller", "guest", "interviewee", "listener", "panelist", "panellist", "participant", "respondent"]
)
MOST = 3  # words of a name
LONGEST = 120  # characters of a line that says who posted
QUESTIONS = frozenset(["q", "question", "questions"])
ASKS = re.compile(  # The Post: ...?; Tim (Leeds): ...?; Maya, Hull: ...?
    r"\W{0,4}(?P<name>[^\W\d_][\w.’'&-]*(?: [\w.’'&-]+){0,3})(?: \([^()\n:]{1,40}\)|, [A-Z][\w .’'-]{1,30})?"
    r"\*{0,3} ?:\*{0,3} ?(?=\S)"
)


def is_chatting(text: str, start: int, end: int) -> bool:
    """Tell a line of a chat's export: who writes, and the date and time."""
    return CHATTING.fullmatch(text, start, end) is not None


class RoleLabel(NamedTuple):
    """A label without a person's name: what it is called, where that stands, where the speech starts."""

    speaker: str
    start: int
    end: int
    speech: int


def name_role(words: list[str]) -> str | None:
    """Name who speaks under a role alone: "the court" under THE COURT, "Witness 10" under WITNESS 10; else None."""
    if is_numbered(words):
        return " ".join(words).capitalize()
    last = words[-1].lower()
    if len(words) == 1 and last in AT_TALK and words[0][0].isupper():
        return f"the {last}"
    shouted = 1 < len(words) < 5 and words[0] in ("THE", "The") and all(word.isupper() for word in words[1:])
    addressed = len(words) == 2 and words[0].rstrip(".").lower() in ADDRESSING and last in ROLES
    if addressed:
        return f"the {last}"  # Mr Speaker, Madam Chair
    return " ".join(words).lower() if shouted and last in ROLES | AT_COURT else None


def name_described(words: list[str]) -> str | None:
    """Name who speaks under a bubble by an office alone: "the head of the region", "mayor of Hull"; else None."""
    lows = [word.lower() for word in words]
    opens = lows[0] in ("the", "a", "an") or lows[0] in ROLES
    return " ".join([lows[0], *words[1:]]) if opens and not ROLES.isdisjoint(lows) else None


def is_numbered(words: list[str]) -> bool:
    """Tell Speaker 2, WITNESS 14 and SPEAKER_02, whom programs and courts count."""
    role, _, number = " ".join(words).replace("_", " ").rpartition(" ")
    return (
        0 < len(number.lstrip("№#")) < 4 and number.lstrip("№#").isdecimal() and role.split(" ")[-1].lower() in NUMBERED
    )


def is_group(words: list[str]) -> bool:
    """Tell several who call out between others' turns: Opposition members, An honourable member, Hon. Members."""
    last = words[-1].lower()
    some = words[0] in ("A", "An", "Another", "Some", "Several")
    known = last in GROUPS or (some and last.rstrip("s") in ("member", "senator", "voice"))
    return known and len(words) <= MOST + some


def is_lone_name(words: list[str]) -> bool:
    """Tell one to three capitalised words that can be a name though the text and the lists know nobody of it."""
    lows = [word.lower() for word in words]
    named = len(words) <= MOST and all(word[0].isupper() for word in words)
    return named and load_list("common_words").isdisjoint(lows) and not is_page_part(lows) and ROLES.isdisjoint(lows)


def find_handle(text: str, start: int, end: int) -> RoleLabel | None:
    """Find the account that a post repeats: "RT @ann_lee: I will vote no."."""
    match = HANDLE.match(text, start, end)
    return RoleLabel(match["name"], *match.span("name"), match.end()) if match else None


def _is_no_paper(lows: list[str]) -> bool:
    return is_page_part(lows) or lows[-1] in QUESTIONS


def find_poster(text: str, start: int, end: int, speech: int) -> RoleLabel | None:
    """Find who posted what stands under a line of name, account and date; speech: where that starts."""
    match = POSTED.fullmatch(text, start, end) if end - start < LONGEST else None
    return RoleLabel(match["name"].strip(), *match.span("name"), speech) if match else None


def find_poster_above(text: str, name: tuple[int, int], account: tuple[int, int], speech: int) -> RoleLabel | None:
    """Find who posted what stands under a line that is a name and one that is an account; speech: where that starts."""
    match = NAME_LINE.fullmatch(text, *name) if name[1] - name[0] < LONGEST else None
    named = match and text[account[0]] == "@" and ACCOUNT.fullmatch(text, *account)
    return RoleLabel(match["name"], *match.span("name"), speech) if match and named else None


def find_stamped(text: str, paragraphs: list[tuple[int, int]], number: int) -> RoleLabel | None:
    """Find a name and a time in a line of their own over what was said then: "Ann Lee (00:12):", "[00:12] Ann Lee"."""
    start, end = paragraphs[number]
    short = number + 1 < len(paragraphs) and end - start < LONGEST and text.find(":", start, end) > 0
    match = (STAMPED.fullmatch(text, start, end) or CHATTING.fullmatch(text, start, end)) if short else None
    timed = match and (match["behind"] or match["before"])
    return RoleLabel(match["name"], *match.span("name"), paragraphs[number + 1][0]) if match and timed else None


def find_asker(text: str, start: int, end: int) -> RoleLabel | None:
    """Find the paper or programme under whose name a question stands: "The Post: Why did you leave?"."""
    match = ASKS.match(text, start, end) if text[start:end].rstrip(" *_\"”»’'").endswith("?") else None
    if not match or not match["name"][0].isupper() or _is_no_paper(match["name"].lower().split()):
        return None
    return RoleLabel(match["name"], *match.span("name"), match.end())
