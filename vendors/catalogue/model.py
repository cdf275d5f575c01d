"""What a catalogue holds: vendors with dated facts, and the controls that facts are about.

`as_of` is the day on which the source said so; where a source names only a month or a year, its last day stands.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, model_validator

OLD_AFTER_DAYS = 180  # published limits of three vendors changed within a year (facts collected in November 2026)
Short = Annotated[str, Field(max_length=300)]


class Confidence(StrEnum):
    """How a fact is known, the surest first."""

    VERIFIED = "verified"
    VENDOR_STATEMENT = "vendor statement"
    SINGLE_SOURCE = "single source"
    ALLEGATION = "allegation"


class ControlFamily(StrEnum):
    """What controls are grouped by, in the order of the page."""

    QUOTAS = "quotas"
    IDENTITY = "identity"
    DETECTION = "detection"
    TRACEABILITY = "traceability"
    CONTRACT = "contract"
    ASSURANCE = "assurance"
    PRICE = "price"


class Shown(StrEnum):
    """What a public source shows of a detection control: the vendor says it has it, or it was looked for in vain."""

    STATED = "stated"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Control:
    """One thing that vendors are compared on. `check` is the check that finds it in a document, "" for none.

    `numbers` names what a number in the quote has to count ("request", "money") for the quote to be about this
    control; `words` is a pattern that a quote has to match for that.
    """

    id: str
    family: ControlFamily
    title: str
    question: str
    check: str = ""
    numbers: str = ""
    words: str = ""


class Fact(BaseModel):
    """One dated fact about a vendor. `value` is a number with a `unit`, or words.

    `scope` says what the number holds for (account, organisation, project, subscription, region). `deposit` (US
    dollars) and `days` are what it takes to get there; `own` marks a fact that the buyer added. `model`: of the vendor.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    control: Short
    value: Annotated[float, Field(ge=0, allow_inf_nan=False)] | Annotated[str, Field(min_length=1, max_length=300)]
    unit: Short = ""
    scope: Short = ""
    tier: Short = ""
    model: Short = ""
    deposit: Annotated[float, Field(ge=0, allow_inf_nan=False)] = 0
    days: Annotated[float, Field(ge=0, allow_inf_nan=False)] = 0
    level: Shown | None = None
    permits: bool = False
    source: Annotated[str, Field(min_length=1, max_length=300)]
    as_of: date
    confidence: Confidence
    note: Short = ""
    own: bool = False

    @model_validator(mode="before")
    @classmethod
    def _number_has_unit(cls, given: Any) -> Any:
        if isinstance(given, dict) and isinstance(given.get("value"), int | float) and not given.get("unit"):
            raise ValueError("A number needs a unit.")
        return given

    @property
    def number(self) -> float | None:
        """The value as a number, None for words."""
        return self.value if isinstance(self.value, float) else None

    def old(self, on: date, *, after_days: int = OLD_AFTER_DAYS) -> bool:
        """Say whether the fact is older than `after_days` on a day."""
        return (on - self.as_of).days > after_days


class CatalogueVendor(BaseModel):
    """A vendor with its facts in the order of its file."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]{0,79}$")]
    name: Annotated[str, Field(min_length=1, max_length=200)]
    aliases: tuple[Short, ...] = ()
    note: Short = ""
    facts: tuple[Fact, ...] = ()

    def of(self, control: str) -> tuple[Fact, ...]:
        """Return the facts about a control, the buyer's own first, then the newest first."""
        found = [fact for fact in self.facts if fact.control == control]
        return tuple(sorted(found, key=lambda fact: (not fact.own, -fact.as_of.toordinal())))
