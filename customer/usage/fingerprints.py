"""SQL that turns the text of a prompt into fingerprints: what is the same in near-equal prompts stays the same.

`head` is a hash of the first sixteen words; m0 to m2 are the smallest hashes of all runs of three words under three
seeds, so that two prompts share one with a chance equal to the share of runs that they have in common (Broder 1997).
"""

import tomllib
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("phrases.toml")
LETTERS, WORDS, HEAD, RUN = 1024, 96, 16, 3
SEEDS = {"m0": 0x9E3779B97F4A7C15, "m1": 0xC2B2AE3D27D4EB4F, "m2": 0x165667B19E3779F9}
SALT = "clausemark usage 1"


@cache
def phrases() -> dict[str, tuple[str, ...]]:
    """Return the phrases that ask for reasoning, or for training data, by family."""
    return {family: tuple(words) for family, words in tomllib.loads(FILE.read_text(encoding="utf-8")).items()}


COLUMNS = ("head", *SEEDS, "elicits", "trains", "slots")


def with_fingerprints(table: str) -> str:
    """Return a query that adds COLUMNS to a table and takes its column `prompt` away; each step is computed once."""
    runs = (
        f"list_transform(range(1, greatest(len(words) - {RUN - 2}, 2)), lambda i: "
        f"md5_number_lower('{SALT}' || array_to_string(words[i:i + {RUN - 1}], ' ')))"
    )
    minima = ", ".join(
        f"list_min(list_transform(runs, lambda h: xor(h, {seed}::UBIGINT))) AS {name}" for name, seed in SEEDS.items()
    )
    reasoning = [word for family, own in phrases().items() if family not in ("training", "steps") for word in own]
    read = f"SELECT * EXCLUDE (prompt), lower({_text('prompt')}) AS text FROM {table}"
    words = f"list_filter(string_split({_plain('text')}, ' '), lambda w: w <> '')[1:{WORDS}]"
    slots = r"array_to_string(regexp_extract_all(text, '\d+')[1:4], ' ')"
    said = f"{_any('text', reasoning)} AS elicits, {_any('text', phrases()['training'])} AS trains, {slots} AS slots"
    split = f"SELECT * EXCLUDE (text), {words} AS words, {said} FROM ({read})"
    head = f"md5_number_lower('{SALT}' || array_to_string(words[1:{HEAD}], ' ')) AS head"
    return f"SELECT * EXCLUDE (runs, words), {minima}, {head} FROM (SELECT *, {runs} AS runs FROM ({split}))"


def _text(column: str) -> str:
    """System text and the last message of the user where the column holds a list of messages, else the text itself."""
    of = "list_filter(json_extract({c}, '$[*]')::JSON[], lambda m: json_extract_string(m, '$.role') = '{r}')"
    system, user = (of.format(c=column, r=role) for role in ("system", "user"))
    content = "json_extract_string({m}, '$.content')"
    both = f"concat_ws(' ', {content.format(m=f'({system})[1]')}, {content.format(m=f'({user})[-1]')})"
    listed = f"starts_with({column}, '[') AND json_valid({column})"
    return f"left(CASE WHEN {listed} THEN {both} ELSE {column} END, {LETTERS})"


def _plain(text: str) -> str:
    """Lower case; links and mail addresses one sign, digits `#`, other signs a space; each Chinese letter a word."""
    plain = text
    for pattern, instead in (
        (r"https?://\S+|\S+@\S+\.\w+", " § "),
        (r"\d+", "#"),
        (r"([\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}])", r" \1 "),
        (r"[^\p{L}#§]+", " "),
    ):
        plain = f"regexp_replace({plain}, '{pattern}', '{instead}', 'g')"
    return plain


def _any(text: str, words: list[str] | tuple[str, ...]) -> str:
    quoted = ", ".join("'" + word.replace("'", "''") + "'" for word in words)
    return f"len(list_filter([{quoted}], lambda w: contains({text}, w))) > 0"
