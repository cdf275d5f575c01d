"""The shape of a policy file, and the sentences for what is wrong with one."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from clauses.model import ExceptionKind, Force, Party, Unit
from documents.model import DocumentKind
from scoring.model import Proof, Wanted

Share = Annotated[float, Field(ge=0, le=1)]
Percent = Annotated[float, Field(ge=0, le=100)]
Words = Annotated[str, StringConstraints(min_length=1, max_length=400)]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_-]{0,59}$")]
WeightName = Literal["critical", "high", "medium", "low"]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class TierSchema(_Strict):
    """One tier of a word factor."""

    name: Words
    value: Share
    words: tuple[Words, ...]


class WordFactorSchema(_Strict):
    """A factor that is read off the words of the quote."""

    otherwise: Share
    otherwise_because: Words
    tiers: tuple[TierSchema, ...]


class NumberTierSchema(_Strict):
    """One tier of a specificity factor."""

    up_to: Annotated[float, Field(gt=0)]
    unit: Unit
    value: Share


class SpecificitySchema(_Strict):
    """How a number in the quote counts."""

    tiers: tuple[NumberTierSchema, ...]
    other: Share
    none: Share


class ToleranceSchema(_Strict):
    """What an unwanted clause keeps of its strength."""

    value: Share
    because: Words
    exception: ExceptionKind | None = None
    words: tuple[Words, ...] = ()


class CriterionSchema(_Strict):
    """What the policy wants of one check; the weight is a name of [weights] or a number from 0 to 10.

    `found` and `not_found` say in a sentence what it means when a clause that is not wanted stands there, or does not.
    """

    weight: WeightName | Annotated[float, Field(ge=0, le=10)]
    wanted: Wanted = Wanted.PRESENT
    party: Party | None = None
    kinds: tuple[DocumentKind, ...] = (DocumentKind.CONTRACT,)
    factors: tuple[str, ...] = ()
    tolerances: tuple[ToleranceSchema, ...] = ()
    found: Words | None = None
    not_found: Words | None = None


class GateSchema(_Strict):
    """What caps the band, and what lifts it."""

    id: Slug
    text: Words
    lifts: Words
    cap: Annotated[str, StringConstraints(pattern=r"^[A-Z]?$")]
    check: str = ""
    below: Share = 0.5


class PolicySchema(_Strict):
    """A whole policy file."""

    id: Slug
    version: Annotated[int, Field(ge=1)]
    title: Words
    minimum_coverage: Percent
    review_below: Share
    partly_below: Share
    stale_days: Annotated[int, Field(ge=1)]
    bands: dict[Annotated[str, StringConstraints(pattern=r"^[A-Z]$")], Percent]
    weights: dict[WeightName, Annotated[float, Field(ge=0, le=10)]]
    force: dict[Force, Share]
    exceptions: dict[ExceptionKind, Share]
    proof: dict[Proof, Share]
    words: dict[str, WordFactorSchema] = {}
    specificity: dict[str, SpecificitySchema] = {}
    incorporated: dict[DocumentKind, tuple[Words, ...]] = {}
    gates: tuple[GateSchema, ...] = ()
    criteria: dict[str, CriterionSchema]


def sentences(error: ValidationError) -> tuple[str, ...]:
    """Return one sentence a fault: where it stands in the file, what is expected, and what stands there."""
    return tuple(dict.fromkeys(_sentence(fault) for fault in error.errors()))


def _sentence(fault: Any) -> str:
    place = " > ".join(
        str(part) for part in fault["loc"] if not str(part).startswith(("literal", "constrained", "float"))
    )
    if fault["type"] == "extra_forbidden":
        return f"“{place}” is not a setting of a policy. Remove it or correct its name."
    if fault["type"] == "missing":
        return f"“{place}” is needed and is not there."
    if place.endswith("weight"):
        return f"“{place}” must be critical, high, medium, low or a number from 0 to 10 and is “{fault['input']}”."
    return f"“{place}”: {fault['msg'][0].lower()}{fault['msg'][1:]}; it is “{_short(fault['input'])}”."


def _short(value: object) -> str:
    text = str(value)
    return text if len(text) <= 60 else text[:57] + "..."
