"""The version of an analysis: a hash over everything that can change what is found.

Data of the checks, lexicon, engine and the manifest of the weights: an edit of any of them is another version, so that
what was found under an older one is never taken for current.
"""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

HERE = Path(__file__).resolve().parent
LENGTH = 12  # characters of the hash that are shown and stored


def analysis_version(folder: Path = HERE) -> str:
    """Return the version of the reading below a folder: the same files give the same version, whatever the machine."""
    digest = sha256()
    for path in _files(folder):
        digest.update(path.relative_to(folder).as_posix().encode())
        digest.update(path.read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()[:LENGTH]


def _files(folder: Path) -> Iterator[Path]:
    """Yield code and data in a fixed order; weights stand in their manifest by hash, examples change nothing."""
    yield from sorted(path for end in ("*.py", "*.toml") for path in folder.rglob(end) if path.is_file())


ANALYSIS_VERSION = analysis_version()
