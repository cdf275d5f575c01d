"""Puts a backup in place of the data: everything is verified beside the old data before that is touched."""

import json
import shutil
import zipfile
import zlib
from collections.abc import Collection, Iterator, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from documents.problems import shown
from reports.words import counted
from store.database import Store, open_store, upgrade
from store.dump import TABLES, BadRow, clear, is_empty, load
from store.rights import private_folder
from store.verify import unreadable
from workflow.backup import BackupReport
from workflow.lock import staging_of, use_alone
from workflow.manifest import NAME, Manifest, read_manifest
from workflow.problems import BackupProblem
from workflow.settings import Settings
from workflow.trail import note

LONGEST_LINE = 1024**3  # bytes; a document of the largest size takes a tenth
BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
)  # the last: locked with a password
SHORTEST_NAME = 8  # digits of a hash that are enough to name a document


def restore_backup(settings: Settings, path: Path, *, by: str, without: Sequence[str] = ()) -> BackupReport:
    """Put the backup at `path` in place of the data folder, which is kept beside it under another name.

    `without` names documents, by their name or the start of their hash, whose files are left out because they are
    damaged or missing; what was read of them stays. With a database elsewhere (database_url), that one must be
    empty. Raises BackupProblem; the old data stays in place then. Nothing in the backup decides where a file goes:
    only hashes that fit their bytes are taken.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            return _restore(settings, archive, read_manifest(archive), path, by=by, without=without)
    except BROKEN as error:
        raise BackupProblem(f"{path.name} is damaged or no backup of Clausemark.") from error
    except OSError as error:
        raise BackupProblem(f"The backup could not be restored: {error.strerror or error}.") from error


def _restore(
    settings: Settings, archive: zipfile.ZipFile, manifest: Manifest, path: Path, *, by: str, without: Sequence[str]
) -> BackupReport:
    folder = settings.data_folder.resolve()
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    staging, aside = staging_of(folder), folder.with_name(f"{folder.name}.before-{stamp}")
    with use_alone(folder):
        shutil.rmtree(staging, ignore_errors=True)
        private_folder(staging)
        try:
            _check_space(archive, staging)
            url = settings.database_url or settings.model_copy(update={"data_folder": staging}).database
            store = open_store(url, staging / "files", revision=manifest.revision)
            report = _fill(store, archive, manifest, path, by=by, without=without)
            store.close()
        except BaseException:
            shutil.rmtree(staging, ignore_errors=True)
            raise
        folder.replace(aside)
        try:
            staging.replace(folder)
        except OSError:
            aside.replace(folder)
            raise
    text = f"{report.text} restored. The data from before is in {aside}; remove it when you do not need it any more"
    return BackupReport(path=path, documents=report.documents, rows=report.rows, text=text)


def _check_space(archive: zipfile.ZipFile, folder: Path) -> None:
    needed, free = sum(part.file_size for part in archive.infolist()), shutil.disk_usage(folder).free
    if needed > free:
        raise BackupProblem(
            f"The backup unpacks to {needed / 1024**2:,.0f} MB, and {free / 1024**2:,.0f} MB are free. "
            "Make room, or check that it is your backup. Nothing was restored."
        )


def _fill(
    store: Store, archive: zipfile.ZipFile, manifest: Manifest, path: Path, *, by: str, without: Sequence[str]
) -> BackupReport:
    names = _names(archive, manifest)
    left_out = _named(names, without)
    files = _files(store, archive, manifest, names, left_out)
    tables = [table for table in TABLES if table in manifest.tables]
    with store.write() as session:
        if not is_empty(session, tables):
            raise BackupProblem("The database is not empty. Restore into an empty one, set by database_url.")
    try:
        rows = _load(store, archive, manifest, tables)
        text = f"{counted(files, 'document')} and {counted(rows, 'row')} of the database"
        if left_out:
            text += f" (without the files of {', '.join(shown(names[each]) for each in sorted(left_out))})"
        with store.write() as session:
            note(session, "restore backup", path.name, by=by, after=text)
    except BaseException:
        with suppress(Exception), store.write() as session:  # the first error is the one to tell
            clear(session, tables)
        raise
    return BackupReport(path=path, documents=files, rows=rows, text=text)


def _load(store: Store, archive: zipfile.ZipFile, manifest: Manifest, tables: Sequence[str]) -> int:
    """Add all rows, bring them up to date, and read each once; return how many there are."""
    rows = 0
    try:
        with store.write() as session:
            for table in tables:
                rows += load(session, table, _lines(archive, table, manifest.tables[table].sha256))
    except BadRow as error:
        raise BackupProblem(
            f"The database in the backup was changed or damaged: {error}. Nothing was restored."
        ) from error
    if rows != sum(manifest.tables[table].rows for table in tables):
        raise BackupProblem("Rows are missing from the backup. Nothing was restored.")
    upgrade(store.engine)
    with store.read() as session:
        for name in unreadable(session):
            raise BackupProblem(f"The database in the backup cannot be read: {name}. Nothing was restored.")
    return rows


def _files(
    store: Store, archive: zipfile.ZipFile, manifest: Manifest, names: dict[str, str], left_out: Collection[str]
) -> int:
    """Keep the bytes of all documents that are not left out; raise BackupProblem naming what is damaged or missing."""
    held = [name.removeprefix(NAME) for name in archive.namelist() if name.startswith(NAME)]
    damaged = [each for each in held if each not in left_out and not _keep(store, archive, each)]
    if damaged:
        raise _faulty("was changed or damaged", "were changed or damaged", damaged, names)
    known = {*held, *manifest.lost_files, *manifest.rotten_files}
    missing = [each for each in names if each not in known and each not in left_out]
    if missing:
        raise _faulty("is missing from the backup", "are missing from the backup", missing, names)
    if len(held) + len([each for each in left_out if each not in known]) != manifest.files:
        raise BackupProblem("Documents are missing from the backup or too many. Nothing was restored.")
    return len([each for each in held if each not in left_out])


def _keep(store: Store, archive: zipfile.ZipFile, document_id: str) -> bool:
    """Keep a document's bytes under their own hash; return whether that is the one that they came with."""
    try:
        data = archive.read(NAME + document_id)
    except BROKEN:
        return False
    if sha256(data).hexdigest() != document_id:
        return False
    store.files.put(data)
    return True


