"""Seeded traffic of query logs: honest accounts of six kinds, and a campaign with the evasions that are measured.

Prompts are drawn as fingerprints: a template's row shares one with the template by the share of the prompt that the
template is, and by what rewriting leaves of it. Written as one Parquet file a day, in the form that the check reads.
"""

from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Prints = NDArray[np.uint64]
DAYS = 45
START = np.datetime64("2026-09-01T00:00:00", "us").astype(np.int64)
DAY, HOUR = 86_400_000_000, 3_600_000_000
SHARES = {"people": 0.68, "applications": 0.18, "tools": 0.08, "batch": 0.025, "seats": 0.03, "evaluation": 0.005}
LIBRARY, PHRASES, COMMON = 3000, 20_000, 0.15
TEMPLATE_WORDS, RUN = 48, 3
A_VALUES, B_VALUES = 200, 50  # of the grid that a campaign covers
ZONES = (-8, -5, -3, 0, 1, 2, 5.5, 8, 9)
OFFICE = np.array([1, 1, 1, 1, 1, 2, 4, 8, 14, 18, 19, 18, 15, 17, 18, 17, 15, 11, 8, 6, 5, 4, 3, 2], dtype=float)
COLUMNS = ("ts", "account", "head", "m0", "m1", "m2", "elicits", "address", "slots", "tokens_in", "tokens_out")


@dataclass(frozen=True, slots=True, kw_only=True)
class Campaign:
    """What is planted. Rows and accounts at full scale; `rewritten` is the share of words replaced in every request.

    `variants` 0: no two rewrites are the same. `cover`: share of rows like a person's. `quiet`: people's hours, uneven
    volumes, own addresses, random order. `groups`: closed groups with templates of their own.
    """

    name: str = "reported shape"
    accounts: int = 25_000
    rows: int = 28_800_000
    templates: int = 600
    split: int = 1
    rewritten: float = 0.0
    variants: int = 0
    cover: float = 0.0
    quiet: bool = False
    elicits: float = 0.6
    groups: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Traffic:
    """Where the files lie, how many accounts there are, and which of them were planted."""

    pattern: str
    accounts: int
    planted: NDArray[np.bool_]
    rows: int


@dataclass(slots=True, kw_only=True)
class _Day:
    """Rows of one day, column by column."""

    account: list[Ints] = field(default_factory=list)
    columns: dict[str, list[NDArray[np.generic]]] = field(default_factory=dict)

    def add(self, **columns: NDArray[np.generic]) -> None:
        for name, values in columns.items():
            self.columns.setdefault(name, []).append(values)

    def joined(self) -> dict[str, NDArray[np.generic]]:
        return {name: np.concatenate(parts) for name, parts in self.columns.items()}


def write_traffic(
    folder: Path, *, seed: int, scale: float, campaign: Campaign | None, tokens: tuple[Ints, Ints] | None = None
) -> Traffic:
    """Write 45 days of traffic at a share of the full size (75,000 honest accounts); the same seed, the same bytes."""
    draw = np.random.default_rng([seed, 1])
    world = _World(draw, accounts=round(75_000 * scale), tokens=tokens)
    planted = _Planted(draw, world, campaign, scale) if campaign else None
    folder.mkdir(parents=True, exist_ok=True)
    rows = 0
    for day in range(DAYS):
        made = _Day()
        world.fill(made, day)
        if planted is not None:
            planted.fill(made, day)
        columns = made.joined()
        order = np.argsort(columns["ts"], kind="stable")
        table = pa.table({name: _arrow(name, values[order]) for name, values in columns.items()})
        pq.write_table(table, folder / f"day{day:02d}.parquet", compression="snappy")
        rows += len(order)
    total = world.size + (planted.size if planted else 0)
    mask = np.zeros(total, dtype=bool)
    mask[world.size :] = True
    return Traffic(pattern=str(folder / "*.parquet"), accounts=total, planted=mask, rows=rows)


def _arrow(name: str, values: NDArray[np.generic]) -> pa.Array:
    if name == "ts":
        return pa.array(values, type=pa.timestamp("us"))
    if name == "slots":
        names = [f"{n // B_VALUES} {n % B_VALUES}" for n in range(A_VALUES * B_VALUES)]
        return pa.DictionaryArray.from_arrays(pa.array(values.astype(np.int32)), pa.array(names)).cast(pa.string())
    return pa.array(values)


