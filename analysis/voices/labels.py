"""Labels that open a turn: "Question:", "MR. TRUMP:", "💬 Sergey Lavrov:", a bubble under an interview's heading."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter

from analysis.voices.answering_labels import ANSWERING, ASKING, DOTTED, ROLES_IN_FULL, name_answering
from analysis.voices.label_names import is_full, list_by_initials, name_person, weigh
from analysis.voices.marked_labels import find_marked_labels
from analysis.voices.referents import Referents
from analysis.voices.role_labels import (
    find_asker,
    find_handle,
    find_poster,
    find_poster_above,
    find_stamped,
    is_chatting,
    is_group,
    is_lone_name,
    is_numbered,
    name_described,
    name_role,
)
from analysis.voices.saying import find_verb
from analysis.voices.several_labels import LABEL, find_speaker_behind
from analysis.voices.signatures import is_signed_with_dash
from analysis.voices.stenographed import find_lettered, find_stenographed
from analysis.voices.sure_labels import (
    TALK,
    TurnLabel,
    is_quoting,
    is_reporting,
    is_talk_under,
    list_raised,
    names_several,
)

BUBBLE = "💬🗣🗨🗯"
ALONE = 60  # characters at most of a label that has a line to itself
LONGEST = 220  # characters, more than LABEL can take to its colon
OPENING = re.compile(rf"[^\w\n]{{0,4}}[{BUBBLE}][^\w\n\"“«]{{0,4}}(?=\S)")
BUBBLE_ALONE = re.compile(rf"[^\w\n]{{0,4}}[{BUBBLE}][^\w\n\"“«]{{0,4}}")
NAME_ALONE = re.compile(  # Sergey Lavrov; Foreign Minister Sergey Lavrov, in Baku:
    r"[^\w\n]{0,3}(?P<name>[^\W\d_][\w.’'-]*(?: [\w.’'*-]+){0,9})(?:, [^\n:.!?“\"]{2,60})?[*_]{0,2} ?[:：]?\W{0,3}"
)
SIGNED = re.compile(r"[\"“«„][^\n]*[\"”»][,.]? ?[-–—―]{1,2} ?[^\W\d_][^\n]{2,80}$")  # 💬 "We stay," — Minister Ann Lee
HEARD = re.compile(  # MAYA (V.O.), JACK (CONT'D), LEE (on camera), ROE (via phone)
    r"\((?:[ov]\.? ?[sco]\.?|cont(?:['’]?d|inued|inuing)\.?|on camera|off camera|voice-?over|(?:via|by) \w+)\)",
    re.IGNORECASE,
)
TOLD = re.compile(rf"[^\w\n]{{0,4}}[{BUBBLE}]\W{{0,6}}[\"“«„][^\"“”«»\n]{{2,}}[\"”»][,.]?\W{{0,6}}[^\W\d_]+ [^\W\d_]")
QUOTED = re.compile(r"\W{0,3}[\"“”„«»'‘`]")
MARKED = re.compile(r"[^\n:\"“„«]{3,120}: ?(?:“[^“”\n]+”|„[^„“”\n]+[“”]|«[^«»\n]+»|\"[^\"\n]+\")[.!?…]?\s*")


def find_labels(text: str, paragraphs: list[tuple[int, int]], people: Referents, title: str) -> dict[int, TurnLabel]:
    """Find the labels that open turns; a surname alone counts where two labels or more stand."""
    found: dict[int, tuple[TurnLabel, int]] = {}
    text = text.replace("：", ":")
    bubbles = any(sign in text for sign in BUBBLE)
    dotted = DOTTED.search(text) is not None
    for number in range(len(paragraphs)):
        if label := _find_label(text, paragraphs, number, people, bubbles, dotted):
            found[number] = label
    marked = find_marked_labels(text, paragraphs, people)
    found |= {number: (label, 1) for number, label in marked.items() if number not in found}
    if not found:
        return {}
    found = _spell_out(text, found, people)
    raised = list_raised(text, paragraphs, found)
    found = {number: (one, max(weight, number in raised)) for number, (one, weight) in found.items()}
    found |= _askers(text, paragraphs, found)
    found = {number: pair for number, pair in found.items() if not _is_heading(text, paragraphs, number, pair[0])}
    families = {label.speaker.split()[-1] for label, _ in found.values() if label.speaker and " " in label.speaker}
    families |= {label.speaker for label, weight in found.values() if label.speaker and weight}
    found = {number: (one, max(weight, one.speaker in families)) for number, (one, weight) in found.items()}
    times = Counter(label.speaker for label, _ in found.values())
    talks = Counter(one.speaker for one, _ in found.values() if is_talk_under(text, one))
    again = {name for name, count in times.items() if count > 1 and talks[name] >= count / 2}
    found = {number: pair for number, pair in found.items() if pair[1] or pair[0].speaker in again}
    several = len(found) > 1
    counted = {number: label for number, (label, weight) in found.items() if weight >= 2 or several}
    return name_answering(text, paragraphs, counted, people, title)


def _spell_out(
    text: str, found: dict[int, tuple[TurnLabel, int]], people: Referents
) -> dict[int, tuple[TurnLabel, int]]:
    """Give labels of two or three letters the name of the one person whose initials they are."""
    written = {number: text[one.start : one.end].replace(".", "") for number, (one, _) in found.items() if one.speaker}
    short = {number: word for number, word in written.items() if 1 < len(word) < 4 and word.isupper()}
    named = list_by_initials(people) if short else {}
    spelt = {number: named[word] for number, word in short.items() if word in named and not people.has_family(word)}
    return found | {number: (found[number][0]._replace(speaker=name), 1) for number, name in spelt.items()}


def _find_label(
    text: str, paragraphs: list[tuple[int, int]], number: int, people: Referents, bubbles: bool, dotted: bool
) -> tuple[TurnLabel, int] | None:
    """Read a line's label of whatever kind; dotted: the text has questions under "Q."."""
    start, end = paragraphs[number]
    if dotted and (letter := find_lettered(text, start, end)):
        return TurnLabel(ROLES_IN_FULL["q"] if letter.speaker == "Q" else None, *letter[1:], False), 1
    if spoken := find_stenographed(text, start, end, people):
        return TurnLabel(*spoken, False), 1
    if "@" in text[start : start + LONGEST] and (poster := _poster(text, paragraphs, number)):
        return poster
    if stamped := find_stamped(text, paragraphs, number):
        words = stamped.speaker.split()
        chatting = stamped.speaker if is_chatting(text, start, end) else None
        if name := name_person(words, people) or name_role(words) or chatting:
            return TurnLabel(*stamped._replace(speaker=name), False), 1
    if not bubbles and text.find(":", start, min(end, start + LONGEST)) < 0:
        return None
    label = (_bubble_alone(text, paragraphs, number, people) if bubbles else None) or _label(text, start, end, people)
    if not label and end - start < ALONE and text[start:end].rstrip("*_ ").endswith(":"):
        return _label_alone(text, paragraphs, number, people)
    signed = label and label[0].start < 0 and is_signed_with_dash(text, *paragraphs[number + 1 : number + 2])
    told = label and label[0].start < 0 and TOLD.match(text, start, end)  # 💬 "I leave," said Ann Lee.
    return None if signed or told else label


