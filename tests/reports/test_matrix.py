"""One report made for each outlet, month, speaker ...: which there are, their folders, the index over them."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_reports_build import code_at_rest  # noqa: F401  a fixture

from analysis.errors import InputError
from analysis.reports.asked.configuration import load_reports
from analysis.reports.asked.matrix import (
    LONGEST_SLUG,
    MOST_REPORTS,
    DocumentGroup,
    keep_large_groups,
    make_slugs,
    split_report,
)
from analysis.reports.asked.project import Project
from analysis.reports.batch import make_reports, plan_reports
from analysis.reports.drawn.matrix import render_matrix
from reports_project import write_notebook, write_reports

FOUND = """
from analysis import load_corpus
from analysis.charts.show import show_findings
from analysis.findings import Finding
n = len(load_corpus(corpus, **where).documents)
numbers = n + 0.12345, n - 0.5, n + 0.5, n
show_findings([Finding('size', f'There are **{n}** documents.', 'documents', 'all', *numbers, 'documents', n)])
"""
ROWS = """outlet,published,text
A & <b>,2024-01-05,"The minister opened the bridge. It took years."
A & <b>,2024-01-06,"Workers went back to the port. They had waited."
A & <b>,2024-02-06,"The school was closed. Parents protested there."
B,2024-02-07,"The river rose again. People left their homes."
B,2024-05-07,"The museum opened its doors. Many people came."
C,2024-05-08,"The train stood still. Nobody knew the reason."
,,"The fair is over. The tents are gone by now."
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    root = tmp_path_factory.mktemp("matrix")
    (root / "texts.csv").write_text(ROWS, encoding="utf-8")
    write_notebook(root, "found", *FOUND.strip().split("\n", 3), parameters=("corpus", "where", "seed", "save_to"))
    write_reports(root, matrix("outlet"))
    return Project(root)


def matrix(each, fewest=2, more=""):
    return (
        f"reports:\n  many:\n    title: Many\n    corpus: texts.csv\n    for each: {each}\n"
        f"    fewest documents: {fewest}\n{more}    notebooks: [found]\n"
    )


def make(project):
    said = []
    made = make_reports(project, load_reports(project)["many"], project.outputs / "many", say=said.append)
    return made, said


@pytest.fixture(scope="module")
def outlets(project):
    return make(project)


def test_a_report_is_made_for_each_value_with_documents_enough_and_the_rest_is_counted(project, outlets):
    made, said = outlets
    folder = project.outputs / "many"
    assert made.failures == [] and (made.ran, made.unchanged) == (2, 0)
    manifest = json.loads((folder / "manifest.json").read_text())
    assert [(one["value"], one["documents"]) for one in manifest["groups"]] == [
        ("A & <b>", 3),
        ("B", 2),
        ("C", 1),
        ("", 1),
    ]
    slug, other = manifest["reports"]
    assert re.fullmatch(r"a-b-[0-9a-f]{8}", slug) and other == "b"
    assert '"n"' not in said and said[0] == "many: 2 reports, for each outlet with 2 documents or more"
    own = json.loads((folder / slug / "manifest.json").read_text())
    assert own["notebooks"]["found"]["inputs"]["parameters"]["where"] == {"outlet": "A & <b>"}
    assert own["title"] == "Many: A & <b>"
    page = (folder / slug / "found.html").read_text()
    assert 'href="../index.html"' in page and "3</strong> documents" in page


def test_the_index_sets_the_reports_side_by_side_and_counts_who_has_none(project, outlets):
    html = outlets[0].index.read_text(encoding="utf-8")
    assert "A &amp; &lt;b&gt;" in html and "<b>" not in html
    assert "3.123 [2.5, 3.5], n = 3 documents" in html and html.count("<circle") == 2
    assert "1 with fewer documents, 1 in all (C 1); 1 document of which the outlet is not known" in html
    assert "There are 3 documents." in html and "<script" not in html


def test_an_unchanged_value_is_not_run_again_and_one_that_is_gone_loses_its_folder(project, outlets):
    made, _ = make(project)
    assert (made.ran, made.unchanged) == (0, 2)
    rows = ROWS.replace("B,2024-05-07", "C,2024-05-07")
    (project.root / "texts.csv").write_text(rows, encoding="utf-8")
    made, said = make(project)
    assert "  b: no longer in this report; its pages are removed" in said
    assert not (project.outputs / "many" / "b").exists() and (project.outputs / "many" / "c" / "index.html").is_file()
    (project.root / "texts.csv").write_text(ROWS, encoding="utf-8")


def test_months_are_in_order_of_time_and_narrow_the_filters_that_are_there(project):
    more = "    parameters: {where: {since: 2024-01-06}}\n"
    write_reports(project.root, matrix("month", 1, more))
    made, _ = make(project)
    manifest = json.loads((made.index.parent / "manifest.json").read_text())
    assert [(one["value"], one["documents"]) for one in manifest["groups"]] == [
        ("2024-01", 1),
        ("2024-02", 2),
        ("2024-05", 2),
    ]
    wheres = [
        json.loads((made.index.parent / slug / "manifest.json").read_text())["notebooks"]["found"]["inputs"][
            "parameters"
        ]["where"]
        for slug in manifest["reports"]
    ]
    assert wheres[0] == {"since": "2024-01-06", "until": "2024-01"}
    assert wheres[1] == {"since": "2024-02", "until": "2024-02"}


