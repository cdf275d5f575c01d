"""What a backup says of itself, read as something that anybody may have written."""

import json
import zipfile
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from store.dump import TABLES
from store.files import HASH
from workflow.backup import FORMAT, MANIFEST
from workflow.problems import BackupProblem

MOST_BYTES = 64 * 1024**2
NAME = "files/"
Hash = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class TableEntry(BaseModel):
    """How many rows a table has, and the hash of its lines."""

    model_config = ConfigDict(strict=True, frozen=True)

    rows: Annotated[int, Field(ge=0)]
    sha256: Hash


class Manifest(BaseModel):
    """The list of a backup; `files` counts the documents whose bytes are in it."""

    model_config = ConfigDict(strict=True, frozen=True)

    revision: Annotated[str, Field(alias="schema", pattern=r"^[0-9a-z_]{1,40}$")]
    tables: dict[str, TableEntry]
    files: Annotated[int, Field(ge=0)]
    lost_files: list[Hash] = []
    rotten_files: list[Hash] = []


def read_manifest(archive: zipfile.ZipFile) -> Manifest:
    """Return the manifest of a backup whose parts are those that it lists; raise BackupProblem."""
    try:
        if archive.getinfo(MANIFEST).file_size > MOST_BYTES:
            raise ValueError("No manifest is so large.")
        content = json.loads(archive.read(MANIFEST))
        kind = content["format"]
    except (KeyError, TypeError, ValueError, RecursionError) as error:
        raise BackupProblem("This is not a backup of Clausemark.") from error
    if kind != FORMAT:
        raise BackupProblem("This backup was written by another version of Clausemark. Restore it with that version.")
    try:
        manifest = Manifest.model_validate(content)
    except (ValidationError, RecursionError) as error:
        raise BackupProblem("The list of contents of the backup is damaged. Nothing was restored.") from error
    if not set(manifest.tables) <= set(TABLES):
        raise BackupProblem("This backup was written by another version of Clausemark. Restore it with that version.")
    _compare(archive, manifest)
    return manifest


def _compare(archive: zipfile.ZipFile, manifest: Manifest) -> None:
    names = archive.namelist()
    if len(names) != len(set(names)):
        raise BackupProblem("The backup holds two parts of one name. Nothing was restored.")
    expected = {MANIFEST, *(f"tables/{table}.jsonl" for table in manifest.tables)}
    for name in names:
        if name not in expected and not (name.startswith(NAME) and HASH.fullmatch(name.removeprefix(NAME))):
            raise BackupProblem(f"The backup holds “{name[:80]}”, which does not belong there. Nothing was restored.")
    for name in sorted(expected - set(names)):
        raise BackupProblem(f"“{name}” is missing from the backup. Nothing was restored.")
