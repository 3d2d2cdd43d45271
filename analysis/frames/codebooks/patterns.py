"""How a codebook's words are written, and how text is cut into the tokens that they are found on.

A word is one or more tokens: "blame", "blam*", "act now", "took * to court", "treat{y,ies}".
`*` inside a token stands for any letters, alone for any one word; `{a,b}` for one of several endings.
Capitals count where a word is written in them: "US" is "US" and "U.S." and never "us", "AIDS" also "Aids".
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, chain

from analysis.texts import tokens
from analysis.texts.characters import straighten
from analysis.words.braces import list_variants

MARK = '.,;:!?…()[]—–"'  # stands between words and is a token of its own: no phrase runs across it
_ANY = r"(?:[^\W_']|'[^\W_])*?"  # what * stands for, as little of it as may be
_STAR = "ʘ"  # a letter that no text has, to stand for * while a pattern is cut as text is
_ALLOWED = re.compile(r"[\w\s'*.\-{},]+")
MOST_TOKENS = 8
MOST_LETTERS = 200  # of a written word
# an address without https:// or www., which texts.tokens does not cover: bit.ly/war, war.example/news, stopwar.org
_BARE_ADDRESS = re.compile(
    r"(?<![\w@.-])(?:[A-Za-z0-9-]{1,63}\.){1,5}(?:[a-z]{2,24}/\S*|(?:com|org|net|info|gov|edu|int|ru|uk|de|fr|kz|io)\b(?![\w.-]*\w))"
)
_DOT_AND_LETTER = re.compile(r"\.[a-z]")  # every such address has one, and few sentences
_DOTTED = re.compile(r"(?:[A-Z]\.){1,6}[A-Z]\.?")
_ABBREVIATION = re.compile(r"[A-Z]{2,5}")
SHORT = 3  # letters up to which an abbreviation must stand in capitals; longer ones may have one (Nato, Aids)


@dataclass(frozen=True)
class Pattern:
    """A word of a codebook: what was written, its token sequences, its weight and the phrases it is not in.

    capitals: for each sequence, which of its tokens must stand in capitals; also: the other spelling of an abbreviation
    ("U.S." of "US", "US" of "U.S."), every token in capitals.
    """

    text: str
    variants: tuple[tuple[str, ...], ...]
    weight: float = 1.0
    unless: tuple[tuple[str, ...], ...] = ()
    line: int = 0
    capitals: tuple[tuple[bool, ...], ...] = ()
    also: tuple[tuple[str, ...], ...] = ()

    @property
    def sequences(self) -> list[tuple[tuple[str, ...], tuple[bool, ...]]]:
        """Each token sequence with its capitals, the other spelling of an abbreviation last."""
        own = list(zip(self.variants, self.capitals, strict=True))
        return own + [(variant, (True,) * len(variant)) for variant in self.also if variant not in self.variants]


def fold_text(text: str) -> str:
    """Lower a text, straighten its marks and cover its addresses, character for character."""
    if _DOT_AND_LETTER.search(text):
        text = _BARE_ADDRESS.sub(lambda found: tokens.ADDRESS * len(found.group()), text)
    lowered = text.lower()
    if len(lowered) != len(text):  # "İ" lowers to two characters, which would shift every offset
        lowered = "".join(low if len(low := character.lower()) == 1 else character for character in text)
    return straighten(lowered)


def cut_token(token: str) -> tuple[str, ...]:
    """Cut a token of texts.tokens as codebooks want it: at hyphens and all else in it that is no letter or digit.

    "cease-fire" gives two, "u.s." two, "don't" one; a possessive 's is left out. Of marks those of MARK stay, the end
    of a paragraph and an address; the others part nothing and give none.
    """
    if token.isalpha():
        return (token,)
    if tokens.is_word(token):
        runs = "".join(sign if sign.isalnum() or sign == "'" else " " for sign in token).split()
        return tuple(bare for run in runs if (bare := run.removesuffix("'s").strip("'")))
    if token[0] == "\n":
        return (token,) if token.count("\n") > 1 else ()
    mark = next((sign for sign in token if sign in MARK or sign == tokens.ADDRESS), None)
    return (mark,) if mark else ()


_cuts = tokens.Cuts(cut_token)


def cut_text(text: str) -> list[str]:
    """Split a folded text into words, without a possessive 's, and marks."""
    return list(chain.from_iterable(map(_cuts.__getitem__, tokens.split_tokens(text))))


