"""Whose president "su presidente", "son président", "sein Präsident" is: of a body that stands before."""

from __future__ import annotations

from analysis.sourcing.its_heads import split_sentences_before
from analysis.sourcing.languages.words import LanguageRoles
from analysis.sourcing.roles import GOVERNMENT, FoundWord, find_role_words

ITS = frozenset(
    ["su", "sus", "son", "sa", "leur", "leurs", "sein", "seine", "seinem", "seinen", "seiner", "ihr", "ihre", "ihrem",
     "ihren", "ihrer"]
)  # fmt: skip


def find_role_of_owned(known: LanguageRoles, text: str, at: int, head: FoundWord) -> str | None:
    """The role of whom a text calls "su presidente" before a name; None where nothing before tells it, or no "su".

    at: where the name begins; head: the office, which would be of the government if it were that of a state.
    """
    if head.kind != "anybody" or head.role != GOVERNMENT:
        return None
    *_, before, own = ["", *split_sentences_before(text, at)]
    words = own.split()
    owned = next((place for place in range(len(words) - 1, -1, -1) if words[place].lower() in ITS), -1)
    if owned < 0 or len(words) - owned > head.stop - head.start + 2:
        return None
    said = (_role_of_first_body(known, stretch) for stretch in (" ".join(words[:owned]), before))
    return next((role for role in said if role is not None), None)


def _role_of_first_body(known: LanguageRoles, stretch: str) -> str | None:
    """The role of the first body that a stretch of text names; None where it names none."""
    words = known.split(stretch)
    for one in find_role_words([word.base for word in words], known.roles):
        key = " ".join(word.base for word in words[one.start : one.stop])
        articled = words[one.start].low in known.rules["articles"]  # El País is a paper, el país is none
        called = not articled or words[one.stop - 1].low.capitalize() in stretch
        if called and key in known.roles.bodies and not words[one.start].sex:
            return known.roles.bodies[key]
    return None
