"""Log files in; one table of typed rows with fingerprints in place of prompts, and the lines left out, out.

Everything is read once by DuckDB, in parts that need not fit into memory. Prompt texts are turned into fingerprints on
the way and not kept; names that look like a secret key are hashed.
"""

import json
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import file_digest
from pathlib import Path
from typing import Any

import duckdb

from customer.usage.expressions import TYPED, name_of, value_of
from customer.usage.fingerprints import COLUMNS as FINGERPRINTS
from customer.usage.fingerprints import with_fingerprints
from customer.usage.model import LogSummary, Reject
from customer.usage.otlp import LONGEST_LINE, flat_spans, is_otlp, lines_of
from customer.usage.presets import Preset, guess_preset, places_of, preset_named
from customer.usage.problems import UsageProblem

LINES, TABLES, PARQUET = (".jsonl", ".ndjson", ".json"), (".csv", ".tsv"), (".parquet",)
# DuckDB fetches parts of itself from the internet when a query seems to need them.
OFFLINE: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}
BROKEN = (duckdb.Error, OSError, EOFError, zlib.error)  # what opening a damaged file may raise
SAMPLE, SAMPLE_CHARACTERS = 200, 40_000_000  # lines, and characters of them, that are looked at for the columns
MOST_REJECTS = 1000  # shown; all are counted and written
Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Log:
    """A log that was read: table `rows` of the connection, account names by number, and what was read."""

    con: duckdb.DuckDBPyConnection
    names: tuple[str, ...]
    summary: LogSummary

    def has(self, *columns: str) -> bool:
        """Tell whether all these columns were in the log."""
        return all(column in self.summary.columns for column in columns)


def connect(folder: Path, *, memory_megabytes: int = 3000, threads: int = 2) -> duckdb.DuckDBPyConnection:
    """Return a connection whose work spills into `folder` and that loads nothing from elsewhere."""
    con = duckdb.connect(str(folder / "usage.duckdb"), config=OFFLINE)
    con.execute(f"SET memory_limit = '{memory_megabytes}MB'")
    con.execute(f"SET threads = {threads}")
    con.execute("SET temp_directory = ?", [str(folder)])
    con.execute("SET preserve_insertion_order = false")
    return con


def log_files(paths: Sequence[Path]) -> tuple[Path, ...]:
    """Return the log files among paths and inside folders, in order; raise UsageProblem when there are none."""
    found = [file for path in paths for file in (sorted(path.rglob("*")) if path.is_dir() else [path])]
    known = tuple(file for file in dict.fromkeys(found) if file.is_file() and _ending(file))
    if not known:
        raise UsageProblem("There is no JSONL, CSV or Parquet file here. Choose the log itself or its folder.")
    return known


def columns_of(path: Path) -> tuple[dict[str, str], list[dict[str, Any]]]:
    """Return the columns of a file (name -> JSON path or name) and its first rows, for a preview and the mapping.

    Raises UsageProblem for a file that is not what its ending says.
    """
    try:
        return _columns(path)
    except BROKEN as error:
        raise UsageProblem(f"{path.name} is damaged or not what its ending says: it could not be opened.") from error


def _columns(path: Path) -> tuple[dict[str, str], list[dict[str, Any]]]:
    if _ending(path) in LINES:
        rows = list(_sample_lines(path))
        return {name: where for row in rows for name, where in _paths(row).items()}, rows
    con = duckdb.connect(config=OFFLINE)
    relation = con.sql(f"SELECT * FROM {_scan(path)} LIMIT {SAMPLE}")
    names = relation.columns
    return {name: name for name in names}, [dict(zip(names, row, strict=True)) for row in relation.fetchall()]


def read_log(
    files: Sequence[Path],
    folder: Path,
    *,
    preset: str = "",
    own: Mapping[str, str] | None = None,
    progress: Progress = lambda _: None,
) -> Log:
    """Read files into a table in `folder`; `own` names columns (ours -> theirs). Raises UsageProblem."""
    con = connect(folder)
    parts: list[Path] = []
    rejects: list[Reject] = []
    used: set[str] = set()
    chosen = preset_named(preset) if preset else None
    for number, file in enumerate(files):
        progress(f"Reading {file.name}, file {number + 1} of {len(files)}")
        columns_of(file)
        source = flat_spans(file, folder / f"flat{number}.jsonl") if is_otlp(file) else file
        part = folder / f"part{number}.parquet"
        fitting, bad = _read_part(con, source, part, chosen, dict(own or {}))
        rejects += [Reject(file=file.name, line=line, why=why) for line, why in bad]
        parts.append(part)
        used |= fitting
        chosen = chosen or guess_preset(columns_of(source)[0])
    con.execute(
        f"CREATE VIEW parts AS SELECT * FROM read_parquet({[str(part) for part in parts]}, union_by_name = true)"
    )
    return _joined(con, files, used, rejects, preset=(chosen.title if chosen else ""))


