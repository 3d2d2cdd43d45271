"""NLTK's Punkt with abbreviations of our own, and what it gives put together where speech or lists were torn.

Source: Kiss & Strunk 2006, Unsupervised Multilingual Sentence Boundary Detection, Computational
Linguistics 32(4). Its parameters are not learned here but written down (abbreviations.yaml), so that a
sentence never depends on the rest of the corpus, and nothing is downloaded.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterator
from functools import cache, lru_cache

from nltk.tokenize.punkt import PunktLanguageVars, PunktParameters, PunktSentenceTokenizer

from analysis.texts.sentences.abbreviations import CAPITAL, SMALL, load_abbreviations
from analysis.texts.sentences.datelines import LONGEST, find_dateline
from analysis.texts.sentences.joining import belongs_before
from analysis.texts.sentences.lettered import ends_in_letter

_LETTER = re.compile(r"[^\W_]")
_ELLIPSIS = re.compile(rf"(?:\.\.\.|…|[?!]\.\.)['\")\]]* +(?=['\"(]?[{CAPITAL}])")
_DOTS = re.compile(r"\.\.\s+\S+$")
_GLUED = re.compile(  # the mark first and then what stands before it: a search for a mark is a fast one
    rf"[.?!](?<=[{SMALL}][{SMALL}][{SMALL}].)['\")]?(?=[{CAPITAL}][{SMALL}]* )(?!Com |Org |Net |Ru )"
)
_MARK_GLUED = re.compile(rf"[.?!]['\")\]][{CAPITAL}]")
_EMOJI_AFTER = re.compile(rf"[.?!][\u2600-\u27bf\U0001f000-\U0001faff\ufe0f\u200d]+ +(?=['\"(]?[{CAPITAL}])")
_ORDINAL = re.compile(r"(?:^|\D)\d{1,2}\.\s+(?P<next>[^\W\d_]+)[.,;:!?'\")]*$")  # "3. Mai."
_STOP_SIGN = re.compile("[❗❕❓❔‼⁇⁈⁉]")
_SIGN_AFTER = re.compile(  # marks of posts that end a sentence: closed❗️ The mayor ...
    rf"[\w'\")%…] ?(?:[❗❕❓❔‼⁇⁈⁉]\ufe0f?)+\s+(?=[^\w\s.,;:?!]{{0,8}} ?['\"(]?[{CAPITAL}])"
)
_NAMED_WITH_A_MARK = re.compile(r"(?:^|\W)(?P<word>[^\W\d_]+)!\s+(?P<next>[^\W\d_]+)\S*$")  # Yahoo! Inc.
_PLAIN_END = re.compile(r"(?:^|[^\w.])([^\W\d_]{2,})\.(?:[\"')\]]|\s+\S+)$")
_ASKS = re.compile(r"(?:^|[^\w.?!])[^\W\d_]{2,}[?!](?:[\"')\]]|\s+\S+)$")  # that word? No
_GOES_ON = re.compile(
    rf"\.\s+&|(?:^|\W)[{CAPITAL}][{SMALL}]{{1,5}}\.\s+\d{{1,3}}:\d{{1,3}}\D*$"
)  # Com. & Adm., Matt. 5:3
_NUMBER = re.compile(rf"\d[\d,]*\.\s+[{CAPITAL}][{SMALL}]+,?$")  # 2016. Later
_ADDRESSES = frozenset(["Mr", "Mrs", "Ms", "Miss"])
_INITIALS = re.compile(r"[^\W\d_](?:\.-?[^\W\d_])*")
_CONTEXT = re.compile(r"(?:^|[\s\"'(\[])(?P<word>[^\W\d_](?:[^\W\d_°]|\.-?(?=[^\W\d_]))*)\.\s+(?P<next>\S+)$")
_REFERENCE = re.compile(r"(?:\[\d{1,3}\])+ ?")  # It was false.[2][3] Later
_AFTER, _NEXT = 1, 2  # groups of Punkt's expression, after_tok and next_tok: by number they are found faster
_OTHER_BLANKS = string.whitespace.replace(" ", "")
CLOSING = frozenset("\"')]}‘’“”«»")  # what Punkt's realignment begins with
MOST_KEPT, LONG = 100_000, 60  # contexts whose answer is remembered, those of fewer characters


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
    """Punkt, told more of an abbreviation than that it is one, and going through a text at three times its speed."""

    def __init__(self, parameters: PunktParameters) -> None:
        super().__init__(parameters, lang_vars=_Marks())
        self._ends = self._lang_vars.period_context_re()
        self._ends_sentence = lru_cache(MOST_KEPT)(self.text_contains_sentbreak)

    def find_spans(self, text: str) -> list[tuple[int, int]]:
        """What `span_tokenize` gives: (start, end) of each sentence, closing marks with the sentence before them."""
        closing = self._lang_vars.re_boundary_realignment
        spans, begin, kept = [], 0, -1
        cuts = self._cuts(text)
        for number, (start, end) in enumerate(cuts):
            following = cuts[number + 1] if number + 1 < len(cuts) else None
            first = kept if kept >= 0 else start + begin
            if (
                following
                and text[following[0] : following[0] + 1] in CLOSING
                and (found := closing.match(text, *following))
            ):
                begin, last = found.end() - following[0], following[0] + len(found[0].rstrip())
                goes_on = text[last - 1] == ")" and text[found.end() : found.end() + 1].islower()
                kept = first if goes_on else -1  # Ann Lee (D-R.I.) replied
                if not goes_on:
                    spans.append((first, last))
            else:
                if first < end:
                    spans.append((first, end))
                begin, kept = 0, -1
        return spans

    def _cuts(self, text: str) -> list[tuple[int, int]]:
        """The stretches between the marks that end a sentence."""
        cuts, start = [], 0
        for found, word in self._candidates(text):
            stop = found.end(_AFTER)
            while word < found.start() and text[word] > "\x7f" and not text[word].isalnum():
                word += 1  # ⚡️Mr. Lee
            known = self._ends_sentence if stop - word < LONG else self.text_contains_sentbreak
            if known(text[word:stop]) or ends_in_letter(text, word, stop):
                cuts.append((start, found.end()))
                following = found.start(_NEXT)
                start = following if following >= 0 else found.end()
        return [*cuts, (start, len(text.rstrip()))]

    def _candidates(self, text: str) -> list[tuple[re.Match[str], int]]:
        """Each mark that may end a sentence, with the start of the word before it; of a word with several, the last."""
        others = [] if text.isprintable() else [blank for blank in _OTHER_BLANKS if blank in text]
        candidates, before, start, stop = [], None, 0, 0
        for found in self._ends.finditer(text):
            at = found.start()
            last = text.rfind(" ", stop, at)
            for blank in others:
                last = max(last, text.rfind(blank, stop, at))
            word = last + 1 if last > stop else start
            if before and stop <= word:
                candidates.append((before, start))
            before, start, stop = found, word, at
        return [*candidates, (before, start)] if before else candidates

    def text_contains_sentbreak(self, text: str) -> bool:
        """Whether a sentence ends in a context: a word, the mark that may end it, and what follows."""
        if text[0] in ".?!" and text[1:2].isspace():
            return True
        if "!" in text and _is_named_with_a_mark(text):
            return False
        if _DOTS.search(text):
            return False  # `_pieces` cuts after an ellipsis wherever a capital follows
        if (":" in text or "&" in text) and _GOES_ON.search(text):
            return False
        known = self._params.abbrev_types
        plain = _PLAIN_END.search(text)
        if plain and plain[1].lower() not in known and not plain[1].endswith("str"):
            return True  # what Punkt itself says of a word that is no abbreviation, at a tenth of the time
        if _ASKS.search(text):
            return True  # likewise
        if (found := _CONTEXT.search(text)) and (ends := _ends_sentence(found["word"], found["next"])) is not None:
            return ends
        ordinal = _ORDINAL.search(text)
        if ordinal and ordinal["next"].lower() in load_abbreviations()["after_ordinals"]:
            return False
        if _NUMBER.match(text):
            return True  # what Punkt says of a number before a capital
        return super().text_contains_sentbreak(text)


def _is_named_with_a_mark(text: str) -> bool:
    """Whether an exclamation mark belongs to a name, and what follows goes on: Yahoo! Inc., Jeopardy! host."""
    found, lists = _NAMED_WITH_A_MARK.search(text), load_abbreviations()
    named = found is not None and found["word"].lower() in lists["with_a_mark"]
    return named and found["next"].lower() not in lists["sentence_starters"]


def _ends_sentence(word: str, following: str) -> bool | None:
    """Whether an abbreviation with rules of its own ends a sentence; None leaves it to Punkt."""
    lists, small = load_abbreviations(), word.lower()
    follower = following.lstrip("\"'([").rstrip(".,;:!?\"')]")
    if following[:1] in ("¿", "¡"):
        return True
    if small in lists["before_a_name"]:
        return False
    if small in lists["before_a_number"] or (small.endswith("str") and small != "str"):  # Bahnhofstr. 5
        return not (follower[:1].isdigit() or re.fullmatch("[IVXivx]+", follower))
    if small in lists["only_capitalised"] and word.islower():
        return not follower[:1].isdigit()  # rd. 5 Mio., 3 sec. 5
    if small in lists["only_small"]:
        return not word.islower() or _opens_sentence(follower)
    if small in lists["ends_at_a_capital"] and follower[:1].isupper():
        return follower.lower() not in lists["days_months_zones"]
    if _INITIALS.fullmatch(word):  # "Group A. The match", but "Donald J. Trump", "George H.W. Bush"
        further = len(follower) == 1 and following.endswith(".")
        if follower in _ADDRESSES:
            return True  # a tax of the U.S. Mr. Lee insisted
        if word.islower() and "." not in word:  # à 9 h. Elle est partie, в 1998 г. Затем
            return not further and _opens_sentence(follower)
        return follower[:1].isupper() and follower.lower() in lists["sentence_starters"] and not further
    return None


def _opens_sentence(follower: str) -> bool:
    """Whether a word with a capital is one of those, of any language, with which a sentence begins."""
    lists, small = load_abbreviations(), follower.lower()
    return follower[:1].isupper() and (small in lists["sentence_starters"] or small in lists["further_starters"])


NO_ABBREVIATIONS = (
    "days_months_zones",
    "after_ordinals",
    "before_ordinals",
    "german_starters",
    "sentence_starters",
    "further_starters",
    "verbs_of_saying",
    "further_verbs",
    "with_a_mark",
)


@cache
def _tokenizer() -> _Punkt:
    lists = load_abbreviations()
    parameters = PunktParameters()
    parameters.abbrev_types = set().union(*(words for name, words in lists.items() if name not in NO_ABBREVIATIONS))
    parameters.sent_starters = set(lists["sentence_starters"] | lists["further_starters"])
    return _Punkt(parameters)


def cut_sentences(text: str, plain: bool = False) -> list[tuple[int, int]]:
    """(start, end) of the sentences of a stretch of text, blanks around them and what has no letter left out.

    plain: whether `is_plain` says so of a text that the stretch is a part of.
    """
    joined: list[list[int]] = []
    head = -1  # where a dateline ends: what it opens goes on it
    for start, end in _pieces(text, plain):
        if len(joined) == 1 and joined[0][1] < LONGEST and head < 0:
            head = max(find_dateline(text, joined[0][0], len(text)), 0)
        if joined and (start <= head or belongs_before(text, joined[-1], start, end)):
            joined[-1][1] = end
        else:
            joined.append([start, end])
    return [
        (start, end) for start, end in joined if text[start : start + 1].isalpha() or _LETTER.search(text, start, end)
    ]


def is_plain(text: str) -> bool:
    """Whether a text has nothing at which its sentences are cut further than Punkt cuts them."""
    return not _further_cuts(text) and _MARK_GLUED.search(text) is None


def _pieces(text: str, plain: bool) -> list[tuple[int, int]]:
    """What Punkt gives, cut further at a capital after an ellipsis, an emoji or glued to a full stop."""
    spans = _tokenizer().find_spans(text)
    if not plain and (further := _further_cuts(text)):
        spans = [part for span in spans for part in _cut_further(text, *span, further)]
    if ".[" in text or '"[' in text:
        spans = _with_references(text, spans)
    if not plain and _MARK_GLUED.search(text):
        spans = _with_closing_marks(text, spans)
    return [_strip(text, start, end) for start, end in spans]


def _with_references(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Give the numbers of notes that are glued to a sentence's end to that sentence."""
    moved, after = [], 0
    for start, end in spans:
        found = _REFERENCE.match(text, start) if moved and start == after else None
        if found:
            moved[-1] = (moved[-1][0], found.start() + len(found[0].rstrip()))
        moved.append((found.end() if found else start, end))
        after = end
    return [(start, end) for start, end in moved if start < end]


