"""A card: what something is, in a few lines, rows and bars; once for a page, once for a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass, field

from analysis.cards.bars import MOST, MOST_BLOCKS, picture_of, size_of_bars, tell_bars
from analysis.cards.page import markup_of, render_box
from analysis.masked import MOST_LETTERS, mask_controls, shorten_text
from analysis.public.shown import public_text

WIDTH = 96  # letters of a line of text
CELL = 44  # letters of a cell of text
MOST_FACT = 4 * MOST_LETTERS  # letters of what is said of a thing


@dataclass(frozen=True)
class Facts:
    """What is known of a thing, one line each: a name and what is said."""

    said: Sequence[tuple[str, str]]

    def render(self) -> str:
        """Draw the facts as HTML."""
        return f'<dl class="fr-facts">{"".join(_fact(name, text) for name, text in self.said)}</dl>'

    def tell(self) -> str:
        """Write the facts as lines of text."""
        widest = max((len(name) for name, _ in self.said), default=0)
        lines = [textwrap.wrap(shorten_text(text, MOST_FACT), WIDTH - widest - 2) or [""] for _, text in self.said]
        return "\n".join(
            f"{name if place == 0 else '':<{widest}}  {line}"
            for (name, _), wrapped in zip(self.said, lines, strict=True)
            for place, line in enumerate(wrapped)
        )


@dataclass(frozen=True)
class Timeline:
    """Counts over time as bars; first, last: what stands under their ends; about: the same in words."""

    heading: str
    counts: Sequence[int]
    first: str
    last: str
    about: str

    def render(self) -> str:
        """Draw the bars as HTML: a picture with its alternative text."""
        wide = f"width:{min(max(2 * len(self.counts), 12), 40)}em"  # few bars are not drawn as blocks
        picture = f'<img class="fr-bars" style="{wide}" alt="{markup_of(self.about)}" src="{picture_of(self.counts)}">'
        ends = "".join(f"<span>{markup_of(end)}</span> " for end in (self.first, self.last))
        ends = f'<div class="fr-ends" style="{wide}">{ends}</div>'
        return f'<div class="fr-head"><strong>{markup_of(self._head(MOST))}</strong></div>{picture}{ends}'

    def _head(self, most: int) -> str:
        size = size_of_bars(self.counts, most)
        return f"{self.heading}, {size} in each bar" if size > 1 else self.heading

    def tell(self) -> str:
        """Write the bars as a line of blocks between their ends."""
        return f"{self._head(MOST_BLOCKS)}\n{self.first} |{tell_bars(self.counts)}| {self.last}"


@dataclass(frozen=True)
class Rows:
    """A small table: head, one name a column; rows of texts.

    numbers: columns set to the right; wide: columns that a phone leaves out; more: what is said under it.
    """

    heading: str
    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    numbers: Sequence[int] = ()
    wide: Sequence[int] = ()
    more: str = ""

    def render(self) -> str:
        """Draw the table as HTML."""
        head = "".join(f"<th{self._class(place)}>{markup_of(name)}</th>" for place, name in enumerate(self.head))
        body = "".join(
            f"<tr>{''.join(f'<td{self._class(place)}>{_cell(cell)}</td>' for place, cell in enumerate(row))}</tr>"
            for row in self.rows
        )
        table = f'<table class="fr-rows"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'
        heading = f'<div class="fr-head"><strong>{markup_of(self.heading)}</strong></div>' if self.heading else ""
        more = f'<div class="fr-note">{markup_of(self.more)}</div>' if self.more else ""
        return f'{heading}<div class="fr-scroll">{table}</div>{more}'

    def tell(self) -> str:
        """Write the table as text, cells cut to their column."""
        cells = [[_shorten(cell) for cell in row] for row in [self.head, *self.rows]]
        widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
        lines = ["  ".join(self._set(cell, widths, place) for place, cell in enumerate(row)).rstrip() for row in cells]
        return "\n".join([*([self.heading] if self.heading else []), *lines, *([self.more] if self.more else [])])

    def _class(self, place: int) -> str:
        names = [name for name, places in (("fr-n", self.numbers), ("fr-wide", self.wide)) if place in places]
        return f' class="{" ".join(names)}"' if names else ""

    def _set(self, cell: str, widths: Sequence[int], place: int) -> str:
        return cell.rjust(widths[place]) if place in self.numbers else cell.ljust(widths[place])


@dataclass(frozen=True)
class Prose:
    """A sentence or two; code: what can be typed next."""

    text: str
    code: Sequence[str] = field(default=())

    def render(self) -> str:
        """Draw the sentences as HTML."""
        code = " · ".join(f"<code>{markup_of(one)}</code>" for one in self.code)
        return f'<div class="fr-note">{markup_of(self.text)}{" " if self.text and code else ""}{code}</div>'

    def tell(self) -> str:
        """Write the sentences as text."""
        return "\n".join([*textwrap.wrap(self.text, WIDTH), *([" · ".join(self.code)] if self.code else [])])


@dataclass(frozen=True)
class Card:
    """A title, a line under it, and parts: what a notebook shows of a thing, and what `str` gives of it."""

    title: str
    lead: str = ""
    parts: Sequence[Facts | Timeline | Rows | Prose] = ()

    def _repr_html_(self) -> str:
        title = markup_of(shorten_text(self.title))
        lead = f'<div class="fr-lead">{markup_of(self.lead)}</div>' if self.lead else ""
        parts = "".join(part.render() for part in self.parts)
        return render_box(f'<div class="fr-title"><strong>{title}</strong></div>{lead}{parts}')

    def __str__(self) -> str:
        heads = [shorten_text(self.title), *textwrap.wrap(self.lead, WIDTH)]
        said = "\n\n".join(["\n".join(heads), *(part.tell() for part in self.parts)])
        return mask_controls(public_text(said))

    def _repr_pretty_(self, printer: object, cycle: bool) -> None:
        printer.text(str(self))


class Carded:
    """What shows itself by a card: in a notebook as HTML, in a terminal and by `str` as text."""

    def card(self) -> Card:
        """Make the card."""
        raise NotImplementedError

    def __str__(self) -> str:
        return str(self.card())

    def _repr_html_(self) -> str:
        return self.card()._repr_html_()

    def _repr_pretty_(self, printer: object, cycle: bool) -> None:
        printer.text(repr(self) if cycle else str(self))


def _fact(name: str, text: str) -> str:
    return f"<dt>{markup_of(name)}</dt><dd>{markup_of(shorten_text(text, MOST_FACT))}</dd>"


def _cell(text: str) -> str:
    return markup_of(shorten_text(text))


def _shorten(cell: str) -> str:
    cell = " ".join(cell.split())
    return cell if len(cell) <= CELL else f"{cell[: CELL - 1]}…"