def _read_part(
    con: duckdb.DuckDBPyConnection, source: Path, part: Path, preset: Preset | None, own: dict[str, str]
) -> tuple[set[str], list[tuple[int, str]]]:
    names, _ = columns_of(source)
    if not names:
        raise UsageProblem(f"{source.name} holds no rows that can be read as a log.")
    places = places_of(preset or guess_preset(names), names, own)
    if "ts" not in places:
        raise UsageProblem(f"Which column of {source.name} holds the time? There are: {', '.join(sorted(names)[:30])}.")
    if "m0" in places:
        places.pop("prompt", None)  # ready-made fingerprints win
    as_json = _ending(source) in LINES
    texts = {
        column: "coalesce(" + ", ".join(value_of(names[p], as_json=as_json) for p in found) + ")"
        for column, found in places.items()
    }
    con.execute("DROP TABLE IF EXISTS reject_errors; DROP TABLE IF EXISTS reject_scans")
    taken = ", ".join(f"{text} AS {column}" for column, text in texts.items())
    ok = "json_valid(line)" if as_json else "true"
    body = "CASE WHEN json_valid(line) THEN line END AS line" if as_json else "*"
    try:
        con.execute(
            f"CREATE TEMP TABLE raw AS SELECT row_number() OVER () AS n, {ok} AS ok, {body} FROM {_scan(source)}"
        )
        con.execute(f"CREATE TEMP TABLE taken AS SELECT n, ok, {taken} FROM raw")
    except duckdb.Error as error:
        raise UsageProblem(f"{source.name} could not be read as a log: {str(error).splitlines()[0]}") from error
    typed = ", ".join(f"{expression} AS {column}" for column, expression in TYPED.items() if column in places)
    prompt = ", prompt" if "prompt" in places else ""
    con.execute(f"CREATE TEMP TABLE plain AS SELECT n, ok, {typed}{prompt} FROM taken")
    made = with_fingerprints("plain") if prompt else "SELECT * FROM plain"
    con.execute(f"CREATE TEMP TABLE typed AS {made}")
    lines = _write_part(con, part, with_account="account" in places)
    con.execute("DROP TABLE raw; DROP TABLE taken; DROP TABLE plain; DROP TABLE typed")
    found = set(places) - {"prompt", "request_id"}
    return found | {"account"} | (set(FINGERPRINTS) if "prompt" in places else set()), sorted(lines)


def _write_part(con: duckdb.DuckDBPyConnection, part: Path, *, with_account: bool) -> list[tuple[int, str]]:
    """Write the rows that can be used into a part, and return the lines of the others with the reason."""
    account = "coalesce(account, '')" if with_account else "'all'"
    good = "ok AND ts IS NOT NULL" + (" AND account IS NOT NULL" if with_account else "")
    con.execute(
        f"COPY (SELECT * REPLACE ({account} AS account) FROM typed WHERE {good}) TO '{part}' (FORMAT parquet)"
        if with_account
        else f"COPY (SELECT *, {account} AS account FROM typed WHERE {good}) TO '{part}' (FORMAT parquet)"
    )
    why = "CASE WHEN NOT ok THEN 'no JSON' WHEN ts IS NULL THEN 'no time' ELSE 'no account' END"
    bad = con.execute(f"SELECT n, {why} FROM typed WHERE NOT ({good}) OR ({good}) IS NULL ORDER BY n").fetchall()
    lines = [(int(n), str(text)) for n, text in bad]
    if _one(con, "SELECT count(*) FROM duckdb_tables() WHERE table_name = 'reject_errors'"):
        lines += [(int(n), str(t)) for n, t in con.execute("SELECT line, error_type FROM reject_errors").fetchall()]
    return lines


