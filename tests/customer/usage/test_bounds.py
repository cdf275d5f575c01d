"""A log that is made to exhaust memory is refused before it is held."""

import gzip
import json
from pathlib import Path

import pytest

from customer.usage import otlp
from customer.usage.otlp import lines_of
from customer.usage.problems import UsageProblem
from customer.usage.read import columns_of


def test_a_line_without_end_is_refused_with_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(otlp, "LONGEST_LINE", 1000)
    log = tmp_path / "a.jsonl.gz"
    log.write_bytes(gzip.compress(b"x" * 2000))
    with pytest.raises(UsageProblem, match=r"a\.jsonl\.gz has a line of more than"):
        list(lines_of(log))


def test_lines_up_to_the_bound_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(otlp, "LONGEST_LINE", 10)
    log = tmp_path / "a.jsonl"
    log.write_text("123456789\n1\n")
    assert list(lines_of(log)) == ["123456789\n", "1\n"]


def test_a_row_nested_thousands_deep_is_no_row(tmp_path: Path) -> None:
    log = tmp_path / "a.jsonl"
    log.write_text('{"a":' * 50_000 + "1" + "}" * 50_000 + "\n" + json.dumps({"user": "ada"}) + "\n")
    assert set(columns_of(log)[0]) == {"user"}
