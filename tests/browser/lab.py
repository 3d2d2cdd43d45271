"""The suite in a real JupyterLab: `make test-browser`. Not a part of `make test`, which needs no browser.

Pictures of what was seen go to $FRAMING_SHOTS, else to a temporary folder whose name is said.
"""

import os
import re
from importlib.util import find_spec
from pathlib import Path

import pytest

import analysis
from analysis.frames.codebooks import list_codebooks

pytest.importorskip("playwright", reason="make test-browser installs it")

from driving import CHROMIUM, HIGH, ROOT, Lab, changed_in, copy_project, running_browser, running_lab

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium")
NOTEBOOKS = sorted(path.stem for path in (ROOT / "notebooks").glob("*.ipynb"))
FILES = re.compile(r"\b(?:charts|tables|evidence|data)/[\w-]+\.\w+")
SETUP = 'import analysis\nfrom analysis import *\ncorpus = load_corpus("seeds")'


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    return copy_project(tmp_path_factory.mktemp("project"))


@pytest.fixture(scope="module")
def shots(tmp_path_factory):
    folder = Path(os.environ.get("FRAMING_SHOTS") or tmp_path_factory.mktemp("shots"))
    folder.mkdir(parents=True, exist_ok=True)
    yield folder
    print(f"\npictures: {folder}")


@pytest.fixture(scope="module")
def session(project, shots, tmp_path_factory):
    home = tmp_path_factory.mktemp("home")
    with running_lab(project, home) as (address, log), running_browser() as (page, wrong):
        yield Lab(page, address, shots), log, wrong


@pytest.fixture(scope="module")
def lab(session):
    return session[0]


@pytest.fixture(scope="module")
def asked(lab):
    """A notebook of one's own in explore/, with the corpus read."""
    lab.open("explore/start.ipynb")
    assert problems(lab.run_all()) == []
    lab.run(SETUP)
    return lab


def problems(cells):
    """What went wrong in cells: not run, an error, something on standard error."""
    code = [cell for cell in cells if cell["cell_type"] == "code"]
    found = [f"{cell['id']}: not run" for cell in code if not cell["execution_count"]]
    for cell in code:
        for output in cell["outputs"]:
            if output["output_type"] == "error":
                found.append(f"{cell['id']}: {output['ename']}: {output['evalue']}")
            if output.get("name") == "stderr":
                found.append(f"{cell['id']}: {''.join(output['text'])[:300]}")
    return found


def count_pictures(cells):
    outputs = [output for cell in cells for output in cell.get("outputs", [])]
    return sum("image/png" in output.get("data", {}) for output in outputs)


def text_of(outputs):
    return "\n".join("".join(output.get("data", {}).get("text/html", "")) for output in outputs)


def text_in(cells):
    """What cells show as Markdown or markup, pictures aside."""
    shown = [output.get("data", {}) for cell in cells for output in cell.get("outputs", [])]
    kinds = ("text/markdown", "text/html")
    return "\n".join("".join(data.get(kind, "")) for data in shown if "image/png" not in data for kind in kinds)


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_a_notebook_runs_without_error_or_warning_and_shows_its_pictures_sharp_and_named(lab, project, name):
    lab.open(f"notebooks/{name}.ipynb")
    cells = lab.run_all()
    lab.shoot(name, whole=True)
    assert problems(cells) == []
    assert FILES.findall(text_in(cells)) == [], "nothing is written, and no file is named"
    pictures = lab.pictures()
    assert len(pictures) == count_pictures(cells) > 0
    assert [one for one in pictures if len(one["alt"]) < 20] == []
    assert [one for one in pictures if one["pixels"] < 1.9 * one["shown"]] == []
    if any("headline" in cell["metadata"].get("tags", []) for cell in cells):
        assert 0 <= lab.follow("a[href^='#figure-']") < HIGH, "the first finding leads to its chart"
    lab.close()
    assert changed_in(project) == []


def test_the_first_notebook_of_explore_runs_and_keeps_what_it_shows(asked, project):
    asked.shoot("start", whole=True)
    asked.command("docmanager:save")
    assert "image/png" in (project / "explore" / "start.ipynb").read_text(encoding="utf-8")
    assert changed_in(project) == []


def test_completion_offers_the_public_names_and_nothing_else(asked):
    offered = asked.complete("analysis.")
    assert sorted(name.removesuffix("(") for name in offered) == analysis.__all__


def test_completion_of_an_import_offers_the_public_names_and_nothing_else(asked):
    assert set(asked.complete("from analysis import ")) == set(analysis.__all__)


CALLS = {'corpus.where(kind="': {"article", "post"}, 'load_codebook("': set(list_codebooks())}


@pytest.mark.skipif(find_spec("analysis.corpus.completion") is None, reason="values are not completed")
@pytest.mark.parametrize("code", CALLS)
def test_completion_offers_the_values_that_can_stand_in_a_call(asked, code):
    assert set(asked.complete(code)) == CALLS[code]


@pytest.mark.parametrize(
    ("call", "said"),
    [
        ("load_corpus(", "Read a file, a folder or a table"),
        ("code_frames(", "codebook"),
        ("corpus.where(", "Keep the documents that fit"),
    ],
)
def test_shift_tab_tells_what_a_call_takes(asked, call, said):
    shown = asked.look_up(call)
    asked.shoot(f"look-up-{re.sub('[^a-z]', '', call)}")
    assert said in shown and "Signature" in shown


def test_a_bad_call_is_answered_in_a_sentence_and_the_whole_is_there_when_asked_for(asked):
    (error,) = asked.run('corpus.where(kind="pots")')
    asked.shoot("bad-call")
    assert error["ename"] == "InputError" and len(error["traceback"]) == 1
    assert "kind='pots' is not one of ['article', 'post']" in error["evalue"]
    (whole,) = asked.run("%tb")
    assert len("\n".join(whole["traceback"]).splitlines()) > 10


def test_words_are_shown_where_they_stand(asked):
    shown = text_of(asked.run('corpus.kwic("sovereign*")'))
    asked.shoot("kwic")
    assert "sovereign" in shown.lower()


@pytest.mark.skipif(not hasattr(analysis.Corpus, "read"), reason="the reading view is not there")
def test_a_document_can_be_read_with_its_voices(asked):
    doc_id = "corpus.documents['doc_id'].iloc[0]"
    outputs = asked.run(f"corpus.read({doc_id})")
    asked.shoot("reading", whole=True)
    assert [output["output_type"] for output in outputs] != [] and "error" not in str(outputs[0]["output_type"])
    assert "outlet" in text_of(outputs)


def test_nothing_was_asked_of_any_network_no_script_failed_and_the_server_warned_of_nothing(session):
    _, log, wrong = session
    assert wrong == []
    said = log.read_text(encoding="utf-8")
    assert not re.search(r"Warning|Traceback|\[E ", said), said
