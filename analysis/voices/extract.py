"""extract_quotes: one document at a time, close attention only where marks or cues stand."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from operator import itemgetter

import pandas as pd

from analysis.collector import collector_paused
from analysis.given import CorpusTables, is_corpus
from analysis.people.identify import identify_speakers
from analysis.people.register import ELDER, Register
from analysis.tables import check_table, make_table
from analysis.texts.characters import plain_blanks
from analysis.texts.sentences import place_sentences
from analysis.texts.sentences.datelines import find_dateline
from analysis.voices.credits import list_credits
from analysis.voices.cues import Cues, load_cues
from analysis.voices.dialogue import find_dialogue
from analysis.voices.labels import BUBBLE
from analysis.voices.languages import Listener, make_listeners
from analysis.voices.marks import HAS_MARK, QuotedRun, find_runs
from analysis.voices.nicknames import find_nicknames, locate_nickname
from analysis.voices.page_parts import mask_page_parts
from analysis.voices.reader import Reader
from analysis.voices.referents import Referents
from analysis.voices.repeated import attribute_repeated
from analysis.voices.speech_rows import SpeechRow
from analysis.voices.tokens import TextTokens, make_tokens
from analysis.voices.turns import Turn, find_turns
from analysis.voices.unread import Unread, find_unread, join_unread

MOST_BETWEEN = 4  # paragraphs without marks between the marks of one quotation
PART = re.compile(r"-[a-z]{3}")  # behind words in marks that are part of another
LONGEST = 60  # characters of these
DASHES = frozenset(" -–—―")  # with which a paragraph of dialogue opens

NO_TOKENS = TextTokens([], [], [], {}, [], "")  # of a text without a paragraph in English
FullName = tuple[int, tuple[str, ...]]  # where a person is named in full, and the words


def extract_quotes(documents: pd.DataFrame | CorpusTables, sentences: pd.DataFrame | None = None) -> pd.DataFrame:
    """Find who says what: quotations, reported speech and speaker turns.

    documents: a corpus, or doc_id, text (any text, quotation marks as received), and title if there is one.
    sentences: the documents' sentences (doc_id, start) where they are known, as `split_sentences` gives them; by
    default the texts are split here.
    Returns one row a quotation, in the order of the documents and of their texts; rows do not overlap:
    - doc_id, start, end, text: the words said, without their marks and cue; never across paragraphs,
      but for turns;
    - kind: direct (in quotation marks), indirect (X said that ...), turn ("Question: ...", an interview);
    - speaker: one name for one person in all documents (see `identify_speakers`); somebody without a name as
      the text describes them ("two senior officials"); NA if unknown;
    - speaker_id: the identifier that the speaker shares with mentions of the same person ("person:lavrov_sergei");
    - speaker_start, speaker_end: the words that name the speaker; NA if the speaker is carried on;
    - cue: the words that announce the speech, in lower case; NA if there are none;
    - form, of indirect speech: that, clause, question, to, order, before, around, according, headline; object, where
      the text says what the speech was about ("criticised the plan"); wish, what somebody wants to do.
    A document's text changes no other document's rows but for the spelling of a speaker's name.
    Raises InputError if doc_id or text is missing or a doc_id repeats; no text makes it raise.
    """
    if is_corpus(documents):
        documents, sentences = documents.documents, documents.sentences
    register = Register()
    with collector_paused():
        quotes = find_quotes(documents, sentences, register)
        register.settle()
        return identify_speakers(quotes, register)


def find_quotes(
    documents: pd.DataFrame, sentences: pd.DataFrame | None = None, register: Register | None = None
) -> pd.DataFrame:
    """Find quotations as `extract_quotes` does, each speaker by the fullest name that its document gives.

    register: one into which the full names of the documents are entered, for those who have no other.
    Returns the quotations without speaker_id.
    """
    check_table(documents, "documents", ("doc_id", "text"))
    with collector_paused():
        return _tabulate(*_split_all(documents, _begins(sentences), register))


def _split_all(
    documents: pd.DataFrame, begins: dict[str, list[int]], register: Register | None
) -> tuple[list, list[str], list[SpeechRow]]:
    """List the quotations of all documents: doc_id, words and row of each."""
    cues = load_cues()
    doc_ids, texts, rows = [], [], []
    titles = list_column(documents, "title") if "title" in documents else [None] * len(documents)
    for doc_id, text, title in zip(
        list_column(documents, "doc_id"), list_column(documents, "text"), titles, strict=True
    ):
        if isinstance(text, str) and text:
            named = title if isinstance(title, str) else ""
            found, full_names, titled = split_speech(text, cues, named, begins.get(doc_id))
            doc_ids += [doc_id] * len(found)
            texts += [text[row.start : row.end] for row in found]
            rows += found
            for at, name in full_names if register is not None else ():
                register.add(doc_id, at, name)
            for family, sex in titled if register is not None else ():
                register.add_title(doc_id, family, sex)
    return doc_ids, texts, rows


def _tabulate(doc_ids: list, texts: list[str], rows: list[SpeechRow]) -> pd.DataFrame:
    columns = dict(
        zip(SpeechRow._fields, zip(*rows, strict=True) if rows else [()] * len(SpeechRow._fields), strict=True)
    )
    return make_table("quotes", {"doc_id": doc_ids, "text": texts, **columns}).astype({"form": "str"})


def _begins(sentences: pd.DataFrame | None) -> dict[str, list[int]]:
    """Where the sentences of each document begin, in order."""
    if sentences is None:
        return {}
    check_table(sentences, "sentences", ("doc_id", "start"))
    begins: dict[str, list[int]] = {}
    for doc_id, start in zip(list_column(sentences, "doc_id"), list_column(sentences, "start"), strict=True):
        begins.setdefault(doc_id, []).append(start)
    return {doc_id: sorted(starts) for doc_id, starts in begins.items()}


def list_column(table: pd.DataFrame, column: str) -> list:
    """A column as a list: going through the column itself makes each of its values anew, many times as slow."""
    return table[column].to_numpy().tolist()


def split_speech(
    text: str, cues: Cues, title: str = "", begins: Sequence[int] | None = None
) -> tuple[list[SpeechRow], list[FullName], list[tuple[str, str]]]:
    """List the quotations of one text, in order, the full names in it, and the sexes of titles before a family name.

    begins: where its sentences begin.
    """
    begins = [start for _, start, _ in place_sentences(text)] if begins is None else begins
    plain = plain_blanks(text)
    plain, begins, paragraphs, names = mask_page_parts(plain, begins, _place_lines(plain))
    begins = _cut_datelines(plain, paragraphs, begins)
    runs = _all_runs(plain, paragraphs)
    nicknames = find_nicknames(plain, [run for found in runs for run in found])
    parts = [run for found in runs for run in found if _is_part(plain, run)]
    runs = _without(runs, {run.left for run in [*parts, *(run for run, _ in nicknames)]})
    unread = [*find_unread(plain), *(Unread(run.left, run.right + 1, False) for run in parts)]
    quoted = [run for found in runs for run in found]
    credited = list_credits(plain, paragraphs)
    people = Referents(
        plain,
        sorted([*((run.left, run.right) for run in quoted), *credited]),
        title,
        [*((run.left, name) for run, name in nicknames), *names],
    )
    unread = join_unread([*unread, *(Unread(*locate_nickname(plain, run), False) for run, _ in nicknames)])
    listeners = make_listeners(plain, paragraphs, begins, credited)
    people.declined = sorted(pair for one in {*listeners.values()} for pair in one.list_declined())
    if any(sign in plain for sign in BUBBLE):
        people.reporting = {paragraphs[at][0] for at, one in listeners.items() if one.is_reporting(paragraphs[at])}
    english = len(listeners) < len(paragraphs)
    reader = Reader(
        make_tokens(plain, quoted, begins, unread) if english else NO_TOKENS._replace(text=plain), cues, people
    )
    turns: dict[int, list[Turn]] = {}
    for turn in find_turns(plain, paragraphs, people, title):
        for number in range(*turn.paragraphs):
            turns.setdefault(number, []).append(turn)
    for number, span in enumerate(paragraphs):
        if number not in turns and number in listeners:
            listeners[number].read(span, runs[number])
        elif number not in turns:
            reader.read(span, runs[number], paragraphs[number + 1] if number + 1 < len(paragraphs) else None)
        for turn in turns.get(number, ()):
            if number == turn.paragraphs[0]:
                reader.turn(turn)
    attribute_repeated(plain, reader.rows)
    heard = [row for listener in dict.fromkeys(listeners.values()) for row in listener.rows]
    attribute_repeated(plain, heard)
    rows = [*reader.rows, *reader.likely, *heard]
    titled = [(name, sex) for name, sexes in people.sexes.items() if " " not in name for sex in sexes]
    titled += [(name, ELDER) for name in people.list_elders()]
    return sorted(rows, key=itemgetter(0, 1)), _full_names(people, paragraphs, listeners), titled


def _full_names(people: Referents, paragraphs: list[tuple[int, int]], listeners: dict[int, Listener]) -> list[FullName]:
    """List the full names of a text with their places: those in other languages than English in the nominative."""
    if not listeners:
        return people.full_names
    starts = [start for start, _ in paragraphs]
    english = [pair for pair in people.full_names if bisect_right(starts, pair[0]) - 1 not in listeners]
    return english + [pair for one in dict.fromkeys(listeners.values()) for pair in one.list_names()]


def _place_lines(text: str) -> list[tuple[int, int]]:
    """(start, end) of each line that is not empty."""
    lengths = list(map(len, text.split("\n")))
    starts = accumulate((length + 1 for length in lengths), initial=0)
    return [(start, start + length) for start, length in zip(starts, lengths, strict=False) if length]


def _cut_datelines(text: str, paragraphs: list[tuple[int, int]], begins: Sequence[int]) -> Sequence[int]:
    """Let the words of a report begin behind its dateline, which names nobody who speaks."""
    ends = [
        end for start, end in ((start, find_dateline(text, start, end)) for start, end in paragraphs) if end > start
    ]
    return sorted({*begins, *ends}) if ends else begins


def _is_part(text: str, run: QuotedRun) -> bool:
    """Tell words in marks that are part of another word, a "Game of Chairs"-inspired poster, from somebody's."""
    return text[run.end - 1].isalnum() and run.end - run.start <= LONGEST and PART.match(text, run.right) is not None


