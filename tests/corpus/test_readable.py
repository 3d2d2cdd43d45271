"""Reading a document: its voices, who speaks, what is marked; and a corpus as a shelf of documents."""

import re
from html import unescape
from types import SimpleNamespace

import pandas as pd
import pytest

from analysis.corpus import load_corpus
from analysis.corpus.hints import CALLED
from analysis.corpus.reading import stepper
from analysis.corpus.reading.marks import TextMark
from analysis.corpus.reading.paragraphs import TextPiece, cut_paragraphs
from analysis.corpus.reading.view import cut_at_marks
from analysis.errors import InputError

BRIDGE = """Minister opens bridge in the north

The minister opened the bridge on Monday. It took four years to build.

"The bridge will serve the whole region for a long time," said Anna Berg. "Great nations build great bridges."

The opposition called the price a disaster for the country.
"""
PORT = "Port workers end their strike\n\nPort workers went back to work on Friday after two weeks of talks.\n"


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    folder = tmp_path_factory.mktemp("texts")
    (folder / "bridge.txt").write_text(BRIDGE, encoding="utf-8")
    (folder / "port.txt").write_text(PORT, encoding="utf-8")
    (folder / "sources.csv").write_text("file,outlet,stance\nbridge.txt,The North,for\n")
    return load_corpus(folder)


def text_of(html):
    """What is left of a page's words without its tags and its style."""
    return unescape(re.sub(r"<style>.*?</style>|<[^>]+>", "", html, flags=re.DOTALL))


def test_a_corpus_is_a_shelf_of_documents(corpus):
    assert len(corpus) == 2 and "port-01" in corpus and "harbour-01" not in corpus
    assert [document.doc_id for document in corpus] == ["bridge-01", "port-01"]
    assert corpus["port-01"].title == corpus[1].title == corpus[-1].title == "Port workers end their strike"
    assert corpus[0].outlet == "The North" and corpus[0].stance == "for"
    assert set(corpus[0].sentences["doc_id"]) == set(corpus[0].quotes["doc_id"]) == {"bridge-01"}
    assert corpus[:1].documents["doc_id"].tolist() == corpus[["bridge-01"]].documents["doc_id"].tolist()
    longest = corpus.documents["words"] == corpus.documents["words"].max()
    assert corpus[longest].documents["doc_id"].tolist() == ["bridge-01"]
    assert repr(corpus[0]) == "<Document bridge-01: Minister opens bridge in the north>"


@pytest.mark.parametrize(
    ("key", "message"),
    [
        ("bridge", r"doc_id='bridge' is not one of \['bridge-01'\]\. Did you mean 'bridge-01'\?"),
        ("brigde-01", r"Did you mean 'bridge-01'\?"),
        ("outlet", r"For a column write corpus\.documents\['outlet'\]"),
        (2, r"corpus\[2\]: there are 2 documents, from 0 on"),
        (slice(5, 9), r"corpus\[5:9\] holds none of 2 documents"),
        (None, "write a doc_id, a place, a slice, or a list"),
        ([True], "1 yes and no for 2 documents"),
        ([False, False], "no document is chosen"),
    ],
)
def test_a_key_that_is_none_is_told_from_those_that_are(corpus, key, message):
    with pytest.raises(InputError, match=message):
        corpus[key]


def test_what_a_document_does_not_have_is_said(corpus):
    with pytest.raises(AttributeError, match=r"a document has no 'headline'; it has .*title"):
        getattr(corpus[0], "headline")  # noqa: B009  asked for as a user does


def test_the_whole_text_is_shown_with_speakers_beside_it(corpus):
    html = corpus.read("bridge-01")._repr_html_()
    shown = text_of(html)
    for paragraph in corpus[0].text.split("\n\n"):
        assert paragraph in shown
    assert html.count("Anna Berg</span>") == 1, "named in the margin, once a paragraph"
    assert "bridge.txt, characters 0 to" in shown
    assert "words of a quotation" in shown and "quoted speech" in shown


def test_text_for_a_terminal_has_its_speakers_in_the_margin(corpus):
    lines = str(corpus.read()).splitlines()
    assert lines[0] == "Minister opens bridge in the north"
    assert any(line.strip().startswith('Anna Berg | "The bridge will serve') for line in lines)


def test_marks_are_made_on_demand_alone(corpus):
    plain, full = corpus.read(), corpus.read(frames="generic", actors=True, tone=True)
    assert not plain.marks.frames and not plain.marks.tone and not plain.marks.labels
    assert {mark.kind for mark in plain.marks.stretches} == {"quote"}
    text, kinds = corpus[0].text, {}
    for mark in full.marks.stretches:
        kinds.setdefault(mark.kind, []).append(text[mark.start : mark.end])
    assert "Anna Berg" in kinds["actor"] and "disaster" not in kinds["actor"]
    assert "frame" in kinds and set(full.marks.tone) == set(corpus[0].sentences["sentence_id"])
    assert "▼" in full._repr_html_() and "Frames:" in full._repr_html_() and "Actors:" in full._repr_html_()