class TokenPlaces:
    """The tokens of `cut_text`, and where they stand in the folded text: worked out for those that are asked for."""

    def __init__(self, text: str) -> None:
        self._tokens, self._starts, _ = tokens.place_straight_tokens(text)
        self._cuts = list(map(_cuts.__getitem__, self._tokens))
        self._firsts = list(accumulate(map(len, self._cuts), initial=0))

    def cut(self) -> list[str]:
        """The tokens, as `cut_text` gives them."""
        return list(chain.from_iterable(self._cuts))

    def span(self, number: int, length: int = 1) -> tuple[int, int]:
        """Start and end of so many tokens, from the one of that number on."""
        return self._place(number)[0], self._place(number + length - 1)[1]

    def _place(self, number: int) -> tuple[int, int]:
        place = bisect_right(self._firsts, number) - 1
        token, at = self._tokens[place], 0
        for part in self._cuts[place][: number - self._firsts[place] + 1]:
            begin = token.index(part, at)
            at = begin + len(part)
        return self._starts[place] + begin, self._starts[place] + at


def parse_word(text: str) -> tuple[tuple[str, ...], ...]:
    """Turn a written word into its token sequences.

    Raises ValueError with what is wrong: a character that means nothing here, nothing literal in it, too long.
    """
    if len(text) > MOST_LETTERS:
        raise ValueError(f"{len(text):,} letters are more than the {MOST_LETTERS} that a word may have")
    if not _ALLOWED.fullmatch(text):
        odd = sorted(set(re.sub(r"[\w\s'*.\-{},]", "", text)))
        raise ValueError(f"{odd} means nothing in a word: write letters, spaces, ', -, *, {{a,b}}")
    variants = tuple(dict.fromkeys(tuple(split_glob(fold_text(part))) for part in list_variants(text)))
    for variant in variants:
        lettered = any(len(token.replace("*", "")) >= 2 for token in variant) or _DOTTED.fullmatch(text)
        if not lettered or variant[0] == "*" or variant[-1] == "*":
            raise ValueError("a word needs two letters in a row, and a word of its own at either end, beside *")
        if len(variant) > MOST_TOKENS:
            raise ValueError(f"{len(variant)} tokens are more than the {MOST_TOKENS} that a word may have")
    return variants


def make_pattern(text: str, weight: float = 1.0, unless: tuple[tuple[str, ...], ...] = (), line: int = 0) -> Pattern:
    """Make a pattern of a written word; raises ValueError as `parse_word` does."""
    variants = parse_word(text)
    written = {tuple(split_glob(fold_text(part))): part for part in list_variants(text)}
    capitals = tuple(_mark_capitals(written[variant]) for variant in variants)
    return Pattern(text, variants, weight, unless, line, capitals, _spell_otherwise(text))


def _mark_capitals(part: str) -> tuple[bool, ...]:
    """Say which tokens of a written word are in capitals, two letters or more or with a full stop after each."""
    dotted = bool(_DOTTED.fullmatch(part))
    return tuple(
        token.isupper() and (dotted or len(token.replace("*", "")) > 1) for token in split_glob(straighten(part))
    )


def _spell_otherwise(text: str) -> tuple[tuple[str, ...], ...]:
    """Spell an abbreviation the other way, with full stops or without."""
    if _ABBREVIATION.fullmatch(text):
        return (tuple(text.lower()),)
    return ((text.replace(".", "").lower(),),) if _DOTTED.fullmatch(text) else ()


def is_written_so(found: str, capitals: tuple[bool, ...]) -> bool:
    """Whether what a text has is written in the capitals that a sequence asks for.

    found: as the text has it, from the first letter of the first token to the last of the last.
    """
    if len(capitals) > 1 and all(capitals) and _DOTTED.fullmatch(found):
        return True
    parts = split_glob(straighten(found))
    if len(parts) != len(capitals) or (all(capitals) and len(parts) > 1 and all(len(part) == 1 for part in parts)):
        return False  # U S is no abbreviation
    return all(not wanted or _is_in_capitals(part) for part, wanted in zip(parts, capitals, strict=True))


def _is_in_capitals(token: str) -> bool:
    return token.isupper() or (len(token) > SHORT and token[0].isupper())


def split_glob(text: str) -> list[str]:
    """Split a folded pattern into tokens as `cut_text` does, keeping its stars."""
    return [token.replace(_STAR, "*") for token in cut_text(text.replace("*", _STAR))]


@lru_cache(maxsize=10_000)
def compile_glob(token: str) -> re.Pattern[str]:
    """Compile a token with stars in the middle or in front to the expression it stands for.

    What stands between two stars is taken where it first fits and never tried again, so that a word of a million
    letters takes a million steps, not their square.
    """
    first, *middle, last = map(re.escape, token.split("*"))
    return re.compile(first + "".join(f"(?>{_ANY}{part})" for part in middle) + _ANY + last)
