"""What a spreadsheet would take for a formula, and the apostrophe before it that says that it is text."""

from __future__ import annotations

import re

FORMULA = re.compile(r"[\s']*[=+\-@＝＋－＠]|'*[\t\r\n]")


def mask_formula(cell: object) -> object:
    """Put an apostrophe before a text that would be a formula, and before one that has an apostrophe before it."""
    return f"'{cell}" if isinstance(cell, str) and FORMULA.match(cell) else cell


def strip_formula_mark(cell: str) -> str:
    """Take the apostrophe of `mask_formula` away again."""
    return cell[1:] if cell.startswith("'") and FORMULA.match(cell) else cell
