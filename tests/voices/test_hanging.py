"""Who acts in what hangs on a clause, behind the verb, and who wrote what speaks; sentences made up for the purpose."""

import pandas as pd
import pytest

from analysis.voices import extract_quotes

INTRO = "Mayor Nora Field met Councillor Olaf Brandt and the banker Ruth Ekman at the harbour.\n\n"


def speaker_of_quotation(text: str) -> str | None:
    quotes = extract_quotes(pd.DataFrame({"doc_id": ["a"], "text": [INTRO + text]}))
    return quotes[quotes["kind"] == "direct"]["speaker"].tolist()[0]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('The two left the pier in good spirits – Brandt saying it was "better than new" to all.', "Olaf Brandt"),
        ('Field and her friends wooed the fishermen, with one of her leaflets asking, "Who will mend your nets?"',
         "one of her leaflets"),
        ('Field came a day after the daily\'s editorial urging her to drop her "castle in the air" for last.',
         "the daily's editorial"),
        ('Because of how bankers count, explained Ekman, "a pier that earns nothing is worth nothing to them."',
         "Ruth Ekman"),
        ('As Field told a crowd by the sea that she was glad, she "had no idea what the pier had cost the town," said '
         "Olaf Brandt, a member of the council, a body of nine who oversee what the mayor, Nora Field, spends.",
         "Olaf Brandt"),
        ('That notice, on thin grey paper, demanded that fishermen pay "a fee for every boat" by June.', "that notice"),
        ('"The planks are rotten from end to end," according to a complaint filed by the banker Ruth Ekman.',
         "Ruth Ekman"),
        ('"The planks are rotten from end to end," according to a complaint seen by the banker Ruth Ekman.',
         "a complaint"),
    ],
)  # fmt: skip
def test_who_acts_is_found_in_what_hangs_on_a_clause_or_follows_it(text, speaker):
    assert speaker_of_quotation(text) == speaker


def test_the_second_of_two_who_act_by_themselves_is_no_part_of_the_first():
    text = 'The two left in good spirits – Brandt saying it was "fine by him" and Ekman calling it "a good pier".'
    quotes = extract_quotes(pd.DataFrame({"doc_id": ["a"], "text": [INTRO + text]}))
    assert quotes[quotes["kind"] == "direct"]["speaker"].tolist() == ["Olaf Brandt", "Ruth Ekman"]
