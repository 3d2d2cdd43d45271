"""The ways of reading a corpus that can be chosen: names and choices, for whoever asks for them and whoever obeys."""

READING = ("columns", "one_document_per_file", "copies")
COPIES = ("keep", "first", "weight")
"""What is done with documents that are copies: keep all, the first of each cluster alone, or weight each by 1/size."""
