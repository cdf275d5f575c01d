"""The campaign replay in a comparison: replays with their single controls in, the section's page data out."""

from collections.abc import Sequence

from reports.printable import printable
from reports.sections import ComparedExposure, ComparedLever, ExposedVendor
from reports.words import NOTHING
from vendors.exposure.assumptions import version
from vendors.exposure.model import Lever, Replay
from vendors.exposure.words import NOTICE, amount, arithmetic, dollars, lesson, origin, percent, sentences, share_words


def build_exposure(replays: Sequence[tuple[Replay, Sequence[Lever]]]) -> ComparedExposure:
    """Return the section for vendors in the order given, all against one campaign; at least one vendor."""
    first = replays[0][0]
    return printable(
        ComparedExposure(
            campaign=first.campaign.title,
            arithmetic=arithmetic(first.campaign),
            origin=origin(first.campaign),
            vendors=tuple(_vendor(one, levers) for one, levers in replays),
            notice=f"{NOTICE} Assumptions of {version()}, seed {first.seed}, {first.replicates} simulated runs.",
        )
    )


def _vendor(one: Replay, levers: Sequence[Lever]) -> ExposedVendor:
    scored = not one.controls.permits_distillation
    return ExposedVendor(
        vendor=one.controls.vendor,
        limit=f"{amount(one.binding.cap)} queries a day" if one.binding.limit else "unknown",
        stopped=share_words(one) if scored else "permitted by its terms",
        extra=dollars(one.plan.extra) if scored and one.plan else NOTHING,
        accounts=amount(one.plan.accounts) if scored and one.plan else NOTHING,
        sentences=(*((lesson(one, levers),) if scored else ()), *sentences(one)),
        levers=tuple(_lever(lever) for lever in levers) if scored else (),
    )


def _lever(lever: Lever) -> ComparedLever:
    return ComparedLever(
        name=lever.name,
        stopped=percent(lever.stopped),
        extra=dollars(lever.plan.extra) if lever.plan else "not reachable",
        accounts=amount(lever.plan.accounts) if lever.plan else NOTHING,
    )
