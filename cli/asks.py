"""`clausemark asks` and `clausemark addendum`: what to ask a vendor for, and the addendum that asks for it."""

import json
import sys
from datetime import datetime
from pathlib import Path

import click

from cli.analyze import exit_code
from cli.outputs import day, scoring_options
from cli.score import print_problems, reading_progress
from cli.table import say
from negotiation.asks import Ask, accepted
from negotiation.wording import TERMS, Level, fill
from reports.words import counted
from workflow.folders import FolderScore, find_policy, score_folder
from workflow.negotiate import addendum_file, folder_asks, make_addendum
from workflow.settings import load_settings

FOLDER = click.Path(path_type=Path, exists=True, file_okay=False)


@click.command()
@click.argument("folder", type=FOLDER, metavar="VENDOR-FOLDER")
@scoring_options
@click.option("--format", "style", type=click.Choice(["table", "json"]), default="table", show_default=True)
def asks(folder: Path, policy_name: str | None, on: datetime | None, jobs: int | None, style: str) -> None:
    """Say what to ask a vendor for, in which words, and what score each ask would give; most points first."""
    scored, found = folder_asks_of(folder, policy_name, on, jobs)
    made = scored.assessment
    terms = scored.terms
    if style == "json":
        click.echo(json.dumps([_row(ask, terms) for ask in found], indent=2, ensure_ascii=False))
    else:
        say(f"{made.vendor}: {counted(len(found), 'ask')}, under {made.policy_title} {made.policy_version}")
        for ask in found:
            _print(ask, terms)
        every = accepted(made, find_policy(policy_name), found, {ask.check_id: Level.PREFERRED for ask in found})
        say(f"With all of them the score would be {_score(every.score)}, band {every.band or '–'}.")
        say("Wording to start from; have a lawyer read it.")
    print_problems(scored)
    sys.exit(exit_code(scored.readings))


@click.command()
@click.argument("folder", type=FOLDER, metavar="VENDOR-FOLDER")
@scoring_options
@click.option("--ask", "chosen", multiple=True, metavar="CHECK", help="An ask to take in. [default: all]")
@click.option("--acceptable", multiple=True, metavar="CHECK", help="Take this ask in its acceptable wording.")
@click.option("--term", multiple=True, metavar="NAME=WORDS", help=f"The contract’s own word for {', '.join(TERMS)}.")
@click.option("--number", multiple=True, metavar="CHECK.NAME=N", help="A number, for example incident_notice.hours=24.")
@click.option(
    "--out", required=True, type=click.Path(path_type=Path, dir_okay=False), help="A .docx, .pdf or .md file."
)
def addendum(
    folder: Path,
    policy_name: str | None,
    on: datetime | None,
    jobs: int | None,
    chosen: tuple[str, ...],
    acceptable: tuple[str, ...],
    out: Path,
    **own: tuple[str, ...],
) -> None:
    """Write an addendum with the asks for a vendor."""
    scored, found = folder_asks_of(folder, policy_name, on, jobs)
    levels = chosen_levels(found, chosen, acceptable)
    terms, numbers = own_words(scored, own["term"], own["number"])
    made = make_addendum(found, levels, terms=terms, numbers=numbers)
    content = addendum_file(made, out, on=day(on))
    try:
        out.write_bytes(content)
    except OSError as error:
        raise click.ClickException(f"{out} could not be written: {error.strerror}.") from None
    click.echo(f"{out} written: {counted(len(made.clauses), 'clause')}. {made.notice}", err=True)
    sys.exit(exit_code(scored.readings))


def chosen_levels(found: tuple[Ask, ...], chosen: tuple[str, ...], acceptable: tuple[str, ...]) -> dict[str, Level]:
    """Return the wording of each chosen ask, all in the preferred one by default; refuse a check without an ask."""
    ids = {ask.check_id for ask in found}
    for name in (*chosen, *acceptable):
        if name not in ids:
            raise click.UsageError(f"There is no ask “{name}” for this vendor. There are: {', '.join(sorted(ids))}.")
    return dict.fromkeys(chosen or ids, Level.PREFERRED) | dict.fromkeys(acceptable, Level.ACCEPTABLE)


def own_words(
    scored: FolderScore, terms: tuple[str, ...], numbers: tuple[str, ...]
) -> tuple[dict[str, str], dict[str, dict[str, int]]]:
    """Return the contract's own words and the numbers that were given, as NAME=WORDS and CHECK.NAME=N."""
    return scored.terms | dict(_pair(text, TERMS) for text in terms), _numbers(numbers)


def folder_asks_of(
    folder: Path, policy_name: str | None, on: datetime | None, jobs: int | None
) -> tuple[FolderScore, tuple[Ask, ...]]:
    """Return a vendor's assessment from its folder or file, and the asks."""
    settings, policy = load_settings(), find_policy(policy_name)
    scored = score_folder(
        folder,
        policy=policy,
        on=day(on),
        settings=settings,
        workers=jobs or settings.workers,
        progress=reading_progress,
    )
    return scored, folder_asks(scored.assessment, policy)


def _print(ask: Ask, terms: dict[str, str]) -> None:
    say()
    critical = ", critical" if ask.critical else ""
    say(
        f"{ask.title} ({ask.check_id}{critical}): +{ask.gain:g} points, would be {_score(ask.would_be.score)}", indent=2
    )
    now = (
        f"“{ask.now.quote}”, page {ask.now.page}"
        if ask.now
        else f"nothing found in {counted(len(ask.searched), 'document')}"
    )
    say(f"Now: {now}", indent=4, hang=2)
    say(f"Ask: {fill(ask.play, Level.PREFERRED, terms=terms, numbers={})}", indent=4, hang=2)
    say(f"Would do (+{ask.fallback_gain:g}): {_acceptable(ask, terms)}", indent=4, hang=2)
    say(f"Walk away when: {ask.play.walk_away}", indent=4, hang=2)
    if ask.unreviewed:
        say("Nobody has reviewed the finding that this rests on.", indent=4)


def _acceptable(ask: Ask, terms: dict[str, str]) -> str:
    return fill(ask.play, Level.ACCEPTABLE, terms=terms, numbers={})


def _row(ask: Ask, terms: dict[str, str]) -> dict[str, object]:
    return {
        "check": ask.check_id,
        "title": ask.title,
        "verdict": ask.verdict.value,
        "gain": ask.gain,
        "fallback_gain": ask.fallback_gain,
        "would_be": {"score": ask.would_be.score, "band": ask.would_be.band},
        "now": ask.now.quote if ask.now else None,
        "why": ask.why,
        "preferred": fill(ask.play, Level.PREFERRED, terms=terms, numbers={}),
        "acceptable": _acceptable(ask, terms),
        "walk_away": ask.play.walk_away,
    }


def _score(score: float | None) -> str:
    return "–" if score is None else f"{score:.1f}"


def _pair(text: str, known: dict[str, str]) -> tuple[str, str]:
    name, _, words = text.partition("=")
    if name not in known or not words.strip():
        raise click.UsageError(f"“{text}” cannot be used. Write NAME=WORDS with a name of {', '.join(known)}.")
    return name, words


def _numbers(texts: tuple[str, ...]) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for text in texts:
        place, _, value = text.partition("=")
        check, _, name = place.partition(".")
        if not name or not value.strip().isdigit():
            raise click.UsageError(
                f"“{text}” cannot be used. Write CHECK.NAME=N, for example incident_notice.hours=24."
            )
        found.setdefault(check, {})[name] = int(value)
    return found
