"""Page data of the sections that a comparison may have: the campaign replay and the compared controls."""

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