def _joined(
    con: duckdb.DuckDBPyConnection, files: Sequence[Path], used: set[str], rejects: Sequence[Reject], *, preset: str
) -> Log:
    con.execute(
        "CREATE TABLE accounts AS SELECT row_number() OVER (ORDER BY name) - 1 AS number, name "
        "FROM (SELECT DISTINCT account AS name FROM parts)"
    )
    columns = [row[0] for row in con.execute("DESCRIBE parts").fetchall()]
    kept = [column for column in columns if column not in ("n", "ok", "account", "request_id")]
    once = "QUALIFY row_number() OVER (PARTITION BY request_id, ts ORDER BY n) = 1 OR request_id IS NULL"
    once = once if "request_id" in columns else ""
    con.execute(
        f"CREATE TABLE rows AS SELECT number::INTEGER AS account, {', '.join(kept)} FROM parts "
        f"JOIN accounts ON parts.account = accounts.name {once}"
    )
    before = _one(con, "SELECT count(*) FROM parts")
    names = tuple(name for (name,) in con.execute("SELECT name FROM accounts ORDER BY number").fetchall())
    return Log(con=con, names=names, summary=_summary(con, names, files, used, rejects, before, preset))


def _summary(
    con: duckdb.DuckDBPyConnection,
    names: Sequence[str],
    files: Sequence[Path],
    used: set[str],
    rejects: Sequence[Reject],
    before: int,
    preset: str,
) -> LogSummary:
    ((count, first, last),) = con.execute("SELECT count(*), min(ts), max(ts) FROM rows").fetchall()
    return LogSummary(
        rows=count,
        accounts=len(names),
        first=first,
        last=last,
        columns=tuple(sorted(used)),
        rejected=len(rejects),
        rejects=tuple(rejects[:MOST_REJECTS]),
        repeated=before - count,
        files=tuple((file.name, _sha256(file)) for file in files),
        preset=preset,
        whole_days=not _one(con, "SELECT count(*) FROM rows WHERE ts <> date_trunc('day', ts)"),
    )


def open_rows(con: duckdb.DuckDBPyConnection, source: str, *, accounts: int, columns: Sequence[str]) -> Log:
    """Return a log over rows that are typed already (Parquet files with account numbers); for measurements."""
    con.execute(f"CREATE VIEW rows AS SELECT * FROM read_parquet('{source}')")
    ((count, first, last),) = con.execute("SELECT count(*), min(ts), max(ts) FROM rows").fetchall()
    summary = LogSummary(
        rows=count, accounts=accounts, first=first, last=last, columns=tuple(sorted(columns)), rejected=0, rejects=(),
        repeated=0, files=(), preset="fingerprints",
    )  # fmt: skip
    return Log(con=con, names=tuple(str(number) for number in range(accounts)), summary=summary)


def _scan(path: Path) -> str:
    """Return the table function that reads a file as text; the path is a quoted literal."""
    name = str(path).replace("'", "''")
    ending = _ending(path)
    if ending in LINES:
        return (
            f"read_csv('{name}', columns = {{'line': 'VARCHAR'}}, delim = '\\x01', quote = '', escape = '', "
            f"header = false, auto_detect = false, max_line_size = {LONGEST_LINE}, store_rejects = true, "
            "parallel = false)"
        )
    if ending in TABLES:
        return f"read_csv('{name}', all_varchar = true, header = true, store_rejects = true)"
    return f"read_parquet('{name}')"


def _ending(path: Path) -> str:
    name = path.name.lower().removesuffix(".gz")
    return next((ending for ending in (*LINES, *TABLES, *PARQUET) if name.endswith(ending)), "")


def _sample_lines(path: Path) -> Iterator[dict[str, Any]]:
    read = 0
    for line, _ in zip(lines_of(path), range(SAMPLE), strict=False):
        read += len(line)
        try:
            row = json.loads(line)
        except (ValueError, RecursionError):
            continue
        if isinstance(row, dict):
            yield row
        if read > SAMPLE_CHARACTERS:
            return


def _paths(row: Mapping[str, Any], above: tuple[str, ...] = ()) -> dict[str, str]:
    """Return every value of a JSON row: its names joined by dots -> its quoted JSON path."""
    found: dict[str, str] = {}
    for name, value in row.items():
        chain = (*above, name)
        if isinstance(value, dict) and len(chain) < 4:
            found |= _paths(value, chain)
        found[".".join(chain)] = "$" + "".join(f".{name_of(each)}" for each in chain)
    return found


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def _one(con: duckdb.DuckDBPyConnection, query: str) -> int:
    ((value,),) = con.execute(query).fetchall()
    return int(value)


def written_day(at: datetime) -> str:
    """Return a time as its day, "2026-11-25"."""
    return at.date().isoformat()
