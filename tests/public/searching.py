"""Looks through every file of a site for a corpus's words, as somebody would who distrusts it: by plain text search.

Shares nothing with the package but what it looks for: words are folded here anew.
"""

import base64
import html
import json
import re
import struct
import unicodedata
import zlib
from pathlib import Path

import pandas as pd
import pyreadstat

SIZE = 8
BETWEEN = " xxbetweenxx "  # a word of no text: values of a column, names in the order of a text say, are apart
HIDDEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
WORD = re.compile(r"[^\W_]+")
DATA = re.compile(r"data:image/png;base64,([A-Za-z0-9+/=\s]+)")


def folded(text):
    """Words in small letters, with a blank before, between and after."""
    plain = unicodedata.normalize("NFKC", HIDDEN.sub("", html.unescape(text))).casefold()
    words = " ".join(WORD.findall(plain))
    return f" {words} "


def bare(text):
    """A page's text without its tags, and what stands in tags and comments after it."""
    return [re.sub(r"<[^>]*>", " ", text), re.sub(r"</?[a-zA-Z]+", " ", text), text]


def chunks(png):
    """Texts of a PNG's chunks."""
    place = 8
    while place < len(png):
        (size,), kind = struct.unpack(">I", png[place : place + 4]), png[place + 4 : place + 8]
        body, place = png[place + 8 : place + 8 + size], place + size + 12
        if kind in (b"tEXt", b"iTXt"):
            yield body.decode("utf-8", "replace")
        elif kind == b"zTXt":
            yield zlib.decompress(body.split(b"\x00", 1)[1][1:]).decode("latin-1")


def texts_in(path):
    """All texts of a file, of what is packed in it too."""
    content = path.read_bytes()
    if path.suffix == ".png":
        yield from chunks(content)
    elif path.suffix in (".parquet", ".sav", ".dta"):
        read = {".parquet": lambda p: (pd.read_parquet(p),), ".sav": pyreadstat.read_sav, ".dta": pyreadstat.read_dta}
        table = read[path.suffix](str(path))[0]
        yield "\n".join(" | ".join(map(str, row)) for row in table.itertuples(index=False, name=None))
        for name in table:
            yield BETWEEN.join(map(str, table[name].dropna()))
    elif path.suffix in (".json", ".ipynb"):
        yield from values_of(json.loads(content))
    else:
        text = content.decode("utf-8")
        for found in DATA.finditer(text):
            yield from chunks(base64.b64decode(found[1]))
        yield from bare(DATA.sub("", text))


def values_of(value):
    if isinstance(value, str):
        if value.startswith("iVBORw0KGgo"):
            yield from chunks(base64.b64decode(value))
        else:
            yield from bare(value)
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from values_of(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from values_of(inner)


def search_site(folder, documents, titles=()):
    """Find each document's words in each file of a folder.

    documents: text by name; titles: texts that count as no quotation. Returns the longest run of words (words, file,
    run), and by document its passages that are shown somewhere, as places of words, those that fit into one quotation
    together.
    """
    known, split = {}, {name: folded(text).split() for name, text in documents.items()}
    for name, words in split.items():
        for place in range(len(words) - SIZE + 1):
            known.setdefault(tuple(words[place : place + SIZE]), []).append((name, place))
    titled = [folded(title) for title in titles]
    longest, shown = (0, "", ""), {}
    for path in sorted(path for path in Path(folder).rglob("*") if path.is_file()):
        for text in texts_in(path):
            words, place = folded(text).split(), 0
            while place <= len(words) - SIZE:
                starts = known.get(tuple(words[place : place + SIZE]), [])
                lengths = [_length(words, place, split[name], start) for name, start in starts]
                if lengths and not any(f" {' '.join(words[place : place + max(lengths)])} " in one for one in titled):
                    for (name, start), length in zip(starts, lengths, strict=True):
                        shown.setdefault(name, set()).add((start, start + length))
                    run = " ".join(words[place : place + max(lengths)])
                    longest = max(longest, (max(lengths), str(path.relative_to(folder)), run))
                place += max(lengths, default=1)
    return longest, {name: gathered(once(passages, split[name])) for name, passages in shown.items()}


def once(passages, words):
    """Leave out passages whose words stand in a longer one: a text may say a thing twice."""
    written = {passage: f" {' '.join(words[slice(*passage)])} " for passage in sorted(passages)}
    first = dict(reversed([(text, passage) for passage, text in written.items()]))
    return [passage for text, passage in first.items() if not any(text in other and text != other for other in first)]


def gathered(passages, most=25):
    """Put passages together that fit into one quotation of so many words: parts of one are no two quotations."""
    together = []
    for begin, end in sorted(passages):
        if together and (end - together[-1][0] <= most or end <= together[-1][1]):
            together[-1] = (together[-1][0], max(end, together[-1][1]))
        else:
            together.append((begin, end))
    return together


def _length(words, place, of, start):
    length = 0
    while place + length < len(words) and start + length < len(of) and words[place + length] == of[start + length]:
        length += 1
    return length
