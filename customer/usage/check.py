"""A log in; everything that a vendor's detectors would see in it, with what it may be instead and what to do, out."""

import math
from collections.abc import Sequence

from customer.usage.caps import Cap, Release, near_caps, release_bursts
from customer.usage.cohorts import Group, find_groups
from customer.usage.facts import Facts, facts_of
from customer.usage.model import CHANNELS, LEVELS, Finding, Level, UsageResult
from customer.usage.named import sketch_of
from customer.usage.pairs import rows_of_accounts, shared_pairs
from customer.usage.read import Log, Progress
from customer.usage.single import DETECTORS

SHOWN = 10
TIME_OF_DAY = "time of day"
GROUPS = "Looking for accounts that act as one"
DETECTOR_TITLES = tuple(detector.title for detector in DETECTORS)
COLUMNS_OF_OWN = {"key_id": "key", "address": "address"}  # the others are made from the prompt
OURS = (
    "If it is yours: one organisation account and one key for each application, the batch interface, and tell the "
    "vendor before it asks. If it is not: rotate the keys, cut the reseller, keep the logs."
)
LIKE_ONE = "Seats behind one application, users of one tool and evaluation runs look like this."


def check_log(
    log: Log,
    *,
    caps: Sequence[Cap] = (),
    releases: Sequence[Release] = (),
    parts: int = 1,
    progress: Progress = lambda _: None,
) -> UsageResult:
    """Return the findings of a log, the highest level first, and the detectors that lacked a column."""
    found: list[Finding] = []
    unchecked: list[tuple[str, str]] = []
    levels: dict[str, Level] = {}
    if log.has("head"):
        progress(GROUPS)
        for group, facts in distributed(log, parts=parts):
            found.append(_cohort(log, group, facts))
            levels |= {log.names[int(account)]: facts.level for account in group.accounts}
    else:
        unchecked.append(("Accounts that act as one", "prompt"))
    for detector in DETECTORS:
        if detector.by_time and log.summary.whole_days:
            unchecked.append((detector.title, TIME_OF_DAY))
        elif log.has(*detector.needs):
            progress(detector.title)
            found += detector.find(log)
        else:
            unchecked.append((detector.title, _lacking(detector.needs, log)))
    if log.summary.whole_days and caps:
        unchecked.append(("Near the vendor’s limits", TIME_OF_DAY))
    else:
        found += near_caps(log, caps)
    found += release_bursts(log, releases)
    if not caps:
        unchecked.append(("Near the vendor’s limits", "limits of a vendor"))
    order = {level: -number for number, level in enumerate(LEVELS)}
    return UsageResult(
        summary=log.summary,
        findings=tuple(sorted(found, key=lambda each: (order[each.level], each.detector, -each.count))),
        unchecked=tuple(unchecked),
        levels=levels,
        by_day=_by_day(log),
    )


def _lacking(needs: Sequence[str], log: Log) -> str:
    """Return the columns that are not there; fingerprints come from the prompt."""
    names = [COLUMNS_OF_OWN.get(name, "prompt") for name in needs if not log.has(name)]
    return ", ".join(dict.fromkeys(names))


def distributed(log: Log, *, parts: int = 1) -> list[tuple[Group, Facts]]:
    """Return the groups of accounts that draw on prompts of their own, with their facts."""
    own = rows_of_accounts(log.con, len(log.names))
    channels = [shared_pairs(log.con, name, own, parts=parts) for name in CHANNELS if log.has(name)]
    groups = find_groups(channels)
    return list(zip(groups, facts_of(log, groups), strict=True))


def _cohort(log: Log, group: Group, facts: Facts) -> Finding:
    count = len(group.accounts)
    held = [reason.name for reason in facts.reasons if reason.holds]
    above = facts.level is not Level.LOW
    sentence = (
        f"{count:,} accounts draw on the same {group.prints:,} prompts, which hardly anyone else uses. "
        + (f"Seen as well: {', '.join(held)}. " if held else "")
        + (
            "A vendor that looks for coordinated use would probably see this."
            if above
            else "They look like one application. Is it yours?"
        )
    )
    return Finding(
        detector="D3",
        level=facts.level,
        title="Accounts that act as one" if above else "Accounts that look like one application",
        sentence=sentence,
        accounts=tuple(log.names[int(account)] for account in group.accounts[:SHOWN]),
        sketch=sketch_of(log.names[int(account)] for account in group.accounts),
        count=count,
        rows=facts.rows,
        reasons=tuple(reason for reason in facts.reasons if not math.isnan(reason.value)),
        advice=OURS,
        explained=LIKE_ONE if above else f"{LIKE_ONE} Name it once if it is yours.",
        hours=facts.hours,
    )


def _by_day(log: Log) -> tuple[tuple[str, int], ...]:
    query = "SELECT strftime(date_trunc('day', ts), '%Y-%m-%d') AS d, count(*) FROM rows GROUP BY d ORDER BY d"
    return tuple((str(day), int(count)) for day, count in log.con.execute(query).fetchall())
