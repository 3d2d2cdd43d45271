"""Files as received to documents and sentences: read, cleaned, split."""
