"""Who acts, named before the verb: its subject, or that of the verb that it is joined to."""

from __future__ import annotations

from analysis.people.titles import ROLES
from analysis.voices.antecedents import subject_before_relative
from analysis.voices.asides import (
    DASHES,
    find_aside_of_run,
    find_aside_start,
    find_distant_relative,
    phrase_over_asides,
)
from analysis.voices.clauses import clause_subject, find_main_start, is_gerund
from analysis.voices.cues import Attribution
from analysis.voices.finite_verbs import can_be_verb, contracted, holds_verb, is_verb
from analysis.voices.fuller_phrases import (
    cut_contact,
    cut_fronted,
    find_adjective_start,
    find_month_name,
    is_party,
    phrase_from_head,
    phrase_from_name,
    phrase_over_reduced,
)
from analysis.voices.hanging import main_subject
from analysis.voices.heads import find_head
from analysis.voices.hidden_names import subject_before_hidden
from analysis.voices.joined_nouns import OPENERS, TWO, find_joined_start
from analysis.voices.lines import Line
from analysis.voices.phrases import FRONTING, NEAR, NOWHERE, REACH, WALLS, phrase_before
from analysis.voices.phrases_behind import phrase_from
from analysis.voices.regions import step_over_region
from analysis.voices.relatives_around import find_opened_relative, find_relative_around
from analysis.voices.senses import can_be_noun, load_senses
from analysis.voices.several import find_list_start
from analysis.voices.tokens import QUOTE
from analysis.voices.verb_groups import find_subject_end
from analysis.words.classes import DETERMINERS, HELPERS, MODALS, PERSONAL, POSSESSIVES, PREPOSITIONS

ASKING = frozenset(["whether", "if", "why", "how", "when", "where"])  # that begin a clause of somebody else
VOICED = frozenset(["chanted", "shouted", "yelled", "sang", "screamed", "cheered", "booed", "cried", "roared"])
MEETING = frozenset(["i", "we", "he", "she", "they", "you"])  # met two aides
JOINED = ("past", "third", "adjective")  # forms behind which another verb has the same subject: is happy, but [calls]
OPENING = frozenset(["what", "that", "but", "and", "as", "while"])  # Recall what [Amy Lund, his boss] said
SOME = frozenset(["many", "some", "most", "few", "both"])
YOUNGER = frozenset(["jr", "sr"])  # Dan Lee Jr. [said]
FRONTED = frozenset(["in", "at", "on", "during", "through", "via", "with", "by"])


def subject_before(
    line: Line, at: int, lo: int, attributions: list[Attribution], foreign: bool = False
) -> tuple[int, int]:
    """Find the words before a verb that say who acts: "Kevin Madden, a strategist, [has also] said"."""
    found = _subject_beside(line, at, lo, attributions, foreign)
    if found != NOWHERE:
        return found
    relative = find_relative_around(line, at, lo, attributions)
    found = subject_before_relative(line, relative, lo) if relative > lo else NOWHERE
    return NOWHERE if found[0] > lo and line.lows[found[0] - 1] == "to" else found  # to encourage those who left


def _subject_beside(
    line: Line, at: int, lo: int, attributions: list[Attribution], foreign: bool = False
) -> tuple[int, int]:
    """Find who acts in the words right before a verb and its helpers."""
    end = find_subject_end(line, at, lo)
    end -= foreign and end > lo and line.lows[end - 1] in HELPERS
    end -= end > lo + 1 and line.words[end - 1] == "." and line.lows[end - 2] in YOUNGER
    if end < at and line.lows[end] in TWO and (end <= lo or line.lows[end - 1] in OPENERS):
        return (end, end + 1)
    if end <= lo:
        return find_month_name(line, end, at)
    word = line.lows[end - 1]
    if owner := contracted(word):  # the painter who'd said; he's (always) said
        return subject_before_relative(line, end - 1, lo) if owner == "who" else (end - 1, end)
    if word in ("and", "but", "or", "then"):
        return _subject_of_pair(line, at, end, lo, attributions)
    if (marked := _subject_over_mark(line, at, end, lo, attributions)) is not None:
        return marked
    end = step_over_region(line, end, lo) if word == "." else end  # police in Norwood, Ore. said
    return NOWHERE if _is_parted(line, end, lo) else _subject_in_phrase(line, at, end, lo, attributions)


