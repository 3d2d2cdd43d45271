"""Who says a quotation that a verb of saying announces, where names and clauses are of kinds that news has often."""

import pytest
from hearing import list_heard


def quotations(*texts: str) -> list[tuple[str | None, str]]:
    """List (speaker, words) of the quotations of texts, in order."""
    return list_heard(*texts, kinds=("direct",))


@pytest.mark.parametrize(
    ("named", "speaker"),
    [
        ("Daniel Hale KC", "Daniel Hale"),
        ("Anna Roth MP", "Anna Roth"),
        ("Tulip Sadik MP", "Tulip Sadik"),
        ("Ida Hale MD PhD", "Ida Hale"),
        ("Ida Hale, Ph.D.,", "Ida Hale"),
        ("Sir Ian Lund KC MP", "Ian Lund"),
        ("A Tory MP", "a Tory MP"),
        ("Labour MP Anna Roth", "Anna Roth"),
    ],
)
def test_letters_behind_a_name_are_no_part_of_it(named, speaker):
    assert quotations(f'{named} said the quay was "beyond repair".') == [(speaker, "beyond repair")]
