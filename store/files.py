"""The bytes of the documents: one file each, named by their SHA-256 and never by the name they came with."""

import re
from collections.abc import Iterator
from hashlib import file_digest, sha256
from pathlib import Path

from store.rights import private_folder, write_private

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
        """Keep the bytes and return their hash; a crash in the middle leaves no half file under that name.

        Bytes that rotted on the disk are replaced by the good ones.
        """
        document_id = sha256(data).hexdigest()
        if not self.sound(document_id):
            private_folder(self.folder)
            write_private(self.path(document_id), data)
        return document_id

    def get(self, document_id: str) -> bytes:
        """Return the bytes; raise FileNotFoundError when they are not kept any more."""
        return self.path(document_id).read_bytes()

    def sound(self, document_id: str) -> bool:
        """Tell whether the bytes can be read and are still those that the name stands for; False when they are gone."""
        try:
            with self.path(document_id).open("rb") as file:
                return file_digest(file, "sha256").hexdigest() == document_id
        except OSError:
            return False

    def any(self) -> bool:
        """Tell whether a file is kept."""
        return any(HASH.fullmatch(path.name) for path in self.folder.glob("??/*"))

    def remove(self, document_id: str) -> None:
        """Forget the bytes; nothing happens when they are gone already."""
        self.path(document_id).unlink(missing_ok=True)

    def __iter__(self) -> Iterator[Path]:
        """Go through all files in the order of their hashes."""
        return iter(sorted(path for path in self.folder.glob("??/*") if HASH.fullmatch(path.name)))
