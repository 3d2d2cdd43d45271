"""YAML in which everything knows its line, and in which nothing can hide."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.errors import LONGEST, InputError
from analysis.yaml_files import DEEPEST, LARGEST, MOST, load_yaml, parse_yaml


def value(text):
    return parse_yaml(text, "x").value()


def test_norway_is_a_country_and_a_date_is_a_text_in_our_yaml():
    text = "{a: NO, b: no, c: on, d: true, e: 2024-05-01, f: 1.5, g: null}"
    assert value(text) == {"a": "NO", "b": "no", "c": "on", "d": True, "e": "2024-05-01", "f": 1.5, "g": None}


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        # the examples of YAML 1.2.2, chapter 10.3.2
        ("{a: , b: null, c: Null, d: ~}", {"a": None, "b": None, "c": None, "d": None}),
        ("[true, True, false, FALSE]", [True, True, False, False]),
        ("[0, 0o7, 0x3A, -19]", [0, 7, 58, -19]),
        ("[0., -0.0, .5, +12e03, -2E+05]", [0.0, -0.0, 0.5, 12000.0, -200000.0]),
        ("[.inf, -.Inf, +.INF]", [float("inf"), float("-inf"), float("inf")]),
        # what YAML 1.1 took for octal, for sixty times one and a half hours, for a merge, for a yes
        ("[010, 1:30, <<, yes, 1_000]", [10, "1:30", "<<", "yes", "1_000"]),
        ("['true', \"1\", '']", ["true", "1", ""]),
        ("{1: a, false: b, 'x y': c}", {1: "a", False: "b", "x y": "c"}),
        ("a: |\n  two\n  lines\n", {"a": "two\nlines\n"}),
        ("", None),
        ("# nothing\n", None),
    ],
)
def test_a_value_is_what_yaml_1_2_says(text, meant):
    found = value(text)
    assert found == meant and repr(found) == repr(meant)  # 1 equals True


plain = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(max_codepoint=0xD7FF))
)


@given(st.recursive(plain, lambda inner: st.lists(inner) | st.dictionaries(st.text("ab", max_size=3), inner)))
def test_whatever_json_can_say_comes_back_as_it_was(content):
    """JSON is YAML; but libyaml knows no pairs of escapes for characters beyond the 65,536 first."""
    assert value(json.dumps(content)) == content


def test_each_key_and_each_item_of_a_list_knows_its_line():
    assert parse_yaml("a: 1\nb:\n  - x\n  - {c: 2,\n     d: 3}\n", "x").lines() == {
        (): 1, ("a",): 1, ("b",): 2, ("b", 0): 3, ("b", 1): 4, ("b", 1, "c"): 4, ("b", 1, "d"): 5,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: 1\nb: 2\na: 3", "x, line 3: key 'a' stands twice, first on line 1. Keep one."),
        ("{a: {b: 1, 'b': 2}}", "x, line 1: key 'b' stands twice, first on line 1. Keep one."),
        ("a: &n 1\nb: *n", "x, line 2: an alias (*n) hides what it stands for: write it out."),
        ("a: &n [*n]", "x, line 1: an alias (*n) hides what it stands for: write it out."),
        (
            "a:\n  !!python/name:os.system x",
            "line 2: the tag 'tag:yaml.org,2002:python/name:os.system' means nothing",
        ),
        (
            "a: !!binary eA==",
            "the tag 'tag:yaml.org,2002:binary' means nothing here: write the value alone.",
        ),
        ("a: 1\n---\nb: 2", "x, line 2: a second document begins (---). Keep one."),
        ("[a]: 1", "x, line 1: a key is a plain value, not a list."),
        ("a: [1\nb: 2", "x, line 2: not YAML: did not find expected ',' or ']'."),
        ("a: 'b", "x, line 1: not YAML: found unexpected end of stream."),
        ("a: \x00", "x: not YAML: "),
        ("a: \ud800", "x: not YAML: "),
        ("[" * (DEEPEST + 1), f"x, line 1: lists and keys stand more than {DEEPEST} deep in one another."),
        ("{a: " * 300_000, f"x, line 1: lists and keys stand more than {DEEPEST} deep in one another."),
    ],
)
def test_what_cannot_be_used_or_hides_something_is_refused_with_its_line(text, message):
    with pytest.raises(InputError, match=re.escape(message)):
        parse_yaml(text, "x")


@pytest.mark.parametrize("content", [b"a: \xef\xbb\xbf", b"\xef\xbb\xbfa: b"])
def test_a_mark_of_byte_order_is_no_part_of_a_file(tmp_path, content):
    path = tmp_path / "small.yaml"
    path.write_bytes(content)
    assert list(load_yaml(path).value()) == ["a"]


def test_a_file_that_cannot_be_read_is_refused_by_name(tmp_path):
    path = tmp_path / "small.yaml"
    with pytest.raises(InputError, match=r"small\.yaml': there is no such file; give the path of a YAML file"):
        load_yaml(path)
    path.write_bytes("a: ï".encode("latin-1"))
    with pytest.raises(InputError, match=r"small\.yaml' is not UTF-8 at byte 3; save it as UTF-8"):
        load_yaml(path)
    path.write_bytes(b"#" * (LARGEST + 1))
    with pytest.raises(InputError, match="holds 2,000,001 bytes; a YAML file may hold at most 2,000,000"):
        load_yaml(path)


@given(st.text(st.characters(codec="utf-8") | st.sampled_from("\n :-[]{}#&*!|>'\"%@`,?"), max_size=40))
def test_any_text_is_a_value_or_an_input_error(text):
    try:
        parse_yaml(text, "x").value()
    except InputError as problem:
        assert str(problem).startswith("x")


def test_a_file_of_more_values_than_anybody_writes_is_refused_before_it_fills_the_memory():
    with pytest.raises(InputError, match=r"x, line 1: it holds more than 60,000 values, the most"):
        parse_yaml(f"[{'a,' * MOST}]", "x")


@pytest.mark.parametrize(
    "text",
    [
        f"{'k' * 9000}: 1\n{'k' * 9000}: 1",
        f"? {'k' * 9000}\n: 1",
        f"[&{'a' * 9000} x, *{'a' * 9000}]",
        f"!{'t' * 9000} x",
    ],
)
def test_an_error_shows_the_beginning_of_what_is_long(text):
    with pytest.raises(InputError) as raised:
        parse_yaml(text, "x").keys(("codebook",))
    assert len(str(raised.value)) < 500


def test_a_message_stays_readable_however_long_what_it_names():
    message = str(InputError(f"begins {'x' * 1_000_000} ends"))
    assert message.startswith("begins x") and message.endswith("x ends") and "(1,000,012 characters)" in message
    assert len(message) < LONGEST
