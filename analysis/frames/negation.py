"""Whether a word of a codebook is denied: "no war", "without blame", and not "not only a war", "no doubt", "if not"."""

from __future__ import annotations

NEGATORS = frozenset(
    ("not", "no", "never", "nor", "neither", "none", "nobody", "nothing", "without", "cannot", "hardly", "barely")
)
REACH = 3  # words between a negator and what it negates, at most
LIMITS = frozenset(("only", "just", "merely", "simply", "solely", "purely", "least", "exclusively", "mere"))
AFTER = {  # words after a negator with which it denies nothing
    "not": LIMITS | {"to"},  # "not to mention a war"; "not to blame" is told apart below
    "never": LIMITS,  # "never only about money"; "never simply a war"
    "no": frozenset(("doubt", "doubts", "wonder", "question", "less", "fewer", "surprise", "secret", "mere")),
    "without": frozenset(("doubt", "question", "exception", "fail")),
    "nothing": frozenset(("but", "less", "short")),
    "none": frozenset(("other",)),
}
BEFORE = {"not": frozenset(("if", "or", "why")), "no": frozenset(("or",))}  # "if not war, then crisis"; "war or not"
TWICE = frozenset(("not", "never"))  # before another negator: "not without conflict" affirms it
ENDS = frozenset(("but", "yet", "although", "though", "because", "rather", "instead"))  # what follows is another matter


def is_negated(tokens: list[str], place: int) -> bool:
    """Whether a negator stands before the token at a place, at most three words off, and denies it.

    tokens: folded words and marks, as `cut_text` gives them.
    """
    for at in range(place - 1, max(-1, place - REACH - 1), -1):
        token = tokens[at]
        if not token[0].isalnum() or token in ENDS:
            return False
        if token in NEGATORS or token.endswith("n't"):
            return _denies(tokens, at, place)
    return False


def _denies(tokens: list[str], at: int, place: int) -> bool:
    """Whether the negator at a place denies what follows it."""
    negator = "not" if tokens[at].endswith("n't") or tokens[at] == "cannot" else tokens[at]
    before = tokens[at - 1] if at else ""
    following = tokens[at + 1 : place]
    if before in BEFORE.get(negator, ()) or (before in TWICE and negator != "not"):
        return False
    if following[:2] in (["a", "doubt"], ["a", "question"]) and negator == "without":
        return False
    if following[:2] == ["to", "mention"] or following[:1] == ["to"]:
        return following[:2] != ["to", "mention"]
    if negator in TWICE and LIMITS.intersection(following) - {"least"}:  # "not about just money", "never been only"
        return False
    return not (following and following[0] in AFTER.get(negator, ()))
