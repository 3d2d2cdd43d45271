"""The kinds of file: every module in this folder that says how to recognise one and how to take it apart."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from analysis.texts.readers.page import Content, Recognised, Settings, Taken

__all__ = ["containers", "list_tables", "recognise_container", "split_content"]


@cache
def containers() -> dict[str, ModuleType]:
    """The modules of kinds of file by name: those in this folder with CONTAINER, recognise and split_pages."""
    modules = (import_module(f"{__name__}.{module.name}") for module in iter_modules(__path__))
    return {module.CONTAINER: module for module in modules if hasattr(module, "CONTAINER")}


@cache
def list_tables() -> frozenset[str]:
    """Name the kinds that are tables: those whose module gathers rows."""
    return frozenset(name for name, module in containers().items() if hasattr(module, "gather_rows"))


def recognise_container(content: Content) -> str:
    """Name the kind whose module is surest of a file, by its first bytes; its name's ending decides only in doubt."""
    known = containers()
    return max(sorted(known), key=lambda name: known[name].recognise_kind(content))


def split_content(content: Content, settings: Settings) -> Iterator[Taken]:
    """Take a file apart into pages, what could not be read, and notes; raises Unreadable if none of it can be."""
    kind = recognise_container(content)
    yield Recognised(content.name, kind)
    yield from containers()[kind].split_pages(content, settings)
