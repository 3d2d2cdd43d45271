"""Reports made from small notebooks: each run is made once and looked at from several sides."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from analysis.errors import InputError
from analysis.reports import build, recording
from analysis.reports.asked.configuration import load_reports
from analysis.reports.asked.project import Project
from analysis.reports.build import WARM_UP, make_report
from analysis.reports.kept import plan, sources
from analysis.reports.run.processes import prepared
from reports_project import chart_cell, code, table_cell, write_notebook, write_reports

HOSTILE = '</pre><script src="http://example.org/x.js"></script><img src=x onerror=alert(1)>'
ODD = "{0} <script>&amp; $HOME 'x'.txt"  # a file may be called so
CODE = ["as it is"]
TEXTS = {
    "bridge.txt": "Minister opens bridge\n\nThe minister opened the bridge on Monday. It took four years to build.\n",
    "port.txt": "Port workers end strike\n\nPort workers went back to work on Friday after two long weeks of strike.\n",
}


@pytest.fixture(autouse=True, scope="module")
def code_at_rest():
    """The package's own code counts as unchanged while these tests run, whoever works on it meanwhile."""
    with pytest.MonkeyPatch.context() as patch:
        for module in (plan, sources):
            patch.setattr(module, "hash_code", lambda names: dict.fromkeys(["analysis/a.py"], CODE[0]))
        patch.setattr(recording, "hash_look", lambda: {"page.html.j2": CODE[0]})
        with prepared(
            {"analysis.reports.drawn.corpora", "analysis.charts.show"}, WARM_UP
        ):  # once for all reports of this file
            yield


class Site:
    """A project, and what the last `make` said and left behind."""

    def __init__(self, root):
        self.project = Project(root)
        self.said = []

    def make(self, *settings, name="small", **options):
        self.said = []
        report = load_reports(self.project)[name].with_settings(settings)
        self.folder = self.project.outputs / name
        self.made = make_report(self.project, report, self.folder, say=self.said.append, **options)
        return self

    @property
    def manifest(self):
        return json.loads((self.folder / "manifest.json").read_text(encoding="utf-8"))

    def files(self):
        return {
            path.relative_to(self.folder).as_posix(): path.read_bytes()
            for path in self.folder.rglob("*")
            if path.is_file() and path.name != ".lock"
        }

    def ran(self):
        return [line.split(":")[0].strip() for line in self.said if ": running" in line]


def notebooks(root):
    write_notebook(
        root,
        "01-good",
        chart_cell(),
        table_cell(),
        "from analysis.charts.show import say\nsay('Conflict leads.')",
        own=["level: float = 0.5  # a level"],
        title="Good <b>one</b>",
        opening="It *opens* well.",
    )
    bad = "import os\nraise ValueError(f'first\\nthe last line of {os.getcwd()}/x')"
    write_notebook(root, "02-bad", "x = 1", bad, table_cell())
    write_notebook(root, "03-dead", code("import os, signal\nos.kill(os.getpid(), signal.SIGKILL)", "killed"))
    write_notebook(root, "04-hostile", f"print({HOSTILE!r})", f"raise KeyError({HOSTILE!r})", title=HOSTILE)
    write_reports(root, "reports: {small: {title: Small, notebooks: [01-good, 02-bad, 03-dead, 04-hostile]}}")


@pytest.fixture(scope="module")
def mixed(tmp_path_factory):
    """A report of which one notebook succeeds and three fail, run at once."""
    root = tmp_path_factory.mktemp("mixed {x}")  # papermill formats paths that hold braces
    notebooks(root)
    return Site(root).make()


def test_a_notebook_that_fails_stops_no_other(mixed):
    states = {name: entry["status"] for name, entry in mixed.manifest["notebooks"].items()}
    assert states == {"01-good": "done", "02-bad": "failed", "03-dead": "failed", "04-hostile": "failed"}
    assert mixed.manifest["status"] == "failed"
    assert (mixed.made.ran, mixed.made.unchanged, len(mixed.made.failures)) == (4, 0, 3)


def test_a_failure_names_the_notebook_the_cell_and_the_errors_last_line(mixed):
    failures = {failure.split(" ")[0]: failure for failure in mixed.made.failures}
    assert failures["02-bad"] == (
        "02-bad in cell \"cell-1\" (raise ValueError(f'first\\nthe last line of {os.getcwd()}/x')): "
        "ValueError: the last line of notebooks/x"
    )
    assert failures["03-dead"].startswith(
        '03-dead in cell "killed" (import os, signal): DeadKernelError: the kernel died'
    )
    assert any(line.strip() == f"02-bad: FAILED{failures['02-bad'].removeprefix('02-bad')}" for line in mixed.said)


