"""The replay in sentences for a memo: a replay in, sentences with numbers filled in out.

"Would", "under these assumptions" and "alleged" are said wherever they hold; no vendor is said to stop a share.
"""

import math
from collections.abc import Sequence

from vendors.exposure.model import Campaign, Level, Lever, Limit, LimitKind, Plan, Replay

NOTICE = (
    "The replay compares controls under equal assumptions. It is not a forecast and measures no vendor’s real "
    "detection: nobody publishes that."
)


def origin(campaign: Campaign) -> str:
    """Return who alleges the campaign and when, or that it is the reader's own."""
    if not campaign.alleged_by or campaign.on is None:
        return "Your own campaign."
    return f"Alleged by {campaign.alleged_by}, {day(campaign)}. {campaign.note}"


def day(campaign: Campaign) -> str:
    """Return the date of the allegation, written out."""
    return f"{campaign.on.day} {campaign.on:%B %Y}" if campaign.on else ""


def arithmetic(campaign: Campaign) -> str:
    """Return what the campaign comes to per account and day."""
    return (
        f"{_alleged(campaign)} used about {amount(campaign.per_account)} queries per account, "
        f"some {amount(campaign.per_account_day)} a day over {campaign.days:g} days."
    )


def lesson(replay: Replay, levers: Sequence[Lever]) -> str:
    """Return the plain statement: what limits per account do not do, and what identity and linking do, by how much."""
    by_name = {lever.name: lever for lever in levers}
    as_is, half = by_name["As it is"], by_name.get("Half the limit per account")
    id_check, linked = by_name.get("Government ID for every account"), by_name.get("Linked-account detection, strong")
    both = by_name.get("Strong linked-account detection and government ID")
    parts = [_limits_alone(replay)]
    if half:
        before, after = percent(as_is.stopped), percent(half.stopped)
        moved = f"leave the share stopped at {after}" if before == after else f"move it from {before} to {after}"
        parts.append(f"Half the limit would {moved}.")
    if linked:
        parts.append(f"Strong detection of linked accounts would stop {percent(linked.stopped)}.")
    if id_check and id_check.plan and as_is.plan:
        parts.append(
            "A government ID for every account would raise what an attacker pays on top of the tokens from "
            f"{dollars(as_is.plan.extra)} to {dollars(id_check.plan.extra)} per million queries."
        )
    if both and both.plan:
        parts.append(f"Both together would raise it to {dollars(both.plan.extra)}.")
    return " ".join(parts)


def sentences(replay: Replay) -> tuple[str, ...]:
    """Return the answers for one vendor, in the order in which a memo gives them."""
    if replay.controls.permits_distillation:
        return (f"{replay.controls.vendor}: permitted by its terms. The replay is not scored.", binding(replay))
    return (binding(replay), stopped(replay), adapted(replay), cap_needed(replay), *_unknown(replay))


def binding(replay: Replay) -> str:
    """Return whether a published limit would have bound, and by how much it would not."""
    found, vendor = replay.binding, replay.controls.vendor
    if found.limit is None:
        return f"No limit per account of {vendor} is known, so none is taken to bind."
    as_of = f"{found.limit.as_of.day} {found.limit.as_of:%B %Y}"
    allows = (
        f"The tightest known limit of {vendor} ({found.limit.name}: {limit_words(found.limit)}, as of {as_of}) "
        f"allows about {amount(found.cap)} queries a day"
    )
    if found.stopped > 0:
        return f"{allows}; it would have cut the campaign by {percent(found.stopped)}."
    return f"{allows}: {amount(found.headroom)} times more than the campaign used. It would not have bound."


def stopped(replay: Replay) -> str:
    """Return the share stopped with its range, and what is left beside a published distillation set."""
    fewest, most = replay.left
    sets = f"a distillation set of published size ({amount(replay.set_size)} answers)"
    if replay.uncertain:
        return (
            f"Under these assumptions between {percent(replay.least.mean)} and {percent(replay.most.mean)} of the "
            f"queries would have been stopped. Between {amount(fewest)} and {amount(most)} would have got through, "
            f"{amount(fewest / replay.set_size)} to {amount(most / replay.set_size)} times {sets}."
        )
    return (
        f"Under these assumptions about {percent(replay.least.mean)} of the queries would have been stopped "
        f"({percent(replay.least.low)} to {percent(replay.least.high)} by chance alone). About {amount(most)} would "
        f"have got through, {amount(most / replay.set_size)} times {sets}."
    )


