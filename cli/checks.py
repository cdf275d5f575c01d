"""`clausemark checks`: what is looked for."""

from itertools import groupby

import click

from cli.table import say
from reports.words import FAMILIES, number
from workflow.checks import check_page, list_check_pages
from workflow.folders import find_policy
from workflow.model import CheckExample, CheckPage


@click.command()
@click.argument("check_id", required=False, metavar="[ID]")
@click.option("--policy", "policy_name", help="A shipped policy's id or a TOML file, for the weights.")
def checks(check_id: str | None, policy_name: str | None) -> None:
    """List all checks, or show one: its question, why, what to ask for, examples, weight."""
    policy = find_policy(policy_name)
    if check_id is None:
        for family, pages in groupby(list_check_pages(policy), key=lambda page: page.check.family):
            say(FAMILIES[family])
            for page in pages:
                say(f"{page.check.id:32}{page.check.title}", indent=2, hang=32)
        return
    found = check_page(policy, check_id)
    if found is None:
        raise click.UsageError(f"There is no check called “{check_id}”. “clausemark checks” lists them all.")
    _print_page(found, policy.title)


def _print_page(page: CheckPage, policy: str) -> None:
    check = page.check
    say(f"{check.title} ({check.id}, version {check.version})")
    say(check.question)
    for heading, text in (("Why", check.why), ("Ask for", check.ask_for), ("Policy", _weight(page, policy))):
        say(f"{heading:10}{text}", hang=10)
    for heading, examples in (
        ("Found", page.found),
        ("Not found, and why", page.not_found),
        ("Known gaps", page.known_gaps),
    ):
        if examples:
            say()
            say(heading)
            for example in examples:
                say(_example(example), indent=2, hang=1)


def _weight(page: CheckPage, policy: str) -> str:
    if page.weight is None:
        return f"{policy}: shown, not scored."
    return f"{policy}: wanted {page.wanted}, weight {number(page.weight)}."


def _example(example: CheckExample) -> str:
    return f"“{example.text}” ({example.because})" if example.because else f"“{example.text}”"
