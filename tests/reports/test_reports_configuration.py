import pytest

from analysis.errors import InputError
from analysis.reports.asked.configuration import choose_reports, load_reports
from analysis.reports.asked.notebooks import load_notebook
from analysis.reports.asked.parameters import parse_parameters, split_setting
from analysis.reports.asked.project import Project, find_project
from reports_project import write_notebook, write_reports


@pytest.fixture
def project(tmp_path):
    write_notebook(
        tmp_path, "01-topics", "1", own=["n_topics: int = 8  # how many topics", "level: float = 0.5  # level"]
    )
    write_notebook(
        tmp_path, "02-frames", "1", own=['codebook: str = "generic"  # frames'], parameters=("where", "seed")
    )
    return Project(tmp_path)


def load(project, text):
    write_reports(project.root, text)
    return load_reports(project)


SOUND = """
reports:
  daily:
    title: Day by day
    corpus: texts
    parameters: {seed: 3}
    notebooks:
      - 01-topics
      - notebook: 02-frames
        parameters: {codebook: policy, where: {country: NO, since: 2024-05-01}}
      - notebook: 02-frames
        as: frames-again
        title: Again
  weekly:
    notebooks: [01-topics]
"""


def test_how_many_sentences_a_number_shows_is_a_number_all_or_none(project):
    said = [
        load(project, SOUND.replace("corpus: texts", f"evidence: {value}"))["daily"].evidence for value in ("all", 5)
    ]
    assert said == ["all", "5"] and load(project, SOUND)["daily"].evidence == ""
    assert load(project, SOUND)["daily"].with_evidence("none").evidence == "none"
    with pytest.raises(InputError, match="line 5: evidence='many' is not a whole number, 'all' or 'none'"):
        load(project, SOUND.replace("corpus: texts", "evidence: many"))
    with pytest.raises(InputError, match="evidence='-1' is not a whole number"):
        load(project, SOUND)["daily"].with_evidence("-1")


def test_a_codebook_of_the_command_line_gets_pages_beside_those_of_the_report(project, tmp_path):
    report = load(project, SOUND)["daily"]
    (tmp_path / "Harbour 2.yaml").write_text("codebook: harbour")
    more = report.with_codebooks([tmp_path / "Harbour 2.yaml"])
    assert [entry.name for entry in more.entries] == [
        "01-topics", "02-frames", "frames-again", "02-frames-harbour-2", "frames-again-harbour-2"
    ]  # fmt: skip
    added = more.entries[3]
    assert (added.title, added.folder) == ("A title (Harbour 2)", added.name)
    assert added.given["codebook"] == str(tmp_path / "Harbour 2.yaml") and added.given["where"]["country"] == "NO"
    assert report.entries[1].given["codebook"] == "policy" and added.place_of("codebook") == "--codebook"
    with pytest.raises(InputError, match=r"there is a page 02-frames-harbour-2 already; rename the file"):
        more.with_codebooks([tmp_path / "Harbour 2.yaml"])
    with pytest.raises(InputError, match=r"--codebook .*none.yaml' is not there"):
        report.with_codebooks([tmp_path / "none.yaml"])
    assert load(project, SOUND)["weekly"].with_codebooks([tmp_path / "Harbour 2.yaml"]).entries[1:] == ()


