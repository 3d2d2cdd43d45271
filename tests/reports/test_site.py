"""Pages that can be sent to anyone: they ask for nothing, run nothing, and show what others wrote as text."""

import base64
import html.parser
import re
import shutil
import subprocess
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import nbformat
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from analysis.charts import show, theme
from analysis.reports.asked.notebooks import load_notebook
from analysis.reports.asked.wanted import Entry
from analysis.reports.drawn.cards import make_card
from analysis.reports.drawn.pages import render_notebook
from analysis.reports.drawn.sanitising import PLAIN_TABLE, safe_html
from analysis.reports.drawn.site import Page, hash_look, render_front

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
PIXEL = base64.b64encode(b"\x89PNG\r\n\x1a\n-not-really-").decode()
REPORT = {"title": "A <i>report</i>", "pages": [{"name": "one", "title": "First & foremost"}]}
LOADS = ("src", "srcset", "poster", "background", "action", "formaction", "data", "ping", "manifest", "xlink:href")


class Reading(html.parser.HTMLParser):
    """What a page would load, and what it would run."""

    def __init__(self, page):
        super().__init__()
        self.loads, self.runs, self.alts, self.titles = [], [], [], []
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        self.loads += [values[name] for name in LOADS if values.get(name)]
        self.loads += [values["href"]] if tag in ("link", "base") else []
        self.runs += [tag] if tag in ("script", "iframe", "object", "embed", "form", "template") else []
        self.runs += [name for name in values if name.startswith("on")]
        link = str(values.get("href", "")).lower()
        self.runs += [link] if "script:" in link or "text/html" in link else []
        self.alts += [values.get("alt")] if tag == "img" else []


def notebook_of(*cells, folder):
    path = folder / "one.ipynb"
    for number, cell in enumerate(cells):
        cell.id = f"cell-{number}"
    nbformat.write(new_notebook(cells=list(cells)), path)
    return path


def page_of(*cells, folder, files=(), **about):
    page = Page("one", "First & foremost", REPORT, versions={"python": "3.11"}, **about)
    return render_notebook(notebook_of(*cells, folder=folder), page, files, None)


def shown(kind, data, **about):
    return new_code_cell("1", outputs=[new_output("display_data", {kind: data}, metadata={kind: about})])


TEXTS = ("text/html", "text/markdown", "text/plain", "text/latex")
HOSTILE = [
    "<script>alert(1)</script>",
    "<script src=https://example.org/x.js></script>",
    "<img src=https://example.org/x.png>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)><image href='https://example.org/x.svg'/></svg>",
    "<iframe src=https://example.org></iframe>",
    "<link rel=stylesheet href=https://example.org/x.css>",
    "<meta http-equiv=refresh content='0;url=https://example.org'>",
    "<base href=https://example.org/>",
    "<form action=https://example.org><input name=x autofocus onfocus=alert(1)></form>",
    "<a href='javascript:alert(1)'>x</a>",
    "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
    '<p style="background:url(https://example.org/x.png)">x</p>',
    "<div style='position:fixed;inset:0;background-color:red'>x</div>",
    "<style>@import url(https://example.org/x.css);</style>",
    "<video poster=https://example.org/x.png src=https://example.org/x.mp4></video>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>",
    "</section></article></main><script>alert(1)</script>",
    "<!--><script>alert(1)</script>-->",
    "<b onmouseover=alert(1)>x</b>",
    "[x](javascript:alert(1)) ![x](https://example.org/x.png)",
]


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("kind", [*TEXTS, "markdown", "stream", "svg"])
def test_nothing_that_a_corpus_holds_can_run_or_load_anything(tmp_path, text, kind):
    if kind == "markdown":
        cell = new_markdown_cell(text)
    elif kind == "stream":
        cell = new_code_cell("1", outputs=[new_output("stream", text=text, name="stdout")])
    elif kind == "svg":
        cell = shown("image/svg+xml", f"<svg xmlns='http://www.w3.org/2000/svg'>{text}</svg>")
    else:
        cell = shown(kind, text)
    read = Reading(page_of(cell, folder=tmp_path))
    assert read.runs == []
    assert [load for load in read.loads if not load.startswith("data:image/")] == []


