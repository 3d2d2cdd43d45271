"""One document's sentences to findings: every run that looks like a name, with what its surroundings say."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass

from analysis.actors.capitals import stands_for_government
from analysis.actors.labelling import Sentence, label_if_named
from analysis.actors.labels import BANK, Label
from analysis.actors.lexicon import Lexicon
from analysis.actors.patterns import Match, match_names
from analysis.actors.surroundings import signs_around
from analysis.people.titles import TITLES_HE, TITLES_SHE
from analysis.words.classes import CONJUNCTIONS, PREPOSITIONS

PEOPLE = frozenset({"titled", "role", "given", "family", "known", "surname", "pair"})
FLAG = re.compile("[\U0001f1e6-\U0001f1ff]{2}")
ACRONYM = re.compile(r"\(e?([AOVUzW])\)")  # an abbreviation introduced: Collective Security Treaty Organisation (CSTO)
RUN_BEFORE = re.compile(r"[CDKPFJNWwmAOBRHUTXL](?:[oarne-]{0,2}[CDKPFJNWwmAOBRHUTXL]){0,9}$")
INVITING = frozenset(  # what sites ask of their readers
    [
        *("ask", "call", "contact", "email", "find", "follow", "help", "join", "like", "meet", "message", "send"),
        *("support", "tell", "trust", "visit", "watch", "write"),
    ]
)
ENDING = PREPOSITIONS | CONJUNCTIONS | {"here", "if", "now", "this", "today", "tomorrow", "tonight"}
SEVERAL = 3  # sentences in capitals that are a text rather than a heading
JUDGED = frozenset(Label.CAPITAL + Label.PLATFORM + Label.CREED)  # by where they stand
NO_SIGNS, SHOUTED = frozenset(), frozenset(("shouted",))
BY_PLACE, BY_MORE = frozenset(("opens", "headline")), frozenset(("shouted", "speech", "human"))
QUOTES = frozenset('"“”„«»')


@dataclass(slots=True)
class FoundName:
    """A run that may be an actor: where it stands, by which rule it was found, what surrounds it."""

    document: Hashable
    row: int  # of the sentence
    start: int
    end: int
    text: str
    rule: str
    labels: str
    words: tuple[str, ...]  # of a person: without titles
    actor: str | None = None  # of the lexicon
    signs: frozenset[str] = frozenset()
    owner: str | None = None  # country in the name of an organisation
    sex: str = ""  # "m" or "f" by a title before it, "" where none says
    at: int = -1  # row of the table of names, where it comes from one


Found = tuple  # the values of a FoundName but its document, in their order: for a table no object is made


def find_names(document: Hashable, sentences: Iterable[tuple[int, str]], lexicon: Lexicon) -> list[FoundName]:
    """Find the runs that look like names in one document's sentences (row, text)."""
    return [FoundName(document, *found) for found in describe_names(sentences, lexicon)]


def describe_names(sentences: Iterable[tuple[int, str]], lexicon: Lexicon) -> list[Found]:
    """Describe the runs that look like names in one document's sentences (row, text)."""
    found: list[Found] = []
    sentences = list(sentences)
    in_capitals = len(sentences) >= SEVERAL and all(text.isupper() for _, text in sentences)
    for row, text in sentences:
        if sentence := label_if_named(text, lexicon):
            sentence.shouted = sentence.shouted and not in_capitals  # a text in capitals has no headings that stand out
            for match in match_names(sentence.labels):
                describe = _describe_single if match.rule == "single" else _describe
                if one := describe(row, sentence, match, lexicon):
                    found.append(one)
            if "(" in sentence.labels:
                found += _introduced(row, sentence, lexicon)
        if not text.isascii():
            found += _flags(row, text, lexicon)
    return found


