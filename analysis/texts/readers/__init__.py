"""Files as received to pages: encodings, formats told apart by content, and what is known of each file."""

from analysis.texts.readers.files import load_pages
from analysis.texts.readers.formats import format_module, formats, recognise_format
from analysis.texts.readers.sources import load_sources

__all__ = ["format_module", "formats", "load_pages", "load_sources", "recognise_format"]
