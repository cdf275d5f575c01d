"""Detectors that look at one account or key at a time; each is one pass of SQL over the rows.

What is found here alone is seldom above low: every product feature is a template, every batch a loop.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from customer.usage.model import Finding, Level, Reason
from customer.usage.read import Log

SHOWN = 10  # accounts named in a finding
SHARDS = 4  # of the accounts, for windows over their rows
TEMPLATE_SHARE, TEMPLATE_ROWS = 0.5, 500
FAMILY_HEADS = 20
EQUAL_GAPS, EQUAL_SHARE, NEAR_EQUAL, LONGEST_GAP = 100, 0.6, 0.10, 300
ELICITS_SHARE, ELICITS_ROWS, ELICITS_HIGH = 0.2, 50, 1000
TRAINS_SHARE, TRAINS_ROWS = 0.2, 50
NETWORKS, OVERLAP_DAYS = 5, 3
SWEEP, SWEEP_ROWS = 0.95, 200
NIGHT_SHARE, NIGHT_ROWS = 0.5, 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Detector:
    """A detector: the columns it needs, what it is called, and how it finds; `by_time` needs times within the day."""

    id: str
    title: str
    needs: tuple[str, ...]
    find: Callable[[Log], Iterator[Finding]]
    by_time: bool = False


def _finding(log: Log, detector: str, title: str, rows: Sequence[tuple[int, int, float]], **words: object) -> Finding:
    """Return one finding over accounts: (account, rows, value) each, those with most rows first."""
    ordered = sorted(rows, key=lambda row: (-row[1], row[0]))
    largest = max(value for _, _, value in ordered)
    return Finding(
        detector=detector,
        level=words.get("level", Level.LOW),  # type: ignore[arg-type]
        title=title,
        sentence=str(words["sentence"]),
        accounts=tuple(log.names[account] for account, _, _ in ordered[:SHOWN]),
        count=len(ordered),
        rows=sum(count for _, count, _ in ordered),
        reasons=(
            Reason(name=str(words["measure"]), value=largest, threshold=float(str(words["threshold"])), holds=True),
        ),
        advice=str(words["advice"]),
        explained=str(words.get("explained", "")),
        batch_tokens=words.get("batch_tokens", (0, 0)),  # type: ignore[arg-type]
    )


def _templates(log: Log) -> Iterator[Finding]:
    found = log.con.execute(
        f"""SELECT account, n, top / n FROM (
          SELECT account, sum(c) AS n, max(c) AS top FROM (
            SELECT account, head, count(*) AS c FROM rows WHERE head IS NOT NULL GROUP BY account, head)
          GROUP BY account) WHERE n >= {TEMPLATE_ROWS} AND top / n >= {TEMPLATE_SHARE} ORDER BY account"""
    ).fetchall()
    if found:
        yield _finding(
            log, "D1", "One prompt repeated", found, measure="share of rows with the same beginning",
            threshold=TEMPLATE_SHARE,
            sentence=f"Accounts that send mostly one prompt with changing data: {len(found)}.",
            advice="Put the fixed part into a cached system prompt, name the application in the vendor’s console, and "
            "use the batch interface where nobody waits.", explained="Every feature of a product is one template.",
        )  # fmt: skip


def _families(log: Log) -> Iterator[Finding]:
    found = log.con.execute(
        f"""SELECT account, sum(n), max(n / own) FROM (
          SELECT account, m0, count(*) AS n, count(DISTINCT head) AS heads FROM rows
          WHERE m0 IS NOT NULL GROUP BY account, m0)
        JOIN (SELECT account, count(*) AS own FROM rows GROUP BY account) USING (account)
        WHERE heads >= {FAMILY_HEADS} AND n >= {TEMPLATE_ROWS} AND n / own >= {TEMPLATE_SHARE}
        GROUP BY account ORDER BY account"""
    ).fetchall()
    if found:
        yield _finding(
            log, "D2", "One prompt in many rewrites", found, measure="share of rows of one family",
            threshold=TEMPLATE_SHARE,
            sentence=f"Accounts that send one prompt under many different beginnings: {len(found)}.",
            advice="Keep one fixed beginning: rewrites of the same request can be read as evasion.",
            explained="Prompts that are built from parts in changing order look like this.",
        )  # fmt: skip


def _loops(log: Log) -> Iterator[Finding]:
    found: list[tuple[int, int, float]] = []
    batch = "AND NOT coalesce(batch, false)" if log.has("batch") else ""
    busy = "AND coalesce(status, '') <> '429'" if log.has("status") else ""
    for shard in range(SHARDS):
        found += log.con.execute(
            f"""WITH gaps AS (
              SELECT account, epoch(ts) - lag(epoch(ts)) OVER of AS gap FROM rows
              WHERE account % {SHARDS} = {shard} {batch} {busy} WINDOW of AS (PARTITION BY account ORDER BY ts)),
            pairs AS (SELECT account, gap, lag(gap) OVER (PARTITION BY account) AS before FROM gaps)
            SELECT account, count(*), avg(equal::INTEGER) FROM (
              SELECT account, before > 0 AND before <= {LONGEST_GAP} AND gap <= {LONGEST_GAP}
                AND abs(gap - before) <= {NEAR_EQUAL} * before AS equal FROM pairs WHERE before IS NOT NULL)
            GROUP BY account HAVING sum(equal::INTEGER) >= {EQUAL_GAPS} AND avg(equal::INTEGER) >= {EQUAL_SHARE}"""
        ).fetchall()
    if found:
        tokens = _tokens(log, found)
        more = f" {sum(tokens):,} tokens of theirs could have gone at the batch price." if any(tokens) else ""
        yield _finding(
            log, "D4", "Loops with equal gaps", sorted(found), measure="share of equal gaps", threshold=EQUAL_SHARE,
            sentence=f"Accounts that send requests at the pace of a program: {len(found)}.{more}", batch_tokens=tokens,
            advice="Send them through the batch interface: most vendors charge half for it, and limits are apart.",
            explained="Nightly jobs, health checks and evaluations look like this.",
        )  # fmt: skip


def _tokens(log: Log, found: Sequence[tuple[int, int, float]]) -> tuple[int, int]:
    """Return how many input and output tokens could have gone at the batch price, where the log counts tokens."""
    if not log.has("tokens_in", "tokens_out"):
        return 0, 0
    unsent = "AND NOT coalesce(batch, false)" if log.has("batch") else ""
    ((tokens_in, tokens_out),) = log.con.execute(
        "SELECT sum(coalesce(tokens_in, 0)), sum(coalesce(tokens_out, 0)) FROM rows "
        f"WHERE list_contains($accounts, account) {unsent}",
        {"accounts": [account for account, _, _ in found]},
    ).fetchall()
    return int(tokens_in or 0), int(tokens_out or 0)


def _elicitation(log: Log) -> Iterator[Finding]:
    found = log.con.execute(
        f"""SELECT account, sum(elicits::INTEGER), avg(elicits::INTEGER) FROM rows GROUP BY account
        HAVING count(*) >= {ELICITS_ROWS} AND avg(elicits::INTEGER) >= {ELICITS_SHARE} ORDER BY account"""
    ).fetchall()
    for level, rows in (
        (Level.HIGH, [row for row in found if row[1] >= ELICITS_HIGH]),
        (Level.MEDIUM, [row for row in found if row[1] < ELICITS_HIGH]),
    ):
        if rows:
            yield _finding(
                log, "D5", "Asks for the model’s reasoning", rows, level=level, measure="share of rows that ask for it",
                threshold=ELICITS_SHARE,
                sentence=f"Accounts that ask for hidden reasoning, system prompts or scoring by a rubric: {len(rows)}.",
                advice="Ask for the result and a short explanation; keep the purpose in writing where more is needed.",
                explained="Tests of safety and of quality ask like this too.",
            )  # fmt: skip


def _training(log: Log) -> Iterator[Finding]:
    found = log.con.execute(
        f"""SELECT account, sum(trains::INTEGER), avg(trains::INTEGER) FROM rows GROUP BY account
        HAVING count(*) >= {TRAINS_ROWS} AND avg(trains::INTEGER) >= {TRAINS_SHARE} ORDER BY account"""
    ).fetchall()
    if found:
        yield _finding(
            log, "D11", "Asks for training data", found, measure="share of rows that ask for it",
            threshold=TRAINS_SHARE,
            sentence=f"Accounts that ask for question-answer pairs, varied examples or preference pairs: {len(found)}.",
            advice="Compare with the uses that the contract permits before you go on.",
            explained="Test data and examples for documentation are asked for in the same words.",
        )  # fmt: skip


def _keys(log: Log) -> Iterator[Finding]:
    found = log.con.execute(
        f"""WITH minutes AS (
          SELECT key_id, date_trunc('minute', ts) AS minute, count(DISTINCT address) AS networks FROM rows
          WHERE key_id IS NOT NULL AND address IS NOT NULL GROUP BY ALL),
        overlap AS (
          SELECT key_id, count(DISTINCT minute::DATE) AS on_days FROM minutes WHERE networks > 1 GROUP BY 1)
        SELECT key_id, count(*), count(DISTINCT address) FROM rows JOIN overlap USING (key_id)
        WHERE on_days >= {OVERLAP_DAYS} GROUP BY key_id HAVING count(DISTINCT address) >= {NETWORKS} ORDER BY key_id"""
    ).fetchall()
    if found:
        largest = max(row[2] for row in found)
        yield Finding(
            detector="D8",
            level=Level.MEDIUM,
            title="Keys used from many places",
            sentence=f"Keys used from {NETWORKS} networks or more, and from two at once on several days: {len(found)}.",
            accounts=tuple(str(row[0]) for row in found[:SHOWN]),
            count=len(found),
            rows=sum(row[1] for row in found),
            reasons=(Reason(name="networks of one key", value=float(largest), threshold=NETWORKS, holds=True),),
            advice="Give each application and place its own key, and rotate those that were passed on.",
            explained="VPN exits, mobile networks and build servers change addresses too.",
        )


def _sweeps(log: Log) -> Iterator[Finding]:
    """The first number of an account's prompts rises or falls with time, as in a walk through a list."""
    found = log.con.execute(
        f"""SELECT account, count(*), abs(corr(place, value)) FROM (
          SELECT account, value, row_number() OVER (PARTITION BY account ORDER BY ts) AS place,
            count(*) OVER (PARTITION BY account) AS own FROM (
            SELECT account, ts, try_cast(split_part(slots, ' ', 1) AS DOUBLE) AS value FROM rows)
          WHERE value IS NOT NULL)
        WHERE own >= {SWEEP_ROWS} GROUP BY account
        HAVING count(DISTINCT value) >= {SWEEP_ROWS} AND abs(corr(place, value)) >= {SWEEP} ORDER BY account"""
    ).fetchall()
    if found:
        yield _finding(
            log, "D10", "Walks through a list", found, measure="correlation of number and time", threshold=SWEEP,
            sentence=f"Accounts whose prompts walk through numbered things one after the other: {len(found)}.",
            advice="Keep the purpose in writing, and use the batch interface.",
            explained="Translating a catalogue and migrating tickets look like this.",
        )  # fmt: skip