def _subject_over_mark(
    line: Line, at: int, end: int, lo: int, attributions: list[Attribution]
) -> tuple[int, int] | None:
    """Find who acts over what a comma, a dash or words in marks set off; None where no such mark ends the words."""
    word = line.lows[end - 1]
    if word == "," and line.lows[end] == "having":
        return main_subject(line, end, lo, attributions)  # hired an aide, having rejected
    if word == ",":
        return _subject_of_heading(line, at, lo, attributions) or _before_comma(line, end - 1, lo)
    if word in DASHES and (opening := find_aside_start(line, end - 1, lo)) > lo:
        return _before_dash(line, opening, lo)  # X - a nurse - said
    if word != QUOTE:
        return None
    if (hidden := subject_before_hidden(line, end, lo)) != NOWHERE:
        return hidden
    if _tells_that(line, at) and (relative := _find_relative(line, end - 1, lo)) > lo:
        return subject_before_relative(line, relative, lo)  # Lund, who called it "a mess," told a nurse that
    if (comma := find_aside_of_run(line, end - 1, lo)) <= lo:
        return None
    told = can_be_verb(line.words[comma + 1])  # the report, which the chief, Al Mott, called "a joke," says
    relative = max(_find_relative(line, end - 1, lo), find_distant_relative(line, comma, lo) if told else -1)
    return subject_before_relative(line, relative, lo) if relative > lo else phrase_over_asides(line, comma, lo)


def _is_parted(line: Line, end: int, lo: int) -> bool:
    """Tell a mark that parts a verb from what stands before it; not the full stop of Holt Motor Co."""
    word = line.lows[end - 1]
    shortened = word == "." and end - 2 >= lo and line.words[end - 2][0].isupper()
    return (word in WALLS and word != ")") or word in ("-", "'", "’") or (word == "." and not shortened)


def _subject_in_phrase(line: Line, at: int, end: int, lo: int, attributions: list[Attribution]) -> tuple[int, int]:
    """Find who acts in the noun phrase right before a verb, over clauses that belong to it."""
    if line.lows[end - 1] in ("who", "which", "that"):
        return subject_before_relative(line, end - 1, lo)
    if (hidden := subject_before_hidden(line, end, lo)) != NOWHERE:
        return hidden
    if (met := _before_met(line, end, lo)) != NOWHERE:
        return met
    found = cut_fronted(line, *phrase_from_head(line, phrase_over_reduced(line, end, at, lo), lo))
    if found == NOWHERE:
        pair = _pair_before(line, end, lo)
        return _subject_of_pair(line, at, pair + 1, lo, attributions) if pair > lo else NOWHERE
    if (relative := find_opened_relative(line, *found, lo)) > lo:
        return subject_before_relative(line, relative, lo)
    if found[1] - found[0] > 2 and line.lows[found[1] - 1] in SOME and line.lows[found[1] - 2].endswith("s"):
        return (found[1] - 1, found[1])  # Before the arguments many [thought]
    if line.lows[at + 1 : at + 2] in ([QUOTE], ["as"]):
        cut = cut_contact(line, *found)
        opens = found[0] > lo and line.lows[found[0] - 1] in ("that", "which", "whom")
        opens = opens or (found[0] > lo + 1 and line.lows[found[0] - 2] in ("a", "an"))
        if cut != found or opens:
            return cut  # unveiled a plan (that) the mayor called "..."
    return _whole_subject(line, found, at, end, lo)


