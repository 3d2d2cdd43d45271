"""How much each voice says, who is quoted most, and whom they speak of: counts of words, by sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
import pandas as pd

from analysis.estimates import add_basis, describe, estimate_shares, names_of
from analysis.estimates.behind import record_units
from analysis.estimates.groups import weights_of
from analysis.estimates.intervals import mark_few
from analysis.estimates.resampling import RESAMPLES
from analysis.given import check_whole
from analysis.tables import check_table
from analysis.texts.cleaning.languages import IN_ANOTHER, assign_languages, mark_language
from analysis.texts.tokens import count_words_in
from analysis.voices.assign import select_speech, split_quoted
from analysis.voices.languages.rules import list_languages
from analysis.voices.negated_speakers import is_nobody_named

KINDS = ("direct", "indirect", "turn")
OWN, NAMELESS, OTHERS = "outlet's own words", "speaker not named", "other speakers"
ANYBODY = re.compile(  # who is called so is somebody else in every text: some, both sides, his staff
    r"some|others|some others|many|many others|most|few|several|someone|somebody|people|some people|many people|"
    r"(?:(?:both|all|the two) )?sides|(?:his|her|its|their|our|my|your) .+",
    re.IGNORECASE,
)


def count_spoken(sentences: pd.DataFrame, quotes: pd.DataFrame | None = None) -> pd.DataFrame:
    """Count the words of each voice in each sentence; a sentence of mixed voice gives to both.

    sentences: sentence_id, doc_id, text, voice, speaker, quoted and any columns more. Verbs of saying are known in
    English and the languages of `voices.languages`: sentences in another language are left out and counted, or all
    they report would be the outlet's.
    quotes: those of the same documents (with the sentences' start and end), so that a sentence in which two speak
    gives to each what they say; without them all that is quoted in it is theirs who say most (quoted_speaker).
    Returns one row a sentence and voice, or speaker, with words above 0: the columns of the sentences, with voice (of
    these words; speech in a forwarded post is forwarded), speaker (who says these words; NA for the outlet's, and
    where nobody is named, or nobody in particular: some, his staff), who (the speaker, "speaker not named", "outlet's
    own words", or the channel forwarded from, where the column forwarded_from is there) and words (a fraction where a
    sentence is mixed: its words times its quoted share).
    """
    check_table(sentences, "sentences", ("sentence_id", "doc_id", "text", "voice", "speaker", "quoted"))
    everything = sentences
    sentences = sentences[_mark_heard(sentences)]
    words = count_words_in(sentences["text"]).astype(float)
    forwarded = sentences["voice"] == "forwarded"
    channel = sentences["forwarded_from"] if "forwarded_from" in sentences else pd.Series(pd.NA, index=sentences.index)
    parts = _split_speakers(sentences, quotes)
    spoken = sentences.assign(
        words=words * sentences["quoted"], voice=forwarded.map({True: "forwarded", False: "speaker"})
    ).iloc[parts["place"].to_numpy()]
    speaker = keep_particular(parts["speaker"].set_axis(spoken.index))
    spoken = spoken.assign(words=spoken["words"] * parts["part"].to_numpy(), speaker=speaker)
    spoken = spoken.assign(who=speaker.fillna(NAMELESS))
    rest = sentences.assign(
        words=words * (1 - sentences["quoted"]),
        voice=forwarded.map({True: "forwarded", False: "outlet"}),
        speaker=pd.Series(pd.NA, index=sentences.index, dtype="str"),
        who=channel.where(forwarded).fillna(OWN),
    )
    both = pd.concat([spoken, rest]).sort_index(kind="stable")
    left_out = {IN_ANOTHER: len(everything) - len(sentences), "without a word": int((words == 0).sum())}
    both = both[both["words"] > 0].reset_index(drop=True)
    return describe(both, like=everything, left_out=left_out, unit="sentences")


def keep_particular(speakers: pd.Series) -> pd.Series:
    """Keep the names of speakers who can be told from others; NA for some, others, both sides, his staff and nobody.

    Such words mean other people in each text: added up over texts they would rank beside persons.
    """
    names = speakers.dropna().unique()
    anybody = [name for name in names if ANYBODY.fullmatch(name) or is_nobody_named(name)]
    return speakers.mask(speakers.isin(anybody)) if anybody else speakers


def _mark_heard(sentences: pd.DataFrame) -> np.ndarray:
    """Say which sentences are in a language whose verbs of saying are known."""
    heard = mark_language(sentences)
    others = ~heard
    if others.any():
        heard[others] = assign_languages(sentences[others]).isin(list_languages()).to_numpy(dtype=bool)
    return heard


def _split_speakers(sentences: pd.DataFrame, quotes: pd.DataFrame | None) -> pd.DataFrame:
    """Say who speaks in each sentence, and what part of what is quoted in it is theirs: place, speaker, part."""
    if quotes is not None:
        return split_quoted(sentences, select_speech(quotes))
    speaker = sentences["quoted_speaker" if "quoted_speaker" in sentences else "speaker"].astype("str")
    return pd.DataFrame({"place": range(len(sentences)), "speaker": speaker.array, "part": 1.0})


def tabulate_speakers(quotes: pd.DataFrame, spoken: pd.DataFrame) -> pd.DataFrame:
    """Count each speaker's words, and their quotations by kind; those of most words first, the nameless last.

    quotes: doc_id, text, kind, speaker [form]; what the outlet tells of somebody (`select_speech`) is no quotation.
    spoken: from count_spoken, of the same documents. Returns one row a speaker: speaker, words (as voices and the
    shares of speakers have them, to the nearest whole one), direct, indirect, turn (quotations of that kind),
    documents (with these words). Words and quotations of nobody named are the row "speaker not named".
    """
    check_table(quotes, "quotes", ("doc_id", "text", "kind", "speaker"))
    said = spoken[spoken["speaker"].notna() | (spoken["who"] == NAMELESS)]
    said = said.assign(words=weights_of(said, "words"), speaker=said["who"])
    speech = select_speech(quotes[quotes["doc_id"].isin(spoken["doc_id"])])
    names = keep_particular(speech["speaker"]).fillna(NAMELESS)
    speech = speech.assign(speaker=names, words=count_words_in(speech["text"]))
    sums = said.groupby("speaker").agg(words=("words", "sum"), documents=("doc_id", "nunique"))
    kinds = [(speech["kind"] == kind).groupby(speech["speaker"]).sum().rename(kind) for kind in KINDS]
    kinds = [counts.reindex(sums.index, fill_value=0) for counts in kinds]
    table = pd.concat([sums["words"].round().astype(int), *kinds, sums["documents"]], axis=1).reset_index()
    cells = {"words": None} | {kind: ("kind", kind) for kind in KINDS}
    behind = record_units(speech, ["speaker"], weight="words", cells=cells)
    ranked = table.assign(nameless=table["speaker"] == NAMELESS)
    ranked = ranked.sort_values(["nameless", "words", "speaker"], ascending=[True, False, True], ignore_index=True)
    return describe(ranked.drop(columns="nameless"), behind=behind)


def estimate_speakers(
    spoken: pd.DataFrame, names: Sequence[str] | None = None, resamples: int = RESAMPLES, seed: int = 0
) -> pd.DataFrame:
    """Estimate each speaker's share of the words that are given to speakers.

    spoken: from count_spoken. names: the speakers whose shares are wanted, all by default: an interval for each of
    80,000 takes a minute. Returns as estimate_shares of who, with documents those in which the speaker stands:
    one who stands in fewer than five has no interval, however many documents the words of all come from.
    """
    speech = spoken[spoken["speaker"].notna()]
    if names is not None:
        shares = estimate_speakers(join_others(speech, names), resamples=resamples, seed=seed)
        return shares[shares["who"].isin(list(names))].reset_index(drop=True)
    shares = estimate_shares(speech, of="who", weight="words", resamples=resamples, seed=seed)
    documents = speech.groupby("who")["doc_id"].nunique().reindex(shares["who"], fill_value=0)
    return mark_few(shares.assign(documents=documents.to_numpy()))


def join_others(spoken: pd.DataFrame, names: Sequence[str]) -> pd.DataFrame:
    """Count all speakers but some as one: shares of those stay what they are, and nothing is drawn for the rest."""
    return spoken.assign(who=spoken["who"].where(spoken["who"].isin(list(names)), OTHERS))


def pick_speakers(spoken: pd.DataFrame, n_speakers: int = 12, fewest: int = 3) -> list[str]:
    """Name the n_speakers of most words, those with `fewest` sentences or more, the nameless left out.

    Raises InputError for a number that is none: the arguments are called as the parameters of the notebook are.
    """
    n_speakers = check_whole(n_speakers, "n_speakers", 1, "speakers")
    fewest = check_whole(fewest, "fewest", 1, "sentences")
    named = spoken[spoken["speaker"].notna()]
    named = named.assign(words=weights_of(named, "words"))  # ranked as the shares are
    sums = named.groupby("who").agg(words=("words", "sum"), sentences=("sentence_id", "nunique"))
    kept = sums[sums["sentences"] >= fewest].reset_index()
    return kept.sort_values(["words", "who"], ascending=[False, True])["who"].head(n_speakers).tolist()


def pair_speakers(mentions: pd.DataFrame, quotes: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """Pair each speaker with the actors whom their own words name.

    mentions: sentence_id, start, end, actor_id, actor, kind; quotes: doc_id, start, end, speaker, speaker_id [form];
    sentences: sentence_id, doc_id, start. A mention counts where it stands inside a quotation, so that the words
    that name the speaker ("..., Trump said") do not; a speaker who names themselves is not paired.
    Returns one row a speaker and actor: speaker_id, speaker, actor_id, actor, kind, sentences, documents. Most
    sentences first.
    """
    check_table(quotes, "quotes", ("doc_id", "start", "end", "speaker", "speaker_id"))
    check_table(mentions, "mentions", ("sentence_id", "start", "end", "actor_id", "actor", "kind"))
    begins = sentences[["sentence_id", "doc_id", "start"]].rename(columns={"start": "begins"})
    placed = mentions.drop(columns="doc_id", errors="ignore").merge(begins, on="sentence_id")
    placed = placed.assign(at=placed["begins"] + placed["start"], until=placed["begins"] + placed["end"])
    speech = select_speech(quotes.dropna(subset="speaker_id"))[["doc_id", "start", "end", "speaker", "speaker_id"]]
    inside = pd.merge_asof(
        placed.sort_values("at").drop(columns=["start", "end"]),
        speech.sort_values("start"),
        left_on="at",
        right_on="start",
        by="doc_id",
    )
    pairs = inside[(inside["until"] <= inside["end"]) & (inside["actor_id"] != inside["speaker_id"])]
    counted = pairs.groupby(["speaker_id", "speaker", "actor_id", "actor", "kind"], as_index=False).agg(
        sentences=("sentence_id", "nunique"), documents=("doc_id", "nunique")
    )
    counted = counted.sort_values(["sentences", "speaker", "actor"], ascending=[False, True, True], ignore_index=True)
    named = pairs.drop(columns=["start", "end"]).rename(columns={"text": "mention"})
    named = named.drop_duplicates(["speaker_id", "actor_id", "sentence_id"])
    behind = record_units(named, ["speaker_id", "actor_id"], cells={"sentences": None})
    about = describe(pairs, like=sentences)
    return add_basis(counted, about, interval=False, unit="sentences of speakers on actors", behind=behind)


def keep_who(table: pd.DataFrame, names: list[str], own: bool = False, column: str = "who") -> pd.DataFrame:
    """Keep the rows of these speakers, in this order; with `own`, the outlet's own words first.

    table: sentences to be estimated (the column becomes a categorical one, so that estimates keep the order, and the
    sentences of others are counted as left out), or an estimate itself, which goes on resting on all of them.
    """
    order = [*([OWN] if own else []), *names]
    kept = table[table[column].isin(order)]
    kept = kept.assign(**{column: pd.Categorical(kept[column], categories=order)})
    others = {"of others only": names_of(table).nunique() - names_of(kept).nunique()} if "sentence_id" in table else {}
    return describe(kept.sort_values(column, kind="stable", ignore_index=True), left_out=others)


def reference_voice(sentences: pd.DataFrame) -> str | None:
    """Name the voice that the others are set against: the outlet's, or None where no sentence is its own."""
    return "outlet" if (sentences["voice"] == "outlet").any() else None
