"""Tables of any file, or of Python, to pages: one row a text, the other columns what is known of it."""

from analysis.texts.readers.tables.frames import gather_table
from analysis.texts.readers.tables.gathering import gather_rows
from analysis.texts.readers.tables.table import Row, Table

__all__ = ["Row", "Table", "gather_rows", "gather_table"]
