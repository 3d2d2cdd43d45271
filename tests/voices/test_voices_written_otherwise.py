"""What marks words for the eye changes nobody's words: symbols before paragraphs, bold names, hashtags."""

import re

import pytest
from hearing import list_heard

TEXT = (
    "Mr. Otto Rau sold the pier on Monday. Critics of the sale met in Weir.\n\n"
    "On the one hand, Mayor Ida Moll said the pier leaks. “It’s old,” she said.\n\n"
    "Another member, Sen. Kurt Voss, issued a milder statement.\n\n"
    "“I am glad,” he said. Later Moll said the price was “low” and “odd.”"
)
NAMES = re.compile("Otto Rau|Ida Moll|Kurt Voss|Moll(?= said)")


def bare_rows(text: str) -> list[tuple[str | None, str]]:
    """The speakers and words of a text, in letters, digits and single blanks alone."""
    plain = ((who, re.sub(r"[*_#\u00ad]", "", words)) for who, words in list_heard(text))
    return [(who, " ".join(words.split())) for who, words in plain]


@pytest.mark.parametrize("symbol", ["⚡️", "🔴 ", "🇰🇿 ", "• ", "▪️", "> ", "📌", "1. "])
def test_a_symbol_before_each_paragraph(symbol):
    """Sentences begin behind it, Mr. and Sen. glued to it included, and pronouns lead to the same people."""
    assert bare_rows("\n\n".join(symbol + part for part in TEXT.split("\n\n"))) == bare_rows(TEXT)


@pytest.mark.parametrize("form", [r"**\g<0>**", r"<b>\g<0></b>", r"[\g<0>](https://t.me/weir/1)"])
def test_names_in_bold_and_with_links(form):
    """The name stays what it is, and the family name alone leads to it."""
    assert bare_rows(NAMES.sub(form, TEXT)) == bare_rows(TEXT)


def test_hashtags_within_names():
    """Ida #Moll is Ida Moll, and #Moll too."""
    tagged = TEXT.replace("Moll", "#Moll").replace("Voss", "#Voss")
    assert bare_rows(tagged) == bare_rows(TEXT)


@pytest.mark.parametrize("stars", ["**", "*", "_"])
def test_quotations_in_bold(stars):
    """A sentence ends behind the stars, and none of them is said."""
    assert bare_rows(re.sub("“[^”]*”", rf"{stars}\g<0>{stars}", TEXT)) == bare_rows(TEXT)


def test_soft_hyphens_within_words():
    """They part no word."""
    assert bare_rows(re.sub(r"(\w{3})(\w{2})", "\\1\u00ad\\2", TEXT)) == bare_rows(TEXT)
