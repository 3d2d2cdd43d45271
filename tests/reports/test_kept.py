"""What stays when a run fails or is broken off: the last good page, all of it or none."""

import json
import signal
import threading
from dataclasses import asdict
from pathlib import Path

import pytest
from test_reports_build import Site, code_at_rest  # noqa: F401  the fixture holds the code still here too

from analysis.errors import InputError
from analysis.manifests import write_manifest
from analysis.paths import check_outside
from analysis.reports.kept import journal
from analysis.reports.kept.entries import list_outputs, make_notice
from analysis.reports.kept.journal import NOTES, Change, place_change, prepare_folder, undisturbed
from analysis.reports.kept.placing import check_file, check_free
from reports_project import chart_cell, table_cell, write_notebook, write_reports

FAILS = "assert level < 1, 'too\\nhigh a level'"


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    """A page that was made, then failed with level=2 while its neighbour was made anew."""
    root = tmp_path_factory.mktemp("kept")
    own = ["level: float = 0.5  # a level"]
    write_notebook(root, "01-good", chart_cell(), table_cell(), FAILS, own=own, title="Good")
    write_notebook(root, "02-other", table_cell(name="others"), own=own, title="Other")
    write_reports(root, "reports: {small: {title: Small, notebooks: [01-good, 02-other]}}")
    site = Site(root).make()
    site.before = site.files()
    return site.make("level=2")


def test_a_page_whose_run_fails_keeps_its_last_good_version_with_charts_and_tables(kept):
    after = kept.files()
    assert len(kept.made.failures) == 1
    for name in ("01-good.ipynb", "charts/bars.png", "tables/frames.csv", "tables/bars.csv"):
        assert after[name] == kept.before[name]
    page = after["01-good.html"].decode()
    assert "This page is of 20" in page and "AssertionError: high a level" in page
    assert 'href="01-good.failed.html"' in page and "<code>0.5</code>" in page
    assert "data:image/png" in page


def test_the_failed_run_lies_beside_it_and_the_manifest_and_the_front_page_say_both(kept):
    failed = (kept.folder / "01-good.failed.html").read_text(encoding="utf-8")
    assert (
        "did not run to its end" in failed and 'href="01-good.failed.ipynb"' in failed and "<code>2.0</code>" in failed
    )
    entry = kept.manifest["notebooks"]["01-good"]
    assert entry["status"] == "kept" and entry["error"] is None and entry["inputs"]["parameters"]["level"] == 0.5
    assert (
        entry["failed"]["error"]["message"] == "high a level" and entry["failed"]["inputs"]["parameters"]["level"] == 2
    )
    assert set(entry["failed"]["outputs"]) == {"01-good.failed.html", "01-good.failed.ipynb"}
    assert kept.manifest["status"] == "failed" and kept.manifest["notebooks"]["02-other"]["status"] == "done"
    index = (kept.folder / "index.html").read_text(encoding="utf-8")
    assert 'href="01-good.failed.html"' in index and "high a level" in index


def test_it_stays_through_further_failures_and_goes_when_a_run_succeeds(kept):
    kept.make("level=3")
    assert "  01-good: running (it failed last time)" in kept.said
    assert kept.files()["tables/frames.csv"] == kept.before["tables/frames.csv"]
    kept.make("level=0.7")
    entry = kept.manifest["notebooks"]["01-good"]
    assert entry["status"] == "done" and "failed" not in entry
    assert not [name for name in kept.files() if "failed" in name]
    assert "This page is of" not in (kept.folder / "01-good.html").read_text(encoding="utf-8")


