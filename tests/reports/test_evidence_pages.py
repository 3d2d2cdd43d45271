"""Pages of sentences: each number a section, hostile texts as text, pages that go on, links that lead somewhere."""

import html.parser
import json
import re
from pathlib import Path
from urllib.parse import unquote

import pandas as pd
import pytest

from analysis.charts.evidence import _set_out
from analysis.reports.asked.configuration import load_reports
from analysis.reports.asked.project import Project
from analysis.reports.build import make_report
from analysis.reports.drawn.evidence import lay_marks, render_evidence, write_evidence
from analysis.reports.drawn.pages import _name_tables
from analysis.reports.drawn.sanitising import PLAIN_TABLE, safe_html
from analysis.reports.drawn.site import Page

ROOT = Path(__file__).parents[2]
MOST = 150_000  # bytes of a page
HOSTILE = "</p><script>alert(1)</script><img src=x onerror=alert(1)> & \"'"
PAGE = Page("03-framing", HOSTILE, {"title": "A report", "pages": []})

# charts and tables whose numbers are not about sentences or documents, or say themselves where they come from
NO_SENTENCES = {
    "frames-together": "correlations over all documents",
    "frame-pairs": "the same as a table",
    "instrument-agreement": "agreement over all documents",
    "topic-counts": "models of all texts",
    "topic-stability": "models of parts of the corpus",
    "removed": "what is no text: its passages are listed under it",
    "document-lengths": "a dot a document, listed under it",
}


def table_of(numbers, texts, **about):
    """The table behind a chart: numbers with labels, each with so many sentences of a text."""
    numbers = pd.DataFrame(
        [{"of": 9, "unit": "sentences", "said": "", "ranked": False, **number} for number in numbers]
    )
    rows = [
        {"number": place, "rank": rank + 1, "value": 1.0, "sentence_id": f"s{rank}", "text": text, "marked": "0-3"}
        for place, many in enumerate(texts)
        for rank, text in enumerate(many)
    ]
    empty = ("because", "before", "after")
    facts = {
        "doc_id": "d",
        "title": HOSTILE,
        "outlet": HOSTILE,
        "published": pd.Timestamp("2024-05-06"),
        "voice": "outlet",
    }
    facts |= {"speaker": HOSTILE, "source": HOSTILE, "source_start": 1203, "source_end": 1300}
    table, parts = _set_out(numbers, pd.DataFrame(rows).assign(**dict.fromkeys(empty, ""), **facts))
    table.attrs = {"about": HOSTILE, "anchor": "figure-any", "measure": "score"} | about
    return table, parts


def drawn(table, name="any", page=PAGE):
    return dict(render_evidence(table, name, page))


def test_a_section_names_its_number_and_its_sentences_stand_in_their_order():
    table, _ = table_of(
        [
            {"label": "bbc, Conflict", "said": "10.8% [8.1, 13.9]", "count": 2, "of": 387, "shown": 2},
            {"label": "tass, Conflict", "said": "0%", "count": 0, "of": 5, "shown": 0},
        ],
        [["War came.", "War went."], []],
    )
    (page,) = drawn(table).values()
    assert '<section id="r1"><h2>bbc, Conflict: 2 of 387 sentences (10.8% [8.1, 13.9])</h2>' in page
    assert page.index("War</mark> came.") < page.index("War</mark> went.") and "1,203–1,300" in page
    assert '<section id="r2"><h2>tass, Conflict: 0 of 5 sentences (0%)</h2><p class="m">None.</p>' in page
    assert 'href="../03-framing.html#figure-any"' in page and "outlet&#x27;s own words" in page


def test_pages_of_a_page_with_a_folder_of_its_own_lead_back_to_it():
    table, _ = table_of([{"label": "a", "count": 1, "shown": 1}], [["War."]])
    (page,) = drawn(table, page=Page("policy", "Policy", PAGE.report, folder="policy")).values()
    assert 'href="../../policy.html#figure-any"' in page


