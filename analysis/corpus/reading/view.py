"""A document to be read, as HTML without scripts and as text: paragraphs, with who speaks beside them."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import pandas as pd

from analysis.cards import markup_of, render_box
from analysis.corpus.reading.marks import KINDS, Marks, TextMark
from analysis.corpus.reading.paragraphs import Paragraph, TextPiece, cut_paragraphs
from analysis.corpus.reading.voices import STYLE as VOICES
from analysis.corpus.reading.voices import mark_markup, mark_voice, name_voices
from analysis.masked import mask_controls, shorten_text
from analysis.public.shown import public_text
from analysis.tables import VOICE_LABELS

FRAME_COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#56B4E9", "#A37B00")
TONED = 0.05  # from here on a sentence is positive or negative (Hutto & Gilbert 2014)
MARGIN, WIDTH = 18, 78  # letters, of the text form
MOST_NAME = 200  # letters of an outlet
STYLE = (
    VOICES
    + """
.fr-read .fr-p{display:grid;grid-template-columns:9.5em minmax(0,1fr);gap:0 1.1em;margin:0 0 .75em}
.fr-read .fr-who{color:var(--soft);font-size:.82em;line-height:1.4;text-align:right;padding-top:.15em}
.fr-read .fr-who small>span{display:block}
.fr-read .fr-text{font-family:Charter,Georgia,Cambria,serif;font-size:1.08em;line-height:1.62;max-width:40em}
.fr-read .fr-first{font-weight:650}
.fr-read .fr-q{border-bottom:1px dashed var(--soft)}
.fr-read .fr-a{outline:1px solid var(--soft);outline-offset:1px;border-radius:2px}
.fr-read sup{font-size:.66em;line-height:0;color:var(--soft);padding:0 .1em}
.fr-read .fr-f{font-weight:700}
.fr-read .fr-chip{font:600 .68em/1.3 system-ui,sans-serif;border:1px solid var(--line);border-radius:3px;
padding:.05em .45em;margin:0 .15em;white-space:nowrap;color:var(--ink)}
.fr-read .fr-out{color:var(--soft)}
.fr-read .fr-legend{border-top:1px solid var(--line);border-bottom:1px solid var(--line);padding:.35em 0;
margin:.5em 0 .9em;font-size:.9em}
.fr-read .fr-legend div{margin:.1em 0}
@media (max-width:600px){.fr-read .fr-p{grid-template-columns:minmax(0,1fr)}
.fr-read .fr-who{text-align:left}.fr-read .fr-who small>span{display:inline}
.fr-read .fr-who small>span+span::before{content:" · "}}
""".replace("\n", "")
)


@dataclass(frozen=True)
class ReadingView:
    """A document as it is read.

    about: its row of documents; sentences: its own, with source_start (the place in the file) and `kept` (False for
    those that a filter left out); marks: what is marked in it.
    """

    about: pd.Series
    sentences: pd.DataFrame
    marks: Marks

    def _repr_html_(self) -> str:
        title = self.about["title"] if pd.notna(self.about["title"]) else self.about["doc_id"]
        heads = [
            f'<div class="fr-title"><strong>{markup_of(shorten_text(title))}</strong></div>',
            f'<div class="fr-lead">{markup_of(self.lead)}</div>',
        ]
        heads += [f'<div class="fr-legend">{"".join(f"<div>{line}</div>" for line in self._legend())}</div>']
        paragraphs = cut_paragraphs(self.about["text"], self.sentences)
        spans = [(piece.start, piece.start + len(piece.text)) for paragraph in paragraphs for piece in paragraph.pieces]
        over = iter(assign_marks(spans, self.marks.stretches))
        body = "".join(self._render(paragraph, over, first=place == 0) for place, paragraph in enumerate(paragraphs))
        return render_box("".join(heads) + body, STYLE, "read")

    def __str__(self) -> str:
        paragraphs = cut_paragraphs(self.about["text"], self.sentences)
        title = "" if pd.isna(self.about["title"]) else shorten_text(self.about["title"])
        heads = [title, self.lead] if title else [self.lead]
        said = "\n".join([*heads, "", *(line for one in paragraphs for line in _tell(one))])
        return mask_controls(public_text(said))

    def _repr_pretty_(self, printer: object, cycle: bool) -> None:
        printer.text(str(self))

    @property
    def lead(self) -> str:
        """What is known of the document, in a line, with its place in the file."""
        row = self.about
        said = [
            row["doc_id"],
            *(shorten_text(str(row[name]), MOST_NAME) for name in ("outlet", "kind") if pd.notna(row[name])),
        ]
        said += [f"{row['published']:%Y-%m-%d}"] if pd.notna(row["published"]) else ["undated"]
        said += [f"{int(row['words']):,} words"]
        place = self.sentences[["source_start", "source_end"]]
        at = f", characters {place.min().iloc[0]:,} to {place.max().iloc[1]:,}" if len(place.dropna()) else ""
        return " · ".join([*said, f"{row['source']}{at}"])

    def _legend(self) -> list[str]:
        """Explain what is coloured and marked, a line each, as HTML."""
        lines = [f"{name_voices(self.sentences['voice'])} · {self._tell_share()}"]
        if any(mark.kind == "quote" for mark in self.marks.stretches):
            lines[0] += ' · <span class="fr-q">words of a quotation</span>'
        if self.marks.labels:
            names = (
                f"{_frame_sign(place)} {markup_of(label)}" for place, label in enumerate(self.marks.labels, start=1)
            )
            lines.append(f"Frames: {' · '.join(names)}. In bold: words that speak for a frame.")
        if self.marks.actors:
            names = (f'<span class="fr-a">name</span><sup>{sign}</sup> {kind}' for kind, sign in KINDS.items())
            lines.append(f"Actors: {' · '.join(names)}")
        if self.marks.tone:
            lines.append("Tone (VADER, −1 to 1): ▲ positive · ▼ negative; a sentence without a sign is neutral.")
        if not self.sentences["kept"].all():
            lines.append("In grey: sentences that a filter left out.")
        return lines

    def _tell_share(self) -> str:
        size = self.sentences["text"].str.len()
        share = float((size * self.sentences["quoted"].fillna(0)).sum() / max(int(size.sum()), 1))
        return f"{share:.0%} of the text is somebody's speech"

    def _render(self, paragraph: Paragraph, over: Iterator[list[TextMark]], first: bool) -> str:
        """Render a paragraph; over: the marks of its pieces, which it takes."""
        names = "".join(f"<span>{mark_voice(name, voice)}</span>" for name, voice in speakers_of(paragraph))
        who = f'<div class="fr-who"><small>{names}</small></div>'
        text = "".join(self._render_piece(piece, next(over)) for piece in paragraph.pieces)
        title = first and pd.notna(self.about["title"]) and paragraph.text.strip() == str(self.about["title"]).strip()
        place = (
            ""
            if paragraph.place is None
            else f' title="character {paragraph.place:,} of {markup_of(self.about["source"])}"'
        )
        return f'<div class="fr-p">{who}<div class="fr-text{" fr-first" if title else ""}"{place}>{text}</div></div>'

    def _render_piece(self, piece: TextPiece, marks: list[TextMark]) -> str:
        inner = "".join(_render_run(*run) for run in cut_at_marks(piece, marks))
        if piece.sentence_id is None:
            return inner
        shown = mark_markup(inner, piece.voice) if piece.kept else f'<span class="fr-out">{inner}</span>'
        return shown + self._chips(piece.sentence_id)

    def _chips(self, sentence_id: str) -> str:
        """What a sentence carries, behind it: its frames, its tone."""
        chips = [_frame_sign(*one) for one in self.marks.frames.get(sentence_id, ())]
        tone = self.marks.tone.get(sentence_id, 0.0)
        if abs(tone) >= TONED:
            sign = f"{'▲ +' if tone > 0 else '▼ −'}{abs(tone):.2f}"
            chips.append(f'<span class="fr-chip" title="tone {sign[2:]}">{sign}</span>')
        return " ".join(["", *chips]) if chips else ""


def speakers_of(paragraph: Paragraph) -> list[tuple[str, str]]:
    """Who speaks in a paragraph, in order, each once: name and voice; of the outlet's own words nobody."""
    found = [
        (
            piece.speaker or {"speaker": "speaker not known"}.get(piece.voice, VOICE_LABELS.get(piece.voice, "")),
            piece.voice,
        )
        for piece in paragraph.pieces
        if piece.voice in ("speaker", "forwarded")
    ]
    return list(dict.fromkeys(found))


