"""`clausemark missing`: documents that a vendor's contract makes part of itself and that are not there."""

import sys
from datetime import datetime
from pathlib import Path

import click

from cli.analyze import exit_code
from cli.outputs import day, scoring_options
from cli.score import reading_progress
from cli.table import say
from workflow.folders import find_policy, score_folder
from workflow.missing import in_words, missing_in
from workflow.settings import load_settings


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False), metavar="VENDOR-FOLDER")
@scoring_options
def missing(folder: Path, policy_name: str | None, on: datetime | None, jobs: int | None) -> None:
    """List the documents that a vendor's contract names, whether they are there, and which checks hang on them.

    Also what the contract says of the order of precedence. Exit code 1: a file gave no result; 4: pages were not read.
    """
    settings = load_settings()
    scored = score_folder(
        folder, policy=find_policy(policy_name), on=day(on), settings=settings, workers=jobs or settings.workers,
        progress=reading_progress,
    )  # fmt: skip
    found = missing_in(scored)
    if not found.named:
        say("The documents name no further ones as part of the contract.")
    for named in found.named:
        say(in_words(named))
        say(f"“{named.evidence.quote}”, page {named.evidence.page}", indent=4, hang=2)
        if named.changing:
            say("It may change without you: the contract takes it as it is from time to time.", indent=4, hang=2)
        for link in named.links:
            say(link, indent=4, hang=2)
    for each in found.prevails:
        say(f"Order of precedence: “{each.words}”, {each.document}, page {each.page}")
    sys.exit(exit_code(scored.readings))
