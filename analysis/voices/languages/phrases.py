"""The words that name a speaker: where they begin and end, and the name or the description in them."""

from __future__ import annotations

from analysis.voices.languages.described import Subject, describe_subject
from analysis.voices.languages.passages import DASHES, STOPS, Passage
from analysis.voices.languages.rules import LanguageRules
from analysis.voices.languages.strange_names import find_by_given_name, find_nominative, find_strange_name
from analysis.voices.tokens import QUOTE

WALLS = frozenset(",:;()[]!?…") | DASHES
LONGEST = 14  # tokens of a phrase that names somebody
NEAR = 3  # tokens before "in" in which a source may stand: a source of the «Herald» in the government
BRACKET = 6  # tokens of a party in brackets
SHORT = 3  # letters that a noun has more than
NAME_LENGTH = 40  # characters in marks that can be what a body is called


def is_subject_noun(passage: Passage, at: int, agrees: str = "") -> bool:
    """Tell whether a word is a noun for who speaks in the nominative, of the number that a verb agrees with."""
    number = "p" if agrees == "p" else "s" if agrees else ""
    nouns = passage.rules.nouns.get(passage.lows[at], ())
    return any(noun.is_nominative and number in ("", noun.number) for noun in nouns)


def is_relative(low: str, rules: LanguageRules) -> bool:
    """Tell whether a word opens a relative clause; German articles are told by the comma before them alone."""
    return low in rules["relatives"] and low not in rules["articles"]


def end_of_phrase(passage: Passage, first: int, hi: int) -> int:
    """Where the words that name somebody end: behind the name, else before a verb, a place, a sign."""
    at, hi = first, min(hi, first + LONGEST)
    while at < hi:
        if at in passage.named:
            at = passage.named[at][0]
            if not (at < hi and passage.words[at] != QUOTE and passage.words[at][0].isupper()):
                return at
            continue
        if passage.words[at] == QUOTE:
            if at == first or not _is_what_it_is_called(passage, at):
                return at
            if at + 1 not in passage.named and not (at + 1 < hi and _goes_beyond(passage, at + 1, first)):
                return at + 1
        elif passage.words[at] == "(" and at > first and (behind := _behind_bracket(passage, at, hi)):
            at = behind
            continue
        elif at > first + 1 and _joins_genitives(passage, at, hi):
            at += 1  # the ministry of science | and education
        elif _stops_anywhere(passage, at, first) or (at > first and _stops_inside(passage, at, first, hi)):
            return at
        at += 1
    return at


def _joins_genitives(passage: Passage, at: int, hi: int) -> bool:
    """Whether "and" joins what hangs on a noun, and nobody else: the ministry of science and (higher) education."""
    rules, after = passage.rules, at + 1
    if not rules.has_cases or rules.verb_last or after >= hi or passage.lows[at] not in rules["joining"]:
        return False
    if passage.words[at - 2][0].isalpha() and passage.lows[at - 2] not in rules.nouns and at - 2 not in passage.named:
        return False
    return all(_hangs(passage, one) for one in (at - 1, after))


def _hangs(passage: Passage, at: int) -> bool:
    """Whether a small word that names nobody ends as a genitive does, and as no verb."""
    low, rules = passage.lows[at], passage.rules
    ends = low.endswith(rules.lists["genitive"]) and not low.endswith(rules.lists["unlisted"])
    small = passage.words[at][0].islower() and low not in rules.small and low not in rules.verbs
    cased = not any(noun.is_nominative for noun in rules.nouns.get(low, ()))
    return ends and small and cased and len(low) > SHORT


def _behind_bracket(passage: Passage, at: int, hi: int) -> int:
    """Where a party in brackets ends before a name or "of": the member (RN) of the Pas-de-Calais; 0: none."""
    behind = next((here + 1 for here in range(at + 2, min(hi, at + BRACKET)) if passage.words[here] == ")"), 0)
    goes_on = behind and behind < hi and (behind in passage.named or passage.lows[behind] in passage.rules["of"])
    return behind if goes_on else 0


def _goes_beyond(passage: Passage, at: int, first: int) -> bool:
    """Whether a small word goes on a phrase behind a name in marks: of, or the place of a source."""
    low = passage.lows[at]
    return low in passage.rules["of"] or (
        low in passage.rules["prepositions"] and not _stops_anywhere(passage, at, first)
    )


