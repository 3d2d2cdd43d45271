"""Names that sign a quotation: "..." - Kim Lee, Ohio; in the next paragraph; as its last line."""

from __future__ import annotations

import re

from analysis.people.names import is_sure
from analysis.people.titles import ROLES
from analysis.voices.announced import is_beside_name
from analysis.voices.described_people import is_person_noun
from analysis.voices.finite_verbs import holds_verb
from analysis.voices.lines import Line, make_lone_line
from analysis.voices.marks import QuotedRun
from analysis.words.classes import BE

# "- Kim Lee, Ohio", "(Kim Lee, 3 May)" or, without a sign, "Kim Lee, New York Times" alone; "With that claim, Lee ..."
SIGNED = re.compile(
    r"\s*[-–—―~]{1,2} ?(?=[^\W\d_])(?P<name>[^\n,:;(]{3,60})|"
    r"\s*\((?=[^\W\d_]\S* )(?P<within>[^\n\d,:;()]{4,60})(?:, [^\n()]{2,40})?\)\.?$|"
    r"(?P<bare>[^\W\d_](?:[^\n,.:;!?“\"]|(?<= [A-Z])\.){2,40}), [^\n.:;!?“\"]{2,90}$|"
    r"With (?:that|those|these) [^\n,.]{3,50}, (?P<claiming>[^\W\d_a-z][\w.’'-]*(?: [^\W\d_a-z][\w.’'-]*){0,4})|"
    r"(?P<alone>[^\W\d_][^\n,.:;!?“\"]{2,40})$"
)
_NAME = r"[^\W\d_a-zß-ÿа-я][\w.’'-]*(?: [^\W\d_a-zß-ÿа-я][\w.’'-]*){1,3}"
SEVERAL = re.compile(
    rf"(?P<names>{_NAME}(?:, {_NAME}){{0,4}},? and {_NAME}), [^\n.:;!?“\"]{{2,60}}$"
)  # and their paper
BETWEEN = re.compile(rf"\s*(?P<name>{_NAME}), [^\W\d_a-z][^\n.,:;!?“”\"]{{1,40}}\s*")  # "..." Kim Lee, The Post "..."
SMALL = frozenset(["of", "the", "and", "for", "de", "la", "van", "von"])
LONGEST = 90  # characters of a last line
FAR = 42  # characters behind a name that need say nothing of who bears it
DESCRIBED = 4  # words behind a name among which its role stands

MOST_SIGNED = 60  # quotations that one name can sign


def find_signer(text: str, start: int, end: int, following: tuple[int, int] | None) -> Line | None:
    """Find the name between two places behind a quotation, or in the next paragraph."""
    signed = SIGNED.match(text, start, end) or (SIGNED.match(text, *following) if following else None)
    if signed is None:
        return None
    if signed["bare"] and (several := SEVERAL.match(text, signed.start("bare"), signed.end())):
        return make_lone_line(text, *several.span("names"))
    if signed["alone"] and not _is_titled(signed["alone"].split()) and not _has_role_below(text, *signed.span("alone")):
        return None
    if signed["bare"] and text.startswith((", but ", ", and ", ", not ", ", or "), signed.end("bare")):
        return None  # a heading: Violence, but not random
    if signed["bare"] and signed.end() - signed.end("bare") > FAR and not _is_described(signed["bare"], signed[0]):
        return None
    line = make_lone_line(text, *signed.span(signed.lastgroup))
    if signed["name"]:
        beside = (at for at in range(1, len(line.words)) if is_beside_name(line.words[at]))
        if (at := next(beside, 0)) > 1:
            return make_lone_line(text, signed.start("name"), line.ends[at - 1])
    return line


def _is_described(name: str, whole: str) -> bool:
    """Tell "Gwen Hale, a clerk of the town's department of ..." from a sentence without its stop."""
    words = name.split()
    beside = whole.rpartition(f"{name}, ")[2].lower().split()[:DESCRIBED]
    person = any(low in ROLES or is_person_noun(low) for low in beside)
    return 1 < len(words) < 5 and is_sure(words) and all(word[0].isupper() for word in words) and person


def _is_titled(words: list[str]) -> bool:
    """Tell "Returning officer Sarita Mehra" from a heading: a role and a name that begins with a known given name."""
    at = next((at for at in range(len(words) - 1, 0, -1) if words[at - 1].lower() in ROLES), 0)
    name = words[at:]
    return at > 0 and 2 <= len(name) <= 3 and is_sure(name) and all(word[0].isupper() for word in name)


