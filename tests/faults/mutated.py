"""Documents broken in every way that a crawl, a disk or an editor breaks them: a seed gives the same ones each time."""

import random
from collections.abc import Callable
from functools import cache
from pathlib import Path

from baits import BAITS, make_bait

SEEDS = Path(__file__).parents[2] / "seeds"
LONGEST = 1_500  # bytes of a base, so that ten thousand of them are read in minutes
MADE = {
    "page.html": "<!DOCTYPE html><html lang=en><head><title>Pier to close</title><meta property='og:site_name' "
    "content='North'><meta property='article:published_time' content='2024-03-05T10:00:00Z'></head><body><article>"
    "<h1>Pier to close</h1><p>The council of the harbour met on Monday.</p><p>&ldquo;We &amp; the fishers need it,"
    "&rdquo; said Ann Lee, its <b>mayor</b>.</p><ul><li>One<li>Two</ul></article><footer>© 2024</footer></body></html>",
    "result.json": '{"name": "Harbour news", "type": "public_channel", "id": 1, "messages": [{"id": 1, "type": '
    '"message", "date": "2024-03-05T10:00:00", "from": "Harbour news", "text": ["The pier ", {"type": "bold", "text": '
    '"closes"}, " today, Ann Lee said."]}, {"id": 2, "type": "message", "date": "2024-03-06T10:00:00", '
    '"forwarded_from": "Coast", "text": "Seals came back to the bay."}]}',
    "table.csv": "title,text,outlet,published\nPier,\"The pier closes, said Ann Lee. \"\"No,\"\" he said.\",North,"
    "2024-03-05\nBay,\"Seals came back\nto the bay.\",Coast,2024-03-06\n",
    "channel.txt": "Harbour news\n[05.03.2024 10:00]\nThe pier closes ❗️ https://t.me/harbour/1\n\nForwarded from "
    "Coast\n[06.03.2024 11:00]\nSeals 🦭 came back. #bay @coast\n\n",
    "talk.txt": "Interview with Ann Lee\n\nQuestion: Will you close the pier?\n\nLEE: No. We will not, and I told Bob "
    "Ray that.\n\nRAY: “I heard ‘never’,” he said, «so be it».\n\nПрезидент сказал, что мост закроют. — Да, — ответила "
    "она.\n\nDer Minister sagte, dass der Rat „morgen“ tagt. Selon Mme Petit, « tout va bien ».\n",
}  # fmt: skip
ODD = [
    *"\0\x07\x1b\x7f\x85\xad\u061c\u200b\u200d\u200e\u202a\u202e\u2028\u2029\u2066\u2069\ufeff\ufffc\ufffd\ufffe\uffff",
    *"\ud800\udfff\ue000\U000f0000\U0010ffff\U0001fffe\u0301\u0323\u0489\u20e3\ufe0f\U000e0041\u3000\u1680\u180e",
    *"İıßŉﬁǅǆᾈΣςẞ𝐀𝔸Ⓐ🄰ＡꭰᎠᲐაԱև𐐀𐐨ʰªⅣⅳ²½٣๓漢字かな한ᄀ\u1161אبहิ𒀀𓀀🏳️‍🌈👩‍👩‍👧🇫🇷😀",
    *"“”‘’«»„‚‹›「」『』〝〞\"'`´—–-…•·<>&;:=+@#%$*_~|\\/()[]{}^!?.,\n\r\t \xa0",
    *("\r\n", "\n\n", "](", "**", "__", "''", "``", "<b>", "</p>", "<!--", "]]>", "&#x1F600;", "&#0;", "&amp;amp;"),
    *("Ann Lee", "U.S.", "said", "that", "according to", "LEE:", "Mr.", "12:30", "3 May 2024", "https://a.b/c?d=(e)"),
    *("=1+1", "@SUM(A1)", "../..", "a@b.c", "@name", "#tag", "t.me/x", "âÂ€Â™", "â€™", "Ð°", "Ã©", "&#xd800;"),
    *(r"\ud83d", r"\u0000", r"\/"),
]  # fmt: skip


@cache
def list_bases() -> list[tuple[str, bytes]]:
    """The seeds and what is made above, each with its name, and prose of many names."""
    seeds = [(path.name, path.read_bytes()) for path in sorted(SEEDS.glob("*.txt"))]
    made = [(name, text.encode()) for name, text in MADE.items()]
    return [*made, *seeds, ("prose.txt", make_bait("prose", 1_200).encode())]


