"""The commands of `framing`: what each of them needs is imported when it is called."""

from __future__ import annotations

import os
import signal
from difflib import get_close_matches
from importlib import import_module

import click

from analysis.cli.leaving import STOPPED
from analysis.cli.machine import check_threads, check_umask, find_shadows, safe_path
from analysis.cli.streams import GONE, heard_streams
from analysis.disk import tell_fault
from analysis.errors import WHOLE, InputError
from analysis.reports.run.stopping import stoppable

COMMANDS = {
    "report": "Run the reports of notebooks/reports.yaml into outputs/.",
    "diff": "Say which findings moved between two reports, and why.",
    "pack": "Pack a report into one zip that can be sent.",
    "corpus": "Say what a corpus holds: what was read, kept and removed.",
    "data": "Write tidy tables of a corpus for R, SPSS, Stata or a spreadsheet.",
    "pdf": "Print a report, or a page of it, as PDF.",
    "prepare": "Prepare a corpus and keep it, for whatever reads it next.",
    "clean": "Take prepared corpora away.",
    "check": "Check the configuration, the codebooks and the notebooks.",
    "lab": "Open JupyterLab on the notebooks.",
}


class _LateCommands(click.Group):
    """Commands that are imported when called: `framing --help` waits for nothing."""

    def list_commands(self, context: click.Context) -> list[str]:
        """Name the commands, in the order of their use."""
        return list(COMMANDS)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        """Import a command by its name."""
        return getattr(import_module(f"analysis.cli.{name}"), name) if name in COMMANDS else None

    def resolve_command(
        self, context: click.Context, arguments: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that is meant; of one that is not there, say which is near."""
        name = str(arguments[0])
        near = get_close_matches(name, COMMANDS, n=1)
        if name not in COMMANDS and not name.startswith("-"):
            meant = f" Did you mean {near[0]!r}?" if near else f" The commands are {', '.join(COMMANDS)}."
            raise click.UsageError(f"No such command {name!r}.{meant}", context)
        return super().resolve_command(context, arguments)

    def format_commands(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.command(cls=_LateCommands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="media-framing", message="%(prog)s %(version)s")
def framing() -> None:
    """Research on how media frame events: reports from notebooks, from the command line.

    Exit status: 0 all went well; 1 a notebook failed or a check found something; 2 the command was
    given something it cannot use; 128 and its number if a signal stopped it (130 Ctrl-C, 143 SIGTERM).
    """


def run_command() -> int:
    """Run the command; what it or the system cannot do is said on standard error, without a traceback.

    Returns its exit status. The environment variable FRAMING_TRACEBACKS shows where a fault of the system came from.
    """
    with heard_streams() as output:
        status = _run()
        output.flush()
        if output.fault and output.fault != GONE:  # who reads no further (`| head`) has read what he wanted
            lost = "the work went on to its end, what was said is lost; lead it into a file (> FILE) to keep it"
            status = _say(f"error: standard output cannot be written to ({output.fault}): {lost}.", status or 1)
    return status


def _run() -> int:
    """Run the command, and say what stopped it; returns its exit status."""
    try:
        check_umask()
        check_threads()
        with safe_path(), stoppable():
            framing(standalone_mode=False)
    except SystemExit as left:
        return left.code if isinstance(left.code, int) else 1 if left.code else 0
    except InputError as problem:
        return _say(f"error: {problem}", 2)
    except click.ClickException as problem:
        problem.show()
        return problem.exit_code
    except (KeyboardInterrupt, click.Abort) as stopped:
        number = next((one.number for one in (stopped, stopped.__cause__) if hasattr(one, "number")), signal.SIGINT)
        return _say(STOPPED, 128 + number)
    except OSError as problem:
        if os.environ.get(WHOLE):
            raise
        return _say(f"error: {tell_fault(problem)}", 1)
    except (ImportError, AttributeError):
        if not (shadows := find_shadows()) or os.environ.get(WHOLE):
            raise
        return _say(f"error: {shadows[0]!r} takes the place of a module of Python's own: give it another name.", 1)
    except MemoryError:
        return _say("error: the memory does not suffice: end other programs, or read a smaller corpus.", 1)
    return 0


def _say(message: str, status: int) -> int:
    click.echo(message, err=True)
    return status
