"""Data files: their texts out, and copies with some fields rewritten; originals are opened for reading only.

JSON lines keep every sign outside the changed strings, CSV its dialect, Parquet its schema, text its name. What cannot
be read is copied as it is and counted.
"""

import csv
import gzip
import json
import re
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, cast

import pyarrow as pa
import pyarrow.parquet as pq

from customer.marks.problems import MarksProblem

Change = Callable[[str], str]
Insert = Callable[[int], str | None]  # the text of a canary that comes before a record, by the record's number
TEXT, ROWS = (".txt", ".md"), (".jsonl", ".jsonl.gz", ".csv", ".parquet")
_LITERAL = re.compile(r'"(?:[^"\\]|\\.)*"')
DIALECT_ROWS = 200
LONGEST_LINE = 20_000_000  # bytes
csv.field_size_limit(2**24)


@dataclass(frozen=True, slots=True, kw_only=True)
class Copied:
    """How many records a copy holds, and how many could not be read and were copied as they are."""

    records: int
    left_alone: int


def data_files(source: Path) -> tuple[Path, ...]:
    """Return the data files of a file or folder in the order of their names; raise MarksProblem when there are none."""
    found = [source] if source.is_file() else sorted(path for path in source.rglob("*") if path.is_file())
    known = tuple(path for path in found if kind_of(path))
    if not known:
        raise MarksProblem(f"{source.name} holds no JSONL, CSV, Parquet or text file. Choose another file or folder.")
    return known


def kind_of(path: Path) -> str:
    """Return the ending that tells a file's format, "" for one that is not known."""
    return next((ending for ending in (*ROWS, *TEXT) if path.name.lower().endswith(ending)), "")


def records(path: Path) -> Iterator[Mapping[str, Any] | None]:
    """Yield a file's records, None for one that cannot be read; a text file is one record with the field `text`.

    Raises MarksProblem for a file that is not what its ending says.
    """
    try:
        yield from _records(path)
    except (pa.ArrowException, csv.Error, OSError, EOFError, zlib.error, UnicodeDecodeError) as error:
        raise MarksProblem(f"{path.name} is damaged or not what its ending says. Choose another copy.") from error


def _records(path: Path) -> Iterator[Mapping[str, Any] | None]:
    kind = kind_of(path)
    if kind in TEXT:
        yield {"text": _text(path)}
    elif kind == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as file:
            yield from csv.DictReader(file, dialect=_dialect(path))
    elif kind == ".parquet":
        for batch in pq.ParquetFile(path).iter_batches(batch_size=1024):
            yield from batch.to_pylist()
    else:
        yield from (_parsed(line) for line in lines_of(path))


def texts(path: Path, fields: Iterable[str] | None = None) -> Iterator[str]:
    """Yield the texts of a file: of the named fields, or every text in it."""
    for record in records(path):
        yield from texts_of(record or {}, fields)


def texts_of(record: Mapping[str, Any], fields: Iterable[str] | None = None) -> Iterator[str]:
    """Yield the texts of a record: of the named fields, or every text in it, however deep."""
    for name, value in record.items():
        if fields is None or name in fields:
            yield from _strings(value)


def copy_file(source: Path, target: Path, *, fields: tuple[str, ...], change: Change, insert: Insert) -> Copied:
    """Write a marked copy of a file to a new path; raise FileExistsError when something is there."""
    target.parent.mkdir(parents=True, exist_ok=True)
    kind = kind_of(source)
    if kind in TEXT:
        with target.open("x", encoding="utf-8", newline="") as file:
            file.write(change(_text(source)))
        return Copied(records=1, left_alone=0)
    if kind == ".csv":
        return _copy_csv(source, target, fields, change, insert)
    return (_copy_parquet if kind == ".parquet" else _copy_lines)(source, target, fields, change, insert)


def like(record: Mapping[str, Any], field: str, text: str, number: int) -> dict[str, Any]:
    """Return a record for a canary: its text, and beside it only what a neighbour's columns show of their pattern.

    Numbers and words that look like an id get other digits; anything else stays empty, so that no real person's data
    stands beside an invented record.
    """
    made: dict[str, Any] = {}
    for name, value in record.items():
        digits = re.sub(r"\d", lambda m: str((int(m[0]) + number + 3) % 10), str(value))
        if name == field:
            made[name] = text
        elif isinstance(value, int) and not isinstance(value, bool):
            made[name] = int(digits)
        else:
            made[name] = (
                digits if isinstance(value, str) and re.fullmatch(r"[A-Za-z_-]*\d+", value) else _nothing(value)
            )
    return made


def _nothing(value: object) -> object:
    return "" if isinstance(value, str) else None


def _copy_lines(source: Path, target: Path, fields: tuple[str, ...], change: Change, insert: Insert) -> Copied:
    count = alone = 0
    with _open(target, "xb") as write:
        for number, line in enumerate(lines_of(source)):
            record = _parsed(line)
            canary = insert(number)
            if canary is not None and record is not None:
                made = json.dumps(like(record, fields[0], canary, number), ensure_ascii=False)
                write.write(made.encode() + (b"\r\n" if line.endswith(b"\r\n") else b"\n"))
            new = None if record is None else _line(line.decode("utf-8"), record, fields, change)
            write.write(line if new is None else new.encode())
            count, alone = count + 1, alone + (new is None)
    return Copied(records=count, left_alone=alone)


