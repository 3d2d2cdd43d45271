"""How long a step takes, for tests of what grows with a text: of the processor, whatever else a machine does."""

import time
from collections.abc import Callable


def seconds_of(step: Callable[[], object]) -> float:
    start = time.process_time()
    step()
    return time.process_time() - start