def share_words(replay: Replay) -> str:
    """Return the share stopped as short as can be, with what makes it a range: what is unknown, or chance.

    "between 19 % and 35 %", "35 % (19 % to 62 % by chance)".
    """
    if replay.uncertain:
        return f"between {percent(replay.least.mean)} and {percent(replay.most.mean)}"
    return f"{percent(replay.least.mean)} ({percent(replay.least.low)} to {percent(replay.least.high)} by chance)"


def adapted(replay: Replay) -> str:
    """Return what an attacker who replaces accounts would pay and need."""
    plan, cheap = replay.plan, replay.cheap_plan
    if plan is None:
        return f"An attacker who adapts would not reach the queries within {replay.campaign.days:g} days."
    tenth = f" ({dollars(cheap.cost)} with tokens at a tenth of list price)" if cheap else ""
    return (
        f"An attacker who replaces accounts and adapts would pay about {dollars(plan.cost)} per million queries"
        f"{tenth}, {_extra(replay, plan)} more than the tokens cost, and use about {amount(plan.accounts)} accounts."
    )


def cap_needed(replay: Replay) -> str:
    """Return the limit that would have bound, and what an attacker answers."""
    campaign = replay.campaign
    answer = campaign.queries / (replay.half_cap * campaign.days) if replay.half_cap else math.inf
    return (
        f"To bind this campaign a limit would have to be under {amount(replay.binding_cap)} queries a day, which would "
        f"also stop ordinary customers. At {amount(replay.half_cap)} a day it would stop half; the attacker’s "
        f"answer is {amount(answer)} accounts."
    )


def amount(value: float) -> str:
    """Return a quantity that a person can read: three figures, millions as words.

    >>> amount(18_760_000), amount(1152), amount(25.6), amount(4.2), amount(0.72)
    ('18.8 million', '1,150', '26', '4.2', '0.72')
    """
    if math.isinf(value):
        return "any number of"
    if value >= 999_500:
        return f"{value / 1e6:,.3g} million" if value < 999.5e6 else f"{value / 1e6:,.0f} million"
    if value >= 1000:
        return f"{float(f'{value:.3g}'):,.0f}"
    return f"{value:.0f}" if value >= 10 else f"{value:.2g}"


def limit_words(limit: Limit) -> str:
    """Return a limit with its unit: "$500 a month", "1 request a second"."""
    if limit.kind is LimitKind.DOLLARS_A_MONTH:
        return f"${limit.value:,.0f} a month"
    unit = limit.kind.value.replace("requests", "request") if limit.value == 1 else limit.kind.value
    return f"{limit.value:,.0f} {unit}"


def percent(share: float) -> str:
    """Return a share in percent; decimals from 95 % on only.

    >>> percent(0.348), percent(0.975), percent(0.0)
    ('35 %', '97.5 %', '0 %')
    """
    return f"{100 * share:.1f} %" if 0.95 <= share < 0.9995 else f"{100 * share:.0f} %"


def dollars(value: float) -> str:
    """Return money with two figures, three from 10,000 on.

    >>> dollars(943.9), dollars(60_943), dollars(5)
    ('$940', '$60,900', '$5')
    """
    figures = 3 if value >= 10_000 else 2
    return f"${float(f'{value:.{figures}g}'):,.0f}"


def _limits_alone(replay: Replay) -> str:
    found = replay.binding
    if found.stopped <= 0:
        return "Limits per account alone do not stop this."
    return (
        f"The known limit alone would stop {percent(found.stopped)} of it; the attacker’s answer is "
        f"{amount(found.accounts_needed)} accounts."
    )


def _alleged(campaign: Campaign) -> str:
    return f"The campaign alleged by {campaign.alleged_by}, {day(campaign)}," if campaign.alleged_by else "The campaign"


def _extra(replay: Replay, plan: Plan) -> str:
    dearest = replay.dearest
    if dearest is None or dollars(dearest.extra) == dollars(plan.extra):
        return dollars(plan.extra)
    return f"{dollars(plan.extra)} to {dollars(dearest.extra)}"


def _unknown(replay: Replay) -> tuple[str, ...]:
    if not replay.controls.unknown:
        return ()
    return (f"{replay.controls.vendor} does not say: {'; '.join(replay.controls.unknown)}. Ask for it in writing.",)


LEVEL_WORDS: dict[Level, str] = {
    Level.UNKNOWN: "Unknown",
    Level.NONE: "Not found",
    Level.STATED: "Stated",
    Level.TESTED: "Tested",
    Level.STRONG: "Strong",
}
