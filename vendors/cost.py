"""What a vendor would cost: list prices of the catalogue and a monthly volume in, dollars a year out.

Prices are US dollars a million tokens. Where sources give several prices, the cost is a range from the least to the
most; the buyer's own prices replace those of the catalogue.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from vendors.catalogue.model import CatalogueVendor, Fact
from vendors.comparison import source_line

UNIT = "dollars a million tokens"
MONTHS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Volume:
    """What a buyer uses: million input and output tokens a month, and the share (0 to 1) sent as batch."""

    input_millions: float
    output_millions: float
    batch_share: float = 0.0

    def times(self, factor: float) -> "Volume":
        """Return the volume multiplied, with the same share of batch."""
        return Volume(
            input_millions=self.input_millions * factor,
            output_millions=self.output_millions * factor,
            batch_share=self.batch_share,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """Dollars a year from the least to the most that the known prices allow; None where a price is not published."""

    vendor: str
    least: float | None
    most: float | None
    model: str = ""
    note: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Protected:
    """A vendor's cost beside what its documents score (0 to 100) and the percent of a campaign that it stops."""

    vendor: str
    cost: Cost
    score: float | None
    stopped: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A vendor as a point: dollars a year against protection, 0 to 100."""

    vendor: str
    cost: float
    protection: float


def cost_a_year(vendor: CatalogueVendor, volume: Volume) -> Cost:
    """Return what a volume costs at list prices; batch without a price of its own is reckoned at the list price."""
    prices = {name: _prices(vendor, f"price_{name}") for name in ("input", "output", "batch_input", "batch_output")}
    if not prices["input"] or not prices["output"]:
        return Cost(vendor=vendor.name, least=None, most=None, note="No list price is known.")
    no_batch = volume.batch_share > 0 and not (prices["batch_input"] and prices["batch_output"])
    used = [*prices["input"], *prices["output"], *prices["batch_input"], *prices["batch_output"]]
    return Cost(
        vendor=vendor.name,
        least=_sum(prices, volume, least=True),
        most=_sum(prices, volume, least=False),
        model=", ".join(dict.fromkeys(fact.model for fact in prices["input"] if fact.model)),
        note="No batch price is known; all is reckoned at the list price." if no_batch else "",
        sources=tuple(source_line(fact) for fact in used),
    )


def offers_of(lines: Sequence[Protected]) -> tuple[tuple[Offer, ...], str]:
    """Return the vendors with a known price and protection as points, and what protection means for all of them.

    It is the score of the documents when all have one, else the percent of the campaign stopped: never both.
    """
    scored = all(line.score is not None for line in lines)
    measure = "Score of the documents" if scored else "Share of the reported campaign stopped, percent"
    points = [(line, line.score if scored else line.stopped) for line in lines]
    offers = tuple(
        Offer(vendor=line.vendor, cost=line.cost.most, protection=protection)
        for line, protection in points
        if line.cost.most is not None and protection is not None
    )
    return offers, measure


def batch_saving(vendor: CatalogueVendor, tokens_in: int, tokens_out: int) -> tuple[float, float, str] | None:
    """Return dollars saved by sending tokens as batch, least and most by the known prices, and the oldest price's day.

    None where a list or batch price is not known.
    """
    found = {name: _prices(vendor, f"price_{name}") for name in ("input", "output", "batch_input", "batch_output")}
    if not all(found.values()):
        return None
    prices = {name: [fact.number or 0.0 for fact in facts] for name, facts in found.items()}
    pairs = (("input", tokens_in), ("output", tokens_out))
    least = sum(n / 1e6 * (min(prices[name]) - max(prices[f"batch_{name}"])) for name, n in pairs)
    most = sum(n / 1e6 * (max(prices[name]) - min(prices[f"batch_{name}"])) for name, n in pairs)
    oldest = min(fact.as_of for facts in found.values() for fact in facts)
    return max(least, 0.0), max(most, 0.0), oldest.isoformat()


def frontier(offers: Iterable[Offer]) -> tuple[Offer, ...]:
    """Return the offers that no other beats in both cost and protection, the cheapest first."""
    best: list[Offer] = []
    for offer in sorted(offers, key=lambda one: (one.cost, -one.protection, one.vendor)):
        if not best or offer.protection > best[-1].protection:
            best.append(offer)
    return tuple(best)


def cost_words(offers: Sequence[Offer], *, close: float = 5.0) -> tuple[str, ...]:
    """Return sentences: which vendor is cheaper for about the same protection, and safer for about the same price.

    About the same: within `close` points, or within `close` percent of the price.
    """
    sentences = []
    for one in offers:
        for other in offers:
            if one.cost < other.cost and abs(one.protection - other.protection) <= close:
                saved = 100 * (1 - one.cost / other.cost)
                sentences.append(
                    f"For about the same protection as {other.vendor}, {one.vendor} costs {saved:.0f} % less."
                )
            near = abs(one.cost - other.cost) <= close / 100 * max(one.cost, other.cost)
            if near and one.protection > other.protection + close:
                more = one.protection - other.protection
                sentences.append(
                    f"For about the same price as {other.vendor}, {one.vendor} protects better by {more:.0f} points."
                )
    return tuple(sentences)


def _prices(vendor: CatalogueVendor, control: str) -> tuple[Fact, ...]:
    facts = [fact for fact in vendor.of(control) if fact.number is not None and fact.unit == UNIT]
    own = [fact for fact in facts if fact.own]
    return tuple(own or facts)


def _sum(prices: dict[str, tuple[Fact, ...]], volume: Volume, *, least: bool) -> float:
    def price(name: str) -> float:
        facts = prices[name] or prices[name.removeprefix("batch_")]
        numbers = [fact.number for fact in facts if fact.number is not None]
        return min(numbers) if least else max(numbers)

    direct, batch = 1 - volume.batch_share, volume.batch_share
    month = volume.input_millions * (direct * price("input") + batch * price("batch_input"))
    month += volume.output_millions * (direct * price("output") + batch * price("batch_output"))
    return MONTHS * month
