"""The command `framing`: what each of its commands needs is imported when it is called."""

from __future__ import annotations

import sys
from difflib import get_close_matches
from importlib import import_module

import click

from analysis.cli.terminal import mask_streams
from analysis.errors import InputError

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
    given something it cannot use.
    """


def main() -> None:
    """Run the command; what it cannot use is said on standard error, without a traceback."""
    mask_streams()
    try:
        framing(standalone_mode=False)
    except InputError as problem:
        _leave(f"error: {problem}", 2)
    except click.ClickException as problem:
        problem.show()
        sys.exit(problem.exit_code)
    except (KeyboardInterrupt, click.Abort):
        _leave("stopped; what was finished is kept, and the next run goes on from there", 130)
    except BrokenPipeError:  # the reader (head, less) has seen enough
        sys.stderr.close()
        sys.exit(1)


def _leave(message: str, status: int) -> None:
    click.echo(message, err=True)
    sys.exit(status)
