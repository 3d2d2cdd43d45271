import importlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from analysis.cli import main
from analysis.cli.command import COMMANDS, framing
from analysis.errors import InputError
from reports_project import code, markdown, write_notebook, write_reports

TEXT = "Minister opens bridge\n\nThe minister opened the bridge on Monday. It took four years.\n\nSource link\n"
lab_module = importlib.import_module("analysis.cli.lab")
EVERYTHING = ("corpus", "where", "seed", "save_to")


@pytest.fixture
def project(tmp_path):
    write_notebook(tmp_path, "01-good", "from analysis.charts.show import say\nsay('x')", parameters=EVERYTHING)
    write_notebook(tmp_path, "02-bad", "from analysis.charts.show import say\nsay(1 / 0)", parameters=EVERYTHING)
    write_reports(
        tmp_path, "reports: {good: {corpus: texts, notebooks: [01-good]}, bad: {corpus: texts, notebooks: [02-bad]}}"
    )
    (tmp_path / "own.csv").write_text(f"head,body\none,{'The bridge opened on Monday. ' * 9}\n")
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "bridge.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def call(*arguments, status=0, capsys=None, monkeypatch=None):
    """Run the command as the console script does; returns what it printed."""
    monkeypatch.setattr(sys, "argv", ["framing", *map(str, arguments)])
    try:
        main()
        found = 0
    except SystemExit as left:
        found = left.code or 0
    said = capsys.readouterr()
    assert found == status, said.err
    return said


@pytest.fixture
def framing_says(capsys, monkeypatch, project):
    monkeypatch.chdir(project)
    return lambda *arguments, status=0: call(*arguments, status=status, capsys=capsys, monkeypatch=monkeypatch)


def test_help_names_every_command_and_imports_none_of_what_they_need():
    run = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", "from analysis.cli import main; main()", "--help"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert all(name in run.stdout for name in COMMANDS)
    assert not {"pandas", "papermill", "nbconvert", "matplotlib", "numpy"} & {
        line.split("|")[-1].strip() for line in run.stderr.splitlines()
    }


def test_the_command_that_makes_reports_leaves_heavy_imports_to_the_processes_that_need_them():
    code = "import sys, analysis.cli.report; print(*{name.split('.')[0] for name in sys.modules})"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert {"analysis", "jinja2"} <= set(loaded)
    assert not {"papermill", "nbconvert", "nbformat", "bleach", "pandas", "numpy", "matplotlib"} & set(loaded)


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_has_a_help_of_its_own(name):
    result = CliRunner().invoke(framing, [name, "--help"])
    assert result.exit_code == 0 and result.output.startswith(f"Usage: framing {name}")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["reprot"], "No such command 'reprot'. Did you mean 'report'?"),
        (["weather"], "No such command 'weather'. The commands are report, diff, pack"),
        (["report", "--corps", "x"], "--corpus"),
        (["report", "good", "--only", "01-god"], "--only='01-god' is not one of ['01-good']. Did you mean '01-good'?"),
        (
            ["report", "good", "--set", "where={since: 01.02.2019}"],
            "since='01.02.2019' is no date: write year-month-day",
        ),
        (["diff", "texts", "texts"], "texts holds no findings.csv"),
        (["pack", "good"], "report='good' is not one of []"),
        (["report", "god"], "error: report='god' is not one of ['good', 'bad']. Did you mean 'good'?"),
        (["report", "--jobs", "0"], "error: --jobs: 0 is not in the range: 1 to 64."),
        (
            ["report", "good", "--set", "sede=1"],
            "is not one of ['where', 'seed']. Did you mean 'seed'?",
        ),
        (["report", "good", "--set", "seed=x"], "error: --set: seed='x' is str, not int (random seed)."),
        (["report", "good", "--corpus", "txts"], "txts' is not there"),
        (["report", "good", "--set", 'where={"kind": "pots"}'], "kind='pots' is not one of ['article']"),
        (["report", "--project", "texts"], "--project='texts' holds no notebooks/reports.yaml"),
        (["corpus", "nowhere"], "error: path='nowhere' is not there"),
        (["corpus", "textss"], "error: path='textss' is not there (looked from '"),
        (["corpus", "textss"], "Did you mean 'texts'?"),
        (["corpus", "texts/bridge.txt/x"], "is not there: 'texts/bridge.txt' is a file, and holds no others"),
        (["report", "good", "--jobs", "two"], "error: --jobs='two' is not a whole number: write one, 1 to 64."),
        (
            ["report", "good", "--public-each", "21"],
            "error: public each=21 is not within 0 to 20.",
        ),
        (
            ["report", "good", "--for", "sps"],
            "error: --for='sps' is not one of ['spss', 'stata']. Did you mean 'spss'?",
        ),
        (["prepare", "texts", "--jobs", "1.5"], "error: --jobs='1.5' is not a whole number: write one, 1 to 1,024."),
        (
            ["prepare", "texts", "--engine", "dusk"],
            "error: --engine='dusk' is not one of ['processes', 'dask']. Did you",
        ),
        (
            ["data", "texts", "--to", "x", "--seed", "-1"],
            "error: --seed: -1 is not in the range: 0 to 4,294,967,295.",
        ),
        (["pack", "--most", "nan"], "error: --most='nan' is not a number: write one, 0.001 or more."),
        (
            ["corpus", "texts", "--copies", "frist"],
            "error: --copies='frist' is not one of ['keep', 'first', 'weight']. Did",
        ),
        (["report", "good", "--title", "x" * 301], "error: title has 301 characters; it may have 300 at most."),
        (["report", "good", "--dry-run", "--set", 'where={"kind": "pots"}'], "kind='pots' is not one of ['article']"),
        (["report", "good", "--dry-run", "--corpus", "own.csv", "--columns", "text=bodi"], "'bodi' is not one of"),
        (["report", "good", "--dry-run", "--outputs", "texts/out"], "lies within the corpus"),
        (["clean", "nowhere"], "error: path='nowhere' is not one of ["),
        (["clean", "--list", "nowhere"], "error: path='nowhere' is not one of ["),
        (["corpus", "texts", "--where", "[a"], "error: --where, line"),
        (["corpus", "texts", "--where", "kind"], "is no filter"),
        (["corpus"], "Missing argument 'PATH'"),
    ],
)
def test_what_cannot_be_used_is_said_on_standard_error_without_a_traceback(framing_says, arguments, message):
    said = framing_says(*arguments, status=2)
    assert message in said.err and "Traceback" not in said.err
    assert said.out == ""