def _has_role_below(text: str, start: int, end: int) -> bool:
    """Tell a full name with a role on the line below it: Gwen Hale / Retired nurse."""
    words, stop = text[start:end].split(), text.find("\n", end + 1)
    below = text[end + 1 : stop if stop > 0 else len(text)]
    if len(below) > LONGEST or not below[:1].isalpha() or below[-1] in '.:!?”"' or not text.startswith("\n", end):
        return False
    full = 1 < len(words) < 5 and is_sure(words) and all(word[0].isupper() or word in SMALL for word in words)
    lows = [word.strip(",()").lower() for word in below.split()]
    return full and any(low in ROLES or is_person_noun(low) for low in lows)


def find_signers_between(line: Line) -> list[tuple[int, Line]]:
    """Find the names beside their papers that sign quotations of one paragraph: “...” Kim Lee, The Post “...”."""
    runs = sorted(line.runs)
    found = []
    for number, (at, after) in enumerate(zip(runs, [*runs[1:], len(line.words)], strict=True)):
        left = line.runs[after].left if after in line.runs else line.ends[-1]
        beside = after - at < LONGEST and BETWEEN.fullmatch(line.text, line.runs[at].right, left)
        if beside and is_sure(beside["name"].split()):
            found.append((number, make_lone_line(line.text, *beside.span("name"))))
    return found


def is_name_line(line: Line) -> bool:
    """Tell whether every word of a line that is neither small nor a role has a capital, and nobody is anything."""
    return BE.isdisjoint(line.lows) and all(
        word[0].isupper() or low in ROLES
        for word, low in zip(line.words, line.lows, strict=True)
        if word.isalpha() and len(word) > 3
    )


def is_unnamed(line: Line) -> bool:
    """Tell who signs without a name: Anonymous, Name withheld, A reader."""
    low = " ".join(line.lows)
    person = line.lows[0] in ("a", "an", "the", "one") and 1 < len(line.lows) < 5
    role = line.lows[-1] in ROLES or is_person_noun(line.lows[-1])
    return low.startswith(("anonymous", "name withheld", "name and address")) or (person and role)


def is_signed_with_dash(text: str, paragraph: tuple[int, int] = (0, 0)) -> bool:
    """Tell whether a paragraph, if there is one, is a name behind a dash."""
    signed = SIGNED.match(text, *paragraph)
    return signed is not None and signed["name"] is not None


def is_signed(text: str, paragraph: tuple[int, int]) -> bool:
    """Tell whether a paragraph is a name behind a dash, or one beside its paper: Philip Kahn, The Harbour Post."""
    signed = SIGNED.match(text, *paragraph)
    if signed is not None and signed["alone"]:
        return _has_role_below(text, *signed.span("alone"))
    if signed is None or not signed["bare"]:
        return signed is not None and (signed["name"] or signed["claiming"]) is not None
    words, beside = signed["bare"].split(), text[signed.end("bare") + 2 : paragraph[1]].split()
    return 1 < len(words) < 5 and is_sure(words) and all(word[0].isupper() or word in SMALL for word in words + beside)


def are_side_by_side(line: Line) -> bool:
    """Tell one quotation, or several without a word of the text's own between them, which one name can sign."""
    first, last = min(line.runs), max(line.runs)
    return all(at in line.runs or not line.words[at][0].isalnum() for at in range(first, last))


def is_signed_line(line: Line) -> bool:
    """Tell whether a paragraph is quotations and the name of who said them, behind a dash or beside a paper."""
    if 0 not in line.runs or len(line.runs) > MOST_SIGNED or len(line.sentences) > 1 + len(line.runs):
        return False
    if not are_side_by_side(line):
        return False
    right, end = line.runs[max(line.runs)].right, line.ends[-1]
    if line.text.startswith(" ", right) and is_signed(line.text, (right + 1, end)):
        return True
    signer = find_signer(line.text, right, end, None) if is_signed_with_dash(line.text, (right, end)) else None
    return signer is not None and is_name_line(signer)


def find_name_line(text: str, run: QuotedRun) -> Line | None:
    """Find the name in a paragraph that ends a quotation of the one before and names who said it, no more."""
    if run.opened or run.end - run.start > LONGEST:
        return None
    line = make_lone_line(text, run.start, run.end)
    comma = next((at for at, word in enumerate(line.words) if word in (",", "(")), len(line.words))
    comma -= comma == len(line.words) and line.words[-1:] == ["."]
    if not comma or holds_verb(line, 0, len(line.words)):
        return None
    if not all(word[0].isupper() or not word[0].isalpha() for word in line.words[:comma]):
        return None
    return make_lone_line(text, run.start, line.ends[comma - 1])
