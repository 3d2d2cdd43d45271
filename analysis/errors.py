"""What the suite says when it is given something it cannot use."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable
from difflib import get_close_matches

HOLDING = 5  # choices that hold the words of a value: named, at most
LEAST = 3  # letters of a word by which a choice is found
LONGEST = 4_000  # characters of a message: what somebody wrote into a file by the megabyte stays there
WHOLE = "FRAMING_TRACEBACKS"  # environment variable: set where errors are shown with the way that led to them


class InputError(ValueError):
    """An argument, a file or a table that cannot be used; the message says what would do."""

    _said = False

    def __init__(self, message: str = "") -> None:
        cut = f"{message[: LONGEST - 500]} … ({len(message):,} characters) … {message[-400:]}"
        super().__init__(message if len(message) <= LONGEST else cut)

    def _render_traceback_(self) -> list[str]:
        """Show the error in IPython and Jupyter: its sentence, which says all; the whole when it is asked for (%tb)."""
        if (self._said or os.environ.get(WHOLE)) and "IPython" in sys.modules:
            shell = sys.modules["IPython"].get_ipython()
            return shell.InteractiveTB.structured_traceback(type(self), self, self.__traceback__)
        self._said = True  # IPython renders the same error a second time for %tb alone
        return [f"\x1b[31m{type(self).__name__}\x1b[39m: {self}"]


def unknown(
    argument: str, value: object, choices: Iterable[object], remedy: str = "", meant: str | None = None
) -> InputError:
    """Build the error for a value that is none of the choices.

    Returns (does not raise) an InputError that names the argument, the value, every choice (the first 20 of a long
    list), those that are likely meant, and the remedy. meant: the choice that is likely meant, "" for none, where the
    caller knows better than their likeness tells.
    """
    names = [str(choice) for choice in choices]
    shown = ", ".join(repr(name) for name in names[:20]) + (f", … ({len(names)} in all)" if len(names) > 20 else "")
    message = f"{argument}={value!r} is not one of [{shown}]."
    near = guess_choices(str(value), names) if meant is None else [meant] if meant else []
    if near:
        message += f" Did you mean {' or '.join(filter(None, [', '.join(map(repr, near[:-1])), repr(near[-1])]))}?"
    return InputError(f"{message} {remedy}".rstrip())


def guess_choices(value: str, choices: Iterable[str]) -> list[str]:
    """Guess which choices are meant by a value that is none of them: whatever its case, its blanks and its marks.

    Returns the one that differs in these alone, else those that hold its words or begin with them, else the one written
    most like it, else those whose words it holds; nothing where none is near.
    """
    names = list(dict.fromkeys(choices))
    bare: dict[str, str] = {}
    for name in names:
        bare.setdefault(_bare(name), name)
    if _bare(value) in bare:
        return [bare[_bare(value)]]
    sought = _spaced(value)
    holding = [name for name in names if sought in _spaced(name)] if len(sought) > LEAST else []
    if holding:
        return holding[:HOLDING]
    if near := get_close_matches(_bare(value), bare, n=1):
        return [bare[near[0]]]
    return [name for name in names if len(_bare(name)) >= LEAST and f"{_spaced(name)} " in f"{sought} "][:HOLDING]


def _spaced(name: str) -> str:
    """Its words in small letters, a blank before each."""
    return "".join(f" {word}" for word in re.findall(r"[^\W_]+", name.casefold()))


def _bare(name: str) -> str:
    """Its letters and digits in small letters; a name of marks alone stays as it is."""
    return _spaced(name).replace(" ", "") or name


def require(condition: bool, message: str) -> None:
    """Raise InputError with the message unless the condition holds."""
    if not condition:
        raise InputError(message)
