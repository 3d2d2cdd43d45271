"""Sentences of a story that begin like furniture: "Join us, the mayor said.", "Copyright 2024 was the name of the law."

A line is one if it ends as a sentence does and names who says it behind a comma, or has a finite verb of its own; what
a site says of itself, of its pages and to its readers has verbs too, and is none.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import yaml

VERBS = Path(__file__).with_name("told.yaml")
_END = re.compile(r"[.!?…]['\")\]»]*$")
_DETERMINER = (
    r"the|an?|one|his|her|their|our|its|some|many|several|two|three|another|every|he|she|they|i|we|"
    r"der|die|das|den|dem|ein|eine|einer|er|sie|es|ihr|sein|seine|man|"
    r"le|la|les|l'|un|une|il|elle|ils|elles|on|son|sa|ses|a|ont|el|los|las|ella|ellos|su|sus|он|она|они|мы|его|её|их|по"
)
_NAMED = r"(?-i:[A-ZÀ-ÞА-ЯЁІЇЄҐ])[\w'.-]*"
_WORD = r"[\w'-]+"
_LABEL = re.compile(r"(?:image|media|video|photo) (?:caption|source|copyright)", re.IGNORECASE)
_LABELLED = re.compile(r"\w+(?: \w+){0,3} ?: ?['\"]?(?-i:[A-ZÀ-ÞА-ЯЁІЇЄҐ0-9@]|https?:)")
_FINITE = re.compile(
    r"\b(?:is|are|was|were|will|would|had|has|have|can|could|did|does|may|might|must|should|"
    r"ist|sind|war|waren|wird|werden|wurde|wurden|hat|haben|hatte|hatten|kann|muss|steht|"
    r"est|sont|était|étaient|sera|seront|fut|avait|avaient|était|doit|peut|"
    r"es|son|era|eran|fue|fueron|será|serán|está|están|había|tiene|puede|debe|"
    r"был|была|было|были|будет|будут|стал|стала|стало|стали|является|являются|может|могут)\b",
    re.IGNORECASE,
)
_OF_THE_PAGE = re.compile(
    r"\b(?:you|your|yours|us|our|ours|we|me|my|site|website|page|articles?|story|stories|posts?|"
    r"comments?|reporting|report|newsletters?|e-?mails?|address|inbox|app|cookies?|browser|javascript|content|"
    r"rights|reserved|permission|prohibited|licen[sc]ed?|"
    r"reproduc\w+|republish\w*|fields?|captcha|advertisements?|getty|reuters|available|supported|updated|"
    r"вы|вас|вам|ваш\w*|мы|нас|нам|наш\w*|сайт\w*|материал\w*|стать\w+|комментари\w*|cookie|права|перепечатк\w*|"
    r"sie|ihr\w*|uns\w*|wir|artikel\w*|seite|rechte|kommentar\w*|vous|votre|vos|nous|notre|nos|article|droits|"
    r"commentaires?|usted|tu|su|nuestr\w+|artículo|derechos|comentarios?)\b|©|\(c\)|@|https?:|www\.",
    re.IGNORECASE,
)


@cache
def _told() -> re.Pattern[str]:
    """Who speaks and the verb, in either order, behind a comma or the end of what is said."""
    words = " ".join(yaml.safe_load(VERBS.read_text("utf-8")).values()).split()
    verb = "(?:" + "|".join(word.replace("*", r"\w*") for word in words) + ")"
    who = rf"(?:(?:{_DETERMINER})\b ?(?:{_WORD} ){{0,5}}?|(?:{_NAMED} ){{1,5}})"
    after = rf"(?:(?:{_DETERMINER})\b|{_NAMED}|[а-яёії]{{3,}})"
    return re.compile(rf"[,!?…][\"')]* (?:{who}{verb}\b|{verb}(?:-| ){after})", re.IGNORECASE)


def is_sentence_of_a_story(text: str) -> bool:
    """Whether a line that begins like furniture is a sentence that somebody says or that has a verb of its own."""
    if not _END.search(text) or " " not in text or _LABEL.match(text):
        return False
    if _told().search(text):
        return True
    return bool(_FINITE.search(text)) and not _LABELLED.match(text) and not _OF_THE_PAGE.search(text)
