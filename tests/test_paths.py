"""Wherever somebody names a file: what is none, or cannot be used, is one sentence that says what would do."""

import os
import re
import sys

import pytest

from analysis import InputError, load_codebook, load_corpus, load_events
from analysis.actors.shipped_words import load_lexicon
from analysis.frames.by_example import load_frame_coder
from analysis.paths import load_bytes, load_text, locate_file
from analysis.people.aliases import load_aliases, load_sections
from analysis.sentiment import load_names
from analysis.sourcing.roles import load_roles
from analysis.voices.cues import load_cues
from analysis.voices.reporting_verbs import load_verb_groups

LOADERS = {
    "roles": (load_roles, ".yaml"),
    "groups of verbs": (load_verb_groups, ".yaml"),
    "cues": (load_cues, ".yaml"),
    "aliases": (load_sections, ".yaml"),
    "codebook": (load_codebook, ".yaml"),
    "names": (load_names, ".txt"),
    "coder": (load_frame_coder, ".npz"),
}
YAML = [name for name, (_, ending) in LOADERS.items() if ending == ".yaml"]


def write(folder, content, ending):
    path = folder / f"given{ending}"
    path.write_bytes(content)
    return path


def refusal(load, given):
    with pytest.raises(InputError) as caught:
        load(given)
    said = str(caught.value)
    assert "\n" not in said and len(said) < 1_000 and said.endswith((".", ")", "?"))
    return said


@pytest.mark.parametrize("name", LOADERS)
def test_what_is_no_file_is_said_with_what_would_do(name, tmp_path):
    load, ending = LOADERS[name]
    (tmp_path / f"folder{ending}").mkdir()
    assert "no such file; give" in refusal(load, tmp_path / f"none{ending}")
    assert "is a folder; give" in refusal(load, tmp_path / f"folder{ending}")
    assert "cannot be read" in refusal(load, tmp_path / f"{'x' * 300}{ending}")
    assert "cannot be read" in refusal(load, f"{tmp_path}/a\0b{ending}")
    if name != "codebook":  # it takes names and frames too, and says so
        assert all("is no path; give" in refusal(load, given) for given in (None, 7, "", "  "))


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes among files")
@pytest.mark.parametrize("name", LOADERS)
def test_a_pipe_is_not_waited_for(name, tmp_path):
    load, ending = LOADERS[name]
    os.mkfifo(tmp_path / f"pipe{ending}")
    assert "no ordinary file but a pipe or a device" in refusal(load, tmp_path / f"pipe{ending}")


@pytest.mark.parametrize("content", [bytes(range(256)) * 40, "сказал".encode("utf-16"), b"a: caf\xe9\n"])
@pytest.mark.parametrize("name", LOADERS)
def test_what_is_no_text_in_utf_8_is_said(name, content, tmp_path):
    load, ending = LOADERS[name]
    said = refusal(load, write(tmp_path, content, ending))
    assert re.search(r"is not UTF-8 at byte \d+; save it as UTF-8|is no saved frame coder", said)


@pytest.mark.parametrize("name", YAML)
@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"a: [b, c]\n" * 300_000, "may hold at most 2,000,000"),
        (b"a: &x [b]\nc: *x\n", "line 2: an alias"),
        (b"speech: [say]\nspeech: [tell]\n", "line 2: key 'speech' stands twice"),
        (b"a: " + b"[" * 5_000, "100 deep"),
        (b"a: !!python/object/apply:os.system [ls]\n", "line 1: the tag"),
    ],
)
def test_yaml_that_somebody_names_has_the_limits_of_all_yaml(name, content, said, tmp_path):
    assert said in refusal(LOADERS[name][0], write(tmp_path, content, ".yaml"))


@pytest.mark.parametrize("content", [b"", b"\n \n", b"just words\n", b"- a\n", b"colour: red\n"])
@pytest.mark.parametrize("name", [name for name in YAML if name != "aliases"])
def test_yaml_of_another_shape_is_said(name, content, tmp_path):
    """An empty file of aliases adds none."""
    refusal(LOADERS[name][0], write(tmp_path, content, ".yaml"))


