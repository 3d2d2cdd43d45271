"""What Tab offers inside the brackets of a call: names of filters, their values in this corpus, names of codebooks."""

from __future__ import annotations

import re
from collections.abc import Mapping

from analysis.corpus.filters import list_filters
from analysis.corpus.held import HeldTables
from analysis.frames.codebooks import list_codebooks
from analysis.progress import find_shell
from analysis.reading import COPIES
from analysis.tables import CHOICES

IDENTIFIER = "framing"
MOST = 200  # values that are offered
_INSIDE = r"(?:[^()]|\([^()]*\))*?"
_CALL = rf"\b(?P<name>[A-Za-z_]\w*)\.(?:where|kwic)\({_INSIDE}"
_TEXT = r"(?P<quote>[\"'])(?P<begun>[^\"']*)$"
_VALUE = re.compile(_CALL + r"\b(?P<filter>\w+)\s*=\s*(?:[\[({][^\])}]*?)?" + _TEXT, re.DOTALL)
_FILTER = re.compile(_CALL + r"(?<=[(,\s])(?P<begun>\w*)$", re.DOTALL)
_BOOK = re.compile(
    r"(?:\bload_codebook\(\s*|\.frames\(\s*|\b(?:codebook|frames)\s*=\s*|\b(?:code|rate)_frames\([^,()]+,\s*)" + _TEXT
)


def list_completions(written: str, names: Mapping[str, object]) -> tuple[str, list[str]] | None:
    """List what could stand at the end of what is written; None where this is nothing for us.

    names: what the user's names stand for. Returns what of it is written already, and all that could stand there.
    """
    if found := _BOOK.search(written):
        return _fitting(found["begun"], list_codebooks())
    if (found := _VALUE.search(written)) and isinstance(names.get(found["name"]), HeldTables):
        return _fitting(found["begun"], list_values(names[found["name"]], found["filter"], found["quote"]))
    if (found := _FILTER.search(written)) and isinstance(names.get(found["name"]), HeldTables):
        filters = list_filters(names[found["name"]].further)
        return _fitting(found["begun"], [f"{name}=" for name in filters if name.isidentifier()])
    return None


def list_values(corpus: HeldTables, name: str, quote: str = '"') -> list[str]:
    """List the values of a filter in a corpus, those of most documents first; as they stand between quotation marks."""
    if name in ("kind", "voice"):
        return list(CHOICES["documents" if name == "kind" else "sentences", name])
    if name == "copies":
        return list(COPIES)
    table = corpus._sentence_places if name == "speaker" else corpus.documents
    if name not in table or name == "text":
        return []
    counts = table[name].value_counts().head(MOST)
    texts = [value for value in counts.index if isinstance(value, str)]
    return [value.replace("\\", "\\\\").replace(quote, f"\\{quote}") for value in texts if "\n" not in value]


def add_completer() -> None:
    """Let IPython offer these too, where it is running: in JupyterLab and in its terminal."""
    shell = find_shell()
    completer = getattr(shell, "Completer", None)
    if completer is None or not hasattr(completer, "custom_matchers"):
        return
    known = {getattr(one, "matcher_identifier", "") for one in completer.custom_matchers}
    if IDENTIFIER not in known:
        completer.custom_matchers.append(_make_matcher(shell))


def _make_matcher(shell: object) -> object:
    from IPython.core.completer import SimpleCompletion, context_matcher

    @context_matcher(identifier=IDENTIFIER)
    def match(context: object) -> dict[str, object]:
        lines = context.full_text.split("\n")[: context.cursor_line + 1]
        written = "\n".join([*lines[:-1], lines[-1][: context.cursor_position]])
        found = list_completions(written, shell.user_ns)
        if found is None:
            return {"completions": []}
        offered = [SimpleCompletion(text=one, type="value") for one in found[1]]
        return {"completions": offered, "matched_fragment": found[0], "suppress": bool(offered), "ordered": True}

    return match


def _fitting(begun: str, choices: list[str]) -> tuple[str, list[str]]:
    """Those that begin so, else those that hold it."""
    folded = begun.casefold()
    begin = [one for one in choices if one.casefold().startswith(folded)]
    return begun, begin or [one for one in choices if folded in one.casefold()]
