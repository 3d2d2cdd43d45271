"""The methods section says what was run, and every reference in it is in the bibliography."""

import importlib
import re
from pathlib import Path

import pytest
import yaml

from analysis.reports.asked.notebooks import load_notebook
from analysis.reports.asked.parameters import parse_parameters
from analysis.reports.drawn.methods import Run, list_cited, name_references, render_bibliography, tell_methods

ROOT = Path(__file__).parents[2]
PARTS = yaml.safe_load((ROOT / "analysis/reports/drawn/methods.yaml").read_text(encoding="utf-8"))["parts"]
PARAMETERS = {
    name
    for path in (ROOT / "notebooks").glob("*.ipynb")
    for name in parse_parameters(load_notebook(path))
}  # fmt: skip


def run(*imports, **values):
    return Run(frozenset(imports), values)


@pytest.mark.parametrize("name", sorted({name for part in PARTS for name in part["uses"]}))
def test_a_name_that_a_part_is_told_by_is_in_the_package(name):
    above, _, last = name.rpartition(".")
    assert hasattr(importlib.import_module(above), last) or importlib.import_module(name)


def test_a_part_names_only_parameters_that_a_notebook_has():
    for part in PARTS:
        texts = [part["says"], *(line["says"] for line in part.get("more", ()))]
        asked = {name for line in part.get("more", ()) for key in ("given", "unless") for name in line.get(key, ())}
        assert asked | {name for text in texts for name in re.findall(r"\{(\w+)\}", text)} <= PARAMETERS


def test_a_notebook_of_topics_alone_gets_topics_alone():
    (told,) = tell_methods([run("analysis.fit_topics", n_topics=7)])
    assert told.startswith("Topics are") and told.endswith("The number of topics was set to 7.")


def test_a_number_of_topics_that_was_not_set_was_chosen():
    (told,) = tell_methods([run("analysis.fit_topics", n_topics=0)])
    assert "was chosen by coherence" in told and told.endswith("or, where there is none, as the one that loses fewest.")
    assert "was set" not in told


def test_two_codebooks_are_both_named_with_their_sources():
    runs = [run("analysis.code_frames", codebook="generic"), run("analysis.code_frames", codebook="policy")]
    (told,) = tell_methods(runs)
    assert '"generic and policy"' in told
    assert {"semetko2000", "boydstun2014"} <= set(list_cited(runs))


def test_nothing_is_said_of_what_was_not_used():
    assert tell_methods([run("json.loads")]) == [] and list_cited([run("json.loads")]) == []


def test_every_reference_is_an_entry_and_is_written_in_words_without_braces():
    keys = {key for part in PARTS for key in part["cites"]}
    keys |= {key for part in PARTS for line in part.get("more", ()) for key in line.get("cites", ())}
    said = name_references(sorted(keys))
    assert len(said) == len(keys) and not any(mark in line for line in said for mark in "{}\\")
    assert render_bibliography(sorted(keys)).count("@") == len(keys)


def test_a_reference_reads_as_people_write_them():
    (said,) = name_references(["entman1993"])
    assert said == (
        "Entman, Robert M. 1993. Framing: Toward Clarification of a Fractured Paradigm. "
        "Journal of Communication 43: 51–58."
    )
