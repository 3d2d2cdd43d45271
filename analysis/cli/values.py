"""What an option takes, and what is said where it was given something else: the option, the value, what would do."""

from __future__ import annotations

import click

from analysis.errors import InputError, unknown


class WholeNumber(click.IntRange):
    """A whole number from a least one on, up to a most if there is one."""

    name = "number"

    def convert(self, value: object, option: click.Parameter | None, context: click.Context | None) -> int:
        """Give the number; raises InputError for anything else."""
        try:
            return super().convert(value, option, context)
        except click.BadParameter as cause:
            raise _tell_range(self, "a whole number", value, option) from cause


class Number(click.FloatRange):
    """A number from a least one on, up to a most if there is one."""

    name = "number"

    def convert(self, value: object, option: click.Parameter | None, context: click.Context | None) -> float:
        """Give the number; raises InputError for anything else."""
        try:
            number = super().convert(value, option, context)
        except click.BadParameter as cause:
            raise _tell_range(self, "a number", value, option) from cause
        if number != number:  # nan, which is less and more than nothing
            raise _tell_range(self, "a number", value, option)
        return number


class OneOf(click.Choice):
    """One of some words."""

    def convert(self, value: object, option: click.Parameter | None, context: click.Context | None) -> str:
        """Give the word; raises InputError for another."""
        try:
            return super().convert(value, option, context)
        except click.BadParameter as cause:
            raise unknown(_name_option(option), value, self.choices) from cause


def _tell_range(kind: WholeNumber | Number, what: str, value: object, option: click.Parameter | None) -> InputError:
    """Build (not raise) the error for what is no number, or out of its range."""
    most = f"{kind.min:,} to {kind.max:,}" if kind.max is not None else f"{kind.min or 0:,} or more"
    try:
        number = float(str(value))
    except ValueError:
        number = float("nan")
    if number == number and (what == "a number" or number.is_integer()):
        return InputError(f"{_name_option(option)}: {value} is not in the range: {most}.")
    return InputError(f"{_name_option(option)}={value!r} is not {what}: write one, {most}.")


def _name_option(option: click.Parameter | None) -> str:
    return option.opts[0] if option is not None else "value"
