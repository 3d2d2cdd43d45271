"""Who is quoted: speakers by role and gender, and beside whom they are quoted."""

from analysis.sourcing.beside import pair_quoted
from analysis.sourcing.sources import (
    count_gender_bounds,
    estimate_women,
    gather_sources,
    join_roles,
    select_people,
    select_speakers,
)

__all__ = [
    "count_gender_bounds",
    "estimate_women",
    "gather_sources",
    "join_roles",
    "pair_quoted",
    "select_people",
    "select_speakers",
]
