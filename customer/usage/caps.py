"""The vendor's caps in; how near use comes to them, and how often it is over, out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from customer.usage.model import Finding, Level, Reason
from customer.usage.problems import UsageProblem
from customer.usage.read import Log

NEAR, BUCKETS = 0.8, 3
UNITS = {"minute": "minute", "hour": "hour", "day": "day"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cap:
    """A limit of the vendor: so many requests or tokens a minute, hour or day, for all accounts together."""

    name: str
    value: float
    per: str
    tokens: bool
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """A day on which a vendor released a model."""

    model: str
    day: str


def near_caps(log: Log, caps: Sequence[Cap]) -> Iterator[Finding]:
    """Yield a finding for each cap that three buckets or more come near to; limits count for the organisation."""
    for cap in caps:
        if cap.per not in UNITS or (cap.tokens and not log.has("tokens_in")):
            continue
        used = "sum(coalesce(tokens_in, 0))" if cap.tokens else "count(*)"
        ((near, over, most),) = log.con.execute(
            f"""SELECT count_if(used >= {NEAR} * $cap), count_if(used > $cap), max(used) FROM (
              SELECT {used} AS used FROM rows GROUP BY date_trunc('{UNITS[cap.per]}', ts))""",
            {"cap": cap.value},
        ).fetchall()
        if near >= BUCKETS:
            unit = f"{cap.name} a {cap.per}"
            yield Finding(
                detector="D9",
                level=Level.MEDIUM if over >= BUCKETS else Level.LOW,
                title="Near the vendor’s limits",
                sentence=f"Use came to {100 * NEAR:.0f} % of {cap.value:,.0f} {unit} or more in {near} of them, "
                f"and went over in {over}.",
                accounts=(),
                count=0,
                rows=int(near),
                reasons=(Reason(name=f"most {unit}", value=float(most), threshold=cap.value, holds=over > 0),),
                advice="Ask for a higher limit before you spread use over more keys: that looks like evasion.",
                explained=f"Limits from {cap.source}.",
            )


def release_bursts(log: Log, releases: Sequence[Release]) -> Iterator[Finding]:
    """Yield a finding for each release after which use rose to three times, with 30 % of it on the new model."""
    for release in releases if log.has("model") else ():
        _check_day(release.day)
        ((after, moved, usual),) = log.con.execute(
            """SELECT count_if(ts >= $day::DATE AND ts < $day::DATE + INTERVAL 1 DAY),
              count_if(ts >= $day::DATE AND ts < $day::DATE + INTERVAL 1 DAY AND model = $model),
              count_if(ts >= $day::DATE - INTERVAL 14 DAY AND ts < $day::DATE) / 14 FROM rows""",
            {"day": release.day, "model": release.model},
        ).fetchall()
        if usual and after >= 3 * usual and moved >= 0.3 * after:
            yield Finding(
                detector="D6",
                level=Level.LOW,
                title="Burst after a release",
                sentence=f"On the day after {release.model} came out, use was {after / usual:.1f} times the usual.",
                accounts=(),
                count=0,
                rows=int(after),
                reasons=(Reason(name="times the usual day", value=after / usual, threshold=3.0, holds=True),),
                advice="Spread evaluations of a new model over several days, and name them to the vendor.",
                explained="An alias such as “latest” moves everybody on the same day.",
            )


def _check_day(day: str) -> None:
    try:
        date.fromisoformat(day)
    except ValueError:
        raise UsageProblem(f"“{day}” is no day. Write it as 2026-11-25.") from None
