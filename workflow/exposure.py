"""The campaign replay for pages and commands: vendors by name, a campaign and changed assumptions in, replays out."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches

from scoring.model import Assessment
from vendors.exposure.assumptions import Assumptions, central
from vendors.exposure.documents import controls_of
from vendors.exposure.model import Campaign, Controls, Lever, Replay, Swing
from vendors.exposure.published import campaigns, published_controls
from vendors.exposure.replay import replay
from vendors.exposure.sensitivity import by_limit, levers, swings
from vendors.exposure.simulate import REPLICATES, SEED
from workflow.problems import WorkflowProblem


class CannotReplay(WorkflowProblem):
    """A vendor or campaign is not known, or a number cannot be used; the message says which and what to do."""


def known_vendors() -> tuple[Controls, ...]:
    """Return the vendors whose published controls the replay knows."""
    return published_controls()


def known_campaigns() -> tuple[Campaign, ...]:
    """Return the reported campaigns, each alleged and dated."""
    return campaigns()


def published_controls_of(vendor: str) -> Controls | None:
    """Return the published controls of a vendor by its id, None where the catalogue does not know it."""
    return next((one for one in published_controls() if one.id == vendor), None)


def find_controls(name: str) -> Controls:
    """Return a vendor's controls by id or name; raise CannotReplay."""
    wanted = name.strip().casefold()
    for one in published_controls():
        if wanted in (one.id, one.vendor.casefold()):
            return one
    ids = [one.id for one in published_controls()]
    near = get_close_matches(wanted, ids, n=1, cutoff=0.5)
    hint = f"Did you mean {near[0]}?" if near else f"Known are: {', '.join(ids)}."
    raise CannotReplay(f"There is no vendor “{name}” in the replay. {hint}")


def find_campaign(name: str) -> Campaign:
    """Return a reported campaign by its id; raise CannotReplay."""
    found = next((one for one in campaigns() if one.id == name), None)
    if found is None:
        raise CannotReplay(f"There is no campaign “{name}”. Known are: {', '.join(one.id for one in campaigns())}.")
    return found


def changed_campaign(base: Campaign, **changes: float | None) -> Campaign:
    """Return a campaign with other numbers; it is then the reader's own and no allegation. Raises CannotReplay."""
    given = {name: value for name, value in changes.items() if value is not None and value != getattr(base, name)}
    if not given:
        return base
    whole = {name: round(value) for name, value in given.items() if name in ("accounts", "groups")}
    made = replace(base, **{**given, **whole, "alleged_by": "", "on": None, "source": "", "note": ""})  # type: ignore[arg-type]
    made = replace(made, id="own", title=f"Your own numbers, from {base.title}")
    if made.queries <= 0 or made.accounts < 1 or made.days <= 0 or not 1 <= made.groups <= made.accounts:
        raise CannotReplay("Queries, accounts and days have to be more than 0, and groups at most the accounts.")
    return made


def assumed(changes: Mapping[str, float] | None = None) -> Assumptions:
    """Return the central assumptions with some changed; raise CannotReplay for a name that is none of them."""
    ids = dict(central().values)
    unknown = [name for name in changes or {} if name not in ids]
    if unknown:
        raise CannotReplay(f"There is no assumption “{unknown[0]}”. Known are: {', '.join(ids)}.")
    return central().changed(changes or {})


def replay_vendors(
    vendors: Sequence[Controls],
    campaign: Campaign,
    values: Assumptions,
    *,
    seed: int = SEED,
    replicates: int = REPLICATES,
) -> tuple[Replay, ...]:
    """Return the campaign replayed against each vendor, in the order given."""
    return tuple(replay(campaign, one, values, seed=seed, replicates=replicates) for one in vendors)


def what_matters(
    controls: Controls, campaign: Campaign, values: Assumptions
) -> tuple[tuple[Swing, ...], tuple[Lever, ...]]:
    """Return the assumptions by how far they move the share stopped, and what single controls would change."""
    return swings(campaign, controls, values), levers(campaign, controls, values)


def curve_of_limits(controls: Controls, campaign: Campaign, values: Assumptions) -> tuple[tuple[float, float], ...]:
    """Return the share stopped for limits per account in queries a day, all else as it is."""
    return by_limit(campaign, controls, values)


def uploaded_controls(assessment: Assessment) -> Controls:
    """Return the controls that a vendor's uploaded documents promise, as far as the replay can use them."""
    return controls_of(assessment, id=f"documents:{assessment.vendor}")
