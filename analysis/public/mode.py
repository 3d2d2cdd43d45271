"""What a run may show and what it writes besides: said by the environment, so that every process of it knows."""

from __future__ import annotations

import os
from typing import NamedTuple

from analysis.errors import InputError

MODE = "FRAMING_PUBLIC"  # "25,3": words of a quotation, quotations of a document; unset or "": all texts are shown
DATA_FOR = "FRAMING_DATA_FOR"  # "spss", "stata" or both, with a comma: tidy tables in these forms too
RUNS = "FRAMING_PUBLIC_RUNS"  # file in which a kernel leaves the texts' runs for the process that draws its page
NAMES = {MODE: "public", DATA_FOR: "data for"}  # as the manifest and the reasons of a rerun call them
SHORTEST, LONGEST, MOST_EACH = 8, 100, 20


class Limits(NamedTuple):
    """How long a quotation may be, in words, and how many a document may have."""

    words: int = 25
    each: int = 3

    def tell(self) -> str:
        """Say what a site with these limits may be taken for."""
        return (
            f"Texts are not in this site: quotations of at most {self.words} words, {self.each} a document, and "
            "titles, names and terms. Longer passages are named by document, length and hash."
        )


def public_limits() -> Limits | None:
    """The limits of the mode, None where it is off; raises InputError for some that cannot be used."""
    text = os.environ.get(MODE, "").strip()
    if not text:
        return None
    parts = text.split(",")
    if len(parts) != 2 or not all(part.strip().isdigit() for part in parts):
        raise InputError(f"{MODE}={text!r} is not WORDS,EACH: write 25,3 for quotations of 25 words, three a document.")
    return check_limits(int(parts[0]), int(parts[1]))


def check_limits(words: int, each: int) -> Limits:
    """Give limits that can be kept; raises InputError for others: under eight words nothing is told from chance."""
    for name, value, least, most in (("words", words, SHORTEST, LONGEST), ("each", each, 0, MOST_EACH)):
        if not least <= value <= most:
            raise InputError(f"public {name}={value} is not within {least} to {most}.")
    return Limits(words, each)


def list_modes() -> dict[str, str]:
    """List the modes that are on, as the manifest calls them."""
    return {name: os.environ[variable] for variable, name in NAMES.items() if os.environ.get(variable)}


def add_modes(modes: dict[str, str]) -> None:
    """Set this process to the modes listed, and to no others."""
    for variable, name in NAMES.items():
        os.environ.pop(variable, None)
        if modes.get(name):
            os.environ[variable] = modes[name]
