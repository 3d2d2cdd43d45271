"""Charts stay readable at any number of groups, instruments and periods, with names of any length.

Looked at is where each piece of text stands once a chart is drawn: none on another or beyond the edge, none too small.
"""

import warnings

import numpy as np
import pandas as pd
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.text import Text
from matplotlib.transforms import Affine2D, Bbox

from analysis.charts import contrasts, copies, corpus, frames, sentiment, theme, topics, voices
from analysis.charts.pictures import DPI
from analysis.charts.theme import NoChart
from analysis.estimates import describe

SMALLEST = 8  # points: 11.1 pixels where a chart is shown at its natural width
WORDS = ["Ministry", "of", "the", "Interior", "and", "Foreign", "Affairs", "Daily", "Gazette", "Wochenblatt"]


def names(count, letters, begin=""):
    """Names of so many letters, all different, of words or in one word."""
    made = []
    for number in range(count):
        text = f"{begin}{number} " + " ".join(WORDS[(number + step) % len(WORDS)] for step in range(20))
        made.append(text[:letters].strip() if letters > 5 else f"{number:0{letters}}"[-letters:])
    return made


def estimates(rows, columns, seed=0, low=0.0):
    """One row a value of the columns: rows is a dict of lists that are crossed."""
    grid = pd.MultiIndex.from_product(rows.values(), names=rows.keys()).to_frame(index=False)
    draws = np.random.default_rng(seed)
    value = draws.uniform(low, 0.6, len(grid))
    grid = grid.assign(
        estimate=value, low=value - 0.1, high=value + 0.1, n=20, documents=draws.integers(1, 60, len(grid))
    )
    grid.loc[grid["documents"] < 5, ["low", "high"]] = np.nan
    return describe(
        grid.assign(note="", **columns), unit="sentences", n=900, documents=90, interval=True, source="Ann 1999"
    )


def texts_of(chart):
    """Each piece of text that is really drawn and where it stands, in hundredths of an inch; and the figure's edge."""
    drawn = {}

    def note(text, renderer, *_, **__):
        if text.get_visible() and text.get_text().strip():
            box = Text.get_window_extent(text, renderer)
            drawn[id(text)] = (text, box.transformed(Affine2D().scale(100 / chart.figure.dpi)))

    with warnings.catch_warnings(), pytest.MonkeyPatch.context() as patch:
        warnings.simplefilter("error")
        patch.setattr(Text, "draw", note)
        chart.figure.dpi = DPI  # letters are as wide as that allows
        with theme.styled():
            FigureCanvasAgg(chart.figure).figure.draw_without_rendering()  # places count here, no pixel does
    return list(drawn.values()), Bbox([[0, 0], 100 * chart.figure.get_size_inches()])


def check(chart):
    assert not isinstance(chart, NoChart), chart
    texts, edge = texts_of(chart)
    for number, (text, box) in enumerate(texts):
        assert text.get_fontsize() >= SMALLEST, f"{text.get_text()!r} is written in {text.get_fontsize()} points"
        inside = box.x0 >= edge.x0 - 1 and box.x1 <= edge.x1 + 1 and box.y0 >= edge.y0 - 1 and box.y1 <= edge.y1 + 1
        assert inside, f"{text.get_text()!r} is clipped: {box}"
        for other, its in texts[number + 1 :]:
            turned = text.get_rotation() or other.get_rotation()
            apart = min(box.x1, its.x1) - max(box.x0, its.x0) < 1.5 or min(box.y1, its.y1) - max(box.y0, its.y0) < 1.5
            assert apart or turned, f"{text.get_text()!r} lies on {other.get_text()!r}"
    assert chart.figure.get_figwidth() == 8.4 and chart.figure.get_figheight() < 32
    for axes in chart.figure.axes:
        assert not axes.get_visible() or axes.get_window_extent().width > 60, "a panel is a sliver"