@given(st.text(st.characters(blacklist_categories=["Cs", "Cc"]) | st.sampled_from("\n\t<&>\"'"), max_size=80))
def test_escaped_text_of_any_kind_comes_through_unchanged(text):
    """Tables escape what they show: the cleaning must neither lose nor revive it."""
    read = html.unescape(re.sub(r"</?td>", "", safe_html(f"<td>{html.escape(text)}</td>")))
    assert read == text


def test_a_plain_table_passes_as_it_is_and_any_other_is_cleaned():
    cell = "<td style='text-align:left;min-width:22em'>a &lt;b&gt; &amp; “c”</td>"
    plain = f"<table class='framing'><caption style='color:#fff'>1</caption><tr>{cell}</tr></table>"
    assert PLAIN_TABLE.fullmatch(plain) and plain[6:] in safe_html(plain)
    parts = ["<td onclick='x()'>", "<td style='color:url(x)'>", "<td style='position:fixed'>", "<td/style='color:red'>"]
    parts += ["<td style='color:red\\3b'>", "<img src=x>", "</table>", "<script>", "<a href='x'>", "&#106;", "<!--"]
    for part in parts:
        assert not PLAIN_TABLE.fullmatch(f"<table><tr><td>1</td>{part}</tr></table>"), part


def test_what_the_suite_shows_as_a_table_is_plain(monkeypatch):
    shown = []
    monkeypatch.setattr(show, "display", lambda page: shown.append(page.data))
    values = {"text": ["<b> & 'c' " * 9], "share": [0.5], "n": [3], "on": [pd.Timestamp("2024-05-01")], "none": [None]}
    show.show_table(pd.DataFrame(values), "any", "A caption with “marks” & <signs>.")
    assert PLAIN_TABLE.fullmatch(shown[0])


def test_a_picture_without_words_says_that_it_has_none():
    assert "A picture without a description" in safe_html(f'<img src="data:image/png;base64,{PIXEL}">')


def test_markup_that_is_not_allowed_is_shown_as_text():
    assert safe_html("a <script>b</script> <u>c</u>") == "a &lt;script&gt;b&lt;/script&gt; <u>c</u>"


def test_links_are_kept_and_pictures_only_as_data():
    kept = safe_html('<a href="https://doi.org/10.1">s</a> <a href="02-x.html#part">p</a> <a href="//evil.org">e</a>')
    assert kept == '<a href="https://doi.org/10.1">s</a> <a href="02-x.html#part">p</a> <a>e</a>'
    assert safe_html(f'<img src="data:image/png;base64,{PIXEL}" alt="a">').count("src=") == 1
    assert "src" not in safe_html('<img src="data:text/html;base64,AAAA">') + safe_html('<img src="x.png">')


def test_tables_scroll_in_a_box_of_their_own_and_pandas_leaves_no_style_behind():
    table = "<table><tr><td style='text-align:right'>1</td></tr></table>"
    cleaned = safe_html(f"<div><style scoped>.dataframe td {{ color: red }}</style>{table}</div>")
    assert "color: red" not in cleaned and 'style="text-align:right;"' in cleaned
    assert cleaned.startswith('<div><div class="scroll" tabindex="0" role="region"') and cleaned.endswith(
        "</table></div></div>"
    )


def test_a_caption_is_no_wider_than_what_is_seen_of_its_table(tmp_path):
    page = page_of(new_markdown_cell("# T"), folder=tmp_path)
    (rule,) = [line for line in page.splitlines() if line.startswith("caption {")]
    assert "position: sticky" in rule and "max-width: min(" in rule


def test_a_chart_keeps_its_alternative_text_and_leads_to_its_files(tmp_path):
    cell = shown("image/png", PIXEL, alt='Bars: "a" > b', name="bars", width=840)
    files = ["charts/bars.svg", "charts/bars.png", "tables/bars.csv", "tables/more.csv"]
    page = page_of(cell, folder=tmp_path, files=files)
    assert Reading(page).alts == ['Bars: "a" > b']
    caption = re.search(r"<figcaption>(.*?)</figcaption>", page).group(1)
    assert re.findall(r'href="([^"]+)"', caption) == ["charts/bars.svg", "charts/bars.png", "tables/bars.csv"]
    assert re.search(r'<dt>Tables</dt><dd>.*href="tables/more.csv"', page)
    alone = page_of(cell, folder=tmp_path)
    assert "<figcaption>" not in alone


