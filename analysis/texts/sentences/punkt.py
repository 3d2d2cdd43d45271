"""NLTK's Punkt with abbreviations of our own, and what it gives put together where speech or lists were torn.

Source: Kiss & Strunk 2006, Unsupervised Multilingual Sentence Boundary Detection, Computational
Linguistics 32(4). Its parameters are not learned here but written down (abbreviations.yaml), so that a
sentence never depends on the rest of the corpus, and nothing is downloaded.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import yaml
from nltk.tokenize.punkt import PunktLanguageVars, PunktParameters, PunktSentenceTokenizer

ABBREVIATIONS = Path(__file__).with_name("abbreviations.yaml")
_LETTER = re.compile(r"[^\W_]")
_SMALL = "a-zß-öø-ÿа-яёіїєґ"
_CAPITAL = "A-ZÀ-ÖØ-ÞА-ЯЁІЇЄҐ"
_GOES_ON = re.compile(rf"['\")\]]* *(?:[–—-]{{1,2}} *['\"]?[{_SMALL}]|[,;]|[{_SMALL}])")
_ELLIPSIS = re.compile(rf"(?:\.\.\.|…)['\")\]]* +(?=['\"(]?[{_CAPITAL}])")
_DOTS = re.compile(r"\.\.\s+\S+$")
_GLUED = re.compile(
    rf"(?<=[{_SMALL}][{_SMALL}][{_SMALL}])[.?!]['\")]?(?=[{_CAPITAL}][{_SMALL}]* )(?!Com |Org |Net |Ru )"
)
_EMOJI_AFTER = re.compile(rf"[.?!][\u2600-\u27bf\U0001f000-\U0001faff\ufe0f\u200d]+ +(?=['\"(]?[{_CAPITAL}])")
_ORDINAL = re.compile(r"(?:^|\D)\d{1,2}\.\s+(?P<next>[^\W\d_]+)$")  # "3. Mai"
_ASKED = re.compile(r"[?!…]['\"]{1,3}$")
_NUMBER = re.compile(r"[^\w]*(?:\d{1,3}|[A-Za-z]|[ivx]{1,4})[.)]")
_PLAIN_END = re.compile(r"(?:^|[^\w.])([^\W\d_]{2,})\.(?:[\"')\]]|\s+\S+)$")
_INITIALS = re.compile(r"[^\W\d_](?:\.[^\W\d_])*")
_CONTEXT = re.compile(r"(?:^|[\s\"'(\[])(?P<word>[^\W\d_](?:[^\W\d_]|\.(?=[^\W\d_]))*)\.\s+(?P<next>\S+)$")


@cache
def load_abbreviations() -> dict[str, frozenset[str]]:
    """The lists of abbreviations.yaml, in small letters without the last full stop."""
    written = yaml.safe_load(ABBREVIATIONS.read_text("utf-8"))
    return {name: frozenset(words.lower().replace("\n", " ").split()) for name, words in written.items()}


class _Marks(PunktLanguageVars):
    """Punkt's expressions, compiled by re: NLTK's own stop with a TimeoutError when the machine is busy."""

    __slots__ = ()
    re_boundary_realignment = re.compile(PunktLanguageVars.re_boundary_realignment.pattern, re.MULTILINE)

    def period_context_re(self) -> re.Pattern[str]:
        return _compiled(self._period_context_fmt, self._re_non_word_chars, self._re_sent_end_chars)

    def _word_tokenizer_re(self) -> re.Pattern[str]:
        return _compiled(self._word_tokenize_fmt, self._re_non_word_chars, self._re_sent_end_chars)


@cache
def _compiled(form: str, non_word: str, ends: str) -> re.Pattern[str]:
    parts = {
        "NonWord": non_word,
        "SentEndChars": ends,
        "MultiChar": PunktLanguageVars._re_multi_char_punct,
        "WordStart": PunktLanguageVars._re_word_start,
    }
    return re.compile(form % parts, re.VERBOSE)


class _Punkt(PunktSentenceTokenizer):
    """Punkt, told more of an abbreviation than that it is one."""

    def text_contains_sentbreak(self, text: str) -> bool:
        """Whether a sentence ends in a context: a word, the mark that may end it, and what follows."""
        if text[0] in ".?!" and text[1:2].isspace():
            return True
        if _DOTS.search(text):
            return False  # `_pieces` cuts after an ellipsis wherever a capital follows
        known = self._params.abbrev_types
        plain = _PLAIN_END.search(text)
        if plain and plain[1].lower() not in known:
            return True  # what Punkt itself says of a word that is no abbreviation, at a tenth of the time
        if (found := _CONTEXT.search(text)) and (ends := _ends_sentence(found["word"], found["next"])) is not None:
            return ends
        ordinal = _ORDINAL.search(text)
        if ordinal and ordinal["next"].lower() in load_abbreviations()["months_after_ordinals"]:
            return False
        return super().text_contains_sentbreak(text)


def _ends_sentence(word: str, following: str) -> bool | None:
    """Whether an abbreviation with rules of its own ends a sentence; None leaves it to Punkt."""
    lists, small = load_abbreviations(), word.lower()
    follower = following.lstrip("\"'([").rstrip(".,;:!?\"')]")
    if small in lists["before_a_name"]:
        return False
    if small in lists["before_a_number"]:
        return not (follower[:1].isdigit() or re.fullmatch("[IVXivx]+", follower))
    if small in lists["only_capitalised"] and word.islower():
        return True
    if small in lists["ends_at_a_capital"] and follower[:1].isupper():
        return follower.lower() not in lists["days_months_zones"]
    if _INITIALS.fullmatch(word):  # "Group A. The match", but "Donald J. Trump", "George H.W. Bush"
        further = len(follower) == 1 and following.endswith(".")
        return follower[:1].isupper() and follower.lower() in lists["sentence_starters"] and not further
    return None


NO_ABBREVIATIONS = ("days_months_zones", "months_after_ordinals", "sentence_starters", "verbs_of_saying")


@cache
def _tokenizer() -> PunktSentenceTokenizer:
    lists = load_abbreviations()
    parameters = PunktParameters()
    parameters.abbrev_types = set().union(*(words for name, words in lists.items() if name not in NO_ABBREVIATIONS))
    parameters.sent_starters = set(lists["sentence_starters"])
    return _Punkt(parameters, lang_vars=_Marks())


def cut_sentences(text: str) -> list[tuple[int, int]]:
    """(start, end) of the sentences of a stretch of text, blanks around them and what has no letter left out."""
    joined: list[list[int]] = []
    for start, end in _pieces(text):
        if joined and _belongs_before(text, joined[-1], start, end):
            joined[-1][1] = end
        else:
            joined.append([start, end])
    return [(start, end) for start, end in joined if _LETTER.search(text, start, end)]


def _pieces(text: str) -> list[tuple[int, int]]:
    """What Punkt gives, cut further at a capital after an ellipsis, an emoji or glued to a full stop."""
    pieces = []
    for start, end in _tokenizer().span_tokenize(text):
        cuts = sorted(
            found.end() for cut in (_ELLIPSIS, _GLUED, _EMOJI_AFTER) for found in cut.finditer(text, start, end)
        )
        for begin, stop in zip([start, *cuts], [*cuts, end], strict=True):
            piece = text[begin:stop]
            pieces.append((begin + len(piece) - len(piece.lstrip()), begin + len(piece.rstrip())))
    return pieces


@cache
def _speaker() -> re.Pattern[str]:
    """Somebody in up to four words and a verb of saying: "Trump asked", "The Texas senator, then replied"."""
    verbs = "|".join(sorted(load_abbreviations()["verbs_of_saying"]))
    return re.compile(rf"(?:[\w'.-]+,? ){{1,4}}(?:{verbs})\b")


def _belongs_before(text: str, before: list[int], start: int, end: int) -> bool:
    """Whether a piece goes on the one before: "he asked" after a question, a text after its number or bullet."""
    if _ASKED.search(text, before[0], before[1]) and _speaker().match(text, start, end):
        return True
    if _GOES_ON.match(text, start, end) or not _LETTER.search(text, start, end):
        return True
    return _NUMBER.fullmatch(text, *before) is not None or not _LETTER.search(text, *before)
