"""Fetches the labelled texts from the public repositories that `labels/sources.tsv` names.

    python -m training.fetch DATA [--part pool-ai]

Each text is asked for at its commit, cleaned of page markup, written to `DATA/<part>/<document>.md`, and compared with
the text that was labelled by a hash over its numbered blocks; one that differs is written as `<document>.differs` and
named, because its labels would point at other blocks. Nothing that is fetched belongs to this project.
"""

import argparse
import csv
import re
import sys
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from bench.cut import numbered_blocks

SOURCES = Path(__file__).resolve().parent / "labels" / "sources.tsv"
ADDRESS = "https://raw.githubusercontent.com/{repository}/{commit}/{path}"
PATIENCE = 30  # seconds for one file
MOST_BYTES = 5_000_000
FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n+", re.DOTALL)
# Components of documentation pages ("<Card title=...>"): their tags are no words of the terms.
TAG = re.compile(r"^\s*</?[A-Z][^>\n]*>\s*$\n?", re.MULTILINE)
SCRIPT = re.compile(r"^(?:import|export) .*$\n?", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a labelled text comes from, and the hash of its blocks as they were labelled."""

    document: str
    part: str
    repository: str
    commit: str
    path: str
    blocks_sha256: str

    @property
    def address(self) -> str:
        """The address of the file at its commit."""
        path = urllib.parse.quote(self.path)
        return ADDRESS.format(repository=self.repository, commit=self.commit, path=path)


def sources(path: Path = SOURCES) -> list[Source]:
    """Return the sources in the order of the file."""
    with path.open(encoding="utf-8", newline="") as file:
        return [Source(**row) for row in csv.DictReader(file, delimiter="\t")]


def cleaned(text: str) -> str:
    """Return a page of terms without front matter, imports and tags that stand alone on a line."""
    for pattern in (FRONT_MATTER, SCRIPT, TAG):
        text = pattern.sub("", text)
    return text


def blocks_hash(text: str) -> str:
    """Return the SHA-256 over the numbered blocks of a text."""
    return sha256("\n".join(numbered_blocks(text)).encode()).hexdigest()


def download(address: str) -> str:
    """Return the text at an address; raise OSError where it cannot be had."""
    with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
        data: bytes = answer.read(MOST_BYTES)
    return data.decode("utf-8")


def fetch(wanted: Iterable[Source], data: Path, ask: Callable[[str], str] = download) -> list[str]:
    """Write each text that is not there yet, and return a sentence for each that could not be had as labelled."""
    said = []
    for source in wanted:
        target = data / source.part / f"{source.document}.md"
        if target.exists():
            continue
        try:
            raw = ask(source.address)
        except (OSError, UnicodeDecodeError, urllib.error.URLError) as error:
            said.append(f"{source.document}: could not be fetched ({error}).")
            continue
        text = next((each for each in (raw, cleaned(raw)) if blocks_hash(each) == source.blocks_sha256), None)
        target.parent.mkdir(parents=True, exist_ok=True)
        if text is None:
            target.with_suffix(".differs").write_text(cleaned(raw), encoding="utf-8")
            said.append(f"{source.document}: differs from the text that was labelled; its labels do not fit.")
        else:
            target.write_text(text, encoding="utf-8")
    return said


def main() -> None:
    """Read the arguments and fetch."""
    asks = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asks.add_argument("data", type=Path)
    asks.add_argument("--part", help="terms, more, pool or pool-ai; all without it")
    args = asks.parse_args()
    said = fetch([each for each in sources() if args.part in (None, each.part)], args.data)
    for sentence in said:
        print(sentence)
    sys.exit(1 if said else 0)


if __name__ == "__main__":
    main()
