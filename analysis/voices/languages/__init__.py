"""Who says what in other languages than English: one engine, and a file of rules for each language."""

from analysis.voices.languages.choices import choose_languages
from analysis.voices.languages.listening import Listener
from analysis.voices.languages.rules import LanguageRules

__all__ = ["LanguageRules", "Listener", "choose_languages"]
