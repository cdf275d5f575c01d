"""OpenTelemetry exports, in which one line holds many spans: one flat line a span."""

import gzip
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, Any, cast

from customer.usage.problems import UsageProblem

LONGEST_LINE = 20_000_000  # characters; the same for DuckDB
SIGN = '"resourceSpans"'


def is_otlp(path: Path) -> bool:
    """Tell whether a file's first line is an export of spans."""
    if path.suffix.lower() in (".parquet", ".csv", ".tsv"):
        return False
    return SIGN in next(lines_of(path), "")[:2000]


def flat_spans(path: Path, target: Path) -> Path:
    """Write one line a span with its attributes by name; a line that is no export stays, and is rejected later."""
    with target.open("w", encoding="utf-8") as file:
        for line in lines_of(path):
            try:
                spans = list(_spans(json.loads(line)))
            except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
                file.write(line if line.endswith("\n") else f"{line}\n")
                continue
            for span in spans:
                file.write(json.dumps(span, ensure_ascii=False) + "\n")
    return target


def _spans(export: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for resource in export["resourceSpans"]:
        own = _named(resource.get("resource", {}).get("attributes", ()))
        for scope in resource["scopeSpans"]:
            for span in scope["spans"]:
                yield {**span, "attributes": _named(span.get("attributes", ())), "resource": own}


def _named(attributes: Iterable[dict[str, Any]]) -> dict[str, Any]:
    return {each["key"]: next(iter(each["value"].values()), None) for each in attributes}


def lines_of(path: Path) -> Iterator[str]:
    """Yield the lines of a text file that may be gzipped; raise UsageProblem for a line of more than 20 MB."""
    with open_text(path) as file:
        while line := file.readline(LONGEST_LINE + 1):
            if len(line) > LONGEST_LINE:
                raise UsageProblem(
                    f"{path.name} has a line of more than {LONGEST_LINE // 1_000_000} MB, which no log has. "
                    "Write one request a line."
                )
            yield line


def open_text(path: Path) -> IO[str]:
    """Open a text file that may be gzipped; signs that are no UTF-8 are replaced."""
    if path.name.lower().endswith(".gz"):
        return cast(IO[str], gzip.open(path, "rt", encoding="utf-8", errors="replace"))
    return path.open(encoding="utf-8", errors="replace")
