"""A corpus's verbs give the numbers of the plumbing that they stand for, counted here by hand, and show themselves."""

import copy
import html
import html.parser
import pickle

import pandas as pd
import pytest

from analysis.charts.parts import TableShown
from analysis.charts.show import show
from analysis.charts.theme import Chart, NoChart
from analysis.contrasts import compare_by
from analysis.corpus import load_corpus
from analysis.errors import InputError
from analysis.estimates import basis_of, estimate_differences, estimate_means, estimate_shares, estimate_trends
from analysis.frames import code_frames
from analysis.frames.codebooks import load_codebook
from analysis.frames.instruments import mark_present
from analysis.reports.drawn.sanitising import safe_html
from analysis.sentiment import score_sentences
from analysis.topics import fit_topics
from analysis.voices.speech import count_spoken
from analysis.words.units import gather_units

BOOK = {"Work & pay": ["job*", "wages"], "Nature": ["seal*", "bay"]}
# ten documents of two outlets, three sentences each: North says jobs in the first, Coast seals in the first two
NORTH = "The harbour brings jobs to town number {}. The council met on Monday evening. It will meet again next week."
COAST = 'Seals have left the bay near pier {}. "The bay is quiet and empty now," said Ole Lind. Boats come and go.'


@pytest.fixture(scope="module")
def corpus():
    rows = [
        {"text": text.format(number), "outlet": outlet, "published": f"2024-0{number}-03", "kind": "article"}
        for outlet, text in (("North", NORTH), ("Coast", COAST))
        for number in range(1, 6)
    ]
    return load_corpus(pd.DataFrame(rows), cache=False)


def plain(table):
    """The columns that both sides have, without what was kept of units for links."""
    return pd.DataFrame(table).reset_index(drop=True)


def test_frames_are_shares_of_sentences_counted_by_hand(corpus):
    frames = corpus.frames(BOOK)
    assert frames["frame"].tolist() == ["Nature", "Work & pay"]
    assert frames["n"].tolist() == [30, 30]
    assert frames["estimate"].tolist() == [pytest.approx(10 / 30), pytest.approx(5 / 30)]


def test_frames_by_a_column_are_those_of_the_functions_they_stand_for(corpus):
    book = load_codebook(BOOK)
    coded = corpus.with_documents(mark_present(code_frames(corpus.sentences, book), book.labels))
    for by in ("outlet", "voice"):
        expected = estimate_means(coded, "present", by=["frame", by], seed=0)
        pd.testing.assert_frame_equal(plain(corpus.frames(BOOK).by(by)), plain(expected))
    differences = estimate_differences(coded, "present", "outlet", by=["frame"], seed=0)
    pd.testing.assert_frame_equal(plain(corpus.frames(BOOK).compare(by="outlet")), plain(differences))


def test_groups_are_compared_in_each_group_of_the_table_that_is_asked(corpus):
    inside = corpus.frames(BOOK).by("voice").compare(by="outlet")
    units = corpus.frames(BOOK).units
    expected = estimate_differences(units, "present", "outlet", by=["frame", "voice"], seed=0)
    pd.testing.assert_frame_equal(plain(inside), plain(expected))
    assert isinstance(inside.plot(), Chart) and "by voice and outlet: differences" in repr(inside)


def test_the_codes_behind_frames_are_those_of_code_frames_with_all_of_their_documents(corpus):
    book = load_codebook(BOOK)
    coded = corpus.with_documents(mark_present(code_frames(corpus.sentences, book), book.labels))
    pd.testing.assert_frame_equal(plain(corpus.frames(BOOK).units[coded.columns]), plain(coded))


def test_by_adds_up_and_the_order_of_asking_does_not_matter(corpus):
    frames = corpus.frames(BOOK)
    both = frames.by("outlet").by("voice")
    pd.testing.assert_frame_equal(plain(both), plain(frames.by("outlet", "voice")))
    assert both.loc[(both["frame"] == "Nature") & (both["voice"] == "speaker"), "estimate"].tolist() == [1.0]
    over_time = plain(frames.by("outlet").over_time("month"))
    pd.testing.assert_frame_equal(plain(frames.by("outlet", "month")), over_time)
    pd.testing.assert_frame_equal(plain(frames.over_time("month").by("outlet")), over_time)