class _World:
    """The honest accounts."""

    def __init__(self, draw: np.random.Generator, *, accounts: int, tokens: tuple[Ints, Ints] | None) -> None:
        self.draw, self.tokens, self.size = draw, tokens, accounts
        bounds = np.round(np.cumsum(list(SHARES.values())) * accounts).astype(int)
        self.kinds = dict(zip(SHARES, zip([0, *bounds[:-1]], [*bounds[:-1], accounts], strict=True), strict=True))
        self.zone = draw.choice(ZONES, accounts)
        self.begin = np.where(draw.random(accounts) < 0.25, draw.integers(0, DAYS, accounts), 0)
        self.address = draw.integers(1, 2**62, accounts).astype(np.uint64)
        shared = draw.random(accounts) < 0.15
        self.address[shared] = draw.integers(1, max(2, accounts // 200), int(shared.sum())).astype(np.uint64)
        self.rate = self._rates()
        self.phrases = draw.integers(1, 2**63, PHRASES).astype(np.uint64)
        self.library = _templates(draw, LIBRARY)
        self.own = _templates(draw, 3 * accounts)
        self.tools = _templates(draw, 12 * 20)
        self.seat_templates = _templates(draw, 3 * 12)
        self.evaluation = _templates(draw, 57)
        self.favourites = draw.integers(0, 2**31, accounts)

    def _rates(self) -> NDArray[np.float64]:
        rate = np.zeros(self.size)
        median = {"people": 1.6, "applications": 8.0, "tools": 6.0, "batch": 40.0, "seats": 25.0, "evaluation": 60.0}
        sigma = {"people": 1.35, "applications": 1.6, "tools": 1.0, "batch": 1.2, "seats": 0.2, "evaluation": 0.1}
        for kind, (low, high) in self.kinds.items():
            rate[low:high] = median[kind] * np.exp(sigma[kind] * self.draw.standard_normal(high - low))
        return np.minimum(rate, 20_000)

    def fill(self, made: _Day, day: int) -> None:
        for kind, (low, high) in self.kinds.items():
            accounts = np.arange(low, high)
            rate = self.rate[low:high] * (self.begin[low:high] <= day) * _week(kind, day)
            if kind == "evaluation":
                rate = rate * (self.draw.random(high - low) < 0.2) * 5
            who = np.repeat(accounts, self.draw.poisson(rate))
            self._rows(made, kind, who, day)

    def _rows(self, made: _Day, kind: str, who: Ints, day: int) -> None:
        count, draw = len(who), self.draw
        template = self._template(kind, who)
        prints = {name: _free(draw, count) for name in ("head", "m0", "m1", "m2")}
        table = self._table(kind)
        used = template >= 0
        share = 0.3 + 0.65 * draw.random(count)
        for channel, name in enumerate(prints):
            hit = used & (draw.random(count) < (1.0 if name == "head" else share))
            prints[name][hit] = table[template[hit], channel]
            if name != "head":
                phrase = ~hit & (draw.random(count) < COMMON)
                prints[name][phrase] = self.phrases[_zipf(draw, PHRASES, int(phrase.sum()))]
        ts = START + day * DAY + self.times(kind, who)
        slots = _zipf(draw, A_VALUES * B_VALUES, count)
        made.add(
            ts=ts, account=who.astype(np.int32), **prints, elicits=draw.random(count) < 0.005,
            address=self.address[who], slots=slots, **self.counts(count),
        )  # fmt: skip

    def counts(self, count: int) -> dict[str, NDArray[np.generic]]:
        if self.tokens is None:
            both = np.exp(self.draw.normal(6.9, 1.0, count)), np.exp(self.draw.normal(4.8, 1.0, count))
        else:
            at = self.draw.integers(0, len(self.tokens[0]), count)
            both = self.tokens[0][at].astype(float), self.tokens[1][at].astype(float)
        return {"tokens_in": both[0].astype(np.int32), "tokens_out": both[1].astype(np.int32)}

    def _table(self, kind: str) -> Prints:
        tables = {
            "tools": self.tools,
            "seats": self.seat_templates,
            "evaluation": self.evaluation,
            "people": self.library,
        }
        return tables.get(kind, self.own)

    def _template(self, kind: str, who: Ints) -> Ints:
        """Return which template each row uses, -1 for free words."""
        draw, count = self.draw, len(who)
        if kind == "people":
            favourite = (self.favourites[who] + draw.integers(0, 3, count) * 7919) % LIBRARY
            some = np.where(draw.random(count) < 0.5, favourite, _zipf(draw, LIBRARY, count))
            return np.where(draw.random(count) < 0.35, some, -1)
        if kind == "tools":
            return (self.favourites[who] % 12) * 20 + draw.integers(0, 20, count)
        if kind == "seats":
            return (self.favourites[who] % 3) * 12 + draw.integers(0, 12, count)
        if kind == "evaluation":
            return draw.integers(0, 57, count)
        return 3 * who + draw.integers(0, 3, count)

    def times(self, kind: str, who: Ints) -> Ints:
        count, draw = len(who), self.draw
        if kind == "applications":
            return draw.integers(0, DAY, count)
        if kind in ("batch", "evaluation"):
            return self._loops(who)
        return _office(draw, self.zone[who], count)

    def _loops(self, who: Ints) -> Ints:
        """Return times of runs with a fixed period of 5 to 60 seconds and 2 % jitter, one run an account and day."""
        starts = np.flatnonzero(np.r_[True, who[1:] != who[:-1]]) if len(who) else np.zeros(0, dtype=int)
        lengths = np.diff(np.r_[starts, len(who)])
        rank = np.arange(len(who)) - np.repeat(starts, lengths)
        period = np.repeat(self.draw.integers(5, 61, len(starts)), lengths) * 1e6
        begin = np.repeat(self.draw.integers(0, DAY // 2, len(starts)), lengths)
        jitter = 1 + 0.02 * self.draw.standard_normal(len(who))
        return np.minimum(begin + (rank * period * jitter).astype(np.int64), DAY - 1)


class _Planted:
    """The accounts of the campaign."""

    def __init__(self, draw: np.random.Generator, world: _World, campaign: Campaign, scale: float) -> None:
        self.draw, self.world, self.campaign = draw, world, campaign
        self.size = round(campaign.accounts * scale) * campaign.split
        self.rate = np.full(self.size, campaign.rows * scale / DAYS / self.size)
        if campaign.quiet:
            shape = np.exp(draw.standard_normal(self.size))
            self.rate *= shape / shape.mean()
        self.zone = draw.choice(ZONES, self.size)
        self.address = draw.integers(1, 2**62, max(20, round(2000 * scale))).astype(np.uint64)
        self.own = draw.integers(1, 2**62, self.size).astype(np.uint64)
        self.templates = _templates(draw, campaign.templates)
        self.base = draw.integers(0, 2**63, (campaign.templates, 3, TEMPLATE_WORDS - RUN + 1)).astype(np.uint64)
        self.rewrites = self._rewrites() if campaign.variants else None

    def fill(self, made: _Day, day: int) -> None:
        who = np.repeat(np.arange(self.size), self.draw.poisson(self.rate))
        count, draw, campaign = len(who), self.draw, self.campaign
        cover = draw.random(count) < campaign.cover
        template = self._chosen(who, day)
        prints = self._prints(template)
        people = np.flatnonzero(cover)
        for name, values in self._like_people(len(people)).items():
            prints[name][people] = values
        on = np.sort(draw.permutation(24)[:14])
        ts = on[draw.integers(0, 14, count)] * HOUR + draw.integers(0, HOUR, count)
        address = self.address[draw.integers(0, len(self.address), count)]
        slots = (np.arange(count) * 7919 + day * 104_729) % (A_VALUES * B_VALUES)
        if campaign.quiet:
            ts, address = _office(draw, self.zone[who], count), self.own[who]
            slots = draw.integers(0, A_VALUES * B_VALUES, count)
        made.add(
            ts=START + day * DAY + ts, account=(self.world.size + who).astype(np.int32), **prints,
            elicits=~cover & (draw.random(count) < campaign.elicits), address=address, slots=slots,
            **self.world.counts(count),
        )  # fmt: skip

    def _chosen(self, who: Ints, day: int) -> Ints:
        draw, number = self.draw, self.campaign.templates // self.campaign.groups
        window = max(1, number // 6)
        queue = (day * max(1, number // DAYS) + draw.integers(0, window, len(who))) % number
        moving = np.where(draw.random(len(who)) < (0.0 if self.campaign.quiet else 2 / 3), queue, -1)
        inside = np.where(moving >= 0, moving, draw.integers(0, number, len(who)))
        return (who % self.campaign.groups) * number + inside

    def _prints(self, template: Ints) -> dict[str, Prints]:
        draw, count = self.draw, len(template)
        prints = {"head": self.templates[template, 0].copy()}
        if self.campaign.rewritten:
            if self.rewrites is None:
                rewritten = self._rewritten(template)
            else:
                variant = draw.integers(0, self.campaign.variants, count)
                rewritten = self.rewrites[template, variant]
            data = _least(draw, TEMPLATE_WORDS - RUN + 1, count)
            return {
                "head": rewritten[:, 0],
                **{f"m{c}": np.minimum(rewritten[:, c + 1], data[:, c]) for c in range(3)},
            }
        for channel in range(3):
            hit = draw.random(count) < 0.5
            prints[f"m{channel}"] = np.where(hit, self.templates[template, channel + 1], _free(draw, count))
        return prints

    def _rewrites(self) -> Prints:
        number, variants = self.campaign.templates, self.campaign.variants
        return self._rewritten(np.repeat(np.arange(number), variants)).reshape(number, variants, 4)

    def _rewritten(self, template: Ints) -> Prints:
        """Return head and min-hashes of rewrites: a run of three words survives when none of them was replaced."""
        out = np.empty((len(template), 4), dtype=np.uint64)
        for at in range(0, len(template), 200_000):
            part = template[at : at + 200_000]
            kept = self.draw.random((len(part), TEMPLATE_WORDS)) >= self.campaign.rewritten
            runs = kept[:, :-2] & kept[:, 1:-1] & kept[:, 2:]
            whole = kept[:, :16].all(axis=1)
            out[at : at + len(part), 0] = np.where(whole, self.templates[part, 0], _free(self.draw, len(part)))
            for channel in range(3):
                base = np.where(runs, self.base[part, channel], np.uint64(2**64 - 1)).min(axis=1)
                lost = (~runs).sum(axis=1)
                # The least of n hashes: one draw by its law, since only the least matters.
                least = (2.0**63 * (1 - self.draw.random(len(part)) ** (1 / np.maximum(lost, 1)))).astype(np.uint64)
                fresh = np.where(lost > 0, least, np.uint64(2**64 - 1))
                out[at : at + len(part), channel + 1] = np.minimum(base, fresh)
        return out

    def _like_people(self, count: int) -> dict[str, Prints]:
        prints = {name: _free(self.draw, count) for name in ("head", "m0", "m1", "m2")}
        template = _zipf(self.draw, LIBRARY, count)
        used = self.draw.random(count) < 0.35
        for channel, name in enumerate(prints):
            hit = used & (self.draw.random(count) < (1.0 if name == "head" else 0.6))
            prints[name][hit] = self.world.library[template[hit], channel]
        return prints


def _templates(draw: np.random.Generator, number: int) -> Prints:
    return draw.integers(1, 2**63, (number, 4)).astype(np.uint64)


def _free(draw: np.random.Generator, count: int) -> Prints:
    return draw.integers(1, 2**63, count).astype(np.uint64)


def _least(draw: np.random.Generator, of: int, count: int) -> Prints:
    """Return the least of so many hashes, drawn by its law, for three channels."""
    return (2.0**63 * (1 - draw.random((count, 3)) ** (1 / of))).astype(np.uint64)


def _zipf(draw: np.random.Generator, number: int, count: int) -> Ints:
    """Return numbers below `number` with Zipf weights of exponent 1.1."""
    weights = np.arange(1, number + 1) ** -1.1
    return np.searchsorted(np.cumsum(weights) / weights.sum(), draw.random(count)).clip(0, number - 1)


def _office(draw: np.random.Generator, zone: NDArray[np.float64], count: int) -> Ints:
    """Return times of day with people's hours in their zone, in sessions of a few minutes."""
    hour = np.searchsorted(np.cumsum(OFFICE) / OFFICE.sum(), draw.random(count))
    local = (hour - zone) % 24
    return ((local * HOUR).astype(np.int64) + draw.integers(0, HOUR, count)) % DAY


def _week(kind: str, day: int) -> float:
    """Return the share of a weekday's rows: people, tools and seats rest at weekends (day 0 is a Tuesday)."""
    weekend = (day + 1) % 7 in (5, 6)
    return 0.25 if weekend and kind in ("people", "tools", "seats") else 1.0