def test_a_notebook_that_runs_leaves_pages_charts_tables_and_their_hashes(mixed):
    outputs = mixed.manifest["notebooks"]["01-good"]["outputs"]
    assert set(outputs) == {
        "01-good.ipynb", "01-good.html", "charts/bars.png", "charts/bars.svg", "tables/bars.csv", "tables/frames.csv",
    }  # fmt: skip
    files = mixed.files()
    assert outputs.keys() <= files.keys()
    assert files["tables/frames.csv"].decode() == "frame,share\nconflict,0.25\nmorality,0.0\n"
    assert "index.html" in files and not any(".making" in name for name in files)


def test_a_failed_notebook_leaves_its_page_and_no_table_that_looks_finished(mixed):
    entry = mixed.manifest["notebooks"]["02-bad"]
    assert set(entry["outputs"]) == {"02-bad.ipynb", "02-bad.html"}
    page = (mixed.folder / "02-bad.html").read_text(encoding="utf-8")
    assert "This notebook did not run to its end" in page and 'href="#cell-1"' in page and 'id="cell-1"' in page
    assert "the last line" in (mixed.folder / "index.html").read_text(encoding="utf-8")


def test_executed_notebooks_hold_no_times_no_staging_paths_and_say_what_was_given(mixed):
    text = (mixed.folder / "01-good.ipynb").read_text(encoding="utf-8")
    assert not re.search(r"20\d\d-\d\d-\d\dT|papermill|\.making|duration", text)
    injected = next(cell for cell in json.loads(text)["cells"] if cell["id"] == "injected-parameters")
    assert "".join(injected["source"]) == (
        "# Given for this report\n"
        "save_to = ''  # the files of this report are written; run again, the notebook writes none"
    )


def test_markup_in_titles_outputs_and_errors_is_shown_as_text(mixed):
    for name in ("04-hostile.html", "index.html"):
        page = (mixed.folder / name).read_text(encoding="utf-8")
        assert not re.search(r"<script|<img[^>]*onerror|<b>one</b>", page)
        assert "&lt;script" in page


def test_two_runs_give_the_same_bytes_but_for_the_manifest(mixed, tmp_path):
    again = Site(mixed.project.root).make(force=True)
    first = mixed.files()
    assert again.made.ran == 4
    second = again.files()
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name] and name != "manifest.json"] == []


@pytest.fixture(scope="module")
def corpus_site(tmp_path_factory):
    root = tmp_path_factory.mktemp("corpus")
    (root / "seeds").mkdir()
    for name, text in TEXTS.items():
        (root / "seeds" / name).write_text(text, encoding="utf-8")
    (root / "seeds" / ODD).write_bytes(b"")
    counts = (
        "from analysis import load_corpus\ntexts = load_corpus(corpus, **where).documents",
        "from analysis.charts.show import save_into, show_table\nsave_into(save_to)",
        "show_table(texts[['doc_id', 'words']], 'words')",
    )
    write_notebook(root, "01-words", *counts, parameters=("corpus", "where", "seed", "save_to"))
    write_notebook(
        root,
        "02-data",
        "from pathlib import Path\nprint(Path(codes).read_text())",
        own=['codes: str = "codes.csv"  # mine'],
    )
    (root / "notebooks" / "codes.csv").write_text("a")
    write_reports(root, "reports: {small: {notebooks: [01-words, 02-data]}}")
    return Site(root).make()


def test_a_report_knows_its_corpus(corpus_site):
    (facts,) = [known["facts"] for known in corpus_site.manifest["corpora"].values()]
    assert facts["documents"] == 2 and [row["source"] for row in facts["sources"]] == ["bridge.txt", "port.txt"]
    assert facts["cautions"][0].startswith("Exploratory: 2 documents cannot stand for")
    assert facts["cautions"][1].startswith(f"Not read: 1 file: {ODD} (empty")
    assert corpus_site.said[0].startswith("small: seeds: 2 documents in 2 files")
    index = (corpus_site.folder / "index.html").read_text(encoding="utf-8")
    assert "&lt;script&gt;" in index and "<script" not in index
    assert "Exploratory: 2 documents" in index and "<strong>2</strong> <span>documents</span>" in index
    page = (corpus_site.folder / "01-words.html").read_text(encoding="utf-8")
    assert "seeds: 2 documents in 2 files" in page and "file or folder to read" in page


