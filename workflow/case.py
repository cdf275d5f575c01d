"""A vendor's case: its documents with their findings, and the decisions that hold; what scoring and review read."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from hashlib import sha256

from clauses.model import Analysis, Finding
from documents.kind import kind_of
from documents.model import UNKNOWN, Document, DocumentKind
from scoring.model import Decision, Policy, Source
from store import decisions as stored_decisions
from store import documents as stored_documents
from store.database import Store
from store.records import DecisionRecord, DocumentRecord, VendorRecord
from workflow.tasks import AUDITS
from workflow.vendors import known
from workflow.version import TOOL_VERSION
from workflow.workspace import Workspace

KEPT_IN_MEMORY = 400  # analyses, a few hundred kB each at most; documents a tenth of that


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """All that is known of a vendor; `entries` are by finding key, `made_at` says when a document was checked last."""

    store: Store
    vendor: VendorRecord
    documents: tuple[DocumentRecord, ...]
    entries: Mapping[str, DecisionRecord]
    made_at: Mapping[str, datetime]

    @property
    def read(self) -> bool:
        """True when something was read and checked."""
        return bool(self.made_at)

    @property
    def analyses(self) -> tuple[Analysis, ...]:
        """What the checks say, in the order of the documents; loaded only when it is asked for."""
        checked = (document.id for document in self.documents if document.id in self.made_at)
        found = (_analysis(self.store, document_id, self.made_at[document_id]) for document_id in checked)
        return tuple(analysis for analysis in found if analysis is not None)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The tool's findings in all documents."""
        return tuple(finding for analysis in self.analyses for finding in analysis.findings)

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """The decisions that hold now."""
        return tuple(entry.decision for _, entry in sorted(self.entries.items()) if entry.decision is not None)

    @property
    def sources(self) -> tuple[Source, ...]:
        """The documents as scoring sees them; one that was not read counts as not read completely."""
        return tuple(source_of(document) for document in self.documents)

    @property
    def audit_texts(self) -> dict[str, Document]:
        """The texts of the audit documents that were read, by id."""
        read = (d for d in self.documents if d.id in self.made_at and d.kind in AUDITS)
        texts = {d.id: _text(self.store, d.id, self.made_at[d.id], d.kind) for d in read}
        return {identity: text for identity, text in texts.items() if text is not None}

    @property
    def rules_version(self) -> str:
        """The versions of the rules that the findings come from."""
        return ", ".join(sorted({d.rules_version for d in self.documents if d.id in self.made_at}))

    def fingerprint(self, policy: Policy) -> str:
        """Return a hash of everything that an assessment depends on: it is made again only when that changes."""
        facts = [
            [self.vendor.name, TOOL_VERSION, policy.source],
            [[d.id, d.name, d.kind, d.complete, d.rules_version, str(self.made_at.get(d.id))] for d in self.documents],
            sorted([key, entry.revision] for key, entry in self.entries.items()),
        ]
        return sha256(json.dumps(facts).encode()).hexdigest()


def load_case(ws: Workspace, slug: str) -> Case:
    """Return a vendor's case; raise UnknownVendor."""
    with ws.store.read() as session:
        vendor = known(session, slug)
        documents = stored_documents.documents(session, slug)
        ids = [document.id for document in documents]
        entries = stored_decisions.latest(session, ids)
        made_at = stored_documents.analysed_at(session, ids)
    return Case(store=ws.store, vendor=vendor, documents=documents, entries=entries, made_at=made_at)


def load_texts(ws: Workspace, document_ids: Sequence[str]) -> dict[str, Document]:
    """Return the read documents by hash, with the kind that holds now; those that were not read are left out."""
    with ws.store.read() as session:
        records = {i: record for i in document_ids if (record := stored_documents.document(session, i)) is not None}
        made_at = stored_documents.analysed_at(session, list(records))
    texts = {i: _text(ws.store, i, made_at[i], records[i].kind) for i in records if i in made_at}
    return {i: text for i, text in texts.items() if text is not None}


def source_of(document: DocumentRecord) -> Source:
    """Return a document as scoring sees it."""
    return Source(
        document_id=document.id,
        name=document.name,
        kind=document.kind or likely_kind(document.name),
        page_count=document.page_count or 0,
        complete=document.read and document.complete,
        unreadable_pages=document.unreadable_pages,
        language=document.language or UNKNOWN,
        foreign_pages=document.foreign_pages,
    )


def likely_kind(name: str) -> DocumentKind:
    """Return the kind of a file that could not be read, from its name; a contract where that tells nothing.

    A contract, because then nothing is said to be absent that the unread file may hold.
    """
    kind = kind_of("", name, ())
    return DocumentKind.CONTRACT if kind is DocumentKind.DOCUMENTATION else kind


@lru_cache(maxsize=KEPT_IN_MEMORY)
def _analysis(store: Store, document_id: str, made_at: datetime) -> Analysis | None:  # noqa: ARG001 - part of the key: a new analysis is read anew
    with store.read() as session:
        return next(iter(stored_documents.analyses(session, [document_id])), None)


@lru_cache(maxsize=KEPT_IN_MEMORY // 10)
def _text(store: Store, document_id: str, made_at: datetime, kind: DocumentKind | None) -> Document | None:  # noqa: ARG001 - part of the key
    with store.read() as session:
        return stored_documents.text(session, document_id)
