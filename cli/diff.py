"""`clausemark diff`: what changed between two versions of a document, and what that did to findings and score."""

import json
import sys
from datetime import datetime
from pathlib import Path

import click

from cli.outputs import day
from cli.table import say
from negotiation.versions.align import Change, ChangeKind
from workflow.folders import find_policy
from workflow.settings import load_settings
from workflow.versions import WORDS, Versions, compare_files, compare_tracked

MARKS = {"": "{}", "+": "[+{}+]", "-": "[-{}-]"}


@click.command()
@click.argument("old", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.argument("new", type=click.Path(path_type=Path, exists=True, dir_okay=False), required=False)
@click.option("--tracked", is_flag=True, help="Compare a Word file before its tracked changes with after.")
@click.option("--policy", "policy_name", help="Id of a shipped policy, or a file. [default: the shipped one]")
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="The day of the assessment. [default: today]")
@click.option("--format", "style", type=click.Choice(["table", "json"]), default="table", show_default=True)
def diff(old: Path, new: Path | None, policy_name: str | None, on: datetime | None, style: str, **how: bool) -> None:
    """Compare two versions of a document clause by clause: moved, added, removed, reworded; and in points.

    Exit code 0: nothing changed; 1: something did, or a file gave no result.
    """
    if how["tracked"] == (new is not None):
        raise click.UsageError("Give two files, or one Word file with --tracked.")
    settings, policy = load_settings(), find_policy(policy_name)
    found = (
        compare_files(old, new, policy=policy, on=day(on), settings=settings)
        if new is not None
        else compare_tracked(old, policy=policy, on=day(on), settings=settings)
    )
    changed = [change for change in found.changes if change.kind is not ChangeKind.SAME]
    if style == "json":
        click.echo(json.dumps(_data(found), indent=2, ensure_ascii=False))
    else:
        _print(found, changed)
    sys.exit(1 if changed else 0)


def _print(found: Versions, changed: list[Change]) -> None:
    say(f"{found.old.name} → {found.new.name}: {found.summary}")
    say(found.score_sentence)
    for effect in found.effects:
        say(effect.sentence, indent=2)
    for change in changed:
        block, document = (change.new, found.new) if change.new else (change.old, found.old)
        page = f", page {block.page}" if block and document.page_count > 1 else ""
        moved = ", moved" if change.moved and change.kind is ChangeKind.REWORDED else ""
        say()
        say(f"{WORDS[change.kind]}{moved}{page}")
        say(_text(change), indent=4, hang=0)


def _text(change: Change) -> str:
    if not change.pieces:
        return change.new.text if change.new else ""
    return "".join(MARKS[piece.mark].format(piece.words) for piece in change.pieces)


def _data(found: Versions) -> dict[str, object]:
    return {
        "old": found.old.name,
        "new": found.new.name,
        "score": {"before": found.before.score, "after": found.after.score},
        "band": {"before": found.before.band, "after": found.after.band},
        "effects": [
            {"check": e.check_id, "before": e.before, "after": e.after, "sentence": e.sentence} for e in found.effects
        ],
        "changes": [
            {
                "kind": change.kind.value,
                "moved": change.moved,
                "old": change.old.text if change.old else None,
                "new": change.new.text if change.new else None,
                "pieces": [[piece.mark, piece.words] for piece in change.pieces],
            }
            for change in found.changes
            if change.kind is not ChangeKind.SAME
        ],
    }