@pytest.mark.parametrize(("groups", "letters"), [(2, 90), (7, 3), (25, 90), (300, 30)])
def test_frames_and_topics_by_any_number_of_groups(groups, letters):
    table = estimates({"frame": names(5, letters, "F"), "outlet": names(groups, letters)}, {})
    check(frames.frames_by(table, "outlet", flags={table["frame"].iloc[0]: "agrees with hand codes by chance alone"}))
    check(topics.topic_shares_by(table.rename(columns={"frame": "label"}), "outlet"))


@pytest.mark.parametrize("frames_", [1, 16, 31])
def test_any_number_of_frames(frames_):
    labels = names(frames_, 40, "Frame ")
    check(frames.frame_shares(estimates({"frame": labels}, {})))
    check(frames.frames_by(estimates({"frame": labels, "outlet": names(25, 20)}, {}), "outlet"))
    check(frames.frames_by(estimates({"frame": labels, "voice": ["outlet", "speaker", "forwarded"]}, {}), "voice"))


@pytest.mark.parametrize(("instruments", "letters"), [(2, 90), (3, 10), (5, 90)])
def test_agreement_and_strength_of_any_number_of_instruments(instruments, letters):
    methods = (
        ["words", "meaning", "example", *names(5, letters, "by ")][:instruments] if letters < 20 else names(5, letters)
    )
    methods = methods[:instruments]
    labels = {f"f{n}": name for n, name in enumerate(names(5, letters, "Frame "))}
    pairs = [(one, two) for place, one in enumerate(methods) for two in methods[place + 1 :]]
    table = pd.concat(estimates({"frame": list(labels)}, {"method": one, "other": two}) for one, two in pairs)
    table = describe(table.assign(statistic="alpha_ranks"), unit="documents", n=90, documents=90)
    check(frames.instrument_agreement(table, labels))
    check(frames.frame_strengths(estimates({"frame": list(labels.values()), "method": methods}, {})))


@pytest.mark.parametrize(("groups", "letters"), [(1, 3), (2, 90), (25, 3), (300, 90)])
def test_sentiment_and_voices_of_any_number_of_groups(groups, letters):
    outlets = [*names(groups, letters), "not known"]
    both = estimates({"outlet": outlets, "voice": ["outlet", "speaker", "forwarded"]}, {}, low=-0.5)
    check(sentiment.sentiment_means(both, both.assign(estimate=0.1), "outlet", "Sentiment by outlet", "voice"))
    two = both[both["voice"] != "forwarded"]
    check(sentiment.sentiment_means(two, two.assign(estimate=0.1), "outlet", "Sentiment by outlet", "voice"))
    check(voices.outlet_shares(both))
    check(voices.speaker_shares(both[both["voice"] == "outlet"].rename(columns={"outlet": "who"})))
    check(
        sentiment.actor_tones(estimates({"actor": names(12, letters, "A"), "outlet": outlets}, {}, low=-0.5), "outlet")
    )
    tones = pd.concat(
        both[both["voice"] == "outlet"].assign(tone=tone, estimate=1 / 3)
        for tone in ("negative", "neutral", "positive")
    )
    check(sentiment.tone_bars(tones, "outlet"))


@pytest.mark.parametrize(("rows", "letters"), [(1, 3), (2, 90), (25, 3), (300, 90)])
def test_heat_maps_and_contrasts_and_counts(rows, letters):
    people = names(rows, letters)
    check(voices.speaker_frames(estimates({"who": people, "frame": names(8, letters, "F")}, {})))
    grid = estimates({"speaker": people, "actor": names(20, letters, "A")}, {}).assign(sentences=3)
    check(voices.speaker_actors(grid))
    terms = estimates({"group": people, "shown": names(12, min(letters, 40), "t")}, {"sure": True})
    terms = terms.rename(columns={"estimate": "delta"}).assign(rank=terms.groupby("group").cumcount() + 1)
    check(contrasts.contrast_dots(terms, "contrast-by-outlet", "What is typical of each outlet"))
    counts = pd.DataFrame({"outlet": [*people, "not known"], "words": 5_000, "documents": 9, "share": 0.01})
    check(corpus.words_bars(counts, "outlet"))
    documents = pd.DataFrame({"doc_id": range(rows + 1), "outlet": [*people, None], "kind": "article"})
    check(corpus.length_dots(documents.assign(words=np.geomspace(3, 90_000, rows + 1).astype(int))))
    flows = pd.DataFrame({"source": people, "copier": people[::-1], "copies": 3, "share": 0.2})
    if rows > 1:
        check(copies.copy_flows(flows[flows["source"] != flows["copier"]]))


