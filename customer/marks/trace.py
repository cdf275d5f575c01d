"""A suspect, the key and the manifests in; which copies it agrees with, by exact tests, out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from customer.marks.canaries import chance_of
from customer.marks.files import data_files
from customer.marks.judge import ALPHA, Judgement, judge, sentences
from customer.marks.keys import MasterKey
from customer.marks.look import Looked, LookTask, look
from customer.marks.manifest import (
    Manifest,
    Private,
    private_path,
    read_manifest,
    read_private_file,
    sites_hash,
    write_private_file,
)
from customer.marks.problems import MarksProblem
from customer.marks.table import load_table


@dataclass(frozen=True, slots=True, kw_only=True)
class CanaryFind:
    """The canaries of one recipient that stand in a suspect, and a bound for that by chance."""

    recipient: str
    found: int
    of: int
    chance: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """All that a test of a suspect gave; `read` of `known` places survived. `files` are name and SHA-256."""

    dataset: str
    key_id: str
    table: str
    manifests: tuple[tuple[str, str], ...]
    files: tuple[tuple[str, str], ...]
    read: int
    known: int
    words: int
    judged: Judgement
    canaries: tuple[CanaryFind, ...]
    sentences: tuple[str, ...]
    tests: int


def trace(
    suspects: Sequence[Path],
    key: MasterKey,
    key_file: Path,
    manifests: Sequence[Path],
    *,
    alpha: float = ALPHA,
    looks: Callable[[LookTask], Looked] = look,
) -> Trace:
    """Test suspects against every recipient that a data set was marked for; raise MarksProblem with clear words.

    `looks` reads the suspects: here, or where they can do no harm.
    """
    shown, private = opened(key, key_file, manifests)
    options, keys = shown[0].content["options"], key.for_dataset(shown[0].dataset)
    files = tuple(path for suspect in suspects for path in data_files(suspect))
    seen = looks(
        LookTask(
            files=files,
            private=private_path(key_file, shown[0].dataset),
            site_key=keys.site.hex(),
            pairs=tuple(shown[0].content["pairs"]),
            share=options["share_ppm"],
        )
    )
    votes = seen.votes
    judged = judge(votes, {name: keys.recipient(name) for name in private.canaries}, team=options["team"], alpha=alpha)
    planted = _planted(seen, private)
    write_private_file(private_path(key_file, shown[0].dataset), replace(private, tests=private.tests + 1))
    return Trace(
        dataset=shown[0].dataset,
        key_id=key.id,
        table=load_table().id,
        manifests=tuple((one.recipient, one.hash) for one in shown),
        files=seen.files,
        read=votes.read,
        known=len(private.sites),
        words=votes.words,
        judged=judged,
        canaries=planted,
        sentences=(*sentences(votes, judged), *_said(planted)),
        tests=private.tests + 1,
    )


def opened(key: MasterKey, key_file: Path, manifests: Sequence[Path]) -> tuple[tuple[Manifest, ...], Private]:
    """Return manifests of one data set and its private file, all checked against each other."""
    if not manifests:
        raise MarksProblem("Give at least one manifest of the data set.")
    shown = tuple(read_manifest(path, key) for path in manifests)
    if len({one.dataset for one in shown}) > 1:
        raise MarksProblem("The manifests belong to different data sets. Test one data set at a time.")
    if shown[0].content["table"]["sha256"] != load_table().sha256:
        raise MarksProblem("The manifest was made with another table of wordings. Use the version that made it.")
    private = read_private_file(private_path(key_file, shown[0].dataset))
    if any(one.content["site_file"]["sha256"] != sites_hash(private.sites) for one in shown):
        raise MarksProblem("The site file does not match the manifest. No claim can rest on it.")
    return shown, private


def _planted(seen: Looked, private: Private) -> tuple[CanaryFind, ...]:
    return tuple(
        CanaryFind(
            recipient=name,
            found=(found := min(seen.planted.get(name, 0), len(canaries))),
            of=len(canaries),
            chance=chance_of(found, words=seen.words, recipients=len(private.canaries), count=len(canaries)),
        )
        for name, canaries in private.canaries.items()
    )


def _said(planted: Sequence[CanaryFind]) -> tuple[str, ...]:
    return tuple(
        f"{one.found} of the {one.of} invented records made for {one.recipient} stand in it; by chance fewer than 1 in "
        f"{1 / one.chance:,.0f}."
        for one in planted
        if one.found
    )
