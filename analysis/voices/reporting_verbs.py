"""Reporting verbs, grouped by what they do to the words that they announce: claimed doubts, pointed out endorses."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
import pandas as pd

from analysis.errors import InputError
from analysis.estimates import describe
from analysis.tables import check_table
from analysis.voices.cues import inflect, parse_verb
from analysis.voices.languages.rules import list_languages, load_language
from analysis.voices.languages.words_known import list_inflected
from analysis.voices.negated_speakers import is_nobody_named
from analysis.yaml_files import load_yaml

GROUPS = Path(__file__).with_name("reporting_verbs.yaml")
OTHER = "other"  # a verb of no group
TELLING = ("doubting", "endorsing", "charged")  # groups by which an outlet comments on what is said
TOLD = "definition"  # key of a group that holds no verbs
FORMED = "en"  # the language of which all forms are made by rule
INFLECTED = ("es",)  # those whose verbs stand in one form each, which their rules of quotations continue
WISH = "wish"  # what somebody wants is no report of words
DEEDS = ("object", "order")  # X backed the plan, X required them to pay: told as deeds where no group has the verb
VERBS = "verbs of saying"  # the unit of reports: two may stand in a sentence
SOURCE = "verbs grouped after Thompson 1996, Floyd 2000, White 2006"
STATUS = "read by one person on a sample"


@dataclass(frozen=True)
class VerbGroups:
    """Reporting verbs by group: definitions by the group's name, the verb and group of each form.

    endings: verbs that are given by how they begin, the longest beginning first, with the group of each.
    """

    definitions: dict[str, str]
    forms: dict[str, tuple[str, str]]
    endings: tuple[tuple[str, str], ...]

    def find(self, cue: str) -> tuple[str, str] | None:
        """Find the verb and the group of a cue in small letters; None for one of no group."""
        found = self.forms.get(cue)
        if found:
            return found
        return next(((start + "*", group) for start, group in self.endings if cue.startswith(start)), None)


@lru_cache(maxsize=4)
def load_verb_groups(path: str | Path = GROUPS) -> VerbGroups:
    """Load groups of reporting verbs: each has a definition and its verbs by language.

    Raises InputError for a group without them, and for a verb that stands in two groups.
    """
    groups = load_yaml(path, "the list of groups").entries(f"neutral: {{{TOLD}: ..., {FORMED}: [say/said]}}")
    forms: dict[str, tuple[str, str]] = {}
    endings: dict[str, str] = {}
    definitions: dict[str, str] = {}
    for group, place in groups.items():
        about = place.entries(f"{TOLD} and {FORMED}")
        if TOLD not in about:
            raise place.error("needs a definition.")
        definitions[str(group)] = about[TOLD].text()
        for language, verbs in about.items():
            for verb in verbs.texts(f"a verb of {group}") if language != TOLD else ():
                entry = parse_verb(verb) if language == FORMED else verb.text()
                _enter(entry, str(language), str(group), forms, endings, path)
    longest = sorted(endings.items(), key=lambda one: -len(one[0]))
    return VerbGroups(definitions, forms, tuple(longest))


def _enter(verb: str, language: str, group: str, forms: dict, endings: dict, path: str | Path) -> None:
    """Enter a verb in all its forms; the first group that claims a form has it, unless it is the verb itself."""
    if verb.endswith("*"):
        endings[verb[:-1]] = group
        return
    made = [(verb, verb)]
    if language == FORMED:
        made = [(f"{word} {particle}".strip(), lemma) for word, particle, lemma, _ in inflect(verb)]
    elif language in INFLECTED and " " not in verb:
        tables = load_language(list_languages()[language]).mappings["forms"]
        made = [(form, verb) for form, _ in list_inflected(verb, tables)]
    for form, lemma in made:
        known = forms.get(form)
        if known and known[0] == lemma and known[1] != group:
            raise InputError(f"{path}: the verb {lemma!r} stands in the groups {known[1]!r} and {group!r}: choose one.")
        forms.setdefault(form, (lemma, group))


def label_verbs(quotes: pd.DataFrame, groups: VerbGroups | None = None) -> pd.DataFrame:
    """Give each quotation its reporting verb and what kind of verb it is.

    quotes: cue, as `extract_quotes` gives it. groups: from `load_verb_groups`, those of the suite by default.
    Returns the quotes with verb (its base form; NA without one) and verb_group (neutral, doubting, endorsing, charged,
    speech acts, thoughts, or other for a verb of no group; NA without a verb: a colon, a turn, a speaker carried on).
    Raises InputError if the column cue is not there.
    """
    check_table(quotes, "quotes", ("cue",))
    groups = groups or load_verb_groups()
    cues = quotes["cue"].astype("str")
    said = [cue for cue in cues.dropna().unique() if re.search(r"\w", cue)]
    found = {cue: groups.find(cue) or (cue, OTHER) for cue in said}
    verb = cues.map({cue: one[0].split("/")[0] for cue, one in found.items()}).astype("str")
    return quotes.assign(verb=verb, verb_group=cues.map({cue: one[1] for cue, one in found.items()}).astype("str"))


def gather_reports(quotes: pd.DataFrame, sentences: pd.DataFrame, groups: VerbGroups | None = None) -> pd.DataFrame:
    """Gather the verbs by which texts report speech, each with its sentence: what shares of verbs are estimated from.

    All forms count but wishes (wants to go), and what is told of somebody by a verb of no group (backed the plan,
    targeted the firm), which says what they did: of "slammed the plan" the verb is the outlet's, whoever's
    the words are. Of "nobody has confirmed it" nothing was confirmed: no report. quotes: doc_id, start, speaker,
    speaker_id, speaker_start, speaker_end, cue [form]; sentences: sentence_id, doc_id, start, text [outlet].
    Returns one row a sentence, verb and speaker: unit_id, sentence_id, doc_id, [outlet], speaker, speaker_id, verb,
    verb_group, evidence (the verb as it stands there); quotations without a verb of saying, and those of which nobody
    is the speaker, are counted as left out.
    """
    check_table(quotes, "quotes", ("doc_id", "start", "speaker", "speaker_id", "speaker_start", "cue"))
    wished = quotes["form"].eq(WISH).fillna(False) if "form" in quotes else pd.Series(False, index=quotes.index)
    labelled = label_verbs(quotes[~wished], groups)
    done = labelled["form"].isin(DEEDS) & labelled["verb_group"].eq(OTHER) if "form" in labelled else False
    said = labelled[labelled["verb_group"].notna() & ~done]
    more = [name for name in ("outlet",) if name in sentences]
    found = _place_by_sentence(said.assign(evidence=said["cue"]), sentences, more)
    nobody = _mark_nobody(found)
    found = found[~nobody].drop_duplicates(["sentence_id", "evidence", "speaker_id"])
    found = found.assign(unit_id=found["sentence_id"] + ":v" + found.groupby("sentence_id").cumcount().astype("str"))
    columns = ["unit_id", "sentence_id", "doc_id", *more, "speaker", "speaker_id", "verb", "verb_group", "evidence"]
    left_out = {
        "quotations without a verb of saying": len(labelled) - len(said),
        "quotations that nobody is said to have said": int(nobody.sum()),
    }
    about = {"unit": VERBS, "source": SOURCE, "status": STATUS, "left_out": left_out}
    return describe(found[columns].reset_index(drop=True), like=sentences, **about)


def mark_denied(quotes: pd.DataFrame, sentences: pd.DataFrame) -> np.ndarray:
    """Mark the quotations of which a text says that nobody said it: nobody has confirmed it, no official admitted it.

    quotes: doc_id, start, speaker_start, speaker_end; sentences: sentence_id, doc_id, start, text. Returns one truth
    value a quotation, in their order: those that `gather_reports` leaves out for it.
    """
    return _mark_nobody(_place_by_sentence(quotes.drop(columns="sentence_id", errors="ignore"), sentences))


def _place_by_sentence(quotes: pd.DataFrame, sentences: pd.DataFrame, more: Sequence[str] = ()) -> pd.DataFrame:
    """Give quotations, in their order, the sentence where the speaker is named, by whom the verb stands.

    more: columns of sentences to be given beside sentence_id, _sentence (its text) and _begin (where it begins).
    """
    at = quotes["speaker_start"].astype("Float64").fillna(quotes["start"]).astype("int64")
    rows = quotes.assign(start=at, _row=range(len(quotes)))
    starts = sentences[["doc_id", "start", "sentence_id", "text", *more]].sort_values("start", kind="stable")
    starts = starts.rename(columns={"text": "_sentence"}).assign(_begin=starts["start"])
    found = pd.merge_asof(rows.sort_values("start", kind="stable"), starts, on="start", by="doc_id")
    return found.sort_values("_row", kind="stable")


def _mark_nobody(reports: pd.DataFrame) -> np.ndarray:
    """Mark the reports of which a text says that nobody made them: nobody has confirmed it, no official admitted it.

    reports: with _sentence, the text in which the speaker is named, _begin, where it begins, and the speaker's place.
    """
    columns = ("_sentence", "_begin", "speaker_start", "speaker_end")
    values = (reports[name].to_numpy(dtype=object, na_value=None).tolist() for name in columns)
    marked = [
        text is not None and start is not None and is_nobody_named(text[start - at : end - at], text[: start - at])
        for text, at, start, end in zip(*values, strict=True)
    ]
    return np.array(marked, dtype=bool)


def select_telling(shares: pd.DataFrame) -> pd.DataFrame:
    """Keep the shares of doubting, endorsing and charged verbs, those of most verbs first.

    shares: from estimate_shares of verb_group, by any columns. What a reader of a table needs stays: without standard
    errors and notes, which say why an interval is missing, it fits a page.
    """
    kept = shares[shares["verb_group"].isin(TELLING)].drop(columns=["se", "note"], errors="ignore")
    order = kept["verb_group"].map({name: place for place, name in enumerate(TELLING)}).astype(int)
    return (
        kept.assign(_order=order)
        .sort_values(["n", "_order"], ascending=[False, True], kind="stable")
        .drop(columns="_order")
    )
