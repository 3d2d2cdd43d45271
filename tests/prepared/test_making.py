"""A corpus is prepared once: what changed is made again, and nothing depends on parts, processes or what was before."""

import json
import os
import shutil
import signal
import threading
import time
from pathlib import Path

import pandas as pd
import pytest

from analysis.corpus import load_corpus
from analysis.errors import InputError
from analysis.manifests import load_manifest
from analysis.prepared import blocks, making, stages, texts
from analysis.prepared.places import clear_cache, list_entries
from analysis.prepared.reading import prepare_files

TABLES = ("documents", "sentences", "quotes", "mentions", "spans", "removed", "refused", "notes", "files", "names")
PEOPLE = ("Anna Berg", "Boris Klein", "Carla Moreno", "Deniz Aydin")
TREES = ("alder", "ash", "aspen", "beech", "birch", "cedar", "cherry", "elder", "elm", "fir", "hazel", "holly", "larch")
FOOTER = "This newsletter is written in the harbour by seven people"


def story(number):
    """A story that names people, quotes one, and ends in the line that its outlet repeats."""
    who, other = PEOPLE[number % 4], PEOPLE[(number + 1) % 4]
    tree = TREES[number % len(TREES)]  # numbers alike, stories would be copies
    told = f"{who}, the mayor, said on Monday that {other} was wrong about the {tree} on pier {number}."
    quoted = f'"We shall build it," {who.split()[1]} told the United Nations. Critics of the plan met under the {tree}.'
    return f"Harbour story number {number}\n\n{told}\n\n{quoted}\n\n{FOOTER}\n"


def write_stories(folder, numbers=range(8)):
    folder.mkdir(exist_ok=True)
    for number in numbers:
        (folder / f"s{number:02d}.txt").write_text(story(number), encoding="utf-8")
    lines = [f"s{number:02d}.txt,{'Gazette' if number % 3 else 'gazette'},{number}" for number in numbers]
    (folder / "sources.csv").write_text("file,outlet,section\n" + "\n".join(lines) + "\n", encoding="utf-8")
    return folder


def tables_of(corpus):
    return {name: getattr(corpus, name) for name in TABLES}


def assert_same(corpus, other):
    for name, table in tables_of(corpus).items():
        pd.testing.assert_frame_equal(table, tables_of(other)[name], obj=name)


