"""How many decimals a number is written with: one that is not zero never reads as zero."""

from __future__ import annotations

import math

NOTHING = 1e-9  # under which a number is zero, reached by another way


def count_decimals(value: float, fewest: int) -> int:
    """Count the decimals of a number: so many, and more for one that would read as zero and is not.

    An interval that ends beside zero would else read as one that holds it, and a test that passed as one that did not.
    """
    size = abs(value)
    if not NOTHING < size < math.inf or round(size, fewest) > 0:
        return fewest
    return -math.floor(math.log10(size))
