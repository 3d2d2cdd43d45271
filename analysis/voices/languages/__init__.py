"""Who says what in other languages than English: one engine, and a file of rules for each language."""

from analysis.voices.languages.listening import Listener, make_listeners

__all__ = ["Listener", "make_listeners"]
