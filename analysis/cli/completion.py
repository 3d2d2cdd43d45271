"""Completion in JupyterLab and IPython: the suite's names, its filters with a corpus's values, its codebooks.

`framing lab` has its kernels load this; elsewhere `%load_ext analysis.cli.completion` does. What is offered here stands
alone, without files and names of other modules; where there is nothing to offer, completion is IPython's own.
"""

from __future__ import annotations

import inspect
import re
import typing
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from IPython.core.completer import CompletionContext, SimpleCompletion, context_matcher

import analysis

MOST = 200  # values offered
OF_IPYTHON = {"In", "Out", "get_ipython", "exit", "quit", "open"}
NO_GROUPS = {"doc_id", "source", "since", "until", "min_words", "copies"}
IMPORT = re.compile(r"^\s*from\s+analysis\s+import\s+\(?\s*([\w\s,]*)$")
QUOTED = re.compile(r"""(?:^|[=\[(,\s])(['"])([^'"\n]*)$""")
KEYWORD = re.compile(r"^\s*(\w+)\s*=")
NAME = re.compile(r"^\s*(\w*)$")
CALLED = re.compile(r"([A-Za-z_]\w*(?:\.\w+|\([^()]*\)|\[[^\[\]]*\])*)$")
OPENING, CLOSING = "([{", ")]}"


class Call(NamedTuple):
    """A call that is being written. called: the words before its bracket; argument: what is written of the last one."""

    called: str
    argument: str


def add_names(shell: object) -> None:
    """Add what the suite knows to what an IPython shell offers."""
    shell.Completer.custom_matchers.append(make_matcher(shell.user_ns))


load_ipython_extension = add_names  # the name by which IPython calls it


def make_matcher(names: Mapping[str, object]) -> Callable:
    """Make IPython's matcher; names: of the person's own, among which a corpus is looked for."""

    @context_matcher(identifier="framing")
    def framing(context: CompletionContext) -> dict[str, object]:
        text = "\n".join([*context.full_text.split("\n")[: context.cursor_line], context.text_until_cursor])
        try:
            offered, written = list_offers(text, names)
        except Exception:  # a completion that fails would be worse than none
            offered, written = [], ""
        found = [SimpleCompletion(one, type="framing") for one in offered]
        return {"completions": found, "matched_fragment": written, "suppress": bool(found)}

    return framing


def list_offers(text: str, names: Mapping[str, object]) -> tuple[list[str], str]:
    """List what could go on where a text ends; gives it with what is written of it already."""
    imported = IMPORT.search(text.rsplit("\n", 1)[-1])
    if imported:
        *before, written = (one.strip() for one in imported.group(1).split(","))
        return _beginning(written, [name for name in analysis.__all__ if name not in before]), written
    call = locate_call(text)
    if call is None:
        return [], ""
    quoted = QUOTED.search(call.argument)
    if quoted:
        return _beginning(quoted.group(2), _list_values(call, names)), quoted.group(2)
    named, keywords = NAME.match(call.argument), _list_keywords(call, names)
    if named is None or not keywords:
        return [], ""
    return _beginning(named.group(1), [*keywords, *_list_own(names)]), named.group(1)


def locate_call(text: str) -> Call | None:
    """Find the innermost call that a text leaves open; None where there is none."""
    open_at, since, quote = [], [], ""
    for place, letter in enumerate(text):
        if quote:
            quote = "" if letter == quote or letter == "\n" else quote
        elif letter in "'\"":
            quote = letter
        elif letter in OPENING:
            open_at.append(place)
            since.append(place + 1)
        elif letter in CLOSING and open_at:
            open_at.pop()
            since.pop()
        elif letter == "," and since and text[open_at[-1]] == "(":
            since[-1] = place + 1
    calls = [(place, start) for place, start in zip(open_at, since, strict=True) if text[place] == "("]
    if not calls:
        return None
    place, start = calls[-1]
    called = CALLED.search(text[:place])
    return Call(called.group(1), text[start:]) if called else None


