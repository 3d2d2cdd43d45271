"""What the suite says when it is given something it cannot use."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from difflib import get_close_matches

WHOLE = "FRAMING_TRACEBACKS"  # environment variable: set where errors are shown with the way that led to them


class InputError(ValueError):
    """An argument, a file or a table that cannot be used; the message says what would do."""

    _said = False

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
    list), the nearest one if there is one, and the remedy. meant: the choice that is likely meant, "" for none, where
    the caller knows better than their likeness tells.
    """
    names = [str(choice) for choice in choices]
    shown = ", ".join(repr(name) for name in names[:20]) + (f", … ({len(names)} in all)" if len(names) > 20 else "")
    message = f"{argument}={value!r} is not one of [{shown}]."
    near = get_close_matches(str(value), names, n=1) if meant is None else [meant] if meant else []
    if near:
        message += f" Did you mean {near[0]!r}?"
    return InputError(f"{message} {remedy}".rstrip())


def require(condition: bool, message: str) -> None:
    """Raise InputError with the message unless the condition holds."""
    if not condition:
        raise InputError(message)
