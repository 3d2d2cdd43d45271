"""Messages copied out of Telegram Desktop: a line "Channel, [26.12.2024 11:43]" over each.

Under it may stand, in brackets, whom it was forwarded from, whom it replies to and what media it carries
("[Forwarded from X]", "[In reply to X]", "[ Photo ]"), in the language of the program, as tdesktop's clipboardText
writes them. Older versions and extensions of browsers write no comma in the header, no brackets around the origin
("Forwarded from: X") or braces ("{{FWD: X, 11.02.2017 23:22}}").
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from analysis.texts.readers.layouts.post_dates import parse_post_dates
from analysis.texts.readers.layouts.post_marks import forwarded_channel, list_links, list_message_notes
from analysis.texts.readers.lines import Layout, PageLine, Story

FORMAT = "telegram copy"
KIND = "post"
OUTSIDE, BETWEEN = 0.25, 0.3  # of a page: at most above the first header of a chat that carries it, and at least below
HEADER = re.compile(r"(?P<author>[^\s\[].{0,140}?),? \[(?P<when>[^\[\]\n]{8,50})\]:?")
_HEADER_LINE = re.compile(rf"^[ \t]*(?:{HEADER.pattern})[ \t\r]*$", re.MULTILINE)
_MOMENT = re.compile(r"\d\D.*\d{1,2}[:.]\d\d|\d{1,2}[:.]\d\d.*\D\d")
_BRACKETS = re.compile(r"\[(?P<wide> ?)(?P<inner>[^\[\]]+?) ?\]")
_BRACES = re.compile(r"\{\{\s?FWD: (?P<channel>[^{}\n]{1,128}?)(?:, [\d./-]{6,10}[^{}\n]{0,15})?\s?\}\}")
_POLL = re.compile(r"(?P<before>\[ ?[^\[\]:]{2,30} : )(?P<question>.+?)(?P<after> ?\])")
_REPLY = re.compile(
    r"(?:in reply to|reply to|в ответ(?: на сообщение)?(?: на| от)?|у відповідь(?: на)?|"
    r"als antwort auf|antwort (?:auf|an)|"
    r"en réponse à|réponse à|en respuesta a|respuesta a|in risposta a|em resposta a)\s+(?P<name>\S.*)",
    re.IGNORECASE,
)
_STOPS = (".", "!", "?", "…", ":", ";", ",", "]")
_VIA = re.compile(r"\s+(?:via|через|über)\s+(@\w+)$", re.IGNORECASE)
MEDIA = {  # what documents call it -> what the languages of Telegram do
    "photo": "photo|foto|фото|фотография|bild",
    "video": "video|vídeo|vidéo|видео|відео",
    "video message": "video message|videonachricht|message vidéo|mensaje de vídeo|видеосообщение|відеоповідомлення",
    "voice": "voice message|голосовое сообщение|голосове повідомлення|sprachnachricht|message vocal|mensaje de voz",
    "audio": "audio file|audio|music|аудиофайл|аудиозапись|аудіофайл|audiodatei|fichier audio|archivo de audio",
    "file": "file|document|файл|документ|datei|fichier|archivo|documento",
    "animation": "gif|animation|анимация",
    "sticker": "sticker|стикер|наклейка|наліпка|autocollant|pegatina",
    "poll": "poll|anonymous poll|quiz|опрос|анонимный опрос|викторина|опитування|umfrage|sondage|encuesta",
    "album": "album|альбом|álbum",
    "location": "location|live location|map|местоположение|геопозиция|карта|standort|position|ubicación",
    "contact": "contact|контакт|kontakt|contacto",
    "game": "game|игра|spiel|jeu|juego",
    "story": "story|история|geschichte|historia",
}
_MEDIA = {word: name for name, words in MEDIA.items() for word in words.split("|")}


@dataclass
class _Copied:
    """A message as it is taken apart: who, when, its lines of text, what brackets say of it."""

    author: str = ""
    when: str | None = None
    lines: list[PageLine] = field(default_factory=list)
    known: dict[str, object] = field(default_factory=dict)
    forwarded_from: str | None = None


def recognise(text: str) -> float:
    """How surely (0 to 1) a page is copied messages: by lines over messages, from the page's beginning to its end.

    An article that quotes some messages has its text above and below them.
    """
    if " [" not in text:
        return 0.0
    places = [found.start() for found in _HEADER_LINE.finditer(text)
              if _MOMENT.search(found["when"])]  # fmt: skip
    if not places:
        return 0.0
    before = len(text[: places[0]].strip("\ufeff\u200b \t\r\n"))
    if before == 0:
        return 0.95
    carried = before <= OUTSIDE * len(text) and places[-1] - places[0] >= BETWEEN * len(text)
    return 0.9 if carried else 0.0


def lay_out(lines: list[PageLine]) -> Layout:
    """Set the messages apart; the lines over them go to `removed`, what they say to each post."""
    messages, removed = _split_messages(lines)
    written = [" ".join(line.text for line in message.lines) for message in messages]
    dates = parse_post_dates([message.when for message in messages], written, by_program=True)
    authors = {message.author for message in messages if message.author}
    stories, empty = [], Counter()
    for message, date in zip(messages, dates, strict=True):
        if date:
            message.known |= {"published": date.when, "published_precision": date.precision}
        if len(authors) > 1 and message.author:
            message.known["author"] = message.author
        if links := list_links(message.lines):
            message.known["links"] = " ".join(links)
        if message.lines:
            stories.append(Story(message.lines, message.forwarded_from, message.known))
        else:
            empty[str(message.known.get("media", "nothing"))] += 1
    unread = sum(date is None and message.when is not None for message, date in zip(messages, dates, strict=True))
    notes = _list_notes(messages, empty, unread)
    return Layout(stories, removed, authors.pop() if len(authors) == 1 else None, notes)


def _split_messages(lines: list[PageLine]) -> tuple[list[_Copied], list[PageLine]]:
    messages: list[_Copied] = []
    removed: list[PageLine] = []
    in_head = False
    for line in lines:
        found = HEADER.fullmatch(line.text)
        if found and _MOMENT.search(found["when"]):
            messages.append(_Copied(found["author"].strip(), found["when"]))
            removed.append(line._replace(reason="header of a message"))
            in_head = True
        elif line.reason:
            removed.append(line)
        else:
            if not messages:
                messages.append(_Copied())
            in_head = in_head and _take_bracket(line, messages[-1], removed)
            if not in_head:
                messages[-1].lines.append(line)
    return messages, removed


def _take_bracket(line: PageLine, message: _Copied, removed: list[PageLine]) -> bool:
    """Take a line in brackets under a header for what it says; False if it is text."""
    if channel := _name_bare_origin(line.text):
        message.forwarded_from = channel
        removed.append(line._replace(reason="forwarded line"))
        return True
    found = _BRACKETS.fullmatch(line.text)
    poll = _POLL.fullmatch(line.text)
    if poll and _media_of(line.text.strip("[ ")) == "poll":
        _take_question(line, poll, message, removed)
        return True
    if not found:
        return False
    inner = found["inner"].strip()
    if via := _VIA.search(inner):
        message.known["via_bot"] = via[1]
    if channel := forwarded_channel(_VIA.sub("", inner)):
        message.forwarded_from = channel
        reason = "forwarded line"
    elif reply := _REPLY.fullmatch(inner):
        message.known["reply_to"], reason = reply["name"].strip(), "reply line"
    elif (media := _media_of(inner)) or found["wide"]:
        message.known.setdefault("media", media or inner)
        reason = "media line"
    else:
        return False
    removed.append(line._replace(reason=reason))
    return True


def _name_bare_origin(text: str) -> str | None:
    """Name the channel of a line "Forwarded from: X" without brackets; None for a sentence that begins so."""
    if braces := _BRACES.fullmatch(text):
        return braces["channel"].strip()
    return None if text[-1:] in _STOPS else forwarded_channel(text)


def _media_of(inner: str) -> str:
    """What documents call the media that brackets name, whatever is said of it ("Video : 00:31"); "" if none."""
    word = re.split(r"\s*[:,(]\s*|\s+\d", inner, maxsplit=1)[0].strip(" ]").lower()
    word = word or inner.lower()
    return _MEDIA.get(word, "") or ("sticker" if re.fullmatch(r"\W*\s*(?:sticker|стикер)", word) else "")


def _take_question(line: PageLine, poll: re.Match[str], message: _Copied, removed: list[PageLine]) -> None:
    """The question of a poll is text, the brackets around it are not."""
    message.known["media"] = "poll"
    start, end = poll.span("question")
    removed.append(line._replace(end=line.start + start, text=line.text[:start], reason="media line"))
    removed.append(line._replace(start=line.start + end, text=line.text[end:], reason="media line"))
    question = line._replace(start=line.start + start, end=line.start + end, text=poll["question"])
    message.lines.append(question)


def _list_notes(messages: list[_Copied], empty: Counter[str], unread: int) -> list[str]:
    notes = list_message_notes(f"{len(messages)} messages copied out of Telegram", empty, unread)
    if messages and not messages[0].author:
        notes.append("the text before the first header is a post without author and date")
    return notes
