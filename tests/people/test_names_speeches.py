"""How often somebody speaks: what the outlet tells of them names them, and is no speech of theirs."""

import pandas as pd

from analysis.people.joined import tabulate_names
from analysis.tables import make_table


def test_what_is_told_of_somebody_is_listed_and_not_counted_as_their_speech():
    """Berg speaks twice and is told of once; Lind is only told of, and stays in the list for an alias file."""
    quotes = pd.DataFrame(
        {
            "doc_id": ["a", "a", "b", "b"],
            "speaker": ["Ola Berg", "Ola Berg", "Ola Berg", "Ida Lind"],
            "speaker_id": ["person:berg:ola"] * 3 + ["person:lind:ida"],
            "named": ["Berg", "Berg", "Berg", "Lind"],
            "speech": [True, True, False, False],
        }
    )
    names = tabulate_names(make_table("mentions", []).assign(found_by=pd.array([], dtype="str")), quotes)
    assert names[["actor", "speeches", "documents"]].to_numpy().tolist() == [["Ola Berg", 2, 2], ["Ida Lind", 0, 1]]
    assert tabulate_names(
        make_table("mentions", []).assign(found_by=pd.array([], dtype="str")), quotes.drop(columns="speech")
    )["speeches"].tolist() == [3, 1]