def test_what_others_wrote_is_shown_as_text():
    table, _ = table_of([{"label": HOSTILE, "said": HOSTILE, "count": 1, "shown": 1}], [[HOSTILE]])
    table = table.assign(before=HOSTILE, after=HOSTILE, because=HOSTILE)
    (page,) = drawn(table).values()
    assert "<script" not in page and "<img" not in page and page.count("&lt;script&gt;") >= 10
    assert "default-src 'none'" in page


def test_a_number_that_does_not_fit_goes_on_on_the_next_page_and_says_so():
    texts = [[f"War number {n} " + "и слова " * 90 for n in range(300)], ["War."]]
    table, parts = table_of(
        [{"label": "all", "count": 300, "shown": 300}, {"label": "b", "count": 1, "shown": 1}], texts
    )
    pages = drawn(table, "a name")
    assert len(pages) > 2 and parts == [1, max(pages)]
    assert all(len(page.encode()) <= MOST for page in pages.values())
    assert re.findall(r'<a href="a%20name-02.html#r1">It goes on from [\d]+ ›', pages[1])
    assert '<a href="a%20name-01.html#r1">those before</a>' in pages[2]
    assert sum(page.count("<li><p>") for page in pages.values()) == 301


def test_who_is_cut_is_said_with_the_way_to_all():
    ranked = {"label": "a", "count": 2412, "of": 2412, "shown": 1, "ranked": True}
    ranked["shown"] = 2
    table, _ = table_of([ranked, {"label": "b", "count": 50, "shown": 1}], [["War.", "War?"], ["War."]])
    (page,) = drawn(table).values()
    assert "strongest" not in page and "2 of 2,412, from as many documents as possible" in page  # both have value 1
    (page,) = drawn(table.assign(value=[2.0, 1.0, 1.0])).values()
    assert "The 2 strongest of 2,412; all with <code>framing report --evidence all</code>." in page
    assert "1 of 50, from as many documents as possible" in page and "score 1" in page


def test_words_are_whole_numbers_also_of_a_sentence_that_is_quoted_in_part():
    table, _ = table_of([{"label": "a", "count": 1, "shown": 1, "ranked": True}], [["War."]], measure="words")
    (page,) = drawn(table.assign(value=59.5)).values()
    assert "words 60<" in page and "59.5" not in page


def test_links_over_a_picture_are_numbers_and_text_and_lead_to_pages_that_are_there():
    files = frozenset({"x/evidence/a-01.html"})
    marks = [
        [1, 2, 3, 4, "a", 7, 1, HOSTILE],
        [1, 2, 3, 4, "a", 7, 2, "not there"],
        [1, 2, 3, 4, "../../b", 7, 1, "no"],
    ]
    laid = lay_marks(marks, "x/", files)
    assert laid.count("<a ") == 1 and "<script" not in laid
    assert 'style="left:1%;top:2%;width:3%;height:4%" href="x/evidence/a-01.html#r7"' in laid
    with pytest.raises(ValueError, match="could not convert"):
        lay_marks([["1;x", 2, 3, 4, "a", 7, 1, "t"]], "x/", files)


def test_a_table_with_links_of_ours_needs_no_cleaning_and_one_with_others_is_cleaned():
    ours = "<table><tr><td><a href='evidence/a-01.html#r7' title='a: 2%'>2%</a></td></tr></table>"
    assert PLAIN_TABLE.fullmatch(ours) and "evidence/a-01.html#r7" in safe_html(ours)
    for href in ("javascript:alert(1)", "//evil.org/evidence/a-01.html#r7", "evidence/../../x#r7"):
        other = ours.replace("evidence/a-01.html#r7", href)
        assert not PLAIN_TABLE.fullmatch(other)


