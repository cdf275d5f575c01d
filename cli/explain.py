"""`clausemark explain`: why a check found something in a file, or not."""

from pathlib import Path

import click

from clauses.model import Evidence
from clauses.registry import BY_ID
from cli.table import place, say, says
from documents.model import DocumentFormat
from reports.words import OUTCOMES, counted
from workflow.explain import Explanation, explain_file
from workflow.settings import load_settings


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--check", "check_id", required=True, metavar="ID", help="The check to explain; see “clausemark checks”.")
def explain(file: Path, check_id: str) -> None:
    """Say which pattern or weight of a check fired on which words of a file, and what changed its confidence.

    Where nothing was found: the nearest passages that were considered.
    """
    if check_id not in BY_ID:
        raise click.UsageError(f"There is no check called “{check_id}”. “clausemark checks” lists them all.")
    explained = explain_file(file, check_id, limits=load_settings().limits)
    say(f"{explained.check.title} in {file}: {OUTCOMES[explained.finding.outcome].lower()}")
    say(_searched(explained), indent=2)
    for evidence in explained.finding.evidence:
        _print(evidence, explained)
    if not explained.finding.evidence:
        nearest = explained.finding.nearest
        say("Nearest passages that were considered:" if nearest else "No passage came near.", indent=2)
        for evidence in nearest:
            _print(evidence, explained)
    if explained.finding.message:
        say(explained.finding.message, indent=2)


def _searched(explained: Explanation) -> str:
    document = explained.document
    if not document.analysable:
        return "The language of the document is not analysed: nothing is claimed about it."
    blocks = counted(len(document.english_part().blocks), "paragraph")
    foreign = (
        f" {counted(len(document.foreign), 'paragraph')} in another language not read." if document.foreign else ""
    )
    if document.format is not DocumentFormat.PDF:
        return f"Searched {blocks}.{foreign}"
    read = document.page_count - len(document.unreadable_pages)
    return f"Searched {blocks} on {read} of {counted(document.page_count, 'page')}.{foreign}"


def _print(evidence: Evidence, explained: Explanation) -> None:
    say()
    say(f"{place(evidence, explained.document)}, confidence {evidence.confidence:.2f}", indent=2)
    say(f"“{evidence.quote}”", indent=4, hang=1)
    if says(evidence):
        say(says(evidence), indent=4)
    layers = " and ".join(layer.value.replace("_", " ") for layer in evidence.layers)
    if layers:
        say(f"Found by {layers}:", indent=4)
    for reason in evidence.reasons:
        words = f" on “{reason.words}”" if reason.words else ""
        change = f" ({reason.change:+.2f})" if reason.change else ""
        say(f"- {reason.what}{words}{change}", indent=4, hang=2)
