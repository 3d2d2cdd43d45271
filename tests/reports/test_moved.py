"""findings.csv, and what moved between two of them."""

import json

import pytest
from test_reports_build import Site, code_at_rest  # noqa: F401  a fixture

from analysis.errors import InputError
from analysis.reports.kept import found
from analysis.reports.kept.found import COLUMNS, load_findings_file, load_found, write_findings_file
from analysis.reports.kept.moved import compare_findings, name_causes, tell_move
from reports_project import write_notebook, write_reports

FOUND = """
from analysis.charts.show import show_findings
from analysis.findings import LIMIT, Finding
numbers = level, level - 0.05, level + 0.05, 40
one = Finding('share', f'A *share* of {level}.', 'share', 'Conflict', *numbers, 'sentences', 9)
show_findings([one, Finding('few', 'Few documents.', kind=LIMIT)])
"""


def row(key="share", page="03", group="Conflict", **more):
    values = {"kind": "finding", "estimate": "0.3", "low": "0.2", "high": "0.4", "n": "40", "sentence": "A sentence."}
    return dict.fromkeys(COLUMNS, "") | {"page": page, "key": key, "group": group} | values | more


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    root = tmp_path_factory.mktemp("found")
    write_notebook(root, "shares", *FOUND.strip().split("\n", 2), own=["level: float = 0.3  # a level"])
    write_notebook(root, "empty", "x = 1")
    write_reports(root, "reports: {small: {notebooks: [empty, shares]}}")
    return Site(root).make()


def test_findings_are_kept_in_a_text_file_of_fixed_order_and_figures(site):
    assert (site.folder / "findings.csv").read_bytes() == (
        b"page,key,kind,group,measure,estimate,low,high,n,unit,documents,voice,stamp,chart,weight,kept,sentence\n"
        b"shares,share,finding,Conflict,share,0.3,0.25,0.35,40,sentences,9,,,,0.5,,A *share* of 0.3.\n"
        b"shares,few,limit,,,,,,0,,0,,,,0.5,,Few documents.\n"
    )
    assert site.manifest["moved"] == []


def test_after_a_rerun_command_manifest_and_front_page_say_what_moved_and_why(site):
    site.make("level=0.5")
    value = "0.3 [0.25, 0.35] -> 0.5 [0.45, 0.55], beyond both intervals"
    line = f"A title, share (Conflict): {value} (changed: parameters)"
    assert "  findings that moved: 1" in site.said and f"    {line}" in site.said
    assert site.manifest["moved"] == [line]
    site.make("level=0.5")
    assert site.ran() == [] and site.manifest["moved"] == [line]
    site.make("level=0.52")
    assert any("0.5 [0.45, 0.55] -> 0.52 [0.47, 0.57], within the intervals" in line for line in site.said)


def test_where_a_finding_stands_is_nothing_that_moved():
    assert compare_findings([row()], [row(kept="of the run of yesterday", weight="0.9")]) == []


def test_findings_of_a_page_that_stays_after_a_failure_stand_apart(tmp_path):
    write_notebook(tmp_path, "shares", *FOUND.strip().split("\n", 2), "assert level < 1", own=["level: float = 0.3"])
    write_reports(tmp_path, "reports: {small: {notebooks: [shares]}}")
    site = Site(tmp_path).make().make("level=2")
    rows = load_findings_file(site.folder / "findings.csv")
    assert [one["estimate"] for one in rows] == ["0.3", ""]
    assert all(one["kept"].startswith("of the run of 20") and one["kept"].endswith(" failed") for one in rows)
    front = (site.folder / "index.html").read_text(encoding="utf-8")
    assert "What was found" not in front and "Few documents." not in front
    assert "of the run of 20" in front.split("Found before, on pages whose last run failed")[1].split("</section>")[0]


def notebook(tmp_path, *findings):
    outputs = [{"output_type": "display_data", "data": {found.FINDINGS: list(findings)}}]
    cells = [{"cell_type": "markdown", "source": ""}, {"cell_type": "code", "outputs": outputs}]
    (tmp_path / "n.ipynb").write_text(json.dumps({"cells": cells}))
    return load_found(tmp_path / "n.ipynb", "n")


def test_figures_have_four_digits_and_texts_one_line(tmp_path):
    rows = notebook(
        tmp_path,
        {"key": "b", "estimate": 0.123456, "low": -0.0, "high": 123456.7, "sentence": "a\nb", "n": 12345},
        {"key": "a", "estimate": float("nan"), "low": None, "high": True},
        "no finding",
    )
    assert [one["key"] for one in rows] == ["a", "b"]
    assert [rows[1][name] for name in ("estimate", "low", "high", "sentence", "n")] == [
        "0.1235", "0", "123457", "a b", "12345",
    ]  # fmt: skip
    assert [rows[0][name] for name in ("estimate", "low", "high", "kind")] == ["", "", "", "finding"]
    assert load_found(tmp_path / "nowhere.ipynb", "n") == []


