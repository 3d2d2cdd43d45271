"""No file of a site made with --public holds a longer run of the corpus's words than a quotation may have."""

import json
from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner
from searching import folded, search_site

from analysis import load_corpus
from analysis.cli.command import framing
from analysis.public.mode import MODE, RUNS, Limits
from reports_project import write_notebook, write_reports

ROOT = Path(__file__).parents[2]
LONG = " ".join(f"word{number}" for number in range(60))
SPEECH = " ".join(f"speech{number}" for number in range(12))
SPEECH = " ".join(f"speech{number}" for number in range(12))
TEXT = f"Bridge opens\n\nThe {LONG}. Mayor Ann Lee said: “{SPEECH}.” And {LONG[::-1]}.\n"
# all ways round show and show_table: raw output, a message, an error, files of every kind, a picture's description
AROUND = """
import json
from pathlib import Path
import numpy as np, pandas as pd
from IPython.display import HTML, display
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from analysis import load_corpus
text = load_corpus(corpus).documents["text"][0]
folder = Path(save_to) / "around"
folder.mkdir()
written = text.replace("word7 ", "<mark>word\\u00ad7</mark> ").replace(" word", "&nbsp;word")
written = text.replace("word7 ", "<mark>word\\u00ad7</mark> ").replace(" word", "&nbsp;word")
display(HTML(f"<p title='{text}'>{written}</p>"))
print(text)
display({"application/json": {"a": [text]}, "text/plain": text}, raw=True, metadata={"text/plain": {"alt": text}})
(folder / "a.html").write_text(f"<!-- {text} --><p>{text}</p>")
(folder / "a.json").write_text(json.dumps({"text": text}))
(folder / "a.csv").write_text(f'id,text\\n1,"{text.upper()}"\\n')
pd.DataFrame({"id": [1], "text": [text]}).to_parquet(folder / "a.parquet")
(folder / "a.svg").write_text(f"<svg><desc>{text}</desc><!-- {text} --></svg>")
about = PngInfo()
about.add_text("Description", text)
Image.fromarray(np.zeros((2, 2), dtype=np.uint8)).save(folder / "a.png", pnginfo=about)
display(Image.open(folder / "a.png"))
"""


def report(*arguments):
    result = CliRunner().invoke(framing, ["report", *map(str, arguments)])
    assert result.exit_code in (0, 1), result.output
    return result


@pytest.fixture
def project(tmp_path):
    write_notebook(tmp_path, "n", AROUND, "raise ValueError(text)", parameters=("corpus", "where", "seed", "save_to"))
    write_notebook(tmp_path, "m", AROUND, parameters=("corpus", "where", "seed", "save_to"))
    write_reports(tmp_path, "reports: {r: {corpus: texts, notebooks: [n, m]}}")
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "bridge.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def test_texts_that_go_round_what_shows_them_are_found_in_every_kind_of_file(project):
    report("--project", project, "--public", "--public-words", 10, "--public-each", 1)
    site = project / "outputs" / "r"
    made = {path.suffix for path in site.rglob("*") if path.is_file() and path.name != ".lock"}
    assert made >= {".html", ".ipynb", ".json", ".csv", ".parquet", ".svg", ".png"}
    documents = {"bridge": (project / "texts" / "bridge.txt").read_text(encoding="utf-8")}
    longest, shown = search_site(site, documents)
    assert longest[0] <= 10, longest
    assert len(shown.get("bridge", [])) <= 1
    assert "words of bridge-01, sha256:" in (site / "m.html").read_text(encoding="utf-8")


def test_without_the_mode_the_search_does_find_them(project):
    report("--project", project)
    documents = {"bridge": (project / "texts" / "bridge.txt").read_text(encoding="utf-8")}
    found = {
        path for path in (project / "outputs" / "r").rglob("a.*") if search_site(path.parent, documents)[0][0] > 25
    }
    assert len(found) == 6


def test_the_mode_is_a_cause_of_a_rerun_and_stands_in_the_manifest_and_on_the_front_page(project):
    report("--project", project)
    said = report("--project", project, "--public").output
    assert "m: running (public: none -> 25,3)" in said
    site = project / "outputs" / "r"
    assert json.loads((site / "manifest.json").read_text(encoding="utf-8"))["public"] == {"words": 25, "each": 3}
    assert Limits(25, 3).tell() in (site / "index.html").read_text(encoding="utf-8")
    assert "m: unchanged" in report("--project", project, "--public").output
    assert "m: running (public: 25,3 -> none)" in report("--project", project).output
    assert "public" not in json.loads((site / "manifest.json").read_text(encoding="utf-8"))


def test_limits_that_cannot_be_kept_are_refused_before_anything_is_run(project):
    result = CliRunner().invoke(framing, ["report", "--project", str(project), "--public", "--public-words", "3"])
    assert "public words=3 is not within 8 to 100" in str(result.exception)
    assert not (project / "outputs" / "r").exists()


def test_the_six_notebooks_on_the_seeds_show_three_quotations_a_document_and_nothing_longer(tmp_path, monkeypatch):
    monkeypatch.delenv(MODE, raising=False)
    monkeypatch.delenv(RUNS, raising=False)
    assert (
        report("--public", "--for", "spss", "--for", "stata", "--outputs", tmp_path, "--project", ROOT).exit_code == 0
    )
    corpus = load_corpus(ROOT / "seeds")
    documents = dict(zip(corpus.documents["doc_id"], corpus.documents["text"], strict=True))
    removed = {f"removed {place}": text for place, text in enumerate(corpus.removed["text"])}
    longest, shown = search_site(tmp_path / "overview", documents | removed, corpus.documents["title"].dropna())
    assert 8 <= longest[0] <= 25, longest
    assert {name: places for name, places in shown.items() if len(places) > 3} == {}
    sentences = pd.read_parquet(tmp_path / "overview" / "data" / "sentences.parquet")
    assert len(sentences) == len(corpus.sentences) and (sentences["sha256"].str.len() == 12).all()
    assert sentences["text"].dropna().map(lambda text: len(folded(text).split())).between(8, 25).all()