def _describe_single(row: int, sentence: Sentence, match: Match, lexicon: Lexicon) -> Found | None:
    """Describe a word that stands alone; None for a capital that is a place, an English word, and the like."""
    at = match.first
    label, actor, start, end = sentence.labels[at], sentence.actor(at), sentence.starts[at], sentence.end(at)
    text = sentence.text[start:end]
    if text == "US" and _is_pronoun(sentence, at, lexicon):
        return None
    if label in JUDGED:
        counts, actor = _counts(sentence, at, label, actor, lexicon)
        if not counts:
            return None
    if label in Label.NAMED_BY_LISTS:  # whom it names hangs on nothing around it
        signs = SHOUTED if sentence.shouted else NO_SIGNS
    else:
        signs = signs_around(sentence, at, match.last, lexicon)
        if label in Label.PLAIN_WORDS and _is_nobody(text, signs) and "(" not in sentence.labels:
            return None
    return row, start, end, text, "single", label, (sentence.words[at],), actor, signs, None, ""


def _is_pronoun(sentence: Sentence, at: int, lexicon: Lexicon) -> bool:
    """Tell the US of "HELP US NOW, the sign said": behind a common word in capitals, in a line that has small ones.

    In a line all in capitals it is one where nothing that it could be of follows: FOLLOW US ON ..., JOIN US TODAY.
    """
    before = sentence.words[at - 1] if at else ""
    after = sentence.words[at + 1].lower() if at + 1 < len(sentence.words) else ""
    if at == 1 and before.lower() in INVITING and (after in ENDING or not after[:1].isalnum()):
        return True
    shouted = len(before) > 2 and before.isupper() and lexicon.label(before.lower()) == Label.OTHER_WORD
    return shouted and not sentence.shouted


def _is_nobody(text: str, signs: frozenset[str]) -> bool:
    """Tell whether an English word has its capital by its place alone, so that it is nobody's name whatever follows."""
    return not signs.isdisjoint(BY_PLACE) and signs.isdisjoint(BY_MORE) and text[1:].islower()


def _describe(row: int, sentence: Sentence, match: Match, lexicon: Lexicon) -> Found | None:
    """Describe a match of labels that is more than one word standing alone; None where it names nobody."""
    rule, first, last = match
    labels, whole = sentence.labels[first:last], first
    if labels == Label.GIVEN + Label.STANDING_BODY and sentence.words[last - 1].endswith(BANK):
        rule, labels = "given", Label.GIVEN + Label.FAMILY  # Dana Milbank, who is no Commerzbank
    if rule in PEOPLE:
        while labels[0] in Label.TITLES_AND_ROLES and len(labels) > 1:
            first, labels = first + 1, labels[1:]
        rule = "known" if labels == Label.PERSON else rule  # a name of an alias file, behind a title or not
        words = tuple(_written(word) for word in _without_nickname(sentence.words[first:last]) if word not in ",-")
    else:
        if rule == "quoted":
            first, last = first + 1, last - 1
            labels = labels[1:-1]
        words = tuple(sentence.words[first:last])
    start, end = sentence.starts[first], sentence.end(last - 1)
    actor = owner = None
    if rule in ("state", "government"):
        actor = next(filter(None, map(sentence.actor, range(first, last))), None)
    elif rule == "known":
        actor = sentence.actor(first)
    elif rule in ("body", "people_republic"):
        owner = _owner(sentence, first, last)
    signs = signs_around(sentence, first, last, lexicon)
    sex = _sex_of(sentence.words[whole:first]) if first > whole else ""
    return row, start, end, sentence.text[start:end], rule, labels, words, actor, signs, owner, sex


def _sex_of(titles: list[str]) -> str:
    """Say what titles before a name tell of its bearer: "m" of Mr., "f" of Mrs., "" of President or of both."""
    words = {word.lower().rstrip(".") for word in titles}
    he, she = bool(words & TITLES_HE), bool(words & TITLES_SHE)
    return "" if he == she else "m" if he else "f"


