"""Hostile content from end to end: nothing of it runs, loads, leads out or rules a terminal or a spreadsheet.

`make test-faults`. The pages are opened in Chromium where there is one, behind a proxy that counts what is asked of it.
"""

import csv
import os
import re
import shutil
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

import pytest

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests"))

from reports_project import write_notebook, write_reports  # noqa: E402  its folder is added above

CHROMIUM = shutil.which(os.environ.get("FRAMING_BROWSER", "chromium"))
BROWSER = [
    CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--no-first-run",
]  # fmt: skip
RAN = "document.title='RAN'"
BAIT = [
    f"<script>{RAN}</script>",
    f"<img src=http://bait.example/a.png onerror=\"{RAN}\">",
    f"<svg onload=\"{RAN}\"><style>@import url(http://bait.example/b.css)</style></svg>",
    f"[click](javascript:{RAN}) ![p](http://bait.example/c.png)",
    "<a href=\"javascript:alert(1)\">x</a> <iframe src=http://bait.example/d></iframe>",
    "<link rel=stylesheet href=http://bait.example/e.css> <meta http-equiv=refresh content='0;url=http://bait.example/f'>",
    "<div style=\"background:url(http://bait.example/g)\">x</div> <object data=http://bait.example/h></object>",
    "$\\href{javascript:alert(1)}{x}$ \\input{/etc/passwd} {{ 7*7 }} {papermill.format} $(touch ran)",
    "%matplotlib inline",
    "\x9b31mred \u202egnirts\u202c \u2066isolated\u2069",
    "=HYPERLINK(\"http://bait.example\",\"x\")", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "＝1+1", " =1",
]  # fmt: skip
OBEYED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
TABLE = (
    "import pandas as pd\nfrom analysis import load_corpus\nfrom analysis.charts import theme\n"
    "from analysis.charts.show import save_into, show, show_table\n"
    "docs = load_corpus(corpus, cache=False).documents\nsave_into(save_to)\n"
    "show_table(docs[['title', 'outlet', 'text']].assign(number=-1.5), 'bait', caption=str(docs['title'].iloc[0]))"
)
CHART = (
    "figure, grid = theme.new_chart(str(docs['title'].iloc[0]), str(docs['outlet'].iloc[1]), 'n = 3 documents.')\n"
    "grid[0, 0].barh([str(name) for name in docs['outlet'][:3]], [1, 2, 3])\n"
    "show(theme.Chart(figure, 'drawn', docs[['title', 'outlet']], str(docs['title'].iloc[0])))"
)


class Asked(BaseHTTPRequestHandler):
    """A proxy that answers nothing and remembers what it was asked for."""

    log: ClassVar[list[str]] = []

    def do_GET(self):
        self.log.append(self.path)
        self.send_error(403)

    do_CONNECT = do_POST = do_GET

    def log_message(self, *_):
        """Say nothing."""


def run(*arguments, cwd):
    return subprocess.run(
        [sys.executable, "-c", "from analysis.cli import main; main()", *map(str, arguments)],
        cwd=cwd, capture_output=True, encoding="utf-8", timeout=110, stdin=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
    )  # fmt: skip


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """A project whose corpus, sources, titles and names are bait, and a notebook that shows them."""
    folder = tmp_path_factory.mktemp("hostile")
    texts = folder / "texts"
    texts.mkdir()
    with (texts / "stories.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["title", "outlet", "text"])
        for number, bait in enumerate(BAIT):
            said = f'The minister spoke of war, number {number}. {bait} He said so. "{bait}", he said.'
            rows.writerow([bait, bait, said])
    for number, name in enumerate(
        ("<img src=x onerror=alert(1)>.txt", "a\x1b[31mred\nb.txt", "=1+1.txt", "\u202etxt.txt")
    ):
        (texts / name).write_text(f"The bank raised its rates for the {number + 2}th time this year, it said. " * 5)
    write_notebook(folder, "bait", TABLE, CHART, parameters=("corpus", "seed", "save_to"), title="Bait")
    write_reports(
        folder, "reports:\n  hostile:\n    title: Bait\n    corpus: texts\n    notebooks: [{notebook: bait}]\n"
    )
    return folder


@pytest.fixture(scope="module")
def report(project):
    """The report of that project, made."""
    done = run("report", "hostile", "--no-cache", "--title", BAIT[0], "--author", BAIT[1], cwd=project)
    assert done.returncode == 0, done.stdout + done.stderr
    return project / "outputs" / "hostile", done


def test_the_terminal_gets_no_escape_and_no_mark_of_direction(project, report):
    given = [report[1], run("corpus", "texts", "--no-cache", cwd=project), run("corpus", "\x1b[31mno", cwd=project)]
    given += [run("report", "\x9b31m\u202e", cwd=project), run("diff", "outputs/hostile", "a\x1b[2J", cwd=project)]
    given += [run("check", cwd=project)]
    assert [done.returncode for done in given[:4]] == [0, 0, 2, 2]
    for done in given:
        said = done.stdout + done.stderr
        assert said and not OBEYED.search(said), OBEYED.findall(said)
        assert "Traceback" not in said


def test_no_cell_of_a_csv_is_a_formula_and_numbers_are_numbers(report):
    files = list(report[0].rglob("*.csv"))
    assert {"bait.csv", "findings.csv"} <= {path.name for path in files}
    numbers = 0
    for path in files:
        with path.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.reader(file):
                for cell in row:
                    is_number = re.fullmatch(r"-?\d+(?:\.\d+)?", cell)
                    numbers += bool(is_number) and cell.startswith("-")
                    assert is_number or cell.lstrip()[:1] not in {*"=+-@＝＋－＠"} or not cell.strip(), (
                        path.name,
                        cell,
                    )
    assert numbers == len(BAIT) + 4


def test_nothing_outside_the_report_was_touched(project, report):
    assert not list(project.rglob("ran")) and report[0].is_dir()


@pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium")
def test_chromium_runs_nothing_and_asks_for_nothing(report, tmp_path):
    server = ThreadingHTTPServer(("127.0.0.1", 0), Asked)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    pages = [path for kind in ("*.html", "*.svg") for path in sorted(report[0].rglob(kind))]
    assert len(pages) >= 3
    control = tmp_path / "control.html"
    control.write_text(f"<img src=http://bait.example/control><script>{RAN}</script>")
    try:
        for page in [*pages, control]:
            Asked.log.clear()
            shown = subprocess.run(
                [*BROWSER, f"--user-data-dir={tmp_path / 'user'}", f"--proxy-server=127.0.0.1:{server.server_port}",
                 "--virtual-time-budget=1500", "--dump-dom", page.as_uri()],
                capture_output=True, encoding="utf-8", timeout=60, check=False,
            ).stdout  # fmt: skip
            asked = [path for path in Asked.log if "bait.example" in path]
            ran = bool(re.search(r"<title>RAN", shown))
            assert (ran, bool(asked)) == ((True, True) if page == control else (False, False)), (page.name, asked)
    finally:
        server.shutdown()