def test_nothing_runs_again_when_nothing_changed(corpus_site):
    before = corpus_site.files()
    again = corpus_site.make()
    assert again.ran() == [] and again.made.ran == 0
    assert again.files() == before


def test_a_parameter_that_is_set_to_its_default_changes_nothing(corpus_site):
    before = corpus_site.files()
    for settings in (("seed=0",), ("01-words:seed=0", "where={}"), ()):
        again = corpus_site.make(*settings)
        assert again.ran() == [] and not any("drawn anew" in line for line in again.said)
        assert again.files() == before


def test_each_change_reruns_what_it_touches_and_says_why_and_what_moved(corpus_site):
    site, seeds = corpus_site, corpus_site.project.root / "seeds"
    site.make("01-words:seed=2")
    assert site.ran() == ["01-words"] and "  01-words: running (seed: 0 -> 2)" in site.said
    assert "    no number in its tables moved" in site.said
    site.make()
    assert "  01-words: running (seed: 2 -> 0)" in site.said

    (seeds / "port.txt").write_text(TEXTS["port.txt"].replace("two long weeks", "two weeks"), encoding="utf-8")
    site.make()
    assert site.ran() == ["01-words"] and "  01-words: running (seeds/port.txt changed)" in site.said
    assert "    tables/words.csv: 1 of 2 rows changed (most: words of port-01 18 -> 17)" in site.said

    CODE[0] = "changed"
    site.make()
    assert sorted(site.ran()) == ["01-words", "02-data"] and "  02-data: running (analysis/a.py changed)" in site.said

    (site.project.notebooks / "codes.csv").write_text("b")
    site.make()
    assert site.ran() == ["02-data"] and "  02-data: running (notebooks/codes.csv changed)" in site.said

    (site.folder / "tables" / "words.csv").write_text("altered")
    (site.folder / "02-data.ipynb").unlink()
    site.make()
    assert sorted(site.ran()) == ["01-words", "02-data"]
    assert "  01-words: running (tables/words.csv was altered)" in site.said
    assert "  02-data: running (02-data.ipynb is missing)" in site.said


def test_a_missing_page_is_drawn_anew_without_running_its_notebook(corpus_site):
    page = corpus_site.folder / "02-data.html"
    before = page.read_bytes()
    page.unlink()
    (corpus_site.folder / "index.html").write_text("broken")
    corpus_site.make()
    assert corpus_site.ran() == [] and "  02-data: page drawn anew" in corpus_site.said
    assert page.read_bytes() == before
    assert "broken" not in (corpus_site.folder / "index.html").read_text(encoding="utf-8")


def test_a_filter_that_leaves_nothing_stops_before_anything_runs(corpus_site):
    before = corpus_site.files()
    with pytest.raises(InputError, match="min_words=9000 leaves none of 2 documents"):
        corpus_site.make("where={min_words: 9000}")
    assert corpus_site.files() == before


@pytest.mark.parametrize(("name", "message"), [("nowhere", "is not there"), ("empty", "is a folder without texts")])
def test_a_corpus_that_is_not_there_or_empty_stops_before_anything_runs(corpus_site, tmp_path, name, message):
    (tmp_path / "empty").mkdir()
    with pytest.raises(InputError, match=message):
        corpus_site.make(corpus=tmp_path / name)


def test_a_notebook_can_stand_twice_with_other_parameters_in_a_folder_of_its_own(tmp_path):
    write_notebook(tmp_path, "frames", table_cell())
    write_notebook(tmp_path, "thief", table_cell("{'frame': ['other'], 'share': [1]}"))
    write_reports(
        tmp_path,
        "reports: {small: {notebooks: [frames, {notebook: frames, as: seven, parameters: {seed: 7}}, thief]}}",
    )
    site = Site(tmp_path).make(jobs=1)
    assert (site.folder / "tables/frames.csv").read_text() == "frame,share\nconflict,0.25\nmorality,0.0\n"
    assert (site.folder / "seven/tables/frames.csv").read_text() == "frame,share\nconflict,0.25\nmorality,0.7\n"
    (failure,) = site.made.failures
    assert failure.startswith("thief: InputError: it writes tables/frames.csv, which frames writes too")
    write_reports(tmp_path, "reports: {small: {notebooks: [frames]}}")
    site.make()
    assert "  seven: no longer in this report; its pages are removed" in site.said
    assert sorted(name for name in site.files() if "/" in name or "seven" in name) == ["tables/frames.csv"]