@pytest.fixture
def cache(tmp_path, monkeypatch):
    monkeypatch.setenv("FRAMING_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def many_parts(monkeypatch):
    """Parts of two stories each, as large corpora have parts of some hundreds."""
    monkeypatch.setattr(stages, "SMALLEST", 600)


@pytest.fixture(scope="module")
def made_once(tmp_path_factory):
    """Where eight stories in many parts were prepared, and a copy of all that lay there."""
    place, copy = tmp_path_factory.mktemp("made"), tmp_path_factory.mktemp("kept") / "copy"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FRAMING_CACHE", str(place / "cache"))
        patch.setattr(stages, "SMALLEST", 600)
        assert len(load_corpus(write_stories(place / "texts")).prepared.parts) >= 4
    shutil.copytree(place, copy)
    return place, copy


@pytest.fixture
def folder(made_once, many_parts, monkeypatch):
    """The folder of eight stories, prepared in many parts beside it, whatever another test did there."""
    place, copy = made_once
    shutil.rmtree(place)
    shutil.copytree(copy, place)
    monkeypatch.setenv("FRAMING_CACHE", str(place / "cache"))
    return place / "texts"


@pytest.fixture
def cleaned(monkeypatch):
    """The files whose texts were made, in the order in which that was done."""
    made, whole = [], texts.clean_partition

    def clean(pages, *about):
        made.extend(pages["source"])
        return whole(pages, *about)

    monkeypatch.setattr(texts, "clean_partition", clean)
    return made


def test_a_corpus_in_many_parts_is_the_same_as_in_one(cache, tmp_path, monkeypatch):
    folder = write_stories(tmp_path / "texts")
    one = load_corpus(folder, cache=False)
    monkeypatch.setattr(stages, "SMALLEST", 600)
    many = load_corpus(folder, cache=False)
    assert len(one.prepared.parts) == 1 and len(many.prepared.parts) >= 4
    assert_same(one, many)
    assert set(one.documents["outlet"]) == {"Gazette"} and one.documents["section"].tolist() == list(range(8))
    assert one.removed["text"].str.contains(FOOTER).sum() == 8
    assert {"person:klein_boris", "organisation:united_nations"} <= set(one.mentions["actor_id"])


def test_processes_give_the_same_as_one_process(cache, tmp_path, many_parts, monkeypatch):
    folder = write_stories(tmp_path / "texts")
    alone = load_corpus(folder, cache=False)
    monkeypatch.setattr("analysis.prepared.engines.WORTH", 0)
    assert_same(alone, load_corpus(folder, cache=False, jobs=2))


def test_only_a_file_that_changed_is_prepared_again(folder, cleaned):
    load_corpus(folder)
    assert cleaned == []
    (folder / "s03.txt").write_text(story(3).replace("wrong", "right"), encoding="utf-8")
    corpus = load_corpus(folder)
    assert cleaned == ["s03.txt"]
    cleaned.clear()
    assert_same(corpus, load_corpus(folder, cache=False))
    assert sorted(cleaned) == [f"s{number:02d}.txt" for number in range(8)]


def test_files_that_come_and_go_leave_the_others_as_they_are(folder, cleaned):
    (folder / "a-new.txt").write_text(story(40), encoding="utf-8")
    (folder / "s05.txt").unlink()
    corpus = load_corpus(folder)
    assert cleaned == ["a-new.txt"]
    assert corpus.documents["doc_id"].tolist()[0] == "a-new-01" and "s05-01" not in set(corpus.documents["doc_id"])
    assert_same(corpus, load_corpus(folder, cache=False))


def test_a_file_is_prepared_again_when_what_is_known_of_it_changes(folder, cleaned):
    sources = (folder / "sources.csv").read_text()
    (folder / "sources.csv").write_text(sources.replace("s02.txt,Gazette,2", "s02.txt,Gazette,77"))
    corpus = load_corpus(folder)
    assert cleaned == ["s02.txt"]
    assert corpus.documents.set_index("doc_id").loc["s02-01", "section"] == 77


def test_a_line_that_its_outlet_begins_to_repeat_goes_from_all_its_files(cache, tmp_path, many_parts, cleaned):
    folder = write_stories(tmp_path / "texts", range(2))
    assert FOOTER in " ".join(load_corpus(folder).documents["text"])  # twice is too few
    cleaned.clear()
    write_stories(folder, range(6))
    corpus = load_corpus(folder)
    assert set(cleaned) == {f"s{number:02d}.txt" for number in range(6)}
    assert FOOTER not in " ".join(corpus.documents["text"])


def test_names_of_actors_follow_an_alias_file_and_its_changes(folder):
    (folder / "aliases.yaml").write_text("people:\n  Anna Sofia Berg: [Anna Berg]\n")
    assert "Anna Sofia Berg" in set(load_corpus(folder).mentions["actor"])
    (folder / "aliases.yaml").write_text("people:\n  Anna Maria Berg: [Anna Berg]\n")
    assert "Anna Maria Berg" in set(load_corpus(folder).mentions["actor"])


def test_other_code_prepares_all_again(cache, tmp_path, cleaned, monkeypatch):
    folder = write_stories(tmp_path / "texts", range(3))
    load_corpus(folder)
    cleaned.clear()
    for module in ("asked", "reading"):
        monkeypatch.setattr(f"analysis.prepared.{module}.hash_makers", lambda: "other code")
    monkeypatch.setattr("analysis.prepared.texts.hash_block", lambda *made_of: f"new-{abs(hash(str(made_of)))}")
    monkeypatch.setattr("analysis.prepared.whole.hash_block", lambda *made_of: f"new-{abs(hash(str(made_of)))}")
    load_corpus(folder)
    assert len(cleaned) == 3


def test_a_run_that_breaks_off_leaves_what_was_there_and_the_next_goes_on(folder, monkeypatch):
    before = load_corpus(folder)
    (folder / "s03.txt").write_text(story(3).replace("wrong", "right"), encoding="utf-8")
    entry = list_entries()[0].folder
    manifest = load_manifest(entry)

    def fail(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("analysis.prepared.people.account_for_files", fail)
        with pytest.raises(KeyboardInterrupt):
            load_corpus(folder)
    assert load_manifest(entry) == manifest
    assert len(before.mentions) > 0  # the tables of the last good run are there
    assert not list(entry.glob("mentions-*"))
    assert_same(load_corpus(folder), load_corpus(folder, cache=False))


def test_blocks_that_somebody_took_away_are_made_again(cache, tmp_path, many_parts):
    folder = write_stories(tmp_path / "texts", range(6))
    whole = tables_of(load_corpus(folder))
    entry = list_entries()[0].folder
    for kind in ("part-", "texts-", "pages-", "whole-", "listing-"):
        shutil.rmtree(next(path for path in sorted(entry.iterdir()) if path.name.startswith(kind)))
        for name, table in tables_of(load_corpus(folder)).items():
            pd.testing.assert_frame_equal(table, whole[name], obj=name)


def test_a_disk_that_is_full_is_said_with_the_remedy_and_what_was_there_stays(cache, tmp_path, monkeypatch):
    folder = write_stories(tmp_path / "texts", range(3))
    load_corpus(folder)
    (folder / "s01.txt").write_text(story(1).replace("wrong", "right"), encoding="utf-8")

    def fill(*_, **__):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("analysis.prepared.blocks.pq.write_table", fill)
        with pytest.raises(InputError, match=r"cannot be written to .*\(No space left on device\): make room there"):
            load_corpus(folder)
    assert "right" in " ".join(load_corpus(folder).documents["text"])


def test_a_manifest_says_what_it_is_of(cache, tmp_path):
    folder = write_stories(tmp_path / "texts", range(3))
    load_corpus(folder)
    manifest = json.loads((list_entries()[0].folder / "manifest.json").read_text())
    assert manifest["path"] == str(folder) and manifest["name"] == "texts"
    assert set(manifest["fingerprint"]) == {"makers", "aliases", "sources"} and manifest["fingerprint"]["sources"]


def test_tables_of_python_are_prepared_once_too_with_their_further_columns(cache, cleaned, many_parts):
    rows = [{"text": story(n), "outlet": "Gazette", "score": n / 2, "coded": n % 2 == 0} for n in range(8)]
    frame = pd.DataFrame(rows).assign(seen=[None, *range(7)])
    corpus = load_corpus(frame)
    assert len(cleaned) == 8 and [corpus.documents[name].dtype for name in ("score", "coded", "seen")] == [
        "f8",
        "bool",
        "f8",
    ]
    cleaned.clear()
    assert_same(corpus, load_corpus(frame.copy()))
    assert cleaned == []
    load_corpus(frame.assign(score=1.0))
    assert len(cleaned) == 8


def test_a_large_table_is_read_in_chunks_and_is_the_same(cache, tmp_path, many_parts, monkeypatch):
    frame = pd.DataFrame({"text": [story(n) for n in range(9)], "outlet": "Gazette", "n": range(9)})
    frame.to_csv(tmp_path / "all.csv", index=False)
    whole = load_corpus(tmp_path / "all.csv", cache=False)
    monkeypatch.setattr("analysis.prepared.reading.LARGE", 100)
    monkeypatch.setattr("analysis.texts.readers.files.PAGES", 2)
    chunks = load_corpus(tmp_path / "all.csv", cache=False)
    assert_same(whole, chunks)
    assert whole.files["documents"].tolist() == [9]


def test_filters_that_cannot_be_used_stop_before_the_long_work(cache, tmp_path, cleaned):
    folder = write_stories(tmp_path / "texts", range(3))
    with pytest.raises(InputError, match="'secton' is not one of"):
        load_corpus(folder, secton=1)
    assert cleaned == []
    assert len(load_corpus(folder, section=1).documents) == 1


def test_a_corpus_is_measured_part_by_part_as_it_is_as_a_whole(folder, monkeypatch):
    corpus = load_corpus(folder)
    parts = list(corpus.parts())
    assert len(parts) > 3 and sum(len(part.sentences) for part in parts) == len(corpus.sentences)

    def measure(part):
        return part.sentences[["sentence_id"]].assign(length=part.sentences["text"].str.len())

    pd.testing.assert_frame_equal(corpus.map(measure), measure(corpus), check_flags=False)
    monkeypatch.setattr("analysis.prepared.engines.WORTH", 0)
    pd.testing.assert_frame_equal(corpus.map(measure, jobs=2), measure(corpus), check_flags=False)
    some = corpus.where(section=[1, 2, 7])
    assert some.map(measure)["sentence_id"].tolist() == some.sentences["sentence_id"].tolist()


def test_nobody_loses_by_workers_of_dask_that_are_killed(cache, tmp_path, many_parts):
    """All that there are, and with them what they were told; others take their place."""
    distributed = pytest.importorskip("distributed")
    folder = write_stories(tmp_path / "texts", range(10))
    alone = load_corpus(folder, cache=False)
    settings = {"n_workers": 2, "threads_per_worker": 1, "dashboard_address": None}
    with distributed.LocalCluster(**settings) as cluster, distributed.Client(cluster) as client:
        victims = set(client.run(os.getpid).values())
        seen = threading.Event()

        def kill():
            seen.wait(300)
            for victim in victims:
                os.kill(victim, signal.SIGKILL)

        killer = threading.Thread(target=kill)
        killer.start()

        def progress(stage, done, total, _):
            if stage == "texts" and 0 < done < total:
                seen.set()

        distant = load_corpus(
            folder, engine="dask", scheduler=cluster.scheduler_address, cache=False, progress=progress
        )
        killer.join()
        deadline = time.monotonic() + 300
        while victims & set(client.run(os.getpid).values()) and time.monotonic() < deadline:
            time.sleep(0.1)
        assert seen.is_set() and not victims & set(client.run(os.getpid).values())
    assert_same(alone, distant)


def test_dask_makes_a_cluster_of_its_own_where_none_is_named(cache, tmp_path):
    pytest.importorskip("distributed")
    folder = write_stories(Path(tmp_path) / "texts", range(4))
    assert_same(load_corpus(folder, cache=False), load_corpus(folder, engine="dask", jobs=1, cache=False))


def test_a_scheduler_that_does_not_answer_is_said(cache, tmp_path, monkeypatch):
    pytest.importorskip("distributed")
    monkeypatch.setattr("analysis.prepared.engines.ANSWERS_WITHIN", 1)
    folder = write_stories(tmp_path / "texts", range(1))
    with pytest.raises(InputError, match=r"scheduler='tcp://127\.0\.0\.1:1' does not answer"):
        load_corpus(folder, engine="dask", scheduler="tcp://127.0.0.1:1")


KINDS = {"listing": "cut", "pages": "flip", "lines": "cut", "texts": "cut", "part": "flip", "whole": "flip"}


def damage(path, how):
    content = path.read_bytes()
    middle = len(content) // 2
    path.write_bytes(content[:middle] + (b"" if how == "cut" else bytes([content[middle] ^ 8]) + content[middle + 1 :]))


@pytest.mark.parametrize(("kind", "how"), KINDS.items())
def test_tables_that_were_damaged_are_put_aside_said_and_made_anew(kind, how, folder, capsys):
    """A file changes too, so that what was made of pages and texts before is read again."""
    cache = folder.parent / "cache"
    for path in cache.glob(f"*/{kind}-*/*.parquet"):
        damage(path, how)
    if kind in ("pages", "lines", "texts"):
        (folder / "s03.txt").write_text(story(11), encoding="utf-8")
    corpus = load_corpus(folder)
    said = capsys.readouterr().err
    assert said.startswith("damaged tables in ") and said.count("\n") == 1 and f"({kind}-" in said
    assert_same(corpus, load_corpus(folder, cache=False))
    assert tables_of(load_corpus(folder)) and not capsys.readouterr().err
    assert list(cache.glob(f"*/damaged-{kind}-*"))


def test_a_disk_that_damages_whatever_is_written_is_said_and_not_tried_for_ever(cache, tmp_path, monkeypatch):
    written = []

    def spoil(folder, name, tables):
        written.append(name)
        blocks.write_block(folder, name, tables)
        if name.startswith("texts"):
            damage(next((folder / name).glob("*.parquet")), "flip")

    monkeypatch.setattr(texts, "write_block", spoil)
    with pytest.raises(InputError, match="is not kept as it is written: its disk, or another program, changes it"):
        load_corpus(write_stories(tmp_path / "texts"))
    assert len(written) == 2


def test_of_a_large_corpus_one_changed_bit_is_noticed_when_it_is_read_and_the_work_goes_on(folder, monkeypatch, capsys):
    """What is large is looked at by its size alone when it is loaded; no file of it is opened a second time."""
    monkeypatch.setattr(making, "LOOKED_INTO", 0)
    damage(next(folder.parent.glob("cache/*/part-*/sentences.parquet")), "flip")
    corpus, read = load_corpus(folder), []
    monkeypatch.setattr(stages, "prepare_files", lambda *given: read.append(given) or prepare_files(*given))
    assert len(corpus.documents) == 8
    part = corpus.where(doc_id=corpus.documents["doc_id"].iloc[0])
    assert len(corpus.sentences) and len(part.sentences) and not read
    said = capsys.readouterr().err
    assert "are damaged or gone: they are made anew" in said and said.count("\n") == 1
    assert_same(corpus, load_corpus(folder, cache=False))
    assert tables_of(load_corpus(folder)) and not capsys.readouterr().err


def test_what_was_lost_is_not_made_of_texts_that_are_others_by_now(folder, monkeypatch):
    monkeypatch.setattr(making, "LOOKED_INTO", 0)
    corpus = load_corpus(folder)
    assert len(corpus.documents) == 8
    damage(next(folder.parent.glob("cache/*/part-*/sentences.parquet")), "flip")
    (folder / "s03.txt").write_text(story(11), encoding="utf-8")
    with pytest.raises(InputError, match="is damaged: load it again, and it is made anew"):
        len(corpus.sentences)
    assert_same(load_corpus(folder), load_corpus(folder, cache=False))


def test_a_corpus_that_was_cleaned_away_while_it_is_in_use_is_made_again(folder, capsys):
    corpus = load_corpus(folder)
    assert len(corpus.documents) == 8
    clear_cache(list_entries())
    assert_same(corpus, load_corpus(folder, cache=False))
    assert "they are made anew" in capsys.readouterr().err
