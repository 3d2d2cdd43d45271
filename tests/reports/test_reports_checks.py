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


@pytest.mark.parametrize(
    ("setting", "message"),
    [
        (
            "settings={method: ldaa}",
            r"--set settings: method='ldaa' is not one of .*Did you mean 'lda'",
        ),
        ("settings={languages: [en, xx]}", "--set settings: language='xx' is not one of"),
        ("settings={stop_words: [3]}", r"--set settings: stop_words=\[3\] is no list of texts"),
        ("settings={runs: many}", "--set settings: runs='many' is not a whole number of refits"),
        ("settings={seed: 2}", r"settings='seed' is not one of \['method', 'languages', 'stop_words', 'runs'\]"),
        ("languages=[xx]", "--set languages: language='xx' is not one of"),
        ("languages=[3]", r"--set: languages=\[3\] is list, not list\[str\]"),
    ],
)
def test_what_topics_and_terms_are_given_is_checked_for_its_worth_before_anything_runs(project, setting, message):
    words = "from analysis import keyness"
    write_notebook(project.root, "words", words, own=['languages: list[str] = ["en"]  # whose function words'])
    write_reports(project.root, "reports:\n  small:\n    notebooks: [plain, words]\n")
    with pytest.raises(InputError, match=message):
        report = load_reports(project)["small"].with_settings((setting,))
        check_report(project, report, project.outputs / "small")


def test_a_coder_that_is_none_is_refused_before_anything_runs(project):
    (project.notebooks / "bytes.npz").write_bytes(bytes(range(256)))
    report = load_reports(project)["small"].with_settings(("coder=bytes.npz",))
    with pytest.raises(InputError, match=r"--set coder: bytes.npz is no saved frame coder"):
        check_report(project, report, project.outputs / "small")


def test_more_topics_than_texts_are_refused_by_a_run_and_by_a_dry_run_before_any_notebook_runs(project):
    texts = project.root / "texts"
    texts.mkdir()
    for number in range(12):
        words = ("harbour ships cranes", "wheat barley harvest", "court judges verdict")[number % 3]
        (texts / f"{number}.txt").write_text(f"Number {number}\n\nAbout {words} they wrote; {words} stood there.\n")
    own = ["n_topics: int = 0  # how many", 'unit: str = ""  # of topics']
    write_notebook(project.root, "topics", "found = texts.topics(n_topics)", parameters=("corpus", "where"), own=own)
    write_reports(project.root, "reports:\n  small:\n    corpus: texts\n    notebooks: [topics]\n")
    report = load_reports(project)["small"].with_settings(("n_topics=13",))
    said = "--set n_topics: n_topics=13 is not a whole number from 2 to 12, the number of units that hold words"
    folder = project.outputs / "small"
    with pytest.raises(InputError, match=said):
        make_report(project, report, folder, say=lambda line: None)
    with pytest.raises(InputError, match=said):
        check_report(project, report, folder, reads=lambda line: None)
    fewer = load_reports(project)["small"].with_settings(("n_topics=12",))
    assert [step.entry.name for step in check_report(project, fewer, folder, reads=lambda line: None)] == ["topics"]


def test_pages_of_another_corpus_are_replaced_only_after_a_line_that_says_so(project):
    for name in ("first", "second"):
        (project.root / name).mkdir()
        (project.root / name / "a.txt").write_text(f"The {name} harbour\n\nShips wait there all day.\n")
    write_notebook(project.root, "plain", "x = 1", parameters=("corpus", "seed", "save_to"))
    write_reports(project.root, "reports:\n  small:\n    corpus: first\n    notebooks: [plain]\n")
    report, folder = load_reports(project)["small"], project.outputs / "small"
    line = f"{folder}: pages made of first are replaced by those of second; --outputs DIR keeps both"

    def told(corpus, plan=False):
        said = []
        if plan:
            check_report(project, report, folder, project.root / corpus, reads=said.append)
        else:
            make_report(project, report, folder, project.root / corpus, say=said.append)
        return [text for text in said if "--outputs" in text or ": running" in text]

    assert told("first") == ["  plain: running (first run)"]
    assert told("second", plan=True) == [line]
    said = told("second")
    assert said[0] == line and said[1].startswith("  plain: running (corpus: ../first -> ../second")
    assert told("second") == []  # they are of this corpus now


def test_nothing_is_said_to_be_replaced_where_the_other_corpus_is_refused(project):
    for name, text in (("first", "The first harbour\n\nShips wait there all day.\n"), ("second", "")):
        (project.root / name).mkdir()
        (project.root / name / "a.txt").write_text(text)
    write_notebook(project.root, "plain", "x = 1", parameters=("corpus", "seed", "save_to"))
    write_reports(project.root, "reports:\n  small:\n    corpus: first\n    notebooks: [plain]\n")
    report, folder, said = load_reports(project)["small"], project.outputs / "small", []
    make_report(project, report, folder, say=lambda line: None)
    with pytest.raises(InputError, match="holds no text that can be read"):
        make_report(project, report, folder, project.root / "second", say=said.append)
    with pytest.raises(InputError, match="holds no text that can be read"):
        check_report(project, report, folder, project.root / "second", reads=said.append)
    assert not said
