"""Everything in one file: the rows of the database and the bytes of the documents, each with its hash.

Each stored file is held against its hash first: a backup of rotten bytes would outlive the good ones.
"""

import json
import os
import zipfile
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import IO

from sqlalchemy.orm import Session

from documents.problems import shown
from reports.words import counted
from store import documents as stored_documents
from store.database import revision_of
from store.dump import TABLES, dump
from store.records import DocumentRecord
from workflow.problems import BackupProblem
from workflow.trail import note
from workflow.version import TOOL_VERSION
from workflow.workspace import Workspace

FORMAT = "clausemark-backup-1"
MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupReport:
    """What a backup holds, or what was restored; `text` says it in a sentence.

    `faults` are sentences, one for each document whose stored file is gone or rotten and that was left out.
    """

    path: Path
    documents: int
    rows: int
    text: str
    faults: tuple[str, ...] = ()


def write_backup(ws: Workspace, path: Path, *, by: str) -> BackupReport:
    """Write everything into a new zip file; work may go on meanwhile, the backup shows one moment.

    Raises BackupProblem when the file is there already or cannot be written; nothing is left behind then.
    """
    if path.exists():
        raise BackupProblem(f"{path} is there already. Choose another name.")
    part = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            report = _write(ws, file, path)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        raise BackupProblem(f"The backup could not be written: {error.strerror or error}.") from error
    finally:
        part.unlink(missing_ok=True)
    with ws.store.write() as session:
        note(session, "write backup", path.name, by=by, after=report.text)
    return report


def _write(ws: Workspace, file: IO[bytes], path: Path) -> BackupReport:
    tables: dict[str, dict[str, object]] = {}
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        with ws.store.snapshot() as session:
            for table in TABLES:
                tables[table] = _write_table(session, archive, table)
            documents = stored_documents.documents(session)
        bad = [document for document in documents if not ws.store.files.sound(document.id)]
        lost = [document.id for document in bad if not ws.store.files.path(document.id).exists()]
        kept = [document.id for document in documents if document not in bad]
        for document_id in kept:
            archive.write(ws.store.files.path(document_id), f"files/{document_id}")
        manifest = {
            "format": FORMAT,
            "tool": TOOL_VERSION,
            "schema": revision_of(ws.store.engine),
            "made_at": datetime.now(UTC).isoformat(timespec="seconds"),
            "tables": tables,
            "files": len(kept),
            "lost_files": lost,
            "rotten_files": [document.id for document in bad if document.id not in lost],
        }
        archive.writestr(MANIFEST, json.dumps(manifest, indent=2))
    rows = sum(int(str(table["rows"])) for table in tables.values())
    text = f"{counted(len(kept), 'document')} and {counted(rows, 'row')} of the database"
    if bad:
        text += f"; {counted(len(bad), 'document')} without {'its file' if len(bad) == 1 else 'their files'}"
    faults = tuple(_fault(document, gone=document.id in lost) for document in bad)
    return BackupReport(path=path, documents=len(kept), rows=rows, text=text, faults=faults)


def _fault(document: DocumentRecord, *, gone: bool) -> str:
    why = "is not in the data folder any more" if gone else "in the data folder has changed or cannot be read"
    return f"The file of {shown(document.name)} ({document.id[:12]}) {why}. Add the file once more, or remove it."


def _write_table(session: Session, archive: zipfile.ZipFile, table: str) -> dict[str, object]:
    digest, rows = sha256(), 0
    with archive.open(f"tables/{table}.jsonl", "w", force_zip64=True) as entry:
        for line in dump(session, table):
            content = f"{line}\n".encode()
            digest.update(content)
            entry.write(content)
            rows += 1
    return {"rows": rows, "sha256": digest.hexdigest()}
