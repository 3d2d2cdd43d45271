"""A flag is read as its country's letters where a machine has no picture of it."""

import base64
import io
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

import analysis.reports.drawn as drawn

TEMPLATES = Path(drawn.__file__).with_name("templates")


def test_the_font_holds_the_26_signs_of_flags_and_nothing_else_and_is_small():
    rule = (TEMPLATES / "flags.css.j2").read_text(encoding="utf-8")
    font = TTFont(io.BytesIO(base64.b64decode(rule.partition("base64,")[2].partition(")")[0])))
    assert sorted(font.getBestCmap()) == list(range(0x1F1E6, 0x1F200)) and len(rule) < 3_000
    widths = {sign: font["hmtx"][name][0] for sign, name in font.getBestCmap().items()}
    assert widths[0x1F1E6 + 8] < widths[0x1F1E6 + 12], "an I is narrower than an M"


@pytest.mark.parametrize("style", ["site.css.j2", "evidence.css.j2"])
def test_it_stands_behind_all_fonts_of_the_reader(style):
    said = (TEMPLATES / style).read_text(encoding="utf-8")
    assert "include 'flags.css.j2'" in said
    assert 'serif, "Apple Color Emoji"' in said or "serif, var(--flags)" in said
    assert '"Noto Color Emoji", "Flag Letters"' in said


@pytest.mark.parametrize("page", ["frame", "evidence", "print"])
def test_pages_may_read_the_font_that_stands_in_them_and_no_other(page):
    said = (TEMPLATES / f"{page}.html.j2").read_text(encoding="utf-8")
    assert "default-src 'none'" in said and "font-src data:;" in said
