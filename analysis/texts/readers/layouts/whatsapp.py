"""A chat that WhatsApp exported: each message behind its date, time and sender, on one line or several.

Telephones write the header in their own way: "[7/11/2017, 8:20:41 PM] Anna: ..." (iOS), "03.08.21, 12:31 - Anna: ..."
(Android), with marks of the direction of writing before it, which nobody sees.
"""

from __future__ import annotations

import re

from analysis.texts.readers.layouts.chat_messages import ChatMessage, lay_out_messages
from analysis.texts.readers.lines import Layout, PageLine

FORMAT = "whatsapp chat"
KIND = "post"
FEWEST = 2  # messages
OUTSIDE, BETWEEN = 0.25, 0.3  # of a page: at most above the first message, at least from the first to the last
_BLANK, _UNSEEN = "[ \xa0\u202f]", "[\u200e\u200f\u202a-\u202e\ufeff]"
_DAY = rf"\d{{1,4}}(?P<mark>[./-]){_BLANK}?\d{{1,2}}(?P=mark){_BLANK}?\d{{1,4}}\.?"
_TIME = rf"\d{{1,2}}[:.]\d\d(?:[:.]\d\d)?(?:{_BLANK}?[ap]\.?{_BLANK}?m\.?)?"
_WHEN = rf"{_DAY},?{_BLANK}{_TIME}"
_SENDER = r"[^\s:\"“”\[\]][^:\n\"“”\[\]]{0,60}"
_HEADER = re.compile(
    rf"{_UNSEEN}*(?:\[(?P<when>{_WHEN})\]|(?P<when_>{_WHEN.replace('mark', 'mark_')})(?:{_BLANK}[-–]|:)){_BLANK}"
    rf"(?:{_UNSEEN}*(?P<sender>{_SENDER}): ?)?",
    re.IGNORECASE,
)
_HEADER_LINE = re.compile(rf"^{_HEADER.pattern}", re.IGNORECASE | re.MULTILINE)
_HALF = re.compile(rf"{_BLANK}*([ap])\.?{_BLANK}?m\.?", re.IGNORECASE)
_SHORT_YEAR = re.compile(r"^(\d{1,2})([./-]) ?(\d{1,2})\2 ?(\d\d)(?!\d)")  # the year stands last where it is short
_MEDIA = re.compile(
    r"<[^<>]{3,60}>|(?:[^\W\d_][\w-]* ){1,2}(?:omitted|weggelassen|omise?s?|absente?s?|omitid[oa]s?|omess[oa]|"
    r"пропущен[оаы]?|опущен[оаы]?)|"
    r"\S.{0,80}\.\w{2,5} \((?:file attached|datei angehängt|fichier joint|archivo adjunto|файл добавлен|"
    r"arquivo anexado|file allegato)\)",
    re.IGNORECASE,
)
_DELETED = re.compile(
    r"(?:this message was deleted|you deleted this message|diese nachricht wurde gelöscht|"
    r"du hast diese nachricht gelöscht|"
    r"ce message a été supprimé|vous avez supprimé ce message|(?:se eliminó este mensaje|eliminaste este mensaje|"
    r"este mensaje fue eliminado)|(?:данное|это) сообщение (?:было )?удалено|вы удалили (?:данное|это) сообщение)\.?",
    re.IGNORECASE,
)
_ENCRYPTED = re.compile(r"end-to-end|ende-zu-ende|bout en bout|extremo a extremo|сквозн\w+ шифр", re.IGNORECASE)
_WHO = r"[^\s,!?]+(?: [^\s,!?]+){0,3}"
_TOLD = re.compile(  # on iOS under the name of the group, or of who did it; on Android no name stands before it
    rf"{_WHO} (?:added|removed) you|{_WHO} (?:created|changed) (?:this|the) group\b.{{0,120}}|"
    rf"{_WHO} created group .{{1,80}}|{_WHO} joined (?:using|from|via) .{{0,30}}\b(?:link|community)|"
    rf"{_WHO} changed (?:the subject|the group|this group|their phone number|to a new number)\b.{{0,160}}|"
    rf"your security code with .{{1,60}} changed\b.{{0,40}}|{_WHO} turned (?:on|off) disappearing messages\b.{{0,120}}|"
    rf"you(?:'re| are) now an admin|missed (?:voice|video|group voice|group video) call\b.{{0,30}}|"
    rf"{_WHO} hat (?:dich hinzugefügt|die gruppe .{{0,80}}\berstellt|.{{0,20}}gruppen?\w* .{{0,80}}geändert)|"
    rf"{_WHO} (?:vous|t['’]) ?a ajoutée?|{_WHO} a créé le groupe\b.{{0,80}}|"
    rf"{_WHO} (?:te añadió|creó el grupo\b.{{0,80}})|"
    rf"{_WHO} (?:добавила? вас|создала? группу\b.{{0,80}})",
    re.IGNORECASE,
)
_LEFT = frozenset(
    ["left", "joined", "hat die gruppe verlassen", "a quitté", "a quitté le groupe", "salió", "salió del grupo"]
)
_EDITED = re.compile(r" ?<[^<>]{3,30}(?:edited|bearbeitet|modifié|editó|изменено)[^<>]{0,20}>$", re.IGNORECASE)


