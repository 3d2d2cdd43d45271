"""Hand codes as they come in: checked, told apart by kind, and counted."""

from __future__ import annotations

import numpy as np
import pandas as pd

from analysis.errors import InputError, require
from analysis.texts.cleaning.languages import assign_languages, mark_texts

FEWEST_EXAMPLES, MOST_LABELS = 10, 100
LABELS, YES_NO, COLUMNS = "labels", "yes or no", "columns"


def keep_one_language(
    texts: pd.Series, codes: pd.Series | pd.DataFrame
) -> tuple[pd.Series, pd.Series | pd.DataFrame, str, int]:
    """Keep the texts in the language of most, with their codes; return them, the language, how many were left out.

    A coder learns the words of one language. A text of which no language is known goes with the others.
    """
    texts = texts if isinstance(texts, pd.Series) else pd.Series(list(texts), dtype="str")
    found = assign_languages(pd.DataFrame({"text": texts.astype(object)})).value_counts()
    language = str(found.index[0]) if len(found) else "en"
    known = mark_texts(texts, language)
    same = len(texts) == len(codes) and texts.index.equals(codes.index)  # else check_codes says what is wrong
    if known.all() or not same:
        return texts, codes, language, 0
    return texts[known], codes[known], language, int((~known).sum())


def check_codes(texts: pd.Series, codes: pd.Series | pd.DataFrame, leave_out: bool) -> tuple:
    """Check texts and codes; return the texts, their kind, yes or no for each frame, and the frames refused."""
    texts = present_texts(texts)
    if len(texts) != len(codes) or not texts.index.equals(codes.index):
        raise InputError(f"texts ({len(texts)} rows) and codes ({len(codes)} rows) must have the same index.")
    require(not texts.index.has_duplicates, "the index of texts repeats; reset it first.")
    missing = int(codes.isna().to_numpy().sum())
    require(missing == 0, f"{missing} codes are missing; leave these texts out, or code them.")
    if isinstance(codes, pd.DataFrame):
        kind, given = COLUMNS, {frame: _as_yes_no(codes[frame], frame) for frame in codes}
    elif _is_yes_no(codes):
        kind, given = YES_NO, {codes.name if codes.name is not None else "frame": _as_yes_no(codes, codes.name)}
    else:
        kind, given = LABELS, {label: (codes == label).to_numpy(dtype=bool) for label in _labels(codes)}
    few = {frame: int(min(yes.sum(), (~yes).sum())) for frame, yes in given.items()}
    few = {frame: count for frame, count in few.items() if count < FEWEST_EXAMPLES}
    refused = pd.DataFrame({"frame": list(few), "examples": list(few.values()), "needed": FEWEST_EXAMPLES})
    if few and not leave_out:
        raise InputError(_say_too_few(given, few))
    return (*_without(texts, kind, given, few), refused)


def _without(texts: pd.Series, kind: str, given: dict, few: dict) -> tuple:
    """Leave the refused frames out; the texts of a refused label go with it."""
    kept = {frame: yes for frame, yes in given.items() if frame not in few}
    fewest = 2 if kind == LABELS else 1
    require(len(kept) >= fewest, f"{len(kept)} frames have {FEWEST_EXAMPLES} examples; {fewest} are needed.")
    if kind == LABELS and few:
        stay = np.logical_or.reduce(list(kept.values()))
        return texts[stay], kind, {frame: yes[stay] for frame, yes in kept.items()}
    return texts, kind, kept


def _say_too_few(given: dict, few: dict) -> str:
    parts = []
    for frame, count in few.items():
        side = "with it" if given[frame].sum() == count else "without it"
        parts.append(f"{frame!r} has {count} texts {side}, {FEWEST_EXAMPLES - count} too few")
    return (
        f"a frame needs {FEWEST_EXAMPLES} texts with it and {FEWEST_EXAMPLES} without it: {'; '.join(parts)}. "
        "Code more texts, or set leave_out=True to train without these frames."
    )


def _labels(codes: pd.Series) -> list:
    labels = sorted({value.item() if isinstance(value, np.generic) else value for value in codes.unique()}, key=str)
    odd = [label for label in labels if not isinstance(label, str | int)]
    require(not odd, f"labels are texts or whole numbers, not {odd[:3]}.")
    require(
        2 <= len(labels) <= MOST_LABELS,
        f"codes hold {len(labels)} different labels; 2 to {MOST_LABELS} can be learned.",
    )
    return labels


def _is_yes_no(codes: pd.Series) -> bool:
    return set(codes.unique()) <= {True, False}  # 0 and 1 are equal to them


def _as_yes_no(codes: pd.Series, name: object) -> np.ndarray:
    if not _is_yes_no(codes):
        odd = [value for value in codes.unique() if value not in (True, False)][:3]
        raise InputError(f"the codes of {name!r} hold {odd}; a column of codes is True and False, or 1 and 0.")
    return codes.astype(bool).to_numpy()


def present_texts(texts: pd.Series) -> pd.Series:
    """Return texts as a Series; raises InputError if some are missing."""
    texts = texts if isinstance(texts, pd.Series) else pd.Series(list(texts), dtype="str")
    missing = int(texts.isna().sum())
    require(missing == 0, f"{missing} of {len(texts)} texts are missing; leave them out first.")
    return texts


def number_documents(texts: pd.Series, documents: pd.Series | None, folds: int) -> np.ndarray:
    """Give each text the number of its document; without `documents` every text is one."""
    if documents is None:
        return np.arange(len(texts))
    require(texts.index.isin(documents.index).all(), "documents lacks some of the texts' index.")
    numbers, names = pd.factorize(documents.loc[texts.index])
    require(bool((numbers >= 0).all()), "some texts have no document.")
    require(len(names) >= folds, f"the texts come from {len(names)} documents; {folds} are needed to test the coder.")
    return numbers
