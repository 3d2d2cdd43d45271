"""A run that is asked to end does, whenever it is asked."""

import signal
import sys
import time

import pytest

from analysis.reports.run.stopping import Stopped, stoppable

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals are sent to this process by number")


class Thrown:
    """Something during whose end a signal comes."""

    def __init__(self, number):
        self.number = number

    def __del__(self):
        signal.raise_signal(self.number)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_that_comes_while_something_is_thrown_away_is_not_lost(number, capfd):
    hook, answer = sys.unraisablehook, signal.getsignal(number)
    with pytest.raises(Stopped) as stopped, stoppable():
        Thrown(number)
        time.sleep(10)
    assert stopped.value.number == number and "Traceback" not in capfd.readouterr().err
    assert sys.unraisablehook is hook and signal.getsignal(number) is answer


def test_the_second_signal_disturbs_no_clearing_up():
    cleared = []
    with pytest.raises(Stopped), stoppable():
        try:
            signal.raise_signal(signal.SIGTERM)
        finally:
            signal.raise_signal(signal.SIGTERM)
            cleared.append(True)
    assert cleared
