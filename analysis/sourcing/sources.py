"""Sources: quotations with the role and gender of who is quoted, ready to be shared out by outlet.

Method as in the Gender Gap Tracker (Asr et al. 2021, PLoS ONE 16(1): e0245533): each person quoted in a text counts
once whatever they are called in it, those of whom nothing tells the gender are counted as unknown, never guessed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from analysis.estimates import NOT_KNOWN, describe, estimate_means
from analysis.estimates.resampling import RESAMPLES
from analysis.people.together import split_together
from analysis.sourcing.evidence import (
    DESCRIBED,
    PERSON,
    assign_reading,
    gather_evidence,
    guess_by_name,
    guess_noun,
    is_one_person,
    is_person,
    split_owned,
)
from analysis.sourcing.roles import tells_role
from analysis.tables import check_table
from analysis.texts.cleaning.languages import IN_ANOTHER
from analysis.texts.tokens import count_words_in
from analysis.voices.assign import select_speech

WOMAN, MAN, UNKNOWN = "woman", "man", "unknown"
SEXES = {"m": MAN, "f": WOMAN}
CLEAR, MOST = 0.75, 0.5  # share of the signs of a sex that must agree; of documents that more than must say a role
FEW_PRONOUNS = 2  # pronouns under which they tell nothing: one may mean somebody else
UNREAD = f"quotations {IN_ANOTHER}"  # what is counted stands in the reason: speakers are counted beside it
NAMELESS_SPEECH = "quotations without a speaker"
NO_PERSON = "of groups, bodies, papers and nameless people whose gender no word says"
ONCE = "speakers counted once a document"  # the unit of `select_speakers`
SOURCE = "Asr et al. 2021 (Gender Gap Tracker); roles after Larsen 2019"


def gather_sources(quotes: pd.DataFrame, documents: pd.DataFrame, evidence: pd.DataFrame | None = None) -> pd.DataFrame:
    """Gather the quotations of speakers, each with the role and gender of who is quoted.

    quotes, documents: of one corpus; speech alone counts (`select_speech`), of texts in English or a language that has
    a list of roles (`analysis/sourcing/languages/`), whose speaker is named or described. evidence: from
    `gather_evidence` of the whole corpus, where quotes are a part of it.
    Returns one row a quotation: doc_id, start, end, kind, speaker, speaker_id, role (a key of roles.yaml, "not
    known" if none), role_from (document; corpus, where others say it; NA), role_words, gender
    (woman, man, unknown; NA for groups, two who speak together, bodies, papers, and who has no name and no noun that
    says it), gender_from (title, given name, noun, verb, pronoun; NA),
    words, person (1 over the quotations of that speaker in that document: weighed by it, each person counts once).
    """
    check_table(quotes, "quotes", ("doc_id", "start", "end", "text", "kind", "speaker", "speaker_id"))
    check_table(documents, "documents", ("doc_id", "text"))
    documents_read = documents[assign_reading(documents) != ""]
    speech = select_speech(quotes)
    read = speech[speech["doc_id"].isin(documents_read["doc_id"])]
    named = read.dropna(subset=["speaker", "speaker_id"])
    evidence = gather_evidence(named, documents_read) if evidence is None else evidence
    columns = ["doc_id", "start", "end", "kind", "speaker", "speaker_id"]
    sources = named[columns].reset_index(drop=True)
    sources = sources.join(_assign_roles(sources, evidence)).join(_assign_genders(sources, evidence))
    each = sources.groupby(["doc_id", "speaker_id"])["start"].transform("size")
    sources = sources.assign(words=count_words_in(named["text"]).to_numpy(), person=1 / each.to_numpy(float))
    left_out = {UNREAD: len(speech) - len(read), NAMELESS_SPEECH: len(read) - len(named)}
    about = {"unit": "quotations", "source": SOURCE, "status": "read by one person on a sample", "weights": {}}
    return describe(sources, like=documents, left_out=left_out, **about)


def _assign_roles(sources: pd.DataFrame, evidence: pd.DataFrame) -> pd.DataFrame:
    """Give each quotation the role of its speaker: as its document says it, else as most other documents do.

    What a document says goes first, but for words that only say whose somebody is (somebody's son may be a senator).
    """
    keys = sources[["doc_id", "speaker_id"]]
    here = keys.merge(evidence[["doc_id", "speaker_id", "role", "words"]], on=["doc_id", "speaker_id"], how="left")
    elsewhere = keys["speaker_id"].map(_learn_roles(evidence)).astype("str")
    said = here["role"].notna() & ~(_mark_related(here) & elsewhere.notna())
    role = here["role"].where(said, elsewhere)
    begun = pd.Series("document", index=keys.index, dtype="str").where(said, "corpus")
    words = here["words"].where(said)
    return pd.DataFrame({"role": role.fillna(NOT_KNOWN), "role_from": begun.where(role.notna()), "role_words": words})


def _mark_related(evidence: pd.DataFrame) -> pd.Series:
    """Mark the rows whose words say no role of one person: the son of a baker (see `tells_role`)."""
    rows = zip(*(evidence[name].to_numpy(dtype=object, na_value="") for name in ("role", "words")), strict=True)
    return pd.Series([not tells_role(role, words) for role, words in rows], index=evidence.index, dtype=bool)


def _learn_roles(evidence: pd.DataFrame) -> pd.Series:
    """The role of each named speaker that most documents say which say one; to be somebody's wife is none."""
    named = evidence[~evidence["speaker_id"].str.startswith(DESCRIBED)].dropna(subset="role")
    related = _mark_related(named)
    public = named["speaker_id"].isin(named.loc[~related, "speaker_id"])
    named = named[~public | ~related]
    counts = named.groupby(["speaker_id", "role"], sort=True).size()
    shares = counts / counts.groupby("speaker_id").transform("sum")
    clear = shares[shares > MOST].reset_index()
    return clear.set_index("speaker_id")["role"]


def _assign_genders(sources: pd.DataFrame, evidence: pd.DataFrame) -> pd.DataFrame:
    """Give each quotation the gender of its speaker, by the surest sign that the corpus has of that person."""
    counts = evidence.drop(columns=["doc_id", "role", "words"]).groupby("speaker_id").sum().to_dict("index")
    found = {
        speaker_id: _sign_of(speaker_id, name, counts.get(speaker_id))
        for speaker_id, name in sources.drop_duplicates("speaker_id")[["speaker_id", "speaker"]].to_numpy()
    }
    pairs = sources["speaker_id"].map(found)
    return pd.DataFrame(
        {"gender": [one[0] for one in pairs], "gender_from": [one[1] for one in pairs]}, index=sources.index
    ).astype("str")


def _sign_of(speaker_id: str, name: str, counts: Mapping[str, int] | None) -> tuple[str | None, str | None]:
    """The gender of a speaker and what says it; (None, None) for a body, a group, one without a name or such a noun."""
    if split_together(name, person=speaker_id.startswith(PERSON)):
        return None, None
    if not is_person(speaker_id, name) and not (counts and counts["named"]):
        one = _clear(counts, "one_m", "one_f", 1)
        sex = one or (guess_noun(split_owned(name)) if is_one_person(name) else "")
        return (SEXES[sex], "noun") if sex else (None, None)
    by_name = guess_by_name(name)
    for sign, sex in (
        ("title", _clear(counts, "title_m", "title_f", 1)),
        ("given name", _clear(counts, "name_m", "name_f", 1) or by_name),
        ("noun", _clear(counts, "noun_m", "noun_f", 1)),
        ("verb", _clear(counts, "verb_m", "verb_f", 1)),
        ("pronoun", _clear(counts, "he", "she", FEW_PRONOUNS)),
    ):
        if sex:
            return SEXES[sex], sign
    return UNKNOWN, None


def _clear(counts: Mapping[str, int] | None, men: str, women: str, fewest: int) -> str:
    """The sex that signs of one kind agree on, "" where they are too few or do not."""
    he, she = (0, 0) if counts is None else (int(counts[men]), int(counts[women]))
    if he + she < fewest or max(he, she) < CLEAR * (he + she):
        return ""
    return "m" if he > she else "f"


def select_speakers(sources: pd.DataFrame) -> pd.DataFrame:
    """Keep the first quotation of each speaker in each document: whoever is quoted often counts once a document.

    sources: from `gather_sources`. What is estimated from it counts speakers, so that numbers and shares agree.
    """
    kept = sources.drop_duplicates(["doc_id", "speaker_id"])
    return describe(kept, unit=ONCE)


def select_people(sources: pd.DataFrame) -> pd.DataFrame:
    """Keep the quotations of people who have a name, or a noun that says their gender (a spokeswoman); count the rest.

    sources: from `gather_sources`. The rest are groups, bodies, papers and single people without a name (an official).
    """
    kept = sources["gender"].notna()
    return describe(sources[kept], left_out={NO_PERSON: int((~kept).sum())})


def _share_spoken(people: pd.DataFrame, spoken: pd.DataFrame) -> pd.Series:
    """Give each speaker's words in a document to their quotations there, in equal parts."""
    keys = ["doc_id", "speaker"]
    sums = spoken.groupby(keys)["words"].sum().rename("said").reset_index()
    said = people[keys].merge(sums, on=keys, how="left")["said"].fillna(0).set_axis(people.index)
    return said / people.groupby(keys)["speaker"].transform("size")


def estimate_women(
    sources: pd.DataFrame, by: str | Sequence[str] = (), resamples: int = RESAMPLES, seed: int = 0
) -> pd.DataFrame:
    """Estimate the share of women among the people quoted whose gender is known, each counted once a document.

    sources: from `gather_sources`, with the columns of `by`. Returns as `estimate_means`: estimate, low, high, n
    (people, each as often as documents quote them), documents.
    """
    people = select_people(select_speakers(sources))
    known = people[people["gender"] != UNKNOWN]
    known = describe(known, left_out={"of unknown gender": len(people) - len(known)})
    marked = known.assign(women=(known["gender"] == WOMAN).astype(float))
    return estimate_means(marked, "women", by=by, resamples=resamples, seed=seed)


def join_roles(reports: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """Give each verb of saying the role of whom it reports; reports: from `gather_reports`; sources: `gather_sources`.

    Verbs that report nobody named, or what is in another language, have the role "not known".
    """
    keys = ["doc_id", "speaker_id"]
    roles = sources[[*keys, "role"]].drop_duplicates(keys)
    joined = reports.merge(roles, on=keys, how="left")
    return describe(joined.assign(role=joined["role"].fillna(NOT_KNOWN)), like=reports)


def count_gender_bounds(sources: pd.DataFrame, spoken: pd.DataFrame | None = None) -> pd.DataFrame:
    """Count the quoted people by gender, with what the share of women could be at least and at most.

    sources: from `gather_sources`; spoken: from `count_spoken`: a speaker's words in a document are counted as there
    (and in the table of speakers), without it those of the quotations. Returns one row a way of counting (people;
    people once a document; quotations; words): women, men, unknown (rounded), share (of women among those known), least
    and most (were all unknown men, or women). Who has no name (a spokeswoman) is another person in each document.
    """
    people = select_people(sources)
    ones, once = pd.Series(1.0, index=people.index), people.drop_duplicates(["doc_id", "speaker_id"])
    unnamed = once["gender_from"].eq("noun") & once["speaker_id"].str.startswith(DESCRIBED)
    each = once[unnamed | ~once["speaker_id"].duplicated()]
    ways = {
        "people": ones[each.index],
        "people once a document": ones[once.index],
        "quotations": ones,
        "words": people["words"] if spoken is None else _share_spoken(people, spoken),
    }
    rows = []
    for counted, weights in ways.items():
        sums = weights.groupby(people["gender"]).sum()
        women, men, unknown = (float(sums.get(key, 0)) for key in (WOMAN, MAN, UNKNOWN))
        known, everybody = women + men, women + men + unknown
        ends = (women / everybody, (women + unknown) / everybody) if everybody else (np.nan, np.nan)
        share = women / known if known else np.nan
        rows.append((counted, round(women), round(men), round(unknown), share, *ends))
    columns = ["counted", "women", "men", "unknown", "share", "least", "most"]
    return describe(pd.DataFrame(rows, columns=columns), like=people)