def _label_alone(text: str, paragraphs, number: int, people: Referents) -> tuple[TurnLabel, int] | None:
    """Read a label that has a line to itself, in capitals or over I, we or you; it counts beside others."""
    start, end = paragraphs[number]
    alone = number + 1 < len(paragraphs) and not find_verb(text[start:end], 0)
    label = _label(text, start, paragraphs[number + 1][1], people) if alone else None
    if not label or label[0].speech < end:
        return None
    return label[0], min(label[1], is_talk_under(text, label[0]) or text[start:end].isupper())


def _poster(text: str, paragraphs: list[tuple[int, int]], number: int) -> tuple[TurnLabel, int] | None:
    """Read a line of name, account and date over what somebody posted."""
    following = paragraphs[number + 1 : number + 3]
    poster = find_poster(text, *paragraphs[number], following[0][0]) if following else None
    if not poster and len(following) == 2:
        poster = find_poster_above(text, paragraphs[number], following[0], following[1][0])
    return (TurnLabel(*poster, False), 2) if poster else None


def _askers(
    text: str, paragraphs: list[tuple[int, int]], found: dict[int, tuple[TurnLabel, int]]
) -> dict[int, tuple[TurnLabel, int]]:
    """Find the questions that a paper asks whoever speaks in the next paragraph."""
    named = [number for number, (label, weight) in found.items() if weight and label.speaker]
    before = (number - 1 for number in named if number and not found.get(number - 1, (None, 0))[1])
    askers = {number: find_asker(text, *paragraphs[number]) for number in before}
    return {
        number: (found[number][0] if number in found else TurnLabel(*one, False), 1)
        for number, one in askers.items()
        if one
    }


def _is_heading(text: str, paragraphs: list[tuple[int, int]], number: int, label: TurnLabel) -> bool:
    """Tell a section on somebody (Ann Lee: ... Lee has led ...) from speech: it names them and says no I, we or you."""
    if label.bubble or not label.speaker or label.speaker.lower() in ASKING or not label.speaker[0].isupper():
        return False
    last = label.speaker.split()[-1]
    for start, end in ((label.speech, paragraphs[number][1]), *paragraphs[number + 1 : number + 2]):
        if TALK.search(text, start, end):
            return False
        if re.search(rf"\b{re.escape(last)}\b(?!\W{{0,3}}:)", text[start:end]):
            return True
    return False


