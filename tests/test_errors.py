import pytest

from analysis.errors import InputError, require, unknown


def test_an_unknown_value_is_shown_with_every_choice_and_the_nearest_one():
    error = unknown("outlet", "gaurdian", ["guardian", "times"])
    assert str(error) == "outlet='gaurdian' is not one of ['guardian', 'times']. Did you mean 'guardian'?"


def test_a_long_list_of_choices_is_cut_and_counted():
    message = str(unknown("doc_id", "x", [f"d{i}" for i in range(45)]))
    assert "'d19', … (45 in all)" in message and "d20" not in message


def test_a_remedy_ends_the_message():
    assert str(unknown("corpus", "?", ["a"], "Name a folder.")).endswith("['a']. Name a folder.")


def test_require_raises_only_when_the_condition_fails():
    require(True, "never")
    with pytest.raises(InputError, match=r"^always$"):
        require(False, "always")