def _beginning(written: str, offered: Iterable[str]) -> list[str]:
    return [one for one in offered if one.casefold().startswith(written.casefold())][:MOST]


def _list_keywords(call: Call, names: Mapping[str, object]) -> list[str]:
    """Arguments that a call takes by name, filters of a corpus among them, each with its sign of equality."""
    function, corpus = _find_function(call, names), _find_corpus(call, names)
    parameters = inspect.signature(function).parameters.values() if function else ()
    own = [one.name for one in parameters if one.kind in (one.POSITIONAL_OR_KEYWORD, one.KEYWORD_ONLY)]
    free = any(one.kind == one.VAR_KEYWORD and one.name == "filters" for one in parameters)
    found = [*own, *(_list_filters(corpus) if free else [])]
    return [f"{name}=" for name in dict.fromkeys(found) if name != "self"]


def _list_values(call: Call, names: Mapping[str, object]) -> list[str]:
    """Values that an argument can have: of a filter those that the corpus has, of a codebook the names there are."""
    function, corpus, keyword = _find_function(call, names), _find_corpus(call, names), KEYWORD.match(call.argument)
    taken = [name for name in inspect.signature(function).parameters if name != "self"] if function else []
    name = keyword.group(1) if keyword else (taken or [""])[0]
    if name == "codebook" or call.called.split(".")[-1] in ("load_codebook", "frames"):
        from analysis.frames.codebooks import list_codebooks

        return list_codebooks()
    if choices := _literals(function, name):
        return choices
    if name == "copies":
        from analysis.reading import COPIES

        return list(COPIES)
    if corpus is None:
        return []
    if name in ("by", "against_by", "group") or call.called.endswith((".by", ".compare")):
        return ["voice", "speaker", *(name for name in _list_filters(corpus) if name not in NO_GROUPS)]
    for table in (corpus.documents, corpus.sentences if name in ("voice", "speaker") else ()):
        if name in table:
            return sorted(map(str, table[name].dropna().unique()))
    return []


def _list_filters(corpus: object) -> list[str]:
    from analysis.corpus.filters import FILTERS, RANGES

    return [*FILTERS, *RANGES, "copies", *(corpus.further if corpus is not None else [])]


def _list_own(names: Mapping[str, object]) -> list[str]:
    """Things that somebody has given a name to, modules and the suite's own functions aside."""
    own = {name for name in names if not name.startswith("_")} - OF_IPYTHON - set(analysis.__all__)
    return sorted(name for name in own if not inspect.ismodule(names[name]))


def _literals(function: object, name: str) -> list[str]:
    """The choices of an argument whose type says them."""
    try:
        kind = typing.get_type_hints(function).get(name)
    except (NameError, TypeError, AttributeError):
        return []
    kinds = [kind, *typing.get_args(kind)]
    return [one for each in kinds if typing.get_origin(each) is typing.Literal for one in typing.get_args(each)]


def _find_function(call: Call, names: Mapping[str, object]) -> Callable | None:
    """Find what is called, if its name leads there without anything being run."""
    first, *rest = re.split(r"[.(\[]", call.called)[0], *re.findall(r"\.(\w+)", call.called)
    found = names.get(first)
    if found is analysis:
        found = getattr(analysis, rest[0]) if len(rest) == 1 and rest[0] in analysis.__all__ else None
    elif rest:  # of a chain the last: where() and its like give a corpus again
        found = inspect.getattr_static(type(found), rest[-1], None)
    ours = str(getattr(found, "__module__", "")).split(".")[0] == analysis.__name__
    return found if ours and callable(found) else None


def _find_corpus(call: Call, names: Mapping[str, object]) -> object | None:
    """Find the corpus that a call begins with: corpus.where(kind="post").kwic( begins with corpus."""
    first = names.get(re.split(r"[.(\[]", call.called)[0])
    return first if type(first).__name__ == "Corpus" and type(first).__module__.startswith("analysis.") else None
