"""Stretches of a text: blanks in their place, and what lies outside of them."""

import pytest

from analysis.texts.stretches import list_outside, mask_stretches


@pytest.mark.parametrize(
    ("stretches", "masked"),
    [([], "abcdef"), ([(1, 3)], "a  def"), ([(4, 6), (0, 1)], " bcd  "), ([(1, 4), (2, 3), (3, 5)], "a    f")],
)
def test_every_place_outside_of_masked_stretches_stays(stretches, masked):
    assert mask_stretches("abcdef", stretches) == masked


@pytest.mark.parametrize(
    ("stretches", "outside"),
    [([], [0, 2, 4, 6]), ([(2, 5)], [0, 2, 6]), ([(3, 5), (1, 2), (1, 9)], [0]), ([(0, 4)], [0, 4, 6])],
)
def test_where_a_stretch_starts_or_ends_is_outside_of_it(stretches, outside):
    assert list_outside([0, 2, 4, 6], stretches) == outside
