"""An invented data set with enough places, and an order to mark it."""

import json
from datetime import UTC, datetime
from pathlib import Path
from unittest.mock import patch

from customer.marks.deliver import Order
from customer.marks.keys import LENGTH, new_key
from customer.marks.plan import Options

_THINGS = "shelf pump engine motor valve boiler carpet window ladder mirror basket bottle candle cradle hammer"
_PLACES = "harbour station garden market museum castle bakery library chapel bridge tunnel meadow forest quarry"
THINGS, PLACES = _THINGS.split(), _PLACES.split()
SHAPES = (
    "The {thing} from the {place} was checked prior to delivery, and the {other} stayed there until Monday.",
    "While the {thing} stood near the {place}, for example on Sunday, several visitors asked about the {other}.",
    "Whilst the {thing} left the {place}, for instance at night, various drivers moved the {other} upon request.",
    "The {other} and the {thing} were solely kept in the {place} before winter, among seven wooden boxes.",
    "Nobody only kept the {thing} behind the {place} amongst the boxes that hold the {other} till spring.",
    "Prior to the opening of the {place} the {thing} needs additional paint, and further the {other} needs cleaning.",
)


def rows(count: int = 900) -> list[str]:
    """Return texts with other words around every place."""
    return [
        SHAPES[n % len(SHAPES)].format(
            thing=THINGS[n % 15] + "-" + PLACES[n % 13], place=PLACES[(n // 15) % 14], other=THINGS[(n // 7) % 15]
        )
        for n in range(count)
    ]


def write_rows(path: Path, texts: list[str]) -> Path:
    """Write texts as JSON lines with an id and an amount beside them."""
    lines = [json.dumps({"id": n, "text": text, "amount": f"{n}.50"}) + "\n" for n, text in enumerate(texts)]
    path.write_text("".join(lines), encoding="utf-8")
    return path


def make_order(folder: Path, source: Path, *recipients: str, canaries: int = 5, dataset: str = "demo") -> Order:
    """Return an order with a fixed key: with a random one, chance suspects a recipient now and then."""
    key_file = folder / "own.key"
    with patch("customer.marks.keys.os.urandom", return_value=bytes(range(LENGTH))):
        key = new_key(key_file)
    return Order(
        source=source,
        out=folder / "out",
        key=key,
        key_file=key_file,
        dataset=dataset,
        recipients=recipients or ("acme", "beta", "gamma"),
        options=Options(canaries=canaries),
        created=datetime(2026, 11, 25, tzinfo=UTC),
    )
