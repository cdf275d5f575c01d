"""A query log checked on this computer: read, looked at, and set beside a vendor's contract; nothing of it is kept.

What is kept are the names that the buyer gives to groups of accounts, with a fingerprint of each group.
"""

import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from clauses.model import Finding as ClauseFinding
from customer.usage.caps import Cap, Release
from customer.usage.check import DETECTOR_TITLES, GROUPS, check_log
from customer.usage.contract import ClauseAnswer, answers
from customer.usage.model import Finding, Reject, UsageResult
from customer.usage.named import NamedGroup, name_group, with_names
from customer.usage.presets import Preset, guess_preset, places_of, presets
from customer.usage.problems import UsageProblem
from customer.usage.read import Progress, columns_of, log_files, read_log
from reports.csv import table_csv
from reports.usage import build_usage, usage_pdf
from reports.words import written_date
from store import preferences
from vendors.catalogue.model import CatalogueVendor
from vendors.comparison import match
from vendors.cost import batch_saving
from workflow.catalogue import catalogue
from workflow.problems import WorkflowProblem
from workflow.trail import note
from workflow.workspace import Workspace

PREVIEW = 5
NAMED = "named groups of accounts"
NAMES = TypeAdapter(list[NamedGroup])


class LogRefused(WorkflowProblem):
    """A log cannot be read; the message says why and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What a log looks like: the preset that fits, its columns, ours as guessed (ours -> theirs), and first rows."""

    preset: Preset
    columns: tuple[str, ...]
    guessed: dict[str, str]
    rows: tuple[dict[str, str], ...]


def preview(path: Path) -> Preview:
    """Return how a log would be read, before it is; raise LogRefused. Reads it in this process."""
    try:
        (first, *_) = log_files([path])
        names, rows = columns_of(first)
        preset = guess_preset(names)
        guessed = {column: places[0] for column, places in places_of(preset, names, {}).items()}
    except UsageProblem as error:
        raise LogRefused(str(error)) from error
    shown = tuple({name: str(value)[:80] for name, value in row.items()} for row in rows[:PREVIEW])
    return Preview(preset=preset, columns=tuple(names), guessed=guessed, rows=shown)


def found_logs(paths: Sequence[Path]) -> tuple[Path, ...]:
    """Return the log files among paths and inside folders; raise LogRefused when there are none."""
    try:
        return log_files(paths)
    except UsageProblem as error:
        raise LogRefused(str(error)) from error


def preset_names() -> tuple[str, ...]:
    """Return the names of the known logs."""
    return tuple(preset.name for preset in presets())


def check_files(
    paths: Sequence[Path],
    *,
    preset: str = "",
    own: Mapping[str, str] | None = None,
    caps: Sequence[Cap] = (),
    releases: Sequence[Release] = (),
    named: Sequence[NamedGroup] = (),
    progress: Progress = lambda _: None,
    scratch: Path | None = None,
) -> UsageResult:
    """Read and check log files in this process. Raises LogRefused.

    `named` are the groups that stay quiet; `scratch` is where temporary files go.
    """
    with tempfile.TemporaryDirectory(prefix="clausemark-usage-", dir=scratch) as folder:
        try:
            log = read_log(log_files(paths), Path(folder), preset=preset, own=own, progress=progress)
            if not log.summary.rows:
                raise UsageProblem("No row of the log could be read. Look at the columns that hold time and account.")
            result = check_log(log, caps=caps, releases=releases, progress=progress)
            log.con.close()
        except UsageProblem as error:
            raise LogRefused(str(error)) from error
    return with_names(result, named)


def stages(files: int) -> tuple[str, ...]:
    """Return what a check of so many files does, in order: one entry for each time that it tells its progress."""
    return (*(f"Reading file {number} of {files}" for number in range(1, files + 1)), GROUPS, *DETECTOR_TITLES)


def saving_words(result: UsageResult, vendor: CatalogueVendor | None) -> str:
    """Return what the batch price would have saved on loops, in a sentence; "" where nothing can be said."""
    tokens = next((finding.batch_tokens for finding in result.findings if any(finding.batch_tokens)), None)
    saved = batch_saving(vendor, *tokens) if vendor and tokens else None
    if vendor is None or saved is None:
        return ""
    least, most, day = saved
    money = f"${most:,.0f}" if round(least) == round(most) else f"${least:,.0f} to ${most:,.0f}"
    since = written_date(date.fromisoformat(day))
    return f"Loops as batch would have saved about {money} at list prices of {vendor.name} (as of {since} or later)."


