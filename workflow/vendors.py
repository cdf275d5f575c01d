"""Vendors: add, rename, merge, and remove with everything kept about them."""

import re
import unicodedata

from sqlalchemy.orm import Session

from reports.words import counted
from store import assessments as stored_assessments
from store import decisions as stored_decisions
from store import documents as stored_documents
from store import vendors as stored
from store.records import VendorRecord
from workflow.model import Removal
from workflow.problems import BadName, NameTaken, UnknownVendor
from workflow.trail import note
from workflow.workspace import Workspace

LONGEST_NAME = 120
LONGEST_SLUG = 60


def list_vendors(ws: Workspace) -> tuple[VendorRecord, ...]:
    """Return all vendors by name."""
    with ws.store.read() as session:
        return stored.all_vendors(session)


def find_vendor(ws: Workspace, slug: str) -> VendorRecord | None:
    """Return the vendor of this slug."""
    with ws.store.read() as session:
        return stored.vendor(session, slug)


def add_vendor(ws: Workspace, name: str, *, by: str) -> VendorRecord:
    """Return the vendor of this name, added if it is new. Raises BadName."""
    name = clean_name(name)
    with ws.store.write() as session:
        return _named(session, name) or _add(session, name, by=by)


def rename_vendor(ws: Workspace, slug: str, name: str, *, by: str) -> VendorRecord:
    """Give a vendor another name; links with its slug keep working. Raises NameTaken, BadName, UnknownVendor."""
    name = clean_name(name)
    with ws.store.write() as session:
        vendor, taken = known(session, slug), _named(session, name)
        if taken is not None and taken.slug != slug:
            raise NameTaken(f"There is a vendor called “{taken.name}” already. Choose another name, or merge the two.")
        stored.rename(session, slug, name)
        note(session, "rename vendor", name, by=by, vendor=slug, before=vendor.name, after=name)
    return VendorRecord(slug=slug, name=name)


def merge_vendors(ws: Workspace, slug: str, *, into: str, by: str) -> VendorRecord:
    """Give all documents, findings, decisions and assessments of a vendor to another one; the first is gone then."""
    with ws.store.write() as session:
        vendor, target = known(session, slug), known(session, into)
        if slug == into:
            raise NameTaken("A vendor cannot be merged with itself. Choose another one.")
        moved = [document.id for document in stored_documents.documents(session, slug)]
        stored_documents.move(session, moved, into)
        stored_assessments.move(session, slug, into)
        stored.remove(session, slug)
        note(session, "merge vendors", target.name, by=by, vendor=into, before=f"{vendor.name}: {len(moved)} documents")
    return target


def removal_of(ws: Workspace, slug: str) -> Removal:
    """Return what would be removed with a vendor, for the question that is asked before."""
    with ws.store.read() as session:
        return _removal(session, known(session, slug))


def remove_vendor(ws: Workspace, slug: str, *, by: str) -> Removal:
    """Remove a vendor with its documents, their bytes, findings, decisions and assessments; return what that was."""
    with ws.store.write() as session:
        vendor = known(session, slug)
        removal = _removal(session, vendor)
        ids = [document.id for document in stored_documents.documents(session, slug)]
        stored_documents.remove(session, ids)
        stored.remove(session, slug)
        note(session, "remove vendor", vendor.name, by=by, vendor=slug, before=removal.text)
    for document_id in ids:
        forget_bytes(ws, document_id)
    return removal


def known(session: Session, slug: str) -> VendorRecord:
    """Return the vendor of this slug; raise UnknownVendor."""
    vendor = stored.vendor(session, slug)
    if vendor is None:
        raise UnknownVendor(f"There is no vendor called “{slug}” here.")
    return vendor


def forget_bytes(ws: Workspace, document_id: str) -> None:
    """Remove a document's bytes and drawn pages from the data folder."""
    ws.store.files.remove(document_id)
    for image in ws.settings.images_folder.glob(f"{document_id}-*"):
        image.unlink(missing_ok=True)


def clean_name(name: str) -> str:
    """Return a name in one line without signs that cannot be seen; raise BadName when nothing is left."""
    seen = "".join(c if c.isprintable() else " " for c in unicodedata.normalize("NFC", name))
    clean = " ".join(seen.split())
    if not any(c.isalnum() for c in clean):
        raise BadName("A name needs at least one letter or digit.")
    if len(clean) > LONGEST_NAME:
        raise BadName(f"The name is longer than {LONGEST_NAME} characters. Shorten it.")
    return clean


def slug_of(name: str) -> str:
    """Return a name as it stands in addresses: lower-case letters of any script and digits, joined by hyphens."""
    return re.sub(r"[\W_]+", "-", name.casefold()).strip("-")[:LONGEST_SLUG].strip("-") or "vendor"


def _named(session: Session, name: str) -> VendorRecord | None:
    return next((v for v in stored.all_vendors(session) if v.name.casefold() == name.casefold()), None)


def _add(session: Session, name: str, *, by: str) -> VendorRecord:
    base, slug, number = slug_of(name), slug_of(name), 1
    while stored.vendor(session, slug) is not None:
        number += 1
        slug = f"{base}-{number}"
    vendor = VendorRecord(slug=slug, name=name)
    stored.add(session, vendor)
    note(session, "add vendor", name, by=by, vendor=slug)
    return vendor


def _removal(session: Session, vendor: VendorRecord) -> Removal:
    ids = [document.id for document in stored_documents.documents(session, vendor.slug)]
    decisions = stored_decisions.count(session, ids)
    assessments = stored_assessments.count(session, [vendor.slug])
    text = (
        f"{vendor.name} with {counted(len(ids), 'document')}, {counted(decisions, 'decision')} "
        f"and {counted(assessments, 'assessment')}"
    )
    return Removal(documents=len(ids), decisions=decisions, assessments=assessments, text=text)
