"""Ten thousand broken documents through reading and every measure: none raises, none is lost, none takes long."""

import resource
import time
from pathlib import Path

import pandas as pd
import pytest
from measures import MEASURES, load_files, load_texts
from mutated import make_document

from analysis.errors import InputError
from analysis.frames import code_frames
from analysis.sentiment import score_sentences
from analysis.texts.readers import load_pages
from analysis.texts.sentences import split_sentences
from analysis.voices import extract_quotes

DOCUMENTS, BATCH = 10_000, 250
SECONDS, MEGABYTES = 2.0, 500  # of one document in one measure, by the processor's clock; more than was used before
OF_ALL = ["speaker", "speaker_id"]
BY_THEMSELVES = {  # what a document gives whatever stands beside it
    "sentences": lambda documents: split_sentences(documents),
    "quotes": lambda documents: extract_quotes(documents),
    "words": lambda documents: code_frames(split_sentences(documents)),
    "sentiment": lambda documents: score_sentences(split_sentences(documents)),
}


def megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def warm_up() -> None:
    """Load what is loaded once: models, lists."""
    corpus = load_texts(["The council met on Monday, said Ann Lee. “We win,” she told Bob Ray."] * 12)
    for measure in MEASURES.values():
        measure(corpus)


def write_batch(folder: Path, seeds: range) -> list[Path]:
    """Write the documents of some seeds as files."""
    paths = []
    for seed in seeds:
        name, data = make_document(seed)
        paths.append(folder / name)
        paths[-1].write_bytes(data)
    return paths


def check_pages(pages: pd.DataFrame, corpus) -> None:
    """Every character of every page that was read is in exactly one span or one removed row."""
    spans = corpus.spans[["source", "source_start", "source_end"]].set_axis(["source", "start", "end"], axis=1)
    runs = pd.concat([spans, corpus.removed[["source", "start", "end"]]]).sort_values(["source", "start", "end"])
    by_source = dict(iter(runs.groupby("source")))
    for source, text in zip(pages["source"], pages["text"], strict=True):
        rows = by_source.get(source)
        places = [] if rows is None else list(zip(rows["start"], rows["end"], strict=True))
        reached = 0
        for start, end in places:
            assert start == reached, f"{source}: {reached} to {start} is lost or taken twice"
            reached = end
        assert reached == len(text), f"{source}: {reached} of {len(text)} characters are accounted for"


def check_tables(corpus) -> None:
    """What tables say that texts hold, texts hold."""
    texts = corpus.documents.set_index("doc_id")["text"].to_dict()
    for row in corpus.sentences.itertuples():
        assert row.text == texts[row.doc_id][row.start : row.end], row
    for row in corpus.quotes.itertuples():
        assert row.text == texts[row.doc_id][row.start : row.end], row
        if pd.notna(row.speaker_start):
            assert 0 <= row.speaker_start < row.speaker_end <= len(texts[row.doc_id]), row
    sentences = corpus.sentences.set_index("sentence_id")["text"].to_dict()
    for row in corpus.mentions.itertuples():
        assert row.text == sentences[row.sentence_id][row.start : row.end], row
    files = corpus.files
    assert (files["kept"] + files["removed"] == files["characters"]).all()
    letters = {doc_id: sum(map(str.isalnum, text)) for doc_id, text in texts.items()}
    found = (
        corpus.sentences["text"].map(lambda text: sum(map(str.isalnum, text))).groupby(corpus.sentences["doc_id"]).sum()
    )
    assert {doc_id: count for doc_id, count in letters.items() if count} == found[found > 0].to_dict()


def check_files(paths: list[Path], corpus) -> None:
    """Every file is read or refused."""
    told = {*corpus.files["source"], *corpus.refused["source"]}
    told |= {source.partition(sign)[0] for source in told for sign in "#!/"}
    assert {path.name for path in paths} <= told, sorted({path.name for path in paths} - told)[:5]


def check_neighbours(corpus) -> None:
    """The order of documents, and which others there are, change no document's rows.

    Who speaks is named by what all documents say of people: a speaker's name alone may differ.
    """
    documents = corpus.documents[["doc_id", "text", "language"]]
    other = documents.iloc[::-1].iloc[: len(documents) // 2 + 1]
    for name, measure in BY_THEMSELVES.items():
        whole, part = (table[table.columns.difference(OF_ALL)] for table in (measure(documents), measure(other)))
        keys = [column for column in ("doc_id", "sentence_id", "start", "frame") if column in whole]
        whole = whole[whole["doc_id"].isin(other["doc_id"])]
        first, second = (pd.DataFrame(one).sort_values(keys, ignore_index=True) for one in (whole, part))
        first.attrs = second.attrs = {}
        pd.testing.assert_frame_equal(first, second, check_exact=True, obj=name)


def find_slow(corpus, name: str) -> list[tuple[str, float]]:
    """Which documents take longer than they may in a measure, one by one."""
    slow = []
    for doc_id in corpus.documents["doc_id"]:
        start = time.process_time()
        MEASURES[name](corpus[[doc_id]])
        took = time.process_time() - start
        slow += [(doc_id, took)] if took > SECONDS else []
    return slow


def check_measures(corpus) -> None:
    """Every measure answers, within its time."""
    for name, measure in MEASURES.items():
        start = time.process_time()
        measure(corpus)
        took = time.process_time() - start
        assert took < SECONDS or not (slow := find_slow(corpus, name)), f"{name}: {slow[:5]}"


def check_batch(folder: Path, seeds: range) -> None:
    paths = write_batch(folder, seeds)
    start, before = time.process_time(), megabytes()
    try:
        corpus = load_files(folder)
    except InputError as fault:  # a batch of which nothing can be read says so
        assert "holds" in str(fault)
        return
    assert time.process_time() - start < SECONDS * len(seeds)
    check_files(paths, corpus)
    check_pages(load_pages(folder)[0], corpus)
    check_tables(corpus)
    check_measures(corpus)
    check_neighbours(corpus)
    assert megabytes() - before < MEGABYTES


@pytest.fixture(scope="module")
def warm():
    warm_up()


@pytest.mark.parametrize("first", range(0, DOCUMENTS, BATCH))
def test_broken_documents_are_read_whole_and_measured(tmp_path, warm, first):
    check_batch(tmp_path, range(first, first + BATCH))
