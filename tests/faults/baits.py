"""Texts on which a step that looks twice at what it has seen takes for ever: each of any length, by name."""

from collections.abc import Callable
from itertools import cycle

NAMES = ("Ann", "Bob", "Carl", "Dana", "Emil")
LINKS = ("https://news.example/a?b=c&d=(e)", "www.town.example/x_y", "t.me/harbour")
PROSE = (
    "The council of the harbour met on Monday, and Ann Lee, its mayor, said that it would not close the old pier. "
    "“We have heard the fishers,” she told reporters, “and they need it.” Officials in Rome did not reply. "
)


def _repeated(piece: str) -> Callable[[int], str]:
    return lambda size: (piece * (size // len(piece) + 1))[:size]


def _nested(left: str, right: str) -> Callable[[int], str]:
    return lambda size: left * (size // (2 * len(left))) + "word" + right * (size // (2 * len(right)))


def _numbered(pattern: str) -> Callable[[int], str]:
    """Pieces that all differ, so that nothing is remembered."""

    def make(size: int) -> str:
        parts, length, number = [], 0, 0
        while length < size:
            parts.append(pattern.format(number))
            length, number = length + len(parts[-1]), number + 1
        return "".join(parts)[:size]

    return make


def _lettered(pattern: str) -> Callable[[int], str]:
    """Pieces that differ by words of letters."""

    def make(size: int) -> str:
        parts, length, number = [], 0, 0
        while length < size:
            word = "".join("bcdfghjklmnprstvwz"[int(digit)] + "aeiouaeiou"[int(digit)] for digit in str(number))
            parts.append(pattern.replace("{}", word.capitalize()))
            length, number = length + len(parts[-1]), number + 1
        return "".join(parts)[:size]

    return make


def _from_list(pieces: tuple[str, ...], between: str) -> Callable[[int], str]:
    def make(size: int) -> str:
        parts, length = [], 0
        for piece in cycle(pieces):
            parts.append(piece + between)
            length += len(parts[-1])
            if length >= size:
                return "".join(parts)[:size]

    return make


BAITS: dict[str, Callable[[int], str]] = {
    "prose": _repeated(PROSE),
    "prose in one paragraph of names": _lettered("{} Marlow, who had met Dana {}, said that it was late. "),
    "one letter": _repeated("a"),
    "one capital": _repeated("A"),
    "one word with marks": _repeated("don't-"),
    "capitals": _repeated("HARBOUR COUNCIL "),
    "capitalised words": _repeated("Harbour Council "),
    "capitalised words that differ": _lettered("{} "),
    "words in small letters": _repeated("harbour council "),
    "straight quotes": _repeated('"'),
    "straight quotes and blanks": _repeated('" '),
    "apostrophes": _repeated("'"),
    "apostrophes within words": _repeated("a'"),
    "opening quotes": _repeated("“"),
    "closing quotes": _repeated("”"),
    "opened and never closed": _repeated("“We go, "),
    "closed and never opened": _repeated("We go,” "),
    "quoted words": _repeated("“so,” he said, "),
    "quotes within quotes": _repeated("“a ‘b “c "),
    "nested quotes": _nested("“", "”"),
    "nested corners": _nested("«a ", " b»"),
    "nested brackets": _nested("(", ")"),
    "open brackets": _repeated("("),
    "square brackets": _repeated("["),
    "square brackets and words": _repeated("[a]("),
    "braces": _repeated("{a{"),
    "dashes": _repeated("—"),
    "hyphens": _repeated("-"),
    "hyphens and blanks": _repeated("- "),
    "words and hyphens": _repeated("well-"),
    "words and dashes": _repeated("so — "),
    "dots": _repeated("."),
    "dots and blanks": _repeated(". "),
    "initials": _repeated("A."),
    "initials and blanks": _repeated("A. "),
    "commas": _repeated(","),
    "commas and words": _repeated("he, "),
    "colons": _repeated(":"),
    "speakers of turns": _repeated("LEE: "),
    "turns": _repeated("LEE: No.\n"),
    "turns that differ": _lettered("{}: I go.\n"),
    "digits": _repeated("7"),
    "numbers": _repeated("1,000.5 "),
    "grouped digits": _repeated("1,000,"),
    "dates": _repeated("3 May 2024, "),
    "times": _repeated("10:30"),
    "blanks": lambda size: "a" + " " * (size - 2) + "b",
    "blanks between words": _repeated("a" + " " * 50),
    "tabs": lambda size: "a" + "\t" * (size - 2) + "b",
    "newlines": lambda size: "a" + "\n" * (size - 2) + "b",
    "lines of one word": _repeated("word\n"),
    "lines that differ": _numbered("line {}\n"),
    "lines of blanks": _repeated("   \n"),
    "carriage returns": _repeated("a\r"),
    "bullets": _repeated("• "),
    "lines of bullets": _repeated("- a\n"),
    "stars": _repeated("*"),
    "marked words": _repeated("**a** "),
    "underscores": _repeated("_"),
    "hashes": _repeated("#"),
    "hashtags": _repeated("#a "),
    "at signs": _repeated("@"),
    "handles": _repeated("@ab "),
    "joined by at": _repeated("a@"),
    "addresses": _repeated("a.b@c.example "),
    "links": _from_list(LINKS, " "),
    "links without blanks": _from_list(LINKS, ""),
    "slashes": _repeated("/"),
    "www": _repeated("www."),
    "that that that": _repeated("that "),
    "said said said": _repeated("said "),
    "said that": _repeated("he said that "),
    "he without a name": _repeated("He said that it rains. "),
    "she and men": _lettered("The fireman met Bob {} and she said that it rains. "),
    "said that, names": _repeated("Ann Lee said that Bob Ray said that "),
    "said Ann": _repeated("said Ann "),
    "according to": _repeated("according to "),
    "and and and": _repeated("and "),
    "of the": _repeated("of the "),
    "who who who": _repeated("who "),
    "not not not": _repeated("not "),
    "very very": _repeated("VERY good "),
    "but but": _repeated("good but bad, "),
    "names joined by and": _from_list(NAMES, " and "),
    "full names joined by and": _lettered("Ann {} and "),
    "full names and commas": _lettered("Ann {}, "),
    "roles and names": _lettered("The mayor said it rained. Ann {} left. "),
    "it and names": _lettered("The council met Ann {}. It said it rained. They left. "),
    "initials and names": _lettered("A. {}, Ann {}, "),
    "names and commas": _from_list(NAMES, ", "),
    "titles": _repeated("President Prime Minister Dr. "),
    "bodies": _repeated("Ministry of the Council of "),
    "possessives": _repeated("Lee's "),
    "countries": _repeated("Russia Ukraine U.S. "),
    "acronyms": _numbered("The Harbour Council (HC{}) "),
    "questions": _repeated("?! "),
    "question marks": _repeated("?"),
    "angle brackets": _repeated("<"),
    "open tags": _repeated("<a "),
    "tags": _repeated("<b>"),
    "nested tags": _nested("<div>", "</div>"),
    "comments": _repeated("<!--"),
    "entities": _repeated("&amp;"),
    "ampersands": _repeated("&"),
    "combining marks": _repeated("\u0301"),
    "letters with combining marks": _repeated("e\u0301"),
    "one letter and marks": lambda size: "e" + "\u0301" * (size - 1),
    "joiners": _repeated("\u200d"),
    "soft hyphens": _repeated("a\u00ad"),
    "right-to-left": _repeated("\u202ea\u202c "),
    "emoji": _repeated("😀"),
    "emoji and joiners": _repeated("👩\u200d👩\u200d👧 "),
    "flags": _repeated("🇫🇷"),
    "mathematical capitals": _repeated("𝐀𝐍𝐍 𝐋𝐄𝐄 "),
    "dotted capital i": _repeated("İ"),
    "sharp s": _repeated("ß"),
    "ligatures": _repeated("ﬁ ﬃ "),
    "han": _repeated("漢字"),
    "han with marks": _repeated("「漢字」と"),
    "cyrillic": _repeated("Президент сказал, что "),
    "german": _repeated("Der Minister sagte, dass der Rat "),
    "french": _repeated("Selon le ministre, qui a dit que "),
    "kazakh": _repeated("Министр айтты деп "),
    "markup tables": _repeated("| a "),
    "json": _repeated('{"a": ['),
    "backslashes": _repeated("\\"),
    "nul": _repeated("\0a"),
    "percent": _repeated("%"),
    "equals": _repeated("=E2=80"),
    "good bad": _repeated("good bad "),
}


def make_bait(name: str, size: int) -> str:
    """Make the text of a kind, of so many characters."""
    return BAITS[name](size)
