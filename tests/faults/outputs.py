"""Bait wherever it can be shown or written: names, labels, titles, columns, parameters, events, errors, exports.

`make test-faults`. What notebooks show is opened in Chromium as JupyterLab would (no Content-Security-Policy), and the
pages of a report once more without theirs: nothing may run or be asked for, and no page may be wider than its window.
"""

import csv
import html
import json
import random
import re
import subprocess
import sys
import threading
import zipfile
from http.server import ThreadingHTTPServer
from pathlib import Path

import pypdfium2
import pyreadstat
import pytest
import yaml
from hostile import BROWSER, CHROMIUM, RAN, ROOT, Asked, run
from nbconvert.filters.markdown_mistune import markdown2html_mistune

sys.path.insert(0, str(ROOT / "tests"))

from reports_project import write_notebook, write_reports

LONG = "Q" * 100_000
BAIT = [
    f"<script>{RAN}</script>",
    f'<img src=http://bait.example/a.png onerror="{RAN}">',
    f'"><img src=x onerror="{RAN}"> \'><svg onload=\'{RAN}\'>',
    f"[click](javascript:{RAN}) ![p](http://bait.example/c.png)",
    "</style><style>body{display:none;background:url(http://bait.example/g)}</style> red;position:fixed",
    "</title></textarea><!-- ]]> --> <![CDATA[ <iframe src=http://bait.example/d></iframe>",
    "$\\frac{ $x_{ \\input{/etc/passwd} \\begin{x} $$ $5 or $6",
    "{{ 7*7 }} {0} {} {x!r} %s %(a)s %n &lt;b&gt;",
    "\u202egnirts\u202c \u2066isolated\u2069", "\x1b[31mred\x9b2J\x07 \x1b]8;;http://bait.example\x07link",
    "first\nsecond\r\n\tthird\u2028fourth", "../../../etc/passwd", f"javascript:{RAN}",
    f"data:text/html,<script>{RAN}</script>",
    "=HYPERLINK(\"http://bait.example\",\"x\")", "+1+1", "@SUM(A1)", "＝1+1",
    "a" + "\u0301\u0302" * 300, "\ufffe\uffff", LONG,
]  # fmt: skip
SHOWN = (
    "from analysis import load_codebook, load_corpus\n"
    "from analysis.charts.show import save_into, say, show, show_findings, show_table\n"
    "from analysis.charts.theme import NoChart\n"
    "from analysis.findings import Finding\n"
    "texts = load_corpus(corpus, cache=False)\nsave_into(save_to, texts)\nnames = texts.documents['author'].dropna()\n"
    "show_findings([Finding(f'k{n}', f'One {name} **{name}**') for n, name in enumerate(names)])",
    "say(' '.join(name[:300] for name in names))\nshow(NoChart('none', names.iloc[0]))",
    "show(texts.voices().by('author'))",
    "show(texts.frames(codebook).by('author'))",
    "show(texts.sentiment().over_time('day'))",
    "show_table(texts.documents[['title', 'author', texts.documents.columns[-1]]], 'bait', caption=names.iloc[-1])",
    "from IPython.display import display\ndisplay(texts, texts.kwic('minister'), load_codebook(codebook))",
    "display(*[texts.read(n, frames=codebook, actors=True, tone=True) for n in range(8)])",
)
FAILS = "raise ValueError(names.iloc[1] + names.iloc[9] + names.iloc[-1])"
WIDTH = "<script>document.body.dataset.wide=document.documentElement.scrollWidth</script>"
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """A project in which every name is bait, in an order drawn by a seed."""
    folder = tmp_path_factory.mktemp("outputs")
    bait = random.Random(20).sample(BAIT[:-1], len(BAIT) - 1) + BAIT[-1:]
    (folder / "texts").mkdir()
    said = 'The minister {0} spoke of war. "The war is lost and nobody will fight for {0} again," Anna Miller said.'
    rows = [
        {"title": name, "author": name, "url": name, "published": f"2024-01-{day:02d}", "text": said.format(name[:200])}
        | {"<b>odd</b> $x{ {0} %s": name[:500]}
        for day, name in enumerate(bait, 1)
    ]
    (folder / "texts" / "stories.json").write_text(json.dumps(rows), encoding="utf-8")
    with (folder / "texts" / "events.csv").open("w", encoding="utf-8", newline="") as file:
        rows = [[f"2024-01-{day:02d}", " ".join(name.split())[:2_000]] for day, name in enumerate(bait, 1)]
        csv.writer(file).writerows([["date", "label"], *rows])
    printable = [name for name in bait if not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]", name)]
    frames = [
        {"frame": f"f{n}", "label": name[:3_000], "definition": name[:3_000], "words": [word], "statements": [word]}
        for n, (name, word) in enumerate(zip(printable, ("war", "minister", "lost", "fight", "spoke"), strict=False))
    ]
    book = {"codebook": "bait", "title": BAIT[0], "source": BAIT[4], "note": BAIT[3], "frames": frames}
    (folder / "book.yaml").write_text(yaml.safe_dump(book, allow_unicode=True), encoding="utf-8")
    own = (f'codebook: str = "generic"  # {BAIT[0]}', 'word: str = ""  # a word')
    told = {"parameters": ("corpus", "seed", "save_to"), "own": own, "title": BAIT[5], "opening": BAIT[1] + BAIT[3]}
    write_notebook(folder, "bait", *SHOWN, **told)
    write_notebook(folder, "fails", SHOWN[0], FAILS, **told)
    page = {
        "notebook": "bait",
        "title": (BAIT[2] + LONG)[:300],  # the most that one may have
        "line": BAIT[5],
        "parameters": {"word": BAIT[7] + BAIT[0]},
    }
    hostile = {
        "title": BAIT[0] + BAIT[2] + BAIT[7], "about": BAIT[1] + LONG[:2_000], "author": [BAIT[3], BAIT[8]],
        "abstract": BAIT[4] + BAIT[6], "corpus": "texts", "parameters": {"codebook": "book.yaml"},
        "notebooks": [page, "fails"],
    }  # fmt: skip
    write_reports(folder, yaml.safe_dump({"reports": {"hostile": hostile}}, allow_unicode=True))
    return folder