@pytest.mark.parametrize(
    ("load", "content", "said"),
    [
        (load_cues, "speech: 5", "line 1: speech of the list of cues is text; write a list"),
        (load_cues, "speech: [say]\nother: [x]", "line 2: other of the list of cues is a list; write keys"),
        (load_cues, "speech:\n- say\n- [a]", "line 3: a verb of speech is a list; write text"),
        (load_cues, "speech: [say/]", "is 'say/'; write a verb, such as say"),
        (load_cues, "speech: [say]\nverbs: [tell]", "line 2: key 'verbs' of the list of cues is not one of speech"),
        (load_cues, "nouns: [word]", "holds no verbs under any of"),
        (load_verb_groups, "a: {en: [say]}", "line 1: 'a' of the list of groups needs a definition"),
        (load_verb_groups, "a: {definition: x, en: 7}", "'en' of 'a' of the list of groups is text; write a list"),
        (load_verb_groups, "a: {definition: [x]}", "is a list; write text"),
        (load_verb_groups, "a: {definition: x, en: [/]}", "is '/'; write a verb"),
        (load_roles, "past: 3\nanybody: {}", "line 1: 'past' of the list of roles is text; write a list"),
        (load_roles, "past: []\nanybody: {boss: judge}", "line 2: 'boss' of 'anybody' of the list of roles is 'judge'"),
        (
            load_roles,
            "past: []\nanybody: {}\nlaw: {heads: [judge]}",
            "line 3: 'law' of the list of roles lacks definition",
        ),
        (load_roles, "past: []\nanybody: {}\nlaw: {definition: x, heds: []}", "Did you mean 'heads'?"),
        (load_roles, "past: []\nanybody: {}\nlaw: {definition: x, heads: [[a]]}", "is a list; write text"),
    ],
)
def test_what_stands_in_a_list_of_ones_own_is_checked_by_the_line(load, content, said, tmp_path):
    assert said in refusal(load, write(tmp_path, content.encode(), ".yaml"))


def test_a_list_of_ones_own_is_taken(tmp_path):
    roles = load_roles(
        write(tmp_path, b"past: [former]\nanybody: {boss: , aide: law}\nlaw: {definition: x, heads: [judge]}", ".yaml")
    )
    assert (roles.heads["judges"], roles.anybody["boss"], roles.anybody["aides"]) == ("law", "", "law")
    groups = load_verb_groups(
        write(tmp_path, b"a: {definition: x, en: [claim, say/said]}\nb: {definition: y, ru: [zaya*]}", ".yaml")
    )
    assert groups.find("claimed") == ("claim", "a") and groups.find("zayavil") == ("zaya*", "b")
    cues = load_cues(write(tmp_path, b"speech: [claim, point out]\nother: {ru: [zayavil]}", ".yaml"))
    assert {"claimed", "zayavil"} <= cues.forms.keys() and ("pointed", "out") in cues.particles


def test_a_corpus_and_what_lies_beside_it_are_named_too(tmp_path):
    assert "cannot be read" in refusal(load_corpus, tmp_path / ("x" * 300))
    assert len(load_events(tmp_path / ("x" * 300))) == 0
    assert "corpus=7 is not the path" in refusal(load_events, 7)
    assert "aliases=7 is no path" in refusal(load_lexicon, 7)
    assert load_aliases(write(tmp_path, b"", ".yaml")).names["people"] == {}


def test_a_file_is_read_up_to_its_limit_and_no_further(tmp_path):
    path = write(tmp_path, b"\xef\xbb\xbfabc", ".txt")
    assert load_text(path, "x", "a file", 6) == "abc" and load_bytes(str(path), "x", "a file", 6).endswith(b"abc")
    assert "holds 6 bytes; a file may hold at most 5" in refusal(
        lambda given: load_bytes(given, "x", "a file", 5), path
    )
    assert locate_file(path, "x", "a file") == path
