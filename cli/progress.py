"""Progress of long work on standard error: a bar in a terminal, else a line now and then."""

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

import click

T = TypeVar("T")
LINE_EVERY = 30.0  # seconds between lines where nobody watches a bar


def with_progress(items: Iterable[T], *, total: int, what: str) -> Iterator[T]:
    """Yield the items and show how many of `total` were done; `what` names them ("files")."""
    if not sys.stderr.isatty():
        yield from _with_lines(items, total=total, what=what)
    elif total < 2:
        yield from items
    else:
        with click.progressbar(items, length=total, label=f"Reading {total} {what}", file=sys.stderr) as bar:
            yield from bar


def _with_lines(items: Iterable[T], *, total: int, what: str) -> Iterator[T]:
    told = time.monotonic()
    for done, item in enumerate(items, start=1):
        if time.monotonic() - told >= LINE_EVERY:
            told = time.monotonic()
            click.echo(f"{done} of {total} {what}", err=True)
        yield item