def _without_nickname(words: list[str]) -> list[str]:
    """Leave out what stands in quotation marks (Ramon "Boy" Villanueva)."""
    if len(words) > 3 and words[1] in QUOTES:
        return [words[0], *words[4:]] if words[3] in QUOTES else words
    if len(words) > 4 and words[2] in QUOTES:
        return [*words[:2], *words[5:]] if words[4] in QUOTES else words
    return words


def _written(word: str) -> str:
    """Write a part of a name in capitals (AMY GOODMAN) as elsewhere."""
    return word.title() if len(word) > 3 and word.isupper() and word.isalpha() else word


def _counts(sentence: Sentence, at: int, label: str, actor: str | None, lexicon: Lexicon) -> tuple[bool, str | None]:
    """Tell whether a single word may be an actor where it stands, and which; a capital that is a place has none."""
    if label == Label.CAPITAL:
        return True, actor if stands_for_government(sentence, at, lexicon) else None
    if label == Label.PLATFORM:
        before = sentence.words[at - 1].lower() if at else ""
        after = sentence.words[at + 1] if at + 1 < len(sentence.words) else ""
        return before not in lexicon.words["medium"] and after not in lexicon.words["medium_nouns"], actor
    return label != Label.CREED, actor


def _owner(sentence: Sentence, first: int, last: int) -> str | None:
    """Give the country that an organisation's name holds or follows (China's Commerce Ministry)."""
    owned = sentence.labels[max(0, first - 2) : first] == Label.COUNTRY + Label.POSSESSIVE
    for at in range(first - 2 if owned else first, last):
        if sentence.labels[at] in Label.OF_A_COUNTRY and (actor := sentence.actor(at)):
            return actor
    return None


def _introduced(row: int, sentence: Sentence, lexicon: Lexicon) -> Iterator[Found]:
    """Find abbreviations in brackets after the name whose initials they are."""
    for match in ACRONYM.finditer(sentence.labels):
        at = match.start(1)
        run = RUN_BEFORE.search(sentence.labels, max(0, match.start() - 24), match.start())
        if not run or sum(map(str.isupper, sentence.words[at])) < 2:  # CSTO, AfDB
            continue
        first = _initials_from(sentence, run.start(), match.start(), sentence.words[at])
        if first is not None and _may_be_body(sentence, first, match.start()):
            start, end = sentence.starts[first], sentence.end(match.start() - 1)
            labels, words = sentence.labels[first : match.start()], (sentence.words[at],)
            yield row, start, end, sentence.text[start:end], "introduced", labels, words, None, NO_SIGNS, None, ""


def _may_be_body(sentence: Sentence, first: int, last: int) -> bool:
    """Tell whether an introduced name can be an organisation's: it has a word for one, or is unknown after "the"."""
    labels = sentence.labels[first:last]
    if labels[-1] in Label.THING + Label.PLACE_NOUN:
        return False
    return bool(re.search("[HUEOVG]", labels)) or (
        sentence.labels[first - 1 : first] == "e" and bool(re.search("[WN]", labels))
    )


def _initials_from(sentence: Sentence, first: int, last: int, acronym: str) -> int | None:
    """Give the first word of the run whose initials make the acronym, from the shortest run on."""
    letters = [letter.lower() for letter in acronym if letter.isupper() or letter.isdigit()]
    for begin in range(last - 1, first - 1, -1):
        text = sentence.text[sentence.starts[begin] : sentence.end(last - 1)]
        words = [word for word in re.split(r"[\s-]+", text) if word]
        capitals = [word[0].lower() for word in words if word[0].isupper()]
        if len(letters) >= 2 and capitals == letters:
            return begin
        if len(letters) >= 2 and [word[0].lower() for word in words] == letters and words[0][0].isupper():
            return begin
    return None


def _flags(row: int, text: str, lexicon: Lexicon) -> Iterator[Found]:
    """Find flags of countries and of the two unions that have one."""
    for match in FLAG.finditer(text):
        actor = lexicon.flags.get(match.group())
        if actor:
            flag = match.group()
            yield row, *match.span(), flag, "flag", Label.COUNTRY, (flag,), actor, NO_SIGNS, None, ""
