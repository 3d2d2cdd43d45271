"""Key words in context: a table that shows itself aligned on the key word, each context in the colour of its voice."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

import pandas as pd

from analysis.cards import markup_of, render_box
from analysis.corpus.reading.voices import STYLE as VOICES
from analysis.corpus.reading.voices import mark_voice, name_voices
from analysis.masked import mask_controls
from analysis.prose.phrases import number
from analysis.public.shown import public_text
from analysis.words.concordance import bounds_of

COLUMNS = ["sentence_id", "doc_id", "voice", "speaker", "left", "match", "right", "start", "end", "pattern"]
MOST_SHOWN = 50
MOST_PRINTED = 25
NAME = 14  # letters of a document's identifier in a terminal
NEAR = 5  # near words that are named where nothing was found
_BLANKS = re.compile(r"\s+")
STYLE = (
    VOICES
    + """
.fr-kwic{max-width:none}
.fr-kwic .fr-lines{display:grid;grid-template-columns:minmax(0,1fr) max-content minmax(0,1fr) fit-content(11em);
gap:.12em .45em;font-size:.95em;line-height:1.5}
.fr-kwic .fr-line{display:contents}
.fr-kwic .fr-l{display:flex;justify-content:flex-end;overflow:hidden;white-space:pre}
.fr-kwic .fr-l>span{flex:none}
.fr-kwic .fr-r{overflow:hidden;white-space:pre}
.fr-kwic .fr-k{font-weight:700;white-space:pre;text-align:center}
.fr-kwic .fr-d{color:var(--soft);font-size:.82em;overflow:hidden;white-space:nowrap;text-overflow:ellipsis;
padding-top:.15em}
@media (max-width:600px){
.fr-kwic .fr-lines{grid-template-columns:minmax(0,1fr) max-content minmax(0,1fr);font-size:13px}
.fr-kwic .fr-k{max-width:46vw;white-space:pre-wrap}
.fr-kwic .fr-d{grid-column:1/-1;border-bottom:1px solid var(--line);margin-bottom:.2em}}
""".replace("\n", "")
)


@dataclass(frozen=True)
class LookedFor:
    """What was looked for, and the texts in which it was: what a concordance needs to show itself.

    voices_of: gives of a document the start, end and voice of each sentence; vocabulary: how often each word stands.
    within: the filters; anywhere: how many occurrences there are, whatever sentences they stand in.
    """

    patterns: tuple[str, ...]
    texts: pd.Series | None = None
    voices_of: Callable[[str], list[tuple[int, int, str]]] | None = None
    vocabulary: Callable[[], pd.Series] | None = None
    width: int = 60
    window: int | None = None
    within: str = ""
    anywhere: int = 0

    def __reduce__(self) -> tuple:
        return LookedFor, (self.patterns,)  # texts do not travel with a table

    def __deepcopy__(self, memo: dict) -> LookedFor:
        return self

    def __str__(self) -> str:
        return " | ".join(self.patterns) + (f" ({self.within})" if self.within else "")


class Concordance(pd.DataFrame):
    """Occurrences, one row each: sentence_id, doc_id, voice, speaker, left, match, right, start, end, pattern."""

    _metadata = ["asked"]  # noqa: RUF012  pandas' own name for what goes along with a table
    asked: LookedFor | None = None

    @property
    def _constructor(self) -> type:
        return Concordance

    def _repr_html_(self) -> str | None:
        if self.asked is None or not set(COLUMNS[1:-1]) <= set(self):
            return pd.DataFrame(self)._repr_html_()
        if self.empty:
            return render_box(
                f'<div class="fr-title">{markup_of(self.asked)}</div><div>{markup_of(self._tell_none())}</div>'
            )
        shown = self.head(MOST_SHOWN)
        lines = "".join(_render_line(row, self.asked) for row in shown.itertuples())
        rest = (
            f"{len(shown)} of {len(self):,} shown; .tail(), .sample(50), .to_csv(…) give others."
            if len(shown) < len(self)
            else ""
        )
        head = (
            f'<div class="fr-title">{markup_of(self.asked)}</div><div class="fr-lead">{markup_of(self._tell_size())} · '
        )
        head += f"{name_voices(self['voice'])}</div>"
        return render_box(
            f'{head}<div class="fr-lines">{lines}</div><div class="fr-note">{markup_of(rest)}</div>', STYLE, "kwic"
        )

    def __repr__(self) -> str:
        if self.asked is None or not set(COLUMNS[1:-1]) <= set(self):
            return pd.DataFrame.__repr__(pd.DataFrame(self))
        if self.empty:
            return mask_controls(public_text(f"{self.asked}: {self._tell_none()}"))
        rooms = _room_of(self)
        lines = [_tell_line(row, *rooms) for row in self.head(MOST_PRINTED).itertuples()]
        rest = [f"… {len(self) - MOST_PRINTED:,} more"] if len(self) > MOST_PRINTED else []
        return mask_controls(public_text("\n".join([f"{self.asked}: {self._tell_size()}", *lines, *rest])))

    def _tell_size(self) -> str:
        documents, of = self["doc_id"].nunique(), None if self.asked.texts is None else len(self.asked.texts)
        within = number(documents, "document") if of is None else f"{documents:,} of {number(of, 'document')}"
        return f"{number(len(self), 'occurrence')} in {within}"

    def _tell_none(self) -> str:
        """Say that nothing was found, and which words near it there are."""
        if self.asked.vocabulary is None:
            return "nothing was found."
        if self.asked.anywhere:
            times = number(self.asked.anywhere, "time")
            return f"nothing was found in such sentences; {times} in others of these documents."
        return tell_near(self.asked.patterns, self.asked.vocabulary())


def tell_near(patterns: Sequence[str], counts: pd.Series) -> str:
    """Say that nothing was found, and which words of the texts are written like those looked for.

    counts: how often each word (its index, in small letters) stands in the texts.
    """
    said = []
    for word in dict.fromkeys(word for one in patterns for word in one.replace("*", "").lower().split()):
        if word in counts:
            said.append(f"{word!r} by itself stands {number(int(counts[word]), 'time')}")
            continue
        near = list_near(word, counts)
        said.append(f"near {word!r}: {', '.join(f'{one} ({counts[one]:,})' for one in near)}" if near else "")
    said = "; ".join(one for one in said if one)
    return f"nothing was found. {said[:1].upper()}{said[1:]}{'.' if said else ''}".strip()


def list_near(word: str, counts: pd.Series) -> list[str]:
    """List words written like another: those that begin as it does, the most frequent first, then those most alike."""
    stem = word[: max(len(word) - 2, 4)]
    begun = counts[[one.startswith(stem) for one in counts.index]] if len(word) > len(stem) else counts.head(0)
    letters = {*word}
    alike = [one for one in counts.index if abs(len(one) - len(word)) < 4 and len({*one} & letters) > len(letters) // 2]
    near = get_close_matches(word, alike, n=NEAR, cutoff=0.75)
    return list(dict.fromkeys([*begun.sort_values(ascending=False, kind="stable").index[:NEAR], *near]))[:NEAR]


def _render_line(row: tuple, asked: LookedFor) -> str:
    left, match, right = _colour(row, asked)
    who = [] if pd.isna(row.speaker) else [row.speaker]
    about, short = (markup_of(" · ".join([*who, one])) for one in (row.doc_id, _shorten(row.doc_id)))
    return (
        f'<div class="fr-line"><span class="fr-l"><span>{left}</span></span> <strong class="fr-k">{match}</strong> '
        f'<span class="fr-r">{right}</span> <span class="fr-d" title="{about}">{short}</span></div>'
    )


def _colour(row: tuple, asked: LookedFor) -> tuple[str, str, str]:
    """Colour the context of an occurrence by voice: left, match and right as HTML."""
    if asked.texts is None or asked.voices_of is None:
        return markup_of(row.left), mark_voice(row.match, row.voice), markup_of(row.right)
    text, voices = asked.texts.loc[row.doc_id], asked.voices_of(row.doc_id)
    begin, stop = bounds_of(text, row.start, row.end, asked.width, asked.window)
    return tuple(
        "".join(mark_voice(_BLANKS.sub(" ", part), voice) for part, voice in _cut(text, voices, *ends))
        for ends in ((begin, row.start), (row.start, row.end), (row.end, stop))
    )


def _cut(text: str, voices: list[tuple[int, int, str]], begin: int, end: int) -> list[tuple[str, object]]:
    """Cut a stretch of text where its voice changes; voices: start, end and voice of each sentence."""
    parts, last = [], begin
    for start, stop, voice in voices:
        if start < end and stop > begin:
            start, stop = max(start, last), min(stop, end)
            parts += [(text[last:start], None)] if start > last else []
            parts.append((text[start:stop], voice))
            last = max(last, stop)
    return [*parts, (text[last:end], None)] if last < end else parts


def _room_of(table: pd.DataFrame) -> tuple[int, int]:
    """Letters left and right of the key word: as many as contexts have, and as a terminal has room for."""
    shown = table.head(MOST_PRINTED)
    widest, longest = (int(shown[side].str.len().max()) for side in ("match", "left"))
    half = max((shutil.get_terminal_size((110, 24)).columns - min(widest, 40) - NAME - 4) // 2, 12)
    return min(longest, half), half


def _tell_line(row: tuple, left: int, right: int) -> str:
    before = row.left[max(len(row.left) - left, 0) :]
    return f"{_shorten(row.doc_id):<{NAME}} {before:>{left}}[{row.match}]{row.right[:right]}".rstrip()


def _shorten(doc_id: str) -> str:
    """The end of a long identifier: there it differs from others."""
    return doc_id if len(doc_id) <= NAME else f"…{doc_id[1 - NAME :]}"
