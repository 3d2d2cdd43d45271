"""Corpora prepared once and kept: read in parts, in parallel, and made again only where a file changed."""

from analysis.prepared.kept import Prepared
from analysis.prepared.making import Progress, prepare_corpus

__all__ = ["Prepared", "Progress", "prepare_corpus"]
