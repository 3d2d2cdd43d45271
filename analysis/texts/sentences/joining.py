"""What goes on the sentence before: who asked behind a question, a text behind its number, the noun of an ordinal."""

from __future__ import annotations

import re
from functools import cache

from analysis.texts.sentences.abbreviations import CAPITAL, SMALL, load_abbreviations

# verbs that give words only with what stands behind them
PARTED = (
    "(?:shot|shoots|hit|hits|fired|fires|pushed) back|(?:cried|called|blurted) out|(?:went|goes) on|"
    "(?:chimed|chimes|cut|cuts|butted|butts|broke|breaks) in|(?:piped|pipes) up"
)
_LETTER = re.compile(r"[^\W_]")
_GOES_ON = re.compile(rf"['\")\]]* *(?:[–—-]{{1,2}} *['\"]?[{SMALL}]|[,;]|[{SMALL}])")
_BEFORE_ORDINAL = re.compile(r"(?<!\bI )\b(?P<before>[^\W\d_]+) (?:\d{1,2}\. (?:und|bis|oder|[–-]) )?\d{1,2}\.$")
_OPENING_TIME = re.compile(  # At 5 a.m. Mr. Lee left, В 2010-2012 гг. Виктор бывал там
    r"(?:(?:At|By|Around|About|Before|After|From|Until|Since) (?:\w+ )?\d{1,2}(?:[:.]\d\d)? ?[ap]\.m\.|"
    r"(?:В|К|С|До|После|За|У|З|Після|Протягом) (?:\w+ ){0,2}\d{4}\s?[-–—]\s?\d{2,4} (?:гг|рр)\.)",
    re.IGNORECASE,
)
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_TOLD = re.compile(r"[^\W\d_]\.['\"]{1,3}$")
_SAYS_NO_MORE = re.compile(  # Ida Lee said. Ida Lee told reporters on Monday.
    r"(?!(?:He|She|They|It|I|We|You) )(?:[\w'.-]+,? ){1,6}"
    r"(?:said|says|added|adds|noted|notes|explained|explains|wrote|writes|recalled|"
    r"asked|asks|replied|replies|wondered|"
    rf"told (?:reporters|journalists|the [\w ]{{2,30}}|[{CAPITAL}][\w ]{{2,30}}))"
    rf"(?: [{CAPITAL}]\w{{2,5}}day)?"
    r"(?: (?:on|in|at|to|during|after|via) [\w ]{2,40}| (?:about|of) [\w', ]{2,90})?[.,]?"
)
_DASHED = re.compile(
    rf"[–—-]{{1,2}} ?(?:[{CAPITAL}][\w'.-]* ){{1,4}}(?:said|says|told|tells|wrote|writes)\b"
)  # " -- Ida Lee told me
_ASKED = re.compile(r"[?!…]['\"]{1,3}$")
MOST_SAYING = 140  # characters of who said something and when
_LONGEST_NUMBER = 5  # characters of what _NUMBER matches from its first letter or digit on
_NUMBER = re.compile(r"[^\w]*(?:\d{1,3}|[A-Za-z]|[ivx]{1,4})[.)]")


