"""Key words in context in a corpus: what is found, how it shows itself, and what is said where nothing is found."""

import copy
import pickle
import re
from html.parser import HTMLParser

import pandas as pd
import pytest

from analysis.corpus import Corpus, load_corpus
from analysis.corpus.concordances import Concordance, tell_near
from analysis.errors import InputError
from analysis.tables import make_table
from processor_time import seconds_of

TALK = """Talks on the river

The river rose in March. Boats left the harbour, and nobody knew when they would be back.

"The river belongs to all of us, and the US knows it," said Anna Berg. "We will keep the peace on the river."

A <b>river</b> of <script>alert("x")</script> words followed, and the special fishing operation ended.
"""
MARKUP = """<script>alert("x")</script><img src=x onerror='alert(1)'><b title="'">"""
OTHER = "On lakes\n\nThe lake froze early this year, and the fishing began on Monday before the sun was up.\n"


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    folder = tmp_path_factory.mktemp("texts")
    (folder / "river.txt").write_text(TALK, encoding="utf-8")
    (folder / "lake.txt").write_text(OTHER, encoding="utf-8")
    (folder / "sources.csv").write_text("file,outlet\nriver.txt,The North\nlake.txt,The Lake\n")
    return load_corpus(folder)


def matches(found):
    return found["match"].tolist()


def test_several_words_are_given_as_a_list_or_with_a_bar(corpus):
    both = corpus.kwic(["lake", "river"])
    assert matches(both) == ["lake", "river", "river", "river", "river", "river"]
    assert both["pattern"].tolist() == ["lake", *["river"] * 5]
    pd.testing.assert_frame_equal(pd.DataFrame(corpus.kwic("lake | river")), pd.DataFrame(both))
    assert matches(corpus.kwic("special * operation")) == ["special fishing operation"]


def test_context_is_counted_in_letters_or_in_words(corpus):
    line = corpus.kwic("froze", window=2).iloc[0]
    assert (line["left"], line["right"]) == ("The lake ", " early this")
    line = corpus.kwic("froze", width=5).iloc[0]
    assert (line["left"], line["right"]) == ("lake ", " earl")
    assert corpus.kwic("froze", window=0)[["left", "right"]].to_numpy().tolist() == [["", ""]]


def test_capitals_count_where_that_is_asked_for(corpus):
    assert matches(corpus.kwic("the", outlet="The Lake")) == ["The", "the", "the"]
    assert matches(corpus.kwic("the", outlet="The Lake", case=True)) == ["the", "the"]
    assert matches(corpus.kwic("US")) == ["US"]


def test_a_regular_expression_is_one_where_it_is_said_so(corpus):
    assert matches(corpus.kwic(r"\bfish\w+", regex=True)) == ["fishing", "fishing"]
    assert matches(corpus.kwic("(lake|boats)", regex=True)) == ["lake", "lake", "Boats"]
    with pytest.raises(InputError, match=r"pattern='\(x' is no regular expression: missing \), unterminated"):
        corpus.kwic("(x", regex=True)
    with pytest.raises(InputError, match="would find nothing at all, everywhere"):
        corpus.kwic("x*", regex=True)


def test_only_what_a_voice_a_speaker_or_an_outlet_says_is_found(corpus):
    assert set(corpus.kwic("river", voice="speaker")["speaker"]) == {"Anna Berg"}
    assert len(corpus.kwic("river", voice="speaker")) == len(corpus.kwic("river", speaker="Berg")) == 2
    assert corpus.kwic("river", voice="outlet")["voice"].unique().tolist() == ["outlet"]
    assert matches(corpus.kwic("fishing", outlet="The Lake")) == ["fishing"]
    assert len(corpus.kwic("river", contains="peace")) == 1
    part = corpus.where(voice="speaker")
    assert len(part.kwic("river")) == 2 and "In" not in part.kwic("harbour").columns
    with pytest.raises(InputError, match=r"outlet='The Lack' is not one of .*Did you mean 'The Lake'"):
        corpus.kwic("fishing", outlet="The Lack")


def test_every_occurrence_has_its_sentence_and_its_place(corpus):
    texts = corpus.documents.set_index("doc_id")["text"]
    sentences = corpus.sentences.set_index("sentence_id")
    for row in corpus.kwic(["river", "lake", "the"]).itertuples():
        assert texts[row.doc_id][row.start : row.end] == row.match
        home = sentences.loc[row.sentence_id]
        assert home["start"] <= row.start < home["end"] and home["voice"] == row.voice


def test_it_shows_itself_aligned_on_the_key_word(corpus):
    lines = repr(corpus.kwic("river")).splitlines()
    assert lines[0] == "river: 5 occurrences in 1 of 2 documents"
    assert len({line.index("[river]") for line in lines[1:]}) == 1


class Tags(HTMLParser):
    """The tags and attributes of a page as a browser reads them."""

    def __init__(self):
        super().__init__()
        self.tags, self.attributes = [], []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs


