"""Which words and phrases set a group of texts apart from the others."""

from __future__ import annotations

from analysis.contrasts.groups import TermContrast, compare_by
from analysis.contrasts.parts import count_part
from analysis.contrasts.picking import find_contexts, pick_terms
from analysis.contrasts.terms import keyness, keyness_of_parts

__all__ = ["TermContrast", "compare_by", "count_part", "find_contexts", "keyness", "keyness_of_parts", "pick_terms"]
