"""Puts a backup in place of the data: everything is verified beside the old data before that is touched."""

import json
import shutil
import zipfile
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from reports.words import counted
from store.database import Store, open_store, upgrade
from store.dump import TABLES, is_empty, load
from store.files import HASH
from workflow.backup import FORMAT, MANIFEST, BackupReport
from workflow.lock import use_alone
from workflow.problems import BackupProblem
from workflow.settings import Settings
from workflow.trail import note


def restore_backup(settings: Settings, path: Path, *, by: str) -> BackupReport:
    """Put the backup at `path` in place of the data folder, which is kept beside it under another name.

    With a database elsewhere (database_url), that one must be empty. Raises BackupProblem; the old data stays in
    place then. Nothing in the backup decides where a file goes: only hashes that fit their bytes are taken.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            manifest = _manifest(archive)
            return _restore(settings, archive, manifest, path, by=by)
    except (zipfile.BadZipFile, EOFError, NotImplementedError) as error:
        raise BackupProblem(f"{path.name} is damaged or no backup of Clausemark.") from error
    except OSError as error:
        raise BackupProblem(f"The backup could not be restored: {error.strerror or error}.") from error


def _manifest(archive: zipfile.ZipFile) -> dict[str, Any]:
    try:
        manifest = json.loads(archive.read(MANIFEST))
        known = manifest["format"] == FORMAT and set(manifest["tables"]) <= set(TABLES) and str(manifest["schema"])
    except (KeyError, TypeError, ValueError) as error:
        raise BackupProblem("This is not a backup of Clausemark.") from error
    if not known:
        raise BackupProblem("This backup was written by another version of Clausemark. Restore it with that version.")
    names = {MANIFEST, *(f"tables/{table}.jsonl" for table in manifest["tables"])}
    for name in archive.namelist():
        kind, _, rest = name.partition("/")
        if name not in names and not (kind == "files" and HASH.fullmatch(rest)):
            raise BackupProblem(f"The backup holds “{name[:80]}”, which does not belong there. Nothing was restored.")
    return dict(manifest)


def _restore(
    settings: Settings, archive: zipfile.ZipFile, manifest: Mapping[str, Any], path: Path, *, by: str
) -> BackupReport:
    folder = settings.data_folder.resolve()
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    staging, aside = folder.with_name(f"{folder.name}.restoring"), folder.with_name(f"{folder.name}.before-{stamp}")
    shutil.rmtree(staging, ignore_errors=True)
    staging.mkdir(mode=0o700, parents=True)
    elsewhere = bool(settings.database_url)
    url = settings.database if elsewhere else settings.model_copy(update={"data_folder": staging}).database
    with use_alone(folder):
        try:
            store = open_store(url, staging / "files", revision=str(manifest["schema"]))
            report = _fill(store, archive, manifest, path, by=by)
            store.close()
        except BaseException:
            shutil.rmtree(staging, ignore_errors=True)
            raise
        folder.replace(aside)
        staging.replace(folder)
    text = f"{report.text} restored. The data from before is in {aside}; remove it when you do not need it any more"
    return BackupReport(path=path, documents=report.documents, rows=report.rows, text=text)


def _fill(store: Store, archive: zipfile.ZipFile, manifest: Mapping[str, Any], path: Path, *, by: str) -> BackupReport:
    files = [name for name in archive.namelist() if name.startswith("files/")]
    for name in files:
        if store.files.put(archive.read(name)) != name.removeprefix("files/"):
            raise BackupProblem("A document in the backup was changed or damaged. Nothing was restored.")
    if len(files) != manifest["files"]:
        raise BackupProblem("Documents are missing from the backup. Nothing was restored.")
    tables, rows = [table for table in TABLES if table in manifest["tables"]], 0
    with store.write() as session:
        if not is_empty(session, tables):
            raise BackupProblem("The database is not empty. Restore into an empty one, set by database_url.")
        for table in tables:
            rows += load(session, table, _lines(archive, table, manifest["tables"][table]))
    upgrade(store.engine)
    text = f"{counted(len(files), 'document')} and {counted(rows, 'row')} of the database"
    with store.write() as session:
        note(session, "restore backup", path.name, by=by, after=text)
    return BackupReport(path=path, documents=len(files), rows=rows, text=text)


def _lines(archive: zipfile.ZipFile, table: str, said: Mapping[str, Any]) -> Iterator[str]:
    """Yield the lines of a table; raise BackupProblem at the end when they are not those that were written."""
    digest = sha256()
    with archive.open(f"tables/{table}.jsonl") as entry:
        for line in entry:
            digest.update(line)
            yield line.decode()
    if digest.hexdigest() != said.get("sha256"):
        raise BackupProblem("The database in the backup was changed or damaged. Nothing was restored.")