def _nights(log: Log) -> Iterator[Finding]:
    found = log.con.execute(
        f"""SELECT account, count(*), avg((hour(ts) < 6 OR isodow(ts) > 5)::INTEGER) AS night FROM rows GROUP BY account
        HAVING count(*) >= {NIGHT_ROWS} AND night >= {NIGHT_SHARE} AND night < 1 ORDER BY account"""
    ).fetchall()
    if found:
        yield _finding(
            log, "D7", "Mostly at night and on weekends", found, measure="share of rows at night (UTC) and on weekends",
            threshold=NIGHT_SHARE, sentence=f"Accounts that work mostly at night (UTC) or on weekends: {len(found)}.",
            advice="Check keys that belong to people; name the programs among them.",
            explained="Shifts, travel, other time zones and programs.",
        )  # fmt: skip


DETECTORS = (
    Detector(id="D1", title="One prompt repeated", needs=("head",), find=_templates),
    Detector(id="D2", title="One prompt in many rewrites", needs=("head", "m0"), find=_families),
    Detector(id="D4", title="Loops with equal gaps", needs=(), find=_loops, by_time=True),
    Detector(id="D5", title="Asks for the model’s reasoning", needs=("elicits",), find=_elicitation),
    Detector(id="D7", title="Mostly at night and on weekends", needs=(), find=_nights, by_time=True),
    Detector(id="D8", title="Keys used from many places", needs=("key_id", "address"), find=_keys),
    Detector(id="D10", title="Walks through a list", needs=("slots",), find=_sweeps),
    Detector(id="D11", title="Asks for training data", needs=("trains",), find=_training),
)
