"""What the store writes is private, and an old data folder becomes so."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from store.rights import close_to_others, private_file, private_folder, write_private


@pytest.fixture(autouse=True)
def everything_open_to_others() -> Iterator[None]:
    """A system on which new files are open to everybody."""
    before = os.umask(0)
    yield
    os.umask(before)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.lstat().st_mode)


def test_new_folders_and_files_are_private(tmp_path: Path) -> None:
    write_private(tmp_path / "a" / "b" / "words", b"words")
    assert [mode(tmp_path / name) for name in ("a/b", "a/b/words")] == [0o700, 0o600]
    assert mode(private_file(tmp_path / "a" / "empty")) == 0o600


def test_what_is_there_becomes_private_and_keeps_its_content(tmp_path: Path) -> None:
    (tmp_path / "old" / "deep").mkdir(parents=True)
    (tmp_path / "old" / "deep" / "file").write_text("words")
    assert mode(tmp_path / "old" / "deep" / "file") == 0o666
    close_to_others([tmp_path / "old", tmp_path / "not there"])
    assert [mode(tmp_path / name) for name in ("old", "old/deep", "old/deep/file")] == [0o700, 0o700, 0o600]
    assert (tmp_path / "old" / "deep" / "file").read_text() == "words"


def test_a_link_is_never_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.write_text("words")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "link").symlink_to(outside)
    close_to_others([tmp_path / "folder"])
    assert mode(outside) == 0o666


def test_a_folder_that_all_share_stays_as_it_is(tmp_path: Path) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    shared.chmod(0o1777)
    private_folder(shared)
    assert mode(shared) == 0o1777