def test_over_time_counts_the_documents_of_each_month(corpus):
    over_time = corpus.frames(BOOK).over_time("month")
    assert over_time["period"].nunique() == 5 and set(over_time["documents"]) == {2}
    assert isinstance(over_time.plot(), NoChart)  # two documents a month have no interval


def test_a_table_of_trends_has_the_unit_of_the_chart_over_time(corpus, monkeypatch):
    """Five months: a change a year is told as points a month."""
    frames, kept = corpus.frames(BOOK), []
    monkeypatch.setattr(type(frames._measure), "list_trends", lambda _, trends, rate: kept.append((trends, rate)) or [])
    show(frames.over_time("month"))
    dated = frames.units[["doc_id", "published", "frame", "present"]]
    slopes = estimate_trends(dated, "present", by="frame")
    (trends, rate), *_ = kept
    assert rate == "points a month"
    pd.testing.assert_series_equal(trends["estimate"], slopes["estimate"] * 100 / 12)


def test_evidence_leads_to_the_sentences_and_marks_what_counted(corpus):
    found = corpus.frames(BOOK).by("outlet").evidence(frame="nature", outlet="coast", voice="quoted speech", most=2)
    assert found["text"].tolist() == ['"The bay is quiet and empty now," said Ole Lind.'] * 2
    assert found["evidence"].tolist() == ["bay", "bay"] and found["speaker"].tolist() == ["Ole Lind"] * 2
    assert found._repr_html_().count("<mark") == 2
    pd.testing.assert_frame_equal(
        plain(corpus.frames(BOOK).sentences(most=1)), plain(corpus.frames(BOOK).evidence(most=1))
    )


def test_sentiment_is_the_mean_of_score_sentences(corpus):
    scored = score_sentences(corpus.with_documents(corpus.sentences))
    expected = estimate_means(scored, "compound", by=["voice"], seed=0)
    pd.testing.assert_frame_equal(plain(corpus.sentiment().by("voice")), plain(expected))
    assert corpus.sentiment()["n"].tolist() == [30]


def test_voices_and_speakers_are_shares_of_words(corpus):
    spoken = count_spoken(corpus.with_documents(corpus.sentences), corpus.quotes)
    expected = estimate_shares(spoken, of="voice", by=["outlet"], weight="words", seed=0)
    pd.testing.assert_frame_equal(plain(corpus.voices().by("outlet")), plain(expected))
    speakers = corpus.speakers(fewest=1)
    assert speakers["who"].tolist() == ["Ole Lind"] and speakers["estimate"].tolist() == [1.0]
    assert speakers.counts().loc[0, "words"] == 35  # seven words, five times
    one = corpus.voices().compare(by="outlet")
    share = expected.set_index(["outlet", "voice"])["estimate"]
    gap = one.set_index(["outlet", "voice"])["estimate"]["Coast", "speaker"]
    assert gap == pytest.approx(share["Coast", "speaker"] - share["North", "speaker"])


def test_actors_are_named_in_shares_of_documents(corpus):
    actors = corpus.actors()
    lind = actors[actors["actor"] == "Ole Lind"].iloc[0]
    assert (lind["estimate"], lind["n"]) == (0.5, 10)
    by_outlet = actors.by("outlet").set_index(["actor", "outlet"])["estimate"]
    assert (by_outlet["Ole Lind", "Coast"], by_outlet["Ole Lind", "North"]) == (1.0, 0.0)
    assert set(actors.evidence(actor="Ole Lind", most=3)["evidence"]) == {"Ole Lind"}


def test_topics_are_those_of_fit_topics(corpus):
    units = gather_units(corpus.sentences)
    model = fit_topics(units["text"], 2, documents=units["doc_id"], seed=0)
    topics = corpus.topics(2)
    pd.testing.assert_frame_equal(topics.model.summary, model.summary)
    pd.testing.assert_frame_equal(fit_topics(corpus, 2, seed=0).summary, model.summary)
    assert topics["estimate"].sum() == pytest.approx(1) and topics.unit == "paragraph"