def test_a_findings_file_is_read_as_it_was_written(tmp_path):
    rows = [row(sentence='A "b", c;\u2028d é')]
    write_findings_file(tmp_path / "f.csv", rows)
    assert load_findings_file(tmp_path / "f.csv") == rows
    (tmp_path / "g.csv").write_text("a,b\n")
    for name, message in (("g.csv", "is no findings.csv: it lacks"), ("h.csv", "cannot be read")):
        with pytest.raises(InputError, match=message):
            load_findings_file(tmp_path / name)


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        # 0.3 in [0.2, 0.4]; 0.45 outside it, but 0.3 within [0.25, 0.65]
        ({}, {"estimate": "0.45", "low": "0.25", "high": "0.65"},
         "03, share (Conflict): 0.3 [0.2, 0.4] -> 0.45 [0.25, 0.65], within the intervals"),
        ({}, {"estimate": "0.6", "low": "0.5", "high": "0.7"},
         "03, share (Conflict): 0.3 [0.2, 0.4] -> 0.6 [0.5, 0.7], beyond both intervals"),
        ({"low": "", "high": ""}, {"estimate": "0.6"}, "03, share (Conflict): 0.3 -> 0.6 [0.2, 0.4]"),
        ({}, {"group": "Morality"}, "03, share (Morality): Conflict 0.3 [0.2, 0.4] -> Morality 0.3 [0.2, 0.4]"),
        ({"estimate": ""}, {"estimate": "", "sentence": "B."}, '03, share (Conflict): "A sentence." -> "B."'),
        ({}, {"high": "0.5"}, "03, share (Conflict): 0.3 [0.2, 0.4] -> 0.3 [0.2, 0.5], the interval alone"),
        ({}, {"stamp": "exploratory"}, "03, share (Conflict): 0.3 [0.2, 0.4]; stamp changed"),
    ],
)  # fmt: skip
def test_a_move_is_told_with_its_intervals(before, after, said):
    (move,) = compare_findings([row(**before)], [row(**after)])
    assert tell_move(move) == said


def test_what_is_new_or_gone_is_told_with_its_sentence_and_what_stays_is_not():
    moves = compare_findings([row("a"), row("b")], [row("b"), row("c")], {"03": ("corpus", "code")})
    assert [tell_move(move) for move in moves] == [
        "03, c (Conflict): new: A sentence. (changed: corpus, code)",
        "03, a (Conflict): gone: A sentence. (changed: corpus, code)",
    ]
    assert compare_findings([row("a")], [row("a")]) == []


def test_for_readers_it_is_told_in_plain_words():
    (move,) = compare_findings(
        [row("top-share", measure="")], [row("top-share", estimate="", sentence="**A** is *b*.")]
    )
    (new,) = compare_findings([], [row("x", measure="share of words", sentence="**A** leads.")])
    assert tell_move(move, {"03": "Frames"}).startswith("Frames, top share (Conflict): 0.3")
    assert tell_move(new, {"03": "Frames"}) == "Frames, share of words (Conflict): new: A leads."


def test_findings_of_one_key_are_told_apart_by_their_group():
    old = [row(group="A"), row(group="B"), row(group="B", estimate="0.9")]
    new = [row(group="B"), row(group="A", estimate="0.31"), row(group="B", estimate="0.9")]
    (move,) = compare_findings(old, new)
    assert (move.before["group"], move.after["estimate"]) == ("A", "0.31")


def entry(**inputs):
    parts = {"corpus": "1", "code": {"a": "1"}, "notebook": "1", "packages": {"p": "1"}, "parameters": {"n": 1}}
    return {"inputs": parts | inputs, "reads": {"analysis/frames/codebooks/generic.yaml": "1", "lists/x.txt": "1"}}


def test_causes_are_what_differs_between_two_manifests():
    assert name_causes(entry(), entry()) == () == name_causes({}, entry())
    for name, key, value in (
        ("corpus", "corpus", "2"),
        ("code", "code", {"a": "2"}),
        ("notebook", "notebook", "2"),
        ("versions", "packages", {"p": "2"}),
        ("parameters", "parameters", {"n": 2}),
        ("codebook", "parameters", {"n": 1, "codebook": "policy"}),
    ):
        assert name_causes(entry(), entry(**{key: value})) == (name,)
    changed = entry()
    changed["reads"]["analysis/frames/codebooks/generic.yaml"] = "2"
    assert name_causes(entry(), changed) == ("codebook",)
