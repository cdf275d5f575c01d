"""The `clausemark` command: its subcommands, and errors as sentences."""

import sys

import click

from cli.analyze import analyze
from cli.backup import backup, restore
from cli.checks import checks
from cli.compare import compare
from cli.demo import demo
from cli.explain import explain
from cli.policy import policy
from cli.run import run
from cli.score import score
from scoring.policy import PolicyError
from workflow.problems import WorkflowProblem
from workflow.settings import SettingsError
from workflow.version import TOOL_VERSION

FAILED, BAD_USAGE = 1, 2


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(TOOL_VERSION, prog_name="clausemark")
def clausemark() -> None:
    """Read AI vendors' contracts and say what they promise and allow, with quotes.

    Exit codes: 0 done; 1 something gave no result; 2 bad usage; 3 below --fail-under; 4 some pages unread.
    """


for command in (analyze, score, compare, checks, policy, explain, demo, backup, restore, run):
    clausemark.add_command(command)


def main() -> None:
    """Run the command; what cannot be done is said in a sentence on standard error, with an exit code other than 0."""
    try:
        clausemark()
    except (SettingsError, PolicyError) as error:
        for problem in error.problems:
            click.echo(problem, err=True)
        sys.exit(BAD_USAGE)
    except WorkflowProblem as error:
        click.echo(str(error), err=True)
        sys.exit(FAILED)


if __name__ == "__main__":
    main()