def change_made_by_hand(folder):
    """A report with a page a: three files of an old run lie there, two new ones and a page are staged."""
    for name in ("a.html", "charts/x.png", "tables/x.csv"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("old")
    for name in ("a.html", "charts/x.png", "charts/y.png"):
        (folder / ".making/a" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / ".making/a" / name).write_text("new")
    write_manifest(folder, {"report": "r", "notebooks": {"a": {"made": "old"}, "b": {"made": "old"}}})
    return Change(
        "a", ".making/a", {name: name for name in ("charts/x.png", "charts/y.png", "a.html")}, ("tables/x.csv",),
        {"made": "new"},
    )  # fmt: skip


def seen(folder):
    names = ("a.html", "charts/x.png", "charts/y.png", "tables/x.csv")
    files = {name: (folder / name).read_text() for name in names if (folder / name).is_file()}
    return files, json.loads((folder / "manifest.json").read_text())["notebooks"]["a"]["made"]


OLD = ({"a.html": "old", "charts/x.png": "old", "tables/x.csv": "old"}, "old")
NEW = ({"a.html": "new", "charts/x.png": "new", "charts/y.png": "new"}, "new")


class Stop(BaseException):
    pass


def test_wherever_placing_is_broken_off_the_next_run_finds_all_old_or_all_new(tmp_path, monkeypatch):
    """Every move, removal and write of the disk is a step; the run ends before each of them in turn."""
    outcomes = []
    for step in range(40):
        folder = tmp_path / str(step)
        folder.mkdir()
        change, left = change_made_by_hand(folder), [step]
        with monkeypatch.context() as patch:
            for name in ("replace", "unlink", "rmdir", "mkdir", "chmod"):
                real = getattr(Path, name)

                def counted(self, *args, real=real, left=left, **kwargs):
                    if left[0] == 0:
                        raise Stop
                    left[0] -= 1
                    return real(self, *args, **kwargs)

                patch.setattr(Path, name, counted)
            try:
                place_change(folder, change)
                ended = True
            except Stop:
                ended = False
        noted = (folder / NOTES / "a.json").is_file()
        assert prepare_folder(folder) == (["a"] if noted else [])
        outcomes.append(seen(folder))
        assert seen(folder) in (OLD, NEW) and not (folder / NOTES).exists()
        if ended:
            break
    assert (
        ended
        and outcomes[0] == OLD
        and outcomes[-1] == NEW
        and outcomes == sorted(outcomes, key=lambda one: one == NEW)
    )
    assert outcomes.count(NEW) > 8  # of the steps after the note most lie in the middle of the moving


@pytest.mark.skipif(not hasattr(signal, "pthread_sigmask"), reason="signals cannot be held back here")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_signals_wait_until_all_is_in_place(number):
    said = []
    before = signal.signal(number, lambda *_: said.append("signal"))
    try:
        with undisturbed():
            signal.pthread_kill(threading.main_thread().ident, number)
            said.append("placed")
    finally:
        signal.signal(number, before)
    assert said == ["placed", "signal"]


def test_a_run_finishes_what_the_one_before_had_noted(kept):
    kept.make("level=0.7")  # the tests before may have run elsewhere, beside this one
    entry = kept.manifest["notebooks"]["02-other"]
    staged = kept.folder / ".making" / "02-other" / "tables" / "others.csv"
    staged.parent.mkdir(parents=True)
    staged.write_bytes((kept.folder / "tables/others.csv").read_bytes())
    (kept.folder / "tables/others.csv").write_text("half")
    change = Change("02-other", ".making/02-other", {"tables/others.csv": "tables/others.csv"}, (), entry)
    (kept.folder / NOTES).mkdir()
    (kept.folder / NOTES / "02-other.json").write_text(json.dumps(asdict(change)))
    kept.make("level=0.7")
    assert kept.said[0] == "  02-other: what a run that was broken off had begun is finished" and kept.ran() == []
    assert not staged.exists() and (kept.folder / "tables/others.csv").read_text().startswith("frame,share")


def test_a_note_that_is_none_is_taken_away(tmp_path):
    (tmp_path / NOTES).mkdir()
    (tmp_path / NOTES / "a.json").write_text("{")
    assert prepare_folder(tmp_path) == [] and not (tmp_path / NOTES).exists()
    assert journal.prepare_folder(tmp_path / "nowhere") == []


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda folder: (folder / "index.html").mkdir(), "index.html is a folder where a file of the report goes"),
        (lambda folder: (folder / "charts").write_text("mine"), "charts is a file where a folder of the report goes"),
    ],
)
def test_what_lies_in_the_way_is_named_before_anything_is_moved(tmp_path, make, message):
    make(tmp_path)
    with pytest.raises(InputError, match=message):
        check_free(tmp_path, ["index.html", "charts/a.png"])


def test_a_page_has_a_notice_only_while_it_is_kept():
    done = {"status": "done", "made": "2026-01-01T10:00:00Z", "outputs": {"a.html": ""}}
    failed = {"made": "2026-01-02T10:00:00Z", "error": {"name": "E", "message": "m"}, "outputs": {"a.failed.html": ""}}
    assert make_notice("a", done) is None
    assert make_notice("a", {**done, "status": "kept", "failed": failed}) == {
        "made": "2026-01-01 10:00 UTC", "failed": "2026-01-02 10:00 UTC", "reason": "E: m", "page": "a.failed.html",
    }  # fmt: skip
    assert list_outputs({**done, "failed": failed}) == {"a.html", "a.failed.html"}


def test_nothing_is_written_into_the_corpus_that_is_read(tmp_path):
    (tmp_path / "texts" / "in").mkdir(parents=True)
    check_outside(tmp_path / "outputs", tmp_path / "texts")
    for folder in ("texts", "texts/in", "texts/new", "outputs/../texts/x"):
        with pytest.raises(InputError, match="would be read as texts"):
            check_outside(tmp_path / folder, tmp_path / "texts")
    (tmp_path / "one.csv").write_text("text")
    check_outside(tmp_path, tmp_path / "one.csv")  # a single file's neighbours are no texts


def test_a_file_to_write_is_no_folder_and_has_one_above_it_that_can_be_written(tmp_path):
    check_file(tmp_path / "new" / "a.pdf")
    assert not (tmp_path / "new").exists()
    (tmp_path / "new").mkdir()
    with pytest.raises(InputError, match=r"--to .*new' is a folder: name a file"):
        check_file(tmp_path / "new")
    (tmp_path / "plain").write_text("")
    with pytest.raises(InputError, match=r"--to .*plain' cannot be written to"):
        check_file(tmp_path / "plain" / "a.pdf")