def test_a_report_says_where_its_site_is_and_a_failing_one_leaves_with_status_1(framing_says, project):
    said = framing_says("report", "--outputs", project / "sites", status=1)
    assert "good: 1 of 1 notebooks ran" in said.out
    assert str(project / "sites" / "good" / "index.html") in said.out
    assert said.err.splitlines()[-2:] == [
        "1 failed:",
        '  bad/02-bad in cell "cell-0" (say(1 / 0)): ZeroDivisionError: division by zero',
    ]
    again = framing_says("report", "good", "--outputs", project / "sites")
    assert "01-good: unchanged" in again.out and "good: nothing to run" in again.out


def test_a_report_can_be_made_from_any_folder(framing_says, project, monkeypatch, tmp_path):
    (project / "texts" / "deep").mkdir()
    monkeypatch.chdir(project / "texts" / "deep")
    said = framing_says("report", "good", "--corpus", "..", "--set", "seed=4")
    assert "good: texts: 1 document in 1 file" in said.out
    manifest = json.loads((project / "outputs" / "good" / "manifest.json").read_text())
    assert manifest["notebooks"]["01-good"]["inputs"]["parameters"] == {"corpus": "../texts", "where": {}, "seed": 4}


def test_corpus_prints_what_was_read_kept_and_removed(framing_says, project):
    (project / "texts" / "empty.txt").write_bytes(b"")
    said = framing_says("corpus", "texts").out
    assert said.startswith("texts: 1 document in 1 file, ")
    assert "empty.txt: empty: the file has no bytes" in said
    assert "source link" in said


def test_corpus_as_json_accounts_for_every_character(framing_says, project):
    facts = json.loads(framing_says("corpus", "texts", "--json", "--where", '{"kind": "article"}').out)
    (source,) = facts["sources"]
    assert source["kept"] + source["removed"] == len(TEXT)
    assert sum(what["characters"] for what in facts["removed"].values()) == source["removed"]
    assert facts["steps"] == [{"step": "kind = article", "before": 1, "after": 1}]


def test_check_finds_nothing_wrong_in_what_is_right(framing_says, project):
    said = framing_says("check")
    assert "ok: report good: 1 notebooks on texts" in said.out and "ok: notebook 01-good" in said.out
    assert said.out.endswith("all is well\n") and said.err == ""


