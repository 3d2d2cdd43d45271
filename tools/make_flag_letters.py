"""Make the font by which a flag shows as its country's letters where a reader's machine has no picture of it.

A flag is two of 26 signs (U+1F1E6 to U+1F1FF), one a letter. The glyphs are the capitals of DejaVu Sans Bold, which
comes with matplotlib; its licence lets it be changed under another name.

    python tools/make_flag_letters.py
"""

from __future__ import annotations

import base64
import io
from pathlib import Path

import matplotlib
from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable

LETTERS, FIRST = "ABCDEFGHIJKLMNOPQRSTUVWXYZ", 0x1F1E6
KEPT = {"GlyphOrder", "head", "hhea", "maxp", "OS/2", "hmtx", "cmap", "loca", "glyf", "name", "post"}
TO = Path(__file__).parents[1] / "analysis" / "reports" / "drawn" / "templates" / "flags.css.j2"
RULE = (
    '@font-face {{ font-family: "Flag Letters"; unicode-range: U+1F1E6-1F1FF; '
    "src: url(data:font/woff;base64,{}) format('woff'); }}\n"
)


def make_font() -> bytes:
    """Make the font: 26 capitals under the numbers of the signs of flags."""
    font = TTFont(Path(matplotlib.get_data_path(), "fonts", "ttf", "DejaVuSans-Bold.ttf"), recalcTimestamp=False)
    options = subset.Options(hinting=False, layout_features=[], name_IDs=[], notdef_outline=False, drop_tables=["FFTM"])
    chosen = subset.Subsetter(options)
    chosen.populate(text=LETTERS)
    chosen.subset(font)
    table = CmapSubtable.newSubtable(12)
    table.platformID, table.platEncID, table.language = 3, 10, 0
    table.reserved, table.length, table.nGroups = 0, 0, 0
    table.cmap = {FIRST + place: font.getBestCmap()[ord(letter)] for place, letter in enumerate(LETTERS)}
    font["cmap"].tables = [table]
    for name in {*font.keys()} - KEPT:
        del font[name]
    font.flavor, written = "woff", io.BytesIO()
    font.save(written)
    return written.getvalue()


if __name__ == "__main__":
    TO.write_text(RULE.format(base64.b64encode(make_font()).decode()), encoding="utf-8")