def hostile():
    """A corpus of one document whose text, title, outlet and speaker are markup."""
    text = f"A river {MARKUP} and more of it."
    documents = [{"doc_id": "a", "text": text, "words": 9, "kind": "post", "title": MARKUP, "outlet": MARKUP}]
    about = {
        "sentence_id": "a-1",
        "doc_id": "a",
        "paragraph": 0,
        "start": 0,
        "end": len(text),
        "text": text,
        "quoted": 1.0,
    }
    sentences = [{**about, "voice": "speaker", "speaker": MARKUP, "speaker_id": "x"}]
    quote = {"doc_id": "a", "start": 2, "end": 12, "text": text[2:12], "kind": "direct", "speaker": MARKUP}
    mention = {
        "sentence_id": "a-1",
        "doc_id": "a",
        "start": 2,
        "end": 7,
        "text": "river",
        "actor": MARKUP,
        "kind": "person",
    }
    empty = {name: make_table(name) for name in ("spans", "removed", "refused")}
    tables = {"sentences": sentences, "quotes": [quote], "mentions": [{**mention, "actor_id": "y"}]}
    made = {name: make_table(name, rows) for name, rows in tables.items()}
    return Corpus(make_table("documents", documents), **made, **empty, notes=pd.DataFrame({"source": [], "note": []}))


def test_what_a_corpus_holds_is_shown_and_never_obeyed():
    corpus = hostile()
    shown = [corpus, corpus.kwic("river"), corpus.read(frames="generic", actors=True, tone=True), corpus.kwic(MARKUP)]
    for html in (one._repr_html_() for one in shown):
        assert not re.search(r"<(script|b|img src=x)\b", html) and "&lt;script&gt;" in html
        parsed = Tags()
        parsed.feed(html)
        assert {name for name, _ in parsed.attributes} <= {"class", "style", "title", "alt", "src"}
        assert {tag for tag in parsed.tags if tag in ("script", "b", "img")} <= {"img"}


def test_a_page_of_it_shows_the_voice_of_each_context(corpus):
    html = corpus.kwic("river")._repr_html_()
    assert html.count('<strong class="fr-k">') == 5
    assert "rgba(230,159,0" in html and "underline" in html, "a colour and a line"
    key = re.findall(r'<strong class="fr-k">(.*?)</strong> <span class="fr-r">', html)
    assert sum("fr-v" in one for one in key) == 2


def test_a_part_of_it_shows_itself_too_and_other_columns_are_a_plain_table(corpus):
    found = corpus.kwic("river")
    assert isinstance(found.head(2), Concordance) and repr(found.head(2)).startswith("river: 2 occurrences")
    assert "sentence_id" in repr(found[["sentence_id", "start"]])
    assert "<table" in found[["sentence_id", "start"]]._repr_html_()
    assert found.sort_values("right").asked is found.asked


def test_it_can_be_copied_and_pickled_without_the_texts(corpus):
    found = corpus.kwic("river")
    again = pickle.loads(pickle.dumps(found))
    assert again.asked.texts is None and "river" in repr(again) and "river" in again._repr_html_()
    assert copy.deepcopy(found).equals(found)


def test_nothing_found_names_words_that_are_near(corpus):
    nothing = corpus.kwic("rivver")
    assert nothing.empty and list(nothing) == list(corpus.kwic("river"))
    assert repr(nothing) == "rivver: nothing was found. Near 'rivver': river (5)."
    assert "river (5)" in nothing._repr_html_()
    assert "'lake' by itself stands 1 time" in repr(corpus.kwic("lake river"))
    assert "2 times in others of these documents" in repr(corpus.kwic("fishing", voice="speaker"))
    assert repr(corpus.kwic("zzz+", regex=True)) == "zzz+: nothing was found."


def test_near_words_are_those_written_alike():
    counts = pd.Series({"sovereign": 3, "sovereignty": 4, "soviet": 9, "overseen": 1})
    assert tell_near(["soverein"], counts).startswith(
        "nothing was found. Near 'soverein': sovereignty (4), sovereign (3)"
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"pattern": []}, r"pattern=\[\] is empty"),
        ({"pattern": 3}, "pattern=3 is no string"),
        ({"pattern": ["a", None]}, "pattern=None is no string"),
        ({"pattern": " | "}, "holds no word"),
        ({"pattern": "a", "window": -1}, "window=-1 is not a whole number of words"),
        ({"pattern": "a", "width": True}, "width=True is not a whole number of characters"),
        ({"pattern": "a", "voices": "speaker"}, r"filter='voices' is not one of .*Did you mean 'voice'"),
    ],
)
def test_what_cannot_be_looked_for_is_said(corpus, arguments, message):
    with pytest.raises(InputError, match=message):
        corpus.kwic(**arguments)


def made_of(texts):
    """A corpus of texts, each a sentence, without reading them as files."""
    ids = [f"d{number}" for number in range(len(texts))]
    documents = pd.DataFrame({"doc_id": ids, "text": texts, "words": 1, "kind": "article"})
    places = {"sentence_id": ids, "paragraph": 0, "start": 0, "end": [len(text) for text in texts]}
    sentences = documents[["doc_id", "text"]].assign(**places, voice="outlet", quoted=0.0)
    empty = {name: make_table(name) for name in ("quotes", "mentions", "spans", "removed", "refused")}
    tables = {"documents": make_table("documents", documents), "sentences": make_table("sentences", sentences)}
    return Corpus(**tables, **empty, notes=pd.DataFrame({"source": [], "note": []}))


def test_three_thousand_articles_answer_in_half_a_second():
    words = "The river rose in March – and “boats” left the harbour before the ice came down from the hills. " * 60
    corpus = made_of([f"{words} Case {number}." for number in range(3_000)])
    assert len(corpus.kwic("case 29*")) == 111
    assert min(seconds_of(lambda: corpus.kwic("case 29*")) for _ in range(3)) < 0.5
