"""How a voice looks wherever texts are shown: a colour and a line under the words, so that colour alone says nothing.

The colours are those of the charts (Okabe & Ito 2008), pale enough for a light page and a dark one.
"""

from __future__ import annotations

from collections.abc import Iterable

from analysis.cards import markup_of
from analysis.tables import VOICE_LABELS

# in the elements themselves: they are there too where a page strips style sheets
TINTS = {
    "outlet": "",
    "speaker": "background-color:rgba(230,159,0,.22);text-decoration:underline solid #c98500 1.5px",
    "forwarded": "background-color:rgba(0,158,115,.20);text-decoration:underline dotted #009e73 2px",
}
LINES = {"outlet": "no line", "speaker": "line", "forwarded": "dotted line"}
STYLE = ".fr .fr-v{text-underline-offset:.22em;border-radius:2px;padding:.06em 0}"


def mark_voice(text: str, voice: object) -> str:
    """Write a text (not yet escaped) in the look of its voice, as HTML."""
    return mark_markup(markup_of(text), voice)


def mark_markup(markup: str, voice: object) -> str:
    """Put HTML into the look of a voice."""
    look = TINTS.get(str(voice), "")
    return f'<span class="fr-v" style="{look}">{markup}</span>' if look else markup


def name_voices(voices: Iterable[object]) -> str:
    """Name the voices that occur, each in its own look, as HTML."""
    known = set(voices)
    return " · ".join(mark_voice(label, voice) for voice, label in VOICE_LABELS.items() if voice in known)