def catalogue_vendor(ws: Workspace, name: str) -> CatalogueVendor | None:
    """Return the catalogue's vendor that an uploaded vendor's name means, None when there is none."""
    return match(name, catalogue(ws))


def named_groups(ws: Workspace) -> tuple[NamedGroup, ...]:
    """Return the groups that the buyer named."""
    with ws.store.read() as session:
        return parse_names(preferences.preference(session, NAMED) or "[]")


def keep_name(ws: Workspace, finding: Finding, name: str, *, by: str) -> None:
    """Name a group of accounts, so that it stays quiet from now on; raise LogRefused for an empty name."""
    if not name.strip():
        raise LogRefused("Give the group a name first, for example “contact centre”.")
    group = name_group(finding, name[:80])
    kept = (*(each for each in named_groups(ws) if each.name != group.name), group)
    with ws.store.write() as session:
        preferences.keep(session, NAMED, names_json(kept))
        note(session, "name group of accounts", group.name, by=by, after=f"{finding.count} accounts")


def forget_name(ws: Workspace, name: str, *, by: str) -> None:
    """Let a named group be heard again."""
    kept = tuple(each for each in named_groups(ws) if each.name != name)
    with ws.store.write() as session:
        preferences.keep(session, NAMED, names_json(kept))
        note(session, "forget group of accounts", name, by=by)


def parse_names(text: str) -> tuple[NamedGroup, ...]:
    """Return the named groups of a JSON text; raise LogRefused when it is something else."""
    try:
        return tuple(NAMES.validate_json(text))
    except ValidationError as error:
        raise LogRefused("The names of groups could not be read: this is not a file of `--names`.") from error


def names_json(named: Sequence[NamedGroup]) -> str:
    """Return named groups as JSON."""
    return NAMES.dump_json(list(named), indent=1).decode() + "\n"


def rejects_csv(rejects: Iterable[Reject]) -> bytes:
    """Return the lines that could not be read as CSV, safe to open in a spreadsheet."""
    return table_csv(("File", "Line", "Why"), [(reject.file, reject.line, reject.why) for reject in rejects])


def caps_of(vendor: str, ws: Workspace | None = None) -> tuple[Cap, ...]:
    """Return the request and token limits that the catalogue has for a vendor; raise LogRefused for one unknown."""
    vendors = catalogue(ws)
    found = next((each for each in vendors if each.id == vendor), None)
    if found is None:
        raise LogRefused(f"The catalogue has no vendor “{vendor}”. It has: {', '.join(each.id for each in vendors)}.")
    return caps_from(found)


def caps_from(vendor: CatalogueVendor) -> tuple[Cap, ...]:
    """Return the limits in a vendor's facts that are numbers of requests or tokens a minute, hour or day.

    Of several tiers the highest counts: which one is yours is not known here.
    """
    caps: dict[tuple[str, str], Cap] = {}
    for fact in vendor.facts:
        per = next((each for each in ("minute", "hour", "day") if each in fact.unit), "")
        counted = next((each for each in ("requests", "tokens") if each in fact.unit), "")
        if per and counted and isinstance(fact.value, int | float):
            source = f"{vendor.name}, as of {fact.as_of.isoformat()}"
            cap = Cap(name=counted, value=float(fact.value), per=per, tokens=counted == "tokens", source=source)
            known = caps.get((counted, per))
            caps[counted, per] = cap if known is None or known.value < cap.value else known
    return tuple(caps.values())


def contract_answers(result: UsageResult, findings: Iterable[ClauseFinding]) -> tuple[ClauseAnswer, ...]:
    """Return for each clause of a contract whether use looks as if it kept to it."""
    return answers(result, findings)


def appeal_pdf(result: UsageResult, kept: Sequence[ClauseAnswer], *, on: date, saving: str = "") -> bytes:
    """Return the appeal pack: what was read, what a vendor would see, method, and hashes of the evidence."""
    return usage_pdf(build_usage(result, kept, on=on.isoformat(), saving=saving))