def test_keyness_is_that_of_compare_by_and_shows_the_surest_of_each_group(corpus):
    units = corpus.with_documents(gather_units(corpus.sentences, "document"))
    expected = compare_by(units, "outlet", languages=["en"])
    terms = corpus.keyness(by="outlet")
    pd.testing.assert_frame_equal(plain(terms), plain(expected.terms))
    assert {"jobs", "council"} <= set(terms.picked.loc[terms.picked["group"] == "North", "shown"])
    assert "per 1,000 words" in repr(terms) and "data:image/svg+xml" in terms._repr_html_()


def test_a_part_of_a_corpus_is_asked_like_the_whole(corpus):
    coast = corpus.where(outlet="Coast").frames(BOOK)
    assert coast["estimate"].tolist() == [pytest.approx(10 / 15), 0.0]
    assert isinstance(coast.by("outlet").plot(), NoChart)


ALL = {
    "frames": lambda corpus: corpus.frames(BOOK),
    "one frame": lambda corpus: corpus.frames({"Nature": ["seal*", "bay"]}),
    "marked": lambda corpus: corpus.frames(BOOK, marked=True),
    "nothing found": lambda corpus: corpus.frames({"Zebras": ["zebra*"]}, marked=True),
    "sentiment": lambda corpus: corpus.sentiment(),
    "targets": lambda corpus: corpus.targets(),
    "topics": lambda corpus: corpus.topics(2),
    "voices": lambda corpus: corpus.voices(),
    "speakers": lambda corpus: corpus.speakers(fewest=1),
    "actors": lambda corpus: corpus.actors(),
}