def test_a_report_has_its_notebooks_with_what_holds_for_all_and_what_for_one(project):
    reports = load(project, SOUND)
    assert list(reports) == ["daily", "weekly"]
    topics, frames, again = reports["daily"].entries
    assert topics.values() == {"seed": 3, "n_topics": 8, "level": 0.5}
    assert frames.values() == {"where": {"country": "NO", "since": "2024-05-01"}, "seed": 3, "codebook": "policy"}
    assert (again.name, again.title, again.folder, frames.folder) == ("frames-again", "Again", "frames-again", "")
    assert reports["daily"].corpus == "texts" and reports["weekly"].corpus == "seeds"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("corpus: texts", "corpse: texts", r"line 5: key='corpse' is not one of .*Did you mean 'corpus'\?"),
        ("- 01-topics\n", "- 01-topic\n", r"line 8: notebook='01-topic' is not one of \['01-topics', '02-frames'\]"),
        ("{seed: 3}", "{sede: 3}", r"line 6: parameter='sede' is not one of .* Did you mean 'seed'\?"),
        ("{seed: 3}", "{seed: three}", r"line 6: seed='three' is str, not int \(random seed\)"),
        ("codebook: policy", "codbook: policy", r"line 10: parameter='codbook'.*Did you mean 'codebook'\?"),
        ("codebook: policy", "codebook: 4", r"line 10: codebook=4 is int, not str \(frames\)"),
        ("codebook: policy", "save_to: x", r"line 10: save_to is not set as a parameter: use --outputs"),
        ("        as: frames-again\n", "", r"line 11: page '02-frames' is there twice; give the second a name"),
        ("as: frames-again", "as: ../up", r"line 12: page '../up': names are letters, digits, - and _"),
        ("as: frames-again", "as: index", r"line 12: page 'index': names are"),
        ("  weekly:", "  daily:", r"line 14: key 'daily' stands twice, first on line 3\. Keep one"),
        ("[01-topics]", "01-topics", r"line 15: `notebooks:` is a list of notebooks"),
        ("title: Day by day", "title: [1, 2]", r"line 4: title is \[1, 2\], not a text"),
        ("title: Day by day", "title: 'Day", r"line \d+: not YAML"),
        ("reports:", "report:", r"line 2: key='report' is not one of \['reports'\]. Did you mean 'reports'\?"),
        ("{seed: 3}", "{seed: &a [*a]}", r"line 6: an alias \(\*a\) hides what it stands for: write it out"),
    ],
)
def test_what_is_wrong_in_reports_yaml_is_said_with_its_line_and_the_choices(project, old, new, message):
    assert old in SOUND
    with pytest.raises(InputError, match=message):
        load(project, SOUND.replace(old, new))


@pytest.mark.parametrize("text", ["", "reports:", "reports: []", "- a"])
def test_a_file_without_reports_is_refused(project, text):
    with pytest.raises(InputError, match="where `key: value` lines belong"):
        load(project, text)


def test_an_unknown_report_is_refused_with_the_choices(project):
    with pytest.raises(InputError, match=r"report='dayly' is not one of \['daily', 'weekly'\]. Did you mean 'daily'\?"):
        choose_reports(load(project, SOUND), ("dayly",))


def test_settings_reach_every_notebook_that_has_the_parameter_or_the_one_named(project):
    report = load(project, SOUND)["daily"].with_settings(
        ("seed=5", "level=1", "frames-again:codebook=2024", 'where={"kind": ["post"]}')
    )
    topics, frames, again = (entry.values() for entry in report.entries)
    assert (topics["seed"], frames["seed"], topics["level"]) == (5, 5, 1.0)
    assert isinstance(topics["level"], float)
    assert (frames["codebook"], again["codebook"]) == ("policy", "2024")
    assert frames["where"] == again["where"] == {"kind": ["post"]}


@pytest.mark.parametrize(
    ("setting", "message"),
    [
        ("n_topic=3", r"--set: parameter='n_topic' is not one of .* Did you mean 'n_topics'\?"),
        ("n_topics=many", r"--set: n_topics='many' is str, not int \(how many topics\)"),
        ("n_topics=true", r"n_topics=True is bool, not int"),
        ("n_topics=1.5", r"n_topics=1.5 is float, not int"),
        ("level=.inf", r"level=inf is no finite number"),
        ("n_topics", r"--set 'n_topics' is not name=value"),
        ("=3", r"is not name=value"),
        ("import os\n=3", r"is not one of"),
        ("where={1: 2}", r"where: keys are texts"),
        ("where={a: [}", r"--set where, line 1: not YAML"),
        ("corpus=x", r"corpus is not set as a parameter: use --corpus"),
        ("01-topic:seed=3", r"notebook='01-topic' is not one of"),
    ],
)
def test_a_setting_that_cannot_be_used_says_why(project, setting, message):
    with pytest.raises(InputError, match=message):
        load(project, SOUND)["daily"].with_settings((setting,))


def test_a_value_may_hold_equal_signs_and_colons():
    assert split_setting("a=b=c:d") == ("", "a", "b=c:d")
    assert split_setting("01-x:a={k: v}") == ("01-x", "a", "{k: v}")


