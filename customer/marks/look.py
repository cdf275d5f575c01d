"""Suspect files in; what they show of a data set's marks and invented records out. Runs where files may be hostile."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path

from customer.marks.canaries import find_canaries
from customer.marks.choices import Sites
from customer.marks.files import lines_of, texts
from customer.marks.manifest import read_private_file
from customer.marks.places import Finder
from customer.marks.problems import MarksProblem
from customer.marks.suspect import Reader, Votes
from customer.marks.table import load_table


@dataclass(frozen=True, slots=True, kw_only=True)
class LookTask:
    """Look at these files for the places and records of a private file; `site_key` (hex) names places and nothing else.

    `pairs` and `share` (in millionths) are the manifest's.
    """

    files: tuple[Path, ...]
    private: Path
    site_key: str
    pairs: tuple[int, ...]
    share: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """What the files show: a form (0 or 1) by site in hex, and how many invented records of each recipient stand there.

    `files` are name and SHA-256; the rest as in Votes.
    """

    forms: dict[str, int]
    read: int
    left_out: tuple[str, ...]
    words: int
    planted: dict[str, int]
    files: tuple[tuple[str, str], ...]

    @property
    def votes(self) -> Votes:
        """Return the votes as the test takes them."""
        forms: Mapping[bytes, int] = {bytes.fromhex(site): form for site, form in self.forms.items()}
        return Votes(forms=forms, read=self.read, left_out=self.left_out, words=self.words)


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswersTask:
    """Read a file of a model's answers."""

    path: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """Answers by the id of their prompt, and how many lines held none."""

    given: dict[str, str]
    unusable: int


def look(task: LookTask) -> Looked:
    """Read the files; raise MarksProblem."""
    private, table = read_private_file(task.private), load_table()
    sites = Sites(key=bytes.fromhex(task.site_key), table=table, share=task.share)
    reader = Reader(Finder(table, task.pairs), sites, private.sites)
    votes = reader.read(text for path in task.files for text in texts(path))
    return Looked(
        forms={site.hex(): form for site, form in votes.forms.items()},
        read=votes.read,
        left_out=votes.left_out,
        words=votes.words,
        planted={
            name: len(find_canaries((text for path in task.files for text in texts(path)), canaries))
            for name, canaries in private.canaries.items()
        },
        files=tuple((path.name, _sha256(path)) for path in task.files),
    )


def read_answers(task: AnswersTask) -> Answers:
    """Read a file of answers, one `{"id", "answer"}` a line; raise MarksProblem."""
    given: dict[str, str] = {}
    unusable = 0
    try:
        for line in lines_of(task.path):
            try:
                one = json.loads(line)
                given[str(one["id"])] = str(one["answer"]).strip(" .\n\"'*").casefold()
            except (ValueError, KeyError, TypeError, RecursionError):
                unusable += 1
    except OSError as error:
        text = f"{task.path.name} could not be read as text. Give the answers as JSON lines."
        raise MarksProblem(text) from error
    return Answers(given=given, unusable=unusable)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