@pytest.fixture(scope="module")
def report(project):
    """The report of that project, one notebook of which fails with an error of bait."""
    done = run("report", "hostile", "--no-cache", cwd=project)
    assert done.returncode == 1 and "1 failed" in done.stdout + done.stderr
    assert len(done.stdout + done.stderr) < 20_000, "an error of 100,000 letters is cut"
    folder = project / "outputs" / "hostile"
    assert json.loads((folder / "manifest.json").read_text())["notebooks"].keys() == {"bait", "fails"}
    return folder


def opened(page, tmp_path):
    """Open a page in Chromium: what it holds then, and what it asked for."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Asked)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    Asked.log.clear()
    try:
        shown = subprocess.run(
            [*BROWSER, f"--user-data-dir={tmp_path / 'user'}", f"--proxy-server=127.0.0.1:{server.server_port}",
             "--window-size=1200,900", "--virtual-time-budget=1500", "--dump-dom", page.as_uri()],
            capture_output=True, encoding="utf-8", timeout=60, check=False,
        ).stdout  # fmt: skip
        return shown, [path for path in Asked.log if "bait.example" in path]
    finally:
        server.shutdown()


def check_quiet(page, tmp_path, wide=1_200):
    shown, asked = opened(page, tmp_path)
    width = re.search(r'data-wide="(\d+)"', shown)
    assert width, f"{page.name}: the page was not shown to its end"
    assert (bool(re.search("<title>RAN", shown)), asked) == (False, []), page.name
    assert int(width[1]) <= wide, f"{page.name} is {width[1]} pixels wide"


def outputs_of(notebook):
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    return [output.get("data", {}) for cell in cells for output in cell.get("outputs", [])]


@pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium")
def test_what_notebooks_show_runs_nothing_where_no_policy_forbids_it(report, tmp_path):
    parts = []
    for data in outputs_of(report / "bait.ipynb"):
        parts += ["".join(data["text/html"])] if "text/html" in data else []
        parts += [markdown2html_mistune("".join(data["text/markdown"]))] if "text/markdown" in data else []
    assert len(parts) > 12
    boxes = "".join(f'<div style="overflow-x:auto">{part}</div>' for part in parts)
    page = tmp_path / "shown.html"
    page.write_text(f"<meta charset=utf-8><title>x</title><body>{boxes}{WIDTH}", encoding="utf-8", errors="replace")
    check_quiet(page, tmp_path)
    for boxed in parts:
        assert len(html.unescape(re.sub("<[^>]*>", "", boxed))) < 60_000, "a name of 100,000 letters is cut"


@pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium")
def test_pages_run_nothing_without_their_policy_and_are_no_wider_than_the_window(report, tmp_path):
    pages = [*sorted(report.glob("*.html")), *sorted(report.rglob("evidence/*.html"))[:3]]
    assert {"index.html", "bait.html", "fails.html"} <= {page.name for page in pages}
    for page in pages:
        text = page.read_text(encoding="utf-8")
        assert len(POLICY.findall(text)) == 1, f"{page.name} has no policy"
        bare = tmp_path / page.name
        bare.write_text(POLICY.sub("", text).replace("</body>", f"{WIDTH}</body>"), encoding="utf-8")
        check_quiet(bare, tmp_path)


def test_links_lead_to_pages_and_the_web_alone(report):
    for page in report.rglob("*.html"):
        for address in re.findall(r"""<a\b[^>]*\bhref=["']([^"']*)""", page.read_text(encoding="utf-8")):
            assert re.match(r"https?://|#|mailto:|(?![a-zA-Z]+:|//)", html.unescape(address)), (page.name, address[:80])


def test_a_drawing_is_xml_without_marks_of_direction(report):
    from lxml import etree

    drawings = sorted(report.rglob("charts/*.svg"))
    assert len(drawings) >= 2
    for drawing in drawings:
        tree = etree.fromstring(drawing.read_bytes(), etree.XMLParser(resolve_entities=False, no_network=True))
        assert not list(tree.iter("{*}script", "{*}foreignObject", "{*}image")), drawing.name
        assert not re.search("[\u202a-\u202e\u2066-\u2069]", drawing.read_text(encoding="utf-8"))


def test_pack_and_pdf_hold_what_they_say_and_nothing_else(project, report):
    done = run("pack", "hostile", cwd=project), run("pdf", "hostile", "--to", "hostile.pdf", cwd=project)
    assert [one.returncode for one in done] == [0, 0] or CHROMIUM is None, done
    with zipfile.ZipFile(project / "outputs" / "hostile.zip") as pack:
        assert all(re.fullmatch(r"hostile(/[\w.-]+)+", name) and ".." not in name for name in pack.namelist())
        assert not any(one.external_attr >> 16 & 0o170000 == 0o120000 for one in pack.infolist()), "no links"
    if CHROMIUM is not None:
        content = (project / "hostile.pdf").read_bytes()
        assert len(pypdfium2.PdfDocument(content)) < 200
        assert not re.search(rb"/S\s*/(?:JavaScript|Launch)|/URI\s*\((?:javascript|file|data):", content)


def test_exports_take_every_name(project):
    forms = [part for form in ("csv", "spss", "stata") for part in ("--for", form)]
    done = run("data", "texts", "--to", "data", *forms, "--codebook", "book.yaml", cwd=project)
    assert done.returncode == 0, done.stderr
    for path in Path(project / "data").glob("*.csv"):
        with path.open(encoding="utf-8-sig", newline="") as file:
            cells = [cell for row in csv.reader(file) for cell in row]
        odd = [cell for cell in cells if cell.lstrip()[:1] in {*"=+-@＝"} and cell.strip()]
        assert all(re.fullmatch(r"-?\d+(\.\d+)?(e-?\d+)?", cell) for cell in odd), (path.name, odd[:3])
    for load, ending in ((pyreadstat.read_sav, "sav"), (pyreadstat.read_dta, "dta")):
        table, about = load(str(project / "data" / f"documents.{ending}"))
        assert len(table) == len(BAIT) and all(re.fullmatch(r"[A-Za-z]\w{0,63}", name) for name in about.column_names)
