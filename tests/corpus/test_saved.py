"""A corpus that was saved is the same when it is loaded back, whatever was filtered, as Parquet and as CSV."""

from functools import partial

import pandas as pd
import pytest

from analysis.charts.show import save_into
from analysis.corpus import load_corpus
from analysis.corpus.held import TABLES
from analysis.data.whole import write_whole
from analysis.errors import InputError

TEXT = """Minister opens bridge

The minister opened the bridge, "at last", on Monday; NA was the code.

"The bridge will serve the whole region for a long time," said Anna Berg. "Great nations build great bridges."
"""


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    folder = tmp_path_factory.mktemp("texts")
    for name in ("a", "b", "c"):
        (folder / f"{name}.txt").write_text(f"{TEXT}\nThe end of {name} came on a late day in May.\n\nSource link\n")
    (folder / "empty.txt").write_bytes(b"")
    (folder / "sources.csv").write_text(
        "file,outlet,published,translated,score,grade\na.txt,The North,2024-05-06,no,1.5,NA\nb.txt,NA,2024,yes,2,A\n"
    )
    return load_corpus(folder)


@pytest.mark.parametrize("form", ["parquet", "csv"])
def test_every_table_comes_back_as_it_was(corpus, tmp_path, form):
    folder = corpus.save(tmp_path / "mine", form)
    again = load_corpus(folder)
    for name in TABLES:
        pd.testing.assert_frame_equal(getattr(again, name), getattr(corpus, name), check_dtype=form == "parquet")
    assert str(again) == str(corpus)
    assert again.kwic("bridge").equals(corpus.kwic("bridge"))
    assert again.read()._repr_html_() == corpus.read()._repr_html_()


@pytest.mark.parametrize("form", ["parquet", "csv"])
def test_filters_come_back_with_it_and_more_can_be_made(corpus, tmp_path, form):
    part = corpus.where(outlet="The North", voice="speaker")
    again = load_corpus(part.save(tmp_path / "part", form))
    assert again.sentences["sentence_id"].tolist() == part.sentences["sentence_id"].tolist()
    assert again.steps["step"].tolist() == part.steps["step"].tolist() and len(again.steps) == 2
    assert len(again.read().sentences) > len(again.sentences), "what a filter left out is there to be read"
    assert len(load_corpus(tmp_path / "part", speaker="Berg").sentences) == len(part.where(speaker="Berg").sentences)


def test_saving_again_takes_the_place_of_what_was_saved(corpus, tmp_path):
    corpus.save(tmp_path / "mine", "csv")
    corpus.head(1).save(tmp_path / "mine")
    assert len(load_corpus(tmp_path / "mine")) == 1 and not list((tmp_path / "mine").glob("*.csv"))
    assert [path.name for path in tmp_path.iterdir()] == ["mine"], "nothing is left beside it"


def test_nothing_is_written_where_it_would_be_read_as_texts_the_next_time(tmp_path):
    """However the folder is named, whatever was filtered, and by whichever way it is written."""
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "a.txt").write_text(TEXT)
    (tmp_path / "link").symlink_to(texts)
    corpus = load_corpus(tmp_path / "link")
    ways = ("texts", "texts/mine", "link/deep/mine", "x/../texts/mine")
    for folder in map(tmp_path.joinpath, ways):
        for write in (corpus.save, corpus.where(voice="speaker").save, partial(write_whole, corpus), save_here(corpus)):
            with pytest.raises(InputError, match=r"lies within the corpus .* would be read as texts"):
                write(folder)
    assert [path.name for path in texts.iterdir()] == ["a.txt"]
    corpus.save(tmp_path / "texts-saved")
    load_corpus(texts / "a.txt").save(tmp_path / "texts" / "beside")  # of one file its neighbours are no texts
    load_corpus(tmp_path / "texts-saved").save(tmp_path / "texts-saved")


def save_here(corpus):
    return lambda folder: save_into(folder, corpus)


def test_a_saved_corpus_can_be_saved_into_its_own_folder(corpus, tmp_path):
    load_corpus(corpus.save(tmp_path / "mine")).head(2).save(tmp_path / "mine")
    assert len(load_corpus(tmp_path / "mine")) == 2


def test_a_folder_that_holds_something_else_stays(corpus, tmp_path):
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(InputError, match="holds something else than a saved corpus: name a new folder"):
        corpus.save(tmp_path)
    corpus.save(tmp_path / "a")
    (tmp_path / "a" / "notes.txt").write_text("mine")
    with pytest.raises(InputError, match="holds something else"):
        corpus.save(tmp_path / "a")
    assert (tmp_path / "a" / "notes.txt").read_text() == "mine"
    with pytest.raises(InputError, match=r"format='xlsx' is not one of \['parquet', 'csv'\]"):
        corpus.save(tmp_path / "b", "xlsx")


def test_a_table_that_is_gone_is_named(corpus, tmp_path):
    folder = corpus.save(tmp_path / "mine")
    (folder / "sentences.parquet").unlink()
    with pytest.raises(InputError, match="lacks sentences: save the corpus again"):
        load_corpus(folder)


def test_a_place_that_cannot_be_written_is_said_with_what_would_do(corpus, tmp_path):
    (tmp_path / "file").write_text("mine")
    with pytest.raises(InputError, match=r"path='.*file' is a file: name a folder"):
        corpus.save(tmp_path / "file")
    refused = {
        tmp_path / "file" / "below": r"\((File exists|Not a directory)\): a file lies where a folder is needed",
        "/proc/none": r"cannot be written \(.+\): see that it is there",
        tmp_path / ("a" * 300): r"\(File name too long\): a name has 255 bytes at most",
        f"{tmp_path}/a\0b": r"\(.*null (byte|character).*\): name another folder",
    }
    for place, said in refused.items():
        with pytest.raises(InputError, match=rf"path=.*{said}"):
            corpus.save(place)
    for place in (None, "", 3):
        with pytest.raises(InputError, match="is no folder: write where to save it"):
            corpus.save(place)
    assert [path.name for path in tmp_path.iterdir()] == ["file"], "nothing is left"


@pytest.mark.parametrize(
    ("about", "said"),
    [
        ('{"what": "a corpus of media-framing", "format": "../../x", "rows": {"documents": 1}}', "names no tables"),
        ('{"what": "a corpus of media-framing", "format": "csv", "rows": ["documents"]}', "names no tables"),
        ('{"what": "a corpus of media-framing"}', "names no tables"),
    ],
)
def test_a_saved_corpus_that_was_written_by_somebody_else_leads_nowhere(corpus, tmp_path, about, said):
    corpus.save(tmp_path / "kept", "csv")
    (tmp_path / "kept" / "corpus.json").write_text(about)
    with pytest.raises(InputError, match=said):
        load_corpus(tmp_path / "kept")


@pytest.mark.parametrize("content", [b"PAR1 and no more", b""])
def test_a_table_that_is_none_is_named(corpus, tmp_path, content):
    corpus.save(tmp_path / "kept", "parquet")
    (tmp_path / "kept" / "documents.parquet").write_bytes(content)
    with pytest.raises(InputError, match=r"documents\.parquet does not hold the table documents"):
        len(load_corpus(tmp_path / "kept").documents)
