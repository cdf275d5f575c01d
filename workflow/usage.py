"""A query log checked on this computer: read, looked at, and set beside a vendor's contract; nothing of it is kept."""

import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from clauses.model import Finding as ClauseFinding
from customer.usage.caps import Cap, Release
from customer.usage.check import check_log
from customer.usage.contract import ClauseAnswer, answers
from customer.usage.model import Reject, UsageResult
from customer.usage.presets import Preset, guess_preset, places_of, presets
from customer.usage.problems import UsageProblem
from customer.usage.read import Progress, columns_of, log_files, read_log
from reports.csv import table_csv
from reports.usage import build_usage, usage_pdf
from vendors.catalogue.model import CatalogueVendor
from workflow.catalogue import catalogue
from workflow.problems import WorkflowProblem
from workflow.workspace import Workspace

PREVIEW = 5


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
    """Return how a log would be read, before it is; raise LogRefused."""
    try:
        (first, *_) = log_files([path])
        names, rows = columns_of(first)
        preset = guess_preset(names)
        guessed = {column: places[0] for column, places in places_of(preset, names, {}).items()}
    except UsageProblem as error:
        raise LogRefused(str(error)) from error
    shown = tuple({name: str(value)[:80] for name, value in row.items()} for row in rows[:PREVIEW])
    return Preview(preset=preset, columns=tuple(names), guessed=guessed, rows=shown)


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
    rejects: Path | None = None,
    progress: Progress = lambda _: None,
) -> UsageResult:
    """Read and check log files; lines that could not be read go to `rejects` as CSV. Raises LogRefused."""
    with tempfile.TemporaryDirectory(prefix="clausemark-usage-") as folder:
        try:
            log = read_log(log_files(paths), Path(folder), preset=preset, own=own, progress=progress)
            if not log.summary.rows:
                raise UsageProblem("No row of the log could be read. Look at the columns that hold time and account.")
            result = check_log(log, caps=caps, releases=releases, progress=progress)
            log.con.close()
        except UsageProblem as error:
            raise LogRefused(str(error)) from error
    if rejects is not None:
        rejects.write_bytes(rejects_csv(result.summary.rejects))
    return result


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


def appeal_pdf(result: UsageResult, kept: Sequence[ClauseAnswer], *, on: date) -> bytes:
    """Return the appeal pack: what was read, what a vendor would see, method, and hashes of the evidence."""
    return usage_pdf(build_usage(result, kept, on=on.isoformat()))