def test_what_refers_to_a_figure_finds_the_table_of_that_name_where_there_is_no_chart_of_it():
    table, chart = '<div class="output" id="table-a"></div>', '<figure class="chart" id="figure-a"></figure>'
    assert _name_tables(table) == '<div class="output" id="table-a"><span id="figure-a"></span></div>'
    assert _name_tables(table + chart) == table + chart


def test_pages_of_sentences_are_drawn_of_the_pages_own_files_alone(tmp_path):
    table, _ = table_of([{"label": "a", "count": 1, "shown": 1}], [["War."]])
    (tmp_path / "evidence").mkdir()
    for name in ("mine", "other"):
        table.to_parquet(tmp_path / f"evidence/{name}.parquet")
    write_evidence(tmp_path, tmp_path / "new", PAGE, ["evidence/mine.parquet", "tables/other.parquet"])
    assert [path.name for path in (tmp_path / "new/evidence").iterdir()] == ["mine-01.html"]
    assert '<section id="r1">' in (tmp_path / "new/evidence/mine-01.html").read_text(encoding="utf-8")


class Links(html.parser.HTMLParser):
    """The ids and the links of a page."""

    def __init__(self, path):
        super().__init__()
        self.ids, self.hrefs = set(), []
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        self.ids |= {values["id"]} if values.get("id") else set()
        self.hrefs += [values["href"]] if tag == "a" and values.get("href") else []


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The report of the seeds, made once."""
    folder = tmp_path_factory.mktemp("site")
    made = make_report(Project(ROOT), load_reports(Project(ROOT))["overview"], folder, say=lambda line: None)
    assert not made.failures
    return folder


@pytest.fixture(scope="module")
def pages(site):
    return {path: Links(path) for path in site.rglob("*.html")}


def test_every_link_of_the_site_of_the_seeds_leads_to_something(site, pages):
    checked = 0
    for path, page in pages.items():
        for href in page.hrefs:
            if re.match(r"[a-z]+:", href):
                continue
            file, _, anchor = unquote(href).partition("#")
            target = (path.parent / file).resolve() if file else path
            assert target.is_file(), f"{path.name}: {href}"
            if anchor:
                assert anchor in pages[target].ids, f"{path.name}: {href}"
            checked += "evidence/" in href
    assert checked > 500


def test_no_page_of_sentences_is_large_and_none_is_without_links_to_it(site, pages):
    evidence = [path for path in pages if path.parent.name == "evidence"]
    assert max(path.stat().st_size for path in evidence) <= MOST
    led = {unquote(href).partition("#")[0].rpartition("/")[2] for page in pages.values() for href in page.hrefs}
    assert {path.name for path in evidence} <= led


def displays(site, kind):
    """What was displayed in the notebooks: what is said of it, and its content."""
    for path in sorted(site.glob("*.ipynb")):
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
            for output in cell.get("outputs", []):
                if kind in output.get("data", {}) and output["metadata"].get(kind, {}).get("name"):
                    yield output["metadata"][kind], "".join(output["data"][kind])


def test_every_mark_of_every_chart_of_the_seeds_leads_to_its_sentences(site):
    charts = [about for about, _ in displays(site, "image/png")]
    without = {about["name"] for about in charts if not about.get("marks")}
    assert without <= set(NO_SENTENCES), without - set(NO_SENTENCES)
    assert {about["name"]: about["unlinked"] for about in charts if about.get("unlinked")} == {}
    assert sum(len(about.get("marks", [])) for about in charts) > 300


def test_every_estimate_in_a_table_of_the_seeds_leads_to_its_sentences(site):
    tables = list(displays(site, "text/html"))
    for about, content in tables:
        heads = re.findall(r"<th[^>]*>(.*?)</th>", content)
        if "estimate" in heads and about["name"] not in NO_SENTENCES:
            cells = [re.findall(r"<td[^>]*>(.*?)</td>", row) for row in content.split("<tr>")[2:]]
            assert all(row[heads.index("estimate")].startswith(("<a ", "–")) for row in cells), about["name"]
    assert any(about.get("evidence") for about, _ in tables)
