"""Pictures: one layout for PNG and SVG, and a palette that nobody sees."""

import io
import re

import numpy as np
from matplotlib.figure import Figure
from PIL import Image

from analysis.charts.pictures import DPI, EXACT, STEPS, make_png, make_svg


def bars(colours: list) -> Figure:
    """A bar of each colour, with letters under it."""
    figure = Figure(figsize=(4, 2), layout="constrained", facecolor="white")
    axes = figure.subplots()
    axes.bar(range(len(colours)), 1, width=1, color=colours)
    axes.set_xlabel("Größe of the bars")
    return figure


def drawn_by_matplotlib(figure: Figure) -> np.ndarray:
    picture = io.BytesIO()
    figure.savefig(picture, format="png", dpi=DPI)
    return np.asarray(Image.open(picture).convert("RGB")).astype(int)


def test_a_chart_has_a_palette_and_differs_from_matplotlibs_own_by_less_than_the_eye_sees():
    colours = ["#0072B2", "#E69F00", "#009E73"]
    picture = Image.open(io.BytesIO(make_png(bars(colours), "three bars")))
    assert picture.mode == "P" and picture.info["Description"] == "three bars"
    ours, theirs = np.asarray(picture.convert("RGB")).astype(int), drawn_by_matplotlib(bars(colours))
    assert np.abs(ours - theirs).max() < max(STEPS)
    fills = {tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5)) for colour in colours}
    assert fills <= set(map(tuple, ours.reshape(-1, 3))), "what is filled keeps its colour exactly"
    assert len(fills) < EXACT


def test_a_picture_of_a_thousand_colours_keeps_them():
    figure = Figure(figsize=(4, 4), facecolor="white")
    figure.add_axes((0, 0, 1, 1)).imshow(np.random.default_rng(0).random((60, 60, 3)), interpolation="nearest")
    picture = Image.open(io.BytesIO(make_png(figure, "noise")))
    assert picture.mode == "RGB" and (np.asarray(picture) == drawn_by_matplotlib(figure)).all()


def test_the_svg_is_laid_out_as_the_png_and_the_figure_lays_itself_out_again_after():
    figure = bars(["#0072B2"])
    make_png(figure, "")
    place, engine, dpi = figure.axes[0].get_position().bounds, figure.get_layout_engine(), figure.dpi
    text = make_svg(figure, "bars", "one bar")
    assert figure.axes[0].get_position().bounds == place
    assert (figure.get_layout_engine(), figure.dpi) == (engine, dpi)
    assert "one bar" in text and set(re.findall(r'clipPath id="(\w+)"', text)) == {"clip0"}
