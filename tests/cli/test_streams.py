"""Standard output and error that are closed, full or left: the work is done, and what was lost is said once."""

import errno
import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from analysis.cli import main
from analysis.cli.streams import GONE, HeardStream, heard_streams

COMMAND = [sys.executable, "-c", "from analysis.cli import main; main()", "--help"]


class Broken(io.StringIO):
    """A stream that writes nothing: whoever read it is gone."""

    def flush(self):
        raise BrokenPipeError(errno.EPIPE, "Broken pipe")


def test_a_stream_goes_on_when_nobody_listens_and_remembers_why():
    stream = HeardStream(Broken())
    assert stream.write("one") == 3
    stream.flush()
    assert stream.fault == GONE and stream.write("two") == 3 and stream.getvalue() == "one"


def test_a_stream_that_was_closed_from_the_beginning_is_at_fault_only_for_what_is_said():
    stream = HeardStream(None)
    stream.write("")
    assert not stream.fault and not stream.isatty()
    stream.write("x")
    assert stream.fault == "Bad file descriptor"


def test_names_that_a_terminal_cannot_show_are_shown_by_their_numbers(monkeypatch):
    terminal = io.TextIOWrapper(io.BytesIO(), encoding="latin-1")
    monkeypatch.setattr(sys, "stdout", terminal)
    with heard_streams():
        print("Ж caf\udce9")
    terminal.flush()
    assert terminal.buffer.getvalue() == rb"\u0416 caf\udce9" + os.linesep.encode()


@pytest.mark.skipif(os.name != "posix", reason="closed by a shell")
@pytest.mark.parametrize(
    ("redirected", "why"),
    [(">&-", "Bad file descriptor"), (">/dev/full", "No space left on device")],
)
def test_what_was_to_be_said_is_lost_in_a_sentence(redirected, why):
    if redirected.endswith("full") and not Path("/dev/full").exists():
        pytest.skip("there is no /dev/full")
    shell = ["bash", "-c", f'set -o pipefail; "$@" {redirected}', "bash", *COMMAND]
    ran = subprocess.run(shell, capture_output=True, text=True, check=False)
    assert ran.returncode == 1
    assert ran.stderr.startswith(f"error: standard output cannot be written to ({why}): the work went on to its end")
    assert ran.stderr.count("\n") == 1


@pytest.mark.skipif(os.name != "posix", reason="closed by a shell")
@pytest.mark.parametrize("reader", ["true", "head -1"])
def test_who_reads_no_further_has_read_what_he_wanted(reader):
    shell = ["bash", "-c", f'set -o pipefail; "$@" | {reader}', "bash", *COMMAND]
    ran = subprocess.run(shell, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, "")


@pytest.mark.skipif(os.name != "posix", reason="closed by a shell")
def test_descriptors_that_were_closed_are_not_given_to_the_next_file():
    code = "import sys, os\nfrom analysis.cli.streams import heard_streams\n"
    code += "with heard_streams(): file = open(sys.argv[1], 'w')\nos._exit(file.fileno())"
    shell = ["bash", "-c", '"$@" <&- >&- 2>&-', "bash", sys.executable, "-c", code, os.devnull]
    assert subprocess.run(shell, check=False).returncode > 2


@pytest.mark.parametrize("fault", [OSError(errno.ENOSPC, "", "/x/page.html"), MemoryError()])
def test_what_the_system_refuses_is_one_line_and_no_traceback(fault, capsys, monkeypatch):
    def fails(*_, **__):
        raise fault

    monkeypatch.setattr("analysis.cli.command.framing", fails)
    with pytest.raises(SystemExit) as left:
        main()
    said = capsys.readouterr().err
    assert left.value.code == 1 and said.startswith("error: ") and said.count("\n") == 1


def test_where_a_fault_of_the_system_came_from_is_shown_if_it_is_asked_for(monkeypatch):
    def fails(*_, **__):
        raise OSError(errno.ENOSPC, "")

    monkeypatch.setattr("analysis.cli.command.framing", fails)
    monkeypatch.setenv("FRAMING_TRACEBACKS", "1")
    with pytest.raises(OSError):
        main()
