import pandas as pd
import pytest

from analysis import InputError
from analysis.estimates import basis_of
from analysis.texts.copies import select_first, tabulate_copying, weigh_copies

DOCUMENTS = pd.DataFrame(
    {
        "doc_id": ["a", "b", "c", "d", "e", "f", "g"],
        "outlet": ["Agency", "Post", "Post", "Times", "Agency", None, "Post"],
    },
    index=[3, 1, 4, 1, 5, 9, 2],
)
COPIES = pd.DataFrame({"doc_id": ["b", "c", "d", "f", "e"], "copy_of": ["a", "a", "a", "a", "a"]})


def test_copying_is_counted_by_pairs_of_outlets_with_the_copiers_share():
    """Of Post's three documents two are Agency's, the one of Times is, and Agency repeats one of its own two."""
    table = tabulate_copying(DOCUMENTS, COPIES)
    assert table.to_dict("list") == {
        "source": ["Agency", "Agency", "Agency"],
        "copier": ["Post", "Agency", "Times"],
        "copies": [2, 1, 1],
        "share": [2 / 3, 0.5, 1.0],
    }


def test_copies_of_unknown_outlets_are_counted_apart():
    assert str(basis_of(tabulate_copying(DOCUMENTS, COPIES))) == "n = 4 copies (left out: 1 without an outlet)"
    nobody = tabulate_copying(DOCUMENTS.assign(outlet=pd.NA), COPIES)
    assert nobody.empty and basis_of(nobody).left_out[0]["count"] == 5


def test_a_text_and_its_copies_weigh_one_together():
    weights = weigh_copies(DOCUMENTS, COPIES)
    assert weights.tolist() == [1 / 6] * 6 + [1.0] and weights.index.equals(DOCUMENTS.index)
    assert weigh_copies(DOCUMENTS, COPIES.head(0)).tolist() == [1.0] * 7


def test_the_first_are_those_that_are_no_copies():
    assert select_first(DOCUMENTS, COPIES)["doc_id"].tolist() == ["a", "g"]
    assert select_first(DOCUMENTS, COPIES.head(0)).equals(DOCUMENTS)


def test_copies_of_other_documents_are_refused():
    with pytest.raises(InputError, match="not in documents: \\['a'\\] \\(1 in all\\); filter documents after this"):
        weigh_copies(DOCUMENTS[1:], COPIES)
    with pytest.raises(InputError, match="copies lacks the columns \\['copy_of'\\]"):
        select_first(DOCUMENTS, DOCUMENTS)
