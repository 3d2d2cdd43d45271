"""Files as received to pages: kinds of file and formats told apart by content, and what is known of each file."""

from analysis.texts.readers.containers import list_tables
from analysis.texts.readers.files import Loaded, load_chunks, load_files, load_pages, make_pages
from analysis.texts.readers.formats import format_module, formats, recognise_format
from analysis.texts.readers.listing import Listing, list_files
from analysis.texts.readers.page import Settings
from analysis.texts.readers.sources import load_sources

__all__ = [
    "Listing",
    "Loaded",
    "Settings",
    "format_module",
    "formats",
    "list_files",
    "list_tables",
    "load_chunks",
    "load_files",
    "load_pages",
    "load_sources",
    "make_pages",
    "recognise_format",
]
