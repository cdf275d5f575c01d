"""What a comparison is made with beside documents: the buyer's volume, stress on families and notes, all kept."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from clauses.model import Family
from reports.exposure import build_exposure
from reports.model import ComparisonPage
from reports.offers import build_cost, build_ranking
from scoring.model import Assessment
from store import preferences
from vendors.comparison import Side
from vendors.cost import Cost, Protected, Volume, cost_a_year
from vendors.exposure.assumptions import central
from vendors.exposure.model import Controls
from vendors.exposure.replay import replay
from vendors.exposure.sensitivity import levers
from vendors.ranking import rank
from workflow.catalogue import controls_section
from workflow.exposure import known_campaigns, published_controls_of, uploaded_controls
from workflow.trail import note
from workflow.workspace import Workspace

CHOICES = "comparison choices"
NOTES = "comparison notes "
MOST_NOTES = 4_000  # characters


class Choices(BaseModel):
    """Million tokens a month, the share (0 to 1) sent as batch, and how often each family counts (1 when not named)."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    input_millions: float = Field(default=500.0, ge=0, le=1e6)
    output_millions: float = Field(default=100.0, ge=0, le=1e6)
    batch_share: float = Field(default=0.0, ge=0, le=1)
    stress: dict[Family, float] = {}

    @property
    def volume(self) -> Volume:
        """The volume as the cost reckons with it."""
        return Volume(
            input_millions=self.input_millions, output_millions=self.output_millions, batch_share=self.batch_share
        )


def choices(ws: Workspace) -> Choices:
    """Return the kept choices, the usual ones where none are kept."""
    with ws.store.read() as session:
        kept = preferences.preference(session, CHOICES)
    try:
        return Choices.model_validate_json(kept) if kept else Choices()
    except ValidationError:
        return Choices()


def keep_choices(ws: Workspace, made: Choices) -> None:
    """Keep the choices for the next time."""
    with ws.store.write() as session:
        preferences.keep(session, CHOICES, made.model_dump_json())


def comparison_notes(ws: Workspace, keys: Sequence[str]) -> str:
    """Return the notes on a comparison of these vendors, in whatever order; "" when there are none."""
    with ws.store.read() as session:
        return preferences.preference(session, NOTES + _key(keys)) or ""


def keep_notes(ws: Workspace, keys: Sequence[str], text: str, *, by: str) -> None:
    """Keep the notes on a comparison, in the trail; an empty text forgets them."""
    name, text = NOTES + _key(keys), text.strip()[:MOST_NOTES]
    with ws.store.write() as session:
        before = preferences.preference(session, name) or ""
        preferences.keep(session, name, text) if text else preferences.forget(session, name)
        note(session, "note on comparison", _key(keys), by=by, before=before, after=text)


def protected(compared: Sequence[Side], volume: Volume) -> tuple[Protected, ...]:
    """Return cost and protection of each compared vendor for a volume."""
    return tuple(
        Protected(
            vendor=side.name,
            cost=cost_a_year(side.facts, volume) if side.facts else _unpriced(side),
            score=side.assessment.score if side.assessment else None,
            stopped=_stopped(side),
        )
        for side in compared
    )


def with_sections(
    page: ComparisonPage,
    assessments: Sequence[Assessment],
    compared: Sequence[Side],
    made: Choices,
    *,
    notes: str = "",
) -> ComparisonPage:
    """Return a comparison's page with controls, campaign replay, cost, ranking and notes."""
    known = [one for side in compared if (one := replayed_controls(side)) is not None]
    campaign, values = known_campaigns()[0], central()
    replays = [(replay(campaign, one, values), levers(campaign, one, values)) for one in known]
    ranked = rank(assessments, made.stress) if len(assessments) > 1 else ()
    policy = f"{assessments[0].policy_title} {assessments[0].policy_version}" if assessments else ""
    return replace(
        page,
        controls=controls_section(compared, on=page.on),
        exposure=build_exposure(replays) if replays else None,
        cost=build_cost(protected(compared, made.volume), made.volume),
        ranking=build_ranking(ranked, made.stress, policy=policy) if ranked else None,
        notes=tuple(line.strip() for line in notes.splitlines() if line.strip()),
    )


def replayed_controls(side: Side) -> Controls | None:
    """Return the controls that a campaign is replayed against: those of the documents, else the published ones."""
    return uploaded_controls(side.assessment) if side.assessment else published_controls_of(side.id)


def _stopped(side: Side) -> float | None:
    """Return the percent of the best known campaign that is stopped; 0 where the terms permit distillation."""
    controls = replayed_controls(side)
    if controls is None:
        return None
    return 0.0 if controls.permits_distillation else _replayed(controls)


@lru_cache(maxsize=64)
def _replayed(controls: Controls) -> float:
    return 100 * replay(known_campaigns()[0], controls, central()).least.mean


def _unpriced(side: Side) -> Cost:
    return Cost(vendor=side.name, least=None, most=None, note="No list price is known.")


def _key(keys: Sequence[str]) -> str:
    return ",".join(sorted(keys))
