"""Marking: the published vector, what may change, and what never does, in every format."""

import csv
import json
from dataclasses import replace
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from customer.marks.choices import Sites, choice, rewritten, threshold, used_places
from customer.marks.deliver import deliver, differences
from customer.marks.files import records, texts
from customer.marks.keys import MasterKey, load_key, new_key
from customer.marks.places import Finder
from customer.marks.plan import Options, plan, propose_fields
from customer.marks.problems import MarksProblem
from customer.marks.table import load_table
from tests.customer.marks.data import make_order, rows, write_rows

VECTOR = "The Supplier shall notify the Customer prior to any change of the service location."


def marked(text: str, *, form: int = 1) -> str:
    """Return a text with one form at every place that may change."""
    table = load_table()
    sites = Sites(key=b"k", table=table)
    return rewritten(text, used_places(text, Finder(table), sites), table, lambda _: form)


def test_the_published_vector_comes_out_bit_for_bit() -> None:
    keys = MasterKey(b"\x01" * 32).for_dataset("demo")
    table = load_table()
    sites = Sites(key=keys.site, table=table)
    (used,) = used_places(VECTOR, Finder(table), sites)
    assert keys.site.hex().startswith("97c02694") and keys.site.hex().endswith("799ca4")
    assert (used.place.left, used.place.right) == (("notify", "customer"), ("change", "service"))
    assert used.site.hex() == "edfec0375b3eb147"
    assert [half.hex() for half in sites.halves(used.place)] == ["d28905f410fa60c1", "d88caae1b4644912"]
    assert threshold(used.site, 4) == 51687
    assert choice(keys.recipient("acme"), used.site, 4) == 1
    made = rewritten(VECTOR, [used], table, lambda site: choice(keys.recipient("acme"), site, 4))
    assert made == VECTOR.replace("prior to", "before")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Please call customer service prior to sending machine parts.", "before sending"),
        ("We answer every customer. Prior to sending machine parts call us.", "Before sending machine"),
        ("Local customer service, for example yesterday evening, answered.", "for instance yesterday"),
        ("The customer support team don't answer phone calls today.", "don't answer"),
    ],
)
def test_a_wording_is_changed_with_its_capital(text: str, expected: str) -> None:
    assert expected in marked(text)


@pytest.mark.parametrize(
    "text",
    [
        "PRIOR TO SENDING MACHINE PARTS PLEASE CALL CUSTOMER SERVICE.",
        "Please call customer service “prior to sending machine parts” tomorrow.",
        "Please call `customer service prior to sending machine parts` tomorrow.",
        "The company Upon Prior To Sending Machine Parts called customer service.",
        "See https://customer.example/service/prior-to/sending/machine/parts for details.",
        "prior to noon",
    ],
)
def test_quotations_code_names_addresses_and_bare_words_stay(text: str) -> None:
    assert marked(text) == text


def test_digits_never_change(tmp_path: Path) -> None:
    source = write_rows(tmp_path / "rows.jsonl", rows())
    _, deliveries = deliver(make_order(tmp_path, source, "acme", canaries=0))
    before = [(one or {})["id"] for one in records(source)]
    assert before == [(one or {})["id"] for one in records(deliveries[0].folder / "rows.jsonl")]


def test_the_original_is_left_as_it_is_and_copies_differ(tmp_path: Path) -> None:
    source = write_rows(tmp_path / "rows.jsonl", rows())
    before = source.read_bytes()
    _, deliveries = deliver(make_order(tmp_path, source, canaries=0))
    copies = {(one.folder / "rows.jsonl").read_bytes() for one in deliveries}
    assert source.read_bytes() == before
    assert len(copies | {before}) == 4


def test_the_same_order_gives_the_same_bytes(tmp_path: Path) -> None:
    source = write_rows(tmp_path / "rows.jsonl", rows())
    order = make_order(tmp_path, source)
    deliver(order)
    (tmp_path / "own.demo.private.json").unlink()
    deliver(replace(order, out=tmp_path / "again"))
    first = {path.relative_to(tmp_path / "out"): path.read_bytes() for path in (tmp_path / "out").rglob("*.json*")}
    again = {path.relative_to(tmp_path / "again"): path.read_bytes() for path in (tmp_path / "again").rglob("*.json*")}
    assert first == again and len(first) == 6


def test_every_format_gets_the_same_choices_and_other_columns_stay(tmp_path: Path) -> None:
    told = rows()
    write_rows(tmp_path / "rows.jsonl", told)
    with (tmp_path / "rows.csv").open("w", newline="") as file:
        csv.writer(file).writerows([["id", "text"], *([n, text] for n, text in enumerate(told))])
    pq.write_table(pa.table({"id": range(len(told)), "text": told}), tmp_path / "rows.parquet")
    made = {}
    order = make_order(tmp_path, tmp_path, "acme", canaries=0)
    for name in ("rows.jsonl", "rows.csv", "rows.parquet"):
        only = replace(order, source=tmp_path / name, out=tmp_path / name.replace(".", "-"), dataset="demo")
        (tmp_path / "own.demo.private.json").unlink(missing_ok=True)
        _, (one,) = deliver(only)
        made[name] = list(texts(one.folder / name, ["text"]))
        assert [int((each or {})["id"]) for each in records(one.folder / name)] == list(range(len(told)))
    assert made["rows.jsonl"] == made["rows.csv"] == made["rows.parquet"] != told


