"""The bytes of the documents: one file each, named by their SHA-256 and never by the name they came with."""

import os
import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile

HASH = re.compile(r"[0-9a-f]{64}")


class FileShelf:
    """Files in a folder, spread over subfolders by the first two digits of their hash."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, document_id: str) -> Path:
        """Return where the bytes of a document lie; raise ValueError when `document_id` is no SHA-256 in hex."""
        if not HASH.fullmatch(document_id):
            raise ValueError("A document is named by the SHA-256 of its bytes.")
        return self.folder / document_id[:2] / document_id

    def put(self, data: bytes) -> str:
        """Keep the bytes and return their hash; a crash in the middle leaves no half file under that name."""
        document_id = sha256(data).hexdigest()
        path = self.path(document_id)
        if path.exists():
            return document_id
        path.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=path.parent, prefix=".new-", delete=False) as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(file.name).replace(path)
        return document_id

    def get(self, document_id: str) -> bytes:
        """Return the bytes; raise FileNotFoundError when they are not kept any more."""
        return self.path(document_id).read_bytes()

    def remove(self, document_id: str) -> None:
        """Forget the bytes; nothing happens when they are gone already."""
        self.path(document_id).unlink(missing_ok=True)

    def __iter__(self) -> Iterator[Path]:
        """Go through all files in the order of their hashes."""
        return iter(sorted(path for path in self.folder.glob("??/*") if HASH.fullmatch(path.name)))
