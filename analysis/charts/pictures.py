"""A figure as PNG and SVG: laid out once for both, each drawn once, and the PNG in as few colours as look the same."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_pdf import FigureCanvasPdf
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure
from PIL import Image
from PIL.PngImagePlugin import PngInfo

DPI = 200  # twice the 100 pixels an inch at which pages and JupyterLab show a chart: sharp on screens of today
WHITE, MOST_COLOURS = 0xFFFFFFFF, 256
EXACT = 32  # colours of most pixels, those of bars, dots and cells: they stay what they are
STEPS = (8, 12, 16)  # by how much, of 256, the others, on the edges of letters and lines, may differ: nobody sees it
GRADIENT = 1_800  # colours that only a picture with a colour bar has, which a palette would show in steps
_CLIP = re.compile(r'<clipPath id="(p[0-9a-f]+)"')
_INDENTED = re.compile(r"\n +")
FONT, FONTS = "'DejaVu Sans'", "'DejaVu Sans', Verdana, sans-serif"  # where the first is not, one nearly as wide
_MOVED = re.compile(r"translate\(([\d.]+) 0\)")
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\u202a-\u202e\u2066-\u2069]")
_CLIPPED = re.compile(r'(<clipPath id="|url\(#)(p[0-9a-f]+)')


def make_png(figure: Figure, alt: str) -> bytes:
    """Draw a figure, laying it out, as a PNG that says `alt` of itself.

    matplotlib's own `savefig` draws twice, once for the layout alone.
    """
    picture, about = io.BytesIO(), PngInfo()
    about.add_itxt("Description", alt) if not alt.isascii() else about.add_text("Description", alt)
    _few_colours(_pixels(figure)).save(picture, format="png", dpi=(DPI, DPI), pnginfo=about)
    return picture.getvalue()


def make_svg(figure: Figure, name: str, alt: str) -> str:
    """Draw a figure as it was laid out last, as SVG; clips are named by their order: their own names hang on last bits.

    Characters that XML forbids, and marks that turn the direction of text, are left out.
    A figure that has not been drawn yet must go through `make_png` first: this lays nothing out.
    """
    picture = io.StringIO()
    with _laid_out(figure):
        about = {"Date": None, "Title": name, "Description": alt}
        FigureCanvasSVG(figure).print_svg(picture, metadata=about)
    text = _INDENTED.sub("\n", picture.getvalue()).replace(FONT, FONTS)
    names = {clip: f"clip{number}" for number, clip in enumerate(_CLIP.findall(text))}
    text = _CLIPPED.sub(lambda found: found[1] + names[found[2]], _NO_XML.sub("", text))
    return _MOVED.sub(lambda found: f"translate({float(found[1]):.1f} 0)", text)


def make_picture_pdf(figure: Figure, name: str) -> bytes:
    """Draw a figure as it was laid out last, as PDF; as for `make_svg`, it must have been drawn."""
    picture = io.BytesIO()
    with _laid_out(figure):
        FigureCanvasPdf(figure).print_pdf(picture, metadata={"Title": name, "CreationDate": None})
    return picture.getvalue()


def _pixels(figure: Figure) -> np.ndarray:
    """Draw a figure once, its layout with it; gives rows of pixels, each one number: its bytes are RGBA."""
    before, figure.dpi = figure.dpi, DPI
    try:
        canvas = FigureCanvasAgg(figure)
        canvas.draw()
        return np.asarray(canvas.buffer_rgba()).view("<u4")[..., 0]
    finally:
        figure.dpi = before


@contextmanager
def _laid_out(figure: Figure) -> Iterator[None]:
    """Keep a figure's layout as it is, and its size in pixels after."""
    engine, before = figure.get_layout_engine(), figure.dpi
    figure.set_layout_engine("none")
    try:
        yield
    finally:
        figure.set_layout_engine(engine)
        figure.dpi = before


def _few_colours(pixels: np.ndarray) -> Image.Image:
    """Give a picture a palette if 256 colours show it as it is; one with a colour bar keeps all."""
    inked = np.flatnonzero(pixels != WHITE)  # a tenth of a chart
    colours, which, counts = np.unique(pixels.ravel()[inked], return_inverse=True, return_counts=True)
    for step in STEPS if len(colours) < GRADIENT else ():
        kept, places = _palette(colours, counts, step)
        if len(kept) < MOST_COLOURS:
            numbers = np.zeros(pixels.shape, dtype=np.uint8)
            numbers.ravel()[inked] = places[which] + 1
            picture = Image.fromarray(numbers)
            picture.putpalette(_channels(np.append(np.uint32(WHITE), kept)).astype(np.uint8).tobytes())
            return picture
    return Image.fromarray(np.ascontiguousarray(pixels)[..., None].view(np.uint8)).convert("RGB")


def _palette(colours: np.ndarray, counts: np.ndarray, step: int) -> tuple[np.ndarray, np.ndarray]:
    """Choose colours that stand for all: the EXACT most frequent, and of each cube of `step` its most frequent one.

    Returns them, and the place of each colour's own among them.
    """
    order = np.argsort(-counts, kind="stable")
    cubes = _channels(colours[order]) // step @ np.array([1 << 16, 1 << 8, 1])
    cubes[:EXACT] = -1 - np.arange(min(EXACT, len(cubes)))
    _, first, place = np.unique(cubes, return_index=True, return_inverse=True)
    places = np.empty(len(colours), dtype=np.intp)
    places[order] = place
    return colours[order][first], places


def _channels(colours: np.ndarray) -> np.ndarray:
    """Take packed colours apart: one row a colour, with red, green and blue."""
    return np.stack([colours & 255, (colours >> 8) & 255, (colours >> 16) & 255], axis=-1).astype(np.int64)
