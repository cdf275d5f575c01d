"""The `clausemark` command: its subcommands, each loaded when it is asked for, and errors as sentences."""

import sys
from importlib import import_module

import click

from documents.telemetry import remove_kept_files
from scoring.policy import PolicyError
from workflow.problems import WorkflowProblem
from workflow.settings import SettingsError
from workflow.version import TOOL_VERSION

FAILED, BAD_USAGE = 1, 2
# In the order of the help: where each command is defined.
COMMANDS = {
    "run": "cli.run",
    "demo": "cli.demo",
    "analyze": "cli.analyze",
    "explain": "cli.explain",
    "score": "cli.score",
    "compare": "cli.compare",
    "asks": "cli.asks",
    "addendum": "cli.asks",
    "redline": "cli.redline",
    "diff": "cli.diff",
    "missing": "cli.missing",
    "audit": "cli.audit",
    "dates": "cli.dates",
    "usage": "cli.usage",
    "mark": "cli.mark",
    "challenge": "cli.mark",
    "trace": "cli.mark",
    "catalogue": "cli.catalogue",
    "exposure": "cli.exposure",
    "checks": "cli.checks",
    "policy": "cli.policy",
    "playbook": "cli.playbook",
    "doctor": "cli.doctor",
    "backup": "cli.backup",
    "restore": "cli.backup",
}


class Commands(click.Group):
    """The subcommands; a command loads only what it needs, since tables and PDFs take a second to load."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - the signature is click's
        """Return the names in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - see above
        """Return a command by its name."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(COMMANDS[cmd_name]), cmd_name)
        return command


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(TOOL_VERSION, prog_name="clausemark")
def clausemark() -> None:
    """Read AI vendors' contracts and say what they promise and allow, with quotes.

    Exit codes: 0 done; 1 something gave no result; 2 bad usage; 3 below --fail-under; 4 some pages unread.
    """


def main() -> None:
    """Run the command; what cannot be done is said in a sentence on standard error, with an exit code other than 0."""
    remove_kept_files()
    try:
        clausemark(prog_name="clausemark")
    except (SettingsError, PolicyError) as error:
        for problem in error.problems:
            click.echo(problem, err=True)
        sys.exit(BAD_USAGE)
    except WorkflowProblem as error:
        click.echo(str(error), err=True)
        sys.exit(FAILED)


if __name__ == "__main__":
    main()
