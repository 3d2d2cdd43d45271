"""How a text speaks, whatever it is about: persons, modal verbs, tenses, questions, quotations, numbers.

Closed classes of English words and marks, as in stylometry and in Pennebaker's count of function words
(Tausczik & Pennebaker 2010): a story told of one woman has "she" and "her", one about a market has "%" and "$".
"""

from __future__ import annotations

from collections import Counter
from itertools import chain

import numpy as np

from analysis.texts.characters import straighten
from analysis.texts.tokens import Cuts, is_word, split_tokens

CLASSES = {
    "I": "i me my mine myself",
    "we": "we us our ours ourselves",
    "you": "you your yours",
    "she": "she her hers herself",
    "he": "he him his himself",
    "they": "they them their theirs",
    "denial": "not no never nor neither cannot n't",
    "duty": "should must ought need",
    "possibility": "could would may might can",
    "future": "will shall",
    "past": "was were had did",
    "present": "is are has do does",
    "who": "who whose whom",
    "speech": "said says say told asked",
    "contrast": "but however although though yet despite",
    "reason": "because so therefore since thus",
    "question": "why how what ?",
    "exclamation": "!",
    "quotation": '"',
    "money": "$ € £ %",
    "number": "0",
}
ENOUGH = 100  # tokens by which a style is half known
NAMES = [*CLASSES, "different words", "letters a word"]
_MARKS = frozenset('?!"$€£%')
_CLASS = {word: place for place, words in enumerate(CLASSES.values()) for word in words.split()}


def describe_style(texts: list[str]) -> tuple[np.ndarray, np.ndarray]:
    """Describe each text: the root of each class's share of its tokens, the variety and the length of its words.

    Returns (texts, NAMES) and how far each row is to be trusted, 0 to 1: a headline's dozen tokens say little.
    """
    tokens = [[*chain.from_iterable(map(_cuts.__getitem__, split_tokens(straighten(text).lower())))] for text in texts]
    sizes = np.array([len(each) for each in tokens], dtype=float)
    described = np.array([_describe(each) for each in tokens]).reshape(len(texts), len(NAMES))
    return described, sizes / (sizes + ENOUGH)


def _cut(token: str) -> tuple[str, ...]:
    """Cut a token of texts.tokens: a number is one, other words end at hyphens; of marks those of _MARKS count."""
    if is_word(token):
        return (token,) if token[0].isdigit() else tuple(part for part in token.split("-") if part)
    return (token,) if token in _MARKS else ()


_cuts = Cuts(_cut)


def _describe(tokens: list[str]) -> np.ndarray:
    counts = np.zeros(len(CLASSES))
    for token, count in Counter(tokens).items():
        word = "0" if token[0].isdigit() else "n't" if token.endswith("n't") else token.split("'")[0]
        if word in _CLASS:
            counts[_CLASS[word]] += count
    total = max(len(tokens), 1)
    letters = sum(map(len, tokens)) / total
    return np.concatenate([np.sqrt(counts / total), [len(set(tokens)) / np.sqrt(total), letters]])
