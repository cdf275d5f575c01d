"""Cost beside protection, and an order: results of vendors.cost and vendors.ranking in, a comparison's sections out."""

from collections.abc import Mapping, Sequence

from clauses.model import Family
from reports.printable import printable
from reports.sections import ComparedCost, ComparedOffer, ComparedRanking, RankedLine
from reports.words import FAMILIES, NOTHING, number, whole
from vendors.cost import Cost, Protected, Volume, cost_words, offers_of
from vendors.ranking import Ranked


def build_cost(lines: Sequence[Protected], volume: Volume) -> ComparedCost:
    """Return the section for vendors in the order given, for one monthly volume."""
    offers, _ = offers_of(lines)
    return printable(
        ComparedCost(
            volume=volume_words(volume),
            offers=tuple(offer_row(line) for line in lines),
            sentences=cost_words(offers),
            sources=tuple(f"{line.vendor}: {source}" for line in lines for source in line.cost.sources),
        )
    )


def build_ranking(ranked: Sequence[Ranked], stress: Mapping[Family, float], *, policy: str) -> ComparedRanking:
    """Return the section for an order under one policy, with the families that were made to count otherwise."""
    changed = [f"{FAMILIES[family]} × {number(times)}" for family, times in stress.items() if times != 1]
    return printable(
        ComparedRanking(
            policy=policy,
            stress=", ".join(changed),
            lines=tuple(
                RankedLine(
                    place=NOTHING if one.place is None else str(one.place),
                    vendor=one.vendor,
                    score="nothing could be decided" if one.score is None else f"{whole(one.score)} of 100",
                )
                for one in ranked
            ),
        )
    )


def volume_words(volume: Volume) -> str:
    """Return a volume as it is read: "500 million input and 100 million output tokens a month, 20 % of them …"."""
    tokens = f"{volume.input_millions:,g} million input and {volume.output_millions:,g} million output tokens a month"
    return f"{tokens}, {volume.batch_share:.0%} of them as batch".replace("%", " %") if volume.batch_share else tokens


def offer_row(line: Protected) -> ComparedOffer:
    """Return one vendor's row in words."""
    return ComparedOffer(
        vendor=line.vendor,
        model=line.cost.model or NOTHING,
        dollars=dollars(line.cost),
        score=NOTHING if line.score is None else f"{whole(line.score)} of 100",
        stopped=NOTHING if line.stopped is None else f"{whole(line.stopped)} %",
        note=line.cost.note,
    )


def dollars(cost: Cost) -> str:
    """Return dollars a year, "–" where no price is known."""
    if cost.least is None or cost.most is None:
        return NOTHING
    return f"{cost.most:,.0f}" if cost.least == cost.most else f"{cost.least:,.0f} to {cost.most:,.0f}"
