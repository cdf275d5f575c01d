"""A group that the buyer named stays quiet until it changes."""

from dataclasses import replace

import pytest

from customer.usage.model import Finding, Level, LogSummary, Reason, UsageResult
from customer.usage.named import NamedGroup, can_be_named, name_group, sketch_of, with_names

ACCOUNTS = [f"seat-{number}" for number in range(400)]


def group(accounts: list[str], *, level: Level = Level.LOW, held: tuple[str, ...] = ("same hours",)) -> Finding:
    names = ("same hours", "asks for reasoning")
    return Finding(
        detector="D3",
        level=level,
        title="Accounts that look like one application",
        sentence="",
        accounts=tuple(accounts[:10]),
        count=len(accounts),
        rows=1,
        reasons=tuple(Reason(name=name, value=1, threshold=1, holds=name in held) for name in names),
        advice="",
        sketch=sketch_of(accounts),
    )


def result(*findings: Finding) -> UsageResult:
    summary = LogSummary(
        rows=1, accounts=1, first=None, last=None, columns=(), rejected=0, rejects=(), repeated=0, files=(), preset=""
    )
    return UsageResult(summary=summary, findings=findings, unchecked=(), levels={}, by_day=())


NAMED = name_group(group(ACCOUNTS), " contact centre ")


@pytest.mark.parametrize(
    ("later", "name"),
    [
        (group(ACCOUNTS), "contact centre"),
        (group(ACCOUNTS[::-1]), "contact centre"),
        (group(ACCOUNTS[:320] + [f"new-{n}" for n in range(40)]), "contact centre"),
        (group(ACCOUNTS[:100] + [f"new-{n}" for n in range(300)]), ""),
        (group([f"other-{n}" for n in range(400)]), ""),
        (group(ACCOUNTS, level=Level.MEDIUM), ""),
        (group(ACCOUNTS, held=("same hours", "asks for reasoning")), ""),
        (group(ACCOUNTS, held=()), "contact centre"),
    ],
    ids=["same", "other order", "mostly the same", "mostly new", "others", "higher level", "a new fact", "fewer facts"],
)
def test_the_name_holds_while_accounts_and_facts_do(later: Finding, name: str) -> None:
    assert with_names(result(later), [NAMED]).findings[0].named == name


def test_named_groups_stand_last() -> None:
    other = group([f"other-{n}" for n in range(50)])
    assert [each.named for each in with_names(result(group(ACCOUNTS), other), [NAMED]).findings] == [
        "",
        "contact centre",
    ]


def test_only_a_low_group_without_a_name_can_be_named() -> None:
    assert can_be_named(group(ACCOUNTS))
    assert not can_be_named(group(ACCOUNTS, level=Level.HIGH))
    assert not can_be_named(replace(group(ACCOUNTS), named="contact centre"))
    assert not can_be_named(replace(group(ACCOUNTS), detector="D4"))


def test_no_account_stands_in_what_is_kept() -> None:
    assert "seat" not in NAMED.model_dump_json()
    assert NamedGroup.model_validate_json(NAMED.model_dump_json()) == NAMED