def recognise(text: str) -> float:
    """How surely (0 to 1) a page is a chat: by messages with their senders from its beginning to its end."""
    found = list(_HEADER_LINE.finditer(text))
    if sum(bool(header["sender"]) for header in found) < FEWEST:
        return 0.0
    first, last = found[0].start(), found[-1].start()
    carried = first <= OUTSIDE * len(text) and last - first >= BETWEEN * len(text)
    return 0.93 if carried else 0.0


def lay_out(lines: list[PageLine]) -> Layout:
    """Set the messages apart: a document each, with its date and sender; headers, media and notices go to `removed`."""
    return lay_out_messages(*_split_messages(lines), "a WhatsApp chat")


def _split_messages(lines: list[PageLine]) -> tuple[list[ChatMessage], list[PageLine]]:
    messages, removed = [ChatMessage()], []
    for line in lines:
        message = messages[-1]
        if found := _HEADER.match(line.text):
            message = ChatMessage(
                _spell_out(found["when"] or found["when_"]), (found["sender"] or "").lstrip("~ \xa0\u202f").strip()
            )
            messages.append(message)
            removed.append(line._replace(end=line.start + found.end(), text=found[0], reason="header of a message"))
            if not (rest := line.text[found.end() :]).strip():
                continue
            line = line._replace(start=line.end - len(rest), text=rest)
        if line.reason:
            removed.append(line)
        else:
            _take_line(line, message, removed)
    return messages if messages[0].lines else messages[1:], removed


def _take_line(line: PageLine, message: ChatMessage, removed: list[PageLine]) -> None:
    """Take a line for a message's text, or for what stands where it has none."""
    alone = message.when and not message.lines
    if message.when and (not message.sender or (alone and _is_told(line.text, message.sender))):
        message.empty, reason = "service", "service message"
    elif alone and _DELETED.fullmatch(line.text):
        message.empty, reason = "deleted", "deleted message"
    elif alone and _MEDIA.fullmatch(line.text):
        message.empty, reason = "media", "media line"
    else:
        if edited := _EDITED.search(line.text):
            message.known["is_edited"] = True
            at = line.start + edited.start()
            removed.append(line._replace(start=at, text=edited[0], reason="label"))
            line = line._replace(end=at, text=line.text[: edited.start()])
        message.lines.append(line)
        return
    removed.append(line._replace(reason=reason))


def _is_told(text: str, sender: str) -> bool:
    """Tell what the program says under a sender's name: Choir: Ann added you; Ann Lee: Ann Lee left."""
    said = text.rstrip(".").lower()
    return bool(_ENCRYPTED.search(text) or _TOLD.fullmatch(said)) or said.removeprefix(f"{sender.lower()} ") in _LEFT


def _spell_out(when: str) -> str:
    """A message's date with its year in full, and am or pm as dates are read elsewhere."""
    plain = re.sub(_BLANK, " ", _HALF.sub(r" \1m", when))
    return _SHORT_YEAR.sub(r"\1\2\3\g<2>20\4", plain)