def _with_closing_marks(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Give a mark that is glued between two sentences to the one that it closes: "A yes?"The mayor left."""
    moved: list[tuple[int, int]] = []
    for start, end in spans:
        if moved and moved[-1][1] == start and _MARK_GLUED.match(text, start - 1):
            start += text[start] != '"' or text.count('"', 0, start) % 2 == 1
            moved[-1] = (moved[-1][0], start)
        moved.append((start, end))
    return moved


def _cut_further(text: str, start: int, end: int, further: list[re.Pattern[str]]) -> Iterator[tuple[int, int]]:
    cuts = sorted(found.end() for cut in further for found in cut.finditer(text, start, end))
    return zip([start, *cuts], [*cuts, end], strict=True)


def _strip(text: str, start: int, end: int) -> tuple[int, int]:
    """Leave the blanks around a piece out; one of blanks alone becomes an empty one."""
    if start < end and not (text[start].isspace() or text[end - 1].isspace()):
        return start, end
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def _further_cuts(text: str) -> list[re.Pattern[str]]:
    """The expressions that cut a text further; most texts have nothing for any of them."""
    cuts = [_GLUED] if _GLUED.search(text) else []
    if any(dots in text for dots in ("...", "…", "?..", "!..")):
        cuts.append(_ELLIPSIS)
    if text.isascii():
        return cuts
    cuts += [_EMOJI_AFTER] if _EMOJI_AFTER.search(text) else []
    return [*cuts, _SIGN_AFTER] if _STOP_SIGN.search(text) and _SIGN_AFTER.search(text) else cuts
