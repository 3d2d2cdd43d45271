"""What a parameter's value must be beyond its type: ranges, dates, choices; known before anything is run."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from analysis.errors import InputError, unknown
from analysis.reading import COPIES

RANGE = re.compile(r"\((-?\d+(?:\.\d+)?) to (-?\d+(?:\.\d+)?)[);,]")  # in a parameter's comment: "(1 to 200)"
LEAST_OF = {"n_": 0, "seed": 0, "fewest": 1, "resamples": 100, "phrases": 1}  # by the name or how it begins
MOST_OF = {"seed": 2**32 - 1, "phrases": 5}  # what NumPy takes as a seed
CHOICES_OF = {"unit": ("", "paragraph", "document")}
DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def check_range(name: str, value: object, comment: str, place: str) -> None:
    """Raise InputError unless a value lies where the parameter's comment, or its name, says that it must.

    A comment that holds "(1 to 200)" says it for its own parameter; n_topics=-3 is refused by its name.
    """
    if name in CHOICES_OF and value not in CHOICES_OF[name]:
        raise InputError(f"{place}: {unknown(name, value, CHOICES_OF[name])}")
    if isinstance(value, bool) or not isinstance(value, int | float):
        return
    least, most = _bounds(name, comment)
    if (least is not None and value < least) or (most is not None and value > most):
        said = f"{least:g} to {most:g}" if least is not None and most is not None else f"{least:g} or more"
        raise InputError(f"{place}: {name}={value!r} is out of range: {said}{f' ({comment})' if comment else ''}.")


def check_where(where: Mapping[str, object], place: str) -> None:
    """Raise InputError for filters whose value no corpus can have: a date that is none, `until` before `since`."""
    since, until = (_written(name, where[name], place) if name in where else "" for name in ("since", "until"))
    both = min(len(since), len(until))  # a month is compared with a month: until 2019-03 holds all of March
    if until[:both] < since[:both]:
        raise InputError(
            f"{place}: until={where['until']!r} is before since={where['since']!r}: no document can lie between them."
        )
    words = where.get("min_words", 0)
    if isinstance(words, bool) or not isinstance(words, int) or words < 0:
        raise InputError(f"{place}: min_words={words!r} is not a whole number of words, 0 or more.")
    if "copies" in where and where["copies"] not in COPIES:
        raise InputError(f"{place}: {unknown('copies', where['copies'], COPIES)}")


def _bounds(name: str, comment: str) -> tuple[float | None, float | None]:
    said = RANGE.search(comment)
    if said:
        return float(said.group(1)), float(said.group(2))
    begins = next((key for key in LEAST_OF if name == key or (key.endswith("_") and name.startswith(key))), None)
    return (LEAST_OF[begins] if begins else None), MOST_OF.get(name)


def _written(name: str, value: object, place: str) -> str:
    """The year, month or day as it is written, once it is known to be one."""
    text = str(value).strip()
    found = DAY.fullmatch(text)
    try:
        year, month, day = (int(part or 1) for part in found.groups())
        date(year, month, day)
    except (AttributeError, ValueError) as cause:
        raise InputError(
            f"{place}: {name}={value!r} is no date: write year-month-day as 2019-02-01{_meant(text)}, "
            "or a month as 2019-02, or a year as 2019."
        ) from cause
    return text


def _meant(value: str) -> str:
    """Say what a date such as 01.02.2019 could mean."""
    found = re.fullmatch(r"\s*(\d{1,2})[./-](\d{1,2})[./-](\d{4})\s*", value)
    if not found:
        return ""
    one, two, year = (int(part) for part in found.groups())
    both = [(two, one), (one, two)] if one != two else [(one, two)]
    could = [f"{year:04d}-{month:02d}-{day:02d}" for month, day in both if 1 <= month <= 12 and 1 <= day <= 31]
    return f" (this one is {' or '.join(could)})" if could else ""
