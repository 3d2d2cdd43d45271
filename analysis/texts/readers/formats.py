"""The source formats: every module of layouts/ that says how to recognise one."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from analysis.errors import unknown


@cache
def formats() -> dict[str, ModuleType]:
    """The format modules by name: those of layouts/ with FORMAT, KIND, recognise and lay_out."""
    package = f"{__name__.rpartition('.')[0]}.layouts"
    folder = list(import_module(package).__path__)
    modules = (import_module(f"{package}.{module.name}") for module in iter_modules(folder))
    return {module.FORMAT: module for module in modules if hasattr(module, "FORMAT")}


def recognise_format(text: str) -> str:
    """Name the format whose module is surest that the text is one of its pages (by content, never by name)."""
    known = formats()
    return max(sorted(known), key=lambda name: known[name].recognise(text))


def format_module(name: str) -> ModuleType:
    """The module of a format; raises InputError with the choices if there is none."""
    if name not in formats():
        raise unknown("format", name, formats())
    return formats()[name]