def _line(line: str, record: Mapping[str, Any], fields: tuple[str, ...], change: Change) -> str | None:
    """Return a line with its fields rewritten in place, None where a string cannot be told from another."""
    changes = {old: new for name in fields for old in _strings(record.get(name)) if (new := change(old)) != old}
    if not changes:
        return line
    found: dict[str, list[re.Match[str]]] = {}
    for match in _LITERAL.finditer(line):
        found.setdefault(json.loads(match[0]), []).append(match)
    if any(len(found.get(old, ())) != 1 for old in changes):
        return None
    parts, at = [], 0
    for match, new in sorted(((found[old][0], new) for old, new in changes.items()), key=lambda pair: pair[0].start()):
        parts += [line[at : match.start()], json.dumps(new, ensure_ascii=match[0].isascii())]
        at = match.end()
    return "".join([*parts, line[at:]])


def _copy_csv(source: Path, target: Path, fields: tuple[str, ...], change: Change, insert: Insert) -> Copied:
    dialect = _dialect(source)
    encoding = "utf-8-sig" if source.open("rb").read(3) == b"\xef\xbb\xbf" else "utf-8"
    count = 0
    with source.open(encoding="utf-8-sig", newline="") as read, target.open("x", encoding=encoding, newline="") as out:
        write = csv.writer(out, dialect=dialect)
        rows = csv.reader(read, dialect=dialect)
        header = next(rows, [])
        write.writerow(header)
        columns = [n for n, name in enumerate(header) if name in fields]
        for number, row in enumerate(rows):
            canary = insert(number)
            if canary is not None and columns and len(row) == len(header):
                record = dict(zip(header, row, strict=True))
                write.writerow(like(record, header[columns[0]], canary, number).values())
            write.writerow(change(value) if n in columns else value for n, value in enumerate(row))
            count += 1
    return Copied(records=count, left_alone=0)


def _copy_parquet(source: Path, target: Path, fields: tuple[str, ...], change: Change, insert: Insert) -> Copied:
    file = pq.ParquetFile(source)
    if target.exists():
        raise FileExistsError(target)
    names = [name for name in fields if name in file.schema_arrow.names]
    compression = file.metadata.row_group(0).column(0).compression if file.num_row_groups else "snappy"
    count = 0
    with pq.ParquetWriter(target, file.schema_arrow, compression=compression) as writer:
        for group in range(file.num_row_groups):
            table = file.read_row_group(group)
            for name in names:
                column = [_changed(value, change) for value in table.column(name).to_pylist()]
                field = table.schema.field(name)
                table = table.set_column(table.schema.get_field_index(name), field, pa.array(column, type=field.type))
            parts, begin = [], 0
            for number in range(table.num_rows):
                canary = insert(count + number) if names else None
                if canary is not None:
                    made = like(table.slice(number, 1).to_pylist()[0], names[0], canary, count + number)
                    parts += [table.slice(begin, number - begin), pa.Table.from_pylist([made], schema=table.schema)]
                    begin = number
            writer.write_table(pa.concat_tables([*parts, table.slice(begin)]))
            count += table.num_rows
    return Copied(records=count, left_alone=0)


def _changed(value: Any, change: Change) -> Any:
    if isinstance(value, str):
        return change(value)
    if isinstance(value, list):
        return [_changed(item, change) for item in value]
    if isinstance(value, dict):
        return {name: _changed(item, change) for name, item in value.items()}
    return value


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _strings(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from _strings(item)


def _parsed(line: bytes) -> Mapping[str, Any] | None:
    with suppress(ValueError, RecursionError):
        record = json.loads(line.decode("utf-8"))
        return record if isinstance(record, dict) else None
    return None


def _text(path: Path) -> str:
    try:
        with path.open(encoding="utf-8", newline="") as file:
            return file.read()
    except UnicodeDecodeError:
        raise MarksProblem(f"{path.name} is not UTF-8 text. Save it as UTF-8.") from None


def lines_of(path: Path) -> Iterator[bytes]:
    """Yield the lines of a file that may be gzipped; raise MarksProblem for a line of more than 20 MB."""
    with _open(path, "rb") as file:
        while line := file.readline(LONGEST_LINE + 1):
            if len(line) > LONGEST_LINE:
                raise MarksProblem(
                    f"{path.name} has a line of more than {LONGEST_LINE // 1_000_000} MB. Write one record a line."
                )
            yield line


def _open(path: Path, mode: str) -> IO[bytes]:
    if path.name.lower().endswith(".gz"):
        return cast(IO[bytes], gzip.open(path, mode))
    return cast(IO[bytes], path.open(mode))


def _dialect(path: Path) -> type[csv.Dialect]:
    """Return a dialect that writes the first rows just as they stand, or the nearest."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        head = "".join(line for line, _ in zip(file, range(DIALECT_ROWS), strict=False))
    best: type[csv.Dialect] = csv.excel
    first = head.split("\n", 1)[0]
    mark = max(",;\t|", key=first.count)
    if mark != ",":
        best = cast(type[csv.Dialect], type("Dialect", (csv.excel,), {"delimiter": mark}))
    end = "\r\n" if "\r\n" in head else "\n"
    quoting = csv.QUOTE_ALL if first.startswith('"') else csv.QUOTE_MINIMAL
    return cast(type[csv.Dialect], type("Dialect", (best,), {"lineterminator": end, "quoting": quoting}))
