"""The last of many places for which something holds, asked for again and again from one place after another."""

from __future__ import annotations

from collections.abc import Callable


class LookingBack:
    """Goes back over numbers; what was passed over once is leapt over from then on, so that each is tested once."""

    def __init__(self, test: Callable[[int], bool]) -> None:
        """test: whether it holds for a number, always the same."""
        self._test = test
        self._goes_on: dict[int, int] = {}  # where to go on looking from a number: from itself, where the test holds

    def find(self, number: int, first: int) -> int:
        """Find the last number from this one back to the first for which the test holds; -1 if there is none."""
        passed: list[int] = []
        while number >= first:
            following = self._goes_on.get(number)
            if following is None:
                following = number if self._test(number) else number - 1
            passed.append(number)
            if following == number:
                break
            number = following
        self._goes_on.update(dict.fromkeys(passed, number))
        return number if number >= first else -1
