from hashlib import sha256
from pathlib import Path

import pytest

from store.files import FileShelf


def test_bytes_lie_under_their_hash(tmp_path: Path) -> None:
    shelf = FileShelf(tmp_path)
    document_id = shelf.put(b"words")
    assert document_id == sha256(b"words").hexdigest()
    assert shelf.path(document_id) == tmp_path / document_id[:2] / document_id
    assert shelf.get(document_id) == b"words"


def test_the_same_bytes_are_kept_once(tmp_path: Path) -> None:
    shelf = FileShelf(tmp_path)
    assert shelf.put(b"words") == shelf.put(b"words")
    assert len(list(shelf)) == 1


def test_no_half_written_file_is_left(tmp_path: Path) -> None:
    shelf = FileShelf(tmp_path)
    path = shelf.path(shelf.put(b"words"))
    assert [each.name for each in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize(
    "name", ["../secret", "/etc/passwd", "ab", "A" * 64, f"{'a' * 63}/", f"{'a' * 64}\n"], ids=repr
)
def test_anything_but_a_hash_is_no_place(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="SHA-256"):
        FileShelf(tmp_path).path(name)


def test_removed_bytes_are_gone_and_removing_twice_is_fine(tmp_path: Path) -> None:
    shelf = FileShelf(tmp_path)
    document_id = shelf.put(b"words")
    shelf.remove(document_id)
    shelf.remove(document_id)
    with pytest.raises(FileNotFoundError):
        shelf.get(document_id)
