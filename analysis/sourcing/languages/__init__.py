"""Roles and genders of speakers in other languages than English: one reader, and a file of words for each language."""

from analysis.sourcing.languages.words import list_role_languages, load_language_roles

__all__ = ["list_role_languages", "load_language_roles"]
