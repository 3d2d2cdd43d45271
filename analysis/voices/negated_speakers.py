"""Subjects by which a text says that nobody speaks: nobody, no official, niemand, aucun responsable, никто."""

from __future__ import annotations

import re

PRONOUNS = (
    "nobody|no one|noone|none|nothing|neither|niemand|keine[rs]?|nichts|personne|rien|nadie|nada|"
    "никто|ничто|ніхто|ніщо|ешкім"
)
DETERMINERS = (
    "no|neither|kein(?:e[mnrs]?)?|aucune?|nul(?:le)?|ningún|ninguna|ninguno|никакой|никакая|ни один|ни одна|"
    "жоден|жодна|жодний|жодне|ешбір|ешқандай"
)
# no. 10, no 10 and no fewer than ten are somebody, and so are none other than X and whoever leaves no doubt
COUNTED = r"(?!\.| ?\d| (?:fewer|less|more|doubt|matter|other) )"
NOBODY = re.compile(rf"(?:{PRONOUNS})(?!\w)(?! other than)(?:$| .*)|(?:{DETERMINERS})(?!\w){COUNTED} .+", re.IGNORECASE)
# what stands right before those of whom it denies that they speak: neither Lund nor Roth, hardly anybody, ни один
DENYING = re.compile(
    r"(?:^|[^\w])(?:no|neither|none of|hardly|scarcely|barely|ни|ні|weder|kaum|ni|à peine|apenas) (?:the )?$",
    re.IGNORECASE,
)
BEFORE = 20  # characters before a subject in which such a word stands


def is_nobody_named(phrase: str, before: str = "") -> bool:
    """Whether a subject says that nobody speaks; before: the text right before it (neither | Lund nor Roth)."""
    return bool(NOBODY.fullmatch(phrase) or DENYING.search(before[-BEFORE:]))
