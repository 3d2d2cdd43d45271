"""Stepping through documents in JupyterLab: switches for what is marked, a slider for what counts as present."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
from IPython.display import HTML, display

from analysis.corpus.reading.document import Library
from analysis.frames.codebooks import Codebook, list_codebooks
from analysis.frames.instruments import PRESENT
from analysis.prose.phrases import first_words, number

MOST_LISTED = 1_000  # documents whose titles are listed to choose from
NONE, WIDTH = "no frames", {"width": "12em"}


class Stepper:
    """A reader of documents, one after another.

    widget: what the documents are chosen with; page: the document as HTML, which is an output of its own: where no
    widgets are (a page made of the notebook), it is shown all the same.
    """

    def __init__(
        self, corpus: Library, frames: str | Path | Codebook | None, actors: bool, tone: bool, method: str, place: int
    ) -> None:
        import ipywidgets as widgets  # a third of a second, and only here

        self._corpus, self._method, self._shown = corpus, method, []
        size, titles = len(corpus.documents), _list_titles(corpus.documents)
        chosen = NONE if frames is None else frames.name if isinstance(frames, Codebook) else str(frames)
        self._books = {NONE: None, **{name: name for name in list_codebooks()}, chosen: frames}
        self._back = widgets.Button(description="◀", tooltip="the document before", layout={"width": "3em"})
        self._on = widgets.Button(description="▶", tooltip="the next document", layout={"width": "3em"})
        self._place = widgets.BoundedIntText(place + 1, min=1, max=size, description="document", layout=WIDTH)
        self._titles = widgets.Dropdown(options=titles, value=place if place < len(titles) else None)
        self._frames = widgets.Dropdown(options=list(self._books), value=chosen, description="frames")
        self._actors = widgets.Checkbox(actors, description="actors", indent=False, layout=WIDTH)
        self._tone = widgets.Checkbox(tone, description="tone", indent=False, layout=WIDTH)
        self._present = widgets.FloatSlider(
            PRESENT, min=0.05, max=0.95, step=0.05, description="present from", continuous_update=False,
            style={"description_width": "initial"}, readout_format=".2f",
        )  # fmt: skip
        self._said = widgets.Label()
        first = [self._back, self._on, self._place, widgets.Label(f"of {size:,}"), self._titles]
        lines = [first, [self._frames, self._present, self._said], [self._actors, self._tone]]
        rows = [widgets.HBox(line, layout={"flex_flow": "row wrap"}) for line in lines]
        self.widget = widgets.VBox(rows)
        self._listen()
        self._show()

    def _listen(self) -> None:
        self._back.on_click(lambda _: self._step(-1))
        self._on.on_click(lambda _: self._step(1))
        self._titles.observe(lambda change: self._go(change["new"]), "value")
        for one in (self._place, self._frames, self._actors, self._tone, self._present):
            one.observe(lambda _: self._show(), "value")

    def _step(self, by: int) -> None:
        self._place.value = min(max(self._place.value + by, 1), self._place.max)

    def _go(self, place: int | None) -> None:
        if place is not None:
            self._place.value = place + 1

    def _show(self) -> None:
        """Show the document that is chosen, with what is asked for."""
        place = self._place.value - 1
        self._titles.value = place if place < len(self._titles.options) else None
        book = self._books[self._frames.value]
        read = self._corpus.read(
            place, book, self._actors.value, self._tone.value, self._method, round(self._present.value, 2)
        )
        self._present.disabled = book is None
        carried = f"{len(read.marks.frames)} of {number(len(read.sentences), 'sentence')} carry a frame"
        self._said.value = "" if book is None else carried
        self.page = read._repr_html_()
        for handle in self._shown:
            handle.update(HTML(self.page))

    def _ipython_display_(self) -> None:
        display(self.widget)
        self._shown.append(display(HTML(self.page), display_id=True))

    def __repr__(self) -> str:
        return f"<reader of {number(self._place.max, 'document')}>"


def _list_titles(documents: pd.DataFrame) -> list[tuple[str, int]]:
    shown = documents.head(MOST_LISTED)
    names = shown["title"].fillna(shown["doc_id"]).tolist()
    return [(f"{place + 1}  {first_words(' '.join(name.split()), 60)}", place) for place, name in enumerate(names)]
