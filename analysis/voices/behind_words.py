"""What stands behind a word that may be a verb: its object, a name, or a noun that it describes."""

from __future__ import annotations

import re

from analysis.people.titles import ROLES
from analysis.voices.inner_verbs import is_only_verb
from analysis.voices.lines import Line
from analysis.voices.senses import load_senses
from analysis.words.classes import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    OBJECT_PRONOUNS,
    PERSONAL,
    PREPOSITIONS,
    is_adverb,
)

SEVERAL_VERBS = re.compile(r"(?:are|were|have|aren['’]t|weren['’]t|haven['’]t)\b")


def opens_object(line: Line, at: int) -> bool:
    """Tell the object of "most oppose [the plan]", "few support [it]" from what stands behind "most demands of"."""
    low = line.lows[at] if at < len(line.lows) else "."
    return low in OBJECT_PRONOUNS or low in DETERMINERS or low == "that"


def opens_name(line: Line, at: int) -> bool:
    """Tell whether somebody is named or described from a token on: "...," shouts Lee; "...," cries the mayor."""
    return at < len(line.words) and (line.words[at][0].isupper() or line.lows[at] in DETERMINERS)


def opens_noun(line: Line, at: int) -> bool:
    """Tell the noun that a participle describes, "ruling [party]", from what a verb governs or is followed by."""
    low = line.lows[at] if at < len(line.lows) else "."
    small = low in PREPOSITIONS or low in CONJUNCTIONS or low in AUXILIARIES or low in PERSONAL or is_adverb(low)
    return line.words[at : at + 1] > [""] and line.words[at][0].islower() and not (small or opens_object(line, at))


def is_governed_noun(line: Line, at: int) -> bool:
    """Tell "due to party [rules], she left" and "clear questions, were" from "the party rules that"."""
    over = at + 1 + (line.lows[at + 1 : at + 2] == [","])
    if over == at + 2 and line.lows[over : over + 1] in (["are"], ["were"]):
        return True
    bare = line.words[at - 1][0].islower() and line.lows[at - 1] not in ROLES and line.lows[at - 1] != "police"
    behind = line.lows[at + 1] if at + 1 < len(line.lows) else "."
    return bare and line.lows[at - 2] in ("to", "by", "on", "with", "from", "under", "against") and behind != "that"


def governs_none(line: Line, after: int) -> bool:
    """Tell whether a verb follows that only several can do: behind a noun, not behind a verb in the third person."""
    low = line.lows[after] if after + 1 < len(line.lows) else "."
    verb = load_senses().verbs.get(low)
    return verb is not None and verb.form == "base" and line.lows[after + 1] == "to" and is_only_verb(low)


def is_told_of_several(line: Line, token: int) -> bool:
    """Tell whether a quotation stands at a token that begins with the verb of a plural."""
    run = line.runs.get(token)
    return run is not None and SEVERAL_VERBS.match(line.text, run.start) is not None
