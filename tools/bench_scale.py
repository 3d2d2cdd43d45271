"""Measure how time and memory grow with a corpus: every measure, part by part, in a process of its own.

    python tools/bench_scale.py FOLDER... [--only NAME...] [--jobs N]

FOLDERs: corpora of growing size, such as make_large_corpus.py makes. Each is prepared in a cache of its own that goes
afterwards ($FRAMING_CACHE to keep it). For each measure the table has seconds of the clock and of the processor, the
largest memory of any one process, megabytes of text a second, and the exponent of processor time over text (1: linear)
between the smallest and the largest corpus.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pandas as pd


def prepare(path):
    """Read, clean, split, find speech and actors, all processes together; nothing is there yet."""
    from analysis import load_corpus

    return len(load_corpus(path, jobs=JOBS).documents)


def back(path):
    """Have a prepared corpus back: documents and sentences read."""
    from analysis import load_corpus

    corpus = load_corpus(path, jobs=JOBS)
    return len(corpus.documents) + len(corpus.sentences)


def sentiment(corpus):
    from analysis.estimates import estimate_means
    from analysis.estimates.document_sums import join_sums, sum_by_document
    from analysis.sentiment import score_sentences

    def sums(part):
        scored = score_sentences(part.with_documents(part.sentences))
        return sum_by_document(scored, "compound", by=["outlet", "voice"])

    return estimate_means(join_sums([corpus.map(sums, JOBS)], like=corpus.sentences), "compound", by="outlet")


def targets(corpus):
    from analysis.estimates import estimate_means
    from analysis.estimates.document_sums import join_sums, sum_by_document
    from analysis.sentiment.targets import score_mentions

    frequent = corpus.map(lambda part: part.mentions[["doc_id", "actor"]].drop_duplicates(), JOBS)
    most = set(frequent["actor"].value_counts().index[:12])

    def sums(part):
        mentions = part.mentions[part.mentions["actor"].isin(most)]
        return sum_by_document(score_mentions(mentions, part.with_documents(part.sentences)), "tone", by="actor")

    return estimate_means(join_sums([corpus.map(sums, JOBS)], like=corpus.sentences), "tone", by="actor")


def frames(corpus, method):
    from analysis import code_frames, load_codebook
    from analysis.estimates import estimate_means
    from analysis.estimates.document_sums import join_sums, sum_by_document
    from analysis.frames.instruments import mark_present

    book = load_codebook("generic")

    def sums(part):
        coded = mark_present(code_frames(part.sentences, book, method=method), book.labels)
        return sum_by_document(part.with_documents(coded), "present", by=["frame", "outlet"])

    return estimate_means(join_sums([corpus.map(sums, JOBS)], like=corpus.sentences), "present", by=["frame", "outlet"])


def frames_by_words(corpus):
    return frames(corpus, "words")


def frames_by_meaning(corpus):
    return frames(corpus, "meaning")


def actors(corpus):
    """Actors by the documents that name them, from the mentions that preparing found."""
    named = corpus.map(lambda part: part.mentions[["doc_id", "actor_id", "actor", "kind"]].drop_duplicates(), JOBS)
    return named.groupby(["actor_id", "actor", "kind"])["doc_id"].nunique().sort_values(ascending=False)


def voices(corpus):
    from analysis.estimates import estimate_shares
    from analysis.voices.speech import count_spoken

    def spoken(part):
        counted = count_spoken(part.with_documents(part.sentences))
        return counted.groupby(["doc_id", "outlet", "voice"], as_index=False, observed=True)["words"].sum()

    return estimate_shares(corpus.map(spoken, JOBS), of="voice", by="outlet", weight="words")


def topics(corpus):
    from analysis import fit_topics

    documents = corpus.documents
    return fit_topics(documents["text"], n_topics=20, documents=documents["doc_id"], runs=2).terms


def keyness(corpus):
    from analysis import keyness as compare

    documents = corpus.documents
    return compare(documents["text"], documents["outlet"].fillna("not known"), documents=documents["doc_id"])


def copies(corpus):
    from analysis import find_copies

    return find_copies(corpus.documents[["doc_id", "text", "outlet", "published"]])


def estimates(corpus):
    """2,000 resamples of all documents, sums of all sentences by outlet."""
    from analysis.estimates import estimate_means
    from analysis.estimates.document_sums import sum_by_document

    documents = corpus.documents
    sums = sum_by_document(documents.assign(share=documents["words"] / 1000), "share", by="outlet")
    start = time.perf_counter()
    made = estimate_means(sums, "share", by="outlet", resamples=2000)
    print(f"  2,000 resamples of {len(documents):,} documents: {time.perf_counter() - start:.1f} s", file=sys.stderr)
    return made


OF_PATHS = {"prepare": prepare, "back": back}
OF_CORPORA = {
    "sentiment": sentiment, "targets": targets, "frames by words": frames_by_words,
    "frames by meaning": frames_by_meaning, "actors": actors, "voices": voices, "topics": topics, "keyness": keyness,
    "copies": copies, "estimates": estimates,
}  # fmt: skip
JOBS = int(os.environ.get("FRAMING_JOBS", 0)) or None


def run(name: str, path: str) -> None:
    """Run one measure here and print what it took, as JSON; importing the suite is not counted."""
    import analysis.corpus  # noqa: F401  what it takes to begin

    start = time.perf_counter()
    if name in OF_PATHS:
        rows = OF_PATHS[name](path)
    else:
        from analysis import load_corpus

        rows = len(OF_CORPORA[name](load_corpus(path)))
    seconds = time.perf_counter() - start
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    took = {
        "rows": rows,
        "seconds": seconds,
        "processor": sum(one.ru_utime + one.ru_stime for one in used),
        "MB memory": max(one.ru_maxrss for one in used) / 1000,
    }
    print(json.dumps(took))


def measure(names: list[str], folders: list[Path], cache: str) -> pd.DataFrame:
    """Run each measure on each corpus, one after the other."""
    rows = []
    for folder in folders:
        size = (
            sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and path.name != "sources.csv")
            / 1e6
        )
        for name in names:
            command = [sys.executable, __file__, "--run", name, str(folder)]
            done = subprocess.run(command, stdout=subprocess.PIPE, text=True, env=os.environ | {"FRAMING_CACHE": cache})
            took = json.loads(done.stdout.splitlines()[-1]) if done.returncode == 0 else {}
            rows.append({"measure": name, "corpus": folder.name, "MB": size, **took})
            if took:
                clock = f"{took['seconds']:8.1f} s, {took['processor']:.1f} s of processors"
                rate = f"{size / took['seconds']:.2f} MB/s, {took['MB memory']:,.0f} MB"
                print(f"{folder.name:>8} {name:<18} {clock}, {rate}", flush=True)
    return pd.DataFrame(rows)


def main() -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--only", nargs="+", choices=[*OF_PATHS, *OF_CORPORA], default=[*OF_PATHS, *OF_CORPORA])
    parser.add_argument("--run", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.run:
        run(asked.run, str(asked.folders[0]))
        return
    with tempfile.TemporaryDirectory() as scratch:
        table = measure(asked.only, asked.folders, os.environ.get("FRAMING_CACHE", scratch))
    for name, rows in table.groupby("measure", sort=False):
        first, last = rows.iloc[0], rows.iloc[-1]
        exponent = (
            math.log(last["processor"] / first["processor"]) / math.log(last["MB"] / first["MB"])
            if len(rows) > 1
            else math.nan
        )
        cells = " | ".join(
            f"{row.seconds:.1f} s ({row.processor:.1f}), {row['MB memory']:,.0f} MB" for _, row in rows.iterrows()
        )
        print(f"| {name} | {cells} | {exponent:.2f} |")


if __name__ == "__main__":
    main()