def _label(text: str, start: int, end: int, people: Referents) -> tuple[TurnLabel, int] | None:
    """Read a line's label; weight 2: one for sure, 1: if others stand in the text, 0: if it comes again."""
    handle = find_handle(text, start, end) if "@" in text[start : start + 12] else None
    if handle and not is_reporting(text, handle.speech) and not is_quoting(text, handle.speech, end):
        return TurnLabel(*handle, False), 2
    opening = OPENING.match(text, start, end)
    if opening and MARKED.fullmatch(text, opening.end(), end):
        return None  # 💬 The head of the watch, Ann Lee: “We are coming.” Its marks tell where it ends
    match = LABEL.match(text, start, end) if text.find(":", start, min(end, start + LONGEST)) >= 0 else None
    quoting = names_several(text, start, end)
    if match and not quoting:
        bubble = any(sign in match["lead"] for sign in BUBBLE)
        match = match if bubble or not match["tag"] else None  # 💬 #Lavrov: ..., but #Elections: ...
    if match and not quoting:
        match = (find_speaker_behind(text, match, end) if bubble else None) or match
        words = match["label"].replace("#", "").split()
        low = match["label"].lower().rstrip(".")
        place = TurnLabel(None, match.start("label"), match.end("label"), match.end(), bubble)
        if (low in ASKING or low in ANSWERING) and not match["office"]:
            asking = ROLES_IN_FULL.get(low, match["label"]) if low in ASKING else None
            return place._replace(speaker=asking), 2 if len(low) > 1 else 1
        named = bubble or not match["office"] or is_full(words)
        name = name_person(words, people, bubble) if named and not (is_group(words) or is_numbered(words)) else None
        name = _declined(people, *match.span("label")) or name if name and bubble else name
        if match["dated"] and not match["office"]:
            return place._replace(speaker=name or match["label"]), 1  # [7 Jun 2022 at 16:05] Nora Vale: Yes
        role = None if name or match["office"] else name_role(words)
        if not name and match["aside"] and (inside := name_person(match["aside"].strip(" ()[]").split(), people)):
            name = inside if " " in inside else None  # The Minister for Ports (Sir Guy Lane)
        role = role or (name_described(words) if bubble and not name else None)
        if role and bubble:
            return place._replace(speaker=role), 2
        if role and (is_numbered(words) or _is_sentence(text, match.end(), end)):
            return place._replace(speaker=role), 1
        if not name and not role and is_group(words) and _is_sentence(text, match.end(), end):
            return place._replace(speaker=" ".join([words[0].lower(), *words[1:]])), 0
        if name and (bubble or _is_sentence(text, match.end(), end)):
            sure = bubble or match["office"]
            heard = HEARD.search(match["aside"]) is not None
            return place._replace(speaker=name), 2 if sure else max(heard, weigh(words, people, start))
        if is_lone_name(words) and not match["office"] and _is_sentence(text, match.end(), end):
            return place._replace(speaker=" ".join(words)), 0
    if opening and not quoting and not SIGNED.match(text, opening.end(), end):
        return TurnLabel(None, -1, -1, opening.end(), True), 2
    return None


def _declined(people: Referents, start: int, end: int) -> str | None:
    """Find the full name that a label in another language than English holds: Радник ОП Михайло Подоляк."""
    at = bisect_left(people.declined, (start, ""))
    name = people.declined[at][1] if at < len(people.declined) and people.declined[at][0] < end else ""
    return name if " " in name and "." not in name else None


def _bubble_alone(
    text: str, paragraphs: list[tuple[int, int]], number: int, people: Referents
) -> tuple[TurnLabel, int] | None:
    """Read a bubble whose line, or the next one, is a name and no more: what follows is that person's speech."""
    start, end = paragraphs[number]
    bubble = BUBBLE_ALONE.match(text, start, end)
    if not bubble:
        return None
    after = number + 1
    if bubble.end() == end and after < len(paragraphs):
        start, end = paragraphs[after]
        after += 1
    name = NAME_ALONE.fullmatch(text, max(start, bubble.end() if after == number + 1 else start), end)
    if not name or after >= len(paragraphs) or find_verb(text, name.start("name")):
        return None
    if text[name.end("name") : end].startswith(",") and text[end - 1] in ".!?…":
        return None  # 💬 Yes, the visit is being prepared.
    person = name_person(name["name"].replace("*", "").split(), people, True)
    return (TurnLabel(person, *name.span("name"), paragraphs[after][0], True), 2) if person else None


def _is_sentence(text: str, start: int, end: int) -> bool:
    """Tell speech after a label from a headline ("Medvedev: Europe is boiling")."""
    rest = text[start:end].rstrip(' "”»’)')
    if QUOTED.match(text, start, end):  # its marks tell where it ends
        return False
    return rest.endswith((".", "!", "?", "…", ":", ";", "-", "–", "—")) and len(rest) > 1
