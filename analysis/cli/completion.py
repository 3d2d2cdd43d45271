"""Completion of `from analysis import`: the public names, without the package's parts and what it is made with.

`framing lab` has its kernels load this, for the line is written before anything of the suite is imported; elsewhere
`%load_ext analysis.cli.completion` does.
"""

from __future__ import annotations

import re

from IPython.core.completer import CompletionContext, SimpleCompletion, context_matcher

import analysis

IMPORT = re.compile(r"^\s*from\s+analysis\s+import\s+\(?\s*([\w\s,]*)$")


def add_names(shell: object) -> None:
    """Add the public names to what an IPython shell offers."""
    shell.Completer.custom_matchers.append(_match)


load_ipython_extension = add_names  # the name by which IPython calls it


def list_public_names(line: str) -> tuple[list[str], str]:
    """List the public names that could end a line, with what is written of them already; none on another line."""
    found = IMPORT.search(line)
    if found is None:
        return [], ""
    *before, written = (one.strip() for one in found.group(1).split(","))
    return [name for name in analysis.__all__ if name.startswith(written) and name not in before], written


@context_matcher(identifier="framing-names")
def _match(context: CompletionContext) -> dict[str, object]:
    names, written = list_public_names(context.text_until_cursor)
    found = [SimpleCompletion(name, type="public") for name in names]
    return {"completions": found, "matched_fragment": written, "suppress": bool(found)}