def test_a_page_says_its_parameters_its_corpus_and_the_versions(tmp_path):
    parameters = [
        {"name": "n_topics", "value": "6", "comment": "how <many>", "given": True},
        {"name": "seed", "value": "0", "comment": "", "given": False},
    ]
    corpus = {"summary": "26 documents in 5 files", "published": "2024"}
    page = page_of(new_markdown_cell("# T"), folder=tmp_path, parameters=parameters, corpus=corpus, corpus_name="seeds")
    footer = page[page.index("How this page was made") :]
    text = html.unescape(re.sub(r"<[^>]*>|\s+", " ", footer))
    assert re.search(r"Corpus\s+seeds: 26 documents in 5 files. Published: 2024.", text)
    assert re.search(r"n_topics\s+6\s+set for this report\s+how <many>\s+seed\s+0\s", text)
    assert "python 3.11" in text


def test_code_is_folded_and_cells_that_show_nothing_share_one_fold(tmp_path):
    cells = [new_code_cell("a = 1"), new_code_cell("b = 2"), shown("text/plain", "shown"), new_markdown_cell("## Next")]
    page = page_of(*cells, folder=tmp_path)
    assert page.count('<details class="code">') == 1 and "<details open" not in page
    fold = re.search(r'<details class="code">(.*?)</details>', page, re.DOTALL).group(1)
    assert html.unescape(re.sub(r"<[^>]*>", " ", fold)).split() == ["code", "a", "=", "1", "b", "=", "2", "1"]


def test_sections_are_listed_and_can_be_linked_to_even_if_two_share_a_name(tmp_path):
    cells = [new_markdown_cell("# T\n\n## Wer *spricht*?\n\ntext"), new_markdown_cell("## Wer spricht?")]
    page = page_of(*cells, folder=tmp_path)
    assert re.findall(r'<li><a href="#([^"]+)">Wer spricht\?</a>', page) == ["wer-spricht", "wer-spricht-2"]
    assert 'id="wer-spricht-2"' in page


def test_every_page_forbids_all_but_its_own_pictures_and_style(tmp_path):
    policy = "default-src 'none'; img-src data:; font-src data:; style-src 'unsafe-inline'; "
    policy += "base-uri 'none'; form-action 'none'"
    for page in (page_of(new_markdown_cell("# T"), folder=tmp_path), render_front(REPORT | {"about": ""}, [], [], {})):
        assert f'content="{policy}"' in page
        assert page.index("Content-Security-Policy") < page.index("<style>")
        assert Reading(page).runs == [] and all(load.startswith("data:") for load in Reading(page).loads)


def test_a_page_is_the_same_bytes_each_time_and_small(tmp_path):
    cells = [new_markdown_cell("# T"), shown("image/png", PIXEL, alt="a"), shown("text/html", "<table></table>")]
    first = page_of(*cells, folder=tmp_path)
    assert page_of(*cells, folder=tmp_path) == first
    assert len(first) < 25_000


def test_a_charts_svg_does_not_hang_on_the_last_bits_of_its_layout(tmp_path):
    texts = []
    for nudge in (0, 1e-12):
        figure, grid = theme.new_chart("Lines")
        grid[0, 0].set_position([0.1 + nudge, 0.1, 0.8, 0.8])
        grid[0, 0].plot([1, 2, 3])
        chart = theme.finish(figure, "lines", pd.DataFrame({"x": [1]}), "three points")
        texts.append(chart.save(tmp_path)[1].read_text(encoding="utf-8"))
    assert texts[0] == texts[1]
    assert texts[0].count('<clipPath id="clip0"') == 1 and "url(#clip0)" in texts[0]


def test_a_name_cannot_turn_the_page_around_it():
    report = REPORT | {"about": "", "title": "a\u202eb\u2066c", "authors": ["d\u2069"]}
    html = render_front(report, [], [], {})
    assert "<h1>abc</h1>" in html and not {"\u202e", "\u2066", "\u2069"} & set(html)


def test_the_look_is_known_by_its_files():
    assert {"site.css.j2", "frame.html.j2", "pages.py", "sanitising.py"} <= hash_look().keys()
    assert all(re.fullmatch("[0-9a-f]{64}", value) for value in hash_look().values())