def _without(runs: list[list[QuotedRun]], places: set[int]) -> list[list[QuotedRun]]:
    """Leave out the runs whose opening marks stand at some places."""
    return [[run for run in found if run.left not in places] for found in runs] if places else runs


def _open_between(paragraphs: list[tuple[int, int]], found: list[list[QuotedRun]]) -> None:
    """Take paragraphs without marks between one that opens a quotation and one that closes it for parts of it.

    «... ends no paragraph, ...» does: in guillemets what goes on need not be opened anew. No more than a few count.
    """
    opened = len(found) - 2
    while opened >= 0 and not found[opened]:
        opened -= 1
    if opened >= 0 and len(found) - 2 - opened <= MOST_BETWEEN:
        for number in range(opened + 1, len(found) - 1):
            start, end = paragraphs[number]
            found[number] = [QuotedRun(start, end, start, end)]


def _all_runs(text: str, paragraphs: list[tuple[int, int]]) -> list[list[QuotedRun]]:
    """Find the quoted runs of every paragraph, knowing whether the one before was left open."""
    found, carried = [], False
    for start, end in paragraphs:
        runs = find_dialogue(text, start, end) if text[start : start + 1] in DASHES else []
        if not runs and HAS_MARK.search(text, start, end):
            runs = find_runs(text, start, end, carried)
        found.append(runs)
        if carried and runs and not runs[0].opened and text[runs[0].right - 1] == "»":
            _open_between(paragraphs, found)
        carried = not runs[-1].closed if runs else carried
    return found
