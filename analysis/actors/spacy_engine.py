"""Names from an installed spaCy model instead of the patterns, under the same naming rules.

Optional: spaCy is not among the suite's requirements. The model finds people and organisations; countries,
capitals as governments, flags and known organisations stay with the lists, which know aliases.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from analysis.actors.findings import FoundName, find_names
from analysis.actors.labelling import label_sentence
from analysis.actors.labels import Label
from analysis.actors.lexicon import Lexicon
from analysis.errors import InputError

MODELS = ("en_core_web_lg", "en_core_web_md", "en_core_web_sm", "en_core_web_trf")
REMEDY = (
    'engine="spacy" needs the package spaCy and an English model: `pip install spacy`, then '
    '`python -m spacy download en_core_web_sm`; or use engine="patterns".'
)
LISTS = frozenset(("state", "government", "flag", "known"))
KINDS = {"PERSON": "given", "PER": "given", "ORG": "body"}


def load_model():
    """Load the largest English model installed. Raises InputError with the remedy if there is none."""
    try:
        import spacy
    except ImportError as error:
        raise InputError(REMEDY) from error
    installed = set(spacy.util.get_installed_models())
    name = next((model for model in MODELS if model in installed), None) or next(
        (model for model in sorted(installed) if model.startswith("en")), None
    )
    if name is None:
        raise InputError(f"{REMEDY} Installed models: {sorted(installed)}.")
    return spacy.load(name)


def find_names_with(
    model, document: Hashable, sentences: Iterable[tuple[int, str]], lexicon: Lexicon
) -> list[FoundName]:
    """Find the names in one document's sentences (row, text), people and organisations by the model."""
    sentences = list(sentences)
    by_row: dict[int, list[FoundName]] = {row: [] for row, _ in sentences}
    for finding in find_names(document, sentences, lexicon):
        if finding.rule in LISTS or (finding.rule == "single" and finding.labels in Label.LISTED_ACTORS):
            by_row[finding.row].append(finding)
    for (row, text), parsed in zip(sentences, model.pipe(text for _, text in sentences), strict=True):
        known = list(by_row[row])
        for entity in parsed.ents:
            rule = KINDS.get(entity.label_)
            start, end = entity.start_char, entity.end_char
            if rule and not any(start < other.end and other.start < end and other.actor for other in known):
                by_row[row].append(_finding(document, row, text[start:end], start, rule, lexicon))
    return [finding for row, _ in sentences for finding in sorted(by_row[row], key=lambda found: found.start)]


def _finding(document: Hashable, row: int, text: str, start: int, rule: str, lexicon: Lexicon) -> FoundName:
    """Turn an entity of the model into a finding."""
    labelled = label_sentence(text.replace("\n", " "), lexicon)  # a line break is no word of a name
    owner = next(
        (
            actor
            for place, label in enumerate(labelled.labels)
            if label in Label.OF_A_COUNTRY and (actor := labelled.actor(place))
        ),
        None,
    )
    words = tuple(text.split()) if rule == "given" else tuple(labelled.words)
    return FoundName(
        document,
        row,
        start,
        start + len(text),
        text,
        rule,
        labelled.labels or Label.UNKNOWN,
        words,
        owner=owner if rule == "body" else None,
    )
