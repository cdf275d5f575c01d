"""What goes into the replay and what comes out: campaigns, controls, assumptions, results.

Units everywhere: queries, days, dollars (US), queries a day; shares and chances from 0 to 1. `math.inf` as a limit
means that it does not bind.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


@dataclass(frozen=True, slots=True, kw_only=True)
class Campaign:
    """A distributed extraction: what was wanted, with how many accounts, in how many days.

    `spread` is the log-normal sigma of the queries per account (0: all equal); `growth` from 0 (the same every day)
    to 1 (from nothing to twice the mean); `groups` are sets of accounts that share nothing. A reported case is an
    allegation: `alleged_by` and `on` are shown wherever its figures are.
    """

    id: str
    title: str
    queries: float
    accounts: int
    days: float
    spread: float = 0.0
    growth: float = 0.0
    groups: int = 1
    alleged_by: str = ""
    on: date | None = None
    source: str = ""
    note: str = ""

    @property
    def per_account(self) -> float:
        """Queries of an account in the whole campaign."""
        return self.queries / self.accounts

    @property
    def per_account_day(self) -> float:
        """Queries of an account and day."""
        return self.queries / (self.accounts * self.days)


class Level(StrEnum):
    """How well a kind of detection is shown to work; each is a reference set of numbers, not a measurement."""

    UNKNOWN = "unknown"
    NONE = "none"
    STATED = "stated"
    TESTED = "tested"
    STRONG = "strong"


class LimitKind(StrEnum):
    """What a published limit counts, of one account (organisation, project or subscription)."""

    REQUESTS_A_SECOND = "requests a second"
    REQUESTS_A_MINUTE = "requests a minute"
    REQUESTS_A_DAY = "requests a day"
    INPUT_TOKENS_A_MINUTE = "input tokens a minute"
    OUTPUT_TOKENS_A_MINUTE = "output tokens a minute"
    TOKENS_A_MINUTE = "tokens a minute"
    TOKENS_A_MONTH = "tokens a month"
    DOLLARS_A_MONTH = "dollars a month"
    CONCURRENT_REQUESTS = "requests at the same time"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """A published limit of the tier that a new account starts in, or of a later one that takes money or days."""

    name: str
    kind: LimitKind
    value: float
    scope: str
    source: str
    as_of: date
    confidence: str
    deposit: float = 0.0
    days: float = 0.0
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Controls:
    """A vendor's controls as far as known. `identity_share` is the share of tries asked for a government ID.

    `response_days` and `identity_share` are None where the vendor says nothing. A vendor whose terms permit
    distillation is shown as such and not scored.
    """

    id: str
    vendor: str
    limits: tuple[Limit, ...] = ()
    account_checks: Level = Level.UNKNOWN
    content_analysis: Level = Level.UNKNOWN
    usage_monitoring: Level = Level.UNKNOWN
    group_detection: Level = Level.UNKNOWN
    identity_share: float | None = None
    response_days: float | None = None
    permits_distillation: bool = False
    note: str = ""
    sources: tuple[str, ...] = ()

    @property
    def unknown(self) -> tuple[str, ...]:
        """What the vendor does not say, in words."""
        asked = {
            "its limits": not self.limits,
            "whether it checks new accounts": self.account_checks is Level.UNKNOWN,
            "whether it analyses content for extraction": self.content_analysis is Level.UNKNOWN,
            "whether it watches rates of use": self.usage_monitoring is Level.UNKNOWN,
            "whether it links accounts": self.group_detection is Level.UNKNOWN,
            "how many accounts it asks for an ID": self.identity_share is None,
            "how fast it responds": self.response_days is None,
        }
        return tuple(words for words, missing in asked.items() if missing)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tier:
    """What one account may do: queries a day, the deposit in dollars and the age in days that it takes."""

    cap: float
    deposit: float = 0.0
    days: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Defence:
    """Controls as numbers, ready to compute with."""

    tiers: tuple[Tier, ...]
    account_checks: float
    content_queries: float
    rate_top: float
    rate_half: float
    rate_power: float
    linkable: float
    group_days: float
    group_volume: float
    lead_chance: float
    response_days: float
    account_price: float

    @property
    def cap(self) -> float:
        """Queries a day of a new account."""
        return self.tiers[0].cap


@dataclass(frozen=True, slots=True, kw_only=True)
class Prices:
    """What a campaign pays besides accounts: dollars a query (tokens, traffic), and for a group of its own."""

    tokens: float
    traffic: float
    group: float
    rebuild_days: float
    most_identities: float
    most_a_day: float


@dataclass(frozen=True, slots=True, kw_only=True)
class BindingLimit:
    """The smallest published limit of a new account in queries a day, and how far below it the campaign stays.

    `stopped` is the share of the wanted queries that lies above it.
    """

    limit: Limit | None
    cap: float
    headroom: float
    stopped: float
    accounts_needed: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """A mean with the range that chance alone gives, 5 % to 95 % of the simulated runs."""

    mean: float
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The cheapest way to the wanted queries for an attacker who replaces accounts and adapts.

    Money in dollars per million queries; `extra` is what comes on top of the tokens. `rebuild_days` is infinite when a
    group that was taken down is given up.
    """

    per_account_day: float
    accounts_a_group: float
    groups: int
    accounts: float
    takedowns: float
    rebuild_days: float
    delay_days: float
    cost: float
    extra: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Swing:
    """How far the share stopped moves when one assumption goes from its low to its high value."""

    id: str
    name: str
    unit: str
    low: float
    high: float
    at_low: float
    at_high: float

    @property
    def width(self) -> float:
        """Distance between both ends, from 0 to 1."""
        return abs(self.at_high - self.at_low)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lever:
    """One control changed and all else left: what the plan loses and what an adapting attacker pays."""

    name: str
    ask: str
    stopped: float
    plan: Plan | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Replay:
    """A campaign against a vendor. `least` and `most` stopped differ where something is unknown.

    Shares stopped are of the queries that this campaign wants, without refilling. Below `binding_cap` queries a day a
    limit would bind; at `half_cap` it would stop half. `plan` refills and adapts (unknown read as none), `dearest` the
    same with unknown read as stated, `cheap_plan` with tokens at a tenth of list price.
    """

    campaign: Campaign
    controls: Controls
    binding: BindingLimit
    binding_cap: float
    half_cap: float
    least: Spread
    most: Spread
    plan: Plan | None
    dearest: Plan | None
    cheap_plan: Plan | None
    set_size: float
    seed: int
    replicates: int

    @property
    def left(self) -> tuple[float, float]:
        """Queries that get through, from the weakest to the best reading of what is unknown: fewest, most."""
        return (1 - self.most.mean) * self.campaign.queries, (1 - self.least.mean) * self.campaign.queries

    @property
    def uncertain(self) -> bool:
        """Whether what is unknown moves the answer by a percentage point or more."""
        return self.most.mean - self.least.mean >= 0.01
