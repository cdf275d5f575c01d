"""A data set and a key in, one marked copy and manifest per recipient out; or, before that, what would change."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import file_digest, sha256
from pathlib import Path
from typing import Any

from customer.marks.canaries import Canary, draw_canaries
from customer.marks.choices import Sites, choice, rewritten, used_places
from customer.marks.files import ROWS, Copied, copy_file, kind_of
from customer.marks.keys import MasterKey, keyed
from customer.marks.manifest import (
    FORMAT,
    Private,
    commitments,
    private_path,
    read_private_file,
    sites_hash,
    slug,
    write_manifest,
    write_private_file,
)
from customer.marks.places import Finder
from customer.marks.plan import Options, Plan, Progress, plan
from customer.marks.problems import MarksProblem
from customer.marks.table import load_table

FEWEST = 40  # distinct places: below them no delivery
DECOY = "decoy-1"  # the recipient of invented records that nobody gets: the control group of every question to a model


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is to be marked, with which key, for whom, into which new folder; `created` stands in the manifests."""

    source: Path
    out: Path
    key: MasterKey
    key_file: Path
    dataset: str
    recipients: tuple[str, ...]
    options: Options
    created: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One recipient's marked copy."""

    recipient: str
    folder: Path
    manifest: Path
    changed: int
    changed_words: int
    copied: Copied


@dataclass(slots=True)
class _Tally:
    changed: int = 0
    words: int = 0


def differences(order: Order, made: Plan) -> tuple[tuple[str, str], ...]:
    """Return a few texts as they are and as the first recipient would get them."""
    change = _change(order, made, order.recipients[0], _Tally())
    return tuple((old, new) for old in made.examples if (new := change(old)) != old)


def deliver(order: Order, progress: Progress = lambda _: None) -> tuple[Plan, tuple[Delivery, ...]]:
    """Write the copies, a folder per recipient, and the private file beside the key.

    Raises MarksProblem when the data holds too few places, or something stands in the way; the original is only read.
    """
    path = private_path(order.key_file, order.dataset)
    check_order(order)
    made = plan(order.source, order.key, order.dataset, order.options, progress)
    if len(made.sites) < FEWEST:
        raise MarksProblem(f"Only {len(made.sites)} distinct places, {FEWEST} needed: this text is too short to mark.")
    canaries = {name: _canaries(order, made, name) for name in order.recipients}
    write_private_file(path, Private(sites=made.sites, canaries=canaries, decoys=_canaries(order, made, DECOY)))
    return made, tuple(_copy(order, made, name, canaries[name]) for name in order.recipients)


def check_order(order: Order) -> None:
    """Raise MarksProblem when something stands in the way of an order."""
    private = private_path(order.key_file, order.dataset)
    if not order.recipients:
        raise MarksProblem("Name at least one recipient.")
    if private.exists() and read_private_file(private).canaries:
        raise MarksProblem(f"The data set {order.dataset} was marked before. Give a second delivery a name of its own.")
    if len({slug(name) for name in order.recipients}) < len(order.recipients):
        raise MarksProblem("Two recipients would share a folder. Give them names that differ in letters or digits.")
    for name in order.recipients:
        for target in (order.out / slug(name), _manifest(order, name)):
            if target.exists():
                raise MarksProblem(f"{target.name} exists already in {order.out.name}. Choose a new folder.")


def _manifest(order: Order, recipient: str) -> Path:
    return order.out / f"{slug(recipient)}.marks.json"


def _canaries(order: Order, made: Plan, recipient: str) -> tuple[Canary, ...]:
    key = order.key.for_dataset(order.dataset).recipient(recipient)
    return draw_canaries(key, order.options.canaries, templates=order.options.templates, taken=made.taken)


def _copy(order: Order, made: Plan, recipient: str, canaries: Sequence[Canary]) -> Delivery:
    tally, folder = _Tally(), order.out / slug(recipient)
    change = _change(order, made, recipient, tally)
    at = _positions(order.key.for_dataset(order.dataset).recipient(recipient), len(canaries), made)
    original, marked, done, alone = [], [], 0, 0
    root = order.source if order.source.is_dir() else order.source.parent
    for path in made.files:
        target = folder / path.relative_to(root)
        before = {record - done: canaries[number].text for record, number in at.items()}
        copied = copy_file(path, target, fields=made.fields, change=change, insert=before.get)
        original.append(_facts(path, copied.records))
        marked.append(_facts(target, copied.records))
        done, alone = done + copied.records, alone + copied.left_alone
    files = {"original": original, "marked": marked, "rejected": alone}
    write_manifest(_manifest(order, recipient), _content(order, made, recipient, tally, canaries) | files, order.key)
    return Delivery(
        recipient=recipient,
        folder=folder,
        manifest=_manifest(order, recipient),
        changed=tally.changed,
        changed_words=tally.words,
        copied=Copied(records=done, left_alone=alone),
    )


def _change(order: Order, made: Plan, recipient: str, tally: _Tally) -> Callable[[str], str]:
    table, keys, team = load_table(), order.key.for_dataset(order.dataset), order.options.team
    finder = Finder(table, made.pairs)
    sites = Sites(key=keys.site, table=table, share=order.options.share_ppm)
    own = keys.recipient(recipient)

    def change(text: str) -> str:
        used = used_places(text, finder, sites)
        other = [one for one in used if choice(own, one.site, team) != one.place.state]
        tally.changed += len(other)
        tally.words += sum(len(text[one.place.start : one.place.end].split()) for one in other)
        return rewritten(text, used, table, lambda site: choice(own, site, team))

    return change


def _content(order: Order, made: Plan, recipient: str, tally: _Tally, canaries: Sequence[Canary]) -> dict[str, Any]:
    table, options = load_table(), order.options
    return {
        "format": FORMAT,
        "dataset": order.dataset,
        "recipient": recipient,
        "created": order.created.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "key_id": order.key.id,
        "commit": commitments(order.key, order.dataset, recipient),
        "table": {"id": table.id, "sha256": table.sha256},
        "pairs": list(made.pairs),
        "options": {
            "fields": list(made.fields),
            "never": list(options.never),
            "share_ppm": options.share_ppm,
            "team": options.team,
            "canaries": options.canaries,
        },
        "places": made.places,
        "distinct": len(made.sites),
        "changed": tally.changed,
        "changed_tokens_ppm": 1_000_000 * tally.words // max(1, made.words),
        "groups": made.groups,
        "site_file": {"sha256": sites_hash(made.sites), "count": len(made.sites)},
        "canary_commit": sha256("\n".join(one.text for one in canaries).encode()).hexdigest(),
    }


def _positions(key: bytes, count: int, made: Plan) -> dict[int, int]:
    """Return the record before which each canary stands; text files hold none, since each is a record of its own."""
    if not any(kind_of(path) in ROWS for path in made.files) or not made.records:
        return {}
    found: dict[int, int] = {}
    for number in range(min(count, made.records)):
        at = int.from_bytes(keyed(key, f"position/{number}".encode())[:8], "big") % made.records
        while at in found:
            at = (at + 1) % made.records
        found[at] = number
    return found


def _facts(path: Path, records_: int) -> dict[str, Any]:
    with path.open("rb") as file:
        digest = file_digest(file, "sha256").hexdigest()
    return {"name": path.name, "sha256": digest, "bytes": path.stat().st_size, "records": records_}
