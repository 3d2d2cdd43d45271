"""Which words and phrases set a group of texts apart from the others."""

from __future__ import annotations

from analysis.contrasts.groups import TermContrast, compare_by
from analysis.contrasts.picking import find_contexts, pick_terms
from analysis.contrasts.terms import keyness

__all__ = ["TermContrast", "compare_by", "find_contexts", "keyness", "pick_terms"]
