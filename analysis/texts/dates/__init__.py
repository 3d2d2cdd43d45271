"""Dates as they are written: of one text, and of a whole column at once."""

from analysis.texts.dates.amounts import ParsedDate
from analysis.texts.dates.columns import find_order, parse_dates

__all__ = ["ParsedDate", "find_order", "parse_dates"]
