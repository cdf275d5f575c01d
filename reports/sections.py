"""Page data of the sections that a comparison may have: controls, the campaign replay, cost and a ranking."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedLever:
    """One control changed in the campaign replay, in words."""

    name: str
    stopped: str
    extra: str
    accounts: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExposedVendor:
    """A vendor in the campaign replay: its row, what a memo says of it, and single controls changed."""

    vendor: str
    limit: str
    stopped: str
    extra: str
    accounts: str
    sentences: tuple[str, ...]
    levers: tuple[ComparedLever, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedExposure:
    """The campaign replay of the compared vendors; `origin` says who alleges the campaign and when."""

    campaign: str
    arithmetic: str
    origin: str
    vendors: tuple[ExposedVendor, ...]
    notice: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedControlCell:
    """What is known of a control at one vendor: in words, what it rests on, and what does not agree, or ""."""

    text: str
    basis: str
    rests_on: tuple[str, ...]
    remark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedControl:
    """A quota, check, detection or other control over all vendors of a comparison."""

    family: str
    name: str
    differs: bool
    cells: tuple[ComparedControlCell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedOffer:
    """What one vendor would cost a year beside its protection, in words; "–" where it is not known."""

    vendor: str
    model: str
    dollars: str
    score: str
    stopped: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedCost:
    """Cost and protection of the compared vendors for one volume; `sources` are the prices that were used."""

    volume: str
    offers: tuple[ComparedOffer, ...]
    sentences: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RankedLine:
    """A vendor's place in a ranking, in words."""

    place: str
    vendor: str
    score: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedRanking:
    """The order under one policy; `stress` says how families were made to count, "" for as the policy says."""

    policy: str
    stress: str
    lines: tuple[RankedLine, ...]