def test_a_line_that_is_no_json_goes_through_and_is_counted(tmp_path: Path) -> None:
    source = write_rows(tmp_path / "rows.jsonl", rows())
    source.write_bytes(source.read_bytes() + b"not json\n\xff\xfe\n")
    _, (one,) = deliver(make_order(tmp_path, source, "acme", canaries=0))
    assert (one.folder / "rows.jsonl").read_bytes().endswith(b"not json\n\xff\xfe\n")
    assert one.copied.left_alone == 2


def test_key_order_numbers_and_escapes_of_a_line_stay(tmp_path: Path) -> None:
    source = write_rows(tmp_path / "rows.jsonl", rows())
    own = '{"z": 1.50, "text": "The caf\\u00e9 waiter waited prior to closing time yesterday", "a": {"b": [1e3]}}\r\n'
    source.write_text(source.read_text() + own, newline="")
    _, (one,) = deliver(make_order(tmp_path, source, "acme", canaries=0))
    last = (one.folder / "rows.jsonl").read_bytes().splitlines(keepends=True)[-1].decode()
    assert last.replace("before closing", "prior to closing") == own


def test_only_fields_with_running_text_are_proposed(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    row = {"user_id": "a" * 60, "note": "A long note that says what the customer asked for today.", "state": "open"}
    path.write_text(json.dumps(row) + "\n")
    assert propose_fields((path,)) == ("note",)


def test_a_field_that_must_not_change_wins_over_the_proposal(tmp_path: Path) -> None:
    source = write_rows(tmp_path / "rows.jsonl", rows())
    order = make_order(tmp_path, source, "acme")
    with pytest.raises(MarksProblem, match="No text field"):
        plan(source, order.key, "demo", Options(never=("text",)))


def test_a_dry_run_shows_differences_and_writes_nothing(tmp_path: Path) -> None:
    source = write_rows(tmp_path / "rows.jsonl", rows())
    order = make_order(tmp_path, source)
    made = plan(source, order.key, "demo", order.options)
    assert all(old != new for old, new in differences(order, made))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["own.key", "rows.jsonl"]


def test_too_short_a_text_is_refused_with_the_number_of_places(tmp_path: Path) -> None:
    source = write_rows(tmp_path / "rows.jsonl", rows(10))
    with pytest.raises(MarksProblem, match="distinct places, 40 needed"):
        deliver(make_order(tmp_path, source))


def test_a_second_delivery_needs_a_name_of_its_own(tmp_path: Path) -> None:
    source = write_rows(tmp_path / "rows.jsonl", rows())
    order = make_order(tmp_path, source)
    deliver(order)
    with pytest.raises(MarksProblem, match="marked before"):
        deliver(replace(order, out=tmp_path / "again"))


def test_an_existing_copy_is_never_replaced(tmp_path: Path) -> None:
    source = write_rows(tmp_path / "rows.jsonl", rows())
    order = make_order(tmp_path, source)
    (order.out / "acme").mkdir(parents=True)
    with pytest.raises(MarksProblem, match="exists already"):
        deliver(order)
    assert not (tmp_path / "own.demo.private.json").exists()


def test_keys_and_private_files_are_for_their_owner_alone(tmp_path: Path) -> None:
    source = write_rows(tmp_path / "rows.jsonl", rows())
    order = make_order(tmp_path, source)
    deliver(order)
    assert [(tmp_path / name).stat().st_mode & 0o777 for name in ("own.key", "own.demo.private.json")] == [0o600] * 2
    secret = (tmp_path / "own.key").read_text().split("\n")[1]
    assert all(secret not in path.read_text() for path in order.out.rglob("*.json*"))
    (tmp_path / "own.key").chmod(0o644)
    with pytest.raises(MarksProblem, match="mode"):
        load_key(tmp_path / "own.key")


def test_a_key_is_never_replaced_and_never_shown(tmp_path: Path) -> None:
    key = new_key(tmp_path / "k.key")
    assert repr(key) == f"MasterKey({key.id})"
    with pytest.raises(MarksProblem, match="never replaced"):
        new_key(tmp_path / "k.key")


@pytest.mark.parametrize("content", ["", "hello", "clausemark-key 1\nAAAA\n", "clausemark-key 1\n***\n"])
def test_a_file_that_is_no_key_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "k.key"
    path.write_text(content)
    path.chmod(0o600)
    with pytest.raises(MarksProblem, match="is not a Clausemark key"):
        load_key(path)


@pytest.mark.parametrize("name", ["a.parquet", "a.jsonl.gz"])
def test_a_damaged_file_is_a_sentence(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"\x1f\x8b broken")
    order = make_order(tmp_path, tmp_path / name, "acme")
    with pytest.raises(MarksProblem, match="damaged or not what its ending says"):
        deliver(order)