def test_check_names_each_fault_and_leaves_with_status_1(framing_says, project):
    imports = "from analysis.charts.show import shw\nfrom analysis import lod"
    write_notebook(project, "03-faults", imports, parameters=(), own=["seed: int = 'a'  # seed"])
    write_reports(project, "reports: {bad: {corpus: nowhere, notebooks: [02-bad]}}")
    (project / "notebooks" / "04-none.ipynb").write_text("{")
    said = framing_says("check", status=1)
    assert said.err.splitlines() == [
        "fault: report bad: its corpus 'nowhere' is not there",
        "fault: 03-faults, parameters cell: seed='a' is str, not int (seed).",
        "fault: 03-faults: imports shw from analysis.charts.show, which has none",
        "fault: 03-faults: imports analysis.lod, which is not there",
        "fault: 04-none.ipynb is not a notebook of format 4: JSONDecodeError "
        "Expecting property name enclosed in double quotes: line 1 column 2 (char 1).",
    ]
    assert said.out.endswith("5 faults found\n")


def test_check_remarks_on_style_and_counts_it_only_if_asked_to(framing_says, project):
    write_notebook(
        project, "01-good", "import os\nfor x in []:\n    pass", markdown("x", "0a1b2c3d"), code("", "empty")
    )
    said = framing_says("check")
    assert [line for line in said.out.splitlines() if line.startswith("remark")] == [
        "remark: 01-good: lacks the parameter `corpus: str = '../seeds'`",
        "remark: 01-good: lacks the parameter `where: dict = {}`",
        "remark: 01-good: the cell id '0a1b2c3d' is no readable name such as 'frames-by-outlet'",
        "remark: 01-good: cell cell-0: holds a loop; logic belongs into analysis/",
        "remark: 01-good: cell cell-0: imports os; notebooks import from analysis alone",
        "remark: 01-good: cell empty: is empty",
    ]
    assert "6 faults found" in framing_says("check", "--strict", status=1).out


def test_lab_opens_on_the_notebooks_and_asks_nothing_of_any_network(framing_says, project, monkeypatch):
    called = []
    monkeypatch.setattr(os, "execve", lambda *command: called.append(command))
    framing_says("lab", "--no-browser", "--port=8901")
    ((program, arguments, environment),) = called
    assert program == sys.executable and arguments[1:3] == ["-m", "jupyterlab"]
    assert f"--FileContentsManager.preferred_dir={project.resolve() / 'notebooks'}" in arguments
    assert arguments[-2:] == ["--no-browser", "--port=8901"]
    assert set(lab_module.QUIET) <= set(arguments)
    config = Path(environment["JUPYTER_CONFIG_PATH"].split(os.pathsep)[0]) / "labconfig" / "page_config.json"
    assert json.loads(config.read_text())["disabledExtensions"] == {
        "@jupyterlab/apputils-extension:announcements": True
    }


def test_the_options_that_keep_jupyterlab_quiet_are_ones_that_it_knows():
    labapp = pytest.importorskip("jupyterlab.labapp")
    app = labapp.LabApp()
    app.parse_command_line(list(lab_module.QUIET))
    assert app.news_url is None and app.extension_manager == "readonly"
    assert app.check_for_updates_class.__name__ == "NeverCheckForUpdate"