def _stops_anywhere(passage: Passage, at: int, first: int) -> bool:
    """Whether a phrase ends before a sign, a conjunction or a preposition; a source may be one in the government."""
    rules, low = passage.rules, passage.lows[at]
    if low in WALLS or passage.words[at] in STOPS or low in rules["conjunctions"] or is_relative(low, rules):
        return True
    if low not in rules["prepositions"] or low in rules["of"] or low in rules["articles"]:
        return False
    behind = range(max(first, at - NEAR), at)  # a source, a source of the «Herald»
    nouns = (noun for here in behind for noun in rules.nouns.get(passage.lows[here], ()))
    return at == first or not any(noun.nominative.endswith(rules.lists["sources"] or "-") for noun in nouns)


def _stops_inside(passage: Passage, at: int, first: int, hi: int) -> bool:
    """Whether a phrase that has begun ends before a verb, an adverb, or a small word that does not go on a name."""
    rules, low, word = passage.rules, passage.lows[at], passage.words[at]
    called = passage.lows[at - 1] in rules["articles"] and (
        low in rules.nouns or low in rules["also_nouns"]
    )  # l'accusé
    if (
        (low in rules.verbs and not called)
        or low in rules["helpers"]
        or low in rules["adverbs"]
        or low in rules["according_after"]
    ):
        return True
    passive = low.endswith(rules.lists["passive"]) and word[0].islower()  # no Delgado
    if passive and at + 1 < hi and passage.lows[at + 1] in rules["prepositions"]:
        return passage.lows[at + 1] not in rules["of"]  # a source cited by the agency
    if not word[0].islower():
        return False
    cased = not any(noun.is_nominative for noun in rules.nouns.get(low, ()))
    placed = passage.lows[at - 1] in rules["prepositions"]  # a source in the port
    if low.endswith(rules.lists["objects"]) and len(low) > SHORT and cased and not placed:
        return True  # the accused | her guilt | denied
    if rules.capitals:
        placed = low in rules["prepositions"] and low not in rules["of"] and low not in rules["articles"]
        return not placed and not _goes_on(passage, at, hi)  # circles in Bonn
    before = passage.words[at - 1]
    lone = at - 1 == first and before[0].isupper() and not before.isupper() and before.lower() not in rules.nouns
    lone = lone or _is_family_behind_role(passage, at - 1, first)
    if not rules.has_cases or not lone or (rules.verb_last and low in rules.nouns):
        return False
    while at < hi and passage.lows[at].endswith(rules.lists["chained"] or "-"):
        at += 1  # the Bureau of national statistics, ...
    return at == hi or passage.lows[at] != "," or not passage.lows[at - 1].endswith(rules.lists["chained"] or "-")


def _is_family_behind_role(passage: Passage, at: int, first: int) -> bool:
    """Whether a word right behind a role ends as family names do: the prosecutor Lysenko."""
    family = passage.lows[at].endswith(passage.rules.lists["surnames"] or "-") and passage.words[at][0].isupper()
    return family and at > first and is_subject_noun(passage, at - 1) and not passage.rules.verb_last


def _is_what_it_is_called(passage: Passage, at: int) -> bool:
    """Whether a quoted run is the name of what stands before it: the newspaper «Bote»."""
    run = passage.runs.get(at)
    if run is None or not 0 < run.end - run.start <= NAME_LENGTH or not passage.words[at - 1][0].isalpha():
        return False
    return passage.text[run.start].isupper() and passage.text[run.end - 1].isalnum()


def is_called_before(passage: Passage, at: int) -> bool:
    """Whether a quoted run is the name of what stands behind it, where heads stand last: «Dawn» newspaper."""
    run, low = passage.runs[at], passage.lows[at + 1] if at + 1 < len(passage.lows) else ""
    short = 0 < run.end - run.start <= NAME_LENGTH and passage.text[run.end - 1].isalnum()
    legal = at + 2 < len(passage.words) and passage.words[at + 1].isupper() and len(low) > 1  # «Dawn» Ltd
    legal = legal and passage.lows[at + 2] in passage.rules.nouns
    return passage.rules.verb_last and short and (low in passage.rules.nouns or legal)