def card_of(*cells, folder, outputs=(), line="", error=None):
    executed = notebook_of(new_markdown_cell("# T\n\n**The question.** Which *one*?\n\nMore."), *cells, folder=folder)
    entry = Entry("one", load_notebook(executed), {}, title="T", line=line)
    return make_card(entry, executed, outputs, error)


def test_a_card_shows_the_first_chart_and_the_notebooks_question(tmp_path):
    card = card_of(shown("image/png", PIXEL, alt="bars"), folder=tmp_path, outputs=["charts/a.png", "tables/a.csv"])
    assert (card["picture"], card["alt"]) == (f"data:image/png;base64,{PIXEL}", "bars")
    assert (card["line"], card["count"]) == ("Which one?", "1 chart · 1 table")


def test_a_chart_that_says_nothing_is_no_picture_for_a_card(tmp_path):
    charts = shown("image/png", "AAAA", alt="nothing to compare"), shown("image/png", PIXEL, alt="bars")
    assert card_of(*charts, folder=tmp_path)["alt"] == "bars"


def test_a_notebook_can_choose_its_cards_picture_and_line_by_tags(tmp_path):
    cover, headline = shown("image/png", "AAAA", alt="cover"), shown("text/markdown", "**Conflict** leads.")
    cover.metadata["tags"], headline.metadata["tags"] = ["cover"], ["headline"]
    card = card_of(shown("image/png", PIXEL, alt="bars"), cover, headline, folder=tmp_path)
    assert (card["alt"], card["line"]) == ("cover", "Conflict leads.")
    assert card_of(headline, folder=tmp_path, line="Told in reports.yaml.")["line"] == "Told in reports.yaml."


def test_a_long_line_is_cut_after_a_sentence(tmp_path):
    card = card_of(folder=tmp_path, line="One sentence here. " + "word " * 120 + "end. Not this.")
    assert card["line"] == "One sentence here."


class _Trap(BaseHTTPRequestHandler):
    def do_GET(self):
        self.server.asked.append(self.path)
        self.send_response(204)
        self.end_headers()

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def trap():
    """A server on this machine that notes whoever asks it for something."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Trap)
    server.asked = []
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()


def open_in_chromium(page, folder):
    path, profile = folder / "page.html", folder / "profile"
    path.write_text(page, encoding="utf-8")
    options = (
        "--headless --no-sandbox --disable-gpu --disable-background-networking --disable-component-update "
        "--disable-sync --no-first-run --virtual-time-budget=3000 --dump-dom"
    )
    command = [CHROMIUM, *options.split(), f"--user-data-dir={profile}", path.as_uri()]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=True).stdout


@pytest.mark.skipif(not CHROMIUM, reason="Chromium is not installed")
def test_a_browser_that_opens_a_hostile_page_asks_for_nothing(tmp_path, trap):
    """The policy is tried alone too: the same markup, put behind it uncleaned, loads nothing either.

    But for <meta refresh>, which is no load but leads away: that the cleaning alone keeps out.
    """
    address = f"http://127.0.0.1:{trap.server_port}"
    hostile = "\n".join(HOSTILE).replace("https://example.org", address) + f"<img src={address}/plain.png>"
    open_in_chromium(f"<!DOCTYPE html><body><img src={address}/control.png></body>", tmp_path)
    assert trap.asked == ["/control.png"]  # the trap works
    page = page_of(new_markdown_cell(hostile), shown("text/html", hostile), folder=tmp_path)
    assert "First &amp; foremost" in open_in_chromium(page, tmp_path)
    assert trap.asked == ["/control.png"]
    uncleaned = hostile.replace("http-equiv=refresh", "")
    dom = open_in_chromium(page.replace("</article>", f"<div id='raw'>{uncleaned}</div></article>"), tmp_path)
    assert 'id="raw"' in dom
    assert trap.asked == ["/control.png"]


def test_json_of_outputs_that_only_scripts_could_show_is_left_out(tmp_path):
    widget = {"application/vnd.jupyter.widget-view+json": {"model_id": "x"}, "text/plain": "a widget"}
    script = {"application/javascript": "alert(1)", "text/plain": "a script"}
    cells = [new_code_cell("1", outputs=[new_output("display_data", data)]) for data in (widget, script)]
    page = page_of(*cells, folder=tmp_path)
    assert "a widget" in page and "a script" in page
    assert "alert(" not in page and "model_id" not in page
