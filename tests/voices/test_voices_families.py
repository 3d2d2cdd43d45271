"""Who of several of one family name is meant by it alone."""

import pandas as pd
import pytest
from hearing import speakers

from analysis.voices import find_quotes
from processor_time import seconds_of

OTHERS = "Mary Hart won. Mary Hart ran again. It was Mary Hart's year."


@pytest.mark.parametrize(
    "text",
    [
        'Bill Hart spoke with voters outside. A woman asked for a picture and Hart said, "as you like it."',
        'Bill Hart told a crowd that it rains. "This is the wettest year that we have ever had," Hart said.',
        'Bill Hart, father of young Sam Hart, rejected it.\n\n"We stood nose to nose that day," Hart said.',
    ],
)
def test_a_family_name_is_whose_full_name_the_paragraph_has_though_another_is_named_more(text):
    assert speakers(f"{text}\n\n{OTHERS}", kinds=("direct",)) == ["Bill Hart"]


def test_a_family_name_is_not_whom_the_paragraph_above_only_tells_of():
    text = 'He bought two seats for himself and Sam Hart.\n\n"We have been hungry for a win," Hart said.'
    assert speakers(f"{OTHERS}\n\n{text}", kinds=("direct",)) == ["Mary Hart"]


def test_a_long_text_of_one_family_takes_no_longer_for_each_name():
    def text_of(times: int) -> pd.DataFrame:
        return pd.DataFrame(
            {"doc_id": ["a"], "text": ['Bill Hart met Mary Hart. "It rains today," Hart said.\n\n' * times]}
        )

    short, long = text_of(400), text_of(1600)
    assert seconds_of(lambda: find_quotes(long)) < 8 * seconds_of(lambda: find_quotes(short))