def _goes_on(passage: Passage, at: int, hi: int) -> bool:
    """Whether a small word goes on a German phrase: an article of the genitive or an adjective before a noun."""
    rules, low = passage.rules, passage.lows[at]
    if at + 1 >= hi:
        return False
    if at + 1 in passage.runs:  # the report of the »Herald«
        return low in rules["genitive"]
    if not passage.words[at + 1][0].isalpha():
        return False
    if low in rules["of"] or low in rules["genitive"]:
        return True
    if passage.words[at - 1][0].isupper() and passage.lows[at - 1] not in rules["articles"]:
        return False  # an adjective stands before its noun: laut Polizei bleiben Straßen gesperrt
    return passage.words[at + 1][0].isupper() and low.endswith(("en", "e", "er", "es")) and low not in rules["articles"]


def start_of_phrase(passage: Passage, at: int, lo: int) -> int:
    """Where the words before a name or a role begin that belong to it: roles, what hangs on them, adjectives."""
    rules, start, bare = passage.rules, at, at  # bare: where they begin without an adjective in front
    endings = tuple({*rules.mappings["adjectives"].values(), *rules.mappings["neuter"].values()})
    for here in range(at - 1, max(lo, at - LONGEST) - 1, -1):
        low, word = passage.lows[here], passage.words[here]
        if low in rules["prepositions"] and start == here + 1:
            return bare  # in October | the General Staff said
        if low in WALLS or word in STOPS or low in rules["prepositions"] or low in rules["conjunctions"]:
            break
        if low in rules.verbs or low in rules["adverbs"]:
            break
        if here in passage.runs and not (here > lo and passage.words[here - 1][0].isalpha()):
            break
        front = word[0].islower() or here == lo
        adjective = endings and start == here + 1 and front and low.endswith(endings)
        noun = is_subject_noun(passage, here)
        if adjective or noun:
            start, bare = here, here if noun else bare
    return start


def is_predicate_first(passage: Passage, at: int) -> bool:
    """Whether a German sentence opens with a word and its verb alone, so that who or what it is about stands behind.

    To blame is, in the view of the firm, the lack of drivers: the first word is no article and no pronoun.
    """
    rules, first = passage.rules, at - 2
    if not rules.capitals or first < 0 or not passage.opens_sentence(first):
        return False
    plain = passage.lows[first] not in rules.small | rules["articles"] | rules.pronouns.keys()
    return plain and first not in passage.named and passage.lows[at - 1] in rules["words"]


def find_speaker_in(passage: Passage, first: int, last: int, oblique: bool = False) -> Subject | None:
    """Find the speaker whom some tokens name: the last person in them, else a name as it stands, else a description.

    oblique: the words stand in another case than the nominative.
    """
    first = _without_front(passage, first, last)
    if first >= last:
        return None
    people = [passage.named[at] for at in range(first, last) if at in passage.named]
    fit = [pair for pair in people if oblique or pair[1].is_nominative or not passage.rules.has_cases]
    if fit:
        end, named = fit[-1]
        return Subject(first, end, named.name, "person", named.sex)
    name = find_strange_name(passage, first, last)
    if not name:
        return find_by_given_name(passage, first, last, oblique) or describe_subject(passage, first, last, oblique)
    if oblique and (" " not in name or passage.rules.verb_last):
        name = find_nominative(name, passage.rules)
    medium = " " not in name and name.isascii() and passage.rules.script != "latin"  # Reuters, Tengrinews.kz
    return Subject(first, last, name, "body" if medium else "person")


def _without_front(passage: Passage, first: int, last: int) -> int:
    """Step over articles, adverbs, conjunctions and signs at the front of a phrase."""
    rules = passage.rules
    skipped = rules["articles"] | rules["adverbs"] | rules["conjunctions"]
    owned = first + 1 < last and passage.lows[first] in rules["owners"] and passage.lows[first + 1] in rules.nouns
    first += owned and not rules.verb_last  # her neighbour
    while first < last and passage.words[first] != QUOTE:
        if passage.lows[first] not in skipped and passage.words[first][0].isalnum():
            break
        first += 1
    return first


def ends_with(passage: Passage, lo: int, at: int, others: tuple[str, ...]) -> bool:
    """Whether some words stand right before a token of a sentence that begins at `lo`."""
    return at - len(others) >= lo and tuple(passage.lows[at - len(others) : at]) == others