def make_document(seed: int) -> tuple[str, bytes]:
    """Make one broken document: the name of its file, and its bytes."""
    draw = random.Random(seed)
    if draw.random() < 0.04:
        return f"{seed:06d}.txt", make_bait(draw.choice(list(BAITS)), draw.choice((1, 7, 300, 3_000))).encode()
    name, data = draw.choice(list_bases())
    start = draw.randrange(max(1, len(data) - LONGEST)) if len(data) > LONGEST and draw.random() < 0.8 else 0
    data = data[start : start + LONGEST]
    for change in draw.choices(CHANGES, k=draw.choice((1, 1, 2, 3, 5))):
        data = change(draw, data)
    ending = (
        Path(name).suffix if draw.random() < 0.9 else draw.choice((".txt", ".html", ".json", ".csv", ".xml", ".md"))
    )
    return f"{seed:06d}{ending}", data[: 4 * LONGEST]


def _by_characters(change: Callable[[random.Random, str], str]) -> Callable[[random.Random, bytes], bytes]:
    def apply(draw: random.Random, data: bytes) -> bytes:
        text = change(draw, data.decode("utf-8", "surrogateescape"))
        return text.encode("utf-8", draw.choice(("surrogatepass", "replace")))

    return apply


def _place(draw: random.Random, held: bytes | str) -> int:
    return draw.randrange(len(held) + 1)


def _truncate(draw: random.Random, data: bytes) -> bytes:
    return data[: _place(draw, data)] if draw.random() < 0.6 else data[_place(draw, data) :]


def _repeat(draw: random.Random, data: bytes) -> bytes:
    start = _place(draw, data)
    piece = data[start : start + draw.choice((1, 3, 20, 200))]
    return data[:start] + piece * draw.choice((2, 10, 100)) + data[start:]


def _shuffle(draw: random.Random, data: bytes) -> bytes:
    between = draw.choice((b"\n", b" ", b"\n\n", b'"', b"<", b","))
    parts = data.split(between)
    draw.shuffle(parts)
    return between.join(parts)


def _flip(draw: random.Random, data: bytes) -> bytes:
    flipped = bytearray(data)
    for _ in range(draw.choice((1, 5, 50))):
        if flipped:
            flipped[draw.randrange(len(flipped))] ^= 1 << draw.randrange(8)
    return bytes(flipped)


def _cross(draw: random.Random, data: bytes) -> bytes:
    """Go on in the middle of another document."""
    _, other = draw.choice(list_bases())
    return data[: _place(draw, data)] + other[_place(draw, other) :][:LONGEST]


def _encode_otherwise(draw: random.Random, data: bytes) -> bytes:
    """Write the rest, or all, in another encoding."""
    at = _place(draw, data) if draw.random() < 0.5 else 0
    encoding = draw.choice(
        ("utf-16", "utf-16-le", "utf-32", "cp1252", "cp1251", "latin-1", "shift_jis", "gb18030", "utf-7")
    )
    return data[:at] + data[at:].decode("utf-8", "replace").encode(encoding, "replace")


def _insert(draw: random.Random, text: str) -> str:
    for _ in range(draw.choice((1, 4, 30))):
        at = _place(draw, text)
        text = text[:at] + draw.choice(ODD) * draw.choice((1, 1, 1, 2, 40)) + text[at:]
    return text


def _replace_all(draw: random.Random, text: str) -> str:
    """Write every one of some character otherwise."""
    return text.replace(draw.choice(sorted(set(text)) or ["a"]), draw.choice(ODD))


def _transpose(draw: random.Random, text: str) -> str:
    """Move letters to another plane: capitals, mathematical letters, full width, any."""
    shift = draw.choice((0, 0x1D400 - 0x41, 0xFF21 - 0x41, 0x24B6 - 0x41, 0x10400 - 0x41, 0x13A0 - 0x41))
    if not shift:
        return draw.choice((str.upper, str.lower, str.title, str.swapcase))(text)
    return "".join(
        chr(min(ord(char) + shift, 0x10FFFF)) if "A" <= char <= "Z" or draw.random() < 0.02 else char for char in text
    )


def _unwrap(draw: random.Random, text: str) -> str:
    """Take away all blanks, lines' ends, full stops or letters, or all but these."""
    kept = draw.choice((str.isalnum, str.isspace, str.isupper, str.isascii))
    return "".join(char for char in text if kept(char) == (draw.random() < 0.9))


CHANGES = [_truncate, _repeat, _shuffle, _flip, _cross, _encode_otherwise] + [
    _by_characters(change) for change in (_insert, _insert, _insert, _replace_all, _transpose, _unwrap)
]