def test_an_interrupted_command_says_that_it_goes_on_from_there(framing_says, monkeypatch):
    def interrupted(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr("analysis.cli.report.make_reports", interrupted)
    assert "the next run goes on from there" in framing_says("report", "good", status=130).err


def test_an_error_of_ours_is_not_hidden_behind_a_message(framing_says, monkeypatch):
    def broken(*_, **__):
        raise RuntimeError("a fault in the program")

    monkeypatch.setattr("analysis.cli.report.make_reports", broken)
    with pytest.raises(RuntimeError, match="a fault in the program"):
        framing_says("report", "good")


def test_an_input_error_is_one_line(framing_says, monkeypatch):
    def refuses(*_, **__):
        raise InputError("what; choices; remedy")

    monkeypatch.setattr("analysis.cli.report.make_reports", refuses)
    assert framing_says("report", "good", status=2).err == "error: what; choices; remedy\n"


def test_how_a_corpus_is_read_can_be_said_on_the_command_line(framing_says, project):
    (project / "texts" / "again.txt").write_text(TEXT, encoding="utf-8")
    facts = json.loads(framing_says("corpus", "texts", "--json").out)
    assert facts["documents"] == 2 and facts["copies"] == {"exact": 1} and facts["formats"] == {"article": 2}
    first = json.loads(framing_says("corpus", "texts", "--copies", "first", "--json").out)
    assert first["documents"] == 1
    assert first["steps"] == [{"step": "copies = first", "before": 2, "after": 1}]
    error = framing_says("corpus", "texts", "--columns", "body", status=2).err
    assert "--columns 'body' is not NAME=COLUMN, for example --columns text=body." in error


def test_a_long_list_of_files_is_cut_and_what_holds_of_many_is_said_once(framing_says, project):
    for number in range(45):
        (project / "texts" / f"no{number:02d}.bin").write_bytes(b"%!PS-Adobe\x00\x01\x02\x03")
        (project / "texts" / f"text{number:02d}.txt").write_text(f"{TEXT}\n\nThis is page {number}.", encoding="utf-8")
    said = framing_says("corpus", "texts").out
    assert "and 6 files more, smaller ones (--json names all)" in said
    assert "no00.bin, no01.bin, no02.bin, no03.bin and 41 more: binary" in said


def test_what_is_noted_of_several_files_is_said_once_with_its_least_and_most(framing_says, project):
    for name, runs in (("one", 1), ("three", 3)):
        text = " ".join(["It\u00e2\u20ac\u2122s a bridge."] * runs)
        (project / "texts" / f"{name}.txt").write_text(f"{TEXT}\n\n{text}", encoding="utf-8")
    said = framing_says("corpus", "texts").out
    assert "  one.txt and three.txt: 1 to 3 runs of characters decoded wrongly before the page was saved" in said


TWO = "reports: {good: {corpus: texts, notebooks: [01-good, {notebook: 01-good, as: again}]}}"


def test_only_makes_the_pages_named_and_leaves_the_others_as_they_are_in_the_navigation_too(framing_says, project):
    write_reports(project, TWO)
    first = framing_says("report", "good", "--only", "01-good")
    assert "1 of 1 notebooks ran" in first.out
    page, other = (project / "outputs" / "good" / f"{name}.html" for name in ("01-good", "again"))
    assert not other.exists() and "again.html" not in page.read_text()
    framing_says("report", "good")
    assert "again.html" in page.read_text()
    before = {name: (project / "outputs" / "good" / name).read_bytes() for name in ("again.html", "again.ipynb")}
    said = framing_says("report", "good", "--only", "01-good", "--set", "seed=5")
    assert "  again: left as it is, not asked for (seed: 0 -> 5)" in said.out
    assert {name: (project / "outputs" / "good" / name).read_bytes() for name in before} == before
    assert "again.html" in page.read_text() and "again.html" in (page.parent / "index.html").read_text()
    said = framing_says("report", "good", "--set", "seed=5").out
    assert "  01-good: unchanged" in said and "  again: running (seed: 0 -> 5)" in said


def test_a_dry_run_says_what_would_run_and_why_and_writes_nothing(framing_says, project):
    said = framing_says("report", "--dry-run").out
    assert "good: 1 of 1 notebooks would run" in said and "  02-bad: would run (first run)" in said
    assert "nothing was written" in said and not (project / "outputs").exists()
    assert "is out of range" in framing_says("report", "good", "--dry-run", "--set", "seed=-1", status=2).err
    framing_says("report", "good")
    before = {path: path.stat().st_mtime_ns for path in (project / "outputs").rglob("*")}
    said = framing_says("report", "good", "--dry-run", "--set", "seed=2").out
    assert "  01-good: would run (seed: 0 -> 2)" in said
    assert "  01-good: unchanged" in framing_says("report", "good", "--dry-run").out
    assert {path: path.stat().st_mtime_ns for path in (project / "outputs").rglob("*")} == before


def test_events_that_cannot_be_read_are_named_all_at_once_before_anything_runs(framing_says, project):
    (project / "texts" / "events.csv").write_text("date,label\n2024-13-45,a\n2024-01-02,b\nsoon,c\n")
    for command in (("corpus", "texts"), ("report", "good"), ("report", "good", "--dry-run")):
        said = framing_says(*command, status=2).err
        assert "line 2: date='2024-13-45' is no date" in said and "line 4: date='soon' is no date" in said
    assert not (project / "outputs" / "good" / "index.html").exists()


@pytest.mark.parametrize("where", ["", "elsewhere"])
def test_a_path_given_with_set_counts_from_where_the_command_is_called(framing_says, project, monkeypatch, where):
    """As those of --codebook and --corpus do; one that is not there counts from the notebooks, as in reports.yaml."""
    book = "codebook: own\ntitle: Own\nsource: me\nframes:\n- {frame: a, label: A, definition: D., words: [bridge]}\n"
    say = "from analysis.charts.show import say\nsay(codebook)"
    write_notebook(project, "01-good", say, parameters=EVERYTHING, own=['codebook: str = "generic"  # a codebook'])
    here = project / where
    (here / "cb").mkdir(parents=True)
    (here / "cb" / "own.yaml").write_text(book)
    monkeypatch.chdir(here)
    framing_says("report", "good", "--set", "codebook=cb/own.yaml", "--project", project)
    manifest = json.loads((project / "outputs" / "good" / "manifest.json").read_text())
    named = manifest["notebooks"]["01-good"]["inputs"]["parameters"]["codebook"]
    assert (project / "notebooks" / named).resolve() == here / "cb" / "own.yaml" and not Path(named).is_absolute()
    again = framing_says("report", "good", "--set", f"codebook={named}", "--project", project)
    assert "01-good: unchanged" in again.out
    said = framing_says("report", "good", "--set", "codebook=cb/none.yaml", "--project", project, status=2).err
    assert "--set codebook: codebook='cb/none.yaml': there is no such file" in said
    assert (
        "codebook='x' is not one of"
        in framing_says("report", "good", "--set", "codebook=x", "--project", project, status=2).err
    )


def test_whoever_is_outside_the_project_says_where_a_report_goes(framing_says, project, monkeypatch, tmp_path_factory):
    """The package lies in a project of its own: its reports would be written over by whoever calls from anywhere."""
    monkeypatch.setattr("analysis.projects.PACKAGE", project / "analysis")
    outside = tmp_path_factory.mktemp("outside")
    monkeypatch.chdir(outside)
    for more in ((), ("--dry-run",), ("--corpus", project / "texts")):
        said = framing_says("report", "good", *more, status=2).err
        assert "Say where they go with --outputs, or name the project: --project" in said
    assert not (project / "outputs").exists() and not list(outside.iterdir())
    framing_says("report", "good", "--outputs", "mine")
    framing_says("report", "good", "--project", project)
    assert (outside / "mine" / "good" / "index.html").is_file() and (project / "outputs" / "good").is_dir()


@pytest.mark.parametrize("arguments", [["--corpus", "away"], ["--set", 'where={"kind": "pots"}'], ["--set", "seed=-1"]])
def test_a_report_that_is_refused_leaves_no_folder_and_no_lock(framing_says, project, arguments):
    framing_says("report", "good", *arguments, status=2)
    assert not (project / "outputs").exists()


def test_data_that_is_refused_leaves_no_folder_and_words_alone_make_a_codebook(framing_says, project):
    book = "codebook: own\ntitle: Own\nsource: me\nframes:\n- {frame: a, label: A, definition: D., words: [bridge]}\n"
    (project / "own.yaml").write_text(book)
    assert "no such file" in framing_says("data", "texts", "--to", "deep/x", "--codebook", "none.yaml", status=2).err
    assert not (project / "deep").exists()
    framing_says("data", "texts", "--to", "deep/x", "--codebook", "own.yaml", "--for", "csv")
    assert (project / "deep" / "x" / "document-frames.csv").read_text("utf-8-sig").count("own") == 2


def test_what_was_prepared_of_a_corpus_goes_however_its_path_is_written(framing_says, project, monkeypatch):
    monkeypatch.setenv("FRAMING_CACHE", str(project / "cache"))
    (project / "link").symlink_to(project / "texts")
    for way in ("texts", "texts/", "./texts/../texts", project / "texts", "link"):
        framing_says("prepare", "texts", "--quiet")
        assert framing_says("clean", way).out.startswith("1 prepared, ")
    assert framing_says("clean", "texts").out == "nothing is prepared of texts\n"
    framing_says("prepare", "texts", "--quiet")
    (project / "texts").rename(project / "texte")
    assert framing_says("clean", "texts").out.startswith("1 prepared, "), "its texts have gone since"


def test_a_zip_or_a_pdf_is_not_written_where_it_would_be_read_as_texts(framing_says, project):
    framing_says("report", "good")
    for command in (("pack", "good", "--to", "texts/a.zip"), ("pdf", "good", "--to", "texts/a.pdf")):
        assert "lies within the corpus" in framing_says(*command, status=2).err
    assert [path.name for path in (project / "texts").iterdir()] == ["bridge.txt"]


def test_all_reports_are_checked_before_the_first_is_made(framing_says, project):
    write_reports(
        project, "reports: {good: {corpus: texts, notebooks: [01-good]}, bad: {corpus: away, notebooks: [02-bad]}}"
    )
    assert "away' is not there" in framing_says("report", status=2).err
    assert not (project / "outputs").exists()


def test_title_author_abstract_and_date_are_taken_from_the_file_or_the_command_line(framing_says, project):
    report = "reports: {good: {corpus: texts, title: T, author: [Ann, Bo], date: 2026-11-26, notebooks: [01-good]}}"
    write_reports(project, report)
    framing_says("report", "good", "--title", "Mine <b>")
    index = (project / "outputs" / "good" / "index.html").read_text()
    assert "Mine &lt;b&gt;" in index
    manifest = json.loads((project / "outputs" / "good" / "manifest.json").read_text())
    assert manifest["title"] == "Mine <b>"
    assert (manifest["authors"], manifest["date"]) == (["Ann", "Bo"], "2026-11-26")
    said = framing_says("report", "good", "--author", "Cy", "--abstract", "A.").out
    assert "01-good: page drawn anew" in said and "nothing to run" in said
    manifest = json.loads((project / "outputs" / "good" / "manifest.json").read_text())
    assert (manifest["authors"], manifest["abstract"], manifest["title"]) == (["Cy"], "A.", "T")
    framing_says("report", "good", "--author", "", "--date", "")
    assert 'class="byline"' not in (project / "outputs" / "good" / "index.html").read_text()


@pytest.mark.parametrize("way", ["good", "good/charts", "good/index.html"])
def test_something_in_the_way_is_named_and_stays(framing_says, project, way):
    place = project / "outputs" / way
    place.parent.mkdir(parents=True)
    if way.endswith("html"):
        place.mkdir()
    else:
        place.write_text("mine")
    assert "outputs" in framing_says("report", "good", status=2).err
    assert place.is_dir() if way.endswith("html") else place.read_text() == "mine"


def test_outputs_within_the_corpus_are_refused_and_leave_no_folder_there(framing_says, project):
    said = framing_says("report", "good", "--outputs", project / "texts" / "sites", status=2).err
    assert "lies within the corpus" in said
    assert [path.name for path in (project / "texts").iterdir()] == ["bridge.txt"]


FOUND = """
from analysis.charts.show import show_findings
from analysis.findings import Finding
show_findings([Finding("size", f"It is {seed}.", "size", "all", float(seed), n=seed)])
"""


def test_diff_says_what_moved_and_why_and_pack_makes_one_zip(framing_says, project):
    write_notebook(project, "01-good", FOUND, parameters=EVERYTHING)
    framing_says("report", "good", "--set", "seed=1", "--outputs", project / "a")
    framing_says("report", "good", "--set", "seed=2", "--outputs", project / "b")
    said = framing_says("diff", project / "a" / "good", project / "b" / "good")
    assert said.out == "01-good, size (all): 1 -> 2 (changed: parameters)\n1 moved (1 and 1 findings compared)\n"
    framing_says("diff", "--exit-code", project / "a" / "good", project / "b" / "good" / "findings.csv", status=1)
    assert "nothing moved" in framing_says("diff", "--exit-code", "a/good", "a/good").out
    (project / "old.csv").write_bytes((project / "a" / "good" / "findings.csv").read_bytes())
    assert "What had changed is not known" in framing_says("diff", "old.csv", "b/good").out
    rows = (project / "old.csv").read_text()
    (project / "old.csv").write_text(f"{rows}more,{rows.splitlines()[1].split(',', 1)[1]}\n")
    said = framing_says("diff", "old.csv", "a/good").out
    assert "pages missing in B: more" in said and "gone" not in said
    said = framing_says("pack", "--outputs", "a").out
    assert said.startswith(str(project / "a" / "good.zip")) and (project / "a" / "good.zip").is_file()