def test_the_parameters_cell_gives_names_types_defaults_and_comments(tmp_path):
    own = [
        'names: list[str] = ["a#b"]  # some # names',
        "most: int | None = None",
        "k: Literal[1, 2] = 2  # one of two",
    ]
    parameters = parse_parameters(load_notebook(write_notebook(tmp_path, "n", own=own)))
    assert [(p.name, p.type, p.default, p.comment) for p in parameters.values()][2:] == [
        ("names", "list[str]", ["a#b"], "some # names"),
        ("most", "int | None", None, ""),
        ("k", "Literal[1, 2]", 2, "one of two"),
    ]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("x = 3", r"n, parameters cell, line 3: 'x = 3' is not `name: type = value"),
        ("x: int", r"'x: int' is not"),
        ("x: int = f()", r"'x: int = f\(\)' is not"),
        ("x: int = 'a'", r"x='a' is str, not int"),
        ("x: set = 1", r"x: the type 'set' is none of str, int"),
        ("x: int = = 1", r"line 3: invalid syntax"),
    ],
)
def test_a_line_of_the_parameters_cell_that_cannot_be_read_is_named(tmp_path, line, message):
    with pytest.raises(InputError, match=message):
        parse_parameters(load_notebook(write_notebook(tmp_path, "n", own=[line])))


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"{", "n.ipynb is not a notebook of format 4: JSONDecodeError"),
        (b"\xff\xfe", "notebook n.ipynb cannot be read"),
        (b'{"cells": [], "nbformat": 3, "nbformat_minor": 0}', "of notebook format 3; open and save it"),
        (b'{"cells": [{}], "nbformat": 4, "nbformat_minor": 5}', "not a notebook of format 4: KeyError"),
    ],
)
def test_a_file_that_is_no_notebook_is_refused_by_name(tmp_path, content, message):
    (tmp_path / "n.ipynb").write_bytes(content)
    with pytest.raises(InputError, match=message):
        load_notebook(tmp_path / "n.ipynb")


def test_the_project_is_found_from_a_folder_inside_it(project, monkeypatch):
    write_reports(project.root, SOUND)
    (project.root / "a" / "b").mkdir(parents=True)
    monkeypatch.chdir(project.root / "a" / "b")
    assert find_project().root == project.root.resolve()
    with pytest.raises(InputError, match=r"--project='a' holds no notebooks/reports.yaml"):
        find_project("a")


def test_paths_are_said_without_telling_where_somebodys_disk_keeps_them(project):
    assert project.shown(project.root / "seeds" / "a") == "seeds/a"
    assert project.from_notebooks(project.root / "seeds") == "../seeds"
    elsewhere = project.root.parent / "else" / "where" / "texts"
    assert project.shown(elsewhere) == "…/where/texts"
    assert project.from_notebooks(elsewhere) == str(elsewhere)


READ = """
reports:
  daily:
    columns: {text: body}
    copies: first
    one_document_per_file: true
    notebooks:
      - 01-topics
      - notebook: 02-frames
        parameters: {where: {country: NO, copies: weight}}
"""


def test_how_a_corpus_is_read_goes_to_every_notebook_that_filters_it_and_its_own_word_holds(project):
    topics, frames = load(project, READ)["daily"].entries
    assert "where" not in topics.values()
    assert frames.values()["where"] == {
        "columns": {"text": "body"},
        "copies": "weight",
        "one_document_per_file": True,
        "country": "NO",
    }


def test_the_command_line_says_how_a_corpus_is_read_over_the_report(project):
    frames = load(project, READ)["daily"].with_reading({"copies": "keep"}).entries[1]
    assert frames.values()["where"]["copies"] == "keep"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("copies: first", "copies: frist", r"line 5: copies='frist' is not one of .*Did you mean 'first'"),
        ("one_document_per_file: true", "one_document_per_file: 1", "line 6: one_document_per_file is true or false"),
        ("{text: body}", "[text]", r"line 4: columns holds \['text'\] where `key: value` lines belong"),
        ("{text: body}", "{text: 3}", "line 4: text is 3, not a text"),
    ],
)
def test_a_way_of_reading_that_cannot_be_used_is_named_with_its_line(project, old, new, message):
    with pytest.raises(InputError, match=message):
        load(project, READ.replace(old, new))