@cache
def _speaker() -> re.Pattern[str]:
    """Somebody in up to four words and a verb of saying: "Trump asked", "The Texas senator, then replied".

    A name with its titles may be longer, and what stands between commas behind it ("Bob Lee, a nurse from Ohio,"), or
    whose what somebody is before a full name ("Hull's communications director Bob Lee wrote").
    "Nobody answered" is a sentence of its own.
    """
    lists = load_abbreviations()
    verbs = "|".join([*sorted(lists["verbs_of_saying"]), "want(?:s|ed) to know", PARTED])
    more = rf"(?:in|on|at|to|of|about|during|after|before|as|with|when|while|via|later)\b|[{CAPITAL}]\w*day\b"
    ended = rf"(?=(?: [a-z]+ly)?(?:[.,;:]|$| (?:{more})))"
    verbs += rf"|(?:{'|'.join(sorted(lists['further_verbs']))})\b{ended}"
    name = rf"(?:[{CAPITAL}][\w'.-]*|of|the|de|van|von|der|bin|al|for|and) "
    then = r"(?:(?:then|also|later|again|once|had|has|[a-z]+ly) ){0,2}"
    party = r"(?: \([^()?!;:\"]{2,24}\))?"  # (D-Mass.)
    named = rf"(?=[{CAPITAL}])(?:{name}){{0,8}}[{CAPITAL}][\w'.-]*{party}(?:, [^.?!;:\"]{{3,140}},)? {then}"
    titled = rf"(?=[{CAPITAL}])(?:[\w'.-]+ ){{1,6}}[{CAPITAL}][\w'.-]* [{CAPITAL}][\w'.-]*{party} {then}"
    nobody = "Nobody|No one|None|Никто|Ніхто|Niemand|Keiner|Personne|Nadie|Ешкім"
    return re.compile(
        rf"(?!(?:{nobody}) )(?:(?:[\w'.-]+,? ){{1,4}}|{named}|{titled})(?i:{verbs})\b(?! that\b|: ?['\"])"
    )


def _is_ordinal(text: str, begin: int, stop: int, start: int) -> bool:
    """Whether a number that ends a piece is an ordinal: am 3. Oktober, der 2. Wahlgang."""
    before, lists = _BEFORE_ORDINAL.search(text[max(begin, stop - 40) : stop]), load_abbreviations()
    if not before or before["before"].lower() not in lists["before_ordinals"]:
        return False
    following = _FIRST_WORD.match(text, start)
    return following is not None and following[0].lower() not in lists["german_starters"]


def _opens_with_time(text: str, begin: int, stop: int, start: int) -> bool:
    """Whether a piece is the time with which a sentence opens and nothing else: At 5 a.m. Mr. Lee left."""
    following = _OPENING_TIME.fullmatch(text, begin, stop) and _FIRST_WORD.match(text, start)
    return bool(following) and following[0].lower() not in load_abbreviations()["sentence_starters"]


def _is_told(text: str, begin: int, stop: int, start: int, end: int) -> bool:
    """Whether words in marks that end in a full stop stand before who said them, where nothing else is said.

    So does a question that has lost its closing mark.
    """
    unclosed = text[stop - 1] in "?!" and text[begin] == '"' and text.find('"', begin + 1, stop) < 0
    short = end - start < MOST_SAYING and (_TOLD.search(text, max(0, stop - 5), stop) is not None or unclosed)
    return short and _SAYS_NO_MORE.fullmatch(text, start, end) is not None


def belongs_before(text: str, before: list[int], start: int, end: int) -> bool:
    """Whether a piece goes on the one before: "he asked" after a question, a text after its number or bullet."""
    begin, stop = before
    if text[stop - 3 : stop] in (".m.", ".M.", "гг.", "рр.") and _opens_with_time(text, begin, stop, start):
        return True
    capital = "A" <= text[start : start + 1] <= "Z"
    if stop - begin > 1 and text[stop - 2 : stop].strip("0123456789") == "." and _is_ordinal(text, begin, stop, start):
        return True
    if capital and stop - begin > _LONGEST_NUMBER and text[begin].isalpha() and text[stop - 1] == ".":
        return False  # most are plain: a capital behind a full stop, and more than a number
    if (
        text[stop - 1] in "'\""
        and _ASKED.search(text, max(begin, stop - 4), stop)
        and _speaker().match(text, start, end)
    ):
        return True
    if text[stop - 1] == '"' and text[start] in "–—-" and _DASHED.match(text, start, end):
        return True
    if text[stop - 1] in "'\"?!" and _is_told(text, begin, stop, start, end):
        return True
    if _GOES_ON.match(text, start, end) or not _LETTER.search(text, start, end):
        return True
    return _NUMBER.fullmatch(text, *before) is not None or not _LETTER.search(text, *before)