def cut_at_marks(piece: TextPiece, marks: Iterable[TextMark]) -> list[tuple[str, list[TextMark], int]]:
    """Cut a piece of text wherever a mark begins or ends; each part with the marks over it, and where it ends."""
    end = piece.start + len(piece.text)
    over = [mark for mark in marks if mark.start < end and mark.end > piece.start]
    edges = {piece.start, end, *(min(max(edge, piece.start), end) for mark in over for edge in (mark.start, mark.end))}
    runs = list(pairwise(sorted(edges)))
    texts = (piece.text[start - piece.start : stop - piece.start] for start, stop in runs)
    return [(text, held, stop) for text, held, (_, stop) in zip(texts, assign_marks(runs, over), runs, strict=True)]


def assign_marks(spans: Sequence[tuple[int, int]], marks: Iterable[TextMark]) -> list[list[TextMark]]:
    """Say which marks lie over each of some spans (start, end) in the order of a text, as they were given.

    One way through both, and no look at every mark for every span: a long document has thousands of each.
    """
    waiting = sorted(enumerate(marks), key=lambda one: -one[1].start)
    reached: list[tuple[int, TextMark]] = []
    over = []
    for start, end in spans:
        while waiting and waiting[-1][1].start < end:
            reached.append(waiting.pop())
        reached = [one for one in reached if one[1].end > start]
        over.append([mark for _, mark in sorted(reached, key=lambda one: one[0])])
    return over


