"""All tidy tables of a corpus, complete, part by part: a corpus larger than the memory is written like any other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import pandas as pd

from analysis.corpus import Corpus
from analysis.data.codes import tabulate_frame_codes, tabulate_frames, tabulate_sentiment_codes, tabulate_topic_codes
from analysis.data.dictionary import load_dictionary
from analysis.data.growing import GrowingFile
from analysis.data.labelled import ENDINGS, make_labelled
from analysis.data.source_codes import gather_source_evidence, tabulate_source_codes
from analysis.data.units import tabulate_corpus
from analysis.data.written import labels_of_values, mask_unshown, write_dictionary
from analysis.disk import made_folder, written
from analysis.errors import require, unknown
from analysis.frames.codebooks import Codebook, load_codebook
from analysis.frames.instruments import METHODS, code_with, rate_with
from analysis.paths import check_apart
from analysis.scratch import scratch_folder
from analysis.sentiment import score_sentences, summarise_documents
from analysis.sentiment.targets import score_mentions
from analysis.topics import fit_topics, tabulate_weights
from analysis.voices.marked_words import find_marked_words
from analysis.words.units import gather_units

FORMS = ("csv", "parquet", "spss", "stata")
STANDARD = ("csv", "parquet")
Tables = Mapping[str, pd.DataFrame]


def write_whole(
    corpus: Corpus,
    folder: Path,
    forms: Sequence[str] = STANDARD,
    codebooks: Sequence[str | Path] = ("generic",),
    seed: int = 0,
    say: Callable[[str], None] = print,
) -> None:
    """Write every tidy table of a corpus into a folder, whole, in the forms named, with dictionary.csv and .md.

    codebooks: names or paths; each frame's rows name theirs. Measured part by part, topics of the whole at once. say:
    is told each file with its rows. Files of the same names are replaced when all is done.
    Raises InputError for a form or a codebook that is not known, for two codebooks of one name, and for a folder within
    the one that the texts came from.
    """
    for form in forms:
        if form not in FORMS:
            raise unknown("form", form, FORMS)
    books = [load_codebook(name) for name in codebooks]
    names = [book.name for book in books]
    require(len(set(names)) == len(names), f"codebooks={names} name one twice: give each codebook a name of its own.")
    check_apart(folder, corpus)
    with written(folder), made_folder(folder), scratch_folder("data", str(folder)) as scratch:  # moved in one step
        staging = scratch / "tables"
        staging.mkdir()
        files = _write_tables(corpus, staging, books, seed, csv="csv" in forms)
        notes = _write_labelled(files, [form for form in forms if form in ENDINGS])
        if "parquet" not in forms:
            for file in files.values():
                file.parquet.unlink()
        about = load_dictionary() | {name: file.about for name, file in files.items()}
        write_dictionary(staging, list(about.values()), notes)
        for path in sorted(staging.iterdir()):
            path.replace(folder / path.name)
        for name, file in files.items():
            say(f"{name}: {file.rows:,} {'row' if file.rows == 1 else 'rows'}")


def _write_tables(
    corpus: Corpus, staging: Path, books: Sequence[Codebook], seed: int, csv: bool
) -> dict[str, GrowingFile]:
    about = load_dictionary()
    about |= {"documents": about["documents"].with_further(corpus.documents[corpus.further])}
    files: dict[str, GrowingFile] = {}
    try:
        for tables in _measure_parts(corpus, books, seed):
            for name, table in tables.items():
                if name not in files:
                    files[name] = GrowingFile(staging, about[name], csv)
                files[name].add(table, mask_unshown)
        for file in files.values():
            file.close()
    except BaseException:
        for file in files.values():
            file.give_up()
        raise
    return {name: files[name] for name in about if name in files}


def _measure_parts(corpus: Corpus, books: Sequence[Codebook], seed: int) -> Iterator[Tables]:
    """Give the tables of each part in turn, then what is of the whole: topics, frames' names."""
    evidence = corpus.map(gather_source_evidence)  # a role may stand in another part
    for part in corpus.parts():
        yield tabulate_corpus(part, hashed=True)
        yield tabulate_source_codes(part, _mark_part(part), evidence=evidence)
        scored = score_sentences(part.sentences)
        summary = summarise_documents(scored, part.documents)
        toned = score_mentions(part.mentions, part.sentences)
        yield tabulate_sentiment_codes(scored, summary, toned, part.mentions)
        for book in books:
            codes = tabulate_frame_codes(book, *_code_part(part, book), whole=True)
            yield {name: table for name, table in codes.items() if name != "frames"}
    for book in books:
        yield {"frames": tabulate_frames(book)}
    units = gather_units(corpus.sentences)
    model = fit_topics(units["text"], documents=units["doc_id"], seed=seed)
    yield tabulate_topic_codes(model, tabulate_weights(model, units))


def _mark_part(part: Corpus) -> pd.DataFrame:
    return find_marked_words(part.documents, part.quotes, part.sentences)


def _code_part(part: Corpus, book: Codebook) -> tuple[dict[str, pd.DataFrame], pd.DataFrame]:
    sentences = part.sentences[["sentence_id", "doc_id", "text", "language"]]
    coded = {method: code_with(sentences, book, method) for method in METHODS}
    return coded, rate_with(part.documents, book, sentences=part.sentences)


def _write_labelled(files: Mapping[str, GrowingFile], forms: Sequence[str]) -> dict[tuple[str, str], str]:
    """Write the tables for SPSS and Stata; returns what the dictionary must say of their columns."""
    notes: dict[tuple[str, str], str] = {}
    if not forms:
        return notes
    labels = labels_of_values({name: files[name].load() for name in ("frames", "topics") if name in files})
    for name, file in files.items():
        table = file.load()
        for form in forms:
            labelled = make_labelled(table, file.about, form, labels)
            labelled.write(file.parquet.with_suffix(ENDINGS[form]))
            for column, text in labelled.tell().items():
                notes[name, column] = " ".join(part for part in (notes.get((name, column), ""), text) if part)
    return notes
