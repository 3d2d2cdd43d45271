"""The ways of reading a corpus that can be chosen: names and choices, for whoever asks for them and whoever obeys."""

from collections.abc import Callable

READING = ("columns", "one_document_per_file", "copies")
COPIES = ("keep", "first", "weight")
"""What is done with documents that are copies: keep all, the first of each cluster alone, or weight each by 1/size."""

ENGINES = ("processes", "dask")
"""Who prepares a corpus: processes on this machine, or the workers of a dask cluster."""

Progress = Callable[[str, int, int, int], None]
"""Told how far a stage is: its name, bytes done, bytes in all, and how many files or parts of files were refused."""
