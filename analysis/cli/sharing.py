"""What a report may show and writes besides, as options of `framing report`."""

from __future__ import annotations

import functools
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

from analysis.cli.values import OneOf, WholeNumber
from analysis.public.mode import DATA_FOR, MODE, Limits, check_limits

FORMS = ("spss", "stata")
STANDARD = Limits()
OPTIONS = (
    click.option(
        "--public", is_flag=True, help="Leave texts out: short quotations alone, else identifiers and hashes."
    ),
    click.option(
        "--public-words",
        type=WholeNumber(0),
        default=STANDARD.words,
        show_default=True,
        metavar="N",
        help="Words of a quotation, at most.",
    ),
    click.option(
        "--public-each",
        type=WholeNumber(0),
        default=STANDARD.each,
        show_default=True,
        metavar="N",
        help="Quotations of a document, at most.",
    ),
    click.option(
        "--for",
        "forms",
        multiple=True,
        type=OneOf(FORMS),
        help="Write the tidy tables of data/ for SPSS (.sav) or Stata (.dta) too.",
    ),
)


def add_sharing(command: Callable) -> Callable:
    """Add the options of sharing to a command, and run it with what they say in the environment."""

    @functools.wraps(command)
    def shared(
        *given: object, public: bool, public_words: int, public_each: int, forms: tuple, **more: object
    ) -> object:
        limits = check_limits(public_words, public_each)
        modes = {MODE: f"{limits.words},{limits.each}"} if public else {}
        with environment(modes | ({DATA_FOR: ",".join(sorted(set(forms)))} if forms else {})):
            return command(*given, **more)

    for option in reversed(OPTIONS):
        shared = option(shared)
    return shared


@contextmanager
def environment(values: dict[str, str]) -> Iterator[None]:
    """Have variables in the environment for a while; those that are there already stay where none is given."""
    before = {name: os.environ.get(name) for name in values}
    os.environ.update(values)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