def _render_run(text: str, marks: Sequence[TextMark], end: int) -> str:
    shown = markup_of(text).replace("\n", "<br>")
    for kind, name in (("frame", "fr-f"), ("actor", "fr-a"), ("quote", "fr-q")):
        mine = [mark for mark in marks if mark.kind == kind]
        if not mine:
            continue
        said = markup_of("; ".join(dict.fromkeys(mark.said for mark in mine)))
        tag = "strong" if kind == "frame" else "span"
        shown = f'<{tag} class="{name}" title="{said}"{_look(mine[0])}>{shown}</{tag}>'
        shown += "".join(f"<sup>{markup_of(mark.sign)}</sup>" for mark in mine if mark.sign and mark.end == end)
    return shown


def _look(mark: TextMark) -> str:
    return f' style="color:inherit;border-bottom:2px solid {_colour(int(mark.sign))}"' if mark.kind == "frame" else ""


def _frame_sign(number: int, said: str = "") -> str:
    look = f'style="border-left:3px solid {_colour(number)}"'
    return f'<span class="fr-chip" title="{markup_of(said)}" {look}>{number}</span>'


def _colour(number: int) -> str:
    return FRAME_COLOURS[(number - 1) % len(FRAME_COLOURS)]


def _tell(paragraph: Paragraph) -> list[str]:
    """Write a paragraph as text, with the speakers in its margin."""
    names = [name[: MARGIN - 1] for name, _ in speakers_of(paragraph)]
    lines = [line for part in paragraph.text.split("\n") for line in textwrap.wrap(part, WIDTH)]
    rows = max(len(names), len(lines))
    names, lines = (column + [""] * (rows - len(column)) for column in (names, lines))
    return [*(f"{name:>{MARGIN}} | {line}".rstrip() for name, line in zip(names, lines, strict=True)), ""]
