"""The manifest of a marked copy, which anybody may see, and the private file beside the key, which nobody else may."""

import hmac
import json
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from customer.marks.canaries import Canary
from customer.marks.keys import OPEN_TO_OTHERS, MasterKey, commit, keyed, write_private
from customer.marks.problems import MarksProblem
from customer.marks.suspect import SiteMap

FORMAT = "clausemark-marks/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Private:
    """What only the owner may know of a data set: its sites, and the canaries of each recipient's copy.

    `decoys` are invented records that nobody got; `tests` counts the suspects that were tested so far.
    """

    sites: SiteMap
    canaries: Mapping[str, tuple[Canary, ...]]
    decoys: tuple[Canary, ...] = ()
    tests: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """A manifest that was checked against the key; `content` is all of it without its seal."""

    content: Mapping[str, Any]

    @property
    def dataset(self) -> str:
        """Return the name of the data set."""
        return str(self.content["dataset"])

    @property
    def recipient(self) -> str:
        """Return for whom the copy was made."""
        return str(self.content["recipient"])

    @property
    def hash(self) -> str:
        """Return the SHA-256 of the manifest, to be lodged before delivery."""
        return sha256(canonical(self.content)).hexdigest()


def canonical(content: Mapping[str, Any]) -> bytes:
    """Return content as JSON that is the same everywhere: sorted names, no spaces."""
    return json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def commitments(key: MasterKey, dataset: str, recipient: str) -> dict[str, str]:
    """Return the hashes that fix the keys before delivery without showing them."""
    keys = key.for_dataset(dataset)
    return {"master": key.commitment, "site": commit(keys.site), "recipient": commit(keys.recipient(recipient))}


def write_manifest(path: Path, content: Mapping[str, Any], key: MasterKey) -> None:
    """Write a manifest with its seal to a new path."""
    seal = keyed(key.for_dataset(content["dataset"]).manifest, canonical(content)).hex()
    with path.open("x", encoding="utf-8") as file:
        file.write(canonical({**content, "mac": seal}).decode() + "\n")


def read_manifest(path: Path, key: MasterKey) -> Manifest:
    """Return a manifest; raise MarksProblem when it is another key's, or was changed after it was written."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        seal = str(content.pop("mac"))
        known, dataset, key_id = content["format"] == FORMAT, str(content["dataset"]), content["key_id"]
    except OSError as error:
        raise MarksProblem(f"{path.name} could not be read: {error.strerror}.") from error
    except (ValueError, KeyError, AttributeError, TypeError):
        raise MarksProblem(f"{path.name} is not a manifest of marked data.") from None
    if not known:
        raise MarksProblem(f"{path.name} is not a manifest of this version.")
    if key_id != key.id:
        raise MarksProblem("This key does not belong to this manifest.")
    if not hmac.compare_digest(keyed(key.for_dataset(dataset).manifest, canonical(content)).hex(), seal):
        raise MarksProblem("The manifest was changed after it was written. No claim can rest on it.")
    return Manifest(content=content)


def private_path(key_file: Path, dataset: str) -> Path:
    """Return where the private file of a data set lies: beside its key."""
    return key_file.with_name(f"{key_file.stem}.{slug(dataset)}.private.json")


def slug(name: str) -> str:
    """Return a name as a file name: letters, digits and hyphens; raise MarksProblem when nothing is left."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    made = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60]
    if not made:
        raise MarksProblem(f"“{name}” cannot be a name here. Use letters and digits.")
    return made


def sites_hash(sites: SiteMap) -> str:
    """Return the SHA-256 of the sites, which the manifest holds."""
    return sha256(canonical(_site_rows(sites))).hexdigest()


def write_private_file(path: Path, private: Private) -> None:
    """Write the private file of a data set, mode 600."""
    content = {
        "sites": _site_rows(private.sites),
        "canaries": {name: _canary_rows(canaries) for name, canaries in private.canaries.items()},
        "decoys": _canary_rows(private.decoys),
        "tests": private.tests,
    }
    write_private(path, canonical(content))


def read_private_file(path: Path) -> Private:
    """Return the private file of a data set; raise MarksProblem when it is missing, open to others or broken."""
    try:
        if path.stat().st_mode & OPEN_TO_OTHERS:
            raise MarksProblem(f"Others may read {path.name}. Fix the file’s mode (600) first.")
        content = json.loads(path.read_text(encoding="utf-8"))
        return Private(
            sites={
                bytes.fromhex(site): (pair, bytes.fromhex(left), bytes.fromhex(right))
                for site, (pair, left, right) in content["sites"].items()
            },
            canaries={name: _canaries(rows) for name, rows in content["canaries"].items()},
            decoys=_canaries(content["decoys"]),
            tests=content["tests"],
        )
    except FileNotFoundError:
        raise MarksProblem(f"{path.name} is not there. It lies beside the key and is needed for a test.") from None
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        raise MarksProblem(f"{path.name} could not be read. Restore it from your second copy.") from None


def _canary_rows(canaries: tuple[Canary, ...]) -> list[list[Any]]:
    return [[one.text, list(one.words), one.secret] for one in canaries]


def _canaries(rows: list[list[Any]]) -> tuple[Canary, ...]:
    return tuple(Canary(text=text, words=tuple(words), secret=secret) for text, words, secret in rows)


def _site_rows(sites: SiteMap) -> dict[str, list[Any]]:
    return {site.hex(): [pair, left.hex(), right.hex()] for site, (pair, left, right) in sites.items()}