EVENTS = pd.DataFrame(
    {
        "date": pd.to_datetime(["2015-03-01", "2015-03-02", "2015-03-03", "2015-06-20", "2016-01-01", "2031-01-01"]),
        "label": ["A summit", "A very long name of something that happened there and then", "C", "D", "E", "Later"],
    }
)
MANY_EVENTS = pd.DataFrame({"date": pd.date_range("2015-01-15", periods=40, freq="15D"), "label": "Something happened"})


@pytest.mark.parametrize(("periods", "freq"), [(3, "YS"), (12, "D"), (60, "W-MON"), (98, "MS"), (120, "QS")])
def test_any_number_of_periods(periods, freq):
    starts = pd.date_range("2015-01-01", periods=periods, freq=freq)
    starts = starts.delete(1) if periods > 12 else starts
    table = estimates({"frame": names(5, 60, "Frame "), "period": starts}, {})
    table.loc[table["documents"].notna(), ["low", "high"]] = [0.1, 0.5]
    trends = table.drop_duplicates("frame").drop(columns="period")
    smoothed = table if periods > 12 else None
    for events in (None, MANY_EVENTS):
        check(frames.frame_timeline(table, trends, smoothed, events))
    means = table[table["frame"] == table["frame"].iloc[0]].assign(voice="outlet", estimate=-0.2)
    check(sentiment.sentiment_timeline(means, "voice", trends.assign(voice="outlet"), None, EVENTS))


@pytest.mark.parametrize(
    ("periods", "period"), [(1, "year"), (60, "day"), (12, "week"), (98, "month"), (1, "month"), (80, "quarter")]
)
def test_bars_of_documents_over_any_number_of_periods(periods, period):
    freq = {"day": "D", "week": "W-MON", "month": "MS", "quarter": "QS", "year": "YS"}[period]
    starts = pd.date_range("2015-01-01", periods=periods, freq=freq)
    counts = pd.DataFrame({"start": starts, "published_from": "text", "documents": 9, "words": 99})
    for events in (None, EVENTS, MANY_EVENTS):
        check(corpus.date_bars(counts, period, 4, events=events))


@pytest.mark.parametrize("count", [1, 30])
def test_any_number_of_topics(count):
    labels = [" · ".join(names(3, 28, f"t{number}-")) for number in range(count)]
    summary = pd.DataFrame(
        {"topic": range(1, count + 1), "label": labels, "words": ", ".join(names(9, 20)), "stable": True}
    )
    check(topics.topic_shares(estimates({"topic": list(summary["topic"])}, {}), summary))
    refits = pd.DataFrame({"refit": 1, "topic": summary["topic"], "cosine": 0.8})
    check(topics.topic_stability(refits, summary, 0.7))
    counts = [5, 8, 10, 12, 15]
    choice = pd.DataFrame({"n_topics": counts, "coherence": 0.1, "exclusivity": 0.9, "stability": 0.8, "chosen": False})
    choice.loc[2, "chosen"] = True
    chart = topics.topic_count_lines(choice)
    check(chart)
    assert [tick.get_text() for tick in chart.figure.axes[0].get_xticklabels() if tick.get_text()][:3] != [
        "5",
        "8",
        "10",
    ]