def test_two_runs_do_not_write_into_one_report_at_a_time(tmp_path):
    from analysis.reports.kept.placing import alone

    with alone(tmp_path), pytest.raises(InputError, match="another `framing report` is writing"), alone(tmp_path):
        pass


def test_a_killed_command_leaves_no_process_and_the_next_run_goes_on(tmp_path):
    write_notebook(tmp_path, "quick", "1")
    waits = "import os, time\nfrom pathlib import Path\nPath('pid').write_text(str(os.getpid()))\ntime.sleep(600)"
    write_notebook(tmp_path, "waits", waits)
    write_reports(tmp_path, "reports: {small: {notebooks: [quick, waits]}}")
    command = [sys.executable, "-c", "from analysis.cli import main; main()", "report", "--project", str(tmp_path)]
    noted, manifest = tmp_path / "notebooks" / "pid", tmp_path / "outputs" / "small" / "manifest.json"
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        _until(lambda: noted.is_file() and noted.read_text() and manifest.is_file())
        process.send_signal(signal.SIGKILL)
    _until(lambda: not _alive(int(noted.read_text())))
    write_notebook(tmp_path, "waits", "1")
    again = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "quick: unchanged" in again.stdout and "waits: done" in again.stdout


def _until(condition):
    for _ in range(1200):
        if condition():
            return
        time.sleep(0.1)
    raise AssertionError("it did not come to pass within two minutes")


def _alive(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return "Z" not in (
        Path(f"/proc/{pid}/stat").read_text().split(")")[-1].split()[0] if Path("/proc").is_dir() else ""
    )


READS = "from analysis import load_corpus\ntexts = load_corpus(corpus, where=where)\nprint(len(texts.documents))"


@pytest.fixture(scope="module")
def rerun(tmp_path_factory):
    """A report of which one notebook reads its corpus and saves a table, and one is given what it cannot use."""
    root = tmp_path_factory.mktemp("rerun")
    (root / "seeds").mkdir()
    for name, text in TEXTS.items():
        (root / "seeds" / name).write_text(text, encoding="utf-8")
    wanted = ("corpus", "where", "seed", "save_to")
    write_notebook(root, "01-reads", READS, table_cell(), parameters=wanted)
    write_notebook(root, "02-wrong", f"{READS}\ntexts.where(kind='pots')", parameters=wanted)
    write_reports(root, "reports: {small: {notebooks: [01-reads, 02-wrong]}}")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(build, "LARGE", 100)
        return Site(root).make()


def test_a_large_corpus_is_named_before_it_is_read(rerun):
    assert rerun.said[0] == "reading seeds (2 files); what is new or changed is prepared, and kept"


def test_an_executed_notebook_runs_again_where_it_lies_and_spoils_no_report(rerun):
    before = rerun.files()
    command = [sys.executable, "-m", "papermill", "01-reads.ipynb", "-", "--log-level=ERROR", "--no-progress-bar"]
    done = subprocess.run(command, cwd=rerun.folder, capture_output=True, text=True, check=True)
    outputs = [out for cell in json.loads(done.stdout)["cells"] for out in cell.get("outputs", [])]
    said = "".join(line for out in outputs for line in out.get("text", []))
    assert "read is" in said and said.endswith("2\n") and "the project's" in said
    assert rerun.files() == before and not (rerun.project.outputs / "outputs").exists()


def test_an_error_of_the_suite_is_shown_in_a_sentence_and_its_line_is_named(rerun):
    (failure,) = rerun.made.failures
    assert failure.startswith("02-wrong in cell \"cell-0\" (texts.where(kind='pots')): InputError: kind='pots' is not")
    cells = json.loads((rerun.folder / "02-wrong.ipynb").read_text(encoding="utf-8"))["cells"]
    (error,) = [out for cell in cells for out in cell.get("outputs", []) if out["output_type"] == "error"]
    assert error["traceback"] == [f"InputError: {error['evalue']}"]
    assert "Traceback" not in (rerun.folder / "02-wrong.html").read_text(encoding="utf-8")
