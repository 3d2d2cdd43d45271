"""Marked words: words that a text sets apart and that are nobody's quotation - scare quotes, terms, titles, emphasis.

By rules: what no verb of saying governs may still be somebody's words (docs/voices.md says how often).
Kinds after Nádraská 2021 (The function of scare quotes in hard news, Discourse and Interaction 14): marks by which the
outlet comments on a word, beside those that gloss a term.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from analysis.estimates import describe
from analysis.estimates.behind import record_units
from analysis.people.lists import given_names, load_list
from analysis.tables import check_table
from analysis.texts.characters import plain_blanks
from analysis.texts.cleaning.languages import IN_ANOTHER, mark_language
from analysis.voices.direct import TALK, VERBS
from analysis.voices.marks import HAS_MARK, QuotedRun, find_runs
from analysis.words.classes import ADVERBS, AUXILIARIES, CONJUNCTIONS, DETERMINERS, NEGATIONS, PERSONAL, PREPOSITIONS
from analysis.yaml_files import load_yaml

RULES = Path(__file__).with_name("marked_words.yaml")
SCARE, TERM, TITLE, NICKNAME, EMPHASIS = "scare quotes", "term", "title", "nickname", "emphasis"
UNDECIDED, FRAGMENT = "undecided", "fragment"  # in a sentence that reports speech; words of somebody whom nothing names
IN_MARKS, DISTANCED = "quotation marks", "so-called"
KINDS = ("direct", "mixed", "indirect", "turn", SCARE, UNDECIDED, FRAGMENT, TERM, TITLE, NICKNAME, EMPHASIS)
STATUS = "read by one person on a sample"
MOST_SCARED = 5  # words of scare quotes; more in marks are a fragment of somebody's speech whom no verb names
WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
STARRED = re.compile(
    r"(?<![\w*])\*{1,3}(?=\S)([^*\n]{1,60}?)(?<=\S)\*{1,3}(?![\w*])|(?<![\w_])_(?=\S)([^_\n]{1,60}?)(?<=\S)_(?![\w_])"
)
CAPITALS = re.compile(r"(?<![\w.#@&/$'’(-])[A-Z]{2,}(?:[ ,]{1,2}[A-Z]{2,}){0,7}(?![\w.&/'’-]|\s?[(:]|\)|\s[-–—])")
LOUD_BEFORE, LOUD_BEHIND = re.compile(r"[A-Z]{2,}[^a-z]{0,5}$"), re.compile(r"[^a-z]{0,5}[A-Z]{2,}")
SMALL = re.compile(r"\b[a-z]{2,}\b")
SAID_BEFORE = re.compile(r"[^\"“”'’‘»]\s?[,:]\s*$")  # , "Absolutely."
SPOKEN = re.compile(rf"{TALK.pattern}|{VERBS.pattern}", re.IGNORECASE)
NOT_SECOND = r"(?!(?:and|or|of|in|on|to|that|who|with|for|is|was|were|are|has|have|had|while|from|by|as|at)\b)"
SO_CALLED = re.compile(rf"\b[Ss]o-called\s+(?![\"“‘'«„])([^\W_]+(?:[ -]{NOT_SECOND}[a-z]+)?)")
SMALL_IN_TITLES = PREPOSITIONS | CONJUNCTIONS | DETERMINERS | {"is", "as", "vs", "de", "la", "et", "des", "der"}
STRESSED_OFTEN = ADVERBS | AUXILIARIES | CONJUNCTIONS | DETERMINERS | NEGATIONS | PREPOSITIONS | PERSONAL
MOST_HEADING = 16  # words of a heading
MOST_STRESSED = 6  # words in capitals side by side; more are a heading
NEAR = 60  # characters before a mark that tell what stands in it
FEWEST_SMALL = 5  # words in small letters that a line must have for capitals to be an emphasis


class MarkedWord(NamedTuple):
    """Words that a text marks: from which character to which, their kind, and by what they are marked."""

    start: int
    end: int
    kind: str
    mark: str  # quotation marks, asterisks, capitals, so-called


@lru_cache(maxsize=1)
def _load_rules() -> dict[str, frozenset[str]]:
    content = load_yaml(RULES, "the rules of marked words").value()
    return {name: frozenset(str(word) for word in words) for name, words in content.items()}


@lru_cache(maxsize=8)
def _ending_in(name: str) -> re.Pattern[str]:
    """Find a text that ends in one of the words of a list, with an article or a word between perhaps."""
    words = "|".join(map(re.escape, sorted(_load_rules()[name], key=len, reverse=True)))
    return re.compile(rf"(?:^|[^\w-])(?:{words}),?(?:\s+(?:a|an|the))?\s*$", re.IGNORECASE)


@lru_cache(maxsize=1)
def _carried() -> re.Pattern[str]:
    """Find what bears words that stand somewhere: "Yes" stickers."""
    words = "|".join(map(re.escape, sorted(_load_rules()["term_carriers"], key=len, reverse=True)))
    return re.compile(rf"\s(?:{words})\b", re.IGNORECASE)


def find_marked_words(documents: pd.DataFrame, quotes: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """Find the words that texts mark and that are no quotation.

    documents: doc_id, text, those in English alone are read: in Russian names of firms stand in marks; quotes: doc_id,
    start, end, kind, of the same documents: words in marks inside a direct quotation or a turn are the speaker's marks
    and are left alone; sentences: sentence_id, doc_id, start, end, voice,
    speaker [outlet].
    Returns one row a place: doc_id, start, end, text (without the marks), kind, mark (quotation marks, asterisks,
    capitals, so-called), sentence_id, voice, speaker [outlet], evidence (the text again, for who looks for it).
    kind: scare quotes (one to five words in marks in a sentence that reports nobody's speech), term (a word that is
    spoken of), title (of a work, a name), nickname (inside a name), emphasis, undecided (in a sentence that reports
    speech: more often its speaker's words than the outlet's marks), fragment (longer, or a heading's).
    """
    check_table(documents, "documents", ("doc_id", "text"))
    check_table(quotes, "quotes", ("doc_id", "start", "end", "kind"))
    check_table(sentences, "sentences", ("sentence_id", "doc_id", "start", "end", "voice", "speaker"))
    own = quotes[quotes["kind"] != "indirect"]
    taken, rows = _list_spans(own), []
    read = documents[mark_language(documents)]
    for doc_id, text in zip(read["doc_id"], read["text"], strict=True):
        if isinstance(text, str):
            found = mark_words(text, taken.get(doc_id, ()))
            rows += [(doc_id, one.start, one.end, text[one.start : one.end], one.kind, one.mark) for one in found]
    table = pd.DataFrame(rows, columns=["doc_id", "start", "end", "text", "kind", "mark"])
    table = table.astype({"start": "int64", "end": "int64"} | dict.fromkeys(("doc_id", "text", "kind", "mark"), "str"))
    placed = _place_in_sentences(table, sentences)
    open_kind = placed["kind"].isin((SCARE, FRAGMENT)) & (placed["mark"] == IN_MARKS)
    reporting = placed["sentence_id"].isin(_list_reporting(quotes, sentences))
    return placed.assign(kind=placed["kind"].mask(open_kind & reporting, UNDECIDED))


def _list_reporting(quotes: pd.DataFrame, sentences: pd.DataFrame) -> pd.Series:
    """List the sentences in which a quotation stands, whoever's, or what somebody's speech was about."""
    columns = ["doc_id", "start", "end"]
    starts = sentences[["sentence_id", *columns]].sort_values("start", kind="stable")
    ends = [quotes[columns], quotes[columns].assign(start=(quotes["end"] - 1).clip(lower=0))]
    rows = pd.concat(ends).sort_values("start", kind="stable")
    found = pd.merge_asof(rows.drop(columns="end"), starts.drop(columns="end"), on="start", by="doc_id")
    return found["sentence_id"].dropna().drop_duplicates()


def _list_spans(quotes: pd.DataFrame) -> dict[str, list[tuple[int, int]]]:
    spans: dict[str, list[tuple[int, int]]] = {}
    columns = (quotes[name].to_numpy().tolist() for name in ("doc_id", "start", "end"))
    for doc_id, start, end in zip(*columns, strict=True):
        spans.setdefault(doc_id, []).append((start, end))
    return spans


def mark_words(text: str, taken: Iterable[tuple[int, int]] = ()) -> list[MarkedWord]:
    """Mark the words that a text sets apart, in order; taken: its quotations, in which marks are the speaker's."""
    plain = plain_blanks(text)
    spans = sorted(taken)
    found: list[MarkedWord] = []
    for start, end in _place_paragraphs(plain):
        if HAS_MARK.search(plain, start, end):
            found += _mark_runs(plain, start, end, spans)
        found += _mark_emphasis(plain, start, end)
        found += [
            MarkedWord(one.start(1), one.end(1), SCARE, DISTANCED) for one in _search(SO_CALLED, plain, start, end)
        ]
    return sorted(found)


def _place_paragraphs(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for line in text.split("\n"):
        if line:
            yield at, at + len(line)
        at += len(line) + 1


def _search(pattern: re.Pattern[str], text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    return pattern.finditer(text, start, end)


def _mark_runs(text: str, start: int, end: int, taken: list[tuple[int, int]]) -> list[MarkedWord]:
    """Mark the words in quotation marks of a paragraph, those of quotations aside."""
    found, heading = [], _is_heading(text[start:end])
    for run in find_runs(text, start, end):
        near = taken[max(0, bisect_left(taken, (run.left, 0)) - 1) : bisect_left(taken, (run.right, 0))]
        free = not any(first < run.right and run.left < last for first, last in near)
        if free and run.opened and run.closed and (kind := _kind_of(text, run, start, end, heading)):
            found.append(MarkedWord(run.start, run.end, *kind))
    return found


def _kind_of(text: str, run: QuotedRun, start: int, end: int, heading: bool) -> tuple[str, str] | None:
    """Say what words in marks are, by what they look like and what stands around them, and by what that is told."""
    marked = text[run.start : run.end]
    words = WORD.findall(marked)
    if not words or not re.search(r"[^\W\d_]", marked):
        return None
    before, behind = text[max(start, run.left - NEAR) : run.left], text[run.right : min(end, run.right + NEAR)]
    if before.endswith("(") and behind.startswith(")"):  # the Affordable Care Act ("Obamacare")
        return TERM, IN_MARKS
    if len(words) <= 3 and words[0][0].isupper() and _is_within_name(before, behind):
        return NICKNAME, IN_MARKS
    if is_distanced(before):
        return (SCARE, DISTANCED) if len(words) <= MOST_SCARED else (FRAGMENT, IN_MARKS)
    if heading:
        return FRAGMENT, IN_MARKS  # headings set in marks what somebody said
    if _is_named(words, before, behind):
        return TITLE, IN_MARKS
    if (len(words) == 1 and len(words[0]) == 1) or _carried().match(behind):
        return TERM, IN_MARKS
    if _ending_in("term_nouns").search(before) or _ending_in("term_verbs").search(before):
        return TERM, IN_MARKS
    spoken = len(words) > MOST_SCARED or SAID_BEFORE.search(before) or (len(words) > 1 and SPOKEN.search(marked))
    return (FRAGMENT if spoken else SCARE), IN_MARKS


def is_distanced(before: str) -> bool:
    """Tell whether what stands before words in marks says that the outlet stands back from them: the so-called."""
    return _ending_in("distancing").search(before) is not None


def _is_heading(line: str) -> bool:
    """Tell a heading: short, without a full stop at its end."""
    return len(line.split()) <= MOST_HEADING and line.rstrip()[-1:] not in ".!?:,;…”\"’'»)"


def _is_within_name(before: str, behind: str) -> bool:
    """Tell Dwayne "The Rock" Johnson: a given name before, a capital behind."""
    first = re.search(r"([^\W\d_]+)(?: [A-Z]\.)?\s$", before)
    named = first is not None and first[1][0].isupper() and first[1].lower() in given_names()
    return named and re.match(r"\s[A-Z][a-z]", behind) is not None


def _is_named(words: list[str], before: str, behind: str) -> bool:
    """Tell the title of a work and other names: capitals all through, or one word beside what it is."""
    small = [word for word in words if word[0].islower()]
    if not (words[0][0].isupper() or words[0][0].isdigit()) or not SMALL_IN_TITLES.issuperset(small):
        return False
    if len(words) > 1 and not all(word.isupper() for word in words):
        return True
    beside = _ending_in("work_nouns").search(before) is not None
    nouns = "|".join(_load_rules()["work_nouns"])
    return beside or re.match(rf"['’]?s?,? (?:(?:a|an|the|his|her) )?(?:[a-z-]+ )?(?:{nouns})\b", behind) is not None


def _mark_emphasis(text: str, start: int, end: int) -> list[MarkedWord]:
    """Mark words between asterisks, and common words in capitals within a line of small letters."""
    found = []
    for one in _search(STARRED, text, start, end) if "*" in text[start:end] or "_" in text[start:end] else ():
        group = 1 if one[1] is not None else 2
        if WORD.search(one[group]) and (one.start(), one.end()) != (start, end):
            found.append(MarkedWord(*one.span(group), EMPHASIS, "asterisks"))
    if sum(1 for _ in islice(_search(SMALL, text, start, end), FEWEST_SMALL)) < FEWEST_SMALL:
        return found
    for one in _search(CAPITALS, text, start, end):
        around = text[max(start, one.start() - 12) : one.start()], text[one.end() : end][:12]
        if _is_emphasis(one[0], *around) and not _is_name_of(text, one[0]):
            found.append(MarkedWord(one.start(), one.end(), EMPHASIS, "capitals"))
    return found


def _is_name_of(text: str, capitals: str) -> bool:
    """Tell initials and names by the text: a word that says something by itself, in capitals twice (UPS)."""
    return capitals.lower() not in STRESSED_OFTEN and text.count(capitals) > 1


def _is_emphasis(capitals: str, before: str, behind: str) -> bool:
    """Tell common words in capitals from initials and names: it is NOT so; the SEC, the DREAM Act."""
    words = [word.strip(",").lower() for word in capitals.split()]
    if len(words) > MOST_STRESSED or max(map(len, words)) < 3 or re.match(r",? [A-Z][a-z]", behind):
        return False
    if LOUD_BEFORE.search(before) or LOUD_BEHIND.match(behind):  # part of a heading in capitals
        return False
    initials = before.lower().endswith("the ") and len(words) == 1 and len(words[0]) <= 4
    if initials and words[0] not in _load_rules()["after_the"]:
        return False
    return load_list("common_words").issuperset(words) and _load_rules()["not_emphasis"].isdisjoint(words)


def _place_in_sentences(marked: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """Add the sentence of each marked word, with its voice, its speaker and its outlet."""
    columns = [name for name in ("sentence_id", "voice", "speaker", "outlet") if name in sentences]
    starts = sentences[["doc_id", "start", *columns]].sort_values("start", kind="stable")
    rows = marked.assign(_row=range(len(marked))).sort_values("start", kind="stable")
    found = pd.merge_asof(rows, starts, on="start", by="doc_id").sort_values("_row", ignore_index=True)
    return found.drop(columns="_row").assign(evidence=found["text"])


def mark_scare_quotes(sentences: pd.DataFrame, marked: pd.DataFrame) -> pd.DataFrame:
    """Mark the sentences of the outlets' own voice that hold scare quotes.

    sentences: sentence_id, doc_id, voice [outlet]; marked: from `find_marked_words`.
    Returns the sentences of the voice "outlet" with scare_quotes (1 or 0) and evidence (the words; NA without).
    """
    every = sentences[sentences["voice"] == "outlet"]
    own = every[mark_language(every)]
    scared = marked[marked["kind"] == SCARE]
    words = scared.groupby("sentence_id")["text"].agg(", ".join)
    evidence = own["sentence_id"].map(words).astype("str")
    about = {"unit": "sentences", "source": "rules (docs/voices.md)", "status": STATUS}
    about["left_out"] = {IN_ANOTHER: len(every) - len(own)}
    return describe(own.assign(scare_quotes=evidence.notna().astype(float), evidence=evidence), **about)


def tabulate_kinds(quotes: pd.DataFrame, marked: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """Count quotations and marked words by kind and by the voice of the sentence in which they begin.

    quotes: from `label_quotations`, speech alone; marked: from `find_marked_words`; sentences: doc_id, start, voice.
    Returns one row a kind: kind, outlet, speaker, forwarded (how many stand in sentences of that voice), all.
    """
    columns = ["doc_id", "start", "end", "kind"]
    both = pd.concat([quotes.drop(columns="kind").rename(columns={"quotation": "kind"})[columns], marked[columns]])
    placed = _place_in_sentences(both.assign(text=""), sentences.drop(columns="sentence_id", errors="ignore"))
    kinds = [kind for kind in KINDS if kind in set(placed["kind"])]
    counts = pd.crosstab(placed["kind"], placed["voice"])
    counts = counts.reindex(index=kinds, columns=["outlet", "speaker", "forwarded"], fill_value=0)
    table = counts.assign(all=counts.sum(axis=1)).rename_axis("kind").reset_index().rename_axis(columns=None)
    units = placed[["doc_id", "start", "end", "kind", "voice"]]
    cells = {"all": None, **{voice: ("voice", voice) for voice in ("outlet", "speaker", "forwarded")}}
    about = {"unit": "quotations and marked words", "n": len(placed), "documents": placed["doc_id"].nunique()}
    behind = record_units(describe(units, unit="quotations and marked words"), ["kind"], cells=cells)
    return describe(table, like=sentences, behind=behind, **about)
