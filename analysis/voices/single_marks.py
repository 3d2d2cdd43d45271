"""Single quotation marks, which look like apostrophes: don't, the workers' choice, rock 'n' roll."""

from __future__ import annotations

import re
from bisect import bisect_left

# the mark comes first and then what may stand before it, so that they are searched fast
OPEN = re.compile(r"['‘‚‹›](?<![\w'’‘].)(?=[^\W\d_])(?!(?:[Ee]m|[Tt]il|[Tt]is|[Tt]was|[Cc]ause|n|round|bout)\b)")
CLOSE = re.compile(r"['’‘›‹](?<=[\w.,!?…].)(?![\w’'])|['’](?<=[\w]['’],.)|(?<=\w)['’](?=,['’](?!\w))")
NO_APOSTROPHE = re.compile(r"(?<!\w)['‘’‚‹›`]|['‘’‚‹›`](?!\w)")  # a single mark that does not stand within a word
AFTER = frozenset(",.;:!?)")
ELIDED = frozenset("sSzxn")  # letters that an apostrophe may follow: the workers', nothin'
OPEN_ENTITY = "&(?:amp;)?(?:lsquo|#8216|#x2018|sbquo|lsaquo|#0?39|apos);"
WRITTEN_OUT = re.compile(  # &lsquo;We stay,&rsquo; of web pages
    rf"(?<![\w;]){OPEN_ENTITY}(?=\S)([^\n]{{1,2000}}?)&(?:amp;)?(?:rsquo|#8217|#x2019|rsaquo|#0?39|apos);(?!\w)"
)
_LETTER_LEFT = re.compile(r"(?<!\w)[ot]$")  # of a word that lost the rest: the lot o' them
LOOKED_AT = 40  # closing marks behind an opening one
_NEXT_OPENS = re.compile(r"\s*['‘](?=[^\W\d_]\w*\s)(?!(?:[Ee]m|[Tt]il|[Tt]is|[Tt]was|[Cc]ause|n|round|bout)\b)")
_CLOSES = re.compile(r"(?<=[\w.,!?…])['’](?!\w)")
NESTED = 6  # names and the like in marks within a quotation in the same marks
INNER = 40  # characters of one of these
STOPS = frozenset(",.!?…")


def find_single_runs(paragraph: str) -> list[tuple[int, int]]:
    """Find what stands in single marks: where it starts and ends, without the marks.

    Apostrophes make them unsure, so only closed ones count.
    """
    openers = [match.end() for match in OPEN.finditer(paragraph)]
    closers = [match.start() for match in CLOSE.finditer(paragraph)] if openers else []
    runs: list[tuple[int, int]] = []
    for number, opened in enumerate(openers):
        if runs and opened <= runs[-1][1]:
            continue
        limit = openers[number + 1] if number + 1 < len(openers) else len(paragraph)
        ends = closers[bisect_left(closers, opened) : bisect_left(closers, limit)][:LOOKED_AT]
        if ends:
            runs.append((opened, _choose_end(paragraph, ends)))
        elif (end := _find_outer_end(paragraph, openers[number + 1 : number + 1 + NESTED], closers)) > 0:
            runs.append((opened, end))
    return runs


def find_open_single(text: str, start: int, end: int, runs: list[tuple[int, int]]) -> int:
    """Find the single mark that nothing in its paragraph closes, at a sentence's start, where the next opens with one.

    So British papers set a quotation over paragraphs: each opens, the last alone closes. runs: what is closed in the
    paragraph. Returns the mark's place, -1 if there is none.
    """
    following = _NEXT_OPENS.match(text, end)
    if not following:
        return -1
    sign = text[following.end() - 1]
    at = start if not runs and text.startswith(sign, start) else text.rfind(f" {sign}", start, end) + 1
    begins = at == start or text[at - 2 : at - 1] in tuple(".!?,:…")
    after = start + runs[-1][1] if runs else start
    if at < max(after, start) or not begins or not OPEN.match(text, at) or _CLOSES.search(text, at, end):
        return -1
    return at


def find_written_out(paragraph: str) -> list[tuple[int, int, int, int]]:
    """Find what stands in single marks written as entities: start and end of the words, and with their marks."""
    return [(*match.span(1), *match.span()) for match in WRITTEN_OUT.finditer(paragraph)]


def _find_outer_end(paragraph: str, inner: list[int], closers: list[int]) -> int:
    """Find where a quotation ends that holds others in the same marks: 'We met at the 'Old Mill' on Sunday,'; else -1.

    inner: where those begin. What stands inside is a name or a few words without a stop; a stop ends what is around it.
    """
    for number, opened in enumerate(inner):
        first = bisect_left(closers, opened)
        limit = inner[number + 1] if number + 1 < len(inner) else len(paragraph)
        ends = closers[first : bisect_left(closers, limit)][:LOOKED_AT]
        if not ends or ends[0] - opened > INNER or paragraph[ends[0] - 1] in STOPS:
            return -1
        outer = next((at for at in ends[1:] if paragraph[at - 1] in STOPS), -1)
        if outer > 0:
            return outer
    return -1


def _choose_end(paragraph: str, ends: list[int]) -> int:
    """Choose the mark that closes: the first that can be no apostrophe, else the first that a stop stands beside."""
    for at in ends:
        if paragraph[at - 1] not in ELIDED and not _LETTER_LEFT.search(paragraph, max(0, at - 2), at):
            return at
    return next((at for at in ends if _stands_at_stop(paragraph, at)), ends[0])


def _stands_at_stop(paragraph: str, at: int) -> bool:
    after = paragraph[at + 1 : at + 2]
    return not after or (after in AFTER and paragraph[at + 2 : at + 3] not in ("'", "’"))