def _whole_subject(line: Line, found: tuple[int, int], at: int, end: int, lo: int) -> tuple[int, int]:
    """Take all of a subject whose last words are found: its list, its name before a party, its head."""
    begin = min(find_list_start(line, *found, lo), find_adjective_start(line, *found, lo))
    if is_party(line, *found) and (named := phrase_from_name(line, found, lo)) != found:
        return named  # Ann Lund, D-Ohio [said]
    first, last = (begin, found[1]) if begin < found[0] else _unless_verb(line, find_head(line, found, end, lo))
    if first < 0 or _is_doing(line, first, last):
        return NOWHERE
    if (named := _before_open_aside(line, first, last, at, lo)) != NOWHERE:
        return named
    return (find_joined_start(line, first, last, lo), last)


def _tells_that(line: Line, at: int) -> bool:
    """Tell "told a nurse that", which somebody named before does, from ""...," told a nurse"."""
    if line.lows[at] not in ("told", "tells"):
        return False
    first, end = phrase_from(line, at + 1, len(line.words))
    return first == at + 1 and line.lows[end : end + 1] == ["that"]


def _subject_of_heading(line: Line, at: int, lo: int, attributions: list[Attribution]) -> tuple[int, int] | None:
    """Find who acts twice, as headings have it: "[Lund] calls for calm, says"; None if it is not so."""
    before = attributions[-1] if attributions and line.lows[at].endswith("s") and line.words[at - 1] == "," else None
    if before is None or before.cue.form != "third" or before.subject[1] != before.first or before.first < lo:
        return None
    if not line.words[before.subject[0]][0].isupper():
        return None  # Lee defends missing Senate votes, says
    return None if before.inverted or holds_verb(line, before.last, at - 1) else before.subject


def _before_comma(line: Line, comma: int, lo: int) -> tuple[int, int]:
    """Find who acts where a comma stands before the verb: over asides, or in the clause that ends there."""
    if comma > lo and line.lows[comma - 1] == QUOTE:
        relative = _find_relative(line, comma, lo)  # The aide, who left because "...", said
        return subject_before_relative(line, relative, lo) if relative > lo else NOWHERE
    found = phrase_over_asides(line, comma, lo)
    fronted = found[0] > lo and (line.lows[found[0] - 1] in FRONTING or is_verb(line, found[0] - 1))
    if fronted:
        return clause_subject(line, comma, lo)  # X left in May, said he
    if found[0] > lo + 1 and line.lows[found[0] - 1] == "and" and line.lows[found[0]] in POSSESSIVES:
        first, last = phrase_before(line, found[0] - 1, lo)  # [Lund and his deputy, Ann Roth], said
        named = line.words[last - 1][0].isupper() or (first == lo and line.lows[last - 1] in ROLES)
        found = (first, found[1]) if first >= 0 and named else found
    return _unless_verb(line, found)


def _before_open_aside(line: Line, first: int, last: int, at: int, lo: int) -> tuple[int, int]:
    """Find whom an aside describes that no comma ends: "[Amy Lund, his campaign manager] said: ..."; else NOWHERE."""
    opens = first > lo + 2 and line.words[first - 1] == "," and line.lows[first] in DETERMINERS
    head = next((here for here in range(first, last) if line.lows[here] in ("who", *PREPOSITIONS)), last)
    if not opens or line.lows[head - 1] not in ROLES or line.lows[at + 1 : at + 2] in ([","], [QUOTE]):
        return NOWHERE
    begin, end = phrase_before(line, first - 1, lo)
    named = (
        end - begin > 1 and end == first - 1 and all(word[0].isupper() or word == "." for word in line.words[begin:end])
    )
    return (begin, last) if named and (begin == lo or line.lows[begin - 1] in OPENING) else NOWHERE


def _before_dash(line: Line, dash: int, lo: int) -> tuple[int, int]:
    """Find who acts before an aside in dashes: "Lund, a nurse - who left in May - [said]"."""
    found = phrase_before(line, dash, lo)
    if found[0] <= lo or line.words[found[0] - 1] != "," or line.words[found[1] - 1][0].isupper():
        return found
    named = phrase_over_asides(line, dash, lo)
    return named if named[0] >= lo and line.words[named[0]][0].isupper() else found