def test_a_report_made_once_again_takes_the_folders_of_its_values_away(project):
    write_reports(project.root, matrix("month", 1).replace("    for each: month\n    fewest documents: 1\n", ""))
    made, said = make(project)
    assert made.failures == [] and sum("no longer in this report" in line for line in said) == 3
    assert not list(made.index.parent.glob("2024*")) and (made.index.parent / "found.html").is_file()


def test_a_column_that_is_not_there_is_refused_with_the_choices(project):
    write_reports(project.root, matrix("outlets"))
    with pytest.raises(InputError, match=r"many: for each='outlets' is not one of .*Did you mean 'outlet'\?"):
        plan_reports(project, load_reports(project)["many"], project.outputs / "x", None, False, print)
    assert not (project.outputs / "x").exists()


def groups(count, documents=5):
    return [DocumentGroup(f"v{number}", documents) for number in range(count)]


def test_too_many_values_or_none_with_documents_enough_are_errors_that_name_the_count(project):
    write_reports(project.root, matrix("outlet", 5))
    report = load_reports(project)["many"]
    assert len(keep_large_groups(report, groups(MOST_REPORTS))) == MOST_REPORTS
    with pytest.raises(
        InputError, match="for each outlet: 201 values would make as many reports, and 200 are the most"
    ):
        keep_large_groups(report, groups(MOST_REPORTS + 1))
    with pytest.raises(InputError, match=r"none of 3 values has 5 documents \(the most is 4\)"):
        keep_large_groups(report, groups(3, 4))
    assert [one.name for one in split_report(report, keep_large_groups(report, groups(2)))] == ["many/v0", "many/v1"]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("fewest documents: 5", "fewest documents: 0", "line 6: fewest documents is 0, not a number from 1 on"),
        ("    for each: outlet\n", "", "`fewest documents:` goes with `for each:`"),
        ("for each: outlet", "for each: [outlet]", r"line 5: for each is \['outlet'\], not a text"),
    ],
)
def test_what_is_wrong_in_a_matrix_is_named_with_its_line(project, old, new, message):
    write_reports(project.root, matrix("outlet", 5).replace(old, new))
    with pytest.raises(InputError, match=message):
        load_reports(project)


@given(st.lists(st.text(min_size=1), min_size=1, max_size=30, unique=True))
def test_slugs_are_safe_and_different_for_any_values(values):
    slugs = make_slugs(values)
    assert len(set(slugs)) == len(slugs)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug) and len(slug) <= LONGEST_SLUG for slug in slugs)


def test_a_value_written_to_look_like_another_with_its_hash_is_told_apart():
    lost = make_slugs(["a/b", "a-b"])[0]
    assert len(set(make_slugs(["a/b", "a-b", lost]))) == 3


def test_slugs_can_be_read_where_nothing_is_lost_and_are_told_apart_where_something_is():
    values = ["The Moscow Post", "BBC News", "bbc-news", "../..", "con", "Правда", "x" * 70]
    post, one, other, up, con, pravda, long = make_slugs(values)
    assert post == "the-moscow-post" and con.startswith("con-") and len(long) <= LONGEST_SLUG
    assert one != other and one.startswith("bbc-news-") and other.startswith("bbc-news-")
    assert re.fullmatch("[0-9a-f]{8}", up) and re.fullmatch("[0-9a-f]{8}", pravda)


def test_an_index_without_findings_is_a_table_of_documents():
    rows = [{"value": "a", "slug": "a", "documents": 5, "findings": [], "failures": ["found: E: <m>"]}]
    html = render_matrix({"title": "T", "about": "", "pages": [], "each": "outlet", "fewest": 5}, rows, [], 0)
    assert 'href="a/index.html"' in html and "&lt;m&gt;" in html and "<svg" not in html


def told(key, estimate, weight="0.9", **more):
    about = {"page": "03", "kind": "finding", "group": "", "measure": key, "n": "9", "unit": "sentences", "stamp": ""}
    return about | {"key": key, "estimate": estimate, "low": "", "high": "", "weight": weight, "sentence": key} | more


def test_columns_are_the_weightiest_findings_that_tell_reports_apart():
    rows = [
        {"value": value, "slug": value, "documents": 5, "failures": [], "findings": [
            told("dates", count, "0.3"), told("largest", "1"), told("second", count, "0.6"), told("frame", count),
            told("old", count, kept="of the run of yesterday"),
        ]}
        for value, count in (("a", "0.2"), ("b", "0.4"))
    ]  # fmt: skip
    html = render_matrix({"title": "T", "about": "", "pages": [], "each": "outlet", "fewest": 5}, rows, [], 0)
    head = html.split("<thead>")[1].split("</thead>")[0]
    assert ">second<" in head and ">frame<" in head
    assert not any(f">{name}<" in head for name in ("dates", "largest", "old"))


def test_a_long_name_is_cut_and_stays_whole_in_its_title():
    row = {"value": "n" * 300, "slug": "n", "documents": 5, "findings": [], "failures": []}
    about = {"title": "T", "about": "", "pages": [{"name": "n/index", "title": "n" * 300}], "each": "x", "fewest": 5}
    html = render_matrix(about, [row], [], 0)
    assert html.count("n" * 300) == 1 and f">{'n' * 69}…<" in html
