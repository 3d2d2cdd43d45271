"""Files as received to pages: encodings, formats told apart by content, and what is known of each file."""

from analysis.texts.readers.files import read_pages
from analysis.texts.readers.formats import format_module, formats, recognise_format
from analysis.texts.readers.sources import read_sources

__all__ = ["format_module", "formats", "read_pages", "read_sources", "recognise_format"]
