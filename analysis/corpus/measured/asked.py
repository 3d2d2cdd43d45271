"""What a verb is asked with: one gate for the arguments of all of them, which says what would do."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from functools import wraps
from typing import TypeVar

import pandas as pd

from analysis.errors import InputError
from analysis.given import parse_whole

Verb = TypeVar("Verb", bound=Callable)

LEAST_ONE = ("most", "fewest", "n_terms", "phrases")
WHOLE = dict.fromkeys(LEAST_ONE, 1) | {"n_topics": 0, "seed": 0, "runs": 2}  # whole numbers, and their least
OPTIONAL = ("n_topics", "against", "events")  # that may be None
FLAGS = ("marked", "mask_names", "lowest")
NAMES = ("more_names",)  # one text or several
TEXTS = ("by", "against", "method", "other", "unit", "period", "title")
NUMBERS = ("n_topics", "n_terms", "most")  # what is meant by k=5 or n=5
MEANT = dict.fromkeys(("k", "n", "top", "limit", "number", "num_topics", "n_components"), NUMBERS)


def check_asked(verb: Verb | None = None, *, settings: tuple[str, ...] = ()) -> Verb:
    """Let a verb be called only with arguments that it can use; else InputError says which it takes.

    settings: further arguments, which a verb hands to the function behind it.
    """
    if verb is None:
        return lambda one: check_asked(one, settings=settings)
    signature = inspect.signature(verb)

    @wraps(verb)
    def gate(self: object, *given: object, **named: object) -> object:
        check_arguments(self, verb.__name__, signature, given, named, settings)
        return verb(self, *given, **named)

    return gate


def check_arguments(
    asked: object,
    verb: str,
    signature: inspect.Signature,
    given: tuple,
    named: Mapping[str, object],
    settings: tuple[str, ...] = (),
) -> None:
    """Raise InputError for arguments that there are not, that lack, or that are of another kind."""
    about = [one for one in signature.parameters.values() if one.name != "self"]
    takes = [one.name for one in about if one.kind not in (one.VAR_POSITIONAL, one.VAR_KEYWORD)]
    if settings or not any(one.kind is one.VAR_KEYWORD for one in about):
        allowed = [*takes, *(name for name in settings if name not in takes)]
        for name in named:
            if name not in allowed:
                raise _error_for_name(asked, verb, name, named[name], allowed)
    try:
        bound = signature.bind(asked, *given, **named)
    except TypeError as error:
        raise InputError(f"{verb}(): {error}. It takes {', '.join(f'{name}=…' for name in takes)}.") from None
    for name in takes:
        if name in bound.arguments:
            _check_value(verb, name, bound.arguments[name])
    for name in named:
        if settings and name not in takes:
            _check_value(verb, name, named[name])


def _error_for_name(asked: object, verb: str, name: str, value: object, allowed: list[str]) -> InputError:
    """Build (not raise) the error for an argument that there is not."""
    meant = next((one for one in MEANT.get(name, ()) if one in allowed), None)
    documents = getattr(asked, "documents", None)
    column = isinstance(documents, pd.DataFrame) and name in documents
    remedy = f"For a part of the texts: corpus.where({name}={value!r}).{verb}()." if column else ""
    near = [meant] if meant else get_close_matches(name, allowed, n=1) if not column else []
    remedy = f"Did you mean {near[0]}=…?" if near else remedy
    return InputError(f"{verb}() has no argument {name!r}; it takes {', '.join(allowed)}. {remedy}".rstrip())


def _check_value(verb: str, name: str, value: object) -> None:
    """Raise InputError for a value of another kind than the argument's."""
    if (value is None and name in OPTIONAL) or isinstance(value, pd.DataFrame):
        return
    if name in WHOLE:
        number = parse_whole(value)
        if number is None or number < WHOLE[name]:
            raise InputError(f"{verb}({name}={value!r}): {_say_whole(name, value)}")
    elif name in FLAGS and not pd.api.types.is_bool(value):
        raise InputError(f"{verb}({name}={value!r}): {name} is True or False.")
    elif name in NAMES and not (isinstance(value, str | list | tuple | set) and all(isinstance(v, str) for v in value)):
        raise InputError(f"{verb}({name}={value!r}): {name} are texts, such as {name}=['United Nations', 'Ford'].")
    elif name == "by" and hasattr(value, "sentences"):
        two = "analysis.keyness(first, second) sets two corpora against one another."
        raise InputError(f"by={type(value).__name__} is no column: {two}")
    elif name in TEXTS and not isinstance(value, str):
        raise InputError(f"{verb}({name}={value!r}): {name} is a text in quotation marks, such as {_example(name)}.")


def _say_whole(name: str, value: object) -> str:
    said = f"{name} is a whole number, {WHOLE[name]} or more, such as {name}={max(WHOLE[name], 5)}."
    if name == "most" and isinstance(value, str):
        said += f" For one of them alone: .evidence({value!r}); a part of the texts: corpus.where(contains={value!r})."
    return said


def _example(name: str) -> str:
    return {"by": "by='outlet'", "period": "period='month'", "method": "method='words'"}.get(name, f"{name}='…'")
