"""How things show themselves: a card for a page (no scripts, light and dark) and the same as text for a terminal."""

from analysis.cards.card import Card, Carded, Facts, Prose, Rows, Timeline
from analysis.cards.page import markup_of, render_box

__all__ = ["Card", "Carded", "Facts", "Prose", "Rows", "Timeline", "markup_of", "render_box"]
