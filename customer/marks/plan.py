"""A data set and a key in; what a marked copy would use, and every place that can carry a mark, out."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from customer.marks.canaries import TEMPLATES, check_templates, code_words
from customer.marks.choices import Sites, used_places
from customer.marks.files import data_files, records, texts_of
from customer.marks.keys import MasterKey
from customer.marks.places import Finder
from customer.marks.problems import MarksProblem
from customer.marks.table import load_table

MIX_RECORDS, MIX_SEEN, MIX_RARER, STYLE_RARER = 20_000, 10, 0.02, 0.10
STYLES = ("spelling", "contraction")  # groups that are used as a whole or not at all
FEW = 300  # distinct places: below them a warning
SHOWN = 8  # examples of a dry run
NEVER = ("id", "key", "code", "hash", "url", "mail", "phone", "date", "amount", "price", "label", "answer", "name")
FIELD_SAMPLE, FIELD_LENGTH, FIELD_LETTERS = 200, 40, 0.6  # records looked at; mean characters; share of letters

Progress = Callable[[int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How a data set is marked. `share` is the part of the places used, 0 to 1; `team` how many copies may be compared.

    `fields` empty: the tool proposes them; `never` always wins.
    """

    fields: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    share: float = 1.0
    team: int = 4
    canaries: int = 50
    templates: tuple[str, ...] = TEMPLATES

    @property
    def share_ppm(self) -> int:
        """Return the share in millionths, as manifests hold it."""
        return round(self.share * 1_000_000)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What was found in a data set: which fields and pairs are used, and every place that can carry a mark."""

    files: tuple[Path, ...]
    fields: tuple[str, ...]
    pairs: tuple[int, ...]
    sites: dict[bytes, tuple[int, bytes, bytes]]
    places: int
    words: int
    records: int
    unread: int
    taken: frozenset[str]
    examples: tuple[str, ...]
    groups: dict[str, int]

    @property
    def planned(self) -> "Planned":
        """Return what of it is shown."""
        return Planned(
            fields=self.fields,
            places=self.places,
            distinct=len(self.sites),
            words=self.words,
            records=self.records,
            unread=self.unread,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """What is shown of a plan: the fields used, places in all and distinct ones, words and records."""

    fields: tuple[str, ...]
    places: int
    distinct: int
    words: int
    records: int
    unread: int

    @property
    def warning(self) -> str:
        """Return why a small leak could not be named, or ""."""
        if self.distinct >= FEW:
            return ""
        return f"Only {self.distinct} distinct places: a leak of a tenth of the rows may not be named."


def plan(source: Path, key: MasterKey, dataset: str, options: Options, progress: Progress = lambda _: None) -> Plan:
    """Read a data set and return what a delivery would use; nothing is written."""
    check_templates(options.templates)
    files, table = data_files(source), load_table()
    fields = tuple(f for f in options.fields or propose_fields(files) if f not in options.never)
    if not fields:
        raise MarksProblem("No text field can be marked here. Name one, for example text.")
    pairs = _natural_pairs(files, fields)
    finder = Finder(table, pairs)
    sites = Sites(key=key.for_dataset(dataset).site, table=table, share=options.share_ppm)
    known: dict[bytes, tuple[int, bytes, bytes]] = {}
    groups: Counter[str] = Counter()
    taken: set[str] = set()
    words = count = unread = 0
    examples: list[str] = []
    for path in files:
        for record in records(path):
            count, unread = count + 1, unread + (record is None)
            if count % 1000 == 0:
                progress(count)
            for text in _texts(record, fields):
                used = used_places(text, finder, sites)
                words += len(text.split())
                taken |= code_words([text])
                for one in used:
                    known.setdefault(one.site, (one.place.pair, *sites.halves(one.place)))
                    groups[table.pairs[one.place.pair].group] += 1
                if used and len(examples) < SHOWN:
                    examples.append(text)
    return Plan(
        files=files,
        fields=fields,
        pairs=pairs,
        sites=dict(sorted(known.items())),
        places=sum(groups.values()),
        words=words,
        records=count,
        unread=unread,
        taken=frozenset(taken),
        examples=tuple(examples),
        groups=dict(groups),
    )


def propose_fields(files: tuple[Path, ...]) -> tuple[str, ...]:
    """Return the fields that hold running text: on average 40 characters or more, 60 of 100 letters."""
    seen: dict[str, list[str]] = {}
    for path in files:
        for record in islice(records(path), FIELD_SAMPLE):
            for name, value in (record or {}).items():
                if isinstance(value, str) and not any(word in name.lower() for word in NEVER):
                    seen.setdefault(name, []).append(value)
    return tuple(name for name, values in seen.items() if _running_text(values))


def _running_text(values: list[str]) -> bool:
    together = "".join(values)
    return len(together) >= FIELD_LENGTH * len(values) and sum(c.isalpha() for c in together) >= FIELD_LETTERS * len(
        together
    )


def _natural_pairs(files: tuple[Path, ...], fields: tuple[str, ...]) -> tuple[int, ...]:
    """Return the pairs whose two forms both live in this text, so that no form looks strange."""
    table = load_table()
    finder, seen = Finder(table), Counter[tuple[int, int]]()
    for record in islice((record for path in files for record in records(path)), MIX_RECORDS):
        for text in _texts(record, fields):
            seen.update((place.pair, place.state) for place in finder.find(text))
    styles = {}
    for group in STYLES:
        own = [sum(seen[pair.number, state] for pair in table.pairs if pair.group == group) for state in (0, 1)]
        styles[group] = min(own) >= STYLE_RARER * max(1, sum(own))
    return tuple(
        pair.number
        for pair in table.pairs
        if (total := seen[pair.number, 0] + seen[pair.number, 1]) >= MIX_SEEN
        and min(seen[pair.number, 0], seen[pair.number, 1]) >= MIX_RARER * total
        and styles.get(pair.group, True)
    )


def _texts(record: Any, fields: tuple[str, ...]) -> Iterator[str]:
    if record is not None:
        yield from texts_of(record, fields)