def _faulty(one: str, many: str, ids: Sequence[str], names: dict[str, str]) -> BackupProblem:
    listed = ", ".join(f"{shown(names.get(each, 'a document'))} ({each[:12]})" for each in ids[:20])
    more = f" and {len(ids) - 20:,} more" if len(ids) > 20 else ""
    return BackupProblem(
        f"{listed}{more} {one if len(ids) == 1 else many}. Nothing was restored. Use another backup, or leave out "
        f"{'it' if len(ids) == 1 else 'them'} with --without {ids[0][:12]}{' and so on' if len(ids) > 1 else ''}."
    )


def _names(archive: zipfile.ZipFile, manifest: Manifest) -> dict[str, str]:
    """Return the documents' names by hash, as far as their rows tell; the rows are verified later."""
    names: dict[str, str] = {}
    if "documents" in manifest.tables:
        for line in _lines(archive, "documents", manifest.tables["documents"].sha256):
            with suppress(ValueError, TypeError, KeyError, RecursionError):
                row = json.loads(line)
                names[str(row["id"])] = str(row["name"])
    return names


def _named(names: dict[str, str], without: Sequence[str]) -> frozenset[str]:
    """Return the hashes of the documents that are named; raise BackupProblem for a name that none has."""
    found: set[str] = set()
    for name in without:
        short = len(name) >= SHORTEST_NAME
        which = {each for each, called in names.items() if called == name or (short and each.startswith(name))}
        if not which:
            raise BackupProblem(f"The backup holds no document “{shown(name)}”. Name it as the refusal does.")
        found |= which
    return frozenset(found)


def _lines(archive: zipfile.ZipFile, table: str, said: str) -> Iterator[bytes]:
    """Yield the lines of a table; raise BackupProblem at the end when they are not those that were written."""
    digest = sha256()
    with archive.open(f"tables/{table}.jsonl") as entry:
        while line := entry.readline(LONGEST_LINE):
            digest.update(line)
            yield line
    if digest.hexdigest() != said:
        raise BackupProblem("The database in the backup was changed or damaged. Nothing was restored.")
