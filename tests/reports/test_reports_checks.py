"""What a value must be beyond its type, known before anything is run."""

import pytest

from analysis.errors import InputError
from analysis.reports.asked.checks import check_range, check_where
from analysis.reports.asked.configuration import load_reports
from analysis.reports.asked.project import Project
from analysis.reports.build import check_report, make_report
from reports_project import write_notebook, write_reports

BOOK = """
codebook: mine
title: Mine
source: a test
frames:
  - frame: bridges
    label: Bridges
    definition: About bridges.
    words: [bridge*]
"""


@pytest.mark.parametrize(
    ("name", "value", "comment", "message"),
    [
        ("n_topics", -3, "how many topics", r"at: n_topics=-3 is out of range: 0 or more \(how many topics\)\."),
        ("n_speakers", -1, "", "n_speakers=-1 is out of range: 0 or more"),
        ("seed", -1, "", "seed=-1 is out of range: 0 to 4.29497e"),
        ("resamples", 99, "", "resamples=99 is out of range: 100 or more"),
        ("fewest", 0, "", "fewest=0 is out of range: 1 or more"),
        ("width", 201, "letters (1 to 200)", r"width=201 is out of range: 1 to 200"),
        ("share", 1.5, "a share (0 to 1), of all", "share=1.5 is out of range: 0 to 1"),
        ("unit", "sentense", "", r"unit='sentense' is not one of \['', 'paragraph', 'document'\]"),
    ],
)
def test_a_value_out_of_range_is_refused_with_the_range(name, value, comment, message):
    with pytest.raises(InputError, match=message):
        check_range(name, value, comment, "at")


def test_values_in_range_and_of_names_without_one_pass():
    for name, value in (("n_topics", 0), ("seed", 2**32 - 1), ("resamples", 100), ("x", -5), ("n_all", True)):
        check_range(name, value, "", "at")
    check_range("width", 200, "letters (1 to 200)", "at")


@pytest.mark.parametrize(
    ("where", "message"),
    [
        ({"since": "01.02.2019"}, r"since='01.02.2019' is no date: write year-month-day as 2019-02-01 "
         r"\(this one is 2019-02-01 or 2019-01-02\), or a month as 2019-02"),
        ({"since": "13/02/2019"}, r"\(this one is 2019-02-13\)"),
        ({"until": "2019-02-30"}, "until='2019-02-30' is no date"),
        ({"until": True}, "until=True is no date"),
        ({"since": "2019-05", "until": "2019-04-30"}, "until='2019-04-30' is before since='2019-05'"),
        ({"since": 2020, "until": 2019}, "until=2019 is before since=2020"),
        ({"min_words": -1}, "min_words=-1 is not a whole number of words"),
        ({"copies": "frist"}, "Did you mean 'first'"),
    ],
)  # fmt: skip
def test_filters_that_no_corpus_can_meet_are_refused(where, message):
    with pytest.raises(InputError, match=message):
        check_where(where, "at")


def test_a_period_may_be_a_day_a_month_or_a_year_and_until_holds_all_of_it():
    check_where({"since": "2019-03-30", "until": "2019-03"}, "at")
    check_where({"since": "2019-03-30", "until": 2019}, "at")
    check_where({"since": "2019", "until": "2019-01-01"}, "at")


@pytest.fixture
def project(tmp_path):
    own = ['codebook: str = "generic"  # frames', "n_topics: int = 8  # how many", 'coder: str = ""  # a file']
    write_notebook(tmp_path, "frames", "x = 1", own=own, parameters=("where", "seed", "save_to"))
    write_notebook(
        tmp_path, "plain", "from analysis import fit_topics", own=["settings: dict = {}  # more for fit_topics"]
    )
    write_reports(tmp_path, "reports:\n  small:\n    parameters: {seed: 1}\n    notebooks: [plain, frames]\n")
    return Project(tmp_path)


def make(project, *settings):
    report = load_reports(project)["small"].with_settings(settings)
    return make_report(project, report, project.outputs / "small", say=lambda line: None)


@pytest.mark.parametrize(
    ("setting", "message"),
    [
        ("n_topics=-3", "--set: n_topics=-3 is out of range: 0 or more"),
        ("where={since: 01.02.2019}", "--set: since='01.02.2019' is no date"),
        ("codebook=genric", r"--set codebook: codebook='genric' is not one of .* Did you mean 'generic'\?"),
        ("codebook=nowhere.yaml", "--set codebook: codebook='nowhere.yaml': there is no such file"),
        ("codebook=broken.yaml", r"--set codebook: broken.yaml, line 6: "),
        ("settings={metod: lda}", r"--set settings: settings='metod' is not one of .* Did you mean 'method'\?"),
        ("coder=nowhere.json", "--set coder: coder='nowhere.json': there is no such file"),
    ],
)
def test_what_a_setting_cannot_be_is_said_before_any_notebook_runs(project, setting, message):
    broken = BOOK.replace("    label: Bridges\n", "")
    (project.notebooks / "broken.yaml").write_text(broken, encoding="utf-8")
    with pytest.raises(InputError, match=message):
        make(project, setting)
    left = {path.name for path in (project.outputs / "small").rglob("*")} if project.outputs.exists() else set()
    assert left <= {".lock"}


def test_an_unknown_codebook_of_reports_yaml_is_named_with_its_line(project):
    text = "reports:\n  small:\n    notebooks:\n      - notebook: frames\n        parameters: {codebook: policie}\n"
    write_reports(project.root, text)
    with pytest.raises(InputError, match=r"reports.yaml, line 5: codebook='policie' is not one of"):
        check_report(project, load_reports(project)["small"], project.outputs / "small")
    assert not project.outputs.exists()


def test_a_codebook_is_found_from_the_folder_of_the_notebooks(project):
    (project.notebooks / "mine.yaml").write_text(BOOK, encoding="utf-8")
    assert make(project, "codebook=mine.yaml").failures == []


def test_a_value_of_reports_yaml_out_of_range_is_named_with_its_line(project):
    write_reports(project.root, "reports:\n  small:\n    parameters: {n_topics: -3}\n    notebooks: [frames]\n")
    with pytest.raises(InputError, match=r"reports.yaml, line 3: n_topics=-3 is out of range"):
        load_reports(project)
