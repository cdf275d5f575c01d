"""What PDFium does not tell: title, filled-in form fields and attached files, which are never opened."""

import io
import logging
from collections.abc import Callable
from dataclasses import dataclass

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import DictionaryObject

from documents.normalise import normalise

logging.getLogger("pypdf").setLevel(logging.CRITICAL)
# Damaged files make pypdf raise these besides its own errors; what they would have told is then simply not known.
BROKEN = (
    PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, OSError, AssertionError,
    NotImplementedError, OverflowError, MemoryError,
)  # fmt: skip
MOST_FIELDS = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class Structure:
    """What stands beside the pages. `fields` holds (name, value) of filled-in fields.

    `layers` tells that some of the content is optional and off.
    """

    title: str = ""
    fields: tuple[tuple[str, str], ...] = ()
    attachments: tuple[str, ...] = ()
    layers: bool = False


def structure_of(data: bytes) -> Structure:
    """Return what pypdf knows of the file; parts that are damaged are left out."""
    try:
        reader = PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            return Structure()
        catalogue = reader.trailer["/Root"].get_object()
    except BROKEN:
        return Structure()
    return Structure(
        title=_or_empty(lambda: _title(reader)),
        fields=_fields(reader) if isinstance(catalogue, DictionaryObject) and "/AcroForm" in catalogue else (),
        attachments=_attachments(reader),
        layers=isinstance(catalogue, DictionaryObject) and _layers_off(catalogue),
    )


def _layers_off(catalogue: DictionaryObject) -> bool:
    """Return whether any optional content may be off when the file is opened; broken marks count as off."""
    if "/OCProperties" not in catalogue:
        return False
    try:
        properties = catalogue["/OCProperties"].get_object()
        default = properties["/D"].get_object() if isinstance(properties, DictionaryObject) else None
        if not isinstance(default, DictionaryObject):
            return True
        return bool(default.get("/OFF") or default.get("/AS")) or default.get("/BaseState", "/ON") != "/ON"
    except BROKEN:
        return True


def _or_empty(ask: Callable[[], str]) -> str:
    try:
        return ask()
    except BROKEN:
        return ""


def _title(reader: PdfReader) -> str:
    return normalise(str((reader.metadata.title if reader.metadata else "") or ""))


def _fields(reader: PdfReader) -> tuple[tuple[str, str], ...]:
    try:
        found = reader.get_fields() or {}
        pairs = [(normalise(name), normalise(_shown(field.get("/V")))) for name, field in found.items()]
    except BROKEN:
        return ()
    return tuple((name, value) for name, value in pairs[:MOST_FIELDS] if value)


def _shown(value: object) -> str:
    """Return a field's value as words; an unticked box and an empty field have none."""
    text = "" if value is None else str(value)
    return "" if text in ("/Off", "None") else text.removeprefix("/")


def _attachments(reader: PdfReader) -> tuple[str, ...]:
    try:
        return tuple(sorted({normalise(each.name) for each in reader.attachment_list}))
    except BROKEN:
        return ()
