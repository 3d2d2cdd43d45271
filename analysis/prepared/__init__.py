"""Corpora prepared once and kept: read in parts, in parallel, and made again only where a file changed."""