def test_a_frame_is_present_from_the_score_that_is_asked_for(corpus):
    few, many = (len(corpus.read(frames="generic", present=score).marks.frames) for score in (0.95, 0.3))
    assert few < many
    with pytest.raises(InputError, match=r"present=2 is no score from 0 to 1"):
        corpus.read(frames="generic", present=2)
    with pytest.raises(InputError, match=r'frames=True names no codebook: write frames="generic"'):
        corpus.read(frames=True)
    with pytest.raises(InputError, match=r"codebook='generc' is not one of"):
        corpus.read(frames="generc")


def test_what_a_filter_left_out_is_shown_in_grey(corpus):
    read = corpus.where(voice="speaker").read()
    assert read.sentences["kept"].sum() == 2
    assert "sentences that a filter left out" in read._repr_html_() and "It took four years" in read._repr_html_()


def test_a_document_shows_itself_to_be_read(corpus):
    assert corpus[0]._repr_html_() == corpus.read(0)._repr_html_()


def test_pieces_of_a_text_are_the_whole_of_it():
    text = "One. Two?\n\n***\n\nThree, and a rest"
    rows = [("a", 0, 4), ("b", 5, 9), ("c", 16, 22)]
    about = {"voice": "outlet", "speaker": None, "kept": True, "source_start": 3}
    table = pd.DataFrame([{"sentence_id": one, "start": start, "end": end, **about} for one, start, end in rows])
    paragraphs = cut_paragraphs(text, table)
    assert [paragraph.text for paragraph in paragraphs] == ["One. Two?", "***", "Three, and a rest"]
    for piece in (piece for paragraph in paragraphs for piece in paragraph.pieces):
        assert text[piece.start : piece.start + len(piece.text)] == piece.text or piece.sentence_id is None


def test_marks_that_overlap_cut_the_text_where_each_begins_and_ends():
    piece = TextPiece("abcdef", 10, "s")
    marks = [TextMark(8, 12, "quote", "", ""), TextMark(11, 14, "actor", "P", ""), TextMark(20, 30, "actor", "P", "")]
    runs = cut_at_marks(piece, marks)
    assert [(text, [mark.kind for mark in over]) for text, over, _ in runs] == [
        ("a", ["quote"]), ("b", ["quote", "actor"]), ("cd", ["actor"]), ("ef", []),
    ]  # fmt: skip


def test_a_reader_steps_through_documents_and_says_how_many_sentences_carry_a_frame(corpus):
    reader = corpus.reader(frames="generic")
    assert "Minister opens bridge" in reader.page and reader._said.value.endswith("6 sentences carry a frame")
    before = reader._said.value
    reader._present.value = 0.95
    assert reader._said.value != before
    reader._on.click()
    reader._on.click()
    assert reader._place.value == 2 and "Port workers end" in reader.page
    reader._frames.value = "no frames"
    assert reader._said.value == "" and reader._present.disabled


def test_a_page_without_widgets_shows_the_document_that_is_read(corpus, monkeypatch):
    shown, updated = [], []
    handle = SimpleNamespace(update=updated.append)
    monkeypatch.setattr(stepper, "display", lambda what, **_: shown.append(what) or handle)
    reader = corpus.reader()
    reader._ipython_display_()
    assert shown[0] is reader.widget and "Minister opens bridge" in shown[1].data
    reader._on.click()
    assert "Port workers end" in updated[-1].data


def test_a_reader_refuses_what_reading_refuses(corpus):
    with pytest.raises(InputError, match="codebook='x' is not one of"):
        corpus.reader(frames="x")


def test_a_name_that_other_packages_have_is_told_what_it_is_called_here(corpus):
    told = {
        "filter": "where(...)", "dfm": "matrix()", "sentence": "sentences", "tokens": "words",
        "Outlets": 'documents["outlet"] or where(outlet=...)', "plot": "frames().plot(), or .plot() of another measure",
        "sourcing": "gather_sources(corpus.quotes, corpus.documents) of analysis.sourcing",
    }  # fmt: skip
    for name, meant in told.items():
        with pytest.raises(
            AttributeError, match=re.escape(f"a corpus has no {name!r}. Did you mean {meant}?")
        ) as found:
            getattr(corpus, name)
        assert isinstance(found.value, InputError), "shown in a sentence"
    assert not hasattr(corpus, "zebra") and not hasattr(corpus, "_repr_png_")


def test_what_is_not_known_of_a_document_is_none(corpus):
    assert corpus[1].outlet is None and isinstance(corpus[0].words, int)


def test_where_a_site_holds_no_texts_none_is_shown_at_length(tmp_path, monkeypatch):
    (tmp_path / "bridge.txt").write_text(BRIDGE, encoding="utf-8")
    monkeypatch.setenv("FRAMING_PUBLIC", "8,0")
    monkeypatch.setattr("analysis.public.shown._held", {"texts": None})
    public = load_corpus(tmp_path)
    run = "bridge will serve the whole region for a long time"
    for shown in (public.read(), public[0], public.kwic("region", width=200)):
        assert run not in text_of(shown._repr_html_()) and run not in str(shown)


def test_what_names_are_called_here_is_there(corpus):
    for meant in CALLED.values():
        if not meant.startswith("len(") and " of analysis" not in meant:
            assert hasattr(corpus, re.match(r"\w+", meant)[0]), meant
            assert all(hasattr(corpus, name) for name in re.findall(r"(?<![.\w])(\w+)\(", meant)), meant
