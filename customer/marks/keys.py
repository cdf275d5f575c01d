"""The secret of marked data: a key file that only its owner may read, and the keys that follow from it."""

import base64
import binascii
import hmac
import os
import unicodedata
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from customer.marks.problems import MarksProblem

LABEL = b"clausemark/marks/1/"
HEAD = "clausemark-key 1"
LENGTH = 32
OPEN_TO_OTHERS = 0o077


@dataclass(frozen=True, slots=True, repr=False)
class MasterKey:
    """The secret itself; it has no readable form, so that no log or error can show it."""

    _bytes: bytes

    def __repr__(self) -> str:
        return f"MasterKey({self.id})"

    @property
    def id(self) -> str:
        """Return 16 hexadecimal digits that name the key and tell nothing of it."""
        return sha256(LABEL + b"id/" + self._bytes).hexdigest()[:16]

    @property
    def commitment(self) -> str:
        """Return the SHA-256 that fixes the key without showing it."""
        return commit(self._bytes)

    def for_dataset(self, dataset: str) -> "DatasetKeys":
        """Return the keys of one data set."""
        return DatasetKeys(keyed(self._bytes, LABEL + b"dataset/" + dataset.encode()))


@dataclass(frozen=True, slots=True, repr=False)
class DatasetKeys:
    """The keys of one data set: one for places, one for the manifest, and one a recipient."""

    _bytes: bytes

    @property
    def site(self) -> bytes:
        """Return the key that gives places their identity; the same for every recipient."""
        return keyed(self._bytes, b"site")

    @property
    def manifest(self) -> bytes:
        """Return the key that seals manifests."""
        return keyed(self._bytes, b"manifest")

    def recipient(self, name: str) -> bytes:
        """Return the key that chooses the wording of one recipient's copy."""
        return keyed(self._bytes, b"recipient/" + unicodedata.normalize("NFC", name).encode())


def keyed(key: bytes, message: bytes) -> bytes:
    """Return HMAC-SHA256."""
    return hmac.digest(key, message, "sha256")


def commit(key: bytes) -> str:
    """Return the SHA-256 that fixes a key without showing it."""
    return sha256(LABEL + b"commit/" + key).hexdigest()


def new_key(path: Path) -> MasterKey:
    """Write a fresh key into a new file of mode 600 and return it; an existing file is never replaced."""
    secret = os.urandom(LENGTH)
    text = f"{HEAD}\n{base64.urlsafe_b64encode(secret).decode()}\n"
    try:
        write_private(path, text.encode(), replace=False)
    except FileExistsError:
        raise MarksProblem(f"{path.name} exists already. A key is never replaced: choose another name.") from None
    return MasterKey(secret)


def load_key(path: Path) -> MasterKey:
    """Return the key of a file; raise MarksProblem when others may read it or it is no key."""
    try:
        mode = path.stat().st_mode
        if mode & OPEN_TO_OTHERS:
            raise MarksProblem(f"Others may read {path.name}. Fix the file’s mode (600) first.")
        lines = path.read_text(encoding="ascii").split("\n")
        secret = base64.urlsafe_b64decode(lines[1])
    except OSError as error:
        raise MarksProblem(f"The key {path.name} could not be read: {error.strerror}.") from error
    except (IndexError, UnicodeDecodeError, binascii.Error, ValueError):
        raise MarksProblem(f"{path.name} is not a Clausemark key.") from None
    if lines[0] != HEAD or len(secret) != LENGTH:
        raise MarksProblem(f"{path.name} is not a Clausemark key.")
    return MasterKey(secret)


def write_private(path: Path, content: bytes, *, replace: bool = True) -> None:
    """Write a file that only its owner may read; without `replace` raise FileExistsError when it is there.

    What is replaced is replaced whole: a crash leaves the old file or the new one.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    target = path.with_name(f".{path.name}.new") if replace else path
    target.unlink(missing_ok=True) if replace else None
    descriptor = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
    if replace:
        target.replace(path)