def _find_relative(line: Line, end: int, lo: int) -> int:
    """Find the "who" behind a comma in whose clause a token stands; -1 if it stands in none."""
    for at in range(end - 1, max(lo, end - REACH), -1):
        if line.lows[at] == "who":
            return at if line.words[at - 1] == "," and line.words[at - 2][0].isalnum() else -1
        if line.words[at] in (",", ":", ";", "."):
            break
    return -1


def _before_met(line: Line, end: int, lo: int) -> tuple[int, int]:
    """Find who acts over a relative clause without "whom": "Two aides [we spoke to] said", "a nurse he knew told"."""
    verb = end - 1 - (line.lows[end - 1] in PREPOSITIONS)
    if verb - 2 < lo or line.lows[verb - 1] not in MEETING or not is_verb(line, verb):
        return NOWHERE
    first, last = phrase_before(line, verb - 1, lo)
    opens = first >= 0 and (line.lows[first] in DETERMINERS or line.lows[last - 1].endswith("s"))
    alone = last - first == 1 and line.lows[first] in PERSONAL
    return (first, last) if opens and last == verb - 1 and not alone else NOWHERE


def _subject_of_pair(line: Line, at: int, end: int, lo: int, attributions: list[Attribution]) -> tuple[int, int]:
    """Find who acts in "X went on and said": the subject of the verb of the same form before it."""
    main = find_main_start(line, lo, end - 1)
    if (who := _find_acting_who(line, end - 1, lo)) > lo:
        return subject_before_relative(line, who, lo)
    if line.words[end - 2] in DASHES and (opening := find_aside_start(line, end - 2, lo)) > lo:
        return clause_subject(line, opening, lo)  # Lund - like others - left - and said
    for attribution in reversed(attributions):
        if attribution.first < main:
            break
        if attribution.first > at:
            continue
        if line.lows[at] in VOICED and line.lows[attribution.first - 1] in ("that", "which"):
            continue  # marchers held signs that said "..." and chanted
        if attribution.subject != NOWHERE and not attribution.passive and attribution.cue.form in JOINED:
            return attribution.subject
    found = clause_subject(line, end - 1, lo)
    if found[0] > lo + 1 and line.lows[found[0] - 1] in ASKING and line.lows[end - 2] == ",":
        return clause_subject(line, found[0] - 1, lo)  # would not say whether Roth should go, but said
    return found


def _find_acting_who(line: Line, end: int, lo: int) -> int:
    """Find the "who" of "Ann Lund, [who] left early and said": no comma parts what it does from the "and"; else -1."""
    who = _find_relative(line, end, lo)
    return who if who > lo and holds_verb(line, who + 1, end) else -1


def _is_doing(line: Line, first: int, last: int) -> bool:
    """Tell "..., making the [quotes]" and "..., offering a hand, are" from a subject."""
    begins = last - first > 1 and line.words[first - 1] == "," and line.words[first].islower()
    return begins and line.lows[first].endswith("ing") and is_gerund(line, first)


def _pair_before(line: Line, end: int, lo: int) -> int:
    """Find the "and" before what stands between it and its verb: "left and in a statement [called it]"; else -1."""
    for at in range(end - 1, max(lo, end - NEAR), -1):
        if line.lows[at] in ("and", "but"):
            return at if line.lows[at + 1] in FRONTED else -1
        if not line.words[at][0].isalnum() or is_verb(line, at):
            break
    return -1


def _unless_verb(line: Line, phrase: tuple[int, int]) -> tuple[int, int]:
    """Take a phrase unless it is a lone verb: "have wrongly ignored or dismissed", "because he could deliver"."""
    first, last = phrase
    lone = last - first == 1 and line.words[first][0].islower()
    helped = lone and first > 0 and line.lows[first - 1] in MODALS and line.words[first - 1][0].islower()
    helped = helped and line.lows[first] in load_senses().verbs and not can_be_noun(line.lows[first])
    return NOWHERE if helped or (lone and line.lows[first].endswith("ed")) else phrase
