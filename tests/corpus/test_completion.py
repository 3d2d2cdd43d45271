"""What Tab offers: filters, values, codebooks, documents; public names and nothing else."""

import inspect
from pathlib import Path
from typing import get_args

import pytest
from IPython.core.completer import provisionalcompleter
from IPython.core.interactiveshell import InteractiveShell

from analysis.corpus import load_corpus
from analysis.corpus.completion import add_completer, list_completions
from analysis.frames.codebooks import CodebookName, list_codebooks


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    folder = tmp_path_factory.mktemp("texts")
    for name in ("a", "b", "c"):
        speech = '"We agree that the bridge is of use," said Anna Berg.'
        (folder / f"{name}.txt").write_text(f"Title of {name}\n\nA sentence of {name}.\n\n{speech}\n")
    outlets = {"a": "The North", "b": 'The "Harbour"', "c": "The North"}
    rows = [f'{name}.txt,"{outlet.replace(chr(34), chr(34) * 2)}",for' for name, outlet in outlets.items()]
    (folder / "sources.csv").write_text("\n".join(["file,outlet,stance", *rows]) + "\n")
    return load_corpus(folder)


@pytest.mark.parametrize(
    ("written", "begun", "offered"),
    [
        ('corpus.where(outlet="', "", ["The North", 'The \\"Harbour\\"']),
        ('corpus.where(kind="article", outlet="The N', "The N", ["The North"]),
        ("corpus.where(outlet=['The North', 'har", "har", ['The "Harbour"']),
        ('x = corpus.kwic("war", voice="', "", ["outlet", "speaker", "forwarded"]),
        ('corpus.where(speaker="', "", ["Anna Berg"]),
        ('corpus.where(copies="f', "f", ["first"]),
        ("corpus.where(stan", "stan", ["stance="]),
        ("corpus.where(kind='post', min", "min", ["min_words="]),
        ('load_codebook("gen', "gen", ["generic"]),
        ('corpus.read("a-01", frames="po', "po", ["policy"]),
        ('code_frames(corpus.sentences, "el', "el", ["elements"]),
        ('corpus.where(\n    outlet="The N', "The N", ["The North"]),
    ],
)
def test_tab_offers_what_can_stand_there(corpus, written, begun, offered):
    assert list_completions(written, {"corpus": corpus}) == (begun, offered)


@pytest.mark.parametrize("written", ['other.where(outlet="', "corpus.head(", 'print("corpus.wh', "corpus.where()", ""])
def test_tab_offers_nothing_of_ours_elsewhere(corpus, written):
    assert list_completions(written, {"corpus": corpus, "other": 3}) is None


def test_ipython_takes_the_values_up_once(corpus):
    shell = InteractiveShell.instance()
    try:
        shell.user_ns["corpus"] = corpus
        add_completer()
        add_completer()
        assert len(shell.Completer.custom_matchers) == 1
        line = 'corpus.where(outlet="The N'
        with provisionalcompleter():
            found = list(shell.Completer.completions(line, len(line)))
        assert [(one.start, one.end, one.text) for one in found] == [(21, 26, "The North")]
    finally:
        InteractiveShell.clear_instance()


def test_a_corpus_offers_documents_by_their_identifiers_and_public_names_alone(corpus):
    assert corpus._ipython_key_completions_() == ["a-01", "b-01", "c-01"]
    assert {"where", "kwic", "read", "documents", "sample", "save"} <= set(dir(corpus))
    assert not [name for name in dir(corpus) if name.startswith("_")]
    assert {"title", "outlet", "stance", "sentences"} <= set(dir(corpus[0]))


def test_the_names_of_filters_stand_in_the_signature():
    from analysis.corpus import Corpus

    names = inspect.signature(Corpus.where).parameters
    assert {"outlet", "since", "voice", "contains", "copies"} <= set(names)
    assert str(names["outlet"].default) == "any"


def test_editors_know_the_codebooks_that_are_shipped():
    assert sorted(get_args(CodebookName)) == list_codebooks()
    assert Path(inspect.getfile(list_codebooks)).name == "__init__.py"
