"""Which language's rules read a paragraph: told by its script, its letters and its commonest words."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import pairwise

from analysis.people.lists import given_names
from analysis.voices.cues import load_cues
from analysis.voices.languages.rules import GERUND, LanguageRules, list_languages, load_language

SPLIT = re.compile(r"\w+")
QUOTED = re.compile(r"[\"“„«][^\"“”„«»\n]{8,}[\"”“»]")  # what somebody says in whatever language
CYRILLIC_VOWELS = "аеиоуыюяё"  # looked for first, one by one: much faster
CYRILLIC = re.compile(r"[а-яё]{3}")
ENGLISH = ("the", "of", "and", "to", "in", "that", "is", "was", "for", "with")
ENGLISH_WORDS = frozenset(ENGLISH)
SMALL_ENGLISH = frozenset(
    ["at", "he", "she", "they", "it", "his", "her", "its", "has", "had", "have", "from", "are", "were", "by", "would"]
)
FIRST = 4  # words of each language that are counted in a long text, to see whether to look closer
SHORT = 2_000  # characters of a text that is looked at closely whatever it holds
SELDOM = 300  # characters: where one of these words stands no oftener, a text is not in that language
SURE = 2  # words of a language in a paragraph from which on they outweigh the rest of the text
BRIEF = 300  # characters of a text whose verbs and phrases of saying are signs too: it has too few common words
USUAL = ("ru",)  # the language of a script's texts that are too short to tell
LETTER = 2.0  # weight of a letter that only one language of its script has, beside a word
NAMED = 0.4  # the same in a word with a capital in a brief text: Müller is known to all
VOWELS = {"cyrillic": "оеаи", "latin": "eaoi"}
FEW = 3  # of a script's commonest vowel in a text that may have a paragraph in it, unless it is brief
SHORTEST = 3  # letters of a verb that is a sign: dit
HUNG = 4  # characters that a pronoun hung on a verb has more than: -t-il

Chosen = list[LanguageRules | None]


@lru_cache(maxsize=1)
def load_all_languages() -> tuple[LanguageRules, ...]:
    """The rules of all languages that have a file, those that take texts without any sign before the others."""
    known = map(load_language, list_languages().values())  # a letter of two languages is likelier that of fewer letters
    return tuple(sorted(known, key=lambda rules: (rules.language not in USUAL, len(rules.letters))))


def choose_languages(text: str, paragraphs: list[tuple[int, int]]) -> Chosen | None:
    """Choose the rules that read each paragraph; None: those of English, which also take what is in no known language.

    Returns None in place of a list where the whole text is for English, as nearly all texts of English corpora are.
    """
    open_ = {script: found for script in VOWELS if (found := _list_likely(text, script))}
    if not open_:
        return None
    main: dict[str, LanguageRules | None] = {}  # of the whole text, where a paragraph asks
    chosen: Chosen = []
    for start, end in paragraphs:
        script = _script_of(text, start, end)
        likely = open_.get(script)
        if likely and len(likely) == 1 and script == "cyrillic":
            chosen.append(likely[0])
        else:
            if likely and script not in main:
                main[script] = _choose_best(text, script, likely)
            best = _choose_best(text[start:end], script, likely, main[script]) if likely else None
            chosen.append(_choose_outside(text[start:end], script, likely, best) if likely else None)
    return chosen if any(chosen) else None


def _list_likely(text: str, script: str) -> list[LanguageRules]:
    """List the languages of a script, English aside, in which a text may have paragraphs."""
    if script == "cyrillic":
        if text.isascii() or not any(map(text.__contains__, CYRILLIC_VOWELS)) or not CYRILLIC.search(text):
            return []
        known = [rules for rules in load_all_languages() if rules.script == script]
        low = text.lower() if len(text) < SHORT else text
        words = frozenset(SPLIT.findall(low)) if len(text) < BRIEF else frozenset()
        return [
            rules
            for rules in known
            if rules.language in USUAL
            or any(map(low.__contains__, rules.letters))
            or (words and not words.isdisjoint(_signs(rules.language)))
        ]
    if len(text) >= BRIEF and text.count("e") < FEW:
        return []
    known = [rules for rules in load_all_languages() if rules.script == script]
    if len(text) < SHORT:
        parts = [*text.split("\n"), QUOTED.sub(" ", text)] if len(text) < BRIEF else [text]
        return known if any(_choose_best(part, script, known) for part in parts) else []
    counts = [(rules, _count_few(text, rules.lists["words"][:FIRST])) for rules in known]
    english = _count_few(text, ENGLISH[:FIRST])
    return [rules for rules, count in counts if count > len(text) / SELDOM or count > english]


def _count_few(text: str, words: tuple[str, ...]) -> int:
    return sum([text.count(f" {word} ") for word in words])


def _count(tokens: list[str], words: frozenset[str]) -> int:
    """Count the words of a list among what blanks part in a text."""
    return sum(map(words.__contains__, tokens))


def _count_words(tokens: list[str], rules: LanguageRules) -> int:
    """Count the commonest words of a language, less those of its neighbours that have no rules: não, della."""
    count = _count(tokens, rules["words"])
    return count - _count(tokens, rules["alien"]) if count and rules["alien"] else count


def _count_in_names(text: str, rules: LanguageRules) -> int:
    """Count the small words of a brief text that stand in a name: El Salvador, Los Angeles, Ana de los Santos."""
    words = SPLIT.findall(text)
    known = sum(one[0].isupper() and two[0].isupper() and one.lower() in rules["words"] for one, two in pairwise(words))
    inside = zip(words, words[1:], words[2:], words[3:], strict=False)
    return known + sum(
        first[0].isupper() and of == "de" and small in rules["words"] and last[0].isupper()
        for first, of, small, last in inside
    )


@cache
def _signs(language: str) -> frozenset[str]:
    """Words by which somebody speaks in a language and in no English sentence: сказав, sagte, dit, laut."""
    rules = load_language(list_languages()[language])
    phrases = (phrase for phrase in rules.lists["according"] if " " not in phrase)
    finite = (word for word, verb in rules.verbs.items() if verb.agrees != GERUND)  # сказав is one in Russian
    words = frozenset(word for word in (*finite, *phrases) if len(word) >= SHORTEST)
    words -= given_names().keys()  # Lee, Lance
    return words - _english_signs() - rules["according_people"] - rules["written"]  # stand and lit are English too


@cache
def _english_signs() -> frozenset[str]:
    """The words by which somebody speaks in English, and the small ones that a brief text has."""
    return frozenset(word for word, cue in load_cues().forms.items() if cue.form != "other") | SMALL_ENGLISH


def _split_brief(text: str) -> list[str]:
    """Split a brief text into words: the first in small letters, the others as they stand, for Lance is a name."""
    words = SPLIT.findall(text) if len(text) < BRIEF else []
    return [words[0].lower(), *words[1:]] if words else []


def _script_of(text: str, start: int, end: int) -> str:
    """The script of most of a paragraph, by its vowels."""
    cyrillic, latin = (sum([text.count(vowel, start, end) for vowel in VOWELS[name]]) for name in VOWELS)
    return "cyrillic" if cyrillic > latin else "latin"


def _choose_best(
    text: str, script: str, likely: list[LanguageRules], otherwise: LanguageRules | None = None
) -> LanguageRules | None:
    """Choose the language of most words and letters; that of the whole text where a paragraph has too few."""
    padded = f" {text.lower()} ".replace("\n", " ")
    tokens = padded.split(" ")
    best, most = None, float(_count(tokens, ENGLISH_WORDS)) if script == "latin" else -1.0
    words = _split_brief(text)
    if words and script == "latin":
        most += len(_english_signs().intersection(words))
    for rules in likely:
        told = _count_words(tokens, rules) + (_count_signs(padded, words, rules) if words else 0)
        if words and rules.silent:
            told -= _count_in_names(text, rules)
        score = told + _weigh_letters(padded, words, rules.letters)
        if told <= 0 and words and rules.silent and score < LETTER:
            continue  # El Niño returns
        shared = sum(word in _english_signs() and word in rules.urges for word in words)  # refuse
        if score > most - (shared if best is None else 0) or (rules is otherwise and score == most):
            best, most = rules, score
    return otherwise if otherwise and most < SURE else best


def _choose_outside(
    text: str, script: str, likely: list[LanguageRules], chosen: LanguageRules | None
) -> LanguageRules | None:
    """Choose by what stands outside of quotation marks where it tells: "Wir sind bereit", said the mayor of Bonn."""
    outside = QUOTED.sub(" ", text) if script == "latin" else text
    if outside == text:
        return chosen
    words = frozenset(SPLIT.findall(outside))
    tokens = outside.lower().split(" ")
    scores = {rules: _count_words(tokens, rules) + len(_signs(rules.language) & words) for rules in likely}
    scores[None] = _count(tokens, ENGLISH_WORDS) + len(_english_signs() & words)
    best = max(scores, key=scores.__getitem__)
    return best if scores[best] > scores[chosen] else chosen


def _weigh_letters(padded: str, words: list[str], letters: str) -> float:
    """Weigh the letters that only one language has; words: of a brief text, in which names count for little."""
    many = sum([padded.count(letter) for letter in letters])
    if not words or not many:
        return LETTER * many
    capitals = "".join([word for word in words if word[0].isupper() and not word.isascii()]).lower()
    if not capitals:
        return LETTER * many
    return LETTER * many - (LETTER - NAMED) * sum([capitals.count(letter) for letter in letters])


def _count_signs(padded: str, words: list[str], rules: LanguageRules) -> int:
    """Count the verbs and phrases of saying of a brief text, with the pronouns hung on verbs (souffla-t-elle)."""
    hung = [end for end in rules.lists["hung"] if len(end) > HUNG and end in padded] if "-t-" in padded else ()
    return len(hung) + len(_signs(rules.language).intersection(words)) + _ends_in_infinitive(words, rules)


def _ends_in_infinitive(words: list[str], rules: LanguageRules) -> bool:
    """Whether a heading ends in the infinitive of a verb that opens its predicate: Lee will Preise deckeln."""
    last = words[-1]
    return last.islower() and last.endswith(rules.lists["last"] or "-") and not rules["modals"].isdisjoint(words[:-1])
