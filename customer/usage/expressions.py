"""SQL that turns the texts of a log into typed columns; every name from a file goes in as a quoted literal."""

KEY_LIKE = r"^(sk-|pk-|Bearer |key-)|^.{41,}$"
DIGITS = r"^\d+(\.\d+)?$"


def name_of(name: str) -> str:
    """Return a name as a quoted member of a JSON path."""
    return '"' + name.replace('"', '\\"') + '"'


def value_of(where: str, *, as_json: bool) -> str:
    """Return the expression of one place as text: a JSON path of the line, or a column."""
    if as_json:
        return "json_extract_string(line, '" + where.replace("'", "''") + "')"
    return 'CAST("' + where.replace('"', '""') + '" AS VARCHAR)'


def _time(text: str) -> str:
    """Seconds, milliseconds, microseconds or nanoseconds since 1970, or a written time; UTC where no zone is named."""
    number = f"try_cast({text} AS DOUBLE)"
    seconds = (
        f"CASE WHEN {number} > 1e17 THEN {number} / 1e9 WHEN {number} > 1e14 THEN {number} / 1e6 "
        f"WHEN {number} > 1e11 THEN {number} / 1e3 ELSE {number} END"
    )
    return (
        f"CASE WHEN regexp_full_match({text}, '{DIGITS}') THEN make_timestamp(CAST(({seconds}) * 1e6 AS BIGINT)) "
        f"ELSE try_cast({text} AS TIMESTAMP) END"
    )


def _hidden(text: str) -> str:
    short = f"'key ' || left(md5({text}), 10)"
    return f"CASE WHEN regexp_matches({text}, '{KEY_LIKE}') THEN {short} ELSE nullif({text}, '') END"


def _network(text: str) -> str:
    """The first three parts of an IPv4 address, the first three groups of an IPv6 one, hashed."""
    v4, v6 = (
        rf"regexp_extract({text}, '^(\d+\.\d+\.\d+)', 1)",
        rf"regexp_extract({text}, '^((?:[0-9a-fA-F]*:){{3}})', 1)",
    )
    part = f"coalesce(nullif({v4}, ''), nullif({v6}, ''), {text})"
    return f"CASE WHEN nullif({text}, '') IS NOT NULL THEN md5_number_lower({part}) END"


TYPED = {
    "ts": _time("ts"),
    "account": _hidden("account"),
    "key_id": _hidden("key_id"),
    "model": "model",
    "tokens_in": "try_cast(tokens_in AS BIGINT)",
    "tokens_out": "try_cast(tokens_out AS BIGINT)",
    "address": _network("address"),
    "head": "try_cast(head AS UBIGINT)",
    "m0": "try_cast(m0 AS UBIGINT)",
    "m1": "try_cast(m1 AS UBIGINT)",
    "m2": "try_cast(m2 AS UBIGINT)",
    "elicits": "lower(elicits) IN ('true', '1', 't')",
    "slots": "slots",
    "status": "status",
    "batch": "lower(batch) IN ('true', '1', 't')",
    "payment": "md5_number_lower(payment)",
    "request_id": "request_id",
}
