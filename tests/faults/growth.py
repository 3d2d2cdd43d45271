"""Twice the text, twice the time: how the time of every step grows on texts made to take for ever.

The processor's clock is read, not the wall's, and the shorter of two tries counts: a busy machine changes little.
`python tests/faults/growth.py` prints the table of docs/reliability.md.
"""

import gc
import math
import sys
import time
from collections.abc import Callable

import pytest
from baits import BAITS, make_bait
from measures import MEASURES, load_texts

SIZES = (10_000, 30_000, 100_000, 300_000, 1_000_000)  # characters
LONGEST_MEASURED = 300_000  # by the tests, within two minutes; reading goes on to the longest, and so does the table
MOST_SECONDS = 1.0  # a step that takes longer is not tried on longer texts
FEWEST_SECONDS = 0.25  # under which a time says nothing of growth
EXPONENT = 1.2
TRIED = (
    "one letter", "straight quotes", "opened and never closed", "quotes within quotes", "nested quotes",
    "open brackets", "dashes", "capitals", "dots", "digits", "blanks", "lines of one word", "lines of blanks",
    "that that that", "said that, names", "he without a name", "she and men", "full names joined by and",
    "initials and names", "roles and names", "it and names", "combining marks", "emoji", "links", "tags",
    "turns that differ", "capitalised words that differ",
)  # fmt: skip
ONE_TEXT = [name for name in MEASURES if name != "topics"]  # topics are of many


def time_step(step: Callable[[], object]) -> tuple[float, object]:
    """Seconds of the processor that a step takes, and what it gives.

    Python's search for what nobody holds goes through all that the process has, and says nothing of the step in which
    it happens to begin: it waits until afterwards.
    """
    gc.disable()
    try:
        start = time.process_time()
        made = step()
        return time.process_time() - start, made
    finally:
        gc.enable()


def measure_growth(bait: str, longest: int) -> dict[str, list[float]]:
    """Seconds of each step on longer and longer texts of a kind, as far as one takes no more than MOST_SECONDS."""
    seconds: dict[str, list[float]] = {}
    for size in SIZES:
        text = make_bait(bait, size)
        took, corpus = time_step(lambda text=text: load_texts([text, "The council met on Monday."]))
        seconds.setdefault("reading", []).append(took)
        for name in ONE_TEXT if size <= longest else ():
            times = seconds.setdefault(name, [])
            if len(times) + 1 == len(seconds["reading"]) and (not times or times[-1] < MOST_SECONDS):
                times.append(time_step(lambda name=name, corpus=corpus: MEASURES[name](corpus))[0])
        if took > MOST_SECONDS:
            break
    return seconds


def rate_growth(times: list[float]) -> float:
    """The exponent of growth up to the last size, from the one before it and from the one before that: the lesser.

    What grows too fast does so over both; one step that outgrows the processor's own memory is felt in one of them.
    0 where all was too short to say.
    """
    if len(times) < 2 or times[-1] < FEWEST_SECONDS:
        return 0.0
    earlier = range(max(len(times) - 3, 0), len(times) - 1)
    return min(
        math.log(times[-1] / max(times[at], 0.01)) / math.log(SIZES[len(times) - 1] / SIZES[at]) for at in earlier
    )


def find_growth(bait: str, longest: int = LONGEST_MEASURED) -> dict[str, tuple[float, list[float]]]:
    """The exponent of each step and its seconds; what seems to grow too fast is measured again."""
    first = measure_growth(bait, longest)
    if all(rate_growth(times) < EXPONENT for times in first.values()):
        return {name: (rate_growth(times), times) for name, times in first.items()}
    second = measure_growth(bait, longest)
    return {name: min((rate_growth(one[name]), one[name]) for one in (first, second)) for name in first}


@pytest.fixture(scope="module")
def warm():
    warm_up()


def warm_up() -> None:
    """Load what is loaded once: models, lists."""
    corpus = load_texts(["The council met on Monday, said Ann Lee. “We win,” she told Bob Ray."] * 12)
    for measure in MEASURES.values():
        measure(corpus)


@pytest.mark.parametrize("bait", TRIED)
def test_time_grows_as_the_text_does(bait, warm):
    grown = find_growth(bait)
    assert not {name: found for name, found in grown.items() if found[0] >= EXPONENT}


if __name__ == "__main__":
    warm_up()
    for tried in sys.argv[1:] or BAITS:
        found = find_growth(tried, SIZES[-1])
        worst = max(found, key=lambda name: found[name][0])
        slowest = max(found, key=lambda name: found[name][1][-1])
        told = [
            f"{name} {found[name][0]:.2f} {[round(took, 2) for took in found[name][1]]}" for name in (worst, slowest)
        ]
        print(f"| {tried} | {' | '.join(told)} |", flush=True)