class Tags(html.parser.HTMLParser):
    """The tags that are open, and how many rows of tables there were."""

    def __init__(self):
        super().__init__()
        self.open, self.rows = [], 0

    def handle_starttag(self, tag, attrs):
        self.rows += tag == "tr"
        if tag not in ("br", "img"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


@pytest.mark.parametrize("name", ALL)
def test_every_answer_shows_itself_with_its_title_n_and_cautions_and_can_be_drawn_told_and_asked_on(corpus, name):
    answer = ALL[name](corpus)
    for shown in (answer, answer.by("outlet"), answer.by("outlet", "kind"), answer.over_time("month")):
        tags = Tags()
        tags.feed(shown._repr_html_())
        assert tags.open == [] and tags.rows == len(shown) + 1
        assert "exploratory: 10 documents" in shown._repr_html_() and "exploratory: 10 documents" in repr(shown)
        assert isinstance(shown.plot(), Chart | NoChart) and isinstance(shown.tell(), str)
        assert all(isinstance(part, Chart | NoChart | tuple | str) for part in shown.list_parts())
    assert "differences" in repr(answer.compare(by="outlet")) and answer.compare(by="outlet").tell()
    assert isinstance(answer.compare(by="outlet").plot(), Chart | NoChart)
    assert answer.evidence(most=1)._repr_html_().startswith("<div")


def test_pages_that_are_shared_keep_what_an_answer_shows(corpus):
    frames = corpus.frames(BOOK)
    for shown in (frames, frames.by("voice"), frames.evidence()):
        page = safe_html(shown._repr_html_())
        assert "&lt;" not in page and page.count("<img") == shown._repr_html_().count("<img")
        assert page.count("<mark") == shown._repr_html_().count("<mark")


@pytest.mark.parametrize("name", ["strengths", "together", "agreement", "words", "copies", "disagreements"])
@pytest.mark.parametrize("book", [BOOK, {"Nature": ["seal*"]}, {"Zebras": ["zebra*"]}], ids=["two", "one", "none"])
def test_what_is_known_of_the_instruments_is_shown_of_two_frames_one_and_none(corpus, name, book):
    answer = getattr(corpus.frames(book, marked=True), name)()
    assert answer.list_parts() and answer._repr_html_().startswith("<div") and repr(answer)


def test_frames_without_statements_say_that_meaning_cannot_be_measured(corpus):
    near = corpus.frames(BOOK).using("meaning")
    assert near.evidence().empty and near.units["score"].isna().all()
    with pytest.raises(InputError, match="has statements, which method='meaning' needs"):
        corpus.frames(BOOK, method="meaning")


def test_what_pandas_makes_of_an_answer_is_a_plain_table_that_keeps_its_basis(corpus):
    frames = corpus.frames(BOOK)
    for made in (frames.head(1), frames[frames["estimate"] > 0], frames.copy(), frames.sort_values("n"),
                 frames.assign(x=1), copy.copy(frames), copy.deepcopy(frames), frames.to_frame()):  # fmt: skip
        assert type(made) is pd.DataFrame and basis_of(made).n == 30
    assert type(pd.concat([frames, frames])) is pd.DataFrame
    assert type(frames.merge(frames, on="frame")) is pd.DataFrame
    assert type(frames.groupby("frame").apply(lambda group: group)) is pd.DataFrame
    assert type(pickle.loads(pickle.dumps(frames))) is pd.DataFrame
    assert frames.plot.bar(x="frame", y="estimate") is not None and isinstance(frames.plot(), Chart)
    assert frames.compare(frames.to_frame()).empty  # pandas' own compare


def test_an_answer_that_was_changed_in_place_no_longer_shows_its_title(corpus):
    frames = corpus.frames(BOOK)
    title = "How much of the text carries each frame"
    assert title in repr(frames) and title in frames._repr_html_()
    frames["estimate"] = 0.0
    assert title not in repr(frames) and title not in frames._repr_html_()


def test_texts_of_a_corpus_are_escaped_wherever_they_are_shown():
    rows = [
        {"text": f"Seals <script>alert({n})</script> swim in the bay.", "outlet": f"<b>Paper {n}</b>"} for n in (1, 2)
    ]
    corpus = load_corpus(pd.DataFrame(rows), cache=False)
    frames = corpus.frames({"<i>Nature</i>": ["seal*"]})
    for shown in (frames, frames.by("outlet"), frames.evidence()):
        assert "<script" not in shown._repr_html_() and "<b>" not in shown._repr_html_()
        assert "<i>" not in shown._repr_html_()


def test_a_long_table_shows_the_groups_of_most_documents_and_says_so():
    rows = [
        {"text": f"Seals swim in bay number {paper} of {number}.", "outlet": f"Paper {paper:02d}"}
        for paper in range(50)
        for number in range(1 + paper % 3)
    ]
    by_outlet = load_corpus(pd.DataFrame(rows), cache=False).frames(BOOK).by("outlet")
    said = "The 20 of most documents (17 tie: as listed) of 50 outlets. All 100 rows: .to_frame()."
    assert len(by_outlet) == 100 and said in repr(by_outlet)
    assert by_outlet._repr_html_().count("<tr>") <= 41


def test_show_displays_the_chart_its_reading_and_the_tables(corpus, monkeypatch):
    shown = []
    monkeypatch.setattr("analysis.charts.show.display", shown.append)
    show(corpus.frames(BOOK).by("outlet"), corpus.frames(BOOK).words())
    assert [type(one).__name__ for one in shown] == ["Chart", "Markdown", "Chart", "Markdown", "HTML"]


@pytest.mark.parametrize(
    ("ask", "said"),
    [
        (lambda c: c.frames(BOOK).by("outlt"), r"by='outlt' is not one of .* Did you mean 'outlet'\?"),
        (lambda c: c.frames(BOOK).by(), r'by\(\) needs a column: by\("voice"\)'),
        (lambda c: c.frames(BOOK).compare(by="outlet", against="Nort"), "against='Nort' is not one of .*'North'"),
        (lambda c: c.frames(BOOK).over_time("decade"), "period='decade' is not one of"),
        (lambda c: c.frames(BOOK).evidence(frame="Natur"), "frame='Natur' is not one of .* Did you mean 'Nature'"),
        (lambda c: c.frames(BOOK).evidence(colour="red"), "column='colour' is not one of"),
        (lambda c: c.frames("genric"), "codebook='genric' is not one of .* Did you mean 'generic'"),
        (lambda c: c.frames({"Nature": "seal*"}), r"'Nature': its words are one text, 'seal\*': write a list"),
        (lambda c: c.keyness(by="outlt"), "by='outlt' is not one of .* Did you mean 'outlet'"),
        (lambda c: c.sentiment().shares("x"), "by='x' is not one of"),
        (lambda c: c.topics(1), "n_topics=1 is not a whole number from 2"),
        (lambda c: c.where(outlet="North").speakers().compare(by="x"), "by='x' is not one of"),
    ],
)
def test_a_wrong_question_is_answered_with_the_choices(corpus, ask, said):
    with pytest.raises(InputError, match=said):
        ask(corpus)


def test_without_dates_there_is_nothing_to_follow():
    corpus = load_corpus(pd.DataFrame({"text": ["Seals swim in the bay all day long."]}), cache=False)
    with pytest.raises(InputError, match=r"No document has its date known.*sources\.csv \(column published\)"):
        corpus.frames(BOOK).over_time()


@pytest.mark.parametrize("date", [None, "2020-02-02"])
def test_a_page_of_undated_or_unmeasured_texts_says_why_nothing_is_followed_and_does_not_fail(date):
    """Two documents have no topics, dated or not; undated ones have no course of frames and tones either."""
    rows = [{"text": f"Seals swim in the bay all day number {one}.", "published": date} for one in range(2)]
    corpus = load_corpus(pd.DataFrame(rows), cache=False)
    why = "no text was measured" if date else "no document has its date known"
    courses = [corpus.topics()] if date else [corpus.topics(), corpus.frames(BOOK), corpus.sentiment().by("voice")]
    for measured in courses:
        course = measured.over_time(say_why=True)
        (chart,) = course.list_parts()
        assert isinstance(chart, NoChart) and chart.tell().endswith(f"no chart, because {why}.") and course.empty


def test_a_page_never_says_that_words_were_not_found_where_nothing_was_looked_for():
    """Russian texts, an English codebook and lexicon: nothing is measured, so nothing is said to be missing in them."""
    text = "Завод номер {} закрыли в понедельник. Рабочие вышли на площадь и требуют зарплату."
    rows = [{"text": text.format(one), "published": "2024-03-01", "outlet": "А"} for one in range(12)]
    corpus = load_corpus(pd.DataFrame(rows), cache=False)
    frames, tones, toward = corpus.frames(BOOK), corpus.sentiment(), corpus.targets()
    shown = [frames.evidence(), frames.words(), frames.together(), frames.over_time(), frames.disagreements()]
    shown += [tones.by("voice").evidence(), toward, toward.evidence(), tones.by("voice").over_time()]
    said = [
        part.empty if isinstance(part, TableShown) else part.tell() if isinstance(part, NoChart) else part
        for table in shown
        for part in table.list_parts()
    ]
    false = ("stands in these texts", "near a statement", "rank every", "often enough", "come together, or", "here are")
    assert not [one for one in said if any(words in str(one) for words in false)], said
    assert sum("another language" in str(one) for one in said) >= 5


def test_texts_in_another_language_are_named_as_the_reason_and_how_to_set_it():
    text = "Завод в городе номер {} закрыли в понедельник. Рабочие вышли на площадь и требуют зарплату."
    rows = [
        {"text": text.format(one), "outlet": "ABC"[one % 3], "published": f"2020-01-0{one + 1}"} for one in range(9)
    ]
    corpus = load_corpus(pd.DataFrame(rows), cache=False)
    words = {"Work": ["завод*", "рабоч*"], "Pay": ["зарплат*"]}
    wrong = corpus.frames(words)
    for said in (repr(wrong), wrong.tell(), html.unescape(wrong._repr_html_()), repr(wrong.by("outlet"))):
        assert "(ru) than the codebook (en)" in said and '"language": "ru"' in said
        assert "fewer than 5 documents" not in said and "n = 0" not in said
    right = corpus.frames({"frames": words, "language": "ru"})
    assert right["n"].tolist() == [18, 18] and "another language" not in repr(right)
    assert "(ru) than VADER's lexicon (en)" in corpus.sentiment().tell()
    reasons = ((corpus.keyness(), "two are needed"), (corpus.targets(), "(ru)"), (corpus.topics(3), "No topics"))
    for empty, why in reasons:
        assert empty.empty and why in repr(empty)
