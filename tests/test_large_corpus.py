"""The maker of large corpora: what it takes apart and puts together, on two outlets whose sentences name themselves."""

import importlib.util
import re
from pathlib import Path

import pandas as pd
import pytest

ROOT = Path(__file__).parents[1]
spec = importlib.util.spec_from_file_location("make_large_corpus", ROOT / "tools" / "make_large_corpus.py")
large = importlib.util.module_from_spec(spec)
spec.loader.exec_module(large)

OUTLETS = {"North": "n", "South": "s"}
NUMBERS = "one two three four five six seven eight nine ten".split()  # noqa: SIM905  as words


def text_of(letter: str, article: int) -> str:
    """Five paragraphs of two sentences, each with its own number: 'Report n03x07 came from the ten towns today.'"""
    sentences = [
        f"Report {letter}{article:02d}x{number:02d} came from the {NUMBERS[number]} towns today."
        for number in range(10)
    ]
    return "\n\n".join(" ".join(sentences[at : at + 2]) for at in range(0, 10, 2))


@pytest.fixture
def table(tmp_path):
    """Forty articles of each of two outlets; those of South have no date that can be read."""
    rows = [
        {"outlet": outlet, "title": f"Title {letter}{at} of it", "text": text_of(letter, at), "date": day}
        for (outlet, letter), day in zip(OUTLETS.items(), ["2024-05-10", "soon"], strict=True)
        for at in range(40)
    ]
    pd.DataFrame(rows).to_parquet(tmp_path / "table.parquet")
    return tmp_path / "table.parquet"


def made(table, count: int = 200, **settings) -> list:
    maker = large.Maker(large.load_sources(table), **settings)
    return [maker.make(number) for number in range(count)]


def test_a_new_article_is_of_one_outlet_and_takes_sentences_of_several_of_its_articles_whole(table):
    for article in made(table, copies=0):
        assert set(re.findall(r"Report (\w)", article.text)) == {OUTLETS[article.outlet]}
        assert len(set(re.findall(r"Report (\w\d\d)x", article.text))) >= 2
        assert not re.sub(r"Report \w\d\dx\d\d came from the \w+ towns today\.\s*", "", article.text)


def test_lengths_are_those_of_the_articles_and_dates_stay_near_theirs_or_missing(table):
    last = 4 * len("Report n03x07 came from the three towns today.")  # a paragraph is four sentences at most
    for article in made(table, copies=0):
        characters = len(article.text.replace("\n\n", ""))
        assert len(text_of("n", 0)) <= characters <= len(text_of("n", 0)) + last
        near = {f"2024-05-{day:02d}" for day in range(7, 14)}
        assert article.published in (near if article.outlet == "North" else {""})


def test_the_same_seed_makes_the_same_and_a_smaller_corpus_is_the_beginning_of_a_larger_one(table):
    assert made(table, 50, seed=3) == made(table, 80, seed=3)[:50]
    assert made(table, 50, seed=3) != made(table, 50, seed=4)


def test_copies_are_as_many_as_asked_for_and_no_other_article_is_one(table):
    articles = made(table, 300, copies=0)
    assert len({article.text for article in articles}) == 300
    copied = made(table, 300, copies=0.1)
    earlier = [any(one.text.startswith(article.text) for one in copied[:at]) for at, article in enumerate(copied)]
    assert 15 <= sum(earlier) <= 45


def test_quotations_are_not_cut_and_a_heading_stays_a_line_of_its_own():
    text = 'What he said\n\n“We came. We saw it,” he said. Then he left.\nHe said "No. Not now." and sat down.'
    assert [tuple(sentence) for sentence in large.split_text(text)] == [
        ("What he said", True),
        ("“We came. We saw it,” he said.", False),
        ("Then he left.", False),
        ('He said "No. Not now." and sat down.', False),
    ]


def test_texts_and_table_hold_the_same_articles(table, tmp_path):
    articles = made(table, 30)
    large.write_texts(iter(articles), tmp_path / "texts")
    large.write_parquet(iter(articles), tmp_path / "one")
    sources = pd.read_csv(tmp_path / "texts" / "sources.csv", keep_default_na=False)
    texts = [(tmp_path / "texts" / file).read_text(encoding="utf-8") for file in sources["file"]]
    rows = pd.read_parquet(tmp_path / "one" / "articles.parquet")
    assert texts == [f"{title}\n\n{text}\n" for title, text in zip(rows["title"], rows["text"], strict=True)]
    assert list(sources["outlet"]) == list(rows["outlet"])
    assert list(sources["published"]) == list(rows["published"])
    assert sources["file"].iloc[29] == "000/article-000029.txt"
