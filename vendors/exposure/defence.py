"""Controls as numbers: a vendor's controls and the assumptions in, a defence and the attacker's prices out."""

from vendors.exposure.assumptions import Assumptions, reference_levels
from vendors.exposure.limits import tiers_of
from vendors.exposure.model import Controls, Defence, Level, Prices

RATE_POWER = 2.0  # how steeply conspicuousness grows with the rate; a shape, not a control


def defence_of(controls: Controls, values: Assumptions, *, unknown: Level = Level.NONE) -> Defence:
    """Return the numbers of a vendor's controls; what is unknown is read as `unknown`, none or stated."""

    def number(key: str, level: Level) -> float:
        known = unknown if level is Level.UNKNOWN else level
        return values[key] if known is Level.STATED else reference_levels()[known.value][key]

    group = controls.group_detection
    response = number("response_days", group) if controls.response_days is None else controls.response_days
    return Defence(
        tiers=tiers_of(controls.limits, values),
        account_checks=number("account_checks", controls.account_checks),
        content_queries=number("content_queries", controls.content_analysis),
        rate_top=number("rate_top", controls.usage_monitoring),
        rate_half=number("rate_half", controls.usage_monitoring),
        rate_power=RATE_POWER,
        linkable=number("linkable", group),
        group_days=number("group_days", group),
        group_volume=values["group_volume"],
        lead_chance=number("lead_chance", group),
        response_days=response,
        account_price=account_price(values, controls.identity_share or 0.0),
    )


def account_price(values: Assumptions, identity_share: float) -> float:
    """Return the dollars that one account costs when this share of tries is asked for a government ID."""
    by_id = values["id_price"] / values["id_pass_share"]
    return values["phone_price"] + values["payment_price"] + identity_share * by_id


def prices_of(values: Assumptions, *, paid_share: float | None = None) -> Prices:
    """Return what a campaign pays; at another paid share of list price when one is given."""
    share = values["paid_share"] if paid_share is None else paid_share
    return Prices(
        tokens=share * values.list_price,
        traffic=values["kilobytes"] * values["proxy_price"] / 1e6,
        group=values["group_price"],
        rebuild_days=values["rebuild_days"],
        most_identities=values["most_identities"],
        most_a_day=values["most_a_day"],
    )
