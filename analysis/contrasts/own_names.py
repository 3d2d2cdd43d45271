"""Words of an outlet's own name: it says them of itself ("told ABC News"), whatever it writes about and however."""

from __future__ import annotations

import re

import pandas as pd

THE_REST = "the rest"  # what a group is set against where there are more than two
OWN_NAME = "of the outlet's own name: set aside"
_WORD = re.compile(r"\w+")
_FURTHER = re.compile(r"\s[-–—|:]\s|[(|:]")  # behind it stands what edition or desk is meant
_SMALL = frozenset({"the", "of", "and", "a", "an", "for"})


def list_own_words(name: str) -> frozenset[str]:
    """List the words of a name, its initials ("ap") and the name in one word ("foxnews"), in small letters."""
    words = _WORD.findall(name.casefold())
    main = [word for word in _FURTHER.split(name.casefold())[0].split() if word not in _SMALL]
    joined = {"".join(_WORD.findall("".join(main))), "".join(word[0] for word in main)} if len(main) > 1 else set()
    return frozenset({*words, *joined})


def mark_own_names(terms: pd.DataFrame) -> pd.Series:
    """Mark the terms all words of which are of the name of the group that uses them more; terms: from `keyness`."""
    other = terms["against"].where(terms["against"] != THE_REST)
    users = terms["group"].where(terms["delta"] > 0, other).astype(object)
    words = {name: list_own_words(str(name)) for name in users.dropna().unique()}
    return pd.Series(
        [
            not pd.isna(user) and words[user].issuperset(_WORD.findall(term.casefold()))
            for user, term in zip(users, terms["term"], strict=True)
        ],
        index=terms.index,
        dtype=bool,
    )
